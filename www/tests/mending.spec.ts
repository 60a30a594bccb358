// Mending the tables by hand, and words of one's own.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { type Desk, example, expect, manyReports, pasted, test } from "./page.ts";

/** Selects words in the text with the mouse. */
async function select({ page, editor }: Desk, words: string): Promise<void> {
  const [from, to] = await editor.evaluate((content, wanted) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const at = nodes
      .map(({ data }) => data)
      .join("")
      .indexOf(wanted);
    const edge = (offset: number, last: boolean) => {
      let left = offset;
      let node = nodes[0] as Text;
      for (const next of nodes) {
        node = next;
        if (left < next.length) break;
        left -= next.length;
      }
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      node.parentElement?.scrollIntoView({ block: "center" });
      const { left: start, right, top, height } = range.getBoundingClientRect();
      return { x: last ? right - 1 : start + 1, y: top + height / 2 };
    };
    edge(at, false);
    return [edge(at, false), edge(at + wanted.length - 1, true)];
  }, words);
  if (!from || !to) throw new Error(`${words} is not in the text`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Pastes over all that stands in the text. */
async function replace({ page, editor }: Desk, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+a");
  await editor.evaluate((element, data) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", data);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, text);
}

/** Does something with words of the text, through the menu. */
async function choose(desk: Desk, words: string, item: string): Promise<void> {
  await select(desk, words);
  await desk.page.keyboard.press("Control+Enter");
  await desk.page.getByRole("menuitem", { name: item, exact: true }).first().click();
}

/** Remembers words of the text, where the tables have a kind of the same name. */
async function remember(desk: Desk, words: string, kind: string): Promise<void> {
  await select(desk, words);
  await desk.page.keyboard.press("Control+Enter");
  await desk.page.getByRole("group", { name: "记入词库" }).getByRole("menuitem", { name: kind, exact: true }).click();
}

const dialog = (page: Page) => page.getByRole("dialog");
const bar = (page: Page) => page.getByRole("group", { name: "人工修改" });
const names = (desk: Desk) => desk.table("参会").locator("tbody th button").allTextContents();
const rowButton = (desk: Desk, table: string, name: string) =>
  desk.row(table, name).getByRole("rowheader").getByRole("button");
/** The cell that is being written in. */
const cell = (desk: Desk, column: string) => desk.results.getByRole("table").getByLabel(column, { exact: true });

async function form(desk: Desk, table: string, name: string): Promise<void> {
  await desk.row(table, name).hover();
  await desk.row(table, name).getByRole("button", { name: "修改" }).click();
  await expect(dialog(desk.page)).toBeVisible();
}

async function saved(desk: Desk, button: string, within = "保存"): Promise<Buffer> {
  const file = desk.page.waitForEvent("download");
  await desk.page
    .getByRole("group", { name: within, exact: true })
    .getByRole("button", { name: button, exact: true })
    .click();
  return readFileSync(await (await file).path());
}

test("a cell is corrected where it stands, by double click and by keys", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await desk.row("参会", "昝国梁").getByRole("cell", { name: "县人大常委会主任" }).dblclick();
  await expect(cell(desk, "职务")).toBeFocused();
  await expect(cell(desk, "职务")).toHaveValue("县人大常委会主任");
  await page.keyboard.type("县人大常委会主任、党组书记");
  await page.keyboard.press("Enter");
  await expect(cell(desk, "职务")).toHaveCount(0);
  await expect(desk.row("参会", "昝国梁")).toContainText("县人大常委会主任、党组书记");
  await expect(rowButton(desk, "参会", "昝国梁")).toBeFocused();
  // From the name to the posts, over what they did, to the kind, to the number and back to the row.
  const tools = page.getByRole("group", { name: "参会: 复制与保存" });
  await tools.getByText("列", { exact: true }).click();
  await tools.getByLabel("人数").check();
  await rowButton(desk, "参会", "昝国梁").focus();
  await page.keyboard.press("F2");
  await expect(cell(desk, "姓名或名称")).toHaveValue("昝国梁");
  await page.keyboard.type("昝国樑");
  await page.keyboard.press("Tab");
  await expect(cell(desk, "职务")).toBeFocused();
  await expect(desk.row("参会", "昝国樑")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(cell(desk, "类别")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cell(desk, "人数")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(cell(desk, "类别")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(rowButton(desk, "参会", "昝国樑")).toBeFocused();
  await expect(bar(page)).toContainText("改 1 行");
  // What was dropped was not mended.
  await page.keyboard.press("F2");
  await page.keyboard.type("谁");
  await page.keyboard.press("Escape");
  await expect(rowButton(desk, "参会", "昝国樑")).toBeFocused();
  // What stands elsewhere is kept by a click elsewhere.
  await desk.row("表彰", "优秀教师").getByRole("cell").last().scrollIntoViewIfNeeded();
  await desk.row("要求", "认领任务").getByRole("rowheader").dblclick();
  await expect(cell(desk, "要点")).toBeFocused();
  await page.keyboard.type("认领各自的任务");
  await expect(cell(desk, "要点")).toHaveValue("认领各自的任务");
  await page.getByRole("heading", { name: /^表彰/ }).click();
  await expect(desk.row("要求", "认领各自的任务")).toBeVisible();
  await expect(bar(page)).toContainText("改 2 行");
});

test("a mended cell is marked and says what it was; mended back it is as if nothing had been", async ({
  desk,
  page,
}) => {
  await desk.read(example("plain"));
  const posts = desk.row("参会", "昝国梁").getByRole("cell").first();
  await posts.dblclick();
  await page.keyboard.type("县人大主任");
  await page.keyboard.press("Enter");
  await expect(posts).toHaveClass(/mended/);
  await expect(posts).toHaveAttribute("title", "原为：县人大常委会主任");
  await expect(posts).toHaveAccessibleName("县人大主任 （原为：县人大常委会主任）");
  await form(desk, "参会", "昝国梁");
  await expect(dialog(page).getByText("原为：县人大常委会主任")).toBeVisible();
  await dialog(page).getByLabel("职务").fill("县人大常委会主任");
  await dialog(page).getByRole("button", { name: "保存" }).click();
  await expect(posts).toHaveText("县人大常委会主任");
  await expect(posts).not.toHaveClass(/mended/);
});

test("what cannot stand in a cell is not taken, and is told", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await rowButton(desk, "参会", "昝国梁").focus();
  await page.keyboard.press("F2");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("这一格不能空着")).toBeVisible();
  await expect(cell(desk, "姓名或名称")).toBeFocused();
  await page.keyboard.press("Escape");
  await desk.row("表彰", "优秀教师").getByRole("cell", { name: /^\d+$/ }).first().dblclick();
  await page.keyboard.type("很多");
  await page.keyboard.press("Enter");
  await expect(page.getByText("请填数字")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("51");
  await page.keyboard.press("Enter");
  await expect(desk.row("表彰", "优秀教师")).toContainText("51");
  await expect(bar(page)).toContainText("改 1 行");
});

test("all of a row is mended in a form, and every export has it", async ({ desk, page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.read(example("plain"));
  await form(desk, "参会", "昝国梁");
  await expect(dialog(page).getByRole("blockquote")).toHaveText("昝国梁");
  await dialog(page).getByLabel("姓名或名称").fill("昝国樑");
  await dialog(page).getByLabel("职务").fill("县人大常委会主任、党组书记");
  await dialog(page).getByLabel("宣读").check();
  await dialog(page).getByRole("button", { name: "保存" }).click();
  const row = desk.row("参会", "昝国樑");
  await expect(row).toContainText("县人大常委会主任、党组书记");
  await expect(row).toContainText("宣读");
  await expect(row.locator(".mended")).toHaveCount(3);
  // What the row rests on stands in the text as it did.
  await row.getByRole("rowheader").click();
  expect(await desk.evidenceText()).toBe("昝国梁");
  // What roles are told by is mended in the form too, which opens at them.
  await row.getByRole("cell").nth(1).dblclick();
  await expect(dialog(page).getByLabel("主持")).toBeFocused();
  await page.keyboard.press("Escape");

  const mended = /昝国樑.*县人大常委会主任、党组书记/;
  expect((await saved(desk, "CSV", "参会: 复制与保存")).toString()).toMatch(mended);
  const [{ attendees }] = JSON.parse((await saved(desk, "JSON")).toString()).reports;
  const attendee = attendees.find(({ name }: { name: string }) => name === "昝国樑");
  expect(attendee).toMatchObject({ positions: ["县人大常委会主任", "党组书记"] });
  expect(attendee.roles).toContain("announced");
  expect((await saved(desk, "Markdown")).toString()).toMatch(mended);
  const sheets = await readXlsx(await saved(desk, "XLSX"));
  expect(sheets.flatMap(({ data }) => data.map((cells) => cells.join(" "))).join("\n")).toMatch(mended);
  await page
    .getByRole("group", { name: "参会: 复制与保存" })
    .getByRole("button", { name: "复制", exact: true })
    .click();
  expect((await pasted(context, baseURL ?? "")).text).toMatch(mended);
  await desk.row("要求", "认领任务").getByRole("rowheader").dblclick();
  await page.keyboard.type("认领各自的任务");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "导图" }).click();
  await expect(page.getByRole("treeitem", { name: /认领各自的任务/ })).toBeVisible();
  await page.getByRole("button", { name: "要点表" }).click();
  await expect(page.locator("jiyao-record")).toContainText("昝国樑");
  await expect(page.locator("jiyao-record")).toContainText("认领各自的任务");
});

test("a row is deleted by key, the focus stays, and it is undone and redone by keys", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const before = await names(desk);
  await rowButton(desk, "参会", before[1] ?? "").focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => names(desk)).toEqual(before.filter((_, index) => index !== 1));
  await expect(rowButton(desk, "参会", before[2] ?? "")).toBeFocused();
  await expect(page.getByText(`已删除：${before[1]}`)).toBeVisible();
  await page.locator(".told").getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => names(desk)).toEqual(before);
  await rowButton(desk, "参会", before[1] ?? "").focus();
  await page.keyboard.press("Backspace");
  await expect.poll(async () => (await names(desk)).length).toBe(before.length - 1);
  await page.keyboard.press("Control+z");
  await expect.poll(() => names(desk)).toEqual(before);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(async () => (await names(desk)).length).toBe(before.length - 1);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await expect.poll(async () => (await names(desk)).length).toBe(before.length - 1);
  await page.getByRole("button", { name: "全部还原" }).click();
  await expect.poll(() => names(desk)).toEqual(before);
  await page.getByRole("button", { name: "重做" }).click();
  await expect.poll(async () => (await names(desk)).length).toBe(before.length - 1);
});

