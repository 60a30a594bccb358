//! `cargo xtask data`: makes the tables of characters, names and words under `data/` from public data.
//!
//! The sources are crates that `Cargo.lock` pins (xtask only reads files of theirs) and two Python packages, pinned by
//! their hash. The tables are committed, so that nobody needs to run this to build; run it after a change here, or
//! after a surname was added to `data/surnames.txt`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// The words of the dictionary that are kept: the most frequent ones.
const WORDS: usize = 20_000;
/// The count from which on a character keeps its further readings.
const READ_OFTEN: u32 = 400;
/// The count from which on a character's reading is kept.
const READ_AT_ALL: u32 = 20;
/// Characters that simplified text uses too, in a sense of their own: 乾隆, 著名, 瞭望 (`data/characters/both-scripts.txt`), and the surnames 甯 and 麴.
const OWN_MEANING: &str = "乾夥徵摺捱薹醣吒著瞭藉甯麴";
/// Variants that `OpenCC` leaves to its tables for regions.
const VARIANTS: &str = "妳 你\n濶 阔\n";
/// The probability of a surname that no statistics know.
const RARE_SURNAME: f64 = 1e-5;

/// Writes all tables.
pub fn run() -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask lies in the project")?;
    let crates = crate_folders()?;
    let folder = |name: &str| crates.get(name).ok_or_else(|| format!("the crate {name} is not in Cargo.lock"));
    let dictionary = Dictionary::read(&folder("jieba-rs")?.join("src/data/dict.txt"))?;
    let data = root.join("data");
    write_given_names(&data, &dictionary)?;
    write_surnames(&data, &dictionary)?;
    write_words(&data, &dictionary)?;
    let characters = data.join("characters");
    fs::create_dir_all(&characters)?;
    write_gbk(&characters)?;
    write_frequencies(&characters, &dictionary)?;
    let opencc = folder("ferrous-opencc")?.join("assets/dictionaries");
    write_readings(&characters, &dictionary, &folder("pinyin")?.join("pinyin-data/pinyin.txt"), &opencc)?;
    write_simplified(&characters, &opencc)?;
    write_radicals(&characters)?;
    Ok(())
}

/// Where cargo keeps the source of each crate that the workspace knows.
fn crate_folders() -> Outcome<HashMap<String, PathBuf>> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version=1", "--locked"])
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let folder = |package: &serde_json::Value| {
        let manifest = Path::new(package["manifest_path"].as_str()?);
        Some((package["name"].as_str()?.to_owned(), manifest.parent()?.to_owned()))
    };
    Ok(metadata["packages"].as_array().ok_or("cargo metadata lists packages")?.iter().filter_map(folder).collect())
}

/// A file of a Python package, by way of pip, checked against the hash of the package.
fn python_file(requirement: &str, hash: &str, file: &str) -> Outcome<String> {
    let folder = env::temp_dir().join(format!("jiyao-data-{hash}"));
    fs::create_dir_all(&folder)?;
    let list = folder.join("requirements.txt");
    fs::write(&list, format!("{requirement} --hash=sha256:{hash}\n"))?;
    let script = "import sys, glob, tarfile, zipfile
archive = (glob.glob(sys.argv[1] + '/*.whl') + glob.glob(sys.argv[1] + '/*.tar.gz'))[0]
data = zipfile.ZipFile(archive).read(sys.argv[2]) if archive.endswith('.whl') else tarfile.open(archive).extractfile(sys.argv[2]).read()
sys.stdout.buffer.write(data)";
    let pip = Command::new("python3")
        .args(["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "-r"])
        .arg(&list)
        .arg("-d")
        .arg(&folder)
        .status()?;
    if !pip.success() {
        return Err(format!("pip could not get {requirement}").into());
    }
    let output = Command::new("python3").args(["-c", script]).arg(&folder).arg(file).output()?;
    Ok(String::from_utf8(output.stdout)?)
}

/// The words of jieba's dictionary with their counts.
struct Dictionary {
    words: Vec<(String, u32)>,
    chars: HashMap<char, u32>,
    total: u32,
}

impl Dictionary {
    fn read(path: &Path) -> Outcome<Self> {
        let mut words = Vec::new();
        let mut chars: HashMap<char, u32> = HashMap::new();
        let mut total = 0;
        for line in fs::read_to_string(path)?.lines() {
            let mut fields = line.split(' ');
            let (Some(word), Some(count), Some(tag)) = (fields.next(), fields.next(), fields.next()) else { continue };
            let count: u32 = count.parse()?;
            let name = tag.starts_with("nr");
            if name && word.chars().count() > 1 {
                continue;
            }
            for c in word.chars() {
                *chars.entry(c).or_default() += count;
                total += count;
            }
            words.push((word.to_owned(), count));
        }
        Ok(Self { words, chars, total })
    }

    /// How often a character stands in running text.
    fn probability(&self, c: char) -> f64 {
        (f64::from(self.chars.get(&c).copied().unwrap_or(0)) + 5.0) / f64::from(self.total)
    }

    fn word_probability(&self, word: &str) -> f64 {
        let count = self.words.iter().find(|(other, _)| other == word).map_or(0, |(_, count)| *count);
        (f64::from(count) + 1.0) / f64::from(self.total)
    }
}

/// Tenths of a natural logarithm, as they fit into an `i8`.
fn tenths(ratio: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)]
    let value = (10.0 * ratio.ln()).round().clamp(-120.0, 120.0) as i32;
    value
}

