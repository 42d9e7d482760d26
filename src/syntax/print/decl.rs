//! Declarations and files.
//!
//! The tree has an entry for each line of a group; here a group is one declaration again ([`GenDecl`], as in go/ast),
//! since keyword, parentheses and columns are of the group. This follows `go/printer/nodes.go`.

use super::expr::ListMode;
use super::field::ParamMode;
use super::imports::unquote;
use super::printer::{Printer, Ws};
use super::source::{GroupId, Source};
use crate::base::Pos;
use crate::syntax::ast::{Decl, DeclId, DeclKind, ExprId, ExprKind, File, FuncDecl, Ident, LitKind, Param};
use crate::syntax::token::Token;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// A keyword and what it declares.
#[derive(Debug)]
pub(super) struct GenDecl {
    pub(super) keyword: Pos,
    pub(super) token: Token,
    pub(super) parens: Option<(Pos, Pos)>,
    pub(super) specs: Vec<DeclId>,
}

/// A declaration of a file.
#[derive(Debug)]
pub(super) enum TopDecl {
    Gen(GenDecl),
    Func(DeclId),
}

impl TopDecl {
    fn pos(&self, src: &Source<'_>) -> Pos {
        match self {
            TopDecl::Gen(decl) => decl.keyword,
            TopDecl::Func(id) => src.ast.decls[*id].span.lo,
        }
    }
}

impl Source<'_> {
    /// The declaration whose keyword stands at `keyword`; all its lines are `specs`.
    pub(super) fn gen_decl(&self, keyword: Pos, specs: &[DeclId]) -> GenDecl {
        let group = match specs.first() {
            Some(&id) => self.ast.decls[id].group.and_then(|group| self.ast.groups.get(group as usize)),
            None => self.ast.groups.iter().find(|group| group.keyword == keyword),
        };
        let parens = group.map(|group| (group.lparen, group.rparen));
        GenDecl { keyword, token: self.kind_at(keyword), parens, specs: specs.to_vec() }
    }

    /// The declarations of `file` in order, with empty groups.
    pub(super) fn top_level(&self, file: &File) -> Vec<TopDecl> {
        let mut decls: Vec<TopDecl> = Vec::new();
        let mut rest = &file.decls[..];
        while let Some(&first) = rest.first() {
            let decl = &self.ast.decls[first];
            let len = match decl.group {
                Some(_) => rest.iter().take_while(|&&id| self.ast.decls[id].group == decl.group).count(),
                None => 1,
            };
            let (specs, after) = rest.split_at(len);
            rest = after;
            decls.push(if matches!(decl.kind, DeclKind::Func(_)) {
                TopDecl::Func(first)
            } else {
                let group = decl.group.and_then(|group| self.ast.groups.get(group as usize));
                TopDecl::Gen(self.gen_decl(group.map_or(decl.span.lo, |group| group.keyword), specs))
            });
        }
        let empty = |pos: Pos| self.after(Pos(pos.0 + 1)) == self.mate(pos);
        let groups = self.ast.groups.iter().filter(|g| self.is_outermost(g.keyword) && empty(g.lparen));
        decls.extend(groups.map(|group| TopDecl::Gen(self.gen_decl(group.keyword, &[]))));
        crate::base::sort_by_key(&mut decls, |decl| decl.pos(self));
        decls
    }

    /// Where a line of a declaration starts and ends.
    pub(super) fn spec_place(&self, id: DeclId) -> (Pos, Pos) {
        if let Some(&moved) = self.moved.get(&id) {
            return moved;
        }
        let decl = &self.ast.decls[id];
        let start = match &decl.kind {
            DeclKind::Import { name, path } => {
                name.map(|name| name.pos).or(path.map(|path| self.start(path))).unwrap_or(decl.pos)
            }
            DeclKind::Const { names, .. } | DeclKind::Var { names, .. } => names[0].pos,
            DeclKind::Type { name, .. } => name.pos,
            DeclKind::Func(_) => decl.span.lo,
        };
        (start, decl.span.hi)
    }

    /// The comment above a line in a group.
    fn spec_doc(&self, decl: &GenDecl, id: DeclId) -> Option<GroupId> {
        decl.parens.and_then(|_| self.lead_comment(self.spec_place(id).0))
    }

    /// The comment behind a line.
    pub(super) fn spec_comment(&self, id: DeclId) -> Option<GroupId> {
        self.line_comment(self.ast.decls[id].span.hi)
    }
}

/// A line of a `const` or `var` declaration.
struct ValueSpec<'t> {
    names: Vec<ExprId>,
    ty: Option<ExprId>,
    values: &'t [ExprId],
}

