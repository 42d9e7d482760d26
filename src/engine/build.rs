//! Source text to a program that can run.

use super::Module;
use super::embed::{self, DataFile};
use super::module::owns;
use super::service::{Fix, Fixer};
use crate::base::{Diagnostic, Diagnostics, Interner, Severity, SourceMap};
use crate::bytecode::{Program, disassemble};
use crate::check::vet::{Pass, vet};
use crate::check::{Imported, Importer, Lacking, ProgramInput, check_program};
use crate::compile::compile_program;
use crate::stdlib::{self, Part, catalog};
use crate::syntax::header::{BrokenHeader, read_header};
use std::cell::Cell;
use std::ops::Range;
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
    /// Language version; if none is given, that of the module's `go` line, else the newest.
    pub lang: Option<(u32, u32)>,
    /// Folder that traces print before relative file names.
    pub dir: String,
    /// The module that the files belong to.
    pub module: Option<Module>,
    /// Import path of the package as the go command calls it.
    pub path: String,
    /// Whether to vet a program that compiles: its problems then hold warnings too.
    pub vet: bool,
    /// Files that `//go:embed` may name, beside those that are built.
    pub data: Vec<DataFile>,
}

impl Default for BuildOptions {
    fn default() -> Self {
        Self {
            lang: None,
            dir: "/tmp/sandbox".into(),
            module: None,
            path: "command-line-arguments".into(),
            vet: false,
            data: Vec::new(),
        }
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
    /// What would certainly put an end to it.
    pub fixes: Vec<Fix>,
}

impl Problem {
    /// An error from its line in the go command's output.
    fn of_line(text: &str) -> Self {
        let mut parts = text.splitn(4, ':');
        let mut part = || parts.next().unwrap_or("").trim();
        let (file, line, col, message) = (part().to_owned(), part(), part(), part().to_owned());
        let (line, col) = (line.parse().unwrap_or(0), col.parse().unwrap_or(0));
        Self { file, line, col, end_line: line, end_col: col, message, error: true, fixes: Vec::new() }
    }

    /// An error that has no place in the source.
    pub fn without_place(message: String) -> Self {
        Self { file: String::new(), line: 0, col: 0, end_line: 0, end_col: 0, message, error: true, fixes: Vec::new() }
    }
}

/// Takes a part of the library, by its name, which a wasm build does not have inside; whether it is that.
pub fn install_library(part: &str, bytes: &[u8]) -> bool {
    Part::ALL.into_iter().any(|p| p.name() == part && p.install(bytes))
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
    /// The package that does not compile, if one does not: what go prints after `#`.
    pub broken: Option<String>,
    /// A part of the library that the program needs and that is not there yet ([`install_library`]).
    pub lacks: Option<&'static str>,
}

/// The file that starts after this line, if it is a marker of a txtar archive.
pub(super) fn txtar_name(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")?;
    Some(name.trim()).filter(|n| !n.is_empty())
}

/// The files of a txtar archive (`-- name --` lines) and where in it their texts are; text before the first such line is `first`.
pub(super) fn txtar_places<'t>(first: &'t str, text: &'t str) -> Vec<(&'t str, Range<usize>)> {
    let mut files = vec![(first, 0..0)];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        match txtar_name(line) {
            Some(name) => files.push((name, at..at)),
            None => {
                if let Some(file) = files.last_mut() {
                    file.1.end = at;
                }
            }
        }
    }
    if files.len() > 1 && text[files[0].1.clone()].trim().is_empty() {
        files.remove(0);
    }
    files
}

/// Splits a txtar archive (`-- name --` lines) into files; text before the first such line is `first`.
pub fn split_txtar(first: &str, text: &str) -> Vec<SourceText> {
    let file = |(name, at): (&str, Range<usize>)| SourceText { name: name.to_owned(), text: text[at].to_owned() };
    txtar_places(first, text).into_iter().map(file).collect()
}

/// Types of package runtime that run-time errors have.
const RUNTIME_TYPES: [&str; 5] = ["errorString", "boundsError", "plainError", "TypeAssertionError", "PanicNilError"];

/// The module and the library as the checker sees them.
pub(super) struct Packages<'a> {
    pub(super) module: Option<&'a Module>,
    pub(super) version: (u32, u32),
    /// The part of the library, not there, that a package was asked for from.
    pub(super) lacks: Option<Part>,
    /// What `//go:embed` may name.
    data: &'a [DataFile],
    /// What the go command says of patterns that name nothing.
    pub(super) unmatched: String,
    /// The texts of the files that were looked at.
    seen: Vec<String>,
}

impl<'a> Packages<'a> {
    pub(super) fn new(module: Option<&'a Module>, version: (u32, u32), data: &'a [DataFile]) -> Self {
        Self { module, version, lacks: None, data, unmatched: String::new(), seen: Vec::new() }
    }

    /// Looks for what the patterns in a file name.
    pub(super) fn look(&mut self, file: &SourceText) {
        self.mention(&file.text);
        self.unmatched.extend(embed::unmatched(file, self.data));
    }

