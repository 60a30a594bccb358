//! Blocks: the lines of a page, joined where they were wrapped, cut where chrome and text share a line, and told apart.

use super::Page;
use super::captions::keep_captions;
use super::chrome::{introduces, is_bracketed_byline, is_chrome, is_ordinal_at, opens_links, tail};
use super::dates::date_at;
use super::held::{Held, first_sentence, held, news_source, opening};
use super::sentences::{ends_sentence, is_space, sentences, trim};
use super::winners::keep_winners;
use crate::lexicon::{Class, Matches};
use crate::text::{CharSpan, is_bullet, is_han};
use std::collections::HashMap;

/// A title is no longer than this.
const LONGEST_TITLE: usize = 90;

/// A page of so few lines of text has lost its line breaks, if it has more than one paragraph.
const FLAT: usize = 2;

/// Labels of minutes that share a line stand in its first characters.
const LONGEST_LABELS: usize = 200;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Navigation, data of publication, links, introductions of the page.
    Chrome,
    /// The title of one of several texts on the page (篇一).
    Marker,
    /// A short line without a final mark.
    Title,
    /// Text.
    Body,
}

/// A line, or several joined, or a piece of one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub span: CharSpan,
    pub kind: Kind,
}

/// The blocks of a page, in order; white space lies between them.
pub(crate) fn blocks(page: &Page) -> Vec<Block> {
    let lines = joined(page, &lines(page.chars));
    let mut blocks = Vec::new();
    let flat = lines.iter().filter(|line| page.chars[line.range()].iter().any(|&c| is_han(c))).count() <= FLAT;
    for &line in &lines {
        cut(page, line, flat, &mut blocks);
    }
    if flat {
        blocks = reopened(page, &blocks);
    }
    mark_numbered_titles(page, &mut blocks);
    mark_item_titles(page, &mut blocks);
    mark_bulleted_titles(page, &mut blocks);
    mark_stamped_titles(page, &mut blocks);
    mark_bare_numbers(page, &mut blocks);
    keep_minutes(page, &mut blocks);
    keep_winners(page, &mut blocks);
    keep_captions(page, &mut blocks);
    set_links_aside(page, &mut blocks);
    blocks
}

fn lines(chars: &[char]) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=chars.len() {
        if at == chars.len() || chars[at] == '\n' {
            found.extend(trim(chars, CharSpan::new(start, at)));
            start = at + 1;
        }
    }
    found
}

/// Joins lines that were wrapped in mid-sentence.
fn joined(page: &Page, lines: &[CharSpan]) -> Vec<CharSpan> {
    let chars = page.chars;
    let width = wrap_width(page, lines);
    let mut found: Vec<CharSpan> = Vec::new();
    for (i, &line) in lines.iter().enumerate() {
        let goes_on = found.last().is_some_and(|_| {
            let before = lines[i - 1];
            let torn = matches!(chars[line.start], '。' | '，' | '、' | '；' | '！' | '？' | '”' | '）' | '》');
            let open = matches!(chars[before.end - 1], '，' | '、') && before.len() >= 10;
            let wrapped =
                width.is_some_and(|width| before.len().abs_diff(width) <= 2) && is_open(page, before) && !starts_afresh(page, line);
            is_value(page, before, line) || !is_chrome(page, before) && (torn || (open || wrapped) && !is_chrome(page, line))
        });
        match found.last_mut() {
            Some(last) if goes_on => last.end = line.end,
            _ => found.push(minutes_label(page, line).map_or(line, |label| CharSpan::new(label.start, line.end))),
        }
    }
    found
}

/// Whether a line stops without a mark.
fn is_open(page: &Page, line: CharSpan) -> bool {
    let last = page.chars[line.end - 1];
    !ends_sentence(last) && !matches!(last, '；' | '：' | '”' | '）' | ')' | '】' | '…')
}

fn starts_afresh(page: &Page, line: CharSpan) -> bool {
    is_ordinal_at(page, line) || matches!(page.chars[line.start], '【' | '#')
}

