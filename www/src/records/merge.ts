import type { Analysis } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { peopleRows } from "./people.ts";
import { meetingColumns, meetingRow, type Row, type Sheet, sheetsOf } from "./sheets.ts";

/**
 * The tables of all reports; where there are several, a first column says which one a row is from, and each meeting has one
 * row. `merged` gives each person one row. Yields now and then, for there may be many.
 */
export function* allSheets({ reports }: Analysis, strings: Strings, merged = false): Generator<void, Sheet[]> {
  const [report] = reports;
  if (!report) return [];
  const first = sheetsOf(report, 0, strings);
  if (reports.length === 1) return first;
  const { columns } = strings;
  const sheets = first.map(
    (sheet): Sheet => ({
      ...sheet,
      columns: [{ id: "report", title: columns.report, numeric: true }, ...sheet.columns],
      rows: [],
    }),
  );
  const meetings = sheets.find(({ id }) => id === "meeting") as Sheet;
  meetings.columns = meetingColumns(strings);
  for (const [index, each] of reports.entries()) {
    for (const [at, { id, rows }] of sheetsOf(each, index, strings).entries()) {
      if (id === "meeting") continue;
      for (const row of rows) sheets[at]?.rows.push({ ...row, cells: [index + 1, ...row.cells] } satisfies Row);
    }
    meetings.rows.push(meetingRow(each, index, strings));
    yield;
  }
  const attendees = sheets.find(({ id }) => id === "attendees");
  if (merged && attendees) {
    attendees.columns[0] = { id: "report", title: columns.report };
    attendees.columns.push({ id: "note", title: columns.note, extra: true });
    attendees.rows = yield* peopleRows(reports, strings);
  }
  return sheets;
}
