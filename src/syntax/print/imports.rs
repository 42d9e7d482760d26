//! Import lines in order.
//!
//! In each block of imports, lines without an empty one between them are sorted by path, and a line that is there twice
//! goes. The lines keep their places: the first of the sorted takes that of the first in the source, and comments move
//! with their line. This follows `go/ast`'s `SortImports`.

use super::decl::{GenDecl, TopDecl};
use super::doc_comment::is_directive;
use super::pdqsort;
use super::source::{GroupId, Source};
use crate::base::Pos;
use crate::syntax::ast::{DeclId, DeclKind};
use crate::syntax::token::Token;

/// What a line is sorted by: path, name, comment.
type Key = (Vec<u8>, String, String);

/// Sorts the imports of a file, which come first.
pub(super) fn sort_imports(src: &mut Source<'_>, decls: &mut [TopDecl]) {
    for decl in decls {
        let TopDecl::Gen(decl) = decl else { return };
        if decl.token != Token::Import {
            return;
        }
        if let Some((_, rparen)) = decl.parens {
            sort_block(src, decl, rparen);
        }
    }
}

fn sort_block(src: &mut Source<'_>, decl: &mut GenDecl, rparen: Pos) {
    let specs = std::mem::take(&mut decl.specs);
    let mut start = 0;
    for i in 1..=specs.len() {
        let ends = match specs.get(i) {
            Some(&next) => src.line(src.spec_place(next).0) > 1 + src.line(src.spec_place(specs[i - 1]).1),
            None => true,
        };
        if ends {
            decl.specs.extend(sort_specs(src, &specs[start..i], rparen));
            start = i;
        }
    }
    // A line that went may leave an empty one at the end.
    if let Some(&last) = decl.specs.last() {
        let last_line = src.line(src.spec_place(last).0);
        for line in (last_line + 1..src.line(rparen)).rev() {
            src.merge_line(line);
        }
    }
}

/// Sorts lines that follow each other.
fn sort_specs(src: &mut Source<'_>, specs: &[DeclId], rparen: Pos) -> Vec<DeclId> {
    let (Some(&first), Some(&last)) = (specs.first(), specs.last()) else { return Vec::new() };
    if specs.len() == 1 {
        return specs.to_vec();
    }
    let places: Vec<(Pos, Pos)> = specs.iter().map(|&id| src.spec_place(id)).collect();
    let comments = comments_between(src, src.spec_place(first).0, src.spec_place(last).1);
    let comments = comments.0..comments.1;

    // Each comment belongs to the line it stands on, or before.
    let mut owners: Vec<(DeclId, GroupId, bool)> = Vec::new();
    let mut index = 0;
    for &id in &src.order[comments.clone()] {
        let pos = src.groups[id.0 as usize].pos();
        while index + 1 < specs.len() && places[index + 1].0 <= pos {
            index += 1;
        }
        let mut left = false;
        if index == 0 && places[0].0 > pos {
            left = true;
        } else if index + 1 < specs.len() && src.line(places[index].0) + 1 == src.line(pos) {
            index += 1;
            left = true;
        }
        owners.push((specs[index], id, left));
    }

    let mut sorted: Vec<(Key, DeclId)> = specs.iter().map(|&id| (key(src, id), id)).collect();
    pdqsort::sort(&mut sorted, |a, b| a.0 < b.0);
    let mut kept = Vec::new();
    for (i, (key, id)) in sorted.iter().enumerate() {
        let again = sorted.get(i + 1).is_some_and(|(next, _)| (&next.0, &next.1) == (&key.0, &key.1));
        if !again || src.spec_comment(*id).is_some() {
            kept.push(*id);
            continue;
        }
        let line = src.line(src.spec_place(*id).0);
        if line != src.line(rparen) {
            src.merge_line(line);
        }
    }

    for (&id, &(start, end)) in kept.iter().zip(&places) {
        src.moved.insert(id, (start, end));
        for &(_, group, left) in owners.iter().filter(|&&(owner, ..)| owner == id) {
            let pos = if left { Pos(start.0 - 1) } else { end };
            for comment in &mut src.groups[group.0 as usize].list {
                comment.pos = pos;
            }
        }
    }
    let groups = &src.groups;
    pdqsort::sort(&mut src.order[comments], |a, b| groups[a.0 as usize].pos() < groups[b.0 as usize].pos());
    kept
}

/// Which comments stand on the lines from `first` to `last`, as a range of the file's order.
fn comments_between(src: &Source<'_>, first: Pos, last: Pos) -> (usize, usize) {
    let start = src.line_start(src.line(first)).unwrap_or(first);
    let last_line = src.line(last);
    let end = src.line_start(last_line + 1).unwrap_or(last);
    let group = |id: &GroupId| &src.groups[id.0 as usize];
    let stop = src.order.iter().position(|id| group(id).end() >= end).unwrap_or(src.order.len());
    let from = src.order[..stop].iter().position(|id| group(id).pos() >= start).unwrap_or(stop);
    (from, stop)
}

fn key(src: &Source<'_>, id: DeclId) -> Key {
    let DeclKind::Import { name, path } = &src.ast.decls[id].kind else { return Key::default() };
    let path = path.and_then(|path| unquote(&src.literal(src.ast.exprs[path].span)));
    let name = name.map(|name| src.names.name(name.name).to_owned());
    let comment = src.spec_comment(id).map(|group| comment_text(src, group));
    (path.unwrap_or_default(), name.unwrap_or_default(), comment.unwrap_or_default())
}

/// The text of comments without markers, directives and superfluous white space.
fn comment_text(src: &Source<'_>, group: GroupId) -> String {
    let mut lines: Vec<String> = Vec::new();
    for comment in &src.groups[group.0 as usize].list {
        let text = match comment.text.strip_prefix("//") {
            Some(line) if is_directive(line) => continue,
            Some(line) => line.strip_prefix(' ').unwrap_or(line),
            None => comment.text.get(2..comment.text.len().saturating_sub(2)).unwrap_or_default(),
        };
        lines.extend(text.split('\n').map(|line| line.trim_end().to_owned()));
    }
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// What a string literal stands for, if it is a valid one.
pub(super) fn unquote(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.into());
    }
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = Vec::new();
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let kind = rest.chars().next()?;
        let (skip, digits, radix) = match kind {
            'x' => (1, 2, 16),
            'u' => (1, 4, 16),
            'U' => (1, 8, 16),
            '0'..='7' => (0, 3, 8),
            _ => {
                out.push(match kind {
                    'a' => 7,
                    'b' => 8,
                    'f' => 12,
                    'n' => b'\n',
                    'r' => b'\r',
                    't' => b'\t',
                    'v' => 11,
                    '\\' | '"' => kind as u8,
                    _ => return None,
                });
                rest = &rest[1..];
                continue;
            }
        };
        let value = u32::from_str_radix(rest.get(skip..skip + digits)?, radix).ok()?;
        rest = &rest[skip + digits..];
        if matches!(kind, 'u' | 'U') {
            out.extend_from_slice(char::from_u32(value)?.encode_utf8(&mut [0; 4]).as_bytes());
        } else {
            out.push(u8::try_from(value).ok()?);
        }
    }
    out.extend_from_slice(rest.as_bytes());
    Some(out)
}
