//! `append(s)` appends nothing. Follows `passes/appends`.

use super::{Vet, messages};
use crate::syntax::ast::ExprKind;
use crate::types::Builtin;

pub(super) fn run(vet: &mut Vet<'_>) {
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        if args.len() == 1 && vet.builtin(*fun) == Some(Builtin::Append) {
            vet.report_expr(e, messages::append_with_no_values());
        }
    }
}
