//! Runs `tests/cases/directives/*.txt`: pieces of reports and what is asked in them.
//!
//! A case is `案 what it shows`, if need be `人 names that are known to be people`, `讲 the title line above a speech in full`,
//! the report (one paragraph a line), and for each directive a line `→ speaker | ordinal | text | addressee`. `-` stands for
//! nothing, `…` in the text for what is left out; the addressee may be left off. Lines that begin with `#` are comments.

#[path = "common/cases.rs"]
mod cases;
#[path = "common/piece.rs"]
mod piece;

use cases::{differences, run_folder, under};
use jiyao::Directive;
use jiyao::clean::Clean;
use jiyao::extract::directives::directives;
use jiyao::lexicon::Matches;
use jiyao::tag::PersonMention;
use jiyao::text::CharSpan;
use piece::{Piece, pieces};

#[test]
fn pieces_of_reports_give_what_is_asked_in_them() {
    run_folder("directives", "the head of tests/directive_cases.rs", |text| {
        pieces(text).iter().map(|piece| under(&piece.name, &run(piece))).collect()
    });
}

/// What is wrong with the rows of a case.
fn run(piece: &Piece) -> Vec<String> {
    let (clean, layout) = piece.read();
    let matches = Matches::scan(clean.chars());
    let found = directives(&clean, &matches, &layout, &mentions(&clean, &piece.people)).rows;
    differences(&piece.expected(), &found, agrees, show)
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
