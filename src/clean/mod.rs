//! Stage 1: from the text as pasted to clean, simplified characters that know where they came from.

mod cells;
mod entities;
mod gbk;
mod gloss;
mod language;
mod marks;
mod mend;
mod repeats;
mod script;
mod stretches;
mod tables;
mod wrap;

pub use stretches::{CleanText, Stretch};

use crate::model::{Repair, Script, Utf16Span};
use crate::order;
use crate::text::CharSpan;

/// Clean text; the other stages read nothing else.
#[derive(Debug, Clone)]
pub struct Clean {
    chars: Vec<char>,
    origins: Vec<Utf16Span>,
    /// See [`crate::SourceSummary::script`].
    pub script: Script,
    /// See [`crate::SourceSummary::glosses`].
    pub glosses: u32,
    /// See [`crate::SourceSummary::repairs`].
    pub repairs: Vec<Repair>,
}

impl Clean {
    /// The clean characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The clean text of a span.
    #[must_use]
    pub fn text(&self, span: CharSpan) -> String {
        self.chars[span.range()].iter().collect()
    }

    /// Where a span of clean characters stands in the text as pasted, with the glosses that follow its characters.
    #[must_use]
    pub fn origin(&self, span: CharSpan) -> Utf16Span {
        match (self.origins.get(span.start), span.end.checked_sub(1).and_then(|last| self.origins.get(last))) {
            (Some(first), Some(last)) if !span.is_empty() => Utf16Span { start: first.start, end: last.end },
            (Some(first), _) => Utf16Span { start: first.start, end: first.start },
            _ => {
                let end = self.origins.last().map_or(0, |last| last.end);
                Utf16Span { start: end, end }
            }
        }
    }
}

/// Cleans a text.
#[must_use]
pub fn clean(text: &str) -> Clean {
    let mended = mend::mend(&wrap::unwrap(cells::read(text)));
    let mut repairs = mended.repairs;
    let script = script::script(&mended.cells);
    // Text that was glossed after it was wrapped shows its width only now.
    let mut cells = marks::drop_markdown(&wrap::join_words(wrap::unwrap(mended.cells)));
    script::simplify(&mut cells, script);
    let mut cells = marks::drop_stray_quotes(&cells, &mut repairs);
    marks::unify(&mut cells);
    let mut cells = marks::drop_strays(&cells, &mut repairs);
    marks::break_paragraphs(&mut cells);
    let cells = marks::drop_spaces(&cells);
    let cells = repeats::drop_repeats(&cells, &mut repairs);
    show_originals(text, &mut repairs);
    let chars = cells.iter().map(|cell| cell.c).collect();
    let origins = cells.iter().map(|cell| cell.span()).collect();
    Clean { chars, origins, script, glosses: mended.glosses, repairs }
}

/// Sorts the repairs by their place and fills in the text that they speak of, in one walk over the text.
fn show_originals(text: &str, repairs: &mut Vec<Repair>) {
    order::sort(repairs, |repair| order::pair(repair.span.start as usize, repair.span.end as usize));
    let mut units: Vec<u32> = repairs.iter().flat_map(|repair| [repair.span.start, repair.span.end]).collect();
    order::sort(&mut units, |&unit| i64::from(unit));
    units.dedup();
    let mut bytes = vec![text.len(); units.len()];
    let (mut unit, mut next) = (0, 0);
    for (byte, c) in text.char_indices() {
        while next < units.len() && units[next] <= unit {
            bytes[next] = byte;
            next += 1;
        }
        unit += u32::try_from(c.len_utf16()).unwrap_or(0);
    }
    let byte = |at: u32| units.binary_search(&at).map_or(text.len(), |found| bytes[found]);
    for repair in repairs {
        text.get(byte(repair.span.start)..byte(repair.span.end)).unwrap_or("").clone_into(&mut repair.original);
    }
}
