// The page on screens of every size: what folds and scrolls on a phone, what stands side by side on a wall.
import type { Page } from "@playwright/test";
import { example, expect, test } from "./page.ts";

for (const language of ["简体中文", "繁體中文", "English"]) {
  test(`on a phone the head is one row, and all in it is reached: ${language}`, async ({ desk, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator(".settings select").first().selectOption({ label: language });
    const head = page.locator("header");
    const row = await head.boundingBox();
    expect(row?.height).toBeLessThan(52);
    const items = await head.locator(".settings > :not([hidden])").all();
    expect(items).toHaveLength(7);
    await items[0]?.focus();
    for (const item of items) {
      await expect(item).toBeFocused();
      await expect(item).toBeInViewport({ ratio: 1 });
      const box = await item.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      await page.keyboard.press("Tab");
    }
    await expect(desk.editor).toBeVisible();
  });
}

/** How much wider the tables are than their place. */
const overflow = (page: Page): Promise<number> =>
  page.locator("section.results").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

test("on a phone a column that is chosen is shown, also where there is hardly room", async ({ desk, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await desk.read(example("several"));
  await page.getByRole("tab", { name: "全部" }).click();
  const tools = (table: string) => page.getByRole("group", { name: `${table}: 复制与保存` });
  for (const [table, columns] of Object.entries({ 会议: ["人员", "表彰", "要求"], 参会: ["类别", "人数"] })) {
    const title = (column: string) => desk.table(table).getByRole("columnheader", { name: column });
    await tools(table).getByText("列", { exact: true }).click();
    for (const column of columns) {
      await expect(title(column)).toBeHidden();
      await expect(tools(table).getByText(`${column} 屏幕窄，先不显示`)).toBeVisible();
      await expect(tools(table).getByLabel(column)).not.toBeChecked();
      await tools(table).getByLabel(column).check();
      await expect(title(column)).toBeVisible();
    }
    await page.keyboard.press("Escape");
    for (const column of columns) await expect(title(column)).toBeVisible();
    const [head, row] = [desk.table(table).locator("thead th"), desk.table(table).locator("tbody tr")];
    const below = (await head.first().boundingBox()) ?? { y: 0, height: 0 };
    expect((await row.first().boundingBox())?.y).toBeGreaterThanOrEqual(below.y + below.height - 1);
  }
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const width of [1920, 2560, 3840]) {
  test(`a wide screen is used, and no line of the text is too long: ${width} px`, async ({ desk, page }) => {
    await page.setViewportSize({ width, height: width * 0.5625 });
    await desk.read(example("plain"));
    const characters = await desk.editor.evaluate((content) => {
      const { paddingInlineStart, paddingInlineEnd, fontSize } = getComputedStyle(content);
      const inner = content.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      return inner / Number.parseFloat(fontSize);
    });
    expect(characters).toBeGreaterThan(36);
    expect(characters).toBeLessThanOrEqual(45);
    const box = async (table: string) => (await desk.table(table).boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const [meeting, attendees] = [await box("会议"), await box("参会")];
    const end = attendees.x + attendees.width;
    expect(end).toBeGreaterThan(width * 0.94);
    if (width < 2400) expect(attendees.y).toBeGreaterThan(meeting.y);
    else {
      expect(attendees.y).toBeCloseTo(meeting.y, 0);
      expect(attendees.x).toBeGreaterThan(meeting.x + meeting.width);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test("on a wide screen records stand side by side, in letters as large as those of the tables", async ({
  desk,
  page,
}) => {
  await page.setViewportSize({ width: 3840, height: 2160 });
  await desk.read(example("several"));
  await page.getByRole("tab", { name: "全部" }).click();
  await page.getByRole("button", { name: "要点表" }).click();
  const records = page.locator("jiyao-record .record");
  await expect(records).toHaveCount(3);
  const [first, second] = [await records.nth(0).boundingBox(), await records.nth(1).boundingBox()];
  expect(second?.y).toBeCloseTo(first?.y ?? 0, 0);
  expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
  const size = await records.first().evaluate((record) => Number.parseFloat(getComputedStyle(record).fontSize));
  expect(size).toBeGreaterThan(18);
});
