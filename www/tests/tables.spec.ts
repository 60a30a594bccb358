// Finding one's way in the tables and in the text.
import { example, expect, test } from "./page.ts";

test("a kind is switched off and on in the legend", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const person = page.locator(".find.person").first();
  const look = () => person.evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  expect(await look()).toBe("underline");
  const button = page.getByRole("button", { name: /^人员/ });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  expect(await look()).toBe("none");
  await button.click();
  expect(await look()).toBe("underline");
});

test("a column's title sorts: rising, falling, as in the text", async ({ desk }) => {
  await desk.read(example("plain"));
  const table = desk.table("参会");
  const names = () => table.locator("tbody th").allTextContents();
  const asWritten = await names();
  const title = table.getByRole("button", { name: "姓名或名称" });
  const pinyin = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });
  await title.click();
  await expect(table.getByRole("columnheader").first()).toHaveAttribute("aria-sort", "ascending");
  expect(await names()).toEqual([...asWritten].sort(pinyin.compare));
  await title.click();
  await expect(table.getByRole("columnheader").first()).toHaveAttribute("aria-sort", "descending");
  await title.click();
  expect(await names()).toEqual(asWritten);
});

for (const [name, viewport] of Object.entries({
  "side by side": { width: 1280, height: 700 },
  "one above the other": { width: 320, height: 640 },
})) {
  test(`the titles of a table stay above its rows, and hide none that is walked to: ${name}`, async ({
    desk,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await desk.read(example("plain"));
    const title = desk.table("参会").getByRole("columnheader", { name: "姓名或名称" });
    const rows = desk.table("参会").locator("tbody tr");
    await rows.last().getByRole("rowheader").getByRole("button").click();
    await desk.table("表彰").scrollIntoViewIfNeeded();
    await rows.last().getByRole("rowheader").getByRole("button").focus();
    for (let row = 15; row >= 2; row--) {
      await page.keyboard.press("ArrowUp");
      const button = rows.nth(row).getByRole("rowheader").getByRole("button");
      await expect(button).toBeFocused();
      await expect(title).toBeInViewport();
      const [above, below] = [await title.boundingBox(), await button.boundingBox()];
      expect((below?.y ?? 0) - (above?.y ?? 0)).toBeGreaterThanOrEqual((above?.height ?? 0) - 1);
      // Nothing stands in front of it.
      const hit = await button.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        return element.contains(root.elementFromPoint(x + width / 2, y + height / 2));
      });
      expect(hit).toBe(true);
    }
  });
}

test("the filter narrows every table as one types", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.getByRole("searchbox").fill("宋小满");
  await expect(desk.table("参会").locator("tbody tr")).toHaveCount(1);
  await expect(desk.table("表彰").locator("tbody tr")).toHaveCount(1);
  await expect(page.getByText("没有符合筛选的行").first()).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("the filter takes traditional characters for simplified rows, and for what was mended in them", async ({
  desk,
  page,
}) => {
  await desk.read(example("plain"));
  const names = desk.table("参会").locator("tbody").getByRole("rowheader");
  await page.getByRole("searchbox").fill("縣長 副");
  await expect(names).toHaveText([/阮佩文/, /任重/]);
  await page.getByRole("button", { name: "提纲" }).click();
  await page.getByRole("searchbox").fill("強化督查");
  await expect(
    page.locator("jiyao-outline").getByRole("listitem").filter({ hasText: "强化督查" }).first(),
  ).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await desk.row("参会", "昝国梁").getByRole("rowheader").dblclick();
  await page.keyboard.type("昝国樑");
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox").fill("樑");
  await expect(names).toHaveText([/昝国樑/]);
});

test("more columns are chosen", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const tools = page.getByRole("group", { name: "要求: 复制与保存" });
  await tools.getByText("列", { exact: true }).click();
  await tools.getByLabel("全文").check();
  await expect(desk.table("要求").getByRole("columnheader", { name: "全文" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tools.getByLabel("全文")).toBeHidden();
});

test("a column with nothing in it is left out until it is chosen or has something", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const table = desk.table("参会");
  const title = table.getByRole("columnheader", { name: "人数" });
  await expect(table.getByRole("columnheader", { name: "类别" })).toBeVisible();
  await expect(title).toHaveCount(0);
  await expect(desk.table("表彰").getByRole("columnheader", { name: "数量" })).toBeVisible();
  const tools = page.getByRole("group", { name: "参会: 复制与保存" });
  await tools.getByText("列", { exact: true }).click();
  await expect(tools.getByText("人数 没有内容")).toBeVisible();
  await tools.getByLabel("人数").check();
  await expect(title).toBeVisible();
  await tools.getByLabel("人数").uncheck();
  await expect(title).toHaveCount(0);
  await page.reload();
  // What is written into it brings it.
  const row = desk.row("参会", "各中小学校长");
  await row.hover();
  await row.getByRole("button", { name: "修改" }).click();
  await page.getByRole("dialog").getByLabel("人数").fill("40");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(title).toBeVisible();
  // Of the rows that the filter leaves, none has it.
  await page.getByRole("searchbox").fill("书记");
  await expect(title).toHaveCount(0);
  await page.getByRole("searchbox").fill("");
  await expect(title).toBeVisible();
});

test("a row that is clicked anywhere has the keys", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await desk.row("参会", "昝国梁").getByRole("cell", { name: "县人大常委会主任" }).click();
  await page.keyboard.press("ArrowDown");
  await expect(desk.row("参会", "江山")).toHaveAttribute("aria-current", "true");
  await desk.row("参会", "江山").getByRole("cell", { name: "个人" }).click();
  await page.keyboard.press("Delete");
  await expect(desk.table("参会")).not.toContainText("江山");
});

