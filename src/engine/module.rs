//! A module: packages of one's own beside package main, under the import paths that its `go.mod` gives them.

use super::SourceText;
use crate::syntax::excluded_by_tags;

/// A module's files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Module {
    /// Its path, from `go.mod`.
    pub path: String,
    /// The language version of its `go` line.
    pub version: Option<(u32, u32)>,
    /// Paths of the modules that it requires.
    pub requires: Vec<String>,
    /// Folder from the module's root (empty for the root itself) and source of each Go file.
    pub files: Vec<(String, SourceText)>,
}

impl Module {
    /// From a `go.mod`, still without files.
    pub fn from_go_mod(text: &str) -> Self {
        let mut module = Self::default();
        let mut block = String::new();
        for line in text.lines() {
            let line = line.split("//").next().unwrap_or("").trim();
            let mut words = line.split_whitespace();
            let (verb, value) = match words.next() {
                None => continue,
                Some(")") => {
                    block.clear();
                    continue;
                }
                Some(word) if block.is_empty() => (word.to_owned(), words.next()),
                Some(word) => (block.clone(), Some(word)),
            };
            if value == Some("(") {
                block = verb;
                continue;
            }
            let value = value.unwrap_or("").trim_matches(['"', '`']);
            match verb.as_str() {
                "module" => value.clone_into(&mut module.path),
                "require" => module.requires.push(value.to_owned()),
                "go" => module.version = version(value),
                _ => {}
            }
        }
        // What go assumes of a module that does not say.
        module.version = module.version.or(Some((1, 16)));
        module
    }

    /// A module among the files of an archive: what stands in the root is package main; the rest goes into the module.
    /// `None` if all files stand side by side without a `go.mod`.
    pub(super) fn split(files: &[SourceText]) -> Option<(Vec<SourceText>, Module)> {
        let name = |f: &SourceText| f.name.trim_start_matches("./").to_owned();
        let go_mod = files.iter().find(|f| name(f) == "go.mod");
        // Names from a command line start with `./`, `../` or `/`.
        let nested = |f: &SourceText| !f.name.starts_with(['/', '.']) && f.name.contains('/');
        if go_mod.is_none() && !files.iter().any(nested) {
            return None;
        }
        let mut module = match go_mod {
            Some(f) => Self::from_go_mod(&f.text),
            None => Self { path: "command-line-arguments".into(), ..Self::default() },
        };
        let mut main = Vec::new();
        for f in files.iter().filter(|f| f.name.ends_with(".go") && !f.name.ends_with("_test.go")) {
            let name = name(f);
            match name.rsplit_once('/') {
                Some((dir, _)) => module.files.push((dir.to_owned(), f.clone())),
                None => main.push(f.clone()),
            }
        }
        // Without anything in the root, whatever there is is the program.
        if main.is_empty() { None } else { Some((main, module)) }
    }

    /// The files of the package with this import path, if it belongs to the module and has any.
    pub(super) fn package(&self, path: &str) -> Option<Vec<&SourceText>> {
        let dir = match path.strip_prefix(self.path.as_str())? {
            "" => "",
            rest => rest.strip_prefix('/')?,
        };
        let files: Vec<_> = self.files.iter().filter(|(d, f)| d == dir && is_built(f)).map(|(_, f)| f).collect();
        if files.is_empty() { None } else { Some(files) }
    }

    /// Whether an import path is the module's own or below it.
    pub(super) fn owns(&self, path: &str) -> bool {
        owns(&self.path, path)
    }
}

/// Whether an import path is a module's own or below it.
pub(super) fn owns(module: &str, path: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a file belongs to a build for linux on amd64: by its name and its `//go:build` line.
pub fn is_built(file: &SourceText) -> bool {
    const SYSTEMS: [&str; 16] = [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "illumos",
        "ios",
        "js",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "wasip1",
        "windows",
        "zos",
        "nacl",
    ];
    const MACHINES: [&str; 13] = [
        "386", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64",
        "s390x", "wasm",
    ];
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    if name.starts_with(['_', '.']) {
        return false;
    }
    let stem = name.strip_suffix(".go").unwrap_or(name);
    let stem = stem.strip_suffix("_test").unwrap_or(stem);
    let mut parts: Vec<&str> = stem.split('_').skip(1).collect();
    if parts.last() == Some(&"amd64") {
        parts.pop();
    }
    let other = parts.last().is_some_and(|last| SYSTEMS.contains(last) || MACHINES.contains(last));
    !other && !excluded_by_tags(&file.text)
}

/// `1.21`, `1.21.3` or `1.22rc1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next().unwrap_or("0");
    let digits = minor.find(|c: char| !c.is_ascii_digit()).unwrap_or(minor.len());
    Some((major, minor[..digits].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn go_mod_lines() {
        let m = Module::from_go_mod("// c\nmodule \"a.b/c\" // x\n\ngo 1.21.3\nrequire (\n\tx.y/z v1.0.0\n)\n");
        assert_eq!((m.path.as_str(), m.version), ("a.b/c", Some((1, 21))));
        assert_eq!(Module::from_go_mod("module (\n\tm\n)\n").path, "m");
        assert_eq!(Module::from_go_mod("module m").version, Some((1, 16)));
    }

    #[test]
    fn files_of_other_systems_are_left_out() {
        let file = |name: &str, text: &str| SourceText { name: name.into(), text: text.into() };
        assert!(is_built(&file("./a.go", "package a")));
        assert!(is_built(&file("a_linux.go", "package a")));
        assert!(is_built(&file("a_linux_amd64.go", "package a")));
        assert!(is_built(&file("windows.go", "package a")));
        assert!(!is_built(&file("a_windows.go", "package a")));
        assert!(!is_built(&file("a_linux_arm64.go", "package a")));
        assert!(!is_built(&file("a_windows_test.go", "package a")));
        assert!(is_built(&file("a_linux_test.go", "package a")));
        assert!(!is_built(&file("a.go", "//go:build ignore\n\npackage a")));
        assert!(is_built(&file("a.go", "// Copyright\n\n//go:build linux && !windows && go1.20\n\npackage a")));
    }
}
