//! Equality, hashes and strings of Go values in slots.

use super::error;
use super::memory::Heap;
use super::{RuntimeError, ptr_id, ptr_off};
use crate::bytecode::{Kind, Program, RTypeId};
use std::hash::Hasher;

/// The bytes of a string value.
pub fn string_of(heap: &Heap, ptr: u64, len: u64) -> &[u8] {
    heap.bytes(ptr, len as usize)
}

/// Go's `==` for two values of type `ty` in slots.
///
/// # Errors
/// When interfaces hold values that cannot be compared.
pub fn eq_value(heap: &Heap, program: &Program, ty: RTypeId, a: &[u64], b: &[u64]) -> Result<bool, RuntimeError> {
    let rtype = &program.rtypes[ty];
    let n = rtype.slots as usize;
    if rtype.plain_eq {
        return Ok(a[..n] == b[..n]);
    }
    Ok(match rtype.kind {
        Kind::String => a[1] == b[1] && string_of(heap, a[0], a[1]) == string_of(heap, b[0], b[1]),
        Kind::Float64 => f64::from_bits(a[0]) == f64::from_bits(b[0]),
        Kind::Float32 => f32::from_bits(a[0] as u32) == f32::from_bits(b[0] as u32),
        Kind::Complex128 => {
            f64::from_bits(a[0]) == f64::from_bits(b[0]) && f64::from_bits(a[1]) == f64::from_bits(b[1])
        }
        Kind::Complex64 => {
            f32::from_bits(a[0] as u32) == f32::from_bits(b[0] as u32)
                && f32::from_bits(a[1] as u32) == f32::from_bits(b[1] as u32)
        }
        Kind::Interface => return eq_iface(heap, program, a, b),
        Kind::Array => {
            let step = program.rtypes[rtype.elem].slots as usize;
            for i in 0..rtype.len as usize {
                if !eq_value(heap, program, rtype.elem, &a[i * step..], &b[i * step..])? {
                    return Ok(false);
                }
            }
            true
        }
        Kind::Struct => {
            for field in rtype.fields.iter().filter(|f| f.name != "_") {
                let at = field.offset as usize;
                if !eq_value(heap, program, field.ty, &a[at..], &b[at..])? {
                    return Ok(false);
                }
            }
            true
        }
        _ if !rtype.comparable => return Err(error::uncomparable(&rtype.name)),
        _ => a[..n] == b[..n],
    })
}

fn eq_iface(heap: &Heap, program: &Program, a: &[u64], b: &[u64]) -> Result<bool, RuntimeError> {
    if a[0] != b[0] {
        return Ok(false);
    }
    if a[0] == 0 {
        return Ok(true);
    }
    let ty = RTypeId(a[0] as u32);
    let rtype = &program.rtypes[ty];
    if !rtype.comparable {
        return Err(error::uncomparable(&rtype.name));
    }
    if rtype.is_direct() {
        return eq_value(heap, program, ty, &a[1..2], &b[1..2]);
    }
    with_boxed(heap, program, ty, a[1], |x| with_boxed(heap, program, ty, b[1], |y| eq_value(heap, program, ty, x, y)))
}

/// The slots of a boxed value, unpacked if the box is packed (an array of bytes).
fn with_boxed<R>(heap: &Heap, program: &Program, ty: RTypeId, ptr: u64, f: impl FnOnce(&[u64]) -> R) -> R {
    let n = program.rtypes[ty].slots as usize;
    let obj = &heap.objs[ptr_id(ptr)];
    if obj.width == crate::bytecode::Width::W64 {
        return f(&obj.data[ptr_off(ptr)..ptr_off(ptr) + n]);
    }
    let narrow = narrow_of(program, ty);
    let slots: Vec<u64> = (0..n).map(|i| heap.load(ptr, i, narrow).unwrap_or(0)).collect();
    f(&slots)
}

/// How the scalars of a packed type widen: by the signedness of its innermost element.
pub fn narrow_of(program: &Program, ty: RTypeId) -> crate::bytecode::Narrow {
    use crate::bytecode::Narrow;
    let mut rtype = &program.rtypes[ty];
    while rtype.kind == Kind::Array {
        rtype = &program.rtypes[rtype.elem];
    }
    match rtype.kind {
        Kind::Int8 => Narrow::I8,
        Kind::Int16 => Narrow::I16,
        Kind::Int32 => Narrow::I32,
        Kind::Uint16 => Narrow::U16,
        Kind::Bool | Kind::Uint8 => Narrow::U8,
        _ => Narrow::U32,
    }
}

