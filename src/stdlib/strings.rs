//! Packages `strings` and `bytes`: searching, splitting, changing.

use super::abi::{Done, NEXT, int, panic_text, set_bool, set_bytes, set_int, set_part, set_strings, set_words, string};
use super::search::{find, rfind};
use super::unicode::{decode, decode_last, is_space, push_rune, simple_fold, to_lower, to_title, to_upper};
use crate::bytecode::Narrow;
use crate::runtime::{Machine, NativeFn, error};
use std::borrow::Cow;

/// The bytes at slot `at`: of a string, or of a `[]byte` that may lie in whole slots.
fn text(m: &Machine, at: usize) -> Cow<'_, [u8]> {
    let (ptr, len) = (m.stack[at], m.stack[at + 1] as usize);
    if len == 0 {
        return Cow::Borrowed(&[]);
    }
    if m.heap.objs[crate::runtime::ptr_id(ptr)].width == crate::bytecode::Width::W8 {
        Cow::Borrowed(m.heap.bytes(ptr, len))
    } else {
        Cow::Owned(m.heap.read_bytes(ptr, len))
    }
}

/// An index as Go gives it: −1 for none.
fn index(found: Option<usize>) -> i64 {
    found.map_or(-1, |i| i as i64)
}

/// Start and rune of each rune.
fn runes(s: &[u8]) -> impl Iterator<Item = (usize, u32, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = s.get(at..).filter(|r| !r.is_empty())?;
        let (r, n) = decode(rest);
        at += n;
        Some((at - n, r, n))
    })
}

/// The runes of a text, to look others up in.
struct RuneSet {
    ascii: [bool; 128],
    /// The others, in order.
    rest: Vec<u32>,
}

impl RuneSet {
    fn new(set: &[u8]) -> Self {
        let mut all = Self { ascii: [false; 128], rest: Vec::new() };
        for (_, r, _) in runes(set) {
            match all.ascii.get_mut(r as usize) {
                Some(is) => *is = true,
                None => all.rest.push(r),
            }
        }
        all.rest.sort_unstable();
        all
    }

    fn contains(&self, r: u32) -> bool {
        self.ascii.get(r as usize).copied().unwrap_or_else(|| self.rest.binary_search(&r).is_ok())
    }
}

fn index_any(s: &[u8], set: &[u8]) -> i64 {
    let set = RuneSet::new(set);
    index(runes(s).find(|x| set.contains(x.1)).map(|x| x.0))
}

fn last_index_any(s: &[u8], set: &[u8]) -> i64 {
    let set = RuneSet::new(set);
    let mut end = s.len();
    while end > 0 {
        let (r, n) = decode_last(&s[..end]);
        end -= n;
        if set.contains(r) {
            return end as i64;
        }
    }
    -1
}

/// Says that the texts at these slots were read, so that the loop looks up in time: many calls, or long texts, may take long.
fn reads(m: &mut Machine, at: &[usize]) {
    m.heap.work += at.iter().map(|&at| m.stack[at + 1]).sum::<u64>();
}

/// Natives of two texts, for strings and byte slices.
macro_rules! two_texts {
    ($($name:ident $bytes:ident: $put:ident($f:expr);)*) => {
        $(
            fn $name(m: &mut Machine, base: usize) -> Done {
                let v = $f(&text(m, base), &text(m, base + 2));
                reads(m, &[base, base + 2]);
                $put(m, base, v);
                NEXT
            }
            fn $bytes(m: &mut Machine, base: usize) -> Done {
                let v = $f(&text(m, base), &text(m, base + 3));
                reads(m, &[base, base + 3]);
                $put(m, base, v);
                NEXT
            }
        )*
    };
}

two_texts! {
    s_index b_index: set_int(|s: &[u8], t: &[u8]| index(find(s, t)));
    s_last_index b_last_index: set_int(|s: &[u8], t: &[u8]| index(rfind(s, t)));
    s_contains b_contains: set_bool(|s: &[u8], t: &[u8]| find(s, t).is_some());
    s_index_any b_index_any: set_int(index_any);
    s_last_index_any b_last_index_any: set_int(last_index_any);
    s_has_prefix b_has_prefix: set_bool(|s: &[u8], t: &[u8]| s.starts_with(t));
    s_has_suffix b_has_suffix: set_bool(|s: &[u8], t: &[u8]| s.ends_with(t));
    s_count b_count: set_int(count);
    s_compare b_compare: set_int(|s: &[u8], t: &[u8]| s.cmp(t) as i64);
    s_equal_fold b_equal_fold: set_bool(equal_fold);
}

