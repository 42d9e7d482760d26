//! Expressions.
//!
//! The one question of taste is where blanks go around binary operators: `depth` counts how deep an operator stands
//! in its statement, 1 is loose, more is compact, and the operators of the whole expression decide together. Lists
//! keep the line breaks of the source. This follows `go/printer/nodes.go`.

use super::printer::{Node, Printer, Ws};
use crate::base::{Pos, Span};
use crate::syntax::ast::{BinaryOp, ChanDir, ExprId, ExprKind, LitKind, UnaryOp};
use std::borrow::Cow;

/// Binds less than every operator.
const LOWEST: u8 = 0;
const UNARY: u8 = 6;
const HIGHEST: u8 = 7;

/// How a list of expressions ends and whether it is indented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListMode {
    /// Indented from the first line break on.
    Plain,
    /// A comma goes before a closing bracket on a line of its own.
    CommaTerm,
    /// Not indented.
    NoIndent,
}

/// An operator and its operands.
pub(super) type Operation = (BinaryOp, ExprId, ExprId);

/// Larger than any line of source.
const ANY_LINE: usize = 1_000_000;

impl Printer<'_> {
    /// An expression on its own.
    pub(super) fn expr(&mut self, x: ExprId) {
        self.expr1(x, LOWEST, 1);
    }

    pub(super) fn expr0(&mut self, x: ExprId, depth: usize) {
        self.expr1(x, LOWEST, depth);
    }

    /// An expression as operand of an operator of precedence `outer`.
    fn expr1(&mut self, x: ExprId, outer: u8, depth: usize) {
        if self.is_too_large() {
            return;
        }
        let src = self.src;
        self.set_pos(src.start(x));
        // Of several parentheses only one pair stays.
        let Some(inner) = src.parens(x).first() else { return self.bare_expr(x, outer, depth) };
        self.set_pos(inner.lo);
        self.token("(");
        self.set_pos(src.bare_start(x));
        self.bare_expr(x, LOWEST, reduce_depth(depth));
        self.set_pos(Pos(inner.hi.0 - 1));
        self.token(")");
    }

    /// A type without the parentheses around it.
    pub(super) fn type_without_parens(&mut self, x: ExprId) {
        let src = self.src;
        let x = src.unparen(x);
        self.set_pos(src.bare_start(x));
        self.bare_expr(x, LOWEST, 1);
    }

    /// An expression without the parentheses around it that are not in the tree. The position is set.
    fn bare_expr(&mut self, x: ExprId, outer: u8, depth: usize) {
        let src = self.src;
        let expr = &src.ast.exprs[x];
        let closing = Pos(expr.span.hi.0.saturating_sub(1));
        match &expr.kind {
            ExprKind::Bad => self.name("_"),
            ExprKind::Name(name) => self.name(src.names.name(*name)),
            ExprKind::Literal { kind, .. } => self.basic_lit(*kind, expr.span),
            ExprKind::CompositeLit { ty, elems, rbrace, .. } => self.composite_lit(*ty, elems, *rbrace, depth),
            ExprKind::KeyValue { key, value } => {
                self.expr(*key);
                self.set_pos(expr.pos);
                self.token(":");
                self.ws(Ws::Blank);
                self.expr(*value);
            }
            ExprKind::FuncLit { ty, body } => {
                self.token("func");
                let start = self.out_column() - "func".len() as i64;
                self.signature(None, *ty);
                let header = self.distance_from(expr.span.lo, start);
                self.func_body(header, Ws::Blank, *body);
            }
            ExprKind::Paren(inner) => {
                if matches!(src.ast.exprs[*inner].kind, ExprKind::Paren(_)) {
                    return self.expr0(*inner, depth);
                }
                self.token("(");
                self.expr0(*inner, reduce_depth(depth));
                self.set_pos(closing);
                self.token(")");
            }
            ExprKind::Selector { .. } => {
                self.selector(x, depth, false);
            }
            ExprKind::Index { x: left, indices } => {
                let lbrack = src.mate(closing);
                self.expr1(*left, HIGHEST, 1);
                self.set_pos(lbrack);
                self.token("[");
                match indices[..] {
                    [index] => self.expr0(index, depth + 1),
                    _ => self.expr_list(lbrack, indices, depth + 1, ListMode::CommaTerm, closing),
                }
                self.set_pos(closing);
                self.token("]");
            }
            ExprKind::Slice { x: left, index, full } => self.slice(*left, index, *full, closing, depth),
            ExprKind::Assert { x: left, ty } => self.assertion(*left, Some(*ty), expr.pos, closing, depth),
            ExprKind::TypeSwitchGuard { x: left, .. } => self.assertion(*left, None, expr.pos, closing, depth),
            ExprKind::Unary { op: UnaryOp::Deref, x: operand } => {
                self.token("*");
                self.expr(*operand);
            }
            ExprKind::Unary { op, x: operand } => {
                self.token(op.text());
                self.expr1(*operand, UNARY, depth);
            }
            ExprKind::Binary { op, x: left, y } => {
                let cutoff = self.cutoff((*op, *left, *y), depth);
                self.binary(x, (*op, *left, *y), outer, cutoff, depth);
            }
            ExprKind::Call { fun, args, has_dots, rparen } => self.call(*fun, args, *has_dots, *rparen, depth),
            ExprKind::ArrayType { len, elem } => {
                self.token("[");
                match len {
                    Some(len) => self.expr(*len),
                    None => {
                        self.set_pos(src.after(Pos(expr.span.lo.0 + 1)));
                        self.token("...");
                    }
                }
                self.token("]");
                self.expr(*elem);
            }
            ExprKind::SliceType(elem) => {
                self.token("[");
                self.token("]");
                self.expr(*elem);
            }
            ExprKind::DotsType(elem) => {
                self.token("...");
                self.expr(*elem);
            }
            ExprKind::StructType(fields) => {
                self.token("struct");
                self.struct_fields(fields, closing);
            }
            ExprKind::InterfaceType(elems) => {
                self.token("interface");
                self.interface_elems(elems, closing);
            }
            ExprKind::FuncType { .. } => {
                self.token("func");
                self.signature(None, x);
            }
            ExprKind::MapType { key, value } => {
                self.token("map");
                self.token("[");
                self.expr(*key);
                self.token("]");
                self.expr(*value);
            }
            ExprKind::ChanType { dir, elem } => {
                if *dir == ChanDir::RecvOnly {
                    self.token("<-");
                }
                self.token("chan");
                if *dir == ChanDir::SendOnly {
                    self.set_pos(src.after(Pos(expr.span.lo.0 + "chan".len() as u32)));
                    self.token("<-");
                }
                self.ws(Ws::Blank);
                self.expr(*elem);
            }
        }
    }

    fn basic_lit(&mut self, kind: LitKind, span: Span) {
        let text = self.src.literal(span);
        let text = match kind {
            LitKind::Int | LitKind::Float | LitKind::Imag => normalized_number(&text),
            LitKind::Rune | LitKind::String => text,
        };
        self.literal(kind, &text);
    }

    fn composite_lit(&mut self, ty: Option<ExprId>, elems: &[ExprId], rbrace: Pos, depth: usize) {
        if let Some(ty) = ty {
            self.expr1(ty, HIGHEST, depth);
        }
        let lbrace = self.src.mate(rbrace);
        self.level += 1;
        self.set_pos(lbrace);
        self.token("{");
        self.expr_list(lbrace, elems, 1, ListMode::CommaTerm, rbrace);
        // A line end after a comment before the brace might need a comma that is not there.
        let filled = !elems.is_empty();
        // For comments alone between the braces.
        self.ws(Ws::Indent);
        self.ws(Ws::Unindent);
        self.toggle_extra(true, filled);
        self.set_pos(rbrace);
        self.token("}");
        self.toggle_extra(true, filled);
        self.level -= 1;
    }

    fn slice(&mut self, x: ExprId, index: &[Option<ExprId>; 3], full: bool, rbrack: Pos, depth: usize) {
        let src = self.src;
        self.expr1(x, HIGHEST, 1);
        self.set_pos(src.mate(rbrack));
        self.token("[");
        let index = if full { &index[..] } else { &index[..2] };
        let is_binary =
            |x: &ExprId| src.parens(*x).is_empty() && matches!(src.ast.exprs[*x].kind, ExprKind::Binary { .. });
        let blanks = depth <= 1 && index.iter().flatten().count() > 1 && index.iter().flatten().any(is_binary);
        for (i, x) in index.iter().enumerate() {
            if i > 0 {
                if blanks && index[i - 1].is_some() {
                    self.ws(Ws::Blank);
                }
                self.token(":");
                if blanks && x.is_some() {
                    self.ws(Ws::Blank);
                }
            }
            if let Some(x) = x {
                self.expr0(*x, depth + 1);
            }
        }
        self.set_pos(rbrack);
        self.token("]");
    }

    fn assertion(&mut self, x: ExprId, ty: Option<ExprId>, dot: Pos, rparen: Pos, depth: usize) {
        self.expr1(x, HIGHEST, depth);
        self.token(".");
        self.set_pos(self.src.after(Pos(dot.0 + 1)));
        self.token("(");
        match ty {
            Some(ty) => self.expr(ty),
            None => self.token("type"),
        }
        self.set_pos(rparen);
        self.token(")");
    }

    fn call(&mut self, fun: ExprId, args: &[ExprId], has_dots: bool, rparen: Pos, mut depth: usize) {
        let src = self.src;
        if args.len() > 1 {
            depth += 1;
        }
        let indented = if src.parens(fun).is_empty() && matches!(src.ast.exprs[fun].kind, ExprKind::Selector { .. }) {
            self.selector(fun, depth, true)
        } else {
            self.expr1(fun, HIGHEST, depth);
            false
        };
        let lparen = src.mate(rparen);
        self.set_pos(lparen);
        self.token("(");
        if let Some(&last) = args.last().filter(|_| has_dots) {
            let dots = src.after(src.end(last));
            self.expr_list(lparen, args, depth, ListMode::Plain, dots);
            self.set_pos(dots);
            self.token("...");
            if self.line(dots) < self.line(rparen) {
                self.token(",");
                self.ws(Ws::Formfeed);
            }
        } else {
            self.expr_list(lparen, args, depth, ListMode::CommaTerm, rparen);
        }
        self.set_pos(rparen);
        self.token(")");
        if indented {
            self.ws(Ws::Unindent);
        }
    }

    /// A selector; a chain of method calls (`method`) stays indented until the call is over. Says whether it is.
    fn selector(&mut self, id: ExprId, depth: usize, method: bool) -> bool {
        let src = self.src;
        let ExprKind::Selector { x, sel } = src.ast.exprs[id].kind else { return false };
        self.expr1(x, HIGHEST, depth);
        self.token(".");
        let broken = self.pos.is_valid() && self.pos.line < self.line(sel.pos);
        if broken {
            self.ws(Ws::Indent);
            self.ws(Ws::Newline);
        }
        self.set_pos(sel.pos);
        self.name(src.names.name(sel.name));
        if broken && !method {
            self.ws(Ws::Unindent);
        }
        broken
    }
}

