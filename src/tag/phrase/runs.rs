//! The pieces of a list of participants: what an item is where only its surroundings tell, and what stands behind it.

use super::super::item::{Before, Item, Kind, conjunction_end, count_behind, count_inside, for_winners, inside_word};
use super::super::reader::{Reader, is_mark};
use super::clauses::{clause_end, starts_predicate};
use super::{LONGEST_LEAD, Listed};
use crate::lexicon::Class;
use crate::names;
use crate::rules::Rule;
use crate::text::{CharSpan, is_han};

pub(super) fn person_item(rule: Rule, name: String, span: CharSpan) -> Item {
    Item { kind: Kind::Person { name, at: span, posts: Vec::new() }, span, count: None, number: None, end: span.end, rule }
}

pub(super) fn before(items: &[Listed], mark: char) -> Before {
    let Some(last) = items.last() else { return Before::default() };
    let joined = !matches!(mark, '，' | '；');
    let person = matches!(last.item.kind, Kind::Person { .. });
    Before { person: joined && person, organization: joined && last.item.kind == Kind::Organization }
}

/// Whether the characters of a person's name are an ordinary word.
pub(super) fn is_word(reader: &Reader, item: &Item) -> bool {
    matches!(&item.kind, Kind::Person { at, .. } if names::word(&reader.chars[at.range()]) > 0)
}

/// 华光、北辰冷链等12家企业的负责人, 公安、物价等部门负责人: short words with 、 between them, and how many or what they are.
fn counted_run(reader: &Reader, at: usize, end: usize) -> bool {
    // 服装、烹饪、美容三个专业的师生代表: as many words as are counted
    let number = (at + 4..end.min(at + LONGEST_LEAD)).find(|&i| reader.number(i, end).is_some());
    let words = number.map_or(0, |number| (at..number).filter(|&i| reader.at(i) == '、').count() + 1);
    let sum = number.and_then(|number| reader.number(number, end)).is_some_and(|(to, value)| {
        usize::try_from(value) == Ok(words) && words > 1 && matches!(reader.at(to), '个' | '家' | '所' | '大' | '类' | '支')
    });
    if sum {
        return true;
    }
    if run_to_office(reader, at, end) {
        return true;
    }
    let Some(run) = (at + 2..end).find(|&i| reader.at(i) == '等') else { return false };
    let words = (at..run).all(|i| is_han(reader.at(i)) || reader.at(i) == '、');
    let counted = reader.number(run + 1, end).is_some_and(|(to, _)| matches!(reader.at(to), '家' | '个'));
    let governed = || {
        let government = (reader.at(run + 2), reader.at(run + 3)) == ('政', '府');
        matches!(reader.at(run + 1), '省' | '市' | '县' | '区' | '州' | '国')
            && (government || matches!(reader.at(run + 2), '的' | '负' | '领'))
    };
    let bodies = counted || reader.word(run + 1, end, Class::GenericBodies).is_some() || governed();
    words && bodies && (at..run).any(|i| reader.at(i) == '、')
}

/// 城关、响水、古楼司法所所长: short words that are no names, up to one with a body and its post.
fn run_to_office(reader: &Reader, at: usize, end: usize) -> bool {
    let (mut from, mut strange) = (at, 0);
    while let Some(stop) = (from + 2..end.min(from + 4)).find(|&i| reader.at(i) == '、') {
        strange += usize::from(super::super::name::surname_length(reader, from) == 0);
        from = stop + 1;
    }
    let stop = (from + 2..end.min(from + 14)).find(|&i| {
        reader
            .words
            .longest_before(i, from, Class::PostHeads)
            .is_some_and(|head| head > from + 2 && reader.words.longest_before(head, from + 1, Class::OrganizationHeads).is_some())
    });
    strange > 0
        && (at..from).all(|i| is_han(reader.at(i)) || reader.at(i) == '、')
        && stop.is_some_and(|stop| super::super::name::follow(reader, stop, end) > 2)
}

