//! Argon2, in one piece: how much it may be is said in Go, which asks for no more.

use super::abi::{Done, NEXT, bytes, int, set_bool};
use crate::bytecode::cost;
use crate::runtime::{Machine, NativeFn};
use argon2::{Algorithm, Argon2, Params, Version};

/// `func fill(variant int, password, salt []byte, time, memory uint32, threads uint8, key []byte) bool`
fn fill(m: &mut Machine, at: usize) -> Done {
    let algorithm = if int(m, at) == 1 { Algorithm::Argon2i } else { Algorithm::Argon2id };
    let (password, salt) = (bytes(m, at + 1), bytes(m, at + 4));
    let [passes, memory, threads] = [7, 8, 9].map(|i| int(m, at + i) as u32);
    let (key, len) = (m.stack[at + 10], m.stack[at + 11] as usize);
    let mut out = vec![0; len];
    let done = Params::new(memory, passes, threads, Some(len))
        .and_then(|p| Argon2::new(algorithm, Version::V0x13, p).hash_password_into(&password, &salt, &mut out));
    for (i, byte) in out.iter().enumerate() {
        m.heap.store(key, i, u64::from(*byte));
    }
    set_bool(m, at, done.is_ok());
    NEXT
}

/// `func settle()`
fn settle(m: &mut Machine, _: usize) -> Done {
    m.heap.worked(cost::MOST * cost::BYTES);
    NEXT
}

/// Natives of Argon2.
pub(super) const ARGON2: &[(&str, NativeFn)] =
    &[("golang.org/x/crypto/argon2.fill", fill), ("golang.org/x/crypto/argon2.settle", settle)];
