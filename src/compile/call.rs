//! Calls of functions, methods, closures and natives; `go` and `defer`.

use super::func::Reg;
use super::layout::Rep;
use super::order::Kept;
use super::place::Place;
use super::thunk::Thunk;
use super::unit::Unit;
use crate::base::Symbol;
use crate::bytecode::{FuncId, Instr, Layout, LayoutId, PARAMS_IN_LINE, RESULTS_IN_LINE, SlotKind, Width};
use crate::check::info::{Mode, SelectionKind};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{ObjId, ObjKind, PkgId, Signature, Type, TypeId};

/// A result further than this above where the call began is taken down.
const CLIMB: usize = 24;

/// What is called, once it is known.
#[derive(Debug, Clone)]
pub(super) enum Callee {
    /// A compiled function.
    Func(FuncId),
    /// A library function in Rust.
    Native(i32),
    /// A closure in a register.
    Closure(Reg),
    /// A method of the interface in two registers.
    Iface { iface: Reg, site: i32 },
}

impl Unit<'_> {
    pub(super) fn strip_parens(&self, mut e: ExprId) -> ExprId {
        while let ExprKind::Paren(x) = self.packages[self.f.pkg].ast.exprs[e].kind {
            e = x;
        }
        e
    }

    /// A call as an expression: conversion, builtin or call. Several results stand from the register returned on, or in the object
    /// that it points to.
    pub(super) fn call_value(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let packages = self.packages;
        let ExprKind::Call { fun, args, has_dots, .. } = &packages[self.f.pkg].ast.exprs[e].kind else { return 0 };
        let fun = self.strip_parens(*fun);
        match self.info(fun).mode {
            Mode::TypeExpr => {
                let ty = self.type_of(e);
                self.conversion(args[0], ty, dst)
            }
            Mode::Builtin(b) => self.builtin(e, b, args, *has_dots, dst),
            _ => {
                let mark = self.f.next;
                if let Some(a) = self.intrinsic(fun, args, dst) {
                    return a;
                }
                let (base, n) = self.call(fun, args, *has_dots);
                match dst {
                    Some(d) => {
                        self.f.mov(d, base, n);
                        self.f.next = mark;
                        d
                    }
                    // At the end of a chain of calls the results would climb.
                    None if base as usize > mark + CLIMB => {
                        self.f.mov(mark as Reg, base, n);
                        self.f.next = mark + n as usize;
                        mark as Reg
                    }
                    None => {
                        self.f.next = base as usize + n as usize;
                        base
                    }
                }
            }
        }
    }

    /// Library functions that are instructions.
    fn intrinsic(&mut self, fun: ExprId, args: &[ExprId], dst: Option<Reg>) -> Option<Reg> {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        let ExprKind::Selector { sel, .. } = &package.ast.exprs[fun].kind else { return None };
        let obj = *package.uses.get(&sel.id)?;
        let o = &self.types.objects[obj];
        let is = o.pkg.is_some_and(|p| packages[p].path == "math") && self.interner.name(o.name) == "Sqrt";
        if !is {
            return None;
        }
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let mark = self.f.next;
        let b = self.expr_as(args[0], TypeId::FLOAT64, None);
        self.emit(Instr::SqrtF { a, b });
        self.f.next = mark;
        Some(a)
    }

    /// The declared function that an expression names.
    fn named_func(&self, fun: ExprId) -> Option<(ObjId, ExprId)> {
        let package = &self.packages[self.f.pkg];
        let (name, selected) = match &package.ast.exprs[fun].kind {
            ExprKind::Name(_) => (fun, false),
            ExprKind::Selector { sel, .. } => (sel.id, package.selections.contains_key(&fun)),
            ExprKind::Index { x, .. } => return self.named_func(self.strip_parens(*x)),
            _ => return None,
        };
        let obj = *package.uses.get(&name)?;
        (!selected && matches!(self.types.objects[obj].kind, ObjKind::Func)).then_some((obj, name))
    }

    /// Whether a declared function has no body.
    fn is_bodyless(&self, obj: ObjId) -> bool {
        let Some(site) = self.decls.get(&obj) else { return false };
        match &self.packages[site.pkg].ast.decls[site.decl].kind {
            crate::syntax::ast::DeclKind::Func(f) => f.body.is_none(),
            _ => false,
        }
    }

    /// How to call a declared function or method.
    pub(super) fn callee_of(&mut self, obj: ObjId, targs: Vec<TypeId>) -> Callee {
        if self.is_bodyless(obj) {
            let name = self.func_name(obj);
            if self.native_exists(&name) {
                return Callee::Native(self.native(&name));
            }
        }
        Callee::Func(self.func_of(obj, targs))
    }

    /// Calls `fun`; the results' first register and slots. Registers from there on are the caller's to free.
    fn call(&mut self, fun: ExprId, args: &[ExprId], has_dots: bool) -> (Reg, u8) {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        let fty = self.type_of(fun);
        let Some(sig) = self.signature(fty) else { return (0, 0) };
        let pos = self.f.pos;
        self.unnest(Some(fun).filter(|_| self.named_func(fun).is_none()), args);
        if let Some((obj, name)) = self.named_func(fun) {
            let targs = self.instance_targs(name);
            let callee = self.callee_of(obj, targs);
            self.order_args(None, &sig, args, has_dots);
            let base = self.alloc(1) + 1;
            self.args(&sig, args, has_dots);
            self.f.pos = pos;
            return self.emit_call(&callee, base, &sig);
        }
        if let ExprKind::Selector { x, sel } = &package.ast.exprs[fun].kind
            && let Some(selection) = package.selections.get(&fun)
            && selection.kind == SelectionKind::MethodVal
        {
            let targs = self.instance_targs(sel.id);
            let name = self.types.objects[selection.obj].name;
            let pkg = self.types.objects[selection.obj].pkg;
            self.order_args(Some(fun), &sig, args, has_dots);
            let (place, ty, obj) = self.method_place(*x, name, pkg);
            let (callee, base) = self.prepare_method(place, ty, obj, targs);
            self.args(&sig, args, has_dots);
            self.f.pos = pos;
            return self.emit_call(&callee, base, &sig);
        }
        self.order_args(Some(fun), &sig, args, has_dots);
        let closure = self.alloc(1);
        self.expr(fun, Some(closure));
        let base = self.alloc(1) + 1;
        self.args(&sig, args, has_dots);
        self.f.pos = pos;
        self.emit_call(&Callee::Closure(closure), base, &sig)
    }

    /// Follows `x` to where the method `name` is declared: the place of the receiver, its type, and the method.
    fn method_place(&mut self, x: ExprId, name: Symbol, pkg: Option<PkgId>) -> (Place, TypeId, Option<ObjId>) {
        let ty = self.type_of(x);
        let Some((obj, path)) = self.find_method(ty, name, pkg) else { return (Place::Blank, ty, None) };
        let is_ptr = matches!(self.under(ty), Type::Pointer(_));
        let place = if is_ptr || self.rep(ty) == Rep::Iface { Place::Reg(self.expr(x, None)) } else { self.place(x) };
        let (place, ty) = self.follow(place, ty, &path);
        (place, ty, Some(obj))
    }

    /// Whether a method has a pointer receiver.
    fn has_pointer_recv(&mut self, obj: ObjId) -> bool {
        let Type::Signature(sig) = &self.types.types[self.types.objects[obj].ty] else { return false };
        let Some(recv) = sig.recv else { return false };
        let ty = self.types.objects[recv].ty;
        let ty = self.types.unalias(ty);
        matches!(self.types.types[ty], Type::Pointer(_))
    }

    /// The receiver value that a method wants, from the place it was found at; with its type.
    pub(super) fn receiver(&mut self, place: Place, ty: TypeId, obj: ObjId, dst: Option<Reg>) -> (TypeId, Reg) {
        if self.rep(ty) == Rep::Iface {
            return (ty, self.load(place, ty, dst));
        }
        let wants_pointer = self.has_pointer_recv(obj);
        match self.under(ty) {
            Type::Pointer(elem) if !wants_pointer => {
                let ptr = self.load(place, ty, None);
                let at = Place::Mem { ptr, off: 0, packed: true };
                if self.flat_slots(elem) == 0 {
                    // Nothing to load, but a nil receiver must still panic.
                    let t = self.alloc(1);
                    self.emit(Instr::Lea { a: t, b: ptr, m: 0 });
                }
                let r = self.load(at, elem, dst);
                (elem, self.own_wide(r, elem, dst))
            }
            Type::Pointer(_) => (ty, self.load(place, ty, dst)),
            _ if wants_pointer => {
                let ptr_ty = self.types.pointer(ty);
                (ptr_ty, self.addr(place, ty, dst))
            }
            _ => {
                let r = self.load(place, ty, dst);
                (ty, self.own_wide(r, ty, dst))
            }
        }
    }

    /// A wide value that is handed over must be the callee's own.
    fn own_wide(&mut self, r: Reg, ty: TypeId, dst: Option<Reg>) -> Reg {
        if !self.is_wide(ty) {
            return r;
        }
        let a = dst.unwrap_or_else(|| self.alloc(1));
        self.new_box(a, ty, Some(r));
        a
    }

    /// Receiver of a method value `x.M`, evaluated.
    pub(super) fn method_receiver(&mut self, x: ExprId, e: ExprId) -> (TypeId, Reg) {
        let selection = &self.packages[self.f.pkg].selections[&e];
        let o = &self.types.objects[selection.obj];
        let (name, pkg) = (o.name, o.pkg);
        let (place, ty, obj) = self.method_place(x, name, pkg);
        match obj {
            Some(obj) => self.receiver(place, ty, obj, None),
            None => (ty, 0),
        }
    }

    /// Puts the receiver into a call window: the callee, and the window's first register. The arguments come next.
    pub(super) fn prepare_method(
        &mut self,
        place: Place,
        ty: TypeId,
        obj: Option<ObjId>,
        targs: Vec<TypeId>,
    ) -> (Callee, Reg) {
        let Some(obj) = obj else { return (Callee::Closure(0), self.alloc(1)) };
        if self.rep(ty) == Rep::Iface {
            let iface = self.load(place, ty, None);
            let base = self.alloc(1) + 1;
            self.alloc(1);
            let method = self.method_id(obj);
            let site = self.program.sites.len() as i32;
            self.program.sites.push(crate::bytecode::MethodSite { method });
            return (Callee::Iface { iface, site }, base);
        }
        // The receiver first, then the window: evaluating it may need registers of its own.
        let (recv_ty, reg) = self.receiver(place, ty, obj, None);
        let base = self.alloc(1) + 1;
        let n = self.slots(recv_ty);
        let r = self.alloc(n);
        self.f.mov(r, reg, n);
        let mut all = self.recv_targs(recv_ty);
        all.extend(targs);
        (self.callee_of(obj, all), base)
    }

    /// Type arguments of a receiver's named type.
    pub(super) fn recv_targs(&mut self, ty: TypeId) -> Vec<TypeId> {
        let ty = self.types.unalias(ty);
        let base = match self.types.types[ty] {
            Type::Pointer(elem) => self.types.unalias(elem),
            _ => ty,
        };
        match &self.types.types[base] {
            Type::Named(n) => self.types.named[*n].instance_of.as_ref().map_or(Vec::new(), |(_, t)| t.clone()),
            _ => Vec::new(),
        }
    }

    /// Evaluates what gc evaluates first of a function value (or method's receiver) and arguments.
    fn order_args(&mut self, fun: Option<ExprId>, sig: &Signature, args: &[ExprId], has_dots: bool) {
        if let [only] = args
            && let Type::Tuple(_) = self.tuple_of(*only)
        {
            return;
        }
        let mut operands: Vec<(ExprId, Option<TypeId>)> = fun.into_iter().map(|f| (f, None)).collect();
        for (i, &arg) in args.iter().enumerate() {
            let last = i + 1 >= sig.params.len();
            let ty = match sig.params.get(i).or(sig.params.last()).map(|p| p.ty) {
                Some(ty) if sig.variadic && last && !has_dots => match self.under(ty) {
                    Type::Slice(elem) => Some(elem),
                    _ => None,
                },
                other => other,
            };
            operands.push((arg, ty));
        }
        self.order(&operands);
    }

    /// Arguments into the next registers, one after the other; those of a parcel into its object.
    pub(super) fn args(&mut self, sig: &Signature, args: &[ExprId], has_dots: bool) {
        let Some((layout, offsets)) = self.parcel(sig) else { return self.args_in_line(sig, args, has_dots) };
        let ptr = self.alloc(1);
        self.emit(Instr::New { a: ptr, m: layout.0 as i32 });
        let mark = self.f.next;
        if let [only] = args
            && let Type::Tuple(_) = self.tuple_of(*only)
        {
            let (values, types) = self.multi_value(*only);
            let mark = self.f.next;
            let fixed = sig.params.len() - usize::from(sig.variadic);
            for (i, (p, off)) in sig.params.iter().zip(offsets).enumerate() {
                let reg = if i < fixed {
                    let r = self.held(values[i], types[i]);
                    self.convert_reg(r, types[i], p.ty, None)
                } else {
                    let r = self.alloc(3);
                    self.rest_from_tuple(p.ty, &values[fixed..], &types[fixed..], r);
                    r
                };
                self.put_in_object(ptr, off, p.ty, reg);
                self.f.next = mark;
            }
            self.f.next = ptr as usize + 1;
            return;
        }
        let fixed = sig.params.len() - usize::from(sig.variadic);
        for (i, (p, off)) in sig.params.iter().zip(offsets).enumerate() {
            let reg =
                if i < fixed { self.expr_copy(args[i], p.ty) } else { self.rest_arg(p.ty, &args[fixed..], has_dots) };
            self.put_in_object(ptr, off, p.ty, reg);
            self.f.next = mark;
        }
    }

    /// Of a signature with more parameters than a window has room for: what its callers pass instead, a pointer to an object of
    /// this layout, with where each parameter stands in it.
    pub(super) fn parcel(&mut self, sig: &Signature) -> Option<(LayoutId, Vec<u32>)> {
        let types: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        self.param_parcel(&types)
    }

    /// The same of parameters of these types.
    pub(super) fn param_parcel(&mut self, types: &[TypeId]) -> Option<(LayoutId, Vec<u32>)> {
        self.parcel_of(types, PARAMS_IN_LINE)
    }

    /// The same of results: what a function with so many returns instead.
    pub(super) fn result_parcel(&mut self, types: &[TypeId]) -> Option<(LayoutId, Vec<u32>)> {
        self.parcel_of(types, RESULTS_IN_LINE)
    }

    fn parcel_of(&mut self, types: &[TypeId], most: usize) -> Option<(LayoutId, Vec<u32>)> {
        if types.len() < 2 {
            return None;
        }
        let (mut offsets, mut slots) = (Vec::with_capacity(types.len()), 0);
        for &ty in types {
            offsets.push(slots);
            slots += u32::from(self.slots(ty));
        }
        if slots as usize <= most {
            return None;
        }
        let mut mask = Vec::with_capacity(slots as usize);
        for &ty in types {
            let part = if self.is_wide(ty) { [SlotKind::Pointer].into() } else { self.mask(ty) };
            let kind = |i: usize| if part.is_empty() { SlotKind::Scalar } else { part[i % part.len()] };
            mask.extend((0..self.slots(ty) as usize).map(kind));
        }
        let layout = Layout { slots, width: Width::W64, go_size: slots * 8, mask: mask.into() };
        Some((self.add_layout(layout), offsets))
    }

    /// How many registers each parameter takes in a window: a parcel's pointer is one.
    pub(super) fn param_slots(&mut self, sig: &Signature) -> Vec<u8> {
        if self.parcel(sig).is_some() {
            return vec![1];
        }
        sig.params.iter().map(|p| self.slots(p.ty)).collect()
    }

    /// Stores a value as registers hold it, a wide one by its pointer.
    pub(super) fn put_in_object(&mut self, ptr: Reg, off: u32, ty: TypeId, reg: Reg) {
        if self.is_wide(ty) {
            self.emit(Instr::St { a: ptr, b: reg, m: off as i32 });
        } else {
            self.store(Place::Mem { ptr, off, packed: false }, ty, reg);
        }
    }

    /// The reverse.
    pub(super) fn take_from_object(&mut self, ptr: Reg, off: u32, ty: TypeId, dst: Option<Reg>) -> Reg {
        if self.is_wide(ty) {
            let a = dst.unwrap_or_else(|| self.alloc(1));
            self.emit(Instr::Ld { a, b: ptr, m: off as i32 });
            return a;
        }
        self.load(Place::Mem { ptr, off, packed: false }, ty, dst)
    }

    fn args_in_line(&mut self, sig: &Signature, args: &[ExprId], has_dots: bool) {
        // f(g()) with several results.
        if let [only] = args
            && let Type::Tuple(_) = self.tuple_of(*only)
        {
            self.args_from_tuple(sig, *only);
            return;
        }
        let fixed = sig.params.len() - usize::from(sig.variadic);
        for (p, &arg) in sig.params.iter().zip(args).take(fixed) {
            self.expr_copy(arg, p.ty);
        }
        if !sig.variadic {
            return;
        }
        self.rest_arg(sig.params[fixed].ty, &args[fixed..], has_dots);
    }

    /// What stands for `...T`: a slice of the arguments left.
    fn rest_arg(&mut self, slice: TypeId, rest: &[ExprId], has_dots: bool) -> Reg {
        if has_dots {
            return self.expr_copy(rest[0], slice);
        }
        let r = self.alloc(3);
        let Type::Slice(elem) = self.under(slice) else { return r };
        if rest.is_empty() {
            self.f.zero(r, 3);
            return r;
        }
        self.load_int(r + 1, rest.len() as i64);
        let layout = self.elem_layout(elem);
        // The backing array is made after the arguments are evaluated only in real Go; nobody can tell.
        self.emit(Instr::MakeSlice { a: r, b: r + 1, c: r + 1, m: layout.0 as i32 });
        let size = self.flat_slots(elem);
        for (i, &arg) in rest.iter().enumerate() {
            let mark = self.f.next;
            let v = self.expr_as(arg, elem, None);
            self.store(Place::Mem { ptr: r, off: i as u32 * size, packed: true }, elem, v);
            self.f.next = mark;
        }
        r
    }

    fn args_from_tuple(&mut self, sig: &Signature, e: ExprId) {
        // The window starts here; the inner call's results are put behind it and moved down.
        let start = self.f.next;
        let mut total = 0u8;
        for p in &sig.params {
            total = total.saturating_add(self.slots(p.ty));
        }
        let window = self.alloc(total);
        debug_assert!(window as usize == start || self.f.too_complex);
        let (values, types) = self.multi_value(e);
        let fixed = sig.params.len() - usize::from(sig.variadic);
        let mut at = window;
        for i in 0..fixed {
            let to = sig.params[i].ty;
            let mark = self.f.next;
            let r = self.held(values[i], types[i]);
            self.convert_reg(r, types[i], to, Some(at));
            self.f.next = mark;
            at = at.saturating_add(self.slots(to));
        }
        if sig.variadic {
            self.rest_from_tuple(sig.params[fixed].ty, &values[fixed..], &types[fixed..], at);
        }
        self.f.next = start + total as usize;
    }

    /// What stands for `...T` of values that a call has given, in the three registers from `at` on.
    fn rest_from_tuple(&mut self, slice: TypeId, values: &[Kept], types: &[TypeId], at: Reg) {
        let Type::Slice(elem) = self.under(slice) else { return };
        if values.is_empty() {
            self.f.zero(at, 3);
            return;
        }
        self.load_int(at + 1, values.len() as i64);
        let layout = self.elem_layout(elem);
        self.emit(Instr::MakeSlice { a: at, b: at + 1, c: at + 1, m: layout.0 as i32 });
        let size = self.flat_slots(elem);
        for (i, (&kept, &from)) in values.iter().zip(types).enumerate() {
            let mark = self.f.next;
            let r = self.held(kept, from);
            let v = self.convert_reg(r, from, elem, None);
            self.store(Place::Mem { ptr: at, off: i as u32 * size, packed: true }, elem, v);
            self.f.next = mark;
        }
    }

    /// Emits the call of a prepared window; the results' first register and slots.
    pub(super) fn emit_call(&mut self, callee: &Callee, base: Reg, sig: &Signature) -> (Reg, u8) {
        let used = self.f.next;
        let types: Vec<TypeId> = sig.results.iter().map(|r| r.ty).collect();
        let results = match self.result_parcel(&types) {
            Some(_) => 1,
            None => types.iter().map(|&ty| self.slots(ty)).sum(),
        };
        let args = used.saturating_sub(base as usize) as u8;
        // Room for the closure's pointer behind the arguments, and for the results.
        self.f.next = base as usize;
        self.alloc(args.saturating_add(1).max(results).max(1));
        match *callee {
            Callee::Func(id) => self.emit(Instr::Call { a: base, m: id.0 as i32 }),
            Callee::Native(m) => self.emit(self.native_call(base, m)),
            Callee::Closure(b) => self.emit(Instr::CallC { a: base, b, c: args }),
            Callee::Iface { iface, site } => self.emit(Instr::CallI { a: base, b: iface, m: site }),
        };
        self.f.next = (base as usize + results as usize).min(254);
        (base, results)
    }

    /// The instruction that calls native `m`: a mutex has its own.
    fn native_call(&self, a: Reg, m: i32) -> Instr {
        match self.program.natives.as_slice()[m as usize].as_str() {
            "sync.(*Mutex).Lock" => Instr::Lock { a, m },
            "sync.(*Mutex).Unlock" => Instr::Unlock { a, m },
            _ => Instr::CallN { a, m },
        }
    }

    /// `go f(x)` and `defer f(x)`: function value and arguments are evaluated now.
    pub(super) fn go_or_defer(&mut self, call: ExprId, defer: bool) {
        let packages = self.packages;
        let call = self.strip_parens(call);
        let package = &packages[self.f.pkg];
        let ExprKind::Call { fun, args, has_dots, .. } = &package.ast.exprs[call].kind else { return };
        let fun = self.strip_parens(*fun);
        let mark = self.f.next;
        let closure = self.alloc(1);
        let first;
        match self.info(fun).mode {
            Mode::Builtin(which) => {
                self.order_builtin(args);
                first = self.f.next as Reg;
                let types = self.builtin_args(which, args);
                let id = self.thunk(Thunk::Builtin { which, types });
                self.load_static(closure, id);
            }
            Mode::TypeExpr => return,
            _ => {
                let fty = self.type_of(fun);
                let Some(sig) = self.signature(fty) else { return };
                let named = self.named_func(fun);
                self.order_args(Some(fun).filter(|_| named.is_none()), &sig, args, *has_dots);
                first = self.f.next as Reg;
                if let Some((obj, name)) = named {
                    let targs = self.instance_targs(name);
                    let id = self.func_of(obj, targs);
                    self.load_static(closure, id);
                } else if let ExprKind::Selector { x, sel } = &package.ast.exprs[fun].kind
                    && let Some(selection) = package.selections.get(&fun)
                    && selection.kind == SelectionKind::MethodVal
                {
                    let targs = self.instance_targs(sel.id);
                    let o = &self.types.objects[selection.obj];
                    let (name, pkg) = (o.name, o.pkg);
                    let (place, ty, obj) = self.method_place(*x, name, pkg);
                    let Some(obj) = obj else { return };
                    let (recv, reg) = self.receiver(place, ty, obj, None);
                    let id = if self.rep(recv) == Rep::Iface {
                        self.check_iface(reg);
                        self.thunk(Thunk::Detached { recv, name, pkg })
                    } else {
                        let mut all = self.recv_targs(recv);
                        all.extend(targs);
                        self.func_of(obj, all)
                    };
                    self.load_static(closure, id);
                    // Down to where the arguments start.
                    let n = self.slots(recv);
                    self.f.mov(first, reg, n);
                    self.f.next = first as usize;
                    self.alloc(n);
                } else {
                    self.expr(fun, Some(closure));
                }
                self.args(&sig, args, *has_dots);
            }
        }
        let c = (self.f.next - first as usize) as u8;
        let frame = if defer { self.body_frame() } else { None };
        self.emit(match frame {
            Some(frame) => Instr::DeferAt { a: first, b: closure, c, m: i32::from(frame) },
            None if defer => Instr::Defer { a: first, b: closure, c },
            None => Instr::Go { a: first, b: closure, c },
        });
        self.f.next = mark;
    }

    /// Loads the closure of a function without captures.
    pub(super) fn load_static(&mut self, a: Reg, id: FuncId) {
        let ptr = self.static_closure(id);
        let m = self.const_word(ptr);
        self.emit(Instr::LdK { a, m });
    }
}
