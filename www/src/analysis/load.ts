import { WorkerJiyao } from "./in-worker.ts";
import { type Jiyao, JiyaoError, type LoadOptions } from "./jiyao.ts";
import { LocalJiyao } from "./local.ts";
import { moduleFrom, type Source } from "./module.ts";

/** Where the parts of Jiyao are: each way to ship it has its own. */
export interface Place {
  /** The wasm module, unless the caller names one. */
  source(): Source | Promise<Source>;
  /** Starts a worker; nothing where there are none. */
  startWorker?(): Worker;
}

/**
 * Starts Jiyao. Rejects with code `"load-failed"` when the wasm module cannot be had; where no worker starts, or none in good time, texts
 * are read on the calling thread.
 */
export async function loadFrom(place: Place, options?: LoadOptions | null): Promise<Jiyao> {
  const { module_or_path, worker = "auto", lexicon } = options ?? {};
  if (worker !== "auto" && worker !== "never")
    throw new JiyaoError("invalid-argument", 'worker must be "auto" or "never"');
  const module = await moduleFrom(module_or_path ?? (await place.source()));
  if (place.startWorker && worker === "auto") {
    const jiyao = new WorkerJiyao(module, place.startWorker, lexicon);
    if (await jiyao.starts()) return jiyao;
    jiyao.dispose();
  }
  return LocalJiyao.start(module, lexicon);
}
