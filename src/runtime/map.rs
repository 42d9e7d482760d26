//! Maps: entries in order of insertion, found through an open-addressing index.
//!
//! Iteration walks the entries from a start the strategy chooses, wrapping round, and survives inserts, deletes and growth: an
//! iterator remembers sequence numbers, which never change, not places.

use super::value::{eq_value, hash_bytes, hash_value, string_of};
use super::{Heap, RuntimeError, Trap, error};
use crate::bytecode::{Kind, Program, RTypeId, WIDE};

/// A map's contents.
#[derive(Debug, Clone)]
pub struct MapObj {
    /// The map's type.
    pub ty: RTypeId,
    /// The key's type.
    key_ty: RTypeId,
    key_slots: usize,
    val_slots: usize,
    shape: KeyShape,
    /// Places of entries + 1 by hash, 0 for none, `DELETED` for gone; a power of two long.
    index: Vec<u32>,
    /// Keys and values side by side, `key_slots + val_slots` an entry.
    entries: Vec<u64>,
    /// Hash of each entry's key; meaningless for deleted ones.
    hashes: Vec<u32>,
    /// Sequence number of each entry, ascending; `DEAD` marks a deleted entry in its high bit.
    seqs: Vec<u32>,
    next_seq: u32,
    live: usize,
    /// The object that stands for this map.
    pub object: u32,
    /// A goroutine is in the middle of a write: its P's turn ended there. Go's `hashWriting`.
    pub writing: bool,
}

/// What a map itself is reckoned with, on every target.
const OWN_BYTES: u64 = 160;
const DEAD: u32 = 1 << 31;
const DELETED: u32 = u32::MAX;

/// How keys are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyShape {
    /// One slot, equal when the slots are.
    Word,
    /// A string.
    Str,
    /// Anything else.
    Any,
}

impl MapObj {
    /// An empty map of type `ty` with room for `hint` entries.
    pub fn new(program: &Program, ty: RTypeId, hint: usize) -> Self {
        let rtype = &program.rtypes[ty];
        let (key, val) = (&program.rtypes[rtype.key], &program.rtypes[rtype.elem]);
        let shape = match key.kind {
            Kind::String => KeyShape::Str,
            _ if key.plain_eq && key.slots == 1 => KeyShape::Word,
            _ => KeyShape::Any,
        };
        let (key_slots, val_slots) = (key.slots as usize, val.slots as usize);
        let mut map = Self {
            ty,
            key_ty: rtype.key,
            key_slots,
            val_slots,
            shape,
            index: Vec::new(),
            entries: Vec::new(),
            hashes: Vec::new(),
            seqs: Vec::new(),
            next_seq: 0,
            live: 0,
            object: 0,
            writing: false,
        };
        if hint > 0 {
            let hint = hint.min(1 << 20);
            map.index = vec![0; (hint * 2).next_power_of_two()];
            map.entries.reserve(hint * (key_slots + val_slots));
        }
        map
    }

    /// What stands in the slab where a map was collected.
    pub(super) fn empty() -> Self {
        Self {
            ty: RTypeId::NIL,
            key_ty: RTypeId::NIL,
            key_slots: 0,
            val_slots: 0,
            shape: KeyShape::Any,
            index: Vec::new(),
            entries: Vec::new(),
            hashes: Vec::new(),
            seqs: Vec::new(),
            next_seq: 0,
            live: 0,
            object: 0,
            writing: false,
        }
    }

    /// A read, or a deletion of nothing, looks at no entry of an empty map.
    ///
    /// # Errors
    /// When somebody else is in the middle of a write.
    #[inline(always)]
    pub fn check_read(&self) -> Result<(), Trap> {
        if self.writing && self.live > 0 { Err(error::concurrent_map("read and map write")) } else { Ok(()) }
    }

    /// What a write finds.
    ///
    /// # Errors
    /// When somebody else is in the middle of a write.
    #[inline(always)]
    pub fn check_write(&self) -> Result<(), Trap> {
        if self.writing { Err(error::concurrent_map("writes")) } else { Ok(()) }
    }

    /// What a step of an iteration finds.
    ///
    /// # Errors
    /// When somebody else is in the middle of a write.
    #[inline(always)]
    pub fn check_iteration(&self) -> Result<(), Trap> {
        if self.writing { Err(error::concurrent_map("iteration and map write")) } else { Ok(()) }
    }

