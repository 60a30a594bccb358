// What leaves the page, read back as another program would read it.
import { readFile } from "node:fs/promises";
import { test as plain } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import readXlsx from "read-excel-file/node";
import { fileName } from "../src/out/download.ts";
import { toCsv, toHtml, toMarkdown, toTsv } from "../src/out/formats.ts";
import { toXlsx } from "../src/out/xlsx.ts";
import type { Sheet } from "../src/records/sheets.ts";
import { type Desk, example, expect, pasted, test } from "./page.ts";

async function saved(desk: Desk, action: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([desk.page.waitForEvent("download"), action()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a copied table pastes as cells", async ({ desk, context, baseURL }) => {
  await desk.read(example("plain"));
  await desk.page.getByRole("group", { name: "参会: 复制与保存" }).getByRole("button", { name: "复制" }).click();
  await expect(desk.page.getByText(/已复制「参会」/)).toBeVisible();
  const { text, html } = await pasted(context, baseURL ?? "");
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("姓名或名称\t职务\t参会情况\t类别");
  expect(lines.find((line) => line.startsWith("昝国梁\t"))).toContain("县人大常委会主任");
  expect(html).toContain("<table>");
  expect(html).toContain("昝国梁");
  expect(html).toContain("mso-number-format");
});

test("a copied table holds what is seen: filtered, sorted, chosen columns", async ({ desk, context, baseURL }) => {
  await desk.read(example("plain"));
  await desk.page.getByRole("searchbox").fill("颁奖");
  const tools = desk.page.getByRole("group", { name: "参会: 复制与保存" });
  await tools.getByText("列", { exact: true }).click();
  await tools.getByLabel("类别").uncheck();
  await tools.getByRole("button", { name: "复制" }).click();
  const { text } = await pasted(context, baseURL ?? "");
  expect(text).not.toContain("类别");
  expect(text.split("\r\n")).toHaveLength(1 + (await desk.table("参会").locator("tbody tr").count()));
});

test("chosen rows are copied as cells, by keys and by mouse", async ({ desk, page, context, baseURL }) => {
  await desk.read(example("plain"));
  const clipboard = async () =>
    (await pasted(context, baseURL ?? "")).text.split("\r\n").map((line) => line.split("\t")[0]);
  const button = (name: string) => desk.row("参会", name).getByRole("rowheader").getByRole("button");
  const chosen = desk.table("参会").locator("tr[aria-selected]");
  // The row with the focus.
  await button("昝国梁").click();
  await page.keyboard.press("Control+c");
  await expect(page.getByText("已复制「参会」，1 行")).toBeVisible();
  expect(await clipboard()).toEqual(["昝国梁"]);
  // From it on, and back a little.
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(`Shift+${key}`);
  await expect(chosen).toHaveCount(3);
  await expect(page.getByRole("heading", { name: "参会 17 · 已选 3 行" })).toBeVisible();
  expect(await desk.evidenceText()).toBe("苏明阳");
  await page.keyboard.press("Control+c");
  expect(await clipboard()).toEqual(["昝国梁", "江山", "苏明阳"]);
  expect((await pasted(context, baseURL ?? "")).html).toMatch(/^(?!.*<th).*<td[^>]*>昝国梁</su);
  // By mouse: as far as a row, and one more.
  await button("逄志远").click();
  await expect(chosen).toHaveCount(0);
  await desk
    .row("参会", "昝国梁")
    .getByRole("cell")
    .first()
    .click({ modifiers: ["Shift"] });
  await desk
    .row("参会", "高原")
    .getByRole("cell")
    .first()
    .click({ modifiers: ["Control"] });
  await desk
    .row("参会", "阮佩文")
    .getByRole("cell")
    .first()
    .click({ modifiers: ["Control"] });
  await desk.results.getByRole("button", { name: "复制", exact: true }).nth(1).click();
  expect(await clipboard()).toEqual(["姓名或名称", "逄志远", "昝国梁", "高原"]);
  // All that the filter leaves; Escape chooses none.
  await page.getByRole("searchbox").fill("县委");
  await button("逄志远").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  expect(await clipboard()).toEqual(["逄志远", "阮佩文", "苏明阳", "佘晓岚"]);
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);
});

test("a table is copied as Markdown", async ({ desk, context, baseURL }) => {
  await desk.read(example("plain"));
  await desk.page.getByRole("group", { name: "表彰: 复制与保存" }).getByRole("button", { name: "Markdown" }).click();
  const { text } = await pasted(context, baseURL ?? "");
  expect(text).toMatch(/^\| 荣誉 \| 获得者 \| 类别 \| 数量 \|\n\| --- \| --- \| --- \| ---: \|\n\| /);
});

