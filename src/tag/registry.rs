//! The people whom a report names, so that later mentions are known.

use std::collections::HashMap;

use super::reader::Reader;
use crate::lexicon::Class;
use crate::names;
use crate::rules::Step;
use crate::text::CharSpan;

/// Somebody with a name.
#[derive(Debug, Clone)]
struct Known {
    name: Vec<char>,
    /// How the name was found first.
    learnt: Step,
    posts: Vec<String>,
    /// Where the first post stands with the name.
    place: Option<CharSpan>,
}

/// All people of one report.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    people: Vec<Known>,
    /// By the first character of the name, longer names first.
    by_first: HashMap<char, Vec<usize>>,
}

impl Registry {
    /// Adds a person, or posts to one who is known; `step` tells how and where they were found.
    pub fn add(&mut self, name: &str, posts: &[String], step: Step) {
        let chars: Vec<char> = name.chars().filter(|&c| c != ' ').collect();
        let Some(&first) = chars.first() else { return };
        let bucket = self.by_first.entry(first).or_default();
        let at = if let Some(&known) = bucket.iter().find(|&&i| self.people[i].name == chars) {
            known
        } else {
            let place = bucket.partition_point(|&i| self.people[i].name.len() >= chars.len());
            bucket.insert(place, self.people.len());
            self.people.push(Known { name: chars, learnt: step, posts: Vec::new(), place: None });
            self.people.len() - 1
        };
        for post in posts {
            let said =
                self.people[at].posts.iter().any(|known| known == post || (post.chars().count() <= 4 && known.ends_with(post.as_str())));
            if !said {
                self.people[at].posts.push(post.clone());
                self.people[at].place.get_or_insert(step.span);
            }
        }
    }

    /// Whether a post was given with the name anywhere.
    #[must_use]
    pub fn has_posts(&self, name: &str) -> bool {
        self.posts(name).next().is_some()
    }

    /// Whether the person holds exactly this post.
    #[must_use]
    pub fn has_post(&self, name: &str, post: &str) -> bool {
        self.posts(name).any(|known| known == post)
    }

    /// How and where the name was found first.
    #[must_use]
    pub fn learnt(&self, name: &str) -> Option<Step> {
        self.known(name).map(|known| known.learnt).next()
    }

    /// Where the first post was given with the name.
    #[must_use]
    pub fn post_place(&self, name: &str) -> Option<CharSpan> {
        self.known(name).find_map(|known| known.place)
    }

    /// The posts that were given with the name anywhere.
    pub fn posts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.known(name).flat_map(|known| known.posts.iter().map(String::as_str))
    }

    fn known<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Known> {
        let bucket = name.chars().next().and_then(|first| self.by_first.get(&first));
        bucket
            .into_iter()
            .flatten()
            .map(|&i| &self.people[i])
            .filter(move |known| known.name.iter().copied().eq(name.chars().filter(|&c| c != ' ')))
    }

    /// The end of a known name that starts here; a space inside the name (张 铎) is passed over.
    #[must_use]
    pub fn name_at(&self, reader: &Reader, at: usize) -> Option<usize> {
        self.by_first.get(&reader.at(at))?.iter().find_map(|&i| {
            let mut end = at;
            for &c in &self.people[i].name {
                if reader.at(end) == ' ' && end > at {
                    end += 1;
                }
                if reader.at(end) != c {
                    return None;
                }
                end += 1;
            }
            Some(end)
        })
    }

    /// Who is meant by a surname and a post (魏主任), as (end, full name): the one person of that surname, or of those
    /// several the one with that post, a 主任 before a 副主任.
    #[must_use]
    pub fn surname_and_post_at(&self, reader: &Reader, at: usize, limit: usize) -> Option<(usize, String)> {
        let bucket = self.by_first.get(&reader.at(at))?;
        let (length, _) = names::surname(reader.chars, at)?;
        let from = reader.word(at + length, limit, Class::PostPrefixes).unwrap_or(at + length);
        let head = |from: usize| reader.word(from, limit, Class::PostHeads).filter(|&end| end - from >= 2);
        // 林老师: the one person of that surname.
        let addressed = || reader.word(at + length, limit, Class::Honorifics).filter(|&end| end - at - length >= 2);
        let end = head(at + length).or_else(|| head(from)).or_else(addressed)?;
        let title = reader.text(at + length, end);
        let fits = |i: usize| {
            names::surname(&self.people[i].name, 0).is_some_and(|(l, _)| l == length)
                && self.people[i].name[..length] == reader.chars[at..at + length]
        };
        let candidates: Vec<usize> = bucket.iter().copied().filter(|&i| fits(i)).collect();
        let holds = |i: usize, fits: fn(&str) -> bool| self.people[i].posts.iter().any(|post| post.strip_suffix(&title).is_some_and(fits));
        let with = |fits: fn(&str) -> bool| candidates.iter().copied().find(|&i| holds(i, fits));
        let with_post = with(|before| !before.ends_with('副')).or_else(|| with(|_| true));
        let only = (candidates.len() == 1).then(|| candidates[0]);
        with_post.or(only).map(|i| (end, self.people[i].name.iter().collect()))
    }
}
