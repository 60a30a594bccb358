//! A person with posts, as an item of a list: how the name is found, and what stands around it.

use super::super::name::{Evidence, follow, is_likely, is_particle, joins_group, latin_end, name_end, post_end, surname_length};
use super::super::reader::Reader;
use super::super::registry::Registry;
use super::group::turns_to;
use super::posts::{behind_name, bracketed_posts, concurrent_posts, joins_posts, split_posts};
use super::words::{conjunction_end, heads, holds_predicate, inside_word, is_conjunction, starts_head};
use super::{Item, Kind, opens_kin, person, texts};
use crate::lexicon::{Class, WordKind};
use crate::names;
use crate::rules::Rule;
use crate::text::{CharSpan, is_han};

/// 来自省农科院的秦关研究员, 来自青石镇的林知远同学: one person, told with where they come from.
pub(super) fn person_from(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let from = at + 2;
    let number = |i: usize| reader.number(i, end).is_some_and(|(to, _)| reader.word(to, end, Class::NumberMeasures).is_some());
    let counted = (from..end).any(number);
    if counted || reader.word(from, end, Class::GroupOpeners).is_some() {
        return None;
    }
    titled_person(reader, registry, from, end)
        .or_else(|| person_with_post_behind(reader, registry, from, end))
        .or_else(|| attributed_person(reader, from, end))
        .or_else(|| person_as(reader, from, end))
}

/// 来自青石镇的林知远作为学生代表发言: a name behind 的, and as what the person acts.
fn person_as(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let from = (at..end).rev().find(|&i| reader.at(i) == '的' && surname_length(reader, i + 1) > 0)? + 1;
    let name_end =
        (from + 2..=(from + 3).min(end)).find(|&to| matches!((reader.at(to), reader.at(to + 1)), ('作', '为') | ('代', '表')))?;
    let name = !reader.words.refuses_at(from, name_end) && names::word(&reader.chars[from..name_end]) == 0;
    name.then(|| person(Rule::NameBehindOf, reader, CharSpan::new(from, name_end), Vec::new(), CharSpan::new(at, name_end)))
}

/// A name that the report has given before: 林知远, 林知远同志, 秦关主任.
pub(super) fn known_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let name_end = registry.name_at(reader, at).filter(|&to| to <= end && reader.at(to) != '的')?;
    let goes_on = || {
        let nouns = [Class::OrganizationHeads, Class::GroupHeads, Class::PostHeads, Class::GenericBodies];
        let noun = nouns.iter().any(|&class| reader.word(name_end, end, class).is_some());
        let next = !noun && reader.chars.get(name_end..name_end + 2).is_some_and(|next| names::word(next) > 0);
        registry.has_posts(&reader.text(at, name_end)) && (is_particle(reader, name_end) || next)
    };
    if follow(reader, name_end, end) == 0 && reader.words.own(at, end, WordKind::Person) != Some(name_end) && !goes_on() {
        return None;
    }
    let name = CharSpan::new(at, name_end);
    let end_of_item = end;
    let (end, posts) = behind_name(reader, name_end, end_of_item);
    // 林知远先生家属: others, told by whom they belong to.
    let of_others = reader.word(name_end, end_of_item, Class::Honorifics) == Some(end)
        && starts_head(reader, end, end_of_item)
        && reader.at(end) != '代';
    if of_others {
        return None;
    }
    let posts = texts(reader, &posts).filter(|post| registry.has_post(&reader.text(at, name_end), post));
    Some(person(Rule::NameKnown, reader, name, posts.collect(), CharSpan::new(at, end)))
}

/// 县文旅局伍拾壹: a person of the personal lexicon behind a body, a post or a group.
pub(super) fn own_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let (from, to) = reader.words.own_in(at + 1, end, WordKind::Person).find(|&(from, to)| registry.name_at(reader, from) == Some(to))?;
    let nouns = [Class::OrganizationHeads, Class::PostHeads, Class::PostEndings, Class::GroupHeads];
    let behind_noun = nouns.iter().any(|&class| reader.words.longest_before(from, at, class).is_some());
    let told = behind_noun && !holds_predicate(reader, at, from) && !turns_to(reader, at, from);
    told.then(|| person(Rule::NameOfOwn, reader, CharSpan::new(from, to), Vec::new(), CharSpan::new(at, behind_name(reader, to, end).0)))
}

