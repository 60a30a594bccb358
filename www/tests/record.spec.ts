// The record (会议要点表): on the screen, on paper, in Word, as a file.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { example, expect, manyReports, pasted, test } from "./page.ts";

/** The words of each page of what the browser prints now, without spaces and in the usual characters, and the name of the file. */
async function printed(page: Page): Promise<{ pages: string[]; title: string }> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true })));
  const { text } = await extractText(pdf, { mergePages: false });
  const { info } = await getMeta(pdf);
  return { pages: text.map((words) => words.normalize("NFKC").replace(/\s+/g, "")), title: String(info.Title) };
}

test("the record says who, what was awarded and what was asked", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "要点表" }).click();
  const record = page.locator("jiyao-record");
  await expect(record.getByRole("heading", { level: 1 })).toHaveText("岚泉县庆祝第35个教师节暨教育工作表彰大会");
  await expect(record.getByRole("row", { name: /^日期/ })).toContainText("9月9日");
  // Each person once, under the first of their roles.
  await expect(record.getByRole("row", { name: /^阮佩文/ })).toHaveCount(1);
  const presided = record.locator("tbody").filter({ has: page.getByRole("rowheader", { name: "主持", exact: true }) });
  await expect(presided.getByRole("row")).toHaveText(["主持", /阮佩文\s*县委副书记、县长/]);
  await expect(record.getByRole("row", { name: /^教育质量先进单位/ })).toContainText("县第一中学、城关镇中心小学");
  await expect(record.getByRole("heading", { name: "逄志远" })).toBeVisible();
  await expect(record.getByRole("listitem").filter({ hasText: "三天内" })).toHaveText(/1\.\s*要迅速传达/);
});

test("whatever is on the screen, the record of the shown report is printed", async ({ desk, page }) => {
  await desk.read(example("several"));
  await page.getByRole("tab", { name: /^2/ }).click();
  await desk.row("参会", "时建国").click();
  await page.getByRole("searchbox").fill("雪莲");
  const { pages, title } = await printed(page);
  const words = pages.join("");
  expect(words).toContain("时建国");
  expect(words).toContain("要精打细算");
  expect(words).not.toContain("钟楚涵");
  // Nothing of the page around it.
  for (const chrome of ["筛选", "XLSX", "粘贴会议报道", "文字不会离开", "小编"]) expect(words).not.toContain(chrome);
  expect(title).toContain("第三次代表大会筹备工作会");
  // Afterwards the page is as it was.
  await expect(desk.row("参会", "雪莲")).toBeVisible();
  await expect(page).toHaveTitle(/^纪要/);
  expect(await page.locator("jiyao-paper").count()).toBe(0);
});

test("all reports together are printed one after another, each on a page of its own", async ({ desk, page }) => {
  await desk.read(example("several"));
  await page.getByRole("tab", { name: "全部" }).click();
  const { pages } = await printed(page);
  expect(pages).toHaveLength(3);
  expect(pages[0]).toContain("伍月梅");
  expect(pages[1]).toContain("时建国");
  expect(pages[2]).toContain("温暖");
});

test("a long table is printed with its titles on every page and its rows whole", async ({ desk, page }) => {
  const people = manyReports(1).replace(
    "佘晓岚",
    Array.from(
      { length: 90 },
      (_, at) => `王${[..."安邦成达恩方国海佳"][Math.floor(at / 10)]}${[..."子文明华玉德才光志远"][at % 10]}`,
    ).join("、"),
  );
  await desk.read(people);
  const { pages } = await printed(page);
  expect(pages.length).toBeGreaterThan(2);
  const continued = pages.filter((words) => /王.子|王.远/.test(words));
  expect(continued.length).toBeGreaterThan(1);
  for (const words of continued) expect(words).toContain("姓名或名称职务参会情况");
});

test("a text without a report is printed as it stands, to its last line", async ({ desk, page }) => {
  const text = Array.from({ length: 300 }, (_, index) => `第${index + 1}号储物柜换了新锁。`).join("\n");
  await desk.paste(text);
  await expect(page.getByRole("heading", { name: "没有找到会议报道" })).toBeVisible();
  const { pages, title } = await printed(page);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.join("").replaceAll(/\d+\/\d+/g, "")).toBe(text.replaceAll("\n", ""));
  expect(title).toBe("第1号储物柜换了新锁。");
  await expect(page).toHaveTitle(/^纪要/);
});

test("the button prints", async ({ desk, page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      const { shadowRoot } = document.querySelector("jiyao-paper") ?? {};
      document.documentElement.dataset.printed = shadowRoot?.textContent ?? "nothing";
    };
  });
  await page.reload();
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "要点表" }).click();
  await page.getByRole("button", { name: "打印" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", /岚泉县.*逄志远/s);
});

test("the record is copied as a document and as plain text", async ({ desk, context, page, baseURL }) => {
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "要点表" }).click();
  await page.locator("jiyao-record").getByRole("button", { name: "复制" }).click();
  await expect(page.getByText("已复制要点表")).toBeVisible();
  const { text, html } = await pasted(context, baseURL ?? "");
  expect(html).toContain("<h1");
  expect(html).toContain("border-collapse");
  expect(html).toMatch(/<th[^>]*>昝国梁<\/th>/);
  expect(html).not.toContain("<!--?lit");
  expect(text).toContain("主持：阮佩文（县委副书记、县长）");
  expect(text).toMatch(/阮佩文：\n {2}1\. 要迅速传达/);
});

test("the saved record opens alone and prints alike", async ({ desk, page, context }) => {
  await desk.read(example("plain"));
  const { pages } = await printed(page);
  await page.getByRole("button", { name: "要点表" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("jiyao-record").getByRole("button", { name: "HTML" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("岚泉县庆祝第35个教师节暨教育工作表彰大会.html");
  const alone = await context.newPage();
  await alone.setContent(await readFile(await file.path(), "utf8"));
  await expect(alone.getByRole("heading", { level: 1 })).toHaveText("岚泉县庆祝第35个教师节暨教育工作表彰大会");
  expect((await printed(alone)).pages).toEqual(pages);
});

test("words of a report stay words in the saved record", async ({ desk, page }) => {
  await desk.read(example("plain").replace("高原", "<img src=x onerror=alert(1)>高原"));
  await page.getByRole("button", { name: "要点表" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("jiyao-record").getByRole("button", { name: "HTML" }).click(),
  ]);
  const saved = await readFile(await file.path(), "utf8");
  expect(saved).toContain("岚泉县");
  expect(saved).not.toContain("<img");
});
