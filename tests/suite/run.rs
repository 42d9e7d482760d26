//! Every program of `tests/run` prints what real Go printed (`make oracle` writes the golden files).

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::fs;
use std::path::{Path, PathBuf};

/// What a run printed and how it ended.
struct Ran {
    out: String,
    err: String,
    code: i32,
}

fn run(path: &Path) -> Result<Ran, String> {
    run_with(path, &Schedule::default())
}

fn run_with(path: &Path, schedule: &Schedule) -> Result<Ran, String> {
    let text = fs::read_to_string(path).map_err(|e| e.to_string())?;
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("x.go").to_owned();
    let built = build(&[SourceText { name, text }], &BuildOptions::default());
    let program = built.program.ok_or(format!("does not build:\n{}", built.listing))?;
    let mut session = Session::new(program, &Inputs::default(), schedule, false);
    let mut ran = Ran { out: String::new(), err: String::new(), code: -1 };
    for _ in 0..2_000 {
        let progress = session.run(1_000_000);
        for chunk in session.drain_output() {
            let text = String::from_utf8_lossy(&chunk.bytes).into_owned();
            if chunk.err { ran.err.push_str(&text) } else { ran.out.push_str(&text) }
        }
        if let Some(end) = progress.end {
            ran.code = end.code;
            return Ok(ran);
        }
    }
    Err(format!("does not end; printed\n{}", ran.out))
}

/// The message of a panic or fatal error, without traces.
fn message(err: &str) -> String {
    err.lines()
        .take_while(|l| !l.starts_with("goroutine "))
        .filter(|l| !l.is_empty() && !l.starts_with("[signal"))
        .map(|l| format!("{l}\n"))
        .collect()
}

fn check(path: &Path) -> Result<(), String> {
    // Programs may print what is no UTF-8.
    let golden = |ext: &str| Some(String::from_utf8_lossy(&fs::read(path.with_extension(ext)).ok()?).into_owned());
    let want = golden("out").ok_or("no golden file: run make oracle")?;
    let ran = run(path)?;
    if ran.out != want {
        return Err(format!("prints\n{}\nreal Go prints\n{want}\nstandard error: {}", ran.out, ran.err));
    }
    let code: i32 = golden("code").and_then(|c| c.trim().parse().ok()).unwrap_or(0);
    if ran.code != code {
        return Err(format!("exit code {} and not {code}; standard error:\n{}", ran.code, ran.err));
    }
    match golden("err") {
        Some(want) if message(&ran.err) != want => Err(format!("says\n{}\nreal Go says\n{want}", ran.err)),
        _ => Ok(()),
    }
}

/// Compares all programs of a folder, at least `least`, or those whose path contains `GOLANES_ONLY`.
pub(crate) fn check_all(dir: &Path, least: usize) {
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .expect("the folder is there")
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "go"))
        .collect();
    files.sort();
    assert!(files.len() >= least, "only {} programs", files.len());
    let only = std::env::var("GOLANES_ONLY").ok();
    let mut wrong = Vec::new();
    for file in files.iter().filter(|f| only.as_ref().is_none_or(|o| f.to_string_lossy().contains(o.as_str()))) {
        if let Err(why) = check(file) {
            wrong.push(format!("== {}\n{why}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} programs differ:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}

/// What `fatal_map_*.go` find out is never found where each use of a map is ordered behind the last.
#[test]
fn maps_under_locks_are_not_concurrent() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run/map_locks.go");
    for seed in 0..25 {
        let ran =
            run_with(&path, &Schedule { seed, procs: 2 + seed as usize % 7, ..Schedule::default() }).expect("it ends");
        assert_eq!((ran.out.as_str(), ran.code), ("24000 50 100\n", 0), "seed {seed}: {}", ran.err);
    }
}

#[test]
fn programs_print_what_real_go_prints() {
    check_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/run"), 30);
}

/// How many goroutines a fatal end shows, as with real Go 1.27.3, and what initialisers are called there.
#[test]
fn tracebacks_show_what_is_asked_for() {
    let text = "package main\nimport (\"os\"; \"runtime/debug\"; \"time\")\nfunc pick(s []int) int { return s[len(os.Args)] }\n\
        var x = func() int {\n\tif os.Getenv(\"WHERE\") == \"var\" { return pick(nil) }\n\treturn 0\n}()\n\
        func init() {}\nfunc init() {\n\tif os.Getenv(\"WHERE\") == \"init\" { panic(x) }\n}\n\
        func main() {\n\tif level, ok := os.LookupEnv(\"LEVEL\"); ok { debug.SetTraceback(level) }\n\tgo func() { select {} }()\n\t\
        time.Sleep(1)\n\tif os.Getenv(\"WHERE\") == \"deadlock\" { select {} }\n\tpanic(\"x\")\n}\n";
    let program = build(&[SourceText { name: "m.go".into(), text: text.into() }], &BuildOptions::default());
    let program = program.program.unwrap_or_else(|| panic!("{}", program.listing));
    let ends = |env: &[&str]| {
        let inputs = Inputs { env: env.iter().map(|e| (*e).to_owned()).collect(), ..Inputs::default() };
        let mut session = Session::new(program.clone(), &inputs, &Schedule::default(), false);
        while session.progress().end.is_none() {
            session.run(1_000_000);
        }
        session.output().iter().map(|o| String::from_utf8_lossy(&o.bytes).into_owned()).collect::<String>()
    };
    for (env, shown) in [
        (&["A=b"][..], 1),
        (&["GOTRACEBACK="], 1),
        (&["GOTRACEBACK=none"], 0),
        (&["GOTRACEBACK=0"], 0),
        (&["GOTRACEBACK=single"], 1),
        (&["GOTRACEBACK=1"], 2),
        (&["GOTRACEBACK=all"], 2),
        (&["LEVEL=none"], 1),
        (&["LEVEL=all"], 2),
        (&["LEVEL=single", "GOTRACEBACK=all"], 2),
        (&["LEVEL=none", "GOTRACEBACK=0"], 0),
        (&["LEVEL=all", "GOTRACEBACK=none"], 2),
        (&["WHERE=deadlock"], 2),
        (&["WHERE=deadlock", "GOTRACEBACK=none"], 0),
    ] {
        let text = ends(env);
        assert_eq!(
            text.matches("goroutine ").count() - text.matches(" in goroutine ").count(),
            shown,
            "{env:?}\n{text}"
        );
        assert_eq!(text.contains("\n\n"), shown > 0, "{env:?}\n{text}");
    }
    let functions = |text: &str| -> Vec<String> {
        let calls = text.lines().filter(|l| l.starts_with("main."));
        calls.map(|l| l.split('(').next().unwrap_or("").to_owned()).collect()
    };
    for level in ["system", "crash", "2"] {
        let text = ends(&[&format!("GOTRACEBACK={level}"), "WHERE=deadlock"]);
        assert!(text.contains("goroutine 1 gp=") && text.contains(" m=nil [select (no cases)]:\n"), "{text}");
        assert!(text.contains("\nruntime.main()\n\t/usr/local/go/src/runtime/proc.go:"), "{text}");
        assert_eq!(text.matches(" pc=").count(), 3, "main, what calls it, and another goroutine\n{text}");
    }
    assert!(!ends(&["LEVEL=all"]).contains("runtime.main"));
    assert_eq!(functions(&ends(&["WHERE=var"])), ["main.pick", "main.init.func1", "main.init"]);
    assert_eq!(functions(&ends(&["WHERE=init"])), ["main.init.1"]);
}
