import { unpacked } from "../src/analysis/unpack.ts";

/** What stands packed in an element of the document. */
export function packedIn(id: string): Response {
  return unpacked(document.getElementById(id)?.textContent ?? "");
}