test("chosen rows are deleted together, and come back together", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const rows = desk.table("参会").locator("tbody tr");
  await desk.row("参会", "昝国梁").getByRole("rowheader").getByRole("button").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.getByText("已删除：昝国梁 等 3 行")).toBeVisible();
  await expect(rows).toHaveCount(14);
  await expect(desk.row("参会", "佘晓岚").getByRole("rowheader").getByRole("button")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(rows).toHaveCount(13);
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(14);
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(17);
  await page.keyboard.press("Control+y");
  await expect(rows).toHaveCount(14);
  await page.reload();
  await expect(rows).toHaveCount(14);
  await page.getByRole("group", { name: "人工修改" }).getByRole("button", { name: "撤销" }).click();
  await expect(rows).toHaveCount(17);
});

test("a row is deleted in its form; points below a deleted point stay", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const rows = desk.table("要求").locator("tbody tr");
  const count = await rows.count();
  await form(desk, "要求", (await rows.first().getByRole("rowheader").textContent())?.trim() ?? "");
  await dialog(page).getByRole("button", { name: "删除这一行" }).click();
  await expect(rows).toHaveCount(count - 1);
  await expect(bar(page)).toContainText("删 1 行");
});

test("of all reports together, a row of several is mended in each; the tables say so", async ({ desk, page }) => {
  await desk.read(manyReports(2));
  await page.getByRole("tab", { name: "全部" }).click();
  await rowButton(desk, "参会", "昝国梁").focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("合并了几篇报道的内容")).toBeVisible();
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
  await page.getByRole("button", { name: "逐篇列出" }).click();
  await desk.table("参会").getByRole("row").filter({ hasText: "昝国梁" }).nth(1).getByRole("rowheader").dblclick();
  await page.keyboard.type("昝国樑");
  await page.keyboard.press("Enter");
  await expect(desk.row("参会", "昝国樑")).toContainText("2");
  await expect(desk.row("参会", "昝国梁")).toContainText("1");
});

