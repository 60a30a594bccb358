//! Glosses taken out, torn characters mended.
//!
//! The text was once GBK, two bytes a character. Programs that looked for characters byte by byte found some that were
//! none: the trail byte of one character and the lead byte of the next. Two kinds of damage come of that.
//!
//! - **A gloss in the middle** (`動?jì)D女` for 動婦女). 動婦 is `84 D3 | 8B 44`; `D3 8B` is 計, so `(jì)` was written
//!   behind `8B`. Read again, `8B (` is no character: `?` stands for it, and the trail byte 44 has become `D`. So the
//!   lost lead byte is one with which the trail byte before makes a character read jì, and the true character is that
//!   lead with the next byte. Where that is no ASCII letter, everything up to the next one is shifted by one byte.
//! - **A mark in the middle** (`確!拔逡弧逼陂g` for 確保“五一”期間). 保“ is `B1 A3 | A1 B0`; `A3 A1` is the full-width `！`, which was
//!   made `!`. The lead byte before it is lost, and everything behind it is shifted.
//!
//! Glosses come out in the same walk, because they tell how a mended character is read.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::cells::Cell;
use super::gbk::{
    GbkPlaces, IN_USE, Leads, characters_of, decode, gbk, lead_bytes, leads_behind, mark_byte, trail_byte, unread_leads_behind,
};
use super::gloss::{closed_syllable, gloss_after, is_cut_gloss};
use super::language::{is_seam, likelihood};
use super::script::script;
use super::tables::{self, Reading, is_read, simplified};
use crate::model::{Repair, RepairKind, Script, Utf16Span};
use crate::names;
use crate::order;
use crate::text::is_han;

/// The longest run of shifted characters that is read.
const LONGEST_RUN: usize = 200;
/// How many characters on either side tell which candidate fits.
const CONTEXT: usize = 4;
/// How many candidates are weighed by their context.
const WEIGHED: usize = 12;
/// What a lead byte gains when the character that the gloss belongs to is really there.
const CONSISTENT: i32 = 30;

/// By how much the best reading of a place must be likelier than the second.
const DOUBTFUL: i32 = 12;
/// The same where any of a hundred characters can stand behind a mark: the likeliest one is taken.
const CLOSE: i32 = 3;
/// What a pair of characters gains that stands elsewhere in the text too: names and words come more than once.
const SEEN: i32 = 40;
/// What it costs that a character of the other script stands in a traditional text.
const STRANGE: i32 = 60;
/// What a mark counts as beside the frequencies of characters.
const COMMON: i32 = 150;
/// So many torn marks are kept with what they read as.
const MARKS_KEPT: usize = 4096;

/// What is left when glosses and damage are gone.
pub(super) struct Mended {
    pub(super) cells: Vec<Cell>,
    pub(super) glosses: u32,
    pub(super) repairs: Vec<Repair>,
}

/// Takes the glosses out and mends torn characters.
pub(super) fn mend(cells: &[Cell]) -> Mended {
    let mut mender = Mender {
        cells,
        traditional: script(cells) != Script::Simplified,
        out: Vec::with_capacity(cells.len()),
        glosses: 0,
        repairs: Vec::new(),
        places: OnceCell::new(),
        leads: HashMap::new(),
        pairs: OnceCell::new(),
        marks: HashMap::new(),
    };
    let mut at = 0;
    while at < cells.len() {
        at = mender.step(at);
    }
    Mended { cells: mender.out, glosses: mender.glosses, repairs: mender.repairs }
}

struct Mender<'a> {
    cells: &'a [Cell],
    /// The text is not simplified throughout.
    traditional: bool,
    out: Vec<Cell>,
    glosses: u32,
    repairs: Vec<Repair>,
    /// The reverse of GBK; made for the first damaged place.
    places: OnceCell<GbkPlaces>,
    /// For a reading the lead bytes that are trail bytes of characters read so.
    leads: HashMap<Reading, Leads>,
    /// For a place and its surroundings what [`Mender::mark_reading`] gives.
    marks: HashMap<Vec<char>, Option<MarkReading>>,
    /// The pairs of neighbours in the text, simplified; gathered for the first damaged place.
    pairs: OnceCell<HashSet<[char; 2]>>,
}

