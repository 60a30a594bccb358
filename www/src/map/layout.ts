// The directives of a report as a mind map: report → speakers → points → sub-points, with the place of each.
import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";
import type { Point, Speech } from "../records/outline.ts";
import { wrap } from "./wrap.ts";

/** What stands at one place of the map, whatever its place. */
export interface Topic {
  /** Holds while the same report is shown. */
  id: string;
  words: string;
  /** The row of a point; the report and its speakers have none. */
  row: string | null;
  topics: Topic[];
}

/** A topic that is seen, and its box in pixels: `x` is its left edge, `y` its middle. */
export interface Box {
  topic: Topic;
  lines: string[];
  depth: number;
  above: Box | null;
  below: Box[];
  /** How many siblings it has, with itself, and which one it is, from 1. */
  siblings: number;
  position: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MindMap {
  /** In the order of reading. */
  boxes: Box[];
  width: number;
  height: number;
}

export const LINE_HEIGHT = 21;
const PADDING = { x: 9, y: 6 };
const GAP = { x: 34, y: 8 };
/** The width of the words at each depth; the last holds for all below. */
const WIDTHS = [126, 112, 252];
const MOST_LINES = 5;

export function topicsOf(title: string, speeches: readonly Speech[], noSpeaker: string): Topic {
  const ofPoint = (point: Point): Topic => {
    const { ordinal, headline } = point.directive;
    return {
      id: point.row,
      words: ordinal ? `${ordinal}. ${headline}` : headline,
      row: point.row,
      topics: point.points.map(ofPoint),
    };
  };
  const speakers = speeches.map(
    ({ speaker, points }, index): Topic => ({
      id: `speaker/${index}`,
      words: speaker ?? noSpeaker,
      row: null,
      topics: points.map(ofPoint),
    }),
  );
  return { id: "report", words: title, row: null, topics: speakers };
}

/** How many topics stand below one, at any depth. */
export function countTopics({ topics }: Topic): number {
  return topics.reduce((sum, topic) => sum + 1 + countTopics(topic), 0);
}

/** Places every topic that no folded one hides. `measure` gives the width of words at a depth. */
export function layOut(
  root: Topic,
  folded: ReadonlySet<string>,
  measure: (words: string, depth: number) => number,
): MindMap {
  const nodes = hierarchy<Sized>(sized(root, 0, folded, measure), ({ below }) => below);
  const placed = tree<Sized>()
    .nodeSize([1, 1])
    .separation((a, b) => (a.data.height + b.data.height) / 2 + GAP.y)(nodes);
  const columns = columnsOf(placed);
  const boxes = new Map<HierarchyPointNode<Sized>, Box>();
  placed.eachBefore((node) => {
    const above = node.parent ? (boxes.get(node.parent) ?? null) : null;
    const siblings = node.parent?.children ?? [node];
    const { topic, lines, width, height } = node.data;
    const position = siblings.indexOf(node) + 1;
    const place = { depth: node.depth, x: columns[node.depth] ?? 0, y: node.x, siblings: siblings.length, position };
    const box: Box = { topic, lines, width, height, above, below: [], ...place };
    above?.below.push(box);
    boxes.set(node, box);
  });
  return framed([...boxes.values()]);
}

interface Sized {
  topic: Topic;
  lines: string[];
  width: number;
  height: number;
  below: Sized[];
}

function sized(topic: Topic, depth: number, folded: ReadonlySet<string>, measure: Parameters<typeof layOut>[2]): Sized {
  const measured = (words: string): number => measure(words, depth);
  const lines = wrap(topic.words, WIDTHS[Math.min(depth, WIDTHS.length - 1)] ?? 0, MOST_LINES, measured);
  return {
    topic,
    lines,
    width: Math.ceil(Math.max(...lines.map(measured))) + 2 * PADDING.x,
    height: lines.length * LINE_HEIGHT + 2 * PADDING.y,
    below: folded.has(topic.id) ? [] : topic.topics.map((below) => sized(below, depth + 1, folded, measure)),
  };
}

/** Where the boxes of each depth begin: behind the widest of the depth above. */
function columnsOf(root: HierarchyPointNode<Sized>): number[] {
  const widest: number[] = [];
  root.each(({ depth, data }) => {
    widest[depth] = Math.max(widest[depth] ?? 0, data.width);
  });
  let x = 0;
  return widest.map((width) => {
    const here = x;
    x += width + GAP.x;
    return here;
  });
}

/** Moves the map to the origin, with room for the folds at its right. */
function framed(boxes: Box[]): MindMap {
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2)) - 2;
  for (const box of boxes) box.y -= top;
  return {
    boxes,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + 26,
    height: Math.max(...boxes.map(({ y, height }) => y + height / 2)) + 2,
  };
}
