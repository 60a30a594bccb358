// What the tests share: the page as a person meets it, with an eye on its console and its requests.
import { readFileSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

export const example = (name: "plain" | "torn" | "several"): string =>
  readFileSync(new URL(`../src/examples/${name}.txt`, import.meta.url), "utf8");

/** A page with this many reports on it, each of its own day and place. */
export function manyReports(count: number): string {
  const digits = [..."一二三四五六七八九十"];
  const report = example("plain");
  return Array.from({ length: count }, (_, index) =>
    report
      .replaceAll("9月9日", `${1 + (index % 12)}月${1 + (index % 28)}日`)
      .replaceAll("岚泉", `${digits[index % 10]}${digits[Math.floor(index / 10) % 10]}泉`)
      .replace(/(强调，|要求，)/g, `$1第${index}次，`),
  ).join("\n");
}

/** The page under test. */
export class Desk {
  readonly editor: Locator;
  readonly results: Locator;

  constructor(readonly page: Page) {
    this.editor = page.locator(".cm-content");
    this.results = page.locator("jiyao-results");
  }

  table(name: string): Locator {
    return this.page.getByRole("table", { name: new RegExp(`^${name}`) });
  }

  row(table: string, text: string): Locator {
    return this.table(table).getByRole("row").filter({ hasText: text }).first();
  }

  /** The marked evidence, piece by piece as it stands in the text. */
  evidence(): Locator {
    return this.page.locator(".evidence.here");
  }

  async evidenceText(): Promise<string> {
    await expect(this.evidence().first()).toBeVisible();
    let words = "";
    // A mark that is drawn anew while it is looked at has no words for a moment.
    await expect
      .poll(async () => {
        words = (await this.evidence().allTextContents()).join("");
        return words;
      })
      .not.toBe("");
    return words;
  }

  /** Puts a text on the clipboard and pastes it, as a person does. */
  async paste(text: string): Promise<void> {
    await this.editor.click();
    await this.editor.evaluate((element, data) => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", data);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, text);
  }

  async read(text: string): Promise<void> {
    await this.paste(text);
    await expect(this.results).toBeVisible({ timeout: 30_000 });
  }
}

export const test = base.extend<{ desk: Desk; quiet: undefined; allowed: RegExp | null }>({
  /** What the test itself may write to the console. */
  allowed: [null, { option: true }],
  // Each test also asserts that the console stays empty and that nothing but the page's own files is asked for.
  quiet: [
    async ({ page, baseURL, allowed }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        // Playwright's own word; see the configuration.
        if (!message.text().startsWith("Service Worker registration blocked"))
          noise.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => noise.push(`uncaught: ${error.message}`));
      page.on("request", (request) => {
        // A blob is something that the page made itself.
        if (!request.url().startsWith("blob:") && !request.url().startsWith(baseURL ?? ""))
          noise.push(`request: ${request.url()}`);
      });
      await use(undefined);
      expect(noise.filter((line) => !allowed?.test(line))).toEqual([]);
    },
    { auto: true },
  ],
  desk: async ({ page }, use) => {
    await page.goto("");
    await use(new Desk(page));
  },
});

/** From the next load on, the page's workers are remembered. */
export async function rememberWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Real {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        workers.push(Object.assign(this, { calledAs: options[1]?.name }));
      }
    };
  });
}

/** How many workers were started, of a name or of all. */
export function workers(page: Page, name?: string): Promise<number> {
  return page.evaluate((wanted) => {
    const { workers } = window as unknown as { workers: (Worker & { calledAs?: string })[] };
    return workers.filter(({ calledAs }) => wanted === undefined || calledAs === wanted).length;
  }, name);
}

/** Ends the newest worker as the browser does when it runs out of memory. */
export async function killWorker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const worker = (window as unknown as { workers: Worker[] }).workers.at(-1);
    worker?.terminate();
    worker?.dispatchEvent(new ErrorEvent("error"));
  });
}

/** What a reading is held by. */
interface Hold {
  hold(): void;
  release(): void;
}

/** From the next load on, no reading ends in a worker before it is released, however fast the machine is. */
export async function holdReadings(page: Page): Promise<{ hold(): Promise<void>; release(): Promise<void> }> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    const held: (() => void)[] = [];
    let holding = true;
    const readings: Hold = {
      hold: () => {
        holding = true;
      },
      release: () => {
        holding = false;
        for (const tell of held.splice(0)) tell();
      },
    };
    Object.assign(window, { readings });
    window.Worker = class extends Real {
      override set onmessage(told: (event: MessageEvent) => void) {
        super.onmessage = (event) => {
          if (holding && event.data.kind === "done") held.push(() => told(event));
          else told(event);
        };
      }
    };
  });
  const call = (name: keyof Hold) =>
    page.evaluate((what) => (window as unknown as { readings: Hold }).readings[what](), name);
  return { hold: () => call("hold"), release: () => call("release") };
}

/** Requests for an address wait until what is given back is called. */
export async function holdRequests(page: Page, address: string): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

/** From the next load on, no worker's answer about a file comes before it is released, however fast the machine is. */
export async function holdFiles(
  page: Page,
): Promise<{ hold(): Promise<void>; release(): Promise<void>; held(): Promise<number> }> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    const held: (() => void)[] = [];
    const files = {
      holding: true,
      held,
      release: () => {
        files.holding = false;
        for (const tell of held.splice(0)) tell();
      },
    };
    Object.assign(window, { files });
    window.Worker = class extends Real {
      override set onmessage(told: (event: MessageEvent) => void) {
        super.onmessage = (event) => {
          if (files.holding && ["text", "problem"].includes(event.data.kind)) held.push(() => told(event));
          else told(event);
        };
      }
    };
  });
  const evaluate = <Result>(use: (files: { holding: boolean; held: unknown[]; release(): void }) => Result) =>
    page.evaluate(`(${use})(window.files)`) as Promise<Result>;
  return {
    hold: () =>
      evaluate((files) => {
        files.holding = true;
      }),
    release: () => evaluate((files) => files.release()),
    /** How many answers wait. */
    held: () => evaluate((files) => files.held.length),
  };
}

/** What another program gets when it pastes now. */
export async function pasted(context: BrowserContext, baseURL: string): Promise<{ text: string; html: string }> {
  const other = await context.newPage();
  await other.route("**/paste-here", (route) =>
    route.fulfill({ contentType: "text/html", body: "<textarea autofocus></textarea>" }),
  );
  await other.goto(`${baseURL}paste-here`);
  const paste = other.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        addEventListener("paste", ({ clipboardData }) =>
          resolve({
            text: clipboardData?.getData("text/plain") ?? "",
            html: clipboardData?.getData("text/html") ?? "",
          }),
        );
      }),
  );
  await other.locator("textarea").press("Control+v");
  const result = await paste;
  await other.close();
  return result;
}
