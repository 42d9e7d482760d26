//! Copies of values that hold a lock. Follows `passes/copylock`.

use super::tree::{Node, fields};
use super::{Vet, messages};
use crate::base::Symbol;
use crate::syntax::ast::{DeclKind, ExprId, ExprKind, Param, StmtKind, UnaryOp};
use crate::types::{Builtin, Type, TypeId};
use rustc_hash::FxHashSet;

pub(super) fn run(vet: &mut Vet<'_>) {
    let (tree, ast) = (vet.tree, vet.ast);
    for (i, entry) in tree.entries.iter().enumerate() {
        match entry.node {
            Node::File(_) => {}
            Node::Decl(d) => match &ast.decls[d].kind {
                DeclKind::Func(f) => function(vet, vet.name(f.name.name), f.recv.as_slice(), f.ty),
                DeclKind::Var { names, values, .. } => {
                    for (name, &x) in names.iter().zip(values) {
                        if let Some(path) = path_of_value(vet, x) {
                            vet.report_expr(x, messages::declaration_copies_lock(vet.name(name.name), path));
                        }
                    }
                }
                DeclKind::Import { .. } | DeclKind::Const { .. } | DeclKind::Type { .. } => {}
            },
            Node::Expr(e) => match vet.kind(e) {
                &ExprKind::FuncLit { ty, .. } => function(vet, "func", &[], ty),
                ExprKind::Call { fun, args, .. } => call(vet, *fun, args),
                ExprKind::CompositeLit { elems, .. } => {
                    for &x in elems {
                        let x = if let ExprKind::KeyValue { value, .. } = *vet.kind(x) { value } else { x };
                        if let Some(path) = path_of_value(vet, x) {
                            vet.report_expr(x, messages::literal_copies_lock(vet.format(x), path));
                        }
                    }
                }
                _ => {}
            },
            Node::Stmt(s) => match &ast.stmts[s].kind {
                StmtKind::Range { lhs, define, .. } => lhs.iter().for_each(|&e| range_var(vet, *define, e)),
                StmtKind::Assign { lhs, rhs, .. } => {
                    assign(vet, lhs, rhs);
                }
                StmtKind::Define { lhs, rhs } => {
                    let reported = assign(vet, lhs, rhs);
                    let init = matches!(tree.parent(i), Some(Node::Stmt(p))
                        if matches!(ast.stmts[p].kind, StmtKind::For { init: Some(init), .. } if init == s));
                    // Since Go 1.22 every pass has its own copy of the loop's variables.
                    if init && !reported && vet.version_at(ast.stmts[s].pos) >= 22 {
                        lhs.iter().for_each(|&l| loop_var(vet, l));
                    }
                }
                StmtKind::Return(list) => {
                    for &x in list {
                        if let Some(path) = path_of_value(vet, x) {
                            vet.report_expr(x, messages::return_copies_lock(path));
                        }
                    }
                }
                _ => {}
            },
        }
    }
}

fn assign(vet: &mut Vet<'_>, lhs: &[ExprId], rhs: &[ExprId]) -> bool {
    let mut reported = false;
    for (&l, &x) in lhs.iter().zip(rhs) {
        if let Some(path) = path_of_value(vet, x) {
            vet.report_expr(x, messages::assignment_copies_lock(vet.format(l), path));
            reported = true;
        }
    }
    reported
}

/// The type of a variable that a name declares.
fn declared(vet: &Vet<'_>, e: ExprId) -> Option<TypeId> {
    if matches!(vet.kind(e), ExprKind::Name(Symbol::BLANK)) {
        return None;
    }
    vet.pkg.defs.get(&e).map(|&obj| vet.types.objects[obj].ty)
}

fn loop_var(vet: &mut Vet<'_>, l: ExprId) {
    if let Some(path) = declared(vet, l).and_then(|ty| lock_path(vet, ty)) {
        vet.report_expr(l, messages::loop_copies_lock(vet.format(l), path));
    }
}

fn range_var(vet: &mut Vet<'_>, define: bool, e: ExprId) {
    let blank = matches!(vet.kind(e), ExprKind::Name(Symbol::BLANK));
    let ty = if define { declared(vet, e) } else { vet.ty(e).filter(|_| !blank) };
    if let Some(path) = ty.and_then(|ty| lock_path(vet, ty)) {
        vet.report_expr(e, messages::range_copies_lock(vet.format(e), path));
    }
}

