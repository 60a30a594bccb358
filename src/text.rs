//! Positions in clean text, shared by the stages.

use std::ops::Range;

/// A half-open range of clean characters (indices into [`crate::clean::Clean::chars`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CharSpan {
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

impl CharSpan {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// As a range, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The number of characters.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no character.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `at` lies in it.
    #[must_use]
    pub const fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }
}

/// Whether a character is Chinese: an ideograph of any plane, 〇 or 々.
///
/// ```
/// assert!(jiyao::text::is_han('会') && !jiyao::text::is_han('，'));
/// ```
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇' | '々')
}

/// Whether a character is a sign that draws the eye to a line or an item and belongs to no word (项目符号): ● ■ ◆ ▶ ★ ☞ ✓
/// ※ √, and those of the symbol fonts of word processors. The middle dot is none: it stands in names too.
///
/// ```
/// assert!(jiyao::text::is_bullet('●') && !jiyao::text::is_bullet('·') && !jiyao::text::is_bullet('❶'));
/// ```
#[must_use]
pub const fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '※' | '√' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{27bf}' | '\u{f020}'..='\u{f0ff}')
}
