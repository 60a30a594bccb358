import { decodeText } from "./decode.ts";
import { FileError } from "./file-error.ts";
import { htmlFileText } from "./html.ts";

/** The largest file that is read, in bytes. */
const LIMIT = 64 << 20;

/** For the file chooser. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html";

/** The text of a file that was dropped or chosen. Rejects with a {@link FileError}. */
export async function readFile(file: File): Promise<string> {
  if (file.size > LIMIT) throw new FileError("tooLarge");
  const text = await readAs(kindOf(file), await bytesOf(file));
  if (!text.trim()) throw new FileError("empty");
  return text;
}

type Kind = "text" | "html" | "docx";

function kindOf({ name, type }: File): Kind {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["html", "htm", "xhtml"].includes(ending)) return "html";
  if (ending === "docx") return "docx";
  if (["txt", "text", "md", "markdown", ""].includes(ending) || type.startsWith("text/")) return "text";
  throw new FileError("unsupported");
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    // It was a folder, or has gone since it was chosen.
    throw new FileError("damaged");
  }
}

async function readAs(kind: Kind, bytes: ArrayBuffer): Promise<string> {
  if (kind === "text") return decodeText(new Uint8Array(bytes));
  if (kind === "html") return htmlFileText(new Uint8Array(bytes));
  try {
    const { docxText } = await import("./docx.ts");
    return await docxText(bytes);
  } catch {
    throw new FileError("damaged");
  }
}
