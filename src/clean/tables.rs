//! What is known of single characters: simplified form, frequency and readings.
//!
//! All tables are packed by `build.rs` from `data/characters/` and read where they lie; nothing is built at start-up.
//! With those of `gbk.rs` they weigh 61 kB in a brotli stream: the places of GBK 16, readings 19 + 8, simplified forms and
//! frequencies 18.

static HAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/han.bin"));
static READINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/readings.bin"));
static MORE_READINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/more-readings.bin"));
include!(concat!(env!("OUT_DIR"), "/syllables.rs"));

/// The number of characters from U+4E00 on that the tables speak of.
const SIZE: usize = 0x5200;

fn index(c: char) -> Option<usize> {
    (u32::from(c) as usize).checked_sub(0x4E00).filter(|&at| at < SIZE)
}

/// A number out of planes: `count` high bytes, then `count` low bytes.
pub(super) fn plane(bytes: &[u8], count: usize, at: usize) -> u16 {
    match (bytes.get(at), bytes.get(count + at)) {
        (Some(&high), Some(&low)) => u16::from_be_bytes([high, low]),
        _ => 0,
    }
}

/// A character in simplified script; itself if it has no other form.
pub(super) fn simplified(c: char) -> char {
    let code = index(c).map_or(0, |at| plane(HAN, SIZE, at));
    if code == 0 { c } else { char::from_u32(u32::from(code)).unwrap_or(c) }
}

/// How often a character stands in running text: 10 · ln of its count among [`FREQUENCY_TOTAL`]; 0 if it is not known.
pub(super) fn frequency(c: char) -> i32 {
    index(c).and_then(|at| HAN.get(2 * SIZE + at)).map_or(0, |&step| i32::from(step) * 4)
}

/// The logarithm of the number of characters that [`frequency`] was counted in.
pub(super) const FREQUENCY_TOTAL: i32 = 179;

/// Whether a character stands in simplified script alone.
pub(super) fn simplified_only(c: char) -> bool {
    index(c).and_then(|at| HAN.get(3 * SIZE + at / 8).map(|bits| bits >> (at % 8) & 1 == 1)).unwrap_or(false)
}

/// A syllable of pinyin with its tone (0 where no mark stands).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Reading(u16);

impl Reading {
    /// The reading of a syllable (`v` for `ü`), if there is such a syllable.
    pub(super) fn new(syllable: &str, tone: u16) -> Option<Self> {
        let at = SYLLABLES.binary_search(&syllable).ok()?;
        Some(Self(u16::try_from(at).ok()? * 5 + tone.min(4) + 1))
    }

    /// Whether a tone is marked.
    pub(super) const fn has_tone(self) -> bool {
        !(self.0 - 1).is_multiple_of(5)
    }

    /// Whether both are the same but for the tone.
    pub(super) const fn same_syllable(self, other: Self) -> bool {
        (self.0 - 1) / 5 == (other.0 - 1) / 5
    }
}

/// The readings of a character, the usual one first.
pub(super) fn readings(c: char) -> impl Iterator<Item = Reading> {
    let usual = index(c).map_or(0, |at| plane(READINGS, SIZE, at));
    let half = MORE_READINGS.len() / 2;
    let (characters, further) = MORE_READINGS.split_at(half);
    let count = half / 2;
    let code = u16::try_from(u32::from(c)).unwrap_or(0);
    let (mut low, mut high) = (0, if usual == 0 { 0 } else { count });
    while low < high {
        let middle = usize::midpoint(low, high);
        if plane(characters, count, middle) < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let more = (low..count).take_while(move |&at| plane(characters, count, at) == code).map(move |at| plane(further, count, at));
    std::iter::once(usual).chain(more).filter(|&reading| reading != 0).map(Reading)
}

/// Whether a character can be read so; the tone counts.
pub(super) fn is_read(c: char, reading: Reading) -> bool {
    readings(c).any(|other| other == reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_simplified_forms() {
        assert_eq!("區會後裡託榦彙麼中".chars().map(simplified).collect::<String>(), "区会后里托干汇么中");
        assert!(simplified_only('会') && !simplified_only('會') && !simplified_only('后'));
    }

    #[test]
    fn knows_readings() {
        let reading = Reading::new("ji", 4).expect("a syllable");
        assert!(is_read('計', reading) && !is_read('機', reading));
        assert!(is_read('了', Reading::new("liao", 3).expect("a syllable")));
        assert!(reading.has_tone() && !Reading::new("de", 0).expect("a syllable").has_tone());
        assert_eq!(Reading::new("hj", 1), None);
    }

    #[test]
    fn knows_frequencies() {
        assert!(frequency('的') > frequency('妇') && frequency('妇') > frequency('鼪'));
        assert_eq!(frequency('a'), 0);
    }
}
