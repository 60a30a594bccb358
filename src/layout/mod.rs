//! Stage 2: from clean text to reports with their paragraphs and sentences; page chrome is set aside.

mod blocks;
mod captions;
mod chrome;
pub mod dates;
mod evidence;
pub(crate) mod held;
mod sections;
mod sentences;
mod winners;

use crate::clean::Clean;
use crate::lexicon::{Class, Matches};
use crate::rules::Step;
use crate::text::CharSpan;
pub(crate) use blocks::minutes_labels;
use blocks::{Block, Kind};
use sections::Section;

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
    /// Short lines between heading and body: the date and the speaker of a speech, a caption.
    pub preface: Vec<CharSpan>,
    /// Its body.
    pub paragraphs: Vec<Paragraph>,
    /// The day of publication that the page's chrome gives, as (year, month, day).
    pub published: Option<(u32, u32, u32)>,
    /// What shows most that it is a report.
    pub step: Step,
}

/// One paragraph of a report's body, without the white space around it.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// The whole of it.
    pub span: CharSpan,
    /// Its sentences with their final marks; they end at 。！？ (and closing quotes after them) or with the paragraph. `；` does not end one.
    pub sentences: Vec<CharSpan>,
}

/// What the parts of this stage read.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub chars: &'a [char],
    pub matches: &'a Matches,
}

/// Whether a line is the heading of a speech in full (在全县防汛工作会议上的讲话), and not news of one (县长会见代表并在表彰大会上讲话).
pub(crate) fn heads_speech(chars: &[char], matches: &Matches, line: CharSpan) -> bool {
    let told = |at: usize| chars[line.start..at].iter().rev().take_while(|c| !c.is_whitespace()).any(|&c| c == '并');
    line.range().any(|at| matches.longest(at, line.end, Class::DirectiveTranscripts).is_some() && !told(at))
}

/// Finds the reports of a page.
#[must_use]
pub fn layout(clean: &Clean, matches: &Matches) -> Layout {
    let page = Page { chars: clean.chars(), matches };
    let blocks = blocks::blocks(&page);
    let sections = sections::reports(&page, &blocks);
    if sections.is_empty() {
        return Layout::default();
    }
    let published = published(&page, &blocks);
    let reports: Vec<ReportLayout> =
        sections.iter().filter_map(|(section, step)| report(&page, &blocks, section, *step, &published)).collect();
    let chrome = chrome_of(&blocks, &reports);
    Layout { reports, chrome }
}

/// The report of a section.
fn report(page: &Page, blocks: &[Block], section: &Section, step: Step, published: &[(usize, (u32, u32, u32))]) -> Option<ReportLayout> {
    let own = &blocks[section.blocks.clone()];
    let first = own.iter().position(|block| block.kind == Kind::Body)?;
    let last = own.iter().rposition(|block| block.kind == Kind::Body)?;
    let preface: Vec<CharSpan> = own[..first].iter().filter(|block| block.kind == Kind::Title).map(|block| block.span).collect();
    let text = own[first..=last].iter().filter(|block| block.kind != Kind::Chrome).map(|block| block.span);
    let paragraphs = text.map(|span| Paragraph { span, sentences: sentences::sentences(page.chars, span) }).collect();
    let start = section.heading.map_or(own[first].span.start, |heading| heading.start);
    let span = CharSpan::new(start, own[last].span.end);
    let published = published_at(published, start, own[first].span.start);
    Some(ReportLayout { span, heading: section.heading, preface, paragraphs, published, step })
}

/// The blocks that no report has in it.
fn chrome_of(blocks: &[Block], reports: &[ReportLayout]) -> Vec<CharSpan> {
    let mut next = reports.iter().peekable();
    let mut chrome = Vec::new();
    for block in blocks {
        while next.peek().is_some_and(|report| report.span.end <= block.span.start) {
            next.next();
        }
        let within = next.peek().is_some_and(|report| report.span.start < block.span.end);
        if !within || block.kind == Kind::Chrome {
            chrome.push(block.span);
        }
    }
    chrome
}

/// The days that the chrome names with their year, and where: sites write there when a text was published.
fn published(page: &Page, blocks: &[Block]) -> Vec<(usize, (u32, u32, u32))> {
    let chrome = blocks.iter().filter(|block| block.kind == Kind::Chrome && block.span.len() <= 400);
    let days = chrome.flat_map(|block| dates::dates(page.chars, block.span));
    days.filter_map(|date| Some((date.span.start, (date.year?, date.month?, date.day?)))).collect()
}

/// The day of publication of a report: the first one behind its start, if that is above its body, else the last one before it, else the
/// next one.
fn published_at(published: &[(usize, (u32, u32, u32))], start: usize, body: usize) -> Option<(u32, u32, u32)> {
    let next = published.partition_point(|&(at, _)| at < start);
    let above = published.get(next).filter(|&&(at, _)| at < body);
    above.or_else(|| published[..next].last()).or_else(|| published.get(next)).map(|&(_, day)| day)
}
