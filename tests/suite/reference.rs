//! The pages of the reference: their heads, links, listings and parts to try, and that the guide has its place in them.
//! `UPDATE_EXPECT=1` writes `public/reference/index.json`.

use golanes::engine::{BuildOptions, build, format_archive, split_txtar};
use golanes::lessons::Page;
use golanes::protocol::Node;
use golanes::view::widget;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Sections of the guide that have their place in the reference.
const SECTIONS: &[&str] = &["6.2 ", "6.3 ", "6.10 ", "6.11 ", "7 ", "7.", "Dependency Cache Location", "Quick Start"];
/// Places of the reference that are no pages.
const PLACES: &[&str] = &["library"];

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    title: &'a str,
    order: u32,
    about: &'a str,
    guide: &'a [String],
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/reference")
}

/// All pages by name.
fn pages() -> BTreeMap<String, Result<Page, String>> {
    let files = std::fs::read_dir(root()).expect("public/reference").map(|e| e.expect("an entry").path());
    let page = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a page");
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), Page::read(&text))
    };
    files.filter(|p| p.extension().is_some_and(|e| e == "md")).map(page).collect()
}

/// A fenced block: what stands behind the fence, and its text.
struct Block {
    info: String,
    text: String,
}

/// The prose of a page, line by line without what is fenced, and its blocks.
fn split(text: &str) -> (Vec<&str>, Vec<Block>) {
    let (mut prose, mut blocks) = (Vec::new(), Vec::new());
    let mut open: Option<Block> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(_), Some(block)) => blocks.push(block),
            (Some(info), None) => open = Some(Block { info: info.to_owned(), text: String::new() }),
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => prose.push(line),
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    (prose, blocks)
}

/// A heading as `markdown.js` names it.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
    heading.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Where the links of a line lead; code is no link.
fn links(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for (i, piece) in line.split('`').enumerate() {
        let hrefs = piece.match_indices("](").map(|(at, _)| &piece[at + 2..]);
        out.extend(hrefs.filter(|_| i % 2 == 0).filter_map(|rest| rest.split_once(')').map(|(href, _)| href)));
    }
    out
}

/// Whether a tree says that its block is not as it should be.
fn faults(node: &Node, out: &mut Vec<String>) {
    let Node::Element(e) = node else { return };
    if e.attrs.iter().any(|(n, v)| n == "role" && v == "alert") {
        out.push(node.words());
    }
    e.children.iter().for_each(|c| faults(c, out));
}

fn check(page: &Page, names: &BTreeSet<String>, guide: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    wrong.extend(page.guide.iter().filter(|g| !guide.contains(&g.as_str())).map(|g| format!("the guide has no {g:?}")));
    let (prose, blocks) = split(&page.text);
    let anchors: BTreeSet<String> =
        prose.iter().filter(|l| l.starts_with('#')).map(|l| anchor(l.trim_start_matches('#').trim())).collect();
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/lessons");
    for href in prose.iter().flat_map(|l| links(l)) {
        let there = match href {
            h if h.starts_with("https://") => true,
            h if h.starts_with("#/reference/") => {
                let name = h["#/reference/".len()..].split('#').next().unwrap_or_default();
                names.contains(name) || PLACES.contains(&name)
            }
            h if h.starts_with('#') => anchors.contains(&h[1..]),
            h => {
                h.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && lessons.join(h).join("lesson.md").is_file()
            }
        };
        if !there {
            wrong.push(format!("a link leads nowhere: {href}"));
        }
    }
    for line in prose.iter().filter(|l| l.chars().count() > 140 && !l.starts_with('|')) {
        wrong.push(format!("a line is too long: {line}"));
    }
    for block in &blocks {
        let words: Vec<&str> = block.info.split(' ').collect();
        match words[..] {
            ["widget", kind] => {
                let mut found = Vec::new();
                // As the page has it: without the last line break.
                faults(&widget(kind, block.text.trim_end_matches('\n'), &[]), &mut found);
                wrong.extend(found.into_iter().map(|f| format!("widget {kind}: {f}")));
            }
            ["go" | "txtar", "run", ref rest @ ..] => {
                let built = build(&split_txtar("main.go", &block.text), &BuildOptions::default());
                match (built.program.is_some(), rest) {
                    (true, []) | (false, ["refused"]) => {}
                    (true, _) => wrong.push("a listing was to be refused".into()),
                    (false, _) => wrong.push(built.listing),
                }
                if format_archive("main.go", &block.text).ok().as_deref() != Some(block.text.as_str()) {
                    wrong.push(format!("a listing is not formatted: {}", block.text));
                }
            }
            [_, "run", ..] | ["widget", ..] | [""] => wrong.push(format!("a block says {:?}", block.info)),
            _ => {}
        }
    }
    wrong
}

#[test]
fn reference_pages_are_whole() {
    let guide: Vec<&str> =
        include_str!("../guide.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let all = pages();
    let names: BTreeSet<String> = all.keys().cloned().collect();
    let mut wrong = Vec::new();
    let mut good = Vec::new();
    for (name, page) in &all {
        match page {
            Ok(page) => {
                wrong.extend(check(page, &names, &guide).into_iter().map(|w| format!("{name}: {w}")));
                good.push((name.as_str(), page));
            }
            Err(why) => wrong.push(format!("{name}.md:{why}")),
        }
    }
    good.sort_by_key(|(name, page)| (page.order, *name));
    let places: BTreeSet<u32> = good.iter().map(|(_, page)| page.order).collect();
    if places.len() < good.len() {
        wrong.push("two pages have the same order".into());
    }
    let named: BTreeSet<&str> = good.iter().flat_map(|(_, page)| &page.guide).map(String::as_str).collect();
    let ours = guide.iter().filter(|g| SECTIONS.iter().any(|s| g.starts_with(s)));
    wrong.extend(ours.filter(|g| !named.contains(**g)).map(|g| format!("no page has {g:?}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let entries: Vec<Entry<'_>> = good
        .iter()
        .map(|(name, p)| Entry { name, title: &p.title, order: p.order, about: p.about(), guide: &p.guide })
        .collect();
    let index =
        serde_json::to_string(&entries).expect("entries are data").replace("},{\"name\"", "},\n{\"name\"") + "\n";
    let path = root().join("index.json");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &index).expect("the index is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == index,
        "public/reference/index.json is out of date: UPDATE_EXPECT=1 cargo test reference writes it"
    );
}
