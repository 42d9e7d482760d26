//! `defer f(time.Since(t))`: arguments are evaluated at once. Follows `passes/defers`.

use super::tree::Node;
use super::{Vet, messages};
use crate::syntax::ast::{ExprKind, StmtKind};

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("time") {
        return;
    }
    let tree = vet.tree;
    for (at, entry) in tree.entries.iter().enumerate() {
        let Node::Stmt(s) = entry.node else { continue };
        if !matches!(vet.ast.stmts[s].kind, StmtKind::Defer(_)) {
            continue;
        }
        let mut i = at;
        while i < entry.end {
            let below = tree.entries[i];
            i += 1;
            let Node::Expr(e) = below.node else { continue };
            match vet.kind(e) {
                // Its body runs when the call does.
                ExprKind::FuncLit { .. } => i = below.end,
                ExprKind::Call { fun, .. }
                    if vet.callee(*fun).is_some_and(|f| vet.is_function_named(f, "time", &["Since"])) =>
                {
                    vet.report_expr(e, messages::since_not_deferred());
                }
                _ => {}
            }
        }
    }
}