test("of all reports together, somebody of one report alone is mended there", async ({ desk, page }) => {
  const both = manyReports(2);
  const half = both.length / 2;
  await desk.read(both.slice(0, half) + both.slice(half).replaceAll("昝国梁", "昝国勋"));
  await page.getByRole("tab", { name: "全部" }).click();
  await rowButton(desk, "参会", "昝国勋").focus();
  await page.keyboard.press("Delete");
  await expect(desk.row("参会", "昝国勋")).toHaveCount(0);
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
});

test("where the text may only be read, nothing is mended", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.locator("jiyao-analyzer").evaluate((analyzer) => Object.assign(analyzer, { readonly: true }));
  await expect(desk.row("参会", "昝国梁").getByRole("button", { name: "修改" })).toHaveCount(0);
  await rowButton(desk, "参会", "昝国梁").dblclick();
  await page.keyboard.press("Delete");
  await select(desk, "县影剧院");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await expect(desk.table("参会").getByRole("textbox")).toHaveCount(0);
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

test("rows are added from selected words, which are their evidence", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await choose(desk, "教师", "群体");
  await expect(dialog(page).getByLabel("姓名或名称")).toHaveValue("教师");
  await dialog(page).getByLabel("姓名或名称").fill("教师代表");
  await dialog(page).getByRole("button", { name: "添加" }).click();
  const row = desk.row("参会", "教师代表");
  await expect(row.getByText("添加", { exact: true })).toBeVisible();
  await expect(row).toContainText("群体");
  expect(await desk.evidenceText()).toBe("教师");
  await choose(desk, "尊师重教", "要求");
  await expect(dialog(page).getByLabel("要点")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(desk.row("要求", "尊师重教").getByText("添加", { exact: true })).toBeVisible();
  await choose(desk, "教师节", "表彰");
  await dialog(page).getByLabel("获得者").fill("宋小满");
  await page.keyboard.press("Enter");
  await expect(desk.row("表彰", "教师节")).toContainText("宋小满");
  await expect(bar(page)).toContainText("添 3 行");
});

test("words of the text are the name, the day or the place of the meeting", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await choose(desk, "县影剧院", "会议 · 名称");
  await dialog(page).getByLabel("内容").fill("表彰大会");
  await page.keyboard.press("Enter");
  const name = desk.row("会议", "名称");
  await expect(name).toContainText("表彰大会");
  await expect(name.getByRole("cell").first()).toHaveAttribute("title", /^原为：岚泉县庆祝第35个教师节/);
  expect(await desk.evidenceText()).toBe("县影剧院");
  await rowButton(desk, "会议", "地点").focus();
  await page.keyboard.press("Delete");
  await expect(desk.row("会议", "地点")).toHaveCount(0);
  await choose(desk, "县影剧院", "会议 · 地点");
  await expect(dialog(page).getByLabel("内容")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(desk.row("会议", "地点").getByText("添加", { exact: true })).toBeVisible();
});

test("somebody who is added twice has one row with both places", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await choose(desk, "浏览次数", "人员");
  await dialog(page).getByLabel("姓名或名称").fill("昝国梁");
  await page.keyboard.press("Enter");
  await expect(desk.table("参会").getByRole("row").filter({ hasText: "昝国梁" })).toHaveCount(1);
  await expect(rowButton(desk, "参会", "昝国梁")).toHaveAttribute("title", /3 处/);
  expect(await desk.evidenceText()).toBe("浏览次数");
});

