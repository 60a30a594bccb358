//! An honour and its winners around a verb of giving: 授予甲H, H授予甲, H由甲摘得, 认定甲为H, 给予甲嘉奖.

use super::super::honours::{Honour, first_honour, holds_honour, honours, last_honour};
use super::super::recipients::{Expect, Named, any_before, any_word};
use super::each::joined;
use super::frames::{NEAR, before_adverbs, behind_holder, inside_word, not_given};
use super::presented::is_somebody;
use super::{Finder, clause_end, prefix};
use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::rules::Rule;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// How far the honour before its verb reaches back, in characters.
const LONGEST: usize = 60;

/// How many commas may part the winners of an honour.
const MOST_CLAUSES: usize = 3;

/// How many honours back one may be spoken of again.
const LOOKED_BACK: usize = 16;

/// The end of a verb of giving; but in 论文奖授予 it starts behind 奖.
fn gives(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let prize_before = reader.at(at) == '奖' && reader.word(at + 1, limit, Class::AwardVerbsGive).is_some();
    reader.word(at, limit, Class::AwardVerbsGive).filter(|_| !prize_before)
}

/// 授予了“服务队”队旗: what is handed over and is no prize.
pub(super) fn hands_over(reader: &Reader, honour: &Honour, end: usize) -> bool {
    reader.word(honour.span.end, end, Class::AwardNotObjects).is_some()
}

impl Finder<'_, '_> {
    /// 授予卜算、上官小雨“H”称号、抢修二班“H”; 追授水前进同志H.
    pub(super) fn conferred(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = gives(reader, at, limit)?;
        if not_given(reader, at.saturating_sub(12), at) {
            return None;
        }
        let end = self.conferred_to(from, limit);
        let mut list = honours(reader, from, end);
        if list.iter().any(|honour| reader.at(honour.core) == '“') {
            list.retain(|honour| reader.at(honour.core) == '“');
        }
        if list.iter().any(|honour| hands_over(reader, honour, end)) {
            return None;
        }
        // 授予甲等10名同志，乙等10个集体H
        if let [honour] = list.as_slice()
            && let Some(groups) = self.groups(from, self.cut(honour, from))
        {
            for (winners, count) in groups {
                self.give(Rule::AwardConferred, honour, winners, count, CharSpan::new(at, honour.span.end));
            }
            return Some(honour.span.end);
        }
        let mut start = from;
        let mut winners: (Vec<Named>, Option<u32>) = (Vec::new(), None);
        for honour in &list {
            // 授予甲H、授予乙H
            start = (start..honour.span.start).find_map(|i| gives(reader, i, honour.span.start)).unwrap_or(start);
            let cut = self.cut(honour, start);
            let new = self.winners(start, cut, honour.expect);
            let new = match start == from {
                true if self.is_pronoun(start, cut) => self.told_before(at, honour.expect),
                true if new.0.is_empty() && new.1.is_none() => self.rewarded(at, honour.expect),
                _ => new,
            };
            let given = if new.0.is_empty() && new.1.is_none() { winners.clone() } else { new };
            let honour = if cut > honour.span.start && cut <= honour.core {
                Honour::new(reader, cut, honour.core, self.name_end(honour), honour.span)
            } else {
                honour.clone()
            };
            self.give(Rule::AwardConferred, &honour, given.0.clone(), given.1, CharSpan::new(at, honour.span.end));
            winners = given;
            start = honour.span.end;
        }
        list.last().map(|honour| honour.span.end)
    }

    /// Where the clause ends that names winners and their honour; a comma may stand between winners.
    fn conferred_to(&self, from: usize, limit: usize) -> usize {
        let reader = self.reader;
        let first = clause_end(reader, from, limit);
        let mut end = first;
        for _ in 0..MOST_CLAUSES {
            if holds_honour(reader, from, end) {
                return end;
            }
            let goes_on = reader.at(end) == '，' && {
                let (winners, count) = self.winners(from, end, Expect::Either);
                !winners.is_empty() && count.is_some()
            };
            if !goes_on {
                break;
            }
            end = clause_end(reader, end + 1, limit);
        }
        first
    }

