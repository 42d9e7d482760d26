//! `go test`: a package with its tests to a program, and go test's own lines about it.
//!
//! Whoever runs the program (command, page) takes it like any other; [`TestRun`] says what go test would have printed of its output
//! and behind it.

use super::build::{Arranged, BuildOptions, Natives, Packages, SourceText, arrange, broken_package, listing};
use super::embed;
use super::session::{End, Inputs};
use super::testmain::{Functions, functions, main_source};
use super::{Module, is_built};
use crate::base::{Diagnostics, Interner, SourceMap};
use crate::bytecode::Program;
use crate::check::vet::{Pass, vet_package};
use crate::check::{Imported, Importer, ProgramInput, check_program};
use crate::compile::compile_program;
use crate::syntax::ast::{Ast, DeclKind};
use crate::syntax::parse_file;
use std::fmt::Write as _;
use std::sync::Arc;

/// go test's flags.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TestFlags {
    /// `-v`
    pub verbose: bool,
    /// `-vet=off`
    pub no_vet: bool,
    /// `-bench` was given.
    pub bench: bool,
    /// `-list` was given.
    pub list: bool,
    /// Whether packages were named: go test then says more about each, and shows less of what passes.
    pub named: bool,
    /// Flags for the test program, such as `-test.v=true`.
    pub args: Vec<String>,
    /// Arguments behind them.
    pub rest: Vec<String>,
}

impl TestFlags {
    /// What the test program is given.
    pub fn inputs(&self) -> Inputs {
        let program = ["/tmp/go-build/b001/main.test".to_owned()];
        let args = program.into_iter().chain(self.rest.iter().cloned()).collect();
        Inputs { args, test_args: self.test_args(), ..Inputs::default() }
    }

    fn test_args(&self) -> Vec<String> {
        let mut args = vec!["-test.paniconexit0".to_owned()];
        if !self.args.iter().any(|a| a.starts_with("-test.timeout=")) {
            args.push("-test.timeout=10m0s".to_owned());
        }
        args.extend(self.args.iter().cloned());
        args
    }
}

/// What building a test gave.
#[derive(Debug, Clone)]
pub struct TestBuilt {
    /// The program that runs the tests, if there is one.
    pub program: Option<Arc<Program>>,
    /// What go test calls the package.
    pub path: String,
    /// What goes to standard error: errors or vet's warnings, with their headers.
    pub listing: String,
    /// go test's line about a package that cannot be tested or has no tests.
    pub line: Option<String>,
    /// Whether that line is a failure.
    pub failed: bool,
    /// As in [`Built`](super::Built).
    pub lacks: Option<&'static str>,
}

/// The packages of an archive, each with its tests and the rest of the module around it.
pub fn test_packages(files: &[SourceText], options: &BuildOptions) -> Vec<(Vec<SourceText>, BuildOptions)> {
    let plain = |f: &SourceText| f.name.trim_start_matches("./").to_owned();
    let go_mod = files.iter().find(|f| plain(f) == "go.mod");
    if go_mod.is_none() && !files.iter().any(|f| plain(f).contains('/')) {
        return vec![(files.to_vec(), options.clone())];
    }
    let mut module = match go_mod {
        Some(f) => Module::from_go_mod(&f.text),
        None => Module { path: "command-line-arguments".into(), ..Module::default() },
    };
    let folder = |f: &SourceText| plain(f).rsplit_once('/').map_or(String::new(), |(dir, _)| dir.to_owned());
    let sources: Vec<&SourceText> = files.iter().filter(|f| f.name.ends_with(".go")).collect();
    let mut folders: Vec<String> = sources.iter().map(|f| folder(f)).collect();
    crate::base::sort(&mut folders);
    folders.dedup();
    let rest = sources.iter().filter(|f| !f.name.ends_with("_test.go"));
    module.files = rest.map(|f| (folder(f), (*f).clone())).collect();
    let package = |dir: &String| {
        let path = if dir.is_empty() { module.path.clone() } else { format!("{}/{dir}", module.path) };
        let own = sources.iter().filter(|f| folder(f) == *dir && is_built(f)).map(|f| (*f).clone()).collect();
        (own, BuildOptions { module: Some(module.clone()), path, ..options.clone() })
    };
    folders.iter().map(package).collect()
}

