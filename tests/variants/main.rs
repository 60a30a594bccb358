//! Nothing changes when only the writing changes: each report of the corpus gives the same tables in traditional
//! characters, with glosses, with marks of another width, wrapped or with paragraphs run together, with other line ends and
//! spaces, and with a paragraph twice. Characters torn as programs tear them are mended.
//!
//! What is chosen at random is chosen by a seed, which a failure names: `JIYAO_SEED=7 cargo test --test variants` tries it
//! again, `JIYAO_SEEDS=50` tries fifty seeds from there on. `JIYAO_REPORTS=FOLDER` tries other texts than those of `tests/corpus`.

mod characters;
#[path = "../common/corpus.rs"]
mod corpus;
mod torn;
mod writings;

use std::env;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::LazyLock;

use jiyao::RepairKind;
use serde_json::Value;
use writings::{
    Seed, Wrapping, characters, doubled, full_width, full_width_digits, glossed, half_width, joined, leaves_paragraphs_open, lines, marks,
    numbers_apart, toneless, traditional, unseen, whole_lines, wrapped,
};

/// The reports of the corpus by name.
static REPORTS: LazyLock<Vec<(String, String)>> = LazyLock::new(corpus::texts);

/// The seeds that are tried.
fn seeds() -> Range<u64> {
    let number = |name, usual| env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual);
    let first = number("JIYAO_SEED", 1);
    first..first + number("JIYAO_SEEDS", 1)
}

/// The tables as a reader sees them: without spans, each mark in one width.
fn tables(text: &str) -> Vec<String> {
    let mut value = serde_json::to_value(jiyao::analyze(text)).expect("an analysis is JSON")["reports"].take();
    let mut rows = Vec::new();
    flatten(&mut value, "", &mut rows);
    rows
}

/// Each value with its path, a row each.
fn flatten(value: &mut Value, path: &str, rows: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            rows.push(format!("{path} has {}", items.len()));
            items.iter_mut().enumerate().for_each(|(at, item)| flatten(item, &format!("{path}/{at}"), rows));
        }
        Value::Object(fields) if fields.contains_key("start") => {}
        Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| flatten(field, &format!("{path}/{name}"), rows)),
        Value::String(text) => rows.push(format!("{path}: {}", text.chars().map(plain_mark).collect::<String>())),
        other => rows.push(format!("{path}: {other}")),
    }
}

const fn plain_mark(c: char) -> char {
    match c {
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        '（' => '(',
        '）' => ')',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        _ => c,
    }
}

/// The tables of the reports as they are written, in the order of [`REPORTS`].
static EXPECTED: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| REPORTS.iter().map(|(_, text)| tables(text)).collect());

/// Checks that the rewritten reports give the tables of the reports.
fn check(variant: &str, rewrite: impl Fn(&str) -> String) {
    let mut found = Comparison::default();
    found.compare(variant, Seed(0), |text, _| rewrite(text));
    found.assert_same(1);
}

/// Checks a way of writing that chooses at random, each report with a seed of its own; all seeds are tried before it fails.
fn check_random(variant: &str, rewrite: impl Fn(&str, Seed) -> String) {
    let mut found = Comparison::default();
    seeds().for_each(|seed| found.compare(&format!("{variant}, JIYAO_SEED={seed}"), Seed(seed), &rewrite));
    found.assert_same(seeds().count());
}

/// What comparing the reports with other writings of them has shown.
#[derive(Default)]
struct Comparison {
    rewritten: usize,
    /// The reports whose tables differ, each with its first row that is gone and the first one that is new.
    differing: String,
}

impl Comparison {
    fn compare(&mut self, variant: &str, seed: Seed, rewrite: impl Fn(&str, Seed) -> String) {
        for (number, ((name, text), expected)) in REPORTS.iter().zip(EXPECTED.iter()).enumerate() {
            let written = rewrite(text, seed.part(number));
            if written == *text {
                continue;
            }
            self.rewritten += 1;
            let found = tables(&written);
            if found != *expected {
                let gone = expected.iter().find(|row| !found.contains(row)).map_or("", String::as_str);
                let new = found.iter().find(|row| !expected.contains(row)).map_or("", String::as_str);
                let _ = writeln!(self.differing, "{variant}: {name}:\n  - {gone}\n  + {new}");
            }
        }
    }

