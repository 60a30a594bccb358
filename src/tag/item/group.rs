//! A group of unnamed people, a post without a name, a named body, with their numbers.

use super::super::name::{follow, surname_length};
use super::super::reader::Reader;
use super::person::person_of_body;
use super::words::{head_end, heads, holds_predicate, inside_word, is_conjunction, starts_head};
use super::{Before, Item, Kind};
use crate::lexicon::Class;
use crate::names;
use crate::order;
use crate::rules::Rule;
use crate::text::CharSpan;

/// 县直各部门主要负责人, 142名职工代表, 委员31人: a post or group without a name.
pub(super) fn label(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let organizes = reader.at(at) == '组' && reader.at(at + 1) == '织' && reader.word(at + 2, end, Class::GroupDeterminers).is_some();
    let names_people =
        |to: usize| super::super::name::post_end(reader, to, end).is_some() || reader.word(to, end, Class::GroupHeads).is_some();
    // 大会秘书处有关同志
    let offices = [Class::HeadCompounds, Class::OrganizationHeads];
    let office = |to: usize| offices.iter().any(|&class| reader.word(to, end, class).is_some_and(|head| head > to + 2));
    let gathering = reader.word(at, end, Class::Gatherings).filter(|&to| !names_people(to) && !office(to));
    // 我代表全院职工表示感谢
    let own = reader.at(at) == '我' && reader.at(at + 1) == '代';
    if organizes || own || gathering.is_some() || reader.at(at) == '每' {
        return None;
    }
    if let Some(to) = reader.word(at, end, Class::GenericGroups).filter(|&to| follow(reader, to, end) > 0 && !starts_head(reader, to, end))
    {
        return Some(Item { kind: Kind::Label, span: CharSpan::new(at, to), count: None, number: None, end: to, rule: Rule::GroupByWord });
    }
    if let Some(people) = people_from(reader, at, end) {
        return Some(people);
    }
    let mut all = heads(reader, at, end, Class::PostHeads);
    all.extend(heads(reader, at, end, Class::GroupHeads));
    // 受表彰的自强模范
    if reader.word(at, end, Class::AwardPraised).is_some_and(|to| reader.at(to) == '的') {
        all.extend(heads(reader, at, end, Class::HonourHeads).into_iter().filter(|&(_, to)| reader.is_boundary(to, end)));
    }
    order::sort(&mut all, |&(start, to)| order::pair(to, start));
    let last = all.iter().map(|&(_, to)| to).max();
    all.into_iter().find_map(|(_, head_end)| headed(reader, at, head_end, end, last == Some(head_end)))
}

/// The post or group that ends with a head; `last` where no other head stands behind.
fn headed(reader: &Reader, at: usize, head_end: usize, end: usize, last: bool) -> Option<Item> {
    let mut to = head_end;
    if reader.at(to) == '（' {
        to = reader.closing(to).unwrap_or(to);
    }
    let tail = count_behind(reader, to, end);
    let after = tail.map_or_else(|| vague_count_end(reader, to, end).unwrap_or(to), |(after, _)| after);
    let ends = follow(reader, after, end) >= 3 || is_conjunction(reader, after) || acts_on(reader, at, head_end, after, end, last);
    if !ends || is_other(reader, at, head_end, to, end) {
        return None;
    }
    let inner = tail.is_none().then(|| count_inside(reader, at, to)).flatten();
    let number = tail.map(|(after, _)| CharSpan::new(to, after)).or(inner.map(|(span, _)| span));
    let count = tail.map(|(_, count)| count).or(inner.map(|(_, count)| count));
    Some(Item { kind: Kind::Label, span: CharSpan::new(at, to), count, number, end: after, rule: Rule::GroupByHead })
}

