// The clean text as paragraphs that know their place in the pasted text, with what was mended in them.
import type { Analysis, CleanText, Repair, Utf16Span } from "../analysis/model.ts";

/** Words of a paragraph; with a repair, those that it gave. Where it took something out, there are none. */
export interface Piece {
  words: string;
  repair: Repair | null;
}

export interface Paragraph {
  /** From 1, over the whole text. */
  number: number;
  text: string;
  pieces: Piece[];
  /** Its place in the pasted text. */
  source: Utf16Span;
  /** It belongs to no report: navigation, link lists, dates of publication. */
  aside: boolean;
  /** Repeated paragraphs that were left out behind it. */
  repeated: Repair[];
}

export function paragraphsOf({ text, stretches }: CleanText, { repairs, chrome }: Analysis["source"]): Paragraph[] {
  const places = new Places(stretches);
  let leftOut = 0;
  const inside = repairs
    .filter(({ kind, span }) => {
      if (kind === "repeated") leftOut = Math.max(leftOut, span.end);
      return span.start >= leftOut;
    })
    .map((repair) => ({ repair, place: places.toClean(repair.span) }));
  const repeated = repairs.filter(({ kind }) => kind === "repeated");
  const paragraphs: Paragraph[] = [];
  let [start, mended, asides, left] = [0, 0, 0, 0];
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (!line) {
      start = end + 1;
      continue;
    }
    const source = places.toSource({ start, end });
    while ((chrome[asides]?.end ?? Number.POSITIVE_INFINITY) <= source.start) asides++;
    const from = mended;
    while ((inside[mended]?.place.start ?? Number.POSITIVE_INFINITY) <= end) mended++;
    const begun = left;
    while ((repeated[left]?.span.start ?? Number.POSITIVE_INFINITY) < source.start) left++;
    paragraphs.at(-1)?.repeated.push(...repeated.slice(begun, left));
    paragraphs.push({
      number: paragraphs.length + 1,
      text: line,
      pieces: piecesOf(line, start, inside.slice(from, mended)),
      source,
      aside: (chrome[asides]?.start ?? Number.POSITIVE_INFINITY) < source.end,
      repeated: [],
    });
    start = end + 1;
  }
  paragraphs.at(-1)?.repeated.push(...repeated.slice(left));
  return paragraphs;
}

function piecesOf(line: string, start: number, repairs: readonly { repair: Repair; place: Utf16Span }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { repair, place } of repairs) {
    const from = Math.max(at, Math.min(line.length, place.start - start));
    const to = Math.max(from, Math.min(line.length, place.end - start));
    if (from > at) pieces.push({ words: line.slice(at, from), repair: null });
    pieces.push({ words: line.slice(from, to), repair });
    at = to;
  }
  if (at < line.length) pieces.push({ words: line.slice(at), repair: null });
  return pieces;
}

/** The paragraph at a place of the pasted text, or the last one before it. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  return paragraphs[lastBefore(paragraphs, ({ source }) => source.start <= offset)];
}

/** Between places of the clean text and of the pasted one. */
class Places {
  constructor(readonly stretches: CleanText["stretches"]) {}

  toSource({ start, end }: Utf16Span): Utf16Span {
    const first = this.#sourceOf(start);
    return end > start
      ? { start: first.start, end: this.#sourceOf(end - 1).end }
      : { start: first.start, end: first.start };
  }

  /** The pasted characters of one clean code unit; behind the last one, the end of the text. */
  #sourceOf(at: number): Utf16Span {
    const stretch = this.stretches[lastBefore(this.stretches, ({ clean }) => clean.start <= at)];
    if (!stretch) return { start: 0, end: 0 };
    const { clean, source } = stretch;
    if (at >= clean.end) return { start: source.end, end: source.end };
    if (!isEven(stretch)) return source;
    return { start: source.start + at - clean.start, end: source.start + at - clean.start + 1 };
  }

  toClean({ start, end }: Utf16Span): Utf16Span {
    const from = this.#cleanOf(start, "start");
    return { start: from, end: Math.max(from, this.#cleanOf(end, "end")) };
  }

  /** The clean place of an edge: a start that falls among what was taken out moves on, an end moves back; both to the same place. */
  #cleanOf(edge: number, side: keyof Utf16Span): number {
    const stretch =
      this.stretches[lastBefore(this.stretches, ({ source }) => source.start < edge + Number(side === "start"))];
    if (!stretch) return 0;
    const { clean, source } = stretch;
    if (edge >= source.end) return clean.end;
    if (isEven(stretch)) return clean.start + edge - source.start;
    return side === "start" ? clean.start : clean.end;
  }
}

function isEven({ clean, source }: CleanText["stretches"][number]): boolean {
  return clean.end - clean.start === source.end - source.start;
}

/** The index of the last item that a rising condition holds for; -1 for none. */
function lastBefore<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
