// The numbers that Word makes itself (一、 （二） 1.1) are in no paragraph's text: the paragraph names a list, the list says how
// to count. They are written in front of the paragraphs, where Word shows them.
import { Parser } from "htmlparser2";
import { numberAs } from "./number-formats.ts";

/** One level of a list. */
interface Level {
  start: number;
  format: string;
  /** Such as `%1.%2`: each `%n` stands for the number of a level. */
  pattern: string;
  /** Between the number and the text. */
  suffix: string;
  /** All numbers in it are written in digits. */
  inDigits: boolean;
  /** Its numbers begin anew behind the level of this number, and those above it; with 0 behind none. */
  restartsBehind: number;
  /** The style whose paragraphs are of this level. */
  style: string | null;
}

/** What several lists count together. */
interface Sequence {
  levels: Map<number, Level>;
  /** The numbering style that has the levels in its place. */
  link: string | null;
}

/** A list, as paragraphs name it. */
interface List {
  sequence: string;
  /** Where it has levels of its own, or begins with other numbers. */
  overrides: Map<number, { start?: number; level?: Level }>;
}

interface Lists {
  sequences: Map<string, Sequence>;
  lists: Map<string, List>;
}

/** What a paragraph, or a style, says of its number; what it does not say comes from its style. */
interface Numbered {
  list?: string;
  level?: number;
  style?: string;
}

interface Styles {
  byId: Map<string, Numbered>;
  /** Of paragraphs that name none. */
  usual: string | null;
}

/** The parts of a Word file that have to do with numbers, as XML. */
export interface Parts {
  document: string;
  numbering: string;
  styles: string;
}

/** The document with each number as a run of text in front of its paragraph, and without what is only looks. */
export function withNumbers({ document, numbering, styles }: Parts): string {
  const counter = new Counter(readLists(numbering), readStyles(styles));
  const pieces: string[] = [];
  let from = 0;
  for (const { cut, prefix, numbered } of placesIn(document)) {
    pieces.push(document.slice(from, cut[0]));
    from = cut[1];
    const label = numbered && counter.next(numbered);
    if (label) pieces.push(`<${prefix}r><${prefix}t xml:space="preserve">${escaped(label)}</${prefix}t></${prefix}r>`);
  }
  return pieces.join("") + document.slice(from);
}

const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));

/** Counts the paragraphs of a document from its first to its last. */
class Counter {
  /** How far each sequence has come, by level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** The lists that have begun with numbers of their own, with the level. */
  readonly #begun = new Set<string>();

  constructor(
    readonly lists: Lists,
    readonly styles: Styles,
  ) {}

