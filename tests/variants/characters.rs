//! What the tables of `data/characters/` say of single characters.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/characters").join(name)).expect("the table is there")
}

/// The lines of a table of characters, word by word.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = file(name);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

fn character(word: &str) -> char {
    word.chars().next().expect("a character")
}

/// The readings of characters, the usual one first.
pub static READINGS: LazyLock<HashMap<char, Vec<String>>> =
    LazyLock::new(|| table("readings.txt").into_iter().map(|line| (character(&line[0]), line[1..].to_vec())).collect());

/// How often characters stand in running text, on a scale up to about 150.
static FREQUENCY: LazyLock<HashMap<char, i32>> =
    LazyLock::new(|| table("frequency.txt").iter().map(|line| (character(&line[0]), line[1].parse().expect("a number"))).collect());

static SIMPLIFIED: LazyLock<HashMap<char, char>> =
    LazyLock::new(|| table("simplified.txt").iter().map(|line| (character(&line[0]), character(&line[1]))).collect());

/// One traditional form of each character that stands in simplified script alone: the one in use, where there is only one.
pub static TRADITIONAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
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

/// How often a character stands in simplified text.
pub fn frequency(c: char) -> i32 {
    let simplified = SIMPLIFIED.get(&c).unwrap_or(&c);
    FREQUENCY.get(simplified).copied().unwrap_or(0)
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The code of GBK.
pub struct Gbk {
    bytes: HashMap<char, [u8; 2]>,
    characters: HashMap<[u8; 2], char>,
}

pub static GBK: LazyLock<Gbk> = LazyLock::new(|| {
    let mut bytes = HashMap::new();
    let trails = || (0x40..=0xFE_u8).filter(|&trail| trail != 0x7F);
    let text = file("gbk.txt");
    for (lead, row) in text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')) {
        let lead = u8::from_str_radix(lead, 16).expect("a lead byte");
        let places = trails().zip(row.chars());
        bytes.extend(places.filter(|(_, c)| *c != '\u{fffd}').map(|(trail, c)| (c, [lead, trail])));
    }
    let characters = bytes.iter().map(|(&c, &bytes)| (bytes, c)).collect();
    Gbk { bytes, characters }
});

impl Gbk {
    /// The bytes of a character: one for ASCII, two for those of the code.
    pub fn bytes(&self, c: char) -> Option<Vec<u8>> {
        if c.is_ascii() { Some(vec![u8::try_from(c).ok()?]) } else { self.bytes.get(&c).map(|bytes| bytes.to_vec()) }
    }

    /// The character of two bytes.
    pub fn character(&self, bytes: [u8; 2]) -> Option<char> {
        self.characters.get(&bytes).copied()
    }
}
