// What comes in as files: their encodings, their kinds, and those that cannot be read.
import type { JiyaoAnalyzer } from "../src/analyzer/jiyao-analyzer.ts";
import { docx, escaped } from "./docx.ts";
import { choose, pairwise, upload } from "./files.ts";
import { type Desk, example, expect, test } from "./page.ts";

const gbk = (text: string): Uint8Array => pairwise("gbk", text);

/** A character that GB 18030 writes in four bytes. */
function fourBytes(char: string): number[] {
  let rest = (char.codePointAt(0) ?? 0) - 0x10000 + 189_000;
  const digit = (base: number): number => {
    const value = rest % base;
    rest = Math.floor(rest / base);
    return value;
  };
  const [fourth, third, second] = [digit(10), digit(126), digit(10)];
  return [0x81 + rest, 0x30 + second, 0x81 + third, 0x30 + fourth];
}

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

const page = (text: string, charset = "utf-8"): string =>
  `<!doctype html><html><head><meta charset="${charset}"><title>标题栏</title><style>p{color:red}</style></head><body><nav>首页</nav>${text
    .split("\n")
    .map((line) => `<p>${escaped(line)}</p>`)
    .join("\n")}<script>alert("不该出现")</script></body></html>`;

const text = example("plain");

for (const [name, file] of Object.entries({
  "UTF-8": upload("a.txt", text),
  "UTF-8 with a byte order mark": upload("a.txt", `\uFEFF${text}`),
  Markdown: upload("a.md", text, "text/markdown"),
  "UTF-16, little end first": upload("a.txt", utf16(text, false)),
  "UTF-16, big end first": upload("a.txt", utf16(text, true)),
  GBK: upload("a.txt", gbk(text)),
  "a web page": upload("a.html", page(text), "text/html"),
  "a web page in GBK": upload("a.htm", gbk(page(text, "gbk")), "text/html"),
  "a Word file": upload(
    "a.docx",
    docx(text),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ),
})) {
  test(`a file is read: ${name}`, async ({ desk }) => {
    await choose(desk, file);
    await expect(desk.row("参会", "阮佩文")).toBeVisible();
    await expect(desk.editor).not.toContainText("不该出现");
    await desk.row("参会", "单立群").click();
    expect(await desk.evidenceText()).toBe("单立群");
  });
}

const lines = (desk: Desk): Promise<string[]> =>
  desk.page.locator("jiyao-analyzer").evaluate((analyzer) => (analyzer as JiyaoAnalyzer).value.split("\n"));

test("lines and cells of a Word file stay apart", async ({ desk }) => {
  const report = text.trim().replaceAll("\n", "\v");
  const table = [
    ["姓名", "职务"],
    ["林知远", "县长"],
    ["一、\n二、", "旁边"],
  ];
  await choose(desk, upload("换行.docx", docx(`题目\n${report}`, table)));
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  const expected = ["题目", ...text.trim().split("\n"), "姓名\t职务", "林知远\t县长", "一、", "二、", "旁边"];
  expect(await lines(desk)).toEqual(expected);
});

test("a web page as they are found, with styles everywhere, is read without a word in the console", async ({
  desk,
}) => {
  const page = `<html xmlns:o="urn:office"><head><style>p { color: red }</style></head><body style="margin: 0">
    <p class='a'style='mso-list: l0'>青禾县护林工作会议召开<o:p></o:p></p><p hidden>看不见</p>
    <table STYLE = "width: 1px"><tr><th>姓名</th><th>职务</th></tr><tr><td><p style="x">林知远</p></td><td> <div>县长</div> </td></tr></table>
    <table><tr><td><p>5月6日，青禾县护林工作会议在县政府召开。</p><p>县长林知远主持会议。</p></td></tr></table>
    <p>写成 style="x" 的字</p></body></html>`;
  await choose(desk, upload("网页.html", page, "text/html"));
  await expect(desk.row("参会", "林知远")).toContainText("主持");
  expect(await lines(desk)).toEqual([
    "青禾县护林工作会议召开",
    "姓名\t职务",
    "林知远\t县长",
    "5月6日，青禾县护林工作会议在县政府召开。",
    "县长林知远主持会议。",
    '写成 style="x" 的字',
  ]);
});

test("a file in GB 18030 keeps its rare characters", async ({ desk, page }) => {
  const [before, after] = ["青禾县护林会议召开\n5月6日，青禾县护林会议召开，县长林", "禾主持会议。"];
  const bytes = Buffer.concat([gbk(before), Buffer.from(fourBytes("𠮷")), gbk(after)]);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "打开文件" }).click();
  await (await chooser).setFiles([upload("一.txt", bytes), upload("二.txt", text)]);
  await expect(desk.row("参会", "林𠮷禾")).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "文稿" }).getByRole("button", { name: "二.txt", exact: true }),
  ).toBeVisible();
});

