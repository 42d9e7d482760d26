//! The parser against real Go's words: `tests/syntax/*.txtar` holds programs and what gc says about them, written by
//! `tests/oracle/syntax.sh`. Then random damage, which must never make it panic, hang or lose its place.

use crate::archive::sections;
use golanes::base::{Diagnostics, Interner, Rng, SourceMap};
use golanes::syntax::ast::{Ast, ExprKind};
use golanes::syntax::{parse_file, parser::MAX_NESTING};
use std::fmt::Write as _;
use std::path::Path;

struct Parsed {
    sources: SourceMap,
    ast: Ast,
    diags: Diagnostics,
}

fn parse(name: &str, text: &str) -> Parsed {
    let mut sources = SourceMap::new();
    let file = sources.add(name, text);
    let (mut ast, mut interner, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
    parse_file(&mut ast, &sources, file, &mut interner, &mut diags);
    Parsed { sources, ast, diags }
}

impl Parsed {
    /// What gc prints: it stops at the tenth error, and sorts what it has.
    fn listing(&self) -> String {
        let mut items: Vec<_> = self.diags.items().iter().take(10).collect();
        let last = items.get(9).map(|d| d.pos);
        items.sort_by_key(|d| d.pos);
        items.dedup_by(|a, b| (a.pos, &a.message) == (b.pos, &b.message));
        let mut out = String::new();
        let lines = items.iter().map(|d| (d.pos, d.message.as_str()));
        for (pos, message) in lines.chain(last.map(|pos| (pos, "too many errors"))) {
            let (file, at) = self.sources.locate(pos).expect("every diagnostic has a place");
            writeln!(out, "{file}:{}:{}: {message}", at.line, at.col).expect("a string takes everything");
        }
        out
    }
}

/// All programs of the goldens, with their names and gc's words.
fn goldens() -> Vec<(String, String, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax");
    let mut archives: Vec<_> =
        std::fs::read_dir(dir).expect("tests/syntax").map(|e| e.expect("entry").path()).collect();
    archives.sort();
    let mut programs = Vec::new();
    for path in archives {
        let text = std::fs::read_to_string(&path).expect("an archive");
        for pair in sections(&text).chunks(2) {
            let [(name, program), (_, want)] = pair else { panic!("{}: odd sections", path.display()) };
            let program = if name.ends_with("_noeol.go") { program.trim_end_matches('\n') } else { program };
            programs.push((name.clone(), program.to_owned(), want.clone()));
        }
    }
    programs
}

#[test]
fn errors_in_the_words_of_gc() {
    let mut wrong = String::new();
    let programs = goldens();
    for (name, program, want) in &programs {
        let got = parse(name, program).listing();
        if got != *want {
            write!(wrong, "--- {name}\n{program}\n--- gc\n{want}--- ours\n{got}\n").expect("a string");
        }
    }
    assert!(programs.len() > 600, "only {} goldens found", programs.len());
    assert!(wrong.is_empty(), "{wrong}");
}
