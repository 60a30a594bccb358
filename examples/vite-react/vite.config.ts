import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { modulePreload: { polyfill: false } },
  // Vite before 8 looks for the worker and the wasm module beside its bundled copy else.
  optimizeDeps: { exclude: ["jiyao"] },
  // Only here, where the package is a folder beside the examples.
  server: { fs: { allow: ["..", "../../dist"] } },
});