    /// Fails where a table differs, or where of `times` readings of each report too few were of another writing.
    fn assert_same(&self, times: usize) {
        let Self { rewritten, differing } = self;
        assert!(*rewritten >= REPORTS.len() * times / 4, "only {rewritten} of {} texts were rewritten", REPORTS.len() * times);
        assert!(differing.is_empty(), "{differing}  help: src/clean is to take out what is only writing");
    }
}

#[test]
fn traditional_characters() {
    check("traditional", traditional);
}

#[test]
fn glosses() {
    check_random("區(qū)", |text, seed| glossed(text, seed, 3, |reading, _| format!("({reading})")));
    check_random("區(qū )", |text, seed| glossed(text, seed, 3, |reading, _| format!("({reading} )")));
    check_random("區（qū）", |text, seed| glossed(text, seed, 3, |reading, _| format!("（{reading}）")));
    check_random("區 (qū)", |text, seed| glossed(text, seed, 3, |reading, _| format!(" ({reading})")));
}

#[test]
fn glosses_without_tones() {
    check_random("會(hui)", |text, seed| glossed(text, seed, 3, |reading, _| format!("({})", toneless(reading))));
    check_random("會(hui )", |text, seed| glossed(text, seed, 3, |reading, _| format!("({} )", toneless(reading))));
    check_random("會 (hui)", |text, seed| glossed(text, seed, 3, |reading, _| format!(" ({})", toneless(reading))));
}

/// 会(hui)(hui)议(yi), as content farms write.
#[test]
fn glosses_behind_every_character() {
    let doubled = |gloss: String, chance: usize| if chance.is_multiple_of(5) { gloss.repeat(2) } else { gloss };
    check_random("会(huì)(huì)议(yì)", |text, seed| glossed(text, seed, 1, |reading, chance| doubled(format!("({reading})"), chance)));
    check_random("会(hui)(hui)议(yi)", |text, seed| {
        glossed(text, seed, 1, |reading, chance| doubled(format!("({})", toneless(reading)), chance))
    });
}

#[test]
fn glosses_in_traditional_text() {
    check_random("traditional and glossed", |text, seed| glossed(&traditional(text), seed, 3, |reading, _| format!("({reading})")));
}

#[test]
fn widths_of_marks() {
    check("full-width marks", full_width);
    check("half-width brackets", |text| marks(text, "（）", "()"));
    check("full-width brackets", |text| whole_lines(text, |_, line| marks(line, "()", "（）")));
    check("quotes of traditional text", |text| marks(text, "“”‘’", "「」『』"));
    check("half-width marks", half_width);
    check_random("half-width marks, traditional and glossed", |text, seed| {
        glossed(&half_width(&traditional(text)), seed, 3, |reading, _| format!("({reading})"))
    });
}

#[test]
fn widths_of_digits_and_letters() {
    check("full-width digits and letters", full_width_digits);
}

#[test]
fn spaces_around_numbers() {
    check("spaces around numbers", |text| numbers_apart(text, " "));
    check("no-break spaces around numbers", |text| numbers_apart(text, "\u{a0}"));
}

#[test]
fn other_spaces() {
    check("no-break spaces", |text| characters(text, |c| if c == ' ' { '\u{a0}' } else { c }));
    check("narrow no-break spaces", |text| characters(text, |c| if c == ' ' { '\u{202f}' } else { c }));
    check("spaces at line ends", |text| lines(text, " \u{3000}\n", ""));
}

#[test]
fn unseen_characters() {
    check_random("unseen characters", unseen);
}

#[test]
fn line_ends() {
    check("line ends of Windows", |text| lines(text, "\r\n", ""));
    check("line ends of old Macs", |text| lines(text, "\r", ""));
    check("blank lines", |text| lines(text, "\n\n", ""));
    check("blank lines with spaces", |text| lines(text, "\n \u{a0}\n", ""));
}

#[test]
fn spaces_before_lines() {
    check("no-break spaces", |text| lines(text, "\n", "\u{a0}\u{a0}"));
    check("ideographic spaces", |text| lines(text, "\n", "\u{3000}\u{3000}"));
    check("tabs", |text| lines(text, "\n", "\t"));
}

