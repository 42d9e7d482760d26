//! Types, parameters and type parameters.

use super::{ExprKind, Parser};
use crate::base::{Pos, Symbol};
use crate::syntax::ast::{BinaryOp, ChanDir, ExprId, FieldDecl, Ident, InterfaceElem, Param, UnaryOp};
use crate::syntax::errors;
use crate::syntax::positions::start_pos;
use crate::syntax::token::{Operator, Token};

/// A parameter or interface element while it is not known which of its words are names and which are types.
struct Field {
    pos: Pos,
    name: Option<Ident>,
    ty: Option<ExprId>,
}

const INTERFACE_METHOD: &str = "interface method";

impl Parser<'_> {
    pub(super) fn type_(&mut self) -> ExprId {
        if let Some(ty) = self.type_or_nil() {
            return ty;
        }
        let bad = self.bad_expr();
        self.syntax_error(errors::EXPECTED_TYPE);
        self.advance(&[Token::Comma, Token::Colon, Token::Semi, Token::Rparen, Token::Rbrack, Token::Rbrace]);
        bad
    }

    /// A type, if there is one.
    pub(super) fn type_or_nil(&mut self) -> Option<ExprId> {
        if self.tok == Token::Name {
            return Some(self.qualified_name(None));
        }
        if !self.enter() {
            self.leave();
            return Some(self.bad_expr());
        }
        let ty = self.type_literal();
        self.leave();
        ty
    }

    fn type_literal(&mut self) -> Option<ExprId> {
        let pos = self.pos;
        let kind = match self.tok {
            Token::Star => {
                self.next();
                ExprKind::Unary { op: UnaryOp::Deref, x: self.type_() }
            }
            Token::Arrow => {
                self.next();
                self.want(Token::Chan);
                ExprKind::ChanType { dir: ChanDir::RecvOnly, elem: self.chan_elem() }
            }
            Token::Func => {
                self.next();
                return Some(self.func_type("function type", Some(pos)).1);
            }
            Token::Lbrack => {
                self.next();
                return Some(if self.got(Token::Rbrack) { self.slice_type(pos) } else { self.array_type(pos, None) });
            }
            Token::Chan => {
                self.next();
                let dir = if self.got(Token::Arrow) { ChanDir::SendOnly } else { ChanDir::Both };
                ExprKind::ChanType { dir, elem: self.chan_elem() }
            }
            Token::Map => {
                self.next();
                self.want(Token::Lbrack);
                let key = self.type_();
                self.want(Token::Rbrack);
                ExprKind::MapType { key, value: self.type_() }
            }
            Token::Struct => return Some(self.struct_type()),
            Token::Interface => return Some(self.interface_type()),
            Token::Lparen => {
                self.next();
                let inner = self.type_();
                self.want(Token::Rparen);
                let span = self.span_from(pos);
                self.ast.parens.push((inner, span));
                return Some(inner);
            }
            _ => return None,
        };
        Some(self.add_expr(kind, pos, pos))
    }

    fn chan_elem(&mut self) -> ExprId {
        if let Some(ty) = self.type_or_nil() {
            return ty;
        }
        self.syntax_error(errors::MISSING_CHAN_ELEM);
        self.bad_expr()
    }

    /// The element type after `[]`, which starts at `pos`.
    pub(super) fn slice_type(&mut self, pos: Pos) -> ExprId {
        let elem = self.type_();
        self.add_expr(ExprKind::SliceType(elem), pos, pos)
    }

    /// The rest of an array type after `[`, which stands at `pos`; the length may have been read.
    pub(super) fn array_type(&mut self, pos: Pos, mut len: Option<ExprId>) -> ExprId {
        if len.is_none() && !self.got(Token::DotDotDot) {
            self.expr_depth += 1;
            len = Some(self.expr());
            self.expr_depth -= 1;
        }
        if self.tok == Token::Comma {
            self.syntax_error(errors::COMMA_IN_ARRAY);
            self.next();
        }
        self.want(Token::Rbrack);
        let elem = self.type_();
        self.add_expr(ExprKind::ArrayType { len, elem }, pos, pos)
    }

    /// `T`, `p.T`, `T[A, B]`; the first name may have been read.
    pub(super) fn qualified_name(&mut self, first: Option<Ident>) -> ExprId {
        let mut x = match first {
            Some(name) => name.id,
            None if self.tok == Token::Name => self.name().id,
            None => {
                let name = self.made_up_name(Symbol::BLANK, self.pos);
                self.syntax_error(errors::EXPECTED_NAME);
                self.advance(&[Token::Dot, Token::Semi, Token::Rbrace]);
                name.id
            }
        };
        if self.tok == Token::Dot {
            let (pos, lo) = (self.pos, self.lo(x));
            self.next();
            let sel = self.name();
            x = self.add_expr(ExprKind::Selector { x, sel }, pos, lo);
        }
        if self.tok == Token::Lbrack {
            x = self.type_instance(x);
        }
        x
    }

    fn type_instance(&mut self, x: ExprId) -> ExprId {
        let (pos, lo) = (self.pos, self.lo(x));
        self.next();
        let indices = if !self.enter() {
            vec![self.bad_expr()]
        } else if self.tok == Token::Rbrack {
            self.syntax_error(errors::EXPECTED_TYPE_ARGS);
            vec![self.bad_expr()]
        } else {
            self.type_list(true).0
        };
        self.leave();
        self.want(Token::Rbrack);
        self.add_expr(ExprKind::Index { x, indices }, pos, lo)
    }

    /// What starts with `[` after a name: an array or slice type, or type arguments of that name, which give an index
    /// expression. The second result says which.
    fn array_or_type_args(&mut self, name: Ident) -> (ExprId, bool) {
        let pos = self.pos;
        self.want(Token::Lbrack);
        if self.got(Token::Rbrack) {
            return (self.slice_type(pos), false);
        }
        let (list, comma) = self.type_list(false);
        self.want(Token::Rbrack);
        if !comma && let Some(elem) = self.type_or_nil() {
            let len = Some(list[0]);
            return (self.add_expr(ExprKind::ArrayType { len, elem }, pos, pos), false);
        }
        (self.add_expr(ExprKind::Index { x: name.id, indices: list }, pos, name.pos), true)
    }
}

