//! 姓名: how far a name reaches, judged by what follows it and by its own shape.

use super::reader::Reader;
use crate::lexicon::{Class, WordKind};
use crate::names;
use crate::text::{CharSpan, is_han};

/// The longest plain name: 乌云其木格, 扎西次仁多吉.
const LONGEST: usize = 6;

/// Why a name is expected here; the weaker the reason, the more the name itself has to look like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Nothing but the characters: 秦关主持大会.
    Bare,
    /// It stands in a list of people: 区领导褚卫国、师范、党爱华.
    Listed,
    /// A post stands before it: 县长车前.
    Titled,
}

/// The end of the name that starts at `at`, if one does.
///
/// 组织委员单于飞传达了…: behind the post may stand 单于 or 单于飞; only behind 单于飞 stands a verb.
#[must_use]
pub fn name_end(reader: &Reader, at: usize, limit: usize, evidence: Evidence) -> Option<usize> {
    if reader.at(at).is_ascii_uppercase() {
        return latin_end(reader, at, limit).filter(|&end| evidence > Evidence::Bare && follow(reader, end, limit) > 2);
    }
    if !is_han(reader.at(at))
        || opens_predicate(reader, at, limit)
        || joins_group(reader, at, limit)
        || joins_representatives(reader, at, limit)
        || refused_end(reader, at, limit).is_some()
        || reader.word(at, limit, Class::HoldingVerbs).is_some()
        || closes_post(reader, at)
        || opens_group(reader, at)
    {
        return None;
    }
    if let Some(end) = dotted_end(reader, at, limit).filter(|&end| !reader.words.refuses_at(at, end)) {
        return Some(end);
    }
    let spaced = reader.at(at + 1) == ' ' && is_han(reader.at(at + 2)) && surname_length(reader, at) == 1;
    let lengths = if spaced { 3..=3 } else { 2..=LONGEST };
    let best = lengths
        .filter_map(|length| {
            let end = at + length;
            let score = score(reader, at, end, limit, spaced, evidence)?;
            Some((score, end))
        })
        .max_by_key(|&(score, end)| (score, usize::MAX - end))?;
    let least = match evidence {
        Evidence::Titled => 20,
        Evidence::Listed => 40,
        Evidence::Bare => 60,
    };
    if evidence == Evidence::Bare && names::word(&reader.chars[at..best.1.min(reader.chars.len())]) > 0 {
        return None;
    }
    let first_word = best.1 == at + 3 && names::word(&reader.chars[at..at + 2]) > 0;
    let part_of_body = (evidence == Evidence::Bare || (first_word && evidence != Evidence::Titled))
        && matches!(reader.at(best.1), '和' | '与')
        && reader.word(best.1 + 1, limit, Class::OrganizationHeads).is_some_and(|to| to > best.1 + 2);
    (best.0 >= least && !part_of_body).then_some(best.1)
}

/// 领导|人出席: 人 closes a post of which the words before are one too.
fn closes_post(reader: &Reader, at: usize) -> bool {
    reader.at(at) == '人' && reader.words.longest_before(at + 1, at.saturating_sub(4), Class::PostHeads).is_some()
}

/// 全院老|干部, 全校师生: 全 and a place open a group.
fn opens_group(reader: &Reader, at: usize) -> bool {
    reader.at(at) == '全' && reader.word(at, at + 4, Class::GroupOpeners).is_some_and(|to| to > at + 1)
}

/// 近百|人: a number of people.
fn counts_off(reader: &Reader, at: usize, end: usize) -> bool {
    let numeral = |c: char| matches!(c, '十' | '百' | '千' | '万' | '余' | '多');
    at + 1 < end && matches!(reader.at(end - 1), '人' | '名' | '位') && numeral(reader.at(end - 2))
}

/// 区属老|同志: 老 belongs to the noun for people behind it.
fn cuts_old(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    let nouns = [Class::GroupHeads, Class::PostHeads, Class::Honorifics];
    reader.at(end - 1) == '老' && end > at + 2 && nouns.into_iter().any(|class| reader.word(end, limit, class).is_some())
}

/// More words make no name of a person.
const MOST_LATIN_WORDS: usize = 4;

