import { EditorView } from "@codemirror/view";
import { css, html, LitElement, type PropertyValues, unsafeCSS } from "lit";
import { property } from "lit/decorators.js";
import type { Analysis, Utf16Span } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { FIND_KINDS, type FindKind, type Finds } from "../records/finds.ts";
import { base } from "../style/tokens.ts";
import { createEditor, offsetsOf, setReadonly, setSource, sourceOf, speak } from "../text/editor.ts";
import {
  evidenceMarks,
  findsAt,
  hintMarks,
  marksField,
  showEvidence,
  showHint,
  showMarks,
  stretchOf,
} from "../text/marks.ts";
import { pasted } from "../text/paste.ts";

/** A kind that is switched off loses its look, not its marks. */
const HIDDEN = unsafeCSS(FIND_KINDS.map((kind) => `.no-${kind} .find.${kind}`).join(", "));

/**
 * The text, with what was found in it.
 *
 * @fires jiyao-input - the text was changed
 * @fires jiyao-pick - a find was clicked; `detail.row` is its row
 * @fires jiyao-caret - the caret was moved; `detail.offset` is its place, `detail.row` the row of the find there
 * @fires jiyao-hint - the mouse came to a find, or to none; `detail.row` is its row or `null`
 * @fires jiyao-selection - something is to be done with the selected words; `detail.span` and, on the screen, `detail.rect`
 * @fires jiyao-failed - what was pasted could not be read, or what was asked for could not be had, for `detail.reason`
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
  /** Gives the words of what is pasted as HTML alone. */
  @property({ attribute: false }) richText!: (html: string) => Promise<string>;
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

  /** How long the text is, in UTF-16 code units with each line break as one; `value` of a large text takes a while. */
  get length(): number {
    return this.#view?.state.doc.length ?? this.#initial.length;
  }

  /** Waits for all that is being pasted; `null` where there is nothing to wait for. */
  get pasted(): Promise<void> | null {
    return this.#view ? pasted(this.#view) : null;
  }

  /** What is the same thing as long as the text is not changed. */
  get version(): unknown {
    return this.#view?.state.doc;
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
      hovered: (position) => send(this, "jiyao-hint", { row: position === null ? null : this.#rowAt(position) }),
      moved: (position) => this.#moved(position),
      chosen: (view) => this.#chosen(view),
      richText: (html) => this.richText(html),
      failed: (reason) => send(this, "jiyao-failed", { reason }),
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
    const hadFocus = this.#view?.hasFocus;
    this.#view?.destroy();
    this.#initial = source;
    this.#start();
    if (hadFocus) this.focus();
  }

  /** Shows what was found; `analysis` must be of the text that stands there now. */
  show(analysis: Analysis | null, finds: Finds | null): void {
    const view = this.#view;
    if (!view) return;
    view.dispatch({
      effects: [
        showMarks.of({ offsets: offsetsOf(view), finds, source: analysis?.source ?? null }),
        showEvidence.of(evidenceMarks([], 0)),
      ],
    });
  }

  /** Marks the evidence of a row; the place that is looked at stands out. */
  mark(spans: readonly Utf16Span[], here: number): void {
    this.#view?.dispatch({ effects: showEvidence.of(evidenceMarks(this.#stretches(spans), here)) });
  }

  /** Marks the evidence of a row that is only pointed at. */
  hint(spans: readonly Utf16Span[]): void {
    this.#view?.dispatch({ effects: showHint.of(hintMarks(this.#stretches(spans))) });
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
    const marks = view.state.field(marksField);
    return spans.map((span) => stretchOf(marks, span));
  }

  /** The piece of the pasted text that is selected now. */
  get selection(): Utf16Span | null {
    if (!this.#view) return null;
    const { from, to, empty } = this.#view.state.selection.main;
    const offsets = offsetsOf(this.#view);
    return empty ? null : { start: offsets.toSource(from), end: offsets.toSource(to) };
  }

  #chosen(view: EditorView): void {
    const rect = view.coordsAtPos(view.state.selection.main.to);
    if (this.selection && rect) send(this, "jiyao-selection", { span: this.selection, rect });
  }

  #moved(position: number): void {
    if (!this.#view) return;
    send(this, "jiyao-caret", { offset: offsetsOf(this.#view).toSource(position), row: this.#rowAt(position) });
  }

  #clicked(position: number): void {
    const row = this.#rowAt(position);
    if (row) send(this, "jiyao-pick", { row, from: "text" });
  }

  /** The row of the smallest find around a place. */
  #rowAt(position: number): string | null {
    const view = this.#view;
    if (!view) return null;
    const [smallest] = findsAt(view.state.field(marksField), position)
      .filter(({ kind }) => !this.hiddenKinds.has(kind))
      .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    return smallest?.row ?? null;
  }
}

define("jiyao-text", JiyaoText);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-text": JiyaoText;
  }
}
