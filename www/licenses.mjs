// What must come along with everything that is built: the sources of the data, and the licences of the libraries in it.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ALLOWED = ["MIT", "ISC", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0", "0BSD"];

/** The notices for some builds: THIRD-PARTY.md, the text of the licence that it links, and the libraries that were bundled. */
export function notices(builds) {
  const [data, apache] = ["THIRD-PARTY.md", "LICENSE-APACHE"].map((name) =>
    readFileSync(new URL(`../${name}`, import.meta.url), "utf8"),
  );
  // What is built is given away without the files beside it.
  const whole = data.replace("[text](LICENSE-APACHE)", "text below");
  if (whole === data) throw new Error("THIRD-PARTY.md does not name LICENSE-APACHE as expected");
  return `${whole}\n## The Apache License\n\n${apache}\n# Libraries in the JavaScript\n\n${licensesOf(builds)}`;
}

/** Name, version and licence text of each library of some builds; one that may not be shipped stops the build. */
function licensesOf(builds) {
  const chunks = builds.flatMap(({ output }) => output.filter(({ type }) => type === "chunk"));
  const folders = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.map(folderOf).filter(Boolean)));
  if (folders.size === 0) return "None.\n";
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      if (!choices(license).some((choice) => ALLOWED.includes(choice)))
        throw new Error(`${name}: the licence ${license} is not among ${ALLOWED.join(", ")}`);
      return `## ${name} ${version} (${license})\n\n${licenseText(folder)}\n`;
    })
    .join("\n");
}

/** `(MIT OR GPL-3.0-or-later)` leaves the choice. */
function choices(license) {
  return license.replace(/^\((.*)\)$/, "$1").split(" OR ");
}

function folderOf(module) {
  return module.match(/^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1];
}

function licenseText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file || !existsSync(`${folder}/${file}`)) throw new Error(`${folder}: there is no text of its licence`);
  return readFileSync(`${folder}/${file}`, "utf8").trim();
}
