import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import type { History } from "../mending/history.ts";
import { base } from "../style/tokens.ts";

/**
 * What was mended by hand, with undo and redo.
 *
 * @fires jiyao-undo - one step back, with `detail.all` all of them
 * @fires jiyao-redo - one step forth
 * @fires jiyao-drop-lost - what does not fit is to be forgotten
 */
export class JiyaoMendBar extends LitElement {
  static override styles = [
    base,
    css`
      [role="group"],
      .lost {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem;
        margin-block-end: 0.75rem;
        font-size: var(--size-small);
      }
      .counts {
        margin-inline-end: 0.5rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .lost {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) history!: History;
  /** How much of it does not fit the text. */
  @property({ attribute: false }) lost = 0;

  override render() {
    const { mend } = this.strings;
    const { done, undone } = this.history;
    if (!done.length && !undone.length) return nothing;
    return html`
      <div role="group" aria-label=${mend.bar}>
        <span class="counts">${mend.bar}${done.length ? html` · ${this.#counts()}` : nothing}</span>
        <button type="button" title="${mend.undo} (Ctrl Z)" ?disabled=${!done.length} @click=${() => send(this, "jiyao-undo", { all: false })}>${mend.undo}</button>
        <button type="button" title="${mend.redo} (Ctrl Y)" ?disabled=${!undone.length} @click=${() => send(this, "jiyao-redo", null)}>${mend.redo}</button>
        <button type="button" ?disabled=${!done.length} @click=${() => send(this, "jiyao-undo", { all: true })}>${mend.revert}</button>
      </div>
      ${
        this.lost
          ? html`<p class="lost" role="status">
            ${mend.lost(this.lost)}
            <button type="button" @click=${() => send(this, "jiyao-drop-lost", null)}>${mend.dropLost}</button>
          </p>`
          : nothing
      }
    `;
  }

  #counts(): string {
    const { done } = this.history;
    const changed = new Set(done.flatMap((mend) => (mend.do === "change" ? [mend.row] : []))).size;
    const count = (what: string) => done.filter((mend) => mend.do === what).length;
    return this.strings.mend.counts(changed, count("delete"), count("add"));
  }
}

define("jiyao-mend-bar", JiyaoMendBar);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-mend-bar": JiyaoMendBar;
  }
}
