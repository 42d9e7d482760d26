//! What go test looks for in test files: tests, benchmarks, fuzz targets, examples with their output; and the main function that
//! runs them.
//!
//! It looks at syntax only, as go test does: a type named `T` behind a star is `*testing.T`.

use crate::base::{Interner, Pos, SourceMap, Span};
use crate::syntax::ast::{Ast, DeclKind, ExprKind, File, FuncDecl, UnaryOp};
use crate::syntax::comments;
use std::fmt::Write as _;

/// A function of a test file that go test calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Test(String),
    Benchmark(String),
    Fuzz(String),
    Example { name: String, output: String, unordered: bool },
    Main,
}

/// What the test files of one package hold.
#[derive(Debug, Default)]
pub(super) struct Functions {
    pub(super) found: Vec<Found>,
    /// A function with such a name that is none, and why.
    pub(super) wrong: Option<(Pos, String)>,
}

/// Looks through the files of a parsed package; only those named `_test.go`.
pub(super) fn functions(ast: &Ast, sources: &SourceMap, interner: &Interner) -> Functions {
    let mut out = Functions::default();
    for file in &ast.files {
        if !sources.file(file.file).name().ends_with("_test.go") {
            continue;
        }
        let mut examples = Vec::new();
        for &decl in &file.decls {
            let DeclKind::Func(f) = &ast.decls[decl].kind else { continue };
            if f.recv.is_some() {
                continue;
            }
            let name = interner.name(f.name.name);
            let kind = |prefix: &str| {
                let rest = name.strip_prefix(prefix)?;
                (!rest.starts_with(char::is_lowercase)).then_some(())
            };
            let (arg, found) = if name == "TestMain" && !takes(ast, interner, f, "T") {
                ("M", Found::Main)
            } else if kind("Test").is_some() {
                ("T", Found::Test(name.to_owned()))
            } else if kind("Benchmark").is_some() {
                ("B", Found::Benchmark(name.to_owned()))
            } else if kind("Fuzz").is_some() {
                ("F", Found::Fuzz(name.to_owned()))
            } else {
                if kind("Example").is_some()
                    && let Some(found) = example(ast, file, sources, name, f)
                {
                    examples.push(found);
                }
                continue;
            };
            let pos = ast.decls[decl].span.lo;
            if let Some(why) = wrong_signature(ast, interner, f, arg) {
                out.wrong.get_or_insert((pos, format!("wrong signature for {name}, {why}")));
            } else if found == Found::Main && out.found.contains(&Found::Main) {
                out.wrong.get_or_insert((Pos::NONE, "multiple definitions of TestMain".to_owned()));
            }
            out.found.push(found);
        }
        out.found.append(&mut examples);
    }
    out
}

/// Whether a function has one parameter of type `*arg` and no results.
fn takes(ast: &Ast, interner: &Interner, f: &FuncDecl, arg: &str) -> bool {
    let ExprKind::FuncType { params, results } = &ast.exprs[f.ty].kind else { return false };
    let ([param], []) = (params.as_slice(), results.as_slice()) else { return false };
    let ExprKind::Unary { op: UnaryOp::Deref, x } = ast.exprs[param.ty].kind else { return false };
    match &ast.exprs[x].kind {
        ExprKind::Name(name) => interner.name(*name) == arg,
        ExprKind::Selector { sel, .. } => interner.name(sel.name) == arg,
        _ => false,
    }
}

fn wrong_signature(ast: &Ast, interner: &Interner, f: &FuncDecl, arg: &str) -> Option<String> {
    if !f.tparams.is_empty() {
        return Some("test functions cannot have type parameters".to_owned());
    }
    if takes(ast, interner, f, arg) {
        return None;
    }
    let name = interner.name(f.name.name);
    Some(format!("must be: func {name}({} *testing.{arg})", arg.to_lowercase()))
}

/// An example whose last comment says what it prints; others are only compiled.
fn example(ast: &Ast, file: &File, sources: &SourceMap, name: &str, f: &FuncDecl) -> Option<Found> {
    let ExprKind::FuncType { params, .. } = &ast.exprs[f.ty].kind else { return None };
    if !params.is_empty() || !f.tparams.is_empty() {
        return None;
    }
    let body = ast.stmts[f.body?].span;
    let source = sources.file(file.file);
    let comments: Vec<Span> = file.comments.iter().copied().filter(|c| c.lo >= body.lo && c.hi <= body.hi).collect();
    let last = comments::groups(source, &comments).pop()?;
    let (output, unordered) = comments::example_output(&comments::text_of(source, &last))?;
    Some(Found::Example { name: name.to_owned(), output, unordered })
}

/// The source of package main that runs the tests of the packages with these import paths, in this order. `args`: there are arguments
/// behind those of go test, which tests may have flags for.
pub(super) fn main_source(packages: &[(&str, &Functions)], path: &str, args: bool) -> String {
    let mut out = String::from("package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n");
    if args {
        out.push_str("\t_flag \"flag\"\n");
    }
    let aliases = ["_test", "_xtest"];
    for ((path, functions), alias) in packages.iter().zip(aliases) {
        let alias = if functions.found.is_empty() { "_" } else { alias };
        let _ = writeln!(out, "\t{alias} {}", quoted(path));
    }
    out.push_str(")\n\ntype deps struct{ code *int }\n\nfunc (d deps) SetExitCode(code int) { *d.code = code }\n");
    let parse = if args { "if !_flag.Parsed() { _flag.Parse() }" } else { "" };
    let _ = writeln!(out, "func (d deps) ParseFlags() {{ {parse} }}");
    let _ = writeln!(out, "func (d deps) ImportPath() string {{ return {} }}\n\nfunc main() {{", quoted(path));
    let lists = ["tests", "benchmarks", "fuzzTargets", "examples"];
    let types = ["Test", "Benchmark", "FuzzTarget", "Example"];
    let mut entries = [const { String::new() }; 4];
    let mut test_main = None;
    for ((_, functions), alias) in packages.iter().zip(aliases) {
        for found in &functions.found {
            let _ = match found {
                Found::Test(name) => writeln!(entries[0], "\t\t{{\"{name}\", {alias}.{name}}},"),
                Found::Benchmark(name) => writeln!(entries[1], "\t\t{{\"{name}\", {alias}.{name}}},"),
                Found::Fuzz(name) => writeln!(entries[2], "\t\t{{\"{name}\", {alias}.{name}}},"),
                Found::Example { name, output, unordered } => {
                    writeln!(entries[3], "\t\t{{\"{name}\", {alias}.{name}, {}, {unordered}}},", quoted(output))
                }
                Found::Main => {
                    test_main = Some(alias);
                    Ok(())
                }
            };
        }
    }
    for ((list, ty), entries) in lists.iter().zip(types).zip(&entries) {
        let _ = writeln!(out, "\t{list} := []testing.Internal{ty}{{\n{entries}\t}}");
    }
    // What TestMain is given must keep its code: it may return without handing it over.
    out.push_str("\tcode := 0\n\tm := testing.MainStart(deps{&code}, tests, benchmarks, fuzzTargets, examples)\n");
    match test_main {
        Some(alias) => {
            let _ = writeln!(out, "\t{alias}.TestMain(m)\n\tos.Exit(code)\n}}");
        }
        None => out.push_str("\tos.Exit(m.Run())\n}\n"),
    }
    out
}

/// A Go string literal.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
