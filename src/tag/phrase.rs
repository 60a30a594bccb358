//! Phrases of the agenda: a list of participants and what it says of them.

use super::item::{Before, Item, Kind, conjunction_end, count_behind, count_inside, inside_word, item};
use super::reader::{Reader, is_mark};
use super::registry::Registry;
use crate::layout::{Paragraph, ReportLayout};
use crate::lexicon::{Class, Matches};
use crate::model::Role;
use crate::names;
use crate::rules::Rule;
use crate::text::{CharSpan, is_han};

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
    report.heading.is_some_and(|heading| reader.words.first(heading.start, heading.end, Class::DirectiveTranscripts).is_some())
}

/// The longest name in a line of its own, with 同志 behind it.
const LONGEST_NAME: usize = 6;

/// The longest words for a speaker before a colon, in characters.
const LONGEST_LEAD: usize = 30;

/// How far behind a demand somebody else is looked for who acts in the same sentence.
const LONGEST_DEMAND: usize = 200;

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
                clause_end = self::clause_end(reader, list_end, limit);
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

    /// Whether somebody with a post is named here.
    fn is_titled_person(&self, at: usize, limit: usize) -> bool {
        let next = item(self.reader, self.registry, at, limit, Before::default());
        matches!(next, Some(Item { kind: Kind::Person { ref posts, .. }, .. }) if !posts.is_empty())
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
        let Some(with) = (start..verb).rev().find(|&i| {
            let group = || reader.word(i + 1, verb, Class::GroupOpeners).is_some() || reader.number(i + 1, verb).is_some();
            matches!(reader.at(i), '与' | '同' | '和') && i + 2 < verb && group()
        }) else {
            return;
        };
        let items = self.list(with + 1, verb);
        if !items.is_empty() {
            self.emit(Rule::PhraseOtherSide, &items, CharSpan::new(verb, end));
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

    /// The list that a clause is about, and where the search for it ended; lists whose predicate is told by the form itself are read on
    /// the way.
    fn clause_items(&mut self, at: usize, clause_end: usize, limit: usize) -> (usize, Vec<Listed>) {
        if let Some(found) = self.led_items(at, clause_end, limit) {
            return found;
        }
        let (start, items) = self.opening_items(at, clause_end, limit);
        if !items.is_empty() {
            return (start, items);
        }
        if let Some(subject) = self.known_subject(start, clause_end) {
            return (start, vec![Listed { item: subject, mark: ' ' }]);
        }
        if self.gathered(start, clause_end, limit) {
            return (clause_end, Vec::new());
        }
        (start, self.inner_items(start, clause_end, limit))
    }

    /// What words before a list say of it: 听取了…, 在…的见证下, 主持人是…, 出席会议的有…, 邀请…, 召开…参加的….
    fn led_items(&mut self, at: usize, clause_end: usize, limit: usize) -> Option<(usize, Vec<Listed>)> {
        let reader = self.reader;
        if let Some(from) = heard(reader, at, clause_end).filter(|_| self.registry.name_at(reader, at).is_none()) {
            self.reports_heard(from, clause_end);
            return Some((clause_end, Vec::new()));
        }
        // 会议|在县长林知远的主持下进行
        let lead = reader.word(at, clause_end, Class::Gatherings).filter(|&to| reader.at(to) == '在').unwrap_or(at);
        if let Some(witness) = witnessed(reader, lead, limit) {
            let items = self.list(lead + 1, witness.start);
            if !items.is_empty() {
                self.emit(Rule::PhraseListLead, &items, witness);
                return Some((witness.end, Vec::new()));
            }
        }
        if let Some(from) = chair_lead(reader, at, clause_end) {
            let items = self.list(from, clause_end);
            if !items.is_empty() {
                let place = Place::Field(Role::Presided);
                self.read.phrases.push(Phrase { items, predicate: CharSpan::new(at, from), place, rule: Rule::PhraseListLead });
                return Some((clause_end, Vec::new()));
            }
        }
        if self.cleft(at, clause_end, limit) || self.cleft_object(at, clause_end) {
            return Some((clause_end, Vec::new()));
        }
        if let Some(from) = list_lead(reader, at, clause_end) {
            let items = self.list_led(from, limit, true);
            if !items.is_empty() {
                self.emit(Rule::PhraseListLead, &items, CharSpan::new(at, from));
                return Some((clause_end, items));
            }
        }
        if let Some(from) = invited(reader, at, clause_end) {
            let items = self.list(from, limit);
            let gives = || items.last().is_some_and(|listed| light_act(reader, listed.item.end.max(1) - 1, clause_end).is_some());
            if holds_titled(&items) || gives() {
                // 活动邀请副院长林知远、秦关，给家长们答疑: those who are invited take part, whatever they do there.
                if items.last().is_some_and(|listed| reader.at(listed.item.end) == '，' && !acts(reader, listed.item.end + 1, limit)) {
                    self.emit(Rule::PhraseListAlone, &items, CharSpan::new(limit, limit));
                }
                return Some((at, items));
            }
        }
        self.attended_by(at, clause_end).then_some((clause_end, Vec::new()))
    }

    /// 主持会议的是县长林知远, 宣读决定的是秦关: who did something stands behind what was done.
    fn cleft(&mut self, at: usize, clause_end: usize, limit: usize) -> bool {
        let Some(of) = cleft_lead(self.reader, at, clause_end) else { return false };
        let items = self.list(of + 2, limit);
        let people = items.iter().any(|listed| matches!(listed.item.kind, Kind::Person { .. }));
        if people {
            self.emit(Rule::PhraseCleft, &items, CharSpan::new(at, of));
        }
        people
    }

    /// 奖牌是县长林知远亲手颁发的: who did something stands before it, behind 是.
    fn cleft_object(&mut self, at: usize, clause_end: usize) -> bool {
        let reader = self.reader;
        if reader.at(clause_end.saturating_sub(1)) != '的' {
            return false;
        }
        let Some(is) = (at + 2..clause_end.min(at + LONGEST_LEAD)).find(|&i| reader.at(i) == '是') else { return false };
        let from = is + 1 + usize::from(reader.at(is + 1) == '由');
        let items = self.list(from, clause_end - 1);
        let stop = items.last().map_or(clause_end, |listed| listed.item.end);
        let acts = stop < clause_end - 1 && items.iter().all(|listed| matches!(listed.item.kind, Kind::Person { .. } | Kind::Label));
        if acts {
            self.emit(Rule::PhraseCleft, &items, CharSpan::new(stop, clause_end - 1));
        }
        acts
    }

    /// The list that opens a clause behind its adverbials: 会上，随后由….
    fn opening_items(&mut self, at: usize, clause_end: usize, limit: usize) -> (usize, Vec<Listed>) {
        let reader = self.reader;
        let mut start = if self.place == Place::Narrative { self.behind_ordinal(at, clause_end) } else { at };
        // 作为教师代表，林小凤作了发言
        let role = matches!((reader.at(start), reader.at(start + 1)), ('作' | '身', '为')) && reader.at(clause_end) == '，';
        if role && reader.words.longest_before(clause_end, start, Class::PostHeads).is_some() && self.is_person(clause_end + 1, limit) {
            start = (start + 2..clause_end).rev().find(|&i| reader.at(i) == '的').map_or(start + 2, |of| of + 1);
        }
        for _ in 0..MOST_LEAD_WORDS {
            while start < clause_end && (reader.at(start) == ' ' || reader.at(start) == '”') {
                start += 1;
            }
            let lead = reader.word(start, clause_end, Class::LeadWords).filter(|_| !inside_word(reader, start));
            if let Some(end) = lead.filter(|&end| end - start > 1) {
                start = end;
                continue;
            }
            let items = self.list(start, limit);
            if !items.is_empty() {
                return (start, items);
            }
            // 和大家聊了聊: with whom, and no other subject
            let with_all = matches!(reader.at(start), '和' | '与') && (reader.at(start + 1), reader.at(start + 2)) == ('大', '家');
            match lead {
                Some(end) if !with_all => start = end,
                _ => break,
            }
        }
        (start, Vec::new())
    }

    /// 一是各支部书记述职；二是林知远讲话, 一、林知远通报…: where an item of the agenda starts behind its number.
    fn behind_ordinal(&self, at: usize, limit: usize) -> usize {
        let reader = self.reader;
        let opens_line = at == 0 || reader.at(at - 1) == '\n';
        let named = |end: usize| opens_line && matches!(reader.at(end), '、' | '.' | '．') && self.is_person(end + 1, limit);
        let number = reader.number(at, limit.min(at + 4));
        number.filter(|&(end, _)| reader.at(end) == '是' || named(end)).map_or(at, |(end, _)| end + 1)
    }

    /// 组织全体党员学习, 组织全体教职工召开大会: those who are gathered took part.
    fn gathered(&mut self, at: usize, clause_end: usize, limit: usize) -> bool {
        let Some(from) = organized(self.reader, at, clause_end) else { return false };
        let mut items = self.list(from, limit);
        if items.is_empty() {
            let acts =
                |i: usize| [Class::HoldingVerbs, Class::RoleOther].iter().any(|&class| self.reader.word(i, clause_end, class).is_some());
            let verb = (from + 2..clause_end.min(from + LONGEST_LEAD)).find(|&i| acts(i));
            items = verb.map_or_else(Vec::new, |verb| self.list(from, verb));
        }
        let group = items.first().is_some_and(|listed| listed.item.kind == Kind::Label);
        if group {
            self.emit(Rule::PhraseOrganized, &items, CharSpan::new(limit, limit));
        }
        group
    }

    /// The list inside of a clause: 会议由…主持, 共有12名代表参加.
    fn inner_items(&mut self, at: usize, clause_end: usize, limit: usize) -> Vec<Listed> {
        let reader = self.reader;
        let agent = (at..clause_end).find(|&i| reader.at(i) == '由' && reader.closing(i).is_none());
        let items = agent.map_or_else(Vec::new, |agent| self.list(agent + 1, limit));
        // 由分管校长签字: behind 由 stands who acts, and then what is done.
        let acts = items.last().is_some_and(|listed| !reader.is_boundary(listed.item.end, limit) || !is_word(reader, &listed.item));
        if acts {
            return items;
        }
        let number = |i: usize| reader.number(i, clause_end).is_some_and(|(to, _)| !matches!(reader.at(to), '年' | '月' | '日' | '是'));
        let counted = |i: usize| {
            let further = || (i + 1..clause_end.min(i + 8)).take_while(|&k| is_han(reader.at(k - 1))).any(number);
            reader.number(i, clause_end).is_some()
                || reader.word(i, clause_end, Class::GroupOpeners).is_some()
                || (i > 1 && reader.at(i - 2) == '共' && further())
        };
        let present = (at..clause_end).find(|&i| reader.at(i) == '有' && counted(i + 1));
        let present = present.filter(|&present| verb_of_agenda(reader, present, clause_end, false).is_some());
        present.map_or_else(Vec::new, |present| self.list(present + 1, limit))
    }

    /// 召开各镇负责人参加的座谈会: who took part stands before what was held.
    fn attended_by(&mut self, at: usize, clause_end: usize) -> bool {
        let reader = self.reader;
        let Some(held) = (at..clause_end).find_map(|i| reader.word(i, clause_end, Class::HoldingVerbs).filter(|&to| to > i + 1)) else {
            return false;
        };
        let behind = held + usize::from(reader.at(held) == '了');
        let from = behind + usize::from(matches!(reader.at(behind), '由' | '有'));
        let attends = |i: usize| reader.word(i, clause_end, Class::RoleAttend).filter(|&to| to > i + 1 && reader.at(to) == '的');
        let Some((verb, to)) = (from + 2..clause_end).find_map(|i| attends(i).map(|to| (i, to))) else { return false };
        let items = self.list(from, verb);
        let whole = items.last().is_some_and(|listed| listed.item.end == verb);
        if whole {
            self.emit(Rule::PhraseListLead, &items, CharSpan::new(verb, to));
        }
        whole
    }

    /// 会议听取了甲所作的…报告、乙关于…的报告: each of them reported.
    fn reports_heard(&mut self, from: usize, clause_end: usize) {
        let mut at = from;
        while at < clause_end {
            // 听取了水利局和铁路公司|的汇报
            let talks = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak];
            let talk = |of: usize| talks.iter().any(|&class| self.reader.word(of + 1, clause_end, class).is_some());
            let of = (at..clause_end).rev().find(|&i| self.reader.at(i) == '的').filter(|&of| talk(of)).unwrap_or(clause_end);
            let made = usize::from(matches!(self.reader.at(of - 1), '作' | '做'));
            let mut items = self.list_led(at, if at + made < of { of - made } else { clause_end }, true);
            // 包案单位的汇报: no body is named
            items.retain(|listed| {
                let CharSpan { start, end } = listed.item.span;
                listed.item.kind != Kind::Organization || self.reader.words.longest_before(end, start, Class::GenericBodies).is_none()
            });
            let stop = items.last().map_or(at, |listed| listed.item.end);
            // 关于灾情和转移情况的汇报
            let parts = |i: usize| {
                self.reader.at(i) == '、' || (i > at && matches!(self.reader.at(i), '和' | '及') && self.reader.closing(i).is_none())
            };
            let next = (stop.max(at)..clause_end).filter(|&i| parts(i)).find(|&i| items.is_empty() || self.is_person(i + 1, clause_end));
            let next = next.unwrap_or(clause_end);
            if !items.is_empty() {
                self.emit(Rule::PhraseHeard, &items, CharSpan::new(stop, next));
            }
            at = next.max(at) + 1;
        }
    }

    /// The items from a position on, over 、，and conjunctions.
    fn list(&mut self, at: usize, limit: usize) -> Vec<Listed> {
        self.list_led(at, limit, false)
    }

    /// The same; `led` where words before it say that a list of participants follows.
    fn list_led(&mut self, at: usize, limit: usize, led: bool) -> Vec<Listed> {
        let reader = self.reader;
        let mut items: Vec<Listed> = Vec::new();
        let mut start = at;
        let mut mark = ' ';
        loop {
            start = self.behind_honour(start, limit).unwrap_or(start);
            let Some(item) = self.next_item(&items, CharSpan::new(start, limit), mark, led) else { break };
            if let Kind::Person { name, .. } = &item.kind {
                self.person = Some(name.clone());
            }
            let mut end = item.end;
            items.push(Listed { item, mark });
            if let Some((first, bodies)) = counted_companies(reader, &items, end, limit) {
                end = bodies.end;
                let mark = items[first].mark;
                items.truncate(first);
                items.push(Listed { item: bodies, mark });
            }
            // 等多位专家: how many, and no post
            let post = label_behind(reader, &items, end, limit).filter(|post| !matches!(reader.at(post.start), '多' | '几' | '众'));
            if let Some(post) = post {
                // 处长秦关等5个支部的学员代表
                let stand_for = reader.at(post.end - 2) == '代' && post.start > end + 2;
                let leaders = stand_for || reader.words.longest_before(post.end, post.start, Class::LeaderLabels).is_some();
                share_label(&mut items, &reader.text(post.start, post.end), leaders);
            }
            if let Some(last) = items.last_mut() {
                end = tail(reader, &mut last.item, end, limit);
                let stop = behind_constituency(reader, &last.item, end, limit);
                let speaks_for = |stop: usize| (stop + 3..stop + 6).any(|i| reader.at(i) == '代' && reader.at(i + 1) == '表');
                let goes_on = |stop: usize| reader.at(stop) == '，' || speaks_for(stop) || self.is_person(stop + 1, limit);
                end = stop.filter(|&stop| goes_on(stop)).unwrap_or(end);
            }
            mark = reader.at(end);
            if end >= limit {
                break;
            }
            match mark {
                '、' | '，' | '；' => start = end + 1,
                _ => match conjunction_end(reader, end) {
                    Some(to) => start = to,
                    None => break,
                },
            }
            // 社区书记乔迁，还有共建单位的代表
            if matches!(mark, '，' | '、') && reader.at(start) == '还' && reader.at(start + 1) == '有' {
                start += 2;
            }
            if witnessed(reader, start, limit).is_some() {
                break;
            }
            if matches!(mark, '，' | '；') {
                while let Some(to) = conjunction_end(reader, start) {
                    start = to;
                }
            }
        }
        items
    }

    /// The item of a list that starts a span, behind the others and the mark after them.
    fn next_item(&self, items: &[Listed], span: CharSpan, mark: char, led: bool) -> Option<Item> {
        let (reader, CharSpan { start, end: limit }) = (self.reader, span);
        let mut before = before(items, mark);
        before.person |= items.is_empty() && self.place == Place::Narrative && run_of_names(reader, start, limit);
        let found = self
            .pronoun(start, limit)
            .or_else(|| self.short_mention(start, limit))
            .or_else(|| item(reader, self.registry, start, limit, before));
        let found = found.or_else(|| crowd(reader, start, limit, led || !items.is_empty()));
        let among = || items.iter().any(is_titled) && self.place == Place::Narrative;
        found.or_else(|| if among() { stranger_with_label(reader, start, limit) } else { None })
    }

    /// 全国劳动模范、|退休焊工秦大山: a label of honour that stands before somebody's posts.
    fn behind_honour(&self, at: usize, limit: usize) -> Option<usize> {
        let reader = self.reader;
        let stop = (at + 2..limit.min(at + LONGEST_NAME * 3)).find(|&i| is_mark(reader.at(i))).filter(|&i| reader.at(i) == '、')?;
        // 法医林知远的妻子、|小学教师秦小凤
        let kin = || reader.words.longest_before(stop, at, Class::Epithets).is_some_and(|kin| reader.at(kin - 1) == '的');
        let honour = (reader.words.longest_before(stop, at, Class::HonourHeads).is_some() || kin())
            && !(at..stop).any(|i| conjunction_end(reader, i).is_some());
        (honour && self.is_titled_person(stop + 1, limit)).then_some(stop + 1)
    }

    /// 林知远边听边记，正在开会的林知远通过手机连线，: a name that is known and no ordinary word opens a clause, whatever is said of it.
    fn known_subject(&mut self, at: usize, clause_end: usize) -> Option<Item> {
        let of = (at..clause_end.min(at + 16)).find(|&i| self.reader.at(i) == '的').map(|of| of + 1);
        let behind_of = || of.and_then(|of| self.registry.name_at(self.reader, of).map(|end| (of, end)));
        let (at, end) =
            self.registry.name_at(self.reader, at).map(|end| (at, end)).or_else(behind_of).filter(|&(_, end)| end < clause_end)?;
        let name = self.reader.name(CharSpan::new(at, end));
        self.person = Some(name.clone());
        let plain = self.place == Place::Narrative && names::word(&self.reader.chars[at..end]) == 0;
        plain.then(|| person_item(Rule::NameKnown, name, CharSpan::new(at, end)))
    }

    fn is_person(&self, at: usize, limit: usize) -> bool {
        let next = item(self.reader, self.registry, at, limit, Before::default());
        next.is_some_and(|item| matches!(item.kind, Kind::Person { .. }))
    }

    /// 他, 她 before a verb.
    fn pronoun(&self, at: usize, limit: usize) -> Option<Item> {
        let fits = matches!(self.reader.at(at), '他' | '她')
            && self.reader.at(at + 1) != '们'
            && super::name::follow(self.reader, at + 1, limit) > 0;
        let name = fits.then(|| self.person.clone())??;
        Some(person_item(Rule::NamePronoun, name, CharSpan::new(at, at + 1)))
    }

    /// 魏主任, 张书记.
    fn short_mention(&self, at: usize, limit: usize) -> Option<Item> {
        let (end, name) = self.registry.surname_and_post_at(self.reader, at, limit)?;
        (super::name::follow(self.reader, end, limit) > 0).then(|| person_item(Rule::NameSurnameAndPost, name, CharSpan::new(at, end)))
    }

    fn emit(&mut self, rule: Rule, items: &[Listed], predicate: CharSpan) {
        self.read.phrases.push(Phrase { items: items.to_vec(), predicate, place: self.place, rule });
    }
}

