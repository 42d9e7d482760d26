//! Lists of fields: parameters, struct fields and the lines of an interface.
//!
//! Parameters keep the line breaks of the source; fields stand one a line in columns, unless there is only a short one.
//! The tree has one entry for each name; here names of one list are together again.

use super::printer::{Node, Printer, Ws};
use super::source::{GroupId, Source};
use crate::base::Pos;
use crate::syntax::ast::{ExprId, ExprKind, FieldDecl, Ident, InterfaceElem, Param, UnaryOp};
use crate::syntax::token::Token;

/// A field wider than this does not go on the line of its braces.
const ONE_LINE: usize = 30;

/// What a list of parameters belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParamMode {
    /// Parameters or results.
    Func,
    /// Type parameters of a function.
    FuncType,
    /// Type parameters of a type.
    Type,
}

/// Names that share a type; no names if there is only a type.
struct Field {
    names: Vec<ExprId>,
    ty: ExprId,
    tag: Option<ExprId>,
    doc: Option<GroupId>,
    comment: Option<GroupId>,
}

impl Field {
    fn start(&self, src: &Source<'_>) -> Pos {
        match self.names.first() {
            Some(&name) => src.ast.exprs[name].span.lo,
            None => src.start(self.ty),
        }
    }
}

/// Puts names of one list together.
fn collect(list: impl Iterator<Item = (Option<Ident>, ExprId, Option<ExprId>)>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (name, ty, tag) in list {
        match (name, fields.last_mut()) {
            (Some(name), Some(field)) if field.ty == ty && !field.names.is_empty() => field.names.push(name.id),
            _ => {
                let names = name.map(|name| name.id).into_iter().collect();
                fields.push(Field { names, ty, tag, doc: None, comment: None });
            }
        }
    }
    fields
}

/// Functions.
impl Printer<'_> {
    /// Type parameters, parameters and results of the function type `ty`; its `func` is printed. The list of type
    /// parameters comes with the place of its bracket.
    pub(super) fn signature(&mut self, tparams: Option<(Pos, &[Param])>, ty: ExprId) {
        let src = self.src;
        let expr = &src.ast.exprs[ty];
        let ExprKind::FuncType { params, results } = &expr.kind else { return };
        if let Some((lbrack, tparams)) = tparams {
            self.parameters(lbrack, tparams, ParamMode::FuncType);
        }
        let lo = expr.span.lo;
        let lparen = if src.kind_at(lo) == Token::Func { src.after(Pos(lo.0 + "func".len() as u32)) } else { lo };
        self.parameters(lparen, params, ParamMode::Func);
        match results[..] {
            [] => {}
            [Param { name: None, ty, .. }] => {
                self.ws(Ws::Blank);
                self.type_without_parens(ty);
            }
            _ => {
                self.ws(Ws::Blank);
                let lparen = src.after(Pos(src.mate(lparen).0 + 1));
                self.parameters(lparen, results, ParamMode::Func);
            }
        }
    }

    /// A list of parameters whose opening bracket stands at `opening`.
    pub(super) fn parameters(&mut self, opening: Pos, params: &[Param], mode: ParamMode) {
        let src = self.src;
        let (open, close) = if mode == ParamMode::Func { ("(", ")") } else { ("[", "]") };
        let closing = src.mate(opening);
        self.set_pos(opening);
        self.token(open);
        let fields = collect(params.iter().map(|param| (param.name, param.ty, None)));
        if !fields.is_empty() {
            let mut prev_line = self.line(opening);
            let mut ws = Ws::Indent;
            for (i, field) in fields.iter().enumerate() {
                let start = field.start(src);
                let line = self.line(start);
                let needs_break = 0 < prev_line && prev_line < line;
                if i > 0 {
                    if !needs_break {
                        self.set_pos(start);
                    }
                    self.token(",");
                }
                if needs_break && self.linebreak(line, 0, ws, true) > 0 {
                    ws = Ws::Ignore;
                } else if i > 0 {
                    self.ws(Ws::Blank);
                }
                if !field.names.is_empty() {
                    // Indents if that has not happened, and then ends it too.
                    self.name_list(&field.names, ws == Ws::Indent);
                    self.ws(Ws::Blank);
                }
                self.type_without_parens(field.ty);
                prev_line = self.line(src.end(field.ty));
            }
            let closing_line = self.line(closing);
            if 0 < prev_line && prev_line < closing_line {
                self.token(",");
                self.linebreak(closing_line, 0, Ws::Ignore, true);
            } else if mode == ParamMode::Type && params.len() == 1 && src.combines_with_name(params[0].ty) {
                // `[P *T]` would be an array length.
                self.token(",");
            }
            if ws == Ws::Ignore {
                self.ws(Ws::Unindent);
            }
        }
        self.set_pos(closing);
        self.token(close);
    }
}

/// Constraints that may read as operands.
impl Source<'_> {
    /// Whether a name and the type `x` after it make another expression, as `P *T` does.
    fn combines_with_name(&self, x: ExprId) -> bool {
        let mut x = self.unparen(x);
        loop {
            match self.ast.exprs[x].kind {
                ExprKind::Unary { op: UnaryOp::Deref, x: inner } => return !self.is_type_elem(inner),
                ExprKind::Binary { x: left, y, .. } => {
                    if self.is_type_elem(y) {
                        return false;
                    }
                    if !self.parens(left).is_empty() {
                        return !self.is_type_elem(left);
                    }
                    x = left;
                }
                ExprKind::Paren(inner) => return !self.is_type_elem(inner),
                _ => return false,
            }
        }
    }

    /// Whether `x` can only be an element of a constraint, not a value.
    fn is_type_elem(&self, mut x: ExprId) -> bool {
        loop {
            match self.ast.exprs[x].kind {
                ExprKind::ArrayType { .. }
                | ExprKind::SliceType(_)
                | ExprKind::StructType(_)
                | ExprKind::FuncType { .. }
                | ExprKind::InterfaceType(_)
                | ExprKind::MapType { .. }
                | ExprKind::ChanType { .. }
                | ExprKind::Unary { op: UnaryOp::Tilde, .. } => return true,
                ExprKind::Binary { x: left, y, .. } => {
                    if self.is_type_elem(y) {
                        return true;
                    }
                    x = left;
                }
                ExprKind::Paren(inner) => x = inner,
                _ => return false,
            }
        }
    }
}

