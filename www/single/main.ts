import { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import "../src/app/jiyao-app.ts";
import { load } from "./inside.ts";

JiyaoAnalyzer.load = load;
