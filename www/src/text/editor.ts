// CodeMirror, set up for one Chinese text: input methods, undo, search, long documents, and the marks of what was found.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Compartment, EditorState, type Extension, Prec, type Text } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import type { Strings } from "../i18n/strings.ts";
import { editorTheme } from "./editor-theme.ts";
import { glosses } from "./glosses.ts";
import { type LineBreak, lineBreakField, lineBreakOf, Offsets, setLineBreak } from "./line-breaks.ts";
import { drawnMarks, marksField } from "./marks.ts";
import { pasting } from "./paste.ts";
import { searchLater } from "./search-later.ts";
import { selectionTool, selectionWords } from "./selection.ts";

const spoken = new Compartment();
const locked = new Compartment();

export interface EditorEvents {
  /** The text was changed, by hand or by {@link setSource}. */
  changed(): void;
  /** A place in the text was clicked without selecting anything. */
  clicked(position: number): void;
  /** The mouse came to another place of the text; `null` when it left. */
  hovered(position: number | null): void;
  /** The caret was moved by hand, without a change of the text. */
  moved(position: number): void;
  /** Escape was pressed, and there was nothing in the editor to escape from. */
  left(): true;
  /** Gives the words of what is pasted as HTML alone. */
  richText(html: string): Promise<string>;
  /** What was pasted could not be read, or what was asked for could not be had. */
  failed(reason: unknown): void;
  /** Something is to be done with the words that are selected. */
  chosen(view: EditorView): void;
}

export function createEditor(root: ShadowRoot, parent: Element, source: string, events: EditorEvents): EditorView {
  const state = EditorState.create({
    doc: source,
    extensions: [
      selectionTool(events.chosen),
      lineBreakField.init(() => lineBreakOf(source)),
      spoken.of([]),
      locked.of([]),
      history(),
      drawSelection(),
      keymap.of([
        {
          key: "Alt-Enter",
          run: ({ state }) => {
            events.clicked(state.selection.main.head);
            return true;
          },
        },
      ]),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      searchLater(events.failed),
      Prec.lowest(keymap.of([{ key: "Escape", run: events.left }])),
      EditorView.lineWrapping,
      marksField,
      drawnMarks,
      glosses,
      editorTheme,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) events.changed();
        else if (update.transactions.some((transaction) => transaction.isUserEvent("select")))
          events.moved(update.state.selection.main.head);
      }),
      EditorView.domEventHandlers({
        click: (event, view) => {
          const position = view.posAtCoords(event);
          if (position !== null && view.state.selection.main.empty) events.clicked(position);
        },
        mouseover: (event, view) => events.hovered(view.posAtCoords(event)),
        mouseleave: () => events.hovered(null),
      }),
      pasting(events.richText, events.failed),
    ],
  });
  return new EditorView({ state, parent, root });
}

/** The words of the editor in the language of the page. */
export function speak(view: EditorView, strings: Strings): void {
  const extension: Extension = [
    placeholder(strings.textPlaceholder),
    EditorView.contentAttributes.of({
      "aria-label": strings.text,
      lang: "zh",
      tabindex: "0",
      spellcheck: "false",
      autocorrect: "off",
    }),
    EditorState.phrases.of(strings.editor),
    selectionWords.of({ label: strings.mend.selection, title: strings.mend.selectionTitle }),
  ];
  view.dispatch({ effects: spoken.reconfigure(extension) });
}

export function setReadonly(view: EditorView, readonly: boolean): void {
  view.dispatch({ effects: locked.reconfigure(readonly ? EditorState.readOnly.of(true) : []) });
}

/** The text of a document, put together once: with a large one that takes a while. */
const sources = new WeakMap<Text, { lineBreak: LineBreak; source: string }>();

/** The text as it was pasted, with its own line breaks. */
export function sourceOf({ state }: EditorView): string {
  const { doc } = state;
  const lineBreak = state.field(lineBreakField);
  const known = sources.get(doc);
  if (known?.lineBreak === lineBreak) return known.source;
  const source = doc.sliceString(0, undefined, lineBreak);
  sources.set(doc, { lineBreak, source });
  return source;
}

/** Another text in place of this one; undo brings this one back. */
export function setSource(view: EditorView, source: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(source) },
    effects: setLineBreak.of(lineBreakOf(source)),
    selection: { anchor: 0 },
    scrollIntoView: true,
    userEvent: "input.load",
  });
}

/** Between the pasted text's offsets and the document's positions. */
export function offsetsOf({ state }: EditorView): Offsets {
  return new Offsets(state.doc, state.field(lineBreakField));
}
