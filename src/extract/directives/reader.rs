//! Turns segments, their speakers and their lists into rows.

use std::collections::HashMap;

use super::demand::{self, Asking, Before, Context};
use super::lead;
use super::line;
use super::list::{Item, Lists};
use super::segment::{self, Form, Joint, Marker, Number, Segment};
use super::speech::{Kind, Speech, last_mark};
use super::view::View;
use crate::clean::Clean;
use crate::lexicon::Class;
use crate::model::Directive;
use crate::rules::{Derived, Rule, Step};
use crate::text::CharSpan;

/// The most segments of a point that are asked whether they demand something.
const POINT: usize = 8;
/// The most characters between a count and the end of a clause that only announces points: 围绕三个方面推进.
const BARE: usize = 9;
/// The most characters of those who are asked, before what points are about.
const TOPIC: usize = 20;
/// The most characters of a heading that names a field.
const FIELD: usize = 12;
/// The most characters of a heading that asks a question.
const QUESTION: usize = 14;

/// Reads the segments in order and gathers rows.
pub(super) struct Reader<'a> {
    clean: &'a Clean,
    view: View<'a>,
    segments: Vec<Segment>,
    speeches: Vec<Option<Speech>>,
    items: Vec<Option<Item>>,
    /// Whether it is a speech in full.
    transcript: bool,
    /// The segments of each list's points.
    lists: Vec<Vec<usize>>,
    found: Derived<Directive>,
    /// By which rule each list asks, once it was read.
    asked: HashMap<usize, Option<Rule>>,
    /// The paragraph whose sentences were announced as points by their number.
    announced: Option<usize>,
    /// The row of the point that begins at a segment.
    points: HashMap<usize, u32>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        clean: &'a Clean,
        view: View<'a>,
        segments: Vec<Segment>,
        speeches: Vec<Option<Speech>>,
        lists: Lists,
        transcript: bool,
    ) -> Self {
        let Lists { items, lists } = lists;
        Self {
            clean,
            view,
            segments,
            speeches,
            items,
            transcript,
            lists,
            found: Derived::default(),
            announced: None,
            asked: HashMap::new(),
            points: HashMap::new(),
        }
    }

    /// The rows.
    pub(super) fn read(mut self) -> Derived<Directive> {
        let (mut at, mut after_demand) = (0, false);
        while at < self.segments.len() {
            let next;
            (next, after_demand) = match self.items[at] {
                Some(item) => self.point(at, item, after_demand),
                None => (at + 1, self.sentence(at, after_demand)),
            };
            at = next.max(at + 1);
        }
        self.found
    }

    /// Reads a point of a list; gives where to read on, and whether it asks.
    fn point(&mut self, at: usize, item: Item, after_demand: bool) -> (usize, bool) {
        let Some(speech) = self.speeches[at].clone() else { return (item.end, false) };
        let view = self.view;
        let marker_end = self.segments[at].marker.map_or(self.segments[at].span.start, |marker| marker.content);
        let heading = CharSpan::new(marker_end.min(self.segments[at].span.end), self.segments[at].span.end);
        // 最后，祝大家身体健康！
        let closes = self.segments[at].marker.is_some_and(|marker| marker.number == Number::Last);
        if closes
            && view.matches.longest(heading.start, heading.end, Class::DirectiveClosings).is_some()
            && demand::modal(view, heading).is_none()
        {
            return (item.end, false);
        }
        // 一、关于去年的工作: a heading that tells; what stands below is read by itself.
        let tells = view.has(heading.start, heading.end.min(heading.start + 10), Class::DirectiveFactHeadings)
            && demand::modal(view, heading).is_none();
        // 二、这学期要干些什么
        let questions = heading.len() <= QUESTION && view.has(heading.start, heading.end, Class::DirectiveQuestions);
        // 三、总经理要求
        let title = heading.len() <= QUESTION
            && view.matches.longest_before(heading.end, heading.start, Class::SpeechAskNouns).is_some()
            && view.at(heading.end) == '\n'
            && !demand::urging_clause(view, heading);
        // 四、会议提出今年的工作思路和主要措施
        let names = view.at(heading.end) == '\n' && announces_topic(view, heading) || names_field(view, heading);
        if names && self.segments[at].joint == Joint::Paragraph {
            return (at + 1, after_demand);
        }
        if (tells || questions || title) && self.segments[at].joint == Joint::Paragraph && !self.settles(at, item) {
            return (at + 1, after_demand);
        }
        // 三、扎实做好今年的工作: among the headings of a speech in full this one asks.
        let heads = self.transcript && self.segments[at].joint == Joint::Paragraph;
        let urges = || (heads && demand::urging_clause(view, heading)).then_some(Rule::PointHeading);
        let Some(rule) = self.list_asks(at, item.list, &speech).or_else(urges) else {
            return (if heads { at + 1 } else { item.end }, false);
        };
        let last = self.segments[item.end.max(at + 1) - 1].span.end;
        let span = view.trim(CharSpan::new(self.segments[at].span.start, last));
        let parent = item.parent.and_then(|parent| self.points.get(&parent)).copied();
        self.points.insert(at, u32::try_from(self.found.rows.len()).unwrap_or(u32::MAX));
        let step = Step::new(rule, CharSpan::new(self.segments[at].span.start, heading.start));
        self.announced = None;
        let numbered = self.segments[at].marker.is_none_or(|marker| marker.form != Form::Dash);
        self.push(span, Asking { start: heading.start, step }, speech, numbered.then_some(item.ordinal), parent);
        (item.end, true)
    }

    /// 一、关于停车位。由物业公司负责…: whether the sentences behind a heading settle what it names.
    fn settles(&self, at: usize, item: Item) -> bool {
        let Some(next) = self.segments.get(at + 1).filter(|_| at + 1 < item.end) else { return false };
        let topic = self.segments[at].marker.is_some_and(|m| self.view.at(m.content) == '关' && self.view.at(m.content + 1) == '于');
        let asks = self.speeches[at].as_ref().is_some_and(|speech| matches!(speech.kind, Kind::Ask | Kind::Say | Kind::Stress));
        topic && asks && next.paragraph == self.segments[at].paragraph && demand::settles(self.view, next.span)
    }

    /// The rule by which the points of a list, one of which begins at a segment, are asked.
    fn list_asks(&mut self, at: usize, list: usize, speech: &Speech) -> Option<Rule> {
        if let Some(&known) = self.asked.get(&list) {
            return known;
        }
        let view = self.view;
        let points = &self.lists[list];
        let direct = speech.kind == Kind::Weak && speech.is_direct(view);
        let asks = |&&point: &&usize| {
            let first = &self.segments[point];
            let content = first.marker.map_or(first.span.start, |marker| marker.content).min(first.span.end);
            let end = self.items[point].map_or(point + 1, |item| item.end.min(point + POINT));
            let rest = self.segments[point + 1..end.max(point + 1)].iter().map(|segment| segment.span);
            std::iter::once(CharSpan::new(content, first.span.end)).chain(rest).any(|span| demand::point(view, span, direct))
        };
        let modals = points.iter().filter(asks).count();
        let nested = self.items[at].is_some_and(|item| item.parent.is_some_and(|parent| self.points.contains_key(&parent)));
        let asks = (modals > 0).then_some(Rule::PointAsks);
        let announced = || (self.list_is_announced(at) && !self.points_tell(points)).then_some(Rule::PointAnnounced);
        let urged = || self.list_is_urged(at, points).then_some(Rule::PointAnnounced);
        let known = match speech.kind {
            Kind::Answer => None,
            Kind::Weak => asks.or_else(|| self.list_is_requested(at).then_some(Rule::PointAnnounced)),
            _ if self.list_tells(at) => asks.filter(|_| modals * 2 > points.len()),
            _ if nested => Some(Rule::PointNested),
            _ if points.len() == 1 => asks.or_else(|| self.pleads(at).then_some(Rule::PointAsks)),
            // The next paragraph may hold a list of links.
            Kind::Ask | Kind::Stress if self.segments[at].joint < Joint::Paragraph => asks.or(Some(Rule::PointBehindVerb)),
            Kind::Say | Kind::Ask | Kind::Stress => asks.or_else(announced).or_else(urged),
        };
        self.asked.insert(list, known);
        known
    }

    /// What a point says up to the next segment, without its sign.
    fn content(&self, at: usize) -> CharSpan {
        let segment = &self.segments[at];
        CharSpan::new(segment.marker.map_or(segment.span.start, |marker| marker.content).min(segment.span.end), segment.span.end)
    }

    /// 形势更加严峻：一是从天气来看，将持续高温；二是从水源来看，已近枯竭: whether most of the points tell.
    fn points_tell(&self, points: &[usize]) -> bool {
        let told = points.iter().filter(|&&at| demand::tells_of_state(self.view, self.content(at))).count();
        told * 2 > points.len()
    }

    /// 我对各位只有三个请求。第一个请求，…: whether the segment before a list ends with a noun for what is asked.
    fn list_is_requested(&self, at: usize) -> bool {
        let span = at.checked_sub(1).map(|i| self.segments[i].span);
        span.is_some_and(|span| self.view.matches.longest_before(span.end, span.start, Class::SpeechAskNouns).is_some())
    }

    /// 必须稳住外贸。一是优化结构。…二是改善服务。…: whether points that begin like demands follow a demand.
    fn list_is_urged(&self, at: usize, points: &[usize]) -> bool {
        let asked = at.checked_sub(1).filter(|&i| self.segments[i].paragraph == self.segments[at].paragraph);
        // 要对症下药，一是开会敲钟，二是下村督查
        let same = self.segments[at].joint < Joint::Sentence;
        asked.is_some_and(|i| demand::modal(self.view, self.segments[i].span).is_some())
            && (same || points.iter().filter(|&&at| demand::urging_clause(self.view, self.content(at))).count() * 2 > points.len())
    }

    /// Whether the point that begins at a segment opens with a wish: 一是希望….
    fn pleads(&self, at: usize) -> bool {
        demand::pleads(self.view, self.content(at))
    }

    /// Whether the segment before a list says that it tells (存在三个问题：).
    fn list_tells(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let span = self.segments[before].span;
        // （二）关于砂石场污染问题。1.… 四、其他事项。1.… 二、把握换届的关键环节。一是…
        let names = |marker: Marker| {
            let heading = CharSpan::new(marker.content.min(span.end), span.end);
            matches!(self.view.at(marker.content), '关' | '其') || demand::urging_clause(self.view, heading)
        };
        if self.segments[before].marker.is_some_and(names) {
            return false;
        }
        // 会议议定以下事项：
        let lead =
            self.speeches[before].as_ref().is_some_and(|speech| speech.lead && speech.kind != Kind::Say && speech.content.len() <= 8);
        let end = CharSpan::new(span.start.max(span.end.saturating_sub(14)), span.end);
        let last = self.view.clauses(span).last();
        let given = self.view.clauses(end).last().is_some_and(|clause| self.view.has(clause.start, clause.end, Class::SpeechGive));
        // 盯住短板，做好问题清零。一是…
        let names_topic =
            |clause: CharSpan| self.view.matches.longest_before(clause.end, clause.start, Class::DirectiveFactTopics).is_some();
        let urged = self.segments[at].joint < Joint::Paragraph
            && last.is_some_and(|clause| demand::urging_clause(self.view, clause) && !names_topic(clause));
        !lead && !urged && self.view.has(end.start, end.end, Class::DirectiveFactTopics) && !given
    }

    /// Whether the segment before a list says that points follow (下面，我讲三点意见).
    fn list_is_announced(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|i| {
            self.segments[i].colon
                || self.segments[i].marker.is_some()
                || self.view.clauses(self.segments[i].span).last().is_some_and(|clause| self.announces(clause))
                || self.speeches[i].as_ref().is_some_and(|speech| speech.lead && speech.content.is_empty())
        })
    }

    /// Whether a clause announces points: 我讲三点意见, 明年要办“四件实事”.
    fn announces(&self, clause: CharSpan) -> bool {
        let end = CharSpan::new(clause.start.max(clause.end.saturating_sub(BARE)), clause.end);
        lead::gives_points(self.view, clause) || (demand::modal(self.view, clause).is_some() && counts(self.view, end))
    }

    /// Reads a segment that is no point of a list; gives whether it asks.
    fn sentence(&mut self, at: usize, after_demand: bool) -> bool {
        let Some(speech) = self.speeches[at].clone() else { return false };
        let segment = &self.segments[at];
        let opens_list = self.items.get(at + 1).is_some_and(Option::is_some);
        if opens_list && self.segments[at + 1].joint == Joint::Bare {
            return after_demand;
        }
        let mut span = self.view.unquote(self.view.trim(speech.content));
        if opens_list && only_topic(self.view, span) {
            return after_demand;
        }
        if segment.colon || opens_list {
            span = self.without_bare_lead(span, segment.colon);
        }
        if speech.lead {
            let counts = speech.kind == Kind::Ask && speech.content.is_empty() && counts(self.view, segment.span);
            self.announced = counts.then_some(segment.paragraph);
        }
        let before = match segment.joint {
            _ if speech.lead => Before::Lead,
            // 甲乙从两个方面提出要求。课堂上，…。课后，…。
            Joint::Sentence if self.announced == Some(segment.paragraph) => Before::Lead,
            Joint::Semicolon if after_demand => Before::DemandAndSemicolon,
            // …；¶深入推进…
            Joint::Paragraph if after_demand && last_mark(self.view, segment.span.start) == '；' => Before::DemandAndSemicolon,
            _ if after_demand => Before::Demand,
            _ => Before::Other,
        };
        let opens_list = opens_list && self.segments[at + 1].joint < Joint::Sentence;
        let direct = speech.is_direct(self.view);
        let context = Context { kind: speech.kind, named: speech.speaker.is_some(), before, held: speech.held, opens_list, direct };
        let Some(asking) = demand::asking(self.view, span, context) else {
            return false;
        };
        self.push(span, asking, speech, None, None);
        true
    }

    /// A span without the clause at its end that only announces points (要抓住三个关键：, 要抓好三项工作。一是…).
    fn without_bare_lead(&self, span: CharSpan, colon: bool) -> CharSpan {
        let Some(last) = self.view.clauses(span).last() else { return span };
        let from = if colon { last.start } else { last.start.max(last.end.saturating_sub(BARE)) };
        // 具体要做到：
        let short = colon && last.len() <= 6;
        if !short && !counts(self.view, CharSpan::new(from, last.end)) {
            return span;
        }
        // 要明确任务、鼓足干劲，努力实现“四个突破”，一是…: it asks as well.
        let goal = !colon && self.view.before(last.end) == '”' && demand::urging_clause(self.view, last);
        let rest = self.view.trim(CharSpan::new(span.start, last.start));
        if goal && !rest.is_empty() {
            return span;
        }
        // 做好今年的工作，要抓住三个关键：
        let topic = self.view.clauses(rest).count() == 1 && demand::modal(self.view, rest).is_none();
        if topic { CharSpan::new(rest.start, rest.start) } else { rest }
    }

    fn push(&mut self, span: CharSpan, asking: Asking, speech: Speech, ordinal: Option<u32>, parent: Option<u32>) {
        let row = self.found.push(Directive {
            speaker: speech.speaker,
            addressee: line::addressee_of(self.view, span, asking.start),
            ordinal,
            parent,
            headline: line::headline(self.view, span, asking.start),
            text: self.clean.text(span),
            span: self.clean.origin(span),
        });
        self.found.steps.add(row, speech.step);
        self.found.steps.add(row, asking.step);
    }
}

