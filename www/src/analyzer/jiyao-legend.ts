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
        background: transparent;
        text-decoration-color: transparent;
        outline: 1px solid var(--line-strong);
        outline-offset: -1px;
      }
      /* As the finds in the text, with the same line. */
      .swatch {
        display: inline-block;
        margin-inline-end: 0.4em;
        background: color-mix(in oklab, var(--kind) 16%, transparent);
        text-decoration: underline solid var(--kind) 2px;
        text-underline-offset: 0.15em;
        line-height: 1.35;
        white-space: pre;
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
        text-decoration-style: double;
      }
      .group {
        --kind: var(--group);
      }
      .group .swatch {
        text-decoration-style: dashed;
      }
      .award {
        --kind: var(--award);
      }
      .award .swatch {
        text-decoration-style: wavy;
      }
      .directive {
        --kind: var(--directive);
      }
      .directive .swatch {
        text-decoration: none;
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
          text-decoration: underline overline 1px;
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
    ><span class="swatch" aria-hidden="true">　</span>${name}${this.counts ? html` <span class="count">${count}</span>` : ""}</button>`;
  }
}

define("jiyao-legend", JiyaoLegend);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-legend": JiyaoLegend;
  }
}
