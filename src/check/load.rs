//! Parses the program and everything it imports, imports first.

use super::ProgramInput;
use super::errors;
use super::importpath::{self, Wrong};
use crate::base::{Diagnostic, Diagnostics, IndexVec, Interner, Pos, Severity, SourceMap, Span, Symbol};
use crate::constant;
use crate::syntax::ast::{Ast, DeclId, DeclKind, ExprKind};
use crate::syntax::parse_file;
use crate::types::PkgId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where imported packages come from.
pub trait Importer {
    /// The files of the package with this import path; `None` if there is none.
    fn package(&mut self, path: &str) -> Option<Imported>;

    /// Packages that are part of every program, imported or not.
    fn always(&mut self) -> Vec<String> {
        Vec::new()
    }

    /// What go says about an import path that [`Importer::package`] does not know.
    fn unknown(&mut self, path: &str) -> String {
        errors::unknown_package(path)
    }

    /// Whether the program itself is of the part of the library below this path, whose internal packages others may not import.
    fn of_library(&self, _path: &str) -> bool {
        false
    }
}

/// An importer that knows no package.
#[derive(Debug, Clone, Copy)]
pub struct NoPackages;

impl Importer for NoPackages {
    fn package(&mut self, _path: &str) -> Option<Imported> {
        None
    }
}

/// The sources of an imported package.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// File names and texts.
    pub files: Vec<(String, Arc<str>)>,
    /// A library package is assumed to be correct: only what is reached of it is checked, and functions need no body.
    pub library: bool,
    /// Whether functions need no body although it is checked completely.
    pub native: bool,
    /// Names (`F`, `T` with all its methods, `T.Method`) that count as reached in any case, because native functions use them.
    pub roots: Vec<String>,
    /// Whether it is the package under test, which may be imported although it is a program.
    pub tested: bool,
    /// The language version of its files, the newest if `None`.
    pub version: Option<(u32, u32)>,
}

/// All packages of a program, parsed. [`PkgId::UNSAFE`] is there and empty.
pub(super) struct Loaded {
    pub(super) packages: IndexVec<PkgId, LoadedPackage>,
    pub(super) asts: IndexVec<PkgId, Ast>,
    /// Imports first, main last.
    pub(super) order: Vec<PkgId>,
    pub(super) main: PkgId,
}

pub(super) struct LoadedPackage {
    pub(super) path: String,
    pub(super) name: Symbol,
    pub(super) library: bool,
    pub(super) native: bool,
    pub(super) version: (u32, u32),
    pub(super) roots: Vec<String>,
    /// By import path.
    pub(super) imports: FxHashMap<String, PkgId>,
    /// What the parser says.
    pub(super) syntax: Diagnostics,
    /// Whether types are checked: not after syntax errors, but after the parser's other complaints.
    pub(super) parsed: bool,
}

/// An import: where its path and its whole stand, and in which file.
struct Wanted {
    pos: Pos,
    spec: Pos,
    file: String,
}

struct Loader<'a> {
    importer: &'a mut dyn Importer,
    sources: &'a mut SourceMap,
    interner: &'a mut Interner,
    diags: &'a mut Diagnostics,
    loaded: Loaded,
    known: FxHashMap<String, PkgId>,
    /// Import paths from main (left out) to the package being loaded, each with the file that imports it.
    stack: Vec<(String, String)>,
    main: String,
    failed: bool,
    /// A file is so wrong that nothing else is said.
    unreadable: bool,
}

/// `None` if something is not found.
pub(super) fn load(
    input: &ProgramInput,
    importer: &mut dyn Importer,
    sources: &mut SourceMap,
    interner: &mut Interner,
    diags: &mut Diagnostics,
) -> Option<Loaded> {
    let mut ast = Ast::default();
    let (mut syntax, mut parsed) = (Diagnostics::new(), true);
    for &file in &input.files {
        parsed &= parse_file(&mut ast, sources, file, interner, &mut syntax);
    }
    let name = ast.files.first().map_or(Symbol::BLANK, |f| f.package.name);
    let packages = IndexVec::new();
    let loaded = Loaded { packages, asts: IndexVec::new(), order: Vec::new(), main: PkgId(0) };
    let (known, stack, main) = (FxHashMap::default(), Vec::new(), input.path.clone());
    let mut loader =
        Loader { importer, sources, interner, diags, loaded, known, stack, main, failed: false, unreadable: false };
    let unsafe_name = loader.interner.intern("unsafe");
    loader.add("unsafe", unsafe_name, Ast::default(), &Imported { library: true, ..Imported::default() });
    let main = Imported { version: Some(input.version), ..Imported::default() };
    if let Some(message) = loader.mixed_packages(&ast) {
        loader.error(Pos::NONE, "import", message);
        return None;
    }
    // go looks for imports before gc runs, whatever else is wrong.
    let imports = loader.imports(&ast, &syntax);
    for path in loader.importer.always() {
        loader.package(&path, Pos::NONE, String::new());
    }
    let id = loader.add("main", name, ast, &main);
    let broken = !syntax.is_empty();
    loader.loaded.packages[id].imports = imports;
    loader.loaded.packages[id].syntax = syntax;
    loader.loaded.packages[id].parsed = parsed;
    loader.loaded.sort();
    loader.loaded.order.push(id);
    loader.loaded.main = id;
    let is_main = name == Symbol::BLANK || loader.interner.name(name) == "main";
    if !is_main && !input.test && !input.keep_going && !loader.failed && !broken && input.runs {
        loader.error(Pos::NONE, "import", errors::not_main(&input.path));
    }
    if loader.failed { None } else { Some(loader.loaded) }
}

