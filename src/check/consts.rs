//! Constants: which value fits which type.

use super::checker::Checker;
use super::errors::{self, Msg};
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::base::Pos;
use crate::constant::{Kind, Op, Value, binary_op};
use crate::syntax::ast::{BinaryOp, ExprKind, UnaryOp};
use crate::types::{Basic, BasicInfo, Type, TypeId};

/// Why an untyped value cannot become a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    Truncated,
    Overflow,
    ConstValue,
    Conversion,
}

/// The value as one of `ty`, rounded, if it fits.
pub(super) fn representable_const(x: &Value, ty: Basic) -> Option<Value> {
    if *x == Value::Unknown {
        return Some(Value::Unknown);
    }
    let info = ty.info();
    if info.has(BasicInfo::INTEGER) {
        let x = x.to_int();
        if x.kind() != Kind::Int {
            return None;
        }
        let signed = |bits: u32| {
            x.as_i64().is_some_and(|v| bits == 64 || (-(1i64 << (bits - 1))..1i64 << (bits - 1)).contains(&v))
        };
        let unsigned = |bits: u32| x.as_u64().is_some_and(|v| bits == 64 || v < 1u64 << bits);
        let fits = match ty {
            Basic::Int | Basic::Int64 => signed(64),
            Basic::Int8 => signed(8),
            Basic::Int16 => signed(16),
            Basic::Int32 => signed(32),
            Basic::Uint | Basic::Uintptr | Basic::Uint64 => unsigned(64),
            Basic::Uint8 => unsigned(8),
            Basic::Uint16 => unsigned(16),
            Basic::Uint32 => unsigned(32),
            _ => true,
        };
        return fits.then_some(x);
    }
    if info.has(BasicInfo::FLOAT) {
        let x = x.to_float();
        if x.kind() != Kind::Float {
            return None;
        }
        return match ty {
            Basic::Float32 => round32(&x),
            Basic::Float64 => round64(&x),
            _ => Some(x),
        };
    }
    if info.has(BasicInfo::COMPLEX) {
        let x = x.to_complex();
        if x.kind() != Kind::Complex {
            return None;
        }
        let round = match ty {
            Basic::Complex64 => round32,
            Basic::Complex128 => round64,
            _ => return Some(x),
        };
        let (re, im) = (round(&x.real())?, round(&x.imag())?);
        return Some(binary_op(&re, Op::Add, &Value::make_imag(im)));
    }
    let fits = info.has(BasicInfo::STRING) && x.kind() == Kind::String
        || info.has(BasicInfo::BOOLEAN) && x.kind() == Kind::Bool;
    fits.then(|| x.clone())
}

fn round32(x: &Value) -> Option<Value> {
    let f = x.to_f32();
    f.is_finite().then(|| Value::from_f64(f64::from(f)))
}

fn round64(x: &Value) -> Option<Value> {
    let f = x.to_f64();
    f.is_finite().then(|| Value::from_f64(f))
}

