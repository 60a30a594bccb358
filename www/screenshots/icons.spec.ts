// The icons for those who install the page, all from public/icon.svg.
import { readFileSync } from "node:fs";
import { test } from "@playwright/test";

const svg = readFileSync(new URL("../public/icon.svg", import.meta.url), "utf8");
/** Systems cut it to their shape: no corners of its own, and what matters well inside. */
const maskable = svg.replace(' rx="6"', "").replace("<path ", '<path transform="translate(4 4) scale(.75)" ');

const ICONS = {
  "icon-192": [192, svg],
  "icon-512": [512, svg],
  "icon-maskable-512": [512, maskable],
  "apple-touch-icon": [180, maskable],
} as const;

for (const [name, [size, drawing]] of Object.entries(ICONS)) {
  test(name, async ({ page }) => {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`);
    await page.screenshot({ path: `public/${name}.png`, omitBackground: true });
  });
}
