//! Methods that look like those of well-known interfaces and have other signatures. Follows `passes/stdmethods`.

use super::tree::Node;
use super::{Vet, messages};
use crate::syntax::ast::{DeclKind, ExprKind, Ident};
use crate::types::{Type, TypeId, TypePrinter};

/// A name and what its method takes and gives. Parameters with `=` say that the interface is meant at all.
type Canonical = (&'static str, &'static [&'static str], &'static [&'static str]);

const CANONICAL: &[Canonical] = &[
    ("As", &["any"], &["bool"]),
    ("Format", &["=fmt.State", "rune"], &[]),
    ("GobDecode", &["[]byte"], &["error"]),
    ("GobEncode", &[], &["[]byte", "error"]),
    ("Is", &["error"], &["bool"]),
    ("MarshalJSON", &[], &["[]byte", "error"]),
    ("MarshalXML", &["*xml.Encoder", "xml.StartElement"], &["error"]),
    ("ReadByte", &[], &["byte", "error"]),
    ("ReadFrom", &["=io.Reader"], &["int64", "error"]),
    ("ReadRune", &[], &["rune", "int", "error"]),
    ("Scan", &["=fmt.ScanState", "rune"], &["error"]),
    ("Seek", &["=int64", "int"], &["int64", "error"]),
    ("UnmarshalJSON", &["[]byte"], &["error"]),
    ("UnmarshalXML", &["*xml.Decoder", "xml.StartElement"], &["error"]),
    ("UnreadByte", &[], &["error"]),
    ("UnreadRune", &[], &["error"]),
    ("Unwrap", &[], &["error"]),
    ("WriteByte", &["byte"], &["error"]),
    ("WriteTo", &["=io.Writer"], &["int64", "error"]),
];

pub(super) fn run(vet: &mut Vet<'_>) {
    for entry in &vet.tree.entries {
        match entry.node {
            Node::Decl(d) => match &vet.ast.decls[d].kind {
                DeclKind::Func(f) if f.recv.is_some() => check(vet, f.name),
                _ => {}
            },
            Node::Expr(e) => {
                if let ExprKind::InterfaceType(elems) = vet.kind(e) {
                    elems.iter().filter_map(|elem| elem.name).for_each(|name| check(vet, name));
                }
            }
            Node::File(_) | Node::Stmt(_) => {}
        }
    }
}

fn check(vet: &mut Vet<'_>, name: Ident) {
    let text = vet.name(name.name);
    let Some(&(_, params, results)) = CANONICAL.iter().find(|c| c.0 == text) else { return };
    let Some(&method) = vet.pkg.defs.get(&name.id) else { return };
    let ty = vet.types.objects[method].ty;
    let Some(Type::Signature(sig)) = vet.types.types.get(ty) else { return };
    let have_params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
    let have_results: Vec<TypeId> = sig.results.iter().map(|r| r.ty).collect();
    if text == "WriteTo" && have_params.len() > 1 {
        return;
    }
    if matches!(text, "Is" | "As" | "Unwrap") {
        let Some(recv) = vet.recv_type(method) else { return };
        if !vet.is_error(recv) {
            return;
        }
    }
    let words = |list: &[TypeId]| -> Vec<String> { list.iter().map(|&t| short(vet, t)).collect() };
    let (have_params, have_results) = (words(&have_params), words(&have_results));
    if text == "Unwrap" {
        let fits = have_params.is_empty() && matches!(&have_results[..], [r] if r == "error" || r == "[]error");
        if !fits {
            vet.report_expr(name.id, messages::wrong_unwrap());
        }
        return;
    }
    let meant = matches(params, &have_params, "=") && matches(results, &have_results, "=");
    if !meant || matches(params, &have_params, "") && matches(results, &have_results, "") {
        return;
    }
    let list = |list: &[&str]| list.iter().map(|s| s.trim_start_matches('=')).collect::<Vec<_>>().join(", ");
    let mut want = format!("{text}({})", list(params));
    match results {
        [] => {}
        [one] => want.push_str(&format!(" {one}")),
        more => want.push_str(&format!(" ({})", list(more))),
    }
    let have = short(vet, ty);
    let have = format!("{text}{}", have.strip_prefix("func").unwrap_or(&have));
    vet.report_expr(name.id, messages::wrong_signature(have, want));
}

/// A type with the names of packages.
fn short(vet: &Vet<'_>, ty: TypeId) -> String {
    let qualify = |p| vet.name(vet.packages[p].name).to_owned();
    let mut printer = TypePrinter::new(&vet.types, vet.interner, &qualify);
    printer.ty(ty);
    printer.finish()
}

fn matches(want: &[&str], have: &[String], prefix: &str) -> bool {
    let fits = |want: &str, have: &str| {
        let any = |t: &str| matches!(t, "any" | "interface{}");
        want == have || any(want) && any(have)
    };
    want.iter()
        .enumerate()
        .filter(|(_, w)| w.starts_with(prefix))
        .all(|(i, w)| have.get(i).is_some_and(|h| fits(w.trim_start_matches('='), h)))
        && !(prefix.is_empty() && have.len() > want.len())
}
