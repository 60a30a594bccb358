// Much at once: hundreds of reports, thousands of rows, and a reading that takes long.
import type { Page } from "@playwright/test";
import type { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import {
  Desk,
  example,
  expect,
  holdReadings,
  holdRequests,
  killWorker,
  manyReports,
  rememberWorkers,
  test,
  workers,
} from "./page.ts";

test("many reports are chosen from a list, and all their rows are reached", async ({ desk, page }) => {
  await desk.read(manyReports(120));
  const chooser = page.getByRole("combobox", { name: "报道" });
  await chooser.selectOption({ index: 100 });
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await page.getByRole("button", { name: "下一篇报道" }).click();
  await expect(chooser).toHaveValue("100");
  await chooser.selectOption("全部");
  // The table of meetings above is drawn in slices, and moves what stands below it until it is whole.
  await expect(desk.table("会议")).toHaveAttribute("aria-busy", "false");
  await expect(desk.table("参会")).toHaveAttribute("aria-busy", "false");
  const apart = page.getByRole("button", { name: "逐篇列出" });
  await apart.click();
  await expect(apart).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: /^参会 \d{4}/ })).toBeVisible();
  const rows = desk.table("参会").locator("tbody:not(.away) tr");
  expect(await rows.count()).toBeLessThan(1000);
  await rows.first().locator("th button").focus();
  await page.keyboard.press("End");
  await expect(rows.last().locator("td").first()).toHaveText("120");
  await expect(rows.last().locator("th button")).toBeFocused();
  await expect(rows.last()).toBeInViewport();
  // What was left behind is drawn no longer, and comes back.
  await expect(rows.filter({ hasText: "逄志远" }).first().locator("td").first()).not.toHaveText("1");
  await page.keyboard.press("Home");
  await expect(rows.first().locator("td").first()).toHaveText("1");
  await expect(rows.first()).toBeInViewport();
});

test("a long reading is shown as such, and the page goes on answering", async ({ page }) => {
  const release = await holdRequests(page, "**/*.wasm");
  await page.goto("./");
  const desk = new Desk(page);
  await desk.paste(example("plain"));
  const reading = page.locator("jiyao-reading");
  await expect(reading).toContainText("正在读……");
  await expect(reading.getByRole("progressbar")).toBeVisible();
  await desk.editor.press("Control+End");
  await page.keyboard.insertText("完");
  await expect(desk.editor).toContainText("王一凡完");
  await page.getByLabel("语言").selectOption("English");
  await expect(reading).toContainText("Reading…");
  release();
  await expect(desk.row("Attendees", "阮佩文")).toBeVisible();
});

test("a long reading is cancelled: the text is still there and can be read by a new worker", async ({ page }) => {
  const readings = await holdReadings(page);
  await page.goto("./");
  const desk = new Desk(page);
  await desk.paste(manyReports(600));
  const reading = page.locator("jiyao-reading");
  await expect(reading).toContainText(/正在读…… \d+%/);
  await expect(reading).toContainText(/约 \d+ 万字 · 已用 \d+ 秒/);
  await reading.getByRole("button", { name: "取消" }).click();
  await expect(page.getByRole("heading", { name: "已取消" })).toBeVisible();
  await expect(desk.editor).toContainText("阮佩文");
  await readings.release();
  await page.getByRole("button", { name: "读这段文字" }).click();
  await expect(desk.row("参会", "阮佩文")).toBeVisible({ timeout: 30_000 });
  // With tables from before, these stay while the changed text is read, and when that is cancelled.
  await readings.hold();
  await desk.editor.press("Control+End");
  await page.keyboard.insertText("完");
  await reading.getByRole("button", { name: "取消" }).click();
  await expect(page.getByText("下面是上一次读出的表格")).toBeVisible();
  await desk.row("参会", "单立群").click();
  expect(await desk.evidenceText()).toBe("单立群");
  await desk.editor.press("Control+End");
  await expect(desk.editor).toContainText("完");
});

/**
 * No task of the page may take longer, while it reads and shows 20 MB, than going through the characters of the text this
 * many times. The longest takes a few of these; what is not done in slices takes several times as long.
 */
const LONGEST_TASK = 50;

/** How long the page takes to go through the characters of the pasted text once, in milliseconds, now. */
function walk(page: Page): Promise<number> {
  return page.evaluate(() => {
    const text = (window as unknown as { pieces: string[] }).pieces.join("");
    const rounds = 50;
    let sum = 0;
    const began = performance.now();
    for (let round = 0; round < rounds; round++)
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    const took = performance.now() - began;
    Object.assign(window, { sum });
    return took / rounds;
  });
}

