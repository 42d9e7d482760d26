//! Changes that certainly put an end to a problem.
//!
//! A fix is read off the syntax of the one file that the problem is in. Whether it is certain is decided narrowly: where a name occurs
//! once more than it should, nothing is offered. What gofmt had formatted is formatted afterwards.

use super::{Edit, Fix};
use crate::base::{Diagnostic, Diagnostics, Interner, Pos, SourceFile, SourceMap, Span, Symbol};
use crate::constant;
use crate::stdlib;
use crate::syntax::ast::{Ast, DeclId, DeclKind, ExprId, ExprKind, Ident, StmtId, StmtKind};
use crate::syntax::{parse_file, print, skim_file};
use std::ops::Range;

/// A part of a file and what takes its place.
type Change = (Range<usize>, String);

/// A file in which there are problems.
#[derive(Debug)]
struct Parsed {
    name: String,
    sources: SourceMap,
    interner: Interner,
    ast: Ast,
    /// Whether it is as gofmt leaves it.
    formatted: bool,
}

/// Finds fixes; keeps the file it has read last.
#[derive(Debug, Default)]
pub(in crate::engine) struct Fixer {
    last: Option<Parsed>,
}

impl Fixer {
    /// The fix of a problem, if there is one.
    pub(in crate::engine) fn of(&mut self, d: &Diagnostic, sources: &SourceMap) -> Option<Fix> {
        let fixable = ["UnusedImport", "UnusedVar", "UndeclaredName", "vet/waitgroup"];
        let file = sources.file_of(d.pos).filter(|_| fixable.contains(&d.code))?;
        let file = sources.file(file);
        if file.of_library() {
            return None;
        }
        if self.last.as_ref().is_none_or(|p| p.name != file.name()) {
            self.last = Some(Parsed::new(file.name(), file.text()));
        }
        let parsed = self.last.as_ref()?;
        let at = parsed.source().pos(file.offset(d.pos));
        let (title, changes) = match d.code {
            "UnusedImport" => ("Remove the import".to_owned(), parsed.without_import(at)?),
            "UnusedVar" => parsed.without_variable(at)?,
            "UndeclaredName" => parsed.with_import(at)?,
            _ => ("Move it before the go statement".to_owned(), parsed.add_outside(at)?),
        };
        Some(Fix { title, edits: vec![parsed.edit(changes)?] })
    }
}

impl Parsed {
    fn new(name: &str, text: &str) -> Self {
        let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
        let id = sources.add(name, text);
        parse_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
        let formatted = print::format(&sources, id).is_ok_and(|f| f == text);
        Self { name: name.to_owned(), sources, interner, ast, formatted }
    }

    fn source(&self) -> &SourceFile {
        &self.sources.files()[0]
    }

    fn text(&self) -> &str {
        self.source().text()
    }

    fn offset(&self, pos: Pos) -> usize {
        self.source().offset(pos)
    }

    fn range(&self, lo: Pos, hi: Pos) -> Range<usize> {
        self.offset(lo)..self.offset(hi)
    }

    /// One edit for all changes, and for what gofmt has to say of them.
    fn edit(&self, mut changes: Vec<Change>) -> Option<Edit> {
        let old = self.text();
        crate::base::sort_by_key(&mut changes, |c| c.0.start);
        let mut new = old.to_owned();
        for (range, text) in changes.iter().rev() {
            new.replace_range(range.clone(), text);
        }
        if self.formatted {
            let mut sources = SourceMap::new();
            let id = sources.add(self.name.as_str(), new.as_str());
            new = print::format(&sources, id).ok()?;
        }
        let start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let start = (0..=start).rev().find(|&i| old.is_char_boundary(i) && new.is_char_boundary(i))?;
        let rest = old[start..].bytes().rev().zip(new[start..].bytes().rev());
        let same = rest.take_while(|(a, b)| a == b).count();
        let fits = |n: &usize| old.is_char_boundary(old.len() - n) && new.is_char_boundary(new.len() - n);
        let same = (0..=same).rev().find(fits)?;
        let text = new[start..new.len() - same].to_owned();
        Some(Edit { file: self.name.clone(), start, end: old.len() - same, text })
    }

