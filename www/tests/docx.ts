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
  return docxOf({ document: wordXml("document", `<w:body>${paragraphs.join("")}</w:body>`) });
}

/** A part of a Word file. */
export const wordXml = (name: string, content: string): string =>
  `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${name}>`;

/** A Word file of its parts: `document`, `numbering`, `styles`, `footnotes`. */
export function docxOf(parts: Record<string, string>): Uint8Array {
  const types = "http://schemas.openxmlformats.org/package/2006";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const named = Object.keys(parts).map((name) => ({ name, type: name === "document" ? "document.main" : name }));
  const overrides = named.map(
    ({ name, type }) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  );
  const links = Object.keys(parts).map(
    (name, index) => `<Relationship Id="rId${index}" Type="${relations}/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${types}/relationships">${links.join("")}</Relationships>`,
  };
  for (const [name, content] of Object.entries(parts)) files[`word/${name}.xml`] = content;
  const xml = (content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, xml(content)])));
}
