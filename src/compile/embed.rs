//! `//go:embed` above a variable: gc's rules for it, and its value, which is there before anything of the program runs.

use super::errors;
use super::unit::Unit;
use crate::base::{Pos, Span};
use crate::bytecode::Instr;
use crate::check::info::Package;
use crate::constant::unquote;
use crate::syntax::ast::{DeclKind, Ident};
use crate::types::{Basic, ObjId, Type, TypeId};
use std::sync::Arc;

/// Names below the package's folder and bytes of the files that a pattern in a source file of this name means.
pub type EmbeddedFiles<'a> = dyn Fn(&str, &str) -> FileList + 'a;

/// Names and bytes.
pub type FileList = Vec<(String, Arc<[u8]>)>;

/// What starts such a line.
const DIRECTIVE: &str = "//go:embed";

/// What stands behind the words of a comment, if it is a directive.
pub fn embed_arguments(comment: &str) -> Option<&str> {
    comment.strip_prefix(DIRECTIVE).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r']))
}

/// Patterns with their offsets in the comment.
///
/// # Errors
/// gc's words about quotes that do not fit.
pub fn embed_patterns(comment: &str) -> Result<Vec<(usize, String)>, String> {
    let mut list = Vec::new();
    let mut rest = embed_arguments(comment).unwrap_or("").trim();
    while !rest.is_empty() {
        let wrong = |text: &str| Err(format!("invalid quoted string in //go:embed: {text}"));
        let at = rest.as_ptr() as usize - comment.as_ptr() as usize;
        let end = match rest.as_bytes()[0] {
            b'`' => rest[1..].find('`').map(|i| i + 2),
            b'"' => {
                let mut escaped = false;
                let close = rest[1..].char_indices().find(|&(_, c)| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                });
                close.map(|(i, _)| i + 2)
            }
            _ => Some(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        let Some(end) = end else { return wrong(rest) };
        let word = &rest[..end];
        let pattern = match word.as_bytes()[0] {
            b'`' => word[1..end - 1].to_owned(),
            b'"' => match unquote(word).and_then(|b| String::from_utf8(b).ok()) {
                Some(text) => text,
                None => return wrong(word),
            },
            _ => word.to_owned(),
        };
        if rest[end..].chars().next().is_some_and(|c| !c.is_whitespace()) {
            return wrong(rest);
        }
        list.push((at, pattern));
        rest = rest[end..].trim();
    }
    Ok(list)
}

/// How a variable holds files.
enum Kind {
    Text,
    Bytes,
    Files,
}

/// A declaration that directives may stand above.
struct Below<'a> {
    from: Pos,
    to: Pos,
    var: Option<(&'a [Ident], bool, bool)>,
}

impl Unit<'_> {
    /// Gives every variable below such lines its files.
    pub(super) fn embed(&mut self, files: &EmbeddedFiles<'_>) {
        let packages = self.packages;
        for package in packages.iter() {
            for file in &package.ast.files {
                let source = self.program.sources.file(file.file).clone();
                let text = |span: &Span| &source.text()[source.offset(span.lo)..source.offset(span.hi)];
                let directives: Vec<Span> =
                    file.comments.iter().filter(|c| embed_arguments(text(c)).is_some()).copied().collect();
                if directives.is_empty() || source.of_library() {
                    continue;
                }
                let imports = file.decls.iter().any(|&d| match package.ast.decls[d].kind {
                    DeclKind::Import { path: Some(path), .. } => {
                        let span = package.ast.exprs[path].span;
                        text(&span).trim_matches(['"', '`']) == "embed"
                    }
                    _ => false,
                });
                let mut below: Vec<Below<'_>> = file.decls.iter().map(|&d| below(package, d)).collect();
                below.sort_by_key(|b| b.from);
                let mut taken: Vec<(Vec<Span>, usize)> = Vec::new();
                for span in directives {
                    let place = Pos(span.lo.0 + 2);
                    if below.iter().any(|b| b.from < span.lo && span.lo < b.to) {
                        let rest = &source.text()[source.offset(span.hi)..];
                        let var = after_comments(rest).strip_prefix("var").is_some_and(|r| r.starts_with([' ', '\t']));
                        let inside = "go:embed cannot apply to var inside func";
                        self.diags.push(errors::embed(place, if var { inside } else { MISPLACED }));
                        continue;
                    }
                    let next = below.iter().position(|b| b.from > span.lo);
                    // A group `var (` takes no directive; the variables in it do.
                    let between = |b: &Below<'_>| &source.text()[source.offset(span.hi)..source.offset(b.from)];
                    let opens =
                        |b: &Below<'_>| after_comments(between(b)).trim_start_matches("var").trim().starts_with('(');
                    match next.filter(|&n| below[n].var.is_some() && !opens(&below[n])) {
                        None => self.diags.push(errors::embed(place, MISPLACED)),
                        Some(n) => match taken.last_mut().filter(|t| t.1 == n) {
                            Some(t) => t.0.push(span),
                            None => taken.push((vec![span], n)),
                        },
                    }
                }
                for (spans, n) in taken {
                    let Some((names, valued, typed)) = below[n].var else { continue };
                    let problem = match names {
                        _ if !imports => {
                            "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)"
                        }
                        [_, _, ..] => "go:embed cannot apply to multiple vars",
                        _ if valued => "go:embed cannot apply to var with initializer",
                        _ if !typed => "go:embed cannot apply to var without type",
                        _ => "",
                    };
                    let place = Pos(spans[0].lo.0 + 2);
                    if !problem.is_empty() {
                        self.diags.push(errors::embed(place, problem));
                        continue;
                    }
                    let mut list: FileList = Vec::new();
                    for span in &spans {
                        match embed_patterns(text(span)) {
                            Ok(patterns) if patterns.is_empty() => {
                                self.diags.push(errors::embed(place, "usage: //go:embed pattern..."));
                            }
                            Ok(patterns) => {
                                list.extend(patterns.iter().flat_map(|(_, p)| files(source.name(), p)));
                            }
                            Err(why) => {
                                self.diags.push(errors::embed(place, &why));
                                self.diags.push(errors::embed(place, "usage: //go:embed pattern..."));
                            }
                        }
                    }
                    // The blank variable has no object, and nobody sees its files.
                    if let Some(&var) = package.defs.get(&names[0].id) {
                        self.embedded.push((var, names[0].pos, list));
                    }
                }
            }
        }
        for (_, _, list) in &mut self.embedded {
            crate::base::sort_by(list, |a, b| key(&a.0).cmp(&key(&b.0)));
            list.dedup_by(|a, b| a.0 == b.0);
        }
    }

    /// Stores them, at the start of the program.
    pub(super) fn store_embedded(&mut self) {
        for (var, pos, mut list) in std::mem::take(&mut self.embedded) {
            let ty = self.types.objects[var].ty;
            let shown = self.shown(ty);
            let kind = self.embed_kind(ty);
            if !matches!(kind, Some(Kind::Files)) {
                list.retain(|f| !f.0.ends_with('/'));
            }
            match kind {
                None => {
                    self.diags.push(errors::embed(pos, &format!("go:embed cannot apply to var of type {shown}")));
                }
                Some(Kind::Text | Kind::Bytes) if list.len() > 1 => {
                    self.diags.push(errors::embed(pos, &format!("invalid go:embed: multiple files for type {shown}")));
                }
                Some(kind) => self.store_files(var, ty, &kind, &list),
            }
        }
    }

    fn store_files(&mut self, var: ObjId, ty: TypeId, kind: &Kind, list: &[(String, Arc<[u8]>)]) {
        let Some(at) = self.global_place(var) else { return };
        let mark = self.f.next;
        match kind {
            Kind::Text | Kind::Bytes => {
                let r = self.alloc(3);
                self.load_text(r, list.first().map_or(&[], |f| &f.1));
                if matches!(kind, Kind::Bytes) {
                    self.emit(Instr::StrConv { a: r, b: r, m: 1 });
                }
                self.store(at, ty, r);
            }
            Kind::Files => {
                let Some(add) = self.package_func("embed", "add") else { return };
                let id = self.func_of(add, Vec::new());
                // add(files FS, name, data string) FS
                let a = self.alloc(6) + 1;
                self.emit(Instr::LdI { a, m: 0 });
                for (name, bytes) in list {
                    self.load_text(a + 1, name.as_bytes());
                    self.load_text(a + 3, bytes);
                    self.emit(Instr::Call { a, m: id.0 as i32 });
                }
                self.store(at, ty, a);
            }
        }
        self.f.next = mark;
    }

    fn load_text(&mut self, a: u8, bytes: &[u8]) {
        let m = self.const_string(bytes);
        self.emit(Instr::LdStr { a, m });
    }

    fn package_func(&mut self, path: &str, name: &str) -> Option<ObjId> {
        let name = self.interner.intern(name);
        let package = self.packages.iter().find(|p| p.path == path)?;
        package.funcs.iter().map(|f| f.obj).find(|&o| self.types.objects[o].name == name && !self.has_recv(o))
    }

    fn embed_kind(&mut self, ty: TypeId) -> Option<Kind> {
        let rtype = self.rtype(ty);
        let described = &self.program.rtypes[rtype];
        if described.named && described.pkg_path == "embed" && described.name == "embed.FS" {
            return Some(Kind::Files);
        }
        let under = self.types.under(ty);
        match self.types.types[under] {
            Type::Basic(Basic::String) => Some(Kind::Text),
            Type::Slice(elem) => {
                let elem = self.types.under(elem);
                matches!(self.types.types[elem], Type::Basic(Basic::Uint8)).then_some(Kind::Bytes)
            }
            _ => None,
        }
    }

    /// A type as gc's back end prints it.
    fn shown(&mut self, ty: TypeId) -> String {
        let rtype = self.rtype(ty);
        self.program.rtypes[rtype].name.replace("uint8", "byte").replace("main.", "").replace("interface {}", "any")
    }
}

const MISPLACED: &str = "misplaced go:embed directive";

fn below(package: &Package, decl: crate::syntax::ast::DeclId) -> Below<'_> {
    let decl = &package.ast.decls[decl];
    let var = match &decl.kind {
        DeclKind::Var { names, values, ty } => Some((names.as_slice(), !values.is_empty(), ty.is_some())),
        _ => None,
    };
    let from = match &decl.kind {
        DeclKind::Var { names, .. } => names.first().map_or(decl.span.lo, |n| n.pos),
        _ => decl.span.lo,
    };
    Below { from, to: decl.span.hi, var }
}

/// What comes after white space and comments.
fn after_comments(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        if let Some(rest) = text.strip_prefix("//") {
            text = rest.split_once('\n').map_or("", |r| r.1);
        } else if let Some(rest) = text.strip_prefix("/*") {
            text = rest.split_once("*/").map_or("", |r| r.1);
        } else {
            return text;
        }
    }
}

/// Files stand folder by folder; a folder's own name ends in a slash.
fn key(name: &str) -> (&str, &str) {
    let name = name.strip_suffix('/').unwrap_or(name);
    name.rsplit_once('/').unwrap_or((".", name))
}
