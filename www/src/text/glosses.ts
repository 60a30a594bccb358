// Pinyin behind a character (區(qū)), shown quietly. Only what is in view is looked at.
import type { EditorState, Extension } from "@codemirror/state";
import { Decoration, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { marksField } from "./marks.ts";

const GLOSS = /(?<=\p{Script=Han})[(（] ?[a-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{1,6} ?[)）]/gu;

const matcher = new MatchDecorator({ regexp: GLOSS, decoration: Decoration.mark({ class: "gloss" }) });

const isGlossed = (state: EditorState): boolean => (state.field(marksField).source?.glosses ?? 0) > 0;

class Glosses {
  marks = Decoration.none;

  constructor(view: EditorView) {
    if (isGlossed(view.state)) this.marks = matcher.createDeco(view);
  }

  update(update: ViewUpdate): void {
    const before = isGlossed(update.startState);
    if (!isGlossed(update.state)) this.marks = Decoration.none;
    else this.marks = before ? matcher.updateDeco(update, this.marks) : matcher.createDeco(update.view);
  }
}

/** Marks glosses where the analysis found the text to be glossed. */
export const glosses: Extension = ViewPlugin.fromClass(Glosses, { decorations: ({ marks }) => marks });
