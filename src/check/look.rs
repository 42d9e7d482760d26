//! What an editor asks about a place in a text that need neither parse nor check.
//!
//! A look checks the program's own packages as far as they go and of the library only the declarations that are asked for, never a
//! body. Where names may be written is not kept by the checker: for that, the text has the word [`CURSOR`] where the cursor is, and when the
//! checker comes across it, it notes what it could see there.

use super::ProgramInput;
use super::checker::Checker;
use super::load::{self, Importer};
use crate::base::{Diagnostics, Interner, Pos, SourceMap, Span, Symbol};
use crate::constant;
use crate::syntax::ast::{Ast, DeclKind, ExprKind, StmtKind};
use crate::syntax::comments;
use crate::syntax::first_sentence;
use crate::types::{Lookup, NameMatch, ObjId, ObjKind, PkgId, Type, TypeId, TypePrinter, VarKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// The word that stands for what is being typed. Nobody writes such a name.
pub const CURSOR: &str = "ǃcursorǃ";

/// What stands before the word at the cursor.
#[derive(Debug, Clone, Copy)]
pub(super) enum Typed {
    /// Something wrong and a dot.
    Nothing,
    /// No dot.
    Name,
    /// A package and a dot.
    Package(PkgId),
    /// A name that is not declared and a dot.
    Unknown(Symbol),
    /// An expression and a dot.
    Of { ty: TypeId, var: bool, of_type: bool },
    /// The brace of a literal of this struct type.
    Key(TypeId),
}

/// What the checker saw at the cursor.
#[derive(Debug)]
pub(super) struct AtCursor {
    typed: Typed,
    types_only: bool,
    /// Objects in scope, each with how many blocks are between.
    names: Vec<(ObjId, u32)>,
}

/// Where the ranks of what is not local begin.
const GLOBAL: u32 = 10_000;

/// Sources, names and trees of library packages, from look to look.
#[derive(Debug, Default)]
pub struct Kept {
    /// The files.
    pub sources: SourceMap,
    interner: Interner,
    trees: FxHashMap<String, Ast>,
}

/// A name that may be written at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The name.
    pub label: String,
    /// `func`, `method`, `field`…
    pub kind: &'static str,
    /// Its type.
    pub detail: String,
    /// How far away it is declared; small is near.
    pub rank: u32,
}

/// What may be written at the cursor.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Names, nearest first.
    pub items: Vec<Item>,
    /// Whether any name may stand there, so packages and keywords too; else it is behind a dot.
    pub any: bool,
    /// Whether it has to be a type.
    pub types_only: bool,
    /// Whether a statement starts there.
    pub statement: bool,
    /// Whether it is outside of all declarations and comments.
    pub top: bool,
    /// The name before the dot, if nothing of that name is declared.
    pub unknown: Option<String>,
}

/// What a name in the text means.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where the name is.
    pub span: Span,
    /// Its declaration in Go's notation, on one line.
    pub decl: String,
    /// The name in its declaration, if that has a place.
    pub at: Span,
    /// The import path of its package; `builtin` for what is predeclared.
    pub package: String,
    /// `F`, `T.Method`, `T.field`; empty for the package itself and for what is local.
    pub name: String,
    /// The first sentence of the comment above a declaration of the program's own.
    pub doc: String,
}

