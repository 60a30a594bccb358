import { css, html, LitElement } from "lit";
import { property } from "lit/decorators.js";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { FIND_KINDS, type FindKind } from "../records/finds.ts";
import { base } from "../style/tokens.ts";

/**
 * The kinds of find, each with its colour and how often it stands in the text.
 *
 * @fires jiyao-toggle - a kind was switched; `detail.kind`
 */
export class JiyaoLegend extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.125rem;
      }
      @container (max-width: 52rem) {
        div {
          flex-wrap: nowrap;
        }
      }
      button {
        min-height: 1.75rem;
        padding: 0 0.5em;
        border-color: transparent;
        background: none;
        font-size: var(--size-small);
        white-space: nowrap;
      }
      button[aria-pressed="false"] {
        color: var(--ink-soft);
      }
      button[aria-pressed="false"] .swatch {
        border-color: transparent;
        background: transparent;
        outline: 1px solid var(--line-strong);
        outline-offset: -1px;
      }
      .swatch {
        display: inline-block;
        width: 1.1em;
        height: 0.85em;
        margin-inline-end: 0.4em;
        border-bottom: 3px solid var(--kind);
        background: color-mix(in oklab, var(--kind) 16%, transparent);
        vertical-align: -0.05em;
      }
      .meeting {
        --kind: var(--meeting);
      }
      .person {
        --kind: var(--person);
      }
      .organization {
        --kind: var(--organization);
      }
      .organization .swatch {
        border-bottom-style: double;
        border-bottom-width: 4px;
      }
      .group {
        --kind: var(--group);
      }
      .group .swatch {
        border-bottom-style: dashed;
      }
      .award {
        --kind: var(--award);
      }
      .award .swatch {
        border-bottom-style: dotted;
      }
      .directive {
        --kind: var(--directive);
      }
      .directive .swatch {
        border-bottom: 0;
        background: color-mix(in oklab, var(--kind) 34%, transparent);
      }
      @media (forced-colors: active) {
        button[aria-pressed="true"] {
          forced-color-adjust: auto;
          background: Canvas !important;
          color: CanvasText !important;
        }
        button[aria-pressed="false"] {
          color: GrayText;
          text-decoration: line-through;
        }
        .directive .swatch {
          border-block: 1px solid;
        }
      }
      .count {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) counts: Readonly<Record<FindKind, number>> | null = null;
  @property({ attribute: false }) hiddenKinds: ReadonlySet<FindKind> = new Set();

  override render() {
    return html`<div role="group" aria-label=${this.strings.legend}>${FIND_KINDS.map((kind) => this.#item(kind))}</div>`;
  }

  #item(kind: FindKind) {
    const shown = !this.hiddenKinds.has(kind);
    const name = this.strings.finds[kind];
    const count = this.counts?.[kind] ?? 0;
    return html`<button
      type="button"
      class=${kind}
      aria-pressed=${shown}
      title=${this.strings.legendItem(name, count, shown)}
      @click=${() => send(this, "jiyao-toggle", { kind })}
    ><span class="swatch" aria-hidden="true"></span>${name}${this.counts ? html` <span class="count">${count}</span>` : ""}</button>`;
  }
}

define("jiyao-legend", JiyaoLegend);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-legend": JiyaoLegend;
  }
}
