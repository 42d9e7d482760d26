//! Tokens, white space and comments to raw output.
//!
//! Nodes say what comes next: a token, or white space that is only wanted. The white space waits until the next token
//! is known; then the comments that stand before that token in the source are woven into it, and what is left is
//! written. This follows `go/printer/printer.go`; what nodes look like is in `expr`, `stmt` and `decl`. The output is
//! for the tabwriter: `\v` and `\t` end cells, `\f` is a line end that breaks alignment, text that must stay as it
//! is stands between [`ESCAPE`] bytes.

use super::doc_comment::format_doc_comment;
use super::gobuild::{is_go_build, is_plus_build};
use super::source::{Comment, GroupId, Position, Source};
use super::strip::strip_common_prefix;
use crate::base::Pos;
use crate::syntax::ast::{ExprId, LitKind, StmtId};
use std::borrow::Cow;

/// Brackets text that the tabwriter passes through; not in any UTF-8.
pub(super) const ESCAPE: u8 = 0xFF;

/// Beyond every offset.
const INFINITY: i64 = 1 << 30;

/// No more line ends than this between two tokens.
const MAX_NEWLINES: i64 = 2;

/// How much white space may wait.
const WAITING: usize = 16;

/// White space that is wanted before the next token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ws {
    Ignore,
    Blank,
    Vtab,
    Newline,
    Formfeed,
    Indent,
    Unindent,
}

/// What was printed last, as far as anybody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// White space, or nothing yet.
    Space,
    Name,
    Int,
    Literal,
    /// An operator, a delimiter or a keyword.
    Token(&'static str),
    Eof,
}

/// A node whose size can be asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    Expr(ExprId),
    Stmt(StmtId),
}

/// Sizes that have been computed; without them nested literals would take exponential time.
#[derive(Debug, Default)]
pub(super) struct Sizes {
    exprs: rustc_hash::FxHashMap<ExprId, usize>,
    stmts: rustc_hash::FxHashMap<StmtId, usize>,
}

impl Sizes {
    fn get(&self, node: Node) -> Option<usize> {
        match node {
            Node::Expr(id) => self.exprs.get(&id).copied(),
            Node::Stmt(id) => self.stmts.get(&id).copied(),
        }
    }

    fn set(&mut self, node: Node, size: usize) {
        match node {
            Node::Expr(id) => self.exprs.insert(id, size),
            Node::Stmt(id) => self.stmts.insert(id, size),
        };
    }
}

/// The next group of comments.
#[derive(Debug, Clone, Copy)]
struct Pending {
    /// Index of the group after it.
    next: usize,
    group: Option<GroupId>,
    /// Where it starts, or [`INFINITY`].
    offset: i64,
    /// Whether it holds a line end.
    newline: bool,
}

#[derive(Debug)]
pub(super) struct Printer<'a> {
    pub(super) src: &'a Source<'a>,
    pub(super) output: Vec<u8>,
    indent: i64,
    /// How many composite literals we are in.
    pub(super) level: u32,
    /// No blank after a `/*` comment.
    no_extra_blank: bool,
    /// No line end after a `/*` comment.
    no_extra_linebreak: bool,
    /// Nothing more on this line is aligned.
    end_alignment: bool,
    /// Whether a line end here would be a semicolon.
    implied_semi: bool,
    last_item: Item,
    /// The opening bracket that came just before.
    prev_open: Item,
    waiting: Vec<Ws>,
    /// Where `//go:build` lines start in the output.
    pub(super) go_build: Vec<usize>,
    /// Where `// +build` lines start in the output.
    pub(super) plus_build: Vec<usize>,
    /// Where we are in the source, by estimate between nodes.
    pub(super) pos: Position,
    /// Where we are in the output.
    out: Position,
    /// `pos` after the last text.
    last: Position,
    /// Output lines that somebody recorded, innermost last.
    recorded: Vec<i64>,
    /// Which of them is that of the next token.
    recording: Option<usize>,
    comments: Vec<GroupId>,
    /// Comments come from nodes, since there is no list: only when sizes are computed.
    node_comments: bool,
    pending: Pending,
    pub(super) sizes: Sizes,
    /// Only the size on one line matters, and nothing does once it is larger than this.
    limit: Option<usize>,
}

