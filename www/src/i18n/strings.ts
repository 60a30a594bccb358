import type { WordKind } from "../analysis/lexicon.ts";
import type { Role } from "../analysis/model.ts";
import type { FileProblem } from "../in/file-error.ts";
import type { FindKind, SheetId } from "../records/finds.ts";

/** Every word that the page says; one table a language implements it. */
export interface Strings {
  /** For `lang` attributes. */
  lang: "zh-Hans" | "zh-Hant" | "en";
  /** The language's name for itself. */
  languageName: string;
  /** Between the items of a list in one cell. */
  separator: string;

  tagline: string;
  privacy: string;
  skipToTables: string;

  text: string;
  textPlaceholder: string;
  /** CodeMirror's own phrases, English to this language. */
  editor: Record<string, string>;
  results: string;
  given: (origin: string) => string;
  orExample: string;
  examples: string;
  exampleNames: { plain: string; torn: string; several: string };
  forget: string;
  forgetTitle: string;
  forgotten: string;
  notKept: string;
  language: string;
  theme: string;
  themes: { auto: string; light: string; dark: string };

  newDocument: string;
  newDocumentTitle: string;
  openFiles: string;
  openFilesTitle: string;
  dropHere: string;
  documents: string;
  untitled: string;
  removeDocument(name: string): string;
  removed(name: string): string;
  /** A file is being opened, such as the second of five. */
  opening(name: string, number: number, count: number): string;
  openingFacts(seconds: number): string;
  /** Said aloud in place of each name. */
  openingFiles: string;
  /** Files whose opening was cancelled: some of their names, and how many more there are. */
  notOpened(names: readonly string[], more: number): string;
  /** Files were opened, and stand in the list of documents. */
  pasting: string;
  beside: string;
  fileProblem(name: string, problem: string): string;
  fileProblems: Record<FileProblem, string>;
  close: string;

  legend: string;
  legendItem(kind: string, count: number, shown: boolean): string;
  finds: Record<FindKind, string>;
  sheets: Record<SheetId, string>;
  noRows: Record<SheetId, string>;
  columns: Record<
    | "report"
    | "item"
    | "content"
    | "meetingName"
    | "date"
    | "isoDate"
    | "place"
    | "name"
    | "positions"
    | "roles"
    | "kind"
    | "count"
    | "mentions"
    | "honor"
    | "recipient"
    | "awardCount"
    | "ordinal"
    | "speaker"
    | "headline"
    | "addressee"
    | "text"
    | "note",
    string
  >;
  kinds: Record<"person" | "organization" | "group", string>;
  roles: Record<Role, string>;

  reports: string;
  reportTab(number: number, name: string | null): string;
  sameMeeting(number: number): string;
  summary(people: number, bodies: number, awards: number, directives: number): string;
  showEvidence(name: string, places: number): string;
  showIn(report: number): string;
  /** How many reports somebody appears in. */
  ofReports(count: number): string;
  /** Posts, and the reports that give them. */
  postsIn(posts: string, reports: readonly number[]): string;
  /** Two people may have one name. */
  sameName: string;
  /** Whether people of several reports have one row each. */
  merging: { merged: string; apart: string };
  /** Of so many reports only the first are shown here. */
  onlyFirst(shown: number, all: number): string;
  /** Beside the number of a report. */
  ofAll(count: number): string;

  tools: string;
  copy: string;
  copyTitle: string;
  copyMarkdownTitle: string;
  csvTitle: string;
  chooseColumns: string;
  /** Beside a column that has nothing in it, and one that finds no room. */
  emptyColumn: string;
  squeezedColumn: string;
  copied(table: string, rows: string): string;
  notCopied: string;
  rows(count: number): string;
  chosenRows(count: number): string;
  sortBy(column: string): string;
  filter: string;
  noMatches: string;
  allReports: string;
  save: string;
  saveTitles: Record<"xlsx" | "json" | "markdown", string>;
  notSaved: string;

  shapes: Record<"table" | "outline" | "map", string>;
  map: Record<"label" | "fold" | "unfold" | "saveTitle", string>;
  noSpeaker: string;

