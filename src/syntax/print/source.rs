//! What the tree does not say: tokens, lines and comments of one file.
//!
//! go/printer prints a tree that knows every bracket and which comments belong to a declaration; ours, like gc's, does
//! not. So the text is scanned once more, and a place that is missing is asked for by its neighbour: the bracket that
//! closes another, the token after a node. Comments are grouped as go/parser groups them, since where a group ends
//! decides what is aligned and where an empty line goes.

use super::expr::Operation;
use crate::base::{Interner, Pos, SourceFile, Span};
use crate::syntax::ast::{Ast, DeclId, ExprId, ExprKind, StmtId, StmtKind};
use crate::syntax::scanner::{Scanner, Semi};
use crate::syntax::token::Token;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A comment with its markers and without carriage returns.
#[derive(Debug, Clone)]
pub(super) struct Comment {
    pub(super) pos: Pos,
    pub(super) text: String,
}

impl Comment {
    /// `//` rather than `/*`.
    pub(super) fn is_line(&self) -> bool {
        self.text.starts_with("//")
    }

    /// go/ast's idea of the end, which is too early if there were carriage returns.
    pub(super) fn end(&self) -> Pos {
        Pos(self.pos.0 + self.text.len() as u32)
    }
}

/// Comments without a token or an empty line between them; never empty.
#[derive(Debug, Clone)]
pub(super) struct CommentGroup {
    pub(super) list: Vec<Comment>,
}

impl CommentGroup {
    pub(super) fn pos(&self) -> Pos {
        self.list[0].pos
    }

    pub(super) fn last(&self) -> &Comment {
        &self.list[self.list.len() - 1]
    }

    pub(super) fn end(&self) -> Pos {
        self.last().end()
    }
}

crate::define_id! {
    /// A group of comments.
    GroupId
}

/// A token and the comments that go/parser would find there.
#[derive(Debug, Clone, Copy)]
struct Tok {
    lo: Pos,
    kind: Token,
    /// A semicolon that is written; others follow from line ends.
    semicolon: bool,
    /// For a bracket the other one.
    mate: Pos,
    /// Outside all brackets.
    outermost: bool,
    /// The comment that ends on the line before this token.
    lead: Option<GroupId>,
    /// The comment before this token that stands on the line of the token before, with nothing after it.
    line: Option<GroupId>,
}

/// A place as `go/token` has it; line 0 is nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Position {
    pub(super) offset: i64,
    pub(super) line: i64,
    pub(super) column: i64,
}

impl Position {
    pub(super) fn is_valid(self) -> bool {
        self.line > 0
    }
}

/// A file as the printer sees it.
#[derive(Debug)]
pub(super) struct Source<'a> {
    text: &'a str,
    /// The position of the first byte.
    base: Pos,
    pub(super) ast: &'a Ast,
    pub(super) names: &'a Interner,
    tokens: Vec<Tok>,
    /// Where lines start. Removing duplicate imports merges lines.
    lines: Vec<Pos>,
    pub(super) groups: Vec<CommentGroup>,
    /// All groups in the order of their positions. Sorting imports moves some.
    pub(super) order: Vec<GroupId>,
    /// Parentheses that the tree does not keep, innermost first.
    parens: FxHashMap<ExprId, Vec<Span>>,
    /// Where sorted import lines are taken to start and end.
    pub(super) moved: FxHashMap<DeclId, (Pos, Pos)>,
}

impl<'a> Source<'a> {
    /// Reads `file`, which `ast` holds as its only file.
    pub(super) fn new(file: &'a SourceFile, ast: &'a Ast, names: &'a Interner) -> Self {
        let mut parens: FxHashMap<ExprId, Vec<Span>> = FxHashMap::default();
        for &(id, span) in &ast.parens {
            parens.entry(id).or_default().push(span);
        }
        let mut source = Self {
            text: file.text(),
            base: file.pos(0),
            ast,
            names,
            tokens: Vec::new(),
            lines: (1..=file.line_count()).filter_map(|line| file.line_start(line)).collect(),
            groups: Vec::new(),
            order: Vec::new(),
            parens,
            moved: FxHashMap::default(),
        };
        source.scan();
        source.order = (0..source.groups.len() as u32).map(GroupId).collect();
        source
    }

    fn at(&self, offset: usize) -> Pos {
        Pos(self.base.0 + offset as u32)
    }