test("a row is added by keys alone, in each language", async ({ desk, page }) => {
  const words = { "zh-Hans": "添加：人员", "zh-Hant": "新增：人員", en: "Add: People" };
  await desk.read(example("plain"));
  for (const [language, title] of Object.entries(words)) {
    await page.getByRole("combobox").first().selectOption(language);
    await desk.editor.focus();
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: title })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "岚泉县" })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "岚泉县" })).toHaveCount(0);
  }
});

test("the button beside selected words opens the menu, and Escape gives the focus back", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.locator(".cm-line").nth(2).dblclick();
  await page.getByRole("button", { name: "添加…" }).click();
  const first = page.getByRole("menuitem").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(first).toBeHidden();
  await expect(desk.editor).toBeFocused();
});

test("added words of a glossed, traditional text are clean", async ({ desk, page }) => {
  await desk.read(example("torn"));
  const glossed =
    (await page.locator(".cm-line").nth(1).textContent())?.match(
      /\p{Script=Han}[(（][a-zü\u00C0-\u01DC]+[)）]\p{Script=Han}/u,
    )?.[0] ?? "";
  expect(glossed).not.toBe("");
  await choose(desk, glossed, "单位");
  await expect(dialog(page).getByLabel("姓名或名称")).toHaveValue(/^\p{Script=Han}{2}$/u);
});

