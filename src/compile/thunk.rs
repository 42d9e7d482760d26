//! Functions that the compiler makes: method expressions, bound methods, entries for interface calls, builtins under `go` and `defer`.

use super::call::Callee;
use super::func::{Func, Reg};
use super::layout::Rep;
use super::place::Place;
use super::unit::Unit;
use crate::base::{Pos, Symbol};
use crate::bytecode::{FuncId, Instr, LayoutId};
use crate::types::{Builtin, Lookup, ObjId, PkgId, Signature, TypeId};
use std::rc::Rc;

/// What such a function does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Thunk {
    /// `T.M`: the receiver is the first parameter.
    MethodExpr { recv: TypeId, name: Symbol, pkg: Option<PkgId> },
    /// The same with the receiver before the parameters, which may be a parcel: an interface's method under `go` and `defer`.
    Detached { recv: TypeId, name: Symbol, pkg: Option<PkgId> },
    /// `x.M` as a value: the closure holds the receiver.
    Bound { recv: TypeId, name: Symbol, pkg: Option<PkgId> },
    /// A method as interfaces call it: the receiver is the interface's data word.
    Entry { recv: TypeId, name: Symbol, pkg: Option<PkgId> },
    /// A predeclared function with arguments of these types.
    Builtin { which: Builtin, types: Vec<TypeId> },
}

