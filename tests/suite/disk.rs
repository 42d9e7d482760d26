//! Programs that read and change files, in a folder and out of an archive, against real Go: `tests/disk/*.txtar`, whose last
//! sections `stdout`, `code` and `after` are written by `tests/oracle/disk.sh`.

use crate::archive::sections;
use golanes::engine::{
    BuildOptions, DiskAnswer, DiskEntry, DiskOp, Inputs, Schedule, Session, SourceText, build, split_txtar,
};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("golanes-disk-{}-{name}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for a test");
        Self(dir)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Standard output and exit code of the command in a folder.
fn run(dir: &Path, args: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_golanes"));
    let out = command.args(args).current_dir(dir).stdin(Stdio::null()).output().expect("the command runs");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.stderr.is_empty(), "{}: {said}", dir.display());
    let text = String::from_utf8_lossy(&out.stdout).replace(&dir.display().to_string(), "/tmp/sandbox");
    (text, format!("{}\n", out.status.code().unwrap_or(-1)))
}

/// What lies in a folder, as the oracle lists it.
fn listing(top: &Path) -> String {
    let mut lines = Vec::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(top).expect("below").display().to_string();
            let meta = path.symlink_metadata().expect("it is there");
            let letters = |kind: char| {
                let bit =
                    |i: u32| if meta.permissions().mode() >> (8 - i) & 1 == 1 { b"rwx"[i as usize % 3] } else { b'-' };
                let bits: String = (0..9).map(|i| char::from(bit(i))).collect();
                format!("{kind}{bits}")
            };
            if meta.is_symlink() {
                lines.push(format!("{name} -> {}", fs::read_link(&path).expect("a link").display()));
            } else if meta.is_dir() {
                lines.push(format!("{name} {}", letters('d')));
                folders.push(path);
            } else {
                let file = fs::File::open(&path).expect("a file");
                let sum = Command::new("cksum").stdin(file).output().expect("cksum runs").stdout;
                lines.push(format!("{name} {} {}", letters('-'), String::from_utf8_lossy(&sum).trim_end()));
            }
        }
    }
    lines.sort();
    lines.into_iter().map(|l| l + "\n").collect()
}

#[test]
fn programs_do_with_files_what_they_do_with_real_go() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disk");
    let mut paths: Vec<_> = fs::read_dir(dir).expect("tests/disk").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    assert!(paths.len() >= 2);
    for path in paths {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("an archive");
        let mut files = sections(&text);
        let mut last =
            |want: &str| files.pop().filter(|(n, _)| n == want).unwrap_or_else(|| panic!("{name}: {want}")).1;
        let (after, code, stdout) = (last("after"), last("code"), last("stdout"));
        // In a folder.
        let scratch = Scratch::new(&name);
        for (file, text) in &files {
            let path = scratch.0.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let got = run(&scratch.0, &["run", "."]);
        assert_eq!((got.0.as_str(), got.1.as_str()), (stdout.as_str(), code.as_str()), "{name}");
        assert_eq!(listing(&scratch.0), after, "{name}");
        // Out of an archive, in a folder that is empty.
        let archive = Scratch::new(&format!("{name}-archive"));
        fs::write(archive.0.join("a.txtar"), text.split("-- stdout --\n").next().expect("the files")).expect("a file");
        let inside = archive.0.join("folder");
        fs::create_dir(&inside).expect("a folder");
        let got = run(&inside, &["run", "../a.txtar"]);
        assert_eq!((got.0.as_str(), got.1.as_str()), (stdout.as_str(), code.as_str()), "{name} as an archive");
    }
}

const READER: &str = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"time\"\n)\n\nfunc main() {\n\tdone := make(chan int)\n\t\
    for i := range 3 {\n\t\tgo func() {\n\t\t\ttotal := 0\n\t\t\tfor j := range 40 {\n\t\t\t\tb, err := os.ReadFile(fmt.Sprintf(\"/data/%d\", (i+j)%5))\n\t\t\t\t\
    if err != nil {\n\t\t\t\t\ttotal--\n\t\t\t\t}\n\t\t\t\ttotal += len(b)\n\t\t\t\tfor k := range 2000 {\n\t\t\t\t\ttotal += k & 1\n\t\t\t\t}\n\t\t\t\t\
    os.WriteFile(fmt.Sprint(\"/data/out\", i), b, 0o600)\n\t\t\t\ttime.Sleep(1)\n\t\t\t}\n\t\t\tdone <- total\n\t\t}()\n\t}\n\t\
    fmt.Println(<-done + <-done + <-done)\n}\n";

