//! 荣誉: honours as a grammar. An honour is quoted (“五星党支部”称号), ends with a head of its own (标兵、一等奖), or is an
//! adjective with a noun (优秀少先队员), each with the words of its field before it.

use super::recipients::{Expect, any_before, any_word};
use crate::lexicon::{Class, WordKind};
use crate::names;
use crate::tag::item::conjunction_end;
use crate::tag::reader::{Reader, is_mark};
use crate::text::{CharSpan, is_han};

/// The longest honour with its field, in characters.
const LONGEST: usize = 30;

/// An honour in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honour {
    /// The name, without quotes and years.
    pub name: String,
    /// Where it stands, with quotes and 称号.
    pub span: CharSpan,
    /// Where the adjective, quotation or prize starts, behind the words of its field.
    pub core: usize,
    /// Whom it is for.
    pub expect: Expect,
}

impl Honour {
    /// The honour whose words stand from `start` to `end`, with `core` in it.
    #[must_use]
    pub fn new(reader: &Reader, start: usize, core: usize, end: usize, span: CharSpan) -> Self {
        // 青禾奖学金|获得者
        let end = reader.words.longest_before(end, core, Class::AwardHolders).filter(|&held| held > core + 1).unwrap_or(end);
        let name = reader.text(start, end).replace(['“', '”', ' '], "");
        Self { name, span, core, expect: expected(reader, end) }
    }

    /// Whether its own words tell that it is an honour, not only the quotes around them: “示范岗”, “五星党员”, “创新奖”, but not “四个意识”.
    #[must_use]
    pub fn is_told_by_words(&self, reader: &Reader) -> bool {
        let words = [Class::HonourHeads, Class::HonourAdjectives];
        let told = |i: usize| any_word(reader, i, self.span.end, &words).is_some();
        self.expect != Expect::Either || self.name.ends_with('奖') || (self.core..self.span.end).any(told)
    }
}

/// Whom an honour is for that ends at a position: 先进集体, “安全标兵”, 优秀员工奖.
fn expected(reader: &Reader, end: usize) -> Expect {
    let mut end = end;
    while end > 0 && matches!(reader.at(end - 1), '”' | '奖' | '）') {
        end -= 1;
    }
    let longest = |class| reader.words.longest_before(end, end.saturating_sub(6), class).map_or(0, |start| end - start);
    let (bodies, people) = (longest(Class::HonourBodies), longest(Class::HonourPeople));
    match bodies.cmp(&people) {
        std::cmp::Ordering::Greater => Expect::Bodies,
        std::cmp::Ordering::Less => Expect::People,
        std::cmp::Ordering::Equal => Expect::Either,
    }
}

/// All honours in a stretch, in order. Fields reach back to a mark, a number or the start of the stretch.
#[must_use]
#[inline(never)]
pub fn honours(reader: &Reader, start: usize, end: usize) -> Vec<Honour> {
    let mut found: Vec<Honour> = Vec::new();
    let mut from = start;
    let mut at = start;
    while at < end {
        // 为获奖者佩戴奖章: what is put on somebody is told elsewhere.
        if let Some(to) =
            reader.word(at, end, Class::RolePresent).filter(|&to| reader.word(at, to, Class::AwardVerbsGive).is_none() && to > at + 3)
        {
            at = to;
            from = to;
            continue;
        }
        if let Some(honour) = honour_at(reader, from, at, end) {
            at = honour.span.end;
            from = at;
            let shared = shared_adjective(reader, &honour, end);
            found.push(honour);
            if let Some(second) = shared {
                at = second.span.end;
                from = at;
                found.push(second);
            }
            if reader.at(at) == '等' {
                from = at + 1;
            }
            continue;
        }
        let next = if reader.at(at) == '“' { at + 1 } else { reader.step(at) };
        from = field_start(reader, from, at, next, end);
        at = next;
    }
    found
}

/// The first honour in a stretch.
#[must_use]
#[inline(never)]
pub fn first_honour(reader: &Reader, start: usize, end: usize) -> Option<Honour> {
    honours(reader, start, end).into_iter().next()
}

