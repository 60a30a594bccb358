// The module and the workers stand in the file itself. The workers are classic ones: Chromium starts no module worker from a
// blob in a page that came from a file.
import type { Jiyao, LoadOptions } from "../src/analysis/jiyao.ts";
import { loadFrom, type Place } from "../src/analysis/load.ts";
import InlineWorker from "../src/analysis/worker.ts?worker&inline";
import { type Place as OpenerPlace, openersAt } from "../src/in/open.ts";
import { packedIn, run } from "./unpack.ts";

const INSIDE: Place = {
  source: () => packedIn("wasm").arrayBuffer(),
  startWorker: () => new InlineWorker({ name: "jiyao" }),
};

/** Starts Jiyao. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  return loadFrom(INSIDE, options);
}

/** The script that opens files, unpacked once. */
let script: Promise<string> | undefined;

function openerScript(): Promise<string> {
  script ??= packedIn("opener").text();
  return script;
}

const OPENER: OpenerPlace = {
  startWorker: async () => {
    const address = URL.createObjectURL(new Blob([await openerScript()], { type: "text/javascript" }));
    const worker = new Worker(address, { name: "jiyao-files" });
    URL.revokeObjectURL(address);
    return worker;
  },
  here: async () => {
    if (!globalThis.jiyaoOpener) run(await openerScript());
    return globalThis.jiyaoOpener;
  },
};

export const { files, richText } = openersAt(OPENER);
