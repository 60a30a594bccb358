//! Sections: which blocks of a page belong to one text.

use super::Page;
use super::blocks::{Block, Kind, minutes_labels};
use super::chrome::is_ordinal_at;
use super::dates::{after_time, date_at};
use super::evidence::{ENOUGH, evidence};
use super::held::{Held, first_sentence, held, news_source, opening, opens_behind_another};
use super::sentences::ends_sentence;
use crate::lexicon::Class;
use crate::rules::Step;
use crate::text::{CharSpan, is_bullet};
use std::collections::HashSet;
use std::ops::Range;

/// One text on the page: its heading and the range of its blocks behind that.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub heading: Option<CharSpan>,
    pub blocks: Range<usize>,
}

/// The sections of a page that report meetings, each with what shows it most.
pub(crate) fn reports(page: &Page, blocks: &[Block]) -> Vec<(Section, Step)> {
    let mut found = Vec::new();
    let parts = by_markers(blocks).into_iter().flat_map(|part| by_columns(page, blocks, part));
    let parts = parts.flat_map(|part| by_news(page, blocks, part)).flat_map(|part| by_minutes(page, blocks, part));
    for part in parts {
        for part in by_openings(page, blocks, part) {
            let section = headed(page, blocks, part);
            let evidence = evidence(page, section.heading, &blocks[section.blocks.clone()]);
            if evidence.weight >= ENOUGH {
                found.push((section, evidence.step));
            }
        }
    }
    found
}

