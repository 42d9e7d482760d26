//! What of Go's library there is here: `library PROBES` builds and runs the programs that `tests/oracle/library` writes, each of which
//! uses every exported name of a package with its type, and prints for each package the names that are refused or differ. With a second
//! argument, a file of lines about natives, it writes `src/stdlib/packages.txt`, `public/library.json` and `docs/library.md` instead.

#![expect(clippy::print_stdout, reason = "a command")]

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use golanes::stdlib::{Part, catalog, package, paths};
use miniz_oxide::deflate::compress_to_vec;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The numbers of the lines of `text`, from 1, that hold only with what is `kept`; the rest is made empty.
fn without(text: &str, dropped: &BTreeSet<usize>) -> String {
    let lines = text.lines().enumerate();
    lines.map(|(i, line)| if dropped.contains(&(i + 1)) { "\n".to_owned() } else { format!("{line}\n") }).collect()
}

/// The name that a line of a program is about.
fn name_of(line: &str) -> Option<&str> {
    Some(line.rsplit_once(" // ")?.1)
}

struct Found {
    /// Whether the package can be imported at all.
    there: bool,
    /// Names, each with what was said about it.
    lacks: BTreeMap<String, String>,
}

fn probe(path: &str, text: &str) -> Found {
    let mut found = Found { there: true, lacks: BTreeMap::new() };
    let lines: Vec<&str> = text.lines().collect();
    let mut dropped = BTreeSet::new();
    let built = loop {
        let built = build(&[file(&without(text, &dropped))], &BuildOptions::default());
        if built.program.is_some() {
            break built;
        }
        let before = dropped.len();
        for line in built.listing.lines() {
            let Some((at, message)) = line.strip_prefix("p.go:").and_then(|l| l.split_once(": ")) else { continue };
            let Some(number) = at.split(':').next().and_then(|n| n.parse::<usize>().ok()) else { continue };
            if lines[number - 1] == format!("import _ \"{path}\"") {
                found.there = false;
                return found;
            }
            if dropped.insert(number)
                && let Some(name) = name_of(lines[number - 1])
            {
                found.lacks.entry(name.to_owned()).or_insert_with(|| message.to_owned());
            }
        }
        if dropped.len() == before {
            // What is refused stands in the library: each line by itself says who reaches it.
            let decls: Vec<usize> = (1..=lines.len()).filter(|n| name_of(lines[n - 1]).is_some()).collect();
            for &number in decls.iter().filter(|n| !dropped.contains(n)).collect::<Vec<_>>() {
                let mut alone: BTreeSet<usize> = decls.iter().copied().filter(|&n| n != number).collect();
                let mut refused = String::new();
                for _ in 0..3 {
                    let built = build(&[file(&without(text, &alone))], &BuildOptions::default());
                    if built.program.is_some() {
                        refused.clear();
                        break;
                    }
                    refused =
                        built.listing.lines().find(|l| !l.contains("imported and not used")).unwrap_or("").to_owned();
                    for line in built.listing.lines().filter(|l| l.contains("imported and not used")) {
                        alone.extend(line.split(':').nth(1).and_then(|n| n.parse::<usize>().ok()));
                    }
                }
                if !refused.is_empty() {
                    dropped.insert(number);
                    let name = name_of(lines[number - 1]).unwrap_or_default().to_owned();
                    found.lacks.entry(name).or_insert(refused);
                }
            }
            if dropped.len() == before {
                found.lacks.insert("?".into(), built.listing);
                return found;
            }
        }
    };
    let Some(program) = built.program else { return found };
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), false);
    let progress = session.run(100_000_000);
    let printed: Vec<u8> = session.output().iter().flat_map(|o| o.bytes.clone()).collect();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    if progress.end.is_some_and(|e| e.code == 0) {
        for name in printed.lines() {
            found.lacks.entry(name.to_owned()).or_insert_with(|| "another value".into());
        }
    } else {
        found.lacks.insert("?".into(), printed);
    }
    found
}

