// Every state in both themes against axe's WCAG 2.2 rules, and the narrow and the wide screen.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { choose, upload } from "./files.ts";
import { type Desk, example, expect, holdFiles, manyReports, test } from "./page.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const STATES: Record<string, (desk: Desk) => Promise<void>> = {
  empty: async () => {},
  full: async (desk) => {
    await desk.read(example("plain"));
    await desk.row("参会", "昝国梁").click();
  },
  "several reports": async (desk) => {
    await desk.read(example("several"));
    await desk.page.getByRole("searchbox").fill("时");
  },
  "torn text": (desk) => desk.read(example("torn")),
  "kinds switched off": async (desk) => {
    await desk.read(example("plain"));
    for (const kind of ["人员", "表彰"]) await desk.page.getByRole("button", { name: new RegExp(`^${kind}`) }).click();
  },
  "columns open": async (desk) => {
    await desk.read(example("plain"));
    await desk.page.locator("summary").nth(1).click();
  },
  outline: async (desk) => {
    await desk.read(example("plain"));
    await desk.page.getByRole("button", { name: "提纲" }).click();
  },
  "mind map": async (desk) => {
    await desk.read(example("plain"));
    await desk.page.getByRole("button", { name: "导图" }).click();
    await desk.page.getByRole("treeitem", { name: /认领任务/ }).click();
  },
  "clean text": async (desk) => {
    await desk.read(example("torn"));
    await desk.page.getByRole("button", { name: "净文" }).click();
    await desk.page.locator("jiyao-clean li").nth(1).click();
  },
  record: async (desk) => {
    await desk.read(example("plain"));
    await desk.page.getByRole("button", { name: "要点表" }).click();
  },
  shortcuts: (desk) => desk.page.getByRole("button", { name: "快捷键" }).click(),
  offline: async (desk) => {
    await desk.page.getByRole("button", { name: "离线版" }).click();
    await expect(desk.page.getByRole("dialog")).toBeVisible();
  },
  "several documents, one that cannot be read": async (desk) => {
    const file = (name: string) => ({ name, mimeType: "", buffer: Buffer.from(example("plain")) });
    await desk.page.locator("input[type=file]").setInputFiles(["一.txt", "二.txt", "三.pdf"].map(file));
    await expect(desk.page.getByRole("alert")).toBeVisible();
  },
  "files that take long to open": async (desk) => {
    await holdFiles(desk.page);
    await desk.page.goto("./");
    await desk.read(example("plain"));
    const long = "关于进一步做好全县森林防火和安全生产工作的会议纪要（征求意见稿）.txt";
    await choose(desk, upload(long, example("plain")), upload("二.txt", example("plain")));
    await expect(desk.page.locator(".files jiyao-reading")).toBeVisible();
  },
  "files that were not opened": async (desk) => {
    await STATES["files that take long to open"]?.(desk);
    await desk.page.locator(".files jiyao-reading").getByRole("button", { name: "取消" }).click();
    await expect(desk.page.getByRole("alert")).toBeVisible();
  },
  "a long reading": async (desk) => {
    await desk.page.route("**/*.wasm", () => {});
    await desk.page.goto("./");
    await desk.paste(example("plain"));
    await expect(desk.page.locator("jiyao-reading")).toBeVisible();
  },
  "a cancelled reading": async (desk) => {
    await desk.page.route("**/*.wasm", () => {});
    await desk.page.goto("./");
    await desk.paste(example("plain"));
    await desk.page.getByRole("button", { name: "取消" }).click();
    await expect(desk.page.getByRole("heading", { name: "已取消" })).toBeVisible();
  },
  "all reports together": async (desk) => {
    await desk.read(manyReports(2));
    await desk.page.getByRole("tab", { name: "全部" }).click();
    await desk.row("参会", "逄志远").click();
  },
  "very many reports": async (desk) => {
    await desk.read(manyReports(520));
    await desk.page.getByRole("button", { name: "全部", exact: true }).click();
    await expect(desk.page.getByRole("heading", { name: /^参会 \d{3}/ })).toBeVisible();
  },
  "two tellings": async (desk) => {
    const report = example("plain");
    await desk.read(`${report}\n${report.replaceAll("阮佩文", "阮佩武").replace("50名", "60名")}`);
    await desk.page.getByRole("button", { name: "对比" }).click();
    await expect(desk.page.locator("jiyao-compare").getByRole("table").first()).toBeVisible();
  },
  "mended rows, a cell that is written in": async (desk) => {
    await desk.read(example("plain"));
    await desk.row("参会", "昝国梁").getByRole("rowheader").dblclick();
    await desk.page.keyboard.type("昝国樑");
    await desk.page.keyboard.press("Enter");
    await desk.row("参会", "江山").getByRole("rowheader").getByRole("button").focus();
    await desk.page.keyboard.press("Delete");
    await desk.row("参会", "高原").getByRole("rowheader").dblclick();
    await expect(desk.table("参会").getByRole("textbox", { name: "姓名或名称" })).toBeFocused();
  },
  "chosen rows": async (desk) => {
    await desk.read(example("plain"));
    await desk.row("参会", "昝国梁").getByRole("rowheader").getByRole("button").click();
    for (let row = 0; row < 3; row++) await desk.page.keyboard.press("Shift+ArrowDown");
    await expect(desk.table("参会").locator("tr[aria-selected]")).toHaveCount(4);
  },
  "a document that was put away": async (desk) => {
    const file = (name: string) => ({ name, mimeType: "", buffer: Buffer.from(example("plain")) });
    await desk.page.locator("input[type=file]").setInputFiles(["一.txt", "二.txt", "三.txt"].map(file));
    await desk.page.getByRole("button", { name: "移除：一.txt" }).click();
    await expect(desk.page.locator("footer").getByRole("button", { name: "撤销" })).toBeVisible();
  },
  "the form of a row": async (desk) => {
    await desk.read(example("plain"));
    await desk.row("参会", "昝国梁").getByRole("cell").nth(1).dblclick();
    await expect(desk.page.getByRole("dialog")).toBeVisible();
  },
  "what can be done with selected words": async (desk) => {
    await desk.read(example("plain"));
    await desk.editor.press("Control+Home");
    await desk.page.keyboard.press("Shift+End");
    await desk.page.keyboard.press("Control+Enter");
    await expect(desk.page.getByRole("menuitem").first()).toBeFocused();
  },
  "words of one's own": async (desk) => {
    await desk.page.getByRole("button", { name: "词库" }).click();
    for (const word of ["楼栋长", "一叶扁舟", "长"]) {
      await desk.page.getByRole("dialog").getByLabel("词语").fill(word);
      await desk.page.keyboard.press("Enter");
    }
    await expect(desk.page.getByText("词语要有 2 到 40 个字")).toBeVisible();
  },
  "no report": async (desk) => {
    await desk.paste("今天天气很好。");
    await expect(desk.page.getByRole("heading", { name: "没有找到会议报道" })).toBeVisible();
    await desk.page.getByRole("button", { name: "看净文" }).click();
    await expect(desk.page.locator("jiyao-clean").getByRole("listitem")).toHaveCount(1);
  },
  "no row left by the filter": async (desk) => {
    await desk.read(example("plain"));
    await desk.page.getByRole("searchbox").fill("没有这些字");
    await expect(desk.page.getByText("没有符合筛选的行").first()).toBeVisible();
  },
  "more columns than usual": async (desk) => {
    await desk.read(example("several"));
    await desk.page.getByRole("tab", { name: "全部" }).click();
    const tools = desk.page.getByRole("group", { name: "会议: 复制与保存" });
    await tools.getByText("列", { exact: true }).click();
    for (const column of ["标准日期", "人员", "表彰"]) {
      await tools.getByLabel(column).check();
      await expect(desk.table("会议").getByRole("columnheader", { name: column })).toBeVisible();
    }
  },
  "a search in the text": async (desk) => {
    await desk.read(example("plain"));
    await desk.editor.press("Control+f");
    await desk.page.keyboard.type("县委");
    await desk.page.keyboard.press("Enter");
    await expect(desk.page.locator(".cm-searchMatch").first()).toBeVisible();
  },
  "files held over the page": async (desk) => {
    const files = await desk.page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "x.txt"));
      return transfer;
    });
    await desk.editor.dispatchEvent("dragenter", { dataTransfer: files });
    await expect(desk.page.getByText("松开鼠标")).toBeVisible();
  },
  "a start that failed": async (desk) => {
    await desk.page.route("**/*.wasm", (route) =>
      route.fulfill({ status: 200, contentType: "application/wasm", body: "broken" }),
    );
    await desk.page.goto("./");
    await desk.paste(example("plain"));
    await expect(desk.page.getByRole("alert")).toBeVisible();
  },
};

