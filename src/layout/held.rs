//! The clauses that say that a meeting was held: its name, its date, its place.
//!
//! > 3月8日，南坪区残疾人工作会议在区机关第二会议室召开。 — the name stands before the verb
//! > 3月8日，我院在门诊楼报告厅召开年度总结大会。 — the name stands behind the verb

use super::Page;
use super::dates::{DateMention, after_time, date_at, dates};
use super::sentences::{enclosed, is_space, sentences};
use crate::lexicon::Class;
use crate::rules::Rule;
use crate::text::{CharSpan, is_han};

/// No name, place or clause is looked for farther than this from its verb.
const REACH: usize = 90;

/// The words for the day before the clause of a meeting are no longer than this.
const WHEN: usize = 40;

/// How a sentence speaks of a meeting; the first ones say most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Manner {
    /// 会议召开、召开会议
    Held,
    /// 召开的会议
    HeldRelative,
    /// 出席会议
    Attended,
    /// 主持会议
    Presided,
}

/// A meeting that a sentence says was held.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    pub manner: Manner,
    /// The name, however general (会议).
    pub name: Option<CharSpan>,
    /// Whether the name names no meeting by itself (会议, 大会).
    pub bare: bool,
    /// Whether the name is that of an activity (比赛, 活动), which is a meeting only if people speak there.
    pub activity: bool,
    pub date: Option<DateMention>,
    /// Whether the day is told without naming it (日前).
    pub undated: bool,
    /// Whether it was the day that was named before (当天).
    pub same_day: bool,
    /// Whether it was the day on which the report was sent (今天).
    pub today: bool,
    pub place: Option<CharSpan>,
    /// Whether the meeting is still to come, or only asked for.
    pub planned: bool,
    /// The rule that found it.
    pub rule: Rule,
}

impl Held {
    /// Whether the sentence tells of a meeting that took place on some day or at some place.
    pub fn is_told(&self) -> bool {
        !self.planned && self.name.is_some() && (self.date.is_some() || self.undated || self.place.is_some())
    }
}

