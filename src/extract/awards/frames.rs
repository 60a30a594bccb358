//! The frames: what stands around a verb of giving. Each is a function beside its example; `H` stands for an honour.

use super::super::honours::{Honour, honours};
use super::super::recipients::{Expect, Named, recipients};
use super::{Finder, clause_end, praised, prefix};
use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::names;
use crate::rules::Rule;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::CharSpan;

/// How far the honour before its verb reaches back, in characters.
const LONGEST: usize = 60;
/// How far an honour may stand behind its verb, in characters.
const NEAR: usize = 14;
/// How far 对甲、乙… reaches before its verb.
const FAR: usize = 240;

impl Finder<'_, '_> {
    /// Tries the frames at a position; `clause` is where the winners before a verb may start. Gives the end of what was read.
    pub(super) fn frame_at(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        self.received(clause, at, limit)
            .or_else(|| self.conferred(at, limit))
            .or_else(|| self.conferred_on(clause, at, limit))
            .or_else(|| self.taken_by(clause, at, limit))
            .or_else(|| self.rated(at, limit))
            .or_else(|| self.named_as(clause, at, limit))
            .or_else(|| self.granted(at, limit))
            .or_else(|| self.on_list(clause, at, limit))
            .or_else(|| self.presented(at, limit))
            .or_else(|| self.announced(at, limit))
            .or_else(|| self.acted(clause, at, limit))
            .or_else(|| self.walked_up(clause, at, limit))
    }

    /// 急诊科、药房等6个科室获“H”称号; 另有52人获得H; 甲被县委、县政府授予H; 甲因…受到嘉奖，被命名为H.
    fn received(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let verb_end = self.receiving(at, limit)?;
        let end = clause_end(reader, verb_end, limit);
        let points = reader.at(at) == '分' && at > 0 && reader.number(at - 1, at).is_some();
        let once =
            (clause.max(at.saturating_sub(30))..at).any(|i| reader.at(i) == '曾' && reader.word(i, at, Class::AwardPast) > Some(i + 1));
        if once || self.wished(clause, at) {
            return None;
        }
        let inside = points || reader.words.ending(verb_end).any(|m| m.start < at && m.classes.has(Class::AwardVerbsPassive));
        if inside || not_given(reader, clause, at) || self.only_reason(at, end, limit) || self.only_rank(at) {
            return None;
        }
        let from = if reader.at(verb_end) == '了' { verb_end + 1 } else { verb_end };
        let again = matches!(reader.at(from), '此' | '该').then(|| self.given.last().map(|given| given.honour.clone())).flatten();
        let list = again.map_or_else(
            || self.objects(from, end, verb_end - at),
            |name| vec![Honour { name, span: CharSpan::new(from, end), core: from, expect: Expect::Either }],
        );
        let first = list.first()?;
        let attribute = reader.at(first.span.end) == '的';
        if attribute && told_of_past(reader, clause, at) {
            return Some(end);
        }
        let presented = || {
            matches!(reader.at(at.saturating_sub(1)), '为' | '向' | '给' | '对' | '、' | '和')
                && (first.span.end..end).any(|i| reader.word(i, end, Class::AwardEnds).is_some())
        };
        if attribute && (presented() || self.winners(clause, before_adverbs(reader, clause, at), first.expect).0.is_empty()) {
            return Some(self.winners_in_noun(Rule::AwardReceivedBefore, at, &list, end));
        }
        if !attribute && self.only_taken(at, verb_end, first) {
            return None;
        }
        let list = if attribute { &list[..1] } else { &list[..] };
        let (winners, count) = self.subject(clause, at, first.expect);
        if winners.is_empty() && count.is_none() && told_of_past(reader, clause, at) {
            return None;
        }
        let stop = list.last().map_or(end, |honour| honour.span.end);
        self.distribute(list, winners, count, CharSpan::new(clause, stop));
        Some(stop)
    }

    /// 甲受到通报嘉奖，被命名为H; 甲位列第一，捧得H: praise or a rank that leads on to an honour.
    fn only_reason(&self, at: usize, end: usize, limit: usize) -> bool {
        let reader = self.reader;
        let next = if reader.at(end + 1) == '并' { end + 2 } else { end + 1 };
        let rank = matches!(reader.at(at + 1), '列' | '居');
        let leads_on = reader.at(at) == '受' && reader.at(next) == '被' || rank && reader.at(next) != '被';
        leads_on && reader.at(end) == '，' && self.receiving(next, limit).is_some()
    }

    /// 力争三年内捧回H，夺取H: a clause that opens with its verb goes on with the wish before it.
    fn wished(&self, clause: usize, at: usize) -> bool {
        let reader = self.reader;
        let before = self.clause_before;
        before_adverbs(reader, clause, at) == clause
            && before.range().any(|i| reader.word(i, before.end, Class::AwardNotGiven).is_some_and(|to| to - i > 1))
    }

