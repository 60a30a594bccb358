// The package's API in a browser: every way to start it keeps to the same contract.
import type { Page } from "@playwright/test";
import type * as jiyao from "../../src/package/index.ts";
import { cases } from "./contract.mjs";
import { type Content, STRICT } from "./server.ts";
import { expect, test } from "./site.ts";

const SITE: Content = {
  "/": { text: "<!doctype html><title>API</title>" },
  "/jiyao/": { folder: "dist" },
  "/tests/": { folder: "www/package/tests" },
};
// Longest path first.
const CONTENT = Object.fromEntries(Object.entries(SITE).sort(([a], [b]) => b.length - a.length));

/** The package with the worker's script and the module inside needs a worker from a blob. */
const INLINE_POLICY = STRICT.replace("connect-src 'self'; worker-src 'self'", "worker-src blob:");

for (const [entry, policy] of [
  ["index", STRICT],
  ["inline", INLINE_POLICY],
] as const) {
  for (const [worker, thread] of [
    ["auto", "worker"],
    ["never", "caller"],
  ] as const) {
    test.describe(`${entry}, worker: ${worker}`, () => {
      // The case of a module that cannot be had.
      test.use({ allowed: /404|no-such\.wasm/ });
      test(`keeps to the contract on the thread of the ${thread}`, async ({ page, open }) => {
        const site = await open(CONTENT, policy);
        await page.goto(site.url);
        const threads = await page.evaluate(
          async ([entry, worker]) => {
            const { load } = (await import(`/jiyao/${entry}.js`)) as typeof jiyao;
            const loaded = await load({ worker });
            Object.assign(window, { load: (options: object) => load({ worker, ...options }) });
            return loaded.thread;
          },
          [entry, worker] as const,
        );
        expect(threads).toBe(thread);
        const failed: string[] = [];
        for (const name of Object.keys(cases)) {
          if (entry === "inline" && name.startsWith("a module that is none")) continue;
          const error = await page.evaluate(async (name) => {
            const { cases } = await import("/tests/contract.mjs" as string);
            return cases[name]((window as unknown as { load: unknown }).load).then(
              () => null,
              (reason: Error) => String(reason?.stack ?? reason),
            );
          }, name);
          if (error) failed.push(`${name}: ${error}`);
        }
        expect(failed).toEqual([]);
      });
    });
  }
}

test("a module inside that can't be unpacked is refused with a code, and tried again", async ({ page, open }) => {
  await page.goto((await open(CONTENT, INLINE_POLICY)).url);
  const outcomes = await page.evaluate(async () => {
    const { load } = (await import("/jiyao/inline.js" as string)) as typeof jiyao;
    const outcome = () =>
      load({ worker: "never" }).then(
        ({ thread }) => thread,
        ({ name, code }) => `${name} ${code}`,
      );
    const Real = window.DecompressionStream;
    window.DecompressionStream = class {
      readonly writable = new WritableStream();
      readonly readable = new ReadableStream({ start: (control) => control.error(new Error("out of memory")) });
    } as unknown as typeof DecompressionStream;
    const first = await outcome();
    window.DecompressionStream = Real;
    return [first, await outcome()];
  });
  expect(outcomes).toEqual(["JiyaoError load-failed", "caller"]);
});

/** Loads and reads in the page; gives where it was read and by how many workers. */
async function read(page: Page): Promise<{ thread: string; reports: number }> {
  return page.evaluate(async () => {
    const { load } = (await import("/jiyao/index.js" as string)) as typeof jiyao;
    const { REPORT } = await import("/tests/contract.mjs" as string);
    const loaded = await load();
    const { reports } = await loaded.analyze(REPORT);
    return { thread: loaded.thread, reports: reports.length };
  });
}

test("both threads give the same", async ({ page, open }) => {
  await page.goto((await open(CONTENT)).url);
  const [one, other] = await page.evaluate(async () => {
    const { load } = (await import("/jiyao/index.js" as string)) as typeof jiyao;
    const { many } = await import("/tests/contract.mjs" as string);
    const loaded = await Promise.all([load({ worker: "auto" }), load({ worker: "never" })]);
    return Promise.all(loaded.map(async (jiyao) => JSON.stringify(await jiyao.analyze(many(500)))));
  });
  expect(one).toBe(other);
});