    /// Notes the text of a file of the program.
    pub(super) fn mention(&mut self, text: &str) {
        self.seen.push(text.to_owned());
    }

    /// Whether the program, or its module, has these words anywhere.
    fn mentions(&self, words: &str) -> bool {
        let mut module = self.module.into_iter().flat_map(|m| &m.files);
        self.seen.iter().any(|t| t.contains(words)) || module.any(|f| f.1.text.contains(words))
    }
}

impl Importer for Packages<'_> {
    fn package(&mut self, path: &str) -> Option<Imported> {
        if let Some(files) = self.module.and_then(|m| m.package(path)) {
            files.iter().for_each(|f| self.look(f));
            let files = files.into_iter().map(|f| (f.name.clone(), Arc::from(f.text.as_str()))).collect();
            return Some(Imported { files, version: Some(self.version), ..Imported::default() });
        }
        let Some(files) = stdlib::package_for(path, |words| self.mentions(words)) else {
            self.lacks = self.lacks.or(Part::of_package(path).filter(|p| !p.is_there()));
            return None;
        };
        let folder = stdlib::folder(path);
        let files = files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text));
        // The runtime makes values of these by itself.
        let roots = match path {
            "runtime" => RUNTIME_TYPES.iter().map(|t| (*t).to_owned()).collect(),
            "embed" => vec!["add".to_owned()],
            _ => stdlib::Pack::all().flat_map(|p| p.roots(path)).cloned().collect(),
        };
        let unexported = stdlib::unexported(path).map(|names| names.map(str::to_owned).collect());
        let lacking = catalog::entry(path)
            .map(|e| Lacking { names: e.names().map(str::to_owned).collect(), why: e.why.to_owned() });
        let subset = || Lacking { names: vec!["*".to_owned()], why: stdlib::subset(path).unwrap_or_default() };
        let lacking =
            lacking.unwrap_or_else(|| if stdlib::subset(path).is_some() { subset() } else { Lacking::default() });
        Some(Imported { files: files.collect(), library: true, roots, unexported, lacking, ..Imported::default() })
    }

    fn always(&mut self) -> Vec<String> {
        vec!["runtime".into()]
    }

    fn unknown(&mut self, path: &str) -> String {
        if let Some(entry) = catalog::entry(path) {
            return entry.refusal();
        }
        if let Some(said) = catalog::beside(path) {
            return said;
        }
        match self.module {
            Some(module) if module.requires.iter().any(|m| owns(m, path)) => catalog::foreign(path),
            Some(_) => crate::check::unknown_in_module(path),
            None => crate::check::unknown_package(path),
        }
    }

    fn of_library(&self, path: &str) -> bool {
        self.module.is_some_and(|m| m.owns(path))
    }
}

/// Files as the checker is given them.
pub(super) struct Arranged {
    /// Those of the package.
    pub(super) files: Vec<SourceText>,
    /// The module around it.
    pub(super) module: Option<Module>,
    /// Its import path.
    pub(super) path: String,
    /// Its language version.
    pub(super) version: (u32, u32),
    /// What `//go:embed` may name.
    pub(super) data: Vec<DataFile>,
}

/// Finds package and module in files that may come from an archive.
pub(super) fn arrange(files: &[SourceText], options: &BuildOptions) -> Arranged {
    let given = files.iter().map(|f| DataFile { name: f.name.clone(), bytes: Some(f.text.as_bytes().into()) });
    let data = options.data.iter().cloned().chain(given).collect();
    let archive = if options.module.is_none() { Module::split(files) } else { None };
    let (files, module, path) = match archive {
        Some((main, module)) => {
            let path = module.path.clone();
            (main, Some(module), path)
        }
        None => {
            let source = |f: &&SourceText| f.name.ends_with(".go");
            let mut sources: Vec<SourceText> = files.iter().filter(source).cloned().collect();
            if sources.is_empty() {
                sources = files.to_vec();
            }
            (sources, options.module.clone(), options.path.clone())
        }
    };
    let version = options.lang.or(module.as_ref().and_then(|m| m.version)).unwrap_or((1, 27));
    Arranged { files, module, path, version, data }
}

/// Compiles the files of package main.
pub fn build(files: &[SourceText], options: &BuildOptions) -> Built {
    let mut sources = SourceMap::new();
    let mut interner = Interner::new();
    let Arranged { files, module, path, version, data } = arrange(files, options);
    let module = module.as_ref();
    let ids = files.iter().map(|f| sources.add(f.name.as_str(), f.text.as_str())).collect();
    let input = ProgramInput { version, path, runs: true, dir: format!("{}/", options.dir), ..ProgramInput::new(ids) };
    let mut packages = Packages::new(module, version, &data);
    files.iter().for_each(|f| packages.look(f));
    let (checked, mut diags) = check_program(&input, &mut packages, &mut sources, &mut interner);
    if !packages.unmatched.is_empty() {
        let problems = packages.unmatched.lines().map(Problem::of_line).collect();
        let lacks = packages.lacks.map(Part::name);
        return Built { program: None, problems, listing: packages.unmatched, broken: None, lacks };
    }
    let mut program = None;
    let mut warnings = Diagnostics::new();
    if let Some(checked) = checked.filter(|_| !diags.has_errors()) {
        if options.vet {
            warnings = vet(&checked, &input.path, Pass::ALL, &sources, &interner);
        }
        let reached = Natives::new(&files);
        let (mut p, unsupported) =
            compile_program(checked, &mut interner, &sources, &|name| reached.is_native(name), &|file, pattern| {
                embed::embedded(file, pattern, &data)
            });
        packages.lacks = packages.lacks.or(reached.lacks());
        p.dir.clone_from(&options.dir);
        if !unsupported.has_errors() {
            program = Some(Arc::new(p));
        }
        diags.append(unsupported);
    }
    let listing = listing(&diags, &sources, &input.path, module);
    let broken = broken_package(&diags, &sources, &input.path, module);
    diags.append(warnings);
    let lacks = packages.lacks.map(Part::name);
    Built { program, problems: problems(&diags, &sources), listing, broken, lacks }
}

