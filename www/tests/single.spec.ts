// The single file, as somebody opens it by double-click from a stick: from a folder of its own, with the network off.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { docx } from "./docx.ts";
import { Desk, example, expect, test as served } from "./page.ts";
import { built, withStick } from "./stick.ts";

const test = served.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  baseURL: async ({}, use) => withStick(use),
  context: async ({ context }, use) => {
    await context.setOffline(true);
    await use(context);
  },
});

const WORD = { name: "会议.docx", mimeType: "", buffer: Buffer.from(docx(example("plain"))) };

/** Keeps the workers that the page starts. */
async function watchWorkers(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        this.addEventListener("message", () => workers.includes(this) || workers.push(this));
      }
    };
  });
  return () => page.evaluate(() => (window as unknown as { workers: Worker[] }).workers.length);
}

test("opens from a stick without a network, reads in a worker, and saves a workbook", async ({ page, baseURL }) => {
  const answering = await watchWorkers(page);
  await page.goto(baseURL ?? "");
  const desk = new Desk(page);
  await desk.read(example("several"));
  expect(await answering()).toBe(1);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "XLSX" }).click()]);
  const sheets = await readXlsx(await readFile(await file.path()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["会议", "参会", "表彰", "要求"]);
  expect(sheets[1]?.data.find((cells) => cells[1] === "时建国")?.[2]).toContain("统战部部长");
});

test("has all optional parts in it", async ({ desk, page }) => {
  await page.locator("input[type=file]").setInputFiles(WORD);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await page.getByRole("button", { name: "导图" }).click();
  await expect(page.getByRole("treeitem", { name: /认领任务/ })).toBeVisible();
  await page.getByRole("button", { name: "净文" }).click();
  await expect(page.locator("jiyao-clean")).toContainText("阮佩文");
  await page.getByRole("button", { name: "要点表" }).click();
  await expect(page.locator("jiyao-record")).toContainText("阮佩文");
  await page.reload();
  await expect(page.locator(".cm-content")).toContainText("阮佩文");
});

test("opens files in a worker", async ({ page, baseURL }) => {
  const answering = await watchWorkers(page);
  await page.goto(baseURL ?? "");
  await page.locator("input[type=file]").setInputFiles(WORD);
  await expect(new Desk(page).row("参会", "阮佩文")).toBeVisible();
  // One opens, the other reads.
  expect(await answering()).toBe(2);
});

test("reads on its own thread where no worker starts", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "Worker", { value: undefined });
  });
  await page.goto(baseURL ?? "");
  const desk = new Desk(page);
  await desk.read(example("several"));
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  // So do files open.
  const html = `<p>${example("plain").split("\n").join("<p>")}`;
  const [word, web] = [WORD, { name: "会议.html", mimeType: "", buffer: Buffer.from(html) }];
  await page.locator("input[type=file]").setInputFiles([word, web]);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "文稿" }).getByRole("listitem")).toHaveCount(3);
});

test("reads on its own thread where a worker never answers", async ({ page, baseURL }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    window.Worker = class extends EventTarget {
      postMessage(): void {
        Object.assign(window, { asked: true });
      }
      terminate(): void {}
    } as unknown as typeof Worker;
  });
  await page.goto(baseURL ?? "");
  const desk = new Desk(page);
  await desk.paste(example("plain"));
  await page.clock.runFor(1000);
  await page.waitForFunction(() => "asked" in window);
  await page.clock.runFor(11_000);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

served("the licences of what is in it come along", () => {
  for (const name of ["jiyao.html", "THIRD-PARTY.md"]) {
    const text = readFileSync(built(name), "utf8");
    for (const work of ["jieba", "lit-html 3", "mammoth 1", "htmlparser2 12", "jszip 3"])
      expect(text, name).toContain(work);
    // That of OpenCC's tables. Nothing that the text links lies beside it.
    expect(text, name).toContain(readFileSync(new URL("../../LICENSE-APACHE", import.meta.url), "utf8").trim());
    expect(text, name).not.toContain("](LICENSE");
  }
});

served("the page offers the file, and tells its SHA-256", async ({ desk, page }) => {
  await expect(desk.editor).toBeVisible();
  await page.getByRole("button", { name: "离线版" }).click();
  const dialog = page.getByRole("dialog", { name: "一个文件，不用联网" });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: "下载 jiyao.html" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("jiyao.html");
  const sum = createHash("sha256")
    .update(await readFile(await file.path()))
    .digest("hex");
  await expect(dialog.locator(".sum")).toHaveText(sum);
  expect(readFileSync(built("jiyao.html.sha256"), "utf8")).toBe(`${sum}  jiyao.html\n`);
  await expect(dialog).toContainText("sha256sum jiyao.html");
  // PowerShell tells it in capitals.
  await expect(dialog).toContainText("不分大小写");
  await expect(dialog.getByRole("heading", { name: "安装本页" })).toBeVisible();
  await expect(dialog).toContainText("地址栏或菜单里的“安装”");
});

served.describe("without a network", () => {
  served.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });
  served("the page says that the file cannot be had, and what to do", async ({ context, desk, page }) => {
    await expect(desk.editor).toBeVisible();
    // The dialog's own script, as a page that is kept has it.
    await page.getByRole("button", { name: "离线版" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.locator("jiyao-offline").evaluate((element) => element.remove());
    await context.setOffline(true);
    await page.getByRole("button", { name: "离线版" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("请联网后再打开这里");
    await expect(dialog.getByRole("link")).toHaveCount(0);
    await expect(dialog).not.toContainText("SHA-256");
    await expect(dialog).toContainText("安装本页");
  });
});

served.describe("with a server that does not have it", () => {
  served.use({ allowed: /404/ });
  served("the page says what the server answered, until it has the file", async ({ desk, page }) => {
    await expect(desk.editor).toBeVisible();
    await page.route("**/*.sha256", (route) => route.fulfill({ status: 404, body: "not found" }));
    await page.getByRole("button", { name: "离线版" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("网络是通的，但服务器没有给出这个文件（HTTP 404）");
    await expect(dialog).not.toContainText("请联网");
    await page.keyboard.press("Escape");
    await page.unroute("**/*.sha256");
    await page.getByRole("button", { name: "离线版" }).click();
    await expect(dialog.getByRole("link", { name: "下载 jiyao.html" })).toBeVisible();
  });
});
