import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Analysis, Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { sheetsOf } from "../records/sheets.ts";
import { base } from "../style/tokens.ts";
import "./jiyao-table.ts";

/**
 * The tables of an analysis: one report at a time, the others as tabs.
 *
 * @fires jiyao-report - another report was chosen; `detail.report` is its index
 * @fires jiyao-pick - a row was chosen
 */
export class JiyaoResults extends LitElement {
  static override styles = [
    base,
    css`
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
      [role="tab"][aria-selected="true"] {
        border-color: var(--line-strong);
        background: var(--sheet);
        font-weight: 600;
      }
      header {
        margin-block-end: 1rem;
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
      jiyao-table + jiyao-table {
        margin-block-start: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) analysis!: Analysis;
  /** The index of the report that is shown. */
  @property({ attribute: false }) report = 0;
  @property({ attribute: false }) selected: string | null = null;

  override render() {
    const { reports } = this.analysis;
    const report = reports[this.report];
    if (!report) return nothing;
    if (reports.length === 1) return this.#report(report);
    return html`
      <div role="tablist" aria-label=${this.strings.reports} @keydown=${this.#keydown}>
        ${reports.map((one, index) => this.#tab(one, index))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.report}">${this.#report(report)}</div>
    `;
  }

  #tab(report: Report, index: number) {
    const chosen = index === this.report;
    const label = this.strings.reportTab(index + 1, titleOf(report));
    return html`<button
      role="tab"
      id="tab-${index}"
      type="button"
      title=${label}
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(index)}
    >${label}</button>`;
  }

  #report(report: Report) {
    const { strings } = this;
    const people = report.attendees.filter(({ kind }) => kind === "person").length;
    const same = report.sameMeetingAs;
    return html`
      <header>
        <h2 lang="zh">${titleOf(report) ?? strings.reportTab(this.report + 1, null)}</h2>
        <p class="summary">
          ${strings.summary(people, report.attendees.length - people, report.awards.length, report.directives.length)}
          ${same == null ? "" : html` · ${strings.sameMeeting(same + 1)}`}
        </p>
      </header>
      ${sheetsOf(report, this.report, strings).map(
        (sheet) =>
          html`<jiyao-table exportparts="table" .sheet=${sheet} .strings=${strings} .selected=${this.selected}></jiyao-table>`,
      )}
    `;
  }

  #choose(report: number): void {
    send(this, "jiyao-report", { report });
  }

  #keydown = (event: KeyboardEvent): void => {
    const last = this.analysis.reports.length - 1;
    const to = { ArrowRight: this.report + 1, ArrowLeft: this.report - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(to, last));
    this.#choose(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  /** Brings a row of the report that is shown into view. */
  async reveal(row: string): Promise<void> {
    await this.updateComplete;
    for (const table of this.renderRoot.querySelectorAll("jiyao-table")) {
      await table.updateComplete;
      table.reveal(row);
    }
  }
}

function titleOf(report: Report): string | null {
  return report.meeting.name?.text ?? report.heading ?? null;
}

define("jiyao-results", JiyaoResults);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-results": JiyaoResults;
  }
}
