// The package in one file: the wasm module and the worker's script inside, for places without `fetch`.

import packedModule from "virtual:jiyao/wasm";
import workerScript from "virtual:jiyao/worker";
import { type Jiyao, JiyaoError, type LoadOptions } from "../analysis/jiyao.ts";
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
    module ??= inside();
    // What could not be had once may be had later.
    module.catch(() => {
      module = undefined;
    });
    return module;
  },
  startWorker: () => {
    script ??= URL.createObjectURL(new Blob([workerScript], { type: "text/javascript" }));
    return new Worker(script, { name: "jiyao" });
  },
};

/** The module that lies in this file. */
async function inside(): Promise<WebAssembly.Module> {
  let bytes: ArrayBuffer;
  try {
    bytes = await unpacked(packedModule).arrayBuffer();
  } catch (reason) {
    throw new JiyaoError("load-failed", `the wasm module could not be unpacked: ${String(reason)}`, { cause: reason });
  }
  return moduleFrom(bytes);
}

/** Starts Jiyao; where no worker starts, or none in good time, texts are read on the calling thread. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(INSIDE, options);
}
