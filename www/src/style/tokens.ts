// The look in one place: every component takes its colours, type and measures from these custom properties.
import { css } from "lit";

/** For the outermost elements; custom properties are inherited into all that stand inside. */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --ground: light-dark(#f4f2ec, #16181a);
    --sheet: light-dark(#fffefb, #1e2023);
    --raised: light-dark(#ebe8df, #2a2d31);
    --ink: light-dark(#23262b, #e9e6df);
    --ink-soft: light-dark(#5a5e66, #a9adb4);
    --line: light-dark(#dedad0, #36393e);
    --line-strong: light-dark(#8a877e, #7d8188);

    /* Cinnabar (朱砂), the editor's red: the one accent. */
    --accent: light-dark(#ab2f22, #ff9a8a);
    --accent-ground: light-dark(#fbe4de, #47231e);
    --on-accent: light-dark(#fffefb, #2a0f0b);

    /* One colour a kind, after Okabe and Ito, dark enough (or light enough) for a line on the sheet. */
    --meeting: light-dark(#636a75, #a7b0bd);
    --person: light-dark(#0068ad, #6db8f2);
    --organization: light-dark(#007a58, #45c8a0);
    --group: light-dark(#2a88a8, #8fd6ee);
    --award: light-dark(#b26a00, #f2b441);
    --directive: light-dark(#a3487f, #e39cc8);

    --sans: system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC",
      "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
    --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif;
    --size: 0.9375rem;
    --size-small: 0.8125rem;
    --radius: 6px;
    --gap: 1rem;

    color: var(--ink);
    font-family: var(--sans);
    font-size: var(--size);
    font-style: normal;
    line-height: 1.6;
    text-spacing-trim: normal;
    text-autospace: normal;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host(:lang(zh-Hant)) {
    --sans: system-ui, "PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC",
      sans-serif;
    --serif: "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", "PMingLiU", serif;
  }

  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
`;

/** What every component shares: boxes, focus, buttons, fields. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button,
  select {
    min-height: 2rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    padding: 0.15em 0.75em;
    cursor: pointer;
  }

  button:hover,
  select:hover {
    border-color: var(--line-strong);
  }

  button:disabled {
    color: var(--ink-soft);
    cursor: default;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
