// Builds the npm package into the project's dist/: `npm run package`, after the wasm module is in pkg/.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { notices } from "../licenses.mjs";
import { manifest } from "./manifest.mjs";
import { contractTypes, elementTypes, entryTypes } from "./types.mjs";

const root = new URL("../../", import.meta.url);
const www = new URL("www/", root);
const dist = new URL("dist/", root);
const path = (name, from = www) => fileURLToPath(new URL(name, from));
const text = (name, from = www) => readFileSync(new URL(name, from), "utf8");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const wasm = readFileSync(new URL("pkg/jiyao_bg.wasm", www));
const tsconfig = path("tsconfig.json");
const minified = { mangle: true, compress: true, codegen: true };

/**
 * On other pages `rem` is whatever size that page gives to its root. There the elements measure by a property of their own.
 */
const ownMeasures = {
  name: "own-measures",
  transform(code, id) {
    if (!id.startsWith(path("src/"))) return null;
    const lines = code
      .split("\n")
      .map((line) =>
        /@(media|container)/.test(line)
          ? line.replace(/([\d.]+)rem\b/g, (_, number) => `${number * 16}px`)
          : line.replace(/(-?[\d.]+)rem\b/g, "calc($1 * var(--jiyao-rem, 16px))"),
      );
    return { code: lines.join("\n") };
  },
};

/** Some bundlers know `new URL("…", import.meta.url)` only with plain quotes; the minifier likes others. */
const plainAddresses = {
  name: "plain-addresses",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk")
        chunk.code = chunk.code.replace(/new URL\(`([^`$]+)`,import\.meta\.url\)/g, 'new URL("$1",import.meta.url)');
    }
  },
};

const worker = await bundle(
  { input: path("src/analysis/worker.ts") },
  // One classic script: it starts by its address, from a blob, and where no module worker does.
  { format: "iife", file: path("jiyao-worker.js", dist), minify: minified },
);
const modules = await bundle(
  {
    input: {
      index: path("src/package/index.ts"),
      element: path("src/package/element.ts"),
      inline: path("src/package/inline.ts"),
    },
    plugins: [
      virtual({
        "jiyao/wasm": gzipSync(wasm, { level: 9 }).toString("base64"),
        "jiyao/worker": worker.output[0].code,
      }),
    ],
  },
  {
    format: "esm",
    dir: path(".", dist),
    minify: minified,
    entryFileNames: "[name].js",
    chunkFileNames: "part-[name].js",
  },
);
const node = await bundle(
  { input: path("src/package/node.ts"), platform: "node" },
  { format: "esm", file: path("node.js", dist), minify: minified },
);

writeFileSync(new URL("jiyao.wasm", dist), wasm);
const elements = manifest();
writeFileSync(new URL("custom-elements.json", dist), `${JSON.stringify(elements, null, 2)}\n`);
for (const [name, types] of Object.entries({
  ...entryTypes(path("package/tsconfig.json")),
  ...elementTypes(elements),
  ...contractTypes(text("pkg/jiyao.d.ts")),
})) {
  writeFileSync(new URL(name, dist), types);
}
const [, version] = text("Cargo.toml", root).match(/^version = "(.+)"$/m);
const { name, ...about } = JSON.parse(text("package/package.json"));
writeFileSync(new URL("package.json", dist), `${JSON.stringify({ name, version, ...about }, null, 2)}\n`);
cpSync(path("docs/embedding.md", root), path("README.md", dist));
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(path(file, root), path(file, dist));
writeFileSync(new URL("THIRD-PARTY.md", dist), notices([worker, modules, node]));

async function bundle(input, output) {
  const plugins = [...(input.plugins ?? []), ownMeasures, plainAddresses];
  const build = await rolldown({ tsconfig, transform: { target: "es2022" }, logLevel: "warn", ...input, plugins });
  const written = await build.write({ sourcemap: false, comments: { legal: false }, ...output });
  await build.close();
  return written;
}

/** Modules that are made here. */
function virtual(modules) {
  return {
    name: "virtual",
    resolveId: (id) => (id.startsWith("virtual:") ? `\0${id}` : null),
    load: (id) => {
      const content = modules[id.replace("\0virtual:", "")];
      return content === undefined ? null : `export default ${JSON.stringify(content)};`;
    },
  };
}
