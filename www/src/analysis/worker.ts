// The worker: the module, then tasks one at a time; an analysis goes out in pieces.
import { asJiyaoError } from "./jiyao.ts";
import type { Reply, Request } from "./messages.ts";
import { piecesOf } from "./pieces.ts";
import { cleaned, read, start } from "./wasm.ts";

/** How often it is told how far a reading is, in milliseconds. */
const PULSE = 100;

const send = (reply: Reply): void => self.postMessage(reply);

let started: Promise<void> | undefined;

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  if (data.do === "start") {
    started = start(data.module).then(
      () => send({ kind: "ready" }),
      (reason: unknown) => send({ kind: "broken", message: String(reason) }),
    );
    return;
  }
  await started;
  const { id } = data;
  try {
    if (data.do === "clean") send({ kind: "clean", id, clean: cleaned(data) });
    else {
      for (const piece of piecesOf(read(data, pulse(id)))) send({ kind: "piece", id, piece });
      send({ kind: "done", id });
    }
  } catch (thrown) {
    const { code, message } = asJiyaoError(thrown);
    send({ kind: "error", id, code, message });
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
