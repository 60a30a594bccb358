import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = new URL("dist/", import.meta.url);

export default {
  mode: "production",
  entry: "./src/main.js",
  output: { path: fileURLToPath(dist), filename: "main.js", clean: true },
  // The package is minified already.
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [
    {
      apply: ({ hooks }) =>
        hooks.afterEmit.tap("page", () => {
          mkdirSync(dist, { recursive: true });
          copyFileSync(new URL("index.html", import.meta.url), new URL("index.html", dist));
        }),
    },
  ],
};
