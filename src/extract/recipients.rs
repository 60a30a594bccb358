//! 获奖者: the winners that a list names.
//!
//! An item of such a list is a body as it is written (`石城镇妇联`), a work (`《…》`), or a person, alone or behind a post, an
//! occupation or a body, which fall (`育种部邓稻花`, `巡线工达瓦`). What the honour is for says which of them to expect.

use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::names;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::tag::registry::Registry;
use crate::text::{is_bullet, is_han};

/// A winner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: RecipientKind,
}

/// Whether a winner is a body, or has a name that opens with a surname.
#[must_use]
#[inline(never)]
pub fn is_somebody(named: &Named) -> bool {
    let chars: Vec<char> = named.name.chars().collect();
    let surname =
        || names::surname(&chars, 0).is_some_and(|(length, weight)| length < chars.len() && chars.len() <= length + 2 && weight > 0);
    named.kind == RecipientKind::Organization || named.name.contains('·') || surname()
}

/// Whom an honour is for, as its last noun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// 先进集体: items are whole.
    Bodies,
    /// 先进个人: an item ends with a name.
    People,
    /// 一等奖: each item by itself.
    Either,
}

/// The end of the longest word of one of these classes that starts at a position.
#[must_use]
#[inline(never)]
pub fn any_word(reader: &Reader, at: usize, limit: usize, classes: &[Class]) -> Option<usize> {
    classes.iter().filter_map(|&class| reader.word(at, limit, class)).max()
}

/// The start of the longest word of one of these classes that ends at a position.
#[must_use]
#[inline(never)]
pub fn any_before(reader: &Reader, end: usize, limit: usize, classes: &[Class]) -> Option<usize> {
    classes.iter().filter_map(|&class| reader.words.longest_before(end, limit, class)).min()
}

/// The longest winner, in characters.
const LONGEST: usize = 30;

/// The winners in a stretch: 育种部邓稻花、护士长鄂丽萍, 石城镇妇联、区财政局. Empty where it names nobody.
#[must_use]
#[inline(never)]
pub fn recipients(reader: &Reader, registry: &Registry, start: usize, end: usize, expect: Expect) -> Vec<Named> {
    let list = List { reader, registry, expect };
    let start = behind_lead(reader, start, end);
    let spaced = !has_mark(reader, start, end);
    let mut found = Vec::new();
    let mut from = start;
    let mut at = start;
    while at < end {
        let next = separator(reader, at, end, spaced)
            .or_else(|| list.splits(from, at, end))
            .or_else(|| work_behind(reader, from, at).filter(|_| list.before_work(from, at).is_none()));
        if let Some(next) = next {
            found.extend(list.recipient(from, at));
            from = next;
            at = next;
        } else {
            at = reader.step(at).min(end);
        }
    }
    found.extend(list.recipient(from, end));
    if spaced && found.len() > 1 && (start..end).any(|i| reader.at(i) == ' ') {
        without_origins(&mut found);
    }
    found
}

/// 青禾小学　石磊　柳河中学　秦川: where each person stands beside a body, it says where they are from.
fn without_origins(found: &mut Vec<Named>) {
    let person = |named: &Named| named.kind == RecipientKind::Person;
    let paired = found.len().is_multiple_of(2) && found.chunks(2).all(|pair| pair.iter().filter(|&named| person(named)).count() == 1);
    if paired {
        found.retain(person);
    }
}

/// Behind what separates two items here: 、 ， ； and, where nothing else does, spaces.
fn separator(reader: &Reader, at: usize, end: usize, spaced: bool) -> Option<usize> {
    let gap = if spaced && reader.at(at) == ' ' { gap_end(reader, at, end) } else { None };
    let parted = matches!(reader.at(at), '、' | '，' | '；') || gap.is_some();
    let next = gap.unwrap_or(at + 1);
    parted.then(|| conjunction_end(reader, next).filter(|&to| reader.at(next) == '以' && to < end).unwrap_or(next))
}

/// Whether marks part the items, outside of brackets.
fn has_mark(reader: &Reader, start: usize, end: usize) -> bool {
    let mut at = start;
    while at < end {
        if matches!(reader.at(at), '、' | '，' | '；') {
            return true;
        }
        at = reader.step(at);
    }
    false
}

/// The end of the spaces that part two items, but not the two characters of a name that a list spreads out (达    娃).
fn gap_end(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    let next = (at..end).find(|&i| reader.at(i) != ' ')?;
    let opens = |i: usize| reader.at(i) == ' ' || is_mark(reader.at(i));
    let spread = at > 1 && opens(at - 2) && is_han(reader.at(at - 1)) && is_han(reader.at(next)) && !is_han(reader.at(next + 1));
    // John Smith
    let latin = at > 0 && reader.at(at - 1).is_ascii_alphabetic() && reader.at(next).is_ascii_alphabetic();
    (!spread && !latin).then_some(next)
}

