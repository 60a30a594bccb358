//! Runs `tests/cases/people/*.txt`: single sentences of reports and the attendees that they name.
//!
//! A line is `sentence ⇒ row；row`. A row is `name｜posts with 、between｜roles with 、between`; behind the name of a body stands
//! `（单位）`, behind a group `（群体）` or, with its number, `（群体，70）`. `⇒ 无` says that the sentence names nobody who took part.
//! The roles are 主持、出席、讲话、报告、交流、宣读、颁奖, in this order. Lines that begin with `#` are comments.

#[path = "common/attendee.rs"]
mod attendee;
#[path = "common/cases.rs"]
mod cases;

use attendee::attendee_row;
use cases::{differences, run_folder, under};

#[test]
fn sentences_give_the_people_who_took_part() {
    run_folder("people", "the head of tests/people_cases.rs", |text| {
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| under(line, &run(line))).collect()
    });
}

/// What is wrong with the rows of a case.
fn run(case: &str) -> Vec<String> {
    let Some((sentence, expected)) = case.split_once('⇒') else {
        return vec!["there is no ⇒ between the sentence and its rows".to_owned()];
    };
    let text = format!("青禾县召开工作会议\n3月2日，青禾县工作会议在县会议中心召开。{}\n", sentence.trim());
    let found: Vec<String> = jiyao::analyze(&text).reports.iter().flat_map(|report| &report.attendees).map(attendee_row).collect();
    let expected: Vec<&str> = expected.trim().split('；').map(str::trim).filter(|row| *row != "无").collect();
    differences(&expected, &found, |row, found| row == found, Clone::clone)
}
