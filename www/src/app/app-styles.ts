import { css } from "lit";

export const appStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    height: 100vh;
    height: 100dvh;
    background: var(--ground);
  }

  .skip {
    position: absolute;
    inset-block-start: -10rem;
    inset-inline-start: 1rem;
    z-index: 3;
    padding: 0.5rem 1rem;
    background: var(--sheet);
    color: var(--accent);
  }
  .skip:focus {
    inset-block-start: 0.5rem;
  }

  header {
    display: flex;
    align-items: center;
    gap: 1rem;
    padding: 0.6rem 1rem;
    border-block-end: 1px solid var(--line);
  }
  h1 {
    flex: none;
    font-family: var(--serif);
    font-size: 1.375rem;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.04em;
    color: var(--accent);
  }
  h1 small {
    font-family: var(--sans);
    font-size: var(--size-small);
    font-weight: 400;
    letter-spacing: 0;
    color: var(--ink-soft);
  }
  .tagline {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    color: var(--ink-soft);
    font-size: var(--size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* One row, which scrolls where it is too long; a shade says that there is more. */
  .settings {
    --shade: color-mix(in oklab, var(--ink) 15%, transparent);
    display: flex;
    gap: 0.375rem;
    min-width: 0;
    margin: -0.25rem;
    margin-inline-start: auto;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    padding: 0.25rem;
    font-size: var(--size-small);
    white-space: nowrap;
    scrollbar-width: none;
    background:
      linear-gradient(to right, var(--ground) 50%, transparent) left / 1.5rem 100% no-repeat local,
      linear-gradient(to left, var(--ground) 50%, transparent) right / 1.5rem 100% no-repeat local,
      linear-gradient(to right, var(--shade), transparent) left / 0.75rem 100% no-repeat scroll,
      linear-gradient(to left, var(--shade), transparent) right / 0.75rem 100% no-repeat scroll;
  }
  .settings > * {
    flex: none;
    scroll-margin-inline: 2rem;
  }
  .settings button,
  .settings select {
    border-color: transparent;
    background: none;
    padding-inline: 0.5em;
    min-width: 1.75rem;
  }
  .settings button:hover,
  .settings select:hover {
    border-color: var(--line-strong);
  }
  option {
    background: var(--sheet);
    color: var(--ink);
  }

  header {
    grid-row: 1;
  }
  .files {
    grid-row: 2;
  }
  main {
    grid-row: 3;
    min-height: 0;
    display: grid;
  }

  jiyao-analyzer {
    height: auto;
    min-height: 0;
    overflow: visible;
  }

  main.many {
    grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr);
  }

  .files section {
    padding: 0.6rem 1rem;
    border-block-end: 1px solid var(--line);
  }

  .problems {
    display: flex;
    align-items: start;
    gap: 1rem;
    padding: 0.4rem 1rem;
    background: var(--accent-ground);
  }
  .problems ul {
    flex: 1;
    overflow-wrap: anywhere;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .problems button {
    flex: none;
    border-color: transparent;
    background: none;
  }

  .drop {
    position: fixed;
    inset: 0.5rem;
    z-index: 4;
    display: grid;
    place-items: center;
    border: 3px dashed var(--accent);
    border-radius: var(--radius);
    background: color-mix(in oklab, var(--sheet) 88%, transparent);
    color: var(--accent);
    font-size: 1.5rem;
    pointer-events: none;
  }

  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .examples button {
    padding: 0.35em 1em;
    border-color: var(--line-strong);
  }
  .examples button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }

  footer {
    grid-row: 4;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 1rem;
    padding: 0.35rem 1rem;
    border-block-start: 1px solid var(--line);
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  footer button {
    min-height: 1.5rem;
    border-color: transparent;
    background: none;
    padding: 0;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
  }
  footer .undo,
  footer .renewed button {
    color: var(--accent);
    text-decoration: underline;
  }
  footer button:hover {
    color: var(--accent);
  }

  @media (max-width: 52rem) {
    :host {
      display: block;
      height: auto;
    }
    main {
      display: block;
    }
    .tagline {
      display: none;
    }
    /* What was just done is said where it is seen. */
    .notice:has(p:not(:empty)) {
      position: fixed;
      inset-block-end: 0;
      inset-inline: 0;
      z-index: 2;
      justify-content: space-between;
      border-block-start: 1px solid var(--line-strong);
      background: var(--raised);
      padding: 0.35rem 1rem;
      color: var(--ink);
    }
    header {
      gap: 0.5rem;
      padding: 0.35rem 0.75rem;
    }
    .settings {
      gap: 0;
    }
  }
`;
