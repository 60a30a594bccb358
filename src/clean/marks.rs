//! Punctuation: one width and one form for each mark, doubled and strewn-in marks out, spaces where they say something.

use super::cells::{Cell, half_width};
use super::language::{is_particle, is_seam};
use crate::model::{Repair, RepairKind};
use crate::names;
use crate::text::{is_bullet, is_han};

/// Marks of Markdown at the start of a line, around words, and images out; of a link its words stay.
pub(super) fn drop_markdown(cells: &[Cell]) -> Vec<Cell> {
    let mut out: Vec<Cell> = Vec::with_capacity(cells.len());
    let mut at = 0;
    let mut link_ends = Vec::new();
    while let Some(cell) = cells.get(at) {
        let line_start = out.last().is_none_or(|last| last.c == '\n');
        if line_start && let Some(end) = line_mark(cells, at) {
            at = end;
        } else if cell.c == '*' && next_is(cells, at, '*') {
            at += 2;
        } else if cell.c == '!'
            && let Some((_, end)) = bracketed_link(cells, at + 1)
        {
            at = end;
        } else if let Some((close, end)) = bracketed_link(cells, at) {
            link_ends.push((close, end));
            at += 1;
        } else if let Some(&(_, end)) = link_ends.last().filter(|(close, _)| *close == at) {
            link_ends.pop();
            at = end;
        } else {
            out.push(*cell);
            at += 1;
        }
    }
    trim_lines(out)
}

fn next_is(cells: &[Cell], at: usize, c: char) -> bool {
    cells.get(at + 1).is_some_and(|cell| cell.c == c)
}

/// The place behind `### `, `- `, `* `, `> ` or `• ` at the start of a line.
fn line_mark(cells: &[Cell], at: usize) -> Option<usize> {
    let hashes = cells[at..].iter().take(6).take_while(|cell| cell.c == '#').count();
    let marks =
        if hashes > 0 { hashes } else { usize::from(is_bullet(cells[at].c) || matches!(cells[at].c, '-' | '*' | '+' | '>' | '·')) };
    (marks > 0 && next_is(cells, at + marks - 1, ' ')).then_some(at + marks + 1)
}

/// `[words](address)` at a place: where the words end, and the place behind all.
fn bracketed_link(cells: &[Cell], at: usize) -> Option<(usize, usize)> {
    if cells.get(at)?.c != '[' {
        return None;
    }
    let within = |from: usize, c: char, limit: usize| {
        let length = cells[from..].iter().take(limit).take_while(|cell| cell.c != '\n').position(|cell| cell.c == c)?;
        Some(from + length)
    };
    let close = within(at + 1, ']', 60)?;
    if !next_is(cells, close, '(') {
        return None;
    }
    let end = within(close + 2, ')', 200)?;
    cells[close + 2..end].iter().all(|cell| !is_han(cell.c)).then_some((close, end + 1))
}

/// Spaces that came to stand at the edges of lines, and empty lines' spaces, out.
fn trim_lines(cells: Vec<Cell>) -> Vec<Cell> {
    let mut out: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells {
        let edge = out.last().is_none_or(|last| matches!(last.c, '\n' | ' '));
        match cell.c {
            ' ' if edge => {}
            '\n' => {
                while out.pop_if(|last| last.c == ' ').is_some() {}
                out.push(cell);
            }
            _ => out.push(cell),
        }
    }
    while out.pop_if(|last| last.c == ' ').is_some() {}
    out
}

/// Takes out a straight quotation mark that is strewn in (`的"任务`), in lines where one has no partner, and reports it.
pub(super) fn drop_stray_quotes(cells: &[Cell], repairs: &mut Vec<Repair>) -> Vec<Cell> {
    let mut out = Vec::with_capacity(cells.len());
    for line in cells.split_inclusive(|cell| cell.c == '\n') {
        let quote = |at: &usize| matches!(line[*at].c, '"' | '＂');
        let odd = (0..line.len()).filter(quote).count() % 2 == 1;
        let stray = (0..line.len()).filter(|_| odd).filter(quote).find(|&at| between_han(line, at) && is_particle(before(line, at)));
        for (at, &cell) in line.iter().enumerate() {
            if stray == Some(at) {
                report(repairs, cell);
            } else {
                out.push(cell);
            }
        }
    }
    out
}

