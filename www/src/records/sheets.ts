// One report as tables of plain cells: what the page shows and what every export writes.
import type { Report, Utf16Span } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { type FindKind, rowId, type SheetId } from "./finds.ts";

export type Cell = string | number | null;

export interface Column {
  id: string;
  title: string;
  /** The cell that names the row. */
  rowHeader?: boolean;
  numeric?: boolean;
  /** Not shown at first; exports have it. */
  extra?: boolean;
}

/** Where a row that stands for several comes from. */
export interface Place {
  /** The index of the report. */
  report: number;
  /** The row of that report alone. */
  row: string;
}

export interface Row {
  id: string;
  kind: FindKind;
  cells: Cell[];
  /** The evidence, in UTF-16 code units of the pasted text. */
  spans: Utf16Span[];
  /** The reports that a row of several reports comes from. */
  places?: readonly Place[];
  /** What is to be minded about the row. */
  note?: string | null;
}

export interface Sheet {
  id: SheetId;
  title: string;
  columns: Column[];
  rows: Row[];
}

/** The four tables of one report. */
export function sheetsOf(report: Report, at: number, strings: Strings): Sheet[] {
  return [
    meetingSheet(report, at, strings),
    attendeeSheet(report, at, strings),
    awardSheet(report, at, strings),
    directiveSheet(report, at, strings),
  ];
}

function meetingSheet({ meeting: { name, date, place } }: Report, at: number, strings: Strings): Sheet {
  const row = (id: string, found: { text: string; span: Utf16Span } | null | undefined, title: string): Row[] =>
    found ? [{ id: rowId(at, "meeting", id), kind: "meeting", cells: [title, found.text], spans: [found.span] }] : [];
  const { columns } = strings;
  const iso = date?.iso && { text: date.iso, span: date.span };
  return {
    id: "meeting",
    title: strings.sheets.meeting,
    columns: [
      { id: "item", title: columns.item, rowHeader: true },
      { id: "content", title: columns.content },
    ],
    rows: [
      ...row("name", name, columns.meetingName),
      ...row("date", date, columns.date),
      ...row("iso", iso || null, columns.isoDate),
      ...row("place", place, columns.place),
    ],
  };
}

function attendeeSheet({ attendees }: Report, at: number, strings: Strings): Sheet {
  const { columns, kinds, roles, separator } = strings;
  return {
    id: "attendees",
    title: strings.sheets.attendees,
    columns: [
      { id: "name", title: columns.name, rowHeader: true },
      { id: "positions", title: columns.positions },
      { id: "roles", title: columns.roles },
      { id: "kind", title: columns.kind },
      { id: "count", title: columns.count, numeric: true },
      { id: "mentions", title: columns.mentions, numeric: true, extra: true },
    ],
    rows: attendees.map((attendee, index) => ({
      id: rowId(at, "attendees", index),
      kind: attendee.kind,
      cells: [
        attendee.name,
        attendee.positions.join("、"),
        attendee.roles.map((role) => roles[role]).join(separator),
        kinds[attendee.kind],
        attendee.count ?? null,
        attendee.mentions.length,
      ],
      spans: attendee.mentions,
    })),
  };
}

function awardSheet({ awards }: Report, at: number, strings: Strings): Sheet {
  const { columns, kinds } = strings;
  return {
    id: "awards",
    title: strings.sheets.awards,
    columns: [
      { id: "honor", title: columns.honor, rowHeader: true },
      { id: "recipient", title: columns.recipient },
      { id: "kind", title: columns.kind },
      { id: "count", title: columns.awardCount, numeric: true },
    ],
    rows: awards.map((award, index) => ({
      id: rowId(at, "awards", index),
      kind: "award",
      cells: [
        award.honor,
        award.recipient ?? null,
        award.recipientKind ? kinds[award.recipientKind] : null,
        award.count ?? null,
      ],
      spans: [award.span],
    })),
  };
}

function directiveSheet({ directives }: Report, at: number, strings: Strings): Sheet {
  const { columns } = strings;
  return {
    id: "directives",
    title: strings.sheets.directives,
    columns: [
      { id: "ordinal", title: columns.ordinal, numeric: true },
      { id: "speaker", title: columns.speaker },
      { id: "headline", title: columns.headline, rowHeader: true },
      { id: "addressee", title: columns.addressee },
      { id: "text", title: columns.text, extra: true },
    ],
    rows: directives.map((directive, index) => ({
      id: rowId(at, "directives", index),
      kind: "directive",
      cells: [
        directive.ordinal ?? null,
        directive.speaker ?? null,
        directive.headline,
        directive.addressee ?? null,
        directive.text,
      ],
      spans: [directive.span],
    })),
  };
}
