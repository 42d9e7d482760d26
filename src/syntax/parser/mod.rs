//! Tokens to trees: recursive descent over the whole grammar of Go 1.27.
//!
//! The shape follows gc's `syntax/parser.go` production by production, since which messages come out, where and in
//! which order depends on it: a function here has the name of gc's, in our spelling. Nothing fails: a production that
//! finds something else reports it, makes the best of it, and leaves the parser at a token that its caller can use.
//! The parser knows no scopes and no types; what only they can tell, it leaves to `check`.

mod decl;
mod expr;
mod stmt;
#[cfg(test)]
mod tests;
mod types;

use super::ast::{Ast, Block, Expr, ExprId, ExprKind, File, Ident, Stmt, StmtId, StmtKind};
use super::errors::{self, Message, token_words};
use super::scanner::Scanner;
use super::token::{Token, TokenSet};
use super::{branches, build_tag};
use crate::base::{Diagnostic, Diagnostics, FileId, Interner, Pos, Severity, SourceFile, SourceMap, Span, Symbol};

/// How deeply statements, expressions and types may be nested. gc has no such limit and go/parser has 100,000, but here
/// the stack is small: the deepest parse takes about 600 kB. Real programs stay below 100, generated ones below 400.
pub const MAX_NESTING: u32 = 500;

/// How long a chain such as `a + b + c…` or `x.y().z()…` may be. It does not nest in the source but does in the tree,
/// where later passes follow it. Tables in Go's library come close to 1000.
pub const MAX_CHAIN: u32 = 1000;

/// Parses a file of `sources` and appends it to `ast.files`. Returns whether its types are worth checking: gc checks
/// them in spite of stray characters or unused labels, but not after a message that starts with `syntax error`, nor
/// after any error in the package clause, when it reads no further.
///
/// Diagnostics come in the order in which gc reports them, at most one syntax error a line.
pub fn parse_file(
    ast: &mut Ast,
    sources: &SourceMap,
    file: FileId,
    interner: &mut Interner,
    diags: &mut Diagnostics,
) -> bool {
    parse(ast, sources, file, interner, diags, false)
}

/// As [`parse_file`], with nothing in the bodies of functions: for those who only ask what a file declares.
pub fn skim_file(
    ast: &mut Ast,
    sources: &SourceMap,
    file: FileId,
    interner: &mut Interner,
    diags: &mut Diagnostics,
) -> bool {
    parse(ast, sources, file, interner, diags, true)
}

fn parse(
    ast: &mut Ast,
    sources: &SourceMap,
    file: FileId,
    interner: &mut Interner,
    diags: &mut Diagnostics,
    skim: bool,
) -> bool {
    let source = sources.file(file);
    let mut parser = Parser {
        scanner: Scanner::new(source.text()),
        base: source.pos(0).0,
        tok: Token::Eof,
        pos: Pos::NONE,
        prev_end: source.pos(0),
        errors: 0,
        last_syntax_line: 0,
        last_other: None,
        function_depth: 0,
        expr_depth: 0,
        depth: 0,
        clause_ok: false,
        whole: true,
        skim,
        ast,
        sources,
        source,
        interner,
        diags,
    };
    let parsed = parser.file(file);
    parser.ast.files.push(parsed);
    parser.last_syntax_line == 0 && parser.clause_ok
}

struct Parser<'a> {
    ast: &'a mut Ast,
    sources: &'a SourceMap,
    source: &'a SourceFile,
    interner: &'a mut Interner,
    diags: &'a mut Diagnostics,
    scanner: Scanner<'a>,
    /// The position of the file's first byte.
    base: u32,
    /// The current token.
    tok: Token,
    /// Where it starts.
    pos: Pos,
    /// Where the token before ends.
    prev_end: Pos,
    /// How many errors there were, those that are not shown included.
    errors: u32,
    /// The line of the last syntax error.
    last_syntax_line: u32,
    /// The line and index of the last other error.
    last_other: Option<(u32, usize)>,
    /// How many function bodies we are in; decides where recovery may stop.
    function_depth: u32,
    /// Negative in the header of a statement, where `{` starts its body rather than a composite literal.
    expr_depth: i32,
    /// How many productions that can contain themselves we are in.
    depth: u32,
    /// Whether the package clause has no errors.
    clause_ok: bool,
    /// Whether no error has left anything out of the tree.
    whole: bool,
    /// Whether bodies of functions are passed over.
    skim: bool,
}

