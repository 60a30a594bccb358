import { css } from "lit";

export const analyzerStyles = css`
  :host {
    display: block;
    height: 40rem;
    overflow: auto;
    container-type: inline-size;
    /* Where the width depends on what is inside, as in a row of flexible boxes. */
    contain-intrinsic-inline-size: 40rem;
    min-inline-size: 0;
    max-inline-size: 100%;
    background: var(--ground);
  }
  :host([hidden]) {
    display: none;
  }

  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }

  section {
    min-width: 0;
    min-height: 0;
  }

  /* A dialog and a menu, which have no place of their own. */
  jiyao-row-editor,
  jiyao-add-menu {
    display: contents;
  }

  .text {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    background: var(--sheet);
    border-inline-end: 1px solid var(--line);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem;
    min-height: 2.5rem;
    padding: 0.25rem 0.75rem;
    border-block-end: 1px solid var(--line);
  }

  .seen {
    min-height: 2rem;
    padding: 0.25rem 1rem;
    border-block-start: 1px solid var(--line);
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }

  .results {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 1.25rem clamp(0.75rem, 2.5vw, 2.5rem) 4rem;
    scroll-padding-block: 1rem;
    /* Where the titles of tables stay, and how much is covered above them. */
    --stuck: -1.25rem;
    --covered: 0px;
  }
  .results:focus-visible {
    outline-offset: -2px;
  }
  jiyao-results {
    max-width: 80rem;
  }

  .told {
    position: fixed;
    inset-block-end: 3rem;
    inset-inline-end: 1rem;
    z-index: 2;
    max-width: min(30em, 90vw);
    border-radius: var(--radius);
    background: var(--ink);
    color: var(--ground);
  }
  .told:has(p:not(:empty)) {
    display: flex;
    align-items: center;
    gap: 1rem;
    padding: 0.4rem 1rem;
  }
  .told button {
    min-height: 1.75rem;
    border-color: currentcolor;
    background: none;
    padding-block: 0;
    color: inherit;
  }
  .told button:focus-visible {
    outline-color: currentcolor;
  }

  /* A reading that takes long, above the tables of the one before. */
  .strip {
    position: sticky;
    inset-block-start: -1.25rem;
    z-index: 2;
    max-width: 80rem;
    margin-block: -1.25rem 1.25rem;
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--line);
    background: var(--ground);
  }
  .strip > * + * {
    margin-block-start: 0.35rem;
  }
  .strip h2 {
    font-size: 1rem;
  }

  .state {
    max-width: 34em;
    padding-block-start: clamp(1rem, 10vh, 6rem);
    margin-inline: auto;
  }
  .state > * + * {
    margin-block-start: 0.6rem;
  }
  .state h2 {
    font-family: var(--serif);
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.4;
  }
  .state slot[name="empty"] {
    display: grid;
    gap: 0.6rem;
  }
  .state > button[aria-pressed] {
    margin-block-end: 1.25rem;
    border-color: var(--line-strong);
  }
  .state > button[aria-pressed="true"] {
    background: var(--raised);
    font-weight: 600;
  }
  .soft {
    color: var(--ink-soft);
  }
  code {
    font-family: ui-monospace, monospace;
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  /* On a wide screen the text has the width that is read well, the tables have the rest, at last side by side. */
  @container (min-width: 104rem) {
    .desk {
      grid-template-columns: minmax(0, 52rem) minmax(0, 1fr);
    }
  }
  @container (min-width: 150rem) {
    jiyao-results,
    .strip {
      max-width: none;
    }
  }

  /* One above the other: the text stays in sight while the tables move below it, so that evidence is seen. */
  @container (max-width: 52rem) {
    .desk {
      display: block;
      height: auto;
    }
    .text {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      height: 42svh;
      min-height: 13rem;
      border-inline-end: 0;
      border-block-end: 2px solid var(--line);
    }
    .bar {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      padding-inline: 0.25rem;
    }
    .seen {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
    .results {
      overflow: visible;
      padding-block-start: 1rem;
      min-height: 50svh;
      --stuck: calc(max(42svh, 13rem) - 6px);
      --covered: var(--stuck);
    }
    .state {
      padding-block-start: 0.5rem;
    }
  }

  /* A page that is printed with the element on it has all of the tables. */
  @media print {
    :host {
      height: auto !important;
      max-height: none !important;
      overflow: visible !important;
    }
    .desk {
      height: auto;
    }
    .results {
      overflow: visible;
    }
  }

  @media (max-height: 30rem) {
    @container (max-width: 52rem) {
      .text {
        position: static;
        height: 70svh;
      }
      .results {
        --stuck: 0px;
      }
    }
  }
`;
