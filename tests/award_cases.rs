//! Runs `tests/cases/awards/*.txt`: pieces of reports and the honours that they tell of.
//!
//! A case is `案 what it shows`, the text (one paragraph a line; `讲 the title line` makes it the text of a speech), and for each honour and winner a
//! line `→ honour｜winner｜number`. No winner named, no number given: the place stays empty. `→ 无` says that nothing is told. Lines
//! that begin with `#` are comments.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::clean::{self, Clean};
use jiyao::extract::awards::awards;
use jiyao::layout::{Paragraph, ReportLayout};
use jiyao::lexicon::Matches;
use jiyao::rules::{Rule, Step};
use jiyao::tag::tag;
use jiyao::text::CharSpan;

#[derive(Default)]
struct Case {
    name: String,
    head: String,
    body: Vec<String>,
    expected: Vec<String>,
}

#[test]
fn pieces_of_reports_give_the_honours_that_they_tell_of() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/awards");
    let mut complaints = String::new();
    for entry in fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("the cases can be read").path();
        let text = fs::read_to_string(&path).expect("a case is UTF-8");
        for case in cases(&text) {
            let complaint = run(&case);
            if !complaint.is_empty() {
                let _ = write!(complaints, "\n{} / {}\n{complaint}", path.file_name().unwrap_or_default().to_string_lossy(), case.name);
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "{complaints}\n  (缺: expected but not found, 多: found but not expected)\n  help: the head of tests/award_cases.rs explains the format"
    );
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("案 ") {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
            continue;
        }
        let case = cases.last_mut().expect("a file begins with 案");
        if let Some(head) = line.strip_prefix("讲 ") {
            head.clone_into(&mut case.head);
        } else if let Some(row) = line.strip_prefix("→ ") {
            case.expected.push(row.trim().to_owned());
        } else {
            case.body.push(line.to_owned());
        }
    }
    cases
}

/// What is wrong with the rows of a case, a line each.
fn run(case: &Case) -> String {
    let clean = clean::clean(&format!("{}\n{}", case.head, case.body.join("\n")));
    let matches = Matches::scan(clean.chars());
    let layout = layout(&clean, case.head.chars().count());
    let tagged = tag(&clean, &matches, &layout);
    let mut left: Vec<String> = awards(&clean, &tagged, &layout)
        .rows
        .into_iter()
        .map(|award| {
            let count = award.count.map(|count| count.to_string());
            format!("{}｜{}｜{}", award.honor, award.recipient.unwrap_or_default(), count.unwrap_or_default())
        })
        .collect();
    let mut complaint = String::new();
    for row in case.expected.iter().filter(|row| *row != "无") {
        match left.iter().position(|found| found == row) {
            Some(i) => {
                left.remove(i);
            }
            None => {
                let _ = writeln!(complaint, "  缺 {row}");
            }
        }
    }
    for row in left {
        let _ = writeln!(complaint, "  多 {row}");
    }
    complaint
}

/// The title and behind it one paragraph a line; sentences end at 。！？.
fn layout(clean: &Clean, head: usize) -> ReportLayout {
    let chars = clean.chars();
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
    ReportLayout { span: CharSpan::new(0, chars.len()), heading, preface: Vec::new(), paragraphs, published: None, step }
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
