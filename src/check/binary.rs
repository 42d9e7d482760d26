//! Binary operations: comparisons, shifts, arithmetic.

use super::checker::Checker;
use super::errors;
use super::expr::{is_comparison, is_shift};
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::constant::{self, Op, Value};
use crate::syntax::ast::{BinaryOp, ExprId};
use crate::types::{Basic, BasicInfo, Type, TypeId};

/// Longer string constants are refused; gc allows 2e9 bytes.
const MAX_STRING: usize = 1 << 26;

fn const_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::OrOr => Op::LOr,
        BinaryOp::AndAnd => Op::LAnd,
        BinaryOp::Eql => Op::Eql,
        BinaryOp::Neq => Op::Neq,
        BinaryOp::Lss => Op::Lss,
        BinaryOp::Leq => Op::Leq,
        BinaryOp::Gtr => Op::Gtr,
        BinaryOp::Geq => Op::Geq,
        BinaryOp::Add => Op::Add,
        BinaryOp::Sub => Op::Sub,
        BinaryOp::Or => Op::Or,
        BinaryOp::Xor => Op::Xor,
        BinaryOp::Mul => Op::Mul,
        BinaryOp::Div => Op::Quo,
        BinaryOp::Rem => Op::Rem,
        BinaryOp::And => Op::And,
        BinaryOp::AndNot => Op::AndNot,
        BinaryOp::Shl => Op::Shl,
        BinaryOp::Shr => Op::Shr,
    }
}

/// Why two operands cannot be compared.
struct Incomparable {
    /// Report at the right operand.
    err_y: bool,
    /// Empty: say which operator is not defined.
    cause: String,
    code: &'static str,
}

