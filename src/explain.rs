//! The derivation of every row, for people who ask why a row is there.

use crate::clean::Clean;
use crate::extract::Extracted;
use crate::model::{Analysis, Utf16Span};
use crate::rules::{Facts, Rule, Step, Steps};

/// An analysis and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What [`crate::analyze`] gives.
    pub analysis: Analysis,
    /// For each report the derivation of its rows.
    pub reports: Vec<ReportDerivation>,
}

/// The derivation of the rows of one report, in the order of its tables.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportDerivation {
    /// What shows most that it is a report.
    pub report: Because,
    /// What led to the meeting's name, date and place.
    pub meeting: Facts<Option<Because>>,
    /// For each attendee what led to the row: the words of each mention, the phrase around them, roles, posts.
    pub attendees: Vec<Vec<Because>>,
    /// For each award what led to the row.
    pub awards: Vec<Vec<Because>>,
    /// For each directive who speaks, and what asks.
    pub directives: Vec<Vec<Because>>,
}

/// A rule that had a part in a row, and its evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Because {
    /// The rule.
    pub rule: Rule,
    /// The words that it saw.
    pub span: Utf16Span,
}

impl ReportDerivation {
    pub(crate) fn new(clean: &Clean, extracted: &Extracted) -> Self {
        let report = &extracted.report;
        let Facts { name, date, place } = extracted.meeting;
        let fact = |step: Option<Step>| step.map(|step| because(clean, step));
        Self {
            report: because(clean, extracted.step),
            meeting: Facts { name: fact(name), date: fact(date), place: fact(place) },
            attendees: by_row(clean, &extracted.attendees, report.attendees.len()),
            awards: by_row(clean, &extracted.awards, report.awards.len()),
            directives: by_row(clean, &extracted.directives, report.directives.len()),
        }
    }
}

/// The steps of each row of a table.
fn by_row(clean: &Clean, steps: &Steps, rows: usize) -> Vec<Vec<Because>> {
    let mut derivations = vec![Vec::new(); rows];
    for (row, step) in steps.iter() {
        if let Some(derivation) = derivations.get_mut(row) {
            derivation.push(because(clean, step));
        }
    }
    derivations
}

fn because(clean: &Clean, step: Step) -> Because {
    Because { rule: step.rule, span: clean.origin(step.span) }
}
