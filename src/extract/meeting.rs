//! 会议: the meeting's name, date and place.

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Matches;
use crate::model::{Meeting, Report};

/// Name, date and place of the meeting that a report tells.
#[must_use]
pub fn meeting(_clean: &Clean, _matches: &Matches, _report: &ReportLayout) -> Meeting {
    Meeting::default()
}

/// Links reports that tell a meeting which an earlier one told already ([`Report::same_meeting_as`]).
pub fn link_same_meetings(_reports: &mut [Report]) {}
