//! 会议: the meeting's name, date and place.
//!
//! Every clause that says that a meeting was held is a candidate; the one that says most wins, earlier ones first. What it
//! leaves out (the date, the place, the name where it only says 会议) comes from the heading and the other clauses.

use crate::clean::Clean;
use crate::layout::dates::{DateMention, after_time, dates};
use crate::layout::held::{Held, Manner, held, is_bare, named_by_heading};
use crate::layout::{Page, ReportLayout, minutes_labels};
use crate::lexicon::{Class, Matches};
use crate::model::{AttendeeKind, Found, FoundDate, Meeting, Report};
use crate::rules::{Facts, Rule, Step};
use crate::text::CharSpan;
use std::collections::HashSet;

/// A meeting is named in the first sentences of its report.
const SENTENCES: usize = 60;

/// How far into a report the day on which it was sent stands.
const DATELINE: usize = 40;

/// A report is compared with so many earlier ones.
const COMPARED: usize = 40;

/// Name, date and place of the meeting that a report tells, and the step that led to each.
#[must_use]
pub fn meeting(clean: &Clean, matches: &Matches, report: &ReportLayout) -> (Meeting, Facts<Option<Step>>) {
    let page = Page { chars: clean.chars(), matches };
    let sentences: Vec<CharSpan> = report.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences).copied().take(SENTENCES).collect();
    let told: Vec<(usize, Held)> =
        sentences.iter().enumerate().flat_map(|(i, &sentence)| held(&page, sentence).into_iter().map(move |held| (i, held))).collect();
    let best = told.iter().filter(|(_, held)| !held.planned && !held.bare).max_by_key(|candidate| weight(candidate)).copied();
    let name = name(&page, report, &sentences, best, &told);
    let date = date(&page, report, &sentences, best, &told);
    let place = labelled(&page, report, &['地', '点'])
        .map(Step::by(Rule::PlaceLabelled))
        .or_else(|| place(best, &told))
        .or_else(|| gathered_place(&page, &sentences, best).map(Step::by(Rule::PlaceGathered)))
        .or_else(|| header_place(&page, report).map(Step::by(Rule::PlaceInHeader)))
        .or_else(|| crowded_place(&page, &sentences, best).map(Step::by(Rule::PlaceCrowded)));
    // A name may go on behind the line's end where the text was wrapped.
    let text = |span: CharSpan| clean.text(span).replace(['\r', '\n'], "");
    let found = |step: Step| Found { text: text(step.span), span: clean.origin(step.span) };
    let place = place.map(|step| Step { span: unlabelled(&page, step.span), ..step });
    let meeting = Meeting {
        name: name.map(found),
        date: date.map(|(date, _)| FoundDate { text: text(date.span), span: clean.origin(date.span), iso: iso(&page, report, &date) }),
        place: place.map(found),
    };
    (meeting, Facts { name, date: date.map(|(date, rule)| Step::new(rule, date.span)), place })
}

/// How much a clause says about the meeting of the report.
fn weight(&(sentence, held): &(usize, Held)) -> i32 {
    let manner = match held.manner {
        Manner::Held if held.activity => 32,
        Manner::Held => 40,
        Manner::HeldRelative => 26,
        Manner::Attended => 20,
        Manner::Presided => 8,
    };
    let day = if held.date.is_some() || held.undated { 8 } else { 0 };
    let place = if held.place.is_some() { 5 } else { 0 };
    (manner + day + place) * 4 - i32::try_from(sentence.min(30)).unwrap_or(30) * 5
}

