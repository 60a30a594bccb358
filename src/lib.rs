//! Jiyao 纪要 reads Chinese meeting reports and gives tables: who took part, what was awarded to whom, and what was
//! asked of whom, each row with its evidence in the text.
//!
//! ```
//! let analysis = jiyao::analyze("5月6日，青禾县防汛工作会议召开。");
//! assert_eq!(analysis.schema_version, 1);
//! ```
//!
//! The text goes one way: [`clean`] → [`layout`] → [`tag`] → [`extract`]. Any string gives an [`Analysis`], in time
//! linear in its length; nothing here fails, panics, or asks anything but its arguments.

pub mod clean;
#[cfg(not(target_arch = "wasm32"))]
mod explain;
pub mod extract;
pub mod layout;
pub mod lexicon;
mod model;
pub mod names;
mod order;
pub mod rules;
pub mod tag;
pub mod text;
mod trie;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
pub use explain::{Because, Explanation, ReportDerivation};
pub use lexicon::{PersonalEntry, PersonalLexicon, WordKind};
pub use model::{
    Analysis, Attendee, AttendeeKind, Award, Directive, Found, FoundDate, Meeting, RecipientKind, Repair, RepairKind, Report, Role,
    SCHEMA_VERSION, Script, SourceSummary, Utf16Span,
};
pub use rules::Rule;

/// Reads a text with the default [`Options`].
///
/// ```
/// assert!(jiyao::analyze("今天天气很好。").reports.is_empty());
/// ```
#[must_use]
pub fn analyze(text: &str) -> Analysis {
    Options::new().analyze(text)
}

/// Reads a text with the default [`Options`], and tells for every row which rules made it.
///
/// ```
/// let explanation = jiyao::explain("5月6日，青禾县防汛工作会议召开。县长林知远主持会议。");
/// let rules: Vec<String> = explanation.reports[0].attendees[0].iter().map(|because| because.rule.name()).collect();
/// assert_eq!(rules, ["phrase-list", "name-behind-post", "role-presided"]);
/// ```
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn explain(text: &str) -> Explanation {
    Options::new().explain(text)
}

/// How to read a text.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    own_words: lexicon::OwnWords,
}

/// How much of the work is done when a stage is: measured with long texts.
mod share {
    pub const CLEANED: f64 = 0.15;
    pub const SCANNED: f64 = 0.25;
    pub const LAID_OUT: f64 = 0.4;
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads with words of one's own, which win over Jiyao's lists and rules.
    ///
    /// ```
    /// use jiyao::{Options, PersonalEntry, PersonalLexicon, WordKind};
    /// let entries = vec![PersonalEntry { word: "伍拾壹".to_owned(), kind: WordKind::Person }];
    /// let options = Options::new().lexicon(&PersonalLexicon { entries });
    /// let analysis = options.analyze("5月6日，青禾县防汛工作会议召开。伍拾壹主持会议。");
    /// assert_eq!(analysis.reports[0].attendees[0].name, "伍拾壹");
    /// ```
    #[must_use]
    pub fn lexicon(mut self, lexicon: &PersonalLexicon) -> Self {
        self.own_words = lexicon::OwnWords::new(lexicon);
        self
    }

    /// Reads a text.
    #[must_use]
    pub fn analyze(&self, text: &str) -> Analysis {
        self.analyze_with_progress(text, |_| ())
    }

    /// Reads a text, and tells on the way how much of the work is done: shares that rise from 0 to 1, one a stage and then one a
    /// report.
    ///
    /// ```
    /// let mut shares = Vec::new();
    /// jiyao::Options::new().analyze_with_progress("5月6日，青禾县防汛工作会议召开。", |done| shares.push(done));
    /// assert!(shares.is_sorted() && shares.last() == Some(&1.0));
    /// ```
    pub fn analyze_with_progress(&self, text: &str, progress: impl FnMut(f64)) -> Analysis {
        self.read(text, |_, extracted| extracted.report, progress)
    }

    /// Reads a text, and tells for every row which rules made it.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn explain(&self, text: &str) -> Explanation {
        let mut reports = Vec::new();
        let analysis = self.read(
            text,
            |clean, extracted| {
                reports.push(ReportDerivation::new(clean, &extracted));
                extracted.report
            },
            |_| (),
        );
        Explanation { analysis, reports }
    }

    /// Leads a text through the stages; `take` gets each report with the steps that led to its rows, `progress` the share of the work
    /// that is done.
    fn read(
        &self,
        text: &str,
        mut take: impl FnMut(&clean::Clean, extract::Extracted) -> Report,
        mut progress: impl FnMut(f64),
    ) -> Analysis {
        let clean = clean::clean(text);
        progress(share::CLEANED);
        let matches = lexicon::Matches::scan_with(clean.chars(), &self.own_words);
        progress(share::SCANNED);
        let layout = layout::layout(&clean, &matches);
        progress(share::LAID_OUT);
        let mut reports = Vec::with_capacity(layout.reports.len());
        for report in &layout.reports {
            reports.push(take(&clean, extract::extract(&clean, &matches, report)));
            progress(share::LAID_OUT + (1.0 - share::LAID_OUT) * part(report.span.end, clean.chars().len()));
        }
        extract::meeting::link_same_meetings(&mut reports);
        let chrome = layout.chrome.iter().map(|&span| clean.origin(span)).collect();
        let source = SourceSummary { script: clean.script, glosses: clean.glosses, repairs: clean.repairs, chrome };
        progress(1.0);
        Analysis { schema_version: SCHEMA_VERSION, source, reports }
    }
}

/// How far a position is through a text of this length.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more digits than it has")]
fn part(position: usize, length: usize) -> f64 {
    position as f64 / length.max(1) as f64
}
