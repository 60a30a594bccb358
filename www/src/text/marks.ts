// What is shown in the text: the finds by kind, the evidence of the chosen row, repairs and page chrome.
import { type ChangeDesc, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Analysis, Utf16Span } from "../analysis/model.ts";
import type { Find } from "../records/finds.ts";
import type { Offsets } from "./line-breaks.ts";

interface Marks {
  finds: DecorationSet;
  quiet: DecorationSet;
  evidence: DecorationSet;
  /** Pinyin stands behind characters. */
  glossed: boolean;
  /** Between the text that was read and the document as it was then. */
  offsets: Offsets | null;
  /** What was edited since the analysis that the marks are from; `null` when nothing was. */
  edits: ChangeDesc | null;
}

const NO_MARKS: Marks = {
  finds: Decoration.none,
  quiet: Decoration.none,
  evidence: Decoration.none,
  glossed: false,
  offsets: null,
  edits: null,
};

/** The marks of a new analysis take the place of the old ones. */
export const showMarks = StateEffect.define<Pick<Marks, "finds" | "quiet" | "glossed" | "offsets">>();
/** Where the evidence of the chosen row stands, in document positions. */
export const showEvidence = StateEffect.define<DecorationSet>();

export const marksField = StateField.define<Marks>({
  create: () => NO_MARKS,
  update(marks, transaction) {
    let next = marks;
    if (transaction.docChanged) {
      const { changes } = transaction;
      next = {
        finds: marks.finds.map(changes),
        quiet: marks.quiet.map(changes),
        evidence: marks.evidence.map(changes),
        glossed: marks.glossed,
        offsets: marks.offsets,
        edits: marks.edits?.composeDesc(changes.desc) ?? changes.desc,
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(showMarks)) next = { ...next, ...effect.value, edits: null };
      if (effect.is(showEvidence)) next = { ...next, evidence: effect.value };
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (marks) => marks.finds),
    EditorView.decorations.from(field, (marks) => marks.quiet),
    EditorView.decorations.from(field, (marks) => marks.evidence),
  ],
});

/** The finds as marks; each carries its row, so that a click in the text leads to it. */
export function findMarks(finds: readonly Find[], offsets: Offsets): DecorationSet {
  const ranges = finds.flatMap((find) =>
    markRange(find.span, offsets, Decoration.mark({ class: `find ${find.kind}`, row: find.row })),
  );
  return Decoration.set(ranges, true);
}

const CHROME = Decoration.mark({ class: "chrome" });
const REPAIRS = {
  damaged: Decoration.mark({ class: "repair damaged" }),
  doubtful: Decoration.mark({ class: "repair doubtful" }),
  strayMark: Decoration.mark({ class: "repair stray" }),
  repeated: Decoration.mark({ class: "repair repeated" }),
};

/** What was set aside or mended, shown quietly. */
export function quietMarks({ chrome, repairs }: Analysis["source"], offsets: Offsets): DecorationSet {
  const asides = chrome.flatMap((span) => markRange(span, offsets, CHROME));
  const mended = repairs.flatMap(({ kind, span, repaired }) =>
    markRange(span, offsets, kind === "damaged" && repaired == null ? REPAIRS.doubtful : REPAIRS[kind]),
  );
  return Decoration.set([...asides, ...mended], true);
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

function markRange(span: Utf16Span, offsets: Offsets, mark: Decoration): Range<Decoration>[] {
  const from = offsets.toDoc(span.start);
  const to = offsets.toDoc(span.end);
  return from < to ? [mark.range(from, to)] : [];
}
