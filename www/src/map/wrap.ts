// Chinese words in lines of a given width.

/** What may not begin a line hangs behind the one before (避头). */
const CLOSING = /^[，。、；：？！）》〉”’」』】…—,.;:?!%)\]]/u;
/** What may not end a line goes with what follows (避尾). */
const OPENING = /[（《〈“‘「『【(\u005B]$/u;
/** A run of Latin letters or digits is not broken, within reason; every other character may begin a line. */
const UNITS = /[\p{Script=Latin}\p{N}.%]{1,24}|./gu;

/** Breaks words into at most `most` lines; what does not fit is left out behind an ellipsis. */
export function wrap(words: string, width: number, most: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of words.replace(/\s+/gu, " ").match(UNITS) ?? []) {
    if (line && !CLOSING.test(unit) && measure(line + unit) > width) {
      const opening = OPENING.exec(line)?.[0] ?? "";
      lines.push(line.slice(0, line.length - opening.length));
      line = opening + unit;
      if (lines.length === most) {
        lines[most - 1] += "…";
        return lines;
      }
    } else line += unit;
  }
  return [...lines, line];
}
