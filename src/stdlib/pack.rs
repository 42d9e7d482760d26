//! Go's own library sources, as `tools/pack.rs` packed them: packages are unpacked when a program imports them.
//!
//! Every build has the core inside. The rest is inside the command; the page's worker is given it when a program first needs it.
//! Both are part of the build and never change while a program runs.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::Range;
use std::sync::OnceLock;

const MAGIC: &str = "golanes-pack-1\n";

const CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.pack"));
#[cfg(not(target_arch = "wasm32"))]
const TAIL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/go.pack"));

static CORE_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static TAIL_PACK: OnceLock<Option<Pack>> = OnceLock::new();

/// Packed packages.
#[derive(Debug)]
pub struct Pack {
    bytes: std::borrow::Cow<'static, [u8]>,
    packages: BTreeMap<String, Package>,
}

#[derive(Debug)]
struct Package {
    /// Where its text lies, compressed unless it is as long as it should be.
    at: Range<usize>,
    /// Bytes of its text.
    len: usize,
    /// Names and lengths of its files.
    files: Vec<(String, usize)>,
    /// Names that count as reached in any case.
    roots: Vec<String>,
}

impl Pack {
    /// The packs that programs are built with: the core and the rest, which on wasm is there only when it has been
    /// [installed](Pack::install).
    pub fn all() -> impl Iterator<Item = &'static Self> {
        let core = CORE_PACK.get_or_init(|| Self::read(CORE.into()));
        #[cfg(not(target_arch = "wasm32"))]
        let tail = TAIL_PACK.get_or_init(|| Self::read(TAIL.into()));
        #[cfg(target_arch = "wasm32")]
        let tail = TAIL_PACK.get().unwrap_or(&None);
        core.iter().chain(tail)
    }

    /// Whether all packs are there: always but on wasm before the rest was installed.
    pub fn complete() -> bool {
        Self::all().count() == 2
    }

    /// Takes what [`Pack::all`] lacks on wasm, once, as one xz stream; whether it is a pack.
    pub fn install(bytes: &[u8]) -> bool {
        let unpacked = || {
            let mut out = Vec::new();
            lzma_rust2::XzReader::new(bytes, false).read_to_end(&mut out).ok()?;
            Self::read(out.into())
        };
        TAIL_PACK.get_or_init(unpacked).is_some()
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
        self.packages.get(path).map_or(&[], |p| p.roots.as_slice())
    }

    /// Names and texts of the files of a package.
    pub fn package(&self, path: &str) -> Option<Vec<(String, String)>> {
        let package = self.packages.get(path)?;
        let packed = self.bytes.get(package.at.clone())?;
        let inflated;
        let text = if packed.len() == package.len {
            packed
        } else {
            inflated = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, package.len).ok()?;
            &inflated
        };
        let mut rest = std::str::from_utf8(text).ok()?;
        let mut files = Vec::new();
        for (name, len) in &package.files {
            let (text, after) = rest.split_at_checked(*len)?;
            files.push((name.clone(), text.to_owned()));
            rest = after;
        }
        Some(files)
    }
}