test("CSV begins with a byte order mark and has all columns", async ({ desk }) => {
  await desk.read(example("plain"));
  const tools = desk.page.getByRole("group", { name: "要求: 复制与保存" });
  const { name, bytes } = await saved(desk, () => tools.getByRole("button", { name: "CSV" }).click());
  expect(name).toMatch(/教育工作表彰大会 要求\.csv$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString("utf8")).toMatch(/^\uFEFF序号,提出人,要点,对象,全文\r\n/);
});

test("JSON is the contract, and its spans slice the pasted text", async ({ desk }) => {
  const text = `😀\r\n${example("plain").replaceAll("\n", "\r\n")}`;
  await desk.read(text);
  const { bytes } = await saved(desk, () => desk.page.getByRole("button", { name: "JSON" }).click());
  const analysis = JSON.parse(bytes.toString("utf8"));
  expect(analysis.schemaVersion).toBe(1);
  const attendees: { name: string; mentions: { start: number; end: number }[] }[] = analysis.reports[0].attendees;
  const [mention] = attendees.find(({ name }) => name === "昝国梁")?.mentions ?? [];
  expect(text.slice(mention?.start, mention?.end)).toBe("昝国梁");
});

test("a workbook has one sheet a table, with all reports", async ({ desk }) => {
  await desk.read(example("several"));
  const { name, bytes } = await saved(desk, () => desk.page.getByRole("button", { name: "XLSX" }).click());
  expect(name).toMatch(/\.xlsx$/);
  const sheets = await readXlsx(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["会议", "参会", "表彰", "要求"]);
  const [columns, ...meetings] = sheets[0]?.data ?? [];
  expect(columns?.slice(0, 5)).toEqual(["报道", "名称", "日期", "标准日期", "地点"]);
  expect(meetings.map(([report, , date]) => [report, date])).toEqual([
    [1, "5月29日"],
    [2, null],
    [3, "10月13日"],
  ]);
  const attendees = sheets[1]?.data ?? [];
  expect(attendees[0]).toEqual(["报道", "姓名或名称", "职务", "参会情况", "类别", "人数", "提及"]);
  const row = attendees.find((cells) => cells[1] === "时建国");
  expect(row?.[0]).toBe(2);
  expect(row?.[2]).toContain("统战部部长");
});

test("a Markdown record holds every table that has rows", async ({ desk }) => {
  await desk.read(example("plain"));
  const { bytes } = await saved(desk, () =>
    desk.results.getByRole("group", { name: "保存", exact: true }).getByRole("button", { name: "Markdown" }).click(),
  );
  const text = bytes.toString("utf8");
  for (const heading of ["# 岚泉县", "## 会议", "## 参会", "## 表彰", "## 要求"]) expect(text).toContain(heading);
});

const sheet = (...cells: (string | number | null)[]): Sheet => ({
  id: "awards",
  title: "t",
  columns: cells.map((_, index) => ({ id: String(index), title: `c${index}` })),
  rows: [{ id: "0", kind: "award", spans: [], cells }],
});

plain("no cell becomes a formula", () => {
  for (const start of ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"]) {
    const words = `${start}1+1`;
    expect(toCsv(sheet(words))).toContain(`'${words}`);
    expect(toTsv(sheet(words))).toContain(`'${words.replace(/[\t\r]/, " ")}`);
    expect(toHtml(sheet(words))).toContain(`'${words}`);
  }
  expect(toCsv(sheet(-5))).toContain("-5");
  expect(toCsv(sheet(-5))).not.toContain("'");
});

plain("no cell of a workbook is a formula", async () => {
  const words = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'];
  const workbook = Buffer.from(await (await toXlsx([sheet(...words, -5)])).arrayBuffer());
  const page = unzipSync(workbook)["xl/worksheets/sheet1.xml"];
  expect(strFromU8(page ?? new Uint8Array())).toMatch(/<c /);
  expect(strFromU8(page ?? new Uint8Array())).not.toMatch(/<f[ >]/);
  const [first] = await readXlsx(workbook);
  expect(first?.data[1]).toEqual([...words, -5]);
});

plain("cells keep their words whatever they hold", () => {
  expect(toCsv(sheet('a"b', "c,d", "e\nf", null))).toContain('"a""b","c,d","e\nf",\r\n');
  expect(toTsv(sheet("a\tb\nc"))).toContain("a b c");
  expect(toMarkdown(sheet("a|b\nc"))).toContain("| a\\|b c |");
  expect(toHtml(sheet("<b>&"))).toContain("&lt;b&gt;&amp;");
  expect(fileName('a/b\\c:d*e?"f<g>h|i\n')).toBe("a_b_c_d_e_f_g_h_i_");
});