/// 与会领导为…颁奖, 236位家长放下活计赶来: what stands behind says that a group acts, whatever it does.
fn acts_on(reader: &Reader, at: usize, head_end: usize, after: usize, end: usize, last: bool) -> bool {
    let addressed = matches!(reader.at(after), '对' | '向' | '为' | '就' | '给')
        && (reader.word(at, end, Class::PresentByPart).is_some() || acts_towards(reader, after, end));
    let counted = last
        && reader.number(at, head_end).is_some_and(|(to, _)| matches!(reader.at(to), '名' | '位' | '户'))
        && names::word(reader.chars.get(after..after + 2).unwrap_or(&[])) > 0;
    // 51位家长按孩子的座位坐下
    let present = |i: usize| reader.word(i, end, Class::RoleAttend).is_some_and(|to| to - i > 1);
    let comes = last && matches!(reader.at(after), '按' | '随' | '沿' | '顶' | '从' | '早' | '在' | '都' | '全' | '一' | '陆' | '除');
    let comes = comes && numbered(reader, at, head_end) && (after + 1..end.min(after + 16)).any(present);
    // 船东和船老大186人把屋子挤得满满的
    let handles = matches!(reader.at(after), '把' | '将') && after > head_end;
    addressed || counted || handles || comes || led(reader, at, after, end)
}

/// 全体党员|在书记林知远的带领下重温誓词: a whole group that acts with somebody.
fn led(reader: &Reader, at: usize, after: usize, end: usize) -> bool {
    let whole = reader.at(after) == '在' && reader.word(at, end, Class::GroupDeterminers).is_some();
    let acts = |i: usize| reader.word(i, end, Class::RoleWitness).is_some_and(|to| to - i > 1);
    whole && (after + 1..end.min(after + LONGEST_SCENE)).any(acts)
}

/// The longest words between a group and what it did: 在学生代表林知远同学的|带领下.
const LONGEST_SCENE: usize = 24;

/// Whether people are counted: 51位家长, 全所152名保洁员.
fn numbered(reader: &Reader, at: usize, head_end: usize) -> bool {
    (at..head_end.min(at + 12)).any(|i| reader.number(i, head_end).is_some_and(|(to, _)| matches!(reader.at(to), '名' | '位' | '户')))
}

/// 医院还为从业满三十年的老护士颁发…: whom a body turns to.
fn serves(reader: &Reader, at: usize, head_end: usize) -> bool {
    (at + 2..head_end).any(|i| {
        let adverb = matches!(reader.at(i - 1), '还' | '也' | '又' | '均' | '都' | '再');
        matches!(reader.at(i), '为' | '给' | '向' | '对')
            && !inside_word(reader, i)
            && (adverb || for_winners(reader, i, head_end) || reader.words.longest_before(i, at, Class::OrganizationHeads).is_some())
    })
}

/// 老专家们依序|为获奖者颁奖: winners to whom somebody turns.
pub(in crate::tag) fn for_winners(reader: &Reader, at: usize, end: usize) -> bool {
    matches!(reader.at(at), '为' | '给' | '向' | '对') && reader.word(at + 1, end, Class::AwardHolders).is_some()
}

/// Whether the words up to a head are no post or group: a clause, a person, winners, another noun.
fn is_other(reader: &Reader, at: usize, head_end: usize, to: usize, end: usize) -> bool {
    starts_head(reader, to, end)
        || (reader.at(to), reader.at(to + 1)) == ('在', '家')
        || reader.word(to, end, Class::HeadCompounds).is_some()
        || is_short_mention(reader, at, head_end)
        || holds_predicate(reader, at, head_end)
        || appoints(reader, at, head_end)
        || stands_for(reader, at, head_end)
        || (head_end > at + 2 && reader.word(at, head_end, Class::GroupHeads) == Some(at + 2) && reader.at(at) == '代')
        || counts_winners(reader, at, head_end)
        || turns_to(reader, at, head_end)
        || serves(reader, at, head_end)
        || names_first(reader, at, head_end)
        || tells(reader, at, head_end)
        || gathers(reader, at, head_end)
        || (at + 1..head_end).any(|i| reader.at(i - 1) == '共' && reader.at(i) == '有')
        || (at + 2..head_end).any(|i| stands_in(reader, at, i))
}

/// 全体学生|在学生代表, 医院|在以秦关为首的领导班子: behind people, or a body, 在 opens what is told of them, but not in 四套班子在家领导.
fn stands_in(reader: &Reader, at: usize, i: usize) -> bool {
    let before = |class| reader.words.longest_before(i, at, class).is_some_and(|head| i - head > 1);
    let opens = before(Class::GroupHeads) || reader.at(i + 1) == '以' && before(Class::OrganizationHeads);
    reader.at(i) == '在' && reader.at(i + 1) != '家' && !inside_word(reader, i) && opens
}

