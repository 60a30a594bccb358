//! The derivation of every row: the catalogue of rules tells the truth, and no row is without a rule.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::rules::Table;
use jiyao::{Because, Explanation, Options, PersonalEntry, PersonalLexicon, ReportDerivation, Rule, WordKind};

/// What makes a report of an example about one of the tables.
const OPENING: &str = "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。\n";

/// The derivations of all rows of a report.
fn rows(report: &ReportDerivation) -> impl Iterator<Item = &[Because]> {
    let facts = [&report.meeting.name, &report.meeting.date, &report.meeting.place];
    let rows = report.attendees.iter().chain(&report.awards).chain(&report.directives);
    let report = std::slice::from_ref(&report.report);
    std::iter::once(report).chain(facts.into_iter().filter(|fact| fact.is_some()).map(Option::as_slice)).chain(rows.map(Vec::as_slice))
}

/// Reads with the word of one's own that the examples speak of.
fn own_words() -> Options {
    let entries = vec![PersonalEntry { word: "伍拾壹".to_owned(), kind: WordKind::Person }];
    Options::new().lexicon(&PersonalLexicon { entries })
}

/// Whether a rule has a part in a row of a text.
fn takes_part(rule: Rule, text: &str) -> bool {
    own_words().explain(text).reports.iter().flat_map(rows).flatten().any(|because| because.rule == rule)
}

#[test]
fn every_rule_has_a_part_in_a_row_of_its_example() {
    let mut complaints = String::new();
    for &rule in Rule::ALL {
        let example = rule.example();
        let own = rule.table() == Table::Meeting || takes_part(rule, example);
        if !takes_part(rule, &if own { example.to_owned() } else { format!("{OPENING}{example}") }) {
            let _ = writeln!(complaints, "{}: {example}", rule.name());
            for because in jiyao::explain(&format!("{OPENING}{example}")).reports.iter().flat_map(rows).flatten() {
                let _ = writeln!(complaints, "    {} at {:?}", because.rule.name(), because.span);
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "rules that have no part in their examples, and those that have:\n{complaints}\n  help: `src/rules/catalogue.rs` has the examples; `cargo run -- --explain FILE` shows which rules read a text"
    );
}

#[test]
fn every_rule_says_what_it_does_and_has_a_name_of_its_own() {
    let names: HashSet<String> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert!(!rule.says().is_empty() && !rule.example().is_empty(), "{}", rule.name());
    }
}

#[test]
fn every_row_of_the_corpus_has_a_derivation_in_the_text() {
    let mut rows_seen = 0;
    for text in corpus() {
        let Explanation { analysis, reports, .. } = jiyao::explain(&text);
        assert_eq!(analysis, jiyao::analyze(&text), "to explain a text must not change what is found in it");
        let length = u32::try_from(text.encode_utf16().count()).expect("a corpus text is short");
        for (report, derivation) in analysis.reports.iter().zip(&reports) {
            assert_eq!(derivation.meeting.name.is_some(), report.meeting.name.is_some());
            assert_eq!(derivation.meeting.date.is_some(), report.meeting.date.is_some());
            assert_eq!(derivation.meeting.place.is_some(), report.meeting.place.is_some());
            assert_eq!(derivation.attendees.len(), report.attendees.len());
            assert_eq!(derivation.awards.len(), report.awards.len());
            assert_eq!(derivation.directives.len(), report.directives.len());
            for row in rows(derivation) {
                rows_seen += 1;
                assert!(!row.is_empty(), "a row of {:?} has no derivation: {derivation:?}", report.heading);
                for because in row {
                    assert!(because.span.start < because.span.end && because.span.end <= length, "{because:?} has no words in the text");
                }
            }
        }
    }
    assert!(rows_seen > 0, "the corpus has no row");
}

/// The texts of the corpora.
fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for folder in ["corpus", "corpus-second"] {
        for entry in fs::read_dir(root.join(folder)).expect("the corpus is there") {
            let path = entry.expect("the corpus can be read").path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                texts.push(fs::read_to_string(path).expect("the corpus is UTF-8"));
            }
        }
    }
    texts
}