/// Whether one of the files declares a function main of package main.
pub fn declares_main(files: &[SourceText]) -> bool {
    files.iter().filter(|f| f.name.ends_with(".go")).any(|f| {
        let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
        let id = sources.add(f.name.as_str(), f.text.as_str());
        parse_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
        let is_main = |name| interner.name(name) == "main";
        ast.files.iter().any(|file| is_main(file.package.name))
            && ast
                .decls
                .iter()
                .any(|d| matches!(&d.kind, DeclKind::Func(f) if f.recv.is_none() && is_main(f.name.name)))
    })
}

/// The package under test, what tests it from outside, and the rest.
struct Tested<'a> {
    rest: Packages<'a>,
    parts: &'a [Part],
}

/// One of the two packages that a folder's files may form.
struct Part {
    /// Import path.
    path: String,
    files: Vec<SourceText>,
    /// Whether it is the external test package.
    external: bool,
}

impl Part {
    /// Whether it is built for the test only.
    fn has_tests(&self) -> bool {
        self.files.iter().any(|f| f.name.ends_with("_test.go"))
    }
}

impl Importer for Tested<'_> {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let Some(part) = self.parts.iter().find(|p| p.path == path) else { return self.rest.package(path) };
        let files = part.files.iter().map(|f| (f.name.clone(), Arc::from(f.text.as_str()))).collect();
        Some(Imported { files, version: Some(self.rest.version), tested: true, ..Imported::default() })
    }

    fn always(&mut self) -> Vec<String> {
        self.rest.always()
    }

    fn unknown(&mut self, path: &str) -> String {
        self.rest.unknown(path)
    }

    fn of_library(&self, path: &str) -> bool {
        self.rest.of_library(path)
    }

    fn tests(&self, path: &str) -> Option<&str> {
        self.parts.iter().find(|p| p.external && p.path == path)?.path.strip_suffix("_test")
    }
}

/// Builds the test of a package from its files, those of its external test package among them.
pub fn build_test(files: &[SourceText], options: &BuildOptions, flags: &TestFlags) -> TestBuilt {
    let Arranged { files, module, path, version, data } = arrange(files, options);
    let mut built =
        TestBuilt { program: None, path: path.clone(), listing: String::new(), line: None, failed: false, lacks: None };
    let is_test = |f: &SourceText| f.name.ends_with("_test.go");
    let any = files.iter().any(is_test);
    let (parts, found) = match parts(&files, &path, options) {
        Ok(parsed) => parsed,
        Err((problem, setup)) => {
            // Syntax errors outside of tests are the compiler's.
            let header = if any && !setup { format!("# {path} [{path}.test]") } else { format!("# {path}") };
            return built.fail(setup, format!("{header}\n{problem}"));
        }
    };
    let packages: Vec<(&str, &Functions)> = parts.iter().zip(&found).map(|(p, f)| (p.path.as_str(), f)).collect();
    let main = main_source(&packages, &path, !flags.rest.is_empty());
    let mut sources = SourceMap::new();
    let mut interner = Interner::new();
    let main = sources.add("_testmain.go", main.as_str());
    let input = ProgramInput { version, path: path.clone(), runs: true, ..ProgramInput::new(vec![main]) };
    let mut rest = Packages::new(module.as_ref(), version, &data);
    files.iter().for_each(|f| rest.look(f));
    let mut importer = Tested { rest, parts: &parts };
    let (checked, diags) = check_program(&input, &mut importer, &mut sources, &mut interner);
    built.lacks = importer.rest.lacks.map(crate::stdlib::Part::name);
    if !importer.rest.unmatched.is_empty() {
        let listing = format!("# {path}\n{}", importer.rest.unmatched);
        return built.fail(true, listing);
    }
    let Some(checked) = checked.filter(|_| !diags.has_errors()) else {
        let (listing, setup) = errors(&parts, &mut importer, &diags, &sources, &path);
        return built.fail(setup, listing);
    };
    if !flags.no_vet {
        for part in &parts {
            let Some(id) = checked.packages.ids().find(|&id| checked.packages[id].path == part.path) else { continue };
            let warnings = vet_package(&checked, id, &part.path, Pass::GO_TEST, &sources, &interner);
            if !warnings.is_empty() {
                let tested = if part.has_tests() { format!("# [{}]\n", part.path) } else { String::new() };
                let _ = write!(built.listing, "# {}\n{tested}{}", part.path, lines(&warnings, &sources, "./"));
            }
        }
        if !built.listing.is_empty() {
            let listing = std::mem::take(&mut built.listing);
            return built.fail(false, listing);
        }
    }
    if !any {
        built.line = Some(format!("?   \t{path}\t[no test files]"));
        return built;
    }
    let reached = Natives::new(&files);
    let (mut program, unsupported) =
        compile_program(checked, &mut interner, &sources, &|name| reached.is_native(name), &|file, pattern| {
            embed::embedded(file, pattern, &data)
        });
    built.lacks = built.lacks.or(reached.lacks().map(crate::stdlib::Part::name));
    if unsupported.has_errors() {
        return built.fail(false, format!("# {path} [{path}.test]\n{}", unsupported.render_gc(&sources, "")));
    }
    program.dir.clone_from(&options.dir);
    built.program = Some(Arc::new(program));
    built
}

