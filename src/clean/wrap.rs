//! Lines that were wrapped in mid-sentence, as mail programs and text files have them: joined again.

use super::cells::Cell;
use crate::names;
use crate::text::{is_bullet, is_han};

use std::collections::HashMap;

/// Text wrapped more narrowly is no text but a list.
const NARROWEST: usize = 14;
/// Lines longer than this are paragraphs.
const WIDEST: usize = 120;
/// Fewer lines of one width happen by chance.
const FEWEST: usize = 3;
/// So long a line is text, and no line of a list: a newline behind it that parts a word is a fault.
const LONG: usize = 60;

/// A line of the text, without the newline behind it.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    /// In characters.
    length: usize,
    /// In columns of a fixed-width font, where Chinese characters take two.
    columns: usize,
    /// How many of its marks take two columns in Chinese fonts and one in others: quotation marks, dashes.
    ambiguous: usize,
}

/// How a line's width is told.
type Measure = fn(&Line) -> usize;

/// The width at which the text was wrapped.
struct Width {
    measure: Measure,
    /// What a Chinese character counts.
    widest: usize,
    full: usize,
    /// How far a line may stay below it, for the marks that may not begin the next one.
    slack: usize,
}

/// Takes the newlines out that stand in mid-sentence behind lines of the text's width.
pub(super) fn unwrap(cells: Vec<Cell>) -> Vec<Cell> {
    let lines = lines(&cells);
    let Some(width) = width(&cells, &lines) else { return cells };
    let told = tells_paragraphs(&cells, &lines, &width);
    let mut out = Vec::with_capacity(cells.len());
    for (n, line) in lines.iter().enumerate() {
        out.extend_from_slice(&cells[line.start..line.end]);
        let Some(&newline) = cells.get(line.end) else { break };
        let next =
            lines.get(n + 1).filter(|next| next.end > next.start && (width.is_full(&cells, line) || width.has_no_room(&cells, line, next)));
        let goes_on = |next: &&Line| {
            if told { indent(&cells, next.start) < 2 } else { goes_on(&cells, line, next) || parts_number(&cells, line, next) }
        };
        match next.filter(goes_on) {
            Some(next) if stand_apart(&cells, line, next) => out.push(Cell { c: ' ', ..newline }),
            Some(_) => {}
            None => out.push(newline),
        }
    }
    out
}

/// Takes the newlines out that part a word, behind long lines of whatever width: 秦关、林知远分, 别作了发言.
pub(super) fn join_words(cells: Vec<Cell>) -> Vec<Cell> {
    let mut line = 0;
    let parts = |at: usize| {
        let long = at - line >= LONG;
        let newline = cells[at].c == '\n';
        line = if newline { at + 1 } else { line };
        newline && long && parts_word(&cells, at)
    };
    let faults: Vec<bool> = (0..cells.len()).map(parts).collect();
    cells.into_iter().zip(faults).filter(|&(_, fault)| !fault).map(|(cell, _)| cell).collect()
}

/// Whether the characters around a newline are a word, and neither of them ends or opens another one.
fn parts_word(cells: &[Cell], newline: usize) -> bool {
    let word = |at: [usize; 2]| {
        let chars = at.map(|at| cells.get(at).map_or('\n', |cell| cell.c));
        chars.into_iter().all(is_han) && names::word(&chars) > 0
    };
    newline > 1
        && indent(cells, newline + 1) < 2
        && word([newline - 1, newline + 1])
        && !word([newline - 2, newline - 1])
        && !word([newline + 1, newline + 2])
}

