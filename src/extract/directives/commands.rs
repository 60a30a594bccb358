//! Does a piece of speech command without a modal verb?

use super::demand::{CLAUSE, absolute_ban, copula, rule_of_conduct, told_of};
use super::line;
use super::view::View;
use crate::lexicon::Class;
use crate::text::{CharSpan, is_han};

/// The most characters of those who are asked, before a command.
const ADDRESSED: usize = 20;
/// The most characters from 先 to 再, and from 少 to 多.
const AGAIN: usize = 30;
const OTHER: usize = 12;

/// What only a demand says, without a modal verb: 先接老人，再搬东西; 少说多做; 今晚回去读读书吧; 把电话再核一遍; 谁误事谁负责.
pub(super) fn commands(view: View<'_>, span: CharSpan) -> bool {
    let Some(first) = view.clauses(span).next() else { return false };
    let told = || span.range().take(CLAUSE).any(|at| matches!(view.at(at), '已' | '我' | '将')) || told_of(view, span);
    let ends = view.before(span.end) == '吧' && !copula(view, span);
    (ends || paired(view, span, first) || opens(view, span, first)) && !told()
        || rule_of_conduct(view, span).is_some()
        || absolute_ban(view, span).is_some()
}

/// Whether a span opens with a command, or with those who are asked and a command.
fn opens(view: View<'_>, span: CharSpan, first: CharSpan) -> bool {
    // 课堂上，少讲多练
    let topic = first.len() <= 6 && matches!(view.before(first.end), '上' | '里' | '中' | '面' | '口' | '时' | '前' | '后');
    let clause = if topic { view.clauses(rest(span, first)).next().unwrap_or(first) } else { first };
    let start = view.skip(clause.start, clause.end, Class::DirectiveOpenings);
    let asked = |&at: &usize| line::addressee(view, start, at).is_some_and(|who| who.end == at);
    let limit = clause.end.min(start + ADDRESSED);
    let order = |clause: CharSpan| view.at(clause.start) == '先' && command_at(view, span, clause, clause.start);
    view.clauses(span).skip(1).take(2).any(order)
        || command_at(view, span, clause, start)
        || (start + 1..limit).find(asked).is_some_and(|at| command_at(view, span, clause, at))
}

/// Whether a word with which a command begins stands at a position of a clause.
fn command_at(view: View<'_>, span: CharSpan, clause: CharSpan, at: usize) -> bool {
    // 多听少判; 少跑饭局、多跑盐场
    let contrast = |other: char| (at + 2..span.end.min(at + OTHER)).any(|i| view.at(i) == other && is_han(view.at(i + 1)));
    match view.at(at) {
        // 把群众当亲人，群众才当你是亲人 tells.
        '把' => view.before(clause.end) != '了' && !span.range().take(CLAUSE).any(|i| view.at(i) == '才'),
        '先' => {
            let other = matches!(view.at(at + 1), '后' | '进' | '锋' | '是' | '生' | '前' | '说' | '讲' | '谈');
            !other && (at + 2..span.end.min(at + AGAIN)).any(|i| view.at(i) == '再')
        }
        // 不换思想就换人
        '不' => (at + 2..clause.end.min(at + OTHER)).any(|i| view.at(i) == '就'),
        '多' => contrast('少'),
        '少' => contrast('多'),
        _ => false,
    }
}

/// 保证的话|少说，转账的凭证|多拿: whether the first clause and the rest end with 少 and 多.
fn paired(view: View<'_>, span: CharSpan, first: CharSpan) -> bool {
    let next = rest(span, first);
    let ends = |one: char, other: char| view.before(first.end - 1) == one && view.before(next.end - 1) == other;
    first.len() > 2 && next.len() > 2 && (ends('少', '多') || ends('多', '少'))
}

/// What stands behind a clause of a span.
fn rest(span: CharSpan, clause: CharSpan) -> CharSpan {
    CharSpan::new((clause.end + 1).min(span.end), span.end)
}
