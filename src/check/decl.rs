//! Declarations of constants, variables, types and functions.

use super::checker::{Action, Checker, DeclIdx};
use super::errors;
use super::operand::Operand;
use super::scope::ScopeId;
use crate::base::{Pos, Symbol};
use crate::constant::Value;
use crate::syntax::ast::{BinaryOp, DeclId, DeclKind, ExprId, ExprKind, Ident, Param, UnaryOp};
use crate::types::{BasicInfo, NamedId, ObjId, ObjKind, Type, TypeId, TypeParamId, VarKind};
use std::rc::Rc;

impl Checker<'_> {
    /// Enters a name into a scope.
    pub(super) fn declare(&mut self, scope: ScopeId, id: Option<&Ident>, obj: ObjId) {
        let name = self.obj(obj).name;
        if name != Symbol::BLANK {
            if let Some(alt) = self.scopes[scope].get(name) {
                let text = self.name(name).to_owned();
                let more = self.other_decl(alt);
                self.err_multi(self.obj(obj).pos, errors::redeclared_in_block(text), &more);
                return;
            }
            self.scopes[scope].insert(name, obj);
        }
        if let Some(id) = id {
            self.record_def(id, obj);
        }
    }

    pub(super) fn push_path(&mut self, obj: ObjId) {
        self.path_index.insert(obj, self.path.len());
        self.path.push(obj);
    }

    pub(super) fn pop_path(&mut self) {
        if let Some(obj) = self.path.pop() {
            self.path_index.remove(&obj);
        }
    }

    /// Checks the declaration of a package-level object or method, if that was not done yet.
    pub(super) fn obj_decl(&mut self, obj: ObjId) {
        if self.path_index.contains_key(&obj) {
            match self.obj(obj).kind {
                ObjKind::Const(_) | ObjKind::Var(_) => {
                    if !self.valid_cycle(obj) || !self.obj(obj).ty.is_some() {
                        self.types.objects[obj].ty = TypeId::INVALID;
                    }
                }
                ObjKind::TypeName => {
                    if !self.valid_cycle(obj) {
                        self.types.objects[obj].ty = TypeId::INVALID;
                    }
                }
                _ => {
                    self.valid_cycle(obj);
                }
            }
            return;
        }
        if self.obj(obj).ty.is_some() {
            return;
        }
        let Some(&at) = self.decl_of.get(&obj) else {
            self.types.objects[obj].ty = TypeId::INVALID;
            return;
        };
        self.push_path(obj);
        let env = self.env.clone();
        let info = &self.decls[at];
        let (pkg, scope, version) = (info.pkg, info.scope, info.version);
        let (ty, init, inherited, decl) = (info.ty, info.init, info.inherited, info.decl);
        self.enter_package(pkg);
        (self.env.scope, self.env.version) = (scope, version);
        self.env.has_call_or_recv = false;
        match self.obj(obj).kind {
            ObjKind::Const(_) => {
                self.env.decl = Some(at);
                self.const_decl(obj, ty, init, inherited);
            }
            ObjKind::Var(_) => {
                self.env.decl = Some(at);
                let lhs = self.decls[at].lhs.clone();
                self.var_decl(obj, &lhs, ty, init);
            }
            ObjKind::TypeName => {
                if let Some(decl) = decl {
                    self.type_decl(obj, decl);
                }
                self.collect_methods(obj);
            }
            ObjKind::Func => {
                if let Some(decl) = decl {
                    self.func_decl(obj, at, decl);
                }
            }
            ObjKind::PkgName(_) | ObjKind::Label | ObjKind::Builtin(_) | ObjKind::Nil => {}
        }
        self.restore(env);
        self.pop_path();
    }

    fn const_decl(&mut self, obj: ObjId, ty: Option<ExprId>, init: Option<ExprId>, inherited: bool) {
        let (iota, errpos) = (self.env.iota.take(), self.env.errpos);
        if let ObjKind::Const(value) = &mut self.types.objects[obj].kind {
            self.env.iota = Some(std::mem::take(value));
        }
        self.env.errpos = Pos::NONE;
        self.const_decl_inner(obj, ty, init, inherited);
        (self.env.iota, self.env.errpos) = (iota, errpos);
    }

    fn const_decl_inner(&mut self, obj: ObjId, ty: Option<ExprId>, init: Option<ExprId>, inherited: bool) {
        if let Some(e) = ty {
            let t = self.typ(e);
            if !self.types.is_basic(t, BasicInfo::CONST_TYPE) {
                let u = self.types.under(t);
                if self.types.is_valid(u) {
                    let text = self.ts(t);
                    self.err(self.start(e), errors::invalid_constant_type(text));
                }
                self.types.objects[obj].ty = TypeId::INVALID;
                return;
            }
            self.types.objects[obj].ty = t;
        }
        let mut x = Operand::new();
        if let Some(init) = init {
            if inherited {
                self.env.errpos = self.obj(obj).pos;
            }
            self.expr(None, &mut x, init);
        }
        self.init_const(obj, &mut x);
    }

    fn var_decl(&mut self, obj: ObjId, lhs: &[ObjId], ty: Option<ExprId>, init: Option<ExprId>) {
        if let Some(e) = ty {
            let t = self.var_type(e);
            self.types.objects[obj].ty = t;
        }
        let Some(init) = init else {
            if ty.is_none() {
                self.types.objects[obj].ty = TypeId::INVALID;
            }
            return;
        };
        if lhs.len() <= 1 {
            let target = self.new_target_for(obj);
            let mut x = Operand::new();
            self.expr(target.as_ref(), &mut x, init);
            self.init_var(obj, &mut x, "variable declaration");
            return;
        }
        if ty.is_some() {
            let t = self.obj(obj).ty;
            for &v in lhs {
                self.types.objects[v].ty = t;
            }
        }
        self.init_vars(lhs, &[init], None);
    }

    fn type_decl(&mut self, obj: ObjId, decl: DeclId) {
        let ast = self.ast;
        let DeclKind::Type { tparams, alias, ty: rhs, .. } = &ast.decls[decl].kind else { return };
        let rhs = *rhs;
        let mut version_error = false;
        // The check of validity comes before what the declaration itself puts off, as in gc.
        let slot = self.delayed.len();
        self.later(Action::ValidType { obj, rhs: None, at: None });
        if *alias {
            if let Some(tparam) = tparams.first() {
                version_error = !self.verify_version(tparam.pos, 23, "generic type alias");
            }
            if !version_error {
                version_error = !self.verify_version(ast.decls[decl].pos, 9, "type alias");
            }
            let id = self.types.new_alias(obj);
            self.types.objects[obj].ty = id;
            let mut params = Vec::new();
            if !tparams.is_empty() {
                self.open_scope();
                params = self.collect_type_params(tparams, &mut |c, list| {
                    c.types.alias_tparams.insert(obj, list.to_vec());
                });
            }
            let mut t = self.declared_type(rhs);
            if self.types.as_type_param(t).is_some_and(|p| params.contains(&p)) {
                self.err(self.start(rhs), errors::type_param_as_alias());
                t = TypeId::INVALID;
            }
            if !tparams.is_empty() {
                self.close_scope();
            }
            let failed = self.obj(obj).ty == TypeId::INVALID || self.types.unalias(id) == TypeId::INVALID;
            self.types.set_alias(id, if failed || t == id { TypeId::INVALID } else { t });
            self.fix_valid_type(slot, obj, t, rhs, version_error);
            return;
        }
        if let Some(tparam) = tparams.first() {
            version_error = !self.verify_version(tparam.pos, 18, "type parameter");
        }
        let (named, id) = self.types.new_named(obj);
        if !self.obj(obj).ty.is_some() {
            self.types.objects[obj].ty = id;
        }
        if !tparams.is_empty() {
            self.open_scope();
            self.collect_type_params(tparams, &mut |c, list| c.types.named[named].tparams = list.to_vec());
        }
        let mut t = self.declared_type(rhs);
        if !tparams.is_empty() {
            self.close_scope();
        }
        self.fix_valid_type(slot, obj, t, rhs, version_error);
        if self.types.is_type_param(t) {
            self.err(self.start(rhs), errors::type_param_as_rhs());
            t = TypeId::INVALID;
        }
        if self.types.named[named].rhs.is_none() {
            self.types.named[named].rhs = Some(t);
        }
    }

    fn fix_valid_type(&mut self, slot: usize, obj: ObjId, rhs: TypeId, at: ExprId, version_error: bool) {
        if let Some((_, _, action)) = self.delayed.get_mut(slot) {
            let at = if version_error { None } else { Some(at) };
            *action = Action::ValidType { obj, rhs: Some(rhs), at };
        }
    }

    /// Declares type parameters; `bind` is told them before their constraints are checked.
    pub(super) fn collect_type_params(
        &mut self,
        list: &[Param],
        bind: &mut dyn FnMut(&mut Self, &[TypeParamId]),
    ) -> Vec<TypeParamId> {
        let mut params = Vec::new();
        for (i, p) in list.iter().enumerate() {
            let Some(name) = &p.name else { continue };
            params.push(self.declare_type_param(name, i));
        }
        bind(self, &params);
        let saved = std::mem::replace(&mut self.env.in_tparam_list, true);
        let mut bound = TypeId::INVALID;
        for (i, (p, &param)) in list.iter().zip(&params).enumerate() {
            if i == 0 || p.ty != list[i - 1].ty {
                bound = self.bound(p.ty);
                if self.types.is_type_param(bound) {
                    self.err(self.start(p.ty), errors::type_param_as_constraint());
                    bound = TypeId::INVALID;
                }
            }
            self.types.tparams[param].constraint = bound;
        }
        self.env.in_tparam_list = saved;
        params
    }

    /// A constraint: `~int` and unions stand for the interface with them in it.
    fn bound(&mut self, e: ExprId) -> TypeId {
        let wrap = matches!(
            self.ast.exprs[e].kind,
            ExprKind::Unary { op: UnaryOp::Tilde, .. } | ExprKind::Binary { op: BinaryOp::Or, .. }
        );
        if !wrap {
            return self.typ(e);
        }
        let embed = self.parse_union(e);
        let (iface, id) = self.types.new_interface();
        let pos = self.start(e);
        let interface = &mut self.types.interfaces[iface];
        interface.embeds.push(embed);
        interface.embed_pos.push(pos);
        interface.implicit = true;
        interface.complete = true;
        self.later(Action::TypeSet { iface: id });
        id
    }

    pub(super) fn declare_type_param(&mut self, name: &Ident, index: usize) -> TypeParamId {
        let obj = self.new_object(ObjKind::TypeName, name.name, TypeId::NONE, name.pos);
        let (param, ty) = self.types.new_type_param(obj, index as u32, TypeId::INVALID);
        self.types.objects[obj].ty = ty;
        self.declare(self.env.scope, Some(name), obj);
        param
    }

    /// Gives a type its methods.
    pub(super) fn collect_methods(&mut self, obj: ObjId) {
        let pkg = self.env.pkg;
        let Some(methods) = self.pkgs[pkg].methods.remove(&obj) else { return };
        let base = self.types.as_named(self.obj(obj).ty).filter(|&n| self.types.named[n].obj == obj);
        if let Some(named) = base {
            self.later(Action::FieldNames { named });
        }
        let mut seen: Vec<ObjId> = Vec::new();
        for m in methods {
            let name = self.obj(m).name;
            if let Some(&alt) = seen.iter().find(|&&o| self.obj(o).name == name) {
                let base = self.name(self.obj(obj).name).to_owned();
                let at = self.pos_string(self.obj(alt).pos);
                let message = errors::method_already_declared(base, self.name(name), at);
                self.err(self.obj(m).pos, message);
                continue;
            }
            seen.push(m);
            if let Some(named) = base {
                self.types.named[named].methods.push(m);
            }
        }
    }

    /// Fields and methods share one name space.
    pub(super) fn check_field_names(&mut self, named: NamedId) {
        let Some(u) = self.types.named[named].rhs else { return };
        let Type::Struct(fields) = self.types.under_type(u) else { return };
        let fields: Vec<_> = fields.iter().map(|f| (f.name, f.obj)).collect();
        let methods = self.types.named[named].methods.clone();
        for (name, field) in fields {
            if let Some(&m) = methods.iter().find(|&&m| self.obj(m).name == name) {
                let text = self.name(name).to_owned();
                let more = self.other_decl(field);
                self.err_multi(self.obj(m).pos, errors::field_and_method(text), &more);
            }
        }
    }

    fn func_decl(&mut self, obj: ObjId, at: DeclIdx, decl: DeclId) {
        let ast = self.ast;
        let DeclKind::Func(func) = &ast.decls[decl].kind else { return };
        // Against cycles: a function that its own signature mentions.
        let empty = self.types.signature(super::signature::empty());
        self.types.objects[obj].ty = empty;
        let env = self.func_type_of(Some(obj), func.recv.as_ref(), &func.tparams, func.ty);
        self.types.objects[obj].ty = env.ty;
        let env = Rc::new(env);
        self.decls[at].func = Some(Rc::clone(&env));
        if !func.tparams.is_empty() && func.body.is_none() {
            self.err(ast.decls[decl].pos, errors::generic_without_body());
        }
        let library = self.pkgs[self.env.pkg].library;
        if func.body.is_none()
            && !library
            && !self.loaded[self.env.pkg].native
            && func.name.name != self.symbols.init
            && func.tparams.is_empty()
        {
            // gc means what follows `func`: a method's receiver.
            let lo = ast.decls[decl].span.lo;
            let keyword = "func ".len() as u32;
            let pos = if func.recv.is_some() { Pos(lo.0 + keyword) } else { func.name.pos };
            self.missing_body.push(pos);
        }
        if let (Some(body), false) = (func.body, library) {
            self.later(Action::FuncBody { decl: Some(at), func: env, body, iota: None });
        }
    }

    /// Declarations inside a function.
    pub(super) fn decl_stmt(&mut self, list: &[DeclId]) {
        let ast = self.ast;
        let mut group = None;
        let mut last: Option<(Option<ExprId>, &[ExprId])> = None;
        for &id in list {
            let decl = &ast.decls[id];
            if !matches!(decl.kind, DeclKind::Const { .. }) {
                group = None;
            }
            match &decl.kind {
                DeclKind::Const { names, ty, values, iota } => {
                    let top = self.delayed.len();
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
                    let mut lhs = Vec::new();
                    for (i, name) in names.iter().enumerate() {
                        let value = Value::Int(i64::from(*iota));
                        let obj = self.new_object(ObjKind::Const(value), name.name, TypeId::NONE, name.pos);
                        lhs.push(obj);
                        self.const_decl(obj, ty, values.get(i).copied(), inherited);
                    }
                    self.arity(decl.pos, names, values, true, inherited);
                    self.process_delayed(top);
                    for (name, obj) in names.iter().zip(lhs) {
                        self.declare(self.env.scope, Some(name), obj);
                    }
                }
                DeclKind::Var { names, ty, values } => {
                    let top = self.delayed.len();
                    let vars: Vec<ObjId> =
                        names.iter().map(|n| self.new_var(VarKind::Local, n.name, TypeId::NONE, n.pos)).collect();
                    for (i, &obj) in vars.iter().enumerate() {
                        let (lhs, init): (&[ObjId], _) = if values.len() == names.len() {
                            (&[], Some(values[i]))
                        } else if values.len() == 1 {
                            (&vars, Some(values[0]))
                        } else {
                            (&[], values.get(i).copied())
                        };
                        self.var_decl(obj, lhs, *ty, init);
                        if values.len() == 1 {
                            break;
                        }
                    }
                    if ty.is_none() || !values.is_empty() {
                        self.arity(decl.pos, names, values, false, false);
                    }
                    self.process_delayed(top);
                    for (name, obj) in names.iter().zip(vars) {
                        self.declare(self.env.scope, Some(name), obj);
                    }
                }
                DeclKind::Type { name, .. } => {
                    let obj = self.new_object(ObjKind::TypeName, name.name, TypeId::NONE, name.pos);
                    self.declare(self.env.scope, Some(name), obj);
                    self.push_path(obj);
                    self.type_decl(obj, id);
                    self.pop_path();
                }
                DeclKind::Import { .. } | DeclKind::Func(_) => {}
            }
        }
    }
}
