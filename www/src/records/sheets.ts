// One report as tables of plain cells: what the page shows and what every export writes.
import type { Report, Utf16Span } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { type FindKind, joinedRow, rowId, type SheetId } from "./finds.ts";
import { titleOf } from "./record.ts";

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
  /** The rows of its report that the cells come from, by column, where each cell comes from one of its own. */
  parts?: Readonly<Record<string, string>>;
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

/** The columns of all meetings together: a meeting has one row. */
export function meetingColumns({ columns, finds, sheets, separator }: Strings): Column[] {
  return [
    { id: "report", title: columns.report, numeric: true },
    { id: "meetingName", title: columns.meetingName, rowHeader: true },
    { id: "date", title: columns.date },
    { id: "isoDate", title: columns.isoDate, extra: true },
    { id: "place", title: columns.place },
    { id: "people", title: finds.person, numeric: true },
    { id: "bodies", title: [finds.organization, finds.group].join(separator), numeric: true, extra: true },
    { id: "awards", title: sheets.awards, numeric: true },
    { id: "directives", title: sheets.directives, numeric: true },
  ];
}

/** A meeting among others: what is known of it, and how much its report has. */
export function meetingRow(report: Report, at: number, strings: Strings): Row {
  const { name, date, place } = report.meeting;
  const part = (fact: string): string => rowId(at, "meeting", fact);
  const people = report.attendees.filter(({ kind }) => kind === "person").length;
  const found = [name && "name", date && "date", place && "place"].filter((fact) => fact != null);
  return {
    id: joinedRow(found.length ? found.map(part) : [part("name")]),
    kind: "meeting",
    parts: {
      ...(name && { meetingName: part("name") }),
      ...(date && { date: part("date") }),
      ...(date?.iso && { isoDate: part("iso") }),
      ...(place && { place: part("place") }),
    },
    cells: [
      at + 1,
      titleOf(report) ?? strings.reportTab(at + 1, null),
      date?.text ?? null,
      date?.iso ?? null,
      place?.text ?? null,
      people,
      report.attendees.length - people,
      report.awards.length,
      report.directives.length,
    ],
    spans: [name, date, place].flatMap((fact) => (fact ? [fact.span] : [])),
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
