// The analyzer of one site in a frame on another: what they say to each other, and who is not heard.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allowedOrigins, read } from "../../src/embed/messages.ts";
import { type Content, ROOT, type Site, STRICT } from "./server.ts";
import { expect, test } from "./site.ts";

const JIYAO: Content = { "/": { folder: "www/dist" } };
/** What the build asks servers of the frame to send. */
const POLICY = /Content-Security-Policy: (.*)/.exec(readFileSync(join(ROOT, "www/dist/_headers"), "utf8"))?.[1] ?? "";

/** How the example's script names its own origin. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the script
const OWN = "${location.origin}";

/** The example's page, with a frame of this site; for the page's own origin unless another or none is named. */
function around(jiyao: Site, origin = OWN): Content {
  const script = readFileSync(join(ROOT, "examples/iframe/main.js"), "utf8");
  const address = `${jiyao.url}embed.html${origin ? `?origin=${origin}` : ""}`;
  return {
    "/main.js": { text: script.replace(`https://jiyao.example/embed.html?origin=${OWN}`, address) },
    "/": { folder: "examples/iframe" },
  };
}

const framing = (jiyao: Site): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${jiyao.url}`;
const originOf = (site: Site): string => new URL(site.url).origin;

test("a page gives a text to the frame and gets its analysis", async ({ page, open }) => {
  const jiyao = await open(JIYAO, POLICY);
  const site = await open(around(jiyao), framing(jiyao));
  await page.goto(site.url);
  await expect(page.locator("#names")).toHaveText("林知远");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("table", { name: /^参会/ })).toContainText("县长");
  await expect(frame.getByRole("table")).toHaveCount(2);
  await expect(frame.getByText(`这里的结果会交给 ${originOf(site)}`)).toBeVisible();
  // What a person changes in the frame is told too.
  await frame.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("5月7日，青禾县安全生产会议召开。县长昝国梁主持会议。");
  await expect(page.locator("#names")).toHaveText("昝国梁");
  await frame.locator(".cm-content").fill("");
  await expect(page.locator("#names")).toHaveText("");
});

test.describe("in a sandbox", () => {
  // Chromium always says so.
  test.use({ allowed: /can escape its sandboxing/ });
  test("a frame does all that it does elsewhere", async ({ page, open }) => {
    const jiyao = await open(JIYAO, POLICY);
    const content = around(jiyao);
    const html = readFileSync(join(ROOT, "examples/iframe/index.html"), "utf8");
    const [, sandbox] = /`sandbox` needs `([^`]*)`/.exec(readFileSync(join(ROOT, "docs/embedding.md"), "utf8")) ?? [];
    const text = html.replace("<iframe", `<iframe sandbox="${sandbox}"`);
    const site = await open(
      { "/main.js": content["/main.js"] as { text: string }, "/index.html": { text }, ...content },
      framing(jiyao),
    );
    await page.goto(`${site.url}index.html`);
    await expect(page.locator("#names")).toHaveText("林知远");
    const frame = page.frameLocator("iframe");
    const saved = page.waitForEvent("download");
    await frame.getByRole("button", { name: "XLSX" }).click();
    await saved;
    await frame.getByRole("button", { name: "复制" }).first().click();
    await expect(frame.locator(".told")).toContainText("已复制");
    await frame.getByRole("button", { name: "林知远" }).first().click();
    await frame.getByRole("button", { name: "修改", exact: true }).first().click();
    const name = frame.getByRole("textbox", { name: "姓名或名称" });
    await expect(name).toBeFocused();
    await name.fill("昝国梁");
    await frame.getByRole("button", { name: "保存" }).click();
    await expect(page.locator("#names")).toHaveText("昝国梁");
  });
});

