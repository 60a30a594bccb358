//! Phrases of the agenda: a list of participants and what it says of them. `lists.rs` finds the lists of a clause, by the words that
//! `leads.rs` knows; `runs.rs` reads pieces that only their surroundings tell; `clauses.rs` says what a clause does.

mod clauses;
mod leads;
mod lists;
mod runs;

pub use clauses::says_behind_colon;
pub(super) use leads::occasion;

use super::item::{Before, Item, Kind, conjunction_end, item};
use super::reader::{Reader, is_mark};
use super::registry::Registry;
use crate::layout::{Paragraph, ReportLayout, heads_speech};
use crate::lexicon::{Class, Matches};
use crate::model::Role;
use crate::rules::Rule;
use crate::text::CharSpan;
use clauses::{
    clause_end, introduces_speech, is_adverbial, listed_on, lists_winners, meeting_speaks, opens_point, point_word, predicate_end,
    starts_predicate, tells_of_attendance, tells_what_to_do, verb_further_on,
};
use leads::witnessed;
use runs::{holds_titled, is_titled, opens_with_person, share_label};

/// A list of participants with its predicate.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The participants.
    pub items: Vec<Listed>,
    /// What is said of them, to the end of the clause; empty where a list stands alone.
    pub predicate: CharSpan,
    /// Where it stands.
    pub place: Place,
    /// The rule that joined list and predicate.
    pub rule: Rule,
}

impl Phrase {
    /// From the first participant to the end of what is said of them.
    #[must_use]
    pub fn span(&self) -> CharSpan {
        let (first, last) = (self.items.first(), self.items.last());
        let start = first.map_or(self.predicate.start, |listed| listed.item.span.start);
        let end = last.map_or(self.predicate.end, |listed| listed.item.end);
        if self.predicate.is_empty() {
            return CharSpan::new(start, end);
        }
        CharSpan::new(start.min(self.predicate.start), end.max(self.predicate.end))
    }
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the report itself.
    Narrative,
    /// In what somebody says.
    Speech,
    /// In a header line of minutes, which gives the role.
    Field(Role),
}

/// An item of a list and the mark before it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The item.
    pub item: Item,
    /// The mark or conjunction before it; a space where none stands.
    pub mark: char,
}

/// What one reading of a report finds.
#[derive(Debug, Default)]
pub struct Reading {
    /// The lists with their predicates.
    pub phrases: Vec<Phrase>,
    /// The stretches that are speech.
    pub speech: Vec<CharSpan>,
    /// Items of lists of which nothing is said that is understood: their names are known all the same.
    pub named: Vec<Listed>,
}

/// Finds the phrases of a report, and the stretches that are speech.
#[must_use]
pub fn phrases(reader: &Reader, registry: &Registry, report: &ReportLayout) -> Reading {
    let read = Reading::default();
    let mut walker =
        Walker { reader, registry, place: Place::Narrative, read, person: None, meeting_asks: false, asked: false, in_head: true };
    let transcript = is_transcript(reader, report);
    if transcript {
        walker.header(report);
    }
    walker.fields(report);
    walker.in_head = false;
    // What a chair says calls people up: 请县长林某同志讲话.
    let speech = transcript
        && report.heading.is_none_or(|heading| reader.words.first(heading.start, heading.end, Class::LayoutChairTitles).is_none());
    for paragraph in &report.paragraphs {
        walker.paragraph(paragraph, speech);
    }
    walker.read
}

/// Whether the report is the text of a speech (在全市信访工作联席会议上的讲话).
fn is_transcript(reader: &Reader, report: &ReportLayout) -> bool {
    report.heading.is_some_and(|heading| heads_speech(reader.chars, reader.words, heading))
}

/// The longest name in a line of its own, with 同志 behind it.
const LONGEST_NAME: usize = 6;

/// The longest words for a speaker before a colon, in characters.
const LONGEST_LEAD: usize = 30;

/// How far behind a demand somebody else is looked for who acts in the same sentence.
const LONGEST_DEMAND: usize = 200;

/// More posts than stand before a name.
const MOST_POSTS: usize = 4;

/// More conjunctions than stand before who signs on the other side.
const MOST_SIDES: usize = 4;

