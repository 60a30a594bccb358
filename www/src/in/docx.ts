// Loaded when the first Word file is opened.
import JSZip from "jszip";
import mammoth from "mammoth";
import { withNumbers } from "./numbering.ts";

/** What mammoth reads of a Word file, as far as its words are concerned. */
interface Element {
  type: string;
  value?: string;
  children?: readonly Element[];
}

/** A place in the text that has a footnote or an endnote. */
interface NoteReference extends Element {
  type: "noteReference";
}

interface Document extends Element {
  notes: { resolve(reference: NoteReference): { body: readonly Element[] } | undefined };
}

/**
 * The text of a Word file: a line ends with each paragraph and at each break in one; cells of a table stand beside each other;
 * the numbers that Word makes are written out. Notes stand at the end.
 */
export async function docxText(bytes: ArrayBuffer): Promise<string> {
  let text = "";
  // mammoth's own raw text has no line breaks, which stand between the paragraphs of what was pasted into Word from elsewhere.
  const transformDocument = (document: Document): Element => {
    text = [document, ...notesOf(document)].map((part) => textOf(part).trimEnd()).join("\n");
    return { ...document, children: [] };
  };
  await mammoth.convertToHtml({ arrayBuffer: await numbered(bytes) }, { transformDocument });
  return text;
}

function textOf({ type, value, children = [] }: Element): string {
  if (type === "text") return value ?? "";
  if (type === "tab") return "\t";
  if (type === "break") return "\n";
  if (type === "tableRow") return rowText(children.map((cell) => textOf(cell).trim()));
  const inner = children.map(textOf).join("");
  return type === "paragraph" ? `${inner}\n` : inner;
}

/** Cells with a line each are a line together; where one has paragraphs, the table is there to put them in place. */
function rowText(cells: readonly string[]): string {
  const filled = cells.filter(Boolean);
  return `${filled.join(filled.some((cell) => cell.includes("\n")) ? "\n" : "\t")}\n`;
}

/** The notes of a document, in the order in which its text names them. */
function notesOf(document: Document): Element[] {
  return [...referencesIn(document)].flatMap((reference) => {
    const note = document.notes.resolve(reference);
    return note ? [{ type: "note", children: note.body }] : [];
  });
}

function* referencesIn(element: Element): Generator<NoteReference> {
  if (element.type === "noteReference") yield element as NoteReference;
  for (const child of element.children ?? []) yield* referencesIn(child);
}

/** The file with the numbers that Word makes written into its text. */
async function numbered(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const zip = await JSZip.loadAsync(bytes);
  const types = (await zip.file("[Content_Types].xml")?.async("string")) ?? "";
  const partOf = (type: string): JSZip.JSZipObject | null => zip.file(partNamed(types, type));
  const [document, numbering, styles] = [partOf("main"), partOf("numbering"), partOf("styles")];
  if (!document) return bytes;
  const parts = {
    document: await document.async("string"),
    numbering: (await numbering?.async("string")) ?? "",
    styles: (await styles?.async("string")) ?? "",
  };
  zip.file(document.name, withNumbers(parts));
  return zip.generateAsync({ type: "arraybuffer" });
}

/** Where the part of a type is: programs that write Word files name them as they like. */
function partNamed(types: string, type: string): string {
  const overrides = types.match(/<Override\b[^>]*>/g) ?? [];
  const override = overrides.find((one) => new RegExp(`ContentType="[^"]*[.]${type}[+]xml"`).test(one));
  return /PartName="\/?([^"]+)"/.exec(override ?? "")?.[1] ?? "";
}
