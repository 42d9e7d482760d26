//! Contexts that are not cancelled on every way out. Follows `passes/lostcancel`.

use super::flow::{Graph, Item, endless_functions, graph, names};
use super::tree::{Node, start};
use super::{Vet, messages};
use crate::base::{Pos, Span, Symbol};
use crate::syntax::ast::{DeclKind, ExprId, ExprKind, StmtId, StmtKind};
use crate::types::{ObjId, ObjKind};

const WITH: [&str; 6] =
    ["WithCancel", "WithCancelCause", "WithTimeout", "WithTimeoutCause", "WithDeadline", "WithDeadlineCause"];

/// A variable that holds a cancel function, and what defines it.
struct Cancel {
    var: ObjId,
    node: Node,
}

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("context") {
        return;
    }
    let mut endless = None;
    let tree = vet.tree;
    for (i, entry) in tree.entries.iter().enumerate() {
        let (ty, body, name) = match entry.node {
            Node::Decl(d) => match &vet.ast.decls[d].kind {
                DeclKind::Func(f) => (f.ty, f.body, Some((f.name.name, f.recv.is_none()))),
                _ => continue,
            },
            Node::Expr(e) => match *vet.kind(e) {
                ExprKind::FuncLit { ty, body } => (ty, Some(body), None),
                _ => continue,
            },
            Node::File(_) | Node::Stmt(_) => continue,
        };
        let cancels = cancel_vars(vet, i);
        // When main returns everything ends anyway.
        let is_main = name.is_some_and(|(n, function)| function && vet.name(n) == "main");
        let (false, Some(body)) = (cancels.is_empty(), body) else { continue };
        if is_main && vet.name(vet.pkg.name) == "main" {
            continue;
        }
        if endless.is_none() {
            endless = Some(endless_functions(vet));
        }
        let graph = graph(vet, body, endless.as_ref().expect("made above"));
        for cancel in cancels {
            check(vet, &graph, &cancel, ty);
        }
    }
}

/// The variables in one function, not in those inside of it.
fn cancel_vars(vet: &mut Vet<'_>, root: usize) -> Vec<Cancel> {
    let tree = vet.tree;
    let mut cancels: Vec<Cancel> = Vec::new();
    let mut i = root;
    while i < tree.entries[root].end {
        let entry = tree.entries[i];
        let at = i;
        i += 1;
        let Node::Expr(e) = entry.node else { continue };
        match vet.kind(e) {
            ExprKind::FuncLit { .. } if at != root => i = entry.end,
            ExprKind::Selector { x, sel } => {
                let name = vet.name(sel.name);
                let with = WITH.contains(&name) && is_context(vet, *x);
                if !with
                    || !matches!(tree.parent(at), Some(Node::Expr(c)) if matches!(vet.kind(c), ExprKind::Call { .. }))
                {
                    continue;
                }
                let Some(node) = tree.parent(entry.parent) else { continue };
                let Some(id) = second_name(vet, node) else { continue };
                if matches!(vet.kind(id), ExprKind::Name(Symbol::BLANK)) {
                    vet.report_expr(id, messages::cancel_discarded(name));
                    continue;
                }
                let Some(var) = vet.object_of(id).filter(|&v| vet.types.objects[v].is_var()) else { continue };
                let inside = span_of(vet, tree.entries[root].node).contains(vet.types.objects[var].pos);
                if inside {
                    cancels.retain(|c| c.var != var);
                    cancels.push(Cancel { var, node });
                }
            }
            _ => {}
        }
    }
    cancels
}

/// Whether it is package context; x/tools takes anything of that name for it.
fn is_context(vet: &Vet<'_>, x: ExprId) -> bool {
    let ExprKind::Name(name) = *vet.kind(x) else { return false };
    match vet.use_of(x).map(|obj| &vet.types.objects[obj].kind) {
        Some(&ObjKind::PkgName(pkg)) => vet.pkg_path(pkg) == "context",
        _ => vet.name(name) == "context",
    }
}

