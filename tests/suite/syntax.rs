//! The parser against real Go's words: `tests/syntax/*.txtar` holds programs and what gc says about them, written by
//! `tests/oracle/syntax.sh`. Then random damage, which must never make it panic, hang or lose its place.

use crate::archive::goldens;
use crate::fuzz::fuzz;
use crate::spans;
use golanes::base::{Diagnostics, Interner, Rng, SourceMap};
use golanes::syntax::ast::Ast;
use golanes::syntax::parse_file;
use std::fmt::Write as _;

struct Parsed {
    sources: SourceMap,
    ast: Ast,
    interner: Interner,
    diags: Diagnostics,
}

fn parse(name: &str, text: &str) -> Parsed {
    let mut sources = SourceMap::new();
    let file = sources.add(name, text);
    let (mut ast, mut interner, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
    parse_file(&mut ast, &sources, file, &mut interner, &mut diags);
    Parsed { sources, ast, interner, diags }
}

impl Parsed {
    /// What gc prints.
    fn listing(&self) -> String {
        self.diags.render_gc(&self.sources, "")
    }
}

impl Parsed {
    fn complaints(&self) -> Vec<String> {
        spans::check(&self.ast, &self.sources.files()[0], &self.interner, !self.diags.has_errors())
    }

    fn messages(&self) -> Vec<&str> {
        self.diags.items().iter().map(|d| d.message.as_str()).collect()
    }
}

/// All programs of the goldens, with their names and gc's words.
/// The programs of tests/syntax; those named so end without a newline.
fn programs() -> Vec<(String, String, String)> {
    let mut programs = goldens("syntax");
    for (name, program, _) in &mut programs {
        if name.ends_with("_noeol.go") {
            program.truncate(program.trim_end_matches('\n').len());
        }
    }
    programs
}

#[test]
fn errors_in_the_words_of_gc() {
    let mut wrong = String::new();
    let programs = programs();
    for (name, program, want) in &programs {
        let got = parse(name, program).listing();
        if got != *want {
            write!(wrong, "--- {name}\n{program}\n--- gc\n{want}--- ours\n{got}\n").expect("a string");
        }
    }
    assert!(programs.len() > 600, "only {} goldens found", programs.len());
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn spans_of_all_goldens() {
    for (name, program, _) in programs() {
        let complaints = parse(&name, &program).complaints();
        assert!(complaints.is_empty(), "{complaints:#?}");
    }
}

/// Words to damage programs with.
const WORDS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "...",
    "=",
    ":=",
    "<-",
    "*",
    "~",
    "|",
    "&",
    "+",
    "++",
    "/",
    "<",
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "x",
    "T",
    "1",
    "\"s\"",
    "'a'",
    "\n",
    " ",
    "\"",
    "`",
    "'",
    "0x",
    "1_",
    "08",
    "@",
    "\\",
    "é",
    "\u{1}",
    "\0",
    "\u{feff}",
    "/*",
    "//",
    "L:",
    "goto L",
    "x := 1",
    "_",
];

/// A program to start from: a golden, or one that uses the whole grammar.
fn seed_program(rng: &mut Rng, programs: &[(String, String, String)]) -> String {
    match rng.below(3) {
        0 => include_str!("../syntax/whole_grammar.go").to_owned(),
        _ => programs[rng.below(programs.len() as u64) as usize].1.clone(),
    }
}

/// `text` cut into rough tokens, with some of them removed, doubled, replaced or exchanged.
fn damage_tokens(rng: &mut Rng, text: &str) -> String {
    let mut tokens: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (token, after) = rest.split_at(if word > 0 { word } else { c.len_utf8() });
        tokens.push(token);
        rest = after;
    }
    for _ in 0..=rng.below(6) {
        let at = rng.below(tokens.len() as u64) as usize;
        let word = WORDS[rng.below(WORDS.len() as u64) as usize];
        match rng.below(5) {
            0 if tokens.len() > 1 => drop(tokens.remove(at)),
            1 => tokens.insert(at, tokens[at]),
            2 => tokens[at] = word,
            3 => {
                let other = rng.below(tokens.len() as u64) as usize;
                tokens.swap(at, other);
            }
            _ => tokens.insert(at, word),
        }
    }
    tokens.concat()
}

