import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";

const digest = (content: string | Uint8Array): Buffer => createHash("sha256").update(content).digest();

/** Writes the version into the page, the service worker that keeps its files, and the headers that a server should send. */
export function installable(): Plugin {
  let publicDir = "";
  return {
    name: "installable",
    apply: "build",
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      // When all other files are there.
      order: "post",
      async handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") return this.error("index.html is missing");
        const files = new Map([...publicFiles(publicDir), ...bundled(bundle)]);
        const version = versionOf(files);
        const frame = bundle["embed.html"];
        if (frame?.type !== "asset") return this.error("embed.html is missing");
        for (const document of [page, frame]) {
          document.source = String(document.source).replace(
            "</head>",
            `  <meta name="version" content="${version}" />\n  </head>`,
          );
        }
        // The page is kept under the address that people open.
        files.delete("index.html");
        files.set("./", page.source).set("embed.html", frame.source);
        const hashes = [...files]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, content]) => [name, integrity(content)]);
        const source = await bundledWorker({ VERSION: version, FILES: Object.fromEntries(hashes) });
        this.emitFile({ type: "asset", fileName: "sw.js", source });
        this.emitFile({ type: "asset", fileName: "_headers", source: headers(String(page.source)) });
      },
    },
  };
}

type Files = Map<string, string | Uint8Array>;

function publicFiles(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

function bundled(bundle: Rollup.OutputBundle): Files {
  return new Map(Object.values(bundle).map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));
}

/** Another one for any other files. */
function versionOf(files: Files): string {
  const all = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `${name} ${digest(content).toString("hex")}`);
  return digest(all.join("\n")).toString("hex").slice(0, 12);
}

const integrity = (content: string | Uint8Array): string => `sha256-${digest(content).toString("base64")}`;

async function bundledWorker(values: Record<string, unknown>): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL("worker.ts", import.meta.url)), output: { format: "iife" } },
    },
  });
  if (!("output" in built)) throw new Error("the service worker was not built");
  return built.output[0].code;
}

/** In the form that several hosts of static pages read; `cargo xtask serve` reads it too. */
function headers(page: string): string {
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page) ?? [];
  if (!policy) throw new Error("the page has no Content-Security-Policy");
  return `/*
  Content-Security-Policy: ${policy}
  Cross-Origin-Opener-Policy: same-origin
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
/
  Cache-Control: no-cache
/index.html
  Cache-Control: no-cache
/embed.html
  Cache-Control: no-cache
/sw.js
  Cache-Control: no-cache
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/jiyao.html
  Cache-Control: no-cache
  Content-Disposition: attachment
`;
}
