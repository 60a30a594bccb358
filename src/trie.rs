//! Words by their characters: a tree that `build.rs` packs, read where it lies.
//!
//! A node is a number. The first characters of all words come first, then what follows on each of them, and so on, so
//! that the children of a node lie side by side. Each property of the nodes is a column of its own, since columns
//! compress to half of what rows, or an automaton of bytes, compress to.

/// A packed tree; `build.rs` writes its values.
pub(crate) struct Trie {
    /// One byte a node in each column: the high and low byte of its character, the number of its children, the low and
    /// the high byte of its value (0 where no word ends). The last column may be missing.
    pub columns: &'static [u8],
    /// The number of nodes.
    pub nodes: usize,
    /// The first node for each high byte of a first character.
    pub pages: [u16; 257],
    /// The first child of each node whose number is a multiple of [`BLOCK`].
    pub children: &'static [u16],
}

/// How many nodes share an entry of [`Trie::children`].
const BLOCK: usize = 32;

impl Trie {
    /// The words that these characters start with, shorter ones first: their length in characters and their value.
    pub fn prefixes<'c>(&self, chars: &'c [char]) -> impl Iterator<Item = (usize, u16)> + use<'_, 'c> {
        let mut node = None;
        let nodes = chars.iter().map_while(move |&c| {
            node = match node {
                None => self.root(c),
                Some(parent) => self.child(parent, c),
            };
            node
        });
        nodes.enumerate().map(|(at, node)| (at + 1, self.value(node))).filter(|&(_, value)| value != 0)
    }

    /// The value of exactly this word.
    pub fn get(&self, word: &[char]) -> Option<u16> {
        self.prefixes(word).find(|&(length, _)| length == word.len()).map(|(_, value)| value)
    }

    fn root(&self, c: char) -> Option<usize> {
        let code = u16::try_from(u32::from(c)).ok()?;
        let page = usize::from(code >> 8);
        self.find(usize::from(self.pages[page]), usize::from(self.pages[page + 1]), code)
    }

    fn child(&self, parent: usize, c: char) -> Option<usize> {
        let count = usize::from(self.byte(2, parent));
        if count == 0 {
            return None;
        }
        let block = parent / BLOCK;
        let before = self.columns.get(2 * self.nodes + block * BLOCK..2 * self.nodes + parent)?;
        let first = usize::from(*self.children.get(block)?) + before.iter().map(|&count| usize::from(count)).sum::<usize>();
        self.find(first, first + count, u16::try_from(u32::from(c)).ok()?)
    }

    /// The node with a character among siblings.
    fn find(&self, mut low: usize, mut high: usize, code: u16) -> Option<usize> {
        while low < high {
            let middle = usize::midpoint(low, high);
            match u16::from_be_bytes([self.byte(0, middle), self.byte(1, middle)]).cmp(&code) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    fn value(&self, node: usize) -> u16 {
        u16::from_le_bytes([self.byte(3, node), self.byte(4, node)])
    }

    fn byte(&self, column: usize, node: usize) -> u8 {
        self.columns.get(column * self.nodes + node).copied().unwrap_or(0)
    }
}