  /** What Word shows in front of the next paragraph; nothing where that has no number. */
  next(paragraph: Numbered): string {
    const found = this.#listOf(paragraph);
    if (!found) return "";
    const { id, list, at } = found;
    const levels = this.lists.sequences.get(list.sequence)?.levels;
    const levelAt = (index: number): Level | undefined => list.overrides.get(index)?.level ?? levels?.get(index);
    const startOf = (index: number): number => list.overrides.get(index)?.start ?? levelAt(index)?.start ?? 1;
    const level = levelAt(at);
    if (!level) return "";
    const counts = this.#counts.get(list.sequence) ?? [];
    this.#counts.set(list.sequence, counts);
    const before = this.#begins(id, list, at) ? undefined : counts[at];
    counts[at] = before === undefined ? startOf(at) : before + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      if (at < (levelAt(deeper)?.restartsBehind ?? deeper)) counts[deeper] = undefined;
    }
    if (level.format === "bullet") return "";
    const label = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = level.inDigits ? "decimal" : (levelAt(index)?.format ?? "decimal");
      return numberAs(format, counts[index] ?? startOf(index));
    });
    // Behind full-width punctuation there is room enough.
    return label && /[\u3001-\u303F\uFF00-\uFF60]$/.test(label) ? label : label && label + level.suffix;
  }

  /** Whether a list begins now with a number of its own. */
  #begins(id: string, { overrides }: List, at: number): boolean {
    const key = `${id} ${at}`;
    if (overrides.get(at)?.start === undefined || this.#begun.has(key)) return false;
    this.#begun.add(key);
    return true;
  }

  #listOf(paragraph: Numbered): { id: string; list: List; at: number } | null {
    const style = paragraph.style ?? this.styles.usual;
    const styled = this.#ofStyle(style);
    const id = paragraph.list ?? styled.list;
    const list = id === undefined ? undefined : this.#linked(id);
    if (id === undefined || !list) return null;
    const byStyle = paragraph.list === undefined ? this.#levelOfStyle(list, style) : undefined;
    return { id, list, at: paragraph.level ?? byStyle ?? styled.level ?? 0 };
  }

  /** What a style says, or those that it is based on. */
  #ofStyle(id: string | null | undefined): Numbered {
    let found: Numbered = {};
    const seen = new Set<string>();
    for (let next = id; next != null && !seen.has(next); next = this.styles.byId.get(next)?.style) {
      seen.add(next);
      found = { ...this.styles.byId.get(next), ...found };
    }
    return found;
  }

  #levelOfStyle({ sequence }: List, style: string | null): number | undefined {
    for (const [index, level] of this.lists.sequences.get(sequence)?.levels ?? []) {
      if (style !== null && level.style === style) return index;
    }
    return undefined;
  }

  /** The list of a number, or where its levels are those of a numbering style, that style's. */
  #linked(id: string): List | undefined {
    const list = this.lists.lists.get(id);
    const link = list && this.lists.sequences.get(list.sequence)?.link;
    const other = link && this.lists.lists.get(this.styles.byId.get(link)?.list ?? "");
    return other || list;
  }
}

/** The names of an element that is open and of those around it, without their prefix. */
type Path = readonly string[];

