//! The library's two halves fit together.

use super::*;
use std::collections::BTreeSet;

/// Names of the functions without body in a file of package `path`.
fn bodyless(path: &str, text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in text.lines().filter(|l| l.starts_with("func ") && !l.contains('{') && !l.ends_with('(')) {
        let line = &line[5..];
        let (recv, rest) = match line.strip_prefix('(') {
            Some(r) => {
                let (recv, rest) = r.split_once(") ").expect("a receiver ends");
                (recv.rsplit(' ').next(), rest)
            }
            None => (None, line),
        };
        let name = &rest[..rest.find(['(', '[']).expect("parameters")];
        names.push(match recv {
            None => format!("{path}.{name}"),
            Some(r) => match r.strip_prefix('*') {
                Some(r) => format!("{path}.(*{}).{name}", generic(r)),
                None => format!("{path}.{}.{name}", generic(r)),
            },
        });
    }
    names
}

fn generic(name: &str) -> String {
    name.find('[').map_or(name.to_owned(), |i| format!("{}[...]", &name[..i]))
}

#[test]
fn every_function_without_body_is_native_and_every_native_is_declared() {
    let mut declared = BTreeSet::new();
    for path in paths() {
        for (_, text) in package(path).expect("it is listed") {
            declared.extend(bodyless(path, &text));
        }
    }
    let missing: Vec<_> = declared.iter().filter(|n| !is_native(n)).collect();
    assert!(missing.is_empty(), "without native: {missing:#?}");
    // What the compiler calls by name has no declaration.
    let spare: Vec<_> = TABLES
        .iter()
        .flat_map(|t| t.iter())
        .map(|e| e.0)
        .filter(|n| !declared.contains(*n) && !COMPILER.contains(n))
        .collect();
    assert!(spare.is_empty(), "undeclared: {spare:#?}");
}

/// Natives that the compiler itself calls.
const COMPILER: &[&str] = &[
    "runtime.maxFloat",
    "runtime.minFloat",
    "runtime.print",
    "runtime.println",
    "runtime.sliceToArray",
    "runtime.panicrangestate",
];

#[test]
fn tables_are_sorted() {
    for table in TABLES {
        for pair in table.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
    }
}

#[test]
fn the_page_gets_the_same_packages() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/golib");
    for part in [Part::Core, Part::Common, Part::Rare, Part::Crypto, Part::Web, Part::Modules] {
        let bytes = std::fs::read(folder.join(format!("{}.pack", part.name()))).expect("the build writes it");
        let page = Pack::unpacked(&bytes).expect("it is a pack");
        let mut count = 0;
        for path in page.paths() {
            // Our half of a package is in the core, whatever part Go's is in.
            assert!(part == Part::Core || Part::of_package(path) == Some(part), "{path}");
            let same = |p: &&Pack| (p.package(path), p.roots(path)) == (page.package(path), page.roots(path));
            assert!(Pack::all().find(same).is_some(), "{path}: the command has another");
            count += 1;
        }
        let least = if part == Part::Modules { 1 } else { 21 };
        assert!(count >= least, "{count} packages in {}", part.name());
    }
    assert_eq!(Part::of_package("fmt"), None);
    let zones = std::fs::read(folder.join("zones.pack")).expect("the build writes it");
    assert_eq!(Some(zones.as_slice()), Part::Zones.inside());
}

#[test]
fn time_zones_are_needed_by_whom_looks_for_them() {
    assert_eq!(part_of_native("time.zoneFile", |_| false), Some(Part::Zones));
    assert_eq!(part_of_native("time.localZoneFile", |_| false), None);
    assert_eq!(part_of_native("time.localZoneFile", |text| text == "\"TZ\""), Some(Part::Zones));
    assert_eq!(part_of_native("time.now", |_| true), None);
}