test.describe("a page that is not named", () => {
  for (const [who, origin] of [
    ["another is", "https://other.example"],
    ["nobody is", ""],
  ] as const) {
    test(`is neither heard nor told: ${who}`, async ({ page, open }) => {
      const jiyao = await open(JIYAO, POLICY);
      const site = await open(around(jiyao, origin), framing(jiyao));
      // Before the page itself can say anything.
      await page.addInitScript(() => {
        const told: unknown[] = [];
        Object.assign(window, { told });
        addEventListener("message", ({ data }) => told.push(data));
      });
      await page.goto(site.url);
      const frame = page.frameLocator("iframe");
      await frame.locator(".cm-content").click();
      await page.evaluate(() => {
        const { contentWindow } = document.querySelector("iframe") as HTMLIFrameElement;
        contentWindow?.postMessage({ jiyao: 1, type: "set", value: "forced" }, "*");
      });
      await page.keyboard.insertText("5月7日，青禾县安全生产会议召开。县长昝国梁主持会议。");
      await expect(frame.getByRole("table", { name: /^参会/ })).toContainText("昝国梁");
      await expect(frame.locator(".cm-content")).not.toContainText("forced");
      expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
    });
  }
});

test("what is no message is answered with a reason", async ({ page, open }) => {
  const jiyao = await open(JIYAO, POLICY);
  const site = await open(around(jiyao), framing(jiyao));
  await page.goto(site.url);
  await expect(page.locator("#names")).toHaveText("林知远");
  for (const message of [
    { jiyao: 2, type: "hello" },
    { jiyao: 1, type: "dance" },
    { jiyao: 1, type: "set", value: 5 },
    null,
  ]) {
    const answer = await page.evaluate((message) => {
      // The example writes errors to the console.
      console.error = () => {};
      return new Promise((resolve) => {
        addEventListener("message", ({ data }) => resolve(data), { once: true });
        (document.querySelector("iframe") as HTMLIFrameElement).contentWindow?.postMessage(message, "*");
      });
    }, message);
    expect(answer).toMatchObject({ jiyao: 1, type: "error", code: "invalid-message" });
  }
});

test("the tests run under the policies that the documentation asks for", () => {
  const text = readFileSync(join(ROOT, "docs/embedding.md"), "utf8");
  const [, asked] = /^ {4}(default-src .*)$/m.exec(text) ?? [];
  // What else is forbidden makes it only stricter.
  expect(STRICT).toBe(`${asked}; base-uri 'none'; form-action 'none'`);
});

test("only whole origins are allowed", () => {
  const search =
    "?origin=https://a.example&origin=*&origin=null&origin=https://b.example/path&origin=https://*.example&origin=ftp://c.example&origin=";
  expect([...allowedOrigins(search)]).toEqual(["https://a.example"]);
});

test("messages are read strictly", () => {
  expect(read({ jiyao: 1, type: "set", value: "", readonly: true })).toEqual({
    jiyao: 1,
    type: "set",
    value: "",
    readonly: true,
  });
  for (const wrong of [
    undefined,
    "hello",
    [],
    { type: "hello" },
    { jiyao: "1", type: "hello" },
    { jiyao: 1, type: "set", innerHTML: "" },
    { jiyao: 1, type: "set", toString: "" },
    { jiyao: 1, type: "set", value: null },
    { jiyao: 1, type: "set", readonly: "true" },
    { jiyao: 1, type: "set", theme: "blue" },
    { jiyao: 1, type: "set", tables: "x" },
    { jiyao: 1, type: "set", tables: ["awards"] },
    { jiyao: 1, type: "set", lexicon: null },
    { jiyao: 1, type: "set", lexicon: {} },
    { jiyao: 1, type: "set", lexicon: { entries: [null] } },
    { jiyao: 1, type: "set", lexicon: { entries: [{ word: "楼栋长", kind: "cat" }] } },
  ]) {
    expect(typeof read(wrong), JSON.stringify(wrong)).toBe("string");
  }
  const lexicon = { entries: [{ word: "楼栋长", kind: "post" }] };
  const all = { jiyao: 1, type: "set", lang: "zh-TW", theme: "dark", tables: "awards  meeting", lexicon };
  expect(read(all)).toEqual(all);
  expect(read({ jiyao: 1, type: "set", tables: "" })).toEqual({ jiyao: 1, type: "set", tables: "" });
});
