import { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import { JiyaoApp } from "../src/app/jiyao-app.ts";
import { load, opener } from "./inside.ts";

JiyaoAnalyzer.load = load;
JiyaoApp.opener = async () => opener;
JiyaoAnalyzer.richText = (html) => opener.text(() => ({ kind: "rich", html }));