/// Whether a heading of minutes only names what the meeting spoke of: 会议|提出|今年的工作思路.
fn announces_topic(view: View<'_>, heading: CharSpan) -> bool {
    let verb = view.matches.longest(heading.start, heading.end, Class::SpeechBodies);
    let gives = verb.and_then(|verb| view.matches.longest(verb, heading.end, Class::SpeechGive));
    gives.is_some() && demand::modal(view, heading).is_none()
}

/// 三、|党员队伍建设: whether a heading of its own line names a field and asks nothing.
fn names_field(view: View<'_>, heading: CharSpan) -> bool {
    view.at(heading.end) == '\n'
        && heading.len() <= FIELD
        && view.matches.longest_before(heading.end, heading.start, Class::DirectiveHeadingEnds).is_some()
        && view.clauses(heading).count() == 1
        && demand::modal(view, heading).is_none()
        && !demand::urging_clause(view, heading)
}

/// Whether a clause only says what points are about: 各单位|围绕“保供应”的目标，一是….
fn only_topic(view: View<'_>, span: CharSpan) -> bool {
    let start = (span.start..span.end.min(span.start + TOPIC)).find(|&at| {
        view.matches
            .longest(at, span.end, Class::DirectiveTopics)
            .is_some_and(|_| at == span.start || line::addressee(view, span.start, at).is_some())
    });
    let noun = view.matches.longest_before(span.end, span.start, Class::DirectiveTopicEnds).is_some();
    start.is_some() && noun && view.clauses(span).count() == 1 && demand::modal(view, span).is_none()
}

/// Whether points are counted in a span: 三个方面.
fn counts(view: View<'_>, span: CharSpan) -> bool {
    span.range()
        .any(|at| segment::count(view, at).is_some_and(|end| view.matches.longest(end, span.end, Class::DirectiveMeasures).is_some()))
}
