import { build } from "esbuild";

await build({
  entryPoints: {
    main: "src/main.js",
    index: "index.html",
    "jiyao-worker": "jiyao/worker",
    jiyao: "jiyao/jiyao.wasm",
  },
  outdir: "dist",
  bundle: true,
  format: "esm",
  loader: { ".html": "copy", ".wasm": "copy" },
});
