//! An honour right beside its winner: 甲（H）、乙（H）; H代表甲发言; 甲代表获奖者发言.

use super::super::honours::{Honour, holds_honour, last_honour};
use super::super::recipients::{Expect, Named, any_word, is_somebody, recipients};
use super::lists::copula;
use super::{Finder, Given, clause_end, prefix, settle};
use crate::lexicon::Class;
use crate::rules::Rule;
use crate::tag::reader::is_mark;
use crate::text::{CharSpan, is_han};

/// The longest prize in brackets, in characters.
const LONGEST_PRIZE: usize = 12;

/// The longest item before an honour in brackets, in characters.
const LONGEST_ITEM: usize = 30;

impl Finder<'_, '_> {
    /// 获奖者分别是甲（一等奖）、乙（二等奖）: where prizes are listed, each winner with the prize in brackets.
    pub(super) fn bracketed(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let close = if reader.at(at) == '（' && self.listing { reader.closing(at) } else { None };
        let ends = |close: usize| reader.is_boundary(close, limit) || reader.word(close, limit, Class::AwardEnds).is_some();
        let close = close.filter(|&close| close <= limit && ends(close))?;
        let honour = self.prize_between(at + 1, close - 1)?;
        let earliest = clause.max(at.saturating_sub(LONGEST_ITEM));
        let mark = (earliest..at).rev().find(|&i| is_mark(reader.at(i)) || reader.at(i) == '）');
        let start = mark.map_or(earliest, |mark| mark + 1);
        let start = (start..at).find_map(|i| copula(reader, i, at)).map_or(start, |is| is + 1);
        let start = (start..at).find_map(|i| reader.word(i, at, Class::AwardHolders)).unwrap_or(start);
        let winners = recipients(reader, &self.tagged.registry, start, at, Expect::Either);
        if winners.len() != 1 {
            return None;
        }
        self.give(Rule::AwardInBrackets, &honour, winners, None, CharSpan::new(start, close));
        Some(close)
    }

    /// The prize or place that a whole stretch names.
    fn prize_between(&self, start: usize, end: usize) -> Option<Honour> {
        let reader = self.reader;
        let named =
            reader.at(end - 1) == '奖' && (3..=LONGEST_PRIZE).contains(&(end - start)) && (start..end).all(|i| is_han(reader.at(i)));
        let prize = named && last_honour(reader, start, end).is_some_and(|honour| honour.span.end == end);
        let whole = prize || reader.words.is(start, end, Class::HonourPlaces);
        whole.then(|| Honour::new(reader, start, start, end, CharSpan::new(start, end)))
    }

    /// 优秀党务工作者代表甲上台发言: whoever speaks for those who win is one of them.
    pub(super) fn representative(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = prefix(reader, at, "代表")?;
        let honour = last_honour(reader, clause.max(at.saturating_sub(LONGEST_ITEM)), at).filter(|honour| honour.span.end == at);
        // 获奖者代表甲发言
        let holder =
            reader.words.longest_before(at, clause, Class::AwardHolders).filter(|&from| from == clause || is_mark(reader.at(from - 1)));
        let (name, expect, start) = match honour {
            Some(honour) => (honour.name, honour.expect, honour.span.start),
            None => (String::new(), Expect::People, holder?),
        };
        let from = from + usize::from(reader.at(from) == '、');
        let end = clause_end(reader, from, limit);
        let speaks = |i: usize| any_word(reader, i, end, &[Class::RoleExchange, Class::RoleSpeak]).is_some();
        let verb = (from + 2..end).find(|&i| speaks(i))?;
        let stop = (from + 2..verb).find(|&i| reader.word(i, verb, Class::AwardSubjectEnds).is_some()).unwrap_or(verb);
        let stop = reader.words.longest_before(stop, from + 2, Class::LightVerbs).unwrap_or(stop);
        // H代表甲、H代表乙发言
        let next = (from + 2..stop).find(|&i| reader.at(i) == '、').filter(|&mark| {
            (mark + 1..stop).find(|&i| prefix(reader, i, "代表").is_some()).is_some_and(|people| holds_honour(reader, mark + 1, people))
        });
        let stop = next.unwrap_or(stop);
        let winners = recipients(reader, &self.tagged.registry, from, super::frames::before_adverbs(reader, from, stop), expect);
        let known = |named: &Named| self.tagged.registry.learnt(&named.name).is_some();
        if winners.is_empty() || !winners.iter().all(|named| is_somebody(named) || known(named)) {
            return None;
        }
        let (rule, span) = (Rule::AwardRepresented, CharSpan::new(start, stop));
        self.represented.push(Given { honour: name, winners, count: None, span, rule, number: None });
        Some(stop)
    }

    /// 甲作为获奖者代表发言, 甲代表获奖者发言: whoever speaks for those who win is one of them.
    pub(super) fn speaks_for_winners(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let holder = prefix(reader, at, "作为").or_else(|| prefix(reader, at, "代表"))?;
        let to = reader.word(holder, limit, Class::AwardHolders)?;
        let end = clause_end(reader, to, limit).min(to + LONGEST_ITEM);
        (to..end).find(|&i| any_word(reader, i, end, &[Class::RoleExchange, Class::RoleSpeak]).is_some())?;
        let earliest = clause.max(at.saturating_sub(LONGEST_ITEM));
        let start = (earliest..at).rev().find(|&i| is_mark(reader.at(i))).map_or(earliest, |mark| mark + 1);
        let winners = recipients(reader, &self.tagged.registry, start, at, Expect::People);
        let [winner] = winners.as_slice() else { return None };
        self.tagged.registry.learnt(&winner.name)?;
        let (rule, span) = (Rule::AwardRepresented, CharSpan::new(start, to));
        self.represented.push(Given { honour: String::new(), winners, count: None, span, rule, number: None });
        Some(end)
    }

    /// Those who spoke for the winners of an honour that was told without names or number, or for winners in general where one honour
    /// alone is told of.
    pub(super) fn representatives(&self, told: &[Given]) -> Vec<Given> {
        let unnamed = |honour: &str| {
            let mut same = told.iter().filter(|given| settle::same_honour(&given.honour, honour)).peekable();
            same.peek().is_some() && same.all(|given| given.winners.is_empty() && given.count.is_none())
        };
        let of_one = |given: &Given| {
            let honour = only_honour(told, given.winners.first()?)?;
            Some(Given { honour: honour.honour.clone(), count: honour.count, ..given.clone() })
        };
        let found = self.represented.iter().take(settle::LOOKED_AT);
        found
            .filter_map(|given| if given.honour.is_empty() { of_one(given) } else { unnamed(&given.honour).then(|| given.clone()) })
            .collect()
    }
}

/// The honour of those who speak for winners in general: the only one, where not all who won it are named.
fn only_honour<'a>(told: &'a [Given], winner: &Named) -> Option<&'a Given> {
    let first = told.first()?;
    let named = told.iter().map(|given| given.winners.len()).sum::<usize>();
    let more = named == 0 || first.count.is_some_and(|count| usize::try_from(count).is_ok_and(|count| count > named));
    let only = told.iter().all(|given| given.honour == first.honour && !given.winners.contains(winner));
    (only && more).then_some(first)
}
