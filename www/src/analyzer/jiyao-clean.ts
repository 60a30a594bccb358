// Loaded when the clean text is first asked for.
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { asJiyaoError } from "../analysis/jiyao.ts";
import type { Analysis, CleanText, Repair, Utf16Span } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { copy } from "../out/clipboard.ts";
import { type Paragraph, type Piece, paragraphAt, paragraphsOf } from "../records/clean.ts";
import { base } from "../style/tokens.ts";

/** So many paragraphs are shown at once. */
const PAGE = 500;
/** So many characters of a paragraph that was left out are shown. */
const GLIMPSE = 24;

/**
 * The text as it was read, paragraph by paragraph, with what was mended.
 *
 * @fires jiyao-place - a paragraph was chosen; `detail.span` is its place in the pasted text
 * @fires jiyao-told - something was done that should be said; `detail.message`
 */
export class JiyaoClean extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.375rem 1rem;
        margin-block-end: 0.75rem;
        font-size: var(--size-small);
        color: var(--ink-soft);
      }
      .turner {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        font-variant-numeric: tabular-nums;
      }
      .turner button {
        min-width: 2rem;
        padding: 0;
      }
      ol {
        margin: 0;
        padding: 0.5rem;
        border: 1px solid var(--line);
        background: var(--sheet);
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 2.25rem minmax(0, 1fr);
        gap: 0.5rem;
        border-radius: var(--radius);
        padding: 0.2rem 0.4rem;
        cursor: pointer;
        content-visibility: auto;
        contain-intrinsic-size: auto 4rem;
      }
      li:hover {
        background: color-mix(in oklab, var(--ink) 4%, transparent);
      }
      li[aria-current="true"] {
        background: var(--accent-ground);
      }
      li button {
        min-height: 1.6em;
        align-self: start;
        border: 0;
        background: none;
        padding: 0.15rem 0 0;
        color: var(--ink-soft);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
        text-align: end;
        user-select: none;
      }
      p {
        line-height: 1.8;
        overflow-wrap: anywhere;
      }
      .aside p,
      .left-out {
        color: var(--ink-soft);
      }
      .left-out {
        font-size: var(--size-small);
      }
      ins {
        text-decoration: underline dotted var(--ink-soft) 1px;
        text-underline-offset: 0.35em;
      }
      ins.doubtful {
        text-decoration-color: var(--accent);
        text-decoration-thickness: 2px;
      }
      del {
        color: var(--ink-soft);
        user-select: none;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  /** The text as it was pasted. */
  @property({ attribute: false }) text = "";
  /** Cleans a text. */
  @property({ attribute: false }) clean!: (text: string, signal: AbortSignal) => Promise<CleanText>;
  @property({ attribute: false }) analysis!: Analysis;
  /** The index of the report that is shown, or -1 for all. */
  @property({ attribute: false }) report = 0;
  @state() private paragraphs: readonly Paragraph[] | null = null;
  @state() private error: Error | null = null;
  /** Which of the pages of paragraphs is shown. */
  @state() private page = 0;
  /** The number of the paragraph that was chosen, here or in the pasted text. */
  @state() private current: number | null = null;
  #cleaning = new AbortController();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("text") || changed.has("analysis")) void this.#clean();
    if (changed.has("report")) {
      this.current = null;
      this.page = 0;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cleaning.abort();
  }

  /** Cleans the text; until that is done the paragraphs from before stay. */
  async #clean(): Promise<void> {
    this.#cleaning.abort();
    this.#cleaning = new AbortController();
    const { signal } = this.#cleaning;
    const { text, analysis } = this;
    try {
      const clean = await this.clean(text, signal);
      if (signal.aborted) return;
      this.paragraphs = paragraphsOf(clean, analysis.source);
      if (this.page * PAGE >= this.#ofReport().length) this.page = 0;
      this.error = null;
    } catch (thrown) {
      if (!signal.aborted) this.error = asJiyaoError(thrown);
    }
  }

  override render() {
    const { strings, error } = this;
    if (error) return html`<p role="alert">${strings.failedTitle}: ${error.message}</p>`;
    if (!this.paragraphs) return html`<p>${strings.reading}</p>`;
    const all = this.#ofReport();
    const shown = this.#onPage(all);
    const reachable = shown.find(({ number }) => number === this.current) ?? shown[0];
    return html`
      <div class="tools">
        <button type="button" title=${strings.clean.copyTitle} @click=${this.#copy}>${strings.copy}</button>
        <span>${strings.clean.legend}</span>
        ${all.length > PAGE ? this.#turner(shown.length, all.length) : nothing}
      </div>
      <ol lang="zh" aria-label=${strings.views.clean} @keydown=${this.#keydown}>
        ${shown.map((paragraph) => this.#paragraph(paragraph, paragraph === reachable))}
      </ol>
    `;
  }

  /** Those on the page that is shown. */
  #onPage(all: readonly Paragraph[]): readonly Paragraph[] {
    return all.slice(this.page * PAGE, (this.page + 1) * PAGE);
  }

  /** Leads through the pages of a long text. */
  #turner(shown: number, all: number) {
    const { clean } = this.strings;
    const before = this.page * PAGE;
    const turn = (by: 1 | -1, words: string, arrow: string, disabled: boolean) => html`<button
      type="button"
      aria-label=${words}
      title=${words}
      ?disabled=${disabled}
      @click=${() => this.#turn(by)}
    >${arrow}</button>`;
    return html`<span class="turner">
      ${turn(-1, clean.earlier, "‹", before === 0)}
      ${clean.shown(before + 1, before + shown, all)}
      ${turn(1, clean.later, "›", before + shown === all)}
    </span>`;
  }

  #turn(by: 1 | -1): void {
    this.page += by;
    this.scrollIntoView({ block: "start" });
  }

  /** The paragraphs of the report with what stands before it; the last report has what stands behind it too. */
  #ofReport(): readonly Paragraph[] {
    const { reports } = this.analysis;
    const end = (index: number): number => reports[index]?.span.end ?? 0;
    if (!reports[this.report]) return this.paragraphs ?? [];
    const [from, to] = [
      end(this.report - 1),
      this.report === reports.length - 1 ? Number.POSITIVE_INFINITY : end(this.report),
    ];
    return (this.paragraphs ?? []).filter(({ source }) => source.start >= from && source.start < to);
  }

  #paragraph(paragraph: Paragraph, reachable: boolean) {
    const { number, pieces, aside, repeated } = paragraph;
    const { clean } = this.strings;
    return html`<li
      class=${aside ? "aside" : nothing}
      data-number=${number}
      aria-current=${number === this.current ? "true" : nothing}
      @click=${(event: Event) => this.#click(event, paragraph)}
    >
      <button type="button" tabindex=${reachable ? 0 : -1} aria-label=${clean.show(number)} title=${clean.show(number)}>${number}</button>
      <div>
        <p>${pieces.map((piece) => this.#piece(piece))}</p>
        ${repeated.map(({ original }) => html`<p class="left-out">${clean.repeated} ${glimpse(original)}</p>`)}
      </div>
    </li>`;
  }

  #piece({ words, repair }: Piece) {
    if (!repair) return words;
    const was = this.strings.clean.was(repair.original);
    if (isDoubtful(repair)) return html`<ins class="doubtful" title=${this.strings.clean.doubtful}>${words}</ins>`;
    return words ? html`<ins title=${was}>${words}</ins>` : html`<del title=${was}>${repair.original}</del>`;
  }

  #click(event: Event, paragraph: Paragraph): void {
    // Somebody who selects words wants the words; the button has none.
    const root = this.renderRoot as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? getSelection();
    const onButton = (event.target as Element).closest("button");
    if (!onButton && selection && !selection.isCollapsed && selection.toString().trim()) return;
    this.#choose(paragraph);
  }

  #choose({ number, source }: Paragraph): void {
    this.current = number;
    send(this, "jiyao-place", { span: source satisfies Utf16Span });
  }

  #keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>("li button")];
    const at = buttons.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(to, buttons.length - 1));
    const paragraph = this.#onPage(this.#ofReport())[index];
    buttons[index]?.focus();
    if (paragraph) this.#choose(paragraph);
  };

  #copy = async (): Promise<void> => {
    const { clean, notCopied } = this.strings;
    const words = this.#ofReport().map(({ text }) => text);
    const message = await copy(words.join("\n")).then(
      () => clean.copied,
      () => notCopied,
    );
    send(this, "jiyao-told", { message });
  };

  /** Marks the paragraph at a place of the pasted text, and brings it into view. */
  async showPlace(offset: number): Promise<void> {
    const all = this.#ofReport();
    const paragraph = paragraphAt(all, offset);
    if (!paragraph || paragraph.number === this.current) return;
    this.current = paragraph.number;
    this.page = Math.floor((paragraph.number - (all[0]?.number ?? 1)) / PAGE);
    await this.updateComplete;
    this.renderRoot.querySelector(`[data-number="${paragraph.number}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

function isDoubtful({ kind, repaired }: Repair): boolean {
  return kind === "damaged" && repaired == null;
}

function glimpse(words: string): string {
  const begin = words.trim();
  return begin.length > GLIMPSE ? `${begin.slice(0, GLIMPSE)}…` : begin;
}

define("jiyao-clean", JiyaoClean);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-clean": JiyaoClean;
  }
}
