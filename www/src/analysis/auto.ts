import { type Analyzer, AnalyzerLost, type Reading } from "./analyzer.ts";
import { WorkerAnalyzer } from "./in-worker.ts";
import type { Analysis } from "./model.ts";

/**
 * Reads in a worker; where no worker ever starts, on this thread. A text whose worker died is read once more by
 * a fresh worker before the failure is shown.
 */
export class AutoAnalyzer implements Analyzer {
  readonly #worker = new WorkerAnalyzer();
  #local: Analyzer | undefined;

  async analyze(text: string, reading?: Reading): Promise<Analysis> {
    if (this.#local) return this.#local.analyze(text, reading);
    try {
      return await this.#worker.analyze(text, reading);
    } catch (error) {
      if (!(error instanceof AnalyzerLost)) throw error;
      if (this.#worker.everReady) return this.#worker.analyze(text, reading);
      const { LocalAnalyzer } = await import("./local.ts");
      this.#local ??= new LocalAnalyzer();
      return this.#local.analyze(text, reading);
    }
  }

  dispose(): void {
    this.#worker.dispose();
    this.#local?.dispose();
  }
}