/// Maria von Berg, John A. Smith: two to four words in Latin letters, the first and the last with a capital and small letters.
pub(super) fn latin_end(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let letter = |i: usize| i < limit && (reader.at(i).is_ascii_alphabetic() || matches!(reader.at(i), '.' | '-' | '\''));
    let word_end = |from: usize| (from..limit.min(from + 16)).find(|&i| !letter(i)).unwrap_or(limit.min(from + 16));
    let is_name = |from: usize, to: usize| to > from + 1 && reader.at(from).is_ascii_uppercase() && reader.at(to - 1).is_ascii_lowercase();
    let (mut from, mut words) = (at, 0);
    loop {
        let end = word_end(from);
        words += 1;
        let goes_on = matches!(reader.at(end), ' ' | '·') && letter(end + 1) && words < MOST_LATIN_WORDS;
        if words == 1 && !is_name(at, end) || end == from {
            return None;
        }
        if !goes_on {
            return (words > 1 && is_name(from, end)).then_some(end);
        }
        from = end + 1;
    }
}

/// The end of the word that stands here whole and is no name, as the personal lexicon says: not 木木三出 where 木木三 is none, before 出席.
pub(super) fn refused_end(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    reader.words.own(at, limit, WordKind::NotName).filter(|&to| follow(reader, to, limit) > 4)
}

/// Whether something else than a name starts here: a verb phrase (各科科长参加会议, but not 副校长祝贺通报了…), those who are turned to
/// (局领导向获奖代表…), the rest of a post (县委常委常务副县长).
fn opens_predicate(reader: &Reader, at: usize, limit: usize) -> bool {
    let surname = surname_length(reader, at) > 0;
    // 高原、平凡、祝贺等11人: a verb that is counted is a name.
    let counted = |end: usize| reader.at(end) == '等' && reader.number(end + 1, limit).is_some();
    if surname && reader.word(at, limit, Class::SpeechFollow).is_some_and(|end| end - at == 2 && counted(end)) {
        return false;
    }
    let opens_group = |from: usize| reader.word(from, limit, Class::GroupOpeners).is_some_and(|end| end - from > 1);
    let to_group = reader.at(at) == '向' && opens_group(at + 1);
    let rest_of_post =
        reader.word(at, limit, Class::PostPrefixes).is_some_and(|end| end - at > 1 && reader.word(end, limit, Class::PostHeads).is_some());
    if to_group || rest_of_post || reader.word(at, limit, Class::QuoteVerbs).is_some_and(|end| end - at > 1) {
        return true;
    }
    if let Some(end) = reader.word(at, limit, Class::SpeechFollow) {
        let name_like = surname && (2..=3).contains(&(end - at)) && follow(reader, end, limit) >= 5;
        let bounded = reader.is_boundary(end, limit);
        return !(name_like && (bounded || !reader.words.is(at, end, Class::NotNames)));
    }
    !surname && reader.word(at, limit, Class::SpeechFollowWeak).is_some()
}

/// 负责人和获奖代表: 和 joins a group here and is no surname.
pub(super) fn joins_group(reader: &Reader, at: usize, limit: usize) -> bool {
    let groups = [Class::GroupOpeners, Class::GroupHeads, Class::PostHeads, Class::HonourAdjectives, Class::OrganizationHeads];
    let behind = |i: usize| reader.word(i, limit, Class::GroupHeads).is_some_and(|to| follow(reader, to, limit) > 2);
    // 委员和中层正职
    let word = reader.chars.get(at + 1..at + 3).is_some_and(|next| names::word(next) > 0);
    if reader.at(at) == '和' && word && follow(reader, at + 3, limit) < 5 {
        return true;
    }
    if reader.at(at) == '和' && (at + 1..limit.min(at + 10)).take_while(|&i| is_han(reader.at(i))).any(behind) {
        return true;
    }
    matches!(reader.at(at), '和' | '与' | '及' | '暨')
        && groups.iter().any(|&class| reader.word(at + 1, limit, class).is_some_and(|to| to > at + 2))
}

/// 和民工代表共300余人: what stands behind the conjunction are representatives, who are counted or took part.
fn joins_representatives(reader: &Reader, at: usize, limit: usize) -> bool {
    let head =
        (at + 2..limit.min(at + 7)).take_while(|&i| is_han(reader.at(i))).find(|&i| reader.at(i) == '代' && reader.at(i + 1) == '表');
    matches!(reader.at(at), '和' | '与' | '及')
        && head.is_some_and(|head| {
            let to = head + 2;
            let counted = matches!(reader.at(to), '共' | '等') || reader.number(to, limit).is_some();
            counted || reader.is_boundary(to, limit) || reader.word(to, limit, Class::RoleAttend).is_some()
        })
}

