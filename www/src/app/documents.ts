// The documents on the desk, and how they are kept.
import { drop, dropInTab, keep, keepInTab, kept, keptInTab } from "./kept.ts";
import { claimEntry, dropAllLarge, dropLarge, dropLost, keepLarge, keptLarge, ownEntry } from "./large.ts";

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

export const BLANK: Document = { name: null, text: "" };

export const NO_DOCUMENTS: Documents = { list: [BLANK], open: 0 };

/** What was on this tab's desk before it was loaded again, or on the desk that was used last. */
export function keptDocuments(): Documents {
  if (keptInTab(LARGE)) return NO_DOCUMENTS;
  return sound(keptInTab("documents")) ?? sound(kept("documents")) ?? NO_DOCUMENTS;
}

/** The documents that are too long for {@link keptDocuments}, where there are such. */
export async function keptLargeDocuments(): Promise<Documents | null> {
  const own = keptInTab(LARGE);
  if (own !== null) void claimEntry(own);
  const name = own ?? (keptInTab("documents") ? null : kept(LARGE));
  return name === null ? null : keptLarge(name);
}

function sound(json: string | null): Documents | null {
  try {
    const { list, open } = JSON.parse(json ?? "") as Documents;
    const known = Array.isArray(list) && list.length > 0 && list.every(({ text }) => typeof text === "string");
    return known ? { list, open: open in list ? open : 0 } : null;
  } catch {
    return null;
  }
}

/** Says which entry of the database the documents are in: for this tab, and for one that is opened next. */
const LARGE = "large";

/** More than browsers keep as a short value, in UTF-16 code units. */
const MOST_SHORT = 4_500_000;

/** How often documents were kept or forgotten. */
let turns = 0;

/** Keeps the documents; `false` when the browser will not. What is short is kept at once. */
export async function keepDocuments({ list, open }: Documents): Promise<boolean> {
  const turn = ++turns;
  const length = list.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0) {
    dropDocuments();
    return true;
  }
  const json = length < MOST_SHORT ? JSON.stringify({ list, open }) : null;
  if (json && keep("documents", json)) {
    leaveLarge();
    drop(LARGE);
    // Where it does not fit a second time, the one for all tabs is there.
    keepInTab("documents", json);
    return true;
  }
  const name = ownEntry() ?? (await claimEntry(keptInTab(LARGE)));
  if (turn !== turns) return true;
  keep(LARGE, name);
  keepInTab(LARGE, name);
  const done = await keepLarge(name, { list, open });
  // Meanwhile something short may have been kept, or all forgotten.
  if (!keptInTab(LARGE)) return true;
  if (!done) dropDocuments();
  else if (turn === turns) void dropLost();
  for (const one of [drop, dropInTab]) one("documents");
  return done;
}

/** What is kept of the documents goes. */
function dropDocuments(): void {
  leaveLarge();
  for (const name of ["documents", LARGE]) drop(name);
  dropInTab("documents");
}

/** What this tab has in the database goes; of a tab that it is a copy of, nothing. */
function leaveLarge(): void {
  const name = keptInTab(LARGE);
  dropInTab(LARGE);
  if (name === null) return;
  if (ownEntry() === name) void dropLarge(name);
  else void claimEntry(name).then((own) => (own === name ? dropLarge(own) : undefined));
}

/** What all tabs have in the database goes too. */
export function forgetLarge(): void {
  turns++;
  dropAllLarge();
}

/** What a document is called: by its file, or by what it begins with. */
export function nameOf({ name, text }: Document): string | null {
  return name ?? (text.slice(0, 1000).trim().slice(0, 16) || null);
}

/** With another text in the open document. */
export function withText({ list, open }: Documents, text: string): Documents {
  return { list: list.map((one, index) => (index === open && one.text !== text ? { ...one, text } : one)), open };
}

/** With new documents behind the others, the first of them open; a blank one makes room. */
export function withNew({ list }: Documents, added: readonly Document[]): Documents {
  const rest = list.filter(({ name, text }) => name !== null || text.trim());
  return { list: [...rest, ...added], open: rest.length };
}

/** With new documents behind the others, the same one open. */
export function withBehind({ list, open }: Documents, added: readonly Document[]): Documents {
  return { list: [...list, ...added], open };
}

/** Without one of them. */
export function without({ list, open }: Documents, index: number): Documents {
  const rest = list.filter((_, at) => at !== index);
  if (rest.length === 0) return NO_DOCUMENTS;
  return { list: rest, open: Math.min(index < open ? open - 1 : open, rest.length - 1) };
}