/// A disk on which even numbers are files.
fn answer(session: &Session) -> Option<DiskAnswer> {
    const ENOENT: u32 = 2;
    let request = session.wants_disk()?;
    let mut answer = DiskAnswer::default();
    let name = request.path.rsplit('/').next().unwrap_or("");
    match request.op {
        DiskOp::Stat if ["", "data"].contains(&name) => {
            answer.entries.push(DiskEntry { mode: 0o040_755, ..DiskEntry::default() });
        }
        DiskOp::Stat if name.parse().is_ok_and(|n: u32| n.is_multiple_of(2)) => {
            answer.entries.push(DiskEntry { mode: 0o100_644, size: 3, ..DiskEntry::default() });
        }
        DiskOp::Stat => answer.errno = ENOENT,
        DiskOp::Read => answer.data = name.repeat(3).into_bytes().into(),
        DiskOp::Create => answer.entries.push(DiskEntry { mode: 0o100_600, ..DiskEntry::default() }),
        _ => {}
    }
    Some(answer)
}

/// Answers are inputs: with them the run is the same without a disk, and seeking gives the states that the run had.
#[test]
fn a_run_with_the_same_answers_is_the_same_run() {
    let files = [SourceText { name: "main.go".into(), text: READER.into() }];
    let program = build(&files, &BuildOptions::default()).program.expect("it compiles");
    let schedule = Schedule::default();
    let mut run = Session::new(program.clone(), &Inputs::default(), &schedule, true);
    run.open_disk();
    let mut states = Vec::new();
    let mut questions = 0;
    while run.progress().end.is_none() {
        run.run(7_001);
        if let Some(answer) = answer(&run) {
            run.answer_disk(answer);
            questions += 1;
        } else if run.progress().end.is_none() && states.len() < 40 {
            states.push((run.progress().tick, run.snapshot()));
        }
    }
    let text: String = run.output().iter().map(|o| String::from_utf8_lossy(&o.bytes).into_owned()).collect();
    assert_eq!(text, "120168\n");
    assert!(questions > 120 && run.progress().tick > 500_000, "{questions} questions, {:?}", run.progress());
    for (tick, want) in states.iter().rev() {
        assert_eq!(run.seek(*tick), *tick);
        let got = run.snapshot();
        assert_eq!(format!("{:?}", got.goroutines), format!("{:?}", want.goroutines), "at {tick}");
    }
    let inputs = Inputs { disk: run.disk_answers().to_vec(), ..Inputs::default() };
    let mut again = Session::new(program, &inputs, &schedule, true);
    while again.progress().end.is_none() {
        again.run(1_000_000);
        assert!(again.wants_disk().is_none());
    }
    assert_eq!((again.progress(), again.hash()), (run.progress(), run.hash()));
}

/// The page has no disk: the files of its text are there, in memory.
#[test]
fn files_of_an_archive_are_seen_without_a_disk() {
    let text = "package main\nimport (\"fmt\"; \"os\")\nfunc main() {\n\tb, err := os.ReadFile(\"data/a.txt\")\n\tfmt.Printf(\"%q %v\\n\", b, err)\n\t\
        wd, _ := os.Getwd()\n\t_, err = os.Stat(\"/etc/passwd\")\n\tlist, _ := os.ReadDir(\".\")\n\tfmt.Println(wd, err, list)\n}\n-- data/a.txt --\nhello\n";
    let files = split_txtar("main.go", text);
    let program = build(&files, &BuildOptions::default()).program.expect("it compiles");
    let mut inputs = Inputs::default();
    inputs.add_files(&files);
    let mut session = Session::new(program, &inputs, &Schedule::default(), true);
    while session.progress().end.is_none() {
        session.run(1_000_000);
        assert!(session.wants_disk().is_none());
    }
    let out: String = session.output().iter().map(|o| String::from_utf8_lossy(&o.bytes).into_owned()).collect();
    assert_eq!(out, "\"hello\\n\" <nil>\n/tmp/sandbox <nil> [d data/ - main.go]\n");
}