fn person_item(rule: Rule, name: String, span: CharSpan) -> Item {
    Item { kind: Kind::Person { name, at: span, posts: Vec::new() }, span, count: None, number: None, end: span.end, rule }
}

fn before(items: &[Listed], mark: char) -> Before {
    let Some(last) = items.last() else { return Before::default() };
    let joined = !matches!(mark, '，' | '；');
    let person = matches!(last.item.kind, Kind::Person { .. });
    Before { person: joined && person, organization: joined && last.item.kind == Kind::Organization }
}

/// Whether the characters of a person's name are an ordinary word.
fn is_word(reader: &Reader, item: &Item) -> bool {
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
        strange += usize::from(super::name::surname_length(reader, from) == 0);
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
        && stop.is_some_and(|stop| super::name::follow(reader, stop, end) > 2)
}

/// 县农业、水利、信用联社等部门负责人: a run whose people are named only at its end, before a verb of the agenda.
fn crowd(reader: &Reader, at: usize, limit: usize, listed: bool) -> Option<Item> {
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
    if super::name::follow(reader, head_end, limit) < 3
        && reader.number(head_end, limit).is_none()
        && !matches!(reader.at(head_end), '共' | '计')
    {
        return None;
    }
    if (at..head_end).any(|i| {
        matches!(reader.at(i), '了' | '在' | '把' | '是' | '要')
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

/// The longest label before a name in a list, in characters.
const LONGEST_LABEL: usize = 12;

/// 片儿警秦关, 直播达人林小凤: among people with posts a piece that ends with a name, whatever stands before it.
fn stranger_with_label(reader: &Reader, at: usize, limit: usize) -> Option<Item> {
    let stop =
        (at + 4..limit.min(at + LONGEST_LABEL + 4)).find(|&i| is_mark(reader.at(i)) || super::name::follow(reader, i, limit) >= 5)?;
    let name = [3, 2]
        .into_iter()
        .map(|length| CharSpan::new(stop - length, stop))
        .find(|name| name.start >= at + 2 && super::name::is_likely(reader, *name))?;
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
fn behind_constituency(reader: &Reader, item: &Item, at: usize, limit: usize) -> Option<usize> {
    if !matches!(item.kind, Kind::Person { .. }) || reader.at(at) != '代' || reader.at(at + 1) != '表' {
        return None;
    }
    let stop = (at + 2..limit.min(at + 14)).find(|&i| is_mark(reader.at(i)))?;
    let verbs = [Class::RoleExchange, Class::RoleSpeak, Class::RoleReport, Class::RolePresent, Class::RoleAttend, Class::RoleAnnounce];
    let acts = (at + 2..stop).any(|i| verbs.iter().any(|&class| reader.word(i, stop, class).is_some()));
    (!acts && matches!(reader.at(stop), '、' | '，')).then_some(stop)
}

/// 甲、乙等县领导: the label behind a list of names.
fn label_behind(reader: &Reader, items: &[Listed], at: usize, limit: usize) -> Option<CharSpan> {
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
        .find_map(|i| reader.word(i, limit, class).filter(|&to| super::name::follow(reader, to, limit) > 2))?;
    // 等6位获奖代表, 等相关领导
    let opened = (from..head_end).any(|i| reader.word(i, head_end, Class::GroupOpeners).is_some_and(|to| to - i > 1));
    let joined = (from..head_end).any(|i| conjunction_end(reader, i).is_some());
    let vague = joined || reader.word(from, head_end, Class::GroupDeterminers).is_some();
    (!vague && (counted.is_none() || !opened)).then(|| CharSpan::new(from, head_end))
}

/// 安河、李宁等20多家企业负责人: short words that look like names are companies where those are counted behind them.
fn counted_companies(reader: &Reader, items: &[Listed], at: usize, limit: usize) -> Option<(usize, Item)> {
    let (to, _) = reader.number(at + 1, limit).filter(|&(to, _)| reader.at(at) == '等' && reader.at(to) == '家')?;
    let first = items.iter().rposition(|listed| !matches!(listed.mark, '、' | '和')).unwrap_or(0);
    let bare = |listed: &Listed| matches!(&listed.item.kind, Kind::Person { at, posts, .. } if posts.is_empty() && *at == listed.item.span);
    let run = items.get(first..).filter(|run| run.iter().all(bare))?;
    let heads = [Class::GroupHeads, Class::PostHeads];
    let head = |i: usize| heads.iter().filter_map(|&class| reader.word(i, limit, class)).filter(|&to| to - i > 1).max();
    let near = (to + 1..limit.min(to + LONGEST_LABEL)).take_while(|&i| !is_mark(reader.at(i)));
    let end = near.filter_map(head).find(|&to| super::name::follow(reader, to, limit) >= 3 || count_behind(reader, to, limit).is_some())?;
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
fn share_label(items: &mut [Listed], label: &str, general: bool) {
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

/// 苏和巴特、林若水、秦关出席会议: a run of short words before a verb of taking part, most of them with a surname.
fn run_of_names(reader: &Reader, at: usize, limit: usize) -> bool {
    let (mut from, mut words, mut with_surname) = (at, 0_usize, 0_usize);
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
        with_surname += usize::from(super::name::surname_length(reader, from) > 0);
        match reader.at(stop) {
            '、' | '和' => from = stop + 1,
            // 等党和国家领导人出席
            mark => {
                let attends = |i: usize| reader.word(i, limit, Class::RoleAttend).is_some();
                let further = || mark == '等' && (stop + 1..limit.min(stop + 16)).take_while(|&i| is_han(reader.at(i))).any(attends);
                return words > 1 && with_surname * 2 >= words && (attends(stop) || further());
            }
        }
    }
}

/// Passes over what may stand behind the last item: 等领导, 等, 等3人, 4个先进集体代表; 民政局等单位负责人 is a label.
fn tail(reader: &Reader, item: &mut Item, at: usize, limit: usize) -> usize {
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
    let generic = reader.word(end, limit, Class::GenericBodies).filter(|&to| super::name::follow(reader, to, limit) >= 3);
    if let Some(to) = generic.filter(|_| end > at && item.kind == Kind::Organization) {
        item.end = to;
        return to;
    }
    // 等领导、各部门负责人
    let heads = !counted
        && [Class::GroupHeads, Class::PostHeads].iter().any(|&class| reader.word(end, limit, class).is_some_and(|to| to - end > 1));
    if end == at || (!heads && super::name::follow(reader, end, limit) >= 3) {
        item.end = end;
        return end;
    }
    let closes = |i: usize| is_mark(reader.at(i)) || (i > end && conjunction_end(reader, i).is_some());
    let stop = (end..limit.min(end + 16)).find(|&i| closes(i)).unwrap_or(limit.min(end + 16));
    let head = [Class::GenericGroups, Class::GroupHeads, Class::PostHeads]
        .into_iter()
        .filter_map(|class| {
            (end..stop).find_map(|i| reader.word(i, limit, class).filter(|&to| to - i > 1 && super::name::follow(reader, to, limit) > 2))
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

/// Where the clause ends: at the next ，；：。outside brackets.
fn clause_end(reader: &Reader, at: usize, limit: usize) -> usize {
    let mut i = at;
    while i < limit && !(is_mark(reader.at(i)) && reader.at(i) != '、') {
        i = reader.step(i);
    }
    i.min(limit)
}

/// 会议听取了…, 大会审议通过了…: where the list of what was heard starts.
fn heard(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let verb = |i: usize| matches!((reader.at(i), reader.at(i + 1)), ('听', '取') | ('审', '议'));
    let mut from = (at..clause_end.min(at + 8)).find(|&i| verb(i))? + 2;
    while matches!(reader.at(from), '和' | '并' | '审' | '议' | '了' | '通' | '过' | '讨' | '论') {
        from += 1;
    }
    Some(from)
}

/// 在县长林知远，副县长秦关的见证下: the words behind the list.
fn witnessed(reader: &Reader, at: usize, limit: usize) -> Option<CharSpan> {
    if reader.at(at) != '在' {
        return None;
    }
    let verb = (at + 2..limit.min(at + 160))
        .take_while(|&i| reader.at(i) != '。')
        .find(|&i| matches!((reader.at(i), reader.at(i + 1)), ('见', '证') | ('陪', '同') | ('主', '持')))?;
    (reader.at(verb + 2) == '下').then_some(CharSpan::new(verb, verb + 3))
}

/// 主持人是, 晚会主持由…担任: where the name behind it starts.
fn chair_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    // 主持会议的是
    let presides = (at..clause_end.min(at + 4)).find_map(|i| reader.word(i, clause_end, Class::RolePreside));
    let of =
        presides.and_then(|to| (to..clause_end.min(to + 8)).find(|&i| reader.at(i) == '的' && matches!(reader.at(i + 1), '是' | '为')));
    if let Some(of) = of {
        return Some(of + 2);
    }
    let held = || (at..clause_end).any(|i| reader.at(i) == '担' && reader.at(i + 1) == '任');
    let label = |from: usize| reader.word(from, clause_end, Class::FieldChair);
    let leads = |to: usize| matches!(reader.at(to), '是' | '为') || reader.at(to) == '由' && held();
    (at..clause_end.min(at + 6)).find_map(label).filter(|&to| leads(to)).map(|to| to + 1)
}

/// 主持会议的是, 第一个发言的是: where 的是 stands behind a verb of the agenda that opens the clause.
fn cleft_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let of = (at + 2..clause_end.min(at + 24)).find(|&i| reader.at(i) == '的' && reader.at(i + 1) == '是')?;
    let classes = [
        Class::RolePreside,
        Class::RoleExchange,
        Class::RoleSpeak,
        Class::RoleReport,
        Class::RolePresent,
        Class::RoleAnnounce,
        Class::RoleAttend,
    ];
    let verb = |i: usize| classes.iter().any(|&class| reader.word(i, of, class).is_some());
    let inner = (at..of).any(|i| matches!(reader.at(i), '是' | '的' | '受' | '被'));
    (!inner && (at..of).any(verb)).then_some(of)
}

/// 参加会议的还有, 出席会议的领导有: where the list behind it starts.
fn list_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let counted = (at..clause_end.min(at + 8)).find_map(|i| reader.word(i, clause_end, Class::ListLeads));
    if counted.is_some() {
        return counted;
    }
    if let Some(judges) = judges_lead(reader, at, clause_end) {
        return Some(judges);
    }
    let verb = (at..clause_end.min(at + 8)).find(|&i| reader.word(i, clause_end, Class::RoleAttend).is_some())?;
    let of = (verb..clause_end.min(verb + 14)).find(|&i| reader.at(i) == '的');
    // 围着圆桌坐下的，有…
    let paused = |of: usize| of + 1 == clause_end && reader.at(of + 1) == '，' && reader.at(of + 2) == '有';
    let has = match of {
        Some(of) if paused(of) => of + 2,
        Some(of) => {
            let also = |i: usize| reader.at(i) == '还' && reader.at(i + 1) == '有';
            let near = (of..clause_end.min(of + 8)).find(|&i| reader.at(i) == '有');
            near.or_else(|| (of..clause_end.min(of + LONGEST_LEAD)).find(|&i| also(i)).map(|i| i + 1))?
        }
        None => (verb..clause_end.min(verb + 8))
            .find(|&i| reader.at(i) == '有' && reader.words.longest_before(i, verb, Class::GroupHeads).is_some())?,
    };
    Some(if reader.at(has + 1) == '：' { has + 2 } else { has + 1 })
}

/// 本次决赛评委由…组成, 担任大赛评委的有…: where the names begin.
fn judges_lead(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    let judges = (at..clause_end.min(at + 16)).find_map(|i| reader.word(i, clause_end, Class::Judges))?;
    let of = judges + usize::from(reader.at(judges) == '的');
    matches!(reader.at(of), '由' | '有' | '是' | '为').then_some(of + 1)
}

/// 学校特别邀请县医院院长林知远作讲座: where those who are invited are named.
fn invited(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    // 会议特邀省人民医院林知远教授授课, but not 特邀嘉宾
    let specially =
        |i: usize| reader.at(i) == '特' && reader.at(i + 1) == '邀' && reader.words.longest_before(i, at, Class::Gatherings).is_some();
    let verb = (at..clause_end).find(|&i| reader.at(i) == '邀' && reader.at(i + 1) == '请' || specially(i))?;
    let by_others = (verb.saturating_sub(12).max(at)..verb).any(|i| matches!(reader.at(i), '应' | '受'));
    let from = verb + 2 + usize::from(matches!(reader.at(verb + 2), '了' | '到'));
    (!by_others && reader.at(verb + 2) != '函').then_some(from)
}

/// Whether the next clause tells of an act of the agenda.
fn acts(reader: &Reader, at: usize, limit: usize) -> bool {
    let end = clause_end(reader, at, limit);
    let classes = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak, Class::RolePresent, Class::RoleAttend];
    classes.iter().any(|&class| reader.words.first(at, end, class).is_some())
}

/// 组织全体党员学习…: where those who are gathered are named.
fn organized(reader: &Reader, at: usize, clause_end: usize) -> Option<usize> {
    (at..clause_end)
        .find(|&i| reader.at(i) == '组' && reader.at(i + 1) == '织' && reader.word(i + 2, clause_end, Class::GroupDeterminers).is_some())
        .map(|i| i + 2)
}

/// Whether a clause without a subject goes on saying something of the subject before it.
fn starts_predicate(reader: &Reader, at: usize, end: usize) -> bool {
    [Class::SpeechFollow, Class::SpeechFollowWeak, Class::RoleAttend, Class::RoleReport, Class::RoleExchange]
        .iter()
        .any(|&class| reader.word(at, end, class).is_some())
}

/// Whether a clause only sets the scene: 就贯彻会议精神，分别从三个方面，
fn is_adverbial(reader: &Reader, at: usize, end: usize) -> bool {
    let from = reader.word(at, end, Class::LeadWords).unwrap_or(at);
    [at, from].into_iter().any(|from| reader.word(from, end, Class::SceneOpeners).is_some())
}

/// 从理论和实践两个层面作了讲解: a light verb with a noun of the agenda, in a clause that opens otherwise.
fn light_act(reader: &Reader, at: usize, end: usize) -> Option<usize> {
    let nouns = [Class::RoleReport, Class::RoleExchange, Class::RoleSpeak];
    let noun = |from: usize| (from..end).any(|i| nouns.iter().any(|&class| reader.word(i, end, class).is_some_and(|to| to - i > 1)));
    (at + 1..end).find(|&i| reader.word(i, end, Class::LightVerbs).is_some_and(noun))
}

/// Whether a list names somebody with a post: only then does it stand for people who took part without a verb of its own.
fn holds_titled(items: &[Listed]) -> bool {
    items.iter().any(is_titled)
}

/// 获得H的先进个人是：甲、乙; 表彰了…，他们是：甲、乙: a list behind a colon, of those who received something.
fn lists_winners(reader: &Reader, sentence: usize, items: &[Listed]) -> bool {
    let Some(start) = items.first().map(|listed| listed.item.span.start) else { return false };
    let lead = CharSpan::new(sentence.max(start.saturating_sub(60)), start);
    let verbs = [Class::AwardVerbsPassive, Class::AwardVerbsActive];
    let received = |i: usize| verbs.iter().any(|&class| reader.word(i, start, class).is_some_and(|to| to - i > 1));
    start > sentence && reader.at(start - 1) == '：' && lead.range().any(received)
}

/// 手机一律交领队保管, 协会可以提供编审力量: a clause that only looks like somebody with a post, where a verb stands before the post or the
/// name is an ordinary word.
fn tells_what_to_do(reader: &Reader, items: &[Listed]) -> bool {
    let [listed] = items else { return false };
    let Kind::Person { at, .. } = &listed.item.kind else { return false };
    let before = CharSpan::new(listed.item.span.start, at.start);
    let classes = [Class::Modals, Class::DirectiveModals, Class::DirectiveBans, Class::DirectiveAbsoluteBans];
    let modal = |i: usize| classes.iter().any(|&class| reader.word(i, before.end, class).is_some_and(|to| to - i > 1));
    let clause = || {
        let of = before.range().find(|&i| reader.at(i) == '的');
        of.is_some_and(|of| of > before.start + 6 && reader.word(before.start, of, Class::PresentByPart).is_none())
    };
    before.range().any(modal) || clause() || (before.len() > 4 && is_word(reader, &listed.item))
}

fn is_titled(listed: &Listed) -> bool {
    matches!(&listed.item.kind, Kind::Person { posts, .. } if !posts.is_empty())
}

/// Whether a list opens with a person, whose posts may stand before as items of their own: 县委副书记、县长秦关.
fn opens_with_person(items: &[Listed]) -> bool {
    let first = items.iter().position(|listed| listed.item.kind != Kind::Label);
    first.is_some_and(|first| {
        matches!(items[first].item.kind, Kind::Person { .. }) && items[1..=first].iter().all(|listed| listed.mark == '、')
    })
}

/// The verb of taking part in a clause whose own words are not understood: 承办地某县副县长某某应邀出席.
///
/// Behind 、 the words belong to the list, so that any verb of the agenda will do: 学生代表罗晓、罗晓的邻居先后发言.
fn verb_of_agenda(reader: &Reader, at: usize, end: usize, listed: bool) -> Option<usize> {
    let classes = [Class::RoleAttend, Class::RoleExchange, Class::RoleSpeak, Class::RoleReport, Class::RolePresent];
    let classes = if listed { &classes[..] } else { &classes[..1] };
    (at..end).find(|&i| classes.iter().any(|&class| reader.word(i, end, class).is_some()))
}

/// The verb of the agenda that stands further on in a clause.
fn verb_further_on(reader: &Reader, at: usize, end: usize, listed: bool) -> Option<usize> {
    let scene = || if is_adverbial(reader, at, end) { light_act(reader, at, end) } else { None };
    verb_of_agenda(reader, at, end, listed).or_else(scene)
}

/// Whether 、 stands before a piece.
fn listed_on(reader: &Reader, at: usize) -> bool {
    at > 0 && reader.at(at - 1) == '、'
}

/// Whether what follows the predicate is what was said: …强调，/…要求：.
fn introduces_speech(reader: &Reader, start: usize, end: usize, limit: usize) -> bool {
    if end >= limit || !matches!(reader.at(end), '，' | '：' | ',' | ':') {
        return false;
    }
    let announced = reader.at(end) == '：' && (reader.words.longest_before(end, start, Class::SpeechNouns).is_some() || end - start < 6);
    let counted = end >= 3 && matches!(reader.at(end - 3), '条' | '点' | '项' | '个' | '些' | '多') && reader.at(end) != '：';
    if counted {
        return false;
    }
    let listing = matches!(reader.at(end - 1), '单' | '表' | '榜' | '果');
    (announced && !listing) || reader.words.longest_before(end, start, Class::QuoteVerbs).is_some_and(|verb| verb >= start)
}

/// The longest words between somebody and the colon before what they say: 临走时只给大家留下了一句话.
const LONGEST_TELLING: usize = 24;

/// 镇长林知远拍板：…, 秦关临走时留下一句话：…, 林知远的话逗乐了大家：“…”: words behind a colon that are no list are those of the one
/// person before it, whatever else is told of them.
#[must_use]
pub fn says_behind_colon(reader: &Reader, items: &[Listed], predicate: CharSpan) -> bool {
    let [Listed { item: Item { kind: Kind::Person { .. }, .. }, .. }] = items else { return false };
    let CharSpan { start, end } = predicate;
    if reader.at(end) != '：' || predicate.len() > LONGEST_TELLING {
        return false;
    }
    let other = [
        Class::AwardVerbsPassive,
        Class::AwardVerbsGive,
        Class::HoldingVerbs,
        Class::RolePresent,
        Class::RoleAnnounce,
        Class::RoleReport,
        Class::RoleExchange,
        Class::ColonLists,
    ];
    let tells = predicate.range().any(|i| other.iter().any(|&class| reader.word(i, end, class).is_some_and(|to| to - i > 1)));
    let of_words = reader.at(start) != '的'
        || matches!(reader.at(start + 1), '话' | '发' | '回' | '建' | '意' | '看' | '提' | '答' | '说' | '开' | '表' | '态' | '语');
    of_words && !tells && !opens_nouns(reader, end + 1)
}

/// Whether what stands here is a list of nouns (青石村、白石村), and not one of things to do (不带手机、不打游戏).
fn opens_nouns(reader: &Reader, at: usize) -> bool {
    let mark = |i: usize| is_mark(reader.at(i)) || reader.at(i).is_whitespace();
    let mut stop = at;
    while stop < at + LONGEST_LEAD && !mark(stop) {
        stop = reader.step(stop);
    }
    let acts = [Class::Modals, Class::DirectiveModals, Class::DirectiveBans, Class::DirectiveImperatives, Class::SpeechFollow];
    let asks = (at..stop).any(|i| acts.iter().any(|&class| reader.word(i, stop, class).is_some()));
    let negates = matches!(reader.at(at), '不' | '别' | '先' | '少' | '多' | '凡' | '谁' | '把' | '没');
    let noun = [Class::PostHeads, Class::OrganizationHeads].iter().any(|&class| reader.words.longest_before(stop, at, class).is_some());
    !asks && !negates && (reader.at(stop) == '、' && reader.number(at, stop).is_none_or(|(to, _)| to != stop) || noun)
}

/// 会议强调，: the meeting itself speaks.
fn meeting_speaks(reader: &Reader, start: usize, end: usize, limit: usize) -> bool {
    reader
        .word(start, end, Class::SpeechBodies)
        .is_some_and(|body| reader.word(body, end, Class::QuoteVerbs) == Some(end) && introduces_speech(reader, start, end, limit))
}

/// Whether a sentence behind what somebody said is the report's again: it says nothing but who took part.
///
/// 林知远强调，要备足物资。县直各部门负责人参加会议。
fn tells_of_attendance(reader: &Reader, sentence: CharSpan) -> bool {
    let end = if reader.at(sentence.end.saturating_sub(1)) == '。' { sentence.end - 1 } else { sentence.end };
    let before = |end, class| reader.words.longest_before(end, sentence.start + 1, class);
    let mut object = before(end, Class::Gatherings).or_else(|| before(end, Class::AttendObjects)).unwrap_or(end);
    object -= usize::from(object < end && reader.at(object - 1) == '了');
    let attends = before(object, Class::RoleAttend).or_else(|| before(end, Class::RoleExchange).filter(|verb| end - verb > 2));
    list_lead(reader, sentence.start, end).is_some() || attends.is_some_and(|verb| !asks(reader, sentence.start, verb))
}

/// Whether a word that asks stands in a stretch: 希望大家, 必须, but not 主要.
fn asks(reader: &Reader, start: usize, end: usize) -> bool {
    let other_word =
        |at: usize| [at - 1, at].iter().any(|&from| reader.word(from, end, Class::DirectiveNotModals).is_some_and(|to| to > at));
    (start..end).any(|at| {
        reader.word(at, end, Class::DirectivePleas).is_some()
            || reader.word(at, end, Class::DirectiveModals).is_some() && !(at > 0 && other_word(at))
    })
}

/// Behind 首先, 其次, 最后: a word that opens a point.
fn point_word(reader: &Reader, at: usize, limit: usize) -> Option<usize> {
    [Class::DirectiveListFirst, Class::DirectiveListNext, Class::DirectiveListLast].iter().find_map(|&class| reader.word(at, limit, class))
}

/// Whether a paragraph opens with the number of a point: 一、（二）三是 第四 首先.
fn opens_point(reader: &Reader, at: usize) -> bool {
    let limit = at + 6;
    if reader.at(at) == '（' {
        return reader.number(at + 1, limit).is_some();
    }
    let from = if reader.at(at) == '第' { at + 1 } else { at };
    point_word(reader, at, limit).is_some()
        || reader.number(from, limit).is_some_and(|(end, _)| matches!(reader.at(end), '、' | '是' | '要' | '．' | '.' | '，' | '：'))
}