/// 上海、浙江等地|作交流发言, 青山、绿水等5家企业|先后发言: bodies told by short names, each of which acts; gives where the run ends.
pub(super) fn short_names_of_bodies(reader: &Reader, at: usize, limit: usize) -> Option<(Vec<CharSpan>, usize)> {
    let mut spans = Vec::new();
    let mut from = at;
    while spans.len() < MOST_PLACES {
        let stop = (from..limit.min(from + LONGEST_PLACE + 1)).find(|&i| !is_han(reader.at(i)) || reader.at(i) == '等')?;
        if stop < from + 2 {
            return None;
        }
        spans.push(CharSpan::new(from, stop));
        match reader.at(stop) {
            '、' => from = stop + 1,
            '等' => break,
            _ => return None,
        }
    }
    let end = kind_of_bodies(reader, spans.last()?.end + 1, limit)?;
    let stop = clause_end(reader, end, limit);
    let told = (end..stop).any(|i| reader.word(i, stop, Class::RoleExchange).is_some_and(|to| to - i > 1));
    // 贵州 and 温江 have no head; 贵州省 has
    let head = |span: &CharSpan| reader.words.longest_before(span.end, span.start, Class::OrganizationHeads);
    let bare = spans.iter().all(|span| head(span).is_none_or(|head| head < span.start + 2));
    (spans.len() > 1 && told && bare).then_some((spans, end))
}

/// 等地, 等5个省（市）, 等4所省级党校: where the words end that say what those before 等 are.
fn kind_of_bodies(reader: &Reader, etcetera: usize, limit: usize) -> Option<usize> {
    let number = reader.number(etcetera, limit).filter(|&(to, _)| matches!(reader.at(to), '个' | '家' | '所' | '地' | '省' | '市' | '县'));
    let counted = number.map_or(etcetera, |(to, _)| to + usize::from(matches!(reader.at(to), '个' | '家' | '所')));
    let kind = |i: usize| matches!(reader.at(i), '地' | '省' | '市' | '县' | '区' | '州' | '镇' | '乡' | '村');
    let places = (counted..counted + 3).find(|&i| !kind(i)).filter(|&end| end > counted);
    let noun = |i: usize| {
        let bodies = [Class::OrganizationHeads, Class::GenericBodies];
        bodies.iter().filter_map(|&class| reader.word(i, limit, class)).filter(|&to| to > i + 1).max()
    };
    let nouns = (counted..limit.min(counted + LONGEST_PLACE + 1)).filter_map(noun);
    let closed = |end: usize| (reader.at(end) == '（').then(|| reader.closing(end)).flatten().unwrap_or(end);
    // 四川等省政府|负责同志: people of theirs act, and not the bodies, but for those who stand for them
    let people = |end: usize| [Class::GroupHeads, Class::PostHeads].iter().any(|&class| reader.word(end, limit, class).is_some());
    let act = |end: usize| super::super::name::follow(reader, end, limit) >= 4 && (reader.at(end) == '代' || !people(end));
    places.into_iter().chain(nouns).map(closed).find(|&end| act(end))
}

