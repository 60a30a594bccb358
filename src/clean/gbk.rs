//! GBK: characters as two bytes, and what single bytes can be.

use super::tables::{self, Reading, is_read, plane, simplified};
use crate::text::is_han;

static GBK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gbk.bin"));

/// The frequency from which on a character is in common use.
pub(super) const IN_USE: i32 = 60;

/// Lead bytes, a bit each.
pub(super) type Leads = u128;

/// The character at a place of GBK.
pub(super) fn gbk(lead: u8, trail: u8) -> Option<char> {
    let row = usize::from(lead).checked_sub(0x81)?;
    let column = match trail {
        0x40..=0x7E => usize::from(trail) - 0x40,
        0x80..=0xFE => usize::from(trail) - 0x41,
        _ => return None,
    };
    let code = (row < 126).then(|| plane(GBK, 126 * 190, row * 190 + column))?;
    char::from_u32(u32::from(code)).filter(|_| code != 0)
}

/// The places of GBK by character; made from [`gbk`] when a damaged text asks for it.
pub(super) struct GbkPlaces(Box<[u16]>);

impl GbkPlaces {
    pub(super) fn new() -> Self {
        let mut places = vec![0; 0x10000].into_boxed_slice();
        for lead in (0x81..=0xFE).rev() {
            for trail in 0x40..=0xFE {
                if let Some(c) = gbk(lead, trail) {
                    places[u32::from(c) as usize] = u16::from_be_bytes([lead, trail]);
                }
            }
        }
        Self(places)
    }

    /// The two bytes of a character.
    pub(super) fn bytes(&self, c: char) -> Option<[u8; 2]> {
        let place = self.0.get(u32::from(c) as usize).copied().filter(|&place| place != 0)?;
        Some(place.to_be_bytes())
    }
}

/// The byte that a character is when it is one alone and can be a trail byte: an ASCII letter, or `€`, which Windows
/// gives for 80 (`?zhèn)€` is 個).
pub(super) fn trail_byte(c: char) -> Option<u8> {
    match c {
        '@'..='~' => u8::try_from(c).ok(),
        '€' => Some(0x80),
        _ => None,
    }
}

/// The second byte of a mark in GBK (the first is A3), for marks whose second byte starts characters in use.
pub(super) const fn mark_byte(c: char) -> Option<u8> {
    match c {
        '!' | '！' => Some(0xA1),
        ':' | '：' => Some(0xBA),
        ';' | '；' => Some(0xBB),
        '?' | '？' | '\u{fffd}' => Some(0xBF),
        _ => None,
    }
}

/// The lead bytes that make, behind a trail byte, a character with this reading: one in use, since no program
/// glosses others.
pub(super) fn leads_behind(trail: u8, reading: Reading) -> Leads {
    (0x81..=0xFE)
        .filter(|&lead| gbk(trail, lead).is_some_and(|c| tables::frequency(simplified(c)) > IN_USE && is_read(c, reading)))
        .fold(0, |leads, lead| leads | 1 << (lead - 0x80))
}

/// The lead bytes that make, behind a trail byte, a character whose reading is not known here.
pub(super) fn unread_leads_behind(trail: u8) -> Leads {
    (0x81..=0xFE)
        .filter(|&lead| gbk(trail, lead).is_some_and(|c| is_han(c) && tables::readings(c).next().is_none()))
        .fold(0, |leads, lead| leads | 1 << (lead - 0x80))
}

pub(super) fn lead_bytes(leads: Leads) -> impl Iterator<Item = u8> {
    (0x81..=0xFE).filter(move |lead| leads >> (lead - 0x80) & 1 == 1)
}

/// The Chinese characters in use that start with a lead byte and end with a byte that is no ASCII.
pub(super) fn characters_of(lead: u8) -> impl Iterator<Item = char> {
    (0x80..=0xFE).filter_map(move |trail| gbk(lead, trail)).filter(|&c| is_han(c) && tables::frequency(simplified(c)) > 0)
}

/// Reads bytes of GBK, two by two; a last single byte is left out.
pub(super) fn decode(bytes: &[u8]) -> Option<Vec<char>> {
    bytes.chunks_exact(2).map(|pair| gbk(pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_places_of_gbk() {
        assert_eq!(gbk(0x8B, 0x44), Some('婦'));
        assert_eq!(gbk(0xD3, 0x8B), Some('計'));
        assert_eq!(gbk(0xA3, 0xBF), Some('？'));
        assert_eq!(gbk(0x8B, 0x7F), None);
        let places = GbkPlaces::new();
        assert_eq!(places.bytes('婦'), Some([0x8B, 0x44]));
        assert_eq!(places.bytes('😀'), None);
    }
}
