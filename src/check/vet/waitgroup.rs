//! `wg.Add` as the first thing a new goroutine does: then `Wait` may come before it. Follows `passes/waitgroup`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprKind, StmtKind};

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("sync") {
        return;
    }
    let ast = vet.ast;
    for s in vet.tree.stmts() {
        let StmtKind::Go(call) = ast.stmts[s].kind else { continue };
        let ExprKind::Call { fun, .. } = *vet.kind(call) else { continue };
        let ExprKind::FuncLit { body, .. } = *vet.kind(fun) else { continue };
        let StmtKind::Block(block) = &ast.stmts[body].kind else { continue };
        let Some(&first) = block.stmts.first() else { continue };
        let StmtKind::Expr(e) = ast.stmts[first].kind else { continue };
        let ExprKind::Call { fun, .. } = *vet.kind(e) else { continue };
        if vet.callee(fun).is_some_and(|f| vet.is_method_named(f, "sync", "WaitGroup", &["Add"])) {
            // gc's position of a call is its opening parenthesis.
            vet.report_at(vet.after(fun, b'('), messages::add_inside_goroutine());
        }
    }
}