fn look(input: &ProgramInput, importer: &mut dyn Importer, kept: &mut Kept, ask: &mut dyn FnMut(&mut Checker<'_>)) {
    let mut diags = Diagnostics::new();
    let Kept { sources, interner, trees } = kept;
    let Some(loaded) = load::load(input, importer, sources, interner, &mut diags, trees) else { return };
    let mut checker = Checker::new(&loaded, input, sources, interner);
    for &pkg in &loaded.order {
        checker.package(pkg);
    }
    checker.enter_package(loaded.main);
    ask(&mut checker);
    drop(checker);
    let load::Loaded { packages, asts, .. } = loaded;
    for (package, ast) in packages.into_items().into_iter().zip(asts.into_items()) {
        if package.library {
            trees.insert(package.path, ast);
        }
    }
}

/// What may be written where [`CURSOR`] stands, at `pos`.
pub fn names_at(input: &ProgramInput, importer: &mut dyn Importer, kept: &mut Kept, pos: Pos) -> Names {
    let mut names = Names::default();
    look(input, importer, kept, &mut |c| names = c.names_at(pos));
    names
}

/// What the name at `pos` means.
pub fn found_at(input: &ProgramInput, importer: &mut dyn Importer, kept: &mut Kept, pos: Pos) -> Option<Found> {
    let mut found = None;
    look(input, importer, kept, &mut |c| found = c.found_at(pos));
    found
}

impl Checker<'_> {
    /// Notes what can be seen here, where the cursor is.
    pub(super) fn cursor_here(&mut self, typed: Typed, types_only: bool) {
        if self.at_cursor.is_some() {
            return;
        }
        let mut names = Vec::new();
        let (mut at, mut rank) = (Some(self.env.scope), 0);
        while let Some(scope) = at {
            names.extend(self.scopes[scope].names.iter().map(|&(_, obj)| (obj, rank)));
            at = self.scopes[scope].parent;
            rank += 1;
        }
        self.at_cursor = Some(AtCursor { typed, types_only, names });
    }

    fn names_at(&mut self, pos: Pos) -> Names {
        let ast = self.ast;
        let mut out = Names::default();
        let home = self.env.pkg;
        let Some(AtCursor { typed, types_only, names }) = self.at_cursor.take() else {
            let within = |s: Span| s.lo <= pos && pos <= s.hi;
            out.top =
                ast.files.iter().filter(|f| Some(f.file) == self.sources.file_of(pos)).all(|f| {
                    !f.comments.iter().any(|&c| within(c)) && !f.decls.iter().any(|&d| within(ast.decls[d].span))
                });
            return out;
        };
        out.types_only = types_only;
        match typed {
            Typed::Nothing => {}
            Typed::Unknown(name) => out.unknown = Some(self.name(name).to_owned()),
            Typed::Package(pkg) => {
                for (name, obj) in self.scopes[self.pkgs[pkg].scope].names.clone() {
                    if self.is_exported(name) && (!types_only || self.obj(obj).is_type_name()) {
                        self.offer(&mut out, obj, 0);
                    }
                }
            }
            Typed::Of { ty, var, of_type } => self.members(&mut out, ty, var, of_type, false),
            Typed::Key(ty) => self.members(&mut out, ty, true, false, true),
            Typed::Name => {}
        }
        if matches!(typed, Typed::Name | Typed::Key(_)) {
            out.any = true;
            let is_cursor = |s: &StmtKind| {
                matches!(s, StmtKind::Expr(e)
                    if matches!(ast.exprs[*e].kind, ExprKind::Name(n) if n == self.symbols.cursor))
            };
            out.statement = ast.stmts.iter().any(|s| is_cursor(&s.kind));
            let mut seen = FxHashSet::default();
            let universe: Vec<ObjId> = self.types.universe.values().copied().collect();
            for (obj, rank) in names.into_iter().chain(universe.into_iter().map(|o| (o, GLOBAL + 2))) {
                let object = self.obj(obj);
                let rank = match object.kind {
                    ObjKind::PkgName(_) => GLOBAL + 1,
                    _ if object.package_level => GLOBAL,
                    _ => rank,
                };
                let fits = !types_only || matches!(object.kind, ObjKind::PkgName(_) | ObjKind::TypeName);
                if seen.insert(object.name) && fits {
                    self.offer(&mut out, obj, rank);
                }
            }
        }
        debug_assert_eq!(home, self.env.pkg);
        crate::base::sort_by(&mut out.items, |a, b| (a.rank, &a.label).cmp(&(b.rank, &b.label)));
        out
    }

    /// Fields and methods of a type's values, or what its own name has behind a dot; for the keys of a literal only its own fields.
    fn members(&mut self, out: &mut Names, ty: TypeId, var: bool, of_type: bool, keys: bool) {
        for (name, _) in self.types.selectable(ty) {
            let from = Some(self.env.pkg);
            let found = self.types.lookup(ty, var, NameMatch::Exact(from, name));
            let Lookup::Found { obj, index, mut ty, named, .. } = found else { continue };
            let is_method = self.obj(obj).is_func();
            if of_type && !is_method || keys && (is_method || index.len() > 1) {
                continue;
            }
            if let Some(named) = named {
                self.obj_decl(obj);
                ty = self.types.method_type(named, obj);
            }
            out.items.push(Item {
                label: self.name(name).to_owned(),
                kind: if keys { "key" } else { self.kind_of(obj) },
                detail: self.type_text(ty, self.env.pkg),
                rank: if keys { 0 } else { index.len() as u32 },
            });
        }
    }

    fn offer(&mut self, out: &mut Names, obj: ObjId, rank: u32) {
        self.obj_decl_of(obj);
        let object = self.obj(obj).clone();
        let detail = match object.kind {
            ObjKind::PkgName(pkg) => format!("{:?}", self.pkgs[pkg].path),
            ObjKind::Builtin(_) | ObjKind::Nil | ObjKind::Label => String::new(),
            ObjKind::TypeName => self.abridged(obj, self.env.pkg),
            _ => self.type_text(object.ty, self.env.pkg),
        };
        let label = self.name(object.name).to_owned();
        out.items.push(Item { label, kind: self.kind_of(obj), detail, rank });
    }

    /// Sees to it that an object has its type.
    fn obj_decl_of(&mut self, obj: ObjId) {
        if !self.obj(obj).ty.is_some() {
            self.obj_decl(obj);
            self.process_delayed(0);
        }
    }

    fn kind_of(&self, obj: ObjId) -> &'static str {
        let object = self.obj(obj);
        match object.kind {
            ObjKind::PkgName(_) => "package",
            ObjKind::Const(_) | ObjKind::Nil => "const",
            ObjKind::TypeName => "type",
            ObjKind::Var(VarKind::Field) => "field",
            ObjKind::Var(_) => "var",
            ObjKind::Func if !object.package_level => "method",
            ObjKind::Func | ObjKind::Builtin(_) => "func",
            ObjKind::Label => "label",
        }
    }

    /// A type, with the names of packages other than `home` before what is theirs.
    fn type_text(&self, ty: TypeId, home: PkgId) -> String {
        let qualify = |pkg: PkgId| if pkg == home { String::new() } else { self.name(self.pkgs[pkg].name).to_owned() };
        let mut p = TypePrinter::new(&self.types, self.interner, &qualify);
        p.ty(ty);
        p.finish()
    }

    /// What a type is defined as, without the insides of what is long.
    fn abridged(&mut self, obj: ObjId, home: PkgId) -> String {
        let ty = self.obj(obj).ty;
        let (alias, under) = match self.types.types.get(ty) {
            Some(&Type::Alias { actual, .. }) => ("= ", actual),
            Some(Type::Basic(_)) | None => return String::new(),
            Some(&Type::TypeParam(t)) => ("", self.types.tparams[t].constraint),
            Some(_) => ("", self.types.under(ty)),
        };
        let mut text = self.type_text(under, home);
        // What a struct of the library consists of is mostly its own affair.
        let library = self.obj(obj).pkg.is_some_and(|p| self.pkgs[p].library) && text.starts_with("struct{");
        if (text.len() > 60 && text.starts_with(['s', 'i']) || library)
            && let Some(brace) = text.find('{')
        {
            text.truncate(brace);
            text.push_str("{...}");
        }
        format!("{alias}{text}")
    }

    fn found_at(&mut self, pos: Pos) -> Option<Found> {
        let (ast, pkg) = (self.ast, &self.pkgs[self.env.pkg]);
        let within = |s: Span| s.lo <= pos && pos <= s.hi;
        for (id, e) in ast.exprs.iter_enumerated() {
            if !matches!(e.kind, ExprKind::Name(_)) || !within(e.span) || e.span.lo == e.span.hi {
                continue;
            }
            let of_switch = || pkg.clause_vars.values().filter(|&&o| self.obj(o).pos == e.pos).min();
            if let Some(&obj) = pkg.uses.get(&id).or_else(|| pkg.defs.get(&id)).or_else(of_switch) {
                return Some(self.tell(obj, e.span));
            }
        }
        let import = ast.decls.iter().find_map(|d| match d.kind {
            DeclKind::Import { path: Some(path), .. } if within(ast.exprs[path].span) => Some(&ast.exprs[path]),
            _ => None,
        })?;
        let ExprKind::Literal { text, .. } = import.kind else { return None };
        let path = String::from_utf8(constant::unquote(self.name(text))?).ok()?;
        let pkg = if path == "unsafe" { PkgId::UNSAFE } else { *self.loaded[self.env.pkg].imports.get(&path)? };
        Some(self.tell_package(pkg, import.span))
    }

    fn tell_package(&self, pkg: PkgId, span: Span) -> Found {
        let pkg = &self.pkgs[pkg];
        let decl = format!("package {} ({:?})", self.name(pkg.name), pkg.path);
        Found { span, decl, at: Span::NONE, package: pkg.path.clone(), name: String::new(), doc: String::new() }
    }

    fn tell(&mut self, obj: ObjId, span: Span) -> Found {
        self.obj_decl_of(obj);
        let object = self.obj(obj).clone();
        if let ObjKind::PkgName(pkg) = object.kind {
            return self.tell_package(pkg, span);
        }
        let home = object.pkg.unwrap_or(self.env.pkg);
        let name = self.name(object.name).to_owned();
        let ty = self.type_text(object.ty, home);
        let local = matches!(object.kind, ObjKind::Var(k) if !matches!(k, VarKind::Field | VarKind::Package))
            || !object.package_level
                && matches!(object.kind, ObjKind::Const(_) | ObjKind::TypeName)
                && object.pkg.is_some();
        let mut full = if local { String::new() } else { name.clone() };
        if !local && !object.package_level && object.pkg.is_some() {
            // A field, or a method of an interface: the type around it.
            let ast = &self.asts[home];
            let around = ast.files.iter().flat_map(|f| &f.decls).find_map(|&d| match &ast.decls[d].kind {
                DeclKind::Type { name, .. } if ast.decls[d].span.contains(object.pos) => Some(self.name(name.name)),
                _ => None,
            });
            full = around.map_or_else(|| name.clone(), |ty| format!("{ty}.{name}"));
        }
        let decl = match &object.kind {
            ObjKind::Const(value) => {
                let word = if self.types.is_untyped(object.ty) { " constant" } else { "" };
                format!("const {name} {ty}{word} = {value}")
            }
            ObjKind::TypeName => {
                // With its type parameters, if it has some.
                let head = if matches!(self.types.types.get(object.ty), Some(Type::Named(_))) { &ty } else { &name };
                format!("type {head} {}", self.abridged(obj, home)).trim_end().to_owned()
            }
            ObjKind::Var(VarKind::Field) => format!("field {name} {ty}"),
            ObjKind::Var(_) => format!("var {name} {ty}"),
            ObjKind::Func if !object.package_level => {
                let recv = match self.types.types.get(object.ty) {
                    Some(Type::Signature(sig)) => sig.recv,
                    _ => None,
                };
                let recv = match recv.map(|r| self.obj(r)) {
                    Some(r) => {
                        let text = self.type_text(r.ty, home);
                        let base = text.trim_start_matches('*').split('[').next().unwrap_or("");
                        full = format!("{base}.{name}");
                        format!("({} {text}) ", self.name(r.name)).replacen("( ", "(", 1)
                    }
                    // Of an interface.
                    None => full.split_once('.').map_or_else(String::new, |(of, _)| format!("({of}) ")),
                };
                format!("func {recv}{name}{}", ty.strip_prefix("func").unwrap_or(""))
            }
            ObjKind::Func => format!("func {name}{}", ty.strip_prefix("func").unwrap_or("")),
            ObjKind::Builtin(_) => format!("func {name}"),
            ObjKind::PkgName(_) | ObjKind::Label | ObjKind::Nil => name.clone(),
        };
        let doc = if local || !object.pos.is_known() { None } else { self.doc_above(object.pos) };
        Found {
            span,
            decl,
            at: if object.pos.is_known() {
                Span::new(object.pos, Pos(object.pos.0 + name.len() as u32))
            } else {
                Span::NONE
            },
            package: object.pkg.map_or_else(|| "builtin".to_owned(), |p| self.pkgs[p].path.clone()),
            name: full,
            doc: doc.unwrap_or_default(),
        }
    }

    /// The first sentence of the comment that ends on the line above a place.
    fn doc_above(&self, pos: Pos) -> Option<String> {
        let file = self.sources.file_of(pos)?;
        let parsed = self.asts.iter().flat_map(|a| &a.files).find(|f| f.file == file)?;
        let source = self.sources.file(file);
        let line = source.line_col(pos).line;
        // What stands behind something else is about that.
        let alone = |c: &Span| {
            let start = source.line_start(source.line_col(c.lo).line).unwrap_or(c.lo);
            source.text()[source.offset(start)..source.offset(c.lo)].trim().is_empty()
        };
        let above = |group: &&Vec<Span>| {
            group.last().is_some_and(|c| source.line_col(Pos(c.hi.0 - 1)).line + 1 == line && alone(&group[0]))
        };
        let groups = comments::groups(source, &parsed.comments);
        groups.iter().find(above).map(|group| first_sentence(&comments::text_of(source, group)))
    }
}
