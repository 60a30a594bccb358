//! Sorting. The standard library compiles its sort anew for every type, some kilobytes each; here all sorts of the crate share one.

/// Sorts by a key that is asked for once an item; items with the same key keep their order.
pub(crate) fn sort<T>(items: &mut Vec<T>, key: impl Fn(&T) -> i64) {
    let places = places(items.iter().map(key).collect());
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|(_, place)| unsorted[place].take()));
}

fn places(keys: Vec<i64>) -> Vec<(i64, usize)> {
    let mut places: Vec<(i64, usize)> = keys.into_iter().zip(0..).collect();
    places.sort_unstable();
    places
}

/// A key that sorts by `first`, and where that is the same by `second`. Both are positions in a text, far below 2³¹.
pub(crate) fn pair(first: usize, second: usize) -> i64 {
    let part = |value: usize| i64::from(i32::try_from(value).unwrap_or(i32::MAX));
    (part(first) << 32) | part(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_equal_items() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut items, |&(key, _)| key);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn sorts_by_the_first_position_before_the_second() {
        assert!(pair(1, 9) < pair(2, 0) && pair(2, 0) < pair(2, 1));
    }
}