/// The width at which the page's text was wrapped: many lines of that length stop in mid-sentence, and the text that they begin
/// comes to a final mark.
fn wrap_width(page: &Page, lines: &[CharSpan]) -> Option<usize> {
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    let mut before_end = 0;
    for pair in lines.windows(2) {
        if pair[0].len() >= 16 && pair[0].len() <= 120 && is_open(page, pair[0]) {
            *lengths.entry(pair[0].len()).or_default() += 1;
            before_end += usize::from(ends_sentence(page.chars[pair[1].end - 1]) && pair[1].len() <= pair[0].len() + 2);
        }
    }
    let around = |width: usize| (width - 2..=width + 2).filter_map(|near| lengths.get(&near)).sum::<usize>();
    let width = lengths.keys().copied().max_by_key(|&width| (around(width), width))?;
    let open: usize = lengths.values().sum();
    (around(width) >= 3 && around(width) * 2 >= open && before_end >= 1).then_some(width)
}

/// Cuts a line into blocks: the chrome at its end; chrome, markers and titles that lost their line breaks; introductions.
fn cut(page: &Page, line: CharSpan, flat: bool, blocks: &mut Vec<Block>) {
    let mut after_body = blocks.iter().rev().take(400).any(|block| block.kind == Kind::Body);
    if let Some(kind) = plain_kind(page, line, after_body) {
        blocks.push(Block { span: line, kind });
        return;
    }
    let end = tail(page, line);
    let main = CharSpan::new(line.start, end);
    for piece in pieces(page, main, flat) {
        match plain_kind(page, piece, after_body).filter(|_| piece != main) {
            Some(kind) => blocks.push(Block { span: piece, kind }),
            None => cut_introduction(page, piece, after_body, blocks),
        }
        after_body |= blocks.last().is_some_and(|block| block.kind == Kind::Body);
    }
    if let Some(span) = trim(page.chars, CharSpan::new(end, line.end)) {
        blocks.push(Block { span, kind: Kind::Chrome });
    }
}

/// What a line is that need not be cut: a marker, chrome, a line that says when and by whom a speech was given.
fn plain_kind(page: &Page, line: CharSpan, after_body: bool) -> Option<Kind> {
    if is_marker(page, line) {
        return Some(Kind::Marker);
    }
    if is_bracketed_byline(page, line) || is_day(page, line) {
        let dated = line.range().any(|at| date_at(page.chars, at, line.end).is_some());
        return Some(if dated && !after_body { Kind::Title } else { Kind::Chrome });
    }
    (is_chrome(page, line) || opens_links(page, line)).then_some(Kind::Chrome)
}

/// On a page that lost its line breaks a sentence that opens with a marker or with the date of a meeting begins a paragraph.
fn reopened(page: &Page, blocks: &[Block]) -> Vec<Block> {
    let mut found = Vec::new();
    for block in blocks {
        let mut start = block.span.start;
        let sentences = if block.kind == Kind::Body { sentences(page.chars, block.span) } else { Vec::new() };
        for sentence in sentences {
            let near = |held: Held| held.date.is_some_and(|date| date.span.start < sentence.start + 40);
            let marked = glued_marker(page, sentence);
            if marked.is_some() || opening(page, sentence).is_some_and(near) {
                found.extend(trim(page.chars, CharSpan::new(start, sentence.start)).map(|span| Block { span, kind: Kind::Body }));
                start = sentence.start;
            }
            if let Some(end) = marked {
                found.push(Block { span: CharSpan::new(start, end), kind: Kind::Marker });
                start = end;
            }
        }
        found.extend(trim(page.chars, CharSpan::new(start, block.span.end)).map(|span| Block { span, kind: block.kind }));
    }
    found
}

/// The end of a marker that a sentence begins with: `某某总结篇二2022年…`, `【篇三】昨日…`.
fn glued_marker(page: &Page, sentence: CharSpan) -> Option<usize> {
    let chars = &page.chars[sentence.start..sentence.end.min(sentence.start + 30)];
    let at = chars.iter().take_while(|c| !matches!(c, '，' | '。' | '“')).position(|&c| c == '篇')?;
    let digits = chars[at + 1..].iter().take_while(|c| "一二三四五六七八九十".contains(**c)).count();
    let end = at + 1 + digits;
    let bracket = usize::from(chars.get(end) == Some(&'】'));
    let ends = digits > 0 && sentence.start + end + bracket < sentence.end && chars.get(end) != Some(&'章');
    ends.then_some(sentence.start + end + bracket)
}

/// Whether a line is nothing but a day: `2023年1月15日`.
fn is_day(page: &Page, line: CharSpan) -> bool {
    let date = date_at(page.chars, line.start, line.end);
    date.is_some_and(|date| date.span.end == line.end && page.chars[line.range()].contains(&'月'))
}

