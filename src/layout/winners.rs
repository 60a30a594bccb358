//! Lists of winners at the end of a report: lines without final marks that are no titles.

use super::Page;
use super::blocks::{Block, Kind};
use crate::lexicon::Class;
use crate::names;
use crate::text::CharSpan;

/// The line above such a list is no longer than this (附：部分获奖名单).
const LONGEST_LEAD: usize = 30;

/// The longest line of names, in characters.
const LONGEST_NAMES: usize = 200;

/// The longest line that is the name of an honour, in characters.
const LONGEST_HEADING: usize = 18;

/// Keeps lists of winners behind the text: 一等奖：林知远, and the line that announces them.
pub(crate) fn keep_winners(page: &Page, blocks: &mut [Block]) {
    let Some(first) = blocks.iter().position(|block| block.kind == Kind::Body) else { return };
    let mut listing = false;
    for i in first..blocks.len() {
        if listing && blocks[i].kind == Kind::Chrome && names_people(page, blocks[i].span) {
            blocks[i].kind = Kind::Body;
            continue;
        }
        if blocks[i].kind != Kind::Title {
            let leads = || opens_list(page, blocks[i].span) || names_honour(page, blocks[i].span);
            listing = listing && blocks[i].kind == Kind::Chrome || blocks[i].kind == Kind::Body && leads();
            continue;
        }
        let next = blocks.get(i + 1);
        let heads_text = next.is_some_and(|next| next.kind == Kind::Body);
        let leads = || announces(page, blocks[i].span) || names_honour(page, blocks[i].span);
        let list = next.is_some_and(|next| next.kind == Kind::Title || next.kind == Kind::Chrome && names_people(page, next.span));
        listing |= list && leads();
        if names_winners(page, blocks[i].span) || listing && !heads_text {
            blocks[i].kind = Kind::Body;
        }
    }
}

/// Whether a line announces a list: 附：获奖名单.
fn announces(page: &Page, line: CharSpan) -> bool {
    let named = || page.matches.longest_before(line.end, line.start, Class::AwardLists).is_some();
    line.len() <= LONGEST_LEAD && named()
}

/// Whether a line names an honour and behind a colon its winners: 一等奖（2名）：甲、乙.
fn names_winners(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    // 【优秀员工】甲　乙
    let bracketed = || line.range().take(LONGEST_HEADING).find(|&at| chars[at] == '】').filter(|&close| close + 2 < line.end);
    if chars[line.start] == '【'
        && let Some(close) = bracketed()
    {
        return ends_honour(page, line.start + 1, close);
    }
    let Some(colon) = line.range().take(LONGEST_LEAD).find(|&at| matches!(chars[at], '：' | ':')).filter(|&at| at + 1 < line.end) else {
        return false;
    };
    let bracket = (line.start..colon).rev().find(|&at| matches!(chars[at], '（' | '('));
    let end = bracket.filter(|_| matches!(chars[colon - 1], '）' | ')')).unwrap_or(colon);
    ends_honour(page, line.start, end)
}

/// Whether the words before a position end with an honour.
fn ends_honour(page: &Page, start: usize, end: usize) -> bool {
    let named = || [Class::HonourPlaces, Class::HonourHeads].iter().any(|&class| page.matches.longest_before(end, start, class).is_some());
    end > start && (page.chars[end - 1] == '奖' || named() || adjective_before(page, start, end))
}

/// Whether a text ends by opening a list: 获奖情况如下：
fn opens_list(page: &Page, text: CharSpan) -> bool {
    let from = text.start.max(text.end.saturating_sub(LONGEST_LEAD));
    let colon = text.end > text.start && matches!(page.chars[text.end - 1], '：' | ':');
    let speaks = [Class::AwardContexts, Class::AwardVerbsPassive];
    let of_prizes = |at: usize| speaks.iter().any(|&class| page.matches.longest(at, text.end, class).is_some_and(|to| to > at + 1));
    colon && (from..text.end).any(of_prizes)
}

/// Whether a line is names of people and nothing else: 林知远　秦关　沈静.
fn names_people(page: &Page, line: CharSpan) -> bool {
    let line = &page.chars[line.start..line.end];
    let mut names = line.split(|&c| c.is_whitespace() || c == '、').filter(|name| !name.is_empty()).peekable();
    let person = |name: &[char]| {
        (2..=4).contains(&name.len()) && names::surname(name, 0).is_some_and(|(length, weight)| weight > 0 && length < name.len())
    };
    names.peek().is_some() && line.len() <= LONGEST_NAMES && names.all(person)
}

/// Whether a line is the name of an honour alone, whose winners follow: 二、优秀员工（4人）, ★优秀团队★.
fn names_honour(page: &Page, line: CharSpan) -> bool {
    let chars = page.chars;
    let bracket = (line.start..line.end).rev().take(8).find(|&at| matches!(chars[at], '（' | '('));
    let end = bracket.filter(|_| matches!(chars[line.end - 1], '）' | ')')).unwrap_or(line.end);
    let end = (line.start..end).rev().find(|&at| chars[at].is_alphanumeric()).map_or(end, |at| at + 1);
    let told = [Class::AwardVerbsPassive, Class::AwardVerbsActive, Class::AwardVerbsGive, Class::MeetingHeads, Class::RolePresent];
    let tells = |at: usize| told.iter().any(|&class| page.matches.longest(at, end, class).is_some());
    line.len() <= LONGEST_HEADING && ends_honour(page, line.start, end) && !(line.start..end).any(tells)
}

/// Whether an honour of an adjective and a noun ends here: 优秀指导教师.
fn adjective_before(page: &Page, start: usize, end: usize) -> bool {
    let noun = page.matches.longest_before(end, start, Class::HonourNouns);
    noun.is_some_and(|noun| (start..noun).any(|at| page.matches.longest(at, noun, Class::HonourAdjectives).is_some()))
}