/// Gives each mark its Chinese form where it stands in Chinese text: `会议,` `「先进」` `"先进"` `阿木•吉古`.
pub(super) fn unify(cells: &mut [Cell]) {
    let mut straight_open = false;
    for at in 0..cells.len() {
        let left = before(cells, at);
        let right = after(cells, at);
        let chinese = is_han(left) || is_han(right) || closes(left) || opens(right);
        let c = half_width(cells[at].c);
        cells[at].c = match c {
            ',' if chinese || is_mark(left) => '，',
            ';' if chinese => '；',
            ':' if chinese => '：',
            '!' if chinese => '！',
            '?' if closes(left) => '？',
            '.' if is_han(left) && (right == '\n' || closes(right)) => '。',
            '「' | '〝' => '“',
            '」' | '〞' => '”',
            '『' => '‘',
            '』' => '’',
            '•' | '‧' | '・' | '∙' | '⋅' | '･' if is_han(left) && is_han(right) => '·',
            '"' | '＂' if is_han(left) || is_han(right) || is_mark(left) || is_mark(right) => {
                straight_open = !straight_open;
                if straight_open { '“' } else { '”' }
            }
            '＇' => '\'',
            _ => c,
        };
        if c == '\n' {
            straight_open = false;
        }
    }
}

fn before(cells: &[Cell], at: usize) -> char {
    at.checked_sub(1).map_or('\n', |at| cells[at].c)
}

fn after(cells: &[Cell], at: usize) -> char {
    cells.get(at + 1).map_or('\n', |cell| cell.c)
}

const fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '》' | '】' | '）' | '」' | '』' | '〉')
}

const fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '《' | '【' | '（' | '「' | '『' | '〈')
}

const fn is_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '。' | '；' | '：' | '！' | '？')
}

/// Takes out marks that say nothing, and reports them.
pub(super) fn drop_strays(cells: &[Cell], repairs: &mut Vec<Repair>) -> Vec<Cell> {
    let habits = Habits::of(cells);
    let mut out: Vec<Cell> = Vec::with_capacity(cells.len());
    let mut partner = 0;
    for (at, &cell) in cells.iter().enumerate() {
        let stray = match cell.c {
            _ if is_mark(cell.c) && says_nothing(out.last().map_or('\n', |last| last.c), cells, at) => true,
            '*' | '^' | '`' => between_han(cells, at),
            '\'' | '‘' | '’' if at >= partner => match partner_of(cells, at) {
                Some(closing) => {
                    partner = closing + 1;
                    false
                }
                None => between_han(cells, at),
            },
            '.' if between_han(cells, at) => {
                let (c, stray) = habits.dot(cells, at);
                out.extend((!stray).then_some(Cell { c, ..cell }));
                if stray {
                    report(repairs, cell);
                }
                continue;
            }
            _ => false,
        };
        if stray {
            report(repairs, cell);
        } else {
            out.push(cell);
        }
    }
    pair_quotes(&mut out);
    out
}

/// Reports a stray mark; a run of them is one repair.
fn report(repairs: &mut Vec<Repair>, cell: Cell) {
    if let Some(last) = repairs.last_mut()
        && last.kind == RepairKind::StrayMark
        && last.span.end == cell.span().start
    {
        last.span.end = cell.span().end;
        return;
    }
    repairs.push(Repair { kind: RepairKind::StrayMark, span: cell.span(), original: String::new(), repaired: Some(String::new()) });
}

fn between_han(cells: &[Cell], at: usize) -> bool {
    is_han(before(cells, at)) && is_han(after(cells, at))
}

/// Whether a mark says nothing where it stands: beside another one that says the same or more, as in `获悉，，` `兴农，、治理` `材料，。` `了。。`.
fn says_nothing(left: char, cells: &[Cell], at: usize) -> bool {
    let c = cells[at].c;
    let right = after(cells, at);
    match c {
        // No line starts with a comma.
        '，' | '、' if left == '\n' => true,
        '，' => is_mark(right) || matches!(left, '、' | '。' | '；' | '：'),
        '。' => right == '。' && left != '。' && cells.get(at + 2).is_none_or(|cell| cell.c != '。'),
        '、' | '；' | '：' => right == c,
        _ => false,
    }
}

/// The closing partner of a single quotation mark: the next one, in the same sentence and near, that does not look
/// strewn in itself (`的'任务` has a Chinese character on both sides and follows a word of grammar).
fn partner_of(cells: &[Cell], at: usize) -> Option<usize> {
    let (marks, reach): (&[char], usize) = match cells[at].c {
        '\'' => (&['\'', '’'], 24),
        '‘' => (&['’', '\''], 80),
        _ => return None,
    };
    let sentence = cells[at + 1..].iter().take(reach).take_while(|cell| !matches!(cell.c, '\n' | '。'));
    let length = sentence.clone().count();
    let closing = (at + 1..=at + length).find(|&i| marks.contains(&cells[i].c))?;
    let strewn = cells[closing].c == '\'' && between_han(cells, closing) && is_particle(before(cells, closing));
    (closing > at + 1 && !strewn).then_some(closing)
}