/// What a place that a mark tore reads as: the character before the mark, if one was lost there, and those behind.
type MarkReading = (Option<char>, Vec<char>);

/// What a damaged place was mended to, cell by cell, and where the text goes on.
struct Mending {
    cells: Vec<Cell>,
    end: usize,
}

/// The bytes behind a lost lead byte.
struct Tail {
    bytes: Vec<u8>,
    /// Where the text of each cell that holds them ends, in UTF-16 units.
    ends: Vec<u32>,
    /// The place behind them.
    end: usize,
    ending: Ending,
}

/// How the bytes behind a lost lead byte end.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    /// With an ASCII letter, the trail byte of the last character: all is known.
    Letter,
    /// With another torn gloss that tells how the last character is read; its trail byte is lost (place behind the gloss).
    Read(Reading, usize),
    /// With a lost byte (place behind its mark).
    Lost(usize),
}

impl Ending {
    fn end(self, cells_end: usize) -> usize {
        match self {
            Self::Letter => cells_end,
            Self::Read(_, end) | Self::Lost(end) => end,
        }
    }
}

impl Mender<'_> {
    /// Handles what starts at `at` and gives the place behind it.
    fn step(&mut self, at: usize) -> usize {
        let cell = self.cells[at];
        if let Some(last) = self.out.last_mut().filter(|last| is_han(last.c)) {
            if let Some(end) = gloss_after(self.cells, at, last.c) {
                last.end = self.cells[end - 1].end;
                self.glosses += 1;
                return end;
            }
            if self.glosses > 0 && at + 10 > self.cells.len() && is_cut_gloss(self.cells, at, last.c) {
                last.end = self.cells[self.cells.len() - 1].end;
                return self.cells.len();
            }
        }
        if is_lost(cell.c)
            && let Some((reading, tail)) = self.torn_gloss(at)
        {
            let mending = self.mend_gloss(at, reading, tail);
            return self.apply(at, tail, mending);
        }
        if mark_byte(cell.c).is_some()
            && let Some(mending) = self.mend_mark(at)
        {
            let end = mending.end;
            return self.apply(at, end, Some(mending));
        }
        if matches!(cell.c, '?' | '\u{fffd}') {
            return self.lone(at);
        }
        self.out.push(cell);
        at + 1
    }

    /// Takes a mending over, or reports the cells from `at` to `end` as doubtful and leaves them.
    fn apply(&mut self, at: usize, end: usize, mending: Option<Mending>) -> usize {
        let (cells, end, repaired) = match mending {
            Some(Mending { cells, end }) => {
                let text = cells.iter().map(|cell| simplified(cell.c)).collect();
                (cells, end, Some(text))
            }
            None => (self.cells[at..end].to_vec(), end, None),
        };
        self.report(at, end, repaired);
        self.out.extend(cells);
        end
    }

    fn report(&mut self, at: usize, end: usize, repaired: Option<String>) {
        let span = Utf16Span { start: self.cells[at].start, end: self.cells[end - 1].end };
        self.repairs.push(Repair { kind: RepairKind::Damaged, span, original: String::new(), repaired });
    }

    /// A gloss that lost its opening bracket (`?jì)`): its reading and the place behind it.
    fn torn_gloss(&self, at: usize) -> Option<(Reading, usize)> {
        let bracket = self.cells.get(at + 1).is_some_and(|cell| matches!(cell.c, '(' | '（'));
        closed_syllable(self.cells, at + 1 + usize::from(bracket))
    }

    fn bytes(&self, c: char) -> Option<[u8; 2]> {
        self.places.get_or_init(GbkPlaces::new).bytes(c)
    }

    /// The bytes from `at` on up to the one that sets the order right again. Glosses of characters that shifted bytes
    /// happen to make stand between them.
    fn tail(&self, at: usize) -> Tail {
        let mut tail = Tail { bytes: Vec::new(), ends: Vec::new(), end: at, ending: Ending::Letter };
        while let Some(cell) = self.cells.get(tail.end).filter(|_| tail.end - at < LONGEST_RUN) {
            if let Some(byte) = trail_byte(cell.c) {
                tail.bytes.push(byte);
                tail.ends.push(cell.end);
                tail.end += 1;
                return tail;
            }
            // `獎?jù)？h` (獎。縣): the mark is two shifted bytes too, where the letter behind it ends the run.
            let letter = self.cells.get(tail.end + 1).is_some_and(|next| trail_byte(next.c).is_some() && self.stands_alone(tail.end + 1));
            if is_lost(cell.c) && !(cell.c == '？' && letter) {
                let behind = tail.end + 1;
                tail.ending = self.torn_gloss(tail.end).map_or(Ending::Lost(behind), |(reading, end)| Ending::Read(reading, end));
                return tail;
            }
            let Some(pair) = self.bytes(cell.c) else { break };
            tail.bytes.extend(pair);
            tail.end = gloss_after(self.cells, tail.end + 1, cell.c).unwrap_or(tail.end + 1);
            tail.ends.push(self.cells[tail.end - 1].end);
        }
        tail.ending = Ending::Lost(tail.end);
        tail
    }

    /// Mends `?jì)D`, where `reading` is jì and `at_tail` the place of `D`.
    fn mend_gloss(&mut self, at: usize, reading: Reading, at_tail: usize) -> Option<Mending> {
        let space =
            self.cells.get(at_tail).is_some_and(|cell| cell.c == ' ') && self.cells.get(at_tail + 1).is_some_and(|cell| !is_han(cell.c));
        let tail = self.tail(at_tail + usize::from(space));
        let before = self.out.last().and_then(|cell| self.bytes(cell.c)).map(|[_, trail]| trail);
        let consistent = before.map_or(0, |trail| leads_behind(trail, reading));
        let unread = before.filter(|_| consistent == 0).map_or(0, unread_leads_behind);
        let any = *self.leads.entry(reading).or_insert_with(|| (0x40..=0xFE).fold(0, |leads, trail| leads | leads_behind(trail, reading)));
        let whole = self.whole_candidates(&tail, [consistent, unread, any]);
        if let Some(chars) = self.choose(whole, tail.ending.end(tail.end)) {
            return Some(self.place(at, &tail, chars));
        }
        // The bytes behind make no sense with any lead byte: the trail byte itself is lost, and the text behind is whole.
        let alone = Tail { bytes: Vec::new(), ends: Vec::new(), end: at_tail, ending: Ending::Lost(at_tail) };
        let leads = if consistent == 0 { any } else { consistent };
        let lost = lead_bytes(leads).flat_map(|lead| characters_of(lead).map(|c| (vec![c], 0))).collect();
        let chars = self.choose(lost, at_tail).filter(|chars| self.makes_word(chars, at_tail))?;
        Some(self.place(at, &alone, chars))
    }

    /// What the tail can be with each lead byte, and what speaks for it.
    fn whole_candidates(&self, tail: &Tail, [consistent, unread, any]: [Leads; 3]) -> Vec<(Vec<char>, i32)> {
        let mut candidates = Vec::new();
        for lead in lead_bytes(consistent | unread | any) {
            let holds = |leads: Leads| leads >> (lead - 0x80) & 1 == 1;
            let bonus = if holds(consistent) || holds(unread) { CONSISTENT } else { 0 };
            let bytes: Vec<u8> = std::iter::once(lead).chain(tail.bytes.iter().copied()).collect();
            let Some(mut chars) = decode(&bytes) else { continue };
            match tail.ending {
                Ending::Letter => {
                    let told = chars.last().is_none_or(|&last| self.agrees(last, tail.end));
                    candidates.push((chars, if told { bonus } else { bonus - 300 }));
                }
                Ending::Read(reading, _) => {
                    let orphan = bytes[bytes.len() - 1];
                    let last = characters_of(orphan).filter(|&c| reads(c, reading)).max_by_key(|&c| tables::frequency(simplified(c)));
                    if let Some(last) = last {
                        chars.push(last);
                        candidates.push((chars, bonus));
                    }
                }
                // No byte was lost there: what stands behind is no text of that code.
                Ending::Lost(end) if end == tail.end => {}
                Ending::Lost(end) if matches!(bytes[bytes.len() - 1], 0xA1 | 0xA3) && (bytes.len() > 1 || bonus > 0) => {
                    chars.extend(self.mark_before(end, bytes[bytes.len() - 1]));
                    candidates.push((chars, bonus));
                }
                Ending::Lost(_) => candidates.extend(completed(&bytes).into_iter().map(|chars| (chars, bonus))),
            }
        }
        candidates
    }

    /// The mark whose second byte is lost, by its first one and what follows at `at`.
    fn mark_before(&self, at: usize, byte: u8) -> Option<char> {
        match self.cells.get(at).map_or('\n', |cell| cell.c) {
            '\n' => Some('。'),
            c if is_han(c) || c.is_alphanumeric() => Some(if byte == 0xA1 { '。' } else { '，' }),
            _ => None,
        }
    }

    /// Whether a character is read as the gloss at `at` says, if there is one.
    fn agrees(&self, c: char, at: usize) -> bool {
        if !self.cells.get(at).is_some_and(|cell| matches!(cell.c, '(' | '（')) {
            return true;
        }
        closed_syllable(self.cells, at + 1).is_none_or(|(reading, _)| reads(c, reading))
    }

    /// The candidate that fits its surroundings best, if there is one that characters in use make up.
    fn choose(&self, mut candidates: Vec<(Vec<char>, i32)>, right: usize) -> Option<Vec<char>> {
        let before = self.left();
        let after = self.right(right);
        let word = |pair: [Option<&char>; 2]| match pair {
            [Some(&first), Some(&second)] => i32::from(names::word(&[first, simplified(second)])) * 5,
            _ => 0,
        };
        let common = |chars: &[char]| chars.iter().all(|&c| !is_han(c) || tables::frequency(simplified(c)) > 0);
        candidates.retain(|(chars, _)| !chars.is_empty() && common(&chars[..chars.len().min(8)]));
        let frequent = |chars: &[char]| if is_han(chars[0]) { tables::frequency(simplified(chars[0])) } else { COMMON };
        let rough = |(chars, bonus): &(Vec<char>, i32)| {
            let first = simplified(chars[0]);
            let near = word([before.last(), Some(&first)]).max(word([Some(&first), chars.get(1).or(after.first())]));
            -(frequent(chars) + near + bonus + self.seen(&before, chars, &after))
        };
        order::sort(&mut candidates, |(chars, bonus)| -i64::from(frequent(chars) + bonus));
        candidates.truncate(4 * WEIGHED);
        order::sort(&mut candidates, |candidate| i64::from(rough(candidate)));
        candidates.truncate(WEIGHED);
        let weigh = |(chars, bonus): &(Vec<char>, i32)| {
            bonus + self.quotes(chars) + self.seen(&before, chars, &after) + self.likelihood_here(&before, chars, &after)
        };
        let mut weighed: Vec<_> = candidates.into_iter().map(|candidate| (weigh(&candidate), candidate.0)).collect();
        order::sort(&mut weighed, |(weight, _)| -i64::from(*weight));
        let reads = |chars: &[char]| chars.iter().map(|&c| simplified(c)).collect::<Vec<_>>();
        let rival = weighed.iter().skip(1).find(|(_, chars)| reads(chars) != reads(&weighed[0].1));
        let doubtful = rival.is_some_and(|(weight, _)| *weight == weighed[0].0);
        weighed.into_iter().next().filter(|_| !doubtful).map(|(_, chars)| chars)
    }

    /// What speaks for characters whose pairs stand elsewhere in the text.
    fn seen(&self, before: &[char], chars: &[char], after: &[char]) -> i32 {
        let pairs = self.pairs.get_or_init(|| neighbours(self.cells));
        let line: Vec<char> = before.last().into_iter().chain(chars.iter().take(2)).chain(after.first()).map(|&c| simplified(c)).collect();
        let first_two = line.windows(2).take(2);
        SEEN * i32::try_from(first_two.filter(|pair| pairs.contains(&[pair[0], pair[1]])).count()).unwrap_or(0)
    }

    /// What speaks for a quotation mark: a closing one wants an open one before it.
    fn quotes(&self, chars: &[char]) -> i32 {
        if chars[0] != '”' {
            return 0;
        }
        let quote = self.out.iter().rev().take(60).map(|cell| cell.c).find(|c| matches!(c, '“' | '”' | '\n'));
        if quote == Some('“') { 50 } else { -100 }
    }

    fn likelihood_here(&self, before: &[char], chars: &[char], after: &[char]) -> i32 {
        const SHOWN: usize = 8;
        let middle = chars.iter().take(SHOWN).map(|&c| simplified(c));
        let after = if chars.len() > SHOWN { &[] } else { after };
        let line: Vec<char> = before.iter().copied().chain(middle).chain(after.iter().copied()).collect();
        let strange = chars.iter().filter(|&&c| self.traditional && tables::simplified_only(c)).count();
        likelihood(&line) - STRANGE * i32::try_from(strange).unwrap_or(0)
    }

    /// Whether the first or last character makes a word with its neighbour.
    fn makes_word(&self, chars: &[char], right: usize) -> bool {
        let (Some(&first), Some(&last)) = (chars.first(), chars.last()) else { return false };
        let left = self.left();
        let right = self.right(right);
        left.last().is_some_and(|&c| names::word(&[c, simplified(first)]) > 0)
            || right.first().is_some_and(|&c| names::word(&[simplified(last), c]) > 0)
    }

    /// Gives each mended character its cells: one each, the first one also what stands before them.
    fn place(&self, at: usize, tail: &Tail, chars: Vec<char>) -> Mending {
        let end = tail.ending.end(tail.end);
        Mending { cells: spread(self.cells[at].start, &tail.ends, self.cells[end - 1].end, chars), end }
    }

    /// The last characters before a damaged place, simplified.
    fn left(&self) -> Vec<char> {
        let start = self.out.len().saturating_sub(CONTEXT);
        self.out[start..].iter().map(|cell| simplified(cell.c)).collect()
    }

    /// The next characters behind a damaged place, simplified and without glosses.
    fn right(&self, mut at: usize) -> Vec<char> {
        let mut chars: Vec<char> = Vec::with_capacity(CONTEXT);
        let mut last = '中';
        while let Some(cell) = self.cells.get(at).filter(|cell| chars.len() < CONTEXT && cell.c != '\n' && !is_lost(cell.c)) {
            if let Some(end) = gloss_after(self.cells, at, last) {
                at = end;
                continue;
            }
            last = cell.c;
            chars.push(simplified(last));
            at += 1;
        }
        chars
    }

    /// Mends what a mark tore: `確!拔逡弧逼陂g`, `發言??h農村` (發言。縣農村), `全？h` (全縣), `正?；?` (正常化).
    fn mend_mark(&mut self, at: usize) -> Option<Mending> {
        let marked = is_lost(self.cells[at].c) && self.cells.get(at + 1).is_some_and(|cell| mark_byte(cell.c).is_some());
        let on_mark = at + usize::from(marked);
        let byte = mark_byte(self.cells[on_mark].c)?;
        if !self.out.last().is_some_and(|cell| is_han(cell.c)) || !self.looks_torn(on_mark + 1, marked) {
            return None;
        }
        let tail = self.tail(on_mark + 1);
        let left = self.left();
        let end = tail.ending.end(tail.end);
        let as_it_stands: Vec<char> = self.cells[at..end].iter().map(|cell| simplified(cell.c)).collect();
        let after = self.right(end);
        let (before, chars) = self.mark_reading(&left, &tail, byte, marked, &as_it_stands, &after)?;
        let mut cells = Vec::new();
        let mut first = at;
        if let Some(before) = before {
            // Behind a `?` for what was before, the mark is the first byte of what follows; it may be all that is left of it.
            cells.push(Cell { c: before, ..self.cells[at] });
            first = at + 1;
        }
        cells.extend(spread(self.cells[first].start, &tail.ends, self.cells[end - 1].end, chars));
        Some(Mending { cells, end })
    }

    /// What a place that a mark seems to have torn reads as, where that is likelier by far than how it stands. Labels that a text
    /// repeats (`来源：a`) are weighed once.
    fn mark_reading(&mut self, left: &[char], tail: &Tail, byte: u8, marked: bool, stands: &[char], after: &[char]) -> Option<MarkReading> {
        const MARGIN: i32 = 40;
        let key = [left, &['\n'], stands, &['\n'], after].concat();
        if let Some(known) = self.marks.get(&key) {
            return known.clone();
        }
        let now = self.likelihood_here(left, stands, after);
        let reading = self.mark_candidates(left, tail, byte, marked, after).filter(|(before, chars)| {
            let read: Vec<char> = before.iter().copied().chain(chars.iter().copied()).collect();
            self.likelihood_here(left, &read, after) >= now + MARGIN
        });
        if self.marks.len() < MARKS_KEPT {
            self.marks.insert(key, reading.clone());
        }
        reading
    }

    /// Whether behind a mark stands what a torn text has there: a lost byte, or a letter that stands alone, at once or
    /// behind a run of Chinese characters.
    fn looks_torn(&self, at: usize, marked: bool) -> bool {
        let run = self.cells[at.min(self.cells.len())..]
            .iter()
            .take(40)
            .take_while(|cell| !cell.c.is_ascii() && cell.c != '€' && !is_lost(cell.c))
            .count();
        let end = at + run;
        let Some(stop) = self.cells.get(end) else { return false };
        if is_lost(stop.c) {
            return marked;
        }
        trail_byte(stop.c).is_some() && self.stands_alone(end)
    }

    /// Whether the letter at a place is no beginning of a word.
    fn stands_alone(&self, at: usize) -> bool {
        self.cells.get(at + 1).is_none_or(|cell| !cell.c.is_ascii_alphanumeric() && cell.c != '.')
    }

    /// The best reading of a place that a mark tore: the character before the mark, if one was lost there, and those behind.
    fn mark_candidates(&self, left: &[char], tail: &Tail, byte: u8, marked: bool, after: &[char]) -> Option<MarkReading> {
        let behind: Vec<Vec<char>> = match tail.ending {
            Ending::Letter => {
                let bytes: Vec<u8> = std::iter::once(byte).chain(tail.bytes.iter().copied()).collect();
                vec![decode(&bytes)?]
            }
            Ending::Lost(_) if tail.bytes.is_empty() => characters_of(byte).map(|c| vec![c]).collect(),
            Ending::Lost(_) if marked => completed(&std::iter::once(byte).chain(tail.bytes.iter().copied()).collect::<Vec<u8>>()),
            _ => return None,
        };
        let lost = lost_before(left, &behind, marked, byte != 0xBF || tail.bytes.len() > 1);
        let mut options: Vec<(Option<char>, &Vec<char>, i32)> = Vec::new();
        for &before in &lost {
            for chars in &behind {
                options.push((before, chars, Self::rough(left, before, chars, after)));
            }
        }
        order::sort(&mut options, |(_, _, weight)| -i64::from(*weight));
        options.truncate(2 * WEIGHED);
        let weigh = |(before, chars, _): &(Option<char>, &Vec<char>, i32)| {
            let read: Vec<char> = before.iter().copied().chain(chars.iter().copied()).collect();
            // A byte was lost before the mark for certain; only where nothing fits is none assumed.
            self.likelihood_here(left, &read, after) + if before.is_some() && !marked { 60 } else { 0 }
        };
        let mut weighed: Vec<_> = options.iter().map(|option| (weigh(option), option)).collect();
        order::sort(&mut weighed, |(weight, _)| -i64::from(*weight));
        let doubtful = weighed.get(1).is_some_and(|second| weighed[0].0 - second.0 < if tail.bytes.is_empty() { CLOSE } else { DOUBTFUL });
        weighed.first().filter(|_| !doubtful).map(|(_, (before, chars, _))| (*before, (*chars).clone()))
    }

    /// A cheap forerunner of the likelihood: how frequent the characters are and whether they make words.
    fn rough(left: &[char], before: Option<char>, chars: &[char], after: &[char]) -> i32 {
        let middle: Vec<char> = before.into_iter().chain(chars.iter().copied().take(2)).map(simplified).collect();
        let frequent: i32 = middle.iter().map(|&c| if is_han(c) { tables::frequency(c) } else { COMMON }).sum();
        let line: Vec<char> = left.iter().rev().take(1).chain(&middle).chain(after.iter().take(1)).copied().collect();
        let words: i32 = (2..=3).flat_map(|n| line.windows(n).map(move |word| i32::from(names::word(word)) * 7)).sum();
        frequent + words
    }

    /// A `?` that belongs to no tear: the end of a question, the torn indent of a paragraph, or a mark strewn in.
    fn lone(&mut self, at: usize) -> usize {
        let run = self.cells[at..].iter().take_while(|cell| is_lost(cell.c)).count();
        let end = at + run;
        let before = self.out.last().map_or('\n', |cell| cell.c);
        let after = self.cells.get(end).map_or('\n', |cell| cell.c);
        let indent = matches!(before, '\n' | ' ' | '。' | '！' | '”' | '；' | '：' | ';' | '!') && run >= 2;
        if indent || before == '\n' {
            return self.torn_indent(at, end, before);
        }
        if self.cells[at].c == '?' && (!is_han(before) || !is_han(after) || run > 1 || self.asks()) {
            let chinese = is_han(before) && (is_han(after) || matches!(after, '\n' | '”' | '’'));
            let mark = |cell: &Cell| Cell { c: if chinese { '？' } else { cell.c }, ..*cell };
            self.out.extend(self.cells[at..end].iter().map(mark));
            return end;
        }
        let (left, right) = (self.left(), self.right(end));
        if is_han(after) && (is_seam(&left, &right) || is_word_across(&left, &right)) {
            self.report(at, end, Some(String::new()));
        } else if run == 1 && parts_names(&left, &right) {
            self.report(at, end, Some("·".to_owned()));
            self.out.push(Cell { c: '·', ..self.cells[at] });
        } else {
            self.report(at, end, None);
            self.out.extend_from_slice(&self.cells[at..end]);
        }
        end
    }

    /// Ideographic spaces that were lost at the start of a paragraph (`参加。??? 李四指出`).
    fn torn_indent(&mut self, at: usize, end: usize, before: char) -> usize {
        let end = end + usize::from(self.cells.get(end).is_some_and(|cell| cell.c == ' '));
        let newline = before != '\n' && self.cells.get(end).is_some_and(|cell| cell.c != '\n');
        self.report(at, end, Some(if newline { "\n" } else { "" }.to_owned()));
        if newline {
            self.out.push(Cell::new('\n', self.cells[at].start, self.cells[end - 1].end));
        }
        end
    }

    /// Whether the clause before asks something.
    fn asks(&self) -> bool {
        let clause = self.out.iter().rev().take(40).take_while(|cell| !matches!(cell.c, '。' | '\n' | '！' | '？' | '；'));
        let clause: Vec<char> = clause.map(|cell| simplified(cell.c)).collect();
        let pair = |last: char, first: char| clause.windows(2).any(|pair| pair == [last, first]);
        clause.iter().any(|c| matches!(c, '吗' | '呢' | '哪' | '谁' | '啥' | '何' | '几' | '吧'))
            || [
                ('么', '什'),
                ('么', '怎'),
                ('样', '怎'),
                ('否', '是'),
                ('否', '能'),
                ('少', '多'),
                ('是', '不'),
                ('有', '没'),
                ('能', '不'),
                ('道', '难'),
            ]
            .iter()
            .any(|&(last, first)| pair(last, first))
    }
}

