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
