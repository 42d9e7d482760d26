//! Shifts by as many bits as there are, or more. Follows `passes/shift`.

use super::tree::{Node, Tree};
use super::{Vet, messages};
use crate::constant::Kind;
use crate::syntax::ast::{BinaryOp, CaseClause, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::TypeId;
use rustc_hash::FxHashSet;

pub(super) fn run(vet: &mut Vet<'_>) {
    let mut dead = FxHashSet::default();
    for s in vet.tree.stmts() {
        find_dead(vet, s, &mut dead);
    }
    for entry in &vet.tree.entries {
        if dead.contains(&entry.node) {
            continue;
        }
        match entry.node {
            Node::Expr(e) => {
                if let &ExprKind::Binary { op: BinaryOp::Shl | BinaryOp::Shr, x, y } = vet.kind(e)
                    && let Some(message) = long_shift(vet, x, y)
                {
                    vet.report_expr(e, message);
                }
            }
            Node::Stmt(s) => {
                if let StmtKind::Assign { op: Some(BinaryOp::Shl | BinaryOp::Shr), lhs, rhs } = &vet.ast.stmts[s].kind
                    && let (&[x], &[y]) = (lhs.as_slice(), rhs.as_slice())
                    && let Some(message) = long_shift(vet, x, y)
                {
                    vet.report_stmt(s, message);
                }
            }
            Node::File(_) | Node::Decl(_) => {}
        }
    }
}

fn long_shift(vet: &mut Vet<'_>, x: ExprId, y: ExprId) -> Option<String> {
    // Constants are shifted to find out the size of a word.
    if vet.value(x).is_some() {
        return None;
    }
    let amount = vet.value(y)?.to_int().as_i64()?;
    let types: Vec<TypeId> = vet.terms(vet.ty(x)?)?.iter().map(|&(_, t)| t).collect();
    let mut sizes: Vec<i64> = types.into_iter().map(|t| 8 * vet.types.sizeof(t)).collect();
    crate::base::sort(&mut sizes);
    sizes.dedup();
    let &min = sizes.first()?;
    let qualifier = if sizes.len() > 1 { "may be " } else { "" };
    (amount >= min).then(|| messages::shift_too_long(vet.format(x), qualifier, min, amount))
}

/// Marks what a constant condition excludes: code for other sizes of words.
fn find_dead(vet: &Vet<'_>, s: StmtId, dead: &mut FxHashSet<Node>) {
    if dead.contains(&Node::Stmt(s)) {
        return;
    }
    let mut mark = |node: Node| dead.extend(Tree::below(vet.ast, node).entries.iter().map(|e| e.node));
    match &vet.ast.stmts[s].kind {
        StmtKind::If { cond, then, els, .. } => match vet.value(*cond).and_then(|v| v.as_bool()) {
            Some(false) => then.stmts.iter().for_each(|&s| mark(Node::Stmt(s))),
            Some(true) => els.iter().for_each(|&s| mark(Node::Stmt(s))),
            None => {}
        },
        StmtKind::Switch { tag, clauses, .. } => {
            let wanted = match tag {
                None => None,
                Some(tag) => match vet.value(*tag) {
                    Some(v) if v.kind() == Kind::Int => Some(v.as_u64()),
                    _ => return,
                },
            };
            if wanted == Some(None) {
                return;
            }
            let never = |e: ExprId| match (wanted.flatten(), vet.value(e)) {
                (_, None) => false,
                (None, Some(v)) => v.as_bool() == Some(false),
                (Some(tag), Some(v)) => v.as_u64().is_some_and(|n| n != tag),
            };
            for CaseClause { cases, body, .. } in clauses {
                let Some(cases) = cases else { continue };
                if cases.iter().all(|&e| never(e)) {
                    cases.iter().for_each(|&e| mark(Node::Expr(e)));
                    body.iter().for_each(|&s| mark(Node::Stmt(s)));
                }
            }
        }
        _ => {}
    }
}
