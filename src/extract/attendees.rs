//! 参会: who took part, from the phrases of the agenda.

use std::collections::{HashMap, HashSet};

use super::roles::{recounts, roles};
use crate::clean::Clean;
use crate::lexicon::Class;
use crate::model::{Attendee, AttendeeKind, Role};
use crate::tag::Tagged;
use crate::tag::item::{Item, Kind};
use crate::tag::phrase::{Listed, Phrase, Place};
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// The attendees of a report, in the order of their first mention.
#[must_use]
pub fn attendees(clean: &Clean, tagged: &Tagged) -> Vec<Attendee> {
    let reader = &tagged.reader;
    let mut table = Table { clean, reader, rows: Vec::new(), index: HashMap::new() };
    let absent = absent(tagged);
    for phrase in &tagged.phrases {
        if speaks_of_a_message(reader, phrase) || (phrase.place == Place::Speech && !starts_with_person(phrase)) {
            continue;
        }
        if let Some(post) = elected(reader, phrase.predicate) {
            table.add_post(phrase, &post);
        }
        let mut roles = match phrase.place {
            Place::Field(role) => vec![role],
            _ => roles(reader, phrase.predicate),
        };
        if roles.is_empty() && says(reader, phrase.predicate) && !table.has_reported(phrase) {
            roles.push(Role::Spoke);
        }
        if recounts(reader, phrase.predicate) && table.has_spoken(phrase) {
            roles.retain(|&role| role != Role::Reported);
        }
        if phrase.items.len() > 1 && table.have_exchanged(phrase) {
            roles.retain(|&role| role != Role::Spoke);
        }
        if !roles.is_empty() {
            table.add_list(&phrase.items, &roles, tagged);
        }
    }
    for row in table.rows.iter_mut().filter(|row| row.kind == AttendeeKind::Person && row.positions.is_empty()) {
        row.positions = tagged.registry.posts(&row.name).map(str::to_owned).collect();
    }
    table.rows.retain(|row| !(absent.contains(&row.name) && row.roles.iter().all(|&role| role == Role::Spoke)));
    table.rows
}

/// People whose message was conveyed or who received somebody elsewhere (批示、贺信、接见): saying something is then no speech here.
fn absent(tagged: &Tagged) -> HashSet<String> {
    let persons = |phrase: &Phrase| {
        phrase
            .items
            .iter()
            .filter_map(|listed| if let Kind::Person { name, .. } = &listed.item.kind { Some(name.clone()) } else { None })
            .collect::<Vec<_>>()
    };
    tagged.phrases.iter().filter(|phrase| speaks_of_a_message(&tagged.reader, phrase)).flat_map(persons).collect()
}

fn speaks_of_a_message(reader: &Reader, phrase: &Phrase) -> bool {
    let mut at = phrase.predicate.start;
    while at < phrase.predicate.end {
        if reader.word(at, phrase.predicate.end, Class::MessageWords).is_some() {
            return reader.words.first(phrase.predicate.start, at, Class::ConveyingVerbs).is_none();
        }
        at = reader.step(at);
    }
    false
}

fn starts_with_person(phrase: &Phrase) -> bool {
    matches!(phrase.items.first(), Some(Listed { item: Item { kind: Kind::Person { .. }, .. }, .. }))
}

/// The rows so far.
struct Table<'a> {
    clean: &'a Clean,
    reader: &'a Reader<'a>,
    rows: Vec<Attendee>,
    index: HashMap<(AttendeeKind, String), usize>,
}

/// Words for a group while its items are being collected.
#[derive(Clone, Copy)]
struct Group {
    first: usize,
    last: usize,
    /// An opening word such as 各 covers the items behind it.
    covers: bool,
    /// Only bodies so far, whose people come with the next item: 市委、市政府领导班子成员.
    headless: bool,
}