/// The last honour in a stretch.
#[must_use]
#[inline(never)]
pub fn last_honour(reader: &Reader, start: usize, end: usize) -> Option<Honour> {
    honours(reader, start, end).pop()
}

/// Whether a stretch names an honour.
#[must_use]
#[inline(never)]
pub fn holds_honour(reader: &Reader, start: usize, end: usize) -> bool {
    !honours(reader, start, end).is_empty()
}

/// Where the field of a coming honour can start: behind marks, conjunctions, 的, verbs and numbers with a measure.
fn field_start(reader: &Reader, from: usize, at: usize, next: usize, end: usize) -> usize {
    let c = reader.at(at);
    // 普及组: no conjunction
    let inside_word = matches!(c, '和' | '及' | '与') && conjunction_end(reader, at).is_none() && reader.at(at.saturating_sub(1)) != '以';
    if inside_word {
        return from;
    }
    // 石磊等|优秀学员, but not 高等教育先进集体
    let among = c == '等'
        && at > from + 1
        && reader.at(next) != '一'
        && !matches!(reader.at(at - 1), '一' | '二' | '三' | '四' | '特' | '高' | '中' | '初' | '优' | '同' | '上');
    if is_mark(c) || among || matches!(c, '的' | '和' | '及' | '与' | '了' | '“' | '”' | '对' | '把' | ' ' | '并') {
        return next;
    }
    if let Some(to) = reader.word(at, end, Class::AwardVerbsPassive).filter(|&to| to > at + 1) {
        return to.max(from);
    }
    if at >= from
        && let Some((to, _)) = reader.number(at, end)
        && let Some(to) = reader.word(to, end, Class::NumberMeasures)
    {
        return to.max(from);
    }
    from
}

/// The honour whose quoted text, head or adjective stands at `at`, its field reaching back to `from` at most.
fn honour_at(reader: &Reader, from: usize, at: usize, end: usize) -> Option<Honour> {
    let own = own_honour(reader, at, end);
    if own.is_some() {
        return own;
    }
    if reader.at(at) == '“' {
        return quoted(reader, from, at, end);
    }
    let head_end = head_at(reader, at, end)
        .filter(|&to| reader.at(at) != '奖' || reader.at(to - 1) != '金')
        .or_else(|| prize_end(reader, from, at, end).map(|to| reader.word(to, end, Class::HonourPlaces).unwrap_or(to)))?;
    let start = year_end(reader, from.max(at.saturating_sub(LONGEST)), at);
    if start == at && reader.at(at) == '奖' {
        return None;
    }
    Some(Honour::new(reader, start, at, head_end, CharSpan::new(start, tail_end(reader, head_end, end))))
}

/// An honour of the personal lexicon, as a whole, and the quotes around it.
fn own_honour(reader: &Reader, at: usize, end: usize) -> Option<Honour> {
    let start = at + usize::from(reader.at(at) == '“');
    let to = reader.words.own(start, end, WordKind::Honour)?;
    (start == at || reader.at(to) == '”').then(|| Honour::new(reader, start, start, to, CharSpan::new(at, tail_end(reader, to, end))))
}

/// 爱心公益奖, 最高科学技术奖, 青禾奖学金: anything that ends in 奖 and isn't 颁奖, 获奖 or the start of 奖项.
fn prize_end(reader: &Reader, from: usize, at: usize, limit: usize) -> Option<usize> {
    let prize = reader.at(at) == '奖' && at >= from + 2 && is_han(reader.at(at - 1));
    if let Some(scholarship) = reader.word(at, limit, Class::HonourHeads).filter(|&to| prize && reader.at(to - 1) == '金') {
        return Some(scholarship);
    }
    let verb = reader.words.ending(at + 1).any(|m| m.classes.has(Class::HonoursNot));
    let noun = reader.word(at, limit.min(at + 3), Class::HonoursNot).is_some_and(|to| to > at + 1);
    (prize && at < limit && !verb && !noun).then_some(at + 1)
}