/// Keywords that start a statement: good places to go on after an error inside a function.
const STATEMENT_STARTS: TokenSet = TokenSet::of(&[
    Token::Break,
    Token::Const,
    Token::Continue,
    Token::Defer,
    Token::Fallthrough,
    Token::For,
    Token::Go,
    Token::Goto,
    Token::If,
    Token::Return,
    Token::Select,
    Token::Switch,
    Token::Type,
    Token::Var,
]);

const DECLARATION_STARTS: &[Token] = &[Token::Import, Token::Const, Token::Type, Token::Var, Token::Func];

/// Tokens.
impl Parser<'_> {
    fn next(&mut self) {
        self.prev_end = Pos(self.base + self.scanner.end as u32);
        self.scanner.next();
        self.tok = self.scanner.tok;
        self.pos = Pos(self.base + self.scanner.start as u32);
        if !self.scanner.errors.is_empty() {
            self.report_scanner_errors();
        }
    }

    fn got(&mut self, tok: Token) -> bool {
        let found = self.tok == tok;
        if found {
            self.next();
        }
        found
    }

    fn want(&mut self, tok: Token) {
        if !self.got(tok) {
            self.syntax_error(errors::expected_token(tok));
            self.advance(&[]);
        }
    }

    /// `=`, or `:=` with an error.
    fn got_assign(&mut self) -> bool {
        if self.tok == Token::Define {
            self.syntax_error(errors::EXPECTED_ASSIGN);
        } else if self.tok != Token::Assign {
            return false;
        }
        self.next();
        true
    }

    /// Skips to a token of `follow`, or inside a function to one that starts a statement. With an empty `follow` it
    /// skips one token.
    fn advance(&mut self, follow: &[Token]) {
        if follow.is_empty() {
            if self.tok != Token::Eof {
                self.next();
            }
            return;
        }
        let mut stop = TokenSet::of(follow).union(TokenSet::of(&[Token::Eof]));
        if self.function_depth > 0 {
            stop = stop.union(STATEMENT_STARTS);
        }
        while !stop.contains(self.tok) {
            self.next();
        }
    }

    /// Enters a production that can contain itself; leave by [`Self::leave`]. `false` if the source is nested too
    /// deeply: then the rest of the file is skipped.
    fn enter(&mut self) -> bool {
        self.depth += 1;
        self.depth <= MAX_NESTING || self.give_up()
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Whether a chain of `length` is short enough here; otherwise the rest of the file is skipped.
    fn chain(&mut self, length: u32) -> bool {
        self.depth + length <= MAX_CHAIN || self.give_up()
    }

    #[cold]
    fn give_up(&mut self) -> bool {
        if self.tok != Token::Eof {
            self.syntax_error(errors::TOO_DEEP);
            self.scanner.skip_to_end();
            self.tok = Token::Eof;
            self.pos = Pos(self.base + self.scanner.start as u32);
        }
        false
    }

    /// A list of elements with separators up to `close`, which is consumed; returns its position. The last element
    /// may be followed by a separator. No more elements are accepted after `element` returns true.
    fn list(
        &mut self,
        context: &str,
        separator: Token,
        close: Token,
        mut element: impl FnMut(&mut Self) -> bool,
    ) -> Pos {
        let mut done = false;
        while self.tok != Token::Eof && self.tok != close && !done {
            done = element(self);
            if !self.got(separator) && self.tok != close {
                self.syntax_error(errors::in_list(context, separator, close));
                self.advance(&[Token::Rparen, Token::Rbrack, Token::Rbrace]);
                if self.tok != close {
                    return self.pos;
                }
            }
        }
        let pos = self.pos;
        self.want(close);
        pos
    }
}

