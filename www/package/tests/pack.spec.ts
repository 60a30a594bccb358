// The package as it is published: what is in it, whether others can resolve it, and Node.js with it.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { document } from "../docs.mjs";
import { ROOT } from "./server.ts";
import { test as base, expect } from "./site.ts";

const DIST = join(ROOT, "dist");
const WWW = join(ROOT, "www");

/** Runs a program; gives its output, also of one that fails. */
async function run(program: string, args: string[], cwd = WWW): Promise<string> {
  const windows = process.platform === "win32";
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, shell: windows, maxBuffer: 1e8 }).catch(
    (failed: { stdout: string; stderr: string }) => Promise.reject(new Error(`${failed.stdout}\n${failed.stderr}`)),
  );
  return stdout + stderr;
}

/** A folder with the packed package installed in it, as somebody else would. */
const test = base.extend<object, { folder: string }>({
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "jiyao-package-"));
      await run("npm", ["pack", DIST, "--pack-destination", folder], folder);
      const { version } = JSON.parse(readFileSync(join(DIST, "package.json"), "utf8"));
      writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
      await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./jiyao-${version}.tgz`], folder);
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

test("holds the files that package/contents.txt names", async () => {
  const packed = JSON.parse(
    await run("npm", ["pack", DIST, "--dry-run", "--json", "--silent"]).then((out) => out.slice(out.indexOf("["))),
  );
  // The parts that are loaded later are named by the bundler.
  const named = packed[0].files.map(({ path }: { path: string }) => path.replace(/^part-[\w-]+\.js$/, "part-*.js"));
  const files = [...new Set<string>(named)].sort();
  expect(files).toEqual(readFileSync(join(WWW, "package/contents.txt"), "utf8").trim().split("\n"));
});

test("its documentation has the tables that the sources give (`npm run docs` writes them)", () => {
  const { is, wanted } = document();
  expect(is).toBe(wanted);
  // Every code of an error is in it.
  for (const code of ["invalid-argument", "load-failed", "worker-lost", "disposed", "internal"]) {
    expect(is).toContain(`| \`${code}\` |`);
  }
});

test("is sound to publint", async () => {
  expect(await run("npx", ["--no-install", "publint", DIST, "--strict"])).toContain("All good");
});

test("its types are right for every way to resolve modules", async () => {
  // What is no JavaScript has no types.
  const without = ["worker", "jiyao.wasm"];
  await run("npx", [
    "--no-install",
    "attw",
    "--pack",
    DIST,
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    ...without,
  ]);
});

test("reads in Node.js, by every entry", async ({ folder }) => {
  writeFileSync(
    join(folder, "contract.mjs"),
    `import { cases } from ${JSON.stringify(new URL("contract.mjs", import.meta.url).href)};
    import * as index from "jiyao";
    import * as inline from "jiyao/inline";
    for (const [entry, { load }] of Object.entries({ index, inline })) {
      for (const [name, test] of Object.entries(cases)) await test(load).catch((error) => console.log(entry, name, error));
    }
    const jiyao = await index.load({ module_or_path: new URL(import.meta.resolve("jiyao/jiyao.wasm")) });
    const { reports } = await jiyao.analyze("5月6日，青禾县防汛工作会议召开。县长林知远主持会议。");
    console.log(jiyao.thread, reports[0].attendees[0].name);`,
  );
  expect(await run("node", ["contract.mjs"], folder)).toBe("caller 林知远\n");
});

test("reads in a page that a bundler made of it", async ({ folder, page, open }) => {
  writeFileSync(join(folder, "index.html"), '<!doctype html><script type="module" src="main.js"></script><p></p>');
  writeFileSync(
    join(folder, "main.js"),
    `import { load } from "jiyao";
    const jiyao = await load();
    const { reports } = await jiyao.analyze("5月6日，青禾县防汛工作会议召开。县长林知远主持会议。");
    document.querySelector("p").textContent = jiyao.thread + " " + reports[0].attendees[0].name;`,
  );
  await build({ root: folder, logLevel: "warn", build: { target: "es2022", modulePreload: { polyfill: false } } });
  await page.goto((await open({ "/": { folder: join(folder, "dist") } })).url);
  await expect(page.locator("p")).toHaveText("worker 林知远");
});
