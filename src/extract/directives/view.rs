//! What the rules of this folder look at: the clean characters with the lexicon and the people in them.

use crate::lexicon::{Class, Matches};
use crate::tag::PersonMention;
use crate::text::{CharSpan, is_bullet};

/// The longest word of the lists that this folder asks whether they cover a character.
const LONGEST_WORD: usize = 8;

/// Clean characters, their words and the people in them.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub chars: &'a [char],
    pub matches: &'a Matches,
    pub mentions: &'a [PersonMention],
}

impl<'a> View<'a> {
    /// The character at a position; a space behind the end.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn at(self, position: usize) -> char {
        self.chars.get(position).copied().unwrap_or(' ')
    }

    /// The character before a position; a space before the first.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn before(self, position: usize) -> char {
        position.checked_sub(1).map_or(' ', |at| self.at(at))
    }

    /// Whether a word of the class stands in the range.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn has(self, start: usize, end: usize, class: Class) -> bool {
        self.matches.first(start, end, class).is_some()
    }

    /// Whether a word of the class holds the character.
    pub fn covered(self, at: usize, class: Class) -> bool {
        (at.saturating_sub(LONGEST_WORD)..=at).any(|start| self.matches.starting(start).iter().any(|m| m.end > at && m.classes.has(class)))
    }

    /// The people who are named in a range, in order.
    pub fn people(self, start: usize, end: usize) -> &'a [PersonMention] {
        let from = self.mentions.partition_point(|mention| mention.span.start < start);
        let to = self.mentions.partition_point(|mention| mention.span.start < end);
        &self.mentions[from..to.max(from)]
    }

    /// Whether a person's name holds the character.
    pub fn in_name(self, at: usize) -> bool {
        let next = self.mentions.partition_point(|mention| mention.span.start <= at);
        next.checked_sub(1).is_some_and(|last| self.mentions[last].span.contains(at))
    }

    /// Skips words of a class, one after the other.
    pub fn skip(self, mut at: usize, end: usize, class: Class) -> usize {
        while let Some(next) = self.matches.longest(at, end, class) {
            at = next;
        }
        at
    }

    /// The clauses of a span: they end before ， and ：.
    pub fn clauses(self, span: CharSpan) -> impl Iterator<Item = CharSpan> + 'a {
        let chars = self.chars;
        let mut start = span.start;
        std::iter::from_fn(move || {
            if start >= span.end {
                return None;
            }
            let end = (start..span.end).find(|&at| matches!(chars[at], '，' | '：')).unwrap_or(span.end);
            let clause = CharSpan::new(start, end);
            start = end + 1;
            Some(clause)
        })
    }

    /// A span without the quotation marks that enclose all of it.
    pub fn unquote(self, span: CharSpan) -> CharSpan {
        let quoted = span.len() > 2 && self.at(span.start) == '“' && span.range().find(|&at| self.at(at) == '”') == Some(span.end - 1);
        if quoted { self.trim(CharSpan::new(span.start + 1, span.end - 1)) } else { span }
    }

    /// A span without the marks and spaces around it, and without a quotation mark whose other half is outside.
    pub fn trim(self, span: CharSpan) -> CharSpan {
        let CharSpan { mut start, mut end } = span;
        let chars = &self.chars[span.range()];
        let opens = chars.iter().any(|c| matches!(c, '“' | '「'));
        let closes = chars.iter().any(|c| matches!(c, '”' | '」'));
        loop {
            let before = (start, end);
            while start < end && is_mark(self.at(start)) {
                start += 1;
            }
            while start < end && is_mark(self.before(end)) {
                end -= 1;
            }
            if start < end && !closes && matches!(self.at(start), '“' | '「') {
                start += 1;
            }
            if start < end && !opens && matches!(self.before(end), '”' | '」') {
                end -= 1;
            }
            if before == (start, end) {
                return CharSpan::new(start, end);
            }
        }
    }
}

/// Marks that stand between clauses and sentences, and white space.
pub(super) fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | '、' | '…' | ';' | ',' | ':') || is_bullet(c)
}
