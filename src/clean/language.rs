//! How likely a stretch of simplified text is, by the words and characters in it.

use super::tables::{self, FREQUENCY_TOTAL};
use crate::names;
use crate::text::is_han;

/// Ten times the natural logarithm of 2.
const LN_2: i32 = 7;
/// What it costs that a character stands for itself, beside words of two or three.
const ALONE: i32 = 12;

/// A surname of two characters (尉迟) counts as a word that is as frequent as this.
const SURNAME: u8 = 8;

/// The logarithm (in tenths) of how likely the best reading of these characters as words is. Only comparisons of
/// readings of the same place mean something.
pub(super) fn likelihood(chars: &[char]) -> i32 {
    let mut best = vec![i32::MIN; chars.len() + 1];
    best[0] = 0;
    for at in 0..chars.len() {
        let so_far = best[at];
        best[at + 1] = best[at + 1].max(so_far + single(chars[at]));
        for length in 2..=3 {
            let Some(word) = chars.get(at..at + length) else { break };
            let surname = length == 2 && names::surname(chars, at).is_some_and(|(length, _)| length == 2);
            let count = if surname { names::word(word).max(SURNAME) } else { names::word(word) };
            if count > 0 {
                best[at + length] = best[at + length].max(so_far + i32::from(count) * LN_2 + 3 - FREQUENCY_TOTAL);
            }
        }
    }
    best[chars.len()]
}

/// The logarithm of how likely a character is, standing for itself.
fn single(c: char) -> i32 {
    match c {
        _ if is_han(c) => tables::frequency(c) - FREQUENCY_TOTAL - ALONE,
        '，' | '。' | '、' | ',' => -40,
        '“' | '”' | '：' | '；' | '\n' | '0'..='9' | ':' | ';' => -50,
        '！' | '？' | '?' | '!' | '（' | '）' | '(' | ')' | '《' | '》' | ' ' => -70,
        'A'..='Z' | 'a'..='z' => -90,
        _ => -130,
    }
}

/// Whether the characters before `at` end with a word and those from `at` on start with one, and no word stands across.
pub(super) fn is_seam(before: &[char], after: &[char]) -> bool {
    let ends = (2..=3).any(|length| before.len() >= length && names::word(&before[before.len() - length..]) > 0);
    let starts = (2..=3).any(|length| after.len() >= length && names::word(&after[..length]) > 0);
    let left = ends || before.last().is_some_and(|&c| is_particle(c));
    let right = starts || after.first().is_some_and(|&c| is_particle(c));
    left && right
}

/// Whether a character is a word of grammar, which names seldom hold.
pub(super) const fn is_particle(c: char) -> bool {
    matches!(
        c,
        '的' | '了'
            | '和'
            | '与'
            | '在'
            | '是'
            | '地'
            | '得'
            | '对'
            | '把'
            | '被'
            | '为'
            | '以'
            | '及'
            | '也'
            | '都'
            | '就'
            | '要'
            | '着'
            | '将'
            | '并'
            | '等'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn words_are_likelier() {
        let of = |text: &str| likelihood(&chars(text));
        assert!(of("推动妇女工作") > of("推动付女工作"));
        assert!(of("确保期间安全") > of("确拔逡弧逼陂"));
    }

    #[test]
    fn finds_seams() {
        assert!(is_seam(&chars("获奖"), &chars("集体")));
        assert!(is_seam(&chars("事业的"), &chars("发展")));
        assert!(!is_seam(&chars("阿木"), &chars("吉古")));
    }
}
