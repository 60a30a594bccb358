//! One item of a list of participants: a person with posts, a post or group without a name, a body.

use super::name::{Evidence, commissioned, follow, joins_group, latin_end, name_end, post_end, refused_end, surname_length};
use super::reader::{Reader, is_mark};
use super::registry::Registry;
use crate::lexicon::{Class, WordKind};
use crate::names;
use crate::order;
use crate::rules::Rule;
use crate::text::CharSpan;

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Somebody with a name; the posts that stand with it, split at 兼.
    Person {
        /// The full name.
        name: String,
        /// The words that name them here.
        at: CharSpan,
        /// The posts.
        posts: Vec<String>,
    },
    /// A post or a group without a name: 县委副书记, 各乡镇镇长.
    Label,
    /// A named body: 青石镇.
    Organization,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// All of it, without the number behind it.
    pub span: CharSpan,
    /// The number of people, if one is written with it.
    pub count: Option<u32>,
    /// The number in the text, which is no part of a group's name.
    pub number: Option<CharSpan>,
    /// One past the item and its number.
    pub end: usize,
    /// The rule that found it.
    pub rule: Rule,
}

/// What came before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// The item before in the same run (、 between) is a named person with a post.
    pub person: bool,
    /// The item before is a body.
    pub organization: bool,
}

/// The item that starts at `at`.
#[must_use]
pub fn item(reader: &Reader, registry: &Registry, at: usize, limit: usize, before: Before) -> Option<Item> {
    let end = raw_end(reader, at, limit);
    if reader.at(at) == '来' && reader.at(at + 1) == '自' {
        let somebody = person_from(reader, registry, at, end);
        if somebody.is_some() {
            return somebody;
        }
    }
    let own_body_here = reader.words.own(at, end, WordKind::Organization).is_some();
    if end <= at || (opens_phrase(reader, at) && !own_body_here) {
        return known_person(reader, registry, at, end);
    }
    // 213名社员举手通过: so many have no name.
    let several = reader.number(at, end).is_some_and(|(to, value)| value > 1 && matches!(reader.at(to), '名' | '位'));
    if several {
        return label(reader, at, end).or_else(|| organization(reader, at, end, before));
    }
    known_person(reader, registry, at, end)
        .or_else(|| refused_item(reader, at, end))
        .or_else(|| own_body(reader, at, end))
        .or_else(|| bracketed_person(reader, at, end))
        .or_else(|| joined_person(reader, registry, at, end))
        .or_else(|| before.person.then(|| delimited_person(reader, at, end)).flatten())
        .or_else(|| titled_person(reader, registry, at, end))
        .or_else(|| before.person.then(|| plain_person(Rule::NameListed, reader, at, end, Evidence::Listed)).flatten())
        .or_else(|| person_with_post_behind(reader, registry, at, end))
        .or_else(|| own_person(reader, registry, at, end))
        .or_else(|| minority_name(reader, at, end))
        .or_else(|| attributed_person(reader, at, end))
        .or_else(|| addressed_person(reader, at, end))
        .or_else(|| label(reader, at, end))
        .or_else(|| organization(reader, at, end, before))
        .or_else(|| honoured_person(reader, at, end))
        .or_else(|| person_of_body(reader, at, end))
        .or_else(|| before.person.then(|| person_with_label(reader, registry, at, end)).flatten())
        .or_else(|| plain_person(Rule::NameBare, reader, at, end, Evidence::Bare))
}

/// 来自省农科院的秦关研究员, 来自青石镇的林知远同学: one person, told with where they come from.
fn person_from(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
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

/// Whether a phrase starts here that is no list of participants: 对…, 为…, 并….
fn opens_phrase(reader: &Reader, at: usize) -> bool {
    let group = reader.word(at, at + 4, Class::GroupOpeners);
    let opener = reader.word(at, at + 4, Class::PhraseOpeners).filter(|&to| to > at + 1 || !inside_word(reader, at));
    opener.is_some_and(|to| group.is_none_or(|group| group < to))
        || (reader.at(at) == '向' && surname_length(reader, at) > 0 && name_end(reader, at, at + 4, Evidence::Bare).is_none())
        || reader.word(at, at + 4, Class::RoleOther).is_some_and(|to| !reader.words.is(at, to, Class::PostHeads))
        || (reader.at(at) == '受' && commissioned(reader, at, at + 24))
        || reader.word(at, at + 4, Class::HoldingVerbs).is_some_and(|to| !matches!(reader.at(to), '地' | '方' | '单' | '人'))
}

/// Longer than any item: a name with all posts before it, a group with its description.
const LONGEST_ITEM: usize = 120;

/// Where the next mark stands; brackets, 来自…的 and words that hold a mark (中、小学) are stepped over.
fn raw_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let limit = limit.min(at + LONGEST_ITEM);
    let mut i = reader.word(at, limit, Class::GroupOpeners).unwrap_or(at);
    if reader.at(at) == '来' && reader.at(at + 1) == '自' {
        i = (at..limit.min(at + 60))
            .take_while(|&i| !matches!(reader.at(i), '，' | '。' | '；'))
            .find(|&i| reader.at(i) == '的')
            .unwrap_or(at);
    }
    while i < limit && !is_mark(reader.at(i)) && !(reader.at(i) == '以' && reader.at(i + 1) == '及') {
        i = reader.word(i, limit, Class::WholeWords).unwrap_or_else(|| reader.step(i));
    }
    i.min(limit)
}

