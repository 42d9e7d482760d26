//! `t.Fatal` in a goroutine ends that goroutine, not the test. Follows `passes/testinggoroutine`.

use super::tree::{Entry, Node, Tree, start};
use super::{Vet, messages};
use crate::base::Pos;
use crate::syntax::ast::{DeclKind, ExprId, ExprKind, FuncDecl, StmtKind, UnaryOp};
use crate::types::ObjId;
use rustc_hash::FxHashMap;

const FORBIDDEN: [&str; 6] = ["FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow"];

/// A call whose callee runs beside the test.
struct Async {
    /// The `go` statement; `None` for `t.Run`, which only delimits a region.
    go: Option<Node>,
    fun: ExprId,
}

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("testing") {
        return;
    }
    let mut calls: FxHashMap<Node, Vec<Async>> = FxHashMap::default();
    let mut regions = Vec::new();
    let tree = vet.tree;
    let mut i = 0;
    while let Some(&entry) = tree.entries.get(i) {
        i += 1;
        let found = match entry.node {
            Node::Decl(d) => {
                if let DeclKind::Func(f) = &vet.ast.decls[d].kind
                    && !is_test(vet, f)
                {
                    i = entry.end;
                }
                None
            }
            Node::Stmt(s) => match vet.ast.stmts[s].kind {
                StmtKind::Go(call) => go_call(vet, entry.node, call),
                _ => None,
            },
            Node::Expr(e) => run_call(vet, e),
            Node::File(_) => None,
        };
        if let Some((region, call)) = found {
            let list = calls.entry(region).or_default();
            if list.is_empty() {
                regions.push(region);
            }
            list.push(call);
        }
    }
    for region in regions {
        check(vet, region, &calls);
    }
}

fn check(vet: &mut Vet<'_>, region: Node, calls: &FxHashMap<Node, Vec<Async>>) {
    let below = Tree::below(vet.ast, region);
    let mut i = 0;
    while let Some(&Entry { node, end, .. }) = below.entries.get(i) {
        i += 1;
        if node != region && calls.contains_key(&node) {
            i = end;
            continue;
        }
        let Node::Expr(e) = node else { continue };
        let Some(method) = forbidden(vet, e) else { continue };
        for call in &calls[&region] {
            let Some(go) = call.go else { continue };
            let (at, context) = match vet.kind(call.fun) {
                ExprKind::FuncLit { .. } => (node, String::new()),
                ExprKind::Name(name) => (go, messages::calls(vet.name(*name), &method)),
                _ => (go, String::new()),
            };
            let pos: Pos = start(vet.ast, at);
            vet.report_at(pos, messages::call_from_goroutine(&method, context));
        }
    }
}

/// Whether a function has a parameter `*testing.T` or `*testing.B`.
fn is_test(vet: &Vet<'_>, f: &FuncDecl) -> bool {
    let ExprKind::FuncType { params, .. } = vet.kind(f.ty) else { return false };
    params.iter().any(|p| match *vet.kind(p.ty) {
        ExprKind::Unary { op: UnaryOp::Deref, x } => matches!(vet.source(x), "testing.T" | "testing.B"),
        _ => false,
    })
}

fn go_call(vet: &mut Vet<'_>, go: Node, call: ExprId) -> Option<(Node, Async)> {
    let ExprKind::Call { fun: callee, .. } = *vet.kind(call) else { return None };
    let fun = vet.unparen(callee);
    let literal = vet.used_ident(fun).and_then(|id| vet.declared_value(id));
    if let Some(lit) = literal.filter(|&l| matches!(vet.kind(l), ExprKind::FuncLit { .. })) {
        return Some((Node::Expr(lit), Async { go: Some(go), fun }));
    }
    let decl = vet.static_callee(callee).and_then(|f| vet.func_decl(f));
    Some((decl.map_or(go, Node::Decl), Async { go: Some(go), fun }))
}

/// `t.Run(name, f)`: a region of its own.
fn run_call(vet: &mut Vet<'_>, e: ExprId) -> Option<(Node, Async)> {
    let ExprKind::Call { fun, args, .. } = vet.kind(e) else { return None };
    let &[_, body] = args.as_slice() else { return None };
    vet.callee(*fun).filter(|&f| is_testing_method(vet, f, &["Run"]))?;
    let fun = vet.unparen(body);
    let is_literal = |e: &ExprId| matches!(vet.kind(*e), ExprKind::FuncLit { .. });
    let declared = || vet.used_ident(fun).and_then(|id| vet.declared_value(id));
    let region = Some(fun).filter(is_literal).or_else(declared).filter(is_literal).unwrap_or(e);
    Some((Node::Expr(region), Async { go: None, fun }))
}

/// Whether it is a method of package testing, whichever type has it.
fn is_testing_method(vet: &Vet<'_>, f: ObjId, names: &[&str]) -> bool {
    let object = &vet.types.objects[f];
    object.is_func()
        && !object.package_level
        && object.pkg.is_some_and(|p| vet.pkg_path(p) == "testing")
        && names.contains(&vet.name(object.name))
}

/// `(*testing.T).Fatal` if it is a call of such a method of a variable.
fn forbidden(vet: &mut Vet<'_>, e: ExprId) -> Option<String> {
    let ExprKind::Call { fun, .. } = *vet.kind(e) else { return None };
    let fun = vet.unparen(fun);
    let ExprKind::Selector { x, .. } = *vet.kind(fun) else { return None };
    let selection = vet.pkg.selections.get(&fun)?;
    let x = vet.unparen(x);
    let is_var =
        matches!(vet.kind(x), ExprKind::Name(_)) && vet.use_of(x).is_some_and(|v| vet.types.objects[v].is_var());
    if !is_var || !is_testing_method(vet, selection.obj, &FORBIDDEN) {
        return None;
    }
    let (base, pointer) = vet.types.deref(selection.recv);
    let star = if pointer { "*" } else { "" };
    Some(format!("({star}{}).{}", vet.type_string(base), vet.obj_name(selection.obj)))
}
