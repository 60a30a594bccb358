import { html, LitElement } from "lit";
import { query, state } from "lit/decorators.js";
import type { JiyaoAnalyzer } from "../analyzer/jiyao-analyzer.ts";
import "../analyzer/jiyao-analyzer.ts";
import { define } from "../define.ts";
import { chooseLanguage, LANGUAGES, type Language } from "../i18n/languages.ts";
import { base, tokens } from "../style/tokens.ts";
import { appStyles } from "./app-styles.ts";
import { EXAMPLES, type ExampleName, exampleText } from "./examples.ts";
import { drop, forgetAll, keep, kept } from "./kept.ts";

const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** How long after the last change the text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/** The page: the analyzer, what stands above it, and what is kept in this browser. */
export class JiyaoApp extends LitElement {
  static override styles = [tokens, base, appStyles];

  @state() private language: Language = keptLanguage();
  @state() private theme: Theme = keptTheme();
  @state() private notice: "forgotten" | "notKept" | null = null;
  @query("jiyao-analyzer") private analyzer!: JiyaoAnalyzer;

  /** What was kept when the page was opened; the text itself lives in the analyzer. */
  readonly #keptText = kept("text") ?? "";
  #keepTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.#keepNow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#keepNow);
  }

  override willUpdate(): void {
    const { lang, tagline } = LANGUAGES[this.language];
    document.documentElement.lang = lang;
    document.documentElement.dataset.theme = this.theme;
    document.title = `纪要 Jiyao · ${tagline}`;
    this.lang = lang;
    this.setAttribute("theme", this.theme);
  }

  override render() {
    const strings = LANGUAGES[this.language];
    return html`
      <header>
        <button type="button" class="skip" @click=${this.#skip}>${strings.skipToTables}</button>
        <h1><span lang="zh-Hans">${this.language === "zh-Hant" ? "紀要" : "纪要"}</span> <small lang="en">Jiyao</small></h1>
        <p class="tagline">${strings.tagline}</p>
        <div class="settings">
          <button type="button" class="quiet" title=${strings.forgetTitle} @click=${this.#forget}>${strings.forget}</button>
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
      <main>
        <jiyao-analyzer
          .language=${this.language}
          .value=${this.#keptText}
          theme=${this.theme}
          @jiyao-input=${this.#textChanged}
        >
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
        <p role="status">${this.notice ? strings[this.notice] : ""}</p>
      </footer>
    `;
  }

  async #load(name: ExampleName): Promise<void> {
    this.analyzer.value = await exampleText(name);
    this.analyzer.focus();
  }

  #textChanged = (): void => {
    this.notice = null;
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(this.#keepNow, KEEP_AFTER);
  };

  #keepNow = (): void => {
    clearTimeout(this.#keepTimer);
    const text = this.analyzer.value;
    if (!text) drop("text");
    else if (!keep("text", text)) this.notice = "notKept";
  };

  #forget = (): void => {
    this.analyzer.forget();
    clearTimeout(this.#keepTimer);
    forgetAll();
    this.notice = "forgotten";
    this.analyzer.focus();
  };

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
