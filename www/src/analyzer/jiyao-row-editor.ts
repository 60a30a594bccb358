// Loaded when the first row is mended.
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { asWord } from "../analysis/lexicon.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { changedFields, FIELDS, type Field, fieldOf, nameOf, originalOf, readField } from "../mending/fields.ts";
import type { Fields, Mark } from "../mending/mends.ts";
import type { SheetId } from "../records/finds.ts";
import { dialogStyles, formStyles } from "../style/dialog.ts";
import { base } from "../style/tokens.ts";

/** A row in the form. */
export interface EditedRow {
  sheet: SheetId;
  /** What a new row is called. */
  name: string;
  fields: Fields;
  mark: Mark | undefined;
  /** The words that it rests on. */
  evidence: string;
  isNew: boolean;
}

/**
 * A row of a table as a form.
 *
 * @fires jiyao-row-saved - `detail.fields` are those that were changed; of a new row, all
 * @fires jiyao-row-removed - the row is to be deleted
 * @fires jiyao-word - its name is none; `detail.word` and `detail.kind`
 */
export class JiyaoRowEditor extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    formStyles,
    css`
      form {
        display: grid;
        gap: 0.75rem;
      }
      blockquote {
        max-height: 6.5em;
        overflow: auto;
        margin: 0;
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: 0.75rem;
      }
      .field,
      fieldset {
        display: grid;
        gap: 0.2rem;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      legend {
        padding: 0;
      }
      .roles {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
      }
      .roles label {
        display: flex;
        align-items: center;
        gap: 0.35em;
        min-height: 1.75rem;
      }
      .roles input {
        min-height: 0;
        accent-color: var(--accent);
      }
      textarea {
        min-height: 5em;
        resize: vertical;
      }
      .was {
        color: var(--accent);
        font-size: var(--size-small);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .main {
        margin-inline-start: auto;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @state() private row: EditedRow | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("form") private form!: HTMLFormElement;

  /** Opens the form, with the field of a column ready to be written in. */
  async show(row: EditedRow, column: string | null): Promise<void> {
    // Another row gets another form: nothing of the one before stays in the fields.
    this.row = null;
    await this.updateComplete;
    this.row = row;
    await this.updateComplete;
    this.dialog.showModal();
    // The attribute `autofocus` does nothing in a frame of another site.
    const name = column && fieldOf(row.sheet, column)?.name;
    this.form.querySelector<HTMLElement>(name ? `[name="${name}"]` : "input, select, textarea")?.focus();
  }

  override render() {
    const { strings, row } = this;
    if (!row) return nothing;
    const { mend, close } = strings;
    const title = row.isNew ? mend.addTitle(row.name) : mend.editTitle;
    const nameable = !row.isNew && row.sheet === "attendees" && asWord(nameOf(row.sheet, row.fields));
    return html`<dialog aria-labelledby="title" @cancel=${stay} @close=${stay}>
      <form @submit=${this.#submit}>
        <div class="title">
          <h2 id="title">${title}</h2>
          <button type="button" class="close" aria-label=${close} title=${close} @click=${() => this.dialog.close()}>✕</button>
        </div>
        ${row.evidence ? html`<blockquote lang="zh" class="soft" tabindex="0" aria-label=${mend.evidence}>${row.evidence}</blockquote>` : nothing}
        ${FIELDS[row.sheet].map((field) => this.#field(field, row.fields[field.name]))}
        <div class="actions">
          ${
            row.isNew
              ? nothing
              : html`<button type="button" @click=${this.#remove}>${mend.remove}</button>
                ${nameable ? html`<button type="button" @click=${() => this.#refuse(nameable)}>${mend.notName}</button>` : nothing}`
          }
          <button type="submit" class="main">${row.isNew ? mend.add : mend.save}</button>
        </div>
      </form>
    </dialog>`;
  }

  #field(field: Field, value: unknown) {
    const { strings } = this;
    const label = strings.columns[field.column as keyof Strings["columns"]];
    const was = this.#was(field);
    if (field.form === "roles") {
      const told = new Set(value as string[]);
      return html`<fieldset>
        <legend>${label}${was}</legend>
        <div class="roles">
          ${Object.entries(strings.roles).map(
            ([role, words]) => html`<label>
              <input type="checkbox" name=${field.name} value=${role} ?checked=${told.has(role)} />${words}
            </label>`,
          )}
        </div>
      </fieldset>`;
    }
    const hint = field.form === "list" ? html` <span class="soft">${strings.mend.listHint}</span>` : nothing;
    return html`<label class="field"><span>${label}${hint}${was}</span>${this.#input(field, value)}</label>`;
  }

  /** What a mended field said before. */
  #was(field: Field) {
    const { mend } = this.strings;
    const original = originalOf(this.row?.mark, field, this.strings);
    if (original === null) return nothing;
    return html` <span class="was">${original ? mend.was(original) : mend.wasEmpty}</span>`;
  }

  #input({ name, form, required, choices }: Field, value: unknown) {
    const { strings } = this;
    if (choices) {
      return html`<select name=${name}>
        ${choices.map(
          (choice) => html`<option value=${choice ?? ""} ?selected=${choice === (value ?? null)}>
            ${choice ? strings.kinds[choice] : strings.mend.none}
          </option>`,
        )}
      </select>`;
    }
    const words = Array.isArray(value) ? value.join("、") : String(value ?? "");
    if (form === "text")
      return html`<textarea name=${name} lang="zh" ?required=${required} .value=${words}></textarea>`;
    const number = form === "number";
    return html`<input
      name=${name}
      lang=${number ? nothing : "zh"}
      inputmode=${number ? "numeric" : "text"}
      pattern=${number ? "[0-9]{1,9}" : nothing}
      autocomplete="off"
      ?required=${required}
      .value=${words}
    />`;
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const { row } = this;
    if (!row) return;
    const data = new FormData(this.form);
    const written = FIELDS[row.sheet].map((field): [string, unknown] => [
      field.name,
      readField(field, data.getAll(field.name).map(String)),
    ]);
    const given = Object.fromEntries(written);
    if (FIELDS[row.sheet].some(({ name, required }) => required && !given[name])) return;
    const fields = row.isNew ? { ...row.fields, ...given } : changedFields(row.fields, given);
    this.dialog.close();
    if (Object.keys(fields).length) send(this, "jiyao-row-saved", { fields });
  };

  #remove = (): void => {
    this.dialog.close();
    send(this, "jiyao-row-removed", null);
  };

  #refuse(word: string): void {
    this.dialog.close();
    send(this, "jiyao-word", { word, kind: "notName" });
  }
}

/** What a dialog tells is for nobody outside. */
function stay(event: Event): void {
  event.stopPropagation();
}

define("jiyao-row-editor", JiyaoRowEditor);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-row-editor": JiyaoRowEditor;
  }
}
