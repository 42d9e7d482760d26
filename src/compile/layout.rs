//! How values of a type lie in registers and memory.

use super::unit::Unit;
use crate::bytecode::{Layout, LayoutId, Narrow, SlotKind, WIDE, Width};
use crate::types::{Basic, Type, TypeId};

/// An array of more slots than this lives in memory even if nobody takes its address.
pub(super) const LARGE_ARRAY: u32 = 8;

/// What kind of machine value a type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rep {
    Bool,
    Int {
        signed: bool,
        bits: u8,
    },
    F32,
    F64,
    C64,
    C128,
    Str,
    Slice,
    Iface,
    /// Pointer, map, channel, function, `unsafe.Pointer`.
    Word,
    Struct,
    Array,
    Tuple,
}

impl Rep {
    /// How such a scalar is widened from packed memory, if it may be packed.
    pub(super) fn narrow(self) -> Option<Narrow> {
        match self {
            Rep::Bool | Rep::Int { signed: false, bits: 8 } => Some(Narrow::U8),
            Rep::Int { signed: true, bits: 8 } => Some(Narrow::I8),
            Rep::Int { signed: true, bits: 16 } => Some(Narrow::I16),
            Rep::Int { signed: false, bits: 16 } => Some(Narrow::U16),
            Rep::Int { signed: true, bits: 32 } => Some(Narrow::I32),
            Rep::Int { signed: false, bits: 32 } | Rep::F32 => Some(Narrow::U32),
            Rep::Int { .. }
            | Rep::F64
            | Rep::C64
            | Rep::C128
            | Rep::Str
            | Rep::Slice
            | Rep::Iface
            | Rep::Word
            | Rep::Struct
            | Rep::Array
            | Rep::Tuple => None,
        }
    }
}

fn width_of(narrow: Narrow) -> Width {
    match narrow {
        Narrow::I8 | Narrow::U8 => Width::W8,
        Narrow::I16 | Narrow::U16 => Width::W16,
        Narrow::I32 | Narrow::U32 => Width::W32,
    }
}

