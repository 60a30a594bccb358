// What searches is a part of its own: it comes with the first focus, and whoever asks sooner gets it as soon as it is there.
import { Compartment, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

const place = new Compartment();

async function load(view: EditorView): Promise<typeof import("./search.ts")> {
  const part = await import("./search.ts");
  if (place.get(view.state) !== part.searching) view.dispatch({ effects: place.reconfigure(part.searching) });
  return part;
}

/** Stands in for what searches until that is there; `failed` is called when it was asked for and cannot be had. */
export function searchLater(failed: (reason: unknown) => void): Extension {
  let asked = false;
  const open = (view: EditorView): boolean => {
    asked = true;
    void load(view)
      .then(({ openSearchPanel }) => openSearchPanel(view), failed)
      .finally(() => {
        asked = false;
      });
    return true;
  };
  return place.of([
    EditorView.domEventHandlers({
      focus: (_, view) => void load(view).catch(() => {}),
      // What is looked for does not get into the text.
      keydown: () => asked,
    }),
    keymap.of([{ key: "Mod-f", run: open }]),
  ]);
}
