//! Every lesson keeps its promises, and the guide has its place in them.

#[path = "../lessons/check.rs"]
mod check;

use check::{Checked, check};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/lessons")
}

/// Headings and table rows of the guide.
fn guide() -> Vec<String> {
    let lines = include_str!("../guide.txt").lines();
    lines.filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

/// All lessons by group and order, looked through by two threads, as there are cores.
fn lessons() -> Vec<Checked> {
    let dirs = fs::read_dir(root()).expect("public/lessons").map(|e| e.expect("an entry").path());
    let mut dirs: Vec<PathBuf> = dirs.filter(|p| p.is_dir()).collect();
    dirs.sort();
    let guide = guide();
    let look = |odd: usize| dirs.iter().skip(odd).step_by(2).map(|d| check(d, &guide)).collect::<Vec<_>>();
    let mut all: Vec<Checked> = std::thread::scope(|s| {
        let half = s.spawn(|| look(1));
        let mut all = look(0);
        all.extend(half.join().expect("a thread that ends"));
        all
    });
    let groups = ["Scheduler", "Goroutines", "Channels", "Synchronisation", "Patterns", "Bug zoo"];
    let key = |c: &Checked| (groups.iter().position(|g| *g == c.entry.group), c.entry.order);
    all.sort_by_key(key);
    all
}

#[test]
fn lessons_keep_their_promises() {
    let all = lessons();
    let mut wrong: Vec<String> =
        all.iter().flat_map(|c| c.wrong.iter().map(move |w| format!("{}: {w}", c.entry.name))).collect();
    // What a note's words are looked for in.
    for c in all.iter().filter(|c| c.wrong.iter().any(|w| w.contains("is told with"))) {
        wrong.push(format!("{}'s run is told so:\n{}", c.entry.name, c.told.join("\n")));
    }
    let mut places = BTreeSet::new();
    for c in &all {
        if !places.insert((c.entry.group.clone(), c.entry.order)) {
            wrong.push(format!("{}: another lesson has its place in the group", c.entry.name));
        }
    }
    let named: BTreeSet<&String> = all.iter().flat_map(|c| &c.entry.guide).collect();
    let taught = |heading: &String| heading.starts_with(|c: char| ('1'..='5').contains(&c));
    wrong.extend(guide().iter().filter(|h| taught(h) && !named.contains(h)).map(|h| format!("no lesson has {h:?}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let entries: Vec<_> = all.into_iter().map(|c| c.entry).collect();
    let index =
        serde_json::to_string(&entries).expect("entries are data").replace("},{\"name\"", "},\n{\"name\"") + "\n";
    let path = root().join("index.json");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &index).expect("the index is written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == index, "public/lessons/index.json is out of date: UPDATE_EXPECT=1 cargo test lessons writes it");
}
