// The documents on the desk, and how they are kept.
import { drop, keep, kept } from "./kept.ts";

export interface Document {
  /** The file's name; `null` for what was pasted. */
  name: string | null;
  text: string;
}

export interface Documents {
  list: readonly Document[];
  /** The index of the one that is open. */
  open: number;
}

const BLANK: Document = { name: null, text: "" };

export const NO_DOCUMENTS: Documents = { list: [BLANK], open: 0 };

/** What was on the desk when the page was last used. */
export function keptDocuments(): Documents {
  try {
    const { list, open } = JSON.parse(kept("documents") ?? "") as Documents;
    const sound = Array.isArray(list) && list.length > 0 && list.every(({ text }) => typeof text === "string");
    return sound ? { list, open: open in list ? open : 0 } : NO_DOCUMENTS;
  } catch {
    return NO_DOCUMENTS;
  }
}

/** More than browsers keep, in UTF-16 code units. */
export const MOST_KEPT = 4_500_000;

/** Keeps the documents; `false` when they are too long for that. */
export function keepDocuments({ list, open }: Documents): boolean {
  const length = list.reduce((sum, { text }) => sum + text.length, 0);
  if (length > 0 && length < MOST_KEPT) return keep("documents", JSON.stringify({ list, open }));
  dropDocuments();
  return length === 0;
}

/** What is kept of the documents goes. */
export function dropDocuments(): void {
  drop("documents");
}

/** With another text in the open document. */
export function withText({ list, open }: Documents, text: string): Documents {
  return { list: list.map((one, index) => (index === open ? { ...one, text } : one)), open };
}

/** With new documents behind the others, the first of them open; a blank one makes room. */
export function withNew({ list }: Documents, added: readonly Document[]): Documents {
  const rest = list.filter(({ name, text }) => name !== null || text.trim());
  return { list: [...rest, ...added], open: rest.length };
}

/** Without one of them. */
export function without({ list, open }: Documents, index: number): Documents {
  const rest = list.filter((_, at) => at !== index);
  if (rest.length === 0) return NO_DOCUMENTS;
  return { list: rest, open: Math.min(index < open ? open - 1 : open, rest.length - 1) };
}
