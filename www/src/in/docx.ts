// Loaded when the first Word file is opened.
import mammoth from "mammoth";

/** What mammoth reads of a Word file, as far as its words are concerned. */
interface Element {
  type: string;
  value?: string;
  children?: readonly Element[];
}

/** The text of a Word file: a line ends with each paragraph and at each break in one; cells of a table stand beside each other. */
export async function docxText(bytes: ArrayBuffer): Promise<string> {
  let text = "";
  // mammoth's own raw text has no line breaks, which stand between the paragraphs of what was pasted into Word from elsewhere.
  const transformDocument = (document: Element): Element => {
    text = textOf(document).trimEnd();
    return { ...document, children: [] };
  };
  await mammoth.convertToHtml({ arrayBuffer: bytes }, { transformDocument });
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
