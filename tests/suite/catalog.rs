//! The table of Go's library (`src/stdlib/packages.txt`, made by `tests/oracle/library.sh`) is that of ours: what it says is there can be
//! imported, what it says is lacking is refused in its words.

use golanes::engine::{BuildOptions, SourceText, build};
use golanes::stdlib::{Part, catalog, package, paths};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn listing(text: String) -> String {
    build(&[SourceText { name: "x.go".into(), text }], &BuildOptions::default()).listing
}

#[test]
fn packages_are_there_or_refused() {
    let mut wrong = Vec::new();
    for entry in catalog::entries() {
        let path = entry.path;
        let said = listing(format!("package main\n\nimport _ \"{path}\"\n\nfunc main() {{}}\n"));
        let refused = format!("x.go:3:8: golanes does not have package {path}");
        let fits = match entry.state {
            "none" => package(path).is_none() && said.starts_with(&refused),
            "complete" | "lacks" => package(path).is_some() && said.is_empty(),
            _ => false,
        };
        if !fits || (entry.state == "lacks") == entry.names().next().is_none() {
            wrong.push(format!("{path} is said to be {:?}:\n{said}", entry.state));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_package_is_in_the_table() {
    // Those of other modules start with the name of a host.
    let foreign = |p: &str| p.split('/').next().is_some_and(|host| host.contains('.'));
    let own = |p: &&str| !p.split('/').any(|w| w == "internal" || w == "vendor") && !foreign(p);
    let lost: Vec<&str> = paths().into_iter().filter(own).filter(|p| catalog::entry(p).is_none()).collect();
    assert!(lost.is_empty(), "run tests/oracle/library.sh: {lost:?}");
    assert!(catalog::entries().count() > 150);
}

#[test]
fn lacking_names_are_refused_by_name() {
    let mut wrong = Vec::new();
    for entry in catalog::entries() {
        let path = entry.path;
        // Of a second version the last word is not the name.
        let package = path.trim_end_matches("/v2").rsplit('/').next().unwrap_or(path);
        for name in entry.names() {
            let name = name.replace('*', "SOMETHING");
            let body = match name.split_once('.') {
                Some((ty, field)) => format!("var x *p.{ty}\n\nvar _ = x.{field}\n"),
                None => format!("var _ = p.{name}\n"),
            };
            let said = listing(format!("package main\n\nimport p \"{path}\"\n\n{body}\nfunc main() {{}}\n"));
            if !said.contains(&format!("golanes does not have {package}.{name}")) {
                wrong.push(format!("{path} is said to lack {name}:\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn documentation_and_data_of_the_page_are_of_the_same_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("public/library.json")).expect("it is there");
    let rows: Vec<Value> = serde_json::from_str(&text).expect("it is JSON");
    let docs = fs::read_to_string(root.join("docs/library.md")).expect("it is there");
    assert_eq!(rows.len(), catalog::entries().count());
    for (row, entry) in rows.iter().zip(catalog::entries()) {
        let names: Vec<Value> = entry.names().map(Value::from).collect();
        assert_eq!((&row["path"], &row["state"]), (&Value::from(entry.path), &Value::from(entry.state)));
        assert_eq!((&row["lacks"], &row["why"]), (&Value::from(names), &Value::from(entry.why)), "{}", entry.path);
        assert!(docs.contains(&format!("\n| `{}` | ", entry.path)), "{} is not in docs/library.md", entry.path);
        assert!(entry.names().all(|n| docs.contains(&format!("`{n}`"))), "{} in docs/library.md", entry.path);
    }
}

#[test]
fn what_go_does_not_have_either_is_refused_in_its_words() {
    let of = |body: &str| listing(format!("package main\n\n{body}\n"));
    assert_eq!(
        of("import _ \"net/nothing\"\n\nfunc main() {}"),
        "x.go:3:8: package net/nothing is not in std (/usr/local/go/src/net/nothing)\n"
    );
    assert_eq!(
        of("import _ \"example.com/x\"\n\nfunc main() {}"),
        "x.go:3:8: no required module provides package example.com/x: go.mod file not found in current directory or any parent directory; see 'go help modules'\n"
    );
    assert_eq!(of("import \"os\"\n\nfunc main() { os.Nothing() }"), "x.go:5:18: undefined: os.Nothing\n");
    let method = of("import \"os\"\n\nfunc main() { os.Stdout.Nothing() }");
    assert_eq!(method, "x.go:5:25: os.Stdout.Nothing undefined (type *os.File has no field or method Nothing)\n");
}

#[test]
fn a_required_module_is_refused_as_ours() {
    let go_mod = "module m\n\ngo 1.27\n\nrequire (\n\texample.com/uuid v1.6.0\n)\n";
    let main = "package main\n\nimport _ \"example.com/uuid\"\nimport _ \"github.com/other/x\"\n\nfunc main() {}\n";
    let files =
        [("go.mod", go_mod), ("main.go", main)].map(|(name, text)| SourceText { name: name.into(), text: text.into() });
    assert_eq!(
        build(&files, &BuildOptions::default()).listing,
        "main.go:3:8: golanes does not have package example.com/uuid, and fetches none: of the modules of others there is \
         github.com/alexedwards/argon2id, github.com/go-chi/chi/v5, github.com/go-chi/chi/v5/middleware, \
         github.com/golang-jwt/jwt/v5, github.com/google/uuid, github.com/stretchr/testify/assert, \
         github.com/stretchr/testify/require, golanes.example/memdb, golang.org/x/crypto/argon2, \
         golang.org/x/crypto/bcrypt, golang.org/x/sync/errgroup, golang.org/x/sync/semaphore, golang.org/x/sync/singleflight\n\
         main.go:4:8: no required module provides package github.com/other/x; to add it:\n\tgo get github.com/other/x\n"
    );
}

/// The sizes in docs/library.md are about those of this build: by package, by part, and each module of natives is there.
#[test]
fn sizes_are_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_to_string(root.join("docs/library.md")).expect("it is there");
    let cells =
        |line: &str| -> Vec<String> { line.split('|').map(|c| c.trim().trim_matches('`').to_owned()).collect() };
    let rows: Vec<Vec<String>> = docs.lines().filter(|l| l.starts_with("| `")).map(cells).collect();
    // A package's second cell is a word; a part and a module of natives may have its name.
    let told = |name: &str, word: bool, column: usize| -> Option<f64> {
        let is_word = |cell: &str| cell.starts_with(char::is_alphabetic);
        rows.iter().filter(|r| r[1] == name && is_word(&r[2]) == word).find_map(|r| r.get(column)?.parse().ok())
    };
    let near = |told: f64, is: usize| (told - is as f64).abs() <= 300.0 + 0.1 * is as f64;
    let mut wrong = Vec::new();
    let mut sums = std::collections::BTreeMap::new();
    for path in paths() {
        let text: String = package(path).into_iter().flatten().map(|(_, text)| text.to_string()).collect();
        let there = !text.is_empty();
        let is = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 10).len();
        let part = Part::of_package(path).map_or("core", Part::name);
        *sums.entry(part).or_insert(0) += is;
        let public = catalog::entry(path).is_some();
        match told(path, true, if public { 4 } else { 3 }) {
            Some(bytes) if near(bytes, is) && there => {}
            other => wrong.push(format!("{path}: {is} bytes, told {other:?}")),
        }
    }
    for (part, sum) in sums {
        if !told(part, false, 3).is_some_and(|bytes| near(bytes, sum)) {
            wrong.push(format!("part {part}: {sum} bytes"));
        }
    }
    for name in ["reflect", "strings", "fmt", "hashes", "time"] {
        if told(name, false, 2).is_none_or(|bytes| bytes < 1000.0) {
            wrong.push(format!("natives of {name}"));
        }
    }
    assert!(wrong.is_empty(), "is `tests/oracle/library.sh` due?\n{}", wrong.join("\n"));
}
