//! Go's memory: objects with ids in an arena, and the mark phase that frees them.
//!
//! A pointer is `id << 32 | offset`; id 0 is an object without slots, so that a nil pointer fails the ordinary bounds
//! check. Offsets count slots, or elements of an object packed by [`Width`]. Nothing moves, ids are reused in a fixed order, and
//! collection is due by bytes allocated only, so addresses are the same in every replay.

use crate::base::Id;
use crate::bytecode::{Layout, LayoutId, Narrow, Program, RTypeId, SlotKind, Width, cost};

/// What an object is, beside its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ObjTag {
    /// On the free list.
    Free,
    /// Go data described by its layout.
    Data,
    /// A closure: slot 0 is the function, the captures follow.
    Closure,
    /// A map: slot 0 is its place in the maps' slab.
    Map,
    /// A channel: slot 0 is its place in the channels' slab.
    Chan,
}

/// An object.
#[derive(Debug)]
pub struct Obj {
    /// Its slots, or its packed elements as bytes of these words.
    pub data: Box<[u64]>,
    /// How it lies.
    pub layout: LayoutId,
    /// What it is.
    pub tag: ObjTag,
    /// Width of its elements, from the layout.
    pub width: Width,
    /// Reached by the running mark phase.
    mark: bool,
}

impl Clone for Obj {
    fn clone(&self) -> Self {
        Self { data: self.data.clone(), ..*self }
    }

    fn clone_from(&mut self, from: &Self) {
        self.data.clone_from(&from.data);
        (self.layout, self.tag, self.width, self.mark) = (from.layout, from.tag, from.width, from.mark);
    }
}

/// All objects.
#[derive(Debug, Clone)]
pub struct Heap {
    /// The objects by id.
    pub objs: Vec<Obj>,
    pub(super) free: Vec<u32>,
    /// Objects below this live for ever.
    pub permanent: u32,
    /// Bytes of living objects, headers included.
    pub live: u64,
    /// Bytes allocated since the last collection.
    pub fresh: u64,
    /// Bytes that were allocated or copied since whoever drives the machine last set it to 0: work that the number of
    /// instructions does not tell. A run does not depend on it.
    pub work: u64,
    /// The same since the start, as far as its time has not been paid for.
    unpaid: u64,
    /// Bytes ever allocated, and objects ever made: what `runtime.MemStats` shows.
    pub total_bytes: u64,
    /// Objects ever made.
    pub total_objects: u64,
    next_gc: u64,
    /// Bytes that may live at once.
    pub limit: u64,
    /// Collections so far.
    pub collections: u64,
}

/// Bytes of bookkeeping an object is reckoned with; on every target the same, since collections depend on it.
const HEADER: u64 = 24;
/// Collections are not worth it below this many fresh bytes.
const MIN_GC: u64 = 4 << 20;

/// Object 1: what pointers to values without size point to.
pub const ZERO_BASE: u64 = 1 << 32;

/// The id part of a pointer.
#[inline(always)]
pub fn ptr_id(ptr: u64) -> usize {
    (ptr >> 32) as usize
}

/// The offset part of a pointer.
#[inline(always)]
pub fn ptr_off(ptr: u64) -> usize {
    ptr as u32 as usize
}

impl Heap {
    /// A heap with the nil object and the zero base.
    pub fn new(limit: u64) -> Self {
        let obj = |n: usize| Obj {
            data: vec![0; n].into_boxed_slice(),
            layout: LayoutId(0),
            tag: ObjTag::Data,
            width: Width::W64,
            mark: false,
        };
        Self {
            objs: vec![obj(0), obj(1)],
            free: Vec::new(),
            permanent: 2,
            live: 0,
            fresh: 0,
            work: 0,
            unpaid: 0,
            total_bytes: 0,
            total_objects: 0,
            next_gc: MIN_GC,
            limit,
            collections: 0,
        }
    }

