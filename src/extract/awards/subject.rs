//! Who stands before a verb of receiving: 甲、乙|荣获H; also in the clauses before, and without reasons and occasions (甲因…，被评为H).

use super::super::honours::{Honour, honours};
use super::super::recipients::{Expect, Named, any_before, any_word, recipients};
use super::frames::before_adverbs;
use super::presented::is_somebody;
use super::{Finder, prefix};
use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::CharSpan;

/// How long what is said of one winner is, behind 的, in characters.
const MOST_NAMED: usize = 24;

/// How many clauses of names may stand before the one with the verb.
const MOST_CLAUSES: usize = 12;

/// The longest clause of names, in characters.
const LONGEST_CLAUSE: usize = 120;

impl Finder<'_, '_> {
    /// The winners before a verb: in its clause, or, where that begins with the verb, those of the clause before.
    pub(super) fn subject(&self, clause: usize, at: usize, expect: Expect) -> (Vec<Named>, Option<u32>) {
        let reader = self.reader;
        let end = before_adverbs(reader, clause, at);
        // 甲、乙老师指导的|学生丙
        let clause = (clause..end).rev().find_map(|i| reader.word(i, end, Class::AwardGuided)).unwrap_or(clause);
        if let Some(team) = self.team(clause, end) {
            return self.winners(team.start, team.end, expect);
        }
        if let Some(winners) = self.acted_for(clause, end, matches!(reader.at(at), '领' | '接')) {
            return (winners, None);
        }
        let (winners, count) = self.winners(clause, self.before_reason(clause, end), expect);
        if !winners.is_empty() || count.is_some() {
            return (winners, count);
        }
        // 高山获一等奖，学校获优秀组织奖; 我院荣获先进集体
        let start = (clause..end).find(|&i| !is_mark(reader.at(i)) && reader.at(i) != ' ').unwrap_or(end);
        let own = [Class::AwardNotWinners, Class::OrganizationHeads].iter().all(|&class| reader.words.is(start, end, class));
        let ours = matches!(reader.at(start), '我' | '本') && end > start + 1 && reader.words.is(start, end, Class::AwardNotWinners);
        if ours || own {
            return (vec![Named { name: reader.text(start, end), kind: RecipientKind::Organization }], None);
        }
        let bare = recipients(reader, &self.tagged.registry, clause, end, Expect::Bodies).is_empty();
        if !bare {
            return (winners, count);
        }
        let before = CharSpan::new(self.clause_before.start, self.before_reason(self.clause_before.start, self.clause_before.end));
        if before.end < self.clause_before.end {
            let with_reason = self.winners(before.start, before.end, expect);
            if !with_reason.0.is_empty() {
                return with_reason;
            }
        }
        let speaks = reader.words.longest_before(self.clause_before.end, self.clause_before.start, Class::QuoteVerbs).is_some();
        if let Some(topic) = self.topic(clause, expect).filter(|_| !speaks) {
            return (vec![topic], None);
        }
        // 捐资办学的甲家族、乙会等八个家族和社团，获颁H
        let counted = self.winners(before.start, before.end, expect);
        if counted.1.is_some() && !counted.0.is_empty() {
            return counted;
        }
        if let Some(given) = self.given[self.before_sentence..].last() {
            return (given.winners.clone(), None);
        }
        if let Some(told_of) = self.told_of(before).filter(|_| !speaks) {
            return (vec![told_of], None);
        }
        if speaks || before.range().any(|i| matches!(reader.at(i), '了' | '的' | '对' | '为')) {
            return (Vec::new(), None);
        }
        self.winners(before.start, before.end, expect)
    }

    /// 倒在抓捕路上的|辅警甲，被追授H: the one whom the clause before tells of and ends with, behind a post or an occupation.
    pub(super) fn told_of(&self, before: CharSpan) -> Option<Named> {
        let reader = self.reader;
        let of = before.range().rev().take(MOST_NAMED).find(|&i| reader.at(i) == '的')?;
        let people = [Class::PostHeads, Class::AwardOccupations];
        let named = |i: usize| any_before(reader, i, of + 1, &people).is_some_and(|head| i - head > 1);
        let behind = (of + 3..before.end.saturating_sub(1)).any(named);
        let mut found = recipients(reader, &self.tagged.registry, of + 1, before.end, Expect::People);
        (behind && found.len() == 1 && found.iter().all(is_somebody)).then(|| found.remove(0))
    }

    /// 甲、乙，|丙、丁等26人被评为H; 甲，乙，|丙分别获H: winners in the clauses before, which hold nothing but names like those in the clause
    /// of the verb.
    pub(super) fn in_clauses_before(&self, clause: usize, at: usize, winners: &[Named], count: Option<u32>) -> Vec<Named> {
        let reader = self.reader;
        let Some(kind) = winners.first().map(|named| named.kind) else { return Vec::new() };
        let mut found: Vec<Named> = Vec::new();
        let mut from = clause;
        let mut clauses = 0;
        while clauses < MOST_CLAUSES && from > 0 && reader.at(from - 1) == '，' {
            let end = from - 1;
            let earliest = end.saturating_sub(LONGEST_CLAUSE);
            let mark = (earliest..end).rev().find(|&i| is_mark(reader.at(i)) && reader.at(i) != '、' || reader.at(i) == '\n');
            let start = match mark {
                Some(i) if matches!(reader.at(i), '，' | '。' | '；' | '：' | '\n') => i + 1,
                None if earliest == 0 => 0,
                _ => break,
            };
            let names = self.only_names(start, end, kind);
            if names.is_empty() {
                break;
            }
            let mut names = names;
            names.append(&mut found);
            found = names;
            clauses += 1;
            from = start;
        }
        let list = winners.len() > 1 || count.is_some() || clauses > 1 || before_adverbs(reader, clause, at) < at;
        if list { found } else { Vec::new() }
    }