fn span_of(vet: &Vet<'_>, node: Node) -> Span {
    match node {
        Node::Decl(d) => vet.ast.decls[d].span,
        Node::Expr(e) => vet.ast.exprs[e].span,
        Node::Stmt(s) => vet.ast.stmts[s].span,
        Node::File(_) => Span::NONE,
    }
}

/// The second name on the left side of an assignment or declaration.
fn second_name(vet: &Vet<'_>, node: Node) -> Option<ExprId> {
    match node {
        Node::Decl(d) => match &vet.ast.decls[d].kind {
            DeclKind::Var { names, .. } => names.get(1).map(|n| n.id),
            _ => None,
        },
        Node::Stmt(s) => match &vet.ast.stmts[s].kind {
            StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } => {
                lhs.get(1).copied().filter(|&e| matches!(vet.kind(e), ExprKind::Name(_)))
            }
            _ => None,
        },
        Node::File(_) | Node::Expr(_) => None,
    }
}

fn check(vet: &mut Vet<'_>, graph: &Graph, cancel: &Cancel, ty: ExprId) {
    let Some(ret) = lost_path(vet, graph, cancel, ty) else { return };
    let name = vet.obj_name(cancel.var);
    let pos = match cancel.node {
        Node::Decl(d) => match &vet.ast.decls[d].kind {
            DeclKind::Var { names, .. } => names.first().map_or(Pos::NONE, |n| n.pos),
            _ => Pos::NONE,
        },
        node => start(vet.ast, node),
    };
    let span = Span::new(pos, span_of(vet, cancel.node).hi);
    vet.report(pos, span, messages::cancel_not_used(name));
    let line = vet.sources.locate(pos).map_or(0, |(_, at)| at.line);
    let message = messages::return_without_cancel(name, line);
    match ret {
        Item::Node(Node::Stmt(s)) => vet.report_stmt(s, message),
        Item::End(pos) => vet.report_at(pos, message),
        Item::Node(_) => {}
    }
}

/// A return that is reached from the definition without a mention of the variable.
fn lost_path(vet: &Vet<'_>, graph: &Graph, cancel: &Cancel, ty: ExprId) -> Option<Item> {
    let is_result = match vet.kind(ty) {
        ExprKind::FuncType { results, .. } => {
            results.iter().any(|r| r.name.is_some_and(|n| vet.pkg.defs.get(&n.id) == Some(&cancel.var)))
        }
        _ => false,
    };
    let uses = |items: &[Item]| {
        items.iter().any(|&item| {
            let naked = |s: StmtId| matches!(&vet.ast.stmts[s].kind, StmtKind::Return(list) if list.is_empty());
            match item {
                Item::Node(Node::Stmt(s)) if is_result && naked(s) => true,
                Item::End(_) => is_result,
                Item::Node(_) => names(vet, item).iter().any(|&n| vet.use_of(n) == Some(cancel.var)),
            }
        })
    };
    let defines = |b: &super::flow::Block| b.items.iter().position(|&item| item == Item::Node(cancel.node));
    let (block, at) = graph.blocks.iter().enumerate().find_map(|(i, b)| Some((i, defines(b)?)))?;
    if uses(&graph.blocks[block].items[at + 1..]) {
        return None;
    }
    if let Some(ret) = graph.return_of(vet, block) {
        return Some(ret);
    }
    let mut seen = vec![false; graph.blocks.len()];
    let mut work: Vec<usize> = graph.blocks[block].next.iter().rev().copied().collect();
    while let Some(i) = work.pop() {
        if std::mem::replace(&mut seen[i], true) || uses(&graph.blocks[i].items) {
            continue;
        }
        if let Some(ret) = graph.return_of(vet, i) {
            return Some(ret);
        }
        work.extend(graph.blocks[i].next.iter().rev());
    }
    None
}
