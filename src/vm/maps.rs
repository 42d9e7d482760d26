//! Instructions on maps. A key or value of a wide type stands in registers as a pointer to a copy; the map holds it whole.

use super::ops::Done;
use crate::bytecode::{Instr, RTypeId};
use crate::runtime::{Flow, Machine, Trap, error};
use std::sync::Arc;

/// Register number for "no register".
pub(super) const NO_REG: u8 = 255;

pub(super) fn make_map(m: &mut Machine, a: u8, b: u8, ty: i32) -> Done {
    let hint = if b == NO_REG { 0 } else { m.stack[m.fp + b as usize] as i64 };
    let map = m.make_map(RTypeId(ty as u32), usize::try_from(hint).unwrap_or(0));
    m.stack[m.fp + a as usize] = map;
    Ok(Flow::Next)
}

pub(super) fn map_get(m: &mut Machine, a: u8, b: u8, c: u8, instr: Instr) -> Done {
    let (fp, at) = (m.fp, m.fp + a as usize);
    let (want_ok, ty) = match instr {
        Instr::MapGet2 { m, .. } => (true, m),
        Instr::MapGet { m, .. } => (false, m),
        _ => return Ok(Flow::Next),
    };
    let index = m.map_index(m.stack[fp + b as usize]);
    let updates = ty < 0;
    let ty = if updates { !ty } else { ty };
    if let Some(i) = index {
        if updates { m.maps[i].check_write()? } else { m.maps[i].check_read()? }
    }
    if index.map_or_else(|| is_wide_map(m, ty), |i| m.maps[i].is_wide()) {
        return map_get_wide(m, a, c, ty, index, want_ok);
    }
    let (n, found) = match index {
        Some(i) => {
            let map = &m.maps[i];
            let n = map.val_slots();
            let value = map.get(&m.heap, &m.program, &m.stack[fp + c as usize..]);
            let value = value.map_err(|e| if map.is_empty() { error::unhashable_in_empty(e) } else { e })?;
            let found = value.is_some();
            match value {
                Some(v) => m.stack[at..at + n].copy_from_slice(v),
                None => m.stack[at..at + n].fill(0),
            }
            (n, found)
        }
        None => {
            let program = Arc::clone(&m.program);
            let rtype = &program.rtypes[RTypeId(ty as u32)];
            crate::runtime::hash_value(&m.heap, &program, rtype.key, &m.stack[fp + c as usize..])
                .map_err(error::unhashable_in_empty)?;
            let n = program.rtypes[rtype.elem].slots as usize;
            m.stack[at..at + n].fill(0);
            (n, false)
        }
    };
    if want_ok {
        m.stack[at + n] = u64::from(found);
    }
    Ok(Flow::Next)
}

/// Whether keys or values of a map type are handled by pointer.
fn is_wide_map(m: &Machine, ty: i32) -> bool {
    let rtypes = m.program.rtypes.as_slice();
    let map = &rtypes[ty as usize];
    rtypes[map.key.0 as usize].is_wide() || rtypes[map.elem.0 as usize].is_wide()
}

/// The slots of an operand, behind its pointer if its type is wide.
fn operand(m: &Machine, at: usize, ty: RTypeId) -> Vec<u64> {
    let rtype = &m.program.rtypes[ty];
    if rtype.is_wide() { m.iface_slots(ty, m.stack[at]) } else { m.stack[at..at + rtype.slots as usize].to_vec() }
}

/// Puts a value into registers from `at`, or a pointer to a copy if its type is wide; the registers taken.
fn put(m: &mut Machine, at: usize, ty: RTypeId, value: &[u64]) -> usize {
    if m.program.rtypes[ty].is_wide() {
        m.stack[at] = m.new_iface(ty, value).1;
        return 1;
    }
    m.stack[at..at + value.len()].copy_from_slice(value);
    value.len()
}

fn map_get_wide(m: &mut Machine, a: u8, c: u8, ty: i32, index: Option<usize>, want_ok: bool) -> Done {
    let at = m.fp + a as usize;
    let program = Arc::clone(&m.program);
    let rtype = &program.rtypes[RTypeId(ty as u32)];
    let key = operand(m, m.fp + c as usize, rtype.key);
    let found = match index {
        Some(i) => m.maps[i].get(&m.heap, &program, &key)?.map(<[u64]>::to_vec),
        None => {
            crate::runtime::hash_value(&m.heap, &program, rtype.key, &key)?;
            None
        }
    };
    let ok = found.is_some();
    let value = found.unwrap_or_else(|| vec![0; program.rtypes[rtype.elem].slots as usize]);
    let n = put(m, at, rtype.elem, &value);
    if want_ok {
        m.stack[at + n] = u64::from(ok);
    }
    Ok(Flow::Next)
}

