// What the policies refuse, on the page and in the single file, tried in the page itself. The network is on.
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./page.ts";
import { built, withStick } from "./stick.ts";

test.use({ allowed: /Content Security Policy|^request: http:\/\/out\.test/ });

/** Tries every way out of the page, and every way to run what is not its own; tells what came of it, and what was reached. */
async function tried(page: Page, context: BrowserContext) {
  const reached: string[] = [];
  await context.route(/^http:\/\/out\.test/, (route) => {
    reached.push(route.request().url());
    return route.fulfill({ body: "" });
  });
  const { outcomes, directives } = await page.evaluate(async () => {
    const directives = new Set<string>();
    document.addEventListener("securitypolicyviolation", (event) => directives.add(event.effectiveDirective));
    const outcomes: Record<string, string> = {};
    const outcome = async (name: string, attempt: () => unknown) => {
      outcomes[name] = await Promise.resolve()
        .then(attempt)
        .then(
          () => "done",
          () => "refused",
        );
    };
    const loaded = (element: HTMLImageElement | HTMLScriptElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
      });
    await outcome("fetch", () => fetch("http://out.test/fetch", { mode: "no-cors" }));
    // It says "done" whatever becomes of it.
    navigator.sendBeacon("http://out.test/beacon", "x");
    await outcome("image", () => loaded(Object.assign(new Image(), { src: "http://out.test/image" })));
    await outcome("script", () =>
      loaded(Object.assign(document.createElement("script"), { src: "http://out.test/script" })),
    );
    await outcome("eval", () => new Function("return 1")());
    await outcome("inline script", () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      if (!("ran" in window)) throw new Error("refused");
    });
    await outcome("fetch in a worker", () => {
      const code = `fetch("http://out.test/worker", { mode: "no-cors" }).then(() => postMessage(1), () => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      return new Promise((resolve, reject) => {
        worker.onerror = reject;
        worker.onmessage = ({ data }) => (data ? resolve(data) : reject(new Error("refused")));
      });
    });
    const form = Object.assign(document.createElement("form"), { action: "http://out.test/form", method: "post" });
    document.body.append(form);
    const refused = new Promise<void>((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        if (effectiveDirective === "form-action") resolve();
      });
    });
    form.submit();
    // A busy machine tells of it late; what is never refused is missing below.
    await Promise.race([refused, new Promise((resolve) => setTimeout(resolve, 5000))]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { outcomes, directives: [...directives].sort() };
  });
  return { outcomes, directives, reached };
}

const ALL_REFUSED = {
  fetch: "refused",
  image: "refused",
  script: "refused",
  eval: "refused",
  "inline script": "refused",
  "fetch in a worker": "refused",
};

const DIRECTIVES = ["connect-src", "form-action", "img-src", "script-src", "script-src-elem"];

test("the frame's document refuses every way out but to its own files", async ({ page, context }) => {
  await page.goto("embed.html");
  await expect(page.locator(".cm-content")).toBeVisible();
  const { outcomes, directives, reached } = await tried(page, context);
  expect(outcomes).toEqual(ALL_REFUSED);
  expect(directives).toEqual([...DIRECTIVES, "worker-src"]);
  expect(reached).toEqual([]);
});

test("the page refuses every way out but to its own files", async ({ desk, page, context }) => {
  await expect(desk.editor).toBeVisible();
  const { outcomes, directives, reached } = await tried(page, context);
  expect(outcomes).toEqual(ALL_REFUSED);
  expect(directives).toEqual([...DIRECTIVES, "worker-src"]);
  expect(reached).toEqual([]);
});

const single = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  baseURL: async ({}, use) => withStick(use),
});

single("the single file refuses every way out", async ({ desk, page, context }) => {
  await expect(desk.editor).toBeVisible();
  const { outcomes, directives, reached } = await tried(page, context);
  expect(outcomes).toEqual(ALL_REFUSED);
  expect(directives).toEqual(DIRECTIVES);
  expect(reached).toEqual([]);
});

/** What a policy says, by directive. */
const parsed = (policy: string): Record<string, string[]> =>
  Object.fromEntries(policy.split(/\s*;\s*/).map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));

const metaPolicy = (file: string): string =>
  /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(built(file), "utf8"))?.[1] ?? "";

test("the policies run nothing but their own scripts and wasm", () => {
  const page = parsed(metaPolicy("index.html"));
  const frame = parsed(metaPolicy("embed.html"));
  const file = parsed(metaPolicy("jiyao.html"));
  expect(page["script-src"]).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(page["connect-src"]).toEqual(["'self'"]);
  // The frame may do what the page may, but is not installed.
  const { "manifest-src": manifest, ...rest } = page;
  expect(manifest).toEqual(["'self'"]);
  expect(frame).toEqual(rest);
  const hash = expect.stringMatching(/^'sha256-[\w+/]{43}='$/);
  expect(file["script-src"]).toEqual([hash, hash, hash, "'wasm-unsafe-eval'"]);
  expect(file["style-src"]).toEqual([hash]);
  expect(file["connect-src"]).toEqual(["'none'"]);
  for (const policy of [page, frame, file]) expect(policy["default-src"]).toEqual(["'none'"]);
  // Servers are asked to send the same, by the file and by the README.
  expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(metaPolicy("index.html"));
  expect(readFileSync(built("_headers"), "utf8")).toContain(
    `/*\n  Content-Security-Policy: ${metaPolicy("index.html")}\n`,
  );
});
