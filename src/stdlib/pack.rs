//! Go's own library sources, as `tools/pack.rs` packed them: packages are unpacked when a program imports them.
//!
//! The command has the pack inside; the page's worker is given it when a program first needs it. The pack is part of the build and
//! never changes while a program runs.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

const MAGIC: &str = "golanes-pack-1\n";

/// The pack of this build.
#[cfg(not(target_arch = "wasm32"))]
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/go.pack"));

static PACK: OnceLock<Option<Pack>> = OnceLock::new();

/// All packed packages.
#[derive(Debug)]
pub struct Pack {
    bytes: std::borrow::Cow<'static, [u8]>,
    packages: BTreeMap<String, Package>,
}

#[derive(Debug)]
struct Package {
    /// Where its packed text lies.
    at: Range<usize>,
    /// Bytes of its text.
    len: usize,
    /// Names and lengths of its files.
    files: Vec<(String, usize)>,
    /// Names that count as reached in any case.
    roots: Vec<String>,
}

impl Pack {
    /// The pack that programs are built with: the build's own, or on wasm the one that was [installed](Pack::install).
    pub fn get() -> Option<&'static Self> {
        #[cfg(not(target_arch = "wasm32"))]
        return PACK.get_or_init(|| Self::read(EMBEDDED.into())).as_ref();
        #[cfg(target_arch = "wasm32")]
        return PACK.get()?.as_ref();
    }

    /// Takes the pack for [`Pack::get`], once; whether it is one.
    pub fn install(bytes: Vec<u8>) -> bool {
        PACK.get_or_init(|| Self::read(bytes.into())).is_some()
    }

    fn read(bytes: std::borrow::Cow<'static, [u8]>) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC.as_bytes())?;
        let newline = rest.iter().position(|b| *b == b'\n')?;
        let len: usize = std::str::from_utf8(&rest[..newline]).ok()?.parse().ok()?;
        let index = std::str::from_utf8(rest.get(newline + 1..newline + 1 + len)?).ok()?;
        let base = MAGIC.len() + newline + 1 + len;
        let mut packages: BTreeMap<String, Package> = BTreeMap::new();
        let mut last: Option<(String, Package)> = None;
        for line in index.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["package", path, at, packed, len] => {
                    packages.extend(last.take());
                    let at = base + at.parse::<usize>().ok()?;
                    let range = at..at + packed.parse::<usize>().ok()?;
                    let len = len.parse().ok()?;
                    last = Some((path.to_owned(), Package { at: range, len, files: Vec::new(), roots: Vec::new() }));
                }
                ["file", name, len] => last.as_mut()?.1.files.push((name.to_owned(), len.parse().ok()?)),
                ["root", name] => last.as_mut()?.1.roots.push(name.to_owned()),
                _ => return None,
            }
        }
        packages.extend(last);
        Some(Self { bytes, packages })
    }

    /// Import paths of all packages in it, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.packages.keys().map(String::as_str)
    }

    /// Names of a package that count as reached in any case: their initialisers must run.
    pub fn roots(&self, path: &str) -> &[String] {
        self.packages.get(path).map_or(&[], |p| &p.roots)
    }

    /// Names and texts of the files of a package.
    pub fn package(&self, path: &str) -> Option<Vec<(String, String)>> {
        let package = self.packages.get(path)?;
        let packed = self.bytes.get(package.at.clone())?;
        let text = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, package.len).ok()?;
        let mut rest = std::str::from_utf8(&text).ok()?;
        let mut files = Vec::new();
        for (name, len) in &package.files {
            let (text, after) = rest.split_at_checked(*len)?;
            files.push((name.clone(), text.to_owned()));
            rest = after;
        }
        Some(files)
    }
}