/// Binary operations.
impl Printer<'_> {
    fn binary(&mut self, id: ExprId, (op, x, y): Operation, outer: u8, cutoff: u8, depth: usize) {
        let prec = op.precedence();
        // The tree has parentheses where they are needed; this is for trees made otherwise.
        if prec < outer {
            self.token("(");
            self.expr0(id, reduce_depth(depth));
            self.token(")");
            return;
        }
        let mut blank = prec < cutoff;
        let same = self.src.binary(x).is_some_and(|(op, ..)| op.precedence() == prec);
        self.expr1(x, prec, depth + usize::from(!same));
        if blank {
            self.ws(Ws::Blank);
        }
        let x_line = self.pos.line;
        let y_line = self.line(self.src.start(y));
        self.set_pos(self.src.ast.exprs[id].pos);
        self.token(op.text());
        let mut ws = Ws::Indent;
        if x_line != y_line && x_line > 0 && y_line > 0 && self.linebreak(y_line, 1, ws, true) > 0 {
            ws = Ws::Ignore;
            blank = false;
        }
        if blank {
            self.ws(Ws::Blank);
        }
        self.expr1(y, prec + 1, depth + 1);
        if ws == Ws::Ignore {
            self.ws(Ws::Unindent);
        }
    }

    /// Operators that bind at least so strongly have no blanks around them.
    fn cutoff(&self, operation: Operation, depth: usize) -> u8 {
        let mut seen = Operators::default();
        self.walk_binary(operation, &mut seen);
        match (seen.problem, seen.has4 && seen.has5, depth) {
            (1.., ..) => seen.problem + 1,
            (0, true, 1) => 5,
            (0, false, 1) => 6,
            (0, ..) => 4,
        }
    }

    /// Looks at the operators of a binary operation, but not into parentheses or calls.
    fn walk_binary(&self, (op, x, y): Operation, seen: &mut Operators) {
        let prec = op.precedence();
        match prec {
            4 => seen.has4 = true,
            5 => seen.has5 = true,
            _ => {}
        }
        // Elsewhere parentheses will be put in.
        if let Some(left) = self.src.binary(x).filter(|(left, ..)| left.precedence() >= prec) {
            self.walk_binary(left, seen);
        }
        if let Some(right) = self.src.binary(y).filter(|(right, ..)| right.precedence() > prec) {
            self.walk_binary(right, seen);
        } else if let ExprKind::Unary { op: unary, .. } = self.src.ast.exprs[y].kind
            && self.src.parens(y).is_empty()
        {
            // Without a blank they would be another token.
            let problem = match (op, unary) {
                (BinaryOp::Div, UnaryOp::Deref) | (BinaryOp::And, UnaryOp::Addr | UnaryOp::Xor) => 5,
                (BinaryOp::Add, UnaryOp::Plus) | (BinaryOp::Sub, UnaryOp::Neg) => 4,
                _ => 0,
            };
            seen.problem = seen.problem.max(problem);
        }
    }
}

