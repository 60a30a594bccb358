//! The derivation of every row as text: `--explain`.

use std::io::{self, Write};

use jiyao::{Because, Explanation, Report, ReportDerivation, Utf16Span};

use super::rows;

/// How much of a sentence is shown on either side of the evidence, in UTF-16 units.
const AROUND: usize = 24;

/// Writes for each row which rules made it, what they say, and their evidence in the text.
pub fn explain(out: &mut dyn Write, file: Option<&str>, text: &str, explanation: &Explanation) -> io::Result<()> {
    let text = Text::new(text);
    if let Some(file) = file {
        writeln!(out, "══ {} ══\n", rows::plain(file))?;
    }
    let reports = &explanation.analysis.reports;
    if reports.is_empty() {
        writeln!(out, "{}\n", rows::NOTHING)?;
    }
    for (i, (report, derivation)) in reports.iter().zip(&explanation.reports).enumerate() {
        let number = if reports.len() > 1 { format!("{}. ", i + 1) } else { String::new() };
        writeln!(out, "{number}{}\n", rows::title(report))?;
        for (row, steps) in derived(report, derivation) {
            writeln!(out, "{row}")?;
            for step in steps {
                writeln!(out, "    {}: {}", step.rule.name(), step.rule.says())?;
                writeln!(out, "        {}", text.evidence(step.span))?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

/// All rows of a report as lines, each with its derivation.
fn derived<'a>(report: &Report, derivation: &'a ReportDerivation) -> Vec<(String, &'a [Because])> {
    let (meeting, facts) = (&report.meeting, &derivation.meeting);
    let mut all = vec![("报道".to_owned(), std::slice::from_ref(&derivation.report))];
    let facts = [
        ("会议", meeting.name.as_ref().map(|name| &name.text), &facts.name),
        ("日期", meeting.date.as_ref().map(|date| &date.text), &facts.date),
        ("地点", meeting.place.as_ref().map(|place| &place.text), &facts.place),
    ];
    let line = |label, text: &str| format!("{label}｜{}", rows::plain(text));
    all.extend(facts.into_iter().filter_map(|(label, text, because)| Some((line(label, text?), because.as_slice()))));
    let tables = rows::all_tables(report);
    for (table, steps) in tables.into_iter().zip([&derivation.attendees, &derivation.awards, &derivation.directives]) {
        let title = table.title;
        let lines = table.cells.into_iter().map(|cells| format!("{title}｜{}", cells.join("｜").trim_end_matches('｜')));
        all.extend(lines.zip(steps.iter().map(Vec::as_slice)));
    }
    all
}

/// The pasted text in units that spans count.
struct Text {
    units: Vec<u16>,
    /// Where each line starts.
    lines: Vec<usize>,
}

impl Text {
    fn new(text: &str) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        let breaks = units.iter().enumerate().filter(|&(_, &unit)| unit == u16::from(b'\n'));
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { units, lines }
    }

    /// The line of a span, and its words 〔so〕 in their sentence.
    fn evidence(&self, span: Utf16Span) -> String {
        let (start, end) = (span.start as usize, (span.end as usize).min(self.units.len()));
        let line = self.lines.partition_point(|&line| line <= start);
        let (far, near) = (self.boundary(start.saturating_sub(AROUND)), self.boundary((end + AROUND).min(self.units.len())));
        let begin = (far..start).rev().find(|&i| self.ends_sentence(i)).map(|i| i + 1);
        let stop = (end..near).find(|&i| self.ends_sentence(i));
        let open = if begin.is_none() && far > 0 { "…" } else { "" };
        let close = if stop.is_none() && near < self.units.len() { "…" } else { "" };
        let piece = |from: usize, to: usize| rows::plain(&String::from_utf16_lossy(&self.units[from.min(to)..to]));
        let (before, behind) = (piece(begin.unwrap_or(far), start), piece(end, stop.unwrap_or(near)));
        format!("第 {line} 行：{open}{before}〔{}〕{behind}{close}", piece(start, end))
    }

    /// The position, or the next one where it would cut a surrogate pair.
    fn boundary(&self, at: usize) -> usize {
        at + usize::from(self.units.get(at).is_some_and(|unit| (0xDC00..=0xDFFF).contains(unit)))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        char::from_u32(u32::from(self.units[at])).is_some_and(|c| matches!(c, '。' | '！' | '？' | '\n'))
    }
}
