// What is seen of a sheet: which rows, in which order.
import type { Cell, Row, Sheet } from "./sheets.ts";

export interface Order {
  column: string;
  descending: boolean;
}

/** The rows that hold every word of the filter, wherever in the row. */
export function filterRows(rows: readonly Row[], filter: string): Row[] {
  const wanted = filter.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [...rows];
  return rows.filter(({ cells }) => {
    const all = cells.join("\n").toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}

const byPinyin = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });

/** The rows in another order: numbers by size, words by pinyin, empty cells always last. */
export function sortRows(rows: readonly Row[], sheet: Sheet, order: Order | null): Row[] {
  const at = sheet.columns.findIndex(({ id }) => id === order?.column);
  if (!order || at < 0) return [...rows];
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => compare(a.cells[at] ?? null, b.cells[at] ?? null, sign));
}

function compare(a: Cell, b: Cell, sign: number): number {
  const empty = Number(isEmpty(a)) - Number(isEmpty(b));
  if (empty !== 0 || isEmpty(a)) return empty;
  return sign * (typeof a === "number" && typeof b === "number" ? a - b : byPinyin.compare(String(a), String(b)));
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === "";
}

/** The order after a click on a column's title: rising, falling, as in the text. */
export function nextOrder(order: Order | null, column: string): Order | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}

/** A sheet with the chosen rows and columns only. */
export function narrowed(sheet: Sheet, rows: readonly Row[], isShown: (column: string) => boolean): Sheet {
  const kept = sheet.columns.flatMap(({ id }, index) => (isShown(id) ? [index] : []));
  return {
    ...sheet,
    columns: sheet.columns.filter(({ id }) => isShown(id)),
    rows: rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) })),
  };
}
