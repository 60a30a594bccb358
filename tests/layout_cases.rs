//! Runs `tests/cases/layout/*.txt` and `tests/cases/meeting/*.txt`; the README in each folder describes its format.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::clean::{Clean, clean};
use jiyao::layout::{Layout, ReportLayout, layout};
use jiyao::lexicon::Matches;
use jiyao::text::CharSpan;

/// The case files of a folder, by name.
fn cases(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let paths = fs::read_dir(&folder).expect("the cases are there").map(|entry| entry.expect("the cases can be read").path());
    let mut found: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a case is UTF-8").replace("\r\n", "\n"))
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no case in {}", folder.display());
    found
}

#[test]
fn pages_fall_into_reports_paragraphs_and_sentences() {
    let mut complaints = String::new();
    for (name, case) in cases("layout") {
        let (page, expected) = case.split_once("\n====\n").expect("a line ==== stands between the page and what is expected");
        let clean = clean(page);
        let layout = layout(&clean, &Matches::scan(clean.chars()));
        let found = told(&clean, &layout);
        let reports: Vec<&str> = if expected.trim() == "没有报告" { Vec::new() } else { expected.split("\n----\n").collect() };
        let (mut wanted, mut aside) = (Vec::new(), Vec::new());
        for report in reports {
            let (text, chrome) = report.split_once("\n页面：\n").unwrap_or((report, ""));
            wanted.push(text.trim().to_owned());
            aside.extend(chrome.lines());
        }
        if wanted != found {
            let _ = writeln!(complaints, "\n{name}: expected\n{}\nfound\n{}", wanted.join("\n----\n"), found.join("\n----\n"));
        }
        let chrome: Vec<String> = layout.chrome.iter().map(|&span| clean.text(span)).collect();
        for piece in aside.iter().filter(|piece| !chrome.iter().any(|line| line.contains(**piece))) {
            let _ = writeln!(complaints, "\n{name}: {piece} is not set aside; these are: {chrome:?}");
        }
    }
    assert!(complaints.is_empty(), "{complaints}\n  help: tests/cases/layout/README.md explains the format");
}

/// The reports of a layout, in the words of the case files.
fn told(clean: &Clean, layout: &Layout) -> Vec<String> {
    let joined = |span: CharSpan| clean.text(span).replace(['\n', ' '], "");
    let told = |report: &ReportLayout| {
        let mut lines = vec![format!("标题：{}", report.heading.map_or("无".to_owned(), |heading| clean.text(heading)))];
        if !report.preface.is_empty() {
            lines.push("题下：".to_owned());
            lines.extend(report.preface.iter().map(|&line| clean.text(line)));
        }
        lines.push("正文：".to_owned());
        for paragraph in &report.paragraphs {
            lines.push(paragraph.sentences.iter().map(|&sentence| joined(sentence)).collect::<Vec<_>>().join("｜"));
        }
        lines.join("\n")
    };
    layout.reports.iter().map(told).collect()
}

#[test]
fn meetings_have_their_name_date_and_place() {
    let mut complaints = String::new();
    for (name, case) in cases("meeting") {
        let mut text = "";
        for line in case.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some(expected) = line.strip_prefix("→ ") else {
                text = line;
                continue;
            };
            let found = meeting(&text.replace("\\n", "\n"), expected.split(" / ").next().unwrap_or_default().split('｜').count());
            if found != expected {
                let _ = writeln!(complaints, "\n{name}: {text}\n  expected {expected}\n  found    {found}");
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}\n  help: tests/cases/meeting/README.md explains the format");
}

/// The meetings of a text, in the words of the case files.
fn meeting(text: &str, places: usize) -> String {
    let reports = jiyao::analyze(text).reports;
    if reports.is_empty() {
        return "没有报告".to_owned();
    }
    let or_none = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let told = reports.into_iter().map(|report| {
        let meeting = report.meeting;
        let iso = meeting.date.as_ref().and_then(|date| date.iso.clone());
        let mut parts = vec![or_none(meeting.name.map(|name| name.text)), or_none(meeting.date.map(|date| date.text))];
        parts.extend([or_none(meeting.place.map(|place| place.text)), or_none(iso)].into_iter().take(places.max(3) - 2));
        parts.join("｜")
    });
    told.collect::<Vec<_>>().join(" / ")
}

#[test]
fn a_meeting_told_twice_is_linked() {
    let twice = "【篇一】\n5月6日，青山县妇女工作会议召开。县长林知出席会议并讲话，县妇联主席何方主持会议。\n\
                 【篇二】\n5月6日下午，全县妇女工作会议在县委召开。县长林知出席会议。会议由何方主持。\n\
                 【篇三】\n5月9日，青山县妇女工作会议召开。县长林知出席会议并讲话，县妇联主席何方主持会议。";
    let links: Vec<Option<u32>> = jiyao::analyze(twice).reports.iter().map(|report| report.same_meeting_as).collect();
    assert_eq!(links, [None, Some(0), None]);
}
