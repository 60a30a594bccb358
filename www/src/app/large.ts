// Documents that are too long for the browser's storage of short values, in its database: each tab has an entry of its own.
import type { Documents } from "./documents.ts";

const NAME = "jiyao";
const STORE = "documents";
/** The names of the locks that open tabs hold on their entries. */
const LOCK = "jiyao.documents.";
/** For so long an entry is kept that no open tab holds, in milliseconds: its tab may be asleep, or come back with its window. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

interface Entry extends Documents {
  /** When it was kept, in milliseconds since 1970. */
  at: number;
}

/** This tab's entry, as soon as it has one. */
let own: string | null = null;

/** The name of this tab's entry, once it was claimed. */
export function ownEntry(): string | null {
  return own;
}

let claim: Promise<string> | undefined;

/** Claims an entry for this tab: that which it had before it was loaded again, unless it is a copy of a tab that has it. */
export function claimEntry(before: string | null): Promise<string> {
  claim ??= claimed(before);
  return claim;
}

async function claimed(before: string | null): Promise<string> {
  const fresh = String(crypto.getRandomValues(new Uint32Array(4)));
  own = (before && (await hold(before))) || ((await hold(fresh)) as string);
  return own;
}

/** Holds an entry as long as the tab is there, and gives its name; `null` when another tab does. */
function hold(name: string): Promise<string | null> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(name);
  return new Promise((resolve) => {
    void locks.request(LOCK + name, { ifAvailable: true }, (lock) => {
      resolve(lock && name);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

/** Keeps the documents; `false` when the browser will not. */
export async function keepLarge(name: string, { list, open }: Documents): Promise<boolean> {
  try {
    const entry: Entry = { list, open, at: Date.now() };
    await inStore("readwrite", (store) => store.put(entry, name));
    return true;
  } catch {
    return false;
  }
}

/** Drops entries that belong to no open tab, when they are old. */
export async function dropLost(): Promise<void> {
  try {
    // Without locks nobody knows which tabs are open.
    const { held = [] } = await navigator.locks.query();
    const tooOld = IDBKeyRange.upperBound(Date.now() - KEPT_FOR);
    const names = await inStore<IDBValidKey[]>("readonly", (store) => store.index("at").getAllKeys(tooOld));
    const lost = names.map(String).filter((name) => !held.some((lock) => lock.name === LOCK + name));
    for (const name of lost) await dropLarge(name);
  } catch {
    // They are dropped another time.
  }
}

export async function keptLarge(name: string): Promise<Documents | null> {
  try {
    const entry = await inStore<Entry | undefined>("readonly", (store) => store.get(name));
    return entry ? { list: entry.list, open: entry.open } : null;
  } catch {
    return null;
  }
}

/** The entry of this tab goes. */
export async function dropLarge(name: string): Promise<void> {
  try {
    await inStore("readwrite", (store) => store.delete(name));
  } catch {
    // A database that is switched off holds nothing to drop.
  }
}

/** All of the database goes; where there is none, none is made. */
export function dropAllLarge(): void {
  try {
    indexedDB.deleteDatabase(NAME);
  } catch {
    // As above.
  }
}

/** Opened for each use alone: a connection that stays open keeps another tab from dropping the database. */
async function inStore<Result>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<Result> {
  const opening = indexedDB.open(NAME, 2);
  opening.onupgradeneeded = () => {
    const { result: database } = opening;
    if (database.objectStoreNames.contains(STORE)) database.deleteObjectStore(STORE);
    database.createObjectStore(STORE).createIndex("at", "at");
  };
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
