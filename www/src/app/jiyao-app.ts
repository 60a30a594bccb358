import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { NO_WORDS } from "../analysis/lexicon.ts";
import type { PersonalLexicon } from "../analysis/model.ts";
import type { JiyaoAnalyzer } from "../analyzer/jiyao-analyzer.ts";
import "../analyzer/jiyao-analyzer.ts";
import { define } from "../define.ts";
import { chooseLanguage, LANGUAGES, type Language } from "../i18n/languages.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Opener } from "../in/open.ts";
import { ACCEPTED } from "../in/source.ts";
import { takePaper } from "../out/print.ts";
import { base, tokens } from "../style/tokens.ts";
import { appStyles } from "./app-styles.ts";
import {
  BLANK,
  type Document,
  type Documents,
  forgetLarge,
  keepDocuments,
  keptDocuments,
  keptLargeDocuments,
  NO_DOCUMENTS,
  nameOf,
  withBehind,
  withNew,
  without,
  withText,
} from "./documents.ts";
import { EXAMPLES, type ExampleName, exampleText } from "./examples.ts";
import "./jiyao-documents.ts";
import { forgetAll, keep, kept, restoreAll, tellForgetting, toldBy } from "./kept.ts";
import { keepLexicon, keptHistories, keptLexicon } from "./mended.ts";
import { Opening, type Outcome, type Underway } from "./opening.ts";
import { type Shortcut, shortcutOf } from "./shortcuts.ts";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** How long after the last change the text is kept, in milliseconds: a long one takes a while. */
const KEEP_AFTER = { short: 400, long: 2000 };
/** Texts with more code units than this are long. */
const LONG = 500_000;

/** Of many files, so many are named. */
const NAMED = 5;

/** What is said at the foot of the page. */
type Notice = "pasting" | "beside" | "forgotten" | "removed" | "notKept";

/** The page: the analyzer, what stands above it, and what is kept in this browser. */
export class JiyaoApp extends LitElement {
  static override styles = [tokens, base, appStyles];

  /** Gives what opens files, when the first of them is there. */
  static opener: () => Promise<Opener>;

  /** The address of the page as a single file, where there is one to offer. */
  @property({ attribute: "single-file" }) singleFile: string | null = null;
  /** A newer version of the page is there, and is seen when it is loaded again. */
  @property({ type: Boolean }) renewed = false;
  @state() private language: Language = keptLanguage();
  @state() private theme: Theme = keptTheme();
  /** Whether single keys do something: speech input and some hands do better without. */
  @state() private singleKeys = kept("singleKeys") !== "off";
  @state() private documents: Documents = keptDocuments();
  @state() private lexicon: PersonalLexicon = keptLexicon();
  /** Files are held over the page. */
  @state() private hovered = false;
  @state() private notice: Notice | null = null;
  @state() private problems: readonly string[] = [];
  @query("jiyao-analyzer") private analyzer!: JiyaoAnalyzer;
  @query("input[type=file]") private chooser!: HTMLInputElement;

  readonly #opening = new Opening(this, () => JiyaoApp.opener());
  readonly #keptText = this.documents.list[this.documents.open]?.text ?? "";
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was forgotten last, as long as that can be undone: in this tab's memory alone. */
  #forgotten: { documents: Documents; lexicon: PersonalLexicon; stored: ReadonlyMap<string, string> } | null = null;

  /** What was put away last, and the documents with it. */
  #removed: { documents: Documents; name: string } | null = null;
  /** The text was changed since it was kept. */
  #changed = false;
  /** Something was written since files were chosen. */
  #written = false;

