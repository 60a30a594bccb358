import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { unlessAborted } from "../aborted.ts";
import { asJiyaoError, type Jiyao, type JiyaoError, type LoadOptions } from "../analysis/jiyao.ts";
import { NO_WORDS } from "../analysis/lexicon.ts";
import type { Analysis, CleanText, PersonalLexicon, Utf16Span } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import { LANGUAGES } from "../i18n/languages.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Histories } from "../mending/history.ts";
import { layText } from "../out/print.ts";
import { type FindKind, Finds, partsOf, reportOf } from "../records/finds.ts";
import { base, tokens } from "../style/tokens.ts";
import { analyzerStyles } from "./analyzer-styles.ts";
import type { JiyaoResults } from "./jiyao-results.ts";
import type { JiyaoText } from "./jiyao-text.ts";
import "./jiyao-legend.ts";
import "./jiyao-reading.ts";
import "./jiyao-results.ts";
import "./jiyao-text.ts";
import { Mending } from "./mending.ts";
import { inSlices } from "./slices.ts";
import { SpeakingElement } from "./speaking.ts";

/** How long after the last key press the text is read, in milliseconds: where reading takes long, as long as that. */
const DEBOUNCE = { least: 180, most: 2000 };
/** A reading that takes longer than this is shown as such, in milliseconds: a shorter one would only flicker. */
const PATIENCE = 300;
/** How long it is said that something was done, in milliseconds. */
const TOLD_FOR = 4000;

type Status = "empty" | "reading" | "done" | "failed" | "stopped";

/** A reading that is under way. */
interface Underway {
  since: number;
  /** In UTF-16 code units. */
  length: number;
  /** Ends it. */
  end: AbortController;
}

/** The person at the page has had enough of a reading. */
class Cancelled extends Error {
  override name = "Cancelled";
}

/** A newer text is there, or none any more. */
class Superseded extends Error {
  override name = "Superseded";
}

/**
 * A text and its tables, side by side: paste a report, see who took part, what was awarded and what was asked.
 *
 * @tagname jiyao-analyzer
 * @attr {string} lang - the language of the element's own words: `zh-Hans`, `zh-Hant` or `en` (or what is nearest to one of them, as
 *   `zh-TW`); without it that of the elements around, then that of the browser
 * @slot empty - what is shown beside an empty text, below the explanation
 * @slot tools - beside the legend
 * @fires {CustomEvent<null>} jiyao-input - the text was changed
 * @fires {CustomEvent<Analysis>} jiyao-analysis - the text was read or emptied, or its rows were mended; `detail` is the analysis
 * @fires {CustomEvent<PersonalLexicon>} jiyao-lexicon - words were added to the personal lexicon; `detail` is all of it
 * @fires {CustomEvent<{ code: ErrorCode; message: string }>} jiyao-error - reading failed
 * @csspart text-pane - the text with the legend above and what was seen below
 * @csspart legend - the bar above the text
 * @csspart text - the text alone
 * @csspart results-pane - the tables, or what is said in their place
 * @csspart table-head - the title and tools of a table
 * @csspart table - a table
 * @cssprop --jiyao-ground - behind the tables
 * @cssprop --jiyao-sheet - behind the text, in fields and buttons
 * @cssprop --jiyao-raised - what stands out a little
 * @cssprop --jiyao-ink - words
 * @cssprop --jiyao-ink-soft - words beside the point
 * @cssprop --jiyao-line - lines between things
 * @cssprop --jiyao-line-strong - edges that must be seen
 * @cssprop --jiyao-accent - the one accent colour
 * @cssprop --jiyao-accent-ground - behind what is chosen
 * @cssprop --jiyao-on-accent - words on the accent colour
 * @cssprop --jiyao-meeting - finds of the meeting's name, date and place
 * @cssprop --jiyao-person - finds of people
 * @cssprop --jiyao-organization - finds of bodies
 * @cssprop --jiyao-group - finds of groups
 * @cssprop --jiyao-award - finds of awards
 * @cssprop --jiyao-directive - finds of directives
 * @cssprop --jiyao-sans - the font of tables and tools
 * @cssprop --jiyao-serif - the font of headings and of the text
 * @cssprop --jiyao-rem - what all sizes are measured by; `1rem` makes them follow the page's root
 * @cssprop --jiyao-size - the size of the type
 * @cssprop --jiyao-size-small - the size of what stands beside
 * @cssprop --jiyao-radius - the roundness of corners
 * @cssprop --jiyao-gap - the distance between things
 */