/// The pieces of a line that lost its line breaks: cut at spaces beside chrome and markers, behind final marks, and before the text of a
/// page all on one line. Other lines stay whole.
fn pieces(page: &Page, line: CharSpan, flat: bool) -> Vec<CharSpan> {
    let chars = page.chars;
    let words = words(chars, line);
    let mut flags: Vec<bool> = words.iter().map(|&word| is_flat_chrome(page, word)).collect();
    flag_breadcrumbs(page, &words, &mut flags);
    // 灯谜会落幕 2021-03-04 08:09:10: a stamp behind a title.
    for i in 1..words.len() {
        let day = date_at(chars, words[i].start, words[i].end).filter(|day| day.span == words[i] && day.year.is_some());
        flags[i] |= day.is_some_and(|day| !chars[day.span.range()].contains(&'月') && words.len() - i <= 2);
    }
    if words.len() < 2 || !flat && !flags.contains(&true) && !words.iter().any(|&word| is_marker(page, word)) {
        return vec![line];
    }
    let mut found: Vec<(CharSpan, bool)> = Vec::new();
    let mut in_text = !flat;
    for (i, &word) in words.iter().enumerate() {
        let blank = !word.range().any(|at| is_han(chars[at]));
        let beside = i > 0 && flags[i - 1] || flags.get(i + 1).is_some_and(|&flag| flag);
        let value = i > 0 && flags[i - 1] && matches!(chars[words[i - 1].end - 1], '：' | ':') && word.len() <= 20;
        let dated =
            date_at(chars, word.start, word.end).is_some_and(|date| date.year.is_some() && date.span == word && !is_day(page, word));
        let chrome = flags[i]
            || dated
            || blank && (beside || found.last().is_some_and(|last| last.1))
            || value
            || blank && word.range().all(|at| matches!(chars[at], '?' | '？'));
        match found.last_mut() {
            Some(last)
                if last.1 == chrome
                    && (chrome
                        || (in_text || opens_text(&chars[last.0.range()]))
                            && !ends_sentence(chars[last.0.end - 1])
                            && !is_marker(page, last.0)) =>
            {
                last.0.end = word.end;
            }
            _ => found.push((word, chrome)),
        }
        in_text |= word.len() >= 15 && word.range().any(|at| matches!(chars[at], '，' | '。'));
    }
    found.into_iter().map(|(span, _)| span).collect()
}

/// Whether a text has begun before a space: behind `本报讯`, inside of `青禾讯（记者 林知远）`.
fn opens_text(words: &[char]) -> bool {
    let opened = words.iter().rposition(|c| matches!(c, '（' | '('));
    words.ends_with(&['讯']) || words.ends_with(&['电']) || opened.is_some_and(|at| !words[at..].iter().any(|c| matches!(c, '）' | ')')))
}

/// The words of `首页 > 新闻 > 正文` are chrome: the arrows and what stands beside them.
fn flag_breadcrumbs(page: &Page, words: &[CharSpan], flags: &mut [bool]) {
    let arrow = |word: &CharSpan| page.chars[word.range()].iter().any(|c| matches!(c, '>' | '»' | '›' | '＞'));
    if words.iter().filter(|word| arrow(word)).count() < 2 {
        return;
    }
    for i in 0..words.len() {
        let beside = i > 0 && arrow(&words[i - 1]) && words[i - 1].len() <= 2 || words.get(i + 1).is_some_and(arrow);
        flags[i] |= (arrow(&words[i]) || beside) && words[i].len() <= 20;
    }
}

