//! `signal.Notify` does not wait for a reader: its channel needs a buffer. Follows `passes/sigchanyzer`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::Builtin;

pub(super) fn run(vet: &mut Vet<'_>) {
    if !vet.imports("os/signal") {
        return;
    }
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        let Some(&arg) = args.first().filter(|_| is_notify(vet, *fun)) else { continue };
        let made = match vet.kind(arg) {
            ExprKind::Name(_) => vet.declared_value(arg),
            // A channel that nobody else has.
            ExprKind::Call { fun, .. } if vet.builtin(*fun) == Some(Builtin::Make) => None,
            ExprKind::Call { .. } => Some(arg),
            _ => None,
        };
        if let Some(ExprKind::Call { args, .. }) = made.map(|m| vet.kind(m))
            && args.len() == 1
        {
            vet.report_expr(e, messages::unbuffered_signal_channel());
        }
    }
}

fn is_notify(vet: &Vet<'_>, fun: ExprId) -> bool {
    let fun = match vet.kind(fun) {
        ExprKind::Name(_) => vet.declared_value(fun),
        _ => Some(fun),
    };
    match fun.map(|f| vet.kind(f)) {
        Some(ExprKind::Selector { sel, .. }) => {
            vet.use_of(sel.id).is_some_and(|f| vet.is_function_named(f, "os/signal", &["Notify"]))
        }
        _ => false,
    }
}
