import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Analysis, CleanText, Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Mark } from "../mending/mends.ts";
import { download } from "../out/download.ts";
import { toMarkdownRecord } from "../out/formats.ts";
import { layPaper } from "../out/print.ts";
import { allSheets } from "../records/merge.ts";
import { recordsOf, tellingsOf, titleOf } from "../records/record.ts";
import { type Sheet, sheetsOf } from "../records/sheets.ts";
import { filteredRows, type Wanted } from "../records/view.ts";
import { base } from "../style/tokens.ts";
import "./jiyao-outline.ts";
import "./jiyao-record.ts";
import "./jiyao-table.ts";
import { resultsStyles } from "./results-styles.ts";
import { atOnce, Slices } from "./slices.ts";

/** The tab that shows the reports together. */
const ALL = -1;

/** What is shown of a report. */
const VIEWS = ["tables", "record", "clean", "compare"] as const;

/** How the directives are shown. */
const SHAPES = ["table", "outline", "map"] as const;

/** More reports than this do not fit as tabs. */
const MOST_TABS = 8;
/** More reports than this do not fit in a list to choose from: a number is typed. */
const MOST_LISTED = 500;
/** More reports than this are not shown one below the other as records or outlines; tables can hold more. */
const MOST_TOGETHER = 100;
/** Maps have many more shapes each. */
const MOST_MAPS = 20;

/**
 * The tables of an analysis: one report at a time, or all of them together.
 *
 * @fires jiyao-report - another report was chosen; `detail.report` is its index
 * @fires jiyao-pick - a row was chosen
 * @fires jiyao-place - a piece of the pasted text was chosen; `detail.span`
 * @fires jiyao-told - something was done that should be said; `detail.message`
 */
