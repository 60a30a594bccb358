//! The word lists: one tree of all of them, packed when the crate is compiled.
//!
//! Each file of `data/lexicon/` is a [`Class`]; a word may stand in several. A text is scanned once
//! ([`Matches::scan`]); the stages then ask which words start or end where.

use crate::trie::Trie;

include!(concat!(env!("OUT_DIR"), "/classes.rs"));

include!(concat!(env!("OUT_DIR"), "/LEXICON.rs"));

/// A set of classes (an index into the table of all sets).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Classes(u16);

impl Classes {
    /// Whether the class is one of them.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        SETS[usize::from(self.0)][class as usize / 64] & (1 << (class as usize % 64)) != 0
    }
}

/// A word of the lexicon, found in a text.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// Its first character.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What it can be.
    pub classes: Classes,
}

/// All words of the lexicon in a text, overlapping ones too.
#[derive(Debug, Clone, Default)]
pub struct Matches {
    /// In the order of their start, shorter ones first.
    found: Vec<Match>,
    /// For each character the index in `found` of the first word that starts there or later.
    starts: Vec<u32>,
    /// Indices in `found` in the order of their end, longer ones first.
    by_end: Vec<u32>,
    /// For each position the index in `by_end` of the first word that ends there or later.
    ends: Vec<u32>,
}

impl Matches {
    /// Finds all words in the characters, in time linear in their number.
    #[must_use]
    pub fn scan(chars: &[char]) -> Self {
        let mut found = Vec::new();
        let mut starts = Vec::with_capacity(chars.len() + 2);
        for start in 0..chars.len() {
            starts.push(index(found.len()));
            let words = LEXICON.prefixes(&chars[start..]);
            found.extend(words.map(|(length, set)| Match { start, end: start + length, classes: Classes(set - 1) }));
        }
        starts.push(index(found.len()));
        starts.push(index(found.len()));
        let (by_end, ends) = order_by_end(&found, chars.len());
        Self { found, starts, by_end, ends }
    }

    /// The words that start at a character, shorter ones first.
    #[must_use]
    pub fn starting(&self, at: usize) -> &[Match] {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.found[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The words that end before position `end`, longer ones first.
    pub fn ending(&self, end: usize) -> impl Iterator<Item = &Match> {
        let range = match (self.ends.get(end), self.ends.get(end + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => 0..0,
        };
        self.by_end[range].iter().map(|&i| &self.found[i as usize])
    }

    /// The end of the longest word of a class that starts at a character and ends at `limit` or before.
    #[must_use]
    pub fn longest(&self, at: usize, limit: usize, class: Class) -> Option<usize> {
        self.starting(at).iter().rev().find(|m| m.classes.has(class) && m.end <= limit).map(|m| m.end)
    }

    /// The start of the longest word of a class that ends at a position and starts at `limit` or after.
    #[must_use]
    pub fn longest_before(&self, end: usize, limit: usize, class: Class) -> Option<usize> {
        self.ending(end).find(|m| m.classes.has(class) && m.start >= limit).map(|m| m.start)
    }

    /// Whether exactly these characters are a word of the class.
    #[must_use]
    pub fn is(&self, start: usize, end: usize, class: Class) -> bool {
        self.starting(start).iter().any(|m| m.end == end && m.classes.has(class))
    }

    /// The first word of a class that starts in a range and ends in it, as (start, end); the longest of those that start there.
    #[must_use]
    pub fn first(&self, start: usize, end: usize, class: Class) -> Option<(usize, usize)> {
        (start..end).find_map(|at| self.longest(at, end, class).map(|to| (at, to)))
    }
}

fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn order_by_end(found: &[Match], length: usize) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0_u32; length + 2];
    for m in found {
        ends[m.end + 1] += 1;
    }
    for at in 1..ends.len() {
        ends[at] += ends[at - 1];
    }
    let mut next = ends.clone();
    let mut by_end = vec![0; found.len()];
    for (i, m) in found.iter().enumerate() {
        by_end[next[m.end] as usize] = index(i);
        next[m.end] += 1;
    }
    (by_end, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_from_both_ends() {
        let chars: Vec<char> = "县委副书记出席会议".chars().collect();
        let matches = Matches::scan(&chars);
        assert_eq!(matches.longest(5, chars.len(), Class::RoleAttend), Some(7));
        assert_eq!(matches.longest_before(7, 0, Class::RoleAttend), Some(5));
        assert!(matches.is(5, 7, Class::RoleAttend));
        assert!(!matches.is(5, 8, Class::RoleAttend));
    }
}