export class JiyaoAnalyzer extends SpeakingElement {
  static override styles = [tokens, base, analyzerStyles];

  /**
   * Starts Jiyao for an element, when its first text is there. Set it before to have it otherwise: from `jiyao/inline`, or with
   * options.
   * @public
   */
  static load: (options?: LoadOptions) => Promise<Jiyao>;

  /** Gives the words of what is pasted as HTML alone. */
  static richText: (html: string) => Promise<string>;

  /**
   * Light, dark, or as the system has it.
   * @public
   */
  @property({ reflect: true }) theme: "auto" | "light" | "dark" = "auto";
  /**
   * The text can be read and searched, but not changed.
   * @public
   */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /**
   * The tables that are shown, with spaces between: of `meeting`, `attendees`, `awards` and `directives`; empty shows all.
   * @public
   */
  @property() tables = "";
  /**
   * Somebody's own words, which win over what Jiyao knows; as an attribute, JSON.
   * @public
   */
  @property({ converter: fromJson }) lexicon: PersonalLexicon = NO_WORDS;
  /** Keeps what was mended by hand. */
  @property({ attribute: false }) histories: Histories = new Map();

  @state() private status: Status = "empty";
  /** Reading takes so long that it should be shown. */
  @state() private slow = false;
  /** The share of the reading that is done. */
  @state() private progress: number | null = null;
  @state() private analysis: Analysis | null = null;
  @state() private error: JiyaoError | null = null;
  @state() private report = 0;
  @state() private selected: string | null = null;
  /** The clean text of a text without a report is seen. */
  @state() private cleanShown = false;
  /** What was just done, said for a moment. */
  @state() private told = "";
  /** It can be undone. */
  @state() private undoable = false;
  @state() private hiddenKinds: ReadonlySet<FindKind> = new Set();
  /** The row that is only pointed at. */
  #hinted: string | null = null;
  @query("jiyao-text") private textElement!: JiyaoText;
  @query("jiyao-results") private results!: JiyaoResults | null;

