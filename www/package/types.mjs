// The TypeScript types of the package: those of the contract as Rust gives them, the others from the sources.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const emitted = new URL("target/package-types/", root);

/** Where the types of each source file go. */
const FILES = {
  "package/index": "index",
  "package/inline": "inline",
  "analysis/jiyao": "api",
  "analysis/model": "contract",
};

/** Functions and types of the wasm module that the package does not show. */
const INSIDE = ["AnalyzeOptions", "InitInput", "InitOutput", "SyncInitInput"];

/** The contract: the interfaces and types of pkg/jiyao.d.ts, without what only the wasm module itself has. */
export function contractTypes(declarations) {
  const blocks = declarations.split(/\n(?=\/\*\*|export )/).filter((block) => !block.startsWith("/* "));
  const types = [];
  let comment = "";
  for (const block of blocks) {
    if (block.startsWith("/**")) {
      comment = block;
      continue;
    }
    const name = block.match(/^export (?:interface|type) (\w+)/)?.[1];
    if (name && !INSIDE.includes(name)) types.push(`${comment}\n${block}`.trim());
    comment = "";
  }
  return { "contract.d.ts": `// The contract, as Rust gives it.\n\n${types.join("\n\n")}\n` };
}

/** The types of the entry points, compiled from their sources. */
export function entryTypes(tsconfig) {
  const tsc = fileURLToPath(new URL("www/node_modules/typescript/bin/tsc", root));
  execFileSync(process.execPath, [tsc, "-p", tsconfig], { stdio: "inherit" });
  const files = Object.entries(FILES).filter(([, to]) => to !== "contract");
  return Object.fromEntries(files.map(([from, to]) => [`${to}.d.ts`, movedTypes(from)]));
}

/** The emitted types of a file, with its imports as they are named in the package. */
function movedTypes(file) {
  const types = readFileSync(new URL(`${file}.d.ts`, emitted), "utf8");
  return types.replace(/(from |import\()"(\.[^"]+)\.ts"/g, (_, before, target) => {
    const to = FILES[new URL(target, `file:///${file}`).pathname.slice(1)];
    if (!to) throw new Error(`${file}: the types of ${target} are not in the package`);
    return `${before}"./${to}.js"`;
  });
}

/** The types of the elements, from their manifest. */
export function elementTypes({ modules: [{ declarations }] }) {
  const classes = declarations.map(
    ({ name, tagName, description, members, events }) => `${comment(description)}
export declare class ${name} extends HTMLElement {
${members.map(member).join("\n")}
  addEventListener<Type extends keyof ${name}Events>(
    type: Type,
    listener: (this: ${name}, event: ${name}Events[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What \`<${tagName}>\` sends, besides what every element does. */
export interface ${name}Events extends HTMLElementEventMap {
${events.map(({ name, type, description }) => `${comment(description, "  ")}\n  "${name}": ${type.text};`).join("\n")}
}
`,
  );
  const tags = declarations.map(({ name, tagName }) => `    "${tagName}": ${name};`).join("\n");
  return {
    "element.d.ts": `import type { ErrorCode, Jiyao, LoadOptions } from "./api.js";
import type { Analysis, PersonalLexicon } from "./contract.js";

${classes.join("\n")}
declare global {
  interface HTMLElementTagNameMap {
${tags}
  }
}
`,
  };
}

function member({ kind, name, type, static: shared, description, ...method }) {
  const before = `${comment(description, "  ")}\n  ${shared ? "static " : ""}${name}`;
  if (kind !== "method") return `${before}: ${type.text};`;
  const parameters = (method.parameters ?? []).map(
    ({ name, optional, type }) => `${name.replace(/^_/, "")}${optional ? "?" : ""}: ${type.text}`,
  );
  return `${before}(${parameters.join(", ")}): ${method.return.type.text};`;
}

function comment(text, indent = "") {
  return `${indent}/** ${text.replaceAll("\n", " ")} */`;
}
