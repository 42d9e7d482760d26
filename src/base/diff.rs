//! What differs between two texts, as a unified diff.
//!
//! Lines that are there once in both texts anchor the comparison; the longest sequence of them that both have in the same order
//! stays, and what is equal around them with it. So the result is that of Go's `internal/diff`, which gofmt prints.

use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Equal lines shown before and after a change.
const CONTEXT: usize = 3;

/// A line number in each text.
type Pair = (usize, usize);

/// The diff of two different texts.
pub fn diff(old_name: &str, old: &str, new_name: &str, new: &str) -> String {
    let (x, y) = (lines(old), lines(new));
    let mut out = format!("diff {old_name} {new_name}\n--- {old_name}\n+++ {new_name}\n");
    // Up to here all is printed.
    let mut done = (0, 0);
    let mut chunk = Chunk::default();
    for anchor in anchors(&x, &y) {
        if anchor.0 < done.0 {
            continue;
        }
        let (mut start, mut end) = (anchor, anchor);
        while start.0 > done.0 && start.1 > done.1 && x[start.0 - 1] == y[start.1 - 1] {
            start = (start.0 - 1, start.1 - 1);
        }
        while end.0 < x.len() && end.1 < y.len() && x[end.0] == y[end.1] {
            end = (end.0 + 1, end.1 + 1);
        }
        x[done.0..start.0].iter().for_each(|line| chunk.push('-', line));
        y[done.1..start.1].iter().for_each(|line| chunk.push('+', line));
        let equal = end.0 - start.0;
        let at_end = end.0 >= x.len() && end.1 >= y.len();
        // Too little that is equal to end a chunk.
        if !at_end && (equal < CONTEXT || !chunk.text.is_empty() && equal < 2 * CONTEXT) {
            x[start.0..end.0].iter().for_each(|line| chunk.push(' ', line));
            done = end;
            continue;
        }
        if !chunk.text.is_empty() {
            let context = equal.min(CONTEXT);
            x[start.0..start.0 + context].iter().for_each(|line| chunk.push(' ', line));
            chunk.print(&mut out);
        }
        if at_end {
            break;
        }
        chunk = Chunk { start: (end.0 - CONTEXT, end.1 - CONTEXT), ..Chunk::default() };
        x[end.0 - CONTEXT..end.0].iter().for_each(|line| chunk.push(' ', line));
        done = end;
    }
    out
}

/// Lines that are shown together.
#[derive(Debug, Default)]
struct Chunk {
    start: Pair,
    count: Pair,
    text: String,
}

impl Chunk {
    fn push(&mut self, mark: char, line: &str) {
        self.text.push(mark);
        self.text.push_str(line);
        self.count.0 += usize::from(mark != '+');
        self.count.1 += usize::from(mark != '-');
    }

    fn print(&self, out: &mut String) {
        // Counted from 1, unless there is nothing to count.
        let first = |start: usize, count: usize| start + usize::from(count > 0);
        out.push_str(&format!(
            "@@ -{},{} +{},{} @@\n",
            first(self.start.0, self.count.0),
            self.count.0,
            first(self.start.1, self.count.1),
            self.count.1
        ));
        out.push_str(&self.text);
    }
}

/// The lines with their ends; a missing last end is said so.
fn lines(text: &str) -> Vec<Cow<'_, str>> {
    text.split_inclusive('\n')
        .map(
            |line| {
                if line.ends_with('\n') {
                    line.into()
                } else {
                    format!("{line}\n\\ No newline at end of file\n").into()
                }
            },
        )
        .collect()
}

/// The longest common subsequence of lines that are there once in both texts, between the start and the end of both
/// (Szymanski, "A Special Case of the Maximal Common Subsequence Problem", 1975).
fn anchors(x: &[Cow<'_, str>], y: &[Cow<'_, str>]) -> Vec<Pair> {
    let mut seen: FxHashMap<&str, (usize, usize, usize)> = FxHashMap::default();
    for line in x {
        seen.entry(line).or_default().0 += 1;
    }
    for (i, line) in y.iter().enumerate() {
        let entry = seen.entry(line).or_default();
        entry.1 += 1;
        entry.2 = i;
    }
    // Unique lines in the order of `x`.
    let unique: Vec<Pair> = x
        .iter()
        .enumerate()
        .filter_map(|(i, line)| match seen.get(line.as_ref()) {
            Some(&(1, 1, j)) => Some((i, j)),
            _ => None,
        })
        .collect();
    // The least last line of an increasing sequence of each length, and for each line the longest it ends.
    let mut least: Vec<usize> = Vec::new();
    let mut length = Vec::with_capacity(unique.len());
    for &(_, j) in &unique {
        let k = least.partition_point(|&last| last < j);
        if k == least.len() {
            least.push(j)
        } else {
            least[k] = j
        }
        length.push(k + 1);
    }
    let mut wanted = least.len();
    let mut sequence = vec![(x.len(), y.len())];
    for (&pair, &length) in unique.iter().zip(&length).rev() {
        if length == wanted {
            sequence.push(pair);
            wanted -= 1;
        }
    }
    sequence.push((0, 0));
    sequence.reverse();
    sequence
}
