//! Runs Go's own tests of one package of its library on our engine: `conform [--seconds N] [--verbose] [--run RE] PACKAGE`.
//!
//! The tests are read from GOROOT (default `/opt/gobin/go`) and nothing of them is kept. Of a package that we run from Go's sources, tests
//! inside of the package run too; of one that is ours, or partly, only those from outside. What does not compile is taken out,
//! declaration by declaration; a test that crashes or does not end counts as failed and the rest run again without it.
//! `tests/oracle/std.list` says what is left out from the beginning, and why. One line of figures comes last.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a command that watches the clock")]

use golanes::base::{Diagnostics, Interner, SourceMap};
use golanes::engine::{BuildOptions, Module, Schedule, Session, SourceText, TestFlags, build_test, is_built};
use golanes::stdlib::Pack;
use golanes::syntax::{ast::Ast, ast::DeclKind, parse_file};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Go's packages for tests that work as they are.
const HELPERS: [&str; 8] = ["asan", "diff", "msan", "obscuretestdata", "testhash", "testmath", "txtar", "zstd"];
/// The same for packages inside of others, which tests import from `internal` here.
const INNER: [&str; 1] = ["encoding/json/internal/jsontest"];
/// Go's copies of packages of other modules, which tests import from `internal` here.
const VENDORED: [&str; 3] =
    ["golang.org/x/net/http/httpguts", "golang.org/x/net/http/httpproxy", "golang.org/x/net/idna"];
/// What stands for others of its packages (`tests/oracle/std/`).
const STANDINS: [&str; 4] = ["goarch", "jsontest", "race", "testenv"];
/// Test data larger than this is not put on the disk.
const DATA: u64 = 4 << 20;
/// How often what does not compile is looked for.
const ROUNDS: usize = 60;

/// What `std.list` says of the package.
#[derive(Default)]
struct Listed {
    /// Files and declarations to leave out.
    without: Vec<String>,
    /// Tests not to run.
    skipped: Vec<String>,
    /// The environment of its tests.
    env: Vec<String>,
}

#[derive(Default)]
struct Results {
    passed: Vec<String>,
    failed: Vec<String>,
    skipped: usize,
    /// Test functions that do not compile.
    lost: usize,
    reason: String,
}

fn main() {
    let (mut path, mut only) = (String::new(), String::new());
    let (mut seconds, mut verbose) = (60, false);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--seconds" => seconds = args.next().and_then(|s| s.parse().ok()).unwrap_or(seconds),
            "--verbose" => verbose = true,
            "--run" => only = args.next().unwrap_or_default(),
            _ => path = arg,
        }
    }
    let root = PathBuf::from(std::env::var("GOROOT").unwrap_or_else(|_| "/opt/gobin/go".into())).join("src");
    let list = std::fs::read_to_string("tests/oracle/std.list").unwrap_or_default();
    let results = conform(&path, &root, &listed(&list, &path), &only, Duration::from_secs(seconds), verbose);
    println!(
        "{path}\t{}\t{}\t{}\t{}\t{}",
        results.passed.len(),
        results.failed.len(),
        results.skipped,
        results.lost,
        if results.reason.is_empty() { results.failed.join(" ") } else { results.reason }
    );
}

/// The text with other imports for packages that only the library may import.
fn unvendored(text: &str) -> String {
    VENDORED.iter().fold(text.to_owned(), |text, path| {
        let folder = path.rsplit('/').next().unwrap_or(path);
        text.replace(&format!("\"{path}\""), &format!("\"internal/{folder}\""))
    })
}

/// Lines `PACKAGE`, each followed by `without NAME: why` and `skip TEST: why`.
fn listed(list: &str, path: &str) -> Listed {
    let mut listed = Listed::default();
    let mut here = false;
    for line in list.lines().map(|l| l.split('#').next().unwrap_or("")) {
        if !line.starts_with(' ') {
            here = line.trim() == path;
        } else if here {
            let Some((word, rest)) = line.trim().split_once(' ') else { continue };
            let name = rest.split(':').next().unwrap_or(rest).to_owned();
            match word {
                "without" => listed.without.push(name),
                "env" => listed.env.push(name),
                _ => listed.skipped.push(name),
            }
        }
    }
    listed
}

