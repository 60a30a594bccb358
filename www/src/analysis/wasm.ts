// The wasm module on this thread: the only file that knows what wasm-bindgen made.
import init, { analyze, clean, __wbg_reset_state as reset } from "../../pkg/jiyao.js";
import { asJiyaoError, JiyaoError } from "./jiyao.ts";
import type { Task } from "./messages.ts";
import type { Analysis, CleanText } from "./model.ts";

/** Instantiates a compiled module; all callers on this thread share one instance. */
export async function start(module: WebAssembly.Module): Promise<void> {
  try {
    await init({ module_or_path: module });
  } catch (reason) {
    throw new JiyaoError("load-failed", `the wasm module does not start: ${String(reason)}`, { cause: reason });
  }
}

/** Reads a text; only after {@link start}. Throws errors with a code. */
export function read({ text, lexicon }: Task & { do: "analyze" }, progress: (done: number) => void): Analysis {
  return guarded(() => analyze(text, { lexicon: lexicon ?? null, progress }));
}

/** The clean text of a pasted one; only after {@link start}. Throws errors with a code. */
export function cleaned({ text }: Task & { do: "clean" }): CleanText {
  return guarded(() => clean(text));
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    const error = asJiyaoError(thrown);
    // A panic leaves the memory in an unknown state: better a fresh instance than a doubtful one.
    if (error.code === "internal") reset();
    throw error;
  }
}