/** Those that are laid out otherwise on a phone. */
const NARROW = [
  "files that take long to open",
  "empty",
  "several reports",
  "columns open",
  "outline",
  "mind map",
  "clean text",
  "record",
  "shortcuts",
  "several documents, one that cannot be read",
  "a document that was put away",
  "all reports together",
  "two tellings",
  "mended rows, a cell that is written in",
  "the form of a row",
  "words of one's own",
  "a search in the text",
  "more columns than usual",
];

// axe puts style attributes on the page while it looks; the policy stops them, which is as it should be.
test.use({ allowed: /inline style/ });

/** What axe finds wrong with the page as it is; by all rules, or by that of colours alone. */
async function violations(page: Page, colours = false): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (colours ? axe.withRules(["color-contrast"]) : axe.withTags(RULES)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary)}`);
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing, in the light and in the dark: ${name}`, async ({ desk, page }) => {
    // axe looks at each cell of large tables.
    test.slow();
    await reach(desk);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await violations(page)).toEqual([]);
    // The dark has other colours, and nothing else.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page, true)).toEqual([]);
  });
}

/** How much wider the tables are than their place. */
const overflow = (page: Page): Promise<number> =>
  page.locator("section.results").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

/** How much wider all is than the window. */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const name of NARROW) {
  test(`at 320 px nothing is cut off and axe finds nothing: ${name}`, async ({ desk, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await STATES[name]?.(desk);
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
}

for (const width of [320, 375, 768, 1280, 3840]) {
  test(`nothing is cut off at ${width} px`, async ({ desk, page }) => {
    await page.setViewportSize({ width, height: Math.max(640, width / 2) });
    await desk.read(example("plain"));
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    const below = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    if (width > 1000) expect(await below()).toBeLessThanOrEqual(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await desk.row("表彰", "宋小满").click();
    await expect(desk.evidence().first()).toBeInViewport();
    await desk.row("参会", "苏明阳").getByRole("cell").first().dblclick();
    await page.keyboard.type("县委副书记、政法委书记、总工会主席、青年志愿者协会会长");
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press("Enter");
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "词库" }).click();
    await expect(page.getByRole("dialog")).toBeInViewport({ ratio: 1 });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in the system's few colours what is chosen and found is still seen: ${colorScheme}`, async ({ desk, page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    const report = example("plain");
    await desk.read(`${report}\n${report.replaceAll("阮佩文", "阮佩武")}`);
    const look = (locator: Locator) =>
      locator.first().evaluate((element) => {
        const { backgroundColor, color, textDecorationLine, outlineStyle } = getComputedStyle(element);
        return { backgroundColor, color, textDecorationLine, outlineStyle };
      });
    const legend = (kind: string) => page.getByRole("button", { name: new RegExp(`^${kind}`) });
    await legend("单位").click();
    expect(await look(legend("单位"))).not.toEqual(await look(legend("人员")));
    expect((await look(page.locator(".find.directive"))).textDecorationLine).toBe("underline overline");
    await desk.row("要求", "强化督查").click();
    const [chosen, other] = [await look(desk.row("要求", "强化督查")), await look(desk.row("要求", "认领任务"))];
    expect(chosen.backgroundColor).not.toBe(other.backgroundColor);
    expect(chosen.backgroundColor).not.toBe(chosen.color);
    const [evidence, text] = [await look(desk.evidence()), await look(desk.editor)];
    expect(evidence.backgroundColor).not.toBe(text.backgroundColor);
    expect(evidence.outlineStyle).toBe("solid");
    // The same in each view that shows what is chosen.
    await page.getByRole("button", { name: "提纲" }).click();
    const point = page.locator("jiyao-outline").getByRole("button", { name: "认领任务" });
    await point.click();
    expect((await look(point)).backgroundColor).toBe(chosen.backgroundColor);
    await page.getByRole("button", { name: "净文" }).click();
    const paragraph = page.locator("jiyao-clean li").nth(2);
    await paragraph.click();
    expect((await look(paragraph)).backgroundColor).toBe(chosen.backgroundColor);
    await page.getByRole("button", { name: "对比" }).click();
    const pair = page.locator("jiyao-compare").getByRole("row", { name: /江山/ });
    await pair.getByRole("button").first().click();
    expect((await look(pair)).backgroundColor).toBe(chosen.backgroundColor);
    expect((await look(pair.getByRole("cell"))).backgroundColor).toBe("rgba(0, 0, 0, 0)");
    const views = page.getByRole("group", { name: "怎样看" }).getByRole("button");
    expect((await look(views.last())).backgroundColor).not.toBe((await look(views)).backgroundColor);
  });
}

test("the page is walked by keyboard alone", async ({ desk, page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "跳到表格" })).toBeFocused();
  await desk.read(example("plain"));
  await page.getByRole("button", { name: "跳到表格" }).focus();
  await page.keyboard.press("Enter");
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    if (
      await desk
        .table("参会")
        .getByRole("button", { name: "逄志远" })
        .evaluate((button) => button.matches(":focus"))
    )
      break;
  }
  await page.keyboard.press("ArrowDown");
  expect(await desk.evidenceText()).toBe("阮佩文");
});