fn conform(path: &str, root: &Path, listed: &Listed, only: &str, limit: Duration, verbose: bool) -> Results {
    let mut results = Results::default();
    let dir = root.join(path);
    let own = match Pack::all().find_map(|p| p.package(path)) {
        Some(files) if !Path::new(env!("CARGO_MANIFEST_DIR")).join("src/stdlib/go").join(path).is_dir() => files,
        _ => Vec::new(),
    };
    // Functions without bodies are natives, which only the library may have.
    let inside = !own.is_empty() && !own.iter().any(|(_, text)| has_native(text));
    let mut files: Vec<SourceText> = Vec::new();
    if inside {
        files.extend(own.into_iter().map(|(name, text)| SourceText { name: format!("./golanes_{name}"), text }));
    }
    let mut name = path.rsplit('/').next().unwrap_or(path).to_owned();
    for (file, text) in go_files(&dir, true) {
        let package = text.lines().find_map(|l| l.strip_prefix("package ")).unwrap_or("");
        let package = package.split_whitespace().next().unwrap_or("");
        let outer = package.ends_with("_test");
        package.trim_end_matches("_test").clone_into(&mut name);
        if !listed.without.contains(&file) && (inside || outer) {
            let text = INNER.iter().fold(text, |text, path| {
                let folder = path.rsplit('/').next().unwrap_or(path);
                text.replace(&format!("\"{path}\""), &format!("\"internal/{folder}\""))
            });
            files.push(SourceText { name: format!("./{file}"), text });
        }
    }
    for file in &mut files {
        file.text = unvendored(&file.text);
    }
    // Beside what is left out: ours that stands for it.
    let beside = go_files(&Path::new("tests/oracle/std").join(path.replace('/', "_")), true);
    let total = files.iter().map(|f| tests_of(&f.text).len()).sum::<usize>();
    for file in &mut files {
        for name in &listed.without {
            remove_named(&mut file.text, name);
        }
    }
    files.extend(beside.into_iter().map(|(name, text)| SourceText { name: format!("./golanes_{name}"), text }));
    let data = disk(&dir);
    let mut module = Module { path: "internal".into(), version: Some((1, 27)), ..Module::default() };
    for helper in HELPERS {
        for (file, text) in go_files(&root.join("internal").join(helper), false) {
            let text = text.replace("//go:build !", "//go:build linux && !");
            module.files.push((helper.to_owned(), SourceText { name: format!("/internal/{helper}/{file}"), text }));
        }
    }
    for path in INNER {
        let folder = path.rsplit('/').next().unwrap_or(path);
        // What embeds files has a stand-in.
        for (file, text) in
            go_files(&root.join(path), false).into_iter().filter(|(_, text)| !text.contains("//go:embed"))
        {
            module.files.push((folder.to_owned(), SourceText { name: format!("/internal/{folder}/{file}"), text }));
        }
    }
    for path in VENDORED {
        let folder = path.rsplit('/').next().unwrap_or(path);
        let own = Pack::all().find_map(|p| p.package(&format!("vendor/{path}")));
        for (file, text) in own.into_iter().flatten() {
            let name = format!("/internal/{folder}/{file}");
            module.files.push((folder.to_owned(), SourceText { name, text: unvendored(&text) }));
        }
    }
    for name in STANDINS {
        for (file, text) in go_files(&Path::new("tests/oracle/std").join(name), false) {
            module.files.push((name.to_owned(), SourceText { name: format!("/internal/{name}/{file}"), text }));
        }
    }
    let options = BuildOptions { path: path.to_owned(), module: Some(module), ..BuildOptions::default() };
    let mut args = ["-test.v=true", "-test.short=true"].map(str::to_owned).to_vec();
    if !only.is_empty() {
        args.push(format!("-test.run={only}"));
    }
    let flags = TestFlags { verbose: true, no_vet: true, named: true, args, ..TestFlags::default() };

    let mut program = None;
    for _ in 0..ROUNDS {
        let built = build_test(&files, &options, &flags);
        if let Some(built) = built.program {
            program = Some(built);
            break;
        }
        if verbose {
            println!("{}", built.listing);
        }
        if results.reason.is_empty() {
            let first = built
                .listing
                .lines()
                .find(|l| !l.starts_with('#') && !l.starts_with("package "))
                .unwrap_or("nothing to test");
            first.clone_into(&mut results.reason);
        }
        if !prune(&mut files, &built.listing) {
            break;
        }
    }
    let left: Vec<String> = files.iter().flat_map(|f| tests_of(&f.text)).collect();
    let named = listed.without.iter().filter(|n| !n.ends_with(".go")).count();
    results.lost = total.saturating_sub(left.len() + named);
    let Some(program) = program else {
        results.lost = total;
        return results;
    };
    let start = Instant::now();
    let mut done: Vec<String> = listed.skipped.clone();
    while start.elapsed() < limit {
        let mut flags = flags.clone();
        if !done.is_empty() {
            flags.args.push(format!("-test.skip=^({})$", done.join("|")));
        }
        let mut inputs = flags.inputs();
        inputs.env.extend(listed.env.iter().cloned());
        inputs.dir = dir.display().to_string();
        inputs.files.clone_from(&data);
        let mut session = Session::new(program.clone(), &inputs, &Schedule::default(), false);
        let mut output = String::new();
        let mut ended = false;
        // A single run gets half of the time, so that what comes after a test that hangs is seen.
        let from = Instant::now();
        while !ended && from.elapsed() < limit / 2 {
            ended = session.run(5_000_000).end.is_some();
            for chunk in session.drain_output() {
                output.push_str(&String::from_utf8_lossy(&chunk.bytes));
            }
        }
        if verbose {
            println!("{output}\n{:?}", session.progress());
        }
        let mut running = BTreeMap::new();
        for line in output.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["===", "RUN" | "CONT", name, ..] => {
                    let name = name.split('/').next().unwrap_or(name);
                    running.insert(name.to_owned(), true);
                }
                ["===", "PAUSE", name] => {
                    running.insert(name.split('/').next().unwrap_or(name).to_owned(), false);
                }
                ["---", outcome, name, ..] if line.starts_with("---") => {
                    running.remove(name);
                    done.push(name.to_owned());
                    match outcome {
                        "PASS:" => results.passed.push(name.to_owned()),
                        "FAIL:" => results.failed.push(name.to_owned()),
                        _ => results.skipped += 1,
                    }
                }
                _ => {}
            }
        }
        running.retain(|_, on| *on);
        if running.is_empty() && (ended && !output.contains("panic: ") && !output.contains("fatal error: ")) {
            return results;
        }
        if running.is_empty() && !output.contains("--- ") {
            results.reason = output.lines().last().unwrap_or("").to_owned();
            return results;
        }
        for name in running.into_keys() {
            results.failed.push(format!("{name}({})", if ended { "crash" } else { "hangs" }));
            done.push(name);
        }
    }
    "out of time".clone_into(&mut results.reason);
    results
}

