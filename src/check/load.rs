//! Parses the program and everything it imports, imports first.

use super::ProgramInput;
use super::errors;
use super::importpath::{self, Wrong};
use crate::base::{Diagnostic, Diagnostics, IndexVec, Interner, Pos, Severity, SourceMap, Span, Symbol};
use crate::constant;
use crate::syntax::ast::{Ast, DeclKind, ExprKind, File};
use crate::syntax::header::{BrokenHeader, HeaderImport, read_header};
use crate::syntax::{parse_file, skim_file};
use crate::types::PkgId;
use rustc_hash::{FxHashMap, FxHashSet};
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

    /// The package that the one with this import path is the external test package of.
    fn tests(&self, _path: &str) -> Option<&str> {
        None
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

/// Exported names that a package has in Go and that its sources here do not have.
#[derive(Debug, Clone, Default)]
pub struct Lacking {
    /// `F`, `T` (with all that belongs to it), `T.Method`, and `PREFIX_*` for all names that start so; `*` for all that are exported.
    pub names: Vec<String>,
    /// Why, if there is more to say.
    pub why: String,
}

impl Lacking {
    /// Whether `name` (`F`, `T.Method`) is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        let outer = name.split('.').next().unwrap_or(name);
        let last = name.rsplit('.').next().unwrap_or(name);
        last.starts_with(char::is_uppercase)
            && self.names.iter().any(|n| match n.strip_suffix('*') {
                Some(prefix) => name.starts_with(prefix),
                None => n == name || n == outer,
            })
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
    /// Its unexported names that gc knows, if that cannot be told from its source, which is not Go's own.
    pub unexported: Option<Vec<String>>,
    /// What it lacks of what Go's has.
    pub lacking: Lacking,
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
    pub(super) unexported: Option<Vec<String>>,
    pub(super) lacking: Lacking,
    /// By import path.
    pub(super) imports: FxHashMap<String, PkgId>,
    /// What the parser says.
    pub(super) syntax: Diagnostics,
    /// Whether types are checked: not after syntax errors, but after the parser's other complaints.
    pub(super) parsed: bool,
}

/// An import: where it stands, and in which file.
struct Wanted {
    pos: Pos,
    file: String,
}

/// What go says about a package itself, not about one that it imports: the first such thing in the order of its files.
enum OwnError {
    /// About its files, at this place or, where the source has no such place, with it in the text.
    Header(Pos, String),
    /// Said where the package is imported.
    Import(String),
    /// Said without any place.
    Alone(String),
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
    /// The folder of the files, as [`ProgramInput::dir`].
    dir: String,
    /// Packages that cannot be imported, of which go speaks once.
    bad: FxHashSet<String>,
    /// The first path of those that differ only in case.
    folded: FxHashMap<String, String>,
    failed: bool,
    /// As [`ProgramInput::look`].
    look: bool,
    /// Trees of library packages from looks before, by import path.
    kept: &'a mut FxHashMap<String, Ast>,
}

/// `None` if something is not found.
pub(super) fn load(
    input: &ProgramInput,
    importer: &mut dyn Importer,
    sources: &mut SourceMap,
    interner: &mut Interner,
    diags: &mut Diagnostics,
    kept: &mut FxHashMap<String, Ast>,
) -> Option<Loaded> {
    let mut ast = Ast::default();
    let (mut syntax, mut parsed) = (Diagnostics::new(), true);
    for &file in &input.files {
        parsed &= parse_file(&mut ast, sources, file, interner, &mut syntax);
    }
    let name = ast.files.first().map_or(Symbol::BLANK, |f| f.package.name);
    let packages = IndexVec::new();
    let loaded = Loaded { packages, asts: IndexVec::new(), order: Vec::new(), main: PkgId(0) };
    let mut loader = Loader {
        importer,
        sources,
        interner,
        diags,
        loaded,
        known: FxHashMap::default(),
        stack: Vec::new(),
        main: input.path.clone(),
        dir: input.dir.clone(),
        bad: FxHashSet::default(),
        folded: FxHashMap::default(),
        failed: false,
        look: input.look,
        kept,
    };
    let unsafe_name = loader.interner.intern("unsafe");
    loader.add("unsafe", unsafe_name, Ast::default(), &Imported { library: true, ..Imported::default() });
    let main = Imported { version: Some(input.version), ..Imported::default() };
    // go looks for imports before gc runs, whatever else is wrong.
    let (wanted, own) = if input.keep_going { (loader.parsed_imports(&ast), None) } else { loader.headers(&ast) };
    if let Some(OwnError::Alone(message)) = own {
        loader.error(Pos::NONE, "import", message);
        return None;
    }
    let imports = loader.imports(wanted, false);
    let well = own.is_none();
    match own {
        Some(OwnError::Header(pos, message)) => loader.error(pos, "import", message),
        Some(OwnError::Import(message) | OwnError::Alone(message)) => loader.error(Pos::NONE, "import", message),
        None => {}
    }
    let always = if input.look { Vec::new() } else { loader.importer.always() };
    for path in always {
        loader.package(&path, Pos::NONE, String::new());
    }
    let id = loader.add("main", name, ast, &main);
    loader.loaded.packages[id].imports = imports;
    loader.loaded.packages[id].syntax = syntax;
    loader.loaded.packages[id].parsed = parsed;
    loader.loaded.sort();
    loader.loaded.order.push(id);
    loader.loaded.main = id;
    let is_main = loader.interner.name(name) == "main";
    if well && !is_main && !input.test && !input.keep_going && input.runs {
        loader.error(Pos::NONE, "import", errors::not_main(&input.path));
    }
    if loader.failed && !input.look { None } else { Some(loader.loaded) }
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
            unexported: source.unexported.clone(),
            lacking: source.lacking.clone(),
            imports: FxHashMap::default(),
            syntax: Diagnostics::new(),
            parsed: true,
        })
    }

    /// The imports of files that gc is given although their headers may be broken.
    fn parsed_imports(&self, ast: &Ast) -> BTreeMap<String, Wanted> {
        let mut wanted = BTreeMap::new();
        for file in &ast.files {
            for &decl in &file.decls {
                let DeclKind::Import { path: Some(path), name, .. } = &ast.decls[decl].kind else { continue };
                let ExprKind::Literal { text, bad: false, .. } = ast.exprs[*path].kind else { continue };
                let Some(text) = unquoted(self.interner.name(text)) else { continue };
                let pos = name.as_ref().map_or(ast.exprs[*path].pos, |n| n.pos);
                wanted.entry(text).or_insert(Wanted { pos, file: self.base_name(file) });
            }
        }
        wanted
    }

    /// What the files import, as go reads it, and what is wrong with the package. Of a library package nothing is.
    fn headers(&self, ast: &Ast) -> (BTreeMap<String, Wanted>, Option<OwnError>) {
        // go looks at imports in the order of their paths, at each once.
        let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
        let mut own = None;
        let mut first: Option<&File> = None;
        for file in &ast.files {
            let source = self.sources.file(file.file);
            let imports = match read_header(source.text().as_bytes()) {
                Ok(imports) => imports,
                Err(broken) => {
                    own = own.or(Some(self.broken_header(file, broken)));
                    continue;
                }
            };
            let path = |i: &HeaderImport| unquoted(&source.text()[i.literal.clone()]);
            let illegal = imports.iter().filter_map(|i| Some((i, importpath::illegal(&path(i)?)?))).next();
            if let Some((import, message)) = illegal {
                let whole = self.whole_name(source.name());
                let at = source.line_col(source.pos(import.start));
                own = own.or(Some(OwnError::Import(format!("{whole}:{}:{}: {message}", at.line, at.col))));
                continue;
            }
            match first {
                Some(first) if first.package.name != file.package.name => {
                    own = own.or(Some(OwnError::Import(self.mixed_packages(first, file))));
                }
                _ => first = Some(file),
            }
            for import in &imports {
                let Some(path) = path(import) else { continue };
                let pos = source.pos(import.start);
                wanted.entry(path).or_insert(Wanted { pos, file: self.base_name(file) });
            }
        }
        (wanted, own)
    }

    fn broken_header(&self, file: &File, broken: BrokenHeader) -> OwnError {
        let source = self.sources.file(file.file);
        let name = source.name().trim_start_matches("./");
        match broken {
            BrokenHeader::Nul if self.stack.is_empty() && self.main == FILES => {
                OwnError::Alone(errors::nul_in_file(&format!("go: reading {name}")))
            }
            BrokenHeader::Nul => OwnError::Import(errors::nul_in_file(&format!("read {}", self.whole_name(name)))),
            BrokenHeader::Syntax { offset, line, col, message } => {
                let pos = source.pos(offset);
                let at = source.line_col(pos);
                if (at.line, at.col) == (line, col) {
                    OwnError::Header(pos, message)
                } else {
                    OwnError::Header(Pos::NONE, format!("{name}:{line}:{col}: {message}"))
                }
            }
        }
    }

    /// A file's name with the folder before it.
    fn whole_name(&self, name: &str) -> String {
        if name.starts_with('/') { name.to_owned() } else { format!("{}{}", self.dir, name.trim_start_matches("./")) }
    }

    fn base_name(&self, file: &File) -> String {
        let name = self.sources.file(file.file).name();
        name.rsplit('/').next().unwrap_or(name).to_owned()
    }

    /// Loads what the files import.
    fn imports(&mut self, wanted: BTreeMap<String, Wanted>, library: bool) -> FxHashMap<String, PkgId> {
        let mut imports = FxHashMap::default();
        for (path, at) in wanted {
            if self.bad.contains(&path) {
                continue;
            }
            if let Some(wrong) = importpath::wrong(&path) {
                self.wrong_path(at.pos, &wrong);
            } else if let Some(id) = self.vendored(&path, library) {
                imports.insert(path, id);
            } else if let Some(id) = self.package(&path, at.pos, at.file) {
                imports.insert(path, id);
            }
        }
        imports
    }

    /// The package that the library means by this path: it has taken in some of other modules.
    fn vendored(&mut self, path: &str, library: bool) -> Option<PkgId> {
        let inside = format!("vendor/{path}");
        let first = path.split('/').next().unwrap_or(path);
        (library && first.contains('.') && self.importer.package(&inside).is_some())
            .then(|| self.package(&inside, Pos::NONE, String::new()))?
    }

    fn wrong_path(&mut self, pos: Pos, wrong: &Wrong) {
        match wrong {
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
        let from = self.importer.tests(from).unwrap_or(from);
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
        let first = self.folded.entry(path.to_lowercase()).or_insert_with(|| path.to_owned()).clone();
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
        let mut kept = self.kept.remove(path);
        let source = match &kept {
            Some(_) => Some(Imported { library: true, ..Imported::default() }),
            None => self.importer.package(path),
        };
        let Some(source) = source else {
            let message = self.importer.unknown(path);
            self.bad.insert(path.to_owned());
            self.error(pos, "import", message);
            if let Some(short) = path.strip_prefix("vendor/") {
                self.error(pos, "import", errors::vendored(path, short));
            }
            return None;
        };
        if first != path {
            self.bad.insert(path.to_owned());
            self.error(pos, "import", errors::case_collision(path, &first));
            return None;
        }
        let mut ast = kept.take().unwrap_or_default();
        let (mut syntax, mut parsed) = (Diagnostics::new(), true);
        let parse = if self.look && source.library { skim_file } else { parse_file };
        for (name, text) in &source.files {
            let file = self.sources.add(name.as_str(), Arc::clone(text));
            parsed &= parse(&mut ast, self.sources, file, self.interner, &mut syntax);
        }
        let is_main = ast.files.first().is_some_and(|f| self.interner.name(f.package.name) == "main");
        if is_main && !source.library && !source.tested {
            self.error(pos, "import", errors::program_imported(path));
            return None;
        }
        self.stack.push((path.to_owned(), file));
        let (wanted, own) = if source.library { (self.parsed_imports(&ast), None) } else { self.headers(&ast) };
        let imports = self.imports(wanted, source.library);
        self.stack.pop();
        if let Some(own) = own {
            self.bad.insert(path.to_owned());
            match own {
                OwnError::Header(pos, message) => self.error(pos, "import", message),
                OwnError::Import(message) | OwnError::Alone(message) => self.error(pos, "import", message),
            }
            return None;
        }
        let name = ast.files.first().map_or_else(|| self.interner.intern(path), |f| f.package.name);
        let id = self.add(path, name, ast, &source);
        self.loaded.packages[id].imports = imports;
        self.loaded.packages[id].syntax = syntax;
        self.loaded.packages[id].parsed = parsed;
        self.loaded.order.push(id);
        self.known.insert(path.to_owned(), id);
        Some(id)
    }

    /// The message about two files of different packages in one folder.
    fn mixed_packages(&self, first: &File, other: &File) -> String {
        let whole = self.whole_name(self.sources.file(first.file).name());
        let dir = whole.rsplit_once('/').map_or(".", |(dir, _)| dir);
        let package = |f: &File| self.interner.name(f.package.name).to_owned();
        errors::two_packages(&package(first), &self.base_name(first), &package(other), &self.base_name(other), dir)
    }

    fn error(&mut self, pos: Pos, code: &'static str, message: String) {
        self.failed = true;
        let span = Span::new(pos, pos);
        self.diags.push(Diagnostic { severity: Severity::Error, pos, span, code, message });
    }
}

/// What go calls a package that is named by its files.
const FILES: &str = "command-line-arguments";

/// The path that an import's literal means.
fn unquoted(literal: &str) -> Option<String> {
    String::from_utf8(constant::unquote(literal)?).ok()
}
