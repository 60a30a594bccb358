// What is shown in the text: the finds by kind, the evidence of the chosen row, repairs and page chrome.
// Only what is in view is drawn: a large text has hundreds of thousands of finds.
import { type ChangeDesc, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Analysis, Utf16Span } from "../analysis/model.ts";
import type { Find, Finds } from "../records/finds.ts";
import type { Offsets } from "./line-breaks.ts";

/** What was found in the text, and how to get from there to the document as it is now. */
export interface Marks {
  finds: Finds | null;
  source: Analysis["source"] | null;
  evidence: DecorationSet;
  /** What is pointed at elsewhere. */
  hint: DecorationSet;
  /** Between the text that was read and the document as it was then. */
  offsets: Offsets | null;
  /** What was edited since the analysis that the marks are from; `null` when nothing was. */
  edits: ChangeDesc | null;
}

const NO_MARKS: Marks = {
  finds: null,
  source: null,
  evidence: Decoration.none,
  hint: Decoration.none,
  offsets: null,
  edits: null,
};

/** The marks of a new analysis take the place of the old ones. */
export const showMarks = StateEffect.define<Pick<Marks, "finds" | "source" | "offsets">>();
/** Where the evidence of the chosen row stands, in document positions. */
export const showEvidence = StateEffect.define<DecorationSet>();
/** Where the evidence of a row that is only pointed at stands. */
export const showHint = StateEffect.define<DecorationSet>();

export const marksField = StateField.define<Marks>({
  create: () => NO_MARKS,
  update(marks, transaction) {
    let next = marks;
    if (transaction.docChanged) {
      const { changes } = transaction;
      next = {
        ...marks,
        evidence: marks.evidence.map(changes),
        hint: Decoration.none,
        edits: marks.edits?.composeDesc(changes.desc) ?? changes.desc,
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) next = { ...next, ...effect.value, edits: null };
      if (effect.is(showEvidence)) next = { ...next, evidence: effect.value };
      if (effect.is(showHint)) next = { ...next, hint: effect.value };
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ evidence }) => evidence),
    EditorView.decorations.from(field, ({ hint }) => hint),
  ],
});

/** Where a piece of the text that was read stands in the document as it is now. */
export function stretchOf({ offsets, edits }: Marks, { start, end }: Utf16Span): { from: number; to: number } {
  const moved = (offset: number, side: -1 | 1): number => {
    const position = offsets?.toDoc(offset) ?? offset;
    return edits ? edits.mapPos(position, side) : position;
  };
  const from = moved(start, 1);
  return { from, to: Math.max(from, moved(end, -1)) };
}

/** The offset in the text that was read of a position in the document as it is now. */
function offsetOf({ offsets, edits }: Marks, position: number, side: -1 | 1): number {
  const before = edits ? edits.invertedDesc.mapPos(position, side) : position;
  return offsets?.toSource(before) ?? before;
}

/** The finds at a position of the document. */
export function findsAt(marks: Marks, position: number): Find[] {
  const offset = offsetOf(marks, position, 1);
  return marks.finds?.between(offset - 1, offset + 1) ?? [];
}

const CHROME = Decoration.mark({ class: "chrome" });
const REPAIRS = {
  damaged: Decoration.mark({ class: "repair damaged" }),
  doubtful: Decoration.mark({ class: "repair doubtful" }),
  strayMark: Decoration.mark({ class: "repair stray" }),
  repeated: Decoration.mark({ class: "repair repeated" }),
};

/** The marks of what is in view. */
class Drawn {
  finds = Decoration.none;
  quiet = Decoration.none;

  constructor(view: EditorView) {
    this.#draw(view);
  }

  update(update: ViewUpdate): void {
    const [before, now] = [update.startState.field(marksField), update.state.field(marksField)];
    const changed = before.finds !== now.finds || before.source !== now.source || before.edits !== now.edits;
    if (changed || update.docChanged || update.viewportChanged) this.#draw(update.view);
  }

  #draw({ state, visibleRanges }: EditorView): void {
    const marks = state.field(marksField);
    const finds: Range<Decoration>[] = [];
    const quiet: Range<Decoration>[] = [];
    for (const { from, to } of visibleRanges) {
      const [start, end] = [offsetOf(marks, from, -1), offsetOf(marks, to, 1)];
      for (const { kind, span, row } of marks.finds?.between(start, end) ?? []) {
        finds.push(...marked(marks, span, Decoration.mark({ class: `find ${kind}`, row })));
      }
      if (marks.source) quiet.push(...quietMarks(marks, marks.source, start, end));
    }
    this.finds = Decoration.set(finds, true);
    this.quiet = Decoration.set(quiet, true);
  }
}

export const drawnMarks = ViewPlugin.fromClass(Drawn, {
  decorations: ({ finds }) => finds,
  provide: (plugin) => EditorView.decorations.of((view) => view.plugin(plugin)?.quiet ?? Decoration.none),
});

/** What was set aside or mended within a stretch, shown quietly. */
function quietMarks(marks: Marks, { chrome, repairs }: Analysis["source"], from: number, to: number) {
  const within = ({ start, end }: Utf16Span): boolean => start < to && end > from;
  const asides = chrome.filter(within).flatMap((span) => marked(marks, span, CHROME));
  const mended = repairs
    .filter(({ span }) => within(span))
    .flatMap(({ kind, span, repaired }) =>
      marked(marks, span, kind === "damaged" && repaired == null ? REPAIRS.doubtful : REPAIRS[kind]),
    );
  return [...asides, ...mended];
}

function marked(marks: Marks, span: Utf16Span, mark: Decoration): Range<Decoration>[] {
  const { from, to } = stretchOf(marks, span);
  return from < to ? [mark.range(from, to)] : [];
}

const HINT = Decoration.mark({ class: "hint" });

/** What is pointed at. */
export function hintMarks(stretches: readonly { from: number; to: number }[]): DecorationSet {
  return Decoration.set(
    stretches.flatMap(({ from, to }) => (from < to ? [HINT.range(from, to)] : [])),
    true,
  );
}

const EVIDENCE = Decoration.mark({ class: "evidence" });
const EVIDENCE_HERE = Decoration.mark({ class: "evidence here" });

/** The evidence of one row; the place that is looked at stands out. */
export function evidenceMarks(stretches: readonly { from: number; to: number }[], here: number): DecorationSet {
  const ranges = stretches.flatMap(({ from, to }, index) =>
    from < to ? [(index === here ? EVIDENCE_HERE : EVIDENCE).range(from, to)] : [],
  );
  return Decoration.set(ranges, true);
}
