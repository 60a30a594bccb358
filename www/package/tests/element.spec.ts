// The elements on a page of somebody else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Content, ROOT, STRICT } from "./server.ts";
import { expect, test } from "./site.ts";

const REPORT = "5月6日，青禾县防汛工作会议召开。县长林知远主持会议。林知远强调，一是要把隐患排查落实到每个村组。";

/** A page with these elements on it. */
const siteWith = (body: string, head = ""): Content => ({
  "/jiyao/": { folder: "dist" },
  "/hostile.css": { folder: "www/package/tests/hostile.css" },
  "/": {
    text: `<!doctype html><html lang="zh-Hans"><title>Site</title>${head}
      <script type="module" src="jiyao/element.js"></script><body>${body}</body></html>`,
  },
});

/** Waits for an event of the analyzer and gives its detail. */
function told<Detail>(page: Page, type: string): Promise<Detail> {
  return page.evaluate(
    (type) =>
      new Promise<Detail>((resolve) =>
        document.addEventListener(type, (event) => resolve((event as CustomEvent).detail), { once: true }),
      ),
    type,
  );
}

const table = (page: Page, name: string) => page.getByRole("table", { name: new RegExp(`^${name}`) });

test("a value gives an analysis, as an event and as tables; a new one another", async ({ page, open }) => {
  await page.goto((await open(siteWith("<jiyao-analyzer></jiyao-analyzer>"))).url);
  const analysis = told<{ schemaVersion: number; reports: object[] }>(page, "jiyao-analysis");
  await page.evaluate((text) => {
    document.querySelector("jiyao-analyzer")?.setAttribute("value", text);
  }, REPORT);
  expect(await analysis).toMatchObject({ schemaVersion: 1, reports: [{ attendees: [{ name: "林知远" }] }] });
  await expect(table(page, "参会")).toContainText("林知远");
  await page.evaluate(
    (text) => {
      (document.querySelector("jiyao-analyzer") as unknown as { value: string }).value = text;
    },
    REPORT.replaceAll("林知远", "昝国梁"),
  );
  await expect(table(page, "参会")).toContainText("昝国梁");
});

