//! Finds the leads of speech (`X强调，` `他要求` `就…提出三点意见：`).

use super::segment::count;
use super::speech::Kind;
use super::view::View;
use super::{MEETING, demand, terms};
use crate::lexicon::Class;
use crate::names;
use crate::rules::{Rule, Step};
use crate::tag::PersonMention;
use crate::text::{CharSpan, is_han};

/// The most characters of a clause that is read as a lead.
const CLAUSE: usize = 160;
/// The longest title that is compared with one before a name.
const LONGEST_TITLE: usize = 8;
/// How many mentions are looked through for a surname.
const BEARERS: usize = 64;
/// The most characters of points between the verb and its noun: 提出|…|三点要求.
const INSIDE: usize = 60;
/// The most characters between somebody and the colon before what they say: 甲乙|点评时毫不客气|：….
const MANNER: usize = 24;
/// The most characters of those who are told to do something.
const NAMED: usize = 14;
/// The most characters between somebody and the verb that closes the clause: 甲乙|指着墙上的水位图|说.
const BETWEEN: usize = 30;
/// The longest post and name before the colon of a line of minutes.
const SPEAKER: usize = 24;
/// The longest post before a name that opens a sentence.
const POST: usize = 20;
/// How many verbs of speech are tried in a clause.
const VERBS: usize = 6;
/// How far behind a colon the modal of the first point stands: 第一是要….
const POINT: usize = 6;

/// A lead of speech in a segment.
pub(super) struct Lead {
    pub who: Who,
    pub kind: Kind,
    /// Whether it says that somebody answers (获奖者甲乙表示).
    pub answers: bool,
    /// What is said.
    pub content: CharSpan,
    /// The rule that found it, and its words.
    pub step: Step,
}

impl Lead {
    /// Whether it says to whom somebody speaks: 他|对各所队长|说.
    pub(super) fn speaks_to(&self, view: View<'_>) -> bool {
        let words = self.step.span;
        let to = words.range().find(|&at| matches!(view.at(at), '对' | '跟'));
        to.is_some_and(|to| view.has(to + 1, words.end.min(to + NAMED), Class::DirectiveAddressees))
    }
}

/// The subject of a verb of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    Person(String),
    /// 会议
    Meeting,
    /// 他, and whom the mention names
    Pronoun(Option<String>),
    /// The subject that was named before.
    Same,
    /// 大家
    Crowd,
    /// 贺信, and where the word stands
    Document(CharSpan),
    /// 决定, 刘主任 whom nobody named before: nobody whose name is known
    Nobody,
}

/// The lead in a span. `narrated` is the subject of the sentence so far and is kept up to date; `speaking` says whether the
/// span follows somebody's words, `told` whether the sentence before tells what somebody did.
pub(super) fn find(view: View<'_>, span: CharSpan, narrated: &mut Option<String>, speaking: bool, told: bool) -> Option<Lead> {
    let clauses: Vec<CharSpan> = view.clauses(span).collect();
    let mut he = false;
    let opener = opener(view, &clauses);
    let turned = turned(view, span, &clauses);
    let held = clauses.first().is_some_and(|&clause| view.has(clause.start, clause.end, Class::HoldingVerbs));
    for (i, &clause) in clauses.iter().enumerate() {
        // 同时，希望…: adverbs stand before it.
        let joins = |clause: &CharSpan| view.skip(clause.start, clause.end, Class::SpeechAdverbs) == clause.end;
        let first = clauses[..i].iter().all(joins);
        // 甲乙建议…。|丙丁当场应下，同时提醒…
        let turns = i > 0 && opener.as_ref().is_some_and(|(alone, _)| !alone);
        let told = narrated.is_some() || he || (first && told && !speaking) || turns;
        let finder = Finder { view, clause, end: span.end, may_be_bare: told || (i == 0 && speaking), narrated: told };
        // 总理甲乙主持召开会议，部署…，确定进一步促进就业的措施: what the meeting was held for.
        let agenda = |lead: &Lead| i > 0 && held && lead.kind == Kind::Stress && lead.step.rule == Rule::LeadOpen;
        if let Some(lead) = finder.lead().filter(|lead| !agenda(lead)) {
            let lead = of_opener(lead, opener.as_ref(), i, narrated.is_some());
            let rest = Rest { view, clause, behind: &clauses[i + 1..], end: span.end };
            return Some(rest.crowd_asks(&lead).unwrap_or_else(|| rest.goes_on(lead)));
        }
        // 总书记作出了重要指示: in somebody's speech it is told of.
        let absent = view.has(clause.start, clause.end, Class::SpeechLeaders);
        if meeting_acts(view, clause) {
            // 会议同意该办法，由计财股修改后印发
            if let Some(next) = clauses.get(i + 1).filter(|&&next| view.at(next.start) == '由' && demand::assigns(view, next)) {
                let content = CharSpan::new(next.start, span.end);
                let step = Step::new(Rule::LeadMeetingActs, clause);
                return Some(Lead { who: Who::Meeting, kind: Kind::Stress, answers: false, content, step });
            }
            *narrated = Some(MEETING.to_owned());
        } else if let Some(name) =
            narrator(view, clause).filter(|_| !speaking || (turned && first) || (i == 0 && talks(view, clause) && !absent))
        {
            *narrated = Some(name);
        } else if let Some((true, name)) = opener.as_ref().filter(|_| i == 0) {
            *narrated = Some(name.clone());
        }
        // 他肯定了成绩，并希望…
        he |= matches!(view.at(clause.start), '他' | '她') && view.at(clause.start + 1) != '们';
    }
    // “…。”甲乙接过话筒，…
    let behind = clauses.first().filter(|first| view.before(first.start) == '”' && is_final(view.before(first.start - 1)))?;
    Finder { view, clause: *behind, end: behind.end, may_be_bare: false, narrated: false }
        .words_behind()
        .map(|lead| Lead { content: CharSpan::new((behind.end + 1).min(span.end), span.end), ..lead })
}

/// The lead of the clause at `i` with who opened the sentence, where the clause itself names nobody.
fn of_opener(mut lead: Lead, opener: Option<&(bool, String)>, i: usize, narrated: bool) -> Lead {
    let Some((alone, name)) = opener else { return lead };
    // 县长甲乙，结合实际，提出要求：…
    let same = lead.who == Who::Same && (*alone || i > 0 && !narrated);
    if matches!(lead.who, Who::Pronoun(_)) && i > 0 || same {
        lead.who = Who::Person(name.clone());
    }
    lead
}

/// A clause with a lead, and the clauses behind it up to `end`.
struct Rest<'a> {
    view: View<'a>,
    clause: CharSpan,
    behind: &'a [CharSpan],
    end: usize,
}

