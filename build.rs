//! Packs the data files into what the code reads without building anything at start-up:
//! the word lists of `data/lexicon/` into one tree, from word to the set of its classes, with `classes.rs`, the classes
//! as a Rust enum (one a file); and the tables of names, words and characters beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data/lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let data = Path::new("data");
    let lexicon = read_lexicon(&data.join("lexicon"), &out);
    // Values are positive: 0 means that no word ends.
    let surnames = weights(&data.join("surnames.txt"), 128);
    let words = weights(&data.join("words.txt"), 0);
    let letters = pack_letters(lexicon.keys().chain(surnames.keys()).chain(words.keys()), &out);
    for (name, words) in [("LEXICON", lexicon), ("SURNAMES", surnames), ("WORDS", words)] {
        pack_trie(name, &words, &letters, &out);
    }
    pack_given_names(&data.join("given-names.txt"), &out.join("given-names.bin"));
    let characters = data.join("characters");
    fs::write(out.join("gbk.bin"), planes(&read_gbk(&characters.join("gbk.txt")))).expect("OUT_DIR can be written");
    pack_han(&characters, &out.join("han.bin"));
    pack_readings(&characters.join("readings.txt"), &out);
    pack_radicals(&characters.join("radicals.txt"), &out.join("radicals.rs"));
    pack_entities(&characters.join("entities.txt"), &out.join("entities.rs"));
    pack_both_scripts(&characters.join("both-scripts.txt"), &out.join("both-scripts.rs"));
}

/// The entries of a data file: its lines without comments (`#`) and blanks.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|line| !line.is_empty())
}

/// The words of all lists and the number of their set of classes, from 1 on; the classes and sets go to `classes.rs`.
fn read_lexicon(folder: &Path, out: &Path) -> BTreeMap<String, u16> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("data/lexicon is there")
        .map(|entry| entry.expect("data/lexicon can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    assert!(files.len() <= 256, "the number of a class is a byte");
    let parts = files.len().div_ceil(64);
    let mut words: BTreeMap<String, Vec<u64>> = BTreeMap::new();
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
            words.entry(word.to_owned()).or_insert_with(|| vec![0; parts])[bit / 64] |= 1 << (bit % 64);
        }
    }
    classes.push_str("}\n");
    let sets: BTreeSet<Vec<u64>> = words.values().cloned().collect();
    let sets: Vec<Vec<u64>> = sets.into_iter().collect();
    let _ = writeln!(
        classes,
        "\n/// A bit for each class.\ntype ClassBits = [u64; {parts}];\n/// The sets of classes that words have.\n#[allow(clippy::unreadable_literal)]\nstatic SETS: [ClassBits; {}] = {sets:?};",
        sets.len()
    );
    fs::write(out.join("classes.rs"), classes).expect("OUT_DIR can be written");
    let set = |bits| 1 + sets.binary_search(bits).expect("every set is listed");
    words.iter().map(|(word, bits)| (word.clone(), u16::try_from(set(bits)).expect("few sets"))).collect()
}

/// The rows of a table: a word and its weight (0 if none is written) + `shift`.
fn weights(path: &Path, shift: i32) -> BTreeMap<String, u16> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path).expect("a table is UTF-8");
    entries(&text)
        .map(|line| {
            let (word, weight) = line.split_once(' ').unwrap_or((line, "0"));
            let weight: i32 = weight.trim().parse().expect("a weight is a whole number");
            (word.to_owned(), u16::try_from(weight + shift).expect("the shifted weight is positive"))
        })
        .collect()
}

