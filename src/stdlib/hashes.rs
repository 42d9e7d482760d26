//! The inner loops of Go's hashes: state in, blocks, state out. What is around them is Go's own.

use super::abi::{Done, NEXT, bytes};
use crate::bytecode::Narrow;
use crate::runtime::{Machine, NativeFn};
use sha1::digest::generic_array::{ArrayLength, GenericArray};

/// The whole blocks of the `[]byte` at `at`.
fn blocks<N: ArrayLength<u8>>(m: &mut Machine, at: usize) -> Vec<GenericArray<u8, N>> {
    let data = bytes(m, at);
    m.heap.worked(data.len() as u64);
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

/// `func blockGeneric(dig *digest, p []byte)` of `crypto/sha1`
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

/// Natives of hashes.
pub(super) const HASHES: &[(&str, NativeFn)] = &[
    ("crypto/internal/fips140/sha256.blockGeneric", sha256_block),
    ("crypto/internal/fips140/sha512.blockGeneric", sha512_block),
    ("crypto/sha1.blockGeneric", sha1_block),
];