/// 文书（办公室主任）: a post in brackets makes a name of what stands before it.
pub(super) fn bracketed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let to = (at + 2..=(at + 4).min(end)).find(|&to| reader.at(to) == '（')?;
    let behind = reader.closing(to).filter(|&behind| behind <= end)?;
    let posts = bracketed_posts(reader, to, behind);
    let headed = reader.words.longest_before(behind - 1, to, Class::PostHeads).is_some_and(|head| head > to + 1 || behind - to < 7);
    let name = surname_length(reader, at) > 0
        && (at..to).all(|i| is_han(reader.at(i)))
        && !reader.words.refuses_at(at, to)
        && reader.words.longest_before(to, at, Class::OrganizationHeads).is_none();
    (name && headed && !posts.is_empty())
        .then(|| person(Rule::NameBracketed, reader, CharSpan::new(at, to), texts(reader, &posts).collect(), CharSpan::new(at, behind)))
}

/// 成钢 in 成钢和指导教师车云讲了…: a name by itself, before another person with a post.
pub(super) fn joined_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let found = plain_person(Rule::NameDelimited, reader, at, end, Evidence::Listed)?;
    let alone = found.end <= at + 3 && found.span.len() == found.end - at && surname_length(reader, at) > 0;
    let word = reader.chars.get(at..found.end).is_some_and(|name| names::word(name) > 0);
    let joined = matches!(reader.at(found.end), '和' | '与');
    // 成钢和全国劳模、村主任林知远
    let honoured = || reader.at(end) == '、' && reader.words.longest_before(end, found.end + 1, Class::HonourHeads).is_some();
    let titled = joined && (titled_person(reader, registry, found.end + 1, end).is_some() || honoured());
    (alone && !word && titled).then_some(found)
}

/// 县委副书记、县长慕容晓, 村民罗大江: the leftmost head of a post that has a name behind it.
pub(super) fn titled_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() {
        return None;
    }
    let mut all = heads(reader, at, end, Class::PostHeads);
    all.extend(heads(reader, at, end, Class::CrowdHeads));
    all.sort_unstable();
    let spans = all.into_iter().map(|(head, head_end)| CharSpan::new(head, head_end));
    // 入职员工: no 职员
    let crossed = |head: &CharSpan| {
        (head.start + 1..head.end).any(|i| reader.word(i, end, Class::GroupHeads).is_some_and(|to| to > head.end && to - i > 1))
    };
    spans
        .filter(|head| !crossed(head))
        .filter(|&head| !(head.start == at && reader.words.is(head.start, head.end, Class::SpeechFollow)))
        .find_map(|head| {
            // 终身成就奖属于从艺六十年的评书演员秦关
            let goes = |of: usize| (at..of).any(|i| reader.word(i, of, Class::AwardVerbsGo).is_some_and(|to| to - i > 1));
            if (at..head.start).rev().find(|&i| reader.at(i) == '的').is_some_and(goes) {
                return None;
            }
            let name = name_behind(reader, registry, head, end).filter(|&name| is_title(reader, registry, at, head, name, end))?;
            let (to, mut posts_behind) = behind_name(reader, name.end, end);
            let bracket = reader.closing(head.end).filter(|_| reader.at(head.end) == '（');
            let mut posts = split_posts(reader, at, bracket.unwrap_or(head.end));
            posts_behind.retain(|post| !reader.words.is(post.start, post.end, Class::GroupHeads));
            posts.extend(texts(reader, &posts_behind));
            Some(person(Rule::NameBehindPost, reader, name, posts, CharSpan::new(at, to)))
        })
}

/// More spaces do not stand between a post and a name.
const WIDEST_GAP: usize = 4;

