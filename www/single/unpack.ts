/** What stands packed in an element of the document, as base64 of gzip. */
export function unpacked(id: string): Response {
  const packed = document.getElementById(id)?.textContent ?? "";
  const plain = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain);
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  // A loop: `from` with a function takes ten times as long for half a megabyte.
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
