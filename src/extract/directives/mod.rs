//! 要求: what was asked, by whom.
//!
//! The body is cut into segments (`segment`), each is given its speaker (`speech`, `lead`), points are put together to lists
//! (`list`), and `reader` makes a row of what asks (`demand`, `commands`, `terms`), with its headline and addressee (`line`).
//! `transcript` knows a speech in full, where one person speaks.

mod commands;
mod demand;
mod lead;
mod line;
mod list;
mod reader;
mod segment;
mod speech;
mod terms;
mod transcript;
mod view;

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Matches;
use crate::model::Directive;
use crate::rules::Derived;
use crate::tag::PersonMention;
use reader::Reader;
use view::View;

/// The speaker of what the meeting itself asks.
const MEETING: &str = "会议";

/// The directives of a report, in the order of the text. `mentions` are all mentions of people in it, in order.
#[must_use]
pub fn directives(clean: &Clean, matches: &Matches, report: &ReportLayout, mentions: &[PersonMention]) -> Derived<Directive> {
    let view = View { chars: clean.chars(), matches, mentions };
    let segments = segment::segments(view, &report.paragraphs);
    let transcript = transcript::speaker(view, report);
    let speeches = speech::speeches(view, &segments, transcript.as_ref());
    let lists = list::lists(view, &segments, &speeches);
    Reader::new(clean, view, segments, speeches, lists, transcript.is_some()).read()
}
