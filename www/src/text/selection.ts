// What can be done with selected words: a button beside them, and Ctrl Enter.
import { type EditorState, type Extension, Facet, Prec, StateField } from "@codemirror/state";
import { type EditorView, keymap, showTooltip, type Tooltip } from "@codemirror/view";

/** The words on the button, and those that explain it. */
export const selectionWords = Facet.define<{ label: string; title: string }, { label: string; title: string }>({
  combine: ([words]) => words ?? { label: "", title: "" },
});

/** Longer selections are copied or deleted; they are no evidence of a row. */
const LONGEST = 2000;

/** Calls `open` when something is to be done with the words that are selected. */
export function selectionTool(open: (view: EditorView) => void): Extension {
  const button = (state: EditorState): Tooltip | null => {
    const { main } = state.selection;
    if (state.readOnly || main.empty || main.to - main.from > LONGEST) return null;
    return { pos: main.to, create: (view) => ({ dom: makeButton(view, open) }) };
  };
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update(shown, transaction) {
      // What the page selects itself, to show evidence, needs no button.
      if (transaction.isUserEvent("select")) return button(transaction.state);
      return transaction.docChanged || transaction.selection ? null : shown;
    },
    provide: (shown) => showTooltip.from(shown),
  });
  const run = (view: EditorView): boolean => {
    if (view.state.readOnly || view.state.selection.main.empty) return false;
    open(view);
    return true;
  };
  return [field, Prec.high(keymap.of([{ key: "Mod-Enter", run }]))];
}

function makeButton(view: EditorView, open: (view: EditorView) => void): HTMLElement {
  const { label, title } = view.state.facet(selectionWords);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "selection-tool";
  button.textContent = label;
  button.title = title;
  // The words stay selected.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => open(view));
  return button;
}
