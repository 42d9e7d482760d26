//! Expressions: types2's basic algorithm.
//!
//! Expressions are checked top down; untyped ones keep their untyped type until the context decides
//! ([`Checker::update_expr_type`] then goes down again).

use super::checker::{Action, Checker};
use super::errors;
use super::info::Mode;
use super::operand::{ExprClass, Operand, Source, Target};
use crate::base::{Pos, Symbol};
use crate::constant::{self, Op, Value};
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use crate::types::{BasicInfo, ChanDir, Type, TypeId};
use std::rc::Rc;

/// Deeper nesting than this is refused: the checker recurses.
pub(super) const MAX_DEPTH: u32 = 1200;

pub(super) fn is_shift(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Shl | BinaryOp::Shr)
}

pub(super) fn is_comparison(op: BinaryOp) -> bool {
    use BinaryOp::{Eql, Geq, Gtr, Leq, Lss, Neq};
    matches!(op, Eql | Neq | Lss | Leq | Gtr | Geq)
}

impl<'a> Checker<'a> {
    /// A function type that a generic function may be assigned to.
    pub(super) fn new_target(&mut self, ty: TypeId, desc: impl FnOnce(&Self) -> String) -> Option<Target> {
        if !ty.is_some() || !matches!(self.types.under_type(ty), Type::Signature(_) | Type::Interface(_)) {
            return None;
        }
        let sig = self.common_under(ty, None).ok()?;
        if !matches!(self.types.types[sig], Type::Signature(_)) {
            return None;
        }
        Some(Target { sig, desc: desc(self) })
    }

