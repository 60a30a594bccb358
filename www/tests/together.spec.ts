// All reports together: people who appear in several, and one meeting that is told twice.
import type { Locator } from "@playwright/test";
import { type Desk, example, expect, test } from "./page.ts";

const REPORTS = `槐安县防汛工作会议召开
5月6日，槐安县防汛工作会议在县政府召开。县长林知远主持会议并讲话，县水利局局长苏明远、青石镇党委书记王伟参加会议。
林知远强调，要加强巡查，确保安全度汛。

槐安县教育工作会议召开
6月9日，槐安县教育工作会议在县影剧院召开。县委副书记、县长林知远出席会议并讲话，县教育局局长王伟主持会议。
林知远要求，各学校要抓好校园安全，办好人民满意的教育。
`;

const TOLD_TWICE = `防汛会议新闻稿篇1
5月6日，槐安县防汛工作会议在县政府二楼会议室召开。县长林知远主持会议并讲话，县水利局局长苏明远作工作报告，县气象局局长柳青参加会议。会议表彰了青石镇等3个“防汛工作先进集体”。
林知远强调，要加强水库巡查值守，发现险情第一时间上报。要备足防汛物资，组织好抢险队伍。
防汛会议新闻稿篇2
5月6日，槐安县防汛工作会议在县影剧院召开。县委副书记林知远主持会议并讲话，县水利局局长苏明远作工作报告，县应急管理局局长夏荷参加会议。会议表彰了青石镇等5个“防汛工作先进集体”。
林知远强调，要加强水库巡查值守，发现险情第一时间上报。要做好群众转移工作，确保不漏一户一人。
`;

/** The meetings of several reports in one table. */
async function meetings(desk: Desk): Promise<Locator> {
  await desk.read(example("several"));
  await desk.page.getByRole("tab", { name: "全部" }).click();
  return desk.table("会议");
}

test("somebody of several reports has one row that leads to each of them", async ({ desk, page }) => {
  await desk.read(REPORTS);
  await page.getByRole("tab", { name: "全部" }).click();
  const rows = desk.table("参会").locator("tbody tr").filter({ hasText: "林知远" });
  await expect(rows).toHaveCount(1);
  const row = rows.first();
  await expect(row).toContainText("县长（第 1 篇）；县委副书记、县长（第 2 篇）");
  await expect(row).toContainText("主持、讲话");
  await expect(row).not.toContainText("同名");
  await row.getByRole("button", { name: "在第 2 篇原文中查看" }).click();
  expect(await desk.evidenceText()).toBe("林知远");
  await expect(page.locator(".cm-line", { has: page.locator(".evidence.here") })).toContainText("6月9日");
  await expect(row).toHaveAttribute("aria-current", "true");
  await row.getByRole("button", { name: "在第 1 篇原文中查看" }).click();
  await expect(page.locator(".cm-line", { has: page.locator(".evidence.here") })).toContainText("5月6日");
  // A click in the text leads to the same row.
  await page.locator(".find.person", { hasText: "苏明远" }).click();
  await page.locator(".find.person", { hasText: "林知远" }).last().click();
  await expect(row).toHaveAttribute("aria-current", "true");
});

