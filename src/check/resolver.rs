//! Collects what the files of a package declare.

use super::checker::Checker;
use super::errors;
use super::scope::{Scope, ScopeId};
use crate::base::{Pos, Symbol};
use crate::constant::{self, Value};
use crate::syntax::ast::{DeclId, DeclKind, ExprId, ExprKind, FuncDecl, Ident, UnaryOp};
use crate::types::{ObjId, ObjKind, PkgId, TypeId, VarKind};

struct Method {
    obj: ObjId,
    ptr: bool,
    recv: Symbol,
}

/// The receiver's base type expression, whether there is a star, and its type parameters.
pub(super) struct Receiver {
    pub(super) ptr: bool,
    pub(super) base: ExprId,
    pub(super) tparams: Vec<ExprId>,
    pub(super) indexed: bool,
}

impl Checker<'_> {
    /// Names and versions of the files.
    pub(super) fn init_files(&mut self) {
        let pkg = self.env.pkg;
        let ast = self.ast;
        let (major, version) = self.loaded[pkg].version;
        for file in &ast.files {
            if file.package.name == Symbol::BLANK {
                self.err(file.package.pos, errors::invalid_package_name());
            }
            let mut v = (major, version);
            if let Some((major, minor)) = file.go_version {
                v = (major, minor.max(21));
                if minor > 27 {
                    self.err(file.package.pos, errors::file_too_new(minor));
                }
            }
            self.pkgs[pkg].file_versions.push(v);
        }
    }

    pub(super) fn unparen(&self, mut e: ExprId) -> ExprId {
        while let ExprKind::Paren(x) = self.ast.exprs[e].kind {
            e = x;
        }
        e
    }

    /// Declares a package-level object.
    fn declare_pkg_obj(&mut self, ident: &Ident, obj: ObjId, decl: usize) {
        let pkg = self.env.pkg;
        if ident.name == self.symbols.init {
            self.err(ident.pos, errors::cannot_declare_init());
            return;
        }
        if ident.name == self.symbols.main && self.pkgs[pkg].name == self.symbols.main {
            self.err(ident.pos, errors::cannot_declare_main());
            return;
        }
        self.types.objects[obj].package_level = true;
        let scope = self.pkgs[pkg].scope;
        self.declare(scope, Some(ident), obj);
        self.register(obj, decl);
    }

    fn register(&mut self, obj: ObjId, decl: usize) {
        self.decl_of.insert(obj, decl);
        let pkg = self.env.pkg;
        self.pkgs[pkg].objects.push(obj);
    }

    /// Numbers of names and of values must agree.
    pub(super) fn arity(&mut self, pos: Pos, names: &[Ident], inits: &[ExprId], is_const: bool, inherited: bool) {
        let (l, r) = (names.len(), inits.len());
        if l < r {
            let n = inits[l];
            if inherited {
                let at = self.pos_string(self.ast.exprs[n].pos);
                self.err(pos, errors::extra_init_at(at));
            } else {
                let text = self.es(n);
                self.err(self.start(n), errors::extra_init(text));
            }
        } else if l > r && (is_const || r != 1) {
            let n = &names[r];
            let text = self.name(n.name).to_owned();
            self.err(n.pos, errors::missing_init(text));
        }
    }

    /// Fills the package's scope and those of its files.
    pub(super) fn collect_objects(&mut self) {
        let pkg = self.env.pkg;
        let ast = self.ast;
        let pkg_scope = self.pkgs[pkg].scope;
        let mut methods: Vec<Method> = Vec::new();
        let mut file_scopes = Vec::new();
        for (index, file) in ast.files.iter().enumerate() {
            self.env.version = self.pkgs[pkg].file_versions[index].1;
            let scope = self.scopes.push(Scope { parent: Some(pkg_scope), ..Scope::default() });
            file_scopes.push(scope);
            // The last constant declaration of the group that had a type or values.
            let mut group = None;
            let mut last: Option<(Option<ExprId>, &[ExprId])> = None;
            for &id in &file.decls {
                let decl = &ast.decls[id];
                if !matches!(decl.kind, DeclKind::Const { .. }) {
                    group = None;
                }
                match &decl.kind {
                    DeclKind::Import { name, path } => self.import(scope, decl.pos, name.as_ref(), *path),
                    DeclKind::Const { names, ty, values, iota } => {
                        if group.is_none() || decl.group.is_none() || group != decl.group {
                            last = None;
                        }
                        group = decl.group;
                        let mut inherited = true;
                        if ty.is_some() || !values.is_empty() {
                            last = Some((*ty, values));
                            inherited = false;
                        } else if last.is_none() {
                            last = Some((None, &[]));
                            inherited = false;
                        }
                        let (ty, values) = last.unwrap_or((None, &[]));
                        for (i, name) in names.iter().enumerate() {
                            let value = Value::Int(i64::from(*iota));
                            let obj = self.new_object(ObjKind::Const(value), name.name, TypeId::NONE, name.pos);
                            let mut d = self.new_decl(index, scope);
                            (d.ty, d.init, d.inherited) = (ty, values.get(i).copied(), inherited);
                            self.decls.push(d);
                            self.declare_pkg_obj(name, obj, self.decls.len() - 1);
                        }
                        self.arity(decl.pos, names, values, true, inherited);
                    }
                    DeclKind::Var { names, ty, values } => {
                        let mut shared = None;
                        let mut lhs = Vec::new();
                        for (i, name) in names.iter().enumerate() {
                            let obj = self.new_var(VarKind::Package, name.name, TypeId::NONE, name.pos);
                            lhs.push(obj);
                            let at = match shared {
                                Some(at) => at,
                                None => {
                                    let mut d = self.new_decl(index, scope);
                                    (d.ty, d.init) = (*ty, values.get(i).copied());
                                    self.decls.push(d);
                                    let at = self.decls.len() - 1;
                                    if values.len() <= 1 {
                                        shared = Some(at);
                                    }
                                    at
                                }
                            };
                            self.declare_pkg_obj(name, obj, at);
                        }
                        if let Some(at) = shared {
                            self.decls[at].lhs = lhs;
                        }
                        if ty.is_none() || !values.is_empty() {
                            self.arity(decl.pos, names, values, false, false);
                        }
                    }
                    DeclKind::Type { name, .. } => {
                        let obj = self.new_object(ObjKind::TypeName, name.name, TypeId::NONE, name.pos);
                        let mut d = self.new_decl(index, scope);
                        d.decl = Some(id);
                        self.decls.push(d);
                        self.declare_pkg_obj(name, obj, self.decls.len() - 1);
                    }
                    DeclKind::Func(func) => self.collect_func(index, scope, id, func, &mut methods),
                }
            }
        }
        for scope in file_scopes {
            for (name, obj) in self.scopes[scope].names.clone() {
                if let Some(alt) = self.scopes[pkg_scope].get(name) {
                    let text = self.name(name).to_owned();
                    let object = self.obj(obj).clone();
                    let message = match object.kind {
                        ObjKind::PkgName(imported) => {
                            let path = self.package_string(imported);
                            errors::already_declared_import(text, path)
                        }
                        _ => {
                            let path = object.pkg.map_or_else(String::new, |p| self.package_string(p));
                            errors::already_declared_dot_import(text, path)
                        }
                    };
                    let more = self.other_decl(obj);
                    let pos = self.obj(alt).pos;
                    self.err_multi(pos, message, &more);
                }
            }
        }
        for m in methods {
            if let Some((ptr, base)) = self.resolve_base_type_name(m.ptr, m.recv) {
                if ptr {
                    self.types.ptr_methods.insert(m.obj);
                }
                self.pkgs[pkg].methods.entry(base).or_default().push(m.obj);
            }
        }
    }

    fn package_string(&self, pkg: PkgId) -> String {
        let p = &self.pkgs[pkg];
        format!("package {} ({:?})", self.name(p.name), p.path)
    }

    fn collect_func(&mut self, file: usize, scope: ScopeId, id: DeclId, func: &FuncDecl, methods: &mut Vec<Method>) {
        let pkg = self.env.pkg;
        let ast = self.ast;
        let name = func.name.name;
        let obj = self.new_object(ObjKind::Func, name, TypeId::NONE, func.name.pos);
        if func.recv.is_none() {
            let is_main = name == self.symbols.main && self.pkgs[pkg].name == self.symbols.main;
            if name == self.symbols.init || is_main {
                let text = self.name(name).to_owned();
                if let Some(tparam) = func.tparams.first() {
                    self.err(tparam.pos, errors::no_type_parameters(&text, is_main));
                }
                if let ExprKind::FuncType { params, results } = &ast.exprs[func.ty].kind
                    && (!params.is_empty() || !results.is_empty())
                {
                    self.err(func.name.pos, errors::no_arguments(&text, is_main));
                }
            } else if let Some(tparam) = func.tparams.first() {
                self.verify_version(tparam.pos, 18, "type parameter");
            }
            self.types.objects[obj].package_level = true;
            if name == self.symbols.init {
                self.record_def(&func.name, obj);
                self.pkgs[pkg].init_funcs.push(obj);
                if func.body.is_none() {
                    self.err(func.name.pos, errors::init_without_body());
                }
            } else {
                let pkg_scope = self.pkgs[pkg].scope;
                self.declare(pkg_scope, Some(&func.name), obj);
            }
        } else if let Some(recv) = &func.recv {
            let receiver = self.unpack_recv(recv.ty);
            if let ExprKind::Name(base) = ast.exprs[receiver.base].kind
                && name != Symbol::BLANK
            {
                methods.push(Method { obj, ptr: receiver.ptr, recv: base });
            }
            if let Some(tparam) = func.tparams.first() {
                self.verify_version(tparam.pos, 27, "generic method");
            }
            self.record_def(&func.name, obj);
        }
        let mut d = self.new_decl(file, scope);
        d.decl = Some(id);
        self.decls.push(d);
        self.register(obj, self.decls.len() - 1);
    }

    fn import(&mut self, scope: ScopeId, pos: Pos, name: Option<&Ident>, path: Option<ExprId>) {
        let Some(path) = path else { return };
        let ExprKind::Literal { text, bad: false, .. } = self.ast.exprs[path].kind else { return };
        let bytes = constant::unquote(self.name(text)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let imported = if text == "unsafe" {
            PkgId::UNSAFE
        } else {
            match self.loaded[self.env.pkg].imports.get(&text) {
                Some(&id) => id,
                None => return,
            }
        };
        let local = name.map_or(self.pkgs[imported].name, |n| n.name);
        if local == self.symbols.init {
            self.err(pos, errors::import_as_init());
            return;
        }
        let obj = self.new_object(ObjKind::PkgName(imported), local, TypeId::INVALID, pos);
        if let Some(name) = name {
            self.record_def(name, obj);
        }
        let pkg = self.env.pkg;
        self.pkgs[pkg].imports.push(obj);
        if local == self.symbols.dot {
            let from = self.pkgs[imported].scope;
            for (name, obj2) in self.scopes[from].names.clone() {
                if !self.is_exported(name) {
                    continue;
                }
                if let Some(alt) = self.scopes[scope].get(name) {
                    let text = self.name(name).to_owned();
                    let more = self.other_decl(alt);
                    self.err_multi(pos, errors::redeclared_in_block(text), &more);
                } else {
                    self.scopes[scope].insert(name, obj2);
                    self.dot_imports.insert((scope, name), obj);
                }
            }
        } else {
            self.declare(scope, None, obj);
        }
    }

    /// Takes a receiver's type apart.
    pub(super) fn unpack_recv(&self, ty: ExprId) -> Receiver {
        let mut base = self.unparen(ty);
        let mut ptr = false;
        if let ExprKind::Unary { op: UnaryOp::Deref, x } = self.ast.exprs[base].kind {
            ptr = true;
            base = self.unparen(x);
        }
        let (mut tparams, mut indexed) = (Vec::new(), false);
        if let ExprKind::Index { x, indices } = &self.ast.exprs[base].kind {
            base = *x;
            tparams = indices.clone();
            indexed = true;
        }
        Receiver { ptr, base, tparams, indexed }
    }

    /// Follows aliases to the type that a receiver's name stands for.
    fn resolve_base_type_name(&self, mut ptr: bool, mut name: Symbol) -> Option<(bool, ObjId)> {
        let scope = self.pkgs[self.env.pkg].scope;
        let mut seen = Vec::new();
        loop {
            let obj = self.scopes[scope].get(name)?;
            if !self.obj(obj).is_type_name() || seen.contains(&obj) {
                return None;
            }
            let decl = self.decls[*self.decl_of.get(&obj)?].decl?;
            let DeclKind::Type { tparams, alias, ty, .. } = &self.ast.decls[decl].kind else { return None };
            if !alias {
                return Some((ptr, obj));
            }
            if !tparams.is_empty() {
                return None;
            }
            seen.push(obj);
            let mut ty = self.unparen(*ty);
            if let ExprKind::Unary { op: UnaryOp::Deref, x } = self.ast.exprs[ty].kind {
                if ptr {
                    return None;
                }
                ptr = true;
                ty = self.unparen(x);
            }
            let ExprKind::Name(next) = self.ast.exprs[ty].kind else { return None };
            name = next;
        }
    }

    /// Checks all objects of the current package: types first, then aliases, then the rest.
    pub(super) fn package_objects(&mut self) {
        let objects = self.pkgs[self.env.pkg].objects.clone();
        for &obj in &objects {
            if self.obj(obj).is_type_name() && self.obj(obj).ty.is_some() {
                self.collect_methods(obj);
            }
        }
        let is_alias = |c: &Self, obj: ObjId| {
            let decl = c.decls[c.decl_of[&obj]].decl;
            decl.is_some_and(|d| matches!(c.ast.decls[d].kind, DeclKind::Type { alias: true, .. }))
        };
        let (types, others): (Vec<_>, Vec<_>) = objects.into_iter().partition(|&o| self.obj(o).is_type_name());
        let (aliases, types): (Vec<_>, Vec<_>) = types.into_iter().partition(|&o| is_alias(self, o));
        for obj in types.into_iter().chain(aliases).chain(others) {
            if self.stopped {
                return;
            }
            self.obj_decl(obj);
        }
    }

    /// Complains about imports that nothing used.
    pub(super) fn unused_imports(&mut self) {
        for obj in self.pkgs[self.env.pkg].imports.clone() {
            let object = self.obj(obj).clone();
            if object.name == Symbol::BLANK || self.used_imports.contains(&obj) {
                continue;
            }
            let ObjKind::PkgName(imported) = object.kind else { continue };
            let path = self.pkgs[imported].path.clone();
            let name = self.name(object.name).to_owned();
            let elem = path.rsplit('/').next().unwrap_or(&path);
            if name == "." || name == elem {
                self.err(object.pos, errors::unused_import(&path));
            } else {
                self.err(object.pos, errors::unused_import_as(&path, &name));
            }
        }
    }
}
