//! How names look: surnames, characters of given names, and the ordinary words that a name could be mistaken for.
//!
//! All weights are likelihood ratios in **tenths of a natural logarithm**: `10 · ln(P(name) / P(running text))`. They
//! add up along a name; a name that starts with 赵 (64) and goes on with 飞 (26) is e⁹ times likelier than the same
//! characters in running text, before anything is known of the place where it stands.
//! The tables come from `data/surnames.txt`, `data/given-names.txt` and `data/words.txt`.

use crate::trie::Trie;

include!(concat!(env!("OUT_DIR"), "/SURNAMES.rs"));
include!(concat!(env!("OUT_DIR"), "/WORDS.rs"));
static GIVEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/given-names.bin"));

/// What a character outside the table of given names weighs: rare characters are nearly as likely in a name as elsewhere.
const UNKNOWN_GIVEN: i8 = -5;

/// The surname that starts at a character, the longer one first: its length in characters, and its weight.
///
/// ```
/// let chars: Vec<char> = "欧阳向东".chars().collect();
/// assert_eq!(jiyao::names::surname(&chars, 0).map(|(length, _)| length), Some(2));
/// assert_eq!(jiyao::names::surname(&chars, 3).map(|(length, _)| length), Some(1));
/// ```
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn surname(chars: &[char], at: usize) -> Option<(usize, i8)> {
    [2, 1].into_iter().find_map(|length| {
        let shifted = SURNAMES.get(chars.get(at..at + length)?)?;
        Some((length, i8::try_from(i32::from(shifted) - 128).ok()?))
    })
}

/// How much likelier a character stands in a given name than in running text.
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn given(c: char) -> i8 {
    let known = (c as usize).checked_sub(0x4E00).and_then(|at| GIVEN.get(at)).map(|byte| byte.cast_signed());
    known.filter(|&weight| weight != i8::MIN).unwrap_or(UNKNOWN_GIVEN)
}

/// The binary logarithm of the count of an ordinary word of two or three characters (7 to 17); 0 if these characters are none.
///
/// ```
/// let chars: Vec<char> = "季节".chars().collect();
/// assert!(jiyao::names::word(&chars) > 0);
/// ```
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn word(chars: &[char]) -> u8 {
    WORDS.get(chars).and_then(|weight| u8::try_from(weight).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn knows_surnames() {
        assert!(surname(&chars("赵"), 0).is_some_and(|(length, weight)| length == 1 && weight > 40));
        assert!(surname(&chars("是"), 0).is_none_or(|(_, weight)| weight < -40));
        assert_eq!(surname(&chars("赵"), 1), None);
        assert_eq!(surname(&chars("的"), 0), None);
    }

    #[test]
    fn knows_given_names() {
        assert!(given('丽') > 20);
        assert!(given('的') < -40);
        assert_eq!(given('x'), UNKNOWN_GIVEN);
    }

    #[test]
    fn knows_words() {
        assert!(word(&chars("会议")) > 10);
        assert_eq!(word(&chars("议会议")), 0);
        assert_eq!(word(&[]), 0);
    }
}
