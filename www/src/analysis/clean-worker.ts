// A worker for one text: its clean text out, and done.
import { asError } from "./analyzer.ts";
import type { CleanReply } from "./messages.ts";
import { cleaned, start } from "./wasm.ts";

self.addEventListener("message", async ({ data }: MessageEvent<string>) => {
  const reply = await start().then(
    (): CleanReply => ({ clean: cleaned(data) }),
    (error: unknown): CleanReply => ({ error: asError(error).message }),
  );
  self.postMessage(reply);
});
