//! Which points belong to one list, and where each of them ends.

use super::segment::{Form, Joint, Marker, Number, Segment};
use super::speech::Speech;
use super::view::View;
use super::{demand, lead};
use crate::lexicon::Class;

/// A point of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// The number of its list.
    pub list: usize,
    /// Its number in the list, as written.
    pub ordinal: u32,
    /// The segment of the point that it is part of.
    pub parent: Option<usize>,
    /// One past its last segment.
    pub end: usize,
}

struct List {
    form: Form,
    parent: Option<usize>,
    /// Segments and ordinals of the points.
    points: Vec<(usize, u32)>,
}

/// The lists of a report.
pub(super) struct Lists {
    /// The point that begins at each segment.
    pub items: Vec<Option<Item>>,
    /// The segments where the points of each list begin.
    pub lists: Vec<Vec<usize>>,
}

/// Finds the lists.
pub(super) fn lists(view: View<'_>, segments: &[Segment], speeches: &[Option<Speech>]) -> Lists {
    let lists = group(segments, speeches);
    let mut items: Vec<Option<Item>> = vec![None; segments.len()];
    for (number, list) in lists.iter().enumerate() {
        for &(at, ordinal) in &list.points {
            items[at] = Some(Item { list: number, ordinal, parent: list.parent, end: at + 1 });
        }
    }
    // The next lead or point of any list behind each segment: there a point ends at the latest.
    let mut next = segments.len();
    let mut stops = vec![next; segments.len()];
    for at in (0..segments.len()).rev() {
        stops[at] = next;
        if items[at].is_some() || speeches[at].as_ref().is_some_and(|speech| speech.lead) {
            next = at;
        }
    }
    for list in &lists {
        for (i, &(at, _)) in list.points.iter().enumerate() {
            // 最后，… in a paragraph of its own: what stands before it is no part of the point before.
            let closed = |next: &(usize, u32)| {
                let closing = segments[next.0].marker.is_some_and(|marker| marker.number == Number::Last);
                closing && segments[next.0].joint == Joint::Paragraph
            };
            let last = list.points.get(i + 1).is_none_or(closed);
            if let Some(item) = &mut items[at] {
                item.end = if last { last_end(view, segments, list, at, stops[at]) } else { stops[at] };
            }
        }
    }
    let lists = lists.iter().map(|list| list.points.iter().map(|point| point.0).collect()).collect();
    Lists { items, lists }
}

fn group(segments: &[Segment], speeches: &[Option<Speech>]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        if speeches[at].as_ref().is_some_and(|speech| speech.lead) {
            open.clear();
        } else if let Some(marker) = segment.marker {
            place(&mut lists, &mut open, at, marker);
        }
    }
    lists.retain(|list| !list.points.is_empty());
    lists
}

/// Puts a point into the open list that it continues, or opens one.
fn place(lists: &mut Vec<List>, open: &mut Vec<usize>, at: usize, marker: Marker) {
    let last = |lists: &[List], list: usize| lists[list].points.last().map_or(0, |point| point.1);
    let same = open.iter().rposition(|&list| lists[list].form == marker.form);
    let number = match (marker.number, same) {
        (Number::Exact(number), _) => number,
        (Number::Next | Number::Last, Some(depth)) => last(lists, open[depth]) + 1,
        (_, None) if marker.form == Form::Dash => 1,
        (Number::Next | Number::Last, None) => return,
    };
    if let Some(depth) = same {
        let current = open[depth];
        open.truncate(depth);
        if number > last(lists, current) {
            // 最后 closes its list.
            if marker.number != Number::Last {
                open.push(current);
            }
            lists[current].points.push((at, number));
            return;
        }
    }
    let parent = open.last().and_then(|&list| lists[list].points.last().map(|point| point.0));
    open.push(lists.len());
    lists.push(List { form: marker.form, parent, points: vec![(at, number)] });
}

/// Where the last point of a list ends: it is taken to be like the others.
fn last_end(view: View<'_>, segments: &[Segment], list: &List, at: usize, stop: usize) -> usize {
    let closes = |point: &(usize, u32)| segments[point.0].marker.is_some_and(|marker| marker.number == Number::Last);
    let pairs = || list.points.windows(2).filter(|pair| !closes(&pair[1])).map(|pair| (&segments[pair[0].0], &segments[pair[1].0]));
    let new_sentence = |i: &usize| segments[*i].sentence != segments[at].sentence;
    let new_paragraph = |i: &usize| segments[*i].paragraph != segments[at].paragraph;
    // 一要…；二要…。各单位要…: the sentence ends with the list, unless all points are longer (一是早。要…；二是严。要…).
    let longer = pairs().all(|(one, next)| next.sentence > one.sentence);
    let inline = list.points.len() > 1 && pairs().all(|(_, next)| next.joint < Joint::Sentence) && !longer;
    // 一要…。二要…。各单位要…: one sentence a point; 一要…。各科…；二要…。三要… has longer ones.
    let lengths = pairs().map(|(one, next)| next.sentence - one.sentence + usize::from(next.joint < Joint::Sentence));
    let sentences = lengths.max().unwrap_or(2);
    let paragraphs = pairs().map(|(one, next)| next.paragraph - one.paragraph).max().unwrap_or(1);
    let own_paragraphs = pairs().all(|(_, next)| next.joint == Joint::Paragraph);
    let turns = |i: &usize| {
        let span = segments[*i].span;
        // 会议还听取了汇报; 局长甲乙宣读了决定
        let told = || view.clauses(span).next().is_some_and(|clause| lead::meeting_acts(view, clause)) || lead::doer(view, span).is_some();
        new_sentence(i) && (view.matches.longest(span.start, span.end, Class::DirectiveTurns).is_some() || told())
    };
    // 一要…；二要…。各村…；三要…。完善…，做好…: what asks without a word of its own still belongs to the last point.
    let mixed = inline && pairs().any(|(one, next)| next.sentence > one.sentence);
    let apart = |i: &usize| new_sentence(i) && demand::modal(view, segments[*i].span).is_some();
    let mut rest = at + 1..stop;
    let end = if mixed {
        rest.find(|i| new_paragraph(i) || turns(i) || apart(i))
    } else if inline || (sentences == 1 && !own_paragraphs) {
        rest.find(new_sentence)
    } else if paragraphs <= 1 {
        rest.find(|i| new_paragraph(i) || turns(i))
    } else {
        rest.find(|i| turns(i) || segments[*i].paragraph >= segments[at].paragraph + paragraphs)
    };
    end.unwrap_or(stop)
}
