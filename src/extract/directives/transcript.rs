//! Is the report a speech in full, and whose?

use super::view::View;
use crate::layout::{Paragraph, ReportLayout, heads_speech};
use crate::lexicon::Class;
use crate::names;
use crate::text::{CharSpan, is_han};

/// The speaker of a speech in full (在…会议上的讲话, a line with the name, 同志们：), and the line that says that it is one.
pub(super) fn speaker(view: View<'_>, report: &ReportLayout) -> Option<(String, CharSpan)> {
    let short = |paragraph: &&Paragraph| paragraph.span.len() <= 40 && !view.chars[paragraph.span.range()].contains(&'。');
    let opening = report.paragraphs.iter().take(4).take_while(short).last();
    let first = report.paragraphs.first()?.span.start;
    let start = report.heading.map_or(report.span.start, |heading| heading.start).min(first);
    let head = CharSpan::new(start, opening.map_or(first, |paragraph| paragraph.span.end));
    let lines = || lines(view, head);
    let title = lines().find(|&line| heads_speech(view.chars, view.matches, line))?;
    let greeted = lines().any(|line| line.len() <= 20 && view.before(line.end) == '：');
    let name = |line: CharSpan| {
        let known = view.people(line.start, line.end).last().map(|mention| mention.name.clone());
        known.or_else(|| signature(view, line))
    };
    let speaker = lines()
        .filter(|&line| line != title)
        .find_map(name)
        .or_else(|| name(title).or_else(|| titled_name(view, title)).filter(|_| greeted));
    speaker.map(|speaker| (speaker, title))
}

/// 校长|甲乙丙|在开学典礼上的讲话: the name in the title, behind the post or where the line begins.
fn titled_name(view: View<'_>, title: CharSpan) -> Option<String> {
    let at = title.range().find(|&at| view.at(at) == '在')?;
    let end = if view.chars[title.start..at].ends_with(&['同', '志']) { at - 2 } else { at };
    [3, 2].into_iter().filter(|&length| end >= title.start + length).map(|length| end - length).find_map(|start| {
        let surname = names::surname(view.chars, start).is_some_and(|(length, _)| length < end - start);
        let post = start == title.start || view.matches.longest_before(start, title.start, Class::SpeechTitles).is_some();
        let title = view.matches.longest_before(end, start + 1, Class::SpeechTitles).is_some();
        (surname && post && !title && view.chars[start..end].iter().all(|&c| is_han(c))).then(|| view.chars[start..end].iter().collect())
    })
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