    /// `len(m)`
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Bytes held outside the heap, reckoned from the index, which is as long in a copy (a vector's capacity is not).
    pub fn bytes(&self) -> u64 {
        let (index, entry) = (self.index.len() as u64, (self.key_slots + self.val_slots + 1) as u64 * 8);
        index * 4 + index / 4 * 3 * entry + OWN_BYTES
    }

    /// Slots of a value.
    pub fn val_slots(&self) -> usize {
        self.val_slots
    }

    /// Whether keys or values are handled by pointer in registers.
    #[inline(always)]
    pub fn is_wide(&self) -> bool {
        self.key_slots.max(self.val_slots) > WIDE as usize
    }

    /// Slots of a key.
    pub fn key_slots(&self) -> usize {
        self.key_slots
    }

    #[inline(always)]
    fn hash(&self, heap: &Heap, program: &Program, key: &[u64]) -> Result<u32, RuntimeError> {
        let h = match self.shape {
            KeyShape::Word => {
                let h = key[0].wrapping_mul(0x9E37_79B9_7F4A_7C15);
                h ^ (h >> 32)
            }
            KeyShape::Str => hash_bytes(string_of(heap, key[0], key[1])),
            KeyShape::Any => {
                let h = hash_value(heap, program, self.key_ty, key)?;
                h ^ (h >> 29)
            }
        };
        Ok(h as u32)
    }

    #[inline(always)]
    fn key_eq(&self, heap: &Heap, program: &Program, place: usize, key: &[u64]) -> bool {
        let at = place * (self.key_slots + self.val_slots);
        let have = &self.entries[at..at + self.key_slots];
        match self.shape {
            KeyShape::Word => have[0] == key[0],
            KeyShape::Str => have[1] == key[1] && string_of(heap, have[0], have[1]) == string_of(heap, key[0], key[1]),
            KeyShape::Any => eq_value(heap, program, self.key_ty, have, key).unwrap_or(false),
        }
    }

    /// Place of the entry with this key, and where in the index.
    #[inline(always)]
    fn find(&self, heap: &Heap, program: &Program, key: &[u64]) -> Result<(u32, Option<(usize, usize)>), RuntimeError> {
        let hash = self.hash(heap, program, key)?;
        if self.index.is_empty() {
            return Ok((hash, None));
        }
        let mask = self.index.len() - 1;
        let mut i = hash as usize & mask;
        loop {
            match self.index[i] {
                0 => return Ok((hash, None)),
                DELETED => {}
                n => {
                    let place = n as usize - 1;
                    if self.hashes[place] == hash && self.key_eq(heap, program, place, key) {
                        return Ok((hash, Some((place, i))));
                    }
                }
            }
            i = (i + 1) & mask;
        }
    }

    /// The value's slots of `key`, if present.
    ///
    /// # Errors
    /// When the key cannot be hashed.
    #[inline(always)]
    pub fn get(&self, heap: &Heap, program: &Program, key: &[u64]) -> Result<Option<&[u64]>, RuntimeError> {
        let (_, found) = self.find(heap, program, key)?;
        Ok(found.map(|(place, _)| {
            let at = place * (self.key_slots + self.val_slots) + self.key_slots;
            &self.entries[at..at + self.val_slots]
        }))
    }

    /// The value's slots of `key` for writing, inserted (zero) if absent; and by how many bytes the map grew.
    ///
    /// # Errors
    /// When the key cannot be hashed.
    pub fn entry(&mut self, heap: &Heap, program: &Program, key: &[u64]) -> Result<(&mut [u64], u64), RuntimeError> {
        let (hash, found) = self.find(heap, program, key)?;
        let stride = self.key_slots + self.val_slots;
        if let Some((place, _)) = found {
            let at = place * stride;
            // Go overwrites the key where equal keys may differ (+0 and -0, strings that should be freed).
            if self.shape == KeyShape::Any {
                self.entries[at..at + self.key_slots].copy_from_slice(&key[..self.key_slots]);
            }
            return Ok((&mut self.entries[at + self.key_slots..at + stride], 0));
        }
        let before = self.bytes();
        if (self.seqs.len() + 1) * 4 > self.index.len() * 3 {
            self.rebuild();
        }
        let place = self.seqs.len();
        self.entries.extend_from_slice(&key[..self.key_slots]);
        self.entries.resize((place + 1) * stride, 0);
        self.hashes.push(hash);
        self.seqs.push(self.next_seq);
        self.next_seq += 1;
        self.live += 1;
        let mask = self.index.len() - 1;
        let mut i = hash as usize & mask;
        while self.index[i] != 0 && self.index[i] != DELETED {
            i = (i + 1) & mask;
        }
        self.index[i] = place as u32 + 1;
        let grown = self.bytes().saturating_sub(before);
        let at = place * stride + self.key_slots;
        Ok((&mut self.entries[at..at + self.val_slots], grown))
    }

    /// Drops deleted entries and makes the index fit.
    fn rebuild(&mut self) {
        let stride = self.key_slots + self.val_slots;
        let mut to = 0;
        for from in 0..self.seqs.len() {
            if self.seqs[from] & DEAD != 0 {
                continue;
            }
            if to != from {
                self.entries.copy_within(from * stride..(from + 1) * stride, to * stride);
                self.hashes[to] = self.hashes[from];
                self.seqs[to] = self.seqs[from];
            }
            to += 1;
        }
        self.entries.truncate(to * stride);
        self.hashes.truncate(to);
        self.seqs.truncate(to);
        let size = ((to + 1) * 2).next_power_of_two().max(8);
        self.index.clear();
        self.index.resize(size, 0);
        for place in 0..to {
            let mut i = self.hashes[place] as usize & (size - 1);
            while self.index[i] != 0 {
                i = (i + 1) & (size - 1);
            }
            self.index[i] = place as u32 + 1;
        }
    }

    /// Deletes `key` if present.
    ///
    /// # Errors
    /// When the key cannot be hashed.
    pub fn delete(&mut self, heap: &Heap, program: &Program, key: &[u64]) -> Result<(), RuntimeError> {
        if let (_, Some((place, i))) = self.find(heap, program, key)? {
            let stride = self.key_slots + self.val_slots;
            self.index[i] = DELETED;
            self.seqs[place] |= DEAD;
            self.entries[place * stride..(place + 1) * stride].fill(0);
            self.live -= 1;
        }
        Ok(())
    }

    /// Deletes everything.
    pub fn clear(&mut self) {
        self.index.fill(0);
        self.entries.clear();
        self.hashes.clear();
        self.seqs.clear();
        self.live = 0;
    }

    /// Keys and values of living entries, in order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (&[u64], &[u64])> {
        let stride = self.key_slots + self.val_slots;
        (0..self.seqs.len()).filter(|&p| self.seqs[p] & DEAD == 0).map(move |p| {
            let at = p * stride;
            (&self.entries[at..at + self.key_slots], &self.entries[at + self.key_slots..at + stride])
        })
    }

