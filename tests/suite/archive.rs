//! Test data: archives of named texts, as Go's txtar.

use std::fs;
use std::path::Path;

/// The sections of an archive, in order: names and texts.
pub(crate) fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let name = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
        match (name, sections.last_mut()) {
            (Some(name), _) => sections.push((name.to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => {}
        }
    }
    sections
}

/// The programs of all archives in a folder of `tests`, with their names and what is wanted of them: a section each, in turns.
pub(crate) fn goldens(folder: &str) -> Vec<(String, String, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut archives: Vec<_> = fs::read_dir(dir).expect("a folder").map(|e| e.expect("entry").path()).collect();
    archives.retain(|p| p.extension().is_some_and(|e| e == "txtar"));
    archives.sort();
    let mut programs = Vec::new();
    for path in archives {
        let text = fs::read_to_string(&path).expect("an archive");
        for pair in sections(&text).chunks(2) {
            let [(name, program), (_, want)] = pair else { panic!("{}: odd sections", path.display()) };
            programs.push((name.clone(), program.clone(), want.clone()));
        }
    }
    programs
}