/// Names in parts: 阿依古丽·托合提, 瓦尔特·李.
fn dotted_end(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let mut from = at;
    loop {
        let dot =
            (from + 1..(from + 8).min(limit)).take_while(|&i| is_han(reader.at(i)) || reader.at(i) == '·').find(|&i| reader.at(i) == '·');
        match dot {
            Some(dot) => from = dot + 1,
            None if from == at => return None,
            None => break,
        }
    }
    if holds_other_noun(reader, at, from, Evidence::Bare) || ends_as_place(reader, at, from) {
        return None;
    }
    let ends: Vec<usize> = (from + 1..=(from + 6).min(limit)).take_while(|&end| is_han(reader.at(end - 1))).collect();
    if let Some(end) = reader.word(from, (from + 6).min(limit), Class::NameParts).filter(|&end| follow(reader, end, limit) > 1) {
        return Some(end);
    }
    [5, 3, 1].into_iter().find_map(|least| ends.iter().copied().find(|&end| follow(reader, end, limit) >= least))
}

/// How well the characters stand as a name with what follows them; `None` when they can't be one.
fn score(reader: &Reader, at: usize, end: usize, limit: usize, spaced: bool, evidence: Evidence) -> Option<i32> {
    if end > limit || !(at..end).all(|i| is_han(reader.at(i)) || (spaced && i == at + 1)) {
        return None;
    }
    let follow = follow(reader, end, limit);
    let surname = surname_length(reader, at);
    // 侯喜年|先把预算作了汇报
    let first = follow == 0
        && surname > 0
        && end == at + surname + 2
        && reader.at(end) == '先'
        && matches!(reader.at(end + 1), '把' | '就' | '向' | '将');
    let follow = if first { 4 } else { follow };
    // 王莉|副书记
    let cut_post = reader.at(end - 1) == '副' && at + 1 < end && reader.word(end, limit, Class::PostHeads).is_some();
    let before_post = cut_post || (surname == 0 && reader.word(end, limit, Class::PostHeads).is_some());
    let bounded = reader.is_boundary(end, limit);
    let alone = follow == 0 && evidence == Evidence::Titled && stands_alone(reader, at, end);
    let unread = follow == 0 && !alone;
    // 副主席顾乡|主持会议
    let short = end - at == surname + 1 && follow >= 5 && !bounded && reader.at(end - 1) == '乡';
    let place = ends_as_place(reader, at, end)
        && (evidence < Evidence::Titled || surname == 0 || !(short || end - at == surname + 2 && follow >= 4));
    // 华雯|被选为
    let preposition = !bounded && end - at == 3 && surname == 1 && matches!(reader.at(end - 1), '在' | '被' | '将' | '从' | '由');
    // 伊长|庚强调; but 望 may be in a name
    let quotes = surname == 1 && end == at + 3 && reader.at(end - 1) != '望' && reader.words.is(at + 1, end, Class::QuoteVerbs);
    if unread
        || quotes
        || preposition
        || before_post
        || place
        || holds_other_noun(reader, at, end, evidence)
        || (!bounded && looks_like_word(reader, at, end) && !(evidence == Evidence::Titled && goes_on_as_name(reader, at, end, follow)))
        || holds_verb(reader, at, end)
        || cuts_noun(reader, at, end, limit)
        || counts_off(reader, at, end)
        || cuts_old(reader, at, end, limit)
        || reader.words.refuses_at(at, end)
    {
        return None;
    }
    if surname == 0 && follow < 3 && reader.chars.get(at..end).is_some_and(|word| names::word(word) > 0) {
        return None;
    }
    let counted = reader.number(at, end).is_some_and(|(to, _)| to > at + 1);
    if counted {
        return None;
    }
    let cut = (at + 2 < end && reader.word(end - 1, limit, Class::SpeechFollow).is_some_and(|to| to > end))
        || (is_preposition(reader.at(end - 1)) && (surname != 1 || at + 2 < end));
    let adverb =
        surname == 1 && end - at == 3 && matches!(reader.at(end - 1), '还' | '也' | '则' | '均' | '都' | '总' | '又' | '再' | '就');
    // 副主席罗富和|出席会议: what stands before a verb joins nothing
    let own = evidence == Evidence::Titled && surname == 1 && end == at + 3 && reader.at(end - 1) == '和' && follow >= 5 && !bounded;
    let penalty = i32::from(cut && !own) * 25 + i32::from(adverb) * 40;
    let alone = if alone { 10 + 6 * i32::from(end - at == 2) } else { 0 };
    Some(follow * 10 + alone + shape(reader, at, end) - penalty)
}

