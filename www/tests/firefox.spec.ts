// The main job once in the other browser engine: on the page, and in the single file without a network.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { docx } from "./docx.ts";
import { choose, found, paste, test } from "./firefox.ts";
import { example } from "./page.ts";
import { FileServer } from "./server.ts";
import { built, withStick } from "./stick.ts";

test("in Firefox a pasted report gives its tables, a row its evidence, and a table its file", async ({
  folder,
  desk,
}) => {
  await paste(desk, example("plain"));

  await (await found(desk, ">>> tr ::-p-text(昝国梁)")).click();
  const evidence = await found(desk, ">>> .evidence.here");
  expect(await evidence.evaluate((mark) => mark.textContent)).toBe("昝国梁");

  await (await found(desk, ">>> [aria-label='参会: 复制与保存'] ::-p-text(CSV)")).click();
  await expect.poll(() => readdir(folder)).toEqual([expect.stringMatching(/教育工作表彰大会 参会\.csv$/)]);
  const [name = ""] = await readdir(folder);
  const lines = (await readFile(join(folder, name), "utf8")).split("\r\n");
  expect(lines[0]).toBe("\uFEFF姓名或名称,职务,参会情况,类别,人数,提及");
  expect(lines.find((line) => line.startsWith("昝国梁,"))).toContain("县人大常委会主任");
});

const single = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  baseURL: async ({}, use) => withStick(use),
});

single.describe("without a network", () => {
  // A proxy where nobody answers.
  single.use({
    settings: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9 },
  });

  single("in Firefox the single file reads in a worker and saves a workbook", async ({ folder, desk }) => {
    await paste(desk, example("plain"));
    await found(desk, ">>> tr ::-p-text(昝国梁)");
    expect(desk.workers()).toHaveLength(1);
    await (await found(desk, ">>> button ::-p-text(XLSX)")).click();
    await expect.poll(() => readdir(folder)).toEqual([expect.stringMatching(/\.xlsx$/)]);
    const [name = ""] = await readdir(folder);
    const sheets = await readXlsx(await readFile(join(folder, name)));
    expect(sheets[1]?.data.find((cells) => cells.includes("昝国梁"))?.join()).toContain("县人大常委会主任");
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["会议", "参会", "表彰", "要求"]);
  });

  single("in Firefox the single file opens a Word file in a worker", async ({ folder, desk }) => {
    const file = join(folder, "会议.docx");
    await writeFile(file, docx(example("plain")));
    await choose(desk, file);
    await found(desk, ">>> tr ::-p-text(昝国梁)");
    // One opens, the other reads.
    expect(desk.workers()).toHaveLength(2);
  });
});

const installed = test.extend<{ server: FileServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  server: async ({}, use) => {
    const server = await FileServer.start(built(""));
    await use(server);
    await server.stop();
  },
  baseURL: ({ server }, use) => use(server.address),
});

installed(
  "in Firefox the page opens and reads with the server gone, after one visit",
  async ({ server, folder, desk }) => {
    await desk.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await server.stop();
    await desk.reload();
    const file = join(folder, "会议.docx");
    await writeFile(file, docx(example("plain")));
    await choose(desk, file);
    await found(desk, ">>> tr ::-p-text(昝国梁)");
  },
);
