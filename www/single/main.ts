import { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import { JiyaoApp } from "../src/app/jiyao-app.ts";
import { files, load, richText } from "./inside.ts";

JiyaoAnalyzer.load = load;
JiyaoAnalyzer.richText = richText;
JiyaoApp.opener = async () => files;
