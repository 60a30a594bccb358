import { css, html, LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { base } from "../style/tokens.ts";

/**
 * Work that takes long: how far it is, how long it has taken, and the way to end it.
 *
 * @fires jiyao-cancel - the work shall end
 */
export class JiyaoReading extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.35rem 1rem;
        max-width: 34rem;
      }
      p,
      progress {
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      progress {
        appearance: none;
        grid-column: 1;
        width: 100%;
        height: 0.375rem;
        border: 0;
        border-radius: 1rem;
        overflow: hidden;
        background: var(--raised);
      }
      progress::-webkit-progress-bar {
        background: var(--raised);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      button {
        grid-column: 2;
        grid-row: 1 / span 3;
        border-color: var(--line-strong);
      }
      .facts {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  /** What is being done. */
  @property({ attribute: false }) what = "";
  /** The share of the work that is done; `null` while that is not known. */
  @property({ attribute: false }) done: number | null = null;
  /** The share is told in words too. */
  @property({ type: Boolean }) percentage = false;
  /** What is told of it besides, after some seconds. */
  @property({ attribute: false }) facts: (seconds: number) => string = String;
  /** When it began, by `performance.now()`. */
  @property({ attribute: false }) since = 0;
  @state() private seconds = 0;

  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
    this.#clock = setInterval(this.#tick, 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render() {
    const { strings, what, done } = this;
    const percent = done === null ? null : Math.floor(done * 100);
    return html`
      <p>${what}${percent === null || !this.percentage ? "" : ` ${percent}%`}</p>
      ${
        percent === null
          ? html`<progress aria-label=${what}></progress>`
          : html`<progress aria-label=${what} max="100" value=${percent}></progress>`
      }
      <p class="facts">${this.facts(this.seconds)}</p>
      <button type="button" @click=${() => send(this, "jiyao-cancel", null)}>${strings.cancel}</button>
    `;
  }

  #tick = (): void => {
    this.seconds = Math.max(0, Math.round((performance.now() - this.since) / 1000));
  };
}

define("jiyao-reading", JiyaoReading);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-reading": JiyaoReading;
  }
}