/// How much what stands behind speaks for the name's end.
pub(super) fn follow(reader: &Reader, end: usize, limit: usize) -> i32 {
    if reader.is_boundary(end, limit) {
        return 6;
    }
    match reader.at(end) {
        '（' => return 5,
        ' ' | '等' => return 4,
        '委' if reader.at(end + 1) == '托' => return 5,
        '的' if reader.at(end + 1) == '话' => return 4,
        '手' if matches!(reader.at(end + 1), '中' | '里') => return 4,
        '受' if commissioned(reader, end, limit) => return 6,
        '以' if reader.at(end + 1) == '及' => return 5,
        '作' | '做' if light_verb(reader, end, limit) => return 5,
        digit if digit.is_ascii_digit() => return 3,
        // 护林员和扑火队员三百多人
        _ if counts_people(reader, end, limit) => return 3,
        // 夏天、冬至两名主管
        '两' | '三' | '四' | '五' | '六' if matches!(reader.at(end + 1), '名' | '位') => return 5,
        '和' | '及' | '与' => return 3,
        '同' if matches!(reader.at(end + 1), '各' | '全' | '来') => return 3,
        // 就现状、问题和方向作了发言: what it is about may be a list.
        '就' if light_verb(reader, end, end + 40) => return 5,
        '就' | '对' | '向' | '为' | '给' if addresses(reader, end, limit) => return 4,
        // 年级长也分别作了发言
        // 秦关又叮嘱队员
        '也' | '都' | '均' | '又' | '再' | '便' | '却' | '还' | '仍' if reader.word(end + 1, limit, Class::SpeechFollow).is_some() =>
        {
            return 5;
        }
        // 秦关冒着小雨赶来
        _ if phrase_of_bearing(reader, end, limit) => return 4,
        '在' if phrase_of_place(reader, end, limit) => return 5,
        '以' if phrase_of_manner(reader, end, limit) => return 5,
        _ => {}
    }
    if reader.word(end, limit, Class::SceneOpeners).is_some_and(|to| to - end > 1) && !matches!(reader.at(end), '本' | '面') {
        return 4;
    }
    // 民警秦关荣立三等功
    let wins = reader.at(end) == '荣' && reader.word(end, limit, Class::AwardVerbsPassive).is_some();
    let told = wins || told_act(reader, end);
    let verb = [Class::SpeechFollow, Class::RoleWitness].into_iter().filter_map(|class| reader.word(end, limit, class)).max();
    if let Some(to) = verb {
        return if to - end > 2 { 6 } else { 5 };
    }
    if post_end(reader, end, limit).is_some() || reader.word(end, limit, Class::Honorifics).is_some() {
        return 4;
    }
    match reader.word(end, limit, Class::SpeechFollowWeak) {
        Some(_) => 2,
        None if told => 3,
        None => i32::from(matches!(reader.at(end), '在' | '被' | '将' | '从')),
    }
}

/// 三百多人: a number of people in words.
fn counts_people(reader: &Reader, at: usize, limit: usize) -> bool {
    reader.number(at, limit).is_some_and(|(to, value)| reader.at(to) == '人' && value > 9)
}

/// 报了, 补上了: a verb that no list holds, done.
fn told_act(reader: &Reader, at: usize) -> bool {
    let two = reader.at(at + 2) == '了' && reader.chars.get(at..at + 2).is_some_and(|verb| names::word(verb) > 0);
    is_han(reader.at(at)) && (reader.at(at + 1) == '了' || two)
}

fn is_preposition(c: char) -> bool {
    matches!(c, '在' | '就' | '对' | '作' | '与' | '和' | '以' | '被' | '等' | '向' | '给')
}

