//! Honours in a row with their winners and numbers: 对甲等14个H1和丙等30名H2予以表扬, 表彰了H1 4个、H2 10名.

use super::super::honours::{Honour, first_honour, holds_honour, honours, last_honour};
pub(super) use super::super::recipients::is_somebody;
use super::super::recipients::{Expect, Named, any_word, recipients};
use super::conferred::hands_over;
use super::frames::{FAR, NEAR, before_adverbs, behind_holder, inside_word, not_given};
use super::lists::copula;
use super::received::attribute_of;
use super::{Finder, REACH, clause_end, praised, prefix};
use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::rules::Rule;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::{CharSpan, is_han};

impl Finder<'_, '_> {
    /// 对甲、乙等14个H和丙等30名H予以表扬; 为3家H颁发奖牌; 向甲、乙颁发“H”奖牌.
    pub(super) fn presented(&mut self, at: usize, limit: usize) -> Option<usize> {
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
        let mut list = honours(reader, at + 1, verb);
        self.drop_holders(&mut list, at + 1);
        // 给破获“H”案的专案组记集体三等功
        if list.is_empty() || reader.at(verb) == '记' {
            let from = if reader.at(at + 1) == '予' { at + 2 } else { at + 1 };
            return self.presented_with(CharSpan::new(from, verb), verb, verb_end, limit);
        }
        if (verb_end..limit.min(verb_end + 12)).any(|i| reader.word(i, limit, Class::AwardNotObjects).is_some()) {
            return None;
        }
        if founds(reader, &list, at + 1, verb_end) || hands_out_goods(reader, verb, verb_end, limit) {
            return None;
        }
        let praised_before = reader.word(at + 1, verb, Class::AwardPraised);
        let these = |at: usize| reader.at(at - 2) == '这' || matches!((reader.at(at - 2), reader.at(at - 1)), ('上', '述'));
        if self.recalls(&list)
            || these(list[0].span.start.max(2)) && !self.given.is_empty()
            || (praised_before.is_some() && !self.given.is_empty())
        {
            return Some(verb_end);
        }
        let from = if reader.at(at + 1) == '予' { at + 2 } else { at + 1 };
        let to = before_adverbs(reader, from, verb);
        self.region(Rule::AwardPresented, &list, CharSpan::new(praised_before.unwrap_or(from), to));
        Some(verb_end)
    }

    /// 对获得H、H的|优秀学生、获得H等荣誉的|优秀集体予以表彰: what stands behind 的 are those who have the honours.
    fn drop_holders(&self, list: &mut Vec<Honour>, from: usize) {
        let reader = self.reader;
        let holder = |pair: &[Honour]| {
            let (before, honour) = (&pair[0], &pair[1]);
            let of = honour.span.start.saturating_sub(1);
            let close = before.span.end <= of && of <= before.span.end + 4 && reader.at(of) == '的';
            let gap = before.span.end == of || reader.at(before.span.end) == '等';
            let got = || (from..=before.span.start).any(|i| reader.word(i, before.span.end, Class::AwardVerbsPassive).is_some());
            close && gap && reader.at(honour.core) != '“' && honour.core == honour.span.start && got()
        };
        let falls: Vec<usize> = list.windows(2).filter(|pair| holder(pair)).map(|pair| pair[1].span.start).collect();
        list.retain(|honour| !falls.contains(&honour.span.start));
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
        let Some(honour) = first_honour(reader, from, end).filter(|honour| honour.span.start <= from + NEAR) else {
            return self.praise(winners, verb, verb_end);
        };
        let (list, count) = self.winners(winners.start, winners.end, honour.expect);
        // 为选手颁奖并为“青禾服务队”授旗: another frame opens in between.
        if (from..honour.span.start).any(|i| matches!(reader.at(i), '为' | '向' | '给' | '对') && !inside_word(reader, i)) {
            return None;
        }
        if names_papers(reader, &honour, end) {
            return None;
        }
        if reader.word(honour.span.end, end, Class::AwardNotObjects).is_some() {
            return None;
        }
        let medal = reader.at(honour.core) != '“' && reader.word(honour.core, end, Class::HonourTails) == Some(honour.span.end);
        if medal || (list.is_empty() && count.is_none() && reader.at(honour.core) != '“') {
            return None;
        }
        self.give(Rule::AwardPresentedWith, &honour, list, count, CharSpan::new(winners.start, honour.span.end));
        Some(honour.span.end)
    }

