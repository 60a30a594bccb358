//! Tables in the terminal.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table, presets};
use jiyao::Analysis;

use super::Output;
use super::rows;

/// The width when the output is no terminal and `COLUMNS` does not say otherwise.
const WIDTH: u16 = 100;

/// Below this no table can be read.
const NARROWEST: u16 = 40;

/// One block of tables a report.
pub struct Tables {
    many: bool,
    width: u16,
}

impl Tables {
    /// With `many` inputs each is headed by its name.
    pub fn new(many: bool) -> Self {
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = Table::new().width().or(columns).unwrap_or(WIDTH).max(NARROWEST);
        Self { many, width }
    }

    fn table(&self, rows: rows::Table) -> Table {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic).set_width(self.width);
        table.set_header(rows.columns.to_vec()).add_rows(rows.cells);
        table
    }
}

impl Output for Tables {
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()> {
        if self.many {
            writeln!(out, "══ {} ══\n", rows::plain(file))?;
        }
        if let Some(source) = rows::source(analysis) {
            writeln!(out, "原文：{source}\n")?;
        }
        if analysis.reports.is_empty() {
            writeln!(out, "{}\n", rows::NOTHING)?;
        }
        for (i, report) in analysis.reports.iter().enumerate() {
            let number = if analysis.reports.len() > 1 { format!("{}. ", i + 1) } else { String::new() };
            writeln!(out, "{number}{}", rows::title(report))?;
            for (label, fact) in rows::facts(report) {
                writeln!(out, "{label}：{fact}")?;
            }
            for table in rows::tables(report) {
                writeln!(out, "\n{}（{}）", table.title, table.cells.len())?;
                writeln!(out, "{}", self.table(table).trim_fmt())?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}
