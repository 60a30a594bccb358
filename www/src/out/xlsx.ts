// Loaded when the first workbook is asked for.
import writeExcelFile from "write-excel-file/universal";
import type { Cell, Sheet } from "../records/sheets.ts";

/** The longest text that a cell may hold. */
const LIMIT = 32_767;

/** A workbook with one sheet a table. Cells of words are typed as text, so none becomes a formula. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Blob> {
  const pages = sheets.map((sheet) => ({
    sheet: sheet.title,
    stickyRowsCount: 1,
    columns: widths(sheet).map((width) => ({ width })),
    data: [
      sheet.columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold" as const })),
      ...sheet.rows.map(({ cells }) => cells.map(typed)),
    ],
  }));
  return writeExcelFile(pages).toBlob();
}

function typed(cell: Cell) {
  if (cell === null || cell === "") return null;
  return typeof cell === "number" ? { value: cell, type: Number } : { value: legal(cell), type: String, wrap: true };
}

/** Wide enough for most cells: a Chinese character takes two columns of the font's digits. */
function widths({ columns, rows }: Sheet): number[] {
  return columns.map(({ title }, index) => {
    const longest = Math.max(title.length, ...rows.slice(0, 200).map(({ cells }) => String(cells[index] ?? "").length));
    return Math.min(60, Math.max(8, longest * 2 + 2));
  });
}

/** Without what XML, and so a workbook, cannot hold. */
function legal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, "");
  return clean.slice(0, LIMIT);
}