/// 县农业、水利、信用联社等部门负责人: a run whose people are named only at its end, before a verb of the agenda.
pub(super) fn crowd(reader: &Reader, at: usize, limit: usize, listed: bool) -> Option<Item> {
    let end = clause_end(reader, at, limit.min(at + 60));
    let opener = listed || reader.word(at, end, Class::GroupOpeners).is_some() || counted_run(reader, at, end);
    let opens = opener && reader.word(at, end, Class::Gatherings).is_none();
    if !opens || at >= end || reader.word(at, end, Class::PhraseOpeners).is_some() || starts_predicate(reader, at, end) {
        return None;
    }
    let verb = (at + 2..end).find(|&i| {
        reader.word(i, end, Class::RoleAttend).is_some() || reader.word(i, end, Class::RoleExchange).is_some_and(|to| to - i > 1)
    });
    let heads = [Class::GroupHeads, Class::PostHeads];
    let stop = verb.unwrap_or(end);
    let is_head_end = |to: usize| heads.iter().any(|&class| reader.words.longest_before(to, at, class).is_some_and(|from| to - from > 1));
    let before_another = |to: usize| conjunction_end(reader, to).is_some_and(|next| reader.word(next, end, Class::GroupOpeners).is_some());
    let head_end =
        (at + 2..=stop).find(|&to| is_head_end(to) && before_another(to)).or_else(|| (at + 2..=stop).rev().find(|&to| is_head_end(to)))?;
    let tail = count_behind(reader, head_end, end);
    if super::super::name::follow(reader, head_end, limit) < 3
        && reader.number(head_end, limit).is_none()
        && !matches!(reader.at(head_end), '共' | '计')
    {
        return None;
    }
    if (at..head_end).any(|i| {
        matches!(reader.at(i), '了' | '在' | '把' | '是' | '要')
            || for_winners(reader, i, head_end)
            || (i > at && reader.at(i) == '由' && !inside_word(reader, i))
            || reader.word(i, head_end, Class::Appointments).is_some_and(|to| reader.at(to) != '的')
            || reader.word(i, head_end, Class::RoleSpeak).is_some_and(|to| to - i > 1)
            || reader.word(i, head_end, Class::AwardVerbsPassive).is_some_and(|to| reader.at(to - 1) == '为')
    }) {
        return None;
    }
    let inner = tail.is_none().then(|| count_inside(reader, at, head_end)).flatten();
    Some(Item {
        kind: Kind::Label,
        span: CharSpan::new(at, head_end),
        count: tail.map(|(_, count)| count).or(inner.map(|(_, count)| count)),
        number: tail.map(|(to, _)| CharSpan::new(head_end, to)).or(inner.map(|(span, _)| span)),
        end: tail.map_or(head_end, |(to, _)| to),
        rule: Rule::GroupToVerb,
    })
}

/// The longest short name of a place: 黑龙江, 石家庄.
const LONGEST_PLACE: usize = 4;

/// More places do not act together; there are 34 provinces.
const MOST_PLACES: usize = 40;

/// The longest label before a name in a list, in characters.
const LONGEST_LABEL: usize = 12;

/// 片儿警秦关, 直播达人林小凤: among people with posts a piece that ends with a name, whatever stands before it.
pub(super) fn stranger_with_label(reader: &Reader, at: usize, limit: usize) -> Option<Item> {
    let stop = (at + 4..limit.min(at + LONGEST_LABEL + 4))
        .find(|&i| is_mark(reader.at(i)) || super::super::name::follow(reader, i, limit) >= 5)?;
    let name = [3, 2]
        .into_iter()
        .map(|length| CharSpan::new(stop - length, stop))
        .find(|name| name.start >= at + 2 && super::super::name::is_likely(reader, *name))?;
    let label = CharSpan::new(at, name.start);
    let particle = |i: usize| reader.words.is(i, i + 1, Class::LabelParticles);
    let verbs = [
        Class::RoleAttend,
        Class::RolePreside,
        Class::RoleExchange,
        Class::RolePresent,
        Class::AwardVerbsPassive,
        Class::AwardVerbsGive,
        Class::HoldingVerbs,
        Class::QuoteVerbs,
    ];
    let told = |i: usize| verbs.iter().any(|&class| reader.word(i, stop, class).is_some_and(|to| to - i > 1));
    let plain = label.range().all(|i| (is_han(reader.at(i)) || matches!(reader.at(i), '“' | '”')) && !particle(i)) && !(at..stop).any(told);
    plain.then(|| {
        let mut item = person_item(Rule::NameBehindWords, reader.name(name), name);
        item.span = CharSpan::new(at, stop);
        if let Kind::Person { posts, .. } = &mut item.kind
            && reader.words.longest_before(label.end, at, Class::PostEndings).is_some()
        {
            posts.push(reader.text(label.start, label.end));
        }
        item
    })
}

