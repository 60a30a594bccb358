//! One table of all rows. It is data like the JSON: kinds and roles have the names that they have there.

use std::io::{self, Write};

use jiyao::{Analysis, Report, Utf16Span};
use serde::Serialize;

use super::Output;
use super::rows::number;

/// What a row names: a participant, an honour, or the meeting's name, date or place.
const COLUMNS: [&str; 15] = [
    "file",
    "report",
    "table",
    "kind",
    "name",
    "positions",
    "roles",
    "count",
    "recipient",
    "speaker",
    "addressee",
    "ordinal",
    "text",
    "start",
    "end",
];

/// One row of the sheet; what a table has no use for stays empty.
#[derive(Default)]
struct Row {
    table: &'static str,
    kind: String,
    name: String,
    positions: String,
    roles: String,
    count: String,
    recipient: String,
    speaker: String,
    addressee: String,
    ordinal: String,
    text: String,
    span: Option<Utf16Span>,
}

/// All rows of all inputs.
pub struct Sheet {
    bom: bool,
    begun: bool,
}

impl Sheet {
    /// With `bom` the sheet starts with a byte order mark.
    pub const fn new(bom: bool) -> Self {
        Self { bom, begun: false }
    }

    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            if self.bom {
                out.write_all("\u{FEFF}".as_bytes())?;
            }
            let mut writer = ::csv::Writer::from_writer(out);
            writer.write_record(COLUMNS)?;
            writer.flush()?;
        }
        Ok(())
    }
}

impl Output for Sheet {
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()> {
        self.begin(out)?;
        let mut writer = ::csv::Writer::from_writer(out);
        for (i, report) in analysis.reports.iter().enumerate() {
            for row in rows(report) {
                let (start, end) = row.span.map_or_else(Default::default, |span| (span.start.to_string(), span.end.to_string()));
                writer.write_record([
                    safe(file),
                    (i + 1).to_string(),
                    row.table.to_owned(),
                    row.kind,
                    safe(&row.name),
                    safe(&row.positions),
                    row.roles,
                    row.count,
                    safe(&row.recipient),
                    safe(&row.speaker),
                    safe(&row.addressee),
                    row.ordinal,
                    safe(&row.text),
                    start,
                    end,
                ])?;
            }
        }
        writer.flush()
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)
    }
}

fn rows(report: &Report) -> Vec<Row> {
    let mut rows = meeting(report);
    rows.extend(report.attendees.iter().map(|attendee| Row {
        table: "attendees",
        kind: contract_name(attendee.kind),
        name: attendee.name.clone(),
        positions: attendee.positions.join("、"),
        roles: attendee.roles.iter().map(contract_name).collect::<Vec<_>>().join("、"),
        count: number(attendee.count),
        span: attendee.mentions.first().copied(),
        ..Row::default()
    }));
    rows.extend(report.awards.iter().map(|award| Row {
        table: "awards",
        kind: award.recipient_kind.map(contract_name).unwrap_or_default(),
        name: award.honor.clone(),
        recipient: award.recipient.clone().unwrap_or_default(),
        count: number(award.count),
        span: Some(award.span),
        ..Row::default()
    }));
    rows.extend(report.directives.iter().map(|directive| Row {
        table: "directives",
        speaker: directive.speaker.clone().unwrap_or_default(),
        addressee: directive.addressee.clone().unwrap_or_default(),
        ordinal: number(directive.ordinal),
        text: directive.text.clone(),
        span: Some(directive.span),
        ..Row::default()
    }));
    rows
}

/// Up to three rows: the meeting's name, its date (with the ISO date as the text) and its place.
fn meeting(report: &Report) -> Vec<Row> {
    let meeting = &report.meeting;
    let row = |kind: &str, name: &str, span| Row {
        table: "meeting",
        kind: kind.to_owned(),
        name: name.to_owned(),
        span: Some(span),
        ..Row::default()
    };
    let name = meeting.name.as_ref().map(|name| row("name", &name.text, name.span));
    let date = meeting.date.as_ref().map(|date| Row { text: date.iso.clone().unwrap_or_default(), ..row("date", &date.text, date.span) });
    let place = meeting.place.as_ref().map(|place| row("place", &place.text, place.span));
    [name, date, place].into_iter().flatten().collect()
}

/// What a variant is called in the JSON.
fn contract_name(variant: impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A cell that no spreadsheet takes for a formula: `'` goes before the signs that would start one, in either width.
fn safe(cell: &str) -> String {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];
    if cell.starts_with(signs) && cell != "-" { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("－提高认识"), "'－提高认识");
        assert_eq!(safe("提高=认识"), "提高=认识");
    }
}
