import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { Analysis, Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import { LANGUAGES } from "../i18n/languages.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Field, fieldOf, originalOf } from "../mending/fields.ts";
import type { Mark } from "../mending/mends.ts";
import { copy } from "../out/clipboard.ts";
import { download } from "../out/download.ts";
import { toCsv, toHtml, toMarkdown, toTsv } from "../out/formats.ts";
import { reportOf } from "../records/finds.ts";
import { allSheets } from "../records/merge.ts";
import { type Cell, type Column, type Row, type Sheet, sheetsOf } from "../records/sheets.ts";
import { narrowed, nextOrder, type Order, seenRows } from "../records/view.ts";
import { base, tokens } from "../style/tokens.ts";
import { CellEditor, isInput } from "./cell-editor.ts";
import { atOnce, Slices } from "./slices.ts";
import { SpeakingElement } from "./speaking.ts";
import { tableStyles } from "./table-styles.ts";

/** Rows are drawn in blocks of this many, and only those blocks that are near the view. */
const BLOCK = 100;
/** How near, in pixels. */
const NEAR = 1200;
/** The height of a row before any was measured, in pixels. */
const ROW_HEIGHT = 37;
/** How long it is said that something was done, in milliseconds. */
const TOLD_FOR = 4000;
/** More reports than this are not listed in a row. */
const MOST_PLACES = 12;

const NONE: readonly Row[] = [];
const NO_ROWS: ReadonlySet<string> = new Set();
const NO_COLUMNS: ReadonlySet<string> = new Set();

/** Has no rows. */
const NO_REPORT: Report = {
  span: { start: 0, end: 0 },
  heading: null,
  sameMeetingAs: null,
  meeting: { name: null, date: null, place: null },
  attendees: [],
  awards: [],
  directives: [],
};

/**
 * One table of an analysis, for a page that has its own way to the text.
 *
 * @tagname jiyao-table
 * @attr {string} lang - the language of the element's own words, as of `jiyao-analyzer`
 * @attr {"light" | "dark" | "auto"} theme - the element's own theme, on a ground of its own; without it, the theme and the ground are those
 *   of what is around
 * @slot view - beside the title, for another way to see the rows
 * @fires {CustomEvent<{ row: string }>} jiyao-pick - a row was chosen; `detail.row` tells it as report, table and number:
 *   `0/attendees/3` is `analysis.reports[0].attendees[3]`, `0/attendees/3+2/attendees/0` is one person of two reports, and
 *   `0/meeting/name+0/meeting/date` one meeting among several
 * @fires {CustomEvent<{ message: string }>} jiyao-told - something was done, as rows copied; the table says it too
 * @csspart table-head - the title and tools
 * @csspart table - the table
 */
// Inside of an analyzer it also has the slot `instead`, shown in place of the rows while `replaced` is set, and where rows are mended it
// sends `jiyao-cell` (a cell was corrected), `jiyao-edit` (a row is to be mended in a form) and `jiyao-remove-row`.
export class JiyaoTable extends SpeakingElement {
  static override styles = [tokens, base, tableStyles];

  /**
   * What the table is of.
   * @public
   */
  @property({ attribute: false }) analysis: Analysis | null = null;
  /**
   * Which table of it.
   * @public
   */
  @property() table: "meeting" | "attendees" | "awards" | "directives" = "attendees";
  /**
   * The number of the report, from 0; without it, all reports together.
   * @public
   */
  @property({ type: Number }) report: number | null = null;
  /** The rows, where no `analysis` gives them. */
  @property({ attribute: false }) sheet!: Sheet;
  @property({ attribute: false }) strings!: Strings;
  /**
   * Only rows with these words are shown.
   * @public
   */
  @property() filter = "";
  /** The same words simplified. */
  @property({ attribute: false }) simplified: string | undefined;
  /** For the names of files. */
  @property({ attribute: false }) fileTitle = "jiyao";
  /**
   * The row that is chosen, as `jiyao-pick` tells it.
   * @public
   */
  @property({ attribute: false }) selected: string | null = null;
  /** The id of the row that is pointed at in the text. */
  @property({ attribute: false }) hinted: string | null = null;
  /** Rows can be mended. */
  @property({ type: Boolean }) editable = false;
  /** What was mended, by the ids of the rows. */
  @property({ attribute: false }) marks: ReadonlyMap<string, Mark> = new Map();
  /** Something else stands in the place of the rows. */
  @property({ type: Boolean }) replaced = false;
  /** What was just done, said for a moment; inside of an analyzer, that says it. */
  @state() private told = "";
  /** The row that the tab key comes to; arrow keys move it. */
  @state() private current: string | null = null;
  @state() private order: Order | null = null;
  /** The columns that were chosen to be shown or not. */
  @state() private chosenColumns: ReadonlyMap<string, boolean> = new Map();
  /** The columns that find no room: known while they are chosen. */
  @state() private squeezed: ReadonlySet<string> = NO_COLUMNS;
  /** The rows that are chosen together, to be copied or deleted. */
  @state() private chosenRows: ReadonlySet<string> = NO_ROWS;
  /** The row from which they are counted. */
  #anchor: string | null = null;
  /** The blocks that are drawn. */
  @state() private drawn: ReadonlySet<number> = new Set([0]);

  readonly #seen = new Slices<Row[]>(this);
  readonly #editor = new CellEditor(this, {
    columns: (row) => this.#editableColumns(row),
    rowOf: (row, column) => this.#rows.find(({ id }) => id === row)?.parts?.[column] ?? row,
    focusRow: (row) => void this.focusRow(row),
  });
  /** How high blocks were when they were drawn, in pixels, and of which rows. */
  #heights = new Map<number, number>();
  #measured: readonly Row[] = [];
  /** The columns with nothing in them. */
  #empty = NO_COLUMNS;
  #toldTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #nearness = new IntersectionObserver((entries) => this.#drawNear(entries), {
    rootMargin: `${NEAR}px 0px`,
    // The table stands in a box that scrolls; where this is not known, blocks are drawn a little later.
    scrollMargin: `${NEAR}px 0px`,
  } as IntersectionObserverInit);

  override willUpdate(changed: PropertyValues): void {
    if (this.analysis) this.#take(this.analysis, changed);
    else if (changed.get("analysis")) this.sheet = undefined as unknown as Sheet;
    if (changed.has("selected") && this.selected) this.current = this.selected;
    if (changed.has("sheet")) this.chosenRows = NO_ROWS;
    if (this.sheet && ["sheet", "filter", "simplified", "order"].some((name) => changed.has(name))) {
      this.#seen.begin(seenRows(this.sheet, { words: this.filter ?? "", simplified: this.simplified }, this.order));
    }
    if (this.#measured !== this.#rows) {
      this.#measured = this.#rows;
      this.#empty = this.sheet ? emptyColumns(this.sheet.columns, this.#rows) : NO_COLUMNS;
      this.#heights = new Map();
      this.drawn = new Set([0]);
    }
  }

  /** The rows from an analysis, in the language that is spoken now. */
  #take(analysis: Analysis, changed: PropertyValues): void {
    const strings = LANGUAGES[this.language];
    if (strings === this.strings && !["analysis", "report", "table"].some((name) => changed.has(name))) return;
    this.strings = strings;
    // Another analysis has other rows.
    if (changed.get("analysis") && !changed.has("selected")) this.selected = null;
    const report = analysis.reports[this.report ?? -1] ?? (analysis.reports.length ? null : NO_REPORT);
    const sheets = report ? sheetsOf(report, this.report ?? 0, strings) : atOnce(allSheets(analysis, strings));
    const sheet = (table: string): Sheet | undefined => sheets.find(({ id }) => id === table);
    this.sheet = sheet(this.table) ?? (sheet("attendees") as Sheet);
  }

  override updated(): void {
    const blocks = this.renderRoot.querySelectorAll("tbody");
    if (blocks.length < 2) this.#nearness.disconnect();
    else for (const block of blocks) this.#nearness.observe(block);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#nearness.disconnect();
    clearTimeout(this.#toldTimer);
    this.told = "";
  }

  /** The rows that the filter leaves, in their order. */
  get #rows(): readonly Row[] {
    return this.#seen.result ?? NONE;
  }

  #drawNear(entries: readonly IntersectionObserverEntry[]): void {
    const drawn = new Set(this.drawn);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const block = Number((target as HTMLElement).dataset.block);
      if (isIntersecting) drawn.add(block);
      // The block that has the focus stays.
      else if (drawn.has(block) && !target.matches(":focus-within")) {
        drawn.delete(block);
        if (boundingClientRect.height > 0) this.#heights.set(block, boundingClientRect.height);
      }
    }
    if (drawn.size !== this.drawn.size || [...drawn].some((block) => !this.drawn.has(block))) this.drawn = drawn;
  }

  /** The element of a row, which is drawn for that if need be. */
  async #drawRow(index: number): Promise<HTMLTableRowElement | undefined> {
    const block = Math.floor(index / BLOCK);
    if (!this.drawn.has(block)) {
      this.drawn = new Set([...this.drawn, block]);
      await this.updateComplete;
    }
    return this.renderRoot.querySelector<HTMLTableSectionElement>(`tbody[data-block="${block}"]`)?.rows[index % BLOCK];
  }

  /** The columns whose cells can be corrected. */
  #editableColumns(row: string): { column: string; field: Field }[] {
    const parts = this.#rows.find(({ id }) => id === row)?.parts;
    return this.sheet.columns.flatMap(({ id }) => {
      const field = this.#isShown(id) && fieldOf(this.sheet.id, id);
      return field && (!parts || parts[id]) ? [{ column: id, field }] : [];
    });
  }

  /** What was chosen; else what has something in it and is no extra. */
  #isShown = (column: string): boolean => {
    const usual = !this.#empty.has(column) && !this.sheet.columns.find(({ id }) => id === column)?.extra;
    return this.chosenColumns.get(column) ?? usual;
  };

  override render() {
    const { sheet, strings } = this;
    if (!sheet) return nothing;
    const all = sheet.rows.length;
    return html`
      <div class="head" part="table-head">
        <h3 id="heading">${sheet.title}${this.#isOneMeeting ? nothing : html` <span class="count" aria-live="polite">${this.#count()}</span>`}</h3>
        <slot name="view"></slot>
        ${all ? this.#tools() : nothing}
        ${this.analysis ? html`<p class="told" role="status">${this.told}</p>` : nothing}
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
    const [shown, all, chosen] = [this.#rows.length, this.sheet.rows.length, this.#chosen().length];
    const count = shown === all ? String(all) : `${shown} / ${all}`;
    return chosen ? `${count} · ${this.strings.chosenRows(chosen)}` : count;
  }

  /** The rows that are chosen together and seen. */
  #chosen(): readonly Row[] {
    return this.chosenRows.size ? this.#rows.filter(({ id }) => this.chosenRows.has(id)) : NONE;
  }

  #tools() {
    const { strings } = this;
    return html`<div class="tools" role="group" aria-label=${`${this.sheet.title}: ${strings.tools}`}>
      <button type="button" title=${strings.copyTitle} @click=${this.#copyCells}>${strings.copy}</button>
      <button type="button" title=${strings.copyMarkdownTitle} @click=${this.#copyMarkdown}>Markdown</button>
      <button type="button" title=${strings.csvTitle} @click=${this.#saveCsv}>CSV</button>
      <details @keydown=${closeOnEscape} @focusout=${closeOnLeave} @toggle=${this.#findSqueezed}>
        <summary>${strings.chooseColumns}</summary>
        <div class="columns" role="group" aria-label=${strings.chooseColumns}>
          ${this.sheet.columns.map((column) => this.#choice(column))}
        </div>
      </details>
    </div>`;
  }

  #choice({ id, title, rowHeader }: Column) {
    const { emptyColumn, squeezedColumn } = this.strings;
    const note = this.#empty.has(id) ? emptyColumn : this.squeezed.has(id) ? squeezedColumn : null;
    return html`<label>
      <input
        type="checkbox"
        .checked=${this.#isShown(id) && !this.squeezed.has(id)}
        ?disabled=${rowHeader}
        @change=${(event: Event) => this.#chooseColumn(id, (event.target as HTMLInputElement).checked)}
      />
      ${title}${note ? html` <small>${note}</small>` : nothing}
    </label>`;
  }

  #table() {
    const rows = this.#rows;
    const count = Math.ceil(rows.length / BLOCK);
    const currentAt = this.#indexOf(this.current);
    const current = rows[currentAt >= 0 ? currentAt : 0];
    const columns = this.sheet.columns.flatMap((column, index) =>
      this.#isShown(column.id) ? [{ column, index }] : [],
    );
    return html`<div class="held"><table
      part="table"
      aria-labelledby="heading"
      aria-rowcount=${rows.length + 1}
      aria-busy=${this.#seen.busy}
      class="${this.sheet.id === "meeting" && !this.#isOneMeeting ? "meetings" : this.sheet.id} ${count > 1 ? "long" : ""}"
      @keydown=${this.#keydown}
    >
      <thead>
        <tr>
          ${columns.map(({ column }) => this.#title(column))}
          ${this.#hasForms ? html`<th scope="col" class="act"><span class="visually-hidden">${this.strings.mend.edit}</span></th>` : nothing}
        </tr>
      </thead>
      ${Array.from({ length: count }, (_, block) =>
        count === 1 || this.drawn.has(block)
          ? this.#block(block, columns, current)
          : this.#away(block, columns.length + (this.#hasForms ? 1 : 0)),
      )}
    </table></div>`;
  }

  #block(block: number, columns: readonly { column: Column; index: number }[], current: Row | undefined) {
    const from = block * BLOCK;
    return html`<tbody data-block=${block}>
      ${this.#rows.slice(from, from + BLOCK).map((row, at) => this.#row(row, columns, row === current, from + at))}
    </tbody>`;
  }

  /** A block that is far from view is only as high as it would be. */
  #away(block: number, columns: number) {
    const rows = Math.min(BLOCK, this.#rows.length - block * BLOCK);
    const height = this.#heights.get(block) ?? rows * ROW_HEIGHT;
    return html`<tbody class="away" aria-hidden="true" data-block=${block}>
      <tr><td colspan=${columns} .style=${`height: ${height}px`}></td></tr>
    </tbody>`;
  }

  #indexOf(row: string | null): number {
    if (!row) return -1;
    const at = this.#rows.findIndex(({ id }) => id === row);
    return at >= 0 ? at : this.#rows.findIndex((one) => isRow(one, row));
  }

  /** Rows have a form each; those of several meetings are mended cell by cell. */
  get #hasForms(): boolean {
    return this.editable && (this.sheet.id !== "meeting" || this.#isOneMeeting);
  }

  /** The table tells of one meeting, fact by fact. */
  get #isOneMeeting(): boolean {
    return this.sheet.id === "meeting" && this.sheet.columns.length === 2;
  }

  #title(column: Column) {
    const { order } = this;
    const sorted = order?.column === column.id ? (order.descending ? "descending" : "ascending") : null;
    // The table of the meeting itself has an order of its own.
    const content = this.#isOneMeeting ? column.title : this.#sorter(column, sorted);
    return html`<th scope="col" class=${this.#classOf(column)} data-column=${column.id} aria-sort=${sorted ?? nothing}>${content}</th>`;
  }

  #sorter({ id, title, numeric }: Column, sorted: "ascending" | "descending" | null) {
    const mark = sorted ? (sorted === "ascending" ? "↑" : "↓") : "";
    const arrow = html`<span class="arrow" aria-hidden="true">${mark}</span>`;
    return html`<button type="button" title=${this.strings.sortBy(title)} @click=${() => this.#sort(id)}>
      ${numeric ? [arrow, title] : [title, arrow]}
    </button>`;
  }

  #row(row: Row, columns: readonly { column: Column; index: number }[], reachable: boolean, at: number) {
    const chosen = isRow(row, this.selected);
    return html`<tr
      class="${row.kind} ${isRow(row, this.hinted) ? "hinted" : ""}"
      aria-rowindex=${at + 2}
      aria-current=${chosen ? "true" : nothing}
      aria-selected=${this.chosenRows.has(row.id) ? "true" : nothing}
      data-row=${row.id}
      data-at=${at}
      @mousedown=${keepWords}
      @click=${this.#click}
      @dblclick=${this.#doubleClick}
    >
      ${columns.map(({ column, index }) => this.#cell(row, column, row.cells[index] ?? null, reachable))}
      ${this.#hasForms ? html`<td class="act">${isJoined(row) ? nothing : this.#editButton(row, reachable)}</td>` : nothing}
    </tr>`;
  }

  #cell(row: Row, column: Column, cell: Cell, reachable: boolean) {
    if (column.id === "report" && row.places) return html`<td class="places">${this.#places(row)}</td>`;
    const field = fieldOf(this.sheet.id, column.id);
    if (field && this.#editor.isAt(row.id, column.id)) {
      const editor = this.#editor.render(field, words(cell), column.title, this.strings);
      return column.rowHeader
        ? html`<th scope="row" lang="zh" class="${this.#classOf(column)} editing">${editor}</th>`
        : html`<td class="${this.#classOf(column)} editing">${editor}</td>`;
    }
    const { mend, showEvidence } = this.strings;
    const mark = this.marks.get(row.parts?.[column.id] ?? row.id);
    const original = originalOf(mark, field, this.strings);
    const was = original === null ? null : original ? mend.was(original) : mend.wasEmpty;
    const said = was === null ? nothing : html`<span class="visually-hidden">（${was}）</span>`;
    const classes = `${this.#classOf(column)}${was === null ? "" : " mended"}`;
    if (!column.rowHeader) {
      return html`<td class=${classes} data-column=${column.id} title=${was ?? nothing}><span>${parts(cell)}</span>${said}</td>`;
    }
    const title = showEvidence(words(cell), row.spans.length);
    return html`<th scope="row" lang="zh" class=${classes} data-column=${column.id}>
      <button type="button" tabindex=${reachable ? 0 : -1} title=${was === null ? title : `${was}\n${title}`}
        ><span>${words(cell)}</span></button
      >${said}
      ${mark === "added" ? html`<span class="badge">${mend.added}</span>` : nothing}
      ${row.note ? html`<small>${row.note}</small>` : nothing}
    </th>`;
  }

  #editButton({ id }: Row, reachable: boolean) {
    const { edit, editTitle } = this.strings.mend;
    return html`<button
      type="button"
      class="edit"
      tabindex=${reachable ? 0 : -1}
      aria-label=${edit}
      title=${editTitle}
      @click=${(event: Event) => {
        event.stopPropagation();
        send(this, "jiyao-edit", { row: id, column: null });
      }}
    >✎</button>`;
  }

  /** The reports that a row comes from, each leading to its place in the text. */
  #places({ id, places = [] }: Row) {
    const shown = places.slice(0, MOST_PLACES);
    return html`${shown.map(
      ({ report, row }) => html`<button
        type="button"
        tabindex="-1"
        aria-label=${this.strings.showIn(report + 1)}
        title=${this.strings.showIn(report + 1)}
        @click=${(event: Event) => {
          event.stopPropagation();
          this.#pick(id, row);
        }}
      >${report + 1}</button>`,
    )}${places.length > MOST_PLACES ? html` <span class="count">${this.strings.ofReports(places.length)}</span>` : nothing}`;
  }

  #sort(column: string): void {
    this.order = nextOrder(this.order, column);
  }

  #chooseColumn(column: string, shown: boolean): void {
    this.chosenColumns = new Map([...this.chosenColumns, [column, shown]]);
    this.squeezed = new Set([...this.squeezed].filter((one) => one !== column));
  }

  /** Columns that nobody chose give way where there is no room. */
  #findSqueezed = (event: Event): void => {
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    const titles = [...this.renderRoot.querySelectorAll<HTMLElement>("thead [data-column]")];
    const away = titles.filter((title) => getComputedStyle(title).display === "none");
    this.squeezed = new Set(away.map(({ dataset }) => dataset.column ?? ""));
  };

  /** The classes of a column's cells. */
  #classOf({ id, numeric }: Column): string {
    return `${id}${numeric ? " numeric" : ""}${this.chosenColumns.get(id) ? " chosen" : ""}`;
  }

  /** What is seen now, for the clipboard: where rows are chosen, those alone. */
  #seenSheet(): Sheet {
    const chosen = this.#chosen();
    return narrowed(this.sheet, chosen.length ? chosen : this.#rows, this.#isShown);
  }

  /** Copies the rows that are chosen, or the one with the focus, as cells without the titles. */
  #copyRows(focused: Row): void {
    const chosen = this.#chosen();
    const sheet = narrowed(this.sheet, chosen.length ? chosen : [focused], this.#isShown);
    void this.#tell(copy(toTsv(sheet, false), toHtml(sheet, false)), sheet.rows.length);
  }

  #copyCells = (): Promise<void> => {
    const sheet = this.#seenSheet();
    return this.#tell(copy(toTsv(sheet), toHtml(sheet)), sheet.rows.length);
  };

  #copyMarkdown = (): Promise<void> => {
    const sheet = this.#seenSheet();
    return this.#tell(copy(toMarkdown(sheet)), sheet.rows.length);
  };

  #saveCsv = (): void => download(`${this.fileTitle} ${this.sheet.title}.csv`, toCsv(this.sheet), "text/csv");

  async #tell(copying: Promise<void>, count: number): Promise<void> {
    const { copied, notCopied, rows } = this.strings;
    const message = await copying.then(
      () => copied(this.sheet.title, rows(count)),
      () => notCopied,
    );
    send(this, "jiyao-told", { message });
    if (!this.analysis) return;
    this.told = message;
    clearTimeout(this.#toldTimer);
    this.#toldTimer = setTimeout(() => {
      this.told = "";
    }, TOLD_FOR);
  }

  /** Tells that a row was chosen, or its part of one report; a table alone shows it too. */
  #pick(row: string, part?: string): void {
    if (this.analysis) this.selected = row;
    send(this, "jiyao-pick", { row, ...(part && { part }), from: "table" });
  }

  #click = (event: MouseEvent): void => {
    if (isInput(event.target) || (this.editable && event.detail > 1)) return;
    const element = event.currentTarget as HTMLElement;
    const { row, at } = element.dataset;
    if (!row) return;
    // The keys of the table are meant for the row that was clicked, wherever in it.
    if (!this.#selectsWords()) element.querySelector<HTMLElement>("th button")?.focus({ preventScroll: true });
    if (event.shiftKey) {
      this.#choose(this.#anchor ?? this.current, Number(at));
    } else if (event.ctrlKey || event.metaKey) {
      this.#toggle(row);
      return;
    } else if (this.#selectsWords()) {
      return;
    } else {
      this.#choose(row);
    }
    const { column } = (event.target as HTMLElement).closest<HTMLElement>("[data-column]")?.dataset ?? {};
    const part = this.#rows[Number(at)]?.parts?.[column ?? ""];
    this.#pick(part ?? row);
  };

  /** Somebody who selects words in a cell wants the words. */
  #selectsWords(): boolean {
    const root = this.renderRoot as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? getSelection();
    return selection !== null && !selection.isCollapsed && selection.toString().trim() !== "";
  }

  /** Chooses all rows from one to another; without another, none but that from which to go on. */
  #choose(anchor: string | null, to?: number): void {
    this.#anchor = anchor;
    const from = this.#indexOf(anchor);
    const ends = [Math.max(0, from), to ?? 0].sort((a, b) => a - b);
    const rows = to === undefined ? NONE : this.#rows.slice(ends[0], (ends[1] ?? 0) + 1);
    this.chosenRows = new Set(rows.map(({ id }) => id));
  }

  /** Chooses a row beside the others, or not any more. */
  #toggle(row: string): void {
    const chosen = new Set(this.chosenRows);
    if (chosen.size === 0 && this.selected && this.selected !== row && this.#indexOf(this.selected) >= 0)
      chosen.add(this.selected);
    if (!chosen.delete(row)) chosen.add(row);
    this.#anchor = row;
    this.chosenRows = chosen;
  }

  #keydown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const element = (event.target as HTMLElement).closest("tr");
    if (element?.dataset.at === undefined || isInput(event.target)) return;
    const at = Number(element.dataset.at);
    const row = this.#rows[at];
    if (!row) return;
    if (event.ctrlKey || event.metaKey) {
      this.#command(event, row);
      return;
    }
    if (this.#mend(event, row)) return;
    if (event.key === "Escape" && this.chosenRows.size) {
      event.stopPropagation();
      this.chosenRows = NO_ROWS;
      return;
    }
    const last = this.#rows.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(to, last));
    if (event.shiftKey) this.#choose(this.chosenRows.size ? this.#anchor : row.id, next);
    else this.#choose(this.#rows[next]?.id ?? null);
    void this.#walkTo(next);
  };

  /** The keys of a spreadsheet: all rows, and copying. */
  #command(event: KeyboardEvent, row: Row): void {
    if (event.shiftKey || (event.key !== "a" && event.key !== "c")) return;
    if (event.key === "c") {
      if (this.#selectsWords()) return;
      this.#copyRows(row);
    } else this.chosenRows = new Set(this.#rows.map(({ id }) => id));
    event.preventDefault();
  }

  async #walkTo(index: number): Promise<void> {
    const row = this.#rows[index]?.id;
    if (!row || row === this.selected) return;
    this.current = row;
    const element = await this.#drawRow(index);
    element?.querySelector<HTMLElement>("th button")?.focus();
    this.#pick(row);
  }

  /** The keys that mend a row, or delete all that are chosen. */
  #mend(event: KeyboardEvent, row: Row): boolean {
    const remove = event.key === "Delete" || event.key === "Backspace";
    if (!this.editable || (!remove && event.key !== "F2")) return false;
    event.preventDefault();
    const chosen = this.#chosen();
    const rows = remove && chosen.length ? chosen : [row];
    if (rows.some(isJoined)) send(this, "jiyao-told", { message: this.strings.mend.together });
    else if (remove) send(this, "jiyao-remove-row", { rows: rows.flatMap((one) => this.#removable(one)) });
    else this.#editor.open(row.id);
    return true;
  }

  /** What is deleted with a row: of a meeting among others the fact that was chosen, else all of them. */
  #removable({ id, parts }: Row): readonly string[] {
    if (!parts) return [id];
    const facts = Object.values(parts);
    if (this.selected && facts.includes(this.selected)) return [this.selected];
    // The ISO date goes with the date.
    return facts.filter((fact) => fact !== parts.isoDate);
  }

  #doubleClick = (event: MouseEvent): void => {
    const cell = (event.target as HTMLElement).closest("th, td");
    const row = this.#rows[Number((event.currentTarget as HTMLElement).dataset.at)];
    if (!this.editable || !row || !cell || isInput(event.target) || cell.matches(".act, .places")) return;
    if (isJoined(row)) send(this, "jiyao-told", { message: this.strings.mend.together });
    else this.#editor.open(row.id, (cell as HTMLElement).dataset.column);
  };

  /** Takes the focus to a row; `false` when it is not here. */
  async focusRow(row: string): Promise<boolean> {
    await this.#seen.done();
    const at = this.#rows.findIndex((one) => one.id === row || (one.parts && isSameMeeting(one.id, row)));
    const found = this.#rows[at];
    if (!found) return false;
    this.current = found.id;
    const element = await this.#drawRow(at);
    await this.updateComplete;
    element?.querySelector<HTMLElement>("th button")?.focus();
    return true;
  }

  /** Brings a row into view without taking the focus. */
  async reveal(row: string): Promise<void> {
    await this.#seen.done();
    const at = this.#indexOf(row);
    if (at >= 0) (await this.#drawRow(at))?.scrollIntoView({ block: "nearest" });
  }
}

