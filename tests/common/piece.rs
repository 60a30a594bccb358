//! Pieces of reports: cases of one stage, read without those before it.

use jiyao::clean::{self, Clean};
use jiyao::layout::{Paragraph, ReportLayout};
use jiyao::rules::{Rule, Step};
use jiyao::text::CharSpan;

/// A case: `案 what it shows`, `讲 the title line above a speech`, `人 names that are known to be people`, the text with a
/// paragraph a line, and `→ ` before each expected row. Lines that begin with `#` are comments.
#[derive(Debug, Default)]
pub struct Piece {
    pub name: String,
    pub people: Vec<String>,
    head: String,
    body: Vec<String>,
    expected: Vec<String>,
}

/// The cases of a file.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("案 ") {
            pieces.push(Piece { name: name.to_owned(), ..Piece::default() });
            continue;
        }
        let piece = pieces.last_mut().expect("a file begins with 案");
        if let Some(people) = line.strip_prefix("人 ") {
            piece.people = people.split('、').map(str::to_owned).collect();
        } else if let Some(head) = line.strip_prefix("讲 ") {
            head.clone_into(&mut piece.head);
        } else if let Some(row) = line.strip_prefix("→ ") {
            piece.expected.push(row.to_owned());
        } else {
            piece.body.push(line.to_owned());
        }
    }
    pieces
}

impl Piece {
    /// The rows that are expected; `无` says that there is none.
    pub fn expected(&self) -> Vec<&str> {
        self.expected.iter().map(String::as_str).filter(|row| *row != "无").collect()
    }

    /// The clean text, and its layout as a report: the title, and behind it one paragraph a line; sentences end at 。！？.
    pub fn read(&self) -> (Clean, ReportLayout) {
        let clean = clean::clean(&format!("{}\n{}", self.head, self.body.join("\n")));
        let chars = clean.chars();
        let head = self.head.chars().count();
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for line in chars.split(|&c| c == '\n') {
            let span = CharSpan::new(at, at + line.len());
            if (at > 0 || head == 0) && !line.is_empty() {
                paragraphs.push(Paragraph { span, sentences: sentences(chars, span) });
            }
            at += line.len() + 1;
        }
        let heading = (head > 0).then(|| CharSpan::new(0, head));
        let step = Step::new(Rule::ReportTellsMeeting, CharSpan::new(0, 0));
        let layout = ReportLayout { span: CharSpan::new(0, chars.len()), heading, preface: Vec::new(), paragraphs, published: None, step };
        (clean, layout)
    }
}

fn sentences(chars: &[char], span: CharSpan) -> Vec<CharSpan> {
    let mut start = span.start;
    let mut sentences = Vec::new();
    for at in span.range() {
        let ends = matches!(chars[at], '。' | '！' | '？') && !chars.get(at + 1).is_some_and(|c| matches!(c, '”' | '。'));
        let quote = chars[at] == '”' && at > start && matches!(chars[at - 1], '。' | '！' | '？');
        if ends || quote || at + 1 == span.end {
            sentences.push(CharSpan::new(start, at + 1));
            start = at + 1;
        }
    }
    sentences
}