pub(super) fn map_set(m: &mut Machine, a: u8, b: u8, c: u8, ty: i32) -> Done {
    let fp = m.fp;
    let index = m.map_index(m.stack[fp + a as usize]).ok_or_else(error::nil_map_write)?;
    m.maps[index].check_write()?;
    m.note_map_write(index);
    if m.maps[index].is_wide() {
        let (key_ty, elem) = (m.program.rtypes[RTypeId(ty as u32)].key, m.program.rtypes[RTypeId(ty as u32)].elem);
        let key = operand(m, fp + b as usize, key_ty);
        let value = operand(m, fp + c as usize, elem);
        let (slots, grown) = m.maps[index].entry(&m.heap, &m.program, &key)?;
        slots.copy_from_slice(&value);
        m.heap.charge(grown);
        return Ok(Flow::Next);
    }
    let (key, value) = (fp + b as usize, fp + c as usize);
    let (slots, grown) = m.maps[index].entry(&m.heap, &m.program, &m.stack[key..])?;
    let n = slots.len();
    slots.copy_from_slice(&m.stack[value..value + n]);
    if grown > 0 {
        m.heap.charge(grown);
    }
    Ok(Flow::Next)
}

/// What an assignment to an entry would say before it is made.
pub(super) fn map_check(m: &mut Machine, a: u8, b: u8, ty: i32) -> Done {
    let index = m.map_index(m.stack[m.fp + a as usize]).ok_or_else(error::nil_map_write)?;
    let key_ty = m.program.rtypes[RTypeId(ty as u32)].key;
    let at = m.fp + b as usize;
    let key = if m.maps[index].is_wide() { operand(m, at, key_ty) } else { m.stack[at..].to_vec() };
    crate::runtime::hash_value(&m.heap, &m.program, key_ty, &key)?;
    Ok(Flow::Next)
}

pub(super) fn map_delete(m: &mut Machine, a: u8, b: u8, ty: i32) -> Done {
    let index = m.map_index(m.stack[m.fp + a as usize]);
    if let Some(i) = index.filter(|&i| !m.maps[i].is_empty()) {
        m.maps[i].check_write()?;
        m.note_map_write(i);
    }
    if index.is_none_or(|i| m.maps[i].is_wide()) {
        let key_ty = m.program.rtypes[RTypeId(ty as u32)].key;
        let key = operand(m, m.fp + b as usize, key_ty);
        match index {
            Some(index) => m.maps[index].delete(&m.heap, &m.program, &key)?,
            // The key is hashed even so.
            None => {
                crate::runtime::hash_value(&m.heap, &m.program, key_ty, &key).map_err(error::unhashable_in_empty)?;
            }
        }
    } else if let Some(index) = index {
        let empty = m.maps[index].is_empty();
        let done = m.maps[index].delete(&m.heap, &m.program, &m.stack[m.fp + b as usize..]);
        done.map_err(|e| if empty { error::unhashable_in_empty(e) } else { e })?;
    }
    Ok(Flow::Next)
}

pub(super) fn map_clear(m: &mut Machine, a: u8) -> Done {
    if let Some(index) = m.map_index(m.stack[m.fp + a as usize]).filter(|&i| !m.maps[i].is_empty()) {
        m.maps[index].check_write()?;
        m.note_map_write(index);
        m.maps[index].clear();
    }
    Ok(Flow::Next)
}

pub(super) fn map_len(m: &mut Machine, a: u8, b: u8) -> Done {
    let n = m.map_index(m.stack[m.fp + b as usize]).map_or(0, |i| m.maps[i].len());
    m.stack[m.fp + a as usize] = n as u64;
    Ok(Flow::Next)
}

/// Iterator registers: next sequence number, where it started, 0 first round / 1 wrapped / 2 over, the map.
pub(super) fn map_iter(m: &mut Machine, a: u8, b: u8) -> Done {
    let at = m.fp + a as usize;
    let value = m.stack[m.fp + b as usize];
    let state = m.map_start(value);
    m.stack[at..at + 3].copy_from_slice(&state);
    m.stack[at + 3] = value;
    Ok(Flow::Next)
}

/// Puts the next entry into registers, or jumps by `to` when there is none.
pub(super) fn map_next(m: &mut Machine, a: u8, b: u8, c: u8, to: i32) -> Done {
    if !next_entry(m, a, b, c)? {
        m.pc = m.pc.wrapping_add_signed(to);
    }
    Ok(Flow::Next)
}

fn next_entry(m: &mut Machine, a: u8, b: u8, c: u8) -> Result<bool, Trap> {
    let fp = m.fp;
    let at = fp + a as usize;
    let Some(index) = m.map_index(m.stack[at + 3]) else { return Ok(false) };
    let map = &m.maps[index];
    map.check_iteration()?;
    let mut state = [m.stack[at], m.stack[at + 1], m.stack[at + 2]];
    let entry = map.advance(&mut state);
    m.stack[at..at + 3].copy_from_slice(&state);
    let Some((key, value)) = entry else { return Ok(false) };
    if map.is_wide() {
        let (key, value) = (key.to_vec(), value.to_vec());
        let rtype = &m.program.rtypes[map.ty];
        let (key_ty, elem) = (rtype.key, rtype.elem);
        if b != NO_REG {
            put(m, fp + b as usize, key_ty, &key);
        }
        if c != NO_REG {
            put(m, fp + c as usize, elem, &value);
        }
        return Ok(true);
    }
    if b != NO_REG {
        m.stack[fp + b as usize..][..key.len()].copy_from_slice(key);
    }
    if c != NO_REG {
        m.stack[fp + c as usize..][..value.len()].copy_from_slice(value);
    }
    Ok(true)
}
