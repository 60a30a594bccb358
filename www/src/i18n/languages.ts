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

function localeOf(tag: string): { language?: string; script?: string | undefined; region?: string | undefined } {
  try {
    return new Intl.Locale(tag);
  } catch {
    return {};
  }
}
