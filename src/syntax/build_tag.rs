//! The language version that a `//go:build` line asks for.
//!
//! As in `go/build/constraint`: the least version that makes the expression true, where every other tag may be true
//! or false as it likes. The line decides nothing else here; whether a file belongs to a build at all is not asked.

/// What the rest of the expression must be to go on: any step may find that it is no constraint.
type Parsed<T> = Option<T>;

/// No version is asked for.
const NONE: i64 = -1;

/// Larger expressions are not read.
const MAX_TERMS: usize = 1000;

/// The version that `comment` asks for, `(1, 0)` for the tag `go1`. `None` if it is no build line, or an invalid one;
/// `Some(None)` if it is a build line that asks for no version.
pub(super) fn go_version(comment: &str) -> Option<Option<(u32, u32)>> {
    let (tree, complete) = parse(comment)?;
    if !complete {
        return None;
    }
    let minor = tree.min_version(true);
    Some(u32::try_from(minor).ok().map(|minor| (1, minor)))
}

/// The expression that a `//go:build` line starts with, and whether nothing follows it; `None` if `comment` is no such
/// line or does not start with an expression.
pub(super) fn parse(comment: &str) -> Option<(Tree<'_>, bool)> {
    let rest = comment.strip_prefix("//go:build")?.trim_end();
    let text = rest.trim_start();
    if text.len() == rest.len() && !rest.is_empty() {
        return None;
    }
    let mut parser = Parser { text, word: "", terms: 0 };
    let tree = parser.or()?;
    Some((tree, parser.word.is_empty()))
}

/// Whether the `//go:build` line above the package clause, or else its `// +build` lines, keep a file out of a build for linux on amd64.
pub fn excluded_by_tags(text: &str) -> bool {
    let (line, head) = header(text);
    if let Some(line) = line {
        return parse(line).is_some_and(|(tree, whole)| whole && !tree.holds());
    }
    head.lines().filter_map(plus_build).any(|clauses| !clauses.split_whitespace().any(plus_clause))
}

/// The first `//go:build` line of what stands before the package clause, and the part in which `// +build` lines count: what only
/// comments to the end of the line and an empty line at the end make up.
fn header(text: &str) -> (Option<&str>, &str) {
    let (mut end, mut at) = (0, 0);
    // Behind the first line that is no such comment; within a comment that may have many lines.
    let (mut ended, mut inside) = (false, false);
    let mut found = None;
    for whole in text.split_inclusive('\n') {
        at += whole.len();
        let mut line = whole.trim();
        if line.is_empty() {
            if !ended {
                end = at;
            }
            continue;
        }
        ended |= !line.starts_with("//");
        if !inside && found.is_none() && line.strip_prefix("//go:build").is_some_and(|rest| rest.trim_start() != rest) {
            found = Some(line);
        }
        while !line.is_empty() {
            if inside {
                let Some((_, rest)) = line.split_once("*/") else { break };
                inside = false;
                line = rest.trim_start();
            } else if line.starts_with("//") {
                break;
            } else if let Some(rest) = line.strip_prefix("/*") {
                inside = true;
                line = rest.trim_start();
            } else {
                return (found, &text[..end]);
            }
        }
    }
    (found, &text[..end])
}

/// The clauses of a `// +build` line, any of which is enough.
fn plus_build(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("//")?.trim_start().strip_prefix("+build")?;
    (rest.is_empty() || rest.trim_start() != rest).then_some(rest)
}

/// Whether all tags of a clause hold: `linux,!cgo`.
fn plus_clause(clause: &str) -> bool {
    clause.split(',').all(|tag| {
        let (tag, want) = tag.strip_prefix('!').map_or((tag, true), |tag| (tag, false));
        let valid = !tag.is_empty() && tag.chars().all(is_tag_char);
        // What is no tag never holds, whether it is negated or not.
        if tag.is_empty() || tag.starts_with('!') { false } else { (valid && Tree::Tag(tag).holds()) == want }
    })
}

/// A build constraint. `And` and `Or` may have one operand.
#[derive(Debug)]
pub(super) enum Tree<'a> {
    /// A word.
    Tag(&'a str),
    /// `!x`
    Not(Box<Tree<'a>>),
    /// `x && y…`
    And(Vec<Tree<'a>>),
    /// `x || y…`
    Or(Vec<Tree<'a>>),
}

impl Tree<'_> {
    fn holds(&self) -> bool {
        match self {
            Tree::Tag("linux" | "amd64" | "unix" | "gc" | "cgo" | "go1") => true,
            Tree::Tag(tag) => tag.strip_prefix("go1.").and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n <= 27),
            Tree::Not(x) => !x.holds(),
            Tree::And(list) => list.iter().all(Tree::holds),
            Tree::Or(list) => list.iter().any(Tree::holds),
        }
    }

    /// The minor version implied by the expression, or by its negation.
    fn min_version(&self, positive: bool) -> i64 {
        let versions = |list: &[Self]| -> Vec<i64> { list.iter().map(|x| x.min_version(positive)).collect() };
        let (list, all) = match self {
            Tree::Tag(_) if !positive => return NONE,
            Tree::Tag("go1") => return 0,
            // Go cuts at the first "go1." wherever it stands, and reads a sign too; tags have none.
            Tree::Tag(tag) => {
                let minor = tag.split_once("go1.").map(|(_, minor)| minor);
                return minor.and_then(|minor| minor.parse::<u32>().ok()).map_or(NONE, i64::from);
            }
            Tree::Not(x) => return x.min_version(!positive),
            Tree::And(list) => (versions(list), positive),
            Tree::Or(list) => (versions(list), !positive),
        };
        let version = if all { list.into_iter().max() } else { list.into_iter().min() };
        version.unwrap_or(NONE)
    }
}

struct Parser<'a> {
    /// What has not been read.
    text: &'a str,
    /// The current word, empty at the end.
    word: &'a str,
    terms: usize,
}

