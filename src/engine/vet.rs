//! `go vet`, for the command, for `go test` and for tests.

use super::build::{Arranged, BuildOptions, Packages, Problem, SourceText, arrange, problems};
use crate::base::{Diagnostics, Interner, SourceMap};
use crate::check::vet::{Pass, vet as run_passes};
use crate::check::{ProgramInput, check_program};
use std::fmt::Write as _;

/// Which passes run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VetSet {
    /// Those of `go vet`.
    #[default]
    All,
    /// Those that `go test` runs by itself.
    Test,
}

/// What vetting gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vetted {
    /// Warnings, or the errors for which nothing could be vetted, sorted by place.
    pub problems: Vec<Problem>,
    /// The same as `go vet` prints it: pass after pass, or the first error. Empty if all is well.
    pub listing: String,
}

/// Vets the files of a package. A program needs no function main for that.
pub fn vet(files: &[SourceText], options: &BuildOptions, set: VetSet) -> Vetted {
    let mut sources = SourceMap::new();
    let mut interner = Interner::new();
    let Arranged { files, module, path, version, data } = arrange(files, options);
    let ids = files.iter().map(|f| sources.add(f.name.as_str(), f.text.as_str())).collect();
    let input = ProgramInput { version, path, test: true, dir: format!("{}/", options.dir), ..ProgramInput::new(ids) };
    let mut packages = Packages::new(module.as_ref(), version, &data);
    files.iter().for_each(|f| packages.mention(&f.text));
    let (checked, diags) = check_program(&input, &mut packages, &mut sources, &mut interner);
    let Some(checked) = checked else {
        return Vetted { problems: problems(&diags, &sources), listing: first_error(&input.path, &diags, &sources) };
    };
    let passes = match set {
        VetSet::All => Pass::ALL,
        VetSet::Test => Pass::GO_TEST,
    };
    let diags = run_passes(&checked, &input.path, passes, &sources, &interner);
    let mut listing = String::new();
    for d in diags.items() {
        if let Some((file, at)) = sources.locate(d.pos) {
            let file = file.strip_prefix("./").unwrap_or(file);
            let _ = writeln!(listing, "{file}:{}:{}: {}", at.line, at.col, d.message);
        }
    }
    Vetted { problems: problems(&diags, &sources), listing }
}

/// vet stops at the first error; the go command itself at imports that it does not find.
fn first_error(package: &str, diags: &Diagnostics, sources: &SourceMap) -> String {
    let Some(first) = diags.items().first() else { return String::new() };
    let place = sources.locate(first.pos);
    let at = place.map_or(String::new(), |(file, at)| format!("{file}:{}:{}: ", at.line, at.col));
    let at = at.strip_prefix("./").unwrap_or(&at);
    if first.code == "import" {
        return format!("{at}{}\n", first.message);
    }
    // As the go command shortens paths: files of the current folder get a dot.
    let dot = if at.is_empty() || at.contains('/') { "" } else { "./" };
    format!("# {package}\n# [{package}]\nvet: {dot}{at}{}\n", first.message)
}
