//! What a person can try in the reference, as text: `tests/widgets/*.txtar` hold a block, what is set one after another, and what is then
//! there. `UPDATE_EXPECT=1` writes that anew. And no text, whatever stands in it, makes a widget fail.

use golanes::base::Rng;
use golanes::protocol::{Act, Element, Node};
use golanes::view::widget;
use std::fmt::Write;

const KINDS: &[&str] = &["mvs", "gosum", "semver", "docker", "commands", "packages", "gomod", "env"];

/// A tree as an outline: blocks are lines; `[x] words` and `[ ] words` are buttons that are pressed and not, `{words}` others,
/// `<name: value>` is a field, `{{copy}}` copies the line, `!` begins what is refused.
#[derive(Default)]
struct Outline {
    out: String,
    line: String,
    depth: usize,
}

impl Outline {
    fn flush(&mut self) {
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            let _ = writeln!(self.out, "{}{line}", "  ".repeat(self.depth));
        }
        self.line.clear();
    }

    fn inside(&mut self, e: &Element) {
        for child in &e.children {
            self.node(child);
        }
    }

    fn node(&mut self, node: &Node) {
        let e = match node {
            Node::Text(text) => return self.line.push_str(text),
            Node::Glyph(_) => return,
            Node::Element(e) => e,
        };
        let attr = |name: &str| e.attrs.iter().find(|(n, _)| n == name).map(|(_, v)| v.to_string());
        let words = node.words();
        match (&*e.tag, &e.act) {
            ("svg", _) => {
                let nodes = e.children.iter().filter(|c| matches!(c, Node::Element(e) if e.tag == "g")).count();
                let arrows = e.children.iter().filter(|c| matches!(c, Node::Element(e) if e.tag == "path")).count();
                let _ = write!(self.line, "(drawing of {nodes} boxes and {arrows} arrows)");
            }
            ("pre", _) => {
                self.flush();
                let mark = if e.class == "refusal" { "!" } else { "|" };
                for line in words.lines() {
                    let _ = writeln!(self.out, "{}{}", "  ".repeat(self.depth), format!("{mark} {line}").trim_end());
                }
            }
            ("select" | "input" | "textarea", Some(Act::Do(act))) => {
                let value = attr("value").unwrap_or_default();
                // What is chosen has its own words.
                let chosen = e.children.iter().find_map(|c| match c {
                    Node::Element(o) if o.attrs.iter().any(|(n, v)| n == "value" && *v == value) => Some(c.words()),
                    _ => None,
                });
                let shown = if e.tag == "select" { chosen.unwrap_or_else(|| "NOTHING".into()) } else { value };
                let name = act.strip_prefix("set ").unwrap_or("NO NAME");
                let _ = write!(self.line, "<{name}: {}>", shown.replace('\n', "\\n"));
            }
            ("button", Some(Act::Do(act))) if act.starts_with("copy ") => self.line.push_str("{copy}"),
            ("button", Some(_)) => {
                match attr("aria-pressed").as_deref() {
                    Some("true") => _ = write!(self.line, "[x] {words} "),
                    Some(_) => _ = write!(self.line, "[ ] {words} "),
                    None if attr("aria-current").is_some() => _ = write!(self.line, "=> {words}"),
                    None => _ = write!(self.line, "{{{words}}}"),
                };
            }
            ("td" | "th", _) => {
                self.inside(e);
                self.line.push_str(" | ");
            }
            (
                "section" | "p" | "ol" | "ul" | "li" | "div" | "dl" | "dt" | "dd" | "table" | "thead" | "tbody" | "tr"
                | "h4" | "h5" | "details" | "summary",
                _,
            ) => {
                self.flush();
                if attr("role").as_deref() == Some("alert") {
                    self.line.push_str("FAULT ");
                } else if e.class == "refusal" {
                    self.line.push_str("! ");
                } else if e.tag == "h4" {
                    self.line.push_str("# ");
                }
                let before = self.depth;
                self.depth += usize::from(matches!(&*e.tag, "ol" | "ul" | "dl" | "table"));
                self.inside(e);
                self.flush();
                self.depth = before;
            }
            _ => self.inside(e),
        }
    }
}

fn outline(node: &Node) -> String {
    let mut outline = Outline::default();
    outline.node(node);
    outline.flush();
    outline.out
}

