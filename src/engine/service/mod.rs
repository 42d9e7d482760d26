//! The language service: what an editor asks while a person types.
//!
//! A text is what the page's editor holds: one file or a txtar archive; offsets are bytes of the whole text. It stands in the engine since it
//! needs checker and library, and answers with plain data. It knows nothing of requests or of how an editor shows them.

mod fixes;

pub(super) use fixes::Fixer;

use super::build::{Packages, SourceText, txtar_places};
use super::module::{Module, is_built};
use crate::base::{FileId, Interner, SourceMap};
use crate::check::{CURSOR, Found, Kept, Names, ProgramInput, found_at, names_at};
use crate::stdlib::{self, Part};
use crate::syntax::ast::Ast;
use crate::syntax::parse_file;

/// A change of a file: bytes of it that give way to a text. Where a file starts in the whole text says [`file_start`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub file: String,
    /// The first byte that goes.
    pub start: usize,
    /// The first that stays.
    pub end: usize,
    /// What comes there.
    pub text: String,
}

/// What ends a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in words.
    pub title: String,
    /// All that it changes.
    pub edits: Vec<Edit>,
}

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Its name.
    pub label: String,
    /// `func`, `type`, `var`, `const`, `method`, `field`, `package` or `keyword`.
    pub kind: &'static str,
    /// Its type in Go's notation; of a package its path.
    pub detail: String,
    /// What to write, if that is not its name.
    pub insert: Option<String>,
    /// What has to be imported for it, if it is not yet: the path, and the change that does it.
    pub import: Option<(String, Edit)>,
}

/// What may be written at a place: nearest first, then by name. Whether it fits what is typed there already is for the editor to say.
#[derive(Debug, Clone, Default)]
pub struct Completions {
    /// Where what is typed there begins.
    pub start: usize,
    /// What may be written.
    pub items: Vec<Completion>,
    /// A part of the library that is needed and not there ([`super::install_library`]).
    pub lacks: Option<&'static str>,
}

/// What a name is.
#[derive(Debug, Clone, Default)]
pub struct Hover {
    /// Where it stands.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its declaration in Go's notation.
    pub decl: String,
    /// The first sentence of its documentation.
    pub doc: String,
    /// A part of the library that is needed and not there.
    pub lacks: Option<&'static str>,
}

/// Where a name is declared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definition {
    /// The file in the text; empty if it is elsewhere.
    pub file: String,
    /// Where its name begins there.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The import path of its package.
    pub package: String,
    /// `F` or `T.Method`; empty for a package.
    pub name: String,
}

/// After how many questions everything kept is thrown away, since texts and names pile up.
const KEPT_FOR: u32 = 100;

/// Words that begin a statement or go on with one.
const STATEMENT: [&str; 16] = [
    "break",
    "case",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "go",
    "goto",
    "if",
    "return",
    "select",
    "switch",
    "var",
];
/// Words that begin a type.
const TYPE: [&str; 5] = ["chan", "func", "interface", "map", "struct"];
/// Words that begin a declaration.
const TOP: [&str; 5] = ["const", "func", "import", "type", "var"];

/// Answers questions; keeps the library's declarations from one to the next.
#[derive(Debug, Default)]
pub struct Service {
    kept: Kept,
    asked: u32,
}

/// The file that a place is in, and what it is checked with.
struct Place {
    /// The files of its package, the file itself first.
    files: Vec<SourceText>,
    module: Option<Module>,
    path: String,
    version: (u32, u32),
    /// Where the file starts in the text.
    start: usize,
    /// The place in the file.
    at: usize,
}

fn folder(name: &str) -> &str {
    name.trim_start_matches("./").rsplit_once('/').map_or("", |(dir, _)| dir)
}

/// The package clause's line.
fn package_line(text: &str) -> Option<&str> {
    text.lines().find(|l| l.starts_with("package ")).map(str::trim_end)
}

impl Place {
    fn new(first: &str, text: &str, offset: usize) -> Option<Self> {
        let places = txtar_places(first, text);
        let (name, range) = places.iter().find(|(_, at)| at.start <= offset && offset <= at.end)?;
        if !name.ends_with(".go") || !text.is_char_boundary(offset) {
            return None;
        }
        let all: Vec<SourceText> = places
            .iter()
            .map(|(n, at)| SourceText { name: (*n).to_owned(), text: text[at.clone()].to_owned() })
            .collect();
        let own = &text[range.clone()];
        let is_test = name.ends_with("_test.go");
        let beside = |f: &&SourceText| {
            let name = f.name.as_str();
            name.ends_with(".go")
                && (is_test || !name.ends_with("_test.go"))
                && package_line(&f.text) == package_line(own)
                && is_built(f)
        };
        let mut files = vec![SourceText { name: (*name).to_owned(), text: own.to_owned() }];
        let others = all.iter().filter(|f| f.name != *name && folder(&f.name) == folder(name));
        files.extend(others.filter(beside).cloned());
        let module = Module::split(&all).map(|(_, module)| module);
        let path = match (&module, folder(name)) {
            (None, _) => "command-line-arguments".to_owned(),
            (Some(m), "") => m.path.clone(),
            (Some(m), dir) => format!("{}/{dir}", m.path),
        };
        let version = module.as_ref().and_then(|m| m.version).unwrap_or((1, 27));
        Some(Self { files, module, path, version, start: range.start, at: offset - range.start })
    }

