//! Syntax trees to text, as gofmt writes it, byte for byte.
//!
//! A program that is formatted reads like everybody else's, and a lesson should look like what Go programmers know. The
//! way is go/printer's, since only the same decisions give the same bytes: `source` finds what the tree does not say,
//! `imports` sorts imports, `expr`, `field`, `stmt` and `decl` walk the tree and say which token or white space comes
//! next, `printer` weaves comments in between, `doc_comment` and `doc` rewrite documentation, `gobuild` gathers build
//! constraints, and `tabwriter` aligns columns. It knows no types and no meaning: only what stands where in the source,
//! and it refuses source with syntax errors.

mod decl;
mod doc;
mod doc_comment;
mod expr;
mod field;
mod gobuild;
mod imports;
mod pdqsort;
mod printer;
mod source;
mod stmt;
mod strip;
mod tabwriter;

use super::ast::Ast;
use super::parser::parse_file;
use crate::base::{Diagnostics, FileId, Interner, SourceMap};
use printer::Printer;
use source::Source;

/// Formats a file of `sources` as `gofmt FILE` does.
///
/// # Errors
///
/// What the parser reports, in the order in which gc does, if something could not be read. Errors that have nothing to
/// do with form, such as a label that is missing, are none here.
pub fn format(sources: &SourceMap, file: FileId) -> Result<String, Diagnostics> {
    let (mut ast, mut names, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
    parse_file(&mut ast, sources, file, &mut names, &mut diags);
    let [parsed] = &ast.files[..] else { return Err(diags) };
    if !parsed.whole {
        return Err(diags);
    }
    let mut source = Source::new(sources.file(file), &ast, &names);
    let mut decls = source.top_level(parsed);
    imports::sort_imports(&mut source, &mut decls);
    let mut printer = Printer::new(&source, source.order.clone());
    printer.file(parsed, &decls);
    printer.finish();
    gobuild::fix_build_lines(&mut printer.output, &printer.go_build, &printer.plus_build);
    Ok(String::from_utf8_lossy(&tabwriter::align(&printer.output)).into_owned())
}
