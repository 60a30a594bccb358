//! Follows the speaker through the report: whose words is each segment part of?

use super::MEETING;
use super::demand;
use super::lead::{Lead, Who, author, doer, find, scene, talks};
use super::segment::{Form, Joint, Marker, Number, Segment};
use super::view::View;
use crate::lexicon::Class;
use crate::rules::{Rule, Step};
use crate::text::{CharSpan, is_han};
use std::collections::HashMap;

/// The longest post before who talks in an item of minutes.
const POST: usize = 14;

/// How far into a clause those may stand for whom somebody speaks.
const REPRESENTED: usize = 40;

/// How many messages are kept in mind.
const AUTHORS: usize = 16;

/// How somebody is said to speak; it tells how much of what follows is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 要求, 希望: what follows is asked.
    Ask,
    /// 强调: what follows is asked when it sounds like it.
    Stress,
    /// 指出
    Say,
    /// 表示, 说: as often a promise.
    Weak,
    /// 表态, 介绍, or somebody without a name: nothing is asked.
    Answer,
}

/// The speech that a segment is part of.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// Who speaks.
    pub speaker: Option<String>,
    /// How.
    pub kind: Kind,
    /// Whether the segment opens it.
    pub lead: bool,
    /// Whether its paragraph has not said who speaks.
    pub held: bool,
    /// What is said, without the lead.
    pub content: CharSpan,
    /// What says who speaks.
    pub step: Step,
}

impl Speech {
    /// Whether it is given in the speaker's own words: 甲乙把话挑明：….
    pub(super) fn is_direct(&self, view: View<'_>) -> bool {
        matches!(self.step.rule, Rule::LeadBeforeWords | Rule::LeadBehindQuote)
            || view.at(self.content.start) == '“'
            || view.before(self.content.start) == '“'
            || view.at(self.step.span.end + 1) == '“'
    }
}

/// The speech of each segment; `None` where nobody speaks. `transcript` is the one speaker of a speech in full, and
/// the line that says that it is one.
pub(super) fn speeches(view: View<'_>, segments: &[Segment], transcript: Option<&(String, CharSpan)>) -> Vec<Option<Speech>> {
    if let Some((speaker, title)) = transcript {
        let step = Step::new(Rule::SpeechInFull, *title);
        let speech = |content| Speech { speaker: Some(speaker.clone()), kind: Kind::Stress, lead: false, held: false, content, step };
        let other = |segment| message(view, segment).filter(|message| message.speaker.as_ref() != Some(speaker));
        return segments.iter().map(|segment| other(segment).or_else(|| Some(speech(segment.span)))).collect();
    }
    let mut follower = Follower {
        view,
        speech: None,
        last: None,
        subject: None,
        narrated: None,
        answering: None,
        doer: None,
        led: None,
        talked: None,
        told: false,
        elsewhere: false,
        scene: None,
        authors: Vec::new(),
    };
    let quoted = inside_lists(segments);
    let mut speeches: Vec<Option<Speech>> = Vec::with_capacity(segments.len());
    for (i, segment) in segments.iter().enumerate() {
        let after_colon = i.checked_sub(1).is_some_and(|last| segments[last].colon);
        let speech = follower.follow(segment, after_colon, quoted[i]);
        speeches.push(speech);
        give_words_before(view, segments, &mut speeches, i);
    }
    speeches
}

/// 市长甲乙专门打来电话要求，各船今晚返港: in a speech in full, what somebody else asked for who is named with a verb that asks.
fn message(view: View<'_>, segment: &Segment) -> Option<Speech> {
    let mut narrated = None;
    let unmarked = segment.marker.is_none() && !demand::quotes(view, segment.span);
    let lead = unmarked.then(|| find(view, segment.span, &mut narrated, false, false)).flatten()?;
    let speaker = match lead.who {
        Who::Person(name) => name,
        Who::Same => narrated.filter(|name| name != MEETING)?,
        _ => return None,
    };
    let verb = matches!(lead.step.rule, Rule::LeadVerb) && lead.kind == Kind::Ask && !lead.content.is_empty();
    verb.then_some(Speech { speaker: Some(speaker), kind: lead.kind, lead: true, held: false, content: lead.content, step: lead.step })
}

