import { EditorView } from "@codemirror/view";
import { css, html, LitElement, type PropertyValues, unsafeCSS } from "lit";
import { property } from "lit/decorators.js";
import type { Analysis, Utf16Span } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { FIND_KINDS, type Find, type FindKind } from "../records/finds.ts";
import { base } from "../style/tokens.ts";
import { createEditor, offsetsOf, setReadonly, setSource, sourceOf, speak } from "../text/editor.ts";
import { evidenceMarks, findMarks, marksField, quietMarks, showEvidence, showMarks } from "../text/marks.ts";

/** A kind that is switched off loses its look, not its marks. */
const HIDDEN = unsafeCSS(FIND_KINDS.map((kind) => `.no-${kind} .find.${kind}`).join(", "));

/**
 * The text, with what was found in it.
 *
 * @fires jiyao-input - the text was changed
 * @fires jiyao-pick - a find was clicked; `detail.row` is its row
 * @fires jiyao-leave - the Escape key was pressed in the text
 */
export class JiyaoText extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 0;
        container-type: inline-size;
      }
      .editor {
        height: 100%;
      }
      ${HIDDEN} {
        text-decoration: none !important;
        background-color: transparent !important;
        cursor: text !important;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ type: Boolean }) readonly = false;
  /** The kinds that are not shown in the text. */
  @property({ attribute: false }) hiddenKinds: ReadonlySet<FindKind> = new Set();

  #view: EditorView | undefined;
  #initial = "";

  /** The text as it was pasted. */
  get value(): string {
    return this.#view ? sourceOf(this.#view) : this.#initial;
  }

  set value(source: string) {
    if (!this.#view) this.#initial = source;
    else if (source !== this.value) setSource(this.#view, source);
  }

  override render() {
    const hidden = [...this.hiddenKinds].map((kind) => `no-${kind}`).join(" ");
    return html`<div class="editor ${hidden}" part="text"></div>`;
  }

  override firstUpdated(): void {
    this.#start();
  }

  #start(): void {
    const root = this.renderRoot as ShadowRoot;
    const parent = root.querySelector(".editor") as HTMLElement;
    this.#view = createEditor(root, parent, this.#initial, {
      changed: () => send(this, "jiyao-input", null),
      clicked: (position) => this.#clicked(position),
      left: () => {
        send(this, "jiyao-leave", null);
        return true;
      },
    });
    speak(this.#view, this.strings);
    setReadonly(this.#view, this.readonly);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.#view) return;
    if (changed.has("strings")) speak(this.#view, this.strings);
    if (changed.has("readonly")) setReadonly(this.#view, this.readonly);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#view) this.#initial = this.value;
  }

  override focus(): void {
    this.#view?.focus();
  }

  /** Another text with a history of its own. */
  open(source: string): void {
    this.#view?.destroy();
    this.#initial = source;
    this.#start();
  }

  /** Shows what was found; `analysis` must be of the text that stands there now. */
  show(analysis: Analysis | null, finds: readonly Find[]): void {
    const view = this.#view;
    if (!view) return;
    const offsets = offsetsOf(view);
    view.dispatch({
      effects: [
        showMarks.of({
          offsets,
          glossed: (analysis?.source.glosses ?? 0) > 0,
          finds: findMarks(finds, offsets),
          quiet: quietMarks(analysis?.source ?? NOTHING, offsets),
        }),
        showEvidence.of(evidenceMarks([], 0)),
      ],
    });
  }

  /** Marks the evidence of a row; the place that is looked at stands out. */
  mark(spans: readonly Utf16Span[], here: number): void {
    this.#view?.dispatch({ effects: showEvidence.of(evidenceMarks(this.#stretches(spans), here)) });
  }

  /** Selects a place in the text and brings it into view. */
  reveal(span: Utf16Span): void {
    const [stretch] = this.#stretches([span]);
    if (!stretch) return;
    this.#view?.dispatch({
      selection: { anchor: stretch.from, head: stretch.to },
      effects: EditorView.scrollIntoView(stretch.from, { y: "center" }),
    });
  }

  /** Where pieces of the text that was read stand in the document as it is now. */
  #stretches(spans: readonly Utf16Span[]): { from: number; to: number }[] {
    const view = this.#view;
    if (!view) return [];
    const { edits, offsets } = view.state.field(marksField);
    const moved = (offset: number, side: -1 | 1): number => {
      const position = offsets?.toDoc(offset) ?? offset;
      return edits ? edits.mapPos(position, side) : position;
    };
    return spans.map(({ start, end }) => {
      const from = moved(start, 1);
      return { from, to: Math.max(from, moved(end, -1)) };
    });
  }

  /** The piece of the pasted text that is selected now. */
  get selection(): Utf16Span | null {
    if (!this.#view) return null;
    const { from, to, empty } = this.#view.state.selection.main;
    const offsets = offsetsOf(this.#view);
    return empty ? null : { start: offsets.toSource(from), end: offsets.toSource(to) };
  }

  /** The smallest find around a click tells its row. */
  #clicked(position: number): void {
    const view = this.#view;
    if (!view) return;
    let best: { row: string; length: number } | undefined;
    view.state.field(marksField).finds.between(position, position, (from, to, mark) => {
      const { row, class: name } = mark.spec as { row: string; class: string };
      const shown = FIND_KINDS.some((kind) => name.endsWith(kind) && !this.hiddenKinds.has(kind));
      if (shown && (!best || to - from < best.length)) best = { row, length: to - from };
    });
    if (best) send(this, "jiyao-pick", { row: best.row, from: "text" });
  }
}

const NOTHING: Analysis["source"] = { script: "simplified", glosses: 0, repairs: [], chrome: [] };

define("jiyao-text", JiyaoText);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-text": JiyaoText;
  }
}
