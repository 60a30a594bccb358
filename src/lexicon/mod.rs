//! The word lists: one tree of all of them, packed when the crate is compiled.
//!
//! Each file of `data/lexicon/` is a [`Class`]; a word may stand in several. A text is scanned once
//! ([`Matches::scan`]); the stages then ask which words start or end where. A [`PersonalLexicon`] is laid over the lists.

mod personal;

use crate::trie::Trie;

use personal::OwnMatch;
pub use personal::{OwnWords, PersonalEntry, PersonalLexicon, WordKind};

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

    /// The set of this class alone, which some word of the lists must have.
    fn only(class: Class) -> Option<Self> {
        let mut wanted = ClassBits::default();
        wanted[class as usize / 64] = 1 << (class as usize % 64);
        SETS.binary_search(&wanted).ok().and_then(|set| u16::try_from(set).ok()).map(Self)
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
    /// Words of a personal lexicon, in the order of their start, shorter ones first.
    own: Vec<OwnMatch>,
    /// The words of a personal lexicon that are no names, sorted.
    refused: Vec<String>,
}

impl Matches {
    /// Finds all words in the characters, in time linear in their number.
    #[must_use]
    pub fn scan(chars: &[char]) -> Self {
        Self::scan_with(chars, &OwnWords::default())
    }

    /// Finds all words, those of a personal lexicon too; its posts are posts for every rule.
    #[must_use]
    pub fn scan_with(chars: &[char], own_words: &OwnWords) -> Self {
        let (mut found, mut own) = (Vec::new(), Vec::new());
        let mut starts = Vec::with_capacity(chars.len() + 2);
        for start in 0..chars.len() {
            starts.push(index(found.len()));
            let words = LEXICON.prefixes(&chars[start..]);
            found.extend(words.map(|(length, set)| Match { start, end: start + length, classes: Classes(set - 1) }));
            if !own_words.is_empty() {
                let before = own.len();
                own_words.add_at(chars, start, &mut own);
                add_nouns(&own[before..], &mut found);
            }
        }
        starts.push(index(found.len()));
        starts.push(index(found.len()));
        let (by_end, ends) = order_by_end(&found, chars.len());
        let refused = own_words.refused().collect();
        Self { found, starts, by_end, ends, own, refused }
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
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn longest(&self, at: usize, limit: usize, class: Class) -> Option<usize> {
        self.starting(at).iter().rev().find(|m| m.classes.has(class) && m.end <= limit).map(|m| m.end)
    }

    /// The start of the longest word of a class that ends at a position and starts at `limit` or after.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn longest_before(&self, end: usize, limit: usize, class: Class) -> Option<usize> {
        self.ending(end).find(|m| m.classes.has(class) && m.start >= limit).map(|m| m.start)
    }

    /// Whether exactly these characters are a word of the class.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn is(&self, start: usize, end: usize, class: Class) -> bool {
        self.starting(start).iter().any(|m| m.end == end && m.classes.has(class))
    }

    /// The first word of a class that starts in a range and ends in it, as (start, end); the longest of those that start there.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn first(&self, start: usize, end: usize, class: Class) -> Option<(usize, usize)> {
        (start..end).find_map(|at| self.longest(at, end, class).map(|to| (at, to)))
    }

    /// The end of the longest word of this kind in the personal lexicon that starts at a character and ends at `limit` or before.
    #[must_use]
    pub fn own(&self, at: usize, limit: usize, kind: WordKind) -> Option<usize> {
        self.own_from(at).take_while(|m| m.start == at).filter(|m| m.kind == kind && m.end <= limit).map(|m| m.end).last()
    }

    /// The words of this kind in the personal lexicon that stand in a range, as (start, end).
    pub fn own_in(&self, start: usize, end: usize, kind: WordKind) -> impl Iterator<Item = (usize, usize)> {
        self.own_from(start).take_while(move |m| m.start < end).filter(move |m| m.kind == kind && m.end <= end).map(|m| (m.start, m.end))
    }

    /// Whether the personal lexicon says that exactly these characters are no name.
    #[must_use]
    pub fn refuses_at(&self, start: usize, end: usize) -> bool {
        self.own_from(start).take_while(|m| m.start == start).any(|m| m.kind == WordKind::NotName && m.end == end)
    }

    /// Whether the personal lexicon says that this is no name.
    #[must_use]
    pub fn refuses(&self, name: &str) -> bool {
        self.refused.binary_search_by(|word| word.as_str().cmp(name)).is_ok()
    }

    fn own_from(&self, at: usize) -> impl Iterator<Item = &OwnMatch> {
        let from = if self.own.is_empty() { 0 } else { self.own.partition_point(|m| m.start < at) };
        self.own[from..].iter()
    }
}

fn index(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Adds the posts and bodies among one's own words that start at one character, in the order of their length with the words there.
fn add_nouns(own: &[OwnMatch], found: &mut Vec<Match>) {
    for noun in own {
        let class = match noun.kind {
            WordKind::Post => Class::PostHeads,
            WordKind::Organization => Class::OrganizationHeads,
            WordKind::Person | WordKind::Honour | WordKind::NotName => continue,
        };
        let Some(classes) = Classes::only(class) else { continue };
        let behind = found.iter().rev().take_while(|m| m.start == noun.start && m.end > noun.end).count();
        found.insert(found.len() - behind, Match { start: noun.start, end: noun.end, classes });
    }
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

    #[test]
    fn a_post_of_ones_own_is_a_post_among_the_others() {
        let entries = vec![PersonalEntry { word: "县委副".to_owned(), kind: WordKind::Post }];
        let chars: Vec<char> = "县委副书记".chars().collect();
        let matches = Matches::scan_with(&chars, &OwnWords::new(&PersonalLexicon { entries }));
        assert!(matches.is(0, 3, Class::PostHeads));
        assert_eq!(matches.longest_before(3, 0, Class::PostHeads), Some(0));
        assert!(matches.starting(0).is_sorted_by_key(|m| m.end));
    }
}
