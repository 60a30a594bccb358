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

test("attributes that go and properties that are null are as if they had never been", async ({ page, open }) => {
  await page.goto((await open(siteWith("<jiyao-analyzer></jiyao-analyzer>"))).url);
  const analyses = await page.evaluate(async (text) => {
    const element = document.querySelector("jiyao-analyzer") as unknown as Record<string, unknown> & HTMLElement;
    const told: number[] = [];
    const next = (change: () => void): Promise<void> =>
      new Promise((resolve) => {
        const heard = (event: Event): void => {
          told.push((event as CustomEvent).detail.reports[0]?.attendees.length ?? 0);
          resolve();
        };
        element.addEventListener("jiyao-analysis", heard, { once: true });
        change();
      });
    await next(() => Object.assign(element, { value: text, tables: undefined, lexicon: null, theme: null }));
    const lexicon = { entries: [{ word: "林知远", kind: "notName" }] };
    await next(() => Object.assign(element, { lexicon, tables: "meeting" }));
    await next(() => Object.assign(element, { lexicon: undefined, tables: null }));
    element.setAttribute("tables", "meeting");
    element.removeAttribute("tables");
    return told;
  }, REPORT);
  expect(analyses).toEqual([1, 0, 1]);
  await expect(page.getByRole("table")).toHaveCount(3);
  await expect(table(page, "参会")).toContainText("林知远");
  await page.evaluate(() => Object.assign(document.querySelector("jiyao-analyzer") as object, { value: 5 }));
  await expect(page.locator(".cm-content")).toHaveText("5");
});

test("an emptied text is told too, and nothing that is only for the inside", async ({ page, open }) => {
  await page.goto((await open(siteWith("<jiyao-analyzer></jiyao-analyzer>"))).url);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const real = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith("jiyao-")) document.addEventListener(event.type, hear);
      return real.call(this, event);
    };
    function hear(event: Event): void {
      const { reports } = (event as CustomEvent).detail ?? {};
      told.push(reports ? `${event.type} ${reports.length}` : event.type);
      document.removeEventListener(event.type, hear);
    }
  });
  await page.locator(".cm-content").fill(REPORT);
  await page.getByRole("button", { name: "林知远" }).click();
  await page.getByRole("button", { name: "复制" }).first().click();
  await page.getByRole("button", { name: "净文" }).click();
  await page.locator("jiyao-clean").getByText("青禾县").first().click();
  await page.getByRole("button", { name: "人员" }).first().click();
  await page.locator(".cm-content").press("Escape");
  await page.locator(".cm-content").fill("");
  await expect(page.getByRole("heading", { name: "把会议报道粘贴进来" })).toBeVisible();
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told).toEqual(["jiyao-input", "jiyao-analysis 1", "jiyao-input", "jiyao-analysis 0"]);
});

test("properties that were set before the script came are kept, and the focus that was asked for", async ({
  page,
  open,
}) => {
  const { "/": site, ...files } = siteWith("<jiyao-analyzer></jiyao-analyzer>");
  const text = (site as { text: string }).text.replace(/<script.*?<\/script>/, "");
  await page.goto((await open({ ...files, "/": { text } })).url);
  await page.evaluate(async (value) => {
    const element = document.querySelector("jiyao-analyzer") as HTMLElement;
    Object.assign(element, { value, tables: "attendees", theme: "dark" });
    await import("/jiyao/element.js" as string);
    element.focus({ preventScroll: true });
  }, REPORT);
  await expect(table(page, "参会")).toContainText("林知远");
  await expect(page.getByRole("table")).toHaveCount(1);
  await expect(page.locator(".cm-content")).toBeFocused();
});

test.describe("with the module inside of the script, and words for all elements", () => {
  test("reads without a fetch", async ({ page, open }) => {
    const { "/": site, ...files } = siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`);
    const script = `import { JiyaoAnalyzer } from "./jiyao/element.js";
      import { load } from "./jiyao/inline.js";
      const lexicon = { entries: [{ word: "林知远", kind: "notName" }] };
      JiyaoAnalyzer.load = (options) => load({ ...options, lexicon });`;
    const text = (site as { text: string }).text.replace("jiyao/element.js", "main.js");
    const policy = STRICT.replace("connect-src 'self'; worker-src 'self'", "worker-src blob:");
    await page.goto((await open({ ...files, "/main.js": { text: script }, "/": { text } }, policy)).url);
    await expect(table(page, "要求")).toContainText("隐患排查");
    await expect(page.getByText("没有找到参会的人员或单位")).toBeVisible();
  });
});

test.describe("under trusted types", () => {
  test.use({ allowed: /TrustedScriptURL/ });
  test("all of the element works", async ({ page, open }) => {
    const policy = `${STRICT.replace("style-src 'self'; ", "")}; require-trusted-types-for 'script'; trusted-types lit-html`;
    await page.goto((await open(siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`), policy)).url);
    await expect(table(page, "参会")).toContainText("林知远");
    for (const view of ["要点表", "净文", "各表", "导图"]) await page.getByRole("button", { name: view }).click();
    await expect(page.getByRole("treeitem", { name: /隐患排查/ })).toBeVisible();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "XLSX" }).click();
    expect((await saved).suggestedFilename()).toBe("青禾县防汛工作会议.xlsx");
    await table(page, "参会").getByText("县长").dblclick();
    await page.keyboard.insertText("副县长");
    await page.keyboard.press("Enter");
    await expect(table(page, "参会")).toContainText("副县长");
  });
});

