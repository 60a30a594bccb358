import { en } from "./en.ts";
import type { Strings } from "./strings.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

export type Language = Strings["lang"];

export const LANGUAGES: Record<Language, Strings> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** The language of the page for somebody whose browser prefers `preferred`, in that order. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const { language, script, region } = localeOf(tag);
    if (language === "zh")
      return script === "Hant" || ["TW", "HK", "MO"].includes(region ?? "") ? "zh-Hant" : "zh-Hans";
    if (language === "en") return "en";
  }
  return "en";
}

/** The language of an element: its own or that of what is around it, where Jiyao speaks it; else that of the browser. */
export function languageOf(element: Element): Language {
  return chooseLanguage([...langsAround(element), ...navigator.languages]);
}

function* langsAround(element: Element): Generator<string> {
  for (let at: Element | null = element; at; ) {
    const named: HTMLElement | null = at.closest<HTMLElement>("[lang]");
    if (named?.lang) {
      yield named.lang;
      return;
    }
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
}

function localeOf(tag: string): { language?: string; script?: string | undefined; region?: string | undefined } {
  try {
    return new Intl.Locale(tag);
  } catch {
    return {};
  }
}