/// The pairs of Chinese neighbours in a text, simplified and without glosses.
fn neighbours(cells: &[Cell]) -> HashSet<[char; 2]> {
    let mut pairs = HashSet::new();
    let (mut at, mut last) = (0, '\n');
    while let Some(cell) = cells.get(at) {
        if let Some(end) = gloss_after(cells, at, last) {
            at = end;
            continue;
        }
        if is_han(last) && is_han(cell.c) {
            pairs.insert([simplified(last), simplified(cell.c)]);
        }
        last = cell.c;
        at += 1;
    }
    pairs
}

/// Whether a word stands across a lost place.
fn is_word_across(left: &[char], right: &[char]) -> bool {
    matches!((left.last(), right.first()), (Some(&before), Some(&after)) if names::word(&[before, after]) > 0)
}

/// Whether a lost place looks like the dot in a name (`买买提?艾力`): no words beside it, and no surname before it, behind
/// which a rare character can be lost (`陈?霖`).
fn parts_names(left: &[char], right: &[char]) -> bool {
    let (Some(left), Some(right)) = (left.last_chunk::<2>(), right.first_chunk::<2>()) else { return false };
    let wordless = |pair: &[char; 2]| pair.iter().all(|&c| is_han(c)) && names::word(pair) == 0;
    wordless(left) && wordless(right) && names::surname(left, 1).is_none_or(|(_, weight)| weight < 20)
}

