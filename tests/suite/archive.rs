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

/// `--wall`: the clock is the real one, and a sleep takes as long as it says; what was printed before it is out before.
#[test]
fn wall_time_is_real() {
    let dir = std::env::temp_dir().join(format!("golanes-wall-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder for a test");
    let file = dir.join("main.go");
    let text = "package main\nimport (\"fmt\"; \"time\")\nfunc main() {\n\tstart := time.Now()\n\tfmt.Println(start.Unix())\n\t\
                time.Sleep(300 * time.Millisecond)\n\tfmt.Println(time.Since(start).Milliseconds())\n}\n";
    std::fs::write(&file, text).expect("a file");
    let run = |flags: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_golanes"));
        let out = command.arg("run").args(flags).arg(&file).output().expect("the command runs");
        assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        text.lines().map(|l| l.parse::<i64>().expect("a number")).collect::<Vec<_>>()
    };
    #[expect(clippy::disallowed_methods, reason = "real time is what is tested")]
    let now =
        || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_millis() as i64;
    let before = now();
    let real = run(&["--wall"]);
    let after = now();
    assert!((before / 1000..=after / 1000).contains(&real[0]), "{} is not between {before} and {after}", real[0]);
    assert!(real[1] >= 300 && after - before >= 300, "it slept {} ms in {}", real[1], after - before);
    assert_eq!(run(&[]), [1_257_894_000, 300]);
    let _ = std::fs::remove_dir_all(&dir);
}
