// Loaded when two tellings are first compared.
import { css, html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Comparison, compared, type Pair, type Said } from "../records/compare.ts";
import { tellingsOf } from "../records/record.ts";
import { base } from "../style/tokens.ts";

/**
 * Two tellings of one meeting side by side.
 *
 * @fires jiyao-pick - a row was chosen; `detail.part` is the telling's row that was clicked
 */
export class JiyaoCompare extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1.5rem;
        margin-block-end: 1rem;
        font-size: var(--size-small);
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.4em;
        min-height: 1.75rem;
      }
      input {
        accent-color: var(--accent);
      }
      h3 {
        margin-block: 1.5rem 0.35rem;
        font-size: 1rem;
        font-weight: 600;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        border-block-start: 2px solid var(--ink);
        table-layout: fixed;
        line-height: 1.55;
      }
      th,
      td {
        border-block-end: 1px solid var(--line);
        padding: 0.2rem 0.4rem;
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      thead th {
        padding-block: 0.4rem;
        color: var(--ink-soft);
        font-size: var(--size-small);
        font-weight: 400;
      }
      thead th:first-child {
        width: 6.5em;
      }
      tbody th {
        padding-block: 0.4rem;
        font-size: var(--size-small);
        font-weight: 400;
        color: var(--ink-soft);
      }
      tr.different th {
        color: var(--accent);
        font-weight: 600;
      }
      tr.different td {
        background: color-mix(in oklab, var(--accent) 7%, transparent);
      }
      tr[aria-current="true"] td {
        background: var(--accent-ground);
      }
      td button {
        display: block;
        width: 100%;
        min-height: 1.75rem;
        border: 0;
        background: none;
        padding: 0.2rem 0.3rem;
        text-align: start;
      }
      td button:hover {
        background: color-mix(in oklab, var(--ink) 5%, transparent);
      }
      small {
        display: block;
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .none {
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) reports: readonly Report[] = [];
  /** The index of the report that is compared with another of the same meeting. */
  @property({ attribute: false }) at = 0;
  @property({ attribute: false }) selected: string | null = null;
  /** The other one, where there are several. */
  @state() private other: number | null = null;
  @state() private onlyDifferent = false;

  override render() {
    const { strings } = this;
    const others = tellingsOf(this.reports, this.at).filter((index) => index !== this.at);
    const other = others.find((index) => index === this.other) ?? others[0];
    if (other === undefined) return nothing;
    const [first, second] = [Math.min(this.at, other), Math.max(this.at, other)];
    const comparisons = compared(this.reports, first, second, strings);
    const all = comparisons.flatMap(({ pairs }) => pairs);
    return html`
      <div class="bar">
        <p role="status">${strings.compare.summary(
          all.filter(({ agreement }) => agreement === "same").length,
          all.filter(({ agreement }) => agreement === "different").length,
          all.filter(({ agreement }) => agreement === "first" || agreement === "second").length,
        )}</p>
        ${others.length > 1 ? this.#choice(others, other) : nothing}
        <label>
          <input type="checkbox" .checked=${this.onlyDifferent} @change=${this.#narrow} />
          ${strings.compare.onlyDifferent}
        </label>
      </div>
      ${comparisons.map((comparison) => this.#table(comparison, first, second))}
    `;
  }

  #choice(others: readonly number[], chosen: number) {
    const { compare, reportTab } = this.strings;
    return html`<label>
      ${compare.with}
      <select @change=${(event: Event) => {
        this.other = Number((event.target as HTMLSelectElement).value);
      }}>
        ${others.map((index) => html`<option value=${index} .selected=${index === chosen}>${reportTab(index + 1, null)}</option>`)}
      </select>
    </label>`;
  }

  #table({ sheet, pairs }: Comparison, first: number, second: number) {
    const { compare, sheets, reportTab } = this.strings;
    const shown = pairs.filter(({ agreement }) => !this.onlyDifferent || agreement !== "same");
    return html`<h3 id=${sheet}>${sheets[sheet]}</h3>
      ${
        shown.length === 0
          ? html`<p class="none">${pairs.length ? compare.noDifference : compare.nothing}</p>`
          : html`<table aria-labelledby=${sheet}>
            <thead>
              <tr>
                <th scope="col">${compare.agreement}</th>
                <th scope="col">${reportTab(first + 1, null)}</th>
                <th scope="col">${reportTab(second + 1, null)}</th>
              </tr>
            </thead>
            <tbody>
              ${shown.map((pair) => this.#pair(pair, first, second))}
            </tbody>
          </table>`
      }`;
  }

  #pair(pair: Pair, first: number, second: number) {
    const { agreements } = this.strings.compare;
    const only = { same: 0, different: 0, first: first + 1, second: second + 1 }[pair.agreement];
    return html`<tr class=${pair.agreement} aria-current=${pair.row === this.selected ? "true" : nothing} data-row=${pair.row}>
      <th scope="row">${only ? agreements.only(only) : agreements[pair.agreement === "same" ? "same" : "different"]}</th>
      <td lang="zh">${this.#said(pair, pair.first, first)}</td>
      <td lang="zh">${this.#said(pair, pair.second, second)}</td>
    </tr>`;
  }

  #said({ row }: Pair, said: Said | null, report: number) {
    if (!said) return nothing;
    return html`<button
      type="button"
      title=${this.strings.showIn(report + 1)}
      @click=${() => send(this, "jiyao-pick", { row, part: said.row, from: "table" })}
    >${said.title}${said.facts ? html`<small>${said.facts}</small>` : nothing}</button>`;
  }

  #narrow = (event: Event): void => {
    this.onlyDifferent = (event.target as HTMLInputElement).checked;
  };
}

define("jiyao-compare", JiyaoCompare);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-compare": JiyaoCompare;
  }
}