    /// Becomes a copy of `from`, a heap of the same program.
    pub(super) fn restore(&mut self, from: &Heap, program: &Program) {
        // Behind the variables come functions and strings, which never change.
        let variables = 3 + program.big_globals.len();
        self.objs.truncate(from.objs.len());
        let permanent = (from.permanent as usize).min(self.objs.len());
        let (constant, rest) = (variables.min(permanent)..permanent, permanent.min(self.objs.len()));
        for (own, theirs) in self.objs[..constant.start].iter_mut().zip(&from.objs) {
            own.clone_from(theirs);
        }
        for (own, theirs) in self.objs[rest..].iter_mut().zip(&from.objs[rest..]) {
            own.clone_from(theirs);
        }
        let have = self.objs.len();
        self.objs.extend_from_slice(&from.objs[have..]);
        self.free.clone_from(&from.free);
        self.permanent = from.permanent;
        (self.live, self.fresh, self.work, self.unpaid) = (from.live, from.fresh, from.work, from.unpaid);
        (self.total_bytes, self.total_objects, self.next_gc) = (from.total_bytes, from.total_objects, from.next_gc);
        (self.limit, self.collections) = (from.limit, from.collections);
    }

    /// So many bytes were allocated, cleared or copied.
    #[inline(always)]
    pub fn worked(&mut self, bytes: u64) {
        self.work += bytes;
        self.unpaid += bytes;
    }

    /// Virtual time for the bytes moved since the last call; what is more than [`cost::MOST`] comes with later calls.
    #[inline(always)]
    pub fn owed(&mut self) -> u64 {
        let nanos = (self.unpaid / cost::BYTES).min(cost::MOST);
        self.unpaid -= nanos * cost::BYTES;
        nanos
    }

    fn insert(&mut self, obj: Obj) -> u64 {
        let bytes = obj.data.len() as u64 * 8 + HEADER;
        self.live += bytes;
        self.fresh += bytes;
        self.worked(bytes);
        self.total_bytes += bytes;
        self.total_objects += 1;
        let id = match self.free.pop() {
            Some(id) => {
                self.objs[id as usize] = obj;
                id
            }
            None => {
                self.objs.push(obj);
                (self.objs.len() - 1) as u32
            }
        };
        u64::from(id) << 32
    }

    /// A zeroed object of `count` elements of `layout`; a pointer to it.
    pub fn alloc(&mut self, program: &Program, layout: LayoutId, count: usize) -> u64 {
        let Layout { slots, width, .. } = program.layouts[layout];
        let bytes = slots as usize * count * width.bytes();
        if bytes == 0 {
            return ZERO_BASE;
        }
        let data = vec![0; bytes.div_ceil(8)].into_boxed_slice();
        self.insert(Obj { data, layout, tag: ObjTag::Data, width, mark: false })
    }

    /// An object that holds these slots.
    pub fn alloc_slots(&mut self, layout: LayoutId, slots: &[u64]) -> u64 {
        self.insert(Obj { data: slots.into(), layout, tag: ObjTag::Data, width: Width::W64, mark: false })
    }

    /// A closure of `func` over `captures`.
    pub fn alloc_closure(&mut self, func: u64, captures: &[u64]) -> u64 {
        let mut data = Vec::with_capacity(captures.len() + 1);
        data.push(func);
        data.extend_from_slice(captures);
        let data = data.into_boxed_slice();
        self.insert(Obj { data, layout: LayoutId(0), tag: ObjTag::Closure, width: Width::W64, mark: false })
    }

    /// An object for a map or channel at `index` of its slab, which the runtime reckons with `bytes`.
    pub fn alloc_native(&mut self, tag: ObjTag, index: usize) -> u64 {
        let data = vec![index as u64].into_boxed_slice();
        self.insert(Obj { data, layout: LayoutId(0), tag, width: Width::W64, mark: false })
    }

