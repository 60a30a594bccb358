// The tests of the npm package: `npm run test:package`, after dist/ and examples/ are built (`cargo xtask test package` does all).
import { defineConfig } from "@playwright/test";
import page from "../playwright.config.ts";

const { baseURL: _, ...use } = page.use ?? {};

export default defineConfig({
  ...page,
  testDir: "tests",
  // Bundlers and npm take their time.
  timeout: 180_000,
  outputDir: "../../test-results/package",
  use,
  webServer: [],
});
