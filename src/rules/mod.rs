//! The rules by name, and the derivation of a row: which rules made it, and from what words.
//!
//! Every place in the stages that decides a row names its [`Rule`]. The steps are kept beside the rows while a report is read,
//! and dropped when the [`crate::Analysis`] is made; [`crate::explain`] shows them.

mod catalogue;

pub use catalogue::Rule;

use crate::text::CharSpan;

/// The tables that rules make rows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// 会议: the meeting's name, date and place.
    Meeting,
    /// 参会
    Attendees,
    /// 奖项
    Awards,
    /// 要求
    Directives,
}

/// A rule that had a part in a row, and the words that it saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The rule.
    pub rule: Rule,
    /// Its evidence.
    pub span: CharSpan,
}

impl Step {
    /// A rule and its evidence.
    #[must_use]
    pub const fn new(rule: Rule, span: CharSpan) -> Self {
        Self { rule, span }
    }

    /// Makes steps of one rule.
    pub fn by(rule: Rule) -> impl Fn(CharSpan) -> Self {
        move |span| Self::new(rule, span)
    }
}

/// Something for each fact of a meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts<T> {
    /// Of the name.
    pub name: T,
    /// Of the date.
    pub date: T,
    /// Of the place.
    pub place: T,
}

/// The rows of a table, and the steps that led to each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// The steps, each with the index of its row. One list for all rows costs the normal run least.
    pub steps: Vec<(usize, Step)>,
}

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), steps: Vec::new() }
    }
}

impl<T> Derived<T> {
    /// Adds a row and gives its index.
    pub fn push(&mut self, row: T) -> usize {
        self.rows.push(row);
        self.rows.len() - 1
    }

    /// Adds a step that led to a row.
    pub fn because(&mut self, row: usize, rule: Rule, span: CharSpan) {
        self.steps.push((row, Step::new(rule, span)));
    }

    /// Keeps some rows, and the steps that led to them.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if self.rows.iter().all(&keep) {
            return;
        }
        let mut kept = 0;
        let places: Vec<Option<usize>> = self
            .rows
            .iter()
            .map(|row| {
                keep(row).then(|| {
                    kept += 1;
                    kept - 1
                })
            })
            .collect();
        self.steps.retain_mut(|(row, _)| places[*row].map(|place| *row = place).is_some());
        self.rows.retain(keep);
    }
}
