//! Blowfish as bcrypt uses it. The state stays in Go's memory between the natives, each of which takes some microseconds, so that a run
//! can stop between any two; its first values are the digits of pi.

use super::abi::{Done, NEXT, bytes, set_bytes};
use crate::bytecode::{Narrow, cost};
use crate::runtime::{Machine, NativeFn};
use num_bigint::BigUint;
use std::sync::OnceLock;

/// Round keys, and words of a table.
const KEYS: usize = 18;
const TABLE: usize = 256;
const WORDS: usize = KEYS + 4 * TABLE;

/// What 521 blocks take in Go, in nanoseconds.
const EXPANSION: u64 = 22_000;

struct State([u32; WORDS]);

/// The first words of the fractional part of pi.
fn pi() -> &'static [u32; WORDS] {
    static PI: OnceLock<[u32; WORDS]> = OnceLock::new();
    PI.get_or_init(|| {
        // Machin: pi = 16 arctan(1/5) - 4 arctan(1/239), in fixed point with two words to spare.
        let one = BigUint::from(1u8) << (32 * (WORDS + 2));
        let arctan = |times: u32, x: u32| {
            let mut power = &one * times / x;
            let (mut plus, mut minus) = (power.clone(), BigUint::ZERO);
            for k in 1u32.. {
                power /= x * x;
                if power == BigUint::ZERO {
                    break;
                }
                *(if k % 2 == 0 { &mut plus } else { &mut minus }) += &power / (2 * k + 1);
            }
            plus - minus
        };
        let digits = (arctan(16, 5) - arctan(4, 239)).to_u32_digits();
        std::array::from_fn(|i| digits.iter().rev().nth(i + 1).copied().unwrap_or(0))
    })
}

impl State {
    fn read(m: &Machine, at: usize) -> Self {
        Self(std::array::from_fn(|i| m.heap.load(m.stack[at], i, Narrow::U32).unwrap_or(0) as u32))
    }

    fn write(&self, m: &mut Machine, at: usize) {
        for (i, word) in self.0.iter().enumerate() {
            m.heap.store(m.stack[at], i, u64::from(*word));
        }
    }

    fn round(&self, half: u32) -> u32 {
        let [a, b, c, d] = half.to_be_bytes().map(usize::from);
        let table = |n: usize, i: usize| self.0[KEYS + n * TABLE + i];
        (table(0, a).wrapping_add(table(1, b)) ^ table(2, c)).wrapping_add(table(3, d))
    }

    fn encrypt(&self, mut left: u32, mut right: u32) -> (u32, u32) {
        for pair in self.0[..16].as_chunks::<2>().0 {
            left ^= pair[0];
            right ^= self.round(left);
            right ^= pair[1];
            left ^= self.round(right);
        }
        (right ^ self.0[17], left ^ self.0[16])
    }

    /// Mixes the key into the round keys and replaces all words by what is encrypted with those before them, and with the salt.
    fn expand(&mut self, key: &[u8], salt: &[u8]) {
        let mut key = words(key);
        for word in &mut self.0[..KEYS] {
            *word ^= key();
        }
        let mut salt = words(salt);
        let (mut left, mut right) = (0, 0);
        for i in (0..WORDS).step_by(2) {
            (left, right) = self.encrypt(left ^ salt(), right ^ salt());
            (self.0[i], self.0[i + 1]) = (left, right);
        }
    }
}

/// The bytes over and over again, as words; of no bytes, zeros.
fn words(bytes: &[u8]) -> impl FnMut() -> u32 {
    let mut next = bytes.iter().cycle();
    move || (0..4).fold(0, |word, _| word << 8 | u32::from(next.next().copied().unwrap_or(0)))
}

fn took(m: &mut Machine) {
    m.heap.worked(EXPANSION * cost::BYTES);
}

/// `func setUp(state []uint32, key, salt []byte)`
fn set_up(m: &mut Machine, at: usize) -> Done {
    let (key, salt) = (bytes(m, at + 3), bytes(m, at + 6));
    let mut state = State(*pi());
    state.expand(&key, &salt);
    state.write(m, at);
    took(m);
    NEXT
}

/// `func expand(state []uint32, key []byte)`
fn expand(m: &mut Machine, at: usize) -> Done {
    let key = bytes(m, at + 3);
    let mut state = State::read(m, at);
    state.expand(&key, &[]);
    state.write(m, at);
    took(m);
    NEXT
}

/// `func settle()`
fn settle(_: &mut Machine, _: usize) -> Done {
    NEXT
}

/// `func encrypt(state []uint32) []byte`
fn encrypt(m: &mut Machine, at: usize) -> Done {
    let state = State::read(m, at);
    let mut text = *b"OrpheanBeholderScryDoubt";
    for block in text.as_chunks_mut::<8>().0 {
        let [mut left, mut right] = [0, 4].map(|i| u32::from_be_bytes(std::array::from_fn(|k| block[i + k])));
        for _ in 0..64 {
            (left, right) = state.encrypt(left, right);
        }
        block[..4].copy_from_slice(&left.to_be_bytes());
        block[4..].copy_from_slice(&right.to_be_bytes());
    }
    set_bytes(m, at, &text);
    NEXT
}

/// Natives of bcrypt.
pub(super) const BLOWFISH: &[(&str, NativeFn)] = &[
    ("golang.org/x/crypto/bcrypt.encrypt", encrypt),
    ("golang.org/x/crypto/bcrypt.expand", expand),
    ("golang.org/x/crypto/bcrypt.setUp", set_up),
    ("golang.org/x/crypto/bcrypt.settle", settle),
];