/// “各班组要戴好安全帽。”甲乙说。: gives words in quotation marks to the one who is named behind them.
fn give_words_before(view: View<'_>, segments: &[Segment], speeches: &mut [Option<Speech>], at: usize) {
    // “各组要早到。”甲乙说，“也要早走。”
    let goes_on = |speech: &Speech| speech.content.is_empty() || view.at(speech.content.start) == '“';
    let Some(speech) = speeches[at].clone().filter(|speech| speech.lead && !segments[at].colon) else {
        return;
    };
    let closes = view.before(segments[at].span.start) == '”';
    // “…。”甲乙说，“…。”丙丁补充：“…。”
    let theirs = |i: usize| speeches[i].as_ref().is_none_or(|speech| !speech.lead || speech.content.start <= segments[i].span.start);
    let before = (at.saturating_sub(8)..at).rev().take_while(|&i| segments[i].paragraph == segments[at].paragraph && theirs(i));
    let first = before.into_iter().find(|&i| {
        let start = segments[i].span.start;
        view.at(start) == '“' || view.before(start) == '“'
    });
    // “联席会要先对账。”甲乙说，各单位要…: what opens a paragraph is said by nobody before.
    let opens = |first: &usize| segments[*first].joint == Joint::Paragraph;
    let first = first.filter(|first| closes && (goes_on(&speech) || opens(first))).unwrap_or(at);
    for i in first..at {
        let step = Step::new(Rule::LeadBehindQuote, speech.step.span);
        // “规章是血写的。”甲乙要求，…: the verb is that of what comes behind it.
        let kind = if goes_on(&speech) || speech.kind != Kind::Ask { speech.kind } else { Kind::Stress };
        speeches[i] = Some(Speech { lead: i == first, content: segments[i].span, step, kind, ..speech.clone() });
    }
}

/// Whether each segment stands between two points of one list in a paragraph; others are quoted there, they do not speak.
fn inside_lists(segments: &[Segment]) -> Vec<bool> {
    let mut inside = vec![false; segments.len()];
    let mut next: HashMap<Form, (usize, u32)> = HashMap::new();
    for (i, segment) in segments.iter().enumerate().rev() {
        let Some(Marker { form, number: Number::Exact(number), .. }) = segment.marker else { continue };
        if let Some((at, _)) =
            next.insert(form, (i, number)).filter(|&(at, following)| following == number + 1 && segments[at].paragraph == segment.paragraph)
        {
            inside[i + 1..at].fill(true);
        }
    }
    inside
}

struct Follower<'a> {
    view: View<'a>,
    speech: Option<Speech>,
    /// Who spoke or did something last, in any paragraph; it may be the meeting.
    last: Option<String>,
    /// The person who was the last subject.
    subject: Option<String>,
    /// The person who is the subject of this sentence, outside of speech.
    narrated: Option<String>,
    /// The person who answers or tells experience in this paragraph.
    answering: Option<String>,
    /// The person who opens a sentence amid speech and does something there, and the number of that sentence.
    doer: Option<(usize, String)>,
    /// The number of the sentence with the last lead.
    led: Option<usize>,
    /// The segment before, if it tells that somebody gave a talk.
    talked: Option<CharSpan>,
    /// Whether the paragraph told what somebody did.
    told: bool,
    /// Whether a sentence tells of what was before the meeting.
    elsewhere: bool,
    /// Who does something in the sentence before, which says no more.
    scene: Option<(String, CharSpan)>,
    /// Words for messages (批示) and who wrote them.
    authors: Vec<(CharSpan, String)>,
}