/// The name behind the head of a post; a bracket, a space or a dash may stand between.
fn name_behind(reader: &Reader, registry: &Registry, head: CharSpan, end: usize) -> Option<CharSpan> {
    let mut from = head.end;
    if reader.at(from) == '（' {
        from = reader.closing(from).unwrap_or(from);
    }
    let gap = (from..from + WIDEST_GAP).take_while(|&i| matches!(reader.at(i), ' ' | '—')).count();
    from += gap;
    let known = registry.name_at(reader, from).filter(|&to| to <= end);
    let crowd = reader.words.is(head.start, head.end, Class::GroupHeads)
        && surname_length(reader, from) == 0
        && latin_end(reader, from, end).is_none()
        && reader.word(from, end, Class::NameParts).is_none()
        && !familiar_name(reader, from, end)
        && !reads_as_name(reader, from, end);
    let titled = || if crowd { None } else { name_end(reader, from, end, Evidence::Titled) };
    let found = known.or_else(titled).or_else(|| noun_as_name(reader, head.start, from, end));
    // 主任林知远|之子林小凤: told of by whom they belong to
    let found = found.filter(|&to| !opens_kin(reader, to, end));
    found.or_else(|| between_posts(reader, from, end)).map(|to| CharSpan::new(from, to))
}

/// The least that the characters weigh of a name between two posts whose surname no table knows.
const LEAST_BETWEEN: i32 = -45;

/// 老专家犹品素教授: three characters that are no words between two posts.
fn between_posts(reader: &Reader, from: usize, end: usize) -> Option<usize> {
    let to = from + 3;
    let word = |at: usize| names::word(&reader.chars[at..at + 2]) > 0;
    let plain = to < end && (from..to).all(|i| is_han(reader.at(i))) && !word(from) && !word(from + 1) && !word(from + 2);
    let given = || (from..to).map(|i| i32::from(names::given(reader.at(i)))).sum::<i32>();
    let nouns = [Class::OrganizationHeads, Class::GroupHeads, Class::PostHeads, Class::PostPrefixes, Class::SpeechFollow];
    let noun = || (from..to).any(|i| nouns.iter().any(|&class| reader.word(i, to + 1, class).is_some()));
    let post = || post_end(reader, to, end).is_some_and(|behind| follow(reader, behind, end) >= 4);
    (plain && given() > LEAST_BETWEEN && !noun() && post()).then_some(to)
}

/// 返乡青年小刘: a familiar name, as people are called in reports.
fn familiar_name(reader: &Reader, at: usize, end: usize) -> bool {
    matches!(reader.at(at), '小' | '老' | '阿') && surname_length(reader, at + 1) == 1 && follow(reader, at + 2, end) >= 5
}

/// Whether what stands before a name is a title, and not a clause or another item.
fn is_title(reader: &Reader, registry: &Registry, at: usize, head: CharSpan, name: CharSpan, end: usize) -> bool {
    let known = registry.name_at(reader, name.start) == Some(name.end);
    let word = reader.chars.get(name.range()).is_some_and(|name| names::word(name) > 0);
    // 积累了丰富的领导经验: an ordinary word behind a word for a crowd is a name only before what somebody did.
    let closed = matches!(reader.at(name.end), '。' | '，' | '；') && reader.is_boundary(name.end, end);
    let crowd = !known && word && closed && name.len() == 2 && reader.words.is(head.start, head.end, Class::CrowdHeads);
    let other_name = !known && (word || matches!(reader.at(name.start), '和' | '与'));
    let other_name = other_name && name_before_post(reader, at, head.start, end).is_some();
    // 手机一律交领队|保管
    let asked = word && !known && (at..head.start).any(|i| reader.word(i, head.start, Class::DirectiveModals).is_some_and(|to| to > i + 1));
    !(asked || crowd || other_name || holds_predicate(reader, at, head.start) || for_somebody(reader, at, head.start))
}

/// 秦关为县长林知远颁发聘书: the post is of somebody for whom something is done.
fn for_somebody(reader: &Reader, at: usize, head: usize) -> bool {
    (at + 2..head).any(|i| matches!(reader.at(i), '为' | '给' | '向') && !inside_word(reader, i))
}