impl Table<'_> {
    fn add_list(&mut self, items: &[Listed], roles: &[Role], tagged: &Tagged) {
        let reader = self.reader;
        let mut posts: Vec<String> = Vec::new();
        let mut shared: Vec<String> = Vec::new();
        let mut groups: Vec<Group> = Vec::new();
        for (at, listed) in items.iter().enumerate() {
            let joined = !matches!(listed.mark, '，' | '；' | ' ');
            if !joined {
                shared.clear();
            }
            match &listed.item.kind {
                Kind::Person { name, at: words, posts: own } => {
                    let mut all = std::mem::take(&mut posts);
                    all.extend(own.iter().cloned());
                    let labelled = listed.item.span.start < words.start;
                    let general = shared.iter().any(|post| post.ends_with("领导"));
                    if all.is_empty() && !labelled && (general || !tagged.registry.has_posts(name)) {
                        all.clone_from(&shared);
                    } else if let Some(last) = own.last() {
                        shared = vec![last.clone()];
                    }
                    self.add(AttendeeKind::Person, name, &all, roles, None, *words);
                }
                Kind::Label if labels_next_person(reader, items, at) => {
                    posts.extend(super::split_at_concurrent(&reader.text(listed.item.span.start, listed.item.span.end)));
                }
                Kind::Organization if !shares_head(reader, items, at) && !joins(reader, groups.last(), items, at) => {
                    let name = reader.text(listed.item.span.start, listed.item.span.end);
                    self.add(AttendeeKind::Organization, &name, &[], roles, None, listed.item.span);
                }
                _ => collect(reader, &mut groups, items, at),
            }
        }
        let alone = groups.len() == 1 && items.iter().all(|listed| !matches!(listed.item.kind, Kind::Person { .. }));
        for group in groups {
            self.add_group(&items[group.first..=group.last], roles, alone);
        }
    }

    /// Whether a phrase's only subject has spoken already.
    fn has_spoken(&self, phrase: &Phrase) -> bool {
        let [Listed { item: Item { kind: Kind::Person { name, .. }, .. }, .. }] = phrase.items.as_slice() else { return false };
        self.index.get(&(AttendeeKind::Person, name.clone())).is_some_and(|&at| self.rows[at].roles.contains(&Role::Spoke))
    }

    /// Whether a phrase's only subject has reported or exchanged.
    fn has_reported(&self, phrase: &Phrase) -> bool {
        let [Listed { item: Item { kind: Kind::Person { name, .. }, .. }, .. }] = phrase.items.as_slice() else { return true };
        let row = self.index.get(&(AttendeeKind::Person, name.clone())).map(|&at| &self.rows[at]);
        row.is_none_or(|row| row.roles.iter().any(|role| matches!(role, Role::Reported | Role::Exchanged | Role::Announced)))
    }

    /// Whether several subjects have exchanged already: what they then propose belongs to it.
    fn have_exchanged(&self, phrase: &Phrase) -> bool {
        phrase.items.iter().all(|listed| match &listed.item.kind {
            Kind::Person { name, .. } => {
                self.index.get(&(AttendeeKind::Person, name.clone())).is_some_and(|&at| self.rows[at].roles.contains(&Role::Exchanged))
            }
            _ => false,
        })
    }

    /// Adds a post that was won at the meeting to the row of somebody who has one.
    fn add_post(&mut self, phrase: &Phrase, post: &str) {
        for listed in &phrase.items {
            if let Kind::Person { name, .. } = &listed.item.kind
                && let Some(&at) = self.index.get(&(AttendeeKind::Person, name.clone()))
                && !self.rows[at].positions.iter().any(|known| known == post)
            {
                self.rows[at].positions.push(post.to_owned());
            }
        }
    }

    fn add_group(&mut self, items: &[Listed], roles: &[Role], alone: bool) {
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
        let span = CharSpan::new(first.item.span.start, last.item.span.end);
        let numbers: Vec<CharSpan> = items.iter().filter_map(|listed| listed.item.number).collect();
        let name: String = span
            .range()
            .filter(|&at| !numbers.iter().any(|number| number.contains(at)))
            .map(|at| self.reader.at(at))
            .filter(|&c| c != ' ' && c != '\n')
            .collect();
        if self.reader.words.is(span.start, span.end, Class::NotGroups) || name.is_empty() {
            return;
        }
        let total = |number: CharSpan| match self.reader.at(number.start) {
            '一' => self.reader.at(number.start + 1) == '行',
            lead => matches!(lead, '共' | '计' | '等' | '总' | '合'),
        };
        let count = items.iter().rev().find_map(|listed| listed.item.count.filter(|_| alone || !listed.item.number.is_some_and(total)));
        let mut roles = roles.to_vec();
        if self.reader.word(span.start, span.end, Class::PresentByPart).is_some() && !roles.contains(&Role::Attended) {
            roles.insert(0, Role::Attended);
        }
        self.add(AttendeeKind::Group, &name, &[], &roles, count, span);
    }

    /// Adds a row, or what is new to the row that stands.
    fn add(&mut self, kind: AttendeeKind, name: &str, posts: &[String], roles: &[Role], count: Option<u32>, span: CharSpan) {
        let at = *self.index.entry((kind, name.to_owned())).or_insert(self.rows.len());
        if at == self.rows.len() {
            self.rows.push(Attendee {
                kind,
                name: name.to_owned(),
                positions: Vec::new(),
                roles: Vec::new(),
                count: None,
                mentions: Vec::new(),
            });
        }
        let row = &mut self.rows[at];
        for post in posts {
            if !row.positions.contains(post) {
                row.positions.push(post.clone());
            }
        }
        for &role in roles {
            if !row.roles.contains(&role) {
                row.roles.push(role);
            }
        }
        row.count = row.count.or(count);
        row.mentions.push(self.clean.origin(span));
    }
}

