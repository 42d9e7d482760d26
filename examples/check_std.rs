//! Checks Go programs, or whole packages of GOROOT, and prints what is wrong with them.
//!
//! `check_std [--full] PATH…`: a path ending in `.go` is a program (files of one program with commas between); others are
//! import paths. `--full` checks all of every package, not only what is reached. `--vet` does that and vets them: `go vet
//! std` has nothing to say, so that every line is a false positive; of a program the program itself is vetted. GOROOT defaults to `/opt/gobin/go`.

#![allow(clippy::print_stdout, reason = "a command")]
#![expect(clippy::disallowed_methods, reason = "a tool for us may look at the clock")]

use golanes::base::{Interner, SourceMap};
use golanes::check::vet::{Pass, vet_package};
use golanes::check::{Imported, Importer, ProgramInput, check_program};
use std::path::{Path, PathBuf};
use std::sync::Arc;

struct GoRoot {
    root: PathBuf,
    library: bool,
}

/// Whether a `//go:build` expression holds on linux/amd64 with cgo off.
fn build_holds(expr: &str) -> bool {
    fn or(s: &mut &str) -> bool {
        let mut v = and(s);
        while let Some(rest) = s.trim_start().strip_prefix("||") {
            *s = rest;
            v |= and(s);
        }
        v
    }
    fn and(s: &mut &str) -> bool {
        let mut v = not(s);
        while let Some(rest) = s.trim_start().strip_prefix("&&") {
            *s = rest;
            v &= not(s);
        }
        v
    }
    fn not(s: &mut &str) -> bool {
        *s = s.trim_start();
        if let Some(rest) = s.strip_prefix('!') {
            *s = rest;
            return !not(s);
        }
        if let Some(rest) = s.strip_prefix('(') {
            *s = rest;
            let v = or(s);
            *s = s.trim_start().strip_prefix(')').unwrap_or(s);
            return v;
        }
        let end = s.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(s.len());
        let (tag, rest) = s.split_at(end);
        *s = rest;
        let go = tag.strip_prefix("go1.").and_then(|n| n.parse::<u32>().ok()).is_some_and(|n| n <= 27);
        go || matches!(
            tag,
            "linux"
                | "amd64"
                | "unix"
                | "gc"
                | "goexperiment.regabiwrappers"
                | "goexperiment.regabiargs"
                | "goexperiment.swissmap"
                | "goexperiment.aliastypeparams"
                | "goexperiment.greenteagc"
                | "goexperiment.jsonv2"
                | "goexperiment.dwarf5"
                | "goexperiment.randomizedheapbase64"
        )
    }
    let mut s = expr;
    or(&mut s)
}

fn included(name: &str, text: &str) -> bool {
    const OS: &[&str] = &[
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "hurd",
        "illumos",
        "ios",
        "js",
        "linux",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "wasip1",
        "windows",
        "zos",
    ];
    const ARCH: &[&str] = &[
        "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le",
        "riscv64", "s390x", "sparc64", "wasm",
    ];
    let stem = name.strip_suffix(".go").unwrap_or(name);
    let parts: Vec<&str> = stem.split('_').collect();
    if parts.len() > 1 {
        let last = parts[parts.len() - 1];
        if ARCH.contains(&last) {
            if last != "amd64" {
                return false;
            }
            if parts.len() > 2 && OS.contains(&parts[parts.len() - 2]) && parts[parts.len() - 2] != "linux" {
                return false;
            }
        } else if OS.contains(&last) && last != "linux" {
            return false;
        }
    }
    for line in text.lines() {
        if let Some(expr) = line.strip_prefix("//go:build ") {
            return build_holds(expr);
        }
        if line.starts_with("package ") {
            break;
        }
    }
    true
}