/// More adverbials than open any clause (会上，还又分别…): behind each of them a list is looked for.
const MOST_LEAD_WORDS: usize = 8;

struct Walker<'a, 'b> {
    reader: &'a Reader<'b>,
    registry: &'a Registry,
    place: Place,
    read: Reading,
    /// The last named person, for whom 他 and 她 stand.
    person: Option<String>,
    /// What the meeting itself says goes on to the end of this sentence: 会议强调，….
    meeting_asks: bool,
    /// Somebody asked for something in the sentence before: its points may follow.
    asked: bool,
    /// The lines before the first paragraph are being read.
    in_head: bool,
}

/// What the clauses of a sentence leave to those behind them.
#[derive(Default)]
struct Carried {
    /// A list that waits for its predicate.
    pending: Vec<Listed>,
    /// The subject of the clause before.
    subject: Vec<Listed>,
    /// Behind the waiting list a clause was told that is not understood: only a verb can still go on with it.
    aside: bool,
}

impl Walker<'_, '_> {
    fn paragraph(&mut self, paragraph: &Paragraph, transcript: bool) {
        if !(self.place == Place::Speech
            && opens_point(self.reader, paragraph.span.start)
            && !self.names_speaker(paragraph.span.start, paragraph.span.end))
        {
            self.place = Place::Narrative;
        }
        for &sentence in &paragraph.sentences {
            if transcript {
                let opening = self.reader.text(sentence.start, (sentence.start + 2).min(sentence.end));
                self.place = if opening == "刚才" { Place::Narrative } else { Place::Speech };
            } else if self.place == Place::Speech && tells_of_attendance(self.reader, sentence) {
                self.place = Place::Narrative;
            }
            if self.asked && opens_point(self.reader, sentence.start) {
                self.place = Place::Speech;
            } else {
                self.asked = false;
            }
            let before = self.place;
            let said_from = self.sentence(sentence);
            if self.meeting_asks {
                self.place = before;
                self.meeting_asks = false;
            }
            if self.place == Place::Speech {
                self.read.speech.push(CharSpan::new(said_from.unwrap_or(sentence.start), sentence.end));
            }
        }
    }

    /// 市委副书记 诸葛明, between the heading of a speech and its text: the speaker.
    fn header(&mut self, report: &ReportLayout) {
        let start = report.heading.map_or(report.span.start, |heading| heading.end);
        let end = report.paragraphs.first().map_or(start, |paragraph| paragraph.span.start);
        let heading = report.heading.unwrap_or(CharSpan::new(start, start));
        let spoken =
            heading.range().rev().find_map(|at| self.reader.word(at, heading.end, Class::RoleSpeak).map(|to| CharSpan::new(at, to)));
        let spoken = spoken.unwrap_or(CharSpan::new(start, start));
        let mut at = start;
        while at < end {
            let items = self.list(at, end);
            if items.iter().any(|listed| matches!(&listed.item.kind, Kind::Person { posts, .. } if !posts.is_empty())) {
                self.read.phrases.push(Phrase { items, predicate: spoken, place: Place::Narrative, rule: Rule::PhraseSpeechHeader });
                return;
            }
            at = (at..end).find(|&i| self.reader.at(i) == '\n').map_or(end, |i| i + 1);
        }
        let items = self.named_speaker(heading, CharSpan::new(start, end));
        if !items.is_empty() {
            self.read.phrases.push(Phrase { items, predicate: spoken, place: Place::Narrative, rule: Rule::PhraseSpeechHeader });
        }
    }

    /// The speaker whose name is a line of its own, or opens the heading: 校长诸葛明|在开学典礼上的讲话.
    fn named_speaker(&mut self, heading: CharSpan, header: CharSpan) -> Vec<Listed> {
        let person = |items: &[Listed]| items.len() == 1 && matches!(items[0].item.kind, Kind::Person { .. });
        let mut line = header.start;
        while line < header.end {
            let end = (line..header.end).find(|&i| self.reader.at(i) == '\n').unwrap_or(header.end);
            let start = (line..end).find(|&i| !self.reader.at(i).is_whitespace()).unwrap_or(end);
            let items = if end - start <= LONGEST_NAME { self.list(start, end) } else { Vec::new() };
            if person(&items) && items[0].item.end == end {
                return items;
            }
            line = end + 1;
        }
        let Some(at) = heading.range().find(|&i| self.reader.at(i) == '在') else { return Vec::new() };
        let items = self.list(heading.start, at);
        if person(&items) && items[0].item.end == at { items } else { Vec::new() }
    }

