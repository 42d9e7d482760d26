//! Declarations of packages and functions.

use super::{DECLARATION_STARTS, Parser};
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{
    BinaryOp, Decl, DeclId, DeclKind, ExprId, ExprKind, FuncDecl, Group, Ident, LitKind, StmtId, StmtKind, UnaryOp,
};
use crate::syntax::errors;
use crate::syntax::token::Token;

/// Where a declaration stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its group.
    group: Option<u32>,
    /// How many of the group come before it.
    index: u32,
    /// Where its text starts if it is alone: at the keyword.
    keyword: Pos,
}

impl Parser<'_> {
    pub(super) fn top_level(&mut self, decls: &mut Vec<DeclId>) {
        let mut prev = Token::Import;
        while self.tok != Token::Eof {
            if self.tok == Token::Import && prev != Token::Import {
                self.syntax_error(errors::IMPORTS_FIRST);
            }
            prev = self.tok;
            match self.tok {
                Token::Import => self.decl_group(decls, Self::import_decl),
                Token::Const => self.decl_group(decls, Self::const_decl),
                Token::Type => self.decl_group(decls, Self::type_decl),
                Token::Var => self.decl_group(decls, Self::var_decl),
                Token::Func => {
                    let decl = self.func_decl();
                    decls.push(decl);
                }
                _ => {
                    let after_empty = decls.last().is_some_and(|&d| {
                        matches!(&self.ast.decls[d].kind, DeclKind::Func(FuncDecl { body: None, .. }))
                    });
                    if self.tok == Token::Lbrace && after_empty {
                        self.syntax_error(errors::BRACE_ON_NEXT_LINE);
                    } else {
                        self.syntax_error(errors::NON_DECLARATION);
                    }
                    self.advance(DECLARATION_STARTS);
                    continue;
                }
            }
            if self.tok != Token::Eof && !self.got(Token::Semi) {
                self.syntax_error(errors::AFTER_TOP_LEVEL);
                self.advance(DECLARATION_STARTS);
            }
        }
    }

    /// The statement `var`, `const` or `type`.
    pub(super) fn decl_stmt(&mut self, decl: fn(&mut Self, Place) -> DeclId) -> StmtId {
        let pos = self.pos;
        let mut decls = Vec::new();
        self.decl_group(&mut decls, decl);
        self.add_stmt(StmtKind::Decl(decls), pos, pos)
    }

    /// A keyword and one declaration, or several in parentheses.
    fn decl_group(&mut self, decls: &mut Vec<DeclId>, decl: fn(&mut Self, Place) -> DeclId) {
        let keyword = self.pos;
        self.next();
        if self.tok != Token::Lparen {
            let id = decl(self, Place { group: None, index: 0, keyword });
            decls.push(id);
            return;
        }
        let number = self.ast.groups.len();
        let group = Some(number as u32);
        self.ast.groups.push(Group { keyword, lparen: self.pos, rparen: self.pos });
        self.next();
        let mut index = 0;
        let rparen = self.list("grouped declaration", Token::Semi, Token::Rparen, |p| {
            let id = decl(p, Place { group, index, keyword });
            decls.push(id);
            index += 1;
            false
        });
        self.ast.groups[number].rparen = rparen;
    }

    fn add_decl(&mut self, kind: DeclKind, pos: Pos, place: Place) -> DeclId {
        let lo = if place.group.is_some() { pos } else { place.keyword };
        let span = self.span_from(lo);
        self.ast.decls.push(Decl { kind, pos, span, group: place.group })
    }

    fn import_decl(&mut self, place: Place) -> DeclId {
        let pos = self.pos;
        let name = match self.tok {
            Token::Name => Some(self.name()),
            Token::Dot => {
                let dot = self.interner.intern(".");
                self.next();
                let id = self.add_expr(ExprKind::Name(dot), pos, pos);
                Some(Ident { name: dot, id, pos })
            }
            _ => None,
        };
        let path = self.literal();
        match path {
            None => {
                self.syntax_error(errors::MISSING_IMPORT_PATH);
                self.advance(&[Token::Semi, Token::Rparen]);
            }
            Some(id) => {
                let at = self.ast.exprs[id].pos;
                if let ExprKind::Literal { kind, bad, .. } = &mut self.ast.exprs[id].kind
                    && !*bad
                    && *kind != LitKind::String
                {
                    *bad = true;
                    self.syntax_error_at(at, errors::IMPORT_PATH_STRING);
                }
            }
        }
        self.add_decl(DeclKind::Import { name, path }, pos, place)
    }

    pub(super) fn const_decl(&mut self, place: Place) -> DeclId {
        let pos = self.pos;
        let first = self.name();
        let names = self.name_list(first);
        let (mut ty, mut values) = (None, Vec::new());
        if !matches!(self.tok, Token::Eof | Token::Semi | Token::Rparen) {
            ty = self.type_or_nil();
            if self.got_assign() {
                values = self.expr_list().into_vec();
            }
        }
        self.add_decl(DeclKind::Const { names, ty, values, iota: place.index }, pos, place)
    }

    pub(super) fn var_decl(&mut self, place: Place) -> DeclId {
        let pos = self.pos;
        let first = self.name();
        let names = self.name_list(first);
        let (mut ty, mut values) = (None, Vec::new());
        if self.got_assign() {
            values = self.expr_list().into_vec();
        } else {
            ty = Some(self.type_());
            if self.got_assign() {
                values = self.expr_list().into_vec();
            }
        }
        self.add_decl(DeclKind::Var { names, ty, values }, pos, place)
    }

    pub(super) fn type_decl(&mut self, place: Place) -> DeclId {
        let pos = self.pos;
        let name = self.name();
        let (mut tparams, mut alias) = (Vec::new(), false);
        let ty = if self.tok == Token::Lbrack {
            let lbrack = self.pos;
            self.next();
            match self.tok {
                Token::Name => {
                    let x = self.array_length_or_type_param();
                    let comma = self.tok == Token::Comma;
                    match self.extract_name(x, comma) {
                        Some((pname, ptype)) if ptype.is_some() || self.tok != Token::Rbrack => {
                            tparams = self.param_list(Some(pname), ptype, Token::Rbrack, true, false);
                            alias = self.got_assign();
                            self.type_or_nil()
                        }
                        _ => Some(self.array_type(lbrack, Some(x))),
                    }
                }
                Token::Rbrack => {
                    self.next();
                    Some(self.slice_type(lbrack))
                }
                _ => Some(self.array_type(lbrack, None)),
            }
        } else {
            alias = self.got_assign();
            self.type_or_nil()
        };
        let ty = ty.unwrap_or_else(|| {
            let bad = self.bad_expr();
            self.syntax_error(errors::IN_TYPE_DECLARATION);
            self.advance(&[Token::Semi, Token::Rparen]);
            bad
        });
        self.add_decl(DeclKind::Type { name, tparams, alias, ty }, pos, place)
    }

    /// What follows `type T [` if it is a name: an expression that is an array length, or the first type parameter
    /// with a constraint that may read as an operand (`P *C`). A name before `[` can only be a type parameter, since
    /// no constant is indexed or sliced.
    fn array_length_or_type_param(&mut self) -> ExprId {
        let name = self.name().id;
        if self.tok == Token::Lbrack {
            return name;
        }
        self.expr_depth += 1;
        let operand = self.pexpr(Some(name));
        let x = self.binary_expr(Some(operand), 0);
        self.expr_depth -= 1;
        x
    }

    /// Reads an expression as a type parameter and its constraint: `P *C`, `P (C)`, `P *C|D`. It is one only if the
    /// constraint cannot be a value, or if `force` says so. Just a name has no constraint.
    fn extract_name(&mut self, x: ExprId, force: bool) -> Option<(Ident, Option<ExprId>)> {
        match *self.kind(x) {
            ExprKind::Name(_) => Some((self.as_ident(x)?, None)),
            ExprKind::Binary { op: BinaryOp::Mul, x: left, y } => {
                let name = self.as_ident(left)?;
                if !(force || self.is_type_elem(y)) {
                    return None;
                }
                let expr = &mut self.ast.exprs[x];
                expr.kind = ExprKind::Unary { op: UnaryOp::Deref, x: y };
                expr.span.lo = expr.pos;
                Some((name, Some(x)))
            }
            ExprKind::Binary { op: BinaryOp::Or, x: left, y } => {
                let force = force || self.is_type_elem(y);
                let (name, constraint) = self.extract_name(left, force)?;
                let constraint = constraint?;
                let lo = self.lo(constraint);
                let expr = &mut self.ast.exprs[x];
                expr.kind = ExprKind::Binary { op: BinaryOp::Or, x: constraint, y };
                expr.span.lo = lo;
                Some((name, Some(x)))
            }
            ExprKind::Call { fun, ref args, has_dots: false, .. } if args.len() == 1 => {
                let (name, arg) = (self.as_ident(fun)?, args[0]);
                if !(force || self.is_type_elem(arg)) {
                    return None;
                }
                let inner = self.drop_parens(arg);
                let mut span = self.ast.exprs[x].span;
                span.lo = self.ast.exprs[x].pos;
                self.ast.parens.push((inner, span));
                Some((name, Some(inner)))
            }
            _ => None,
        }
    }

    /// Whether `x` can only be an element of a constraint, not a value.
    fn is_type_elem(&self, mut x: ExprId) -> bool {
        loop {
            match *self.kind(x) {
                ExprKind::ArrayType { .. }
                | ExprKind::StructType(_)
                | ExprKind::FuncType { .. }
                | ExprKind::InterfaceType(_)
                | ExprKind::SliceType(_)
                | ExprKind::MapType { .. }
                | ExprKind::ChanType { .. }
                | ExprKind::Unary { op: UnaryOp::Tilde, .. } => return true,
                ExprKind::Binary { x: left, y, .. } => {
                    if self.is_type_elem(y) {
                        return true;
                    }
                    x = left;
                }
                ExprKind::Unary { x: inner, .. } | ExprKind::Paren(inner) => x = inner,
                _ => return false,
            }
        }
    }

    fn func_decl(&mut self) -> DeclId {
        let keyword = self.pos;
        self.next();
        let pos = self.pos;
        let (mut recv, mut more_recvs, mut is_method) = (None, Vec::new(), false);
        if self.got(Token::Lparen) {
            is_method = true;
            let params = self.param_list(None, None, Token::Rparen, false, false);
            match params.len() {
                0 => self.harmless_error_at(self.pos, errors::NO_RECEIVER),
                1 => {}
                _ => self.harmless_error_at(self.pos, errors::MULTIPLE_RECEIVERS),
            }
            let mut params = params.into_iter();
            recv = params.next();
            more_recvs = params.collect();
        }
        let (name, tparams, ty);
        if self.tok == Token::Name {
            name = self.name();
            (tparams, ty) = self.func_type("", None);
        } else {
            name = self.made_up_name(Symbol::BLANK, self.pos);
            tparams = Vec::new();
            let empty = ExprKind::FuncType { params: Vec::new(), results: Vec::new() };
            ty = self.add_expr(empty, self.pos, self.pos);
            let message = if is_method { errors::EXPECTED_NAME } else { errors::EXPECTED_NAME_OR_PAREN };
            self.syntax_error(message);
            self.advance(&[Token::Lbrace, Token::Semi]);
        }
        let body = (self.tok == Token::Lbrace).then(|| self.func_body());
        let kind = DeclKind::Func(FuncDecl { recv, more_recvs, name, tparams, ty, body });
        self.add_decl(kind, pos, Place { group: None, index: 0, keyword })
    }
}