/// Gives straight single quotation marks around Chinese words their form.
fn pair_quotes(cells: &mut [Cell]) {
    let mut open = false;
    for at in 0..cells.len() {
        match cells[at].c {
            '\n' => open = false,
            '\'' if open && is_han(before(cells, at)) => {
                cells[at].c = '’';
                open = false;
            }
            '\'' if !open && is_han(after(cells, at)) => {
                cells[at].c = '‘';
                open = true;
            }
            _ => {}
        }
    }
}

/// How a text uses marks that can be strays.
struct Habits {
    /// Dots between Chinese characters end its sentences.
    dots_are_stops: bool,
}

impl Habits {
    fn of(cells: &[Cell]) -> Self {
        let dots = (0..cells.len()).filter(|&at| cells[at].c == '.' && between_han(cells, at)).count();
        let stops = cells.iter().filter(|cell| cell.c == '。').count();
        Self { dots_are_stops: dots >= 3 && stops * 4 <= dots }
    }

    /// What a dot between Chinese characters is, and whether it is strewn in: `事业的.发展`, but `一.提高认识` and `阿木.吉古`.
    fn dot(&self, cells: &[Cell], at: usize) -> (char, bool) {
        if follows_number(cells, at) {
            return ('.', false);
        }
        if self.dots_are_stops {
            return ('。', false);
        }
        let left: Vec<char> = cells[at.saturating_sub(3)..at].iter().map(|cell| cell.c).collect();
        let right: Vec<char> = cells[at + 1..].iter().take(3).map(|cell| cell.c).collect();
        let across = names::word(&[left[left.len() - 1], right[0]]) > 0;
        ('·', across || is_particle(left[left.len() - 1]) || is_seam(&left, &right))
    }
}

