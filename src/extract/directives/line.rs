//! What a directive says of itself in short: its headline, and whom it turns to.

use super::view::View;
use crate::lexicon::Class;
use crate::text::CharSpan;

/// The most characters of a headline.
const HEADLINE: usize = 40;
/// A headline that is shorter than this takes the next clause with it.
const SHORT: usize = 10;
/// The most characters of an addressee.
const ADDRESSEE: usize = 24;

/// Who is asked: 各乡镇、各部门 in 各乡镇、各部门每月要…, the words from the start of the clause up to where it goes on about
/// what they do.
pub(super) fn addressee(view: View<'_>, start: usize, modal: usize) -> Option<CharSpan> {
    let from = view.skip(start, modal, Class::DirectiveOpenings);
    let limit = modal.min(from + ADDRESSEE);
    // 甲乙通报了标准和企业|应关注的重点 tells.
    if (from..limit).any(|at| view.at(at) == '了') {
        return None;
    }
    (from + 1..=limit)
        .find(|&end| names(view, from, end) && (end == modal || (goes_on(view, end, modal) && !names_on(view, end, modal))))
        .map(|end| CharSpan::new(from, end))
}

/// Whether the words up to a position name somebody: 各县（市、区）, 市一院和各支部.
fn names(view: View<'_>, from: usize, end: usize) -> bool {
    let bracket = (matches!(view.before(end), '）' | ')')).then(|| (from..end).find(|&at| matches!(view.at(at), '（' | '('))).flatten();
    view.matches.longest_before(bracket.unwrap_or(end), from, Class::DirectiveAddressees).is_some()
}

/// Whether a name goes on at a position: 妇联|组织.
fn names_on(view: View<'_>, at: usize, limit: usize) -> bool {
    view.matches.longest(at, limit, Class::DirectiveAddressees).is_some()
}

/// Whether a verb phrase begins at a position.
fn goes_on(view: View<'_>, at: usize, limit: usize) -> bool {
    let word = |class| view.matches.longest(at, limit, class).is_some();
    word(Class::DirectiveAdverbs) || word(Class::DirectiveImperatives)
}

/// Whom a span asks, if it says so; the asking clause begins at a position.
pub(super) fn addressee_of(view: View<'_>, span: CharSpan, asking: usize) -> Option<String> {
    let text = |found: CharSpan| view.chars[found.range()].iter().collect();
    let asked = CharSpan::new(asking, span.end);
    // 希望广大教师爱岗敬业
    if let Some(plea) = view.matches.longest(asking, span.end, Class::DirectivePleas) {
        return first_named(view, CharSpan::new(plea, span.end)).map(text);
    }
    let Some(at) = super::demand::modal(view, asked) else {
        let opens = matches!(view.at(asking), '各' | '全' | '广' | '每' | '有' | '大');
        return first_named(view, asked).filter(|_| opens).map(text);
    };
    let start =
        (asking..at).rev().take(ADDRESSEE + 8).find(|&i| matches!(view.at(i), '，' | '：' | '。' | '；' | '！')).map_or(asking, |i| i + 1);
    let before = || {
        // 市一院党委和各级干部，要…
        let clause = super::demand::clause_start(view, span, start.checked_sub(1)?);
        (start == at && start > span.start).then(|| addressee(view, clause, start - 1)).flatten().filter(|found| found.end + 1 == start)
    };
    addressee(view, start, at).or_else(before).map(text)
}

/// The first words of a clause that name somebody and go on about what they do: 全体教师|认真….
fn first_named(view: View<'_>, span: CharSpan) -> Option<CharSpan> {
    let clause = view.clauses(span).next().filter(|clause| !goes_on(view, clause.start, clause.end))?;
    let limit = clause.end.min(clause.start + ADDRESSEE);
    let end = (clause.start + 1..=limit).find(|&end| {
        names(view, clause.start, end) && !names(view, clause.start, end + 1) && !joins(view, end) && !names_on(view, end, limit)
    })?;
    (end == clause.end || end > clause.start + 1).then_some(CharSpan::new(clause.start, end))
}

/// Whether a word that joins names stands at a position.
fn joins(view: View<'_>, at: usize) -> bool {
    matches!(view.at(at), '、' | '和' | '及' | '与' | '（' | '(')
}

/// The asking clause, in one line.
pub(super) fn headline(view: View<'_>, span: CharSpan, asking: usize) -> String {
    let sentence = (asking..span.end).find(|&at| matches!(view.at(at), '。' | '！' | '？' | '；')).unwrap_or(span.end);
    let whole = CharSpan::new(asking, sentence);
    let mut end = asking;
    for clause in view.clauses(whole) {
        if end > asking && (end - asking >= SHORT || clause.end - asking > HEADLINE) {
            break;
        }
        end = clause.end;
    }
    let line = view.trim(CharSpan::new(asking, end));
    let cut = line.len() > HEADLINE;
    let mut text: String = view.chars[line.range()].iter().take(HEADLINE).collect();
    if cut {
        text.push('…');
    }
    text
}