test("where the width depends on what is inside, there is room", async ({ page, open }) => {
  const body = `<div id="row"><jiyao-analyzer value="${REPORT}"></jiyao-analyzer><jiyao-table></jiyao-table></div>`;
  const css = { text: "#row { display: flex } #row.narrow { width: 300px }" };
  await page.goto((await open({ "/row.css": css, ...siteWith(body, '<link rel="stylesheet" href="row.css">') })).url);
  await expect(table(page, "参会")).toContainText("林知远");
  const widths = () => page.locator("#row > *").evaluateAll((all) => all.map(({ clientWidth }) => clientWidth));
  expect(Math.min(...(await widths()))).toBeGreaterThan(500);
  await page.evaluate(() => document.querySelector("#row")?.classList.add("narrow"));
  expect((await widths()).reduce((sum, width) => sum + width)).toBe(300);
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
  const same = await page.evaluate(async () => {
    const copies = await Promise.all(["/jiyao/element.js", "/copy/element.js"].map((path) => import(path)));
    return ["JiyaoAnalyzer", "JiyaoTable"].map((name) => copies[0][name] === copies[1][name]);
  });
  expect(same).toEqual([true, true]);
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
      // Everything that the browser computes.
      return cells.map((cell) =>
        Object.fromEntries(
          [...(cell as Element).computedStyleMap()].map(([name, values]) => [name, [...values].map(String).join()]),
        ),
      );
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

test("what is printed is out of reach for a page's hostile styles, and alone", async ({ page, open }) => {
  const body = `<p id="own">Own words</p><jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`;
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto((await open(siteWith(body, '<link rel="stylesheet" href="hostile.css">'))).url);
  await page.getByRole("button", { name: "要点表" }).click();
  await page.getByRole("button", { name: "打印" }).click();
  const title = page.locator("jiyao-paper h1");
  await expect(title).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(title).toHaveText("青禾县防汛工作会议");
  await expect(title).toBeVisible();
  for (const [name, value] of Object.entries({
    color: "rgb(0, 0, 0)",
    "font-style": "normal",
    "letter-spacing": "normal",
    "text-align": "center",
    "text-transform": "none",
    "text-indent": "0px",
    direction: "ltr",
  }))
    await expect(title).toHaveCSS(name, value);
  await expect(page.locator("jiyao-paper table").first()).toBeVisible();
  for (const other of ["#own", "jiyao-analyzer"]) await expect(page.locator(other)).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator("#own")).toBeVisible();
  await expect(page.locator("jiyao-paper")).toHaveCount(0);
});

test("a page that is printed with an element on it has all of the tables", async ({ page, open }) => {
  await page.goto((await open(siteWith(`<jiyao-analyzer value="${REPORT}"></jiyao-analyzer>`))).url);
  const last = table(page, "要求").getByText("隐患排查");
  await expect(last).toBeAttached();
  const cut = () =>
    page.locator("jiyao-analyzer").evaluate((element) => {
      const { renderRoot } = element as unknown as { renderRoot: ShadowRoot };
      const results = renderRoot.querySelector(".results") as HTMLElement;
      return results.scrollHeight - results.clientHeight;
    });
  expect(await cut()).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await cut()).toBe(0);
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

  test("shows which row is chosen, says what it did, and forgets what it is of no more", async ({ page, open }) => {
    await page.goto((await open(siteWith("<jiyao-table></jiyao-table>"))).url);
    await page.evaluate(
      async ([one, other]) => {
        const { load } = await import("/jiyao/index.js" as string);
        const jiyao = await load();
        const analyses = [await jiyao.analyze(one), await jiyao.analyze(other)];
        Object.assign(window, { element: document.querySelector("jiyao-table"), analyses });
        (window as unknown as { element: object }).element = Object.assign(
          document.querySelector("jiyao-table") as object,
          { analysis: analyses[0] },
        );
      },
      [REPORT, REPORT.replaceAll("林知远", "昝国梁")] as const,
    );
    const set = (properties: object) =>
      page.evaluate((properties) => {
        const { element, analyses } = window as unknown as { element: object; analyses: object[] };
        const { other, ...rest } = properties as { other?: boolean };
        Object.assign(element, rest, other ? { analysis: analyses[1] } : {});
      }, properties);
    const chosen = page.locator("tr[aria-current]");
    await page.getByRole("button", { name: "林知远" }).click();
    await expect(chosen).toContainText("林知远");
    await page.getByRole("button", { name: "复制" }).click();
    await expect(page.getByRole("status")).toContainText("已复制");
    await set({ other: true });
    await expect(table(page, "参会")).toContainText("昝国梁");
    await expect(chosen).toHaveCount(0);
    await set({ selected: "0/attendees/0" });
    await expect(chosen).toContainText("昝国梁");
    await set({ filter: null, table: null, report: null });
    await expect(table(page, "参会")).toContainText("昝国梁");
    await page.evaluate(() => document.querySelector("jiyao-table")?.setAttribute("hidden", ""));
    await expect(page.getByRole("table")).toBeHidden();
    await page.evaluate(() => document.querySelector("jiyao-table")?.removeAttribute("hidden"));
    await set({ analysis: null });
    await expect(page.locator("jiyao-table")).toHaveText("");
  });

  test("with a theme of its own it has a ground of its own", async ({ page, open }) => {
    await page.goto((await open(siteWith('<jiyao-table theme="dark"></jiyao-table><jiyao-table></jiyao-table>'))).url);
    const grounds = () =>
      page.locator("jiyao-table").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(await grounds()).toEqual(["rgb(22, 24, 26)", "rgba(0, 0, 0, 0)"]);
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
  expect(await error).toMatchObject({
    code: "load-failed",
    message: expect.stringContaining("jiyao/jiyao.wasm, which came as application/wasm"),
  });
});