test("a paste of 20 MB is read and shown without stopping the page, though a worker dies", async ({ page }) => {
  test.setTimeout(300_000);
  await rememberWorkers(page);
  await page.goto("./");
  const desk = new Desk(page);
  const text = manyReports(7550);
  expect(Buffer.byteLength(text)).toBeGreaterThan(20_000_000);
  // Handed over in pieces, so that what is measured is the page and not the test.
  await page.evaluate(() => Object.assign(window, { pieces: [], tasks: [] }));
  for (let at = 0; at < text.length; at += 500_000) {
    const piece = text.slice(at, at + 500_000);
    await page.evaluate((next) => (window as unknown as { pieces: string[] }).pieces.push(next), piece);
  }
  await desk.editor.click();
  await page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: number[] };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    });
    observer.observe({ type: "longtask" });
  });
  await desk.editor.evaluate((element) => {
    const { pieces } = window as unknown as { pieces: string[] };
    const transfer = new DataTransfer();
    transfer.setData("text/plain", pieces.join(""));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  const reading = page.locator("jiyao-reading");
  await expect(reading).toContainText(/正在读…… \d+%/, { timeout: 30_000 });
  await expect(reading.getByRole("progressbar")).toBeVisible();
  await expect(reading.getByRole("button", { name: "取消" })).toBeVisible();
  // The editor works meanwhile; the reading begins anew with what was typed.
  await page.keyboard.insertText("完");
  await expect(desk.editor).toContainText("完");
  await expect.poll(() => workers(page)).toBe(2);
  await expect(reading).toContainText(/正在读…… \d+%/, { timeout: 30_000 });
  await killWorker(page);
  // A fresh one reads what stands there.
  await expect.poll(() => workers(page)).toBe(3);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(desk.editor).toContainText("完");
  await expect(desk.row("参会", "阮佩文")).toBeVisible({ timeout: 180_000 });
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await expect(page.getByRole("heading", { name: "找到 7550 篇会议报道" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^要求 \d{5}/ })).toBeVisible();
  await page.getByRole("searchbox").fill("第7549次");
  await expect(page.getByRole("heading", { name: /^要求 \d \// })).toBeVisible();
  await desk.table("要求").locator("tbody tr").first().click();
  await expect(page.locator(".cm-line", { has: desk.evidence() })).toContainText("第7549次");
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  expect(Math.max(0, ...tasks)).toBeLessThan(LONGEST_TASK * (await walk(page)));
});

test("a large text without a report has its clean text, a page at a time", async ({ desk, page }) => {
  const line = (index: number): string => `第${index}號(hào)儲物櫃今天換了新鎖，請到服務台領取鑰匙。`;
  await desk.paste(Array.from({ length: 20_000 }, (_, index) => line(index + 1)).join("\n"));
  await expect(page.getByRole("heading", { name: "没有找到会议报道" })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "看净文" }).click();
  const clean = page.locator("jiyao-clean");
  await expect(clean).toContainText("第 1–500 段，共 20000 段");
  await expect(clean.getByRole("listitem")).toHaveCount(500);
  await clean.getByRole("button", { name: "后面的段落" }).click();
  await expect(clean).toContainText("第501号储物柜");
  await desk.editor.press("Control+End");
  await expect(clean).toContainText("第 19501–20000 段，共 20000 段");
  await expect(clean.getByRole("listitem").last()).toBeInViewport();
  await expect(clean.getByRole("button", { name: "后面的段落" })).toBeDisabled();
});

test("of very many reports the record shows the first, and says so", async ({ desk, page }) => {
  await desk.read(manyReports(520));
  const number = page.getByRole("spinbutton", { name: "报道" });
  await number.fill("300");
  await number.press("Enter");
  await expect(desk.table("会议")).toContainText("12月20日");
  await number.fill("9999");
  await number.press("Enter");
  await expect(number).toHaveValue("300");
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await page.getByRole("button", { name: "要点表" }).click();
  await expect(page.getByText("共 520 篇报道，这里只显示前 100 篇")).toBeVisible();
});

/** Longer than what browsers keep as a short value. */
const long = Array.from(
  { length: 160_000 },
  (_, index) => `第${index}號儲物櫃今天換了新鎖，請到服務台領取新的鑰匙和登記的卡片。`,
).join("\n");

/** The lengths of the texts in the database, by their tabs. */
const entries = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("jiyao");
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve({});
        opening.onsuccess = () => {
          const found: Record<string, number> = {};
          const cursor = opening.result.transaction("documents").objectStore("documents").openCursor();
          cursor.onsuccess = () => {
            if (!cursor.result) return resolve(found);
            found[String(cursor.result.key)] = cursor.result.value.list[0].text.length;
            cursor.result.continue();
          };
          opening.result.close();
        };
      }),
  );