test("what was mended survives a reload and another text in between", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const before = await names(desk);
  await desk.row("参会", "昝国梁").getByRole("rowheader").getByRole("button").focus();
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await names(desk)).length).toBe(before.length - 1);
  // It is kept at once: a crash loses nothing.
  await expect.poll(() => page.evaluate(() => localStorage.getItem("jiyao.mended"))).toContain("昝国梁");
  await page.reload();
  await expect(desk.row("参会", before[0] ?? "")).toBeVisible();
  expect(await names(desk)).not.toContain("昝国梁");
  const text = example("plain");
  await replace(desk, example("several"));
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await replace(desk, text);
  await expect(desk.row("参会", before[0] ?? "")).toBeVisible();
  expect(await names(desk)).not.toContain("昝国梁");
  await bar(page).getByRole("button", { name: "撤销" }).click();
  await expect.poll(() => names(desk)).toEqual(before);
});

test("what was mended goes on in an edited text, and what does not fit is told", async ({ desk, page }) => {
  await desk.read(example("plain"));
  for (const name of ["苏明阳", "阮佩文"]) {
    await desk.row("参会", name).getByRole("rowheader").getByRole("button").focus();
    await page.keyboard.press("Delete");
    await expect.poll(() => names(desk)).not.toContain(name);
  }
  await select(desk, "苏明阳");
  await page.keyboard.insertText("林知远");
  await expect(desk.row("参会", "林知远")).toBeVisible();
  await expect(page.getByText("1 处修改对不上现在的文字")).toBeVisible();
  expect(await names(desk)).not.toContain("阮佩文");
  await page.getByRole("button", { name: "丢掉这些" }).click();
  await expect(page.getByText("对不上现在的文字")).toHaveCount(0);
  expect(await names(desk)).not.toContain("阮佩文");
});