impl Loaded {
    /// The order in which packages are initialised: again and again the first, by import path, of those whose imports are.
    fn sort(&mut self) {
        let mut rest = std::mem::take(&mut self.order);
        crate::base::sort_by(&mut rest, |&a, &b| self.packages[a].path.cmp(&self.packages[b].path));
        let mut done = vec![PkgId::UNSAFE];
        while !rest.is_empty() {
            let ready = |&id: &PkgId| self.packages[id].imports.values().all(|i| done.contains(i));
            let first = rest.iter().position(ready).unwrap_or(0);
            let id = rest.remove(first);
            done.push(id);
            self.order.push(id);
        }
    }
}

impl Loader<'_> {
    fn add(&mut self, path: &str, name: Symbol, ast: Ast, source: &Imported) -> PkgId {
        self.loaded.asts.push(ast);
        self.loaded.packages.push(LoadedPackage {
            path: path.to_owned(),
            name,
            library: source.library,
            native: source.native,
            version: source.version.unwrap_or((1, 27)),
            roots: source.roots.clone(),
            imports: FxHashMap::default(),
            syntax: Diagnostics::new(),
            parsed: true,
        })
    }

    /// Loads what the files import.
    fn imports(&mut self, ast: &Ast, syntax: &Diagnostics) -> FxHashMap<String, PkgId> {
        // go looks at them in the order of their paths, at each once.
        let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
        for file in &ast.files {
            // Go reads a file as far as its imports go, if those are well.
            let is_import = |d: &&DeclId| matches!(ast.decls[**d].kind, DeclKind::Import { .. });
            let end = file.decls.iter().find(|d| !is_import(d)).map(|&d| ast.decls[d].pos);
            let broken =
                |d: &Diagnostic| self.sources.file_of(d.pos) == Some(file.file) && end.is_none_or(|end| d.pos < end);
            if syntax.items().iter().any(broken) {
                continue;
            }
            for &decl in file.decls.iter().take_while(is_import) {
                let DeclKind::Import { path: Some(path), name, .. } = &ast.decls[decl].kind else { continue };
                let path = *path;
                let ExprKind::Literal { text, bad: false, .. } = ast.exprs[path].kind else { continue };
                let Some(bytes) = constant::unquote(self.interner.name(text)) else { continue };
                let Ok(text) = String::from_utf8(bytes) else { continue };
                let file_name = self.sources.file(file.file).name().to_owned();
                let base = file_name.rsplit('/').next().unwrap_or(&file_name).to_owned();
                let pos = ast.exprs[path].pos;
                wanted.entry(text).or_insert(Wanted { pos, spec: name.as_ref().map_or(pos, |n| n.pos), file: base });
            }
        }
        let wrong: Vec<_> = wanted.iter().map(|(path, w)| (w.pos, importpath::wrong(path))).collect();
        if let Some((pos, Some(first))) =
            wrong.iter().filter(|w| matches!(w.1, Some(Wrong::Unreadable(_)))).min_by_key(|w| w.0)
        {
            self.wrong_path(*pos, first);
        }
        let mut imports = FxHashMap::default();
        for ((path, at), (_, wrong)) in wanted.into_iter().zip(&wrong) {
            if let Some(wrong) = wrong {
                self.wrong_path(at.spec, wrong);
            } else if let Some(id) = self.package(&path, at.spec, at.file) {
                imports.insert(path, id);
            }
        }
        imports
    }

    fn wrong_path(&mut self, pos: Pos, wrong: &Wrong) {
        match wrong {
            Wrong::Unreadable(message) => {
                if !self.unreadable {
                    *self.diags = Diagnostics::new();
                    self.error(pos, "import", message.clone());
                }
                self.unreadable = true;
            }
            Wrong::Import(message) => self.error(pos, "import", message.clone()),
            Wrong::Version(message) => {
                let from = self.stack.last().map_or(self.main.as_str(), |(p, _)| p.as_str());
                let header = format!("package {from}");
                self.error(Pos::NONE, "import", format!("{header}\n\t{message}"));
            }
        }
    }

    /// Whether `path` may be imported by the package being loaded: what is below `internal` only by its neighbours.
    fn may_import(&self, path: &str) -> bool {
        let from = self.stack.last().map_or(self.main.as_str(), |(p, _)| p.as_str());
        let place = match path.rfind("/internal/") {
            Some(at) => at + 1,
            None if path.starts_with("internal/") => 0,
            None => match path.strip_suffix("/internal") {
                Some(head) => head.len() + 1,
                None => return true,
            },
        };
        let parent = path[..place].trim_end_matches('/');
        // A parent without a name is the library's root.
        if parent.is_empty() {
            return !from.contains('.') && (from != self.main || self.importer.of_library(path));
        }
        from == parent || from.strip_prefix(parent).is_some_and(|rest| rest.starts_with('/'))
    }

    fn package(&mut self, path: &str, pos: Pos, file: String) -> Option<PkgId> {
        if path == "unsafe" {
            return Some(PkgId::UNSAFE);
        }
        if pos.is_known() && !self.may_import(path) {
            let from = self.stack.last().map_or(self.main.as_str(), |(p, _)| p.as_str());
            let header = format!("package {from}");
            self.error(Pos::NONE, "import", header);
            self.error(pos, "import-of", errors::internal_package(path));
            return None;
        }
        if let Some(&id) = self.known.get(path) {
            return Some(id);
        }
        if self.stack.iter().any(|(p, _)| p == path) {
            let mut chain = self.stack.clone();
            chain.push((path.to_owned(), file));
            let message = errors::import_cycle(&self.main, &chain);
            self.error(Pos::NONE, "import", message);
            return None;
        }
        let Some(source) = self.importer.package(path) else {
            let message = self.importer.unknown(path);
            self.error(pos, "import", message);
            return None;
        };
        let mut ast = Ast::default();
        let (mut syntax, mut parsed) = (Diagnostics::new(), true);
        for (name, text) in &source.files {
            let file = self.sources.add(name.as_str(), Arc::clone(text));
            parsed &= parse_file(&mut ast, self.sources, file, self.interner, &mut syntax);
        }
        if let Some(message) = self.mixed_packages(&ast) {
            self.error(pos, "import", message);
            return None;
        }
        let is_main = ast.files.first().is_some_and(|f| self.interner.name(f.package.name) == "main");
        if is_main && !source.library && !source.tested {
            self.error(pos, "import", errors::program_imported(path));
            return None;
        }
        self.stack.push((path.to_owned(), file));
        let imports = self.imports(&ast, &syntax);
        self.stack.pop();
        let name = ast.files.first().map_or_else(|| self.interner.intern(path), |f| f.package.name);
        let id = self.add(path, name, ast, &source);
        self.loaded.packages[id].imports = imports;
        self.loaded.packages[id].syntax = syntax;
        self.loaded.packages[id].parsed = parsed;
        self.loaded.order.push(id);
        self.known.insert(path.to_owned(), id);
        Some(id)
    }

    /// The message about files of several packages in one folder.
    fn mixed_packages(&self, ast: &Ast) -> Option<String> {
        let first = ast.files.first()?;
        let other = ast.files.iter().find(|f| f.package.name != first.package.name)?;
        let name = |f: &crate::syntax::ast::File| self.sources.file(f.file).name().to_owned();
        let base = |n: &str| n.rsplit('/').next().unwrap_or(n).to_owned();
        let (a, b) = (name(first), name(other));
        let dir = a.rsplit_once('/').map_or(".", |(dir, _)| dir);
        let package = |f: &crate::syntax::ast::File| self.interner.name(f.package.name).to_owned();
        Some(errors::two_packages(&package(first), &base(&a), &package(other), &base(&b), dir))
    }

    fn error(&mut self, pos: Pos, code: &'static str, message: String) {
        if self.unreadable {
            return;
        }
        self.failed = true;
        let span = Span::new(pos, pos);
        self.diags.push(Diagnostic { severity: Severity::Error, pos, span, code, message });
    }
}
