// What the page keeps in this browser, so that a reload loses nothing. All of it goes with "forget everything".

const PREFIX = "jiyao.";
/** Is written for a moment to tell the page's other tabs that everything was forgotten. */
const FORGETTING = "forgetting";

/** Keeps a value; `false` when the browser will not (full, or storage switched off). */
export function keep(name: string, value: string): boolean {
  return write(() => localStorage, name, value);
}

export function kept(name: string): string | null {
  return read(() => localStorage, name);
}

export function drop(name: string): void {
  remove(() => localStorage, name);
}

/** Keeps a value for a reload of this tab alone: another tab has its own. */
export function keepInTab(name: string, value: string): boolean {
  return write(() => sessionStorage, name, value);
}

export function keptInTab(name: string): string | null {
  return read(() => sessionStorage, name);
}

export function dropInTab(name: string): void {
  remove(() => sessionStorage, name);
}

/** Drops everything that the page has ever kept, and gives it back but for what was this tab's alone. */
export function forgetAll(): Map<string, string> {
  const stored = new Map<string, string>();
  for (const storage of [() => sessionStorage, () => localStorage]) {
    stored.clear();
    try {
      for (const [key, value] of Object.entries(storage())) {
        if (!key.startsWith(PREFIX)) continue;
        stored.set(key.slice(PREFIX.length), value);
        storage().removeItem(key);
      }
    } catch {
      // Storage that is switched off holds nothing to drop.
    }
  }
  return stored;
}

/** Keeps again what was dropped. */
export function restoreAll(stored: ReadonlyMap<string, string>): void {
  for (const [name, value] of stored) keep(name, value);
}

/** Tells the page's other tabs that everything is to be forgotten: what they hold would else be kept again. */
export function tellForgetting(): void {
  if (keep(FORGETTING, String(Date.now()))) drop(FORGETTING);
}

/** What another tab did, told by a `storage` event: the name of what was kept there, or that all was forgotten. */
export function toldBy({ key, newValue }: StorageEvent): "forgotten" | string | null {
  if (!key?.startsWith(PREFIX)) return null;
  const name = key.slice(PREFIX.length);
  if (name === FORGETTING) return newValue === null ? null : "forgotten";
  return name;
}

function write(storage: () => Storage, name: string, value: string): boolean {
  try {
    storage().setItem(PREFIX + name, value);
    return true;
  } catch {
    remove(storage, name);
    return false;
  }
}

function read(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function remove(storage: () => Storage, name: string): void {
  try {
    storage().removeItem(PREFIX + name);
  } catch {
    // As above.
  }
}
