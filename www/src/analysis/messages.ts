import type { ErrorCode } from "./jiyao.ts";
import type { Analysis, CleanText, PersonalLexicon } from "./model.ts";

/** A text and what to do with it. */
export type Task =
  | { do: "analyze"; text: string; lexicon: PersonalLexicon | undefined }
  | { do: "clean"; text: string };

/** What goes to the worker: once the module, then tasks, one at a time. */
export type Request = { do: "start"; module: WebAssembly.Module } | (Task & { id: number });

/**
 * What the worker sends back: once `ready` or `broken`; then for each task how far it is, its result (an analysis in
 * pieces, and at last `done`) or an `error`, all with the task's `id`.
 */
export type Reply =
  | { kind: "ready" }
  | { kind: "broken"; message: string }
  | { kind: "progress"; id: number; done: number }
  | { kind: "piece"; id: number; piece: Piece }
  | { kind: "done"; id: number }
  | { kind: "clean"; id: number; clean: CleanText }
  | { kind: "error"; id: number; message: string; code: ErrorCode };

/** Some of an analysis: the lists are to be put behind those that came before. */
export type Piece = Analysis;
