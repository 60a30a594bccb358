//! Nothing changes when only the writing changes: each report of the corpus gives the same tables in traditional
//! characters, with glosses, with marks of another width, with other line ends and spaces, and with a paragraph twice. Characters
//! torn as programs tear them are mended.
//!
//! `JIYAO_REPORTS=FOLDER cargo test --test variants` tries other texts than those of `tests/corpus`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use jiyao::RepairKind;
use serde_json::Value;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The reports of the corpus by name.
static REPORTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let folder = env::var_os("JIYAO_REPORTS").map_or_else(|| project().join("tests/corpus"), PathBuf::from);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("the corpus is UTF-8"))).collect()
});

/// The lines of a table of characters, word by word.
fn table(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(project().join("data/characters").join(file)).expect("the table is there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

fn character(word: &str) -> char {
    word.chars().next().expect("a character")
}

/// The readings of characters, the usual one first.
static READINGS: LazyLock<HashMap<char, Vec<String>>> =
    LazyLock::new(|| table("readings.txt").into_iter().map(|line| (character(&line[0]), line[1..].to_vec())).collect());

/// How often characters stand in running text, on a scale up to about 150.
static FREQUENCY: LazyLock<HashMap<char, i32>> =
    LazyLock::new(|| table("frequency.txt").iter().map(|line| (character(&line[0]), line[1].parse().expect("a number"))).collect());

/// How often a character stands in simplified text.
fn frequency(c: char) -> i32 {
    let simplified = SIMPLIFIED.get(&c).unwrap_or(&c);
    FREQUENCY.get(simplified).copied().unwrap_or(0)
}

static SIMPLIFIED: LazyLock<HashMap<char, char>> =
    LazyLock::new(|| table("simplified.txt").iter().map(|line| (character(&line[0]), character(&line[1]))).collect());

/// One traditional form of each character that stands in simplified script alone: the one in use, where there is only one.
static TRADITIONAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let simplified_only: String = table("simplified-only.txt").concat().concat();
    let mut forms: HashMap<char, Vec<char>> = HashMap::new();
    for line in table("simplified.txt") {
        let (old, new) = (character(&line[0]), character(&line[1]));
        if simplified_only.contains(new) && READINGS.contains_key(&old) {
            forms.entry(new).or_default().push(old);
        }
    }
    let weight = |old: &char| FREQUENCY.get(old).copied().unwrap_or(0);
    forms.into_iter().filter_map(|(new, old)| Some((new, old.into_iter().max_by_key(weight)?))).collect()
});

/// A number that looks random, the same in each run.
fn scatter(seed: u64, at: usize) -> u64 {
    let mut mixed = (seed << 32 | at as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Rewrites the text, but for lines in which characters are torn: what stands there are pieces of bytes, which other
/// characters in their place would not say.
fn rewritten(text: &str, rewrite: impl Fn(&str) -> String) -> String {
    let repairs = jiyao::analyze(text).source.repairs;
    let mut torn = repairs.iter().filter(|repair| repair.kind == RepairKind::Damaged).map(|repair| repair.span).peekable();
    let (mut out, mut end) = (String::new(), 0);
    for line in text.split_inclusive('\n') {
        end += u32::try_from(line.encode_utf16().count()).expect("a short line");
        let whole = torn.next_if(|span| span.start < end).is_none();
        while torn.next_if(|span| span.start < end).is_some() {}
        out.push_str(&if whole { rewrite(line) } else { line.to_owned() });
    }
    out
}

fn traditional(text: &str) -> String {
    rewritten(text, |line| line.chars().map(|c| TRADITIONAL.get(&c).copied().unwrap_or(c)).collect())
}

/// A gloss behind about a third of the characters, as `gloss` writes it.
fn glossed(text: &str, seed: u64, gloss: impl Fn(&str) -> String) -> String {
    rewritten(text, |line| glossed_line(line, seed + 10 * line.len() as u64, &gloss))
}

fn glossed_line(text: &str, seed: u64, gloss: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, c)) = chars.next() {
        out.push(c);
        // Where a gloss stands already no program writes a second one.
        let free = chars.peek().is_none_or(|(_, next)| !matches!(next, '(' | '（' | '['));
        if free
            && scatter(seed, at).is_multiple_of(3)
            && let Some(readings) = READINGS.get(&c)
        {
            let reading = usize::try_from(scatter(seed + 1, at) >> 33).expect("31 bits") % readings.len();
            out.push_str(&gloss(&readings[reading]));
        }
    }
    out
}

