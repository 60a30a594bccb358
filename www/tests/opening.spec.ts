// Files that take long to open: the page goes on, says what it does, and is told to stop.
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import { docx, escaped } from "./docx.ts";
import { choose, pairwise, upload } from "./files.ts";
import { Desk, example, expect, holdFiles, killWorker, manyReports, rememberWorkers, test, workers } from "./page.ts";

const report = example("plain");

const opening = (page: Page) => page.locator(".files jiyao-reading");

const documents = (page: Page) => page.getByRole("navigation", { name: "文稿" }).getByRole("listitem");

/** From the next load on, no worker starts for files. */
async function refuseWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        if (options?.name === "jiyao-files") throw new Error("no worker");
        super(address, options);
      }
    };
  });
}

const lengthOf = (page: Page): Promise<number> =>
  page.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).length);

/** Begins to watch what holds the page; gives the longest of it so far, in milliseconds. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: "longtask" });
    Object.assign(window, {
      longest: () => Math.max(0, ...tasks, ...observer.takeRecords().map(({ duration }) => duration)),
    });
  });
  return () => page.evaluate(() => (window as unknown as { longest(): number }).longest());
}

/** Much of each kind. */
const LARGE: Record<string, () => Uint8Array> = {
  "a Word file.docx": () => docx(manyReports(4000)),
  "a web page.html": () => {
    const lines = manyReports(1200)
      .split("\n")
      .map((line) => `<p class="MsoNormal"><span>${escaped(line)}</span></p>`);
    return Buffer.from(`<!doctype html><meta charset="utf-8"><body>${lines.join("\n").repeat(5)}`);
  },
  "a text in GB 18030.txt": () => Buffer.concat(Array(15_000).fill(pairwise("gbk", `${report}\n`))),
};