impl Checker<'_> {
    fn comparison_error(&mut self, x: &Operand, y: &Operand, op: BinaryOp, case: bool, why: Incomparable) {
        let Incomparable { err_y, cause, code } = why;
        let op_str = op.text();
        let mut err_y = err_y;
        let mut cause = cause;
        if cause.is_empty() {
            let (px, py) = (self.types.is_type_param(x.ty), self.types.is_type_param(y.ty));
            if px || py {
                if !px {
                    err_y = true;
                }
                let ty = if err_y { y.ty } else { x.ty };
                cause = errors::type_param_operator(self.ts(ty), op_str);
            } else {
                let ty = if err_y { y.ty } else { x.ty };
                let mut what = self.composite_kind(ty).to_owned();
                if what.is_empty() {
                    what = self.ts(ty);
                }
                cause = errors::operator_not_defined_on(op_str, what);
            }
        }
        let (xs, ys) = (self.xs(x), self.xs(y));
        if case {
            self.err(self.xpos(x), errors::invalid_case(code, xs, ys, cause));
        } else {
            let at = if err_y { y } else { x };
            self.err(self.xpos(at), errors::invalid_comparison(code, xs, op_str, ys, cause));
        }
    }

    /// `x op y`; with `case`, `y` is a switch's tag.
    pub(super) fn comparison(&mut self, x: &mut Operand, y: &mut Operand, op: BinaryOp, case: bool) {
        if !self.types.is_valid(x.ty) || !self.types.is_valid(y.ty) {
            x.invalidate();
            return;
        }
        let op = if case { BinaryOp::Eql } else { op };
        let ok = self.assignable_to(x, y.ty, None).0 || self.assignable_to(y, x.ty, None).0;
        if !ok {
            let cause = errors::mismatched(self.ts(x.ty), self.ts(y.ty));
            self.comparison_error(x, y, op, case, Incomparable { err_y: true, cause, code: "MismatchedTypes" });
            x.invalidate();
            return;
        }
        let failed: Option<(bool, String)> = match op {
            BinaryOp::Eql | BinaryOp::Neq => {
                if x.is_nil() || y.is_nil() {
                    let ty = if x.is_nil() { y.ty } else { x.ty };
                    if self.types.has_nil(ty) { None } else { Some((true, String::new())) }
                } else if !self.types.comparable(x.ty) {
                    Some((false, self.incomparable_cause(x.ty)))
                } else if !self.types.comparable(y.ty) {
                    Some((true, self.incomparable_cause(y.ty)))
                } else {
                    None
                }
            }
            _ => {
                if !self.types.all_basic(x.ty, BasicInfo::ORDERED) {
                    Some((false, String::new()))
                } else if !self.types.all_basic(y.ty, BasicInfo::ORDERED) {
                    Some((true, String::new()))
                } else {
                    None
                }
            }
        };
        if let Some((err_y, cause)) = failed {
            self.comparison_error(x, y, op, case, Incomparable { err_y, cause, code: "UndefinedOp" });
            x.invalidate();
            return;
        }
        self.converted_by_comparison(x.ty, y.ty);
        if x.is_const() && y.is_const() {
            x.val = Value::Bool(constant::compare(&x.val, const_op(op), &y.val));
        } else {
            x.mode = Mode::Value;
            let (xd, yd) = (self.types.default_type(x.ty), self.types.default_type(y.ty));
            self.update_source_type(x.expr, xd, true);
            self.update_source_type(y.expr, yd, true);
        }
        x.ty = TypeId::UNTYPED_BOOL;
    }

    fn shift(&mut self, x: &mut Operand, y: &mut Operand, e: Option<ExprId>, op: BinaryOp) {
        let xval = if x.is_const() { Some(x.val.to_int()) } else { None };
        let int_const = xval.as_ref().is_some_and(|v| v.kind() == constant::Kind::Int);
        if !(self.all_integer(x.ty) || self.types.is_untyped(x.ty) && int_const) {
            let text = self.os(x);
            self.err(self.xpos(x), errors::shifted_operand(text));
            x.invalidate();
            return;
        }
        let mut yval = Value::Unknown;
        if y.is_const() {
            yval = y.val.to_int();
            if yval.kind() == constant::Kind::Int && yval.sign() < 0 {
                let text = self.os(y);
                self.err(self.xpos(y), errors::negative_shift_count(text));
                x.invalidate();
                return;
            }
            if self.types.is_untyped(y.ty) {
                self.representable(y, Basic::Uint, TypeId::UINT);
                if !y.is_valid() {
                    x.invalidate();
                    return;
                }
                // gc leaves it untyped; the compiler wants to know.
                self.update_source_type(y.expr, TypeId::UINT, true);
            }
        } else if self.all_integer(y.ty) {
            if !self.types.all_basic(y.ty, BasicInfo::UNSIGNED) && !self.allow_version(13) {
                let what = errors::signed_shift_count(self.os(y));
                self.verify_version(self.xpos(y), 13, &what);
                x.invalidate();
                return;
            }
        } else if self.types.is_untyped(y.ty) {
            self.convert_untyped(y, TypeId::UINT);
            if !y.is_valid() {
                x.invalidate();
                return;
            }
        } else {
            let text = self.os(y);
            self.err(self.xpos(y), errors::shift_count_integer(text));
            x.invalidate();
            return;
        }
        if x.is_const() {
            if y.is_const() {
                if x.val == Value::Unknown || y.val == Value::Unknown {
                    x.val = Value::Unknown;
                    if !self.is_integer(x.ty) {
                        x.ty = TypeId::UNTYPED_INT;
                    }
                    return;
                }
                // So that the smallest float64 can be expressed.
                const BOUND: u64 = 1023 - 1 + 52;
                let Some(s) = yval.as_u64().filter(|&s| s <= BOUND) else {
                    let text = self.os(y);
                    self.err(self.xpos(y), errors::invalid_shift_count(text));
                    x.invalidate();
                    return;
                };
                if !self.is_integer(x.ty) {
                    x.ty = TypeId::UNTYPED_INT;
                }
                x.val = constant::shift(&xval.unwrap_or_default(), const_op(op), s as u32);
                x.expr = e.map_or(Source::None, Source::Expr);
                let pos = self.op_pos(e);
                self.overflow(x, pos);
                return;
            }
            if self.types.is_untyped(x.ty) {
                // The type comes from the context, as if the shift were not there.
                if let Source::Expr(e) = x.expr {
                    self.shift_operands.insert((self.env.pkg, e));
                }
                x.mode = Mode::Value;
                return;
            }
        }
        if !self.all_integer(x.ty) {
            let text = self.os(x);
            self.err(self.xpos(x), errors::shifted_operand(text));
            x.invalidate();
            return;
        }
        x.mode = Mode::Value;
    }

    pub(super) fn binary(&mut self, x: &mut Operand, e: Option<ExprId>, lhs: ExprId, rhs: ExprId, op: BinaryOp) {
        let mut y = Operand::new();
        self.expr(None, x, lhs);
        self.expr(None, &mut y, rhs);
        if !x.is_valid() {
            return;
        }
        if !y.is_valid() {
            x.invalidate();
            x.expr = y.expr;
            return;
        }
        if is_shift(op) {
            self.shift(x, &mut y, e, op);
            return;
        }
        self.match_types(x, &mut y);
        if !x.is_valid() {
            return;
        }
        if is_comparison(op) {
            self.comparison(x, &mut y, op, false);
            return;
        }
        if !self.types.identical(x.ty, y.ty) {
            if self.types.is_valid(x.ty) && self.types.is_valid(y.ty) {
                let what = match e {
                    Some(e) => self.es(e),
                    None => format!("{} {}= {}", self.es(lhs), op.text(), self.es(rhs)),
                };
                let message = errors::mismatched_operation(what, self.ts(x.ty), self.ts(y.ty));
                self.err(self.xpos(x), message);
            }
            x.invalidate();
            return;
        }
        let info = match op {
            BinaryOp::Add => BasicInfo::NUMERIC_OR_STRING,
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => BasicInfo::NUMERIC,
            BinaryOp::AndAnd | BinaryOp::OrOr => BasicInfo::BOOLEAN,
            _ => BasicInfo::INTEGER,
        };
        if !self.check_op(x, info, op.text()) {
            x.invalidate();
            return;
        }
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) && y.is_const() {
            let integers = x.is_const() || self.all_integer(x.ty);
            if integers && y.val.sign() == 0 {
                self.err(self.xpos(&y), errors::division_by_zero());
                x.invalidate();
                return;
            }
        }
        if x.is_const() && y.is_const() {
            if x.val == Value::Unknown || y.val == Value::Unknown {
                x.val = Value::Unknown;
                return;
            }
            if let (Some(a), Some(b)) = (x.val.as_bytes(), y.val.as_bytes()) {
                let len = a.len() + b.len();
                if op == BinaryOp::Add && len > MAX_STRING {
                    let pos = self.op_pos(e);
                    self.err(pos, errors::string_too_long(len, MAX_STRING));
                    x.val = Value::Unknown;
                    return;
                }
            }
            let mut c = const_op(op);
            if c == Op::Quo && self.is_integer(x.ty) {
                c = Op::QuoInt;
            }
            x.val = constant::binary_op(&x.val, c, &y.val);
            x.expr = e.map_or(Source::None, Source::Expr);
            let pos = self.op_pos(e);
            self.overflow(x, pos);
            return;
        }
        x.mode = Mode::Value;
    }

    fn may_convert(&mut self, x: &Operand, y: &Operand) -> bool {
        if self.types.is_typed(x.ty) && self.types.is_typed(y.ty) {
            return false;
        }
        if self.all_numeric(x.ty) != self.all_numeric(y.ty) {
            return false;
        }
        if self.types.is_non_tparam_interface(x.ty) || self.types.is_non_tparam_interface(y.ty) {
            return true;
        }
        if self.all_boolean(x.ty) != self.all_boolean(y.ty) || self.all_string(x.ty) != self.all_string(y.ty) {
            return false;
        }
        if x.is_nil() {
            return self.types.has_nil(y.ty);
        }
        if y.is_nil() {
            return self.types.has_nil(x.ty);
        }
        let pointer = |c: &mut Self, t| matches!(c.types.under_type(t), Type::Pointer(_));
        !(pointer(self, x.ty) || pointer(self, y.ty))
    }

    /// Converts untyped operands to each other's type.
    pub(super) fn match_types(&mut self, x: &mut Operand, y: &mut Operand) {
        if !self.may_convert(x, y) {
            return;
        }
        self.convert_untyped(x, y.ty);
        if !x.is_valid() {
            return;
        }
        self.convert_untyped(y, x.ty);
        if !y.is_valid() {
            x.invalidate();
        }
    }
}