    /// Bytes as an object for strings and byte slices; [`ZERO_BASE`] when there are none.
    pub fn alloc_bytes(&mut self, bytes: &[u8], layout: LayoutId) -> u64 {
        if bytes.is_empty() {
            return ZERO_BASE;
        }
        let mut data = vec![0u64; bytes.len().div_ceil(8)].into_boxed_slice();
        bytemuck::cast_slice_mut::<u64, u8>(&mut data)[..bytes.len()].copy_from_slice(bytes);
        self.insert(Obj { data, layout, tag: ObjTag::Data, width: Width::W8, mark: false })
    }

    /// Reckons memory that maps and channels hold outside of objects.
    pub fn charge(&mut self, bytes: u64) {
        self.live += bytes;
        self.fresh += bytes;
        self.worked(bytes);
        self.total_bytes += bytes;
    }

    /// Gives such memory back.
    pub fn discharge(&mut self, bytes: u64) {
        self.live = self.live.saturating_sub(bytes);
    }

    /// Whether a collection is due.
    #[inline(always)]
    pub fn gc_due(&self) -> bool {
        self.fresh >= self.next_gc
    }

    /// Everything from here on may be collected; what exists stays for ever.
    pub fn seal_permanent(&mut self) {
        self.permanent = self.objs.len() as u32;
    }

    /// The slots of an object.
    #[inline(always)]
    pub fn slots(&self, id: usize) -> &[u64] {
        &self.objs[id].data
    }

    /// A pointer as an address to show: nil is 0, neighbours lie as far apart as their width.
    pub fn address(&self, ptr: u64) -> u64 {
        let Some(obj) = self.objs.get(ptr_id(ptr)).filter(|_| ptr != 0) else { return ptr };
        0xC0_0000_0000 + (ptr_id(ptr) as u64 * 0x1_0000) + ptr_off(ptr) as u64 * obj.width.bytes() as u64
    }

    /// `len` bytes at `ptr` of an object of bytes.
    #[inline(always)]
    pub fn bytes(&self, ptr: u64, len: usize) -> &[u8] {
        if len == 0 {
            return &[];
        }
        let off = ptr_off(ptr);
        &bytemuck::cast_slice::<u64, u8>(&self.objs[ptr_id(ptr)].data)[off..off + len]
    }

    /// The same for a pointer that may be no pointer: only what looks at a program uses it.
    pub fn peek_bytes(&self, ptr: u64, len: usize) -> Option<&[u8]> {
        let data = &self.objs.get(ptr_id(ptr))?.data;
        bytemuck::cast_slice::<u64, u8>(data).get(ptr_off(ptr)..)?.get(..len)
    }

    /// [`Heap::load`] for a pointer that may be no pointer.
    pub fn peek(&self, ptr: u64, i: usize, narrow: Narrow) -> Option<u64> {
        self.objs.get(ptr_id(ptr)).and_then(|_| self.load(ptr, i, narrow))
    }

    /// The bytes for change.
    #[inline(always)]
    pub fn bytes_mut(&mut self, ptr: u64, len: usize) -> &mut [u8] {
        if len == 0 {
            return &mut [];
        }
        let off = ptr_off(ptr);
        &mut bytemuck::cast_slice_mut::<u64, u8>(&mut self.objs[ptr_id(ptr)].data)[off..off + len]
    }

    /// Copies `len` bytes out, whether they lie packed or in slots (an array of bytes inside a struct).
    pub fn read_bytes(&self, ptr: u64, len: usize) -> Vec<u8> {
        if len == 0 || self.objs[ptr_id(ptr)].width == Width::W8 {
            return self.bytes(ptr, len).to_vec();
        }
        (0..len).map(|i| self.load(ptr, i, Narrow::U8).unwrap_or(0) as u8).collect()
    }

