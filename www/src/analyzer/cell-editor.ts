import { html, type LitElement, nothing, type ReactiveController } from "lit";
import { send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Field, isSound } from "../mending/fields.ts";

type Input = HTMLTextAreaElement | HTMLSelectElement;

/** What the editor needs of the table. */
interface Table {
  /** The columns whose cells can be corrected in a row, in their order. */
  columns(row: string): { column: string; field: Field }[];
  /** The row that a cell comes from. */
  rowOf(row: string, column: string): string;
  focusRow(row: string): void;
}

/**
 * A cell that is corrected where it stands, as in a spreadsheet: Enter keeps what was written, Tab keeps it and goes to
 * the next cell, Escape drops it.
 */
export class CellEditor implements ReactiveController {
  #cell: { row: string; column: string } | null = null;
  /** The cell was just begun with. */
  #fresh = false;
  /** The field that has had the focus: another one takes its place where rows move. */
  #focused: Input | null = null;
  #before = "";
  #strings: Strings | null = null;
  readonly #host: LitElement;
  readonly #table: Table;

  constructor(host: LitElement, table: Table) {
    this.#host = host;
    this.#table = table;
    host.addController(this);
  }

  isAt(row: string, column: string): boolean {
    return this.#cell?.row === row && this.#cell.column === column;
  }

  /** Begins with a cell; one that says none, with the row's name. What is more than words opens as a form. */
  open(row: string, column?: string): void {
    const columns = this.#table.columns(row);
    const found = columns.find((one) => one.column === column) ?? columns.find(({ field }) => field.names);
    if (!found) return;
    if (found.field.form === "roles") send(this.#host, "jiyao-edit", { row, column: found.column });
    else this.#move({ row, column: found.column });
  }

  hostUpdated(): void {
    const input = this.#cell && this.#input;
    // A row that went away takes its editor with it.
    if (!input) this.#cell = null;
    else if (input !== this.#focused) {
      input.focus();
      if (this.#fresh && input instanceof HTMLTextAreaElement) input.select();
      this.#fresh = false;
    }
    this.#focused = input;
  }

  render(field: Field, words: string, title: string, strings: Strings) {
    if (this.#fresh) this.#before = words;
    this.#strings = strings;
    const { choices, form } = field;
    if (choices) {
      return html`<select class="cell" aria-label=${title} @keydown=${this.#keydown} @blur=${this.#left}>
        ${choices.map((choice) => {
          const name = choice ? strings.kinds[choice] : "";
          return html`<option value=${choice ?? ""} ?selected=${name === this.#before}>
            ${name || strings.mend.none}
          </option>`;
        })}
      </select>`;
    }
    // The words as they were hold the width of the column.
    return html`<span class="hold" aria-hidden="true">${this.#before}</span><textarea
      class="cell"
      rows="1"
      lang=${form === "number" ? nothing : "zh"}
      inputmode=${form === "number" ? "numeric" : "text"}
      aria-label=${title}
      title=${form === "list" ? strings.mend.listHint : nothing}
      autocomplete="off"
      spellcheck="false"
      .value=${this.#before}
      @keydown=${this.#keydown}
      @blur=${this.#left}
    ></textarea>`;
  }

  get #input(): Input | null {
    return this.#host.renderRoot.querySelector<Input>(".cell");
  }

  #move(cell: { row: string; column: string } | null): void {
    this.#cell = cell;
    this.#fresh = true;
    this.#host.requestUpdate();
  }

  #keydown = (event: KeyboardEvent): void => {
    // Keys that an input method takes are not meant for the table.
    if (event.isComposing || !this.#cell) return;
    const { row } = this.#cell;
    event.stopPropagation();
    if (event.key === "Escape") this.#close(row);
    else if (event.key === "Enter" && !event.shiftKey) {
      if (this.#keep()) this.#close(row);
    } else if (event.key === "Tab") {
      if (this.#keep()) this.#step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  /** Goes to another cell of the row; past its ends, back to the row itself. */
  #step(by: 1 | -1): void {
    if (!this.#cell) return;
    const { row, column } = this.#cell;
    const columns = this.#table.columns(row).filter(({ field }) => field.form !== "roles");
    const next = columns[columns.findIndex((one) => one.column === column) + by];
    if (next) this.#move({ row, column: next.column });
    else this.#close(row);
  }

  #close(row: string): void {
    this.#move(null);
    void this.#host.updateComplete.then(() => this.#table.focusRow(row));
  }

  /** Tells what was written; `false` when it cannot be taken. */
  #keep(): boolean {
    const input = this.#input;
    const cell = this.#cell;
    const field = cell && this.#table.columns(cell.row).find(({ column }) => column === cell.column)?.field;
    if (!input || !cell || !field || !this.#strings) return false;
    if (field.alone && !input.value.trim()) {
      send(this.#host, "jiyao-remove-row", { rows: [this.#table.rowOf(cell.row, cell.column)] });
      return true;
    }
    if (!isSound(field, input.value)) {
      const { needed, number } = this.#strings.mend;
      input.setAttribute("aria-invalid", "true");
      send(this.#host, "jiyao-told", { message: field.form === "number" ? number : needed });
      return false;
    }
    if (input instanceof HTMLSelectElement || input.value !== this.#before) {
      const { row, column } = cell;
      send(this.#host, "jiyao-cell", { row: this.#table.rowOf(row, column), column, written: input.value });
    }
    return true;
  }

  /** Who clicks elsewhere keeps what was written; who only looks at another window goes on later. */
  #left = async ({ currentTarget }: FocusEvent): Promise<void> => {
    const cell = this.#cell;
    await this.#host.updateComplete;
    const input = this.#input;
    const here = cell !== null && this.#cell === cell && input === currentTarget;
    if (!here || this.#host.shadowRoot?.activeElement === input) return;
    this.#keep();
    this.#move(null);
  };
}

/** Whether somebody writes or chooses in an element. */
export function isInput(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea");
}
