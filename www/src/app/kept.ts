// What the page keeps in this browser, so that a reload loses nothing. All of it goes with "forget everything".

const PREFIX = "jiyao.";

/** Keeps a value; `false` when the browser will not (full, or storage switched off). */
export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    drop(name);
    return false;
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function drop(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Storage that is switched off holds nothing to drop.
  }
}

/** Drops everything that the page has ever kept, and gives it back. */
export function forgetAll(): Map<string, string> {
  const stored = new Map<string, string>();
  try {
    for (const [key, value] of Object.entries(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      stored.set(key.slice(PREFIX.length), value);
      localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
  return stored;
}

/** Keeps again what was dropped. */
export function restoreAll(stored: ReadonlyMap<string, string>): void {
  for (const [name, value] of stored) keep(name, value);
}