fn package_files(dir: &Path) -> Vec<(String, Arc<str>)> {
    let mut files = Vec::new();
    let Ok(entries) = std::fs::read_dir(dir) else { return files };
    let mut names: Vec<String> =
        entries.filter_map(|e| e.ok()).filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    for name in names {
        if !name.ends_with(".go") || name.ends_with("_test.go") || name.starts_with(['_', '.']) {
            continue;
        }
        let bytes = std::fs::read(dir.join(&name)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if included(&name, &text) {
            files.push((dir.join(&name).display().to_string(), text.into()));
        }
    }
    files
}

impl Importer for GoRoot {
    fn package(&mut self, path: &str) -> Option<Imported> {
        let mut files = package_files(&self.root.join("src").join(path));
        if files.is_empty() {
            files = package_files(&self.root.join("src/vendor").join(path));
        }
        (!files.is_empty()).then(|| Imported { files, library: self.library, native: true, ..Imported::default() })
    }
}

fn main() {
    let (mut full, mut vet) = (false, false);
    let (mut vetted, mut warnings) = (std::collections::BTreeSet::new(), 0);
    let mut all = false;
    let mut lang = None;
    let mut bad = 0;
    let mut count = 0;
    for arg in std::env::args().skip(1) {
        if arg == "--full" {
            full = true;
            continue;
        }
        if arg == "--vet" {
            vet = true;
            continue;
        }
        if arg == "--all" {
            all = true;
            continue;
        }
        if let Some(minor) = arg.strip_prefix("--lang=go1.") {
            lang = minor.parse().ok();
            continue;
        }
        let root = PathBuf::from(std::env::var("GOROOT").unwrap_or_else(|_| "/opt/gobin/go".into()));
        let mut sources = SourceMap::new();
        let mut interner = Interner::new();
        let mut files = Vec::new();
        if arg.ends_with(".go") {
            for name in arg.split(',') {
                let text = String::from_utf8_lossy(&std::fs::read(name).unwrap_or_default()).into_owned();
                files.push(sources.add(name, text));
            }
        } else {
            files.push(sources.add("main.go", format!("package main\nimport _ \"{arg}\"\nfunc main() {{}}\n")));
        }
        let mut importer = GoRoot { root, library: !full && (!vet || arg.ends_with(".go")) };
        let start = std::time::Instant::now();
        let mut input = ProgramInput { test: vet, ..ProgramInput::new(files) };
        if all {
            input.max_errors = 10_000;
            input.keep_going = true;
        }
        if let Some(minor) = lang {
            input.version = (1, minor);
        }
        let (checked, diags) = check_program(&input, &mut importer, &mut sources, &mut interner);
        let time = start.elapsed();
        count += 1;
        if checked.is_none() {
            bad += 1;
        }
        let bodies: usize = checked.as_ref().map_or(0, |c| c.packages.iter().map(|p| p.funcs.len()).sum());
        println!(
            "{arg}: {} errors, {} packages, {bodies} functions, {time:?}",
            diags.len(),
            checked.as_ref().map_or(0, |c| c.packages.len())
        );
        for (id, package) in checked.iter().filter(|_| vet).flat_map(|c| c.packages.iter_enumerated()) {
            let checked = checked.as_ref().expect("it has packages");
            let program = arg.ends_with(".go");
            if (id == checked.main) != program || !program && !vetted.insert(package.path.clone()) {
                continue;
            }
            for d in vet_package(checked, id, "command-line-arguments", Pass::ALL, &sources, &interner).items() {
                let place = sources.locate(d.pos).map(|(file, at)| format!("{file}:{}:{}", at.line, at.col));
                println!("{}: {} [{}]", place.unwrap_or_default(), d.message, d.code);
                warnings += 1;
            }
        }
        if all {
            for d in diags.items() {
                if let Some((file, at)) = sources.locate(d.pos) {
                    println!("{file}:{}:{}: {}\x01{}", at.line, at.col, d.message.replace('\n', "\\n"), d.code);
                }
            }
        } else {
            print!("{}", diags.render_gc(&sources, ""));
        }
    }
    println!("{count} checked, {bad} with errors");
    if vet {
        println!("{} packages vetted, {warnings} warnings", vetted.len());
    }
}