for (const [name, content] of Object.entries(LARGE)) {
  test(`while a large file is opened the page answers: ${name}`, async ({ page, context }, info) => {
    test.setTimeout(180_000);
    const path = info.outputPath(name);
    writeFileSync(path, content());
    // On the page's own thread, for comparison.
    const slow = await context.newPage();
    await refuseWorker(slow);
    await slow.goto("");
    const longestWithout = await watchTasks(slow);
    await choose(new Desk(slow), path);
    await expect.poll(() => lengthOf(slow), { timeout: 60_000 }).toBeGreaterThan(100_000);
    const without = await longestWithout();
    await slow.close();

    const { files, desk } = await held(page);
    await desk.editor.click();
    const longest = await watchTasks(page);
    await choose(desk, path);
    await page.keyboard.type("打字");
    await expect(desk.editor).toContainText("打字");
    await page.getByRole("button", { name: "快捷键" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect.poll(files.held, { timeout: 60_000 }).toBe(1);
    // Far less, though each of the two waits for its turn on a busy machine.
    expect(await longest()).toBeLessThan(without);
    await expect(opening(page)).toContainText(name);
    await desk.editor.click();
    await files.release();
    await expect(documents(page)).toHaveCount(2);
    await expect(opening(page)).toHaveCount(0);
    // Who writes is not torn away from it.
    await expect(page.getByText("文件已打开，在文稿列表里。")).toBeVisible();
    await expect(desk.editor).toBeFocused();
    await expect(desk.editor).toContainText("打字");
    await documents(page).last().getByRole("button").first().click();
    await expect.poll(() => lengthOf(page), { timeout: 60_000 }).toBeGreaterThan(100_000);
  });
}

/** The page, on which no file and no paste is read before it is released. */
async function held(page: Page): Promise<{ files: Awaited<ReturnType<typeof holdFiles>>; desk: Desk }> {
  const files = await holdFiles(page);
  await page.goto("");
  return { files, desk: new Desk(page) };
}

test("what is opened is told, in the language of the page, and how much is left", async ({ page }) => {
  const { files, desk } = await held(page);
  await choose(desk, upload("一.txt", report), upload("二.txt", example("several")));
  const status = page.locator(".files").getByRole("status");
  await expect(opening(page)).toContainText("正在打开第 1 个文件，共 2 个：一.txt");
  await expect(opening(page)).toContainText(/已用 \d+ 秒/);
  await expect(status).toHaveText("正在打开文件……");
  // More files follow those that are there.
  await choose(desk, upload("三.txt", example("torn")));
  await page.getByLabel("语言").selectOption("English");
  await expect(opening(page)).toContainText("Opening 一.txt (1 of 2)…");
  await page.getByLabel("Language").selectOption("繁體中文");
  await expect(opening(page)).toContainText("正在開啟第 1 個檔案");
  await page.getByLabel("語言").selectOption("简体中文");
  await files.release();
  await expect(documents(page)).toHaveCount(3);
  await expect(opening(page)).toHaveCount(0);
  await expect(status).toHaveText("");
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("opening is cancelled: what was opened stays, what was not is named, and more can be opened", async ({ page }) => {
  const { files, desk } = await held(page);
  await desk.paste("旁边的文字");
  await choose(desk, ...["一.txt", "二.txt", "三.txt"].map((name) => upload(name, report)));
  await expect.poll(files.held).toBe(1);
  await files.release();
  await expect(documents(page)).toHaveCount(4);

  await files.hold();
  await choose(
    desk,
    upload("四.pdf", "x", "application/pdf"),
    ...["五", "六"].map((name) => upload(`${name}.txt`, report)),
  );
  await expect(opening(page)).toContainText("第 2 个文件，共 3 个：五.txt");
  await opening(page).getByRole("button", { name: "取消" }).press("Enter");
  const problems = page.getByRole("alert").getByRole("listitem");
  await expect(problems).toHaveText([/^四\.pdf：不认识/, "已取消，没有打开：五.txt、六.txt"]);
  await expect(opening(page)).toHaveCount(0);
  await expect(documents(page)).toHaveCount(4);
  // The button that was pressed is gone: the focus is on what came of it.
  await expect(page.getByRole("alert").getByRole("button", { name: "关闭" })).toBeFocused();

  await files.release();
  await choose(desk, upload("七.txt", example("several")));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(documents(page)).toHaveCount(5);
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
});

test("of many files that are not opened some are named", async ({ page }) => {
  const { desk } = await held(page);
  await choose(desk, ...Array.from({ length: 12 }, (_, index) => upload(`${index + 1}.txt`, report)));
  await opening(page).getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("alert")).toContainText("没有打开：1.txt、2.txt、3.txt、4.txt、5.txt 等 12 个文件");
});

test("what is being opened when all is forgotten does not come back", async ({ page }) => {
  const { files, desk } = await held(page);
  await choose(desk, upload("一.txt", report));
  await expect(opening(page)).toBeVisible();
  await page.getByRole("button", { name: "清除全部" }).click();
  await expect(opening(page)).toHaveCount(0);
  await files.release();
  await choose(desk, upload("二.txt", example("several")));
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await expect(documents(page)).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

const EACH = [
  upload("一.txt", report),
  upload(
    "二.html",
    report
      .split("\n")
      .map((line) => `<p>${escaped(line)}`)
      .join(""),
  ),
  upload("三.docx", docx(report)),
  upload("坏.docx", "no zip"),
];

test("where no worker starts, files are opened all the same", async ({ page }) => {
  await refuseWorker(page);
  await page.goto("");
  const desk = new Desk(page);
  await choose(desk, ...EACH);
  await expect(documents(page)).toHaveCount(3);
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([/^坏\.docx：打不开/]);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test.describe("a worker whose script is missing", () => {
  test.use({ allowed: /404/ });
  test("is done without", async ({ page }) => {
    // The page's own thread asks for the same script.
    let asked = 0;
    await page.route(/opener-[^/]*\.js$/, (route) =>
      asked++ ? route.continue() : route.fulfill({ status: 404, body: "" }),
    );
    await page.goto("");
    const desk = new Desk(page);
    await choose(desk, ...EACH);
    await expect(documents(page)).toHaveCount(3);
    await expect(desk.row("参会", "阮佩文")).toBeVisible();
    expect(asked).toBe(2);
  });
});

test("a worker that dies of a file takes no other with it, and not the file", async ({ page }) => {
  await rememberWorkers(page);
  const { files, desk } = await held(page);
  await choose(desk, ...EACH);
  await expect.poll(files.held).toBe(1);
  await killWorker(page);
  // The next is with a fresh worker.
  await expect(opening(page)).toContainText("第 2 个文件");
  await expect.poll(() => workers(page)).toBe(2);
  await files.release();
  await expect(documents(page)).toHaveCount(3);
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([/^坏\.docx：打不开/]);
});

test("one worker opens all files, and none is started before", async ({ page }) => {
  await rememberWorkers(page);
  await page.goto("");
  const desk = new Desk(page);
  await expect(desk.editor).toBeVisible();
  expect(await workers(page)).toBe(0);
  await choose(desk, ...EACH);
  await expect(documents(page)).toHaveCount(3);
  await choose(desk, upload("四.txt", report));
  await expect(documents(page)).toHaveCount(4);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  expect(await workers(page, "jiyao-files")).toBe(1);
});

/** Pastes what a program offers, as a person does. */
const paste = (desk: Desk, data: { html?: string; plain?: string }): Promise<void> =>
  desk.editor.evaluate((element, { html, plain }) => {
    const transfer = new DataTransfer();
    if (html) transfer.setData("text/html", html);
    if (plain) transfer.setData("text/plain", plain);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);

const text = (desk: Desk): Promise<string> =>
  desk.page.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value);

test("pastes of HTML stand where and in the order in which they were asked for, each a step to undo", async ({
  page,
}) => {
  const { files, desk } = await held(page);
  await desk.paste("头尾");
  await page.keyboard.press("ArrowLeft");
  await paste(desk, { html: "<p>一<p>二" });
  await paste(desk, { plain: "三" });
  await paste(desk, { html: "<b>四</b>" });
  await page.keyboard.type("五");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("完");
  await expect.poll(files.held).toBe(1);
  expect(await text(desk)).toBe("头五尾完");
  await files.release();
  await expect.poll(() => text(desk)).toBe("头一\n二三四五尾完");
  // The caret stays where it was put meanwhile.
  await page.keyboard.type("了");
  expect(await text(desk)).toBe("头一\n二三四五尾完了");
  await page.keyboard.press("Control+a");
  await paste(desk, { html: "<p>新<p>文" });
  await expect.poll(() => text(desk)).toBe("新\n文");
  await page.keyboard.type("末");
  expect(await text(desk)).toBe("新\n文末");
  await expect(desk.editor).toBeFocused();
});

test("a paste of HTML is one step to undo", async ({ page, desk }) => {
  await desk.paste("头");
  await paste(desk, { html: "<p>一<p>二" });
  await expect.poll(() => text(desk)).toBe("头一\n二");
  await page.keyboard.press("Control+z");
  expect(await text(desk)).toBe("头");
});

test("a paste does not wait for a file", async ({ page }) => {
  const { files, desk } = await held(page);
  await desk.paste("头");
  await choose(desk, upload("一.txt", report));
  await expect.poll(files.held).toBe(1);
  await paste(desk, { html: "<p>一<p>二" });
  await expect.poll(files.held).toBe(2);
  await files.release();
  await expect(documents(page)).toHaveCount(2);
});

test("what is pasted arrives in its own document: a switch waits for it, and says so", async ({ page }) => {
  const { files, desk } = await held(page);
  const waits = page.getByText("粘贴的内容还在读取");
  await desk.paste("一");
  await paste(desk, { html: "<p>二" });
  await expect.poll(files.held).toBe(1);
  await page.getByRole("button", { name: "新建" }).click();
  await expect(waits).toBeVisible();
  await files.release();
  await expect(documents(page)).toHaveCount(2);
  await expect(waits).toBeHidden();
  expect(await text(desk)).toBe("");
  await expect(desk.editor).toBeFocused();
  await files.hold();
  await paste(desk, { html: "<p>三" });
  await expect.poll(files.held).toBe(1);
  const first = documents(page).first().getByRole("button").first();
  await first.click();
  await expect(waits).toBeVisible();
  await files.release();
  await expect.poll(() => text(desk)).toBe("一二");
  // Another one is put away, and comes back, while something is pasted.
  await files.hold();
  await paste(desk, { html: "<p>四" });
  await expect.poll(files.held).toBe(1);
  await page.getByRole("button", { name: "移除：三" }).click();
  await files.release();
  await expect(documents(page)).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(documents(page)).toHaveCount(2);
  expect(await text(desk)).toBe("四一二");
  await page.reload();
  await documents(page).last().getByRole("button").first().click();
  await expect.poll(() => text(desk)).toBe("三");
});

test("what is pasted while a file is opened stays, with the file beside it", async ({ page }) => {
  const { files, desk } = await held(page);
  await choose(desk, upload("一.txt", report));
  await expect.poll(files.held).toBe(1);
  await paste(desk, { html: "<p>二" });
  await expect.poll(files.held).toBe(2);
  await files.release();
  await expect(documents(page)).toHaveCount(2);
  await expect.poll(() => text(desk)).toBe("二");
});
