// Two tellings of one meeting, fact by fact.
import type { Attendee, Directive, Report } from "../analysis/model.ts";
import type { Strings } from "../i18n/strings.ts";
import { type FindKind, joinedRow, rowId, type SheetId } from "./finds.ts";
import { shareOne } from "./people.ts";

/** What two tellings say of one thing: the same, different things, or only one of them speaks of it. */
export type Agreement = "same" | "different" | "first" | "second";

/** What one telling says. */
export interface Said {
  /** The row of that telling. */
  row: string;
  title: string;
  facts: string;
}

export interface Pair {
  /** The rows of both. */
  row: string;
  kind: FindKind;
  agreement: Agreement;
  first: Said | null;
  second: Said | null;
}

export interface Comparison {
  sheet: SheetId;
  pairs: Pair[];
}

/** One thing that a telling says, and what is needed to find its like. */
interface Item {
  said: Said;
  kind: FindKind;
  value: unknown;
}

/** Two tellings side by side; what the first says keeps its order, and what only the second says comes behind. */
export function compared(reports: readonly Report[], first: number, second: number, strings: Strings): Comparison[] {
  const [a, b] = [reports[first], reports[second]];
  if (!a || !b) return [];
  const byKey = (key: (item: Item) => string) => (left: Item[], right: Item[]) => matchedByKey(left, right, key);
  const title = ({ said }: Item): string => said.title;
  return [
    paired(
      "meeting",
      meetingItems(a, first),
      meetingItems(b, second),
      byKey(({ value }) => (value as Fact).field),
      (x, y) => sameFact(x as Fact, y as Fact),
    ),
    paired(
      "attendees",
      attendeeItems(a, first, strings),
      attendeeItems(b, second, strings),
      byKey((item) => `${item.kind} ${title(item)}`),
      (x, y) => sameAttendee(x as Attendee, y as Attendee),
    ),
    paired("awards", awardItems(a, first, strings), awardItems(b, second, strings), byKey(title), (x, y) =>
      agree(x, y),
    ),
    paired("directives", directiveItems(a, first), directiveItems(b, second), matchedByWords, (x, y) =>
      agree((x as Directive).speaker, (y as Directive).speaker),
    ),
  ];
}

/** The index in `right` of each item of `left`, where it has one there. */
type Matches = (number | undefined)[];

function paired(
  sheet: SheetId,
  left: Item[],
  right: Item[],
  match: (left: Item[], right: Item[]) => Matches,
  same: (first: unknown, second: unknown) => boolean,
): Comparison {
  const matches = match(left, right);
  const taken = new Set(matches);
  const told = left.map((item, index): Pair => {
    const other = right[matches[index] ?? -1];
    if (!other) return { row: item.said.row, kind: item.kind, agreement: "first", first: item.said, second: null };
    return {
      row: joinedRow([item.said.row, other.said.row]),
      kind: item.kind,
      agreement: same(item.value, other.value) ? "same" : "different",
      first: item.said,
      second: other.said,
    };
  });
  const added = right
    .filter((_, index) => !taken.has(index))
    .map(({ said, kind }): Pair => ({ row: said.row, kind, agreement: "second", first: null, second: said }));
  return { sheet, pairs: [...told, ...added] };
}

function matchedByKey(left: Item[], right: Item[], key: (item: Item) => string): Matches {
  const waiting = new Map<string, number[]>();
  for (const [index, item] of right.entries()) {
    const indices = waiting.get(key(item));
    if (indices) indices.push(index);
    else waiting.set(key(item), [index]);
  }
  return left.map((item) => waiting.get(key(item))?.shift());
}

/** Of the shorter point's pairs of neighbouring characters, so many must be in the longer. */
const LIKE = 0.6;
/** A pair of characters that so many points have tells nothing. */
const COMMON = 50;

/** Points are alike when most of the shorter one's words are in the longer one. */
function matchedByWords(left: Item[], right: Item[]): Matches {
  const pairs = right.map(({ value }) => pairsOf((value as Directive).text));
  const holders = new Map<string, number[]>();
  for (const [index, set] of pairs.entries()) {
    for (const pair of set) {
      const indices = holders.get(pair);
      if (indices) indices.push(index);
      else holders.set(pair, [index]);
    }
  }
  const taken = new Set<number>();
  return left.map(({ value }) => {
    const own = pairsOf((value as Directive).text);
    const shared = new Map<number, number>();
    for (const pair of own) {
      const indices = holders.get(pair) ?? [];
      if (indices.length <= COMMON) for (const index of indices) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    const [best] = [...shared]
      .map(([index, count]) => ({ index, like: count / Math.max(1, Math.min(own.size, pairs[index]?.size ?? 0)) }))
      .filter(({ index, like }) => like >= LIKE && !taken.has(index))
      .sort((a, b) => b.like - a.like || a.index - b.index);
    if (best) taken.add(best.index);
    return best?.index;
  });
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.replace(/[^\p{L}\p{N}]+/gu, "")];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

/** Two values agree unless both are given and they differ. */
function agree(first: unknown, second: unknown): boolean {
  return first == null || second == null || first === second;
}

interface Fact {
  field: string;
  text: string;
  iso?: string | null;
}

function sameFact(first: Fact, second: Fact): boolean {
  return first.text === second.text || (first.iso != null && first.iso === second.iso);
}

function meetingItems({ meeting }: Report, at: number): Item[] {
  return (["name", "date", "place"] as const).flatMap((field): Item[] => {
    const found = meeting[field];
    if (!found) return [];
    const row = rowId(at, "meeting", field);
    return [
      { kind: "meeting", said: { row, title: found.text, facts: "" }, value: { field, ...found } satisfies Fact },
    ];
  });
}

function attendeeItems({ attendees }: Report, at: number, strings: Strings): Item[] {
  return attendees.map((attendee, index) => {
    const { kind, name, positions, roles, count } = attendee;
    const facts = [
      positions.join("、"),
      roles.map((role) => strings.roles[role]).join(strings.separator),
      count == null ? "" : `${strings.columns.count} ${count}`,
    ];
    const row = rowId(at, "attendees", index);
    return { kind, said: { row, title: name, facts: facts.filter(Boolean).join(" · ") }, value: attendee };
  });
}

function sameAttendee(first: Attendee, second: Attendee): boolean {
  const [some, others] = [first.roles, second.roles];
  const within = some.every((role) => others.includes(role)) || others.every((role) => some.includes(role));
  const posts =
    first.positions.length === 0 || second.positions.length === 0 || shareOne(first.positions, second.positions);
  return within && posts && agree(first.count, second.count);
}

function awardItems({ awards }: Report, at: number, strings: Strings): Item[] {
  return awards.map(({ honor, recipient, count }, index) => {
    const title = recipient ? `${honor}：${recipient}` : honor;
    const facts = count == null ? "" : `${strings.columns.awardCount} ${count}`;
    return { kind: "award", said: { row: rowId(at, "awards", index), title, facts }, value: count };
  });
}

function directiveItems({ directives }: Report, at: number): Item[] {
  return directives.map((directive, index) => ({
    kind: "directive",
    said: { row: rowId(at, "directives", index), title: directive.headline, facts: directive.speaker ?? "" },
    value: directive,
  }));
}