/** Whether a row has this id, or is one that stands for it. */
function isRow({ id, parts, places }: Row, row: string | null): boolean {
  if (row === null) return false;
  return (
    id === row || Object.values(parts ?? {}).includes(row) || (places?.some((place) => place.row === row) ?? false)
  );
}

/** Whether rows are of one meeting, whichever of its facts they tell. */
function isSameMeeting(one: string, other: string): boolean {
  return /\/meeting\//u.test(other) && reportOf(one) === reportOf(other);
}

/** A click that chooses rows selects no words. */
function keepWords(event: MouseEvent): void {
  if (event.shiftKey && !isInput(event.target)) event.preventDefault();
}

/** The columns that say nothing in any row. */
function emptyColumns(columns: readonly Column[], rows: readonly Row[]): ReadonlySet<string> {
  const empty = columns.filter(
    ({ rowHeader }, index) => !rowHeader && rows.every(({ cells }) => (cells[index] ?? "") === ""),
  );
  return new Set(rows.length ? empty.map(({ id }) => id) : []);
}

/** A row that stands for several is mended in each of its reports. */
function isJoined({ places = [] }: Row): boolean {
  return places.length > 1;
}

/** Words that are listed: a line ends rather behind one than in it, and never before 、. */
function parts(cell: Cell) {
  const listed = words(cell).split(/(?<=、)/u);
  return listed.length > 1 ? listed.map((part) => html`<span class="part">${part}</span>`) : words(cell);
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
