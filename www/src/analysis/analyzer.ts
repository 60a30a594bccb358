import type { Analysis } from "./model.ts";

/** Something that reads texts: in a worker, on this thread, or a worker with this thread to fall back to. */
export interface Analyzer {
  /**
   * Reads a text. A later call makes earlier ones that are still waiting reject with {@link Superseded};
   * a failure rejects with an `Error`.
   */
  analyze(text: string): Promise<Analysis>;
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
