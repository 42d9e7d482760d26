//! Struct tags that packages would not read as they were meant. Follows `passes/structtag`.

use super::{Vet, messages};
use crate::base::Pos;
use crate::constant;
use crate::syntax::ast::ExprKind;
use crate::types::{Field, ObjId, Type};
use rustc_hash::FxHashMap;

pub(super) fn run(vet: &mut Vet<'_>) {
    // These packages know how to use themselves.
    if vet.pkg_path(vet.id).starts_with("encoding/") {
        return;
    }
    for e in vet.tree.exprs() {
        if !matches!(vet.kind(e), ExprKind::StructType(_)) {
            continue;
        }
        let Some(Type::Struct(fields)) = vet.ty(e).map(|ty| vet.types.types[ty].clone()) else { continue };
        let mut seen = FxHashMap::default();
        for field in &fields {
            check(vet, field, &mut seen);
        }
    }
}

/// Names of an encoding that were seen: key, name and depth of embedding.
type Seen = FxHashMap<(String, String, u32), Pos>;

fn check(vet: &mut Vet<'_>, field: &Field, seen: &mut Seen) {
    let tag = vet.name(field.tag);
    for key in ["json", "xml"] {
        duplicates(vet, key, field, seen);
    }
    let (pos, name) = (vet.types.objects[field.obj].pos, vet.name(field.name));
    if let Some(problem) = invalid(tag) {
        vet.report_at(pos, messages::bad_struct_tag(quote(tag), problem));
    }
    if field.embedded || vet.types.objects[field.obj].exported {
        return;
    }
    for encoding in ["json", "xml"] {
        if !matches!(get(tag, encoding).as_deref(), None | Some("" | "-")) {
            vet.report_at(pos, messages::tag_not_exported(name, encoding));
            return;
        }
    }
}

/// `%#q`: in back quotes where that is possible.
fn quote(text: &str) -> String {
    let plain = text.chars().all(|c| c == '\t' || !c.is_control() && c != '`' && c != '\u{feff}');
    if plain { format!("`{text}`") } else { constant::quote(text.as_bytes()) }
}

/// Reports names that the field, or fields of structs embedded in it, repeat.
fn duplicates(vet: &mut Vet<'_>, key: &str, nearest: &Field, seen: &mut Seen) {
    let mut work = vec![(nearest.clone(), 1u32)];
    while let Some((field, level)) = work.pop() {
        let value = get(vet.name(field.tag), key).unwrap_or_default();
        if value == "-" {
            continue;
        }
        if value.is_empty() || value.starts_with(',') {
            // Types that embed themselves through a pointer are no structs here, so this ends.
            if field.embedded
                && let Type::Struct(inner) = vet.types.under_type(field.ty)
            {
                let inner = inner.clone();
                let exported = |f: &&Field| vet.types.objects[f.obj].exported;
                work.extend(inner.iter().filter(exported).rev().map(|f| (f.clone(), level + 1)));
            }
            continue;
        }
        if key == "xml" && vet.name(field.name) == "XMLName" {
            continue;
        }
        let (name, options) = value.split_once(',').unwrap_or((&value, ""));
        let attribute = key == "xml" && options.split(',').any(|o| o == "attr");
        let key = if attribute { format!("{key} attribute") } else { key.to_owned() };
        let entry = (key.clone(), name.to_owned(), level);
        match seen.get(&entry) {
            Some(&first) => {
                let at = also_at(vet, first, field.obj);
                let message = messages::tag_repeated(vet.name(field.name), key, constant::quote(name.as_bytes()), at);
                vet.report_at(vet.types.objects[nearest.obj].pos, message);
            }
            None => {
                seen.insert(entry, vet.types.objects[field.obj].pos);
            }
        }
    }
}

/// File and line, the file as seen from where the field is.
fn also_at(vet: &Vet<'_>, pos: Pos, from: ObjId) -> String {
    let Some((file, at)) = vet.sources.locate(pos) else { return String::new() };
    let here = vet.sources.locate(vet.types.objects[from].pos).map_or("", |(file, _)| file);
    let folder = here.rfind('/').map_or("", |i| &here[..=i]);
    let file = file.strip_prefix(folder).unwrap_or(file);
    format!("{}:{}", file.strip_prefix("./").unwrap_or(file), at.line)
}

/// What a tag says for a key, as reflect reads it.
fn get(tag: &str, key: &str) -> Option<String> {
    let mut tag = tag.trim_start_matches(' ');
    while !tag.is_empty() {
        let i = tag.find(|c: char| c <= ' ' || c == ':' || c == '"' || c == '\x7f')?;
        let (name, rest) = (&tag[..i], tag[i..].strip_prefix(':')?);
        if name.is_empty() {
            return None;
        }
        let end = quoted_end(rest)?;
        if name == key {
            return String::from_utf8(constant::unquote(&rest[..end])?).ok();
        }
        tag = rest[end..].trim_start_matches(' ');
    }
    None
}

/// The length of the quoted string at the start.
fn quoted_end(text: &str) -> Option<usize> {
    if !text.starts_with('"') {
        return None;
    }
    let bytes = text.as_bytes();
    let mut i = 1;
    while *bytes.get(i)? != b'"' {
        i += if bytes[i] == b'\\' { 2 } else { 1 };
    }
    Some(i + 1)
}

/// What is wrong with the form of a tag.
fn invalid(tag: &str) -> Option<&'static str> {
    let (mut rest, mut first) = (tag, true);
    while !rest.is_empty() {
        if !first && !rest.starts_with(' ') {
            return Some(messages::TAG_SPACE);
        }
        first = false;
        rest = rest.trim_start_matches(' ');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c <= ' ' || c == ':' || c == '"' || c == '\x7f').unwrap_or(rest.len());
        if end == 0 {
            return Some(messages::TAG_KEY_SYNTAX);
        }
        let (key, after) = rest.split_at(end);
        let Some(value) = after.strip_prefix(':').filter(|v| !v.is_empty()) else {
            return Some(messages::TAG_SYNTAX);
        };
        let Some(end) = quoted_end(value) else { return Some(messages::TAG_VALUE_SYNTAX) };
        let Some(text) = constant::unquote(&value[..end]) else { return Some(messages::TAG_VALUE_SYNTAX) };
        rest = &value[end..];
        if suspicious_space(key, &String::from_utf8_lossy(&text)) {
            return Some(messages::TAG_VALUE_SPACE);
        }
    }
    None
}

fn suspicious_space(key: &str, value: &str) -> bool {
    let (name, options) = match value.split_once(',') {
        Some((name, options)) => (name, Some(options)),
        None => (value, None),
    };
    match (key, options) {
        ("asn1", _) => value.contains(' '),
        ("json", options) => options.is_some_and(|o| o.contains(' ')),
        ("xml", options) => {
            value.trim_matches(' ') != value
                || value.matches(' ').count() > 1
                || options.is_some_and(|o| name.ends_with(' ') || o.contains(' '))
        }
        _ => false,
    }
}
