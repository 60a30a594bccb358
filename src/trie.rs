//! Words by their characters: trees that `build.rs` packs, read where they lie.
//!
//! A node is a number. All characters that any word has come first, in the order of Unicode, as first characters; then
//! what follows on each of them, and so on, so that the children of a node lie side by side. What is told of the
//! nodes stands in columns, which compress to half of what an automaton of bytes compresses to.

include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// A packed tree; `build.rs` writes its values.
pub(crate) struct Trie {
    /// The number of children, a byte a node.
    pub counts: &'static [u8],
    /// The first child of each node whose number is a multiple of [`BLOCK`].
    pub first_children: &'static [u16],
    /// The value of the word that ends at a node, 0 for none: the low bytes, then the high bytes if there are any.
    pub values: &'static [u8],
    /// For each node behind the first characters the number of characters left out since the sibling before it: the
    /// high bytes, then the low bytes.
    pub gaps: &'static [u8],
}

/// How many nodes share an entry of [`Trie::first_children`].
const BLOCK: usize = 32;

impl Trie {
    /// The words that these characters start with, shorter ones first: their length in characters and their value.
    pub fn prefixes<'c>(&self, chars: &'c [char]) -> impl Iterator<Item = (usize, u16)> + use<'_, 'c> {
        let mut node = None;
        let nodes = chars.iter().map_while(move |&c| {
            let letter = letter(c)?;
            node = node.map_or(Some(letter), |parent| self.child(parent, letter));
            node
        });
        nodes.enumerate().map(|(at, node)| (at + 1, self.value(node))).filter(|&(_, value)| value != 0)
    }

    /// The value of exactly this word.
    pub fn get(&self, word: &[char]) -> Option<u16> {
        self.prefixes(word).find(|&(length, _)| length == word.len()).map(|(_, value)| value)
    }

    fn child(&self, parent: usize, letter: usize) -> Option<usize> {
        let count = usize::from(*self.counts.get(parent)?);
        if count == 0 {
            return None;
        }
        let before = self.counts.get(parent / BLOCK * BLOCK..parent)?;
        let first = usize::from(*self.first_children.get(parent / BLOCK)?) + before.iter().map(|&count| usize::from(count)).sum::<usize>();
        let (high, low) = self.gaps.split_at_checked(self.gaps.len() / 2)?;
        let siblings = first - LETTERS..first - LETTERS + count;
        let mut next = 0;
        for (node, (&high, &low)) in high.get(siblings.clone())?.iter().zip(low.get(siblings)?).enumerate() {
            next += usize::from(u16::from_be_bytes([high, low]));
            if next >= letter {
                return (next == letter).then_some(first + node);
            }
            next += 1;
        }
        None
    }

    fn value(&self, node: usize) -> u16 {
        let byte = |at: usize| self.values.get(at).copied().unwrap_or(0);
        u16::from_le_bytes([byte(node), byte(self.counts.len() + node)])
    }
}

/// The number of a character among those that words have.
fn letter(c: char) -> Option<usize> {
    let at = u32::from(c) as usize;
    let (bits, before) = (LETTER_BITS.get(at / 64)?, LETTERS_BEFORE.get(at / 64)?);
    let bit = 1 << (at % 64);
    (bits & bit != 0).then(|| usize::from(*before) + (bits & (bit - 1)).count_ones() as usize)
}