/// `text` with some bytes changed, as a reader of files would hand it on.
fn damage_bytes(rng: &mut Rng, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=rng.below(8) {
        let at = rng.below(bytes.len() as u64) as usize;
        match rng.below(3) {
            0 if bytes.len() > 1 => drop(bytes.remove(at)),
            1 => bytes.insert(at, rng.below(256) as u8),
            _ => bytes[at] = rng.below(256) as u8,
        }
    }
    if rng.below(4) == 0 {
        bytes.truncate(rng.below(bytes.len() as u64) as usize);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn fuzz_parser() {
    let programs = programs();
    fuzz(
        "parser",
        4,
        |rng| {
            let text = seed_program(rng, &programs);
            if rng.below(2) == 0 { damage_tokens(rng, &text) } else { damage_bytes(rng, &text) }
        },
        |text| {
            let parsed = parse("damaged.go", text);
            let complaints = parsed.complaints();
            assert!(complaints.is_empty(), "{complaints:#?}");
            let _ = parsed.listing();
            !parsed.diags.has_errors()
        },
    );
}

#[test]
fn deep_nesting_is_an_error() {
    for (start, repeated) in [
        ("var x = ", "("),
        ("var x = ", "- "),
        ("var x = ", "<-"),
        ("var x = ", "a["),
        ("var x = ", "f("),
        ("var x = ", "[]T{"),
        ("var x = []T", "{"),
        ("var x = ", "func() { x := "),
        ("var x = ", "a.(struct{ x ["),
        ("var x = a", " + a"),
        ("var x = a", ".a"),
        ("var x = a", "()"),
        ("func f() { ", "{"),
        ("func f() { ", "if x {"),
        ("func f() { ", "if x := func() { "),
        ("func f() { ", "if x {} else "),
        ("func f() { ", "for {"),
        ("func f() { ", "switch { case x: "),
        ("func f() { ", "select { case x: "),
        ("func f() { ", "L: "),
        ("var x ", "[]"),
        ("var x ", "*"),
        ("var x ", "("),
        ("var x ", "map[int]"),
        ("var x ", "chan "),
        ("var x ", "struct { a "),
        ("var x ", "interface { m("),
        ("var x ", "func("),
        ("var x ", "T["),
        ("var x interface { a", " | a"),
        ("type T[P ", "interface{ ~"),
        ("type T [P ", "| a"),
    ] {
        let parsed = parse("deep.go", &format!("package p\n{start}{}", repeated.repeat(100_000)));
        assert_eq!(parsed.messages(), ["syntax error: exceeded max nesting depth"], "{start}{repeated}");
    }
    let text = format!("package p\nvar x = {}1{}\nvar y = )\n", "(".repeat(400), ")".repeat(400));
    assert_eq!(parse("deep.go", &text).messages(), ["syntax error: unexpected ), expected expression"]);
}

#[test]
fn the_whole_grammar_is_accepted() {
    let parsed = parse("whole_grammar.go", include_str!("../syntax/whole_grammar.go"));
    assert_eq!(parsed.messages(), [""; 0]);
    assert_eq!(parsed.complaints(), [""; 0]);
}

/// The words in `src/syntax/errors.rs`: its string literals, cut where something is put into them.
fn words_of_messages() -> Vec<Vec<String>> {
    let code = include_str!("../../src/syntax/errors.rs");
    let code = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut messages = Vec::new();
    let mut rest = code.as_str();
    while let Some(start) = rest.find('"') {
        rest = &rest[start + 1..];
        let mut text = String::new();
        let mut chars = rest.char_indices();
        while let Some((i, c)) = chars.next() {
            match c {
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                '"' => {
                    rest = &rest[i + 1..];
                    break;
                }
                _ => text.push(c),
            }
        }
        // `{{` is a brace; `{name}` stands for anything.
        let text = text.replace("{{", "\u{1}").replace("}}", "\u{2}");
        let parts = text
            .split('{')
            .enumerate()
            .map(|(i, part)| if i == 0 { part } else { part.split_once('}').map_or("", |p| p.1) });
        messages.push(parts.map(|p| p.replace('\u{1}', "{").replace('\u{2}', "}")).collect());
    }
    messages
}

#[test]
fn every_message_is_said_of_some_golden_program() {
    let listings: Vec<String> = goldens("syntax").into_iter().map(|(_, _, want)| want).collect();
    let said = |parts: &[String]| {
        listings.iter().flat_map(|l| l.lines()).any(|line| {
            let mut at = 0;
            parts.iter().all(|part| line[at..].find(part.as_str()).map(|i| at += i + part.len()).is_some())
        })
    };
    let messages = words_of_messages();
    // Ours; what no archive of texts can hold; and names of characters, which stand inside of other messages.
    let beside = |m: &str| m == "exceeded max nesting depth" || m == "invalid NUL character" || m.starts_with('\'');
    let missing: Vec<String> =
        messages.iter().filter(|m| !said(m)).map(|m| m.join("…")).filter(|m| !beside(m)).collect();
    assert!(messages.len() > 90, "only {} messages found", messages.len());
    assert!(missing.is_empty(), "{missing:#?}");
}
