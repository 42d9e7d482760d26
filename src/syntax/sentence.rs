//! The first sentence of a comment, as `go doc` takes it. The build script reads this file too, so it uses nothing of the crate.

/// The first sentence of the first paragraph, on one line.
pub fn first_sentence(text: &str) -> String {
    let mut out = String::new();
    for word in text.trim_start().split("\n\n").next().unwrap_or("").split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        let initial = |w: &str| w.len() == 2 && w.starts_with(char::is_uppercase);
        if word.ends_with(['.', '。']) && !matches!(word, "e.g." | "i.e." | "(e.g." | "(i.e.") && !initial(word) {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn up_to_the_first_full_stop() {
        assert_eq!(first_sentence("F does\n it, e.g. so.  Then\nmore.\n"), "F does it, e.g. so.");
        assert_eq!(first_sentence("By J. Doe v1.2\n\nMore."), "By J. Doe v1.2");
        assert_eq!(first_sentence(""), "");
    }
}
