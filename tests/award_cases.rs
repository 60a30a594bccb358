//! Runs `tests/cases/awards/*.txt`: pieces of reports and the honours that they tell of.
//!
//! A case is `案 what it shows`, the text (one paragraph a line; `讲 the title line` makes it the text of a speech), and for each honour and winner a
//! line `→ honour｜winner｜number`. No winner named, no number given: the place stays empty. `→ 无` says that nothing is told. Lines
//! that begin with `#` are comments.

#[path = "common/cases.rs"]
mod cases;
#[path = "common/piece.rs"]
mod piece;

use cases::{differences, run_folder, under};
use jiyao::extract::awards::awards;
use jiyao::lexicon::Matches;
use jiyao::tag::tag;
use piece::{Piece, pieces};

#[test]
fn pieces_of_reports_give_the_honours_that_they_tell_of() {
    run_folder("awards", "the head of tests/award_cases.rs", |text| {
        pieces(text).iter().map(|piece| under(&piece.name, &run(piece))).collect()
    });
}

/// What is wrong with the rows of a case.
fn run(piece: &Piece) -> Vec<String> {
    let (clean, layout) = piece.read();
    let matches = Matches::scan(clean.chars());
    let tagged = tag(&clean, &matches, &layout);
    let row = |award: jiyao::Award| {
        let count = award.count.map(|count| count.to_string());
        format!("{}｜{}｜{}", award.honor, award.recipient.unwrap_or_default(), count.unwrap_or_default())
    };
    let found: Vec<String> = awards(&clean, &tagged, &layout).rows.into_iter().map(row).collect();
    differences(&piece.expected(), &found, |row, found| row == found, Clone::clone)
}
