// How Word writes a number of a list: the formats of ECMA-376, 17.18.59 (ST_NumberFormat).

type Format = (number: number) => string;

const DIGITS = "〇一二三四五六七八九";

/** Characters that count from one; what lies behind the last one is written in digits. */
const characters =
  (list: string): Format =>
  (number) =>
    [...list][number - 1] ?? String(number);

/** Characters that follow each other in Unicode; what lies behind the last one is written in digits. */
const following =
  (first: string, last: number): Format =>
  (number) =>
    number >= 1 && number <= last ? String.fromCodePoint((first.codePointAt(0) ?? 0) + number - 1) : String(number);

const digits =
  (zero: string): Format =>
  (number) =>
    [...String(number)].map((digit) => [...zero][Number(digit)]).join("");

/** 一百零一 and the like, up to 9999. */
function thousands(number: number, numerals: string, units: readonly string[], withOnes: boolean): string {
  if (number < 1 || number > 9999) return String(number);
  const [zero, ...ones] = numerals;
  let written = "";
  let gap = false;
  for (const [index, digit] of [...String(number)].map(Number).entries()) {
    const unit = units[String(number).length - 1 - index] ?? "";
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap && zero !== " ") written += zero;
    gap = false;
    // 十一, not 一十一; elsewhere a unit keeps its 一 where the format says so.
    const bare = digit === 1 && unit !== "" && (!withOnes || (unit === "十" && !written));
    written += (bare ? "" : ones[digit - 1]) + unit;
  }
  return written;
}

const UNITS = ["", "十", "百", "千"];

const counted: Format = (number) => thousands(number, "零一二三四五六七八九", UNITS, true);

const legal =
  (numerals: string): Format =>
  (number) =>
    thousands(number, numerals, ["", "拾", "佰", "仟"], true);

const japanese: Format = (number) => thousands(number, " 一二三四五六七八九", UNITS, false);

/** In tens up to 九十九, behind that digit by digit. */
const chinese: Format = (number) => (number < 100 ? counted(number) : digits(DIGITS)(number));

/** a to z, then aa to zz, then aaa. */
const letters: Format = (number) =>
  number < 1 ? String(number) : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const ROMAN = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

const roman: Format = (number) => {
  let rest = number;
  let written = "";
  for (const [value, sign] of ROMAN) {
    written += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return written;
};

const upper =
  (format: Format): Format =>
  (number) =>
    format(number).toUpperCase();

const circled = characters("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿");

const FORMATS: Record<string, Format> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalFullWidth: digits("０１２３４５６７８９"),
  decimalFullWidth2: digits("０１２３４５６７８９"),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: following("⒈", 20),
  decimalEnclosedParen: following("⑴", 20),
  chineseCounting: chinese,
  taiwaneseCounting: chinese,
  chineseCountingThousand: counted,
  taiwaneseCountingThousand: counted,
  chineseLegalSimplified: legal("零壹贰叁肆伍陆柒捌玖"),
  ideographLegalTraditional: legal("零壹貳參肆伍陸柒捌玖"),
  japaneseCounting: japanese,
  ideographDigital: digits(DIGITS),
  taiwaneseDigital: digits(DIGITS),
  japaneseDigitalTenThousand: digits(DIGITS),
  ideographTraditional: characters("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: characters("子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: following("㊀", 10),
  lowerLetter: letters,
  upperLetter: upper(letters),
  lowerRoman: roman,
  upperRoman: upper(roman),
};

/** A number as one of Word's formats writes it; in digits where it has none, or one that is not known. */
export function numberAs(format: string, number: number): string {
  return (FORMATS[format] ?? String)(number);
}