impl<'a> Parser<'a> {
    /// On entry the first word has not been read; on exit the word after has.
    fn or(&mut self) -> Parsed<Tree<'a>> {
        let mut list = vec![self.and()?];
        while self.word == "||" {
            list.push(self.and()?);
        }
        Some(Tree::Or(list))
    }

    fn and(&mut self) -> Parsed<Tree<'a>> {
        let mut list = vec![self.not()?];
        while self.word == "&&" {
            list.push(self.not()?);
        }
        Some(Tree::And(list))
    }

    fn not(&mut self) -> Parsed<Tree<'a>> {
        self.terms += 1;
        if self.terms > MAX_TERMS {
            return None;
        }
        self.next()?;
        if self.word != "!" {
            return self.atom();
        }
        self.next()?;
        Some(Tree::Not(Box::new(self.atom()?)))
    }

    fn atom(&mut self) -> Parsed<Tree<'a>> {
        let word = self.word;
        let tree = if word == "(" {
            let inner = self.or()?;
            if self.word != ")" {
                return None;
            }
            inner
        } else if word.chars().next().is_some_and(is_tag_char) {
            Tree::Tag(word)
        } else {
            return None;
        };
        self.next()?;
        Some(tree)
    }

    fn next(&mut self) -> Parsed<()> {
        let text = self.text.trim_start_matches([' ', '\t']);
        let len = match text.as_bytes() {
            [] => 0,
            [b'(' | b')' | b'!', ..] => 1,
            [b'&', b'&', ..] | [b'|', b'|', ..] => 2,
            _ => match text.find(|c| !is_tag_char(c)).unwrap_or(text.len()) {
                0 => return None,
                len => len,
            },
        };
        (self.word, self.text) = text.split_at(len);
        Some(())
    }
}

/// Whether `c` can be in a tag.
pub(super) fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

#[cfg(test)]
mod tests {
    use super::{excluded_by_tags, go_version};

    #[test]
    fn old_and_new_lines_above_the_package_clause() {
        for (text, want) in [
            ("// +build ignore\n\npackage p", true),
            ("//+build ignore\n\npackage p", true),
            ("// +build ignore\npackage p", false),
            ("// +builder\n\npackage p", false),
            ("// +build\n\npackage p", true),
            ("// (c)\n\n// +build windows linux\n// +build cgo\n\n// Package p.\npackage p", false),
            ("// +build linux,!amd64 darwin\n\npackage p", true),
            ("// +build !windows,go1.5\n\npackage p", false),
            ("// +build !\n\npackage p", true),
            ("// +build !a-b\n\npackage p", false),
            ("/* c */\n// +build ignore\n\npackage p", false),
            ("//go:build linux\n// +build ignore\n\npackage p", false),
            ("/*\nCopyright\n*/\n\n//go:build ignore\n\npackage p", true),
            ("/*\n//go:build ignore\n*/\n\npackage p", false),
            ("/* a */ /* b\n*/ // c\n//go:build ignore\npackage p", true),
            ("package p\n\n//go:build ignore\n", false),
            ("// Package p.\n//\n//go:build !linux\npackage p", true),
        ] {
            assert_eq!(excluded_by_tags(text), want, "{text}");
        }
    }

    #[test]
    fn least_version_of_an_expression() {
        for (line, want) in [
            ("//go:build go1.21", Some(Some((1, 21)))),
            ("//go:build go1", Some(Some((1, 0)))),
            ("//go:build linux && go1.22 ", Some(Some((1, 22)))),
            ("//go:build (linux && go1.22) || (windows && go1.20)", Some(Some((1, 20)))),
            ("//go:build linux || (windows && go1.22)", Some(None)),
            ("//go:build !go1.22", Some(None)),
            ("//go:build !(!go1.22 || linux)", Some(Some((1, 22)))),
            ("//go:build linux", Some(None)),
            ("//go:build go1.21 &", None),
            ("//go:build !!x", None),
            ("//go:build (x", None),
            ("//go:build", None),
            ("//go:builder x", None),
            ("// go:build go1.21", None),
        ] {
            assert_eq!(go_version(line), want, "{line}");
        }
    }
}