/// 工会主席车间、: behind a post that one person holds a noun of two characters that opens with a surname and fills the item.
fn noun_as_name(reader: &Reader, head: usize, from: usize, end: usize) -> Option<usize> {
    let to = from + 2;
    let single = !reader.words.is(head, from, Class::GroupHeads) && from > head + 1;
    let is = |class| reader.words.is(from, to, class);
    let nouns = [Class::PostHeads, Class::GroupHeads, Class::OrganizationHeads, Class::HonourNouns, Class::HonourModifiers];
    let noun = nouns.into_iter().any(is) || (is(Class::NotNames) && !is(Class::SpeechFollow) && !is(Class::LeadWords));
    let fits = single && noun && surname_length(reader, from) == 1 && !reader.words.is(from, to, Class::PostTails);
    let verbs = [Class::RoleAttend, Class::RolePreside, Class::QuoteVerbs];
    let acts = verbs.iter().any(|&class| reader.word(to, end, class).is_some());
    // 副主席|顾乡|主持, but not 湖南省长|沙市、
    let place = acts && single && surname_length(reader, from) == 1 && reader.words.is(from + 1, to, Class::OrganizationHeads);
    ((fits || place) && to <= end && (acts || reader.is_boundary(to, end))).then_some(to)
}

/// 特岗教师冬梅和…, 退休职工鱼水情讲述…: behind a word for a crowd a name whose characters are no ordinary word.
fn reads_as_name(reader: &Reader, from: usize, limit: usize) -> bool {
    name_end(reader, from, limit, Evidence::Titled).is_some_and(|to| {
        let weight: i32 = (from..to).map(|i| i32::from(names::given(reader.at(i)))).sum();
        let plain = names::word(&reader.chars[from..to]) == 0 && reader.word(to, limit, Class::SpeechFollow).is_some();
        to - from <= 3 && (plain || weight >= 40) && follow(reader, to, limit) >= 3
    })
}

/// 党爱华 before 及区法院院长…: in a list of people a name that a mark or conjunction closes.
pub(super) fn delimited_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let found = plain_person(Rule::NameDelimited, reader, at, end, Evidence::Listed)?;
    (reader.is_boundary(found.end, end) || is_conjunction(reader, found.end)).then_some(found)
}

/// A rarer surname makes no name of characters that nothing else speaks for: 环卫、城管等部门.
const RAREST_BARE: i8 = -35;

/// 靳松 behind 副院长古丽娜尔·阿不都拉、; 秦关 before 主持大会.
pub(super) fn plain_person(rule: Rule, reader: &Reader, at: usize, end: usize, evidence: Evidence) -> Option<Item> {
    let parts = reader.word(at, end, Class::NameParts).is_some();
    let likely = names::surname(reader.chars, at).is_some_and(|(_, weight)| weight > RAREST_BARE || parts);
    if evidence == Evidence::Bare && !likely {
        return None;
    }
    let name_end = name_end(reader, at, end, evidence)?;
    let (to, posts) = behind_name(reader, name_end, end);
    Some(person(rule, reader, CharSpan::new(at, name_end), texts(reader, &posts).collect(), CharSpan::new(at, to)))
}

/// 食堂的严冬师傅: a name with a word of address behind 的.
pub(super) fn attributed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let addressed = |from: usize| {
        let behind = |to: usize| reader.word(to, end, Class::Honorifics).filter(|&after| follow(reader, after, end) > 2);
        let name_end = (from + 2..=(from + 4).min(end)).find(|&to| behind(to).is_some())?;
        let plain =
            surname_length(reader, from) > 0 && !reader.words.refuses_at(from, name_end) && (from..name_end).all(|i| is_han(reader.at(i)));
        plain.then(|| CharSpan::new(from, name_end))
    };
    // 在外打工的秦大山也赶了回来
    let likely = |from: usize| {
        let verb = |i: usize, class| reader.word(i, end, class).is_some_and(|verb| verb - i > 1);
        let acts = |to: usize| {
            let adverb = matches!(reader.at(to), '也' | '还' | '都' | '又') && verb(to + 1, Class::RoleAttend);
            adverb || (follow(reader, to, end) >= 5 && verb(to, Class::SpeechFollow))
        };
        let name_end = (from + 2..=(from + 3).min(end)).find(|&to| acts(to))?;
        let name = CharSpan::new(from, name_end);
        (from - at <= 14 && is_likely(reader, name) && !holds_predicate(reader, at, from - 1)).then_some(name)
    };
    let name = (at + 2..end).filter(|&i| reader.at(i) == '的').find_map(|i| addressed(i + 1).or_else(|| likely(i + 1)))?;
    let span = CharSpan::new(at, behind_name(reader, name.end, end).0);
    Some(person(Rule::NameBehindOf, reader, name, Vec::new(), span))
}