    /// 授予|其|H, 授予|他们|H.
    fn is_pronoun(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let one = matches!(reader.at(start), '其' | '他' | '她' | '它');
        let both = matches!((reader.at(start), reader.at(start + 1)), ('二' | '两' | '三', '人')) && end == start + 2;
        both || one && (end == start + 1 || end == start + 2 && reader.at(start + 1) == '们')
    }

    /// 总行营业部有功，|授予其H; 对防止了事故的甲，|授予他H: whom the clause before tells of.
    fn told_before(&self, at: usize, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let before = self.clause_before;
        let rewarded = self.rewarded_in(before, expect);
        if !rewarded.0.is_empty() {
            return rewarded;
        }
        match self.told_of(before).or_else(|| self.topic(at, expect)) {
            Some(named) => (vec![named], None),
            None => self.winners(before.start, self.before_reason(before.start, before.end), expect),
        }
    }

    /// 对甲、乙各奖励2000元，|并授予H: whom the clause before rewards.
    fn rewarded(&self, at: usize, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let opens = matches!(self.reader.at(at.saturating_sub(1)), '并' | '，' | '时');
        if opens { self.rewarded_in(self.clause_before, expect) } else { (Vec::new(), None) }
    }

    /// 对甲、乙|予以奖励: whom a clause rewards.
    fn rewarded_in(&self, before: CharSpan, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let reader = self.reader;
        let to = before.range().find(|&i| matches!(reader.at(i), '对' | '给' | '为') && !inside_word(reader, i));
        let verb = to.and_then(|to| {
            (to + 2..before.end).find(|&i| any_word(reader, i, before.end, &[Class::AwardVerbsActive, Class::AwardEnds]).is_some())
        });
        if let (Some(to), Some(verb)) = (to, verb) {
            return self.winners(to + 1, before_adverbs(reader, to + 1, verb), expect);
        }
        // 奖励甲、乙|每人一台拖拉机
        let from = before.range().find_map(|i| reader.word(i, before.end, Class::AwardVerbsActive));
        let each = from.and_then(|from| (from + 2..before.end).find(|&i| matches!(reader.at(i), '每' | '各')));
        from.zip(each).map_or((Vec::new(), None), |(from, each)| self.winners(from, each, expect))
    }

    /// 颁发了H和H，分别授予甲和乙: what was given in the clause before goes to those behind the verb.
    pub(super) fn conferred_after(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = gives(reader, at, limit).max(reader.word(at, limit, Class::AwardVerbsGo))?;
        let opens = before_adverbs(reader, clause, at) == clause || at == clause;
        let unnamed = self.given[self.before_sentence..].iter().rev().take_while(|given| given.winners.is_empty()).count();
        let end = clause_end(reader, from, limit);
        if opens && unnamed == 0 && reader.word(at, limit, Class::AwardHolders).is_some() {
            return self.holders_named(from, end);
        }
        if !opens || unnamed == 0 || self.plans(at) {
            return None;
        }
        let (winners, count) = self.winners(from, end, Expect::Either);
        let things =
            winners.iter().all(|named| named.kind == RecipientKind::Person && !is_somebody(named)) || number_ends(reader, from, end);
        if unnamed != 1 && unnamed != winners.len() || winners.is_empty() || things {
            return None;
        }
        let first = self.given.len() - unnamed;
        for (i, given) in self.given[first..].iter_mut().enumerate() {
            given.winners = if unnamed == 1 { winners.clone() } else { vec![winners[i].clone()] };
            given.count = given.count.or(count);
        }
        Some(end)
    }

