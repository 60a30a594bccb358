//! Whether a text reports a meeting: evidence for and against, weighed.

use super::Page;
use super::blocks::{Block, Kind, is_minutes_line, minutes_labels};
use super::chrome::is_ordinal_at;
use super::dates::dates;
use super::held::{Held, Manner, held};
use super::sentences::{ends_sentence, sentences};
use crate::lexicon::Class;
use crate::names;
use crate::rules::{Rule, Step};
use crate::text::{CharSpan, is_han};
use std::collections::HashSet;

/// A text with this much evidence reports a meeting.
pub(crate) const ENOUGH: i32 = 5;

/// The most that the clause of an activity weighs.
const ACTIVITY: i32 = 2;

/// The fewest lines with who speaks that make a discussion.
const DISCUSSED: usize = 6;

/// Who speaks in a line of minutes is named in its first characters.
const SPEAKER: usize = 24;

/// Whom prizes go to stands no farther before the verb.
const REACH: usize = 40;

/// Only so many sentences are weighed; a report shows itself at its beginning.
const WEIGHED: usize = 120;

/// The evidence that a text reports a meeting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evidence {
    /// How much there is, less what speaks against it.
    pub weight: i32,
    /// What weighs most.
    pub step: Step,
}

/// The evidence that some blocks under a heading report a meeting.
pub(crate) fn evidence(page: &Page, heading: Option<CharSpan>, blocks: &[Block]) -> Evidence {
    let body: Vec<CharSpan> = blocks.iter().filter(|block| block.kind == Kind::Body).map(|block| block.span).take(WEIGHED).collect();
    let sentences: Vec<CharSpan> = body.iter().flat_map(|&span| sentences(page.chars, span)).take(WEIGHED).collect();
    let told: Vec<(usize, Held)> =
        sentences.iter().enumerate().flat_map(|(i, &s)| held(page, s).into_iter().map(move |held| (i, held))).collect();
    let headers = || heading.into_iter().chain(blocks.iter().filter(|block| block.kind == Kind::Title).map(|block| block.span));
    let words = words(page, &sentences);
    let speech = is_speech(page, heading, headers(), &body);
    let minutes = is_minutes(page, heading, &body, words);
    let against = against(page, heading, &body, &told, speech || minutes) + preview(page, &sentences);
    let (events, clause) = events(&told);
    let opening = sentences.first().copied().unwrap_or(CharSpan::new(0, 0));
    let announced = announced(page, heading);
    let clause = if announced > events { heading } else { sentences.get(clause).copied() };
    let own = if speech { Rule::ReportIsSpeech } else { Rule::ReportIsMinutes };
    let found = [
        (if speech || minutes { 6 } else { 0 }, own, heading.unwrap_or(opening)),
        (events.max(announced) + i32::from(events > 0 && announced > 1), Rule::ReportTellsMeeting, clause.unwrap_or(opening)),
        (words + acts(page, &sentences, events) + lead(page, &sentences), Rule::ReportUsesWords, opening),
    ];
    let weight = found.iter().map(|(weight, ..)| weight).sum::<i32>() - against;
    let (_, rule, span) = found.into_iter().rev().max_by_key(|(weight, ..)| *weight).unwrap_or(found[0]);
    Evidence { weight, step: Step::new(rule, span) }
}

/// What a heading weighs that says that a meeting was held (我校召开期中教学质量分析会) or is the name of one.
fn announced(page: &Page, heading: Option<CharSpan>) -> i32 {
    let told = |heading| {
        held(page, heading).iter().any(|held| held.manner == Manner::Held && !held.planned && !held.activity && held.name.is_some())
    };
    let names = |heading| super::held::named_by_heading(page, heading).is_some_and(|name| name.end == heading.end && name.len() >= 6);
    if heading.is_some_and(told) { 3 } else { i32::from(heading.is_some_and(names)) }
}

