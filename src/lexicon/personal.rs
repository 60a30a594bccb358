//! 个人词库: words that somebody vouches for, laid over the lists of the program.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clean;

/// The longest word that is looked for, in characters: so a text stays read in time linear in its length.
const LONGEST: usize = 40;

/// Somebody's own words: who is a person, what is a post, an honour or a body, and what is no name. They win over Jiyao's own lists and
/// rules.
///
/// As a file it is JSON; a word stands once, and of several entries for it the last one holds:
///
/// ```json
/// { "entries": [{ "word": "楼栋长", "kind": "post" }, { "word": "应急", "kind": "notName" }] }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PersonalLexicon {
    /// The words.
    pub entries: Vec<PersonalEntry>,
}

/// A word of a [`PersonalLexicon`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct PersonalEntry {
    /// The word, of 2 to 40 characters (others are passed over), in simplified or traditional characters.
    pub word: String,
    /// What it is.
    pub kind: WordKind,
}

/// What a word of a [`PersonalLexicon`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum WordKind {
    /// 人名: the full name of a person.
    Person,
    /// 职务: a post that stands before or behind a name.
    Post,
    /// 荣誉: an honour as a whole.
    Honour,
    /// 单位: the full name of a body.
    Organization,
    /// 不是名字: the name of no person, body or group; a longer or shorter one may still be.
    NotName,
}

impl WordKind {
    /// The kind of this name, as the file has it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let kinds = [
            ("person", Self::Person),
            ("post", Self::Post),
            ("honour", Self::Honour),
            ("organization", Self::Organization),
            ("notName", Self::NotName),
        ];
        kinds.into_iter().find(|&(known, _)| known == name).map(|(_, kind)| kind)
    }
}

/// A word of one's own in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnMatch {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: WordKind,
}

/// A personal lexicon, ready to be looked for: clean words, sorted, each once.
#[derive(Clone, Default)]
pub struct OwnWords(Vec<(Vec<char>, WordKind)>);

impl fmt::Debug for OwnWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnWords").field(&self.0.len()).finish()
    }
}

impl OwnWords {
    /// Reads the words as the stages see a text: simplified, without glosses and spaces.
    #[must_use]
    pub fn new(lexicon: &PersonalLexicon) -> Self {
        let mut words: Vec<(Vec<char>, WordKind)> = Vec::new();
        for entry in &lexicon.entries {
            let word: Vec<char> = clean::clean(&entry.word).chars().iter().copied().filter(|c| !c.is_whitespace()).collect();
            if !(2..=LONGEST).contains(&word.len()) {
                continue;
            }
            match words.binary_search_by(|(known, _)| known.cmp(&word)) {
                Ok(at) => words[at].1 = entry.kind,
                Err(at) => words.insert(at, (word, entry.kind)),
            }
        }
        Self(words)
    }

    /// Whether there are any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words that are no names.
    pub(super) fn refused(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter(|(_, kind)| *kind == WordKind::NotName).map(|(word, _)| word.iter().collect())
    }

    /// Adds the words that start at `start`, shorter ones first.
    pub(super) fn add_at(&self, chars: &[char], start: usize, found: &mut Vec<OwnMatch>) {
        let mut left = self.0.as_slice();
        for (depth, &c) in chars[start..].iter().enumerate() {
            let from = left.partition_point(|(word, _)| word.get(depth).is_none_or(|&own| own < c));
            let to = left.partition_point(|(word, _)| word.get(depth).is_none_or(|&own| own <= c));
            left = &left[from..to];
            match left.first() {
                None => return,
                Some((word, kind)) if word.len() == depth + 1 => found.push(OwnMatch { start, end: start + depth + 1, kind: *kind }),
                Some(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(entries: &[(&str, WordKind)]) -> OwnWords {
        let entries = entries.iter().map(|&(word, kind)| PersonalEntry { word: word.to_owned(), kind }).collect();
        OwnWords::new(&PersonalLexicon { entries })
    }

    fn found(words: &OwnWords, text: &str) -> Vec<(usize, usize, WordKind)> {
        let chars: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        for start in 0..chars.len() {
            words.add_at(&chars, start, &mut found);
        }
        found.iter().map(|m| (m.start, m.end, m.kind)).collect()
    }

    #[test]
    fn finds_overlapping_words_shorter_ones_first() {
        let words =
            own(&[("王明远", WordKind::Person), ("王明", WordKind::NotName), ("明远奖", WordKind::Honour), ("赵", WordKind::Person)]);
        let expected = [(0, 2, WordKind::NotName), (0, 3, WordKind::Person), (1, 4, WordKind::Honour)];
        assert_eq!(found(&words, "王明远奖，赵王明"), [&expected[..], &[(6, 8, WordKind::NotName)]].concat());
    }

    #[test]
    fn kinds_have_the_names_that_the_file_gives_them() {
        for kind in [WordKind::Person, WordKind::Post, WordKind::Honour, WordKind::Organization, WordKind::NotName] {
            assert_eq!(serde_json::to_value(kind).ok().and_then(|name| WordKind::named(name.as_str()?)), Some(kind));
        }
        assert_eq!(WordKind::named("place"), None);
    }

    #[test]
    fn the_last_entry_for_a_word_holds_in_any_script() {
        let words = own(&[("張雲", WordKind::Person), (" 张云 ", WordKind::NotName), ("楼栋长", WordKind::Post)]);
        assert_eq!(found(&words, "张云"), [(0, 2, WordKind::NotName)]);
        assert_eq!(words.refused().collect::<Vec<_>>(), ["张云"]);
    }
}