impl<'a> Rest<'a> {
    fn finder(&self, clause: CharSpan) -> Finder<'a> {
        Finder { view: self.view, clause, end: self.end, may_be_bare: true, narrated: true }
    }

    /// 与会者对此表示愤慨，强烈要求立即停工: a crowd that says what it feels, and then asks.
    fn crowd_asks(&self, lead: &Lead) -> Option<Lead> {
        let asks = |&next: &CharSpan| self.finder(next).open_lead().filter(|lead| lead.kind == Kind::Ask && lead.who == Who::Same);
        let asked = self.behind.iter().find_map(asks).filter(|_| lead.who == Who::Crowd && lead.kind == Kind::Weak)?;
        Some(Lead { who: Who::Crowd, ..asked })
    }

    /// The last lead of several that follow each other: 甲乙对…提出要求，她指出，…
    fn goes_on(&self, mut lead: Lead) -> Lead {
        let (view, clause) = (self.view, self.clause);
        let gives_noun = view.matches.longest_before(clause.end, clause.start, Class::SpeechAskNouns).is_some();
        let mut behind = self.behind.iter();
        while let Some(&next) = behind.next().filter(|next| next.start == lead.content.start) {
            let finder = self.finder(next);
            // 甲乙就…作了强调，他要求各车间…
            // 甲乙对工作作了安排，指出要…
            let verb = view.skip(next.start, next.end, Class::SpeechAdverbs);
            let says = view.matches.longest(verb, next.end, Class::SpeechSay).is_some();
            // 甲乙就安全作了强调，要求各厂…
            let gives = lead.kind == Kind::Ask || lead.kind == Kind::Stress && finder.with(clause).giving_verb().is_some();
            let goes_on = (says || matches!(view.at(next.start), '他' | '她')) && gives && gives_noun;
            // 甲乙指出，全省会议对…提出了明确要求，…: what others asked for is told.
            let own =
                |second: &Lead| lead.step.rule != Rule::LeadVerb || matches!(second.who, Who::Same | Who::Pronoun(_) | Who::Person(_));
            let Some(second) = finder.closed_lead().filter(own).or_else(|| finder.open_lead().filter(|_| goes_on)) else { break };
            let who = if matches!(second.who, Who::Same | Who::Pronoun(_)) { lead.who } else { second.who };
            lead = Lead { who, ..second };
        }
        lead
    }
}

/// Whether the telling goes on with somebody else: 最后，|专家甲乙谈到会刊，鼓励大家…; 随后，丙丁….
fn turned(view: View<'_>, span: CharSpan, clauses: &[CharSpan]) -> bool {
    let comma = span.start.saturating_sub(1);
    let word = |class| view.matches.longest_before(comma, comma.saturating_sub(4), class).is_some();
    let adverbs = |clause: &CharSpan| !clause.is_empty() && view.skip(clause.start, clause.end, Class::SpeechAdverbs) == clause.end;
    view.at(comma) == '，' && (word(Class::DirectiveListLast) || word(Class::SpeechAdverbs)) || clauses.first().is_some_and(adverbs)
}

/// Who opens a sentence, and whether the name is all of the first clause: 甲乙对工作作了部署，…; 县长|甲乙，对工作给予肯定.
fn opener(view: View<'_>, clauses: &[CharSpan]) -> Option<(bool, String)> {
    let (&first, &next) = (clauses.first()?, clauses.get(1)?);
    let person = view.people(first.start, first.end).iter().find(|m| !is_pronoun(view, m) && acts(view, first.start, m))?;
    if opens(view, first.start, person) && person.span.end < first.end && view.at(person.span.end) != '、' {
        return Some((false, person.name.clone()));
    }
    let alone = view.skip(person.span.end, first.end, Class::SpeechTitles) == first.end && view.at(first.end) == '，';
    let goes_on = view.matches.longest(next.start, next.end, Class::SpeechPrepositions).is_some();
    (alone && goes_on).then(|| (true, person.name.clone()))
}

#[derive(Clone, Copy)]
struct Finder<'a> {
    view: View<'a>,
    clause: CharSpan,
    /// Where the segment ends.
    end: usize,
    /// Whether a verb without a subject may be one of speech.
    may_be_bare: bool,
    narrated: bool,
}

