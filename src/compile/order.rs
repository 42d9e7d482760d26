//! Order of evaluation as gc has it (`walk/order.go`).
//!
//! Go leaves open when variables are read relative to calls in the same statement. gc takes calls (and some others) out of an
//! expression, first to last, and evaluates all the rest afterwards: in `f(x, g())` it reads `x` after calling `g`. Code is
//! generated left to right here; where that would make a difference, the calls among a list of operands are evaluated
//! beforehand, and their values are found by expression when the operands' turn comes.

use super::assign::Assigned;
use super::func::{Reg, Var};
use super::layout::Rep;
use super::place::Place;
use super::unit::Unit;
use crate::bytecode::{Instr, Layout, SlotKind, Width};
use crate::check::info::{Mode, SelectionKind};
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use crate::types::{Builtin, ObjId, ObjKind, Type, TypeId, VarKind};

/// What evaluating an expression means for its neighbours.
#[derive(Debug, Clone, Copy, Default)]
struct Effect {
    /// Its value may change, or it may panic, while a neighbour is evaluated; and gc evaluates it late.
    exposed: bool,
    /// It may panic, late.
    fails: bool,
    /// It calls or receives.
    calls: bool,
    /// It slices, which gc does in its turn, and which may panic.
    slices: bool,
}

impl Effect {
    const NONE: Effect = Effect { exposed: false, fails: false, calls: false, slices: false };
    const CALL: Effect = Effect { calls: true, ..Effect::NONE };
    const READ: Effect = Effect { exposed: true, ..Effect::NONE };
    const FAILS: Effect = Effect { exposed: true, fails: true, ..Effect::NONE };
    const SLICE: Effect = Effect { slices: true, ..Effect::NONE };

    fn and(self, other: Effect) -> Effect {
        Effect {
            exposed: self.exposed || other.exposed,
            fails: self.fails || other.fails,
            calls: self.calls || other.calls,
            slices: self.slices || other.slices,
        }
    }

    /// What gc evaluates in its turn.
    fn in_turn(self) -> Effect {
        Effect { exposed: false, fails: false, ..self }
    }
}

/// Where a value evaluated before its turn waits.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kept {
    Reg(Reg),
    /// In slots of the shelf that this register points to.
    Shelf(Reg, u32),
}

/// An object for values that wait for their turn when there are too many for registers.
#[derive(Debug)]
pub(super) struct Shelf {
    ptr: Reg,
    /// The instruction that makes it.
    made_at: usize,
    mask: Vec<SlotKind>,
}

/// From this register on values wait on a shelf: the rest is for what is evaluated after them.
const FULL: usize = 120;

