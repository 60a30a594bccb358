import { html, type LitElement, type ReactiveController } from "lit";
import { asWord, type WordKind, withWords } from "../analysis/lexicon.ts";
import type { Analysis, CleanText, PersonalLexicon, Utf16Span } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Addable, addableName, changedFields, fieldOf, nameOf, newRow, readField } from "../mending/fields.ts";
import {
  type Histories,
  type History,
  isEditOf,
  NO_HISTORY,
  redo,
  textKey,
  undo,
  undoAll,
  withMend,
} from "../mending/history.ts";
import { type Fields, type Mark, type Mend, Mended, type RowKey, rowKey } from "../mending/mends.ts";
import type { SheetId } from "../records/finds.ts";
import type { JiyaoAddMenu } from "./jiyao-add-menu.ts";
import "./jiyao-mend-bar.ts";
import type { EditedRow } from "./jiyao-row-editor.ts";

/** What mending needs of the element that shows the tables. */
export interface Tables {
  strings(): Strings;
  lexicon(): PersonalLexicon;
  remember(lexicon: PersonalLexicon): void;
  histories(): Histories;
  clean(text: string): Promise<CleanText>;
  /** Shows an analysis of the text that was read last. */
  display(analysis: Analysis): Promise<void>;
  /** Chooses a row and brings it into view; one that is gone takes the focus to where it was. */
  choose(row: string): void;
  focus(row: string): void;
  focusText(): void;
  /** Says for a moment what was done. */
  say(message: string, undoable?: boolean): void;
}

/** The row that is in the form, or the one that is to be added. */
type Edited = { key: RowKey; row: string; name: string } | { sheet: SheetId; report: number; span: Utf16Span };

const NO_MARKS: ReadonlyMap<string, Mark> = new Map();

/** Mending by hand: what was changed, deleted and added, with undo, and words for the personal lexicon. */
export class Mending implements ReactiveController {
  history: History = NO_HISTORY;
  #read: Analysis | null = null;
  #text = "";
  #key = "";
  #mended: Mended | null = null;
  #edited: Edited | null = null;
  #selected: Utf16Span | null = null;
  /** The selected words as the tables have them: ready when something is chosen for them. */
  #words: Promise<string> = Promise.resolve("");
  readonly #host: LitElement;
  readonly #tables: Tables;

