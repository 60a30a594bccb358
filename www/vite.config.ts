import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { defineConfig, type Plugin, type Rollup } from "vite";
import { notices } from "./licenses.mjs";
import { installable } from "./service-worker/pack.ts";

/** What the page may weigh before optional parts are asked for, in bytes of JavaScript after brotli: as wasm-pack.toml has it. */
const BUDGET = budget(readFileSync(new URL("../wasm-pack.toml", import.meta.url), "utf8"));

function budget(settings: string): number {
  const kilobytes = /^\[budgets\]\n(?:(?!\[).*\n)*?page = "(\d+) kB"$/m.exec(settings)?.[1];
  if (!kilobytes) throw new Error("wasm-pack.toml has no budget for the page in kB");
  return Number(kilobytes) * 1000;
}

/** Prints what the page weighs and fails the build when its own JavaScript is over the budget. */
function weigh(): Plugin {
  return {
    name: "weigh",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const needed = new Set<string>();
      const add = (name: string): void => {
        const chunk = bundle[name];
        if (needed.has(name) || chunk?.type !== "chunk") return;
        needed.add(name);
        for (const imported of chunk.imports) add(imported);
      };
      for (const chunk of chunks) if (chunk.isEntry) add(chunk.fileName);
      const weight = (source: string | Uint8Array): number => brotliCompressSync(source).length;
      let total = 0;
      for (const name of needed) {
        const chunk = bundle[name];
        if (chunk?.type === "chunk") total += weight(chunk.code);
      }
      // The worker that reads is a file of its own, and always needed; the one that opens files is not.
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && /worker-[^/]*\.js$/.test(file.fileName)) total += weight(file.source);
      }
      this.info(
        `JavaScript before optional parts: ${(total / 1000).toFixed(1)} kB brotli (budget ${BUDGET / 1000} kB)`,
      );
      if (total > BUDGET) this.error("the page's JavaScript is over its budget");
    },
  };
}

/** What the workers are made of: they are built apart from the page. */
const inWorkers: Rollup.OutputChunk[] = [];

/** Keeps in mind what is in a worker. */
function remembered(): Plugin {
  return {
    name: "remembered",
    apply: "build",
    generateBundle(_, bundle) {
      inWorkers.push(...Object.values(bundle).filter((file) => file.type === "chunk"));
    },
  };
}

/** Puts the notices that come with the data and the libraries beside the page. */
function licensed(): Plugin {
  return {
    name: "licensed",
    apply: "build",
    generateBundle(_, bundle) {
      this.emitFile({
        type: "asset",
        fileName: "THIRD-PARTY.md",
        source: notices([{ output: [...Object.values(bundle), ...inWorkers] }]),
      });
    },
  };
}

/** Vite's development server puts scripts into the page that the policy of the finished page forbids. */
function policyOnlyWhenBuilt(): Plugin {
  return {
    name: "policy-only-when-built",
    apply: "serve",
    transformIndexHtml: {
      order: "pre",
      handler: (html, { server }) =>
        server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "") : html,
    },
  };
}

export default defineConfig({
  // Relative, so that the page works from any folder of any site.
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: ["index.html", "embed.html"] },
  },
  worker: { format: "es", plugins: () => [remembered()] },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
  plugins: [weigh(), policyOnlyWhenBuilt(), licensed(), installable()],
});
