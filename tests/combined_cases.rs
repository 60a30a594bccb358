//! Sentences put together from the lists of `tests/cases/combinations/`: who, with what post, did what; groups with their numbers;
//! bodies in a row. Each must give the rows that the lists say, whichever words meet in it, and no other.
//!
//! A list has a word a line, behind `｜` what it gives: the roles of a deed (as in `people/`), the number of a total. To add a word, add a
//! line. `JIYAO_SEED=7 PROPTEST_CASES=5000 cargo test --release --test combined_cases` tries other combinations.

#[path = "common/attendee.rs"]
mod attendee;
#[path = "common/cases.rs"]
#[allow(dead_code, reason = "only rows are compared here")]
mod cases;
#[path = "common/chance.rs"]
mod chance;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use attendee::attendee_row;
use cases::differences;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The lines of a list, each with what stands behind `｜`.
fn list(name: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/combinations").join(name).with_extension("txt");
    let text = fs::read_to_string(&path).expect("the list is there");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let entries: Vec<(String, String)> =
        lines.map(|line| line.split_once('｜').unwrap_or((line, ""))).map(|(word, gives)| (word.to_owned(), gives.to_owned())).collect();
    assert!(entries.len() > 3, "{name} is short");
    entries
}

macro_rules! lists {
    ($($name:ident $file:literal),*) => { $(static $name: LazyLock<Vec<(String, String)>> = LazyLock::new(|| list($file));)* };
}

lists!(
    NAMES "names", POSTS "posts", DEEDS "deeds", ATTENDED "attended", OPENERS "openers", PEOPLE "people", TOTALS "totals", BODIES "bodies",
    BODY_DEEDS "body-deeds"
);

/// An entry of a list.
type Entry = &'static (String, String);

fn one(list: &'static [(String, String)]) -> impl Strategy<Value = Entry> {
    (0..list.len()).prop_map(|at| &list[at])
}

/// Some of a list, no one twice.
fn some(list: &'static [(String, String)], most: usize) -> impl Strategy<Value = Vec<Entry>> {
    subsequence(list.iter().collect::<Vec<_>>(), 1..=most).prop_shuffle()
}

/// Checks that a sentence of a report gives these rows of attendees.
fn gives(sentence: &str, expected: &[String]) -> Result<(), TestCaseError> {
    let text = format!("青禾县召开工作会议\n3月2日，青禾县工作会议在县会议中心召开。{sentence}\n");
    let found: Vec<String> = jiyao::analyze(&text).reports.iter().flat_map(|report| &report.attendees).map(attendee_row).collect();
    let rows: Vec<&str> = expected.iter().map(String::as_str).collect();
    let wrong = differences(&rows, &found, |row, found| row == found, Clone::clone);
    prop_assert!(wrong.is_empty(), "{sentence}\n  {}", wrong.join("\n  "));
    Ok(())
}

proptest! {
    #![proptest_config(chance::config(1500))]

    #[test]
    fn somebody_with_a_post_does_something(name in one(&NAMES), post in one(&POSTS), deed in one(&DEEDS)) {
        gives(&format!("{}{}{}。", post.0, name.0, deed.0), &[format!("{}｜{}｜{}", name.0, post.0, deed.1)])?;
    }

    #[test]
    fn people_with_posts_stand_in_a_row(
        names in some(&NAMES, 5),
        posts in prop::collection::vec(one(&POSTS), 5),
        deed in one(&ATTENDED),
        mark in select(vec!["、", "，"]),
        tail in select(vec!["", "等", "等领导"]),
    ) {
        let people: Vec<String> = names.iter().zip(&posts).map(|(name, post)| format!("{}{}", post.0, name.0)).collect();
        let rows: Vec<String> = names.iter().zip(&posts).map(|(name, post)| format!("{}｜{}｜出席", name.0, post.0)).collect();
        gives(&format!("{}{tail}{}。", people.join(mark), deed.0), &rows)?;
    }

    #[test]
    fn groups_take_part(
        openers in some(&OPENERS, 3),
        people in some(&PEOPLE, 3),
        total in one(&TOTALS),
        counted in any::<bool>(),
        deed in one(&ATTENDED),
    ) {
        let groups: Vec<String> = openers.iter().zip(&people).map(|(opener, people)| format!("{}{}", opener.0, people.0)).collect();
        // Whose number stands behind several groups is another question.
        let counted = counted && groups.len() == 1;
        let count = if counted { format!("，{}", total.1) } else { String::new() };
        let rows: Vec<String> = groups.iter().map(|group| format!("{group}（群体{count}）｜｜出席")).collect();
        gives(&format!("{}{}{}。", groups.join("，"), if counted { &total.0 } else { "" }, deed.0), &rows)?;
    }

    #[test]
    fn bodies_stand_in_a_row(
        bodies in some(&BODIES, 4),
        deed in one(&BODY_DEEDS),
        joint in select(vec!["、", "和", "与"]),
        tail in select(vec!["", "等9家单位", "等单位"]),
    ) {
        let names: Vec<&str> = bodies.iter().map(|body| body.0.as_str()).collect();
        let (last, others) = names.split_last().expect("at least one");
        let row = if others.is_empty() { (*last).to_owned() } else { format!("{}{joint}{last}", others.join("、")) };
        let rows: Vec<String> = names.iter().map(|name| format!("{name}（单位）｜｜{}", deed.1)).collect();
        gives(&format!("{row}{tail}{}。", deed.0), &rows)?;
    }
}
