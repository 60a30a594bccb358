//! Packs the data files into what the code reads without building anything at start-up:
//! the word lists of `data/lexicon/` into one automaton, `lexicon.fst`, from word to the set of its classes, with
//! `classes.rs`, the classes as a Rust enum (one a file); and the tables of names and words beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data/lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    pack_lexicon(Path::new("data/lexicon"), &out);
    let data = Path::new("data");
    pack_weights(&data.join("surnames.txt"), &out.join("surnames.fst"), 128);
    pack_words(&data.join("words.txt"), &out.join("words.bin"));
    pack_given_names(&data.join("given-names.txt"), &out.join("given-names.bin"));
}

/// The entries of a data file: its lines without comments (`#`) and blanks.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

fn pack_lexicon(folder: &Path, out: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("data/lexicon is there")
        .map(|entry| entry.expect("data/lexicon can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    assert!(files.len() <= 128, "a word's classes are the bits of one u128");
    let mut words: BTreeMap<String, u128> = BTreeMap::new();
    let mut classes = String::from(
        "/// The classes of words: one a file of `data/lexicon/`.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[repr(u8)]\npub enum Class {\n",
    );
    for (bit, path) in files.iter().enumerate() {
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(path).expect("a lexicon is UTF-8");
        let head = text.lines().next().unwrap_or("").trim_start_matches('#').trim();
        assert!(text.starts_with('#'), "{}: the first line says what the list is", path.display());
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a file name in ASCII");
        let _ = writeln!(classes, "    /// {head}\n    {},", camel(name));
        for word in entries(&text) {
            *words.entry(word.to_owned()).or_default() |= 1 << bit;
        }
    }
    classes.push_str("}\n");
    let sets: BTreeSet<u128> = words.values().copied().collect();
    let sets: Vec<u128> = sets.into_iter().collect();
    let _ = writeln!(
        classes,
        "\n/// The sets of classes that words have.\n#[allow(clippy::unreadable_literal)]\nstatic SETS: [u128; {}] = {sets:?};",
        sets.len()
    );
    fs::write(out.join("classes.rs"), classes).expect("OUT_DIR can be written");
    let mut builder = fst::MapBuilder::memory();
    for (word, bits) in &words {
        let set = sets.binary_search(bits).expect("every set is listed");
        builder.insert(word, set as u64).expect("the words are sorted");
    }
    fs::write(out.join("lexicon.fst"), builder.into_inner().expect("the automaton can be built")).expect("OUT_DIR can be written");
}

/// The rows of a table: a word and its weight (0 if none is written).
fn weights(path: &Path) -> BTreeMap<String, i32> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path).expect("a table is UTF-8");
    entries(&text)
        .map(|line| {
            let (word, weight) = line.split_once(' ').unwrap_or((line, "0"));
            (word.to_owned(), weight.trim().parse().expect("a weight is a whole number"))
        })
        .collect()
}

/// An automaton from word to weight + `shift`.
fn pack_weights(table: &Path, out: &Path, shift: i32) {
    let mut builder = fst::MapBuilder::memory();
    for (word, weight) in weights(table) {
        builder.insert(word, u64::try_from(weight + shift).expect("the shifted weight is positive")).expect("the words are sorted");
    }
    fs::write(out, builder.into_inner().expect("the automaton can be built")).expect("OUT_DIR can be written");
}

/// The rows in the order of their characters, column by column (which compresses to half of an automaton's size): the
/// high and low bytes of the first, second and third character (0 if there is none), then the weight.
fn pack_words(table: &Path, out: &Path) {
    let mut rows: Vec<[u8; 7]> = Vec::new();
    for (word, weight) in weights(table) {
        let mut row = [0; 7];
        for (at, c) in word.chars().enumerate() {
            let code = u16::try_from(u32::from(c)).expect("words are made of characters of the BMP");
            row[2 * at..2 * at + 2].copy_from_slice(&code.to_be_bytes());
        }
        row[6] = u8::try_from(weight).expect("the weight fits a byte");
        rows.push(row);
    }
    rows.sort_unstable();
    let columns: Vec<u8> = (0..7).flat_map(|column| rows.iter().map(move |row| row[column])).collect();
    fs::write(out, columns).expect("OUT_DIR can be written");
}

/// One `i8` a character from U+4E00 on; -128 where nothing is known.
fn pack_given_names(table: &Path, out: &Path) {
    let mut bytes = vec![i8::MIN.cast_unsigned(); 0x5200];
    for (word, weight) in weights(table) {
        let c = word.chars().next().expect("a row starts with its character");
        bytes[c as usize - 0x4E00] = i8::try_from(weight).expect("the weight fits an i8").cast_unsigned();
    }
    fs::write(out, bytes).expect("OUT_DIR can be written");
}

fn camel(name: &str) -> String {
    name.split('-')
        .map(|part| {
            let (head, tail) = part.split_at(1);
            head.to_uppercase() + tail
        })
        .collect()
}