/// Errors.
impl Parser<'_> {
    fn report_scanner_errors(&mut self) {
        for (offset, message) in std::mem::take(&mut self.scanner.errors) {
            self.error_at(self.source.pos(offset), message);
        }
    }

    /// An error that gc does not call a syntax error.
    fn error_at(&mut self, pos: Pos, message: impl Into<String>) {
        self.whole = false;
        self.harmless_error_at(pos, message);
    }

    /// The same about something that the tree holds nevertheless.
    fn harmless_error_at(&mut self, pos: Pos, message: impl Into<String>) {
        self.errors += 1;
        let span = self.error_span(pos);
        let message = message.into();
        self.report_other(Diagnostic { severity: Severity::Error, pos, span, code: "syntax", message });
    }

    /// Reports an error that is no syntax error, unless it says the same as the last one of the line.
    fn report_other(&mut self, diagnostic: Diagnostic) {
        let line = self.source.line_col(diagnostic.pos).line;
        if let Some((last, index)) = self.last_other
            && last == line
            && self.diags.items()[index].message == diagnostic.message
        {
            return;
        }
        self.last_other = Some((line, self.diags.len()));
        self.diags.push(diagnostic);
    }

    /// What to underline for an error at `pos`: the current token if it is there.
    fn error_span(&self, pos: Pos) -> Span {
        let end = if pos == self.pos { Pos(self.base + self.scanner.end as u32) } else { pos };
        Span::new(pos, end)
    }

    fn syntax_error(&mut self, message: Message) {
        self.syntax_error_at(self.pos, message);
    }

    /// A syntax error, unless it only follows from the end of the file, or there was one on this line.
    fn syntax_error_at(&mut self, pos: Pos, message: Message) {
        self.whole = false;
        self.harmless_syntax_error_at(pos, message);
    }

    /// The same about something that the tree holds nevertheless.
    fn harmless_syntax_error_at(&mut self, pos: Pos, message: Message) {
        if self.tok == Token::Eof && self.errors > 0 {
            return;
        }
        self.errors += 1;
        let line = self.source.line_col(pos).line;
        if line == self.last_syntax_line {
            return;
        }
        self.last_syntax_line = line;
        let message = match message {
            Message::Plain(words) => format!("syntax error: {words}"),
            Message::Unexpected(words) => format!("syntax error: unexpected {}{words}", self.current_token()),
        };
        let span = self.error_span(pos);
        self.diags.push(Diagnostic { severity: Severity::Error, pos, span, code: "syntax", message });
    }

    /// What messages call the current token.
    fn current_token(&self) -> String {
        match self.tok {
            Token::Name => format!("name {}", self.scanner.lit()),
            Token::Semi => self.scanner.semi.text().to_owned(),
            Token::Literal => format!("literal {}", self.scanner.lit()),
            Token::Operator => self.scanner.op.text().to_owned(),
            Token::AssignOp => format!("{}=", self.scanner.op.text()),
            Token::IncOp => self.scanner.op.text().repeat(2),
            tok => token_words(tok).into_owned(),
        }
    }
}

