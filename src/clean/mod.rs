//! Stage 1: from the text as pasted to clean, simplified characters that know where they came from.

use crate::model::{Repair, Script, Utf16Span};
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
    let mut at = 0;
    let mut chars = Vec::new();
    let mut origins = Vec::new();
    for c in text.chars() {
        let end = at + u32::try_from(c.len_utf16()).unwrap_or(0);
        chars.push(c);
        origins.push(Utf16Span { start: at, end });
        at = end;
    }
    Clean { chars, origins, script: Script::Simplified, glosses: 0, repairs: Vec::new() }
}
