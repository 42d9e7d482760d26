//! Places: what can be loaded from, stored to, or pointed to.

use super::func::{Reg, Var};
use super::layout::{LARGE_ARRAY, Rep};
use super::unit::{Global, Unit};
use crate::bytecode::{Instr, Narrow, VarInfo};
use crate::check::info::Mode;
use crate::syntax::ast::{ExprId, ExprKind, UnaryOp};
use crate::types::{ObjId, ObjKind, Type, TypeId, VarKind};

/// A place, evaluated: its operands stand in registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Registers of a variable or of a value.
    Reg(Reg),
    /// Memory at a pointer, plus an offset. `packed`: it may lie in an object of small elements.
    Mem { ptr: Reg, off: u32, packed: bool },
    /// Slots of the globals' object.
    Global(u32),
    /// A variable held by the closure by reference.
    CapRef(u32),
    /// Slots of the closure.
    Cap(u32),
    /// One element of a slice; whether the index is of an unsigned type as large as a register.
    Elem { slice: Reg, index: Reg, unsigned: bool },
    /// An element of a map; the map's type.
    Map { map: Reg, key: Reg, ty: TypeId },
    /// `_`
    Blank,
}

impl Unit<'_> {
    /// Whether a variable must have memory of its own.
    pub(super) fn must_box(&mut self, obj: ObjId, ty: TypeId) -> bool {
        if self.f.boxed.contains(&obj) || self.is_wide(ty) {
            return true;
        }
        if self.rep(ty) == Rep::Array && self.flat_slots(ty) > LARGE_ARRAY {
            return true;
        }
        let n = self.slots(ty);
        !self.f.has_room(n)
    }

    /// Remembers a variable for views.
    pub(super) fn note_var(&mut self, obj: ObjId, ty: TypeId, reg: Reg, boxed: bool) {
        let name = self.interner.name(self.types.objects[obj].name).to_owned();
        if name == "_" {
            return;
        }
        let ty = self.rtype(ty);
        let from = self.f.code.len() as u32;
        self.f.var_infos.push(VarInfo { name, reg, boxed, ty, from, to: u32::MAX });
    }

    /// Declares a variable: with the value in `init`, else zero.
    pub(super) fn declare_var_at(&mut self, obj: ObjId, ty: TypeId, init: Option<Reg>) -> Var {
        let n = self.slots(ty);
        let var = if self.must_box(obj, ty) {
            self.new_boxed(ty, init)
        } else {
            let reg = self.alloc(n);
            match init {
                Some(r) => self.f.mov(reg, r, n),
                None => self.f.zero(reg, n),
            }
            Var::Reg(reg)
        };
        self.f.vars.insert(obj, var);
        let (reg, boxed) = match var {
            Var::Boxed(r) => (r, true),
            Var::Reg(r) => (r, false),
            Var::Captured(_) | Var::CapturedRef(_) | Var::Spilled(_) => return var,
        };
        self.note_var(obj, ty, reg, boxed);
        var
    }

    /// A variable on the heap; its pointer in a register or, in a function with very many variables, in the spill object.
    pub(super) fn new_boxed(&mut self, ty: TypeId, init: Option<Reg>) -> Var {
        let mark = self.f.next;
        let reg = self.alloc(1);
        self.new_box(reg, ty, init);
        match self.f.next_spill() {
            None => Var::Boxed(reg),
            Some(slot) => {
                self.spill(slot, reg);
                self.f.next = mark;
                Var::Spilled(slot)
            }
        }
    }

    /// Puts a pointer into the spill object.
    pub(super) fn spill(&mut self, slot: u32, reg: Reg) {
        if let Some(a) = self.f.spill_reg {
            self.emit(Instr::St { a, b: reg, m: slot as i32 });
        }
    }

    /// `reg` = a new variable of type `ty` on the heap with the value in `init`, else zero.
    pub(super) fn new_box(&mut self, reg: Reg, ty: TypeId, init: Option<Reg>) {
        let layout = self.var_layout(ty);
        match init {
            // The value may stand where the pointer goes.
            Some(r) => {
                let mark = self.f.next;
                let tmp = self.alloc(1);
                self.emit(Instr::New { a: tmp, m: layout.0 as i32 });
                self.store(Place::Mem { ptr: tmp, off: 0, packed: true }, ty, r);
                self.f.mov(reg, tmp, 1);
                self.f.next = mark;
            }
            None => {
                self.emit(Instr::New { a: reg, m: layout.0 as i32 });
            }
        }
    }

    /// Where a variable of this function or a captured one is.
    fn local_place(&mut self, obj: ObjId) -> Option<Place> {
        let var = self.f.vars.get(&obj).copied()?;
        Some(self.place_of(var))
    }

    /// Where a variable is.
    pub(super) fn place_of(&mut self, var: Var) -> Place {
        match var {
            Var::Reg(r) => Place::Reg(r),
            Var::Boxed(r) => Place::Mem { ptr: r, off: 0, packed: true },
            Var::Captured(i) => Place::Cap(i),
            Var::CapturedRef(i) => Place::CapRef(i),
            Var::Spilled(slot) => {
                let ptr = self.alloc(1);
                let b = self.f.spill_reg.unwrap_or_default();
                self.emit(Instr::Ld { a: ptr, b, m: slot as i32 });
                Place::Mem { ptr, off: 0, packed: true }
            }
        }
    }

    /// Where a package-level variable is; `None` for `_`.
    pub(super) fn global_place(&mut self, obj: ObjId) -> Option<Place> {
        match *self.globals.get(&obj)? {
            Global::Slot(at) => Some(Place::Global(at)),
            Global::Object(ptr) => {
                let a = self.alloc(1);
                let m = self.const_word(ptr);
                self.emit(Instr::LdK { a, m });
                Some(Place::Mem { ptr: a, off: 0, packed: true })
            }
        }
    }

    pub(super) fn var_place(&mut self, obj: ObjId) -> Place {
        if let Some(place) = self.local_place(obj) {
            return place;
        }
        if self.capture(obj) {
            return self.local_place(obj).unwrap_or(Place::Blank);
        }
        self.global_place(obj).unwrap_or(Place::Blank)
    }

    /// The place an expression denotes, with its operands evaluated; values get registers.
    pub(super) fn place(&mut self, e: ExprId) -> Place {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.place(*x),
            ExprKind::Name(_) => {
                let obj = package.uses.get(&e).or_else(|| package.defs.get(&e)).copied();
                match obj {
                    Some(obj) if matches!(self.types.objects[obj].kind, ObjKind::Var(_)) => self.var_place(obj),
                    Some(_) => Place::Reg(self.expr(e, None)),
                    None => Place::Blank,
                }
            }
            ExprKind::Selector { x, sel } => {
                if let Some(selection) = package.selections.get(&e) {
                    return self.field_place(*x, &selection.index);
                }
                // A variable of another package.
                match package.uses.get(&sel.id).copied() {
                    Some(obj) if matches!(self.types.objects[obj].kind, ObjKind::Var(VarKind::Package)) => {
                        self.global_place(obj).unwrap_or(Place::Blank)
                    }
                    _ => Place::Reg(self.expr(e, None)),
                }
            }
            ExprKind::Unary { op: UnaryOp::Deref, x } => {
                let ptr = self.expr(*x, None);
                Place::Mem { ptr, off: 0, packed: true }
            }
            ExprKind::Index { x, indices } if self.info(e).mode != Mode::TypeExpr => {
                let Some(&index) = indices.first() else { return Place::Blank };
                self.index_place(e, *x, index)
            }
            _ => Place::Reg(self.expr(e, None)),
        }
    }

    /// `x.f` through embedded fields and pointers.
    fn field_place(&mut self, x: ExprId, path: &[usize]) -> Place {
        let ty = self.type_of(x);
        let place = match self.under(ty) {
            Type::Pointer(_) => Place::Reg(self.expr(x, None)),
            _ => self.place(x),
        };
        self.follow(place, ty, path).0
    }

    /// Follows field indices from a place of type `ty`; the place and type of the last field.
    pub(super) fn follow(&mut self, mut place: Place, mut ty: TypeId, path: &[usize]) -> (Place, TypeId) {
        for &index in path {
            if let Type::Pointer(elem) = self.under(ty) {
                let ptr = self.load(place, ty, None);
                place = Place::Mem { ptr, off: 0, packed: false };
                ty = elem;
            }
            let (off, field) = self.field_offset(ty, index);
            place = self.sub_place(place, ty, off);
            ty = field;
        }
        (place, ty)
    }

    /// The part of a struct or array at `place` that starts at slot `off`.
    pub(super) fn sub_place(&mut self, place: Place, ty: TypeId, off: u32) -> Place {
        // An array that lies in memory by itself, or in an array of its like, may be packed.
        let packed = self.rep(ty) == Rep::Array;
        if self.is_wide(ty)
            && let Place::Reg(ptr) = place
        {
            return Place::Mem { ptr, off, packed };
        }
        match place {
            Place::Reg(r) => Place::Reg(r.wrapping_add(off as u8)),
            Place::Mem { ptr, off: o, packed } => Place::Mem { ptr, off: o + off, packed },
            Place::Global(at) => Place::Global(at + off),
            Place::Cap(i) => Place::Cap(i + off),
            Place::CapRef(i) => {
                let ptr = self.alloc(1);
                let b = self.f.closure_reg;
                self.emit(Instr::LdCap { a: ptr, b, m: i as i32 });
                Place::Mem { ptr, off, packed }
            }
            Place::Elem { .. } => {
                let ptr = self.addr(place, ty, None);
                Place::Mem { ptr, off, packed }
            }
            Place::Map { .. } => {
                let r = self.load(place, ty, None);
                self.sub_place(Place::Reg(r), ty, off)
            }
            Place::Blank => Place::Blank,
        }
    }

    fn index_place(&mut self, e: ExprId, x: ExprId, index: ExprId) -> Place {
        let xt = self.type_of(x);
        self.order(&[(x, None), (index, None)]);
        match self.under(xt) {
            Type::Map { key, .. } => {
                let map = self.expr(x, None);
                let key = self.expr_as(index, key, None);
                Place::Map { map, key, ty: xt }
            }
            Type::Slice(_) => {
                let slice = self.expr(x, None);
                let unsigned = self.is_unsigned_word(index);
                let index = self.int_index(index);
                Place::Elem { slice, index, unsigned }
            }
            Type::Pointer(array) => {
                let ptr = self.expr(x, None);
                self.array_elem(Place::Mem { ptr, off: 0, packed: true }, array, index)
            }
            Type::Array { .. } => {
                let base = self.place(x);
                self.array_elem(base, xt, index)
            }
            _ => Place::Reg(self.expr(e, None)),
        }
    }

    /// An element of an array at `base`.
    pub(super) fn array_elem(&mut self, base: Place, ty: TypeId, index: ExprId) -> Place {
        let Type::Array { len, elem } = self.under(ty) else { return Place::Blank };
        let size = self.flat_slots(elem);
        let constant = self.const_of(index).and_then(|v| v.as_i64());
        if let Some(i) = constant {
            return self.sub_place(base, ty, (i as u32).wrapping_mul(size));
        }
        let base = if self.is_wide(ty)
            && let Place::Reg(ptr) = base
        {
            Place::Mem { ptr, off: 0, packed: true }
        } else {
            base
        };
        let unsigned = self.is_unsigned_word(index);
        let i = self.int_index(index);
        let len = i32::try_from(len).unwrap_or(i32::MAX);
        let ptr = match base {
            // A value in registers: put it into memory to index it.
            Place::Reg(r) => {
                let tmp = self.alloc(1);
                self.new_box(tmp, ty, Some(r));
                tmp
            }
            other => self.addr(other, ty, None),
        };
        self.f.note_unsigned(u8::from(unsigned));
        self.emit(Instr::ChkIdx { a: i, m: len });
        let a = self.alloc(1);
        self.emit(Instr::LeaArr { a, b: ptr, c: i, m: size as i32 });
        Place::Mem { ptr: a, off: 0, packed: true }
    }

    /// An index as a 64-bit register: unsigned values too large to be one become negative, which no bounds check lets pass.
    pub(super) fn int_index(&mut self, index: ExprId) -> Reg {
        self.expr(index, None)
    }

    /// Whether an index is of an unsigned type in which it can be too large for a signed one: messages show it as it is.
    pub(super) fn is_unsigned_word(&mut self, index: ExprId) -> bool {
        let ty = self.type_of(index);
        self.const_of(index).is_none() && self.rep(ty) == Rep::Int { signed: false, bits: 64 }
    }

    /// Whether a place is an entry of a map whose keys may have no hash.
    pub(super) fn may_not_hash(&mut self, place: Place) -> bool {
        let Place::Map { ty, .. } = place else { return false };
        let Type::Map { key, .. } = self.under(ty) else { return false };
        self.holds_interface(key)
    }

    /// Has an entry that is about to be read and then assigned say what is wrong as an assignment does, where that can differ.
    pub(super) fn check_map(&mut self, place: Place) {
        if self.may_not_hash(place)
            && let Place::Map { map, key, ty } = place
        {
            let m = self.rtype(ty).0 as i32;
            self.emit(Instr::MapChk { a: map, b: key, m });
        }
    }

    /// The entry of a map that was just loaded is about to be assigned to: gc has looked it up for that.
    pub(super) fn mark_update(&mut self) {
        if let Some(Instr::MapGet { m, .. }) = self.f.last() {
            *m = !*m;
        }
    }

    /// Whether a value of this type may hold one that has no hash.
    fn holds_interface(&mut self, ty: TypeId) -> bool {
        match self.under(ty) {
            Type::Interface(_) => true,
            Type::Array { elem, .. } => self.holds_interface(elem),
            Type::Struct(fields) => fields.iter().any(|f| self.holds_interface(f.ty)),
            _ => false,
        }
    }

    fn mem_narrow(&mut self, ty: TypeId, packed: bool) -> Option<Narrow> {
        if packed { self.elem_narrow(ty) } else { None }
    }

    /// The value of a place in registers; a variable's own registers if `dst` is not given.
    pub(super) fn load(&mut self, place: Place, ty: TypeId, dst: Option<Reg>) -> Reg {
        let n = self.slots(ty);
        if n == 0 {
            return dst.unwrap_or(self.f.next.min(254) as Reg);
        }
        let wide = self.is_wide(ty);
        if wide {
            return match place {
                Place::Reg(r) => {
                    if let Some(d) = dst {
                        self.f.mov(d, r, 1);
                        return d;
                    }
                    r
                }
                Place::Cap(i) => {
                    let a = dst.unwrap_or_else(|| self.alloc(1));
                    let b = self.f.closure_reg;
                    self.emit(Instr::LdCap { a, b, m: i as i32 });
                    a
                }
                Place::Map { map, key, ty: map_ty } => {
                    let a = self.dst_for(dst, ty);
                    let m = self.rtype(map_ty).0 as i32;
                    self.emit(Instr::MapGet { a, b: map, c: key, m });
                    a
                }
                Place::Blank => self.dst_for(dst, ty),
                other => self.addr(other, ty, dst),
            };
        }
        match place {
            Place::Reg(r) => match dst {
                Some(d) => {
                    self.f.mov(d, r, n);
                    d
                }
                None => r,
            },
            Place::Mem { ptr, off, packed } => {
                let a = self.dst_for(dst, ty);
                let narrow = self.mem_narrow(ty, packed);
                let instr = match (n, narrow) {
                    (1, None) => Instr::Ld { a, b: ptr, m: off as i32 },
                    (1, Some(k)) => Instr::LdX { a, b: ptr, c: k as u8, m: off as i32 },
                    (_, None) => Instr::LdN { a, b: ptr, c: n, m: off as i32 },
                    (_, Some(k)) => Instr::LdNX { a, b: ptr, c: n, m: (off << 3) as i32 | k as i32 },
                };
                self.emit(instr);
                a
            }
            Place::Global(at) => {
                let a = self.dst_for(dst, ty);
                let m = at as i32;
                self.emit(if n == 1 { Instr::LdG { a, m } } else { Instr::LdGN { a, c: n, m } });
                a
            }
            Place::Cap(i) => {
                let a = self.dst_for(dst, ty);
                let b = self.f.closure_reg;
                for k in 0..n {
                    self.emit(Instr::LdCap { a: a + k, b, m: i as i32 + i32::from(k) });
                }
                a
            }
            Place::CapRef(i) => {
                let a = self.dst_for(dst, ty);
                let b = self.f.closure_reg;
                if n == 1 && self.array_narrow(ty).is_none() {
                    self.emit(Instr::LdCapRef { a, b, m: i as i32 });
                } else {
                    let mark = self.f.next;
                    let ptr = self.alloc(1);
                    self.emit(Instr::LdCap { a: ptr, b, m: i as i32 });
                    self.load(Place::Mem { ptr, off: 0, packed: true }, ty, Some(a));
                    self.f.next = mark;
                }
                a
            }
            Place::Elem { slice, index, unsigned } => {
                self.f.note_unsigned(u8::from(unsigned));
                let a = self.dst_for(dst, ty);
                let narrow = self.elem_narrow(ty);
                match (n, narrow) {
                    (1, None) => {
                        self.emit(Instr::LdIdx { a, b: slice, c: index });
                    }
                    (1, Some(Narrow::U8)) => {
                        self.emit(Instr::LdIdx8 { a, b: slice, c: index });
                    }
                    (1, Some(k)) => {
                        self.emit(Instr::LdIdxX { a, b: slice, c: index, m: k as i32 });
                    }
                    _ => {
                        let mark = self.f.next;
                        let ptr = self.addr(place, ty, None);
                        self.load(Place::Mem { ptr, off: 0, packed: true }, ty, Some(a));
                        self.f.next = mark;
                    }
                }
                a
            }
            Place::Map { map, key, ty: map_ty } => {
                let a = self.dst_for(dst, ty);
                let m = self.rtype(map_ty).0 as i32;
                self.emit(Instr::MapGet { a, b: map, c: key, m });
                a
            }
            Place::Blank => self.dst_for(dst, ty),
        }
    }

    /// Stores the value in `src`, which has the place's type.
    pub(super) fn store(&mut self, place: Place, ty: TypeId, src: Reg) {
        let n = self.slots(ty);
        if n == 0 && !matches!(place, Place::Map { .. }) {
            return;
        }
        if self.is_wide(ty) {
            if place == Place::Blank {
                return;
            }
            if let Place::Map { map, key, ty } = place {
                let m = self.rtype(ty).0 as i32;
                self.emit(Instr::MapSet { a: map, b: key, c: src, m });
                return;
            }
            let mark = self.f.next;
            let a = match place {
                Place::Reg(r) => r,
                other => self.addr(other, ty, None),
            };
            let m = self.flat_slots(ty) as i32;
            let c = self.array_narrow(ty).unwrap_or(Narrow::U32) as u8;
            self.emit(Instr::CopyMem { a, b: src, c, m });
            self.f.next = mark;
            return;
        }
        match place {
            Place::Reg(r) => self.f.mov(r, src, n),
            Place::Mem { ptr, off, packed } => {
                let narrow = self.mem_narrow(ty, packed);
                let instr = match (n, narrow) {
                    (1, None) => Instr::St { a: ptr, b: src, m: off as i32 },
                    (1, Some(k)) => Instr::StX { a: ptr, b: src, c: k as u8, m: off as i32 },
                    (_, None) => Instr::StN { a: ptr, b: src, c: n, m: off as i32 },
                    (_, Some(k)) => Instr::StNX { a: ptr, b: src, c: n, m: (off << 3) as i32 | k as i32 },
                };
                self.emit(instr);
            }
            Place::Global(at) => {
                let m = at as i32;
                self.emit(if n == 1 { Instr::StG { a: src, m } } else { Instr::StGN { a: src, c: n, m } });
            }
            Place::CapRef(i) => {
                let b = self.f.closure_reg;
                if n == 1 && self.array_narrow(ty).is_none() {
                    self.emit(Instr::StCapRef { a: b, b: src, m: i as i32 });
                } else {
                    let mark = self.f.next;
                    let ptr = self.alloc(1);
                    self.emit(Instr::LdCap { a: ptr, b, m: i as i32 });
                    self.store(Place::Mem { ptr, off: 0, packed: true }, ty, src);
                    self.f.next = mark;
                }
            }
            Place::Elem { slice, index, unsigned } => {
                self.f.note_unsigned(u8::from(unsigned));
                let narrow = self.elem_narrow(ty);
                match (n, narrow) {
                    (1, None) => {
                        self.emit(Instr::StIdx { a: slice, b: index, c: src });
                    }
                    (1, Some(Narrow::U8 | Narrow::I8)) => {
                        self.emit(Instr::StIdx8 { a: slice, b: index, c: src });
                    }
                    (1, Some(k)) => {
                        self.emit(Instr::StIdxX { a: slice, b: index, c: src, m: k as i32 });
                    }
                    _ => {
                        let mark = self.f.next;
                        let ptr = self.addr(place, ty, None);
                        self.store(Place::Mem { ptr, off: 0, packed: true }, ty, src);
                        self.f.next = mark;
                    }
                }
            }
            Place::Map { map, key, ty } => {
                let m = self.rtype(ty).0 as i32;
                self.emit(Instr::MapSet { a: map, b: key, c: src, m });
            }
            // Captured by value: the escape pass found no assignment.
            Place::Cap(_) | Place::Blank => {}
        }
    }

    /// A pointer to a place in memory.
    pub(super) fn addr(&mut self, place: Place, ty: TypeId, dst: Option<Reg>) -> Reg {
        let dst_reg = |this: &mut Self| dst.unwrap_or_else(|| this.alloc(1));
        match place {
            Place::Mem { ptr, off, .. } => {
                let a = dst_reg(self);
                self.emit(Instr::Lea { a, b: ptr, m: off as i32 });
                a
            }
            Place::Global(at) => {
                let a = dst_reg(self);
                let m = self.const_word((2_u64 << 32) + u64::from(at));
                self.emit(Instr::LdK { a, m });
                a
            }
            Place::CapRef(i) => {
                let a = dst_reg(self);
                let b = self.f.closure_reg;
                self.emit(Instr::LdCap { a, b, m: i as i32 });
                a
            }
            Place::Elem { slice, index, unsigned } => {
                self.f.note_unsigned(u8::from(unsigned));
                let a = dst_reg(self);
                let m = self.flat_slots(ty) as i32;
                self.emit(Instr::LeaIdx { a, b: slice, c: index, m });
                a
            }
            // A value without memory: give it some.
            Place::Reg(r) => {
                let a = dst_reg(self);
                self.new_box(a, ty, Some(r));
                a
            }
            Place::Cap(_) | Place::Map { .. } => {
                let r = self.load(place, ty, None);
                let a = dst_reg(self);
                self.new_box(a, ty, Some(r));
                a
            }
            Place::Blank => dst_reg(self),
        }
    }
}
