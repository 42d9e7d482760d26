//! Composite literals.

use super::func::Reg;
use super::layout::Rep;
use super::place::Place;
use super::unit::Unit;
use crate::base::Symbol;
use crate::bytecode::Instr;
use crate::syntax::ast::{ExprId, ExprKind, UnaryOp};
use crate::types::{Lookup, Type, TypeId};

/// Register number for "no register".
const NO_REG: Reg = 255;

impl Unit<'_> {
    fn elems(&self, e: ExprId) -> &[ExprId] {
        match &self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::CompositeLit { elems, .. } => elems,
            _ => &[],
        }
    }

    fn key_value(&self, e: ExprId) -> (Option<ExprId>, ExprId) {
        match self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::KeyValue { key, value } => (Some(key), value),
            _ => (None, e),
        }
    }

    /// gc initialises a package's variable leaf by leaf of its literal, each a statement of its own (`staticinit`): notes the
    /// literals of which that is true.
    pub(super) fn note_leafwise(&mut self, e: ExprId) {
        match &self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::Unary { op: UnaryOp::Addr, x } => self.note_leafwise(*x),
            ExprKind::CompositeLit { elems, .. } => {
                let ty = self.type_of(e);
                if matches!(self.under(ty), Type::Map { .. }) {
                    return;
                }
                self.f.leafwise.insert(e);
                for &elem in elems {
                    self.note_leafwise(self.key_value(elem).1);
                }
            }
            _ => {}
        }
    }

    /// A composite literal as a value.
    pub(super) fn composite(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        self.composite_of(e, ty, dst)
    }

    /// The same with the type of the value: where `&` is left out, that is not the expression's.
    fn composite_of(&mut self, e: ExprId, ty: TypeId, dst: Option<Reg>) -> Reg {
        match self.under(ty) {
            // `&T{}` with the `&T` left out inside another literal.
            Type::Pointer(elem) => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                self.new_composite(e, elem, a);
                self.f.next = mark;
                a
            }
            Type::Slice(elem) => self.slice_literal(e, ty, elem, dst),
            Type::Map { key, value } => self.map_literal(e, ty, key, value, dst),
            _ if self.is_wide(ty) => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                self.new_composite(e, ty, a);
                self.f.next = mark;
                a
            }
            _ => {
                // Built in fresh registers: elements may refer to what `dst` holds.
                let n = self.slots(ty);
                let mark = self.f.next;
                let a = self.alloc(n);
                self.f.zero(a, n);
                self.fill(e, ty, Place::Reg(a));
                match dst {
                    Some(d) => {
                        self.f.mov(d, a, n);
                        self.f.next = mark;
                        d
                    }
                    None => {
                        self.f.next = mark + n as usize;
                        a
                    }
                }
            }
        }
    }

    /// `a` = pointer to a new variable with the literal's value.
    pub(super) fn new_composite(&mut self, e: ExprId, ty: TypeId, a: Reg) {
        match self.under(ty) {
            Type::Struct(_) | Type::Array { .. } => {
                let mark = self.f.next;
                // Elements may refer to what `a` holds.
                let tmp = self.alloc(1);
                let layout = self.var_layout(ty);
                self.emit(Instr::New { a: tmp, m: layout.0 as i32 });
                self.fill(e, ty, Place::Mem { ptr: tmp, off: 0, packed: true });
                self.f.mov(a, tmp, 1);
                self.f.next = mark;
            }
            _ => {
                let r = self.composite_of(e, ty, None);
                self.new_box(a, ty, Some(r));
            }
        }
    }

    /// Stores the elements of a struct or array literal into zeroed memory or registers.
    fn fill(&mut self, e: ExprId, ty: TypeId, at: Place) {
        let elems = self.elems(e).to_vec();
        if matches!(self.under(ty), Type::Struct(_)) {
            for &elem in &elems {
                if let (Some(key), value) = self.key_value(elem)
                    && let ExprKind::Name(name) = self.packages[self.f.pkg].ast.exprs[key].kind
                {
                    let name = self.interner.name(name).to_owned();
                    self.name_made(value, name);
                }
            }
        }
        self.order_elems(e, &elems, ty);
        match self.under(ty) {
            Type::Struct(fields) => {
                for (i, elem) in elems.into_iter().enumerate() {
                    let (key, value) = self.key_value(elem);
                    let path = match key {
                        Some(key) => {
                            let ExprKind::Name(name) = self.packages[self.f.pkg].ast.exprs[key].kind else {
                                continue;
                            };
                            match fields.iter().position(|f| f.name == name) {
                                Some(index) => vec![index],
                                None => self.promoted(ty, name),
                            }
                        }
                        None => vec![i],
                    };
                    let (mut place, mut of) = (at, ty);
                    for index in path {
                        let (off, field) = self.field_offset(of, index);
                        place = self.sub_place(place, of, off);
                        of = field;
                    }
                    self.fill_value(value, of, place);
                }
            }
            Type::Array { elem: elem_ty, .. } => {
                let size = self.flat_slots(elem_ty);
                for (index, value) in self.indexed(elems) {
                    let place = self.sub_place(at, ty, (index as u32).wrapping_mul(size));
                    // Elements of an array of its own may be packed.
                    let place = match place {
                        Place::Mem { ptr, off, .. } => Place::Mem { ptr, off, packed: true },
                        other => other,
                    };
                    self.fill_value(value, elem_ty, place);
                }
            }
            _ => {}
        }
    }

    /// The way to a field of an embedded struct.
    fn promoted(&mut self, ty: TypeId, name: Symbol) -> Vec<usize> {
        let pkg = Some(self.f.pkg);
        match self.types.lookup_field_or_method(ty, false, pkg, name) {
            Lookup::Found { index, .. } => index,
            _ => Vec::new(),
        }
    }

    fn order_elems(&mut self, e: ExprId, elems: &[ExprId], ty: TypeId) {
        if self.f.leafwise.contains(&e) {
            return;
        }
        let elem = match self.under(ty) {
            Type::Array { elem, .. } | Type::Slice(elem) => Some(elem),
            _ => None,
        };
        let operands: Vec<_> = elems.iter().map(|&e| (self.key_value(e).1, elem)).collect();
        self.order(&operands);
    }

    fn fill_value(&mut self, value: ExprId, ty: TypeId, place: Place) {
        let mark = self.f.next;
        let is_lit = matches!(self.packages[self.f.pkg].ast.exprs[value].kind, ExprKind::CompositeLit { .. });
        let aggregate = matches!(self.under(ty), Type::Struct(_) | Type::Array { .. });
        if is_lit && aggregate && self.type_of(value) == ty && !matches!(place, Place::Elem { .. }) {
            // Nested literals go straight into their place, which is zero.
            self.fill(value, ty, place);
        } else if matches!(place, Place::Mem { .. }) && self.put_and_fill(value, ty, place, None) {
        } else {
            match place {
                Place::Reg(r) if !self.is_wide(ty) => {
                    self.expr_as(value, ty, Some(r));
                }
                _ => {
                    let r = self.expr_as(value, ty, None);
                    self.store(place, ty, r);
                }
            }
        }
        self.f.next = mark;
    }

    /// Puts a new slice, map or variable in its place and fills it there, so that however deep literals stand in each other, each
    /// needs one register, `keep` if that is given. Nobody can tell: the place is that of a literal which nobody has yet. Whether
    /// `value` is such a literal.
    fn put_and_fill(&mut self, value: ExprId, ty: TypeId, place: Place, keep: Option<Reg>) -> bool {
        let own = if self.rep(ty) == Rep::Iface { self.type_of(value) } else { ty };
        let lit = match self.packages[self.f.pkg].ast.exprs[value].kind {
            ExprKind::CompositeLit { .. } => value,
            ExprKind::Unary { op: UnaryOp::Addr, x } if matches!(self.under(own), Type::Pointer(_)) => x,
            _ => return false,
        };
        if !matches!(self.packages[self.f.pkg].ast.exprs[lit].kind, ExprKind::CompositeLit { .. }) {
            return false;
        }
        match self.under(own) {
            Type::Slice(elem) => {
                let elems = self.elems(lit).to_vec();
                self.order_elems(lit, &elems, own);
                let elems = self.indexed(elems);
                let r = self.new_slice(&elems, elem);
                let r = self.put(r, own, ty, place, keep);
                self.fill_slice(elems, elem, r);
            }
            Type::Map { key, value } => {
                let r = self.new_map(lit, own);
                let r = self.put(r, own, ty, place, keep);
                self.fill_map(lit, own, key, value, r);
            }
            Type::Pointer(elem) if matches!(self.under(elem), Type::Struct(_) | Type::Array { .. }) => {
                let r = self.alloc(1);
                let layout = self.var_layout(elem);
                self.emit(Instr::New { a: r, m: layout.0 as i32 });
                let r = self.put(r, own, ty, place, keep);
                self.fill(lit, elem, Place::Mem { ptr: r, off: 0, packed: true });
            }
            _ => return false,
        }
        true
    }

    /// Stores what is in registers, of type `own`, as a `ty`. Of these registers the first is needed from then on: where it is.
    fn put(&mut self, r: Reg, own: TypeId, ty: TypeId, place: Place, keep: Option<Reg>) -> Reg {
        let stored = if self.rep(ty) == Rep::Iface { self.convert_reg(r, own, ty, None) } else { r };
        self.store(place, ty, stored);
        let kept = keep.unwrap_or(r);
        if kept != r {
            self.f.mov(kept, r, 1);
        }
        self.f.next = kept as usize + 1;
        kept
    }

    /// Elements of an array or slice literal with their indices.
    fn indexed(&self, elems: Vec<ExprId>) -> Vec<(i64, ExprId)> {
        let mut next = 0;
        let mut out = Vec::new();
        for elem in elems {
            let (key, value) = self.key_value(elem);
            if let Some(i) = key.and_then(|k| self.const_of(k)).and_then(|v| v.as_i64()) {
                next = i;
            }
            out.push((next, value));
            next += 1;
        }
        out
    }

    fn slice_literal(&mut self, e: ExprId, ty: TypeId, elem: TypeId, dst: Option<Reg>) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(3));
        let mark = self.f.next;
        let elems = self.elems(e).to_vec();
        self.order_elems(e, &elems, ty);
        let elems = self.indexed(elems);
        let r = self.new_slice(&elems, elem);
        self.fill_slice(elems, elem, r);
        self.f.mov(a, r, 3);
        self.f.next = mark;
        a
    }

    /// A slice with room for these elements, in three new registers.
    fn new_slice(&mut self, elems: &[(i64, ExprId)], elem: TypeId) -> Reg {
        let len = elems.iter().map(|&(i, _)| i + 1).max().unwrap_or(0);
        let r = self.alloc(3);
        self.load_int(r + 1, len);
        let layout = self.elem_layout(elem);
        self.emit(Instr::MakeSlice { a: r, b: r + 1, c: r + 1, m: layout.0 as i32 });
        r
    }

    /// Stores the elements of a slice whose pointer is in `r`.
    fn fill_slice(&mut self, elems: Vec<(i64, ExprId)>, elem: TypeId, r: Reg) {
        let size = self.flat_slots(elem);
        for (i, value) in elems {
            self.fill_value(value, elem, Place::Mem { ptr: r, off: (i as u32).wrapping_mul(size), packed: true });
        }
    }

    fn map_literal(&mut self, e: ExprId, ty: TypeId, key: TypeId, value: TypeId, dst: Option<Reg>) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let mark = self.f.next;
        let map = self.new_map(e, ty);
        self.fill_map(e, ty, key, value, map);
        self.f.mov(a, map, 1);
        self.f.next = mark;
        a
    }

    /// An empty map for a literal's elements, in a new register.
    fn new_map(&mut self, e: ExprId, ty: TypeId) -> Reg {
        let map = self.alloc(1);
        let len = self.elems(e).len();
        let hint = if len == 0 {
            NO_REG
        } else {
            let r = self.alloc(1);
            self.load_int(r, len as i64);
            r
        };
        let m = self.rtype(ty).0 as i32;
        self.emit(Instr::MakeMap { a: map, b: hint, m });
        self.f.next = map as usize + 1;
        map
    }

    /// Stores a literal's elements in the map.
    fn fill_map(&mut self, e: ExprId, ty: TypeId, key: TypeId, value: TypeId, map: Reg) {
        let m = self.rtype(ty).0 as i32;
        for elem in self.elems(e).to_vec() {
            let mark = self.f.next;
            let (k, v) = self.key_value(elem);
            let Some(k) = k else { continue };
            self.order(&[(k, Some(key)), (v, Some(value))]);
            let calm = self.f.next == mark;
            let kr = self.expr_as(k, key, None);
            // A constant as a key cannot fail, so that nobody can tell when it was looked for.
            let place = Place::Map { map, key: kr, ty };
            if self.const_of(k).is_none() || !self.put_and_fill(v, value, place, calm.then_some(mark as Reg)) {
                let vr = self.expr_as(v, value, None);
                self.emit(Instr::MapSet { a: map, b: kr, c: vr, m });
            }
            self.f.next = mark;
        }
    }
}