/// 《渡口》《集市》, “禾渔1101”“禾渔2202”: works and quoted names stand side by side.
fn work_behind(reader: &Reader, from: usize, at: usize) -> Option<usize> {
    (at > from && matches!((reader.at(at - 1), reader.at(at)), ('》', '《') | ('”', '“'))).then_some(at)
}

/// Behind what introduces the list: 会上，其中，另有.
fn behind_lead(reader: &Reader, start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        while at < end && matches!(reader.at(at), ' ' | '，' | '：' | '；' | '—' | '、' | '”' | '）') {
            at += 1;
        }
        let conjunction = conjunction_end(reader, at).filter(|_| at == start && names::surname(reader.chars, at).is_none());
        let lead = reader.word(at, end, Class::LeadWords).filter(|&to| to - at > 1);
        let stop = || (at..end.min(at + LONGEST)).find(|&i| is_mark(reader.at(i))).unwrap_or(end);
        let body = |to: usize, class| reader.words.longest_before(stop(), to, class).is_some();
        // 我局机关支部, but 我市|秀屿区
        let place = matches!(reader.at(at + 1), '省' | '市' | '县' | '区' | '州' | '旗' | '镇' | '乡' | '村');
        let ours = |to: usize| reader.at(at) == '我' && !place && (body(to, Class::HonourBodies) || body(to, Class::OrganizationHeads));
        match conjunction.or(lead) {
            Some(to) if ours(to) => return at,
            Some(to) => at = to,
            None => return at.min(end),
        }
    }
}

struct List<'a, 'b> {
    reader: &'a Reader<'b>,
    registry: &'a Registry,
    expect: Expect,
}

impl List<'_, '_> {
    /// Behind a 和 or 及 that stands between two winners, as both sides show.
    fn splits(&self, from: usize, at: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let next = conjunction_end(reader, at)
            .filter(|&next| reader.at(next) != '其' && at > from + 1 && !(reader.at(at) == '及' && reader.at(at + 1) == '时'))?;
        let stop = (next..end.min(next + LONGEST)).find(|&i| is_mark(reader.at(i)) || reader.at(i) == '等').unwrap_or(end);
        let whole_body = self.expect == Expect::Bodies && !self.ends_body(from, at);
        (!whole_body && self.recipient(from, at).is_some() && self.recipient(next, stop).is_some()).then_some(next)
    }

    /// One winner.
    fn recipient(&self, start: usize, end: usize) -> Option<Named> {
        if let Some(with) = self.before_work(start, end) {
            return self.recipient(start, with);
        }
        if let Some(of) = self.behind_owner(start, end) {
            return self.recipient(start, of);
        }
        if let Some(person) = self.beside_body(start, end) {
            return Some(person);
        }
        if let Some(person) = self.sent_to(start, end) {
            return Some(person);
        }
        if let Some(team) = self.with_own(start, end) {
            return Some(team);
        }
        if let Some(of) = self.behind_author(start, end) {
            return self.recipient(start, of);
        }
        let (start, end) = self.trimmed(start, end)?;
        if let Some(close) = self.quoted_thing(start, end) {
            return Some(organization(&self.reader.text(start + 1, close - 1)));
        }
        if self.is_thing(start, end) {
            return Some(organization(&self.reader.text(start, end)));
        }
        if matches!(self.reader.at(end - 1), '》' | '”') {
            return self.quoted_work(start, end);
        }
        self.person_or_body(start, end)
    }

    /// 散文《青禾》, but not a paper: 宣读了《关于表彰…的决定》.
    fn quoted_work(&self, start: usize, end: usize) -> Option<Named> {
        let paper = self.reader.words.longest_before(end - 1, start, Class::AwardPapers).is_some();
        (!paper && end - start <= 60).then(|| organization(&self.reader.text(self.behind_kind_of_work(start, end), end)))
    }

