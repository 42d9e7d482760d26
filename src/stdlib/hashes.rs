//! The inner loops of Go's hashes: state in, blocks, state out. What is around them is Go's own.

use super::abi::{Done, NEXT, bytes};
use crate::bytecode::Narrow;
use crate::runtime::{Machine, NativeFn};
use sha1::digest::generic_array::{ArrayLength, GenericArray};

/// The whole blocks of the `[]byte` at `at`.
fn blocks<N: ArrayLength<u8>>(m: &mut Machine, at: usize) -> Vec<GenericArray<u8, N>> {
    let data = bytes(m, at);
    m.heap.worked(data.len() as u64);
    // They take several times as long as a copy.
    m.heap.work += 3 * data.len() as u64;
    data.chunks_exact(N::to_usize()).map(GenericArray::clone_from_slice).collect()
}

/// The words of the state, which a digest starts with.
fn state<const N: usize>(m: &Machine, at: usize) -> [u64; N] {
    std::array::from_fn(|i| m.heap.load(m.stack[at], i, Narrow::U32).unwrap_or(0))
}

fn set_state(m: &mut Machine, at: usize, words: impl IntoIterator<Item = u64>) {
    for (i, word) in words.into_iter().enumerate() {
        m.heap.store(m.stack[at], i, word);
    }
}

/// `func blocks(dig *digest, p []byte)` of `crypto/sha1`
fn sha1_block(m: &mut Machine, at: usize) -> Done {
    let mut words = state::<5>(m, at).map(|w| w as u32);
    sha1::compress(&mut words, &blocks(m, at + 1));
    set_state(m, at, words.map(u64::from));
    NEXT
}

/// The same of SHA-256.
fn sha256_block(m: &mut Machine, at: usize) -> Done {
    let mut words = state::<8>(m, at).map(|w| w as u32);
    sha2::compress256(&mut words, &blocks(m, at + 1));
    set_state(m, at, words.map(u64::from));
    NEXT
}

/// The same of SHA-512.
fn sha512_block(m: &mut Machine, at: usize) -> Done {
    let mut words = state::<8>(m, at);
    sha2::compress512(&mut words, &blocks(m, at + 1));
    set_state(m, at, words);
    NEXT
}

/// `func keccakF1600Generic(da *[200]byte)` of SHA-3: the permutation Keccak-f of 25 words, the lowest byte first.
fn keccak(m: &mut Machine, at: usize) -> Done {
    let state = m.stack[at];
    let mut words = [0u64; 25];
    for i in 0..200 {
        words[i / 8] |= m.heap.load(state, i, Narrow::U8).unwrap_or(0) << (i % 8 * 8);
    }
    let mut register = 1u8;
    for _ in 0..24 {
        let columns: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |c, y| c ^ words[x + 5 * y]));
        for i in 0..25 {
            words[i] ^= columns[(i + 4) % 5] ^ columns[(i + 1) % 5].rotate_left(1);
        }
        // Each word turns and goes to the place of another, along one cycle that only the first is not part of.
        let (mut x, mut y, mut moved) = (1, 0, words[1]);
        for t in 0..24u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let turned = moved.rotate_left((t + 1) * (t + 2) / 2 % 64);
            moved = std::mem::replace(&mut words[x + 5 * y], turned);
        }
        for row in words.as_chunks_mut::<5>().0 {
            let old = *row;
            for x in 0..5 {
                row[x] ^= !old[(x + 1) % 5] & old[(x + 2) % 5];
            }
        }
        // The round's constant comes bit by bit out of a shift register.
        for bit in 0..7 {
            if register & 1 != 0 {
                words[0] ^= 1 << ((1u32 << bit) - 1);
            }
            register = register << 1 ^ if register & 0x80 != 0 { 0x71 } else { 0 };
        }
    }
    for i in 0..200 {
        m.heap.store(state, i, words[i / 8] >> (i % 8 * 8) & 0xFF);
    }
    m.heap.work += 200;
    NEXT
}

/// Natives of hashes.
pub(super) const HASHES: &[(&str, NativeFn)] = &[
    ("crypto/internal/fips140/sha256.blocks", sha256_block),
    ("crypto/internal/fips140/sha3.keccakF1600Generic", keccak),
    ("crypto/internal/fips140/sha512.blocks", sha512_block),
    ("crypto/sha1.blocks", sha1_block),
];
