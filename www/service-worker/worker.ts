// The service worker: keeps the files of the page, so that it opens without a network.
//
// A version is all files of one build. It is kept whole or not at all: each file must have the hash that it had when it was
// built, else the version is not taken. A page goes on with the files of its own version until it is loaded again, also
// when a newer worker has taken over: names of files hold a hash of what is in them, so the newer worker finds each in the
// store of its version. A store goes when no page of its version is open. (Workbox drops the older files at once.)
import type { FromWorker, ToWorker } from "./messages.ts";

declare const self: ServiceWorkerGlobalScope;
/** The files of this version, relative to the scope, with their hashes for `integrity`. */
declare const FILES: Record<string, string>;
declare const VERSION: string;

/** All stores of this page begin so; other pages of this origin may have theirs. */
const PREFIX = `jiyao ${self.registration.scope} `;
const STORE = PREFIX + VERSION;
/** How long a page may take to say of which version it is, in milliseconds. */
const PATIENCE = 5000;

const addressOf = (file: string): string => new URL(file, self.registration.scope).href;

self.addEventListener("install", (event) => event.waitUntil(keepFiles().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});

self.addEventListener("message", (event) => {
  const { kind } = event.data as ToWorker;
  if (kind === "loaded") {
    event.source?.postMessage({ kind: "version", version: VERSION } satisfies FromWorker);
    event.waitUntil(dropUnused());
  }
});

async function keepFiles(): Promise<void> {
  const store = await caches.open(STORE);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([file, integrity]) => {
        const address = addressOf(file);
        const response = await fetch(address, { integrity, cache: "no-cache" });
        if (!response.ok) throw new Error(`${address}: status ${response.status}`);
        await store.put(address, response);
      }),
    );
  } catch (error) {
    await caches.delete(STORE);
    throw error;
  }
}

/** From now on this worker answers, and all open pages hear of it. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  for (const page of await self.clients.matchAll())
    page.postMessage({ kind: "version", version: VERSION } satisfies FromWorker);
}

async function answer(request: Request): Promise<Response> {
  // A browser that is short of space may refuse to look.
  const found = await kept(keptAddress(request.url)).catch(() => undefined);
  return found ?? fetch(request);
}

async function kept(address: string): Promise<Response | undefined> {
  for (const name of [STORE, ...(await stores())]) {
    const found = await caches.match(address, { cacheName: name });
    if (found) return found;
  }
  return undefined;
}

/** The address under which something is kept. */
function keptAddress(asked: string): string {
  const address = new URL(asked);
  address.search = address.hash = "";
  return address.href === addressOf("index.html") ? addressOf("./") : address.href;
}

async function stores(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** Drops the stores of versions of which no page is open. */
async function dropUnused(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const versions = await Promise.all(pages.map(versionOf));
  // A page that says nothing may be asleep.
  if (versions.includes(null)) return;
  const used = new Set([VERSION, ...versions].map((version) => PREFIX + version));
  for (const name of await stores()) if (!used.has(name)) await caches.delete(name);
}

function versionOf(page: Client): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as string);
    setTimeout(() => resolve(null), PATIENCE);
    page.postMessage({ kind: "which" } satisfies FromWorker, [port2]);
  });
}
