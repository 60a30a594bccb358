import { unpacked } from "../src/analysis/unpack.ts";

/** What stands packed in an element of the document. */
export function packedIn(id: string): Response {
  return unpacked(document.getElementById(id)?.textContent ?? "");
}

/** Puts a script into the document; it runs if the policy names its hash. */
export function run(code: string, type = ""): void {
  const script = document.createElement("script");
  script.type = type;
  script.textContent = code;
  document.body.append(script);
}
