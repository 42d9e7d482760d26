//! Reporting errors as gc does: what is suppressed, and when it gives up.

use super::checker::Checker;
use super::errors::{self, Msg};
use super::operand::{Operand, Source};
use crate::base::{Diagnostic, LIBRARY, Pos, Severity, Span};
use crate::syntax::ast::{ExprId, StmtId, StmtKind};
use crate::syntax::positions::start_pos;
use crate::types::ObjId;

impl Checker<'_> {
    /// Reports a message.
    pub(super) fn err(&mut self, pos: Pos, message: Msg) {
        self.err_multi(pos, message, &[]);
    }

    /// Reports a message with further lines; those with a position show it.
    pub(super) fn err_multi(&mut self, pos: Pos, message: Msg, more: &[(Pos, String)]) {
        if self.stopped {
            return;
        }
        if !self.diags.is_empty() {
            // Consequences of earlier errors.
            let at = |part: &str| message.text.find(part).is_some_and(|i| i > 0);
            if at("invalid operand") || at("invalid type") {
                return;
            }
        }
        let mut text = message.text;
        let pos_of_message = pos;
        for (pos, line) in more {
            text.push_str("\n\t");
            if let Some((file, at)) = self.sources.locate(*pos) {
                // go shortens the path of another package's file in its own way.
                let here =
                    self.sources.file_of(pos_of_message).is_some_and(|f| self.sources.file(f).name().starts_with("./"));
                let file = file.strip_prefix(LIBRARY).map_or_else(|| file.to_owned(), |f| format!("$GOROOT/src/{f}"));
                let dot = if here && !file.starts_with(['.', '/', '$']) { "./" } else { "" };
                text.push_str(&format!("{dot}{}{file}:{}:{}: ", self.input.prefix, at.line, at.col));
            }
            text.push_str(line);
        }
        let pos = if self.env.errpos.is_known() { self.env.errpos } else { pos };
        if text.contains("requires go1.") && text.contains(" or later") {
            text.push_str(&self.version_hint(pos));
        }
        if let Some(file) = self.sources.file_of(pos) {
            let line = self.sources.file(file).line_col(pos).line;
            let key = (file, line, text);
            if !self.input.keep_going && self.last_error.as_ref() == Some(&key) {
                return;
            }
            text = key.2.clone();
            self.last_error = Some(key);
        }
        let span = self.span_at(pos);
        self.diags.push(Diagnostic { severity: Severity::Error, pos, span, code: message.code, message: text });
        if self.prior_errors + self.diags.len() >= self.input.max_errors {
            self.stopped = true;
        }
    }

    fn version_hint(&self, pos: Pos) -> String {
        let file = self.sources.file_of(pos);
        let (ast, info) = (self.ast, &self.pkgs[self.env.pkg]);
        let at = ast.files.iter().position(|f| Some(f.file) == file);
        let version = at.and_then(|i| info.file_versions.get(i)).copied().unwrap_or(self.input.version);
        if at.and_then(|i| ast.files[i].go_version) == Some(version) {
            return errors::declared_version(version.1);
        }
        errors::lang_version(self.input.version.1)
    }

    /// The word at `pos`, or a single byte: what to underline.
    fn span_at(&self, pos: Pos) -> Span {
        let Some(file) = self.sources.file_of(pos) else { return Span::new(pos, pos) };
        let file = self.sources.file(file);
        let rest = file.text().get(file.offset(pos)..).unwrap_or("");
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let len = word.max(rest.chars().next().map_or(0, char::len_utf8));
        Span::new(pos, Pos(pos.0 + len as u32))
    }

    /// Where gc reports about an expression.
    pub(super) fn start(&self, e: ExprId) -> Pos {
        start_pos(self.ast, e)
    }

    /// Where gc reports about an operand.
    pub(super) fn xpos(&self, x: &Operand) -> Pos {
        match x.expr {
            Source::None => Pos::NONE,
            Source::Expr(e) => self.start(e),
            Source::Name(pos, _) => pos,
        }
    }

    /// Where gc reports about a statement.
    pub(super) fn stmt_start(&self, s: StmtId) -> Pos {
        let stmt = &self.ast.stmts[s];
        match &stmt.kind {
            StmtKind::Send { chan, .. } => self.start(*chan),
            StmtKind::Assign { lhs, .. } | StmtKind::Define { lhs, .. } => {
                lhs.first().map_or(stmt.pos, |&e| self.start(e))
            }
            StmtKind::IncDec { x, .. } => self.start(*x),
            _ => stmt.pos,
        }
    }

    /// Reports unless the language version is `minor` or later; whether it is.
    pub(super) fn verify_version(&mut self, pos: Pos, minor: u32, what: &str) -> bool {
        if self.allow_version(minor) {
            return true;
        }
        self.err(pos, errors::requires_version(what, minor));
        false
    }

    /// The line that points to another declaration.
    pub(super) fn other_decl(&self, obj: ObjId) -> Vec<(Pos, String)> {
        let pos = self.obj(obj).pos;
        if !pos.is_known() {
            return Vec::new();
        }
        vec![(pos, errors::other_declaration(self.name(self.obj(obj).name)))]
    }

    /// `file:line:col`
    pub(super) fn pos_string(&self, pos: Pos) -> String {
        self.sources
            .locate(pos)
            .map_or_else(String::new, |(file, at)| format!("{}{file}:{}:{}", self.input.prefix, at.line, at.col))
    }
}
