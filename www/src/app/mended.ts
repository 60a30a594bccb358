// What is kept of mending: the personal lexicon, and what was mended in each text.
import { NO_WORDS, parseLexicon } from "../analysis/lexicon.ts";
import type { PersonalLexicon } from "../analysis/model.ts";
import type { Histories, History } from "../mending/history.ts";
import { drop, keep, kept } from "./kept.ts";

/** For how many texts it is kept what was mended: those that were mended last. */
const MOST_TEXTS = 200;

export function keptLexicon(): PersonalLexicon {
  try {
    return parseLexicon(kept("lexicon") ?? "");
  } catch {
    return NO_WORDS;
  }
}

/** Keeps the words; `false` when the browser will not. */
export function keepLexicon(lexicon: PersonalLexicon): boolean {
  if (lexicon.entries.length) return keep("lexicon", JSON.stringify(lexicon));
  drop("lexicon");
  return true;
}

/** Histories by the key of their text, in this browser. */
export const keptHistories: Histories = {
  get: (key) => keptMends().get(key),
  set(key, history) {
    const all = keptMends();
    // What was mended last stands last.
    all.delete(key);
    all.set(key, history);
    return keep("mended", JSON.stringify([...all].slice(-MOST_TEXTS)));
  },
  delete(key) {
    const all = keptMends();
    if (all.delete(key)) keep("mended", JSON.stringify([...all]));
  },
};

function keptMends(): Map<string, History> {
  try {
    return new Map(JSON.parse(kept("mended") ?? "[]") as [string, History][]);
  } catch {
    return new Map();
  }
}