/// The characters of all words by their number (`letters.rs`): a bit for each character of the BMP, and how many there
/// are before each 64 of them.
fn pack_letters<'w>(words: impl Iterator<Item = &'w String>, out: &Path) -> BTreeMap<char, u16> {
    let letters: BTreeSet<char> = words.flat_map(|word| word.chars()).collect();
    let mut bits = [0_u64; 1024];
    for &c in &letters {
        bits[c as usize / 64] |= 1 << (c as usize % 64);
    }
    let before: Vec<u32> = (0..bits.len()).map(|at| bits[..at].iter().map(|bits| bits.count_ones()).sum()).collect();
    let list = format!(
        "/// The number of characters that words have.\nconst LETTERS: usize = {};\n/// A bit for each character.\n#[allow(clippy::unreadable_literal)]\nstatic LETTER_BITS: [u64; 1024] = {bits:?};\n/// How many there are before each 64.\nstatic LETTERS_BEFORE: [u16; 1024] = {before:?};\n",
        letters.len()
    );
    fs::write(out.join("letters.rs"), list).expect("OUT_DIR can be written");
    letters.into_iter().zip(0..).collect()
}

/// A node of a tree of words: how many children it has, and the value of the word that ends here (0 for none).
#[derive(Default)]
struct Node {
    children: u8,
    value: u16,
}

/// The nodes of a tree in their order, by the length of what leads to them first.
fn nodes(words: &BTreeMap<String, u16>, letters: &BTreeMap<char, u16>) -> BTreeMap<(usize, Vec<u16>), Node> {
    let mut nodes: BTreeMap<(usize, Vec<u16>), Node> = letters.values().map(|&letter| ((1, vec![letter]), Node::default())).collect();
    for (word, &value) in words {
        let path: Vec<u16> = word.chars().map(|c| letters[&c]).collect();
        for length in 1..=path.len() {
            nodes.entry((length, path[..length].to_vec())).or_default();
        }
        nodes.entry((path.len(), path)).or_default().value = value;
    }
    let parents: Vec<_> = nodes.keys().map(|(length, path)| (length - 1, path[..length - 1].to_vec())).collect();
    for parent in parents {
        // The first characters have no parent.
        if let Some(node) = nodes.get_mut(&parent) {
            node.children = node.children.checked_add(1).expect("a node has less than 256 children");
        }
    }
    nodes
}

/// Words and their values (not 0) as a `Trie` of `src/trie.rs`: `NAME.rs` with its columns beside it.
fn pack_trie(name: &str, words: &BTreeMap<String, u16>, letters: &BTreeMap<char, u16>, out: &Path) {
    let nodes = nodes(words, letters);
    let paths: Vec<&[u16]> = nodes.keys().map(|(_, path)| &path[..]).collect();
    let gap = |pair: &[&[u16]]| match pair {
        [[before @ .., left], [parent @ .., letter]] if before == parent => letter - left - 1,
        [_, [.., letter]] => *letter,
        _ => unreachable!("no word is empty"),
    };
    let gaps: Vec<u16> = paths[letters.len() - 1..].windows(2).map(gap).collect();
    let values = nodes.values().map(|node| node.value.to_le_bytes());
    let high: Vec<u8> = values.clone().map(|[_, high]| high).collect();
    let high = if high.iter().any(|&high| high != 0) { high } else { Vec::new() };
    let values: Vec<u8> = values.map(|[low, _]| low).chain(high).collect();
    let counts: Vec<u8> = nodes.values().map(|node| node.children).collect();
    let firsts = counts.iter().scan(letters.len(), |next, &count| Some(std::mem::replace(next, *next + usize::from(count))));
    let firsts: Vec<u16> = firsts.step_by(32).map(|first| u16::try_from(first).expect("less than 65536 nodes")).collect();
    let mut tree = format!("static {name}: Trie = Trie {{ first_children: &{firsts:?}");
    for (column, bytes) in [("counts", counts), ("values", values), ("gaps", planes(&gaps))] {
        let file = format!("{name}-{column}.bin");
        fs::write(out.join(&file), bytes).expect("OUT_DIR can be written");
        let _ = write!(tree, ", {column}: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
    }
    fs::write(out.join(format!("{name}.rs")), tree + " };\n").expect("OUT_DIR can be written");
}

/// One `i8` a character from U+4E00 on; -128 where nothing is known.
fn pack_given_names(table: &Path, out: &Path) {
    let mut bytes = vec![i8::MIN.cast_unsigned(); 0x5200];
    for (word, weight) in weights(table, 128) {
        let c = word.chars().next().expect("a row starts with its character");
        bytes[c as usize - 0x4E00] = i8::try_from(i32::from(weight) - 128).expect("the weight fits an i8").cast_unsigned();
    }
    fs::write(out, bytes).expect("OUT_DIR can be written");
}

/// Numbers as all their high bytes, then all their low bytes: columns compress better than rows.
fn planes(values: &[u16]) -> Vec<u8> {
    let bytes = values.iter().map(|value| value.to_be_bytes());
    bytes.clone().map(|[high, _]| high).chain(bytes.map(|[_, low]| low)).collect()
}

/// The characters of GBK in its order: 126 lead bytes times 190 trail bytes; 0 for no character.
fn read_gbk(table: &Path) -> Vec<u16> {
    println!("cargo::rerun-if-changed={}", table.display());
    let text = fs::read_to_string(table).expect("a table is UTF-8");
    let rows = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.chars().skip(3));
    let codes: Vec<u16> =
        rows.map(|c| if c == '\u{fffd}' { 0 } else { u16::try_from(u32::from(c)).expect("GBK lies in the BMP") }).collect();
    assert_eq!(codes.len(), 126 * 190, "gbk.txt has a row for each lead byte");
    codes
}

