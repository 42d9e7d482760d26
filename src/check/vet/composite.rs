//! Literals of other packages' structs without field names. Follows `passes/composite`.

use super::{Vet, messages};
use crate::syntax::ast::ExprKind;
use crate::types::{Type, TypeId};

/// Structs that will never have more fields.
const FROZEN: &[&str] = &[
    "image/color.Alpha16",
    "image/color.Alpha",
    "image/color.CMYK",
    "image/color.Gray16",
    "image/color.Gray",
    "image/color.NRGBA64",
    "image/color.NRGBA",
    "image/color.NYCbCrA",
    "image/color.RGBA64",
    "image/color.RGBA",
    "image/color.YCbCr",
    "image.Point",
    "image.Rectangle",
    "image.Uniform",
    "unicode.Range16",
    "unicode.Range32",
    "testing.InternalBenchmark",
    "testing.InternalExample",
    "testing.InternalTest",
    "testing.InternalFuzzTarget",
];

pub(super) fn run(vet: &mut Vet<'_>) {
    for e in vet.tree.exprs() {
        let ExprKind::CompositeLit { elems, keyed: 0, .. } = vet.kind(e) else { continue };
        let (false, Some(ty)) = (elems.is_empty(), vet.ty(e)) else { continue };
        let Some((_, t)) = vet.terms(ty).and_then(|terms| terms.first().copied()) else { continue };
        let base = match *vet.types.under_type(t) {
            Type::Pointer(elem) => elem,
            _ => t,
        };
        if !matches!(vet.types.under_type(base), Type::Struct(_)) || is_own(vet, t) {
            continue;
        }
        let name = vet.type_string(ty);
        if !FROZEN.contains(&name.as_str()) {
            vet.report_expr(e, messages::unkeyed_fields(name));
        }
    }
}

/// Whether it is a type of the package being vetted.
fn is_own(vet: &Vet<'_>, ty: TypeId) -> bool {
    let (ty, _) = vet.types.deref(ty);
    match vet.types.as_named(ty) {
        Some(named) => {
            let own = vet.pkg_path(vet.id);
            let pkg = vet.types.objects[vet.types.named[named].obj].pkg;
            pkg.is_some_and(|p| vet.pkg_path(p).trim_end_matches("_test") == own.trim_end_matches("_test"))
        }
        None => matches!(vet.types.types[vet.types.unalias(ty)], Type::Struct(_)),
    }
}
