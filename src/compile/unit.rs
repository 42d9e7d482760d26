//! The compilation as a whole: the work list of functions, shared tables, and linking.

use super::embed::{EmbeddedFiles, FileList};
use super::func::{Func, Var};
use super::thunk::Thunk;
use super::{errors, escape};
use crate::base::{Diagnostics, IndexVec, Interner, Pos, SourceMap};
use crate::bytecode::GLOBALS;
use crate::bytecode::{
    self, FuncId, GlobalInfo, Instr, Layout, LayoutId, MethodId, PROLOGUE, Program, RTypeId, SlotKind, Width,
};
use crate::check::info::{Checked, ExprInfo, Initializer, Mode, Package};
use crate::constant;
use crate::syntax::ast::{self, DeclKind, ExprId, ExprKind, StmtId};
use crate::types::{ObjId, PkgId, Signature, Type, TypeId, TypeParamId, Types};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// A function that something refers to and that must be compiled.
#[derive(Debug, Clone)]
pub(super) enum Pending {
    /// A declared function or method.
    Decl { obj: ObjId, targs: Vec<TypeId> },
    /// Something the compiler makes.
    Thunk(Thunk),
}

/// Where a package-level variable lives.
#[derive(Debug, Clone, Copy)]
pub(super) enum Global {
    /// In the globals' object from this slot on.
    Slot(u32),
    /// In an object of its own: a constant pointer.
    Object(u64),
}

/// Where a declared function's declaration is.
#[derive(Debug, Clone, Copy)]
pub(super) struct DeclSite {
    pub(super) pkg: PkgId,
    pub(super) decl: ast::DeclId,
    pub(super) file: usize,
}

/// State of one compilation. The function being compiled is `f`; outer functions of a literal wait in `outer`.
pub(super) struct Unit<'a> {
    pub(super) types: Types,
    pub(super) packages: &'a IndexVec<PkgId, Package>,
    pub(super) interner: &'a mut Interner,
    pub(super) diags: Diagnostics,
    pub(super) program: Program,
    pub(super) f: Func,
    pub(super) outer: Vec<Func>,
    pub(super) slots_cache: FxHashMap<TypeId, u32>,
    pub(super) layout_cache: FxHashMap<(TypeId, Width), LayoutId>,
    pub(super) layouts: FxHashMap<Layout, LayoutId>,
    pub(super) const_ids: FxHashMap<u64, i32>,
    pub(super) string_ids: FxHashMap<Box<[u8]>, i32>,
    pub(super) rtype_cache: FxHashMap<TypeId, RTypeId>,
    /// Types whose values get into interfaces.
    pub(super) dynamic: FxHashSet<RTypeId>,
    /// Whether the program has package reflect in it.
    pub(super) reflects: bool,
    /// Whether it may call functions and methods by reflection.
    pub(super) reflects_calls: bool,
    pub(super) rtype_literals: FxHashMap<String, RTypeId>,
    pub(super) method_ids: FxHashMap<String, MethodId>,
    pub(super) natives: FxHashMap<String, i32>,
    is_native: &'a dyn Fn(&str) -> bool,
    func_ids: FxHashMap<(ObjId, Vec<TypeId>), FuncId>,
    pub(super) thunk_ids: FxHashMap<Thunk, FuncId>,
    queue: Vec<(FuncId, Pending)>,
    done: IndexVec<FuncId, Option<Func>>,
    pub(super) decls: FxHashMap<ObjId, DeclSite>,
    pub(super) globals: FxHashMap<ObjId, Global>,
    static_closures: FxHashMap<FuncId, u64>,
    /// Variables with files in them, where they stand, and the files.
    pub(super) embedded: Vec<(ObjId, Pos, FileList)>,
}

