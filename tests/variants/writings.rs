//! Other writings of a text. What is chosen at random is chosen by a [`Seed`].

use std::collections::HashSet;

use jiyao::RepairKind;

use crate::characters::{READINGS, TRADITIONAL, is_han};

/// Gives numbers that look random, the same ones in each run with this seed.
#[derive(Clone, Copy)]
pub struct Seed(pub u64);

impl Seed {
    /// A number below `below` for a place.
    pub fn choose(self, at: usize, below: usize) -> usize {
        let mut mixed = (self.0 << 32 ^ at as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ mixed >> 31) >> 33).expect("31 bits") % below.max(1)
    }

    /// A seed of its own for a part of a text.
    pub fn part(self, number: usize) -> Self {
        Self(self.choose(number, 1 << 31) as u64)
    }
}

/// Rewrites the text, but for lines in which characters are torn: what stands there are pieces of bytes, which other
/// characters in their place would not say.
pub fn whole_lines(text: &str, rewrite: impl Fn(usize, &str) -> String) -> String {
    let repairs = jiyao::analyze(text).source.repairs;
    let mut torn = repairs.iter().filter(|repair| repair.kind == RepairKind::Damaged).map(|repair| repair.span).peekable();
    let (mut out, mut end) = (String::new(), 0);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        end += u32::try_from(line.encode_utf16().count()).expect("a short line");
        let whole = torn.next_if(|span| span.start < end).is_none();
        while torn.next_if(|span| span.start < end).is_some() {}
        out.push_str(&if whole { rewrite(number, line) } else { line.to_owned() });
    }
    out
}

/// Each character by the one that `other` gives.
pub fn characters(text: &str, other: impl Fn(char) -> char) -> String {
    whole_lines(text, |_, line| line.chars().map(&other).collect())
}

pub fn traditional(text: &str) -> String {
    characters(text, |c| TRADITIONAL.get(&c).copied().unwrap_or(c))
}

/// A gloss behind one in `one_in` characters, as `gloss` writes it.
pub fn glossed(text: &str, seed: Seed, one_in: usize, gloss: impl Fn(&str, usize) -> String) -> String {
    whole_lines(text, |number, line| glossed_line(line, seed.part(number), one_in, &gloss))
}

fn glossed_line(line: &str, seed: Seed, one_in: usize, gloss: impl Fn(&str, usize) -> String) -> String {
    let mut out = String::new();
    let mut chars = line.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        out.push(c);
        // Where a gloss stands already no program writes a second one.
        let free = chars.peek().is_none_or(|(_, next)| !matches!(next, '(' | '（' | '['));
        if free
            && seed.choose(3 * at, one_in) == 0
            && let Some(readings) = READINGS.get(&c)
        {
            out.push_str(&gloss(&readings[seed.choose(3 * at + 1, readings.len())], seed.choose(3 * at + 2, 1 << 31)));
        }
    }
    out
}

/// A reading without its tone.
pub fn toneless(reading: &str) -> String {
    let plain = |c: char| match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'ü',
        'ń' | 'ň' | 'ǹ' => 'n',
        _ => c,
    };
    reading.chars().map(plain).collect()
}

/// Marks beside Chinese characters in another width: each one that stands in `from` becomes the one of the same place in `to`.
pub fn marks(text: &str, from: &str, to: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let beside = |at: usize| at > 0 && is_han(chars[at - 1]) || chars.get(at + 1).is_some_and(|&c| is_han(c));
    let other = |c: char| from.chars().zip(to.chars()).find(|(old, _)| *old == c).map_or(c, |(_, new)| new);
    chars.iter().enumerate().map(|(at, &c)| if beside(at) { other(c) } else { c }).collect()
}

pub fn half_width(text: &str) -> String {
    marks(text, "，；：！？", ",;:!?")
}

pub fn full_width(text: &str) -> String {
    whole_lines(text, |_, line| marks(line, ",;:!?", "，；：！？"))
}

/// Digits and letters in full width, but for those of glosses and addresses.
pub fn full_width_digits(text: &str) -> String {
    whole_lines(text, |_, line| {
        let wide = |c: char| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
        if line.contains('/') { line.to_owned() } else { outside_brackets(line, wide) }
    })
}

fn outside_brackets(line: &str, other: impl Fn(char) -> char) -> String {
    let mut inside = false;
    let each = |c: char| {
        inside = matches!(c, '(' | '（' | '[') || inside && !matches!(c, ')' | '）' | ']');
        if inside { c } else { other(c) }
    };
    line.chars().map(each).collect()
}

/// `space` between each number and the Chinese characters beside it: 参会 150 余人.
pub fn numbers_apart(text: &str, space: &str) -> String {
    whole_lines(text, |_, line| {
        let mut out = String::new();
        let mut last = '\n';
        for c in line.chars() {
            if last.is_ascii_digit() && is_han(c) || is_han(last) && c.is_ascii_digit() {
                out.push_str(space);
            }
            out.push(c);
            last = c;
        }
        out
    })
}

