//! The time zone database, as `tools/pack.rs` packed it: part of the build, unpacked when a program first asks for a zone.

use crate::runtime::Machine;
use crate::stdlib::abi::{Done, NEXT, set_bool};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::Range;
use std::sync::OnceLock;

const MAGIC: &str = "golanes-zones-1\n";

static ZONES: OnceLock<Option<Zones>> = OnceLock::new();

/// All files of the database.
#[derive(Debug)]
struct Zones {
    bytes: Vec<u8>,
    files: BTreeMap<String, Range<usize>>,
}

impl Zones {
    fn read(packed: &[u8]) -> Option<Self> {
        let mut bytes = Vec::new();
        lzma_rust2::XzReader::new(packed, false).read_to_end(&mut bytes).ok()?;
        let text = bytes.strip_prefix(MAGIC.as_bytes())?;
        let newline = text.iter().position(|b| *b == b'\n')?;
        let len: usize = std::str::from_utf8(&text[..newline]).ok()?.parse().ok()?;
        let start = MAGIC.len() + newline + 1;
        let base = start + len;
        let mut files = BTreeMap::new();
        for line in std::str::from_utf8(bytes.get(start..base)?).ok()?.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            let [name, at, len] = words[..] else { return None };
            let at = base + at.parse::<usize>().ok()?;
            let range = at..at + len.parse::<usize>().ok()?;
            bytes.get(range.clone())?;
            files.insert(name.to_owned(), range);
        }
        Some(Self { bytes, files })
    }
}

/// Takes the database, once; whether it is that.
pub(in crate::stdlib) fn install(packed: &[u8]) -> bool {
    ZONES.get_or_init(|| Zones::read(packed)).is_some()
}

/// Whether the database has been installed.
pub(in crate::stdlib) fn installed() -> bool {
    ZONES.get().is_some()
}

fn zones() -> Option<&'static Zones> {
    if let Some(packed) = crate::stdlib::Part::Zones.inside() {
        install(packed);
    }
    ZONES.get()?.as_ref()
}

/// The file as it was before the build script took the differences between its times.
fn restored(packed: &[u8]) -> Option<Vec<u8>> {
    let mut body = packed.to_vec();
    let number = |at: usize| Some(u32::from_be_bytes(packed.get(at..at + 4)?.try_into().ok()?) as usize);
    let mut second = 44;
    for (at, size) in [(20, 1), (24, 1), (28, 8), (32, 5), (36, 6), (40, 1)] {
        second += number(at)? * size;
    }
    let times = body.get_mut(second + 44..second + 44 + number(second + 32)? * 8)?;
    let mut now = 0u64;
    for time in times.as_chunks_mut::<8>().0 {
        now = now.wrapping_add(u64::from_be_bytes(*time));
        *time = now.to_be_bytes();
    }
    Some(body)
}

/// `func zoneFile(name string) (data string, ok bool)`
pub(super) fn file(m: &mut Machine, base: usize) -> Done {
    let name = m.text_at(base);
    let found = zones().and_then(|z| restored(z.bytes.get(z.files.get(&name)?.clone())?));
    m.set_string(base, found.as_deref().unwrap_or_default());
    set_bool(m, base + 2, found.is_some());
    NEXT
}
