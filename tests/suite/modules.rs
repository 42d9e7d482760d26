//! Programs of several packages against what real Go prints: `tests/modules/*.txtar`, whose last section `want` is written by
//! `tests/oracle/modules.sh`.

use crate::archive::sections;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::path::Path;

fn outcome(files: &[(String, String)]) -> String {
    let files: Vec<SourceText> = files
        .iter()
        .map(|(name, text)| {
            // As the command names what stands in the folder where it is called.
            let name = if name.contains('/') || name == "go.mod" { name.clone() } else { format!("./{name}") };
            SourceText { name, text: text.clone() }
        })
        .collect();
    let built = build(&files, &BuildOptions::default());
    let Some(program) = built.program else {
        let header = built.broken.map_or(String::new(), |package| format!("# {package}\n"));
        return header + &built.listing;
    };
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), false);
    let mut text = String::new();
    for _ in 0..100 {
        let progress = session.run(1_000_000);
        for chunk in session.drain_output() {
            text.push_str(&String::from_utf8_lossy(&chunk.bytes));
        }
        if progress.end.is_some() {
            break;
        }
    }
    let lines = text.lines().take_while(|l| !l.starts_with("goroutine ")).filter(|l| !l.is_empty());
    lines.map(|l| format!("{l}\n")).collect()
}

#[test]
fn modules_print_what_real_go_prints() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/modules");
    let mut paths: Vec<_> =
        std::fs::read_dir(dir).expect("tests/modules is there").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    assert!(paths.len() >= 10, "only {} archives", paths.len());
    let mut wrong = Vec::new();
    for path in paths {
        let mut files = sections(&std::fs::read_to_string(&path).expect("readable"));
        let want = files.pop().filter(|(name, _)| name == "want").expect("the last section is `want`").1;
        let got = outcome(&files);
        if got != want {
            wrong.push(format!("== {}\nsays\n{got}\nreal Go says\n{want}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