test("each meeting has one row, with how much its report has; it is sorted, mended and leads to its text", async ({
  desk,
  page,
}) => {
  const table = await meetings(desk);
  const cells = async (): Promise<string[][]> => {
    const rows = await table.locator("tbody tr").all();
    return Promise.all(
      rows.map(async (row) => (await row.locator("th, td:not(.act)").allInnerTexts()).map((words) => words.trim())),
    );
  };
  expect(await table.locator("thead th:not(.act)").allInnerTexts()).toEqual([
    "报道",
    "名称",
    "日期",
    "地点",
    "人员",
    "表彰",
    "要求",
  ]);
  const [first, second, third] = await cells();
  expect(first).toEqual([
    "1",
    "中国少年先锋队鹿鸣街道中心小学第十一次代表大会",
    "5月29日",
    "学校七彩剧场",
    "7",
    "4",
    "2",
  ]);
  await table.getByRole("button", { name: "人员" }).click();
  expect((await cells()).map(([report]) => report)).toEqual(
    [first, second, third].sort((a, b) => Number(a?.[4]) - Number(b?.[4])).map((row) => row?.[0]),
  );
  await table.getByRole("button", { name: "报道" }).click();
  // A cell leads to its own words, a word in the text to its meeting.
  await table.getByRole("cell", { name: "5月29日" }).click();
  expect(await desk.evidenceText()).toBe("5月29日");
  await page.locator(".find.meeting", { hasText: "团县委会议室" }).click();
  await expect(table.locator("tr[aria-current]")).toContainText(second?.[1] ?? "?");
  // Mended where it stands, and undone.
  await table.getByRole("cell", { name: "5月29日" }).dblclick();
  await page.keyboard.type("5月30日");
  await page.keyboard.press("Tab");
  await expect(table.getByRole("textbox", { name: "地点" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("cell", { name: "5月30日" })).toContainText("原为：5月29日");
  await expect(table.locator("tbody tr").first().getByRole("rowheader").getByRole("button")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(table.getByRole("cell", { name: "5月29日" })).toBeVisible();
  await page.getByRole("tab", { name: /^1/ }).click();
  await expect(table.getByRole("row")).toHaveCount(5);
});

test("of all reports together, facts of a meeting are deleted one by one or together, and come back", async ({
  desk,
  page,
}) => {
  const table = await meetings(desk);
  const row = table.locator("tbody tr").first();
  const name = "中国少年先锋队鹿鸣街道中心小学第十一次代表大会";
  // The fact that was clicked.
  await row.getByRole("cell", { name: "5月29日" }).click();
  await page.keyboard.press("Delete");
  await expect(page.getByText("已删除：5月29日")).toBeVisible();
  await expect(row).not.toContainText("5月29日");
  await expect(row).toContainText("学校七彩剧场");
  await expect(row.getByRole("rowheader").getByRole("button")).toBeFocused();
  // A cell that is emptied.
  await row.getByRole("cell", { name: "学校七彩剧场" }).dblclick();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(row).not.toContainText("学校七彩剧场");
  await expect(row.getByRole("rowheader").getByRole("button")).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(row).toContainText("5月29日");
  await expect(row).toContainText("学校七彩剧场");
  // All of a meeting that was walked to: the row of its report stays.
  await table.locator("tbody tr").nth(1).getByRole("rowheader").getByRole("button").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(page.getByText(`已删除：${name}`)).toBeVisible();
  for (const fact of [name, "5月29日", "学校七彩剧场"]) await expect(row).not.toContainText(fact);
  await expect(table.locator("tbody tr")).toHaveCount(3);
  await page.locator(".told").getByRole("button", { name: "撤销" }).click();
  for (const fact of [name, "5月29日", "学校七彩剧场"]) await expect(row).toContainText(fact);
  // In a report by itself too.
  await page.getByRole("tab", { name: /^1/ }).click();
  await table.getByRole("cell", { name: "学校七彩剧场" }).dblclick();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(table).not.toContainText("学校七彩剧场");
});

test("one name with different posts is not silently taken for one person", async ({ desk, page }) => {
  await desk.read(REPORTS);
  await page.getByRole("tab", { name: "全部" }).click();
  const row = desk.row("参会", "王伟");
  await expect(row).toContainText("青石镇党委书记（第 1 篇）；县教育局局长（第 2 篇）");
  await expect(row).toContainText("职务不同，也可能是同名");
  await page.getByRole("button", { name: "逐篇列出" }).click();
  await expect(desk.table("参会").locator("tbody tr").filter({ hasText: "王伟" })).toHaveCount(2);
  await expect(desk.table("参会")).not.toContainText("同名");
});

test("two tellings of a meeting stand side by side, and each cell leads to its text", async ({ desk, page }) => {
  await desk.read(TOLD_TWICE);
  await expect(page.getByRole("button", { name: "对比" })).toBeVisible();
  await page.getByRole("tab").nth(1).click();
  await expect(page.getByText("与第 1 篇是同一个会议")).toBeVisible();
  await page.getByRole("button", { name: "对比" }).click();
  const compare = page.locator("jiyao-compare");
  const row = (table: string, text: string) =>
    compare.getByRole("table", { name: table }).getByRole("row").filter({ hasText: text });
  await expect(row("会议", "5月6日")).toContainText("一致");
  await expect(row("会议", "县影剧院")).toContainText("说法不同");
  await expect(row("会议", "县影剧院")).toContainText("县政府二楼会议室");
  await expect(row("参会", "苏明远")).toContainText("一致");
  await expect(row("参会", "林知远")).toContainText("说法不同");
  await expect(row("参会", "柳青")).toContainText("只在第 1 篇");
  await expect(row("参会", "夏荷")).toContainText("只在第 2 篇");
  await expect(row("表彰", "青石镇")).toContainText("说法不同");
  await expect(row("要求", "水库巡查")).toContainText("一致");
  await expect(row("要求", "防汛物资")).toContainText("只在第 1 篇");
  await expect(row("要求", "群众转移")).toContainText("只在第 2 篇");

  const line = page.locator(".cm-line", { has: page.locator(".evidence.here") });
  await row("参会", "林知远").getByRole("button").first().click();
  await expect(line).toContainText("二楼会议室");
  await row("参会", "林知远").getByRole("button").last().click();
  await expect(line).toContainText("县影剧院");
  await expect(row("参会", "林知远")).toHaveAttribute("aria-current", "true");

  await compare.getByLabel("只看不一致的").check();
  await expect(row("参会", "苏明远")).toHaveCount(0);
  await expect(row("参会", "林知远")).toHaveCount(1);
});

test("a meeting that is told once is compared with nothing", async ({ desk, page }) => {
  await desk.read(REPORTS);
  await expect(page.getByRole("button", { name: "要点表" })).toBeVisible();
  await expect(page.getByRole("button", { name: "对比" })).toHaveCount(0);
});