/// What bytes can be whose last one is a lead byte without its trail byte: characters, of which the last one makes a
/// word with the one before.
fn completed(bytes: &[u8]) -> Vec<Vec<char>> {
    let (Some(chars), Some(&orphan)) = (decode(bytes), bytes.last()) else { return Vec::new() };
    let Some(&before) = chars.last().filter(|_| bytes.len() > 1) else { return Vec::new() };
    let word = |c: char| names::word(&[simplified(before), simplified(c)]);
    let mut last: Vec<char> = characters_of(orphan).filter(|&c| word(c) > 0).collect();
    order::sort(&mut last, |&c| -i64::from(word(c)));
    last.into_iter().take(4).map(|c| chars.iter().copied().chain([c]).collect()).collect()
}

/// What can have stood before a mark that tore: the characters whose second byte is that of full-width marks. Behind a
/// `?` one of them is certain; else it must make a word (`確!拔` is 確保“), or none was lost (`全？h` is 全縣).
fn lost_before(left: &[char], behind: &[Vec<char>], marked: bool, possible: bool) -> Vec<Option<char>> {
    let candidates = (0x81..=0xFE).filter_map(|lead| gbk(lead, 0xA3)).filter(|&c| c == '。' || tables::frequency(simplified(c)) > IN_USE);
    if marked {
        return candidates.map(Some).collect();
    }
    let next = behind.first().and_then(|chars| chars.first()).copied();
    let makes_word = |&c: &char| {
        let c = simplified(c);
        left.last().is_some_and(|&before| names::word(&[before, c]) > 0) || next.is_some_and(|next| names::word(&[c, simplified(next)]) > 0)
    };
    candidates.filter(|c| possible && makes_word(c)).map(Some).chain([None]).collect()
}

/// Mended characters one by one: each goes on to where the text of its cell ends, the last one to `end`.
fn spread(start: u32, ends: &[u32], end: u32, chars: Vec<char>) -> Vec<Cell> {
    let count = chars.len();
    let mut from = start;
    let place = |(at, c)| {
        // A character whose own text is lost takes a bit of that of the one before it.
        let behind = u32::try_from(count - at - 1).unwrap_or(0);
        let to = ends.get(at).copied().filter(|_| behind > 0).unwrap_or(end).min(end.saturating_sub(behind));
        let cell = Cell::new(c, from, to);
        from = to;
        cell
    };
    chars.into_iter().enumerate().map(place).collect()
}

/// Whether a character stands for bytes that could not be read.
const fn is_lost(c: char) -> bool {
    matches!(c, '?' | '？' | '\u{fffd}')
}

/// Whether a character, or its simplified form, is read so.
fn reads(c: char, reading: Reading) -> bool {
    is_read(c, reading) || is_read(simplified(c), reading)
}
