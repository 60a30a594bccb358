import { FileError } from "./file-error.ts";

/** The text of a file: UTF-8, UTF-16, or else Big5 or GB 18030, which also reads GBK and GB 2312. */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (looksBinary(text)) throw new FileError("notText");
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // No other encoding of a text has zero bytes; they stand in the high halves of ASCII characters and line breaks.
  const zero = bytes.indexOf(0);
  if (zero >= 0 && bytes.length % 2 === 0) return zero % 2 ? "utf-16le" : "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return familiar("big5", bytes) > familiar("gb18030", bytes) ? "big5" : "gb18030";
  }
}

/** What no Chinese text does without; read in the wrong encoding, hardly one of them comes about. */
const FAMILIAR = /[，。、：；的一不在人有是年月日会會议議]/g;

/** How many familiar characters the beginning of a text has in an encoding. */
function familiar(encoding: string, bytes: Uint8Array): number {
  return new TextDecoder(encoding).decode(bytes.subarray(0, 100_000)).match(FAMILIAR)?.length ?? 0;
}

/** More than one in fifty characters could not be decoded, or is a control character that no text has. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const strange = sample.match(/[\uFFFD\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0;
  return strange * 50 > sample.length;
}
