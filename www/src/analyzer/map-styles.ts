import { css } from "lit";

export const mapStyles = css`
  :host {
    display: block;
    border-block-start: 2px solid var(--ink);
    padding-block: 0.5rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin-block-end: 0.5rem;
  }
  .tools button {
    min-height: 1.75rem;
    background: none;
    font-size: var(--size-small);
  }
  .scroll {
    overflow: auto;
    border-radius: var(--radius);
    background: var(--sheet);
    padding: 0.75rem;
  }
  svg {
    display: block;
    font-family: var(--sans);
    font-size: 14px;
  }
  .ground {
    fill: var(--sheet);
  }
  .link {
    fill: none;
    stroke: var(--line-strong);
    stroke-width: 1px;
  }
  .topic {
    cursor: pointer;
    outline: none;
  }
  .box {
    fill: var(--sheet);
    stroke: var(--line);
    stroke-width: 1px;
  }
  .words {
    fill: var(--ink);
  }
  .depth-0 .box {
    stroke: var(--line-strong);
  }
  .depth-0 .words,
  .depth-1 .words {
    font-weight: 600;
  }
  .depth-0 .words {
    font-family: var(--serif);
  }
  .topic:hover .box {
    stroke: var(--line-strong);
  }
  .topic[aria-selected="true"] .box {
    fill: var(--accent-ground);
    stroke: var(--accent);
  }
  .topic:focus-visible .box {
    stroke: var(--accent);
    stroke-width: 2.5px;
  }
  .fold circle {
    fill: var(--sheet);
    stroke: var(--line-strong);
    stroke-width: 1px;
  }
  .fold text {
    fill: var(--ink-soft);
    font-size: 11px;
    text-anchor: middle;
  }
  .fold:hover circle {
    stroke: var(--accent);
  }
`;