/// A hash that agrees with [`eq_value`].
///
/// # Errors
/// When an interface holds a value that cannot be hashed.
pub fn hash_value(heap: &Heap, program: &Program, ty: RTypeId, v: &[u64]) -> Result<u64, RuntimeError> {
    let mut hasher = rustc_hash::FxHasher::default();
    hash_into(heap, program, ty, v, &mut hasher)?;
    Ok(hasher.finish())
}

fn hash_float(bits: f64, hasher: &mut impl Hasher) {
    // +0 and -0 are equal; a NaN equals nothing, so any hash will do for it.
    hasher.write_u64(if bits == 0.0 { 0 } else { bits.to_bits() });
}

fn hash_into(
    heap: &Heap,
    program: &Program,
    ty: RTypeId,
    v: &[u64],
    hasher: &mut impl Hasher,
) -> Result<(), RuntimeError> {
    let rtype = &program.rtypes[ty];
    if rtype.plain_eq {
        for &slot in &v[..rtype.slots as usize] {
            hasher.write_u64(slot);
        }
        return Ok(());
    }
    match rtype.kind {
        Kind::String => hasher.write_u64(hash_bytes(string_of(heap, v[0], v[1]))),
        Kind::Float64 => hash_float(f64::from_bits(v[0]), hasher),
        Kind::Float32 => hash_float(f64::from(f32::from_bits(v[0] as u32)), hasher),
        Kind::Complex128 => {
            hash_float(f64::from_bits(v[0]), hasher);
            hash_float(f64::from_bits(v[1]), hasher);
        }
        Kind::Complex64 => {
            hash_float(f64::from(f32::from_bits(v[0] as u32)), hasher);
            hash_float(f64::from(f32::from_bits(v[1] as u32)), hasher);
        }
        Kind::Interface => {
            if v[0] == 0 {
                hasher.write_u64(0);
                return Ok(());
            }
            let dynamic = RTypeId(v[0] as u32);
            let inner = &program.rtypes[dynamic];
            if !inner.comparable {
                return Err(error::unhashable(&inner.name));
            }
            hasher.write_u64(v[0]);
            if inner.is_direct() {
                hash_into(heap, program, dynamic, &v[1..2], hasher)?;
            } else {
                with_boxed(heap, program, dynamic, v[1], |slots| hash_into(heap, program, dynamic, slots, hasher))?;
            }
        }
        Kind::Array => {
            let step = program.rtypes[rtype.elem].slots as usize;
            for i in 0..rtype.len as usize {
                hash_into(heap, program, rtype.elem, &v[i * step..], hasher)?;
            }
        }
        Kind::Struct => {
            for field in rtype.fields.iter().filter(|f| f.name != "_") {
                hash_into(heap, program, field.ty, &v[field.offset as usize..], hasher)?;
            }
        }
        _ => return Err(error::unhashable(&rtype.name)),
    }
    Ok(())
}

/// A hash of bytes, the same on every target (`FxHasher::write` reads `usize`s).
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = (bytes.len() as u64).wrapping_mul(K);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("chunks of 8"));
        h = (h ^ word).wrapping_mul(K).rotate_left(29);
    }
    let mut rest = [0u8; 8];
    rest[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    h = (h ^ u64::from_le_bytes(rest)).wrapping_mul(K);
    h ^ (h >> 32)
}

/// A float as the builtin `println` prints it.
pub fn print_float(v: f64) -> String {
    if v.is_nan() {
        return "NaN".into();
    }
    if v.is_infinite() {
        return if v > 0.0 { "+Inf".into() } else { "-Inf".into() };
    }
    shortest(format!("{v}"), &format!("{v:e}"))
}

/// A float32 likewise, with the digits that tell it from other float32s.
pub fn print_float32(v: f32) -> String {
    if v.is_finite() { shortest(format!("{v}"), &format!("{v:e}")) } else { print_float(f64::from(v)) }
}

/// `%e` from 1e6 on and below 1e-4, as strconv's 'g' with the shortest digits.
fn shortest(plain: String, e: &str) -> String {
    let (mantissa, exponent) = e.split_once('e').unwrap_or((e, "0"));
    let n: i32 = exponent.parse().unwrap_or(0);
    if (-4..6).contains(&n) {
        return plain;
    }
    format!("{mantissa}e{}{:02}", if n < 0 { '-' } else { '+' }, n.abs())
}

/// The first rune of non-empty `bytes` and its length; (U+FFFD, 1) where they are not UTF-8, as Go decodes.
pub fn decode_rune(bytes: &[u8]) -> (u32, usize) {
    let b0 = bytes[0];
    if b0 < 0x80 {
        return (u32::from(b0), 1);
    }
    let n = match b0 {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return (0xFFFD, 1),
    };
    match bytes.get(..n).and_then(|b| std::str::from_utf8(b).ok()).and_then(|s| s.chars().next()) {
        Some(c) => (c as u32, n),
        None => (0xFFFD, 1),
    }
}