impl Follower<'_> {
    fn follow(&mut self, segment: &Segment, after_colon: bool, quoted: bool) -> Option<Speech> {
        self.begin(segment, after_colon);
        let speaking = self.speech.as_ref().is_some_and(|speech| !speech.held);
        let lead = leads(self.view, segment)
            .filter(|_| !quoted)
            .filter(|_| !speaking || !demand::quotes(self.view, segment.span))
            .and_then(|span| find(self.view, span, &mut self.narrated, speaking, self.told));
        self.note_answer(segment.span);
        if self.authors.len() < AUTHORS {
            self.authors.extend(author(self.view, segment.span));
        }
        if let Some(speech) = self.words_behind_scene(segment, lead.is_some()) {
            return Some(speech);
        }
        self.scene = scene(self.view, segment.span).filter(|_| lead.is_none() && segment.marker.is_none());
        if lead.is_none() {
            self.open_points(segment, speaking);
        }
        let CharSpan { start, end } = segment.span;
        self.talked = self.view.has(start.max(end.saturating_sub(8)), end, Class::SpeechTalks).then_some(segment.span);
        match (lead, &mut self.speech) {
            (Some(lead), _) => self.open(&lead, segment.sentence),
            (None, Some(speech)) => {
                speech.lead = false;
                speech.content = segment.span;
                self.note_subject();
                self.note_talk(segment);
                if segment.joint >= Joint::Sentence && segment.marker.is_none() {
                    self.doer = doer(self.view, segment.span).map(|name| (segment.sentence, name));
                }
            }
            (None, None) => self.note_subject(),
        }
        let speaker = self.speech.as_ref().filter(|speech| speech.lead).and_then(|speech| speech.speaker.clone());
        if let Some(name) = speaker.or_else(|| self.narrated.clone()) {
            self.last = Some(name);
        }
        self.speech.clone()
    }

    /// What a segment is to know before it is read: who did something before it, and whether the speech goes on in it.
    fn begin(&mut self, segment: &Segment, after_colon: bool) {
        // 会议传达了精神。要求各科室…: who did something is the one who asks in the next sentence.
        self.told |= self.talked.is_some() || self.narrated.is_some();
        if segment.joint >= Joint::Sentence {
            self.narrated = None;
        }
        self.told &= segment.joint < Joint::Paragraph;
        // 大会表彰了先进。¶同时要求全体员工…
        if segment.joint == Joint::Paragraph && goes_on_asking(self.view, segment.span) && self.last.is_some() {
            self.narrated.clone_from(&self.last);
            self.told = true;
        }
        if segment.joint == Joint::Paragraph {
            self.answering = None;
            if let Some(speech) = &mut self.speech {
                let point = segment.marker.is_some_and(|marker| matches!(marker.number, Number::Exact(_)));
                let broken = matches!(last_mark(self.view, segment.span.start), '；' | '，' | '、');
                speech.held |= !point && !after_colon && !broken;
            }
        }
        if segment.joint >= Joint::Sentence {
            self.note_place(segment);
        }
    }

    /// 甲乙接过话筒。“各村要早作准备。…”: the words of who did something in the sentence before.
    fn words_behind_scene(&mut self, segment: &Segment, led: bool) -> Option<Speech> {
        let CharSpan { start, end } = segment.span;
        let closed = (start..end).find(|&at| self.view.at(at) == '”').is_some_and(|at| is_han(self.view.before(at)));
        let quote = (self.view.at(start) == '“' || self.view.before(start) == '“') && !closed;
        let (name, words) = self.scene.take().filter(|_| !led && quote && segment.joint == Joint::Sentence)?;
        let step = Step::new(Rule::LeadBehindQuote, words);
        self.speech = Some(Speech { speaker: Some(name.clone()), kind: Kind::Weak, lead: true, held: false, content: segment.span, step });
        self.subject = Some(name.clone());
        self.narrated = Some(name);
        self.talked = None;
        self.speech.clone()
    }

    /// Points without a lead: behind a talk, or where nobody is said to ask.
    fn open_points(&mut self, segment: &Segment, speaking: bool) {
        let Some(marker) = segment.marker.filter(|marker| marker.number == Number::Exact(1)) else { return };
        let points = |speaker, step| Speech { speaker, kind: Kind::Say, lead: false, held: false, content: segment.span, step };
        if let Some(talk) = self.talked.filter(|_| !speaking) {
            // 甲乙作总结讲话。一是…
            self.speech = Some(points(self.subject.clone(), Step::new(Rule::LeadTalk, talk)));
        }
        // 一要…；二要…
        if self.speech.is_none() && marker.form == Form::Verb && self.view.at(marker.content) == '要' {
            self.speech = Some(points(None, Step::new(Rule::LeadTalk, segment.span)));
        }
    }

    /// 甲乙讲话，…: who spoke before has ended.
    fn note_talk(&mut self, segment: &Segment) {
        let talks = |clause: CharSpan| talks(self.view, clause);
        let (Some(speech), Some(name)) = (&mut self.speech, &self.narrated) else { return };
        let ended = speech.held || segment.joint >= Joint::Sentence;
        if ended && name != MEETING && speech.speaker.as_ref() != Some(name) && self.view.clauses(segment.span).take(2).any(talks) {
            speech.speaker = Some(name.clone());
            speech.kind = if self.answering.as_ref() == Some(name) { Kind::Answer } else { Kind::Say };
        }
    }

    /// 会前，甲乙到车间看望工人。他鼓励大家…: what is told was elsewhere, until the next paragraph or another speaker.
    fn note_place(&mut self, segment: &Segment) {
        let CharSpan { start, end } = segment.span;
        let opens = self.view.matches.longest(start, end, Class::SpeechElsewhere).is_some();
        let goes_on = self.elsewhere && segment.joint < Joint::Paragraph && matches!(self.view.at(start), '他' | '她');
        self.elsewhere = opens || goes_on;
    }

    fn note_subject(&mut self) {
        if self.narrated.is_some() {
            self.subject.clone_from(&self.narrated);
        }
    }

    /// 甲乙作为获奖代表发言。他说，…: what somebody says in answer is no demand.
    fn note_answer(&mut self, span: CharSpan) {
        // 优秀党务工作者代表甲乙上台发言，他表示，…
        let delegate = || {
            let mut people = self.view.people(span.start, span.end).iter().filter(|m| self.narrated.as_ref() == Some(&m.name));
            let talks = self.view.has(span.start, span.end, Class::SpeechTalks);
            talks && people.any(|m| self.view.before(m.span.start) == '表' && self.view.before(m.span.start - 1) == '代')
        };
        if self.narrated.is_some()
            && (self.view.has(span.start, span.end, Class::SpeechAnswers) || delegate() || speaks_for_others(self.view, span))
        {
            self.answering.clone_from(&self.narrated);
        }
    }

    /// Whether a person was found before leads were read; 他 may stand for one who was not.
    fn is_tagged(&self, name: &str) -> bool {
        self.view.mentions.iter().any(|mention| mention.name == name)
    }

    /// Whether a lead ends with a noun for what is asked (三点要求), not with a number alone (三句话).
    fn gives_ask_noun(&self, lead: CharSpan) -> bool {
        self.view.matches.longest_before(lead.end, lead.start, Class::SpeechAskNouns).is_some()
    }

    fn same_word(&self, one: CharSpan, other: CharSpan) -> bool {
        self.view.chars[one.range()] == self.view.chars[other.range()]
    }

    /// Starts the speech of a lead.
    fn open(&mut self, lead: &Lead, sentence: usize) {
        let current = self.speech.as_ref().filter(|speech| !speech.held).and_then(|speech| speech.speaker.clone());
        let speaker = match &lead.who {
            Who::Person(name) => Some(name.clone()),
            Who::Meeting => Some(MEETING.to_owned()),
            // 甲乙强调，…。丙丁听取了意见。他说，…
            Who::Pronoun(_) if self.doer.as_ref().is_some_and(|(told, _)| *told + 1 == sentence) => self.doer.take().map(|(_, name)| name),
            // 甲乙对工作作了部署，他指出，…
            Who::Pronoun(_) if self.narrated.as_ref().is_some_and(|name| name != MEETING) => self.narrated.clone(),
            // 甲乙对工作作了分析，他指出，…
            Who::Pronoun(_) if self.led == Some(sentence) && current.as_ref().is_some_and(|name| name != MEETING) => current.clone(),
            Who::Pronoun(Some(name)) if current.as_ref().is_none_or(|speaker| speaker == MEETING || self.is_tagged(speaker)) => {
                Some(name.clone())
            }
            Who::Pronoun(_) => self.narrated.clone().or(current.filter(|name| name != MEETING)).or_else(|| self.subject.clone()),
            Who::Same => self.narrated.clone().or(current).or_else(|| self.subject.clone()),
            Who::Document(word) => {
                let known = self.authors.iter().rev().find(|(written, _)| self.same_word(*written, *word)).map(|(_, name)| name.clone());
                known.or_else(|| self.narrated.clone()).or_else(|| self.subject.clone())
            }
            Who::Crowd | Who::Nobody => None,
        };
        // 委员们建议，… and 大家认为，… ask; 委员们表示，… promises.
        // 甲乙代表获奖者发言，只说了一句：“…”
        let asks = lead.kind == Kind::Ask && (lead.step.rule != Rule::LeadNoun || self.gives_ask_noun(lead.step.span));
        let turned = lead.speaks_to(self.view);
        let promises = lead.kind == Kind::Weak && (lead.who == Who::Crowd || lead.answers);
        let for_others = speaker.is_some() && (speaker == self.answering || speaks_for_others(self.view, lead.step.span));
        let answers = !turned && (promises || !asks && for_others);
        if speaker.as_deref().is_some_and(|name| name != MEETING) {
            self.subject.clone_from(&speaker);
        }
        let kind = match lead.kind {
            _ if answers || self.elsewhere => Kind::Answer,
            // 他对各所队长说，…
            Kind::Weak if turned => Kind::Say,
            kind => kind,
        };
        self.led = Some(sentence);
        self.speech = Some(Speech { speaker, kind, lead: true, held: false, content: lead.content, step: lead.step });
    }
}

