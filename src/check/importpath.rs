//! What the go command says about import paths that cannot be any. It knows nothing of which packages there are.

use super::errors;

/// What is wrong with an import path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Said about the import.
    Import(String),
    /// Said below a line with the importing package.
    Version(String),
}

/// What is wrong with a path that makes its file unreadable to go, if it has such characters.
pub(super) fn illegal(path: &str) -> Option<String> {
    let illegal = |c: char| c.is_control() || c.is_whitespace() || "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{FFFD}".contains(c);
    (path.is_empty() || path.contains(illegal)).then(|| errors::invalid_import(path))
}

/// What else is wrong with `path`, if anything, in the order in which go looks.
pub(super) fn wrong(path: &str) -> Option<Wrong> {
    if path == "." || path == ".." || path.starts_with("./") || path.starts_with("../") {
        return Some(Wrong::Import(errors::relative_import(path)));
    }
    if path.starts_with('/') {
        return Some(Wrong::Import(errors::absolute_import(path)));
    }
    if path.contains('@') {
        return Some(Wrong::Version(errors::import_with_version(path)));
    }
    malformed(path).map(|why| Wrong::Import(errors::malformed_import(path, why)))
}

/// The rules of module paths.
fn malformed(path: &str) -> Option<String> {
    if path.starts_with('-') {
        return Some("leading dash".into());
    }
    if path.contains("//") {
        return Some("double slash".into());
    }
    if path.ends_with('/') {
        return Some("trailing slash".into());
    }
    path.split('/').find_map(malformed_element)
}

fn malformed_element(element: &str) -> Option<String> {
    if element.bytes().all(|b| b == b'.') {
        return Some(format!("invalid path element \"{element}\""));
    }
    if element.ends_with('.') {
        return Some("trailing dot in path element".into());
    }
    if let Some(c) = element.chars().find(|c| !c.is_ascii_alphanumeric() && !"-._~+".contains(*c)) {
        return Some(format!("invalid char '{c}'"));
    }
    // Names that Windows keeps for itself.
    let short = element.split('.').next().unwrap_or(element);
    let lower = short.to_ascii_lowercase();
    let numbered =
        |p: &str| lower.strip_prefix(p).is_some_and(|n| n.len() == 1 && n != "0" && n.as_bytes()[0].is_ascii_digit());
    if matches!(lower.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt") {
        return Some(format!("\"{short}\" disallowed as path element component on Windows"));
    }
    let digits = short.rsplit_once('~').is_some_and(|(_, d)| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()));
    digits.then(|| "trailing tilde and digits in path element".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_may_be_packages() {
        for path in ["fmt", "a.b/c", "x.com/a~b", "a/.b", "_x", "a+b", "gopkg.in/yaml.v3", "a/-b", "com0", "com10"] {
            assert_eq!(wrong(path), None, "{path}");
        }
        assert_eq!(
            wrong("x/a~1"),
            Some(Wrong::Import(errors::malformed_import("x/a~1", "trailing tilde and digits in path element")))
        );
    }
}
