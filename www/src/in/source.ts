import { FileError } from "./file-error.ts";
import type { Source } from "./messages.ts";

/** The largest file that is read, in bytes. */
const LIMIT = 64 << 20;

/** For the file chooser. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html";

/** What a file that was dropped or chosen has in it. Rejects with a {@link FileError}. */
export async function sourceIn(file: File): Promise<Source> {
  if (file.size > LIMIT) throw new FileError("tooLarge");
  return { kind: kindOf(file), bytes: await bytesOf(file) };
}

function kindOf({ name, type }: File): "text" | "html" | "docx" {
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