/// 在讲话中, 在会上: a phrase of place before a verb.
fn phrase_of_place(reader: &Reader, at: usize, limit: usize) -> bool {
    (at + 1..limit.min(at + 14))
        .take_while(|&i| !super::reader::is_mark(reader.at(i)))
        .any(|i| matches!(reader.at(i), '上' | '中' | '时' | '会' | '场'))
}

/// 冒着小雨赶来, 戴着口罩站成两排: how somebody came or stood, before a verb of taking part.
fn phrase_of_bearing(reader: &Reader, at: usize, limit: usize) -> bool {
    let borne = reader.at(at + 1) == '着' && is_han(reader.at(at));
    let mut rest = (at + 2..limit.min(at + 16)).take_while(|&i| !super::reader::is_mark(reader.at(i)));
    borne && rest.any(|i| reader.word(i, limit, Class::RoleAttend).is_some())
}

/// 以视频方式, 以普通党员身份: a phrase of manner before a verb.
fn phrase_of_manner(reader: &Reader, at: usize, limit: usize) -> bool {
    let manner = |i: usize| reader.word(i, limit, Class::MannerNouns).is_some();
    (at + 2..limit.min(at + 16)).take_while(|&i| !super::reader::is_mark(reader.at(i))).any(manner)
}

/// The end of the post that starts here: 主任, 副校长.
pub(super) fn post_end(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let prefix = |from: usize| reader.word(from, limit, Class::PostPrefixes).unwrap_or(from);
    let from = prefix(prefix(at));
    let compound = |from: usize| reader.word(from, limit, Class::HeadCompounds).unwrap_or(from);
    [at, from].into_iter().find_map(|from| reader.word(from, limit, Class::PostHeads).filter(|&to| to - from > 1 && to > compound(from)))
}

/// 作辅导报告, 做主题发言.
fn light_verb(reader: &Reader, at: usize, limit: usize) -> bool {
    let stop = (at..limit.min(at + 40)).find(|&i| matches!(reader.at(i), '，' | '。' | '；')).unwrap_or(limit.min(at + 40));
    // 作了“协会工作报告”
    let stop = stop - usize::from(stop > at && matches!(reader.at(stop - 1), '”' | '》'));
    [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak, Class::RolePresent]
        .iter()
        .any(|&class| reader.words.longest_before(stop, at, class).is_some())
}

/// 就草案作了说明, 向县政府递交了责任书: a phrase before a verb of the agenda.
fn addresses(reader: &Reader, at: usize, limit: usize) -> bool {
    let stop = (at..limit.min(at + 30)).find(|&i| super::reader::is_mark(reader.at(i))).unwrap_or(limit.min(at + 30));
    light_verb(reader, at, limit)
        || (at + 2..stop).any(|i| {
            let signs = matches!(reader.at(i), '递' | '签') && reader.word(i, stop, Class::RoleExchange).is_some();
            let gives = matches!(reader.at(at), '为' | '给') && reader.word(i, stop, Class::RolePresent).is_some();
            signs || gives
        })
}

/// 受市委、市政府委托
pub(super) fn commissioned(reader: &Reader, at: usize, limit: usize) -> bool {
    (at + 2..limit.min(at + 24))
        .take_while(|&i| reader.at(i) == '、' || !super::reader::is_mark(reader.at(i)))
        .any(|i| reader.at(i) == '委' && reader.at(i + 1) == '托')
}

/// 校医|室负责|同志: a noun for people starts inside and goes on behind the end.
fn cuts_noun(reader: &Reader, at: usize, end: usize, limit: usize) -> bool {
    let goes_on = |i: usize, class| reader.word(i, limit, class).is_some_and(|to| to > end && to - i > 2);
    (at + 1..end).any(|i| goes_on(i, Class::GroupHeads) || goes_on(i, Class::PostHeads))
}

/// 局长段长风, 总经理关长春: behind a post 段长 is a surname and a character of the given name.
fn opens_as_post(reader: &Reader, at: usize, end: usize, evidence: Evidence) -> bool {
    evidence == Evidence::Titled && end == at + 3 && reader.at(at + 1) == '长' && surname_length(reader, at) == 1
}

