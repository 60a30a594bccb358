// Loaded when the personal lexicon is first opened.
import { css, html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import {
  asWord,
  formatLexicon,
  LexiconError,
  NO_WORDS,
  parseLexicon,
  WORD_KINDS,
  type Word,
  type WordKind,
  withoutWord,
  withWords,
} from "../analysis/lexicon.ts";
import type { PersonalLexicon } from "../analysis/model.ts";
import { define, send } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { download } from "../out/download.ts";
import { closeOutside, dialogStyles, formStyles } from "../style/dialog.ts";
import { base } from "../style/tokens.ts";

/**
 * The personal lexicon, in a dialog.
 *
 * @fires jiyao-lexicon - it was changed; `detail` is all of it
 */
export class JiyaoWords extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    formStyles,
    css`
      dialog > * + * {
        margin-block-start: 0.75rem;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem;
      }
      label {
        display: grid;
        flex: 1 1 10em;
        gap: 0.2rem;
      }
      label:has(select) {
        flex: 0 1 auto;
      }
      form button {
        min-height: 2.25rem;
      }
      .said {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.75rem;
        min-height: 2rem;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        margin: 0.25rem 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding-inline-start: 0.6em;
      }
      li button {
        min-width: 1.75rem;
        min-height: 1.75rem;
        border-color: transparent;
        background: none;
        padding: 0;
        color: var(--ink-soft);
      }
      .actions {
        display: flex;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) lexicon: PersonalLexicon = NO_WORDS;
  @state() private said = "";
  /** The word that was taken out last, as long as that can be undone. */
  @state() private removed: Word | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("#word") private word!: HTMLInputElement;
  @query("#kind") private kind!: HTMLSelectElement;
  @query("input[type=file]") private chooser!: HTMLInputElement;

  async show(): Promise<void> {
    this.#say("");
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { words, close } = this.strings;
    const { entries } = this.lexicon;
    return html`<dialog aria-labelledby="title" @click=${closeOutside}>
      <div class="title">
        <h2 id="title">${words.title}</h2>
        <button type="button" class="close" aria-label=${close} title=${close} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <p class="soft">${words.about}</p>
      <form @submit=${this.#add}>
        <label>${words.word}<input id="word" lang="zh" autocomplete="off" autofocus aria-describedby="said" /></label>
        <label>${words.kind}<select id="kind">
          ${WORD_KINDS.map((kind) => html`<option value=${kind}>${words.kinds[kind]}</option>`)}
        </select></label>
        <button type="submit" class="main">${words.add}</button>
      </form>
      <div class="said soft">
        <p id="said" role="status">${this.said}</p>
        ${this.removed ? html`<button type="button" @click=${this.#undo}>${this.strings.mend.undo}</button>` : nothing}
      </div>
      ${entries.length ? WORD_KINDS.map((kind) => this.#list(kind)) : html`<p>${words.none}</p>`}
      <div class="actions">
        <button type="button" title=${words.loadTitle} @click=${() => this.chooser.click()}>${words.load}</button>
        <input type="file" hidden accept=".json,application/json" aria-label=${words.load} @change=${this.#load} />
        <button type="button" title=${words.saveTitle} ?disabled=${!entries.length} @click=${this.#save}>${words.save}</button>
      </div>
    </dialog>`;
  }

  #list(kind: WordKind) {
    const { words } = this.strings;
    const own = this.lexicon.entries.filter((entry) => entry.kind === kind);
    if (!own.length) return "";
    return html`<section aria-labelledby=${kind}>
      <h3 id=${kind}>${words.kinds[kind]}</h3>
      <ul>
        ${own.map(
          (entry) => html`<li>
            <span lang="zh">${entry.word}</span>
            <button type="button" aria-label=${words.remove(entry.word)} title=${words.remove(entry.word)} @click=${() => this.#remove(entry)}>✕</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #say(said: string, removed: Word | null = null): void {
    this.said = said;
    this.removed = removed;
  }

  #change(lexicon: PersonalLexicon, said: string, removed: Word | null = null): void {
    this.#say(said, removed);
    send(this, "jiyao-lexicon", lexicon);
  }

  #add = (event: Event): void => {
    event.preventDefault();
    const { words } = this.strings;
    const word = asWord(this.word.value);
    const kind = this.kind.value as WordKind;
    if (!word) {
      this.#say(words.length);
    } else {
      this.word.value = "";
      this.#change(withWords(this.lexicon, [{ word, kind }]), words.said(word, words.kinds[kind]));
    }
    this.word.focus();
  };

  #remove(removed: Word): void {
    this.#change(withoutWord(this.lexicon, removed.word), this.strings.mend.saidRemoved(removed.word), removed);
    this.word.focus();
  }

  #undo = (): void => {
    if (this.removed) this.#change(withWords(this.lexicon, [this.removed]), this.strings.mend.saidUndone);
    this.word.focus();
  };

  #load = async (): Promise<void> => {
    const { words } = this.strings;
    const [file] = this.chooser.files ?? [];
    if (!file) return;
    try {
      const { entries } = parseLexicon(await file.text());
      this.#change(withWords(this.lexicon, entries), words.loaded(entries.length));
    } catch (error) {
      const problem = error instanceof LexiconError ? error.problem : "notJson";
      this.#say(
        typeof problem === "string" ? words.notLoaded[problem](file.name) : words.wrongEntry(file.name, problem.entry),
      );
    }
    this.chooser.value = "";
  };

  #save = (): void => {
    download(`${this.strings.words.fileName}.json`, formatLexicon(this.lexicon), "application/json");
  };
}

define("jiyao-words", JiyaoWords);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-words": JiyaoWords;
  }
}
