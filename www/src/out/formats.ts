// A sheet as text: for the clipboard and for files.
import type { Cell, Sheet } from "../records/sheets.ts";
import { formulaSafe } from "./formula-safe.ts";

const words = (cell: Cell): string => (cell === null ? "" : String(cell));

/** A cell's words where a number stays a number and words never become a formula. */
const safe = (cell: Cell): string => (typeof cell === "string" ? formulaSafe(cell) : words(cell));

/** The titles and then the rows. */
function lines(sheet: Sheet): Cell[][] {
  return [sheet.columns.map(({ title }) => title), ...sheet.rows.map(({ cells }) => cells)];
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function toTsv(sheet: Sheet, titled = true): string {
  return lines(sheet)
    .slice(titled ? 0 : 1)
    .map((cells) => cells.map((cell) => safe(cell).replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\r\n");
}

/** A table for Word, WPS and Excel; cells of words are marked as text. */
export function toHtml(sheet: Sheet, titled = true): string {
  const row = (tag: string, cells: Cell[]): string =>
    `<tr>${cells
      .map((cell) =>
        typeof cell === "number"
          ? `<${tag}>${cell}</${tag}>`
          : `<${tag} style='mso-number-format:"\\@"'>${escapeHtml(safe(cell))}</${tag}>`,
      )
      .join("")}</tr>`;
  const [titles = [], ...rows] = lines(sheet);
  const head = titled ? `<thead>${row("th", titles)}</thead>` : "";
  return `<meta charset="utf-8"><table>${head}<tbody>${rows.map((cells) => row("td", cells)).join("")}</tbody></table>`;
}

/** RFC 4180, with the byte order mark by which Excel knows UTF-8. */
export function toCsv(sheet: Sheet): string {
  const field = (cell: Cell): string => {
    const text = safe(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${lines(sheet)
    .map((cells) => `${cells.map(field).join(",")}\r\n`)
    .join("")}`;
}

/** A table in GitHub's Markdown. */
export function toMarkdown(sheet: Sheet): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  const escaped = (cell: Cell): string =>
    words(cell)
      .replace(/[\\|<>*_`[\]]/g, "\\$&")
      .replace(/\s*\n\s*/g, " ");
  const [titles = [], ...rows] = lines(sheet);
  const rule = sheet.columns.map(({ numeric }) => (numeric ? "---:" : "---"));
  return [line(titles.map(escaped)), line(rule), ...rows.map((cells) => line(cells.map(escaped)))].join("\n");
}

/** All tables as one Markdown text. */
export function toMarkdownRecord(title: string, sheets: readonly Sheet[]): string {
  const parts = sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => `## ${sheet.title}\n\n${toMarkdown(sheet)}\n`);
  return `# ${title}\n\n${parts.join("\n")}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
