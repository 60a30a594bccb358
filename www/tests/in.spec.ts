// What comes in by hand: from the clipboard of another program, by keys, and through an input method.
import type { BrowserContext, Page } from "@playwright/test";
import { example, expect, test } from "./page.ts";

/** Copies all that another page shows. */
async function copied(context: BrowserContext, html: string): Promise<void> {
  const other = await context.newPage();
  await other.setContent(html);
  await other.keyboard.press("Control+a");
  await other.keyboard.press("Control+c");
  await other.close();
}

const lines = (page: Page) => page.locator(".cm-line");

test("what was copied on a web page is pasted with its paragraphs and without its markup", async ({
  context,
  desk,
  page,
}) => {
  const paragraphs = example("plain").trim().split("\n");
  const html = paragraphs.map((words) => `<p style="color: red"><b>${words.slice(0, 2)}</b>${words.slice(2)}</p>`);
  await copied(context, `<article>${html.join("")}<script>document.title = "no"</script></article>`);
  await desk.editor.press("Control+v");
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
  // A web page shows a row of spaces as one.
  const shown = (words: string[]): string[] => words.map((line) => line.trim().replace(/ +/g, " ")).filter(Boolean);
  expect(shown(await lines(page).allTextContents())).toEqual(shown(paragraphs));
  await expect(desk.editor.locator("b, script, [style*=red]")).toHaveCount(0);
  await desk.row("参会", "昝国梁").click();
  expect(await desk.evidenceText()).toBe("昝国梁");
  // One paste is undone at once.
  await desk.editor.press("Control+z");
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
});

test("a part is pasted into a text, and the rest stays", async ({ context, desk }) => {
  await desk.read(example("plain"));
  await copied(context, "<p>县民政局局长范仲禾列席会议。</p>");
  await desk.editor.press("Control+End");
  await desk.editor.press("Control+v");
  await expect(desk.row("参会", "范仲禾")).toContainText("县民政局局长");
  await expect(desk.row("参会", "昝国梁")).toBeVisible();
});

test("a report is typed key by key", async ({ desk, page }) => {
  await desk.editor.click();
  await page.keyboard.type("青禾县护林工作会议召开\n5月6日，青禾县护林工作会议在县政府召开。县长林知远主持会议。");
  await expect(desk.row("参会", "林知远")).toContainText("主持");
  await expect(lines(page)).toHaveCount(2);
});

test("an input method composes words amid a text that is read", async ({ desk, page, context }) => {
  await desk.read(example("plain"));
  await desk.editor.press("Control+End");
  const session = await context.newCDPSession(page);
  for (const composed of ["x", "xian", "县长"]) {
    await session.send("Input.imeSetComposition", {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
    // Long enough for the text to be read meanwhile.
    await page.waitForTimeout(400);
  }
  await session.send("Input.insertText", { text: "县长" });
  await expect(lines(page).last()).toHaveText(/^县长$|王一凡县长$/);
  await desk.row("参会", "单立群").click();
  expect(await desk.evidenceText()).toBe("单立群");
});
