//! When something is to be done: until a day, from a day on, soon, every so often.

use super::demand::CLAUSE;
use super::segment;
use super::view::View;
use crate::lexicon::Class;
use crate::text::{CharSpan, is_han};

/// The most characters of a term that opens a clause: 12月31日前.
const TERM: usize = 8;

/// Whether a clause says until when something is done: 清单|月底前|报教务处. What was done by then is told (6月前完成了).
pub(super) fn due(view: View<'_>, clause: CharSpan) -> bool {
    let done = clause.range().any(|at| matches!(view.at(at), '了' | '已' | '过' | '将' | '我'));
    !done
        && (clause.range().take(CLAUSE).any(|at| ends_term(view, clause, at) && clause.end - at > 2 && view.at(at + 1) != '的')
            || recurs(view, clause))
}

/// 值班表|今晚|上墙: whether a span says that something is done soon.
pub(super) fn soon(view: View<'_>, span: CharSpan) -> bool {
    let told = span.range().any(|at| matches!(view.at(at), '了' | '已' | '过' | '将' | '我' | '是' | '会' | '能'));
    let word = |at: usize| {
        view.matches
            .longest(at, span.end, Class::DirectiveSoon)
            .is_some_and(|end| end < span.end && !matches!(view.at(end), '的' | '开' | '召'))
    };
    !told && span.range().take(CLAUSE).any(word)
}

/// 从今天起，|每个小区派一名干部蹲点: whether a sentence opens with the day from which something is done.
pub(super) fn from_now(view: View<'_>, span: CharSpan) -> bool {
    let mut clauses = view.clauses(span);
    let from = |first: CharSpan| {
        let start = view.skip(first.start, first.end, Class::DirectiveOpenings).min(first.end.saturating_sub(2));
        view.before(first.end) == '起'
            && matches!(view.at(start), '从' | '自' | '即' | '今' | '明' | '下' | '本')
            && view.at(start + 1) != '去'
    };
    clauses.next().is_some_and(from) && !span.range().any(|at| matches!(view.at(at), '了' | '已' | '曾' | '将' | '我' | '就'))
}

/// Whether the first clause of a span says until when something is done.
pub(super) fn dated(view: View<'_>, span: CharSpan) -> bool {
    view.clauses(span).next().is_some_and(|clause| due(view, clause))
}

/// 下周三以前，|上了照片的三十处全部清完; 大师工作室|年底前逐个验收: whether a clause opens with the day until when something is
/// done, and nothing is told to be done.
pub(super) fn opens_with_term(view: View<'_>, span: CharSpan) -> bool {
    let told = |clause: CharSpan| {
        view.before(clause.end) == '了'
            || clause.range().take(CLAUSE).any(|at| matches!(view.at(at), '已' | '共' | '将' | '我' | '曾' | '是'))
    };
    let term = |clause: CharSpan| {
        (clause.start + 1..clause.end.min(clause.start + TERM)).any(|at| ends_term(view, clause, at) && view.at(at + 1) != '的')
    };
    !view.clauses(span).any(told) && view.clauses(span).any(term)
}

/// Whether a clause says how often something is done: 局长|每周|到大厅坐|一次|窗口, 店长|每天|看|一遍|.
pub(super) fn recurs(view: View<'_>, clause: CharSpan) -> bool {
    let period = |at: usize| view.at(at) == '每' && view.matches.longest(at + 1, clause.end, Class::DirectivePeriods).is_some();
    let times =
        |at: usize| segment::count(view, at).is_some_and(|end| view.matches.longest(end, clause.end, Class::DirectiveTimes).is_some());
    // 闸门三天|一试, 台账一月|一清
    let turn = |at: usize| {
        let period = segment::count(view, at).and_then(|end| view.matches.longest(end, clause.end, Class::DirectivePeriods));
        period.is_some_and(|end| view.at(end) == '一' && end + 1 < clause.end && clause.end <= end + 4 && is_han(view.before(at)))
    };
    if clause.range().take(CLAUSE).any(turn) {
        return true;
    }
    let Some(at) = clause.range().take(CLAUSE).find(|&at| period(at)) else { return false };
    (at + 2..clause.end.min(at + 24)).any(times)
}

/// Whether a term ends at a position: 20日前, 周五之前, 三天内.
fn ends_term(view: View<'_>, clause: CharSpan, at: usize) -> bool {
    let unit = match view.at(at) {
        '前' | '内' if matches!(view.before(at), '之' | '以') => at - 1,
        '前' | '内' => at,
        _ => return false,
    };
    let number = |at: usize| segment::numeral(view, at.saturating_sub(1)).is_some() || matches!(view.before(at), '两' | '几' | '半');
    let within = view.at(at) == '内';
    let word = |class| view.matches.longest_before(unit, clause.start, class).is_some();
    // 6月20日前 and 6月前, but 日前 and 三个月前 are past.
    let day = matches!(view.before(unit), '日' | '月') && unit > clause.start && number(unit - 1);
    if within { word(Class::DirectiveTermsWithin) } else { day || word(Class::DirectiveTermsUntil) }
}
