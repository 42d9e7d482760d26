//! Sorting where speed does not matter: std's sorts are compiled anew for each type, 6 kB a time in the page's engine.

use std::cmp::Ordering;

/// Sorts stably.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut from = order(items.len(), &mut |a, b| compare(&items[a as usize], &items[b as usize]));
    // Element `from[i]` belongs to place i: follow each cycle of the permutation once.
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let next = from[at] as usize;
            from[at] = at as u32;
            if next == start {
                break;
            }
            items.swap(at, next);
            at = next;
        }
    }
}

/// Sorts stably by a key.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts stably by the elements' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The places 0..n in the order of what stands there.
fn order(n: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..n as u32).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;

    #[test]
    fn as_std_sorts() {
        let mut rng = Rng::new(7);
        for n in [0usize, 1, 2, 3, 10, 100, 1000] {
            let mut items: Vec<(u64, usize)> = (0..n).map(|i| (rng.next_u64() % 16, i)).collect();
            let mut want = items.clone();
            want.sort_by_key(|p| p.0);
            sort_by_key(&mut items, |p| p.0);
            assert_eq!(items, want);
            sort(&mut items);
            want.sort();
            assert_eq!(items, want);
        }
    }
}