    /// 拿到了一批优秀案例, 登上示范段: a verb that takes other objects too needs a quoted honour or a prize.
    fn only_taken(&self, at: usize, verb_end: usize, honour: &Honour) -> bool {
        let reader = self.reader;
        let weak = reader.words.is(at, verb_end, Class::AwardVerbsWeak);
        weak && reader.at(honour.core) != '“'
            && reader.word(honour.core, honour.span.end, Class::HonourHeads).is_none()
            && !honour.name.ends_with('奖')
    }

    /// 总量位列全省第三: a rank is a prize only where prizes are spoken of.
    fn only_rank(&self, at: usize) -> bool {
        let reader = self.reader;
        !self.listing && (reader.at(at) == '列' || matches!(reader.at(at + 1), '列' | '居') && reader.at(at) != '屈')
    }

    /// The end of a verb of receiving: 荣获, 被评为, 被县委、县政府授予.
    fn receiving(&self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let word = reader.word(at, limit, Class::AwardVerbsPassive);
        if word.is_some() || reader.at(at) != '被' {
            return word.filter(|&to| reader.at(to) != '奖');
        }
        let stop = (at..limit.min(at + 24)).find(|&i| is_mark(reader.at(i)) && reader.at(i) != '、').unwrap_or(limit.min(at + 24));
        (at + 3..stop).find_map(|i| {
            let records = (reader.at(i) == '记').then(|| reader.word(i, stop, Class::AwardEnds).map(|_| i + 1)).flatten();
            if records.is_some() {
                return records;
            }
            let to = reader.word(i, stop, Class::AwardVerbsGive).or_else(|| reader.word(i, stop, Class::AwardVerbsPassive))?;
            (to - i > 1).then_some(to)
        })
    }

    /// The honours behind a verb of receiving. What 被评为 is followed by is one, whatever its words.
    fn objects(&self, from: usize, end: usize, verb: usize) -> Vec<Honour> {
        let reader = self.reader;
        let mut list = places(reader, from, end);
        if list.is_empty() {
            list = honours(reader, from, end);
        }
        let between = |i: usize| {
            reader.word(i, end, Class::AwardVerbsPassive).is_some_and(|to| to - i > 1)
                || (reader.at(i) == '的' && reader.words.longest_before(i, from, Class::AwardVerbsGive).is_none())
        };
        let near = list.first().is_some_and(|honour| honour.span.start <= from + NEAR && !(from..honour.span.start).any(between));
        let title = (from + 2..end).find(|&i| reader.word(i, end, Class::HonourTails).is_some_and(|to| to >= end));
        let certain = reader.words.longest_before(from, from - verb, Class::AwardVerbsCertain).is_some();
        let cup = reader.at(end - 1) == '杯' && end > from + 2;
        let strong = matches!(reader.at(from - 1), '为') && verb > 1 || title.is_some() || certain || cup;
        if near {
            return list;
        }
        if strong && (2..=16).contains(&(end - from)) && !(from..end).any(|i| matches!(reader.at(i), '、' | '的')) {
            return vec![Honour::new(reader, from, from, title.unwrap_or(end), CharSpan::new(from, end))];
        }
        Vec::new()
    }

    /// The winners before a verb: in its clause, or, where that begins with the verb, those of the clause before.
    fn subject(&self, clause: usize, at: usize, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let reader = self.reader;
        let end = before_adverbs(reader, clause, at);
        let (winners, count) = self.winners(clause, self.before_reason(clause, end), expect);
        if !winners.is_empty() || count.is_some() {
            return (winners, count);
        }
        let bare = recipients(reader, &self.tagged.registry, clause, end, Expect::Bodies).is_empty();
        if !bare {
            return (winners, count);
        }
        if let Some(given) = self.given[self.before_sentence..].last() {
            return (given.winners.clone(), None);
        }
        let before = CharSpan::new(self.clause_before.start, self.before_reason(self.clause_before.start, self.clause_before.end));
        if before.range().any(|i| matches!(reader.at(i), '了' | '的' | '对' | '为')) {
            return (Vec::new(), None);
        }
        self.winners(before.start, before.end, expect)
    }

    /// Where the winners end and their merit begins: 甲、乙|因表现突出, 丙|在技能比武中.
    fn before_reason(&self, start: usize, end: usize) -> usize {
        let reader = self.reader;
        let occasion =
            |i: usize| reader.at(i) == '在' && i + 3 <= end && (i + 2..end).any(|k| matches!(reader.at(k), '中' | '上' | '里' | '间'));
        let reason = |i: usize| i + 4 <= end && reader.word(i, end, Class::AwardSubjectEnds).is_some();
        let mut i = start + 2;
        while i < end {
            if (occasion(i) || reason(i)) && self.ends_item(start, i) {
                return Some(before_adverbs(reader, start, i)).filter(|&end| self.ends_item(start, end)).unwrap_or(i);
            }
            i = reader.step(i).max(i + 1);
        }
        end
    }