fn function(vet: &mut Vet<'_>, name: &str, recv: &[Param], ty: ExprId) {
    let ExprKind::FuncType { params, .. } = vet.kind(ty) else { return };
    let mut types: Vec<ExprId> = recv.iter().map(|r| r.ty).collect();
    fields(params, |group| types.extend(group.first().map(|p| p.ty)));
    for e in types {
        if let Some(path) = vet.ty(e).and_then(|ty| lock_path(vet, ty)) {
            vet.report_expr(e, messages::passes_lock(name, path));
        }
    }
}

fn call(vet: &mut Vet<'_>, fun: ExprId, args: &[ExprId]) {
    // These look at the type only, or copy nothing.
    if matches!(vet.kind(fun), ExprKind::Name(_) | ExprKind::Selector { .. })
        && let Some(
            Builtin::Len | Builtin::Cap | Builtin::UnsafeSizeof | Builtin::UnsafeOffsetof | Builtin::UnsafeAlignof,
        ) = vet.builtin(fun)
    {
        return;
    }
    for &x in args {
        if let Some(path) = path_of_value(vet, x) {
            vet.report_expr(x, messages::call_copies_lock(vet.format(fun), path));
        }
    }
}

/// Where in a value that is copied the lock is.
fn path_of_value(vet: &mut Vet<'_>, x: ExprId) -> Option<String> {
    let x = vet.unparen(x);
    match *vet.kind(x) {
        // New values, or what a call returns, may be zero.
        ExprKind::CompositeLit { .. } | ExprKind::Call { .. } => return None,
        ExprKind::Unary { op: UnaryOp::Deref, x } if matches!(vet.kind(vet.unparen(x)), ExprKind::Call { .. }) => {
            return None;
        }
        _ => {}
    }
    if !vet.is_value(x) {
        return None;
    }
    lock_path(vet, vet.ty(x)?)
}

/// The way from a type to a lock inside of it: `T contains sync.Mutex`.
fn lock_path(vet: &mut Vet<'_>, ty: TypeId) -> Option<String> {
    let mut path = path_in(vet, ty, &mut FxHashSet::default())?;
    path.reverse();
    Some(path.join(" contains "))
}

fn path_in(vet: &mut Vet<'_>, ty: TypeId, seen: &mut FxHashSet<TypeId>) -> Option<Vec<String>> {
    if !ty.is_some() || !seen.insert(ty) {
        return None;
    }
    if vet.types.is_type_param(ty) {
        for (tilde, term) in vet.terms(ty)? {
            if let Some(mut path) = path_in(vet, term, seen) {
                if let (true, Some(last)) = (tilde, path.last_mut()) {
                    last.insert(0, '~');
                }
                path.push(vet.type_string(ty));
                return Some(path);
            }
        }
        return None;
    }
    let mut ty = ty;
    while let Type::Array { elem, .. } = *vet.types.under_type(ty) {
        ty = elem;
    }
    let parts: Vec<TypeId> = match vet.types.under_type(ty) {
        Type::Tuple(list) => list.iter().map(|r| r.ty).collect(),
        Type::Struct(fields) => {
            let fields = fields.iter().map(|f| f.ty).collect();
            if is_lock(vet, ty) {
                return Some(vec![vet.type_string(ty)]);
            }
            fields
        }
        _ => return None,
    };
    for part in parts {
        if let Some(mut path) = path_in(vet, part, seen) {
            path.push(vet.type_string(ty));
            return Some(path);
        }
    }
    None
}

/// Whether pointers to it are `sync.Locker`s and values are not.
fn is_lock(vet: &mut Vet<'_>, ty: TypeId) -> bool {
    let pointer = vet.types.pointer(ty);
    is_locker(vet, pointer) && !is_locker(vet, ty) || vet.is_type_named(ty, "sync", &["noCopy"])
}

fn is_locker(vet: &mut Vet<'_>, ty: TypeId) -> bool {
    ["Lock", "Unlock"]
        .iter()
        .all(|name| vet.method(ty, name).is_some_and(|(_, shape)| shape.params.is_empty() && shape.results.is_empty()))
}
