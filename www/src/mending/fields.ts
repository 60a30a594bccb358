// What can be mended of a row, and how each field is written in a form.
import type { Strings } from "../i18n/strings.ts";
import { FIND_KINDS, type FindKind, type SheetId } from "../records/finds.ts";
import { type Fields, isSame, type Mark } from "./mends.ts";

export interface Field {
  /** The name in the contract. */
  name: string;
  /** The column that shows it. */
  column: string;
  form: "words" | "text" | "list" | "number" | "roles" | "choice";
  required?: boolean;
  /** Its row says nothing else: emptied, the row goes. */
  alone?: true;
  /** The row goes by this. */
  names?: true;
  /** Of a choice; `null` is to leave it open. */
  choices?: readonly (keyof Strings["kinds"] | null)[];
}

const KINDS = ["person", "organization", "group"] as const;

export const FIELDS: Record<SheetId, readonly Field[]> = {
  meeting: [{ name: "text", column: "content", form: "words", required: true, alone: true, names: true }],
  attendees: [
    { name: "name", column: "name", form: "words", required: true, names: true },
    { name: "positions", column: "positions", form: "list" },
    { name: "roles", column: "roles", form: "roles" },
    { name: "kind", column: "kind", form: "choice", choices: KINDS },
    { name: "count", column: "count", form: "number" },
  ],
  awards: [
    { name: "honor", column: "honor", form: "words", required: true, names: true },
    { name: "recipient", column: "recipient", form: "words" },
    { name: "recipientKind", column: "kind", form: "choice", choices: [null, "person", "organization"] },
    { name: "count", column: "count", form: "number" },
  ],
  directives: [
    { name: "headline", column: "headline", form: "words", required: true, names: true },
    { name: "text", column: "text", form: "text", required: true },
    { name: "speaker", column: "speaker", form: "words" },
    { name: "addressee", column: "addressee", form: "words" },
    { name: "ordinal", column: "ordinal", form: "number" },
  ],
};

/** The name of a row. */
export function nameOf(sheet: SheetId, fields: Fields): string {
  return String(fields[FIELDS[sheet].find(({ names }) => names)?.name ?? ""] ?? "");
}

/** What stands in the columns of all meetings together: each is the words of one fact. */
const FACTS: readonly Field[] = [
  { name: "text", column: "meetingName", form: "words", required: true, alone: true, names: true },
  { name: "text", column: "date", form: "words", required: true, alone: true },
  { name: "text", column: "isoDate", form: "words", required: true, alone: true },
  { name: "text", column: "place", form: "words", required: true, alone: true },
];

/** The field that a column shows. */
export function fieldOf(sheet: SheetId, column: string): Field | undefined {
  const fields = sheet === "meeting" ? [...FIELDS.meeting, ...FACTS] : FIELDS[sheet];
  return fields.find((field) => field.column === column);
}

/** What selected words can be added as. */
export interface Addable {
  kind: FindKind;
  /** Which fact of the meeting; where it is known already, the words take its place. */
  fact?: "name" | "date" | "place";
}

export const ADDABLE: readonly Addable[] = [
  ...FIND_KINDS.flatMap((kind) => (kind === "meeting" ? [] : [{ kind }])),
  ...(["name", "date", "place"] as const).map((fact) => ({ kind: "meeting" as const, fact })),
];

/** What an addition is called. */
export function addableName({ kind, fact }: Addable, { finds, columns }: Strings): string {
  return fact ? `${finds.meeting} · ${columns[fact === "name" ? "meetingName" : fact]}` : finds[kind];
}

/** A new row for selected words. */
export function newRow({ kind, fact }: Addable, words: string): { sheet: SheetId; fields: Fields } {
  if (fact) return { sheet: "meeting", fields: { fact, text: words } };
  if (kind === "award")
    return { sheet: "awards", fields: { honor: words, recipient: null, recipientKind: null, count: null } };
  if (kind === "directive") {
    const [headline = words] = words.split(/(?<=.)[。；;，,：:\n]/u);
    const fields = { speaker: null, addressee: null, ordinal: null, headline, text: words };
    return { sheet: "directives", fields };
  }
  return { sheet: "attendees", fields: { kind, name: words, positions: [], roles: ["attended"], count: null } };
}

/** What a field said before it was mended, in words; `null` where it was not. */
export function originalOf(mark: Mark | undefined, field: Field | undefined, strings: Strings): string | null {
  if (!field || !mark || mark === "added" || !mark.has(field.name)) return null;
  return inWords(field, mark.get(field.name), strings);
}

function inWords({ form }: Field, value: unknown, { kinds, roles, separator }: Strings): string {
  if (form === "list") return (value as string[]).join("、");
  if (form === "roles") return (value as (keyof Strings["roles"])[]).map((role) => roles[role]).join(separator);
  if (form === "choice") return value ? kinds[value as keyof Strings["kinds"]] : "";
  return String(value ?? "");
}

/** Whether what was written in a cell can be taken. */
export function isSound({ form, required }: Field, written: string): boolean {
  if (form === "number") return /^\s*\d{0,9}\s*$/u.test(written);
  return !required || written.trim() !== "";
}

/** The field as a form gave it. */
export function readField({ form, required }: Field, written: readonly string[]): unknown {
  const [first = ""] = written;
  const words = first.replace(/\s+/gu, " ").trim();
  if (form === "list") return words.split(/\s*[、,，;；]\s*/u).filter(Boolean);
  if (form === "roles") return [...written];
  if (form === "number") return /^\d+$/u.test(words) ? Number(words) : null;
  if (form === "text") return first.trim();
  return words || (required ? "" : null);
}

/** The fields that are not as they were. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(before[name], value)));
}
