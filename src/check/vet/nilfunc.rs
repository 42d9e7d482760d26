//! Comparisons of a declared function with nil. Follows `passes/nilfunc`.

use super::{Vet, messages};
use crate::syntax::ast::{BinaryOp, ExprKind};

pub(super) fn run(vet: &mut Vet<'_>) {
    for e in vet.tree.exprs() {
        let &ExprKind::Binary { op, x, y } = vet.kind(e) else { continue };
        let other = match (op, vet.is_nil(x), vet.is_nil(y)) {
            (BinaryOp::Eql | BinaryOp::Neq, true, _) => y,
            (BinaryOp::Eql | BinaryOp::Neq, false, true) => x,
            _ => continue,
        };
        let Some(obj) = vet.used_ident(other).and_then(|id| vet.use_of(id)) else { continue };
        if vet.types.objects[obj].is_func() {
            let (token, value) = if op == BinaryOp::Eql { ("==", false) } else { ("!=", true) };
            vet.report_expr(e, messages::comparison_of_function(vet.obj_name(obj), token, value));
        }
    }
}
