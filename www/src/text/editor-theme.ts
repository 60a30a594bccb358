import { EditorView } from "@codemirror/view";

const underline = (kind: string, style: string) => ({
  textDecoration: `underline ${style} var(--${kind}) 2px`,
  textUnderlineOffset: "0.28em",
  backgroundColor: `color-mix(in oklab, var(--${kind}) 12%, transparent)`,
});

export const editorTheme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--sans)",
    fontSize: "1.0625rem",
    lineHeight: "1.95",
    overflow: "auto",
    overscrollBehavior: "contain",
  },
  ".cm-content": {
    maxWidth: "44em",
    margin: "0 auto",
    padding: "1rem clamp(0.75rem, 3cqi, 2rem) 4rem",
    caretColor: "var(--accent)",
    lineBreak: "strict",
    overflowWrap: "anywhere",
  },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklab, var(--ink) 16%, transparent)",
  },
  // The evidence has its own mark; a second one behind it would only be noise.
  ".cm-selectionBackground": { backgroundColor: "transparent" },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in oklab, var(--ink) 8%, transparent)" },

  ".find": { borderRadius: "2px", cursor: "pointer" },
  ".find.meeting": underline("meeting", "solid"),
  ".find.person": underline("person", "solid"),
  ".find.organization": underline("organization", "double"),
  ".find.group": underline("group", "dashed"),
  ".find.award": underline("award", "wavy"),
  ".find.directive": { backgroundColor: "color-mix(in oklab, var(--directive) 11%, transparent)" },
  // Where finds stand in each other the outer one tints and each keeps its line.
  ".find .find": { backgroundColor: "transparent" },
  ".chrome, .repair.repeated": { color: "var(--ink-soft)" },
  ".gloss": { fontSize: "0.72em", color: "var(--ink-soft)" },
  ".repair": { textDecoration: "underline dotted var(--ink-soft) 1px", textUnderlineOffset: "0.5em" },
  ".repair.doubtful": { textDecorationColor: "var(--accent)" },
  ".evidence": {
    backgroundColor: "var(--accent-ground)",
    boxShadow: "0 0 0 2px var(--accent-ground)",
    borderRadius: "2px",
  },
  ".evidence.here": { boxShadow: "0 0 0 2px var(--accent-ground), 0 0.14em 0 2px var(--accent)" },
  ".hint": {
    outline: "2px solid color-mix(in oklab, var(--ink) 32%, transparent)",
    outlineOffset: "1px",
    borderRadius: "2px",
  },
  ".evidence .find": { backgroundColor: "transparent" },

  ".cm-tooltip": { border: "0", background: "none", zIndex: "3" },
  ".selection-tool": {
    minHeight: "1.75rem",
    marginTop: "0.25rem",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    background: "var(--sheet)",
    color: "var(--ink)",
    padding: "0.1em 0.6em",
    font: "inherit",
    fontFamily: "var(--sans)",
    fontSize: "var(--size-small)",
    cursor: "pointer",
  },
  ".selection-tool:hover": { borderColor: "var(--accent)" },

  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels button, .cm-panels input": { font: "inherit", fontSize: "var(--size-small)" },
  ".cm-panel .cm-textfield, .cm-panel .cm-button": {
    minHeight: "1.75rem",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    backgroundColor: "var(--sheet)",
    backgroundImage: "none",
    color: "var(--ink)",
  },
  ".cm-panel.cm-search [name=close]": { minWidth: "1.75rem", minHeight: "1.75rem", color: "var(--ink)" },
  ".cm-panel.cm-search label": { fontSize: "var(--size-small)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in oklab, var(--award) 35%, transparent)" },

  // The system's few colours leave no grounds: lines and its own marks stand in their place.
  "@media (forced-colors: active)": {
    ".find.directive": { textDecoration: "underline overline 1px", textUnderlineOffset: "0.28em" },
    ".evidence": { forcedColorAdjust: "none", backgroundColor: "Mark", color: "MarkText" },
    ".evidence.here": { outline: "2px solid Highlight" },
    ".cm-selectionBackground": {
      forcedColorAdjust: "none",
      backgroundColor: "color-mix(in srgb, Highlight 40%, Canvas) !important",
    },
    ".cm-searchMatch": { outline: "1px solid Highlight" },
    ".chrome, .repair.repeated, .gloss": { color: "GrayText" },
  },
});
