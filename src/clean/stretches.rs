//! Clean text for those who want to show it: the words, and where each stretch of them stands in the text as pasted.

use serde::{Deserialize, Serialize};

use super::Clean;
use crate::model::Utf16Span;

/// A text as it was read: simplified, without glosses, repaired; with the way back to the text as pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CleanText {
    /// The clean text; each paragraph is a line.
    pub text: String,
    /// The map: the stretches follow one another in both texts, and in the clean one without gaps.
    pub stretches: Vec<Stretch>,
}

/// A piece of the clean text and the piece of the pasted text that it was read from. Where both are equally long they correspond
/// code unit by code unit, else only as wholes (區(qū) and 区).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Stretch {
    /// Where it stands in [`CleanText::text`], in UTF-16 code units.
    pub clean: Utf16Span,
    /// Where it stands in the text as pasted.
    pub source: Utf16Span,
}

impl Clean {
    /// The clean text with its map.
    ///
    /// ```
    /// let clean = jiyao::clean::clean("全縣(xiàn)大會").to_text();
    /// assert_eq!(clean.text, "全县大会");
    /// let sources: Vec<_> = clean.stretches.iter().map(|stretch| stretch.source.slice("全縣(xiàn)大會")).collect();
    /// assert_eq!(sources, ["全", "縣(xiàn)", "大會"]);
    /// ```
    #[must_use]
    pub fn to_text(&self) -> CleanText {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut at = 0;
        for (c, &source) in self.chars.iter().zip(&self.origins) {
            let end = at + u32::try_from(c.len_utf16()).unwrap_or(0);
            let next = Stretch { clean: Utf16Span { start: at, end }, source };
            at = end;
            match stretches.last_mut().filter(|last| last.is_even() && next.is_even() && last.source.end == source.start) {
                Some(last) => *last = Stretch { clean: last.clean.to(next.clean), source: last.source.to(source) },
                None => stretches.push(next),
            }
        }
        CleanText { text: self.chars.iter().collect(), stretches }
    }
}

impl Stretch {
    /// Whether both pieces are equally long.
    const fn is_even(self) -> bool {
        self.clean.end - self.clean.start == self.source.end - self.source.start
    }
}

impl Utf16Span {
    /// From the start of this span to the end of another.
    const fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}