/// What real Go 1.27.3 says of `//go:embed` lines that cannot be, in a module with these files.
#[test]
fn embedding_is_refused_in_the_words_of_go() {
    let said = |body: &str| {
        let text = format!(
            "package main\n\nimport \"embed\"\n\nvar _ embed.FS\n\n{body}\n\nfunc main() {{}}\n-- go.mod --\nmodule m\n\n\
             go 1.27\n-- x.txt --\nx\n-- y.txt --\ny\n-- mod/go.mod --\n-- mod/in/f --\n-- d/.h --\n"
        );
        build(&split_txtar("main.go", &text), &BuildOptions::default()).listing
    };
    let misplaced = "misplaced go:embed directive";
    for (body, want) in [
        ("//go:embed nope.txt\nvar s string", "7:12: pattern nope.txt: no matching files found"),
        ("//go:embed x.txt y.txt\nvar s string", "8:5: invalid go:embed: multiple files for type string"),
        ("//go:embed x.txt\nvar n int", "8:5: go:embed cannot apply to var of type int"),
        ("//go:embed x.txt\nvar s []int", "8:5: go:embed cannot apply to var of type []int"),
        ("//go:embed x.txt\nvar a, b string", "7:3: go:embed cannot apply to multiple vars"),
        ("//go:embed x.txt\nvar a string = \"x\"", "7:3: go:embed cannot apply to var with initializer"),
        ("//go:embed x.txt\nfunc f() {}", &format!("7:3: {misplaced}")),
        ("//go:embed x.txt\nvar (\n\ts string\n)", &format!("7:3: {misplaced}")),
        ("//go:embed\nvar s string", "7:3: usage: //go:embed pattern..."),
        ("//go:embed ../x\nvar s string", "7:12: pattern ../x: invalid pattern syntax"),
        ("//go:embed [\nvar s string", "7:12: pattern [: invalid pattern syntax"),
        (
            "//go:embed mod/in/f\nvar s string",
            "7:12: pattern mod/in/f: cannot embed file mod/in/f: in different module",
        ),
        ("//go:embed d\nvar s embed.FS", "7:12: pattern d: cannot embed directory d: contains no embeddable files"),
        ("func f() {\n\t//go:embed x.txt\n\tvar s string\n\t_ = s\n}", "8:4: go:embed cannot apply to var inside func"),
        ("//go:embed nope\nvar s string\nvar q int = \"x\"", "7:12: pattern nope: no matching files found"),
    ] {
        let got = said(body);
        let (_, got) = got.trim_end().rsplit_once("main.go:").unwrap_or(("", &got));
        assert_eq!(got, want, "{body}");
    }
    for body in ["//go:embed all:d\nvar s embed.FS", "//go:embed x.txt\n\nvar s string", "//go:embed x*\nvar s []byte"]
    {
        assert_eq!(said(body), "", "{body}");
    }
}

