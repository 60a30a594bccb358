//! Lists of winners under the name of their honour: a line of its own (一等奖（2名）：甲、乙), pieces of a sentence (优秀班组：…；…),
//! a heading in brackets (【五年同行奖】甲、乙等41人), places of one contest (合理化建议奖：一等奖1名，甲；二等奖2名，…).

use super::super::honours::{Honour, first_honour, holds_honour, honours, last_honour};
use super::super::recipients::{Expect, Named, any_before, any_word, recipients};
use super::frames::before_adverbs;
use super::presented::{is_somebody, mostly_somebody};
use super::received::called;
use super::{Finder, clause_end, prefix};
use crate::lexicon::{Class, Matches};
use crate::model::RecipientKind;
use crate::names;
use crate::rules::Rule;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::{CharSpan, is_bullet, is_han};

/// The longest name of an honour before its winners, in characters.
const LONGEST: usize = 40;

/// The longest line of a list that others follow, in characters.
const LONGEST_LINE: usize = 60;

/// What is asked of bodies is not told in fewer characters, where nothing in it looks like a body.
const SHORTEST_MERIT: usize = 6;

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
    /// Winners of it stood in the line before.
    goes_on: bool,
}

impl Label {
    /// Whether nothing but winners stands behind its colon.
    pub(super) fn names_all(&self, finder: &Finder, limit: usize) -> bool {
        finder.reader.at(self.end - 1) == '：' && self.honour.is_told_by_words(finder.reader) && finder.only_somebody(self.end, limit)
    }
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
        if let Some(places) = self.contest(at, limit) {
            return self.listed(places, limit);
        }
        if let Some(to) = self.each(at, limit) {
            self.listing = true;
            return Some(self.entries(to, limit));
        }
        let label = self.label(at, limit).map(|label| self.within(label, at))?;
        let reader = self.reader;
        let sure = || {
            let colon = label.honour.is_told_by_words(reader) && reader.at(label.end - 1) == '：';
            let is = matches!(reader.at(label.end - 1), '为' | '是') && reader.at(label.honour.core) == '“';
            let people = || {
                let winners = self.winners(label.end, clause_end(reader, label.end, limit), label.honour.expect).0;
                mostly_somebody(&winners) && self.only_somebody(label.end, limit)
            };
            is && label.honour.is_told_by_words(reader) && people()
                || colon && (reader.at(label.honour.core) == '“' || label.count.is_some() && self.only_somebody(label.end, limit))
        };
        if !self.listing && !label.honour.name.ends_with('奖') && !sure() {
            return None;
        }
        if label.part.is_none()
            && let Some(first) = self.with_series(&label, label.end, limit)
        {
            self.series = Some(label);
            return self.entry(&first, limit).map(|to| self.entries(to, limit));
        }
        let to = self.entry(&label, limit)?;
        self.listing = true;
        Some(self.entries(to, limit))
    }

    /// The further entries of a list: 先进集体4个、先进个人10名.
    fn entries(&mut self, at: usize, limit: usize) -> usize {
        let mut at = at;
        while at < limit {
            let marked = matches!(self.reader.at(at), '，' | '、' | '；' | ' ').then_some(at + 1);
            let Some(from) = marked.or_else(|| conjunction_end(self.reader, at)) else { break };
            let row = self.each(from, limit);
            let next =
                row.or_else(|| self.label(from, limit).map(|label| self.further(label, from)).and_then(|label| self.entry(&label, limit)));
            let Some(to) = next.or_else(|| self.unmarked(from, limit)).or_else(|| self.sibling(from, limit)) else { break };
            at = to.max(from);
        }
        at
    }

    /// 岗位能手9名、|清廉家庭4户: what stands with its number among honours with theirs is one, whatever its words.
    fn sibling(&mut self, at: usize, limit: usize) -> Option<usize> {
        let listed = self.given[self.before_sentence..].last().is_some_and(|given| given.winners.is_empty() && given.count.is_some());
        let (end, count, to) = numbered_noun(self.reader, at, limit).filter(|_| listed)?;
        let honour = Honour::new(self.reader, at, at, end, CharSpan::new(at, end));
        self.give(Rule::AwardListed, &honour, Vec::new(), Some(count), CharSpan::new(at, to));
        Some(to)
    }

    /// 优秀论文20篇，其中一等奖2篇: a place in what was told of before.
    fn within(&self, label: Label, at: usize) -> Label {
        let place = label.honour.core == label.honour.span.start
            && self.reader.words.is(label.honour.core, label.honour.span.end, Class::HonourPlaces);
        let among = place && label.part.is_none() && self.reader.word(at, label.honour.core, Class::LeadWords) == Some(label.honour.core);
        match self.given[self.before_sentence..].last().filter(|given| among && given.winners.is_empty()) {
            Some(whole) => {
                let contest = of_contest(&whole.honour).unwrap_or_else(|| whole.honour.clone());
                let alone =
                    self.reader.words.is(label.honour.core, label.honour.span.end, Class::HonourPlaces) && whole.honour.ends_with('奖');
                let name = if alone && of_contest(&whole.honour).is_none() { label.honour.name } else { contest + &label.honour.name };
                Label { honour: Honour { name, ..label.honour }, ..label }
            }
            None => label,
        }
    }

    /// A further entry of a list.
    fn further(&self, label: Label, at: usize) -> Label {
        let label = self.within(label, at);
        if label.part.is_some() { label } else { Label { honour: self.in_contest(label.honour), ..label } }
    }

    /// 小学组一等奖4个、二等奖8个: a place alone is one in the contest of the entry before it.
    pub(super) fn in_contest(&self, honour: Honour) -> Honour {
        let place = honour.core == honour.span.start && self.reader.words.is(honour.core, honour.span.end, Class::HonourPlaces);
        let contest = self.given.last().filter(|_| place).and_then(|given| of_contest(&given.honour));
        match contest {
            Some(contest) => Honour { name: contest + &honour.name, ..honour },
            None => honour,
        }
    }

    /// “挑毛能手”阿米娜、白雪3名: an entry whose winners stand right behind the quoted honour; gives its end.
    fn unmarked(&mut self, at: usize, limit: usize) -> Option<usize> {
        let stop = clause_end(self.reader, at, limit);
        let honour = self.quoted_at(at, stop)?;
        let (winners, count) = self.winners(honour.span.end, stop, honour.expect);
        if winners.is_empty() {
            return None;
        }
        self.give(Rule::AwardListed, &honour, winners, count, CharSpan::new(at, stop));
        Some(stop)
    }

    /// The quoted honour that starts at a position.
    fn quoted_at(&self, at: usize, stop: usize) -> Option<Honour> {
        let honour = (self.reader.at(at) == '“').then(|| first_honour(self.reader, at, stop)).flatten()?;
        (honour.span.start == at && honour.span.end < stop).then_some(honour)
    }

    /// 船模竞速赛　一等奖：甲；二等奖：乙: a contest and behind a space its places; gives where these start.
    fn contest(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = behind_bullet(reader, at, limit);
        let stop = head_end(reader, from, limit)?;
        // 男子100米：第一名甲，第二名乙；女子100米：第一名丙
        let heads = self.listing && reader.at(stop) == '：' && from + 2 < stop && stop < from + LONGEST / 2;
        if heads && reader.word(stop + 1, limit, Class::HonourPlaces).is_some() && self.names_contest(from, stop) {
            let honour = Honour { expect: Expect::Either, ..Honour::new(reader, from, from, stop, CharSpan::new(from, stop)) };
            self.series = Some(Label { honour, count: None, end: stop + 1, part: None, goes_on: false });
            return Some(stop + 1);
        }
        let space = (from + 2..stop).find(|&i| reader.at(i) == ' ')?;
        let places = (space..stop).find(|&i| reader.at(i) != ' ')?;
        if reader.word(places, stop, Class::HonourPlaces) != Some(stop) || places == at {
            return None;
        }
        let honour = Honour { expect: Expect::Either, ..Honour::new(reader, from, from, space, CharSpan::new(from, space)) };
        self.series = Some(Label { honour, count: None, end: places, part: None, goes_on: false });
        Some(places)
    }

    /// Whether a stretch names a contest alone, neither an honour nor what tells of results.
    fn names_contest(&self, from: usize, end: usize) -> bool {
        let reader = self.reader;
        let tells = || self.announces(CharSpan::new(from, end)) || (from..end).any(|i| matches!(reader.at(i), '了' | '如'));
        !(from..end).any(|i| is_mark(reader.at(i)) || reader.at(i) == ' ') && !holds_honour(reader, from, end) && !tells()
    }

    /// Remembers a line that names a contest alone, where the next one opens with a place of it.
    pub(super) fn contest_above(&mut self, span: CharSpan, next: Option<CharSpan>) -> bool {
        let reader = self.reader;
        let from = behind_bullet(reader, span.start, span.end);
        let end = span.end - span.range().rev().take_while(|&i| matches!(reader.at(i), '：' | ' ')).count();
        let named = self.listing && (from + 3..from + LONGEST).contains(&end) && next.is_some_and(|next| self.opens_with_place(next));
        // but not 会上公布了评选结果：, 获奖名单如下：
        if !named || !self.names_contest(from, end) {
            return false;
        }
        let honour = Honour { expect: Expect::Either, ..Honour::new(reader, from, from, end, CharSpan::new(from, end)) };
        self.contest = Some(Label { honour, count: None, end: span.end, part: None, goes_on: false });
        true
    }

    /// Starts a paragraph: its places are those of the contest above as long as such lines follow.
    pub(super) fn under_contest(&mut self, span: CharSpan) {
        if !self.opens_with_place(span) {
            self.contest = None;
        }
        self.series = self.contest.clone();
    }

    /// 第一名　高一（7）班, 一等奖：甲: whether a line opens with a place.
    fn opens_with_place(&self, span: CharSpan) -> bool {
        let reader = self.reader;
        let from = behind_bullet(reader, span.start, span.end);
        let place = reader.word(from, span.end, Class::HonourPlaces);
        place.is_some_and(|to| to < span.end && matches!(reader.at(to), ' ' | '：' | '（'))
    }

    /// A place or class right behind the name of a contest: 合理化建议奖：一等奖1名，…
    fn with_series(&mut self, series: &Label, at: usize, limit: usize) -> Option<Label> {
        let before = self.series.replace(series.clone());
        let whole = self.reader.words.longest_before(series.honour.span.end, series.honour.span.start, Class::HonourPlaces).is_none()
            && (series.count.is_none() || self.reader.word(at, limit, Class::LeadWords).is_none());
        let first = self.label(at, limit).filter(|label| label.part.is_some() && whole);
        self.series = before;
        first
    }

    /// An honour and its winners; gives the end of them.
    fn entry(&mut self, label: &Label, limit: usize) -> Option<usize> {
        let stop = self.entry_end(label.end, limit);
        let told = self.reader.at(label.end - 1) == '，' && self.tells_of_receiving(label.end, stop);
        let stop = if told { label.end - 1 } else { stop };
        let mut honour = label.honour.clone();
        let mut count = label.count;
        if let (Some(part), Some(series)) = (label.part, &self.series) {
            let place = if part == Part::Place { honour.name.clone() } else { String::new() };
            honour = Honour { name: format!("{}{place}", series.honour.name), expect: series.honour.expect, ..honour };
            count = count.or(series.count);
        }
        let named_end = self.reader.words.longest_before(stop, label.end.min(stop), Class::AwardOnList).unwrap_or(stop);
        let from = label.end.min(stop);
        let from = called(self.reader, from, named_end).unwrap_or(from);
        let (winners, number) = self.winners(from, self.before_merit(from, named_end, honour.expect), honour.expect);
        let count = count.or(number);
        let is = matches!(self.reader.at(label.end - 1), '为' | '是' | '有') || self.reader.at(label.end) == '是';
        // 青禾科技奖是2004年|，由社会各界捐资设立的
        let nobody = is && self.reader.at(from) != '：' && {
            let (first, count) = self.winners(from, clause_end(self.reader, from, stop), honour.expect);
            first.is_empty() && count.is_none()
        };
        // 优秀班组：安全生产无事故、现场管理规范
        let merits = honour.expect == Expect::Bodies
            && winners.iter().all(|named| named.name.chars().count() >= SHORTEST_MERIT)
            && count.is_none()
            && !self.winners(from, named_end, Expect::Either).0.iter().any(is_somebody);
        if nobody || merits || winners.is_empty() && count.is_none() || is && tells_at_large(self.reader, from, stop, &winners) {
            return None;
        }
        let span = CharSpan::new(label.honour.span.start, stop);
        self.give(Rule::AwardListed, &honour, winners, count, span);
        Some(stop)
    }

    /// 优秀员工：甲|，财务部会计，入职五年: where one winner ends and what is told of them begins.
    fn before_merit(&self, from: usize, end: usize, expect: Expect) -> usize {
        let reader = self.reader;
        let comma = clause_end(reader, from, end);
        let named = |start: usize, stop: usize| recipients(reader, &self.tagged.registry, start, stop, expect).len();
        let alone = reader.at(comma) == '，' && comma < end && named(from, comma) == 1;
        let mut at = comma;
        while alone && at < end {
            let next = clause_end(reader, at + 1, end);
            if named(at + 1, next) == 0 {
                return comma;
            }
            at = next;
        }
        end
    }

    /// 二等奖4篇，甲获二等奖: behind the comma a sentence goes on, no list.
    fn tells_of_receiving(&self, at: usize, end: usize) -> bool {
        let reader = self.reader;
        (at..clause_end(reader, at, end)).any(|i| reader.word(i, end, Class::AwardVerbsPassive).is_some())
    }

    /// Where the winners of an entry end: at ；or 。, or before the next entry.
    fn entry_end(&self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        let another =
            || self.label(at, limit).is_some() || self.opens_row(at, limit) || self.quoted_at(at, clause_end(reader, at, limit)).is_some();
        if reader.at(at - 1) == '，' && another() {
            return at - 1;
        }
        let limit = limit.min(at + LONGEST_LIST);
        let mut i = at;
        if reader.at(at) == '、' && numbered_noun(reader, at + 1, limit).is_some() {
            return at;
        }
        while i < limit && !matches!(reader.at(i), '；' | '。' | '！' | '【' | '\n') {
            if matches!(reader.at(i), '，' | '、' | ' ') && (self.label(i + 1, limit).is_some() || self.opens_row(i + 1, limit)) {
                break;
            }
            if conjunction_end(reader, i).is_some_and(|to| self.label(to, limit).is_some_and(|label| label.count.is_some())) {
                break;
            }
            i = reader.step(i).max(i + 1);
        }
        i.min(limit)
    }

    /// 优秀护士：甲、乙、: a list that the next line goes on with.
    pub(super) fn unfinished(&self, span: CharSpan) -> Option<Label> {
        let label = self.label(span.start, span.end).filter(|_| span.len() > 2 && self.reader.at(span.end - 1) == '、')?;
        Some(Label { goes_on: true, ..label })
    }

    /// Remembers a paragraph that is a heading: 二、优秀指导教师（6名）.
    pub(super) fn heading(&mut self, span: CharSpan) -> bool {
        if !self.listing || span.len() > LONGEST {
            return false;
        }
        let span = CharSpan::new(self.behind_ordinal(span), self.before_stars(span));
        let from = behind_bullet(self.reader, span.start, span.end);
        let label = self.label(span.start, span.end).filter(|label| label.end >= span.end).or_else(|| {
            let (honour, part) = match self.head(from, span.end, false).filter(|_| from > span.start) {
                Some(head) => head,
                None => (self.whole_honour(span)?, None),
            };
            Some(Label { honour, count: None, end: span.end, part, goes_on: false })
        });
        self.pending = label;
        self.pending.is_some()
    }

    /// ★ 最佳新人奖| ★: where a line ends before signs.
    fn before_stars(&self, span: CharSpan) -> usize {
        span.end - span.range().rev().take_while(|&i| is_star(self.reader.at(i)) || self.reader.at(i) == ' ').count()
    }

    /// 奖项一：|一等奖: behind the number of a prize.
    fn behind_ordinal(&self, span: CharSpan) -> usize {
        let reader = self.reader;
        let ordinal = prefix(reader, span.start, "奖项").and_then(|to| reader.number(to, span.end)).map(|(to, _)| to);
        ordinal.filter(|&to| reader.at(to) == '：').map_or(span.start, |to| to + 1)
    }

    /// 获奖者：|甲、乙|　指导教师：丙: the winners in a line of a list; none in one that names others.
    fn of_winners(&self, span: CharSpan) -> Option<CharSpan> {
        let reader = self.reader;
        let from = behind_bullet(reader, span.start, span.end);
        if reader.word(from, span.end, Class::AwardNotHolders).is_some_and(|to| reader.at(to) == '：') {
            return None;
        }
        let start = reader.word(from, span.end, Class::AwardHolders).filter(|&to| reader.at(to) == '：').map_or(span.start, |to| to + 1);
        let other = |i: &usize| reader.word(*i, span.end, Class::AwardNotHolders).is_some_and(|to| reader.at(to) == '：');
        Some(CharSpan::new(start, (start..span.end).take(LONGEST_LINE).find(other).unwrap_or(span.end)))
    }

    /// The winners in a paragraph under a heading that names the honour alone; further lines of the list go on with it.
    pub(super) fn under_heading(&mut self, span: CharSpan) -> bool {
        let Some(label) = self.pending.take() else { return false };
        let reader = self.reader;
        let Some(span) = self.of_winners(span) else {
            self.pending = Some(label);
            return true;
        };
        let last = span.end.saturating_sub(usize::from(label.goes_on));
        let told = (span.start..last).any(|i| matches!(reader.at(i), '。' | '！')) || self.label(span.start, span.end).is_some();
        let line = reader.text(span.start, span.end);
        let another = self.whole_honour(CharSpan::new(behind_bullet(reader, span.start, span.end), self.before_stars(span))).is_some();
        let winners = if told || another { Vec::new() } else { self.line_of_winners(span, label.honour.expect) };
        let found = !winners.is_empty();
        let first = !label.goes_on;
        if found || (first && label.count.is_some()) {
            let end = if found { span.end } else { label.end };
            let start = if first { label.honour.span.start } else { span.start };
            self.give(Rule::AwardUnderHeading, &label.honour, winners, label.count, CharSpan::new(start, end));
        }
        if found && line.chars().count() <= LONGEST_LINE {
            self.pending = Some(Label { goes_on: true, ..label });
        }
        found
    }

    /// The winners in a line of a list. Where it is of people, or has one beside their work or body, these say where they are from:
    /// 内科　白芷.
    fn line_of_winners(&self, span: CharSpan, expect: Expect) -> Vec<Named> {
        let mut winners =
            recipients(self.reader, &self.tagged.registry, behind_bullet(self.reader, span.start, span.end), span.end, expect);
        let people = winners.iter().filter(|named| named.kind == RecipientKind::Person).count();
        let row = people == 1 && cells(self.reader, span).len() == winners.len() && winners.len() > 1;
        if row || expect == Expect::People && people > 0 {
            winners.retain(|named| named.kind == RecipientKind::Person);
        }
        winners
    }

    /// 1 高山 青禾小学 一等奖: a row of a table, with the honour in its last column.
    pub(super) fn row(&mut self, span: CharSpan) -> bool {
        let reader = self.reader;
        if !self.listing || span.len() > LONGEST_LINE {
            return false;
        }
        let cells: Vec<CharSpan> = cells(reader, span);
        let numbered = cells.first().is_some_and(|cell| reader.number(cell.start, cell.end).is_some_and(|(to, _)| to == cell.end));
        let [names @ .., last] = &cells[usize::from(numbered)..] else { return false };
        let Some(honour) = self.whole_honour(*last).filter(|_| names.len() > usize::from(!numbered)) else { return false };
        let found: Vec<Named> =
            names.iter().flat_map(|cell| recipients(reader, &self.tagged.registry, cell.start, cell.end, honour.expect)).collect();
        let winner = found.iter().find(|named| named.kind == RecipientKind::Person).or(found.first()).cloned();
        if let Some(winner) = winner.as_ref() {
            self.give(Rule::AwardListed, &honour, vec![winner.clone()], None, span);
        }
        winner.is_some()
    }

    /// The honour that a whole line names: 优秀教师.
    fn whole_honour(&self, span: CharSpan) -> Option<Honour> {
        let found = honours(self.reader, span.start, span.end);
        let gives =
            |i: usize| any_word(self.reader, i, span.end, &[Class::AwardVerbsActive, Class::AwardEnds]).is_some_and(|to| to > i + 1);
        // 吴冠军 is a name
        let name = |honour: &Honour| honour.core == span.start + 1 && names::surname(self.reader.chars, span.start).is_some();
        let only = found.len() == 1
            && !name(&found[0])
            && found[0].span.start == span.start
            && found[0].span.end >= span.end
            && !(span.start..found[0].core).any(gives);
        only.then(|| found.into_iter().next()).flatten()
    }

    /// 会上宣布了“H”名单： the lines of the list follow.
    pub(super) fn lead(&self, span: CharSpan) -> Option<Label> {
        let reader = self.reader;
        let colon = span.end.checked_sub(1).filter(|&end| reader.at(end) == '：')?;
        if !self.listing && reader.text(colon.saturating_sub(2), colon) != "名单" {
            return None;
        }
        let from = (span.start..colon).rev().find(|&i| is_mark(reader.at(i))).map_or(span.start, |i| i + 1);
        let honour = last_honour(reader, from, colon).filter(|honour| honour.span.end + 5 > colon)?;
        Some(Label { honour, count: None, end: span.end, part: None, goes_on: false })
    }

    /// The name of an honour that heads a list: 优秀教练员（12名）：, 特等奖1名，, 【年度新锐奖】（3人）.
    pub(super) fn label(&self, at: usize, limit: usize) -> Option<Label> {
        self.labelled(at, limit).or_else(|| self.placed(at, limit))
    }

    /// 男子组第一名|高山，第二名|石磊: where prizes are listed, a place with nothing behind it but who has it.
    fn placed(&self, at: usize, limit: usize) -> Option<Label> {
        let reader = self.reader;
        let from = behind_bullet(reader, at, limit);
        let stop = clause_end(reader, from, limit);
        // 吴冠军 is a name
        let place = (from..stop.min(from + LONGEST / 3))
            .filter(|&i| i != from + 1)
            .find_map(|i| reader.word(i, stop, Class::HonourPlaces))
            .filter(|&end| self.listing && end + 2 <= stop && is_han(reader.at(end)))?;
        let told = |i: usize| {
            any_word(
                reader,
                i,
                stop,
                &[Class::AwardVerbsPassive, Class::AwardVerbsActive, Class::AwardEnds, Class::AwardHolders, Class::AwardVerbsGive],
            )
            .is_some()
        };
        if (from..stop).any(told) || !self.only_somebody(place, limit) {
            return None;
        }
        let (honour, part) = self.head(from, place, false)?;
        Some(Label { honour, count: None, end: place, part, goes_on: false })
    }

    /// The name of an honour before a mark, a number or a verb of being.
    fn labelled(&self, at: usize, limit: usize) -> Option<Label> {
        let reader = self.reader;
        let from = behind_bullet(reader, at, limit);
        let from = reader.word(from, limit, Class::LeadWords).filter(|&to| to == from + 2).unwrap_or(from);
        let closed =
            if reader.at(from) == '【' { reader.closing(from).filter(|&close| close <= limit && close - from <= LONGEST) } else { None };
        let (start, stop) = match closed {
            Some(close) => (from + 1, close - 1),
            None => (from, self.spaced_head(from, limit).or_else(|| head_end(reader, from, limit))?),
        };
        let head = before_note(reader, start, stop).unwrap_or(stop);
        let (count, after) = count_behind(reader, behind_spaces(reader, closed.unwrap_or(stop), limit), limit);
        let spaced = count.is_none() && reader.at(stop) == ' ' && after > stop && closed.is_none();
        let marked = closed.is_some() || count.is_some();
        let after = copula(reader, after, limit).unwrap_or(after);
        let end = if spaced && !matches!(reader.at(after), '：' | '—') { after } else { label_end(reader, after, limit, marked)? };
        let named = reader.words.longest_before(head, start, Class::AwardHolders).filter(|&holder| holder > start).unwrap_or(head);
        let (honour, part) = self.head(start, named, closed.is_some())?;
        (!self.speaks_of(&honour, start, after, limit)).then_some(Label { honour, count, end, part, goes_on: false })
    }

    /// Whether words of being behind an honour say something of it and name no winners: 以“四个意识”为统领, 一等奖是最高奖, 我院先进班组有三个特点.
    fn speaks_of(&self, honour: &Honour, start: usize, verb: usize, limit: usize) -> bool {
        match self.reader.at(verb) {
            '有' => {
                !self.listing && self.given.len() == self.before_sentence
                    || honour.span.start > start
                    || !self.only_somebody(verb + 1, limit)
            }
            '为' | '是' => {
                let theme = prefix(self.reader, verb, "为主题").is_some();
                theme || self.only_means(honour) || defines(self.reader, verb + 1, limit)
            }
            _ => false,
        }
    }

    /// Whether somebody stands in each item of a list, up to the end of its clause: 甲、乙, but not 理想、有担当.
    fn only_somebody(&self, at: usize, limit: usize) -> bool {
        let end = clause_end(self.reader, at, limit);
        let pieces = 1 + (at..end).filter(|&i| self.reader.at(i) == '、').count();
        let (winners, count) = self.winners(at, end, Expect::Either);
        let again = (at..end).any(|i| self.reader.at(i) == '、' && self.reader.at(i + 1) == '有');
        !winners.is_empty() && (winners.len() == pieces || count.is_some()) && winners.iter().all(is_somebody) && !again
    }

    /// “四个意识”为统领, 以“智慧平台”为抓手: a quotation before 为 that is no honour.
    fn only_means(&self, honour: &Honour) -> bool {
        let reader = self.reader;
        let by = honour.span.start > 0 && matches!(reader.at(honour.span.start - 1), '以' | '把' | '将');
        reader.at(honour.core) == '“' && (by || !honour.is_told_by_words(reader) && reader.at(honour.span.end - 1) == '”')
    }

    /// 一等奖　高山: where prizes are listed, a space may part an honour from its winners.
    fn spaced_head(&self, from: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let space = (from + 2..limit.min(from + 16)).find(|&i| reader.at(i) == ' ').filter(|_| self.listing)?;
        let next = behind_spaces(reader, space, limit);
        let whole = || first_honour(reader, from, space).is_some_and(|honour| honour.span.start == from && honour.span.end == space);
        (next < limit && (is_han(reader.at(next)) || reader.at(next) == '《') && whole()).then_some(space)
    }

    /// The honour that the words before the winners name, or the part of a contest.
    fn head(&self, start: usize, stop: usize, closed: bool) -> Option<(Honour, Option<Part>)> {
        let reader = self.reader;
        let whole = || Honour::new(reader, start, start, stop, CharSpan::new(start, stop));
        if reader.words.is(start, stop, Class::HonourPlaces) {
            return Some((whole(), self.series.is_some().then_some(Part::Place)));
        }
        let first_few = |from: usize| reader.at(from) == '前' && from <= start + LONGEST / 2;
        if self.listing && reader.words.longest_before(stop, start, Class::HonourPlaces).is_some_and(first_few) {
            return Some((whole(), None));
        }
        let last = last_honour(reader, start, stop).filter(|honour| honour.span.end == stop);
        if closed {
            let prize = |i: usize| {
                any_word(reader, i, stop, &[Class::HonourAdjectives, Class::HonourHeads, Class::HonoursNot, Class::HonourPlaces]).is_some()
            };
            return (last.is_some() || self.listing && (start..stop).any(prize)).then(|| (whole(), None));
        }
        if let Some(honour) = last {
            // 今年的|“十佳读者”
            let times = reader.word(start, stop, Class::HonourTimes).filter(|&to| reader.at(to) == '的').map_or(start, |to| to + 1);
            let verb =
                |i: usize| reader.word(i, stop, Class::AwardVerbsActive).is_some() || matches!(reader.at(i), '的' | '了' | '获' | '被');
            let told = (times..honour.core).any(verb)
                || (start..honour.core).any(|i| {
                    reader
                        .word(i, stop, Class::AwardNotGiven)
                        .is_some_and(|to| i == start || to == honour.core && reader.at(to) != '奖' || (to - i > 1 && to < honour.core))
                });
            return (!told && honour.span.start <= start + 10).then_some((honour, None));
        }
        let kind = self.series.is_some() && stop - start <= 10 && matches!(reader.at(stop - 1), '类' | '组' | '项' | '别' | '级');
        kind.then(|| (Honour { expect: Expect::Either, ..whole() }, Some(Part::Kind)))
    }
}

