//! Characters torn as programs tear them that look for characters byte by byte in GBK.

use crate::characters::{GBK, READINGS, frequency};

/// The line with a gloss written into the middle of the character at `at`: behind the trail byte of one character and the
/// lead byte of the next, which make a character too. Read again, `lead (` is no character, and one mark stands for both.
/// What follows is read two bytes by two: shifted, until an ASCII letter is the second one.
pub fn torn_at(line: &[char], at: usize) -> Option<String> {
    let (before, torn) = (GBK.bytes(line[at - 1])?, GBK.bytes(line[at])?);
    let (&[_, trail], &[lead, rest]) = (before.as_slice(), torn.as_slice()) else { return None };
    let between = GBK.character([trail, lead]).filter(|&c| frequency(c) > 60)?;
    let mut out: String = line[..at].iter().collect();
    out.push('?');
    out.push_str(&READINGS.get(&between)?[0]);
    out.push(')');
    let mut waiting = Some(rest);
    let mut behind = line[at + 1..].iter();
    while let Some(byte) = waiting {
        if byte.is_ascii() {
            out.push(char::from(byte));
            waiting = None;
        } else {
            let next = GBK.bytes(*behind.next().filter(|c| !is_space(**c))?)?;
            let &[lead, trail] = next.as_slice() else { return None };
            out.push(GBK.character([byte, lead])?);
            waiting = Some(trail);
        }
    }
    out.extend(behind);
    Some(out)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}
