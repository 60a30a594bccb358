//! Traditional characters (繁体) to simplified ones (简体), one for one.

use super::cells::Cell;
use super::tables::{simplified, simplified_only};
use crate::model::Script;
use crate::names;

include!(concat!(env!("OUT_DIR"), "/both-scripts.rs"));

/// The script of a text, by the characters that stand in one script alone.
pub(super) fn script(cells: &[Cell]) -> Script {
    let old = cells.iter().filter(|cell| simplified(cell.c) != cell.c).count();
    let new = cells.iter().filter(|cell| simplified_only(cell.c)).count();
    let few = |count: usize| count * 10 < old + new;
    match (few(old), few(new)) {
        _ if old == 0 => Script::Simplified,
        (true, _) => Script::Simplified,
        (_, true) => Script::Traditional,
        _ => Script::Mixed,
    }
}

/// Makes all characters simplified. Some stand in simplified text too: those change in traditional text alone, and
/// only where they make no word as they are (著名, but 帶著 → 带着); what is more often a name changes only where that makes a
/// word (乾隆, but 餅乾 → 饼干).
pub(super) fn simplify(cells: &mut [Cell], script: Script) {
    let kept: Vec<(usize, char)> = if script == Script::Simplified {
        (0..cells.len()).filter(|&at| chosen(cells, at)).map(|at| (at, cells[at].c)).collect()
    } else {
        Vec::new()
    };
    for cell in cells.iter_mut() {
        cell.c = simplified(cell.c);
    }
    for (at, c) in kept {
        cells[at].c = c;
    }
    if script == Script::Simplified {
        return;
    }
    for at in 0..cells.len() {
        let Some(&(from, to, only_in_words)) = BOTH_SCRIPTS.iter().find(|(from, ..)| *from == cells[at].c) else { continue };
        if !makes_word(cells, at, from) && (!only_in_words || makes_word(cells, at, to)) {
            cells[at].c = to;
        }
    }
}

/// Whether an old character (异体字) of simplified text was chosen for a name (梁樑, 毕昇): it stands behind a surname, the only
/// one of its kind there, and is likelier in a name than what it would become.
fn chosen(cells: &[Cell], at: usize) -> bool {
    let c = cells[at].c;
    let new = simplified(c);
    if new == c || names::given(c) <= names::given(new) {
        return false;
    }
    let near = &cells[at.saturating_sub(2)..cells.len().min(at + 3)];
    let alone = near.iter().filter(|cell| simplified(cell.c) != cell.c).count() == 1;
    let before = |back: usize| at.checked_sub(back).map(|at| cells[at].c);
    let named = [1, 2].into_iter().any(|back| before(back).is_some_and(|c| names::surname(&[c], 0).is_some()));
    alone && named && !makes_word(cells, at, new)
}

/// Whether a character in a place makes a word of two with one of its neighbours.
fn makes_word(cells: &[Cell], at: usize, c: char) -> bool {
    let pairs = [[at.checked_sub(1).map(|at| cells[at].c), Some(c)], [Some(c), cells.get(at + 1).map(|cell| cell.c)]];
    pairs.into_iter().any(|pair| matches!(pair, [Some(first), Some(second)] if names::word(&[first, second]) > 0))
}

#[cfg(test)]
mod tests {
    use super::super::cells::read;
    use super::*;

    fn clean(text: &str) -> (String, Script) {
        let mut cells = read(text);
        let script = script(&cells);
        simplify(&mut cells, script);
        (cells.iter().map(|cell| cell.c).collect(), script)
    }

    #[test]
    fn simplifies_by_context() {
        assert_eq!(clean("帶著問題瞭解著名的乾部"), ("带着问题了解著名的干部".to_owned(), Script::Traditional));
        let text = "会议强调，学习贯彻党的会议精神，切实压紧责任。".repeat(3) + "校长梁樑、处长王国樑说物价上昇了";
        let (text, script) = clean(&text);
        assert_eq!(script, Script::Simplified);
        assert!(text.ends_with("校长梁樑、处长王国樑说物价上升了"), "{text}");
        assert_eq!(clean("执著于这里"), ("执著于这里".to_owned(), Script::Simplified));
    }

    #[test]
    fn tells_mixed_text() {
        assert_eq!(clean("会议会議").1, Script::Mixed);
        assert_eq!(clean("中文").1, Script::Simplified);
    }
}
