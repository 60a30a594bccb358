//! Does a piece of speech ask for something?

use super::lead::subject_of;
use super::speech::Kind;
use super::view::View;
use crate::lexicon::Class;
use crate::text::CharSpan;

/// What is known about a piece of speech before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// How the speaker is said to speak.
    pub kind: Kind,
    /// Whether it is the first thing said after the lead.
    pub first: bool,
    /// Whether the speaker asked for something just before.
    pub after_demand: bool,
    /// Whether only `；` stands between it and that.
    pub semicolon: bool,
    /// Whether its paragraph does not say who speaks.
    pub held: bool,
}

/// Where the clause begins that asks; `None` when nothing is asked.
///
/// The rules, first come first served:
pub(super) fn asking(view: View<'_>, span: CharSpan, context: Context) -> Option<usize> {
    if context.kind == Kind::Answer || span.is_empty() {
        return None;
    }
    let strong = modal(view, span);
    if context.held {
        return strong.filter(|&at| own_words(view, span, at)).map(|at| clause_start(view, span, at));
    }
    // 各村要算好农时账: a modal verb asks, whatever stands around it …
    if let Some(at) = strong {
        // … but 今后一定要更加努力 is a promise.
        return Some(clause_start(view, span, at));
    }
    // 希望大家动起来
    if let Some(clause) = view.clauses(span).find(|clause| plea(view, *clause)) {
        return Some(clause.start);
    }
    // … and a sentence about somebody else who acts tells.
    let tells = view.has(span.start, span.end, Class::DirectiveFacts) || view.clauses(span).next().is_some_and(|clause| subject_of(view, clause).is_some());
    if tells || context.kind == Kind::Weak && !context.semicolon {
        return None;
    }
    let urges = urging(view, span);
    let wanted = match context.kind {
        // 甲乙要求，各店当天登记: all that is wanted is wanted.
        Kind::Ask => context.first || urges || (context.semicolon && context.after_demand),
        // 甲乙强调，全体医师认真学习
        Kind::Stress => (context.first && urging_clause(view, span) && !copula(view, span)) || (context.after_demand && (urges || context.semicolon)),
        _ => context.after_demand && (context.semicolon || urging_clause(view, span)),
    };
    wanted.then_some(span.start)
}

/// Whether a modal verb in a paragraph without a lead is the speaker's: its clause begins with it or with somebody asked.
fn own_words(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let start = clause_start(view, span, at);
    !view.has(span.start, span.end, Class::DirectiveFacts) && (start == at || super::line::addressee(view, start, at).is_some())
}

/// The first modal verb of a span that makes a demand.
pub(super) fn modal(view: View<'_>, span: CharSpan) -> Option<usize> {
    let mut depth = 0_i32;
    for at in span.range() {
        match view.at(at) {
            '“' | '《' | '「' | '（' | '(' => depth += 1,
            '”' | '》' | '」' | '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let Some(end) = view.matches.longest(at, span.end, Class::DirectiveModals) else { continue };
        let word = view.covered(at, Class::DirectiveNotModals) || view.in_name(at);
        if !word && end < span.end && !super::view::is_mark(view.at(end)) && !relative(view, span, at) {
            return Some(at);
        }
    }
    None
}

/// …是今后要解决的难题 tells; it does not ask.
fn relative(view: View<'_>, span: CharSpan, at: usize) -> bool {
    let start = clause_start(view, span, at);
    let end = clause_end(view, span, at);
    let of = (at..end).rev().find(|&i| view.at(i) == '的');
    copula(view, CharSpan::new(start, at)) && of.is_some_and(|of| end - of <= 8)
}

/// Whether 是 stands in a span.
fn copula(view: View<'_>, span: CharSpan) -> bool {
    view.chars[span.range()].contains(&'是')
}

fn plea(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
    let at = |start| view.matches.longest(start, clause.end, Class::DirectivePleas);
    at(clause.start).or_else(|| at(start)).is_some_and(|end| end < clause.end && !matches!(view.at(end), '的' | '书' | '、'))
}

/// Whether a clause of the span begins like a demand: 切实抓好…, 各科室认真学习….
fn urging(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).any(|clause| urging_start(view, clause))
}

/// Whether the first clause of a span does.
fn urging_clause(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).next().is_some_and(|clause| urging_start(view, clause))
}

fn urging_start(view: View<'_>, clause: CharSpan) -> bool {
    let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
    // 甲乙组将坚持… tells what they will do.
    let word = |at| view.before(at) != '将' && view.matches.longest(at, clause.end, Class::DirectiveImperatives).is_some_and(|end| view.at(end) != '了');
    word(start) || (start..clause.end.min(start + 20)).any(|at| word(at) && super::line::addressee(view, clause.start, at).is_some())
}

/// Where the clause begins that holds a character.
pub(super) fn clause_start(view: View<'_>, span: CharSpan, at: usize) -> usize {
    (span.start..at).rev().find(|&i| matches!(view.at(i), '，' | '：')).map_or(span.start, |i| i + 1)
}

fn clause_end(view: View<'_>, span: CharSpan, at: usize) -> usize {
    (at..span.end).find(|&i| matches!(view.at(i), '，' | '：')).unwrap_or(span.end)
}
