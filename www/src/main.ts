import "./style/page.css";
import { load } from "./analysis/page.ts";
import { JiyaoAnalyzer } from "./analyzer/jiyao-analyzer.ts";
import "./app/jiyao-app.ts";

JiyaoAnalyzer.load = load;