impl Unit<'_> {
    /// The underlying type.
    pub(super) fn under(&mut self, ty: TypeId) -> Type {
        let under = self.types.under(ty);
        self.types.types[under].clone()
    }

    /// The machine kind of a type.
    pub(super) fn rep(&mut self, ty: TypeId) -> Rep {
        let under = self.types.under(ty);
        match &self.types.types[under] {
            Type::Basic(b) => match b {
                Basic::Bool | Basic::UntypedBool => Rep::Bool,
                Basic::Int | Basic::Int64 | Basic::UntypedInt => Rep::Int { signed: true, bits: 64 },
                Basic::Int8 => Rep::Int { signed: true, bits: 8 },
                Basic::Int16 => Rep::Int { signed: true, bits: 16 },
                Basic::Int32 | Basic::UntypedRune => Rep::Int { signed: true, bits: 32 },
                Basic::Uint | Basic::Uint64 | Basic::Uintptr => Rep::Int { signed: false, bits: 64 },
                Basic::Uint8 => Rep::Int { signed: false, bits: 8 },
                Basic::Uint16 => Rep::Int { signed: false, bits: 16 },
                Basic::Uint32 => Rep::Int { signed: false, bits: 32 },
                Basic::Float32 => Rep::F32,
                Basic::Float64 | Basic::UntypedFloat => Rep::F64,
                Basic::Complex64 => Rep::C64,
                Basic::Complex128 | Basic::UntypedComplex => Rep::C128,
                Basic::String | Basic::UntypedString => Rep::Str,
                Basic::UnsafePointer | Basic::UntypedNil | Basic::Invalid => Rep::Word,
            },
            Type::Pointer(_) | Type::Map { .. } | Type::Chan { .. } | Type::Signature(_) => Rep::Word,
            Type::Slice(_) => Rep::Slice,
            Type::Interface(_) => Rep::Iface,
            Type::Struct(_) => Rep::Struct,
            Type::Array { .. } => Rep::Array,
            Type::Tuple(_) => Rep::Tuple,
            Type::Named(_) | Type::Alias { .. } | Type::TypeParam(_) | Type::Union(_) => Rep::Word,
        }
    }

    /// Slots in memory, saturating.
    pub(super) fn flat_slots(&mut self, ty: TypeId) -> u32 {
        if let Some(&n) = self.slots_cache.get(&ty) {
            return n;
        }
        let n = match self.rep(ty) {
            Rep::Bool | Rep::Int { .. } | Rep::F32 | Rep::F64 | Rep::Word => 1,
            Rep::C64 | Rep::C128 | Rep::Str | Rep::Iface => 2,
            Rep::Slice => 3,
            Rep::Struct => {
                let Type::Struct(fields) = self.under(ty) else { return 0 };
                fields.iter().fold(0u32, |n, f| n.saturating_add(self.flat_slots(f.ty)))
            }
            Rep::Array => {
                let Type::Array { len, elem } = self.under(ty) else { return 0 };
                let elem = self.flat_slots(elem);
                u32::try_from(len.max(0)).unwrap_or(u32::MAX).saturating_mul(elem)
            }
            Rep::Tuple => {
                let Type::Tuple(types) = self.under(ty) else { return 0 };
                types.iter().fold(0u32, |n, &t| n.saturating_add(u32::from(self.slots(t.ty))))
            }
        };
        self.slots_cache.insert(ty, n);
        n
    }

    /// Whether values of it are handled by pointer.
    pub(super) fn is_wide(&mut self, ty: TypeId) -> bool {
        self.flat_slots(ty) > WIDE && self.rep(ty) != Rep::Tuple
    }

    /// Registers that a value takes.
    pub(super) fn slots(&mut self, ty: TypeId) -> u8 {
        if self.is_wide(ty) { 1 } else { self.flat_slots(ty).min(250) as u8 }
    }

    /// The scalar inside all array layers, if there are any, and how often it occurs.
    fn array_leaf(&mut self, ty: TypeId) -> Option<(TypeId, u64)> {
        let Type::Array { len, elem } = self.under(ty) else { return None };
        let len = len.max(0) as u64;
        match self.array_leaf(elem) {
            Some((leaf, n)) => Some((leaf, n.saturating_mul(len))),
            None => Some((elem, len)),
        }
    }

    /// How an element of an array or slice of `ty` is packed; `None` for whole slots.
    pub(super) fn elem_narrow(&mut self, ty: TypeId) -> Option<Narrow> {
        match self.array_leaf(ty) {
            Some((leaf, _)) => self.rep(leaf).narrow(),
            None => self.rep(ty).narrow(),
        }
    }

    /// How the scalars of an array type are packed in an object of their own; `None` for whole slots and for all other types.
    pub(super) fn array_narrow(&mut self, ty: TypeId) -> Option<Narrow> {
        let (leaf, _) = self.array_leaf(ty)?;
        self.rep(leaf).narrow()
    }

    fn push_mask(&mut self, ty: TypeId, out: &mut Vec<SlotKind>) {
        match self.rep(ty) {
            Rep::Bool | Rep::Int { .. } | Rep::F32 | Rep::F64 => out.push(SlotKind::Scalar),
            Rep::Word => out.push(SlotKind::Pointer),
            Rep::C64 | Rep::C128 => out.extend([SlotKind::Scalar; 2]),
            Rep::Str => out.extend([SlotKind::Pointer, SlotKind::Scalar]),
            Rep::Slice => out.extend([SlotKind::Pointer, SlotKind::Scalar, SlotKind::Scalar]),
            Rep::Iface => out.extend([SlotKind::Iface, SlotKind::IfaceData]),
            Rep::Struct => {
                if let Type::Struct(fields) = self.under(ty) {
                    for f in fields {
                        self.push_mask(f.ty, out);
                    }
                }
            }
            Rep::Array => {
                if let Type::Array { len, elem } = self.under(ty) {
                    let mut one = Vec::new();
                    self.push_mask(elem, &mut one);
                    for _ in 0..len.max(0) {
                        out.extend_from_slice(&one);
                    }
                }
            }
            Rep::Tuple => {}
        }
    }

    /// The mask of a type; for an array that of its element, which repeats; empty without pointers.
    pub(super) fn mask(&mut self, ty: TypeId) -> Box<[SlotKind]> {
        let base = self.array_leaf(ty).map_or(ty, |(leaf, _)| leaf);
        let mut mask = Vec::new();
        self.push_mask(base, &mut mask);
        if mask.iter().all(|&k| k == SlotKind::Scalar) {
            mask.clear();
        }
        mask.into()
    }

    /// Whether a value of this type leads to memory.
    pub(super) fn has_pointers(&mut self, ty: TypeId) -> bool {
        !self.mask(ty).is_empty()
    }

    pub(super) fn add_layout(&mut self, layout: Layout) -> LayoutId {
        if let Some(&id) = self.layouts.get(&layout) {
            return id;
        }
        let id = self.program.layouts.push(layout.clone());
        self.layouts.insert(layout, id);
        id
    }

    /// Layout of an object of `n` pointers.
    pub(super) fn pointers_layout(&mut self, n: u32) -> LayoutId {
        let mask = vec![SlotKind::Pointer; n as usize].into();
        self.add_layout(Layout { slots: n, width: Width::W64, go_size: n * 8, mask })
    }

    /// Layout of a variable of type `ty` in an object of its own.
    pub(super) fn var_layout(&mut self, ty: TypeId) -> LayoutId {
        let width = self.array_narrow(ty).map_or(Width::W64, width_of);
        self.layout_with(ty, width)
    }

    /// Layout of one element of a backing array of `ty`.
    pub(super) fn elem_layout(&mut self, ty: TypeId) -> LayoutId {
        let width = self.elem_narrow(ty).map_or(Width::W64, width_of);
        self.layout_with(ty, width)
    }

    fn layout_with(&mut self, ty: TypeId, width: Width) -> LayoutId {
        if let Some(&id) = self.layout_cache.get(&(ty, width)) {
            return id;
        }
        let slots = self.flat_slots(ty);
        let go_size = self.types.sizeof(ty).clamp(0, i64::from(u32::MAX)) as u32;
        let mask = self.mask(ty);
        let id = self.add_layout(Layout { slots, width, go_size, mask });
        self.layout_cache.insert((ty, width), id);
        id
    }

    /// Slot offset of field `index` of struct type `ty`.
    pub(super) fn field_offset(&mut self, ty: TypeId, index: usize) -> (u32, TypeId) {
        let Type::Struct(fields) = self.under(ty) else { return (0, ty) };
        let mut offset = 0;
        for f in &fields[..index] {
            offset += self.flat_slots(f.ty);
        }
        (offset, fields[index].ty)
    }
}