/// 甲说，: speech, where nothing else says what it was.
fn says(reader: &Reader, predicate: CharSpan) -> bool {
    predicate.end > predicate.start && reader.at(predicate.end - 1) == '说'
}

/// 当选为会长: the post.
fn elected(reader: &Reader, predicate: CharSpan) -> Option<String> {
    let mut from = reader.word(predicate.start, predicate.end, Class::Appointments)?;
    if reader.at(from) == '为' {
        from += 1;
    }
    let end = reader.words.longest_before(predicate.end, from, Class::PostHeads).map(|_| predicate.end)?;
    Some(reader.text(from, end))
}

/// 县委副书记、县长慕容晓: a post by itself belongs to the name that comes next.
fn labels_next_person(reader: &Reader, items: &[Listed], at: usize) -> bool {
    let mut next = at;
    while let Some(listed) = items.get(next + 1) {
        if !matches!(listed.mark, '、' | '兼' | '暨') {
            return false;
        }
        match listed.item.kind {
            Kind::Person { .. } => return !opens_group(reader, &items[at].item) && items[at].item.count.is_none(),
            Kind::Label if !opens_group(reader, &listed.item) => next += 1,
            _ => return false,
        }
    }
    false
}

/// 各, 全体, 县直 …, or a number of people, before or inside a group's name.
fn opens_group(reader: &Reader, item: &Item) -> bool {
    let span = item.span;
    let people = reader
        .words
        .longest_before(span.end, span.start, Class::GroupHeads)
        .filter(|_| reader.words.longest_before(span.end, span.start, Class::PostHeads).is_none());
    reader.word(span.start, span.end, Class::GroupOpeners).is_some()
        || people.is_some_and(|head| head >= span.start + 3)
        || item.number.is_some_and(|number| number.start == span.start)
        || reader.number(span.start, span.end).is_some()
        || (span.start..span.end).any(|at| reader.at(at) == '各' || (reader.at(at) == '全' && reader.at(at + 1) == '体'))
}

/// Whether an item names a body and not yet its people: 机关各部门.
fn is_headless(reader: &Reader, item: &Item) -> bool {
    let CharSpan { start, end } = item.span;
    let heads = [Class::GroupHeads, Class::PostHeads, Class::GenericGroups];
    match item.kind {
        Kind::Organization => true,
        Kind::Label => heads.iter().all(|&class| reader.words.longest_before(end, start, class).is_none()),
        Kind::Person { .. } => false,
    }
}