/// “金扳手”班组, “学习强国”知识竞赛团体一等奖, “终身荣誉会长”, “万企兴万村”先进企业.
fn quoted(reader: &Reader, from: usize, at: usize, end: usize) -> Option<Honour> {
    let close = reader.closing(at).filter(|&close| close <= end && (4..=LONGEST).contains(&(close - at)))?;
    let tail = reader.word(close, end, Class::HonourTails).is_some();
    if reader.word(at + 1, close, Class::HonoursBad).is_some() || reader.word(close, end, Class::HonoursNotBefore).is_some() {
        return None;
    }
    if names_characters(reader, close, end) || reader.words.longest_before(close - 1, at + 1, Class::AwardNotObjects).is_some() {
        return None;
    }
    if (at..close).any(|i| matches!(reader.at(i), '，' | '。' | '；') || (reader.at(i) == '、' && !tail)) {
        return None;
    }
    let goes_on = outer_head(reader, close, end).filter(|&to| !tail && !starts_people(reader, close, to));
    // “安全生产月”活动
    let activity =
        reader.word(close, end, Class::MeetingActivityHeads).is_some() && reader.word(close, end, Class::AwardVerbsActive).is_none();
    if activity && goes_on.is_none() && !tail {
        return None;
    }
    let field = if from < at && from + 12 > at { from } else { at };
    let outer = if goes_on.is_some() { year_end(reader, field, at) } else { at };
    // “杏林”奖章, but the medal of a “优秀护士”
    let medal = reader.word(close, end, Class::HonourMedals).filter(|_| expected(reader, close) == Expect::Either);
    let name_end = goes_on.or(medal).unwrap_or(close);
    let name_start = if name_end > close { outer } else { quoted_year_end(reader, at, close) };
    Some(Honour::new(reader, name_start, at, name_end, CharSpan::new(outer.min(at), tail_end(reader, name_end, end))))
}

/// 绣着“春风化雨”四个字, “先锋”二字: the quotation is spoken of as characters.
fn names_characters(reader: &Reader, close: usize, end: usize) -> bool {
    let counted = reader.number(close, end).map_or(close, |(to, _)| to);
    let from = (counted..end.min(counted + 3)).find(|&i| !matches!(reader.at(i), '个' | '大')).unwrap_or(counted);
    counted > close && matches!(reader.at(from), '字' | '红' | '金') || matches!((reader.at(close), reader.at(close + 1)), ('字', '样'))
}

/// “2020年度|先进集体”: behind the year that a quotation opens with.
fn quoted_year_end(reader: &Reader, at: usize, close: usize) -> usize {
    let year = reader.number(at + 1, close).filter(|&(to, _)| to == at + 5 && reader.at(to) == '年');
    let end = year.map_or(at, |(to, _)| if reader.at(to + 1) == '度' { to + 2 } else { to + 1 });
    if end + 3 < close { end } else { at }
}

/// The end of the noun that a quotation is only the first part of; it is closed by a head of honour (“双高”建设突出贡献奖), is 奖 (“金钥匙”奖),
/// or is a noun right behind it (“金扳手”班组).
fn outer_head(reader: &Reader, close: usize, end: usize) -> Option<usize> {
    let prize = grown(reader, close, end);
    if reader.at(close) == '奖' && prize > close {
        return Some(prize);
    }
    let noun = || {
        reader
            .word(close, end, Class::HonourNouns)
            .filter(|&to| to - close > 1 && !reader.is_boundary(close, end))
            .filter(|&to| ends_honour(reader, to, end))
    };
    (close..end.min(close + 14))
        .take_while(|&i| !is_mark(reader.at(i)) && !matches!(reader.at(i), '和' | '的' | '“' | '及' | '（' | '并' | '由'))
        .take_while(|&i| reader.word(i, end, Class::AwardVerbsPassive).is_none())
        .find_map(|i| head_at(reader, i, end).or_else(|| prize_end(reader, close, i, end)))
        .or_else(noun)
}

/// “最美白衣天使”代表: the people, not more of the honour.
fn starts_people(reader: &Reader, at: usize, end: usize) -> bool {
    reader.text(at, end) == "代表"
}

/// The end of the honour whose own head or adjective starts here.
fn head_at(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    if reader.word(at, limit, Class::HonoursNot).is_some() {
        return None;
    }
    let head = reader.word(at, limit, Class::HonourHeads).map(|end| bracket_end(reader, grown(reader, end, limit), limit));
    let head = head.max(epithet_noun(reader, at, limit));
    let adjective = reader.word(at, limit, Class::HonourAdjectives).and_then(|end| noun_behind(reader, end, limit));
    head.max(adjective)
}