for (const encoding of ["big5", "gbk"] as const) {
  test(`a traditional text is read: ${encoding}`, async ({ desk }) => {
    const report =
      "青禾縣護林工作會議召開\n5月6日，青禾縣護林工作會議在縣政府召開。縣長林知遠主持會議，縣林業局局長歐陽啟文講話。";
    await choose(desk, upload("會.txt", pairwise(encoding, report)));
    await expect(desk.editor).toContainText("縣林業局局長歐陽啟文講話。");
    await expect(desk.row("参会", "林知远")).toContainText("主持");
  });
}

test("many files are dropped at once, and a folder among them says what to do", async ({ desk, page }) => {
  await expect(desk.editor).toBeVisible();
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    for (let index = 1; index <= 30; index++) transfer.items.add(new File([content], `${index}.txt`));
    // A folder is a file of no kind that cannot be read.
    const folder = new File([], "文件夹");
    folder.arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError"));
    const files = [...transfer.files, folder];
    Object.defineProperty(transfer, "files", { value: files });
    return transfer;
  }, text);
  await desk.editor.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByRole("navigation", { name: "文稿" }).getByRole("listitem")).toHaveCount(30);
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([/^文件夹：打不开.*请选里面的文件/]);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("several files stand in a list; one that cannot be read says why", async ({ desk, page }) => {
  await choose(
    desk,
    upload("一.txt", text),
    upload("二.txt", example("several")),
    upload("图.png", "x", "image/png"),
    upload("坏.docx", "not a zip"),
    upload("空.txt", " \n"),
    upload("程序.txt", Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 32))),
  );
  const problems = page.getByRole("alert").getByRole("listitem");
  await expect(problems).toHaveText([
    /^图\.png：不认识.*另存为 \.docx/,
    /^坏\.docx：打不开.*另存一份再试/,
    /^空\.txt：里面没有文字.*粘贴到这里/,
    /^程序\.txt：里面不是文字.*另存为/,
  ]);
  await page.getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  const list = page.getByRole("navigation", { name: "文稿" });
  await list.getByRole("button", { name: "二.txt", exact: true }).click();
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  // Nothing of the other document comes back by undo.
  await desk.editor.press("Control+z");
  await expect(desk.editor).toContainText("伍月梅");
  await page.reload();
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await list.getByRole("button", { name: "移除：二.txt" }).click();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(list).toBeHidden();
});

test("a document that was put away comes back with what was mended in it", async ({ desk, page }) => {
  await choose(desk, upload("一.txt", text), upload("二.txt", example("several")));
  await desk.row("参会", "昝国梁").getByRole("rowheader").getByRole("button").focus();
  await page.keyboard.press("Delete");
  await expect(desk.row("参会", "昝国梁")).toHaveCount(0);
  const list = page.getByRole("navigation", { name: "文稿" });
  await list.getByRole("button", { name: "移除：一.txt" }).press("Enter");
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  await expect(list).toBeHidden();
  await expect(desk.editor).toBeFocused();
  await expect(page.locator("footer")).toContainText("已移除：一.txt");
  await page.locator("footer").getByRole("button", { name: "撤销" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(desk.row("参会", "昝国梁")).toHaveCount(0);
  await expect(page.locator("footer").getByRole("button", { name: "撤销" })).toBeHidden();
  // One among several: the focus stays in the list.
  await page.getByRole("button", { name: "新建" }).click();
  await list.getByRole("button", { name: "移除：二.txt" }).press("Enter");
  await expect(list.getByRole("button", { name: "未命名", exact: true })).toBeFocused();
});

test("reports are pasted one after another, each a document of its own", async ({ desk, page }) => {
  await desk.read(text);
  await desk.editor.press("Escape");
  await page.keyboard.press("n");
  await expect(desk.editor).toBeFocused();
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  await desk.paste(example("several"));
  await expect(desk.row("参会", "伍月梅")).toBeVisible();
  const list = page.getByRole("navigation", { name: "文稿" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  // A blank one is there already: no second is made.
  await page.getByRole("button", { name: "新建" }).click();
  await page.getByRole("button", { name: "新建" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await list.getByRole("button", { name: /^岚泉县/ }).click();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await page.reload();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(3);
});

test("files are dropped anywhere on the page", async ({ desk, page }) => {
  await expect(desk.editor).toBeVisible();
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "拖.txt", { type: "text/plain" }));
    return transfer;
  }, text);
  await desk.editor.dispatchEvent("dragenter", { dataTransfer: dropped });
  await expect(page.getByText("松开鼠标")).toBeVisible();
  await desk.editor.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("松开鼠标")).toBeHidden();
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(desk.editor.getByText("岚泉县召开庆祝第35个教师节")).toHaveCount(1);
});

test("a rich paste loses its markup and keeps its paragraphs", async ({ desk }) => {
  await desk.editor.evaluate((element, html) => {
    const transfer = new DataTransfer();
    transfer.setData("text/html", html);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, page(text));
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
  await expect(desk.page.locator(".cm-line", { hasText: "9月9日上午" })).toHaveCount(1);
});
