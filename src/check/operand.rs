//! Operands: what checking an expression gives.

use super::info::Mode;
use crate::base::{Pos, Symbol};
use crate::constant::Value;
use crate::syntax::ast::ExprId;
use crate::types::TypeId;

/// The expression of an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// None.
    None,
    /// Of the current package's tree.
    Expr(ExprId),
    /// A name that stands in for something that has no expression, such as the second result of a call.
    Name(Pos, Symbol),
}

/// An expression that was checked.
#[derive(Debug, Clone)]
pub(super) struct Operand {
    pub(super) mode: Mode,
    pub(super) expr: Source,
    pub(super) ty: TypeId,
    pub(super) val: Value,
}

impl Operand {
    pub(super) fn new() -> Self {
        Self { mode: Mode::Invalid, expr: Source::None, ty: TypeId::INVALID, val: Value::Unknown }
    }

    pub(super) fn value(expr: Source, ty: TypeId) -> Self {
        Self { mode: Mode::Value, expr, ty, val: Value::Unknown }
    }

    pub(super) fn is_valid(&self) -> bool {
        self.mode != Mode::Invalid
    }

    pub(super) fn invalidate(&mut self) {
        self.mode = Mode::Invalid;
    }

    pub(super) fn is_nil(&self) -> bool {
        self.mode == Mode::NilValue
    }

    pub(super) fn is_const(&self) -> bool {
        self.mode == Mode::Constant
    }
}

/// What kind of expression it was, for statements made of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExprClass {
    Conversion,
    Expression,
    Statement,
}

/// A function type that a generic function is assigned to, and what it is called in messages.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) sig: TypeId,
    pub(super) desc: String,
}
