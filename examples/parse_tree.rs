//! Parses all `.go` files below some folders and says which are refused, and how fast it went.
//!
//! `cargo run --release --example parse_tree -- /usr/local/go/src`. With `--errors`, all messages are printed as gc
//! would print them, without the limit of ten, so that they can be compared; with `--tree`, all nodes.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]
#![expect(clippy::disallowed_methods, reason = "a tool for us may look at the clock")]

#[path = "../tests/suite/spans.rs"]
mod spans;

use golanes::base::{Diagnostics, Interner, SourceMap};
use golanes::syntax::{ast::Ast, dump::dump_file, parse_file};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    let (mut errors, mut tree) = (false, false);
    let mut files = Vec::new();
    for arg in std::env::args().skip(1) {
        if arg == "--errors" {
            errors = true;
        } else if arg == "--tree" {
            tree = true;
        } else {
            collect(Path::new(&arg), &mut files);
        }
    }
    files.sort_by(|a: &PathBuf, b| a.as_os_str().cmp(b.as_os_str()));
    let (mut bytes, mut failed, mut time, mut nodes) = (0, 0, Duration::ZERO, 0);
    for path in &files {
        let Ok(text) = std::fs::read(path) else {
            eprintln!("{}: cannot be read", path.display());
            continue;
        };
        let text = String::from_utf8_lossy(&text).into_owned();
        bytes += text.len();
        let mut sources = SourceMap::new();
        let file = sources.add(path.display().to_string(), text);
        let (mut ast, mut interner, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
        let start = Instant::now();
        parse_file(&mut ast, &sources, file, &mut interner, &mut diags);
        time += start.elapsed();
        nodes += ast.exprs.len() + ast.stmts.len() + ast.decls.len();
        if diags.has_errors() {
            failed += 1;
        }
        for complaint in spans::check(&ast, sources.file(file), &interner, !diags.has_errors()) {
            println!("{complaint}");
        }
        if tree {
            println!("{}", path.display());
            print!("{}", dump_file(&ast, &ast.files[0], &sources, &interner, false));
        }
        for d in diags.items().iter().take(if errors { usize::MAX } else { 1 }) {
            if let Some((name, at)) = sources.locate(d.pos) {
                println!("{name}:{}:{}: {}", at.line, at.col, d.message);
            }
        }
    }
    let seconds = time.as_secs_f64();
    eprintln!(
        "{} files, {:.1} MB, {nodes} nodes, {failed} with errors, {seconds:.3} s, {:.1} MB/s",
        files.len(),
        bytes as f64 / 1e6,
        bytes as f64 / 1e6 / seconds
    );
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            collect(&entry.path(), files);
        }
    } else if path.extension().is_some_and(|ext| ext == "go") {
        files.push(path.to_owned());
    }
}