    pub(super) fn raw_expr(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprClass {
        self.depth += 1;
        let class = if self.depth > MAX_DEPTH {
            self.err(self.start(e), errors::too_deep());
            x.invalidate();
            x.expr = Source::Expr(e);
            ExprClass::Statement
        } else {
            self.expr_internal(target, x, e, hint)
        };
        self.depth -= 1;
        if !allow_generic {
            self.non_generic(target, x);
        }
        self.record(x);
        class
    }

    /// Refuses generic types and functions, unless `target` tells how to instantiate.
    pub(super) fn non_generic(&mut self, target: Option<&Target>, x: &mut Operand) {
        if !x.is_valid() || x.mode == Mode::NoValue || !x.ty.is_some() {
            return;
        }
        let what = match &self.types.types[x.ty] {
            Type::Alias { .. } | Type::Named(_) if self.types.is_generic(x.ty) => "type",
            Type::Signature(sig) if !sig.tparams.is_empty() => {
                if let Some(target) = target {
                    let pos = self.op_pos_of(x);
                    self.func_inst(Some(target), pos, x, None, true);
                    return;
                }
                "function"
            }
            _ => return,
        };
        let text = self.xs(x);
        self.err(self.xpos(x), errors::generic_without_instantiation(what, text));
        x.invalidate();
        x.ty = TypeId::INVALID;
    }

    /// The position of the operand's node itself.
    pub(super) fn op_pos_of(&self, x: &Operand) -> Pos {
        match x.expr {
            Source::Expr(e) => self.ast.exprs[e].pos,
            Source::Name(pos, _) => pos,
            Source::None => Pos::NONE,
        }
    }

    fn expr_internal(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
    ) -> ExprClass {
        x.mode = Mode::Invalid;
        x.ty = TypeId::INVALID;
        let class = self.expr_kind(target, x, e, hint);
        if let Some(class) = class
            && (x.is_valid()
                || matches!(
                    self.ast.exprs[e].kind,
                    ExprKind::Name(_) | ExprKind::Selector { .. } | ExprKind::Call { .. } | ExprKind::Paren(_)
                ))
        {
            x.expr = Source::Expr(e);
            return class;
        }
        x.invalidate();
        x.expr = Source::Expr(e);
        ExprClass::Statement
    }

    /// `None` when it is wrong.
    fn expr_kind(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
    ) -> Option<ExprClass> {
        let ast = self.ast;
        let expr = &ast.exprs[e];
        match &expr.kind {
            ExprKind::Bad => return None,
            ExprKind::Name(name) => self.ident(x, e, *name, false),
            ExprKind::DotsType(_) => {
                self.err(self.start(e), errors::invalid_tree());
                return None;
            }
            ExprKind::Literal { kind, text, bad } => {
                if *bad {
                    return None;
                }
                self.basic_lit(x, e, *kind, *text);
            }
            ExprKind::FuncLit { ty, body } => {
                let env = self.func_type(None, &[], *ty);
                let ty_id = env.ty;
                self.record_type(*ty, ty_id);
                let (decl, iota) = (self.env.decl, self.env.iota.clone());
                self.later(Action::FuncBody { decl, func: Rc::new(env), body: *body, iota });
                x.mode = Mode::Value;
                x.ty = ty_id;
            }
            ExprKind::CompositeLit { ty, elems, rbrace, .. } => {
                self.composite_lit(x, e, *ty, elems, *rbrace, hint);
            }
            ExprKind::Paren(inner) => {
                let class = self.raw_expr(None, x, *inner, None, false);
                return Some(class);
            }
            ExprKind::Selector { .. } => self.selector(x, e, false),
            ExprKind::Index { x: fun, indices } => {
                if self.index_expr(x, e, *fun, indices) {
                    self.func_inst(target, expr.pos, x, Some(e), true);
                }
            }
            ExprKind::Slice { x: inner, index, full } => self.slice_expr(x, e, *inner, index, *full),
            ExprKind::Assert { x: inner, ty } => {
                self.expr(None, x, *inner);
                if !x.is_valid() {
                    return None;
                }
                if self.types.is_type_param(x.ty) {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::assert_on_type_param(text));
                    return None;
                }
                if !self.types.is_interface(x.ty) {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::not_an_interface(text));
                    return None;
                }
                let t = self.var_type(*ty);
                if !self.types.is_valid(t) || !self.is_complete(t) {
                    return None;
                }
                self.type_assertion(e, x, t, false);
                x.mode = Mode::CommaOk;
                x.ty = t;
            }
            ExprKind::TypeSwitchGuard { x: inner, .. } => {
                self.err(self.start(e), errors::type_switch_guard_outside());
                self.use_exprs(&[*inner]);
                return None;
            }
            ExprKind::Call { .. } => {
                let class = self.call_expr(x, e);
                return Some(class);
            }
            ExprKind::Unary { op: UnaryOp::Deref, x: inner } => {
                self.expr_or_type(x, *inner, false);
                match x.mode {
                    Mode::Invalid => return None,
                    Mode::TypeExpr => {
                        self.valid_var_type(*inner, x.ty);
                        x.ty = self.types.pointer(x.ty);
                    }
                    _ => self.deref_expr(x)?,
                }
            }
            ExprKind::Unary { op, x: inner } => {
                self.unary(x, e, *op, *inner);
                if !x.is_valid() {
                    return None;
                }
                if *op == UnaryOp::Recv {
                    return Some(ExprClass::Statement);
                }
            }
            ExprKind::Binary { op, x: lhs, y: rhs } => self.binary(x, Some(e), *lhs, *rhs, *op),
            ExprKind::KeyValue { .. } => {
                self.err(self.start(e), errors::invalid_tree());
                return None;
            }
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                x.mode = Mode::TypeExpr;
                x.ty = self.typ(e);
            }
        }
        Some(ExprClass::Expression)
    }

    fn deref_expr(&mut self, x: &mut Operand) -> Option<()> {
        let operand = x.clone();
        let mut base: Option<TypeId> = None;
        let ok = self.under_is(x.ty, &mut |c, u| {
            let elem = u.and_then(|u| if let Type::Pointer(elem) = c.types.types[u] { Some(elem) } else { None });
            let Some(elem) = elem else {
                let text = c.os(&operand);
                c.err(c.xpos(&operand), errors::cannot_indirect(text));
                return false;
            };
            if base.is_some_and(|b| !c.types.identical(b, elem)) {
                let text = c.os(&operand);
                c.err(c.xpos(&operand), errors::pointers_base_types(text));
                return false;
            }
            base = Some(elem);
            true
        });
        let base = base.filter(|_| ok)?;
        if !self.is_complete(base) {
            return None;
        }
        x.mode = Mode::Variable;
        x.ty = base;
        Some(())
    }

    pub(super) fn op_pos(&self, e: Option<ExprId>) -> Pos {
        let Some(e) = e else { return Pos::NONE };
        match self.ast.exprs[e].kind {
            ExprKind::Unary { .. } | ExprKind::Binary { .. } => self.ast.exprs[e].pos,
            _ => self.start(e),
        }
    }

    fn unary(&mut self, x: &mut Operand, e: ExprId, op: UnaryOp, inner: ExprId) {
        self.expr(None, x, inner);
        if !x.is_valid() {
            return;
        }
        let (const_op, info, text) = match op {
            UnaryOp::Addr => {
                let literal = matches!(self.ast.exprs[self.unparen(inner)].kind, ExprKind::CompositeLit { .. });
                if !literal && x.mode != Mode::Variable {
                    let text = self.os(x);
                    self.err(self.xpos(x), errors::cannot_take_address(text));
                    x.invalidate();
                    return;
                }
                x.mode = Mode::Value;
                x.ty = self.types.pointer(x.ty);
                return;
            }
            UnaryOp::Recv => {
                let pos = self.xpos(x);
                match self.chan_elem(pos, x, true) {
                    Some(elem) if self.is_complete(elem) => {
                        x.mode = Mode::CommaOk;
                        x.ty = elem;
                        self.env.has_call_or_recv = true;
                    }
                    _ => x.invalidate(),
                }
                return;
            }
            UnaryOp::Tilde => {
                if !self.all_integer(x.ty) {
                    self.err(self.start(e), errors::tilde_outside());
                    x.invalidate();
                    return;
                }
                self.err(self.start(e), errors::tilde_complement());
                (Op::Xor, BasicInfo::INTEGER, "^")
            }
            UnaryOp::Plus => (Op::Add, BasicInfo::NUMERIC, "+"),
            UnaryOp::Neg => (Op::Sub, BasicInfo::NUMERIC, "-"),
            UnaryOp::Xor => (Op::Xor, BasicInfo::INTEGER, "^"),
            UnaryOp::Not => (Op::Not, BasicInfo::BOOLEAN, "!"),
            UnaryOp::Deref => return,
        };
        if !self.check_op(x, info, text) {
            x.invalidate();
            return;
        }
        if x.is_const() {
            if x.val == Value::Unknown {
                return;
            }
            let unsigned = self.types.is_basic(x.ty, BasicInfo::UNSIGNED);
            let prec = if unsigned { self.types.sizeof(x.ty) as u32 * 8 } else { 0 };
            x.val = constant::unary_op(const_op, &x.val, prec);
            x.expr = Source::Expr(e);
            let pos = self.op_pos(Some(e));
            self.overflow(x, pos);
            return;
        }
        x.mode = Mode::Value;
    }

    pub(super) fn check_op(&mut self, x: &Operand, info: BasicInfo, op: &str) -> bool {
        if self.types.all_basic(x.ty, info) {
            return true;
        }
        let text = self.os(x);
        self.err(self.xpos(x), errors::operator_not_defined(op, text));
        false
    }

    /// The element type of a channel that is received from or sent to.
    pub(super) fn chan_elem(&mut self, pos: Pos, x: &Operand, recv: bool) -> Option<TypeId> {
        let result = self.common_under(
            x.ty,
            Some(&mut |c: &mut Checker<'a>, t, u| {
                let Some(u) = u else { return Some(errors::no_specific_channel()) };
                let Type::Chan { dir, .. } = c.types.types[u] else { return Some(errors::non_channel(c.ts(t))) };
                match dir {
                    ChanDir::SendOnly if recv => Some(errors::send_only_channel(c.ts(t))),
                    ChanDir::RecvOnly if !recv => Some(errors::receive_only_channel(c.ts(t))),
                    _ => None,
                }
            }),
        );
        match result {
            Ok(u) => match self.types.types[u] {
                Type::Chan { elem, .. } => Some(elem),
                _ => None,
            },
            Err(cause) => {
                let text = self.os(x);
                let tparam = self.types.is_type_param(x.ty);
                self.err(pos, errors::cannot_use_channel(recv, tparam, text, cause));
                None
            }
        }
    }

    /// Gives an untyped expression its type, or with `!is_final` possibly another untyped one.
    pub(super) fn update_expr_type(&mut self, e: ExprId, ty: TypeId, is_final: bool) {
        let Some(old_ty) = self.pending_untyped(e) else { return };
        let (old_mode, old_val) = {
            let info = self.info(e);
            (info.mode, info.value.clone())
        };
        match &self.ast.exprs[e].kind {
            ExprKind::Call { .. } | ExprKind::Name(_) | ExprKind::Literal { .. } | ExprKind::Selector { .. } => {}
            ExprKind::Paren(x) => self.update_expr_type(*x, ty, is_final),
            ExprKind::Unary { op, x } => {
                if *op == UnaryOp::Deref {
                    return;
                }
                if old_val.is_none() {
                    self.update_expr_type(*x, ty, is_final);
                }
            }
            ExprKind::Binary { op, x, y } => {
                if old_val.is_none() && !is_comparison(*op) {
                    self.update_expr_type(*x, ty, is_final);
                    if !is_shift(*op) {
                        self.update_expr_type(*y, ty, is_final);
                    }
                }
            }
            _ => return,
        }
        let pkg = self.env.pkg;
        if !is_final && self.types.is_untyped(ty) {
            self.pkgs[pkg].exprs[e].ty = Some(ty);
            return;
        }
        // No longer pending, whatever happens below.
        self.pkgs[pkg].exprs[e].ty = Some(ty);
        if self.shift_operands.remove(&(pkg, e)) && !self.all_integer(ty) {
            let message = errors::shifted_operand_type(self.es(e), self.ts(ty));
            self.err(self.start(e), message);
            return;
        }
        let mut value = old_val;
        if let Some(val) = value.clone() {
            let mut c = Operand { mode: old_mode, expr: Source::Expr(e), ty: old_ty, val };
            self.convert_untyped(&mut c, ty);
            if !c.is_valid() {
                return;
            }
            if self.is_const_type(ty) {
                value = Some(c.val);
            }
        }
        self.record_value(e, old_mode, ty, value);
    }

    pub(super) fn update_source_type(&mut self, source: Source, ty: TypeId, is_final: bool) {
        if let Source::Expr(e) = source {
            self.update_expr_type(e, ty, is_final);
        }
    }

    pub(super) fn type_assertion(&mut self, e: ExprId, x: &Operand, ty: TypeId, type_switch: bool) {
        let Some(cause) = self.not_assertable_to(x.ty, ty) else { return };
        let es = self.es(e);
        let message = if type_switch {
            let x = self.os(x);
            errors::impossible_case(es, x, self.ts(ty), cause)
        } else {
            errors::impossible_assertion(es, self.ts(ty), self.ts(x.ty), cause)
        };
        self.err(self.start(e), message);
    }

    /// A single value.
    pub(super) fn expr(&mut self, target: Option<&Target>, x: &mut Operand, e: ExprId) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, true, true, true);
        self.single_value(x);
    }

    /// A single value that may be a generic function.
    pub(super) fn generic_expr(&mut self, x: &mut Operand, e: ExprId, hint: Option<TypeId>) {
        self.raw_expr(None, x, e, hint, true);
        self.exclude(x, true, true, true);
        self.single_value(x);
    }

    /// One value or the results of a call; the flag says that it is a comma-ok form, then with two.
    pub(super) fn multi_expr(&mut self, e: ExprId, allow_comma_ok: bool) -> (Vec<Operand>, bool) {
        let mut x = Operand::new();
        self.raw_expr(None, &mut x, e, None, false);
        self.exclude(&mut x, true, true, true);
        if x.is_valid()
            && let Type::Tuple(list) = &self.types.types[x.ty]
        {
            let list = list.clone();
            let pos = self.start(e);
            let operands = list
                .into_iter()
                .enumerate()
                .map(|(i, ty)| {
                    let name = self.interner.intern(&errors::nth_result(i + 1));
                    Operand::value(Source::Name(pos, name), ty.ty)
                })
                .collect();
            return (operands, false);
        }
        if allow_comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let pos = self.start(e);
            let name = self.interner.intern("ok value of (comma, ok) expression");
            let ok = Operand::value(Source::Name(pos, name), TypeId::UNTYPED_BOOL);
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    pub(super) fn expr_or_type(&mut self, x: &mut Operand, e: ExprId, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
        self.exclude(x, true, false, false);
        self.single_value(x);
    }

    /// Refuses calls without value, builtins, types.
    pub(super) fn exclude(&mut self, x: &mut Operand, no_value: bool, builtin: bool, typ: bool) {
        let text;
        let message = match x.mode {
            Mode::NoValue if no_value => {
                text = self.os(x);
                if typ { errors::used_as_value(text) } else { errors::used_as_value_or_type(text) }
            }
            Mode::Builtin(_) if builtin => {
                text = self.os(x);
                errors::must_be_called(text)
            }
            Mode::TypeExpr if typ => {
                text = self.os(x);
                errors::not_an_expression(text)
            }
            _ => return,
        };
        self.err(self.xpos(x), message);
        x.invalidate();
    }

    pub(super) fn single_value(&mut self, x: &mut Operand) {
        if x.mode == Mode::Value && matches!(self.types.types[x.ty], Type::Tuple(_)) {
            let text = self.os(x);
            self.err(self.xpos(x), errors::multiple_value(text));
            x.invalidate();
        }
    }

    pub(super) fn new_target_for(&mut self, obj: crate::types::ObjId) -> Option<Target> {
        let ty = self.obj(obj).ty;
        self.new_target(ty, |c| c.name(c.obj(obj).name).to_owned())
    }

    pub(super) fn is_blank(&self, e: ExprId) -> bool {
        matches!(self.ast.exprs[e].kind, ExprKind::Name(Symbol::BLANK))
    }
}
