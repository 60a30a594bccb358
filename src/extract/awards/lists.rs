//! Lists of winners under the name of their honour: a line of its own (一等奖（2名）：甲、乙), pieces of a sentence (优秀班组：…；…),
//! a heading in brackets (【五年同行奖】甲、乙等41人), places of one contest (合理化建议奖：一等奖1名，甲；二等奖2名，…).

use super::super::honours::{Honour, honours};
use super::super::recipients::{Expect, recipients};
use super::Finder;
use crate::lexicon::Class;
use crate::rules::Rule;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// The longest name of an honour before its winners, in characters.
const LONGEST: usize = 40;

/// The longest list of winners, in characters.
const LONGEST_LIST: usize = 1200;

/// The name of an honour at the head of a list.
#[derive(Debug, Clone)]
pub(super) struct Label {
    honour: Honour,
    count: Option<u32>,
    /// Where the winners start.
    end: usize,
    /// A place or a class in a contest that was named before: 一等奖, 研发类.
    part: Option<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 一等奖 adds to the honour's name.
    Place,
    /// 研发类 doesn't.
    Kind,
}

impl Finder<'_, '_> {
    /// The list that starts here; gives its end.
    pub(super) fn listed(&mut self, at: usize, limit: usize) -> Option<usize> {
        let label = self.label(at, limit)?;
        if !self.listing && !label.honour.name.ends_with('奖') {
            return None;
        }
        if label.part.is_none()
            && let Some(first) = self.with_series(&label, label.end, limit)
        {
            self.series = Some(label);
            return self.entry(&first, limit).map(|to| self.entries(to, limit));
        }
        self.entry(&label, limit).map(|to| self.entries(to, limit))
    }

    /// The further entries of a list: 先进集体4个、先进个人10名.
    fn entries(&mut self, at: usize, limit: usize) -> usize {
        let mut at = at;
        while at < limit && matches!(self.reader.at(at), '，' | '、' | '；' | ' ') {
            let next = self.label(at + 1, limit).and_then(|label| self.entry(&label, limit));
            let Some(to) = next else { break };
            at = to.max(at + 1);
        }
        at
    }

    /// A place or class right behind the name of a contest: 合理化建议奖：一等奖1名，…
    fn with_series(&mut self, series: &Label, at: usize, limit: usize) -> Option<Label> {
        let before = self.series.replace(series.clone());
        let first = self.label(at, limit).filter(|label| label.part.is_some());
        self.series = before;
        first
    }

    /// An honour and its winners; gives the end of them.
    fn entry(&mut self, label: &Label, limit: usize) -> Option<usize> {
        let stop = self.entry_end(label.end, limit);
        let mut honour = label.honour.clone();
        let mut count = label.count;
        if let (Some(part), Some(series)) = (label.part, &self.series) {
            let place = if part == Part::Place { honour.name.clone() } else { String::new() };
            honour = Honour { name: format!("{}{place}", series.honour.name), expect: series.honour.expect, ..honour };
            count = count.or(series.count);
        }
        let (winners, number) = self.winners(label.end, stop, honour.expect);
        let count = count.or(number);
        if winners.is_empty() && count.is_none() {
            return None;
        }
        let span = CharSpan::new(label.honour.span.start, stop);
        self.give(Rule::AwardListed, &honour, winners, count, span);
        Some(stop)
    }

    /// Where the winners of an entry end: at ；or 。, or before the next entry.
    fn entry_end(&self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        if reader.at(at - 1) == '，' && self.label(at, limit).is_some() {
            return at - 1;
        }
        let limit = limit.min(at + LONGEST_LIST);
        let mut i = at;
        while i < limit && !matches!(reader.at(i), '；' | '。' | '！' | '【' | '\n') {
            if matches!(reader.at(i), '，' | '、' | ' ') && self.label(i + 1, limit).is_some() {
                break;
            }
            i = reader.step(i).max(i + 1);
        }
        i.min(limit)
    }

    /// Remembers a paragraph that is a heading: 二、优秀指导教师（6名）.
    pub(super) fn heading(&mut self, span: CharSpan) -> bool {
        if !self.listing || span.len() > LONGEST {
            return false;
        }
        let from = behind_bullet(self.reader, span.start, span.end);
        let label = self.label(span.start, span.end).filter(|label| label.end >= span.end).or_else(|| {
            let (honour, part) = self.head(from, span.end, false).filter(|_| from > span.start)?;
            Some(Label { honour, count: None, end: span.end, part })
        });
        self.pending = label;
        self.pending.is_some()
    }

    /// The winners in a paragraph under a heading that names the honour alone.
    pub(super) fn under_heading(&mut self, span: CharSpan) -> bool {
        let Some(label) = self.pending.take() else { return false };
        let winners = if self.label(span.start, span.end).is_some() {
            Vec::new()
        } else {
            recipients(self.reader, &self.tagged.registry, span.start, span.end, label.honour.expect)
        };
        let found = !winners.is_empty() && !(span.start..span.end).any(|i| self.reader.at(i) == '。');
        let winners = if found { winners } else { Vec::new() };
        if found || label.count.is_some() {
            self.give(
                Rule::AwardUnderHeading,
                &label.honour,
                winners,
                label.count,
                CharSpan::new(label.honour.span.start, if found { span.end } else { label.end }),
            );
        }
        found
    }

