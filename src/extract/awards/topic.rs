//! Whom a sentence is about that tells of deeds before it tells of a prize: 技术员甲改进工艺，为厂里节约成本，获H.

use super::super::recipients::{Expect, Named, any_before, any_word};
use super::Finder;
use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::names;
use crate::tag::item::conjunction_end;
use crate::tag::reader::is_mark;
use crate::text::{CharSpan, is_han};

/// How far back the clause stands that names whom a sentence is about, in characters.
const FARTHEST: usize = 200;

/// How many clauses may stand before that one.
const MOST_CLAUSES: usize = 3;

/// The longest noun before a name, or the longest name of a body, in characters.
const LONGEST: usize = 16;

/// How likely a name must be where nothing stands before it, in tenths of a natural logarithm.
const LIKELY: i32 = 30;

impl Finder<'_, '_> {
    /// Whom the clauses before `clause` are about, back to the start of the sentence or to what was told of before.
    pub(super) fn topic(&self, clause: usize, expect: Expect) -> Option<Named> {
        let reader = self.reader;
        let told = self.given[self.before_sentence..].last().map_or(0, |given| given.span.end);
        let earliest = self.sentence_start.max(told).max(clause.saturating_sub(FARTHEST));
        let from =
            (earliest..clause.saturating_sub(1)).rev().find(|&i| matches!(reader.at(i), '；' | '：' | '。')).map_or(earliest, |i| i + 1);
        let mut start = from;
        for _ in 0..MOST_CLAUSES {
            if start + 2 > clause {
                return None;
            }
            let end = (start..clause).find(|&i| is_mark(reader.at(i)) && reader.at(i) != '、').unwrap_or(clause);
            let found = self.opens_with(CharSpan::new(start, end), expect);
            if found.is_some() || end >= clause {
                return found;
            }
            start = end + 1;
        }
        None
    }

    /// The person or the body whose name opens a clause, before what it did.
    fn opens_with(&self, clause: CharSpan, expect: Expect) -> Option<Named> {
        let reader = self.reader;
        let mut at = clause.start;
        while let Some(to) = reader.word(at, clause.end, Class::LeadWords).filter(|&to| to > at + 1) {
            at = to;
        }
        let end = clause.end.min(at + LONGEST);
        let listed = |to: usize| matches!(reader.at(to), '、' | '等' | '的' | '（') || conjunction_end(reader, to).is_some();
        let person = (expect != Expect::Bodies).then(|| self.person_opening(at, end)).flatten().filter(|&(_, to)| !listed(to));
        if let Some((from, to)) = person {
            return Some(Named { name: reader.text(from, to), kind: RecipientKind::Person });
        }
        let to = (expect != Expect::People).then(|| self.body_opening(at, end)).flatten().filter(|&to| !listed(to))?;
        Some(Named { name: reader.text(at, to), kind: RecipientKind::Organization })
    }

    /// 技术员|秦川|改进工艺, 石磊|扎根乡村: where a name stands at the head of a clause, alone or behind what the person is.
    fn person_opening(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let reader = self.reader;
        let people = [Class::PostHeads, Class::AwardOccupations];
        let noun = |i: usize| {
            any_before(reader, i, at, &people).is_some_and(|head| i - head > 1)
                && !people.iter().any(|&class| (i - 2..i).any(|k| reader.word(k, end, class).is_some_and(|to| to > i)))
        };
        let starts = || std::iter::once(at).chain((at + 2..end.saturating_sub(2)).filter(|&i| noun(i)));
        let known = starts().find_map(|i| self.tagged.registry.name_at(reader, i).filter(|&to| to < end).map(|to| (i, to)));
        known.or_else(|| starts().find_map(|i| self.name_before_deed(i, end, i > at).map(|to| (i, to))))
    }

    /// The end of a name that an ordinary word or a preposition follows.
    pub(super) fn name_before_deed(&self, at: usize, end: usize, titled: bool) -> Option<usize> {
        let reader = self.reader;
        let (length, weight) = names::surname(reader.chars, at)?;
        // 石大妈
        let kin = reader.word(at + length, end, Class::AwardOccupations).filter(|&to| to - at - length == 2 && titled);
        if kin.is_some() {
            return kin;
        }
        let likely = |to: usize| {
            let given: i32 = (at + length..to).map(|i| i32::from(names::given(reader.at(i)))).sum();
            i32::from(weight) + given > if titled { 0 } else { LIKELY }
                && given > 0
                && (names::word(&reader.chars[at..to]) == 0 || titled && self.opens_deed(to))
        };
        let ends = [at + length + 2, at + length + 1];
        let fits = |to: &usize| *to < end && (at..*to).all(|i| is_han(reader.at(i))) && likely(*to) && self.begins_deed(*to, end);
        let cut = |to: usize| names::word(&reader.chars[to - 1..=to]) > names::word(&reader.chars[to..(to + 2).min(end)]);
        ends.into_iter().filter(fits).find(|&to| !cut(to) && (to < at + length + 2 || !self.opens_deed(to - 1)))
    }

    /// 柳河村|依托茶产业, 妇产科|开展新技术: where the name of a body ends at the head of a clause.
    fn body_opening(&self, at: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        // 我校|代表队
        let ours = reader.at(at) == '我' && reader.word(at + 2, end, Class::HonourBodies).is_some();
        if !ours && any_word(reader, at, end, &[Class::GroupDeterminers, Class::AwardNotWinners]).is_some() {
            return None;
        }
        let stop =
            (at..end).find(|&i| !is_han(reader.at(i)) || matches!(reader.at(i), '的' | '了' | '在' | '为' | '对' | '是')).unwrap_or(end);
        let heads = [Class::OrganizationHeads, Class::HonourBodies];
        let head = |to: usize| any_before(reader, to, at, &heads).is_some();
        let longer = |i: usize| any_word(reader, i, stop, &heads).is_some_and(|next| next > i + 1);
        let goes_on = |to: usize| longer(to) || longer(to + 1);
        (at + 2..=stop.min(end - 1)).find(|&to| head(to) && !goes_on(to) && self.begins_deed(to, end))
    }

    /// Whether what somebody does or is may start here: an ordinary word, a number or a preposition.
    fn begins_deed(&self, at: usize, end: usize) -> bool {
        let reader = self.reader;
        let words = [Class::AwardSubjectEnds, Class::AwardAdverbs, Class::SpeechFollow];
        at + 1 < end && names::word(&reader.chars[at..at + 2]) > 0
            || any_word(reader, at, end, &words).is_some()
            || self.opens_deed(at)
            || reader.number(at, end).is_some()
    }

    /// Whether a preposition or a verb of one character opens here what somebody does: 把, 用, 种.
    fn opens_deed(&self, at: usize) -> bool {
        self.reader.words.is(at, at + 1, Class::DeedOpeners)
    }
}
