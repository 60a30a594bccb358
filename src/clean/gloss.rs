//! Pinyin glosses: `區(qū)`, `会（huì）`, `議(yì )`.

use super::cells::Cell;
use super::tables::{self, Reading};
use crate::text::is_han;

/// The longest syllable in letters (`zhuang`), with room for combining marks and a tone number.
const LONGEST: usize = 9;

/// A gloss that starts at `at` (its bracket, or one space before it) and explains `han`: the place behind it.
///
/// `(GDP)`, `(一)` and `(a)` are none: a gloss is a syllable with its tone, or one that `han` is known to be read as.
pub(super) fn gloss_after(cells: &[Cell], at: usize, han: char) -> Option<usize> {
    if !is_han(han) {
        return None;
    }
    let spaced = cells.get(at)?.c == ' ';
    let open = at + usize::from(spaced);
    if !is_open(cells.get(open)?.c) {
        return None;
    }
    let (reading, end) = closed_syllable(cells, open + 1)?;
    let known = || tables::readings(han).chain(tables::readings(tables::simplified(han))).any(|other| other.same_syllable(reading));
    (reading.has_tone() || known()).then_some(end)
}

/// A gloss that the end of the text cuts off (`發(fā`): whether `at` starts one.
pub(super) fn is_cut_gloss(cells: &[Cell], at: usize, han: char) -> bool {
    let rest = cells.get(at + 1..).unwrap_or(&[]);
    is_han(han)
        && cells.get(at).is_some_and(|cell| is_open(cell.c))
        && rest.len() <= LONGEST
        && rest.iter().all(|cell| cell.c == '\u{fffd}' || letter(cell.c).is_some())
}

/// A syllable with its closing bracket, and the place behind that.
pub(super) fn closed_syllable(cells: &[Cell], at: usize) -> Option<(Reading, usize)> {
    let mut at = skip_space(cells, at);
    let mut syllable = String::new();
    let mut tone = 0;
    let start = at;
    while let Some((base, mark)) = cells.get(at).and_then(|cell| letter(cell.c)) {
        if at - start >= LONGEST {
            return None;
        }
        match base {
            Some('\u{308}') => {
                syllable.pop();
                syllable.push('v');
            }
            Some(base) => syllable.push(base),
            None => {}
        }
        tone = tone.max(mark);
        at += 1;
    }
    at = skip_space(cells, at);
    let closed = cells.get(at).is_some_and(|cell| is_close(cell.c));
    if !closed || syllable.is_empty() {
        return None;
    }
    Some((Reading::new(&syllable, tone)?, at + 1))
}

const fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '〔')
}

const fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '〕')
}

fn skip_space(cells: &[Cell], at: usize) -> usize {
    at + usize::from(cells.get(at).is_some_and(|cell| cell.c == ' '))
}

/// A letter of pinyin as its base letter and the tone that it carries; a combining mark has no base.
const fn letter(c: char) -> Option<(Option<char>, u16)> {
    let (base, tone) = match c {
        'ā' | 'Ā' => ('a', 1),
        'á' | 'Á' => ('a', 2),
        'ǎ' | 'ă' | 'Ǎ' => ('a', 3),
        'à' | 'À' => ('a', 4),
        'ō' | 'Ō' => ('o', 1),
        'ó' | 'Ó' => ('o', 2),
        'ǒ' | 'ŏ' | 'Ǒ' => ('o', 3),
        'ò' | 'Ò' => ('o', 4),
        'ē' | 'Ē' => ('e', 1),
        'é' | 'É' => ('e', 2),
        'ě' | 'ĕ' | 'Ě' => ('e', 3),
        'è' | 'È' => ('e', 4),
        'ī' => ('i', 1),
        'í' => ('i', 2),
        'ǐ' | 'ĭ' => ('i', 3),
        'ì' => ('i', 4),
        'ū' => ('u', 1),
        'ú' => ('u', 2),
        'ǔ' | 'ŭ' => ('u', 3),
        'ù' => ('u', 4),
        'ǖ' => ('v', 1),
        'ǘ' => ('v', 2),
        'ǚ' => ('v', 3),
        'ǜ' => ('v', 4),
        'ń' => ('n', 2),
        'ň' => ('n', 3),
        'ǹ' => ('n', 4),
        'ü' => ('v', 0),
        'ɑ' => ('a', 0),
        'ɡ' => ('g', 0),
        '\u{304}' | '1' => return Some((None, 1)),
        '\u{301}' | '2' => return Some((None, 2)),
        '\u{30c}' | '3' => return Some((None, 3)),
        '\u{300}' | '4' => return Some((None, 4)),
        '\u{308}' => (c, 0),
        'a'..='z' | 'A'..='Z' => (c.to_ascii_lowercase(), 0),
        _ => return None,
    };
    Some((Some(base), tone))
}

#[cfg(test)]
mod tests {
    use super::super::cells::read;
    use super::*;

    fn found(text: &str) -> bool {
        let cells = read(text);
        gloss_after(&cells, 1, cells[0].c).is_some()
    }

    #[test]
    fn finds_glosses() {
        for text in [
            "區(qū)",
            "區（qū）",
            "會(huì )",
            "會( huì)",
            "會 (huì)",
            "會 (hui)",
            "的(de)",
            "了(le)",
            "绿(lǜ)",
            "女(nü3)",
            "會(hui\u{300})",
            "𠮷(jí)",
        ] {
            assert!(found(text), "{text} has a gloss");
        }
    }

    #[test]
    fn leaves_other_brackets() {
        for text in ["值(GDP)", "节(一)", "项(a)", "文(通用20篇)", "会(bu)", "区()", "区(qū", "A(qū)", "表(1)", "会 (bu)"] {
            assert!(!found(text), "{text} has no gloss");
        }
    }
}