    /// A person or a body, by their words alone.
    fn person_or_body(&self, start: usize, end: usize) -> Option<Named> {
        let reader = self.reader;
        let text = reader.text(start, end);
        if self.spaced_name(start, end) {
            return Some(Named { name: text.replace(' ', ""), kind: RecipientKind::Person });
        }
        if self.everybody_of(start, end) || (end - start >= 2 && text.chars().all(|c| c.is_ascii_uppercase())) {
            return Some(organization(&text));
        }
        if !(2..=LONGEST).contains(&(end - start)) || !self.is_named(start, end) {
            return None;
        }
        if self.only_post(start, end) {
            return None;
        }
        if let Some(from) = self.latin_name(start, end) {
            return Some(Named { name: reader.text(from, self.behind_name(start, end)), kind: RecipientKind::Person });
        }
        if self.expect == Expect::Bodies {
            return Some(organization(&text));
        }
        if let Some(from) = self.person(start, end).filter(|&from| !matches!(reader.at(from), '以' | '或')) {
            let to = self.behind_name(from, end);
            if from > start && to == from + 4 && self.only_words(from, to) {
                return None;
            }
            return Some(Named { name: reader.text(from, to).replace(' ', ""), kind: RecipientKind::Person });
        }
        if let Some(from) = self.behind_word(start, end) {
            return Some(Named { name: reader.text(from, end), kind: RecipientKind::Person });
        }
        let plain = text.chars().filter(|&c| c != ' ').all(is_han);
        let longest = if reader.word(start, end, Class::NameParts).is_some() { 8 } else { 4 };
        if plain && end - start <= longest && !self.ends_body(start, end) && !self.only_words(start, end) {
            return Some(Named { name: text.replace(' ', ""), kind: RecipientKind::Person });
        }
        self.ends_body(start, end).then(|| organization(&text))
    }

    /// 县第二幼儿园|的《读给爷爷听》: where the owner of a work ends, who wins with it.
    fn behind_owner(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        if end > start + 2 * LONGEST {
            return None;
        }
        let open = (start + 2..end).find(|&i| reader.at(i) == '《').filter(|&open| reader.closing(open) == Some(end))?;
        let of = if reader.at(open - 1) == '的' { open - 1 } else { open };
        // 石磊《晨雾》, but not 黄梅戏《晨雾》
        let kinds = [Class::HonourNouns, Class::AwardThings];
        let kind = |at: usize| {
            any_before(reader, at, start, &kinds).is_some()
                || matches!(reader.at(at - 1), '戏' | '剧' | '曲' | '歌' | '舞' | '诗' | '画' | '文' | '影')
        };
        let owner = self.recipient(start, of)?;
        (of < open || is_somebody(&owner) && !kind(of)).then_some(of)
    }

    /// “丘陵配水技术”|项目: where a quoted name of a project closes.
    fn quoted_thing(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let close = reader.closing(start).filter(|&close| reader.at(start) == '“' && close < end && close > start + 4)?;
        reader.words.is(close, end, Class::AwardThings).then_some(close)
    }

    /// 青禾小学 石磊、柳河中学 秦川: an item of two cells, a body and who is from there.
    fn beside_body(&self, start: usize, end: usize) -> Option<Named> {
        let reader = self.reader;
        let inner = (start..end).find(|&i| reader.at(i) != ' ')?;
        let gap = (inner + 2..end.min(inner + LONGEST)).find(|&i| reader.at(i) == ' ')?;
        let next = (gap..end).find(|&i| reader.at(i) != ' ').filter(|&next| next + 2 <= end && end <= next + LONGEST)?;
        let plain = |i: usize| is_han(reader.at(i)) || reader.at(i).is_ascii_digit();
        if !(inner..gap).all(plain) || !(next..end).all(plain) {
            return None;
        }
        let mut pair = vec![self.recipient(inner, gap)?, self.recipient(next, end)?];
        without_origins(&mut pair);
        (pair.len() == 1).then(|| pair.remove(0))
    }

    /// 清水河大桥改造工程, 青禾牌脱粒机项目: a thing that wins for itself, not 会馆|修缮工程 as a body and a name.
    fn is_thing(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let noun = reader.words.longest_before(end, start, Class::AwardThings).filter(|&noun| noun >= start + 2);
        (5..=LONGEST).contains(&(end - start))
            && noun.is_some()
            && (start..end)
                .all(|i| (is_han(reader.at(i)) || matches!(reader.at(i), '“' | '”')) && !matches!(reader.at(i), '的' | '了' | '和'))
            && self.is_named(start, end)
            && self.registry_suffix(start, end).is_none()
    }

    /// 物理系石磊|至东海大学: where a person is sent.
    fn sent_to(&self, start: usize, end: usize) -> Option<Named> {
        let reader = self.reader;
        let end =
            (start + 1..end).rev().take(LONGEST + LONGEST).find(|&i| reader.at(i) == '（' && reader.closing(i) == Some(end)).unwrap_or(end);
        let to = (start + 2..end.saturating_sub(4).min(start + LONGEST)).find(|&i| reader.at(i) == '至')?;
        let school = reader.words.longest_before(end, to + 1, Class::OrganizationHeads).is_some();
        self.recipient(start, to).filter(|named| school && named.kind == RecipientKind::Person)
    }

