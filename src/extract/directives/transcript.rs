//! Is the report a speech in full, and whose?

use super::view::{View, is_han};
use crate::layout::{Paragraph, ReportLayout};
use crate::lexicon::Class;
use crate::text::CharSpan;

/// The speaker of a speech in full (在…会议上的讲话, a line with the name, 同志们：), and the line that says that it is one.
pub(super) fn speaker(view: View<'_>, report: &ReportLayout) -> Option<(String, CharSpan)> {
    let short = |paragraph: &&Paragraph| paragraph.span.len() <= 40 && !view.chars[paragraph.span.range()].contains(&'。');
    let opening = report.paragraphs.iter().take(4).take_while(short).last();
    let first = report.paragraphs.first()?.span.start;
    let start = report.heading.map_or(report.span.start, |heading| heading.start).min(first);
    let head = CharSpan::new(start, opening.map_or(first, |paragraph| paragraph.span.end));
    let lines = || lines(view, head);
    let title = lines().find(|line| view.has(line.start, line.end, Class::DirectiveTranscripts))?;
    let greeted = lines().any(|line| line.len() <= 20 && view.before(line.end) == '：');
    let name = |line: CharSpan| {
        let known = view.people(line.start, line.end).last().map(|mention| mention.name.clone());
        known.or_else(|| signature(view, line))
    };
    let speaker = lines().filter(|&line| line != title).find_map(name).or_else(|| name(title).filter(|_| greeted));
    speaker.map(|speaker| (speaker, title))
}

/// The lines of a span.
fn lines(view: View<'_>, span: CharSpan) -> impl Iterator<Item = CharSpan> + '_ {
    let mut at = span.start;
    view.chars[span.range()].split(|&c| c == '\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        CharSpan::new(start, start + line.len())
    })
}

/// 县委书记 甲乙丙: the name in a line of its own, behind the post.
fn signature(view: View<'_>, line: CharSpan) -> Option<String> {
    let words: Vec<&[char]> = view.chars[line.range()].split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    let name = words.last().filter(|_| words.len() == 2)?;
    ((2..=4).contains(&name.len()) && name.iter().all(|&c| is_han(c))).then(|| name.iter().collect())
}