/// Whether bodies from here on share the post of a label behind them: 民政局、人社局负责人.
fn shares_head(reader: &Reader, items: &[Listed], at: usize) -> bool {
    items[at + 1..]
        .iter()
        .take_while(|listed| !matches!(listed.mark, '，' | '；'))
        .find(|listed| !is_headless(reader, &listed.item))
        .is_some_and(|listed| listed.item.kind == Kind::Label)
}

/// Whether an item goes on with the group before it.
fn joins(reader: &Reader, group: Option<&Group>, items: &[Listed], at: usize) -> bool {
    let Some(group) = group.filter(|group| group.last + 1 == at) else { return false };
    let item = &items[at].item;
    if matches!(items[at].mark, '，' | '；') {
        return group.headless && group.covers && item.kind != Kind::Organization;
    }
    group.headless
        || completes(reader, &items[at - 1].item, items, at)
        || is_bare_label(reader, item)
        || ends_in_representatives(reader, &items[at - 1].item, &items[at])
        || (group.covers && item.kind == Kind::Label && !opens_group(reader, item) && !tells_who(reader, item))
}

/// 农民工和个体户代表: representatives of both; 负责同志及代表: of the same body.
fn ends_in_representatives(reader: &Reader, before: &Item, listed: &Listed) -> bool {
    let CharSpan { start, end } = listed.item.span;
    let representatives = end >= start + 2 && reader.at(end - 2) == '代' && reader.at(end - 1) == '表';
    let people = reader.words.longest_before(before.span.end, before.span.start, Class::GroupHeads).is_some()
        && reader.at(before.span.end - 1) != '表';
    let whole = reader.word(before.span.start, before.span.end, Class::GroupDeterminers).is_some();
    matches!(listed.mark, '和' | '及' | '与') && representatives && before.count.is_none() && people && (end == start + 2 || !whole)
}

/// 党员和入党积极分子代表, 律师、骑手等新就业群体代表: what comes last says who the bare heads before it are.
fn completes(reader: &Reader, before: &Item, items: &[Listed], at: usize) -> bool {
    let bare = |item: &Item| {
        let is = |class| reader.words.is(item.span.start, item.span.end, class);
        item.kind == Kind::Label && item.count.is_none() && (is(Class::PostHeads) || is(Class::GroupHeads))
    };
    let etcetera = |item: &Item| item.kind == Kind::Label && item.span.range().any(|i| reader.at(i) == '等');
    if !bare(before) {
        return false;
    }
    let run = items[at..].iter().take(24).take_while(|listed| matches!(listed.mark, '、' | '和' | '及'));
    let last = run.clone().find(|listed| !bare(&listed.item));
    last.is_some_and(|last| etcetera(&last.item) || (run.count() == 1 && items[at].mark == '和' && items[at].item.kind == Kind::Label))
}

/// 志愿者代表, 治安积极分子代表: representatives of somebody of their own.
fn tells_who(reader: &Reader, item: &Item) -> bool {
    let head = reader.words.longest_before(item.span.end, item.span.start, Class::GroupHeads);
    head.is_some_and(|head| head >= item.span.start + 3)
}

/// 分管领导: a head with nothing but a modifier, whose body stands before it.
fn is_bare_label(reader: &Reader, item: &Item) -> bool {
    let modifier = reader.word(item.span.start, item.span.end, Class::LabelModifiers);
    item.kind == Kind::Label
        && modifier
            .is_some_and(|to| reader.words.is(to, item.span.end, Class::PostHeads) || reader.words.is(to, item.span.end, Class::GroupHeads))
}

fn collect(reader: &Reader, groups: &mut Vec<Group>, items: &[Listed], at: usize) {
    let item = &items[at].item;
    if joins(reader, groups.last(), items, at)
        && let Some(group) = groups.last_mut()
    {
        group.last = at;
        group.headless = is_headless(reader, item);
        group.covers = true;
        return;
    }
    groups.push(Group { first: at, last: at, covers: opens_group(reader, item), headless: is_headless(reader, item) });
}