/// Whether a post, body or group is named inside: then this is no name of a person.
fn holds_other_noun(reader: &Reader, at: usize, end: usize, evidence: Evidence) -> bool {
    let whole = |class| reader.words.is(at, end, class);
    let inside = |class| (at..end).any(|i| reader.word(i, end, class).is_some_and(|to| to - i > 1));
    let posts = if opens_as_post(reader, at, end, evidence) { at + 1 } else { at };
    let post_inside = (posts..end).any(|i| reader.word(i, end, Class::PostHeads).is_some_and(|to| to - i > 1));
    // 沙马伍各
    let in_part = |i: usize| (at..=i).any(|from| reader.word(from, end, Class::NameParts).is_some_and(|to| to > i));
    // 行政总监毋忘我
    let ends_in_me = evidence == Evidence::Titled
        && surname_length(reader, at) == 1
        && end == at + 3
        && !is_preposition(reader.at(at + 1))
        && follow(reader, end, end + 4) > 4;
    let cut_number = at > 0
        && matches!(reader.at(at), '位' | '名' | '个' | '人')
        && (reader.at(at - 1).is_ascii_digit() || matches!(reader.at(at - 1), '十' | '余' | '多' | '百'));
    let long_word = end - at > 3
        && !(at..end).any(|i| reader.at(i) == '·')
        && surname_length(reader, at) < 2
        && names::word(&reader.chars[at..at + 2]) > 0
        && reader.word(at, end, Class::NameParts).is_none();
    // 检修班常青: so long a name has parts that are known, or a post stands before it.
    let unlikely = (evidence < Evidence::Titled || surname_length(reader, at) > 0)
        && end - at > 4
        && !(at..end).any(|i| reader.at(i) == '·' || in_part(i));
    cut_number
        || unlikely
        || long_word
        || whole(Class::Honorifics)
        || whole(Class::GenericGroups)
        || post_inside
        || inside(Class::GroupHeads)
        || inside(Class::CrowdHeads)
        || inside(Class::Gatherings)
        || inside(Class::OrganizationHeads)
        || inside(Class::HonourModifiers)
        || (surname_length(reader, at) == 0 && [Class::RoleSpeak, Class::RoleExchange, Class::RoleReport].into_iter().any(whole))
        || (end - at == 4
            && names::word(&reader.chars[at + 2..end]) > 0
            && (names::word(&reader.chars[at..at + 2]) > 0 || surname_length(reader, at) == 1)
            && reader.word(at, end, Class::NameParts).is_none()
            && surname_length(reader, at) < 2)
        || (at..end).any(|i| matches!(reader.at(i), '的' | '各' | '了' | '着' | '们' | '届' | '等') && !in_part(i))
        || (at..end).any(|i| matches!(reader.at(i), '我' | '你' | '您') && !(ends_in_me && i + 1 == end))
        || (at..end).any(|i| reader.at(i) == '第' && !(i == at && surname_length(reader, at) == 2))
        || (end - at > 2 && reader.at(end - 1) == '说')
}

/// 石桥镇, 王庄区: the last character makes it a place or a body; but 校长张新科 is a person.
fn ends_as_place(reader: &Reader, at: usize, end: usize) -> bool {
    end > at
        && matches!(
            reader.at(end - 1),
            '市' | '县'
                | '区'
                | '镇'
                | '乡'
                | '省'
                | '局'
                | '厅'
                | '委'
                | '处'
                | '科'
                | '会'
                | '部'
                | '所'
                | '站'
                | '队'
                | '办'
                | '司'
                | '室'
                | '组'
                | '厂'
                | '院'
                | '府'
                | '馆'
        )
}

/// The least likelihood of a name that nothing but the post before it and its own characters speak for.
const LIKELY_ALONE: i32 = 10;

/// 校长张云霞缓步走上讲台, 镇长林知远拍板, 书记秦关红着脸: the characters are a name by themselves, and what stands behind them goes on as
/// something else.
fn stands_alone(reader: &Reader, at: usize, end: usize) -> bool {
    let Some((surname, weight)) = names::surname(reader.chars, at) else { return false };
    let word = |from: usize, to: usize| reader.chars.get(from..to).is_some_and(|chars| names::word(chars) > 0);
    let given = |i: usize| i32::from(names::given(reader.at(i)));
    let (length, next) = (end - at, reader.at(end));
    if word(at, at + 2) || word(end - 1, end + 1) || matches!(next, '着' | '了' | '过' | '的' | '得' | '们') {
        return false;
    }
    let likelihood = i32::from(weight) + (at + surname..end).map(given).sum::<i32>();
    let act = matches!(reader.at(end + 1), '着' | '了' | '过' | '得') && !matches!(next, '为');
    let goes_on = word(end, end + 2) || act || is_particle(reader, end);
    if length == surname + 2 {
        let plain = !word(at + 1, end) && (at + surname..end).all(|i| given(i) > 0) && word(end, end + 2);
        let preposition = is_preposition(reader.at(end - 1)) || is_particle(reader, end - 1) || reader.at(end - 1) == '为';
        return plain || (!preposition && likelihood >= LIKELY_ALONE && given(end - 1) > -25 && (goes_on || given(end) < -10));
    }
    length == surname + 1 && likelihood >= LIKELY_ALONE && !word(at, at + 3) && (goes_on || given(end) < -25)
}