#[test]
fn widgets_show_what_is_set() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/widgets");
    let mut files: Vec<_> =
        std::fs::read_dir(dir).expect("tests/widgets").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txtar")) {
        let text = std::fs::read_to_string(file).expect("a test");
        let (block, rest) = text.split_once("-- set --\n").expect("what is set");
        let (sets, golden) = rest.split_once("-- want --\n").unwrap_or((rest, ""));
        let kind = file.file_stem().expect("a name").to_string_lossy();
        let kind = kind.split('-').next().expect("a kind");
        let mut said = format!("=== at first\n{}\n", outline(&widget(kind, block, &[])));
        for line in sets.lines().filter(|l| !l.is_empty()) {
            let pair =
                |p: &str| p.split_once('=').map(|(n, v)| (n.to_owned(), v.replace("\\n", "\n").replace("\\t", "\t")));
            let state: Vec<_> = line.split("; ").map(|p| pair(p).expect("a name and a value")).collect();
            let _ = write!(said, "=== {line}\n{}\n", outline(&widget(kind, block, &state)));
        }
        if said.contains("FAULT") != kind_is_faulty(file) {
            wrong.push(format!("{}: a block that is not as it should be", file.display()));
        }
        if update {
            std::fs::write(file, format!("{block}-- set --\n{sets}-- want --\n{said}")).expect("a place to write to");
        } else if said != golden {
            let lines = golden.lines().zip(said.lines()).find(|(a, b)| a != b);
            wrong.push(format!("{}: {lines:?}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_EXPECT=1 writes them anew", wrong.join("\n"));
}

/// Whether the file is about blocks that are wrong.
fn kind_is_faulty(file: &std::path::Path) -> bool {
    file.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("-fault"))
}

/// What can be clicked or typed in a tree: names, and values if a click has one.
fn settable(node: &Node, out: &mut Vec<(String, Option<String>)>) {
    let Node::Element(e) = node else { return };
    if let Some(Act::Do(act)) = &e.act
        && let Some(rest) = act.strip_prefix("set ")
    {
        let (name, value) = rest.split_once(' ').map_or((rest, None), |(n, v)| (n, Some(v.to_owned())));
        out.push((name.to_owned(), value));
        for child in &e.children {
            let Node::Element(option) = child else { continue };
            let value = option.attrs.iter().find(|(n, _)| n == "value").map(|(_, v)| v.to_string());
            out.extend(value.map(|v| (name.to_owned(), Some(v))));
        }
    }
    for child in &e.children {
        settable(child, out);
    }
}

/// Every block, cut, mixed and set to anything, gives a tree.
#[test]
fn no_text_makes_a_widget_fail() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/widgets");
    let files = std::fs::read_dir(dir).expect("tests/widgets").filter_map(|e| Some(e.ok()?.path()));
    let blocks: Vec<String> = files
        .filter(|f| f.extension().is_some_and(|e| e == "txtar"))
        .map(|f| std::fs::read_to_string(f).expect("a test"))
        .map(|t| t.split("-- set --\n").next().unwrap_or_default().to_owned())
        .collect();
    let mut rng = Rng::new(5);
    let odd = [
        "",
        " ",
        "é",
        "v",
        "v1",
        "/v2",
        "\"",
        "(",
        "-- x --",
        "|",
        " | ",
        "=>",
        "v2.0.0",
        "\n",
        "`",
        "'",
        "\u{0}",
        "no",
        "-1",
        "99999999999999999999",
        "[",
    ];
    for kind in KINDS {
        let mut texts: Vec<String> = odd.iter().map(|o| (*o).to_owned()).collect();
        texts.extend(blocks.iter().cloned());
        for block in &blocks {
            for _ in 0..20 {
                let mut text: Vec<char> = block.chars().collect();
                for _ in 0..1 + rng.below(4) {
                    let at = rng.below(text.len() as u64 + 1) as usize;
                    match rng.below(3) {
                        0 => text.truncate(at),
                        1 if at < text.len() => _ = text.remove(at),
                        _ => {
                            let new = odd[rng.below(odd.len() as u64) as usize];
                            text.splice(at..at, new.chars());
                        }
                    }
                }
                texts.push(text.into_iter().collect());
            }
        }
        for text in texts {
            let mut state: Vec<(String, String)> = Vec::new();
            for _ in 0..6 {
                let node = widget(kind, &text, &state);
                let mut all = Vec::new();
                settable(&node, &mut all);
                if all.is_empty() {
                    break;
                }
                let (name, value) = all.swap_remove(rng.below(all.len() as u64) as usize);
                let value = value.filter(|_| rng.below(3) > 0);
                let odd = odd[rng.below(odd.len() as u64) as usize].to_owned();
                state.push((name, value.unwrap_or(odd)));
            }
        }
    }
}