    fn scan(&mut self) {
        let mut scanner = Scanner::new(self.text);
        let mut open: Vec<usize> = Vec::new();
        let mut comments = 0;
        let mut prev = 0;
        loop {
            scanner.next();
            let lo = self.at(scanner.start);
            let kind = scanner.tok;
            let gap = std::mem::replace(&mut comments, scanner.comments.len());
            let (lead, line) = self.group_comments(&scanner.comments[gap..], prev, lo, kind);
            let index = self.tokens.len();
            let mut mate = Pos::NONE;
            if matches!(kind, Token::Rparen | Token::Rbrack | Token::Rbrace)
                && let Some(start) = open.pop()
            {
                mate = self.tokens[start].lo;
                self.tokens[start].mate = lo;
            }
            let outermost = open.is_empty();
            if matches!(kind, Token::Lparen | Token::Lbrack | Token::Lbrace) {
                open.push(index);
            }
            let semicolon = kind == Token::Semi && scanner.semi == Semi::Semicolon;
            self.tokens.push(Tok { lo, kind, semicolon, mate, outermost, lead, line });
            prev = self.line(lo);
            if kind == Token::Eof {
                return;
            }
        }
    }

    /// Groups the comments between the token on line `prev` and that at `next`; returns its lead and line comment.
    fn group_comments(
        &mut self,
        comments: &[(usize, usize)],
        prev: i64,
        next: Pos,
        kind: Token,
    ) -> (Option<GroupId>, Option<GroupId>) {
        let mut rest = comments.iter().peekable();
        let start_line = |source: &Self, offset: usize| source.line(source.at(offset));
        let (mut lead, mut line) = (None, None);
        let Some(&&(first, _)) = rest.peek() else { return (None, None) };
        let mut same_line = start_line(self, first) == prev;
        let mut end_line = -1;
        while let Some(&&(lo, _)) = rest.peek() {
            let gap = i64::from(!same_line);
            end_line = start_line(self, lo);
            let mut list = Vec::new();
            while let Some(&(lo, hi)) = rest.next_if(|&&(lo, _)| start_line(self, lo) <= end_line + gap) {
                let text = &self.text[lo..hi];
                end_line = start_line(self, lo) + text.bytes().filter(|&b| b == b'\n').count() as i64;
                list.push(Comment { pos: self.at(lo), text: without_returns(text) });
            }
            let id = GroupId(self.groups.len() as u32);
            self.groups.push(CommentGroup { list });
            if same_line {
                let next_line = rest.peek().map_or_else(|| self.line(next), |&&(lo, _)| start_line(self, lo));
                if next_line != end_line || rest.peek().is_none() && matches!(kind, Token::Semi | Token::Eof) {
                    line = Some(id);
                }
                same_line = false;
                end_line = -1;
            } else {
                lead = Some(id);
            }
        }
        (lead.filter(|_| end_line + 1 == self.line(next)), line)
    }
}

/// What a comment says without the carriage returns in it, except one that keeps `*` from `/`.
fn without_returns(text: &str) -> String {
    if !text.contains('\r') {
        return text.to_owned();
    }
    let block = text.starts_with("/*");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' && !(block && out.len() > 2 && out.ends_with('*') && rest.peek() == Some(&'/')) {
            continue;
        }
        out.push(c);
    }
    out
}

/// Places.
impl Source<'_> {
    /// The line of `pos`, from 1; 0 for no position.
    pub(super) fn line(&self, pos: Pos) -> i64 {
        if pos.is_known() { self.lines.partition_point(|&start| start <= pos) as i64 } else { 0 }
    }

    /// Line, column and offset of `pos`, no further than the end of the file.
    pub(super) fn position(&self, pos: Pos) -> Position {
        if !pos.is_known() {
            return Position::default();
        }
        let pos = pos.min(self.at(self.text.len()));
        let line = self.line(pos);
        let start = self.line_start(line).unwrap_or(self.base);
        Position { offset: i64::from(pos.0 - self.base.0), line, column: i64::from(pos.0.saturating_sub(start.0)) + 1 }
    }

    /// Where `line` starts, if there is that line.
    pub(super) fn line_start(&self, line: i64) -> Option<Pos> {
        self.lines.get(usize::try_from(line - 1).ok()?).copied()
    }

    /// The number of lines.
    pub(super) fn line_count(&self) -> i64 {
        self.lines.len() as i64
    }

    /// Takes `line` and the next one for one line.
    pub(super) fn merge_line(&mut self, line: i64) {
        if (1..self.line_count()).contains(&line) {
            self.lines.remove(line as usize);
        }
    }

    fn token_from(&self, pos: Pos) -> usize {
        self.tokens.partition_point(|tok| tok.lo < pos)
    }

    /// Where the first token at or after `pos` starts.
    pub(super) fn after(&self, pos: Pos) -> Pos {
        self.tokens.get(self.token_from(pos)).map_or(Pos::NONE, |tok| tok.lo)
    }

    /// What the token at `pos` is.
    pub(super) fn kind_at(&self, pos: Pos) -> Token {
        self.tokens.get(self.token_from(pos)).map_or(Token::Eof, |tok| tok.kind)
    }

    /// The bracket that belongs to that at `pos`.
    pub(super) fn mate(&self, pos: Pos) -> Pos {
        self.tokens.get(self.token_from(pos)).map_or(Pos::NONE, |tok| tok.mate)
    }

    /// Whether the token at `pos` stands outside all brackets.
    pub(super) fn is_outermost(&self, pos: Pos) -> bool {
        self.tokens.get(self.token_from(pos)).is_some_and(|tok| tok.outermost)
    }

    /// The comment that documents what starts at `pos`.
    pub(super) fn lead_comment(&self, pos: Pos) -> Option<GroupId> {
        self.tokens.get(self.token_from(pos))?.lead
    }

    /// The comment on the line of what ends at `end`, after its semicolon if that is written.
    pub(super) fn line_comment(&self, end: Pos) -> Option<GroupId> {
        let index = self.token_from(end);
        let tok = self.tokens.get(index)?;
        match tok.kind {
            Token::Semi if tok.semicolon => self.tokens.get(index + 1)?.line,
            Token::Semi => tok.line,
            _ => None,
        }
    }

    /// The text of `span`, of a raw string without carriage returns.
    pub(super) fn literal(&self, span: Span) -> Cow<'_, str> {
        let text = &self.text[(span.lo.0 - self.base.0) as usize..(span.hi.0 - self.base.0) as usize];
        if text.starts_with('`') && text.contains('\r') { text.replace('\r', "").into() } else { text.into() }
    }
}

