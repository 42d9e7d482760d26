//! Statements.

use super::Parser;
use super::expr::List;
use crate::base::Pos;
use crate::syntax::ast::{
    BinaryOp, Block, BranchKind, CaseClause, CommClause, ExprId, ExprKind, Ident, Stmt, StmtId, StmtKind, UnaryOp,
};
use crate::syntax::errors;
use crate::syntax::scanner::Semi;
use crate::syntax::short::{expr_list_string, expr_string, stmt_string};
use crate::syntax::token::{Operator, Token};

/// What stands between a keyword and its block.
struct Header {
    /// The first statement; for a range clause a [`StmtKind::Range`] without its body.
    init: Option<StmtId>,
    cond: Option<ExprId>,
    post: Option<StmtId>,
}

impl Parser<'_> {
    /// A statement, if there is one and it has no error that leaves nothing of it.
    pub(super) fn stmt_or_nil(&mut self) -> Option<StmtId> {
        if !self.enter() {
            self.leave();
            return None;
        }
        let stmt = self.stmt_inner();
        self.leave();
        stmt
    }

    fn stmt_inner(&mut self) -> Option<StmtId> {
        if self.tok == Token::Name {
            let lhs = self.expr_list();
            if self.tok == Token::Colon
                && let List::One(x) = lhs
                && let Some(label) = self.as_ident(x)
            {
                return self.labeled_stmt(label);
            }
            return Some(self.simple_stmt(Some(lhs), None));
        }
        let pos = self.pos;
        let kind = match self.tok {
            Token::Var => return Some(self.decl_stmt(Self::var_decl)),
            Token::Const => return Some(self.decl_stmt(Self::const_decl)),
            Token::Type => return Some(self.decl_stmt(Self::type_decl)),
            Token::Lbrace => StmtKind::Block(self.block_stmt("")),
            Token::Operator | Token::Star => match self.scanner.op.unary() {
                Some(UnaryOp::Plus | UnaryOp::Neg | UnaryOp::Deref | UnaryOp::Addr | UnaryOp::Xor | UnaryOp::Not) => {
                    return Some(self.simple_stmt(None, None));
                }
                Some(UnaryOp::Recv | UnaryOp::Tilde) | None => return None,
            },
            Token::Literal
            | Token::Func
            | Token::Lparen
            | Token::Lbrack
            | Token::Struct
            | Token::Map
            | Token::Chan
            | Token::Interface
            | Token::Arrow => return Some(self.simple_stmt(None, None)),
            Token::For => return Some(self.for_stmt()),
            Token::Switch => return Some(self.switch_stmt()),
            Token::Select => return Some(self.select_stmt()),
            Token::If => return Some(self.if_stmt()),
            Token::Fallthrough => {
                self.next();
                StmtKind::Branch { kind: BranchKind::Fallthrough, label: None }
            }
            Token::Break | Token::Continue => {
                let kind = if self.tok == Token::Break { BranchKind::Break } else { BranchKind::Continue };
                self.next();
                let label = (self.tok == Token::Name).then(|| self.name());
                StmtKind::Branch { kind, label }
            }
            Token::Goto => {
                self.next();
                StmtKind::Branch { kind: BranchKind::Goto, label: Some(self.name()) }
            }
            Token::Go | Token::Defer => return Some(self.call_stmt()),
            Token::Return => {
                self.next();
                StmtKind::Return(if matches!(self.tok, Token::Semi | Token::Rbrace) {
                    Vec::new()
                } else {
                    self.expr_list().into_vec()
                })
            }
            Token::Semi => StmtKind::Empty,
            _ => return None,
        };
        Some(self.add_stmt(kind, pos, pos))
    }

    pub(super) fn stmt_list(&mut self) -> Vec<StmtId> {
        let mut list = Vec::new();
        while !matches!(self.tok, Token::Eof | Token::Rbrace | Token::Case | Token::Default) {
            let Some(stmt) = self.stmt_or_nil() else { break };
            list.push(stmt);
            if !self.got(Token::Semi) && self.tok != Token::Rbrace {
                self.syntax_error(errors::AT_END_OF_STATEMENT);
                self.advance(&[Token::Semi, Token::Rbrace, Token::Case, Token::Default]);
                self.got(Token::Semi);
            }
        }
        list
    }

    /// A block; `context` says after what it has to stand, empty if the brace is known to be there.
    pub(super) fn block_stmt(&mut self, context: &str) -> Block {
        let lbrace = self.pos;
        if !self.got(Token::Lbrace) {
            self.syntax_error(errors::expected_brace_after(context));
            self.advance(&[Token::Name, Token::Rbrace]);
            let rbrace = self.pos;
            if self.got(Token::Rbrace) {
                return Block { stmts: Vec::new(), lbrace, rbrace };
            }
        }
        let stmts = self.stmt_list();
        let rbrace = self.pos;
        self.want(Token::Rbrace);
        Block { stmts, lbrace, rbrace }
    }

    fn labeled_stmt(&mut self, label: Ident) -> Option<StmtId> {
        let colon = self.pos;
        self.next();
        let stmt = if self.tok == Token::Rbrace {
            self.add_stmt(StmtKind::Empty, self.pos, self.prev_end)
        } else {
            let Some(stmt) = self.stmt_or_nil() else {
                self.syntax_error_at(colon, errors::LABEL_WITHOUT_STATEMENT);
                return None;
            };
            stmt
        };
        let id = self.add_stmt(StmtKind::Labeled { label, stmt }, colon, label.pos);
        // An empty statement ends after the last token: where its semicolon starts.
        self.ast.stmts[id].span.hi = self.ast.stmts[id].span.hi.max(self.ast.stmts[stmt].span.hi);
        Some(id)
    }

    fn call_stmt(&mut self) -> StmtId {
        let (pos, keyword) = (self.pos, self.tok);
        self.next();
        let mut x = self.pexpr(None);
        if let ExprKind::Paren(_) = self.kind(x) {
            let at = self.ast.exprs[x].pos;
            self.error_at(at, errors::parenthesized_call(keyword));
            x = self.drop_parens(x);
        }
        let kind = if keyword == Token::Go { StmtKind::Go(x) } else { StmtKind::Defer(x) };
        self.add_stmt(kind, pos, pos)
    }
}