impl TestBuilt {
    fn fail(mut self, setup: bool, listing: String) -> Self {
        self.listing = listing;
        self.line = Some(format!("FAIL\t{} [{} failed]", self.path, if setup { "setup" } else { "build" }));
        self.failed = true;
        self
    }
}

/// Parses the files and tells the two packages apart. On failure what is wrong, and whether go test finds that before it builds.
type Parsed = (Vec<Part>, Vec<Functions>);

fn parts(files: &[SourceText], path: &str, options: &BuildOptions) -> Result<Parsed, (String, bool)> {
    let mut parts = Vec::new();
    let mut found = Vec::new();
    let mut own = Vec::new();
    let mut outer = Vec::new();
    for file in files {
        let (mut sources, mut interner, mut diags) = (SourceMap::new(), Interner::new(), Diagnostics::new());
        let mut ast = Ast::default();
        let id = sources.add(file.name.as_str(), file.text.as_str());
        let test = file.name.ends_with("_test.go");
        if !parse_file(&mut ast, &sources, id, &mut interner, &mut diags) && test {
            return Err((lines(&diags, &sources, ""), true));
        }
        let name = ast.files.first().map_or("", |f| interner.name(f.package.name));
        if test && name.ends_with("_test") {
            outer.push(file.clone());
        } else {
            own.push(file.clone());
        }
    }
    for (path, files, external) in [(path.to_owned(), own, false), (format!("{path}_test"), outer, true)] {
        if files.is_empty() {
            continue;
        }
        let (mut sources, mut interner, mut diags) = (SourceMap::new(), Interner::new(), Diagnostics::new());
        let mut ast = Ast::default();
        for f in &files {
            let id = sources.add(f.name.as_str(), f.text.as_str());
            parse_file(&mut ast, &sources, id, &mut interner, &mut diags);
        }
        if diags.has_errors() {
            return Err((diags.render_gc(&sources, ""), false));
        }
        let functions = functions(&ast, &sources, &interner);
        if let Some((pos, problem)) = &functions.wrong {
            let place = sources.locate(*pos).map_or(String::new(), |(file, at)| {
                let file = file.trim_start_matches("./");
                let dir = if file.starts_with('/') { String::new() } else { format!("{}/", options.dir) };
                format!("{dir}{file}:{}:{}: ", at.line, at.col)
            });
            return Err((format!("{place}{problem}\n"), true));
        }
        found.push(functions);
        parts.push(Part { path, files, external });
    }
    Ok((parts, found))
}