/// Characters that are not seen, strewn in before one in eight.
pub fn unseen(text: &str, seed: Seed) -> String {
    const UNSEEN: [char; 6] = ['\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{fe0f}'];
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if seed.choose(2 * at, 8) == 0 {
            out.push(UNSEEN[seed.choose(2 * at + 1, UNSEEN.len())]);
        }
        out.push(c);
    }
    out
}

/// The text with `between` at each line end and `before` at the start of each line.
pub fn lines(text: &str, between: &str, before: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{before}{line}") }).collect();
    lines.join(between)
}

/// One of the paragraphs twice. Short lines can stand twice for good reason, so only those that are paragraphs count.
pub fn doubled(text: &str, seed: Seed) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let long: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].chars().filter(|&c| is_han(c)).count() >= 30).collect();
    let Some(&chosen) = long.get(seed.choose(lines.len(), long.len())) else { return text.to_owned() };
    let mut out = lines.clone();
    out.insert(chosen, lines[chosen]);
    out.join("\n")
}

/// How a text is wrapped.
#[derive(Clone, Copy)]
pub struct Wrapping {
    /// What stands before each paragraph.
    pub indent: &'static str,
    /// What stands between paragraphs.
    pub between: &'static str,
    /// A mark that may not begin a line hangs behind the one before.
    pub hanging: bool,
}

/// Each line cut at `columns` columns, in which a Chinese character takes two; Latin words and numbers stay whole.
pub fn wrapped(text: &str, columns: usize, wrapping: Wrapping) -> String {
    text.lines()
        .map(|line| if line.trim().is_empty() { "\n".to_owned() } else { cut(line, columns, wrapping) + wrapping.between })
        .collect()
}

/// Whether the wrapped text leaves open where its paragraphs end: a line in mid-paragraph ends with a final mark, or a
/// heading nearly fills its line.
pub fn leaves_paragraphs_open(text: &str, wrapped: &str, columns: usize) -> bool {
    let is_final = |line: &&str| line.trim_end().ends_with(['。', '！', '？', '!', '?', '…', '】']);
    let open_and_full = |line: &str| !is_final(&line) && width(line) + 4 >= columns;
    let end_of = |line: &str| line.trim().char_indices().rev().take(5).last().map_or(0, |(start, _)| start);
    let last_lines: HashSet<&str> = text.lines().map(|line| &line.trim()[end_of(line)..]).collect();
    text.lines().filter(is_final).count() != wrapped.lines().filter(is_final).count()
        || wrapped.lines().any(|line| open_and_full(line) && last_lines.iter().any(|end| !end.is_empty() && line.ends_with(end)))
}

fn cut(line: &str, columns: usize, wrapping: Wrapping) -> String {
    let mut out = wrapping.indent.to_owned();
    let mut used = width(&out);
    for word in words(line.trim()) {
        let hangs = wrapping.hanging && word.starts_with(['，', '。', '、', '；', '：', '！', '？', '”', '）', '》', ',', ')']);
        if used > 0 && used + width(word) > columns && !hangs {
            out.push('\n');
            used = 0;
        }
        let word = if used == 0 { word.trim_start() } else { word };
        out.push_str(word);
        used += width(word);
    }
    out
}

/// The pieces that no line break parts: single characters, and words, numbers and dates with the marks between them.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let goes_on = |c: char| c.is_ascii_graphic() || (c.is_alphanumeric() && c < '\u{2e80}');
        let run = rest.find(|c| !goes_on(c)).unwrap_or(rest.len());
        // A mark between Chinese words draws nothing along.
        let run = if matches!(first, ',' | ')') { 0 } else { run };
        let (word, behind) = rest.split_at(run.max(first.len_utf8()));
        words.push(word);
        rest = behind;
    }
    words
}

fn width(word: &str) -> usize {
    word.chars().map(|c| if c >= '\u{2e80}' || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·') { 2 } else { 1 }).sum()
}

/// Paragraphs run together: behind a line that ends a sentence, `between` stands in place of the line break. Breaks behind
/// headings, data lines and items without a final mark stay, since nothing else tells where those end; so do breaks
/// at the edges of reports and in lines that lie in none.
pub fn joined(text: &str, between: &str) -> String {
    let reports = jiyao::analyze(text).reports;
    let mut out = String::new();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += u32::try_from(line.encode_utf16().count()).expect("a short line");
        let words = line.trim_end();
        let inside = reports.iter().any(|report| report.span.start < end && end < report.span.end);
        if inside && words.ends_with(['。', '！', '？', '；']) {
            out.push_str(words);
            out.push_str(between);
        } else {
            out.push_str(line);
        }
    }
    out
}
