//! The text as cells: characters that know where they came from. Odd characters are settled here, one by one.

use super::entities::entity;
use crate::model::Utf16Span;

include!(concat!(env!("OUT_DIR"), "/radicals.rs"));

/// A character and the UTF-16 code units that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) c: char,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Cell {
    pub(super) const fn new(c: char, start: u32, end: u32) -> Self {
        Self { c, start, end }
    }

    pub(super) const fn span(self) -> Utf16Span {
        Utf16Span { start: self.start, end: self.end }
    }
}

/// The cells of a text: one newline for any kind, one space for any run of them (none at the edges of a line), no
/// invisible characters, and for each entity of HTML its character. A new paragraph that is only told by ideographic spaces
/// gets its newline.
///
/// A glued page: `……会议结束。　　李四指出` is two paragraphs.
pub(super) fn read(text: &str) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(text.len() / 3 + 8);
    let mut at = 0;
    let mut wide_spaces = 0;
    let mut last_raw = '\0';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = at;
        let (raw, bytes, units) = match entity(rest) {
            // What an entity is written with takes one unit a byte.
            Some((c, length)) => (c, length, length),
            None => (first, first.len_utf8(), first.len_utf16()),
        };
        rest = rest.get(bytes..).unwrap_or("");
        at += u32::try_from(units).unwrap_or(0);
        let follows_return = raw == '\n' && last_raw == '\r';
        last_raw = raw;
        let c = settle(raw);
        match c {
            '\0' => continue,
            '\n' if follows_return => {
                if let Some(last) = cells.last_mut() {
                    last.end = at;
                }
            }
            '\n' => {
                while cells.pop_if(|last| last.c == ' ').is_some() {}
                cells.push(Cell::new('\n', start, at));
            }
            ' ' => {
                wide_spaces = if raw == '\u{3000}' { wide_spaces + 1 } else { wide_spaces };
                space(&mut cells, start, at, wide_spaces);
            }
            _ => cells.push(Cell::new(c, start, at)),
        }
        if c != ' ' {
            wide_spaces = 0;
        }
    }
    while cells.pop_if(|last| last.c == ' ').is_some() {}
    cells
}

/// Adds a space to the run that it belongs to; two ideographic ones behind the end of a sentence start a paragraph.
fn space(cells: &mut Vec<Cell>, start: u32, end: u32, wide_spaces: usize) {
    let ends_sentence = |cell: &Cell| matches!(cell.c, '。' | '！' | '？' | '；' | '!' | '?' | '”' | '」');
    let before = cells.len().checked_sub(2).and_then(|at| cells.get(at)).copied();
    match cells.last_mut() {
        None => {}
        Some(last) if last.c == '\n' => {}
        Some(last) if last.c == ' ' => {
            last.end = end;
            if wide_spaces == 2 && before.is_some_and(|cell| ends_sentence(&cell)) {
                last.c = '\n';
            }
        }
        Some(_) => cells.push(Cell::new(' ', start, end)),
    }
}

/// A character as the other stages know it; NUL for one to drop.
const fn settle(c: char) -> char {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => '\n',
        ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fffc}'
        // Emoji: ornament in a report, never part of its words.
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0000}'..='\u{e0fff}' => '\0',
        // Radicals (部首), which copies out of PDF files have in place of characters.
        '\u{2f00}'..='\u{2fd5}' => RADICALS[c as usize - 0x2F00],
        '﹐' => '，',
        '﹑' | '､' => '、',
        '﹒' => '.',
        '﹔' => '；',
        '﹕' => '：',
        '﹖' => '？',
        '﹗' => '！',
        '｡' => '。',
        '﹙' => '（',
        '﹚' => '）',
        _ => c,
    }
}

/// Letters, digits and signs of full width in half width; punctuation keeps its width.
pub(super) const fn half_width(c: char) -> char {
    match c {
        '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '％'
        | '＋'
        | '－'
        | '／'
        | '．'
        | '＆'
        | '＃'
        | '＊'
        | '＠'
        | '＝'
        | '＿'
        | '＜'
        | '＞' => ascii(c),
        _ => c,
    }
}

/// The half-width form of a full-width character of ASCII.
#[allow(clippy::cast_possible_truncation)]
const fn ascii(c: char) -> char {
    (c as u32 - 0xFEE0) as u8 as char
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> String {
        read(raw).iter().map(|cell| cell.c).collect()
    }

    #[test]
    fn settles_odd_characters() {
        assert_eq!(text("\u{feff}第1\u{200b}条\u{ad}\r\n GDP5% \r全年\u{2028}"), "第1条\nGDP5%\n全年\n");
        assert_eq!(text("\t县\u{3000}\u{3000}长 "), "县 长");
        assert_eq!(text("会议结束。\u{3000}\u{3000}李四指出"), "会议结束。\n李四指出");
        assert_eq!(text("👆会议🎉开始"), "会议开始");
    }

    #[test]
    fn keeps_origins() {
        let cells = read("𠮷a\r\n\u{200b}县");
        let spans: Vec<(u32, u32)> = cells.iter().map(|cell| (cell.start, cell.end)).collect();
        assert_eq!(spans, [(0, 2), (2, 3), (3, 5), (6, 7)]);
    }
}
