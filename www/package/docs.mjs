// The tables of docs/embedding.md that are made of the sources: `npm run docs` writes them, a test holds them to the sources.
import { readFileSync, writeFileSync } from "node:fs";
import { manifest } from "./manifest.mjs";
import { contractTypes } from "./types.mjs";

const root = new URL("../../", import.meta.url);
const DOCUMENT = new URL("docs/embedding.md", root);
const text = (name) => readFileSync(new URL(name, root), "utf8");

/** The document as it is, and as the sources want it. */
export function document() {
  const is = readFileSync(DOCUMENT, "utf8");
  const made = { elements: elements(), contract: contract(), errors: errors(), sizes: sizes() };
  const wanted = is.replace(
    /(<!-- made: (\w+) -->).*?(<!-- end -->)/gs,
    (_, begin, name, end) => `${begin}\n\n${made[name]}\n${end}`,
  );
  return { is, wanted };
}

/** What the elements have, from their manifest. */
function elements() {
  const [{ declarations }] = manifest().modules;
  return declarations.map(element).join("\n");
}

function element({ tagName, description, members, attributes, events, slots, cssParts, cssProperties = [] }) {
  const own = members.filter(({ kind, static: shared }) => kind === "field" && !shared);
  const named = new Set(own.map(({ name }) => name));
  return [
    `### \`<${tagName}>\`\n\n${line(description)}\n`,
    table("attribute", attributes.filter(({ fieldName }) => !named.has(fieldName)).map(typed)),
    table("attribute and property", own.filter(({ attribute }) => attribute).map(typed)),
    table("property", own.filter(({ attribute }) => !attribute).map(typed)),
    table("method", members.filter(({ kind }) => kind === "method").map(called)),
    table("property of the class", members.filter(({ kind, static: shared }) => kind === "field" && shared).map(typed)),
    table("event", events.map(typed)),
    table("slot", slots.map(plain)),
    table("part", cssParts.map(plain)),
    table("custom property", cssProperties.map(plain)),
  ]
    .filter(Boolean)
    .join("\n");
}

const typed = ({ name, type, description, default: without }) => [
  `\`${name}\``,
  `\`${type.text.replaceAll("|", "\\|")}\``,
  line(/^"\w/.test(without) ? `${description} At first \`${without}\`.` : description),
];
const called = ({ name, description }) => [`\`${name}()\``, line(description)];
const plain = ({ name, description }) => [`\`${name}\``, line(description)];
const line = (words) => words.replace(/\s+/g, " ");

function table(what, rows) {
  if (rows.length === 0) return "";
  const titles = rows[0].length === 3 ? [what, "type", ""] : [what, ""];
  const lines = [titles, titles.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${lines.join("\n")}\n`;
}

/** The shapes of what goes in and comes out, as Rust gives them; each behind the one that names it first. */
function contract() {
  const types = Object.values(contractTypes(text("www/pkg/jiyao.d.ts")))[0];
  const shapes = new Map(
    [...types.replace(/\/\*.*?\*\//gs, "").matchAll(/^export ((?:interface|type) (\w+)(?:.*;$|[^}]*}))/gm)].map(
      ([, shape, name]) => [name, shape.replace(/\n\s*\n/g, "\n").replace(/^ {4}/gm, "  ")],
    ),
  );
  const named = new Set(["Analysis", "CleanText", "PersonalLexicon"]);
  for (const name of named)
    for (const [word] of shapes.get(name).matchAll(/\b[A-Z]\w+/g)) if (shapes.has(word)) named.add(word);
  for (const name of shapes.keys()) named.add(name);
  return `\`\`\`ts\n${[...named].map((name) => shapes.get(name)).join("\n")}\n\`\`\`\n`;
}

/** The codes of errors, from the comment above their type. */
function errors() {
  const [, comment] = text("www/src/analysis/jiyao.ts").match(/\/\*\*([^/]*)\*\/\nexport type ErrorCode/);
  const rows = [...comment.matchAll(/- `"([\w-]+)"`: ([^;.]+(?:;[^`]*?\bplace)?)/g)].map(([, code, what]) => [
    `\`${code}\``,
    line(what),
  ]);
  return table("code", rows);
}

/** The budgets of the build. */
function sizes() {
  const toml = text("wasm-pack.toml");
  const [, wasm] = toml.match(/^brotli = "(.+)"$/m);
  const files = [...toml.slice(toml.indexOf("[budgets.package]")).matchAll(/^"(.+)" = "(.+)"$/gm)];
  return table(
    "file",
    [["jiyao.wasm", wasm], ...files.map(([, name, size]) => [name, size])].map(([name, size]) => [`\`${name}\``, size]),
  );
}

if (process.argv[1]?.endsWith("docs.mjs")) writeFileSync(DOCUMENT, document().wanted);
