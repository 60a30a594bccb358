// The personal lexicon: the same values as its file, which the command `jiyao --lexicon` reads too.
import type { PersonalLexicon } from "./model.ts";

export type Word = PersonalLexicon["entries"][number];
export type WordKind = Word["kind"];

/** In the order in which they are shown. */
export const WORD_KINDS = [
  "person",
  "post",
  "honour",
  "organization",
  "notName",
] as const satisfies readonly WordKind[];

export const NO_WORDS: PersonalLexicon = { entries: [] };

/** The shortest and the longest word that is looked for, in characters. */
export const WORD_LENGTH = { least: 2, most: 40 };

/** Without glosses and spaces; `null` when it is too short or too long for a word. */
export function asWord(text: string): string | null {
  const word = text.replace(/[(（]\s*[a-zü\u00C0-\u01DC]{1,6}\s*[)）]/gu, "").replace(/\s+/gu, "");
  const { length } = [...word];
  return length >= WORD_LENGTH.least && length <= WORD_LENGTH.most ? word : null;
}

/** With other words; one that is there already gets the new meaning. */
export function withWords({ entries }: PersonalLexicon, added: readonly Word[]): PersonalLexicon {
  const words = new Map([...entries, ...added].map(({ word, kind }) => [word, kind]));
  return { entries: [...words].map(([word, kind]) => ({ word, kind })) };
}

export function withoutWord({ entries }: PersonalLexicon, word: string): PersonalLexicon {
  return { entries: entries.filter((entry) => entry.word !== word) };
}

/** Why a file holds no personal lexicon. */
export class LexiconError extends Error {
  override name = "LexiconError";

  /** `entry` counts from 1 and is that of the first wrong word. */
  constructor(readonly problem: "notJson" | "noEntries" | { entry: number }) {
    super(typeof problem === "string" ? problem : `entry ${problem.entry}`);
  }
}

/** A personal lexicon from a file's text; throws a {@link LexiconError} when it is none. */
export function parseLexicon(text: string): PersonalLexicon {
  const entries = entriesOf(text);
  const wrong = entries.findIndex((entry) => !isWord(entry));
  if (wrong >= 0) throw new LexiconError({ entry: wrong + 1 });
  return withWords(NO_WORDS, entries as Word[]);
}

function entriesOf(text: string): unknown[] {
  let value: { entries?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LexiconError("notJson");
  }
  if (!Array.isArray(value?.entries)) throw new LexiconError("noEntries");
  return value.entries;
}

function isWord(entry: unknown): entry is Word {
  const { word, kind } = (entry ?? {}) as Partial<Word>;
  return typeof word === "string" && asWord(word) !== null && WORD_KINDS.includes(kind as WordKind);
}

export function formatLexicon(lexicon: PersonalLexicon): string {
  return `${JSON.stringify(lexicon, null, 2)}\n`;
}