/// Structs and interfaces.
impl Parser<'_> {
    fn struct_type(&mut self) -> ExprId {
        let pos = self.pos;
        let mut fields = Vec::new();
        self.next();
        self.want(Token::Lbrace);
        self.list("struct type", Token::Semi, Token::Rbrace, |p| {
            p.field_decl(&mut fields);
            false
        });
        self.add_expr(ExprKind::StructType(fields), pos, pos)
    }

    fn field_decl(&mut self, fields: &mut Vec<FieldDecl>) {
        let pos = self.pos;
        let ty = match self.tok {
            Token::Name => {
                let name = self.name();
                if matches!(self.tok, Token::Dot | Token::Literal | Token::Semi | Token::Rbrace) {
                    self.qualified_name(Some(name))
                } else {
                    let names = self.name_list(name);
                    let (ty, embedded) = if names.len() == 1 && self.tok == Token::Lbrack {
                        self.array_or_type_args(name)
                    } else {
                        (self.type_(), false)
                    };
                    if !embedded {
                        let tag = self.literal();
                        fields.extend(names.into_iter().map(|name| FieldDecl {
                            name: Some(name),
                            ty,
                            tag,
                            pos: name.pos,
                        }));
                        return;
                    }
                    ty
                }
            }
            Token::Star => {
                self.next();
                let x = if self.tok == Token::Lparen {
                    self.syntax_error(errors::PAREN_EMBEDDED_TYPE);
                    self.next();
                    let x = self.qualified_name(None);
                    self.got(Token::Rparen);
                    x
                } else {
                    self.qualified_name(None)
                };
                self.add_expr(ExprKind::Unary { op: UnaryOp::Deref, x }, pos, pos)
            }
            Token::Lparen => {
                self.syntax_error(errors::PAREN_EMBEDDED_TYPE);
                self.next();
                let star = self.pos;
                let ty = if self.got(Token::Star) {
                    let x = self.qualified_name(None);
                    self.add_expr(ExprKind::Unary { op: UnaryOp::Deref, x }, star, star)
                } else {
                    self.qualified_name(None)
                };
                self.got(Token::Rparen);
                ty
            }
            _ => {
                self.syntax_error(errors::EXPECTED_FIELD);
                self.advance(&[Token::Semi, Token::Rbrace]);
                return;
            }
        };
        let tag = self.literal();
        fields.push(FieldDecl { name: None, ty, tag, pos });
    }

    fn interface_type(&mut self) -> ExprId {
        let pos = self.pos;
        let mut elems = Vec::new();
        self.next();
        self.want(Token::Lbrace);
        self.list("interface type", Token::Semi, Token::Rbrace, |p| {
            let pos = p.pos;
            let first = if p.tok == Token::Name { p.method_or_embedded() } else { (None, p.embedded_term()) };
            let (name, ty) = match first {
                (None, ty) => (None, p.union_rest(ty)),
                method => method,
            };
            elems.push(InterfaceElem { name, ty, pos });
            false
        });
        self.add_expr(ExprKind::InterfaceType(elems), pos, pos)
    }

    /// A line of an interface that starts with a name: a method's name and signature, or an embedded type.
    fn method_or_embedded(&mut self) -> (Option<Ident>, ExprId) {
        let name = self.name();
        match self.tok {
            Token::Lparen => (Some(name), self.func_type(INTERFACE_METHOD, None).1),
            Token::Lbrack => self.generic_method_or_instance(name),
            _ => (None, self.qualified_name(Some(name))),
        }
    }

    /// `m[P C](…)`, which is an error, or `T[A, B]`.
    fn generic_method_or_instance(&mut self, name: Ident) -> (Option<Ident>, ExprId) {
        let pos = self.pos;
        self.next();
        if self.tok == Token::Rbrack {
            let pos = self.pos;
            self.next();
            if self.tok == Token::Lparen {
                self.error_at(pos, errors::EMPTY_TYPE_PARAMS_HERE);
                return (Some(name), self.func_type(INTERFACE_METHOD, None).1);
            }
            self.error_at(pos, errors::EMPTY_TYPE_ARGS_HERE);
            return (None, name.id);
        }
        // Type arguments look like parameters without names.
        let list = self.param_list(None, None, Token::Rbrack, false, false);
        if list.is_empty() {
            if self.tok == Token::Lparen {
                return (Some(name), self.func_type(INTERFACE_METHOD, None).1);
            }
            return (None, name.id);
        }
        if list[0].name.is_some() {
            let ty = self.func_type(INTERFACE_METHOD, None).1;
            self.error_at(pos, errors::GENERIC_INTERFACE_METHOD);
            return (Some(name), ty);
        }
        let indices = list.iter().map(|param| param.ty).collect();
        (None, self.add_expr(ExprKind::Index { x: name.id, indices }, pos, name.pos))
    }

    fn at_op(&self, op: Operator) -> bool {
        self.tok == Token::Operator && self.scanner.op == op
    }

    fn at_or(&self) -> bool {
        self.at_op(Operator::Binary(BinaryOp::Or))
    }

    /// `| T | ~U…` after the first term.
    fn union_rest(&mut self, mut x: ExprId) -> ExprId {
        let mut length = 0;
        while self.at_or() {
            length += 1;
            if !self.chain(length) {
                break;
            }
            let (pos, lo) = (self.pos, self.lo(x));
            self.next();
            let y = self.embedded_term();
            x = self.add_expr(ExprKind::Binary { op: BinaryOp::Or, x, y }, pos, lo);
        }
        x
    }

    fn embedded_elem(&mut self) -> ExprId {
        let term = self.embedded_term();
        self.union_rest(term)
    }

    fn embedded_term(&mut self) -> ExprId {
        if self.at_op(Operator::Tilde) {
            let pos = self.pos;
            self.next();
            let x = self.type_();
            return self.add_expr(ExprKind::Unary { op: UnaryOp::Tilde, x }, pos, pos);
        }
        if let Some(ty) = self.type_or_nil() {
            return ty;
        }
        let bad = self.bad_expr();
        self.syntax_error(errors::EXPECTED_TERM);
        self.advance(&[Token::Operator, Token::Semi, Token::Rparen, Token::Rbrack, Token::Rbrace]);
        bad
    }
}