    /// Whether a winner ends here: what goes before, from the last mark on, names one.
    fn ends_item(&self, start: usize, at: usize) -> bool {
        let reader = self.reader;
        let from = (start..at).rev().find(|&i| is_mark(reader.at(i))).map_or(start, |i| i + 1);
        let by_number = (from..at).any(|i| self.counted(start, i, at).is_some());
        by_number || !recipients(reader, &self.tagged.registry, from, at, Expect::Either).is_empty()
    }

    /// 甲、乙、丙分获一、二、三等奖: one each where the numbers agree; else each winner gets all.
    fn distribute(&mut self, list: &[Honour], winners: Vec<Named>, count: Option<u32>, span: CharSpan) {
        if list.len() > 1 && list.len() == winners.len() {
            for (honour, winner) in list.iter().zip(winners) {
                self.give(Rule::AwardReceived, honour, vec![winner], None, CharSpan::new(span.start, honour.span.end));
            }
            return;
        }
        for honour in list {
            let count = count.filter(|_| list.len() == 1);
            self.give(Rule::AwardReceived, honour, winners.clone(), count, CharSpan::new(span.start, honour.span.end));
        }
    }

    /// 为荣获H的初二(3)班代表队颁发奖状; 获H的45个县; 获H的先进集体——中心药房.
    fn winners_in_noun(&mut self, rule: Rule, at: usize, list: &[Honour], limit: usize) -> usize {
        let reader = self.reader;
        let Some(honour) = list.first() else { return at + 1 };
        let from = honour.span.end + 1;
        let verb = (from..limit)
            .find(|&i| {
                [Class::AwardEnds, Class::AwardPraised, Class::RoleExchange, Class::AwardCongratulations, Class::AwardVerbsPassive]
                    .iter()
                    .any(|&class| reader.word(i, limit, class).is_some())
            })
            .unwrap_or(limit);
        let from = (from..verb).rev().find(|&i| reader.at(i) == '—').map_or(from, |dash| dash + 1);
        let from = if matches!(reader.at(from), '是' | '有' | '为') { from + 1 } else { from };
        let nobody = |(winners, count): &(Vec<Named>, Option<u32>)| winners.is_empty() && count.is_none();
        if verb >= limit && nobody(&self.winners(from, verb, honour.expect)) {
            return verb;
        }
        let joined = verb > from && matches!(reader.at(verb - 1), '和' | '及' | '、' | '与');
        let (winners, count) = self.winners(from, verb - usize::from(joined), honour.expect);
        self.give(rule, honour, winners, count, CharSpan::new(at, verb));
        verb
    }

    /// 向获得H的甲、乙、丙三位老师表示祝贺: what a speech at the meeting tells of its prizes.
    pub(super) fn congratulation(&mut self, sentence: CharSpan) {
        let reader = self.reader;
        let limit = sentence.end;
        if !sentence.range().any(|i| reader.word(i, limit, Class::AwardCongratulations).is_some()) {
            return;
        }
        for at in sentence.range() {
            let Some(from) = reader.word(at, limit, Class::AwardVerbsPassive) else { continue };
            let list = honours(reader, from, clause_end(reader, from, limit));
            if list.first().is_some_and(|honour| honour.span.start <= from + NEAR && reader.at(honour.span.end) == '的') {
                let before = self.given.len();
                self.winners_in_noun(Rule::AwardCongratulation, at, &list, limit);
                if self.given[before..].iter().all(|given| given.winners.is_empty()) {
                    self.given.truncate(before);
                }
                return;
            }
        }
    }

    /// 给“十佳工匠”颁了奖。公开、石头等十位工匠都来自一线: the winners of an honour that was given without them.
    pub(super) fn named_again(&mut self, sentence: CharSpan) {
        let reader = self.reader;
        let mut clause = sentence.start;
        for at in sentence.range() {
            if matches!(reader.at(at), '，' | '；' | '：') {
                clause = at + 1;
            }
            let Some((after, count)) = (reader.at(at) == '等').then(|| self.counted(clause, at + 1, sentence.end)).flatten() else {
                continue;
            };
            let Some(noun_end) = reader.word(after, sentence.end, Class::HonourPeople).filter(|&to| to - after > 1) else { continue };
            let noun = reader.text(after, noun_end);
            let unnamed = self.given.iter().rev().take(8).find(|given| given.winners.is_empty() && given.honour.ends_with(&noun));
            let Some(honour) = unnamed.map(|given| given.honour.clone()) else { continue };
            let told = (noun_end..clause_end(reader, noun_end, sentence.end)).any(|i| self.receiving(i, sentence.end).is_some());
            let winners = recipients(reader, &self.tagged.registry, clause, at, Expect::People);
            if !winners.is_empty() && !told {
                let span = CharSpan::new(clause, noun_end);
                self.given.push(super::Given { honour, winners, count: Some(count), span, rule: Rule::AwardNamedAgain, number: None });
            }
        }
    }