/// 甲乙代表姐妹们发了言; 甲乙代表受表扬的乡亲发言时…; but not 甲乙代表局党委作了讲话.
fn speaks_for_others(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).any(|clause| {
        let limit = clause.end.min(clause.start + REPRESENTED);
        let of = (clause.start..limit).find(|&at| view.at(at) == '代' && view.at(at + 1) == '表').map(|at| at + 2);
        let talk = |from: usize| (from + 2..clause.end).find(|&at| view.matches.longest(at, clause.end, Class::RoleExchange).is_some());
        let people = |from: usize, end: usize| {
            let head = view.matches.longest_before(end, from, Class::GroupHeads);
            // 代表校领导发言
            let leaders = view.has(from, end, Class::SpeechNotOthers);
            !leaders && (view.before(end) == '们' || head.is_some_and(|head| end - head > 1))
        };
        let light = |at: usize| at - usize::from(matches!(view.before(at), '作' | '做'));
        of.is_some_and(|from| talk(from).is_some_and(|at| people(from, light(at))))
    })
}

/// The mark that closes the paragraph before the one that begins at a position.
pub(super) fn last_mark(view: View<'_>, start: usize) -> char {
    (start.saturating_sub(8)..start).rev().map(|at| view.at(at)).find(|c| !c.is_whitespace()).unwrap_or(' ')
}

