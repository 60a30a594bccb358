//! The winners before the verb: 甲、乙荣获H, 丙被评为H. Also 荣获H的甲, and what a later sentence adds.

use super::super::honours::{Honour, first_honour, honours};
use super::super::recipients::{Expect, Named, any_before, any_word, recipients};
use super::frames::{FAR, NEAR, before_adverbs, behind_holder, not_given, told_of_past};
use super::lists::copula;
use super::places::places;
use super::presented::is_somebody;
use super::{Finder, clause_end, prefix, year_at};
use crate::lexicon::Class;
use crate::rules::Rule;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::{CharSpan, is_han};

impl Finder<'_, '_> {
    /// 急诊科、药房等6个科室获“H”称号; 另有52人获得H; 甲被县委、县政府授予H; 甲因…受到嘉奖，被命名为H.
    pub(super) fn received(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let verb_end = self.receiving(at, limit)?;
        let end = self.own_clause_end(verb_end, limit);
        if self.tells_otherwise(clause, CharSpan::new(at, verb_end), end, limit) {
            return None;
        }
        let from = if reader.at(verb_end) == '了' { verb_end + 1 } else { verb_end };
        let again = matches!(reader.at(from), '此' | '该').then(|| self.given.last().map(|given| given.honour.clone())).flatten();
        let list = again.map_or_else(
            || self.objects(from, end, verb_end - at),
            |name| {
                let of = (from..end.min(from + 6)).find(|&i| reader.at(i) == '的').unwrap_or(end);
                vec![Honour { name, span: CharSpan::new(from, of), core: from, expect: Expect::Either }]
            },
        );
        let first = list.first()?;
        if bare_rank(reader, verb_end, first) {
            return None;
        }
        let of = attribute_of(reader, &list);
        let attribute = of > 0;
        let held = &list[..of.max(1)];
        if attribute && told_of_past(reader, clause, at) {
            return Some(end);
        }
        let copula = copula(reader, first.span.end, end)
            .filter(|_| self.winners(clause, before_adverbs(reader, clause, at), first.expect).0.is_empty());
        if copula.is_some() && !told_of_past(reader, clause, at) {
            return Some(self.winners_in_noun(Rule::AwardReceivedBefore, at, held, end));
        }
        let presented = || {
            let opens = matches!(reader.at(at.saturating_sub(1)), '为' | '向' | '给' | '对');
            // 为获得H的甲，H乙颁奖: the verb may stand in the next clause.
            let far = if opens { clause_end(reader, (end + 1).min(limit), limit) } else { end };
            (opens || matches!(reader.at(at.saturating_sub(1)), '、' | '和'))
                && (first.span.end..far).any(|i| reader.word(i, far, Class::AwardEnds).is_some())
        };
        if attribute && (presented() || self.winners(clause, before_adverbs(reader, clause, at), first.expect).0.is_empty()) {
            return Some(self.winners_in_noun(Rule::AwardReceivedBefore, at, held, end));
        }
        if !attribute && self.only_taken(at, verb_end, first) {
            return None;
        }
        self.received_by(clause, at, if attribute { held } else { &list[..] })
    }

    /// Whether a verb of receiving tells of former times, of a wish or of something else: 曾获, 力争捧回, 得分获….
    fn tells_otherwise(&mut self, clause: usize, verb: CharSpan, end: usize, limit: usize) -> bool {
        let reader = self.reader;
        let at = verb.start;
        let once =
            (clause.max(at.saturating_sub(30))..at).any(|i| reader.at(i) == '曾' && reader.word(i, at, Class::AwardPast) > Some(i + 1));
        self.former |= once || reader.words.longest_before(at, clause, Class::AwardPast).is_some();
        if once || self.goes_on_with_past(clause, at) || self.wished(clause, at) || reader.word(at, limit, Class::AwardVerbsNot).is_some() {
            return true;
        }
        let points = reader.at(at) == '分' && at > 0 && reader.number(at - 1, at).is_some();
        // 2016年，甲获H, 甲于2017年获H: in a report of later years
        let long_ago = |i: usize, years: u32| year_at(reader, i).is_some_and(|year| self.year.is_some_and(|now| year + years <= now));
        let told_by_year = (at.saturating_sub(9).max(clause)..at).any(|i| reader.at(i) == '于' && long_ago(i + 1, 1))
            || long_ago(self.clause_before.start, 2) && self.clause_before.len() <= 9
            || long_ago(clause, 2);
        if told_by_year {
            return true;
        }
        // 除获得2项一等奖外
        let except = (clause..at).any(|i| reader.at(i) == '除') && matches!(reader.at(end - 1), '外' | '后');
        let quoted = except || (clause..at).any(|i| reader.at(i) == '“' && reader.closing(i) > Some(end));
        let inside = points || quoted || reader.words.ending(verb.end).any(|m| m.start < at && m.classes.has(Class::AwardVerbsPassive));
        inside || not_given(reader, clause, at) || self.only_reason(at, end, limit) || self.only_rank(at)
    }

