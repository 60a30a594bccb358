// What is seen of a sheet: which rows, in which order.
import type { Cell, Row, Sheet } from "./sheets.ts";

export interface Order {
  column: string;
  descending: boolean;
}

/** How many rows are looked at before the page is let breathe. */
const STRIDE = 200;

/** The words that rows are looked for by, and the same words simplified, as most rows have them. */
export interface Wanted {
  words: string;
  simplified?: string | undefined;
}

/** The rows of a sheet that are seen, in their order. Yields now and then, for there may be many. */
export function* seenRows(sheet: Sheet, wanted: Wanted, order: Order | null): Generator<void, Row[]> {
  return yield* sortedRows(yield* filteredRows(sheet.rows, wanted), sheet, order);
}

/** The rows that hold every word of the filter, wherever in the row. */
export function* filteredRows(rows: readonly Row[], { words, simplified }: Wanted): Generator<void, Row[]> {
  const ways = [...new Set([words, simplified ?? words])].map((way) => way.toLowerCase().split(/\s+/u).filter(Boolean));
  if (ways.some((way) => way.length === 0)) return [...rows];
  const kept: Row[] = [];
  for (const [index, row] of rows.entries()) {
    const all = row.cells.join("\n").toLowerCase();
    if (ways.some((way) => way.every((word) => all.includes(word)))) kept.push(row);
    if (index % STRIDE === STRIDE - 1) yield;
  }
  return kept;
}

const byPinyin = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });

/** The rows in another order: numbers by size, words by pinyin, empty cells always last. */
function* sortedRows(rows: Row[], sheet: Sheet, order: Order | null): Generator<void, Row[]> {
  const at = sheet.columns.findIndex(({ id }) => id === order?.column);
  if (!order || at < 0) return rows;
  const sign = order.descending ? -1 : 1;
  const inOrder = (a: Row, b: Row): number => compare(a.cells[at] ?? null, b.cells[at] ?? null, sign);
  // Short runs are sorted, then merged two by two.
  let runs: Row[][] = [];
  for (let from = 0; from < rows.length; from += STRIDE) {
    runs.push(rows.slice(from, from + STRIDE).sort(inOrder));
    yield;
  }
  while (runs.length > 1) {
    const longer: Row[][] = [];
    for (let pair = 0; pair < runs.length; pair += 2) {
      longer.push(yield* mergedRuns(runs[pair] ?? [], runs[pair + 1] ?? [], inOrder));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* mergedRuns(a: Row[], b: Row[], inOrder: (a: Row, b: Row) => number): Generator<void, Row[]> {
  const merged: Row[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as Row, b[j] as Row];
    // Rows that are equal stay in the order of the text.
    if (inOrder(left, right) <= 0) {
      merged.push(left);
      i++;
    } else {
      merged.push(right);
      j++;
    }
    if (merged.length % STRIDE === 0) yield;
  }
  return merged.concat(a.slice(i), b.slice(j));
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