/// What people do at meetings: somebody chairs it (会议由某人主持, 主持座谈), somebody is there (某人出席, 某人参加活动) and speaks there.
/// `events` is what the clauses weigh that tell of a meeting.
fn acts(page: &Page, sentences: &[CharSpan], events: i32) -> i32 {
    let (mut chaired, mut attended, mut speaks, mut at_meeting, mut heard, mut given) = (0, 0, 0, false, 0, 0);
    // 志愿者参加活动，清扫街道: what is done together there is no meeting.
    let works = |sentence: &CharSpan| page.matches.first(sentence.start, sentence.end, Class::LayoutWorkWords).is_some();
    let work = events <= ACTIVITY && sentences.iter().take(4).any(works);
    for &sentence in sentences {
        at_meeting |= opens_at_meeting(page, sentence) && talks(page, sentence);
        let gathered = events > 0 && !work && chaired + attended > 0 || opens_at_meeting(page, sentence);
        if gathered && says(page, sentence) {
            speaks = 2;
        }
        // 篮球赛决赛在体育场打响。… 赛后，书记林知远为获奖队伍颁奖。
        if events > 0 && !work && gives_prizes(page, sentence) {
            given = 2;
        }
        // 座谈会上，会长林知远致辞。… 副会长何方强调，…: several who speak there.
        heard += i32::from(at_meeting && (says(page, sentence) || talks(page, sentence)));
        for at in sentence.range() {
            let ends = |end: usize| end >= sentence.end || !is_han(page.chars[end]);
            if let Some(end) = page.matches.longest(at, sentence.end, Class::RolePreside)
                && (ends(end) || page.matches.longest(end, sentence.end, Class::MeetingChaired).is_some())
            {
                chaired = 2;
            } else if let Some(end) = page.matches.longest(at, sentence.end, Class::RoleAttend)
                && (ends(end)
                    || page.chars[end] == '并'
                    || !work && page.matches.longest(end, sentence.end, Class::MeetingChaired).is_some())
            {
                attended = 1;
            }
        }
    }
    chaired + attended.max(given) + if heard >= 2 { 3 } else { speaks }
}

/// Whether prizes are handed over in a sentence: `书记林知远为获奖队伍颁奖`, `与会领导为优秀选手颁发证书`.
fn gives_prizes(page: &Page, sentence: CharSpan) -> bool {
    let planned = |at: usize| at > sentence.start && matches!(page.chars[at - 1], '将' | '会' | '要');
    let whom = |at: usize| matches!(page.chars[at], '为' | '给' | '向') && !planned(at);
    let to_whom = |verb: usize| (sentence.start.max(verb.saturating_sub(REACH))..verb).any(whom);
    let prize = |at: usize, end: usize| page.chars[at..end].iter().any(|c| matches!(c, '颁' | '授' | '奖'));
    sentence.range().any(|at| page.matches.longest(at, sentence.end, Class::RolePresent).is_some_and(|end| prize(at, end)) && to_whom(at))
}

/// Whether somebody gives a talk or reports in a sentence: `会长林知远致辞`, `副会长何方汇报了筹备情况`.
fn talks(page: &Page, sentence: CharSpan) -> bool {
    [Class::LayoutReportWords, Class::RoleReport].iter().any(|&class| page.matches.first(sentence.start, sentence.end, class).is_some())
}

/// Whether somebody speaks in a sentence: `林知远指出，`, `林知远勉励广大团员…`.
fn says(page: &Page, sentence: CharSpan) -> bool {
    let somebody = |verb: usize| verb > sentence.start && is_han(page.chars[verb - 1]) && !is_filler(page.chars[verb - 1]);
    sentence.range().any(|at| {
        let verb = || page.matches.longest_before(at, sentence.start, Class::SpeechSay);
        let asked =
            || page.matches.longest(at, sentence.end, Class::DirectiveAddressees).is_some() || matches!(page.chars[at], '各' | '全' | '广');
        let asks = || page.matches.longest_before(at, sentence.start, Class::SpeechAsk).filter(|_| asked());
        let verb = if matches!(page.chars[at], '，' | '：') { verb() } else { asks() };
        verb.is_some_and(somebody)
    })
}

