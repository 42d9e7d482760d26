//! Operations on constants.

use super::{BigFloat, Value};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use std::cmp::Ordering;

/// Operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are Go's")]
pub enum Op {
    Add,
    Sub,
    Mul,
    Quo,
    /// Division of integers, truncated.
    QuoInt,
    Rem,
    And,
    Or,
    Xor,
    AndNot,
    LAnd,
    LOr,
    Not,
    Shl,
    Shr,
    Eql,
    Neq,
    Lss,
    Leq,
    Gtr,
    Geq,
}

/// `op y`. With `prec > 0`, `^` is of an unsigned type of so many bits. Meaningless operations give
/// [`Value::Unknown`].
pub fn unary_op(op: Op, y: &Value, prec: u32) -> Value {
    match (op, y) {
        (Op::Add, Value::Bool(_) | Value::String(_)) => Value::Unknown,
        (Op::Add, _) => y.clone(),
        (Op::Sub, Value::Int(x)) => x.checked_neg().map_or_else(|| Value::from_big(-BigInt::from(*x)), Value::Int),
        (Op::Sub, Value::BigInt(x)) => Value::from_big(-x.as_ref().clone()),
        (Op::Sub, Value::Rat(x)) => Value::from_rat(-x.as_ref().clone()),
        (Op::Sub, Value::Float(x)) => Value::from_float(x.neg()),
        (Op::Sub, Value::Complex(c)) => Value::from_parts(unary_op(Op::Sub, &c.0, 0), unary_op(Op::Sub, &c.1, 0)),
        (Op::Xor, Value::Int(_) | Value::BigInt(_)) => {
            let Some(x) = y.big() else { return Value::Unknown };
            let mut z = -x - 1;
            if prec > 0 {
                z &= (BigInt::one() << prec) - 1;
            }
            Value::from_big(z)
        }
        (Op::Not, Value::Bool(b)) => Value::Bool(!b),
        _ => Value::Unknown,
    }
}

fn rank(x: &Value) -> u8 {
    match x {
        Value::Unknown => 0,
        Value::Bool(_) | Value::String(_) => 1,
        Value::Int(_) => 2,
        Value::BigInt(_) => 3,
        Value::Rat(_) => 4,
        Value::Float(_) => 5,
        Value::Complex(_) => 6,
    }
}

/// `x op y`; division by zero and mismatched kinds give [`Value::Unknown`].
pub fn binary_op(x: &Value, op: Op, y: &Value) -> Value {
    match (x, y) {
        (Value::Unknown, _) | (_, Value::Unknown) => Value::Unknown,
        (Value::Bool(a), Value::Bool(b)) => match op {
            Op::LAnd => Value::Bool(*a && *b),
            Op::LOr => Value::Bool(*a || *b),
            _ => Value::Unknown,
        },
        (Value::String(a), Value::String(b)) if op == Op::Add => {
            Value::String(a.iter().chain(b.iter()).copied().collect::<Vec<u8>>().into())
        }
        (Value::Int(a), Value::Int(b)) => small(*a, op, *b).unwrap_or_else(|| big(x, op, y)),
        (Value::Bool(_) | Value::String(_), _) | (_, Value::Bool(_) | Value::String(_)) => Value::Unknown,
        _ => match rank(x).max(rank(y)) {
            2 | 3 => big(x, op, y),
            4 => {
                let (Some(a), Some(b)) = (x.rat(), y.rat()) else { return Value::Unknown };
                Value::from_rat(match op {
                    Op::Add => a + b,
                    Op::Sub => a - b,
                    Op::Mul => a * b,
                    Op::Quo if !b.is_zero() => a / b,
                    _ => return Value::Unknown,
                })
            }
            5 => {
                let (a, b): (BigFloat, BigFloat) = (x.float(), y.float());
                Value::from_float(match op {
                    Op::Add => a.add(&b),
                    Op::Sub => a.sub(&b),
                    Op::Mul => a.mul(&b),
                    Op::Quo => a.quo(&b),
                    _ => return Value::Unknown,
                })
            }
            _ => complex(x, op, y),
        },
    }
}