    /// 石磊教授|及其团队: somebody wins with those about him.
    fn with_own(&self, start: usize, end: usize) -> Option<Named> {
        let reader = self.reader;
        let and = (start + 2..end.saturating_sub(2).min(start + LONGEST))
            .find(|&i| reader.at(i + 1) == '其' && matches!(reader.at(i), '及' | '和' | '与'))?;
        let own = end - and <= 8 && (and..end).all(|i| is_han(reader.at(i)));
        let first = self.recipient(start, and).filter(|_| own)?;
        Some(organization(&(first.name + &reader.text(and, end))))
    }

    /// 一分院|凭借《渡口》《集市》, 石磊|撰写的论文《晨雾》: where a winner ends and the work begins that won.
    fn before_work(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        if reader.at(end.saturating_sub(1)) != '》' || end > start + 3 * LONGEST {
            return None;
        }
        let open = (start + 2..end).find(|&i| reader.at(i) == '《')?;
        let by = |i: usize| reader.word(i, open, Class::AwardMadeBy).filter(|&to| to <= open);
        let with = (start + 2..open).find(|&i| by(i).is_some())?;
        self.recipient(start, with).map(|_| with)
    }

    /// 石磊|的论文, 财务部|的节目: where the author of a work ends that has no title.
    fn behind_author(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let of = (start + 2..end.min(start + LONGEST)).find(|&i| reader.at(i) == '的')?;
        let noun = |class| reader.words.longest_before(end, of + 1, class).filter(|&noun| noun + 1 < end);
        // 石磊|申报的课题
        let made = (start + 2..of).find(|&i| reader.word(i, of + 1, Class::AwardMadeBy) == Some(of + 1));
        let work = noun(Class::HonourNouns).is_some()
            && end <= of + 7
            && ![Class::HonourPeople, Class::HonourBodies, Class::OrganizationHeads].into_iter().any(|class| noun(class).is_some());
        let thing = noun(Class::AwardThings).is_some()
            && reader.at(of + 1) != '“'
            && end <= of + LONGEST / 2
            && self.recipient(start, of).is_some_and(|named| named.kind == RecipientKind::Person);
        (thing || work && end > of + 2).then_some(made.unwrap_or(of))
    }

    /// 摄影作品《晨雾》: the kind of a work falls.
    fn behind_kind_of_work(&self, start: usize, end: usize) -> usize {
        let reader = self.reader;
        let open = (start..end.min(start + 8)).find(|&i| reader.at(i) == '《').filter(|&i| reader.closing(i) == Some(end));
        open.filter(|&open| reader.words.longest_before(open, start, Class::HonourNouns).is_some()).unwrap_or(start)
    }

    /// 青禾大学|John Smith教授: a name in Latin letters.
    fn latin_name(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let name_end = self.behind_name(start, end);
        let latin = |i: &usize| reader.at(*i).is_ascii_alphabetic() || matches!(reader.at(*i), ' ' | '.' | '-');
        let length = (start..name_end).rev().take(LONGEST).take_while(latin).count();
        let spaces = (name_end - length..name_end).take_while(|&i| !reader.at(i).is_ascii_alphabetic()).count();
        let from = name_end - length + spaces;
        let words = (from..name_end).filter(|&i| reader.at(i).is_ascii_lowercase()).count();
        (words >= 3 && reader.at(from).is_ascii_uppercase() && (from..name_end).any(|i| reader.at(i) == ' ')).then_some(from)
    }

    /// 达    娃: a name of two characters that a list spreads out.
    fn spaced_name(&self, start: usize, end: usize) -> bool {
        end > start + 2
            && is_han(self.reader.at(start))
            && is_han(self.reader.at(end - 1))
            && (start + 1..end - 1).all(|i| self.reader.at(i) == ' ')
    }

    /// 技术部全体员工, “青鸥号”全体船员: all people of a body win as one.
    fn everybody_of(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let all = (start + 2..end.saturating_sub(2)).find(|&i| reader.at(i) == '全' && reader.at(i + 1) == '体');
        end - start <= LONGEST && all.is_some_and(|all| self.is_noun_end(start, all))
    }

