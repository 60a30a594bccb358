// Where the script that opens files is on the page itself, which Vite builds.
import { Opener } from "./open.ts";
import script from "./opener.ts?worker&url";

/** Opens files for this page. */
export const opener = new Opener({
  startWorker: () => new Worker(script, { type: "module", name: "jiyao-files" }),
  here: async () => {
    await import(/* @vite-ignore */ new URL(script, import.meta.url).href);
    return globalThis.jiyaoOpener;
  },
});