    /// 最后揭晓的是H，|得主是甲: the honour ends the clause before.
    fn holders_named(&mut self, from: usize, end: usize) -> Option<usize> {
        let before = self.clause_before;
        let honour = last_honour(self.reader, before.start, before.end).filter(|honour| honour.span.end == before.end)?;
        let (winners, count) = self.winners(from, end, honour.expect);
        if winners.is_empty() || not_given(self.reader, before.start, honour.span.start) {
            return None;
        }
        self.give(Rule::AwardConferredOn, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// 颁发了H、H，甲、乙分别获奖: one of the honours without winners for each.
    fn one_each(&mut self, winners: &[Named]) -> bool {
        let unnamed = self.given[self.before_sentence..].iter().rev().take_while(|given| given.winners.is_empty()).count();
        let each = unnamed > 1 && unnamed == winners.len();
        let first = self.given.len() - unnamed;
        for (given, winner) in self.given[first..].iter_mut().zip(winners).filter(|_| each) {
            given.winners = vec![winner.clone()];
        }
        each
    }

    /// 表彰先进集体25个、先进个人106名，甲局、乙、丙名列其中: bodies and people, each to the honour that is for them.
    fn each_kind(&mut self, winners: &[Named]) -> bool {
        let reader = self.reader;
        let unnamed = self.given[self.before_sentence..].iter().rev().take_while(|given| given.winners.is_empty()).count();
        let first = self.given.len() - unnamed;
        let expects = |given: &super::Given| {
            honours(reader, given.span.start, given.span.end)
                .into_iter()
                .find(|honour| given.honour.ends_with(&honour.name))
                .map(|honour| honour.expect)
        };
        let of_kind = |kind| winners.iter().filter(|named| named.kind == kind).cloned().collect::<Vec<_>>();
        let [bodies, people] = [RecipientKind::Organization, RecipientKind::Person].map(of_kind);
        let places: Vec<Option<Expect>> = self.given[first..].iter().map(expects).collect();
        let both =
            [Some(Expect::Bodies), Some(Expect::People)].iter().all(|expect| places.iter().filter(|place| *place == expect).count() == 1);
        if unnamed != 2 || !both || bodies.is_empty() || people.is_empty() {
            return false;
        }
        for (given, place) in self.given[first..].iter_mut().zip(places) {
            given.winners = if place == Some(Expect::Bodies) { bodies.clone() } else { people.clone() };
        }
        true
    }

    /// Where the name of an honour ends in the text, before 称号.
    fn name_end(&self, honour: &Honour) -> usize {
        let last = honour.name.chars().last().unwrap_or(' ');
        (honour.span.start..honour.span.end).rev().find(|&i| self.reader.at(i) == last).map_or(honour.span.end, |i| i + 1)
    }

    /// Where the winners end and an honour without quotes begins: 县医院|抗疫先进集体, 张伟|优秀员工.
    fn cut(&self, honour: &Honour, start: usize) -> usize {
        let reader = self.reader;
        let begin = honour.span.start;
        if reader.at(begin) == '“' || honour.core <= begin + 1 || begin > start && reader.at(begin - 1) == ' ' {
            return begin;
        }
        let counted = (start..begin).any(|i| self.counted(start, i, begin).is_some_and(|(to, _)| to == begin));
        if counted {
            return begin;
        }
        let noun = |i: usize| any_before(reader, i, begin, &[Class::OrganizationHeads, Class::Honorifics]).is_some_and(|head| head < i);
        // 石磊|教学能手
        let person = || self.name_before_deed(begin, honour.core, false).filter(|_| honour.expect != Expect::Bodies && begin == start);
        (begin + 2..=honour.core).rev().find(|&i| noun(i)).or_else(person).unwrap_or(if honour.core <= begin + 4 {
            honour.core
        } else {
            begin
        })
    }

    /// “H”授予李家院士; 最高科学技术奖花落甲教授; 流动红旗颁给三班; 把“H”的证书交到甲手里.
    pub(super) fn conferred_on(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = gives(reader, at, limit).max(reader.word(at, limit, Class::AwardVerbsGo))?;
        let honour = self.honour_before(clause, at)?;
        let end = clause_end(reader, from, limit);
        let to = (from + 2..end).find(|&i| reader.word(i, end, Class::AwardHands).is_some()).unwrap_or(end);
        let from = if reader.at(from) == '了' { from + 1 } else { from };
        let (winners, count) = self.winners(from, to, Expect::Either);
        let object = matches!(reader.at(honour.span.start.saturating_sub(1)), '将' | '把') && honour.span.start > clause;
        // 甲夺得季度流动红旗。乙把红旗交到甲手中
        let again = self
            .given
            .iter()
            .rev()
            .take(LOOKED_BACK)
            .any(|given| given.honour.len() > honour.name.len() && given.honour.ends_with(&honour.name));
        let flag = honour.core == honour.span.start && honour.name == "锦旗";
        let handed =
            flag || object && again || hands_over(reader, &honour, end) || reader.word(from, end, Class::AwardNotObjects).is_some();
        if winners.is_empty() || handed || not_given(reader, clause, honour.span.start - usize::from(object)) {
            return None;
        }
        self.give(Rule::AwardConferredOn, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// The honour that ends before a verb: H|授予, H的证书|交到.
    fn honour_before(&self, clause: usize, at: usize) -> Option<Honour> {
        let reader = self.reader;
        // 流动红旗|由甲班移到了乙班手里
        let at = (at.saturating_sub(LONGEST / 3).max(clause)..at)
            .rev()
            .find(|&i| reader.at(i) == '由')
            .filter(|&by| by > clause + 2)
            .unwrap_or(at);
        let medal = reader.words.longest_before(at, clause, Class::HonourTails).filter(|&start| reader.at(start - 1) == '的');
        let end = medal.map_or(at, |start| start - 1);
        let ending = |end: usize| last_honour(reader, clause.max(end.saturating_sub(LONGEST)), end).filter(|honour| honour.span.end == end);
        ending(end).or_else(|| ending(at))
    }

    /// 认定甲、乙等4个支部为“H”，丙为“H”; 把甲评为“H”.
    pub(super) fn rated(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let mut from = reader.word(at, limit, Class::AwardVerbsRate)?;
        if not_given(reader, at.saturating_sub(6), at) {
            return None;
        }
        let mut stop = None;
        while let Some(end) = self.rating(at, from, limit) {
            stop = Some(end);
            if reader.at(end) != '，' {
                break;
            }
            from = end + 1;
        }
        stop.map(|end| self.another(end, limit).unwrap_or(end))
    }

    /// 评出甲为H，|另有“H”7对: a further honour, with its number alone.
    fn another(&mut self, comma: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = if reader.at(comma) == '，' { reader.word(comma + 1, limit, Class::LeadWords)? } else { return None };
        let end = clause_end(reader, from, limit);
        let honour = first_honour(reader, from, end).filter(|honour| honour.span.start == from)?;
        let (to, count) = reader.number(honour.span.end, end)?;
        let stop = reader.word(to, end, Class::NumberMeasures).filter(|&stop| stop == end)?;
        self.give(Rule::AwardRated, &honour, Vec::new(), Some(count), CharSpan::new(from, stop));
        Some(stop)
    }

    /// 甲、乙为“H”; gives the end.
    fn rating(&mut self, at: usize, from: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = clause_end(reader, from, limit);
        let verb = (from + 2..end).rev().find(|&i| reader.at(i) == '为' && self.rates(i + 1, end))?;
        let honour = self.objects(verb + 1, end, 2).into_iter().next()?;
        // 关于命名甲为H的决定
        let decided = reader.at(honour.span.end) == '的' && reader.word(honour.span.end + 1, end, Class::AwardPapers).is_some();
        if !decided && !reader.is_boundary(honour.span.end, end) {
            return None;
        }
        let to = reader.words.longest_before(verb + 1, from, Class::AwardVerbsPassive).unwrap_or(verb);
        let (winners, count) = self.winners(from, to, honour.expect);
        if winners.is_empty() || reader.at(to) == '被' {
            return None;
        }
        let stop = honour.span.end;
        self.give(Rule::AwardRated, &honour, winners, count, CharSpan::new(at, stop));
        Some(stop)
    }

    /// 考核结果揭晓：甲、乙为H: where prizes are spoken of, 为 alone names them.
    pub(super) fn named_as(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if reader.at(at) != '为' || !self.listing || inside_word(reader, at) || !self.rates(at + 1, limit) {
            return None;
        }
        let end = clause_end(reader, at, limit);
        let honour = first_honour(reader, at + 1, end).filter(|honour| reader.is_boundary(behind_holder(reader, honour.span.end), end))?;
        let any_words = reader.at(honour.core) == '“' && !honour.is_told_by_words(reader);
        let (winners, count) = self.winners(clause, at, honour.expect);
        if winners.is_empty() || any_words || self.plans(at) {
            return None;
        }
        let stop = honour.span.end;
        self.give(Rule::AwardRated, &honour, winners, count, CharSpan::new(clause, stop));
        Some(stop)
    }

    /// Whether an honour starts behind 为.
    fn rates(&self, at: usize, end: usize) -> bool {
        first_honour(self.reader, at, end.min(at + NEAR + NEAR)).is_some_and(|honour| honour.span.start <= at + 1)
    }

    /// 给予甲、乙等13人嘉奖: what is given stands at the end of the clause.
    pub(super) fn granted(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = prefix(reader, at, "给予")?;
        let end = clause_end(reader, from, limit);
        // 嘉奖一次
        let times = (reader.at(end - 1) == '次')
            .then(|| (end.saturating_sub(4).max(from)..end - 1).find(|&i| reader.number(i, end).is_some_and(|(to, _)| to + 1 == end)));
        let end = times.flatten().unwrap_or(end);
        let start =
            [Class::HonourHeads, Class::AwardVerbsActive].iter().find_map(|&class| reader.words.longest_before(end, from, class))?;
        // 给予…嘉奖奖励
        let inner = reader.words.longest_before(start, from, Class::HonourHeads);
        let (start, end) = inner.map_or((start, end), |inner| (inner, start));
        if (from..start).any(|i| reader.at(i) == '记' && reader.word(i, end, Class::AwardEnds).is_some()) {
            return None;
        }
        let (winners, count) = self.winners(from, start, Expect::Either);
        if winners.is_empty() || self.plans(at) {
            return None;
        }
        let honour = Honour::new(reader, start, start, end, CharSpan::new(at, end));
        self.give(Rule::AwardGranted, &honour, winners, count, honour.span);
        Some(end)
    }

    /// 公布了“H”名单，甲、乙榜上有名: the winners are said to be on the list that was named before them.
    pub(super) fn on_list(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = reader.word(at, limit, Class::AwardOnList).filter(|&end| reader.is_boundary(end, limit))?;
        let before = self.clause_before;
        let unnamed = self.given[self.before_sentence..].last().filter(|given| given.winners.is_empty()).cloned();
        let honour = match &unnamed {
            Some(given) => honours(reader, given.span.start, given.span.end).into_iter().find(|honour| honour.name == given.honour)?,
            None => self.named_last(before)?,
        };
        let (winners, count) = self.winners(clause, before_adverbs(reader, clause, at), honour.expect);
        if winners.is_empty() {
            return None;
        }
        if self.one_each(&winners) || self.each_kind(&winners) {
            return Some(end);
        }
        // 为H、H、H颁奖，甲、乙等36人获奖: nobody tells of which
        if self.given[self.before_sentence..].iter().filter(|given| given.winners.is_empty()).count() > 1 {
            return None;
        }
        let count = count.or(unnamed.as_ref().and_then(|given| given.count));
        if unnamed.is_some() {
            self.given.pop();
        }
        self.give(Rule::AwardOnList, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// 公布了“H”名单, 宣读了《关于命名“H”的通知》: the honour at the end of a clause, also in the title of a decision.
    fn named_last(&self, clause: CharSpan) -> Option<Honour> {
        let reader = self.reader;
        let last = |from: usize, end: usize| last_honour(reader, from, end).filter(|honour| end <= honour.span.end + 6);
        let title = || {
            let given = self.titled.last().filter(|given| clause.contains(given.span.start))?;
            let open = (clause.start..given.span.start).rev().find(|&i| reader.at(i) == '《')?;
            last(given.span.start, reader.closing(open).filter(|&close| close == clause.end)? - 1)
        };
        last(clause.start, clause.end).or_else(title)
    }

    /// 甲、乙把H收入囊中.
    pub(super) fn took(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(reader.at(at), '把' | '将') || at < clause + 2 || inside_word(reader, at) {
            return None;
        }
        let end = clause_end(reader, at, limit);
        let honour = first_honour(reader, at + 1, end).filter(|honour| honour.span.start == at + 1)?;
        let from = honour.span.end;
        let taken = reader.word(from, end, Class::AwardTaken).is_some_and(|to| to == end);
        let (mut winners, count) = self.winners(clause, before_adverbs(reader, clause, at), honour.expect);
        let mut earlier = self.in_clauses_before(clause, at, &winners, count);
        earlier.append(&mut winners);
        let winners = earlier;
        if !taken || winners.is_empty() || self.plans(at) {
            return None;
        }
        self.give(Rule::AwardTook, &honour, winners, count, CharSpan::new(clause, end));
        Some(end)
    }

    /// H由甲摘得, H为甲所得.
    pub(super) fn taken_by(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(reader.at(at), '由' | '被' | '为') || at < clause + 2 || inside_word(reader, at) {
            return None;
        }
        let end = clause_end(reader, at, limit);
        let classes: &[Class] = if reader.at(at) == '为' { &[Class::AwardTaken] } else { &[Class::AwardVerbsPassive, Class::AwardTaken] };
        let taken = |i: usize| any_word(reader, i, end, classes);
        let verb = (at + 3..end).find(|&i| taken(i).is_some_and(|to| to - i > 1 && to + 1 >= end))?;
        // “H”奖|则由甲获得
        let stop = before_adverbs(reader, clause, at);
        let named = last_honour(reader, clause, stop).filter(|honour| honour.span.end == stop);
        let words = || Honour::new(reader, clause, clause, at, CharSpan::new(clause, at));
        let honour = named.or_else(|| (self.listing && at - clause <= 12).then(words))?;
        let (winners, count) = self.winners(at + 1, before_adverbs(reader, at + 1, verb), Expect::Either);
        if winners.is_empty() {
            return None;
        }
        // 亚军、季军分别被甲、乙拿走
        let row = joined_before(reader, clause, honour.span.end);
        if row.len() > 1 && row.len() == winners.len() {
            for (honour, winner) in row.iter().zip(winners) {
                self.give(Rule::AwardTakenBy, honour, vec![winner], None, CharSpan::new(honour.span.start, end));
            }
            return Some(end);
        }
        self.give(Rule::AwardTakenBy, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }
}

/// 发给缝纫机一台: a thing and how many of it, not somebody.
fn number_ends(reader: &Reader, from: usize, end: usize) -> bool {
    end > from + 3 && reader.number(end - 2, end).is_some_and(|(to, _)| to + 1 == end) && !matches!(reader.at(end - 1), '人' | '名' | '位')
}

/// 亚军、季军: the honours in a row that ends at a position.
fn joined_before(reader: &Reader, clause: usize, end: usize) -> Vec<Honour> {
    let rows = honours(reader, clause.max(end.saturating_sub(LONGEST)), end).into_iter().map(|first| joined(reader, first.span.start, end));
    rows.into_iter().find(|row| row.last().is_some_and(|last| last.span.end == end)).unwrap_or_default()
}
