//! Runs `tests/cases/reports/*.txt`: whole reports and the tables that a reader finds in them. `tests/cases/README.md`
//! describes the format.

#[path = "common/attendee.rs"]
mod attendee;
#[path = "common/cases.rs"]
mod cases;

use attendee::attendee_row;
use cases::{differences, run_folder, under};
use jiyao::{Award, Directive, Report};

/// What is expected of one report: the lines of each table that the case lists.
#[derive(Debug, Default)]
struct Expected {
    name: Option<String>,
    date: Option<String>,
    place: Option<String>,
    same_meeting_as: Option<u32>,
    attendees: Option<Vec<String>>,
    absent: Vec<String>,
    awards: Option<Vec<String>>,
    directives: Option<Vec<String>>,
}

/// One of the tables of an expectation.
type Rows = fn(&mut Expected) -> &mut Option<Vec<String>>;

#[test]
fn reports_give_the_tables_that_a_reader_finds() {
    run_folder("reports", "tests/cases/README.md", |case| under(case.lines().next().unwrap_or_default(), &run(case)));
}

/// What is wrong with a case.
fn run(case: &str) -> Vec<String> {
    let Some((text, expectation)) = case.split_once("\n====\n") else {
        return vec!["there is no line ==== between the text and what is expected".to_owned()];
    };
    let expected = match parse(expectation) {
        Ok(expected) => expected,
        Err(complaint) => return vec![complaint],
    };
    let reports = jiyao::analyze(text).reports;
    if reports.len() != expected.len() {
        return vec![format!("{} reports are expected, {} were found", expected.len(), reports.len())];
    }
    reports.iter().zip(&expected).flat_map(|(report, expected)| compare(report, expected)).collect()
}

/// The expectations of a case, one a report.
fn parse(expectation: &str) -> Result<Vec<Expected>, String> {
    let lines = || expectation.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    if lines().eq(["没有报告"]) {
        return Ok(Vec::new());
    }
    let mut reports = vec![Expected::default()];
    let mut table: Option<Rows> = None;
    for line in lines() {
        if line == "----" {
            reports.push(Expected::default());
            table = None;
            continue;
        }
        let report = reports.last_mut().ok_or("there is always a report")?;
        if let (true, Some(rows)) = (line.contains('｜'), table) {
            rows(report).get_or_insert_default().push(line.to_owned());
            continue;
        }
        let (label, value) = line.split_once('：').ok_or_else(|| format!("not understood: {line}"))?;
        let value = value.trim();
        table = None;
        match label {
            "会议" => report.name = Some(value.to_owned()),
            "日期" => report.date = Some(value.to_owned()),
            "地点" => report.place = Some(value.to_owned()),
            "同一会议" => report.same_meeting_as = Some(value.parse::<u32>().map_err(|_| format!("no number: {line}"))?),
            "不参会" => report.absent.extend(value.split('、').map(str::to_owned)),
            "参会" | "奖项" | "要求" if value.is_empty() || value == "无" => {
                let rows: Rows = match label {
                    "参会" => |report| &mut report.attendees,
                    "奖项" => |report| &mut report.awards,
                    _ => |report| &mut report.directives,
                };
                *rows(report) = Some(Vec::new());
                table = value.is_empty().then_some(rows);
            }
            _ => return Err(format!("not understood: {line}")),
        }
    }
    Ok(reports)
}

fn compare(report: &Report, expected: &Expected) -> Vec<String> {
    let meeting = &report.meeting;
    let mut complaints = Vec::new();
    let facts = [
        ("会议", &expected.name, meeting.name.as_ref().map(|name| &name.text)),
        ("日期", &expected.date, meeting.date.as_ref().map(|date| &date.text)),
        ("地点", &expected.place, meeting.place.as_ref().map(|place| &place.text)),
    ];
    for (label, expected, found) in facts {
        let found = found.map_or("无", String::as_str);
        if expected.as_ref().is_some_and(|expected| expected != found) {
            complaints.push(format!("{label}：缺 {}，多 {found}", expected.as_deref().unwrap_or_default()));
        }
    }
    if let Some(number) = expected.same_meeting_as
        && report.same_meeting_as != number.checked_sub(1)
    {
        complaints.push(format!("同一会议：缺 {number}，多 {:?}", report.same_meeting_as.map(|index| index + 1)));
    }
    for name in expected.absent.iter().filter(|name| report.attendees.iter().any(|attendee| attendee.name == **name)) {
        complaints.push(format!("不参会：多 {name}"));
    }
    rows("参会", expected.attendees.as_deref(), &report.attendees, |row, found| row == attendee_row(found), attendee_row, &mut complaints);
    rows("奖项", expected.awards.as_deref(), &report.awards, |row, found| row == award_row(found), award_row, &mut complaints);
    rows("要求", expected.directives.as_deref(), &report.directives, is_directive, directive_row, &mut complaints);
    complaints
}

/// What is wrong with the rows of a table, if the case lists any.
fn rows<T>(
    table: &str,
    expected: Option<&[String]>,
    found: &[T],
    same: impl Fn(&str, &T) -> bool,
    show: impl Fn(&T) -> String,
    complaints: &mut Vec<String>,
) {
    let Some(expected) = expected else { return };
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    complaints.extend(differences(&expected, found, same, show).into_iter().map(|complaint| format!("{table}：{complaint}")));
}

/// `先进集体｜青石镇水利站｜14`
fn award_row(award: &Award) -> String {
    let count = award.count.map(|count| count.to_string()).unwrap_or_default();
    format!("{}｜{}｜{count}", award.honor, award.recipient.as_deref().unwrap_or_default())
}

/// `林知远｜1｜一是要把…每个村组`
fn directive_row(directive: &Directive) -> String {
    let ordinal = directive.ordinal.map(|ordinal| ordinal.to_string()).unwrap_or_default();
    format!("{}｜{ordinal}｜{}", directive.speaker.as_deref().unwrap_or_default(), directive.text)
}

fn is_directive(row: &str, directive: &Directive) -> bool {
    let Some((head, wording)) = row.rsplit_once('｜') else { return false };
    let whole = directive_row(directive);
    let Some(text) = whole.strip_prefix(head).and_then(|rest| rest.strip_prefix('｜')) else { return false };
    match wording.split_once('…') {
        Some((start, end)) => text.starts_with(start) && text.ends_with(end),
        None => text == wording,
    }
}