    /// The honours of a verb go to its subject; gives where they end.
    fn received_by(&mut self, clause: usize, at: usize, list: &[Honour]) -> Option<usize> {
        let reader = self.reader;
        let (first, stop) = (list.first()?, list.last()?.span.end);
        let (mut winners, count) = self.subject(clause, at, first.expect);
        // 甲、乙等十人成为“H”, but not 小镇成为“网红”
        let told = !winners.is_empty() && count.is_some() || self.listing && first.is_told_by_words(reader);
        if reader.at(at) == '成' && !told {
            return None;
        }
        let mut earlier = self.in_clauses_before(clause, at, &winners, count);
        earlier.append(&mut winners);
        let winners = earlier;
        // 学校先后荣获H、H: over the years
        let over_years = winners.len() < 2 && count.is_none() && prefix(reader, at.saturating_sub(2), "先后").is_some();
        let then = told_of_past(reader, before_adverbs(reader, clause, at).saturating_sub(LONGEST_TIME).max(clause + 2), at);
        // 2017年，取得设计第三名、效率第一名等好成绩
        let result =
            winners.is_empty() && count.is_none() && (stop..stop + 5).any(|i| reader.word(i, stop + 8, Class::AwardResults).is_some());
        if result || over_years || then || winners.is_empty() && count.is_none() && told_of_past(reader, clause, at) {
            self.former = true;
            return None;
        }
        if let Some(groups) = self.groups(clause, before_adverbs(reader, clause, at)).filter(|_| list.len() == 1) {
            for (winners, count) in groups {
                self.give(Rule::AwardReceived, first, winners, count, CharSpan::new(clause, stop));
            }
            return Some(stop);
        }
        self.distribute(list, winners, count, CharSpan::new(clause, stop));
        Some(stop)
    }

    /// Where the clause of a verb ends; in 甲获冠军、乙获亚军 already at 、, behind which another winner has a verb too.
    fn own_clause_end(&self, from: usize, limit: usize) -> usize {
        let reader = self.reader;
        let end = clause_end(reader, from, limit);
        let goes_on = |at: usize| {
            let stop = (at..end).find(|&i| reader.at(i) == '、').unwrap_or(end);
            let verb = (at + 2..stop)
                .find_map(|i| reader.word(i, stop, Class::AwardVerbsPassive).map(|to| (i, to)))
                .filter(|&(i, _)| conjunction_end(reader, i - 1) != Some(i))
                .map(|(_, to)| to);
            let adjective = |i: usize| any_word(reader, i, stop, &[Class::HonourAdjectives, Class::HonourHeads]).is_some();
            verb.is_some_and(|to| {
                !(at..to).any(adjective) && first_honour(reader, to, stop).is_some_and(|honour| honour.span.start <= to + NEAR)
            })
        };
        let mut at = from;
        while at < end {
            if reader.at(at) == '、' && goes_on(at + 1) {
                return at;
            }
            at = reader.step(at);
        }
        end
    }

    /// 甲受到通报嘉奖，被命名为H; 甲位列第一，捧得H: praise or a rank that leads on to an honour.
    fn only_reason(&self, at: usize, end: usize, limit: usize) -> bool {
        let reader = self.reader;
        let next = if reader.at(end + 1) == '并' { end + 2 } else { end + 1 };
        let rank = matches!(reader.at(at + 1), '列' | '居');
        let leads_on = reader.at(at) == '受' && reader.at(next) == '被' || rank && reader.at(next) != '被';
        leads_on && reader.at(end) == '，' && self.receiving(next, limit).is_some()
    }