/// A row of a table whose words are single characters, as (index from U+4E00 on, the rest of the row).
fn character_rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    entries(text).filter_map(|line| {
        let (word, rest) = line.split_once(' ')?;
        let at = (u32::from(word.chars().next()?) as usize).checked_sub(0x4E00).filter(|&at| at < 0x5200)?;
        Some((at, rest))
    })
}

/// For the characters from U+4E00 to U+9FFF: the simplified character (0 for itself) in two planes, the frequency
/// (10 · ln, in steps of 4), and a bit for those that stand in simplified script alone.
fn pack_han(folder: &Path, out: &Path) {
    let read = |name: &str| {
        println!("cargo::rerun-if-changed={}", folder.join(name).display());
        fs::read_to_string(folder.join(name)).expect("a table is UTF-8")
    };
    let mut simplified = vec![0_u16; 0x5200];
    for (at, to) in character_rows(&read("simplified.txt")) {
        simplified[at] = u16::try_from(u32::from(to.chars().next().expect("a character"))).expect("a character of the BMP");
    }
    let mut frequency = vec![0_u8; 0x5200];
    for (at, weight) in character_rows(&read("frequency.txt")) {
        frequency[at] = weight.parse::<u8>().expect("a frequency").div_ceil(4);
    }
    let mut only = vec![0_u8; 0x5200 / 8];
    for c in entries(&read("simplified-only.txt")).flat_map(str::chars) {
        let at = u32::from(c) as usize - 0x4E00;
        only[at / 8] |= 1 << (at % 8);
    }
    fs::write(out, [planes(&simplified), frequency, only].concat()).expect("OUT_DIR can be written");
}

/// The characters of the table as a Rust list (`radicals.rs`).
fn pack_radicals(table: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", table.display());
    let text = fs::read_to_string(table).expect("a table is UTF-8");
    let characters: Vec<char> = entries(&text).flat_map(str::chars).collect();
    let list = format!("/// The characters that the radicals from U+2F00 on look like.\nstatic RADICALS: [char; 0xD6] = {characters:?};\n");
    fs::write(out, list).expect("OUT_DIR can be written");
}

/// The names of entities and their characters, as a Rust list (`entities.rs`).
fn pack_entities(table: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", table.display());
    let text = fs::read_to_string(table).expect("a table is UTF-8");
    let row = |line: &'_ str| {
        let (name, code) = line.split_once(' ').expect("a name and a code point");
        (name.to_owned(), u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point in hexadecimal"))
    };
    let rows: Vec<(String, char)> = entries(&text).map(row).collect();
    let list = format!("/// Entities of HTML by name, and their characters.\nstatic ENTITIES: &[(&str, char)] = &{rows:?};\n");
    fs::write(out, list).expect("OUT_DIR can be written");
}

