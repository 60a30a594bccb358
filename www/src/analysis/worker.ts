// The worker: one text in, its analysis out in pieces, in the order of arrival.
import { asError } from "./analyzer.ts";
import type { Reply, Request } from "./messages.ts";
import { piecesOf } from "./pieces.ts";
import { read, start } from "./wasm.ts";

/** How often it is told how far a reading is, in milliseconds. */
const PULSE = 100;

const send = (reply: Reply): void => self.postMessage(reply);

const started = start().then(
  () => send({ kind: "ready" }),
  (error: unknown) => send({ kind: "broken", message: asError(error).message }),
);

self.addEventListener("message", async ({ data: { id, text, lexicon } }: MessageEvent<Request>) => {
  await started;
  try {
    const analysis = read(text, { lexicon, progress: pulse(id) });
    for (const piece of piecesOf(analysis)) send({ kind: "piece", id, piece });
    send({ kind: "done", id });
  } catch (thrown) {
    const error = asError(thrown) as Error & { code?: string };
    send({ kind: "error", id, message: error.message, code: error.code });
    // A panic leaves the wasm memory in an unknown state: better a fresh worker than a doubtful one.
    if (error.code !== "invalid-argument") send({ kind: "broken", message: error.message });
  }
});

/** Tells how far a reading is, now and then. */
function pulse(id: number): (done: number) => void {
  let told = performance.now();
  return (done) => {
    const now = performance.now();
    if (now - told < PULSE) return;
    told = now;
    send({ kind: "progress", id, done });
  };
}