/// The meetings that a sentence says were held, in the order of their verbs.
pub(crate) fn held(page: &Page, sentence: CharSpan) -> Vec<Held> {
    let reader =
        Reader { page, sentence, inside: enclosed(page.chars, sentence), dates: dates(page.chars, sentence), heads: heads(page, sentence) };
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !reader.is_inside(at)
            && let Some((held, end)) = reader.at_verb(at)
        {
            found.push(held);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// The meeting that a sentence opens with: `3月8日，某会在某地召开`, `日前，某会召开`.
pub(crate) fn opening(page: &Page, sentence: CharSpan) -> Option<Held> {
    held(page, sentence).into_iter().find(|held| {
        let near = held.date.is_some_and(|date| date.span.start < sentence.start + 60);
        let when = |at: usize| page.matches.longest(at, sentence.end, Class::MeetingWhenWords).is_some();
        let clause = (sentence.start..sentence.end.min(sentence.start + 16)).take_while(|&at| !matches!(page.chars[at], '，' | '、' | '“'));
        let behind = || held.place.is_some() && opens_behind_another(page, sentence);
        let lead = held.undated && { clause }.any(when) || behind();
        held.manner == Manner::Held && held.is_told() && !held.bare && (near || lead)
    })
}

/// Whether a sentence opens with the end of another meeting: `代表大会结束后，`, `会后，`.
pub(crate) fn opens_behind_another(page: &Page, sentence: CharSpan) -> bool {
    let (chars, limit) = (page.chars, sentence.end.min(sentence.start + WHEN));
    let Some(comma) = (sentence.start..limit).find(|&at| chars[at] == '，') else { return false };
    let ended = chars[sentence.start..comma].strip_suffix(&['结', '束', '后']).map(|rest| sentence.start + rest.len());
    let ended = ended.or_else(|| chars[sentence.start..comma].strip_suffix(&['后']).map(|rest| sentence.start + rest.len()));
    ended.is_some_and(|end| head_start(page, sentence.start, end).is_some())
}

/// The sentence that a paragraph opens with: the first one that is no quotation by itself (`“路通了！”5月6日，……`).
pub(crate) fn first_sentence(page: &Page, paragraph: CharSpan) -> Option<CharSpan> {
    let head = CharSpan::new(paragraph.start, paragraph.end.min(paragraph.start + 400));
    let quoted = |sentence: &CharSpan| page.chars[sentence.start] == '“' && page.chars[sentence.end - 1] == '”';
    sentences(page.chars, head).into_iter().find(|sentence| !quoted(sentence))
}

/// The name in `在NAME上的讲话`, `NAME纪要` or `NAME`: a heading that names the meeting itself.
pub(crate) fn named_by_heading(page: &Page, heading: CharSpan) -> Option<CharSpan> {
    let reader = Reader { page, sentence: heading, inside: enclosed(page.chars, heading), dates: Vec::new(), heads: heads(page, heading) };
    let chars = page.chars;
    let at = heading.range().find(|&at| chars[at] == '在' && !reader.is_inside(at));
    if let Some(at) = at
        && let Some(&end) =
            reader.heads.iter().find(|&&end| end > at + 1 && chars.get(end) == Some(&'上') && reader.is_head_end(end, false))
    {
        return Some(CharSpan::new(at + 1, end));
    }
    let end = (heading.start + 1..=heading.end).rev().find(|&end| reader.is_head_end(end, true))?;
    let held = (heading.start..end).rev().find_map(|at| page.matches.longest(at, end, Class::MeetingHoldVerbs)).filter(|&at| at < end);
    let start = reader.name_start(held.unwrap_or(heading.start), end);
    (start < end).then(|| CharSpan::new(start, end))
}

/// Whether words name no meeting by themselves.
pub(crate) fn is_bare(page: &Page, name: CharSpan) -> bool {
    let is = |class| page.matches.is(name.start, name.end, class);
    let this = page.matches.longest(name.start, name.end, Class::MeetingDeterminers);
    name.len() <= 2 || this.is_some_and(|at| name.end <= at + 2) || is(Class::MeetingBareNames) || is(Class::MeetingActivityHeads)
}

struct Reader<'a> {
    page: &'a Page<'a>,
    sentence: CharSpan,
    inside: Vec<bool>,
    dates: Vec<DateMention>,
    /// Where a head of a meeting's name may end.
    heads: Vec<usize>,
}

/// The ends of the heads of meetings' names in a sentence, and of quotes behind them.
fn heads(page: &Page, sentence: CharSpan) -> Vec<usize> {
    let is_head = |end: usize| head_start(page, sentence.start, end).is_some();
    let quoted = |end: usize| matches!(page.chars[end - 1], '”' | '》') && is_head(end - 1);
    (sentence.start + 1..=sentence.end).filter(|&end| is_head(end) || quoted(end)).collect()
}

/// Where the longest head of a meeting's or an activity's name begins that ends at a position.
fn head_start(page: &Page, from: usize, end: usize) -> Option<usize> {
    let meeting = page.matches.longest_before(end, from, Class::MeetingHeads);
    meeting.or_else(|| page.matches.longest_before(end, from, Class::MeetingActivityHeads))
}

/// Whether a name ends with the head of an activity, and not with that of a meeting (联谊会, 联谊会活动).
fn is_activity(page: &Page, name: CharSpan) -> bool {
    let end = name.end - usize::from(matches!(page.chars[name.end - 1], '”' | '》'));
    let is_meeting = |end: usize| page.matches.longest_before(end, name.start, Class::MeetingHeads).is_some();
    let stem = page.chars[name.start..end].strip_suffix(&['活', '动']).map_or(end, |stem| name.start + stem.len());
    !is_meeting(end) && !is_meeting(stem)
}

/// What stands between a name (or the clause's start) and the verb.
#[derive(Clone, Copy)]
struct Peeled {
    end: usize,
    date: Option<DateMention>,
    unnamed: Option<usize>,
    place: Option<CharSpan>,
}

/// The longest name of who sends the news.
const NEWS_SOURCE: usize = 20;

/// The end of who sends the news, with which a text begins (`本报讯`, `新华社北京5月6日电`, `青禾广播网消息`), before a bracket, a colon, a
/// space or a date.
pub(super) fn news_source(words: &[char]) -> Option<usize> {
    let run = words.iter().take(NEWS_SOURCE).take_while(|c| c.is_alphanumeric()).count();
    let sends = |to: usize| [&['讯'][..], &['电'], &['消', '息']].iter().any(|&end| words[..to].ends_with(end));
    let marked = |to: usize| words.get(to).is_some_and(|&c| is_space(c) || matches!(c, '（' | '(' | '：' | ':'));
    (1..=run).find(|&to| sends(to) && (marked(to) || date_at(words, to, words.len()).is_some()))
}

impl Reader<'_> {
    fn is_inside(&self, at: usize) -> bool {
        self.inside.get(at - self.sentence.start).copied().unwrap_or(false)
    }

    fn is_clause_mark(&self, at: usize) -> bool {
        // 14:30, 1,200: no clause ends there.
        let number = || {
            let digit = |at: Option<usize>| at.and_then(|at| self.page.chars.get(at)).is_some_and(char::is_ascii_digit);
            matches!(self.page.chars[at], ',' | ':' | '：') && digit(at.checked_sub(1)) && digit(Some(at + 1))
        };
        // 党员们聚到了一起——主题党日活动开始了
        let dash = self.page.chars[at] == '—' && at > self.sentence.start && self.page.chars[at - 1] == '—';
        (dash || matches!(self.page.chars[at], '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '!' | '?'))
            && !self.is_inside(at)
            && !number()
    }

    fn at_verb(&self, at: usize) -> Option<(Held, usize)> {
        let (matches, limit) = (self.page.matches, self.sentence.end);
        if let Some(end) = matches.longest(at, limit, Class::MeetingMovedVerbs)
            && let Some(held) = self.moved_to(at, end)
        {
            return Some((held, end));
        }
        if let Some(end) = matches.longest(at, limit, Class::MeetingHoldVerbs) {
            // 开幕 in 开幕式 is no verb.
            matches.longest(at, limit, Class::MeetingHeads).is_none_or(|head| head <= end).then_some(())?;
            // 全会召开40周年 counts the years since.
            (!self.counts_years(end)).then_some(())?;
            return self.held_by(at, end).map(|held| (held, end));
        }
        if let Some(end) = matches.longest(at, limit, Class::MeetingDoVerbs) {
            return self.done_by(at, end).map(|held| (held, end));
        }
        if let Some(end) = matches.longest(at, limit, Class::RoleAttend) {
            return self.told_by(at, end, Manner::Attended).map(|held| (held, end));
        }
        if matches!(self.page.chars[at], '在' | '从') {
            return self.spoken_at(at);
        }
        if self.page.chars[at] == '由' {
            return self.chaired_by(at);
        }
        if let Some(end) = matches.longest(at, limit, Class::MeetingAfterWords) {
            return self.numbered(at).map(|held| (held, end));
        }
        let presides = self.page.chars[at..limit].starts_with(&['主', '持']);
        if presides { self.told_by(at, at + 2, Manner::Presided).map(|held| (held, at + 2)) } else { None }
    }

    /// Whether a number of anniversaries stands behind a verb: 召开|40周年.
    fn counts_years(&self, at: usize) -> bool {
        let chars = &self.page.chars[at.min(self.sentence.end)..self.sentence.end.min(at + 6)];
        let number = chars.iter().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(**c)).count();
        number > 0 && chars[number..].starts_with(&['周', '年'])
    }

    /// A meeting by a verb of holding.
    fn held_by(&self, verb: usize, verb_end: usize) -> Option<Held> {
        let (from, to) = (self.clause_start(verb), self.clause_end(verb_end));
        let mut peeled = self.peel(from, verb);
        peeled.place = peeled.place.or_else(|| self.place_across_comma(from, peeled.end)).or_else(|| self.place_apart(from));
        let mut manner = Manner::Held;
        let named = |end: usize| CharSpan::new(self.name_start(from, end), end);
        let before = self.is_head_end(peeled.end, true).then(|| named(peeled.end));
        let before = before.or_else(|| self.before_bracket(from, peeled.end).map(named));
        let before = before.or_else(|| self.name_across_comma(from, peeled.end)).or_else(|| self.name_apart(from, &peeled));
        // 县老龄协会召开茶话会: a body and no meeting stands before the verb.
        let body = |name: &CharSpan| {
            let behind = self.name_behind(verb_end + usize::from(self.page.chars.get(verb_end) == Some(&'了')), to);
            name.end == peeled.end
                && peeled.place.is_none()
                && behind.is_some_and(|behind| !is_bare(self.page, behind) && behind.start <= verb_end + 12)
        };
        let before = before.filter(|name| !body(name));
        let name = before.filter(|name| !name.is_empty()).or_else(|| {
            let mut start = verb_end + usize::from(matches!(self.page.chars.get(verb_end), Some('了' | '过')));
            if self.page.chars.get(start) == Some(&'的') {
                manner = Manner::HeldRelative;
                start += 1;
            }
            self.name_behind(start, to)
        });
        if name.is_none() && peeled.place.is_none() && peeled.date.is_none() {
            return None;
        }
        let region = before.map_or(CharSpan::new(from, verb), |name| CharSpan::new(name.end, verb));
        let planned =
            self.is_planned(region, peeled.end) || before.is_some_and(|name| self.is_planned(CharSpan::new(from, name.start), name.start));
        let rule = if manner == Manner::Held { Rule::MeetingHeld } else { Rule::MeetingHeldRelative };
        Some(self.finish(rule, manner, name, peeled, planned, verb))
    }

    /// `协商会搬到了江汉会馆`, `把例会开在了停车场`: a name before the verb and a place behind it.
    fn moved_to(&self, verb: usize, verb_end: usize) -> Option<Held> {
        let (chars, from) = (self.page.chars, self.clause_start(verb));
        let mut peeled = self.peel(from, verb);
        let end = peeled.end - usize::from(peeled.end > from && matches!(chars[peeled.end - 1], '就'));
        let taken = (from..end).rev().take(REACH).find(|&at| chars[at] == '把' && !self.is_inside(at));
        let name = CharSpan::new(self.name_start(taken.map_or(from, |at| at + 1), end), end);
        let mut to = self.clause_end(verb_end);
        to -= usize::from(to > verb_end + 2 && matches!(chars[to - 1], '上' | '里' | '开' | '内'));
        let place = CharSpan::new(verb_end, to);
        let real = self.page.matches.longest_before(to, verb_end, Class::MeetingPlaceEnds).is_some();
        let plain = (2..=20).contains(&place.len()) && place.range().all(|at| is_han(chars[at])) && real;
        if name.is_empty() || !self.is_head_end(end, true) || !plain {
            return None;
        }
        peeled.place = Some(place);
        let planned = self.is_planned(CharSpan::new(from, verb), peeled.end);
        Some(self.finish(Rule::MeetingHeld, Manner::Held, Some(name), peeled, planned, verb))
    }

    /// Where a name ends before its short form in brackets, or with its number in them: 灯谜大会|（LRC）, 培训班（第一期）|.
    fn before_bracket(&self, from: usize, end: usize) -> Option<usize> {
        let chars = self.page.chars;
        let closed = end > from + 4 && matches!(chars[end - 1], ')' | '）');
        let open = (from..end).rev().take(REACH).find(|&at| matches!(chars[at], '(' | '（')).filter(|_| closed)?;
        let counted = chars[open + 1] == '第' && matches!(chars[end - 2], '期' | '场' | '次' | '届' | '站');
        self.is_head_end(open, true).then_some(if counted { end } else { open })
    }

    /// The place before a comma that the verb follows at once: `林某在二楼会议室，主持召开`.
    fn place_across_comma(&self, from: usize, peeled: usize) -> Option<CharSpan> {
        let comma = from.checked_sub(1).filter(|&at| peeled == from && at > self.sentence.start && self.page.chars[at] == '，')?;
        let (_, place) = self.place_ending(self.clause_start(comma), comma)?;
        place.filter(|place| self.page.matches.longest_before(place.end, place.start, Class::MeetingPlaceEnds).is_some())
    }

    /// The place that is all of the clause before: `在二楼会议室，镇长林某主持召开`.
    fn place_apart(&self, from: usize) -> Option<CharSpan> {
        let comma = from.checked_sub(1).filter(|&at| at > self.sentence.start && self.page.chars[at] == '，')?;
        let start = self.clause_start(comma);
        let (_, place) = self.place_ending(start, comma).filter(|&(at, _)| at == start)?;
        place.filter(|place| self.page.matches.longest_before(place.end, place.start, Class::MeetingPlaceEnds).is_some())
    }

    /// The name before an adverbial that is in no list: `开学典礼冒着小雨在操场举行`, `茶话会热热闹闹地开场`.
    fn name_apart(&self, from: usize, peeled: &Peeled) -> Option<CharSpan> {
        let chars = self.page.chars;
        let adverbial = peeled.place.is_some() || peeled.date.is_some() || peeled.end > from && chars[peeled.end - 1] == '地';
        let end = (from + 4..peeled.end).rev().take(8).take_while(|&at| is_han(chars[at])).find(|&end| self.is_head_end(end, true))?;
        let follows = self.page.matches.longest(end, peeled.end, Class::MeetingNameTails).is_some();
        let name = CharSpan::new(self.name_start(from, end), end);
        (adverbial && !follows && !name.is_empty() && !is_bare(self.page, name) && !is_activity(self.page, name)).then_some(name)
    }

    /// An activity by a verb of doing: `支部开展“重温誓词”主题党日活动`; what is done to something else has no head behind it.
    fn done_by(&self, verb: usize, verb_end: usize) -> Option<Held> {
        let start = verb_end + usize::from(self.page.chars.get(verb_end) == Some(&'了'));
        let name = self.name_behind(start, self.clause_end(verb_end)).filter(|&name| !is_bare(self.page, name))?;
        let from = self.clause_start(verb);
        let peeled = self.peel(from, verb);
        // 县里将于5月中旬，组织开展知识竞赛
        let before = if peeled.end == from { self.clause_start(from.saturating_sub(1).max(self.sentence.start)) } else { from };
        let planned = self.is_planned(CharSpan::new(before, verb), peeled.end);
        let held = self.finish(Rule::MeetingDone, Manner::Held, Some(name), peeled, planned, verb);
        // 开展主题党日活动 may be work that is done together; 开展宣讲会 is none.
        Some(Held { activity: self.page.chars[name.end - 1] != '会', ..held })
    }

    /// The name before a comma that the verb follows at once: `村里的板凳会，就在这里开场`.
    fn name_across_comma(&self, from: usize, peeled: usize) -> Option<CharSpan> {
        let comma = from.checked_sub(1).filter(|&at| peeled == from && at > self.sentence.start && self.page.chars[at] == '，')?;
        let name = CharSpan::new(self.name_start(self.clause_start(comma), comma), comma);
        (self.is_head_end(comma, true) && !name.is_empty() && !is_bare(self.page, name)).then_some(name)
    }

    /// A meeting by another verb: 出席NAME, 主持NAME; only a name of its own counts.
    fn told_by(&self, verb: usize, verb_end: usize, manner: Manner) -> Option<Held> {
        let start = verb_end + usize::from(self.page.chars.get(verb_end) == Some(&'了'));
        let name = self.name_behind(start, self.clause_end(verb_end)).filter(|&name| !is_bare(self.page, name))?;
        let told = |class| self.page.matches.longest(name.start, name.end, class).is_some();
        if self.page.matches.first(name.start, name.end, Class::RoleAttend).is_some()
            || told(Class::MeetingHoldVerbs)
            || self.page.matches.first(name.start, name.end, Class::MeetingDoVerbs).is_some()
        {
            return None;
        }
        let from = self.clause_start(verb);
        let peeled = self.peel(from, verb);
        let planned = self.is_planned(CharSpan::new(from, verb), peeled.end);
        let rule = if manner == Manner::Presided { Rule::MeetingPresided } else { Rule::MeetingAttended };
        Some(self.finish(rule, manner, Some(name), peeled, planned, verb))
    }

    /// `11月3日，陈某在全县干部大会上强调`, `记者日前从全县干部大会上获悉`: a named meeting that somebody spoke at, on a day that the sentence opens with.
    fn spoken_at(&self, at: usize) -> Option<(Held, usize)> {
        let end = self.head_behind(at + 1, self.clause_end(at)).filter(|&end| self.page.chars.get(end) == Some(&'上'))?;
        let name = CharSpan::new(self.name_start(at + 1, end), end);
        let mut peeled = self.peel(self.clause_start(at), at);
        // 在县委党校召开的|推进会上
        let verb = name.start.checked_sub(1).and_then(|of| self.page.matches.longest_before(of, at + 2, Class::MeetingHoldVerbs));
        peeled.place = peeled.place.or_else(|| verb.and_then(|verb| self.place_ending(at, verb)).and_then(|(_, place)| place));
        let told = self.finish(Rule::MeetingSpokenAt, Manner::Attended, Some(name), peeled, false, at);
        let when = told.date.is_some() || told.undated && self.page.chars[at] == '从';
        (!name.is_empty() && !told.bare && when).then_some((told, end))
    }

    /// `领导小组2023年第二次会议听取了汇报`: a meeting with a number that opens the sentence and does something.
    fn numbered(&self, verb: usize) -> Option<Held> {
        let from = self.clause_start(verb);
        let name = CharSpan::new(self.name_start(from, verb), verb);
        // 日前，某协会第三次会员代表大会选举产生…
        let when = |comma: usize| comma <= self.sentence.start + WHEN && self.name_start(self.sentence.start, comma) == comma;
        let opens = from == self.sentence.start || from.checked_sub(1).is_some_and(when);
        let counted = opens && self.has_number(from, verb) && self.is_head_end(verb, true);
        let peeled = Peeled { end: name.start, date: None, unnamed: None, place: None };
        (counted && !name.is_empty() && !is_bare(self.page, name))
            .then(|| self.finish(Rule::MeetingNumbered, Manner::HeldRelative, Some(name), peeled, false, verb))
    }

    /// Whether words count a meeting: 第二次, 三届五次, 首次, but not 有一次.
    fn has_number(&self, from: usize, to: usize) -> bool {
        let chars = &self.page.chars[from..to];
        let number = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c);
        (1..chars.len()).filter(|&at| chars[at] == '次').any(|at| {
            let before = chars[..at].iter().rposition(|c| !number(c));
            before.is_some_and(|before| matches!(chars[before], '第' | '首') || chars[before] == '届' && before + 1 < at)
        })
    }

    /// `听证会由副院长林知主持`; 会议 does as a name, since nothing else is chaired so.
    fn chaired_by(&self, at: usize) -> Option<(Held, usize)> {
        let limit = (at + REACH).min(self.sentence.end);
        (at + 1..limit).find(|&i| self.page.chars[i..limit].starts_with(&['主', '持']))?;
        let from = self.clause_start(at);
        let name = CharSpan::new(self.name_start(from, at), at);
        (self.is_head_end(at, true) && !name.is_empty()).then(|| {
            let peeled = Peeled { end: name.start, date: None, unnamed: None, place: None };
            (
                self.finish(
                    Rule::MeetingChairedBy,
                    Manner::Presided,
                    Some(name),
                    peeled,
                    self.is_planned(CharSpan::new(from, name.start), name.start),
                    at,
                ),
                at + 1,
            )
        })
    }

    fn finish(&self, rule: Rule, manner: Manner, name: Option<CharSpan>, peeled: Peeled, planned: bool, verb: usize) -> Held {
        let before = name.map_or(verb, |name| name.start.min(verb));
        let unnamed = if peeled.date.is_none() { peeled.unnamed.or_else(|| self.unnamed_day(before)) } else { None };
        let same_day = unnamed.is_some_and(|at| matches!(self.page.chars[at], '当' | '同'));
        let today = unnamed.is_some_and(|at| self.page.chars[at] == '今');
        let undated = unnamed.is_some() && !same_day;
        let date = peeled.date.or_else(|| if unnamed.is_some() { None } else { self.leading_date(before) });
        let bare = name.is_none_or(|name| is_bare(self.page, name));
        let activity = name.is_some_and(|name| is_activity(self.page, name));
        Held { manner, name, bare, activity, date, undated, same_day, today, place: peeled.place, planned, rule }
    }

    /// The last date before a position that opens a clause.
    fn leading_date(&self, before: usize) -> Option<DateMention> {
        let chars = self.page.chars;
        let opens = |date: &&DateMention| {
            let at = date.span.start;
            at == self.sentence.start || !chars[at - 1].is_alphabetic() || matches!(chars[at - 1], '于' | '在' | '讯')
        };
        let near = self.dates.partition_point(|date| date.span.end <= before);
        let found = || self.dates[near.saturating_sub(6)..near].iter().rev();
        let found = found().find(opens).or_else(|| found().find(|date| self.stands_apart(date))).copied()?;
        Some(self.solar_beside(found).unwrap_or(found))
    }

    /// The day before its lunar name: 3月5日|，农历二月初五，….
    fn solar_beside(&self, lunar: DateMention) -> Option<DateMention> {
        let next = self.dates.partition_point(|date| date.span.end <= lunar.span.start);
        let before = self.dates[..next].last().filter(|date| lunar.day.is_none() && date.day.is_some())?;
        let mark = |at: usize| matches!(self.page.chars[at], '，' | '（' | '(' | '、') || is_space(self.page.chars[at]);
        let time = after_time(self.page.chars, self.page.matches, before.span.end, lunar.span.start);
        (time..lunar.span.start).all(mark).then_some(*before)
    }

    /// Whether a comma follows a date: it says when, though a title without its line break stands before it (…表彰大会3月8日，).
    fn stands_apart(&self, date: &DateMention) -> bool {
        let chars = self.page.chars;
        let end = after_time(chars, self.page.matches, date.span.end, self.sentence.end);
        chars.get(end) == Some(&'，') && !matches!(chars[date.span.start - 1], '至' | '到' | '自' | '从' | '是' | '为')
    }

    /// Where a clause before a position opens with 日前, 昨日 and the like.
    fn unnamed_day(&self, before: usize) -> Option<usize> {
        if self.leading_date(before).is_some() {
            return None;
        }
        let from = before.saturating_sub(REACH).max(self.sentence.start);
        (from..before).find(|&at| {
            (at == self.sentence.start || !self.page.chars[at - 1].is_alphabetic())
                && self.page.matches.longest(at, before, Class::MeetingWhenWords).is_some()
        })
    }

    fn clause_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(REACH).max(self.sentence.start);
        (floor..at).rev().find(|&i| self.is_clause_mark(i)).map_or(floor, |i| i + 1)
    }

    fn clause_end(&self, at: usize) -> usize {
        let limit = (at + REACH).min(self.sentence.end);
        (at..limit).find(|&i| self.is_clause_mark(i)).unwrap_or(limit)
    }

    /// Takes adverbs, dates and places off the words before a verb.
    fn peel(&self, from: usize, verb: usize) -> Peeled {
        let (chars, matches) = (self.page.chars, self.page.matches);
        let mut peeled = Peeled { end: verb, date: None, unnamed: None, place: None };
        for _ in 0..8 {
            while peeled.end > from && is_space(chars[peeled.end - 1]) {
                peeled.end -= 1;
            }
            let end = peeled.end;
            if let Some(start) = matches.longest_before(end, from, Class::MeetingAdverbs).or_else(|| self.manner_ending(from, end)) {
                peeled.end = start;
            } else if let Some(date) = self.date_ending(end).filter(|date| date.span.start >= from) {
                peeled.date = Some(date);
                let start = date.span.start;
                peeled.end = start - usize::from(start > from && matches!(chars[start - 1], '于' | '在'));
            } else if let Some(start) = matches.longest_before(end, from, Class::MeetingWhenWords).or_else(|| self.day_and_hour(from, end))
            {
                peeled.unnamed = Some(start);
                peeled.end = start - usize::from(start > from && matches!(chars[start - 1], '于' | '在'));
            } else if peeled.place.is_none()
                && let Some((start, place)) = self.place_ending(from, end)
            {
                peeled.place = place;
                peeled.end = start;
            } else {
                break;
            }
        }
        // 于线上举行: what was peeled off is no place.
        if peeled.end < verb && peeled.end > from + 1 && matches!(chars[peeled.end - 1], '于' | '在') {
            peeled.end -= 1;
        }
        peeled
    }

    /// Where `今日上午九时` begins that ends at a position.
    fn day_and_hour(&self, from: usize, end: usize) -> Option<usize> {
        let hour = |at: usize| {
            self.page
                .matches
                .longest(at, end, Class::MeetingWhenWords)
                .filter(|&to| to - at > 1 && !matches!(self.page.chars[at + 1], '午' | '上'))
        };
        let timed = |&at: &usize| hour(at).is_some_and(|to| after_time(self.page.chars, self.page.matches, to, end) == end);
        (end.saturating_sub(14).max(from)..end).find(timed)
    }

    /// Where `以视频形式`, `采取线上线下结合的方式` begins that ends at a position.
    fn manner_ending(&self, from: usize, end: usize) -> Option<usize> {
        let (chars, matches) = (self.page.chars, self.page.matches);
        let manner = end >= from + 4 && (chars[..end].ends_with(&['形', '式']) || chars[..end].ends_with(&['方', '式']));
        let floor = end.saturating_sub(24).max(from);
        let opens = |&at: &usize| {
            chars[at] == '以' && !matches!(chars[at + 1], '及' | '来' | '上' | '下')
                || matches.longest(at, end, Class::MeetingMannerLeads).is_some()
        };
        (floor..end).rev().filter(|_| manner).find(opens)
    }

    /// The date whose words, with the time of day, end at a position.
    fn date_ending(&self, end: usize) -> Option<DateMention> {
        let near = self.dates[..self.dates.partition_point(|date| date.span.end <= end)].last()?;
        (after_time(self.page.chars, self.page.matches, near.span.end, end) == end).then_some(*near)
    }

    /// The words `在PLACE` that end at a position: where they start, and the place unless they name none (在…之际).
    fn place_ending(&self, from: usize, end: usize) -> Option<(usize, Option<CharSpan>)> {
        let chars = self.page.chars;
        let floor = end.saturating_sub(44).max(from);
        let opens = |at: usize| {
            let before = at.checked_sub(1).filter(|&i| i >= floor).map(|i| chars[i]);
            match chars[at] {
                // 座谈会正在这里召开
                '在' if before == Some('正') => matches!(chars.get(at + 1), Some('这' | '此' | '那')),
                '在' => !matches!(before, Some('现' | '所' | '存' | '实' | '潜')),
                // 本校5月8日假礼堂举行
                '假' => {
                    let word = matches!(chars.get(at + 1), Some('期' | '日' | '如' | '设' | '装' | '冒' | '肢' | '山'));
                    !word
                        && (matches!(before, Some('日' | '午' | '晚' | '）' | ')' | '会' | '式' | '礼' | '坛'))
                            || chars.get(at + 1) == Some(&'座'))
                }
                '于' => !matches!(before, Some('位' | '由' | '关' | '对' | '属' | '终' | '基' | '在' | '等' | '鉴')),
                _ => false,
            }
        };
        let at = (floor..end).rev().find(|&at| !self.is_inside(at) && opens(at))?;
        let mut to = (at + 1..end).find(|&i| self.page.matches.longest(i, end, Class::MeetingMannerWords).is_some()).unwrap_or(end);
        while to > at + 1 && is_space(chars[to - 1]) {
            to -= 1;
        }
        let start = at + 1 + usize::from(chars[at] == '假' && chars[at + 1..to].first() == Some(&'座'));
        let place = CharSpan::new(start, to);
        if place.is_empty() || self.is_head_end(to, true) && place.len() > 4 {
            return None;
        }
        // 将于5月召开
        let month = matches!(chars[to - 1], '月' | '年') && chars[place.start].is_ascii_digit();
        // 在6月初召开, 在上月底召开
        let peeled = chars.get(to).is_some_and(|c| matches!(c, '月' | '年'));
        let dated = month || peeled || date_at(chars, place.start, to).is_some();
        // 在欢快的舞蹈《时代》中拉开序幕
        let scene = chars[to - 1] == '中' && (place.range().any(|i| chars[i] == '的') || to > place.start + 1 && chars[to - 2] == '》');
        let none = dated || scene || self.page.matches.longest_before(to, place.start, Class::MeetingNotPlaces).is_some();
        Some((at, (!none).then_some(place)))
    }

    /// Whether words between `region.start` and the verb say that the meeting is still to come.
    fn is_planned(&self, region: CharSpan, peeled: usize) -> bool {
        let (chars, matches) = (self.page.chars, self.page.matches);
        let floor = region.end.saturating_sub(40).max(region.start);
        let planned =
            (floor..region.end).any(|at| !self.is_inside(at) && matches.longest(at, region.end, Class::MeetingPlanWords).is_some());
        planned || peeled > region.start && matches!(chars[peeled - 1], '要' | '须' | '应' | '需' | '拟' | '将')
    }

    /// Where a name that ends at `end` begins, in a clause that begins at `from`.
    fn name_start(&self, from: usize, end: usize) -> usize {
        let (chars, matches) = (self.page.chars, self.page.matches);
        let mut start = from;
        while start < end {
            let at = start;
            if is_space(chars[at]) || matches!(chars[at], ')' | '）' | '】' | '?' | '、' | '#' | '-' | '的') {
                start += 1;
            } else if let Some(date) = date_at(chars, at, end) {
                start = after_time(chars, matches, date.span.end, end);
            } else if let Some(to) = matches.longest(at, end, Class::MeetingWhenWords) {
                start = to;
            } else if let Some(to) = self.duration_lead(at, end).or_else(|| self.news_lead(at, end)) {
                start = to;
            } else {
                break;
            }
        }
        let lead = (start..end).rev().find_map(|at| matches.longest(at, end, Class::MeetingNameLeads).filter(|_| !self.is_inside(at)));
        lead.filter(|&to| to < end).unwrap_or(start)
    }

    /// The end of `历时三天的`, `为期两天的`, `一年一度的` at a position.
    fn duration_lead(&self, at: usize, end: usize) -> Option<usize> {
        let from = self.page.matches.longest(at, end, Class::MeetingDurations)?;
        (from..end.min(from + 6)).find(|&i| self.page.chars[i] == '的').map(|i| i + 1)
    }

    /// The end of `本报讯 `, `新闻网讯（记者 某某）` or a bracket at a position.
    fn news_lead(&self, at: usize, end: usize) -> Option<usize> {
        let chars = self.page.chars;
        let close = |from: usize| (from..end.min(from + 40)).find(|&i| matches!(chars[i], ')' | '）')).map(|i| i + 1);
        if matches!(chars[at], '(' | '（') {
            return close(at);
        }
        let to = at + news_source(&chars[at..end])?;
        if matches!(chars.get(to).filter(|_| to < end), Some('(' | '（')) { close(to) } else { Some(to) }
    }

    /// The name that begins at a position, without 一场别开生面的 before it.
    fn name_behind(&self, start: usize, limit: usize) -> Option<CharSpan> {
        let (chars, end) = (self.page.chars, self.head_behind(start, limit)?);
        let mut from = self.name_start(start, end);
        if chars[from..end].starts_with(&['一', '次']) || chars[from..end].starts_with(&['一', '场']) {
            from = (from + 2..end.min(from + 12)).rev().find(|&at| chars[at] == '的').map_or(from + 2, |at| at + 1);
        }
        (from < end).then(|| CharSpan::new(from, end))
    }

    /// Where the name that begins at a position ends: at the first head that a mark or a verb follows, else at the first head.
    fn head_behind(&self, start: usize, limit: usize) -> Option<usize> {
        let chars = self.page.chars;
        let mut first = None;
        let from = self.heads.partition_point(|&end| end <= start);
        for &end in self.heads[from..].iter().take_while(|&&end| end <= limit.min(start + REACH)) {
            if !self.is_head_end(end, false) {
                continue;
            }
            let next = chars.get(end).filter(|_| end < limit);
            match next {
                Some('暨' | '及') => first = None,
                // 联席会议2019年第三次全体会议: the name goes on.
                Some(c) if c.is_ascii_digit() && self.year_goes_on(end, limit) => first = None,
                // 召开例会48次: not one meeting.
                Some(c) if c.is_ascii_digit() => return first,
                Some(&c) if c.is_alphanumeric() => {
                    let verb = self.page.matches.longest(end, limit, Class::MeetingAfterWords).is_some();
                    if verb {
                        return first.or(Some(end));
                    }
                    first = first.or(Some(end));
                }
                Some('、' | '“' | '《' | '（' | '(') => first = first.or(Some(end)),
                _ => return Some(end),
            }
        }
        first
    }

    /// Whether behind a head a year and the number of a meeting stand, before any mark.
    fn year_goes_on(&self, at: usize, limit: usize) -> bool {
        let chars = &self.page.chars[at..limit.min(at + 20)];
        chars.len() > 6 && chars[..4].iter().all(char::is_ascii_digit) && chars[4] == '年' && {
            let clause = chars.iter().take_while(|c| !matches!(c, '，' | '、' | '。' | '；' | '“')).count();
            (at + 6..=at + clause).any(|end| self.is_head_end(end, false))
        }
    }

    /// Whether a meeting's name may end at a position; `before` when its verb follows, where a body (常委会召开…) is no meeting.
    fn is_head_end(&self, end: usize, before: bool) -> bool {
        let chars = self.page.chars;
        let Some(&last) = end.checked_sub(1).filter(|&at| self.sentence.contains(at)).and_then(|at| chars.get(at)) else { return false };
        if matches!(last, '”' | '》') && end >= self.sentence.start + 2 && !matches!(chars[end - 2], '”' | '》') {
            return self.is_plain_head_end(end - 1, before);
        }
        !self.is_inside(end - 1) && self.is_plain_head_end(end, before)
    }

    /// Whether a word follows that is no verb of a meeting: 培训 in 培训教师 is a verb. 举办的展销活动圆满闭幕, 活动在镇上举行 don't go on.
    fn goes_on(&self, end: usize) -> bool {
        let next = self.page.chars.get(end).filter(|_| end < self.sentence.end);
        let verb = |class| self.page.matches.longest(end, self.sentence.end, class).is_some();
        let placed = || next == Some(&'在') && end.checked_sub(1).is_some_and(|at| matches!(self.page.chars[at], '动' | '赛'));
        next.is_some_and(|&c| is_han(c))
            && ![Class::MeetingAfterWords, Class::MeetingAdverbs, Class::MeetingHoldVerbs].into_iter().any(verb)
            && !placed()
    }

    fn is_plain_head_end(&self, end: usize, before: bool) -> bool {
        let matches = self.page.matches;
        let Some(start) = head_start(self.page, self.sentence.start, end) else { return false };
        let noun = before || matches.longest_before(end, self.sentence.start, Class::MeetingHeads).is_some();
        if !noun && self.goes_on(end) {
            return false;
        }
        // 理事会 is a body, 第一次理事会 a meeting.
        let counted = |at: &usize| at.checked_sub(1).is_none_or(|before| self.page.chars[before] != '次');
        let blocked = matches.longest_before(end, self.sentence.start, Class::MeetingBlockers).filter(counted);
        if blocked.is_some_and(|blocker| blocker < start || before && blocker == start) {
            return false;
        }
        let covers = |class| {
            (end.saturating_sub(4).max(self.sentence.start)..end)
                .any(|at| matches.longest(at, self.sentence.end, class).is_some_and(|to| to > end))
        };
        !covers(Class::MeetingBlockers) && !covers(Class::MeetingHeads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Matches;

    /// Name, date and place as `name|date|place`.
    fn read(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let matches = Matches::scan(&chars);
        let page = Page { chars: &chars, matches: &matches };
        let words = |span: Option<CharSpan>| span.map_or("-".to_owned(), |span| chars[span.range()].iter().collect());
        held(&page, CharSpan::new(0, chars.len()))
            .iter()
            .map(|h| {
                format!("{}|{}|{}{}", words(h.name), words(h.date.map(|d| d.span)), words(h.place), if h.planned { "|planned" } else { "" })
            })
            .collect()
    }

    #[test]
    fn names_stand_before_and_behind_the_verb() {
        assert_eq!(read("3月8日，南坪区残疾人工作会议在区机关第二会议室召开。"), ["南坪区残疾人工作会议|3月8日|区机关第二会议室"]);
        assert_eq!(read("3月8日下午，我院在门诊楼报告厅隆重召开了2019年度总结大会。"), ["2019年度总结大会|3月8日|门诊楼报告厅"]);
        assert_eq!(read("河湾厂于2月3日召开年度总结表彰会。"), ["年度总结表彰会|2月3日|-"]);
        assert_eq!(read("全国灯谜工作会议9月28日在京召开。"), ["全国灯谜工作会议|9月28日|京"]);
        assert_eq!(read("陈某3日在京出席灯谜基金颁奖大会并讲话。"), ["灯谜基金颁奖大会|3日|京"]);
        assert_eq!(read("镇里决定召开防汛工作会议。"), ["防汛工作会议|-|-|planned"]);
        assert_eq!(read("日前，灯谜协会年会在礼堂召开。"), ["灯谜协会年会|-|礼堂"]);
    }
}
