// A small Word file, made for the tests.
import { strToU8, zipSync } from "fflate";

export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph; in it, a line ends at each `\v`. */
const paragraph = (line: string): string => `<w:p>${line.split("\v").map(run).join("<w:r><w:br/></w:r>")}</w:p>`;

/** A Word file with one paragraph a line, and a table behind them. */
export function docx(text: string, rows: readonly (readonly string[])[] = []): Uint8Array {
  const paragraphs = text.split("\n").map(paragraph);
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<w:tc>${cell.split("\n").map(paragraph).join("")}</w:tc>`).join("");
  if (rows.length) paragraphs.push(`<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`);
  const xml = (content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`);
  return zipSync({
    "[Content_Types].xml": xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`,
    ),
  });
}