/// Whether a character before 说 makes it say nothing: 来说, 据说, 可以说, 也就是说.
fn is_filler(c: char) -> bool {
    matches!(c, '来' | '据' | '以' | '是' | '的' | '听')
}

/// What speaks for a meeting that is still to come: people 将出席, it 将举行.
fn preview(page: &Page, sentences: &[CharSpan]) -> i32 {
    let coming = sentences
        .iter()
        .take(12)
        .flat_map(|sentence| sentence.range())
        .filter(|&at| page.matches.longest(at, page.chars.len(), Class::LayoutPreviewWords).is_some());
    match coming.take(3).count() {
        0 => 0,
        1 => 1,
        2 => 5,
        _ => 8,
    }
}

/// What the clauses that say that a meeting was held weigh, and the sentence of the first that weighs most.
fn events(told: &[(usize, Held)]) -> (i32, usize) {
    let weight = |&(i, held): &(usize, Held)| match held.manner {
        _ if held.planned => 0,
        Manner::Held if held.name.is_none() => 0,
        _ if held.name.is_some_and(|name| name.len() == 1) => 1,
        Manner::Held if held.activity => 1 + i32::from(held.is_told() && i < 6),
        Manner::Held if held.date.is_some() => 5,
        Manner::Held if held.is_told() && i < 6 => 5,
        Manner::HeldRelative | Manner::Attended if held.date.is_some() => 4,
        Manner::HeldRelative | Manner::Attended if held.undated && i < 4 => 3,
        Manner::Held if i < 4 && !held.bare => 3,
        Manner::Presided => 3,
        Manner::Held | Manner::HeldRelative | Manner::Attended => 1,
    };
    let best = told.iter().map(weight).max().unwrap_or(0);
    let clause = told.iter().find(|&clause| weight(clause) == best).map_or(0, |(sentence, _)| *sentence);
    let several = told.iter().filter(|clause| !clause.1.activity && weight(clause) > 0).count().min(2);
    (best + i32::try_from(several).unwrap_or(0), clause)
}

/// What the words that reports use weigh; 会上 at the start of a sentence is one of them.
fn words(page: &Page, sentences: &[CharSpan]) -> i32 {
    let mut found: HashSet<&[char]> = HashSet::new();
    let mut at_meeting = 0;
    for sentence in sentences {
        if opens_at_meeting(page, *sentence) {
            at_meeting = 2;
        }
        for at in sentence.range() {
            if let Some(end) = page.matches.longest(at, sentence.end, Class::LayoutReportWords) {
                found.insert(&page.chars[at..end]);
            }
        }
    }
    at_meeting + i32::try_from(found.len().min(6)).unwrap_or(0)
}

/// Whether a sentence opens with 会上, 座谈会上, 签约仪式上, 在座谈会上.
fn opens_at_meeting(page: &Page, sentence: CharSpan) -> bool {
    let start = sentence.start + usize::from(page.chars[sentence.start] == '在');
    let limit = sentence.end.min(start + 10);
    let short = |&at: &usize| !matches!(page.chars[at], '，' | '、' | '“' | '在');
    let head = |end: usize| page.matches.longest_before(end, start, Class::MeetingHeads).is_some();
    (start + 1..limit).take_while(short).any(|at| page.chars[at] == '上' && head(at))
}

