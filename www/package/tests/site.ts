// What the tests share: sites of their own, with an eye on console, requests and violations of the policy.
import { test as base, expect } from "@playwright/test";
import { type Content, type Site, serve } from "./server.ts";

export { expect };

export const test = base.extend<{
  open: (content: Content, policy?: string) => Promise<Site>;
  quiet: undefined;
  allowed: RegExp | null;
}>({
  /** What a test itself may write to the console. */
  allowed: [null, { option: true }],
  /** Starts a site that ends with the test. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  open: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (content, policy) => {
      const site = await serve(content, policy);
      sites.push(site);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },
  // The console stays empty (violations of the policy are told there), and nothing but this machine's sites is asked for.
  quiet: [
    async ({ page, allowed }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => noise.push(`uncaught: ${error.message}`));
      page.on("request", (request) => {
        if (!/^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:)/.test(request.url()))
          noise.push(`request: ${request.url()}`);
      });
      await use(undefined);
      expect(noise.filter((line) => !allowed?.test(line))).toEqual([]);
    },
    { auto: true },
  ],
});
