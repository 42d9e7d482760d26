//! The layout `2006-02-01`. Follows `passes/timeformat`.

use super::{Vet, messages};
use crate::base::Pos;
use crate::syntax::ast::ExprKind;
use crate::types::{BasicInfo, Type};

const BAD: &str = "2006-02-01";

pub(super) fn run(vet: &mut Vet<'_>) {
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        let (Some(f), Some(&arg)) = (vet.callee(*fun), args.first()) else { continue };
        if !vet.is_method_named(f, "time", "Time", &["Format"]) && !vet.is_function_named(f, "time", &["Parse"]) {
            continue;
        }
        let text = vet
            .ty(arg)
            .is_some_and(|ty| matches!(vet.types.types[ty], Type::Basic(basic) if basic.info().has(BasicInfo::STRING)));
        let Some(value) = vet.string_value(arg).filter(|_| text) else { continue };
        if let Some(at) = value.windows(BAD.len()).position(|w| w == BAD.as_bytes()) {
            // x/tools counts bytes of the value as bytes of the source.
            let literal = matches!(vet.kind(arg), ExprKind::Literal { .. });
            let offset = if literal { at as u32 + 1 } else { 0 };
            vet.report_at(Pos(vet.start(arg).0 + offset), messages::bad_time_format());
        }
    }
}