    /// 主持人：总经理 容天 and 出席：… in the head of minutes.
    fn fields(&mut self, report: &ReportLayout) {
        let end = report.paragraphs.first().map_or(report.span.end, |paragraph| paragraph.span.start);
        let mut line = report.span.start;
        while line < end {
            let line_end = (line..end).find(|&i| self.reader.at(i) == '\n').unwrap_or(end);
            self.field(line, line_end);
            line = line_end + 1;
        }
    }

    /// Whether the characters before the colon are a label of the class; labels are often spaced out (主 持 人).
    fn is_label(&self, line: usize, colon: usize, class: Class) -> bool {
        let label: Vec<char> = (line..colon).map(|at| self.reader.at(at)).filter(|&c| c != ' ').collect();
        Matches::scan(&label).is(0, label.len(), class)
    }

    /// 支部委员：林知远、秦关: in a head of minutes a post before the colon, and behind it nothing but names.
    fn names_post(&mut self, line: usize, colon: usize, line_end: usize) -> bool {
        let post = self.in_head && self.reader.words.longest_before(colon, line, Class::PostHeads).is_some();
        let items = if post { self.list(colon + 1, line_end) } else { Vec::new() };
        let named = |listed: &Listed| matches!(listed.item.kind, Kind::Person { .. });
        items.last().is_some_and(|listed| listed.item.end == line_end) && items.iter().all(named)
    }

    /// Reads one header line; false where it is none.
    fn field(&mut self, line: usize, line_end: usize) -> bool {
        let Some(colon) = (line..line_end.min(line + 10)).find(|&i| matches!(self.reader.at(i), '：' | ':' | '\n')) else { return false };
        let post = self.names_post(line, colon, line_end);
        let role = match () {
            () if self.is_label(line, colon, Class::FieldAbsent) => return true,
            () if self.is_label(line, colon, Class::FieldChair) => Role::Presided,
            () if self.is_label(line, colon, Class::FieldAttend) => Role::Attended,
            () if post => Role::Attended,
            () => return false,
        };
        let mut at = colon + 1;
        while at < line_end {
            let mut items = self.list(at, line_end);
            let next = items.last().map_or(at + 1, |listed| listed.item.end.max(at + 1));
            if !items.is_empty() {
                if post {
                    share_label(&mut items, &self.reader.text(line, colon), false);
                }
                let (predicate, place) = (CharSpan::new(line, colon), Place::Field(role));
                self.read.phrases.push(Phrase { items, predicate, place, rule: Rule::PhraseField });
            }
            at = next;
        }
        true
    }

    /// Walks through the clauses of a sentence; gives where speech begins in it.
    fn sentence(&mut self, sentence: CharSpan) -> Option<usize> {
        let (reader, limit) = (self.reader, sentence.end);
        let mut at = sentence.start;
        let goes_on = self.place == Place::Speech && opens_point(reader, at) && !self.names_speaker(at, limit);
        if goes_on || self.field(at, limit) {
            return None;
        }
        if let Some(said) = self.spoken_line(at, limit) {
            self.place = Place::Speech;
            return Some(said);
        }
        let mut carried = Carried::default();
        while at < limit {
            let mut clause_end = clause_end(reader, at, limit);
            if at > sentence.start && reader.at(at - 1) == '；' {
                carried.subject.clear();
            }
            self.givers(at, clause_end);
            self.talks(at, limit);
            let (start, mut items) = self.clause_items(at, clause_end, limit);
            if self.place == Place::Speech && self.is_stranger(items.first()) {
                items.clear();
            }
            let listed = listed_on(reader, at);
            let said = if let Some(list_end) = items.last().map(|listed| listed.item.end) {
                // 县长林知远，来自天南海北的朋友，村民代表参加会议: what stood between was of the list too.
                let attend = (list_end..clause_end.min(list_end + 4)).any(|i| reader.word(i, clause_end, Class::RoleAttend).is_some());
                if std::mem::take(&mut carried.aside) && !attend {
                    self.name_only(std::mem::take(&mut carried.pending));
                }
                carried.pending.append(&mut items);
                if reader.is_boundary(list_end, limit) {
                    at = list_end + 1;
                    continue;
                }
                clause_end = predicate_end(reader, list_end, limit);
                self.clause_of(CharSpan::new(list_end, clause_end), limit, &mut carried)
            } else {
                self.clause_without_subject(CharSpan::new(start, clause_end), limit, listed, &mut carried)
            };
            if said {
                self.place = Place::Speech;
                return Some(clause_end);
            }
            at = clause_end + 1;
        }
        let aside = carried.aside;
        let alone = |items: &[Listed]| !aside && holds_titled(items) && !tells_what_to_do(reader, items);
        if self.place == Place::Narrative && alone(&carried.pending) && !lists_winners(reader, sentence.start, &carried.pending) {
            self.emit(Rule::PhraseListAlone, &carried.pending, CharSpan::new(limit, limit));
        } else {
            self.name_only(carried.pending);
        }
        None
    }