fn write_given_names(data: &Path, dictionary: &Dictionary) -> Outcome<()> {
    let table = python_file(
        "ngender==0.1.1",
        "e62b1a0e431f090aba9f8fbbf43c1f1da7ab52d9ef7b3d2e1eb22b0e1059b643",
        "ngender-0.1.1/ngender/charfreq.csv",
    )?;
    let mut counts: BTreeMap<char, f64> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let mut fields = line.split(',');
        if let (Some(c), Some(male), Some(female)) = (fields.next().and_then(|f| f.chars().next()), fields.next(), fields.next()) {
            counts.insert(c, male.trim().parse::<f64>()? + female.trim().parse::<f64>()?);
        }
    }
    let total: f64 = counts.values().sum();
    let mut out = String::from(
        "# How much likelier a character stands in a given name (名) than in running text: 10 · ln(P(given name) / P(text)).\n\
         # Source: `cargo xtask data` from ngender (MIT), 32 million given-name characters, and jieba-rs (MIT).\n",
    );
    let mut chars: Vec<char> =
        counts.keys().chain(dictionary.chars.keys()).copied().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    chars.sort_unstable();
    chars.dedup();
    for c in chars {
        let count = counts.get(&c).copied().unwrap_or(0.0);
        let common = dictionary.chars.get(&c).copied().unwrap_or(0);
        if count >= 50.0 || common >= 50 {
            writeln!(out, "{c} {}", tenths((count + 3.0) / total / dictionary.probability(c)))?;
        }
    }
    fs::write(data.join("given-names.txt"), out)?;
    Ok(())
}

fn write_surnames(data: &Path, dictionary: &Dictionary) -> Outcome<()> {
    let path = data.join("surnames.txt");
    let statistics = python_file(
        "faker==40.54.0",
        "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
        "faker/providers/person/zh_CN/__init__.py",
    )?;
    let statistics = statistics.split_once("last_names = ").ok_or("Faker has surnames")?.1;
    let known: HashMap<&str, f64> = statistics
        .lines()
        .filter_map(|line| line.trim().strip_prefix("(\"")?.strip_suffix("),")?.split_once("\", "))
        .filter_map(|(name, percent)| Some((name, percent.parse::<f64>().ok()? / 100.0)))
        .collect();
    let mut seen = HashSet::new();
    let mut out = String::new();
    for line in fs::read_to_string(&path)?.lines() {
        let Some(name) = line.split(' ').next().filter(|name| !line.starts_with('#') && seen.insert((*name).to_owned())) else {
            if line.starts_with('#') {
                writeln!(out, "{line}")?;
            }
            continue;
        };
        let mut chars = name.chars();
        let text = match (chars.next(), chars.next()) {
            (Some(only), None) => dictionary.probability(only),
            _ => dictionary.word_probability(name),
        };
        writeln!(out, "{name} {}", tenths(known.get(name).copied().unwrap_or(RARE_SURNAME) / text))?;
    }
    fs::write(path, out)?;
    Ok(())
}

fn write_words(data: &Path, dictionary: &Dictionary) -> Outcome<()> {
    let mut words: Vec<&(String, u32)> = dictionary.words.iter().filter(|(word, _)| is_word(word)).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(WORDS);
    words.sort();
    let mut out = String::from(
        "# Ordinary words of two or three characters that are no personal names, and the binary logarithm of their count.\n\
         # Source: `cargo xtask data` from the dictionary of jieba-rs (MIT).\n",
    );
    for (word, count) in words {
        writeln!(out, "{word} {}", count.max(&2).ilog2())?;
    }
    fs::write(data.join("words.txt"), out)?;
    Ok(())
}

fn is_word(word: &str) -> bool {
    (2..=3).contains(&word.chars().count()) && word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The character at a place of GBK, if there is one that is not for private use.
fn gbk(lead: u8, trail: u8) -> Option<char> {
    let bytes = [lead, trail];
    let (text, _, wrong) = encoding_rs::GBK.decode(&bytes);
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !wrong && !('\u{e000}'..='\u{f8ff}').contains(&c) => Some(c),
        _ => None,
    }
}

fn write_gbk(folder: &Path) -> Outcome<()> {
    let mut out = String::from(
        "# The characters of GBK: a lead byte, then what stands for each trail byte from 40 to FE without 7F (\u{fffd} for nothing).\n\
         # Source: `cargo xtask data` from encoding_rs (Apache-2.0 OR MIT), after the WHATWG Encoding Standard.\n",
    );
    for lead in 0x81..=0xFE {
        let row: String = (0x40..=0xFE).filter(|&trail| trail != 0x7F).map(|trail| gbk(lead, trail).unwrap_or('\u{fffd}')).collect();
        writeln!(out, "{lead:02X} {row}")?;
    }
    fs::write(folder.join("gbk.txt"), out)?;
    Ok(())
}

