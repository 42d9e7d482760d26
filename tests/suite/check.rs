//! The checker against real Go's words: `tests/check/*.txtar` holds programs and what `go build` says about them, written by
//! `tests/oracle/check.sh`. `tests/check/std` has as much of Go's library as they need. Then random damage, which must
//! never make it panic or hang.

use crate::archive::goldens;
use crate::fuzz::fuzz;
use golanes::base::{Diagnostics, Interner, Rng, SourceMap};
use golanes::check::info::Checked;
use golanes::check::{Imported, Importer, ProgramInput, check_program};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

/// The library of `tests/check/std`.
struct SmallLibrary;

impl Importer for SmallLibrary {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let name = format!("{path}.go");
        let text = std::fs::read_to_string(dir().join("std").join(&name)).ok()?;
        Some(Imported { files: vec![(name, text.into())], library: true, ..Imported::default() })
    }
}

struct Outcome {
    checked: Option<Checked>,
    sources: SourceMap,
    diags: Diagnostics,
}

fn check(name: &str, text: &str) -> Outcome {
    let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
    let file = sources.add(name, text);
    let (checked, diags) =
        check_program(&ProgramInput::new(vec![file]), &mut SmallLibrary, &mut sources, &mut interner);
    Outcome { checked, sources, diags }
}

impl Outcome {
    fn listing(&self) -> String {
        self.diags.render_gc(&self.sources, "")
    }
}

/// All programs of the goldens, with their names and gc's words.
#[test]
fn errors_in_the_words_of_gc() {
    let mut wrong = String::new();
    let programs = goldens("check");
    let mut failed = 0;
    for (name, program, want) in &programs {
        let got = check(name, program).listing();
        if got != *want {
            failed += 1;
            write!(wrong, "--- {name}\n{program}\n--- gc\n{want}--- ours\n{got}\n").expect("a string");
        }
    }
    assert!(programs.len() >= 150, "only {} goldens found", programs.len());
    assert!(wrong.is_empty(), "{wrong}\n{failed} of {} differ", programs.len());
}

/// Pieces that damage is made of.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "T",
    "[T any]",
    "int",
    "*",
    "&",
    "<-",
    ":=",
    "=",
    "x",
    "func()",
    "nil",
    "1",
    "\"s\"",
    "struct{}",
    "interface{}",
    "type ",
    "~",
    "|",
    "...",
    "type A = A\n",
    "iota",
    ".",
    ",",
];

/// A golden with some of its pieces deleted, doubled or swapped.
fn damage(rng: &mut Rng, programs: &[(String, String, String)]) -> String {
    let (_, text, _) = &programs[rng.below(programs.len() as u64) as usize];
    let mut text = text.clone();
    for _ in 0..=rng.below(3) {
        let tokens: Vec<usize> = text
            .char_indices()
            .filter(|&(i, c)| i > 14 && !c.is_alphanumeric() && c.is_ascii())
            .map(|(i, _)| i)
            .collect();
        if tokens.len() < 4 {
            break;
        }
        let at = tokens[rng.below(tokens.len() as u64 - 2) as usize];
        match rng.below(3) {
            0 => {
                text.remove(at);
            }
            1 => text.insert_str(at, PIECES[rng.below(PIECES.len() as u64) as usize]),
            _ => {
                let from = tokens[rng.below(tokens.len() as u64 - 2) as usize];
                let to = text[from + 1..].find([' ', '\n', '(']).map_or(from + 1, |n| from + 1 + n);
                let piece = text[from..to].to_owned();
                text.insert_str(at, &piece);
            }
        }
    }
    text
}

#[test]
fn fuzz_checker() {
    let programs = goldens("check");
    fuzz(
        "checker",
        4,
        |rng| damage(rng, &programs),
        |text| {
            let outcome = check("damaged.go", text);
            assert_eq!(outcome.checked.is_none(), outcome.diags.has_errors(), "checked and errors");
            let _ = outcome.listing();
            outcome.checked.is_some()
        },
    );
}

/// The parser's limits on nesting keep the checker within a thread's stack.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn deep_programs_fit_on_the_stack() {
    let n = 480;
    let main = |body: &str| format!("package main\n\nfunc f(x int) int {{ return x }}\nfunc main() {{\n{body}\n}}\n");
    let programs = [
        main(&format!("x := 1\n_ = x{}", " + x".repeat(990))),
        main(&format!("_ = {}1{}", "f(".repeat(n), ")".repeat(n))),
        main(&format!("_ = {}1{}", "(".repeat(n), ")".repeat(n))),
        main(&format!("var x {}int\n_ = x", "[]".repeat(n))),
        main(&format!("{}{}", "{\n".repeat(n), "}\n".repeat(n))),
        main(&format!("{}{}", "if true {\n".repeat(n), "}\n".repeat(n))),
        main(&format!("{}{}", "func() {\n".repeat(150), "}()\n".repeat(150))),
        main(&format!("var x {}int{}\n_ = x == x", "struct{ a ".repeat(200), " }".repeat(200))),
        main(&format!("_ = {}1{}", "[]any{".repeat(200), "}".repeat(200))),
        format!(
            "package main\n\ntype L[T any] struct{{ p *L[T]; t T }}\n\nvar x {}int{}\n\nfunc main() {{}}\n",
            "L[".repeat(200),
            "]".repeat(200)
        ),
        format!(
            "package main\n\ntype B struct{{}}\n\nfunc (b *B) m() *B {{ return b }}\n\nfunc main() {{\n\tvar b B\n\tb{}\n}}\n",
            ".m()".repeat(450)
        ),
        (0..400).fold("package main\n\nfunc main() {}\n\ntype T0 int\n".to_owned(), |mut text, i| {
            writeln!(text, "type T{} struct{{ a, b T{i} }}", i + 1).expect("a string");
            text
        }),
        (0..2000).rev().fold("package main\n\nfunc main() {}\n".to_owned(), |mut text, i| {
            writeln!(text, "type U{} []U{}", i, i + 1).expect("a string");
            text
        }) + "type U2000 int\n",
        (0..400).fold("package main\n\nfunc main() {}\n".to_owned(), |mut text, i| {
            writeln!(text, "var v{} = v{} + 1", i, i + 1).expect("a string");
            text
        }) + "var v400 = 1\n",
        (0..3000).fold("package main\n\nfunc main() { f0() }\n".to_owned(), |mut text, i| {
            writeln!(text, "func f{}() int {{ return f{}() + w }}", i, i + 1).expect("a string");
            text
        }) + "func f3000() int { return 1 }\nvar w = 5\n",
    ];
    for text in programs {
        let start = std::time::Instant::now();
        let outcome = check("deep.go", &text);
        assert!(outcome.checked.is_some(), "{}\n{}", &text[..200], outcome.listing());
        assert!(start.elapsed().as_secs() < 5, "{}", &text[..200]);
    }
}
