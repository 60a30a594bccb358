//! 要求: what was asked, by whom.

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Matches;
use crate::model::Directive;
use crate::tag::PersonMention;

/// The directives of a report, in the order of the text. `mentions` are all mentions of people in it, in order.
#[must_use]
pub fn directives(_clean: &Clean, _matches: &Matches, _report: &ReportLayout, _mentions: &[PersonMention]) -> Vec<Directive> {
    Vec::new()
}