/// Marks beside Chinese characters in another width: each one that stands in `from` becomes the one of the same place in `to`.
fn marks(text: &str, from: &str, to: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let beside = |at: usize| at > 0 && is_han(chars[at - 1]) || chars.get(at + 1).is_some_and(|&c| is_han(c));
    let other = |c: char| from.chars().zip(to.chars()).find(|(old, _)| *old == c).map_or(c, |(_, new)| new);
    chars.iter().enumerate().map(|(at, &c)| if beside(at) { other(c) } else { c }).collect()
}

fn half_width(text: &str) -> String {
    marks(text, "，；：！？", ",;:!?")
}

fn full_width(text: &str) -> String {
    rewritten(text, |line| marks(line, ",;:!?", "，；：！？"))
}

/// The text with `between` at each line end and `before` at the start of each line.
fn lines(text: &str, between: &str, before: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{before}{line}") }).collect();
    lines.join(between)
}

/// One of the paragraphs twice. Short lines can stand twice for good reason, so only those that are paragraphs count.
fn doubled(text: &str, seed: u64) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let long: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].chars().filter(|&c| is_han(c)).count() >= 30).collect();
    let Some(&chosen) = long.get(usize::try_from(scatter(seed, long.len()) >> 33).expect("31 bits") % long.len().max(1)) else {
        return text.to_owned();
    };
    let mut out = lines.clone();
    out.insert(chosen, lines[chosen]);
    out.join("\n")
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
    let mut differing = String::new();
    let mut rewritten = 0;
    for ((name, text), expected) in REPORTS.iter().zip(EXPECTED.iter()) {
        let variant = rewrite(text);
        rewritten += usize::from(variant != *text);
        let found = tables(&variant);
        if found != *expected {
            let gone = expected.iter().find(|row| !found.contains(row)).map_or("", String::as_str);
            let new = found.iter().find(|row| !expected.contains(row)).map_or("", String::as_str);
            let _ = writeln!(differing, "{name}:\n  - {gone}\n  + {new}");
        }
    }
    assert!(rewritten >= REPORTS.len() / 4, "{variant}: only {rewritten} texts were rewritten");
    assert!(differing.is_empty(), "{variant}:\n{differing}  help: src/clean is to take out what is only writing");
}

#[test]
fn traditional_characters() {
    check("traditional", traditional);
}

#[test]
fn glosses() {
    check("區(qū)", |text| glossed(text, 1, |reading| format!("({reading})")));
    check("區(qū )", |text| glossed(text, 2, |reading| format!("({reading} )")));
    check("區（qū）", |text| glossed(text, 3, |reading| format!("（{reading}）")));
}

#[test]
fn glosses_in_traditional_text() {
    check("traditional and glossed", |text| glossed(&traditional(text), 4, |reading| format!("({reading})")));
}

#[test]
fn widths_of_marks() {
    check("full-width marks", full_width);
    check("half-width brackets", |text| marks(text, "（）", "()"));
    check("full-width brackets", |text| rewritten(text, |line| marks(line, "()", "（）")));
    check("quotes of traditional text", |text| marks(text, "“”‘’", "「」『』"));
    check("half-width marks", half_width);
    check("half-width marks, traditional and glossed", |text| {
        glossed(&half_width(&traditional(text)), 5, |reading| format!("({reading})"))
    });
}

#[test]
fn line_ends() {
    check("line ends of Windows", |text| lines(text, "\r\n", ""));
    check("blank lines", |text| lines(text, "\n\n", ""));
    check("blank lines with spaces", |text| lines(text, "\n \u{a0}\n", ""));
}