/// Simple statements.
impl Parser<'_> {
    /// A simple statement whose first expressions may have been read. `keyword` is that of the header it stands in:
    /// after `for`, a range clause is possible, after `switch`, a type switch guard with a name.
    fn simple_stmt(&mut self, lhs: Option<List>, keyword: Option<Token>) -> StmtId {
        if keyword == Some(Token::For) && self.tok == Token::Range {
            let lo = self.pos;
            return self.range_clause(Vec::new(), false, lo);
        }
        let lhs = match lhs {
            Some(lhs) => lhs,
            None => self.expr_list(),
        };
        let lo = self.lo(lhs.first());
        let pos = self.pos;
        match (self.tok, lhs) {
            (Token::Assign | Token::Define, lhs) => self.assignment(lhs, keyword),
            (Token::AssignOp, List::One(x)) => {
                let Operator::Binary(op) = self.scanner.op else { return self.expr_stmt(x) };
                self.next();
                let rhs = vec![self.expr()];
                self.add_stmt(StmtKind::Assign { op: Some(op), lhs: vec![x], rhs }, pos, lo)
            }
            (Token::IncOp, List::One(x)) => {
                let inc = self.scanner.op == Operator::Binary(BinaryOp::Add);
                self.next();
                self.add_stmt(StmtKind::IncDec { x, inc }, pos, lo)
            }
            (Token::Arrow, List::One(chan)) => {
                self.next();
                let value = self.expr();
                self.add_stmt(StmtKind::Send { chan, value }, pos, lo)
            }
            (_, List::One(x)) => self.expr_stmt(x),
            (_, List::Many(list)) => {
                self.syntax_error(errors::EXPECTED_ASSIGNMENT);
                self.advance(&[Token::Semi, Token::Rbrace]);
                self.expr_stmt(list[0])
            }
        }
    }

    fn expr_stmt(&mut self, x: ExprId) -> StmtId {
        let expr = &self.ast.exprs[x];
        let (pos, span) = (expr.pos, expr.span);
        self.ast.stmts.push(Stmt { kind: StmtKind::Expr(x), pos, span })
    }

    fn assignment(&mut self, lhs: List, keyword: Option<Token>) -> StmtId {
        let (pos, lo) = (self.pos, self.lo(lhs.first()));
        let define = self.tok == Token::Define;
        self.next();
        if keyword == Some(Token::For) && self.tok == Token::Range {
            return self.range_clause(lhs.into_vec(), define, lo);
        }
        let rhs = self.expr_list();
        if define
            && keyword == Some(Token::Switch)
            && let (&List::One(left), &List::One(right)) = (&lhs, &rhs)
            && let Some(name) = self.as_ident(left)
            && let expr = &mut self.ast.exprs[right]
            && let ExprKind::TypeSwitchGuard { lhs: declared, .. } = &mut expr.kind
        {
            *declared = Some(name);
            expr.span.lo = lo;
            return self.expr_stmt(right);
        }
        let (lhs, rhs) = (lhs.into_vec(), rhs.into_vec());
        let kind = if define { StmtKind::Define { lhs, rhs } } else { StmtKind::Assign { op: None, lhs, rhs } };
        self.add_stmt(kind, pos, lo)
    }

    /// `range x`; the loop fills in its body and position.
    fn range_clause(&mut self, lhs: Vec<ExprId>, define: bool, lo: Pos) -> StmtId {
        let range_pos = self.pos;
        self.next();
        let x = self.expr();
        let body = Block { stmts: Vec::new(), lbrace: self.pos, rbrace: self.pos };
        self.add_stmt(StmtKind::Range { lhs, define, x, body, range_pos }, range_pos, lo)
    }
}

