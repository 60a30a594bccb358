// The record of a meeting as a document: one template for the view, for paper, for a file and for Word.
import { html, nothing, render, type TemplateResult } from "lit";
import type { Attendee } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Point, Speech } from "../records/outline.ts";
import { type MeetingRecord, wordsOf } from "../records/record.ts";

/** Plain enough for Word: no custom properties, no layout but of tables. Colours are the surroundings'. */
export const RECORD_STYLE = `
.record { max-width: 48em; margin: 0 auto; line-height: 1.55; font-size: 10.5pt; overflow-wrap: anywhere;
  font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; }
.record + .record { margin-top: 4em; }
.record h1 { margin: 0 0 1em; font-size: 16pt; line-height: 1.4; text-align: center; text-wrap: balance; }
.record h2 { margin: 1.4em 0 0.5em; font-size: 13pt; break-after: avoid; page-break-after: avoid; }
.record h3 { margin: 1em 0 0.3em; font-size: 10.5pt; break-after: avoid; page-break-after: avoid; }
.record table { width: 100%; border-collapse: collapse; }
.record th, .record td { border: 1px solid #8a877e; padding: 0.25em 0.6em; text-align: left; vertical-align: top; font-weight: normal; }
.record thead th, .record .role th, .record .facts th { font-weight: bold; }
.record .facts th { width: 6em; }
.record .name { width: 26%; }
.record .did { width: 22%; }
.record .count { width: 4em; text-align: right; }
.record thead { display: table-header-group; }
.record tr { break-inside: avoid; page-break-inside: avoid; }
.record .role { break-after: avoid; page-break-after: avoid; }
.record ul { margin: 0; padding-left: 1.6em; list-style: none; }
.record li { break-inside: avoid; page-break-inside: avoid; }
.record li.above { break-inside: auto; page-break-inside: auto; }
.record li p { margin: 0 0 0.3em; text-indent: -1.6em; }
.record .ordinal { display: inline-block; min-width: 1.6em; text-indent: 0; }
.record .line { margin: 0; min-height: 1em; white-space: pre-wrap; }
.record .note { margin: 1.5em 0 0; font-size: 9pt; break-before: avoid; page-break-before: avoid; }
`;

/** The paper, for a stylesheet of a whole document; the page's number stands below where the browser can put it. */
export const PAPER_STYLE = `
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print { .record { max-width: none; } .record + .record { margin: 0; break-before: page; page-break-before: always; } }
`;

export function recordsTemplate(records: readonly MeetingRecord[], strings: Strings): TemplateResult {
  return html`${records.map((record) => recordTemplate(record, strings))}`;
}

/** A text as it stands, line by line. */
export function textTemplate(text: string): TemplateResult {
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  return html`<article class="record" lang="zh">${lines.map((line) => html`<p class="line">${line}</p>`)}</article>`;
}

function recordTemplate({ title, date, place, groups, honors, speeches }: MeetingRecord, strings: Strings) {
  const { sheets, columns, record: words } = strings;
  const facts = [
    { name: columns.date, value: date },
    { name: columns.place, value: place },
  ].filter(({ value }) => value);
  const section = (heading: string, rows: readonly unknown[], content: unknown) =>
    rows.length ? html`<h2>${heading}</h2>${content}` : nothing;
  return html`<article class="record">
    <h1 lang="zh">${title}</h1>
    ${facts.length ? factTable(facts) : nothing}
    ${section(sheets.attendees, groups, attendeeTable(groups, strings))}
    ${section(sheets.awards, honors, honorTable(honors, strings))}
    ${section(
      sheets.directives,
      speeches,
      speeches.map((one) => speechOutline(one, strings)),
    )}
    <p class="note">${words.note}</p>
  </article>`;
}