/// A name that the report has given before: 林知远, 林知远同志, 秦关主任.
fn known_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let name_end = registry.name_at(reader, at).filter(|&to| to <= end && reader.at(to) != '的')?;
    if follow(reader, name_end, end) == 0 && reader.words.own(at, end, WordKind::Person) != Some(name_end) {
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
fn own_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let (from, to) = reader.words.own_in(at + 1, end, WordKind::Person).find(|&(from, to)| registry.name_at(reader, from) == Some(to))?;
    let nouns = [Class::OrganizationHeads, Class::PostHeads, Class::PostEndings, Class::GroupHeads];
    let behind_noun = nouns.iter().any(|&class| reader.words.longest_before(from, at, class).is_some());
    let told = behind_noun && !holds_predicate(reader, at, from) && !turns_to(reader, at, from);
    told.then(|| person(Rule::NameOfOwn, reader, CharSpan::new(from, to), Vec::new(), CharSpan::new(at, behind_name(reader, to, end).0)))
}

/// 向阳花 in 向阳花、青石镇作交流发言, where the personal lexicon says that it is a body.
fn own_body(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let to = reader.words.own(at, end, WordKind::Organization)?;
    let whole = to == end || is_conjunction(reader, to) || follow(reader, to, end) > 3;
    let whole = whole && head_end(reader, to, end, Class::PostHeads).is_none();
    let span = CharSpan::new(at, to);
    whole.then_some(Item { kind: Kind::Organization, span, count: None, number: None, end: to, rule: Rule::Body })
}

/// 木木三 in 林知远、木木三出席会议, where the personal lexicon says that it is no name: a list goes on over it, and no row comes of it.
fn refused_item(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let to = refused_end(reader, at, end)?;
    let span = CharSpan::new(at, to);
    Some(Item { kind: Kind::Organization, span, count: None, number: None, end: to, rule: Rule::Body })
}

fn person(rule: Rule, reader: &Reader, at: CharSpan, posts: Vec<String>, span: CharSpan) -> Item {
    let name = reader.name(at);
    Item { kind: Kind::Person { name, at, posts }, span, count: None, number: None, end: span.end, rule }
}

/// The words of spans.
fn texts<'a>(reader: &'a Reader, spans: &'a [CharSpan]) -> impl Iterator<Item = String> + 'a {
    spans.iter().map(|span| reader.text(span.start, span.end))
}

/// 林知远（村党支部书记、村委会主任）: the posts in a bracket; one that only adds another (兼…) is a remark.
fn bracketed_posts(reader: &Reader, at: usize, end: usize) -> Vec<CharSpan> {
    if end - at > 40 || reader.at(at + 1) == '兼' || reader.words.longest_before(end - 1, at, Class::PostHeads).is_none() {
        return Vec::new();
    }
    let marks = (at + 1..end).filter(|&i| i == end - 1 || matches!(reader.at(i), '、' | '，'));
    let mut from = at + 1;
    marks.map(|mark| CharSpan::new(std::mem::replace(&mut from, mark + 1), mark)).filter(|span| !span.is_empty()).collect()
}

/// 文书（办公室主任）: a post in brackets makes a name of what stands before it.
fn bracketed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let to = (at + 2..=(at + 4).min(end)).find(|&to| matches!(reader.at(to), '（' | '('))?;
    let behind = reader.closing(to).filter(|&behind| behind <= end)?;
    let posts = bracketed_posts(reader, to, behind);
    let headed = reader.words.longest_before(behind - 1, to, Class::PostHeads).is_some_and(|head| head > to + 1 || behind - to < 7);
    let name = surname_length(reader, at) > 0
        && (at..to).all(|i| super::reader::is_han(reader.at(i)))
        && !reader.words.refuses_at(at, to)
        && reader.words.longest_before(to, at, Class::OrganizationHeads).is_none();
    (name && headed && !posts.is_empty())
        .then(|| person(Rule::NameBracketed, reader, CharSpan::new(at, to), texts(reader, &posts).collect(), CharSpan::new(at, behind)))
}