/// The natives that a compiler asks for.
pub(super) struct Natives<'a> {
    files: &'a [SourceText],
    lacks: Cell<Option<Part>>,
}

impl<'a> Natives<'a> {
    pub(super) fn new(files: &'a [SourceText]) -> Self {
        Self { files, lacks: Cell::new(None) }
    }

    /// Whether there is such a native; it is reached then.
    pub(super) fn is_native(&self, name: &str) -> bool {
        let part = stdlib::part_of_native(name, |text| self.files.iter().any(|f| f.text.contains(text)));
        self.lacks.set(self.lacks.get().or(part.filter(|p| !p.is_there())));
        stdlib::is_native(name)
    }

    /// The part of the library that they need and that is not there.
    pub(super) fn lacks(&self) -> Option<Part> {
        self.lacks.get()
    }
}

/// The folder of the module's package that a message is about.
fn folder<'m>(d: &Diagnostic, sources: &SourceMap, module: Option<&'m Module>) -> Option<&'m str> {
    let (file, _) = sources.locate(d.pos)?;
    let (dir, _) = module?.files.iter().find(|(_, f)| f.name == file)?;
    Some(dir)
}

/// Whose error this is, if the compiler (and not go, which looks for imports) reports it.
fn package_of(d: &Diagnostic, sources: &SourceMap, main: &str, module: Option<&Module>) -> Option<String> {
    match (folder(d, sources, module), module) {
        _ if d.code == "import" => None,
        (Some(dir), Some(m)) if !dir.is_empty() => Some(format!("{}/{dir}", m.path)),
        (Some(_), Some(m)) => Some(m.path.clone()),
        _ => Some(main.to_owned()),
    }
}

/// Whose errors these are, as [`package_of`] says of the first.
pub(super) fn broken_package(
    diags: &Diagnostics,
    sources: &SourceMap,
    main: &str,
    module: Option<&Module>,
) -> Option<String> {
    let first = diags.items().iter().find(|d| d.severity == Severity::Error)?;
    package_of(first, sources, main, module)
}

/// What go prints below `# package`. Further broken packages bring their own such line.
pub(super) fn listing(diags: &Diagnostics, sources: &SourceMap, main: &str, module: Option<&Module>) -> String {
    let of_go = diags.items().iter().any(|d| d.code == "import");
    let mut text = String::new();
    let together = |a: &Diagnostic, b: &Diagnostic| of_go || folder(a, sources, module) == folder(b, sources, module);
    for group in diags.items().chunk_by(together) {
        if !text.is_empty() {
            text.push_str(&format!("# {}\n", package_of(&group[0], sources, main, module).unwrap_or_default()));
        }
        let mut of_package = Diagnostics::new();
        group.iter().for_each(|d| of_package.push(d.clone()));
        text.push_str(&of_package.render_gc(sources, ""));
    }
    text
}

/// What go says about a file that is not UTF-8: the go command if it is the header, else the compiler, about each such line.
pub fn not_utf8(name: &str, package: &str, bytes: &[u8]) -> String {
    if let Err(BrokenHeader::Syntax { line, col, message, .. }) = read_header(bytes) {
        return format!("{}:{line}:{col}: {message}\n", name.trim_start_matches("./"));
    }
    let mut text = format!("# {package}\n");
    let lines = bytes.split(|&b| b == b'\n').enumerate();
    let wrong = lines.filter_map(|(i, line)| Some((i + 1, std::str::from_utf8(line).err()?.valid_up_to() + 1)));
    for (line, col) in wrong.take(10) {
        text.push_str(&format!("{name}:{line}:{col}: invalid UTF-8 encoding\n"));
    }
    text
}

/// The bytecode of package main as text.
pub fn disassembly(program: &Program) -> String {
    disassemble(program, "main.")
}

pub(super) fn problems(diags: &Diagnostics, sources: &SourceMap) -> Vec<Problem> {
    let mut fixer = Fixer::default();
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
                fixes: fixer.of(d, sources).into_iter().collect(),
            }
        })
        .collect();
    crate::base::sort_by(&mut out, |a, b| (&a.file, a.line, a.col).cmp(&(&b.file, b.line, b.col)));
    out
}
