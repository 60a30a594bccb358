import type { FileProblem } from "./file-error.ts";

/** Something to make a text of: the bytes of a file, or what a program put on the clipboard as HTML. */
export type Source = { kind: "text" | "html" | "docx"; bytes: ArrayBuffer } | { kind: "rich"; html: string };

/** What goes to the worker, one at a time. */
export type Request = Source & { id: number };

/** What comes back: `ready` when its script has run, then for each request a text or what is wrong with the file. */
export type Reply =
  | { kind: "ready" }
  | { kind: "text"; id: number; text: string }
  | { kind: "problem"; id: number; problem: FileProblem };
