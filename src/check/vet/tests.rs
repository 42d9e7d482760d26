//! Tests that go test does not find and examples of nothing. Follows `passes/tests`; `fuzz` looks into fuzz targets.

use super::{Vet, fuzz, messages};
use crate::base::{Pos, Span};
use crate::syntax::ast::{DeclKind, ExprKind, File, FuncDecl, UnaryOp};
use crate::syntax::comments;
use crate::types::{NameMatch, ObjId, PkgId};

pub(super) fn run(vet: &mut Vet<'_>) {
    let ast = vet.ast;
    for file in &ast.files {
        if !vet.sources.file(file.file).name().ends_with("_test.go") {
            continue;
        }
        for &d in &file.decls {
            let DeclKind::Func(f) = &ast.decls[d].kind else { continue };
            let (None, name, pos) = (&f.recv, vet.name(f.name.name), ast.decls[d].span.lo) else { continue };
            if name.starts_with("Example") {
                example(vet, f, name, pos);
                output(vet, file, ast.decls[d].span);
            } else if let Some(prefix) = ["Test", "Benchmark", "Fuzz"].into_iter().find(|p| name.starts_with(p)) {
                test(vet, f, name, prefix);
                if prefix == "Fuzz" {
                    fuzz::check(vet, d);
                }
            }
        }
    }
}

/// An example's output stands in its last comment, and only there.
fn output(vet: &mut Vet<'_>, file: &File, decl: Span) {
    let inside: Vec<Span> = file.comments.iter().copied().filter(|c| c.lo >= decl.lo && c.hi <= decl.hi).collect();
    let source = vet.sources.file(file.file);
    let groups = comments::groups(source, &inside);
    let says = |group: &Vec<Span>| comments::example_output(&comments::text_of(source, group)).is_some();
    let outputs: Vec<bool> = groups.iter().map(says).collect();
    let several = outputs.iter().filter(|&&o| o).count() > 1;
    let before_last = groups.len().saturating_sub(1);
    for (group, _) in groups.iter().zip(outputs).take(before_last).filter(|(_, is_output)| *is_output) {
        let message = if several { messages::several_outputs() } else { messages::output_not_last() };
        vet.report_at(group[0].lo, message);
    }
}

/// Whether what follows `Test` does not start with a small letter.
fn is_test_suffix(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_lowercase())
}

fn is_example_suffix(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_lowercase)
}

fn test(vet: &mut Vet<'_>, f: &FuncDecl, name: &str, prefix: &str) {
    let ExprKind::FuncType { params, results } = vet.kind(f.ty) else { return };
    let ([param], []) = (params.as_slice(), results.as_slice()) else { return };
    let ExprKind::Unary { op: UnaryOp::Deref, x } = *vet.kind(param.ty) else { return };
    let last = match vet.kind(x) {
        ExprKind::Name(n) => vet.name(*n),
        ExprKind::Selector { sel, .. } => vet.name(sel.name),
        _ => return,
    };
    if last != &prefix[..1] {
        return;
    }
    if let Some(first) = f.tparams.first() {
        // The opening bracket stands before the first parameter.
        let at = first.name.map_or(first.pos, |n| n.pos);
        vet.report_at(Pos(at.0 - 1), messages::test_with_type_parameters(name, prefix));
    }
    if !is_test_suffix(&name[prefix.len()..]) {
        vet.report_at(f.name.pos, messages::malformed_test_name(name, prefix));
    }
}

/// Objects of that name in the package or, if there is none, in those it imports.
fn lookup(vet: &Vet<'_>, name: &str) -> Vec<ObjId> {
    let Some(symbol) = vet.interner.get(name) else { return Vec::new() };
    let own = |pkg: PkgId| {
        vet.types
            .objects
            .iter_enumerated()
            .filter(move |(_, o)| o.package_level && o.name == symbol && o.pkg == Some(pkg))
    };
    let here: Vec<ObjId> = own(vet.id).map(|(id, _)| id).collect();
    if !here.is_empty() {
        return here;
    }
    let imported = vet.packages.ids().filter(|&p| vet.imports(&vet.packages[p].path));
    imported.flat_map(own).map(|(id, _)| id).collect()
}

fn example(vet: &mut Vet<'_>, f: &FuncDecl, name: &str, pos: Pos) {
    let ExprKind::FuncType { params, results } = vet.kind(f.ty) else { return };
    if !params.is_empty() {
        vet.report_at(pos, messages::should_be_niladic(name));
    }
    if !results.is_empty() {
        vet.report_at(pos, messages::should_return_nothing(name));
    }
    if !f.tparams.is_empty() {
        vet.report_at(pos, messages::should_not_have_type_params(name));
    }
    let Some(rest) = name.strip_prefix("Example").filter(|r| !r.is_empty()) else { return };
    let parts: Vec<&str> = rest.splitn(3, '_').collect();
    let objects = lookup(vet, parts[0]);
    if !parts[0].is_empty() && objects.is_empty() {
        return vet.report_at(pos, messages::example_of_unknown(name, parts[0]));
    }
    if parts.len() < 2 {
        return;
    }
    if parts[0].is_empty() {
        let residual = rest.strip_prefix('_').unwrap_or(rest);
        if !is_example_suffix(residual) {
            vet.report_at(pos, messages::malformed_example_suffix(name, residual));
        }
        return;
    }
    if !is_example_suffix(parts[1]) && !objects.iter().any(|&obj| has_member(vet, obj, parts[1])) {
        vet.report_at(pos, messages::example_of_unknown_member(name, parts[0], parts[1]));
    }
    if let Some(suffix) = parts.get(2).filter(|s| !is_example_suffix(s)) {
        vet.report_at(pos, messages::malformed_example_suffix(name, suffix));
    }
}

fn has_member(vet: &mut Vet<'_>, obj: ObjId, member: &str) -> bool {
    let (ty, pkg) = (vet.types.objects[obj].ty, vet.types.objects[obj].pkg);
    // Of the library only what is reached has types.
    if !ty.is_some() {
        return true;
    }
    let Some(symbol) = vet.interner.get(member) else { return false };
    vet.types.lookup(ty, true, NameMatch::Exact(pkg, symbol)).obj().is_some()
}
