// Where the parts of Jiyao are on the page itself, which Vite builds.
import wasmUrl from "../../pkg/jiyao_bg.wasm?url";
import type { Jiyao, LoadOptions } from "./jiyao.ts";
import { loadFrom, type Place } from "./load.ts";

const PAGE: Place = {
  source: () => new URL(wasmUrl, import.meta.url),
  startWorker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "jiyao" }),
};

/** Starts Jiyao. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(PAGE, options);
}
