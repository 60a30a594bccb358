// The package in Node.js: the wasm module is read from disk, texts are read on the calling thread.
import { readFile } from "node:fs/promises";
import type { Jiyao, LoadOptions } from "../analysis/jiyao.ts";
import { JiyaoError } from "../analysis/jiyao.ts";
import { loadFrom } from "../analysis/load.ts";
import type { Source } from "../analysis/module.ts";

export { JiyaoError };

/** Starts Jiyao; a path or `file:` address in `module_or_path` is read from disk. */
export function load(options?: LoadOptions): Promise<Jiyao> {
  const { module_or_path = new URL("./jiyao.wasm", import.meta.url), ...others } = options ?? {};
  return loadFrom({ source: () => fromDisk(module_or_path) }, others);
}

async function fromDisk(source: Source): Promise<Source> {
  // A single letter in front is a drive.
  const path = typeof source === "string" && /^[a-z][a-z\d+.-]+:/i.test(source) ? new URL(source) : source;
  if (typeof path !== "string" && !(path instanceof URL && path.protocol === "file:")) return path;
  return readFile(path).catch((reason: unknown) => {
    throw new JiyaoError("load-failed", `the wasm module could not be read: ${String(reason)}`, { cause: reason });
  });
}