/// 小学组|一等奖: the contest before a place.
fn of_contest(honour: &str) -> Option<String> {
    let chars: Vec<char> = honour.chars().collect();
    let start = Matches::scan(&chars).longest_before(chars.len(), 0, Class::HonourPlaces).filter(|&start| start > 1)?;
    Some(chars[..start].iter().collect())
}

/// The pieces of a line between spaces.
fn cells(reader: &Reader, span: CharSpan) -> Vec<CharSpan> {
    let mut cells = Vec::new();
    let mut start = behind_spaces(reader, span.start, span.end);
    while start < span.end {
        let end = (start..span.end).find(|&i| reader.at(i) == ' ').unwrap_or(span.end);
        cells.push(CharSpan::new(start, end));
        start = behind_spaces(reader, end, span.end);
    }
    cells
}

/// Behind spaces.
fn behind_spaces(reader: &Reader, at: usize, limit: usize) -> usize {
    (at..limit).find(|&i| reader.at(i) != ' ').unwrap_or(limit.max(at))
}

/// ★ ◆ ① ❶
const fn is_star(c: char) -> bool {
    is_bullet(c) || matches!(c, '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}')
}

/// Behind the number or sign at the head of a line: 1. （一） 一、 ● ★ ▶.
pub(super) fn behind_bullet(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut at = at;
    while at < limit && (matches!(reader.at(at), ' ' | '—' | '-' | '·' | '*') || is_star(reader.at(at))) {
        at += 1;
    }
    if reader.at(at) == '（'
        && let Some(close) = reader.closing(at).filter(|&close| close <= at + 4 && close < limit)
    {
        return close;
    }
    match reader.number(at, limit.min(at + 4)) {
        Some((to, _)) if matches!(reader.at(to), '、' | '.' | '．' | '）') => to + 1,
        Some((to, _)) if reader.at(to) == ' ' && reader.at(at) == '0' => to + 1,
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
        let counted = i > from + 1
            && !matches!(reader.at(i - 1), '前' | '第')
            && (numbered(i) || (matches!(c, '（' | '各' | '共') && numbered(i + 1)));
        if matches!(c, '：' | '—' | '\n') || counted {
            return Some(i);
        }
        if matches!(c, '为' | '是' | '有') && i > from + 2 {
            return Some(before_adverbs(reader, from, i));
        }
        if matches!(c, '，' | '。' | '；' | '、' | '【' | '！') {
            return None;
        }
        i = reader.step(i);
    }
    (i >= limit && limit - from <= LONGEST).then_some(limit)
}

