//! `golanes test`: go test's output and exit code.

use super::args::{RunArgs, TestArgs};
use super::disk::Host;
use super::load::{Loaded, data_of, load, work_dir};
use super::run::print;
use crate::engine::{
    BuildOptions, Schedule, Session, SourceText, Strategy, TestFlags, TestRun, build_test, declares_main, test_packages,
};
use std::path::Path;
use std::process::ExitCode;

/// Instructions between two looks at output.
const SLICE: u64 = 20_000_000;

/// Tests what the command line names.
pub(super) fn test(args: &TestArgs) -> ExitCode {
    let (mut packages, mut failed) = (Vec::new(), false);
    for group in groups(&args.files) {
        match load(&group, true) {
            Ok(loaded) => packages.extend(of_loaded(loaded, args)),
            Err(message) => {
                failed = true;
                print(true, format!("# {0}\n{message}\n", group[0]).as_bytes());
                print(false, format!("FAIL\t{} [setup failed]\n", group[0]).as_bytes());
            }
        }
    }
    let several = packages.len() > 1;
    let mut told = Vec::new();
    for package in &packages {
        failed |= test_package(package, args, several, &mut told);
    }
    if failed && args.flags.named {
        print(false, b"FAIL\n");
    }
    ExitCode::from(u8::from(failed))
}

/// What makes a package each: all files together, and every folder.
fn groups(files: &[String]) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    let mut loose = Vec::new();
    for file in files {
        match file.strip_suffix("...") {
            Some(top) => {
                let mut folders = Vec::new();
                below(Path::new(if top.is_empty() { "." } else { top }), &mut folders);
                out.extend(folders.into_iter().map(|f| vec![f]));
            }
            None if file.ends_with(".go") => loose.push(file.clone()),
            None => out.push(vec![file.clone()]),
        }
    }
    if !loose.is_empty() {
        out.push(loose);
    }
    if files.is_empty() {
        out.push(vec![".".to_owned()]);
    }
    out
}

/// The folders at and below `dir` that hold Go files.
fn below(dir: &Path, out: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let mut names: Vec<String> = entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    if names.iter().any(|n| n.ends_with(".go")) {
        out.push(dir.display().to_string());
    }
    for name in names {
        let path = dir.join(&name);
        let skipped = name.starts_with(['.', '_']) || name == "testdata" || name == "vendor";
        if path.is_dir() && !skipped && !path.join("go.mod").exists() {
            below(&path, out);
        }
    }
}

/// A package to be tested.
struct Package {
    files: Vec<SourceText>,
    options: BuildOptions,
    /// Its folder, where the tests run.
    dir: String,
    /// Names and texts of files that are in no folder but in an archive.
    archive: Vec<SourceText>,
}

fn of_loaded(loaded: Loaded, args: &TestArgs) -> Vec<Package> {
    let data = data_of(&loaded);
    let Loaded { files, module, path, dir, mut archive } = loaded;
    let options = BuildOptions { lang: args.lang, dir: work_dir(), module, path, vet: false, data };
    if archive.is_empty() {
        return vec![Package { files, options, dir, archive }];
    }
    for file in &mut archive {
        file.name = format!("{dir}/{}", file.name);
    }
    let packages = test_packages(&files, &options).into_iter().map(|(files, options)| {
        let below = files.first().and_then(|f| f.name.rsplit_once('/')).map_or(".", |(folder, _)| folder);
        Package { dir: format!("{dir}/{below}"), archive: archive.clone(), files, options }
    });
    packages.collect()
}

/// What of a listing has not been printed before: go compiles a package once, even if several tests need it.
fn untold(listing: &str, told: &mut Vec<(String, String)>) -> String {
    let mut out = String::new();
    let starts: Vec<usize> =
        listing.match_indices("# ").map(|(i, _)| i).filter(|&i| i == 0 || listing.as_bytes()[i - 1] == b'\n').collect();
    for (n, &start) in starts.iter().enumerate() {
        let block = &listing[start..starts.get(n + 1).map_or(listing.len(), |&end| end)];
        let (header, body) = block.split_once('\n').unwrap_or((block, ""));
        // As what it is built for makes no difference to what is wrong with it.
        let package = header.split(" [").next().unwrap_or(header);
        let key = (package.to_owned(), body.to_owned());
        if body.is_empty() || !told.contains(&key) {
            out.push_str(block);
            told.push(key);
        }
    }
    if starts.first() == Some(&0) { out } else { listing.to_owned() }
}

/// Whether it failed.
fn test_package(package: &Package, args: &TestArgs, several: bool, told: &mut Vec<(String, String)>) -> bool {
    let built = build_test(&package.files, &package.options, &args.flags);
    let setup = built.line.as_ref().is_some_and(|l| l.ends_with("[setup failed]"));
    let listing = if setup { built.listing.clone() } else { untold(&built.listing, told) };
    print(true, listing.as_bytes());
    if let Some(line) = &built.line {
        print(false, format!("{line}\n").as_bytes());
    }
    let Some(program) = built.program else { return built.failed };
    let mut inputs = args.flags.inputs();
    inputs.env = std::env::vars().map(|(k, v)| format!("{k}={v}")).collect();
    inputs.dir.clone_from(&package.dir);
    inputs.add_files(&package.archive);
    let schedule = Schedule { seed: args.seed, procs: args.procs, strategy: Strategy::Go };
    let mut session = Session::new(program, &inputs, &schedule, false);
    session.open_disk();
    let mut host = Host::default();
    let mut run = TestRun::new(&args.flags, several);
    let mut slice = 200_000;
    loop {
        let progress = session.run(slice);
        if session.wants_disk().is_some() {
            host.serve(&mut session);
            continue;
        }
        slice = (slice * 2).min(SLICE);
        for chunk in session.drain_output() {
            print(false, &run.output(&chunk.bytes));
        }
        if let Some(end) = progress.end {
            print(false, &run.end(&built.path, &end, session.time(), &args.flags));
            // Machines can be large; they go with the process.
            std::mem::forget(session);
            return end.code != 0;
        }
    }
}

/// Running tests that have no function main is testing them.
pub(super) fn instead_of_run(args: &RunArgs) -> Option<TestArgs> {
    let is_test = |f: &SourceText| f.name.ends_with("_test.go");
    let loaded = load(&args.files, true).ok()?;
    if !loaded.files.iter().any(is_test) || declares_main(&loaded.files) {
        return None;
    }
    let mut flags = TestFlags { verbose: true, named: true, ..TestFlags::default() };
    flags.args.push("-test.v=true".to_owned());
    flags.rest.clone_from(&args.rest);
    Some(TestArgs { seed: args.seed, procs: args.procs, lang: args.lang, flags, files: args.files.clone() })
}
