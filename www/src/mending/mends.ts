// What a person mended in the tables of a text, and the analysis with all of it. Knows no elements.
import type { Analysis, Attendee, Award, Directive, Report, Utf16Span } from "../analysis/model.ts";
import { reportOf, rowId, type SheetId } from "../records/finds.ts";

export type Listing = Exclude<SheetId, "meeting">;
/** The fields of a row by the names of the contract; a fact of the meeting has `fact`, which one it is, and `text`. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row, told by its report and what it said when it was read: so it is found again when the text is read anew. */
export type RowKey = string;

export type Mend =
  | { do: "change"; row: RowKey; fields: Fields }
  /** `with` the mend before it: both are undone together. */
  | { do: "delete"; row: RowKey; with?: true }
  /** `quote` stood at `start` when it was selected as evidence. */
  | { do: "add"; report: number; sheet: SheetId; fields: Fields; quote: string; start: number };

/** What was mended in a row: what its fields said before, or all of it. */
export type Mark = ReadonlyMap<string, unknown> | "added";

/** A row with what was mended of it. */
interface Entry {
  key: RowKey;
  sheet: SheetId;
  fields: Record<string, unknown>;
  spans: Utf16Span[];
  mark?: Map<string, unknown> | "added";
  /** The directive above this one. */
  parent?: Entry | null;
  deleted?: true;
}

/** A report whose rows are looked at one by one. */
interface Opened {
  entries: Entry[];
  byKey: Map<RowKey, Entry>;
  /** Those that are left, by the ids of their rows. */
  byId: Map<string, Entry>;
}

/** An analysis with what was mended. Only reports that something is done with are taken apart: there may be thousands. */
export class Mended {
  readonly analysis: Analysis;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The mends that fit no row any more. */
  readonly lost: readonly Mend[];

  readonly #read: Analysis;
  readonly #text: string;
  readonly #opened = new Map<number, Opened>();