impl Finder<'_> {
    /// The same, for another clause.
    fn with(self, clause: CharSpan) -> Self {
        Self { clause, ..self }
    }

    fn lead(self) -> Option<Lead> {
        if self.clause.len() > CLAUSE {
            return None;
        }
        self.closed_lead().or_else(|| self.open_lead()).or_else(|| self.owned_words()).or_else(|| self.words_behind())
    }

    /// Somebody and their words, without a verb of speech: 甲乙：…, “…。”甲乙开门见山，“…”, “…。”甲乙当场拍了板。
    fn words_behind(self) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let view = self.view;
        let colon = view.at(end) == '：';
        let behind = view.before(start) == '”';
        let quoted = behind && view.at(end) == '，' && view.at(end + 1) == '“';
        let closes = behind && end == self.end && is_final(view.before(start - 1));
        if !(colon || quoted || closes) {
            return None;
        }
        let acting = || view.people(start, end).iter().find(|m| m.span.end <= end && acts(view, start, m));
        // 甲乙的话引来一阵掌声：“…”
        let owner = || owner(view, self.clause);
        let Some(person) = acting().or_else(owner) else { return self.words_of_him(quoted).or_else(|| self.words_of_same()) };
        // 甲乙安排了节前工作：
        let verb = view.skip(view.skip(person.span.end, end, Class::SpeechTitles), end, Class::SpeechAdverbs);
        let stem = end - usize::from(view.before(end) == '了');
        let assigns = colon
            && (view.matches.longest(verb, end, Class::SpeechAssign).is_some()
                || view.matches.longest_before(stem, verb, Class::SpeechAssign).is_some());
        let near = quoted || opens(view, start, person) && end - person.span.end <= MANNER;
        // 书记甲乙：…, 甲乙（组织委员）：…: a line of minutes.
        let bracket = matches!((view.at(person.span.end), view.before(end)), ('（' | '(', '）' | ')'));
        let line = colon && view.before(start) == '\n' && end - start <= SPEAKER && (person.span.end == end || bracket);
        // “…。”甲乙介绍了做法，“…”; but “…！”甲乙把通报往桌上一拍，“…”
        let tells = if quoted { tells_at(view, verb, end) } else { tells_of(view, person.span.end, end) };
        if !(near || line || assigns) || !assigns && tells {
            return None;
        }
        let who = if is_pronoun(view, person) { pronoun(view, person) } else { Who::Person(person.name.clone()) };
        let kind = match (quoted, assigns) {
            (_, true) => Kind::Ask,
            (true, _) => Kind::Say,
            _ if line => Kind::Stress,
            _ => Kind::Weak,
        };
        let content = CharSpan::new((end + 1).min(self.end), self.end);
        Some(Lead { who, kind, answers: self.answers(), content, step: Step::new(Rule::LeadBeforeWords, self.clause) })
    }

    /// “…！”他把通报往桌上一拍，“…”
    fn words_of_him(self, quoted: bool) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let at = self.view.skip(start, end, Class::SpeechAdverbs);
        let he = matches!(self.view.at(at), '他' | '她') && !matches!(self.view.at(at + 1), '们' | '的');
        let content = CharSpan::new((end + 1).min(self.end), self.end);
        let kind = if quoted { Kind::Say } else { Kind::Weak };
        let step = Step::new(Rule::LeadBeforeWords, self.clause);
        let near = he && end - at <= MANNER && !(if quoted { tells_at(self.view, at + 1, end) } else { tells_of(self.view, at, end) });
        near.then_some(Lead { who: Who::Pronoun(None), kind, answers: false, content, step })
    }

    /// 他的第一句话是：…
    fn own_sentence(self, at: usize) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let view = self.view;
        let noun = |end: usize| view.before(end) == '话' || view.matches.longest_before(end, start, Class::SpeechAskNouns).is_some();
        let is = view.before(end) == '是' && noun(end - 1) && view.at(at + 1) == '的';
        let content = CharSpan::new((end + 1).min(self.end), self.end);
        let step = Step::new(Rule::LeadBeforeWords, CharSpan::new(start, end));
        is.then_some(Lead { who: Who::Pronoun(None), kind: Kind::Ask, answers: false, content, step })
    }

    /// 甲乙分析完形势，|给各班组定了调子：…: the one of whom is told goes on with a colon.
    fn words_of_same(self) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let opening = self.view.skip(start, end, Class::SpeechAdverbs);
        let goes_on = opening > start || self.view.matches.longest(opening, end, Class::SpeechPrepositions).is_some();
        let colon = self.view.at(end) == '：' && end - start <= MANNER;
        let same = colon && goes_on && self.narrated && self.may_be_bare && !tells_of(self.view, start, end);
        let content = CharSpan::new((end + 1).min(self.end), self.end);
        let step = Step::new(Rule::LeadBeforeWords, self.clause);
        same.then_some(Lead { who: Who::Same, kind: Kind::Weak, answers: false, content, step })
    }

    /// What somebody's words are: 甲乙的意见是，…; 甲乙对值班的要求只有一条：…; 会议的要求很明确：….
    fn owned_words(self) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let view = self.view;
        let is = view.at(end) == '：' || view.at(end) == '，' && view.before(end) == '是';
        let opening = view.skip(start, end, Class::SpeechAdverbs);
        let person = view.people(start, end).first().filter(|m| !is_pronoun(view, m) && opens(view, start, m));
        if person.is_none() && matches!(view.at(opening), '他' | '她') {
            return self.own_sentence(opening);
        }
        let body = || view.matches.longest(opening, end, Class::SpeechBodies).map(|end| (Who::Meeting, end));
        let (who, at) = person.map(|m| (Who::Person(m.name.clone()), m.span.end)).or_else(body)?;
        let noun = |at: usize| view.at(at) == '的' && view.matches.longest(at + 1, end, Class::SpeechAskNouns).is_some();
        let of = (at..end.min(at + SPEAKER)).find(|&at| noun(at)).filter(|&of| of == at || matches!(view.at(at), '对' | '就' | '给'))?;
        let content = CharSpan::new((end + 1).min(self.end), self.end);
        let lead = Lead { who, kind: Kind::Ask, answers: false, content, step: Step::new(Rule::LeadBeforeWords, self.clause) };
        (is && !tells_of(view, of, end)).then_some(lead)
    }

    /// A clause that is a lead and nothing else: `甲乙在讲话中强调，` `就…提出三点要求：`
    fn closed_lead(self) -> Option<Lead> {
        let content = CharSpan::new((self.clause.end + 1).min(self.end), self.end);
        // 总书记作出重要指示，提出了明确要求，为我们指明了方向: it tells what the words were.
        let told = |clause: CharSpan| self.view.chars[clause.range()].contains(&'了');
        if self.view.at(self.clause.end) == '，'
            && !content.is_empty()
            && self.giving_verb().is_some()
            && self.view.clauses(content).all(told)
        {
            return None;
        }
        if let Some((who, kind)) = self.final_verb() {
            return Some(Lead { who, kind, answers: self.answers(), content, step: Step::new(Rule::LeadVerb, self.clause) });
        }
        // 甲乙传达了丙丁的批示：“…”
        if let Some(word) = self.message() {
            return Some(Lead {
                who: Who::Document(word),
                kind: Kind::Ask,
                answers: false,
                content,
                step: Step::new(Rule::LeadMessage, self.clause),
            });
        }
        // 甲乙谈了三点体会：, but not 甲乙交流了三点体会：一是要…
        let asks = (self.clause.end + 2..self.clause.end + POINT).any(|at| self.view.before(at) == '是' && modal_at(self.view, at));
        let told = !asks && self.view.matches.longest_before(self.clause.end, self.clause.start, Class::ExperienceNouns).is_some();
        let kind = if told { Kind::Answer } else { Kind::Ask };
        let content = self.points_inside().filter(|_| !told).map_or(content, |(_, points)| points);
        self.final_noun().map(|who| Lead { who, kind, answers: false, content, step: Step::new(Rule::LeadNoun, self.clause) })
    }

    /// 甲乙提出|提高认识、压实责任、守住底线|三点要求: the verb, and the points.
    fn points_inside(self) -> Option<(usize, CharSpan)> {
        let CharSpan { start, end } = self.clause;
        let view = self.view;
        let noun = view.matches.longest_before(end, start, Class::SpeechAskNouns)?;
        let measure = view.matches.longest_before(noun, start, Class::DirectiveMeasures)?;
        let number = (start..measure).rev().take(2).find(|&at| count(view, at) == Some(measure))?;
        let from = start.max(noun.saturating_sub(INSIDE));
        let verbs = (from..number).filter_map(|at| Some((at, view.matches.longest(at, number, Class::SpeechGive)?)));
        verbs.map(|(verb, after)| (verb, view.trim(CharSpan::new(after + usize::from(view.at(after) == '了'), number)))).find(
            |(_, points)| {
                let several = points.range().any(|at| view.at(at) == '、');
                several && view.before(number) != '的' && demand::urging_clause(view, *points)
            },
        )
    }

    /// The word for a message that closes the clause before its words in quotation marks.
    fn message(self) -> Option<CharSpan> {
        let CharSpan { start, end } = self.clause;
        let word = self.view.matches.longest_before(end, start, Class::MessageWords)?;
        let document = self.view.matches.is(word, end, Class::SpeechDocuments);
        (document && self.view.at(end) == '：' && self.view.at(end + 1) == '“').then(|| CharSpan::new(word, end))
    }

    /// 教师代表甲乙表示, 甲乙在交流发言中说
    fn answers(self) -> bool {
        let CharSpan { start, end } = self.clause;
        let delegate = self
            .view
            .people(start, end)
            .first()
            .is_some_and(|m| self.view.before(m.span.start) == '表' && self.view.before(m.span.start.saturating_sub(1)) == '代');
        delegate || self.view.has(start, end, Class::SpeechAnswers)
    }

    /// `甲乙指出，`
    fn final_verb(self) -> Option<(Who, Kind)> {
        let CharSpan { start, end } = self.clause;
        // 点评道; “…！”甲乙也提醒大家
        let quoted = self.view.before(start) == '”';
        let addressee = self.view.matches.longest_before(end, start, Class::DirectiveAddressees).filter(|_| quoted);
        let stem = if self.view.before(end) == '道' { end - 1 } else { end };
        let end = addressee.unwrap_or(end);
        let says = |end: usize| self.view.matches.longest_before(end, start, Class::SpeechSay);
        let Some(verb) = [end, stem].into_iter().find_map(says) else { return self.assigns() };
        // 全体学生在代表甲乙的带领下庄严宣誓：“…”
        let pledge = self.view.at(end) == '：' && kind(self.view, verb, end) == Kind::Answer;
        // 甲乙卷起裤腿，站在塘埂上喊话：“…”
        let goes_on = self.narrated && self.may_be_bare && self.view.at(end) == '：' && self.reaches(start, verb);
        let same = goes_on.then_some(Who::Same);
        let who = self.who(verb, false).or_else(|| self.opener(verb, end)).or(same).or(pledge.then_some(Who::Crowd))?;
        // 甲乙提出，酒席不超过十桌
        let proposes = self.view.at(verb) == '提' && self.view.at(verb + 1) == '出';
        Some((who, if proposes { Kind::Stress } else { kind(self.view, verb, end) }))
    }

    /// 甲乙布置，各组明天…; 甲乙给大家提了个醒，…
    fn assigns(self) -> Option<(Who, Kind)> {
        let CharSpan { start, end } = self.clause;
        let verb = self.view.matches.longest_before(end, start, Class::SpeechAssign).filter(|_| self.view.at(end) == '，')?;
        let right_before = || self.view.people(start, verb).first().is_some_and(|m| leads_to(self.view, m.span.end, verb, true));
        let who = self.whoever_opens(verb).filter(|_| end - verb > 2 || right_before())?;
        Some((who, Kind::Ask))
    }

    /// 甲乙|指着水位图|说，…: whoever opens a clause is the subject of the verb of speech that closes it, whatever stands between.
    fn opener(self, verb: usize, end: usize) -> Option<Who> {
        let view = self.view;
        let settles = view.matches.is(verb, end, Class::SpeechStress) || view.matches.is(verb, end, Class::SpeechAskNouns);
        if settles && view.at(verb) != '强' && view.at(end - 2) != '强' {
            return None;
        }
        self.whoever_opens(verb)
    }

    /// 甲乙|末了|提了三条要求: the person who opens the clause, if nobody else stands before the verb.
    fn whoever_opens(self, verb: usize) -> Option<Who> {
        let view = self.view;
        let start = self.clause.start;
        let opener = |m: &&PersonMention| opens(view, start, m) && acts(view, start, m) && self.reaches(m.span.end, verb);
        let person = view.people(start, verb).first().filter(opener)?;
        Some(if is_pronoun(view, person) { pronoun(view, person) } else { Who::Person(person.name.clone()) })
    }

    /// Whether all who stand between the one who opens a clause and a verb are spoken to.
    fn reaches_over(self, from: usize, verb: usize) -> bool {
        let view = self.view;
        let spoken_to = |m: &PersonMention| !acts(view, self.clause.start, m);
        verb <= from + BETWEEN && view.people(from, verb).iter().all(spoken_to) && !(from..verb).any(|at| modal_at(view, at))
    }

    /// Whether nobody else and no demand stands between the one who opens a clause and a verb that is no noun (作了|介绍, 对全县来|说).
    fn reaches(self, from: usize, verb: usize) -> bool {
        let view = self.view;
        let to = view.before(verb) == '来' && (from..verb).any(|at| matches!(view.at(at), '对' | '从' | '于' | '的'));
        let noun = to || matches!(view.before(verb), '的' | '了' | '以' | '是' | '所' | '话' | '听' | '据' | '作' | '做' | '行');
        let quiet = |at: usize| view.at(at) != '、' && !modal_at(view, at);
        let noun = noun || view.before(verb) == '人' && view.before(verb - 1) == '有';
        let asks = view.has(from, verb, Class::SpeechAsk);
        !noun && !asks && verb <= from + BETWEEN && view.people(from, verb).is_empty() && (from..verb).all(quiet)
    }

    /// `甲乙就…提出三点要求：` `我讲三个问题。`
    fn final_noun(self) -> Option<Who> {
        let verb = self.giving_verb()?;
        if let Some(who) = self.subject(verb, false).or_else(|| self.whoever_opens(verb)) {
            return Some(who);
        }
        let end = self.clause.end;
        let alone = self.view.at(end) == '：' || (end == self.end && self.narrated && self.may_be_bare);
        alone.then_some(Who::Same)
    }

    /// The verb of a clause that ends with what a speaker gives: 提出|…要求, or 讲了|三点.
    fn giving_verb(self) -> Option<usize> {
        let CharSpan { start, end } = self.clause;
        let view = self.view;
        let noun = view.matches.longest_before(end, start, Class::SpeechAskNouns);
        // 明确了下一步的任务：一是…
        // 给八家企业排出了时间表，12月10日前结清一半，…
        let dated = || view.at(end) == '，' && terms::dated(view, CharSpan::new((end + 1).min(self.end), self.end));
        let task = || view.matches.longest_before(end, start, Class::SpeechTaskNouns).filter(|_| view.at(end) == '：' || dated());
        let noun = noun.or_else(task);
        if let Some((verb, _)) = self.points_inside() {
            return Some(verb);
        }
        let from = noun.map_or(start, |noun| start.max(noun.saturating_sub(12)));
        let (verb, mut after) = view.matches.first(from, noun.unwrap_or(end), Class::SpeechGive)?;
        if let Some(noun) = noun {
            // 强调要落实工作部署 says what is asked.
            return (!(after..noun).any(|at| modal_at(view, at))).then_some(verb);
        }
        after += usize::from(view.at(after) == '了');
        // 讲了“四个更”：
        after += usize::from(view.at(after) == '“');
        let ends_with_count = |at: usize| {
            let measure = count(view, at).and_then(|number| view.matches.longest(number, end, Class::DirectiveMeasures));
            measure.is_some_and(|measure| end - measure <= 4)
        };
        // 提出今年要抓好以下五个方面：
        let announces = view.at(end) == '：' && (after.max(end.saturating_sub(10))..end).any(ends_with_count);
        (announces || ends_with_count(after)).then_some(verb)
    }

    /// A lead with what is said in the same clause: `甲乙希望大家…` `甲乙表示要…`
    fn open_lead(self) -> Option<Lead> {
        let CharSpan { start, end } = self.clause;
        let says = |at: usize| self.view.matches.longest(at, end, Class::SpeechSay).filter(|&after| after < end);
        let verbs = (start..end).filter_map(|at| Some((at, says(at).or_else(|| self.charge(at))?)));
        for (at, word) in verbs.take(VERBS) {
            // 请|各居委会…
            let after = if self.view.at(at) == '请' && self.view.at(at + 1) != '求' { at + 1 } else { word };
            let next = self.view.at(after);
            // 提醒与会同志, 要求及时整改
            let joins = matches!(next, '和' | '与' | '及');
            let compound = matches!((next, self.view.at(after + 1)), ('与', '会') | ('及', '时' | '早'));
            // 甲乙作动员讲话, 动员大会
            let talk = self.view.at(at) == '动'
                && (self.view.matches.longest(after, end, Class::SpeechTalks).is_some()
                    || matches!(next, '会' | '大' | '令' | '阶' | '誓' | '培'));
            let deed = word == at + 1 && matches!(next, '阻' | '架' | '酒' | '学' | '退' | '返' | '业' | '和') && self.view.at(at) == '劝';
            let noun = talk || deed || (joins && !compound) || matches!(next, '的' | '、' | '书' | '”' | '了' | '完' | '毕' | '罢');
            let charges = says(at).is_none();
            let asks = charges || self.view.matches.is(at, word, Class::SpeechAsk) && !noun;
            let modal = modal_at(self.view, after);
            // 会议明确今后的规划
            let meets = self.view.matches.longest(start, at, Class::SpeechBodies) == Some(at);
            // 最后甲乙副书记强调安全工作要常抓不懈
            let somebody = || matches!(self.subject(at, true), Some(Who::Person(_) | Who::Pronoun(_)));
            // 她还提出培训应包含急救
            let demands = || (after..end).any(|at| modal_at(self.view, at));
            let bare = bare_stress(self.view, at, word) || plain_say(self.view, at, word) || demands();
            let gives = self.view.matches.is(at, word, Class::SpeechGive) && !(bare && (self.narrated || meets || somebody()));
            let kind = if charges { Kind::Ask } else { kind(self.view, at, word) };
            let tells = !noun && !gives && kind != Kind::Answer;
            if !asks && !modal && !tells {
                continue;
            }
            // 甲乙以案例提醒广大家长…
            let turns =
                asks && (matches!(next, '各' | '全' | '广') || self.view.matches.longest(after, end, Class::DirectiveAddressees).is_some());
            let Some(who) = self.subject(at, !modal && !turns).or_else(|| self.same(at, !modal)) else { continue };
            // 甲乙寄语队员们：… 甲乙提醒大家，…
            let short = end < self.end && end - after <= 12 && !modal;
            // 甲乙告诉大家，…
            let tells_them = (asks || kind == Kind::Weak) && self.view.at(end) == '，' && is_addressee(self.view, after, end);
            let object = short && (self.view.at(end) == '：' || tells_them);
            let content = if object { CharSpan::new(end + 1, self.end) } else { CharSpan::new(after, self.until_next_subject(end)) };
            let step = Step::new(Rule::LeadOpen, CharSpan::new(start, content.start.min(end)));
            return Some(Lead { who, kind, answers: self.answers(), content, step });
        }
        None
    }

    /// 甲乙请|丙丁牵头，…; 甲乙让|各乡镇八点前把名单报来: a verb with which somebody gets something to do.
    fn charge(self, at: usize) -> Option<usize> {
        let view = self.view;
        let end = view.matches.longest(at, self.clause.end, Class::SpeechCharge)?;
        let rest = CharSpan::new(end, self.end);
        let person = || !view.people(end, end + 1).is_empty();
        let somebody = person() || matches!(view.at(end), '各' | '全') || names_somebody(view, end, self.clause.end);
        (somebody && demand::charged(view, rest)).then_some(end)
    }

    /// 甲乙指出要…，丙丁作了发言: what 甲乙 says ends before 丙丁.
    fn until_next_subject(self, from: usize) -> usize {
        let rest = CharSpan::new(from.min(self.end), self.end);
        self.view.clauses(rest).find(|&clause| subject_of(self.view, clause).is_some()).map_or(self.end, |clause| clause.start)
    }

    /// Who says the verb at a position: its subject, or the one before when there is nothing but adverbs in front of it.
    fn who(self, verb: usize, strict: bool) -> Option<Who> {
        self.subject(verb, strict).or_else(|| self.same(verb, strict))
    }

    /// The one who spoke before, when nothing but adverbs stands in front of a verb.
    fn same(self, verb: usize, strict: bool) -> Option<Who> {
        let start = self.view.skip(self.clause.start, verb, Class::SpeechAdverbs);
        // 对学生|说
        let to = matches!(self.view.at(start), '对' | '跟' | '向') && is_addressee(self.view, start + 1, verb);
        let bare = start == verb || to;
        // In speech 希望大家… belongs to what is said; 要求各校… goes on with the telling.
        // 加强服务。|鼓励企业创新: in speech it is what is to be done.
        let urges = !self.narrated && self.view.matches.longest(verb, self.clause.end, Class::DirectiveImperatives).is_some();
        let wishes = strict && self.view.matches.longest(verb, self.clause.end, Class::DirectivePleas).is_some();
        let fresh = self.narrated || !urges && !wishes;
        (bare && self.may_be_bare && fresh).then_some(Who::Same)
    }

    fn subject(self, verb: usize, strict: bool) -> Option<Who> {
        let view = self.view;
        let start = self.clause.start;
        let fits = |from: usize| leads_to(view, from, verb, strict);
        // 参会学员纷纷表示, 甲乙、丙丁发言，均表示
        if view.has(start, verb, Class::SpeechChorus) || verb > start && matches!(view.before(verb), '均' | '都') {
            return Some(Who::Crowd);
        }
        let opening = view.skip(start, verb, Class::SpeechAdverbs);
        let he = matches!(view.at(opening), '他' | '她') && view.at(opening + 1) != '们' && view.at(opening + 1) != '的';
        // 他停下来对局长甲乙说
        if he && !view.people(opening + 1, verb).is_empty() && self.reaches_over(opening + 1, verb) {
            return Some(Who::Pronoun(None));
        }
        let person = view.people(start, verb).iter().find(|m| m.span.end <= verb && acts(view, start, m) && fits(m.span.end));
        if let Some(mention) = person {
            return Some(if is_pronoun(view, mention) { pronoun(view, mention) } else { Who::Person(mention.name.clone()) });
        }
        if matches!(view.at(opening), '他' | '她') {
            let several = view.at(opening + 1) == '们';
            let who = if several { Who::Crowd } else { Who::Pronoun(None) };
            return fits(opening + 1 + usize::from(several)).then_some(who);
        }
        // 向大会表示祝贺, 对职工代表提出要求: it is spoken to.
        let object = |at: usize| (start..at).any(|i| matches!(view.at(i), '对' | '向' | '为' | '给' | '与' | '同'));
        let word = |class| {
            (start..verb)
                .any(|at| view.matches.longest(at, verb, class).is_some_and(|end| fits(end) && !object(at) && plain(view, start, at)))
        };
        if word(Class::SpeechBodies) || (at_meeting(view, self.clause) && opening == verb) {
            return Some(Who::Meeting);
        }
        if word(Class::SpeechCrowds) {
            return Some(Who::Crowd);
        }
        if let Some(document) = document(view, start, verb).filter(|found| fits(found.end) && plain(view, start, found.start)) {
            return Some(Who::Document(document));
        }
        if word(Class::SpeechPapers) {
            return Some(Who::Nobody);
        }
        // 一位老堤工站起来说, 与会专家对此建议
        let somebody = view.matches.longest(opening, verb, Class::SpeechSomebody);
        if somebody.is_some_and(|end| end < verb && self.reaches(end, verb)) {
            return Some(Who::Crowd);
        }
        // 书记强调
        let title = view.matches.longest(opening, verb, Class::SpeechTitles).filter(|&end| end > opening + 1 && fits(end));
        if let Some(name) = title.and_then(|end| holder(view, opening, end)) {
            return Some(Who::Person(name));
        }
        let titled =
            (start..verb).find_map(|at| titled(view, at, verb).filter(|&end| fits(end) && plain(view, start, at)).map(|end| (at, end)));
        match titled {
            Some((at, end)) => Some(bearer(view, at, end).map_or(Who::Nobody, Who::Person)),
            None => unknown_name(view, opening, verb).map(Who::Person),
        }
    }
}