#[test]
fn spaces_before_lines() {
    check("no-break spaces", |text| lines(text, "\n", "\u{a0}\u{a0}"));
    check("ideographic spaces", |text| lines(text, "\n", "\u{3000}\u{3000}"));
    check("tabs", |text| lines(text, "\n", "\t"));
}

#[test]
fn a_paragraph_twice() {
    check("a paragraph twice", |text| doubled(text, 6));
    check("another paragraph twice", |text| doubled(text, 7));
}

#[test]
fn what_stands_before() {
    check("a byte order mark", |text| format!("\u{feff}{text}"));
    check("an emoji", |text| format!("😀\n{text}"));
}

type Gbk = (HashMap<char, [u8; 2]>, HashMap<[u8; 2], char>);

/// The bytes of a character in GBK, and the character of two bytes.
static GBK: LazyLock<Gbk> = LazyLock::new(|| {
    let mut bytes = HashMap::new();
    let trails = || (0x40..=0xFE_u8).filter(|&trail| trail != 0x7F);
    let text = fs::read_to_string(project().join("data/characters/gbk.txt")).expect("the table is there");
    for (lead, row) in text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')) {
        let lead = u8::from_str_radix(lead, 16).expect("a lead byte");
        let places = trails().zip(row.chars());
        bytes.extend(places.filter(|(_, c)| *c != '\u{fffd}').map(|(trail, c)| (c, [lead, trail])));
    }
    let characters = bytes.iter().map(|(&c, &bytes)| (bytes, c)).collect();
    (bytes, characters)
});

/// The line with a gloss written into the middle of the character at `at`, as a program does that looks for characters
/// byte by byte: behind the trail byte of one character and the lead byte of the next, which make a character too. Only
/// where the bytes behind come into step again at a letter is nothing lost.
fn torn_at(line: &[char], at: usize) -> Option<String> {
    let (bytes, characters) = &*GBK;
    let ([_, trail], [lead, rest]) = (bytes.get(&line[at - 1])?, bytes.get(&line[at])?);
    let between = characters.get(&[*trail, *lead]).filter(|c| frequency(**c) > 60)?;
    let mut out: String = line[..at].iter().collect();
    // `lead (` is no character: one mark stands for both bytes.
    let _ = write!(out, "?{})", READINGS.get(between)?[0]);
    let mut waiting = Some(*rest);
    let mut behind = line[at + 1..].iter();
    while let Some(byte) = waiting {
        if byte.is_ascii() {
            out.push(char::from(byte));
            waiting = None;
        } else {
            let [next, then] = *bytes.get(behind.next().filter(|c| !is_space(**c))?)?;
            out.push(*characters.get(&[byte, next])?);
            waiting = Some(then);
        }
    }
    out.extend(behind);
    Some(out)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// One in seven characters of lines that have nothing else for the mender to wonder at, each torn by itself. Some can be
/// read in two ways, so not all must come out right.
#[test]
fn torn_characters() {
    let clean = |text: &str| jiyao::clean::clean(text).chars().iter().collect::<String>();
    let (mut torn, mut right) = (0, 0);
    let mut wrong = String::new();
    for (name, text) in REPORTS.iter() {
        let text = traditional(text);
        let expected = clean(&text);
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.contains(['(', '（', '?', '？'])) {
            let chars: Vec<char> = line.chars().collect();
            let places = (1..chars.len()).filter(|&at| scatter(8, number * 1000 + at).is_multiple_of(7));
            for variant in places.filter_map(|at| torn_at(&chars, at)) {
                let text = [&lines[..number], &[&variant], &lines[number + 1..]].concat().join("\n");
                torn += 1;
                if clean(&text).trim_end() == expected.trim_end() {
                    right += 1;
                } else {
                    let _ = writeln!(wrong, "{name}: {variant}");
                }
            }
        }
    }
    assert!(torn > 100 || env::var_os("JIYAO_REPORTS").is_some(), "only {torn} characters could be torn");
    assert!(right * 100 >= torn * 97, "{right} of {torn} torn characters are mended:\n{wrong}");
}
