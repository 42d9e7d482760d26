//! Assertions from one interface to another that nothing can implement together. Follows `passes/ifaceassert`.

use super::tree::Node;
use super::{Vet, messages};
use crate::syntax::ast::{ExprId, ExprKind, StmtKind};
use crate::types::{MissingState, TypeId};

pub(super) fn run(vet: &mut Vet<'_>) {
    for entry in &vet.tree.entries {
        match entry.node {
            Node::Expr(e) => {
                if let &ExprKind::Assert { x, ty } = vet.kind(e) {
                    check(vet, x, ty);
                }
            }
            Node::Stmt(s) => {
                let StmtKind::Switch { tag: Some(tag), clauses, .. } = &vet.ast.stmts[s].kind else { continue };
                let ExprKind::TypeSwitchGuard { x, .. } = *vet.kind(*tag) else { continue };
                for &target in clauses.iter().flat_map(|c| &c.cases).flatten() {
                    check(vet, x, target);
                }
            }
            Node::File(_) | Node::Decl(_) => {}
        }
    }
}

fn check(vet: &mut Vet<'_>, x: ExprId, target: ExprId) {
    let (Some(v), Some(t)) = (vet.ty(x), vet.ty(target)) else { return };
    if vet.is_nil(target) || vet.types.has_type_params(v) || vet.types.has_type_params(t) {
        return;
    }
    if !vet.types.is_interface(v) || !vet.types.is_interface(t) {
        return;
    }
    if let Some(name) = conflict(vet, v, t) {
        let message = messages::impossible_assertion(vet.type_string(v), vet.type_string(t), name);
        vet.report_expr(target, message);
    }
}

/// The first method that both have with different types.
fn conflict(vet: &mut Vet<'_>, v: TypeId, t: TypeId) -> Option<String> {
    let missing = vet.types.missing_method(v, t, false)?;
    (missing.state == MissingState::WrongSig).then(|| vet.name(missing.method.name).to_owned())
}
