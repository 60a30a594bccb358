//! One item of a list of participants: a person with posts, a post or group without a name, a body.

mod group;
mod person;
mod posts;
mod words;

pub(super) use group::{count_behind, count_inside, for_winners};
pub use posts::joins_posts;
pub(super) use words::inside_word;
pub use words::{conjunction_end, holding_verb, is_conjunction};

use super::name::{Evidence, commissioned, follow, name_end, refused_end, surname_length};
use super::reader::{Reader, is_mark};
use super::registry::Registry;
use crate::lexicon::{Class, WordKind};
use crate::rules::Rule;
use crate::text::CharSpan;
use group::{label, organization};
use person::{
    addressed_of_body, addressed_person, attributed_person, bracketed_person, delimited_person, honoured_person, joined_person,
    known_person, minority_name, own_person, person_from, person_of_body, person_with_label, person_with_post_behind, plain_person,
    surname_and_post, titled_person,
};
use words::head_end;

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
    // 我代表党中央、国务院
    if reader.at(at) == '我' && reader.at(at + 1) == '代' {
        return None;
    }
    if end <= at || (opens_phrase(reader, at) && !own_body_here) {
        return known_person(reader, registry, at, end).or_else(|| attributed_by_phrase(reader, registry, at, end));
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
        .or_else(|| surname_and_post(reader, at, end))
        .or_else(|| addressed_of_body(reader, registry, at, end))
        .or_else(|| honoured_before_group(reader, at, end))
        .or_else(|| names_kin(reader, at, end).then(|| honoured_person(reader, at, end)).flatten())
        .or_else(|| label(reader, at, end))
        .or_else(|| organization(reader, at, end, before))
        .or_else(|| honoured_person(reader, at, end))
        .or_else(|| person_of_body(reader, at, end))
        .or_else(|| before.person.then(|| person_with_label(reader, registry, at, end)).flatten())
        .or_else(|| plain_person(Rule::NameBare, reader, at, end, Evidence::Bare))
}

/// Whether somebody is told by whose kin they are: 林知远之子秦关.
fn names_kin(reader: &Reader, at: usize, end: usize) -> bool {
    (at + 2..end.min(at + LONGEST_ATTRIBUTE)).any(|i| opens_kin(reader, i, end))
}

/// 林知远|之子, 主任林知远|之女: behind a name a word for kin.
fn opens_kin(reader: &Reader, at: usize, end: usize) -> bool {
    reader.at(at) == '之' && reader.word(at, end, Class::Epithets).is_some()
}

/// 鼓师管弦和全院演职员: an occupation and a name before a group that opens behind the conjunction.
fn honoured_before_group(reader: &Reader, at: usize, end: usize) -> Option<Item> {
    let group = |next: usize| reader.word(next, end, Class::GroupOpeners).is_some() || reader.number(next, end).is_some();
    let joint = (at + 3..end.min(at + 24)).find(|&i| conjunction_end(reader, i).is_some_and(group))?;
    honoured_person(reader, at, joint).filter(|item| item.end == joint)
}

/// The longest phrase that 的 makes an attribute, in characters.
const LONGEST_ATTRIBUTE: usize = 20;

/// 被通报的柳河村党支部书记林知远, 从外地赶回的会长秦关: a phrase that is an attribute of somebody with a post, who then does something.
fn attributed_by_phrase(reader: &Reader, registry: &Registry, at: usize, end: usize) -> Option<Item> {
    let of = (at + 2..end.min(at + LONGEST_ATTRIBUTE)).find(|&i| reader.at(i) == '的').filter(|_| matches!(reader.at(at), '被' | '从'))?;
    let found = titled_person(reader, registry, of + 1, end)?;
    (follow(reader, found.end, end) >= 4).then_some(found)
}

/// Whether a phrase starts here that is no list of participants: 对…, 为…, 并….
fn opens_phrase(reader: &Reader, at: usize) -> bool {
    let group = reader.word(at, at + 4, Class::GroupOpeners);
    let opener = reader.word(at, at + 4, Class::PhraseOpeners).filter(|&to| to > at + 1 || !inside_word(reader, at));
    opener.is_some_and(|to| group.is_none_or(|group| group < to))
        || (reader.at(at) == '向' && surname_length(reader, at) > 0 && name_end(reader, at, at + 4, Evidence::Bare).is_none())
        || reader.word(at, at + 4, Class::RoleOther).is_some_and(|to| !reader.words.is(at, to, Class::PostHeads))
        || (reader.at(at) == '受' && commissioned(reader, at, at + 24))
        || holding_verb(reader, at, at + 4).is_some()
}

/// Longer than any item: a name with all posts before it, a group with its description.
const LONGEST_ITEM: usize = 120;

/// Where the next mark stands; brackets, 来自…的 and words that hold a mark (中、小学) are stepped over.
fn raw_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let limit = limit.min(at + LONGEST_ITEM);
    let mut i = reader.word(at, limit, Class::GroupOpeners).unwrap_or(at);
    // 30名来自…的代表
    let number = reader.word(at, limit, Class::TotalLeads).unwrap_or(at);
    let from = reader.number(number, limit).filter(|&(to, _)| matches!(reader.at(to), '名' | '位' | '支')).map_or(at, |(to, _)| to + 1);
    if reader.at(from) == '来' && reader.at(from + 1) == '自' {
        // 来自各地的高校，以及国内外企业的代表
        let goes_on = |i: usize| reader.at(i) == '，' && conjunction_end(reader, i + 1).is_some();
        let clause = || (at..limit).take_while(|&i| !matches!(reader.at(i), '，' | '。' | '；') || goes_on(i));
        let of = clause().find(|&i| reader.at(i) == '的');
        // 来自科研院所、高校、行业组织等290余位专业人员
        i = of.or_else(|| clause().find(|&i| reader.at(i) == '等')).unwrap_or(at);
    }
    while i < limit && !is_mark(reader.at(i)) && !(reader.at(i) == '以' && reader.at(i + 1) == '及') {
        i = reader.word(i, limit, Class::WholeWords).unwrap_or_else(|| reader.step(i));
    }
    i.min(limit)
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
