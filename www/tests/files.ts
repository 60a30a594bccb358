// Files, made for the tests, and how a person chooses them.
import type { Desk } from "./page.ts";

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const upload = (name: string, content: string | Uint8Array, mimeType = "text/plain"): Upload => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** Chooses files, or those at some paths. */
export const choose = (desk: Desk, ...files: Upload[] | string[]): Promise<void> =>
  desk.page.locator("input[type=file]").setInputFiles(files);

/** GBK or Big5, by asking the decoder what each pair of bytes means. */
export function pairwise(encoding: "gbk" | "big5", text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++)
      pairs.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return new Uint8Array(
    [...text].flatMap((char) => (char < "\x80" ? [char.charCodeAt(0)] : (pairs.get(char) ?? [0x3f]))),
  );
}
