// People of several reports: one row each, with what each report says of them.
import type { Attendee, Report } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { joinedRow, rowId } from "./finds.ts";
import type { Place, Row } from "./sheets.ts";

/** One person in one report. */
interface Appearance extends Place {
  attendee: Attendee;
}

/** The attendees of all reports: a person has one row, bodies and groups one a report, since 各部门 are others each time. */
export function* peopleRows(reports: readonly Report[], strings: Strings): Generator<void, Row[]> {
  const rows = new Map<string, Appearance[]>();
  for (const [report, { attendees }] of reports.entries()) {
    for (const [index, attendee] of attendees.entries()) {
      const row = rowId(report, "attendees", index);
      const key = attendee.kind === "person" ? attendee.name : row;
      const appearances = rows.get(key);
      if (appearances) appearances.push({ report, row, attendee });
      else rows.set(key, [{ report, row, attendee }]);
    }
    yield;
  }
  const made: Row[] = [];
  for (const appearances of rows.values()) {
    made.push(personRow(appearances, strings));
    yield;
  }
  return made;
}

function personRow(appearances: readonly Appearance[], strings: Strings): Row {
  const [first] = appearances as [Appearance];
  const { kind, name, count } = first.attendee;
  const posts = postsOf(appearances);
  const note = differ(posts) ? strings.sameName : null;
  const roles = new Set(appearances.flatMap(({ attendee }) => attendee.roles));
  return {
    id: joinedRow(appearances.map(({ row }) => row)),
    kind,
    cells: [
      [...new Set(appearances.map(({ report }) => report + 1))].join("、"),
      name,
      posts.length > 1
        ? posts.map(({ words, reports }) => strings.postsIn(words, reports)).join("；")
        : (posts[0]?.words ?? ""),
      [...roles].map((role) => strings.roles[role]).join(strings.separator),
      strings.kinds[kind],
      count ?? null,
      appearances.reduce((sum, { attendee }) => sum + attendee.mentions.length, 0),
      note,
    ],
    spans: appearances.flatMap(({ attendee }) => attendee.mentions),
    places: appearances.map(({ report, row }) => ({ report, row })),
    note,
  };
}

/** Posts as written, and the reports (counted from 1) that write them so. */
interface Posts {
  words: string;
  list: readonly string[];
  reports: number[];
}

function postsOf(appearances: readonly Appearance[]): Posts[] {
  const all = new Map<string, Posts>();
  for (const { report, attendee } of appearances) {
    const words = attendee.positions.join("、");
    if (!words) continue;
    const same = all.get(words);
    if (same) same.reports.push(report + 1);
    else all.set(words, { words, list: attendee.positions, reports: [report + 1] });
  }
  return [...all.values()];
}

/** Whether some posts have nothing in common: two people may have one name. */
function differ(posts: readonly Posts[]): boolean {
  const [first, ...others] = posts;
  return first !== undefined && others.some(({ list }) => !shareOne(first.list, list));
}

/** Whether one post is among both, in full or in short: 县长 and 青禾县县长. */
export function shareOne(posts: readonly string[], others: readonly string[]): boolean {
  return posts.some((post) => others.some((other) => isShort(post, other) || isShort(other, post)));
}

/** Whether a post is the end of a longer one; 校长 is none of 副校长. */
function isShort(post: string, longer: string): boolean {
  return longer.endsWith(post) && longer.at(-post.length - 1) !== "副";
}