/// 林知远同志: nothing but a name and a word of address.
pub(super) fn addressed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let surname = surname_length(reader, at);
    let named = (surname > 0).then(|| plain_person(Rule::NameAddressed, reader, at, end, Evidence::Listed)).flatten()?;
    let Kind::Person { at: name, .. } = &named.kind else { return None };
    // 区属同学
    let group = reader.words.is(name.start, name.end, Class::GroupOpeners);
    (!group && name.len() <= surname + 2 && reader.word(name.end, end, Class::Honorifics).is_some()).then_some(named)
}

/// 农家妇女关小妹, behind other people in a list: words that no list holds, and a name before a verb.
pub(super) fn person_with_label(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    (at + 2..end.min(at + 12)).find_map(|from| {
        let known = registry.name_at(reader, from).filter(|&to| to <= end);
        let found = known.or_else(|| if surname_length(reader, from) > 0 { name_end(reader, from, end, Evidence::Bare) } else { None })?;
        // 青年小刘: 年 belongs to the word before.
        let covers = |i: usize, class| reader.word(i, end, class).is_some_and(|to| to > from);
        let nouns = [Class::GroupHeads, Class::OrganizationHeads];
        let cut = (from.saturating_sub(3).max(at)..from).any(|i| nouns.iter().any(|&class| covers(i, class)));
        // 甘|泉担任: a verb is no given name where nothing else tells of a person.
        let verb = reader.words.is(from + 1, found, Class::SpeechFollow);
        // 检修|班常青: the head of a body, and a name behind it.
        let head = found == from + 3 && reader.words.is(from, from + 1, Class::OrganizationHeads) && surname_length(reader, from + 1) > 0;
        // 大家合影|留念
        let acts = (at..from).any(|i| reader.word(i, from, Class::RoleWitness).is_some());
        let plain = !cut && !verb && !head && !acts;
        let strong = follow(reader, found, end) >= 5 && found - from <= 4 && plain && !holds_predicate(reader, at, from);
        strong.then(|| person(Rule::NameBehindWords, reader, CharSpan::new(from, found), Vec::new(), CharSpan::new(at, found)))
    })
}

/// 马局长, 欧阳副主任: somebody whose given name the report does not tell.
pub(super) fn surname_and_post(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let (length, weight) = names::surname(reader.chars, at)?;
    let other_word = [Class::PostPrefixes, Class::GroupOpeners, Class::PostHeads, Class::NotNames];
    // 原校长: the former one.
    let prefixed = reader.at(at) == '原' || other_word.iter().any(|&class| reader.word(at, end, class).is_some());
    let to = post_end(reader, at + length, end).filter(|&to| follow(reader, to, end) >= 5)?;
    let head = CharSpan::new(at + length, to);
    let crowd = reader.words.longest_before(to, head.start, Class::GroupHeads).is_some();
    let other = prefixed || crowd || head.len() > 4 || reader.words.refuses_at(at, to);
    let posts = vec![reader.text(head.start, head.end)];
    (weight > RAREST_BARE && !other).then(|| person(Rule::NameSurnameAndPost, reader, CharSpan::new(at, to), posts, CharSpan::new(at, to)))
}