impl Unit<'_> {
    /// Evaluates the calls in a list of operands that are about to be evaluated in this order, if an earlier operand must be
    /// read after a later one's calls, or may panic, which it does after a later one was sliced. With each operand goes the type it will be converted to.
    pub(super) fn order(&mut self, operands: &[(ExprId, Option<TypeId>)]) {
        let effects: Vec<Effect> = operands.iter().map(|&(e, _)| self.effect(e)).collect();
        let fails = effects.iter().position(|e| e.fails);
        self.pull_if_exposed(&effects, fails, operands);
    }

    /// The same for an assignment, whose left sides are places.
    pub(super) fn order_assign(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let mut effects: Vec<Effect> = lhs.iter().map(|&e| self.place_effect(e)).collect();
        effects.extend(rhs.iter().map(|&e| self.effect(e)));
        let operands: Vec<_> = lhs.iter().chain(rhs).map(|&e| (e, None)).collect();
        // Values may be evaluated out of their order.
        let several = rhs.len() > 1 && !lhs.is_empty();
        let in_turn = several && effects.iter().filter(|e| e.fails || e.slices).count() > 1;
        let fails = if in_turn { Some(0) } else { effects.iter().position(|e| e.fails) };
        self.pull_if_exposed(&effects, fails, &operands);
    }

    fn pull_if_exposed(&mut self, effects: &[Effect], fails: Option<usize>, operands: &[(ExprId, Option<TypeId>)]) {
        let first = effects.iter().position(|e| e.exposed);
        let calls = effects.iter().rposition(|e| e.calls).filter(|&last| first.is_some_and(|first| last > first));
        let slices = effects.iter().rposition(|e| e.slices).filter(|&last| fails.is_some_and(|fails| last > fails));
        let Some(last) = calls.max(slices) else { return };
        // The shelf is made in straight code, after which all of the operands come.
        let outer = self.open_shelf();
        for &(e, target) in &operands[..=last] {
            self.pull(e, target);
        }
        self.close_shelf(outer);
    }

    fn effects(&mut self, list: &[ExprId]) -> Effect {
        list.iter().fold(Effect::NONE, |all, &e| all.and(self.effect(e)))
    }

    /// Whether a variable keeps its value while others are called.
    fn is_stable(&self, obj: ObjId) -> bool {
        match self.f.vars.get(&obj) {
            Some(Var::Reg(_) | Var::Captured(_)) => true,
            Some(Var::Boxed(_) | Var::CapturedRef(_) | Var::Spilled(_)) => false,
            None => !self.globals.contains_key(&obj) && !self.f.boxed.contains(&obj),
        }
    }

    fn effect(&mut self, e: ExprId) -> Effect {
        if self.f.ordered.contains_key(&e) || self.const_of(e).is_some() {
            return Effect::NONE;
        }
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        let mode = self.info(e).mode;
        if matches!(mode, Mode::TypeExpr | Mode::NilValue) {
            return Effect::NONE;
        }
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.effect(*x),
            ExprKind::Name(_) => match package.uses.get(&e) {
                Some(&obj) if matches!(self.types.objects[obj].kind, ObjKind::Var(_)) && !self.is_stable(obj) => {
                    Effect::READ
                }
                _ => Effect::NONE,
            },
            ExprKind::CompositeLit { elems, .. } => {
                let all = self.effects(elems);
                let ty = self.type_of(e);
                if matches!(self.under(ty), Type::Map { .. }) { all.in_turn() } else { all }
            }
            ExprKind::KeyValue { key, value } => {
                // A field's name has no type.
                let key = if package.exprs[*key].ty.is_some() { self.effect(*key) } else { Effect::NONE };
                key.and(self.effect(*value))
            }
            ExprKind::Selector { x, sel } => match package.selections.get(&e) {
                Some(s) if s.kind == SelectionKind::MethodExpr => Effect::NONE,
                Some(s) => {
                    let read = s.kind == SelectionKind::Field && s.indirect;
                    let inner = self.effect(*x);
                    let xt = self.type_of(*x);
                    let through = read || matches!(self.under(xt), Type::Pointer(_));
                    if through { inner.and(Effect::FAILS) } else { inner }
                }
                None => match package.uses.get(&sel.id) {
                    Some(&obj) if matches!(self.types.objects[obj].kind, ObjKind::Var(VarKind::Package)) => {
                        Effect::READ
                    }
                    _ => Effect::NONE,
                },
            },
            ExprKind::Index { x, indices } => {
                if package.instances.contains_key(x) || mode == Mode::TypeExpr {
                    return Effect::NONE;
                }
                let all = self.effect(*x).and(self.effects(indices));
                let xt = self.type_of(*x);
                let constant = indices.iter().all(|&i| self.const_of(i).is_some());
                match self.under(xt) {
                    Type::Signature(_) => Effect::NONE,
                    Type::Array { .. } if constant => all,
                    _ => all.and(Effect::FAILS),
                }
            }
            ExprKind::Slice { x, index, .. } => {
                let all = index.iter().flatten().fold(self.effect(*x), |all, &i| all.and(self.effect(i))).in_turn();
                if index.iter().any(Option::is_some) { all.and(Effect::SLICE) } else { all }
            }
            ExprKind::Assert { x, .. } => {
                let inner = self.effect(*x);
                // The rest is checked in its turn, and may panic then.
                if self.is_direct(e) { inner.and(Effect::FAILS) } else { inner.and(Effect::CALL).in_turn() }
            }
            ExprKind::Unary { op: UnaryOp::Recv, .. } => Effect::CALL,
            ExprKind::Unary { op: UnaryOp::Deref, x } => self.effect(*x).and(Effect::FAILS),
            ExprKind::Unary { op: UnaryOp::Addr, x } => self.place_effect(*x),
            ExprKind::Unary { x, .. } => self.effect(*x),
            ExprKind::Binary { op, x, y } => {
                let all = self.effect(*x).and(self.effect(*y));
                match op {
                    BinaryOp::AndAnd | BinaryOp::OrOr => all.in_turn(),
                    // These may panic.
                    BinaryOp::Div | BinaryOp::Rem if self.const_of(*y).is_none() => all.and(Effect::FAILS),
                    _ if self.compares_memory(*op, *x) => all.in_turn(),
                    _ => all,
                }
            }
            ExprKind::Call { fun, args, .. } => self.call_effect(e, *fun, args),
            ExprKind::Bad
            | ExprKind::Literal { .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => Effect::NONE,
        }
    }

    fn call_effect(&mut self, e: ExprId, fun: ExprId, args: &[ExprId]) -> Effect {
        let fun = self.strip_parens(fun);
        match self.info(fun).mode {
            Mode::TypeExpr => {
                let inner = self.effect(args[0]);
                let (to, from) = (self.type_of(e), self.type_of(args[0]));
                match (self.rep(from), self.rep(to)) {
                    (Rep::Str, Rep::Slice) => inner.in_turn(),
                    (Rep::Slice, Rep::Str | Rep::Array | Rep::Word) => inner.and(Effect::FAILS),
                    (from_rep, Rep::Iface) if from_rep != Rep::Iface && self.boxed_in_turn(args[0]) => inner.in_turn(),
                    _ => inner,
                }
            }
            Mode::Builtin(Builtin::Recover | Builtin::Append | Builtin::Copy) => Effect::CALL,
            Mode::Builtin(_) => {
                let values: Vec<ExprId> =
                    args.iter().copied().filter(|&a| self.info(a).mode != Mode::TypeExpr).collect();
                self.effects(&values).in_turn()
            }
            _ => Effect::CALL,
        }
    }

    /// What the operands of a place mean: the place itself is not read.
    fn place_effect(&mut self, e: ExprId) -> Effect {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.place_effect(*x),
            ExprKind::Name(_) => Effect::NONE,
            ExprKind::Selector { x, .. } => match package.selections.get(&e) {
                Some(_) => {
                    let xt = self.type_of(*x);
                    if matches!(self.under(xt), Type::Pointer(_)) { self.effect(*x) } else { self.place_effect(*x) }
                }
                None => Effect::NONE,
            },
            ExprKind::Index { x, indices } => {
                let xt = self.type_of(*x);
                let base =
                    if matches!(self.under(xt), Type::Array { .. }) { self.place_effect(*x) } else { self.effect(*x) };
                let index = self.effects(indices);
                // An index out of range panics late, too.
                let constant = indices.iter().all(|&i| self.const_of(i).is_some());
                let all = base.and(index);
                if constant { all } else { all.and(Effect::FAILS) }
            }
            ExprKind::Unary { op: UnaryOp::Deref, x } => self.effect(*x),
            ExprKind::CompositeLit { .. } => self.effect(e),
            _ => self.effect(e),
        }
    }

    /// Whether any call has not been taken out of an assignment's sides.
    pub(super) fn calls_are_left(&mut self, lhs: &[ExprId], rhs: &[ExprId]) -> bool {
        lhs.iter().any(|&l| self.place_effect(l).calls) || rhs.iter().any(|&r| self.effect(r).calls)
    }

    /// Whether the value of `e` may be another after assignments.
    pub(super) fn is_affected(&mut self, e: ExprId, by: &Assigned) -> bool {
        if self.f.ordered.contains_key(&e) || self.const_of(e).is_some() {
            return false;
        }
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        if matches!(self.info(e).mode, Mode::TypeExpr | Mode::NilValue) {
            return false;
        }
        match &package.ast.exprs[e].kind {
            ExprKind::Literal { .. } => false,
            ExprKind::Name(_) => match package.uses.get(&e) {
                Some(obj) => by.names.contains(obj) || by.memory && self.effect(e).exposed,
                None => false,
            },
            ExprKind::Paren(x) => self.is_affected(*x, by),
            ExprKind::Unary { op: UnaryOp::Recv, .. } => true,
            ExprKind::Unary { op: UnaryOp::Addr, x } => self.place_is_affected(*x, by),
            ExprKind::Unary { op, x } => *op == UnaryOp::Deref && by.memory || self.is_affected(*x, by),
            ExprKind::Binary { x, y, .. } => self.is_affected(*x, by) || self.is_affected(*y, by),
            ExprKind::Selector { x, .. } => match package.selections.get(&e) {
                Some(_) => by.memory && self.effect(e).exposed || self.is_affected(*x, by),
                None => by.memory,
            },
            ExprKind::Index { x, indices } => {
                by.memory || self.is_affected(*x, by) || indices.iter().any(|&i| self.is_affected(i, by))
            }
            ExprKind::Slice { x, index, .. } => {
                by.memory || self.is_affected(*x, by) || index.iter().flatten().any(|&i| self.is_affected(i, by))
            }
            // Builtins and conversions; calls proper have been made.
            ExprKind::Call { args, .. } => by.memory || args.iter().any(|&a| self.is_affected(a, by)),
            _ => true,
        }
    }

    /// The same of what must be known to find a place.
    pub(super) fn place_is_affected(&mut self, l: ExprId, by: &Assigned) -> bool {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[l].kind {
            ExprKind::Paren(x) => self.place_is_affected(*x, by),
            ExprKind::Name(_) => false,
            ExprKind::Selector { x, .. } => match package.selections.get(&l) {
                Some(s) if s.indirect => self.is_affected(*x, by),
                Some(_) => self.place_is_affected(*x, by),
                None => false,
            },
            ExprKind::Index { x, indices } => {
                let xt = self.type_of(*x);
                let array = matches!(self.under(xt), Type::Array { .. });
                let base = if array { self.place_is_affected(*x, by) } else { self.is_affected(*x, by) };
                base || indices.iter().any(|&i| self.is_affected(i, by))
            }
            ExprKind::Unary { op: UnaryOp::Deref, x } => self.is_affected(*x, by),
            _ => true,
        }
    }

    /// Takes down what an assignment to `l` changes.
    pub(super) fn note_assigned(&mut self, l: ExprId, by: &mut Assigned) {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[l].kind {
            ExprKind::Paren(x) => self.note_assigned(*x, by),
            ExprKind::Name(name) if *name == crate::base::Symbol::BLANK => {}
            ExprKind::Name(_) => match package.uses.get(&l).copied() {
                Some(obj) if self.is_stable(obj) => by.names.push(obj),
                _ => by.memory = true,
            },
            ExprKind::Selector { x, .. } if package.selections.get(&l).is_some_and(|s| !s.indirect) => {
                self.note_assigned(*x, by);
            }
            ExprKind::Index { x, .. } => {
                let xt = self.type_of(*x);
                match self.under(xt) {
                    Type::Array { .. } => self.note_assigned(*x, by),
                    _ => by.memory = true,
                }
            }
            _ => by.memory = true,
        }
    }

    /// Whether something may panic when a place is found, before anything is stored in it; and no call is left in it. gc finds such a
    /// place after the value.
    pub(super) fn found_late(&mut self, l: ExprId) -> bool {
        !self.place_effect(l).calls && self.may_fail_to_find(l)
    }

    fn may_fail_to_find(&mut self, l: ExprId) -> bool {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        match &package.ast.exprs[l].kind {
            ExprKind::Paren(x) => self.may_fail_to_find(*x),
            ExprKind::Selector { x, .. } if package.selections.contains_key(&l) => {
                let xt = self.type_of(*x);
                if matches!(self.under(xt), Type::Pointer(_)) {
                    self.effect(*x).exposed
                } else {
                    self.may_fail_to_find(*x)
                }
            }
            ExprKind::Index { x, indices } => {
                let xt = self.type_of(*x);
                let constant = indices.iter().all(|&i| self.const_of(i).is_some());
                match self.under(xt) {
                    Type::Array { .. } => !constant || self.may_fail_to_find(*x),
                    Type::Map { .. } => false,
                    _ => self.effect(*x).and(self.effects(indices)).exposed,
                }
            }
            ExprKind::Unary { op: UnaryOp::Deref, x } => self.effect(*x).exposed,
            _ => false,
        }
    }

    /// Whether an assertion gives a pointer-shaped type, whose value needs no copy.
    fn is_direct(&mut self, e: ExprId) -> bool {
        let ty = match self.tuple_of(e) {
            Type::Tuple(types) => types[0].ty,
            _ => self.type_of(e),
        };
        self.rep(ty) == Rep::Word
    }

    fn compares_memory(&mut self, op: BinaryOp, x: ExprId) -> bool {
        let ty = self.type_of(x);
        matches!(op, BinaryOp::Eql | BinaryOp::Neq) && matches!(self.rep(ty), Rep::Struct | Rep::Array)
    }

    /// Whether gc copies this value to memory in its turn to make an interface of it: what already lies somewhere stays there until then
    /// (`dataWordFuncName`, `addrTemp`).
    fn boxed_in_turn(&mut self, e: ExprId) -> bool {
        if self.info(e).mode == Mode::Variable {
            return false;
        }
        let ty = self.type_of(e);
        let rep = self.rep(ty);
        if matches!(rep, Rep::Word | Rep::Str | Rep::Slice | Rep::Iface | Rep::Tuple) {
            return false;
        }
        let (size, align) = (self.types.sizeof(ty), self.types.alignof(ty));
        let plain = !self.has_pointers(ty);
        !matches!((size, align, plain), (2, 2, _) | (4, 4, true) | (8, 8, true))
    }

    /// Evaluates the calls of an expression, first to last, and whatever else gc evaluates in its turn.
    fn pull(&mut self, e: ExprId, target: Option<TypeId>) {
        if self.f.ordered.contains_key(&e) || self.const_of(e).is_some() {
            return;
        }
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        if matches!(self.info(e).mode, Mode::TypeExpr | Mode::NilValue) {
            return;
        }
        if let Some(target) = target
            && self.rep(target) == Rep::Iface
        {
            let ty = self.type_of(e);
            if self.rep(ty) != Rep::Iface && self.boxed_in_turn(e) {
                self.keep(e);
                return;
            }
        }
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.pull(*x, None),
            ExprKind::CompositeLit { elems, .. } => {
                let ty = self.type_of(e);
                if matches!(self.under(ty), Type::Map { .. }) {
                    self.keep(e);
                } else {
                    elems.iter().for_each(|&elem| self.pull(elem, None));
                }
            }
            ExprKind::KeyValue { value, .. } => self.pull(*value, None),
            ExprKind::Selector { x, .. } => {
                if package.selections.get(&e).is_some_and(|s| s.kind != SelectionKind::MethodExpr) {
                    self.pull(*x, None);
                }
            }
            ExprKind::Index { x, indices } => {
                if package.instances.contains_key(x) {
                    return;
                }
                let xt = self.type_of(*x);
                if !matches!(self.under(xt), Type::Signature(_)) {
                    self.pull(*x, None);
                    indices.iter().for_each(|&i| self.pull(i, None));
                }
            }
            ExprKind::Slice { .. } => self.keep(e),
            ExprKind::Assert { x, .. } => {
                if self.is_direct(e) {
                    self.pull(*x, None);
                } else {
                    self.keep(e);
                }
            }
            ExprKind::Unary { op: UnaryOp::Recv, .. } => self.keep(e),
            ExprKind::Unary { x, .. } => self.pull(*x, None),
            ExprKind::Binary { op, x, y } => {
                if matches!(op, BinaryOp::AndAnd | BinaryOp::OrOr) || self.compares_memory(*op, *x) {
                    self.keep(e);
                } else {
                    self.pull(*x, None);
                    self.pull(*y, None);
                }
            }
            ExprKind::Call { fun, args, .. } => {
                let fun = self.strip_parens(*fun);
                let turn = self.call_effect(e, fun, args);
                if self.info(fun).mode == Mode::TypeExpr && (turn.exposed || !self.kept_conversion(e, args[0])) {
                    self.pull(args[0], None);
                } else {
                    self.keep(e);
                }
            }
            ExprKind::Name(_)
            | ExprKind::Bad
            | ExprKind::Literal { .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {}
        }
    }

    fn kept_conversion(&mut self, e: ExprId, x: ExprId) -> bool {
        let (to, from) = (self.type_of(e), self.type_of(x));
        match (self.rep(from), self.rep(to)) {
            (Rep::Str, Rep::Slice) => true,
            (from_rep, Rep::Iface) if from_rep != Rep::Iface => self.boxed_in_turn(x),
            _ => false,
        }
    }

    /// Evaluates an expression now; its value is found when its turn comes.
    fn keep(&mut self, e: ExprId) {
        let ty = self.type_of(e);
        if self.rep(ty) == Rep::Tuple {
            return;
        }
        if self.f.next < FULL || self.slots(ty) == 0 {
            let reg = self.expr_copy(e, ty);
            self.f.ordered.insert(e, Kept::Reg(reg));
            return;
        }
        let kept = self.shelve(e, ty);
        self.f.ordered.insert(e, kept);
    }

    /// Evaluates an expression and puts the value on the shelf.
    fn shelve(&mut self, e: ExprId, ty: TypeId) -> Kept {
        if self.f.shelf.is_none() {
            let ptr = self.alloc(1);
            let made_at = self.emit(Instr::New { a: ptr, m: 0 });
            self.f.shelf = Some(Shelf { ptr, made_at, mask: Vec::new() });
        }
        let mark = self.f.next;
        // Within its operands another list may be put in order.
        let shelf = self.f.shelf.take();
        let reg = self.expr_copy(e, ty);
        self.f.shelf = shelf;
        let (wide, n) = (self.is_wide(ty), self.slots(ty));
        let mask = if wide { [SlotKind::Pointer].into() } else { self.mask(ty) };
        let (mut ptr, mut off) = (0, 0);
        if let Some(shelf) = &mut self.f.shelf {
            (ptr, off) = (shelf.ptr, shelf.mask.len() as u32);
            let kind = |i: usize| if mask.is_empty() { SlotKind::Scalar } else { mask[i % mask.len()] };
            shelf.mask.extend((0..n as usize).map(kind));
        }
        self.put_in_object(ptr, off, ty, reg);
        self.f.next = mark;
        Kept::Shelf(ptr, off)
    }

    /// In a call within many others there is no room for more windows: evaluates the calls among its operands first, the innermost
    /// before all others, as gc does with every call.
    pub(super) fn unnest(&mut self, fun: Option<ExprId>, args: &[ExprId]) {
        if self.f.next < FULL || !fun.iter().chain(args).any(|&e| self.has_inner(e)) {
            return;
        }
        let outer = self.open_shelf();
        for &e in fun.iter().chain(args) {
            self.keep_inner(e);
            self.pull(e, None);
        }
        self.close_shelf(outer);
    }

    /// Whether a call is left in what is always evaluated of an expression.
    fn has_inner(&self, e: ExprId) -> bool {
        if self.f.ordered.contains_key(&e) || self.const_of(e).is_some() {
            return false;
        }
        self.is_call(e) || self.operands(e).iter().any(|&e| self.has_inner(e))
    }

    fn keep_inner(&mut self, e: ExprId) {
        if self.f.ordered.contains_key(&e) || self.const_of(e).is_some() {
            return;
        }
        for inner in self.operands(e) {
            self.keep_inner(inner);
            // What is no call, but has its turn too.
            self.pull(inner, None);
        }
        if self.is_call(e) {
            self.keep(e);
        }
    }

    /// Whether it calls something, and is no conversion.
    fn is_call(&self, e: ExprId) -> bool {
        match self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::Call { fun, .. } => {
                !matches!(self.info(self.strip_parens(fun)).mode, Mode::TypeExpr | Mode::Builtin(_))
            }
            _ => false,
        }
    }

    /// Expressions within one that are evaluated with it, whatever their values; those of closures and such are not.
    fn operands(&self, e: ExprId) -> Vec<ExprId> {
        let package = &self.packages[self.f.pkg];
        if matches!(self.info(e).mode, Mode::TypeExpr | Mode::NilValue) {
            return Vec::new();
        }
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) | ExprKind::KeyValue { value: x, .. } | ExprKind::Assert { x, .. } => vec![*x],
            ExprKind::Unary { op, x } if *op != UnaryOp::Recv => vec![*x],
            ExprKind::Selector { x, .. } if package.selections.contains_key(&e) => vec![*x],
            ExprKind::Binary { op, x, y } if !matches!(op, BinaryOp::AndAnd | BinaryOp::OrOr) => vec![*x, *y],
            ExprKind::CompositeLit { elems, .. } => elems.clone(),
            ExprKind::Call { fun, args, .. } => {
                let selected = matches!(package.ast.exprs[self.strip_parens(*fun)].kind, ExprKind::Selector { .. });
                let values = args.iter().filter(|&&a| self.info(a).mode != Mode::TypeExpr);
                Some(fun).filter(|_| selected).into_iter().chain(values).copied().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Evaluates an expression of type `ty` whose value is to wait: on the shelf where registers are scarce.
    pub(super) fn hold(&mut self, e: ExprId, ty: TypeId) -> Kept {
        if !self.f.spilling || self.f.next < FULL || self.slots(ty) == 0 {
            return Kept::Reg(self.expr_copy(e, ty));
        }
        self.shelve(e, ty)
    }

    /// The registers of a value that waited.
    pub(super) fn held(&mut self, kept: Kept, ty: TypeId) -> Reg {
        match kept {
            Kept::Reg(r) => r,
            Kept::Shelf(ptr, off) => self.take_from_object(ptr, off, ty, None),
        }
    }

    /// Begins a statement, in straight code, whose values wait on a shelf of its own; gives what was there.
    pub(super) fn open_shelf(&mut self) -> Option<Shelf> {
        self.f.shelf.take()
    }

    /// Ends it: now it is known how large the shelf is.
    pub(super) fn close_shelf(&mut self, outer: Option<Shelf>) {
        if let Some(shelf) = std::mem::replace(&mut self.f.shelf, outer) {
            let slots = shelf.mask.len() as u32;
            let layout = Layout { slots, width: Width::W64, go_size: slots * 8, mask: shelf.mask.into() };
            let layout = self.add_layout(layout).0 as i32;
            self.f.code[shelf.made_at] = self.f.code[shelf.made_at].with_m(layout);
        }
    }

    /// The value that was kept of an expression whose turn has come, if it was.
    pub(super) fn kept(&mut self, e: ExprId, dst: Option<Reg>) -> Option<Reg> {
        let kept = self.f.ordered.remove(&e)?;
        let ty = self.type_of(e);
        Some(match kept {
            Kept::Reg(r) => self.load(Place::Reg(r), ty, dst),
            Kept::Shelf(ptr, off) => self.take_from_object(ptr, off, ty, dst),
        })
    }
}