/// Where nodes start and end, as `go/ast` says.
impl Source<'_> {
    /// The parentheses around `x` that are not in the tree, innermost first.
    pub(super) fn parens(&self, x: ExprId) -> &[Span] {
        self.parens.get(&x).map_or(&[], Vec::as_slice)
    }

    /// Where an expression starts, parentheses included; a type switch guard without its name.
    pub(super) fn start(&self, mut x: ExprId) -> Pos {
        loop {
            if let Some(outer) = self.parens(x).last() {
                return outer.lo;
            }
            match self.leftmost(x) {
                Some(inner) => x = inner,
                None => return self.ast.exprs[x].span.lo,
            }
        }
    }

    /// The operand that an expression starts with, if it starts with one.
    fn leftmost(&self, x: ExprId) -> Option<ExprId> {
        match self.ast.exprs[x].kind {
            ExprKind::CompositeLit { ty: Some(inner), .. }
            | ExprKind::KeyValue { key: inner, .. }
            | ExprKind::Selector { x: inner, .. }
            | ExprKind::Index { x: inner, .. }
            | ExprKind::Slice { x: inner, .. }
            | ExprKind::Assert { x: inner, .. }
            | ExprKind::TypeSwitchGuard { x: inner, .. }
            | ExprKind::Binary { x: inner, .. }
            | ExprKind::Call { fun: inner, .. } => Some(inner),
            _ => None,
        }
    }

    /// Where an expression starts, without the parentheses that are not in the tree.
    pub(super) fn bare_start(&self, x: ExprId) -> Pos {
        self.leftmost(x).map_or_else(|| self.ast.exprs[x].span.lo, |inner| self.start(inner))
    }

    /// An expression without parentheses; look at it without those that are not in the tree.
    pub(super) fn unparen(&self, mut x: ExprId) -> ExprId {
        while let ExprKind::Paren(inner) = self.ast.exprs[x].kind {
            x = inner;
        }
        x
    }

    /// Operator and operands of a binary operation without parentheses.
    pub(super) fn binary(&self, x: ExprId) -> Option<Operation> {
        match self.ast.exprs[x].kind {
            ExprKind::Binary { op, x: left, y } if self.parens(x).is_empty() => Some((op, left, y)),
            _ => None,
        }
    }

    /// Where an expression ends, parentheses included.
    pub(super) fn end(&self, x: ExprId) -> Pos {
        match self.parens(x).last() {
            Some(outer) => outer.hi,
            None => self.ast.exprs[x].span.hi,
        }
    }

    /// Where an expression that is a statement starts; a type switch guard with its name.
    pub(super) fn expr_stmt_start(&self, x: ExprId) -> Pos {
        match self.ast.exprs[x].kind {
            ExprKind::TypeSwitchGuard { lhs: Some(name), .. } => name.pos,
            _ => self.start(x),
        }
    }

    /// Where a statement starts.
    pub(super) fn stmt_start(&self, id: StmtId) -> Pos {
        let stmt = &self.ast.stmts[id];
        match &stmt.kind {
            StmtKind::Expr(x) => self.expr_stmt_start(*x),
            StmtKind::Send { chan: x, .. } | StmtKind::IncDec { x, .. } => self.start(*x),
            StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } => {
                lhs.first().map_or(stmt.span.lo, |&x| self.start(x))
            }
            StmtKind::Empty => stmt.pos,
            _ => stmt.span.lo,
        }
    }
}
