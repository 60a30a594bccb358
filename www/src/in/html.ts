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

const NEVER_SHOWN = "script, style, noscript, template, title, iframe, svg, object, select, button, [hidden]";
const ENDS_A_LINE =
  "address, article, aside, blockquote, br, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, tr, ul";

/** Stands before the name of an attribute that must not be one, and in no text. */
const NO = "\uE0F5";

/** What a reader of the page sees, one line a paragraph; no markup, and nothing of it is loaded or run. */
export function htmlText(html: string): string {
  // A template's content belongs to no window: nothing of it acts. Only inline styles are tried against the policy as soon as
  // they are read, which the browser's console would tell of, so they get another name.
  const template = document.createElement("template");
  template.innerHTML = html.replace(/(?<=[\s"'/])style(?=\s*=)/gi, `${NO}$&`);
  const body = template.content;
  for (const element of body.querySelectorAll(NEVER_SHOWN)) element.remove();
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  // Line breaks of the source are spaces on a page; those of the page are put in after that.
  for (const text of texts) {
    text.textContent = (text.textContent ?? "").replaceAll(NO, "").replace(/[ \t\r\n\f]+/g, " ");
  }
  for (const element of body.querySelectorAll(ENDS_A_LINE)) {
    if (isWholeCell(element)) continue;
    element.before("\n");
    element.after("\n");
  }
  for (const cell of body.querySelectorAll("td + td, td + th, th + td, th + th")) cell.before("\t");
  return (body.textContent ?? "")
    .split("\n")
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, "").replace(/ *\t */g, "\t"))
    .filter(Boolean)
    .join("\n");
}

/** Cells stand beside each other, also where a program puts each into a paragraph; those with several keep them. */
function isWholeCell(element: Element): boolean {
  const cell = element.parentElement;
  if (!cell?.matches("td, th") || !element.matches("p, div") || cell.childElementCount > 1) return false;
  return cell.textContent?.trim() === element.textContent?.trim();
}
