import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { modulePreload: { polyfill: false } },
  // Else the worker and the wasm module are looked for beside the bundled copy.
  optimizeDeps: { exclude: ["jiyao"] },
});
