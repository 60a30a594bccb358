// The clean text beside the pasted one: what it shows, and the way from each to the other.
import { test as plain } from "@playwright/test";
import { type Paragraph, paragraphAt, paragraphsOf } from "../src/records/clean.ts";
import { Desk, example, expect, pasted, test } from "./page.ts";

const paragraphs = (desk: Desk) => desk.page.locator("jiyao-clean li");

async function openClean(desk: Desk, text: string): Promise<void> {
  await desk.read(text);
  await desk.page.getByRole("button", { name: "净文" }).click();
  await expect(paragraphs(desk).first()).toBeVisible();
}

test("torn traditional text is read in clean simplified words, with its repairs marked", async ({ desk }) => {
  await openClean(desk, example("torn"));
  const first = paragraphs(desk).first();
  await expect(first).toContainText("12月6日，河西县红十字会第三次会员代表大会在县委党校报告厅召开。");
  await expect(first).toContainText("县妇联主席姬晓慧");
  await expect(first.locator("ins", { hasText: "妇" })).toHaveAttribute("title", "原文：?jì)D");
  await expect(desk.page.locator("jiyao-clean")).not.toContainText("(huì)");
  await expect(paragraphs(desk)).toHaveCount(6);
});

test("a clean paragraph leads to its place in the pasted text", async ({ desk, page }) => {
  await openClean(desk, example("torn"));
  await paragraphs(desk).nth(3).click();
  expect(await desk.evidenceText()).toMatch(/^鞏固要求,.*給予保障。$/);
  await expect(paragraphs(desk).nth(3)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Tab");
  await paragraphs(desk).nth(3).getByRole("button").focus();
  await page.keyboard.press("ArrowUp");
  expect(await desk.evidenceText()).toMatch(/^溫如玉指出/);
  await expect(paragraphs(desk).nth(2).getByRole("button")).toBeFocused();
});

test("the caret in the pasted text leads to its clean paragraph", async ({ desk, page }) => {
  await openClean(desk, example("torn"));
  await desk.editor.getByText("基層紅十字").click();
  await expect(paragraphs(desk).filter({ hasText: "温如玉指出" })).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Control+End");
  await expect(paragraphs(desk).last()).toHaveAttribute("aria-current", "true");
});

test("page chrome stays quiet, strewn-in marks are struck out, repeated paragraphs are named", async ({ desk }) => {
  const told = "县长林知远强调，护林事业的.发展离不开群众，各乡镇要把责任落实到每一个村组。";
  await openClean(
    desk,
    `当前位置：首页 > 新闻\n5月6日，青禾县护林工作会议在县政府召开。\n${told}\n${told}\n相关文章：\n1.护林总结`,
  );
  await expect(paragraphs(desk).filter({ hasText: "当前位置" })).toHaveClass("aside");
  await expect(paragraphs(desk).locator("del")).toHaveText(".");
  await expect(paragraphs(desk).filter({ hasText: "重复的段落" })).toContainText("县长林知远强调，护林事业");
});

test("each report shows its own paragraphs, all of them together all", async ({ desk, page }) => {
  await openClean(desk, example("several"));
  await page.getByRole("tab", { name: /^2/ }).click();
  await expect(paragraphs(desk).filter({ hasText: "时建国强调" })).toBeVisible();
  await expect(paragraphs(desk).filter({ hasText: "廖帆寄语" })).toHaveCount(0);
  const some = await paragraphs(desk).count();
  await page.getByRole("tab", { name: "全部" }).click();
  await expect(paragraphs(desk).filter({ hasText: "廖帆寄语" })).toBeAttached();
  expect(await paragraphs(desk).count()).toBeGreaterThan(some);
});

test("the clean text is copied, without marks of what was taken out", async ({ desk, page, context, baseURL }) => {
  await openClean(desk, "5月6日，青禾縣(xiàn)護林會(huì)議召開，要求做好護林事業的.發展。");
  await page.locator("jiyao-clean").getByRole("button", { name: "复制" }).click();
  await expect(page.getByText("已复制净文")).toBeVisible();
  const { text } = await pasted(context, baseURL ?? "");
  expect(text).toBe("5月6日，青禾县护林会议召开，要求做好护林事业的发展。");
});

test("a text without a report has its clean text too", async ({ desk, page, context, baseURL }) => {
  await desk.paste("儲(chǔ)物櫃換了新鎖。\n請到服務台領取鑰匙。");
  await page.getByRole("button", { name: "看净文" }).click();
  await expect(paragraphs(desk)).toHaveText([/储物柜换了新锁。/, /请到服务台领取钥匙。/]);
  await paragraphs(desk).last().click();
  expect(await desk.evidenceText()).toBe("請到服務台領取鑰匙。");
  await page.locator("jiyao-clean").getByRole("button", { name: "复制" }).click();
  await expect(page.getByText("已复制净文")).toBeVisible();
  expect((await pasted(context, baseURL ?? "")).text).toBe("储物柜换了新锁。\n请到服务台领取钥匙。");
  await page.getByRole("button", { name: "看净文" }).click();
  await expect(page.locator("jiyao-clean")).toHaveCount(0);
});

test("the clean text follows what is typed", async ({ desk, page }) => {
  await openClean(desk, example("plain"));
  await desk.editor.press("Control+End");
  await page.keyboard.insertText("\n大會到此結束。");
  await expect(paragraphs(desk).last()).toContainText("大会到此结束。");
});

test("cleans on the page's own thread where no worker starts", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("no workers here");
      }
    } as unknown as typeof Worker;
  });
  await page.goto("./");
  const desk = new Desk(page);
  await desk.read(example("torn"));
  await page.getByRole("button", { name: "净文" }).click();
  await expect(paragraphs(desk).first()).toContainText("县妇联主席");
});

plain("paragraphs know their place and their repairs", () => {
  const source = "縣(xiàn)會。.\n開.始";
  const text = "县会。\n开始";
  const stretches = [
    { clean: { start: 0, end: 1 }, source: { start: 0, end: 7 } },
    { clean: { start: 1, end: 3 }, source: { start: 7, end: 9 } },
    { clean: { start: 3, end: 5 }, source: { start: 10, end: 12 } },
    { clean: { start: 5, end: 6 }, source: { start: 13, end: 14 } },
  ];
  const stray = (start: number) => ({
    kind: "strayMark" as const,
    span: { start, end: start + 1 },
    original: ".",
    repaired: "",
  });
  const found: Paragraph[] = paragraphsOf(
    { text, stretches },
    { script: "traditional", glosses: 1, repairs: [stray(9), stray(12)], chrome: [{ start: 11, end: 14 }] },
  );
  expect(found.map((one) => source.slice(one.source.start, one.source.end))).toEqual(["縣(xiàn)會。", "開.始"]);
  expect(
    found.map(({ pieces }) => pieces.map(({ words, repair }) => (repair ? `<${repair.original}>` : words))),
  ).toEqual([
    ["县会。", "<.>"],
    ["开", "<.>", "始"],
  ]);
  expect(found.map(({ aside }) => aside)).toEqual([false, true]);
  expect(paragraphAt(found, 9)?.number).toBe(1);
  expect(paragraphAt(found, 12)?.number).toBe(2);
});