function factTable(facts: readonly { name: string; value: string | null }[]) {
  return html`<table class="facts"><tbody>
    ${facts.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td lang="zh">${value}</td></tr>`)}
  </tbody></table>`;
}

function attendeeTable(groups: MeetingRecord["groups"], { columns, roles, separator, record: words }: Strings) {
  const row = (one: Attendee) => html`<tr>
    <th scope="row" class="name" lang="zh">${numbered(one.name, one.count)}</th>
    <td lang="zh">${one.positions.join("、")}</td>
    <td class="did">${one.roles.map((role) => roles[role]).join(separator)}</td>
  </tr>`;
  return html`<table>
    <thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.positions}</th><th scope="col">${columns.roles}</th></tr></thead>
    ${groups.map(
      ({ role, attendees }) => html`<tbody>
        <tr class="role"><th scope="rowgroup" colspan="3">${role ? roles[role] : words.noRole}</th></tr>
        ${attendees.map(row)}
      </tbody>`,
    )}
  </table>`;
}

function honorTable(honors: MeetingRecord["honors"], { columns }: Strings) {
  return html`<table>
    <thead><tr><th scope="col">${columns.honor}</th><th scope="col">${columns.recipient}</th><th scope="col" class="count">${columns.awardCount}</th></tr></thead>
    <tbody lang="zh">
      ${honors.map(
        ({ honor, recipients, count }) =>
          html`<tr><th scope="row" class="name">${honor}</th><td>${recipients.join("、")}</td><td class="count">${count ?? ""}</td></tr>`,
      )}
    </tbody>
  </table>`;
}

function speechOutline({ speaker, points }: Speech, { noSpeaker }: Strings) {
  return html`<h3>${speaker ?? noSpeaker}</h3>${list(points)}`;
}

function list(points: readonly Point[]): TemplateResult {
  return html`<ul lang="zh">
    ${points.map((point) => {
      const { addressee } = point.directive;
      const [headline, rest] = wordsOf(point);
      const unsaid = addressee && !headline.includes(addressee);
      return html`<li class=${point.points.length ? "above" : nothing}>
        <p><span class="ordinal">${markOf(point)}</span><strong>${headline}</strong>${rest}${unsaid ? `（→ ${addressee}）` : nothing}</p>
        ${point.points.length ? list(point.points) : nothing}
      </li>`;
    })}
  </ul>`;
}

/** The words of a template as HTML, without what Lit leaves in it. */
function markup(template: TemplateResult): string {
  const body = document.createElement("body");
  render(template, body);
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as Comment);
  for (const comment of comments) comment.remove();
  return body.innerHTML.replace(/\n\s+/g, "\n");
}

/** A document that stands alone, for a file or the clipboard. */
export function recordDocument(records: readonly MeetingRecord[], title: string, strings: Strings): string {
  const head = document.createElement("title");
  head.textContent = title;
  return `<!doctype html>
<html lang="${strings.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head.outerHTML}
<style>body { margin: 1.5em; }${RECORD_STYLE}${PAPER_STYLE}@media print { body { margin: 0; } }</style>
</head>
<body>${markup(recordsTemplate(records, strings))}</body>
</html>
`;
}

/** The same in plain text, for programs that take no more. */
export function recordText(records: readonly MeetingRecord[], strings: Strings): string {
  return records.map((record) => textOf(record, strings)).join("\n");
}

function textOf({ title, date, place, groups, honors, speeches }: MeetingRecord, strings: Strings): string {
  const { sheets, columns, roles, noSpeaker, record: words } = strings;
  const entry = (name: string, value: string): string => `${name}：${value}`;
  const section = (heading: string, lines: string[]): string[] => (lines.length ? ["", heading, ...lines] : []);
  const people = groups.map(({ role, attendees }) =>
    entry(role ? roles[role] : words.noRole, attendees.map(nameAndPosts).join("、")),
  );
  const awards = honors.map(({ honor, recipients, count }) => entry(numbered(honor, count), recipients.join("、")));
  const directives = speeches.flatMap(({ speaker, points }) => [
    `${speaker ?? noSpeaker}：`,
    ...pointLines(points, "  "),
  ]);
  return [
    title,
    ...(date ? [entry(columns.date, date)] : []),
    ...(place ? [entry(columns.place, place)] : []),
    ...section(sheets.attendees, people),
    ...section(sheets.awards, awards),
    ...section(sheets.directives, directives),
    "",
  ].join("\n");
}

function nameAndPosts({ name, positions, count }: Attendee): string {
  return numbered(positions.length ? `${name}（${positions.join("、")}）` : name, count);
}

function numbered(words: string, count: number | null | undefined): string {
  return count ? `${words}（${count}）` : words;
}

function pointLines(points: readonly Point[], indent: string): string[] {
  return points.flatMap((point) => [
    `${indent}${markOf(point)} ${wordsOf(point).join("")}`,
    ...pointLines(point.points, `${indent}  `),
  ]);
}

function markOf({ directive: { ordinal } }: Point): string {
  return ordinal ? `${ordinal}.` : "·";
}