export class JiyaoResults extends LitElement {
  static override styles = [base, resultsStyles];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) analysis!: Analysis;
  /** The tables that are shown, with spaces between; empty shows all. */
  @property({ attribute: false }) tables = "";
  /** The text as it was pasted. */
  @property({ attribute: false }) text = "";
  /** Cleans a text. */
  @property({ attribute: false }) clean!: (text: string, signal?: AbortSignal) => Promise<CleanText>;
  /** The index of the report that is shown, or -1 for all together. */
  @property({ attribute: false }) report = 0;
  @property({ attribute: false }) selected: string | null = null;
  /** Rows can be mended. */
  @property({ type: Boolean }) editable = false;
  /** What was mended, by the ids of the rows. */
  @property({ attribute: false }) marks: ReadonlyMap<string, Mark> = new Map();
  @state() private view: (typeof VIEWS)[number] = "tables";
  @state() private wanted: Wanted = { words: "" };
  @state() private shape: (typeof SHAPES)[number] = "table";
  /** Together, people of several reports have one row each. */
  @state() private merged = true;
  @query("input[type=search]") private filterField!: HTMLInputElement | null;

  readonly #sheets = new Slices<Sheet[]>(this);
  #summaryWords = "";
  /** What was chosen last: a part that comes only then shows nothing that is not wanted any more. */
  #asked: { view?: (typeof VIEWS)[number]; shape?: (typeof SHAPES)[number] } = {};

  override willUpdate(changed: PropertyValues): void {
    if (!["analysis", "report", "strings", "merged"].some((name) => changed.has(name))) return;
    const report = this.analysis.reports[this.report];
    this.#summaryWords = this.#summary(report ? [report] : this.analysis.reports);
    this.#sheets.begin(
      report
        ? justThis(sheetsOf(report, this.report, this.strings))
        : allSheets(this.analysis, this.strings, this.merged),
    );
  }

  override render() {
    const { reports } = this.analysis;
    if (reports.length === 1 || this.report >= reports.length) return this.#panel();
    if (reports.length > MOST_TABS) return html`${this.#chooser()}${this.#panel()}`;
    const tabs = [...reports.keys(), ALL];
    return html`
      <div role="tablist" aria-label=${this.strings.reports} @keydown=${this.#keydown}>
        ${tabs.map((index) => this.#tab(index))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${tabId(this.report)}>${this.#panel()}</div>
    `;
  }

  /** Too many reports for tabs: a list to choose from, and the ones beside. */
  #chooser() {
    const { strings, report } = this;
    const last = this.analysis.reports.length - 1;
    const step = (by: 1 | -1, words: string, arrow: string) => html`<button
      type="button"
      aria-label=${words}
      title=${words}
      ?disabled=${report + by < 0 || report + by > last || report === ALL}
      @click=${() => this.#choose(report + by)}
    >${arrow}</button>`;
    return html`<div class="chooser" role="group" aria-label=${strings.reports}>
      ${step(-1, strings.shortcuts.anywhere.previous, "‹")}
      ${last < MOST_LISTED ? this.#list() : this.#numbers()}
      ${step(1, strings.shortcuts.anywhere.next, "›")}
    </div>`;
  }

  #list() {
    return html`<select aria-label=${this.strings.reports} @change=${this.#chosen}>
      ${[ALL, ...this.analysis.reports.keys()].map(
        (index) => html`<option value=${index} .selected=${index === this.report}>${this.#label(index)}</option>`,
      )}
    </select>`;
  }

  #numbers() {
    const { strings, report } = this;
    const { length } = this.analysis.reports;
    return html`<input
        type="number"
        min="1"
        max=${length}
        aria-label=${strings.reports}
        .value=${report === ALL ? "" : String(report + 1)}
        @change=${this.#numbered}
      />
      <span>${strings.ofAll(length)}</span>
      <button type="button" aria-pressed=${report === ALL} @click=${() => this.#choose(report === ALL ? 0 : ALL)}>${strings.allReports}</button>`;
  }

  #numbered = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    if (field.value && field.validity.valid) this.#choose(field.valueAsNumber - 1);
    else field.value = this.report === ALL ? "" : String(this.report + 1);
  };

  #chosen = (event: Event): void => this.#choose(Number((event.target as HTMLSelectElement).value));

  #label(index: number): string {
    const report = this.analysis.reports[index];
    return report ? this.strings.reportTab(index + 1, titleOf(report)) : this.strings.allReports;
  }

  #tab(index: number) {
    const chosen = index === this.report;
    const label = this.#label(index);
    return html`<button
      role="tab"
      id=${tabId(index)}
      type="button"
      title=${label}
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(index)}
    >${label}</button>`;
  }

  #panel() {
    const { strings } = this;
    const same = this.analysis.reports[this.report]?.sameMeetingAs;
    return html`
      <header>
        <h2 lang="zh">${this.#title()}</h2>
        <p class="summary">${this.#summaryWords}${same == null ? nothing : html` · ${strings.sameMeeting(same + 1)}`}</p>
      </header>
      <div class="bar" role="group" aria-label=${strings.views.label}>${VIEWS.filter((view) => view !== "compare" || this.#toldTwice()).map((view) => this.#viewButton(view))}</div>
      ${this.#content()}
    `;
  }

  #viewButton(view: (typeof VIEWS)[number]) {
    return html`<button
      type="button"
      aria-pressed=${view === this.#shownView()}
      @click=${() => this.#setView(view)}
    >${this.strings.views[view]}</button>`;
  }

  async #setView(view: (typeof VIEWS)[number]): Promise<void> {
    const parts = { clean: () => import("./jiyao-clean.ts"), compare: () => import("./jiyao-compare.ts") };
    this.#asked.view = view;
    await this.#afterLoading((view === "clean" || view === "compare") && parts[view](), () => {
      if (this.#asked.view === view) this.view = view;
    });
  }

  /** Does something when a part of the page is there; where it cannot be had, says so. */
  async #afterLoading(part: Promise<unknown> | false, then: () => void): Promise<void> {
    try {
      await part;
      then();
    } catch (error) {
      send(this, "jiyao-told", { message: `${this.strings.failedTitle}: ${String(error)}` });
    }
  }

  /** The meeting of the report that is shown is told in another one too. */
  #toldTwice(): boolean {
    return tellingsOf(this.analysis.reports, this.report).length > 1;
  }

  #shownView(): (typeof VIEWS)[number] {
    return this.view === "compare" && !this.#toldTwice() ? "tables" : this.view;
  }

  #content() {
    const contents = {
      tables: () => this.#tables(),
      record: () => this.#record(),
      clean: () => this.#clean(),
      compare: () => this.#compare(),
    };
    return contents[this.#shownView()]();
  }

  #compare() {
    return html`<jiyao-compare
      .strings=${this.strings}
      .reports=${this.analysis.reports}
      .at=${this.report}
      .selected=${this.selected}
    ></jiyao-compare>`;
  }

  #clean() {
    return html`<jiyao-clean
      .strings=${this.strings}
      .text=${this.text}
      .clean=${this.clean}
      .analysis=${this.analysis}
      .report=${this.report}
    ></jiyao-clean>`;
  }

  /** Shows what stands at a place of the pasted text, where the view has such places. */
  showPlace(offset: number): void {
    void this.renderRoot.querySelector("jiyao-clean")?.showPlace(offset);
  }

  /** Shows quietly which row is pointed at in the text. */
  hint(row: string | null): void {
    for (const table of this.renderRoot.querySelectorAll("jiyao-table")) table.hinted = row;
  }

  /** The reports that are shown, as far as they can be shown one below the other. */
  #shownReports(most: number): { report: Report; at: number }[] {
    const one = this.analysis.reports[this.report];
    if (one) return [{ report: one, at: this.report }];
    return this.analysis.reports.slice(0, most).map((report, at) => ({ report, at }));
  }

  #onlyFirst(most: number) {
    const { length } = this.analysis.reports;
    return this.report === ALL && length > most
      ? html`<p class="only-first">${this.strings.onlyFirst(most, length)}</p>`
      : nothing;
  }

  #record() {
    const shown = {
      ...this.analysis,
      reports: this.analysis.reports.slice(0, Math.max(MOST_TOGETHER, this.report + 1)),
    };
    return html`${this.#onlyFirst(MOST_TOGETHER)}<jiyao-record
      .strings=${this.strings}
      .records=${recordsOf(shown, this.report, this.strings)}
      .fileTitle=${this.#title()}
    ></jiyao-record>`;
  }

  /** Lays the record of what is shown ready for paper. */
  layPaper(): void {
    layPaper(recordsOf(this.analysis, this.report, this.strings), this.#title(), this.strings);
  }

  #tables() {
    const { strings } = this;
    return html`
      <div class="bar">
        <input
          type="search"
          .value=${this.wanted.words}
          placeholder=${strings.filter}
          aria-label=${strings.filter}
          autocomplete="off"
          @input=${this.#setFilter}
        />
        <div role="group" aria-label=${strings.save}>
          <button type="button" title=${strings.saveTitles.xlsx} @click=${this.#saveXlsx}>XLSX</button>
          <button type="button" title=${strings.saveTitles.json} @click=${this.#saveJson}>JSON</button>
          <button type="button" title=${strings.saveTitles.markdown} @click=${this.#saveMarkdown}>Markdown</button>
        </div>
      </div>
      <div class="tables">${this.#shown().map((sheet) => this.#table(sheet))}</div>
    `;
  }

  #shown(): Sheet[] {
    const wanted = this.tables.split(/\s+/u).filter(Boolean);
    return (this.#sheets.result ?? []).filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  }

  #table(sheet: Sheet) {
    const replaced = sheet.id === "directives" && this.shape !== "table";
    return html`<jiyao-table
      class=${sheet.id}
      exportparts="table, table-head"
      .sheet=${sheet}
      .strings=${this.strings}
      .filter=${this.wanted.words}
      .simplified=${this.wanted.simplified}
      .fileTitle=${this.#title()}
      .selected=${this.selected}
      .editable=${this.editable}
      .marks=${this.marks}
      .replaced=${replaced}
    >
      ${sheet.id === "attendees" && this.report === ALL && this.analysis.reports.length > 1 ? this.#merging() : nothing}
      ${sheet.id === "directives" && sheet.rows.length ? this.#shapes() : nothing}
      ${replaced ? this.#outlines(sheet) : nothing}
    </jiyao-table>`;
  }

  /** Together, people are seen once each or report by report. */
  #merging() {
    const { merging } = this.strings;
    return html`<div slot="view" class="views">
      ${([true, false] as const).map(
        (merged) => html`<button
          type="button"
          aria-pressed=${merged === this.merged}
          @click=${() => {
            this.merged = merged;
          }}
        >${merged ? merging.merged : merging.apart}</button>`,
      )}
    </div>`;
  }

  /** The directives are seen as a table, as an outline or as a mind map. */
  #shapes() {
    return html`<div slot="view" class="views">
      ${SHAPES.map(
        (shape) => html`<button
          type="button"
          aria-pressed=${shape === this.shape}
          @click=${() => this.#setShape(shape)}
        >${this.strings.shapes[shape]}</button>`,
      )}
    </div>`;
  }

  async #setShape(shape: (typeof SHAPES)[number]): Promise<void> {
    this.#asked.shape = shape;
    await this.#afterLoading(shape === "map" && import("./jiyao-map.ts"), () => {
      if (this.#asked.shape === shape) this.shape = shape;
    });
  }

  #outlines(sheet: Sheet) {
    const rows = new Set(atOnce(filteredRows(sheet.rows, this.wanted)).map(({ id }) => id));
    const most = this.shape === "map" ? MOST_MAPS : MOST_TOGETHER;
    const shown = this.#shownReports(most);
    return html`<div slot="instead">
      ${this.#onlyFirst(most)}
      ${shown.map(({ report, at }) =>
        this.shape === "map"
          ? html`<jiyao-map
              .strings=${this.strings}
              .report=${report}
              .at=${at}
              .reportTitle=${titleOf(report) ?? this.#label(at)}
              .rows=${rows}
              .selected=${this.selected}
            ></jiyao-map>`
          : html`<jiyao-outline
              .strings=${this.strings}
              .report=${report}
              .at=${at}
              .rows=${rows}
              .selected=${this.selected}
            ></jiyao-outline>`,
      )}
    </div>`;
  }

  #title(): string {
    const report = this.analysis.reports[this.report];
    if (!report) return this.strings.found(this.analysis.reports.length);
    return titleOf(report) ?? this.strings.reportTab(this.report + 1, null);
  }

  #summary(reports: readonly Report[]): string {
    let [people, others, awards, directives] = [0, 0, 0, 0];
    for (const report of reports) {
      for (const { kind } of report.attendees) kind === "person" ? people++ : others++;
      awards += report.awards.length;
      directives += report.directives.length;
    }
    return this.strings.summary(people, others, awards, directives);
  }

  #choose(report: number): void {
    send(this, "jiyao-report", { report });
  }

  #keydown = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=tab]")];
    const at = tabs.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = tabs[Math.max(0, Math.min(to, tabs.length - 1))];
    next?.click();
    next?.focus();
  };

  #setFilter = async (): Promise<void> => {
    const wanted = { words: this.filterField?.value ?? "" };
    this.wanted = wanted;
    if (!/\p{Script=Han}/u.test(wanted.words)) return;
    // Rows are simplified; whoever writes traditional characters looks for them too.
    const simplified = await this.clean(wanted.words).then(
      ({ text }) => text,
      () => undefined,
    );
    if (this.wanted === wanted && simplified !== wanted.words) this.wanted = { ...wanted, simplified };
  };

  /** Takes the focus to the filter. */
  async focusFilter(): Promise<void> {
    this.#asked.view = "tables";
    this.view = "tables";
    await this.updateComplete;
    this.filterField?.focus();
    this.filterField?.select();
  }

  /** Files hold all reports, whichever is shown. */
  #fileTitle(): string {
    const [first] = this.analysis.reports;
    return (first && titleOf(first)) ?? "jiyao";
  }

  #saveXlsx = async (): Promise<void> => {
    try {
      const { toXlsx } = await import("../out/xlsx.ts");
      download(`${this.#fileTitle()}.xlsx`, await toXlsx(atOnce(allSheets(this.analysis, this.strings))));
    } catch (error) {
      send(this, "jiyao-told", { message: `${this.strings.notSaved}: ${String(error)}` });
    }
  };

  #saveJson = (): void => {
    download(`${this.#fileTitle()}.json`, `${JSON.stringify(this.analysis, null, 2)}\n`, "application/json");
  };

  #saveMarkdown = (): void => {
    const record = toMarkdownRecord(this.#fileTitle(), atOnce(allSheets(this.analysis, this.strings)));
    download(`${this.#fileTitle()}.md`, record, "text/markdown");
  };

  /** Takes the focus to a row; `false` when it is not shown. */
  async focusRow(row: string): Promise<boolean> {
    await this.#sheets.done();
    for (const table of this.renderRoot.querySelectorAll("jiyao-table")) {
      await table.updateComplete;
      if (await table.focusRow(row)) return true;
    }
    return false;
  }

  /** Brings a row of the report that is shown into view. */
  async reveal(row: string): Promise<void> {
    await this.#sheets.done();
    for (const table of this.renderRoot.querySelectorAll("jiyao-table")) {
      await table.updateComplete;
      await table.reveal(row);
    }
    for (const outline of this.renderRoot.querySelectorAll("jiyao-outline")) outline.reveal(row);
    for (const map of this.renderRoot.querySelectorAll("jiyao-map")) await map.reveal(row);
  }
}

/** What is there already, as work for slices. */
// biome-ignore lint/correctness/useYield: it needs but one slice.
function* justThis<Value>(value: Value): Generator<void, Value> {
  return value;
}

function tabId(index: number): string {
  return `tab-${index === ALL ? "all" : index}`;
}

define("jiyao-results", JiyaoResults);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-results": JiyaoResults;
  }
}
