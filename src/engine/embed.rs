//! Which files a `//go:embed` pattern means, in the words of the go command.

use super::build::SourceText;
use crate::base::{Diagnostics, Interner, SourceMap};
use crate::compile::{embed_arguments, embed_patterns};
use crate::syntax::ast::{Ast, DeclKind};
use crate::syntax::parse_file;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file that lies beside the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Its name, on the same terms as those of the source files; a folder's ends in a slash.
    pub name: String,
    /// Its bytes, unless it is something else than a file.
    pub bytes: Option<Arc<[u8]>>,
}

fn plain(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

/// Patterns of a source file that imports package embed, with their lines and columns.
pub fn patterns_of(file: &SourceText) -> Vec<(u32, u32, String)> {
    if !file.text.contains("//go:embed") {
        return Vec::new();
    }
    let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
    let id = sources.add(file.name.as_str(), file.text.as_str());
    parse_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
    let source = sources.file(id);
    let mut list = Vec::new();
    for parsed in &ast.files {
        let imports = parsed.decls.iter().any(|&d| match ast.decls[d].kind {
            DeclKind::Import { path: Some(path), .. } => {
                let span = ast.exprs[path].span;
                file.text[source.offset(span.lo)..source.offset(span.hi)].trim_matches(['"', '`']) == "embed"
            }
            _ => false,
        });
        for comment in parsed.comments.iter().filter(|_| imports) {
            let start = source.offset(comment.lo);
            let text = &file.text[start..source.offset(comment.hi)];
            if embed_arguments(text).is_some() {
                let at = source.line_col(comment.lo);
                let found = embed_patterns(text).unwrap_or_default();
                list.extend(found.into_iter().map(|(offset, p)| (at.line, at.col + offset as u32, p)));
            }
        }
    }
    list
}

/// What the go command says of a file's first pattern that names nothing, if one does.
pub(super) fn unmatched(file: &SourceText, data: &[DataFile]) -> Option<String> {
    patterns_of(file).into_iter().find_map(|(line, col, pattern)| {
        let why = matching(&file.name, &pattern, data).err()?;
        Some(format!("{}:{line}:{col}: pattern {pattern}: {why}\n", plain(&file.name)))
    })
}

/// Names below the source file's folder and bytes of the files that a pattern means; for folders between, names that end in a slash.
pub(super) fn embedded(source: &str, pattern: &str, data: &[DataFile]) -> Vec<(String, Arc<[u8]>)> {
    let mut out: Vec<(String, Arc<[u8]>)> = Vec::new();
    for (name, bytes) in matching(source, pattern, data).unwrap_or_default() {
        for (end, _) in name.match_indices('/') {
            out.push((name[..=end].to_owned(), Arc::from([])));
        }
        out.push((name.to_owned(), bytes));
    }
    out
}

/// A name below the folder of the source, and whether it is a file, with its bytes, or something else.
enum What {
    File(Arc<[u8]>),
    Folder,
    Other,
}

type Matches<'a> = Vec<(&'a str, Arc<[u8]>)>;

