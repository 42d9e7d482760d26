//! The tree as text, one node a line: kind, what it says, where gc reports about it. For tests, and for comparing
//! with the tree of the real compiler (`examples/parse_tree.rs --tree`).

use super::ast::{
    Ast, Block, DeclId, DeclKind, ExprId, ExprKind, FieldDecl, File, Ident, InterfaceElem, Param, StmtId, StmtKind,
};
use super::positions::start_pos;
use crate::base::{Interner, Pos, SourceMap, Span};
use std::fmt::Write as _;

/// The declarations of a file.
///
/// A line is `kind words line:col`, then for expressions where gc says that they start. With `text`, the source text
/// of the node follows.
pub fn dump_file(ast: &Ast, file: &File, sources: &SourceMap, interner: &Interner, text: bool) -> String {
    let mut dump = Dump { ast, sources, interner, text, depth: 0, out: String::new() };
    for &decl in &file.decls {
        dump.decl(decl);
    }
    dump.out
}

struct Dump<'a> {
    ast: &'a Ast,
    sources: &'a SourceMap,
    interner: &'a Interner,
    text: bool,
    depth: usize,
    out: String,
}

impl Dump<'_> {
    fn put(&mut self, args: std::fmt::Arguments<'_>) {
        self.out.write_fmt(args).expect("a string takes everything");
    }

    fn place(&mut self, pos: Pos) {
        match self.sources.locate(pos) {
            Some((_, at)) => self.put(format_args!(" {}:{}", at.line, at.col)),
            None => self.out.push_str(" -"),
        }
    }

    /// A line, and below it what `children` prints.
    fn node(&mut self, words: &str, at: &[Pos], span: Option<Span>, children: impl FnOnce(&mut Self)) {
        let indent = self.depth;
        self.put(format_args!("{:indent$}{words}", ""));
        for &pos in at {
            self.place(pos);
        }
        if let (true, Some(span)) = (self.text, span) {
            self.span(span);
        }
        self.out.push('\n');
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn span(&mut self, span: Span) {
        if let Some(id) = self.sources.file_of(span.lo) {
            let file = self.sources.file(id);
            let text = &file.text()[file.offset(span.lo)..file.offset(span.hi)];
            self.put(format_args!(" `{}`", text.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }

    fn option(&mut self, what: &str, x: Option<ExprId>) {
        match x {
            Some(x) => self.expr(x),
            None => self.node(what, &[], None, |_| {}),
        }
    }

    fn exprs(&mut self, list: &[ExprId]) {
        for &x in list {
            self.expr(x);
        }
    }

    /// Expressions in a node of their own, since their number is open.
    fn list(&mut self, what: &str, list: &[ExprId]) {
        self.node(what, &[], None, |d| d.exprs(list));
    }

    fn idents(&mut self, names: &[Ident]) {
        for name in names {
            self.expr(name.id);
        }
    }

    fn params(&mut self, what: &str, params: &[Param]) {
        self.node(what, &[], None, |d| {
            for param in params {
                d.node("Param", &[param.pos], None, |d| {
                    d.option("-", param.name.map(|name| name.id));
                    d.expr(param.ty);
                });
            }
        });
    }

    fn expr(&mut self, id: ExprId) {
        let ast = self.ast;
        let expr = &ast.exprs[id];
        let words = match &expr.kind {
            ExprKind::Bad => "Bad".to_owned(),
            ExprKind::Name(name) => format!("Name {}", self.interner.name(*name)),
            ExprKind::Literal { kind, text, bad } => {
                let bad = if *bad { " bad" } else { "" };
                format!("{kind:?} {:?}{bad}", self.interner.name(*text))
            }
            ExprKind::CompositeLit { keyed, .. } => format!("CompositeLit {keyed}"),
            ExprKind::KeyValue { .. } => "KeyValue".to_owned(),
            ExprKind::FuncLit { .. } => "FuncLit".to_owned(),
            ExprKind::Paren(_) => "Paren".to_owned(),
            ExprKind::Selector { .. } => "Selector".to_owned(),
            ExprKind::Index { .. } => "Index".to_owned(),
            ExprKind::Slice { full, .. } => format!("Slice{}", if *full { " full" } else { "" }),
            ExprKind::Assert { .. } => "Assert".to_owned(),
            ExprKind::TypeSwitchGuard { .. } => "TypeSwitchGuard".to_owned(),
            ExprKind::Unary { op, .. } => format!("Unary {}", op.text()),
            ExprKind::Binary { op, .. } => format!("Binary {}", op.text()),
            ExprKind::Call { has_dots, .. } => format!("Call{}", if *has_dots { " ..." } else { "" }),
            ExprKind::ArrayType { .. } => "ArrayType".to_owned(),
            ExprKind::SliceType(_) => "SliceType".to_owned(),
            ExprKind::DotsType(_) => "DotsType".to_owned(),
            ExprKind::StructType(_) => "StructType".to_owned(),
            ExprKind::InterfaceType(_) => "InterfaceType".to_owned(),
            ExprKind::FuncType { .. } => "FuncType".to_owned(),
            ExprKind::MapType { .. } => "MapType".to_owned(),
            ExprKind::ChanType { dir, .. } => format!("ChanType {dir:?}"),
        };
        let at = [expr.pos, start_pos(ast, id)];
        self.node(&words, &at, Some(expr.span), |d| d.operands(&expr.kind));
    }

    fn operands(&mut self, kind: &ExprKind) {
        match kind {
            ExprKind::Bad | ExprKind::Name(_) | ExprKind::Literal { .. } => {}
            ExprKind::CompositeLit { ty, elems, rbrace, .. } => {
                self.option("-", *ty);
                self.exprs(elems);
                self.node("rbrace", &[*rbrace], None, |_| {});
            }
            ExprKind::KeyValue { key: x, value: y }
            | ExprKind::Binary { x, y, .. }
            | ExprKind::Assert { x, ty: y }
            | ExprKind::MapType { key: x, value: y } => self.exprs(&[*x, *y]),
            ExprKind::FuncLit { ty, body } => {
                self.expr(*ty);
                self.stmt(*body);
            }
            ExprKind::Paren(x)
            | ExprKind::Unary { x, .. }
            | ExprKind::SliceType(x)
            | ExprKind::DotsType(x)
            | ExprKind::ChanType { elem: x, .. } => self.expr(*x),
            ExprKind::Selector { x, sel } => self.exprs(&[*x, sel.id]),
            ExprKind::Index { x, indices } => {
                self.expr(*x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, index, .. } => {
                self.expr(*x);
                for i in index {
                    self.option("-", *i);
                }
            }
            ExprKind::TypeSwitchGuard { lhs, x } => {
                self.option("-", lhs.map(|name| name.id));
                self.expr(*x);
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(*fun);
                self.exprs(args);
            }
            ExprKind::ArrayType { len, elem } => {
                self.option("...", *len);
                self.expr(*elem);
            }
            ExprKind::StructType(fields) => self.fields(fields),
            ExprKind::InterfaceType(elems) => self.elems(elems),
            ExprKind::FuncType { params, results } => {
                self.params("params", params);
                self.params("results", results);
            }
        }
    }

    fn fields(&mut self, fields: &[FieldDecl]) {
        for field in fields {
            self.node("Field", &[field.pos], None, |d| {
                d.option("-", field.name.map(|name| name.id));
                d.expr(field.ty);
                d.option("-", field.tag);
            });
        }
    }

    fn elems(&mut self, elems: &[InterfaceElem]) {
        for elem in elems {
            self.node("Elem", &[elem.pos], None, |d| {
                d.option("-", elem.name.map(|name| name.id));
                d.expr(elem.ty);
            });
        }
    }

    fn block(&mut self, block: &Block) {
        self.node("block", &[block.lbrace, block.rbrace], None, |d| d.stmts(&block.stmts));
    }

    fn stmts(&mut self, list: &[StmtId]) {
        for &stmt in list {
            self.stmt(stmt);
        }
    }

    fn option_stmt(&mut self, stmt: Option<StmtId>) {
        match stmt {
            Some(stmt) => self.stmt(stmt),
            None => self.node("-", &[], None, |_| {}),
        }
    }

    fn stmt(&mut self, id: StmtId) {
        let stmt = &self.ast.stmts[id];
        let words = match &stmt.kind {
            StmtKind::Empty => "Empty".to_owned(),
            StmtKind::Labeled { .. } => "Labeled".to_owned(),
            StmtKind::Block(block) => return self.block(block),
            StmtKind::Expr(_) => "ExprStmt".to_owned(),
            StmtKind::Send { .. } => "Send".to_owned(),
            StmtKind::Decl(_) => "DeclStmt".to_owned(),
            StmtKind::Assign { op: Some(op), .. } => format!("Assign {}=", op.text()),
            StmtKind::Assign { op: None, .. } => "Assign =".to_owned(),
            StmtKind::Define { .. } => "Define".to_owned(),
            StmtKind::IncDec { inc, .. } => format!("IncDec {}", if *inc { "++" } else { "--" }),
            StmtKind::Branch { kind, .. } => format!("{kind:?}"),
            StmtKind::Go(_) => "Go".to_owned(),
            StmtKind::Defer(_) => "Defer".to_owned(),
            StmtKind::Return(_) => "Return".to_owned(),
            StmtKind::If { .. } => "If".to_owned(),
            StmtKind::For { .. } => "For".to_owned(),
            StmtKind::Range { define, .. } => format!("Range {}", if *define { ":=" } else { "=" }),
            StmtKind::Switch { .. } => "Switch".to_owned(),
            StmtKind::Select { .. } => "Select".to_owned(),
        };
        self.node(&words, &[stmt.pos], Some(stmt.span), |d| d.parts(&stmt.kind));
    }

    fn parts(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Empty => {}
            StmtKind::Labeled { label, stmt } => {
                self.expr(label.id);
                self.stmt(*stmt);
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::Expr(x) | StmtKind::IncDec { x, .. } | StmtKind::Go(x) | StmtKind::Defer(x) => self.expr(*x),
            StmtKind::Send { chan, value } => self.exprs(&[*chan, *value]),
            StmtKind::Decl(decls) => decls.iter().for_each(|&decl| self.decl(decl)),
            StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs } => {
                self.list("lhs", lhs);
                self.list("rhs", rhs);
            }
            StmtKind::Branch { label, .. } => self.option("-", label.map(|label| label.id)),
            StmtKind::Return(values) => self.exprs(values),
            StmtKind::If { init, cond, then, els } => {
                self.option_stmt(*init);
                self.expr(*cond);
                self.block(then);
                self.option_stmt(*els);
            }
            StmtKind::For { init, cond, post, body } => {
                self.option_stmt(*init);
                self.option("-", *cond);
                self.option_stmt(*post);
                self.block(body);
            }
            StmtKind::Range { lhs, x, body, range_pos, .. } => {
                self.node("range", &[*range_pos], None, |_| {});
                self.list("lhs", lhs);
                self.expr(*x);
                self.block(body);
            }
            StmtKind::Switch { init, tag, clauses, rbrace } => {
                self.option_stmt(*init);
                self.option("-", *tag);
                for clause in clauses {
                    self.node("clause", &[clause.pos, clause.colon], None, |d| {
                        match &clause.cases {
                            Some(cases) => d.list("case", cases),
                            None => d.node("default", &[], None, |_| {}),
                        }
                        d.stmts(&clause.body);
                    });
                }
                self.node("rbrace", &[*rbrace], None, |_| {});
            }
            StmtKind::Select { clauses, rbrace } => {
                for clause in clauses {
                    self.node("clause", &[clause.pos, clause.colon], None, |d| {
                        d.option_stmt(clause.comm);
                        d.stmts(&clause.body);
                    });
                }
                self.node("rbrace", &[*rbrace], None, |_| {});
            }
        }
    }

    fn decl(&mut self, id: DeclId) {
        let decl = &self.ast.decls[id];
        let words = match &decl.kind {
            DeclKind::Import { .. } => "Import".to_owned(),
            DeclKind::Const { .. } => "Const".to_owned(),
            DeclKind::Var { .. } => "Var".to_owned(),
            DeclKind::Type { alias, .. } => if *alias { "Type =" } else { "Type" }.to_owned(),
            DeclKind::Func(_) => "Func".to_owned(),
        };
        self.node(&words, &[decl.pos], Some(decl.span), |d| match &decl.kind {
            DeclKind::Import { name, path } => {
                d.option("-", name.map(|name| name.id));
                d.option("-", *path);
            }
            DeclKind::Const { names, ty, values, .. } | DeclKind::Var { names, ty, values } => {
                d.idents(names);
                d.option("-", *ty);
                d.list("values", values);
            }
            DeclKind::Type { name, tparams, ty, .. } => {
                d.expr(name.id);
                d.params("tparams", tparams);
                d.expr(*ty);
            }
            DeclKind::Func(func) => {
                let recv: Vec<Param> = func.recv.iter().cloned().collect();
                d.params("recv", &recv);
                d.expr(func.name.id);
                d.params("tparams", &func.tparams);
                d.expr(func.ty);
                d.option_stmt(func.body);
            }
        });
    }
}