/// Nodes.
impl Parser<'_> {
    /// The text from `lo` up to the current token.
    fn span_from(&self, lo: Pos) -> Span {
        Span::new(lo, self.prev_end.max(lo))
    }

    fn add_expr(&mut self, kind: ExprKind, pos: Pos, lo: Pos) -> ExprId {
        let span = self.span_from(lo);
        self.ast.exprs.push(Expr { kind, pos, span })
    }

    fn add_stmt(&mut self, kind: StmtKind, pos: Pos, lo: Pos) -> StmtId {
        let span = self.span_from(lo);
        self.ast.stmts.push(Stmt { kind, pos, span })
    }

    fn kind(&self, id: ExprId) -> &ExprKind {
        &self.ast.exprs[id].kind
    }

    fn lo(&self, id: ExprId) -> Pos {
        self.ast.exprs[id].span.lo
    }

    fn bad_expr_at(&mut self, pos: Pos) -> ExprId {
        self.ast.exprs.push(Expr { kind: ExprKind::Bad, pos, span: Span::new(pos, pos) })
    }

    fn bad_expr(&mut self) -> ExprId {
        self.bad_expr_at(self.pos)
    }

    /// A name that is not in the source.
    fn made_up_name(&mut self, name: Symbol, pos: Pos) -> Ident {
        let id = self.ast.exprs.push(Expr { kind: ExprKind::Name(name), pos, span: Span::new(pos, pos) });
        Ident { name, id, pos }
    }

    /// The name that `id` is, if it is just a name.
    fn as_ident(&self, id: ExprId) -> Option<Ident> {
        let expr = &self.ast.exprs[id];
        match expr.kind {
            ExprKind::Name(name) => Some(Ident { name, id, pos: expr.pos }),
            _ => None,
        }
    }

    fn name(&mut self) -> Ident {
        if self.tok == Token::Name {
            let pos = self.pos;
            let name = self.interner.intern(self.scanner.lit());
            self.next();
            let id = self.add_expr(ExprKind::Name(name), pos, pos);
            return Ident { name, id, pos };
        }
        let ident = self.made_up_name(Symbol::BLANK, self.pos);
        self.syntax_error(errors::EXPECTED_NAME);
        self.advance(&[]);
        ident
    }

    /// Names with commas between them, the first of which has been read.
    fn name_list(&mut self, first: Ident) -> Vec<Ident> {
        let mut names = vec![first];
        while self.got(Token::Comma) {
            names.push(self.name());
        }
        names
    }

    /// A literal, if there is one.
    fn literal(&mut self) -> Option<ExprId> {
        if self.tok != Token::Literal {
            return None;
        }
        let (pos, kind, bad) = (self.pos, self.scanner.kind, self.scanner.bad);
        let text = self.interner.intern(self.scanner.lit());
        self.next();
        Some(self.add_expr(ExprKind::Literal { kind, text, bad }, pos, pos))
    }

    /// Strips parentheses.
    fn unparen(&self, mut id: ExprId) -> ExprId {
        while let ExprKind::Paren(x) = *self.kind(id) {
            id = x;
        }
        id
    }

    /// Strips parentheses and notes for the printer that they are gone from the tree.
    fn drop_parens(&mut self, mut id: ExprId) -> ExprId {
        let first = self.ast.parens.len();
        while let ExprKind::Paren(x) = *self.kind(id) {
            let span = self.ast.exprs[id].span;
            self.ast.parens.push((x, span));
            id = x;
        }
        self.ast.parens[first..].reverse();
        for entry in &mut self.ast.parens[first..] {
            entry.0 = id;
        }
        id
    }
}

/// Files.
impl Parser<'_> {
    fn file(&mut self, file: FileId) -> File {
        self.next();
        let mut parsed = File {
            file,
            package: Ident { name: Symbol::BLANK, id: ExprId(0), pos: self.pos },
            decls: Vec::new(),
            go_version: self.go_version(),
            comments: Vec::new(),
            eof: self.source.pos(self.source.text().len()),
            whole: false,
        };
        if self.got(Token::Package) {
            parsed.package = self.name();
            self.want(Token::Semi);
            self.clause_ok = self.errors == 0;
            if self.clause_ok {
                self.top_level(&mut parsed.decls);
            }
        } else {
            parsed.package = self.made_up_name(Symbol::BLANK, self.pos);
            self.syntax_error(errors::PACKAGE_FIRST);
        }
        let comments = std::mem::take(&mut self.scanner.comments);
        parsed.whole = self.whole;
        parsed.comments =
            comments.into_iter().map(|(lo, hi)| Span::new(self.source.pos(lo), self.source.pos(hi))).collect();
        parsed
    }

    /// The version that the last valid `//go:build` line before the package clause asks for.
    fn go_version(&self) -> Option<(u32, u32)> {
        let text = self.source.text();
        let comments = self.scanner.comments.iter().map(|&(lo, hi)| &text[lo..hi]);
        comments.filter_map(build_tag::go_version).next_back().flatten()
    }
}

/// Functions.
impl Parser<'_> {
    /// A body of which only the braces are read.
    fn skipped_body(&mut self) -> StmtId {
        let lo = self.pos;
        let mut open = 0;
        while self.tok != Token::Eof {
            match self.tok {
                Token::Lbrace => open += 1,
                Token::Rbrace => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
            self.next();
        }
        let block = Block { stmts: Vec::new(), lbrace: lo, rbrace: self.pos };
        self.want(Token::Rbrace);
        self.add_stmt(StmtKind::Block(block), lo, lo)
    }

    fn func_body(&mut self) -> StmtId {
        if self.skim {
            return self.skipped_body();
        }
        self.function_depth += 1;
        let errors = self.errors;
        let lo = self.pos;
        let block = self.block_stmt("");
        self.function_depth -= 1;
        // A broken body would give branch errors that are none.
        if errors == self.errors {
            for error in branches::check(self.ast, &block, self.interner, self.sources) {
                self.report_other(error);
            }
        }
        self.add_stmt(StmtKind::Block(block), lo, lo)
    }
}