/// 成钢 in 成钢和指导教师车云讲了…: a name by itself, before another person with a post.
fn joined_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let found = plain_person(Rule::NameDelimited, reader, at, end, Evidence::Listed)?;
    let alone = found.end <= at + 3 && found.span.len() == found.end - at && surname_length(reader, at) > 0;
    let word = reader.chars.get(at..found.end).is_some_and(|name| names::word(name) > 0);
    let titled = matches!(reader.at(found.end), '和' | '与') && titled_person(reader, registry, found.end + 1, end).is_some();
    (alone && !word && titled).then_some(found)
}

/// 同志, a remark in brackets and a post behind a name: the end of it all and the posts.
fn behind_name(reader: &Reader, at: usize, limit: usize) -> (usize, Vec<CharSpan>) {
    let mut end = at;
    let address = at + usize::from(reader.at(at) == ' ');
    if let Some(to) = reader.word(address, limit, Class::Honorifics) {
        end = to;
    }
    if matches!(reader.at(end), '（' | '(')
        && let Some(to) = reader.closing(end)
    {
        let posts = bracketed_posts(reader, end, to);
        if !posts.is_empty() {
            return (to, posts);
        }
        if to - end <= 8 {
            end = to;
        }
    }
    let post = post_end(reader, end, limit).filter(|&to| {
        let verb = reader.words.is(end, to, Class::GroupHeads) && reader.words.is(end, to, Class::SpeechFollow);
        (follow(reader, to, limit) > 0 || joins_posts(reader, to)) && !verb && !reader.words.is(end, to, Class::GenericGroups)
    });
    match post {
        Some(to) => concurrent_posts(reader, CharSpan::new(end, to), limit),
        None => (end, Vec::new()),
    }
}

/// 林知远校长兼书记: the posts that 兼 joins to one behind a name.
fn concurrent_posts(reader: &Reader, first: CharSpan, limit: usize) -> (usize, Vec<CharSpan>) {
    let mut posts = vec![first];
    let mut end = first.end;
    while joins_posts(reader, end)
        && let Some(to) = post_end(reader, end + 1, limit)
    {
        posts.push(CharSpan::new(end + 1, to));
        end = to;
    }
    (end, posts)
}

/// 县委副书记、县长慕容晓, 村民罗大江: the leftmost head of a post that has a name behind it.
fn titled_person(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() {
        return None;
    }
    let mut all = heads(reader, at, end, Class::PostHeads);
    all.extend(heads(reader, at, end, Class::CrowdHeads));
    all.sort_unstable();
    all.into_iter().find_map(|(head, head_end)| {
        if head == at && reader.words.is(head, head_end, Class::SpeechFollow) {
            return None;
        }
        let mut from = head_end;
        if matches!(reader.at(from), '（' | '(') {
            from = reader.closing(from).unwrap_or(from);
        }
        if matches!(reader.at(from), ' ' | '—') {
            from += 1;
        }
        let known = registry.name_at(reader, from).filter(|&to| to <= end);
        let crowd = reader.words.is(head, head_end, Class::GroupHeads)
            && surname_length(reader, from) == 0
            && latin_end(reader, from, end).is_none()
            && reader.word(from, end, Class::NameParts).is_none()
            && !reads_as_name(reader, from, end);
        let titled = || if crowd { None } else { name_end(reader, from, end, Evidence::Titled) };
        let name_end = known.or_else(titled).or_else(|| noun_as_name(reader, head, from, end))?;
        // 积累了丰富的领导经验: an ordinary word behind a word for a crowd is a name only before what somebody did.
        let crowd_word = known.is_none() && reader.words.is(head, head_end, Class::CrowdHeads) && name_end == from + 2;
        if crowd_word
            && reader.is_boundary(name_end, end)
            && matches!(reader.at(name_end), '。' | '，' | '；')
            && names::word(&reader.chars[from..name_end]) > 0
        {
            return None;
        }
        let word = reader.chars.get(from..name_end).is_some_and(|name| names::word(name) > 0) || matches!(reader.at(from), '和' | '与');
        if holds_predicate(reader, at, head)
            || for_somebody(reader, at, head)
            || (known.is_none() && word && name_before_post(reader, at, head, end).is_some())
        {
            return None;
        }
        let (to, mut posts_behind) = behind_name(reader, name_end, end);
        let bracket = reader.closing(head_end).filter(|_| matches!(reader.at(head_end), '（' | '('));
        let mut posts = split_posts(reader, at, bracket.unwrap_or(head_end));
        posts_behind.retain(|post| !reader.words.is(post.start, post.end, Class::GroupHeads));
        posts.extend(texts(reader, &posts_behind));
        Some(person(Rule::NameBehindPost, reader, CharSpan::new(from, name_end), posts, CharSpan::new(at, to)))
    })
}

