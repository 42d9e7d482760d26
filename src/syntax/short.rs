//! Expressions and simple statements as gc's messages show them: on one line, the bodies of functions and composite
//! literals as `…` (gc's `syntax.String`, the `ShortForm` of its printer).
//!
//! This is not gofmt: spacing is fixed, parentheses are those of the tree, comments are gone.

use super::ast::{Ast, ChanDir, ExprId, ExprKind, FieldDecl, InterfaceElem, Param, StmtId, StmtKind};
use crate::base::Interner;

/// An expression or type.
pub fn expr_string(ast: &Ast, interner: &Interner, id: ExprId) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.expr(id);
    p.out
}

/// Expressions with commas between them.
pub fn expr_list_string(ast: &Ast, interner: &Interner, list: &[ExprId]) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.exprs(list);
    p.out
}

/// A simple statement. Of others there is only the first word: no message shows them.
pub fn stmt_string(ast: &Ast, interner: &Interner, id: StmtId) -> String {
    let mut p = Printer { ast, interner, out: String::new() };
    p.stmt(id);
    p.out
}

struct Printer<'a> {
    ast: &'a Ast,
    interner: &'a Interner,
    out: String,
}

impl Printer<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn exprs(&mut self, list: &[ExprId]) {
        for (i, &x) in list.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            self.expr(x);
        }
    }

    fn around(&mut self, open: &str, x: ExprId, close: &str) {
        self.put(open);
        self.expr(x);
        self.put(close);
    }

    fn expr(&mut self, id: ExprId) {
        let ast = self.ast;
        match &ast.exprs[id].kind {
            ExprKind::Bad => self.put("<bad expr>"),
            ExprKind::Name(name) => self.put(self.interner.name(*name)),
            ExprKind::Literal { text, .. } => self.put(self.interner.name(*text)),
            ExprKind::CompositeLit { ty, elems, .. } => {
                if let Some(ty) = ty {
                    self.expr(*ty);
                }
                self.put(if elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::KeyValue { key, value } => {
                self.expr(*key);
                self.around(": ", *value, "");
            }
            ExprKind::FuncLit { ty, body } => {
                self.expr(*ty);
                let empty = matches!(&ast.stmts[*body].kind, StmtKind::Block(block) if block.stmts.is_empty());
                self.put(if empty { " {}" } else { " {…}" });
            }
            ExprKind::Paren(x) => self.around("(", *x, ")"),
            ExprKind::Selector { x, sel } => {
                self.around("", *x, ".");
                self.put(self.interner.name(sel.name));
            }
            ExprKind::Index { x, indices } => {
                self.around("", *x, "[");
                self.exprs(indices);
                self.put("]");
            }
            ExprKind::Slice { x, index: [low, high, max], .. } => {
                self.around("", *x, "[");
                if let Some(low) = low {
                    self.expr(*low);
                }
                self.put(":");
                if let Some(high) = high {
                    self.expr(*high);
                }
                if let Some(max) = max {
                    self.around(":", *max, "");
                }
                self.put("]");
            }
            ExprKind::Assert { x, ty } => {
                self.expr(*x);
                self.around(".(", *ty, ")");
            }
            ExprKind::TypeSwitchGuard { lhs, x } => {
                if let Some(lhs) = lhs {
                    self.put(self.interner.name(lhs.name));
                    self.put(" := ");
                }
                self.around("", *x, ".(type)");
            }
            ExprKind::Unary { op, x } => self.around(op.text(), *x, ""),
            ExprKind::Binary { op, x, y } => {
                self.around("", *x, " ");
                self.put(op.text());
                self.around(" ", *y, "");
            }
            ExprKind::Call { fun, args, has_dots, .. } => {
                self.around("", *fun, "(");
                self.exprs(args);
                self.put(if *has_dots { "...)" } else { ")" });
            }
            ExprKind::ArrayType { len, elem } => {
                match len {
                    Some(len) => self.around("[", *len, "]"),
                    None => self.put("[...]"),
                }
                self.expr(*elem);
            }
            ExprKind::SliceType(elem) => self.around("[]", *elem, ""),
            ExprKind::DotsType(elem) => self.around("...", *elem, ""),
            ExprKind::StructType(fields) => self.fields(fields),
            ExprKind::InterfaceType(elems) => self.interface(elems),
            ExprKind::FuncType { params, results } => {
                self.put("func");
                self.signature(params, results);
            }
            ExprKind::MapType { key, value } => {
                self.around("map[", *key, "]");
                self.expr(*value);
            }
            ExprKind::ChanType { dir, elem } => {
                self.put(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::SendOnly => "chan<- ",
                    ChanDir::RecvOnly => "<-chan ",
                });
                let recv = matches!(ast.exprs[*elem].kind, ExprKind::ChanType { dir: ChanDir::RecvOnly, .. });
                if *dir == ChanDir::Both && recv {
                    self.around("(", *elem, ")");
                } else {
                    self.expr(*elem);
                }
            }
        }
    }

    fn fields(&mut self, fields: &[FieldDecl]) {
        self.put("struct{");
        for (i, field) in fields.iter().enumerate() {
            let joins = |other: Option<&FieldDecl>| other.is_some_and(|o| o.name.is_some() && o.ty == field.ty);
            if i > 0 {
                self.put(if joins(fields.get(i - 1)) { ", " } else { "; " });
            }
            if let Some(name) = field.name {
                self.put(self.interner.name(name.name));
                if joins(fields.get(i + 1)) {
                    continue;
                }
                self.put(" ");
            }
            self.expr(field.ty);
            if let Some(tag) = field.tag {
                self.around(" ", tag, "");
            }
        }
        self.put("}");
    }

    fn interface(&mut self, elems: &[InterfaceElem]) {
        self.put("interface{");
        for (i, elem) in elems.iter().enumerate() {
            if i > 0 {
                self.put("; ");
            }
            let kind = &self.ast.exprs[elem.ty].kind;
            if let (Some(name), ExprKind::FuncType { params, results }) = (elem.name, kind) {
                self.put(self.interner.name(name.name));
                self.signature(params, results);
            } else {
                self.expr(elem.ty);
            }
        }
        self.put("}");
    }

    fn signature(&mut self, params: &[Param], results: &[Param]) {
        self.params(params);
        match results {
            [] => {}
            [Param { name: None, ty, .. }] => self.around(" ", *ty, ""),
            _ => {
                self.put(" ");
                self.params(results);
            }
        }
    }

    fn params(&mut self, params: &[Param]) {
        self.put("(");
        for (i, param) in params.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            if let Some(name) = param.name {
                self.put(self.interner.name(name.name));
                if params.get(i + 1).is_some_and(|next| next.name.is_some() && next.ty == param.ty) {
                    continue;
                }
                self.put(" ");
            }
            self.expr(param.ty);
        }
        self.put(")");
    }

    fn stmt(&mut self, id: StmtId) {
        let ast = self.ast;
        match &ast.stmts[id].kind {
            StmtKind::Expr(x) => self.expr(*x),
            StmtKind::Send { chan, value } => {
                self.expr(*chan);
                self.around(" <- ", *value, "");
            }
            StmtKind::Assign { op, lhs, rhs } => {
                self.exprs(lhs);
                self.put(" ");
                self.put(op.map_or("", |op| op.text()));
                self.put("= ");
                self.exprs(rhs);
            }
            StmtKind::Define { lhs, rhs } => {
                self.exprs(lhs);
                self.put(" := ");
                self.exprs(rhs);
            }
            StmtKind::IncDec { x, inc } => self.around("", *x, if *inc { "++" } else { "--" }),
            StmtKind::Empty => {}
            StmtKind::Labeled { .. } => self.put("label"),
            StmtKind::Block(_) => self.put("{…}"),
            StmtKind::Decl(_) => self.put("declaration"),
            StmtKind::Branch { .. } => self.put("branch"),
            StmtKind::Go(_) => self.put("go"),
            StmtKind::Defer(_) => self.put("defer"),
            StmtKind::Return(_) => self.put("return"),
            StmtKind::If { .. } => self.put("if"),
            StmtKind::For { .. } | StmtKind::Range { .. } => self.put("for"),
            StmtKind::Switch { .. } => self.put("switch"),
            StmtKind::Select { .. } => self.put("select"),
        }
    }
}
