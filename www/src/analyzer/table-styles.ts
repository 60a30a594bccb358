import { css } from "lit";

export const tableStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    /* Where the width depends on what is inside, as in a row of flexible boxes. */
    contain-intrinsic-inline-size: 40rem;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  /* A theme of its own may not be that of the page. */
  :host([theme]) {
    background: var(--ground);
    padding: 0.75rem 1rem;
  }

  .head {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-block-end: 0.35rem;
  }

  h3 {
    font-size: 1rem;
    font-weight: 600;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
    font-size: var(--size-small);
  }
  .tools > button,
  summary {
    min-height: 1.75rem;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: none;
    padding: 0.1em 0.5em;
    color: var(--ink-soft);
    line-height: 1.75;
    cursor: pointer;
  }
  .tools > button:hover,
  summary:hover {
    border-color: var(--line-strong);
    color: var(--ink);
  }
  details {
    position: relative;
  }
  .columns {
    position: absolute;
    inset-inline-end: 0;
    z-index: 2;
    display: grid;
    gap: 0.15rem;
    min-width: 9em;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  label {
    display: flex;
    align-items: center;
    gap: 0.4em;
    min-height: 1.75rem;
    white-space: nowrap;
  }
  label small {
    color: var(--ink-soft);
  }
  input {
    accent-color: var(--accent);
  }

  .told:not(:empty) {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    z-index: 2;
    border-radius: var(--radius);
    background: var(--ink);
    padding: 0.4rem 1rem;
    color: var(--ground);
    font-size: var(--size-small);
  }

  .count {
    color: var(--ink-soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    margin-inline-start: 0.2em;
  }

  .none {
    color: var(--ink-soft);
    border-block-start: 1px solid var(--line);
    padding-block: 0.5rem;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    border-block-start: 2px solid var(--ink);
    line-height: 1.55;
  }

  thead th {
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 400;
    white-space: nowrap;
  }

  /* Above long tables the titles stay, where whoever puts the table in place says how far from the top. */
  thead th,
  thead th.act {
    position: sticky;
    inset-block-start: var(--stuck, auto);
    z-index: 1;
    background: var(--ground);
    box-shadow: inset 0 -1px 0 var(--line);
  }
  tbody :is(tr, button, .cell) {
    scroll-margin-block-start: calc(var(--covered, 0px) + 2.75rem);
  }

  thead button {
    min-height: 1.5rem;
    border: 0;
    background: none;
    padding: 0;
    color: inherit;
    white-space: nowrap;
  }
  thead button:hover {
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  /* Room for the arrow is always there: a sorted column does not grow. */
  .arrow {
    display: inline-block;
    width: 1em;
    text-align: center;
    color: var(--accent);
  }


  th,
  td {
    border-block-end: 1px solid var(--line);
    padding: 0.4rem 0.6rem;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0.75rem;
  }

  .numeric {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  tbody.away td {
    border: 0;
    padding: 0;
  }

  tbody:where(:not(.away)) tr {
    cursor: pointer;
    position: relative;
  }

  tbody:where(:not(.away)) tr:is(:hover, .hinted) {
    background: color-mix(in oklab, var(--ink) 4%, transparent);
  }

  tbody tr:is([aria-current="true"], [aria-selected="true"]) {
    background: var(--accent-ground);
  }

  /* The kind of find, as a quiet edge. */
  tbody:where(:not(.away)) tr > :first-child {
    box-shadow: inset 3px 0 0 var(--kind, var(--line));
  }
  tr.meeting {
    --kind: var(--meeting);
  }
  tr.person {
    --kind: var(--person);
  }
  tr.organization {
    --kind: var(--organization);
  }
  tr.group {
    --kind: var(--group);
  }
  tr.award {
    --kind: var(--award);
  }
  tr.directive {
    --kind: var(--directive);
  }

  tbody th {
    font-weight: 500;
  }
  tbody th button {
    max-inline-size: 42em;
    min-height: 0;
    border: 0;
    background: none;
    padding: 0;
    text-align: start;
    font-weight: inherit;
  }
  tbody th small {
    display: block;
    color: var(--accent);
    font-size: var(--size-small);
    font-weight: 400;
  }
  .places button {
    min-width: 1.75rem;
    min-height: 1.5rem;
    border-color: transparent;
    background: none;
    padding: 0 0.3em;
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .places button:hover {
    border-color: var(--line-strong);
  }
  tbody th button:focus-visible {
    outline: none;
  }
  tbody tr:has(th button:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .act {
    /* What only screen readers see stays in the table: else the page itself could be scrolled. */
    position: relative;
    width: 2.25rem;
    padding: 0.2rem 0.25rem;
    text-align: end;
  }
  .edit {
    min-width: 1.75rem;
    min-height: 1.75rem;
    border-color: transparent;
    background: none;
    padding: 0;
    color: var(--ink-soft);
    opacity: 0;
  }
  tr:hover .edit,
  tr[aria-current="true"] .edit,
  tr:focus-within .edit {
    opacity: 1;
  }
  .edit:hover {
    color: var(--ink);
  }

  /* What a person mended. */
  .mended > span:first-child,
  .mended .part,
  .mended > button > span {
    text-decoration: underline dotted var(--accent) 2px;
    text-underline-offset: 0.3em;
  }
  /* A cell that is empty now shows that something was there. */
  .mended > span:empty::before {
    content: "\\2003";
  }

  /* The cell that is corrected keeps its place and its words theirs. */
  .editing {
    padding: 0.15rem 0.2rem;
  }
  .editing .hold {
    display: block;
    overflow: hidden;
    height: 0;
    padding-inline: 0.4rem;
  }
  .cell {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    min-height: 0;
    margin: 0;
    border: 1px solid var(--accent);
    border-radius: 3px;
    background: var(--sheet);
    padding: calc(0.25rem - 1px) calc(0.4rem - 1px);
    color: var(--ink);
    font: inherit;
    line-height: inherit;
    text-align: inherit;
    overflow-wrap: anywhere;
    field-sizing: content;
    resize: none;
  }
  textarea.cell {
    contain: inline-size;
  }
  .cell[aria-invalid="true"] {
    border-style: dashed;
    border-width: 2px;
  }
  .badge {
    display: inline-block;
    border: 1px solid var(--accent);
    border-radius: 3px;
    padding-inline: 0.3em;
    color: var(--accent);
    font-size: 0.6875rem;
    font-weight: 400;
    line-height: 1.5;
    white-space: nowrap;
  }

  table.meeting tbody th {
    width: 6.5em;
    color: var(--ink-soft);
    font-weight: 400;
  }
  .attendees thead .name {
    width: 26%;
    min-width: 5em;
  }
  .attendees .positions {
    width: 34%;
  }
  /* Three roles on a line, where there is room for them. */
  @container (min-width: 34rem) {
    .attendees thead .roles {
      min-width: 9.5em;
    }
    .directives thead .addressee {
      min-width: 7em;
    }
  }
  /* Posts and roles break between, and within only where one is too long for the line. */
  .part {
    display: inline-block;
  }
  .speaker,
  .recipient {
    min-width: 4.5em;
  }
  .awards thead .honor,
  .awards .recipient {
    width: 42%;
  }
  .directives .ordinal {
    width: 1%;
  }
  .directives .headline {
    width: 60%;
  }
  .meetings thead .meetingName {
    width: 40%;
    min-width: 6em;
  }
  @container (max-width: 34rem) {
    .meetings :is(.people, .awards, .directives):not(.chosen) {
      display: none;
    }
    /* More columns than find room were asked for: the table scrolls by itself, and its titles with it. */
    .held:has(.chosen) {
      --stuck: auto;
      overflow-x: auto;
    }
  }
  .meetings thead :is(.date, .isoDate, .place) {
    min-width: 7em;
  }
  /* Rows come and go while a long table is scrolled: its columns stay. */
  table.long {
    table-layout: fixed;
  }
  .long thead :is(th, button) {
    white-space: normal;
  }
  .long thead .roles {
    width: 8.5em;
  }
  .long thead .report,
  .long thead .ordinal,
  .long thead .count,
  .long thead .kind {
    width: 5.5em;
  }
  .long thead .item {
    width: 7.5em;
  }
  .kind {
    white-space: nowrap;
    color: var(--ink-soft);
  }

  @media (forced-colors: active) {
    tbody tr:is(:hover, .hinted) {
      outline: 1px dotted;
      outline-offset: -2px;
    }
  }

  /* On a phone each cell that needs width goes first; the kind has its edge colour already. */
  @container (max-width: 30rem) {
    .kind:not(.chosen) {
      display: none;
    }
    th,
    td {
      padding-inline: 0.4rem;
    }
    .arrow:empty {
      display: none;
    }
    .attendees thead .name {
      min-width: 4.25em;
    }
    .directives :is(.speaker, .addressee) {
      min-width: 3.8em;
    }
    .meetings thead :is(.date, .isoDate, .place) {
      min-width: 4.5em;
    }
    .attendees thead .positions {
      min-width: 4.75em;
    }
    .attendees:has(thead .report) .count:not(.chosen) {
      display: none;
    }
    .places button {
      min-width: 1.5rem;
      padding: 0;
    }
    .editing .hold {
      padding-inline: 0.2rem;
    }
    .cell {
      padding-inline: calc(0.2rem - 1px);
    }
    .act {
      width: 1.75rem;
      padding-inline: 0;
    }
  }
`;
