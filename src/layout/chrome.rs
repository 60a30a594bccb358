//! Page chrome: lines that a website puts around a report.

use super::Page;
use super::dates::date_at;
use super::sentences::{ends_sentence, is_space, trim};
use crate::lexicon::Class;
use crate::text::{CharSpan, is_bullet, is_han};

/// A line of chrome is no longer than this; longer lines are text.
const LONGEST: usize = 160;

/// Whether a line (or a piece of one) is chrome by itself: navigation, data of publication, buttons, a byline.
pub(crate) fn is_chrome(page: &Page, line: CharSpan) -> bool {
    if line.len() <= LONGEST && !line.range().any(|at| is_han(page.chars[at])) {
        return true;
    }
    if line.len() > LONGEST || line.range().any(|at| page.chars[at] == '。') {
        return false;
    }
    let body = unbulleted(page, line);
    is_breadcrumb(page, line)
        || is_stamp(page, line)
        || is_data_line(page, body)
        || is_button(page, body)
        || is_credit(page, body)
        || is_list_item(page, line)
}

/// Whether a line opens a list of links (相关文章：).
pub(crate) fn opens_links(page: &Page, line: CharSpan) -> bool {
    let (chars, matches) = (page.chars, page.matches);
    let body = unbulleted(page, line);
    if line.len() > 60 || body.range().any(|at| chars[at] == '。') {
        return false;
    }
    let lead = body.range().find_map(|at| matches.longest(at, body.end, Class::LayoutLinkLeads).map(|end| (at, end)));
    lead.is_some_and(|(at, end)| at == body.start || !body.range().skip_while(|&i| i < end).any(|i| is_han(chars[i])))
}

/// Whether a line is a whole bracket with a byline in it: `（宣传部 某某 摄影报道）`.
pub(crate) fn is_bracketed_byline(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let wholly = line.len() <= 52 && matches!(chars[line.start], '(' | '（' | '【') && matches!(chars[line.end - 1], ')' | '）' | '】');
    wholly
        && !line.range().skip(1).take(line.len() - 2).any(|at| matches!(chars[at], ')' | '）' | '】' | '。') || is_ordinal_at(page, line))
}

/// Where the chrome at the end of a line begins: bylines in brackets behind the last sentence, `责任编辑：某某`.
pub(crate) fn tail(page: &Page, line: CharSpan) -> usize {
    let chars = page.chars;
    let mut end = links(page, line);
    for _ in 0..4 {
        let Some(rest) = trim(chars, CharSpan::new(line.start, end)) else { break };
        let floor = rest.end.saturating_sub(60).max(rest.start);
        let opening = match chars[rest.end - 1] {
            ')' | '）' | '】' => (floor..rest.end).rev().find(|&at| matches!(chars[at], '(' | '（' | '【')),
            _ => (floor + 1..rest.end).rev().find(|&at| closes_sentence(chars[at - 1]) && label_end(page, at, rest.end).is_some()),
        };
        let Some(at) = opening.filter(|&at| at > rest.start) else { break };
        let before = trim(chars, CharSpan::new(rest.start, at));
        let behind_sentence =
            before.is_some_and(|before| closes_sentence(chars[before.end - 1]) || matches!(chars[before.end - 1], '?' | ')' | '）'));
        let inner = chars[at..rest.end].iter().take(rest.end - at - 1).any(|&c| matches!(c, '。' | '！'));
        if !behind_sentence || inner {
            break;
        }
        end = before.map_or(at, |before| before.end);
    }
    end
}

/// Where the list of links at the end of a line begins that lost its line breaks: `…散会。【某某总结】相关文章：…`.
fn links(page: &Page, line: CharSpan) -> usize {
    let chars = page.chars;
    let floor = line.end.saturating_sub(600).max(line.start + 1);
    let stop = (floor..line.end).rev().find(|&at| chars[at - 1] == '。').unwrap_or(line.end);
    let lead =
        (stop..line.end.min(stop + 60)).find_map(|at| page.matches.longest(at, line.end, Class::LayoutLinkLeads).map(|end| (at, end)));
    let opens =
        |(at, end): (usize, usize)| matches!(chars.get(end), Some('：' | ':' | ' ')) && (at <= stop + 2 || chars[stop..at].contains(&'【'));
    if lead.is_some_and(opens) { stop } else { line.end }
}

/// Whether a sentence is the page's own introduction (小编为大家整理了…).
pub(crate) fn introduces(page: &Page, sentence: CharSpan) -> bool {
    page.matches.first(sentence.start, sentence.end, Class::LayoutIntroPhrases).is_some()
}

/// Whether an enumeration's number begins a line: 一、 （一） 1. 第三条 ①
pub(crate) fn is_ordinal_at(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let mut at = line.start + usize::from(matches!(chars[line.start], '(' | '（' | '第'));
    let bracket = at > line.start;
    if matches!(chars[line.start], '①'..='⑳') {
        return true;
    }
    let from = at;
    while at < line.end && at < from + 4 && (chars[at].is_ascii_digit() || "一二三四五六七八九十百".contains(chars[at])) {
        at += 1;
    }
    let mark = chars.get(at).filter(|_| at > from && at < line.end);
    match mark {
        Some(')' | '）' | '条') => bracket,
        Some('、' | '.' | '．') => !bracket && !(chars.get(at + 1).is_some_and(char::is_ascii_digit)),
        _ => false,
    }
}

fn closes_sentence(c: char) -> bool {
    ends_sentence(c) || matches!(c, '”' | '…')
}

