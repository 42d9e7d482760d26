//! Signatures, receivers included.

use super::checker::{Action, Checker, FuncEnv};
use super::errors;
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{ExprId, ExprKind, Ident, Param, UnaryOp};
use crate::types::{Basic, ObjId, ParamType, Signature, Type, TypeId, TypeParamId, VarKind};

/// A signature without anything.
pub(super) fn empty() -> Signature {
    Signature {
        tparams: Vec::new(),
        recv_tparams: Vec::new(),
        recv: None,
        params: Vec::new(),
        results: Vec::new(),
        variadic: false,
    }
}

struct Params<'a> {
    names: Vec<Option<&'a Ident>>,
    vars: Vec<ObjId>,
    variadic: bool,
}

impl Checker<'_> {
    /// A function type, and the scope with its parameters.
    pub(super) fn func_type(&mut self, recv: Option<&Param>, tparams: &[Param], e: ExprId) -> FuncEnv {
        self.func_type_of(None, recv, tparams, e)
    }

    /// As [`Checker::func_type`] for the function `obj`, which its own signature may mention.
    pub(super) fn func_type_of(
        &mut self,
        obj: Option<ObjId>,
        recv: Option<&Param>,
        tparams: &[Param],
        e: ExprId,
    ) -> FuncEnv {
        let ast = self.ast;
        let scope = self.open_scope();
        self.scopes[scope].is_func = true;
        let mut sig = empty();
        let mut recv_var = None;
        if let Some(recv) = recv {
            let (var, params) = self.collect_recv(recv);
            recv_var = Some(var);
            sig.recv_tparams = params;
        }
        if !tparams.is_empty() {
            sig.tparams = self.collect_type_params(tparams, &mut |c, list| {
                if let Some(obj) = obj {
                    let partial = Signature { tparams: list.to_vec(), ..empty() };
                    c.types.objects[obj].ty = c.types.signature(partial);
                }
            });
        }
        let none = (Vec::new(), Vec::new());
        let (params, results) = match &ast.exprs[e].kind {
            ExprKind::FuncType { params, results } => (params, results),
            _ => (&none.0, &none.1),
        };
        let params = self.collect_params(VarKind::Param, params);
        let results = self.collect_params(VarKind::Result, results);
        if let (Some(var), Some(name)) = (recv_var, recv.and_then(|r| r.name.as_ref())) {
            self.declare(scope, Some(name), var);
        }
        self.declare_params(&params);
        self.declare_params(&results);
        self.close_scope();
        let typed = |c: &Self, list: &[ObjId]| -> Vec<ParamType> {
            list.iter().map(|&v| ParamType { name: c.obj(v).name, ty: c.obj(v).ty }).collect()
        };
        sig.recv = recv_var;
        sig.params = typed(self, &params.vars);
        sig.results = typed(self, &results.vars);
        sig.variadic = params.variadic;
        let ty = self.types.signature(sig);
        FuncEnv { scope, ty, results: results.vars }
    }

    fn declare_params(&mut self, params: &Params<'_>) {
        for (name, &var) in params.names.iter().zip(&params.vars) {
            if let Some(name) = name {
                self.declare(self.env.scope, Some(name), var);
            }
        }
    }

    fn collect_params<'b>(&mut self, kind: VarKind, list: &'b [Param]) -> Params<'b> {
        let mut out = Params { names: Vec::new(), vars: Vec::new(), variadic: false };
        let mut prev: Option<(ExprId, TypeId)> = None;
        for (i, p) in list.iter().enumerate() {
            let ty = match prev {
                Some((e, ty)) if e == p.ty => ty,
                _ => {
                    let mut e = p.ty;
                    if let ExprKind::DotsType(elem) = self.ast.exprs[e].kind {
                        if kind == VarKind::Param && i + 1 == list.len() {
                            out.variadic = true;
                        } else {
                            self.err(self.start(e), errors::invalid_tree());
                        }
                        e = elem;
                    }
                    self.var_type(e)
                }
            };
            prev = Some((p.ty, ty));
            let name = p.name.as_ref();
            let (symbol, pos) = name.map_or((Symbol::EMPTY, p.pos), |n| (n.name, n.pos));
            out.names.push(name);
            out.vars.push(self.new_var(kind, symbol, ty, pos));
        }
        if let (true, Some(&last), Some(p)) = (out.variadic, out.vars.last(), list.last()) {
            let slice = self.types.slice(self.obj(last).ty);
            self.types.objects[last].ty = slice;
            self.record_type(p.ty, slice);
        }
        out
    }

    fn collect_recv(&mut self, param: &Param) -> (ObjId, Vec<TypeParamId>) {
        let ast = self.ast;
        let recv = self.unpack_recv(param.ty);
        let mut ty = TypeId::INVALID;
        let mut tparams = Vec::new();
        if !recv.indexed {
            ty = self.var_type(param.ty);
            // Along the chain of pointers and aliases.
            let mut base = self.unpointer(ty);
            while let Type::Alias { actual, .. } = self.types.types[base] {
                base = self.unpointer(actual);
                let instance = match &self.types.types[base] {
                    Type::Named(named) => self.types.named[*named].instance_of.is_some(),
                    Type::Alias { targs, .. } => !targs.is_empty(),
                    _ => false,
                };
                if instance {
                    let text = self.ts(base);
                    self.err(self.start(recv.base), errors::methods_on_instantiated(text));
                    ty = TypeId::INVALID;
                    break;
                }
            }
        } else {
            let mut cause = String::new();
            let generic = self.generic_type(recv.base, &mut cause);
            let mut base = None;
            if self.types.is_valid(generic) {
                match self.types.types[generic] {
                    Type::Named(named) => base = Some(named),
                    _ => {
                        let text = self.ts(generic);
                        self.err(self.start(recv.base), errors::methods_on_generic_alias(text));
                    }
                }
            } else if !cause.is_empty() {
                self.err(self.start(recv.base), errors::plain_invalid_recv(cause));
            }
            for (i, &e) in recv.tparams.iter().enumerate() {
                let expr = &ast.exprs[e];
                let name = match expr.kind {
                    ExprKind::Name(name) => name,
                    ExprKind::Bad => Symbol::BLANK,
                    _ => {
                        let text = self.es(e);
                        self.err(self.start(e), errors::recv_param_not_identifier(text));
                        Symbol::BLANK
                    }
                };
                let ident = Ident { name, id: e, pos: expr.pos };
                let param = self.declare_type_param(&ident, i);
                let obj = self.types.tparams[param].obj;
                self.record_use(e, obj);
                let param_ty = self.types.tparam_type(param);
                self.record_type(e, param_ty);
                tparams.push(param);
            }
            if let Some(named) = base {
                let base_params = self.types.named[named].tparams.clone();
                if base_params.len() == tparams.len() {
                    let map: Vec<_> =
                        base_params.iter().zip(&tparams).map(|(&b, &p)| (b, self.types.tparam_type(p))).collect();
                    for (&b, &p) in base_params.iter().zip(&tparams) {
                        self.mono.record_canon(p, b);
                        let bound = self.types.tparams[b].constraint;
                        let bound = self.types.subst(bound, &map);
                        self.types.tparams[p].constraint = bound;
                    }
                } else {
                    let got = measure(tparams.len(), "type parameter");
                    self.err(self.start(recv.base), errors::recv_param_count(got, base_params.len()));
                }
                self.verify_version(self.start(recv.base), 18, "type instantiation");
                let targs: Vec<TypeId> = tparams.iter().map(|&p| self.types.tparam_type(p)).collect();
                ty = self.types.instantiate(named, targs.clone());
                self.record_instance(recv.base, &targs);
                if recv.ptr {
                    ty = self.types.pointer(ty);
                }
                self.record_recv_types(param.ty, ty);
            }
        }
        let (name, pos) = param.name.as_ref().map_or((Symbol::EMPTY, param.pos), |n| (n.name, n.pos));
        let var = self.new_var(VarKind::Recv, name, ty, pos);
        self.later(Action::Recv { pos: self.start(recv.base), ty });
        (var, tparams)
    }

    fn unpointer(&self, mut ty: TypeId) -> TypeId {
        while let Type::Pointer(elem) = self.types.types[ty] {
            ty = elem;
        }
        ty
    }

    fn record_recv_types(&mut self, e: ExprId, ty: TypeId) {
        self.record_type(e, ty);
        match self.ast.exprs[e].kind {
            ExprKind::Paren(x) => self.record_recv_types(x, ty),
            ExprKind::Unary { op: UnaryOp::Deref, x } => {
                if let Type::Pointer(base) = self.types.types[ty] {
                    self.record_recv_types(x, base);
                }
            }
            _ => {}
        }
    }

    /// Methods may be declared on defined types of the same package that are no pointers or interfaces.
    pub(super) fn valid_recv(&mut self, pos: Pos, ty: TypeId) {
        let (base, _) = self.types.deref(ty);
        let actual = self.types.unalias(base);
        if !self.types.is_valid(actual) {
            return;
        }
        match &self.types.types[actual] {
            Type::Named(named) => {
                let obj = self.types.named[*named].obj;
                if self.obj(obj).pkg != Some(self.env.pkg) {
                    let text = self.ts(base);
                    self.err(pos, errors::methods_on_non_local(text));
                    return;
                }
                let cause = match self.types.under_type(actual) {
                    Type::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                    Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                let text = self.ts(base);
                self.err(pos, errors::invalid_recv_cause(text, cause));
            }
            Type::Basic(_) => {
                let text = self.ts(base);
                self.err(pos, errors::methods_on_non_local(text));
            }
            _ => {
                let text = self.ts(ty);
                self.err(pos, errors::invalid_recv(text));
            }
        }
    }
}

/// `1 variable`, `2 variables`.
pub(super) fn measure(n: usize, unit: &str) -> String {
    if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") }
}