/// Compiles a checked program. `is_native` tells which library functions exist in Rust. Diagnostics are what this engine does
/// not support; with any, the program must not be run.
pub fn compile_program(
    checked: Checked,
    interner: &mut Interner,
    sources: &SourceMap,
    is_native: &dyn Fn(&str) -> bool,
    embedded: &EmbeddedFiles<'_>,
) -> (Program, Diagnostics) {
    let Checked { types, packages, order, main, reflects_calls } = checked;
    let nothing = Func::new(FuncId(0), String::new(), main, Rc::from([]), Pos::NONE);
    let mut unit = Unit {
        types,
        packages: &packages,
        interner,
        diags: Diagnostics::new(),
        program: Program { sources: sources.clone(), ..Program::default() },
        f: nothing,
        outer: Vec::new(),
        slots_cache: FxHashMap::default(),
        layout_cache: FxHashMap::default(),
        layouts: FxHashMap::default(),
        const_ids: FxHashMap::default(),
        string_ids: FxHashMap::default(),
        rtype_cache: FxHashMap::default(),
        dynamic: FxHashSet::default(),
        reflects: packages.iter().any(|p| p.path == "reflect"),
        reflects_calls,
        rtype_literals: FxHashMap::default(),
        method_ids: FxHashMap::default(),
        natives: FxHashMap::default(),
        is_native,
        func_ids: FxHashMap::default(),
        thunk_ids: FxHashMap::default(),
        queue: Vec::new(),
        done: IndexVec::new(),
        decls: FxHashMap::default(),
        globals: FxHashMap::default(),
        static_closures: FxHashMap::default(),
        embedded: Vec::new(),
    };
    unit.embed(embedded);
    unit.prepare(&order, main);
    unit.work();
    unit.link()
}