/// The name: the body's, else the heading's, else what was done (组织党员进行集体约谈).
fn name(page: &Page, report: &ReportLayout, sentences: &[CharSpan], best: Option<(usize, Held)>, told: &[(usize, Held)]) -> Option<Step> {
    let speech = report.heading.filter(|_| is_speech(page, report)).and_then(|heading| named_by_heading(page, heading));
    let named = |held: Held| held.name.map(|name| Step::new(held.rule, name));
    let body = best.and_then(|(_, held)| named(held));
    let strong = body.filter(|_| {
        best.is_some_and(|(_, held)| held.date.is_some() || !held.activity && matches!(held.manner, Manner::Held | Manner::HeldRelative))
    });
    let heading = report.heading.and_then(|heading| {
        let told = held(page, heading).into_iter().find(|held| !held.bare && !held.planned).and_then(named);
        let named = || named_by_heading(page, heading).map(Step::by(Rule::MeetingNameOfHeading));
        told.or_else(named).filter(|name| !is_bare(page, name.span))
    });
    let general = || {
        let all = told.iter().filter(|(_, held)| !held.planned).filter_map(|&(_, held)| named(held));
        { all }.find(|name| name.span.len() > 2 && !is_this(page, name.span))
    };
    let in_full = speech.and_then(|speech| body.filter(|name| opens_alike(page, speech, name.span)));
    labelled(page, report, &['名', '称'])
        .map(Step::by(Rule::MeetingNameLabelled))
        .or(in_full)
        .or(speech.map(Step::by(Rule::MeetingNameOfSpeech)))
        .or(strong)
        .or(heading)
        .or(body)
        .or_else(general)
        .or_else(|| activity(page, sentences).map(Step::by(Rule::MeetingNameOfActivity)))
        .or_else(|| spoken_at(page, sentences).map(Step::by(Rule::MeetingNameSpokenAt)))
}

/// What a sentence opens with that tells what was said there: `座谈会|上，…`, `在典礼|上，…`; 会上 and 会议上 name nothing.
fn spoken_at(page: &Page, sentences: &[CharSpan]) -> Option<CharSpan> {
    sentences.iter().find_map(|sentence| {
        let start = sentence.start + usize::from(page.chars[sentence.start] == '在');
        let head = page.matches.longest(start, sentence.end, Class::MeetingHeads).filter(|&end| end >= start + 2)?;
        let general = matches!(page.chars[head - 1], '议') || head == start + 2 && page.chars[head - 1] == '会';
        let upon = page.chars.get(head) == Some(&'上') && page.chars.get(head + 1) == Some(&'，');
        (upon && !general).then(|| CharSpan::new(start, head))
    })
}

/// Whether a name only points at the meeting: 本次会议.
fn is_this(page: &Page, name: CharSpan) -> bool {
    page.matches.longest(name.start, name.end, Class::MeetingDeterminers).is_some()
}

/// Whether two names that are not general begin with the same words.
fn opens_alike(page: &Page, one: CharSpan, other: CharSpan) -> bool {
    let alike = page.chars[one.range()].iter().zip(&page.chars[other.range()]).take_while(|(a, b)| a == b).count();
    alike >= 4 && !is_bare(page, other)
}

/// What stands behind a label in the minutes of a meeting: `地点：镇政府二楼会议室`, `时间 5月6日 地点 二楼会议室`.
fn labelled(page: &Page, report: &ReportLayout, ending: &[char]) -> Option<CharSpan> {
    let chars = page.chars;
    report.paragraphs.iter().take(12).find_map(|paragraph| {
        let line = paragraph.span;
        let label = minutes_labels(page, line).into_iter().find(|label| {
            let label = chars[label.range()].iter().rev().filter(|c| !c.is_whitespace());
            label.zip(ending.iter().rev()).all(|(a, b)| a == b)
        })?;
        let start = (label.end..line.end).find(|&at| !chars[at].is_whitespace() && !matches!(chars[at], '：' | ':'))?;
        let end = (start..line.end).find(|&at| chars[at].is_whitespace() || matches!(chars[at], '。' | '；' | '，')).unwrap_or(line.end);
        (start < end && end - start <= 60).then(|| CharSpan::new(start, end))
    })
}

