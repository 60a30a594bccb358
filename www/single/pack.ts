import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rollup } from "vite";
import { notices } from "../licenses.mjs";
import about from "../package.json" with { type: "json" };

const here = (path: string): URL => new URL(path, import.meta.url);
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const packed = (content: string | Uint8Array): string => gzipSync(content, { level: 9 }).toString("base64");

/** Makes one file, `jiyao.html`, of everything that was bundled, and a file with its SHA-256 beside it. */
export function singleFile(): Plugin {
  return {
    name: "single-file",
    apply: "build",
    generateBundle: {
      // Vite itself still has something to put into the script.
      order: "post",
      async handler(_, bundle) {
        const files = Object.values(bundle);
        const [page, ...others] = files.filter((file) => file.type === "chunk");
        if (!page || others.length) this.error("the single file needs one script, with all optional parts in it");
        const opener = await bundled("../src/in/opener.ts");
        const licences = notices([{ output: [...files, opener] }]);
        if (licences.includes("-->")) this.error("the notices would end the comment that they stand in");
        for (const { fileName } of files) delete bundle[fileName];
        const loader = (await bundled("loader.ts")).code.trim();
        const style = readFileSync(here("../src/style/page.css"), "utf8");
        const html = filled(readFileSync(here("jiyao.html"), "utf8"), {
          version: about.version,
          licences,
          style,
          loader,
          "script-hashes": [loader, page.code, opener.code].map(hash).join(" "),
          "style-hash": hash(style),
          icon: `data:image/svg+xml,${encodeURIComponent(readFileSync(here("../public/icon.svg"), "utf8"))}`,
          wasm: packed(readFileSync(here("../pkg/jiyao_bg.wasm"))),
          opener: packed(opener.code),
          page: packed(page.code),
        });
        const sum = createHash("sha256").update(html).digest("hex");
        this.emitFile({ type: "asset", fileName: "jiyao.html", source: html });
        this.emitFile({ type: "asset", fileName: "jiyao.html.sha256", source: `${sum}  jiyao.html\n` });
      },
    },
  };
}

/** The template with each `%name%` replaced by what it stands for. */
function filled(template: string, values: Record<string, string>): string {
  return template.replace(/%([a-z-]+)%/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`jiyao.html asks for %${name}%, which nothing gives`);
    return value;
  });
}

/** A script as one classic piece. */
async function bundled(path: string): Promise<Rollup.OutputChunk> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      // As a library: Vite's help for files that are loaded later has no place in a script that has them all.
      lib: { entry: fileURLToPath(here(path)), formats: ["iife"], name: "unused" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [one] = [built].flat();
  if (!one || !("output" in one)) throw new Error(`${path} was not built`);
  return one.output[0];
}