/// 标兵班组, 明星企业: an honour that stands as an epithet right before whom it is for.
fn epithet_noun(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let end = reader.word(at, limit, Class::HonourEpithets)?;
    let to = reader.word(end, limit, Class::HonourNouns).filter(|&to| to > end + 1 && ends_honour(reader, to, limit))?;
    any_before(reader, to, end, &[Class::HonourBodies, Class::HonourPeople]).is_some().then_some(to)
}

/// 优秀员工 → 优秀员工奖; 岗位能手标兵; 优秀组织 → 优秀组织工作奖.
fn grown(reader: &Reader, end: usize, limit: usize) -> usize {
    if reader.at(end) == '奖' && end < limit && !matches!(reader.at(end + 1), '项' | '牌' | '杯' | '状' | '励' | '金') {
        return end + 1;
    }
    let prize = || {
        (end..limit.min(end + 4))
            .take_while(|&i| is_han(reader.at(i)) && !matches!(reader.at(i), '的' | '了' | '和'))
            .find_map(|i| prize_end(reader, end, i, limit).filter(|_| i > end + 1))
    };
    reader.word(end, limit, Class::HonourHeads).or_else(prize).unwrap_or(end)
}

/// The noun that an adjective of honour goes with, a few characters on; the longest where several start, the first one that is not itself
/// followed by another.
fn noun_behind(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let stop = limit.min(at + 10);
    let adjacent = reader.word(at, limit, Class::HonourNouns).filter(|&to| to == at + 1 && !ends_honour(reader, to, limit));
    let mut i = at;
    let mut best: Option<usize> = None;
    while i < stop && !is_mark(reader.at(i)) && !matches!(reader.at(i), '和' | '及' | '的' | '”' | '“') {
        // 先进集体|信息工程学院
        if best
            .is_some_and(|end| i > end || i == end && reader.words.longest_before(end, at.saturating_sub(2), Class::AwardGeneral).is_some())
        {
            break;
        }
        let single = adjacent.is_none();
        let noun = reader.word(i, limit, Class::HonourNouns).filter(|&to| to - i > 1 || (single && ends_honour(reader, to, limit)));
        if let Some(to) = noun.map(|to| bracket_end(reader, to, limit))
            && best.is_none_or(|end| to > end)
        {
            best = Some(to);
        }
        i += 1;
    }
    // 优秀书记|员
    let person = |end: usize| reader.at(end) == '员' && end < limit && ends_honour(reader, end + 1, limit);
    let noun = best.or(adjacent).map(|end| work_noun(reader, end, limit).unwrap_or(end + usize::from(person(end))));
    noun.or_else(|| unlisted_noun(reader, at, stop, limit)).map(|end| grown(reader, end, limit))
}

/// 优秀项目|展示论文: what is honoured is a work, and the noun before it tells of which.
fn work_noun(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let to = reader.word(at + 2, limit, Class::HonourNouns).filter(|&to| to - at == 4 && ends_honour(reader, to, limit))?;
    let people = any_before(reader, to, at, &[Class::HonourPeople, Class::HonourBodies]).is_some();
    (!people && names::word(&reader.chars[at..at + 2]) > 0 && (at..to).all(|i| is_han(reader.at(i)))).then_some(to)
}

/// 优秀护林员: a noun that no list has, but that ends like one and is followed by a mark.
fn unlisted_noun(reader: &Reader, at: usize, stop: usize, limit: usize) -> Option<usize> {
    let counted = |i: usize| reader.number(i, limit).is_some_and(|(to, _)| reader.word(to, limit, Class::NumberMeasures).is_some());
    let ends = |&i: &usize| !is_han(reader.at(i)) || i >= limit || matches!(reader.at(i), '和' | '及' | '的') || i > at + 1 && counted(i);
    let end = (at..=stop).find(ends)?;
    let like = any_before(reader, end, at, &[Class::HonourPeople, Class::HonourBodies]).is_some();
    let tail = reader.words.longest_before(end, at, Class::HonourTails).is_some();
    (end >= at + 2 && like && !tail && ends_honour(reader, end, limit)).then_some(end)
}