/// Where a title ends that stands behind a surname and no more of a name: 钟|副校长, 李|总 of somebody who was named.
fn titled(view: View<'_>, at: usize, limit: usize) -> Option<usize> {
    let (length, _) = names::surname(view.chars, at)?;
    let title = at + length;
    let says = |at: usize| view.matches.longest(view.skip(at, limit + 4, Class::SpeechAdverbs), limit + 4, Class::SpeechSay).is_some();
    let short = || (view.at(title) == '总' && says(title + 1) && bearer(view, at, title).is_some()).then_some(title + 1);
    let end = view.matches.longest(title, limit, Class::SpeechTitles).filter(|&end| end > title + 1).or_else(short)?;
    (bearer(view, at, end).is_some() || !is_han(view.before(at))).then_some(end)
}

/// The person with the surname at a position who was named with the title behind it, or else last of that surname.
fn bearer(view: View<'_>, at: usize, end: usize) -> Option<String> {
    let (length, _) = names::surname(view.chars, at)?;
    let surname = &view.chars[at..at + length];
    let title = view.chars.get(at + length..end)?;
    let bears = |m: &&PersonMention| m.span.len() > length && view.chars[m.span.range()].starts_with(surname);
    let known = view.people(0, at);
    let recent = known[known.len().saturating_sub(BEARERS)..].iter().rev().filter(bears);
    // 县长王一 before 副县长王二: 王县长 is the first.
    let holds = |m: &&PersonMention| {
        let before = &view.chars[m.span.start.saturating_sub(LONGEST_TITLE)..m.span.start];
        let behind = view.chars.get(m.span.end..m.span.end + title.len()) == Some(title);
        !title.is_empty() && (behind || before.strip_suffix(title).is_some_and(|rest| rest.last() != Some(&'副')))
    };
    recent.clone().find(holds).or_else(|| recent.clone().next()).map(|m| m.name.clone())
}

