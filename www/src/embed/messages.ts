// What goes between a page and the analyzer in a frame on it. Every message has the version of this protocol.
import type { ErrorCode } from "../analysis/jiyao.ts";
import { WORD_KINDS } from "../analysis/lexicon.ts";
import type { Analysis, PersonalLexicon } from "../analysis/model.ts";

export const PROTOCOL = 1;

/** What the page sends: that it is there, or what the analyzer should be like; what is left out stays as it is. */
export type ToFrame =
  | { jiyao: 1; type: "hello" }
  | {
      jiyao: 1;
      type: "set";
      value?: string;
      lang?: string;
      theme?: "auto" | "light" | "dark";
      readonly?: boolean;
      tables?: string;
      lexicon?: PersonalLexicon;
    };

/** What the frame sends, once the page has sent something. */
export type FromFrame =
  | { jiyao: 1; type: "ready"; schemaVersion: 1 }
  | { jiyao: 1; type: "analysis"; text: string; analysis: Analysis }
  | { jiyao: 1; type: "error"; code: ErrorCode | "invalid-message"; message: string };

/** The origins that an address allows: `?origin=https://one.example&origin=https://other.example`. */
export function allowedOrigins(search: string): ReadonlySet<string> {
  return new Set(new URLSearchParams(search).getAll("origin").filter(isOrigin));
}

/** A whole origin of the web: no pattern, no path, no `null`. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:[^*]+$/.test(text);
}

/** A message from the page, if that is what it is; a reason where it is none. */
export function read(data: unknown): ToFrame | string {
  const { jiyao, type, ...given } = (data ?? {}) as Record<string, unknown>;
  if (jiyao !== PROTOCOL) return `jiyao must be ${PROTOCOL}`;
  if (type === "hello") return { jiyao, type };
  if (type !== "set") return "type must be hello or set";
  const wrong = Object.entries(given).find(([name, value]) => !PROPERTIES.get(name)?.is(value));
  return wrong
    ? `${wrong[0]} must be ${PROPERTIES.get(wrong[0])?.what ?? "a known property"}`
    : ({ jiyao, type, ...given } as ToFrame);
}

const isString = (value: unknown): value is string => typeof value === "string";
const THEMES = ["auto", "light", "dark"];
const TABLES = ["meeting", "attendees", "awards", "directives"];

/** What each property may be; what it is not is told in these words. */
const PROPERTIES = new Map<string, { what: string; is: (value: unknown) => boolean }>([
  ["value", { what: "a string", is: isString }],
  ["lang", { what: "a string", is: isString }],
  ["theme", { what: `one of ${THEMES.join(", ")}`, is: (value) => isString(value) && THEMES.includes(value) }],
  ["readonly", { what: "a boolean", is: (value) => typeof value === "boolean" }],
  ["tables", { what: `some of ${TABLES.join(", ")}, with spaces between`, is: areTables }],
  ["lexicon", { what: "{ entries: [{ word, kind }] }", is: isLexicon }],
]);

function areTables(value: unknown): boolean {
  return isString(value) && value.split(/\s+/).every((name) => name === "" || TABLES.includes(name));
}

function isLexicon(value: unknown): boolean {
  const { entries } = (value ?? {}) as { entries?: unknown };
  return Array.isArray(entries) && entries.every(isEntry);
}

function isEntry(entry: unknown): boolean {
  const { word, kind } = (entry ?? {}) as { word?: unknown; kind?: unknown };
  return isString(word) && WORD_KINDS.some((known) => known === kind);
}