test("all reports stand together, and a row still leads to its evidence", async ({ desk, page }) => {
  await desk.read(example("several"));
  await page.getByRole("tab", { name: "全部" }).click();
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await desk.row("参会", "时建国").click();
  expect(await desk.evidenceText()).toBe("时建国");
  await expect(page.getByRole("tab", { name: "全部" })).toHaveAttribute("aria-selected", "true");
});

test("a double-click edits the cell, and Escape leaves it as it was", async ({ desk }) => {
  await desk.read(example("plain"));
  await desk.row("参会", "昝国梁").getByText("县人大常委会主任").dblclick();
  const field = desk.table("参会").getByRole("textbox");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("县人大常委会主任");
  await field.fill("县长");
  await field.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(desk.row("参会", "昝国梁")).toContainText("县人大常委会主任");
});

test("the directives are seen as an outline by speaker", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const count = await desk.table("要求").locator("tbody tr").count();
  await page.getByRole("button", { name: "提纲" }).click();
  const outline = page.locator("jiyao-outline");
  await expect(outline.getByRole("button")).toHaveCount(count);
  await outline.getByRole("button", { name: /迅速传达/ }).click();
  expect(await desk.evidenceText()).toContain("三天内");
  await expect(outline.getByRole("button", { name: /迅速传达/ })).toHaveAttribute("aria-current", "true");
  await outline.getByText("阮佩文", { exact: false }).first().click();
  await expect(outline.getByRole("button", { name: /迅速传达/ })).toBeHidden();
  await page.getByRole("searchbox").fill("教师");
  await expect(outline.getByRole("button", { name: /迅速传达/ })).toHaveCount(0);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "表格", exact: true }).click();
  await expect(desk.table("要求")).toBeVisible();
});

test("single keys work outside of fields, are listed by ?, and can be switched off", async ({ desk, page }) => {
  await desk.read(example("several"));
  await desk.editor.click();
  await page.keyboard.press("Escape");
  await expect(desk.editor).not.toBeFocused();
  await page.keyboard.press("]");
  await expect(desk.row("参会", "时建国")).toBeVisible();
  await page.keyboard.press("[");
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("?]");
  await expect(page.getByRole("searchbox")).toHaveValue("?]");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("heading", { level: 2 }).first().click();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "快捷键" });
  await expect(dialog).toContainText("筛选表格");
  await dialog.getByLabel("使用单键快捷键").uncheck();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("?");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "快捷键" }).click();
  await expect(dialog).toBeVisible();
});

test("glosses are shown quietly", async ({ desk, page }) => {
  await desk.read(example("torn"));
  await expect(page.locator(".gloss").first()).toHaveText("(xiàn)");
});
