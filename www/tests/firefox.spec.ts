// The main job once in the other browser engine: on the page, and in the single file without a network.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Page } from "puppeteer-core";
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

test.describe("with scrollbars that are always there", () => {
  test.use({ settings: { "widget.gtk.overlay-scrollbars.enabled": false } });

  test("in Firefox no scrollbar is a white strip in the dark", async ({ desk }) => {
    await desk.setViewport({ width: 1280, height: 400 });
    await paste(desk, example("plain"));
    await (await found(desk, ">>> tr ::-p-text(昝国梁)")).evaluate(() => {});
    await (await found(desk, ">>> .settings select:last-child")).select("dark");
    for (const selector of [">>> .cm-scroller", ">>> section.results"]) {
      const box = await (await found(desk, selector)).boundingBox();
      if (!box) throw new Error(`${selector} is not seen`);
      const clip = { x: box.x + box.width - 10, y: box.y + 2, width: 8, height: box.height - 4 };
      // Between the ground and the scrollbar's own grey; white is 255.
      await expect(async () => {
        expect(await brightest(desk, await desk.screenshot({ clip, encoding: "base64" }))).toBeLessThan(160);
      }).toPass();
    }
  });
});

/** The brightest point of a picture, from 0 to 255. */
function brightest(desk: Page, png: string): Promise<number> {
  return desk.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas?.drawImage(picture, 0, 0);
    return Math.max(
      ...(canvas?.getImageData(0, 0, picture.width, picture.height).data.filter((_, at) => at % 4 < 3) ?? []),
    );
  }, png);
}

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
