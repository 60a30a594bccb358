// The directives of a report as an outline: speaker → points → sub-points.
import type { Directive, Report } from "../analysis/model.ts";
import { rowId } from "./finds.ts";

export interface Point {
  row: string;
  directive: Directive;
  points: Point[];
}

export interface Speech {
  /** `null` where nobody is named. */
  speaker: string | null;
  points: Point[];
}

/** One speech for each speaker, in the order of their first point. */
export function outlineOf(report: Report, at: number): Speech[] {
  const points = report.directives.map(
    (directive, index): Point => ({ row: rowId(at, "directives", index), directive, points: [] }),
  );
  const speeches = new Map<string | null, Speech>();
  for (const [index, point] of points.entries()) {
    const { parent, speaker } = point.directive;
    // A parent stands before its sub-points; anything else would be a circle.
    const above = parent != null && parent < index ? points[parent] : undefined;
    if (above) {
      above.points.push(point);
      continue;
    }
    const speech = speeches.get(speaker ?? null) ?? { speaker: speaker ?? null, points: [] };
    speech.points.push(point);
    speeches.set(speech.speaker, speech);
  }
  return [...speeches.values()];
}

/** How many points stand in an outline, at any depth. */
export function countPoints(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + 1 + countPoints(point.points), 0);
}

/** The points of an outline whose row is kept, or that of one below them. */
export function filterPoints(points: readonly Point[], rows: ReadonlySet<string>): Point[] {
  return points.flatMap((point) => {
    const below = filterPoints(point.points, rows);
    return rows.has(point.row) || below.length ? [{ ...point, points: below }] : [];
  });
}
