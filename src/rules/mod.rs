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

/// The steps that led to the rows of a table, each with the index of its row: one list for all rows costs the normal run least.
///
/// The wasm module shows them to nobody, so it keeps none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps(Vec<(usize, Step)>);

impl Steps {
    /// Adds a step that led to a row.
    pub fn add(&mut self, row: usize, step: Step) {
        if cfg!(not(target_arch = "wasm32")) {
            self.0.push((row, step));
        }
    }

    /// All steps with the indices of their rows.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Step)> {
        self.0.iter().copied()
    }

    /// Gives each row its new index; the steps of a row without one fall.
    fn renumber(&mut self, index: &[Option<usize>]) {
        self.0.retain_mut(|(row, _)| index[*row].map(|new| *row = new).is_some());
    }
}

/// The rows of a table, and the steps that led to each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// The steps.
    pub steps: Steps,
}

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), steps: Steps::default() }
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
        self.steps.add(row, Step::new(rule, span));
    }

    /// Keeps some rows, and the steps that led to them.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        let mut kept = 0..;
        let index: Vec<Option<usize>> = self.rows.iter().map(|row| if keep(row) { kept.next() } else { None }).collect();
        self.steps.renumber(&index);
        self.rows.retain(keep);
    }
}
