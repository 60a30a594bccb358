//! Lines that were wrapped in mid-sentence, as mail programs and text files have them: joined again.

use super::cells::Cell;
use super::tables::is_han;
use std::collections::HashMap;

/// Text wrapped more narrowly is no text but a list.
const NARROWEST: usize = 16;
/// Lines longer than this are paragraphs.
const WIDEST: usize = 120;
/// Fewer lines of one width happen by chance.
const FEWEST: usize = 3;

/// A line of the text, without the newline behind it.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    /// In characters.
    length: usize,
    /// In columns of a fixed-width font, where Chinese characters take two.
    columns: usize,
}

/// How a line's width is told.
type Measure = fn(&Line) -> usize;

/// The width at which the text was wrapped.
struct Width {
    measure: Measure,
    full: usize,
    /// How far a line may stay below it, for the marks that may not begin the next one.
    slack: usize,
}

/// Takes the newlines out that stand in mid-sentence behind lines of the text's width.
pub(super) fn unwrap(cells: Vec<Cell>) -> Vec<Cell> {
    let lines = lines(&cells);
    let Some(width) = width(&cells, &lines) else { return cells };
    let mut out = Vec::with_capacity(cells.len());
    for (n, line) in lines.iter().enumerate() {
        out.extend_from_slice(&cells[line.start..line.end]);
        let Some(&newline) = cells.get(line.end) else { break };
        match lines.get(n + 1).filter(|next| width.is_full(line) && goes_on(&cells, line, next)) {
            Some(next) if are_words(cells[line.end - 1].c, cells[next.start].c) => out.push(Cell { c: ' ', ..newline }),
            Some(_) => {}
            None => out.push(newline),
        }
    }
    out
}

fn lines(cells: &[Cell]) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in cells.split(|cell| cell.c == '\n') {
        let indent = usize::try_from(indent(cells, start)).unwrap_or(0);
        let wide = line.iter().filter(|cell| !cell.c.is_ascii() && cell.c > '\u{2ff}').count();
        let length = line.len() + indent;
        found.push(Line { start, end: start + line.len(), length, columns: length + wide });
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
    fn is_full(&self, line: &Line) -> bool {
        let width = (self.measure)(line);
        width.abs_diff(self.full) <= self.slack
    }
}

/// The width at which the text was wrapped: many lines of it stop in mid-sentence, few lines are longer, and what they
/// begin comes to a final mark.
fn width(cells: &[Cell], lines: &[Line]) -> Option<Width> {
    let by_length = width_by(cells, lines, |line| line.length, 2);
    let by_columns = width_by(cells, lines, |line| line.columns, 3);
    by_length.into_iter().chain(by_columns).max_by_key(|(support, _)| *support).map(|(_, width)| width)
}

fn width_by(cells: &[Cell], lines: &[Line], measure: Measure, slack: usize) -> Option<((usize, usize), Width)> {
    let mut open: HashMap<usize, usize> = HashMap::new();
    for pair in lines.windows(2).filter(|pair| (NARROWEST..=WIDEST).contains(&pair[0].length) && goes_on(cells, &pair[0], &pair[1])) {
        *open.entry(measure(&pair[0])).or_default() += 1;
    }
    let near = |width: usize, slack: usize| (width - slack..=width + slack).filter_map(|near| open.get(&near)).sum::<usize>();
    let width = open.keys().copied().max_by_key(|&width| (near(width, 1), open[&width], width))?;
    let (exact, all) = (open[&width], near(width, slack));
    let slack = if exact * 20 >= all * 19 { 0 } else { slack };
    let width = Width { measure, full: width, slack };
    let longer = lines.iter().filter(|line| measure(line) > width.full + width.slack).count();
    let ended = lines.windows(2).any(|pair| width.is_full(&pair[0]) && goes_on(cells, &pair[0], &pair[1]) && ends(cells, &pair[1]));
    let total: usize = open.values().sum();
    (all >= FEWEST && all * 2 >= total && longer * 4 <= all && ended).then_some(((all, exact), width))
}

/// Whether the text of a line runs on in the next one: it stops without a final mark, and the next one does not open as
/// a paragraph, an item or a heading does.
fn goes_on(cells: &[Cell], line: &Line, next: &Line) -> bool {
    let (Some(last), Some(first)) = (cells[line.start..line.end].last(), cells.get(next.start).filter(|_| next.end > next.start)) else {
        return false;
    };
    !is_final(last.c) && indent(cells, next.start) < 2 && !opens_anew(first.c) && !is_item(&cells[next.start..next.end])
}

/// Whether a line ends with a final mark somewhere.
fn ends(cells: &[Cell], line: &Line) -> bool {
    cells[line.start..line.end].iter().any(|cell| is_final(cell.c))
}

const fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '…' | '】')
}

const fn opens_anew(c: char) -> bool {
    matches!(c, '【' | '#' | '*' | '●' | '■' | '◆' | '★' | '▲' | '▶' | '•' | '①'..='⑳' | '☆' | '◇' | '○' | '□' | '>' | '|')
}

/// Whether a line begins with a number of a list: `一、`, `（二）`, `3.`
fn is_item(line: &[Cell]) -> bool {
    let bracket = usize::from(matches!(line[0].c, '(' | '（'));
    let digits = line[bracket..].iter().take(3).take_while(|cell| cell.c.is_ascii_digit() || is_number(cell.c)).count();
    let mark = line.get(bracket + digits).map(|cell| cell.c);
    let decimal = line.get(bracket + digits + 1).is_some_and(|cell| cell.c.is_ascii_digit());
    digits > 0 && if bracket > 0 { matches!(mark, Some(')' | '）')) } else { matches!(mark, Some('、' | '.' | '．')) && !decimal }
}

const fn is_number(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether two characters belong to words that a space parts.
fn are_words(last: char, first: char) -> bool {
    last.is_alphabetic() && first.is_alphabetic() && !is_han(last) && !is_han(first) && last.is_ascii() && first.is_ascii()
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
