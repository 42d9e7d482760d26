//! Closures that outlive a pass of their loop and mention its variable, which before Go 1.22 all passes share. Follows
//! `passes/loopclosure`.

use super::tree::{Node, Tree};
use super::{Vet, messages};
use crate::syntax::ast::{Block, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::ObjId;

pub(super) fn run(vet: &mut Vet<'_>) {
    let ast = vet.ast;
    for s in vet.tree.stmts() {
        let (changed, body): (Vec<ExprId>, &Block) = match &ast.stmts[s].kind {
            StmtKind::Range { lhs, body, .. } => (lhs.clone(), body),
            StmtKind::For { post, body, .. } => match post.map(|p| &ast.stmts[p].kind) {
                Some(StmtKind::Assign { lhs, .. }) => (lhs.clone(), body),
                Some(StmtKind::IncDec { x, .. }) => (vec![*x], body),
                _ => continue,
            },
            _ => continue,
        };
        if vet.version_at(ast.stmts[s].pos) >= 22 {
            continue;
        }
        let vars: Vec<ObjId> = changed
            .iter()
            .filter(|&&e| matches!(vet.kind(e), ExprKind::Name(_)))
            .filter_map(|&e| vet.object_of(e))
            .collect();
        if !vars.is_empty() {
            check_body(vet, &vars, body);
        }
    }
}

fn check_body(vet: &mut Vet<'_>, vars: &[ObjId], body: &Block) {
    let ast = vet.ast;
    let mut last = Vec::new();
    last_stmts(vet, &body.stmts, &mut last);
    for s in last {
        let fun = match ast.stmts[s].kind {
            StmtKind::Go(call) | StmtKind::Defer(call) => match *vet.kind(call) {
                ExprKind::Call { fun, .. } => fun,
                _ => continue,
            },
            StmtKind::Expr(x) => match vet.kind(x) {
                ExprKind::Call { fun, args, .. } if is_group_go(vet, *fun) && !args.is_empty() => args[0],
                _ => continue,
            },
            _ => continue,
        };
        for &stmt in literal_stmts(vet, fun) {
            captured(vet, vars, stmt);
        }
    }
    for &s in &body.stmts {
        if let StmtKind::Expr(x) = ast.stmts[s].kind {
            for stmt in parallel_subtest(vet, x) {
                captured(vet, vars, stmt);
            }
        }
    }
}

fn captured(vet: &mut Vet<'_>, vars: &[ObjId], stmt: StmtId) {
    for id in Tree::below(vet.ast, Node::Stmt(stmt)).exprs() {
        let ExprKind::Name(name) = *vet.kind(id) else { continue };
        let Some(obj) = vet.use_of(id) else { continue };
        for _ in vars.iter().filter(|&&v| v == obj) {
            vet.report_expr(id, messages::loop_variable_captured(vet.name(name)));
        }
    }
}

/// The statements after which a pass of the loop ends.
fn last_stmts(vet: &Vet<'_>, list: &[StmtId], out: &mut Vec<StmtId>) {
    let mut work: Vec<&[StmtId]> = vec![list];
    while let Some(list) = work.pop() {
        let Some(&s) = list.last() else { continue };
        let mut more: Vec<&[StmtId]> = Vec::new();
        match &vet.ast.stmts[s].kind {
            StmtKind::If { then, els, .. } => {
                more.push(&then.stmts);
                if let Some(els) = els {
                    more.push(match &vet.ast.stmts[*els].kind {
                        StmtKind::Block(block) => &block.stmts,
                        _ => std::slice::from_ref(els),
                    });
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => more.push(&body.stmts),
            StmtKind::Switch { clauses, .. } => more.extend(clauses.iter().map(|c| c.body.as_slice())),
            StmtKind::Select { clauses, .. } => more.extend(clauses.iter().map(|c| c.body.as_slice())),
            _ => out.push(s),
        }
        work.extend(more.into_iter().rev());
    }
}

/// The body of a function literal.
fn literal_stmts<'a>(vet: &Vet<'a>, fun: ExprId) -> &'a [StmtId] {
    let ast = vet.ast;
    match *vet.kind(fun) {
        ExprKind::FuncLit { body, .. } => match &ast.stmts[body].kind {
            StmtKind::Block(block) => &block.stmts,
            _ => &[],
        },
        _ => &[],
    }
}

fn is_group_go(vet: &Vet<'_>, fun: ExprId) -> bool {
    vet.callee(fun).is_some_and(|f| vet.is_method_named(f, "golang.org/x/sync/errgroup", "Group", &["Go"]))
}

fn is_test_method(vet: &Vet<'_>, fun: ExprId, name: &str) -> bool {
    vet.callee(fun).is_some_and(|f| vet.is_method_named(f, "testing", "T", &[name]))
}

/// What runs in `t.Run(name, func…)` after the subtest has called `t.Parallel`.
fn parallel_subtest(vet: &Vet<'_>, x: ExprId) -> Vec<StmtId> {
    let ast = vet.ast;
    let ExprKind::Call { fun, args, .. } = vet.kind(x) else { return Vec::new() };
    let (true, &[_, lit]) = (is_test_method(vet, *fun, "Run"), args.as_slice()) else { return Vec::new() };
    let ExprKind::FuncLit { ty, .. } = *vet.kind(lit) else { return Vec::new() };
    let ExprKind::FuncType { params, .. } = vet.kind(ty) else { return Vec::new() };
    let Some(t) = params.first().and_then(|p| p.name).and_then(|n| vet.pkg.defs.get(&n.id).copied()) else {
        return Vec::new();
    };
    let (mut stmts, mut parallel) = (Vec::new(), false);
    for &stmt in literal_stmts(vet, lit) {
        let mut stmt = stmt;
        while let StmtKind::Labeled { stmt: inner, .. } = ast.stmts[stmt].kind {
            // A jump may have skipped what came before.
            (stmt, parallel) = (inner, false);
            stmts.clear();
        }
        if parallel {
            stmts.push(stmt);
            continue;
        }
        let StmtKind::Expr(call) = ast.stmts[stmt].kind else { continue };
        let ExprKind::Call { fun, .. } = vet.kind(call) else { continue };
        let ExprKind::Selector { x, .. } = *vet.kind(*fun) else { continue };
        parallel = is_test_method(vet, *fun, "Parallel") && vet.use_of(x) == Some(t);
    }
    stmts
}
