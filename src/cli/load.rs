//! The files that a command line names, with the module they belong to.

use crate::engine::{DataFile, Module, SourceText, is_built, not_utf8, patterns_of, split_txtar};
use std::path::{Path, PathBuf};

/// What there is to build.
pub(super) struct Loaded {
    /// The files of package main.
    pub(super) files: Vec<SourceText>,
    /// The module around them.
    pub(super) module: Option<Module>,
    /// What the go command calls the package.
    pub(super) path: String,
    /// The folder of the package.
    pub(super) dir: String,
    /// All files of an archive: its program finds them in the working directory.
    pub(super) archive: Vec<SourceText>,
}

/// The folder that this runs in.
pub(super) fn work_dir() -> String {
    std::env::current_dir().map(|d| d.display().to_string()).unwrap_or_default()
}

/// More files than this are not looked at: the folder is no module of a person's own.
const MAX_FILES: usize = 5000;

/// Reads Go files, or a folder (with its `tests` or without), or an archive.
pub(super) fn load(args: &[String], tests: bool) -> Result<Loaded, String> {
    let mut loaded = Loaded {
        files: Vec::new(),
        module: None,
        path: "command-line-arguments".into(),
        dir: work_dir(),
        archive: Vec::new(),
    };
    for arg in args {
        let path = Path::new(arg);
        if path.is_dir() {
            loaded.files.extend(folder(path, tests, &loaded.path)?);
        } else if arg.ends_with(".txtar") {
            let sources = |f: &SourceText| f.name.ends_with(".go") || f.name.ends_with("go.mod");
            loaded.archive = split_txtar("prog.go", &read(path, &loaded.path)?);
            loaded.files.extend(loaded.archive.iter().filter(|f| sources(f)).cloned());
            return Ok(loaded);
        } else {
            loaded.files.push(SourceText { name: shown(path), text: read(path, &loaded.path)? });
        }
    }
    let Some(first) = args.first().map(Path::new) else { return Ok(loaded) };
    let start = if first.is_dir() { first } else { first.parent().unwrap_or(Path::new(".")) };
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    if let Ok(dir) = start.canonicalize() {
        loaded.dir = dir.display().to_string();
    }
    if let Some((root, text)) = find_module(start) {
        let mut module = Module::from_go_mod(&text);
        collect(&root, &root, &mut module);
        if first.is_dir() {
            let inside = start.canonicalize().ok().and_then(|s| Some(s.strip_prefix(&root).ok()?.to_path_buf()));
            let rest = inside.map(|p| slashes(&p)).filter(|p| !p.is_empty());
            loaded.path = rest.map_or(module.path.clone(), |rest| format!("{}/{rest}", module.path));
        }
        loaded.module = Some(module);
    }
    Ok(loaded)
}

/// What `//go:embed` lines in the files may name: for an archive its files, else what lies where their patterns start.
pub(super) fn data_of(loaded: &Loaded) -> Vec<DataFile> {
    let mut data = Vec::new();
    for f in &loaded.archive {
        data.push(DataFile { name: f.name.clone(), bytes: Some(f.text.as_bytes().into()) });
    }
    let of_module = loaded.module.iter().flat_map(|m| m.files.iter().map(|(_, f)| f));
    for file in loaded.files.iter().chain(of_module).filter(|_| loaded.archive.is_empty()) {
        for (_, _, pattern) in patterns_of(file) {
            let folder = Path::new(&file.name).parent().unwrap_or(Path::new("."));
            let glob = pattern.strip_prefix("all:").unwrap_or(&pattern);
            let fixed: Vec<&str> = glob.split('/').take_while(|part| !part.contains(['*', '?', '[', '\\'])).collect();
            let mut at = folder.to_owned();
            for part in &fixed {
                at.push(part);
                // What is another module's cannot be embedded.
                if at.join("go.mod").exists() {
                    gather(&at.join("go.mod"), &mut data);
                }
            }
            gather(&at, &mut data);
        }
    }
    data
}