    /// The name of an honour that heads a list: 优秀教练员（12名）：, 特等奖1名，, 【年度新锐奖】（3人）.
    fn label(&self, at: usize, limit: usize) -> Option<Label> {
        let reader = self.reader;
        let from = behind_bullet(reader, at, limit);
        let closed =
            if reader.at(from) == '【' { reader.closing(from).filter(|&close| close <= limit && close - from <= LONGEST) } else { None };
        let (start, stop) = match closed {
            Some(close) => (from + 1, close - 1),
            None => (from, head_end(reader, from, limit)?),
        };
        let (count, after) = count_behind(reader, closed.unwrap_or(stop), limit);
        let end = label_end(reader, after, limit, closed.is_some() || count.is_some())?;
        let (honour, part) = self.head(start, stop, closed.is_some())?;
        Some(Label { honour, count, end, part })
    }

    /// The honour that the words before the winners name, or the part of a contest.
    fn head(&self, start: usize, stop: usize, closed: bool) -> Option<(Honour, Option<Part>)> {
        let reader = self.reader;
        let whole = || Honour::new(reader, start, start, stop, CharSpan::new(start, stop));
        if reader.words.is(start, stop, Class::HonourPlaces) {
            return Some((whole(), self.series.is_some().then_some(Part::Place)));
        }
        let last = honours(reader, start, stop).pop().filter(|honour| honour.span.end == stop);
        if closed {
            return (self.listing || last.is_some()).then(|| (whole(), None));
        }
        if let Some(honour) = last {
            let verb =
                |i: usize| reader.word(i, stop, Class::AwardVerbsActive).is_some() || matches!(reader.at(i), '的' | '了' | '获' | '被');
            let told = (start..honour.core).any(verb);
            return (!told && honour.span.start <= start + 10).then_some((honour, None));
        }
        let kind = self.series.is_some() && stop - start <= 10 && matches!(reader.at(stop - 1), '类' | '组' | '项' | '别' | '级');
        kind.then(|| (Honour { expect: Expect::Either, ..whole() }, Some(Part::Kind)))
    }
}

/// Behind the number or sign at the head of a line: 1. （一） 一、 ● ★ ▶.
fn behind_bullet(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut at = at;
    while at < limit && (matches!(reader.at(at), ' ' | '—' | '-' | '·' | '*') || matches!(reader.at(at), '\u{2460}'..='\u{27bf}')) {
        at += 1;
    }
    if matches!(reader.at(at), '（' | '(')
        && let Some(close) = reader.closing(at).filter(|&close| close <= at + 4 && close < limit)
    {
        return close;
    }
    match reader.number(at, limit.min(at + 4)) {
        Some((to, _)) if matches!(reader.at(to), '、' | '.' | '．' | ')' | '）') => to + 1,
        _ => at,
    }
}

/// Where the name of an honour ends: before ：, a dash, a number with its measure, or 为 and 是.
fn head_end(reader: &Reader, from: usize, limit: usize) -> Option<usize> {
    let stop = limit.min(from + LONGEST);
    let mut i = from;
    while i < stop {
        let c = reader.at(i);
        let numbered = |at: usize| reader.number(at, stop).is_some_and(|(to, _)| reader.word(to, stop, Class::NumberMeasures).is_some());
        let counted = i > from + 1 && (numbered(i) || (matches!(c, '（' | '(' | '各' | '共') && numbered(i + 1)));
        if matches!(c, '：' | '—' | '\n') || counted || (matches!(c, '为' | '是') && i > from + 2) {
            return Some(i);
        }
        if matches!(c, '，' | '。' | '；' | '、' | '【' | '！') {
            return None;
        }
        i = reader.step(i);
    }
    (i >= limit && limit - from <= LONGEST).then_some(limit)
}

/// The number behind the name of an honour: （12名）, 5名, 各1名.
fn count_behind(reader: &Reader, at: usize, limit: usize) -> (Option<u32>, usize) {
    let open = matches!(reader.at(at), '（' | '(') && at < limit;
    let mut from = if open { at + 1 } else { at };
    if from < limit && matches!(reader.at(from), '各' | '共') {
        from += 1;
    }
    let Some((to, value)) = reader.number(from, limit) else { return (None, at) };
    let Some(mut end) = reader.word(to, limit, Class::NumberMeasures) else { return (None, at) };
    if open {
        match reader.closing(at).filter(|&close| close <= limit) {
            Some(close) if close <= end + 3 => end = close,
            _ => return (None, at),
        }
    }
    (Some(value), end)
}

/// Behind the mark between an honour and its winners.
fn label_end(reader: &Reader, at: usize, limit: usize, marked: bool) -> Option<usize> {
    match reader.at(at) {
        _ if at >= limit => marked.then_some(limit),
        '：' | '—' => Some((at..limit).find(|&i| !matches!(reader.at(i), '：' | '—')).unwrap_or(limit)),
        '为' | '是' => Some(at + 1),
        '，' if marked => Some(at + 1),
        '。' | '；' | '、' if marked => Some(at),
        _ => marked.then_some(at),
    }
}
