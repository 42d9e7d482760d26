//! `string(65)` is `"A"`. Follows `passes/stringintconv`.

use super::{Vet, messages};
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{Basic, BasicInfo, Type, TypeId};

pub(super) fn run(vet: &mut Vet<'_>) {
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, .. } = vet.kind(e) else { continue };
        let &[arg] = args.as_slice() else { continue };
        if let Some(message) = check(vet, *fun, arg) {
            vet.report_expr(e, message);
        }
    }
}

fn check(vet: &mut Vet<'_>, fun: ExprId, arg: ExprId) -> Option<String> {
    let name = match vet.kind(fun) {
        ExprKind::Name(_) => fun,
        ExprKind::Selector { sel, .. } => sel.id,
        _ => return None,
    };
    let tname = vet.use_of(name).filter(|&obj| vet.types.objects[obj].is_type_name())?;
    let target = vet.types.objects[tname].ty;
    let mut strings = vet.terms(target)?.into_iter().map(|(_, t)| t);
    let to = strings.find(|&t| vet.types.basic(t) == Some(Basic::String))?;
    let source = vet.ty(arg)?;
    let from = vet.terms(source)?.into_iter().map(|(_, t)| t).find(|&t| {
        vet.types.basic(t).is_some_and(|b| {
            b.info().has(BasicInfo::INTEGER) && !matches!(b, Basic::Uint8 | Basic::Int32 | Basic::UntypedRune)
        })
    })?;
    let target = describe(vet, to, target, vet.obj_name(tname))?;
    let source_name = type_name(vet, source).unwrap_or_default();
    let source = describe(vet, from, source, &source_name)?;
    Some(messages::string_of_int(source, target))
}

/// `MyInt (int)`, `T (int, in N)`: a type of a set, what it is underneath, and whose set.
fn describe(vet: &mut Vet<'_>, ty: TypeId, of: TypeId, of_name: &str) -> Option<String> {
    let name = if ty == of { of_name.to_owned() } else { type_name(vet, ty).unwrap_or_default() };
    if name.is_empty() {
        return None;
    }
    let mut notes = Vec::new();
    let u = vet.types.under(ty);
    if let Some(under) = type_name(vet, u).filter(|u| *u != name) {
        notes.push(under);
    }
    if ty != of && !of_name.is_empty() && of_name != name {
        notes.push(format!("in {of_name}"));
    }
    Some(if notes.is_empty() { name } else { format!("{name} ({})", notes.join(", ")) })
}

fn type_name(vet: &Vet<'_>, ty: TypeId) -> Option<String> {
    let obj = match vet.types.types[ty] {
        Type::Basic(basic) => return Some(basic.name().to_owned()),
        Type::Named(named) => vet.types.named[named].obj,
        Type::Alias { obj, .. } => obj,
        Type::TypeParam(tparam) => vet.types.tparams[tparam].obj,
        _ => return None,
    };
    Some(vet.obj_name(obj).to_owned())
}