    /// 甲曾获H，被评为H: a clause that opens with its verb goes on with what was won in former times.
    fn goes_on_with_past(&self, clause: usize, at: usize) -> bool {
        self.former && before_adverbs(self.reader, clause, at) == clause
    }

    /// 力争三年内捧回H，夺取H: a clause that opens with its verb goes on with the wish before it.
    fn wished(&self, clause: usize, at: usize) -> bool {
        let reader = self.reader;
        let before = self.clause_before;
        // 力争年内有3个村|被评为H
        let opens = reader.word(clause, at, Class::AwardWishes).is_some_and(|to| reader.at(to) != '的');
        let wishes = || before.range().any(|i| reader.word(i, before.end, Class::AwardWishes).is_some());
        opens || before_adverbs(reader, clause, at) == clause && wishes()
    }

    /// 拿到了一批优秀案例, 登上示范段: a verb that takes other objects too needs a quoted honour or a prize.
    fn only_taken(&self, at: usize, verb_end: usize, honour: &Honour) -> bool {
        let reader = self.reader;
        let weak = reader.words.is(at, verb_end, Class::AwardVerbsWeak);
        // 分享三等奖, but 分享从“旱鸭子”到尖兵的经历
        let shares = reader.at(verb_end - 1) == '享';
        weak && (shares || !matches!(reader.at(honour.core), '“' | '好'))
            && reader.word(honour.core, honour.span.end, Class::HonourHeads).is_none()
            && !honour.name.ends_with('奖')
    }

    /// 总量位列全省第三: a rank is a prize only where prizes are spoken of.
    fn only_rank(&self, at: usize) -> bool {
        let reader = self.reader;
        let told = self.listing || self.given.len() > self.before_sentence;
        let prize = reader.word(at + 2, at + 8, Class::HonourPlaces).is_some_and(|to| reader.at(to - 1) == '奖');
        !told && !prize && (reader.at(at) == '列' || matches!(reader.at(at + 1), '列' | '居') && reader.at(at) != '屈')
    }