fn count(s: &[u8], sub: &[u8]) -> i64 {
    if sub.is_empty() {
        return super::unicode::rune_count(s) as i64 + 1;
    }
    let (mut n, mut at) = (0, 0);
    while let Some(i) = find(&s[at..], sub) {
        n += 1;
        at += i + sub.len();
    }
    n
}

/// One rune for all that are equal under folding: the smallest of the orbit.
fn fold(r: u32) -> u32 {
    if r < 0x80 && r != 0x4B && r != 0x6B && r != 0x53 && r != 0x73 {
        return u32::from((r as u8).to_ascii_lowercase());
    }
    let (mut least, mut next) = (r, simple_fold(r));
    for _ in 0..8 {
        if next == r {
            break;
        }
        least = least.min(next);
        next = simple_fold(next);
    }
    if least < 0x80 { u32::from((least as u8).to_ascii_lowercase()) } else { least }
}

fn equal_fold(s: &[u8], t: &[u8]) -> bool {
    runes(s).map(|x| fold(x.1)).eq(runes(t).map(|x| fold(x.1)))
}

/// Natives of a text and one number, which stands behind 2 or 3 slots.
macro_rules! text_and_number {
    ($($name:ident $bytes:ident: $put:ident($f:expr);)*) => {
        $(
            fn $name(m: &mut Machine, base: usize) -> Done {
                let v = $f(&text(m, base), int(m, base + 2));
                reads(m, &[base]);
                $put(m, base, v);
                NEXT
            }
            fn $bytes(m: &mut Machine, base: usize) -> Done {
                let v = $f(&text(m, base), int(m, base + 3));
                reads(m, &[base]);
                $put(m, base, v);
                NEXT
            }
        )*
    };
}

text_and_number! {
    s_index_byte b_index_byte: set_int(|s: &[u8], c: i64| index(s.iter().position(|&b| i64::from(b) == c)));
    s_last_index_byte b_last_index_byte: set_int(|s: &[u8], c: i64| index(s.iter().rposition(|&b| i64::from(b) == c)));
    s_index_rune b_index_rune: set_int(index_rune);
}

fn index_rune(s: &[u8], r: i64) -> i64 {
    match u32::try_from(r).ok().filter(|&r| char::from_u32(r).is_some()) {
        Some(0xFFFD) => index(runes(s).find(|x| x.1 == 0xFFFD).map(|x| x.0)),
        Some(r) => {
            let mut sub = Vec::new();
            push_rune(&mut sub, r);
            index(find(s, &sub))
        }
        None => -1,
    }
}

/// Where the text without `cut` runes at its ends starts and stops.
fn trim_range(s: &[u8], left: bool, right: bool, cut: impl Fn(u32) -> bool) -> (usize, usize) {
    let (mut start, mut end) = (0, s.len());
    while left && start < end {
        let (r, n) = decode(&s[start..end]);
        if !cut(r) {
            break;
        }
        start += n;
    }
    while right && start < end {
        let (r, n) = decode_last(&s[start..end]);
        if !cut(r) {
            break;
        }
        end -= n;
    }
    (start, end)
}

/// `func trim(s, cutset string, sides int) string`: 1 left, 2 right.
fn s_trim(m: &mut Machine, base: usize) -> Done {
    let sides = int(m, base + 4);
    let (start, end) = {
        let cutset = RuneSet::new(&text(m, base + 2));
        trim_range(&text(m, base), sides & 1 != 0, sides & 2 != 0, |r| cutset.contains(r))
    };
    reads(m, &[base, base + 2]);
    let ptr = m.stack[base];
    set_part(m, base, ptr, start, end);
    NEXT
}

fn s_trim_space(m: &mut Machine, base: usize) -> Done {
    let (start, end) = trim_range(&text(m, base), true, true, is_space);
    reads(m, &[base]);
    let ptr = m.stack[base];
    set_part(m, base, ptr, start, end);
    NEXT
}

