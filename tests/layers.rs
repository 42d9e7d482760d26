//! The modules' allowed directions: reads every `crate::` path under `src/` and fails on an arrow that is not in the table.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module and what it may import; the modules of `ARCHITECTURE.md` in the order of a program's way.
const ALLOWED: &[(&str, &str)] = &[
    ("base", ""),
    ("syntax", "base"),
    ("constant", "base"),
    ("types", "base constant"),
    ("check", "base syntax constant types"),
    ("bytecode", "base"),
    ("compile", "base syntax constant types check bytecode"),
    ("sched", "base"),
    ("trace", "base"),
    ("runtime", "base bytecode sched trace"),
    ("vm", "base bytecode runtime trace sched"),
    ("stdlib", "base check bytecode runtime vm sched trace"),
    ("analysis", "base bytecode sched trace runtime vm"),
    ("explore", "base bytecode sched trace runtime vm analysis"),
    ("engine", "base syntax constant types check bytecode compile sched trace runtime vm stdlib analysis explore"),
    ("protocol", "base"),
    ("lessons", "base protocol"),
    ("view", "base trace engine protocol"),
    ("worker", "base protocol engine view"),
    ("cli", "base engine"),
    ("ui", "base protocol lessons"),
];

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("src can be listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn modules_import_only_what_they_may() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed: BTreeMap<&str, Vec<&str>> =
        ALLOWED.iter().map(|(module, may)| (*module, may.split_whitespace().collect())).collect();
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files {
        let relative = file.strip_prefix(&root).expect("below src");
        let Some(module) = relative.components().next().and_then(|c| c.as_os_str().to_str()) else { continue };
        // lib.rs, main.rs and bin/ only declare and start.
        let Some(may) = allowed.get(module) else { continue };
        let text = fs::read_to_string(&file).expect("a source file");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or(line);
            for rest in code.split("crate::").skip(1) {
                let target: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                // Macros of the crate root, such as define_id!, and modules' own paths are free.
                if !allowed.contains_key(target.as_str()) || target == module {
                    continue;
                }
                seen += 1;
                if !may.contains(&target.as_str()) {
                    wrong.push(format!("{}:{}: {module} imports {target}", relative.display(), number + 1));
                }
            }
        }
    }
    assert!(seen > 50, "the test reads the wrong folder: {seen} imports seen");
    assert!(wrong.is_empty(), "forbidden imports:\n{}", wrong.join("\n"));
}
