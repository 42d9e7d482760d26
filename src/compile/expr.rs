//! Expressions.

use super::func::{Label, Reg, Var};
use super::layout::Rep;
use super::order::Kept;
use super::place::Place;
use super::thunk::Thunk;
use super::unit::Unit;
use crate::bytecode::{CaptureInfo, Instr};
use crate::check::info::{Mode, SelectionKind};
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use crate::types::{ObjId, ObjKind, Type, TypeId};

impl Unit<'_> {
    /// The value of an expression; in `dst` if given, else wherever it is (a variable's own registers, which must not be written).
    pub(super) fn expr(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        if let Some(value) = self.const_of(e) {
            let ty = self.type_of(e);
            let a = self.dst_for(dst, ty);
            self.load_const(&value, ty, a);
            return a;
        }
        if !self.f.ordered.is_empty()
            && let Some(r) = self.kept(e, dst)
        {
            return r;
        }
        let mode = self.info(e).mode;
        let node = &package.ast.exprs[e];
        let outer_pos = self.f.pos;
        self.f.pos = node.pos;
        let reg = match &node.kind {
            ExprKind::Paren(x) => self.expr(*x, dst),
            ExprKind::Name(_) if mode == Mode::NilValue => self.nil_value(e, dst),
            ExprKind::Name(_) => self.name(e, dst),
            ExprKind::FuncLit { ty, body } => self.func_lit(e, *ty, *body, dst),
            ExprKind::CompositeLit { .. } => self.composite(e, dst),
            ExprKind::Selector { x, sel } => self.selector(e, *x, sel.id, dst),
            ExprKind::Index { x, .. } if package.instances.contains_key(x) || self.is_instance(*x) => {
                self.expr(*x, dst)
            }
            ExprKind::Index { x, indices } => {
                let xt = self.type_of(*x);
                if self.rep(xt) == Rep::Str {
                    let mark = self.f.next;
                    let a = self.alloc(1);
                    self.order(&[(*x, None), (indices[0], None)]);
                    let s = self.expr(*x, None);
                    let i = self.expr(indices[0], None);
                    let to = dst.unwrap_or(a);
                    let unsigned = self.is_unsigned_word(indices[0]);
                    self.f.note_unsigned(u8::from(unsigned));
                    self.emit(Instr::StrIdx { a: to, b: s, c: i });
                    self.f.next = mark + usize::from(dst.is_none());
                    to
                } else if let Type::Tuple(_) = self.tuple_of(e) {
                    self.comma_ok(e, dst)
                } else if let Some(a) = self.double_index(e, *x, indices, dst) {
                    a
                } else {
                    let a = self.via_place(e, dst);
                    if self.f.updates == Some(e) && matches!(self.under(xt), Type::Map { .. }) {
                        self.mark_update();
                    }
                    a
                }
            }
            ExprKind::Slice { x, index, .. } => self.slice_expr(e, *x, index, dst),
            ExprKind::Assert { x, ty } => self.assertion(e, *x, *ty, dst),
            ExprKind::Unary { op: UnaryOp::Deref, .. } => self.via_place(e, dst),
            ExprKind::Unary { op: UnaryOp::Addr, x } => self.address_of(*x, dst),
            ExprKind::Unary { op: UnaryOp::Recv, x } => self.receive(e, *x, dst),
            ExprKind::Unary { op, x } => self.unary(e, *op, *x, dst),
            ExprKind::Binary { op: BinaryOp::AndAnd | BinaryOp::OrOr, .. } => self.bool_value(e, dst),
            ExprKind::Binary { op, x, y } => self.binary(e, *op, *x, *y, dst),
            ExprKind::Call { .. } => self.call_value(e, dst),
            ExprKind::Bad
            | ExprKind::Literal { .. }
            | ExprKind::KeyValue { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                let ty = self.type_of(e);
                self.dst_for(dst, ty)
            }
        };
        self.f.pos = outer_pos;
        reg
    }

    fn is_instance(&self, x: ExprId) -> bool {
        let package = &self.packages[self.f.pkg];
        match &package.ast.exprs[x].kind {
            ExprKind::Selector { sel, .. } => package.instances.contains_key(&sel.id),
            ExprKind::Paren(x) => self.is_instance(*x),
            _ => false,
        }
    }

    /// The tuple type of a comma-ok expression; any other type otherwise.
    pub(super) fn tuple_of(&mut self, e: ExprId) -> Type {
        let ty = self.type_of(e);
        self.types.types[ty].clone()
    }

    /// `s[i][j]` for slices of slices of whole slots, in one instruction.
    fn double_index(&mut self, e: ExprId, x: ExprId, indices: &[ExprId], dst: Option<Reg>) -> Option<Reg> {
        let packages = self.packages;
        let ExprKind::Index { x: outer, indices: first } = &packages[self.f.pkg].ast.exprs[x].kind else { return None };
        let (ot, xt, ty) = (self.type_of(*outer), self.type_of(x), self.type_of(e));
        let slices = matches!(self.under(ot), Type::Slice(_)) && matches!(self.under(xt), Type::Slice(_));
        // Which of two indices is wrong could not be told from the instruction.
        let unsigned = self.is_unsigned_word(first[0]) || self.is_unsigned_word(indices[0]);
        if !slices || unsigned || self.slots(ty) != 1 || self.is_wide(ty) || self.elem_narrow(ty).is_some() {
            return None;
        }
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let mark = self.f.next;
        self.order(&[(*outer, None), (first[0], None), (indices[0], None)]);
        let b = self.expr(*outer, None);
        let c = self.expr(first[0], None);
        let j = self.expr(indices[0], None);
        self.emit(Instr::LdIdxIdx { a, b, c, m: i32::from(j) });
        self.f.next = mark;
        Some(a)
    }

    /// Loads what a place denotes; temporaries are given back.
    fn via_place(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        let start = self.f.next;
        let n = self.slots(ty);
        // Reserve first, so that what was needed for the address can be given back.
        let reserved = if dst.is_none() { Some(self.alloc(n)) } else { None };
        let place = self.place(e);
        if let (Place::Reg(r), None) = (place, dst) {
            // Part of something in registers already.
            if !self.is_wide(ty) && (r as usize) < start {
                self.f.next = start;
                return r;
            }
        }
        let a = self.load(place, ty, dst.or(reserved));
        self.f.next = start + reserved.map_or(0, |_| n as usize);
        a
    }

    fn name(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let package = &self.packages[self.f.pkg];
        let Some(&obj) = package.uses.get(&e).or_else(|| package.defs.get(&e)) else {
            let ty = self.type_of(e);
            return self.dst_for(dst, ty);
        };
        self.object_value(e, obj, dst)
    }

    fn object_value(&mut self, e: ExprId, obj: ObjId, dst: Option<Reg>) -> Reg {
        match self.types.objects[obj].kind {
            ObjKind::Var(_) => {
                let place = self.var_place(obj);
                let ty = self.types.objects[obj].ty;
                let ty = self.subst(ty);
                self.load(place, ty, dst)
            }
            ObjKind::Func => {
                let targs = self.instance_targs(e);
                let id = self.func_of(obj, targs);
                let ptr = self.static_closure(id);
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let m = self.const_word(ptr);
                self.emit(Instr::LdK { a, m });
                a
            }
            ObjKind::Nil => self.nil_value(e, dst),
            ObjKind::PkgName(_) | ObjKind::Const(_) | ObjKind::TypeName | ObjKind::Label | ObjKind::Builtin(_) => {
                let ty = self.type_of(e);
                self.dst_for(dst, ty)
            }
        }
    }

    /// Type arguments recorded for a function's name, in this instance.
    pub(super) fn instance_targs(&mut self, name: ExprId) -> Vec<TypeId> {
        let targs = self.packages[self.f.pkg].instances.get(&name).cloned().unwrap_or_default();
        targs.into_iter().map(|t| self.subst(t)).collect()
    }

    fn nil_value(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        let n = self.slots(ty).max(1);
        let a = dst.unwrap_or_else(|| self.alloc(n));
        self.f.zero(a, n);
        a
    }

    /// The value of `e` converted to `target` as by assignment.
    pub(super) fn expr_as(&mut self, e: ExprId, target: TypeId, dst: Option<Reg>) -> Reg {
        let info = self.info(e);
        if info.mode == Mode::NilValue {
            let a = self.dst_for(dst, target);
            let n = self.slots(target);
            self.f.zero(a, n);
            return a;
        }
        let ty = self.type_of(e);
        if self.rep(target) != Rep::Iface || self.rep(ty) == Rep::Iface {
            return self.expr(e, dst);
        }
        let a = self.dst_for(dst, target);
        let mark = self.f.next;
        let r = self.expr(e, None);
        self.convert_reg(r, ty, target, Some(a));
        self.f.next = mark;
        a
    }

    /// Like [`expr_as`](Self::expr_as), for a value that will be kept: wide values are copied unless they are new.
    pub(super) fn value_for_store(&mut self, e: ExprId, target: TypeId) -> Reg {
        self.expr_as(e, target, None)
    }

    /// The value of `e` in fresh registers that nobody else writes.
    pub(super) fn expr_copy(&mut self, e: ExprId, target: TypeId) -> Reg {
        let a = self.alloc_for(target);
        let mark = self.f.next;
        if self.is_wide(target) {
            let r = self.expr_as(e, target, None);
            if self.is_fresh(e) {
                self.f.mov(a, r, 1);
            } else {
                self.new_box(a, target, Some(r));
            }
        } else {
            self.expr_as(e, target, Some(a));
        }
        self.f.next = mark;
        a
    }

    /// Whether a wide value is a new one that nobody else knows.
    pub(super) fn is_fresh(&self, e: ExprId) -> bool {
        match &self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::Paren(x) => self.is_fresh(*x),
            ExprKind::CompositeLit { .. } | ExprKind::Call { .. } => true,
            _ => false,
        }
    }

    /// A function literal: compiled here and now, with this function as its outer one.
    fn func_lit(&mut self, e: ExprId, fty: ExprId, body: crate::syntax::ast::StmtId, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        let id = self.new_func_id();
        self.f.literals += 1;
        // Go numbers literals within the outermost function and strings the numbers together.
        let name = if self.outer.is_empty() {
            format!("{}.func{}", self.f.name, self.f.literals)
        } else {
            format!("{}.{}", self.f.name, self.f.literals)
        };
        let pos = self.packages[self.f.pkg].ast.exprs[e].pos;
        let mut inner = super::func::Func::new(id, name, self.f.pkg, std::rc::Rc::clone(&self.f.subst), pos);
        inner.boxed = std::rc::Rc::clone(&self.f.boxed);
        inner.loop_vars = self.f.loop_vars;
        let outer = std::mem::replace(&mut self.f, inner);
        self.outer.push(outer);
        if let Some(sig) = self.signature(ty) {
            self.compile_body(None, fty, &sig, body);
            if self.f.too_complex {
                self.f = self.f.spilling_again();
                self.compile_body(None, fty, &sig, body);
            }
        }
        let captures = std::mem::take(&mut self.f.captures);
        self.finish();
        self.f = self.outer.pop().expect("the outer function waits");
        self.make_closure(id, captures, dst)
    }

    /// A closure of function `id` over variables of this one; for each whether by reference.
    pub(super) fn make_closure(
        &mut self,
        id: crate::bytecode::FuncId,
        captures: Vec<(ObjId, bool)>,
        dst: Option<Reg>,
    ) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(1));
        if captures.is_empty() {
            let ptr = self.static_closure(id);
            let m = self.const_word(ptr);
            self.emit(Instr::LdK { a, m });
            return a;
        }
        let mark = self.f.next;
        let first = self.f.next as Reg;
        for (obj, by_ref) in captures {
            if by_ref {
                let r = self.alloc(1);
                let behind = self.f.next;
                match self.var_place(obj) {
                    Place::Mem { ptr, .. } => self.f.mov(r, ptr, 1),
                    Place::CapRef(i) => {
                        let b = self.f.closure_reg;
                        self.emit(Instr::LdCap { a: r, b, m: i as i32 });
                    }
                    _ => {}
                }
                self.f.next = behind;
            } else {
                let ty = self.types.objects[obj].ty;
                let ty = self.subst(ty);
                let r = self.alloc_for(ty);
                let behind = self.f.next;
                let place = self.var_place(obj);
                self.load(place, ty, Some(r));
                self.f.next = behind;
            }
        }
        let c = (self.f.next - first as usize) as u8;
        self.emit(Instr::Closure { a, b: first, c, m: id.0 as i32 });
        self.f.next = mark;
        a
    }

    /// Makes an outer function's variable known in this one, through all functions between; false if it is no local.
    pub(super) fn capture(&mut self, obj: ObjId) -> bool {
        if self.f.vars.contains_key(&obj) {
            return true;
        }
        let Some(outer) = self.outer.pop() else { return false };
        let inner = std::mem::replace(&mut self.f, outer);
        let known = self.capture(obj);
        let by_ref = matches!(self.f.vars.get(&obj), Some(Var::Boxed(_) | Var::CapturedRef(_) | Var::Spilled(_)));
        let ty = self.types.objects[obj].ty;
        let ty = self.subst(ty);
        let n = if by_ref { 1 } else { u32::from(self.slots(ty)) };
        let outer = std::mem::replace(&mut self.f, inner);
        self.outer.push(outer);
        if known {
            // Slot 0 of a closure is its function.
            let at = 1 + self.f.capture_slots;
            self.f.capture_slots += n;
            self.f.captures.push((obj, by_ref));
            let name = self.interner.name(self.types.objects[obj].name).to_owned();
            let ty = self.rtype(ty);
            self.f.capture_infos.push(CaptureInfo { name, ty, at, by_ref });
            self.f.vars.insert(obj, if by_ref { Var::CapturedRef(at) } else { Var::Captured(at) });
        }
        known
    }

    fn selector(&mut self, e: ExprId, x: ExprId, sel: ExprId, dst: Option<Reg>) -> Reg {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        let Some(selection) = package.selections.get(&e) else {
            let Some(&obj) = package.uses.get(&sel) else {
                let ty = self.type_of(e);
                return self.dst_for(dst, ty);
            };
            return self.object_value(sel, obj, dst);
        };
        match selection.kind {
            SelectionKind::Field => self.via_place(e, dst),
            SelectionKind::MethodExpr => {
                let recv = self.subst(selection.recv);
                let name = self.types.objects[selection.obj].name;
                let pkg = self.types.objects[selection.obj].pkg;
                // Of a receiver that is one word, interfaces call the same.
                let word =
                    self.flat_slots(recv) == 1 && self.rep(recv) != Rep::Iface && !self.parcelled_expr(recv, name, pkg);
                let id = if word {
                    self.method_entry(recv, name, pkg)
                } else {
                    self.thunk(Thunk::MethodExpr { recv, name, pkg })
                };
                let ptr = self.static_closure(id);
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let m = self.const_word(ptr);
                self.emit(Instr::LdK { a, m });
                a
            }
            SelectionKind::MethodVal => {
                // The receiver is evaluated now and bound.
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                let (recv, reg) = self.method_receiver(x, e);
                let name = self.types.objects[selection.obj].name;
                let pkg = self.types.objects[selection.obj].pkg;
                if self.rep(recv) == Rep::Iface {
                    self.check_iface(reg);
                }
                let id = self.thunk(Thunk::Bound { recv, name, pkg });
                let c = self.slots(recv);
                self.emit(Instr::Closure { a, b: reg, c, m: id.0 as i32 });
                self.f.next = mark;
                a
            }
        }
    }

    /// A method of a nil interface panics where it is taken and not where it is called.
    pub(super) fn check_iface(&mut self, reg: Reg) {
        let ok = self.f.label();
        self.f.jump(Instr::JT { a: reg, m: 0 }, ok);
        self.emit(Instr::NilPanic {});
        self.f.place(ok);
    }

    /// `&x`
    fn address_of(&mut self, x: ExprId, dst: Option<Reg>) -> Reg {
        let packages = self.packages;
        let mut inner = x;
        while let ExprKind::Paren(y) = packages[self.f.pkg].ast.exprs[inner].kind {
            inner = y;
        }
        let ty = self.type_of(inner);
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let mark = self.f.next;
        if matches!(packages[self.f.pkg].ast.exprs[inner].kind, ExprKind::CompositeLit { .. }) {
            self.new_composite(inner, ty, a);
        } else {
            let place = self.place(inner);
            self.addr(place, ty, Some(a));
        }
        self.f.next = mark;
        a
    }

    /// `<-x`, alone or as a comma-ok value.
    fn receive(&mut self, e: ExprId, x: ExprId, dst: Option<Reg>) -> Reg {
        let with_ok = matches!(self.tuple_of(e), Type::Tuple(_));
        let ct = self.type_of(x);
        let elem = match self.under(ct) {
            Type::Chan { elem, .. } => elem,
            _ => ct,
        };
        let n = self.slots(elem) + u8::from(with_ok);
        let a = dst.unwrap_or_else(|| self.alloc(n));
        let mark = self.f.next;
        let b = self.expr(x, None);
        self.emit(Instr::Recv { a, b, c: u8::from(with_ok), m: 0 });
        self.zero_if_none(a, elem);
        self.f.next = mark;
        a
    }

    /// From a closed channel a wide value comes as nil: it becomes a new zero value.
    pub(super) fn zero_if_none(&mut self, a: Reg, ty: TypeId) {
        if !self.is_wide(ty) {
            return;
        }
        let some = self.f.label();
        self.f.jump(Instr::JT { a, m: 0 }, some);
        self.new_box(a, ty, None);
        self.f.place(some);
    }

    /// `x.(T)`, alone or as a comma-ok value.
    fn assertion(&mut self, e: ExprId, x: ExprId, ty: ExprId, dst: Option<Reg>) -> Reg {
        let with_ok = matches!(self.tuple_of(e), Type::Tuple(_));
        let target = self.type_of(ty);
        let n = self.slots(target) + u8::from(with_ok);
        let a = dst.unwrap_or_else(|| self.alloc(n));
        let mark = self.f.next;
        let b = self.expr(x, None);
        let xt = self.type_of(x);
        let m = self.rtype(target).0 as i32;
        let from = self.rtype(xt);
        let c = u8::from(with_ok);
        let at = if self.rep(target) == Rep::Iface {
            self.emit(Instr::AssertI { a, b, c, m })
        } else if self.is_wide(target) {
            self.wide_assert(a, b, c, m)
        } else {
            self.emit(Instr::Assert { a, b, c, m })
        };
        self.f.asserted.push((at, from));
        self.f.next = mark;
        a
    }

    /// An assertion to a wide type: the data word is the pointer to an unchanging copy, which is just what a wide value is.
    fn wide_assert(&mut self, a: Reg, b: Reg, c: u8, m: i32) -> usize {
        let mark = self.f.next;
        let is = self.alloc(1);
        self.emit(Instr::TypeIs { a: is, b, m });
        let (ok, done) = (self.f.label(), self.f.label());
        self.f.jump(Instr::JT { a: is, m: 0 }, ok);
        let at;
        if c == 0 {
            // Fails for certain, with the right message.
            at = self.emit(Instr::Assert { a: is, b, c: 0, m });
        } else {
            self.emit(Instr::LdI { a, m: 0 });
            at = self.emit(Instr::LdI { a: a + 1, m: 0 });
            self.f.jump(Instr::Jmp { m: 0 }, done);
        }
        self.f.place(ok);
        self.f.mov(a, b + 1, 1);
        if c == 1 {
            self.emit(Instr::LdI { a: a + 1, m: 1 });
        }
        self.f.place(done);
        self.f.next = mark;
        at
    }

    /// `m[k]` with comma-ok.
    fn comma_ok(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let packages = self.packages;
        let Type::Tuple(types) = self.tuple_of(e) else { return self.via_place(e, dst) };
        let n = self.slots(types[0].ty) + 1;
        let a = dst.unwrap_or_else(|| self.alloc(n));
        let mark = self.f.next;
        if let ExprKind::Index { x, indices } = &packages[self.f.pkg].ast.exprs[e].kind {
            let mt = self.type_of(*x);
            if let Type::Map { key, .. } = self.under(mt) {
                self.order(&[(*x, None), (indices[0], Some(key))]);
                let b = self.expr(*x, None);
                let c = self.expr_as(indices[0], key, None);
                let m = self.rtype(mt).0 as i32;
                self.emit(Instr::MapGet2 { a, b, c, m });
            }
        }
        self.f.next = mark;
        a
    }

    /// All values of a call with several results, or of a comma-ok expression: where they are, and their types.
    pub(super) fn multi_value(&mut self, e: ExprId) -> (Vec<Kept>, Vec<TypeId>) {
        let Type::Tuple(types) = self.tuple_of(e) else {
            let ty = self.type_of(e);
            return (vec![Kept::Reg(self.expr(e, None))], vec![ty]);
        };
        let first = self.expr(e, None);
        let types: Vec<TypeId> = types.into_iter().map(|t| self.subst(t.ty)).collect();
        let is_call = matches!(self.packages[self.f.pkg].ast.exprs[self.strip_parens(e)].kind, ExprKind::Call { .. });
        if is_call && let Some((_, offsets)) = self.result_parcel(&types) {
            return (offsets.into_iter().map(|off| Kept::Shelf(first, off)).collect(), types);
        }
        let mut at = first;
        let mut values = Vec::new();
        for &ty in &types {
            values.push(Kept::Reg(at));
            at = at.wrapping_add(self.slots(ty));
        }
        (values, types)
    }

    /// `x[i:j:k]`
    fn slice_expr(&mut self, e: ExprId, x: ExprId, index: &[Option<ExprId>; 3], dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        let a = self.dst_for(dst, ty);
        let mark = self.f.next;
        let xt = self.type_of(x);
        let operands: Vec<_> = std::iter::once(x).chain(index.iter().flatten().copied()).map(|e| (e, None)).collect();
        self.order(&operands);
        let (b, elem_size) = match self.under(xt) {
            Type::Slice(elem) => (self.expr(x, None), self.flat_slots(elem)),
            Type::Pointer(array) => {
                let p = self.expr(x, None);
                self.array_as_slice(p, array)
            }
            Type::Array { .. } => {
                let place = self.place(x);
                let p = self.addr(place, xt, None);
                self.array_as_slice(p, xt)
            }
            _ => (self.expr(x, None), 0),
        };
        let first = self.alloc(3);
        let is_slice = matches!(self.under(xt), Type::Slice(_));
        let mut how = if is_slice { 0 } else { 8 };
        let mut unsigned = 0;
        for (k, i) in index.iter().enumerate() {
            if let Some(i) = i {
                how |= 1 << k;
                unsigned |= u8::from(self.is_unsigned_word(*i)) << k;
                let m = self.f.next;
                let r = self.expr(*i, Some(first + k as u8));
                debug_assert_eq!(r, first + k as u8);
                self.f.next = m;
            }
        }
        self.f.note_unsigned(unsigned);
        if self.rep(xt) == Rep::Str {
            self.emit(Instr::SliceStr { a, b, c: first, m: how & 7 });
        } else {
            self.emit(Instr::Slice { a, b, c: first, m: (elem_size as i32) << 4 | how });
        }
        self.f.next = mark;
        a
    }

    /// A slice over the whole array at pointer `p`: its registers and the element's size.
    pub(super) fn array_as_slice(&mut self, p: Reg, array: TypeId) -> (Reg, u32) {
        let Type::Array { len, elem } = self.under(array) else { return (p, 1) };
        let r = self.alloc(3);
        self.emit(Instr::Lea { a: r, b: p, m: 0 });
        self.load_int(r + 1, len);
        self.load_int(r + 2, len);
        (r, self.flat_slots(elem))
    }

    /// A boolean expression as a value.
    fn bool_value(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let (no, done) = (self.f.label(), self.f.label());
        self.branch(e, no, false);
        self.emit(Instr::LdI { a, m: 1 });
        self.f.jump(Instr::Jmp { m: 0 }, done);
        self.f.place(no);
        self.emit(Instr::LdI { a, m: 0 });
        self.f.place(done);
        a
    }

    /// Jumps to `to` if `e` is `when`, else goes on.
    pub(super) fn branch(&mut self, e: ExprId, to: Label, when: bool) {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        if let Some(v) = self.const_of(e).and_then(|v| v.as_bool()) {
            if v == when {
                self.f.jump(Instr::Jmp { m: 0 }, to);
            }
            return;
        }
        let mark = self.f.next;
        match &package.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.branch(*x, to, when),
            ExprKind::Unary { op: UnaryOp::Not, x } => self.branch(*x, to, !when),
            ExprKind::Binary { op: op @ (BinaryOp::AndAnd | BinaryOp::OrOr), x, y } => {
                // a && b jumps when false as soon as one is; a || b when true likewise.
                if (*op == BinaryOp::OrOr) == when {
                    self.branch(*x, to, when);
                    self.branch(*y, to, when);
                } else {
                    let skip = self.f.label();
                    self.branch(*x, skip, !when);
                    self.branch(*y, to, when);
                    self.f.place(skip);
                }
            }
            ExprKind::Binary { op, x, y } if self.compare_branch(*op, *x, *y, to, when) => {}
            _ => {
                let a = self.expr(e, None);
                self.f.jump(if when { Instr::JT { a, m: 0 } } else { Instr::JF { a, m: 0 } }, to);
            }
        }
        self.f.next = mark;
    }
}
