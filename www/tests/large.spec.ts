// Much at once: hundreds of reports, thousands of rows, and a reading that takes long.
import { Desk, example, expect, manyReports, test } from "./page.ts";

test("many reports are chosen from a list, and all their rows are reached", async ({ desk, page }) => {
  await desk.read(manyReports(120));
  const chooser = page.getByRole("combobox", { name: "报道" });
  await chooser.selectOption({ index: 100 });
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await page.getByRole("button", { name: "下一篇报道" }).click();
  await expect(chooser).toHaveValue("100");
  await chooser.selectOption("全部");
  const heading = page.getByRole("heading", { name: /^参会 \d{4}/ });
  await expect(heading).toBeVisible();
  const rows = desk.table("参会").locator("tbody tr");
  const first = await rows.count();
  expect(first).toBeLessThan(1000);
  await rows.last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows.count()).toBeGreaterThan(first);
});

test("a long reading is shown as such, and the page goes on answering", async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
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

test("hundreds of reports are read while one works", async ({ desk }) => {
  await desk.read(manyReports(600));
  await desk.row("参会", "单立群").click();
  expect(await desk.evidenceText()).toBe("单立群");
});
