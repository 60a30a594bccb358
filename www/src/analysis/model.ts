// The contract's types, taken from what Rust gives (`cargo xtask build` writes pkg/jiyao.d.ts).
import type { Analysis, AnalyzeOptions, CleanText, PersonalLexicon } from "../../pkg/jiyao.js";

export type { Analysis, AnalyzeOptions, CleanText, PersonalLexicon };
export type Report = Analysis["reports"][number];
export type Meeting = Report["meeting"];
export type Attendee = Report["attendees"][number];
export type Award = Report["awards"][number];
export type Directive = Report["directives"][number];
export type Role = Attendee["roles"][number];
/** Half-open range of UTF-16 code units in the text as it was pasted. */
export type Utf16Span = Report["span"];
export type Repair = Analysis["source"]["repairs"][number];
