//! Packages `math/rand` and `math/rand/v2`: Go's generators, so that a seed gives Go's own numbers.

use super::abi::{Done, NEXT, int};
use super::math::{exp, log};
use crate::bytecode::Narrow;
use crate::runtime::{Machine, NativeFn, error};
use std::sync::OnceLock;

/// Length and tap of the additive lagged Fibonacci generator of Mitchell and Reeds.
const LEN: usize = 607;
const TAP: usize = 273;

/// The Lehmer generator that fills the state.
fn lehmer(x: i32) -> i32 {
    let (hi, lo) = (x / 44_488, x % 44_488);
    let x = 48_271 * lo - 3_399 * hi;
    if x < 0 { x.wrapping_add(i32::MAX) } else { x }
}

fn fill(seed: i32, shift: u32, mut put: impl FnMut(usize, u64)) {
    let mut x = seed;
    for _ in 0..20 {
        x = lehmer(x);
    }
    for i in 0..LEN {
        let mut v = 0u64;
        for k in [2, 1, 0] {
            x = lehmer(x);
            v ^= (x as u64) << (shift * k);
        }
        put(i, v);
    }
}

/// The state after 7.8 × 10^12 steps from seed 1, which every seeded state is mixed with. Instead of stepping we take
/// t^n modulo the recurrence's polynomial t^607 = t^334 + 1.
fn cooked() -> &'static [u64; LEN] {
    static TABLE: OnceLock<[u64; LEN]> = OnceLock::new();
    TABLE.get_or_init(|| {
        const STEPS: u64 = 7_800_000_000_000;
        let reduce = |p: &mut Vec<u64>| {
            for i in (LEN..p.len()).rev() {
                let c = p[i];
                p[i - LEN] = p[i - LEN].wrapping_add(c);
                p[i - TAP] = p[i - TAP].wrapping_add(c);
            }
            p.truncate(LEN);
        };
        let mut power = vec![0u64; LEN];
        power[0] = 1;
        for bit in (0..64 - STEPS.leading_zeros()).rev() {
            let mut square = vec![0u64; 2 * LEN];
            for (i, &a) in power.iter().enumerate().filter(|e| *e.1 != 0) {
                square[2 * i] = square[2 * i].wrapping_add(a.wrapping_mul(a));
                let twice = a.wrapping_mul(2);
                for (s, &b) in square[2 * i + 1..].iter_mut().zip(&power[i + 1..]) {
                    *s = s.wrapping_add(twice.wrapping_mul(b));
                }
            }
            if STEPS >> bit & 1 == 1 {
                square.insert(0, 0);
            }
            reduce(&mut square);
            power = square;
        }
        // z[i] is the value made at step i − 606; place p was last written at the step n ≤ 0 with p = 334 − n modulo 607.
        let mut start = [0u64; LEN];
        fill(1, 10, |i, v| start[i] = v);
        let place = |n: i64| (334 - n).rem_euclid(LEN as i64) as usize;
        let mut z: Vec<u64> = (0..LEN as i64).map(|i| start[place(i - 606)]).collect();
        for i in LEN..2 * LEN {
            z.push(z[i - LEN].wrapping_add(z[i - TAP]));
        }
        let mut table = [0u64; LEN];
        for j in 0..LEN {
            let v = power.iter().zip(&z[j..]).fold(0u64, |v, (&a, &b)| v.wrapping_add(a.wrapping_mul(b)));
            table[place(STEPS as i64 - 606 + j as i64)] = v;
        }
        table
    })
}

// rngSource { tap, feed int; vec [607]int64 }

/// `func (r *rngSource) Seed(seed int64)`
fn source_seed(m: &mut Machine, base: usize) -> Done {
    let (addr, seed) = (m.stack[base], int(m, base + 1));
    let mut seed = seed % i64::from(i32::MAX);
    if seed < 0 {
        seed += i64::from(i32::MAX);
    }
    if seed == 0 {
        seed = 89_482_311;
    }
    m.heap.store(addr, 0, 0);
    m.heap.store(addr, 1, (LEN - TAP) as u64);
    let cooked = cooked();
    fill(seed as i32, 20, |i, v| {
        m.heap.store(addr, 2 + i, v ^ cooked[i]);
    });
    NEXT
}

fn next(m: &mut Machine, addr: u64) -> Result<u64, crate::runtime::Trap> {
    // It stands for the whole state, as each of its numbers changes it.
    m.observe(addr, true);
    let step = |v: u64| if v == 0 { LEN as u64 - 1 } else { v - 1 };
    let load = |i: usize| m.heap.load(addr, i, Narrow::U32);
    let (Some(tap), Some(feed)) = (load(0), load(1)) else { return Err(error::nil_dereference().into()) };
    let (tap, feed) = (step(tap), step(feed));
    let x = load(2 + feed as usize).unwrap_or(0).wrapping_add(load(2 + tap as usize).unwrap_or(0));
    m.heap.store(addr, 0, tap);
    m.heap.store(addr, 1, feed);
    m.heap.store(addr, 2 + feed as usize, x);
    Ok(x)
}

fn source_uint64(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = next(m, m.stack[base])?;
    NEXT
}

fn source_int63(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = next(m, m.stack[base])? & i64::MAX as u64;
    NEXT
}

/// `func random() uint64`: whatever the strategy gives.
fn random(m: &mut Machine, base: usize) -> Done {
    m.stack[base] = m.strategy.random();
    NEXT
}

