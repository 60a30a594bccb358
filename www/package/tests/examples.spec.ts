// Each example is built and run, in Chromium under a strict policy or in Node.js.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Content, ROOT } from "./server.ts";
import { expect, test } from "./site.ts";

/** Builds an example; `npm ci` in examples/ has set it up. */
function build(example: string): void {
  const shell = process.platform === "win32";
  execFileSync("npm", ["run", "--silent", "build"], { cwd: join(ROOT, "examples", example), stdio: "pipe", shell });
}

/** The words in an analyzer's table. */
const table = (page: Page, name: string) => page.getByRole("table", { name: new RegExp(`^${name}`) }).first();

const wasms = (requests: string[]): number => requests.filter((path) => path.endsWith(".wasm")).length;

const PLAIN: Content = { "/jiyao/": { folder: "dist" }, "/": { folder: "examples/plain" } };

test("plain: two analyzers, a table alone and the API share one module", async ({ page, open }) => {
  const site = await open(PLAIN);
  await page.goto(site.url);
  await expect(table(page, "参会")).toContainText("林知远");
  await expect(page.locator("#awards").getByRole("table")).toContainText("青石镇水利站");
  await expect(page.locator("#count")).toHaveText("1 / 1");
  await page.locator("#second .cm-content").click();
  await page.keyboard.insertText("5月6日，青禾县防汛工作会议召开。县长昝国梁主持会议。");
  await expect(table(page, "Attendees")).toContainText("昝国梁");
  expect(wasms(site.requests)).toBe(1);
  // Only the second one's table that was asked for is shown.
  await expect(page.locator("#second").getByRole("table")).toHaveCount(1);
});

for (const [example, folder] of [
  ["vite-react", "dist"],
  ["webpack", "dist"],
] as const) {
  test(`${example}: the built page reads in a worker`, async ({ page, open }) => {
    build(example);
    const site = await open({ "/": { folder: `examples/${example}/${folder}` } });
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(site.url);
    await expect(page.locator("#names")).toHaveText("林知远");
    await expect(table(page, "参会")).toContainText("县长");
    expect(workers).toHaveLength(1);
    expect(wasms(site.requests)).toBe(1);
  });
}

test("vite-react: the package's types fit", () => {
  const tsc = join(ROOT, "www/node_modules/typescript/bin/tsc");
  execFileSync("node", [tsc, "-p", join(ROOT, "examples/vite-react"), "--skipLibCheck"], { stdio: "pipe" });
});

test("esbuild: the built page reads what is typed, in a worker", async ({ page, open }) => {
  build("esbuild");
  const site = await open({ "/": { folder: "examples/esbuild/dist" } });
  await page.goto(site.url);
  await expect(page.locator("#thread")).toHaveText("worker");
  await page.locator("textarea").pressSequentially("县长林知远主持召开会议。林知远要求");
  await page.locator("textarea").fill("5月6日，青禾县防汛工作会议召开。县长林知远主持会议。");
  await expect(page.locator("#names")).toHaveText("林知远");
  expect(wasms(site.requests)).toBe(1);
});

test("node: reads its example", () => {
  const out = execFileSync("node", ["read.mjs"], { cwd: join(ROOT, "examples/node"), encoding: "utf8" });
  expect(out).toContain("青禾县防汛工作会议");
  expect(out).toContain("林知远 县长 presided");
});
