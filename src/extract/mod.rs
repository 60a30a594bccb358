//! Stage 4: from a tagged report to its tables.

pub mod attendees;
pub mod awards;
pub mod directives;
pub mod honours;
pub mod meeting;
pub mod recipients;
pub mod roles;

use std::collections::HashMap;

use crate::clean::Clean;
use crate::layout::ReportLayout;
use crate::lexicon::Matches;
use crate::model::{Attendee, AttendeeKind, Directive, Report, Role};
use crate::rules::{Derived, Facts, Rule, Step, Steps};
use crate::tag;
use crate::tag::item::joins_posts;
use crate::tag::reader::Reader;
use crate::text::CharSpan;

/// A report, and for each of its tables the steps that led to the rows.
#[derive(Debug)]
pub struct Extracted {
    /// The tables.
    pub report: Report,
    /// What shows most that it is a report.
    pub step: Step,
    /// The steps that led to the meeting's name, date and place.
    pub meeting: Facts<Option<Step>>,
    /// The steps that led to the attendees.
    pub attendees: Steps,
    /// The steps that led to the awards.
    pub awards: Steps,
    /// The steps that led to the directives.
    pub directives: Steps,
}

/// The tables of one report.
#[must_use]
pub fn extract(clean: &Clean, matches: &Matches, layout: &ReportLayout) -> Extracted {
    let tagged = tag::tag(clean, matches, layout);
    let (meeting, facts) = meeting::meeting(clean, matches, layout);
    let mut attendees = attendees::attendees(clean, &tagged);
    attendees.retain(|row| !matches.refuses(&row.name));
    let awards = awards::awards(clean, &tagged, layout);
    let directives = directives::directives(clean, matches, layout, &tagged.mentions);
    add_speakers(&mut attendees, &directives);
    let mut report = Report {
        span: clean.origin(layout.span),
        heading: layout.heading.map(|span| clean.text(span)),
        same_meeting_as: None,
        meeting,
        attendees: attendees.rows,
        awards: awards.rows,
        directives: directives.rows,
    };
    let refused = |name: &mut String| matches.refuses(name);
    for award in &mut report.awards {
        if award.recipient.take_if(refused).is_some() {
            award.recipient_kind = None;
        }
    }
    for directive in &mut report.directives {
        directive.speaker.take_if(refused);
        directive.addressee.take_if(refused);
    }
    Extracted { report, step: layout.step, meeting: facts, attendees: attendees.steps, awards: awards.steps, directives: directives.steps }
}

/// 县长林知远出席会议。他把话挑明：谁误事谁负责。: who asks for something spoke, where nothing else tells of what they said.
fn add_speakers(attendees: &mut Derived<Attendee>, directives: &Derived<Directive>) {
    let name = |directive: &Directive| (AttendeeKind::Person, directive.speaker.clone().unwrap_or_default());
    let asked: HashMap<(AttendeeKind, String), usize> = directives.rows.iter().enumerate().map(|(at, row)| (name(row), at)).collect();
    let mut steps = vec![None; directives.rows.len()];
    for (at, step) in directives.steps.iter() {
        steps[at].get_or_insert(step.span);
    }
    for (at, row) in attendees.rows.iter_mut().enumerate() {
        let said = row.roles.iter().any(|role| matches!(role, Role::Spoke | Role::Reported | Role::Exchanged));
        let Some(&directive) = asked.get(&(row.kind, row.name.clone())).filter(|_| !said) else { continue };
        row.roles.push(Role::Spoke);
        if let Some(span) = steps[directive] {
            attendees.steps.add(at, Step::new(Rule::RoleAsked, span));
        }
    }
}

/// Posts held together are one each: 党总支副书记兼工会主席.
fn split_at_concurrent(reader: &Reader, span: CharSpan) -> Vec<String> {
    let mut from = span.start;
    let joints = span.range().chain([span.end]).filter(|&at| at == span.end || joins_posts(reader, at));
    let parts = joints.map(|at| CharSpan::new(std::mem::replace(&mut from, at + 1), at)).filter(|part| !part.is_empty());
    parts.map(|part| reader.text(part.start, part.end)).collect()
}
