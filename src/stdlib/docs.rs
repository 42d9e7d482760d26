//! First sentences of the library's documentation, as `tools/pack.rs` packed them: unpacked when somebody first asks.

use std::io::Read as _;
use std::sync::OnceLock;

const MAGIC: &str = "golanes-docs-1\n";

static DOCS: OnceLock<Option<String>> = OnceLock::new();

/// Takes the sentences, once; whether it is them.
pub(super) fn install(packed: &[u8]) -> bool {
    let read = || {
        let mut text = String::new();
        lzma_rust2::XzReader::new(packed, false).read_to_string(&mut text).ok()?;
        text.starts_with(MAGIC).then_some(text)
    };
    DOCS.get_or_init(read).is_some()
}

/// Whether they have been installed.
pub(super) fn installed() -> bool {
    DOCS.get().is_some()
}

/// The first sentence about `F` or `T.Method` of a package, or about the package itself; of predeclared functions the way to call them and
/// a bar come before it.
pub fn sentence(package: &str, name: &str) -> Option<String> {
    if let Some(packed) = super::Part::Docs.inside() {
        install(packed);
    }
    let text = DOCS.get()?.as_ref()?;
    // `=path TAB sentence`, then a line for each name; `.T` starts the methods of a type.
    let start = text.find(&format!("\n={package}\t"))? + 1;
    let (head, rest) = text[start..].split_once('\n')?;
    if name.is_empty() {
        return head.split_once('\t').map(|(_, s)| s.to_owned());
    }
    let (of, name) = name.split_once('.').unwrap_or(("", name));
    let mut at = "";
    for line in rest.lines().take_while(|l| !l.starts_with('=')) {
        if let Some(ty) = line.strip_prefix('.') {
            at = ty;
        } else if at == of
            && let Some(rest) = line.strip_prefix(name)
        {
            // A sentence that starts with the name is that; else the name stands before it.
            match rest.chars().next() {
                Some('\t') => return Some(rest[1..].to_owned()),
                Some(c) if !c.is_alphanumeric() && c != '_' => return Some(line.to_owned()),
                _ => {}
            }
        }
    }
    None
}
