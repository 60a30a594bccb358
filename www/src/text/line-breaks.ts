// CodeMirror keeps every line break as one code unit, while a pasted text may hold CRLF. The contract's spans are
// about the text as it was pasted, so the kind of line break is remembered and offsets are mapped between the two.
import { StateEffect, StateField } from "@codemirror/state";

export type LineBreak = "\n" | "\r\n" | "\r";

export const setLineBreak = StateEffect.define<LineBreak>();

/** The line break of the text as it was pasted. */
export const lineBreakField = StateField.define<LineBreak>({
  create: () => "\n",
  update: (value, { effects }) => effects.findLast((effect) => effect.is(setLineBreak))?.value ?? value,
});

/** The line break of a text that uses one kind throughout; a text that mixes them is normalized to LF. */
export function lineBreakOf(text: string): LineBreak {
  if (!text.includes("\r")) return "\n";
  const kinds = new Set(text.match(/\r\n|\r|\n/g));
  return kinds.size === 1 ? ([...kinds][0] as LineBreak) : "\n";
}

/** What {@link Offsets} needs to know of a document: CodeMirror's `Text` has it. */
export interface Lines {
  readonly length: number;
  readonly lines: number;
  lineAt(position: number): { readonly number: number };
  line(number: number): { readonly from: number; readonly to: number };
}

/** Maps between offsets in the pasted text and positions in the document. */
export class Offsets {
  constructor(
    readonly doc: Lines,
    readonly lineBreak: LineBreak,
  ) {}

  /** The document position of an offset in the pasted text; one inside a line break is its start. */
  toDoc(offset: number): number {
    const clamped = Math.max(0, offset);
    if (this.lineBreak.length === 1) return Math.min(clamped, this.doc.length);
    // The last line that starts at or before the offset: line n starts at from + (n - 1) in the pasted text.
    let low = 1;
    let high = this.doc.lines;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.doc.line(middle).from + middle - 1 <= clamped) low = middle;
      else high = middle - 1;
    }
    const { from, to } = this.doc.line(low);
    return Math.min(clamped - (low - 1), Math.max(from, to));
  }

  /** The offset in the pasted text of a document position. */
  toSource(position: number): number {
    return this.lineBreak.length === 1 ? position : position + this.doc.lineAt(position).number - 1;
  }
}
