// The pictures of the README: `cargo xtask screenshots`, or `npm run screenshots` where everything is built.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

export default defineConfig(tests, { testDir: "screenshots", workers: 1 });