    /// An item without the remark in brackets behind it, without 等, and without what 的 puts before it.
    fn trimmed(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let reader = self.reader;
        let mut end = end;
        loop {
            let remark = |i: &usize| reader.at(*i) == '（' && reader.closing(*i) == Some(end);
            if end > start && matches!(reader.at(end - 1), ' ' | '等' | '，' | '的' | '。' | '；' | '—') {
                end -= 1;
            } else if end > start + 2 && reader.at(end - 2) == '以' && reader.at(end - 1) == '及' {
                end -= 2;
            } else if let Some(open) = (start + 1..end).rev().take(LONGEST).find(remark) {
                end = open;
            } else if let Some(and_others) = self.before_others(start, end).or_else(|| self.before_amount(start, end)) {
                end = and_others;
            } else {
                break;
            }
        }
        // 先进典型石磊
        let example = reader.word(start, end, Class::HonoursNot).filter(|&to| to >= start + 4 && to + 2 <= end);
        let mut from = example.unwrap_or(start);
        let mut at = from;
        while at < end {
            if matches!(reader.at(at), '的' | '了' | '：') && at + 2 < end && !self.is_team_at(from, at, end) {
                from = at + 1;
            }
            at = reader.step(at);
        }
        while from < end && (is_bullet(reader.at(from)) || matches!(reader.at(from), ' ' | '·' | '：' | '—')) {
            from += 1;
        }
        if reader.at(from) == '由' && end > from + 3 {
            from += 1;
        }
        (from < end).then_some((from, end))
    }

    /// 二分院的|晨光合唱队: a team with a name of its own in a body belongs to the name of what wins.
    fn is_team_at(&self, start: usize, of: usize, end: usize) -> bool {
        let reader = self.reader;
        let team = reader.words.longest_before(end, of + 3, Class::AwardTeams).is_some();
        reader.at(of) == '的' && team && !matches!(reader.at(start), '来' | '由') && self.ends_body(start, of)
    }

    /// 沈静|等老师, 柳河镇|等单位: before the word for all of a list.
    fn before_others(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let all = |from: usize| {
            [Class::GroupHeads, Class::AwardNotWinners, Class::HonourBodies, Class::HonourNouns]
                .iter()
                .any(|&class| reader.words.is(from, end, class))
        };
        (start + 2..end.saturating_sub(1)).rev().take(6).find(|&i| reader.at(i) == '等' && all(i + 1))
    }

    /// 大湾村|  各4000元: before what each got, in a column of its own.
    fn before_amount(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let space = (start + 2..end.saturating_sub(1)).rev().take(LONGEST / 2).find(|&i| reader.at(i) == ' ')?;
        let from = if reader.at(space + 1) == '各' { space + 2 } else { space + 1 };
        let (to, _) = reader.number(from, end)?;
        let unit = if reader.at(to) == '万' { to + 1 } else { to };
        (unit + 1 == end && matches!(reader.at(unit), '元' | '分' | '票')).then_some(space)
    }

    /// Whether the words name somebody and do not speak of people at large (全县优秀党员, 县、市, 名单略).
    fn is_named(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let general = reader.word(start, end, Class::GroupDeterminers).is_some()
            || reader.words.is(start, end, Class::NotGroups)
            || reader.words.is(start, end, Class::GroupHeads)
            || reader.words.is(start, end, Class::AwardPraised)
            || reader.words.is(start, end, Class::AwardHolders)
            || self.only_fillers(start, end)
            || self.only_number(start, end)
            || self.is_session(start, end)
            || self.is_occasion(start, end)
            || reader.word(start, end, Class::HoldingVerbs).is_some_and(|to| to > start + 1)
            || (matches!(reader.at(start), '在' | '他' | '她' | '我' | '你')
                && end - start > 4
                && !(reader.words.is(start + 2, end, Class::HonourBodies) || reader.at(start) == '我' && self.ends_body(start + 2, end)))
            || (start..end).any(|i| reader.number(i, end).is_some_and(|(to, _)| to > i + 3 && reader.at(to) == '年'))
            || reader.word(start, end, Class::HonourTimes).is_some()
            || matches!(reader.at(end - 1), '给' | '为' | '向' | '对') && reader.words.is(start, end - 1, Class::MeetingHeads)
            || reader.words.is(start, end, Class::HonourHeads)
            || (start..end).any(|i| {
                matches!(reader.at(i), '了' | '是' | '把' | '将' | '，' | '；' | '。' | '：') && !self.in_name(i, start, end)
                    || reader.word(i, end, Class::HonourModifiers).is_some_and(|to| to - i > 1 && to < end)
                    || any_word(
                        reader,
                        i,
                        end,
                        &[Class::AwardVerbsPassive, Class::AwardVerbsActive, Class::AwardVerbsGive, Class::AwardSubjectEnds],
                    )
                    .is_some_and(|to| to - i > 1)
            });
        let group = reader.words.ending(end).any(|m| {
            m.start > start && m.end - m.start > 1 && m.classes.has(Class::GroupHeads) && !m.classes.has(Class::OrganizationHeads)
        }) && self.registry_suffix(start, end).is_none()
            && !self.has_prefix_noun(start, end)
            && !self.is_elder(start, end)
            && reader.words.longest_before(end, start + 2, Class::Honorifics).is_none();
        !general && !group
    }

