//! Go's library: what is hot or is the engine itself in Rust, the rest in Go.
//!
//! A package is Go source, ours under `go/` or Go's own, out of the [`Pack`], checked and compiled like a user's code. A function without a
//! body there is a native, found by its name ([`native`]): arguments stand flattened in the machine's stack, results go to the same
//! place. Natives never call Go and keep nothing outside the machine.

mod abi;
mod atomic;
mod bits;
pub mod catalog;
pub mod docs;
mod errors;
mod float;
mod fmt;
mod hashes;
mod math;
mod os;
mod pack;
mod quote;
mod rand;
mod reflect;
mod runtime;
mod search;
mod sort;
mod strconv;
mod strings;
mod sync;
mod synctest;
mod testing;
mod time;
mod unicode;

pub use pack::{Pack, Part};

use crate::base;
use crate::runtime::NativeFn;
use std::sync::Arc;

/// Names and texts of the files of the package with this import path: ours, then Go's own.
pub fn package(path: &str) -> Option<Vec<(String, Arc<str>)>> {
    let halves: Vec<_> = Pack::all().filter_map(|p| p.package(path)).collect();
    let files = |half: Vec<(String, String)>| half.into_iter().map(|(name, text)| (name, Arc::from(text)));
    (!halves.is_empty()).then(|| halves.into_iter().flat_map(files).collect())
}

/// The import paths of all packages that are there, each once.
pub fn paths() -> std::collections::BTreeSet<&'static str> {
    Pack::all().flat_map(Pack::paths).collect()
}

/// The part of the library that a program needs which reaches this native; `mentions` tells whether its text has a string.
pub fn part_of_native(name: &str, mentions: impl Fn(&str) -> bool) -> Option<Part> {
    match name {
        "time.zoneFile" => Some(Part::Zones),
        // Whatever shows a time reaches it, but it looks for a file only if TZ is set.
        "time.localZoneFile" => mentions("\"TZ\"").then_some(Part::Zones),
        _ => None,
    }
}

/// The modules of others that the library has packages of, each with the version that Go itself uses.
const MODULES: &[(&str, &str)] = &[("golang.org/x/sync", "v0.20.0")];

/// The import paths of all packages that programs may import, in no order.
pub fn public_paths() -> impl Iterator<Item = &'static str> {
    catalog::entries().filter(|e| e.state != "none").map(|e| e.path).chain(modules())
}

/// The packages of those modules.
fn modules() -> impl Iterator<Item = &'static str> {
    Pack::all().flat_map(Pack::paths).filter(|path| MODULES.iter().any(|(module, _)| path.starts_with(module)))
}

/// The folder that messages and traces name as that of a package's files.
pub fn folder(path: &str) -> String {
    let module = MODULES.iter().find_map(|(module, version)| Some((module, version, path.strip_prefix(module)?)));
    match module {
        Some((module, version, rest)) => format!("{}{module}@{version}{rest}", base::MODULES),
        None => format!("{}{path}", base::LIBRARY),
    }
}

/// The unexported names that gc knows of a package: those in the export data of Go's own, of which ours may have others
/// (`tests/oracle/unexported` writes the list).
pub fn unexported(path: &str) -> Option<impl Iterator<Item = &'static str>> {
    let mut lines = Pack::table("unexported.txt").lines().map(|l| l.split(' '));
    lines.find_map(|mut words| (words.next() == Some(path)).then_some(words))
}

/// The tables of natives, each sorted by name.
const TABLES: &[&[(&str, NativeFn)]] = &[
    atomic::ATOMIC,
    bits::BITS,
    errors::ERRORS,
    fmt::FMT,
    hashes::HASHES,
    math::MATH,
    os::OS,
    rand::RAND,
    reflect::REFLECT,
    runtime::RUNTIME,
    sort::SLICES,
    strconv::STRCONV,
    strings::STRINGS,
    sync::SYNC,
    synctest::SYNCTEST,
    testing::TESTING,
    time::TIME,
    unicode::UNICODE,
];

/// The native of this name: `strings.Index`, `sync.(*Mutex).Lock`.
pub fn native(name: &str) -> Option<NativeFn> {
    TABLES.iter().find_map(|t| t.binary_search_by_key(&name, |e| e.0).ok().map(|i| t[i].1))
}

/// Stands for a native that does not exist; the compiler has refused programs that reach one.
///
/// # Errors
/// Always.
pub fn missing(_: &mut crate::runtime::Machine, _: usize) -> Result<crate::runtime::Flow, crate::runtime::Trap> {
    Err(crate::runtime::Trap::Fatal("call of a library function that golanes does not have".into()))
}

/// Whether there is such a native.
pub fn is_native(name: &str) -> bool {
    native(name).is_some()
}

#[cfg(test)]
mod tests;
