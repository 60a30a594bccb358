//! What a clause does: whether it goes on with somebody, introduces speech, opens a point.

use super::super::item::{Item, Kind};
use super::super::reader::{Reader, is_mark};
use super::leads::list_lead;
use super::runs::is_word;
use super::{LONGEST_LEAD, Listed};
use crate::lexicon::Class;
use crate::text::CharSpan;

/// Where the clause ends: at the next ，；：。outside brackets.
pub(super) fn clause_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut i = at;
    while i < limit && !(is_mark(reader.at(i)) && reader.at(i) != '、') {
        i = reader.step(i);
    }
    i.min(limit)
}

/// More clauses do not stand between 为 and what was handed over.
const MOST_WINNERS_CLAUSES: usize = 8;

/// Where the predicate of a list ends: with the clause, or where winners are named over several (为荣获甲称号的青石镇，荣获乙称号的林知远颁奖) at
/// the clause of the verb.
pub(super) fn predicate_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let first = clause_end(reader, at, limit);
    let has = |from: usize, to: usize, class| (from..to).any(|i| reader.word(i, to, class).is_some_and(|end| end - i > 1));
    let from = reader.word(at, first, Class::LeadWords).unwrap_or(at);
    let opens = matches!(reader.at(from), '为' | '给' | '向') && has(at, first, Class::AwardVerbsPassive);
    if !opens || has(at, first, Class::RolePresent) {
        return first;
    }
    let ends = std::iter::successors(Some(first), |&end| {
        let goes_on = matches!(reader.at(end), '，' | '；') && reader.word(end + 1, limit, Class::AwardVerbsPassive).is_some();
        goes_on.then(|| clause_end(reader, end + 1, limit))
    });
    ends.skip(1).take(MOST_WINNERS_CLAUSES).find(|&end| has(at, end, Class::RolePresent)).unwrap_or(first)
}

/// Whether a clause without a subject goes on saying something of the subject before it.
pub(super) fn starts_predicate(reader: &Reader, at: usize, end: usize) -> bool {
    [Class::SpeechFollow, Class::SpeechFollowWeak, Class::RoleAttend, Class::RoleReport, Class::RoleExchange]
        .iter()
        .any(|&class| reader.word(at, end, class).is_some())
}

/// Whether a clause only sets the scene: 就贯彻会议精神，分别从三个方面，
pub(super) fn is_adverbial(reader: &Reader, at: usize, end: usize) -> bool {
    let from = reader.word(at, end, Class::LeadWords).unwrap_or(at);
    [at, from].into_iter().any(|from| reader.word(from, end, Class::SceneOpeners).is_some())
}

/// 从理论和实践两个层面作了讲解: a light verb with a noun of the agenda, in a clause that opens otherwise.
pub(super) fn light_act(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    let nouns = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak];
    let noun = |from: usize| (from..end).any(|i| nouns.iter().any(|&class| reader.word(i, end, class).is_some_and(|to| to - i > 1)));
    (at + 1..end).find(|&i| reader.word(i, end, Class::LightVerbs).is_some_and(noun))
}

/// 获得H的先进个人是：甲、乙; 表彰了…，他们是：甲、乙: a list behind a colon, of those who received something.
pub(super) fn lists_winners(reader: &Reader, sentence: usize, items: &[Listed]) -> bool {
    let Some(start) = items.first().map(|listed| listed.item.span.start) else { return false };
    let lead = CharSpan::new(sentence.max(start.saturating_sub(60)), start);
    let verbs = [Class::AwardVerbsPassive, Class::AwardVerbsActive];
    let received = |i: usize| verbs.iter().any(|&class| reader.word(i, start, class).is_some_and(|to| to - i > 1));
    start > sentence && reader.at(start - 1) == '：' && lead.range().any(received)
}