  /** `analysis` is that of `text`. */
  constructor(analysis: Analysis, text: string, mends: readonly Mend[]) {
    this.#read = analysis;
    this.#text = text;
    this.lost = mends.filter((mend) => !this.#apply(mend));
    const marks = new Map<string, Mark>();
    const reports = [...analysis.reports];
    for (const [at, opened] of this.#opened) {
      reports[at] = rebuilt(analysis.reports[at] as Report, at, opened);
      for (const [id, { mark }] of opened.byId) if (mark) marks.set(id, mark);
    }
    this.marks = marks;
    this.analysis = mends.length === this.lost.length ? analysis : { ...analysis, reports };
  }

  /** The key, the fields and the evidence of a row, by its id. */
  find(row: string): { key: RowKey; fields: Fields; spans: readonly Utf16Span[] } | undefined {
    return this.#open(reportOf(row))?.byId.get(row);
  }

  /** The id of a row, by its key. */
  rowOf(key: RowKey): string | undefined {
    return [...(this.#open(reportOf(key))?.byId ?? [])].find(([, entry]) => entry.key === key)?.[0];
  }

  #open(at: number): Opened | undefined {
    const known = this.#opened.get(at);
    const report = this.#read.reports[at];
    if (known || !report) return known;
    const entries = entriesOf(report, at);
    const opened = { entries, byKey: new Map(entries.map((entry) => [entry.key, entry])), byId: new Map() };
    rebuilt(report, at, opened);
    this.#opened.set(at, opened);
    return opened;
  }

  /** Carries a mend out; `false` when there is nothing that it fits. */
  #apply(mend: Mend): boolean {
    if (mend.do === "add") return this.#add(mend);
    const entry = this.#open(reportOf(mend.row))?.byKey.get(mend.row);
    if (!entry || entry.deleted) return false;
    if (mend.do === "delete") entry.deleted = true;
    else change(entry, mend.fields);
    return true;
  }

  #add({ report, sheet, fields, quote, start: before }: Mend & { do: "add" }): boolean {
    const start = placeOf(quote, before, this.#text);
    const opened = this.#open(report);
    if (start < 0 || !opened) return false;
    const { entries, byKey } = opened;
    const key = rowKey(report, sheet, fields);
    const spans = [{ start, end: start + quote.length }];
    const known = byKey.get(key);
    if (known && !known.deleted) {
      // It may have been found meanwhile, with a word of the personal lexicon, or stand elsewhere too.
      if (sheet === "attendees") known.spans = withSpan(known.spans, spans[0] as Utf16Span);
      // Of a fact of the meeting there is one: the words and their place are those that were chosen.
      if (sheet === "meeting") {
        change(known, fields);
        known.spans = spans;
      }
      return true;
    }
    const entry: Entry = { key, sheet, fields: { ...fields }, spans, mark: "added", parent: null };
    // It stands among the others of its table in the order of the text.
    const next = entries.findIndex((one) => one.sheet === sheet && (one.spans[0]?.start ?? 0) > start);
    entries.splice(next < 0 ? entries.length : next, 0, entry);
    byKey.set(key, entry);
    return true;
  }
}

function change(entry: Entry, fields: Fields): void {
  const { mark = new Map<string, unknown>() } = entry;
  if (mark !== "added") {
    for (const [name, value] of Object.entries(fields)) {
      if (!mark.has(name)) mark.set(name, entry.fields[name]);
      if (isSame(mark.get(name), value)) mark.delete(name);
    }
    if (mark.size) entry.mark = mark;
    else delete entry.mark;
  }
  Object.assign(entry.fields, fields);
}

/** Mentions with one more, in the order of the text, unless it is a part of one. */
function withSpan(spans: readonly Utf16Span[], added: Utf16Span): Utf16Span[] {
  if (spans.some(({ start, end }) => start < added.end && added.start < end)) return [...spans];
  return [...spans, added].sort((a, b) => a.start - b.start);
}

/** Whether two values of a field say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Where the words of evidence stand: where they stood, or the nearest other place. */
function placeOf(quote: string, start: number, text: string): number {
  if (text.startsWith(quote, start)) return start;
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  if (before < 0 || after < 0) return Math.max(before, after);
  return start - before <= after - start ? before : after;
}

function entriesOf(report: Report, at: number): Entry[] {
  const known = new Map<RowKey, number>();
  const entry = (sheet: SheetId, fields: object, spans: Utf16Span[]): Entry => {
    const key = rowKey(at, sheet, fields as Fields);
    const count = (known.get(key) ?? 0) + 1;
    known.set(key, count);
    return { key: count > 1 ? `${key}#${count}` : key, sheet, fields: { ...fields }, spans };
  };
  const { name, date, place } = report.meeting;
  const iso = date?.iso ? { text: date.iso, span: date.span } : null;
  const facts = Object.entries({ name, date, iso, place }).flatMap(([fact, found]) =>
    found ? [entry("meeting", { fact, text: found.text }, [found.span])] : [],
  );
  const directives = report.directives.map((row) => entry("directives", row, [row.span]));
  for (const [index, directive] of directives.entries()) {
    const above = report.directives[index]?.parent;
    directive.parent = above == null ? null : (directives[above] ?? null);
  }
  return [
    ...facts,
    ...report.attendees.map((row) => entry("attendees", row, row.mentions)),
    ...report.awards.map((row) => entry("awards", row, [row.span])),
    ...directives,
  ];
}

/** The key that a row has for what it says. */
export function rowKey(report: number, sheet: SheetId, fields: Fields): RowKey {
  const told = {
    meeting: ["fact"],
    attendees: ["kind", "name"],
    awards: ["honor", "recipient"],
    directives: ["text"],
  }[sheet];
  return `${report}/${sheet}/${told.map((field) => fields[field] ?? "").join(">")}`;
}

/** A report with the entries that are left; `byId` learns the id of each. */
function rebuilt(report: Report, at: number, { entries, byId }: Opened): Report {
  byId.clear();
  const left = entries.filter(({ deleted }) => !deleted);
  const rows = (sheet: Listing): Entry[] => {
    const found = left.filter((entry) => entry.sheet === sheet);
    for (const [index, entry] of found.entries()) byId.set(rowId(at, sheet, index), entry);
    return found;
  };
  const directives = rows("directives");
  const places = new Map(directives.map((entry, index) => [entry, index]));
  return {
    ...report,
    meeting: rebuiltMeeting(left, at, byId),
    attendees: rows("attendees").map(({ fields, spans }) => ({ ...fields, mentions: spans }) as unknown as Attendee),
    awards: rows("awards").map(({ fields, spans: [span] }) => ({ ...fields, span }) as unknown as Award),
    directives: directives.map((entry) => {
      const parent = places.get(above(entry) as Entry) ?? null;
      return { ...entry.fields, span: entry.spans[0], parent } as unknown as Directive;
    }),
  };
}

function rebuiltMeeting(entries: readonly Entry[], at: number, byId: Map<string, Entry>): Report["meeting"] {
  const facts = new Map(entries.filter(({ sheet }) => sheet === "meeting").map((entry) => [entry.fields.fact, entry]));
  const date = facts.get("date");
  // A date that was mended is no longer what the other one was computed from.
  if (!date || (date.mark && !facts.get("iso")?.mark)) facts.delete("iso");
  for (const [fact, entry] of facts) byId.set(rowId(at, "meeting", String(fact)), entry);
  const found = (fact: string) => {
    const entry = facts.get(fact);
    return entry?.spans[0] ? { text: String(entry.fields.text), span: entry.spans[0] } : null;
  };
  const told = found("date");
  return { name: found("name"), date: told && { ...told, iso: found("iso")?.text ?? null }, place: found("place") };
}

/** The nearest directive above one that is still there. */
function above(entry: Entry): Entry | null {
  let parent = entry.parent ?? null;
  while (parent?.deleted) parent = parent.parent ?? null;
  return parent;
}