impl<'a> Printer<'a> {
    /// A printer that will print `comments` where they belong.
    pub(super) fn new(src: &'a Source<'a>, comments: Vec<GroupId>) -> Self {
        let start = Position { offset: 0, line: 1, column: 1 };
        let mut printer = Self {
            src,
            output: Vec::new(),
            indent: 0,
            level: 0,
            no_extra_blank: false,
            no_extra_linebreak: false,
            end_alignment: false,
            implied_semi: false,
            last_item: Item::Space,
            prev_open: Item::Space,
            waiting: Vec::with_capacity(WAITING),
            go_build: Vec::new(),
            plus_build: Vec::new(),
            pos: start,
            out: start,
            last: Position::default(),
            recorded: Vec::new(),
            recording: None,
            node_comments: comments.is_empty(),
            comments,
            pending: Pending { next: 0, group: None, offset: INFINITY, newline: false },
            sizes: Sizes::default(),
            limit: None,
        };
        printer.next_comment();
        printer
    }

    /// Prints what is left at the end of the source.
    pub(super) fn finish(&mut self) {
        self.implied_semi = false;
        self.flush(Position { offset: INFINITY, line: INFINITY, column: 0 }, Item::Eof);
    }

    /// How many bytes `node` takes on one line; more than `max` if it does not fit. The first answer is kept, whatever
    /// its `max` was: that is go/printer's too.
    pub(super) fn node_size(&mut self, node: Node, max: usize) -> usize {
        if let Some(size) = self.sizes.get(node) {
            return size;
        }
        if self.is_too_large() {
            return max + 1;
        }
        self.sizes.set(node, max + 1);
        let mut inner = Printer::new(self.src, Vec::new());
        inner.limit = Some(max);
        inner.sizes = std::mem::take(&mut self.sizes);
        match node {
            Node::Expr(x) => inner.expr(x),
            Node::Stmt(s) => {
                inner.indent = i64::from(self.is_labeled(s));
                inner.stmt(s, false);
            }
        }
        inner.finish();
        self.sizes = std::mem::take(&mut inner.sizes);
        let raw = super::tabwriter::trim(&inner.output);
        if raw.len() > max || raw.iter().any(|b| matches!(b, b'\n' | b'\x0c')) {
            return max + 1;
        }
        self.sizes.set(node, raw.len());
        raw.len()
    }
}

/// Where we are.
impl Printer<'_> {
    /// Whether a size is computed and is known to be too large: then nodes need not be printed any more, or deep nests
    /// would be printed again at each level. A byte may come with two escapes.
    pub(super) fn is_too_large(&self) -> bool {
        self.limit.is_some_and(|max| self.out.line > 1 || self.output.len() > 3 * (max + 1))
    }

    /// The next item stands at `pos` in the source.
    pub(super) fn set_pos(&mut self, pos: Pos) {
        if pos.is_known() {
            self.pos = self.src.position(pos);
        }
    }

    pub(super) fn line(&self, pos: Pos) -> i64 {
        self.src.line(pos)
    }

    /// The column in the output.
    pub(super) fn out_column(&self) -> i64 {
        self.out.column
    }

    /// A place for an output line; leave it by [`Self::end_record`].
    pub(super) fn start_record(&mut self) -> usize {
        self.recorded.push(0);
        self.recorded.len() - 1
    }

    pub(super) fn end_record(&mut self, record: usize) {
        self.recorded.truncate(record);
    }

    /// The next token's output line goes to `record`.
    pub(super) fn record_line(&mut self, record: usize) {
        self.recording = Some(record);
    }

    /// Counts `record` one line further.
    pub(super) fn advance_record(&mut self, record: usize) {
        if let Some(line) = self.recorded.get_mut(record) {
            *line += 1;
        }
    }

    /// Whether the output has gone past the line in `record`.
    pub(super) fn past_record(&self, record: usize) -> bool {
        self.recorded.get(record).is_some_and(|&line| self.out.line > line)
    }
}