/** Makes what a tab has kept so many days old. */
const age = (page: Page, name: string, days: number): Promise<void> =>
  page.evaluate(
    ([name, days]) =>
      new Promise((resolve) => {
        const opening = indexedDB.open("jiyao");
        opening.onsuccess = () => {
          const store = opening.result.transaction("documents", "readwrite").objectStore("documents");
          const request = store.get(name);
          request.onsuccess = () => {
            const at = Date.now() - days * 24 * 60 * 60 * 1000;
            store.put({ ...request.result, at }, name).onsuccess = () => resolve();
          };
          opening.result.close();
        };
      }),
    [name, days] as const,
  );

test("tabs with long texts each keep their own, what no tab has goes after a week, and forgetting forgets all", async ({
  desk,
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const own = (tab: Page) => tab.evaluate(() => sessionStorage.getItem("jiyao.large") ?? "");
  const length = (tab: Page) =>
    tab.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value.length);
  const open = async (text: string): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(baseURL ?? "");
    const other = new Desk(tab);
    // What was used last is there first.
    await expect.poll(() => length(tab), { timeout: 30_000 }).toBeGreaterThan(0);
    await other.editor.press("Control+a");
    await tab.keyboard.press("Delete");
    await other.paste(text);
    await expect.poll(async () => (await entries(tab))[await own(tab)], { timeout: 30_000 }).toBe(text.length);
    return tab;
  };
  await desk.paste(long);
  await expect.poll(async () => (await entries(page))[await own(page)], { timeout: 30_000 }).toBe(long.length);
  const second = await open(`${long}二`);
  expect(await own(second)).not.toBe(await own(page));
  await page.reload();
  await expect.poll(() => length(page), { timeout: 30_000 }).toBe(long.length);
  await second.reload();
  await expect.poll(() => length(second), { timeout: 30_000 }).toBe(long.length + 1);

  // Of two tabs that are gone, the one of long ago goes; those that are open stay, however old.
  const [third, fourth] = [await open(`${long}第三`), await open(`${long}第四篇`)];
  const [old, young] = [await own(third), await own(fourth)];
  await third.close();
  await fourth.close();
  await age(page, old, 8);
  await age(page, young, 6);
  await age(page, await own(second), 8);
  const fifth = await open(`${long}又来一篇`);
  const lengths = Object.values(await entries(page)).sort();
  expect(lengths).toEqual([0, 1, 3, 4].map((more) => long.length + more));

  await fifth.getByRole("button", { name: "清除全部" }).click();
  await expect.poll(() => fifth.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  for (const tab of [page, second]) {
    await tab.reload();
    await expect(tab.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
    expect(await length(tab)).toBe(0);
  }
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test("a tab that is a copy of another keeps a long text of its own", async ({ desk, page, context, baseURL }) => {
  test.slow();
  await desk.paste(long);
  const own = (tab: Page) => tab.evaluate(() => sessionStorage.getItem("jiyao.large") ?? "");
  await expect.poll(async () => (await entries(page))[await own(page)], { timeout: 30_000 }).toBe(long.length);
  const name = await own(page);
  const copy = await context.newPage();
  await copy.addInitScript(
    (name) => sessionStorage.setItem("jiyao.large", sessionStorage.getItem("jiyao.large") ?? name),
    name,
  );
  await copy.goto(baseURL ?? "");
  const length = () => copy.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value.length);
  await expect.poll(length, { timeout: 30_000 }).toBe(long.length);
  await copy.locator(".cm-content").press("Control+End");
  await copy.keyboard.type("完");
  await expect.poll(async () => (await entries(page))[await own(copy)], { timeout: 30_000 }).toBe(long.length + 1);
  expect((await entries(page))[name]).toBe(long.length);
  expect(await own(copy)).not.toBe(name);
});

test("a long text survives a reload too, until it is forgotten", async ({ desk, page }) => {
  const shown = () => page.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value.length);
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).length);
  await desk.paste(long);
  const kept = () => page.evaluate(() => localStorage.getItem("jiyao.large"));
  await expect.poll(kept, { timeout: 30_000 }).not.toBeNull();
  await expect.poll(() => entries(page)).toEqual({ [(await kept()) ?? ""]: long.length });
  await expect(page.locator("footer .notice")).toHaveText("");
  await page.reload();
  await expect.poll(shown, { timeout: 30_000 }).toBe(long.length);
  await page.getByRole("button", { name: "清除全部" }).click();
  await expect.poll(databases).toBe(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  expect(await shown()).toBe(0);
});

test("a long text that the browser will not keep is said to be gone after a reload", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await page.goto("./");
  await new Desk(page).paste(long);
  await expect(page.getByText("文字太长，浏览器存不下")).toBeVisible({ timeout: 30_000 });
});