/// 学院党委林知远老师, 教务处李主任, 分管德育的权校长: behind a body or 的 a name with a word of address, or a surname with a post.
pub(super) fn addressed_of_body(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() {
        return None;
    }
    let behind_body = |from: usize| {
        let body = reader.words.longest_before(from, at, Class::OrganizationHeads);
        reader.at(from - 1) == '的' || body.is_some_and(|head| from - head > 1 || names::word(&reader.chars[from - 1..=from]) == 0)
    };
    let known = |from: usize| registry.surname_and_post_at(reader, from, end).filter(|&(to, _)| follow(reader, to, end) >= 5);
    (at + 2..end.min(at + 30)).filter(|&from| surname_length(reader, from) > 0 && behind_body(from)).find_map(|from| {
        let surname = surname_length(reader, from);
        let addressed = |to: &usize| {
            let behind = reader.word(*to, end, Class::Honorifics);
            behind.is_some_and(|behind| behind - to > 1 && follow(reader, behind, end) >= 3)
                && name_end(reader, from, *to, Evidence::Titled) == Some(*to)
                && reader.word(from, *to, Class::GroupOpeners).is_none()
                && names::word(&reader.chars[from..*to]) == 0
        };
        if holds_predicate(reader, at, from) || for_somebody(reader, at, from) {
            return None;
        }
        if let Some(to) = (from + surname + 1..=(from + surname + 2).min(end)).rev().find(addressed) {
            let behind = behind_name(reader, to, end).0;
            return Some(person(Rule::NameAddressed, reader, CharSpan::new(from, to), Vec::new(), CharSpan::new(at, behind)));
        }
        let found = surname_and_post(reader, from, end)?;
        let body = (at..from).rev().find(|&i| reader.at(i) == '的').map_or(at, |i| i + 1);
        let posts = vec![reader.text(body, from) + &reader.text(from + surname, found.end)];
        let mut item = person(Rule::NameSurnameAndPost, reader, found.span, posts, CharSpan::new(at, found.end));
        if let (Some((_, full)), Kind::Person { name, .. }) = (known(from), &mut item.kind) {
            *name = full;
        }
        Some(item)
    })
}

/// 次仁多吉、乌云其木格: names that no surname opens.
pub(super) fn minority_name(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    reader.word(at, end, Class::NameParts)?;
    plain_person(Rule::NameOfMinority, reader, at, end, Evidence::Listed)
}

/// 北林大学王浦教授作报告, 保卫处张晓明副处长: body, name, post; in 王浦代表获奖者发言 代表 is a verb.
pub(super) fn person_with_post_behind(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() {
        return None;
    }
    // 信息学院王浦老师: an address is no post. 全院老干部: nor is a part of a longer noun.
    let posts = heads(reader, at, end, Class::PostHeads).into_iter();
    let longer = |head, head_end| reader.words.longest_before(head_end, at, Class::GroupHeads).is_some_and(|start| start < head);
    posts.filter(|&(head, to)| !reader.words.is(head, to, Class::Honorifics) && !longer(head, to)).find_map(|(head, head_end)| {
        let adverb = reader.chars.get(head_end..head_end + 2).is_some_and(|next| names::word(next) > 0);
        if follow(reader, head_end, end) == 0 && !adverb && !joins_posts(reader, head_end) {
            return None;
        }
        let name = name_before_post(reader, at, head, end).filter(|name| !for_somebody(reader, at, name.start))?;
        if reader.at(head) == '代' && reader.at(head + 1) == '表' {
            return Some(person(Rule::NameBeforePost, reader, name, Vec::new(), CharSpan::new(at, name.end)));
        }
        let attribute = |i: usize| reader.at(i) == '的' || (reader.at(i) == '由' && !inside_word(reader, i));
        let from = (at..name.start).rev().find(|&i| attribute(i)).map_or(at, |i| i + 1);
        let from = reader.word(from, name.start, Class::PostOpeners).unwrap_or(from);
        let post = reader.text(from, name.start) + &reader.text(name.end, head_end);
        let words = reader.text(name.start, name.end);
        let known = registry.has_posts(&words) && !registry.has_post(&words, &post);
        let (behind, more) = concurrent_posts(reader, CharSpan::new(head, head_end), end);
        let mut posts = if known { Vec::new() } else { vec![post] };
        posts.extend(texts(reader, &more[1..]));
        Some(person(Rule::NameBeforePost, reader, name, posts, CharSpan::new(at, behind)))
    })
}

