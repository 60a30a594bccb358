//! What items are made of and joined by: heads of posts and groups, predicates that end them, conjunctions.

use super::super::name::{follow, surname_length};
use super::super::reader::Reader;
use super::group::count_behind;
use crate::lexicon::{Class, WordKind};

/// The heads of a class in a range, each with its end, those inside a longer one left out.
pub(super) fn heads(reader: &Reader, at: usize, end: usize, class: Class) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut i = at;
    while i < end {
        if let Some(to) = head_end(reader, i, end, class)
            && found.last().is_none_or(|&(_, last)| to > last)
        {
            if found.last().is_some_and(|&(_, last)| last > i) {
                found.pop();
            }
            found.push((i, to));
        }
        i = reader.step(i);
    }
    found
}

/// The end of the head that starts here; none where the word goes on as another (委员 in 委员会, but not 主席令 in 主席令狐冲). 乡(镇)长 counts at its 长.
pub(super) fn head_end(reader: &Reader, at: usize, limit: usize, class: Class) -> Option<usize> {
    if reader.at(at) == '长' && at > 0 && reader.at(at - 1) == '）' {
        return Some(at + 1);
    }
    // 120名|师生
    let measure = reader.at(at) == '名'
        && at > 0
        && (reader.at(at - 1).is_ascii_digit() || "余多几十百千两三四五六七八九".contains(reader.at(at - 1)));
    let to = reader.word(at, limit, class).filter(|&to| to - at > 1 && !measure)?;
    let own = reader.words.own(at, limit, WordKind::Post) == Some(to);
    let compound = !own && reader.word(at, limit, Class::HeadCompounds).is_some_and(|compound| compound >= to);
    (!compound || surname_length(reader, to) == 2).then_some(to)
}

/// Whether a verb of the agenda, or of an honour that goes to somebody (归属), stands in a stretch that should be a noun
/// (出席会议并为获奖代表), unless 的 makes it an attribute.
pub(super) fn holds_predicate(reader: &Reader, at: usize, end: usize) -> bool {
    let attribute_end = (at..end).rev().find(|&i| reader.at(i) == '的').unwrap_or(at);
    if reader.at(attribute_end) == '的' && reader.at(attribute_end + 1) == '有' {
        return true;
    }
    let opener = reader.word(at, end, Class::GroupOpeners).unwrap_or(at);
    (attribute_end.max(opener)..end).any(|i| {
        [
            Class::RoleAttend,
            Class::RolePreside,
            Class::RoleAnnounce,
            Class::RolePresent,
            Class::HoldingVerbs,
            Class::Appointments,
            Class::AwardVerbsGo,
        ]
        .iter()
        .any(|&class| {
            reader.word(i, end, class).is_some_and(|to| {
                to - i > 1
                    && (i == 0 || reader.at(i - 1) != '新')
                    && !matches!(reader.at(to), '地' | '方' | '单' | '人')
                    && (class == Class::HoldingVerbs || !is_head(reader, to, end))
            })
        }) || (reader.at(i) == '并' && i > at)
            || (reader.at(i) == '由' && i > at && !inside_word(reader, i))
            || matches!(reader.at(i), '了' | '被')
            // 新人奖归盲艺人
            || (reader.at(i) == '归' && i > at && matches!(reader.at(i - 1), '奖' | '杯' | '军' | '旗' | '誉' | '号'))
    })
}

/// The end of a verb of holding (举办), which is none in 主办单位, 承办方, 举办地, 主持人.
#[must_use]
pub fn holding_verb(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    reader.word(at, limit, Class::HoldingVerbs).filter(|&to| !matches!(reader.at(to), '地' | '方' | '单' | '人'))
}

/// Whether a head of a group starts here: then a verb before it is its attribute (列席代表).
fn is_head(reader: &Reader, at: usize, limit: usize) -> bool {
    reader.word(at, limit, Class::GroupHeads).is_some()
}

/// Whether the noun goes on with another head, or several: 教师|代表, 患者（家属）代表, 党员|干部|职工.
pub(super) fn starts_head(reader: &Reader, at: usize, limit: usize) -> bool {
    const LONGEST_CHAIN: usize = 4;
    let closed = |to: &usize| follow(reader, *to, limit) >= 3 || count_behind(reader, *to, limit).is_some();
    let ends = |at: usize| {
        let from = reader.word(at, limit, Class::PostPrefixes).unwrap_or(at);
        [(at, Class::PostHeads), (at, Class::GroupHeads), (from, Class::PostHeads)]
            .into_iter()
            .filter_map(|(from, class)| head_end(reader, from, limit, class))
    };
    std::iter::successors(Some(at), |&at| ends(at).max()).take(LONGEST_CHAIN).any(|at| ends(at).any(|to| closed(&to)))
}

/// 和, 及, 以及, 与, 同 between items.
#[must_use]
pub fn is_conjunction(reader: &Reader, at: usize) -> bool {
    conjunction_end(reader, at).is_some()
}

/// Whether the character belongs to a word that only looks like holding a conjunction or preposition: 协和医院, 就业办公室.
pub(in crate::tag) fn inside_word(reader: &Reader, at: usize) -> bool {
    (at.saturating_sub(1)..=at).any(|from| reader.word(from, at + 4, Class::WholeWords).is_some_and(|to| to > at))
}

/// The end of the conjunction that stands here.
#[must_use]
pub fn conjunction_end(reader: &Reader, at: usize) -> Option<usize> {
    match (reader.at(at), reader.at(at + 1)) {
        ('以', '及') => Some(at + 2),
        ('和' | '及' | '与', _) if inside_word(reader, at) => None,
        // 县长林知远同各界代表欢聚一堂
        ('和' | '及' | '与' | '暨', _) | ('同', '各' | '全' | '来') => Some(at + 1),
        _ => None,
    }
}