/// 青石小学组织全体教职工: who gathers others, but not 各党组织全体党员.
fn gathers(reader: &Reader, at: usize, end: usize) -> bool {
    (at + 2..end).any(|i| {
        (reader.at(i), reader.at(i + 1)) == ('组', '织')
            && !matches!(reader.at(i - 1), '党' | '团' | '层' | '会' | '级')
            && reader.word(i + 2, end, Class::GroupDeterminers).is_some()
    })
}

/// 来自7个学院的300余人: people who are told by nothing but where they come from and how many they are.
fn people_from(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let from = (at..end).filter(|_| reader.at(at) == '来' && reader.at(at + 1) == '自').find(|&i| reader.at(i) == '的')? + 1;
    // 来自各地的棋友参加活动
    let attends = |to: usize| reader.word(to, end, Class::RoleAttend).is_some_and(|verb| verb - to > 1);
    if reader.number(from, end).is_none()
        && let Some(to) = (from + 2..end.min(from + 5)).find(|&to| attends(to))
    {
        return Some(Item { kind: Kind::Label, span: CharSpan::new(at, to), count: None, number: None, end: to, rule: Rule::GroupByHead });
    }
    let (to, count) = reader.number(from, end).filter(|&(to, _)| reader.at(to) == '人' && follow(reader, to + 1, end) > 2)?;
    let span = CharSpan::new(at, to + 1);
    let number = Some(CharSpan::new(from, to));
    Some(Item { kind: Kind::Label, span, count: Some(count), number, end: to + 1, rule: Rule::GroupByHead })
}

/// 南湾大学秦关等专家: a body and a name before 等, and no group.
fn names_first(reader: &Reader, at: usize, head_end: usize) -> bool {
    (at + 4..head_end).find(|&i| reader.at(i) == '等').is_some_and(|etcetera| person_of_body(reader, at, etcetera).is_some())
}

/// 负责人向委员汇报了…, 主要领导向获奖代表颁发…: who is turned to stands before the verb.
fn acts_towards(reader: &Reader, at: usize, limit: usize) -> bool {
    let verb =
        |i: usize| [Class::RoleReport, Class::RolePresent].iter().any(|&class| reader.word(i, limit, class).is_some_and(|to| to - i > 1));
    reader.at(at) == '向' && (at + 2..limit.min(at + 24)).any(verb)
}

/// 查副校长: a surname and a post, and no group.
fn is_short_mention(reader: &Reader, at: usize, end: usize) -> bool {
    let from = at + surname_length(reader, at);
    from > at && end - from <= 5 && reader.word(from, end, Class::PostPrefixes).is_some_and(|to| reader.words.is(to, end, Class::PostHeads))
}

/// 李刚任副组长: 任 before a post, but not 新任镇长.
fn appoints(reader: &Reader, at: usize, end: usize) -> bool {
    (at + 2..end).any(|i| {
        reader.at(i) == '任'
            && !matches!(reader.at(i - 1), '新' | '现' | '时' | '历' | '前' | '首' | '离' | '继' | '主' | '责' | '连')
            && super::super::name::post_end(reader, i + 1, end).is_some()
    })
}

/// 青石镇4个先进集体代表: winners of an honour, told with their number.
fn counts_winners(reader: &Reader, at: usize, end: usize) -> bool {
    (at + 2..end).any(|i| {
        reader
            .number(i, end)
            .is_some_and(|(to, _)| matches!(reader.at(to), '个' | '家') && reader.word(to + 1, end, Class::HonourAdjectives).is_some())
    })
}

/// 调研组向与会人员发放…: who is turned to is not the subject.
pub(super) fn turns_to(reader: &Reader, at: usize, end: usize) -> bool {
    (at + 1..end)
        .any(|i| matches!(reader.at(i), '向' | '为' | '给' | '把' | '将' | '对') && reader.word(i + 1, end, Class::GroupOpeners).is_some())
}

/// 论坛汇集国内外专家: a clause and no name of a group.
fn tells(reader: &Reader, at: usize, end: usize) -> bool {
    let attribute_end = (at..end).rev().find(|&i| reader.at(i) == '的').unwrap_or(at);
    (attribute_end..end).chain([at]).any(|i| reader.word(i, end, Class::LabelBlockers).is_some())
}

