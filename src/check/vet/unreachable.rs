//! Code that is never reached. Follows `passes/unreachable`.

use super::tree::Node;
use super::{Vet, messages};
use crate::base::Symbol;
use crate::syntax::ast::{BranchKind, DeclKind, ExprKind, StmtId, StmtKind};
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn run(vet: &mut Vet<'_>) {
    for entry in &vet.tree.entries {
        let body = match entry.node {
            Node::Decl(d) => match &vet.ast.decls[d].kind {
                DeclKind::Func(f) => f.body,
                _ => None,
            },
            Node::Expr(e) => match *vet.kind(e) {
                ExprKind::FuncLit { body, .. } => Some(body),
                _ => None,
            },
            Node::File(_) | Node::Stmt(_) => None,
        };
        if let Some(body) = body {
            let mut dead = Dead { vet, reachable: true, breaks: FxHashSet::default(), gotos: FxHashSet::default() };
            dead.find_labels(body, None, &mut FxHashMap::default());
            dead.find(body);
        }
    }
}

struct Dead<'v, 'a> {
    vet: &'v mut Vet<'a>,
    /// Whether the next statement is reached.
    reachable: bool,
    /// Statements that a `break` leaves.
    breaks: FxHashSet<StmtId>,
    /// Labels that a `goto` goes to.
    gotos: FxHashSet<Symbol>,
}

impl Dead<'_, '_> {
    /// The recursion is as deep as statements are nested, which the parser limits.
    fn find_labels(&mut self, s: StmtId, target: Option<StmtId>, labels: &mut FxHashMap<Symbol, StmtId>) {
        let ast = self.vet.ast;
        match &ast.stmts[s].kind {
            StmtKind::Empty
            | StmtKind::Expr(_)
            | StmtKind::Send { .. }
            | StmtKind::Decl(_)
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Go(_)
            | StmtKind::Defer(_)
            | StmtKind::Return(_) => {}
            StmtKind::Labeled { label, stmt } => {
                labels.insert(label.name, *stmt);
                self.find_labels(*stmt, target, labels);
            }
            StmtKind::Block(block) => block.stmts.iter().for_each(|&s| self.find_labels(s, target, labels)),
            StmtKind::Branch { kind, label } => match kind {
                BranchKind::Goto => self.gotos.extend(label.map(|l| l.name)),
                BranchKind::Break => {
                    let left = label.map_or(target, |l| labels.get(&l.name).copied());
                    self.breaks.extend(left);
                }
                BranchKind::Continue | BranchKind::Fallthrough => {}
            },
            StmtKind::If { then, els, .. } => {
                then.stmts.iter().chain(els).for_each(|&s| self.find_labels(s, target, labels));
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                body.stmts.iter().for_each(|&b| self.find_labels(b, Some(s), labels));
            }
            StmtKind::Switch { clauses, .. } => {
                clauses.iter().flat_map(|c| &c.body).for_each(|&b| self.find_labels(b, Some(s), labels));
            }
            StmtKind::Select { clauses, .. } => {
                clauses.iter().flat_map(|c| &c.body).for_each(|&b| self.find_labels(b, Some(s), labels));
            }
        }
    }

    fn find_all(&mut self, list: &[StmtId]) {
        for &s in list {
            self.find(s);
        }
    }

    /// The recursion is as deep as statements are nested.
    fn find(&mut self, s: StmtId) {
        let ast = self.vet.ast;
        let kind = &ast.stmts[s].kind;
        if let StmtKind::Labeled { label, .. } = kind
            && self.gotos.contains(&label.name)
        {
            self.reachable = true;
        }
        if !self.reachable && !matches!(kind, StmtKind::Empty) {
            self.vet.report_stmt(s, messages::unreachable_code());
            // Once is enough.
            self.reachable = true;
        }
        match kind {
            StmtKind::Empty
            | StmtKind::Send { .. }
            | StmtKind::Decl(_)
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::IncDec { .. }
            | StmtKind::Go(_)
            | StmtKind::Defer(_) => {}
            StmtKind::Labeled { stmt, .. } => self.find(*stmt),
            StmtKind::Block(block) => self.find_all(&block.stmts),
            StmtKind::Branch { .. } | StmtKind::Return(_) => self.reachable = false,
            StmtKind::Expr(x) => {
                if let ExprKind::Call { fun, .. } = *self.vet.kind(*x)
                    && let ExprKind::Name(name) = *self.vet.kind(fun)
                    && self.vet.name(name) == "panic"
                    && self.vet.builtin(fun).is_some()
                {
                    self.reachable = false;
                }
            }
            StmtKind::If { then, els, .. } => {
                self.find_all(&then.stmts);
                let after = std::mem::replace(&mut self.reachable, true);
                if let Some(els) = els {
                    self.find(*els);
                    self.reachable |= after;
                }
            }
            StmtKind::For { cond, body, .. } => {
                self.find_all(&body.stmts);
                self.reachable = cond.is_some() || self.breaks.contains(&s);
            }
            StmtKind::Range { body, .. } => {
                self.find_all(&body.stmts);
                self.reachable = true;
            }
            StmtKind::Switch { clauses, .. } => {
                let mut any = self.breaks.contains(&s) || clauses.iter().all(|c| c.cases.is_some());
                for clause in clauses {
                    self.reachable = true;
                    self.find_all(&clause.body);
                    any |= self.reachable;
                }
                self.reachable = any;
            }
            StmtKind::Select { clauses, .. } => {
                let mut any = self.breaks.contains(&s);
                for clause in clauses {
                    self.reachable = true;
                    self.find_all(&clause.body);
                    any |= self.reachable;
                }
                self.reachable = any;
            }
        }
    }
}
