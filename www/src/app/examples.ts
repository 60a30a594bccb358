// Worked examples, invented for Jiyao; loaded when asked for.
import type { Strings } from "../i18n/strings.ts";

export type ExampleName = keyof Strings["exampleNames"];

const TEXTS: Record<ExampleName, () => Promise<{ default: string }>> = {
  plain: () => import("../examples/plain.txt?raw"),
  torn: () => import("../examples/torn.txt?raw"),
  several: () => import("../examples/several.txt?raw"),
};

export const EXAMPLES = Object.keys(TEXTS) as ExampleName[];

export async function exampleText(name: ExampleName): Promise<string> {
  return (await TEXTS[name]()).default;
}