impl Unit<'_> {
    /// The method `name` of `ty`, and the path of embedded fields to where it is declared.
    pub(super) fn find_method(&mut self, ty: TypeId, name: Symbol, pkg: Option<PkgId>) -> Option<(ObjId, Vec<usize>)> {
        match self.types.lookup_field_or_method(ty, true, pkg, name) {
            Lookup::Found { obj, mut index, .. } => {
                index.pop();
                Some((obj, index))
            }
            Lookup::Ambiguous | Lookup::NeedsPointer | Lookup::NotFound => None,
        }
    }

    /// The signature of method `obj` found on receiver type `recv`, for this receiver.
    fn method_signature(&mut self, obj: ObjId, recv: TypeId) -> Option<Signature> {
        let ty = self.types.objects[obj].ty;
        let targs = self.recv_targs(recv);
        let tparams = self.all_tparams(obj);
        let subst: Vec<_> = tparams.into_iter().zip(targs).collect();
        let ty = if subst.is_empty() { ty } else { self.types.subst(ty, &subst) };
        self.signature(ty)
    }

    pub(super) fn compile_thunk(&mut self, id: FuncId, thunk: &Thunk) {
        self.f = Func::new(id, String::new(), PkgId(0), Rc::from([]), Pos::NONE);
        self.f.wrapper = true;
        match *thunk {
            Thunk::Builtin { which, ref types } => self.builtin_thunk(which, types),
            Thunk::MethodExpr { recv, name, pkg } if self.parcelled_expr(recv, name, pkg) => {
                self.parcel_thunk(recv, name, pkg);
            }
            Thunk::MethodExpr { recv, name, pkg } | Thunk::Detached { recv, name, pkg } => {
                let at = self.alloc_for(recv);
                self.method_thunk(recv, name, pkg, |_| Place::Reg(at));
            }
            Thunk::Bound { recv, name, pkg } => {
                // As Go names it.
                self.f.name.push_str("-fm");
                self.method_thunk(recv, name, pkg, |_| Place::Cap(1));
            }
            Thunk::Entry { recv, name, pkg } => {
                let word = self.alloc(1);
                self.method_thunk(recv, name, pkg, |this| this.unboxed(word, recv));
            }
        }
        self.finish();
    }

    /// The receiver behind an interface's data word.
    fn unboxed(&mut self, word: Reg, recv: TypeId) -> Place {
        if self.flat_slots(recv) <= 1 || self.is_wide(recv) {
            return Place::Reg(word);
        }
        Place::Mem { ptr: word, off: 0, packed: true }
    }

    /// Parameters behind what is allocated already, the call, the return.
    fn method_thunk(
        &mut self,
        recv: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
        receiver: impl FnOnce(&mut Self) -> Place,
    ) {
        let Some((obj, path, sig)) = self.declared(recv, name, pkg) else {
            self.emit(Instr::NilPanic {});
            return;
        };
        let name = self.method_name(recv, obj);
        self.f.name.insert_str(0, &name);
        let mut params = Vec::new();
        for n in self.param_slots(&sig) {
            params.push((self.alloc(n), n));
        }
        self.f.params = self.f.next as u32;
        self.f.closure_reg = self.alloc(1);
        let place = receiver(self);
        // A captured receiver is loaded whole, so that it can be followed.
        let place = match place {
            Place::Cap(_) => Place::Reg(self.load(place, recv, None)),
            other => other,
        };
        let (place, ty) = self.follow(place, recv, &path);
        let (callee, base) = self.prepare_method(place, ty, Some(obj), Vec::new());
        for (reg, n) in params {
            let r = self.alloc(n);
            self.f.mov(r, reg, n);
        }
        self.pass_on(&callee, base, &sig);
    }

    /// Calls a method, and returns what it returns.
    fn pass_on(&mut self, callee: &Callee, base: Reg, sig: &Signature) {
        let (base, n) = self.emit_call(callee, base, sig);
        self.f.reserve(n as usize + 1);
        self.f.mov(0, base, n);
        for r in &sig.results {
            self.f.results.push((r.ty, None));
        }
        self.emit(Instr::Ret {});
    }

    /// The method `name` of `recv`: the path to where it is declared, on which its signature depends, and that.
    fn declared(&mut self, recv: TypeId, name: Symbol, pkg: Option<PkgId>) -> Option<(ObjId, Vec<usize>, Signature)> {
        let (obj, path) = self.find_method(recv, name, pkg)?;
        let declared = self.path_type(recv, &path);
        let sig = self.method_signature(obj, declared)?;
        Some((obj, path, sig))
    }

    /// Whether `T.M` as a function has so many parameters, the receiver among them, that they travel in an object.
    pub(super) fn parcelled_expr(&mut self, recv: TypeId, name: Symbol, pkg: Option<PkgId>) -> bool {
        let Some((_, _, sig)) = self.declared(recv, name, pkg) else { return false };
        self.expr_parcel(recv, &sig).is_some()
    }

    fn expr_parcel(&mut self, recv: TypeId, sig: &Signature) -> Option<(LayoutId, Vec<u32>)> {
        let types: Vec<TypeId> = std::iter::once(recv).chain(sig.params.iter().map(|p| p.ty)).collect();
        self.param_parcel(&types)
    }

    /// `T.M` of which receiver and parameters come in one object.
    fn parcel_thunk(&mut self, recv: TypeId, name: Symbol, pkg: Option<PkgId>) {
        let Some((obj, path, sig)) = self.declared(recv, name, pkg) else { return };
        let Some((_, offsets)) = self.expr_parcel(recv, &sig) else { return };
        let name = self.method_name(recv, obj);
        self.f.name.insert_str(0, &name);
        let from = self.alloc(1);
        self.f.params = self.f.next as u32;
        self.f.closure_reg = self.alloc(1);
        let at = self.take_from_object(from, 0, recv, None);
        let (place, ty) = self.follow(Place::Reg(at), recv, &path);
        let (callee, base) = self.prepare_method(place, ty, Some(obj), Vec::new());
        match self.parcel(&sig) {
            Some((layout, own)) => {
                let to = self.alloc(1);
                self.emit(Instr::New { a: to, m: layout.0 as i32 });
                for ((p, &off), own) in sig.params.iter().zip(&offsets[1..]).zip(own) {
                    let mark = self.f.next;
                    let r = self.take_from_object(from, off, p.ty, None);
                    self.put_in_object(to, own, p.ty, r);
                    self.f.next = mark;
                }
            }
            None => {
                for (p, &off) in sig.params.iter().zip(&offsets[1..]) {
                    let r = self.alloc_for(p.ty);
                    self.take_from_object(from, off, p.ty, Some(r));
                }
            }
        }
        self.pass_on(&callee, base, &sig);
    }

    fn path_type(&mut self, mut ty: TypeId, path: &[usize]) -> TypeId {
        for &i in path {
            if let crate::types::Type::Pointer(elem) = self.under(ty) {
                ty = elem;
            }
            ty = self.field_offset(ty, i).1;
        }
        ty
    }

    /// The function that an interface calls for method `obj` of `recv`: the method itself where its receiver is the data word.
    pub(super) fn method_entry(&mut self, recv: TypeId, name: Symbol, pkg: Option<PkgId>) -> FuncId {
        let found = self.find_method(recv, name, pkg);
        let pkg = found.as_ref().map_or(pkg, |(obj, _)| self.types.objects[*obj].pkg);
        if let Some((obj, path)) = found
            && path.is_empty()
            && self.rep(recv) != Rep::Iface
        {
            let is_ptr = matches!(self.under(recv), crate::types::Type::Pointer(_));
            let declared_on_ptr = self.declared_on_pointer(obj);
            let direct = is_ptr == declared_on_ptr && self.flat_slots(recv) == 1;
            if direct {
                let targs = self.recv_targs(recv);
                return self.func_of(obj, targs);
            }
        }
        self.thunk(Thunk::Entry { recv, name, pkg })
    }

    fn declared_on_pointer(&mut self, obj: ObjId) -> bool {
        let crate::types::Type::Signature(sig) = &self.types.types[self.types.objects[obj].ty] else { return false };
        let Some(recv) = sig.recv else { return false };
        let ty = self.types.unalias(self.types.objects[recv].ty);
        matches!(self.types.types[ty], crate::types::Type::Pointer(_))
    }
}
