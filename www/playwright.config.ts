import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chrome =
  process.env.CHROME_PATH ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
// A port of its own for each run: two may go side by side. The runner's workers inherit it.
process.env.JIYAO_TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const port = Number(process.env.JIYAO_TEST_PORT);

export default defineConfig({
  testDir: "tests",
  outputDir: "../test-results/www",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? "dot" : "list",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: "chromium",
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    // What a service worker answers cannot be held up or changed by a test; installed.spec.ts has tests with one.
    serviceWorkers: "block",
    trace: "off",
    launchOptions: {
      ...(chrome ? { executablePath: chrome } : {}),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
