import { css, html, LitElement, unsafeCSS } from "lit";
import { property } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { copy } from "../out/clipboard.ts";
import { download } from "../out/download.ts";
import { printRecords } from "../out/print.ts";
import { RECORD_STYLE, recordDocument, recordsTemplate, recordText } from "../out/record.ts";
import type { MeetingRecord } from "../records/record.ts";
import { base } from "../style/tokens.ts";

/**
 * The records of reports as a document, with the ways to take it along.
 *
 * @fires jiyao-told - something was done that should be said; `detail.message`
 */
export class JiyaoRecord extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        margin-block-end: 0.75rem;
        font-size: var(--size-small);
      }
      .sheet {
        border: 1px solid var(--line);
        background: var(--sheet);
        padding: clamp(1rem, 5%, 3rem);
      }
      ${unsafeCSS(RECORD_STYLE)}
      /* Beside a text that a wide screen shows large, the record is as large; several stand side by side. */
      .record {
        width: 100%;
        font-size: max(10.5pt, 0.9rem);
      }
      .record h1 {
        font-size: 1.5em;
      }
      .record h2 {
        font-size: 1.25em;
      }
      .record h3 {
        font-size: 1em;
      }
      .record .note {
        font-size: 0.85em;
      }
      @container (min-width: 150rem) {
        .sheet:has(.record + .record) {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
          gap: 4rem;
        }
        .record + .record {
          margin-block-start: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) records: readonly MeetingRecord[] = [];
  /** For the names of files. */
  @property({ attribute: false }) fileTitle = "jiyao";

  override render() {
    const { print, printTitle, copyTitle, saveTitle } = this.strings.record;
    return html`
      <div class="tools" role="group" aria-label=${this.strings.tools}>
        <button type="button" title=${printTitle} @click=${this.#print}>${print}</button>
        <button type="button" title=${copyTitle} @click=${this.#copy}>${this.strings.copy}</button>
        <button type="button" title=${saveTitle} @click=${this.#save}>HTML</button>
      </div>
      <div class="sheet">${recordsTemplate(this.records, this.strings)}</div>
    `;
  }

  #document(): string {
    return recordDocument(this.records, this.fileTitle, this.strings);
  }

  #print = (): void => {
    printRecords(this.records, this.fileTitle, this.strings);
  };

  #copy = async (): Promise<void> => {
    const { record, notCopied } = this.strings;
    const message = await copy(recordText(this.records, this.strings), this.#document()).then(
      () => record.copied,
      () => notCopied,
    );
    send(this, "jiyao-told", { message });
  };

  #save = (): void => download(`${this.fileTitle}.html`, this.#document(), "text/html");
}

define("jiyao-record", JiyaoRecord);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-record": JiyaoRecord;
  }
}