/// Comments.
impl Printer<'_> {
    fn next_comment(&mut self) {
        let Some(&id) = self.comments.get(self.pending.next) else {
            self.pending.offset = INFINITY;
            return;
        };
        let group = &self.src.groups[id.0 as usize];
        let line = self.line(group.pos());
        let newline = group
            .list
            .iter()
            .any(|c| self.line(c.pos) != line || c.text.len() >= 2 && (c.is_line() || c.text.contains('\n')));
        let offset = self.src.position(group.pos()).offset;
        self.pending = Pending { next: self.pending.next + 1, group: Some(id), offset, newline };
    }

    /// Whether the next comment comes before `next` and can be printed without implying a semicolon.
    fn comment_is_before(&self, next: Position) -> bool {
        self.pending.offset < next.offset && !(self.implied_semi && self.pending.newline)
    }

    /// Whether a comment comes before `pos`.
    pub(super) fn comment_before(&self, pos: Pos) -> bool {
        self.comment_is_before(self.src.position(pos))
    }

    /// The size of the comments before `pos`.
    pub(super) fn comment_size_before(&mut self, pos: Pos) -> usize {
        let (saved, next) = (self.pending, self.src.position(pos));
        let mut size = 0;
        while self.comment_is_before(next) {
            if let Some(id) = self.pending.group {
                size += self.src.groups[id.0 as usize].list.iter().map(|c| c.text.len()).sum::<usize>();
            }
            self.next_comment();
        }
        self.pending = saved;
        size
    }

    /// Makes `group` the next comment when comments come from nodes.
    pub(super) fn set_comment(&mut self, group: Option<GroupId>) {
        let Some(group) = group.filter(|_| self.node_comments) else { return };
        if self.pending.next < self.comments.len() {
            let at = self.src.position(self.src.groups[group.0 as usize].pos());
            self.flush(at, Item::Space);
        }
        self.comments.clear();
        self.comments.push(group);
        self.pending.next = 0;
        // One may wait already, when a comment on a line is followed by one above the next.
        if self.pending.offset == INFINITY {
            self.next_comment();
        }
    }

    /// White space before a comment. `prev` is the comment before it in the same run, `item` what comes after all.
    fn comment_prefix(&mut self, pos: Position, next: Position, prev: Option<&Comment>, item: Item) {
        if self.output.is_empty() {
            return;
        }
        let prev_is_line = prev.is_some_and(Comment::is_line);
        if pos.line == self.last.line && !prev_is_line {
            let mut has_separator = false;
            if prev.is_none() {
                let mut count = 0;
                for i in 0..self.waiting.len() {
                    match self.waiting[i] {
                        Ws::Blank => self.waiting[i] = Ws::Ignore,
                        // Comments of fields are aligned by what waits here.
                        Ws::Vtab => has_separator = true,
                        Ws::Indent => {}
                        Ws::Ignore | Ws::Newline | Ws::Formfeed | Ws::Unindent => {
                            count = i;
                            break;
                        }
                    }
                }
                self.write_whitespace(count);
            }
            if !has_separator {
                self.write_byte(if pos.line == next.line { b' ' } else { b'\t' }, 1);
            }
            return;
        }
        let mut dropped_linebreak = false;
        let mut count = 0;
        for i in 0..self.waiting.len() {
            match self.waiting[i] {
                Ws::Blank | Ws::Vtab => {
                    self.waiting[i] = Ws::Ignore;
                    continue;
                }
                Ws::Indent => continue,
                Ws::Unindent => {
                    // All but the last belong to what comes before the comment. The last one does too, unless a block
                    // ends there, if the comment is aligned with what follows.
                    if self.waiting.get(i + 1) == Some(&Ws::Unindent)
                        || item != Item::Token("}") && pos.column == next.column
                    {
                        continue;
                    }
                }
                Ws::Newline | Ws::Formfeed => {
                    self.waiting[i] = Ws::Ignore;
                    dropped_linebreak = prev.is_none();
                }
                Ws::Ignore => {}
            }
            count = i;
            break;
        }
        self.write_whitespace(count);
        let mut lines = if pos.is_valid() && self.last.is_valid() { (pos.line - self.last.line).max(0) } else { 0 };
        // An empty line before documentation stays.
        if self.indent == 0 && dropped_linebreak {
            lines += 1;
        }
        if lines == 0 && prev_is_line {
            lines = 1;
        }
        if lines > 0 {
            self.write_byte(b'\x0c', limit(lines));
        }
    }

    fn write_comment(&mut self, comment: &Comment) {
        let at = self.src.position(comment.pos);
        let indent = self.indent;
        // A line directive is one only in the first column.
        if comment.text.starts_with("//line ") && (!at.is_valid() || at.column == 1) {
            self.indent = 0;
        }
        if comment.is_line() {
            if is_go_build(&comment.text) {
                self.go_build.push(self.output.len());
            } else if is_plus_build(&comment.text) {
                self.plus_build.push(self.output.len());
            }
            self.write_string(at, comment.text.trim_end(), true);
        } else {
            self.write_block_comment(at, &comment.text);
        }
        self.indent = indent;
    }

    fn write_block_comment(&mut self, mut at: Position, text: &str) {
        let mut lines: Vec<Cow<'_, str>> = text.split('\n').map(Cow::from).collect();
        // It will be indented; so that doing it again changes nothing, pretend it was.
        if at.is_valid() && at.column == 1 && self.indent > 0 {
            for line in lines.iter_mut().skip(1) {
                *line = format!("   {line}").into();
            }
        }
        strip_common_prefix(&mut lines);
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                self.write_byte(b'\x0c', 1);
                at = self.pos;
            }
            if !line.is_empty() {
                self.write_string(at, line.trim_end(), true);
            }
        }
    }

    /// White space after comments; says whether it wrote a line end, and whether it dropped a form feed.
    fn comment_suffix(&mut self, mut needs_linebreak: bool) -> (bool, bool) {
        let (mut wrote_newline, mut dropped_formfeed) = (false, false);
        for ws in &mut self.waiting {
            match ws {
                Ws::Blank | Ws::Vtab => *ws = Ws::Ignore,
                Ws::Newline | Ws::Formfeed => {
                    if needs_linebreak {
                        needs_linebreak = false;
                        wrote_newline = true;
                    } else {
                        dropped_formfeed |= *ws == Ws::Formfeed;
                        *ws = Ws::Ignore;
                    }
                }
                Ws::Indent | Ws::Unindent | Ws::Ignore => {}
            }
        }
        self.write_whitespace(self.waiting.len());
        if needs_linebreak {
            self.write_byte(b'\n', 1);
            wrote_newline = true;
        }
        (wrote_newline, dropped_formfeed)
    }

    /// Prints all comments before `item`, which stands at `next`, and the white space that waits.
    fn intersperse_comments(&mut self, next: Position, item: Item) -> (bool, bool) {
        let src = self.src;
        let mut last: Option<Cow<'_, Comment>> = None;
        while self.comment_is_before(next) {
            let Some(id) = self.pending.group else { break };
            let group = &src.groups[id.0 as usize];
            let mut list: Cow<'_, [Comment]> = Cow::from(&group.list);
            // A comment in the first column right before a token documents a top-level declaration.
            let is_doc = item != Item::Name
                && self.last_item != Item::Token("import")
                && src.position(group.pos()).column == 1
                && src.position(Pos(group.end().0 + 1)) == next;
            if is_doc {
                list = format_doc_comment(&group.list);
                if list.is_empty() {
                    self.comment_prefix(src.position(group.pos()), next, last.as_deref(), item);
                    self.pos = next;
                    self.last = next;
                    self.next_comment();
                    return self.comment_suffix(false);
                }
            }
            for comment in list.iter() {
                self.comment_prefix(src.position(comment.pos), next, last.as_deref(), item);
                self.write_comment(comment);
                last = Some(Cow::Owned(comment.clone()));
            }
            if is_doc {
                last = Some(Cow::Borrowed(group.last()));
                self.pos = src.position(group.end());
                self.last = self.pos;
            }
            self.next_comment();
        }
        let Some(last) = last else { return (false, false) };
        let mut needs_linebreak = false;
        if !self.no_extra_blank
            && !last.is_line()
            && self.line(last.pos) == next.line
            && item != Item::Token(",")
            && (item != Item::Token(")") || self.prev_open == Item::Token("("))
            && (item != Item::Token("]") || self.prev_open == Item::Token("["))
        {
            if self.waiting.iter().any(|ws| matches!(ws, Ws::Newline | Ws::Formfeed))
                && !self.no_extra_linebreak
                && self.level == 0
            {
                needs_linebreak = true;
            } else {
                self.write_byte(b' ', 1);
            }
        }
        if last.is_line() || item == Item::Eof || item == Item::Token("}") && !self.no_extra_linebreak {
            needs_linebreak = true;
        }
        self.comment_suffix(needs_linebreak)
    }

    /// Prints what comes before `item` at `next`: comments and white space.
    fn flush(&mut self, next: Position, item: Item) -> (bool, bool) {
        if self.comment_is_before(next) {
            return self.intersperse_comments(next, item);
        }
        self.write_whitespace(self.waiting.len());
        (false, false)
    }
}