/// Structs and interfaces.
impl Printer<'_> {
    /// The braces of a struct type and what is between.
    pub(super) fn struct_fields(&mut self, fields: &[FieldDecl], rbrace: Pos) {
        let src = self.src;
        let mut list = collect(fields.iter().map(|field| (field.name, field.ty, field.tag)));
        for field in &mut list {
            field.doc = src.lead_comment(field.start(src));
            field.comment = src.line_comment(src.end(field.tag.unwrap_or(field.ty)));
        }
        if self.on_one_line(&list, rbrace) {
            if let [field] = &list[..] {
                for (i, &name) in field.names.iter().enumerate() {
                    if i > 0 {
                        self.token(",");
                        self.ws(Ws::Blank);
                    }
                    self.expr(name);
                }
                if !field.names.is_empty() {
                    self.ws(Ws::Blank);
                }
                self.expr(field.ty);
            }
            self.end_one_line(&list, rbrace);
            return;
        }
        self.open_fields(&list, rbrace);
        let separator = if list.len() == 1 { Ws::Blank } else { Ws::Vtab };
        let record = self.start_record();
        for (i, field) in list.iter().enumerate() {
            if i > 0 {
                let section = self.past_record(record);
                self.linebreak(self.line(field.start(src)), 1, Ws::Ignore, section);
            }
            self.set_comment(field.doc);
            self.record_line(record);
            // Columns: names, type, tag, comment.
            let mut tabs = 2;
            if !field.names.is_empty() {
                self.name_list(&field.names, false);
                self.ws(separator);
                tabs = 1;
            }
            self.expr(field.ty);
            if let Some(tag) = field.tag {
                if !field.names.is_empty() && separator == Ws::Vtab {
                    self.ws(separator);
                }
                self.ws(separator);
                self.expr(tag);
                tabs = 0;
            }
            if field.comment.is_some() {
                for _ in 0..tabs {
                    self.ws(separator);
                }
                self.set_comment(field.comment);
            }
        }
        self.end_record(record);
        self.close_fields(rbrace);
    }

    /// The braces of an interface type and what is between.
    pub(super) fn interface_elems(&mut self, elems: &[InterfaceElem], rbrace: Pos) {
        let src = self.src;
        let mut list = collect(elems.iter().map(|elem| (elem.name, elem.ty, None)));
        for field in &mut list {
            let start = field.start(src);
            field.doc = src.lead_comment(start).filter(|_| src.kind_at(start) == Token::Name);
            field.comment = src.line_comment(src.end(field.ty));
        }
        if self.on_one_line(&list, rbrace) {
            if let [field] = &list[..] {
                self.interface_elem(field);
            }
            self.end_one_line(&list, rbrace);
            return;
        }
        self.open_fields(&list, rbrace);
        let record = self.start_record();
        for (i, field) in list.iter().enumerate() {
            if i > 0 {
                let section = self.past_record(record);
                self.linebreak(self.line(field.start(src)), 1, Ws::Ignore, section);
            }
            self.set_comment(field.doc);
            self.record_line(record);
            self.interface_elem(field);
            self.set_comment(field.comment);
        }
        self.end_record(record);
        self.close_fields(rbrace);
    }

    fn interface_elem(&mut self, field: &Field) {
        match field.names[..] {
            [name, ..] => {
                self.expr(name);
                self.signature(None, field.ty);
            }
            [] => self.expr(field.ty),
        }
    }

    /// Opens braces that stay on one line, if they do: without comments, with at most one short field. With a field
    /// it goes between blanks.
    fn on_one_line(&mut self, list: &[Field], rbrace: Pos) -> bool {
        let lbrace = self.src.mate(rbrace);
        if self.comment_before(rbrace) || self.line(lbrace) != self.line(rbrace) {
            return false;
        }
        match list {
            [] => {}
            [field] if field.tag.is_none() && field.comment.is_none() => {
                // As in go/printer names count for a blank, whatever their length.
                let names = usize::from(!field.names.is_empty());
                if names + self.node_size(Node::Expr(field.ty), ONE_LINE) > ONE_LINE {
                    return false;
                }
            }
            _ => return false,
        }
        self.set_pos(lbrace);
        self.token("{");
        if !list.is_empty() {
            self.ws(Ws::Blank);
        }
        true
    }

    fn end_one_line(&mut self, list: &[Field], rbrace: Pos) {
        if !list.is_empty() {
            self.ws(Ws::Blank);
        }
        self.set_pos(rbrace);
        self.token("}");
    }

    fn open_fields(&mut self, list: &[Field], rbrace: Pos) {
        let has_comments = self.comment_before(rbrace);
        self.ws(Ws::Blank);
        self.set_pos(self.src.mate(rbrace));
        self.token("{");
        self.ws(Ws::Indent);
        if has_comments || !list.is_empty() {
            self.ws(Ws::Formfeed);
        }
    }

    fn close_fields(&mut self, rbrace: Pos) {
        self.ws(Ws::Unindent);
        self.ws(Ws::Formfeed);
        self.set_pos(rbrace);
        self.token("}");
    }
}
