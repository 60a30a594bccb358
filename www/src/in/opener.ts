// Makes texts of files. The same script serves as a worker and, where none starts, on the page's own thread.
import { decodeText } from "./decode.ts";
import { FileError, type FileProblem } from "./file-error.ts";
import type { Reply, Request, Source } from "./messages.ts";

/** The text of a source, or what is wrong with it. */
export type Opened = { text: string } | { problem: FileProblem };

/** What the script does where it runs. */
export interface OpenerScript {
  /** Makes a text. */
  opened(source: Source): Promise<Opened>;
}

async function opened(source: Source): Promise<Opened> {
  try {
    const text = await textOf(source);
    return text.trim() || source.kind === "rich" ? { text } : { problem: "empty" };
  } catch (error) {
    return { problem: error instanceof FileError ? error.problem : "damaged" };
  }
}

async function textOf(source: Source): Promise<string> {
  switch (source.kind) {
    case "text":
      return decodeText(new Uint8Array(source.bytes));
    case "html":
      return (await import("./html.ts")).htmlFileText(new Uint8Array(source.bytes));
    case "rich":
      return (await import("./html.ts")).htmlText(source.html);
    case "docx":
      return (await import("./docx.ts")).docxText(source.bytes);
  }
}

if ("document" in globalThis) globalThis.jiyaoOpener = { opened };
else {
  const send = (reply: Reply): void => self.postMessage(reply);
  self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
    const { id } = data;
    const result = await opened(data);
    send("text" in result ? { kind: "text", id, text: result.text } : { kind: "problem", id, problem: result.problem });
  });
  send({ kind: "ready" });
}

declare global {
  /** What the script leaves on a page in which it runs: a worker's script has no exports. */
  var jiyaoOpener: OpenerScript;
}
