//! The library's sources, ours and Go's own, as `tools/pack.rs` packed them: packages are unpacked when a program imports them.
//!
//! All [parts](Part) are inside the command. The page's worker is given the core when it starts, and each other part when a program first
//! needs it: so a new engine does not bring Go's library along anew. All are part of the build and never change while a program runs.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::Range;
use std::sync::OnceLock;

const MAGIC: &str = "golanes-pack-1\n";

static CORE_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static COMMON_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static RARE_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static CRYPTO_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static WEB_PACK: OnceLock<Option<Pack>> = OnceLock::new();
static MODULES_PACK: OnceLock<Option<Pack>> = OnceLock::new();

/// Lines `PATH PART`: in which part of the library a package outside of the core is.
const PARTS: &str = include_str!(concat!(env!("OUT_DIR"), "/parts.txt"));

/// The parts of the library: the command has them inside, the page's worker fetches them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Our half of the library, what every program needs, and packages that nearly all import.
    Core,
    /// Packages that many programs import.
    Common,
    /// The others.
    Rare,
    /// Ciphers and signatures.
    Crypto,
    /// The network, and HTTP over it.
    Web,
    /// Our subsets of the modules of others.
    Modules,
    /// The time zone database.
    Zones,
    /// First sentences of its documentation.
    Docs,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Core, Self::Common, Self::Rare, Self::Crypto, Self::Web, Self::Modules, Self::Zones, Self::Docs];

    /// What its file is called: `NAME.pack`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Common => "common",
            Self::Rare => "rare",
            Self::Crypto => "crypto",
            Self::Web => "web",
            Self::Modules => "modules",
            Self::Zones => "zones",
            Self::Docs => "docs",
        }
    }

    /// The import paths of all packages outside of the core, whether their part is there or not.
    pub(super) fn outside() -> impl Iterator<Item = &'static str> {
        PARTS.lines().filter_map(|l| Some(l.split_once(' ')?.0))
    }

    /// The part that a package is in, if that is not the core.
    pub fn of_package(path: &str) -> Option<Self> {
        let line = PARTS.lines().find_map(|l| l.strip_prefix(path)?.strip_prefix(' '))?;
        Self::ALL.into_iter().find(|p| p.name() == line)
    }

    /// The part as the build packed it, where it is inside.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn inside(self) -> Option<&'static [u8]> {
        Some(match self {
            Self::Core => include_bytes!(concat!(env!("OUT_DIR"), "/core.pack")),
            Self::Common => include_bytes!(concat!(env!("OUT_DIR"), "/common.pack")),
            Self::Rare => include_bytes!(concat!(env!("OUT_DIR"), "/rare.pack")),
            Self::Crypto => include_bytes!(concat!(env!("OUT_DIR"), "/crypto.pack")),
            Self::Web => include_bytes!(concat!(env!("OUT_DIR"), "/web.pack")),
            Self::Modules => include_bytes!(concat!(env!("OUT_DIR"), "/modules.pack")),
            Self::Zones => include_bytes!(concat!(env!("OUT_DIR"), "/zones.pack")),
            Self::Docs => include_bytes!(concat!(env!("OUT_DIR"), "/docs.pack")),
        })
    }

    /// The part as the build packed it, where it is inside.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn inside(self) -> Option<&'static [u8]> {
        None
    }

    fn pack(self) -> Option<&'static OnceLock<Option<Pack>>> {
        match self {
            Self::Core => Some(&CORE_PACK),
            Self::Common => Some(&COMMON_PACK),
            Self::Rare => Some(&RARE_PACK),
            Self::Crypto => Some(&CRYPTO_PACK),
            Self::Web => Some(&WEB_PACK),
            Self::Modules => Some(&MODULES_PACK),
            Self::Zones | Self::Docs => None,
        }
    }

    /// Whether it can be used.
    pub fn is_there(self) -> bool {
        self.inside().is_some()
            || match self {
                Self::Zones => super::time::zones::installed(),
                Self::Docs => super::docs::installed(),
                _ => self.pack().is_some_and(|p| p.get().is_some()),
            }
    }

    /// Takes the part that a build does not have inside, once, as one xz stream; whether it is that.
    pub fn install(self, bytes: &[u8]) -> bool {
        match self {
            Self::Zones => super::time::zones::install(bytes),
            Self::Docs => super::docs::install(bytes),
            _ => self.pack().is_some_and(|p| p.get_or_init(|| Pack::unpacked(bytes)).is_some()),
        }
    }
}

/// Packed packages.
#[derive(Debug)]
pub struct Pack {
    bytes: std::borrow::Cow<'static, [u8]>,
    packages: BTreeMap<String, Package>,
    /// Names of tables about the library, and where they lie.
    tables: Vec<(String, Range<usize>)>,
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
    /// The packs that programs are built with: what is there.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Part::ALL.into_iter().filter_map(|part| {
            let pack = part.pack()?;
            match part.inside() {
                Some(bytes) => pack.get_or_init(|| Self::read(bytes.into())).as_ref(),
                None => pack.get()?.as_ref(),
            }
        })
    }

    /// A pack as the page gets it.
    pub(super) fn unpacked(bytes: &[u8]) -> Option<Self> {
        let mut out = Vec::new();
        lzma_rust2::XzReader::new(bytes, false).read_to_end(&mut out).ok()?;
        Self::read(out.into())
    }

    fn read(bytes: std::borrow::Cow<'static, [u8]>) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC.as_bytes())?;
        let newline = rest.iter().position(|b| *b == b'\n')?;
        let len: usize = std::str::from_utf8(&rest[..newline]).ok()?.parse().ok()?;
        let index = std::str::from_utf8(rest.get(newline + 1..newline + 1 + len)?).ok()?;
        let base = MAGIC.len() + newline + 1 + len;
        let mut packages: BTreeMap<String, Package> = BTreeMap::new();
        let mut tables = Vec::new();
        let mut last: Option<(String, Package)> = None;
        for line in index.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["table", name, at, len] => {
                    let at = base + at.parse::<usize>().ok()?;
                    tables.push((name.to_owned(), at..at + len.parse::<usize>().ok()?));
                }
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
        Some(Self { bytes, packages, tables })
    }

    /// A table about the library: `packages.txt` or `unexported.txt` as they stand beside this file. Empty before the core is there.
    pub(super) fn table(name: &str) -> &'static str {
        let found = Self::all().find_map(|p| {
            let (_, at) = p.tables.iter().find(|t| t.0 == name)?;
            std::str::from_utf8(p.bytes.get(at.clone())?).ok()
        });
        found.unwrap_or_default()
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
