//! Statements.
//!
//! One a line, with at most one empty line of the source kept between two. Only a short function body may stay on its
//! line. This follows `go/printer/nodes.go`.

use super::expr::ListMode;
use super::printer::{Node, Printer, Ws};
use crate::base::Pos;
use crate::syntax::ast::{Block, BranchKind, CaseClause, CommClause, ExprId, ExprKind, StmtId, StmtKind, UnaryOp};

/// A function of this size, head and body, stays on one line.
const ONE_LINE: usize = 100;

/// A body with more statements does not stay on one line.
const MAX_STATEMENTS: usize = 5;

/// What stands on a line of its own.
#[derive(Debug, Clone, Copy)]
enum Line<'t> {
    Stmt(StmtId),
    Case(&'t CaseClause),
    Comm(&'t CommClause),
}

impl Printer<'_> {
    pub(super) fn is_labeled(&self, id: StmtId) -> bool {
        matches!(self.src.ast.stmts[id].kind, StmtKind::Labeled { .. })
    }

    fn is_empty(&self, id: StmtId) -> bool {
        matches!(self.src.ast.stmts[id].kind, StmtKind::Empty)
    }

    fn stmts(&mut self, list: &[StmtId], next_is_rbrace: bool) {
        let lines: Vec<Line<'_>> = list.iter().map(|&id| Line::Stmt(id)).collect();
        self.ws(Ws::Indent);
        self.lines(&lines, false, next_is_rbrace);
        self.ws(Ws::Unindent);
    }

    /// Statements or clauses, without a line end after the last. Each clause is a section of its own.
    fn lines(&mut self, list: &[Line<'_>], sections: bool, next_is_rbrace: bool) {
        let src = self.src;
        let record = self.start_record();
        let mut count = 0;
        for line in list {
            let start = match *line {
                Line::Stmt(id) if self.is_empty(id) => continue,
                Line::Stmt(id) => src.stmt_start(id),
                Line::Case(clause) => clause.pos,
                Line::Comm(clause) => clause.pos,
            };
            if !self.output.is_empty() {
                let section = count == 0 || sections || self.past_record(record);
                self.linebreak(self.line(start), 1, Ws::Ignore, section);
            }
            self.record_line(record);
            let last = next_is_rbrace && count + 1 == list.len();
            match *line {
                Line::Stmt(mut id) => {
                    self.stmt(id, last);
                    // The statement starts on a line after its labels.
                    while let StmtKind::Labeled { stmt, .. } = src.ast.stmts[id].kind {
                        self.advance_record(record);
                        id = stmt;
                    }
                }
                Line::Case(clause) => {
                    self.set_pos(clause.pos);
                    match &clause.cases {
                        Some(cases) => {
                            self.token("case");
                            self.ws(Ws::Blank);
                            self.expr_list(clause.pos, cases, 1, ListMode::Plain, clause.colon);
                        }
                        None => self.token("default"),
                    }
                    self.set_pos(clause.colon);
                    self.token(":");
                    self.stmts(&clause.body, last);
                }
                Line::Comm(clause) => {
                    self.set_pos(clause.pos);
                    match clause.comm {
                        Some(comm) => {
                            self.token("case");
                            self.ws(Ws::Blank);
                            self.stmt(comm, false);
                        }
                        None => self.token("default"),
                    }
                    self.set_pos(clause.colon);
                    self.token(":");
                    self.stmts(&clause.body, last);
                }
            }
            count += 1;
        }
        self.end_record(record);
    }

    fn block(&mut self, block: &Block) {
        self.set_pos(block.lbrace);
        self.token("{");
        self.stmts(&block.stmts, true);
        self.close_block(block.rbrace);
    }

    fn clauses(&mut self, list: &[Line<'_>], rbrace: Pos) {
        self.set_pos(self.src.mate(rbrace));
        self.token("{");
        self.lines(list, true, true);
        self.close_block(rbrace);
    }

    fn close_block(&mut self, rbrace: Pos) {
        self.linebreak(self.line(rbrace), 1, Ws::Ignore, true);
        self.set_pos(rbrace);
        self.token("}");
    }

    pub(super) fn stmt(&mut self, id: StmtId, next_is_rbrace: bool) {
        if self.is_too_large() {
            return;
        }
        let src = self.src;
        let stmt = &src.ast.stmts[id];
        let start = src.stmt_start(id);
        self.set_pos(start);
        match &stmt.kind {
            StmtKind::Empty => {}
            StmtKind::Labeled { label, stmt: labeled } => {
                // Takes effect before the line end, unless a comment stands between.
                self.ws(Ws::Unindent);
                self.expr(label.id);
                self.set_pos(stmt.pos);
                self.token(":");
                self.ws(Ws::Indent);
                if !self.is_empty(*labeled) {
                    self.linebreak(self.line(src.stmt_start(*labeled)), 1, Ws::Ignore, true);
                    self.stmt(*labeled, next_is_rbrace);
                } else if next_is_rbrace {
                    // Prints nothing, but the brace comes next.
                    self.set_pos(src.stmt_start(*labeled));
                } else {
                    self.ws(Ws::Newline);
                    self.set_pos(src.stmt_start(*labeled));
                    self.token(";");
                }
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::Expr(x) => self.expr_stmt(*x),
            StmtKind::Send { chan, value } => {
                self.expr0(*chan, 1);
                self.ws(Ws::Blank);
                self.set_pos(stmt.pos);
                self.token("<-");
                self.ws(Ws::Blank);
                self.expr0(*value, 1);
            }
            StmtKind::Decl(decls) => {
                let decl = src.gen_decl(start, decls);
                self.gen_decl(&decl);
            }
            StmtKind::Assign { op: None, lhs, rhs } => self.assignment(start, lhs, ("=", stmt.pos), rhs),
            StmtKind::Assign { op: Some(op), lhs, rhs } => {
                self.assignment(start, lhs, (op.assign_text(), stmt.pos), rhs);
            }
            StmtKind::Define { lhs, rhs } => self.assignment(start, lhs, (":=", stmt.pos), rhs),
            StmtKind::IncDec { x, inc } => {
                self.expr0(*x, 2);
                self.set_pos(stmt.pos);
                self.token(if *inc { "++" } else { "--" });
            }
            StmtKind::Branch { kind, label } => {
                self.token(match kind {
                    BranchKind::Break => "break",
                    BranchKind::Continue => "continue",
                    BranchKind::Goto => "goto",
                    BranchKind::Fallthrough => "fallthrough",
                });
                if let Some(label) = label {
                    self.ws(Ws::Blank);
                    self.expr(label.id);
                }
            }
            StmtKind::Go(call) | StmtKind::Defer(call) => {
                self.token(if matches!(stmt.kind, StmtKind::Go(_)) { "go" } else { "defer" });
                self.ws(Ws::Blank);
                self.expr(*call);
            }
            StmtKind::Return(results) => self.return_stmt(results),
            StmtKind::If { init, cond, then, els } => {
                self.token("if");
                self.control_clause(false, *init, Some(*cond), None);
                self.block(then);
                if let Some(els) = els {
                    self.ws(Ws::Blank);
                    self.token("else");
                    self.ws(Ws::Blank);
                    self.stmt(*els, next_is_rbrace);
                }
            }
            StmtKind::For { init, cond, post, body } => {
                self.token("for");
                self.control_clause(true, *init, *cond, *post);
                self.block(body);
            }
            StmtKind::Range { lhs, define, x, body, .. } => {
                self.token("for");
                self.ws(Ws::Blank);
                for (i, &variable) in lhs.iter().enumerate() {
                    if i > 0 {
                        self.set_pos(src.start(variable));
                        self.token(",");
                        self.ws(Ws::Blank);
                    }
                    self.expr(variable);
                }
                if let Some(&last) = lhs.last() {
                    self.ws(Ws::Blank);
                    self.set_pos(src.after(src.end(last)));
                    self.token(if *define { ":=" } else { "=" });
                    self.ws(Ws::Blank);
                }
                self.token("range");
                self.ws(Ws::Blank);
                self.expr_without_parens(*x);
                self.ws(Ws::Blank);
                self.block(body);
            }
            StmtKind::Switch { init, tag, clauses, rbrace } => {
                self.token("switch");
                match tag {
                    Some(tag) if self.is_guard(*tag) => {
                        if let Some(init) = init {
                            self.ws(Ws::Blank);
                            self.stmt(*init, false);
                            self.token(";");
                        }
                        self.ws(Ws::Blank);
                        self.expr_stmt(*tag);
                        self.ws(Ws::Blank);
                    }
                    _ => self.control_clause(false, *init, *tag, None),
                }
                let lines: Vec<Line<'_>> = clauses.iter().map(Line::Case).collect();
                self.clauses(&lines, *rbrace);
            }
            StmtKind::Select { clauses, rbrace } => {
                self.token("select");
                self.ws(Ws::Blank);
                if clauses.is_empty() && !self.comment_before(*rbrace) {
                    self.set_pos(src.mate(*rbrace));
                    self.token("{");
                    self.set_pos(*rbrace);
                    self.token("}");
                } else {
                    let lines: Vec<Line<'_>> = clauses.iter().map(Line::Comm).collect();
                    self.clauses(&lines, *rbrace);
                }
            }
        }
    }

    fn assignment(&mut self, start: Pos, lhs: &[ExprId], (op, op_pos): (&'static str, Pos), rhs: &[ExprId]) {
        let depth = if lhs.len() > 1 && rhs.len() > 1 { 2 } else { 1 };
        self.expr_list(start, lhs, depth, ListMode::Plain, op_pos);
        self.ws(Ws::Blank);
        self.set_pos(op_pos);
        self.token(op);
        self.ws(Ws::Blank);
        self.expr_list(op_pos, rhs, depth, ListMode::Plain, Pos::NONE);
    }

    fn is_guard(&self, x: ExprId) -> bool {
        matches!(self.src.ast.exprs[x].kind, ExprKind::TypeSwitchGuard { .. })
    }

    /// An expression for its effect; or `x := y.(type)`, which is an assignment in go/ast.
    fn expr_stmt(&mut self, x: ExprId) {
        let src = self.src;
        let start = src.expr_stmt_start(x);
        self.set_pos(start);
        match src.ast.exprs[x].kind {
            ExprKind::TypeSwitchGuard { lhs: Some(name), .. } => {
                let define = src.after(src.end(name.id));
                self.assignment(start, &[name.id], (":=", define), &[x]);
            }
            _ => self.expr0(x, 1),
        }
    }

    fn return_stmt(&mut self, results: &[ExprId]) {
        self.token("return");
        if results.is_empty() {
            return;
        }
        self.ws(Ws::Blank);
        // No position before the list: a line end after `return` would be a semicolon.
        if self.is_better_indented(results) {
            self.ws(Ws::Indent);
            self.expr_list(Pos::NONE, results, 1, ListMode::NoIndent, Pos::NONE);
            self.ws(Ws::Unindent);
        } else {
            self.expr_list(Pos::NONE, results, 1, ListMode::Plain, Pos::NONE);
        }
    }

    /// Whether a list looks better indented as a whole: an element starts on a new line, or several are longer than a
    /// line, composite literals aside.
    fn is_better_indented(&self, list: &[ExprId]) -> bool {
        let src = self.src;
        let mut line = self.line(src.start(list[0]));
        if list.len() < 2 || line >= self.line(src.end(list[list.len() - 1])) {
            return false;
        }
        let mut long = 0;
        for &x in list {
            let (start, end) = (self.line(src.start(x)), self.line(src.end(x)));
            if line < start {
                return true;
            }
            long += usize::from(start < end && !self.is_composite_lit_like(x));
            line = end;
        }
        long > 1
    }

    /// `T{…}` or `&T{…}`, in parentheses or not.
    fn is_composite_lit_like(&self, x: ExprId) -> bool {
        let exprs = &self.src.ast.exprs;
        match exprs[self.src.unparen(x)].kind {
            ExprKind::CompositeLit { .. } => true,
            ExprKind::Unary { op: UnaryOp::Addr, x } => {
                matches!(exprs[self.src.unparen(x)].kind, ExprKind::CompositeLit { .. })
            }
            _ => false,
        }
    }

    fn control_clause(&mut self, is_for: bool, init: Option<StmtId>, cond: Option<ExprId>, post: Option<StmtId>) {
        self.ws(Ws::Blank);
        let mut needs_blank = cond.is_some();
        if init.is_none() && post.is_none() {
            if let Some(cond) = cond {
                self.expr_without_parens(cond);
            }
        } else {
            if let Some(init) = init {
                self.stmt(init, false);
            }
            self.token(";");
            self.ws(Ws::Blank);
            if let Some(cond) = cond {
                self.expr_without_parens(cond);
            }
            if is_for {
                self.token(";");
                self.ws(Ws::Blank);
                needs_blank = post.is_some();
                if let Some(post) = post {
                    self.stmt(post, false);
                }
            }
        }
        if needs_blank {
            self.ws(Ws::Blank);
        }
    }

    /// An expression of a statement's head without parentheses, unless they keep the brace of a literal from being
    /// that of the statement.
    fn expr_without_parens(&mut self, mut x: ExprId) {
        while let ExprKind::Paren(inner) = self.src.ast.exprs[x].kind {
            if self.has_bare_literal(x) {
                break;
            }
            x = inner;
        }
        self.expr(x);
    }

    /// Whether there is a literal that starts with a type's name inside the parentheses `paren`, and in no others nor in
    /// another literal.
    fn has_bare_literal(&self, paren: ExprId) -> bool {
        let src = self.src;
        let outer = src.ast.exprs[paren].span;
        // What is inside was parsed after the parenthesis opened: it comes last before it in the arena, from right to
        // left if read backwards, and each expression before its operands.
        let mut covered = outer.hi;
        for id in (0..paren.0).rev().map(ExprId) {
            let expr = &src.ast.exprs[id];
            if expr.span.lo <= outer.lo {
                break;
            }
            if expr.span.lo >= covered {
                continue;
            }
            if let Some(span) = src.parens(id).last() {
                covered = span.lo;
                continue;
            }
            match expr.kind {
                ExprKind::CompositeLit { ty: Some(ty), .. } if self.is_type_name(ty) => return true,
                ExprKind::CompositeLit { .. } | ExprKind::Paren(_) => covered = expr.span.lo,
                _ => {}
            }
        }
        false
    }

    fn is_type_name(&self, mut x: ExprId) -> bool {
        while let ExprKind::Selector { x: inner, .. } = self.src.ast.exprs[x].kind {
            x = inner;
        }
        matches!(self.src.ast.exprs[x].kind, ExprKind::Name(_))
    }
}

/// Function bodies.
impl Printer<'_> {
    /// How far the output is from the column `start`, if the source is still on the line of `from`.
    pub(super) fn distance_from(&self, from: Pos, start: i64) -> usize {
        if self.pos.is_valid() && self.line(from) == self.pos.line {
            usize::try_from(self.out_column() - start).unwrap_or(0)
        } else {
            usize::MAX
        }
    }

    /// The body of a function whose head is of size `header`; on the same line, after `separator`, if there is room.
    pub(super) fn func_body(&mut self, header: usize, separator: Ws, body: StmtId) {
        let src = self.src;
        let StmtKind::Block(block) = &src.ast.stmts[body].kind else { return };
        let level = std::mem::take(&mut self.level);
        if header.saturating_add(self.body_size(block)) <= ONE_LINE {
            self.ws(separator);
            self.set_pos(block.lbrace);
            self.token("{");
            if !block.stmts.is_empty() {
                self.ws(Ws::Blank);
                for (i, &stmt) in block.stmts.iter().enumerate() {
                    if i > 0 {
                        self.token(";");
                        self.ws(Ws::Blank);
                    }
                    self.stmt(stmt, i + 1 == block.stmts.len());
                }
                self.ws(Ws::Blank);
            }
            self.toggle_extra(true, false);
            self.set_pos(block.rbrace);
            self.token("}");
            self.toggle_extra(true, false);
        } else {
            if separator != Ws::Ignore {
                self.ws(Ws::Blank);
            }
            self.block(block);
        }
        self.level = level;
    }

    fn body_size(&mut self, block: &Block) -> usize {
        if self.line(block.lbrace) != self.line(block.rbrace) || block.stmts.len() > MAX_STATEMENTS {
            return ONE_LINE + 1;
        }
        let mut size = self.comment_size_before(block.rbrace);
        for (i, &stmt) in block.stmts.iter().enumerate() {
            if size > ONE_LINE {
                break;
            }
            // A semicolon and a blank.
            size += if i > 0 { 2 } else { 0 };
            size += self.node_size(Node::Stmt(stmt), ONE_LINE);
        }
        size
    }
}