    /// 食品科学, 港口: ordinary words that no surname opens.
    fn only_words(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let known = self.registry.name_at(reader, start) == Some(end);
        let word = |at: usize| names::word(&reader.chars[at..at + 2]) > 0;
        !known && (end - start).is_multiple_of(2) && (start..end).step_by(2).all(word) && names::surname(reader.chars, start).is_none()
    }

    /// 三个奖项: a number of what nobody is.
    fn only_number(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let number = reader.number(start, end).and_then(|(to, _)| reader.word(to, end, Class::NumberMeasures));
        number.is_some_and(|to| reader.words.is(to, end, Class::AwardNotWinners))
    }

    /// 2022年度, 全国首批: words of time and of everybody, one after another.
    fn only_fillers(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let mut at = start;
        while at < end {
            let year = reader
                .number(at, end)
                .filter(|&(to, _)| reader.at(to) == '年')
                .map(|(to, _)| if reader.at(to + 1) == '度' { to + 2 } else { to + 1 });
            let word = any_word(reader, at, end, &[Class::AwardNotWinners, Class::HonourTimes]);
            let people = any_word(reader, at, end, &[Class::GroupHeads, Class::AwardOccupations]);
            let word = word.max(people.filter(|&to| to > at + 1 && end > start + 3));
            match year.or(word) {
                Some(to) => at = to,
                None => return reader.at(at) == '们' && at > start && at + 1 == end,
            }
        }
        true
    }

    /// 段奶奶, 石长根老人: a surname, or a name, and a word of kinship.
    fn is_elder(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let Some((length, _)) = names::surname(reader.chars, start) else { return false };
        (length..length + 3).any(|name| start + name < end && reader.words.is(start + name, end, Class::AwardOccupations))
    }

    /// 竞赛中, “春风杯”大赛上: where something was won.
    fn is_occasion(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        matches!(reader.at(end - 1), '中' | '上' | '里')
            && reader.words.longest_before(end - 1, start, Class::MeetingActivityHeads).is_some_and(|head| end - head > 2)
    }

    /// 第三届: which one of a series, not who.
    fn is_session(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let number = if reader.at(start) == '第' { reader.number(start + 1, end) } else { None };
        number.is_some_and(|(to, _)| matches!(reader.at(to), '届' | '批' | '次' | '期' | '季'))
    }

    /// 干将行, 于是然, 老把式鲁望洲: these characters inside a short name or a word.
    fn in_name(&self, at: usize, start: usize, end: usize) -> bool {
        let word = self.reader.at(at) == '把' && matches!(self.reader.at(at + 1), '式' | '手');
        word || is_han(self.reader.at(at)) && (end - start <= 4 || end - at <= 3)
    }

    /// 志愿者青年, but not 受表彰青年: a name that looks like a group, behind an occupation.
    fn has_prefix_noun(&self, start: usize, end: usize) -> bool {
        end >= start + 4 && self.is_noun_end(start, end - 2)
    }

    /// Where the name starts in an item that is a person: behind a post, an occupation or a body, or at the start.
    fn person(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        if (start + 1..end).any(|i| reader.at(i) == '·') && !self.ends_body(start, end) {
            return Some(self.dotted(start, end));
        }
        if let Some(from) = self.registry_suffix(start, end) {
            return Some(from);
        }
        let name_end = self.behind_name(start, end);
        if name_end == end && self.ends_body(start, end) && !self.behind_occupation(start, end) {
            return None;
        }
        let whole = name_end - start <= 3 && self.prefix_length(start, name_end).is_none();
        if whole && name_end - start >= 2 && (name_end < end || self.expect == Expect::People) {
            return Some(start);
        }
        let compound = names::surname(reader.chars, start).is_some_and(|(length, _)| length == 2) && name_end - start <= 4;
        if compound && self.prefix_length(start, name_end).is_none_or(|length| length < 3) {
            return Some(start);
        }
        self.prefix_length(start, name_end).map(|length| start + length)
    }

    /// 法医石磊: an ordinary word that no list has as an occupation, and a name with a frequent surname.
    fn behind_word(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let surname = |from: usize| names::surname(reader.chars, from).is_some_and(|(length, weight)| weight >= 25 && length < end - from);
        (start + 2..end.saturating_sub(1)).find(|&from| {
            from <= start + 3
                && end - from <= 3
                && (start..end).all(|i| is_han(reader.at(i)))
                && names::word(&reader.chars[start..from]) > 0
                && surname(from)
                && !self.ends_long_head(start, end)
        })
    }