fn lines(cells: &[Cell]) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in cells.split(|cell| cell.c == '\n') {
        let indent = usize::try_from(indent(cells, start)).unwrap_or(0);
        let wide = line.iter().filter(|cell| cell.c > '\u{2ff}' || cell.c == '·').count();
        let length = line.len() + indent;
        // Two characters are the usual indent, and then Chinese spaces.
        let wide = if indent == 2 { wide + 2 } else { wide };
        let ambiguous = line.iter().filter(|cell| matches!(cell.c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')).count();
        found.push(Line { start, end: start + line.len(), length, columns: length + wide, ambiguous });
        start += line.len() + 1;
    }
    found
}

/// How many spaces stood before the character at a place that starts a line.
fn indent(cells: &[Cell], start: usize) -> u32 {
    let before = start.checked_sub(1).map_or(0, |newline| cells[newline].end);
    cells.get(start).filter(|cell| cell.c != '\n').map_or(0, |cell| cell.start.saturating_sub(before).min(8))
}

impl Width {
    /// Whether a line has the width; marks that may not begin a line may stand behind it.
    fn is_full(&self, cells: &[Cell], line: &Line) -> bool {
        let width = (self.measure)(line);
        let hanging = cells[line.start..line.end].iter().rev().take(2).take_while(|cell| hangs(cell.c)).count();
        let ambiguous = if self.widest > 1 { line.ambiguous } else { 0 };
        let beyond = self.slack + hanging * self.widest + ambiguous;
        width.abs_diff(self.full) <= self.slack || width > self.full && width <= self.full + beyond
    }

    /// Whether what begins the next line would make a line too long: a word, which is not parted, or a wide character.
    fn has_no_room(&self, cells: &[Cell], line: &Line, next: &Line) -> bool {
        let space = usize::from(ends_with_space(cells, line));
        let next = &cells[next.start..next.end];
        let word = next.iter().take(20).take_while(|cell| is_of_word(cell.c)).count();
        let width = (self.measure)(line) + space;
        width < self.full + space && width + word.max(self.widest) > self.full
    }
}

/// The width at which the text was wrapped: many lines of it stop in mid-sentence, few lines are longer, and what they
/// begin comes to a final mark.
fn width(cells: &[Cell], lines: &[Line]) -> Option<Width> {
    let by_length = width_by(cells, lines, |line| line.length, 1, 2);
    let by_columns = width_by(cells, lines, |line| line.columns, 2, 3);
    by_length.into_iter().chain(by_columns).max_by_key(|(support, _)| *support).map(|(_, width)| width)
}

fn width_by(cells: &[Cell], lines: &[Line], measure: Measure, widest: usize, slack: usize) -> Option<((usize, usize), Width)> {
    let mut open: HashMap<usize, usize> = HashMap::new();
    for pair in lines.windows(2).filter(|pair| (NARROWEST..=WIDEST).contains(&pair[0].length) && goes_on(cells, &pair[0], &pair[1])) {
        *open.entry(measure(&pair[0])).or_default() += 1;
    }
    let near = |width: usize, slack: usize| (width - slack..=width + slack).filter_map(|near| open.get(&near)).sum::<usize>();
    let width = open.keys().copied().max_by_key(|&width| (near(width, 1) + open[&width], width))?;
    // Where Chinese characters take two columns, a line with one digit more is longer or shorter by one.
    let (close, all) = (near(width, widest - 1), near(width, slack));
    let slack = if close * 20 >= all * 19 { widest - 1 } else { slack };
    let width = Width { measure, widest, full: width, slack };
    let longer = lines.iter().filter(|line| measure(line) > width.full + width.slack && !width.is_full(cells, line)).count();
    let ended = lines.windows(2).any(|pair| width.is_full(cells, &pair[0]) && goes_on(cells, &pair[0], &pair[1]) && ends(cells, &pair[1]));
    let total: usize = open.values().sum();
    (all >= FEWEST && all * 3 >= total * 2 && longer * 4 <= all && ended).then_some(((close, all), width))
}

/// Whether indents or blank lines tell where paragraphs begin: nearly all lines behind a short one have them. Then a full line
/// that happens to end with a final mark goes on too.
fn tells_paragraphs(cells: &[Cell], lines: &[Line], width: &Width) -> bool {
    let short = lines
        .windows(2)
        .filter(|pair| pair[0].end > pair[0].start && !width.is_full(cells, &pair[0]) && !width.has_no_room(cells, &pair[0], &pair[1]));
    let (mut begun, mut told) = (0, 0);
    for pair in short {
        begun += 1;
        told += usize::from(pair[1].end == pair[1].start || indent(cells, pair[1].start) >= 2);
    }
    told >= FEWEST && told * 5 >= begun * 4
}

/// Whether the text of a line runs on in the next one: it stops without a final mark, and the next one does not open as
/// a paragraph, an item or a heading does.
fn goes_on(cells: &[Cell], line: &Line, next: &Line) -> bool {
    let (Some(last), Some(first)) = (cells[line.start..line.end].last(), cells.get(next.start).filter(|_| next.end > next.start)) else {
        return false;
    };
    !is_final(last.c)
        && indent(cells, next.start) < 2
        && !opens_anew(first.c)
        && !is_item(&cells[next.start..next.end])
        && !is_dateline(&cells[next.start..next.end])
}

/// 初二 at the end of a full line, （3）班 in the next one: a number in brackets right behind a word is no item of a list.
fn parts_number(cells: &[Cell], line: &Line, next: &Line) -> bool {
    let bracket = matches!(cells[next.start].c, '(' | '（') && is_item(&cells[next.start..next.end]);
    bracket && indent(cells, next.start) < 2 && is_han(cells[line.end - 1].c)
}

/// Whether a line ends with a final mark somewhere.
fn ends(cells: &[Cell], line: &Line) -> bool {
    cells[line.start..line.end].iter().any(|cell| is_final(cell.c))
}

const fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '…' | '】')
}

