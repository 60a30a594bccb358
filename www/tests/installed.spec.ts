// The page as somebody has it who came once: without a network, and when a new version comes out.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { build } from "vite";
import { docx } from "./docx.ts";
import { Desk, example, expect, test as plain } from "./page.ts";
import { FileServer } from "./server.ts";
import { built } from "./stick.ts";

const www = fileURLToPath(new URL("..", import.meta.url));

const test = plain.extend<{ server: FileServer }, { next: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  server: async ({}, use) => {
    const server = await FileServer.start(built(""));
    await use(server);
    await server.stop();
  },
  baseURL: ({ server }, use) => use(server.address),
  /** The next version of the page: all of its scripts have other names. */
  next: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "jiyao-next-"));
      await build({
        root: www,
        configFile: join(www, "vite.config.ts"),
        logLevel: "error",
        build: { outDir: folder, emptyOutDir: true, assetsDir: "next" },
      });
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

test.use({ serviceWorkers: "allow" });

/** Opens the page for the first time, and waits until it is kept. */
async function install(page: Page): Promise<Desk> {
  await page.goto("");
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  return new Desk(page);
}

const versionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>("meta[name=version]")?.content);

const storesOf = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

/** Looks for a new version; gives what became of the service worker that was found. */
const seekNew = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { installing } = await (await navigator.serviceWorker.ready).update();
    return new Promise((resolve) => {
      if (!installing) resolve("nothing new");
      installing?.addEventListener("statechange", () => {
        if (["activated", "redundant"].includes(installing.state)) resolve(installing.state);
      });
    });
  });

async function savesWorkbook({ page }: Desk): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "XLSX" }).click()]);
  const sheets = await readXlsx(await readFile(await file.path()));
  expect(sheets[1]?.data.some((cells) => cells.includes("昝国梁"))).toBe(true);
}

test("after one visit it opens, reads and saves with the server gone", async ({ page, server, context }) => {
  await install(page);
  await server.stop();
  await page.close();

  const later = await context.newPage();
  await later.goto(`${server.address}?from=desktop`);
  const desk = new Desk(later);
  const word = { name: "会议.docx", mimeType: "", buffer: Buffer.from(docx(example("plain"))) };
  await later.locator("input[type=file]").setInputFiles(word);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  const web = {
    name: "会议.html",
    mimeType: "",
    buffer: Buffer.from(`<p>${example("several").replaceAll("\n", "<p>")}`),
  };
  await later.locator("input[type=file]").setInputFiles(web);
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await later.getByRole("navigation", { name: "文稿" }).getByRole("button", { name: "会议.docx", exact: true }).click();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await savesWorkbook(desk);
  await later.getByRole("button", { name: "导图" }).click();
  await expect(later.getByRole("treeitem", { name: /认领任务/ })).toBeVisible();
});

test("an open page keeps its version until the new one is asked for", async ({ page, server, next, context }) => {
  const desk = await install(page);
  const first = await versionOf(page);
  server.folders = [next];
  expect(await seekNew(page)).toBe("activated");
  const notice = page.getByRole("status").filter({ hasText: "新版本已经备好" });
  await expect(notice).toBeVisible();

  // The worker, the module and what saves workbooks are asked for only now.
  await desk.read(example("plain"));
  await savesWorkbook(desk);
  expect(await versionOf(page)).toBe(first);

  const other = await context.newPage();
  await other.goto(server.address);
  expect(await versionOf(other)).not.toBe(first);
  await expect(other.locator(".cm-content")).toContainText("岚泉县");
  await other.close();
  expect(await storesOf(page)).toBe(2);
  // Also after a page of the new version has asked what may go.
  await page.getByRole("button", { name: "导图" }).click();
  await expect(page.getByRole("treeitem", { name: /认领任务/ })).toBeVisible();

  await notice.getByRole("button", { name: "换上新版" }).click();
  await expect.poll(() => versionOf(page)).not.toBe(first);
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
  await savesWorkbook(desk);
  await expect(notice).toBeHidden();
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith(".js")),
  );
  expect(scripts.length).toBeGreaterThan(1);
  for (const script of scripts) {
    expect(existsSync(join(next, script)), script).toBe(true);
    expect(existsSync(built(`.${script}`)), script).toBe(false);
  }
  // Nobody needs the first version any more: the next start drops it.
  await page.reload();
  await expect.poll(() => storesOf(page)).toBe(1);
  expect(server.missing).toEqual([]);
});

test("an open frame keeps the store of its own version, and no other", async ({ page, server, next, context }) => {
  await install(page);
  const frame = await context.newPage();
  await frame.goto(`${server.address}embed.html`);
  const first = await versionOf(frame);
  expect(first).toBe(await versionOf(page));
  server.folders = [next];
  expect(await seekNew(page)).toBe("activated");
  await page.reload();
  expect(await versionOf(page)).not.toBe(first);
  // What reads a text is asked for only now: the server has it no more.
  await frame.locator(".cm-content").fill(example("plain"));
  await expect(frame.getByRole("table", { name: /^参会/ })).toContainText("昝国梁");
  expect(await storesOf(page)).toBe(2);
  await frame.reload();
  expect(await versionOf(frame)).toBe(await versionOf(page));
  await page.reload();
  await expect.poll(() => storesOf(page)).toBe(1);
  expect(server.missing).toEqual([]);
});

test("half of a new version is not taken", async ({ page, server, next }) => {
  const desk = await install(page);
  const first = await versionOf(page);
  const half = mkdtempSync(join(tmpdir(), "jiyao-half-"));
  cpSync(next, half, { recursive: true });
  rmSync(join(half, "index.html"));
  // The page itself is still the old one.
  server.folders = [half, built("")];
  expect(await seekNew(page)).toBe("redundant");
  expect(await storesOf(page)).toBe(1);
  await page.reload();
  expect(await versionOf(page)).toBe(first);
  await desk.read(example("plain"));
  await expect(page.getByText("新版本已经备好")).toBeHidden();
  rmSync(half, { recursive: true });
});

test("the notice speaks the page's language", async ({ page }) => {
  await page.goto("");
  await page.locator("jiyao-app").evaluate((app) => app.setAttribute("renewed", ""));
  for (const [language, words] of [
    ["English", "A new version is ready."],
    ["繁體中文", "新版本已經備妥。"],
  ] as const) {
    await page.locator(".settings select").first().selectOption(language);
    await expect(page.getByText(words)).toBeVisible();
  }
});

test("what installs the page is there: manifest and icons", async ({ page, request, baseURL }) => {
  await page.goto("");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(new URL(address ?? "", baseURL).href)).json();
  expect(manifest.icons.map(({ purpose = "any" }) => purpose)).toContain("maskable");
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await request.get(new URL(src, baseURL).href);
    expect(icon.ok(), src).toBe(true);
    if (type === "image/png")
      expect(`${(await icon.body()).readUInt32BE(16)}x${(await icon.body()).readUInt32BE(20)}`).toBe(sizes);
  }
});

test("what keeps its name from version to version is asked for anew each time", () => {
  const headers = readFileSync(built("_headers"), "utf8");
  for (const name of readdirSync(built("")).filter((name) => /\.(html|js)$/.test(name))) {
    expect(headers, name).toContain(`\n/${name}\n  Cache-Control: no-cache\n`);
  }
  expect(headers).toContain("\n/\n  Cache-Control: no-cache\n");
});