/// `check`, `replay` and `trace` see the folder that they run in, and what a program writes there is in memory only.
#[test]
fn other_schedules_look_at_the_disk_and_leave_it_alone() {
    let program = r#"package main

import (
	"fmt"
	"os"
	"sync"
)

func names(dir string) (list []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return []string{err.Error()}
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func main() {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Go(func() {
			b, err := os.ReadFile("in.txt")
			if err == nil {
				err = os.WriteFile(fmt.Sprint("out", i), b, 0o600)
			}
			if err != nil {
				panic(err)
			}
		})
	}
	wg.Wait()
	fmt.Println(names("."), os.Remove("gone.txt"), os.Rename("in.txt", "sub/moved"), os.Rename("sub", "other"))
	b, err := os.ReadFile("other/moved")
	c, err2 := os.ReadFile("other/deep/x")
	fmt.Printf("%q %v %q %v %v %v\n", b, err, c, err2, names("."), names("other"))
	_, err = os.Stat("gone.txt")
	fmt.Println(err, os.RemoveAll("other"), os.Truncate("main.go", 0), os.Mkdir("new", 0o700), names("."), names("other"))
	os.Chdir("new")
	fmt.Println(os.WriteFile("../in.txt", nil, 0o600), os.Symlink("../in.txt", "l"), os.Link("../out0", "h"), names("."))
	b, err = os.ReadFile("h")
	fmt.Printf("%q %v\n", b, err)
}
"#;
    let scratch = Scratch::new("still");
    let dir = &scratch.0;
    fs::create_dir_all(dir.join("sub/deep")).expect("folders");
    for (name, text) in
        [("main.go", program), ("in.txt", "in"), ("gone.txt", "gone"), ("sub/a", "a"), ("sub/deep/x", "deep")]
    {
        fs::write(dir.join(name), text).expect("a file");
    }
    let before = listing(dir);
    let want = "[gone.txt in.txt main.go out0 out1 sub] <nil> <nil> <nil>\n\
        \"in\" <nil> \"deep\" <nil> [main.go other out0 out1] [a deep moved]\n\
        stat gone.txt: no such file or directory <nil> <nil> <nil> [main.go new out0 out1] [open other: no such file or directory]\n\
        <nil> <nil> <nil> [h l]\n\"in\" <nil>\n";
    let (said, code) = run(dir, &["check", "--schedules", "300", "--json", "main.go"]);
    let report: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((report["outcome"].as_str(), code.as_str()), (Some("ok"), "0\n"), "{said}");
    let ends = report["outcomes"].as_array().expect("outcomes");
    assert_eq!(ends.len(), 1, "{said}");
    assert_eq!(ends[0]["output"].as_str(), Some(want));
    assert_eq!(listing(dir), before);
    let (said, code) = run(dir, &["replay", "--schedule", "v1.s1", "main.go"]);
    assert_eq!((said.as_str(), code.as_str()), (want, "0\n"));
    let trace = dir.with_extension("json");
    let (said, code) = run(dir, &["trace", "-o", &trace.display().to_string(), "main.go"]);
    fs::remove_file(trace).expect("a trace");
    assert_eq!((said.as_str(), code.as_str()), (want, "0\n"));
    assert_eq!(listing(dir), before);
    // And that is what is there after a run that may.
    let (said, code) = run(dir, &["run", "main.go"]);
    assert_eq!((said.as_str(), code.as_str()), (want, "0\n"));
    assert_ne!(listing(dir), before);
}

/// As with real Go: a path in TZ names a file, and whoever asks for a crash gets one.
#[test]
fn the_environment_reaches_the_zone_and_the_end() {
    let program = "package main\n\nimport (\n\t\"fmt\"\n\t\"time\"\n)\n\nfunc main() {\n\tt := time.Date(2024, 7, 1, 12, 0, 0, 0, time.Local)\n\t\
        fmt.Println(t, time.Local)\n\tpanic(\"end\")\n}\n";
    let scratch = Scratch::new("environment");
    fs::write(scratch.0.join("main.go"), program).expect("a program");
    // Version 1 with a single zone of two hours.
    let mut zone = b"TZif".to_vec();
    zone.resize(20, 0);
    for count in [0, 0, 0, 0, 1, 4] {
        zone.extend(u32::to_be_bytes(count));
    }
    zone.extend(7200u32.to_be_bytes());
    zone.extend(b"\0\0ABC\0");
    fs::write(scratch.0.join("zone"), zone).expect("a zone");
    let ends = |zone: &str, level: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_golanes"));
        command.args(["run", "main.go"]).current_dir(&scratch.0).stdin(Stdio::null());
        let out = command.env("TZ", zone).env("GOTRACEBACK", level).output().expect("the command runs");
        (String::from_utf8_lossy(&out.stdout).into_owned(), out.status)
    };
    let path = scratch.0.join("zone").display().to_string();
    for zone in [path.clone(), format!(":{path}")] {
        let (said, status) = ends(&zone, "");
        assert_eq!((said, status.code()), (format!("2024-07-01 12:00:00 +0200 ABC {path}\n"), Some(2)));
    }
    for zone in ["/nowhere", "/dev/zero", "/"] {
        assert_eq!(ends(zone, "all").0, "2024-07-01 12:00:00 +0000 UTC UTC\n", "{zone}");
    }
    const SIGABRT: i32 = 6;
    let (said, status) = ends("", "crash");
    assert_eq!((said.as_str(), status.signal()), ("2024-07-01 12:00:00 +0000 UTC UTC\n", Some(SIGABRT)));
}
