// All reports together: people who appear in several, and one meeting that is told twice.
import { expect, test } from "./page.ts";

const REPORTS = `槐安县防汛工作会议召开
5月6日，槐安县防汛工作会议在县政府召开。县长林知远主持会议并讲话，县水利局局长苏明远、青石镇党委书记王伟参加会议。
林知远强调，要加强巡查，确保安全度汛。

槐安县教育工作会议召开
6月9日，槐安县教育工作会议在县影剧院召开。县委副书记、县长林知远出席会议并讲话，县教育局局长王伟主持会议。
林知远要求，各学校要抓好校园安全，办好人民满意的教育。
`;

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
