// The keys that do something anywhere on the page. Each is a single key, so it rests while somebody types.
import type { Strings } from "../i18n/strings.ts";

export type Shortcut = keyof Strings["shortcuts"]["anywhere"];

export const KEYS: Record<Shortcut, string> = {
  help: "?",
  filter: "/",
  text: "t",
  tables: "r",
  files: "o",
  new: "n",
  previous: "[",
  next: "]",
};

/** The shortcut of a key press; `null` for a press that belongs to a field or to the browser. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea")))
    return null;
  const entries = Object.entries(KEYS) as [Shortcut, string][];
  return entries.find(([, key]) => key === event.key)?.[0] ?? null;
}