/// Who was named last with the title that stands in a range, and not with 副 before it.
fn holder(view: View<'_>, at: usize, end: usize) -> Option<String> {
    let title = view.chars.get(at..end)?;
    let known = view.people(0, at);
    let holds = |m: &&PersonMention| {
        let before = &view.chars[m.span.start.saturating_sub(LONGEST_TITLE)..m.span.start];
        before.strip_suffix(title).is_some_and(|rest| rest.last() != Some(&'副'))
    };
    known[known.len().saturating_sub(BEARERS)..].iter().rev().find(holds).map(|m| m.name.clone())
}

/// The first word for a message in a range.
fn document(view: View<'_>, start: usize, end: usize) -> Option<CharSpan> {
    view.matches.first(start, end, Class::SpeechDocuments).map(|(start, end)| CharSpan::new(start, end))
}

/// Whether a clause says that a speaker gives points: 我讲三点意见, 再强调两条.
pub(super) fn gives_points(view: View<'_>, clause: CharSpan) -> bool {
    let finder = Finder { view, clause, end: clause.end, may_be_bare: false, narrated: false };
    clause.len() <= CLAUSE && finder.giving_verb().is_some()
}

/// Who wrote a message that a span tells of: 甲乙|作出批示, 丙丁宣读了|甲乙|的贺信.
pub(super) fn author(view: View<'_>, span: CharSpan) -> Option<(CharSpan, String)> {
    view.clauses(span).find_map(|clause| {
        let document = document(view, clause.start, clause.end)?;
        let writer = view.people(clause.start, document.start).last()?;
        let read_out = view.has(writer.span.end, document.start, Class::SpeechReading);
        (writer.span.end <= document.start && !read_out).then(|| (document, writer.name.clone()))
    })
}