/// What matters about the operators of an expression.
#[derive(Debug, Default)]
struct Operators {
    has4: bool,
    has5: bool,
    /// The precedence up to which blanks are needed; 0 if none are.
    problem: u8,
}

/// Lists.
impl Printer<'_> {
    /// Names with commas between them; if `indent`, lines after the first are indented.
    pub(super) fn name_list(&mut self, list: &[ExprId], indent: bool) {
        let mode = if indent { ListMode::Plain } else { ListMode::NoIndent };
        self.expr_list(Pos::NONE, list, 1, mode, Pos::NONE);
    }

    /// Expressions between `prev` and `next`, with the line breaks of the source. Keys of pairs on lines of their own
    /// align while their sizes are similar.
    pub(super) fn expr_list(&mut self, prev: Pos, list: &[ExprId], depth: usize, mode: ListMode, next: Pos) {
        let src = self.src;
        let (Some(&first), Some(&last)) = (list.first(), list.last()) else { return };
        let (prev_line, next_line) = (self.line(prev), self.line(next));
        let first_line = self.line(src.start(first));
        if prev.is_known() && prev_line == first_line && first_line == self.line(src.end(last)) {
            for (i, &x) in list.iter().enumerate() {
                if i > 0 {
                    // Where the comma stands is not known; this puts comments right.
                    self.set_pos(src.start(x));
                    self.token(",");
                    self.ws(Ws::Blank);
                }
                self.expr0(x, depth);
            }
            return;
        }

        let indents = mode != ListMode::NoIndent;
        let mut ws = if indents { Ws::Indent } else { Ws::Ignore };
        // The element after that which the last line break came before.
        let mut after_break = 0;
        if prev.is_known() && prev_line < first_line && self.linebreak(first_line, 0, ws, true) > 0 {
            ws = Ws::Ignore;
            after_break = 1;
        }
        let mut size = 0;
        let mut sizes = GeometricMean::default();
        let mut last_line = prev_line;
        for (i, &x) in list.iter().enumerate() {
            let line = self.line(src.start(x));
            let pair = match src.ast.exprs[x].kind {
                ExprKind::KeyValue { key, value } => Some((key, value)),
                _ => None,
            };
            let prev_size = size;
            size = self.node_size(Node::Expr(x), ANY_LINE);
            if size > ANY_LINE || !prev.is_known() || !next.is_known() {
                size = 0;
            } else if let Some((key, _)) = pair {
                size = self.node_size(Node::Expr(key), ANY_LINE);
            }
            let new_section = prev_size == 0 || size == 0 || sizes.differs(prev_size, size);
            let needs_break = 0 < last_line && last_line < line;
            if i > 0 {
                if !needs_break {
                    self.set_pos(src.start(x));
                }
                self.token(",");
                let mut needs_blank = true;
                if needs_break {
                    // Lines with several elements do not align.
                    let breaks = self.linebreak(line, 0, ws, new_section || after_break < i);
                    if breaks > 0 {
                        ws = Ws::Ignore;
                        after_break = i + 1;
                        needs_blank = false;
                    }
                    if breaks > 1 {
                        sizes = GeometricMean::default();
                    }
                }
                if needs_blank {
                    self.ws(Ws::Blank);
                }
            }
            match pair {
                Some((key, value)) if list.len() > 1 && size > 0 && needs_break => {
                    self.expr(key);
                    self.set_pos(src.ast.exprs[x].pos);
                    self.token(":");
                    self.ws(Ws::Vtab);
                    self.expr(value);
                }
                _ => self.expr0(x, depth),
            }
            if size > 0 {
                sizes.add(size);
            }
            last_line = line;
        }
        let was_indented = ws == Ws::Ignore && indents;
        if mode == ListMode::CommaTerm && next.is_known() && self.pos.line < next_line {
            self.token(",");
            if was_indented {
                self.ws(Ws::Unindent);
            }
            self.ws(Ws::Formfeed);
        } else if was_indented {
            self.ws(Ws::Unindent);
        }
    }
}

