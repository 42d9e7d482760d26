//! Vet against real Go's words: `tests/vet/*.txtar` holds programs and what `go vet` says about them, written by
//! `tests/oracle/vet.sh`; `run.err` is what it says about `tests/run`. `tests/vet/std` has what is needed of packages that the
//! engine's library lacks. Then random damage, which must never make a pass panic or hang.

use crate::archive::goldens;
use crate::fuzz::{corpus, damage, fuzz};
use golanes::base::{Interner, SourceMap};
use golanes::check::vet::{Pass, vet};
use golanes::check::{Imported, Importer, ProgramInput, check_program};
use golanes::engine::{self, BuildOptions, SourceText, VetSet};
use golanes::stdlib;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vet")
}

/// The engine's library and the one of `tests/vet/std`.
struct Library;

impl Importer for Library {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let files = match stdlib::package(path) {
            Some(files) => files,
            None => {
                let text = std::fs::read_to_string(dir().join("std").join(format!("{path}.go"))).ok()?;
                vec![(format!("{path}.go"), text.into())]
            }
        };
        Some(Imported { files, library: true, ..Imported::default() })
    }
}

/// What vet says, sorted by place; or the errors.
fn vetted(name: &str, text: &str) -> String {
    let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
    let file = sources.add(name, text);
    let input = ProgramInput { test: true, ..ProgramInput::new(vec![file]) };
    let (checked, diags) = check_program(&input, &mut Library, &mut sources, &mut interner);
    let Some(checked) = checked else {
        let vetted = engine::vet(&files(name, text), &BuildOptions::default(), VetSet::All);
        assert!(vetted.listing.starts_with("# "), "{name}: {}", diags.render_gc(&sources, ""));
        return vetted.listing;
    };
    let found = vet(&checked, "command-line-arguments", Pass::ALL, &sources, &interner);
    let mut lines: Vec<(u32, u32, &str)> = Vec::new();
    for d in found.items() {
        assert!(d.code.starts_with("vet/"));
        let (_, at) = sources.locate(d.pos).expect("a place");
        lines.push((at.line, at.col, &d.message));
    }
    lines.sort_unstable();
    lines.iter().fold(String::new(), |mut out, (line, col, message)| {
        writeln!(out, "{name}:{line}:{col}: {message}").expect("a string");
        out
    })
}

fn files(name: &str, text: &str) -> Vec<SourceText> {
    vec![SourceText { name: name.to_owned(), text: text.to_owned() }]
}

/// All programs of the goldens, with their names and go vet's words.
#[test]
fn warnings_in_the_words_of_go_vet() {
    let (mut wrong, mut failed) = (String::new(), 0);
    let programs = goldens("vet");
    for (name, program, want) in &programs {
        let got = vetted(name, program);
        if got != *want {
            failed += 1;
            writeln!(wrong, "--- {name}").expect("a string");
            for d in dissimilar_lines(want, &got) {
                writeln!(wrong, "{d}").expect("a string");
            }
        }
    }
    assert!(programs.len() >= 55, "only {} goldens found", programs.len());
    assert!(wrong.is_empty(), "{wrong}\n{failed} of {} differ", programs.len());
}

/// Lines that only go vet (`-`) or only we (`+`) have.
fn dissimilar_lines(want: &str, got: &str) -> Vec<String> {
    let only = |a: &str, b: &str, mark: char| -> Vec<String> {
        a.lines().filter(|l| !b.lines().any(|m| m == *l)).map(|l| format!("{mark}{l}")).collect()
    };
    let mut lines = only(want, got, '-');
    lines.extend(only(got, want, '+'));
    lines
}

#[test]
fn programs_of_tests_run_are_vetted_alike() {
    let want = std::fs::read_to_string(dir().join("run.err")).expect("run.err");
    let run = dir().join("../run");
    let mut names: Vec<_> =
        std::fs::read_dir(&run).expect("tests/run").filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
    names.retain(|n| n.ends_with(".go"));
    names.sort();
    let got: String =
        names.iter().map(|name| vetted(name, &std::fs::read_to_string(run.join(name)).expect("a program"))).collect();
    assert_eq!(dissimilar_lines(&want, &got), Vec::<String>::new(), "or is `tests/oracle/vet.sh --run` due?");
}

#[test]
fn the_engine_gives_warnings_as_problems() {
    let text = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Printf(\"%d\\n\", \"x\")\n\tvar x []int\n\tx = append(x)\n}\n";
    let options = BuildOptions { vet: true, ..BuildOptions::default() };
    let built = engine::build(&files("./a.go", text), &options);
    assert!(built.program.is_some() && built.listing.is_empty());
    let shown: Vec<_> = built.problems.iter().map(|p| (p.line, p.col, p.error, p.message.as_str())).collect();
    let printf = (6, 14, false, "fmt.Printf format %d has arg \"x\" of wrong type string");
    assert_eq!(shown, [printf, (8, 6, false, "append with no values")]);
    assert!(engine::build(&files("./a.go", text), &BuildOptions::default()).problems.is_empty());
    // go test looks for less.
    let listing = |set| engine::vet(&files("./a.go", text), &BuildOptions::default(), set).listing;
    assert_eq!(listing(VetSet::Test), format!("a.go:6:14: {}\n", printf.3));
    assert_eq!(listing(VetSet::All), format!("a.go:8:6: append with no values\na.go:6:14: {}\n", printf.3));
}

#[test]
fn fuzz_vet() {
    let mut programs = corpus();
    programs.extend(goldens("vet").into_iter().map(|(_, program, _)| program));
    fuzz(
        "vet",
        4,
        |rng| damage(rng, &programs),
        |text| {
            let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
            let file = sources.add("damaged_test.go", text);
            let input = ProgramInput { test: true, ..ProgramInput::new(vec![file]) };
            let (checked, _) = check_program(&input, &mut Library, &mut sources, &mut interner);
            checked.is_some_and(|c| {
                let _ = vet(&c, "p", Pass::ALL, &sources, &interner);
                true
            })
        },
    );
}