impl Checker<'_> {
    /// Complains about constants that are too large.
    pub(super) fn overflow(&mut self, x: &mut Operand, pos: Pos) {
        if x.val == Value::Unknown {
            self.err(pos, errors::not_representable());
            return;
        }
        if self.types.is_typed(x.ty) {
            if let Some(basic) = self.types.basic(x.ty) {
                self.representable(x, basic, x.ty);
            }
            return;
        }
        if x.val.kind() == Kind::Int && x.val.bit_len() > 512 {
            let op = match x.expr {
                Source::Expr(e) => match self.ast.exprs[e].kind {
                    ExprKind::Unary { op: UnaryOp::Xor, .. } => "bitwise complement ",
                    ExprKind::Binary { op, .. } => match op {
                        BinaryOp::Add => "addition ",
                        BinaryOp::Sub => "subtraction ",
                        BinaryOp::Xor => "bitwise XOR ",
                        BinaryOp::Mul => "multiplication ",
                        BinaryOp::Shl => "shift ",
                        _ => "",
                    },
                    _ => "",
                },
                _ => "",
            };
            self.err(pos, errors::constant_overflow(op));
            x.val = Value::Unknown;
        }
    }

    /// Makes a constant one of `basic`, whose name for messages is that of `ty`'s underlying type.
    pub(super) fn representable(&mut self, x: &mut Operand, basic: Basic, ty: TypeId) {
        match self.representation(x, basic) {
            Ok(value) => x.val = value,
            Err(misfit) => {
                let u = self.types.under(ty);
                let u = if ty == TypeId::BYTE || ty == TypeId::RUNE { ty } else { u };
                let message = self.invalid_conversion(misfit, x, u);
                self.err(self.xpos(x), message);
                x.invalidate();
            }
        }
    }

    fn representation(&mut self, x: &Operand, basic: Basic) -> Result<Value, Misfit> {
        if let Some(value) = representable_const(&x.val, basic) {
            return Ok(value);
        }
        let to_integer = basic.info().has(BasicInfo::INTEGER);
        if self.is_numeric(x.ty) && basic.info().has(BasicInfo::NUMERIC) {
            let truncated = !self.is_integer(x.ty) && to_integer;
            return Err(if truncated { Misfit::Truncated } else { Misfit::Overflow });
        }
        Err(Misfit::ConstValue)
    }

    fn invalid_conversion(&mut self, misfit: Misfit, x: &Operand, target: TypeId) -> Msg {
        let (x, target) = (self.os(x), self.ts(target));
        match misfit {
            Misfit::Truncated => errors::truncated(x, target),
            Misfit::Overflow => errors::overflows(x, target),
            Misfit::ConstValue => errors::cannot_convert_const(x, target),
            Misfit::Conversion => errors::cannot_convert_untyped(x, target),
        }
    }

    /// Gives an untyped operand the type `target`, as far as that says one.
    pub(super) fn convert_untyped(&mut self, x: &mut Operand, target: TypeId) {
        match self.implicit_type_and_value(x, target) {
            Err(misfit) => {
                let mut t = target;
                if !self.types.is_type_param(target) && target != TypeId::BYTE && target != TypeId::RUNE {
                    t = self.types.under(target);
                }
                let message = self.invalid_conversion(misfit, x, t);
                self.err(self.xpos(x), message);
                x.invalidate();
            }
            Ok((ty, value)) => self.set_implicit(x, ty, value),
        }
    }

    pub(super) fn set_implicit(&mut self, x: &mut Operand, ty: TypeId, value: Option<Value>) {
        if let Some(value) = value {
            if let Source::Expr(e) = x.expr
                && self.pending_untyped(e).is_some()
            {
                let pkg = self.env.pkg;
                self.pkgs[pkg].exprs[e].value = Some(value.clone());
            }
            x.val = value;
        }
        if ty != x.ty {
            x.ty = ty;
            self.update_source_type(x.expr, ty, false);
        }
    }

    /// The type that an untyped operand gets from `target`, and its value as that if it is a constant.
    pub(super) fn implicit_type_and_value(
        &mut self,
        x: &Operand,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), Misfit> {
        if !x.is_valid() || self.types.is_typed(x.ty) || !self.types.is_valid(target) {
            return Ok((x.ty, None));
        }
        if self.types.is_untyped(target) {
            return self.max_type(x.ty, target).map(|ty| (ty, None)).ok_or(Misfit::Conversion);
        }
        if x.is_nil() {
            return if self.types.has_nil(target) { Ok((target, None)) } else { Err(Misfit::Conversion) };
        }
        match self.types.under_type(target) {
            Type::Basic(basic) => {
                let basic = *basic;
                if x.mode == Mode::Constant {
                    return self.representation(x, basic).map(|value| (target, Some(value)));
                }
                let ok = match x.ty {
                    TypeId::UNTYPED_BOOL => BasicInfo::BOOLEAN,
                    TypeId::UNTYPED_INT | TypeId::UNTYPED_RUNE | TypeId::UNTYPED_FLOAT | TypeId::UNTYPED_COMPLEX => {
                        BasicInfo::NUMERIC
                    }
                    TypeId::UNTYPED_STRING => BasicInfo::STRING,
                    _ => return Err(Misfit::Conversion),
                };
                if basic.info().has(ok) { Ok((target, None)) } else { Err(Misfit::Conversion) }
            }
            Type::Interface(iface) => {
                let iface = *iface;
                if self.types.is_type_param(target) {
                    let ok =
                        self.under_is(target, &mut |c, u| u.is_some_and(|u| c.implicit_type_and_value(x, u).is_ok()));
                    return if ok { Ok((target, None)) } else { Err(Misfit::Conversion) };
                }
                if !self.types.type_set(iface).is_all() {
                    return Err(Misfit::Conversion);
                }
                Ok((self.types.default_type(x.ty), None))
            }
            _ => Err(Misfit::Conversion),
        }
    }

    /// The larger of two untyped kinds.
    pub(super) fn max_type(&mut self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if x == y {
            return Some(x);
        }
        let numeric = |c: &mut Self, t| c.types.is_untyped(t) && c.is_numeric(t);
        (numeric(self, x) && numeric(self, y)).then(|| x.max(y))
    }
}
