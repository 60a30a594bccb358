//! Runs `tests/cases/people/*.txt`: single sentences of reports and the attendees that they name.
//!
//! A line is `sentence ⇒ row；row`. A row is `name｜posts with 、between｜roles with 、between`; behind the name of a body stands
//! `（单位）`, behind a group `（群体）` or, with its number, `（群体，70）`. `⇒ 无` says that the sentence names nobody who took part.
//! The roles are 主持、出席、讲话、报告、交流、宣读、颁奖, in this order. Lines that begin with `#` are comments.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::{Attendee, AttendeeKind, Role};

#[test]
fn sentences_give_the_people_who_took_part() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/people");
    let mut complaints = String::new();
    for entry in fs::read_dir(folder).expect("the cases are there") {
        let path = entry.expect("the cases can be read").path();
        let text = fs::read_to_string(&path).expect("a case is UTF-8");
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let complaint = run(line);
            if !complaint.is_empty() {
                let _ = write!(complaints, "\n{} / {line}\n{complaint}", path.file_name().unwrap_or_default().to_string_lossy());
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "{complaints}\n  (缺: expected but not found, 多: found but not expected)\n  help: the head of tests/people_cases.rs explains the format"
    );
}

/// What is wrong with the rows of a case, a line each.
fn run(case: &str) -> String {
    let Some((sentence, expected)) = case.split_once('⇒') else {
        return "  there is no ⇒ between the sentence and its rows\n".to_owned();
    };
    let text = format!("青禾县召开工作会议\n3月2日，青禾县工作会议在县会议中心召开。{}\n", sentence.trim());
    let mut left: Vec<String> = jiyao::analyze(&text).reports.iter().flat_map(|report| &report.attendees).map(row).collect();
    let mut complaint = String::new();
    for expected in expected.trim().split('；').map(str::trim).filter(|row| *row != "无") {
        match left.iter().position(|found| found == expected) {
            Some(at) => {
                left.remove(at);
            }
            None => {
                let _ = writeln!(complaint, "  缺 {expected}");
            }
        }
    }
    for row in left {
        let _ = writeln!(complaint, "  多 {row}");
    }
    complaint
}

/// An attendee as a row of a case.
fn row(attendee: &Attendee) -> String {
    let kind = match (attendee.kind, attendee.count) {
        (AttendeeKind::Person, _) => String::new(),
        (AttendeeKind::Organization, _) => "（单位）".to_owned(),
        (AttendeeKind::Group, None) => "（群体）".to_owned(),
        (AttendeeKind::Group, Some(count)) => format!("（群体，{count}）"),
    };
    let mut roles = attendee.roles.clone();
    roles.sort_unstable();
    let roles: Vec<&str> = roles.into_iter().map(role).collect();
    format!("{}{kind}｜{}｜{}", attendee.name, attendee.positions.join("、"), roles.join("、"))
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Presided => "主持",
        Role::Attended => "出席",
        Role::Spoke => "讲话",
        Role::Reported => "报告",
        Role::Exchanged => "交流",
        Role::Announced => "宣读",
        Role::Presented => "颁奖",
    }
}