/// 甲代表受表彰的个人: 代表 is a verb inside, not the head.
fn stands_for(reader: &Reader, at: usize, end: usize) -> bool {
    (at..end.saturating_sub(3)).any(|i| {
        i != at + 1
            && reader.at(i) == '代'
            && reader.at(i + 1) == '表'
            && reader.word(i, end, Class::HeadCompounds).is_none()
            && !matches!(reader.at(i + 2), '和' | '及' | '的')
    })
}

/// 共27人, 等90余人, 150多人, 4名同志 behind a noun: (end, number).
pub(in crate::tag) fn count_behind(reader: &Reader, at: usize, limit: usize) -> Option<(usize, u32)> {
    let mut i = at;
    while let Some(to) = reader.word(i, limit, Class::TotalLeads) {
        i = to;
    }
    let (mut end, value) = reader.number(i, limit)?;
    if !matches!(reader.at(end), '人' | '名' | '位' | '口') {
        return None;
    }
    end += 1;
    if reader.at(end - 1) != '人' && reader.at(end) == '同' && reader.at(end + 1) == '志' {
        end += 2;
    }
    Some((end, value))
}

/// Where 数百人, 几十人 behind a noun end: people of whom nobody says how many.
fn vague_count_end(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let from = reader.word(at, limit, Class::TotalLeads).unwrap_or(at);
    let (to, _) = reader.number(from + 1, limit).filter(|_| is_vague(reader, from + 1))?;
    matches!(reader.at(to), '人' | '名').then_some(to + 1)
}

/// Whether 数 or 几 stands before a number: 数百, 几十.
fn is_vague(reader: &Reader, at: usize) -> bool {
    at > 0 && matches!(reader.at(at - 1), '数' | '几') && matches!(reader.at(at), '十' | '百' | '千' | '万')
}

/// The number of people inside a group's name: 基层各单位68名正式代表.
pub(in crate::tag) fn count_inside(reader: &Reader, at: usize, end: usize) -> Option<(CharSpan, u32)> {
    let mut i = at;
    while i < end {
        if let Some((to, value)) = reader.number(i, end)
            && matches!(reader.at(to), '名' | '位' | '人' | '户')
            && !(reader.at(to) == '人' && matches!(reader.at(to + 1), '民' | '大' | '员' | '才' | '事'))
            && (i == 0 || !matches!(reader.at(i - 1), '第' | '末' | '前' | '后' | '列'))
            && !is_vague(reader, i)
            && to < end
        {
            // 近百名, 共300余名
            let nearby = i > at + 1 && matches!(reader.at(i - 2), '附' | '邻' | '最');
            let lead = usize::from(i > at && matches!(reader.at(i - 1), '近' | '约' | '逾' | '超' | '上' | '共') && !nearby);
            return Some((CharSpan::new(i - lead, to + 1), value));
        }
        i = reader.number(i, end).map_or_else(|| reader.step(i), |(to, _)| to);
    }
    None
}

/// 种粮状元罗登科: a label of honour and a name that ends like a body.
fn names_honoured(reader: &Reader, at: usize, to: usize) -> bool {
    [2, 3].into_iter().any(|length| {
        let name = to.saturating_sub(length);
        let honoured = [Class::HonourHeads, Class::Epithets].iter().any(|&class| reader.words.longest_before(name, at, class).is_some());
        name > at && honoured && surname_length(reader, name) > 0
    })
}

