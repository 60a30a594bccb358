// The directives as a mind map: what it shows, by mouse and by keyboard, and as a file.
import { readFile } from "node:fs/promises";
import { test as plain } from "@playwright/test";
import { wrap } from "../src/map/wrap.ts";
import { type Desk, expect, test } from "./page.ts";

const NESTED = `青禾县防汛工作会议召开
5月6日，青禾县防汛工作会议在县政府召开。县长林知远主持会议并讲话。
林知远强调，要抓好三项工作。
一、压实责任。一是要明确到人，二是要落实到岗。
二、备足物资。一是要清点库存，二是要补齐缺口。
三、加强值守。
副县长周启航要求，各乡镇要连夜排查隐患。
`;

const topics = (desk: Desk) => desk.page.getByRole("treeitem");
const topic = (desk: Desk, words: string) => desk.page.getByRole("treeitem", { name: words });

async function openMap(desk: Desk): Promise<void> {
  await desk.read(NESTED);
  await desk.page.getByRole("button", { name: "导图" }).click();
  await expect(desk.page.getByRole("tree", { name: /要求导图/ })).toBeVisible();
}

test("the map leads from the meeting to speakers, points and sub-points", async ({ desk }) => {
  await openMap(desk);
  const words = await topics(desk).evaluateAll((all) =>
    all.map((one) => `${one.getAttribute("aria-level")} ${one.getAttribute("aria-label")}`),
  );
  expect(words).toEqual([
    "1 青禾县防汛工作会议",
    "2 林知远",
    "3 1. 压实责任",
    "4 1. 要明确到人",
    "4 2. 要落实到岗",
    "3 2. 备足物资",
    "4 1. 要清点库存",
    "4 2. 要补齐缺口",
    "3 3. 加强值守",
    "2 周启航",
    "3 各乡镇要连夜排查隐患",
  ]);
  // No box stands on another.
  const boxes = await desk.page.locator("rect.box").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
});

test("a point leads to its place in the text, and back", async ({ desk }) => {
  await openMap(desk);
  await topic(desk, "要补齐缺口").click();
  expect(await desk.evidenceText()).toContain("要补齐缺口");
  await desk.page.getByRole("button", { name: "全部折叠" }).click();
  await expect(topics(desk)).toHaveCount(3);
  // What was clicked in the text is unfolded in the map.
  await desk.editor.getByText("加强值守").click();
  await expect(topic(desk, "加强值守")).toHaveAttribute("aria-selected", "true");
});

test("topics fold and unfold by mouse", async ({ desk }) => {
  await openMap(desk);
  await topic(desk, "压实责任").locator(".fold").click();
  await expect(topic(desk, "压实责任")).toHaveAttribute("aria-expanded", "false");
  await expect(topic(desk, "要明确到人")).toHaveCount(0);
  await expect(topic(desk, "压实责任").locator(".fold")).toHaveText("2");
  await topic(desk, "林知远").click();
  await expect(topics(desk)).toHaveCount(4);
  await desk.page.getByRole("button", { name: "全部展开" }).click();
  await expect(topics(desk)).toHaveCount(11);
});

test("the map is walked by keyboard", async ({ desk, page }) => {
  await openMap(desk);
  await page.getByRole("button", { name: "SVG" }).focus();
  await page.keyboard.press("Tab");
  await expect(topic(desk, "青禾县防汛工作会议")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(topic(desk, "压实责任")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(topic(desk, "压实责任")).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(topic(desk, "备足物资")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  expect(await desk.evidenceText()).toContain("连夜排查隐患");
  await page.keyboard.press("ArrowLeft");
  await expect(topic(desk, "周启航")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(topics(desk)).toHaveCount(1);
});

test("the filter narrows the map", async ({ desk, page }) => {
  await openMap(desk);
  await page.getByRole("searchbox").fill("库存");
  await expect(topics(desk)).toHaveCount(4);
  await expect(topic(desk, "备足物资")).toBeVisible();
});

test("the map is saved as a drawing with words, light whatever the page is", async ({ desk, page, context }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openMap(desk);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "SVG" }).click()]);
  expect(file.suggestedFilename()).toBe("青禾县防汛工作会议 要求.svg");
  const drawing = await readFile(await file.path(), "utf8");
  expect(drawing).not.toMatch(/var\(|light-dark|<!--|tabindex|class=/);
  const other = await context.newPage();
  await other.setContent(drawing.replace(/^<\?xml.*\n/, ""));
  await expect(other.locator("text", { hasText: "要明确到人" })).toBeVisible();
  // The ground is lighter than the words.
  const lightness = (selector: string) =>
    other
      .locator(selector)
      .first()
      .evaluate((shape) => Number(/\d+/.exec(getComputedStyle(shape).fill)?.[0]));
  expect(await lightness("rect")).toBeGreaterThan(200);
  expect(await lightness("text")).toBeLessThan(100);
});

plain("lines break where Chinese lines may", () => {
  const lines = (words: string, width: number, most = 9) => wrap(words, width, most, ({ length }) => length);
  expect(lines("要明确到人，要落实到岗", 5)).toEqual(["要明确到人，", "要落实到岗"]);
  expect(lines("学习《防汛条例》", 3)).toEqual(["学习", "《防汛", "条例》"]);
  expect(lines("在2019年", 3)).toEqual(["在", "2019", "年"]);
  expect(lines("一二三四五六", 2, 2)).toEqual(["一二", "三四…"]);
  expect(lines("", 5)).toEqual([""]);
  expect(lines("（（（（", 1).join("")).toBe("（（（（");
});
