//! JSON: one analysis, an array, or lines.

use std::io::{self, Write};

use jiyao::Analysis;
use serde::Serialize;

use super::Output;

/// An analysis and where its text came from.
#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    analysis: &'a Analysis,
}

/// One input: the analysis itself.
pub struct Single;

impl Output for Single {
    fn add(&mut self, out: &mut dyn Write, _file: &str, analysis: &Analysis) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, analysis)?;
        writeln!(out)
    }
}

/// Several inputs: an array of entries.
#[derive(Default)]
pub struct Array {
    begun: bool,
}

impl Output for Array {
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()> {
        out.write_all(if self.begun { b",\n" } else { b"[\n" })?;
        self.begun = true;
        serde_json::to_writer_pretty(&mut *out, &Entry { file, analysis })?;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
    }
}

/// One entry a line.
pub struct Lines;

impl Output for Lines {
    fn add(&mut self, out: &mut dyn Write, file: &str, analysis: &Analysis) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &Entry { file, analysis })?;
        writeln!(out)
    }
}
