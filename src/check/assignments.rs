//! Assignments and initialisations.

use super::checker::Checker;
use super::consts::Misfit;
use super::errors;
use super::info::Mode;
use super::operand::{Operand, Source, Target};
use super::signature::measure;
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{ChanDir, ObjId, ObjKind, Type, TypeId, VarKind};
use rustc_hash::FxHashSet;

impl<'a> Checker<'a> {
    /// Assigns `x` to something of type `ty`, or to nothing in particular (`None`).
    pub(super) fn assignment(&mut self, x: &mut Operand, ty: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            Mode::Invalid => return,
            Mode::NilValue | Mode::Constant | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::CommaOk => {}
            Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => {
                self.err(self.xpos(x), errors::invalid_tree());
                x.invalidate();
                return;
            }
        }
        if self.types.is_untyped(x.ty) {
            let mut target = ty;
            if x.is_nil() {
                if ty.is_none() {
                    self.err(self.xpos(x), errors::untyped_nil_in(context));
                    x.invalidate();
                    return;
                }
            } else if ty.is_none_or(|t| self.types.is_non_tparam_interface(t)) {
                target = Some(self.types.default_type(x.ty));
            }
            let target = target.unwrap_or(TypeId::INVALID);
            match self.implicit_type_and_value(x, target) {
                Err(misfit) => {
                    let (text, target) = (self.os(x), self.ts(target));
                    let message = match misfit {
                        Misfit::Truncated => errors::cannot_use_truncated(text, target, context),
                        Misfit::Overflow => errors::cannot_use_overflows(text, target, context),
                        Misfit::ConstValue | Misfit::Conversion => errors::cannot_use(text, target, context),
                    };
                    self.err(self.xpos(x), message);
                    x.invalidate();
                    return;
                }
                Ok((new, value)) => self.set_implicit(x, new, value),
            }
        }
        if let Type::Signature(sig) = &self.types.types[x.ty] {
            if !sig.tparams.is_empty() {
                let target = ty.and_then(|t| self.new_target(t, |_| context.to_owned()));
                self.non_generic(target.as_ref(), x);
                if !x.is_valid() {
                    return;
                }
            }
        } else {
            self.non_generic(None, x);
            if !x.is_valid() {
                return;
            }
        }
        let Some(ty) = ty else { return };
        let mut cause = String::new();
        let (ok, code) = self.assignable_to(x, ty, Some(&mut cause));
        if ok {
            self.converted(x.ty, ty);
            return;
        }
        let (text, target) = (self.os(x), self.ts(ty));
        self.err(self.xpos(x), errors::cannot_use_as(code, text, target, context, &cause));
        x.invalidate();
    }

    /// Whether `x` may be assigned to a variable of type `ty`, with the error's code if not.
    pub(super) fn assignable_to(
        &mut self,
        x: &Operand,
        ty: TypeId,
        mut cause: Option<&mut String>,
    ) -> (bool, &'static str) {
        if !x.is_valid() || !self.types.is_valid(ty) {
            return (true, "");
        }
        let (v, t) = (self.types.unalias(x.ty), self.types.unalias(ty));
        if self.types.identical(v, t) {
            return (true, "");
        }
        let (vu, tu) = (self.types.under(v), self.types.under(t));
        let (vp, tp) = (self.types.as_type_param(v), self.types.as_type_param(t));
        if self.types.is_untyped(vu) {
            if let Some(tp) = tp {
                let terms = self.types.tparam_terms(tp);
                let ok = terms.is_some_and(|ts| ts.iter().all(|t| self.implicit_type_and_value(x, t.ty).is_ok()));
                return (ok, "IncompatibleAssign");
            }
            return (self.implicit_type_and_value(x, t).is_ok(), "IncompatibleAssign");
        }
        let named = self.types.has_name(v) && self.types.has_name(t);
        if !named && vp.is_none() && tp.is_none() && self.types.identical(vu, tu) {
            return (true, "");
        }
        let iface = matches!(self.types.types[tu], Type::Interface(_));
        if iface && tp.is_none() || self.types.is_interface_ptr(tu) {
            if self.implements(v, t, false, cause.as_deref_mut()) {
                return (true, "");
            }
            if vp.is_none() {
                return (false, "InvalidIfaceAssign");
            }
            if let Some(cause) = cause.as_deref_mut() {
                cause.clear();
            }
        }
        if vp.is_none() && matches!(self.types.types[vu], Type::Interface(_)) && self.implements(t, v, false, None) {
            if let Some(cause) = cause {
                *cause = errors::need_type_assertion();
            }
            return (false, "IncompatibleAssign");
        }
        if let (&Type::Chan { dir: ChanDir::Both, elem: a }, &Type::Chan { elem: b, .. }) =
            (&self.types.types[vu], &self.types.types[tu])
            && self.types.identical(a, b)
        {
            return (!named, "InvalidChanAssign");
        }
        if vp.is_none() && tp.is_none() {
            return (false, "IncompatibleAssign");
        }
        let mut cause = cause;
        let add = |cause: &mut Option<&mut String>, message: String| {
            if let Some(cause) = cause.as_deref_mut() {
                *cause = if cause.is_empty() { message } else { format!("{message}\n\t{cause}") };
            }
        };
        if let (false, Some(tp)) = (self.types.has_name(v), tp) {
            let Some(terms) = self.types.tparam_terms(tp) else { return (false, "IncompatibleAssign") };
            for term in terms {
                let (ok, code) = self.assignable_to(x, term.ty, cause.as_deref_mut());
                if !ok {
                    let m = errors::cannot_assign_to_in(self.ts(x.ty), self.ts(term.ty), self.ts(t));
                    add(&mut cause, m);
                    return (false, code);
                }
            }
            return (true, "");
        }
        if let (Some(vp), false) = (vp, self.types.has_name(t)) {
            let Some(terms) = self.types.tparam_terms(vp) else { return (false, "IncompatibleAssign") };
            let mut x = x.clone();
            for term in terms {
                x.ty = term.ty;
                let (ok, code) = self.assignable_to(&x, t, cause.as_deref_mut());
                if !ok {
                    let m = errors::cannot_assign_in_to(self.ts(term.ty), self.ts(v), self.ts(ty));
                    add(&mut cause, m);
                    return (false, code);
                }
            }
            return (true, "");
        }
        (false, "IncompatibleAssign")
    }

    pub(super) fn init_const(&mut self, lhs: ObjId, x: &mut Operand) {
        let ty = self.obj(lhs).ty;
        let known = ty.is_some();
        if !x.is_valid() || !self.types.is_valid(x.ty) || known && !self.types.is_valid(ty) {
            if !known {
                self.types.objects[lhs].ty = TypeId::INVALID;
            }
            return;
        }
        if !x.is_const() {
            let text = self.os(x);
            self.err(self.xpos(x), errors::not_constant(text));
            if !known {
                self.types.objects[lhs].ty = TypeId::INVALID;
            }
            return;
        }
        if !known {
            self.types.objects[lhs].ty = x.ty;
        }
        let ty = self.obj(lhs).ty;
        self.assignment(x, Some(ty), "constant declaration");
        if x.is_valid() {
            self.types.objects[lhs].kind = ObjKind::Const(x.val.clone());
        }
    }

    pub(super) fn init_var(&mut self, lhs: ObjId, x: &mut Operand, context: &str) {
        let ty = self.obj(lhs).ty;
        let known = ty.is_some();
        if !x.is_valid() || !self.types.is_valid(x.ty) || known && !self.types.is_valid(ty) {
            if !known {
                self.types.objects[lhs].ty = TypeId::INVALID;
            }
            x.invalidate();
            return;
        }
        if !known {
            let mut ty = x.ty;
            if self.types.is_untyped(ty) {
                if ty == TypeId::UNTYPED_NIL {
                    self.err(self.xpos(x), errors::untyped_nil_in(context));
                    self.types.objects[lhs].ty = TypeId::INVALID;
                    x.invalidate();
                    return;
                }
                ty = self.types.default_type(ty);
            }
            self.types.objects[lhs].ty = ty;
        }
        let ty = self.obj(lhs).ty;
        self.assignment(x, Some(ty), context);
    }

    /// The variable that a name on a left side denotes, which does not count as its use.
    fn lhs_object(&self, e: ExprId) -> Option<ObjId> {
        let ExprKind::Name(name) = self.ast.exprs[self.unparen(e)].kind else { return None };
        let (_, obj) = self.lookup(name)?;
        let object = self.obj(obj);
        (object.is_var() && object.pkg == Some(self.env.pkg)).then_some(obj)
    }

    fn restore_used(&mut self, var: Option<(ObjId, bool)>) {
        if let Some((var, false)) = var {
            self.used_vars.remove(&var);
        }
    }

    /// The type of a left side; `None` for the blank identifier.
    pub(super) fn lhs_var(&mut self, lhs: ExprId) -> Option<TypeId> {
        if self.is_blank(self.unparen(lhs)) {
            return None;
        }
        let var = self.lhs_object(lhs).map(|v| (v, self.used_vars.contains(&v)));
        let mut x = Operand::new();
        self.expr(None, &mut x, lhs);
        self.restore_used(var);
        if !x.is_valid() || !self.types.is_valid(x.ty) {
            return Some(TypeId::INVALID);
        }
        if matches!(x.mode, Mode::Variable | Mode::MapIndex) {
            return Some(x.ty);
        }
        let text = self.xs(&x);
        if let Source::Expr(e) = x.expr
            && let ExprKind::Selector { x: inner, .. } = self.ast.exprs[e].kind
        {
            let mut op = Operand::new();
            self.expr(None, &mut op, inner);
            if op.mode == Mode::MapIndex {
                self.err(self.xpos(&x), errors::struct_field_in_map(text));
                return Some(TypeId::INVALID);
            }
        }
        self.err(self.xpos(&x), errors::cannot_assign_neither(text));
        Some(TypeId::INVALID)
    }

    /// Assigns to `lhs` the operand, or the expression.
    pub(super) fn assign_var(&mut self, lhs: ExprId, rhs: Option<ExprId>, x: Option<&mut Operand>, context: &str) {
        let ty = self.lhs_var(lhs);
        if ty.is_some_and(|t| !self.types.is_valid(t)) {
            match (x, rhs) {
                (Some(x), _) => x.invalidate(),
                (None, Some(rhs)) => {
                    self.use_exprs(&[rhs]);
                }
                (None, None) => {}
            }
            return;
        }
        let mut own = Operand::new();
        let x = match (x, rhs) {
            (Some(x), _) => x,
            (None, Some(rhs)) => {
                let target: Option<Target> = match ty {
                    Some(t) if matches!(self.types.under_type(t), Type::Signature(_)) => {
                        self.new_target(t, |c| c.es(lhs))
                    }
                    _ => None,
                };
                self.expr(target.as_ref(), &mut own, rhs);
                &mut own
            }
            (None, None) => return,
        };
        let context = if ty.is_none() && context == "assignment" { "assignment to _ identifier" } else { context };
        self.assignment(x, ty, context);
    }

    fn assign_error(&mut self, rhs: &[ExprId], l: usize, r: usize) {
        let (vars, vals) = (measure(l, "variable"), measure(r, "value"));
        let at = self.start(rhs[0]);
        if let [one] = rhs
            && let ExprKind::Call { fun, .. } = self.ast.exprs[self.unparen(*one)].kind
        {
            let fun = self.es(fun);
            self.err(at, errors::assignment_mismatch_call(vars, fun, vals));
            return;
        }
        self.err(at, errors::assignment_mismatch(vars, vals));
    }

    fn return_error(&mut self, at: Pos, lhs: &[ObjId], rhs: &[Operand]) {
        let (l, r) = (lhs.len(), rhs.len());
        let mut at = at;
        let mut qualifier = "not enough";
        if r > l {
            at = self.xpos(&rhs[l]);
            qualifier = "too many";
        } else if r > 0 {
            at = self.xpos(&rhs[r - 1]);
        }
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs.iter().map(|&v| self.obj(v).ty).collect();
        let have = errors::have(self.types_summary(&have, false, false));
        let want = errors::want(self.types_summary(&want, false, false));
        self.err_multi(at, errors::return_values(qualifier), &[(Pos::NONE, have), (Pos::NONE, want)]);
    }

    fn invalidate_untyped_vars(&mut self, vars: &[ObjId]) {
        for &v in vars {
            if !self.obj(v).ty.is_some() {
                self.types.objects[v].ty = TypeId::INVALID;
            }
        }
    }

    fn is_call(&self, e: ExprId) -> bool {
        matches!(self.ast.exprs[self.unparen(e)].kind, ExprKind::Call { .. })
    }

    /// Initialises variables; `ret` is the position of a return statement.
    pub(super) fn init_vars(&mut self, lhs: &[ObjId], rhs: &[ExprId], ret: Option<Pos>) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if ret.is_some() {
            "return statement"
        } else if l > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        let is_call = r == 1 && self.is_call(rhs[0]);
        if l == r && !is_call {
            for (&v, &e) in lhs.iter().zip(rhs) {
                let ty = self.obj(v).ty;
                let target = self.new_target(ty, |c| {
                    let name = c.obj(v).name;
                    if ret.is_some() && name == Symbol::EMPTY {
                        "result variable".to_owned()
                    } else {
                        c.name(name).to_owned()
                    }
                });
                let mut x = Operand::new();
                self.expr(target.as_ref(), &mut x, e);
                self.init_var(v, &mut x, context);
            }
            return;
        }
        if r != 1 {
            if self.use_exprs(rhs) {
                if let Some(pos) = ret {
                    let operands = self.expr_list(rhs);
                    self.return_error(pos, lhs, &operands);
                } else if r > 0 {
                    self.assign_error(rhs, l, r);
                }
            }
            self.invalidate_untyped_vars(lhs);
            return;
        }
        let (mut operands, comma_ok) = self.multi_expr(rhs[0], l == 2 && ret.is_none());
        if operands.len() == l {
            for (&v, x) in lhs.iter().zip(&mut operands) {
                self.init_var(v, x, context);
            }
            if comma_ok && operands.iter().all(Operand::is_valid) {
                self.record_comma_ok(rhs[0], operands[0].ty, operands[1].ty);
            }
            return;
        }
        if operands[0].is_valid() {
            match ret {
                Some(pos) => self.return_error(pos, lhs, &operands),
                None => self.assign_error(rhs, l, operands.len()),
            }
        }
        self.invalidate_untyped_vars(lhs);
    }

    pub(super) fn assign_vars(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if l > 1 { "multiple assignment" } else { "assignment" };
        let is_call = r == 1 && self.is_call(rhs[0]);
        if l == r && !is_call {
            for (&v, &e) in lhs.iter().zip(rhs) {
                self.assign_var(v, Some(e), None, context);
            }
            return;
        }
        if r != 1 {
            let ok_lhs = self.use_lhs(lhs);
            let ok_rhs = self.use_exprs(rhs);
            if ok_lhs && ok_rhs && r > 0 {
                self.assign_error(rhs, l, r);
            }
            return;
        }
        let (mut operands, comma_ok) = self.multi_expr(rhs[0], l == 2);
        if operands.len() == l {
            for (&v, x) in lhs.iter().zip(&mut operands) {
                self.assign_var(v, None, Some(x), context);
            }
            if comma_ok && operands.iter().all(Operand::is_valid) {
                self.record_comma_ok(rhs[0], operands[0].ty, operands[1].ty);
            }
            return;
        }
        if operands[0].is_valid() {
            self.assign_error(rhs, l, operands.len());
        }
        self.use_lhs(lhs);
    }

    /// `lhs := rhs`
    pub(super) fn short_var_decl(&mut self, pos: Pos, lhs: &[ExprId], rhs: &[ExprId]) {
        let top = self.delayed.len();
        let scope = self.env.scope;
        let mut seen: FxHashSet<Symbol> = FxHashSet::default();
        let mut vars: Vec<ObjId> = Vec::with_capacity(lhs.len());
        let mut new_vars: Vec<ObjId> = Vec::new();
        let mut has_err = false;
        for &e in lhs {
            let at = self.ast.exprs[e].pos;
            let ExprKind::Name(name) = self.ast.exprs[e].kind else {
                self.use_lhs(&[e]);
                let text = self.es(e);
                self.err(self.start(e), errors::non_name(text));
                has_err = true;
                vars.push(self.new_var(VarKind::Local, Symbol::BLANK, TypeId::NONE, at));
                continue;
            };
            if name != Symbol::BLANK && !seen.insert(name) {
                let text = self.es(e);
                self.err(at, errors::repeated_on_left(text));
                has_err = true;
                vars.push(self.new_var(VarKind::Local, Symbol::BLANK, TypeId::NONE, at));
                continue;
            }
            if let Some(alt) = self.scopes[scope].get(name) {
                self.record_use(e, alt);
                if self.obj(alt).is_var() {
                    vars.push(alt);
                    continue;
                }
                let text = self.es(e);
                self.err(at, errors::cannot_assign_to(text));
                has_err = true;
                vars.push(self.new_var(VarKind::Local, Symbol::BLANK, TypeId::NONE, at));
                continue;
            }
            let obj = self.new_var(VarKind::Local, name, TypeId::NONE, at);
            vars.push(obj);
            if name != Symbol::BLANK {
                new_vars.push(obj);
            }
            let pkg = self.env.pkg;
            self.pkgs[pkg].defs.insert(e, obj);
        }
        self.init_vars(&vars, rhs, None);
        // Left sides that were there already are expressions too.
        for (&e, &v) in lhs.iter().zip(&vars) {
            let ty = self.obj(v).ty;
            if ty.is_some() && self.types.is_valid(ty) {
                self.record_value(e, Mode::Variable, ty, None);
            }
        }
        self.process_delayed(top);
        if new_vars.is_empty() && !has_err {
            self.err(pos, errors::no_new_variables());
            return;
        }
        for obj in new_vars {
            self.declare(scope, None, obj);
        }
    }

    /// Checks expressions whose values do not matter; whether all are valid.
    pub(super) fn use_exprs(&mut self, list: &[ExprId]) -> bool {
        let mut ok = true;
        for &e in list {
            ok &= self.use_one(e, false);
        }
        ok
    }

    /// As [`Checker::use_exprs`] for left sides of assignments.
    pub(super) fn use_lhs(&mut self, list: &[ExprId]) -> bool {
        let mut ok = true;
        for &e in list {
            ok &= self.use_one(e, true);
        }
        ok
    }

    fn use_one(&mut self, e: ExprId, lhs: bool) -> bool {
        let mut x = Operand::new();
        let inner = self.unparen(e);
        match self.ast.exprs[inner].kind {
            ExprKind::Name(Symbol::BLANK) => return true,
            ExprKind::Name(_) => {
                let var = if lhs { self.lhs_object(inner).map(|v| (v, self.used_vars.contains(&v))) } else { None };
                self.expr_or_type(&mut x, inner, true);
                self.restore_used(var);
            }
            ExprKind::KeyValue { value, .. } => return self.use_one(value, lhs),
            _ => {
                self.raw_expr(None, &mut x, e, None, true);
            }
        }
        x.is_valid()
    }
}
