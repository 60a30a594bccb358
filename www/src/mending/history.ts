// What was mended in one text, with what was undone of it, and where that is kept.
import type { Mend } from "./mends.ts";

export interface History {
  done: readonly Mend[];
  /** The last one undone comes last. */
  undone: readonly Mend[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

export function withMend({ done }: History, mend: Mend): History {
  return { done: [...done, mend], undone: [] };
}

/** Takes the last mend back, and those that were done together with it. */
export function undo({ done, undone }: History): History {
  let from = done.length - 1;
  while (from > 0 && isWithLast(done[from])) from--;
  return { done: done.slice(0, Math.max(0, from)), undone: [...undone, ...done.slice(Math.max(0, from)).toReversed()] };
}

export function undoAll({ done, undone }: History): History {
  return { done: [], undone: [...undone, ...done.toReversed()] };
}

export function redo({ done, undone }: History): History {
  let to = undone.length - 1;
  while (to > 0 && isWithLast(undone[to - 1])) to--;
  return { done: [...done, ...undone.slice(Math.max(0, to)).toReversed()], undone: undone.slice(0, Math.max(0, to)) };
}

function isWithLast(mend: Mend | undefined): boolean {
  return mend?.do === "delete" && mend.with === true;
}

/** Keeps histories by the key of their text; a `Map` is one. */
export interface Histories {
  get(key: string): History | undefined;
  set(key: string, history: History): unknown;
  delete(key: string): unknown;
}

/** How many code units of a text its key is made of, at most. */
const LOOKED_AT = 1 << 20;

/** A short key of a text: its length and a hash (FNV-1a twice, with different beginnings). Of a long one it sees a part. */
export function textKey(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x01000193;
  const stride = Math.ceil(text.length / LOOKED_AT);
  for (let at = 0; at < text.length; at += stride) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
  }
  return [text.length, one >>> 0, two >>> 0].map((part) => part.toString(36)).join("-");
}

/** Whether one text is the other with some words edited: most of it stands as it did. */
export function isEditOf(text: string, before: string): boolean {
  const shorter = Math.min(text.length, before.length);
  let front = 0;
  while (front < shorter && text.charCodeAt(front) === before.charCodeAt(front)) front++;
  let back = 0;
  const most = shorter - front;
  while (back < most && text.charCodeAt(text.length - 1 - back) === before.charCodeAt(before.length - 1 - back)) back++;
  return (front + back) * 2 >= Math.max(text.length, before.length);
}
