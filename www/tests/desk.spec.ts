// What stands around the main job: language, theme, what is kept, and a worker that fails.
import { Desk, example, expect, killWorker, rememberWorkers, test, workers } from "./page.ts";

for (const [locale, heading] of [
  ["zh-CN", "把会议报道粘贴进来"],
  ["zh-TW", "把會議報導貼進來"],
  ["zh-HK", "把會議報導貼進來"],
  ["en-GB", "Paste a meeting report"],
  ["fr-FR", "Paste a meeting report"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test("the browser chooses the language", async ({ desk, page }) => {
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await expect(desk.editor).toBeVisible();
    });
  });
}

test("the language is switched and stays so", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.getByLabel("语言").selectOption("English");
  await expect(desk.row("Attendees", "阮佩文")).toContainText("presided");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(desk.row("Attendees", "阮佩文")).toBeVisible();
});

for (const [language, words] of [
  ["zh-Hans", ["要点表", "净文", "全部", "提纲", "导图"]],
  ["zh-Hant", ["要點表", "淨文", "全部", "大綱", "心智圖"]],
  ["en", ["Record", "Clean text", "All", "Outline", "Mind map"]],
] as const) {
  test(`every view has its words: ${language}`, async ({ desk, page }) => {
    await desk.read(example("several"));
    await page.locator("select").first().selectOption(language);
    const [record, clean, all, outline, map] = words;
    const look = async (): Promise<void> => {
      const spoken = await page.locator("body").ariaSnapshot();
      expect(spoken.length).toBeGreaterThan(500);
      expect(spoken).not.toMatch(/undefined|NaN|\[object|=>/);
    };
    await look();
    for (const view of [outline, map]) {
      await page.getByRole("button", { name: view, exact: true }).click();
      await look();
    }
    await page.getByRole("tab", { name: all, exact: true }).click();
    for (const view of [record, clean]) {
      await page.getByRole("button", { name: view, exact: true }).click();
      await look();
    }
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await look();
  });
}

test("the theme follows the system and is switched", async ({ desk, page }) => {
  const ground = () => page.locator("jiyao-app").evaluate((app) => getComputedStyle(app).backgroundColor);
  await expect(desk.editor).toBeVisible();
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.getByLabel("明暗").selectOption("浅色");
  expect(await ground()).toBe(light);
  await page.reload();
  await expect(desk.editor).toBeVisible();
  expect(await ground()).toBe(light);
  await expect(page.getByLabel("明暗")).toHaveValue("light");
});

test("what was pasted survives a reload, until it is forgotten", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.reload();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await page.getByRole("button", { name: "清除全部" }).click();
  await expect(page.getByText("浏览器里不再保存任何内容")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.keyboard.press("Control+z");
  await page.reload();
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  await expect(desk.editor).not.toContainText("岚泉县");
});

test("forgetting is undone: documents, words and what was mended come back, also after a reload", async ({
  desk,
  page,
}) => {
  await desk.read(example("plain"));
  await desk.row("参会", "昝国梁").getByRole("rowheader").getByRole("button").focus();
  await page.keyboard.press("Delete");
  await expect(desk.row("参会", "昝国梁")).toHaveCount(0);
  await page.evaluate(() =>
    localStorage.setItem("jiyao.lexicon", JSON.stringify({ entries: [{ word: "楼栋长", kind: "post" }] })),
  );
  await page.reload();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  const forget = page.getByRole("button", { name: "清除全部" });
  // Twice, as an impatient hand does.
  await forget.click();
  await forget.click();
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.locator("footer").getByRole("button", { name: "撤销" }).click();
  const there = async (): Promise<void> => {
    await expect(desk.row("参会", "阮佩文")).toBeVisible();
    await expect(desk.row("参会", "昝国梁")).toHaveCount(0);
    await page.getByRole("button", { name: "词库", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("楼栋长");
    await page.keyboard.press("Escape");
  };
  await there();
  await expect(page.locator("footer").getByRole("button", { name: "撤销" })).toBeHidden();
  await page.reload();
  await there();
});

test("two tabs each keep their text, and forgetting in one forgets in the other", async ({
  desk,
  page,
  context,
  baseURL,
}) => {
  await desk.read(example("plain"));
  const other = await context.newPage();
  await other.goto(baseURL ?? "");
  const second = new Desk(other);
  await expect(second.row("参会", "阮佩文")).toBeVisible();
  await second.editor.press("Control+a");
  await other.keyboard.press("Delete");
  await second.paste(example("torn"));
  await expect(second.row("参会", "海明珠")).toBeVisible();
  // Long enough for it to be kept.
  await expect.poll(() => other.evaluate(() => localStorage.getItem("jiyao.documents"))).toContain("紅十字");
  await page.reload();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await other.reload();
  await expect(second.row("参会", "海明珠")).toBeVisible();
  // A word of one tab is known to the other.
  await page.getByRole("button", { name: "词库", exact: true }).click();
  await page.getByRole("dialog").getByLabel("词语").fill("楼栋长");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await other.getByRole("button", { name: "词库", exact: true }).click();
  await expect(other.getByRole("dialog")).toContainText("楼栋长");
  await other.keyboard.press("Escape");

  await page.getByRole("button", { name: "清除全部" }).click();
  await expect(other.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  await expect(other.getByText("浏览器里不再保存任何内容")).toBeVisible();
  await other.reload();
  await expect(other.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  for (const each of [page, other]) {
    expect(await each.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  }
});

test("once another text stands there, forgetting cannot be undone any more", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "清除全部" }).click();
  const undo = page.locator("footer").getByRole("button", { name: "撤销" });
  await expect(undo).toBeVisible();
  await desk.read(example("several"));
  await expect(undo).toBeHidden();
});

test("reads on the page's own thread where no worker starts", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "Worker", {
      value: class {
        constructor() {
          throw new Error("no workers here");
        }
      },
    });
  });
  await page.goto("./");
  const desk = new Desk(page);
  await desk.read(example("plain"));
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("a worker that dies is replaced, and the text is still there", async ({ page }) => {
  await rememberWorkers(page);
  await page.goto("./");
  const desk = new Desk(page);
  await desk.read(example("plain"));
  await killWorker(page);
  await desk.editor.press("Control+End");
  await page.keyboard.insertText("完");
  await desk.row("参会", "昝国梁").click();
  expect(await desk.evidenceText()).toBe("昝国梁");
  await expect.poll(() => workers(page)).toBe(2);
  await expect(desk.editor).toContainText("岚泉县");
});

test("a wasm that cannot be had gives an error that can be tried again", async ({ page }) => {
  await page.route("**/*.wasm", (route) =>
    route.fulfill({ status: 200, contentType: "application/wasm", body: "broken" }),
  );
  await page.goto("./");
  const desk = new Desk(page);
  await desk.paste(example("plain"));
  await expect(page.getByRole("alert")).toContainText("文字还在");
  await expect(desk.editor).toContainText("岚泉县");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("no request leaves the page after its own files are loaded", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const late: string[] = [];
  page.on("request", (request) => late.push(request.url()));
  await desk.paste(example("several"));
  await desk.row("参会", "阮佩文").click();
  await page.waitForTimeout(500);
  expect(late).toEqual([]);
});