/// Writing.
impl Printer<'_> {
    fn write_indent(&mut self) {
        let n = self.indent.max(0);
        self.output.extend(std::iter::repeat_n(b'\t', n as usize));
        self.pos.offset += n;
        self.pos.column += n;
        self.out.column += n;
    }

    /// Writes white space.
    fn write_byte(&mut self, mut byte: u8, n: i64) {
        if self.end_alignment {
            match byte {
                b'\t' | b'\x0b' => byte = b' ',
                b'\n' | b'\x0c' => {
                    byte = b'\x0c';
                    self.end_alignment = false;
                }
                _ => {}
            }
        }
        if self.out.column == 1 {
            self.write_indent();
        }
        self.output.extend(std::iter::repeat_n(byte, n as usize));
        self.pos.offset += n;
        if matches!(byte, b'\n' | b'\x0c') {
            self.pos.line += n;
            self.out.line += n;
            self.pos.column = 1;
            self.out.column = 1;
        } else {
            self.pos.column += n;
            self.out.column += n;
        }
    }

    /// Writes text that stands at `at` in the source. A literal may hold what means something to the tabwriter.
    fn write_string(&mut self, at: Position, text: &str, literal: bool) {
        if self.out.column == 1 {
            self.write_indent();
        }
        if at.is_valid() {
            self.pos = at;
        }
        if literal {
            self.output.push(ESCAPE);
        }
        self.output.extend_from_slice(text.as_bytes());
        let breaks = |b: &u8| matches!(b, b'\n' | b'\x0c');
        let len = text.len() as i64;
        self.pos.offset += len;
        match text.as_bytes().iter().rposition(breaks) {
            Some(at) => {
                let lines = text.as_bytes().iter().filter(|b| breaks(b)).count() as i64;
                // Columns end at a line end inside a literal.
                self.end_alignment = true;
                self.pos.line += lines;
                self.out.line += lines;
                let column = (text.len() - at) as i64;
                self.pos.column = column;
                self.out.column = column;
            }
            None => {
                self.pos.column += len;
                self.out.column += len;
            }
        }
        if literal {
            self.output.push(ESCAPE);
        }
        self.last = self.pos;
    }

    /// Writes the first `n` of the white space that waits.
    fn write_whitespace(&mut self, n: usize) {
        let mut i = 0;
        while i < n {
            match self.waiting[i] {
                Ws::Ignore => {}
                Ws::Indent => self.indent += 1,
                Ws::Unindent => self.indent = (self.indent - 1).max(0),
                // A line end before the unindent of a label: the label's line is what is to be unindented, and what
                // stands there must not align with lines before it.
                Ws::Newline | Ws::Formfeed if i + 1 < n && self.waiting[i + 1] == Ws::Unindent => {
                    self.waiting[i] = Ws::Unindent;
                    self.waiting[i + 1] = Ws::Formfeed;
                    continue;
                }
                Ws::Newline => self.write_byte(b'\n', 1),
                Ws::Formfeed => self.write_byte(b'\x0c', 1),
                Ws::Blank => self.write_byte(b' ', 1),
                Ws::Vtab => self.write_byte(b'\x0b', 1),
            }
            i += 1;
        }
        self.waiting.drain(..n);
    }
}