/// 秦关为县长林知远颁发聘书: the post is of somebody for whom something is done.
fn for_somebody(reader: &Reader, at: usize, head: usize) -> bool {
    (at + 2..head).any(|i| matches!(reader.at(i), '为' | '给' | '向') && !inside_word(reader, i))
}

/// 南湾学院和乡村医生林知远: a body, and somebody without one behind 和.
fn joins_body(reader: &Reader, at: usize, head: usize) -> bool {
    let body = |to: usize| reader.words.longest_before(to, at, Class::OrganizationHeads).is_some_and(|from| to - from > 1);
    let own = |from: usize| (from..head).any(|i| reader.word(i, head, Class::OrganizationHeads).is_some());
    (at + 2..head).any(|i| conjunction_end(reader, i).is_some_and(|to| body(i) && !own(to)))
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
    let closed = reader.is_boundary(to, end) || verbs.iter().any(|&class| reader.word(to, end, class).is_some());
    (fits && to <= end && closed).then_some(to)
}

/// 特岗教师冬梅和…, 退休职工鱼水情讲述…: behind a word for a crowd a name whose characters are no ordinary word.
fn reads_as_name(reader: &Reader, from: usize, limit: usize) -> bool {
    name_end(reader, from, limit, Evidence::Titled).is_some_and(|to| {
        let weight: i32 = (from..to).map(|i| i32::from(names::given(reader.at(i)))).sum();
        let plain = names::word(&reader.chars[from..to]) == 0 && reader.word(to, limit, Class::SpeechFollow).is_some();
        to - from <= 3 && (plain || weight >= 40) && follow(reader, to, limit) >= 3
    })
}