/// Whether characters are a name by themselves: a surname with one or two characters of given names, and no ordinary word.
pub(super) fn is_likely(reader: &Reader, name: CharSpan) -> bool {
    let CharSpan { start, end } = name;
    let Some((surname, weight)) = names::surname(reader.chars, start) else { return false };
    let word = |from: usize, to: usize| reader.chars.get(from..to).is_some_and(|chars| names::word(chars) > 0);
    let given = (start + surname..end).map(|i| i32::from(names::given(reader.at(i)))).sum::<i32>();
    let length = end - start - surname;
    let cut = word(start, start + 2) || word(end - 2, end) || (start > 0 && word(start - 1, start + 1));
    (1..=2).contains(&length)
        && i32::from(weight) + given >= LIKELY_ALONE * 2
        && !cut
        && !reader.words.refuses_at(start, end)
        && !holds_other_noun(reader, start, end, Evidence::Listed)
        && !ends_as_place(reader, start, end)
        && !looks_like_word(reader, start, end)
}

/// Whether a word of one character opens here what is told of somebody: 把, 跟, 用, 又.
pub(super) fn is_particle(reader: &Reader, at: usize) -> bool {
    reader.words.is(at, at + 1, Class::TellingParticles)
}

/// Whether the characters, or their beginning, are a word that only looks like a name (应邀, 关于).
fn looks_like_word(reader: &Reader, at: usize, end: usize) -> bool {
    (2..=end - at).any(|length| reader.words.is(at, at + length, Class::NotNames))
}

/// 副部长别开元为…佩戴, 校长党建国出席: behind a post a word that looks like no name goes on with a character of given names, before a verb
/// or another item.
fn goes_on_as_name(reader: &Reader, at: usize, end: usize, follow: i32) -> bool {
    let given = names::given(reader.at(end - 1)) > 0;
    let verb = reader.words.is(at, at + 2, Class::SpeechFollow) || reader.words.is(at, at + 2, Class::LeadWords);
    end == at + 3 && surname_length(reader, at) == 1 && given && !verb && follow >= 3 && !matches!(reader.at(at), '和' | '与')
}

/// Whether a verb stands inside (拉姆出席会议): then the name ends before it.
fn holds_verb(reader: &Reader, at: usize, end: usize) -> bool {
    let verb = |from: usize, class| (from..end).any(|i| reader.word(i, end, class).is_some_and(|to| to - i > 1));
    (end - at > 3 && verb(at + 2, Class::SpeechFollow)) || verb(at + 1, Class::HoldingVerbs)
}

/// How much the characters look like a name of their own accord.
fn shape(reader: &Reader, at: usize, end: usize) -> i32 {
    let length = end - at;
    let surname = surname_length(reader, at);
    let given: i32 = (at + surname.max(1)..end).map(|i| i32::from(names::given(reader.at(i)))).sum();
    let form = match (surname, length) {
        (_, 3..=6) if reader.word(at, end, Class::NameParts).is_some() => 22,
        (2, 3 | 4) => 20,
        (2, 2) => -20,
        (1, 2) => 12,
        (1, 3) => 18,
        (0, 2 | 3) => 0,
        (1, 4) => -18,
        (_, 4) => -5,
        (_, 5) => -15,
        _ => -25,
    };
    form + (given / 5).clamp(-15, 8)
}

/// How many characters of a surname stand here: 0, 1 or 2.
#[must_use]
pub fn surname_length(reader: &Reader, at: usize) -> usize {
    names::surname(reader.chars, at).map_or(0, |(length, _)| length)
}
