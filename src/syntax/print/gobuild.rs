//! `//go:build` and `// +build` lines: where they go and how they are written.
//!
//! They belong together, as early as comments before the package clause allow, and the second kind says what the first
//! says. This works on the printer's raw output, as `go/printer/gobuild.go` does, and writes expressions as
//! `go/build/constraint`.

use super::printer::ESCAPE;
use crate::syntax::build_tag::{self, Tree};

/// More operators are not read in `// +build` lines.
const MAX_PLUS_BUILD: usize = 100;

/// A constraint. Lists of operands are flat.
#[derive(Debug, Clone)]
enum Expr {
    Tag(String),
    Not(Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
}

/// Whether a comment is a `//go:build` line.
pub(super) fn is_go_build(comment: &str) -> bool {
    after_word(comment.strip_prefix("//go:build")).is_some()
}

/// Whether a comment is a `// +build` line.
pub(super) fn is_plus_build(comment: &str) -> bool {
    plus_build_text(comment).is_some()
}

fn plus_build_text(comment: &str) -> Option<&str> {
    after_word(comment.strip_prefix("//")?.trim().strip_prefix("+build"))
}

/// What follows a word that ends here.
fn after_word(rest: Option<&str>) -> Option<&str> {
    let rest = rest?.trim_end();
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

/// Brings the lines that start at `go_build` and `plus_build` together.
pub(super) fn fix_build_lines(output: &mut Vec<u8>, go_build: &[usize], plus_build: &[usize]) {
    if go_build.is_empty() && plus_build.is_empty() {
        return;
    }
    let mut insert = last_gap(output);
    let before = |lines: &[usize]| lines.first().copied().filter(|&first| first < insert);
    if let Some(first) = before(go_build).or_else(|| before(plus_build)) {
        insert = first;
    }
    let mut block = Vec::new();
    match constraint(output, go_build, plus_build) {
        Some(expr) => {
            push_line(&mut block, &format!("//go:build {}", expr.text()));
            if !plus_build.is_empty() {
                for line in expr.plus_build_lines() {
                    push_line(&mut block, &line);
                }
            }
        }
        // Without one truth the lines only move.
        None => {
            for &start in go_build.iter().chain(plus_build) {
                block.extend_from_slice(line_at(output, start));
            }
        }
    }
    block.push(b'\n');

    let mut delete: Vec<usize> = go_build.iter().chain(plus_build).copied().collect();
    crate::base::sort(&mut delete);
    let mut after = Vec::new();
    let mut start = insert;
    for end in delete {
        if end >= start {
            append_lines(&mut after, &output[start..end]);
            start = end + line_at(output, end).len();
        }
    }
    append_lines(&mut after, &output[start..]);
    if let [.., a, b] = after[..]
        && is_newline(a)
        && is_newline(b)
    {
        after.pop();
    }
    output.truncate(insert);
    output.append(&mut block);
    output.append(&mut after);
}

/// After the last empty line before something that is no comment.
fn last_gap(output: &[u8]) -> usize {
    let mut gap = 0;
    let mut pos = 0;
    loop {
        let mut blank = true;
        while matches!(output.get(pos), Some(b' ' | b'\t')) {
            pos += 1;
        }
        if output.len() > pos + 3 && output[pos..].starts_with(&[ESCAPE, b'/', b'/']) {
            blank = false;
            pos += line_at(output, pos).iter().take_while(|&&b| !is_newline(b)).count();
        }
        if !output.get(pos).is_some_and(|&b| is_newline(b)) {
            return gap;
        }
        pos += 1;
        if blank {
            gap = pos;
        }
    }
}

/// What all lines together ask for: the one `//go:build` line, or else all `// +build` lines.
fn constraint(output: &[u8], go_build: &[usize], plus_build: &[usize]) -> Option<Expr> {
    match go_build {
        [] => {
            let parsed: Option<Vec<Expr>> =
                plus_build.iter().map(|&at| parse_plus_build(&comment_at(output, at))).collect();
            Some(Expr::and(parsed?))
        }
        // What follows the expression is lost in gofmt too.
        [at] => build_tag::parse(&comment_at(output, *at)).map(|(tree, _)| Expr::of(&tree)),
        _ => None,
    }
}

fn parse_plus_build(comment: &str) -> Option<Expr> {
    let mut size = 0;
    let mut clauses = Vec::new();
    for clause in plus_build_text(comment)?.split_whitespace() {
        let mut literals = Vec::new();
        for literal in clause.split(',') {
            let ignore = literal.starts_with("!!") || literal == "!";
            let (negated, word) = match literal.strip_prefix('!').filter(|_| !ignore) {
                Some(word) => (true, word),
                None => (false, literal),
            };
            let valid = !word.is_empty() && word.chars().all(build_tag::is_tag_char);
            let tag = Expr::Tag(if valid { word } else { "ignore" }.to_owned());
            literals.push(if negated { Expr::Not(Box::new(tag)) } else { tag });
        }
        size += literals.len();
        clauses.push(Expr::and(literals));
    }
    if size > MAX_PLUS_BUILD + 1 {
        return None;
    }
    Some(if clauses.is_empty() { Expr::Tag("ignore".to_owned()) } else { Expr::or(clauses) })
}

impl Expr {
    fn of(tree: &Tree<'_>) -> Self {
        match tree {
            Tree::Tag(tag) => Expr::Tag((*tag).to_owned()),
            Tree::Not(x) => Expr::Not(Box::new(Expr::of(x))),
            Tree::And(list) => Expr::and(list.iter().map(Expr::of).collect()),
            Tree::Or(list) => Expr::or(list.iter().map(Expr::of).collect()),
        }
    }

    fn and(list: Vec<Expr>) -> Self {
        let flat = list.into_iter().flat_map(|x| if let Expr::And(inner) = x { inner } else { vec![x] });
        let mut flat: Vec<Expr> = flat.collect();
        if flat.len() == 1 { flat.remove(0) } else { Expr::And(flat) }
    }

    fn or(list: Vec<Expr>) -> Self {
        let flat = list.into_iter().flat_map(|x| if let Expr::Or(inner) = x { inner } else { vec![x] });
        let mut flat: Vec<Expr> = flat.collect();
        if flat.len() == 1 { flat.remove(0) } else { Expr::Or(flat) }
    }

    fn text(&self) -> String {
        let join = |list: &[Expr], operator: &str| {
            let parts: Vec<String> = list
                .iter()
                .map(|x| match x {
                    Expr::And(_) | Expr::Or(_) => format!("({})", x.text()),
                    Expr::Tag(_) | Expr::Not(_) => x.text(),
                })
                .collect();
            parts.join(operator)
        };
        match self {
            Expr::Tag(tag) => tag.clone(),
            Expr::Not(x) => match **x {
                Expr::And(_) | Expr::Or(_) => format!("!({})", x.text()),
                Expr::Tag(_) | Expr::Not(_) => format!("!{}", x.text()),
            },
            Expr::And(list) => join(list, " && "),
            Expr::Or(list) => join(list, " || "),
        }
    }

    /// The same with `!` only before tags.
    fn push_not(self, negated: bool) -> Self {
        match self {
            Expr::Tag(_) if negated => Expr::Not(Box::new(self)),
            Expr::Tag(_) => self,
            Expr::Not(x) => x.push_not(!negated),
            Expr::And(list) | Expr::Or(list) if list.is_empty() => Expr::And(list),
            Expr::And(list) => {
                let list = list.into_iter().map(|x| x.push_not(negated)).collect();
                if negated { Expr::or(list) } else { Expr::and(list) }
            }
            Expr::Or(list) => {
                let list = list.into_iter().map(|x| x.push_not(negated)).collect();
                if negated { Expr::and(list) } else { Expr::or(list) }
            }
        }
    }

    /// The `// +build` lines that say the same: a line each for operands of `&&`, which are alternatives of tags.
    fn plus_build_lines(self) -> Vec<String> {
        let ands = match self.push_not(false) {
            Expr::And(list) => list,
            other => vec![other],
        };
        let mut lines: Vec<Vec<Vec<String>>> = Vec::new();
        for x in ands {
            let alternatives = if let Expr::Or(list) = x { list } else { vec![x] };
            let mut line = Vec::new();
            for x in alternatives {
                let literals = if let Expr::And(list) = x { list } else { vec![x] };
                if literals.iter().any(|x| matches!(x, Expr::Or(_))) {
                    return vec!["// +build error: expression too complex for // +build lines".to_owned()];
                }
                line.push(literals.iter().map(Expr::text).collect());
            }
            lines.push(line);
        }
        // Without alternatives one line will do.
        if lines.iter().all(|line| line.len() == 1) {
            lines = vec![vec![lines.into_iter().flatten().flatten().collect()]];
        }
        let text = |line: Vec<Vec<String>>| {
            let clauses: Vec<String> = line.into_iter().map(|literals| literals.join(",")).collect();
            format!("// +build {}", clauses.join(" "))
        };
        lines.into_iter().map(text).collect()
    }
}

fn push_line(block: &mut Vec<u8>, text: &str) {
    block.push(ESCAPE);
    block.extend_from_slice(text.as_bytes());
    block.extend_from_slice(&[ESCAPE, b'\n']);
}

/// Appends whole lines without making two empty lines of one.
fn append_lines(out: &mut Vec<u8>, mut lines: &[u8]) {
    let at_gap = match out[..] {
        [] => true,
        [.., a, b] => is_newline(a) && is_newline(b),
        [_] => false,
    };
    if at_gap && lines.first().is_some_and(|&b| is_newline(b)) {
        lines = &lines[1..];
    }
    out.extend_from_slice(lines);
}

/// The line from `start` on, with its end.
fn line_at(output: &[u8], start: usize) -> &[u8] {
    let rest = &output[start..];
    let len = rest.iter().position(|&b| is_newline(b)).map_or(rest.len(), |i| i + 1);
    &rest[..len]
}

fn comment_at(output: &[u8], start: usize) -> String {
    let line = line_at(output, start);
    let line = line.strip_prefix(&[ESCAPE]).unwrap_or(line);
    let len = line.iter().position(|&b| b == ESCAPE || is_newline(b)).unwrap_or(line.len());
    String::from_utf8_lossy(&line[..len]).into_owned()
}

fn is_newline(b: u8) -> bool {
    matches!(b, b'\n' | b'\x0c')
}
