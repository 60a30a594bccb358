// The module and the worker stand in the file itself. The worker is a classic one: Chromium starts no module worker from a
// blob in a page that came from a file.
import type { Jiyao, LoadOptions } from "../src/analysis/jiyao.ts";
import { loadFrom, type Place } from "../src/analysis/load.ts";
import InlineWorker from "../src/analysis/worker.ts?worker&inline";
import { packedIn } from "./unpack.ts";

const INSIDE: Place = {
  source: () => packedIn("wasm").arrayBuffer(),
  startWorker: () => new InlineWorker({ name: "jiyao" }),
};

/** Starts Jiyao. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(INSIDE, options);
}