impl Unit<'_> {
    /// Tables that every function needs: globals, declarations, well-known types; then the entry function.
    fn prepare(&mut self, order: &[PkgId], main: PkgId) {
        self.program.layouts.push(Layout::default());
        let nil = self.nil_rtype();
        self.program.rtypes.push(nil);
        for (pkg, package) in self.packages.iter_enumerated() {
            for info in &package.funcs {
                self.decls.insert(info.obj, DeclSite { pkg, decl: info.decl, file: info.file });
            }
        }
        self.lay_out_globals(order);
        self.well_known();
        let entry = self.done.push(None);
        self.program.entry = entry;
        self.f = Func::new(entry, "runtime.main".into(), main, Rc::from([]), Pos::NONE);
        self.store_embedded();
        for &pkg in order {
            self.compile_package_init(pkg);
        }
        let main_name = self.interner.intern("main");
        let main_fn = self.packages[main].funcs.iter().map(|f| f.obj).find(|&o| {
            let obj = &self.types.objects[o];
            obj.name == main_name && !self.has_recv(o)
        });
        if let Some(obj) = main_fn {
            let id = self.func_of(obj, Vec::new());
            self.program.main = Some(id);
            let a = self.f.next as u8 + 1;
            self.alloc(2);
            self.emit(Instr::Call { a, m: id.0 as i32 });
        }
        self.emit(Instr::Ret {});
        self.finish();
    }

    pub(super) fn has_recv(&self, obj: ObjId) -> bool {
        matches!(&self.types.types[self.types.objects[obj].ty], Type::Signature(s) if s.recv.is_some())
    }

    fn lay_out_globals(&mut self, order: &[PkgId]) {
        let mut mask: Vec<SlotKind> = Vec::new();
        let mut big = Vec::new();
        for &pkg in order {
            for &var in &self.packages[pkg].vars {
                let ty = self.types.objects[var].ty;
                let layout = self.var_layout(ty);
                let l = self.program.layouts[layout].clone();
                let global = if l.slots > super::layout::LARGE_ARRAY * 2 || l.width != Width::W64 {
                    big.push(layout);
                    Global::Object((GLOBALS + big.len() as u64) << 32)
                } else {
                    let at = mask.len() as u32;
                    for i in 0..l.slots as usize {
                        mask.push(if l.mask.is_empty() { SlotKind::Scalar } else { l.mask[i % l.mask.len()] });
                    }
                    Global::Slot(at)
                };
                self.globals.insert(var, global);
            }
        }
        // The object must not be of size zero: its id is counted on.
        mask.push(SlotKind::Scalar);
        let slots = mask.len() as u32;
        let layout = Layout { slots, width: Width::W64, go_size: slots * 8, mask: mask.into() };
        self.name_globals(order);
        self.program.globals = self.program.layouts.push(layout);
        self.program.big_globals = big;
    }

    /// What views call the package-level variables of packages that are not the library's.
    fn name_globals(&mut self, order: &[PkgId]) {
        let packages = self.packages;
        for &pkg in order {
            let package = &packages[pkg];
            if self.of_library(pkg) {
                continue;
            }
            for &var in &package.vars {
                let name = self.interner.name(self.types.objects[var].name);
                if name == "_" {
                    continue;
                }
                let name = if package.path == "main" { name.to_owned() } else { format!("{}.{name}", package.path) };
                let ptr = match self.globals.get(&var) {
                    Some(&Global::Slot(at)) => GLOBALS << 32 | u64::from(at),
                    Some(&Global::Object(ptr)) => ptr,
                    None => continue,
                };
                let ty = self.rtype(self.types.objects[var].ty);
                self.program.global_infos.push(GlobalInfo { name, ty, ptr });
            }
        }
    }

    fn compile_package_init(&mut self, pkg: PkgId) {
        self.f.pkg = pkg;
        let package = &self.packages[pkg];
        // Constants are data in gc: they are there before anything runs.
        let (data, code): (Vec<_>, Vec<_>) =
            package.init_order.iter().partition(|init| init.lhs.len() == 1 && self.const_of(init.rhs).is_some());
        for init in data {
            self.compile_initializer(pkg, init);
        }
        if let Some(first) = code.first() {
            // Traces have a function of this name.
            let id = self.new_func_id();
            let pos = package.ast.exprs[first.rhs].pos;
            let init = Func::new(id, format!("{}.init", package.path), pkg, Rc::from([]), pos);
            let entry = std::mem::replace(&mut self.f, init);
            // Nobody wants to see how the library gets ready.
            self.f.wrapper = self.of_library(pkg);
            for init in code {
                self.compile_initializer(pkg, init);
            }
            self.emit(Instr::Ret {});
            self.finish();
            self.f = entry;
            self.call_init(id);
        }
        for obj in self.init_funcs(pkg) {
            let id = self.func_of(obj, Vec::new());
            self.call_init(id);
        }
    }

    fn of_library(&self, pkg: PkgId) -> bool {
        let first = self.packages[pkg].ast.files.first();
        first.is_none_or(|f| self.program.sources.file(f.file).of_library())
    }

    fn compile_initializer(&mut self, pkg: PkgId, init: &Initializer) {
        let mark = self.f.next;
        self.f.boxed = Rc::new(escape::in_expr(self, pkg, init.rhs).boxed);
        self.f.statement(self.packages[pkg].ast.exprs[init.rhs].pos);
        self.init_vars(&init.lhs, init.rhs);
        self.f.next = mark;
    }

    fn call_init(&mut self, id: FuncId) {
        let mark = self.f.next;
        let a = self.alloc(2) + 1;
        self.emit(Instr::Call { a, m: id.0 as i32 });
        self.f.next = mark;
    }

    /// A package's functions `init`, in order.
    fn init_funcs(&self, pkg: PkgId) -> Vec<ObjId> {
        let is_init = |&obj: &ObjId| {
            let name = self.types.objects[obj].name;
            self.interner.name(name) == "init" && !self.has_recv(obj)
        };
        self.packages[pkg].funcs.iter().map(|f| f.obj).filter(is_init).collect()
    }

    fn init_vars(&mut self, lhs: &[ObjId], rhs: ExprId) {
        if let [var] = lhs {
            let ty = self.types.objects[*var].ty;
            let at = self.global_place(*var);
            self.f.leafwise.clear();
            self.note_leafwise(rhs);
            let r = self.value_for_store(rhs, ty);
            if let Some(at) = at {
                self.store(at, ty, r);
            }
            return;
        }
        let (values, types) = self.multi_value(rhs);
        for ((&var, kept), ty) in lhs.iter().zip(values).zip(types) {
            let mark = self.f.next;
            if let Some(at) = self.global_place(var) {
                let target = self.types.objects[var].ty;
                let r = self.held(kept, ty);
                let r = self.convert_reg(r, ty, target, None);
                self.store(at, target, r);
            }
            self.f.next = mark;
        }
    }

    /// Compiles until nothing new is asked for.
    fn work(&mut self) {
        while let Some((id, pending)) = self.queue.pop() {
            match pending {
                Pending::Decl { obj, targs } => self.compile_decl(id, obj, targs),
                Pending::Thunk(thunk) => self.compile_thunk(id, &thunk),
            }
        }
    }

    /// The number of a declared function's instance, to be compiled if it is new.
    pub(super) fn func_of(&mut self, obj: ObjId, targs: Vec<TypeId>) -> FuncId {
        if let Some(&id) = self.func_ids.get(&(obj, targs.clone())) {
            return id;
        }
        let id = self.done.push(None);
        self.func_ids.insert((obj, targs.clone()), id);
        self.queue.push((id, Pending::Decl { obj, targs }));
        id
    }

    /// The number of a function the compiler makes.
    pub(super) fn thunk(&mut self, thunk: Thunk) -> FuncId {
        if let Some(&id) = self.thunk_ids.get(&thunk) {
            return id;
        }
        let id = self.done.push(None);
        self.thunk_ids.insert(thunk.clone(), id);
        self.queue.push((id, Pending::Thunk(thunk)));
        id
    }

    /// A number for a function literal.
    pub(super) fn new_func_id(&mut self) -> FuncId {
        self.done.push(None)
    }

    /// Pointer to the closure without captures of a function.
    pub(super) fn static_closure(&mut self, id: FuncId) -> u64 {
        if let Some(&ptr) = self.static_closures.get(&id) {
            return ptr;
        }
        let n = self.program.static_closures.len() as u64;
        let ptr = (3 + self.program.big_globals.len() as u64 + n) << 32;
        self.program.static_closures.push(id);
        self.static_closures.insert(id, ptr);
        ptr
    }

    /// Whether Rust provides a function of this name.
    pub(super) fn native_exists(&self, name: &str) -> bool {
        (self.is_native)(name)
    }

    /// Number of a native.
    pub(super) fn native(&mut self, name: &str) -> i32 {
        if let Some(&i) = self.natives.get(name) {
            return i;
        }
        let i = self.program.natives.push(name.to_owned()).0 as i32;
        self.natives.insert(name.to_owned(), i);
        i
    }

    /// The receiver's type parameters and own ones of a function, in the order of its `targs`.
    pub(super) fn all_tparams(&self, obj: ObjId) -> Vec<TypeParamId> {
        match &self.types.types[self.types.objects[obj].ty] {
            Type::Signature(s) => s.recv_tparams.iter().chain(&s.tparams).copied().collect(),
            _ => Vec::new(),
        }
    }

    /// As Go's traces name it: `main.f`, `main.T.M`, `main.(*T).M`.
    pub(super) fn func_name(&self, obj: ObjId) -> String {
        let o = &self.types.objects[obj];
        let recv = match &self.types.types[o.ty] {
            Type::Signature(s) => s.recv,
            _ => None,
        };
        let Some(recv) = recv else {
            let pkg = o.pkg.map_or(String::new(), |p| format!("{}.", self.packages[p].path));
            let name = self.interner.name(o.name);
            // Each has a name of its own.
            let number =
                o.pkg.filter(|_| name == "init").and_then(|p| self.init_funcs(p).iter().position(|&f| f == obj));
            return match number {
                Some(n) => format!("{pkg}{name}.{n}"),
                None => format!("{pkg}{name}"),
            };
        };
        self.method_name(self.types.objects[recv].ty, obj)
    }

    /// The same of a method as one of the type `recv`, which it may be declared for or not.
    pub(super) fn method_name(&self, recv: TypeId, obj: ObjId) -> String {
        let o = &self.types.objects[obj];
        let name = self.interner.name(o.name);
        let ty = self.types.unalias(recv);
        let (base, pointer) = match self.types.types[ty] {
            Type::Pointer(elem) => (self.types.unalias(elem), true),
            _ => (ty, false),
        };
        let mut of = o.pkg;
        let base_name = match &self.types.types[base] {
            Type::Named(n) => {
                let named = &self.types.named[*n];
                of = self.types.objects[named.obj].pkg;
                let text = self.interner.name(self.types.objects[named.obj].name).to_owned();
                let generic = named.instance_of.is_some() || !named.tparams.is_empty();
                if generic { format!("{text}[...]") } else { text }
            }
            _ => "?".into(),
        };
        let pkg = of.map_or(String::new(), |p| format!("{}.", self.packages[p].path));
        if pointer { format!("{pkg}(*{base_name}).{name}") } else { format!("{pkg}{base_name}.{name}") }
    }

    fn compile_decl(&mut self, id: FuncId, obj: ObjId, targs: Vec<TypeId>) {
        let name = self.func_name(obj);
        let Some(&DeclSite { pkg, decl, file }) = self.decls.get(&obj) else {
            let pos = self.types.objects[obj].pos;
            self.f = Func::new(id, name.clone(), PkgId(0), Rc::from([]), pos);
            self.diags.push(errors::missing_native(pos, &name));
            self.finish();
            return;
        };
        let packages = self.packages;
        let package = &packages[pkg];
        let DeclKind::Func(func) = &package.ast.decls[decl].kind else { return };
        let subst: Rc<[_]> = self.all_tparams(obj).into_iter().zip(targs).collect();
        let pos = package.ast.decls[decl].pos;
        self.f = Func::new(id, name.clone(), pkg, subst, pos);
        self.f.loop_vars = package.file_versions.get(file).is_none_or(|&v| v >= (1, 22));
        let Some(sig) = self.signature(self.types.objects[obj].ty) else { return };
        let recv = sig.recv.map(|r| {
            let ty = self.types.objects[r].ty;
            (self.subst(ty), func.recv.as_ref().and_then(|p| p.name))
        });
        let Some(body) = func.body else {
            self.native_stub(&name, recv.map(|r| r.0), &sig, pos);
            return;
        };
        let found = escape::in_stmt(self, pkg, body, Some(func.ty), func.recv.as_ref());
        self.f.boxed = Rc::new(found.boxed);
        self.f.reserving = Rc::new(found.reserving);
        let reported = self.diags.len();
        self.compile_body(recv, func.ty, &sig, body);
        if self.f.too_complex && self.diags.len() == reported {
            self.f = self.f.spilling_again();
            self.compile_body(recv, func.ty, &sig, body);
        }
        self.finish();
    }

    /// A library function without a body: calls the native of its name.
    fn native_stub(&mut self, name: &str, recv: Option<TypeId>, sig: &Signature, pos: Pos) {
        let mut n = recv.map_or(0, |r| usize::from(self.slots(r)));
        for p in &sig.params {
            n += usize::from(self.slots(p.ty));
        }
        self.f.params = n as u32;
        self.f.wrapper = true;
        let mut results = 0;
        for r in &sig.results {
            results += usize::from(self.slots(r.ty));
            self.f.results.push((r.ty, None));
        }
        self.f.reserve(n.max(results) + 1);
        if !self.native_exists(name) {
            self.diags.push(errors::missing_native(pos, name));
        }
        let m = self.native(name);
        self.emit(Instr::CallN { a: 0, m });
        self.emit(Instr::Ret {});
        self.finish();
    }

    /// The signature behind a function type, with type parameters replaced.
    pub(super) fn signature(&mut self, ty: TypeId) -> Option<Signature> {
        let ty = self.subst(ty);
        let under = self.types.under(ty);
        match &self.types.types[under] {
            Type::Signature(s) => Some(s.clone()),
            _ => None,
        }
    }

    /// Parameters, results and body of a function with source. The receiver and captured variables have been set up in `f`.
    pub(super) fn compile_body(
        &mut self,
        recv: Option<(TypeId, Option<ast::Ident>)>,
        fty: ExprId,
        sig: &Signature,
        body: StmtId,
    ) {
        let packages = self.packages;
        let package = &packages[self.f.pkg];
        let ExprKind::FuncType { params, results } = &package.ast.exprs[fty].kind else { return };
        // All parameters first get their registers; boxes come behind, so that the calling convention is plain.
        let mut vars = Vec::new();
        if let Some((ty, name)) = recv {
            let reg = self.alloc_for(ty);
            vars.push((name, ty, reg));
        }
        let parcel = self.parcel(sig).map(|(_, offsets)| (self.alloc(1), offsets));
        for (param, p) in sig.params.iter().zip(params).filter(|_| parcel.is_none()) {
            let reg = self.alloc_for(param.ty);
            vars.push((p.name, param.ty, reg));
        }
        self.f.params = self.f.next as u32;
        self.f.closure_reg = self.alloc(1);
        self.open_spill();
        self.open_reserve();
        let types: Vec<TypeId> = sig.results.iter().map(|r| r.ty).collect();
        let result_slots: u8 = match self.result_parcel(&types) {
            Some(_) => 1,
            None => types.iter().map(|&ty| self.slots(ty)).sum(),
        };
        self.f.reserve(usize::from(result_slots) + 1);
        for (name, ty, reg) in vars {
            let Some(obj) = name.and_then(|n| package.defs.get(&n.id).copied()) else { continue };
            if self.must_box(obj, ty) {
                self.declare_var_at(obj, ty, Some(reg));
            } else {
                self.f.vars.insert(obj, Var::Reg(reg));
                self.note_var(obj, ty, reg, false);
            }
        }
        if let Some((ptr, offsets)) = parcel {
            for ((param, p), off) in sig.params.iter().zip(params).zip(offsets) {
                let Some(obj) = p.name.and_then(|n| package.defs.get(&n.id).copied()) else { continue };
                let mark = self.f.next;
                let reg = self.take_from_object(ptr, off, param.ty, None);
                let ty = param.ty;
                // The value's registers become the variable's where it may have some.
                match self.must_box(obj, ty) {
                    true if matches!(self.declare_var_at(obj, ty, Some(reg)), Var::Spilled(_)) => self.f.next = mark,
                    true => {}
                    false => {
                        self.f.vars.insert(obj, Var::Reg(reg));
                        self.note_var(obj, ty, reg, false);
                    }
                }
            }
        }
        self.f.has_defer = escape::has_defer(package, body);
        let named = results.iter().any(|r| r.name.is_some());
        let shared = {
            let is_func = |e: ExprId| escape::ranges_over_func(&self.types, package, e);
            super::rangefunc::returns_from_body(package, body, &is_func, false)
        };
        for (i, r) in sig.results.iter().enumerate() {
            let name = results.get(i).and_then(|p| p.name);
            let obj = name.and_then(|n| package.defs.get(&n.id).copied());
            if shared {
                let (obj, var) = self.shared_result(obj, r.ty);
                self.f.results.push((r.ty, Some(obj)));
                self.f.result_vars.push(var);
                continue;
            }
            self.f.results.push((r.ty, obj));
            if named || self.f.has_defer {
                let var = match obj {
                    Some(obj) => self.declare_var_at(obj, r.ty, None),
                    None => self.anonymous_result(r.ty),
                };
                self.f.result_vars.push(var);
            }
        }
        if self.f.has_defer {
            let label = self.f.label();
            self.f.epilogue = Some(label);
        }
        let ast::StmtKind::Block(block) = &package.ast.stmts[body].kind else { return };
        self.block(block);
        self.f.statement(block.rbrace);
        // What falls off the end: functions with results have returned already.
        self.return_epilogue();
    }

    fn anonymous_result(&mut self, ty: TypeId) -> Var {
        let reg = self.alloc_for(ty);
        if self.is_wide(ty) {
            let layout = self.var_layout(ty);
            self.emit(Instr::New { a: reg, m: layout.0 as i32 });
            return Var::Boxed(reg);
        }
        let n = self.slots(ty);
        self.f.zero(reg, n);
        Var::Reg(reg)
    }

    /// Puts the finished function away.
    pub(super) fn finish(&mut self) {
        self.check_complexity();
        let types: Vec<TypeId> = self.f.results.iter().map(|r| r.0).collect();
        let in_line = self.result_parcel(&types).is_none();
        self.f.result_slots = if in_line { types.iter().map(|&ty| u32::from(self.slots(ty))).sum() } else { 1 };
        let f = std::mem::replace(&mut self.f, Func::new(FuncId(0), String::new(), PkgId(0), Rc::from([]), Pos::NONE));
        let id = f.id;
        self.done[id] = Some(f);
    }

    /// A type with the current function's type parameters replaced.
    pub(super) fn subst(&mut self, ty: TypeId) -> TypeId {
        if self.f.subst.is_empty() {
            return ty;
        }
        let subst = Rc::clone(&self.f.subst);
        self.types.subst(ty, &subst)
    }

    /// What the checker found out about an expression.
    pub(super) fn info(&self, e: ExprId) -> &ExprInfo {
        &self.packages[self.f.pkg].exprs[e]
    }

    /// Type of an expression in this instance.
    pub(super) fn type_of(&mut self, e: ExprId) -> TypeId {
        let info = self.info(e);
        let ty = info.ty.unwrap_or(TypeId::INVALID);
        if info.mode == Mode::Invalid {
            let pos = self.packages[self.f.pkg].ast.exprs[e].pos;
            self.diags.push(errors::no_type(pos));
        }
        self.subst(ty)
    }

    /// Value of a constant expression.
    pub(super) fn const_of(&self, e: ExprId) -> Option<constant::Value> {
        self.info(e).value.clone()
    }

    /// Gives code addresses and puts everything into the program.
    fn link(mut self) -> (Program, Diagnostics) {
        let mut program = std::mem::take(&mut self.program);
        program.code.extend(PROLOGUE);
        program.lines.resize(PROLOGUE.len(), bytecode::LineInfo::default());
        let mut entries = Vec::new();
        let mut at = PROLOGUE.len() as u32;
        for f in self.done.iter() {
            entries.push(at);
            at += f.as_ref().map_or(0, |f| f.code.len() as u32).max(1);
        }
        for (i, f) in self.done.iter_mut().enumerate() {
            let entry = entries[i];
            let Some(f) = f else {
                program.code.push(Instr::NilPanic {});
                program.lines.push(bytecode::LineInfo::default());
                program.funcs.push(bytecode::Func {
                    name: "?".into(),
                    entry,
                    end: entry + 1,
                    params: 0,
                    results: 0,
                    frame: 1,
                    epilogue: 0,
                    wrapper: true,
                    pos: Pos::NONE,
                    vars: Vec::new(),
                    captures: Vec::new(),
                });
                continue;
            };
            f.patch();
            if f.code.is_empty() {
                f.emit(Instr::Ret {});
            }
            let frame = f.frame() as i32 + 1;
            for instr in &f.code {
                let linked = match *instr {
                    Instr::Call { a, m } => Instr::Call { a, m: entries[m as usize] as i32 },
                    Instr::Closure { a, b, c, m } => Instr::Closure { a, b, c, m: entries[m as usize] as i32 },
                    // What blocks keeps its frame: now it is known how large that is.
                    Instr::Send { a, b, .. } => Instr::Send { a, b, m: frame },
                    Instr::Recv { a, b, c, .. } => Instr::Recv { a, b, c, m: frame },
                    Instr::Select { m, .. } => {
                        program.selects[m as usize].frame = frame as u32;
                        *instr
                    }
                    other => other,
                };
                program.code.push(linked);
            }
            program.lines.extend_from_slice(&f.lines);
            let epilogue = f.epilogue.and_then(|l| f.label_at(l)).map_or(0, |i| entry + i as u32);
            let mut vars = std::mem::take(&mut f.var_infos);
            for v in &mut vars {
                v.from += entry;
                v.to = entry + v.to.min(f.code.len() as u32);
            }
            for (at, name) in std::mem::take(&mut f.made) {
                program.made_names.push((entry + at as u32, name));
            }
            for (at, ty) in std::mem::take(&mut f.asserted) {
                program.asserted.push((entry + at as u32, ty));
            }
            // An instruction may have been taken back, and another one come in its place.
            f.unsigned.sort_by_key(|&(at, _)| at);
            f.unsigned.dedup_by_key(|&mut (at, _)| at);
            for (at, bits) in std::mem::take(&mut f.unsigned) {
                program.unsigned.push((entry + at as u32, bits));
            }
            program.funcs.push(bytecode::Func {
                name: std::mem::take(&mut f.name),
                entry,
                end: entry + f.code.len() as u32,
                params: f.params,
                results: f.result_slots,
                frame: f.frame() + 1,
                epilogue,
                wrapper: f.wrapper,
                pos: f.decl_pos,
                vars,
                captures: std::mem::take(&mut f.capture_infos),
            });
        }
        (program, self.diags)
    }
}
