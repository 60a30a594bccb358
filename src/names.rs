//! How names look: surnames, characters of given names, and the ordinary words that a name could be mistaken for.
//!
//! All weights are likelihood ratios in **tenths of a natural logarithm**: `10 · ln(P(name) / P(running text))`. They
//! add up along a name; a name that starts with 赵 (64) and goes on with 飞 (26) is e⁹ times likelier than the same
//! characters in running text, before anything is known of the place where it stands.
//! The tables come from `data/surnames.txt`, `data/given-names.txt` and `data/words.txt`.

use std::cmp::Ordering;

use fst::raw::{Fst, Output};

static SURNAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/surnames.fst"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
include!(concat!(env!("OUT_DIR"), "/word-pages.rs"));
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
pub fn surname(chars: &[char], at: usize) -> Option<(usize, i8)> {
    [2, 1].into_iter().find_map(|length| {
        let shifted = look_up(SURNAMES, chars.get(at..at + length)?)?;
        Some((length, i8::try_from(i64::try_from(shifted).ok()? - 128).ok()?))
    })
}

/// How much likelier a character stands in a given name than in running text.
#[must_use]
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
pub fn word(chars: &[char]) -> u8 {
    let mut key = [0; 6];
    if !(2..=3).contains(&chars.len()) {
        return 0;
    }
    for (bytes, &c) in key.chunks_exact_mut(2).zip(chars) {
        let Ok(code) = u16::try_from(u32::from(c)) else { return 0 };
        bytes.copy_from_slice(&code.to_be_bytes());
    }
    let [page, key @ ..] = key;
    let Some(&[low, high]) = usize::from(page).checked_sub(0x4E).and_then(|at| WORD_PAGES.get(at..at + 2)?.first_chunk()) else { return 0 };
    let (mut low, mut high) = (usize::from(low), usize::from(high));
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare_word(middle, key) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return word_column(5, middle),
        }
    }
    0
}

/// How a row of the table of words stands to a key: the low byte of its first character, then both of the others.
fn compare_word(row: usize, key: [u8; 5]) -> Ordering {
    let differing = key.into_iter().enumerate().map(|(column, byte)| word_column(column, row).cmp(&byte));
    differing.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

/// A byte of the table of words, which is stored column by column.
fn word_column(column: usize, row: usize) -> u8 {
    WORDS.get(column * (WORDS.len() / 6) + row).copied().unwrap_or(0)
}

fn look_up(automaton: &[u8], chars: &[char]) -> Option<u64> {
    let automaton = Fst::new(automaton).ok()?;
    let mut node = automaton.root();
    let mut output = Output::zero();
    let mut buffer = [0; 4];
    for c in chars {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            let transition = node.transition(node.find_input(byte)?);
            output = output.cat(transition.out);
            node = automaton.node(transition.addr);
        }
    }
    node.is_final().then(|| output.cat(node.final_output()).value())
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
