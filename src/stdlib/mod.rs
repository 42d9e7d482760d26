//! Go's library: what is hot or is the engine itself in Rust, the rest in Go.
//!
//! A package is Go source, ours under `go/` or Go's own, out of the [`Pack`], checked and compiled like a user's code. A function without a
//! body there is a native, found by its name ([`native`]): arguments stand flattened in the machine's stack, results go to the same
//! place. Natives never call Go and keep nothing outside the machine.

mod abi;
mod argon2;
mod atomic;
mod bits;
mod blowfish;
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

/// A file of a package that only a program gets which mentions one of these words, and the file that others get instead.
struct Costly {
    path: &'static str,
    file: &'static str,
    instead: &'static str,
    words: &'static [&'static str],
}

/// Signatures with keys of two halves take long to compile, and a part of the library to fetch.
const COSTLY: &[Costly] = &[Costly {
    path: "github.com/golang-jwt/jwt/v5",
    file: "keys.go",
    instead: "nokeys.go",
    words: &[
        "\"crypto/rsa\"",
        "\"crypto/ecdsa\"",
        "\"crypto/ed25519\"",
        "SigningMethodRS",
        "SigningMethodPS",
        "SigningMethodES",
        "SigningMethodEd",
        "ErrECDSAVerification",
        "ErrEd25519Verification",
    ],
}];

/// As [`package`], without what a program does not need; `mentions` tells whether its text has a string.
pub fn package_for(path: &str, mentions: impl Fn(&str) -> bool) -> Option<Vec<(String, Arc<str>)>> {
    let mut files = package(path)?;
    if let Some(costly) = COSTLY.iter().find(|c| c.path == path) {
        let out = if costly.words.iter().any(|w| mentions(w)) { costly.instead } else { costly.file };
        files.retain(|f| f.0 != out);
    }
    Some(files)
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

/// The modules of others that the library has packages of, each with a version: the one that Go itself uses, or the one whose documentation
/// ours follows.
const MODULES: &[(&str, &str)] = &[
    ("github.com/alexedwards/argon2id", "v1.0.0"),
    ("github.com/go-chi/chi/v5", "v5.2.3"),
    ("github.com/go-playground/validator/v10", "v10.28.0"),
    ("github.com/golang-jwt/jwt/v5", "v5.3.0"),
    ("github.com/google/uuid", "v1.6.0"),
    ("github.com/stretchr/testify", "v1.11.1"),
    ("golang.org/x/crypto", "v0.45.0"),
    ("golanes.example/memdb", "v0.1.0"),
    ("golang.org/x/sync", "v0.20.0"),
];

/// The import paths of all packages that programs may import, in no order.
pub fn public_paths() -> impl Iterator<Item = &'static str> {
    catalog::entries().filter(|e| e.state != "none").map(|e| e.path).chain(modules())
}

/// The module of others that a package is in, by its path, with the version and the rest of the path.
pub(super) fn module_of(path: &str) -> Option<(&'static str, &'static str, &str)> {
    MODULES.iter().find_map(|(module, version)| {
        let rest = path.strip_prefix(module)?;
        (rest.is_empty() || rest.starts_with('/')).then_some((*module, *version, rest))
    })
}

/// The packages of those modules that programs may import, sorted.
fn modules() -> impl Iterator<Item = &'static str> {
    let all: std::collections::BTreeSet<_> = Pack::all().flat_map(Pack::paths).chain(Part::outside()).collect();
    all.into_iter().filter(|path| module_of(path).is_some() && !path.contains("/internal/"))
}

/// What is said of the names that a package lacks because it is our subset of one of another's module.
pub fn subset(path: &str) -> Option<String> {
    let ours = Part::of_package(path) == Some(Part::Modules) && !path.starts_with("golanes.example/");
    ours.then(|| format!("its {path} is our subset, not the module"))
}

/// The folder that messages and traces name as that of a package's files.
pub fn folder(path: &str) -> String {
    match module_of(path) {
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
    argon2::ARGON2,
    atomic::ATOMIC,
    bits::BITS,
    blowfish::BLOWFISH,
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
