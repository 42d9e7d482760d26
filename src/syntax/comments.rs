//! Comments as `go/ast` groups and reads them, for those who look for words in them.

use crate::base::{Pos, SourceFile, Span};

/// Comments that belong together, from the first to the last: no empty line and nothing else is between them.
pub fn groups(source: &SourceFile, comments: &[Span]) -> Vec<Vec<Span>> {
    let text = source.text();
    let mut out: Vec<Vec<Span>> = Vec::new();
    for &comment in comments {
        let last = out.last().and_then(|group| group.last());
        let joined = last.is_some_and(|last| {
            let between = &text[source.offset(last.hi)..source.offset(comment.lo)];
            // A line comment may or may not reach over the end of its line.
            let ended = text[source.offset(last.lo)..source.offset(last.hi)].ends_with('\n');
            between.chars().all(char::is_whitespace) && between.matches('\n').count() + usize::from(ended) <= 1
        });
        match out.last_mut().filter(|_| joined) {
            Some(group) => group.push(comment),
            None => out.push(vec![comment]),
        }
    }
    out
}

/// The text of a group without the marks.
pub fn text_of(source: &SourceFile, group: &[Span]) -> String {
    let text = source.text();
    let at = |pos: Pos| source.offset(pos);
    without_marks(group.iter().map(|c| &text[at(c.lo)..at(c.hi)]))
}

fn without_marks<'a>(group: impl Iterator<Item = &'a str>) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for comment in group {
        let body = match comment.trim_end_matches('\n').strip_prefix("//") {
            Some(rest) => {
                if is_directive(rest) {
                    continue;
                }
                rest.strip_prefix(' ').unwrap_or(rest)
            }
            None => comment.strip_prefix("/*").and_then(|c| c.strip_suffix("*/")).unwrap_or(comment),
        };
        lines.extend(body.split('\n').map(|l| l.trim_end_matches([' ', '\t', '\r'])));
    }
    let mut out = String::new();
    let mut empty = true;
    for line in lines {
        // No empty lines at the ends, and never two together.
        if line.is_empty() && (empty || out.is_empty()) {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    if empty && out.ends_with("\n\n") {
        out.pop();
    }
    out
}

/// `//go:build` and the like.
fn is_directive(text: &str) -> bool {
    if text.starts_with("line ") || text.starts_with("extern ") || text.starts_with("export ") {
        return true;
    }
    let Some((tool, rest)) = text.split_once(':') else { return false };
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    !tool.is_empty() && tool.chars().all(word) && rest.starts_with(word)
}

/// What an example's comment says that it prints, and whether in any order; `None` if it says nothing of that.
pub fn example_output(text: &str) -> Option<(String, bool)> {
    let strip = |s: &str, word: &str| {
        let head = s.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| s[word.len()..].to_owned())
    };
    let rest = text.trim_start();
    let (rest, unordered) = match strip(rest, "unordered ") {
        Some(rest) => (rest, true),
        None => (rest.to_owned(), false),
    };
    let rest = strip(&rest, "output:")?;
    let rest = rest.trim_start_matches(' ');
    Some((rest.strip_prefix('\n').unwrap_or(rest).to_owned(), unordered))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_as_go_ast_reads_it() {
        let text = |group: &[&str]| without_marks(group.iter().copied());
        assert_eq!(text(&["// Output:", "//", "//", "//  a  ", "//b", "//"]), "Output:\n\n a\nb\n");
        assert_eq!(text(&["//go:noinline", "/* Output: x\ny */"]), " Output: x\ny\n");
        assert_eq!(text(&["//"]), "");
    }

    #[test]
    fn output_may_be_unordered_or_empty() {
        assert_eq!(example_output("Output: a\nb\n"), Some(("a\nb\n".into(), false)));
        assert_eq!(example_output("unordered OUTPUT:\n a\n"), Some((" a\n".into(), true)));
        assert_eq!(example_output("Output:\n"), Some((String::new(), false)));
        assert_eq!(example_output("prints Output: x\n"), None);
        assert_eq!(example_output("Outpüt: x\n"), None);
    }
}