fn words(chars: &[char], line: CharSpan) -> Vec<CharSpan> {
    let mut found = Vec::new();
    let mut start = None;
    for at in line.range() {
        match (is_space(chars[at]), start) {
            (true, Some(from)) => {
                found.push(CharSpan::new(from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    found.extend(start.map(|from| CharSpan::new(from, line.end)));
    found
}

/// Whether a word of a line is chrome for sure, so that the line is a page that lost its line breaks.
fn is_flat_chrome(page: &Page, word: CharSpan) -> bool {
    let chars = page.chars;
    let label = page.matches.longest(word.start, word.end, Class::LayoutLabels);
    let labelled = label.is_some_and(|end| matches!(chars.get(end), Some('：' | ':')) && end < word.end);
    let button = page.matches.longest(word.start, word.end, Class::LayoutPhrases) == Some(word.end) && word.len() >= 4;
    word.len() <= 40
        && !ends_sentence(chars[word.end - 1])
        && (labelled || button || word.len() >= 3 && word.range().all(|at| matches!(chars[at], '?' | '？')))
}

/// Cuts the page's own introduction off a piece of text.
fn cut_introduction(page: &Page, piece: CharSpan, after_body: bool, blocks: &mut Vec<Block>) {
    let first: Vec<CharSpan> =
        sentences(page.chars, CharSpan::new(piece.start, piece.end.min(piece.start + 600))).into_iter().take(5).collect();
    let told = |sentence: &CharSpan| held(page, *sentence).iter().any(|held| held.is_told() && !held.bare && held.date.is_some());
    let last = first.iter().rposition(|sentence| introduces(page, *sentence) && !told(sentence));
    let mut rest = Some(piece);
    if let Some(last) = last.filter(|&last| !first[..=last].iter().any(told)) {
        blocks.push(Block { span: CharSpan::new(piece.start, first[last].end), kind: Kind::Chrome });
        rest = trim(page.chars, CharSpan::new(first[last].end, piece.end));
    }
    if let Some(span) = rest {
        let kind = if is_marker(page, span) {
            Kind::Marker
        } else if is_title(page, span) && !(after_body && ends_sentence(page.chars[span.end - 1])) {
            Kind::Title
        } else {
            Kind::Body
        };
        blocks.push(Block { span, kind });
    }
}

/// Whether a line is a title: short, without a final mark, no item of a list, no sentence that begins with its date.
fn is_title(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let last = chars[line.end - 1];
    let commas = line.range().filter(|&at| chars[at] == '，').count();
    // 近日，读书活动在镇里圆满闭幕！
    let lately = page.matches.longest(line.start, line.end, Class::MeetingWhenWords).is_some_and(|end| chars.get(end) == Some(&'，'));
    let dated = (date_at(chars, line.start, line.end).is_some() || lately && ends_sentence(last)) && commas > 0;
    line.len() <= LONGEST_TITLE
        && !line.range().any(|at| chars[at] == '。')
        && !matches!(last, '，' | '、' | '；' | '：' | ';' | ':')
        && (commas == 0 || commas < 3 && line.len() <= 50)
        && !is_ordinal_at(page, line)
        && !dated
}

/// Whether a line is the title of one of several texts: 篇一, 【篇2】, 某某总结 第三篇, 篇一：某某
fn is_marker(page: &Page, line: CharSpan) -> bool {
    let chars = &page.chars[line.range()];
    if line.len() > 45 || chars.iter().any(|&c| matches!(c, '。' | '，')) {
        return false;
    }
    let digit = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
    chars.iter().enumerate().any(|(i, &c)| {
        let behind = chars[i + 1..].iter().take_while(|c| digit(c)).count();
        let after = chars.get(i + 1 + behind);
        let numbered = behind > 0 && after.is_none_or(|c| matches!(c, '】' | '：' | ':' | ')' | '）' | ' ' | '」' | '-' | '、'));
        let ordinal = i >= 2 && digit(&chars[i - 1]) && chars[..i].iter().rev().find(|c| !digit(c)) == Some(&'第');
        c == '篇' && (numbered || ordinal && after.is_none_or(|c| !is_han(*c))) || c == '文' && i > 0 && chars[i - 1] == '范' && numbered
    })
}

/// Titles that differ in their last number only (某某总结一, 某某总结二) are markers; 议程一, 议程二 head parts of one text.
fn mark_numbered_titles(page: &Page, blocks: &mut [Block]) {
    let chars = page.chars;
    let stem = |span: CharSpan| {
        let end = span.range().rev().find(|&at| !matches!(chars[at], ')' | '）' | '】' | ' ')).map_or(span.end, |at| at + 1);
        let number =
            (span.start..end).rev().take_while(|&at| chars[at].is_ascii_digit() || "一二三四五六七八九十".contains(chars[at])).count();
        let part = page.matches.is(span.start, end - number, Class::LayoutPartTitles);
        (number > 0 && number <= 2 && end - number >= span.start + 2 && !part)
            .then(|| chars[span.start..end - number].iter().collect::<String>())
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for block in blocks.iter().filter(|block| block.kind == Kind::Title && block.span.len() <= 45) {
        if let Some(stem) = stem(block.span) {
            *counts.entry(stem).or_default() += 1;
        }
    }
    for block in blocks.iter_mut().filter(|block| block.kind == Kind::Title && block.span.len() <= 45) {
        if stem(block.span).and_then(|stem| counts.get(&stem).copied()).is_some_and(|count| count >= 2) {
            block.kind = Kind::Marker;
        }
    }
}

/// An item without a final mark is a title where the paragraph behind it opens with a meeting, or as news do:
/// `二、河湾镇召开防汛会议`.
fn mark_item_titles(page: &Page, blocks: &mut [Block]) {
    for i in 1..blocks.len() {
        let (item, text) = (blocks[i - 1], blocks[i]);
        let item_at = item.kind == Kind::Body && is_open(page, item.span) && is_ordinal_at(page, item.span);
        let opens = || item.span.len() <= 50 && opens_meeting(page, text.span) || news_source(&page.chars[text.span.range()]).is_some();
        if item_at && item.span.len() <= LONGEST_TITLE && text.kind == Kind::Body && opens() {
            blocks[i - 1].kind = Kind::Title;
        }
    }
}

/// Whether a paragraph opens with a meeting.
fn opens_meeting(page: &Page, paragraph: CharSpan) -> bool {
    first_sentence(page, paragraph).is_some_and(|first| opening(page, first).is_some())
}

/// Lines with nothing but a number (一、, （二）) that head several meetings are markers.
fn mark_bare_numbers(page: &Page, blocks: &mut [Block]) {
    let bare = |block: &Block| {
        let line = &page.chars[block.span.range()];
        let number = line.iter().filter(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c)).count();
        let marks = line.iter().filter(|c| matches!(c, '(' | '（' | ')' | '）' | '、' | '.' | '．' | '【' | '】' | '第' | '其')).count();
        (1..=2).contains(&number) && number + marks == line.len() && marks <= 2
    };
    let heads = |i: usize| bare(&blocks[i]) && blocks[i + 1].kind == Kind::Body && opens_meeting(page, blocks[i + 1].span);
    if (0..blocks.len().saturating_sub(1)).filter(|&i| heads(i)).take(2).count() == 2 {
        for block in blocks.iter_mut().filter(|block| bare(block)) {
            block.kind = Kind::Marker;
        }
    }
}

/// Lines under one bullet that head several meetings (`★镇党委召开例会`, `◆东湾村`) are markers.
fn mark_bulleted_titles(page: &Page, blocks: &mut [Block]) {
    let bullet = |block: &Block| {
        let c = page.chars[block.span.start];
        let short = block.span.len() <= 50 && !ends_sentence(page.chars[block.span.end - 1]);
        (short && block.kind != Kind::Body && is_bullet(c)).then_some(c)
    };
    let heads = |bullet_of: char| {
        let pairs = blocks.windows(2).filter(|pair| bullet(&pair[0]) == Some(bullet_of) && pair[1].kind == Kind::Body);
        pairs.filter(|pair| opens_meeting(page, pair[1].span)).take(2).count()
    };
    let mut bullets: Vec<char> = Vec::new();
    for c in blocks.windows(2).filter(|pair| pair[1].kind == Kind::Body).filter_map(|pair| bullet(&pair[0])) {
        if !bullets.contains(&c) {
            bullets.push(c);
        }
    }
    bullets.retain(|&c| heads(c) >= 2);
    for i in 1..blocks.len() {
        if blocks[i].kind == Kind::Body && bullet(&blocks[i - 1]).is_some_and(|c| bullets.contains(&c)) {
            blocks[i - 1].kind = Kind::Marker;
        }
    }
}

/// Titles with the data of publication under each (`司法局 发布于：2021/4/15`) head several texts.
fn mark_stamped_titles(page: &Page, blocks: &mut [Block]) {
    let stamped = |at: usize| {
        let dated = |block: &Block| date_in(page, block.span).is_some_and(|date| date.year.is_some() && date.day.is_some());
        let behind = blocks[at + 1..].iter().take(4).take_while(|block| block.kind == Kind::Chrome && block.span.len() <= 60);
        let lines = behind.clone().count();
        // The day may stand in a line of its own above the title.
        let above = || at > 0 && blocks[at - 1].kind != Kind::Body && is_day(page, blocks[at - 1].span);
        blocks[at].kind == Kind::Title
            && (behind.clone().any(dated) || above())
            && blocks.get(at + 1 + lines).is_some_and(|block| block.kind == Kind::Body)
    };
    let titles: Vec<usize> = (0..blocks.len()).filter(|&at| stamped(at)).collect();
    if titles.len() >= 2 {
        for at in titles {
            blocks[at].kind = Kind::Marker;
        }
    }
}

/// The first date in a line.
fn date_in(page: &Page, line: CharSpan) -> Option<super::dates::DateMention> {
    line.range().find_map(|at| date_at(page.chars, at, line.end))
}

/// In the minutes of a meeting, 时间：, 记录人： and the like are text.
fn keep_minutes(page: &Page, blocks: &mut [Block]) {
    let time = |span: CharSpan| page.chars[span.range()].starts_with(&['时', '间']);
    let labels = |span: CharSpan| minutes_labels(page, span).len();
    // 时间：5月6日 is none by itself; a notice begins so too.
    let beside = |span: CharSpan| labels(span) + usize::from(time(span) && labels(span) > 0);
    if blocks.iter().map(|block| beside(block.span)).sum::<usize>() < 2 {
        return;
    }
    for block in blocks {
        if block.kind != Kind::Marker && (labels(block.span) > 0 || time(block.span) && block.span.len() <= 40) {
            block.kind = Kind::Body;
        }
    }
}

/// Whether a line begins with a label of minutes: `地点：`, `主持人：`.
pub(crate) fn is_minutes_line(page: &Page, line: CharSpan) -> bool {
    minutes_label(page, line).is_some_and(|label| label.end < line.end)
}

/// The label of minutes that a line begins with, before a colon, the line's end or, in a table, a space; it may be spaced out (`出  席：`).
pub(crate) fn minutes_label(page: &Page, line: CharSpan) -> Option<CharSpan> {
    let chars = page.chars;
    let limit = line.end.min(line.start + 16);
    let start = (line.start..limit).find(|&at| !matches!(chars[at], '#' | '*' | ' '))?;
    let end = (start..limit).find(|&at| matches!(chars[at], '：' | ':' | '\n')).or_else(|| (limit == line.end).then_some(limit));
    let label = |end: usize| {
        let label: Vec<char> = chars[start..end].iter().copied().filter(|&c| !is_space(c)).collect();
        Matches::scan(&label).is(0, label.len(), Class::MeetingMinutesLabels).then(|| CharSpan::new(start, end))
    };
    let spaced =
        || (start + 2..limit).find(|&at| is_space(chars[at])).filter(|&at| page.matches.is(start, at, Class::MeetingMinutesLabels));
    end.and_then(label).or_else(|| spaced().map(|end| CharSpan::new(start, end)))
}

/// The labels of minutes in a line, where it begins and behind spaces: `时间：5月6日　地点：二楼会议室`.
pub(crate) fn minutes_labels(page: &Page, line: CharSpan) -> Vec<CharSpan> {
    let chars = page.chars;
    let first = minutes_label(page, line).filter(|label| label.end < line.end);
    let ends = |at: usize| at < line.end && (matches!(chars[at], '：' | ':') || is_space(chars[at]));
    let behind = (line.start + 1..line.end.min(line.start + LONGEST_LABELS)).filter(|&at| is_space(chars[at - 1]) && !is_space(chars[at]));
    let labels = behind.filter_map(|at| {
        let end = page.matches.longest(at, line.end, Class::MeetingMinutesLabels).filter(|&end| ends(end))?;
        Some(CharSpan::new(at, end))
    });
    first.into_iter().chain(labels).collect()
}

/// Whether a line is the value of the label in the line before it: no label, and no text of its own.
fn is_value(page: &Page, label: CharSpan, line: CharSpan) -> bool {
    minutes_label(page, label).is_some_and(|span| span.end == label.end)
        && minutes_label(page, line).is_none()
        && !page.chars[line.start..line.end - 1].contains(&'。')
}

/// Behind 相关文章 stand links, until text begins again.
fn set_links_aside(page: &Page, blocks: &mut [Block]) {
    let (mut seen_body, mut in_links) = (false, false);
    for block in blocks {
        let ended = ends_sentence(page.chars[block.span.end - 1]);
        match block.kind {
            Kind::Chrome => in_links |= seen_body && opens_links(page, block.span),
            Kind::Marker if in_links && !is_marker(page, block.span) => block.kind = Kind::Chrome,
            Kind::Marker => in_links = false,
            Kind::Body if ended && block.span.len() > 30 => in_links = false,
            Kind::Title | Kind::Body if in_links => block.kind = Kind::Chrome,
            Kind::Title | Kind::Body => {}
        }
        seen_body |= block.kind == Kind::Body;
    }
}
