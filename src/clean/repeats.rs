//! Paragraphs that stand twice.

use super::cells::Cell;
use crate::model::{Repair, RepairKind, Utf16Span};

/// Shorter lines may stand twice for good reason: headings, names of units.
const SHORTEST: usize = 20;
/// How many paragraphs back a repetition is looked for.
const REACH: usize = 4;

/// Takes out paragraphs that stood shortly before in the same words, and reports them.
pub(super) fn drop_repeats(cells: &[Cell], repairs: &mut Vec<Repair>) -> Vec<Cell> {
    let mut out = Vec::with_capacity(cells.len());
    let mut recent: Vec<&[Cell]> = Vec::new();
    for line in cells.split_inclusive(|cell| cell.c == '\n') {
        let words = match line.split_last() {
            Some((last, rest)) if last.c == '\n' => rest,
            _ => line,
        };
        let seen = words.len() >= SHORTEST && recent.iter().rev().take(REACH).any(|other| same(other, words));
        if seen && let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = Utf16Span { start: first.start, end: last.end };
            repairs.push(Repair { kind: RepairKind::Repeated, span, original: String::new(), repaired: Some(String::new()) });
            continue;
        }
        out.extend_from_slice(line);
        if !words.is_empty() {
            recent.push(words);
        }
    }
    out
}

fn same(one: &[Cell], other: &[Cell]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.c == b.c)
}
