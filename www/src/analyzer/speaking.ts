import { LitElement } from "lit";
import { type Language, languageOf } from "../i18n/languages.ts";

/** An element of the page around it: it speaks the language of its attribute `lang`, or that of what is around it. */
export class SpeakingElement extends LitElement {
  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the attributes of each class are its own
    return [...super.observedAttributes, "lang"];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === "lang") this.requestUpdate();
  }

  /** The language of the element's own words. */
  get language(): Language {
    return languageOf(this);
  }
}