    /// The part of a text to take away when `range` goes: its whole line if nothing but a comment is left there, and one of two empty lines.
    fn lines(&self, range: Range<usize>) -> Option<Range<usize>> {
        let text = self.text();
        let start = text[..range.start].rfind('\n').map_or(0, |i| i + 1);
        let mut end = text[range.end..].find('\n').map_or(text.len(), |i| range.end + i + 1);
        let rest = text[range.end..end].trim();
        if !text[start..range.start].trim().is_empty() || !(rest.is_empty() || rest.starts_with("//")) {
            return None;
        }
        if text[..start].ends_with("\n\n") && text[end..].starts_with('\n') {
            end += 1;
        }
        Some(start..end)
    }

    /// Declarations of imports with their paths.
    fn imports(&self) -> Vec<(DeclId, String)> {
        let decls = self.ast.files.iter().flat_map(|f| &f.decls);
        let path = |d: DeclId| {
            let DeclKind::Import { path: Some(path), .. } = self.ast.decls[d].kind else { return None };
            let ExprKind::Literal { text, bad: false, .. } = self.ast.exprs[path].kind else { return None };
            Some((d, String::from_utf8(constant::unquote(self.interner.name(text))?).ok()?))
        };
        decls.filter_map(|&d| path(d)).collect()
    }

    fn without_import(&self, at: Pos) -> Option<Vec<Change>> {
        let imports = self.imports();
        let decl = &self.ast.decls[imports.iter().find(|(d, _)| self.ast.decls[*d].pos == at)?.0];
        let mut range = self.range(decl.span.lo, decl.span.hi);
        if let Some(group) = decl.group
            && imports.iter().filter(|(d, _)| self.ast.decls[*d].group == Some(group)).count() == 1
        {
            let group = self.ast.groups[group as usize];
            range = self.offset(group.keyword)..self.offset(group.rparen) + 1;
        }
        Some(vec![(self.lines(range)?, String::new())])
    }

    fn with_import(&self, at: Pos) -> Option<(String, Vec<Change>)> {
        let mut names = self.ast.exprs.iter().filter(|e| e.pos == at);
        let name = names.find_map(|e| if let ExprKind::Name(n) = e.kind { Some(n) } else { None })?;
        let word = self.interner.name(name);
        let mut known = stdlib::public_paths().filter(|p| p.rsplit('/').next() == Some(word));
        let path = known.next().filter(|_| known.next().is_none())?;
        // All that is written behind the name has to be there; a part of the library that has not come yet is believed to have it.
        let exports = exports(path);
        let mut selectors = 0;
        for e in self.ast.exprs.iter() {
            let ExprKind::Selector { x, sel } = e.kind else { continue };
            if matches!(self.ast.exprs[x].kind, ExprKind::Name(n) if n == name) {
                let sel = self.interner.name(sel.name);
                if exports.as_ref().is_some_and(|all| !all.iter().any(|n| n == sel)) {
                    return None;
                }
                selectors += 1;
            }
        }
        (selectors == self.mentions(name).len()).then(|| {
            let (at, text) = import_change(&self.ast, self.source(), &self.interner, path);
            (format!("Import {path:?}"), vec![(at, text)])
        })
    }

    /// Where a name stands other than behind a dot.
    fn mentions(&self, name: Symbol) -> Vec<ExprId> {
        let names = self.ast.exprs.iter_enumerated().filter(|(_, e)| matches!(e.kind, ExprKind::Name(n) if n == name));
        let mut ids: Vec<ExprId> = names.map(|(id, _)| id).collect();
        for e in self.ast.exprs.iter() {
            if let ExprKind::Selector { sel, .. } = e.kind {
                ids.retain(|&id| id != sel.id);
            }
        }
        ids
    }

    fn name_at(&self, id: ExprId) -> Option<Symbol> {
        if let ExprKind::Name(name) = self.ast.exprs[id].kind { Some(name) } else { None }
    }

