//! Stage 3: from a report's sentences to labelled runs: lists of people, posts, bodies and groups with their predicates,
//! and every mention of a person.

pub mod item;
pub mod name;
pub mod phrase;
pub mod reader;
pub mod registry;

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::{Class, Matches, WordKind};
use crate::order;
use crate::rules::{Rule, Step};
use crate::text::CharSpan;

use item::Kind;
use phrase::{Phrase, Reading, phrases};
use reader::Reader;
use registry::Registry;

/// One place that names a person: by the full name, by surname and title (魏区长), or by a pronoun (他).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonMention {
    /// The place: the name, or the words that stand for it.
    pub span: CharSpan,
    /// The full name.
    pub name: String,
}

/// A tagged report.
#[derive(Debug)]
pub struct Tagged<'a> {
    /// The report's characters, words and brackets.
    pub reader: Reader<'a>,
    /// The people whom it names.
    pub registry: Registry,
    /// Lists of participants with their predicates, in the order of the text.
    pub phrases: Vec<Phrase>,
    /// What is said rather than told: from 强调， to the end of its sentence, and the sentences that go on with it.
    pub speech: Vec<CharSpan>,
    /// Every mention of a person, in the order of the text.
    pub mentions: Vec<PersonMention>,
}

/// Tags a report: once to learn who is named with a post, and again with those names known.
#[must_use]
pub fn tag<'a>(clean: &'a Clean, words: &'a Matches, report: &ReportLayout) -> Tagged<'a> {
    let reader = Reader::new(clean.chars(), words, report.span);
    let mut registry = own_people(&reader, report);
    let first = phrases(&reader, &registry, report);
    for listed in first.phrases.iter().flat_map(|phrase| &phrase.items).chain(&first.named) {
        // 马局长 may be somebody whose name comes later.
        let Kind::Person { name, posts, .. } = &listed.item.kind else { continue };
        if listed.item.rule != Rule::NameSurnameAndPost {
            registry.add(name, posts, Step::new(listed.item.rule, listed.item.span));
        }
    }
    learn_titled(&reader, report, &mut registry);
    learn_rows(&reader, report, &mut registry);
    learn_elected(&reader, report, &mut registry);
    let Reading { phrases, speech, .. } = phrases(&reader, &registry, report);
    let mentions = mentions(&reader, &registry, &phrases, report);
    Tagged { reader, registry, phrases, speech, mentions }
}

/// The people of the personal lexicon who stand in the report; not 张云 in 县长张云霞主持会议, where only the longer name is whole.
fn own_people(reader: &Reader, report: &ReportLayout) -> Registry {
    let mut registry = Registry::default();
    let limit = report.span.end;
    for (start, end) in reader.words.own_in(report.span.start, limit, WordKind::Person) {
        let longer = name::name_end(reader, start, limit, name::Evidence::Titled)
            .filter(|&longer| longer > end && name::follow(reader, end, limit) == 0 && name::follow(reader, longer, limit) > 4);
        let (rule, end) = longer.map_or((Rule::NameOfOwn, end), |longer| (Rule::NameLearnt, longer));
        registry.add(&reader.text(start, end), &[], Step::new(rule, CharSpan::new(start, end)));
    }
    registry
}