test("lang, theme, readonly and tables are heeded, also when they change", async ({ page, open }) => {
  const body = `<jiyao-analyzer lang="zh-TW" theme="dark" readonly tables="attendees directives" value="${REPORT}"></jiyao-analyzer>`;
  await page.goto((await open(siteWith(body))).url);
  await expect(table(page, "與會")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(2);
  await expect(page.locator(".cm-content")).toHaveAttribute("aria-readonly", "true");
  const scheme = () => page.locator("jiyao-analyzer").evaluate((element) => getComputedStyle(element).colorScheme);
  expect(await scheme()).toBe("dark");
  await page.evaluate(() => {
    const element = document.querySelector("jiyao-analyzer");
    element?.setAttribute("lang", "en");
    element?.setAttribute("theme", "light");
    element?.setAttribute("tables", "meeting");
    element?.removeAttribute("readonly");
  });
  await expect(table(page, "Meeting")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(1);
  await expect(page.locator(".cm-content")).not.toHaveAttribute("aria-readonly", "true");
  expect(await scheme()).toBe("light");
});

test("a lexicon as JSON wins; one that is none is told as an error", async ({ page, open }) => {
  const lexicon = JSON.stringify({ entries: [{ word: "林知远", kind: "notName" }] });
  await page.goto((await open(siteWith("<jiyao-analyzer></jiyao-analyzer>"))).url);
  const analysis = told<{ reports: { attendees: object[] }[] }>(page, "jiyao-analysis");
  await page.evaluate(
    ([lexicon, text]) => {
      const element = document.querySelector("jiyao-analyzer");
      element?.setAttribute("lexicon", lexicon);
      element?.setAttribute("value", text);
    },
    [lexicon, REPORT] as const,
  );
  expect((await analysis).reports[0]?.attendees).toEqual([]);
  const error = told<{ code: string; message: string }>(page, "jiyao-error");
  await page.evaluate(() => document.querySelector("jiyao-analyzer")?.setAttribute("lexicon", "not JSON"));
  expect(await error).toMatchObject({ code: "invalid-argument", message: expect.stringContaining("lexicon") });
  await expect(page.getByRole("alert")).toContainText("lexicon");
});

test("moved to another place while it reads, the element goes on there", async ({ page, open }) => {
  await page.goto(
    (await open(siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer><div id="other"></div>`))).url,
  );
  await page.evaluate(() => {
    document.querySelector("#other")?.append(document.querySelector("jiyao-analyzer") as Element);
  });
  await expect(page.locator("#other").getByRole("table", { name: /^参会/ })).toContainText("林知远");
});

test("a second copy of the package does no harm", async ({ page, open }) => {
  const content = { "/copy/": { folder: "dist" }, ...siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`) };
  await page.goto((await open(content)).url);
  await page.evaluate(() => import("/copy/element.js" as string));
  await expect(table(page, "参会")).toContainText("林知远");
});

test("slots show what the page puts into them", async ({ page, open }) => {
  const body = '<jiyao-analyzer><b slot="empty">Ask Ms Zan for a report</b><i slot="tools">Help</i></jiyao-analyzer>';
  await page.goto((await open(siteWith(body))).url);
  await expect(page.getByText("Ask Ms Zan for a report")).toBeVisible();
  await expect(page.getByText("Help", { exact: true })).toBeVisible();
});

test("a page's hostile styles do not get in, and none get out", async ({ page, open }) => {
  const body = `<p id="own">Own words</p><jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`;
  const site = await open(siteWith(body, '<link rel="stylesheet" href="hostile.css">'));
  const look = async (): Promise<object> => {
    await expect(table(page, "参会")).toContainText("林知远");
    return page.evaluate(() => {
      const { renderRoot } = document.querySelector("jiyao-analyzer") as unknown as { renderRoot: ShadowRoot };
      const results = renderRoot.querySelector("jiyao-results") as unknown as { renderRoot: ShadowRoot };
      const inner = results.renderRoot.querySelectorAll("jiyao-table")[1] as unknown as { renderRoot: ShadowRoot };
      const cells = [renderRoot.querySelector(".seen"), ...inner.renderRoot.querySelectorAll("td, th, button")];
      return cells.map((cell) => {
        const style = getComputedStyle(cell as Element);
        const { color, fontFamily, fontSize, letterSpacing, lineHeight, textAlign, textTransform, direction } = style;
        return { color, fontFamily, fontSize, letterSpacing, lineHeight, textAlign, textTransform, direction };
      });
    });
  };
  await page.goto(site.url);
  const beset = await look();
  await page.evaluate(() => document.querySelector("link[rel=stylesheet]")?.remove());
  expect(beset).toEqual(await look());
  // And the other way: a page without styles of its own looks as it would without the element.
  const own = () =>
    page.locator("#own").evaluate((element) => {
      const { color, fontFamily, fontSize, margin } = getComputedStyle(element);
      return { color, fontFamily, fontSize, margin };
    });
  const beside = await own();
  await page.evaluate(() => document.querySelector("jiyao-analyzer")?.remove());
  expect(beside).toEqual(await own());
});

test("parts and properties of the look reach what they are for", async ({ page, open }) => {
  const style = { "/look.css": { folder: "www/package/tests/look.css" } };
  const content = {
    ...style,
    ...siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`, '<link rel="stylesheet" href="look.css">'),
  };
  await page.goto((await open(content)).url);
  await expect(table(page, "参会")).toHaveCSS("outline-style", "dotted");
  await expect(table(page, "参会")).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(page.locator("section.text")).toHaveCSS("outline-style", "dashed");
  await expect(page.locator(".cm-editor")).toBeVisible();
});

test("the manifest names every property of the look, and no other", () => {
  const { modules } = JSON.parse(readFileSync(join(ROOT, "dist/custom-elements.json"), "utf8"));
  const [{ declarations }] = modules;
  const named = declarations[0].cssProperties.map(({ name }: { name: string }) => name).sort();
  const tokens = readFileSync(join(ROOT, "www/src/style/tokens.ts"), "utf8");
  // `--jiyao-rem` comes in when the package is built.
  const used = [
    "--jiyao-rem",
    ...new Set([...tokens.matchAll(/var\((--jiyao-[\w-]+)/g)].map(([, name]) => name)),
  ].sort();
  expect(named).toEqual(used);
  for (const { tagName, events, attributes } of declarations) {
    expect(tagName).toMatch(/^jiyao-/);
    expect(attributes.map(({ name }: { name: string }) => name)).toContain("lang");
    for (const { type, description } of events) expect(type && description).toBeTruthy();
  }
});

test.describe("a table alone", () => {
  test("shows an analysis, in each language, and tells which row is chosen", async ({ page, open }) => {
    await page.goto((await open(siteWith('<jiyao-table table="attendees"></jiyao-table>'))).url);
    await expect(page.getByRole("table")).toHaveCount(0);
    await page.evaluate(async (text) => {
      const { load } = await import("/jiyao/index.js" as string);
      const element = document.querySelector("jiyao-table") as unknown as { analysis: object };
      element.analysis = await (await load()).analyze(text);
    }, REPORT);
    await expect(table(page, "参会")).toContainText("林知远");
    const pick = told<{ row: string }>(page, "jiyao-pick");
    await page.getByRole("button", { name: "林知远" }).click();
    expect((await pick).row).toBe("0/attendees/0");
    await page.evaluate(() => {
      const element = document.querySelector("jiyao-table");
      element?.setAttribute("table", "directives");
      element?.setAttribute("lang", "en");
    });
    await expect(table(page, "Directives")).toContainText("隐患排查");
  });
});

test("a wasm module that cannot be had is told as an error", async ({ page, open }) => {
  const site = await open(
    { "/jiyao/jiyao.wasm": { text: "not here" }, ...siteWith("<jiyao-analyzer></jiyao-analyzer>") },
    STRICT,
  );
  await page.goto(site.url);
  const error = told<{ code: string }>(page, "jiyao-error");
  await page.evaluate((text) => document.querySelector("jiyao-analyzer")?.setAttribute("value", text), REPORT);
  expect(await error).toMatchObject({ code: "load-failed" });
});