    /// 青禾大学名誉校长, 柳河镇党委书记: what somebody is who is named behind the next mark.
    fn only_post(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let body = |at: usize| {
            let prefix = reader.words.longest_before(at, start, Class::PostPrefixes).unwrap_or(at);
            let head = |at: usize| reader.words.longest_before(at, start, Class::OrganizationHeads).is_some();
            [at, prefix].iter().any(|&at| self.ends_long_head(start, at) || at > start + 2 && head(at))
        };
        let mut long = reader.words.ending(end).filter(|m| m.start > start && m.end - m.start > 1);
        let post = long.find(|m| m.classes.has(Class::PostHeads) || m.classes.has(Class::AwardOccupations));
        post.is_some_and(|m| body(m.start)) && self.registry_suffix(start, end).is_none()
    }

    /// 养路工花满楼: behind an occupation, the last character of a short name is no body.
    fn behind_occupation(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        let named = |from: usize| names::surname(reader.chars, from).is_some_and(|(length, weight)| weight > -20 && length < end - from);
        let people =
            |from: usize| any_before(reader, from, start, &[Class::PostHeads, Class::AwardOccupations]).is_some_and(|head| from - head > 1);
        !self.ends_long_head(start, end) && (end.saturating_sub(3).max(start + 2)..end - 1).any(|from| people(from) && named(from))
    }

    fn ends_long_head(&self, start: usize, end: usize) -> bool {
        self.reader.words.longest_before(end, start, Class::OrganizationHeads).is_some_and(|head| end - head > 1)
    }

    /// Where a name in parts starts: behind the last noun before its dot.
    fn dotted(&self, start: usize, end: usize) -> usize {
        let reader = self.reader;
        let dot = (start + 1..end).find(|&i| reader.at(i) == '·').unwrap_or(end);
        // 村支书·石磊
        if end - dot <= 4 && self.is_long_noun_end(start, dot) && names::surname(reader.chars, dot + 1).is_some() {
            return dot + 1;
        }
        (start + 2..dot)
            .rev()
            .find(|&from| self.is_long_noun_end(start, from))
            .or_else(|| (start..dot).rev().find(|&i| !is_han(reader.at(i))).map(|i| i + 1))
            .unwrap_or(start)
    }

    /// The start of a person who is known from elsewhere, if the item ends with the name.
    fn registry_suffix(&self, start: usize, end: usize) -> Option<usize> {
        let name_end = self.behind_name(start, end);
        (start..end.saturating_sub(1))
            .find(|&from| self.registry.name_at(self.reader, from).is_some_and(|to| to == end || to == name_end))
            .filter(|&from| self.expect != Expect::Bodies && !self.inside_longer(start, from, end))
            .filter(|&from| from > start || !self.opens_with_occupation(start, end))
            .filter(|&from| from != start + 2 || name_end > start + 4 || self.is_noun_end(start, from) || self.is_word(start, from))
    }

    /// 教师|诺布, but not 蒙巴|诺布: whether two characters are a word of any kind.
    fn is_word(&self, start: usize, end: usize) -> bool {
        names::word(&self.reader.chars[start..end]) > 0
    }

    /// 钳工米粒: what looks like a known name opens with an occupation.
    fn opens_with_occupation(&self, start: usize, end: usize) -> bool {
        self.reader.word(start, end, Class::AwardOccupations).is_some_and(|to| to > start + 1 && to + 2 <= end)
    }

    /// How long the post, occupation or body before a name is; the likeliest name decides.
    fn prefix_length(&self, start: usize, end: usize) -> Option<usize> {
        let reader = self.reader;
        let longest = if (start..end).any(|i| reader.word(i, end, Class::NameParts).is_some()) { 8 } else { 4 };
        (start + 2..end.saturating_sub(1))
            .filter(|&from| {
                end - from <= longest
                    && self.is_noun_end(start, from)
                    && !self.inside_longer(start, from, end)
                    && !self.inside_name(start, from)
                    && (from..end).all(|i| is_han(reader.at(i)))
            })
            .max_by_key(|&from| (self.shape(start, from, end), from))
            .map(|from| from - start)
    }