    /// 秦关：后山的松树歪了…, 护林员秦关：…: a line of a record that opens with a known name, or a name with a post, and a colon; gives where
    /// the words begin.
    fn spoken_line(&mut self, at: usize, limit: usize) -> Option<usize> {
        let opens_line = at == 0 || self.reader.at(at - 1) == '\n';
        let end = (at..limit.min(at + LONGEST_LEAD)).find(|&i| self.reader.at(i) == '：').filter(|_| opens_line)?;
        let item = item(self.reader, self.registry, at, end, Before::default()).filter(|item| item.end == end)?;
        let Kind::Person { name, posts, .. } = &item.kind else { return None };
        let long = limit > end + 6 || matches!(self.reader.at(limit - 1), '。' | '！' | '？');
        if !long || posts.is_empty() && self.registry.name_at(self.reader, at) != Some(end) {
            return None;
        }
        self.person = Some(name.clone());
        let items = vec![Listed { item, mark: ' ' }];
        let (predicate, place) = (CharSpan::new(at, end), Place::Field(Role::Spoke));
        self.read.phrases.push(Phrase { items, predicate, place, rule: Rule::PhraseSpokenLine });
        Some(end + 1)
    }

    /// Reads the predicate of the list that waits for one; gives whether speech begins behind it.
    fn clause_of(&mut self, predicate: CharSpan, limit: usize, carried: &mut Carried) -> bool {
        let (reader, CharSpan { start, end }) = (self.reader, predicate);
        let items = std::mem::take(&mut carried.pending);
        self.counterpart(start, end);
        if let Some(witness) = witnessed(reader, start, end) {
            let witnesses = self.list(start + 1, witness.start);
            self.emit(Rule::PhraseListLead, &witnesses, witness);
        }
        if self.place == Place::Speech && opens_with_person(&items) {
            self.place = Place::Narrative;
        }
        let agent = items[0].item.span.start.checked_sub(1).is_some_and(|before| reader.at(before) == '由');
        self.emit(if agent { Rule::PhraseAgent } else { Rule::PhraseList }, &items, predicate);
        self.companions(start, end);
        if self.place == Place::Narrative {
            self.gathered(start, end, limit);
        }
        carried.subject = items;
        let speaks = says_behind_colon(reader, &carried.subject, predicate)
            || introduces_speech(reader, start, end, limit)
            || self.demands(predicate, limit);
        speaks && !self.opens_subject(end, limit)
    }

