//! Honours in a row and the number of each: 最佳创意奖、最佳人气奖各1项; 一、二、三等奖分别为2名、4名、8名.

use super::super::honours::{Honour, honours};
use super::super::recipients::{Expect, any_word};
use super::lists::{behind_bullet, copula};
use super::places::grades;
use super::{Finder, clause_end};
use crate::lexicon::Class;
use crate::rules::Rule;
use crate::tag::item::conjunction_end;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// The longest row of honours, in characters.
const LONGEST: usize = 80;

/// Honours in a row, the number of each, and where these end.
struct Row {
    honours: Vec<Honour>,
    counts: Vec<u32>,
    end: usize,
}

impl Finder<'_, '_> {
    /// The honours in a row that start here, with the number or the winner of each; gives the end.
    pub(super) fn each(&mut self, at: usize, limit: usize) -> Option<usize> {
        if let Some(to) = self.each_winner(at, limit) {
            return Some(to);
        }
        let row = row(self.reader, at, limit)?;
        for (honour, count) in row.honours.iter().zip(row.counts) {
            self.give(Rule::AwardEach, honour, Vec::new(), Some(count), CharSpan::new(row.honours[0].span.start, row.end));
        }
        Some(row.end)
    }

    /// 第二名和第三名分别是甲、乙: as many winners as honours.
    fn each_winner(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let stop = clause_end(reader, at, limit);
        let row = joined(reader, behind_bullet(reader, at, limit), stop);
        let last = row.last().filter(|_| row.len() > 1)?.span.end;
        let is = copula(reader, last, stop).filter(|&is| is > last)?;
        let winners = self.winners(is + 1, stop, Expect::Either).0;
        if winners.len() != row.len() {
            return None;
        }
        for (honour, winner) in row.iter().zip(winners) {
            self.give(Rule::AwardEach, honour, vec![winner], None, CharSpan::new(row[0].span.start, stop));
        }
        Some(stop)
    }

    /// Whether such a row starts here.
    pub(super) fn opens_row(&self, at: usize, limit: usize) -> bool {
        row(self.reader, at, limit).is_some()
    }
}

fn row(reader: &Reader, at: usize, limit: usize) -> Option<Row> {
    let from = conjunction_end(reader, at).unwrap_or(at);
    let stop = clause_end(reader, from, limit).min(from + LONGEST);
    let shares = |i: usize| reader.at(i) == '各' || reader.at(i) == '、' && reader.number(i.saturating_sub(1), i).is_some();
    if !(from..stop).any(shares) {
        return None;
    }
    // 一、二、三等奖: the first number is no bullet
    let graded = grades(reader, from, stop);
    let honours = if graded.is_empty() { joined(reader, behind_bullet(reader, from, limit), stop) } else { graded };
    let (first, last) = (honours.first()?, honours.last().filter(|_| honours.len() > 1)?);
    let verbs = [Class::AwardVerbsActive, Class::AwardVerbsPassive, Class::AwardVerbsGive, Class::AwardNotGiven];
    let told = |i: usize| any_word(reader, i, stop, &verbs).is_some();
    let core = if first.core > first.span.start { first.core } else { (from..stop).find(|&i| reader.at(i) == '、').unwrap_or(from) };
    if (first.span.start..core).any(told) {
        return None;
    }
    let (counts, end) = numbers(reader, last.span.end, limit, honours.len())?;
    Some(Row { honours, counts, end })
}

/// The honours from `from` on with nothing but 、 and conjunctions between them.
pub(super) fn joined(reader: &Reader, from: usize, stop: usize) -> Vec<Honour> {
    let mut row: Vec<Honour> = Vec::new();
    let mut next = from;
    for honour in honours(reader, from, stop) {
        if honour.span.start > next {
            break;
        }
        let end = honour.span.end;
        row.push(honour);
        next = if reader.at(end) == '、' { end + 1 } else { conjunction_end(reader, end).unwrap_or(end) };
        // “H”“H”
        if next == end && reader.at(end) != '“' {
            break;
        }
    }
    row
}

/// 各1项, 分别为2名、4名、8名, 分别有2、4、8篇: a number for each of so many honours, and where they end.
fn numbers(reader: &Reader, at: usize, limit: usize, honours: usize) -> Option<(Vec<u32>, usize)> {
    let all = reader.at(at) == '各';
    let behind = copula(reader, at, limit).map_or_else(|| reader.word(at, limit, Class::AwardAdverbs).unwrap_or(at), |is| is + 1);
    let mut at = if matches!(reader.at(behind), '各' | '有') { behind + 1 } else { behind };
    let mut counts = Vec::new();
    let mut measured = None;
    while counts.len() < honours
        && let Some((to, count)) = reader.number(at, limit)
    {
        counts.push(count);
        measured = reader.word(to, limit, Class::NumberMeasures);
        let end = measured.unwrap_or(to);
        let next = if matches!(reader.at(end), '、' | '，') { end + 1 } else { conjunction_end(reader, end).unwrap_or(end) };
        if next == end || counts.len() == honours {
            at = end;
            break;
        }
        at = next;
    }
    measured?;
    if counts.len() == honours {
        return Some((counts, at));
    }
    (all && counts.len() == 1).then(|| (vec![counts[0]; honours], measured.unwrap_or(at)))
}