fn matching<'a>(source: &str, pattern: &str, data: &'a [DataFile]) -> Result<Matches<'a>, String> {
    let (glob, all) = pattern.strip_prefix("all:").map_or((pattern, false), |rest| (rest, true));
    let parts: Vec<&str> = glob.split('/').collect();
    let odd = parts.iter().any(|p| p.is_empty() || *p == "." || *p == "..");
    if odd || parts.iter().any(|p| fits(p.as_bytes(), b"").is_none()) {
        return Err("invalid pattern syntax".into());
    }
    let folder = plain(source).rsplit_once('/').map_or("", |(dir, _)| dir);
    let below = |name: &'a str| -> Option<&'a str> {
        let name = plain(name);
        if folder.is_empty() { Some(name) } else { name.strip_prefix(folder)?.strip_prefix('/') }
    };
    let mut there: BTreeMap<&'a str, What> = BTreeMap::new();
    let mut modules: BTreeSet<&'a str> = BTreeSet::new();
    for file in data {
        let Some(name) = below(&file.name).filter(|n| !n.is_empty() && !n.starts_with('/')) else { continue };
        for (end, _) in name.match_indices('/') {
            there.entry(&name[..end]).or_insert(What::Folder);
        }
        if let Some(dir) = name.strip_suffix("/go.mod") {
            modules.insert(dir);
        }
        if !name.ends_with('/') {
            there.insert(name, file.bytes.clone().map_or(What::Other, What::File));
        }
    }
    let mut list: Vec<(&'a str, Arc<[u8]>)> = Vec::new();
    for (&name, what) in &there {
        let names: Vec<&str> = name.split('/').collect();
        let same = names.len() == parts.len()
            && parts.iter().zip(&names).all(|(p, n)| fits(p.as_bytes(), n.as_bytes()) == Some(true));
        if !same {
            continue;
        }
        let kind = if matches!(what, What::Folder) { "directory" } else { "file" };
        let mut at = Some(name);
        while let Some(dir) = at {
            if modules.contains(dir) {
                return Err(format!("cannot embed {kind} {name}: in different module"));
            }
            let elem = dir.rsplit('/').next().unwrap_or(dir);
            if is_bad(elem) {
                let how = if dir == name { "invalid name" } else { "in invalid directory" };
                return Err(format!("cannot embed {kind} {name}: {how} {elem}"));
            }
            at = dir.rsplit_once('/').map(|d| d.0);
        }
        match what {
            What::Other => return Err(format!("cannot embed irregular file {name}")),
            What::File(bytes) => list.push((name, bytes.clone())),
            What::Folder => {
                let before = list.len();
                for (&inner, what) in &there {
                    let Some(rest) = inner.strip_prefix(name).and_then(|r| r.strip_prefix('/')) else { continue };
                    let hidden = |n: &str| is_bad(n) || n.starts_with(['.', '_']) && !all;
                    let mut folders = inner.match_indices('/').map(|(end, _)| &inner[..end]);
                    let other_module = folders.any(|dir| dir.len() > name.len() && modules.contains(dir));
                    if other_module || rest.split('/').any(|n| hidden(n) && n.starts_with(['.', '_'])) {
                        continue;
                    }
                    if let What::File(bytes) = what {
                        let elem = inner.rsplit('/').next().unwrap_or(inner);
                        if is_bad(elem) {
                            return Err(format!("cannot embed file {inner}: invalid name {elem}"));
                        }
                        list.push((inner, bytes.clone()));
                    }
                }
                if list.len() == before {
                    return Err(format!("cannot embed directory {name}: contains no embeddable files"));
                }
            }
        }
    }
    if list.is_empty() { Err("no matching files found".into()) } else { Ok(list) }
}

/// Names that files of a module cannot have.
fn is_bad(name: &str) -> bool {
    const ODD: &str = "\"'*<>?`|/\\:";
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |word: &str| {
        stem.strip_prefix(word).is_some_and(|n| n.len() == 1 && n != "0" && n.chars().all(|c| c.is_ascii_digit()))
    };
    [".bzr", ".hg", ".git", ".svn"].contains(&name)
        || name.ends_with('.')
        || name.chars().any(|c| ODD.contains(c) || c.is_control())
        || ["con", "prn", "aux", "nul"].contains(&stem.as_str())
        || numbered("com")
        || numbered("lpt")
}

/// Whether a part of a pattern fits a part of a name, as `path.Match` says; `None` if the pattern is malformed.
fn fits(pattern: &[u8], name: &[u8]) -> Option<bool> {
    let Some((&first, rest)) = pattern.split_first() else { return Some(name.is_empty()) };
    match first {
        b'*' => {
            let mut any = false;
            for i in 0..=name.len() {
                any |= fits(rest, &name[i..])?;
            }
            Some(any)
        }
        b'?' => {
            let n = std::str::from_utf8(name).ok().and_then(|s| s.chars().next()).map_or(1, char::len_utf8);
            Some(fits(rest, name.get(n..).unwrap_or_default())? && !name.is_empty())
        }
        b'[' => {
            let text = std::str::from_utf8(rest).ok()?;
            let c = std::str::from_utf8(name).ok().and_then(|s| s.chars().next());
            let (negated, mut chars) = match text.strip_prefix('^') {
                Some(rest) => (true, rest.chars()),
                None => (false, text.chars()),
            };
            let (mut within, mut count) = (false, 0);
            loop {
                if count > 0 && chars.as_str().starts_with(']') {
                    chars.next();
                    break;
                }
                let low = bound(&mut chars)?;
                let mut high = low;
                if chars.as_str().starts_with('-') {
                    chars.next();
                    high = bound(&mut chars)?;
                }
                within |= c.is_some_and(|c| low <= c && c <= high);
                count += 1;
            }
            let n = c.map_or(0, char::len_utf8);
            Some(fits(chars.as_str().as_bytes(), &name[n..])? && c.is_some() && within != negated)
        }
        b'\\' => {
            let (&literal, rest) = rest.split_first()?;
            Some(fits(rest, name.get(1..).unwrap_or_default())? && name.first() == Some(&literal))
        }
        literal => Some(fits(rest, name.get(1..).unwrap_or_default())? && name.first() == Some(&literal)),
    }
}

/// One end of a range of characters.
fn bound(chars: &mut std::str::Chars<'_>) -> Option<char> {
    match chars.next()? {
        '-' | ']' => None,
        '\\' => chars.next(),
        c => Some(c),
    }
}
