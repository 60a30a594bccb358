// An analysis goes from the worker to the page in pieces: a whole large one would stop the page while it is unpacked.
import type { Piece } from "./messages.ts";
import type { Analysis, Report } from "./model.ts";

/** How much one piece holds, in rows: unpacked in a few milliseconds. */
const ROWS = 300;

/** The pieces of an analysis; together they are the whole. */
export function* piecesOf({ schemaVersion, source, reports }: Analysis): Generator<Piece> {
  const { repairs, chrome } = source;
  let shared = 0;
  let first = 0;
  do {
    let end = first;
    for (let rows = 0; end < reports.length && rows < ROWS; end++) rows += rowsOf(reports[end] as Report);
    yield {
      schemaVersion,
      source: {
        ...source,
        repairs: repairs.slice(shared, shared + ROWS),
        chrome: chrome.slice(shared, shared + ROWS),
      },
      reports: reports.slice(first, end),
    };
    first = end;
    shared += ROWS;
  } while (first < reports.length || shared < Math.max(repairs.length, chrome.length));
}

function rowsOf({ attendees, awards, directives }: Report): number {
  return 1 + attendees.length + awards.length + directives.length;
}

/** Puts a piece behind those that came before. */
export function joined(before: Analysis | undefined, piece: Piece): Analysis {
  if (!before) return piece;
  before.reports.push(...piece.reports);
  before.source.repairs.push(...piece.source.repairs);
  before.source.chrome.push(...piece.source.chrome);
  return before;
}
