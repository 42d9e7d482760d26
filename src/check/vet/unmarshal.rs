//! `json.Unmarshal(data, v)` with a `v` that is no pointer. Follows `passes/unmarshal`.

use super::{Vet, messages};
use crate::syntax::ast::ExprKind;
use crate::types::Type;

const OWN: [&str; 4] = ["encoding/gob", "encoding/json", "encoding/xml", "encoding/asn1"];

pub(super) fn run(vet: &mut Vet<'_>) {
    if OWN.contains(&vet.pkg_path(vet.id)) {
        return;
    }
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        let Some(f) = vet.static_callee(*fun) else { continue };
        let function = ["encoding/json", "encoding/xml", "encoding/asn1"];
        let method = ["encoding/json", "encoding/xml", "encoding/gob"];
        let index = if function.iter().any(|p| vet.is_function_named(f, p, &["Unmarshal"])) {
            1
        } else if method.iter().any(|p| vet.is_method_named(f, p, "Decoder", &["Decode"])) {
            0
        } else {
            continue;
        };
        let Some(ty) = args.get(index).and_then(|&arg| vet.ty(arg)) else { continue };
        if matches!(vet.types.under_type(ty), Type::Pointer(_) | Type::Interface(_)) {
            continue;
        }
        let name = vet.obj_name(f);
        let message = if index == 0 { messages::non_pointer(name) } else { messages::non_pointer_second(name) };
        vet.report_at(vet.after(*fun, b'('), message);
    }
}
