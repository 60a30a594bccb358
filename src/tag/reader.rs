//! What the rules ask of a text: characters, words, brackets, numbers, boundaries.

use crate::lexicon::{Class, Matches};
use crate::text::CharSpan;

/// A clean text with its words and brackets. All positions are indices of clean characters.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The characters.
    pub chars: &'a [char],
    /// The words of the lexicon in them.
    pub words: &'a Matches,
    /// The first character of the stretch that `closing` speaks of.
    offset: usize,
    /// For an opening bracket or quotation mark the position behind its partner, else 0.
    closing: Vec<u32>,
}

const PAIRS: [(char, char); 7] = [('（', '）'), ('(', ')'), ('《', '》'), ('“', '”'), ('‘', '’'), ('【', '】'), ('〈', '〉')];

impl<'a> Reader<'a> {
    /// Prepares the rules' view of one report.
    #[must_use]
    pub fn new(chars: &'a [char], words: &'a Matches, span: CharSpan) -> Self {
        let mut closing = vec![0; span.len()];
        let mut open: Vec<usize> = Vec::new();
        for at in span.range() {
            let c = chars[at];
            if c == '\n' {
                open.clear();
            } else if PAIRS.iter().any(|&(left, _)| left == c) {
                open.push(at);
            } else if let Some(&(left, _)) = PAIRS.iter().find(|&&(_, right)| right == c)
                && let Some(&start) = open.last()
                && chars[start] == left
            {
                open.pop();
                closing[start - span.start] = u32::try_from(at + 1).unwrap_or(0);
            }
        }
        Self { chars, words, offset: span.start, closing }
    }

    /// The character at a position, brackets in full width; a line break past the end.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn at(&self, at: usize) -> char {
        match self.chars.get(at) {
            Some('(') => '（',
            Some(')') => '）',
            Some(&c) => c,
            None => '\n',
        }
    }

    /// The text of a span, as far as there is text.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn text(&self, start: usize, end: usize) -> String {
        let end = end.min(self.chars.len());
        self.chars[start.min(end)..end].iter().collect()
    }

    /// The name of a person that stands here: without the space that parts a surname from a given name of one character (张 铎).
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn name(&self, span: CharSpan) -> String {
        let latin = span.range().any(|at| self.at(at).is_ascii_alphabetic());
        let name = self.text(span.start, span.end);
        if latin { name } else { name.replace(' ', "") }
    }

    /// The position behind the bracketed or quoted piece that starts here (`《…》`), if one does.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn closing(&self, at: usize) -> Option<usize> {
        let end = *self.closing.get(at.checked_sub(self.offset)?)? as usize;
        (end > 0).then_some(end)
    }

    /// The next position behind `at`: a bracketed piece is stepped over as one.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn step(&self, at: usize) -> usize {
        self.closing(at).unwrap_or(at + 1)
    }

    /// Whether the piece ends here: a mark that separates clauses or items, or the end.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is_boundary(&self, at: usize, limit: usize) -> bool {
        at >= limit || is_mark(self.at(at))
    }

    /// The end of the longest word of a class that starts here.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn word(&self, at: usize, limit: usize, class: Class) -> Option<usize> {
        self.words.longest(at, limit, class)
    }

    /// The longest number that is read as one, in characters.
    const LONGEST_NUMBER: usize = 20;

    /// The number that starts here (31, 1,208, 十二, 百余), as (end, value). 余 and 多 behind it belong to it.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn number(&self, at: usize, limit: usize) -> Option<(usize, u32)> {
        let limit = limit.min(at + Self::LONGEST_NUMBER);
        let (mut end, value) = self.arabic(at, limit).or_else(|| self.chinese(at, limit))?;
        while end < limit && matches!(self.at(end), '余' | '多' | '来' | '几') {
            end += 1;
        }
        Some((end, value))
    }

    fn arabic(&self, at: usize, limit: usize) -> Option<(usize, u32)> {
        let mut end = at;
        let mut value = 0_u32;
        while end < limit {
            match self.at(end) {
                digit if digit.is_ascii_digit() => value = value.saturating_mul(10).saturating_add(digit.to_digit(10)?),
                ',' if end > at && self.at(end + 1).is_ascii_digit() => {}
                _ => break,
            }
            end += 1;
        }
        if end < limit && end > at && self.at(end) == '万' {
            return Some((end + 1, value.saturating_mul(10_000)));
        }
        (end > at).then_some((end, value))
    }

    fn chinese(&self, at: usize, limit: usize) -> Option<(usize, u32)> {
        let mut end = at;
        let (mut total, mut digit) = (0_u32, 0_u32);
        while end < limit {
            let c = self.at(end);
            if let Some(value) = "〇一二三四五六七八九".chars().position(|d| d == c) {
                digit = u32::try_from(value).ok()?;
            } else if c == '两' {
                digit = 2;
            } else if c == '零' && end > at {
                digit = 0;
            } else if let Some(power) = "十百千万".chars().position(|d| d == c) {
                let unit = 10_u32.pow(u32::try_from(power).ok()? + 1);
                total = total.saturating_add(digit.max(1).saturating_mul(unit));
                digit = 0;
            } else {
                break;
            }
            end += 1;
        }
        (end > at).then_some((end, total.saturating_add(digit)))
    }
}

/// Whether a character separates clauses or items.
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn is_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | '。' | '！' | '？' | '\n' | ',' | ';' | ':' | '—' | '…' | '!' | '?' | '．')
}