/// 甲代表教师、乙代表学生发言: whom somebody in a list speaks for, up to the mark.
pub(super) fn behind_constituency(reader: &Reader, item: &Item, at: usize, limit: usize) -> Option<usize> {
    if !matches!(item.kind, Kind::Person { .. }) || reader.at(at) != '代' || reader.at(at + 1) != '表' {
        return None;
    }
    let stop = (at + 2..limit.min(at + 14)).find(|&i| is_mark(reader.at(i)))?;
    let verbs = [Class::RoleExchange, Class::RoleSpeak, Class::RoleReport, Class::RolePresent, Class::RoleAttend, Class::RoleAnnounce];
    let acts = (at + 2..stop).any(|i| verbs.iter().any(|&class| reader.word(i, stop, class).is_some()));
    // 代表医院先后为甲、乙颁发了聘书
    let turns = (at + 3..stop).any(|i| matches!(reader.at(i), '为' | '给' | '向') && !inside_word(reader, i));
    (!acts && !turns && matches!(reader.at(stop), '、' | '，')).then_some(stop)
}

/// 甲、乙等县领导: the label behind a list of names.
pub(super) fn label_behind(reader: &Reader, items: &[Listed], at: usize, limit: usize) -> Option<CharSpan> {
    let person = items.last().is_some_and(|listed| matches!(listed.item.kind, Kind::Person { .. }));
    if !person || reader.at(at) != '等' {
        return None;
    }
    let stop = (at..limit.min(at + 12)).find(|&i| is_mark(reader.at(i))).unwrap_or(limit.min(at + 12));
    // 等6位教师代表: but winners (等6位获奖代表) have no post by that.
    // 等5个二级党委的学员代表
    let of = |(to, _): (usize, u32)| match reader.at(to) {
        '名' | '位' => Some(to + 1),
        '个' | '家' => (to..stop).find(|&i| reader.at(i) == '的').map(|i| i + 1),
        _ => None,
    };
    let counted = reader.number(at + 1, stop).and_then(of);
    let from = counted.unwrap_or(at + 1);
    if reader.number(from, stop).is_some() {
        return None;
    }
    let turns = |i: usize| matches!(reader.at(i), '向' | '为' | '对' | '给' | '与');
    let class = if counted.is_some() { Class::PostHeads } else { Class::SharedLabels };
    let head_end = (from + 1..stop)
        .take_while(|&i| !turns(i))
        .find_map(|i| reader.word(i, limit, class).filter(|&to| super::super::name::follow(reader, to, limit) > 2))?;
    // 等6位获奖代表, 等相关领导
    let opened = (from..head_end).any(|i| reader.word(i, head_end, Class::GroupOpeners).is_some_and(|to| to - i > 1));
    let joined = (from..head_end).any(|i| conjunction_end(reader, i).is_some());
    let vague = joined || reader.word(from, head_end, Class::GroupDeterminers).is_some();
    (!vague && (counted.is_none() || !opened)).then(|| CharSpan::new(from, head_end))
}

/// 安河、李宁等20多家企业负责人: short words that look like names are companies where those are counted behind them.
pub(super) fn counted_companies(reader: &Reader, items: &[Listed], at: usize, limit: usize) -> Option<(usize, Item)> {
    let (to, _) = reader.number(at + 1, limit).filter(|&(to, _)| reader.at(at) == '等' && reader.at(to) == '家')?;
    let first = items.iter().rposition(|listed| !matches!(listed.mark, '、' | '和')).unwrap_or(0);
    let bare = |listed: &Listed| matches!(&listed.item.kind, Kind::Person { at, posts, .. } if posts.is_empty() && *at == listed.item.span);
    let run = items.get(first..).filter(|run| run.iter().all(bare))?;
    let heads = [Class::GroupHeads, Class::PostHeads];
    let head = |i: usize| heads.iter().filter_map(|&class| reader.word(i, limit, class)).filter(|&to| to - i > 1).max();
    let near = (to + 1..limit.min(to + LONGEST_LABEL)).take_while(|&i| !is_mark(reader.at(i)));
    let end = near
        .filter_map(head)
        .find(|&to| super::super::name::follow(reader, to, limit) >= 3 || count_behind(reader, to, limit).is_some())?;
    let tail = count_behind(reader, end, limit);
    let item = Item {
        kind: Kind::Label,
        span: CharSpan::new(run.first()?.item.span.start, end),
        count: tail.map(|(_, count)| count),
        number: tail.map(|(to, _)| CharSpan::new(end, to)),
        end: tail.map_or(end, |(to, _)| to),
        rule: Rule::GroupByHead,
    };
    Some((first, item))
}

