//! `golanes fmt`: gofmt's flags, output and exit codes.

use super::args::FmtArgs;
use super::run::print;
use crate::base::diff;
use crate::engine::{self, SourceText};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

/// Formats what the command line names; its exit code: 2 after an error, 1 if `-d` showed something.
pub(super) fn fmt(args: &FmtArgs) -> ExitCode {
    let mut code = 0;
    let mut report = |result: Result<bool, String>| match result {
        Ok(differs) if differs && args.diff => code = 1,
        Ok(_) => {}
        Err(message) => {
            print(true, message.as_bytes());
            code = 2;
        }
    };
    if args.files.is_empty() {
        report(standard_input(args));
    }
    for file in &args.files {
        let mut paths = Vec::new();
        let walked = walk(Path::new(file), true, &mut paths);
        for path in paths {
            report(format_file(&path, args));
        }
        report(walked.map(|()| false));
    }
    ExitCode::from(code)
}

fn standard_input(args: &FmtArgs) -> Result<bool, String> {
    if args.write {
        return Err("error: cannot use -w with standard input\n".to_owned());
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("{e}\n"))?;
    format_bytes("<standard input>", bytes, args).map(|formatted| formatted.is_some())
}

/// The Go files at and below `path` in order; a file that is named (`root`) counts whatever its name.
fn walk(path: &Path, root: bool, out: &mut Vec<PathBuf>) -> Result<(), String> {
    let problem = |doing: &str, e: &std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => format!("{doing} {}: no such file or directory\n", path.display()),
        std::io::ErrorKind::PermissionDenied => format!("{doing} {}: permission denied\n", path.display()),
        _ => format!("{doing} {}: {e}\n", path.display()),
    };
    if !path.symlink_metadata().map_err(|e| problem("lstat", &e))?.is_dir() {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        if root || name.ends_with(".go") && !name.starts_with('.') {
            out.push(path.to_owned());
        }
        return Ok(());
    }
    let entries = std::fs::read_dir(path).map_err(|e| problem("open", &e))?;
    let mut names: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    names.sort();
    names.iter().try_for_each(|name| walk(&clean(&path.join(name)), false, out))
}

/// A path without `.` and superfluous `..`, as Go prints paths that it has walked to.
fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            Component::ParentDir if out.has_root() => {}
            Component::ParentDir | Component::Normal(_) | Component::RootDir | Component::Prefix(_) => out.push(part),
        }
    }
    out
}

fn format_file(path: &Path, args: &FmtArgs) -> Result<bool, String> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::PermissionDenied => format!("open {name}: permission denied\n"),
        std::io::ErrorKind::IsADirectory => format!("read {name}: is a directory\n"),
        _ => format!("open {name}: {e}\n"),
    })?;
    match format_bytes(&name, bytes, args)? {
        Some(formatted) if args.write => {
            std::fs::write(path, formatted).map_err(|e| format!("open {name}: {e}\n"))?;
            Ok(true)
        }
        formatted => Ok(formatted.is_some()),
    }
}

/// Formats a file and prints what the flags ask for; returns the result if it is another.
fn format_bytes(name: &str, bytes: Vec<u8>, args: &FmtArgs) -> Result<Option<String>, String> {
    let text = String::from_utf8(bytes).map_err(|e| {
        let before = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        let col = before.iter().rev().take_while(|&&b| b != b'\n').count() + 1;
        format!("{name}:{line}:{col}: illegal UTF-8 encoding\n")
    })?;
    let source = SourceText { name: name.to_owned(), text };
    let formatted = engine::format(&source).map_err(|e| e.listing)?;
    let differs = formatted != source.text;
    if differs && args.list {
        print(false, format!("{name}\n").as_bytes());
    }
    if differs && args.diff {
        print(false, diff(&format!("{name}.orig"), &source.text, name, &formatted).as_bytes());
    }
    if !args.list && !args.write && !args.diff {
        print(false, formatted.as_bytes());
    }
    Ok(differs.then_some(formatted))
}
