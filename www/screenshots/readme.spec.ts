// Each picture shows an invented example that the page itself offers.
import { expect, type Page, test } from "@playwright/test";

async function open(page: Page, example: string): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: example, exact: true }).click();
  await expect(page.locator("jiyao-results")).toBeVisible();
}

async function take(page: Page, name: string): Promise<void> {
  // Neither a caret nor what the mouse stands on.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `../docs/screenshots/${name}.png`, animations: "disabled", caret: "hide" });
}

test("light: a report, its tables, and the evidence of a row", async ({ page }) => {
  await open(page, "普通报道");
  await page.getByRole("button", { name: "昝国梁", exact: true }).click();
  await take(page, "light");
});

test.describe("dark", () => {
  test.use({ colorScheme: "dark" });
  test("dark: a torn text, and what was read of it", async ({ page }) => {
    await open(page, "繁体、注音、破损");
    await page.getByRole("button", { name: "净文" }).click();
    await page.locator("jiyao-clean li").nth(2).click();
    await take(page, "dark");
  });
});

test.describe("phone", () => {
  test.use({ viewport: { width: 375, height: 760 }, deviceScaleFactor: 2, hasTouch: true });
  test("phone: the text stays in sight above its tables", async ({ page }) => {
    await open(page, "普通报道");
    await page.getByRole("button", { name: "宋小满", exact: true }).first().click();
    await take(page, "phone");
  });
});
