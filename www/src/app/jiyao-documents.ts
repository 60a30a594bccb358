import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { base } from "../style/tokens.ts";
import { type Document, type Documents, nameOf } from "./documents.ts";

/**
 * The documents on the desk.
 *
 * @fires jiyao-open - a document was chosen; `detail.document`
 * @fires jiyao-remove - a document was put away; `detail.document`
 */
export class JiyaoDocuments extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 0.5rem;
        border-inline-end: 1px solid var(--line);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        border-radius: var(--radius);
      }
      li:has([aria-current]) {
        background: var(--sheet);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      li:hover {
        background: var(--raised);
      }
      button {
        border-color: transparent;
        background: none;
        font-size: var(--size-small);
      }
      .open {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .open[aria-current] {
        font-weight: 600;
      }
      .remove {
        min-width: 2rem;
        padding: 0;
        color: var(--ink-soft);
      }
      @media (max-width: 52rem) {
        :host {
          border-inline-end: 0;
          border-block-end: 1px solid var(--line);
        }
        ul {
          display: flex;
        }
        li {
          max-width: 12em;
        }
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) documents!: Documents;

  override render() {
    return html`<nav aria-label=${this.strings.documents}>
      <ul>
        ${this.documents.list.map((document, index) => this.#item(document, index))}
      </ul>
    </nav>`;
  }

  /** Takes the focus to the document that is open. */
  async focusOpen(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".open[aria-current]")?.focus();
  }

  #item(document: Document, index: number) {
    const name = nameOf(document) ?? this.strings.untitled;
    return html`<li>
      <button
        type="button"
        class="open"
        title=${name}
        aria-current=${index === this.documents.open ? "true" : nothing}
        @click=${() => send(this, "jiyao-open", { document })}
      >${name}</button>
      <button
        type="button"
        class="remove"
        aria-label=${this.strings.removeDocument(name)}
        title=${this.strings.removeDocument(name)}
        @click=${() => send(this, "jiyao-remove", { document })}
      >✕</button>
    </li>`;
  }
}

define("jiyao-documents", JiyaoDocuments);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-documents": JiyaoDocuments;
  }
}
