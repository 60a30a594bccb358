//! Lists of winners at the end of a report: lines without final marks that are no titles.

use super::Page;
use super::blocks::{Block, Kind};
use crate::lexicon::Class;
use crate::text::CharSpan;

/// The line above such a list is no longer than this (附：部分获奖名单).
const LONGEST_LEAD: usize = 30;

/// Keeps lists of winners behind the text: 一等奖：林知远, and the line that announces them.
pub(crate) fn keep_winners(page: &Page, blocks: &mut [Block]) {
    let Some(first) = blocks.iter().position(|block| block.kind == Kind::Body) else { return };
    let mut listing = false;
    for i in first + 1..blocks.len() {
        if blocks[i].kind != Kind::Title {
            listing &= blocks[i].kind == Kind::Chrome;
            continue;
        }
        let next = blocks.get(i + 1);
        let heads_text = next.is_some_and(|next| next.kind == Kind::Body);
        let leads = announces(page, blocks[i].span) && next.is_some_and(|next| next.kind == Kind::Title);
        listing |= leads;
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
    let Some(colon) = line.range().take(LONGEST_LEAD).find(|&at| matches!(chars[at], '：' | ':')).filter(|&at| at + 1 < line.end) else {
        return false;
    };
    let bracket = (line.start..colon).rev().find(|&at| matches!(chars[at], '（' | '('));
    let end = bracket.filter(|_| matches!(chars[colon - 1], '）' | ')')).unwrap_or(colon);
    let honour = || {
        [Class::HonourPlaces, Class::HonourHeads].iter().any(|&class| page.matches.longest_before(end, line.start, class).is_some())
            || adjective_before(page, line.start, end)
    };
    end > line.start && (chars[end - 1] == '奖' || honour())
}

/// Whether an honour of an adjective and a noun ends here: 优秀指导教师.
fn adjective_before(page: &Page, start: usize, end: usize) -> bool {
    let noun = page.matches.longest_before(end, start, Class::HonourNouns);
    noun.is_some_and(|noun| (start..noun).any(|at| page.matches.longest(at, noun, Class::HonourAdjectives).is_some()))
}