test("a row is said to be no name, the text is read anew, and the word stands in the lexicon", async ({
  desk,
  page,
}) => {
  await desk.read(example("plain"));
  await form(desk, "参会", "昝国梁");
  await dialog(page).getByRole("button", { name: "不是名字，记入词库" }).click();
  await expect.poll(() => names(desk)).not.toContain("昝国梁");
  await expect(page.getByText("已记入词库：昝国梁（不是名字）")).toBeVisible();
  await page.reload();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  expect(await names(desk)).not.toContain("昝国梁");
  await page.getByRole("button", { name: "词库" }).click();
  await dialog(page).getByRole("button", { name: "删除：昝国梁" }).click();
  await expect(dialog(page).getByText("还没有词语")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
});

test("selected words are remembered as a person, a post, an honour", async ({ desk }) => {
  const meeting = "青禾县召开工作会议\n3月2日，青禾县工作会议在县会议中心召开。";
  await desk.read(
    `${meeting}会上，一叶扁舟作了交流发言。陆文渊塔主作了交流发言。江山如画作了交流发言。会议授予林知远大地之心。\n`,
  );
  await choose(desk, "一叶扁舟", "人名");
  await expect(desk.row("参会", "一叶扁舟")).toContainText("交流");
  await choose(desk, "塔主", "职务");
  await expect(desk.row("参会", "陆文渊")).toContainText("塔主");
  await remember(desk, "江山如画", "单位");
  await expect(desk.row("参会", "江山如画")).toContainText("单位");
  await choose(desk, "大地之心", "荣誉");
  await expect(desk.row("表彰", "大地之心")).toContainText("林知远");
});

test("a word that was taken out of the lexicon comes back by undo", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "词库", exact: true }).click();
  for (const word of ["楼栋长", "网格长"]) {
    await dialog(page).getByLabel("词语").fill(word);
    await dialog(page).getByLabel("类别").selectOption("职务");
    await dialog(page).getByRole("button", { name: "添加" }).click();
  }
  const word = dialog(page).getByRole("button", { name: "删除：楼栋长" });
  await word.click();
  await expect(word).toHaveCount(0);
  await expect(dialog(page).getByRole("status")).toHaveText("已删除：楼栋长");
  // By keys alone, from the field that has the focus.
  const undo = dialog(page).getByRole("button", { name: "撤销" });
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(word).toBeVisible();
  await expect(undo).toHaveCount(0);
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("jiyao.lexicon") ?? "null"));
  const words = ["楼栋长", "网格长"].map((word) => ({ word, kind: "post" }));
  expect((await kept()).entries).toEqual(expect.arrayContaining(words));
  // Once another word is added, that is over.
  await word.click();
  await dialog(page).getByLabel("词语").fill("片区长");
  await page.keyboard.press("Enter");
  await expect(undo).toHaveCount(0);
});

test("the lexicon is added to, exported, forgotten with everything else, and imported", async ({
  desk,
  page,
}, testInfo) => {
  const open = () => page.getByRole("button", { name: "词库" }).click();
  await open();
  await dialog(page).getByLabel("词语").fill("林");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("词语要有 2 到 40 个字")).toBeVisible();
  await dialog(page).getByLabel("词语").fill("楼栋长");
  await dialog(page).getByLabel("类别").selectOption("职务");
  await dialog(page).getByRole("button", { name: "添加" }).click();
  await expect(dialog(page).getByRole("button", { name: "删除：楼栋长" })).toBeVisible();
  const file = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "导出" }).click();
  const path = testInfo.outputPath("words.json");
  await (await file).saveAs(path);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ entries: [{ word: "楼栋长", kind: "post" }] });
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "清除全部" }).click();
  await open();
  await expect(dialog(page).getByText("还没有词语")).toBeVisible();
  const chooser = dialog(page).locator("input[type=file]");
  await chooser.setInputFiles({ name: "坏.json", mimeType: "application/json", buffer: Buffer.from('{"words": []}') });
  await expect(dialog(page).getByText("坏.json 里没有词语清单")).toBeVisible();
  const wrong = JSON.stringify({
    entries: [
      { word: "楼栋长", kind: "post" },
      { word: "网格长", kind: "Post" },
    ],
  });
  await chooser.setInputFiles({ name: "坏.json", mimeType: "application/json", buffer: Buffer.from(wrong) });
  await expect(dialog(page).getByText("坏.json 里第 2 个词语写得不对")).toBeVisible();
  await expect(dialog(page).getByText("还没有词语")).toBeVisible();
  await chooser.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("楼栋长") });
  await expect(dialog(page).getByText("a.json 不是 JSON 文件。请选用“导出”保存的词库文件")).toBeVisible();
  await chooser.setInputFiles(path);
  await expect(dialog(page).getByText("已导入 1 个词语")).toBeVisible();
  await page.reload();
  await open();
  await expect(dialog(page).getByRole("button", { name: "删除：楼栋长" })).toBeVisible();
  await expect(desk.editor).toBeVisible();
});