/// Ranges of blocks that begin with a marker (or with the page).
fn by_markers(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = (0..blocks.len()).filter(|&i| blocks[i].kind == Kind::Marker).collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// No more characters of a line are compared.
const LONGEST_LINE: usize = 2000;

/// The fewest columns that make a bulletin of a text.
const COLUMNS: usize = 3;

/// The fewest paragraphs of minutes before the line that closes them.
const SIGNED: usize = 4;

/// Cuts a bulletin at its columns: 【会议】…, 【督查】…, 【预告】….
fn by_columns(page: &Page, blocks: &[Block], part: Range<usize>) -> Vec<Range<usize>> {
    let opens = |block: &Block| {
        let CharSpan { start, end } = block.span;
        let close = (start + 1..end.min(start + 8)).find(|&at| page.chars[at] == '】');
        page.chars[start] == '【' && close.is_some_and(|close| page.matches.is(start + 1, close, Class::LayoutColumns))
    };
    let columns: Vec<usize> = part.clone().filter(|&i| blocks[i].kind == Kind::Body && opens(&blocks[i])).collect();
    if columns.len() < COLUMNS {
        return vec![part];
    }
    // What stands before the first column is its heading.
    let starts = std::iter::once(part.start).chain(columns.iter().copied().skip(1));
    let ends = columns.iter().copied().skip(1).chain([part.end]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// Cuts where a paragraph is a piece of news by itself: `又讯　同日下午，…`, or `本报讯（记者 林知远）…` below a title of its own.
fn by_news(page: &Page, blocks: &[Block], part: Range<usize>) -> Vec<Range<usize>> {
    let mut starts = vec![part.start];
    for i in part.clone().skip(1).filter(|&i| blocks[i].kind == Kind::Body) {
        let (from, words) = (*starts.last().unwrap_or(&0), &page.chars[blocks[i].span.range()]);
        let titles = with_titles(blocks, i, from);
        if words.starts_with(&['又', '讯']) {
            starts.push(i);
        } else if titles < i && has_body(blocks, from..titles) && news_source(words).is_some() {
            starts.push(titles);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([part.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Cuts where other minutes begin: the place (`地点：`) is told again behind text, below a title of its own.
fn by_minutes(page: &Page, blocks: &[Block], part: Range<usize>) -> Vec<Range<usize>> {
    let labels = |i: usize| minutes_labels(page, blocks[i].span);
    let tells_place = |i: usize| labels(i).iter().any(|label| page.chars[label.range()].ends_with(&['地', '点']));
    let placed: Vec<usize> = part.clone().filter(|&i| blocks[i].kind == Kind::Body && tells_place(i)).collect();
    let mut starts = vec![part.start];
    for pair in placed.windows(2) {
        let title = (pair[0] + 1..pair[1]).rev().take(3).find(|&i| blocks[i].kind == Kind::Title);
        starts.extend(title.filter(|&title| (pair[0] + 1..title).filter(|&i| blocks[i].kind == Kind::Body).count() >= 2));
    }
    if let Some(end) = signed(page, blocks, part.clone()).filter(|_| starts.len() == 1) {
        starts.push(end);
    }
    let ends = starts.iter().skip(1).copied().chain([part.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Where other minutes begin behind the line that closes the first ones (`记录人：林知远`), if what follows is a report by itself.
fn signed(page: &Page, blocks: &[Block], part: Range<usize>) -> Option<usize> {
    let records = |i: usize| minutes_labels(page, blocks[i].span).iter().any(|label| page.chars[label.range()].starts_with(&['记', '录']));
    let body: Vec<usize> = part.clone().filter(|&i| blocks[i].kind == Kind::Body).collect();
    let closing = body.iter().skip(SIGNED).copied().find(|&i| records(i))?;
    (closing + 1 < part.end && evidence(page, None, &blocks[closing + 1..part.end]).weight >= ENOUGH).then_some(closing + 1)
}

/// Cuts where a paragraph opens with the date of another meeting, and what follows is a report by itself.
fn by_openings(page: &Page, blocks: &[Block], part: Range<usize>) -> Vec<Range<usize>> {
    let openings: Vec<(usize, Held)> = part
        .clone()
        .filter(|&i| blocks[i].kind == Kind::Body)
        .filter_map(|i| paragraph_opening(page, blocks[i].span, i > part.start && names_meeting(page, blocks[i - 1])).map(|held| (i, held)))
        .collect();
    let mut starts = vec![part.start];
    let Some(mut current) = openings.first() else { return vec![part] };
    if let Some(start) = news_before(page, blocks, part.clone(), current) {
        let told = evidence(page, None, &blocks[part.start..start]).weight >= ENOUGH;
        starts = if told { vec![part.start, start] } else { vec![start] };
    }
    for (n, opening) in openings.iter().enumerate().skip(1) {
        let (from, at) = (*starts.last().unwrap_or(&0), opening.0);
        let next = openings.get(n + 1).map_or(part.end, |(next, _)| *next);
        let start = with_titles(blocks, at, from);
        if is_another(page, blocks, current, opening, start < at)
            && !goes_on_counting(page, &blocks[current.0 + 1..at])
            && evidence(page, None, &blocks[at..next]).weight >= if start < at { ENOUGH } else { ENOUGH + 2 }
            && has_body(blocks, from..start)
        {
            starts.push(start);
            current = opening;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([part.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether a block is a title that names a meeting.
fn names_meeting(page: &Page, block: Block) -> bool {
    block.kind == Kind::Title && weight(page, block) >= 3
}

/// Where the first meeting begins on a page of news, behind other news: a title of its own that names it, and text before that which tells of
/// something else.
fn news_before(page: &Page, blocks: &[Block], part: Range<usize>, first: &(usize, Held)) -> Option<usize> {
    let start = with_titles(blocks, first.0, part.start);
    let title = blocks[start..first.0].iter().find(|block| names_meeting(page, **block))?;
    let before = part.start..start;
    let name = first.1.name.filter(|_| has_body(blocks, before.clone()))?;
    let words = |span: CharSpan| span.start..span.end.min(span.start + LONGEST_LINE);
    let pairs = |span: CharSpan| page.chars[words(span)].windows(2).map(|pair| (pair[0], pair[1])).collect::<HashSet<_>>();
    let named = pairs(name);
    // The text before may lead up to the meeting: then its words stand there too.
    let shared = |span: CharSpan| pairs(span).intersection(&named).count() * 2 > named.len();
    let leads = blocks[before].iter().any(|block| shared(block.span));
    (!leads && !named.is_empty() && title.span.start < blocks[first.0].span.start).then_some(start)
}

/// Whether a paragraph opens with another meeting than the one that opened the section: on another day, or, where a title or a mark of
/// its own stands before it (▲, 【某镇】), with other words.
fn is_another(page: &Page, blocks: &[Block], current: &(usize, Held), opening: &(usize, Held), titled: bool) -> bool {
    let mark = |(at, _): &(usize, Held)| page.chars[blocks[*at].span.start];
    let marked = mark(current) == mark(opening) && (mark(opening) == '【' || is_bullet(mark(opening)));
    match (&current.1.date, &opening.1.date) {
        (Some(day), Some(date)) => {
            let dated_anew = || opens_with_day(page, blocks[current.0].span) && opens_with_day(page, blocks[opening.0].span);
            !day.covers(date) || (titled || marked || dated_anew()) && differ(page, &current.1, &opening.1)
        }
        (Some(_), None) => {
            opening.1.undated || first_sentence(page, blocks[opening.0].span).is_some_and(|first| opens_behind_another(page, first))
        }
        (None, _) => true,
    }
}

/// Whether a paragraph opens with a day, without the time of day that would tell the parts of one meeting apart: `5月6日，`.
fn opens_with_day(page: &Page, paragraph: CharSpan) -> bool {
    let date = date_at(page.chars, paragraph.start, paragraph.end).filter(|date| date.month.is_some());
    date.is_some_and(|date| after_time(page.chars, page.matches, date.span.end, paragraph.end) == date.span.end)
}

/// Whether the last line counts on (二、) from one behind the opening that opened no meeting: it heads a part of one report.
fn goes_on_counting(page: &Page, blocks: &[Block]) -> bool {
    let heads = |block: &Block| block.span.len() <= 30 && !ends_sentence(page.chars[block.span.end - 1]) && is_ordinal_at(page, block.span);
    blocks.split_last().is_some_and(|(last, before)| heads(last) && before.iter().any(heads))
}

/// Whether two clauses tell of two meetings: the words from the day to the name of neither hold those of the other.
fn differ(page: &Page, one: &Held, other: &Held) -> bool {
    let told = |held: &Held| {
        let (date, name) = (held.date?, held.name?);
        Some(if date.span.end < name.start { CharSpan::new(date.span.end, name.end) } else { name })
    };
    let (Some(one), Some(other)) = (told(one), told(other)) else { return false };
    let (one, other) = (&page.chars[one.range()], &page.chars[other.range()]);
    let holds = |long: &[char], short: &[char]| long.windows(short.len().max(1)).any(|part| part == short);
    !holds(one, other) && !holds(other, one)
}

fn has_body(blocks: &[Block], range: Range<usize>) -> bool {
    blocks[range].iter().any(|block| block.kind == Kind::Body)
}

/// The meeting that a paragraph opens with; below a title also one that is told behind a purpose (为推进…工作。5月6日，…) or that somebody
/// took part in (协会组织企业参加在某地举行的培训会).
fn paragraph_opening(page: &Page, paragraph: CharSpan, titled: bool) -> Option<Held> {
    let first = first_sentence(page, paragraph)?;
    let told =
        |sentence: CharSpan| held(page, sentence).into_iter().find(|held| titled && !held.bare && !held.planned && held.date.is_some());
    let aim = titled && page.chars[first.start] == '为';
    let next = || first_sentence(page, CharSpan::new(first.end, paragraph.end)).filter(|_| aim && first.end < paragraph.end);
    opening(page, first).or_else(|| told(first)).or_else(|| next().and_then(|next| opening(page, next).or_else(|| told(next))))
}

/// The titles right before a block.
fn with_titles(blocks: &[Block], at: usize, floor: usize) -> usize {
    (floor..at)
        .rev()
        .take_while(|&i| matches!(blocks[i].kind, Kind::Title | Kind::Chrome))
        .filter(|&i| blocks[i].kind == Kind::Title)
        .last()
        .unwrap_or(at)
}

/// Chooses the heading among the titles before the body.
fn headed(page: &Page, blocks: &[Block], part: Range<usize>) -> Section {
    let body = part.clone().find(|&i| blocks[i].kind == Kind::Body).unwrap_or(part.end);
    let titles = (part.start..body).filter(|&i| matches!(blocks[i].kind, Kind::Title | Kind::Marker));
    let best = titles.max_by_key(|&i| weight(page, blocks[i]));
    let Some(i) = best else { return Section { heading: None, blocks: body..part.end } };
    let span = blocks[i].span;
    let start =
        span.range().find(|&at| !matches!(page.chars[at], '#' | ' ' | '—' | '-') && !is_bullet(page.chars[at])).unwrap_or(span.start);
    Section { heading: Some(CharSpan::new(start, span.end)), blocks: i + 1..part.end }
}

/// How much a title looks like the heading of a report.
fn weight(page: &Page, block: Block) -> u32 {
    let (span, matches) = (block.span, page.matches);
    let meeting = matches.first(span.start, span.end, Class::MeetingHeads).is_some();
    let verb = matches.first(span.start, span.end, Class::MeetingHoldVerbs).is_some();
    let hash = page.chars[span.start] == '#';
    // 在某某会上的讲话; below it stand the posts of who spoke, with bodies in them (某某委员会主任　林知远), and above it a motto.
    let speech = matches.first(span.start, span.end, Class::LayoutSpeechTitles).is_some();
    // A second title (——记某某会), a line with day and place.
    if matches!(page.chars[span.start], '(' | '（') || matches!(page.chars[span.start], '—' | '-') && !speech {
        return 0;
    }
    u32::from(meeting) * 2
        + u32::from(verb)
        + u32::from(hash || meeting && speech) * 4
        + u32::from(block.kind == Kind::Title && span.len() >= 8)
}
