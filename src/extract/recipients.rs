//! 获奖者: the winners that a list names.

use crate::lexicon::Class;
use crate::model::RecipientKind;
use crate::names;
use crate::tag::name::{Evidence, name_end};
use crate::tag::reader::{Reader, is_han};
use crate::tag::registry::Registry;

/// A winner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: RecipientKind,
}

/// The winners in a stretch: 育种部邓稻花、护士长鄂丽萍, 平安镇妇联、区财政局. Empty where it names nobody.
#[must_use]
pub fn recipients(reader: &Reader, registry: &Registry, start: usize, end: usize) -> Vec<Named> {
    let start = behind_lead(reader, start, end);
    let mut found = Vec::new();
    let mut from = start;
    let mut at = start;
    while at <= end {
        let separator = at == end || matches!(reader.at(at), '、' | '，' | '；') || splits(reader, registry, from, at, end);
        if separator {
            found.extend(recipient(reader, registry, from, at));
            from = at + 1;
        }
        at = if at < end { reader.step(at).max(at + 1) } else { at + 1 };
    }
    found
}

/// Whether 和 or 及 at a position separates two winners.
fn splits(reader: &Reader, registry: &Registry, from: usize, at: usize, end: usize) -> bool {
    matches!(reader.at(at), '和' | '及')
        && at > from + 1
        && recipient(reader, registry, from, at).is_some()
        && recipient(reader, registry, at + 1, end).is_some()
}

/// Behind what introduces the list: 会上，其中，我市, 授予, 对.
fn behind_lead(reader: &Reader, start: usize, end: usize) -> usize {
    let mut at = start;
    for i in start..end {
        if matches!(reader.at(i), '对' | '为' | '向' | '给') && i < start + 6 && names::surname(reader.chars, i).is_none() {
            at = i + 1;
        }
    }
    loop {
        while at < end && matches!(reader.at(at), ' ' | '，' | '：' | '；' | '—' | '的') {
            at += 1;
        }
        match reader.word(at, end, Class::LeadWords).filter(|&to| to - at > 1) {
            Some(to) => at = to,
            None => return at,
        }
    }
}

/// One winner.
fn recipient(reader: &Reader, registry: &Registry, start: usize, end: usize) -> Option<Named> {
    let mut end = end;
    while end > start && matches!(reader.at(end - 1), ' ' | '等' | '，' | '的') {
        end -= 1;
    }
    let start = (start..end).find(|&i| reader.at(i) != ' ')?;
    let length = end - start;
    if !(2..=30).contains(&length) || !is_named(reader, start, end) {
        return None;
    }
    if let Some(name) = person(reader, registry, start, end) {
        return Some(Named { name, kind: RecipientKind::Person });
    }
    let body = reader.words.ending(end).any(|m| m.start >= start && m.classes.has(Class::OrganizationHeads))
        || reader.at(end - 1).is_ascii_digit();
    let longest = if reader.word(start, end, Class::NameParts).is_some() { 6 } else { 4 };
    if length <= longest && !body {
        let name = reader.text(start, end);
        return name.chars().all(is_han).then_some(Named { name, kind: RecipientKind::Person });
    }
    body.then(|| Named { name: reader.text(start, end).replace(' ', ""), kind: RecipientKind::Organization })
}

/// Whether the words name somebody and do not speak of people at large (全县优秀党员, 县、市).
fn is_named(reader: &Reader, start: usize, end: usize) -> bool {
    let general = reader.word(start, end, Class::GroupDeterminers).is_some()
        || reader.words.is(start, end, Class::NotGroups)
        || reader.words.is(start, end, Class::GroupHeads)
        || (start..end).any(|i| {
            matches!(reader.at(i), '了' | '是' | '把' | '将' | '，')
                || reader.word(i, end, Class::HonourModifiers).is_some_and(|to| to - i > 1 && to < end)
        });
    let group = reader
        .words
        .ending(end)
        .any(|m| m.start > start && m.end - m.start > 1 && m.classes.has(Class::GroupHeads) && !m.classes.has(Class::OrganizationHeads));
    !general && !group
}

/// The name in an item that is a person: after a post, after a body, or by itself.
fn person(reader: &Reader, registry: &Registry, start: usize, end: usize) -> Option<String> {
    let text = |from: usize, to: usize| reader.text(from, to).replace(' ', "");
    if registry.name_at(reader, start) == Some(end) || (start + 2..end).any(|i| reader.at(i) == '·') && !ends_body(reader, start, end) {
        let from = (start..end).rev().find(|&i| !is_han(reader.at(i)) && reader.at(i) != '·').map_or(start, |i| i + 1);
        return Some(text(behind_post(reader, from, end).unwrap_or(from), end));
    }
    let plain_end = reader
        .words
        .ending(end)
        .filter(|m| {
            m.start >= start + 2 && m.classes.has(Class::Honorifics)
                || m.end - m.start > 1 && m.start >= start + 2 && m.classes.has(Class::PostHeads)
        })
        .map(|m| m.start)
        .min()
        .unwrap_or(end);
    if let Some(from) = behind_post(reader, start, plain_end) {
        let name_to = name_end(reader, from, plain_end, Evidence::Titled)?;
        return (name_to == plain_end).then(|| text(from, name_to));
    }
    if ends_body(reader, start, end) {
        return None;
    }
    let from = behind_body(reader, start, end)?;
    (end - from <= 6).then(|| text(from, end))
}

/// Behind the last post in the item, where a name still follows.
fn behind_post(reader: &Reader, start: usize, end: usize) -> Option<usize> {
    (start + 2..end.saturating_sub(1))
        .rev()
        .find(|&from| reader.words.longest_before(from, start, Class::PostHeads).is_some_and(|head| from - head > 1))
}

/// Behind the body that a name stands with: 保卫处操守.
fn behind_body(reader: &Reader, start: usize, end: usize) -> Option<usize> {
    (start + 2..end.saturating_sub(1)).rev().find(|&from| {
        reader.words.longest_before(from, start, Class::OrganizationHeads).is_some()
            && !reader.words.ending(from + 1).any(|m| m.start < from && m.classes.has(Class::OrganizationHeads))
    })
}

/// Whether the words end like a body: a long head, or a single character that is no likely end of a name.
fn ends_body(reader: &Reader, start: usize, end: usize) -> bool {
    let Some(head) = reader.words.longest_before(end, start, Class::OrganizationHeads) else {
        return reader.at(end - 1).is_ascii_digit();
    };
    let name_like = end - start <= 3
        && names::surname(reader.chars, start).is_some_and(|(length, weight)| length < end - start && weight > 30)
        && names::given(reader.at(end - 1)) > 5;
    end - head > 1 || !name_like
}
