// Loaded when it is first asked for.
import { css, html, LitElement } from "lit";
import { property, query } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { closeOutside, dialogStyles } from "../style/dialog.ts";
import { base } from "../style/tokens.ts";
import { KEYS, type Shortcut } from "./shortcuts.ts";

/**
 * The keys of the page, in a dialog.
 *
 * @fires jiyao-single-keys - single keys were switched on or off; `detail.on`
 */
export class JiyaoShortcuts extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.35rem 1rem;
        margin: 0;
      }
      dd {
        margin: 0;
      }
      kbd {
        display: inline-block;
        min-width: 1.8em;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        background: var(--ground);
        padding: 0 0.4em;
        font-family: var(--sans);
        font-size: var(--size-small);
        text-align: center;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.5em;
        margin-block-start: 1rem;
      }
      input {
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ type: Boolean }) singleKeys = true;
  @query("dialog") private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { shortcuts, close } = this.strings;
    const anywhere = Object.entries(KEYS) as [Shortcut, string][];
    return html`<dialog aria-labelledby="title" @click=${closeOutside}>
      <div class="title">
        <h2 id="title">${shortcuts.title}</h2>
        <button type="button" class="close" aria-label=${close} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <h3>${shortcuts.anywhereTitle}</h3>
      <dl>${anywhere.map(([name, key]) => entry([key], shortcuts.anywhere[name]))}</dl>
      <h3>${shortcuts.inTablesTitle}</h3>
      <dl>
        ${entry(["↑", "↓"], shortcuts.inTables.walk)} ${entry(["Enter"], shortcuts.inTables.next)}
        ${entry(["F2"], shortcuts.inTables.edit)} ${entry(["Enter", "Tab", "Esc"], shortcuts.inTables.cells)}
        ${entry(["Shift ↑", "Shift ↓", "Ctrl A"], shortcuts.inTables.range)}
        ${entry(["Ctrl C"], shortcuts.inTables.copy)} ${entry(["Delete"], shortcuts.inTables.remove)}
        ${entry(["Ctrl Z", "Ctrl Y"], shortcuts.inTables.undo)}
      </dl>
      <h3>${shortcuts.inTextTitle}</h3>
      <dl>
        ${entry(["Alt Enter", "⌥ ↵"], shortcuts.inText.row)} ${entry(["Esc"], shortcuts.inText.leave)} ${entry(["Ctrl Z", "⌘ Z"], shortcuts.inText.undo)}
        ${entry(["Ctrl F", "⌘ F"], shortcuts.inText.search)} ${entry(["Ctrl Enter", "⌘ Enter"], shortcuts.inText.add)}
      </dl>
      <label><input type="checkbox" .checked=${this.singleKeys} @change=${this.#switch} /> ${shortcuts.singleKeys}</label>
    </dialog>`;
  }

  #switch = (event: Event): void => {
    send(this, "jiyao-single-keys", { on: (event.target as HTMLInputElement).checked });
  };
}

function entry(keys: readonly string[], words: string) {
  return html`<dt>${keys.map((key, index) => html`${index ? " / " : ""}<kbd>${key}</kbd>`)}</dt><dd>${words}</dd>`;
}

define("jiyao-shortcuts", JiyaoShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-shortcuts": JiyaoShortcuts;
  }
}