    fn without_variable(&self, at: Pos) -> Option<(String, Vec<Change>)> {
        let ast = &self.ast;
        let (id, name) =
            ast.exprs.ids().filter(|&id| ast.exprs[id].pos == at).find_map(|id| Some((id, self.name_at(id)?)))?;
        let word = self.interner.name(name);
        let scope = self.scope_end(at);
        let later = |id: &ExprId| at < ast.exprs[*id].pos && ast.exprs[*id].pos < scope;
        if self.mentions(name).iter().any(later) {
            return None;
        }
        let blank = (self.range(at, ast.exprs[id].span.hi), "_".to_owned());
        let replaced = |changes| Some((format!("Replace {word} by _"), changes));
        let dropped = |lo, hi| Some((format!("Remove {word}"), vec![(self.range(lo, hi), String::new())]));
        let is_blank = |e: &ExprId| self.name_at(*e) == Some(Symbol::BLANK);
        for (s, stmt) in ast.stmts.iter_enumerated() {
            match &stmt.kind {
                StmtKind::Define { lhs, .. } if lhs.contains(&id) => {
                    let new = |e: &&ExprId| **e != id && self.name_at(**e).is_some_and(|n| self.is_new(s, n));
                    if lhs.iter().find(new).is_some() {
                        return replaced(vec![blank]);
                    }
                    let operator = self.offset(stmt.pos);
                    let operator = operator..operator + 2;
                    return (self.text().get(operator.clone()) == Some(":="))
                        .then(|| replaced(vec![blank, (operator, "=".to_owned())]))?;
                }
                StmtKind::Range { lhs, define: true, range_pos, .. } if lhs.contains(&id) => {
                    let span = |i: usize| ast.exprs[lhs[i]].span;
                    return match lhs.iter().position(|&e| e == id) {
                        Some(1) if !is_blank(&lhs[0]) => dropped(span(0).hi, span(1).hi),
                        Some(0) if lhs.len() == 2 && !is_blank(&lhs[1]) => replaced(vec![blank]),
                        _ => dropped(span(0).lo, *range_pos),
                    };
                }
                StmtKind::Decl(list) => {
                    let declares = |d: &DeclId| matches!(&ast.decls[*d].kind, DeclKind::Var { names, .. } if names.iter().any(|n| n.id == id));
                    if list.iter().any(declares) {
                        return replaced(vec![blank]);
                    }
                }
                StmtKind::Switch { tag: Some(tag), .. } => {
                    if let ExprKind::TypeSwitchGuard { lhs: Some(lhs), x } = ast.exprs[*tag].kind
                        && lhs.id == id
                    {
                        return dropped(at, ast.exprs[x].span.lo);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The end of the innermost statement with a block of its own around a place.
    fn scope_end(&self, at: Pos) -> Pos {
        let mut inner = Span::new(Pos(0), self.ast.files[0].eof);
        let mut narrow = |s: Span| {
            if s.contains(at) && s.lo >= inner.lo && s.hi <= inner.hi {
                inner = s;
            }
        };
        for stmt in self.ast.stmts.iter() {
            match &stmt.kind {
                StmtKind::If { then: block, .. }
                | StmtKind::For { body: block, .. }
                | StmtKind::Range { body: block, .. } => {
                    narrow(stmt.span);
                    narrow(Span::new(block.lbrace, block.rbrace));
                }
                StmtKind::Block(_) | StmtKind::Switch { .. } | StmtKind::Select { .. } => narrow(stmt.span),
                _ => {}
            }
        }
        inner.hi
    }

    /// Whether a name on the left side of `:=` is declared there: it is not, in the same block, before.
    fn is_new(&self, define: StmtId, name: Symbol) -> bool {
        let ast = &self.ast;
        let declares = |ids: &[Ident]| ids.iter().any(|n| n.name == name);
        let declared = |list: &[StmtId]| {
            list.iter().any(|&s| match &ast.stmts[s].kind {
                StmtKind::Define { lhs, .. } => lhs.iter().any(|&e| self.name_at(e) == Some(name)),
                StmtKind::Decl(list) => list.iter().any(|&d| match &ast.decls[d].kind {
                    DeclKind::Var { names, .. } | DeclKind::Const { names, .. } => declares(names),
                    DeclKind::Type { name, .. } => declares(&[*name]),
                    DeclKind::Import { .. } | DeclKind::Func(_) => false,
                }),
                // Who knows.
                StmtKind::Labeled { .. } => true,
                _ => false,
            })
        };
        let before = |list: &[StmtId]| list.iter().position(|&s| s == define).map(|i| declared(&list[..i]));
        for (id, stmt) in ast.stmts.iter_enumerated() {
            let found = match &stmt.kind {
                StmtKind::Block(b) => before(&b.stmts).map(|d| d || self.is_parameter(id, name)),
                StmtKind::Labeled { stmt, .. } => (*stmt == define).then_some(true),
                StmtKind::If { then: b, .. } | StmtKind::For { body: b, .. } | StmtKind::Range { body: b, .. } => {
                    before(&b.stmts)
                }
                StmtKind::Switch { clauses, tag, .. } => {
                    let guard = tag.and_then(|t| match ast.exprs[t].kind {
                        ExprKind::TypeSwitchGuard { lhs, .. } => lhs,
                        _ => None,
                    });
                    let found = clauses.iter().find_map(|c| before(&c.body));
                    found.map(|d| d || guard.is_some_and(|g| g.name == name))
                }
                StmtKind::Select { clauses, .. } => {
                    clauses.iter().find_map(|c| Some(before(&c.body)? || declared(c.comm.as_slice())))
                }
                _ => None,
            };
            if let Some(found) = found {
                return !found;
            }
        }
        // The header of a statement has its own block.
        true
    }

    /// Whether a name is a parameter of the function with this body.
    fn is_parameter(&self, body: StmtId, name: Symbol) -> bool {
        let ast = &self.ast;
        let takes = |ty: ExprId| {
            let ExprKind::FuncType { params, results } = &ast.exprs[ty].kind else { return false };
            params.iter().chain(results).any(|p| p.name.is_some_and(|n| n.name == name))
        };
        let of_decl = ast.decls.iter().any(|d| match &d.kind {
            DeclKind::Func(f) if f.body == Some(body) => {
                takes(f.ty) || f.recv.iter().chain(&f.tparams).any(|p| p.name.is_some_and(|n| n.name == name))
            }
            _ => false,
        });
        of_decl
            || ast.exprs.iter().any(|e| matches!(e.kind, ExprKind::FuncLit { ty, body: b } if b == body && takes(ty)))
    }

    /// `wg.Add`, called at `at` as the first thing of a goroutine, before its `go`.
    fn add_outside(&self, at: Pos) -> Option<Vec<Change>> {
        let ast = &self.ast;
        let is_add = |s: StmtId| {
            let StmtKind::Expr(e) = ast.stmts[s].kind else { return false };
            let ExprKind::Call { fun, .. } = ast.exprs[e].kind else { return false };
            matches!(ast.exprs[fun].kind, ExprKind::Selector { sel, .. } if self.interner.name(sel.name) == "Add")
        };
        for stmt in ast.stmts.iter() {
            let StmtKind::Go(call) = stmt.kind else { continue };
            let ExprKind::Call { fun, .. } = ast.exprs[call].kind else { continue };
            let ExprKind::FuncLit { body, .. } = ast.exprs[fun].kind else { continue };
            let StmtKind::Block(block) = &ast.stmts[body].kind else { continue };
            let Some(&first) = block.stmts.first().filter(|s| ast.stmts[**s].span.contains(at)) else { continue };
            let span = ast.stmts[first].span;
            // What it mentions has to mean the same outside.
            let own = |e: &crate::syntax::ast::Expr| {
                span.contains(e.pos) && matches!(e.kind, ExprKind::Name(n) if self.is_parameter(body, n))
            };
            if ast.exprs.iter().any(own) || block.stmts.get(1).is_some_and(|&s| is_add(s)) {
                return None;
            }
            let text = self.text();
            let range = self.range(span.lo, span.hi);
            let add = &text[range.clone()];
            let go = self.offset(stmt.span.lo);
            let line = text[..go].rfind('\n').map_or(0, |i| i + 1);
            let indent = &text[line..go];
            let before = if indent.trim().is_empty() { format!("{add}\n{indent}") } else { format!("{add}; ") };
            let gone = match text[range.end..].strip_prefix(';') {
                Some(rest) => range.start..text.len() - rest.trim_start_matches(' ').len(),
                // A comment behind it stays.
                None if !text[range.end..].trim_start_matches([' ', '\t']).starts_with('/') => {
                    self.lines(range.clone()).unwrap_or(range)
                }
                None => range,
            };
            return Some(vec![(go..go, before), (gone, String::new())]);
        }
        None
    }
}

/// The exported names of a package of the library; `None` if its part is not there.
fn exports(path: &str) -> Option<Vec<String>> {
    let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
    for (name, text) in stdlib::package(path)? {
        let id = sources.add(name, text);
        skim_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
    }
    let mut names: Vec<Symbol> = Vec::new();
    for decl in ast.files.iter().flat_map(|f| &f.decls) {
        match &ast.decls[*decl].kind {
            DeclKind::Var { names: list, .. } | DeclKind::Const { names: list, .. } => {
                names.extend(list.iter().map(|n| n.name));
            }
            DeclKind::Type { name, .. } => names.push(name.name),
            DeclKind::Func(f) if f.recv.is_none() => names.push(f.name.name),
            DeclKind::Func(_) | DeclKind::Import { .. } => {}
        }
    }
    let names = names.into_iter().map(|n| interner.name(n)).filter(|n| n.starts_with(char::is_uppercase));
    Some(names.map(str::to_owned).collect())
}

/// How a file comes to import `path`: where gofmt would put it.
pub(super) fn import_change(ast: &Ast, source: &SourceFile, interner: &Interner, path: &str) -> Change {
    let text = source.text();
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |i| at + i);
    let written = |d: DeclId| match ast.decls[d].kind {
        DeclKind::Import { path: Some(path), .. } => match ast.exprs[path].kind {
            ExprKind::Literal { text, .. } => interner.name(text).trim_matches(['"', '`']),
            _ => "",
        },
        _ => "",
    };
    let is_import = |d: &DeclId| matches!(ast.decls[*d].kind, DeclKind::Import { .. });
    let imports: Vec<DeclId> = ast.files.iter().flat_map(|f| &f.decls).copied().filter(is_import).collect();
    let in_group = imports.iter().position(|&d| ast.decls[d].group.is_some());
    let span = |d: DeclId| {
        let span = ast.decls[d].span;
        source.offset(span.lo)..source.offset(span.hi)
    };
    let single = |d: DeclId, word: &str| -> Change {
        let at = span(d).start;
        (at..at, format!("{word}{path:?}{}", if text[line_start(at)..at].trim().is_empty() { "\n" } else { "; " }))
    };
    let Some(first) = in_group else {
        return match imports[..] {
            [] => {
                let package = ast.files.first().map_or(0, |f| source.offset(f.package.pos));
                let at = line_end(package);
                (at..at, format!("\n\nimport {path:?}"))
            }
            [only] => {
                let at = span(only);
                let spec = text[at.clone()].trim_start_matches("import").trim();
                let new = format!("{path:?}");
                let (a, b) = if written(only) < path { (spec, new.as_str()) } else { (new.as_str(), spec) };
                (at, format!("import (\n\t{a}\n\t{b}\n)"))
            }
            [.., last] => match imports.iter().find(|&&d| written(d) > path) {
                Some(&d) => single(d, "import "),
                None => {
                    let at = line_end(span(last).end);
                    (at..at, format!("\nimport {path:?}"))
                }
            },
        };
    };
    // The first lines of the group that stand together.
    let group = ast.decls[imports[first]].group;
    let mut before = imports[first];
    for &d in imports[first..].iter().filter(|&&d| ast.decls[d].group == group) {
        let (end, start) = (span(before).end, span(d).start);
        if end < start && text[end..start].matches('\n').count() > 1 && !text[end..start].contains("//") {
            break;
        }
        if written(d) > path {
            let at = span(d).start;
            let indent = &text[line_start(at)..at];
            let (mut place, mut new) = single(d, "");
            if new.ends_with('\n') {
                place = line_start(at)..line_start(at);
                new.insert_str(0, indent);
            }
            return (place, new);
        }
        before = d;
    }
    let at = span(before);
    let indent = &text[line_start(at.start)..at.start];
    if indent.trim().is_empty() {
        let end = line_end(at.end);
        // In a group on lines of its own nothing but a comment follows a line.
        let rest = text[at.end..end].trim();
        if rest.is_empty() || rest.starts_with("//") {
            return (end..end, format!("\n{indent}{path:?}"));
        }
    }
    (at.end..at.end, format!("; {path:?}"))
}
