// What the tests in Firefox share: it is driven over WebDriver BiDi.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as plain } from "@playwright/test";
import { type Browser, type ElementHandle, launch, type Page } from "puppeteer-core";

/** Held for the shortcuts of the clipboard. */
const HELD = process.platform === "darwin" ? "Meta" : "Control";

/** Where Firefox usually is. */
const PLACES = [
  "/usr/bin/firefox",
  "/usr/bin/firefox-esr",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:/Program Files/Mozilla Firefox/firefox.exe",
];

interface Fixtures {
  /** Settings of Firefox. */
  settings: Record<string, unknown>;
  /** Where files are saved to. */
  folder: string;
  firefox: Browser;
  /** What the page said in its console, and what it asked for from elsewhere. */
  noise: string[];
  desk: Page;
}

export const test = plain.extend<Fixtures>({
  settings: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "jiyao-firefox-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  firefox: async ({ folder, settings }, use) => {
    const executablePath = process.env.FIREFOX_PATH ?? PLACES.find(existsSync);
    if (!executablePath) throw new Error("no Firefox was found: install it, or name its program in FIREFOX_PATH");
    const firefox = await launch({
      browser: "firefox",
      executablePath,
      extraPrefsFirefox: {
        "browser.download.folderList": 2,
        "browser.download.dir": folder,
        "browser.download.always_ask_before_handling_new_types": false,
        "intl.accept_languages": "zh-CN",
        ...settings,
      },
    });
    await use(firefox);
    await firefox.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  noise: async ({}, use) => {
    const noise: string[] = [];
    await use(noise);
    expect(noise).toEqual([]);
  },
  desk: async ({ firefox, noise, baseURL }, use) => {
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(`uncaught: ${error}`));
    page.on("request", (request) => {
      // Firefox's own parts come in data URLs; a blob is something that the page made itself.
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(baseURL ?? ""))
        noise.push(`request: ${request.url()}`);
    });
    await page.goto(baseURL ?? "");
    await use(page);
  },
});

/** Copies a text on another page, as a person does. */
async function copied(firefox: Browser, text: string): Promise<void> {
  const page = await firefox.newPage();
  await page.setContent("<textarea></textarea>");
  await page.$eval(
    "textarea",
    (field, words) => {
      field.value = words;
      field.select();
    },
    text,
  );
  await page.focus("textarea");
  await page.keyboard.down(HELD);
  await page.keyboard.press("a");
  await page.keyboard.press("c");
  await page.keyboard.up(HELD);
  await page.close();
}

/**
 * What a selector finds, as soon as it is there. Puppeteer's own waiting sleeps until the document changes, and does not
 * hear of changes inside shadow roots, where everything here happens.
 */
export async function found(desk: Page, selector: string): Promise<ElementHandle> {
  let handle: ElementHandle | null = null;
  await expect(async () => {
    handle = await desk.$(selector);
    expect(handle, selector).not.toBeNull();
  }).toPass({ timeout: 30_000 });
  return handle as unknown as ElementHandle;
}

/** Pastes a text into the page, as a person does; once more when the window was not at the front yet. */
export async function paste(desk: Page, text: string): Promise<void> {
  await copied(desk.browser(), text);
  await expect(async () => {
    await desk.bringToFront();
    await (await found(desk, ">>> .cm-content")).click();
    await desk.keyboard.down(HELD);
    await desk.keyboard.press("a");
    await desk.keyboard.press("v");
    await desk.keyboard.up(HELD);
    expect(await desk.$eval(">>> .cm-content", ({ textContent }) => textContent)).toContain(text.slice(0, 10));
  }).toPass();
}

/** Chooses a file, by its path. */
export async function choose(desk: Page, path: string): Promise<void> {
  const chooser = (await found(desk, ">>> input[type=file]")) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(path);
}
