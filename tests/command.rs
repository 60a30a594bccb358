//! The command, run as a user runs it.
#![cfg(feature = "cli")]

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

const REPORT: &str = "青禾县召开妇女儿童工作会议\n3月27日，青禾县妇女儿童工作会议在县委礼堂召开。县委书记林知远出席会议并讲话。\n林知远强调，一是要落实责任，二是要加强宣传。\n";

/// `jiyao` with arguments, in a folder.
fn jiyao(folder: &Path, arguments: &[&str]) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::cargo_bin("jiyao").expect("the command is built");
    command.current_dir(folder).args(arguments).env_remove("COLUMNS");
    command
}

/// A folder with files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file can be written");
    }
    folder
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).expect("the output is UTF-8")
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).expect("messages are UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the output is JSON")
}

fn analysis(text: &str) -> Value {
    serde_json::to_value(jiyao::analyze(text)).expect("an analysis is JSON")
}

#[test]
fn reads_standard_input_without_a_file_and_for_a_dash() {
    let folder = folder(&[]);
    for arguments in [&["--format", "json"][..], &["--format", "json", "-"]] {
        let run = jiyao(folder.path(), arguments).write_stdin(REPORT).assert().success();
        assert_eq!(json(&stdout(&run)), analysis(REPORT));
        assert_eq!(stderr(&run), "");
    }
}

#[test]
fn one_file_gives_one_analysis_and_several_an_array() {
    let folder = folder(&[("甲.txt", REPORT.as_bytes()), ("乙.txt", "今天天气很好。".as_bytes())]);
    let one = jiyao(folder.path(), &["-f", "json", "甲.txt"]).assert().success();
    assert_eq!(json(&stdout(&one)), analysis(REPORT));
    let two = jiyao(folder.path(), &["-f", "json", "甲.txt", "乙.txt"]).assert().success();
    let two = json(&stdout(&two));
    assert_eq!(two[0]["file"], "甲.txt");
    assert_eq!(two[0]["analysis"], analysis(REPORT));
    assert_eq!(two[1]["file"], "乙.txt");
    assert_eq!(two.as_array().map(Vec::len), Some(2));
}

#[test]
fn ndjson_gives_a_line_a_file() {
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    let run = jiyao(folder.path(), &["-f", "ndjson", "a.txt", "b.txt"]).assert().success();
    let lines: Vec<Value> = stdout(&run).lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["file"], "b.txt");
    assert_eq!(lines[1]["analysis"], analysis(REPORT));
}

#[test]
fn every_encoding_gives_the_same_analysis() {
    let (gb18030, _, _) = encoding_rs::GB18030.encode(REPORT);
    let marked = "\u{FEFF}".to_owned() + REPORT;
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = folder(&[("gb.txt", &gb18030), ("utf16.txt", &utf16), ("bom.txt", marked.as_bytes())]);
    for file in ["gb.txt", "utf16.txt", "bom.txt"] {
        let run = jiyao(folder.path(), &["-f", "json", file]).assert().success();
        assert_eq!(json(&stdout(&run)), analysis(REPORT), "{file}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_go_on() {
    let folder = folder(&[
        ("good.txt", REPORT.as_bytes()),
        ("empty.txt", b" \n"),
        ("binary.bin", b"\x00\x01\x02\xFF\xFE\xFD"),
        ("report.pdf", b"%PDF-1.7\n"),
        ("latin.txt", b"Le caf\xE9 \xE0 la cr\xE8me br\xFBl\xE9e"),
    ]);
    let arguments = ["-f", "ndjson", "missing.txt", ".", "empty.txt", "binary.bin", "report.pdf", "latin.txt", "good.txt"];
    let run = jiyao(folder.path(), &arguments).assert().code(1);
    assert_eq!(json(&stdout(&run))["file"], "good.txt");
    let messages = stderr(&run);
    for message in [
        "`missing.txt`: there is no such file",
        "`.` is a folder",
        "`empty.txt` is empty",
        "`binary.bin` is no text",
        "`report.pdf` is a PDF document",
        "`latin.txt`: its encoding is not known",
    ] {
        assert!(messages.contains(message), "{message} is not in:\n{messages}");
    }
    assert_eq!(messages.lines().filter(|line| line.starts_with("error: ")).count(), 6);
    assert_eq!(messages.lines().filter(|line| line.starts_with("  help: ")).count(), 6);
}

#[test]
fn words_of_ones_own_are_read_from_a_file() {
    let words = r#"{"entries": [{"word": "林知远", "kind": "notName"}]}"#;
    let marked = "\u{FEFF}".to_owned() + words;
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("words.json", words.as_bytes()), ("marked.json", marked.as_bytes())]);
    assert_ne!(analysis(REPORT)["reports"][0]["attendees"], Value::Array(Vec::new()));
    for file in ["words.json", "marked.json"] {
        let run = jiyao(folder.path(), &["-f", "json", "--lexicon", file, "a.txt"]).assert().success();
        assert_eq!(json(&stdout(&run))["reports"][0]["attendees"], Value::Array(Vec::new()));
    }
    let run = jiyao(folder.path(), &["--explain", "--lexicon", "words.json", "a.txt"]).assert().success();
    assert!(!stdout(&run).contains("参会｜"), "{}", stdout(&run));
}

