// The worker: one text in, one reply out, in the order of arrival.
import { asError } from "./analyzer.ts";
import type { Reply, Request } from "./messages.ts";
import { read, start } from "./wasm.ts";

const send = (reply: Reply): void => self.postMessage(reply);

const started = start().then(
  () => send({ kind: "ready" }),
  (error: unknown) => send({ kind: "broken", message: asError(error).message }),
);

self.addEventListener("message", async ({ data: { id, text } }: MessageEvent<Request>) => {
  await started;
  try {
    send({ kind: "analysis", id, analysis: read(text) });
  } catch (thrown) {
    const error = asError(thrown) as Error & { code?: string };
    send({ kind: "error", id, message: error.message, code: error.code });
    // A panic leaves the wasm memory in an unknown state: better a fresh worker than a doubtful one.
    if (error.code !== "invalid-argument") send({ kind: "broken", message: error.message });
  }
});
