// What goes between a page and the analyzer in a frame on it. Every message has the version of this protocol.
import type { ErrorCode } from "../analysis/jiyao.ts";
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
  const wrong = Object.entries(given).find(([name, value]) => typeof value !== KINDS[name]);
  return wrong
    ? `${wrong[0]} must be a ${KINDS[wrong[0]] ?? "known property"}`
    : ({ jiyao, type, ...given } as ToFrame);
}

const KINDS: Record<string, string> = {
  value: "string",
  lang: "string",
  theme: "string",
  readonly: "boolean",
  tables: "string",
  lexicon: "object",
};