    /// The element at `ptr + i`, widened; `None` for nil.
    #[inline(always)]
    pub fn load(&self, ptr: u64, i: usize, narrow: Narrow) -> Option<u64> {
        let obj = &self.objs[ptr_id(ptr)];
        let at = ptr_off(ptr) + i;
        let data = &obj.data;
        Some(match obj.width {
            Width::W64 => *data.get(at)?,
            Width::W8 => {
                let v = *bytemuck::cast_slice::<u64, u8>(data).get(at)?;
                if narrow == Narrow::I8 { v as i8 as i64 as u64 } else { u64::from(v) }
            }
            Width::W16 => {
                let v = *bytemuck::cast_slice::<u64, u16>(data).get(at)?;
                if narrow == Narrow::I16 { v as i16 as i64 as u64 } else { u64::from(v) }
            }
            Width::W32 => {
                let v = *bytemuck::cast_slice::<u64, u32>(data).get(at)?;
                if narrow == Narrow::I32 { v as i32 as i64 as u64 } else { u64::from(v) }
            }
        })
    }

    /// Stores at `ptr + i`; false for nil.
    #[inline(always)]
    pub fn store(&mut self, ptr: u64, i: usize, value: u64) -> bool {
        let obj = &mut self.objs[ptr_id(ptr)];
        let at = ptr_off(ptr) + i;
        let data = &mut obj.data;
        match obj.width {
            Width::W64 => data.get_mut(at).map(|s| *s = value),
            Width::W8 => bytemuck::cast_slice_mut::<u64, u8>(data).get_mut(at).map(|s| *s = value as u8),
            Width::W16 => bytemuck::cast_slice_mut::<u64, u16>(data).get_mut(at).map(|s| *s = value as u16),
            Width::W32 => bytemuck::cast_slice_mut::<u64, u32>(data).get_mut(at).map(|s| *s = value as u32),
        }
        .is_some()
    }

    /// Copies `n` elements between objects that may differ in width and may be the same; false if either is nil.
    pub fn copy(&mut self, dst: u64, src: u64, n: usize, narrow: Narrow) -> bool {
        if n == 0 {
            return true;
        }
        let (d, s) = (ptr_id(dst), ptr_id(src));
        let (dw, sw) = (self.objs[d].width, self.objs[s].width);
        if d == 0 || s == 0 {
            return false;
        }
        if dw != sw {
            let values: Vec<u64> = (0..n).map(|i| self.load(src, i, narrow).unwrap_or(0)).collect();
            for (i, v) in values.into_iter().enumerate() {
                self.store(dst, i, v);
            }
            return true;
        }
        let w = dw.bytes();
        let (from, to, len) = (ptr_off(src) * w, ptr_off(dst) * w, n * w);
        if d == s {
            bytemuck::cast_slice_mut::<u64, u8>(&mut self.objs[d].data).copy_within(from..from + len, to);
        } else {
            let [a, b] = self.objs.get_disjoint_mut([d, s]).expect("two ids that differ and exist");
            bytemuck::cast_slice_mut::<u64, u8>(&mut a.data)[to..to + len]
                .copy_from_slice(&bytemuck::cast_slice::<u64, u8>(&b.data)[from..from + len]);
        }
        true
    }
}

/// The work list of a mark phase.
#[derive(Debug, Default)]
pub struct Marker {
    work: Vec<u32>,
}

/// What the mark phase found that lives outside the heap: slab places of reached maps and channels.
#[derive(Debug)]
pub enum Reached {
    /// A plain object or closure: nothing more to do.
    Plain,
    /// A map whose entries must be marked.
    Map(usize),
    /// A channel whose buffer must be marked.
    Chan(usize),
}

impl Marker {
    /// Marks whatever `word` may point to: right for pointers, harmless for anything else.
    pub fn word(&mut self, heap: &mut Heap, word: u64) {
        let id = ptr_id(word);
        if id < heap.permanent as usize {
            return;
        }
        let Some(obj) = heap.objs.get_mut(id) else { return };
        if obj.mark || obj.tag == ObjTag::Free {
            return;
        }
        obj.mark = true;
        self.work.push(id as u32);
    }