/// Learns the names that stand behind a post anywhere (给家委会主任安宁等9名委员颁发聘书).
fn learn_titled(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    for paragraph in &report.paragraphs {
        for at in paragraph.span.range() {
            learn_commissioner(reader, at, paragraph.span.end, registry);
            // 董事长林知远: 董事 is no post before 长林.
            let whole = |head: usize| reader.word(head, paragraph.span.end, Class::PostHeads) == Some(at);
            // 局长段长风: 段长 is the beginning of the name.
            let in_name = |head: usize| {
                reader.words.longest_before(head, paragraph.span.start, Class::PostHeads).is_some_and(|post| head - post > 1)
                    && name::name_end(reader, head, paragraph.span.end, name::Evidence::Titled).is_some()
            };
            let head = reader
                .words
                .longest_before(at, paragraph.span.start, Class::PostHeads)
                .is_some_and(|head| at - head > 1 && whole(head) && !in_name(head));
            if head
                && name::surname_length(reader, at) > 0
                && let Some(end) = name_behind_post(reader, at, paragraph.span.end)
                && (end - at <= 3 || name::surname_length(reader, at) == 2)
                && reader.word(at, end, Class::NotNames).is_none()
            {
                let name = reader.text(at, end);
                registry.add(&name, &[], Step::new(Rule::NameLearnt, CharSpan::new(at, end)));
                if let Some(item) = titled_at(reader, registry, CharSpan::new(at, end), paragraph.span) {
                    let Kind::Person { posts, .. } = &item.kind else { continue };
                    registry.add(&name, posts, Step::new(Rule::NameLearnt, item.span));
                }
            }
        }
    }
}

/// 为|刑警大队民警秦关颁奖: somebody with posts in the middle of a clause, from the mark or the particle before them.
fn titled_at(reader: &Reader, registry: &Registry, name: CharSpan, paragraph: CharSpan) -> Option<item::Item> {
    let particle = |c| matches!(c, '给' | '为' | '向' | '把' | '由' | '请' | '了' | '的' | '在' | '是' | '予');
    let opens = |i: usize| reader::is_mark(reader.at(i)) || particle(reader.at(i));
    let near = (name.start.saturating_sub(LONGEST_ROW).max(paragraph.start)..name.start).rev().find(|&i| opens(i));
    let from = near.map(|i| i + 1).or_else(|| (name.start - paragraph.start < LONGEST_ROW).then_some(paragraph.start))?;
    // 在工作报告中|院长林知远
    let from = from.checked_sub(1).and_then(|at| phrase::occasion(reader, at, name.start)).unwrap_or(from);
    let crowd = reader.words.longest_before(name.start, from, Class::SharedLabels).is_some();
    let found = item::item(reader, registry, from, paragraph.end, item::Before::default()).filter(|_| !crowd)?;
    matches!(&found.kind, Kind::Person { at, .. } if *at == name).then_some(found)
}

/// The longest line that is nothing but a name and a post, in characters.
const LONGEST_ROW: usize = 30;

/// 方竹君　青石中学教师: in a table of names the post stands behind a space.
fn learn_rows(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    for line in report.paragraphs.iter().map(|paragraph| paragraph.span).filter(|line| line.len() <= LONGEST_ROW) {
        let space = |at: usize| matches!(reader.at(at), ' ' | '\u{3000}');
        let Some(end) = (line.start + 2..line.end.min(line.start + 6)).find(|&at| space(at)) else { continue };
        let post = (end..line.end).find(|&at| !space(at)).unwrap_or(line.end);
        let plain = (line.start..end).chain(post..line.end).all(|at| crate::text::is_han(reader.at(at)));
        let named = name::surname_length(reader, line.start) > 0 || reader.word(line.start, end, Class::NameParts).is_some();
        let headed = reader.words.longest_before(line.end, post, Class::PostHeads).is_some();
        if plain && named && headed && reader.words.longest_before(end, line.start, Class::PostHeads).is_none() {
            let span = CharSpan::new(line.start, end);
            registry.add(&reader.text(line.start, end), &[reader.text(post, line.end)], Step::new(Rule::NameLearnt, span));
        }
    }
}

/// A name behind a post; one between two posts (所长林家科教授) may look like a place.
fn name_behind_post(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    let between = || name::name_end(reader, at, limit, name::Evidence::Titled).filter(|&end| name::post_end(reader, end, limit).is_some());
    // 民警卢晓彤荣立三等功
    let likely = || {
        let found = name::name_end(reader, at, limit, name::Evidence::Titled).filter(|&end| end == at + 3);
        found.filter(|&end| name::is_likely(reader, CharSpan::new(at, end)))
    };
    name::name_end(reader, at, limit, name::Evidence::Bare).or_else(between).or_else(likely)
}

