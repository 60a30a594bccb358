// The main job: a report is pasted, its tables appear, and each row leads to its evidence.
import { Desk, example, expect, test } from "./page.ts";

test("a pasted report gives its tables", async ({ desk }) => {
  await desk.read(example("plain"));
  await expect(desk.table("会议")).toContainText("9月9日");
  await expect(desk.row("参会", "阮佩文")).toContainText("县长");
  await expect(desk.row("参会", "阮佩文")).toContainText("主持");
  await expect(desk.row("表彰", "宋小满")).toContainText("最美乡村教师");
  await expect(desk.row("要求", "逄志远")).toBeVisible();
  await expect(desk.results.getByText("人员 12 · 单位和群体 5 · 表彰 8 · 要求 7")).toBeVisible();
  const people = await desk.table("参会").locator("tbody tr").count();
  await expect(desk.page.getByRole("heading", { name: `参会 ${people}`, exact: true })).toBeVisible();
});

test("a click on a row selects its evidence", async ({ desk }) => {
  await desk.read(example("plain"));
  await desk.row("参会", "昝国梁").click();
  await expect(desk.evidence()).toBeInViewport();
  expect(await desk.evidenceText()).toBe("昝国梁");
  await desk.row("表彰", "宋小满").click();
  expect(await desk.evidenceText()).toContain("宋小满");
});

test("a second click leads to the next place", async ({ desk }) => {
  await desk.read(example("plain"));
  const row = desk.row("参会", "逄志远");
  await row.click();
  const first = await desk.evidence().boundingBox();
  await row.click();
  await expect(async () => expect(await desk.evidence().boundingBox()).not.toEqual(first)).toPass();
  expect(await desk.evidenceText()).toBe("逄志远");
});

test("arrow keys walk the rows and show their evidence", async ({ desk, page }) => {
  await desk.read(example("plain"));
  const buttons = desk.table("参会").locator("tbody th button");
  await buttons.first().focus();
  await page.keyboard.press("Enter");
  expect(await desk.evidenceText()).toBe(await buttons.first().textContent());
  await page.keyboard.press("ArrowDown");
  await expect(buttons.nth(1)).toBeFocused();
  expect(await desk.evidenceText()).toBe(await buttons.nth(1).textContent());
  await page.keyboard.press("End");
  await expect(buttons.last()).toBeFocused();
});

for (const [name, before, lineBreak] of [
  ["LF", "", "\n"],
  ["CRLF", "", "\r\n"],
  ["CR", "", "\r"],
  ["an emoji before it", "😀😀\n", "\n"],
  ["an emoji before it and CRLF", "😀 收到\r\n\r\n", "\r\n"],
] as const) {
  test(`evidence is exact with ${name}`, async ({ desk }) => {
    await desk.read(before + example("plain").replaceAll("\n", lineBreak));
    for (const person of ["逄志远", "单立群"]) {
      await desk.row("参会", person).click();
      expect(await desk.evidenceText()).toBe(person);
    }
    await desk.row("要求", "阮佩文").click();
    expect(await desk.evidenceText()).toMatch(/传达/);
  });
}

test("evidence follows what is typed before it", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await desk.editor.press("Control+Home");
  await page.keyboard.insertText("按：");
  await desk.row("参会", "单立群").click();
  expect(await desk.evidenceText()).toBe("单立群");
});

test("a click on a find in the text chooses its row", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.locator(".find.person", { hasText: "昝国梁" }).first().click();
  await expect(desk.row("参会", "昝国梁")).toHaveAttribute("aria-current", "true");
  await expect(desk.row("参会", "昝国梁")).toBeInViewport();
});

test("pointing at a row shows its evidence, and at a find its row, and nothing moves", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await desk.row("参会", "单立群").hover();
  await expect(page.locator(".hint")).toHaveText(["单立群"]);
  await expect(page.locator(".evidence")).toHaveCount(0);
  await page.locator(".find.person", { hasText: "昝国梁" }).first().hover();
  await expect(desk.row("参会", "昝国梁")).toHaveClass(/hinted/);
  await expect(page.locator(".hint")).toHaveCount(0);
  await expect(page.locator("[aria-current='true']")).toHaveCount(0);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(page.locator("tr.hinted")).toHaveCount(0);
});

test("by keyboard the caret leads to the row of the find in which it stands", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await page.locator(".find.person", { hasText: "昝国梁" }).first().click();
  const next = desk.row("参会", "江山");
  for (let step = 0; step < 15 && !(await next.getAttribute("class"))?.includes("hinted"); step++) {
    await page.keyboard.press("ArrowRight");
  }
  await expect(next).toHaveClass(/hinted/);
  await expect(desk.row("参会", "昝国梁")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Alt+Enter");
  await expect(next).toHaveAttribute("aria-current", "true");
  await expect(next).toBeInViewport();
});

test("typing reads the text again", async ({ desk, page }) => {
  await desk.read(example("plain"));
  await desk.editor.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(desk.row("参会", "阮佩文")).toBeVisible();
});

test("several reports on a page stand under tabs", async ({ desk, page }) => {
  await desk.read(example("several"));
  const tabs = page.getByRole("tab");
  await expect(tabs).toHaveCount(4);
  await tabs.nth(1).click();
  await expect(desk.row("参会", "时建国")).toBeVisible();
  await desk.row("参会", "时建国").click();
  expect(await desk.evidenceText()).toBe("时建国");
  await tabs.nth(1).press("ArrowRight");
  await expect(tabs.nth(2)).toBeFocused();
  await expect(tabs.nth(2)).toHaveAttribute("aria-selected", "true");
});

test("a traditional, glossed and torn text gives simplified tables", async ({ desk }) => {
  await desk.read(example("torn"));
  await expect(desk.row("参会", "温如玉")).toContainText("讲话");
  await desk.row("参会", "海明珠").click();
  expect(await desk.evidenceText()).toContain("海明珠");
  await expect(desk.page.locator(".seen")).toContainText("繁体");
});

test("a text that is no report says so and what was seen", async ({ desk, page }) => {
  await desk.paste("今天天气很好，适合散步。");
  await expect(page.getByRole("heading", { name: "没有找到会议报道" })).toBeVisible();
  await expect(page.locator(".state")).toContainText("12 个字符");
});

for (const [name, person] of [
  ["普通报道", "阮佩文"],
  ["繁体、注音、破损", "温如玉"],
  ["一页多篇", "伍月梅"],
] as const) {
  test(`an example is one click away: ${name}`, async ({ desk, page }) => {
    await page.getByRole("button", { name }).click();
    await expect(desk.row("参会", person)).toBeVisible();
  });
}

test("what was found is said to those who do not see it", async ({ desk, page }) => {
  const said = page.locator("#results > [role=status]");
  await expect(said).toHaveText("");
  await desk.read(example("several"));
  await expect(said).toHaveText("找到 3 篇会议报道");
});

test("what was repaired in a torn text is marked there", async ({ desk, page }) => {
  await desk.read(example("torn"));
  await expect(page.locator(".cm-line .repair").first()).toBeVisible();
});

test("two pages with one text each keep their own analysis", async ({ context, page, baseURL }) => {
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(baseURL ?? "");
  await new Desk(page).read(example("plain"));
  await new Desk(other).paste("今天天气很好。");
  await expect(other.getByRole("heading", { name: "没有找到会议报道" })).toBeVisible();
  await expect(new Desk(page).row("参会", "阮佩文")).toBeVisible();
});
