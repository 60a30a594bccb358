// The numbers that Word makes itself: how each format writes them, and which paragraph has which.
import { expect, test as plain } from "@playwright/test";
import type { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import { numberAs } from "../src/in/number-formats.ts";
import { withNumbers } from "../src/in/numbering.ts";
import { docxOf, wordXml } from "./docx.ts";
import { test } from "./page.ts";

const FORMATS: Record<string, Record<number, string>> = {
  decimal: { 1: "1", 12: "12" },
  decimalZero: { 3: "03", 12: "12" },
  decimalFullWidth: { 10: "１０" },
  decimalEnclosedCircle: { 1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51" },
  decimalEnclosedCircleChinese: { 3: "③" },
  decimalEnclosedParen: { 1: "⑴", 20: "⒇", 21: "21" },
  decimalEnclosedFullstop: { 2: "⒉" },
  chineseCounting: { 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 105: "一〇五" },
  chineseCountingThousand: {
    10: "十",
    19: "十九",
    21: "二十一",
    100: "一百",
    101: "一百零一",
    110: "一百一十",
    111: "一百一十一",
    1001: "一千零一",
    1010: "一千零一十",
    9999: "九千九百九十九",
    10000: "10000",
  },
  chineseLegalSimplified: { 1: "壹", 10: "壹拾", 102: "壹佰零贰" },
  japaneseCounting: { 10: "十", 100: "百", 110: "百十", 204: "二百四" },
  ideographDigital: { 1: "一", 10: "一〇", 25: "二五" },
  ideographTraditional: { 1: "甲", 10: "癸", 11: "11" },
  ideographZodiac: { 1: "子", 12: "亥" },
  ideographEnclosedCircle: { 1: "㊀", 10: "㊉" },
  lowerLetter: { 1: "a", 26: "z", 27: "aa", 53: "aaa" },
  upperLetter: { 2: "B", 28: "BB" },
  lowerRoman: { 4: "iv", 1994: "mcmxciv" },
  upperRoman: { 9: "IX", 40: "XL" },
  none: { 5: "" },
  "a format of the future": { 7: "7" },
};

for (const [format, numbers] of Object.entries(FORMATS)) {
  plain(`numbers are written as Word writes them: ${format}`, () => {
    for (const [number, written] of Object.entries(numbers)) expect(numberAs(format, Number(number))).toBe(written);
  });
}

const level = (index: number, format: string, pattern: string, more = ""): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;

const sequence = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;

const list = (id: number, of: number, overrides = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;

const numPr = (id: number | null, at: number | null = 0): string =>
  `<w:numPr>${at === null ? "" : `<w:ilvl w:val="${at}"/>`}${id === null ? "" : `<w:numId w:val="${id}"/>`}</w:numPr>`;

/** A paragraph of a list, or with other properties. */
const item = (properties: string, text = "文"): string =>
  `<w:p><w:pPr>${properties}<w:rPr><w:sz w:val="32"/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

/** The lines of a document's paragraphs, with their numbers. */
function lines(body: string, numbering: string, styles = ""): string[] {
  const document = withNumbers({
    document: wordXml("document", `<w:body>${body}</w:body>`),
    numbering: wordXml("numbering", numbering),
    styles: styles && wordXml("styles", styles),
  });
  return document
    .split("</w:p>")
    .slice(0, -1)
    .map((paragraph) => paragraph.replace(/<[^>]*>/g, ""));
}

const OFFICIAL = [
  sequence(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）", '<w:suff w:val="nothing"/>'),
  ),
  list(1, 0),
].join("");

plain("the levels of an official document, each beginning anew in the one above", () => {
  const levels = [0, 1, 2, 2, 3, 1, 2, 0, 1, 2];
  expect(lines(levels.map((at) => item(numPr(1, at))).join(""), OFFICIAL)).toEqual([
    "一、文",
    "（一）文",
    "1. 文",
    "2. 文",
    "（1）文",
    "（二）文",
    "1. 文",
    "二、文",
    "（一）文",
    "1. 文",
  ]);
});

plain("numbers of several levels, in digits where the level says so", () => {
  const numbering = [
    sequence(
      3,
      level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'),
      level(1, "decimal", "%1.%2", "<w:isLgl/>"),
      level(2, "lowerLetter", "%1-%2-%3)"),
    ),
    list(7, 3),
  ].join("");
  const body = [0, 1, 1, 2, 0, 1].map((at) => item(numPr(7, at))).join("");
  expect(lines(body, numbering)).toEqual(["第一章 文", "1.1 文", "1.2 文", "一-2-a) 文", "第二章 文", "2.1 文"]);
});

plain("lists that count together, and one that begins anew", () => {
  const numbering = [
    sequence(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")),
    list(1, 0),
    list(2, 0),
    list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    list(4, 0, `<w:lvlOverride w:ilvl="0">${level(0, "upperRoman", "%1)")}</w:lvlOverride>`),
  ].join("");
  const body = [1, 2, 3, 3, 1, 4].map((id) => item(numPr(id))).join("");
  expect(lines(body, numbering)).toEqual(["1. 文", "2. 文", "5. 文", "6. 文", "7. 文", "VIII) 文"]);
});

plain("levels that go on where others begin anew", () => {
  const numbering = [
    sequence(
      0,
      level(0, "decimal", "%1."),
      level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>'),
      level(2, "lowerLetter", "%3.", '<w:lvlRestart w:val="1"/>'),
    ),
    list(1, 0),
  ].join("");
  const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => item(numPr(1, at))).join("");
  expect(lines(body, numbering)).toEqual([
    "1. 文",
    "（1）文",
    "a. 文",
    "（2）文",
    "b. 文",
    "2. 文",
    "（3）文",
    "a. 文",
  ]);
});

plain("what has no number: bullets, lists that are unknown or switched off, other paragraphs", () => {
  const numbering = OFFICIAL + sequence(1, level(0, "bullet", "•")) + list(2, 1);
  const body = [
    item(numPr(2)),
    item(numPr(9)),
    item(numPr(0)),
    item(""),
    "<w:p/>",
    "<w:p><w:r><w:t>文</w:t></w:r></w:p>",
  ];
  expect(lines(body.join(""), numbering)).toEqual(["文", "文", "文", "文", "文"]);
});

plain("numbers that come from styles, those they are based on, and numbering styles", () => {
  const styled = (id: string, content: string, type = "paragraph"): string =>
    `<w:style w:type="${type}" w:styleId="${id}">${content}</w:style>`;
  const styles = [
    styled("Heading1", `<w:pPr>${numPr(1, null)}</w:pPr>`),
    styled("Heading2", '<w:basedOn w:val="Heading1"/>'),
    styled("Own", `<w:basedOn w:val="Heading1"/><w:pPr>${numPr(0, null)}</w:pPr>`),
    styled("Round", '<w:basedOn w:val="Round"/>'),
    styled("Outline", `<w:pPr>${numPr(1, null)}</w:pPr>`, "numbering"),
  ].join("");
  const numbering = [
    sequence(
      0,
      level(0, "decimal", "%1.", '<w:pStyle w:val="Heading1"/>'),
      level(1, "decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>'),
    ),
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Outline"/></w:abstractNum>',
    list(1, 0),
    list(2, 1),
  ].join("");
  const styleOf = (id: string): string => `<w:pStyle w:val="${id}"/>`;
  const body = [
    item(styleOf("Heading1")),
    item(styleOf("Heading2")),
    item(styleOf("Own")),
    item(styleOf("Round")),
    item(styleOf("Heading2") + numPr(0)),
    item(numPr(2)),
  ];
  expect(lines(body.join(""), numbering, styles)).toEqual(["1. 文", "1.1 文", "文", "文", "文", "2. 文"]);
});

plain("a style that all other paragraphs have", () => {
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr>${numPr(1)}</w:pPr></w:style>`;
  expect(lines(`<w:p><w:r><w:t>文</w:t></w:r></w:p>${item("")}<w:p></w:p>`, OFFICIAL, styles)).toEqual([
    "一、文",
    "二、文",
    "三、",
  ]);
});

plain("what was changed while changes are tracked, and what stands twice for other programs, is counted once", () => {
  const before = `<w:pPrChange><w:pPr>${numPr(1)}</w:pPr></w:pPrChange>`;
  const box = (text: string): string => `<w:txbxContent>${item(numPr(1), text)}</w:txbxContent>`;
  const twice = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box("不")}</mc:Choice><mc:Fallback>${box("框")}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const deleted = `<w:p><w:pPr>${numPr(1)}<w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>删</w:t></w:r></w:p>`;
  const body = [item(before), twice, deleted, item(numPr(1))].join("");
  expect(lines(body, OFFICIAL).filter(Boolean)).toEqual(["文", "不", "一、框", "删", "二、文"]);
});

