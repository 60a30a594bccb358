/** What a page says to the service worker: that it was loaded. */
export type ToWorker = { kind: "loaded" };

/** What the service worker says: of which version it is; or it asks of which version the page is (the answer goes to the port). */
export type FromWorker = { kind: "version"; version: string } | { kind: "which" };