const fn hangs(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '」' | '』' | '）' | '》' | ',' | ';' | ':' | ')')
}

const fn opens_anew(c: char) -> bool {
    is_bullet(c) || matches!(c, '【' | '#' | '*' | '①'..='⑳' | '>' | '|')
}

/// Whether a line begins with a number of a list: `一、`, `（二）`, `3.`
fn is_item(line: &[Cell]) -> bool {
    let bracket = usize::from(matches!(line[0].c, '(' | '（'));
    let digits = line[bracket..].iter().take(3).take_while(|cell| cell.c.is_ascii_digit() || is_number(cell.c)).count();
    let mark = line.get(bracket + digits).map(|cell| cell.c);
    let decimal = line.get(bracket + digits + 1).is_some_and(|cell| cell.c.is_ascii_digit());
    digits > 0 && if bracket > 0 { matches!(mark, Some(')' | '）')) } else { matches!(mark, Some('、' | '.' | '．')) && !decimal }
}

/// Whether a line begins as the line of a page that says when it was published: `2021-01-22 阅读(312)`.
fn is_dateline(line: &[Cell]) -> bool {
    let shape = [4, 2, 2];
    let mut at = 0;
    shape.iter().enumerate().all(|(part, &most)| {
        let digits = line[at..].iter().take(most).take_while(|cell| cell.c.is_ascii_digit()).count();
        at += digits;
        let parted = part == 2 || line.get(at).is_some_and(|cell| matches!(cell.c, '-' | '/'));
        at += usize::from(part < 2);
        digits > 0 && (part > 0 || digits == 4) && parted && at <= line.len()
    })
}

const fn is_number(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether a character belongs to a piece that is not parted at a line's end: a word, a number, a date (2024-03-27).
fn is_of_word(c: char) -> bool {
    c.is_ascii_graphic() || c < '\u{2e80}' && c.is_alphanumeric()
}

/// Whether a space stands between the last word of a line and the first one of the next: always between letters, and between
/// a date and the time behind it (`2019-02-13`, `08:40`).
fn stand_apart(cells: &[Cell], line: &Line, next: &Line) -> bool {
    let (last, first) = (cells[line.end - 1].c, cells[next.start].c);
    last.is_ascii_alphabetic() && first.is_ascii_alphabetic()
        || ends_with_space(cells, line) && last.is_ascii() && first.is_ascii()
        || last.is_ascii_digit() && begins_with_time(&cells[next.start..next.end])
}

/// `08:40 字号`
fn begins_with_time(line: &[Cell]) -> bool {
    let digits = line.iter().take(3).take_while(|cell| cell.c.is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && line.get(digits).is_some_and(|cell| matches!(cell.c, ':' | '：'))
        && line.get(digits + 1).is_some_and(|cell| cell.c.is_ascii_digit())
}

/// Whether something that is no part of its words stood at the end of a line.
fn ends_with_space(cells: &[Cell], line: &Line) -> bool {
    let last = line.end.checked_sub(1).map_or(0, |last| cells[last].end);
    cells.get(line.end).is_some_and(|newline| newline.start > last)
}

#[cfg(test)]
mod tests {
    use super::super::cells::read;
    use super::*;

    fn clean(text: &str) -> String {
        unwrap(read(text)).iter().map(|cell| cell.c).collect()
    }

    #[test]
    fn joins_lines_of_one_width() {
        let text = "青山县召开防汛工作会议\n5月6日，青山县防汛工作会议在县政府三楼会\n议室召开，会议传达学习了全市防汛工作会议\n精神，安排部署了当前防汛工作。县长林知出\n席会议并讲话。\n何方参加会议。";
        let joined = "青山县召开防汛工作会议\n5月6日，青山县防汛工作会议在县政府三楼会议室召开，会议传达学习了全市防汛工作会议精神，安排部署了当前防汛工作。县长林知出席会议并讲话。\n何方参加会议。";
        assert_eq!(clean(text), joined);
    }

    #[test]
    fn leaves_paragraphs_and_lists() {
        for text in [
            "5月6日，会议召开。\n县长林知出席会议并讲话。\n会议由何方主持。",
            "一、提高认识，压实各级工作责任抓落实\n二、突出重点，抓好隐患排查整改抓落实\n三、加强值守，严格执行领导带班抓落实\n四、做好储备，确保物资装备齐全抓落实。",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