/// Names and texts of a folder's Go files that are built: its tests, or the others.
fn go_files(dir: &Path, tests: bool) -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(dir) else { return Vec::new() };
    let mut names: Vec<String> = entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
    names.retain(|n| n.ends_with(".go") && n.ends_with("_test.go") == tests);
    names.sort();
    let read = |n: &String| std::fs::read(dir.join(n)).ok().map(|b| String::from_utf8_lossy(&b).into_owned());
    let files = names.into_iter().filter_map(|n| {
        let text = read(&n)?;
        Some((n, text.replacen("goexperiment.jsonv2", "linux", 1)))
    });
    files.filter(|(name, text)| is_built(&SourceText { name: name.clone(), text: text.clone() })).collect()
}

/// The package's test data, that of the folders above, its sources and those of the packages below, and a folder that is on any
/// Unix system.
fn disk(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let name = |path: &Path| path.display().to_string();
    let sources = go_files(dir, false).into_iter().chain(go_files(dir, true));
    let mut files: Vec<_> = sources.map(|(file, text)| (name(&dir.join(file)), text.into_bytes())).collect();
    let mut below: Vec<PathBuf> =
        std::fs::read_dir(dir).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    below.retain(|p| p.is_dir());
    below.sort();
    for folder in below {
        let sources = go_files(&folder, false).into_iter();
        files.extend(sources.map(|(file, text)| (name(&folder.join(file)), text.into_bytes())));
    }
    files.extend(["cat", "env", "true"].map(|program| (format!("/usr/bin/{program}"), Vec::new())));
    let above = dir.ancestors().skip(1).take(2).map(|p| p.join("testdata"));
    let mut folders: Vec<PathBuf> = above.chain([dir.join("testdata")]).filter(|f| f.is_dir()).collect();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(bytes) = std::fs::read(&path)
                && bytes.len() as u64 <= DATA
            {
                files.push((name(&path), bytes));
            }
        }
    }
    files
}

