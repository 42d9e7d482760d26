//! What of Go's library there is here: the table that `examples/library.rs` makes (`make oracle`) and the words of diagnostics that follow from it.

use super::Pack;

/// What is said of a package of Go's library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its import path.
    pub path: &'static str,
    /// `complete`, `lacks` some names, or `none` of it is here.
    pub state: &'static str,
    names: &'static str,
    /// Why something is lacking, if there is more to say.
    pub why: &'static str,
}

impl Entry {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let (path, state) = (fields.next()?, fields.next()?);
        Some(Self { path, state, names: fields.next().unwrap_or(""), why: fields.next().unwrap_or("") })
    }

    /// Exported names that Go's has and ours has not: `F`, `T` with all that belongs to it, `T.Method`, `PREFIX_*`.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split(' ').filter(|n| !n.is_empty())
    }

    /// What is said to a program that imports it, when it is not here.
    pub fn refusal(&self) -> String {
        let why = if self.why.is_empty() { String::new() } else { format!(": {}", self.why) };
        let near = near(self.path);
        let there = if near.is_empty() { String::new() } else { format!("; there is {}", near.join(", ")) };
        format!("golanes does not have package {}{why}{there}", self.path)
    }
}

/// All packages of Go's library that programs may import, sorted.
///
/// `packages.txt` has a line of four fields for each, with tabs between: package, state, names that are lacking, why.
pub fn entries() -> impl Iterator<Item = Entry> {
    Pack::table("packages.txt").lines().filter_map(Entry::read)
}

/// What is said of this package.
pub fn entry(path: &str) -> Option<Entry> {
    entries().find(|e| e.path == path)
}

/// The packages that are here and whose paths start with the same word, nearest first; a few.
fn near(path: &str) -> Vec<&'static str> {
    let common = |other: &str| path.split('/').zip(other.split('/')).take_while(|(a, b)| a == b).count();
    let mut near: Vec<_> = entries().filter(|e| e.state != "none" && common(e.path) > 0).map(|e| e.path).collect();
    crate::base::sort_by_key(&mut near, |other| std::cmp::Reverse(common(other)));
    near.truncate(6);
    near
}

/// What is said about a package that is not here of a module that others are here of.
pub fn beside(path: &str) -> Option<String> {
    let (module, _, _) = super::module_of(path)?;
    let ours = super::modules().filter(|p| super::module_of(p).is_some_and(|m| m.0 == module)).collect::<Vec<_>>();
    Some(format!("golanes does not have package {path}, and fetches none: of that module there is {}", ours.join(", ")))
}

/// What is said about a package of a module that the program requires and Go would fetch.
pub fn foreign(path: &str) -> String {
    let ours = super::modules().collect::<Vec<_>>().join(", ");
    format!("golanes does not have package {path}, and fetches none: of the modules of others there is {ours}")
}
