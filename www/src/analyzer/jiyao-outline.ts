import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Report } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { countPoints, filterPoints, outlineOf, type Point, type Speech } from "../records/outline.ts";
import { base } from "../style/tokens.ts";

/**
 * The directives as an outline that folds.
 *
 * @fires jiyao-pick - a point was chosen; `detail.row` is its row
 */
export class JiyaoOutline extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        border-block-start: 2px solid var(--ink);
        padding-block: 0.35rem;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.4rem;
        list-style: none;
      }
      summary {
        padding: 0.25rem 0.3rem;
        border-radius: var(--radius);
        font-weight: 600;
        cursor: pointer;
      }
      .count {
        color: var(--ink-soft);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      button {
        display: flex;
        gap: 0.5em;
        width: 100%;
        min-height: 0;
        border: 0;
        background: none;
        padding: 0.3rem 0.5rem;
        text-align: start;
        line-height: 1.55;
      }
      button:hover {
        background: color-mix(in oklab, var(--ink) 4%, transparent);
      }
      button[aria-current="true"] {
        background: var(--accent-ground);
      }
      .ordinal {
        flex: none;
        min-width: 1.2em;
        color: var(--ink-soft);
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .addressee {
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) report!: Report;
  /** The index of the report. */
  @property({ attribute: false }) at = 0;
  /** The rows that the filter leaves. */
  @property({ attribute: false }) rows: ReadonlySet<string> = new Set();
  @property({ attribute: false }) selected: string | null = null;

  override render() {
    return outlineOf(this.report, this.at).map((speech) => this.#speech(speech));
  }

  #speech({ speaker, points }: Speech) {
    const shown = filterPoints(points, this.rows);
    if (shown.length === 0) return nothing;
    return html`<details open>
      <summary>${speaker ?? this.strings.noSpeaker} <span class="count">${countPoints(points)}</span></summary>
      ${this.#list(shown)}
    </details>`;
  }

  #list(points: readonly Point[]): TemplateResult {
    return html`<ul>
      ${points.map(
        (point) => html`<li>
          ${this.#point(point)}
          ${point.points.length ? this.#list(point.points) : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #point({ row, directive: { ordinal, headline, addressee } }: Point) {
    return html`<button
      type="button"
      data-row=${row}
      aria-current=${row === this.selected ? "true" : nothing}
      title=${this.strings.showEvidence(headline, 1)}
      @click=${() => send(this, "jiyao-pick", { row, from: "table" })}
    >
      <span class="ordinal">${ordinal ?? "·"}</span>
      <span>${headline}${addressee ? html` <span class="addressee">→ ${addressee}</span>` : nothing}</span>
    </button>`;
  }

  /** Brings a point into view without taking the focus. */
  reveal(row: string): void {
    const points = this.renderRoot.querySelectorAll<HTMLElement>("button");
    const point = [...points].find((one) => one.dataset.row === row);
    const speech = point?.closest("details");
    if (speech) speech.open = true;
    point?.scrollIntoView({ block: "nearest" });
  }
}

define("jiyao-outline", JiyaoOutline);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-outline": JiyaoOutline;
  }
}
