//! A small module whose files can be changed, and the two lines that `go.sum` has for it: what is hashed, and what `go` says when a
//! download is another one than before.
//!
//! The hash is `Hash1` of `golang.org/x/mod/sumdb/dirhash`: SHA-256 over a list of the files with their own SHA-256, in base64.

use super::State;
use super::parts::{area, button, code, fault, frame, headline, listing, or, para, refusal, said};
use crate::engine::split_txtar;
use crate::protocol::{Node, el};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What is hashed: a line for each file, by name.
fn summary<'a>(files: impl IntoIterator<Item = (String, &'a str)>) -> String {
    let mut files: Vec<_> = files.into_iter().collect();
    files.sort();
    let mut out = String::new();
    for (name, text) in files {
        for byte in Sha256::digest(text.as_bytes()) {
            let _ = write!(out, "{byte:02x}");
        }
        let _ = writeln!(out, "  {name}");
    }
    out
}

/// `h1:` and the hash of a summary.
fn hash1(summary: &str) -> String {
    format!("h1:{}", STANDARD.encode(Sha256::digest(summary.as_bytes())))
}

/// A module's files and both of its hashes.
struct Sums {
    lines: String,
    module: String,
    go_mod: String,
}

impl Sums {
    fn new(at: &str, files: &[(&str, &str)]) -> Self {
        let lines = summary(files.iter().map(|(name, text)| (format!("{at}/{name}"), *text)));
        let go_mod = files.iter().find(|(name, _)| *name == "go.mod").map_or("", |(_, text)| *text);
        let go_mod = hash1(&summary([("go.mod".to_owned(), go_mod)]));
        Self { module: hash1(&lines), lines, go_mod }
    }

    fn go_sum(&self, path: &str, version: &str) -> String {
        format!("{path} {version} {}\n{path} {version}/go.mod {}\n", self.module, self.go_mod)
    }
}

/// What `go` prints when a download is not what `go.sum` has (cmd/go/internal/modfetch).
fn mismatch(what: &str, downloaded: &str, noted: &str) -> String {
    format!(
        "verifying {what}: checksum mismatch\n\tdownloaded: {downloaded}\n\tgo.sum:     {noted}\n\nSECURITY ERROR\n\
         This download does NOT match an earlier download recorded in go.sum.\n\
         The bits may have been replaced on the origin server, or an attacker may\n\
         have intercepted the download attempt.\n\n\
         For more information, see 'go help module-auth'.\n"
    )
}

/// The part of the page. Its block is a txtar archive with `path@version` above the files.
pub(super) fn gosum(block: &str, state: State<'_>) -> Node {
    // The last line break of a block of Markdown is not part of it.
    let all = split_txtar("", &format!("{}\n", block.trim_end_matches('\n')));
    let (head, files) = match all.split_first() {
        Some((head, files)) if head.name.is_empty() => (head.text.trim(), files),
        _ => return fault("This block is an archive with `path@version` above its files."),
    };
    let Some((path, version)) = head.split_once('@') else {
        return fault(format!("{head:?} is not `path@version`."));
    };
    let before: Vec<(&str, &str)> = files.iter().map(|f| (f.name.as_str(), f.text.as_str())).collect();
    let names: Vec<String> = (0..before.len()).map(|i| format!("file:{i}")).collect();
    let now: Vec<(&str, &str)> =
        before.iter().zip(&names).map(|((name, text), set)| (*name, or(state, set, text))).collect();
    let (was, is) = (Sums::new(head, &before), Sums::new(head, &now));

    let fields = now.iter().zip(&before).zip(&names).map(|(((name, text), (_, first)), set)| {
        let mut field = el("div", "file").with(area(name, set, text));
        if text != first {
            field = field.with(button("As it was", set, first));
        }
        field
    });
    let mut part = frame("gosum")
        .with(headline("The module as it is downloaded"))
        .with(said(&format!("`{head}`. Change a letter, and see what follows.")))
        .with(el("div", "files").all(fields))
        .with(headline("What is hashed"))
        .with(said("A line for each file, by name: its SHA-256, two spaces, `module@version/` and its name."))
        .with(listing(&is.lines))
        .with(said("The SHA-256 of these lines in base64 is the hash behind `h1:`. The second hash is that of one such line, for `go.mod`:"))
        .with(listing(&summary([("go.mod".to_owned(), now.iter().find(|(n, _)| *n == "go.mod").map_or("", |(_, t)| t))])))
        .with(headline("go.sum has noted"))
        .with(listing(&was.go_sum(path, version)))
        .with(headline("The download has"))
        .with(listing(&is.go_sum(path, version)));
    // Go reads go.mod first, and ends there.
    part = if is.go_mod != was.go_mod {
        part.with(refusal(&mismatch(&format!("{head}/go.mod"), &is.go_mod, &was.go_mod)))
    } else if is.module != was.module {
        part.with(refusal(&mismatch(head, &is.module, &was.module)))
    } else {
        part.with(
            para("Both are the same: ").attr("role", "status").with(code("go")).says(" builds, and says nothing."),
        )
    };
    part.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `go get` of Go 1.27.3 wrote it into `go.sum` for this module, from a proxy in a folder.
    #[test]
    fn hashes_are_those_of_go() {
        let greet = "// Package greet greets.\npackage greet\n\n// Hello greets a person by name.\nfunc Hello(name string) string {\n\treturn \"Hello, \" + name\n}\n";
        let files = [
            ("greet.go", greet),
            ("LICENSE", "Do what you like.\n"),
            ("go.mod", "module example.com/greet\n\ngo 1.27\n"),
        ];
        let sums = Sums::new("example.com/greet@v1.0.0", &files);
        assert_eq!(sums.module, "h1:lDBOdvKd+eaIwkvhoE7qHx7G74MEsWuZ89TCcM5Vj3Y=");
        assert_eq!(sums.go_mod, "h1:DUeTJ5QSTBOk634n9TG30F3xUxO7hf84SqCgqEmvjmk=");
    }

    /// What modfetch knows as the hash of an empty `go.mod`.
    #[test]
    fn the_hash_of_an_empty_go_mod() {
        assert_eq!(hash1(&summary([("go.mod".to_owned(), "")])), "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=");
    }
}