/// 青石镇, 选煤厂党总支, 12个乡镇, 排名靠后的青石镇.
pub(super) fn organization(reader: &Reader, at: usize, end: usize, before: Before) -> Option<Item> {
    let best = body_end(reader, at, end);
    let stands_for = || (at..best.unwrap_or(at)).any(|i| reader.at(i) == '代' && reader.at(i + 1) == '表');
    if reader.word(at, end, Class::Gatherings).is_some() || stands_for() {
        return None;
    }
    let to = best.or_else(|| unheaded_end(reader, at, end).filter(|_| before.organization))?;
    let from = (at..to).rev().find(|&i| reader.at(i) == '的').map_or(at, |of| of + 1);
    // 讲了自己的难处
    if from > at && to <= from + 2 && reader.words.is(from + 1, to, Class::OrganizationHeads) {
        return None;
    }
    if holds_predicate(reader, at, to)
        || tells(reader, from, to)
        || reader.at(at) == '每'
        || (from..to).any(|i| matches!(reader.at(i), '在' | '向' | '设' | '为' | '对' | '是' | '把' | '将' | '给' | '到' | '了'))
    {
        return None;
    }
    if let Some(bodies) = counted_bodies(reader, at, to) {
        return Some(bodies);
    }
    let bracket = (reader.at(to) == '（').then(|| reader.closing(to)).flatten().filter(|&behind| behind <= end);
    let behind = bracket.unwrap_or(to);
    let covers =
        reader.word(at, to, Class::GroupOpeners).is_some_and(|_| matches!(reader.at(at), '各' | '全' | '部' | '有' | '相' | '所' | '其'))
            || (at..to).any(|i| reader.at(i) == '各');
    if covers {
        let span = CharSpan::new(at, behind);
        return Some(Item { kind: Kind::Label, span, count: None, number: None, end: behind, rule: Rule::GroupOfBodies });
    }
    let kind = if reader.at(at) == '来' && reader.at(at + 1) == '自' { Kind::Label } else { Kind::Organization };
    let rule = if kind == Kind::Label { Rule::GroupOfBodies } else { Rule::Body };
    Some(Item { kind, span: CharSpan::new(from, to), count: None, number: None, end: behind, rule })
}

/// Where the first body ends whose head has a fitting end behind it.
fn body_end(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    let fits = |to: usize| {
        let counted = reader.number(to, end).is_some_and(|(to, _)| matches!(reader.at(to), '个' | '家' | '所' | '名' | '位'));
        let goes_on = reader.word(to, end, Class::OrganizationHeads).is_some_and(|next| next > to + 1);
        let behind = (reader.at(to) == '（').then(|| reader.closing(to)).flatten().unwrap_or(to);
        // 林先生现|场讲解: an adverb
        let whole = reader.words.longest_before(to, at, Class::AwardAdverbs).is_some_and(|adverb| to > adverb + 1);
        to > at + 1
            && !goes_on
            && !whole
            && (follow(reader, behind, end) > 3 || is_conjunction(reader, to) || counted)
            && !starts_head(reader, to, end)
            && reader.word(to, end, Class::SpeechBodies).is_none()
            && !names_honoured(reader, at, to)
            && head_end(reader, to, end, Class::PostHeads).is_none()
    };
    let mut i = at;
    while i < end {
        if let Some(to) = reader.word(i, end, Class::OrganizationHeads).filter(|&to| fits(to)) {
            return Some(to);
        }
        i = reader.step(i);
    }
    None
}

/// 县教育局、青禾未来|先后作了发言: where the words end that stand behind a body and have no head of one, in a list.
fn unheaded_end(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let verb = |i: usize| reader.word(i, end, Class::SpeechFollow).is_some_and(|to| to - i > 1);
    let nameless = surname_length(reader, at) == 0 || reader.chars.get(at..at + 2).is_some_and(|word| names::word(word) > 0);
    let ends = |&i: &usize| nameless && (verb(i) || follow(reader, i, end) >= 5);
    let stop = (at + 4..end.min(at + LONGEST + 1)).find(ends).unwrap_or(end);
    ((2..=LONGEST).contains(&(stop - at)) && !tells(reader, at, stop) && !(at..stop).any(verb)).then_some(stop)
}

/// 12个乡镇, 沿线二十三个小站: bodies of which only the number is told.
fn counted_bodies(reader: &Reader, at: usize, to: usize) -> Option<Item> {
    let inner = (at + 2..to.min(at + 8)).find_map(|i| reader.number(i, to).filter(|_| reader.at(i - 1) != '第').map(|found| (i, found)));
    let (start, (end, value)) = reader.number(at, to).map(|found| (at, found)).or(inner)?;
    let number = Some(CharSpan::new(start, end + 1));
    let span = CharSpan::new(at, to);
    let bodies = matches!(reader.at(end), '个' | '家') && end + 1 < to;
    bodies.then_some(Item { kind: Kind::Label, span, count: Some(value), number, end: to, rule: Rule::GroupOfBodies })
}
