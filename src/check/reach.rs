//! Which library functions a program needs.
//!
//! Of library packages only those function bodies are checked that may run: functions and methods mentioned in a body
//! or initialiser that was checked, all methods of types whose values get into interfaces (also as parts of other values:
//! reflection may take them out, and if it calls functions, what these take and give), and all `init` functions.

use super::checker::{Action, Checker};
use crate::syntax::ast::DeclKind;
use crate::types::{ObjId, Type, TypeId};
use std::rc::Rc;

impl Checker<'_> {
    /// The current declaration mentions `to`.
    pub(super) fn add_dep(&mut self, to: ObjId) {
        if !self.decl_of.contains_key(&to) {
            return;
        }
        if self.obj(to).is_func() {
            self.reach(to);
        }
        let Some(from) = self.env.decl else { return };
        let from = &mut self.decls[from];
        if from.dep_set.insert(to) {
            from.deps.push(to);
        }
    }

    /// The body of a library function will be needed.
    pub(super) fn reach(&mut self, func: ObjId) {
        let Some(pkg) = self.obj(func).pkg else { return };
        if self.pkgs[pkg].library && self.reached.insert(func) {
            self.work.push_back(func);
        }
    }

    /// A value of type `from` became one of type `to`.
    pub(super) fn converted(&mut self, from: TypeId, to: TypeId) {
        if from != to && self.types.is_interface(to) && !self.types.is_interface(from) {
            self.make_dynamic(from);
        }
    }

    pub(super) fn converted_by_comparison(&mut self, x: TypeId, y: TypeId) {
        self.converted(x, y);
        self.converted(y, x);
    }

    /// Type arguments may be converted to interfaces inside of what is generic.
    pub(super) fn instantiated(&mut self, targs: &[TypeId]) {
        for &t in targs {
            self.make_dynamic(t);
        }
    }

    /// Values of this type get into interfaces: their methods may be called.
    fn make_dynamic(&mut self, ty: TypeId) {
        if !ty.is_some() {
            return;
        }
        let ty = self.types.unalias(ty);
        if matches!(self.types.types[ty], Type::Basic(_) | Type::TypeParam(_)) || !self.dynamic.insert(ty) {
            return;
        }
        if let Type::Named(named) = self.types.types[ty] {
            if self.types.named_rhs(named).is_none() {
                // Still being declared: again when it is used.
                self.dynamic.remove(&ty);
                return;
            }
            let library = self.obj(self.types.named[named].obj).pkg.is_some_and(|p| self.pkgs[p].library);
            if library {
                for m in self.types.methods(named).to_vec() {
                    self.reach(m);
                }
            }
        }
        self.callable.push(ty);
        let u = self.types.under(ty);
        match &self.types.types[u] {
            &(Type::Pointer(t) | Type::Slice(t) | Type::Array { elem: t, .. } | Type::Chan { elem: t, .. }) => {
                self.make_dynamic(t);
            }
            &Type::Map { key, value } => {
                self.make_dynamic(key);
                self.make_dynamic(value);
            }
            Type::Struct(fields) => {
                let types: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                for t in types {
                    self.make_dynamic(t);
                }
            }
            _ => {}
        }
    }

    /// Checks the bodies of all library functions that are needed.
    pub(super) fn reach_all(&mut self) {
        for pkg in self.pkgs.ids() {
            if !self.pkgs[pkg].library {
                continue;
            }
            for func in self.pkgs[pkg].init_funcs.clone() {
                self.reach(func);
            }
            self.reach_roots(pkg);
        }
        loop {
            let Some(func) = self.work.pop_front() else {
                if self.reach_called() {
                    continue;
                }
                break;
            };
            if self.stopped {
                return;
            }
            self.obj_decl(func);
            let Some(&at) = self.decl_of.get(&func) else { continue };
            let Some(env) = self.decls[at].func.clone() else { continue };
            let (pkg, version) = (self.decls[at].pkg, self.decls[at].version);
            let Some(decl) = self.decls[at].decl else { continue };
            let DeclKind::Func(decl) = &self.asts[pkg].decls[decl].kind else { continue };
            if let Some(body) = decl.body {
                self.enter_package(pkg);
                self.env.version = version;
                self.later(Action::FuncBody { decl: Some(at), func: Rc::clone(&env), body, iota: None });
            }
            self.process_delayed(0);
        }
        self.process_delayed(0);
    }

    /// If the program calls by reflection: values of what functions and exported methods take and give get into interfaces. Whether
    /// there was anything to look at.
    fn reach_called(&mut self) -> bool {
        if self.called == self.callable.len() || self.called == 0 && !self.reflects_calls() {
            return false;
        }
        while let Some(&ty) = self.callable.get(self.called) {
            self.called += 1;
            // Reflection makes pointers to whatever it holds, which have more methods.
            let mut receiver = ty;
            if let Some(named) = self.types.as_named(ty) {
                for m in self.types.methods(named).to_vec() {
                    self.obj_decl(m);
                }
                receiver = self.types.pointer(ty);
            }
            let mut parts = self.types.called_types(receiver);
            let u = self.types.under(ty);
            if let Type::Signature(sig) = &self.types.types[u] {
                parts.extend(sig.params.iter().chain(&sig.results).map(|p| p.ty));
            }
            for ty in parts {
                self.make_dynamic(ty);
            }
        }
        true
    }

    /// Whether `reflect.Value.call` is reached, through which all such calls go.
    fn reflects_calls(&mut self) -> bool {
        let Some(pkg) = self.pkgs.ids().find(|&p| self.pkgs[p].path == "reflect") else { return false };
        let find = |this: &Self, name: &str| this.interner.get(name);
        let (Some(value), Some(call)) = (find(self, "Value"), find(self, "call")) else { return false };
        let Some(obj) = self.scopes[self.pkgs[pkg].scope].get(value) else { return false };
        // In a program that uses nothing of the package its type was not looked at.
        let ty = self.obj(obj).ty;
        let Some(named) = ty.is_some().then(|| self.types.as_named(ty)).flatten() else { return false };
        self.types.methods(named).iter().any(|&m| self.obj(m).name == call && self.reached.contains(&m))
    }

    fn reach_roots(&mut self, pkg: crate::types::PkgId) {
        let scope = self.pkgs[pkg].scope;
        for root in &self.loaded[pkg].roots {
            let (name, method) = root.split_once('.').map_or((root.as_str(), None), |(n, m)| (n, Some(m)));
            let Some(obj) = self.interner.get(name).and_then(|n| self.scopes[scope].get(n)) else { continue };
            self.enter_package(pkg);
            self.obj_decl(obj);
            if self.obj(obj).is_func() {
                self.reach(obj);
                continue;
            }
            let Some(named) = self.types.as_named(self.obj(obj).ty) else { continue };
            for m in self.types.methods(named).to_vec() {
                if method.is_none_or(|want| want == self.name(self.obj(m).name)) {
                    self.reach(m);
                }
            }
        }
    }
}
