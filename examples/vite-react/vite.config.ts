import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { modulePreload: { polyfill: false } },
  // Else the worker and the wasm module are looked for beside the bundled copy.
  optimizeDeps: { exclude: ["jiyao"] },
  // Only here, where the package is a folder beside the examples.
  server: { fs: { allow: ["..", "../../dist"] } },
});