/// The line without bullets, brackets and marks at its start.
fn unbulleted(page: &Page, line: CharSpan) -> CharSpan {
    let skip = |&at: &usize| {
        let c = page.chars[at];
        is_space(c) || is_bullet(c) || matches!(c, '【' | '[' | '(' | '（' | '《' | '|' | '-' | '*' | '·' | '>' | '»' | '#' | '!' | '—')
    };
    CharSpan::new(line.range().find(|at| !skip(at)).unwrap_or(line.end), line.end)
}

/// `首页 > 新闻中心 > 要闻`
fn is_breadcrumb(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let arrows =
        line.range().filter(|&at| matches!(chars[at], '>' | '»' | '›' | '＞' | '→') && (at == 0 || chars[at] != chars[at - 1])).count();
    let home = page.matches.starting(line.start).iter().any(|word| word.classes.has(Class::LayoutPhrases));
    arrows >= 2 || arrows == 1 && (home || line.len() <= 30)
}

/// The end of a label with its colon at a position: `发布时间：`.
fn label_end(page: &Page, at: usize, limit: usize) -> Option<usize> {
    let mut end = page.matches.longest(at, limit, Class::LayoutLabels)?;
    while end < limit && is_space(page.chars[end]) {
        end += 1;
    }
    matches!(page.chars.get(end), Some('：' | ':' | '/' | '／' | '丨' | '|' | '｜' | '(' | '（' | '[')).then_some(end + 1)
}

/// `2019-09-11 08:52 来源：某台`, `时间：2020-11-08 编辑：某某`; what stands before the first label or date may be no longer than a name.
fn is_data_line(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    if line.is_empty() {
        return false;
    }
    let labels = line.range().filter(|&at| (at == line.start || !is_han(chars[at - 1])) && label_end(page, at, line.end).is_some()).count();
    let dated = date_at(chars, line.start, line.end).is_some_and(|date| {
        let rest = trim(chars, CharSpan::new(date.span.end, line.end));
        date.year.is_some()
            && rest.is_none_or(|rest| {
                !is_han(chars[rest.start]) && chars[date.span.end] != '，' || labels > 0 && is_space(chars[date.span.end])
            })
    });
    match label_end(page, line.start, line.end) {
        Some(end) => !is_weak_label(page, line, end) || labels >= 2,
        None => dated || labels >= 2 && chars[..line.end][line.start..].iter().take(14).any(|&c| matches!(c, '：' | ':')),
    }
}

/// What an app writes under a title: `青山发布 2025-01-19 20:08 青山`, `青山发布 2021/4/15`.
fn is_stamp(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let clock = |at: usize| {
        let rest: Vec<char> = chars[at..line.end].iter().copied().skip_while(|&c| is_space(c)).take(5).collect();
        matches!(rest[..], [a, b, ':' | '：', c, d] if [a, b, c, d].iter().all(char::is_ascii_digit))
    };
    let last = |day: CharSpan| day.end == line.end && line.len() <= 24 && !chars[day.range()].contains(&'月');
    let stamped =
        |at: usize| date_at(chars, at, line.end).is_some_and(|date| date.year.is_some() && (clock(date.span.end) || last(date.span)));
    let titled = |at: usize| at >= line.start + 6 && page.matches.first(line.start, at, Class::MeetingHeads).is_some();
    line.len() <= 60
        && !line.range().any(|at| matches!(chars[at], '，' | '；'))
        && line.range().any(|at| chars[at].is_ascii_digit() && (at == line.start || is_space(chars[at - 1])) && stamped(at) && !titled(at))
}

/// 时间：, 主办单位：and the like may also stand in the minutes of a meeting; there a date without a clock, or no date, follows.
fn is_weak_label(page: &Page, line: CharSpan, value: usize) -> bool {
    let chars = page.chars;
    let start = (value..line.end).find(|&at| !is_space(chars[at])).unwrap_or(line.end);
    let time = chars[line.start..value].starts_with(&['时', '间']) || chars[line.start..value].starts_with(&['日', '期']);
    time && date_at(chars, start, line.end).is_none_or(|date| {
        chars[date.span.start + 4..date.span.end].contains(&'月') && chars[date.span.end..line.end].iter().any(|&c| is_han(c))
    })
}

/// `打印本页`, `上一篇：…`, `版权所有 …`
fn is_button(page: &Page, line: CharSpan) -> bool {
    let Some(end) = page.matches.longest(line.start, line.end, Class::LayoutPhrases) else { return false };
    let next = page.chars.get(end).filter(|_| end < line.end);
    next.is_none_or(|&c| !is_han(c)) || end - line.start >= 3 && line.len() <= 40
}

/// `记者 某某 通讯员 某某`, `文/某某`
fn is_credit(page: &Page, line: CharSpan) -> bool {
    let Some(end) = page.matches.longest(line.start, line.end, Class::LayoutLabels) else { return false };
    let credit = matches!(page.chars[line.start], '记' | '通' | '文' | '图' | '摄' | '供' | '撰' | '编' | '责');
    credit && line.len() <= 40 && page.chars.get(end).is_some_and(|&c| is_space(c) && end < line.end)
}

/// An item of a list of links: `· 某矿召开例会`, `某某总结03-21`.
fn is_list_item(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    if line.len() > 60 || line.len() < 2 || ends_sentence(chars[line.end - 1]) || chars[line.end - 1] == '；' {
        return false;
    }
    // ▲ points at the picture above; it heads a caption, not an item.
    let bulleted = is_bullet(chars[line.start]) && !matches!(chars[line.start], '▲' | '△')
        || matches!(chars[line.start], '·' | '*' | '>' | '»')
        || chars[line.start..line.end].starts_with(&['-', ' ']);
    let tail: &[char] = &chars[line.end.saturating_sub(5).max(line.start)..line.end];
    let dated = matches!(tail, [a, b, '-' | '/', c, d] if [a, b, c, d].iter().all(|c| c.is_ascii_digit()));
    bulleted || dated
}