/** Goes through the elements of some XML in which all names that matter have one prefix. */
function walk(
  xml: string,
  opened: (path: Path, value: string, attribute: (name: string) => string | undefined, parser: Parser) => void,
  closed: (path: Path, parser: Parser) => void = () => {},
): void {
  const path: string[] = [];
  let prefix: string | undefined;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        prefix ??= name.slice(0, name.indexOf(":") + 1);
        path.push(name.startsWith(prefix) ? name.slice(prefix.length) : name);
        const attribute = (of: string): string | undefined => attributes[prefix + of];
        opened(path, attribute("val") ?? "", attribute, parser);
      },
      onclosetag: () => {
        closed(path, parser);
        path.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** A property is on unless it says otherwise. */
const isOn = (value: string): boolean => !["0", "false", "off"].includes(value);

const SUFFIXES: Record<string, string> = { nothing: "", space: " ", tab: " " };

function newLevel(index: number): Level {
  return { start: 1, format: "decimal", pattern: "", suffix: " ", inDigits: false, restartsBehind: index, style: null };
}

function readLists(xml: string): Lists {
  const lists: Lists = { sequences: new Map(), lists: new Map() };
  let sequence: Sequence = { levels: new Map(), link: null };
  let list: List = { sequence: "", overrides: new Map() };
  let override: { start?: number; level?: Level } = {};
  let level = newLevel(0);
  walk(xml, (path, value, attribute) => {
    const [name, parent] = [path.at(-1), path.at(-2)];
    if (name === "abstractNum") {
      sequence = { levels: new Map(), link: null };
      lists.sequences.set(attribute("abstractNumId") ?? "", sequence);
    } else if (name === "numStyleLink") sequence.link = value;
    else if (name === "num") {
      list = { sequence: "", overrides: new Map() };
      lists.lists.set(attribute("numId") ?? "", list);
    } else if (name === "abstractNumId") list.sequence = value;
    else if (name === "lvlOverride") {
      override = {};
      list.overrides.set(Number(attribute("ilvl")), override);
    } else if (name === "startOverride") override.start = Number(value);
    else if (name === "lvl") {
      const index = Number(attribute("ilvl") ?? 0);
      level = newLevel(index);
      if (parent === "lvlOverride") override.level = level;
      else sequence.levels.set(index, level);
    } else if (name === "start") level.start = Number(value);
    else if (name === "numFmt") level.format = value;
    else if (name === "lvlText") level.pattern = value;
    else if (name === "suff") level.suffix = SUFFIXES[value] ?? " ";
    else if (name === "isLgl") level.inDigits = isOn(value);
    else if (name === "lvlRestart") level.restartsBehind = Number(value);
    else if (name === "pStyle") level.style = value;
  });
  return lists;
}

function readStyles(xml: string): Styles {
  const styles: Styles = { byId: new Map(), usual: null };
  let style: Numbered = {};
  walk(xml, (path, value, attribute) => {
    const name = path.at(-1);
    if (name === "style") {
      style = {};
      const id = attribute("styleId") ?? "";
      styles.byId.set(id, style);
      if (attribute("type") === "paragraph" && isOn(attribute("default") ?? "0")) styles.usual = id;
    } else if (name === "basedOn") style.style = value;
    else if (path.at(-2) === "numPr" && path.at(-3) === "pPr" && path.at(-4) === "style") number(style, name, value);
  });
  return styles;
}

function number(numbered: Numbered, name: string | undefined, value: string): void {
  if (name === "numId") numbered.list = value;
  else if (name === "ilvl") numbered.level = Number(value);
}

/** A place in the document where something is to be done. */
interface Place {
  /** What is left out there: looks, which take most of the time that a large document is read. */
  cut: [start: number, end: number];
  /** The paragraph whose text begins there. */
  numbered?: Numbered;
  /** Of the names of elements. */
  prefix: string;
}

/** A paragraph that is open. */
interface Paragraph {
  /** Its properties, or where they would stand. */
  properties: [start: number, end: number];
  numbered: Numbered;
  /** Its end was deleted while changes are tracked: its text is that of the next. */
  deleted: boolean;
  /** Its text has begun. */
  settled: boolean;
}

/** The places of a document from its first to its last. */
function placesIn(xml: string): Place[] {
  const places: Place[] = [];
  const open: Paragraph[] = [];
  const prefix = /<(\w+:)?document[\s>]/.exec(xml)?.[1] ?? "";
  /** Where the properties that are open begin. */
  let start = 0;
  /** How many stretches are open that stand in the file a second time, for other programs. */
  let twice = 0;
  // An element that closes itself has no place for text.
  const isClosed = (end: number): boolean => xml[end - 2] === "/";
  const settle = (paragraph: Paragraph | undefined): void => {
    if (!paragraph || paragraph.settled) return;
    paragraph.settled = true;
    const { properties: cut, numbered, deleted } = paragraph;
    if (!deleted) places.push(twice ? { cut, prefix } : { cut, prefix, numbered });
  };
  walk(
    xml,
    (path, value, _, parser) => {
      const [name, parent, above] = [path.at(-1), path.at(-2), path.at(-3)];
      const paragraph = open.at(-1);
      if (name === "mc:Choice") twice++;
      if (parent === "p" && name === "pPr") start = parser.startIndex;
      else if (parent === "p") settle(paragraph);
      if (parent === "r" && name === "rPr") start = parser.startIndex;
      if (name === "p") {
        const at = parser.endIndex + 1;
        open.push({ properties: [at, at], numbered: {}, deleted: false, settled: isClosed(at) });
      } else if (!paragraph || paragraph.settled) return;
      else if (name === "pStyle" && parent === "pPr" && above === "p") paragraph.numbered.style = value;
      else if (parent === "numPr" && above === "pPr" && path.at(-4) === "p") number(paragraph.numbered, name, value);
      else if (name === "del" && parent === "rPr" && above === "pPr") paragraph.deleted = true;
    },
    (path, parser) => {
      const [name, parent] = [path.at(-1), path.at(-2)];
      if (name === "mc:Choice") twice--;
      const cut: [number, number] = [start, parser.endIndex + 1];
      const paragraph = open.at(-1);
      if (name === "pPr" && parent === "p" && paragraph) paragraph.properties = cut;
      if (name === "rPr" && parent === "r") places.push({ cut, prefix });
      if (name === "p") settle(open.pop());
    },
  );
  return places;
}