/// Whether the report is a speech in its own words: its heading says 讲话 and a line of its own gives the day.
fn is_speech(page: &Page, report: &ReportLayout) -> bool {
    let Some(heading) = report.heading else { return false };
    heading.range().any(|at| page.chars[at..heading.end].starts_with(&['上', '的'])) && named_by_heading(page, heading).is_some()
}

/// What a dated first sentence says was done: `进行ACTIVITY，`, or all of its clause.
fn activity(page: &Page, sentences: &[CharSpan]) -> Option<CharSpan> {
    let (chars, first) = (page.chars, *sentences.first()?);
    let date = leading_date(page, first)?;
    let mark = |at: &usize| matches!(chars[*at], '，' | '。' | '；' | '：' | '！');
    let from = (date.span.end..first.end).find(mark)? + 1;
    let verb = (from..first.end).find_map(|at| {
        let end = page.matches.longest(at, first.end, Class::MeetingActivityVerbs).filter(|&end| end - at >= 2)?;
        (chars[at..end] != ['组', '织']).then_some(end)
    });
    let start = verb.unwrap_or(from);
    let start = start + usize::from(chars.get(start) == Some(&'了'));
    let end = (start..first.end).find(mark).unwrap_or(first.end);
    let end = unheld(page, start, end);
    let length = end.saturating_sub(start);
    // 召开会议学习文件, 某领导一行到厂里宣布任命: no names.
    let general = page.matches.longest(start, end, Class::MeetingBareNames).is_some();
    let visit = verb.is_none() && (start..end).any(|at| chars[at..end].starts_with(&['一', '行']));
    ((4..=50).contains(&length) && !general && !visit).then(|| CharSpan::new(start, end))
}

/// Where what was done ends before the place and the verb of holding: 第二届读书节|在镇上开幕.
fn unheld(page: &Page, start: usize, end: usize) -> usize {
    let Some(verb) = page.matches.longest_before(end, start, Class::MeetingHoldVerbs).filter(|&verb| verb > start) else { return end };
    (start + 2..verb).rev().find(|&at| matches!(page.chars[at], '在' | '于')).unwrap_or(verb)
}

/// The date: of the clause that names the meeting, else of the speech's header, else the one that the first sentences open with.
fn date(
    page: &Page,
    report: &ReportLayout,
    sentences: &[CharSpan],
    best: Option<(usize, Held)>,
    told: &[(usize, Held)],
) -> Option<(DateMention, Rule)> {
    // 党组10日举行会议: a meeting without a name has its day.
    let general = told.iter().find(|(i, held)| *i < 3 && !held.planned && held.manner == Manner::Held && held.date.is_some());
    if let Some(date) = best.or(general.copied()).and_then(|(_, held)| held.date) {
        return Some((date, Rule::DateOfClause));
    }
    let header = report.preface.iter().copied().chain(report.heading.filter(|_| is_speech(page, report)));
    if let Some(date) = header.flat_map(|line| dates(page.chars, line)).find(|date| date.day.is_some()) {
        return Some((date, Rule::DateInHeader));
    }
    if let Some(date) = labelled_date(page, report) {
        return Some((date, Rule::DateInHeader));
    }
    let near = best.map_or(0, |(i, _)| i).min(sentences.len());
    if let Some(date) = sentences[near..].iter().take(2).find_map(|&sentence| scene_date(page, sentence)) {
        return Some((date, Rule::DateOpening));
    }
    if let Some((i, held)) = best.filter(|(_, held)| held.undated) {
        let sent = (held.today && i < 3).then(|| dateline(page, *sentences.first()?)).flatten();
        return sent.map(|date| (date, Rule::DateOfDispatch)).or_else(|| day_before(page, &sentences[..=i]));
    }
    if let Some((i, _)) = best.filter(|(_, held)| held.same_day) {
        let before = sentences[..i].iter().rev().find_map(|&sentence| opening_date(page, sentence));
        return before.map(|date| (date, Rule::DateSameDay));
    }
    let before = best.map_or(3, |(i, _)| i + 1);
    let opening = sentences.iter().take(before.clamp(1, 6)).find_map(|&sentence| leading_date(page, sentence));
    opening.map(|date| (date, Rule::DateOpening))
}

