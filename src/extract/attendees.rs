//! 参会: who took part, from the phrases of the agenda.

use std::collections::{HashMap, HashSet};

use super::roles::{Deed, recounts, roles};
use crate::clean::Clean;
use crate::lexicon::{Class, Matches};
use crate::model::{Attendee, AttendeeKind, Role};
use crate::rules::{Derived, Rule, Step};
use crate::tag::Tagged;
use crate::tag::item::{Item, Kind};
use crate::tag::phrase::{Listed, Phrase, Place, says_behind_colon};
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// The attendees of a report, in the order of their first mention.
#[must_use]
pub fn attendees(clean: &Clean, tagged: &Tagged) -> Derived<Attendee> {
    let reader = &tagged.reader;
    let mut table = Table { clean, reader, found: Derived::default(), index: HashMap::new() };
    let absent = absent(tagged);
    let there = people_where(tagged, |phrase| speaks_there(reader, phrase));
    for phrase in &tagged.phrases {
        if speaks_of_a_message(reader, phrase) || (phrase.place == Place::Speech && !starts_with_person(phrase)) {
            continue;
        }
        if let Some(post) = elected(reader, phrase.predicate) {
            table.add_post(phrase, post);
        }
        let mut roles = match phrase.place {
            Place::Field(role) => vec![Deed { role, rule: Rule::RoleField, span: phrase.predicate }],
            _ => roles(reader, phrase.predicate),
        };
        let thinks = reader.text(phrase.predicate.start, phrase.predicate.end).ends_with("认为") && starts_with_titled(phrase);
        let said = says(reader, phrase.predicate);
        let reported = said && table.has_reported(phrase, tagged) && !ends_meeting(reader, phrase.predicate);
        if roles.is_empty() && (thinks || (said && !reported)) {
            roles.push(Deed { role: Role::Spoke, rule: Rule::RoleSaid, span: phrase.predicate });
        }
        if roles.is_empty() && !reported && quoted(reader, phrase) {
            roles.push(Deed { role: Role::Spoke, rule: Rule::RoleQuoted, span: phrase.predicate });
        }
        if phrase.rule == Rule::PhraseGoesOn && convened(reader, phrase.predicate.start) {
            roles.retain(|deed| !matches!(deed.role, Role::Reported | Role::Exchanged));
        }
        if recounts(reader, phrase.predicate) && table.has_spoken(phrase) {
            roles.retain(|deed| deed.role != Role::Reported);
        }
        // 作了表态发言，表示一定守好: the pledge belongs to the exchange.
        let pledges = phrase.rule == Rule::PhraseGoesOn && reader.text(phrase.predicate.start, phrase.predicate.end).starts_with("表示");
        if (phrase.items.len() > 1 || pledges) && table.have_exchanged(phrase) {
            roles.retain(|deed| deed.role != Role::Spoke);
        }
        if !roles.is_empty() {
            table.add_list(phrase, &roles, tagged);
        }
    }
    table.posts_told_elsewhere(tagged);
    let mut found = table.found;
    found.retain(|row| there.contains(&row.name) || !is_quoted_leader(row));
    let only_spoke = |row: &Attendee| row.roles.iter().all(|&role| role == Role::Spoke);
    found.retain(|row| there.contains(&row.name) || !(absent.contains(&row.name) && only_spoke(row)));
    found
}

/// 总书记指出: a report of a local meeting quotes the leader of the country; who takes part is said to attend or to preside.
fn is_quoted_leader(row: &Attendee) -> bool {
    let leads = |post: &String| post.ends_with("总书记") || post.ends_with("国家主席");
    let takes_part = row.roles.iter().any(|role| matches!(role, Role::Attended | Role::Presided));
    row.kind == AttendeeKind::Person && row.positions.iter().any(leads) && (!takes_part || row.positions == ["总书记"])
}

/// People whose message was conveyed or who received somebody elsewhere (批示、贺信、接见): saying something is then no speech here.
fn absent(tagged: &Tagged) -> HashSet<String> {
    people_where(tagged, |phrase| speaks_of_a_message(&tagged.reader, phrase))
}

