// Pasting. Most programs offer their words; what is offered as HTML alone is read elsewhere, and put in when that is done.
import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { lineBreakOf, setLineBreak } from "./line-breaks.ts";

/** A piece of the document. */
interface Stretch {
  from: number;
  to: number;
}

/** The pastes of each editor. */
const ofEditors = new WeakMap<EditorView, Pastes>();

/** Waits for all that is being pasted into an editor; `null` where there is nothing to wait for. */
export function pasted(view: EditorView): Promise<void> | null {
  return ofEditors.get(view)?.underway ?? null;
}

/** Pastes as one expects it: each where it was asked for and in that order, as one step to undo. */
export function pasting(richText: (html: string) => Promise<string>, failed: (reason: unknown) => void): Extension {
  const pastes = ViewPlugin.define((view) => new Pastes(view, failed));
  const paste = ({ clipboardData }: ClipboardEvent, view: EditorView): boolean => {
    const words = clipboardData?.getData("text/plain");
    const html = clipboardData?.getData("text/html");
    if (view.state.readOnly || !(words || html)) return false;
    view.plugin(pastes)?.take(words || richText(html as string));
    return true;
  };
  return [pastes, EditorView.domEventHandlers({ paste })];
}

/** The pastes of one editor. */
class Pastes {
  readonly #view: EditorView;
  readonly #failed: (reason: unknown) => void;
  /** What those that wait for their words take the place of, as the document is now; the first of them first. */
  #waiting: Stretch[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(view: EditorView, failed: (reason: unknown) => void) {
    this.#view = view;
    this.#failed = failed;
    ofEditors.set(view, this);
  }

  get underway(): Promise<void> | null {
    return this.#waiting.length ? this.#last : null;
  }

  /** Puts words in place of what is selected now, when they and those that were pasted before are there. */
  take(words: string | Promise<string>): void {
    const { from, to } = this.#view.state.selection.main;
    if (typeof words === "string" && this.#waiting.length === 0) {
      this.#insert({ from, to }, words);
      return;
    }
    const stretch = { from, to };
    this.#waiting.push(stretch);
    this.#last = Promise.all([words, this.#last]).then(
      ([text]) => this.#arrive(stretch, text),
      (reason: unknown) => {
        if (this.#leave(stretch)) this.#failed(reason);
      },
    );
  }

  #arrive(stretch: Stretch, text: string): void {
    if (!this.#leave(stretch) || !text || this.#view.state.readOnly) return;
    const { from, to } = stretch;
    // Those that wait for the same place stand behind it.
    const same = this.#waiting.filter((other) => other.from >= from && other.to <= to);
    const length = this.#insert(stretch, text);
    for (const other of same) other.from = other.to = from + length;
  }

  /** Whether a paste still waited: not where its editor is gone. */
  #leave(stretch: Stretch): boolean {
    const at = this.#waiting.indexOf(stretch);
    if (at >= 0) this.#waiting.splice(at, 1);
    return at >= 0;
  }

  /** Puts words into the document, and tells how long they are there; words that become the whole text bring their line breaks. */
  #insert({ from, to }: Stretch, words: string): number {
    const { state } = this.#view;
    const insert = state.toText(words);
    const { main } = state.selection;
    // Where something was typed or chosen meanwhile, that is not left.
    const selection = main.from === from && main.to === to ? { anchor: from + insert.length } : undefined;
    const isWhole = to - from === state.doc.length;
    this.#view.dispatch({
      changes: { from, to, insert },
      ...(selection && { selection }),
      effects: isWhole ? [setLineBreak.of(lineBreakOf(words)), EditorView.scrollIntoView(0, { y: "start" })] : [],
      scrollIntoView: !isWhole && selection !== undefined,
      userEvent: "input.paste",
    });
    return insert.length;
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (!docChanged) return;
    for (const stretch of this.#waiting) {
      // What is typed meanwhile was meant to stand behind.
      stretch.to = changes.mapPos(stretch.to, -1);
      stretch.from = Math.min(changes.mapPos(stretch.from, -1), stretch.to);
    }
  }

  destroy(): void {
    this.#waiting = [];
  }
}
