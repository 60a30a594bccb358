//! Stage 3: from a report's sentences to labelled runs: people, posts, bodies, groups.

use crate::text::CharSpan;

/// One place that names a person: by the full name, by surname and title (魏区长), or by a pronoun (他).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonMention {
    /// The place: the name, or the words that stand for it.
    pub span: CharSpan,
    /// The full name.
    pub name: String,
}

/// A tagged report.
#[derive(Debug, Clone, Default)]
pub struct Tagged {
    /// Every mention of a person, in the order of the text.
    pub mentions: Vec<PersonMention>,
}

/// Tags a report.
#[must_use]
pub fn tag(_clean: &crate::clean::Clean, _matches: &crate::lexicon::Matches, _report: &crate::layout::ReportLayout) -> Tagged {
    Tagged::default()
}
