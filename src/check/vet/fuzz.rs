//! Fuzz targets: what `f.Fuzz` and `f.Add` are given. The part of `passes/tests` that looks into `FuzzXxx`.

use super::tree::{Node, Tree};
use super::{Vet, messages};
use crate::syntax::ast::{DeclId, ExprId, ExprKind};
use crate::types::{Type, TypeId};

/// What parameters behind `*testing.T` may be, as go/types writes it.
const ACCEPTED: &str =
    "string, bool, float32, float64, int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64, []byte";

/// Checks a function `FuzzXxx`.
pub(super) fn check(vet: &mut Vet<'_>, decl: DeclId) {
    let calls = calls(vet, Node::Decl(decl));
    let mut params = None;
    for &(call, inside) in &calls {
        if inside || !is_method_of_f(vet, call, Some("Fuzz")) {
            continue;
        }
        if let Some(found) = target(vet, call) {
            params.get_or_insert(found);
        }
    }
    let Some(params) = params else { return };
    for &(call, _) in &calls {
        if is_method_of_f(vet, call, Some("Add")) {
            added(vet, call, &params);
        }
    }
}

/// All calls below, and whether each stands in a call of `f.Fuzz`.
fn calls(vet: &Vet<'_>, root: Node) -> Vec<(ExprId, bool)> {
    let below = Tree::below(vet.ast, root);
    let (mut out, mut fuzz_ends) = (Vec::new(), 0);
    for (i, entry) in below.entries.iter().enumerate() {
        let Node::Expr(e) = entry.node else { continue };
        if !matches!(vet.kind(e), ExprKind::Call { .. }) {
            continue;
        }
        out.push((e, i < fuzz_ends));
        if i >= fuzz_ends && is_method_of_f(vet, e, Some("Fuzz")) {
            fuzz_ends = entry.end;
        }
    }
    out
}

/// Whether it calls a method of a `*testing.F`, that one if a name is given.
fn is_method_of_f(vet: &Vet<'_>, call: ExprId, name: Option<&str>) -> bool {
    let ExprKind::Call { fun, .. } = vet.kind(call) else { return false };
    let ExprKind::Selector { x, sel } = vet.kind(*fun) else { return false };
    let of_f = vet.ty(*x).is_some_and(|ty| vet.type_string(ty) == "*testing.F");
    of_f && name.is_none_or(|name| vet.name(sel.name) == name)
}

/// The parameters of what `f.Fuzz` is given, if they are right.
fn target(vet: &mut Vet<'_>, call: ExprId) -> Option<Vec<TypeId>> {
    let ExprKind::Call { args, .. } = vet.kind(call) else { return None };
    let &[target] = args.as_slice() else { return None };
    let ty = vet.ty(target)?;
    let Type::Signature(sig) = vet.types.under_type(ty) else {
        vet.report_expr(target, messages::fuzz_not_a_function());
        return None;
    };
    let params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
    if !sig.results.is_empty() {
        vet.report_expr(target, messages::fuzz_returns());
    }
    let Some(&first) = params.first() else {
        vet.report_expr(target, messages::fuzz_without_arguments());
        return None;
    };
    // In a literal the type is named, else the whole argument.
    let written: Vec<ExprId> = match vet.kind(target) {
        ExprKind::FuncLit { ty, .. } => match vet.kind(*ty) {
            ExprKind::FuncType { params, .. } => params.iter().map(|p| p.ty).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let mut right = true;
    if vet.type_string(first) != "*testing.T" {
        vet.report_expr(written.first().copied().unwrap_or(target), messages::fuzz_first_parameter());
        right = false;
    }
    for (i, &param) in params.iter().enumerate().skip(1) {
        let name = vet.type_string(param);
        if !ACCEPTED.split(", ").chain(["byte", "rune", "[]uint8"]).any(|accepted| accepted == name) {
            let at = written.get(i).copied().unwrap_or(target);
            vet.report_expr(at, messages::fuzz_parameter(ACCEPTED));
            right = false;
        }
    }
    for (inner, _) in calls(vet, Node::Expr(target)) {
        let allowed = ["Name", "Failed"].iter().any(|name| is_method_of_f(vet, inner, Some(name)));
        if is_method_of_f(vet, inner, None) && !allowed {
            vet.report_expr(inner, messages::fuzz_calls_f());
        }
    }
    right.then_some(params)
}

/// Compares the values of `f.Add` with the target's parameters.
fn added(vet: &mut Vet<'_>, call: ExprId, params: &[TypeId]) {
    let ExprKind::Call { args, .. } = vet.kind(call) else { return };
    let want = &params[1..];
    if args.len() != want.len() {
        let (have, want) = (args.len().to_string(), want.len().to_string());
        vet.report_expr(call, messages::fuzz_wrong_number(&have, &want));
        return;
    }
    let Some(have) = args.iter().map(|&a| vet.ty(a)).collect::<Option<Vec<TypeId>>>() else { return };
    let wrong: Vec<usize> = (0..want.len()).filter(|&i| !vet.types.identical(have[i], want[i])).collect();
    match wrong.as_slice() {
        [] => {}
        &[i] => {
            let (have, want) = (vet.type_string(have[i]), vet.type_string(want[i]));
            vet.report_expr(args[i], messages::fuzz_mismatch(&have, &want));
        }
        _ => {
            let list = |types: &[TypeId]| types.iter().map(|&t| vet.type_string(t)).collect::<Vec<_>>().join(" ");
            let (have, want) = (list(&have), list(want));
            vet.report_expr(call, messages::fuzz_mismatches(&have, &want));
        }
    }
}
