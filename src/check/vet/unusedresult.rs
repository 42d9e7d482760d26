//! Calls as statements that do nothing but give a result. Follows `passes/unusedresult`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprKind, StmtKind};

/// Functions, by package.
const FUNCTIONS: &[(&str, &[&str])] = &[
    ("context", &["WithCancel", "WithDeadline", "WithTimeout", "WithValue"]),
    ("errors", &["New"]),
    ("fmt", &["Append", "Appendf", "Appendln", "Errorf", "Sprint", "Sprintf", "Sprintln"]),
    ("maps", &["All", "Clone", "Collect", "Equal", "EqualFunc", "Keys", "Values"]),
    (
        "slices",
        &[
            "All",
            "AppendSeq",
            "Backward",
            "BinarySearch",
            "BinarySearchFunc",
            "Chunk",
            "Clip",
            "Clone",
            "Collect",
            "Compact",
            "CompactFunc",
            "Compare",
            "CompareFunc",
            "Concat",
            "Contains",
            "ContainsFunc",
            "Delete",
            "DeleteFunc",
            "Equal",
            "EqualFunc",
            "Grow",
            "Index",
            "IndexFunc",
            "Insert",
            "IsSorted",
            "IsSortedFunc",
            "Max",
            "MaxFunc",
            "Min",
            "MinFunc",
            "Repeat",
            "Replace",
            "Sorted",
            "SortedFunc",
            "SortedStableFunc",
            "Values",
        ],
    ),
    ("sort", &["Reverse"]),
];

pub(super) fn run(vet: &mut Vet<'_>) {
    for s in vet.tree.stmts() {
        let StmtKind::Expr(x) = vet.ast.stmts[s].kind else { continue };
        let call = vet.unparen(x);
        let ExprKind::Call { fun, .. } = *vet.kind(call) else { continue };
        let Some(f) = vet.callee(fun).filter(|&f| vet.types.objects[f].is_func()) else { continue };
        let name = vet.obj_name(f);
        if !vet.types.objects[f].package_level {
            if matches!(name, "Error" | "String") && vet.signature_of(f).is_some_and(|shape| shape.is_stringer()) {
                let recv = vet.recv_string(fun, f);
                vet.report_expr(call, messages::result_of_method(recv, name));
            }
        } else if let Some((path, _)) = FUNCTIONS.iter().find(|(path, names)| vet.is_function_named(f, path, names)) {
            vet.report_expr(call, messages::result_of_function(path, name));
        }
    }
}
