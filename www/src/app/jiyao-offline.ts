// Loaded when it is first asked for.
import { css, html, LitElement } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "../define.ts";
import type { Strings } from "../i18n/strings.ts";
import { closeOutside, dialogStyles } from "../style/dialog.ts";
import { base } from "../style/tokens.ts";

/** How each system tells the SHA-256 of a file that lies in the folder. */
const COMMANDS = {
  "Windows PowerShell": (file: string) => `Get-FileHash ${file}`,
  "Windows cmd": (file: string) => `certutil -hashfile ${file} SHA256`,
  macOS: (file: string) => `shasum -a 256 ${file}`,
  Linux: (file: string) => `sha256sum ${file}`,
};

/** The page without a network: as one file, with how to check it, or installed. */
export class JiyaoOffline extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      p {
        margin-block-start: 0.5rem;
      }
      .download {
        display: inline-block;
        padding: 0.4em 1.25em;
        border: 1px solid var(--accent);
        border-radius: var(--radius);
        color: var(--accent);
        text-decoration: none;
      }
      .download:hover {
        background: var(--accent-ground);
      }
      code {
        font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
        font-size: var(--size-small);
        overflow-wrap: anywhere;
        user-select: all;
      }
      /* Two lines of the same length, where there is room. */
      .sum {
        display: block;
        max-width: 32ch;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.35rem 1rem;
        margin: 0.5rem 0 0;
      }
      dd {
        margin: 0;
      }
      @media (max-width: 30rem) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-block-end: 0.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  /** The address of the single file. */
  @property() file = "";
  /** Its SHA-256, or the status that the server answered instead; `null` where there was no answer. */
  @state() private sum: string | number | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    if (typeof this.sum !== "string") this.sum = await fetchedSum(`${this.file}.sha256`);
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const { offline, close } = this.strings;
    const name = this.file.replace(/.*\//, "");
    return html`<dialog aria-labelledby="title" @click=${closeOutside}>
      <div class="title">
        <h2 id="title">${offline.title}</h2>
        <button type="button" aria-label=${close} @click=${() => this.dialog.close()}>✕</button>
      </div>
      <p>${offline.body}</p>
      ${typeof this.sum === "string" ? this.#download(name, this.sum) : html`<p>${this.sum === null ? offline.unreachable : offline.notGiven(this.sum)}</p>`}
      <h3>${offline.installTitle}</h3>
      <p>${offline.install}</p>
    </dialog>`;
  }

  #download(name: string, sum: string) {
    const { offline } = this.strings;
    return html`<p><a class="download" href=${this.file} download>${offline.download(name)}</a></p>
      <h3>${offline.checkTitle}</h3>
      <p>${offline.check}</p>
      <p><code class="sum">${sum}</code></p>
      <dl>
        ${Object.entries(COMMANDS).map(
          ([system, command]) => html`<dt lang="en">${system}</dt><dd><code lang="en">${command(name)}</code></dd>`,
        )}
      </dl>`;
  }
}

/** The sum in a file of the form that `sha256sum` writes, or the status of an answer that is none; `null` for no answer. */
async function fetchedSum(address: string): Promise<string | number | null> {
  try {
    const response = await fetch(address);
    const [sum] = /^[0-9a-f]{64}\b/.exec(await response.text()) ?? [];
    return response.ok && sum ? sum : response.status;
  } catch {
    return null;
  }
}

define("jiyao-offline", JiyaoOffline);

declare global {
  interface HTMLElementTagNameMap {
    "jiyao-offline": JiyaoOffline;
  }
}