/// 会议听取了汇报，强调开局关系全局: 强调 says something.
fn bare_stress(view: View<'_>, verb: usize, end: usize) -> bool {
    kind(view, verb, end) == Kind::Stress
}

/// 甲乙放下茶杯，说北堤要加高, but not 说了三点.
fn plain_say(view: View<'_>, verb: usize, end: usize) -> bool {
    end == verb + 1
        && count(view, end).is_none()
        && !matches!(view.at(end), '了' | '过' | '出' | '到' | '话' | '法' | '明' | '清' | '起' | '得')
}

/// Whether words at a position name those who are told to do something: 请|住在河滩上的人家….
fn names_somebody(view: View<'_>, at: usize, limit: usize) -> bool {
    (at + 1..limit.min(at + NAMED)).any(|end| view.matches.longest_before(end, at, Class::DirectiveAddressees).is_some())
}

/// Whether a range names those who are spoken to, and no more.
fn is_addressee(view: View<'_>, start: usize, end: usize) -> bool {
    view.matches.longest_before(end, start, Class::DirectiveAddressees).is_some() && !view.has(start, end, Class::DirectiveImperatives)
}

fn kind(view: View<'_>, verb: usize, end: usize) -> Kind {
    let end = if view.before(end) == '道' { end - 1 } else { end };
    let is = |class| view.matches.longest_before(end, verb, class).is_some();
    if is(Class::SpeechAsk) {
        Kind::Ask
    } else if is(Class::SpeechStress) {
        Kind::Stress
    } else if is(Class::SpeechPledge) {
        Kind::Answer
    } else if is(Class::SpeechWeak) {
        Kind::Weak
    } else {
        Kind::Say
    }
}

