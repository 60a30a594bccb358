// What a page answers the service worker that asks of which version it is.
import type { FromWorker } from "./messages.ts";

/** Tells the service worker, whenever it asks; gives the version, if the page has one and there are service workers. */
export function tellVersion(): string | undefined {
  const version = document.querySelector<HTMLMetaElement>("meta[name=version]")?.content;
  // Absent in private windows of some browsers, and where the page came by plain http.
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!version || !serviceWorker) return undefined;
  serviceWorker.addEventListener("message", ({ data, ports }: MessageEvent<FromWorker>) => {
    if (data.kind === "which") ports[0]?.postMessage(version);
  });
  serviceWorker.startMessages();
  return version;
}