/// The name that stands between a body, or the start of the item, and the head of a post; 副 and the like belong to the post.
fn name_before_post(reader: &Reader, at: usize, head: usize, end: usize) -> Option<CharSpan> {
    let prefix = |to: usize| reader.words.longest_before(to, at, Class::PostPrefixes).unwrap_or(to);
    let stop = prefix(prefix(head));
    let latin = (at..stop).find(|&i| reader.at(i).is_ascii_uppercase() && latin_end(reader, i, stop) == Some(stop));
    if let Some(start) = latin {
        return Some(CharSpan::new(start, stop));
    }
    (2..=4).find_map(|length| {
        let name = stop.checked_sub(length).filter(|&name| name >= at)?;
        let surname = surname_length(reader, name);
        let weight = names::surname(reader.chars, name).map_or(0, |(_, weight)| i32::from(weight));
        let given = (name + surname..stop).map(|i| i32::from(names::given(reader.at(i)))).sum::<i32>();
        let given = given > 0 || (length == surname + 2 && given + weight >= 10);
        // 付军科教授, 江州医院付军科教授: a name that ends like a body.
        let opens_name = name == at || reader.words.longest_before(name, at, Class::OrganizationHeads).is_some_and(|head| name - head > 1);
        let full = length == surname + 2 && opens_name && names::word(&reader.chars[name..name + 2]) == 0;
        let strong = full && names::surname(reader.chars, name).is_some_and(|(_, weight)| weight > 0);
        let ends_as_body = reader
            .words
            .ending(stop)
            .any(|m| m.start >= name && m.classes.has(Class::OrganizationHeads) && (m.end - m.start > 1 || !(strong && given)));
        let weak = length == 2 && surname == 1 && i32::from(names::given(reader.at(stop - 1))) + weight < -20;
        let plain = given && (length > 2 || names::word(&reader.chars[name..stop]) == 0);
        let body = |m: &crate::lexicon::Match| {
            m.start >= at && m.classes.has(Class::OrganizationHeads) && (m.end - m.start > 1 || (plain && m.start > at))
        };
        let opens = name == at && reader.word(at, end, Class::NotNames).is_none();
        let elected = name > at && matches!(reader.at(name - 1), '届' | '任' | '的');
        let conjunction = joins_group(reader, name, end);
        let behind_body = opens || elected || reader.words.ending(name).any(body);
        let fits = !ends_as_body
            && surname > 0
            && length <= surname + 2
            && length > surname
            && behind_body
            && names::word(&reader.chars[name..stop]) == 0;
        let appointed = length > surname + 1 && matches!(reader.at(stop - 1), '任' | '为');
        let inside = |class, limit| (name..stop).any(|i| reader.word(i, limit, class).is_some_and(|to| to - i > 1));
        // 养路工代表
        let holds_body = reader.words.is(name, stop, Class::PostHeads)
            || inside(Class::OrganizationHeads, end)
            || inside(Class::CrowdHeads, stop)
            || inside(Class::GroupHeads, stop);
        // 朱明等专家, 钱从校长办公费里出
        let listed = (name..stop).any(|i| matches!(reader.at(i), '等' | '各' | '的')) || matches!(reader.at(stop - 1), '从' | '由' | '向');
        // 吴忠学|任大会主席
        let presides = reader.word(name, end, Class::RolePreside).is_some();
        (fits && !weak && !listed && !conjunction && !appointed && !holds_body && !presides && !reader.words.refuses_at(name, stop))
            .then(|| CharSpan::new(name, stop))
    })
}

