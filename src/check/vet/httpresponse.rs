//! `defer resp.Body.Close()` before the error was looked at. Follows `passes/httpresponse`.

use super::tree::Node;
use super::{Vet, messages};
use crate::syntax::ast::{Block, CaseClause, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::{Type, TypeId};

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("net/http") {
        return;
    }
    let tree = vet.tree;
    for (i, entry) in tree.entries.iter().enumerate() {
        let Node::Expr(e) = entry.node else { continue };
        if !is_request(vet, e) {
            continue;
        }
        // Up to the statement; a call around it may look at the error.
        let (mut at, mut calls) = (entry.parent, 1);
        while let Node::Expr(e) = tree.entries[at].node {
            calls += usize::from(matches!(vet.kind(e), ExprKind::Call { .. }));
            at = tree.entries[at].parent;
        }
        let (Node::Stmt(s), 1) = (tree.entries[at].node, calls) else { continue };
        let Some(next) = tree.parent(at).and_then(|parent| following(vet, parent, s)) else { continue };
        debug_assert!(i > at);
        let (StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. }) = &vet.ast.stmts[s].kind else { continue };
        let StmtKind::Defer(call) = vet.ast.stmts[next].kind else { continue };
        let ExprKind::Call { fun, .. } = *vet.kind(call) else { continue };
        let (Some(resp), Some(root)) = (root_name(vet, lhs[0]), root_name(vet, fun)) else { continue };
        if vet.object_of(resp).is_some() && vet.object_of(resp) == vet.object_of(root) {
            let message = messages::used_before_error_check(vet.source(resp));
            vet.report_expr(root, message);
        }
    }
}

/// The statement after `s` in a block. Clauses of switches are no blocks here.
fn following(vet: &Vet<'_>, parent: Node, s: StmtId) -> Option<StmtId> {
    let Node::Stmt(p) = parent else { return None };
    let next = |list: &[StmtId]| list.get(list.iter().position(|&x| x == s)? + 1).copied();
    match &vet.ast.stmts[p].kind {
        StmtKind::Block(Block { stmts, .. }) => next(stmts),
        StmtKind::If { then, .. } => next(&then.stmts),
        StmtKind::For { body, .. } | StmtKind::Range { body, .. } => next(&body.stmts),
        StmtKind::Switch { clauses, .. } => {
            let clause: &CaseClause = clauses.iter().find(|c| c.body.contains(&s))?;
            next(&clause.body).filter(|_| false)
        }
        _ => None,
    }
}

fn is_request(vet: &mut Vet<'_>, e: ExprId) -> bool {
    let ExprKind::Call { fun, .. } = *vet.kind(e) else { return false };
    let ExprKind::Selector { x, .. } = *vet.kind(fun) else { return false };
    let Some(Type::Signature(sig)) = vet.ty(fun).map(|ty| &vet.types.types[ty]) else { return false };
    let [response, error] = sig.results[..] else { return false };
    let (base, pointer) = vet.types.deref(response.ty);
    if !pointer || !vet.is_type_named(base, "net/http", &["Response"]) || !vet.types.identical(error.ty, TypeId::ERROR)
    {
        return false;
    }
    match vet.ty(x) {
        None => vet.source(x) == "http",
        Some(ty) => vet.is_type_named(vet.types.deref(ty).0, "net/http", &["Client"]),
    }
}

/// `x` of `x.y.z`
fn root_name(vet: &Vet<'_>, mut e: ExprId) -> Option<ExprId> {
    while let ExprKind::Selector { x, .. } = *vet.kind(e) {
        e = x;
    }
    matches!(vet.kind(e), ExprKind::Name(_)).then_some(e)
}