/// The heads of a class in a range, each with its end, those inside a longer one left out.
fn heads(reader: &Reader, at: usize, end: usize, class: Class) -> Vec<(usize, usize)> {
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
fn head_end(reader: &Reader, at: usize, limit: usize, class: Class) -> Option<usize> {
    if reader.at(at) == '长' && at > 0 && matches!(reader.at(at - 1), ')' | '）') {
        return Some(at + 1);
    }
    let to = reader.word(at, limit, class).filter(|&to| to - at > 1)?;
    let own = reader.words.own(at, limit, WordKind::Post) == Some(to);
    let compound = !own && reader.word(at, limit, Class::HeadCompounds).is_some_and(|compound| compound >= to);
    (!compound || surname_length(reader, to) == 2).then_some(to)
}

/// Whether a verb of the agenda stands in a stretch that should be a noun (出席会议并为获奖代表), unless 的 makes it an attribute.
fn holds_predicate(reader: &Reader, at: usize, end: usize) -> bool {
    let attribute_end = (at..end).rev().find(|&i| reader.at(i) == '的').unwrap_or(at);
    if reader.at(attribute_end) == '的' && reader.at(attribute_end + 1) == '有' {
        return true;
    }
    let opener = reader.word(at, end, Class::GroupOpeners).unwrap_or(at);
    (attribute_end.max(opener)..end).any(|i| {
        [Class::RoleAttend, Class::RolePreside, Class::RoleAnnounce, Class::RolePresent, Class::HoldingVerbs, Class::Appointments]
            .iter()
            .any(|&class| {
                reader.word(i, end, class).is_some_and(|to| {
                    to - i > 1
                        && (i == 0 || reader.at(i - 1) != '新')
                        && !matches!(reader.at(to), '地' | '方' | '单' | '人')
                        && (class == Class::HoldingVerbs || !is_head(reader, to, end))
                })
            })
            || (reader.at(i) == '并' && i > at)
            || (reader.at(i) == '由' && i > at && !inside_word(reader, i))
            || matches!(reader.at(i), '了' | '被')
    })
}

/// Whether a head of a group starts here: then a verb before it is its attribute (列席代表).
fn is_head(reader: &Reader, at: usize, limit: usize) -> bool {
    reader.word(at, limit, Class::GroupHeads).is_some()
}

/// The posts that a stretch names: split at 兼, 暨 and at a post in brackets; what 的 puts before a post falls, and so does a label of honour.
fn split_posts(reader: &Reader, at: usize, end: usize) -> Vec<String> {
    let bracket = (at + 2..end).find(|&i| matches!(reader.at(i), '（' | '(') && reader.closing(i) == Some(end) && end - i > 6);
    let mut posts = Vec::new();
    let mut from = at;
    let stop = bracket.unwrap_or(end);
    for i in at..=stop {
        if i == stop || (joins_posts(reader, i) && i > from) {
            from = reader.word(from, i, Class::PostOpeners).unwrap_or(from);
            let invites = |k: usize| k > 0 && reader.at(k) == '请' && reader.at(k - 1) == '邀';
            let has = |k: usize| {
                reader.at(k) == '有'
                    && [Class::GroupHeads, Class::PostHeads].iter().any(|&class| reader.words.longest_before(k, from, class).is_some())
            };
            let attribute = |k: usize| reader.at(k) == '的' || invites(k) || has(k) || (reader.at(k) == '由' && !inside_word(reader, k));
            let start = (from..i).rev().find(|&k| attribute(k)).map_or(from, |k| k + 1);
            let start = reader.word(start, i, Class::PostOpeners).unwrap_or(start);
            let honour = reader.words.longest_before(i, start, Class::HonourHeads).is_some();
            let honoured = honour || (start..i).any(|k| reader.word(k, i, Class::HonourModifiers).is_some());
            if start < i && !honoured && !reader.words.is(start, i, Class::PostsNot) {
                posts.push(body_before_duty(reader, from, start) + &reader.text(start, i));
            }
            from = i + 1;
        }
    }
    if let Some(bracket) = bracket.filter(|_| !posts.is_empty()) {
        let from = if reader.at(bracket + 1) == '兼' { bracket + 2 } else { bracket + 1 };
        posts.push(reader.text(from, end - 1));
    }
    posts
}

/// 县委政法委|分管综治工作的副书记: the body before a duty belongs to the post behind it.
fn body_before_duty(reader: &Reader, from: usize, post: usize) -> String {
    let duty = (from + 2..post).find(|&i| matches!(reader.at(i), '分' | '主') && reader.at(i + 1) == '管');
    let body = duty.filter(|&duty| reader.words.longest_before(duty, from, Class::OrganizationHeads).is_some());
    body.map_or_else(String::new, |duty| reader.text(from, duty))
}

/// 兼 and 暨 between two posts, but not in 兼职副会长.
#[must_use]
pub fn joins_posts(reader: &Reader, at: usize) -> bool {
    match reader.at(at) {
        '暨' => true,
        '兼' => reader.at(at + 1) != '职' || reader.at(at + 2) == '工',
        _ => false,
    }
}

/// 县直各部门主要负责人, 142名职工代表, 委员31人: a post or group without a name.
fn label(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let organizes = reader.at(at) == '组' && reader.at(at + 1) == '织' && reader.word(at + 2, end, Class::GroupDeterminers).is_some();
    let headed = |to: usize| super::name::post_end(reader, to, end).is_some() || reader.word(to, end, Class::GroupHeads).is_some();
    let gathering = reader.word(at, end, Class::Gatherings).filter(|&to| !headed(to));
    if organizes || gathering.is_some() {
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
    order::sort(&mut all, |&(start, to)| order::pair(to, start));
    let last = all.iter().map(|&(_, to)| to).max();
    all.into_iter().find_map(|(_, head_end)| {
        let mut to = head_end;
        if matches!(reader.at(to), '（' | '(') {
            to = reader.closing(to).unwrap_or(to);
        }
        if starts_head(reader, to, end) || reader.word(to, end, Class::HeadCompounds).is_some() || is_short_mention(reader, at, head_end) {
            return None;
        }
        let tail = count_behind(reader, to, end);
        let after = tail.map_or(to, |(after, _)| after);
        let addressed = matches!(reader.at(after), '对' | '向' | '为' | '就' | '给')
            && (reader.word(at, end, Class::PresentByPart).is_some() || acts_towards(reader, after, end));
        // 236位家长放下活计赶来: a number makes it a group, whatever they do.
        let counted = last == Some(head_end)
            && reader.number(at, head_end).is_some_and(|(to, _)| matches!(reader.at(to), '名' | '位' | '户'))
            && names::word(reader.chars.get(after..after + 2).unwrap_or(&[])) > 0;
        if follow(reader, after, end) < 3 && !is_conjunction(reader, after) && !addressed && !counted {
            return None;
        }
        if holds_predicate(reader, at, head_end)
            || appoints(reader, at, head_end)
            || stands_for(reader, at, head_end)
            || (head_end > at + 2 && reader.word(at, head_end, Class::GroupHeads) == Some(at + 2) && reader.at(at) == '代')
            || counts_winners(reader, at, head_end)
            || turns_to(reader, at, head_end)
            || names_first(reader, at, head_end)
            || tells(reader, at, head_end)
            || (at + 1..head_end).any(|i| reader.at(i - 1) == '共' && reader.at(i) == '有')
        {
            return None;
        }
        let inner = tail.is_none().then(|| count_inside(reader, at, to)).flatten();
        let number = tail.map(|(after, _)| CharSpan::new(to, after)).or(inner.map(|(span, _)| span));
        let count = tail.map(|(_, count)| count).or(inner.map(|(_, count)| count));
        Some(Item { kind: Kind::Label, span: CharSpan::new(at, to), count, number, end: after, rule: Rule::GroupByHead })
    })
}

/// 来自7个学院的300余人: people who are told by nothing but where they come from and how many they are.
fn people_from(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let from = (at..end).filter(|_| reader.at(at) == '来' && reader.at(at + 1) == '自').find(|&i| reader.at(i) == '的')? + 1;
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
            && super::name::post_end(reader, i + 1, end).is_some()
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
fn turns_to(reader: &Reader, at: usize, end: usize) -> bool {
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

/// Whether the noun goes on with another head: 教师代表, 患者（家属）代表.
fn starts_head(reader: &Reader, at: usize, limit: usize) -> bool {
    let from = reader.word(at, limit, Class::PostPrefixes).unwrap_or(at);
    let closed = |to: usize| follow(reader, to, limit) >= 3 || count_behind(reader, to, limit).is_some();
    let head = |from: usize, class| head_end(reader, from, limit, class).is_some_and(closed);
    head(at, Class::PostHeads) || head(at, Class::GroupHeads) || head(from, Class::PostHeads)
}

/// 共27人, 等90余人, 150多人, 4名同志 behind a noun: (end, number).
pub(super) fn count_behind(reader: &Reader, at: usize, limit: usize) -> Option<(usize, u32)> {
    let mut i = at;
    while let Some(to) = reader.word(i, limit, Class::TotalLeads) {
        i = to;
    }
    let (mut end, value) = reader.number(i, limit)?;
    if !matches!(reader.at(end), '人' | '名' | '位') {
        return None;
    }
    end += 1;
    if reader.at(end - 1) != '人' && reader.at(end) == '同' && reader.at(end + 1) == '志' {
        end += 2;
    }
    Some((end, value))
}

/// The number of people inside a group's name: 基层各单位68名正式代表.
fn count_inside(reader: &Reader, at: usize, end: usize) -> Option<(CharSpan, u32)> {
    let mut i = at;
    while i < end {
        if let Some((to, value)) = reader.number(i, end)
            && matches!(reader.at(to), '名' | '位' | '人' | '户')
            && !(reader.at(to) == '人' && matches!(reader.at(to + 1), '民' | '大' | '员' | '才' | '事'))
            && (i == 0 || reader.at(i - 1) != '第')
            && to < end
        {
            return Some((CharSpan::new(i, to + 1), value));
        }
        i = reader.number(i, end).map_or_else(|| reader.step(i), |(to, _)| to);
    }
    None
}

/// 党爱华 before 及区法院院长…: in a list of people a name that a mark or conjunction closes.
fn delimited_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let found = plain_person(Rule::NameDelimited, reader, at, end, Evidence::Listed)?;
    (reader.is_boundary(found.end, end) || is_conjunction(reader, found.end)).then_some(found)
}

/// A rarer surname makes no name of characters that nothing else speaks for: 环卫、城管等部门.
const RAREST_BARE: i8 = -35;

/// 靳松 behind 副院长古丽娜尔·阿不都拉、; 秦关 before 主持大会.
fn plain_person(rule: Rule, reader: &Reader, at: usize, end: usize, evidence: Evidence) -> Option<Item> {
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
fn attributed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let addressed = |from: usize| {
        let behind = |to: usize| reader.word(to, end, Class::Honorifics).filter(|&after| follow(reader, after, end) > 2);
        let name_end = (from + 2..=(from + 4).min(end)).find(|&to| behind(to).is_some())?;
        let plain = surname_length(reader, from) > 0
            && !reader.words.refuses_at(from, name_end)
            && (from..name_end).all(|i| super::reader::is_han(reader.at(i)));
        plain.then(|| CharSpan::new(from, name_end))
    };
    let name = (at..end).filter(|&i| reader.at(i) == '的').find_map(|i| addressed(i + 1))?;
    let span = CharSpan::new(at, behind_name(reader, name.end, end).0);
    Some(person(Rule::NameBehindOf, reader, name, Vec::new(), span))
}

/// 林知远同志: nothing but a name and a word of address.
fn addressed_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let surname = surname_length(reader, at);
    let named = (surname > 0).then(|| plain_person(Rule::NameAddressed, reader, at, end, Evidence::Listed)).flatten()?;
    let Kind::Person { at: name, .. } = &named.kind else { return None };
    (name.len() <= surname + 2 && reader.word(name.end, end, Class::Honorifics).is_some()).then_some(named)
}

/// 农家妇女关小妹, behind other people in a list: words that no list holds, and a name before a verb.
fn person_with_label(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    (at + 2..end.min(at + 12)).find_map(|from| {
        let known = registry.name_at(reader, from).filter(|&to| to <= end);
        let found = known.or_else(|| if surname_length(reader, from) > 0 { name_end(reader, from, end, Evidence::Bare) } else { None })?;
        let strong = follow(reader, found, end) >= 5 && found - from <= 4 && !holds_predicate(reader, at, from);
        strong.then(|| person(Rule::NameBehindWords, reader, CharSpan::new(from, found), Vec::new(), CharSpan::new(at, found)))
    })
}

/// 次仁多吉、乌云其木格: names that no surname opens.
fn minority_name(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    reader.word(at, end, Class::NameParts)?;
    plain_person(Rule::NameOfMinority, reader, at, end, Evidence::Listed)
}

/// 北林大学王浦教授作报告, 保卫处张晓明副处长: body, name, post; in 王浦代表获奖者发言 代表 is a verb.
fn person_with_post_behind(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() {
        return None;
    }
    heads(reader, at, end, Class::PostHeads).into_iter().find_map(|(head, head_end)| {
        let adverb = reader.chars.get(head_end..head_end + 2).is_some_and(|next| names::word(next) > 0);
        if follow(reader, head_end, end) == 0 && !adverb && !joins_posts(reader, head_end) {
            return None;
        }
        let name = name_before_post(reader, at, head, end)?;
        if reader.at(head) == '代' && reader.at(head + 1) == '表' {
            return Some(person(Rule::NameBeforePost, reader, name, Vec::new(), CharSpan::new(at, name.end)));
        }
        let from = (at..name.start).rev().find(|&i| reader.at(i) == '的').map_or(at, |i| i + 1);
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
        let given = (name + surname..stop).map(|i| i32::from(names::given(reader.at(i)))).sum::<i32>() > 0;
        let full = length == surname + 2 && name == at && names::word(&reader.chars[name..name + 2]) == 0;
        let strong = full && names::surname(reader.chars, name).is_some_and(|(_, weight)| weight > 0);
        let ends_as_body = reader
            .words
            .ending(stop)
            .any(|m| m.start >= name && m.classes.has(Class::OrganizationHeads) && (m.end - m.start > 1 || !(strong && given)));
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
        let holds_body = inside(Class::OrganizationHeads, end) || inside(Class::CrowdHeads, stop) || inside(Class::GroupHeads, stop);
        // 朱明等专家, 钱从校长办公费里出
        let listed = (name..stop).any(|i| matches!(reader.at(i), '等' | '各' | '的')) || matches!(reader.at(stop - 1), '从' | '由' | '向');
        (fits && !listed && !conjunction && !appointed && !holds_body && !reader.words.refuses_at(name, stop))
            .then(|| CharSpan::new(name, stop))
    })
}

/// 抗洪模范盘金花, 细纱车间挡车工经纬: a label of honour, or an occupation that no list holds, and a name.
fn honoured_person(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    if reader.word(at, end, Class::GroupDeterminers).is_some() || holds_predicate(reader, at, at + 1) {
        return None;
    }
    let behind = |from: usize| {
        let name_end = name_end(reader, from, end, Evidence::Listed)?;
        (name_end - from <= 3 || reader.word(from, end, Class::NameParts).is_some())
            .then(|| (CharSpan::new(from, name_end), behind_name(reader, name_end, end).0))
    };
    // “金牌调解员”汤圆
    let quote = reader.closing(at).filter(|&close| {
        let person =
            [Class::HonourPeople, Class::HonourHeads].iter().any(|&class| reader.words.longest_before(close - 1, at, class).is_some());
        reader.at(at) == '“' && close <= end && person
    });
    let unquoted = || (at..end).find_map(|i| reader.word(i, end, Class::HonourHeads));
    let honour = quote.or_else(unquoted).and_then(&behind);
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

/// 华东公司谢天先后作了发言: a name with a surname behind a body.
fn person_of_body(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    (at + 2..end.min(at + 24)).find_map(|from| {
        let body = reader.words.longest_before(from, at, Class::OrganizationHeads).is_some_and(|head| from - head > 1);
        if !body || surname_length(reader, from) == 0 || holds_predicate(reader, at, from) {
            return None;
        }
        let name_end = name_end(reader, from, end, Evidence::Listed)
            .filter(|&to| to - from <= 3 && (follow(reader, to, end) >= 5 || reader.at(to) == '等'))?;
        Some(person(Rule::NameBehindBody, reader, CharSpan::new(from, name_end), Vec::new(), CharSpan::new(at, name_end)))
    })
}

/// 青石镇, 选煤厂党总支, 12个乡镇, 排名靠后的青石镇.
fn organization(reader: &Reader, at: usize, end: usize, before: Before) -> Option<Item> {
    let mut i = at;
    let mut best = None;
    while i < end {
        if let Some(to) = reader.word(i, end, Class::OrganizationHeads) {
            let counted = reader.number(to, end).is_some_and(|(to, _)| matches!(reader.at(to), '个' | '家' | '所' | '名' | '位'));
            let goes_on = reader.word(to, end, Class::OrganizationHeads).is_some_and(|next| next > to + 1);
            let behind = matches!(reader.at(to), '（' | '(').then(|| reader.closing(to)).flatten().unwrap_or(to);
            let fits = to > at + 1
                && !goes_on
                && (follow(reader, behind, end) > 3 || is_conjunction(reader, to) || counted)
                && !starts_head(reader, to, end)
                && reader.word(to, end, Class::SpeechBodies).is_none()
                && head_end(reader, to, end, Class::PostHeads).is_none();
            if fits && best.is_none() {
                best = Some(to);
            }
        }
        i = reader.step(i);
    }
    if reader.word(at, end, Class::Gatherings).is_some() {
        return None;
    }
    if (at..best.unwrap_or(at)).any(|i| reader.at(i) == '代' && reader.at(i + 1) == '表') {
        return None;
    }
    let unheaded = before.organization
        && (2..=8).contains(&(end - at))
        && !tells(reader, at, end)
        && !(at..end).any(|i| reader.word(i, end, Class::SpeechFollow).is_some_and(|to| to - i > 1));
    let to = best.or_else(|| unheaded.then_some(end))?;
    // 请青石县政府、白石公司依次发言
    let called = at + usize::from(reader.at(at) == '请' && to > at + 3);
    let from = (at..to).rev().find(|&i| reader.at(i) == '的').map_or(called, |of| of + 1);
    if holds_predicate(reader, at, to)
        || tells(reader, from, to)
        || (from..to).any(|i| matches!(reader.at(i), '在' | '向' | '设' | '为' | '对' | '是' | '把' | '将' | '给' | '到' | '了'))
    {
        return None;
    }
    let bracket = matches!(reader.at(to), '（' | '(').then(|| reader.closing(to)).flatten().filter(|&behind| behind <= end);
    let behind = bracket.unwrap_or(to);
    let span = CharSpan::new(at, to);
    if let Some((from, value)) = reader.number(at, to)
        && matches!(reader.at(from), '个' | '家')
    {
        let number = CharSpan::new(at, from + 1);
        return Some(Item { kind: Kind::Label, span, count: Some(value), number: Some(number), end: to, rule: Rule::GroupOfBodies });
    }
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

/// 和, 及, 以及, 与 between items.
#[must_use]
pub fn is_conjunction(reader: &Reader, at: usize) -> bool {
    conjunction_end(reader, at).is_some()
}

/// Whether the character belongs to a word that only looks like holding a conjunction or preposition: 协和医院, 就业办公室.
pub(super) fn inside_word(reader: &Reader, at: usize) -> bool {
    (at.saturating_sub(1)..=at).any(|from| reader.word(from, at + 4, Class::WholeWords).is_some_and(|to| to > at))
}

/// The end of the conjunction that stands here.
#[must_use]
pub fn conjunction_end(reader: &Reader, at: usize) -> Option<usize> {
    match (reader.at(at), reader.at(at + 1)) {
        ('以', '及') => Some(at + 2),
        ('和' | '及' | '与', _) if inside_word(reader, at) => None,
        ('和' | '及' | '与' | '暨', _) => Some(at + 1),
        _ => None,
    }
}
