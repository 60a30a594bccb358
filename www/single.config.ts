// The page as one file that works without a server: dist/jiyao.html.
import { defineConfig } from "vite";
import { singleFile } from "./single/pack.ts";

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: "single/main.ts", output: { codeSplitting: false } },
  },
  worker: { format: "iife" },
  plugins: [singleFile()],
});
