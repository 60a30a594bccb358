import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Cell, Column, Row, Sheet } from "../records/sheets.ts";
import { base } from "../style/tokens.ts";
import { tableStyles } from "./table-styles.ts";

/**
 * One table of a report. Usable alone: it needs a sheet and the words of a language.
 *
 * @fires jiyao-pick - a row was chosen; `detail.row` is its id
 */
export class JiyaoTable extends LitElement {
  static override styles = [base, tableStyles];

  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) strings!: Strings;
  /** The id of the chosen row. */
  @property({ attribute: false }) selected: string | null = null;
  /** The row that the tab key comes to; arrow keys move it. */
  @state() private current: string | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected) this.current = this.selected;
  }

  override render() {
    const { sheet, strings } = this;
    const columns = sheet.columns.filter(({ extra }) => !extra);
    const rows = sheet.rows;
    const heading = html`<h3 id="heading">
      ${sheet.title}${sheet.id === "meeting" ? nothing : html` <span class="count">${sheet.rows.length}</span>`}
    </h3>`;
    if (sheet.rows.length === 0)
      return html`<div class="head">${heading}</div><p class="none">${strings.noRows[sheet.id]}</p>`;
    const current = rows.some(({ id }) => id === this.current) ? this.current : rows[0]?.id;
    return html`
      <div class="head">${heading}</div>
      <table aria-labelledby="heading" class=${sheet.id} @keydown=${this.#keydown}>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col" class=${classOf(column)}>${column.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(row, columns, row.id === current))}
        </tbody>
      </table>
    `;
  }

  #row(row: Row, columns: readonly Column[], reachable: boolean) {
    const selected = row.id === this.selected;
    return html`<tr class=${row.kind} aria-current=${selected ? "true" : nothing} data-row=${row.id} @click=${this.#click}>
      ${columns.map((column) => {
        const cell = row.cells[this.sheet.columns.indexOf(column)] ?? null;
        return column.rowHeader
          ? html`<th scope="row"><button type="button" tabindex=${reachable ? 0 : -1} title=${this.strings.showEvidence(String(cell), row.spans.length)}>${cell}</button></th>`
          : html`<td class=${classOf(column)}>${shown(cell)}</td>`;
      })}
    </tr>`;
  }

  #click = (event: Event): void => {
    // Somebody who selects words in a cell wants the words.
    const selection =
      (this.renderRoot as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.() ?? getSelection();
    if (selection && !selection.isCollapsed && selection.toString().trim()) return;
    const row = (event.currentTarget as HTMLElement).dataset.row;
    if (row) send(this, "jiyao-pick", { row, from: "table" });
  };

  #keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>("tbody button")];
    const at = buttons.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = buttons[Math.max(0, Math.min(to, buttons.length - 1))];
    const row = next?.closest("tr")?.dataset.row;
    if (!next || !row || row === this.selected) return;
    this.current = row;
    next.focus();
    send(this, "jiyao-pick", { row, from: "table" });
  };

  /** Brings a row into view without taking the focus. */
  reveal(row: string): void {
    const rows = this.renderRoot.querySelectorAll<HTMLElement>("tbody tr");
    [...rows].find((one) => one.dataset.row === row)?.scrollIntoView({ block: "nearest" });
  }
}

function classOf({ id, numeric }: Column): string {
  return numeric ? `${id} numeric` : id;
}

function shown(cell: Cell): string {
  return cell === null || cell === "" ? "" : String(cell);
}

define("jiyao-table", JiyaoTable);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-table": JiyaoTable;
  }
}
