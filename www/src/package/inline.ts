// The package in one file: the wasm module and the worker's script inside, for places without `fetch`.

import packedModule from "virtual:jiyao/wasm";
import workerScript from "virtual:jiyao/worker";
import type { Jiyao, LoadOptions } from "../analysis/jiyao.ts";
import { loadFrom, type Place } from "../analysis/load.ts";
import { moduleFrom } from "../analysis/module.ts";
import { unpacked } from "../analysis/unpack.ts";

export type { AnalyzeOptions, CleanOptions, ErrorCode, Jiyao, LoadOptions } from "../analysis/jiyao.ts";
export { JiyaoError } from "../analysis/jiyao.ts";
export type * from "../analysis/model.ts";

let module: Promise<WebAssembly.Module> | undefined;
let script: string | undefined;

const INSIDE: Place = {
  source: () => {
    module ??= unpacked(packedModule).arrayBuffer().then(moduleFrom);
    return module;
  },
  startWorker: () => {
    script ??= URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
    return new Worker(script, { name: "jiyao" });
  },
};

/** Starts Jiyao; where no worker starts, or none in good time, texts are read on the calling thread. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(INSIDE, options);
}