/// Gives a label behind a list to the names before it: 校长秦关、副校长林知远、严冬等校领导, where 严冬 shares the post before him too; what
/// people are in general (等知名教授) is told of those without a post; `general` where those with one share it too.
pub(super) fn share_label(items: &mut [Listed], label: &str, general: bool) {
    let person = |listed: &Listed| matches!(listed.item.kind, Kind::Person { .. });
    let joined = items.iter().rposition(|listed| !matches!(listed.mark, '、' | '和' | '及' | '与') || !person(listed)).unwrap_or(0);
    let first = joined + usize::from(items.get(joined).is_some_and(|listed| !person(listed)));
    let mut shared: Option<String> = None;
    for listed in &mut items[first..] {
        if let Kind::Person { posts, .. } = &mut listed.item.kind {
            let titled = !posts.is_empty();
            match posts.last() {
                Some(last) => shared = Some(last.clone()),
                None => posts.extend(shared.clone()),
            }
            if general || !titled {
                posts.push(label.to_owned());
            }
        }
    }
}

/// 江州医院林知远、秦关教授: the body before the first name and the post behind the last one are of both.
pub(super) fn share_post_of_body(reader: &Reader, items: &mut [Listed]) {
    let bare = |listed: &Listed| matches!(&listed.item.kind, Kind::Person { posts, .. } if posts.is_empty());
    let Some((last, before)) = items.split_last() else { return };
    let Kind::Person { posts, at, .. } = &last.item.kind else { return };
    let behind = last.item.span.start == at.start && last.item.span.end > at.end;
    let ([post], true) = (posts.as_slice(), behind) else { return };
    // Back over bare names, with 、 between, to the one that stands behind its body.
    let run = before.iter().rev().take_while(|listed| bare(listed));
    let Some(back) = run.clone().position(|listed| listed.item.rule == Rule::NameBehindBody) else { return };
    let first = before.len() - 1 - back;
    let joined = items[first + 1..].iter().all(|listed| listed.mark == '、');
    let (Kind::Person { at: name, .. }, true) = (&items[first].item.kind, joined) else { return };
    let post = reader.text(items[first].item.span.start, name.start) + post;
    for listed in &mut items[first..] {
        if let Kind::Person { posts, .. } = &mut listed.item.kind {
            *posts = vec![post.clone()];
        }
    }
}

/// 苏和巴特、林若水、秦关出席会议: a run of short words before a verb of taking part, most of them with a surname.
pub(super) fn run_of_names(reader: &Reader, at: usize, limit: usize) -> bool {
    let (mut from, mut words, mut with_surname, mut bodies) = (at, 0_usize, 0_usize, 0_usize);
    loop {
        let stop = (from..limit.min(from + 6)).find(|&i| {
            !is_han(reader.at(i))
                || matches!(reader.at(i), '和' | '等' if i > from + 1)
                || (i > from + 1 && reader.word(i, limit, Class::RoleAttend).is_some())
        });
        let Some(stop) = stop.filter(|&stop| stop > from + 1) else { return false };
        let noun = [Class::PostHeads, Class::GroupHeads, Class::OrganizationHeads]
            .iter()
            .any(|&class| (from..stop).any(|i| reader.word(i, stop, class).is_some_and(|to| to - i > 1)));
        if noun {
            return false;
        }
        words += 1;
        with_surname += usize::from(super::super::name::surname_length(reader, from) > 0);
        bodies += usize::from(reader.words.longest_before(stop, from, Class::OrganizationHeads).is_some());
        match reader.at(stop) {
            '、' | '和' => from = stop + 1,
            // 等党和国家领导人出席, but not 等单位参加
            mark => {
                let body = |i: usize| reader.word(i, limit, Class::GenericBodies).is_some();
                let of_bodies = mark == '等' && (stop + 1..limit.min(stop + 8)).take_while(|&i| is_han(reader.at(i))).any(body);
                // 青山村、河湾乡参加会议: each of them ends as a body does
                if of_bodies || bodies == words {
                    return false;
                }
                let attends = |i: usize| reader.word(i, limit, Class::RoleAttend).is_some();
                let further = || mark == '等' && (stop + 1..limit.min(stop + 16)).take_while(|&i| is_han(reader.at(i))).any(attends);
                return words > 1 && with_surname * 2 >= words && (attends(stop) || further());
            }
        }
    }
}

