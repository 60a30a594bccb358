/** What is packed as base64 of gzip. */
export function unpacked(base64: string): Response {
  const binary = atob(base64);
  // A loop: `from` with a function takes ten times as long for half a megabyte.
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