/// First sentences that open with a day, have people do something together (9月3日，支部组织党员进行…) or tell of a full house.
fn lead(page: &Page, sentences: &[CharSpan]) -> i32 {
    let first = || sentences.iter().take(3).map(|sentence| CharSpan::new(sentence.start, sentence.end.min(sentence.start + 200)));
    let opens = |at: usize, first: CharSpan| at == first.start || !page.chars[at - 1].is_alphabetic() || page.chars[at - 1] == '于';
    let dated = first().find(|&first| dates(page.chars, first).iter().any(|date| opens(date.span.start, first)));
    let has = |class| move |sentence: CharSpan| page.matches.first(sentence.start, sentence.end, class).is_some();
    let active = dated.is_some_and(has(Class::MeetingActivityVerbs)) || dated.is_some_and(has(Class::RoleAttend));
    i32::from(dated.is_some()) + i32::from(active) + i32::from(first().any(has(Class::MeetingCrowdWords)))
}

/// A speech given at a meeting, in its own words: 在某会上的讲话 with an address (同志们：). What a chair says is one if a day stands
/// above it; without a day it is a pattern to fill in.
fn is_speech(page: &Page, heading: Option<CharSpan>, headers: impl Iterator<Item = CharSpan>, body: &[CharSpan]) -> bool {
    let Some(heading) = heading else { return false };
    let said = page.matches.first(heading.start, heading.end, Class::LayoutSpeechTitles).is_some();
    let chaired = page.matches.first(heading.start, heading.end, Class::LayoutChairTitles).is_some();
    let titled = (said || chaired) && super::held::named_by_heading(page, heading).is_some();
    titled && (said || headers.flat_map(|line| dates(page.chars, line)).any(|date| date.day.is_some())) && is_addressed(page, body)
}

/// Whether one of the first lines addresses people: 同志们：, 各位，同志们：
fn is_addressed(page: &Page, body: &[CharSpan]) -> bool {
    body.iter().take(4).any(|span| {
        let opening = &page.chars[span.start..span.end.min(span.start + 60)];
        let Some(colon) = opening.iter().position(|&c| c == '：') else { return false };
        let whole = colon + 1 == span.len();
        !opening[..colon].iter().any(|&c| c == '。' || c == '，' && !whole) && !is_minutes_line(page, *span)
    })
}

/// The minutes of a meeting: lines name place, chair or people; a heading says what they are, or the text tells what was said.
fn is_minutes(page: &Page, heading: Option<CharSpan>, body: &[CharSpan], words: i32) -> bool {
    let titled = heading.is_some_and(|heading| {
        heading.range().any(|at| {
            let rest = &page.chars[at..heading.end];
            rest.starts_with(&['纪', '要']) || rest.starts_with(&['记', '录'])
        })
    });
    // 主持人：… 主持人：… in a conversation is one label.
    let labels: HashSet<&[char]> =
        body.iter().flat_map(|&line| minutes_labels(page, line)).map(|label| &page.chars[label.range()]).collect();
    let labels = labels.len();
    let spoken = || body.iter().filter(|&&line| is_spoken_line(page, line)).take(3).count();
    // 书记林知远：… 副书记何方：…: a discussion told line by line.
    let discussed = || {
        let posted = body.iter().filter(|&&line| is_spoken_line(page, line) && opens_with_post(page, line)).count();
        posted >= DISCUSSED && posted * 2 >= body.len()
    };
    titled && (labels >= 2 || spoken() >= 3) || labels >= 3 && words >= 2 || labels >= 2 && (words >= 3 || spoken() >= 2) || discussed()
}

/// Whether a post stands in the words before the first colon of a line: `副书记林知远：`.
fn opens_with_post(page: &Page, line: CharSpan) -> bool {
    let limit = line.end.min(line.start + SPEAKER);
    let colon = (line.start..limit).find(|&at| matches!(page.chars[at], '：' | ':')).unwrap_or(line.start);
    page.matches.first(line.start, colon, Class::PostHeads).is_some()
}