/// 优秀员工|分别是甲、乙, 前三名|依次为甲、乙、丙: the 为 or 是 behind adverbs.
#[inline(never)]
pub(super) fn copula(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let first = reader.word(at, limit, Class::AwardAdverbs).unwrap_or(at);
    let at = reader.word(first, limit, Class::AwardAdverbs).unwrap_or(first);
    (at < limit && matches!(reader.at(at), '为' | '是')).then_some(at)
}

/// “H”是由协会设立的文学奖项, 一等奖是本届比赛的最高奖: what is said of an honour itself, not who has it.
fn defines(reader: &Reader, at: usize, limit: usize) -> bool {
    let end = clause_end(reader, at, limit);
    let of = (at..end).rev().find(|&i| reader.at(i) == '的').filter(|_| reader.closing(at).is_none());
    let one = reader.number(at, end).is_some_and(|(to, value)| value == 1 && reader.word(to, end, Class::NumberMeasures).is_some());
    let prize = |of: usize| last_honour(reader, of + 1, end).is_some_and(|honour| honour.span.end == end);
    one || of.is_some_and(|of| of + 1 == end || prize(of) || reader.words.longest_before(end, of + 1, Class::AwardNotWinners).is_some())
}

/// 优秀干部是事业发展的关键, 优秀教师为学校作出了贡献: a sentence about winners at large, not a list of them.
fn tells_at_large(reader: &Reader, at: usize, limit: usize, winners: &[Named]) -> bool {
    let end = clause_end(reader, at, limit);
    let tells = (at..end).any(|i| matches!(reader.at(i), '的' | '了') && reader.at(i + 1) != '《');
    tells && !winners.iter().all(is_somebody)
}

