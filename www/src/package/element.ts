// Registers the elements of the package; where the page has elements of these names already, those stay.
import { JiyaoAnalyzer } from "../analyzer/jiyao-analyzer.ts";
import { JiyaoTable } from "../analyzer/jiyao-table.ts";
import { load } from "./index.ts";

JiyaoAnalyzer.load ??= load;

export { JiyaoAnalyzer, JiyaoTable };
