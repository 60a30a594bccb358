//! Tables in Markdown (as GitHub reads it).

use std::io::{self, Write};

use jiyao::Analysis;

use super::Output;
use super::rows;

/// One section a report.
pub struct Markdown {
    many: bool,
}

impl Markdown {
    /// With `many` inputs each has a heading.
    pub const fn new(many: bool) -> Self {
        Self { many }
    }
}

impl Output for Markdown {
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()> {
        if self.many {
            writeln!(out, "# {}\n", escape(&rows::plain(file)))?;
        }
        if let Some(source) = rows::source(analysis) {
            writeln!(out, "原文：{source}\n")?;
        }
        if analysis.reports.is_empty() {
            writeln!(out, "{}\n", rows::NOTHING)?;
        }
        for report in &analysis.reports {
            writeln!(out, "## {}\n", escape(&rows::title(report)))?;
            let facts = rows::facts(report);
            for (label, fact) in &facts {
                writeln!(out, "- {label}：{}", escape(fact))?;
            }
            if !facts.is_empty() {
                writeln!(out)?;
            }
            for table in rows::tables(report) {
                writeln!(out, "### {}\n", table.title)?;
                line(out, table.columns.iter().map(|&cell| cell.to_owned()))?;
                line(out, table.columns.iter().map(|_| "---".to_owned()))?;
                for row in table.cells {
                    line(out, row.iter().map(|cell| escape(cell)))?;
                }
                writeln!(out)?;
            }
        }
        Ok(())
    }
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    for cell in cells {
        write!(out, "| {cell} ")?;
    }
    writeln!(out, "|")
}

/// The text with a backslash before each character that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_stays_text() {
        assert_eq!(super::escape("a|b <img> *重点* [x](y)"), "a\\|b \\<img\\> \\*重点\\* \\[x\\](y)");
    }
}
