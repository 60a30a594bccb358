// What searches the text, its panel and its keys: loaded when the text first has the focus.
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";

export { openSearchPanel };

export const searching: Extension = [
  search({ top: true }),
  highlightSelectionMatches({ minSelectionLength: 2 }),
  keymap.of(searchKeymap),
];
