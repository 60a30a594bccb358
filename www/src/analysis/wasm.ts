import init, { analyze, clean } from "../../pkg/jiyao.js";
import wasmUrl from "../../pkg/jiyao_bg.wasm?url";
import type { Analysis, AnalyzeOptions, CleanText } from "./model.ts";

let started: Promise<unknown> | undefined;

/** Starts the wasm module once; every caller waits for the same start. A start that failed may be tried again. */
export function start(): Promise<unknown> {
  started ??= init({ module_or_path: new URL(wasmUrl, import.meta.url) }).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** Reads a text; only after {@link start}. */
export function read(text: string, options: AnalyzeOptions): Analysis {
  return analyze(text, options);
}

/** The clean text of a pasted one; only after {@link start}. */
export function cleaned(text: string): CleanText {
  return clean(text);
}
