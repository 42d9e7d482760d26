//! Parses the program and everything it imports, imports first.

use super::ProgramInput;
use super::errors;
use crate::base::{Diagnostic, Diagnostics, IndexVec, Interner, Pos, Severity, SourceMap, Span, Symbol};
use crate::constant;
use crate::syntax::ast::{Ast, DeclKind, ExprKind};
use crate::syntax::parse_file;
use crate::types::PkgId;
use rustc_hash::FxHashMap;
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
}

/// `None` if something does not parse or is not found.
pub(super) fn load(
    input: &ProgramInput,
    importer: &mut dyn Importer,
    sources: &mut SourceMap,
    interner: &mut Interner,
    diags: &mut Diagnostics,
) -> Option<Loaded> {
    let mut ast = Ast::default();
    let mut parsed = true;
    for &file in &input.files {
        parsed &= parse_file(&mut ast, sources, file, interner, diags);
    }
    // gc checks no types after syntax errors; go looks for imports before gc runs.
    let broken = !parsed && !input.keep_going;
    let name = ast.files.first().map_or(Symbol::BLANK, |f| f.package.name);
    let packages = IndexVec::new();
    let loaded = Loaded { packages, asts: IndexVec::new(), order: Vec::new(), main: PkgId(0) };
    let (known, stack, main) = (FxHashMap::default(), Vec::new(), input.path.clone());
    let mut loader = Loader { importer, sources, interner, diags, loaded, known, stack, main, failed: broken };
    let unsafe_name = loader.interner.intern("unsafe");
    loader.add("unsafe", unsafe_name, Ast::default(), &Imported { library: true, ..Imported::default() });
    let main = Imported { version: Some(input.version), ..Imported::default() };
    let imports = if broken { FxHashMap::default() } else { loader.imports(&ast) };
    for path in loader.importer.always() {
        loader.package(&path, Pos::NONE, String::new());
    }
    let id = loader.add("main", name, ast, &main);
    loader.loaded.packages[id].imports = imports;
    loader.loaded.order.push(id);
    loader.loaded.main = id;
    let is_main = name == Symbol::BLANK || loader.interner.name(name) == "main";
    if !is_main && !input.test && !input.keep_going && !loader.failed && input.runs {
        loader.error(Pos::NONE, "import", errors::not_main(&input.path));
    }
    if loader.failed { None } else { Some(loader.loaded) }
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
        })
    }

    /// Loads what the files import.
    fn imports(&mut self, ast: &Ast) -> FxHashMap<String, PkgId> {
        let mut imports = FxHashMap::default();
        for file in &ast.files {
            for &decl in &file.decls {
                let DeclKind::Import { path: Some(path), .. } = ast.decls[decl].kind else { continue };
                let ExprKind::Literal { text, bad: false, .. } = ast.exprs[path].kind else { continue };
                let Some(bytes) = constant::unquote(self.interner.name(text)) else { continue };
                let Ok(text) = String::from_utf8(bytes) else { continue };
                if super::resolver::invalid_import_path(&text).is_some() {
                    continue;
                }
                let file_name = self.sources.file(file.file).name().to_owned();
                let base = file_name.rsplit('/').next().unwrap_or(&file_name).to_owned();
                if let Some(id) = self.package(&text, ast.exprs[path].pos, base) {
                    imports.insert(text, id);
                }
            }
        }
        imports
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
        let before = self.diags.len();
        for (name, text) in &source.files {
            let file = self.sources.add(name.as_str(), Arc::clone(text));
            parse_file(&mut ast, self.sources, file, self.interner, self.diags);
        }
        self.failed |= self.diags.len() > before;
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
        let imports = self.imports(&ast);
        self.stack.pop();
        let name = ast.files.first().map_or_else(|| self.interner.intern(path), |f| f.package.name);
        let id = self.add(path, name, ast, &source);
        self.loaded.packages[id].imports = imports;
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
        self.failed = true;
        let span = Span::new(pos, pos);
        self.diags.push(Diagnostic { severity: Severity::Error, pos, span, code, message });
    }
}
