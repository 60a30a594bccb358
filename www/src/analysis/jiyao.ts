// What Jiyao gives to whoever calls it from JavaScript: the page, the elements and other sites have the same.
import type { Analysis, CleanText, PersonalLexicon } from "./model.ts";

/** How to start. */
export interface LoadOptions {
  /**
   * Where the wasm module is, or the module itself: its address, a response, its bytes, or compiled. Usually left out: the module
   * lies beside the package's JavaScript.
   */
  module_or_path?: URL | string | Request | Response | BufferSource | WebAssembly.Module;
  /** `"auto"` (the default) reads in a worker, and on the calling thread where none starts; `"never"` starts none. */
  worker?: "auto" | "never";
  /** Words of one's own, for every text. */
  lexicon?: PersonalLexicon;
}

/** How to read one text. */
export interface AnalyzeOptions {
  /** Words of one's own, in place of those that {@link LoadOptions} gave. */
  lexicon?: PersonalLexicon | undefined;
  /** Ends the reading when it is aborted: the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Is told the share of the work that is done, from 0 to 1; what it throws ends the reading. */
  onProgress?: ((done: number) => void) | undefined;
}

/** How to clean one text. */
export interface CleanOptions {
  /** Ends the cleaning when it is aborted: the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Something that reads texts. Calls are answered one after another, each with its own result. */
export interface Jiyao {
  /** Where texts are read. */
  readonly thread: "worker" | "caller";
  /** Reads a text and gives its tables. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Analysis>;
  /** Gives a text as it is read: simplified, without glosses, repaired, with a map back to the text as it was given. */
  clean(text: string, options?: CleanOptions): Promise<CleanText>;
  /** Gives up what is held; calls that still wait reject with code `"disposed"`, and so do later ones. */
  dispose(): void;
}

/**
 * What went wrong:
 *
 * - `"invalid-argument"`: an argument is of the wrong type;
 * - `"load-failed"`: the wasm module could not be had, compiled or started;
 * - `"worker-lost"`: the worker died twice while it read one text, as it does when memory runs out;
 * - `"disposed"`: `dispose()` was called;
 * - `"internal"`: a mistake in Jiyao itself; the message names the place.
 */
export type ErrorCode = "invalid-argument" | "load-failed" | "worker-lost" | "disposed" | "internal";

/** Every error of Jiyao's own. A reading that was aborted rejects with its signal's reason instead. */
export class JiyaoError extends Error {
  override name = "JiyaoError";

  constructor(
    /** What went wrong, for programs. */
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @internal The options of a call; what is none is refused. */
export function optionsOf(given: AnalyzeOptions | null = {}): AnalyzeOptions {
  const { signal, onProgress } = given ?? {};
  const wrong =
    (typeof given !== "object" && "options must be an object") ||
    (signal != null && typeof signal.throwIfAborted !== "function" && "signal must be an AbortSignal") ||
    (onProgress != null && typeof onProgress !== "function" && "onProgress must be a function");
  if (wrong) throw new JiyaoError("invalid-argument", wrong);
  return given ?? {};
}

/** @internal Whatever was thrown, as an error with a code. */
export function asJiyaoError(thrown: unknown): JiyaoError {
  if (thrown instanceof JiyaoError) return thrown;
  const { message, code } = (thrown ?? {}) as { message?: unknown; code?: unknown };
  return new JiyaoError(code === "invalid-argument" ? code : "internal", String(message ?? thrown), { cause: thrown });
}