    /// How much the characters behind a noun look like a name.
    fn shape(&self, start: usize, from: usize, end: usize) -> i32 {
        let reader = self.reader;
        let surname =
            names::surname(reader.chars, from).filter(|&(length, _)| length < end - from).map_or(-40, |(_, weight)| i32::from(weight));
        let first = from + names::surname(reader.chars, from).map_or(0, |(length, _)| length);
        let given: i32 = (first..end).map(|i| i32::from(names::given(reader.at(i)))).sum();
        let long = if self.is_long_noun_end(start, from) { 60 } else { 0 };
        let parts = if reader.word(from, end, Class::NameParts).is_some() { 60 } else { 0 };
        let cut = if end - from > 3 && surname < 0 && parts == 0 { -60 } else { 0 };
        surname + given.clamp(-40, 20) + long + parts + cut
    }

    /// 书记员小楼春雨: a body of a single character inside of a name, right behind what the person is.
    fn inside_name(&self, start: usize, at: usize) -> bool {
        let people = |from: usize| {
            any_before(self.reader, from, start, &[Class::PostHeads, Class::AwardOccupations]).is_some_and(|head| from - head > 1)
        };
        at >= start + 4 && !self.is_long_noun_end(start, at) && people(at - 2) && self.reader.number(at - 2, at).is_none()
    }

    /// Whether a longer word covers the end of the noun before a position: 书记 in 书记员.
    fn inside_longer(&self, start: usize, at: usize, end: usize) -> bool {
        let reader = self.reader;
        (at.saturating_sub(4).max(start)..at)
            .any(|from| any_word(reader, from, end - 1, &[Class::PostHeads, Class::AwardOccupations]).is_some_and(|to| to > at))
    }

    fn is_noun_end(&self, start: usize, at: usize) -> bool {
        // 2019级, 17路
        let numbered = matches!(self.reader.at(at - 1), '级' | '路' | '号' | '组' | '班' | '栋' | '室');
        let year = numbered && at > start + 1 && self.reader.at(at - 2).is_ascii_digit();
        year || matches!(self.reader.at(at - 1), '）' | '”')
            || any_before(
                self.reader,
                at,
                start,
                &[Class::PostHeads, Class::AwardOccupations, Class::OrganizationHeads, Class::HonourBodies],
            )
            .is_some()
    }

    fn is_long_noun_end(&self, start: usize, at: usize) -> bool {
        any_before(self.reader, at, start, &[Class::PostHeads, Class::AwardOccupations, Class::OrganizationHeads, Class::HonourBodies])
            .is_some_and(|head| at - head > 1)
            || self.is_team_of(start, at)
    }

    /// 法警队, 民警组: a body of a single character right behind an occupation, where it opens no name.
    fn is_team_of(&self, start: usize, at: usize) -> bool {
        let reader = self.reader;
        let body = |class| reader.words.longest_before(at, start, class) == Some(at - 1);
        let surname = names::surname(reader.chars, at - 1).is_some();
        at > start + 2
            && !surname
            && [Class::OrganizationHeads, Class::HonourBodies].into_iter().any(body)
            && reader.words.longest_before(at - 1, start, Class::AwardOccupations).is_some_and(|head| at - 1 - head > 1)
    }

    /// Where the name ends before 同志, 教授 and the like.
    fn behind_name(&self, start: usize, end: usize) -> usize {
        self.reader
            .words
            .ending(end)
            .filter(|m| m.start >= start + 2 && m.end - m.start > 1)
            .filter(|m| m.classes.has(Class::Honorifics) || m.classes.has(Class::PostHeads) || m.classes.has(Class::AwardOccupations))
            .map(|m| m.start)
            .min()
            .filter(|&at| self.expect != Expect::Bodies && at > start + 1 && !self.ends_long_body(start, at))
            .unwrap_or(end)
    }

    fn ends_long_body(&self, start: usize, end: usize) -> bool {
        end - start > 4 && self.reader.words.longest_before(end, start, Class::OrganizationHeads).is_some()
    }

    /// Whether the words end like a body: a long head, or a single character that is no likely end of a name.
    fn ends_body(&self, start: usize, end: usize) -> bool {
        let reader = self.reader;
        if reader.at(end - 1).is_ascii_digit() || reader.at(end - 1) == '）' {
            return true;
        }
        let head = [Class::OrganizationHeads, Class::HonourBodies]
            .iter()
            .filter_map(|&class| reader.words.longest_before(end, start, class))
            .min();
        let Some(head) = head else { return false };
        let name_like = end - start <= 3
            && names::surname(reader.chars, start).is_some_and(|(length, weight)| length < end - start && weight > 30)
            && names::given(reader.at(end - 1)) > 5;
        (end - head > 1 && head > start) || !name_like
    }
}

fn organization(text: &str) -> Named {
    Named { name: text.replace(' ', ""), kind: RecipientKind::Organization }
}