    /// The files as the checker is given them.
    fn input(&self, sources: &mut SourceMap) -> ProgramInput {
        let files: Vec<FileId> = self.files.iter().map(|f| sources.add(f.name.as_str(), f.text.as_str())).collect();
        ProgramInput {
            version: self.version,
            path: self.path.clone(),
            max_errors: usize::MAX,
            test: true,
            keep_going: true,
            look: true,
            ..ProgramInput::new(files)
        }
    }

    fn packages(&self) -> Packages<'_> {
        let mut packages = Packages::new(self.module.as_ref(), self.version, &[]);
        self.files.iter().for_each(|f| packages.mention(&f.text));
        packages
    }

    fn names(&self, kept: &mut Kept) -> (Names, Option<&'static str>) {
        let input = self.input(&mut kept.sources);
        let mut packages = self.packages();
        let pos = kept.sources.file(input.files[0]).pos(self.at);
        let names = names_at(&input, &mut packages, kept, pos);
        (names, packages.lacks.map(Part::name))
    }

    fn found(&self, kept: &mut Kept) -> Option<(Found, Option<&'static str>)> {
        let input = self.input(&mut kept.sources);
        let mut packages = self.packages();
        let pos = kept.sources.file(input.files[0]).pos(self.at);
        let found = found_at(&input, &mut packages, kept, pos)?;
        Some((found, packages.lacks.map(Part::name)))
    }

    /// The packages that could be imported and have this name.
    fn importable(&self, name: &str) -> Vec<String> {
        self.all_importable().into_iter().filter(|p| name_of_path(p) == name).collect()
    }

    fn all_importable(&self) -> Vec<String> {
        let mut paths: Vec<String> = stdlib::public_paths().map(str::to_owned).collect();
        if let Some(m) = &self.module {
            paths.extend(m.files.iter().filter(|f| !f.0.is_empty()).map(|f| format!("{}/{}", m.path, f.0)));
        }
        paths.retain(|p| *p != self.path);
        crate::base::sort(&mut paths);
        paths.dedup();
        paths
    }
}

/// The name that the package with this import path has: its last word, unless that is a version.
fn name_of_path(path: &str) -> &str {
    let mut words = path.rsplit('/');
    let last = words.next().unwrap_or(path);
    let version = last.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if version { words.next().unwrap_or(last) } else { last }
}

/// Where the word around a place begins and ends.
fn word_around(text: &str, at: usize) -> (usize, usize) {
    let part = |c: &char| c.is_alphanumeric() || *c == '_';
    let before: usize = text[..at].chars().rev().take_while(part).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take_while(part).map(char::len_utf8).sum();
    (at - before, at + after)
}

impl Service {
    fn kept(&mut self) -> &mut Kept {
        self.asked += 1;
        if self.asked.is_multiple_of(KEPT_FOR) {
            self.kept = Kept::default();
        }
        &mut self.kept
    }

    /// What may be written at an offset; text before the first file's marker is the file `first`.
    pub fn complete(&mut self, first: &str, text: &str, offset: usize) -> Completions {
        let mut out = Completions { start: offset, ..Completions::default() };
        let Some(mut place) = Place::new(first, text, offset) else { return out };
        let own = place.files[0].text.clone();
        let (start, end) = word_around(&own, place.at);
        if own[start..].starts_with(|c: char| c.is_numeric()) && start < place.at {
            return out;
        }
        out.start = place.start + start;
        place.files[0].text.replace_range(start..end, CURSOR);
        place.at = start;
        let (mut names, lacks) = place.names(self.kept());
        out.lacks = lacks;
        // For those that bring an import along.
        let mut importing = None;
        let unknown = names.unknown.take();
        if let Some(name) = &unknown
            && let [path] = place.importable(name).as_slice()
            && let Some(clause) = own.find("package ").filter(|&i| i == 0 || own[..i].ends_with('\n'))
        {
            let (_, end) = word_around(&own, clause + "package ".len());
            place.files[0].text.insert_str(end, &format!(";import {path:?}"));
            let lacks;
            (names, lacks) = place.names(&mut self.kept);
            out.lacks = out.lacks.or(lacks);
            importing = Some(path.clone());
        }
        let importer = Importing::new(&place.files[0].name, &own);
        for item in std::mem::take(&mut names.items) {
            let key = item.kind == "key";
            out.items.push(Completion {
                kind: if key { "field" } else { item.kind },
                insert: key.then(|| format!("{}: ", item.label)),
                import: importing.as_ref().map(|p| (p.clone(), importer.edit(p))),
                label: item.label,
                detail: item.detail,
            });
        }
        let mut words: Vec<&str> = Vec::new();
        if names.top {
            words.extend(TOP);
        } else if names.any {
            words.extend(TYPE);
            if !names.types_only {
                words.push("range");
            }
            if names.statement {
                words.extend(STATEMENT);
                words.push("type");
            }
        }
        crate::base::sort(&mut words);
        let plain = |label: &str, kind, detail: String| Completion {
            label: label.to_owned(),
            kind,
            detail,
            insert: None,
            import: None,
        };
        out.items.extend(words.into_iter().map(|w| plain(w, "keyword", String::new())));
        if names.any {
            let mut packages = Vec::new();
            for path in place.all_importable() {
                let detail = format!("{path:?}");
                if !out.items.iter().any(|i| i.kind == "package" && i.detail == detail) {
                    let mut item = plain(name_of_path(&path), "package", detail);
                    item.import = Some((path.clone(), importer.edit(&path)));
                    packages.push(item);
                }
            }
            crate::base::sort_by(&mut packages, |a, b| (&a.label, &a.detail).cmp(&(&b.label, &b.detail)));
            out.items.extend(packages);
        }
        out
    }

