//! Writes what we say about Go programs: `listings [-e] FILE.go…` writes `FILE.ours` beside each, with files named as the compiler was
//! given them (their last part). `tests/oracle/types2.sh` and `tests/oracle/mutate.sh` compare that with gc's words.
//!
//! A first line `// -lang=go1.N` is heeded, as in the programs of types2. `-e` is the compiler's: all errors, not ten. Packages
//! come from GOROOT, so that not our library but the checker is compared.

use golanes::base::{Interner, SourceMap};
use golanes::check::{Imported, Importer, ProgramInput, check_program};
use golanes::engine::{SourceText, is_built};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Go's own sources, each file read once.
struct GoRoot {
    root: PathBuf,
    read: HashMap<String, Vec<(String, Arc<str>)>>,
}

impl GoRoot {
    fn files(&self, path: &str) -> Vec<(String, Arc<str>)> {
        let dir = [self.root.join(path), self.root.join("vendor").join(path)];
        let mut files: Vec<PathBuf> = dir
            .iter()
            .flat_map(|d| std::fs::read_dir(d).into_iter().flatten())
            .filter_map(|e| Some(e.ok()?.path()))
            .filter(|p| p.extension().is_some_and(|e| e == "go") && !p.to_string_lossy().ends_with("_test.go"))
            .collect();
        files.sort();
        let source = |p: PathBuf| {
            let text = std::fs::read_to_string(&p).ok()?;
            let file = SourceText { name: p.to_string_lossy().into_owned(), text };
            let cgo = file.text.contains("import \"C\"");
            (is_built(&file) && !cgo).then(|| (file.name, Arc::from(file.text)))
        };
        files.into_iter().filter_map(source).collect()
    }
}

impl Importer for GoRoot {
    fn package(&mut self, path: &str) -> Option<Imported> {
        if !self.read.contains_key(path) {
            let files = self.files(path);
            self.read.insert(path.to_owned(), files);
        }
        let files = self.read[path].clone();
        (!files.is_empty()).then(|| Imported { files, library: true, native: true, ..Imported::default() })
    }
}

/// The language version that the first line asks for.
fn lang(text: &str) -> Option<(u32, u32)> {
    let version = text.lines().next()?.strip_prefix("// -lang=go1.")?;
    Some((1, version.trim().parse().ok()?))
}

fn listing(path: &Path, library: &mut GoRoot, limit: usize) -> String {
    let text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(e) => return format!("{e}\n"),
    };
    let (mut sources, mut interner) = (SourceMap::new(), Interner::new());
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("x.go");
    let version = lang(&text).unwrap_or((1, 27));
    let file = sources.add(name, text);
    let input = ProgramInput { version, max_errors: limit, test: true, ..ProgramInput::new(vec![file]) };
    let (_, diags) = check_program(&input, library, &mut sources, &mut interner);
    diags.render(&sources, "", limit)
}

fn main() {
    let root = std::env::var("GOROOT").unwrap_or_else(|_| "/usr/local/go".into());
    let mut library = GoRoot { root: Path::new(&root).join("src"), read: HashMap::new() };
    let all = std::env::args().nth(1).is_some_and(|a| a == "-e");
    let limit = if all { usize::MAX } else { 10 };
    for path in std::env::args().skip(1 + usize::from(all)) {
        let path = Path::new(&path);
        let listing = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| listing(path, &mut library, limit)));
        // What cannot be written is missing where it is compared.
        let _ = std::fs::write(path.with_extension("ours"), listing.unwrap_or_else(|_| "golanes panicked\n".into()));
    }
}