  #jiyao: Promise<Jiyao> | null = null;
  readonly #mending = new Mending(this, {
    strings: () => LANGUAGES[this.language],
    lexicon: () => this.lexicon ?? NO_WORDS,
    remember: (lexicon) => {
      this.lexicon = lexicon;
      send(this, "jiyao-lexicon", lexicon);
    },
    histories: () => this.histories,
    clean: (text) => this.#clean(text),
    display: (analysis) => this.#showMended(analysis),
    choose: (row) => this.#choose(row, "text"),
    focus: (row) => void this.#focusNear(row),
    focusText: () => this.focus(),
    say: (message, undoable) => this.#say(message, undoable),
  });
  #finds: Finds | null = null;
  #underway: Underway | null = null;
  /** The text was changed while it was being read. */
  #again = false;
  /** How long the last reading took, in milliseconds. */
  #took = 0;
  /** Which of the chosen row's places is looked at. */
  #place = 0;
  #initial = "";
  /** Stands for the text that the analysis is of. */
  #version: unknown;
  /** The text that the analysis is of, and how many characters it has. */
  #text = "";
  #length = 0;
  #toldTimer: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The text as it was pasted.
   * @public
   */
  get value(): string {
    return this.textElement?.value ?? this.#initial;
  }

  @property()
  set value(text: string | null) {
    const value = String(text ?? "");
    if (this.hasUpdated) this.textElement.value = value;
    else this.#initial = value;
  }

  /** How long the text is; `value` of a large text takes a while. */
  get length(): number {
    return this.textElement?.length ?? this.#initial.length;
  }

  /** Waits for all that is being pasted into the text; `null` where there is nothing to wait for. */
  get pasted(): Promise<void> | null {
    return this.textElement?.pasted ?? null;
  }

  /**
   * Takes the focus to the text.
   * @public
   */
  override focus(_options?: FocusOptions): void {
    if (this.hasUpdated) this.textElement.focus();
    else void this.updateComplete.then(() => this.textElement.focus());
  }

  /** Takes the focus to the tables, past the text. */
  focusTables = (): void => {
    this.renderRoot.querySelector<HTMLElement>("#results")?.focus();
  };

  /** Takes the focus to the filter of the tables. */
  focusFilter(): void {
    void this.results?.focusFilter();
  }

  /** Lays the record of the shown report ready for paper; where none is shown, the text. */
  layPaper(): void {
    if (this.results) this.results.layPaper();
    else if (this.length > 0) layText(this.value, LANGUAGES[this.language]);
  }

  /** Shows the next report, or the one before with -1. */
  turn(by: 1 | -1): void {
    const report = this.report + by;
    if (report >= 0 && report < (this.analysis?.reports.length ?? 0)) this.#showReport(report);
  }

  /** Shows another document: nothing of the one before can be undone in it. */
  open(text: string): void {
    this.textElement.open(text);
    this.#showNothing();
    if (text.trim()) void this.#read();
  }

  override async firstUpdated(): Promise<void> {
    this.textElement.value = this.#initial;
    await this.textElement.updateComplete;
    if (this.#initial.trim()) void this.#read();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to another place, perhaps before its text was read.
    if (this.hasUpdated && this.status !== "stopped" && this.value !== this.#text) void this.#read();
  }

  override updated(changed: PropertyValues<this>): void {
    // With other words the same text is read anew.
    if (changed.has("lexicon") && (this.analysis || this.#underway)) void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#toldTimer);
    this.#giveUp();
    void this.#jiyao?.then((jiyao) => jiyao.dispose());
    this.#jiyao = null;
  }

  override render() {
    const strings = LANGUAGES[this.language];
    return html`
      <div class="desk" lang=${strings.lang}>
      <section class="text" aria-label=${strings.text} part="text-pane">
        <div class="bar" part="legend">
          <jiyao-legend
            .strings=${strings}
            .counts=${this.#finds?.counts ?? null}
            .hiddenKinds=${this.hiddenKinds}
            @jiyao-toggle=${this.#toggle}
          ></jiyao-legend>
          <slot name="tools"></slot>
        </div>
        <jiyao-text
          exportparts="text"
          .strings=${strings}
          .readonly=${this.readonly}
          .hiddenKinds=${this.hiddenKinds}
          .richText=${JiyaoAnalyzer.richText}
          @jiyao-failed=${this.#partFailed}
          @jiyao-input=${this.#textChanged}
          @jiyao-pick=${this.#pick}
          @jiyao-caret=${this.#caretMoved}
          @jiyao-hint=${this.#findHovered}
          @jiyao-leave=${this.#left}
        ></jiyao-text>
        <p class="seen">${this.#seen(strings)}</p>
      </section>
      <section class="results" id="results" part="results-pane" aria-label=${strings.results} aria-busy=${this.status === "reading"} tabindex="-1">
        <p class="visually-hidden" role="status">${this.#announcement(strings)}</p>
        <div class="told">
          <p role="status">${this.told}</p>
          ${this.told && this.undoable ? html`<button type="button" @click=${this.#undo}>${strings.mend.undo}</button>` : nothing}
        </div>
        ${this.#body(strings)}
      </section>
      </div>
      ${this.#mending.renderForms()}
    `;
  }

  #body(strings: Strings) {
    if (this.status === "failed") return this.#failed(strings);
    if (this.status === "empty") {
      return html`<div class="state">
        <h2>${strings.emptyTitle}</h2>
        <p>${strings.emptyBody}</p>
        <slot name="empty"></slot>
      </div>`;
    }
    if (this.status === "stopped" && !this.analysis) return html`<div class="state">${this.#stopped(strings)}</div>`;
    if (!this.analysis) return html`<div class="state">${this.slow ? this.#reading(strings) : nothing}</div>`;
    if (this.analysis.reports.length === 0) return this.#none(strings, this.analysis);
    return html`
      ${this.slow ? html`<div class="strip">${this.#reading(strings)}</div>` : nothing}
      ${this.status === "stopped" ? html`<div class="strip">${this.#stopped(strings)}</div>` : nothing}
      ${this.#mending.renderBar()} ${this.#tables(strings)}`;
  }

  /** No report was found: what there is to see is the clean text. */
  #none(strings: Strings, analysis: Analysis) {
    return html`<div class="state">
        <h2>${strings.noneTitle}</h2>
        <p>${strings.noneBody}</p>
        <p class="soft">${this.#seen(strings)}</p>
        <button type="button" aria-pressed=${this.cleanShown} @click=${this.#toggleClean}>${strings.clean.see}</button>
      </div>
      ${
        this.cleanShown
          ? html`<jiyao-clean
            .strings=${strings}
            .text=${this.#text}
            .clean=${this.#clean}
            .analysis=${analysis}
            .report=${-1}
            @jiyao-place=${this.#showPlace}
            @jiyao-told=${this.#tell}
          ></jiyao-clean>`
          : nothing
      }`;
  }

  #reading(strings: Strings) {
    const { length } = this.#underway ?? { length: 0 };
    return html`<jiyao-reading
      .strings=${strings}
      .what=${strings.reading}
      .done=${this.progress}
      percentage
      .facts=${(seconds: number) => strings.readingFacts(length, seconds)}
      .since=${this.#underway?.since ?? 0}
      @jiyao-cancel=${this.#cancel}
    ></jiyao-reading>`;
  }

  #stopped(strings: Strings) {
    return html`
      <h2>${strings.stoppedTitle}</h2>
      <p>${this.analysis ? strings.stoppedBefore : strings.stoppedBody}</p>
      <button type="button" class="main" @click=${this.#read}>${strings.readAgain}</button>
    `;
  }

  #tables(strings: Strings) {
    return html`<jiyao-results
      exportparts="table, table-head"
      .strings=${strings}
      .tables=${String(this.tables ?? "")}
      .analysis=${this.analysis}
      .text=${this.#text}
      .clean=${this.#clean}
      .report=${this.report}
      .selected=${this.selected}
      .marks=${this.#mending.marks}
      .editable=${!this.readonly}
      @jiyao-report=${this.#chooseReport}
      @jiyao-pick=${this.#pick}
      @jiyao-place=${this.#showPlace}
      @mousemove=${this.#rowPointed}
      @mouseleave=${this.#rowPointed}
      @focusin=${this.#rowPointed}
      @jiyao-told=${this.#tell}
    ></jiyao-results>`;
  }

  #failed(strings: Strings) {
    return html`<div class="state" role="alert">
      <h2>${strings.failedTitle}</h2>
      <p>${strings.failedBody}</p>
      <p class="soft"><code>${this.error?.message}</code></p>
      <button type="button" class="main" @click=${this.#read}>${strings.tryAgain}</button>
    </div>`;
  }

  /** What the text was like: length, script, glosses, repairs. */
  #seen(strings: Strings): string {
    if (!this.analysis || this.status === "empty") return "";
    const { script, glosses, repairs } = this.analysis.source;
    const doubtful = repairs.filter(({ kind, repaired }) => kind === "damaged" && repaired == null).length;
    const { seen } = strings;
    return [
      seen.characters(this.#length),
      seen.script[script],
      glosses ? seen.glosses(glosses) : "",
      repairs.length ? seen.repairs(repairs.length, doubtful) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  }

  #announcement(strings: Strings): string {
    if (this.status === "reading") return this.slow ? strings.reading : "";
    if (this.status === "stopped") return strings.stoppedTitle;
    if (this.status !== "done" || !this.analysis) return "";
    const { length } = this.analysis.reports;
    return length ? strings.found(length) : strings.noneTitle;
  }

  #textChanged = (event: Event): void => {
    event.stopPropagation();
    send(this, "jiyao-input", null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#read, Math.min(Math.max(DEBOUNCE.least, this.#took), DEBOUNCE.most));
  };

  /** Reads the text that stands there now. */
  #read = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const text = this.value;
    if (!text.trim()) return this.#showNothing();
    // A short reading is nearly done: what is new is read after it. A long one is not worth waiting for.
    this.#again = this.#underway !== null && !this.slow;
    if (this.#again) return;
    this.#giveUp();
    const underway: Underway = { since: performance.now(), length: text.length, end: new AbortController() };
    const { version } = this.textElement;
    this.#underway = underway;
    this.status = "reading";
    this.progress = null;
    const patience = setTimeout(() => this.#lost(underway), PATIENCE);
    try {
      const analysis = await this.#analysis(text, underway);
      this.#took = performance.now() - underway.since;
      const mended = version === this.textElement.version ? this.#mending.take(analysis, text) : analysis;
      const finds = await inSlices(Finds.of(mended.reports));
      underway.end.signal.throwIfAborted();
      this.#underway = null;
      this.slow = false;
      // What was typed meanwhile is read soon; its marks would stand in the wrong places now.
      if (version !== this.textElement.version) return;
      this.#length = countCharacters(text);
      this.#version = version;
      this.#show(mended, finds, text);
    } catch (thrown) {
      if (thrown instanceof Cancelled) this.#stop();
      else if (!(thrown instanceof Superseded)) this.#fail(asJiyaoError(thrown));
    } finally {
      clearTimeout(patience);
      if (this.#again && !this.#underway) void this.#read();
    }
  };

  async #analysis(text: string, underway: Underway): Promise<Analysis> {
    const { signal } = underway.end;
    const jiyao = await unlessAborted(this.#started(), signal);
    return jiyao.analyze(text, {
      // An element without words of its own leaves those that Jiyao was started with.
      lexicon: this.lexicon?.entries?.length === 0 ? undefined : this.lexicon,
      signal,
      onProgress: (done) => {
        if (this.#underway === underway) this.progress = done;
      },
    });
  }

  /** Jiyao, started once; a start that failed may be tried again. */
  #started(): Promise<Jiyao> {
    const jiyao = this.#jiyao ?? JiyaoAnalyzer.load();
    this.#jiyao = jiyao;
    jiyao.catch(() => {
      if (this.#jiyao === jiyao) this.#jiyao = null;
    });
    return jiyao;
  }

  #clean = async (text: string, signal?: AbortSignal): Promise<CleanText> => {
    const jiyao = await (signal ? unlessAborted(this.#started(), signal) : this.#started());
    return jiyao.clean(text, { signal });
  };

  /** Patience with a reading is lost: it is shown as such, or ended for a newer text. */
  #lost(underway: Underway): void {
    if (this.#underway !== underway) return;
    if (this.#again) this.#giveUp();
    else this.slow = true;
  }

  /** Ends the reading that is under way. */
  #giveUp(): void {
    this.#underway?.end.abort(new Superseded());
    this.#underway = null;
    this.slow = false;
  }

  #cancel = (event: Event): void => {
    event.stopPropagation();
    this.#underway?.end.abort(new Cancelled());
  };

  #stop(): void {
    this.#underway = null;
    this.status = "stopped";
    this.slow = false;
    this.focusTables();
  }

  /** Shows what was mended in the text that was read last; where it was changed since, it will be read anew. */
  async #showMended(analysis: Analysis): Promise<void> {
    const finds = await inSlices(Finds.of(analysis.reports));
    if (this.#version !== this.textElement.version || this.#mending.analysis !== analysis) return;
    this.#show(analysis, finds);
    await this.updateComplete;
  }

  /** Shows an analysis of a text: the one that was shown before, unless another is given. */
  #show(analysis: Analysis, finds: Finds, text: string = this.#text): void {
    const sameShape = this.analysis?.reports.length === analysis.reports.length;
    const chosen = this.#evidence();
    this.analysis = analysis;
    this.#finds = finds;
    this.#text = text;
    this.status = "done";
    this.slow = false;
    this.error = null;
    if (!sameShape) this.report = 0;
    this.textElement.show(analysis, this.#finds);
    // The chosen row stays chosen while the same words are its evidence.
    if (this.selected && chosen === this.#evidence()) this.textElement.mark(this.#spansOf(this.selected), this.#place);
    else this.selected = null;
    send(this, "jiyao-analysis", analysis);
  }

  #showNothing(): void {
    const before = this.status;
    this.#giveUp();
    this.#again = false;
    this.#mending.clear();
    this.analysis = null;
    this.#text = "";
    this.#finds = null;
    this.status = "empty";
    this.selected = null;
    this.report = 0;
    this.textElement.show(null, null);
    if (before !== "empty") send(this, "jiyao-analysis", ofNothing());
  }

  #fail(error: JiyaoError): void {
    this.#underway = null;
    this.status = "failed";
    this.slow = false;
    this.error = error;
    send(this, "jiyao-error", { code: error.code, message: error.message });
  }

  #tell = (event: CustomEvent<{ message: string }>): void => {
    event.stopPropagation();
    this.#say(event.detail.message);
  };

  #undo = (): void => {
    this.told = "";
    this.#mending.undo();
    this.focusTables();
  };

  #say(message: string, undoable = false): void {
    clearTimeout(this.#toldTimer);
    this.told = message;
    this.undoable = undoable;
    this.#toldTimer = setTimeout(() => {
      this.told = "";
    }, TOLD_FOR);
  }

  #toggle = (event: CustomEvent<{ kind: FindKind }>): void => {
    event.stopPropagation();
    const { kind } = event.detail;
    const hidden = new Set(this.hiddenKinds);
    if (!hidden.delete(kind)) hidden.add(kind);
    this.hiddenKinds = hidden;
  };

  #chooseReport = (event: CustomEvent<{ report: number }>): void => {
    event.stopPropagation();
    this.#showReport(event.detail.report);
  };

  #showReport(report: number): void {
    this.report = report;
    this.selected = null;
    const span = this.analysis?.reports[report]?.span;
    this.textElement.mark([], 0);
    if (span) this.textElement.reveal({ start: span.start, end: span.start });
  }

  /** A piece of the text was chosen that no row rests on. */
  #showPlace = (event: CustomEvent<{ span: Utf16Span }>): void => {
    event.stopPropagation();
    const { span } = event.detail;
    this.selected = null;
    this.textElement.mark([span], 0);
    this.textElement.reveal(span);
  };

  #caretMoved = (event: CustomEvent<{ offset: number; row: string | null }>): void => {
    event.stopPropagation();
    this.results?.showPlace(event.detail.offset);
    void this.renderRoot.querySelector("jiyao-clean")?.showPlace(event.detail.offset);
    this.results?.hint(event.detail.row);
  };

  #toggleClean = async (): Promise<void> => {
    try {
      await import("./jiyao-clean.ts");
      this.cleanShown = !this.cleanShown;
    } catch (error) {
      this.#say(`${LANGUAGES[this.language].failedTitle}: ${String(error)}`);
    }
  };

  #partFailed = (event: CustomEvent<{ reason: unknown }>): void => {
    event.stopPropagation();
    this.#say(`${LANGUAGES[this.language].failedTitle}: ${String(event.detail.reason)}`);
  };

  #left = (event: Event): void => {
    event.stopPropagation();
    this.focusTables();
  };

  #findHovered = (event: CustomEvent<{ row: string | null }>): void => {
    event.stopPropagation();
    this.results?.hint(event.detail.row);
  };

  /** A row that the mouse or the focus comes to shows its evidence where that is in view; nothing moves. */
  #rowPointed = (event: Event): void => {
    const [inner] = event.composedPath();
    const at =
      event.type !== "mouseleave" && inner instanceof Element ? inner.closest<HTMLElement>("[data-row]") : null;
    const row = at?.dataset.row ?? null;
    if (row === this.#hinted) return;
    this.#hinted = row;
    this.textElement.hint(row ? this.#spansOf(row) : []);
  };

  /** A row was chosen, in a table or by its find in the text; chosen again, it leads to its next place. */
  #pick = (event: CustomEvent<{ row: string; part?: string; from: "table" | "text" }>): void => {
    event.stopPropagation();
    const { row, part, from } = event.detail;
    this.#choose(row, from, part);
  };

  #choose(row: string, from: "table" | "text", part?: string): void {
    const spans = this.#spansOf(row);
    if (part) this.#place = this.#placeOf(row, part);
    else this.#place = from === "table" && row === this.selected ? (this.#place + 1) % Math.max(1, spans.length) : 0;
    this.selected = row;
    // All reports together stay together, and so do two that are compared.
    const reports = partsOf(row).map(reportOf);
    if (this.report >= 0 && !reports.includes(this.report)) this.report = reports[0] ?? 0;
    this.textElement.mark(spans, this.#place);
    const place = spans[this.#place];
    if (from === "table" && place) this.textElement.reveal(place);
    if (from === "text") void this.updateComplete.then(() => this.results?.reveal(row));
  }

  /** Takes the focus to a row, or where it is gone to the one before. */
  async #focusNear(row: string): Promise<void> {
    await this.updateComplete;
    const before = row.replace(/\d+$/u, (index) => String(Number(index) - 1));
    if (!((await this.results?.focusRow(row)) || (await this.results?.focusRow(before)))) this.focusTables();
  }

  /** The first place of one of the rows that a row stands for. */
  #placeOf(row: string, part: string): number {
    const parts = partsOf(row);
    return parts.slice(0, parts.indexOf(part)).reduce((sum, one) => sum + this.#spansOf(one).length, 0);
  }

  /** The words that the chosen row rests on. */
  #evidence(): string | null {
    const span = this.selected && this.#spansOf(this.selected)[this.#place];
    return span ? this.#text.slice(span.start, span.end) : null;
  }

  #spansOf(row: string): Utf16Span[] {
    return this.#finds?.spansOf(row) ?? [];
  }
}

/** The analysis of an empty text. */
function ofNothing(): Analysis {
  return { schemaVersion: 1, source: { script: "simplified", glosses: 0, repairs: [], chrome: [] }, reports: [] };
}

/** What an attribute says in JSON; what it says otherwise is refused when the text is read. */
function fromJson(value: string | null): PersonalLexicon {
  if (!value) return NO_WORDS;
  try {
    return JSON.parse(value);
  } catch {
    return { entries: value } as unknown as PersonalLexicon;
  }
}

/** Characters, not code units; without taking a large text apart. */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) count--;
  }
  return count;
}

define("jiyao-analyzer", JiyaoAnalyzer);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-analyzer": JiyaoAnalyzer;
  }
}