/// Whether a Chinese number that starts an item stands before a place: `一.`, `（十二.`.
fn follows_number(cells: &[Cell], at: usize) -> bool {
    let number = cells[..at]
        .iter()
        .rev()
        .take(4)
        .take_while(|cell| matches!(cell.c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'))
        .count();
    number > 0 && at.checked_sub(number + 1).is_none_or(|at| !is_han(cells[at].c) && !cells[at].c.is_ascii_alphanumeric())
}

/// Makes spaces behind the ends of sentences line breaks again, in texts that have them behind some sentences only: there
/// a page lost the breaks between its paragraphs (`会议结束。 李四指出`).
pub(super) fn break_paragraphs(cells: &mut [Cell]) {
    let ends = |cell: &Cell| matches!(cell.c, '。' | '！' | '？');
    let begins = |cell: &Cell| is_han(cell.c) || opens(cell.c) || cell.c.is_ascii_digit();
    let is_break = |three: &[Cell]| ends(&three[0]) && three[1].c == ' ' && begins(&three[2]);
    let breaks = cells.windows(3).filter(|three| is_break(three)).count();
    let others = cells.windows(2).filter(|pair| ends(&pair[0]) && begins(&pair[1])).count();
    if breaks > 2 * others {
        return;
    }
    for at in 2..cells.len() {
        if is_break(&cells[at - 2..=at]) {
            cells[at - 1].c = '\n';
        }
    }
}

/// Spaces that say nothing out: beside Chinese punctuation, in dates (`3 月 27 日`), and in lines that put one
/// between nearly all characters; in texts that put one around nearly all numbers (`参会 150 余人`), those too.
pub(super) fn drop_spaces(cells: &[Cell]) -> Vec<Cell> {
    let numbers_apart = sets_numbers_apart(cells);
    let mut out: Vec<Cell> = Vec::with_capacity(cells.len());
    for line in cells.split_inclusive(|cell| cell.c == '\n') {
        let spaced_out = is_spaced_out(line);
        let label = spread_label(line);
        for (at, &cell) in line.iter().enumerate() {
            let left = before(line, at);
            let right = after(line, at);
            let tight = matches!(left, '，' | '、' | '；' | '：')
                || is_mark(right)
                || matches!(left, '“' | '《' | '（')
                || matches!(right, '”' | '》' | '）');
            let date = left.is_ascii_digit() && is_unit(right) || matches!(left, '年' | '月' | '第' | '共') && right.is_ascii_digit();
            let between = spaced_out && is_han(left) && (is_han(right) || right.is_ascii_digit());
            let number = numbers_apart && is_border(left, right) && !is_date(&line[at + 1..]) && !ends_with_date(&line[..at]);
            if cell.c != ' ' || !(tight || date || between || number || at < label) {
                out.push(cell);
            }
        }
    }
    out
}

/// The place of the colon behind a label that is spread to the width of others: `时 间：`, `主 持 人：`.
fn spread_label(line: &[Cell]) -> usize {
    let letter = |&n: &usize| is_han(line[2 * n].c) && (n == 0 || line[2 * n - 1].c == ' ');
    let letters = (0..line.len().div_ceil(2).min(5)).take_while(letter).count();
    let end = (2 * letters).saturating_sub(1);
    let colon = line.iter().skip(end).take(2).any(|cell| cell.c == '：');
    if letters >= 2 && colon { end } else { 0 }
}

/// Whether a text has a space between most of its numbers and the Chinese characters beside them.
fn sets_numbers_apart(cells: &[Cell]) -> bool {
    let spaced = cells.windows(3).filter(|three| three[1].c == ' ' && is_border(three[0].c, three[2].c)).count();
    let joined = cells.windows(2).filter(|pair| is_border(pair[0].c, pair[1].c)).count();
    spaced >= 4 && spaced > joined
}

/// Whether one of two characters is a digit and the other Chinese.
fn is_border(left: char, right: char) -> bool {
    left.is_ascii_digit() && is_han(right) || is_han(left) && right.is_ascii_digit()
}

/// Whether a date of a page's data line starts here (`2024-03-27`): it is no part of the words before it.
fn is_date(cells: &[Cell]) -> bool {
    cells.len() > 4 && cells[..4].iter().all(|cell| cell.c.is_ascii_digit()) && matches!(cells[4].c, '-' | '/' | '.')
}

/// Whether such a date, with a time of day or without, ends here.
fn ends_with_date(cells: &[Cell]) -> bool {
    let figure = |cell: &&Cell| cell.c.is_ascii_digit() || matches!(cell.c, '-' | '/' | '.' | ':' | ' ');
    let length = cells.iter().rev().take(20).take_while(figure).count();
    (cells.len() - length..cells.len()).any(|at| is_date(&cells[at..]))
}

/// Whether a line has a space between most of its Chinese characters (`全 区 工 作 会 议`).
fn is_spaced_out(line: &[Cell]) -> bool {
    let spaced = (1..line.len()).filter(|&at| line[at].c == ' ' && between_han(line, at)).count();
    let joined = line.windows(2).filter(|pair| is_han(pair[0].c) && is_han(pair[1].c)).count();
    spaced >= 4 && spaced > 2 * joined
}

/// Characters that follow a number.
const fn is_unit(c: char) -> bool {
    matches!(
        c,
        '年' | '月'
            | '日'
            | '号'
            | '时'
            | '点'
            | '分'
            | '名'
            | '人'
            | '个'
            | '项'
            | '位'
            | '家'
            | '条'
            | '届'
            | '次'
            | '期'
            | '余'
            | '多'
            | '周'
            | '万'
            | '亿'
            | '元'
            | '%'
    )
}

#[cfg(test)]
mod tests {
    use super::super::cells::read;
    use super::*;

    fn clean(text: &str) -> String {
        let mut cells = drop_markdown(&read(text));
        unify(&mut cells);
        let cells = drop_spaces(&drop_strays(&cells, &mut Vec::new()));
        cells.iter().map(|cell| cell.c).collect()
    }

    #[test]
    fn unifies_marks() {
        assert_eq!(clean("他说:会议在9:00开始,共1,264人;见http://a.b/c"), "他说：会议在9:00开始，共1,264人；见http://a.b/c");
        assert_eq!(clean("第１条ＧＤＰ５％"), "第1条GDP5%");
        assert_eq!(clean("「先進」和\"模范\"、阿木•吉古"), "“先進”和“模范”、阿木·吉古");
        assert_eq!(clean("被评为'先进集体'的单位"), "被评为‘先进集体’的单位");
    }

    #[test]
    fn drops_strays() {
        assert_eq!(clean("各项事业的.发展,完成今年的'任务,向受表彰的'集体祝贺"), "各项事业的发展，完成今年的任务，向受表彰的集体祝贺");
        assert_eq!(clean("获悉,,今年科技兴农,、治理示范,。"), "获悉，今年科技兴农、治理示范。");
        assert_eq!(clean("一.提高认识\n1.粉尘治理\n阿木.吉古发言"), "一.提高认识\n1.粉尘治理\n阿木·吉古发言");
    }

    #[test]
    fn drops_spaces_that_say_nothing() {
        assert_eq!(clean("3 月 27 日 ， 全区 召开会议"), "3月27日，全区 召开会议");
        assert_eq!(clean("全 区 工 作 会 议"), "全区工作会议");
        assert_eq!(clean("在 5 楼共 150 余人，学习 3 遍 2024-03-27 9:30 阅读"), "在5楼共150余人，学习3遍 2024-03-27 9:30 阅读");
        assert_eq!(clean("时    间：3月2日\n主 持 人：林知\n出  席：何方"), "时间：3月2日\n主持人：林知\n出席：何方");
        assert_eq!(clean("# 标题\n- 第一\n**重点** ![图](http://a.b/c.png)看[原文](http://a.b)"), "标题\n第一\n重点 看原文");
    }
}