/// Whether a paragraph opens with a verb that asks, behind adverbs that join it to what was told: 同时要求…, 最后还强调….
fn goes_on_asking(view: View<'_>, span: CharSpan) -> bool {
    let verb = view.skip(span.start, span.end, Class::SpeechAdverbs);
    let asks = |class| view.matches.longest(verb, span.end, class).is_some();
    verb > span.start && (asks(Class::SpeechAsk) || asks(Class::SpeechStress)) && !matches!(view.at(verb), '希' | '请' | '建')
}

/// The part of a segment that may hold a lead: in a numbered point others are quoted (但 首先，甲乙指出，… is one).
fn leads(view: View<'_>, segment: &Segment) -> Option<CharSpan> {
    let Some(marker) = segment.marker else { return Some(segment.span) };
    // 三、会议强调，…: minutes are numbered by what the meeting did.
    let minutes = segment.joint == Joint::Paragraph
        && view
            .matches
            .longest(marker.content, segment.span.end, Class::SpeechBodies)
            .is_some_and(|end| view.matches.longest(end, segment.span.end, Class::SpeechSay).is_some());
    let told = segment.joint == Joint::Paragraph && tells_talk(view, segment, marker);
    (minutes || told || is_word(marker)).then(|| CharSpan::new(marker.content.min(segment.span.end), segment.span.end))
}

/// 四、甲乙讲话。 五、校长|甲乙作总结讲话，并提出如下要求：: whether an item of minutes says that somebody talked.
fn tells_talk(view: View<'_>, segment: &Segment, marker: Marker) -> bool {
    let span = CharSpan::new(marker.content.min(segment.span.end), segment.span.end);
    let limit = span.end.min(span.start + POST);
    let person = view.people(span.start, limit).first().filter(|m| (span.start..m.span.start).all(|at| is_han(view.at(at))));
    person.is_some_and(|m| m.span.end < span.end) && (view.clauses(span).any(|clause| talks(view, clause)))
}

/// Whether a marker is a word (首先, 最后), which may open a sentence that is no point.
fn is_word(marker: Marker) -> bool {
    marker.form == Form::Ordinal && matches!(marker.number, Number::Last | Number::Next | Number::Exact(1))
}
