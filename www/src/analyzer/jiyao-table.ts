import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { copy } from "../out/clipboard.ts";
import { download } from "../out/download.ts";
import { toCsv, toHtml, toMarkdown, toTsv } from "../out/formats.ts";
import type { Cell, Column, Row, Sheet } from "../records/sheets.ts";
import { filterRows, narrowed, nextOrder, type Order, sortRows } from "../records/view.ts";
import { base } from "../style/tokens.ts";
import { tableStyles } from "./table-styles.ts";

/** How many rows are drawn at first and each time that the end comes near: thousands at once would stutter. */
const CHUNK = 200;
/** The end is near when the row this far before it is seen. */
const NEAR_END = 40;

/**
 * One table of a report. Usable alone: it needs a sheet and the words of a language.
 *
 * @slot view - beside the title, for another way to see the rows
 * @slot instead - shown in place of the rows while `replaced` is set
 * @fires jiyao-pick - a row was chosen; `detail.row` is its id
 * @fires jiyao-told - something was done that should be said; `detail.message`
 */
export class JiyaoTable extends LitElement {
  static override styles = [base, tableStyles];

  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) strings!: Strings;
  /** Only rows with these words are shown. */
  @property({ attribute: false }) filter = "";
  /** For the names of files. */
  @property({ attribute: false }) fileTitle = "jiyao";
  /** The id of the chosen row. */
  @property({ attribute: false }) selected: string | null = null;
  /** Something else stands in the place of the rows. */
  @property({ type: Boolean }) replaced = false;
  /** The row that the tab key comes to; arrow keys move it. */
  @state() private current: string | null = null;
  @state() private order: Order | null = null;
  @state() private chosenColumns: ReadonlySet<string> | null = null;
  @state() private limit = CHUNK;

  #rows: Row[] = [];
  readonly #nearEnd = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) this.limit += CHUNK;
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected) this.current = this.selected;
    if (changed.has("filter")) this.limit = CHUNK;
    this.#rows = sortRows(filterRows(this.sheet.rows, this.filter), this.sheet, this.order);
  }

  override updated(): void {
    this.#nearEnd.disconnect();
    const end = this.renderRoot.querySelector("tfoot");
    if (!end) return;
    const rows = this.renderRoot.querySelectorAll("tbody tr");
    for (const mark of [end, rows[rows.length - NEAR_END]]) if (mark) this.#nearEnd.observe(mark);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#nearEnd.disconnect();
  }

  #isShown = (column: string): boolean => {
    const chosen = this.chosenColumns;
    return chosen ? chosen.has(column) : !this.sheet.columns.find(({ id }) => id === column)?.extra;
  };

  override render() {
    const { sheet, strings } = this;
    const all = sheet.rows.length;
    return html`
      <div class="head">
        <h3 id="heading">${sheet.title}${sheet.id === "meeting" ? nothing : html` <span class="count">${this.#count()}</span>`}</h3>
        <slot name="view"></slot>
        ${all ? this.#tools() : nothing}
      </div>
      ${
        all === 0
          ? html`<p class="none">${strings.noRows[sheet.id]}</p>`
          : this.replaced
            ? html`<slot name="instead"></slot>`
            : this.#rows.length === 0
              ? html`<p class="none">${strings.noMatches}</p>`
              : this.#table()
      }
    `;
  }

  #count(): string {
    const [shown, all] = [this.#rows.length, this.sheet.rows.length];
    return shown === all ? String(all) : `${shown} / ${all}`;
  }

  #tools() {
    const { strings } = this;
    return html`<div class="tools" role="group" aria-label=${`${this.sheet.title}: ${strings.tools}`}>
      <button type="button" title=${strings.copyTitle} @click=${this.#copyCells}>${strings.copy}</button>
      <button type="button" title=${strings.copyMarkdownTitle} @click=${this.#copyMarkdown}>Markdown</button>
      <button type="button" title=${strings.csvTitle} @click=${this.#saveCsv}>CSV</button>
      <details @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
        <summary>${strings.chooseColumns}</summary>
        <div class="columns" role="group" aria-label=${strings.chooseColumns}>
          ${this.sheet.columns.map(
            ({ id, title, rowHeader }) => html`<label>
              <input type="checkbox" .checked=${this.#isShown(id)} ?disabled=${rowHeader} @change=${() => this.#toggleColumn(id)} />
              ${title}
            </label>`,
          )}
        </div>
      </details>
    </div>`;
  }

  #table() {
    const rows = this.#rows.slice(0, this.limit);
    const current = rows.some(({ id }) => id === this.current) ? this.current : rows[0]?.id;
    const columns = this.sheet.columns.flatMap((column, index) =>
      this.#isShown(column.id) ? [{ column, index }] : [],
    );
    return html`<table aria-labelledby="heading" aria-rowcount=${this.#rows.length + 1} class=${this.sheet.id} @keydown=${this.#keydown}>
      <thead>
        <tr>
          ${columns.map(({ column }) => this.#title(column))}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.#row(row, columns, row.id === current))}
      </tbody>
      ${rows.length < this.#rows.length ? html`<tfoot><tr><td colspan=${columns.length}>…</td></tr></tfoot>` : nothing}
    </table>`;
  }

  #title(column: Column) {
    const { order } = this;
    const sorted = order?.column === column.id ? (order.descending ? "descending" : "ascending") : null;
    // The table of the meeting itself has an order of its own.
    const content = this.sheet.id === "meeting" ? column.title : this.#sorter(column, sorted);
    return html`<th scope="col" class=${classOf(column)} aria-sort=${sorted ?? nothing}>${content}</th>`;
  }

  #sorter({ id, title, numeric }: Column, sorted: "ascending" | "descending" | null) {
    const mark = sorted ? (sorted === "ascending" ? "↑" : "↓") : "";
    const arrow = html`<span class="arrow" aria-hidden="true">${mark}</span>`;
    return html`<button type="button" title=${this.strings.sortBy(title)} @click=${() => this.#sort(id)}>
      ${numeric ? [arrow, title] : [title, arrow]}
    </button>`;
  }

  #row(row: Row, columns: readonly { column: Column; index: number }[], reachable: boolean) {
    const selected = row.id === this.selected;
    return html`<tr class=${row.kind} aria-current=${selected ? "true" : nothing} data-row=${row.id} @click=${this.#click}>
      ${columns.map(({ column, index }) => {
        const cell = row.cells[index] ?? null;
        const title = column.rowHeader && this.strings.showEvidence(words(cell), row.spans.length);
        return column.rowHeader
          ? html`<th scope="row" lang="zh"><button type="button" tabindex=${reachable ? 0 : -1} title=${title || nothing}>${words(cell)}</button></th>`
          : html`<td class=${classOf(column)}>${words(cell)}</td>`;
      })}
    </tr>`;
  }

  #sort(column: string): void {
    this.order = nextOrder(this.order, column);
  }

  #toggleColumn(column: string): void {
    const shown = new Set(this.sheet.columns.map(({ id }) => id).filter(this.#isShown));
    if (!shown.delete(column)) shown.add(column);
    this.chosenColumns = shown;
  }

  /** What is seen now, for the clipboard. */
  #seen(): Sheet {
    return narrowed(this.sheet, this.#rows, this.#isShown);
  }

  #copyCells = (): Promise<void> => this.#tell(copy(toTsv(this.#seen()), toHtml(this.#seen())));

  #copyMarkdown = (): Promise<void> => this.#tell(copy(toMarkdown(this.#seen())));

  #saveCsv = (): void => download(`${this.fileTitle} ${this.sheet.title}.csv`, toCsv(this.sheet), "text/csv");

  async #tell(copying: Promise<void>): Promise<void> {
    const { copied, notCopied, rows } = this.strings;
    const message = await copying.then(
      () => copied(this.sheet.title, rows(this.#rows.length)),
      () => notCopied,
    );
    send(this, "jiyao-told", { message });
  }

  #click = (event: Event): void => {
    // Somebody who selects words in a cell wants the words.
    const root = this.renderRoot as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? getSelection();
    if (selection && !selection.isCollapsed && selection.toString().trim()) return;
    const { row } = (event.currentTarget as HTMLElement).dataset;
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
  async reveal(row: string): Promise<void> {
    const at = this.#rows.findIndex(({ id }) => id === row);
    if (at < 0) return;
    if (at >= this.limit) {
      this.limit = at + CHUNK;
      await this.updateComplete;
    }
    this.renderRoot.querySelectorAll("tbody tr")[at]?.scrollIntoView({ block: "nearest" });
  }
}

function classOf({ id, numeric }: Column): string {
  return numeric ? `${id} numeric` : id;
}

function words(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !details.open) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}

function closeOnLeave(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !details.contains(event.relatedTarget as Node)) details.open = false;
}

define("jiyao-table", JiyaoTable);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-table": JiyaoTable;
  }
}
