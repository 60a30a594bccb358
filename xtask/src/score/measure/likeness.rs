//! When two found things are held to be the same, and how things are paired.

use std::collections::HashMap;

/// Pairs `(i, j)` of gold and found items, the most alike first, each used once; below 0.6 nothing is a pair.
pub fn pairs<T>(gold: &[T], found: &[T], likeness: impl Fn(&T, &T) -> f64) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (i, a) in gold.iter().enumerate() {
        all.extend(found.iter().enumerate().map(|(j, b)| (likeness(a, b), i, j)).filter(|&(value, ..)| value >= 0.6));
    }
    // Ties go to the later items.
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (b.1, b.2).cmp(&(a.1, a.2))));
    let (mut used_gold, mut used_found) = (vec![false; gold.len()], vec![false; found.len()]);
    all.retain(|&(_, i, j)| {
        let free = !used_gold[i] && !used_found[j];
        if free {
            (used_gold[i], used_found[j]) = (true, true);
        }
        free
    });
    all.into_iter().map(|(_, i, j)| (i, j)).collect()
}

/// One holds the other and is at least half as long.
pub fn within(a: &str, b: &str) -> bool {
    let (short, long) = (length(a).min(length(b)), length(a).max(length(b)));
    a == b || (short * 2 >= long && (a.contains(b) || b.contains(a)))
}

/// One ends with the other (妇女儿童工作先进集体, 先进集体).
pub fn same_honor(a: &str, b: &str) -> bool {
    a == b || (length(a).min(length(b)) >= 3 && (a.ends_with(b) || b.ends_with(a)))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// How much of two texts agrees, from 0 to 1, after Ratcliff and Obershelp: the longest common piece (the first such),
/// then again on both sides of it.
pub fn ratio(a: &str, b: &str) -> f64 {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let mut places: HashMap<char, Vec<usize>> = HashMap::new();
    for (j, c) in b.iter().enumerate() {
        places.entry(*c).or_default().push(j);
    }
    let mut common = 0;
    let mut open = vec![((0, a.len()), (0, b.len()))];
    while let Some((in_a, in_b)) = open.pop() {
        let (i, j, size) = longest_common(&a, &places, in_a, in_b);
        if size > 0 {
            common += size;
            open.push(((in_a.0, i), (in_b.0, j)));
            open.push(((i + size, in_a.1), (j + size, in_b.1)));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "lengths of names")]
    let ratio = 2.0 * common as f64 / (a.len() + b.len()) as f64;
    ratio
}

/// Start in `a`, start in `b` and length of the longest common piece; of several the first in `a`, then in `b`.
fn longest_common(a: &[char], places: &HashMap<char, Vec<usize>>, in_a: (usize, usize), in_b: (usize, usize)) -> (usize, usize, usize) {
    let mut best = (in_a.0, in_b.0, 0);
    let mut ending_at: HashMap<usize, usize> = HashMap::new();
    for (i, c) in a.iter().enumerate().take(in_a.1).skip(in_a.0) {
        let mut now = HashMap::new();
        for &j in places.get(c).into_iter().flatten().filter(|&&j| in_b.0 <= j && j < in_b.1) {
            let size = 1 + j.checked_sub(1).and_then(|before| ending_at.get(&before)).unwrap_or(&0);
            now.insert(j, size);
            if size > best.2 {
                best = (i + 1 - size, j + 1 - size, size);
            }
        }
        ending_at = now;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios() {
        for (a, b, wanted) in [
            ("", "", 1.0),
            ("中层干部", "", 0.0),
            ("中层干部", "中层干部", 1.0),
            ("全体中层干部", "中层干部、护士长", 8.0 / 14.0),
            ("abxcd", "abcd", 8.0 / 9.0),
            // The longest piece is taken first, though two shorter ones together would be longer.
            ("abcXdefg", "abcdefXg", 2.0 * 7.0 / 16.0),
            // A piece counts only in its order.
            ("各村书记、主任", "主任、各村书记", 8.0 / 14.0),
        ] {
            assert!((ratio(a, b) - wanted).abs() < 1e-12, "{a} {b}: {} instead of {wanted}", ratio(a, b));
        }
    }

    #[test]
    fn the_most_alike_go_together() {
        let same = |a: &&str, b: &&str| ratio(a, b);
        assert_eq!(pairs(&["村干部代表", "村干部"], &["村干部"], same), [(1, 0)]);
        assert_eq!(pairs(&["党员"], &["党员", "党员"], same), [(0, 1)]);
        assert_eq!(pairs(&["党员"], &["护士长"], same), []);
    }

    #[test]
    fn honours_and_names() {
        assert!(same_honor("妇女儿童工作先进集体", "先进集体"));
        assert!(!same_honor("先进集体", "先进个人"));
        assert!(!same_honor("一等奖", "等奖"));
        assert!(within("全区妇女儿童工作会", "妇女儿童工作会"));
        assert!(!within("全区妇女儿童工作会", "工作会"));
    }
}
