// A drawing of the page as a file of its own.

/** What gives a shape its look. Programs that draw SVG know attributes, and few know the page's custom properties. */
const LOOKS = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor"] as const;
/** What only the page has a use for. */
const LEFT_OUT = /^(role|tabindex|class|style|data-|aria-)/;

/** The drawing as it looks on a light page, with its words as words. */
export function svgDocument(svg: SVGSVGElement): string {
  svg.style.colorScheme = "light";
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>("*");
  for (const [index, element] of copy.querySelectorAll<SVGElement>("*").entries()) {
    const original = originals[index];
    const style = original && getComputedStyle(original);
    for (const { name } of [...element.attributes]) if (LEFT_OUT.test(name)) element.removeAttribute(name);
    if (style && original instanceof SVGGraphicsElement)
      for (const look of LOOKS) element.setAttribute(look, style.getPropertyValue(look));
  }
  svg.style.colorScheme = "";
  for (const { name } of [...copy.attributes]) if (LEFT_OUT.test(name)) copy.removeAttribute(name);
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode as Comment);
  for (const comment of comments) comment.remove();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
