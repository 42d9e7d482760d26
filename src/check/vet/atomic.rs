//! `x = atomic.AddInt64(&x, 1)`: the assignment is not atomic. Follows `passes/atomic`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprKind, StmtKind, UnaryOp};

const ADD: [&str; 5] = ["AddInt32", "AddInt64", "AddUint32", "AddUint64", "AddUintptr"];

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("sync/atomic") {
        return;
    }
    for s in vet.tree.stmts() {
        let (lhs, rhs) = match &vet.ast.stmts[s].kind {
            StmtKind::Assign { lhs, rhs, .. } => (lhs, rhs),
            StmtKind::Define { lhs, rhs } if lhs.len() > 1 => (lhs, rhs),
            _ => continue,
        };
        if lhs.len() != rhs.len() {
            continue;
        }
        for (&left, &right) in lhs.iter().zip(rhs) {
            let ExprKind::Call { fun, args, .. } = vet.kind(right) else { continue };
            let [arg, _] = args[..] else { continue };
            if !vet.callee(*fun).is_some_and(|f| vet.is_function_named(f, "sync/atomic", &ADD)) {
                continue;
            }
            let broken = match (vet.kind(arg), vet.kind(left)) {
                (&ExprKind::Unary { op: UnaryOp::Addr, x }, _) => vet.format(left) == vet.format(x),
                (_, &ExprKind::Unary { op: UnaryOp::Deref, x }) => vet.format(x) == vet.format(arg),
                _ => false,
            };
            if broken {
                vet.report_expr(left, messages::direct_assignment_to_atomic());
            }
        }
    }
}
