//! Syntax trees to types: which name means what, which type every expression has, and what gc would complain about.
//!
//! It knows nothing of bytecode or of running. It follows the file split of gc's `types2`. [`check_program`] loads the
//! packages, checks the program's own completely and of the library only what is reached, and gives the tables of
//! [`info`] if there was no error.

mod assignments;
mod binary;
mod builtins;
mod call;
mod checker;
mod consts;
mod conversions;
mod cycles;
mod decl;
mod errors;
mod expr;
mod format;
mod importpath;
mod index;
mod infer;
pub mod info;
mod initorder;
mod instantiate;
mod interface;
mod literals;
mod load;
mod look;
mod lookup;
mod mono;
mod operand;
mod range;
mod reach;
mod recording;
mod report;
mod resolver;
mod scope;
mod selector;
mod signature;
mod stmt;
mod strukt;
mod switch;
mod terminating;
#[cfg(test)]
mod tests;
mod typexpr;
mod under;
mod unify;
mod union;
mod validtype;
pub mod vet;

pub use errors::{unknown_in_module, unknown_package};
pub use load::{Imported, Importer, Lacking, NoPackages};
pub use look::{CURSOR, Found, Item, Kept, Names, found_at, names_at};

use crate::base::{Diagnostics, FileId, Interner, SourceMap};
use info::Checked;
use rustc_hash::FxHashMap;

/// A program to check.
#[derive(Debug, Clone)]
pub struct ProgramInput {
    /// The files of package main, which must be in the source map.
    pub files: Vec<FileId>,
    /// Its import path as the go command calls it.
    pub path: String,
    /// The language version `(1, N)`.
    pub version: (u32, u32),
    /// What stands before file names inside of messages, such as `./`.
    pub prefix: String,
    /// The folder that the files' names are relative to, ending in a slash, for what go says with a whole path.
    pub dir: String,
    /// After how many errors to give up; gc's limit is ten.
    pub max_errors: usize,
    /// Whether it shall be run, so that it must be package main.
    pub runs: bool,
    /// Whether it is a test, which needs no function main.
    pub test: bool,
    /// Whether to check types even if something does not parse. gc does not.
    pub keep_going: bool,
    /// Whether it is only looked at ([`names_at`]): what is not found is left out, and of the library only declarations are read.
    pub look: bool,
}

impl ProgramInput {
    /// These files in the newest version of the language.
    pub fn new(files: Vec<FileId>) -> Self {
        let path = "command-line-arguments".to_owned();
        Self {
            files,
            path,
            version: (1, 27),
            prefix: String::new(),
            dir: String::new(),
            max_errors: 10,
            runs: false,
            test: false,
            keep_going: false,
            look: false,
        }
    }
}

/// Parses and checks a program with everything it imports. The tables are there only if there is no error.
///
/// Diagnostics come package by package, those that import a broken one left out, and of each in gc's order of reporting, at most ten
/// errors, after which gc gives up.
pub fn check_program(
    input: &ProgramInput,
    importer: &mut dyn Importer,
    sources: &mut SourceMap,
    interner: &mut Interner,
) -> (Option<Checked>, Diagnostics) {
    let mut diags = Diagnostics::new();
    let mut none = FxHashMap::default();
    let Some(loaded) = load::load(input, importer, sources, interner, &mut diags, &mut none) else {
        return (None, diags);
    };
    let (tables, found) = checker::run(&loaded, input, sources, interner);
    diags.append(found);
    let checked = if diags.has_errors() { None } else { Some(tables.finish(loaded)) };
    (checked, diags)
}
