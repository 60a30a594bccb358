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

/// Who is asked: 各乡镇、各部门 in 各乡镇、各部门要…, the words from the start of the clause to the modal verb.
pub(super) fn addressee(view: View<'_>, start: usize, modal: usize) -> Option<CharSpan> {
    let from = view.skip(start, modal, Class::DirectiveOpenings);
    let mut to = modal;
    while let Some(before) = view
        .matches
        .longest_before(to, from, Class::SpeechAdverbs)
        .or_else(|| view.matches.longest_before(to, from, Class::DirectiveAdverbs))
    {
        to = before;
    }
    let names = to > from && to - from <= ADDRESSEE && view.matches.longest_before(to, from, Class::DirectiveAddressees).is_some();
    names.then_some(CharSpan::new(from, to))
}

/// The addressee that a span names, if it does.
pub(super) fn addressee_of(view: View<'_>, span: CharSpan) -> Option<String> {
    let at = super::demand::modal(view, span)?;
    let start = super::demand::clause_start(view, span, at);
    addressee(view, start, at).map(|found| view.chars[found.range()].iter().collect())
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
