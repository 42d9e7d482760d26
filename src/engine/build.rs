//! Source text to a program that can run.

use crate::base::{Diagnostics, Interner, Severity, SourceMap};
use crate::bytecode::{Program, disassemble};
use crate::check::vet::{Pass, vet};
use crate::check::{Imported, Importer, ProgramInput, check_program};
use crate::compile::compile_program;
use crate::stdlib;
use std::sync::Arc;

/// A file as the user gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Its name as messages print it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// How to build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildOptions {
    /// Language version, `(1, 27)` unless a `go` line or flag says otherwise.
    pub lang: (u32, u32),
    /// Folder that traces print before relative file names.
    pub dir: String,
    /// Whether to vet a program that compiles: its problems then hold warnings too.
    pub vet: bool,
}

impl Default for BuildOptions {
    fn default() -> Self {
        Self { lang: (1, 27), dir: "/tmp/sandbox".into(), vet: false }
    }
}

/// A message about the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File, line and column (bytes, both from 1); line 0 when it has no place.
    pub file: String,
    /// Line from 1.
    pub line: u32,
    /// Column in bytes from 1.
    pub col: u32,
    /// Where what it is about ends, on the same scale; equal to the start when not known.
    pub end_line: u32,
    /// Column of the end.
    pub end_col: u32,
    /// gc's words.
    pub message: String,
    /// Whether the program cannot run because of it.
    pub error: bool,
}

/// What building gave.
#[derive(Debug, Clone)]
pub struct Built {
    /// The program, unless there are errors.
    pub program: Option<Arc<Program>>,
    /// Messages, sorted by place.
    pub problems: Vec<Problem>,
    /// The same as gc prints them, one a line.
    pub listing: String,
}

/// Splits a txtar archive (`-- name --` lines) into files; text before the first such line is `first`.
pub fn split_txtar(first: &str, text: &str) -> Vec<SourceText> {
    let mut files = vec![SourceText { name: first.to_owned(), text: String::new() }];
    for line in text.split_inclusive('\n') {
        let name = line.trim_end().strip_prefix("-- ").and_then(|l| l.strip_suffix(" --"));
        match name.map(str::trim).filter(|n| !n.is_empty()) {
            Some(name) => files.push(SourceText { name: name.to_owned(), text: String::new() }),
            None => {
                if let Some(file) = files.last_mut() {
                    file.text.push_str(line);
                }
            }
        }
    }
    if files.len() > 1 && files[0].text.trim().is_empty() {
        files.remove(0);
    }
    files
}

/// The import path that vet gives to a list of files.
pub(super) const VETTED_AS: &str = "command-line-arguments";

/// Types of package runtime that run-time errors have.
const RUNTIME_TYPES: [&str; 5] = ["errorString", "boundsError", "plainError", "TypeAssertionError", "PanicNilError"];

/// The library as the checker sees it.
pub(super) struct Library;

impl Importer for Library {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let files = stdlib::package(path)?;
        let files = files.iter().map(|(name, text)| (format!("/usr/local/go/src/{path}/{name}"), Arc::from(*text)));
        // The runtime makes values of these by itself.
        let roots = match path {
            "runtime" => RUNTIME_TYPES.iter().map(|t| (*t).to_owned()).collect(),
            _ => Vec::new(),
        };
        Some(Imported { files: files.collect(), library: true, roots, ..Imported::default() })
    }

    fn always(&mut self) -> Vec<String> {
        vec!["runtime".into()]
    }
}

/// Compiles the files of package main.
pub fn build(files: &[SourceText], options: &BuildOptions) -> Built {
    let mut sources = SourceMap::new();
    let mut interner = Interner::new();
    let ids = files.iter().map(|f| sources.add(f.name.as_str(), f.text.as_str())).collect();
    let input = ProgramInput { version: options.lang, ..ProgramInput::new(ids) };
    let (checked, mut diags) = check_program(&input, &mut Library, &mut sources, &mut interner);
    let mut program = None;
    let mut warnings = Diagnostics::new();
    if let Some(checked) = checked.filter(|_| !diags.has_errors()) {
        if options.vet {
            warnings = vet(&checked, VETTED_AS, Pass::ALL, &sources, &interner);
        }
        let is_native = |name: &str| stdlib::native(name).is_some();
        let (mut p, unsupported) = compile_program(checked, &mut interner, &sources, &is_native);
        p.dir.clone_from(&options.dir);
        if !unsupported.has_errors() {
            program = Some(Arc::new(p));
        }
        diags.append(unsupported);
    }
    let listing = diags.render_gc(&sources, "");
    diags.append(warnings);
    Built { program, problems: problems(&diags, &sources), listing }
}

/// The bytecode of package main as text.
pub fn disassembly(program: &Program) -> String {
    disassemble(program, "main.")
}

pub(super) fn problems(diags: &Diagnostics, sources: &SourceMap) -> Vec<Problem> {
    let mut out: Vec<Problem> = diags
        .items()
        .iter()
        .map(|d| {
            let (file, at) = sources.locate(d.pos).map_or((String::new(), None), |(f, at)| (f.to_owned(), Some(at)));
            let end = sources.locate(d.span.hi).map(|(_, at)| at).filter(|e| at.is_some_and(|a| *e >= a)).or(at);
            Problem {
                file,
                line: at.map_or(0, |a| a.line),
                col: at.map_or(0, |a| a.col),
                end_line: end.map_or(0, |a| a.line),
                end_col: end.map_or(0, |a| a.col),
                message: d.message.clone(),
                error: d.severity == Severity::Error,
            }
        })
        .collect();
    out.sort_by(|a, b| (&a.file, a.line, a.col).cmp(&(&b.file, b.line, b.col)));
    out
}