/// The people of all phrases of which something holds.
fn people_where(tagged: &Tagged, holds: impl Fn(&Phrase) -> bool) -> HashSet<String> {
    let items = tagged.phrases.iter().filter(|phrase| holds(phrase)).flat_map(|phrase| &phrase.items);
    items.filter_map(|listed| if let Kind::Person { name, .. } = &listed.item.kind { Some(name.clone()) } else { None }).collect()
}

/// 在会上发表讲话; 会见与会代表，|并发表讲话: whoever is told to speak there is there, whatever else was conveyed.
fn speaks_there(reader: &Reader, phrase: &Phrase) -> bool {
    let CharSpan { start, end } = phrase.predicate;
    let there = reader.word(start, end, Class::LeadWords).filter(|&to| reader.at(start) == '在' && reader.at(to - 1) == '上');
    let further = || (phrase.rule == Rule::PhraseGoesOn && reader.at(start) == '并').then_some(start + 1);
    let verb = there.or_else(further).and_then(|from| reader.word(from, end, Class::LightVerbs));
    verb.is_some_and(|verb| reader.words.longest_before(end, verb, Class::RoleSpeak).is_some())
}

fn speaks_of_a_message(reader: &Reader, phrase: &Phrase) -> bool {
    let mut at = phrase.predicate.start;
    while at < phrase.predicate.end {
        if reader.word(at, phrase.predicate.end, Class::MessageWords).is_some() {
            // 会见与会代表并讲话, 参加会见并主持大会
            let acts = [Class::RoleSpeak, Class::RolePreside, Class::RoleAnnounce];
            let meets =
                reader.at(at + 1) == '见' && acts.iter().any(|&class| reader.words.first(at, phrase.predicate.end, class).is_some());
            return !meets && reader.words.first(phrase.predicate.start, at, Class::ConveyingVerbs).is_none();
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
    found: Derived<Attendee>,
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

/// Posts that stand apart from the names that they belong to.
#[derive(Default)]
struct Labels {
    /// They belong to the next name: 县委副书记、县长慕容晓.
    next: Vec<(String, CharSpan)>,
    /// The last labels and who has them; later names share them: 区领导陈一、林二; 党委委员、副院长秦关、林知远.
    shared: Option<(Vec<String>, CharSpan)>,
}

impl Labels {
    /// The posts of a person in a list, and how those came to them that don't stand with the name.
    fn of(&mut self, listed: &Listed, tagged: &Tagged) -> (Vec<String>, Option<Step>) {
        let Kind::Person { name, at: words, posts: own } = &listed.item.kind else { return (Vec::new(), None) };
        let apart = std::mem::take(&mut self.next);
        let step = apart.first().map(|&(_, span)| Step::new(Rule::PostBeforeName, span));
        let mut all: Vec<String> = apart.into_iter().map(|(post, _)| post).collect();
        all.extend(own.iter().cloned());
        let labelled = listed.item.span.start < words.start;
        let general = self.shared.as_ref().is_some_and(|(posts, _)| posts.last().is_some_and(|post| post.ends_with("领导")));
        if all.is_empty() && !labelled && (general || !tagged.registry.has_posts(name)) {
            let shared = self.shared.clone();
            let step = shared.as_ref().map(|&(_, span)| Step::new(Rule::PostShared, span));
            return (shared.map(|(posts, _)| posts).unwrap_or_default(), step);
        }
        if !own.is_empty() {
            self.shared = Some((all.clone(), listed.item.span));
        }
        (all, step)
    }
}

/// What one place tells of a row.
struct Told<'a> {
    kind: AttendeeKind,
    name: &'a str,
    posts: &'a [String],
    deeds: &'a [Deed],
    count: Option<u32>,
    span: CharSpan,
}

/// 我校|师生: where a group begins whose 我校 was taken for words that lead to it.
fn ours(reader: &Reader, start: usize) -> usize {
    let before = start.saturating_sub(2);
    let ours = reader.at(before) == '我' && reader.words.is(before, start, Class::LeadWords);
    if ours { before } else { start }
}

impl Table<'_> {
    fn add_list(&mut self, phrase: &Phrase, deeds: &[Deed], tagged: &Tagged) {
        let (reader, items) = (self.reader, phrase.items.as_slice());
        let mut labels = Labels::default();
        let mut groups: Vec<Group> = Vec::new();
        for (at, listed) in items.iter().enumerate() {
            let item = &listed.item;
            if matches!(listed.mark, '，' | '；' | ' ') {
                labels.shared = None;
            }
            match &item.kind {
                Kind::Person { name, at: words, .. } => {
                    let (posts, step) = labels.of(listed, tagged);
                    let part = attends_by_attribute(reader, item.span.start, words.start);
                    let deeds: Vec<Deed> = part.into_iter().chain(deeds.iter().copied()).collect();
                    let told = Told { kind: AttendeeKind::Person, name, posts: &posts, deeds: &deeds, count: None, span: *words };
                    let row = self.add(phrase, Step::new(item.rule, item.span), &told);
                    let first = item.rule == Rule::NameKnown && self.found.rows[row].mentions.len() == 1;
                    let learnt = first.then(|| tagged.registry.learnt(name)).flatten();
                    for step in learnt.into_iter().chain(step) {
                        self.found.steps.add(row, step);
                    }
                }
                Kind::Label if labels_next_person(reader, items, at) => {
                    // 正在县里考察的市委书记、市长林知远
                    let of = item.span.range().skip(3).rev().find(|&i| reader.at(i) == '的').map_or(item.span.start, |of| of + 1);
                    let posts = super::split_at_concurrent(reader, CharSpan::new(of, item.span.end));
                    // 自强模范代表、工程师林知远
                    let end = item.span.end - if ends_as_representative(reader, item.span) { 2 } else { 0 };
                    let honour = reader.words.longest_before(end, item.span.start, Class::HonourHeads).is_some();
                    let part = honour || reader.words.is(item.span.start, item.span.end, Class::PostsNot);
                    let posts = posts.into_iter().filter(|_| !part);
                    labels.next.extend(posts.map(|post| (post, item.span)));
                }
                Kind::Label if labels_winner(reader, items, at) => {}
                Kind::Organization if deeds.iter().all(|deed| deed.rule == Rule::RoleWitnessed) => {}
                Kind::Organization if stands_alone(reader, groups.last(), items, at) => {
                    let name = reader.text(item.span.start, item.span.end);
                    let told = Told { kind: AttendeeKind::Organization, name: &name, posts: &[], deeds, count: None, span: item.span };
                    self.add(phrase, Step::new(item.rule, item.span), &told);
                }
                _ => collect(reader, &mut groups, items, at),
            }
        }
        let alone = groups.len() == 1 && items.iter().all(|listed| !matches!(listed.item.kind, Kind::Person { .. }));
        for group in groups {
            self.add_group(phrase, group, deeds, alone);
        }
    }

    /// Whether a phrase's only subject has spoken already.
    fn has_spoken(&self, phrase: &Phrase) -> bool {
        let [Listed { item: Item { kind: Kind::Person { name, .. }, .. }, .. }] = phrase.items.as_slice() else { return false };
        self.index.get(&(AttendeeKind::Person, name.clone())).is_some_and(|&at| self.found.rows[at].roles.contains(&Role::Spoke))
    }

    /// Whether a phrase's only subject has reported or exchanged, or is not yet among those who took part and has no post.
    fn has_reported(&self, phrase: &Phrase, tagged: &Tagged) -> bool {
        let [Listed { item: Item { kind: Kind::Person { name, .. }, .. }, .. }] = phrase.items.as_slice() else { return true };
        let row = self.index.get(&(AttendeeKind::Person, name.clone())).map(|&at| &self.found.rows[at]);
        row.map_or(!tagged.registry.has_posts(name), |row| {
            row.roles.iter().any(|role| matches!(role, Role::Reported | Role::Exchanged | Role::Announced))
        })
    }

    /// Whether several subjects have exchanged already: what they then propose belongs to it.
    fn have_exchanged(&self, phrase: &Phrase) -> bool {
        phrase.items.iter().all(|listed| match &listed.item.kind {
            Kind::Person { name, .. } => self
                .index
                .get(&(AttendeeKind::Person, name.clone()))
                .is_some_and(|&at| self.found.rows[at].roles.contains(&Role::Exchanged)),
            _ => false,
        })
    }

    /// Adds a post that was won at the meeting to the row of somebody who has one.
    fn add_post(&mut self, phrase: &Phrase, post: CharSpan) {
        let words = self.reader.text(post.start, post.end);
        for listed in &phrase.items {
            if let Kind::Person { name, .. } = &listed.item.kind
                && let Some(&at) = self.index.get(&(AttendeeKind::Person, name.clone()))
            {
                add_post(&mut self.found.rows[at].positions, &words);
                self.found.because(at, Rule::PostWon, post);
            }
        }
    }

    /// Gives people the posts that stand with their name anywhere.
    fn posts_told_elsewhere(&mut self, tagged: &Tagged) {
        for at in 0..self.found.rows.len() {
            let row = &mut self.found.rows[at];
            if row.kind == AttendeeKind::Person {
                let before = row.positions.len();
                for post in tagged.registry.posts(&row.name) {
                    add_post(&mut row.positions, post);
                }
                let place = tagged.registry.post_place(&row.name).filter(|_| row.positions.len() > before);
                if let Some(place) = place {
                    self.found.because(at, Rule::PostElsewhere, place);
                }
            }
        }
    }

    fn add_group(&mut self, phrase: &Phrase, group: Group, deeds: &[Deed], alone: bool) {
        let items = &phrase.items[group.first..=group.last];
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
        let span = CharSpan::new(ours(self.reader, first.item.span.start), last.item.span.end);
        let name = self.group_name(span, items);
        let total = |number: CharSpan| match self.reader.at(number.start) {
            '一' => self.reader.at(number.start + 1) == '行',
            lead => matches!(lead, '共' | '计' | '等' | '总' | '合'),
        };
        let count = items.iter().rev().find_map(|listed| listed.item.count.filter(|_| alone || !listed.item.number.is_some_and(total)));
        let count = count.or_else(|| if alone { came(self.reader, phrase.predicate) } else { None });
        // 与会人员 is no row, 代表181名 is one.
        let vague = count.is_none() && self.reader.words.is(span.start, span.end, Class::NotGroups);
        let press = self.reader.words.longest_before(span.end, span.start, Class::Press).is_some();
        if vague || press || name.is_empty() {
            return;
        }
        let mut deeds = deeds.to_vec();
        if let Some(end) = self.reader.word(span.start, span.end, Class::PresentByPart)
            && deeds.iter().all(|deed| deed.role != Role::Attended)
        {
            deeds.insert(0, Deed { role: Role::Attended, rule: Rule::RoleByPart, span: CharSpan::new(span.start, end) });
        }
        let told = Told { kind: AttendeeKind::Group, name: &name, posts: &[], deeds: &deeds, count, span };
        let row = self.add(phrase, Step::new(last.item.rule, last.item.span), &told);
        if items.len() > 1 {
            self.found.because(row, Rule::GroupGoesOn, span);
        }
    }

    /// The words for a group, without the numbers in them.
    fn group_name(&self, span: CharSpan, items: &[Listed]) -> String {
        let numbers: Vec<CharSpan> = items.iter().filter_map(|listed| listed.item.number).collect();
        let words = span.range().filter(|&at| !numbers.iter().any(|number| number.contains(at))).map(|at| self.reader.chars[at]);
        words.filter(|&c| c != ' ' && c != '\n').collect()
    }

    /// Adds a row, or what is new to the row that stands: `phrase` joined it with what is said of it, `item` found its words.
    fn add(&mut self, phrase: &Phrase, item: Step, told: &Told) -> usize {
        let &Told { kind, name, posts, deeds, count, span } = told;
        let at = *self.index.entry((kind, name.to_owned())).or_insert(self.found.rows.len());
        if at == self.found.rows.len() {
            self.found.rows.push(Attendee {
                kind,
                name: name.to_owned(),
                positions: Vec::new(),
                roles: Vec::new(),
                count: None,
                mentions: Vec::new(),
            });
        }
        let row = &mut self.found.rows[at];
        let steps = &mut self.found.steps;
        steps.add(at, Step::new(phrase.rule, phrase.span()));
        steps.add(at, item);
        for post in posts {
            add_post(&mut row.positions, post);
        }
        for deed in deeds {
            if !row.roles.contains(&deed.role) {
                row.roles.push(deed.role);
                let words = if deed.span.is_empty() { phrase.span() } else { deed.span };
                steps.add(at, Step::new(deed.rule, words));
            }
        }
        row.count = row.count.or(count);
        row.mentions.push(self.clean.origin(span));
        at
    }
}

/// 六号楼的居民来了41位: how many came is told with the verb.
fn came(reader: &Reader, predicate: CharSpan) -> Option<u32> {
    let to = reader.word(predicate.start, predicate.end, Class::AttendAlone).filter(|&to| reader.at(to - 1) == '了')?;
    let (end, value) = reader.number(to, predicate.end)?;
    matches!(reader.at(end), '位' | '名' | '人').then_some(value)
}

/// 甲说，: speech, where nothing else says what it was.
fn says(reader: &Reader, predicate: CharSpan) -> bool {
    predicate.end > predicate.start && reader.at(predicate.end - 1) == '说'
}

/// 甲最后说，: what closes the meeting is a speech, whatever was reported before.
fn ends_meeting(reader: &Reader, predicate: CharSpan) -> bool {
    reader.at(predicate.start) == '最' && reader.at(predicate.start + 1) == '后'
}

/// How far back in a sentence it is asked who convened the meeting.
const CONVENED: usize = 80;

/// 县长林知远主持召开会议，|通报近期形势: what the meeting did is told of who convened it.
fn convened(reader: &Reader, at: usize) -> bool {
    let mut before = (at.saturating_sub(CONVENED)..at).rev().take_while(|&i| !matches!(reader.at(i), '。' | '；' | '\n'));
    before.any(|i| reader.words.is(i, i + 4, Class::RolePreside) && reader.at(i + 2) == '召')
}

/// 应邀到会指导的主任林知远: what stands before 的 says that somebody took part.
fn attends_by_attribute(reader: &Reader, start: usize, end: usize) -> Option<Deed> {
    let of = (start..end).rev().find(|&i| reader.at(i) == '的')?;
    let verb = (start..of).find_map(|i| reader.word(i, of, Class::PresentByPart).map(|to| CharSpan::new(i, to)))?;
    Some(Deed { role: Role::Attended, rule: Rule::RoleByPart, span: verb })
}

/// 林知远开门见山，“…”; “…。”林知远笑着补充。; 林知远对各科提出建议：: words in quotation marks or points beside a person.
fn quoted(reader: &Reader, phrase: &Phrase) -> bool {
    let [Listed { item, .. }] = phrase.items.as_slice() else { return false };
    let CharSpan { start, end } = phrase.predicate;
    let short = start < end && end - start <= 12 && matches!(item.kind, Kind::Person { .. });
    let mark = |at: usize| matches!(reader.at(at), '，' | '。' | '！' | '？' | '；');
    let before = item.span.start >= 2 && reader.at(item.span.start - 1) == '”' && mark(item.span.start - 2) && mark(end);
    let behind = matches!(reader.at(end), '，' | '：')
        && reader.at(end + 1) == '“'
        && reader.closing(end + 1).is_some_and(|close| close - end > 10 && mark(close - 2));
    let points = reader.at(end) == '：' && matches!(reader.at(start), '就' | '对' | '向');
    let told = || says_behind_colon(reader, &phrase.items, phrase.predicate);
    (short && (before || behind)) || (points && matches!(item.kind, Kind::Person { .. })) || told()
}

/// Adds a post, unless it is known; a fuller form takes the place of a short one.
fn add_post(posts: &mut Vec<String>, post: &str) {
    if posts.iter().any(|known| is_short_form(post, known)) {
        return;
    }
    match posts.iter_mut().find(|known| is_short_form(known, post)) {
        Some(known) => post.clone_into(known),
        None => posts.push(post.to_owned()),
    }
}

/// Whether a post is a short form of another: 主席 of 协会主席, 集团党委委员 of 集团公司党委委员, but not 会长 of 执行会长.
fn is_short_form(post: &str, full: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (post.chars().collect(), full.chars().collect());
    let shared = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let left: Vec<char> = long[..long.len() - shared].to_vec();
    let other = Matches::scan(&left).longest_before(left.len(), 0, Class::PostPrefixes).is_some();
    let mut rest = left.iter();
    let within = short[..short.len() - shared].iter().all(|&c| rest.any(|&other| other == c));
    let same_start = shared == short.len() || (shared > 2 && short.first() == long.first() && !left.contains(&'副'));
    within && same_start && (shared == long.len() || !other)
}

/// 甲委员认为，: what somebody with a post thinks is told of those who speak.
fn starts_with_titled(phrase: &Phrase) -> bool {
    phrase.items.first().is_some_and(|listed| matches!(&listed.item.kind, Kind::Person { posts, .. } if !posts.is_empty()))
}

/// 当选为会长: the post.
fn elected(reader: &Reader, predicate: CharSpan) -> Option<CharSpan> {
    let mut from = reader.word(predicate.start, predicate.end, Class::Appointments)?;
    if reader.at(from) == '为' {
        from += 1;
    }
    // 受聘为“茶叶发展顾问”
    let quoted = reader.closing(from).filter(|&close| reader.at(from) == '“' && close == predicate.end);
    let post = quoted.map_or(CharSpan::new(from, predicate.end), |close| CharSpan::new(from + 1, close - 1));
    reader.words.longest_before(post.end, post.start, Class::PostHeads).map(|_| post)
}

/// 县委副书记、县长慕容晓: a post by itself belongs to the name that comes next; behind ， where one person alone holds it (协会会长，研究员秦关).
fn labels_next_person(reader: &Reader, items: &[Listed], at: usize) -> bool {
    let single = |item: &Item| {
        let CharSpan { start, end } = item.span;
        let before = |class| reader.words.longest_before(end, start, class).is_some();
        before(Class::PostHeads) && !before(Class::GroupHeads) && !opens_group(reader, item) && item.count.is_none()
    };
    let mut next = at;
    while let Some(listed) = items.get(next + 1) {
        let before = &items[next].item;
        let joined = matches!(listed.mark, '、' | '兼' | '暨') || (listed.mark == '，' && single(before));
        if !joined {
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

/// 优秀社员代表、合作社社长林知远: a winner's label of the one who comes next is no post and no group.
fn labels_winner(reader: &Reader, items: &[Listed], at: usize) -> bool {
    let label = &items[at].item;
    let next = items.get(at + 1).filter(|next| next.mark == '、' && matches!(next.item.kind, Kind::Person { .. }));
    let alone = at == 0 || matches!(items[at].mark, '，' | '；' | ' ');
    alone && next.is_some() && honoured(reader, label) && ends_as_representative(reader, label.span)
}

/// 优秀社员代表, 教师代表: those who stand for others.
fn ends_as_representative(reader: &Reader, span: CharSpan) -> bool {
    span.len() >= 2 && reader.at(span.end - 2) == '代' && reader.at(span.end - 1) == '表'
}

/// 各, 全体, 县直 …, or a number of people, before or inside a group's name.
fn opens_group(reader: &Reader, item: &Item) -> bool {
    let span = item.span;
    let people = reader
        .words
        .longest_before(span.end, span.start, Class::GroupHeads)
        .filter(|_| reader.words.longest_before(span.end, span.start, Class::PostHeads).is_none());
    people.is_some_and(|head| head >= span.start + 3) || covers_others(reader, item)
}

/// Whether a group's name has words that cover what stands behind it too: 各, 全体, 县直, 科级以上 …, a number of people.
fn covers_others(reader: &Reader, item: &Item) -> bool {
    let span = item.span;
    reader.word(span.start, span.end, Class::GroupOpeners).is_some()
        || item.number.is_some_and(|number| number.start == span.start)
        || reader.number(span.start, span.end).is_some_and(|(to, _)| reader.word(to, span.end, Class::NumberMeasures).is_some())
        || (span.start..span.end).any(|at| {
            let two = (reader.at(at), reader.at(at + 1));
            two.0 == '各' || matches!(two, ('全', '体') | ('以', '上'))
        })
}

/// Whether an item names a body and not yet its people: 机关各部门.
fn is_headless(reader: &Reader, item: &Item) -> bool {
    let CharSpan { start, end } = item.span;
    let heads = [Class::GroupHeads, Class::PostHeads, Class::GenericGroups];
    match item.kind {
        Kind::Organization => true,
        Kind::Label if matches!(reader.at(end - 1), '长' | '员') => false,
        Kind::Label => heads.iter().all(|&class| reader.words.longest_before(end, start, class).is_none()),
        Kind::Person { .. } => false,
    }
}

/// More bodies do not share a post that is told once.
const MOST_BODIES: usize = 60;

/// Whether bodies from here on share the post of a label behind them: 民政局、人社局负责人; 政策处，造价站、招标办负责人, but not where others
/// open behind the comma (县协会，各乡镇负责人).
fn shares_head(reader: &Reader, items: &[Listed], at: usize) -> bool {
    let and = |at: usize| at > 0 && reader.at(at - 1) == '及';
    let others = |listed: &Listed| opens_group(reader, &listed.item) && !and(listed.item.span.start);
    items[at + 1..]
        .iter()
        .take(MOST_BODIES)
        .take_while(|listed| listed.mark != '；' && !(listed.mark == '，' && others(listed)))
        .take_while(|listed| !faces(reader, listed))
        .find(|listed| !is_headless(reader, &listed.item))
        .is_some_and(|listed| listed.item.kind == Kind::Label)
}

/// 公司党组|与各工厂负责人签订了责任书: behind 与 stands the other side, which opens as a group does.
fn faces(reader: &Reader, listed: &Listed) -> bool {
    listed.mark == '与' && opens_group(reader, &listed.item)
}

/// Whether a body takes part as itself, and not its people: not 人社局 in 民政局、人社局负责人 or 重点行业部门 behind 各乡镇、.
fn stands_alone(reader: &Reader, group: Option<&Group>, items: &[Listed], at: usize) -> bool {
    let CharSpan { start, end } = items[at].item.span;
    let generic = || reader.words.longest_before(end, start, Class::GenericBodies).is_some();
    let headed = || items[at + 1..].iter().any(|listed| listed.item.kind == Kind::Label && !is_headless(reader, &listed.item));
    !shares_head(reader, items, at) && !(joins(reader, group, items, at) && (generic() || headed()))
}

/// Whether an item goes on with the group before it.
fn joins(reader: &Reader, group: Option<&Group>, items: &[Listed], at: usize) -> bool {
    let Some(group) = group.filter(|group| group.last + 1 == at) else { return false };
    let item = &items[at].item;
    let generic = |item: &Item| reader.words.is(item.span.start, item.span.end, Class::GenericGroups);
    let winners = matches!(items[at].mark, '和' | '及') && honoured(reader, &items[at - 1].item) && honoured(reader, item);
    if winners || generic(item) || generic(&items[at - 1].item) {
        return winners;
    }
    // 全体教师、参赛选手、家长代表: 全体 covers the bare 党员、干部 only.
    let beyond_all = || {
        let opening = items[group.first].item.span;
        let total = items.last().is_some_and(|last| last.item.count.is_some());
        let bare = [Class::PostHeads, Class::GroupHeads].iter().any(|&class| reader.words.is(item.span.start, item.span.end, class));
        let all = opening.range().any(|i| reader.at(i) == '全' && reader.at(i + 1) == '体');
        !total && !bare && item.span.len() > 3 && all
    };
    // 党史专家学者、部队|指战员: people of two kinds, of whom no word covers the others
    let opener = &items[group.first].item;
    let people = reader.words.longest_before(opener.span.end, opener.span.start, Class::GroupHeads).is_some();
    let least = if people && !covers_others(reader, opener) { 2 } else { 3 };
    if matches!(items[at].mark, '，' | '；') {
        return group.headless && (group.covers && item.kind != Kind::Organization || shares_head(reader, items, at - 1));
    }
    group.headless
        || completes(reader, &items[at - 1].item, items, at)
        || is_bare_label(reader, item)
        || shares_body(reader, &items[group.first].item, &items[at])
        || ends_in_representatives(reader, &items[at - 1].item, &items[at])
        || (group.covers && item.kind == Kind::Label && !opens_group(reader, item) && !tells_who(reader, item, least) && !beyond_all())
}

/// 先进集体代表和先进工作者: winners of one prize-giving are one group.
fn honoured(reader: &Reader, item: &Item) -> bool {
    item.kind == Kind::Label
        && item.count.is_none()
        && item.span.range().any(|at| reader.word(at, item.span.end, Class::HonourAdjectives).is_some_and(|to| to - at > 1))
}

/// 农民工和个体户代表: representatives of both; 负责同志及代表: of the same body.
fn ends_in_representatives(reader: &Reader, before: &Item, listed: &Listed) -> bool {
    let CharSpan { start, end } = listed.item.span;
    let representatives = ends_as_representative(reader, listed.item.span);
    let people = reader.words.longest_before(before.span.end, before.span.start, Class::GroupHeads).is_some()
        && !matches!(reader.at(before.span.end - 1), '表' | '导' | '长')
        && !(before.span.start..before.span.end).any(|i| reader.at(i) == '负' && reader.at(i + 1) == '责');
    let whole = reader.word(before.span.start, before.span.end, Class::GroupDeterminers).is_some();
    let own = whole || opens_group(reader, &listed.item);
    matches!(listed.mark, '和' | '及' | '与') && representatives && before.count.is_none() && people && (end == start + 2 || !own)
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

/// 市属学校校长、书记、教导主任: a bare post behind one with its body.
fn shares_body(reader: &Reader, first: &Item, listed: &Listed) -> bool {
    let CharSpan { start, end } = listed.item.span;
    let from = reader.word(start, end, Class::PostPrefixes).unwrap_or(start);
    let bare = matches!(listed.mark, '、' | '和' | '及') && reader.words.is(from, end, Class::PostHeads);
    let head = reader.words.longest_before(first.span.end, first.span.start, Class::PostHeads);
    let head = head.map(|head| reader.words.longest_before(head, first.span.start, Class::PostPrefixes).unwrap_or(head));
    let of_body = |head: usize| {
        head > first.span.start + 1 && reader.words.longest_before(head, first.span.start, Class::OrganizationHeads).is_some()
    };
    bare && listed.item.kind == Kind::Label && head.is_some_and(of_body)
}

/// 志愿者代表, 治安积极分子代表: representatives of somebody of their own, which at least so many characters say.
fn tells_who(reader: &Reader, item: &Item, least: usize) -> bool {
    let head = reader.words.longest_before(item.span.end, item.span.start, Class::GroupHeads);
    head.is_some_and(|head| head >= item.span.start + least)
}

/// 分管领导, 安全生产分管领导: a head with nothing but a modifier or a field, whose body stands before it.
fn is_bare_label(reader: &Reader, item: &Item) -> bool {
    let in_charge = |head: usize| head > item.span.start && reader.at(head - 1) == '管' && matches!(reader.at(head - 2), '分' | '主');
    let heads = [Class::PostHeads, Class::GroupHeads];
    let field = heads.iter().any(|&class| reader.words.longest_before(item.span.end, item.span.start, class).is_some_and(in_charge));
    if item.kind == Kind::Label && field && reader.word(item.span.start, item.span.end, Class::OrganizationHeads).is_none() {
        return true;
    }
    let modifier = reader.word(item.span.start, item.span.end, Class::LabelModifiers);
    item.kind == Kind::Label
        && modifier.is_some_and(|to| {
            heads.iter().any(|&class| {
                reader.words.is(to, item.span.end, class)
                    || (reader.at(to - 1) == '管' && reader.words.longest_before(item.span.end, to, class).is_some())
            })
        })
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
