/**
 * Puts a text on the clipboard, and with it the same as HTML for programs that take tables.
 *
 * The copy event comes first: it hands the HTML over as it is, while `navigator.clipboard` drops what only Excel
 * understands, and it works on pages without a secure origin.
 */
export async function copy(text: string, html?: string): Promise<void> {
  if (copyByEvent(text, html)) return;
  const types: Record<string, Blob> = { "text/plain": new Blob([text], { type: "text/plain" }) };
  if (html) types["text/html"] = new Blob([html], { type: "text/html" });
  await navigator.clipboard.write([new ClipboardItem(types)]);
}

function copyByEvent(text: string, html: string | undefined): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    filled = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return copied && filled;
}
