// The look in one place: every component takes its colours, type and measures from these custom properties.
import { css } from "lit";

/**
 * For the elements that stand on a page; what is inside of them inherits it. The page sets the look by the properties that
 * begin with `--jiyao-`. Important, because the page's own rules for an element else win over those of the element.
 */
export const tokens = css`
  :host {
    --ground: var(--jiyao-ground, light-dark(#f4f2ec, #16181a)) !important;
    --sheet: var(--jiyao-sheet, light-dark(#fffefb, #1e2023)) !important;
    --raised: var(--jiyao-raised, light-dark(#ebe8df, #2a2d31)) !important;
    --ink: var(--jiyao-ink, light-dark(#23262b, #e9e6df)) !important;
    --ink-soft: var(--jiyao-ink-soft, light-dark(#5a5e66, #a9adb4)) !important;
    --line: var(--jiyao-line, light-dark(#dedad0, #36393e)) !important;
    --line-strong: var(--jiyao-line-strong, light-dark(#8a877e, #7d8188)) !important;

    /* Cinnabar (朱砂), the editor's red: the one accent. */
    --accent: var(--jiyao-accent, light-dark(#ab2f22, #ff9a8a)) !important;
    --accent-ground: var(--jiyao-accent-ground, light-dark(#fbe4de, #47231e)) !important;
    --on-accent: var(--jiyao-on-accent, light-dark(#fffefb, #2a0f0b)) !important;

    /* One colour a kind, after Okabe and Ito, dark enough (or light enough) for a line on the sheet. */
    --meeting: var(--jiyao-meeting, light-dark(#636a75, #a7b0bd)) !important;
    --person: var(--jiyao-person, light-dark(#0068ad, #6db8f2)) !important;
    --organization: var(--jiyao-organization, light-dark(#007a58, #45c8a0)) !important;
    --group: var(--jiyao-group, light-dark(#2a88a8, #8fd6ee)) !important;
    --award: var(--jiyao-award, light-dark(#b26a00, #f2b441)) !important;
    --directive: var(--jiyao-directive, light-dark(#a3487f, #e39cc8)) !important;

    --sans: var(--jiyao-sans, system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif) !important;
    --serif: var(--jiyao-serif, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif) !important;
    --size: var(--jiyao-size, 0.9375rem) !important;
    --size-small: var(--jiyao-size-small, 0.8125rem) !important;
    --radius: var(--jiyao-radius, 6px) !important;
    --gap: var(--jiyao-gap, 1rem) !important;

    /* Whatever the page around says to all its elements, or to those around this one, goes no further. */
    color: var(--ink) !important;
    cursor: auto !important;
    /* Firefox makes a white strip of it in the dark. */
    scrollbar-color: var(--line-strong) transparent !important;
    direction: ltr !important;
    font: 400 var(--size) / 1.6 var(--sans) !important;
    font-feature-settings: normal !important;
    hyphens: manual !important;
    letter-spacing: normal !important;
    quotes: auto !important;
    tab-size: 8 !important;
    text-align: start !important;
    text-autospace: normal !important;
    text-decoration: none !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-spacing-trim: normal !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    word-spacing: normal !important;
    writing-mode: horizontal-tb !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
    accent-color: initial !important;
    border-spacing: initial !important;
    caption-side: initial !important;
    caret-color: initial !important;
    dominant-baseline: initial !important;
    empty-cells: initial !important;
    fill: initial !important;
    fill-opacity: initial !important;
    font-synthesis: initial !important;
    -webkit-font-smoothing: initial !important;
    forced-color-adjust: initial !important;
    line-break: initial !important;
    list-style: initial !important;
    overflow-wrap: initial !important;
    paint-order: initial !important;
    print-color-adjust: initial !important;
    stroke: initial !important;
    stroke-dasharray: initial !important;
    stroke-opacity: initial !important;
    stroke-width: initial !important;
    text-align-last: initial !important;
    text-anchor: initial !important;
    text-combine-upright: initial !important;
    text-emphasis: initial !important;
    text-justify: initial !important;
    text-orientation: initial !important;
    text-rendering: initial !important;
    text-underline-offset: initial !important;
    text-underline-position: initial !important;
    text-wrap-style: initial !important;
    -webkit-text-stroke: initial !important;
    /* Words are there to be selected, also where the page's own are not. */
    -webkit-user-select: text !important;
    user-select: text !important;
  }

  :host(:is(:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK), :lang(zh-MO))) {
    --sans: var(--jiyao-sans, system-ui, "PingFang TC", "Microsoft JhengHei UI", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC", sans-serif) !important;
    --serif: var(--jiyao-serif, "Songti TC", "Noto Serif CJK TC", "Source Han Serif TC", "PMingLiU", serif) !important;
  }

  /* Without a theme of its own an element has that of what is around it. */
  :host([theme="auto"]) {
    color-scheme: light dark;
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

  /* What is reached by keyboard is not hidden by what stays at the top. */
  button,
  select,
  input {
    scroll-margin-block-start: var(--covered, 0px);
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

  /* Where the system has its own few colours, grounds are gone: what is chosen has the system's look for that. */
  @media (forced-colors: active) {
    [aria-current="true"],
    [aria-pressed="true"],
    tr[aria-selected="true"],
    [role="tab"][aria-selected="true"] {
      forced-color-adjust: none;
      border-color: Highlight !important;
      background: Highlight !important;
      color: HighlightText !important;
    }
    :is([aria-current="true"], tr[aria-selected="true"]) * {
      background: none !important;
      color: inherit !important;
    }
  }
`;