/// What nodes print.
impl Printer<'_> {
    /// White space before the next token.
    pub(super) fn ws(&mut self, ws: Ws) {
        self.note_open();
        if ws == Ws::Ignore {
            return;
        }
        if self.waiting.len() == WAITING {
            self.write_whitespace(WAITING);
        }
        self.waiting.push(ws);
        if matches!(ws, Ws::Newline | Ws::Formfeed) {
            self.implied_semi = false;
        }
        self.last_item = Item::Space;
    }

    /// An operator, delimiter or keyword.
    pub(super) fn token(&mut self, text: &'static str) {
        self.note_open();
        if may_combine(self.last_item, text) {
            self.waiting.clear();
            self.waiting.push(Ws::Blank);
        }
        let implies = matches!(text, "break" | "continue" | "fallthrough" | "return" | "++" | "--" | ")" | "]" | "}");
        self.last_item = Item::Token(text);
        self.print(text, false, implies);
    }

    /// A name.
    pub(super) fn name(&mut self, text: &str) {
        self.note_open();
        self.last_item = Item::Name;
        self.print(text, false, true);
    }

    /// A literal.
    pub(super) fn literal(&mut self, kind: LitKind, text: &str) {
        self.note_open();
        self.last_item = if kind == LitKind::Int { Item::Int } else { Item::Literal };
        self.print(text, true, true);
    }

    /// Toggles whether a `/*` comment may be followed by a line end, and whether by a blank.
    pub(super) fn toggle_extra(&mut self, linebreak: bool, blank: bool) {
        self.note_open();
        self.no_extra_linebreak ^= linebreak;
        self.no_extra_blank ^= blank;
    }

    /// Line ends to get to `line` of the source, at least `min`; `ws` before the first. Returns 0 for none, 1 for one,
    /// and more for several or a form feed, which starts a new section.
    pub(super) fn linebreak(&mut self, line: i64, min: i64, ws: Ws, new_section: bool) -> i64 {
        let mut n = limit(line - self.pos.line).max(min);
        let mut breaks = 0;
        if n > 0 {
            self.ws(ws);
            if new_section {
                self.ws(Ws::Formfeed);
                n -= 1;
                breaks = 2;
            }
            breaks += n;
            for _ in 0..n {
                self.ws(Ws::Newline);
            }
        }
        breaks
    }

    fn note_open(&mut self) {
        self.prev_open = match self.last_item {
            Item::Space => return,
            open @ Item::Token("(" | "[") => open,
            Item::Name | Item::Int | Item::Literal | Item::Token(_) | Item::Eof => Item::Space,
        };
    }

    fn print(&mut self, text: &str, literal: bool, mut implies_semi: bool) {
        let next = self.pos;
        let (wrote_newline, dropped_formfeed) = self.flush(next, self.last_item);
        // Empty lines of the source stay, unless they would imply a semicolon.
        if !self.implied_semi {
            let mut n = limit(next.line - self.pos.line);
            if wrote_newline && n == MAX_NEWLINES {
                n = MAX_NEWLINES - 1;
            }
            if n > 0 {
                self.write_byte(if dropped_formfeed { b'\x0c' } else { b'\n' }, n);
                implies_semi = false;
            }
        }
        if let Some(line) = self.recording.take().and_then(|record| self.recorded.get_mut(record)) {
            *line = self.out.line;
        }
        self.write_string(next, text, literal);
        self.implied_semi = implies_semi;
    }
}

fn limit(n: i64) -> i64 {
    n.min(MAX_NEWLINES)
}

/// Whether `next` would be read together with what is before it.
fn may_combine(prev: Item, next: &str) -> bool {
    let next = next.as_bytes()[0];
    match prev {
        Item::Int => next == b'.',
        Item::Token("+") => next == b'+',
        Item::Token("-") => next == b'-',
        Item::Token("/") => next == b'*',
        Item::Token("<") => matches!(next, b'-' | b'<'),
        Item::Token("&") => matches!(next, b'&' | b'^'),
        Item::Space | Item::Name | Item::Literal | Item::Token(_) | Item::Eof => false,
    }
}