/// The mean of sizes so far, for which logarithms are added up.
#[derive(Debug, Default)]
struct GeometricMean {
    log2_sum: f64,
    count: u32,
}

impl GeometricMean {
    /// Sizes up to this always go together.
    const SMALL: usize = 40;
    /// How much larger or smaller than the mean a size may be.
    const RATIO: f64 = 2.5;

    fn add(&mut self, size: usize) {
        self.log2_sum += log2ish(size as f64);
        self.count += 1;
    }

    /// Whether `size` is too different to be aligned with what came before.
    fn differs(&self, prev_size: usize, size: usize) -> bool {
        if self.count == 0 || prev_size <= Self::SMALL && size <= Self::SMALL {
            return false;
        }
        let ratio = size as f64 / exp2ish(self.log2_sum / f64::from(self.count));
        Self::RATIO * ratio <= 1.0 || Self::RATIO <= ratio
    }
}

/// About the binary logarithm: exact at powers of two, straight lines between; the same on all machines. `x` is at
/// least 1.
fn log2ish(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i64 - 1022;
    let fraction = f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52);
    exponent as f64 + 2.0 * (fraction - 1.0)
}

/// The inverse of [`log2ish`], for `x` of a size's logarithm.
fn exp2ish(x: f64) -> f64 {
    let whole = x.floor();
    let power = f64::from_bits(((whole as i64 + 1023).clamp(1, 2046) as u64) << 52);
    (1.0 + (x - whole)) * power
}

fn reduce_depth(depth: usize) -> usize {
    depth.saturating_sub(1).max(1)
}

/// A number with prefix and exponent in lower case, and an imaginary one without leading zeros.
fn normalized_number(text: &str) -> Cow<'_, str> {
    let lower_last = |text: &str, upper: char, lower: &str| match text.rfind(upper) {
        Some(at) => format!("{}{lower}{}", &text[..at], &text[at + 1..]),
        None => text.to_owned(),
    };
    if text.len() < 2 {
        return text.into();
    }
    match &text.as_bytes()[..2] {
        b"0X" | b"0x" => lower_last(&format!("0x{}", &text[2..]), 'P', "p").into(),
        b"0O" => format!("0o{}", &text[2..]).into(),
        b"0B" => format!("0b{}", &text[2..]).into(),
        b"0o" | b"0b" => text.into(),
        _ if text.contains('E') => lower_last(text, 'E', "e").into(),
        _ if text.ends_with('i') && !text.contains(['.', 'e']) => match text.trim_start_matches(['0', '_']) {
            "i" => "0i".into(),
            trimmed => trimmed.into(),
        },
        _ => text.into(),
    }
}