    /// Reads a clause that names nobody: it may go on with those before, above all if 、 stands before it (`listed`). Gives whether
    /// speech begins behind it.
    fn clause_without_subject(&mut self, clause: CharSpan, limit: usize, listed: bool, carried: &mut Carried) -> bool {
        let (reader, CharSpan { start, end }) = (self.reader, clause);
        if self.place == Place::Narrative && meeting_speaks(reader, start, end, limit) {
            self.place = Place::Speech;
            self.meeting_asks = true;
        }
        if start < end && starts_predicate(reader, start, end) {
            carried.aside = false;
            if !carried.pending.is_empty() {
                carried.subject = std::mem::take(&mut carried.pending);
            }
            if !carried.subject.is_empty() {
                self.emit(Rule::PhraseGoesOn, &carried.subject, clause);
                return introduces_speech(reader, start, end, limit) || self.demands(clause, limit);
            }
        } else if let Some(verb) = verb_further_on(reader, start, end, listed).filter(|&verb| {
            let attends = listed && !carried.pending.is_empty() && reader.word(verb, end, Class::RoleAttend).is_some();
            attends || holds_titled(&carried.pending)
        }) {
            carried.subject = std::mem::take(&mut carried.pending);
            self.emit(Rule::PhraseVerbFurtherOn, &carried.subject, CharSpan::new(verb, end));
        } else if start < end && !is_adverbial(reader, start, end) {
            // 镇长林知远，一个干劲十足的年轻人，主持会议
            let waits = !carried.aside && holds_titled(&carried.pending) && !tells_what_to_do(reader, &carried.pending);
            let list = std::mem::take(carried).pending;
            if waits {
                *carried = Carried { pending: list, subject: Vec::new(), aside: true };
            } else {
                self.name_only(list);
            }
        }
        false
    }

    /// Keeps the names of a list of which nothing is said that is understood.
    fn name_only(&mut self, list: Vec<Listed>) {
        if list.iter().filter(|listed| is_titled(listed)).count() > 1 {
            self.read.named.extend(list);
        }
    }

    /// 最后，甲作总结讲话: behind the first comma stands a known person or one with a post.
    fn names_speaker(&self, at: usize, limit: usize) -> bool {
        // 最后甲强调：
        if let Some(from) = point_word(self.reader, at, limit) {
            let known = self.registry.name_at(self.reader, from).is_some_and(|end| super::name::follow(self.reader, end, limit) > 4);
            if known || self.is_titled_person(from, limit) {
                return true;
            }
        }
        let Some(mark) = (at..limit.min(at + 5)).find(|&i| self.reader.at(i) == '，') else { return false };
        self.registry.name_at(self.reader, mark + 1).is_some() || self.opens_subject(mark, limit)
    }

    /// 要求各村广泛宣传，组织好学习班: what is asked stands in the clause itself and goes on to the end of the sentence, where nobody else acts.
    fn demands(&mut self, predicate: CharSpan, limit: usize) -> bool {
        let (reader, CharSpan { start, end }) = (self.reader, predicate);
        let asks = |to: usize| [Class::DirectivePleas, Class::SpeechAsk].iter().any(|&class| reader.words.is(start, to, class));
        let content = reader.word(start, end, Class::QuoteVerbs).is_some_and(|to| asks(to) && to + 4 < end);
        let next = |i: usize| is_mark(reader.at(i)) && reader.at(i) != '、';
        let acts = |i: usize| self.is_titled_person(i + 1, limit) || self.registry.name_at(reader, i + 1).is_some();
        let asks = content && !(end..limit.min(end + LONGEST_DEMAND)).filter(|&i| next(i)).any(acts);
        self.meeting_asks |= asks && self.place == Place::Narrative;
        self.asked |= self.meeting_asks;
        asks
    }

    /// Whether another person with a post follows behind a comma: 甲提工作要求，乙书记主持会议.
    fn opens_subject(&self, clause_end: usize, limit: usize) -> bool {
        self.reader.at(clause_end) == '，' && self.is_titled_person(clause_end + 1, limit)
    }

    /// Whether somebody with a post is named here, or with several: 党总支书记、院长林知远.
    fn is_titled_person(&self, at: usize, limit: usize) -> bool {
        let reader = self.reader;
        let found = |at: &usize| item(reader, self.registry, *at, limit, Before::default());
        // Behind a post by itself, the next one.
        let next = |at: &usize| {
            let post = found(at).filter(|item| item.kind == Kind::Label && item.count.is_none() && reader.at(item.end) == '、')?;
            reader.words.longest_before(post.end, *at, Class::PostHeads).map(|_| post.end + 1)
        };
        let last = std::iter::successors(Some(at), next).take(MOST_POSTS).last();
        last.as_ref().and_then(found).is_some_and(|item| matches!(&item.kind, Kind::Person { posts, .. } if !posts.is_empty()))
    }