/// Pairs of characters, and whether the second one stands only where it makes a word, as a Rust list (`both-scripts.rs`).
fn pack_both_scripts(table: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", table.display());
    let text = fs::read_to_string(table).expect("a table is UTF-8");
    let pair = |line: &str| Some((line.chars().next()?, line.chars().nth(2)?, line.ends_with(" word")));
    let pairs: Vec<(char, char, bool)> = entries(&text).filter_map(pair).collect();
    let list = format!(
        "/// Traditional characters that simplified text uses too, and what they become elsewhere; some only where that makes a word.\nstatic BOTH_SCRIPTS: &[(char, char, bool)] = &{pairs:?};\n"
    );
    fs::write(out, list).expect("OUT_DIR can be written");
}

/// The syllables (`syllables.rs`, sorted), the usual reading of each character (`readings.bin`, syllable · 5 + tone + 1,
/// 0 for none) and the further readings (`more-readings.bin`, sorted by character) in planes.
fn pack_readings(table: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", table.display());
    let text = fs::read_to_string(table).expect("a table is UTF-8");
    let rows: Vec<(usize, Vec<(String, u16)>)> =
        character_rows(&text).map(|(at, readings)| (at, readings.split(' ').map(syllable).collect())).collect();
    let mut syllables: Vec<&str> = rows.iter().flat_map(|(_, readings)| readings).map(|(base, _)| base.as_str()).collect();
    syllables.sort_unstable();
    syllables.dedup();
    let code = |(base, tone): &(String, u16)| {
        let at = syllables.binary_search(&base.as_str()).expect("it was put there");
        u16::try_from(at).expect("some four hundred syllables") * 5 + tone + 1
    };
    let mut usual = vec![0_u16; 0x5200];
    let (mut characters, mut further) = (Vec::new(), Vec::new());
    for (at, readings) in &rows {
        usual[*at] = readings.first().map_or(0, code);
        for reading in readings.iter().skip(1) {
            characters.push(u16::try_from(at + 0x4E00).expect("a character of the BMP"));
            further.push(code(reading));
        }
    }
    let list = format!("/// All syllables without their tones, `v` for `ü`, sorted.\nstatic SYLLABLES: &[&str] = &{syllables:?};\n");
    fs::write(out.join("syllables.rs"), list).expect("OUT_DIR can be written");
    fs::write(out.join("readings.bin"), planes(&usual)).expect("OUT_DIR can be written");
    fs::write(out.join("more-readings.bin"), [planes(&characters), planes(&further)].concat()).expect("OUT_DIR can be written");
}

/// A reading as its syllable without marks (`v` for `ü`) and its tone (0 for none).
fn syllable(reading: &str) -> (String, u16) {
    const MARKED: [&str; 7] = ["aāáǎà", "oōóǒò", "eēéěè", "iīíǐì", "uūúǔù", "vǖǘǚǜ", "n\0ńňǹ"];
    let mut tone = 0;
    let base = reading
        .chars()
        .filter_map(|c| {
            if let Some(marks) = MARKED.iter().find(|marks| marks.contains(c) && !c.is_ascii()) {
                tone = u16::try_from(marks.chars().position(|mark| mark == c).unwrap_or(0)).unwrap_or(0);
                return marks.chars().next();
            }
            match c {
                'ü' => Some('v'),
                'ḿ' => Some('m'),
                _ => c.is_ascii_alphabetic().then_some(c),
            }
        })
        .collect();
    (base, tone)
}

fn camel(name: &str) -> String {
    name.split('-')
        .map(|part| {
            let (head, tail) = part.split_at(1);
            head.to_uppercase() + tail
        })
        .collect()
}