  constructor(host: LitElement, tables: Tables) {
    this.#host = host;
    this.#tables = tables;
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listen] of this.#listeners) this.#host.addEventListener(type, listen);
  }

  hostDisconnected(): void {
    for (const [type, listen] of this.#listeners) this.#host.removeEventListener(type, listen);
  }

  /** What was mended, by the ids of the rows. */
  get marks(): ReadonlyMap<string, Mark> {
    return this.#mended?.marks ?? NO_MARKS;
  }

  /** The analysis with what was mended. */
  get analysis(): Analysis | null {
    return this.#mended?.analysis ?? null;
  }

  /** Takes a new reading of a text; gives it with what was mended in this text, or in the one that was edited to it. */
  take(analysis: Analysis, text: string): Analysis {
    const key = textKey(text);
    if (key !== this.#key) {
      const histories = this.#tables.histories();
      const known = histories.get(key);
      const carried = !known && !isEmpty(this.history) && isEditOf(text, this.#text);
      if (carried) histories.delete(this.#key);
      else this.history = known ?? NO_HISTORY;
      this.#key = key;
      if (carried) this.#keep();
    }
    this.#read = analysis;
    this.#text = text;
    return this.#apply();
  }

  /** Another text will be read; nothing of this one is carried over. */
  clear(): void {
    this.history = NO_HISTORY;
    this.#read = this.#mended = null;
    this.#text = this.#key = "";
  }

  renderBar() {
    return html`<jiyao-mend-bar
      .strings=${this.#tables.strings()}
      .history=${this.history}
      .lost=${this.#mended?.lost.length ?? 0}
    ></jiyao-mend-bar>`;
  }

  /** The dialog and the menu, which are loaded when they are first needed. */
  renderForms() {
    const strings = this.#tables.strings();
    return html`
      <jiyao-row-editor .strings=${strings}></jiyao-row-editor>
      <jiyao-add-menu .strings=${strings}></jiyao-add-menu>
    `;
  }

  #apply(): Analysis {
    this.#mended = new Mended(this.#read as Analysis, this.#text, this.history.done);
    return this.#mended.analysis;
  }

  #keep(): void {
    const histories = this.#tables.histories();
    if (isEmpty(this.history)) histories.delete(this.#key);
    else if (histories.set(this.#key, this.history) === false) this.#tables.say(this.#tables.strings().mend.notKept);
  }

  async #change(history: History, message: string): Promise<void> {
    this.#tables.say(message, history.done.length > this.history.done.length && !history.undone.length);
    this.history = history;
    this.#keep();
    this.#host.requestUpdate();
    if (this.#read) await this.#tables.display(this.#apply());
  }

  // Rows

  #edit = async ({ row, column }: { row: string; column: string | null }): Promise<void> => {
    const found = this.#mended?.find(row);
    if (!found) return;
    const sheet = sheetOf(row);
    const { fields, key, spans } = found;
    this.#edited = { key, row, name: nameOf(sheet, fields) };
    const mark = this.marks.get(row);
    await this.#form({ sheet, name: "", fields, mark, evidence: this.#quote(spans[0]), isNew: false }, column);
  };

  async #form(row: EditedRow, column: string | null = null): Promise<void> {
    await import("./jiyao-row-editor.ts");
    await this.#host.renderRoot.querySelector("jiyao-row-editor")?.show(row, column);
  }

  /** A cell was corrected where it stands. */
  #write = ({ row, column, written }: { row: string; column: string; written: string }): void => {
    const found = this.#mended?.find(row);
    const field = fieldOf(sheetOf(row), column);
    if (!found || !field) return;
    const fields = changedFields(found.fields, { ...found.fields, [field.name]: readField(field, [written]) });
    if (!Object.keys(fields).length) return;
    const { mend } = this.#tables.strings();
    const message = mend.saidChanged(nameOf(sheetOf(row), found.fields));
    void this.#change(withMend(this.history, { do: "change", row: found.key, fields }), message);
  };

  #quote(span: Utf16Span | undefined): string {
    return span ? this.#text.slice(span.start, span.end) : "";
  }

  #save = async ({ fields }: { fields: Fields }): Promise<void> => {
    const edited = this.#edited;
    if (!edited) return;
    const { mend } = this.#tables.strings();
    if ("key" in edited) {
      const { key: row, name } = edited;
      await this.#change(withMend(this.history, { do: "change", row, fields }), mend.saidChanged(name));
      return;
    }
    const { sheet, report, span } = edited;
    const added: Mend = { do: "add", report, sheet, fields, quote: this.#quote(span), start: span.start };
    await this.#change(withMend(this.history, added), mend.saidAdded(nameOf(sheet, fields)));
    const row = this.#mended?.rowOf(rowKey(report, sheet, fields));
    if (row) this.#tables.choose(row);
  };

  #removeEdited = (): void => {
    if (this.#edited && "row" in this.#edited) void this.#remove({ rows: [this.#edited.row] });
  };

  /** Rows are deleted together, and come back together. */
  #remove = async ({ rows }: { rows: readonly string[] }): Promise<void> => {
    const found = rows.flatMap((row) => this.#mended?.find(row) ?? []);
    const [first] = found;
    const [row] = rows;
    if (!first || !row) return;
    const { mend } = this.#tables.strings();
    const name = nameOf(sheetOf(row), first.fields);
    const history = found.reduce(
      (before, { key }, index) => withMend(before, { do: "delete", row: key, ...(index ? { with: true } : {}) }),
      this.history,
    );
    await this.#change(history, mend.saidRemoved(found.length > 1 ? mend.several(name, found.length) : name));
    this.#tables.focus(row);
  };

  // What is selected

  #choose = async ({ span: selected, rect }: { span: Utf16Span; rect: DOMRect }): Promise<void> => {
    const span = this.#withoutSpace(selected);
    this.#selected = span;
    this.#words = this.#simplified(this.#quote(span));
    void import("./jiyao-row-editor.ts");
    await import("./jiyao-add-menu.ts");
    const menu = this.#host.renderRoot.querySelector<JiyaoAddMenu>("jiyao-add-menu");
    await menu?.open(rect, (this.#read?.reports.length ?? 0) > 0, asWord(this.#quote(span)) !== null);
  };

  #add = async (addable: Addable): Promise<void> => {
    const span = this.#selected;
    if (!span || !this.#read) return;
    const quote = this.#quote(span);
    const { sheet, fields } = newRow(addable, await this.#words);
    const report = this.#reportAt(span);
    this.#edited = { sheet, report, span };
    const speaker = sheet === "directives" ? this.#speakerBefore(report, span) : null;
    const name = addableName(addable, this.#tables.strings());
    const row = { sheet, name, fields: speaker ? { ...fields, speaker } : fields, mark: undefined };
    await this.#form({ ...row, evidence: quote, isNew: true });
  };

  /** The words as the tables have them: simplified, without glosses, on one line. */
  async #simplified(words: string): Promise<string> {
    const clean = await this.#tables.clean(words).then(
      ({ text }) => text,
      () => words,
    );
    return clean.replace(/\s+/gu, " ").trim();
  }

  /** What was selected, without the space around it. */
  #withoutSpace({ start, end }: Utf16Span): Utf16Span {
    const words = this.#text.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    return { start: from, end: Math.max(from, start + words.trimEnd().length) };
  }

  /** The report that a place is in, or the last one before it. */
  #reportAt({ start }: Utf16Span): number {
    return Math.max(0, this.#read?.reports.findLastIndex(({ span }) => span.start <= start) ?? 0);
  }

  #speakerBefore(report: number, { start }: Utf16Span): string | null {
    const directives = this.#mended?.analysis.reports[report]?.directives ?? [];
    return directives.findLast(({ span }) => span.start <= start)?.speaker ?? null;
  }

  // Words

  #rememberSelected = ({ kind }: { kind: WordKind }): void => {
    const word = this.#selected && asWord(this.#quote(this.#selected));
    if (word) this.#remember({ word, kind });
  };

  #remember = ({ word, kind }: { word: string; kind: WordKind }): void => {
    const { words } = this.#tables.strings();
    this.#tables.remember(withWords(this.#tables.lexicon(), [{ word, kind }]));
    this.#tables.say(words.said(word, words.kinds[kind]));
  };

  // History

  /** Takes back what was mended last, or all of it. */
  undo(all = false): void {
    if (!this.history.done.length) return;
    void this.#change(all ? undoAll(this.history) : undo(this.history), this.#tables.strings().mend.saidUndone);
  }

  #redo = (): void => {
    if (this.history.undone.length) void this.#change(redo(this.history), this.#tables.strings().mend.saidRedone);
  };

  #dropLost = (): void => {
    const lost = new Set(this.#mended?.lost);
    void this.#change({ ...this.history, done: this.history.done.filter((mend) => !lost.has(mend)) }, "");
  };

  #keydown = (event: Event): void => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || altKey || isField(event.composedPath()[0])) return;
    const again = key === "y" || (shiftKey && key.toLowerCase() === "z");
    if (!again && key !== "z") return;
    event.preventDefault();
    if (again) this.#redo();
    else this.undo();
  };

  readonly #listeners: readonly [string, (event: Event) => void][] = [
    on("jiyao-edit", this.#edit),
    on("jiyao-cell", this.#write),
    on("jiyao-row-saved", this.#save),
    on("jiyao-row-removed", this.#removeEdited),
    on("jiyao-remove-row", this.#remove),
    on("jiyao-selection", this.#choose),
    on("jiyao-add", this.#add),
    on("jiyao-menu-left", () => this.#tables.focusText()),
    on("jiyao-remember", this.#rememberSelected),
    on("jiyao-word", this.#remember),
    on("jiyao-undo", ({ all }: { all: boolean }) => this.undo(all)),
    on("jiyao-redo", this.#redo),
    on("jiyao-drop-lost", this.#dropLost),
    ["keydown", this.#keydown],
  ];
}

/** Listens to what the elements inside tell; nobody outside hears of it. */
function on<Detail>(type: string, listen: (detail: Detail) => unknown): [string, (event: Event) => void] {
  return [
    type,
    (event) => {
      event.stopPropagation();
      void listen((event as CustomEvent<Detail>).detail);
    },
  ];
}

function sheetOf(row: string): SheetId {
  return row.split("/")[1] as SheetId;
}

function isEmpty({ done, undone }: History): boolean {
  return done.length + undone.length === 0;
}

function isField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}
