import type { Report, Utf16Span } from "../analysis/model.ts";

/** The kinds of find that the page tells apart by colour; the order is that of the legend. */
export const FIND_KINDS = ["meeting", "person", "organization", "group", "award", "directive"] as const;
export type FindKind = (typeof FIND_KINDS)[number];

/** One place in the pasted text that a row of a table rests on. */
export interface Find {
  kind: FindKind;
  span: Utf16Span;
  /** The row, by {@link rowId}. */
  row: string;
}

export type SheetId = "meeting" | "attendees" | "awards" | "directives";

/** A name for a row that holds while the same text is shown: `2/attendees/0`. */
export function rowId(report: number, sheet: SheetId, index: number | string): string {
  return `${report}/${sheet}/${index}`;
}

/** A name for a row that stands for several: `0/attendees/3+2/attendees/0`. */
export function joinedRow(rows: readonly string[]): string {
  return rows.join("+");
}

/** The rows that a row stands for: itself, or several. */
export function partsOf(row: string): string[] {
  return row.split("+");
}

/** The report that a row belongs to, or the first of several. */
export function reportOf(row: string): number {
  return Number.parseInt(row, 10);
}

/**
 * The places that rows rest on. A large text has hundreds of thousands: they are made when they are asked for, a
 * report at a time.
 */
export class Finds {
  readonly counts: Readonly<Record<FindKind, number>>;
  readonly #reports: readonly Report[];
  /** From the first to the last find of each report. */
  readonly #hulls: readonly Utf16Span[];

  private constructor(reports: readonly Report[], hulls: readonly Utf16Span[], counts: Record<FindKind, number>) {
    this.#reports = reports;
    this.#hulls = hulls;
    this.counts = counts;
  }

  /** The finds of some reports. Yields now and then, for there may be many. */
  static *of(reports: readonly Report[]): Generator<void, Finds> {
    const counts = Object.fromEntries(FIND_KINDS.map((kind) => [kind, 0])) as Record<FindKind, number>;
    const hulls: Utf16Span[] = [];
    for (const report of reports) {
      const hull = { start: Number.POSITIVE_INFINITY, end: 0 };
      eachFind(report, (kind, { start, end }) => {
        counts[kind]++;
        hull.start = Math.min(hull.start, start);
        hull.end = Math.max(hull.end, end);
      });
      hulls.push(hull);
      yield;
    }
    return new Finds(reports, hulls, counts);
  }

  /** The finds that a stretch of the text has a part in; the longer first where two start together. */
  between(from: number, to: number): Find[] {
    const finds: Find[] = [];
    for (const [at, { start, end }] of this.#hulls.entries()) {
      if (start >= to || end <= from) continue;
      eachFind(this.#reports[at] as Report, (kind, span, sheet, index) => {
        if (span.start < to && span.end > from) finds.push({ kind, span, row: rowId(at, sheet, index) });
      });
    }
    return finds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  /** The evidence of a row, in the order of the text. */
  spansOf(row: string): Utf16Span[] {
    return partsOf(row).flatMap((part) => this.#spansOfPart(part));
  }

  #spansOfPart(row: string): Utf16Span[] {
    const [, sheet, field] = row.split("/");
    // The standard date is read from the written one.
    const index = field === "iso" ? "date" : field;
    const spans: Utf16Span[] = [];
    const report = this.#reports[reportOf(row)];
    if (report) {
      eachFind(report, (_, span, of, at) => {
        if (of === sheet && String(at) === index) spans.push(span);
      });
    }
    return spans.sort((a, b) => a.start - b.start);
  }
}

/** Calls back for each place that a row of the report rests on. */
function eachFind(
  { meeting, attendees, awards, directives }: Report,
  visit: (kind: FindKind, span: Utf16Span, sheet: SheetId, index: number | string) => void,
): void {
  const found = (kind: FindKind, span: Utf16Span, sheet: SheetId, index: number | string): void => {
    if (span.end > span.start) visit(kind, span, sheet, index);
  };
  const { name, date, place } = meeting;
  for (const [field, value] of Object.entries({ name, date, place })) {
    if (value) found("meeting", value.span, "meeting", field);
  }
  for (const [index, { kind, mentions }] of attendees.entries()) {
    for (const span of mentions) found(kind, span, "attendees", index);
  }
  for (const [index, { span }] of awards.entries()) found("award", span, "awards", index);
  for (const [index, { span }] of directives.entries()) found("directive", span, "directives", index);
}
