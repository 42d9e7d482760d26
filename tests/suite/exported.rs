//! Everything that the library's main packages export is used by a program whose output is real Go's.

use super::run;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

#[test]
fn programs_of_the_library_print_what_real_go_prints() {
    run::check_all(&tests().join("lib"), 9);
}

/// `tests/lib/exported.list` says what is exported and which program uses it (`tests/oracle/exported`), `missing.list` why some is not.
#[test]
fn everything_exported_is_used_or_has_a_reason() {
    let read = |name: &str| fs::read_to_string(tests().join("lib").join(name)).expect("the list is there");
    let (exported, missing) = (read("exported.list"), read("missing.list"));
    let mut reasons: BTreeMap<&str, bool> = missing
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| (l.split_once(": ").expect("NAME: why").0, false))
        .collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in exported.lines() {
        let (name, program) = line.rsplit_once(' ').expect("PACKAGE NAME PROGRAM");
        count += 1;
        if program != "-" {
            // The list may be older than the program.
            let last = name.rsplit(['.', ' ']).next().unwrap_or(name);
            let text = fs::read_to_string(tests().join(program)).unwrap_or_default();
            let common = fs::read_to_string(tests().join("oracle/values/common.go")).unwrap_or_default();
            let shared = program.starts_with("oracle/") && common.contains(last);
            if !text.contains(last) && !shared {
                wrong.push(format!("{name}: {program} does not use it any more"));
            }
            continue;
        }
        let reason =
            reasons.iter_mut().find(|(r, _)| r.strip_suffix('*').map_or(**r == name, |start| name.starts_with(start)));
        match reason {
            Some((_, used)) => *used = true,
            None => wrong.push(format!("{name}: no program uses it, and no reason is given")),
        }
    }
    assert!(count > 1500, "only {count} names");
    wrong.extend(reasons.iter().filter(|(_, used)| !**used).map(|(r, _)| format!("{r}: needs no reason any more")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
