//! Messages about source text.
//!
//! A [`Diagnostic`] carries gc's words and a position; how it is printed or drawn is for `cli` and `ui`. Wording is
//! not decided here: each pass has one file with a function per message.

use super::{Pos, SourceMap, Span};

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The program cannot run.
    Error,
    /// From vet: the program runs, but probably not as meant.
    Warning,
}

/// From this column on gc gives none.
const COLUMNS: u32 = 255;

/// One message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where gc reports it: this decides line, column and order.
    pub pos: Pos,
    /// What to underline; starts at `pos` where nothing better is known.
    pub span: Span,
    /// Go's name of the error (`internal/types/errors`, such as `UndeclaredName`), `"syntax"`, or our own.
    pub code: &'static str,
    /// gc's words; further lines start with a tab as gc prints them.
    pub message: String,
}

/// The diagnostics of a pass, in the order they were reported.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn append(&mut self, other: Diagnostics) {
        self.items.extend(other.items);
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|d| d.severity == Severity::Error)
    }

    /// All, in the order they were reported.
    pub fn items(&self) -> &[Diagnostic] {
        &self.items
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// gc's listing: the first ten errors sorted by position, equal messages once a line; at the tenth gc gives up and
    /// says so where that stands. Each line is `prefix` + `file:line:col: message`.
    pub fn render_gc(&self, sources: &SourceMap, prefix: &str) -> String {
        self.render(sources, prefix, 10)
    }

    /// The same with another limit.
    pub fn render(&self, sources: &SourceMap, prefix: &str, limit: usize) -> String {
        // What go says about imports comes in its own order and without limit.
        let of_go = self.items.iter().any(|d| d.code == "import");
        let limit = if of_go { usize::MAX } else { limit };
        let mut sorted: Vec<&Diagnostic> = self.items.iter().take(limit).collect();
        // gc's compiler keeps columns in a byte.
        let place = |pos: Pos| match sources.locate(pos) {
            Some((_, at)) if at.col > COLUMNS => Pos(pos.0 - (at.col - COLUMNS)),
            _ => pos,
        };
        let last = sorted.get(limit.saturating_sub(1)).map(|d| d.pos);
        if !of_go {
            crate::base::sort_by_key(&mut sorted, |d| place(d.pos));
        }
        let mut out = String::new();
        let mut previous: Option<(String, u32, &str)> = None;
        let lines = sorted.into_iter().map(|d| (d.pos, d.message.as_str(), d.code));
        for (pos, message, code) in lines.chain(last.map(|pos| (pos, "too many errors", ""))) {
            let Some((file, at)) = sources.locate(pos) else {
                out.push_str(&format!("{message}\n"));
                continue;
            };
            // What the go command says about imports has no `./`; what it says below a line of its own is indented.
            let (file, indent) = match code {
                "import" => (file.trim_start_matches("./"), ""),
                "import-of" => (file.trim_start_matches("./"), "\t"),
                _ => (file, ""),
            };
            let key = (file.to_owned(), at.line, message);
            if previous.as_ref() == Some(&key) {
                continue;
            }
            let col = if at.col < COLUMNS { format!(":{}", at.col) } else { String::new() };
            out.push_str(&format!("{indent}{prefix}{file}:{}{col}: {message}\n", at.line));
            previous = Some(key);
        }
        out
    }
}