  constructor() {
    super();
    // Before the editor sees them: it would put a file's bytes into the text.
    for (const type of ["dragenter", "dragover", "dragleave", "drop"] as const) {
      this.addEventListener(type, this.#dragged, { capture: true });
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.#leave);
    addEventListener("storage", this.#told);
    addEventListener("keydown", this.#keydown);
    addEventListener("beforeprint", this.#layPaper);
    addEventListener("afterprint", takePaper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#leave);
    removeEventListener("storage", this.#told);
    removeEventListener("keydown", this.#keydown);
    removeEventListener("beforeprint", this.#layPaper);
    removeEventListener("afterprint", takePaper);
  }

  override willUpdate(): void {
    const { lang, tagline } = LANGUAGES[this.language];
    document.documentElement.lang = lang;
    document.documentElement.dataset.theme = this.theme;
    document.title = `纪要 Jiyao · ${tagline}`;
    this.lang = lang;
    this.setAttribute("theme", this.theme);
    if (this.notice !== "forgotten") this.#forgotten = null;
    if (this.notice !== "removed") this.#removed = null;
  }

  override async firstUpdated(): Promise<void> {
    const documents = this.documents === NO_DOCUMENTS ? await keptLargeDocuments() : null;
    await this.analyzer.updateComplete;
    if (documents && this.documents === NO_DOCUMENTS && this.analyzer.length === 0) this.#lay(documents);
  }

  override render() {
    const strings = LANGUAGES[this.language];
    const many = this.documents.list.length > 1;
    return html`
      <header>
        <button type="button" class="skip" @click=${this.#skip}>${strings.skipToTables}</button>
        <h1><span lang="zh-Hans">${this.language === "zh-Hant" ? "紀要" : "纪要"}</span> <small lang="en">Jiyao</small></h1>
        <p class="tagline">${strings.tagline}</p>
        <div class="settings" @focusin=${bringIntoView}>
          <button type="button" title=${strings.newDocumentTitle} @click=${this.#new}>${strings.newDocument}</button>
          <button type="button" title=${strings.openFilesTitle} @click=${() => this.chooser.click()}>${strings.openFiles}</button>
          <input type="file" multiple hidden accept=${ACCEPTED} aria-label=${strings.openFiles} @change=${this.#chosen} />
          <button type="button" title=${strings.words.title} @click=${this.#showWords}>${strings.words.button}</button>
          <button type="button" title=${strings.forgetTitle} @click=${this.#forget}>${strings.forget}</button>
          <button type="button" title=${`${strings.shortcuts.title} (?)`} aria-label=${strings.shortcuts.title} @click=${this.#help}>?</button>
          <select aria-label=${strings.language} @change=${this.#setLanguage}>
            ${Object.values(LANGUAGES).map(
              ({ lang, languageName }) =>
                html`<option value=${lang} lang=${lang} ?selected=${lang === this.language}>${languageName}</option>`,
            )}
          </select>
          <select aria-label=${strings.theme} @change=${this.#setTheme}>
            ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${strings.themes[theme]}</option>`)}
          </select>
        </div>
      </header>
      <div class="files">
        <p class="visually-hidden" role="status">${this.#opening.shown ? strings.openingFiles : ""}</p>
        ${this.#opening.shown ? this.#progress(strings, this.#opening.shown) : nothing}
        ${this.problems.length ? this.#problemList() : nothing}
      </div>
      <main class=${many ? "many" : ""}>
        ${
          many
            ? html`<jiyao-documents
              .strings=${strings}
              .documents=${this.documents}
              @jiyao-open=${this.#open}
              @jiyao-remove=${this.#remove}
            ></jiyao-documents>`
            : nothing
        }
        <jiyao-analyzer
          lang=${this.language}
          .value=${this.#keptText}
          .lexicon=${this.lexicon}
          .histories=${keptHistories}
          theme=${this.theme}
          @jiyao-input=${this.#textChanged}
          @jiyao-lexicon=${this.#setLexicon}
        >
          <p slot="empty">${strings.orExample}</p>
          <div slot="empty" class="examples" role="group" aria-label=${strings.examples}>
            ${EXAMPLES.map(
              (name) =>
                html`<button type="button" @click=${() => this.#load(name)}>${strings.exampleNames[name]}</button>`,
            )}
          </div>
        </jiyao-analyzer>
      </main>
      <footer>
        <p>${strings.privacy}</p>
        <div class="notice">
          <p role="status">${this.#said(strings)}</p>
          ${this.notice === "forgotten" || this.notice === "removed" ? html`<button type="button" class="undo" @click=${this.#undo}>${strings.mend.undo}</button>` : nothing}
        </div>
        ${
          this.renewed
            ? html`<p role="status" class="renewed">${strings.renewed} <button type="button" @click=${this.#reload}>${strings.reload}</button></p>`
            : nothing
        }
        ${this.singleFile ? html`<button type="button" @click=${this.#showOffline}>${strings.offline.open}</button>` : nothing}
      </footer>
      <jiyao-shortcuts
        .strings=${strings}
        .singleKeys=${this.singleKeys}
        @jiyao-single-keys=${this.#setSingleKeys}
      ></jiyao-shortcuts>
      <jiyao-words .strings=${strings} .lexicon=${this.lexicon} @jiyao-lexicon=${this.#setLexicon}></jiyao-words>
      ${this.hovered ? html`<p class="drop" role="status">${strings.dropHere}</p>` : nothing}
    `;
  }

  #said(strings: Strings): string {
    if (!this.notice) return "";
    return this.notice === "removed" ? strings.removed(this.#removed?.name ?? "") : strings[this.notice];
  }

  #progress(strings: Strings, { name, number, count, since }: Underway) {
    return html`<section aria-label=${strings.openingFiles}>
      <jiyao-reading
        .strings=${strings}
        .what=${strings.opening(name, number, count)}
        .done=${count > 1 ? (number - 1) / count : null}
        .facts=${strings.openingFacts}
        .since=${since}
        @jiyao-cancel=${this.#cancel}
      ></jiyao-reading>
    </section>`;
  }

  #problemList() {
    const { close } = LANGUAGES[this.language];
    return html`<div class="problems" role="alert">
      <ul>
        ${this.problems.map((problem) => html`<li>${problem}</li>`)}
      </ul>
      <button type="button" aria-label=${close} title=${close} @click=${this.#closeProblems}>✕</button>
    </div>`;
  }

  #closeProblems = (): void => {
    this.problems = [];
  };

  async #load(name: ExampleName): Promise<void> {
    this.analyzer.value = await exampleText(name);
    this.analyzer.focus();
  }

  // Files

  #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "dragleave") {
      if (!event.relatedTarget) this.hovered = false;
      return;
    }
    this.hovered = event.type !== "drop";
    if (event.type === "drop") void this.#take([...event.dataTransfer.files]);
  };

  #chosen = (): void => {
    const files = [...(this.chooser.files ?? [])];
    this.chooser.value = "";
    void this.#take(files);
  };

  /** Opens what can be read of some files, and says what is wrong with the others. Who writes meanwhile is not disturbed. */
  async #take(files: readonly File[]): Promise<void> {
    this.problems = [];
    if (!this.#opening.busy) this.#written = false;
    const outcome = await this.#opening.open(files);
    if (!outcome) return;
    const hadFocus = this.renderRoot.querySelector(".files jiyao-reading")?.matches(":focus-within");
    this.#opening.shown = null;
    this.problems = this.#problemsOf(outcome);
    if (outcome.opened.length) this.#add(outcome.opened);
    await this.updateComplete;
    if (!hadFocus) return;
    // The button that was pressed is gone.
    const close = this.renderRoot.querySelector<HTMLElement>(".problems button");
    if (close) close.focus();
    else this.analyzer.focus();
  }

  #add(opened: readonly Document[]): void {
    const documents = this.#current();
    if (!this.#written && !this.analyzer.pasted) this.#show(withNew(documents, opened));
    else {
      this.documents = withBehind(documents, opened);
      this.#keepNow();
      this.notice = "beside";
    }
  }

  #problemsOf({ failed, left }: Outcome): string[] {
    const { fileProblem, fileProblems, notOpened } = LANGUAGES[this.language];
    const problems = failed.map(({ name, problem }) => fileProblem(name, fileProblems[problem]));
    const names = left.slice(0, NAMED);
    return left.length ? [...problems, notOpened(names, left.length - names.length)] : problems;
  }

  #cancel = (event: Event): void => {
    event.stopPropagation();
    this.#opening.cancel();
  };

  // Documents

  /** The documents with what stands in the text now. */
  #current(): Documents {
    return withText(this.documents, this.analyzer.value);
  }

  #show(documents: Documents): void {
    this.#lay(documents);
    this.#changed = true;
    // Not in one go: each of the two takes a while with a long text.
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(this.#keepNow);
  }

  /** Lays documents on the desk, with nothing said. */
  #lay(documents: Documents): void {
    this.notice = null;
    this.documents = documents;
    this.analyzer.open(documents.list[documents.open]?.text ?? "");
  }

  /** What is being pasted belongs to the document that is open: another one waits until it has arrived. */
  async #pasted(): Promise<void> {
    for (let pasted = this.analyzer.pasted; pasted; pasted = this.analyzer.pasted) {
      this.notice = "pasting";
      await pasted;
    }
    if (this.notice === "pasting") this.notice = null;
  }

  /** A blank document beside the others. */
  #new = async (): Promise<void> => {
    await this.#pasted();
    this.#show(withNew(this.#current(), [BLANK]));
    this.analyzer.focus();
  };

  #open = async ({ detail: { document } }: CustomEvent<{ document: Document }>): Promise<void> => {
    await this.#pasted();
    const open = this.documents.list.indexOf(document);
    if (open >= 0) this.#show({ ...this.#current(), open });
  };

  #remove = async ({ detail: { document } }: CustomEvent<{ document: Document }>): Promise<void> => {
    await this.#pasted();
    const index = this.documents.list.indexOf(document);
    if (index < 0) return;
    const documents = this.#current();
    const name = nameOf(documents.list[index] ?? BLANK) ?? LANGUAGES[this.language].untitled;
    this.#show(without(documents, index));
    this.#removed = { documents, name };
    this.notice = "removed";
    await this.updateComplete;
    // The button that was pressed is gone.
    const list = this.renderRoot.querySelector("jiyao-documents");
    if (list) await list.focusOpen();
    else this.analyzer.focus();
  };

  #textChanged = (): void => {
    this.notice = null;
    this.#written = true;
    this.#changed = true;
    clearTimeout(this.#keepTimer);
    // A long text is not put together after each key press.
    const { long, short } = KEEP_AFTER;
    this.#keepTimer = setTimeout(this.#keepNow, this.analyzer.length > LONG ? long : short);
  };

  #keepNow = (): void => {
    clearTimeout(this.#keepTimer);
    this.#changed = false;
    this.documents = this.#current();
    void this.#keep(this.documents);
  };

  async #keep(documents: Documents): Promise<void> {
    if (!(await keepDocuments(documents)) && documents === this.documents) this.notice = "notKept";
  }

  /** What was not changed here is kept already, or something newer of another tab. */
  #leave = (): void => {
    if (this.#changed) this.#keepNow();
  };

  #forget = (): void => {
    this.#clear();
    tellForgetting();
    this.analyzer.focus();
  };

  #clear(): void {
    this.#opening.drop();
    // A second click must not forget what the first one can bring back.
    const before = { documents: this.#current(), lexicon: this.lexicon, stored: forgetAll() };
    forgetLarge();
    this.#forgotten ??= before;
    this.#changed = false;
    this.documents = NO_DOCUMENTS;
    this.problems = [];
    this.analyzer.open("");
    clearTimeout(this.#keepTimer);
    this.lexicon = NO_WORDS;
    this.notice = "forgotten";
  }

  /** Another tab of the page did something that this one must know. */
  #told = (event: StorageEvent): void => {
    const told = toldBy(event);
    if (told === "forgotten") this.#clear();
    else if (told === "lexicon") this.lexicon = keptLexicon();
  };

  /** Undoes the forgetting, or the putting away. */
  #undo = async (): Promise<void> => {
    const [removed, forgotten] = [this.#removed, this.#forgotten];
    await this.#pasted();
    if (removed) this.#show(removed.documents);
    else if (forgotten) {
      const { documents, lexicon, stored } = forgotten;
      // First what was mended: it is looked for when the text is read.
      restoreAll(stored);
      this.lexicon = lexicon;
      keepLexicon(lexicon);
      this.#show(documents);
    }
    this.analyzer.focus();
  };

  // Keys

  #keydown = (event: KeyboardEvent): void => {
    const shortcut = this.singleKeys ? shortcutOf(event) : null;
    if (!shortcut) return;
    event.preventDefault();
    const actions: Record<Shortcut, () => void> = {
      help: () => void this.#help(),
      filter: () => this.analyzer.focusFilter(),
      text: () => this.analyzer.focus(),
      tables: this.#skip,
      files: () => this.chooser.click(),
      new: () => void this.#new(),
      previous: () => this.analyzer.turn(-1),
      next: () => this.analyzer.turn(1),
    };
    actions[shortcut]();
  };

  #help = async (): Promise<void> => {
    await import("./jiyao-shortcuts.ts");
    await this.renderRoot.querySelector("jiyao-shortcuts")?.show();
  };

  #setSingleKeys = ({ detail: { on } }: CustomEvent<{ on: boolean }>): void => {
    this.singleKeys = on;
    keep("singleKeys", on ? "on" : "off");
  };

  #reload = async (): Promise<void> => {
    await this.#pasted();
    await this.#keep(this.#current());
    this.#changed = false;
    location.reload();
  };

  #showOffline = async (): Promise<void> => {
    await import("./jiyao-offline.ts");
    const offline = this.renderRoot.querySelector("jiyao-offline") ?? document.createElement("jiyao-offline");
    offline.strings = LANGUAGES[this.language];
    offline.file = this.singleFile ?? "";
    this.renderRoot.append(offline);
    await offline.show();
  };

  /** What is printed is the record, whatever the screen shows. */
  #layPaper = (): void => this.analyzer.layPaper();

  // Words

  #showWords = async (): Promise<void> => {
    await import("./jiyao-words.ts");
    await this.renderRoot.querySelector("jiyao-words")?.show();
  };

  #setLexicon = ({ detail: lexicon }: CustomEvent<PersonalLexicon>): void => {
    this.lexicon = lexicon;
    this.notice = keepLexicon(lexicon) ? null : "notKept";
  };

  // Settings

  #setLanguage = (event: Event): void => {
    this.language = (event.target as HTMLSelectElement).value as Language;
    keep("language", this.language);
  };

  #setTheme = (event: Event): void => {
    this.theme = (event.target as HTMLSelectElement).value as Theme;
    keep("theme", this.theme);
  };

  #skip = (): void => {
    this.analyzer.focusTables();
  };
}

/** What is reached by keyboard is seen whole. */
function bringIntoView({ target }: FocusEvent): void {
  (target as HTMLElement).scrollIntoView({ block: "nearest", inline: "nearest" });
}

function keptLanguage(): Language {
  const language = kept("language");
  return language && language in LANGUAGES ? (language as Language) : chooseLanguage(navigator.languages);
}

function keptTheme(): Theme {
  return THEMES.find((theme) => theme === kept("theme")) ?? "auto";
}

define("jiyao-app", JiyaoApp);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-app": JiyaoApp;
  }
}
