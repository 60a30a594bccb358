import { css } from "lit";

export const resultsStyles = css`
  :host {
    display: block;
  }

  [role="tablist"] {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    margin-block-end: 0.75rem;
    padding: 3px;
  }
  [role="tab"] {
    flex: 0 1 auto;
    min-width: 6em;
    max-width: 18em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-color: transparent;
    background: none;
  }
  #tab-all {
    min-width: auto;
    flex: none;
  }
  [role="tab"][aria-selected="true"] {
    border-color: var(--line-strong);
    background: var(--sheet);
    font-weight: 600;
  }

  .chooser {
    display: flex;
    gap: 0.25rem;
    margin-block-end: 0.75rem;
  }
  .chooser input {
    flex: 0 0 7em;
    text-align: end;
  }
  .chooser span {
    align-self: center;
    margin-inline-end: 0.75rem;
    color: var(--ink-soft);
  }
  .chooser button[aria-pressed="true"] {
    border-color: var(--accent);
    color: var(--accent);
  }
  .only-first {
    margin-block-end: 0.75rem;
    color: var(--ink-soft);
  }
  .chooser select {
    flex: 0 1 28em;
    min-width: 0;
  }

  h2 {
    font-family: var(--serif);
    font-size: 1.375rem;
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
  }
  .summary {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.75rem 1.25rem;
  }
  .bar > div {
    display: flex;
  }
  .bar button {
    border-radius: 0;
    margin-inline-start: -1px;
    border-color: var(--line-strong);
    background: none;
    font-size: var(--size-small);
  }
  .bar button:first-child {
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
  }
  .bar button:last-child {
    border-start-end-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }
  .bar[role="group"] {
    gap: 0;
    margin-block: 0.75rem 0;
  }
  .bar button[aria-pressed="true"] {
    background: var(--raised);
    font-weight: 600;
  }
  jiyao-record,
  jiyao-clean {
    margin-block-start: 1rem;
  }
  .bar button:hover {
    background: var(--raised);
  }
  input {
    flex: 1 1 10em;
    min-width: 0;
    max-width: 22em;
    min-height: 2rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    padding: 0.15em 0.6em;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }

  .views {
    display: flex;
    font-size: var(--size-small);
  }
  .views button {
    min-height: 1.75rem;
    border-color: transparent;
    background: none;
    padding-inline: 0.5em;
    color: var(--ink-soft);
  }
  .views button[aria-pressed="true"] {
    border-color: var(--line-strong);
    color: var(--ink);
  }

  jiyao-table + jiyao-table {
    margin-block-start: 1.75rem;
  }
  /* Those who took part stand beside the other tables, which are as long together. */
  @container (min-width: 150rem) {
    .tables:has(> .attendees):has(> jiyao-table + jiyao-table) {
      display: grid;
      grid-template: auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      gap: 1.75rem 3rem;
    }
    .tables > jiyao-table {
      grid-column: 1;
      margin-block-start: 0;
    }
    .tables > .attendees:not(:only-child) {
      grid-area: 1 / 2 / -1;
    }
  }
`;
