import type { Analysis, PersonalLexicon } from "./model.ts";

/** What a reading may be given besides the text. */
export interface Reading {
  /** Somebody's own words. */
  lexicon?: PersonalLexicon;
  /** Ends the reading when it is aborted: the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Is told the share of the work that is done, from 0 to 1. */
  progress?: (done: number) => void;
}

/** Something that reads texts: in a worker, on this thread, or a worker with this thread to fall back to. */
export interface Analyzer {
  /**
   * Reads a text. A later call makes earlier ones that are still waiting reject with {@link Superseded};
   * a failure rejects with an `Error`.
   */
  analyze(text: string, reading?: Reading): Promise<Analysis>;
  dispose(): void;
}

/** A newer text was given before this one was read. */
export class Superseded extends Error {
  override name = "Superseded";
}

/** The analyzer itself broke (not the text): the worker died, or could not start. */
export class AnalyzerLost extends Error {
  override name = "AnalyzerLost";
}

/** Whatever was thrown, as an `Error` that can be shown. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