/// 先进乡（镇）, 优秀村（社区）: the other half of a noun in brackets.
fn bracket_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let close = if reader.at(at) == '（' { reader.closing(at) } else { None };
    close.filter(|&to| to <= limit && to - at <= 5 && reader.words.is(at + 1, to - 1, Class::HonourBodies)).unwrap_or(at)
}

fn ends_honour(reader: &Reader, at: usize, limit: usize) -> bool {
    reader.is_boundary(at, limit)
        || matches!(reader.at(at), '”' | '奖' | '和' | '及' | '（' | ' ')
        || reader.number(at, limit).is_some()
        || any_word(reader, at, limit, &[Class::HonourTails, Class::AwardPapers]).is_some()
}

/// 先进集体和个人: the adjective holds for the second noun.
fn shared_adjective(reader: &Reader, honour: &Honour, limit: usize) -> Option<Honour> {
    let joined = matches!(reader.at(honour.span.end), '和' | '及' | '、' | '与');
    let from = honour.span.end + 1;
    let noun_end = reader.word(from, limit, Class::HonourNouns).filter(|&to| {
        joined
            && to - from > 1
            && (["个人", "集体", "单位"].contains(&reader.text(from, to).as_str()) || shares(reader, honour, from, to, limit))
    })?;
    let at = honour.name.find("先进").or_else(|| honour.name.find("优秀"))?;
    let adjective: String = honour.name[at..].chars().take(2).collect();
    let second = Honour::new(reader, from, from, noun_end, CharSpan::new(from, noun_end));
    Some(Honour { name: adjective + &second.name, ..second })
}

/// 2019|青禾学会创新奖, 2016-2018|优秀论文奖: behind a year without 年.
fn bare_year_end(reader: &Reader, from: usize, at: usize) -> usize {
    let year = |start: usize| {
        let digits = (start..at.min(start + 5)).take_while(|&i| reader.at(i).is_ascii_digit()).count();
        (digits == 4 && matches!((reader.at(start), reader.at(start + 1)), ('1', '9') | ('2', '0'))).then_some(start + 4)
    };
    let Some(end) = year(from) else { return from };
    let range = matches!(reader.at(end), '-' | '—' | '～' | '~').then(|| year(end + 1)).flatten();
    range.or(Some(end)).filter(|&end| end < at && is_han(reader.at(end)) && reader.at(end) != '年').unwrap_or(from)
}

/// 优秀队员和|裁判员: whether the noun is for people as the one before, of a kind of their own, and stands alone.
fn shares(reader: &Reader, honour: &Honour, from: usize, to: usize, limit: usize) -> bool {
    let people = |at: usize, end: usize| reader.words.longest_before(end, at, Class::HonourPeople).is_some();
    let all = [Class::AwardNotWinners, Class::GroupHeads].iter().any(|&class| reader.words.is(from, to, class));
    conjunction_end(reader, from - 1).is_some()
        && people(from, to)
        && people(honour.core, honour.span.end)
        && !all
        && reader.is_boundary(to, limit)
}

/// Passes over 2023年度 before an honour.
fn year_end(reader: &Reader, from: usize, at: usize) -> usize {
    let mut start = bare_year_end(reader, from, at);
    // 2020级|优秀毕业生
    if start > from && start < at && matches!(reader.at(start), '级' | '届') {
        start += 1;
    }
    if let Some((end, _)) = reader.number(start, at)
        && reader.at(end) == '年'
        && (end >= start + 4 || reader.at(start).is_ascii_digit() && end > start + 1)
    {
        start = if reader.at(end + 1) == '度' { end + 2 } else { end + 1 };
    }
    if let Some(to) = reader.word(start, at, Class::HonourTimes) {
        start = to;
    }
    while start < at && matches!(reader.at(start), ' ' | '“') && reader.closing(start).is_none() {
        start += 1;
    }
    start
}

/// Behind 称号, 荣誉称号, 奖牌.
fn tail_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut end = at;
    if end < limit && reader.at(end) == '”' {
        end += 1;
    }
    reader.word(end, limit, Class::HonourTails).unwrap_or(end)
}
