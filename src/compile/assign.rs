//! Assignments and definitions.

use super::func::Reg;
use super::order::Kept;
use super::place::Place;
use super::unit::Unit;
use crate::check::info::Mode;
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{Builtin, ObjId, Type, TypeId};

/// What the assignments of a statement have changed so far.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    /// Variables in registers.
    pub(super) names: Vec<ObjId>,
    /// Something in memory.
    pub(super) memory: bool,
}

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
        self.f.making = self.name_for(e);
    }

    fn name_for(&self, e: ExprId) -> Option<String> {
        let package = &self.packages[self.f.pkg];
        let name = match &package.ast.exprs[e].kind {
            ExprKind::Name(n) => Some(*n),
            ExprKind::Selector { sel, .. } => Some(sel.name),
            _ => None,
        };
        name.map(|n| self.interner.name(n).to_owned())
    }

    /// What `value` makes for a variable or field `name` of several shall be called so.
    pub(super) fn name_made(&mut self, value: ExprId, name: String) {
        if let ExprKind::Call { args, .. } = &self.packages[self.f.pkg].ast.exprs[value].kind
            && let Some(&first) = args.first()
        {
            self.f.makings.insert(first, name);
        }
    }

    fn name_all(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        for (&l, &r) in lhs.iter().zip(rhs) {
            if let Some(name) = self.name_for(l) {
                self.name_made(r, name);
            }
        }
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
            let places: Vec<_> = lhs.iter().map(|&l| (!self.is_fixed(l)).then(|| self.unchecked_place(l))).collect();
            let (values, types) = self.multi_value(*only);
            for (i, (&l, place)) in lhs.iter().zip(places).enumerate() {
                let mark = self.f.next;
                let (place, ty) = place.unwrap_or_else(|| self.lhs_place(l));
                if place != Place::Blank {
                    let r = self.held(values[i], types[i]);
                    let r = self.convert_reg(r, types[i], ty, None);
                    self.store(place, ty, r);
                }
                self.f.next = mark;
            }
            self.f.next = mark;
            return;
        }
        self.name_all(lhs, rhs);
        self.order_assign(lhs, rhs);
        self.assign_each(lhs, rhs);
        self.f.next = mark;
    }

    /// `a, b = x, y` as gc does it: what an earlier assignment may change is evaluated beforehand, side by side with what is assigned;
    /// all else in its turn, a value before the place it goes to.
    fn assign_each(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let outer = self.open_shelf();
        let mut before = Vec::new();
        let mut so_far = Assigned::default();
        if self.calls_are_left(lhs, rhs) {
            self.assign_all_at_once(lhs, rhs);
            self.close_shelf(outer);
            return;
        }
        for (&l, &r) in lhs.iter().zip(rhs) {
            let place = self.place_is_affected(l, &so_far).then(|| self.stable_place(l));
            before.push((place, None));
            let ty = if self.is_blank(l) { self.blank_type(r) } else { self.type_of(l) };
            if self.is_affected(r, &so_far)
                && let Some(last) = before.last_mut()
            {
                last.1 = Some(self.hold(r, ty));
            }
            self.note_assigned(l, &mut so_far);
        }
        self.close_shelf(outer);
        for ((&l, &r), (place, value)) in lhs.iter().zip(rhs).zip(before) {
            let mark = self.f.next;
            if place.is_none() && value.is_none() {
                self.assign_now(l, r);
                self.f.next = mark;
                continue;
            }
            let ty = if self.is_blank(l) { self.blank_type(r) } else { self.type_of(l) };
            let value = match value {
                Some(kept) => self.held(kept, ty),
                None => self.value_for_store(r, ty),
            };
            let (place, ty) = place.unwrap_or_else(|| self.unchecked_place(l));
            if place != Place::Blank {
                self.store(place, ty, value);
            }
            self.f.next = mark;
        }
    }

    /// The same where calls stand in their turn: first what the places need, then all values, then the stores, left to right.
    fn assign_all_at_once(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let places: Vec<_> = lhs.iter().map(|&l| (!self.is_fixed(l)).then(|| self.stable_place(l))).collect();
        let mut values = Vec::new();
        for (&l, &r) in lhs.iter().zip(rhs) {
            let ty = if self.is_blank(l) { self.blank_type(r) } else { self.type_of(l) };
            values.push(self.hold(r, ty));
        }
        for ((&l, place), value) in lhs.iter().zip(places).zip(values) {
            let mark = self.f.next;
            let (place, ty) = place.unwrap_or_else(|| self.lhs_place(l));
            if place != Place::Blank {
                let r = self.held(value, ty);
                self.store(place, ty, r);
            }
            self.f.next = mark;
        }
    }

    /// Whether a place is a variable or a known part of one, and needs nothing evaluated.
    fn is_fixed(&mut self, l: ExprId) -> bool {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[l].kind {
            ExprKind::Name(_) => true,
            ExprKind::Paren(x) => self.is_fixed(*x),
            ExprKind::Selector { x, .. } => {
                package.selections.get(&l).is_some_and(|s| !s.indirect) && {
                    let xt = self.type_of(*x);
                    !matches!(self.under(xt), Type::Pointer(_)) && self.is_fixed(*x)
                }
            }
            ExprKind::Index { x, indices } => {
                let xt = self.type_of(*x);
                let constant = indices.iter().all(|&i| self.const_of(i).is_some());
                constant && matches!(self.under(xt), Type::Array { .. }) && self.is_fixed(*x)
            }
            _ => false,
        }
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
        let unsigned = self.is_unsigned_word(index);
        let index = self.int_index(index);
        Some((Place::Elem { slice, index, unsigned }, ty))
    }

    /// A place in which an index is checked when it is assigned.
    fn unchecked_place(&mut self, l: ExprId) -> (Place, TypeId) {
        self.late_array_place(l).unwrap_or_else(|| self.lhs_place(l))
    }

    /// A place whose operands do not change while other sides are assigned.
    fn stable_place(&mut self, l: ExprId) -> (Place, TypeId) {
        let (place, ty) = self.unchecked_place(l);
        let keep = |this: &mut Self, r: Reg, n: u8| {
            let t = this.alloc(n);
            this.f.mov(t, r, n);
            t
        };
        let place = match place {
            Place::Elem { slice, index, unsigned } => {
                Place::Elem { slice: keep(self, slice, 3), index: keep(self, index, 1), unsigned }
            }
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
        let appended = self.appended_to(l, r);
        if appended.is_some() {
            let (place, _) = self.lhs_place(l);
            self.check_map(place);
        }
        self.f.updates = appended;
        self.order_assign(&[l], &[r]);
        self.assign_now(l, r);
        self.f.updates = None;
    }

    /// `l = r` when all calls have been made.
    fn assign_now(&mut self, l: ExprId, r: ExprId) {
        if self.is_blank(l) {
            let ty = self.blank_type(r);
            self.expr_as(r, ty, None);
            return;
        }
        if self.found_late(l) {
            let ty = self.type_of(l);
            let v = self.value_for_store(r, ty);
            let place = self.place(l);
            self.store(place, ty, v);
            return;
        }
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

    /// The second `m[k]` of `m[k] = append(m[k], …)`, which gc makes one assignment to the entry.
    fn appended_to(&self, l: ExprId, r: ExprId) -> Option<ExprId> {
        let package = &self.packages[self.f.pkg];
        let ExprKind::Call { fun, args, .. } = &package.ast.exprs[self.strip_parens(r)].kind else { return None };
        let append = self.info(*fun).mode == Mode::Builtin(Builtin::Append);
        let first = args.first().copied().filter(|&x| append && self.same_safe(l, x));
        first.map(|x| self.strip_parens(x))
    }

    /// Whether two expressions are the same and do nothing but read.
    fn same_safe(&self, x: ExprId, y: ExprId) -> bool {
        let package = &self.packages[self.f.pkg];
        let (x, y) = (self.strip_parens(x), self.strip_parens(y));
        match (&package.ast.exprs[x].kind, &package.ast.exprs[y].kind) {
            (ExprKind::Name(a), ExprKind::Name(b)) => a == b,
            (ExprKind::Selector { x, sel }, ExprKind::Selector { x: y, sel: other }) => {
                sel.name == other.name && self.same_safe(*x, *y)
            }
            (ExprKind::Index { x, indices }, ExprKind::Index { x: y, indices: others }) => {
                let all = || indices.iter().zip(others).all(|(&i, &j)| self.same_safe(i, j));
                indices.len() == others.len() && self.same_safe(*x, *y) && all()
            }
            (ExprKind::Literal { text, .. }, ExprKind::Literal { text: other, .. }) => text == other,
            _ => false,
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
            let (values, types) = self.multi_value(*only);
            self.spread(lhs, &values, &types);
            return;
        }
        self.name_all(lhs, rhs);
        self.order_assign(&[], rhs);
        let outer = self.open_shelf();
        let (mut values, mut types) = (Vec::new(), Vec::new());
        for (&r, &l) in rhs.iter().zip(lhs) {
            let ty = if self.is_blank(l) { self.blank_type(r) } else { self.lhs_type(l) };
            values.push(self.hold(r, ty));
            types.push(ty);
        }
        self.close_shelf(outer);
        self.spread(lhs, &values, &types);
    }

    fn is_spilled(&self, obj: ObjId) -> bool {
        matches!(self.f.vars.get(&obj), Some(super::func::Var::Spilled(_)))
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

    /// Gives values to new and old variables. New ones are declared above the values in registers, which stay reserved until the
    /// block ends.
    pub(super) fn spread(&mut self, lhs: &[ExprId], values: &[Kept], types: &[TypeId]) {
        for ((&l, &kept), &from) in lhs.iter().zip(values).zip(types) {
            if self.is_blank(l) {
                continue;
            }
            let mark = self.f.next;
            let r = self.held(kept, from);
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
            if matches!(kept, Kept::Shelf(..)) && self.defined(l).is_none_or(|obj| self.is_spilled(obj)) {
                self.f.next = mark;
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