    /// Marks slots described by a mask (which repeats).
    pub fn masked(&mut self, heap: &mut Heap, program: &Program, mask: &[SlotKind], slots: &[u64]) {
        if mask.is_empty() {
            return;
        }
        for (i, &slot) in slots.iter().enumerate() {
            match mask[i % mask.len()] {
                SlotKind::Scalar | SlotKind::IfaceData => {}
                SlotKind::Pointer => self.word(heap, slot),
                SlotKind::Iface => {
                    if let Some(&data) = slots.get(i + 1) {
                        self.iface(heap, program, slot, data);
                    }
                }
            }
        }
    }

    /// Marks what an interface holds.
    pub fn iface(&mut self, heap: &mut Heap, program: &Program, ty: u64, data: u64) {
        let Some(rtype) = program.rtypes.get(RTypeId(ty as u32)) else { return };
        let scalar = rtype.is_direct() && program.layouts[rtype.layout].mask.is_empty();
        if !scalar {
            self.word(heap, data);
        }
    }

    /// Takes the next object off the work list and marks what it points to.
    pub fn step(&mut self, heap: &mut Heap, program: &Program) -> Option<Reached> {
        let id = self.work.pop()? as usize;
        let (tag, layout) = (heap.objs[id].tag, heap.objs[id].layout);
        match tag {
            ObjTag::Map => return Some(Reached::Map(heap.objs[id].data[0] as usize)),
            ObjTag::Chan => return Some(Reached::Chan(heap.objs[id].data[0] as usize)),
            ObjTag::Free => {}
            ObjTag::Closure => self.object(heap, id, |this, heap, data| {
                for &word in data.iter().skip(1) {
                    this.word(heap, word);
                }
            }),
            ObjTag::Data => {
                let mask = &program.layouts[layout].mask;
                if !mask.is_empty() {
                    self.object(heap, id, |this, heap, data| this.masked(heap, program, mask, data));
                }
            }
        }
        Some(Reached::Plain)
    }

    /// Lends an object's data to `visit` while the heap can be marked.
    pub fn object(&mut self, heap: &mut Heap, id: usize, visit: impl FnOnce(&mut Self, &mut Heap, &[u64])) {
        let data = std::mem::take(&mut heap.objs[id].data);
        visit(self, heap, &data);
        heap.objs[id].data = data;
    }
}

impl Heap {
    /// Frees what was not marked and clears the marks; `drop_native` is told of dead maps and channels by slab place.
    pub fn sweep(&mut self, mut drop_native: impl FnMut(ObjTag, usize) -> u64) {
        let mut freed = 0;
        for id in (self.permanent as usize..self.objs.len()).rev() {
            let obj = &mut self.objs[id];
            if obj.tag == ObjTag::Free {
                continue;
            }
            if obj.mark {
                obj.mark = false;
                continue;
            }
            freed += obj.data.len() as u64 * 8 + HEADER;
            if matches!(obj.tag, ObjTag::Map | ObjTag::Chan) {
                freed += drop_native(obj.tag, obj.data[0] as usize);
            }
            obj.tag = ObjTag::Free;
            obj.data = Box::default();
            self.free.push(id as u32);
        }
        self.live = self.live.saturating_sub(freed);
        self.fresh = 0;
        self.next_gc = MIN_GC.max(self.live);
        self.collections += 1;
    }

    /// Takes all marks away without freeing anything.
    pub(super) fn unmark(&mut self) {
        self.objs.iter_mut().for_each(|o| o.mark = false);
    }

    /// Whether the running mark phase has reached an object; what lives for ever counts as reached.
    pub(super) fn is_marked(&self, id: usize) -> bool {
        id < self.permanent as usize || self.objs[id].mark
    }

    /// How an object lies, for views.
    pub fn layout_of(&self, id: usize) -> Option<LayoutId> {
        self.objs.get(id).filter(|o| o.tag == ObjTag::Data).map(|o| LayoutId::from_usize(o.layout.index()))
    }
}