/// Statements with blocks.
impl Parser<'_> {
    fn for_stmt(&mut self) -> StmtId {
        let pos = self.pos;
        let header = self.header(Token::For);
        let block = self.block_stmt("for clause");
        if let Some(id) = header.init
            && matches!(self.ast.stmts[id].kind, StmtKind::Range { .. })
        {
            let span = self.span_from(pos);
            let stmt = &mut self.ast.stmts[id];
            if let StmtKind::Range { body, .. } = &mut stmt.kind {
                *body = block;
            }
            (stmt.pos, stmt.span) = (pos, span);
            return id;
        }
        let Header { init, cond, post } = header;
        self.add_stmt(StmtKind::For { init, cond, post, body: block }, pos, pos)
    }

    fn header(&mut self, keyword: Token) -> Header {
        self.next();
        let mut header = Header { init: None, cond: None, post: None };
        if self.tok == Token::Lbrace {
            if keyword == Token::If {
                self.syntax_error(errors::MISSING_IF_CONDITION);
                header.cond = Some(self.bad_expr());
            }
            return header;
        }
        let outer = std::mem::replace(&mut self.expr_depth, -1);
        self.header_parts(keyword, &mut header);
        self.expr_depth = outer;
        header
    }

    fn header_parts(&mut self, keyword: Token, header: &mut Header) {
        if self.tok != Token::Semi {
            if self.got(Token::Var) {
                self.syntax_error(errors::var_in_header(keyword));
            }
            let init = self.simple_stmt(None, Some(keyword));
            header.init = Some(init);
            if matches!(self.ast.stmts[init].kind, StmtKind::Range { .. }) {
                return;
            }
        }
        let mut cond = None;
        let mut semi = None;
        if self.tok == Token::Lbrace {
            cond = header.init.take();
        } else {
            if self.tok == Token::Semi {
                semi = Some((self.pos, self.scanner.semi));
                self.next();
            } else {
                self.want(Token::Lbrace);
                if self.tok != Token::Lbrace {
                    self.advance(&[Token::Lbrace, Token::Rbrace]);
                }
            }
            if keyword == Token::For {
                if self.tok == Token::Lbrace {
                    self.syntax_error(errors::EXPECTED_LOOP_CONDITION);
                } else {
                    cond = self.for_clause(header);
                }
            } else if self.tok != Token::Lbrace {
                cond = Some(self.simple_stmt(None, Some(keyword)));
            }
        }
        header.cond = match cond {
            Some(stmt) => self.value_of(stmt),
            None => semi.filter(|_| keyword == Token::If).map(|(pos, semi)| {
                let message = match semi {
                    Semi::Semicolon => errors::MISSING_IF_CONDITION,
                    Semi::Newline | Semi::Eof => errors::if_clause_ends(semi.text()),
                };
                self.syntax_error_at(pos, message);
                self.bad_expr_at(pos)
            }),
        };
    }

    /// `cond; post` of a loop; returns the statement that stands for the condition.
    fn for_clause(&mut self, header: &mut Header) -> Option<StmtId> {
        let cond = (self.tok != Token::Semi).then(|| self.simple_stmt(None, None));
        self.want(Token::Semi);
        if self.tok != Token::Lbrace {
            let post = self.simple_stmt(None, None);
            header.post = Some(post);
            if matches!(self.ast.stmts[post].kind, StmtKind::Define { .. }) {
                let at = self.ast.stmts[post].pos;
                self.harmless_syntax_error_at(at, errors::DEFINE_IN_POST);
            }
        }
        cond
    }

    /// The value of an expression statement; others are reported. A common slip is `=` for `==`, so the message about
    /// an assignment emphasises it.
    fn value_of(&mut self, id: StmtId) -> Option<ExprId> {
        let stmt = &self.ast.stmts[id];
        let text = match &stmt.kind {
            StmtKind::Expr(x) => return Some(*x),
            StmtKind::Assign { op: None, lhs, rhs } => {
                format!("assignment {} = {}", self.emphasize(lhs), self.emphasize(rhs))
            }
            _ => stmt_string(self.ast, self.interner, id),
        };
        self.syntax_error_at(stmt.pos, errors::cannot_use_as_value(&text));
        None
    }

    fn emphasize(&self, list: &[ExprId]) -> String {
        if let [x] = *list {
            let text = expr_string(self.ast, self.interner, x);
            if let ExprKind::Binary { .. } = self.kind(x) { format!("({text})") } else { text }
        } else {
            expr_list_string(self.ast, self.interner, list)
        }
    }

    fn if_stmt(&mut self) -> StmtId {
        let pos = self.pos;
        let header = self.header(Token::If);
        let cond = match header.cond {
            Some(cond) => cond,
            None => self.bad_expr_at(pos),
        };
        let then = self.block_stmt("if clause");
        let mut els = None;
        if self.got(Token::Else) {
            match self.tok {
                Token::If | Token::Lbrace => els = self.stmt_or_nil(),
                _ => {
                    self.syntax_error(errors::ELSE_FOLLOW);
                    self.advance(&[Token::Name, Token::Rbrace]);
                }
            }
        }
        self.add_stmt(StmtKind::If { init: header.init, cond, then, els }, pos, pos)
    }

    fn switch_stmt(&mut self) -> StmtId {
        let pos = self.pos;
        let header = self.header(Token::Switch);
        if !self.got(Token::Lbrace) {
            self.syntax_error(errors::NO_SWITCH_BRACE);
            self.advance(&[Token::Case, Token::Default, Token::Rbrace]);
        }
        let mut clauses = Vec::new();
        while !matches!(self.tok, Token::Eof | Token::Rbrace) {
            let pos = self.pos;
            let cases = self.clause_head(|p| p.expr_list().into_vec());
            let colon = self.pos;
            self.want(Token::Colon);
            let body = self.stmt_list();
            clauses.push(CaseClause { cases, body, pos, colon });
        }
        let rbrace = self.pos;
        self.want(Token::Rbrace);
        self.add_stmt(StmtKind::Switch { init: header.init, tag: header.cond, clauses, rbrace }, pos, pos)
    }

    fn select_stmt(&mut self) -> StmtId {
        let pos = self.pos;
        self.next();
        if !self.got(Token::Lbrace) {
            self.syntax_error(errors::NO_SELECT_BRACE);
            self.advance(&[Token::Case, Token::Default, Token::Rbrace]);
        }
        let mut clauses = Vec::new();
        while !matches!(self.tok, Token::Eof | Token::Rbrace) {
            let pos = self.pos;
            let comm = self.clause_head(|p| p.simple_stmt(None, None));
            let colon = self.pos;
            self.want(Token::Colon);
            let body = self.stmt_list();
            clauses.push(CommClause { comm, body, pos, colon });
        }
        let rbrace = self.pos;
        self.want(Token::Rbrace);
        self.add_stmt(StmtKind::Select { clauses, rbrace }, pos, pos)
    }

    /// `case` and what follows it, or `default`.
    fn clause_head<T>(&mut self, case: impl FnOnce(&mut Self) -> T) -> Option<T> {
        match self.tok {
            Token::Case => {
                self.next();
                return Some(case(self));
            }
            Token::Default => self.next(),
            _ => {
                self.syntax_error(errors::EXPECTED_CASE);
                self.advance(&[Token::Colon, Token::Case, Token::Default, Token::Rbrace]);
            }
        }
        None
    }
}
