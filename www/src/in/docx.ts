// Loaded when the first Word file is opened.
import mammoth from "mammoth";

/** The text of a Word file, one line a paragraph. */
export async function docxText(bytes: ArrayBuffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ arrayBuffer: bytes });
  // mammoth puts an empty line behind every paragraph.
  return value.replace(/\n\n/g, "\n").trimEnd();
}
