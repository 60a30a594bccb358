import { type Analyzer, type Reading, Superseded } from "./analyzer.ts";
import type { Analysis } from "./model.ts";
import { read, start } from "./wasm.ts";

/**
 * Reads on the thread that asks: for browsers where no worker starts, and for tests. It cannot be interrupted once it
 * has begun, and nothing is painted meanwhile.
 */
export class LocalAnalyzer implements Analyzer {
  #latest = 0;

  async analyze(text: string, { lexicon, signal }: Reading = {}): Promise<Analysis> {
    const id = ++this.#latest;
    await start();
    // Let the page paint its "reading" state before this thread is busy.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    if (id !== this.#latest) throw new Superseded("a newer text was given");
    return read(text, { lexicon: lexicon ?? null });
  }

  dispose(): void {
    this.#latest++;
  }
}