/// 5月8日下午|的|会场|里，…: the day of the scene that a sentence paints.
fn scene_date(page: &Page, sentence: CharSpan) -> Option<DateMention> {
    let date = leading_date(page, sentence).filter(|date| date.span.start == sentence.start && date.day.is_some())?;
    let time = after_time(page.chars, page.matches, date.span.end, sentence.end);
    let scene = |end: usize| page.matches.longest_before(end, time + 1, Class::MeetingPlaceEnds).is_some();
    (page.chars.get(time) == Some(&'的') && (time + 2..sentence.end.min(time + 12)).any(scene)).then_some(date)
}

/// The day in the sentence before one that opens with a time of day: `六月十日，晴。上午八点半，…`.
fn day_before(page: &Page, sentences: &[CharSpan]) -> Option<(DateMention, Rule)> {
    let (sentence, before) = sentences.split_last()?;
    page.matches.longest(sentence.start, sentence.end, Class::MeetingDayTimes)?;
    leading_date(page, *before.last()?).map(|date| (date, Rule::DateSameDay))
}

/// The day behind its label in the minutes of a meeting: `时间 5月6日`, `会议时间：5月6日上午`.
fn labelled_date(page: &Page, report: &ReportLayout) -> Option<DateMention> {
    report.paragraphs.iter().take(6).find_map(|paragraph| {
        let line = CharSpan::new(paragraph.span.start, paragraph.span.end.min(paragraph.span.start + DATELINE));
        let label = (line.start + 2..line.end.min(line.start + 5)).find(|&at| page.chars[..at].ends_with(&['时', '间']))?;
        let day = (label..line.end).find(|&at| !matches!(page.chars[at], '：' | ':') && !page.chars[at].is_whitespace())?;
        dates(page.chars, line).into_iter().find(|date| day > label && date.span.start == day && date.day.is_some())
    })
}

/// The day on which a report was sent: `青禾3月17日电 今天，…`, `本报3月17日讯（记者 某某）今天，…`.
fn dateline(page: &Page, first: CharSpan) -> Option<DateMention> {
    let head = CharSpan::new(first.start, first.end.min(first.start + DATELINE));
    dates(page.chars, head).into_iter().find(|date| {
        date.day.is_some()
            && (matches!(page.chars.get(date.span.end), Some('电' | '讯'))
                || page.chars[date.span.end..head.end].starts_with(&['消', '息']))
    })
}

/// The first date of a sentence that opens one of its clauses.
fn opening_date(page: &Page, sentence: CharSpan) -> Option<DateMention> {
    let chars = page.chars;
    let opens = |date: &DateMention| {
        let at = date.span.start;
        at == sentence.start || !chars[at - 1].is_alphanumeric() || matches!(chars[at - 1], '于' | '讯')
    };
    dates(chars, sentence).into_iter().find(opens)
}

/// The same, unless the sentence is about the day itself (8月19日是医师节).
fn leading_date(page: &Page, sentence: CharSpan) -> Option<DateMention> {
    opening_date(page, sentence).filter(|date| page.chars.get(date.span.end) != Some(&'是'))
}

/// The place: of the clause that names the meeting, else of one that only says 会议 (会议在某地举行).
fn place(best: Option<(usize, Held)>, told: &[(usize, Held)]) -> Option<Step> {
    let near = best.map_or(0, |(i, _)| i);
    let mut general = told.iter().filter(|(i, held)| *i <= near + 3 && !held.planned && held.manner == Manner::Held && held.bare);
    // 在青禾举办的读书活动圆满闭幕
    let beside = || {
        let (sentence, best) = best?;
        let same = |&&(i, held): &&(usize, Held)| {
            i == sentence && held.place.is_some() && held.name.is_some_and(|name| Some(name.end) == best.name.map(|name| name.end))
        };
        told.iter().find(same)?.1.place
    };
    let own = best.and_then(|(_, held)| held.place).or_else(beside).map(|place| Step::new(Rule::PlaceOfClause, place));
    own.or_else(|| general.find_map(|(_, held)| held.place).map(|place| Step::new(Rule::PlaceOfOtherClause, place)))
}