fn write_frequencies(folder: &Path, dictionary: &Dictionary) -> Outcome<()> {
    let mut rows: Vec<(char, u32)> = dictionary.chars.iter().map(|(&c, &count)| (c, count)).filter(|&(c, _)| is_han(c)).collect();
    rows.sort_unstable();
    let mut out = format!(
        "# How often a character stands in running text: 10 · ln(count), of {} characters.\n\
         # Source: `cargo xtask data` from the dictionary of jieba-rs (MIT).\n",
        dictionary.total
    );
    for (c, count) in rows {
        writeln!(out, "{c} {:.0}", (10.0 * f64::from(count).ln()).round().max(1.0))?;
    }
    fs::write(folder.join("frequency.txt"), out)?;
    Ok(())
}

fn write_readings(folder: &Path, dictionary: &Dictionary, source: &Path, simplified: &Path) -> Outcome<()> {
    let simplified: HashMap<char, Vec<char>> = read_opencc(&simplified.join("TSCharacters.txt"))?.into_iter().collect();
    let mut out = String::from(
        "# The readings (拼音) of the characters of GBK in use, the usual one first; of rarer characters only that one.\n\
         # Source: `cargo xtask data` from pinyin-data in the crate pinyin (MIT).\n",
    );
    for line in fs::read_to_string(source)?.lines().filter(|line| line.starts_with("U+")) {
        let Some((code, rest)) = line[2..].split_once(": ") else { continue };
        let Some(c) = char::from_u32(u32::from_str_radix(code, 16)?).filter(|&c| is_han(c) && u32::from(c) <= 0x9FA5) else { continue };
        let usual = simplified.get(&c).and_then(|to| to.first()).copied().unwrap_or(c);
        let count = match dictionary.chars.get(&usual).copied().unwrap_or(0) {
            READ_OFTEN.. => 4,
            READ_AT_ALL.. => 1,
            _ => continue,
        };
        let readings: Vec<&str> = rest
            .split("  #")
            .next()
            .unwrap_or("")
            .split(',')
            .map(str::trim)
            .filter(|r| !r.is_empty() && !r.contains('\u{ea}'))
            .take(count)
            .collect();
        if !readings.is_empty() {
            writeln!(out, "{c} {}", readings.join(" "))?;
        }
    }
    fs::write(folder.join("readings.txt"), out)?;
    Ok(())
}

/// The rows of a dictionary of `OpenCC`: a character and what it can become, the usual one first.
fn read_opencc(path: &Path) -> Outcome<Vec<(char, Vec<char>)>> {
    let row = |line: &str| {
        let (from, to) = line.split_once('\t')?;
        Some((from.chars().next()?, to.split(' ').filter_map(|word| word.chars().next()).collect()))
    };
    Ok(fs::read_to_string(path)?.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

fn write_radicals(folder: &Path) -> Outcome<()> {
    let script = "import unicodedata; print(''.join(unicodedata.normalize('NFKC', chr(c)) for c in range(0x2F00, 0x2FD6)))";
    let output = Command::new("python3").args(["-c", script]).output()?;
    let out = format!(
        "# What the radicals (部首) from U+2F00 to U+2FD5 are as characters, in their order.\n\
         # Source: `cargo xtask data` from the Unicode Character Database (Unicode License), by way of Python.\n{}",
        String::from_utf8(output.stdout)?
    );
    fs::write(folder.join("radicals.txt"), out)?;
    Ok(())
}

fn write_simplified(folder: &Path, source: &Path) -> Outcome<()> {
    let mut out = String::from(
        "# Traditional characters (繁体) and variants, and what they are in simplified script (简体); the usual one where there are several.\n\
         # Source: `cargo xtask data` from TSCharacters of OpenCC (Apache-2.0), in the crate ferrous-opencc.\n",
    );
    let mut values = HashSet::new();
    for (from, to) in read_opencc(&source.join("TSCharacters.txt"))? {
        if let Some(&to) = to.first().filter(|&&to| to != from && is_han(to) && !OWN_MEANING.contains(from)) {
            writeln!(out, "{from} {to}")?;
            values.insert(to);
        }
    }
    out.push_str(VARIANTS);
    fs::write(folder.join("simplified.txt"), out)?;
    let mut only: Vec<char> = read_opencc(&source.join("STCharacters.txt"))?
        .into_iter()
        .filter(|(from, to)| !to.contains(from) && values.contains(from))
        .map(|(from, _)| from)
        .collect();
    only.sort_unstable();
    let mut out = String::from(
        "# Characters that stand in simplified script alone.\n\
         # Source: `cargo xtask data` from STCharacters of OpenCC (Apache-2.0), in the crate ferrous-opencc.\n",
    );
    for row in only.chunks(40) {
        writeln!(out, "{}", row.iter().collect::<String>())?;
    }
    fs::write(folder.join("simplified-only.txt"), out)?;
    Ok(())
}
