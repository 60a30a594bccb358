// Where the script that opens files is on the page itself, which Vite builds.
import { openersAt, type Place } from "./open.ts";
import script from "./opener.ts?worker&url";

const PAGE: Place = {
  startWorker: () => new Worker(script, { type: "module", name: "jiyao-files" }),
  here: async () => {
    await import(/* @vite-ignore */ new URL(script, import.meta.url).href);
    return globalThis.jiyaoOpener;
  },
};

export const { files, richText } = openersAt(PAGE);