    /// 授予卜算、上官小雨“H”称号、抢修二班“H”; 追授水前进同志H.
    pub(super) fn conferred(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::AwardVerbsGive)?;
        if not_given(reader, at.saturating_sub(12), at) {
            return None;
        }
        let end = clause_end(reader, from, limit);
        let mut list = honours(reader, from, end);
        if list.iter().any(|honour| reader.at(honour.core) == '“') {
            list.retain(|honour| reader.at(honour.core) == '“');
        }
        let mut start = from;
        let mut winners: (Vec<Named>, Option<u32>) = (Vec::new(), None);
        for honour in &list {
            let cut = self.cut(honour, start);
            let new = self.winners(start, cut, honour.expect);
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
        let noun = |i: usize| {
            [Class::OrganizationHeads, Class::Honorifics]
                .iter()
                .any(|&class| reader.words.longest_before(i, begin, class).is_some_and(|head| head < i))
        };
        (begin + 2..=honour.core).rev().find(|&i| noun(i)).unwrap_or(if honour.core <= begin + 4 { honour.core } else { begin })
    }

    /// “H”授予李家院士; 最高科学技术奖花落甲教授; 流动红旗颁给三班; 把“H”的证书交到甲手里.
    fn conferred_on(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::AwardVerbsGive).max(reader.word(at, limit, Class::AwardVerbsGo))?;
        let honour = self.honour_before(clause, at)?;
        let end = clause_end(reader, from, limit);
        let to = (from + 2..end).find(|&i| reader.word(i, end, Class::AwardHands).is_some()).unwrap_or(end);
        let from = if reader.at(from) == '了' { from + 1 } else { from };
        let (winners, count) = self.winners(from, to, Expect::Either);
        let object = matches!(reader.at(honour.span.start.saturating_sub(1)), '将' | '把') && honour.span.start > clause;
        if winners.is_empty() || not_given(reader, clause, honour.span.start - usize::from(object)) {
            return None;
        }
        self.give(Rule::AwardConferredOn, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// The honour that ends before a verb: H|授予, H的证书|交到.
    fn honour_before(&self, clause: usize, at: usize) -> Option<Honour> {
        let reader = self.reader;
        let medal = reader.words.longest_before(at, clause, Class::HonourTails).filter(|&start| reader.at(start - 1) == '的');
        let end = medal.map_or(at, |start| start - 1);
        let ending =
            |end: usize| honours(reader, clause.max(end.saturating_sub(LONGEST)), end).pop().filter(|honour| honour.span.end == end);
        ending(end).or_else(|| ending(at))
    }

    /// 认定甲、乙等4个支部为“H”，丙为“H”; 把甲评为“H”.
    fn rated(&mut self, at: usize, limit: usize) -> Option<usize> {
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
        stop
    }

    /// 甲、乙为“H”; gives the end.
    fn rating(&mut self, at: usize, from: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = clause_end(reader, from, limit);
        let verb = (from + 2..end).rev().find(|&i| reader.at(i) == '为' && self.rates(i + 1, end))?;
        let honour = self.objects(verb + 1, end, 2).into_iter().next()?;
        if !reader.is_boundary(honour.span.end, end) {
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
    fn named_as(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if reader.at(at) != '为' || !self.listing || inside_word(reader, at) || !self.rates(at + 1, limit) {
            return None;
        }
        let end = clause_end(reader, at, limit);
        let honour = honours(reader, at + 1, end).into_iter().next().filter(|honour| reader.is_boundary(honour.span.end, end))?;
        let any_words = reader.at(honour.core) == '“' && honour.expect == Expect::Either && !honour.name.ends_with('奖');
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
        honours(self.reader, at, end.min(at + NEAR + NEAR)).first().is_some_and(|honour| honour.span.start <= at + 1)
    }

    /// 给予甲、乙等13人嘉奖: what is given stands at the end of the clause.
    fn granted(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = prefix(reader, at, "给予")?;
        let end = clause_end(reader, from, limit);
        let start =
            [Class::HonourHeads, Class::AwardVerbsActive].iter().find_map(|&class| reader.words.longest_before(end, from, class))?;
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
    fn on_list(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = reader.word(at, limit, Class::AwardOnList).filter(|&end| reader.is_boundary(end, limit))?;
        let before = self.clause_before;
        let honour = honours(reader, before.start, before.end).pop().filter(|honour| before.end <= honour.span.end + 6)?;
        let (winners, count) = self.winners(clause, before_adverbs(reader, clause, at), honour.expect);
        if winners.is_empty() {
            return None;
        }
        self.give(Rule::AwardOnList, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// H由甲摘得.
    fn taken_by(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(reader.at(at), '由' | '被') || at < clause + 2 {
            return None;
        }
        let end = clause_end(reader, at, limit);
        let taken = |i: usize| [Class::AwardVerbsPassive, Class::AwardTaken].iter().filter_map(|&class| reader.word(i, end, class)).max();
        let verb = (at + 3..end).find(|&i| taken(i).is_some_and(|to| to - i > 1 && to + 1 >= end))?;
        let named = honours(reader, clause, at).pop().filter(|honour| honour.span.end == at);
        let words = || Honour::new(reader, clause, clause, at, CharSpan::new(clause, at));
        let honour = named.or_else(|| (self.listing && at - clause <= 12).then(words))?;
        let (winners, count) = self.winners(at + 1, before_adverbs(reader, at + 1, verb), Expect::Either);
        if winners.is_empty() {
            return None;
        }
        self.give(Rule::AwardTakenBy, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// 对甲、乙等14个H和丙等30名H予以表扬; 为3家H颁发奖牌; 向甲、乙颁发“H”奖牌.
    fn presented(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        if !matches!(reader.at(at), '对' | '为' | '向' | '给') || inside_word(reader, at) {
            return None;
        }
        let stop = presenting_end(reader, at, limit);
        let verb =
            (at + 2..stop).find(|&i| reader.word(i, stop, Class::AwardEnds).is_some() && !matches!(reader.at(i - 1), '被' | '获'))?;
        let verb_end = reader.word(verb, stop, Class::AwardEnds)?;
        let other = |i: usize| {
            reader.word(i, verb, Class::RoleAnnounce).is_some()
                || reader.word(i, verb, Class::QuoteVerbs).is_some_and(|to| matches!(reader.at(to), '，' | '：'))
        };
        if (at + 1..verb).any(other) || self.plans(at) {
            return None;
        }
        let received = |i: usize| {
            let holder = reader.word(i, verb, Class::AwardHolders).is_some() || reader.at(at + 1) == '受';
            !holder && reader.word(i, verb, Class::AwardVerbsPassive).is_some_and(|to| to - i > 1)
        };
        if (at + 1..verb).find(|&i| received(i)).is_some_and(|i| !self.of_people_at_large(i, verb)) {
            return None;
        }
        let list = honours(reader, at + 1, verb);
        if list.is_empty() {
            let from = if reader.at(at + 1) == '予' { at + 2 } else { at + 1 };
            return self.presented_with(CharSpan::new(from, verb), verb, verb_end, limit);
        }
        if (verb_end..limit.min(verb_end + 12)).any(|i| reader.word(i, limit, Class::AwardNotObjects).is_some()) {
            return None;
        }
        let praised_before = reader.word(at + 1, verb, Class::AwardPraised);
        if self.recalls(&list) || (praised_before.is_some() && !self.given.is_empty()) {
            return Some(verb_end);
        }
        let from = if reader.at(at + 1) == '予' { at + 2 } else { at + 1 };
        let to = before_adverbs(reader, from, verb);
        self.region(Rule::AwardPresented, &list, CharSpan::new(praised_before.unwrap_or(from), to));
        Some(verb_end)
    }

    /// 对…获得H称号的单位和个人、…进行表彰: nobody is named behind 的.
    fn of_people_at_large(&self, at: usize, end: usize) -> bool {
        let reader = self.reader;
        let Some(of) = (at..end).find(|&i| reader.at(i) == '的').filter(|&of| of > at + 4) else { return false };
        let to = (of..end).find(|&i| is_mark(reader.at(i))).unwrap_or(end);
        let (winners, count) = self.winners(of + 1, to, Expect::Either);
        to < end && winners.is_empty() && count.is_none()
    }

    /// 为收银员水清浅、理货员丛中笑佩戴“H”胸牌; 给丙记个人三等功.
    fn presented_with(&mut self, winners: CharSpan, verb: usize, verb_end: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = if reader.at(verb) == '记' { verb + 1 } else { verb_end };
        let end = clause_end(reader, from, limit);
        let Some(honour) = honours(reader, from, end).into_iter().next().filter(|honour| honour.span.start <= from + NEAR) else {
            return self.praise(winners, verb, verb_end);
        };
        let (list, count) = self.winners(winners.start, winners.end, honour.expect);
        let medal = reader.at(honour.core) != '“' && reader.word(honour.core, end, Class::HonourTails).is_some();
        if medal || (list.is_empty() && count.is_none() && reader.at(honour.core) != '“') {
            return None;
        }
        self.give(Rule::AwardPresentedWith, &honour, list, count, CharSpan::new(winners.start, honour.span.end));
        Some(honour.span.end)
    }

    /// 对水利局、气象台等21个支援单位予以通报表扬: the praise itself is the honour where no other is named.
    fn praise(&mut self, winners: CharSpan, verb: usize, verb_end: usize) -> Option<usize> {
        let reader = self.reader;
        let start = reader.words.longest_before(verb_end, verb, Class::AwardVerbsActive).filter(|&start| reader.at(start) != '颁')?;
        let (list, count) = self.winners(winners.start, winners.end, Expect::Either);
        let groups = self.numbered_groups(winners);
        let honour = || Honour::new(reader, start, start, verb_end, CharSpan::new(winners.start, verb_end));
        if !groups.is_empty() {
            for (group, count) in groups {
                self.give(Rule::AwardPraise, &honour(), group.into_iter().collect(), Some(count), honour().span);
            }
            return Some(verb_end);
        }
        if list.is_empty() || winners.range().any(|i| reader.at(i) == '的') {
            return None;
        }
        let honour = honour();
        self.give(Rule::AwardPraise, &honour, list, count, honour.span);
        Some(verb_end)
    }

    /// 对30名护林员和6家施工单位进行通报表扬: who is praised is known by number alone. Empty where a part has no number.
    fn numbered_groups(&self, span: CharSpan) -> Vec<(Option<Named>, u32)> {
        let reader = self.reader;
        let mut groups = Vec::new();
        let mut at = span.start;
        while at < span.end {
            let end = (at..span.end).find(|&i| reader.at(i) == '、' || i > at && conjunction_end(reader, i).is_some()).unwrap_or(span.end);
            let noun = reader.number(at, end).and_then(|(to, count)| Some((reader.word(to, end, Class::NumberMeasures)?, count)));
            let Some((noun, count)) = noun.filter(|&(noun, _)| (2..=12).contains(&(end - noun))) else {
                return Vec::new();
            };
            let anybody = reader.words.is(noun, end, Class::AwardNotWinners);
            let named = (!anybody).then(|| Named { name: reader.text(noun, end), kind: RecipientKind::Organization });
            groups.push((named, count));
            at = if end < span.end { conjunction_end(reader, end).unwrap_or(end + 1) } else { end };
        }
        groups
    }

    /// Whether honours are only spoken of again, without numbers or names: 为先进集体和先进个人颁奖 behind their lists.
    fn recalls(&self, list: &[Honour]) -> bool {
        let reader = self.reader;
        let told = |honour: &Honour| {
            self.given.iter().rev().take(64).any(|given| !given.winners.is_empty() && given.honour.ends_with(&honour.name))
        };
        list.iter().any(told) && !(list[0].span.start..list[list.len() - 1].span.end).any(|i| reader.number(i, i + 1).is_some())
    }

    /// 表彰了先进单位4个、优秀专职委员10名; 表彰了先进个人甲、乙3人和优秀团队丙; 评选出“H”：甲、乙；“H”：丙.
    fn announced(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::AwardVerbsActive)?;
        let meeting =
            reader.word(from, limit, Class::CeremonyNouns).is_some() || matches!(reader.at(from), '暨' | '决' | '名' | '通' | '文' | '的');
        let noun = at > 0 && matches!(reader.at(at - 1), '受' | '到' | '予' | '行' | '给' | '于' | '获' | '级' | '被' | '次');
        if meeting || noun || self.plans(at) {
            return None;
        }
        self.listing = true;
        if let Some(to) = self.listed(from, limit) {
            return Some(to);
        }
        let end = (from..limit.min(from + FAR))
            .find(|&i| matches!(reader.at(i), '；' | '。' | '：') || (reader.at(i) == '，' && !self.goes_on(i, limit)))
            .unwrap_or(limit.min(from + FAR));
        let mut list = honours(reader, from, end);
        list.retain(|honour| reader.at(honour.core) == '“' || reader.word(honour.core, end, Class::HonourTails).is_none());
        let Some(first) = list.first().map(|honour| honour.span.start) else {
            return self.praised_alone(at, from, end);
        };
        if reader.at(at) == '颁' && first > from {
            return None;
        }
        self.region(Rule::AwardAnnounced, &list, CharSpan::new(from, end));
        Some(end)
    }

    /// 通报表扬了甲、乙: the praise itself is the honour where no other is named, and who is praised is surely somebody.
    fn praised_alone(&mut self, at: usize, from: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let end = clause_end(reader, from, end);
        let to = if reader.at(from - 1) == '了' { from - 1 } else { from };
        let praise = matches!((reader.at(to - 2), reader.at(to - 1)), ('表', '扬') | ('嘉', '奖'))
            && !matches!(reader.at(at.saturating_sub(1)), '、' | '获');
        let (winners, count) = self.winners(from, end, Expect::Either);
        if !praise || winners.is_empty() || !winners.iter().all(is_somebody) {
            return None;
        }
        let honour = Honour::new(reader, at, at, to, CharSpan::new(at, end));
        self.give(Rule::AwardPraise, &honour, winners, count, honour.span);
        Some(end)
    }

    /// Whether the sentence plans what it speaks of, here or before: 年底将评选H，对H予以表彰.
    fn plans(&mut self, at: usize) -> bool {
        self.planned |= not_given(self.reader, at.saturating_sub(6), at);
        self.planned
    }

    /// Whether more honours follow behind a comma: …12个，优秀教师50名.
    fn goes_on(&self, comma: usize, limit: usize) -> bool {
        let reader = self.reader;
        let end = clause_end(reader, comma + 1, limit);
        let opens = matches!(reader.at(comma + 1), '以' | '及')
            || reader.number(comma + 1, end).is_some()
            || matches!(reader.at(end - 1), '名' | '个' | '人');
        opens
            && !honours(reader, comma + 1, end).is_empty()
            && !(comma + 1..end).any(|i| reader.word(i, end, Class::AwardVerbsPassive).is_some())
    }

    /// A stretch of honours with winners and numbers before or behind each: the first one shows which.
    fn region(&mut self, rule: Rule, list: &[Honour], region: CharSpan) {
        let reader = self.reader;
        let mut from = region.start;
        let behind = self.names_behind(list, region);
        for (i, honour) in list.iter().enumerate() {
            if i > 0 && self.sums_up(list, i) {
                break;
            }
            let next = list.get(i + 1).map_or(region.end, |next| next.span.start);
            let field = behind || reader.at(honour.span.start.saturating_sub(1)) == '的';
            let (mut winners, mut count) = self.winners(from, honour.span.start, honour.expect);
            if field && count.is_none() {
                winners.clear();
            }
            let mut end = behind_holder(reader, honour.span.end);
            if count.is_none()
                && winners.is_empty()
                && !matches!(reader.at(end), '代' | '，' | '和' | '、' | '及' | '与' | '等' | '进' | '的')
            {
                let stop = (end..next).rev().find(|&i| !matches!(reader.at(i), '和' | '及' | '、' | '，')).map_or(end, |i| i + 1);
                (winners, count) = self.winners(end, stop, honour.expect);
                if !winners.is_empty() || count.is_some() {
                    end = next;
                }
            }
            self.give(rule, honour, winners, count, CharSpan::new(from, end));
            let people = prefix(reader, end, "代表").filter(|_| end < region.end);
            from = behind_conjunction(reader, people.unwrap_or(end));
        }
    }

    /// Whether the winners stand behind each honour: 给期末联考“H”甲、乙和“H”丙发奖.
    fn names_behind(&self, list: &[Honour], region: CharSpan) -> bool {
        let winners = |i: usize| {
            let next = list.get(i + 1).map_or(region.end, |next| next.span.start);
            self.names_at(behind_holder(self.reader, list[i].span.end), next, list[i].expect)
        };
        winners(0) && winners(list.len() - 1)
    }

    /// Whether a winner's name starts right at a position.
    fn names_at(&self, at: usize, end: usize, expect: Expect) -> bool {
        let open = !(at..end).any(|i| self.reader.at(i) == '了')
            && !matches!(self.reader.at(at), '代' | '，' | '和' | '、' | '及' | '与' | '等' | '进' | '的' | '获');
        at < end && open && !self.winners(at, end, expect).0.is_empty()
    }

    /// Whether the honours from here on only sum up those before: H、H和H等先进集体和个人.
    fn sums_up(&self, list: &[Honour], i: usize) -> bool {
        let reader = self.reader;
        let at = list[i - 1].span.end;
        let numbered = || (list[i].span.end..list[i].span.end + 2).any(|k| reader.number(k, k + 1).is_some());
        reader.at(at) == '等' && list[i].span.start == at + 1 && !numbered()
    }

    /// H获得者甲、乙上台领奖.
    fn walked_up(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = praised(reader, at, limit)?;
        let honour = honours(reader, clause, at).into_iter().next().filter(|honour| honour.span.start <= clause + 1)?;
        let from = behind_holder(reader, honour.span.end);
        if !self.names_at(from, at, honour.expect) {
            return None;
        }
        let (winners, count) = self.winners(from, before_adverbs(reader, from, at), honour.expect);
        self.give(Rule::AwardActed, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// 统计局、石城镇4个H代表分别上台发言; 石城镇等5个H受到表扬; 26名民警受到嘉奖.
    fn acted(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let (number_end, value) = reader.number(at, limit)?;
        let from = reader.word(number_end, limit, Class::NumberMeasures)?;
        let honour = honours(reader, from, limit.min(from + 24)).into_iter().next().filter(|honour| honour.span.start == from)?;
        let count = praised(reader, honour.span.end, limit).map(|_| value);
        if count.is_none() {
            let people = prefix(reader, honour.span.end, "代表")?;
            let end = clause_end(reader, people, limit);
            (people..end).find_map(|i| reader.word(i, end, Class::RoleExchange))?;
        }
        let winners = recipients(reader, &self.tagged.registry, clause, at, honour.expect);
        if winners.is_empty() && count.is_none() {
            return None;
        }
        self.give(Rule::AwardActed, &honour, winners, count, CharSpan::new(clause, honour.span.end));
        Some(honour.span.end)
    }
}

/// 第二、第三名, 全省第一名, 总评第一; 一、二、三等奖 as three.
fn places(reader: &Reader, from: usize, end: usize) -> Vec<Honour> {
    let mut found = Vec::new();
    let mut start = from;
    let mut i = from;
    while i < end && i < from + FAR {
        let ordinal = if reader.at(i) == '第' { reader.number(i + 1, end) } else { None };
        if let Some((to, _)) =
            ordinal.filter(|&(to, _)| matches!(reader.at(to), '名' | '位' | '、' | '，' | '。' | '；' | '和' | '\n') || to == end)
        {
            let to = if to < end && matches!(reader.at(to), '名' | '位') { to + 1 } else { to };
            if i <= start + NEAR {
                found.push(Honour::new(reader, start, i, to, CharSpan::new(start, to)));
            }
            start = to;
        }
        if matches!(reader.at(i), '、' | '和' | '及') {
            start = i + 1;
        }
        i = reader.step(i);
    }
    if found.is_empty() { grades(reader, from, end) } else { found }
}

/// 一、二、三等奖: the grade of each.
fn grades(reader: &Reader, from: usize, end: usize) -> Vec<Honour> {
    let Some(last) = (from..end.min(from + FAR)).find(|&i| prefix(reader, i, "等奖").is_some() || prefix(reader, i, "等功").is_some())
    else {
        return Vec::new();
    };
    let is_grade = |i: usize| matches!(reader.at(i), '一' | '二' | '三' | '四' | '特');
    let mut at = last;
    let mut numbers = Vec::new();
    while at > from && is_grade(at - 1) {
        numbers.push(at - 1);
        at -= 1;
        if at > from && matches!(reader.at(at - 1), '、' | '和') {
            at -= 1;
        }
    }
    if numbers.len() < 2 {
        return Vec::new();
    }
    numbers.reverse();
    let head = reader.text(from, numbers[0]);
    let tail = reader.text(last, last + 2);
    let span = CharSpan::new(from, last + 2);
    numbers.iter().map(|&i| Honour { name: format!("{head}{}{tail}", reader.at(i)), span, core: from, expect: Expect::Either }).collect()
}

/// Whether what stands before a verb tells of another time or of a wish: 曾获, 拟表彰, 争创.
fn not_given(reader: &Reader, clause: usize, at: usize) -> bool {
    (at.saturating_sub(5).max(clause)..at)
        .any(|i| reader.word(i, at, Class::AwardNotGiven).is_some_and(|to| to - i > 1 || to == at || i == clause && to + 2 >= at))
}

/// Whether a winner is a body, or has a name that opens with a surname.
fn is_somebody(named: &Named) -> bool {
    let chars: Vec<char> = named.name.chars().collect();
    let surname =
        || names::surname(&chars, 0).is_some_and(|(length, weight)| length < chars.len() && chars.len() <= length + 2 && weight > 0);
    named.kind == RecipientKind::Organization || named.name.contains('·') || surname()
}

/// Behind 获得者: 一等奖获得者高山.
fn behind_holder(reader: &Reader, at: usize) -> usize {
    reader.word(at, at + 4, Class::AwardHolders).unwrap_or(at)
}

/// Whether a clause tells of former times: 去年被评为H的甲, 曾在南塘服役并获得H的乙.
fn told_of_past(reader: &Reader, clause: usize, at: usize) -> bool {
    (clause.max(at.saturating_sub(40))..at).any(|i| reader.word(i, at, Class::AwardPast).is_some())
}

/// Before the adverbs that stand between the winners and their verb: 甲、乙|分别.
fn before_adverbs(reader: &Reader, from: usize, at: usize) -> usize {
    let mut end = at;
    while let Some(start) = reader.words.longest_before(end, from, Class::AwardAdverbs).filter(|&start| start < end) {
        if end - start == 1 && end - from == 2 || start == from || matches!(reader.at(start - 1), '、' | '和' | '及') {
            break;
        }
        end = start;
    }
    end
}

/// 因为, 作为, 评为, 面向, 送给: the character before is part of the word, so no phrase opens.
fn inside_word(reader: &Reader, at: usize) -> bool {
    at > 0
        && match reader.at(at) {
            '为' => matches!(reader.at(at - 1), '评' | '名' | '定' | '作' | '因' | '成' | '选' | '分' | '列' | '设'),
            '给' => matches!(reader.at(at - 1), '送' | '发' | '颁'),
            _ => matches!(reader.at(at - 1), '面' | '应' | '针' | '转' | '方' | '核' | '一'),
        }
}

/// Where 对…, 为… must have met its verb: with its clause, or behind further honours (对甲等12个H1，乙等2个H2…).
fn presenting_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let far = limit.min(at + FAR);
    let mut from = at + 1;
    for i in at..far {
        let goes_on = || {
            let next = || honours(reader, i + 1, clause_end(reader, i + 1, far)).first().is_some_and(|honour| honour.span.start == i + 1);
            honours(reader, from, i).last().is_some_and(|honour| honour.span.end == i || next())
        };
        if matches!(reader.at(i), '；' | '。' | '：') || (reader.at(i) == '，' && (reader.at(at) != '对' || !goes_on())) {
            return i;
        }
        if reader.at(i) == '，' {
            from = i + 1;
        }
    }
    far
}

/// Behind 、 ， 和 以及 between two honours.
fn behind_conjunction(reader: &Reader, at: usize) -> usize {
    let mark = matches!(reader.at(at), '、' | '，' | '；');
    let at = if mark { at + 1 } else { at };
    conjunction_end(reader, at).unwrap_or(at)
}
