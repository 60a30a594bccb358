/** Registers a custom element; where the page has one of this name already, that one stays. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Sends what happened out of the component, across shadow roots. */
export function send<Detail>(from: EventTarget, type: string, detail: Detail): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