/// `func trimRange(s []byte, cutset string, sides int) (start, end int)`: without a cutset white space.
fn b_trim_range(m: &mut Machine, base: usize) -> Done {
    let sides = int(m, base + 5);
    let (start, end) = {
        let (s, cutset) = (text(m, base), text(m, base + 3));
        if cutset.is_empty() {
            trim_range(&s, sides & 1 != 0, sides & 2 != 0, is_space)
        } else {
            let cutset = RuneSet::new(&cutset);
            trim_range(&s, sides & 1 != 0, sides & 2 != 0, |r| cutset.contains(r))
        }
    };
    reads(m, &[base, base + 3]);
    set_int(m, base, start as i64);
    set_int(m, base + 1, end as i64);
    NEXT
}

fn s_fields(m: &mut Machine, base: usize) -> Done {
    reads(m, &[base]);
    let ptr = m.stack[base];
    let mut out = Vec::new();
    let mut start = None;
    {
        let s = text(m, base);
        for (at, r, _) in runes(&s) {
            match (start, is_space(r)) {
                (None, false) => start = Some(at),
                (Some(from), true) => {
                    out.extend_from_slice(&[ptr + from as u64, (at - from) as u64]);
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            out.extend_from_slice(&[ptr + from as u64, (s.len() - from) as u64]);
        }
    }
    set_strings(m, base, &out);
    NEXT
}

/// `func split(s, sep string, save, n int) []string`
fn s_split(m: &mut Machine, base: usize) -> Done {
    reads(m, &[base]);
    let ptr = m.stack[base];
    let (save, n) = (int(m, base + 4) as usize, int(m, base + 5));
    if n == 0 {
        m.stack[base..base + 3].fill(0);
        return NEXT;
    }
    let most = if n < 0 { usize::MAX } else { n as usize };
    let mut out = Vec::new();
    {
        let (s, sep) = (text(m, base), text(m, base + 2));
        let mut at = 0;
        let mut part = |from: usize, to: usize| out.extend_from_slice(&[ptr + from as u64, (to - from) as u64]);
        let mut parts = 1;
        if sep.is_empty() {
            while at < s.len() {
                let size = if parts < most { decode(&s[at..]).1 } else { s.len() - at };
                part(at, at + size);
                at += size;
                parts += 1;
            }
        } else {
            while parts < most
                && let Some(i) = find(&s[at..], &sep)
            {
                part(at, at + i + save);
                at += i + sep.len();
                parts += 1;
            }
            part(at, s.len());
        }
    }
    set_strings(m, base, &out);
    NEXT
}

fn s_join(m: &mut Machine, base: usize) -> Done {
    let (ptr, n) = (m.stack[base], m.stack[base + 1] as usize);
    m.observe_range(ptr, 2 * n, false);
    let slot = |i| m.heap.load(ptr, i, Narrow::U32).unwrap_or(0);
    if n == 1 {
        let (p, l) = (slot(0), slot(1));
        m.stack[base..base + 2].copy_from_slice(&[p, l]);
        return NEXT;
    }
    let mut out = Vec::new();
    let sep = text(m, base + 3);
    for i in 0..n {
        if i > 0 {
            out.extend_from_slice(&sep);
        }
        out.extend_from_slice(m.heap.bytes(slot(2 * i), slot(2 * i + 1) as usize));
    }
    drop(sep);
    m.set_string(base, &out);
    NEXT
}

fn s_repeat(m: &mut Machine, base: usize) -> Done {
    let n = int(m, base + 2);
    if n < 0 {
        return Err(panic_text(m, "strings: negative Repeat count"));
    }
    let s = string(m, base);
    let len = (s.len() as u128) * n as u128;
    if len > i64::MAX as u128 {
        return Err(panic_text(m, "strings: Repeat output length overflow"));
    }
    if len > u128::from(m.limits.memory) {
        return Err(error::makeslice_len().into());
    }
    m.set_string(base, &s.repeat(n as usize));
    NEXT
}

fn replace(s: &[u8], old: &[u8], new: &[u8], n: i64) -> Option<Vec<u8>> {
    if old == new || n == 0 {
        return None;
    }
    let most = if n < 0 { usize::MAX } else { n as usize };
    let mut out = Vec::with_capacity(s.len());
    let (mut at, mut done) = (0, 0);
    if old.is_empty() {
        while done < most {
            out.extend_from_slice(new);
            done += 1;
            if at >= s.len() {
                break;
            }
            let size = decode(&s[at..]).1;
            out.extend_from_slice(&s[at..at + size]);
            at += size;
        }
    } else {
        while done < most
            && let Some(i) = find(&s[at..], old)
        {
            out.extend_from_slice(&s[at..at + i]);
            out.extend_from_slice(new);
            at += i + old.len();
            done += 1;
        }
        if done == 0 {
            return None;
        }
    }
    out.extend_from_slice(&s[at..]);
    Some(out)
}

fn s_replace(m: &mut Machine, base: usize) -> Done {
    reads(m, &[base]);
    let out = replace(&text(m, base), &text(m, base + 2), &text(m, base + 4), int(m, base + 6));
    if let Some(out) = out {
        m.set_string(base, &out);
    }
    NEXT
}

fn b_replace(m: &mut Machine, base: usize) -> Done {
    reads(m, &[base]);
    let out = replace(&text(m, base), &text(m, base + 3), &text(m, base + 6), int(m, base + 9));
    let out = out.unwrap_or_else(|| text(m, base).into_owned());
    set_bytes(m, base, &out);
    NEXT
}

/// `func replaceAll(s string, oldnew []string) string`: at each place the first pair that fits.
fn s_replace_pairs(m: &mut Machine, base: usize) -> Done {
    reads(m, &[base]);
    let s = string(m, base);
    let (ptr, n) = (m.stack[base + 2], m.stack[base + 3] as usize);
    let part = |i: usize| {
        let slot = |k| m.heap.load(ptr, k, Narrow::U32).unwrap_or(0);
        m.heap.bytes(slot(2 * i), slot(2 * i + 1) as usize)
    };
    let pairs: Vec<(&[u8], &[u8])> = (0..n / 2).map(|i| (part(2 * i), part(2 * i + 1))).collect();
    // By first byte, those that fit everywhere among all of them.
    let mut starts: Vec<Vec<(&[u8], &[u8])>> = vec![Vec::new(); 257];
    for &pair in &pairs {
        match pair.0.first() {
            Some(&first) => starts[first as usize].push(pair),
            None => starts.iter_mut().for_each(|list| list.push(pair)),
        }
    }
    let mut out = Vec::with_capacity(s.len());
    let (mut at, mut last, mut was_empty) = (0, 0, false);
    while at <= s.len() {
        let fitting = &starts[s.get(at).map_or(256, |&c| usize::from(c))];
        if fitting.is_empty() {
            at += 1;
            continue;
        }
        let found = fitting.iter().find(|p| s[at..].starts_with(p.0) && !(was_empty && p.0.is_empty()));
        was_empty = found.is_some_and(|p| p.0.is_empty());
        match found {
            Some((old, new)) => {
                out.extend_from_slice(&s[last..at]);
                out.extend_from_slice(new);
                at += old.len();
                last = at;
            }
            None => at += 1,
        }
    }
    out.extend_from_slice(&s[last.min(s.len())..]);
    m.set_string(base, &out);
    NEXT
}

fn map_runes(s: &[u8], f: fn(u32) -> u32) -> Vec<u8> {
    let mut out = Vec::with_capacity(s.len());
    for (_, r, _) in runes(s) {
        push_rune(&mut out, f(r));
    }
    out
}

/// The whole in upper or lower case, or `None` if nothing changes.
fn changed(s: &[u8], f: fn(u32) -> u32) -> Option<Vec<u8>> {
    if s.is_ascii() && s.iter().all(|&b| f(u32::from(b)) == u32::from(b)) {
        return None;
    }
    Some(map_runes(s, f))
}

macro_rules! case_changes {
    ($($name:ident $bytes:ident: $f:ident;)*) => {
        $(
            fn $name(m: &mut Machine, base: usize) -> Done {
                reads(m, &[base]);
                if let Some(out) = changed(&text(m, base), $f) {
                    m.set_string(base, &out);
                }
                NEXT
            }
            fn $bytes(m: &mut Machine, base: usize) -> Done {
                reads(m, &[base]);
                let out = map_runes(&text(m, base), $f);
                set_bytes(m, base, &out);
                NEXT
            }
        )*
    };
}

case_changes! {
    s_upper b_upper: to_upper;
    s_lower b_lower: to_lower;
    s_title b_title: to_title;
}

fn valid(s: &[u8], replacement: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(s.len());
    let mut bad = false;
    for (at, r, n) in runes(s) {
        if n == 1 && r == 0xFFFD {
            if !bad {
                out.extend_from_slice(replacement);
            }
            bad = true;
            continue;
        }
        bad = false;
        out.extend_from_slice(&s[at..at + n]);
    }
    out
}

fn s_valid(m: &mut Machine, base: usize) -> Done {
    let out = valid(&text(m, base), &text(m, base + 2));
    m.set_string(base, &out);
    NEXT
}

fn b_valid(m: &mut Machine, base: usize) -> Done {
    let out = valid(&text(m, base), &text(m, base + 3));
    set_bytes(m, base, &out);
    NEXT
}

/// `(*Builder).String`: the bytes as they lie; appending never changes what is there.
fn builder_string(m: &mut Machine, base: usize) -> Done {
    let b = m.stack[base];
    let slot = |i| m.heap.load(b, i, Narrow::U32);
    let (Some(ptr), Some(len)) = (slot(1), slot(2)) else {
        return Err(crate::runtime::error::nil_dereference().into());
    };
    m.stack[base..base + 2].copy_from_slice(&[ptr, len]);
    NEXT
}

fn b_equal(m: &mut Machine, base: usize) -> Done {
    let yes = text(m, base) == text(m, base + 3);
    reads(m, &[base]);
    set_bool(m, base, yes);
    NEXT
}

fn b_runes(m: &mut Machine, base: usize) -> Done {
    let out: Vec<u64> = runes(&text(m, base)).map(|x| u64::from(x.1)).collect();
    set_words(m, base, &out);
    NEXT
}

/// Natives of `strings` and `bytes`.
pub(super) const STRINGS: &[(&str, NativeFn)] = &[
    ("bytes.Compare", b_compare),
    ("bytes.Contains", b_contains),
    ("bytes.Count", b_count),
    ("bytes.Equal", b_equal),
    ("bytes.EqualFold", b_equal_fold),
    ("bytes.HasPrefix", b_has_prefix),
    ("bytes.HasSuffix", b_has_suffix),
    ("bytes.Index", b_index),
    ("bytes.IndexAny", b_index_any),
    ("bytes.IndexByte", b_index_byte),
    ("bytes.IndexRune", b_index_rune),
    ("bytes.LastIndex", b_last_index),
    ("bytes.LastIndexAny", b_last_index_any),
    ("bytes.LastIndexByte", b_last_index_byte),
    ("bytes.Runes", b_runes),
    ("bytes.ToLower", b_lower),
    ("bytes.ToTitle", b_title),
    ("bytes.ToUpper", b_upper),
    ("bytes.ToValidUTF8", b_valid),
    ("bytes.replace", b_replace),
    ("bytes.trimRange", b_trim_range),
    ("strings.(*Builder).String", builder_string),
    ("strings.Compare", s_compare),
    ("strings.Contains", s_contains),
    ("strings.Count", s_count),
    ("strings.EqualFold", s_equal_fold),
    ("strings.Fields", s_fields),
    ("strings.HasPrefix", s_has_prefix),
    ("strings.HasSuffix", s_has_suffix),
    ("strings.Index", s_index),
    ("strings.IndexAny", s_index_any),
    ("strings.IndexByte", s_index_byte),
    ("strings.IndexRune", s_index_rune),
    ("strings.Join", s_join),
    ("strings.LastIndex", s_last_index),
    ("strings.LastIndexAny", s_last_index_any),
    ("strings.LastIndexByte", s_last_index_byte),
    ("strings.Repeat", s_repeat),
    ("strings.Replace", s_replace),
    ("strings.ToLower", s_lower),
    ("strings.ToTitle", s_title),
    ("strings.ToUpper", s_upper),
    ("strings.ToValidUTF8", s_valid),
    ("strings.TrimSpace", s_trim_space),
    ("strings.replacePairs", s_replace_pairs),
    ("strings.split", s_split),
    ("strings.trim", s_trim),
];
