//! How natives take arguments from the stack and put results there.

use crate::bytecode::LayoutId;
use crate::runtime::{Flow, Machine, Trap};

/// What a native returns.
pub(super) type Done = Result<Flow, Trap>;

/// The native is over.
pub(super) const NEXT: Done = Ok(Flow::Next);

/// An integer argument or slot.
pub(super) fn int(m: &Machine, at: usize) -> i64 {
    m.stack[at] as i64
}

/// A float64 argument.
pub(super) fn float(m: &Machine, at: usize) -> f64 {
    f64::from_bits(m.stack[at])
}

/// A copy of the bytes of a string at `at`.
pub(super) fn string(m: &Machine, at: usize) -> Vec<u8> {
    m.string_at(at).to_vec()
}

/// A copy of a `[]byte` at `at`.
pub(super) fn bytes(m: &Machine, at: usize) -> Vec<u8> {
    m.heap.read_bytes(m.stack[at], m.stack[at + 1] as usize)
}

/// Puts a new `[]byte` into three slots; never nil.
pub(super) fn set_bytes(m: &mut Machine, at: usize, bytes: &[u8]) {
    let layout = m.bytes_layout();
    let ptr = m.heap.alloc_bytes(bytes, layout);
    let n = bytes.len() as u64;
    m.stack[at..at + 3].copy_from_slice(&[ptr, n, n]);
}

/// Puts an integer.
pub(super) fn set_int(m: &mut Machine, at: usize, v: i64) {
    m.stack[at] = v as u64;
}

/// Puts a truth value.
pub(super) fn set_bool(m: &mut Machine, at: usize, v: bool) {
    m.stack[at] = u64::from(v);
}

/// Puts a float64; every NaN has one form.
pub(super) fn set_float(m: &mut Machine, at: usize, v: f64) {
    m.stack[at] = if v.is_nan() { 0x7FF8_0000_0000_0001 } else { v.to_bits() };
}

/// Puts a part of the string at `from`, sharing its bytes.
pub(super) fn set_part(m: &mut Machine, at: usize, ptr: u64, start: usize, end: usize) {
    m.stack[at] = ptr.wrapping_add(start as u64);
    m.stack[at + 1] = (end - start) as u64;
}

/// Puts a `[]string` of (pointer, length) pairs; nil when there are none and `nil` is asked for.
pub(super) fn set_strings(m: &mut Machine, at: usize, slots: &[u64]) {
    let n = slots.len() as u64 / 2;
    let layout = m.program.rtypes[m.program.well_known.string].layout;
    let ptr = if n == 0 { crate::runtime::ZERO_BASE } else { m.heap.alloc_slots(layout, slots) };
    m.stack[at..at + 3].copy_from_slice(&[ptr, n, n]);
}

/// Puts a `[]int` (or other slice of unpacked words without pointers).
pub(super) fn set_words(m: &mut Machine, at: usize, words: &[u64]) {
    let n = words.len() as u64;
    let ptr = if n == 0 { crate::runtime::ZERO_BASE } else { m.heap.alloc_slots(LayoutId(0), words) };
    m.stack[at..at + 3].copy_from_slice(&[ptr, n, n]);
}

/// A Go panic with a string value.
pub(super) fn panic_text(m: &mut Machine, text: &str) -> Trap {
    let (ptr, len) = m.new_string(text.as_bytes());
    let (ty, data) = m.new_iface(m.program.well_known.string, &[ptr, len]);
    Trap::Panic(ty, data)
}