    /// The end of a verb of receiving: 荣获, 被评为, 被县委、县政府授予.
    fn receiving(&self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let word = reader.word(at, limit, Class::AwardVerbsPassive);
        // 以高分|获得H
        let longer = |to: usize| reader.word(at + 1, limit, Class::AwardVerbsPassive).is_some_and(|next| next > to);
        if reader.at(at) == '分' && word.is_some_and(longer) {
            return None;
        }
        // 甲受嘉奖
        if word.is_none() && reader.at(at) == '受' && reader.word(at + 1, limit, Class::AwardPraiseReceived).is_some() {
            return Some(at + 1);
        }
        // 另有5条建议得三等奖; 女子举重队记集体一等功
        let prize = |at: usize| any_word(reader, at, limit, &[Class::HonourPlaces, Class::HonourMedals]).is_some();
        let recorded = || reader.word(at, limit, Class::AwardEnds).is_some_and(|to| to > at + 2);
        if word.is_none() && (reader.at(at) == '得' && prize(at + 1) || reader.at(at) == '记' && recorded()) {
            return Some(at + 1);
        }
        if word.is_some() || reader.at(at) != '被' {
            // 享受到, 感受到
            let felt = reader.at(at) == '受' && at > 0 && matches!(reader.at(at - 1), '享' | '感' | '承' | '接' | '忍' | '遭');
            return word.filter(|&to| reader.at(to) != '奖' && !felt);
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
    pub(super) fn objects(&self, from: usize, end: usize, verb: usize) -> Vec<Honour> {
        let reader = self.reader;
        let mut list = places(reader, from, end);
        if list.is_empty() {
            list = honours(reader, from, end);
        }
        // 成为所里的“H”, 获得省里的“H”
        // 拿到了村里首次设的创业奖
        let set_up = |of: usize| of <= from + NEAR && matches!(reader.at(of - 1), '设' | '立' | '办' | '评');
        let of_place = |of: usize| set_up(of) || of <= from + NEAR / 2 && reader.at(of - 1) == '里' && reader.at(of + 1) == '“';
        // 获得了本次竞赛|的冠军
        let of_contest =
            |of: usize| of <= from + NEAR && (reader.at(of - 1) == '赛' || reader.word(from, of, Class::HonourTimes).is_some());
        let between = |i: usize| {
            reader.word(i, end, Class::AwardVerbsPassive).is_some_and(|to| to - i > 1)
                || (reader.at(i) == '的'
                    && reader.words.longest_before(i, from, Class::AwardVerbsGive).is_none()
                    && !of_place(i)
                    && !of_contest(i))
        };
        let near = list.first().is_some_and(|honour| honour.span.start <= from + NEAR && !(from..honour.span.start).any(between));
        let tail = |i: usize| {
            reader.word(i, end, Class::HonourTails).is_some_and(|to| to >= end) && (reader.at(i) != '证' || reader.at(i - 1) == '”')
        };
        let title = (from + 2..end).find(|&i| tail(i));
        let certain = reader.words.longest_before(from, from - verb, Class::AwardVerbsCertain).is_some();
        let cup = reader.at(end - 1) == '杯' && end > from + 2;
        let praised = self.listing && near_praise(reader, from, end);
        // 被推选为候选人, but 被评选为…
        let elected = matches!(reader.at(from.saturating_sub(2)), '选' | '荐') && reader.at(from.saturating_sub(3)) != '评';
        // 当选好媳妇, 评上好邻里
        let good = reader.at(from) == '好' && (3..=5).contains(&(end - from)) && (from..end).all(|i| is_han(reader.at(i)));
        let strong = good && !matches!(reader.at(from - 1), '了' | '得' | '到')
            || matches!(reader.at(from - 1), '为') && verb > 1 && !elected
            || title.is_some()
            || certain
            || cup
            || praised;
        if near {
            return list;
        }
        if reader.word(from, end, Class::HonoursBad).is_some() {
            return Vec::new();
        }
        if strong && (2..=16).contains(&(end - from)) && !(from..end).any(|i| matches!(reader.at(i), '、' | '的')) {
            return vec![Honour::new(reader, from, from, title.unwrap_or(end), CharSpan::new(from, end))];
        }
        Vec::new()
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
            let total = self.reader.at(honour.span.end) == '（';
            let number = || number_behind(self.reader, honour.span.end).filter(|_| total || winners.is_empty());
            let count = count.filter(|_| list.len() == 1).or_else(number);
            self.give(Rule::AwardReceived, honour, winners.clone(), count, CharSpan::new(span.start, honour.span.end));
        }
    }

    /// 为荣获H的初二(3)班代表队颁发奖状; 获H的45个县; 获H的先进集体——中心药房.
    pub(super) fn winners_in_noun(&mut self, rule: Rule, at: usize, list: &[Honour], limit: usize) -> usize {
        let reader = self.reader;
        let Some(honour) = list.last() else { return at + 1 };
        let from = honour.span.end + usize::from(reader.at(honour.span.end) == '的');
        let from = is_or_has(reader, behind_people(reader, from, limit), limit).map_or(from, |is| is + 1);
        let verb = (from..limit)
            .find(|&i| {
                any_word(
                    reader,
                    i,
                    limit,
                    &[Class::AwardEnds, Class::AwardPraised, Class::RoleExchange, Class::AwardCongratulations, Class::AwardVerbsPassive],
                )
                .is_some()
            })
            .unwrap_or(limit);
        let from = (from..verb).rev().find(|&i| reader.at(i) == '—').map_or(from, |dash| dash + 1);
        if opens_list(reader, from, limit) {
            let stop = (limit..limit + LONGEST_LIST).find(|&i| matches!(reader.at(i), '。' | '；' | '\n')).unwrap_or(limit);
            let (winners, count) = self.winners(limit + 1, stop, honour.expect);
            if !winners.is_empty() {
                self.give_each(rule, list, &winners, count, CharSpan::new(at, stop));
                return stop;
            }
        }
        if let Some(next) = self.next_attribute(from, verb) {
            let end =
                if matches!(reader.at(next.span.start - 1), '、' | '，' | '和' | '及') { next.span.start - 1 } else { next.span.start };
            let (winners, count) = self.winners(from, end, honour.expect);
            self.give_each(rule, list, &winners, count, CharSpan::new(at, end));
            return self.winners_in_noun(rule, next.span.start, std::slice::from_ref(&next), limit);
        }
        let nobody = |(winners, count): &(Vec<Named>, Option<u32>)| winners.is_empty() && count.is_none();
        if verb >= limit && nobody(&self.winners(from, verb, honour.expect)) {
            return verb;
        }
        let joined = verb > from && matches!(reader.at(verb - 1), '和' | '及' | '、' | '与');
        let (winners, count) = self.winners(from, verb - usize::from(joined), honour.expect);
        let count = count.or_else(|| self.numbered_before(at));
        self.give_each(rule, list, &winners, count, CharSpan::new(at, verb));
        match self.attribute_behind(verb) {
            Some(next) => {
                let end = clause_end(reader, next.span.end, next.span.end + FAR);
                self.winners_in_noun(rule, next.span.start, std::slice::from_ref(&next), end)
            }
            None => verb,
        }
    }

    /// 获得“H”称号的甲等10名同志，|“H”称号的乙: a further honour as attribute behind the comma.
    fn attribute_behind(&self, comma: usize) -> Option<Honour> {
        let reader = self.reader;
        let from = if matches!(reader.at(comma), '，' | '；') { comma + 1 } else { return None };
        let next = first_honour(reader, from, clause_end(reader, from, from + FAR))?;
        let whole = reader.at(from) == '“' || next.core == from;
        (next.span.start == from && whole && reader.at(next.span.end) == '的').then_some(next)
    }

    /// 获得H的3个党支部、|H的20名党员: a further honour as attribute of further winners.
    fn next_attribute(&self, from: usize, end: usize) -> Option<Honour> {
        let reader = self.reader;
        let next = honours(reader, from, end.min(from + FAR)).into_iter().find(|honour| reader.at(honour.span.end) == '的')?;
        let joined = next.span.start > from && matches!(reader.at(next.span.start - 1), '、' | '，' | '和' | '及');
        joined.then_some(next)
    }

    /// 为10位|获得H的学者颁奖: the number right before the verb.
    fn numbered_before(&self, at: usize) -> Option<u32> {
        let reader = self.reader;
        (at.saturating_sub(6)..at).find_map(|i| {
            let (to, value) = reader.number(i, at)?;
            let from = i.saturating_sub(1);
            (reader.word(to, at, Class::NumberMeasures) == Some(at) && self.counted(from, i, at).is_some()).then_some(value)
        })
    }

    /// The same winners for each honour of a row.
    fn give_each(&mut self, rule: Rule, list: &[Honour], winners: &[Named], count: Option<u32>, span: CharSpan) {
        for honour in list {
            self.give(rule, honour, winners.to_vec(), count, span);
        }
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
            let of = attribute_of(reader, &list);
            if of > 0 && list[0].span.start <= from + NEAR {
                let before = self.given.len();
                self.winners_in_noun(Rule::AwardCongratulation, at, &list[..of], limit);
                if self.given[before..].iter().all(|given| given.winners.is_empty()) {
                    self.given.truncate(before);
                }
                return;
            }
        }
    }

