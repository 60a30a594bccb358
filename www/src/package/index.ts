// The package in a browser. Bundlers look for `new URL("…", import.meta.url)` as it is written here, and bring the files along.
import type { Jiyao, LoadOptions } from "../analysis/jiyao.ts";
import { loadFrom, type Place } from "../analysis/load.ts";

export type { AnalyzeOptions, CleanOptions, ErrorCode, Jiyao, LoadOptions } from "../analysis/jiyao.ts";
export { JiyaoError } from "../analysis/jiyao.ts";
export type * from "../analysis/model.ts";

const BESIDE: Place = {
  source: () => new URL("./jiyao.wasm", import.meta.url),
  startWorker: () => new Worker(new URL("./jiyao-worker.js", import.meta.url), { name: "jiyao" }),
};

/**
 * Starts Jiyao. Rejects with code `"load-failed"` when the wasm module cannot be had; where no worker starts, or none in
 * good time, texts are read on the calling thread.
 */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(BESIDE, options);
}