/// The place beside the day in the header of a speech: `（2015年8月31日，学校大礼堂）`.
fn header_place(page: &Page, report: &ReportLayout) -> Option<CharSpan> {
    let chars = page.chars;
    report.preface.iter().find_map(|&line| {
        let date = dates(chars, line).into_iter().next()?;
        let mark = |c: char| c.is_whitespace() || matches!(c, '，' | '、' | '；' | '·' | '于' | '在');
        let time = after_time(chars, page.matches, date.span.end, line.end);
        let start = (time..line.end).find(|&at| !mark(chars[at]))?;
        let end = (start..line.end).find(|&at| matches!(chars[at], ')' | '）') || mark(chars[at])).unwrap_or(line.end);
        let is_place = end >= start + 2 && page.matches.longest_before(end, start, Class::MeetingPlaceEnds).is_some();
        is_place.then(|| CharSpan::new(start, end))
    })
}

/// A place without what it is to those who meet there: 定点帮扶单位|河湾村.
fn unlabelled(page: &Page, place: CharSpan) -> CharSpan {
    let label = page.matches.longest(place.start, place.end, Class::MeetingPlaceLabels).filter(|&end| end + 2 <= place.end);
    CharSpan::new(label.unwrap_or(place.start), place.end)
}

/// The place where people come together to take part: `全体师生齐聚体育馆，参加开学典礼`.
fn gathered_place(page: &Page, sentences: &[CharSpan], best: Option<(usize, Held)>) -> Option<CharSpan> {
    let near = best.map_or(2, |(near, _)| near).min(sentences.len().checked_sub(1)?);
    let last = (near + 1).min(sentences.len() - 1);
    sentences[near.saturating_sub(1)..=last].iter().find_map(|sentence| {
        sentence.range().find_map(|at| {
            let verb = page.matches.longest(at, sentence.end, Class::MeetingGatherVerbs)?;
            let idiom = page.matches.longest(at, sentence.end, Class::RoleAttend).is_some_and(|end| end > verb);
            let from = verb + usize::from(matches!(page.chars.get(verb), Some('在' | '于')));
            // 齐聚报告厅|参加座谈会
            let attends = |at: usize| page.matches.longest(at, sentence.end, Class::RoleAttend).is_some_and(|end| end > at + 1);
            let mark = |at: &usize| !page.chars[*at].is_alphanumeric() || page.chars[*at] == '的' || attends(*at);
            let end = (from..sentence.end.min(from + 20)).find(mark)?;
            let is_place = end >= from + 2 && page.matches.longest_before(end, from, Class::MeetingPlaceEnds).is_some();
            (is_place && !idiom && page.chars[end] != '的').then(|| CharSpan::new(from, end))
        })
    })
}

/// The place that is told to be full of people: `村文化广场上已经坐满了人`.
fn crowded_place(page: &Page, sentences: &[CharSpan], best: Option<(usize, Held)>) -> Option<CharSpan> {
    let chars = page.chars;
    let near = best.map_or(2, |(near, _)| near).min(sentences.len().checked_sub(1)?);
    sentences[near.saturating_sub(2)..=near].iter().find_map(|sentence| {
        let crowd = sentence.range().find(|&at| page.matches.longest(at, sentence.end, Class::MeetingCrowdWords).is_some())?;
        let from =
            (sentence.start..crowd).rev().find(|&at| matches!(chars[at], '，' | '。' | '在' | '；')).map_or(sentence.start, |at| at + 1);
        let mut end = crowd;
        while let Some(start) = page.matches.longest_before(end, from, Class::MeetingAdverbs) {
            end = start;
        }
        end -= usize::from(end > from && matches!(chars[end - 1], '上' | '里' | '内' | '中' | '前' | '边'));
        let is_place =
            (3..=20).contains(&end.saturating_sub(from)) && page.matches.longest_before(end, from, Class::MeetingPlaceEnds).is_some();
        is_place.then(|| CharSpan::new(from, end))
    })
}

