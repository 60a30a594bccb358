// What dialogs share.
import { css } from "lit";

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
  .title button {
    border-color: transparent;
    background: none;
  }
  h2 {
    font-family: var(--serif);
    font-size: 1.25rem;
    font-weight: 600;
  }
  h3 {
    margin-block: 1rem 0.25rem;
    font-size: var(--size);
    font-weight: 600;
  }
`;

/** Fields and the button that ends a form. */
export const formStyles = css`
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

/** Closes a dialog when the click was on what lies behind it. */
export function closeOutside(event: MouseEvent): void {
  const { target, currentTarget: dialog, clientX: x, clientY: y } = event;
  if (!(dialog instanceof HTMLDialogElement) || target !== dialog) return;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  if (x < left || x > right || y < top || y > bottom) dialog.close();
}