/// Whether what stands between a subject and its verb of speech lets them belong together: 主任|在讲话中|还|强调.
fn leads_to(view: View<'_>, from: usize, verb: usize, strict: bool) -> bool {
    let mut at = from;
    loop {
        while at < verb && (view.at(at).is_whitespace() || matches!(view.at(at), '》' | '”')) {
            at += 1;
        }
        let next = view.skip(view.skip(at, verb, Class::SpeechTitles), verb, Class::SpeechAdverbs);
        if next == at {
            break;
        }
        at = next;
    }
    if at == verb {
        return true;
    }
    // 在来信上看到有人说
    if view.before(verb) == '人' && matches!(view.before(verb - 1), '有' | '听') {
        return false;
    }
    let opens = view.matches.longest(at, verb, Class::SpeechPrepositions);
    let close = view.before(verb);
    // 甲乙|部署春耕工作时|要求, 甲乙|语重心长地|说
    let manner = matches!(close, '地' | '着') && verb - at <= 6;
    // 甲乙|肯定了…并|提出
    let phrase = manner || close == '并' || matches!(close, '时' | '后') || (opens.is_some() && matches!(close, '中' | '上' | '里'));
    let quiet = || !(at..verb).any(|i| modal_at(view, i));
    // 对照上级|要求
    let by = view.matches.longest(at, verb, Class::SpeechQuotes) > opens;
    if strict { phrase && quiet() } else { (phrase || (opens.is_some() && close != '的' && !by)) && quiet() }
}

/// Who 他 is: the person who opened a sentence before, or whoever spoke last.
fn pronoun(view: View<'_>, mention: &PersonMention) -> Who {
    let earlier = view.people(0, mention.span.start);
    let named = earlier.iter().rev().find(|m| m.name == mention.name && !is_pronoun(view, m));
    let opens =
        |m: &PersonMention| matches!(view.before(m.span.start), '。' | '！' | '；' | '”') || view.before(m.span.start).is_whitespace();
    Who::Pronoun(named.filter(|m| opens(m)).map(|m| m.name.clone()))
}

fn is_pronoun(view: View<'_>, mention: &PersonMention) -> bool {
    matches!(view.at(mention.span.start), '他' | '她')
}

fn modal_at(view: View<'_>, at: usize) -> bool {
    view.matches.longest(at, at + 3, Class::DirectiveModals).is_some() && !view.covered(at, Class::DirectiveNotModals)
}

/// Whether a person in a clause acts there, instead of being spoken of (按照甲乙要求, 甲乙的讲话, 向甲乙).
fn acts(view: View<'_>, start: usize, mention: &PersonMention) -> bool {
    let before = view.before(mention.span.start);
    let after = view.skip(mention.span.end, mention.span.end + 4, Class::SpeechTitles);
    let object = mention.span.start > start
        && matches!(before, '对' | '向' | '为' | '给' | '与' | '同' | '将' | '把' | '让' | '被' | '请' | '予' | '彰' | '聘' | '授');
    let object = object || to_holder(view, start, mention.span.start);
    let spoken_of = view.at(after) == '的' || (view.at(after) == '重' && view.at(after + 1) == '要');
    !object && !spoken_of && plain(view, start, mention.span.start)
}

/// 对住建局局长|甲乙: whether somebody is spoken to by name and post.
fn to_holder(view: View<'_>, start: usize, name: usize) -> bool {
    let from = start.max(name.saturating_sub(POST));
    let to = (from..name).rev().take_while(|&at| is_han(view.at(at))).find(|&at| matches!(view.at(at), '对' | '向' | '跟' | '给'));
    let post = |to: usize| (to + 1..name).all(|at| !matches!(view.at(at), '的' | '时' | '后' | '说'));
    let head = |class| view.matches.longest_before(name, start, class).is_some();
    to.is_some_and(|to| to + 2 < name && post(to)) && (head(Class::PostHeads) || head(Class::SpeechTitles))
}

/// Whether nothing before a subject takes it as its object.
fn plain(view: View<'_>, start: usize, end: usize) -> bool {
    !view.has(start, end, Class::SpeechQuotes) && !(start..end).any(|at| modal_at(view, at))
}

/// Whether a clause opens with 会上 and goes on, so that the meeting may be its subject.
fn at_meeting(view: View<'_>, clause: CharSpan) -> bool {
    clause.len() > 2 && view.at(clause.start) == '会' && view.at(clause.start + 1) == '上'
}

/// 会议听取了…汇报，要求…: whether the meeting itself does something in a clause.
pub(super) fn meeting_acts(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(clause.start, clause.end, Class::SpeechAdverbs);
    let body = view.matches.longest(start, clause.end, Class::SpeechBodies);
    // 会上还就下一步工作进行了部署
    let Some(end) = body.or_else(|| at_meeting(view, clause).then_some(start)) else { return false };
    let verb = view.skip(end, clause.end, Class::SpeechAdverbs);
    view.matches.longest(verb, clause.end, Class::SpeechDeeds).is_some()
}