#[test]
fn a_lexicon_that_cannot_be_used_is_told_before_anything_is_read() {
    let folder = folder(&[
        ("a.txt", REPORT.as_bytes()),
        ("torn.json", b"{\"entries\": [".as_slice()),
        ("kind.json", br#"{"entries": [{"word": "ab", "kind": "place"}]}"#),
        ("other.json", br#"{"words": []}"#),
        ("bytes.json", b"\xFF\xFE\x00"),
    ]);
    for (file, message) in [
        ("missing.json", "`missing.json`: there is no such file"),
        ("torn.json", "`torn.json`: is no personal lexicon: EOF"),
        ("kind.json", "unknown variant `place`, expected one of `person`, `post`, `honour`, `organization`, `notName`"),
        ("other.json", "missing field `entries`"),
        ("bytes.json", "`bytes.json`: is no text in UTF-8"),
    ] {
        let run = jiyao(folder.path(), &["--lexicon", file, "a.txt"]).assert().code(2);
        assert_eq!(stdout(&run), "");
        assert!(stderr(&run).contains(message), "{message} is not in:\n{}", stderr(&run));
        assert_eq!(stderr(&run).lines().filter(|line| line.starts_with("  help: ")).count(), 1);
    }
}

#[test]
fn a_lone_bad_input_prints_nothing_on_standard_output() {
    let folder = folder(&[]);
    let run = jiyao(folder.path(), &["-f", "json", "missing.txt"]).assert().code(1);
    assert_eq!(stdout(&run), "");
    let run = jiyao(folder.path(), &["-f", "json"]).write_stdin("").assert().code(1);
    assert_eq!(stdout(&run), "");
    assert!(stderr(&run).contains("standard input is empty"));
}

#[test]
fn an_array_is_whole_even_if_every_file_fails() {
    let folder = folder(&[]);
    let run = jiyao(folder.path(), &["-f", "json", "a", "b"]).assert().code(1);
    assert_eq!(json(&stdout(&run)), serde_json::json!([]));
}

#[test]
fn damaged_utf8_is_read_with_a_warning() {
    let bytes = [REPORT.repeat(3).as_bytes(), b"\xE4\xBC"].concat();
    let folder = folder(&[("cut.txt", &bytes)]);
    let run = jiyao(folder.path(), &["-f", "json", "cut.txt"]).assert().success();
    assert!(stderr(&run).starts_with("warning: `cut.txt`: 1 damaged place"));
}

#[test]
fn a_wrong_command_line_exits_with_two() {
    let folder = folder(&[]);
    for arguments in [&["--format", "xml"][..], &["--nonsense"], &["-", "-"], &["--bom", "-f", "json"]] {
        let run = jiyao(folder.path(), arguments).write_stdin(REPORT).assert().code(2);
        assert!(stderr(&run).contains("error: "), "{arguments:?}");
    }
}

#[test]
fn help_and_version() {
    let folder = folder(&[]);
    let help = jiyao(folder.path(), &["--help"]).assert().success();
    for word in ["Examples:", "--format", "GB18030", "Exit status"] {
        assert!(stdout(&help).contains(word), "{word}");
    }
    let version = jiyao(folder.path(), &["--version"]).assert().success();
    assert_eq!(stdout(&version).trim(), concat!("jiyao ", env!("CARGO_PKG_VERSION")));
}

/// The width of a line in a terminal, where Chinese characters take two columns.
fn columns(line: &str) -> usize {
    line.chars().map(|c| if ('\u{1100}'..='\u{FFFF}').contains(&c) && !('\u{2000}'..'\u{2E80}').contains(&c) { 2 } else { 1 }).sum()
}

#[test]
fn tables_fit_the_width_and_their_edges_are_straight() {
    let folder = folder(&[]);
    for width in [50, 80, 120] {
        let run = jiyao(folder.path(), &[]).env("COLUMNS", width.to_string()).write_stdin(REPORT).assert().success();
        let text = stdout(&run);
        let edges: Vec<usize> = text.lines().filter(|line| line.starts_with(['┌', '│', '╞', '└'])).map(columns).collect();
        assert!(edges.iter().all(|&edge| edge <= width), "{width}:\n{text}");
        for table in text.split("┌").skip(1) {
            let table: Vec<usize> = table.lines().filter(|line| line.starts_with(['│', '╞', '└'])).map(columns).collect();
            assert!(table.windows(2).all(|pair| pair[0] == pair[1]), "{width}:\n{text}");
        }
    }
}

#[test]
fn a_text_without_a_report_says_so() {
    let folder = folder(&[]);
    for format in ["table", "markdown"] {
        let run = jiyao(folder.path(), &["-f", format]).write_stdin("今天天气很好。").assert().success();
        assert!(stdout(&run).contains("没有找到会议报道"), "{format}");
    }
}

#[test]
fn explain_shows_for_each_row_the_rule_its_line_and_its_words() {
    let folder = folder(&[("report.txt", REPORT.as_bytes())]);
    let run = jiyao(folder.path(), &["--explain", "report.txt"]).assert().success();
    let shown = stdout(&run);
    for line in [
        "会议｜青禾县妇女儿童工作会议",
        "参会｜林知远｜县委书记｜出席、讲话",
        "    name-behind-post: A name behind a post.",
        "        第 2 行：〔县委书记林知远〕出席会议并讲话",
        "要求｜林知远｜1｜｜一是要落实责任",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "no line {line} in\n{shown}");
    }
    jiyao(folder.path(), &["--explain", "--format", "json", "report.txt"]).assert().code(2);
}

#[test]
fn explain_needs_a_report_and_names_each_of_several_files() {
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", "今天天气很好。".as_bytes())]);
    let shown = stdout(&jiyao(folder.path(), &["--explain", "a.txt", "b.txt"]).assert().success());
    assert!(shown.contains("══ a.txt ══") && shown.contains("══ b.txt ══\n\n没有找到会议报道。"), "{shown}");
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let folder = folder(&[]);
    let text = REPORT.replace("县委礼堂", "县委\u{1B}[31m礼堂\u{7}").replace("责任", "责\u{1B}]0;任");
    for format in ["table", "markdown"] {
        let run = jiyao(folder.path(), &["-f", format]).write_stdin(text.clone()).assert().success();
        assert!(!stdout(&run).contains(['\u{1B}', '\u{7}']), "{format}");
    }
}

#[test]
fn csv_has_one_header_and_a_row_for_everything_found() {
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    let run = jiyao(folder.path(), &["-f", "csv", "a.txt", "b.txt"]).assert().success();
    let text = stdout(&run);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().take(3).collect::<Vec<_>>(), ["file", "report", "table"]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("every row has all columns");
    let expected: usize = jiyao::analyze(REPORT)
        .reports
        .iter()
        .map(|report| {
            let meeting = &report.meeting;
            let facts = [meeting.name.is_some(), meeting.date.is_some(), meeting.place.is_some()];
            facts.iter().filter(|&&known| known).count() + report.attendees.len() + report.awards.len() + report.directives.len()
        })
        .sum();
    assert_eq!(rows.len(), 2 * expected);
    assert_eq!(rows.iter().filter(|row| &row[0] == "b.txt").count(), expected);
    let marked = jiyao(folder.path(), &["-f", "csv", "--bom", "a.txt"]).assert().success();
    assert!(stdout(&marked).starts_with("\u{FEFF}file,"));
}

/// The reader of the output goes away before it is all written.
#[test]
fn a_broken_pipe_is_no_error() {
    let path = PathBuf::from(env!("CARGO_BIN_EXE_jiyao"));
    let folder = folder(&[("a.txt", REPORT.as_bytes())]);
    for format in ["table", "json", "ndjson", "csv", "markdown"] {
        let mut child = Command::new(&path)
            .current_dir(folder.path())
            .args(["-f", format])
            .args(vec!["a.txt"; 2000])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        drop(child.stdout.take());
        let mut messages = String::new();
        child.stderr.take().expect("it is piped").read_to_string(&mut messages).expect("messages are UTF-8");
        let status = child.wait().expect("it ends");
        assert_eq!((status.code(), messages.as_str()), (Some(0), ""), "{format}");
    }
}