/// Top-level functions of a file that go test would run.
fn tests_of(text: &str) -> Vec<String> {
    let function = |line: &str| {
        let name = line.strip_prefix("func ")?.split('(').next()?.to_owned();
        let test = name.starts_with("Test") && name != "TestMain";
        (test || name.starts_with("Example")).then_some(name)
    };
    text.lines().filter_map(function).collect()
}

/// Whether a function of the file has no body.
fn has_native(text: &str) -> bool {
    let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
    let id = sources.add("x.go", text);
    parse_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
    let mut top = ast.files.iter().flat_map(|f| &f.decls).map(|&d| &ast.decls[d].kind);
    top.any(|kind| matches!(kind, DeclKind::Func(f) if f.body.is_none()))
}

/// Spans and lines of a file's declarations: start, end, first line, last line, name.
fn declarations(text: &str) -> Vec<(usize, usize, usize, usize, String)> {
    let (mut sources, mut interner, mut ast) = (SourceMap::new(), Interner::new(), Ast::default());
    let id = sources.add("x.go", text);
    parse_file(&mut ast, &sources, id, &mut interner, &mut Diagnostics::new());
    let line = |pos| sources.locate(pos).map_or(0, |(_, at)| at.line as usize);
    let offset = |pos| {
        let (line, col) = sources.locate(pos).map_or((1, 1), |(_, at)| (at.line as usize, at.col as usize));
        text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>() + col - 1
    };
    let top = ast.files.iter().flat_map(|f| &f.decls);
    let all = top.map(|&d| &ast.decls[d]).map(|d| {
        let name = match &d.kind {
            DeclKind::Func(f) if f.recv.is_none() => interner.name(f.name.name).to_owned(),
            _ => String::new(),
        };
        (offset(d.span.lo), offset(d.span.hi), line(d.span.lo), line(d.span.hi), name)
    });
    all.collect()
}

fn blank(text: &mut String, from: usize, to: usize) {
    let kept: String = text[from..to].chars().filter(|c| *c == '\n').collect();
    text.replace_range(from..to, &kept);
}

fn remove_named(text: &mut String, name: &str) {
    if let Some((from, to, ..)) = declarations(text).into_iter().find(|d| d.4 == name) {
        blank(text, from, to);
    }
}

/// Takes the declarations out of test files that messages are about; whether there was one.
fn prune(files: &mut [SourceText], listing: &str) -> bool {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for message in listing.lines() {
        let mut parts = message.trim_start_matches("./").split(':');
        let (Some(file), Some(line)) = (parts.next(), parts.next().and_then(|l| l.parse().ok())) else { continue };
        // Functions that a package is without have left imports behind.
        let test = file.ends_with("_test.go") && !file.starts_with("golanes_");
        if test || message.ends_with(" imported and not used") {
            places.entry(format!("./{file}")).or_default().push(line);
        }
    }
    let mut any = false;
    for (name, lines) in places {
        let Some(file) = files.iter_mut().find(|f| f.name == name) else { continue };
        for (from, to, first, last, _) in declarations(&file.text).into_iter().rev() {
            if lines.iter().any(|l| (first..=last).contains(l)) {
                blank(&mut file.text, from, to);
                any = true;
            }
        }
    }
    any
}