/// The person who acts in a clause outside of speech.
pub(super) fn subject_of(view: View<'_>, clause: CharSpan) -> Option<String> {
    view.people(clause.start, clause.end)
        .iter()
        .find(|m| !is_pronoun(view, m) && m.span.end < clause.end && view.at(m.span.end) != '、' && acts(view, clause.start, m))
        .map(|m| m.name.clone())
}

/// 甲乙发表了讲话: whether a clause says that somebody talked.
pub(super) fn talks(view: View<'_>, clause: CharSpan) -> bool {
    // 甲乙的讲话只有十分钟
    let talk = |m: &PersonMention| {
        let at = m.span.end + usize::from(view.at(m.span.end) == '的');
        view.matches.longest(at, clause.end, Class::SpeechTalks).is_some_and(|end| matches!(view.before(end), '话' | '言'))
    };
    view.matches.longest_before(clause.end, clause.start, Class::SpeechTalks).is_some()
        || view.people(clause.start, clause.end).first().is_some_and(talk)
}

/// Who opens a sentence of one clause, before words in quotation marks: 甲乙|接过话筒。
pub(super) fn scene(view: View<'_>, span: CharSpan) -> Option<(String, CharSpan)> {
    let person = view.people(span.start, span.end).first().filter(|m| !is_pronoun(view, m) && opens(view, span.start, m))?;
    let short = span.end - person.span.end <= MANNER && view.clauses(span).count() == 1 && plain(view, span.start, person.span.start);
    (short && !tells_of(view, person.span.end, span.end)).then(|| (person.name.clone(), span))
}

/// Who opens a sentence and does there what is done at meetings: 校长|甲乙|认真听取了意见.
pub(super) fn doer(view: View<'_>, span: CharSpan) -> Option<String> {
    let clause = view.clauses(span).next()?;
    let person = view.people(clause.start, clause.end).first().filter(|m| !is_pronoun(view, m) && acts(view, clause.start, m))?;
    let post = person.span.start - clause.start <= POST;
    let verb = view.skip(view.skip(person.span.end, clause.end, Class::SpeechTitles), clause.end, Class::SpeechAdverbs);
    let verb = if view.at(verb) == '认' && view.at(verb + 1) == '真' { verb + 2 } else { verb };
    let does = |class| view.matches.longest(verb, clause.end, class).is_some();
    let deeds = [Class::SpeechDeeds, Class::RoleReport, Class::RoleExchange, Class::RoleAnnounce, Class::RolePresent];
    (post && deeds.into_iter().any(does)).then(|| person.name.clone())
}

/// Who does something in a clause that tells: the person who acts, or whose words it tells of, or 钟副校长.
fn narrator(view: View<'_>, clause: CharSpan) -> Option<String> {
    let titled = || titled(view, clause.start, clause.end).and_then(|end| bearer(view, clause.start, end));
    subject_of(view, clause).or_else(|| owner_of_words(view, clause)).or_else(titled)
}

/// 甲乙的一席话引来掌声: whose words a clause tells of.
fn owner_of_words(view: View<'_>, clause: CharSpan) -> Option<String> {
    owner(view, clause).map(|person| person.name.clone())
}

fn owner(view: View<'_>, clause: CharSpan) -> Option<&PersonMention> {
    let person =
        view.people(clause.start, clause.end).first().filter(|m| !is_pronoun(view, m) && plain(view, clause.start, m.span.start))?;
    let at = person.span.end;
    // 甲乙的话，…
    let word = || view.at(at + 1) == '话' && at + 2 < clause.end || view.at(at + 3) == '话';
    let words = view.at(at) == '的' && (word() || view.matches.longest(at + 1, clause.end, Class::SpeechTalks).is_some());
    words.then_some(person)
}

/// Whether a person opens a clause, behind adverbs or a post: 随后，副县长|甲乙….
fn opens(view: View<'_>, start: usize, person: &PersonMention) -> bool {
    let opening = view.skip(start, person.span.start, Class::SpeechAdverbs);
    let head = |class| view.matches.longest_before(person.span.start, opening, class).is_some();
    let post = person.span.start - opening <= POST && (opening..person.span.start).all(|at| is_han(view.at(at)));
    person.span.start == opening || post && (head(Class::PostHeads) || head(Class::SpeechTitles) || head(Class::GroupHeads))
}

/// Whether a verb of telling stands at a position.
fn tells_at(view: View<'_>, at: usize, limit: usize) -> bool {
    view.matches.longest(at, limit, Class::RoleReport).is_some()
}

/// Whether somebody is said to tell in a range, not in 甲乙在报告里把任务归结为三句话.
fn tells_of(view: View<'_>, start: usize, end: usize) -> bool {
    let tells = |class| {
        (start..end)
            .any(|at| view.matches.longest(at, end, class).is_some_and(|end| !matches!(view.at(end), '里' | '中' | '时' | '后' | '上')))
    };
    tells(Class::RoleReport) || tells(Class::ExperienceNouns)
}

fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

/// A name that nobody knew: a surname and one or two characters (or a name with ·), and then nothing but what stands before a
/// verb of speech.
fn unknown_name(view: View<'_>, start: usize, verb: usize) -> Option<String> {
    let run = (start..verb.min(start + 14)).take_while(|&at| is_han(view.at(at)) || view.at(at) == '·').count();
    let dotted = (start..start + run).any(|at| view.at(at) == '·');
    let surname = names::surname(view.chars, start).map(|(length, _)| length);
    if view.in_name(start) {
        return None;
    }
    if surname != Some(2) && view.has(start, (start + 3).min(verb), Class::SpeechNoNames) {
        return None;
    }
    let lengths = match surname {
        _ if dotted => 4..=14,
        Some(surname) => surname + 1..=surname + 2,
        None => return None,
    };
    // 章大河谈体会时说: 河 is likely in a name, so 章大 is none; but 秦关在会上说.
    let fits = |end: &usize| leads_to(view, *end, verb, true);
    let mut ends = lengths.rev().filter(|&length| length <= run).map(|length| start + length).filter(fits);
    let likely = |end: &usize| dotted || *end == start + surname.unwrap_or(0) + 1 || names::given(view.before(*end)) > -20;
    let end = ends.find(likely)?;
    let name = &view.chars[start..end];
    let is_name = (dotted || names::word(name) == 0)
        && !matches!(view.before(end), '里' | '中' | '上' | '的')
        && !view.matches.refuses_at(start, end);
    is_name.then(|| name.iter().collect())
}
