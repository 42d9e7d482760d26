//! `x = x`. Follows `passes/assign`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprId, ExprKind, StmtKind};
use crate::types::Type;
use std::mem::discriminant;

pub(super) fn run(vet: &mut Vet<'_>) {
    for s in vet.tree.stmts() {
        let StmtKind::Assign { op: None, lhs, rhs } = &vet.ast.stmts[s].kind else { continue };
        if lhs.len() != rhs.len() {
            continue;
        }
        let mut same = Vec::new();
        for (&l, &r) in lhs.iter().zip(rhs) {
            if discriminant(vet.kind(l)) == discriminant(vet.kind(r))
                && vet.no_effects(l)
                && vet.no_effects(r)
                && !is_map_index(vet, l)
            {
                let text = vet.format(l);
                if text == vet.format(r) {
                    same.push(text);
                }
            }
        }
        if !same.is_empty() {
            vet.report_stmt(s, messages::self_assignment(same.join(", ")));
        }
    }
}

/// An element that is not there is there after the assignment.
fn is_map_index(vet: &mut Vet<'_>, e: ExprId) -> bool {
    let ExprKind::Index { x, .. } = vet.kind(vet.unparen(e)) else { return false };
    vet.ty(*x).is_some_and(|ty| matches!(vet.types.under_type(ty), Type::Map { .. }))
}
