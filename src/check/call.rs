//! Calls, and instantiation of generic functions.

use super::checker::{Action, Checker};
use super::errors;
use super::info::Mode;
use super::operand::{ExprClass, Operand, Source, Target};
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{Builtin, ParamType, Signature, Type, TypeId, TypeParamId};

impl<'a> Checker<'a> {
    pub(super) fn sig_of(&self, ty: TypeId) -> Option<Signature> {
        match &self.types.types[ty] {
            Type::Signature(sig) => Some(sig.clone()),
            _ => None,
        }
    }

    fn indices_of(&self, e: ExprId) -> &'a [ExprId] {
        match &self.ast.exprs[e].kind {
            ExprKind::Index { indices, .. } => indices,
            _ => &[],
        }
    }

    /// Instantiates the generic function `x` with the type arguments of the index expression `inst`, and infers the rest
    /// from `target` if `infer`. Without, a partial list is handed back.
    pub(super) fn func_inst(
        &mut self,
        target: Option<&Target>,
        pos: Pos,
        x: &mut Operand,
        inst: Option<ExprId>,
        infer: bool,
    ) -> Option<Vec<TypeId>> {
        let inst_pos = inst.map_or(pos, |e| self.ast.exprs[e].pos);
        if let Some(e) = inst {
            x.expr = Source::Expr(e);
        }
        let version_error = !self.verify_version(inst_pos, 18, "function instantiation");
        let list: &[ExprId] = inst.map_or(&[], |e| self.indices_of(e));
        let Some(mut targs) = self.type_list(list) else {
            x.invalidate();
            return None;
        };
        let Some(sig) = self.sig_of(x.ty) else {
            x.invalidate();
            return None;
        };
        let (got, want) = (targs.len(), sig.tparams.len());
        if got > want {
            self.err(self.start(list[got - 1]), errors::type_argument_count(got, want));
            x.invalidate();
            return None;
        }
        if got < want {
            if !infer {
                return Some(targs);
            }
            let (mut params, mut args) = (Vec::new(), Vec::new());
            let xpos = self.op_pos_of(x);
            if let Some(target) = target {
                if !version_error && !self.allow_version(21) {
                    let what = if inst.is_some() {
                        "partially instantiated function in assignment"
                    } else {
                        "implicitly instantiated function in assignment"
                    };
                    self.verify_version(inst_pos, 21, what);
                }
                let plain = Signature { tparams: Vec::new(), recv_tparams: Vec::new(), recv: None, ..sig.clone() };
                params.push(self.types.signature(plain));
                let name = self.interner.intern(&target.desc);
                args.push(Operand::value(Source::Name(xpos, name), target.sig));
            }
            let (tparams, params) = self.rename_tparams(&sig.tparams, &params);
            let reverse = target.is_some();
            let mut partial: Vec<Option<TypeId>> = targs.into_iter().map(Some).collect();
            partial.resize(want, None);
            match self.infer(pos, &tparams, &partial, &params, &args, reverse) {
                Ok(inferred) => targs = inferred,
                Err(failure) => {
                    if let Some((at, message)) = failure {
                        self.err(at, errors::inference(message));
                    }
                    x.invalidate();
                    return None;
                }
            }
        }
        let xpos = self.op_pos_of(x);
        x.ty = self.instantiate_signature(xpos, x.expr, x.ty, &targs, list);
        x.mode = Mode::Value;
        None
    }

    /// A generic function type with these type arguments; constraints are verified later.
    fn instantiate_signature(
        &mut self,
        pos: Pos,
        expr: Source,
        ty: TypeId,
        targs: &[TypeId],
        list: &[ExprId],
    ) -> TypeId {
        let Some(sig) = self.sig_of(ty) else { return ty };
        let map: Vec<_> = sig.tparams.iter().copied().zip(targs.iter().copied()).collect();
        let inst = self.types.subst(ty, &map);
        if let Source::Expr(e) = expr {
            self.record_instance(e, targs);
        }
        self.instantiated(targs);
        let action = Action::VerifyFunc { pos, list: list.to_vec(), tparams: sig.tparams, targs: targs.to_vec() };
        self.later(action);
        inst
    }

    pub(super) fn call_expr(&mut self, x: &mut Operand, call: ExprId) -> ExprClass {
        let ast = self.ast;
        let ExprKind::Call { fun, args: arg_list, has_dots, .. } = &ast.exprs[call].kind else {
            return ExprClass::Statement;
        };
        let (fun, has_dots) = (*fun, *has_dots);
        let mut inst = None;
        if let ExprKind::Index { x: inner, indices } = &ast.exprs[fun].kind {
            if self.index_expr(x, fun, *inner, indices) {
                inst = Some(fun);
            }
            x.expr = Source::Expr(fun);
            self.record(x);
        } else {
            self.expr_or_type(x, fun, true);
        }
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(arg_list);
                return ExprClass::Statement;
            }
            Mode::TypeExpr => {
                self.conversion_call(x, call, arg_list, has_dots);
                return ExprClass::Conversion;
            }
            Mode::Builtin(id) => {
                if !self.builtin(x, call, id) {
                    x.invalidate();
                }
                x.expr = Source::Expr(call);
                if x.is_valid() && !x.is_const() {
                    self.env.has_call_or_recv = true;
                }
                return builtin_class(id);
            }
            _ => {}
        }
        let callee = self.common_under(
            x.ty,
            Some(&mut |c: &mut Checker<'a>, t, u| {
                let bad = u.is_some_and(|u| !matches!(c.types.types[u], Type::Signature(_)));
                bad.then(|| errors::is_not_a_function(c.ts(t)))
            }),
        );
        let mut sig_ty = match callee {
            Ok(u) => u,
            Err(why) => {
                let text = self.os(x);
                self.err(self.xpos(x), errors::cannot_call(text, why));
                x.invalidate();
                return ExprClass::Statement;
            }
        };
        let Some(sig) = self.sig_of(sig_ty) else {
            x.invalidate();
            return ExprClass::Statement;
        };
        let was_generic = !sig.tparams.is_empty();
        let mut list: &[ExprId] = &[];
        let mut targs = Vec::new();
        if let Some(inst) = inst {
            list = self.indices_of(inst);
            let Some(types) = self.type_list(list) else {
                self.use_exprs(arg_list);
                x.invalidate();
                return ExprClass::Statement;
            };
            targs = types;
            let (got, want) = (targs.len(), sig.tparams.len());
            if got > want {
                self.err(self.start(list[want]), errors::type_argument_count(got, want));
                self.use_exprs(arg_list);
                x.invalidate();
                return ExprClass::Statement;
            }
            if got == want && want > 0 {
                self.verify_version(self.start(inst), 18, "function instantiation");
                let pos = self.ast.exprs[inst].pos;
                sig_ty = self.instantiate_signature(pos, Source::Expr(inst), sig_ty, &targs, list);
                targs.clear();
                list = &[];
            }
        }
        let (mut args, arg_targs) = self.generic_expr_list(arg_list);
        let sig_ty = self.arguments(call, sig_ty, targs, list, &mut args, &arg_targs).unwrap_or(sig_ty);
        let Some(sig) = self.sig_of(sig_ty) else {
            x.invalidate();
            return ExprClass::Statement;
        };
        if was_generic && sig.tparams.is_empty() {
            self.record_value(fun, Mode::Value, sig_ty, None);
        }
        match sig.results.as_slice() {
            [] => {
                // The type is still that of the function: messages show it.
                x.mode = Mode::NoValue;
            }
            [one] => {
                if !self.is_complete(one.ty) {
                    x.invalidate();
                    x.expr = Source::Expr(call);
                    return ExprClass::Statement;
                }
                x.mode = Mode::Value;
                x.ty = one.ty;
            }
            results => {
                x.mode = Mode::Value;
                x.ty = self.types.tuple(results.to_vec());
            }
        }
        x.expr = Source::Expr(call);
        self.env.has_call_or_recv = true;
        if x.mode == Mode::Value && !sig.tparams.is_empty() && self.types.is_parameterized(&sig.tparams, x.ty) {
            x.invalidate();
        }
        ExprClass::Statement
    }

    fn conversion_call(&mut self, x: &mut Operand, call: ExprId, args: &[ExprId], has_dots: bool) {
        self.non_generic(None, x);
        if !x.is_valid() {
            return;
        }
        let ty = x.ty;
        x.invalidate();
        if !self.is_complete(ty) {
            return;
        }
        match args {
            [] => {
                let text = self.ts(ty);
                self.err(self.start(call), errors::missing_conversion_argument(text));
            }
            [arg] => {
                let target = self.new_target(ty, |_| "conversion".to_owned());
                self.expr(target.as_ref(), x, *arg);
                if !x.is_valid() {
                    return;
                }
                if !self.types.is_type_param(ty)
                    && let Some(iface) = self.types.as_interface(ty)
                    && !self.types.type_set(iface).is_method_set()
                {
                    let text = self.ts(ty);
                    self.err(self.start(call), errors::constraint_in_conversion(text));
                    x.expr = Source::Expr(call);
                    return;
                }
                if has_dots {
                    let text = self.ts(ty);
                    self.err(self.start(*arg), errors::dots_in_conversion(text));
                    x.expr = Source::Expr(call);
                    return;
                }
                self.conversion(x, ty);
            }
            [.., last] => {
                self.use_exprs(args);
                let text = self.ts(ty);
                self.err(self.start(*last), errors::too_many_conversion_arguments(text));
            }
        }
        x.expr = Source::Expr(call);
    }

    /// Arguments without regard to parameters.
    pub(super) fn expr_list(&mut self, list: &[ExprId]) -> Vec<Operand> {
        if let [one] = list {
            return self.multi_expr(*one, false).0;
        }
        list.iter()
            .map(|&e| {
                let mut x = Operand::new();
                self.expr(None, &mut x, e);
                x
            })
            .collect()
    }

    /// Arguments, generic functions included; for those the type arguments they already have.
    fn generic_expr_list(&mut self, list: &[ExprId]) -> (Vec<Operand>, Vec<Vec<TypeId>>) {
        let infer = list.is_empty() || !self.allow_version(21);
        let mut operands = Vec::with_capacity(list.len());
        let mut targs_list = vec![Vec::new(); list.len()];
        for (i, &e) in list.iter().enumerate() {
            let mut x = Operand::new();
            if let ExprKind::Index { x: inner, indices } = &self.ast.exprs[e].kind {
                x.expr = Source::Expr(e);
                if self.index_expr(&mut x, e, *inner, indices) {
                    let pos = self.ast.exprs[e].pos;
                    match self.func_inst(None, pos, &mut x, Some(e), infer) {
                        Some(targs) => {
                            targs_list[i] = targs;
                            x.expr = Source::Expr(e);
                        }
                        None => self.record(&x),
                    }
                } else {
                    x.expr = Source::Expr(e);
                    self.non_generic(None, &mut x);
                    self.record(&x);
                    self.exclude(&mut x, true, true, true);
                    self.single_value_unless_only(&mut x, list.len() == 1);
                }
                operands.push(x);
                continue;
            }
            if list.len() > 1 {
                self.generic_expr(&mut x, e, None);
                operands.push(x);
                continue;
            }
            self.raw_expr(None, &mut x, e, None, true);
            self.exclude(&mut x, true, true, true);
            if x.is_valid()
                && let Type::Tuple(types) = &self.types.types[x.ty]
            {
                let types = types.clone();
                return (types.into_iter().map(|r| Operand::value(Source::Expr(e), r.ty)).collect(), Vec::new());
            }
            operands.push(x);
        }
        (operands, targs_list)
    }

    fn single_value_unless_only(&mut self, x: &mut Operand, only: bool) {
        if !only {
            self.single_value(x);
        }
    }

    /// Passes `args` to parameters of `sig_ty`; its instance, or `None` after an error.
    pub(super) fn arguments(
        &mut self,
        call: ExprId,
        sig_ty: TypeId,
        targs: Vec<TypeId>,
        list: &[ExprId],
        args: &mut [Operand],
        arg_targs: &[Vec<TypeId>],
    ) -> Option<TypeId> {
        let ast = self.ast;
        let ExprKind::Call { fun, args: arg_list, has_dots, .. } = &ast.exprs[call].kind else { return None };
        let (fun, has_dots) = (*fun, *has_dots);
        let sig = self.sig_of(sig_ty)?;
        let nargs = args.len();
        let mut npars = sig.params.len();
        let mut params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        let mut adjusted = false;
        if sig.variadic {
            if has_dots {
                if arg_list.len() == 1 && nargs > 1 {
                    let text = self.es(arg_list[0]);
                    self.err(self.start(call), errors::dots_with_multi_value(nargs, text));
                    return None;
                }
            } else if nargs + 1 >= npars {
                let last = params.pop()?;
                let Type::Slice(elem) = self.types.types[last] else { return None };
                params.resize(nargs, elem);
                npars = nargs;
                adjusted = true;
            } else {
                npars -= 1;
            }
        } else if has_dots {
            let text = self.es(fun);
            self.err(self.start(call), errors::dots_non_variadic(text));
            return None;
        }
        if nargs != npars {
            let (at, qualifier) = if nargs > npars {
                (self.xpos(&args[npars]), "too many")
            } else if nargs > 0 {
                (self.xpos(&args[nargs - 1]), "not enough")
            } else {
                (self.start(call), "not enough")
            };
            let have: Vec<TypeId> = args.iter().map(|x| x.ty).collect();
            let want: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
            let have = errors::have(self.types_summary(&have, false, has_dots));
            let want = errors::want(self.types_summary(&want, sig.variadic, false));
            let message = errors::argument_count(qualifier, self.es(fun));
            self.err_multi(at, message, &[(Pos::NONE, have), (Pos::NONE, want)]);
            return None;
        }
        let n = sig.tparams.len();
        let mut tparams: Vec<TypeParamId> = Vec::new();
        let mut targs: Vec<Option<TypeId>> = targs.into_iter().map(Some).collect();
        if n > 0 {
            if !self.allow_version(18) {
                match ast.exprs[fun].kind {
                    ExprKind::Index { .. } => self.verify_version(self.start(fun), 18, "function instantiation"),
                    _ => self.verify_version(self.start(call), 18, "implicit function instantiation"),
                };
            }
            (tparams, params) = self.rename_tparams(&sig.tparams, &params);
            targs.resize(n, None);
        }
        let mut generic_args: Vec<(usize, usize)> = Vec::new();
        for (i, arg) in args.iter_mut().enumerate() {
            let Some(asig) = self.sig_of(arg.ty).filter(|s| !s.tparams.is_empty()) else { continue };
            let plain = Signature { tparams: Vec::new(), ..asig.clone() };
            let plain = self.types.signature(plain);
            let (fresh, renamed) = self.rename_tparams(&asig.tparams, &[plain]);
            let Some(renamed) = self.sig_of(renamed[0]) else { continue };
            let own = Signature { tparams: fresh.clone(), ..renamed };
            arg.ty = self.types.signature(own);
            let count = fresh.len();
            tparams.extend(fresh);
            if let Some(known) = arg_targs.get(i) {
                targs.extend(known.iter().copied().map(Some));
            }
            targs.resize(tparams.len(), None);
            generic_args.push((i, count));
        }
        if let Some(&(first, _)) = generic_args.first() {
            let pos = self.xpos(&args[first]);
            self.verify_version(pos, 21, "implicitly instantiated function as argument");
        }
        let mut result = sig_ty;
        if !tparams.is_empty() {
            let pos = ast.exprs[call].pos;
            let inferred = match self.infer(pos, &tparams, &targs, &params, args, false) {
                Ok(inferred) => inferred,
                Err(failure) => {
                    if let Some((at, message)) = failure {
                        let text = self.es(fun);
                        self.err(at, errors::in_call(text, message));
                    }
                    return None;
                }
            };
            if n > 0 {
                result = self.instantiate_signature(pos, Source::Expr(fun), sig_ty, &inferred[..n], list);
                if adjusted {
                    let map: Vec<_> = tparams[..n].iter().copied().zip(inferred[..n].iter().copied()).collect();
                    for p in &mut params {
                        *p = self.types.subst(*p, &map);
                    }
                } else {
                    params = self.sig_of(result)?.params.iter().map(|p| p.ty).collect();
                }
            }
            let mut j = n;
            for (i, count) in generic_args {
                let k = j + count;
                let source = args[i].expr;
                let pos = self.op_pos_of(&args[i]);
                args[i].ty = self.instantiate_signature(pos, source, args[i].ty, &inferred[j..k], &[]);
                let arg = args[i].clone();
                self.record(&arg);
                j = k;
            }
        }
        if !args.is_empty() {
            let context = errors::argument_to(self.es(fun));
            for (a, &p) in args.iter_mut().zip(&params) {
                self.assignment(a, Some(p), &context);
            }
        }
        Some(result)
    }

    /// Fresh type parameters in place of `tparams`, and the types with them.
    pub(super) fn rename_tparams(
        &mut self,
        tparams: &[TypeParamId],
        types: &[TypeId],
    ) -> (Vec<TypeParamId>, Vec<TypeId>) {
        let fresh: Vec<TypeParamId> = tparams.iter().map(|&t| self.types.clone_tparam(t)).collect();
        let map: Vec<_> = tparams.iter().zip(&fresh).map(|(&t, &f)| (t, self.types.tparam_type(f))).collect();
        for &f in &fresh {
            let bound = self.types.tparams[f].constraint;
            let bound = self.types.subst(bound, &map);
            self.types.tparams[f].constraint = bound;
        }
        let types = types.iter().map(|&t| self.types.subst(t, &map)).collect();
        (fresh, types)
    }

    /// A function type without names.
    pub(super) fn plain_signature(&mut self, params: &[TypeId], results: &[TypeId], variadic: bool) -> TypeId {
        let unnamed = |list: &[TypeId]| list.iter().map(|&ty| ParamType { name: Symbol::EMPTY, ty }).collect();
        let mut sig = super::signature::empty();
        sig.params = unnamed(params);
        sig.results = unnamed(results);
        sig.variadic = variadic;
        self.types.signature(sig)
    }
}

/// Whether a builtin's call may stand as a statement.
fn builtin_class(id: Builtin) -> ExprClass {
    match id {
        Builtin::Clear
        | Builtin::Close
        | Builtin::Copy
        | Builtin::Delete
        | Builtin::Panic
        | Builtin::Print
        | Builtin::Println
        | Builtin::Recover => ExprClass::Statement,
        _ => ExprClass::Expression,
    }
}
