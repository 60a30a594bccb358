// Documents that are too long for the browser's storage of short values, in its database.
import type { Documents } from "./documents.ts";

const NAME = "jiyao";
const STORE = "documents";

/** Keeps the documents; `false` when the browser will not. */
export async function keepLarge(documents: Documents): Promise<boolean> {
  try {
    await inStore("readwrite", (store) => store.put(documents, "all"));
    return true;
  } catch {
    return false;
  }
}

export async function keptLarge(): Promise<Documents | null> {
  try {
    return (await inStore<Documents | undefined>("readonly", (store) => store.get("all"))) ?? null;
  } catch {
    return null;
  }
}

/** All of the database goes; where there is none, none is made. */
export function dropLarge(): void {
  try {
    indexedDB.deleteDatabase(NAME);
  } catch {
    // A database that is switched off holds nothing to drop.
  }
}

/** Opened for each use alone: a connection that stays open keeps another tab from dropping the database. */
async function inStore<Result>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<Result> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled<IDBDatabase>(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const result = await settled<Result>(use(transaction.objectStore(STORE)));
    if (mode === "readwrite") {
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    }
    return result;
  } finally {
    database.close();
  }
}

function settled<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