    /// 对水利局、气象台等21个支援单位予以通报表扬, 给甲嘉奖一次: the praise itself is the honour where no other is named.
    pub(super) fn praise(&mut self, winners: CharSpan, verb: usize, verb_end: usize) -> Option<usize> {
        let reader = self.reader;
        let active = |end| reader.words.longest_before(end, verb, Class::AwardVerbsActive).filter(|&start| reader.at(start) != '颁');
        let once = if reader.at(verb_end - 1) == '次' { verb_end - 2 } else { verb_end };
        let start = active(once)?;
        let (list, count) = self.winners(winners.start, winners.end, Expect::Either);
        let groups = self.numbered_groups(winners);
        let honour = || Honour::new(reader, start, start, once, CharSpan::new(winners.start, verb_end));
        if !groups.is_empty() {
            for (group, count) in groups {
                self.give(Rule::AwardPraise, &honour(), group.into_iter().collect(), Some(count), honour().span);
            }
            return Some(verb_end);
        }
        // 对成绩突出的甲、乙给予表扬
        let described = winners.range().any(|i| reader.at(i) == '的');
        let nobody = (described || count.is_none()) && !list.iter().all(is_somebody);
        if list.is_empty() || nobody || self.leads_to_title(verb_end, winners.end + REACH) {
            return None;
        }
        let honour = honour();
        self.give(Rule::AwardPraise, &honour, list, count, honour.span);
        Some(verb_end)
    }

    /// 对甲给予表扬，|并授予其H: praise that leads on to an honour.
    fn leads_to_title(&self, comma: usize, limit: usize) -> bool {
        let reader = self.reader;
        let from = comma + 1 + usize::from(reader.at(comma + 1) == '并');
        reader.at(comma) == '，' && reader.word(from, limit, Class::AwardVerbsGive).is_some()
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
        let end = list[list.len() - 1].span.end;
        let numbered = |i: usize| reader.number(i, end).is_some_and(|(to, _)| reader.word(to, end, Class::NumberMeasures).is_some());
        list.iter().any(told) && !(list[0].span.start..end).any(numbered)
    }