/// Functions.
impl Parser<'_> {
    /// A signature after `func` or the name, with type parameters; where they are not allowed, `context` says what
    /// this is. The text of the type starts at `lo`, or at the parenthesis.
    pub(super) fn func_type(&mut self, context: &str, lo: Option<Pos>) -> (Vec<Param>, ExprId) {
        let pos = self.pos;
        let mut tparams = Vec::new();
        if self.got(Token::Lbrack) {
            if !context.is_empty() {
                self.syntax_error_at(pos, errors::no_type_parameters(context));
            }
            if self.tok == Token::Rbrack {
                self.syntax_error(errors::EMPTY_TYPE_PARAMS);
                self.next();
            } else {
                tparams = self.param_list(None, None, Token::Rbrack, true, false);
            }
        }
        let lo = lo.unwrap_or(self.pos);
        self.want(Token::Lparen);
        let params = self.param_list(None, None, Token::Rparen, false, true);
        let results = self.func_result();
        let ty = self.add_expr(ExprKind::FuncType { params, results }, pos, lo);
        (tparams, ty)
    }

    fn func_result(&mut self) -> Vec<Param> {
        if self.got(Token::Lparen) {
            return self.param_list(None, None, Token::Rparen, false, false);
        }
        let pos = self.pos;
        self.type_or_nil().map(|ty| Param { name: None, ty, pos }).into_iter().collect()
    }

    /// A parameter: a name, a type, or both. In type parameter lists (`follow` is `]`) types may be unions.
    fn param_decl(&mut self, first: Option<Ident>, follow: Token) -> Option<Field> {
        let unions = follow == Token::Rbrack;
        let mut field = Field { pos: first.map_or(self.pos, |name| name.pos), name: None, ty: None };
        if first.is_none() && unions && self.at_op(Operator::Tilde) {
            field.ty = Some(self.embedded_elem());
            return Some(field);
        }
        if self.tok == Token::Name || first.is_some() {
            let name = match first {
                Some(name) => name,
                None => self.name(),
            };
            let ty = if self.tok == Token::Lbrack {
                let (ty, instance) = self.array_or_type_args(name);
                if !instance {
                    field.name = Some(name);
                }
                Some(ty)
            } else if self.tok == Token::Dot {
                Some(self.qualified_name(Some(name)))
            } else if unions && self.at_or() {
                Some(name.id)
            } else {
                None
            };
            if let Some(ty) = ty {
                field.ty = Some(if unions { self.union_rest(ty) } else { ty });
                return Some(field);
            }
            field.name = Some(name);
        }
        if self.tok == Token::DotDotDot {
            let pos = self.pos;
            self.next();
            field.ty = Some(match self.type_or_nil() {
                Some(elem) => self.add_expr(ExprKind::DotsType(elem), pos, pos),
                None => {
                    let bad = self.bad_expr();
                    self.syntax_error(errors::DOTS_MISSING_TYPE);
                    bad
                }
            });
            return Some(field);
        }
        if unions && self.at_op(Operator::Tilde) {
            field.ty = Some(self.embedded_elem());
            return Some(field);
        }
        field.ty = self.type_or_nil();
        if unions && let Some(ty) = field.ty {
            field.ty = Some(self.union_rest(ty));
        }
        if field.name.is_some() || field.ty.is_some() {
            return Some(field);
        }
        self.syntax_error(errors::expected_token(follow));
        self.advance(&[Token::Comma, follow]);
        None
    }

    /// A list of parameters up to `close`. The first name, or the first name and its type, may have been read. With
    /// `require_names` each needs a name (type parameters); otherwise all have one or none has. `dots_ok` allows
    /// `...` at the last.
    pub(super) fn param_list(
        &mut self,
        mut name: Option<Ident>,
        mut ty: Option<ExprId>,
        close: Token,
        require_names: bool,
        dots_ok: bool,
    ) -> Vec<Param> {
        if let (Some(ident), Some(ty)) = (name, ty)
            && self.tok == close
        {
            self.next();
            return vec![Param { name, ty, pos: ident.pos }];
        }
        let mut list: Vec<Field> = Vec::new();
        let end = self.list("parameter list", Token::Comma, close, |p| {
            let field = match (name.take(), ty.take()) {
                (Some(ident), Some(ty)) => Some(Field { pos: ident.pos, name: Some(ident), ty: Some(ty) }),
                (first, _) => p.param_decl(first, close),
            };
            list.extend(field);
            false
        });
        self.distribute_types(&mut list, require_names, end);
        let mut params: Vec<Param> = Vec::with_capacity(list.len());
        for field in list {
            let ty = field.ty.unwrap_or_else(|| self.bad_expr_at(field.pos));
            params.push(Param { name: field.name, ty, pos: field.pos });
        }
        self.check_dots(&mut params, dots_ok);
        params
    }

    /// Decides which of the words are names and which are types, and gives names their types: `a, b T`.
    fn distribute_types(&mut self, list: &mut [Field], require_names: bool, end: Pos) {
        let named = list.iter().filter(|f| f.name.is_some() && f.ty.is_some()).count();
        let typed = list.iter().filter(|f| f.ty.is_some()).count();
        if named == 0 && !require_names {
            for field in list {
                if let Some(name) = field.name.take() {
                    field.ty = Some(name.id);
                }
            }
            return;
        }
        if named == list.len() {
            return;
        }
        let only_one = list.len() == 1;
        let mut error = None;
        let mut current = None;
        for field in list.iter_mut().rev() {
            if let Some(ty) = field.ty {
                current = Some(ty);
                if field.name.is_none() {
                    let at = start_pos(self.ast, ty);
                    error = Some(at);
                    field.name = Some(self.made_up_name(Symbol::BLANK, at));
                }
            } else if current.is_some() {
                field.ty = current;
            } else if let Some(name) = field.name {
                error = Some(name.pos);
                field.ty = Some(self.bad_expr_at(name.pos));
            }
        }
        let Some(at) = error else { return };
        if named == typed {
            let message = if require_names { errors::MISSING_CONSTRAINT } else { errors::MISSING_PARAM_TYPE };
            self.syntax_error_at(end, message);
        } else if require_names {
            self.syntax_error_at(at, errors::missing_type_parameter_name(only_one));
        } else {
            self.syntax_error_at(at, errors::MISSING_PARAM_NAME);
        }
    }

    /// Reports the first `...` that is not at the end or not allowed at all, and takes all such away.
    fn check_dots(&mut self, params: &mut [Param], dots_ok: bool) {
        let mut first = true;
        let last = params.len().wrapping_sub(1);
        for (i, param) in params.iter_mut().enumerate() {
            let ExprKind::DotsType(elem) = *self.kind(param.ty) else { continue };
            if dots_ok && i == last {
                continue;
            }
            if first {
                first = false;
                let at = self.ast.exprs[param.ty].pos;
                self.error_at(at, if dots_ok { errors::DOTS_NOT_FINAL } else { errors::DOTS_INVALID });
            }
            param.ty = elem;
        }
    }
}