/// 受县委书记林知远委托: who commissioned somebody, with the posts.
fn learn_commissioner(reader: &Reader, at: usize, limit: usize, registry: &mut Registry) {
    if reader.at(at) != '受' || !name::commissioned(reader, at, limit) {
        return;
    }
    if let Some(item) = item::item(reader, registry, at + 1, limit, item::Before::default())
        && let Kind::Person { name, posts, .. } = &item.kind
        && reader.at(item.end) == '委'
    {
        registry.add(name, posts, Step::new(item.rule, item.span));
    }
}

/// 选举林知远、秦关同志为副会长, 由秦关任组长: the posts that known people are said to have got or to hold.
fn learn_elected(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    learn_chosen(reader, report, registry);
    learn_held(reader, report, registry);
    learn_appointed(reader, report, registry);
    for paragraph in &report.paragraphs {
        let limit = paragraph.span.end;
        let mut names: Vec<CharSpan> = Vec::new();
        let mut at = paragraph.span.start;
        while at < limit {
            if let Some(end) = registry.name_at(reader, at) {
                names.push(CharSpan::new(at, end));
                at = reader.word(end, limit, Class::Honorifics).unwrap_or(end);
                let (next, posts) = posts_held(reader, paragraph.span.start, at, limit);
                for (name, post) in names.iter().flat_map(|name| posts.iter().map(move |post| (name, post))) {
                    registry.add(&reader.name(*name), &[reader.text(post.start, post.end)], Step::new(Rule::PostWon, *post));
                }
                at = next;
            } else {
                if !matches!(reader.at(at), '、' | '和') {
                    names.clear();
                }
                at += 1;
            }
        }
    }
}

/// 秦关当选会长，林知远、严冬当选副会长: names that fill the clause before the verb.
fn learn_chosen(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    for paragraph in &report.paragraphs {
        let CharSpan { start, end } = paragraph.span;
        for verb in (start..end).filter(|&i| matches!((reader.at(i), reader.at(i + 1)), ('当', '选'))) {
            let (_, posts) = posts_held(reader, start, verb, end);
            let clause = |i: usize| reader::is_mark(reader.at(i)) && reader.at(i) != '、';
            let mut at = (verb.saturating_sub(LONGEST_ROW).max(start)..verb).rev().find(|&i| clause(i)).map_or(start, |i| i + 1);
            let mut names = Vec::new();
            while at < verb
                && name::surname_length(reader, at) > 0
                && let Some(to) = name::name_end(reader, at, verb, name::Evidence::Listed)
            {
                names.push(CharSpan::new(at, to));
                at = to + usize::from(matches!(reader.at(to), '、' | '和'));
            }
            if at == verb {
                for (name, post) in names.iter().flat_map(|name| posts.iter().map(move |post| (name, post))) {
                    registry.add(&reader.name(*name), &[reader.text(post.start, post.end)], Step::new(Rule::PostWon, *post));
                }
            }
        }
    }
}

/// 大会主席由秦关、林知远担任，副主席由严冬担任: the post before 由, of the known people behind it.
fn learn_held(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    for paragraph in &report.paragraphs {
        let CharSpan { start, end } = paragraph.span;
        for by in (start..end).filter(|&i| reader.at(i) == '由') {
            let from =
                (by.saturating_sub(LONGEST_ROW).max(start)..by).rev().find(|&i| reader::is_mark(reader.at(i))).map_or(start, |i| i + 1);
            let post = CharSpan::new(from, by);
            if post.len() > LONGEST_ROW || reader.words.longest_before(by, from, Class::PostHeads).is_none() {
                continue;
            }
            let Some(held) = (by..end.min(by + LONGEST_ROW)).find(|&i| reader.at(i) == '担' && reader.at(i + 1) == '任') else {
                continue;
            };
            let one = |at: usize| at == by + 1 || matches!(reader.at(at - 1), '、' | '和');
            let names: Vec<CharSpan> = (by + 1..held)
                .filter(|&at| one(at))
                .filter_map(|at| registry.name_at(reader, at).map(|to| CharSpan::new(at, to)))
                .filter(|name| name.end == held || matches!(reader.at(name.end), '、' | '和'))
                .collect();
            for name in names {
                registry.add(&reader.name(name), &[reader.text(post.start, post.end)], Step::new(Rule::PostWon, post));
            }
        }
    }
}

