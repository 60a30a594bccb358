// The clean text of a pasted one; loaded when it is first asked for.
import type { CleanReply } from "./messages.ts";
import type { CleanText } from "./model.ts";

/** Cleans in a worker that ends with it; where none starts, on this thread. */
export async function cleanText(text: string, signal: AbortSignal): Promise<CleanText> {
  try {
    return await inWorker(text, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const { cleaned, start } = await import("./wasm.ts");
    await start();
    return cleaned(text);
  }
}

function inWorker(text: string, signal: AbortSignal): Promise<CleanText> {
  const worker = new Worker(new URL("./clean-worker.ts", import.meta.url), { type: "module", name: "jiyao-clean" });
  const cleaning = new Promise<CleanText>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<CleanReply>) =>
      "clean" in data ? resolve(data.clean) : reject(new Error(data.error));
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || "the worker failed"));
    };
    worker.postMessage(text);
  });
  return cleaning.finally(() => worker.terminate());
}