/// 手机一律交领队保管, 协会可以提供编审力量: a clause that only looks like somebody with a post, where a verb stands before the post or the
/// name is an ordinary word.
pub(super) fn tells_what_to_do(reader: &Reader, items: &[Listed]) -> bool {
    let [listed] = items else { return false };
    let Kind::Person { at, .. } = &listed.item.kind else { return false };
    let before = CharSpan::new(listed.item.span.start, at.start);
    let classes = [Class::Modals, Class::DirectiveModals, Class::DirectiveBans, Class::DirectiveAbsoluteBans];
    let modal = |i: usize| classes.iter().any(|&class| reader.word(i, before.end, class).is_some_and(|to| to - i > 1));
    let clause = || {
        let of = before.range().find(|&i| reader.at(i) == '的');
        of.is_some_and(|of| of > before.start + 6 && reader.word(before.start, of, Class::PresentByPart).is_none())
    };
    before.range().any(modal) || clause() || (before.len() > 4 && is_word(reader, &listed.item))
}

/// The verb of taking part in a clause whose own words are not understood: 承办地某县副县长某某应邀出席.
///
/// Behind 、 the words belong to the list, so that any verb of the agenda will do: 学生代表罗晓、罗晓的邻居先后发言.
pub(super) fn verb_of_agenda(reader: &Reader, at: usize, end: usize, listed: bool) -> Option<usize> {
    let classes = [Class::RoleAttend, Class::RoleExchange, Class::RoleSpeak, Class::RoleReport, Class::RolePresent];
    let classes = if listed { &classes[..] } else { &classes[..1] };
    (at..end).find(|&i| classes.iter().any(|&class| reader.word(i, end, class).is_some()))
}

/// 分别|作了发言: whether an adverb of each stands here and a verb of the agenda behind it.
pub(super) fn verb_of_each(reader: &Reader, at: usize, end: usize) -> bool {
    let adverb = reader.word(at, end, Class::AwardAdverbs).filter(|&to| to > at + 1);
    let classes = [Class::RoleExchange, Class::RoleSpeak, Class::RoleReport];
    adverb.is_some_and(|to| (to..end).any(|i| classes.iter().any(|&class| reader.word(i, end, class).is_some_and(|verb| verb - i > 1))))
}

/// The verb of the agenda that stands further on in a clause.
pub(super) fn verb_further_on(reader: &Reader, at: usize, end: usize, listed: bool) -> Option<usize> {
    let scene = || if is_adverbial(reader, at, end) { light_act(reader, at, end) } else { None };
    verb_of_agenda(reader, at, end, listed).or_else(scene)
}

/// Whether 、 stands before a piece.
pub(super) fn listed_on(reader: &Reader, at: usize) -> bool {
    at > 0 && reader.at(at - 1) == '、'
}

/// Whether what follows the predicate is what was said: …强调，/…要求：.
pub(super) fn introduces_speech(reader: &Reader, start: usize, end: usize, limit: usize) -> bool {
    if end >= limit || !matches!(reader.at(end), '，' | '：' | ',' | ':') {
        return false;
    }
    let announced = reader.at(end) == '：' && (reader.words.longest_before(end, start, Class::SpeechNouns).is_some() || end - start < 6);
    let counted = end >= 3 && matches!(reader.at(end - 3), '条' | '点' | '项' | '个' | '些' | '多') && reader.at(end) != '：';
    if counted {
        return false;
    }
    let listing = matches!(reader.at(end - 1), '单' | '表' | '榜' | '果');
    (announced && !listing) || reader.words.longest_before(end, start, Class::QuoteVerbs).is_some_and(|verb| verb >= start)
}

/// The longest words between somebody and the colon before what they say: 临走时只给大家留下了一句话.
const LONGEST_TELLING: usize = 24;

/// 镇长林知远拍板：…, 秦关临走时留下一句话：…, 林知远的话逗乐了大家：“…”: words behind a colon that are no list are those of the one
/// person before it, whatever else is told of them.
#[must_use]
pub fn says_behind_colon(reader: &Reader, items: &[Listed], predicate: CharSpan) -> bool {
    let [Listed { item: Item { kind: Kind::Person { .. }, .. }, .. }] = items else { return false };
    let CharSpan { start, end } = predicate;
    if reader.at(end) != '：' || predicate.len() > LONGEST_TELLING {
        return false;
    }
    let other = [
        Class::AwardVerbsPassive,
        Class::AwardVerbsGive,
        Class::HoldingVerbs,
        Class::RolePresent,
        Class::RoleAnnounce,
        Class::RoleReport,
        Class::RoleExchange,
        Class::ColonLists,
    ];
    let tells = predicate.range().any(|i| other.iter().any(|&class| reader.word(i, end, class).is_some_and(|to| to - i > 1)));
    let of_words = reader.at(start) != '的'
        || matches!(reader.at(start + 1), '话' | '发' | '回' | '建' | '意' | '看' | '提' | '答' | '说' | '开' | '表' | '态' | '语');
    of_words && !tells && !opens_nouns(reader, end + 1)
}