    /// The winners in a clause that holds nothing else: each piece is one, a body or somebody behind a post.
    fn only_names(&self, start: usize, end: usize, kind: RecipientKind) -> Vec<Named> {
        let reader = self.reader;
        let outside = || std::iter::successors(Some(start), |&i| Some(reader.step(i))).take_while(|&i| i < end);
        let pieces = 1 + outside().filter(|&i| reader.at(i) == '、').count();
        let preposition =
            matches!(reader.at(start), '在' | '经' | '由' | '据' | '向' | '对' | '为' | '从' | '当' | '与' | '将' | '把' | '使');
        let verbs = [Class::AwardVerbsPassive, Class::AwardVerbsActive, Class::AwardEnds, Class::AwardTaken, Class::HonourAdjectives];
        let tells = |i: usize| any_word(reader, i, end, &verbs).is_some_and(|to| to > i + 1);
        // “丘陵配水技术”项目 is no honour
        let project = |honour: &Honour| {
            let close = reader.closing(honour.core).filter(|_| reader.at(honour.core) == '“');
            close.is_some_and(|close| reader.words.is(close, end, Class::AwardThings))
        };
        let honoured = || !honours(reader, start, end).iter().all(project);
        if preposition || end < start + 3 || outside().any(tells) || honoured() {
            return Vec::new();
        }
        let names = recipients(reader, &self.tagged.registry, start, end, Expect::Either);
        let sure = names.iter().all(|named| named.kind == kind && is_somebody(named));
        if sure && names.len() == pieces { names } else { Vec::new() }
    }

    /// 镇长甲|代表乙镇|领取了H: who takes a prize for a body; whoever wins one for it has it.
    fn acted_for(&self, clause: usize, end: usize, takes: bool) -> Option<Vec<Named>> {
        let reader = self.reader;
        let on = (clause + 2..end).find(|&i| prefix(reader, i, "代表").is_some())?;
        let before = recipients(reader, &self.tagged.registry, clause, on, Expect::People);
        let people = !before.is_empty() && before.iter().all(|named| named.kind == RecipientKind::Person && is_somebody(named));
        let stop = self.before_reason(on + 2, end);
        let from = (on + 2..stop).find_map(|i| reader.word(i, stop, Class::AwardHolders)).unwrap_or(on + 2);
        let body = recipients(reader, &self.tagged.registry, from, stop, Expect::Bodies);
        (people && !body.is_empty() && stop < on + LONGEST_CLAUSE / 4).then_some(if takes { body } else { before })
    }

    /// 由|甲、乙、丙|组成的代表队: those who make up a team.
    fn team(&self, from: usize, end: usize) -> Option<CharSpan> {
        let reader = self.reader;
        let by = (from..end).find(|&i| reader.at(i) == '由')?;
        let of = (by + 3..end).find(|&i| prefix(reader, i, "组成的").is_some())?;
        let team = CharSpan::new(by + 1, of);
        (!recipients(reader, &self.tagged.registry, team.start, team.end, Expect::People).is_empty()).then_some(team)
    }

    /// 甲镇等4个乡镇、乙院等8个部门: groups with a number each.
    pub(super) fn groups(&self, from: usize, end: usize) -> Option<Vec<(Vec<Named>, Option<u32>)>> {
        let reader = self.reader;
        let mut groups = Vec::new();
        let mut start = from;
        while start < end {
            let counted = (start..end).find_map(|i| {
                let all = (reader.at(i) == '等').then(|| self.counted(start, i + 1, end)).flatten();
                all.map(|(after, _)| after)
            })?;
            let stop = (counted..end).find(|&i| is_mark(reader.at(i)) || conjunction_end(reader, i).is_some()).unwrap_or(end);
            let (winners, count) = self.winners(start, stop, Expect::Either);
            if winners.is_empty() {
                return None;
            }
            groups.push((winners, count));
            start = if stop < end { conjunction_end(reader, stop).unwrap_or(stop + 1) } else { end };
        }
        (groups.len() > 1).then_some(groups)
    }

    /// Where the winners end and their merit begins: 甲、乙|因表现突出, 丙|在技能比武中.
    pub(super) fn before_reason(&self, start: usize, end: usize) -> usize {
        let reader = self.reader;
        let occasion = |i: usize| {
            reader.at(i) == '在'
                && i + 3 <= end
                && reader.word(i - 2, end, Class::AwardMadeBy).is_none()
                && (i + 2..end).any(|k| matches!(reader.at(k), '中' | '上' | '里' | '间'))
        };
        let reason = |i: usize| {
            // 自2010年以来, but not 茶园自动装置
            let since = |to: usize| reader.at(to) != '的' && (reader.at(i) != '自' || to > i + 1 || reader.number(to, end).is_some());
            let to = reader.word(i, end, Class::AwardSubjectEnds).filter(|&to| i + 4 <= end && since(to));
            to.is_some_and(|to| !more_behind_works(reader, to, end))
        };
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
}

/// 一分院凭借|《渡口》《集市》、二分院凭借《晨雾》: whether further winners follow the works of one.
fn more_behind_works(reader: &Reader, at: usize, end: usize) -> bool {
    let mut to = at;
    while reader.at(to) == '《'
        && let Some(close) = reader.closing(to).filter(|&close| close < end)
    {
        to = close;
    }
    to > at && matches!(reader.at(to), '、' | '，')
}