    /// What the name at an offset is.
    pub fn hover(&mut self, first: &str, text: &str, offset: usize) -> Option<Hover> {
        let place = Place::new(first, text, offset)?;
        let kept = self.kept();
        let (found, mut lacks) = place.found(kept)?;
        let source = &kept.sources.file(kept.sources.file_of(found.span.lo)?);
        let at = |pos| place.start + source.offset(pos);
        let (start, end) = (at(found.span.lo), at(found.span.hi));
        let (mut decl, mut doc) = (found.decl, found.doc);
        let of_library = !found.at.lo.is_known() || kept.sources.in_library(found.at.lo);
        if of_library && doc.is_empty() {
            if !Part::Docs.is_there() {
                lacks = lacks.or(Some(Part::Docs.name()));
            }
            doc = stdlib::docs::sentence(&found.package, &found.name).unwrap_or_default();
            // Of what is predeclared the way to call it is known only from there.
            if let Some((call, sentence)) = doc.split_once('|').filter(|_| found.package == "builtin") {
                (decl, doc) = (call.to_owned(), sentence.to_owned());
            }
        }
        Some(Hover { start, end, decl, doc, lacks })
    }

    /// Where the name at an offset is declared.
    pub fn definition(&mut self, first: &str, text: &str, offset: usize) -> Option<Definition> {
        let place = Place::new(first, text, offset)?;
        let kept = self.kept();
        let (found, _) = place.found(kept)?;
        let mut out = Definition { package: found.package, name: found.name, ..Definition::default() };
        if let Some(file) = kept.sources.file_of(found.at.lo).filter(|_| found.at.lo.is_known()) {
            let file = kept.sources.file(file);
            let places = txtar_places(first, text);
            if let Some((name, range)) = places.iter().find(|(n, _)| *n == file.name()).filter(|_| !file.of_library()) {
                out.file = (*name).to_owned();
                out.start = range.start + file.offset(found.at.lo);
                out.end = range.start + file.offset(found.at.hi);
            }
        }
        Some(out)
    }
}

/// Where a file of a text starts in it.
pub fn file_start(first: &str, text: &str, file: &str) -> Option<usize> {
    txtar_places(first, text).into_iter().find(|(name, _)| *name == file).map(|(_, at)| at.start)
}

/// The number of UTF-16 units, as JavaScript counts, before a byte.
pub fn utf16_of(text: &str, byte: usize) -> usize {
    if text.is_ascii() { byte } else { text.char_indices().take_while(|c| c.0 < byte).map(|c| c.1.len_utf16()).sum() }
}

/// The byte before which so many UTF-16 units are; the text's end if there are not so many.
pub fn byte_of(text: &str, units: usize) -> usize {
    let mut before = 0;
    let mut chars = text.char_indices();
    let reached = chars.find(|(_, c)| {
        before += c.len_utf16();
        before > units
    });
    reached.map_or(text.len(), |(at, _)| at)
}

/// A file to which imports may be added.
struct Importing {
    name: String,
    sources: SourceMap,
    interner: Interner,
    ast: Ast,
}

impl Importing {
    fn new(name: &str, own: &str) -> Self {
        let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
        let id = sources.add(name, own);
        parse_file(&mut ast, &sources, id, &mut interner, &mut crate::base::Diagnostics::new());
        Self { name: name.to_owned(), sources, interner, ast }
    }

    /// The change of the whole text that imports `path`.
    fn edit(&self, path: &str) -> Edit {
        let (at, text) = fixes::import_change(&self.ast, &self.sources.files()[0], &self.interner, path);
        Edit { file: self.name.clone(), start: at.start, end: at.end, text }
    }
}
