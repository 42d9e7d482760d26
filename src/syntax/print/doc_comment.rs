//! Comments that document a top-level declaration, in canonical form.
//!
//! The text between the markers is read and written again by `doc`; directives such as `//go:noinline` move to the
//! end. This follows `go/printer/comment.go`.

use super::doc;
use super::source::Comment;
use std::borrow::Cow;

/// The comments of `list` as gofmt writes them; may be none.
pub(super) fn format_doc_comment(list: &[Comment]) -> Cow<'_, [Comment]> {
    let pos = list[0].pos;
    let comment = |text: String| Comment { pos, text };
    if let [one] = list
        && one.text.starts_with("/*")
    {
        // The old form with stars would only get worse.
        if !one.text.contains('\n') || all_stars(&one.text) {
            return list.into();
        }
        let inner = one.text.get(2..one.text.len().saturating_sub(2)).unwrap_or_default();
        return vec![comment(format!("/*\n{}*/", doc::format(inner)))].into();
    }
    let (mut text, mut directives) = (String::new(), Vec::new());
    for c in list {
        let Some(after) = c.text.strip_prefix("//") else { return list.into() };
        if is_directive(after) {
            directives.push(comment(c.text.clone()));
        } else {
            text.push_str(after.strip_prefix(' ').unwrap_or(after));
            text.push('\n');
        }
    }
    if text.is_empty() {
        return list.into();
    }
    let text = doc::format(&text);
    let mut out: Vec<Comment> = text
        .split_terminator('\n')
        .map(|line| {
            comment(match line.as_bytes() {
                [] => "//".to_owned(),
                [b'\t', ..] => format!("//{line}"),
                _ => format!("// {line}"),
            })
        })
        .collect();
    if !directives.is_empty() {
        out.push(comment("//".to_owned()));
        out.append(&mut directives);
    }
    out.into()
}

/// Whether a comment, without `//`, is for a tool: `line `, `extern `, `export ` or `[a-z0-9]+:[a-z0-9]`.
pub(super) fn is_directive(text: &str) -> bool {
    if ["line ", "extern ", "export "].iter().any(|word| text.starts_with(word)) {
        return true;
    }
    let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    match text.split_once(':') {
        Some((tool, rest)) => !tool.is_empty() && tool.bytes().all(word) && rest.bytes().next().is_some_and(word),
        None => false,
    }
}

/// Whether each line after the first starts with a star.
fn all_stars(text: &str) -> bool {
    text.split('\n').skip(1).all(|line| line.trim_start_matches([' ', '\t']).starts_with('*'))
}
