import { css } from "lit";

/** What dialogs share. */
export const dialogStyles = css`
  dialog {
    width: min(34rem, 92vw);
    max-height: 88vh;
    overflow: auto;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: var(--ink);
    padding: 1.25rem 1.5rem;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .title {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1rem;
  }
  h2 {
    font-family: var(--serif);
    font-size: 1.25rem;
    font-weight: 600;
  }
  .close {
    border-color: transparent;
    background: none;
  }
  .soft {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  input,
  select,
  textarea {
    min-height: 2.25rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
    color: inherit;
    padding: 0.2em 0.6em;
    font: inherit;
  }
  .main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
`;
