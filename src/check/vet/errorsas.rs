//! The second argument of `errors.As`. Follows `passes/errorsas`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{Type, TypeId};

pub(super) fn run(vet: &mut Vet<'_>) {
    // The package knows how to use itself.
    if matches!(vet.pkg_path(vet.id), "errors" | "errors_test") {
        return;
    }
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        if args.len() >= 2
            && vet.callee(*fun).is_some_and(|f| vet.is_function_named(f, "errors", &["As"]))
            && let Some(message) = wrong_target(vet, args[1])
        {
            vet.report_expr(e, message);
        }
    }
}

fn wrong_target(vet: &mut Vet<'_>, target: ExprId) -> Option<String> {
    let ty = vet.ty(target)?;
    let u = vet.types.under(ty);
    if vet.types.identical(u, TypeId::EMPTY_INTERFACE) {
        return None;
    }
    let Type::Pointer(elem) = vet.types.types[u] else { return Some(messages::as_target_not_pointer()) };
    if vet.types.identical(elem, TypeId::ERROR) {
        return Some(messages::as_target_is_error_pointer());
    }
    let fits = vet.types.is_interface(elem) || vet.is_error(elem);
    (!fits).then(messages::as_target_not_pointer)
}