/// A row of the tables of Marsaglia and Tsang's ziggurat.
#[derive(Clone, Copy, Default)]
struct Row {
    k: u32,
    w: f32,
    f: f32,
}

fn normal_rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        const M: f64 = 2_147_483_648.0;
        const AREA: f64 = 9.91256303526217e-3;
        let density = |x: f64| -> f64 { exp(-0.5 * x * x) };
        rows(128, 3.442619855899, AREA, M, density, |x: f64| (-2.0 * log(AREA / x + density(x))).sqrt())
    })
}

fn exponential_rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        const M: f64 = 4_294_967_296.0;
        const AREA: f64 = 3.949659822581572e-3;
        let density = |x: f64| exp(-x);
        rows(256, 7.697_117_470_131_05, AREA, M, density, |x| -log(AREA / x + density(x)))
    })
}

fn rows(n: usize, edge: f64, area: f64, m: f64, density: impl Fn(f64) -> f64, inner: impl Fn(f64) -> f64) -> Vec<Row> {
    let mut out = vec![Row::default(); n];
    let (mut d, mut t) = (edge, edge);
    let q = area / density(d);
    out[0] = Row { k: (d / q * m) as u32, w: (q / m) as f32, f: 1.0 };
    out[n - 1].w = (d / m) as f32;
    out[n - 1].f = density(d) as f32;
    for i in (1..n - 1).rev() {
        d = inner(d);
        out[i + 1].k = (d / t * m) as u32;
        t = d;
        out[i].f = density(d) as f32;
        out[i].w = (d / m) as f32;
    }
    out
}

fn put_row(m: &mut Machine, base: usize, rows: &[Row]) -> Done {
    let i = m.stack[base] as usize;
    let Row { k, w, f } = rows[i];
    let before = rows[i.saturating_sub(1)].f;
    let words = [u64::from(k), u64::from(w.to_bits()), u64::from(f.to_bits()), u64::from(before.to_bits())];
    m.stack[base..base + 4].copy_from_slice(&words);
    NEXT
}

/// `func normal(i int) (k uint32, w, f, before float32)`
fn normal(m: &mut Machine, base: usize) -> Done {
    put_row(m, base, normal_rows())
}

/// `func exponential(i int) (k uint32, w, f, before float32)`
fn exponential(m: &mut Machine, base: usize) -> Done {
    put_row(m, base, exponential_rows())
}

fn quarter(s: &mut [u32; 16], a: usize, b: usize, c: usize, d: usize) {
    for (x, y) in [(16, 12), (8, 7)] {
        s[a] = s[a].wrapping_add(s[b]);
        s[d] = (s[d] ^ s[a]).rotate_left(x);
        s[c] = s[c].wrapping_add(s[d]);
        s[b] = (s[b] ^ s[c]).rotate_left(y);
    }
}

/// `func block(seed *[4]uint64, buf *[32]uint64, counter uint32)`: four ChaCha8 blocks side by side.
fn block(m: &mut Machine, base: usize) -> Done {
    const NAME: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];
    let (seed, buf, counter) = (m.stack[base], m.stack[base + 1], m.stack[base + 2] as u32);
    let mut key = [0u32; 8];
    for i in 0..4 {
        let word = m.heap.load(seed, i, Narrow::U32).unwrap_or(0);
        (key[2 * i], key[2 * i + 1]) = (word as u32, (word >> 32) as u32);
    }
    let mut out = [[0u32; 4]; 16];
    for lane in 0..4 {
        let mut s = [0u32; 16];
        s[..4].copy_from_slice(&NAME);
        s[4..12].copy_from_slice(&key);
        s[12] = counter.wrapping_add(lane as u32);
        for _ in 0..4 {
            for i in 0..4 {
                quarter(&mut s, i, 4 + i, 8 + i, 12 + i);
            }
            for i in 0..4 {
                quarter(&mut s, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
            }
        }
        for (i, k) in key.iter().enumerate() {
            s[4 + i] = s[4 + i].wrapping_add(*k);
        }
        for (row, v) in out.iter_mut().zip(s) {
            row[lane] = v;
        }
    }
    for (i, row) in out.iter().enumerate() {
        for h in 0..2 {
            m.heap.store(buf, 2 * i + h, u64::from(row[2 * h]) | u64::from(row[2 * h + 1]) << 32);
        }
    }
    NEXT
}

/// Natives of `math/rand` and `math/rand/v2`.
pub(super) const RAND: &[(&str, NativeFn)] = &[
    ("math/rand.(*rngSource).Int63", source_int63),
    ("math/rand.(*rngSource).Seed", source_seed),
    ("math/rand.(*rngSource).Uint64", source_uint64),
    ("math/rand.exponential", exponential),
    ("math/rand.normal", normal),
    ("math/rand.random", random),
    ("math/rand/v2.block", block),
    ("math/rand/v2.exponential", exponential),
    ("math/rand/v2.normal", normal),
    ("math/rand/v2.random", random),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_gos() {
        let t = cooked();
        assert_eq!(t[0] as i64, -4_181_792_142_133_755_926);
        assert_eq!(t[1] as i64, -4_576_982_950_128_230_565);
        assert_eq!(t[606] as i64, 4_152_330_101_494_654_406);
    }

    #[test]
    fn ziggurats_are_gos() {
        let n = normal_rows();
        assert_eq!((n[0].k, n[2].k, n[127].k), (0x76ad2212, 0x600f1b53, 0x77d664e5));
        let e = exponential_rows();
        assert_eq!((e[0].k, e[2].k), (0xe290a139, 0x9beadebc));
    }
}