/// 抗洪模范盘金花, 细纱车间挡车工经纬: a label of honour, or an occupation that no list holds, and a name.
pub(super) fn honoured_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() || holds_predicate(reader, at, at + 1) {
        return None;
    }
    let behind = |from: usize| {
        // 种粮状元罗登科 ends like a body.
        let titled = || name_end(reader, from, end, Evidence::Titled).filter(|&to| to == from + 3 && follow(reader, to, end) >= 5);
        let name_end = name_end(reader, from, end, Evidence::Listed).or_else(titled)?;
        (name_end - from <= 3 || reader.word(from, end, Class::NameParts).is_some())
            .then(|| (CharSpan::new(from, name_end), behind_name(reader, name_end, end).0))
    };
    // “金牌调解员”汤圆
    let quote = reader.closing(at).filter(|&close| {
        let person =
            [Class::HonourPeople, Class::HonourHeads].iter().any(|&class| reader.words.longest_before(close - 1, at, class).is_some());
        reader.at(at) == '“' && close <= end && person
    });
    let epithet = |i: usize| [Class::HonourHeads, Class::Epithets].iter().filter_map(|&class| reader.word(i, end, class)).max();
    let unquoted = || (at..end).find_map(epithet);
    let honour = quote.or_else(unquoted).and_then(&behind);
    // 村里给好媳妇张翠平发了奖状
    if honour.is_some_and(|(name, _)| for_somebody(reader, at, name.start)) {
        return None;
    }
    if let Some((name, to)) = honour {
        return Some(person(Rule::NameBehindHonour, reader, name, Vec::new(), CharSpan::new(at, to)));
    }
    let ending = (at + 2..end.min(at + 16)).find_map(|i| {
        reader
            .word(i, end, Class::PostEndings)
            .filter(|&to| surname_length(reader, to) > 0 && reader.word(to, end, Class::PostEndings).is_none())
            .and_then(|to| behind(to).map(|found| (to, found)))
    });
    let (post_end, (name, to)) = ending?;
    // 学生动手能力
    let word = matches!(reader.at(name.end), '。' | '，' | '；') && names::word(&reader.chars[name.range()]) > 0;
    if word
        || holds_predicate(reader, at, post_end)
        || reader.words.ending(post_end).any(|m| m.start >= at && m.end - m.start > 1 && m.classes.has(Class::GroupHeads))
    {
        return None;
    }
    Some(person(Rule::NameBehindOccupation, reader, name, split_posts(reader, at, post_end), CharSpan::new(at, to)))
}

/// 市场部林知远和质检部秦关: behind the conjunction another body with a name before a verb.
fn joins_person_of_body(reader: &Reader, at: usize, end: usize) -> bool {
    let Some(next) = conjunction_end(reader, at) else { return false };
    (next + 3..end.min(next + 12)).any(|from| {
        reader.words.longest_before(from, next, Class::OrganizationHeads).is_some()
            && surname_length(reader, from) > 0
            && (from + 2..=(from + 3).min(end)).any(|to| follow(reader, to, end) >= 5)
    })
}

/// 华东公司谢天先后作了发言: a name with a surname behind a body.
pub(super) fn person_of_body(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    (at + 2..end.min(at + 24)).find_map(|from| {
        // 市场部林知远: a head of one character behind a word of its own.
        let short = |head: usize| {
            let named = head == at + 2 || (head > at + 2 && names::word(&reader.chars[head - 2..head]) > 0);
            named && names::word(&reader.chars[from - 1..=from]) == 0
        };
        let body = reader.words.longest_before(from, at, Class::OrganizationHeads).is_some_and(|head| from - head > 1 || short(head));
        let named = surname_length(reader, from) > 0 || reader.word(from, end, Class::NameParts).is_some();
        if !body || !named || holds_predicate(reader, at, from) {
            return None;
        }
        let name_end = name_end(reader, from, end, Evidence::Listed).filter(|&to| {
            to - from <= 3 && (follow(reader, to, end) >= 5 || reader.at(to) == '等' || joins_person_of_body(reader, to, end))
        })?;
        Some(person(Rule::NameBehindBody, reader, CharSpan::new(from, name_end), Vec::new(), CharSpan::new(at, name_end)))
    })
}