/// Whether a line of minutes begins with who speaks: `林知远：`, `副书记林知远：`, `林知远（支部书记）：`.
fn is_spoken_line(page: &Page, line: CharSpan) -> bool {
    let chars = &page.chars[line.start..line.end.min(line.start + SPEAKER)];
    let Some(colon) = chars.iter().position(|&c| matches!(c, '：' | ':')) else { return false };
    let bracket = chars[..colon].iter().position(|c| matches!(c, '（' | '('));
    let who = &chars[..bracket.filter(|_| matches!(chars[colon - 1], '）' | ')')).unwrap_or(colon)];
    let named = || [2, 3].into_iter().filter(|&length| length <= who.len()).any(|length| names::surname(who, who.len() - length).is_some());
    line.len() > colon + 2 && who.iter().all(|&c| is_han(c)) && named() && !is_minutes_line(page, line)
}

/// What speaks against a report: a title or words of notices, rules and sales pages; nothing but items; no whole sentence.
fn against(page: &Page, heading: Option<CharSpan>, body: &[CharSpan], told: &[(usize, Held)], own_words: bool) -> i32 {
    let mut weight = 0;
    if !own_words && heading.is_some_and(|heading| names_other_text(page, heading)) {
        weight += 6;
    }
    let mut notices: HashSet<&[char]> = HashSet::new();
    for span in body {
        for at in span.range().take(2000) {
            if let Some(end) = page.matches.longest(at, span.end, Class::LayoutNoticeWords) {
                notices.insert(&page.chars[at..end]);
            }
        }
    }
    weight += if own_words { 0 } else { i32::try_from(notices.len().min(6)).unwrap_or(0) * 2 };
    if !own_words
        && told.iter().any(|(i, held)| *i < 4 && held.planned && held.name.is_some())
        && !told.iter().any(|(_, held)| held.is_told())
    {
        weight += 3;
    }
    let items = body.iter().filter(|&&span| is_ordinal_at(page, span)).count();
    if items >= 6 && items * 10 >= body.len() * 7 && !own_words && !opens_with_meeting(told) {
        weight += 8;
    }
    let articles = body.iter().filter(|span| page.chars[span.start] == '第' && is_ordinal_at(page, **span)).count();
    // 第一条，… 第二条，… in somebody's own words are points.
    if articles >= 3 && !own_words {
        weight += 10;
    }
    let (stops, semicolons) = body
        .iter()
        .flat_map(|span| &page.chars[span.range()])
        .take(20_000)
        .fold((0, 0), |(stops, semicolons), &c| (stops + usize::from(ends_sentence(c)), semicolons + usize::from(c == '；')));
    if semicolons >= 8 && stops <= 2 {
        weight += 8;
    }
    let whole = body.iter().any(|span| span.len() >= 12 && span.range().any(|at| ends_sentence(page.chars[at])));
    let last = body.last().is_some_and(|span| span.len() >= 40);
    if !whole && !last {
        weight += 6;
    }
    weight
}

/// Whether the text opens with a meeting, its name and its day; then a list may make up the rest.
fn opens_with_meeting(told: &[(usize, Held)]) -> bool {
    told.iter()
        .any(|(i, held)| *i < 2 && held.manner == Manner::Held && held.is_told() && !held.bare && (held.date.is_some() || held.undated))
}

/// Whether a heading is the title of a notice, a rule, a decision: 关于…的通知. A heading that tells a meeting is none.
fn names_other_text(page: &Page, heading: CharSpan) -> bool {
    let chars = page.chars;
    if held(page, heading).iter().any(|held| !held.planned && held.manner == Manner::Held && held.name.is_some()) {
        return false;
    }
    let mut end = heading.end;
    if matches!(chars[end - 1], ')' | '）') {
        end = heading.range().rev().find(|&at| matches!(chars[at], '(' | '（')).unwrap_or(end);
    }
    let told = page.matches.longest_before(end, heading.start, Class::LayoutToldTitles).is_some();
    !told && page.matches.longest_before(end, heading.start, Class::LayoutNotReports).is_some()
}
