//! Runs `tests/cases/directives/*.txt`: pieces of reports and what is asked in them.
//!
//! A case is `案 what it shows`, if need be `人 names that are known to be people`, `讲 the title line above a speech in full`,
//! the report (one paragraph a line), and for each directive a line `→ speaker | ordinal | text | addressee`. `-` stands for
//! nothing, `…` in the text for what is left out; the addressee may be left off. Lines that begin with `#` are comments.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::clean::Clean;
use jiyao::extract::directives::directives;
use jiyao::layout::{Paragraph, ReportLayout};
use jiyao::lexicon::Matches;
use jiyao::rules::{Rule, Step};
use jiyao::tag::PersonMention;
use jiyao::text::CharSpan;
use jiyao::{Directive, clean};

#[derive(Default)]
struct Case {
    name: String,
    people: Vec<String>,
    head: String,
    body: Vec<String>,
    expected: Vec<String>,
}

#[test]
fn pieces_of_reports_give_what_is_asked_in_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/directives");
    let mut complaints = String::new();
    for entry in fs::read_dir(&folder).expect("the cases are there") {
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
        "{complaints}\n  (缺: expected but not found, 多: found but not expected)\n  help: the head of tests/directive_cases.rs explains the format"
    );
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("案 ") {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
            continue;
        }
        let case = cases.last_mut().expect("a file begins with 案");
        if let Some(people) = line.strip_prefix("人 ") {
            case.people = people.split('、').map(str::to_owned).collect();
        } else if let Some(head) = line.strip_prefix("讲 ") {
            head.clone_into(&mut case.head);
        } else if let Some(row) = line.strip_prefix("→ ") {
            case.expected.push(row.to_owned());
        } else {
            case.body.push(line.to_owned());
        }
    }
    cases
}

/// What is wrong with the rows of a case, a line each.
fn run(case: &Case) -> String {
    let text = format!("{}\n{}", case.head, case.body.join("\n"));
    let clean = clean::clean(&text);
    let matches = Matches::scan(clean.chars());
    let found = directives(&clean, &matches, &layout(&clean), &mentions(&clean, &case.people)).rows;
    let mut left: Vec<&Directive> = found.iter().collect();
    let mut complaint = String::new();
    for row in &case.expected {
        match left.iter().position(|directive| agrees(row, directive)) {
            Some(i) => {
                left.remove(i);
            }
            None => {
                let _ = writeln!(complaint, "  缺 {row}");
            }
        }
    }
    for directive in left {
        let _ = writeln!(complaint, "  多 {}", show(directive));
    }
    complaint
}

fn show(directive: &Directive) -> String {
    let or = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let ordinal = or(directive.ordinal.map(|number| number.to_string()));
    format!("{} | {ordinal} | {} | {}", or(directive.speaker.clone()), directive.text, or(directive.addressee.clone()))
}

fn agrees(row: &str, directive: &Directive) -> bool {
    let shown = show(directive);
    let (expected, found): (Vec<&str>, Vec<&str>) = (row.split(" | ").collect(), shown.split(" | ").collect());
    expected.iter().zip(&found).all(|(expected, found)| match expected.split_once('…') {
        Some((from, to)) => found.starts_with(from) && found.ends_with(to),
        None => expected == found,
    })
}

/// One paragraph a line behind the first, sentences end at 。！？.
fn layout(clean: &Clean) -> ReportLayout {
    let chars = clean.chars();
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in chars.split(|&c| c == '\n') {
        let span = CharSpan::new(at, at + line.len());
        if at > 0 && !line.is_empty() {
            paragraphs.push(Paragraph { span, sentences: sentences(chars, span) });
        }
        at += line.len() + 1;
    }
    let step = Step::new(Rule::ReportTellsMeeting, CharSpan::new(0, 0));
    ReportLayout { span: CharSpan::new(0, chars.len()), heading: None, preface: Vec::new(), paragraphs, published: None, step }
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

fn mentions(clean: &Clean, people: &[String]) -> Vec<PersonMention> {
    let chars = clean.chars();
    let mut mentions = Vec::new();
    for name in people {
        let name_chars: Vec<char> = name.chars().collect();
        let found = (0..chars.len()).filter(|&at| chars[at..].starts_with(&name_chars));
        mentions.extend(found.map(|at| PersonMention { span: CharSpan::new(at, at + name_chars.len()), name: name.clone() }));
    }
    mentions.sort_by_key(|mention| mention.span);
    mentions
}