/// Passes over what may stand behind the last item: 等领导, 等, 等3人, 4个先进集体代表; 民政局等单位负责人 is a label.
pub(super) fn tail(reader: &Reader, item: &mut Item, at: usize, limit: usize) -> usize {
    let mut end = at;
    if reader.at(end) == '等' {
        end += 1;
    } else if matches!(item.kind, Kind::Person { .. }) && reader.at(end) == '一' && reader.at(end + 1) == '行' {
        let party = reader.number(end + 2, limit).filter(|&(to, _)| reader.at(to) == '人' && reader.is_boundary(to + 1, limit));
        end = party.map_or(end, |(to, _)| to + 1);
    }
    let mut counted = false;
    if let Some((to, _)) = reader.number(end, limit)
        && matches!(reader.at(to), '个' | '名' | '位' | '家' | '人' | '所')
    {
        counted = true;
        end = to + 1;
        // 等6个村和青石区作了发言
        let noun = reader.word(end, limit, Class::OrganizationHeads).filter(|&to| conjunction_end(reader, to).is_some());
        if let Some(to) = noun {
            item.end = to;
            return to;
        }
    }
    // 等单位|列席会议
    let generic = reader.word(end, limit, Class::GenericBodies).filter(|&to| super::super::name::follow(reader, to, limit) >= 3);
    if let Some(to) = generic.filter(|_| end > at && item.kind == Kind::Organization) {
        item.end = to;
        return to;
    }
    // 等领导、各部门负责人
    let heads = !counted
        && [Class::GroupHeads, Class::PostHeads].iter().any(|&class| reader.word(end, limit, class).is_some_and(|to| to - end > 1));
    if end == at || (!heads && super::super::name::follow(reader, end, limit) >= 3) {
        item.end = end;
        return end;
    }
    let closes = |i: usize| is_mark(reader.at(i)) || (i > end && conjunction_end(reader, i).is_some());
    let stop = (end..limit.min(end + 16)).find(|&i| closes(i)).unwrap_or(limit.min(end + 16));
    let head = [Class::GenericGroups, Class::GroupHeads, Class::PostHeads]
        .into_iter()
        .filter_map(|class| {
            (end..stop)
                .find_map(|i| reader.word(i, limit, class).filter(|&to| to - i > 1 && super::super::name::follow(reader, to, limit) > 2))
        })
        .max();
    if let Some(to) = head {
        let honoured = (end..to).any(|i| reader.word(i, to, Class::HonourModifiers).is_some());
        if matches!(item.kind, Kind::Organization | Kind::Label) && !(counted && honoured) && !(counted && item.kind == Kind::Label) {
            item.kind = Kind::Label;
            item.span.end = to;
        }
        end = to;
    }
    item.end = end;
    end
}

/// Whether a list names somebody with a post: only then does it stand for people who took part without a verb of its own.
pub(super) fn holds_titled(items: &[Listed]) -> bool {
    items.iter().any(is_titled)
}

pub(super) fn is_titled(listed: &Listed) -> bool {
    matches!(&listed.item.kind, Kind::Person { posts, .. } if !posts.is_empty())
}

/// Whether a list opens with a person, whose posts may stand before as items of their own: 县委副书记、县长秦关.
pub(super) fn opens_with_person(items: &[Listed]) -> bool {
    let first = items.iter().position(|listed| listed.item.kind != Kind::Label);
    first.is_some_and(|first| {
        matches!(items[first].item.kind, Kind::Person { .. }) && items[1..=first].iter().all(|listed| listed.mark == '、')
    })
}
