//! Sorting that leaves equal elements in the same order as Go's `slices.SortFunc`.
//!
//! That order is no accident of one run: the same list always gives it, and where an import is there twice it decides
//! which of the two lines goes. Pattern-defeating quicksort (Orson Peters, 2016) with Go's choices of pivots, sizes and
//! random numbers; up to twelve elements it is insertion sort, and stable.

/// Up to so many elements insertion sort is best.
const INSERTION: usize = 12;

/// From so many on, pivots are chosen among nine, and elements are shifted in the hope that all is nearly sorted.
const LONG: usize = 50;

/// How often such a hope may be wrong.
const SHIFTS: usize = 5;

/// As many comparisons out of order as choosing a pivot among nine can find.
const ALL_SWAPPED: usize = 12;

/// Sorts `data`; `less` says whether one element must come before another.
pub(super) fn sort<T>(data: &mut [T], less: impl Fn(&T, &T) -> bool) {
    let limit = bit_len(data.len());
    let end = data.len();
    Sorter { data, less }.quick(0, end, limit);
}

/// How many bits `n` has.
fn bit_len(n: usize) -> u32 {
    usize::BITS - n.leading_zeros()
}

struct Sorter<'d, T, F> {
    data: &'d mut [T],
    less: F,
}

impl<T, F: Fn(&T, &T) -> bool> Sorter<'_, T, F> {
    fn less(&self, i: usize, j: usize) -> bool {
        (self.less)(&self.data[i], &self.data[j])
    }

    /// Sorts from `a` up to `b`; after `limit` bad partitions it gives up being quick.
    fn quick(&mut self, mut a: usize, mut b: usize, mut limit: u32) {
        let (mut balanced, mut partitioned) = (true, true);
        loop {
            let len = b - a;
            if len <= INSERTION {
                return self.insertion(a, b);
            }
            if limit == 0 {
                return self.heap(a, b);
            }
            if !balanced {
                self.break_patterns(a, b);
                limit -= 1;
            }
            let (mut pivot, swaps) = self.choose_pivot(a, b);
            let mut increasing = swaps == 0;
            if swaps == ALL_SWAPPED {
                self.data[a..b].reverse();
                pivot = (b - 1) - (pivot - a);
                increasing = true;
            }
            if balanced && partitioned && increasing && self.partial_insertion(a, b) {
                return;
            }
            // Nothing here is less than what is before: those equal to the pivot are done.
            if a > 0 && !self.less(a - 1, pivot) {
                a = self.partition_equal(a, b, pivot);
                continue;
            }
            let (mid, was_partitioned) = self.partition(a, b, pivot);
            partitioned = was_partitioned;
            let (left, right) = (mid - a, b - mid);
            if left < right {
                balanced = left >= len / 8;
                self.quick(a, mid, limit);
                a = mid + 1;
            } else {
                balanced = right >= len / 8;
                self.quick(mid + 1, b, limit);
                b = mid;
            }
        }
    }

    fn insertion(&mut self, a: usize, b: usize) {
        for i in a + 1..b {
            self.shift_left(i, a + 1);
        }
    }

    /// Moves the element at `i` left past greater ones, its last step being from `stop`.
    fn shift_left(&mut self, i: usize, stop: usize) {
        for j in (stop..=i).rev() {
            if !self.less(j, j - 1) {
                break;
            }
            self.data.swap(j, j - 1);
        }
    }

    fn heap(&mut self, a: usize, b: usize) {
        let len = b - a;
        for root in (0..=(len - 1) / 2).rev() {
            self.sift_down(a, root, len);
        }
        for end in (0..len).rev() {
            self.data.swap(a, a + end);
            self.sift_down(a, 0, end);
        }
    }

    fn sift_down(&mut self, first: usize, mut root: usize, end: usize) {
        loop {
            let mut child = 2 * root + 1;
            if child >= end {
                return;
            }
            if child + 1 < end && self.less(first + child, first + child + 1) {
                child += 1;
            }
            if !self.less(first + root, first + child) {
                return;
            }
            self.data.swap(first + root, first + child);
            root = child;
        }
    }

    /// Puts what is less than the pivot before it; returns its place, and whether all stood right already.
    fn partition(&mut self, a: usize, b: usize, pivot: usize) -> (usize, bool) {
        self.data.swap(a, pivot);
        let (mut i, mut j) = (a + 1, b - 1);
        let mut untouched = true;
        loop {
            while i <= j && self.less(i, a) {
                i += 1;
            }
            while i <= j && !self.less(j, a) {
                j -= 1;
            }
            if i > j {
                self.data.swap(j, a);
                return (j, untouched);
            }
            untouched = false;
            self.data.swap(i, j);
            i += 1;
            j -= 1;
        }
    }

    /// Puts what equals the pivot first, where nothing is less; returns where the rest starts.
    fn partition_equal(&mut self, a: usize, b: usize, pivot: usize) -> usize {
        self.data.swap(a, pivot);
        let (mut i, mut j) = (a + 1, b - 1);
        loop {
            while i <= j && !self.less(a, i) {
                i += 1;
            }
            while i <= j && self.less(a, j) {
                j -= 1;
            }
            if i > j {
                return i;
            }
            self.data.swap(i, j);
            i += 1;
            j -= 1;
        }
    }

    /// Sorts if only few elements stand wrong; says whether it did.
    fn partial_insertion(&mut self, a: usize, b: usize) -> bool {
        let mut i = a + 1;
        for _ in 0..SHIFTS {
            while i < b && !self.less(i, i - 1) {
                i += 1;
            }
            if i == b {
                return true;
            }
            if b - a < LONG {
                return false;
            }
            self.data.swap(i, i - 1);
            if i - a >= 2 {
                self.shift_left(i - 1, 1);
            }
            if b - i >= 2 {
                for j in i + 1..b {
                    if !self.less(j, j - 1) {
                        break;
                    }
                    self.data.swap(j, j - 1);
                }
            }
        }
        false
    }

    /// Scatters some elements, by numbers that depend on the length only.
    fn break_patterns(&mut self, a: usize, b: usize) {
        let len = b - a;
        if len < 8 {
            return;
        }
        let mut random = len as u64;
        let mask = (1u64 << bit_len(len)) - 1;
        let middle = a + len / 4 * 2;
        for i in middle - 1..=middle + 1 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let other = (random & mask) as usize;
            self.data.swap(i, a + if other >= len { other - len } else { other });
        }
    }

    /// A pivot, and how many comparisons found two elements out of order.
    fn choose_pivot(&self, a: usize, b: usize) -> (usize, usize) {
        let len = b - a;
        let mut swaps = 0;
        let (mut i, mut j, mut k) = (a + len / 4, a + len / 4 * 2, a + len / 4 * 3);
        if len >= 8 {
            if len >= LONG {
                for at in [&mut i, &mut j, &mut k] {
                    *at = self.median(*at - 1, *at, *at + 1, &mut swaps);
                }
            }
            j = self.median(i, j, k, &mut swaps);
        }
        (j, swaps)
    }

    fn median(&self, mut a: usize, mut b: usize, mut c: usize, swaps: &mut usize) -> usize {
        let mut order = |a: &mut usize, b: &mut usize| {
            if self.less(*b, *a) {
                *swaps += 1;
                std::mem::swap(a, b);
            }
        };
        order(&mut a, &mut b);
        order(&mut b, &mut c);
        order(&mut a, &mut b);
        b
    }
}

#[cfg(test)]
mod tests {
    use super::sort;
    use crate::base::Rng;

    #[test]
    fn sorts() {
        let mut rng = Rng::new(3);
        for len in [0, 1, 2, 12, 13, 49, 50, 51, 100, 1000] {
            for range in [2, 10, 1 << 20] {
                let mut data: Vec<u64> = (0..len).map(|_| rng.below(range)).collect();
                let mut want = data.clone();
                want.sort_unstable();
                sort(&mut data, |a, b| a < b);
                assert_eq!(data, want);
                sort(&mut data, |a, b| b < a);
                want.reverse();
                assert_eq!(data, want);
            }
        }
    }
}