fn small(a: i64, op: Op, b: i64) -> Option<Value> {
    Some(Value::Int(match op {
        Op::Add => a.checked_add(b)?,
        Op::Sub => a.checked_sub(b)?,
        Op::Mul => a.checked_mul(b)?,
        // The one quotient that does not fit wraps around, in go/constant as here.
        Op::QuoInt if b != 0 => a.wrapping_div(b),
        Op::Rem if b != 0 => a.checked_rem(b)?,
        Op::And => a & b,
        Op::Or => a | b,
        Op::Xor => a ^ b,
        Op::AndNot => a & !b,
        _ => return None,
    }))
}

fn big(x: &Value, op: Op, y: &Value) -> Value {
    let (Some(a), Some(b)) = (x.big(), y.big()) else { return Value::Unknown };
    Value::from_big(match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        Op::Quo if !b.is_zero() => return Value::from_rat(num_rational::BigRational::new(a, b)),
        Op::QuoInt if !b.is_zero() => a / b,
        Op::Rem if !b.is_zero() => a % b,
        Op::And => a & b,
        Op::Or => a | b,
        Op::Xor => a ^ b,
        Op::AndNot => a & (-b - 1),
        _ => return Value::Unknown,
    })
}

fn complex(x: &Value, op: Op, y: &Value) -> Value {
    let (a, b, c, d) = (x.real(), x.imag(), y.real(), y.imag());
    let f = binary_op;
    match op {
        Op::Add | Op::Sub => Value::from_parts(f(&a, op, &c), f(&b, op, &d)),
        Op::Mul => {
            let re = f(&f(&a, op, &c), Op::Sub, &f(&b, op, &d));
            let im = f(&f(&b, op, &c), Op::Add, &f(&a, op, &d));
            Value::from_parts(re, im)
        }
        Op::Quo => {
            let m = Op::Mul;
            let s = f(&f(&c, m, &c), Op::Add, &f(&d, m, &d));
            let re = f(&f(&f(&a, m, &c), Op::Add, &f(&b, m, &d)), Op::Quo, &s);
            let im = f(&f(&f(&b, m, &c), Op::Sub, &f(&a, m, &d)), Op::Quo, &s);
            Value::from_parts(re, im)
        }
        _ => Value::Unknown,
    }
}

/// `x << s` or `x >> s` of an integer.
pub fn shift(x: &Value, op: Op, s: u32) -> Value {
    let Some(a) = x.big() else { return Value::Unknown };
    match op {
        Op::Shl => Value::from_big(a << s),
        // Towards minus infinity, as Go's.
        Op::Shr => Value::from_big(a >> s),
        _ => Value::Unknown,
    }
}

fn holds(op: Op, ord: Ordering) -> bool {
    match op {
        Op::Eql => ord.is_eq(),
        Op::Neq => ord.is_ne(),
        Op::Lss => ord.is_lt(),
        Op::Leq => ord.is_le(),
        Op::Gtr => ord.is_gt(),
        Op::Geq => ord.is_ge(),
        _ => false,
    }
}

/// `x op y` for a comparison; false when something is unknown.
pub fn compare(x: &Value, op: Op, y: &Value) -> bool {
    match (x, y) {
        (Value::Unknown, _) | (_, Value::Unknown) => false,
        (Value::Bool(a), Value::Bool(b)) => holds(op, a.cmp(b)),
        (Value::String(a), Value::String(b)) => holds(op, a.as_ref().cmp(b.as_ref())),
        (Value::Bool(_) | Value::String(_), _) | (_, Value::Bool(_) | Value::String(_)) => false,
        (Value::Int(a), Value::Int(b)) => holds(op, a.cmp(b)),
        _ => match rank(x).max(rank(y)) {
            2 | 3 => holds(op, x.big().cmp(&y.big())),
            4 => holds(op, x.rat().cmp(&y.rat())),
            5 => holds(op, x.float().cmp(&y.float())),
            _ => {
                let same = compare(&x.real(), Op::Eql, &y.real()) && compare(&x.imag(), Op::Eql, &y.imag());
                match op {
                    Op::Eql => same,
                    Op::Neq => !same,
                    _ => false,
                }
            }
        },
    }
}