/// Wrapped at 30 to 76 columns, as mails, text files and copies out of PDF files are: at each third width from where the seed says, so
/// that `JIYAO_SEEDS=3` tries them all.
#[test]
fn lines_wrapped() {
    let wrappings = [
        ("indented", Wrapping { indent: "\u{3000}\u{3000}", between: "\n", hanging: false }),
        ("indented, hanging marks", Wrapping { indent: "\u{3000}\u{3000}", between: "\n", hanging: true }),
        ("with blank lines", Wrapping { indent: "", between: "\n\n", hanging: true }),
        ("plain", Wrapping { indent: "", between: "\n", hanging: false }),
    ];
    let mut found = Comparison::default();
    let widths: Vec<usize> = (30..77).filter(|&columns| seeds().any(|seed| columns as u64 % 3 == seed % 3)).collect();
    for &columns in &widths {
        for (variant, wrapping) in wrappings {
            let rewrite = |text: &str, seed: Seed| rewrapped(text, columns, wrapping, seed);
            found.compare(&format!("wrapped at {columns} columns, {variant}"), Seed(columns as u64), rewrite);
        }
    }
    found.assert_same(widths.len() * wrappings.len());
}

/// The text wrapped, where that leaves open nothing that a reader could tell; every second one is glossed then, if it was not before.
fn rewrapped(text: &str, columns: usize, wrapping: Wrapping, seed: Seed) -> String {
    let source = jiyao::analyze(text).source;
    let told = !wrapping.indent.is_empty() || wrapping.between.len() > 1;
    let variant = wrapped(text, columns, wrapping);
    // What is torn was torn line by line, so texts with torn characters stay as they are.
    let damaged = source.repairs.iter().any(|repair| repair.kind == RepairKind::Damaged);
    if damaged || !told && leaves_paragraphs_open(text, &variant, columns) {
        return text.to_owned();
    }
    // The glosses of a page count for the width of its lines, or they do not.
    if source.glosses > 0 || seed.choose(0, 2) == 0 {
        return variant;
    }
    glossed(&variant, seed, 3, |reading, _| format!("({reading})"))
}

#[test]
fn lines_joined() {
    check("paragraphs run together with two ideographic spaces", |text| joined(text, "\u{3000}\u{3000}"));
    check("paragraphs run together with a space", |text| joined(text, " "));
    check("paragraphs run together", |text| joined(text, ""));
}

#[test]
fn a_paragraph_twice() {
    check_random("a paragraph twice", doubled);
}

#[test]
fn what_stands_before() {
    check("a byte order mark", |text| format!("\u{feff}{text}"));
    check("an emoji", |text| format!("😀\n{text}"));
}

/// Each character of lines that have nothing else for the mender to wonder at, torn by itself. Some can be read in two
/// ways: those are to be reported as doubtful, not guessed.
#[test]
fn torn_characters() {
    let clean = |text: &str| jiyao::clean::clean(text);
    let words = |text: &str| clean(text).chars().iter().collect::<String>();
    let (mut torn, mut right, mut doubtful) = (0, 0, 0);
    let mut wrong = String::new();
    for (name, text) in REPORTS.iter() {
        let text = traditional(text);
        let expected = words(&text);
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.contains(['(', '（', '?', '？'])) {
            let chars: Vec<char> = line.chars().collect();
            for variant in (1..chars.len()).filter_map(|at| torn::torn_at(&chars, at)) {
                let text = [&lines[..number], &[&variant], &lines[number + 1..]].concat().join("\n");
                torn += 1;
                if words(&text).trim_end() == expected.trim_end() {
                    right += 1;
                } else if clean(&text).repairs.iter().any(|repair| repair.original.contains('?') && repair.repaired.is_none()) {
                    doubtful += 1;
                } else {
                    let _ = writeln!(wrong, "{name}: {variant}");
                }
            }
        }
    }
    let counts = format!("of {torn} torn characters {right} are mended, {doubtful} reported as doubtful");
    let least = if env::var_os("JIYAO_REPORTS").is_some() { 94 } else { 96 };
    assert!(torn > 800 && right * 100 >= torn * least, "{counts}, these neither:\n{wrong}");
}