/// A file, or a folder with all below.
fn gather(path: &Path, data: &mut Vec<DataFile>) {
    let Ok(meta) = path.symlink_metadata() else { return };
    let name = path.display().to_string();
    let name = name.trim_start_matches("./").trim_end_matches('/').to_owned();
    if data.iter().any(|d| d.name == name) {
        return;
    }
    if !meta.is_dir() {
        let bytes = if meta.is_file() { std::fs::read(path).ok() } else { None };
        data.push(DataFile { name, bytes: bytes.map(Into::into) });
        return;
    }
    data.push(DataFile { name: format!("{name}/"), bytes: None });
    let Ok(entries) = std::fs::read_dir(path) else { return };
    for entry in entries.flatten().filter(|e| e.file_name() != ".git") {
        gather(&entry.path(), data);
    }
}

fn read(path: &Path, package: &str) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => missing(path),
        _ => format!("{}: {e}", path.display()),
    })?;
    String::from_utf8(bytes).map_err(|e| not_utf8(&shown(path), package, e.as_bytes()).trim_end().to_owned())
}

/// What go says of a file, folder or package that is not there.
fn missing(path: &Path) -> String {
    let name = path.display().to_string();
    if name.ends_with(".go") {
        return format!("stat {name}: no such file or directory");
    }
    if ["./", "../", "/"].iter().any(|start| name.starts_with(start)) {
        return format!("stat {}: directory not found", clean(&Path::new(&work_dir()).join(path)));
    }
    format!("no required module provides package {name}; to add it:\n\tgo get {name}")
}

/// An absolute path without `.` and `..`.
fn clean(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.to_str().unwrap_or_default().split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// The Go files of a folder that belong to a build.
fn folder(dir: &Path, tests: bool, package: &str) -> Result<Vec<SourceText>, String> {
    let mut names: Vec<_> = std::fs::read_dir(dir)
        .map_err(|e| format!("{}: {e}", dir.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|n| n.ends_with(".go") && (tests || !n.ends_with("_test.go")))
        .collect();
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let file = SourceText { name: shown(&dir.join(&name)), text: read(&dir.join(&name), package)? };
        if is_built(&file) {
            files.push(file);
        }
    }
    if files.is_empty() {
        Err(format!("no Go files in {}", dir.canonicalize().unwrap_or_else(|_| dir.to_owned()).display()))
    } else {
        Ok(files)
    }
}

/// The nearest `go.mod` at or above a folder: where it stands, and its text.
fn find_module(start: &Path) -> Option<(PathBuf, String)> {
    let mut dir = start.canonicalize().ok()?;
    loop {
        if let Ok(text) = std::fs::read_to_string(dir.join("go.mod")) {
            return Some((dir, text));
        }
        if !dir.pop() {
            return None;
        }
    }
}

/// All Go files below a module's root, but for tests and folders that go leaves out.
fn collect(root: &Path, top: &Path, module: &mut Module) {
    let mut folders = vec![top.to_path_buf()];
    while let Some(dir) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&dir) else { continue };
        let mut names: Vec<String> = entries.filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
        names.sort();
        for name in names {
            let path = dir.join(&name);
            if path.is_dir() {
                let skipped = name.starts_with(['.', '_']) || name == "testdata" || name == "vendor";
                if !skipped && !path.join("go.mod").exists() {
                    folders.push(path);
                }
            } else if name.ends_with(".go") && !name.ends_with("_test.go") && module.files.len() < MAX_FILES {
                let Ok(bytes) = std::fs::read(&path) else { continue };
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let folder = dir.strip_prefix(root).map(slashes).unwrap_or_default();
                let here = std::env::current_dir().ok();
                let near = here.and_then(|h| path.strip_prefix(h).ok().map(slashes));
                let name = near.unwrap_or_else(|| path.display().to_string());
                module.files.push((folder, SourceText { name, text }));
            }
        }
    }
}

fn slashes(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A relative path is printed with `./` before it.
fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = text.strip_prefix("./").unwrap_or(&text);
    if text.starts_with('/') || text.starts_with("../") { text.to_owned() } else { format!("./{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there() {
        assert_eq!(missing(Path::new("nope.go")), "stat nope.go: no such file or directory");
        assert_eq!(missing(Path::new("/a/./b/../c")), "stat /a/c: directory not found");
        assert_eq!(
            missing(Path::new("x.y/z")),
            "no required module provides package x.y/z; to add it:\n\tgo get x.y/z"
        );
    }
}