test("the demands of a Word file have the numbers that Word gives them, and its notes stand at the end", async ({
  desk,
}) => {
  const text = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const body = [
    text("青禾县护林工作会议召开"),
    `<w:p><w:r><w:t>5月6日，青禾县护林工作会议在县政府召开。县长林知远主持会议并强调：</w:t></w:r>${note}</w:p>`,
    item(numPr(1), "要压实护林责任。"),
    item(numPr(1, 1), "每个村组都要有护林员。"),
    item(numPr(1), "要加强火源管控。"),
  ].join("");
  const parts = {
    document: wordXml("document", `<w:body>${body}</w:body>`),
    numbering: wordXml("numbering", OFFICIAL),
    footnotes: wordXml("footnotes", `<w:footnote w:id="2">${text("县林业局整理。")}</w:footnote>`),
  };
  await desk.page
    .locator("input[type=file]")
    .setInputFiles({ name: "纪要.docx", mimeType: "", buffer: Buffer.from(docxOf(parts)) });
  await expect(desk.row("要求", "要压实护林责任")).toBeVisible();
  const value = await desk.page.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value);
  expect(value.split("\n").slice(2)).toEqual([
    "一、要压实护林责任。",
    "（一）每个村组都要有护林员。",
    "二、要加强火源管控。",
    "县林业局整理。",
  ]);
  await expect(desk.row("要求", "要加强火源管控")).toContainText("2");
});