/// 集体二等功|（省高院记功）：: where a note that names the giver opens.
fn before_note(reader: &Reader, start: usize, colon: usize) -> Option<usize> {
    let opens = |i: &usize| reader.at(*i) == '（' && reader.closing(*i) == Some(colon);
    let open = (colon.saturating_sub(LONGEST / 2).max(start)..colon).find(opens)?;
    (reader.at(colon) == '：' && (open..colon).any(|i| names_giver(reader, i, colon))).then_some(open)
}

/// （省高院记功）, （最高人民法院授予）: a verb of giving in a note.
fn names_giver(reader: &Reader, at: usize, limit: usize) -> bool {
    any_word(reader, at, limit, &[Class::AwardVerbsGive, Class::AwardVerbsActive, Class::AwardEnds]).is_some() || reader.at(at) == '记'
}

/// 清廉家庭4户: a noun for those who win and their number, up to the end of an item: where the noun ends, the number, the end.
fn numbered_noun(reader: &Reader, at: usize, limit: usize) -> Option<(usize, u32, usize)> {
    let end = (at..limit.min(at + LONGEST / 2)).find(|&i| !is_han(reader.at(i)) || i > at + 2 && reader.number(i, limit).is_some())?;
    let (to, count) = reader.number(end, limit)?;
    let to = reader.word(to, limit, Class::NumberMeasures)?;
    let noun = any_before(reader, end, at, &[Class::HonourPeople, Class::HonourBodies]).is_some();
    let ends = reader.is_boundary(to, limit) || matches!(reader.at(to), '（' | ' ');
    (noun && ends && end >= at + 3).then_some((end, count, to))
}

/// The number behind the name of an honour: （12名）, 5名, 各1名.
fn count_behind(reader: &Reader, at: usize, limit: usize) -> (Option<u32>, usize) {
    let open = reader.at(at) == '（' && at < limit;
    let mut from = if open { at + 1 } else { at };
    if from < limit && matches!(reader.at(from), '各' | '共') {
        from += 1;
    }
    let Some((to, value)) = reader.number(from, limit) else { return (None, at) };
    let Some(mut end) = reader.word(to, limit, Class::NumberMeasures) else { return (None, at) };
    if open {
        match reader.closing(at).filter(|&close| close <= limit) {
            // （6名，按姓氏笔画为序）
            Some(close) if close <= end + 3 || matches!(reader.at(end), '，' | '；' | '、') && close <= end + LONGEST / 2 => end = close,
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
        '为' | '是' | '有' => Some(at + 1),
        '，' if marked => Some(at + 1),
        '。' | '；' | '、' if marked => Some(at),
        _ => marked.then_some(at),
    }
}