/// Errors package by package as they come from building each by itself; and whether they are go's own rather than the compiler's.
fn errors(
    parts: &[Part],
    importer: &mut Tested<'_>,
    all: &Diagnostics,
    all_sources: &SourceMap,
    path: &str,
) -> (String, bool) {
    if all.items().iter().any(|d| d.code.starts_with("import")) {
        return (format!("# {path}\n{}", lines(all, all_sources, "")), true);
    }
    let mut out = String::new();
    for part in parts {
        let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
        let ids = part.files.iter().map(|f| sources.add(f.name.as_str(), f.text.as_str())).collect();
        let version = importer.rest.version;
        let input = ProgramInput { version, path: part.path.clone(), test: true, ..ProgramInput::new(ids) };
        let (_, diags) = check_program(&input, importer, &mut sources, &mut interner);
        if diags.has_errors() {
            let header = match broken_package(&diags, &sources, &part.path, importer.rest.module) {
                Some(other) if !owns(part, &diags, &sources) => other,
                _ if part.has_tests() => format!("{} [{path}.test]", part.path),
                _ => part.path.clone(),
            };
            let module = importer.rest.module;
            let _ = write!(out, "# {header}\n{}", short(&listing(&diags, &sources, &part.path, module)));
            // What tests it from outside is not built then.
            break;
        }
    }
    if out.is_empty() {
        out = format!("# {path}.test\n{}", all.render_gc(all_sources, ""));
    }
    (out, false)
}

/// Whether the first error stands in one of these files.
fn owns(part: &Part, diags: &Diagnostics, sources: &SourceMap) -> bool {
    let place = diags.items().first().and_then(|d| sources.locate(d.pos));
    place.is_none_or(|(file, _)| part.files.iter().any(|f| f.name == file))
}

/// Files of other folders have no dot before their names.
fn short(listing: &str) -> String {
    listing.split_inclusive('\n').fold(String::new(), |mut out, line| {
        let rest = line.strip_prefix("./").filter(|rest| rest.split(':').next().is_some_and(|file| file.contains('/')));
        out.push_str(rest.unwrap_or(line));
        out
    })
}

/// Messages with places whose file names start with `prefix`.
fn lines(diags: &Diagnostics, sources: &SourceMap, prefix: &str) -> String {
    let mut out = String::new();
    for d in diags.items() {
        match sources.locate(d.pos) {
            // What the made main function imports has no place that anybody could look at.
            Some((file, at)) if file != "_testmain.go" => {
                let file = file.trim_start_matches("./");
                let prefix = if file.contains('/') { "" } else { prefix };
                let _ = writeln!(out, "{prefix}{file}:{}:{}: {}", at.line, at.col, d.message);
            }
            _ => {
                let _ = writeln!(out, "{}", d.message);
            }
        }
    }
    out
}

/// What go test prints of a test program's output, and behind it.
#[derive(Debug, Default)]
pub struct TestRun {
    kept: Vec<u8>,
    streams: bool,
    shows: bool,
}

impl TestRun {
    /// For one run of a test program, the only one or one of `several`.
    pub fn new(flags: &TestFlags, several: bool) -> Self {
        let shows = flags.verbose || flags.list;
        let streams = !flags.named || flags.bench;
        Self { kept: Vec::new(), streams: streams || shows && !several, shows }
    }

    /// Takes what the program wrote; what of it is printed at once.
    pub fn output(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.kept.extend_from_slice(bytes);
        if self.streams { bytes.to_vec() } else { Vec::new() }
    }

    /// The program has ended after so many nanoseconds: what is printed then.
    pub fn end(self, path: &str, end: &End, nanos: u64, flags: &TestFlags) -> Vec<u8> {
        const NOTHING_RUN: &[u8] = b"testing: warning: no tests to run\n";
        let seconds = nanos as f64 / 1e9;
        // go test looks only at output that it keeps.
        let looked_at = flags.named && !flags.bench;
        let mut out = Vec::new();
        if end.code == 0 {
            if !self.streams && self.shows {
                out.extend_from_slice(&self.kept);
            }
            let none = looked_at && self.kept.windows(NOTHING_RUN.len()).any(|w| w == NOTHING_RUN);
            let note = if none { " [no tests to run]" } else { "" };
            out.extend_from_slice(format!("ok  \t{path}\t{seconds:.3}s{note}\n").as_bytes());
            return out;
        }
        if !self.streams {
            out.extend_from_slice(&self.kept);
        }
        if !looked_at || self.kept.is_empty() {
            let how = if end.aborted() { "signal: aborted".to_owned() } else { format!("exit status {}", end.code) };
            out.extend_from_slice(format!("{how}\n").as_bytes());
        } else if !self.kept.ends_with(b"\n") {
            out.push(b'\n');
        }
        out.extend_from_slice(format!("FAIL\t{path}\t{seconds:.3}s\n").as_bytes());
        out
    }
}
