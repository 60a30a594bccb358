import type { Analysis } from "./model.ts";

/** What the page sends to the worker. */
export interface Request {
  id: number;
  text: string;
}

/** What the worker sends back: once `ready`, then one reply with the same `id` for each request. */
export type Reply =
  | { kind: "ready" }
  | { kind: "broken"; message: string }
  | { kind: "analysis"; id: number; analysis: Analysis }
  | { kind: "error"; id: number; message: string; code: string | undefined };
