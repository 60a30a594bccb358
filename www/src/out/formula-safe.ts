// A spreadsheet runs a cell that begins with one of these as a formula; a report must never be able to do that.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** The cell's words, with an apostrophe before what a spreadsheet would take for a formula. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
