// One report as its record (会议要点表): what a person prints and files.
import type { Analysis, Attendee, Report, Role } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { outlineOf, type Speech } from "./outline.ts";

/** The order in which a record names who took part. */
const ROLES: readonly Role[] = ["presided", "attended", "spoke", "reported", "exchanged", "announced", "presented"];

export interface MeetingRecord {
  /** The name of the meeting; the heading or the number of a report that does not name it. */
  title: string;
  date: string | null;
  place: string | null;
  /** Who took part, each once, under the first of their roles. */
  groups: { role: Role | null; attendees: Attendee[] }[];
  /** Each honour once, with all of its winners. */
  honors: { honor: string; recipients: string[]; count: number | null }[];
  speeches: Speech[];
}

/** What a report is called. */
export function titleOf(report: Report): string | null {
  return report.meeting.name?.text ?? report.heading ?? null;
}

/** All reports of the meeting that a report tells of, itself among them. */
export function tellingsOf(reports: readonly Report[], at: number): number[] {
  const first = reports[at]?.sameMeetingAs ?? at;
  return reports.flatMap(({ sameMeetingAs }, index) => (index === first || sameMeetingAs === first ? [index] : []));
}

/** The record of one report, or those of all for -1. */
export function recordsOf({ reports }: Analysis, which: number, strings: Strings): MeetingRecord[] {
  return reports.flatMap((report, at) => (which === at || which === -1 ? [recordOf(report, at, strings)] : []));
}

function recordOf(report: Report, at: number, strings: Strings): MeetingRecord {
  const { date, place } = report.meeting;
  const written = date && (date.iso && !date.text.includes("年") ? `${date.text}（${date.iso}）` : date.text);
  return {
    title: titleOf(report) ?? strings.reportTab(at + 1, null),
    date: written ?? null,
    place: place?.text ?? null,
    groups: groupsOf(report.attendees),
    honors: honorsOf(report),
    speeches: outlineOf(report, at),
  };
}

function groupsOf(attendees: readonly Attendee[]): MeetingRecord["groups"] {
  const leading = ({ roles }: Attendee): Role | null => ROLES.find((role) => roles.includes(role)) ?? null;
  return [...ROLES, null].flatMap((role) => {
    const members = attendees.filter((attendee) => leading(attendee) === role);
    return members.length ? [{ role, attendees: members }] : [];
  });
}

function honorsOf({ awards }: Report): MeetingRecord["honors"] {
  const honors = new Map<string, MeetingRecord["honors"][number]>();
  for (const { honor, recipient, count } of awards) {
    const known = honors.get(honor) ?? { honor, recipients: [], count: null };
    if (recipient) known.recipients.push(recipient);
    known.count ??= count ?? null;
    honors.set(honor, known);
  }
  return [...honors.values()];
}

/** A point in two pieces: the asking clause, and what follows it where the rest is not told by sub-points. */
export function wordsOf({ directive: { headline, text }, points }: Speech["points"][number]): [string, string] {
  const at = text.indexOf(headline);
  return [headline, at < 0 || points.length ? "" : text.slice(at + headline.length)];
}