    /// 给5名“H”颁发了奖章：甲、乙、丙; 4名学生获得H，分别是甲、乙、丙、丁: the winners of what was given without them, behind a colon or a
    /// word that names them.
    pub(super) fn named_behind(&mut self, mark: usize, from: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = if reader.at(mark) == '：' { from } else { called(reader, from, limit)? };
        let unnamed = self.given[self.before_sentence..].last().filter(|given| given.winners.is_empty())?;
        let honour =
            honours(reader, unnamed.span.start, unnamed.span.end).into_iter().find(|honour| unnamed.honour.ends_with(&honour.name))?;
        let stop = (from..limit).find(|&i| matches!(reader.at(i), '。' | '；' | '！')).unwrap_or(limit);
        let (winners, count) = self.winners(from, stop, honour.expect);
        let pieces = 1 + (from..stop).filter(|&i| matches!(reader.at(i), '、' | '，')).count();
        let sure = winners.len() > 1 || reader.at(mark) != '：' && winners.iter().all(is_somebody);
        if winners.is_empty() || !sure || winners.len() != pieces {
            return None;
        }
        let given = self.given.last_mut()?;
        given.winners = winners;
        given.count = given.count.or(count);
        Some(stop)
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
}

/// How long the time before a verb is: 前年|就评上了, 此前已连续三届|获得; in characters.
const LONGEST_TIME: usize = 10;

/// Nouns for all who may win.
const PEOPLE: [Class; 6] =
    [Class::HonourPeople, Class::HonourBodies, Class::HonourNouns, Class::GroupHeads, Class::AwardOccupations, Class::AwardNotWinners];

/// 荣获H的|同学们|有甲、乙: behind the noun for those who won.
fn behind_people(reader: &Reader, at: usize, limit: usize) -> usize {
    let end = any_word(reader, at, limit, &PEOPLE).unwrap_or(at);
    if end > at && reader.at(end) == '们' { end + 1 } else { end }
}

/// The 是, 为 or 有 behind adverbs.
fn is_or_has(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    copula(reader, at, limit).or((at < limit && reader.at(at) == '有').then_some(at))
}

/// 获得H的先进个人分别是：甲、乙: whether the list stands behind the colon at `end`.
fn opens_list(reader: &Reader, from: usize, end: usize) -> bool {
    let is = if end > from && matches!(reader.at(end - 1), '是' | '有' | '为') { end - 1 } else { end };
    let noun = before_adverbs(reader, from, is);
    reader.at(end) == '：' && (noun <= from || any_before(reader, noun, from, &PEOPLE).is_some())
}

/// 一等奖|2项, 论文奖|（共3篇）: the number of prizes.
fn number_behind(reader: &Reader, at: usize) -> Option<u32> {
    let total = reader.at(at) == '（' && matches!(reader.at(at + 1), '共' | '计');
    let from = if total { at + 2 } else { at };
    let limit = from + 6;
    let (to, value) = reader.number(from, limit)?;
    reader.word(to, limit, Class::NumberMeasures).map(|_| value)
}

/// 4名学生获得H，|分别是甲、乙, 他们是甲、乙: behind what names the winners.
pub(super) fn called(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let pronoun = matches!(reader.at(at), '他' | '她' | '它') && reader.at(at + 1) == '们';
    let holder = if pronoun { at + 2 } else { behind_holder(reader, at) };
    let is = copula(reader, holder, limit).filter(|&is| is > at)?;
    Some(is + 1 + usize::from(reader.at(is + 1) == '：'))
}

/// The longest list of winners behind a colon, in characters.
const LONGEST_LIST: usize = 1200;

/// How many honours stand before 的 as one attribute: 获得“H”、“H”称号|的同志.
pub(super) fn attribute_of(reader: &Reader, list: &[Honour]) -> usize {
    let joined = |pair: &[Honour]| {
        let at = pair[0].span.end;
        pair[1].span.start <= at + 2 && (matches!(reader.at(at), '、' | '和' | '及' | '与') || pair[1].span.start == at)
    };
    let row = 1 + list.windows(2).take_while(|pair| joined(pair)).count();
    // 获得“H”的|殊荣
    let title =
        |at: usize| any_word(reader, at, at + NEAR, &[Class::HonourTails, Class::AwardResults]).is_some_and(|to| is_mark(reader.at(to)));
    let of = |&i: &usize| reader.at(list[i - 1].span.end) == '的' && !title(list[i - 1].span.end + 1);
    (1..=row.min(list.len())).find(of).unwrap_or(0)
}

/// 获得年度|优秀创客团: an adjective of honour and a short noun, whatever it is; but 取得优秀成绩.
fn near_praise(reader: &Reader, from: usize, end: usize) -> bool {
    let adjective = (from..end.min(from + NEAR)).find_map(|i| reader.word(i, end, Class::HonourAdjectives));
    let noun = |to: usize| (2..=6).contains(&(end - to)) && (to..end).all(|i| is_han(reader.at(i)));
    let result = reader.words.longest_before(end, from, Class::AwardResults).is_some();
    adjective.is_some_and(noun) && !result
}

/// 成绩位列全省第一, 总量蝉联全国第一: how good a result is, where 第一名 and verbs of winning tell of a prize.
fn bare_rank(reader: &Reader, verb_end: usize, honour: &Honour) -> bool {
    let ranks = matches!(reader.at(verb_end - 1), '列' | '居' | '联');
    let ordinal =
        honour.name.rfind('第').is_some_and(|at| !honour.name.ends_with(['名', '位', '奖']) && honour.name[at..].chars().count() <= 3);
    ranks && ordinal && honour.name.chars().count() > 2
}
