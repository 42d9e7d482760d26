//! Expressions.

use super::Parser;
use crate::base::Pos;
use crate::syntax::ast::{ChanDir, ExprId, ExprKind, UnaryOp};
use crate::syntax::errors;
use crate::syntax::short::expr_string;
use crate::syntax::token::{Operator, Token};

/// One expression or several with commas between them. Most are one, which then costs no vector.
#[derive(Debug)]
pub(super) enum List {
    One(ExprId),
    Many(Vec<ExprId>),
}

impl List {
    pub(super) fn first(&self) -> ExprId {
        match self {
            List::One(x) => *x,
            List::Many(list) => list[0],
        }
    }

    pub(super) fn into_vec(self) -> Vec<ExprId> {
        match self {
            List::One(x) => vec![x],
            List::Many(list) => list,
        }
    }
}

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> ExprId {
        self.binary_expr(None, 0)
    }

    pub(super) fn expr_list(&mut self) -> List {
        let x = self.expr();
        if self.tok != Token::Comma {
            return List::One(x);
        }
        let mut list = vec![x];
        while self.got(Token::Comma) {
            list.push(self.expr());
        }
        List::Many(list)
    }

    /// An expression of operators that bind more strongly than `prec`; its first operand may have been read.
    pub(super) fn binary_expr(&mut self, first: Option<ExprId>, prec: u8) -> ExprId {
        if !self.enter() {
            self.leave();
            return first.unwrap_or_else(|| self.bad_expr());
        }
        let mut x = match first {
            Some(x) => x,
            None => self.unary_expr(),
        };
        let mut length = 0;
        while matches!(self.tok, Token::Operator | Token::Star) && self.scanner.prec > prec {
            let Operator::Binary(op) = self.scanner.op else { break };
            length += 1;
            if !self.chain(length) {
                break;
            }
            let pos = self.pos;
            self.next();
            let y = self.binary_expr(None, op.precedence());
            let lo = self.lo(x);
            x = self.add_expr(ExprKind::Binary { op, x, y }, pos, lo);
        }
        self.leave();
        x
    }

    fn unary_expr(&mut self) -> ExprId {
        if !matches!(self.tok, Token::Operator | Token::Star | Token::Arrow) {
            return self.pexpr(None);
        }
        if !self.enter() {
            self.leave();
            return self.bad_expr();
        }
        let x = self.unary_operation();
        self.leave();
        x
    }

    fn unary_operation(&mut self) -> ExprId {
        let pos = self.pos;
        if self.tok == Token::Arrow {
            self.next();
            let x = self.unary_expr();
            return self.receive_or_chan_type(pos, x);
        }
        let Some(op) = self.scanner.op.unary() else { return self.pexpr(None) };
        self.next();
        let mut x = self.unary_expr();
        if op == UnaryOp::Addr {
            x = self.drop_parens(x);
        }
        self.add_expr(ExprKind::Unary { op, x }, pos, pos)
    }

    /// `<-x`: a receive operation, unless `x` is a channel type: then the arrow belongs to `chan`, as
    /// `<-chan (chan<- T)` becomes `<-chan (<-chan T)`.
    fn receive_or_chan_type(&mut self, arrow: Pos, x: ExprId) -> ExprId {
        if !matches!(self.kind(x), ExprKind::ChanType { .. }) {
            return self.add_expr(ExprKind::Unary { op: UnaryOp::Recv, x }, arrow, arrow);
        }
        let mut dir = ChanDir::SendOnly;
        let mut ty = x;
        while dir == ChanDir::SendOnly {
            let ExprKind::ChanType { dir: written, elem } = &mut self.ast.exprs[ty].kind else { break };
            dir = std::mem::replace(written, ChanDir::RecvOnly);
            ty = *elem;
            if dir == ChanDir::RecvOnly {
                self.syntax_error(errors::RECV_EXPECTED_CHAN);
            }
        }
        if dir == ChanDir::SendOnly {
            let text = expr_string(self.ast, self.interner, ty);
            self.syntax_error(errors::unexpected_expected_chan(&text));
        }
        self.ast.exprs[x].span.lo = arrow;
        x
    }

    fn operand(&mut self) -> ExprId {
        let pos = self.pos;
        match self.tok {
            Token::Name => self.name().id,
            Token::Lparen => {
                self.next();
                self.expr_depth += 1;
                let x = self.expr();
                self.expr_depth -= 1;
                self.want(Token::Rparen);
                self.add_expr(ExprKind::Paren(x), pos, pos)
            }
            Token::Func => {
                self.next();
                let (_, ty) = self.func_type("function type", Some(pos));
                if self.tok != Token::Lbrace {
                    return ty;
                }
                self.expr_depth += 1;
                let body = self.func_body();
                self.expr_depth -= 1;
                self.add_expr(ExprKind::FuncLit { ty, body }, pos, pos)
            }
            Token::Lbrack | Token::Chan | Token::Map | Token::Struct | Token::Interface => self.type_(),
            _ => match self.literal() {
                Some(literal) => literal,
                None => {
                    let x = self.bad_expr();
                    self.syntax_error(errors::EXPECTED_EXPRESSION);
                    self.advance(&[Token::Rparen, Token::Rbrack, Token::Rbrace]);
                    x
                }
            },
        }
    }

    /// An operand and what may follow it: selectors, indices, calls… The operand may have been read.
    pub(super) fn pexpr(&mut self, first: Option<ExprId>) -> ExprId {
        let mut x = match first {
            Some(x) => x,
            None => self.operand(),
        };
        let mut length = 0;
        while matches!(self.tok, Token::Dot | Token::Lbrack | Token::Lparen | Token::Lbrace) {
            length += 1;
            if !self.chain(length) {
                break;
            }
            x = match self.tok {
                Token::Dot => self.selector_or_assertion(x),
                Token::Lbrack => self.index_or_slice(x),
                Token::Lparen => self.call(x),
                _ => match self.composite_literal_of(x) {
                    Some(literal) => literal,
                    None => break,
                },
            };
        }
        x
    }

    fn selector_or_assertion(&mut self, x: ExprId) -> ExprId {
        let (pos, lo) = (self.pos, self.lo(x));
        self.next();
        match self.tok {
            Token::Name => {
                let sel = self.name();
                self.add_expr(ExprKind::Selector { x, sel }, pos, lo)
            }
            Token::Lparen => {
                self.next();
                let kind = if self.got(Token::Type) {
                    ExprKind::TypeSwitchGuard { lhs: None, x }
                } else {
                    ExprKind::Assert { x, ty: self.type_() }
                };
                self.want(Token::Rparen);
                self.add_expr(kind, pos, lo)
            }
            _ => {
                self.syntax_error(errors::EXPECTED_NAME_OR_PAREN);
                self.advance(&[Token::Semi, Token::Rparen]);
                x
            }
        }
    }

    fn index_or_slice(&mut self, x: ExprId) -> ExprId {
        let (pos, lo) = (self.pos, self.lo(x));
        self.next();
        let mut first = None;
        if self.tok != Token::Colon {
            let (indices, comma) = if self.tok == Token::Rbrack {
                self.syntax_error(errors::EXPECTED_OPERAND);
                (vec![self.bad_expr()], false)
            } else {
                self.type_list(false)
            };
            if comma || self.tok == Token::Rbrack {
                self.want(Token::Rbrack);
                return self.add_expr(ExprKind::Index { x, indices }, pos, lo);
            }
            first = Some(indices[0]);
        }
        if !self.got(Token::Colon) {
            self.syntax_error(errors::EXPECTED_COLON_OR_BRACK);
            self.advance(&[Token::Comma, Token::Colon, Token::Rbrack]);
        }
        self.expr_depth += 1;
        let mut index = [first, None, None];
        let mut full = false;
        if !matches!(self.tok, Token::Colon | Token::Rbrack) {
            index[1] = Some(self.expr());
        }
        if self.tok == Token::Colon {
            full = true;
            if index[1].is_none() {
                self.error_at(self.pos, errors::MIDDLE_INDEX);
                index[1] = Some(self.bad_expr());
            }
            self.next();
            if self.tok == Token::Rbrack {
                self.error_at(self.pos, errors::FINAL_INDEX);
                index[2] = Some(self.bad_expr());
            } else {
                index[2] = Some(self.expr());
            }
        }
        self.expr_depth -= 1;
        self.want(Token::Rbrack);
        self.add_expr(ExprKind::Slice { x, index, full }, pos, lo)
    }

    fn call(&mut self, fun: ExprId) -> ExprId {
        let (pos, lo) = (self.pos, self.lo(fun));
        let (mut args, mut has_dots) = (Vec::new(), false);
        self.next();
        self.expr_depth += 1;
        let rparen = self.list("argument list", Token::Comma, Token::Rparen, |p| {
            args.push(p.expr());
            has_dots = p.got(Token::DotDotDot);
            has_dots
        });
        self.expr_depth -= 1;
        self.add_expr(ExprKind::Call { fun, args, has_dots, rparen }, pos, lo)
    }

    /// `x{…}`, if `{` can belong to `x` here.
    fn composite_literal_of(&mut self, x: ExprId) -> Option<ExprId> {
        let ty = self.unparen(x);
        let possible = match self.kind(ty) {
            ExprKind::Name(_) | ExprKind::Selector { .. } => self.expr_depth >= 0,
            ExprKind::Index { .. } => self.expr_depth >= 0 && !self.is_value(ty),
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType(_)
            | ExprKind::MapType { .. } => true,
            _ => false,
        };
        if !possible {
            return None;
        }
        if ty != x {
            self.syntax_error(errors::PAREN_LITERAL_TYPE);
        }
        Some(self.composite_literal(Some(x)))
    }

    /// Whether `x` can only be a value, not a type.
    fn is_value(&self, mut x: ExprId) -> bool {
        loop {
            match self.kind(x) {
                ExprKind::Literal { .. }
                | ExprKind::CompositeLit { .. }
                | ExprKind::FuncLit { .. }
                | ExprKind::Slice { .. }
                | ExprKind::Assert { .. }
                | ExprKind::TypeSwitchGuard { .. }
                | ExprKind::Call { .. }
                | ExprKind::Binary { .. } => return true,
                ExprKind::Unary { op, .. } => return *op != UnaryOp::Deref,
                ExprKind::Paren(inner) => x = *inner,
                ExprKind::Index { x: left, indices } => {
                    if let [index] = indices[..]
                        && self.is_value(index)
                    {
                        return true;
                    }
                    x = *left;
                }
                _ => return false,
            }
        }
    }

    fn composite_literal(&mut self, ty: Option<ExprId>) -> ExprId {
        let pos = self.pos;
        let lo = ty.map_or(pos, |ty| self.lo(ty));
        let (mut elems, mut keyed) = (Vec::new(), 0);
        if !self.enter() {
            self.leave();
            return self.bad_expr();
        }
        self.expr_depth += 1;
        self.want(Token::Lbrace);
        let rbrace = self.list("composite literal", Token::Comma, Token::Rbrace, |p| {
            let mut elem = p.element();
            if p.tok == Token::Colon {
                let (pos, lo) = (p.pos, p.lo(elem));
                p.next();
                let value = p.element();
                elem = p.add_expr(ExprKind::KeyValue { key: elem, value }, pos, lo);
                keyed += 1;
            }
            elems.push(elem);
            false
        });
        self.expr_depth -= 1;
        self.leave();
        self.add_expr(ExprKind::CompositeLit { ty, elems, keyed, rbrace }, pos, lo)
    }

    /// An element of a composite literal, or its key: an expression or a literal without type.
    fn element(&mut self) -> ExprId {
        if self.tok == Token::Lbrace { self.composite_literal(None) } else { self.expr() }
    }

    /// Types with commas between them and perhaps at the end; the first may be any expression unless `strict`.
    /// Returns also whether there was a comma.
    pub(super) fn type_list(&mut self, strict: bool) -> (Vec<ExprId>, bool) {
        self.expr_depth += 1;
        let mut list = vec![if strict { self.type_() } else { self.expr() }];
        let mut comma = false;
        while self.got(Token::Comma) {
            comma = true;
            let Some(ty) = self.type_or_nil() else { break };
            list.push(ty);
        }
        self.expr_depth -= 1;
        (list, comma)
    }
}
