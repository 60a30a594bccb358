//! The formats of the output.

mod csv;
pub mod explanation;
mod json;
mod markdown;
mod rows;
mod table;

use std::io::{self, Write};

use jiyao::Analysis;

use crate::command::Format;

/// One format. Analyses are written as they come, so that a long run shows its first results at once.
pub trait Output {
    /// Writes what was found in one input.
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()>;

    /// Writes what stands at the end.
    fn finish(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The format that was asked for, for so many inputs.
pub fn output(format: Format, bom: bool, inputs: usize) -> Box<dyn Output> {
    let many = inputs > 1;
    match format {
        Format::Table => Box::new(table::Tables::new(many)),
        Format::Json if many => Box::new(json::Array::default()),
        Format::Json => Box::new(json::Single),
        Format::Ndjson => Box::new(json::Lines),
        Format::Csv => Box::new(csv::Sheet::new(bom)),
        Format::Markdown => Box::new(markdown::Markdown::new(many)),
    }
}