    /// Whether an item is somebody whom only the characters make a name: in speech that is not enough.
    fn is_stranger(&self, first: Option<&Listed>) -> bool {
        first.is_some_and(|listed| match &listed.item.kind {
            Kind::Person { posts, at, .. } => {
                let bare = listed.item.span == *at || listed.item.rule == Rule::NameBehindOf;
                posts.is_empty() && at.len() > 1 && self.registry.name_at(self.reader, at.start).is_none() && bare
            }
            _ => false,
        })
    }

    /// 代表市政府与各县委书记签订了责任书: the other side signs too.
    fn counterpart(&mut self, start: usize, end: usize) {
        let reader = self.reader;
        let Some(verb) = (start..end).find(|&i| matches!(reader.at(i), '签') && reader.word(i, end, Class::RoleExchange).is_some()) else {
            return;
        };
        let with = (start..verb).rev().filter(|&i| matches!(reader.at(i), '与' | '同' | '和') && i + 2 < verb).take(MOST_SIDES);
        let sides: Vec<(usize, Vec<Listed>)> = with.map(|with| (with + 1, self.list(with + 1, verb))).collect();
        let opens = |from: usize| reader.word(from, verb, Class::GroupOpeners).is_some() || reader.number(from, verb).is_some();
        let whole = |items: &[Listed]| items.last().is_some_and(|listed| listed.item.end == verb);
        // 与|厅党组和各支部书记: the side that reaches furthest back
        let side = sides.iter().rev().find(|(from, items)| opens(*from) || whole(items) && reader.at(from - 1) != '和');
        if let Some((_, items)) = side.filter(|(_, items)| !items.is_empty()) {
            self.emit(Rule::PhraseOtherSide, items, CharSpan::new(verb, end));
        }
    }

    /// 率全体工作人员参加会议: those who were led along took part too.
    fn companions(&mut self, start: usize, end: usize) {
        let reader = self.reader;
        let Some(from) = reader.word(start, end, Class::LeadingVerbs) else { return };
        let items = self.list(from, end);
        let stop = items.last().map_or(end, |listed| listed.item.end);
        if reader.word(stop, end, Class::RoleAttend).is_some() {
            self.emit(Rule::PhraseOtherSide, &items, CharSpan::new(stop, end));
        }
    }

    /// 从县长林知远手中接过奖杯: those who gave it.
    fn givers(&mut self, start: usize, end: usize) {
        let reader = self.reader;
        let Some(from) = (start..end.min(start + 8)).find(|&i| reader.at(i) == '从') else { return };
        let Some(hands) = (from + 3..end).find(|&i| reader.at(i) == '手' && reader.word(i, end, Class::RolePresent).is_some()) else {
            return;
        };
        let items = self.list(from + 1, hands);
        if items.last().is_some_and(|listed| listed.item.end == hands) {
            let to = reader.word(hands, end, Class::RolePresent).unwrap_or(end);
            self.emit(Rule::PhraseGivers, &items, CharSpan::new(hands, to));
        }
    }

    /// 分别作主题报告：北林大学秦关研究员的《甲》、南湾大学严冬教授的《乙》: behind the colon each talk with its speaker.
    fn talks(&mut self, at: usize, limit: usize) {
        let reader = self.reader;
        if at == 0 || reader.at(at - 1) != '：' {
            return;
        }
        let talk = [Class::RoleReport, Class::RoleSpeak].iter().find_map(|&class| reader.words.longest_before(at - 1, 0, class));
        let Some(talk) = talk else { return };
        let mut from = at;
        while let Some(title) = (from..limit.min(from + LONGEST_LEAD)).find(|&i| reader.at(i) == '《') {
            let Some(close) = reader.closing(title) else { return };
            let items = self.list(from, title);
            let of = items.last().is_some_and(|listed| listed.item.end + 1 == title && reader.at(listed.item.end) == '的');
            if !of || !holds_titled(&items) {
                return;
            }
            self.emit(Rule::PhraseHeard, &items, CharSpan::new(talk, at - 1));
            from = conjunction_end(reader, close).unwrap_or(close + usize::from(is_mark(reader.at(close))));
        }
    }

    fn emit(&mut self, rule: Rule, items: &[Listed], predicate: CharSpan) {
        self.read.phrases.push(Phrase { items: items.to_vec(), predicate, place: self.place, rule });
    }
}