/// Whether what stands here is a list of nouns (青石村、白石村), and not one of things to do (不带手机、不打游戏).
fn opens_nouns(reader: &Reader, at: usize) -> bool {
    let mark = |i: usize| is_mark(reader.at(i)) || reader.at(i).is_whitespace();
    let mut stop = at;
    while stop < at + LONGEST_LEAD && !mark(stop) {
        stop = reader.step(stop);
    }
    let acts = [Class::Modals, Class::DirectiveModals, Class::DirectiveBans, Class::DirectiveImperatives, Class::SpeechFollow];
    let asks = (at..stop).any(|i| acts.iter().any(|&class| reader.word(i, stop, class).is_some()));
    let negates = matches!(reader.at(at), '不' | '别' | '先' | '少' | '多' | '凡' | '谁' | '把' | '没');
    let noun = [Class::PostHeads, Class::OrganizationHeads].iter().any(|&class| reader.words.longest_before(stop, at, class).is_some());
    !asks && !negates && (reader.at(stop) == '、' && reader.number(at, stop).is_none_or(|(to, _)| to != stop) || noun)
}

/// 会议强调，: the meeting itself speaks.
pub(super) fn meeting_speaks(reader: &Reader, start: usize, end: usize, limit: usize) -> bool {
    reader
        .word(start, end, Class::SpeechBodies)
        .is_some_and(|body| reader.word(body, end, Class::QuoteVerbs) == Some(end) && introduces_speech(reader, start, end, limit))
}

/// Whether a sentence behind what somebody said is the report's again: it says nothing but who took part.
///
/// 林知远强调，要备足物资。县直各部门负责人参加会议。
pub(super) fn tells_of_attendance(reader: &Reader, sentence: CharSpan) -> bool {
    let end = if reader.at(sentence.end.saturating_sub(1)) == '。' { sentence.end - 1 } else { sentence.end };
    let before = |end, class| reader.words.longest_before(end, sentence.start + 1, class);
    let mut object = before(end, Class::Gatherings).or_else(|| before(end, Class::AttendObjects)).unwrap_or(end);
    object -= usize::from(object < end && reader.at(object - 1) == '了');
    let attends = before(object, Class::RoleAttend).or_else(|| before(end, Class::RoleExchange).filter(|verb| end - verb > 2));
    list_lead(reader, sentence.start, end).is_some() || attends.is_some_and(|verb| !asks(reader, sentence.start, verb))
}

/// Whether a word that asks stands in a stretch: 希望大家, 必须, but not 主要.
pub(super) fn asks(reader: &Reader, start: usize, end: usize) -> bool {
    let other_word =
        |at: usize| [at - 1, at].iter().any(|&from| reader.word(from, end, Class::DirectiveNotModals).is_some_and(|to| to > at));
    (start..end).any(|at| {
        reader.word(at, end, Class::DirectivePleas).is_some()
            || reader.word(at, end, Class::DirectiveModals).is_some() && !(at > 0 && other_word(at))
    })
}

/// Behind 首先, 其次, 最后: a word that opens a point.
pub(super) fn point_word(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    [Class::DirectiveListFirst, Class::DirectiveListNext, Class::DirectiveListLast].iter().find_map(|&class| reader.word(at, limit, class))
}

/// Whether a paragraph opens with the number of a point: 一、（二）三是 第四 首先.
pub(super) fn opens_point(reader: &Reader, at: usize) -> bool {
    let limit = at + 6;
    if reader.at(at) == '（' {
        return reader.number(at + 1, limit).is_some();
    }
    let from = if reader.at(at) == '第' { at + 1 } else { at };
    point_word(reader, at, limit).is_some()
        || reader.number(from, limit).is_some_and(|(end, _)| matches!(reader.at(end), '、' | '是' | '要' | '．' | '.' | '，' | '：'))
}
