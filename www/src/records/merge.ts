import type { Analysis } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Row, type Sheet, sheetsOf } from "./sheets.ts";

/** The tables of all reports; where there are several, a first column says which one a row is from. */
export function allSheets({ reports }: Analysis, strings: Strings): Sheet[] {
  const [first, ...others] = reports.map((report, index) => sheetsOf(report, index, strings));
  if (!first) return [];
  if (others.length === 0) return first;
  return first.map((sheet, at) => ({
    ...sheet,
    columns: [{ id: "report", title: strings.columns.report, numeric: true }, ...sheet.columns],
    rows: [first, ...others].flatMap((sheets, index) =>
      (sheets[at]?.rows ?? []).map((row): Row => ({ ...row, cells: [index + 1, ...row.cells] })),
    ),
  }));
}
