// Loaded when something is first done with selected words.
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { WORD_KINDS } from "../analysis/lexicon.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { ADDABLE, addableName } from "../mending/fields.ts";
import { base } from "../style/tokens.ts";

/** How far from the edges of the window the menu stays, in pixels. */
const MARGIN = 8;

/**
 * What can be done with selected words.
 *
 * @fires jiyao-add - they are evidence of a row; `detail.kind` is its kind of find, `detail.fact` which fact of the meeting
 * @fires jiyao-menu-left - it was closed while it had the focus
 * @fires jiyao-remember - they are a word to remember; `detail.kind` says what it is
 */
export class JiyaoAddMenu extends LitElement {
  static override styles = [
    base,
    css`
      [popover] {
        inset: auto;
        margin: 0;
        min-width: 10rem;
        max-height: calc(100vh - 16px);
        overflow: auto;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sheet);
        color: var(--ink);
        padding: 0.35rem;
        box-shadow: 0 4px 16px rgb(0 0 0 / 15%);
      }
      [role="group"] + [role="group"] {
        margin-block-start: 0.35rem;
        border-block-start: 1px solid var(--line);
        padding-block-start: 0.35rem;
      }
      p {
        padding-inline: 0.6em;
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      button {
        display: flex;
        align-items: center;
        gap: 0.5em;
        width: 100%;
        border-color: transparent;
        background: none;
        padding-inline: 0.6em;
        text-align: start;
      }
      button:hover,
      button:focus-visible {
        background: color-mix(in oklab, var(--ink) 6%, transparent);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .dot {
        width: 0.7em;
        height: 0.7em;
        border-radius: 2px;
        background: var(--kind, var(--line-strong));
      }
      .person {
        --kind: var(--person);
      }
      .organization {
        --kind: var(--organization);
      }
      .group {
        --kind: var(--group);
      }
      .award {
        --kind: var(--award);
      }
      .directive {
        --kind: var(--directive);
      }
      .meeting {
        --kind: var(--meeting);
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @state() private rows = false;
  @state() private words = false;
  @query("[popover]") private menu!: HTMLElement;

  /** Opens below a place on the screen; `rows` and `words` say what there is to choose from. */
  async open(
    { left, top, bottom }: { left: number; top: number; bottom: number },
    rows: boolean,
    words: boolean,
  ): Promise<void> {
    this.rows = rows;
    this.words = words;
    await this.updateComplete;
    const { menu } = this;
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    const below =
      bottom + MARGIN + height < innerHeight ? bottom + MARGIN / 2 : Math.max(MARGIN, top - height - MARGIN / 2);
    menu.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
    menu.style.top = `${Math.min(below, innerHeight - MARGIN - height)}px`;
    this.#items()[0]?.focus();
  }

  override render() {
    const { strings } = this;
    return html`<div popover="auto" role="menu" aria-label=${strings.mend.selectionTitle} @keydown=${this.#keydown} @beforetoggle=${this.#closing}>
      ${
        this.rows
          ? html`<div role="group" aria-label=${strings.mend.addAs}>
            <p aria-hidden="true">${strings.mend.addAs}</p>
            ${ADDABLE.map(
              (addable) => html`<button
                type="button"
                role="menuitem"
                tabindex="-1"
                class=${addable.kind}
                @click=${() => this.#choose("jiyao-add", addable)}
              >
                <span class="dot" aria-hidden="true"></span>${addableName(addable, strings)}
              </button>`,
            )}
          </div>`
          : nothing
      }
      ${
        this.words
          ? html`<div role="group" aria-label=${strings.mend.remember}>
            <p aria-hidden="true">${strings.mend.remember}</p>
            ${WORD_KINDS.map(
              (
                kind,
              ) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose("jiyao-remember", { kind })}>
                ${strings.words.kinds[kind]}
              </button>`,
            )}
          </div>`
          : nothing
      }
    </div>`;
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #choose(type: "jiyao-add" | "jiyao-remember", detail: object): void {
    this.menu.hidePopover();
    send(this, type, detail);
  }

  #closing = ({ newState }: ToggleEvent): void => {
    const left = newState === "closed" && this.menu.matches(":focus-within");
    if (left) send(this, "jiyao-menu-left", null);
  };

  #keydown = (event: KeyboardEvent): void => {
    const items = this.#items();
    const at = items.indexOf(event.target as HTMLElement);
    if (event.key === "Tab") this.menu.hidePopover();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[to % items.length]?.focus();
  };
}

define("jiyao-add-menu", JiyaoAddMenu);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-add-menu": JiyaoAddMenu;
  }
}