  views: Record<"label" | "tables" | "record" | "clean" | "compare", string>;
  /** Two tellings of one meeting. */
  compare: Record<"with" | "onlyDifferent" | "agreement" | "nothing" | "noDifference", string> & {
    agreements: { same: string; different: string; only(report: number): string };
    summary(same: number, different: number, only: number): string;
  };
  clean: Record<"copyTitle" | "copied" | "legend" | "repeated" | "doubtful" | "earlier" | "later" | "see", string> & {
    /** Which paragraphs of a long text are shown. */
    shown(first: number, last: number, all: number): string;
    show(paragraph: number): string;
    was(original: string): string;
  };
  record: Record<"print" | "printTitle" | "copyTitle" | "saveTitle" | "copied" | "noRole" | "note", string>;

  /** Mending the tables. */
  mend: {
    edit: string;
    editTitle: string;
    addTitle(kind: string): string;
    evidence: string;
    listHint: string;
    save: string;
    add: string;
    remove: string;
    notName: string;
    /** Where nothing is told. */
    none: string;
    was(original: string): string;
    wasEmpty: string;
    /** A row of several reports cannot be mended. */
    together: string;
    /** A cell cannot be empty. */
    needed: string;
    /** A cell holds a number. */
    number: string;
    added: string;
    saidChanged(name: string): string;
    saidRemoved(name: string): string;
    /** Several rows, by the name of the first. */
    several(name: string, count: number): string;
    saidAdded(name: string): string;
    saidUndone: string;
    saidRedone: string;
    counts(changed: number, removed: number, added: number): string;
    bar: string;
    undo: string;
    redo: string;
    revert: string;
    lost(count: number): string;
    dropLost: string;
    notKept: string;
    selection: string;
    selectionTitle: string;
    addAs: string;
    remember: string;
  };
  /** The personal lexicon. */
  words: {
    button: string;
    title: string;
    about: string;
    kinds: Record<WordKind, string>;
    word: string;
    kind: string;
    add: string;
    remove(word: string): string;
    none: string;
    length: string;
    load: string;
    loadTitle: string;
    save: string;
    saveTitle: string;
    fileName: string;
    loaded(count: number): string;
    /** Why a file was not imported, and what to do. */
    notLoaded: Record<"notJson" | "noEntries", (name: string) => string>;
    wrongEntry(name: string, entry: number): string;
    said(word: string, kind: string): string;
  };

  shortcuts: {
    title: string;
    anywhereTitle: string;
    anywhere: Record<"help" | "filter" | "text" | "tables" | "files" | "new" | "previous" | "next", string>;
    inTablesTitle: string;
    inTables: Record<"walk" | "next" | "edit" | "cells" | "range" | "copy" | "remove" | "undo", string>;
    inTextTitle: string;
    inText: Record<"row" | "leave" | "undo" | "search" | "add", string>;
    singleKeys: string;
  };

  renewed: string;
  reload: string;
  offline: Record<"open" | "title" | "body" | "checkTitle" | "check" | "installTitle" | "install", string> & {
    download(file: string): string;
    /** Said in place of the file where it cannot be had. */
    unreachable: string;
    /** The server answered, with this status, but not with the file. */
    notGiven(status: number): string;
  };

  emptyTitle: string;
  emptyBody: string;
  reading: string;
  /** How long the text is (in UTF-16 code units), and for how long it has been read. */
  readingFacts(length: number, seconds: number): string;
  cancel: string;
  stoppedTitle: string;
  /** Where there are no tables. */
  stoppedBody: string;
  /** Where the tables of an earlier reading are still shown. */
  stoppedBefore: string;
  readAgain: string;
  noneTitle: string;
  noneBody: string;
  seen: {
    characters(count: number): string;
    script: Record<"simplified" | "traditional" | "mixed", string>;
    glosses(count: number): string;
    repairs(count: number, doubtful: number): string;
  };
  failedTitle: string;
  failedBody: string;
  tryAgain: string;
  found(reports: number): string;
}
