import type { Analysis, CleanText, PersonalLexicon } from "./model.ts";

/** What the page sends to the worker. */
export interface Request {
  id: number;
  text: string;
  lexicon: PersonalLexicon | null;
}

/**
 * What the worker sends back: once `ready`; then for each request how far it is, the analysis in pieces, and at last
 * `done` or `error`, all with the same `id`.
 */
export type Reply =
  | { kind: "ready" }
  | { kind: "broken"; message: string }
  | { kind: "progress"; id: number; done: number }
  | { kind: "piece"; id: number; piece: Piece }
  | { kind: "done"; id: number }
  | { kind: "error"; id: number; message: string; code: string | undefined };

/** Some of an analysis: the lists are to be put behind those that came before. */
export type Piece = Analysis;

/** What the worker that cleans sends back. */
export type CleanReply = { clean: CleanText } | { error: string };
