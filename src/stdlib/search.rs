//! Looking for a text in another, never in more steps than both are long together.
//!
//! Real texts give themselves away by their first byte; where that does not help, Knuth, Morris and Pratt's table of borders does.

/// Comparisons that may fail before the table is made: bytes for each byte passed.
const PATIENCE: usize = 4;

/// Where `sub` stands first in `s`.
pub(super) fn find(s: &[u8], sub: &[u8]) -> Option<usize> {
    let Some((&first, rest)) = sub.split_first() else { return Some(0) };
    let last = s.len().checked_sub(sub.len())?;
    let (mut at, mut compared) = (0, 0);
    while at <= last {
        at += s[at..=last].iter().position(|&c| c == first)?;
        if &s[at + 1..at + sub.len()] == rest {
            return Some(at);
        }
        at += 1;
        compared += rest.len();
        if rest.len() > 32 && compared > PATIENCE * (at + sub.len()) {
            return borders(s.len() - at, sub.len(), |i| s[at + i], |i| sub[i]).map(|i| at + i);
        }
    }
    None
}

/// Where it stands last.
pub(super) fn rfind(s: &[u8], sub: &[u8]) -> Option<usize> {
    let Some((&end, rest)) = sub.split_last() else { return Some(s.len()) };
    let (mut at, mut compared) = (s.len(), 0);
    while at >= sub.len() {
        // The text found would end before `at`.
        at = s[sub.len() - 1..at].iter().rposition(|&c| c == end)? + sub.len();
        if &s[at - sub.len()..at - 1] == rest {
            return Some(at - sub.len());
        }
        at -= 1;
        compared += rest.len();
        if rest.len() > 32 && compared > PATIENCE * (s.len() - at + sub.len()) {
            let n = sub.len();
            return borders(at, n, |i| s[at - 1 - i], |i| sub[n - 1 - i]).map(|i| at - i - n);
        }
    }
    None
}

/// The same for texts given byte by byte.
fn borders(len: usize, n: usize, s: impl Fn(usize) -> u8, sub: impl Fn(usize) -> u8) -> Option<usize> {
    if n > len {
        return None;
    }
    // Of each beginning the length of the longest border: what it both starts and ends with.
    let mut table = vec![0u32; n];
    let mut k = 0;
    for i in 1..n {
        while k > 0 && sub(i) != sub(k) {
            k = table[k - 1] as usize;
        }
        k += usize::from(sub(i) == sub(k));
        table[i] = k as u32;
    }
    k = 0;
    for i in 0..len {
        while k > 0 && s(i) != sub(k) {
            k = table[k - 1] as usize;
        }
        k += usize::from(s(i) == sub(k));
        if k == n {
            return Some(i + 1 - n);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All texts over two letters, so that beginnings and ends overlap in every way; the table's turn comes with long ones.
    #[test]
    fn finds_what_a_plain_search_finds() {
        let word = |bits: usize, len: usize| -> Vec<u8> { (0..len).map(|i| b'a' + (bits >> i & 1) as u8).collect() };
        for (len, n) in [(9, 3), (8, 4), (10, 1), (5, 6)] {
            for (a, b) in (0..1 << len).flat_map(|a| (0..1 << n).map(move |b| (a, b))) {
                let (s, sub) = (word(a, len), word(b, n));
                let all: Vec<usize> = (0..(len + 1).saturating_sub(n)).filter(|&i| s[i..].starts_with(&sub)).collect();
                assert_eq!(find(&s, &sub), all.first().copied());
                assert_eq!(rfind(&s, &sub), all.last().copied());
                assert_eq!(borders(len, n, |i| s[i], |i| sub[i]), all.first().copied());
            }
        }
    }

    #[test]
    fn long_ones_take_no_longer() {
        let s = vec![b'a'; 1 << 20];
        let mut sub = vec![b'a'; 1 << 19];
        sub[1 << 18] = b'b';
        assert_eq!(find(&s, &sub), None);
        assert_eq!(rfind(&s, &sub), None);
        let mut both = s;
        both.extend_from_slice(&sub);
        assert_eq!(find(&both, &sub), Some(1 << 20));
        assert_eq!(rfind(&both, &sub), Some(1 << 20));
    }
}
