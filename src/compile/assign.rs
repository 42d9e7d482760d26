//! Assignments and definitions.

use super::func::Reg;
use super::place::Place;
use super::unit::Unit;
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{ObjId, Type, TypeId};

impl Unit<'_> {
    fn is_blank(&self, e: ExprId) -> bool {
        matches!(self.packages[self.f.pkg].ast.exprs[e].kind, ExprKind::Name(n) if n == crate::base::Symbol::BLANK)
    }

    /// The variable that a name on the left of `:=` declares; `None` for `_` and for names that exist.
    pub(super) fn defined(&self, e: ExprId) -> Option<ObjId> {
        self.packages[self.f.pkg].defs.get(&e).copied().filter(|_| !self.is_blank(e))
    }

    /// What a value made for this variable or field shall be called.
    fn making(&mut self, e: ExprId) {
        let package = &self.packages[self.f.pkg];
        let name = match &package.ast.exprs[e].kind {
            ExprKind::Name(n) => Some(*n),
            ExprKind::Selector { sel, .. } => Some(sel.name),
            _ => None,
        };
        self.f.making = name.map(|n| self.interner.name(n).to_owned());
    }

    /// `lhs = rhs`
    pub(super) fn assign(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let mark = self.f.next;
        if let ([l], [r]) = (lhs, rhs) {
            self.making(*l);
            self.assign_one(*l, *r);
            self.f.making = None;
            self.f.next = mark;
            return;
        }
        if let [only] = rhs {
            self.order_assign(lhs, rhs);
            // Places are evaluated before the call, values stored after it.
            let places: Vec<_> = lhs.iter().map(|&l| self.lhs_place(l)).collect();
            let (regs, types) = self.multi_value(*only);
            for (i, (place, ty)) in places.into_iter().enumerate() {
                if place != Place::Blank {
                    let r = self.convert_reg(regs[i], types[i], ty, None);
                    self.store(place, ty, r);
                }
            }
            self.f.next = mark;
            return;
        }
        self.order_assign(lhs, rhs);
        // Operands of the left sides first, then all values, then the stores, left to right.
        let places: Vec<_> = lhs.iter().map(|&l| self.stable_place(l)).collect();
        let mut regs = Vec::new();
        for (&r, &(place, ty)) in rhs.iter().zip(&places) {
            let ty = if place == Place::Blank { self.blank_type(r) } else { ty };
            regs.push(self.expr_copy(r, ty));
        }
        for ((place, ty), r) in places.into_iter().zip(regs) {
            if place != Place::Blank {
                self.store(place, ty, r);
            }
        }
        self.f.next = mark;
    }

    /// The type a value has when nobody takes it.
    fn blank_type(&mut self, e: ExprId) -> TypeId {
        self.type_of(e)
    }

    fn lhs_place(&mut self, l: ExprId) -> (Place, TypeId) {
        if self.is_blank(l) {
            return (Place::Blank, TypeId::INVALID);
        }
        let ty = self.type_of(l);
        (self.place(l), ty)
    }

    /// An element of an array, its index still to be checked: in `x, a[i] = …` gc assigns `x` before an `i` out of range panics.
    fn late_array_place(&mut self, l: ExprId) -> Option<(Place, TypeId)> {
        let packages = self.packages;
        let l = self.strip_parens(l);
        let ExprKind::Index { x, indices } = &packages[self.f.pkg].ast.exprs[l].kind else { return None };
        let (x, index) = (*x, *indices.first()?);
        let xt = self.type_of(x);
        if !matches!(self.under(xt), Type::Array { .. }) || self.const_of(index).is_some() {
            return None;
        }
        let ty = self.type_of(l);
        self.order(&[(x, None), (index, None)]);
        let base = self.place(x);
        let ptr = self.addr(base, xt, None);
        let (slice, _) = self.array_as_slice(ptr, xt);
        let index = self.int_index(index);
        Some((Place::Elem { slice, index }, ty))
    }

    /// A place whose operands do not change while other sides are assigned.
    fn stable_place(&mut self, l: ExprId) -> (Place, TypeId) {
        let (place, ty) = match self.late_array_place(l) {
            Some(found) => found,
            None => self.lhs_place(l),
        };
        let keep = |this: &mut Self, r: Reg, n: u8| {
            let t = this.alloc(n);
            this.f.mov(t, r, n);
            t
        };
        let place = match place {
            Place::Elem { slice, index } => Place::Elem { slice: keep(self, slice, 3), index: keep(self, index, 1) },
            Place::Map { map, key, ty } => {
                let n = match self.under(ty) {
                    Type::Map { key, .. } => self.slots(key),
                    _ => 1,
                };
                Place::Map { map: keep(self, map, 1), key: keep(self, key, n), ty }
            }
            Place::Mem { ptr, off, packed } => Place::Mem { ptr: keep(self, ptr, 1), off, packed },
            other => other,
        };
        (place, ty)
    }

    fn assign_one(&mut self, l: ExprId, r: ExprId) {
        if self.is_blank(l) {
            let ty = self.blank_type(r);
            self.expr_as(r, ty, None);
            return;
        }
        self.order_assign(&[l], &[r]);
        let (place, ty) = self.lhs_place(l);
        match place {
            // Straight into the variable, unless the value is built piece by piece from it.
            Place::Reg(reg) if !self.is_wide(ty) => {
                self.expr_as(r, ty, Some(reg));
            }
            _ => {
                let v = self.value_for_store(r, ty);
                self.store(place, ty, v);
            }
        }
    }

    /// `lhs := rhs`
    pub(super) fn define(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        if let ([l], [r]) = (lhs, rhs) {
            self.making(*l);
            match self.defined(*l) {
                Some(obj) => self.declare_with(obj, *r),
                None => self.assign_one(*l, *r),
            }
            self.f.making = None;
            return;
        }
        // Registers of the new variables come first, temporaries behind them.
        if let [only] = rhs {
            let (regs, types) = self.multi_value(*only);
            self.spread(lhs, &regs, &types);
            return;
        }
        self.order_assign(&[], rhs);
        let mut regs = Vec::new();
        let mut types = Vec::new();
        for (&r, &l) in rhs.iter().zip(lhs) {
            let ty = if self.is_blank(l) { self.blank_type(r) } else { self.lhs_type(l) };
            regs.push(self.expr_copy(r, ty));
            types.push(ty);
        }
        self.spread(lhs, &regs, &types);
    }

    fn lhs_type(&mut self, l: ExprId) -> TypeId {
        match self.defined(l) {
            Some(obj) => {
                let ty = self.types.objects[obj].ty;
                self.subst(ty)
            }
            None => self.type_of(l),
        }
    }

    /// Gives the values in `regs` to new and old variables. New ones are declared above the values, which stay reserved
    /// until the block ends.
    fn spread(&mut self, lhs: &[ExprId], regs: &[Reg], types: &[TypeId]) {
        for ((&l, &r), &from) in lhs.iter().zip(regs).zip(types) {
            if self.is_blank(l) {
                continue;
            }
            match self.defined(l) {
                Some(obj) => {
                    let ty = self.lhs_type(l);
                    self.adopt(obj, ty, r, from);
                }
                None => {
                    let (place, ty) = self.lhs_place(l);
                    let v = self.convert_reg(r, from, ty, None);
                    self.store(place, ty, v);
                }
            }
        }
    }

    /// A new variable whose value stands in a temporary register: the register becomes the variable's where that is possible.
    pub(super) fn adopt(&mut self, obj: ObjId, ty: TypeId, r: Reg, from: TypeId) {
        let same = self.types.identical(ty, from) || self.rep(ty) == self.rep(from);
        if same && !self.must_box(obj, ty) {
            self.f.vars.insert(obj, super::func::Var::Reg(r));
            self.note_var(obj, ty, r, false);
            return;
        }
        let v = self.convert_reg(r, from, ty, None);
        self.declare_var_at(obj, ty, Some(v));
    }

    /// `obj := e`: the value goes straight into the new variable's registers.
    pub(super) fn declare_with(&mut self, obj: ObjId, e: ExprId) {
        let ty = self.types.objects[obj].ty;
        let ty = self.subst(ty);
        if self.must_box(obj, ty) {
            if self.f.spill_reg.is_some() {
                let mark = self.f.next;
                let v = self.expr_as(e, ty, None);
                let var = self.declare_var_at(obj, ty, Some(v));
                if matches!(var, super::func::Var::Spilled(_)) {
                    self.f.next = mark;
                }
                return;
            }
            let reg = self.alloc(1);
            let mark = self.f.next;
            let v = self.expr_as(e, ty, None);
            if self.is_wide(ty) && self.is_fresh(e) {
                // A new wide value is the variable's memory.
                self.f.mov(reg, v, 1);
            } else {
                self.new_box(reg, ty, Some(v));
            }
            self.f.next = mark;
            self.f.vars.insert(obj, super::func::Var::Boxed(reg));
            self.note_var(obj, ty, reg, true);
            return;
        }
        let reg = self.alloc_for(ty);
        let mark = self.f.next;
        self.expr_as(e, ty, Some(reg));
        self.f.next = mark;
        self.f.vars.insert(obj, super::func::Var::Reg(reg));
        self.note_var(obj, ty, reg, false);
    }
}
