//! The lines of a `/* … */` comment without the indentation that they share.
//!
//! The printer indents each line anew, so what is common goes. What "common" means is a matter of taste: text may be
//! indented against the markers, and there may be a column of stars on the left. The taste is that of go/printer's
//! `stripCommonPrefix`.

use std::borrow::Cow;

/// Only blanks, tabs and other control characters.
fn is_blank(line: &str) -> bool {
    line.bytes().all(|b| b <= b' ')
}

/// How long a prefix of white space and stars `a` and `b` share.
fn common_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|&(x, y)| x == y && (x <= b' ' || x == b'*')).count()
}

/// Removes from all lines but the first what they have in common on the left.
pub(super) fn strip_common_prefix(lines: &mut [Cow<'_, str>]) {
    let Some(last) = lines.len().checked_sub(1).filter(|&last| last > 0) else { return };
    let mut shared: Option<String> = None;
    for line in &mut lines[1..last] {
        if is_blank(line) {
            *line = Cow::from("");
            continue;
        }
        let prefix = shared.get_or_insert_with(|| line.clone().into_owned());
        prefix.truncate(common_prefix(prefix, line));
    }
    // With nothing between first and last line, the last one decides.
    let mut prefix = shared.unwrap_or_else(|| lines[last][..common_prefix(&lines[last], &lines[last])].to_owned());

    let stars = prefix.find('*');
    if let Some(star) = stars {
        prefix.truncate(star);
        if prefix.ends_with(' ') {
            prefix.pop();
        }
    } else {
        unindent_text(&lines[0], &mut prefix);
    }

    let text_end = lines[last].find("*/").unwrap_or(lines[last].len());
    if is_blank(&lines[last][..text_end]) {
        let closing = if stars.is_some() { " */" } else { "*/" };
        lines[last] = format!("{prefix}{closing}").into();
    } else {
        prefix.truncate(common_prefix(&prefix, &lines[last]));
    }
    for line in lines[1..].iter_mut().filter(|line| !line.is_empty()) {
        *line = line[prefix.len()..].to_owned().into();
    }
}

/// Shortens `prefix` so that text stays indented against the opening marker in `first` as it was.
fn unindent_text(first: &str, prefix: &mut String) {
    if is_blank(&first[2..]) {
        // No text there: leave up to three blanks, or a tab.
        let blanks = prefix.len() - prefix.trim_end_matches(' ').len();
        if blanks > 0 {
            prefix.truncate(prefix.len() - blanks.min(3));
        } else if prefix.ends_with('\t') {
            prefix.pop();
        }
        return;
    }
    let space = &first[2..2 + first[2..].bytes().take_while(|&b| b <= b' ').count()];
    // A tab stands for the marker too; otherwise the marker is two blanks wide.
    let suffix = if space.starts_with('\t') { space.to_owned() } else { format!("  {space}") };
    if prefix.ends_with(&suffix) {
        prefix.truncate(prefix.len() - suffix.len());
    }
}
