//! Terminating statements: after which nothing follows.

use super::checker::Checker;
use crate::base::Symbol;
use crate::syntax::ast::{Block, BranchKind, ExprKind, StmtId, StmtKind};

impl Checker<'_> {
    pub(super) fn is_terminating(&self, s: StmtId, label: Option<Symbol>) -> bool {
        match &self.ast.stmts[s].kind {
            StmtKind::Labeled { label, stmt } => self.is_terminating(*stmt, Some(label.name)),
            StmtKind::Expr(e) => {
                let e = self.unparen(*e);
                matches!(self.ast.exprs[e].kind, ExprKind::Call { .. }) && self.panics.contains(&(self.env.pkg, e))
            }
            StmtKind::Return(_) => true,
            StmtKind::Branch { kind, .. } => matches!(kind, BranchKind::Goto | BranchKind::Fallthrough),
            StmtKind::Block(block) => self.is_terminating_block(block),
            StmtKind::If { then, els: Some(els), .. } => {
                self.is_terminating_block(then) && self.is_terminating(*els, None)
            }
            StmtKind::Switch { clauses, .. } => {
                clauses.iter().any(|c| c.cases.is_none())
                    && clauses
                        .iter()
                        .all(|c| self.is_terminating_list(&c.body) && !self.has_break_list(&c.body, label, true))
            }
            StmtKind::Select { clauses, .. } => {
                clauses.iter().all(|c| self.is_terminating_list(&c.body) && !self.has_break_list(&c.body, label, true))
            }
            StmtKind::For { cond: None, body, .. } => !self.has_break_list(&body.stmts, label, true),
            StmtKind::For { .. }
            | StmtKind::If { .. }
            | StmtKind::Range { .. }
            | StmtKind::Empty
            | StmtKind::Send { .. }
            | StmtKind::Decl(_)
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Go(_)
            | StmtKind::Defer(_) => false,
        }
    }

    fn is_terminating_block(&self, block: &Block) -> bool {
        self.is_terminating_list(&block.stmts)
    }

    fn is_terminating_list(&self, list: &[StmtId]) -> bool {
        list.iter()
            .rev()
            .find(|&&s| !matches!(self.ast.stmts[s].kind, StmtKind::Empty))
            .is_some_and(|&s| self.is_terminating(s, None))
    }

    fn has_break_list(&self, list: &[StmtId], label: Option<Symbol>, implicit: bool) -> bool {
        list.iter().any(|&s| self.has_break(s, label, implicit))
    }

    /// Whether there is a `break` out of the statement: with its label, or `implicit`ly.
    fn has_break(&self, s: StmtId, label: Option<Symbol>, implicit: bool) -> bool {
        match &self.ast.stmts[s].kind {
            StmtKind::Labeled { stmt, .. } => self.has_break(*stmt, label, implicit),
            StmtKind::Branch { kind: BranchKind::Break, label: target } => match target {
                None => implicit,
                Some(target) => Some(target.name) == label,
            },
            StmtKind::Block(block) => self.has_break_list(&block.stmts, label, implicit),
            StmtKind::If { then, els, .. } => {
                self.has_break_list(&then.stmts, label, implicit)
                    || els.is_some_and(|e| self.has_break(e, label, implicit))
            }
            StmtKind::Switch { clauses, .. } => {
                label.is_some() && clauses.iter().any(|c| self.has_break_list(&c.body, label, false))
            }
            StmtKind::Select { clauses, .. } => {
                label.is_some() && clauses.iter().any(|c| self.has_break_list(&c.body, label, false))
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                label.is_some() && self.has_break_list(&body.stmts, label, false)
            }
            _ => false,
        }
    }
}
