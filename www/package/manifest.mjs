// What an embedder may rely on of the elements: taken from the comments in their sources, where it says @public.
import { readFileSync } from "node:fs";
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";

const www = new URL("../", import.meta.url);

/** The elements of the package, by the file that defines each. */
const ELEMENTS = { JiyaoAnalyzer: "src/analyzer/jiyao-analyzer.ts", JiyaoTable: "src/analyzer/jiyao-table.ts" };

/** The custom-elements manifest of the package. */
export function manifest() {
  const files = Object.values(ELEMENTS).map((file) => {
    const source = readFileSync(new URL(file, www), "utf8");
    return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  });
  const { modules, ...about } = create({ modules: files, plugins: litPlugin(), context: { dev: false } });
  const classes = modules.flatMap(({ declarations }) => declarations).filter(({ name }) => name in ELEMENTS);
  return {
    ...about,
    modules: [
      {
        kind: "javascript-module",
        path: "element.js",
        declarations: classes.map(shown),
        exports: classes.flatMap(({ name, tagName }) => [
          { kind: "js", name, declaration: { name, module: "element.js" } },
          { kind: "custom-element-definition", name: tagName, declaration: { name, module: "element.js" } },
        ]),
      },
    ],
  };
}

/** A class as others see it. */
function shown({ members, attributes, superclass: _, ...about }) {
  const visible = members.filter(({ privacy }) => privacy === "public").map(plain);
  const names = new Set(visible.map(({ name }) => name));
  return {
    ...about,
    members: visible,
    attributes: attributes.filter(({ fieldName }) => !fieldName || names.has(fieldName)).map(plain),
    superclass: { name: "HTMLElement" },
  };
}

/** Without what no reader needs. */
function plain({ privacy: _, inheritedFrom: __, ...member }) {
  return member;
}
