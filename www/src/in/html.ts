// The words of a web page. There is no document here: a worker has none, and nothing of what is read can act.
import { Parser } from "htmlparser2";
import { decodeText } from "./decode.ts";

/** The text of a web page's file. A page says its encoding itself, or it is found out. */
export function htmlFileText(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  return htmlText(label ? decodeAs(label, bytes) : decodeText(bytes));
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // The label is unknown or wrong.
    return decodeText(bytes);
  }
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const NEVER_SHOWN = names("script style noscript template title iframe svg object select button");
const ENDS_A_LINE = names(
  "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul",
);
const CELLS = names("td th");
const PARAGRAPHS = names("p div");

/** What a reader of the page sees, one line a paragraph; no markup. Bad markup is read as browsers read it. */
export function htmlText(html: string): string {
  const words = new Words();
  const parser = new Parser({
    onopentag: (name, attributes) => words.open(name, attributes),
    ontext: (text) => words.text(text),
    onclosetag: () => words.close(),
  });
  parser.end(html);
  return words.lines();
}

/** An element that is open. */
interface Open {
  name: string;
  /** Its elements, as far as they are shown. */
  children: number;
  /** It has words that stand in none of its elements. */
  hasWords: boolean;
  /** Where the line ends stand before and behind its last paragraph. */
  paragraph: [number, number] | null;
}

const opened = (name: string): Open => ({ name, children: 0, hasWords: false, paragraph: null });

/** Gathers the words of a page while its elements open and close. */
class Words {
  /** Words, line ends and tabs. */
  readonly #pieces: string[] = [];
  readonly #open: Open[] = [opened("")];
  /** How many cells each open table has in its row so far. */
  readonly #cells: number[] = [0];
  /** How many elements are open from the one on that is not shown. */
  #unseen = 0;
  /** How many elements are open whose line breaks are shown. */
  #preformatted = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (this.#unseen || isUnseen(name, attributes)) {
      this.#unseen++;
      return;
    }
    const parent = this.#open.at(-1) as Open;
    parent.children++;
    if (name === "pre") this.#preformatted++;
    if (name === "table") this.#cells.push(0);
    if (name === "tr") this.#cells[this.#cells.length - 1] = 0;
    if (CELLS.has(name) && (this.#cells[this.#cells.length - 1] as number)++ > 0) this.#pieces.push("\t");
    if (PARAGRAPHS.has(name)) parent.paragraph = [this.#pieces.length, 0];
    if (ENDS_A_LINE.has(name)) this.#pieces.push("\n");
    this.#open.push(opened(name));
  }

  text(text: string): void {
    if (this.#unseen) return;
    // Line breaks of the source are spaces on a page; those of the page are put in beside them.
    const shown = this.#preformatted
      ? text.replace(/\r\n?/g, "\n").replace(/[ \t\f]+/g, " ")
      : text.replace(/[ \t\r\n\f]+/g, " ");
    const element = this.#open.at(-1) as Open;
    element.hasWords ||= shown.trim() !== "";
    this.#pieces.push(shown);
  }

  close(): void {
    if (this.#unseen) {
      this.#unseen--;
      return;
    }
    const element = this.#open.pop() as Open;
    const { name } = element;
    if (name === "pre") this.#preformatted--;
    if (name === "table") this.#cells.pop();
    if (PARAGRAPHS.has(name)) {
      const parent = this.#open.at(-1) as Open;
      parent.paragraph = [parent.paragraph?.[0] ?? 0, this.#pieces.length];
    }
    if (ENDS_A_LINE.has(name)) this.#pieces.push("\n");
    if (CELLS.has(name)) this.#joinCell(element);
  }

  /** Cells stand beside each other, also where a program puts each into a paragraph; those with several keep them. */
  #joinCell({ children, hasWords, paragraph }: Open): void {
    if (children > 1 || hasWords || !paragraph) return;
    for (const at of paragraph) this.#pieces[at] = "";
  }

  lines(): string {
    return this.#pieces
      .join("")
      .split("\n")
      .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, "").replace(/ *\t */g, "\t"))
      .filter(Boolean)
      .join("\n");
  }
}

function isUnseen(name: string, { hidden, style }: Record<string, string>): boolean {
  return NEVER_SHOWN.has(name) || hidden !== undefined || /(^|;)\s*display\s*:\s*none/i.test(style ?? "");
}
