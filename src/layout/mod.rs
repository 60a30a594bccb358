//! Stage 2: from clean text to reports with their paragraphs and sentences; page chrome is set aside.

use crate::clean::Clean;
use crate::lexicon::Matches;
use crate::text::CharSpan;

/// The reports of a page.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// One entry a meeting report, in the order of the text.
    pub reports: Vec<ReportLayout>,
    /// Lines that belong to no report.
    pub chrome: Vec<CharSpan>,
}

/// One report.
#[derive(Debug, Clone)]
pub struct ReportLayout {
    /// From its heading (or first body line) to its last body line.
    pub span: CharSpan,
    /// The heading above it.
    pub heading: Option<CharSpan>,
    /// Its body.
    pub paragraphs: Vec<Paragraph>,
}

/// One paragraph of a report's body, without the white space around it.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// The whole of it.
    pub span: CharSpan,
    /// Its sentences with their final marks; they end at 。！？ (and closing quotes after them) or with the paragraph. `；` does not end one.
    pub sentences: Vec<CharSpan>,
}

/// Finds the reports of a page.
#[must_use]
pub fn layout(clean: &Clean, _matches: &Matches) -> Layout {
    let _ = clean;
    Layout::default()
}
