//! Runs `tests/cases/clean/*.txt` (the README there describes their format), and what must hold for any text.

#[path = "common/chance.rs"]
mod chance;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jiyao::Utf16Span;
use jiyao::clean::{Clean, CleanText, clean};
use jiyao::text::CharSpan;
use proptest::prelude::*;

/// One case of a file.
#[derive(Default)]
struct Case {
    pasted: String,
    clean: String,
    repairs: Vec<String>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (what, value) = line.split_once('：').expect("a line says what it is");
        let value = value.replace('↵', "\n");
        match (what, cases.last_mut()) {
            ("原", _) => cases.push(Case { pasted: value, ..Case::default() }),
            ("净", Some(case)) => case.clean = value,
            ("修", Some(case)) => case.repairs.push(value),
            _ => panic!("no such line: {line}"),
        }
    }
    cases
}

/// The repairs in the words of the case files.
fn repairs(clean: &Clean) -> Vec<String> {
    let told = |repaired: &Option<String>| match repaired.as_deref() {
        None => "疑".to_owned(),
        Some("") => "无".to_owned(),
        Some(text) => text.to_owned(),
    };
    clean.repairs.iter().map(|repair| format!("{} → {}", repair.original, told(&repair.repaired))).collect()
}

#[test]
fn texts_become_clean() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/clean");
    let mut complaints = String::new();
    for entry in fs::read_dir(&folder).expect("the cases are there") {
        let path = entry.expect("the cases can be read").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        for case in cases(&fs::read_to_string(&path).expect("a case is UTF-8")) {
            let found = clean(&case.pasted);
            let text: String = found.chars().iter().collect();
            let repairs = repairs(&found);
            if text != case.clean || !case.repairs.is_empty() && repairs != case.repairs {
                let _ = writeln!(complaints, "\n{}\n原：{}\n净：{}\n得：{text}\n修：{repairs:?}", path.display(), case.pasted, case.clean);
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}\n  help: tests/cases/clean/README.md explains the format");
}

#[test]
fn origins_own_glosses_and_torn_runs() {
    let pasted = "😀區(qū)會(huì )議，推動?jì)D女";
    let found = clean(pasted);
    let origins: Vec<String> = (0..found.chars().len()).map(|at| found.origin(CharSpan::new(at, at + 1)).slice(pasted)).collect();
    assert_eq!(origins, ["區(qū)", "會(huì )", "議", "，", "推", "動", "?jì)D", "女"]);
    assert_eq!(found.origin(CharSpan::new(0, 3)).slice(pasted), "區(qū)會(huì )議");
    assert_eq!(found.glosses, 2);
}

/// Texts that are clean stay as they are.
#[test]
fn clean_text_stays() {
    let text = "护林大会总结\n3月27日，护林大会在镇政府召开。冯春（镇长）说：“要护林！”\n一是抓好“两季”防火；二是建好3个站点。";
    let found = clean(text);
    assert_eq!(found.chars().iter().collect::<String>(), text);
    assert!(found.repairs.is_empty());
}

/// Pieces that the stage looks for, whole and broken.
const PIECES: [&str; 60] = [
    "區(qū)",
    "會(huì )議",
    "（yì）",
    "?jì)D女",
    "?yè)P(yáng)",
    "?lèi)?ài)",
    "?jiān)啤ⅫS",
    "？h",
    "??h",
    "?；?",
    "!拔逡弧逼陂g",
    "??? ",
    "\u{fffd}",
    "(",
    ")",
    "（",
    "）",
    "jì",
    "qū",
    "a",
    "D",
    "1",
    ".",
    ",",
    ",,",
    "、",
    "。",
    "，",
    "；",
    "：",
    "！",
    "?",
    "？",
    "'",
    "\"",
    "“",
    "”",
    "「",
    "」",
    "‘",
    "’",
    " ",
    "　　",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{feff}",
    "\u{200b}",
    "# ",
    "- ",
    "**",
    "![图](a)",
    "[会](",
    "的",
    "会议",
    "縣",
    "😀",
    "𠮷",
    "Ａ５％",
];

fn check(text: &str) -> Clean {
    let found = clean(text);
    let mut end = 0;
    let length = u32::try_from(text.encode_utf16().count()).expect("a short text");
    for at in 0..found.chars().len() {
        let origin = found.origin(CharSpan::new(at, at + 1));
        assert!(end <= origin.start && origin.start < origin.end && origin.end <= length, "{at}: {origin:?} after {end} in {text:?}");
        assert!(!origin.slice(text).is_empty());
        end = origin.end;
    }
    for repair in &found.repairs {
        assert_eq!(repair.original, repair.span.slice(text), "{repair:?} in {text:?}");
    }
    check_stretches(&found, text);
    found
}

/// The map covers the clean text, and says of each character what its origin says.
fn check_stretches(found: &Clean, text: &str) {
    let CleanText { text: clean, stretches } = found.to_text();
    let length = u32::try_from(clean.encode_utf16().count()).expect("a short text");
    assert_eq!(stretches.iter().fold(0, |at, stretch| if stretch.clean.start == at { stretch.clean.end } else { u32::MAX }), length);
    let mut at = 0;
    for (index, c) in clean.chars().enumerate() {
        let units = u32::try_from(c.len_utf16()).expect("one or two");
        let stretch = stretches.iter().find(|stretch| stretch.clean.start <= at && at < stretch.clean.end).expect("it is covered");
        let even = stretch.clean.end - stretch.clean.start == stretch.source.end - stretch.source.start;
        let start = stretch.source.start + at - stretch.clean.start;
        let source = if even { Utf16Span { start, end: start + units } } else { stretch.source };
        assert_eq!(source, found.origin(CharSpan::new(index, index + 1)), "{c} in {text:?}");
        at += units;
    }
}

proptest! {
    #![proptest_config(chance::config(200))]

    #[test]
    fn any_string_has_sound_origins(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_soup_has_sound_origins(pieces in prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..40)) {
        check(&pieces.concat());
    }

    #[test]
    fn plain_chinese_is_clean_already(pieces in prop::collection::vec(prop::sample::select(["护林，", "会议。", "3月27日，", "镇长冯春", "“先进”"].as_slice()), 1..30)) {
        let once: String = check(&pieces.concat()).chars().iter().collect();
        let twice: String = check(&once).chars().iter().collect();
        prop_assert_eq!(once, twice);
    }
}

#[test]
fn more_characters_than_text_have_sound_origins() {
    check("- 」）。?lèi)?ài)\u{fffd}?😀縣Ａ５％\u{fffd}aa'\r\n?；?,,）?yè)P(yáng)\n??? D.");
}

/// Much of one thing: a scan that looks back or ahead without a limit would not come to an end.
#[test]
fn a_long_run_of_one_thing_is_cleaned_to_its_end() {
    let size = if cfg!(debug_assertions) { 200_000 } else { 5_000_000 };
    for unit in ["区", "(", "?", ",", "'", "[", "\n", " ", "區(qū)", "!", "、", "护林大会在镇政府召开，镇长冯春出席会议。\n"]
    {
        let text = unit.repeat(size / unit.len());
        assert!(clean(&text).chars().len() <= text.chars().count(), "{unit}");
    }
}