/// The first day as `YYYY-MM-DD`: with the year as written, or with the last one in which the day was not after the publication.
fn iso(page: &Page, report: &ReportLayout, date: &DateMention) -> Option<String> {
    let day = date.day?;
    let (year, month) = match (date.year, date.month) {
        (Some(year), Some(month)) => (year, month),
        (None, Some(month)) => (year_of(page, report, month, day)?, month),
        (None, None) => {
            let (year, month, published) = report.published?;
            if day <= published {
                (year, month)
            } else if month > 1 {
                (year, month - 1)
            } else {
                (year - 1, 12)
            }
        }
        (Some(_), None) => return None,
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The year of a day: from the publication, or from the same day written with its year in the heading or the first paragraph.
fn year_of(page: &Page, report: &ReportLayout, month: u32, day: u32) -> Option<u32> {
    if let Some((year, published_month, published_day)) = report.published {
        return Some(if (month, day) <= (published_month, published_day) { year } else { year - 1 });
    }
    let lines = report.heading.into_iter().chain(report.preface.iter().copied());
    let first =
        report.paragraphs.first().map(|paragraph| CharSpan::new(paragraph.span.start, paragraph.span.end.min(paragraph.span.start + 500)));
    lines
        .chain(first)
        .flat_map(|line| dates(page.chars, line))
        .find(|date| (date.month, date.day) == (Some(month), Some(day)) && date.year.is_some())?
        .year
}

/// Links reports that tell a meeting which an earlier one told already ([`Report::same_meeting_as`]).
pub fn link_same_meetings(reports: &mut [Report]) {
    for i in 1..reports.len() {
        let (earlier, rest) = reports.split_at_mut(i);
        let from = i.saturating_sub(COMPARED);
        let same = (from..i).find(|&j| tell_the_same(&earlier[j], &rest[0]));
        rest[0].same_meeting_as = same.and_then(|j| u32::try_from(earlier[j].same_meeting_as.map_or(j, |first| first as usize)).ok());
    }
}

/// Whether two reports tell one meeting: the same day and one name in the other, or like names and the same people.
fn tell_the_same(a: &Report, b: &Report) -> bool {
    let (Some(x), Some(y)) = (&a.meeting.name, &b.meeting.name) else { return false };
    let days = match (&a.meeting.date, &b.meeting.date) {
        (Some(x), Some(y)) => Some(x.text == y.text || x.iso.is_some() && x.iso == y.iso),
        _ => None,
    };
    let holds = x.text.contains(&y.text) || y.text.contains(&x.text);
    match days {
        Some(false) => false,
        Some(true) => holds || likeness(&x.text, &y.text) >= 0.6,
        None => (x.text == y.text || likeness(&x.text, &y.text) >= 0.8) && share_people(a, b),
    }
}

/// The share of pairs of neighbouring characters that two names have in common.
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| text.chars().zip(text.chars().skip(1)).collect::<HashSet<_>>();
    let (a, b) = (pairs(a), pairs(b));
    let (common, all) = (a.intersection(&b).count(), a.len() + b.len());
    if all == 0 { 0.0 } else { 2.0 * f64::from(u32::try_from(common).unwrap_or(0)) / f64::from(u32::try_from(all).unwrap_or(1)) }
}

/// Whether one of the first people of a report is among the first people of the other.
fn share_people(a: &Report, b: &Report) -> bool {
    let chief = |report: &Report| -> Vec<String> {
        report.attendees.iter().filter(|row| row.kind == AttendeeKind::Person).take(4).map(|row| row.name.clone()).collect()
    };
    let (a, b) = (chief(a), chief(b));
    a.iter().any(|name| b.contains(name))
}
