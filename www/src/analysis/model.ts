// The contract's types, as Rust gives them (`cargo xtask build` writes pkg/jiyao.d.ts).
export type {
  Analysis,
  Attendee,
  Award,
  CleanText,
  Directive,
  Meeting,
  PersonalLexicon,
  Repair,
  Report,
  Role,
  Utf16Span,
} from "../../pkg/jiyao.js";
