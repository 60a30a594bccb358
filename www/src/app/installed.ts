// The page's side of the service worker, which keeps its files for the time without a network.
import type { FromWorker, ToWorker } from "../../service-worker/messages.ts";
import { tellVersion } from "../../service-worker/version.ts";

/** How often it is asked for a new version at most, in milliseconds. */
const INTERVAL = 60 * 60 * 1000;

/** Lets a service worker keep the page; `renewed` is called when a newer version is there. */
export function install(renewed: () => void): void {
  const version = tellVersion();
  if (!version) return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "version" && data.version !== version) renewed();
  });
  // Not before the page itself is there.
  addEventListener("load", () => void start(serviceWorker));
}

async function start(serviceWorker: ServiceWorkerContainer): Promise<void> {
  try {
    const registration = await serviceWorker.register("sw.js");
    const { active } = await serviceWorker.ready;
    active?.postMessage({ kind: "loaded" } satisfies ToWorker);
    askNowAndThen(registration);
  } catch {
    // Without it the page works as before, with a network.
  }
}

/** For those who leave the page open for days. */
function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < INTERVAL) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}