    /// Number of entries, dead ones included: what a random start is chosen below.
    pub fn places(&self) -> usize {
        self.seqs.len()
    }

    /// Sequence number at which an iteration that starts at `place` starts.
    pub fn seq_at(&self, place: usize) -> u32 {
        self.seqs.get(place).map_or(self.next_seq, |s| s & !DEAD)
    }

    /// Sequence number of the next entry to be inserted.
    pub fn end_seq(&self) -> u32 {
        self.next_seq
    }

    /// The first living entry with a sequence number of at least `seq`.
    pub fn next_from(&self, seq: u32) -> Option<(u32, &[u64], &[u64])> {
        let stride = self.key_slots + self.val_slots;
        // Without deletions by rebuild, the place is the number itself: try that before searching.
        let mut place = seq as usize;
        if self.seqs.get(place).map(|s| s & !DEAD) != Some(seq) {
            place = self.seqs.partition_point(|s| s & !DEAD < seq);
        }
        while let Some(&s) = self.seqs.get(place) {
            if s & DEAD == 0 {
                let at = place * stride;
                return Some((
                    s,
                    &self.entries[at..at + self.key_slots],
                    &self.entries[at + self.key_slots..at + stride],
                ));
            }
            place += 1;
        }
        None
    }

    /// The next entry of an iteration whose state is (next sequence number, where it started, 0 first round / 1 wrapped / 2 over);
    /// `None` at the end.
    pub fn advance(&self, state: &mut [u64; 3]) -> Option<(&[u64], &[u64])> {
        while state[2] < 2 {
            match self.next_from(state[0] as u32) {
                Some((seq, key, value)) if state[2] == 0 || seq < state[1] as u32 => {
                    state[0] = u64::from(seq) + 1;
                    return Some((key, value));
                }
                _ => {
                    state[0] = 0;
                    state[2] += 1;
                }
            }
        }
        None
    }
}