    /// 表彰了先进单位4个、优秀专职委员10名; 表彰了先进个人甲、乙3人和优秀团队丙; 评选出“H”：甲、乙；“H”：丙.
    pub(super) fn announced(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::AwardVerbsActive)?;
        let from = prefix(reader, from, "的是").unwrap_or(from);
        let meeting = reader.word(from, limit, Class::CeremonyNouns).is_some()
            || matches!(reader.at(from), '暨' | '的')
            || reader.word(from, limit, Class::AwardPapers).is_some();
        // 评出的三名H是：甲、乙、丙
        if reader.at(from) == '的'
            && let Some(to) = self.rated_are(from + 1, limit)
        {
            return Some(to);
        }
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
        if list.iter().any(|honour| hands_over(reader, honour, end)) {
            return None;
        }
        if let Some(to) = self.announced_with(from, &list, end) {
            return Some(to);
        }
        if reader.at(at) == '颁' && first > from && !year_ends(reader, from, first) {
            return None;
        }
        if self.sums_up_all(&list, from) {
            let given = self.given.len();
            self.region(Rule::AwardAnnounced, &list, CharSpan::new(from, end));
            let told = self.given.split_off(given);
            self.titled.extend(told);
            return Some(end);
        }
        self.region(Rule::AwardAnnounced, &list, CharSpan::new(from, end));
        Some(end)
    }

    /// 评出的|三名H是：甲、乙、丙: an honour behind 的, and who they are.
    fn rated_are(&mut self, from: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = clause_end(reader, from, limit);
        let number = reader.number(from, end).and_then(|(to, count)| Some((reader.word(to, end, Class::NumberMeasures)?, count)));
        let start = number.map_or(from, |(to, _)| to);
        let honour = first_honour(reader, start, end).filter(|honour| honour.span.start == start)?;
        let is = copula(reader, honour.span.end, end)?;
        let colon = usize::from(reader.at(is + 1) == '：');
        let stop = clause_end(reader, is + 1 + colon, limit);
        let (winners, count) = self.winners(is + 1 + colon, stop, honour.expect);
        let all_told = number.is_some_and(|(_, count)| usize::try_from(count) == Ok(winners.len()));
        if winners.is_empty() || !all_told && !mostly_somebody(&winners) {
            return None;
        }
        self.give(Rule::AwardAnnounced, &honour, winners, count.or(number.map(|(_, count)| count)), CharSpan::new(from, stop));
        Some(stop)
    }

    /// 表彰了获得“H”称号的甲、乙: whose winners stand behind 的.
    fn announced_with(&mut self, from: usize, list: &[Honour], end: usize) -> Option<usize> {
        let reader = self.reader;
        let first = list.first()?.span.start;
        let verb = (from..first).find(|&i| reader.word(i, first, Class::AwardVerbsPassive).is_some())?;
        let of = attribute_of(reader, list);
        let given = self.given.len();
        let to = if of > 0 { self.winners_in_noun(Rule::AwardReceivedBefore, verb, &list[..of], end) } else { return None };
        let named = self.given[given..].iter().any(|given| !given.winners.is_empty());
        if !named {
            self.given.truncate(given);
        }
        named.then_some(to)
    }

    /// 表彰了一批先进集体和个人, 表彰近年来涌现出来的先进集体: words for all whom the report may name elsewhere.
    fn sums_up_all(&self, list: &[Honour], from: usize) -> bool {
        let reader = self.reader;
        let Some(first) = list.first().map(|honour| honour.span.start) else { return false };
        let batch = (first.saturating_sub(3).max(from)..=first)
            .any(|i| prefix(reader, i, "一批").is_some() || prefix(reader, i, "一大批").is_some());
        let emerged = (from..first).any(|i| prefix(reader, i, "涌现").is_some());
        let general = list.iter().all(|honour| {
            let end = honour.span.end;
            reader.words.longest_before(end, honour.core, Class::AwardGeneral).is_some()
                || honour.core == honour.span.start && honour.name.starts_with("先进")
        });
        (batch || emerged) && general
    }

    /// 宣读H、H的表彰决定: what a decision that is read out is on.
    pub(super) fn read_decision(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let from = reader.word(at, limit, Class::RoleAnnounce).max(reader.word(at, limit, Class::AnnouncingVerbs))?;
        let end = clause_end(reader, from, limit);
        let of = reader.words.longest_before(end, from, Class::AwardDecisions)?;
        let list = honours(reader, from, of);
        let whole = list.last().is_some_and(|honour| honour.span.end == of);
        if !whole
            || reader.at(end) == '：'
            || (from..of).any(|i| matches!(reader.at(i), '《' | '对') || prefix(reader, i, "关于").is_some())
        {
            return None;
        }
        self.region(Rule::AwardAnnounced, &list, CharSpan::new(from, of));
        Some(end)
    }

    /// 通报表扬了甲、乙: the praise itself is the honour where no other is named, and who is praised is surely somebody.
    fn praised_alone(&mut self, at: usize, from: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let end = clause_end(reader, from, end);
        let to = if reader.at(from - 1) == '了' { from - 1 } else { from };
        let praise = matches!((reader.at(to - 2), reader.at(to - 1)), ('表', '扬') | ('嘉', '奖'))
            && !matches!(reader.at(at.saturating_sub(1)), '、' | '获' | '他' | '她');
        let (winners, count) = self.winners(from, end, Expect::Either);
        if !praise || winners.is_empty() || !winners.iter().all(is_somebody) {
            return None;
        }
        let honour = Honour::new(reader, at, at, to, CharSpan::new(at, end));
        self.give(Rule::AwardPraise, &honour, winners, count, honour.span);
        Some(end)
    }

    /// Whether the sentence plans what it speaks of, here or before: 年底将评选H，对H予以表彰.
    pub(super) fn plans(&mut self, at: usize) -> bool {
        self.planned |= not_given(self.reader, at.saturating_sub(6), at);
        self.planned
    }

    /// Whether more honours follow behind a comma: …12个，优秀教师50名.
    pub(super) fn goes_on(&self, comma: usize, limit: usize) -> bool {
        let reader = self.reader;
        let end = clause_end(reader, comma + 1, limit);
        let opens = matches!(reader.at(comma + 1), '以' | '及')
            || reader.number(comma + 1, end).is_some()
            || matches!(reader.at(end - 1), '名' | '个' | '人');
        // 九名提名奖|获得者
        let received =
            |i: usize| reader.word(i, end, Class::AwardVerbsPassive).is_some() && reader.word(i, end, Class::AwardHolders).is_none();
        opens && holds_honour(reader, comma + 1, end) && !(comma + 1..end).any(received)
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
            let total = i > 0
                && matches!(reader.at(honour.span.end), '共' | '合' | '总' | '等')
                && self.given.last().is_some_and(|given| given.count.is_none());
            let next = list.get(i + 1).map_or(region.end, |next| next.span.start);
            let field = behind || reader.at(honour.span.start.saturating_sub(1)) == '的';
            let (mut winners, mut count) = self.winners(self.behind_counted(from, honour.span.start), honour.span.start, honour.expect);
            if field && count.is_none() {
                winners.clear();
            }
            let mut end = behind_holder(reader, honour.span.end);
            // H代表|甲、乙
            if let Some(people) = prefix(reader, end, "代表").filter(|&people| self.names_at(people, next, honour.expect)) {
                end = people;
            }
            if end < next && reader.at(end) == '给' {
                end += 1;
            }
            if count.is_none()
                && winners.is_empty()
                && !matches!(reader.at(end), '代' | '，' | '和' | '、' | '及' | '与' | '等' | '进' | '的')
            {
                let stop = (end..next).rev().find(|&i| !matches!(reader.at(i), '和' | '及' | '、' | '，')).map_or(end, |i| i + 1);
                let stop = stop - usize::from(stop > end && (reader.at(stop - 1), reader.at(stop)) == ('以', '及'));
                (winners, count) = self.winners(end, stop, honour.expect);
                if !winners.is_empty() || count.is_some() {
                    end = next;
                }
            }
            let count = count.filter(|_| !total || !winners.is_empty());
            let of_contest = if i > 0 { self.in_contest(honour.clone()) } else { honour.clone() };
            self.give(rule, &of_contest, winners, count, CharSpan::new(from, end));
            let people = prefix(reader, end, "代表").filter(|_| end < region.end);
            from = behind_conjunction(reader, people.unwrap_or(end));
        }
    }

    /// 3家纳税大户、|8名H: behind what has a number of its own, where another stands right before the honour.
    fn behind_counted(&self, from: usize, honour: usize) -> usize {
        let reader = self.reader;
        let number =
            |i: &usize| reader.number(*i, honour).is_some_and(|(to, _)| reader.word(to, honour, Class::NumberMeasures) == Some(honour));
        let Some(own) = (honour.saturating_sub(LONGEST_NUMBER).max(from)..honour).find(number) else { return from };
        let other = |i: usize| self.counted(from, i, own).is_some();
        // 甲等20家纳税大户、|乙等10名H
        let named = |mark: usize| reader.at(own - 1) == '等' && (from..mark).any(|i| reader.at(i) == '等' && other(i + 1));
        let mark = (from..own).rev().find(|&i| reader.at(i) == '、' && (i + 1 == own && (from..i).any(other) || named(i)));
        mark.map_or(from, |mark| mark + 1)
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

    /// 和她一道上台的还有“H”甲、“H”乙: quoted honours right before names, where one was given.
    pub(super) fn apposed(&mut self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let told = self.given.len() > self.before_sentence;
        let from = if reader.at(at) == '有' && reader.at(at + 1) == '“' && told { at + 1 } else { return None };
        let end = clause_end(reader, from, limit);
        let list = honours(reader, from, end);
        let quoted = list.iter().all(|honour| reader.at(honour.core) == '“');
        let region = CharSpan::new(from, end);
        if list.first()?.span.start != from || !quoted || !self.names_behind(&list, region) {
            return None;
        }
        self.region(Rule::AwardActed, &list, region);
        Some(end)
    }

    /// H获得者甲、乙上台领奖.
    pub(super) fn walked_up(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = praised(reader, at, limit)?;
        let list = honours(reader, clause, at);
        let honour = list.first()?.clone();
        // “H”“H”等|获奖代表一一上台领奖
        let named = list[list.len() - 1].span.end;
        let behind = named + usize::from(reader.at(named) == '等');
        let holders = any_word(reader, behind, limit, &[Class::AwardNotWinners, Class::AwardHolders]).filter(|_| behind == at);
        if let Some(verb) = holders.and_then(|to| (to..limit.min(to + NEAR / 2)).find_map(|i| praised(reader, i, limit))) {
            for honour in &list {
                self.give(Rule::AwardActed, honour, Vec::new(), None, honour.span);
            }
            return Some(verb);
        }
        // “H”甲、“H”乙上台领奖
        let all = CharSpan::new(honour.span.start, before_adverbs(reader, honour.span.start, at));
        if list.len() > 1 && honour.span.start <= clause + 1 && self.names_behind(&list, all) {
            self.region(Rule::AwardActed, &list, all);
            return Some(end);
        }
        // 甲、乙等先进个人代表上台领奖
        let many = honour.span.start;
        let others = (many.saturating_sub(1).max(clause)..honour.core).rev().find(|&i| reader.at(i) == '等').filter(|&i| i > clause + 1);
        if let Some(others) = others.filter(|_| at <= honour.span.end + 6) {
            let start = reader.word(others + 1, honour.core, Class::HonourTimes).unwrap_or(others + 1);
            let honour = Honour::new(reader, start, honour.core, honour.span.end, CharSpan::new(others + 1, honour.span.end));
            let (winners, count) = self.winners(clause, others, honour.expect);
            if !winners.is_empty() && winners.iter().all(is_somebody) {
                self.give(Rule::AwardActed, &honour, winners, count, CharSpan::new(clause, end));
                return Some(end);
            }
        }
        // 三名H甲、乙、丙上台领奖
        let number = reader.number(clause, many).filter(|&(to, _)| reader.word(to, many, Class::NumberMeasures) == Some(many));
        if many > clause + 1 && number.is_none() && !year_ends(reader, clause, many) {
            return None;
        }
        let from = behind_holder(reader, honour.span.end);
        if !self.names_at(from, at, honour.expect) {
            return None;
        }
        let (winners, count) = self.winners(from, before_adverbs(reader, from, at), honour.expect);
        let count = count.or(number.map(|(_, count)| count));
        self.give(Rule::AwardActed, &honour, winners, count, CharSpan::new(honour.span.start, end));
        Some(end)
    }

    /// 甲，乙受到表彰: those who were praised, where one honour was told of without its winners.
    pub(super) fn praised_people(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let end = praised(reader, at, limit).filter(|&end| reader.is_boundary(end, limit))?;
        if !matches!(reader.at(at), '受' | '获' | '上' | '登') || self.plans(at) || holds_honour(reader, clause, at) {
            return None;
        }
        let told = if self.given.is_empty() { &self.titled } else { &self.given };
        let mut unnamed = told.iter().rev().take(8).filter(|given| given.winners.is_empty());
        // 甲受到通报表扬
        let praise = reader.words.longest_before(end, at + 1, Class::AwardPraiseReceived).map(|from| reader.text(from, end));
        let honour = unnamed.next().map(|given| given.honour.clone()).or(praise)?;
        let only = unnamed.all(|given| super::settle::same_honour(&given.honour, &honour));
        let (mut winners, count) = self.winners(clause, before_adverbs(reader, clause, at), Expect::Either);
        winners.retain(is_somebody);
        let mut earlier = self.in_clauses_before(clause, at, &winners, count);
        earlier.append(&mut winners);
        let winners = earlier;
        if !only || winners.is_empty() {
            return None;
        }
        let span = CharSpan::new(clause, end);
        self.given.push(super::Given { honour, winners, count, span, rule: Rule::AwardActed, number: None });
        Some(end)
    }

    /// 5名H、3名H和2个H受到表彰; 甲等5个H、乙、丙等3名H在会上受到表彰.
    fn acted_together(&mut self, clause: usize, at: usize, first: &Honour, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let numbered = |honour: &Honour| {
            let from = honour.span.start;
            let number =
                |i: usize| reader.number(i, from).is_some_and(|(to, _)| reader.word(to, from, Class::NumberMeasures) == Some(from));
            (from.saturating_sub(LONGEST_NUMBER)..from).any(number)
        };
        let mut from = first.span.end;
        let (list, end) = loop {
            if behind_conjunction(reader, from) == from {
                return None;
            }
            let stop = clause_end(reader, from + 1, limit);
            let verb = (from..stop).find(|&i| praised(reader, i, stop).is_some());
            let row = honours(reader, at, verb.unwrap_or(stop));
            let last = row.last().filter(|closing| closing.span.end > from && row.iter().all(numbered))?.span.end;
            match verb {
                Some(verb) => {
                    let end = before_adverbs(reader, last, verb);
                    let at_meeting = reader.at(last) == '在' && end <= last + 6 && matches!(reader.at(end - 1), '上' | '中');
                    break (row, if end == last || at_meeting { last } else { return None });
                }
                None if last == stop && reader.at(stop) == '，' => from = stop,
                None => return None,
            }
        };
        self.region(Rule::AwardActed, &list, CharSpan::new(clause, end));
        Some(end)
    }

    /// 统计局、石城镇4个H代表分别上台发言; 石城镇等5个H受到表扬; 26名民警受到嘉奖.
    pub(super) fn acted(&mut self, clause: usize, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let (number_end, value) = reader.number(at, limit)?;
        let from = reader.word(number_end, limit, Class::NumberMeasures)?;
        let honour = first_honour(reader, from, limit.min(from + 24)).filter(|honour| honour.span.start == from)?;
        if let Some(end) = self.acted_together(clause, at, &honour, limit) {
            return Some(end);
        }
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

/// The longest number with its measure before an honour, in characters.
const LONGEST_NUMBER: usize = 10;

/// Whether a list of winners is one of bodies and people, though single names may look otherwise: 方向、路遥、高山.
pub(super) fn mostly_somebody(list: &[Named]) -> bool {
    !list.is_empty() && list.iter().filter(|named| is_somebody(named)).count() * 2 >= list.len()
}

/// 向种粮大户发放补贴, 为文明家庭送上春联: what is handed out is no prize.
fn hands_out_goods(reader: &Reader, verb: usize, verb_end: usize, limit: usize) -> bool {
    let end = clause_end(reader, verb_end, limit);
    matches!((reader.at(verb), reader.at(verb + 1)), ('发', '放') | ('送', '上'))
        && end > verb_end
        && !(verb_end..end).any(|i| any_word(reader, i, end, &[Class::PrizeThings, Class::HonourTails]).is_some())
}

/// 为“网格党支部”授牌: a new body gets its sign, no honour.
fn founds(reader: &Reader, list: &[Honour], from: usize, verb_end: usize) -> bool {
    let sign = matches!(reader.at(verb_end - 1), '牌' | '旗') && reader.at(verb_end - 2) != '奖';
    let founded = |only: &Honour| {
        let end = only.span.end;
        let honours = |i: usize| any_word(reader, i, end, &[Class::HonourAdjectives, Class::HonourHeads]).is_some() || reader.at(i) == '级';
        // 为6家“司机驿站”授牌
        let close = reader.closing(only.core).map_or(end, |close| close - 1);
        let opened = reader.words.longest_before(close, only.core, Class::AwardFounded).is_some();
        let body = opened || list.len() == 1 && only.span.start <= from + 1 && only.expect == Expect::Bodies;
        body && reader.at(only.core) == '“' && !only.span.range().any(honours)
    };
    sign && list.iter().all(founded)
}

/// 颁发了2023年度|“优秀员工”, 颁发第一届|青禾论文奖: whether only the year or the session stands before.
fn year_ends(reader: &Reader, from: usize, to: usize) -> bool {
    let number = |at: usize, unit: &[char]| reader.number(at, to).map(|(end, _)| end).filter(|&end| unit.contains(&reader.at(end)));
    let mut at = from;
    if let Some(year) = number(at, &['年']) {
        at = year + 1 + usize::from(reader.at(year + 1) == '度');
    }
    if reader.at(at) == '第'
        && let Some(session) = number(at + 1, &['届', '批', '期', '次'])
    {
        at = session + 1;
    }
    at == to
}

/// 向学校发放“平安校园”建设意见征求表: what is handed out is a paper on what stands in quotes.
fn names_papers(reader: &Reader, honour: &Honour, end: usize) -> bool {
    let rest = honour.span.end;
    let quoted = reader.at(honour.core) == '“' && reader.at(rest - 1) == '”' && is_han(reader.at(rest));
    let stop = (rest..end).find(|&i| reader.number(i, end).is_some_and(|(to, _)| reader.word(to, end, Class::NumberMeasures).is_some()));
    let stop = stop.unwrap_or(end);
    quoted
        && stop > rest + 2
        && conjunction_end(reader, rest).is_none()
        && !(rest..stop).any(|i| reader.word(i, stop, Class::HonourTails).is_some() || matches!(reader.at(i), '奖' | '章' | '牌' | '杯'))
}

/// Where 对…, 为… must have met its verb: with its clause, or behind further honours (对甲等12个H1，乙等2个H2…).
fn presenting_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let far = limit.min(at + FAR);
    let mut from = at + 1;
    for i in at..far {
        let goes_on = || {
            let next = || first_honour(reader, i + 1, clause_end(reader, i + 1, far)).is_some_and(|honour| honour.span.start == i + 1);
            // 为甲等10户“H”，乙等5名“H”披红戴花
            let listed = reader.at(at) == '对' || reader.at(i + 1) == '“';
            last_honour(reader, from, i).is_some_and(|honour| honour.span.end == i || listed && next())
        };
        if matches!(reader.at(i), '；' | '。' | '：') || (reader.at(i) == '，' && !goes_on()) {
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
