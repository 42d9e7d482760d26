//! Conditions with a part too many. Follows `passes/bools`.

use super::{Vet, messages};
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind};
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn run(vet: &mut Vet<'_>) {
    let mut seen = FxHashSet::default();
    for e in vet.tree.exprs() {
        let &ExprKind::Binary { op, .. } = vet.kind(e) else { continue };
        if !matches!(op, BinaryOp::OrOr | BinaryOp::AndAnd) || seen.contains(&e) {
            continue;
        }
        let parts = split(vet, op, e, &mut seen);
        // What stands before and after something with effects may differ although it looks the same.
        let sets: Vec<&[ExprId]> = parts.split(|&part| !vet.no_effects(part)).collect();
        for set in sets {
            redundant(vet, op, set);
            suspect(vet, op, set);
        }
    }
}

fn words(op: BinaryOp) -> (&'static str, &'static str) {
    if op == BinaryOp::OrOr { ("or", "||") } else { ("and", "&&") }
}

/// All parts that are connected by `op`, last ones first.
fn split(vet: &Vet<'_>, op: BinaryOp, e: ExprId, seen: &mut FxHashSet<ExprId>) -> Vec<ExprId> {
    let (mut parts, mut work) = (Vec::new(), vec![e]);
    while let Some(e) = work.pop() {
        let e = vet.unparen(e);
        match *vet.kind(e) {
            ExprKind::Binary { op: o, x, y } if o == op => {
                seen.insert(e);
                work.extend([x, y]);
            }
            _ => parts.push(e),
        }
    }
    parts
}

fn redundant(vet: &mut Vet<'_>, op: BinaryOp, set: &[ExprId]) {
    if set.len() < 2 {
        return;
    }
    let mut known = FxHashSet::default();
    for &e in set {
        let text = vet.format(e);
        if known.contains(&text) {
            let (name, token) = words(op);
            vet.report_expr(e, messages::redundant(name, &text, token));
        } else {
            known.insert(text);
        }
    }
}

/// `x != 1 || x != 2` is always true.
fn suspect(vet: &mut Vet<'_>, op: BinaryOp, set: &[ExprId]) {
    let bad = if op == BinaryOp::OrOr { BinaryOp::Neq } else { BinaryOp::Eql };
    let mut known: FxHashMap<String, String> = FxHashMap::default();
    for &e in set {
        let &ExprKind::Binary { op: o, x, y } = vet.kind(e) else { continue };
        if o != bad {
            continue;
        }
        let x = match (vet.value(x), vet.value(y)) {
            (_, Some(_)) => x,
            (Some(_), None) => y,
            (None, None) => continue,
        };
        let (key, text) = (vet.format(x), vet.format(e));
        match known.get(&key) {
            Some(previous) if *previous != text => {
                let (name, token) = words(op);
                let message = messages::suspect(name, &text, token, previous);
                vet.report_expr(e, message);
            }
            Some(_) => {}
            None => {
                known.insert(key, text);
            }
        }
    }
}
