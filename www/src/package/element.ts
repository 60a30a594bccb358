// Registers the elements of the package; where the page has elements of these names already, those stay.
import { JiyaoAnalyzer } from "../analyzer/jiyao-analyzer.ts";
import type { JiyaoTable } from "../analyzer/jiyao-table.ts";
import { load } from "./index.ts";

JiyaoAnalyzer.load ??= load;
JiyaoAnalyzer.richText ??= async (html) => (await import("../in/html.ts")).htmlText(html);

// Those that stayed: what is set on them, as another `load`, is for the elements that are on the page.
const Analyzer = customElements.get("jiyao-analyzer") as typeof JiyaoAnalyzer;
const Table = customElements.get("jiyao-table") as typeof JiyaoTable;

export { Analyzer as JiyaoAnalyzer, Table as JiyaoTable };
