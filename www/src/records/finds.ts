import type { Analysis, Report, Utf16Span } from "../analysis/model.ts";

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

/** The report that a row belongs to. */
export function reportOf(row: string): number {
  return Number.parseInt(row, 10);
}

/** Every place that any row rests on, in the order of the text; the longer first where two start together. */
export function findsIn(analysis: Analysis): Find[] {
  return analysis.reports
    .flatMap(findsOfReport)
    .filter(({ span }) => span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function findsOfReport(report: Report, at: number): Find[] {
  const { name, date, place } = report.meeting;
  const meeting = Object.entries({ name, date, place }).flatMap(([field, found]): Find[] =>
    found ? [{ kind: "meeting", span: found.span, row: rowId(at, "meeting", field) }] : [],
  );
  const attendees = report.attendees.flatMap(({ kind, mentions }, index) =>
    mentions.map((span): Find => ({ kind, span, row: rowId(at, "attendees", index) })),
  );
  const awards = report.awards.map(
    ({ span }, index): Find => ({ kind: "award", span, row: rowId(at, "awards", index) }),
  );
  const directives = report.directives.map(
    ({ span }, index): Find => ({ kind: "directive", span, row: rowId(at, "directives", index) }),
  );
  return [...meeting, ...attendees, ...awards, ...directives];
}
