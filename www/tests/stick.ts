// The single file alone in a folder with an awkward name, as on somebody's stick.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where the build put a file. */
export const built = (name: string): string => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

/** Hands over the address of the file; afterwards the folder is gone. */
export async function withStick(use: (address: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiyao-stick-"));
  const file = join(folder, "U盘 #1", "jiyao.html");
  mkdirSync(join(folder, "U盘 #1"));
  copyFileSync(built("jiyao.html"), file);
  await use(pathToFileURL(file).href);
  rmSync(folder, { recursive: true });
}
