import "./style/page.css";
import { load } from "./analysis/page.ts";
import { JiyaoAnalyzer } from "./analyzer/jiyao-analyzer.ts";
import { install } from "./app/installed.ts";
import { JiyaoApp } from "./app/jiyao-app.ts";

JiyaoAnalyzer.load = load;
JiyaoApp.opener = async () => (await import("./in/page.ts")).files;
JiyaoAnalyzer.richText = async (html) => (await import("./in/page.ts")).richText(html);

// The development server gives files that have not been built.
if (import.meta.env.PROD) {
  install(() => {
    for (const app of document.querySelectorAll("jiyao-app")) app.renewed = true;
  });
}
