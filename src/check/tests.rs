//! Every message of [`errors`](super::errors) is one that real Go says of some program of ours: what no golden program brings
//! about is either a gap in the tests or words that gc never says.

use super::{Imported, Importer, ProgramInput, check_program, unknown_in_module, unknown_package};
use crate::base::{Interner, SourceMap};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

thread_local! {
    /// What the functions of `errors` said on this thread.
    pub(super) static SAID: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// What gc never says: our own limits, and what only a tree that the parser refuses would bring about.
const OURS: [&str; 4] = ["too_deep", "string_too_long", "invalid_tree", "lacking"];

fn tests_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The sections of each archive in a folder.
fn archives(folder: &str) -> Vec<Vec<(String, String)>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(tests_dir().join(folder)).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txtar"));
    let archive = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("an archive");
        let mut sections: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            match (line.strip_prefix("-- ").and_then(|l| l.trim_end().strip_suffix(" --")), sections.last_mut()) {
                (Some(name), _) => sections.push((name.to_owned(), String::new())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => {}
            }
        }
        sections
    };
    paths.iter().map(archive).collect()
}

/// The small library of `tests/check/std` and the packages of a module.
struct Packages {
    module: Option<String>,
    files: Vec<(String, String)>,
}

impl Importer for Packages {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let of_module = self.module.as_ref().and_then(|m| path.strip_prefix(m.as_str())?.strip_prefix('/'));
        let files: Vec<_> = self
            .files
            .iter()
            .filter(|(name, _)| name.rsplit_once('/').is_some_and(|(dir, _)| Some(dir) == of_module))
            .map(|(name, text)| (name.clone(), text.as_str().into()))
            .collect();
        if !files.is_empty() {
            return Some(Imported { files, ..Imported::default() });
        }
        let name = format!("{path}.go");
        let text = fs::read_to_string(tests_dir().join("check/std").join(&name)).ok()?;
        Some(Imported { files: vec![(name, text.into())], library: true, ..Imported::default() })
    }

    fn unknown(&mut self, path: &str) -> String {
        if self.module.is_some() { unknown_in_module(path) } else { unknown_package(path) }
    }
}

/// The functions that said something of what Go says of a program.
fn said(files: Vec<(String, String)>, go: &str) -> BTreeSet<&'static str> {
    let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
    let module = files
        .iter()
        .find(|(name, _)| name == "go.mod")
        .and_then(|(_, text)| Some(text.lines().find_map(|l| l.strip_prefix("module "))?.trim().to_owned()));
    let is_main = |name: &str| name.ends_with(".go") && !name.contains('/');
    let ids = files.iter().filter(|(n, _)| is_main(n)).map(|(n, t)| sources.add(n.as_str(), t.as_str())).collect();
    let version = files
        .iter()
        .find(|(name, _)| name == "go.mod")
        .and_then(|(_, text)| text.lines().find_map(|l| l.strip_prefix("go 1."))?.trim().parse().ok());
    let version = (1, version.unwrap_or(27));
    let path = module.clone().unwrap_or_else(|| "command-line-arguments".into());
    let input =
        ProgramInput { runs: module.is_some(), path, version, dir: "/tmp/sandbox/".into(), ..ProgramInput::new(ids) };
    SAID.take();
    check_program(&input, &mut Packages { module, files }, &mut sources, &mut interner);
    SAID.take()
        .into_iter()
        .filter(|(_, text)| !text.is_empty() && go.contains(text.as_str()))
        .map(|(name, _)| name)
        .collect()
}

/// All functions of `errors.rs`, by its text: a line of a macro or a function that others see.
fn all_functions() -> BTreeSet<&'static str> {
    let name = |line: &'static str| {
        let of_macro = line.strip_prefix("    ").filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
        let function = line.strip_prefix("pub(super) fn ").or(line.strip_prefix("pub fn "));
        function.or(of_macro)?.split_once('(').map(|(name, _)| name)
    };
    let mut in_macro = false;
    let mut functions = BTreeSet::new();
    for line in include_str!("errors.rs").lines() {
        in_macro = (in_macro || line == "messages! {" || line == "texts! {") && line != "}";
        if in_macro || line.starts_with("pub") {
            functions.extend(name(line));
        }
    }
    functions
}

#[test]
fn every_message_is_said_of_some_golden_program() {
    let mut seen = BTreeSet::new();
    for mut archive in archives("check").into_iter().chain(archives("header")) {
        for pair in archive.chunks_mut(2) {
            let [program, (_, go)] = pair else { panic!("odd sections") };
            program.1 = program.1.replace("{NUL}", "\0");
            seen.extend(said(vec![std::mem::take(program)], go));
        }
    }
    for mut archive in archives("modules") {
        let (_, go) = archive.pop().expect("the section `want`");
        seen.extend(said(archive, &go));
    }
    let all = all_functions();
    assert!(all.len() > 300 && all.contains("undefined") && all.contains("not_main"), "{all:?}");
    let of_ours: BTreeSet<&str> = OURS.into();
    assert!(of_ours.is_disjoint(&seen) && of_ours.is_subset(&all), "{of_ours:?}");
    let all: BTreeSet<_> = all.difference(&of_ours).copied().collect();
    let missing: Vec<_> = all.difference(&seen).collect();
    assert!(missing.is_empty(), "{} messages of {} without a program: {missing:#?}", missing.len(), all.len());
}
