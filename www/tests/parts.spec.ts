// Parts of the page that come when they are first used.
import { example, expect, holdRequests, test } from "./page.ts";

test("what is used later is loaded then: the search, the comparison, the keys", async ({ page, desk }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const parts = () => asked.flatMap((url) => /\/(search|jiyao-\w+)-[^/]*\.js$/.exec(url)?.[1] ?? []);
  await expect(desk.editor).toBeVisible();
  expect(parts()).toEqual([]);
  await desk.read(example("plain"));
  await expect.poll(parts).toEqual(["search"]);
  await page.getByRole("button", { name: "快捷键" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(parts()).toEqual(["search", "jiyao-shortcuts"]);
});

test("who searches before that is loaded searches as soon as it is, and writes nothing into the text", async ({
  page,
  desk,
}) => {
  const load = await holdRequests(page, "**/search-*.js");
  const asked = page.waitForRequest("**/search-*.js");
  await desk.read(example("plain"));
  await asked;
  await page.keyboard.press("Control+f");
  await page.keyboard.type("a");
  await expect(desk.editor).not.toContainText("a");
  load();
  await expect(page.locator(".cm-search")).toBeVisible();
  await page.keyboard.type("县委");
  await page.keyboard.press("Enter");
  await expect(page.locator(".cm-searchMatch").first()).toBeVisible();
});

test("a view that comes late does not take the place of one that was chosen since", async ({ page, desk }) => {
  const load = await holdRequests(page, "**/jiyao-clean-*.js");
  const asked = page.waitForRequest("**/jiyao-clean-*.js");
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "净文" }).click();
  await asked;
  await page.getByRole("button", { name: "要点表" }).click();
  const came = page.waitForResponse("**/jiyao-clean-*.js");
  load();
  await (await came).finished();
  await page.waitForFunction(() => customElements.get("jiyao-clean"));
  await expect(page.getByRole("button", { name: "要点表" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "净文" })).toHaveAttribute("aria-pressed", "false");
});

test.describe("without it", () => {
  test.use({ allowed: /Failed to load resource/ });

  test("a search that cannot be loaded is said to be so", async ({ page, desk }) => {
    await page.route("**/search-*.js", (route) => route.abort());
    await desk.read(example("plain"));
    await page.keyboard.press("Control+f");
    await expect(page.getByText("出错了").first()).toBeVisible();
  });
});
