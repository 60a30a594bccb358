// Where the script that opens files is on the page itself, which Vite builds.
import { Opener, type Place } from "./open.ts";
import script from "./opener.ts?worker&url";

const PAGE: Place = {
  startWorker: () => new Worker(script, { type: "module", name: "jiyao-files" }),
  here: async () => {
    await import(/* @vite-ignore */ new URL(script, import.meta.url).href);
    return globalThis.jiyaoOpener;
  },
};

/** Opens files for this page. */
export const files = new Opener(PAGE);

/** Reads what is pasted: it does not wait for files. */
const pastes = new Opener(PAGE);

/** The words of what is pasted as HTML. */
export function richText(html: string): Promise<string> {
  return pastes.text(() => ({ kind: "rich", html }));
}