test("however many are loaded, the module is fetched once", async ({ page, open }) => {
  const site = await open(CONTENT);
  await page.goto(site.url);
  await page.evaluate(async () => {
    const { load } = (await import("/jiyao/index.js" as string)) as typeof jiyao;
    const all = await Promise.all([load(), load(), load({ worker: "never" })]);
    for (const each of all) await each.analyze("");
  });
  expect(site.requests.filter((path) => path.endsWith(".wasm"))).toEqual(["/jiyao/jiyao.wasm"]);
});

test.describe("where no worker starts", () => {
  test("because there are none, texts are read on the calling thread", async ({ page, open }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
    await page.goto((await open(CONTENT)).url);
    expect(await read(page)).toEqual({ thread: "caller", reports: 1 });
  });

  test("because it never answers, texts are read on the calling thread after a while", async ({ page, open }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      window.Worker = class extends EventTarget {
        postMessage(): void {}
        terminate(): void {}
      } as unknown as typeof Worker;
    });
    await page.goto((await open(CONTENT)).url);
    const reading = read(page);
    const ticking = setInterval(() => void page.clock.fastForward(2000).catch(() => {}), 100);
    expect(await reading).toEqual({ thread: "caller", reports: 1 });
    clearInterval(ticking);
  });

  test.describe("because its script is not there", () => {
    test.use({ allowed: /404/ });
    test("texts are read on the calling thread", async ({ page, open }) => {
      const site = await open({ "/jiyao/jiyao-worker.js": { folder: "no-such-folder" }, ...CONTENT });
      await page.goto(site.url);
      expect(await read(page)).toEqual({ thread: "caller", reports: 1 });
    });
  });

  for (const [why, policy, allowed] of [
    ["because the policy forbids it", STRICT.replace("worker-src 'self'", "worker-src 'none'"), /worker-src/],
    ["because its address is not trusted", `${STRICT}; require-trusted-types-for 'script'`, /TrustedScriptURL/],
  ] as const) {
    test.describe(why, () => {
      test.use({ allowed });
      test("texts are read on the calling thread", async ({ page, open }) => {
        await page.goto((await open(CONTENT, policy)).url);
        expect(await read(page)).toEqual({ thread: "caller", reports: 1 });
      });
    });
  }
});

test.describe("with the package on another site", () => {
  for (const [entry, thread] of [
    ["index", "caller"],
    ["inline", "worker"],
  ] as const) {
    test(`${entry} reads on the thread of the ${thread}`, async ({ page, open }) => {
      const files = await open({ "/": { folder: "dist" } });
      const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${files.url}; connect-src ${files.url}; worker-src blob: ${files.url}`;
      const site = await open({ "/": { text: "<!doctype html><title>Site</title>" } }, policy);
      await page.goto(site.url);
      const read = await page.evaluate(async (address) => {
        const { load } = (await import(address)) as typeof jiyao;
        const loaded = await load();
        const { reports } = await loaded.analyze("5月6日，青禾县防汛工作会议召开。县长林知远主持会议。");
        return `${loaded.thread} ${reports[0]?.attendees[0]?.name}`;
      }, `${files.url}${entry}.js`);
      expect(read).toBe(`${thread} 林知远`);
    });
  }
});

/** Lets workers die when they are given the first of their texts: the first so many workers. */
async function mortal(page: Page, deaths: number): Promise<void> {
  await page.addInitScript((deaths) => {
    const Real = window.Worker;
    let left = deaths;
    window.Worker = class extends Real {
      override postMessage(message: { do?: string }): void {
        if (message.do === "analyze" && left-- > 0)
          this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
        else super.postMessage(message);
      }
    };
  }, deaths);
}

test("a worker that dies is replaced, and the text is read by the next", async ({ page, open }) => {
  await mortal(page, 1);
  await page.goto((await open(CONTENT)).url);
  expect(await read(page)).toEqual({ thread: "worker", reports: 1 });
});

test("a text of which two workers die rejects with a code, and the next one is read", async ({ page, open }) => {
  await mortal(page, 2);
  await page.goto((await open(CONTENT)).url);
  const results = await page.evaluate(async () => {
    const { load } = (await import("/jiyao/index.js" as string)) as typeof jiyao;
    const { REPORT } = await import("/tests/contract.mjs" as string);
    const loaded = await load();
    const reads = [loaded.analyze(REPORT), loaded.analyze(REPORT)].map((reading) =>
      reading.then(
        ({ reports }) => reports.length,
        ({ name, code, message }) => `${name} ${code} ${message}`,
      ),
    );
    return Promise.all(reads);
  });
  expect(results).toEqual(["JiyaoError worker-lost the worker was lost: out of memory", 1]);
});
