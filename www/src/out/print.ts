// Printing the record in the place of what the screen shows.
import { render, type TemplateResult } from "lit";
import type { Strings } from "../i18n/strings.ts";
import type { MeetingRecord } from "../records/record.ts";
import { PAPER_STYLE, RECORD_STYLE, recordsTemplate, textTemplate } from "./record.ts";

const ONLY_PAPER = `
@media print {
  :root, body { margin: 0 !important; background: none !important; color-scheme: light !important; }
  body > :not(jiyao-paper) { display: none !important; }
}`;

/** The page around has styles of its own, which are not for what is printed. */
const INSIDE = `
:host { all: initial !important; display: none !important; direction: ltr !important; }
@media print { :host { display: block !important; } }
`;

/** So many characters of a text's first line name its file. */
const TITLE = 40;

let laid: { paper: HTMLElement; sheet: CSSStyleSheet; title: string } | undefined;

/** Prints records; the document around them is left out. */
export function printRecords(records: readonly MeetingRecord[], title: string, strings: Strings): void {
  layPaper(records, title, strings);
  // On phones `print` comes back before anything is printed.
  addEventListener("afterprint", takePaper, { once: true });
  print();
}

/** Lays records ready for whatever prints the document; a file of it is named by the title. */
export function layPaper(records: readonly MeetingRecord[], title: string, strings: Strings): void {
  lay(recordsTemplate(records, strings), title, strings);
}

/** Lays a text ready as it stands: of a long one, the screen holds only a part. */
export function layText(text: string, strings: Strings): void {
  lay(textTemplate(text), text.trim().split("\n", 1)[0]?.slice(0, TITLE) ?? "", strings);
}

function lay(content: TemplateResult, title: string, strings: Strings): void {
  takePaper();
  const paper = document.createElement("jiyao-paper");
  paper.lang = strings.lang;
  const root = paper.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(INSIDE + RECORD_STYLE + PAPER_STYLE)];
  render(content, root);
  // The document's own sheet: the measures of paper cannot be set from inside an element.
  const sheet = sheetOf(PAPER_STYLE + ONLY_PAPER);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(paper);
  laid = { paper, sheet, title: document.title };
  document.title = title;
}

function sheetOf(style: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}

/** Takes away what was laid ready. */
export function takePaper(): void {
  if (!laid) return;
  const { paper, sheet, title } = laid;
  laid = undefined;
  paper.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  document.title = title;
}
