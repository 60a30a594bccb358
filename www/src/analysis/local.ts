import { type AnalyzeOptions, type CleanOptions, type Jiyao, JiyaoError, optionsOf } from "./jiyao.ts";
import type { Analysis, CleanText, PersonalLexicon } from "./model.ts";
import { cleaned, read, start } from "./wasm.ts";

/**
 * Reads on the thread that asks: in Node.js, and in browsers where no worker starts. Nothing else happens on that thread
 * meanwhile, so a reading that has begun is only ended from its own `onProgress`.
 */
export class LocalJiyao implements Jiyao {
  readonly thread = "caller";
  readonly #lexicon: PersonalLexicon | undefined;
  #disposed = false;
  /** The last call; the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(lexicon: PersonalLexicon | undefined) {
    this.#lexicon = lexicon;
  }

  static async start(module: WebAssembly.Module, lexicon: PersonalLexicon | undefined): Promise<LocalJiyao> {
    await start(module);
    return new LocalJiyao(lexicon);
  }

  async analyze(text: string, options?: AnalyzeOptions): Promise<Analysis> {
    const { signal, onProgress, lexicon = this.#lexicon } = optionsOf(options);
    let stopped: { reason: unknown } | undefined;
    const progress = (done: number): void => {
      try {
        onProgress?.(done);
        signal?.throwIfAborted();
      } catch (reason) {
        stopped = { reason };
        throw reason;
      }
    };
    const work = (): Analysis => read({ do: "analyze", text, lexicon }, progress);
    return this.#inTurn(signal, work).catch((thrown: unknown) => {
      throw stopped ? stopped.reason : thrown;
    });
  }

  async clean(text: string, options?: CleanOptions): Promise<CleanText> {
    return this.#inTurn(optionsOf(options).signal, () => cleaned({ do: "clean", text }));
  }

  dispose(): void {
    this.#disposed = true;
  }

  /** Does something when all earlier calls are done. */
  #inTurn<Result>(signal: AbortSignal | undefined, work: () => Result): Promise<Result> {
    const result = this.#last.then(async () => {
      this.#check(signal);
      // Let the page paint that it reads before this thread is busy.
      await new Promise((resolve) => setTimeout(resolve));
      this.#check(signal);
      return work();
    });
    this.#last = result.catch(() => {});
    return result;
  }

  #check(signal: AbortSignal | undefined): void {
    if (this.#disposed) throw new JiyaoError("disposed", "dispose() was called");
    signal?.throwIfAborted();
  }
}