/// 向秦关、林知远等5人颁发了古城保护顾问聘书: the post that a letter of appointment names, of the known people to whom it was given.
fn learn_appointed(reader: &Reader, report: &ReportLayout, registry: &mut Registry) {
    for paragraph in &report.paragraphs {
        let CharSpan { start, end } = paragraph.span;
        for letter in (start..end).filter(|&i| reader.at(i) == '聘' && reader.at(i + 1) == '书') {
            let far = |length: usize| letter.saturating_sub(length).max(start)..letter;
            let verb = |i: usize| reader.word(i, letter, Class::RolePresent).filter(|&to| to - i > 1).map(|to| (i, to));
            let Some((given, mut from)) = far(LONGEST_ROW).rev().find_map(verb) else { continue };
            from += usize::from(reader.at(from) == '了');
            let post = CharSpan::new(from, letter - usize::from(reader.at(letter - 1) == '的'));
            let clause = |i: &usize| !matches!(reader.at(*i), '。' | '；' | '\n');
            let to = far(2 * LONGEST_ROW).rev().take_while(clause).find(|&i| i < given && matches!(reader.at(i), '向' | '为' | '给'));
            if reader.words.longest_before(post.end, post.start, Class::PostHeads).is_none() {
                continue;
            }
            for at in to.map_or(given, |to| to + 1)..given {
                if let Some(name) = registry.name_at(reader, at) {
                    let name = reader.name(CharSpan::new(at, name));
                    registry.add(&name, &[reader.text(post.start, post.end)], Step::new(Rule::PostWon, post));
                }
            }
        }
    }
}

/// The posts behind 任, 担任, 当选为 and, in an election, 为; and where they end.
fn posts_held(reader: &Reader, start: usize, at: usize, limit: usize) -> (usize, Vec<CharSpan>) {
    let chosen = || (at.saturating_sub(60).max(start)..at).rev().take_while(|&i| reader.at(i) != '。');
    let elects = || chosen().any(|i| reader.word(i, at, Class::Appointments).is_some());
    let verb = reader.word(at, limit, Class::HoldsPost).or_else(|| (reader.at(at) == '为' && elects()).then_some(at + 1));
    let Some(from) = verb else { return (at, Vec::new()) };
    let mut posts = Vec::new();
    let mut first = from;
    for end in (from..=limit.min(from + 40)).filter(|&i| reader.is_boundary(i, limit)) {
        let post = CharSpan::new(first, end);
        if reader.words.longest_before(end, first, Class::PostHeads).is_none() {
            break;
        }
        // 担任评委: a part in the meeting, no post
        if reader.words.longest_before(end, first, Class::PostsNot).is_none() {
            posts.push(post);
        }
        first = end + 1;
        if reader.at(end) != '、' {
            break;
        }
    }
    (posts.last().map_or(at, |post| post.end), posts)
}

/// The mentions in the phrases, and the known names anywhere else.
fn mentions(reader: &Reader, registry: &Registry, phrases: &[Phrase], report: &ReportLayout) -> Vec<PersonMention> {
    let mut found: Vec<PersonMention> = phrases
        .iter()
        .flat_map(|phrase| &phrase.items)
        .filter_map(|listed| match &listed.item.kind {
            Kind::Person { name, at, .. } => Some(PersonMention { span: *at, name: name.clone() }),
            _ => None,
        })
        .collect();
    for paragraph in &report.paragraphs {
        let mut at = paragraph.span.start;
        while at < paragraph.span.end {
            match registry.name_at(reader, at) {
                Some(end) => {
                    let span = CharSpan::new(at, end);
                    found.push(PersonMention { span, name: reader.name(span) });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    order::sort(&mut found, |mention| order::pair(mention.span.start, mention.span.end));
    found.dedup_by_key(|mention| mention.span.start);
    found
}