fn file(text: &str) -> SourceText {
    SourceText { name: "p.go".into(), text: text.to_owned() }
}

/// Names as the table has them: a type stands for all that belongs to it, and many with the same beginning for themselves.
fn shortened(lacks: &BTreeMap<String, String>) -> Vec<String> {
    let outer = |n: &str| n.split('.').next().unwrap_or(n).to_owned();
    let names: Vec<&String> = lacks.keys().filter(|n| !n.contains('.') || !lacks.contains_key(&outer(n))).collect();
    let prefix = |n: &str| n.split_once('_').map(|(p, _)| format!("{p}_*"));
    let mut many: BTreeMap<String, usize> = BTreeMap::new();
    for p in names.iter().filter_map(|n| prefix(n)) {
        *many.entry(p).or_default() += 1;
    }
    let short = |n: &&String| prefix(n).filter(|p| many[p] >= 4).unwrap_or_else(|| (*n).clone());
    names.iter().map(short).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A package with what there is to tell of it.
struct Row {
    path: String,
    state: &'static str,
    lacks: Vec<String>,
    why: String,
    /// The part of the library that it is in, and what it takes there.
    part: &'static str,
    bytes: usize,
}

/// Whether it is a package of another's module: such paths start with the name of a host.
fn is_foreign(path: &str) -> bool {
    path.split('/').next().is_some_and(|host| host.contains('.'))
}

fn part_of(path: &str) -> (&'static str, usize) {
    let text: String = package(path).into_iter().flatten().map(|(_, text)| text.to_string()).collect();
    (Part::of_package(path).map_or("core", Part::name), compress_to_vec(text.as_bytes(), 10).len())
}

fn row(path: String, found: &Found) -> Row {
    let why = catalog::entry(&path).map_or(String::new(), |e| e.why.to_owned());
    let lacks = shortened(&found.lacks);
    let state = match (found.there, lacks.is_empty()) {
        (false, _) => "none",
        (true, true) => "complete",
        (true, false) => "lacks",
    };
    let (part, bytes) = if found.there { part_of(&path) } else { ("", 0) };
    Row { path, state, lacks, why, part, bytes }
}

fn table(rows: &[Row]) -> String {
    rows.iter().map(|r| format!("{}\t{}\t{}\t{}\n", r.path, r.state, r.lacks.join(" "), r.why)).collect()
}

fn json(rows: &[Row]) -> String {
    let one = |r: &Row| json!({"path": r.path, "state": r.state, "lacks": r.lacks, "why": r.why, "part": r.part, "bytes": r.bytes});
    let lines: Vec<String> = rows.iter().map(|r| one(r).to_string()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// What each part of the library takes: its packages one by one, and the stream that the page fetches.
fn parts() -> String {
    let mut text = String::from(
        "\n## Parts\n\nBytes of their packages, Go's internal ones too, each compressed by itself, and of what the page fetches: the core when it starts.\n\n| part | packages | bytes | fetched |\n| --- | ---: | ---: | ---: |\n",
    );
    let all = paths();
    for part in Part::ALL.map(Part::name) {
        let sizes: Vec<usize> = all.iter().map(|p| part_of(p)).filter(|p| p.0 == part).map(|p| p.1).collect();
        let fetched = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/golib").join(format!("{part}.pack"));
        let fetched = std::fs::metadata(fetched).map_or(String::new(), |m| m.len().to_string());
        let (count, bytes) = (sizes.len(), sizes.iter().sum::<usize>());
        // Zones and documentation are no packages.
        let own = if count == 0 { " | ".to_owned() } else { format!("{count} | {bytes}") };
        text += &format!("| `{part}` | {own} | {fetched} |\n");
    }
    text
}

/// The documentation: what is said by hand stands in `head`.
fn markdown(head: &str, rows: &[Row], natives: &str) -> String {
    let mut text = head.to_owned();
    let count = |state: &str| rows.iter().filter(|r| r.state == state).count();
    text += &format!(
        "\nOf {} packages of Go 1.27.3 that a program may import, {} are complete, {} lack some names, {} are not here.\n",
        rows.len(),
        count("complete"),
        count("lacks"),
        count("none"),
    );
    text += &parts();
    text += "\n## Packages\n\n| package | state | part | bytes |\n| --- | --- | --- | ---: |\n";
    for r in rows.iter().filter(|r| r.state != "none") {
        let state = if r.state == "lacks" { "lacks some" } else { r.state };
        text += &format!("| `{}` | {state} | {} | {} |\n", r.path, r.part, r.bytes);
    }
    let (foreign, internal): (Vec<_>, Vec<_>) =
        paths().into_iter().filter(|p| catalog::entry(p).is_none()).partition(|p| is_foreign(p));
    let one = |path: &&str| {
        let (part, bytes) = part_of(path);
        format!("| `{path}` | {part} | {bytes} |\n")
    };
    text += "\nWhat those packages import of Go's internal ones:\n\n| package | part | bytes |\n| --- | --- | ---: |\n";
    text.extend(internal.iter().map(one));
    text += "\nPackages of the modules of others:\n\n| package | part | bytes |\n| --- | --- | ---: |\n";
    text.extend(foreign.iter().map(one));
    text += "\n## Names that are lacking\n\nThe compiler refuses them and says so. `T` means all that belongs to the type, `P_*` all names that start so.\n";
    for r in rows.iter().filter(|r| r.state == "lacks") {
        let names: Vec<String> = r.lacks.iter().map(|n| format!("`{n}`")).collect();
        let why = if r.why.is_empty() { String::new() } else { format!(" ({})", r.why) };
        text += &format!("\n- `{}`{why}: {}\n", r.path, names.join(", "));
    }
    text += "\n## Packages that are not here\n\n| package | why |\n| --- | --- |\n";
    for r in rows.iter().filter(|r| r.state == "none") {
        text += &format!("| `{}` | {} |\n", r.path, r.why);
    }
    text += "\n## Natives\n\nBytes of machine code in the native command, by module of `src/stdlib`; as wasm they are about two thirds of that.\n\n| module | bytes |\n| --- | ---: |\n";
    text + natives
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("which folder of probes?")?;
    let natives = match args.next() {
        Some(file) => std::fs::read_to_string(file)?,
        None => return show(&dir),
    };
    let mut rows = Vec::new();
    for (path, text) in probes(&dir)? {
        rows.push(row(path.clone(), &probe(&path, &text)));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let head = std::fs::read_to_string(root.join("docs/library.head.md"))?;
    std::fs::write(root.join("src/stdlib/packages.txt"), table(&rows))?;
    std::fs::write(root.join("public/library.json"), json(&rows))?;
    std::fs::write(root.join("docs/library.md"), markdown(&head, &rows, &natives))?;
    Ok(())
}

/// Import path and text of each probe, sorted.
fn probes(dir: &str) -> std::io::Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|n| n.to_str()).unwrap_or_default().replace('_', "/");
        all.insert(name, std::fs::read_to_string(&path)?);
    }
    Ok(all)
}

/// Prints what is refused, with what was said.
fn show(dir: &str) -> Result<(), Box<dyn std::error::Error>> {
    for (name, text) in probes(dir)? {
        let found = probe(&name, &text);
        if !found.there {
            println!("{name}: not there");
            continue;
        }
        println!(
            "{name}: {}",
            if found.lacks.is_empty() { "complete".into() } else { format!("lacks {}", found.lacks.len()) }
        );
        for (what, why) in &found.lacks {
            println!("\t{what}\t{}", why.lines().next().unwrap_or(""));
        }
    }
    Ok(())
}
