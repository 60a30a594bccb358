// The licences of the libraries that are bundled: their texts have to come along.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ALLOWED = ["MIT", "ISC", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0", "0BSD"];

/** Name, version and licence text of each library of some builds; one that may not be shipped stops the build. */
export function licensesOf(builds) {
  const chunks = builds.flatMap(({ output }) => output.filter(({ type }) => type === "chunk"));
  const folders = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.map(folderOf).filter(Boolean)));
  if (folders.size === 0) return "None.\n";
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      if (!ALLOWED.includes(license))
        throw new Error(`${name}: the licence ${license} is not among ${ALLOWED.join(", ")}`);
      return `## ${name} ${version} (${license})\n\n${licenseText(folder)}\n`;
    })
    .join("\n");
}

function folderOf(module) {
  return module.match(/^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
}

function licenseText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file || !existsSync(`${folder}/${file}`)) throw new Error(`${folder}: there is no text of its licence`);
  return readFileSync(`${folder}/${file}`, "utf8").trim();
}