impl<'t> ValueSpec<'t> {
    fn of(decl: &'t Decl) -> Option<Self> {
        match &decl.kind {
            DeclKind::Const { names, ty, values, .. } | DeclKind::Var { names, ty, values } => {
                Some(ValueSpec { names: names.iter().map(|name| name.id).collect(), ty: *ty, values })
            }
            DeclKind::Import { .. } | DeclKind::Type { .. } | DeclKind::Func(_) => None,
        }
    }
}

/// For each line whether it keeps a column for types: values of consecutive lines go there if none has a type.
fn keep_type_column(specs: &[ValueSpec<'_>]) -> Vec<bool> {
    let mut keep = vec![false; specs.len()];
    let mut run = None;
    let mut typed = false;
    for (i, spec) in specs.iter().enumerate() {
        if spec.values.is_empty() {
            if let Some(start) = run.take() {
                keep[start..i].fill(typed);
            }
        } else if run.is_none() {
            run = Some(i);
            typed = false;
        }
        typed |= spec.ty.is_some();
    }
    if let Some(start) = run {
        keep[start..].fill(typed);
    }
    keep
}

impl Printer<'_> {
    /// All of a file.
    pub(super) fn file(&mut self, file: &File, decls: &[TopDecl]) {
        let src = self.src;
        self.set_pos(src.after(Pos::NONE));
        self.token("package");
        self.ws(Ws::Blank);
        self.expr(file.package.id);
        let mut prev = None;
        for decl in decls {
            let (token, doc) = match decl {
                TopDecl::Gen(decl) => (decl.token, src.lead_comment(decl.keyword)),
                TopDecl::Func(id) => (Token::Func, src.lead_comment(src.ast.decls[*id].span.lo)),
            };
            // An empty line where another kind of declaration starts or one is documented.
            let min = if prev != Some(token) || doc.is_some() { 2 } else { 1 };
            prev = Some(token);
            let start = self.line(decl.pos(src));
            let long = match decl {
                TopDecl::Func(id) => self.line(src.ast.decls[*id].span.hi) > start,
                TopDecl::Gen(_) => false,
            };
            self.linebreak(start, min, Ws::Ignore, long);
            match decl {
                TopDecl::Gen(decl) => self.gen_decl(decl),
                TopDecl::Func(id) => {
                    let decl = &src.ast.decls[*id];
                    if let DeclKind::Func(func) = &decl.kind {
                        self.func_decl(decl.span.lo, func, doc);
                    }
                }
            }
        }
        self.ws(Ws::Newline);
    }

    fn func_decl(&mut self, keyword: Pos, func: &FuncDecl, doc: Option<GroupId>) {
        let src = self.src;
        self.set_comment(doc);
        self.set_pos(keyword);
        self.token("func");
        self.ws(Ws::Blank);
        // Only now is it known where the line starts.
        let start = self.out_column() - "func ".len() as i64;
        let lparen = src.after(Pos(keyword.0 + "func".len() as u32));
        if src.kind_at(lparen) == Token::Lparen {
            let recvs: Vec<Param> = func.recv.iter().chain(&func.more_recvs).cloned().collect();
            self.parameters(lparen, &recvs, ParamMode::Func);
            self.ws(Ws::Blank);
        }
        self.expr(func.name.id);
        self.signature(self.type_params(func.name, &func.tparams), func.ty);
        if let Some(body) = func.body {
            let header = self.distance_from(keyword, start);
            self.func_body(header, Ws::Vtab, body);
        }
    }

    /// Type parameters with the place of their bracket, which follows the name.
    fn type_params<'t>(&self, name: Ident, tparams: &'t [Param]) -> Option<(Pos, &'t [Param])> {
        (!tparams.is_empty()).then(|| (self.src.after(self.src.end(name.id)), tparams))
    }

    pub(super) fn gen_decl(&mut self, decl: &GenDecl) {
        let src = self.src;
        self.set_comment(src.lead_comment(decl.keyword));
        self.set_pos(decl.keyword);
        self.token(decl.token.text());
        self.ws(Ws::Blank);
        let Some((lparen, rparen)) = decl.parens else {
            if let [id] = decl.specs[..] {
                self.spec(decl, id, true);
            }
            return;
        };
        self.set_pos(lparen);
        self.token("(");
        if !decl.specs.is_empty() {
            self.ws(Ws::Indent);
            self.ws(Ws::Formfeed);
            let values: Vec<ValueSpec<'_>> =
                decl.specs.iter().filter_map(|&id| ValueSpec::of(&src.ast.decls[id])).collect();
            let columns = (values.len() > 1).then(|| keep_type_column(&values));
            let record = self.start_record();
            for (i, &id) in decl.specs.iter().enumerate() {
                if i > 0 {
                    let section = self.past_record(record);
                    self.linebreak(self.line(src.spec_place(id).0), 1, Ws::Ignore, section);
                }
                self.record_line(record);
                match &columns {
                    Some(keep) => self.value_spec(decl, id, &values[i], keep[i]),
                    None => self.spec(decl, id, false),
                }
            }
            self.end_record(record);
            self.ws(Ws::Unindent);
            self.ws(Ws::Formfeed);
        }
        self.set_pos(rparen);
        self.token(")");
    }

    /// One of several lines of constants or variables, in columns.
    fn value_spec(&mut self, decl: &GenDecl, id: DeclId, spec: &ValueSpec<'_>, keep_type: bool) {
        let src = self.src;
        self.set_comment(src.spec_doc(decl, id));
        self.name_list(&spec.names, false);
        let mut tabs = 3;
        if spec.ty.is_some() || keep_type {
            self.ws(Ws::Vtab);
            tabs -= 1;
        }
        if let Some(ty) = spec.ty {
            self.expr(ty);
        }
        if !spec.values.is_empty() {
            self.ws(Ws::Vtab);
            self.token("=");
            self.ws(Ws::Blank);
            self.expr_list(Pos::NONE, spec.values, 1, ListMode::Plain, Pos::NONE);
            tabs -= 1;
        }
        let comment = src.spec_comment(id);
        if comment.is_some() {
            for _ in 0..tabs {
                self.ws(Ws::Vtab);
            }
            self.set_comment(comment);
        }
    }

    /// A line of a declaration; `indent` says whether names on further lines are indented.
    fn spec(&mut self, decl: &GenDecl, id: DeclId, indent: bool) {
        let src = self.src;
        self.set_comment(src.spec_doc(decl, id));
        let comment = src.spec_comment(id);
        match &src.ast.decls[id].kind {
            DeclKind::Import { name, path } => {
                let moved = src.moved.get(&id);
                if let Some(name) = name {
                    self.set_pos(moved.map_or(name.pos, |&(start, _)| start));
                    self.name(src.names.name(name.name));
                    self.ws(Ws::Blank);
                }
                if let Some(path) = *path {
                    self.set_pos(moved.map_or_else(|| src.start(path), |&(start, _)| start));
                    self.import_path(path);
                }
                self.set_comment(comment);
                if let Some(&(_, end)) = moved {
                    self.set_pos(end);
                }
            }
            DeclKind::Type { name, tparams, alias, ty } => {
                self.expr(name.id);
                if let Some((lbrack, tparams)) = self.type_params(*name, tparams) {
                    self.parameters(lbrack, tparams, ParamMode::Type);
                }
                self.ws(if decl.specs.len() == 1 { Ws::Blank } else { Ws::Vtab });
                if *alias {
                    self.token("=");
                    self.ws(Ws::Blank);
                }
                self.expr(*ty);
                self.set_comment(comment);
            }
            DeclKind::Const { .. } | DeclKind::Var { .. } | DeclKind::Func(_) => {
                let Some(spec) = ValueSpec::of(&src.ast.decls[id]) else { return };
                self.name_list(&spec.names, indent);
                if let Some(ty) = spec.ty {
                    self.ws(Ws::Blank);
                    self.expr(ty);
                }
                if !spec.values.is_empty() {
                    self.ws(Ws::Blank);
                    self.token("=");
                    self.ws(Ws::Blank);
                    self.expr_list(Pos::NONE, spec.values, 1, ListMode::Plain, Pos::NONE);
                }
                self.set_comment(comment);
            }
        }
    }

    /// The path of an import: between double quotes, if it is a valid one.
    fn import_path(&mut self, path: ExprId) {
        let text = self.src.literal(self.src.ast.exprs[path].span);
        let valid = |c: char| {
            !matches!(c.general_category_group(), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
                && !c.is_whitespace()
                && !"!\"#$%&'()*,:;<=>?[\\]^{|}`\u{FFFD}".contains(c)
        };
        let is_string = matches!(self.src.ast.exprs[path].kind, ExprKind::Literal { kind: LitKind::String, .. });
        let unquoted = unquote(&text).filter(|_| is_string).and_then(|bytes| String::from_utf8(bytes).ok());
        match unquoted.filter(|path| !path.is_empty() && path.chars().all(valid)) {
            Some(path) => self.literal(LitKind::String, &format!("\"{path}\"")),
            None => self.literal(LitKind::String, &text),
        }
    }
}
