//! Stage 4: from a tagged report to its tables.

pub mod directives;
pub mod meeting;

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Matches;
use crate::model::Report;
use crate::tag;

/// The tables of one report.
#[must_use]
pub fn extract(clean: &Clean, matches: &Matches, layout: &ReportLayout) -> Report {
    let tagged = tag::tag(clean, matches, layout);
    Report {
        span: clean.origin(layout.span),
        heading: layout.heading.map(|span| clean.text(span)),
        same_meeting_as: None,
        meeting: meeting::meeting(clean, matches, layout),
        attendees: Vec::new(),
        awards: Vec::new(),
        directives: directives::directives(clean, matches, layout, &tagged.mentions),
    }
}
