//! The language service: `tests/service/*.txt` hold texts with a cursor (`‸`) and what is said of the place. `UPDATE_EXPECT=1` writes that
//! anew. Fixes are tried on broken copies of programs that compile: afterwards they compile again, and are formatted as they were.

use golanes::base::Rng;
use golanes::engine::{
    BuildOptions, Completion, Edit, Problem, Service, SourceText, build, byte_of, file_start, format_archive, utf16_of,
};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const CURSOR: char = '‸';

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Runs all cases of a file: `=== title`, text, `---`, what is said.
fn cases(name: &str, say: impl Fn(&mut Service, &str, usize) -> String) {
    let file = folder("service").join(name);
    let text = fs::read_to_string(&file).expect("the cases");
    let mut service = Service::default();
    let mut out = String::new();
    for case in text.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let (program, _) = rest.split_once("\n---\n").expect("a text");
        let at = program.find(CURSOR).unwrap_or_else(|| panic!("{title}: no cursor"));
        let plain = program.replace(CURSOR, "") + "\n";
        write!(out, "=== {title}\n{program}\n---\n{}", say(&mut service, &plain, at)).expect("text");
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, out).expect("the cases can be written");
    } else {
        assert!(out == text, "{name} has changed; UPDATE_EXPECT=1 writes it anew:\n{out}");
    }
}

fn applied(text: &str, edit: &Edit) -> String {
    let start = file_start("main.go", text, &edit.file).expect("the file is there");
    let mut text = text.to_owned();
    text.replace_range(start + edit.start..start + edit.end, &edit.text);
    text
}

#[test]
fn offsets_of_javascript() {
    let text = "aé😀b";
    let pairs = [(0, 0), (1, 1), (3, 2), (7, 4), (8, 5)];
    for (byte, units) in pairs {
        assert_eq!((utf16_of(text, byte), byte_of(text, units)), (units, byte));
    }
    assert_eq!((byte_of(text, 3), byte_of(text, 99), utf16_of("abc", 2)), (3, 8, 2));
}

#[test]
fn completions() {
    cases("complete.txt", |service, text, at| {
        let found = service.complete("main.go", text, at);
        assert_eq!(found.lacks, None);
        let typed = text[found.start..at].to_owned();
        let fits = |c: &&Completion| c.label.to_lowercase().starts_with(&typed.to_lowercase());
        let items: Vec<&Completion> = found.items.iter().filter(fits).collect();
        let mut out = format!("{} of {:?}\n", items.len(), typed);
        // What is always there is told by number.
        let always = |c: &&&Completion| c.import.is_some() && c.kind == "package" || c.kind == "keyword";
        let universe = [
            "",
            "= uint8",
            "= int32",
            "= interface{}",
            "untyped int",
            "untyped bool",
            "interface{Error() string}",
            "interface{comparable}",
        ];
        for c in items.iter().filter(|c| typed.len() > 1 || !always(c)) {
            if typed.is_empty()
                && c.kind != "keyword"
                && c.import.is_none()
                && universe.contains(&c.detail.as_str())
                && c.label.starts_with(char::is_lowercase)
            {
                continue;
            }
            write!(out, "{} {}", c.kind, c.label).expect("text");
            if !c.detail.is_empty() {
                write!(out, " {}", c.detail).expect("text");
            }
            if let Some(insert) = &c.insert {
                write!(out, " writes {insert:?}").expect("text");
            }
            if let Some((path, edit)) = &c.import {
                write!(out, " imports {path} by {:?}", edit.text).expect("text");
                let whole = applied(text, edit);
                assert!(whole.contains(&format!("{path:?}")), "{whole}");
            }
            out.push('\n');
        }
        let keywords: Vec<&str> = items.iter().filter(|c| c.kind == "keyword").map(|c| c.label.as_str()).collect();
        if !keywords.is_empty() {
            writeln!(out, "keywords {}", keywords.join(" ")).expect("text");
        }
        let packages = items.iter().filter(|c| c.import.is_some() && c.kind == "package").count();
        if packages > 0 {
            // How many that are follows from the library.
            assert!(packages > 100 || !typed.is_empty() || text.contains("go.mod"), "{packages}");
            out.push_str("and packages to import\n");
        }
        out
    });
}

#[test]
fn hovers() {
    cases("hover.txt", |service, text, at| match service.hover("main.go", text, at) {
        Some(h) => format!("{:?}\n{}\n{}\n", &text[h.start..h.end], h.decl, h.doc),
        None => "nothing\n".to_owned(),
    });
}

#[test]
fn definitions() {
    cases("define.txt", |service, text, at| match service.definition("main.go", text, at) {
        Some(d) if d.file.is_empty() => format!("{} {}\n", d.package, d.name),
        Some(d) => {
            let line = text[..d.start].rfind('\n').map_or(0, |i| i + 1);
            let end = text[line..].find('\n').map_or(text.len(), |i| line + i);
            format!("{}: {}[{}]{}\n", d.file, &text[line..d.start], &text[d.start..d.end], &text[d.end..end])
        }
        None => "nothing\n".to_owned(),
    });
}

/// The problems of one file, vet's too.
fn problems(text: &str) -> Vec<Problem> {
    let file = SourceText { name: "main.go".into(), text: text.to_owned() };
    build(&[file], &BuildOptions { vet: true, ..BuildOptions::default() }).problems
}

fn messages(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|p| p.message.clone()).collect()
}

/// Applies the first fix of the first problem that has one; the text after it.
fn fixed(text: &str, problem: &Problem) -> String {
    let [edit] = problem.fixes[0].edits.as_slice() else { panic!("one edit") };
    assert_eq!(edit.file, "main.go");
    applied(text, edit)
}

/// After the fix the problem is gone and nothing new came, and what was formatted is.
fn check_fixes(text: &str) -> usize {
    let before = problems(text);
    let formatted = |t: &str| format_archive("main.go", t).is_ok_and(|f| f == t);
    let mut tried = 0;
    for problem in before.iter().filter(|p| !p.fixes.is_empty()) {
        tried += 1;
        let after = fixed(text, problem);
        let mut left = messages(&before);
        let gone = left.iter().position(|m| *m == problem.message).expect("it is one of them");
        let last = left.iter().filter(|m| **m == problem.message).count() == 1;
        left.remove(gone);
        let now = messages(&problems(&after));
        assert!(!last || !now.contains(&problem.message), "{} stays in\n{text}\nas\n{after}", problem.message);
        for message in now {
            let at = left.iter().position(|m| *m == message);
            let Some(at) = at else { panic!("{} brought {message} to\n{text}\nas\n{after}", problem.fixes[0].title) };
            left.remove(at);
        }
        assert!(!formatted(text) || formatted(&after), "{} is not formatted:\n{after}", problem.fixes[0].title);
    }
    tried
}

/// What single fixes make of texts.
#[test]
fn fixes() {
    let text = fs::read_to_string(folder("service").join("fixes.txt")).expect("the cases");
    let mut out = String::new();
    for case in text.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let (program, _) = rest.split_once("---\n").expect("a text");
        write!(out, "=== {title}\n{program}---\n").expect("text");
        check_fixes(program);
        for problem in problems(program) {
            match problem.fixes.first() {
                Some(fix) => {
                    write!(out, "{}: {}\n{}", problem.message, fix.title, fixed(program, &problem)).expect("text")
                }
                None => writeln!(out, "{}: no fix", problem.message).expect("text"),
            }
        }
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(folder("service").join("fixes.txt"), out).expect("the cases can be written");
    } else {
        assert!(out == text, "fixes.txt has changed; UPDATE_EXPECT=1 writes it anew:\n{out}");
    }
}

/// Programs of one file.
fn programs() -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = Vec::new();
    for dir in ["run", "bench", "spec", "explore"] {
        let Ok(entries) = fs::read_dir(folder(dir)) else { continue };
        files.extend(entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == "go")));
    }
    files.sort();
    let read = |p: PathBuf| {
        let text = fs::read_to_string(&p).ok()?;
        Some((p, text))
    };
    files.into_iter().filter_map(read).collect()
}

/// Takes programs that compile, breaks each in the ways that fixes are for, and has them fixed.
#[test]
fn fixes_mend_broken_copies() {
    let mut rng = Rng::new(1);
    let mut tried = [0; 3];
    let all = programs();
    assert!(all.len() > 100, "{} programs", all.len());
    for (path, text) in all.iter().filter(|(_, t)| t.len() < 20_000) {
        // All would take minutes.
        if rng.below(15) != 0 || !problems(text).is_empty() {
            continue;
        }
        let clause = text.find("\npackage ").map_or(0, |i| i + 1);
        let after = text[clause..].find('\n').map_or(text.len(), |i| clause + i + 1);
        // An import too many, in a declaration of its own and within the others.
        if !text.contains("container/ring") {
            let mut more = text.clone();
            more.insert_str(after, "\nimport \"container/ring\"\n");
            tried[0] += check_fixes(&more);
            if let Some(at) = text.find("import (\n") {
                let mut more = text.clone();
                more.insert_str(at + "import (\n".len(), "\t\"container/ring\"\n");
                tried[0] += check_fixes(&more);
            }
        }
        // One too few.
        for line in text.lines().filter(|l| l.starts_with("\t\"") && l.ends_with('"') || l.starts_with("import \"")) {
            let fewer = text.replacen(&format!("{line}\n"), "", 1);
            if problems(&fewer).iter().all(|p| p.message.starts_with("undefined: ")) {
                tried[1] += check_fixes(&fewer);
            }
        }
        // A variable too many, at the start of each function.
        for (i, _) in text.match_indices(") {\n").take(6) {
            let mut more = text.clone();
            let declares = [
                "golanes := 1",
                "var golanes = 1",
                "golanes, lanesgo := 1, 2",
                "for golanes := range 3 {\n\t}",
                "for golanes, _ := range \"ab\" {\n\t}",
            ];
            more.insert_str(i + 4, &format!("\t{}\n", declares[rng.below(declares.len() as u64) as usize]));
            tried[2] += check_fixes(&more);
        }
        let _ = path;
    }
    assert!(tried.iter().all(|n| *n > 15), "{tried:?}");
}

/// No place in any text, whole or broken off, is too much.
#[test]
fn no_place_panics() {
    let mut rng = Rng::new(7);
    let mut service = Service::default();
    let texts = programs();
    let end = now() + Duration::from_secs(seconds());
    let (mut asked, mut answered) = (0, 0);
    while now() < end {
        let text = &texts[rng.below(texts.len() as u64) as usize].1;
        let boundary = |mut i: usize| {
            while !text.is_char_boundary(i) {
                i -= 1;
            }
            i
        };
        let mut broken = text[..boundary(rng.below(text.len() as u64 + 1) as usize)].to_owned();
        if rng.below(3) == 0 {
            broken.clone_from(text);
        }
        if rng.below(2) == 0 && !broken.is_empty() {
            // Some of it goes.
            let cut = |rng: &mut Rng, s: &str| {
                let mut i = rng.below(s.len() as u64 + 1) as usize;
                while !s.is_char_boundary(i) {
                    i -= 1;
                }
                i
            };
            let (a, b) = (cut(&mut rng, &broken), cut(&mut rng, &broken));
            if a.abs_diff(b) < 40 {
                broken.replace_range(
                    a.min(b)..a.max(b),
                    ["", "{", "}", "(", ".", "\"", "func ", "-- a.go --\n"][rng.below(8) as usize],
                );
            }
        }
        for _ in 0..4 {
            // Mostly behind dots and words, and anywhere, even within a character.
            let mut at = rng.below(broken.len() as u64 + 2) as usize;
            if rng.below(2) == 0
                && let Some(dot) = broken.as_bytes().iter().take(at).rposition(|b| *b == b'.')
            {
                at = dot + 1;
            }
            asked += 1;
            let found = service.complete("main.go", &broken, at);
            assert!(found.start <= at, "{broken}");
            answered += usize::from(!found.items.is_empty());
            let _ = service.hover("main.go", &broken, at);
            let _ = service.definition("main.go", &broken, at);
        }
        let _ = problems(&broken);
    }
    assert!(asked > 20 && answered * 10 > asked, "{answered} of {asked} answered");
}

fn seconds() -> u64 {
    std::env::var("GOLANES_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).unwrap_or(5)
}

#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn now() -> Instant {
    Instant::now()
}

/// How long a completion takes in a long file with large imports, the first and then the next ones.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stderr, reason = "seen with --nocapture")]
fn how_long_it_takes() {
    let mut text = "package main\n\nimport (\n\t\"encoding/json\"\n\t\"fmt\"\n\t\"html/template\"\n\t\"log/slog\"\n\t\"net/url\"\n\t\"os\"\n\t\"regexp\"\n\t\"crypto/x509\"\n)\n\nvar _, _, _, _, _, _, _ = json.Marshal, template.New, slog.Info, url.Parse, os.Open, regexp.MustCompile, x509.NewCertPool\n".to_owned();
    for i in 0..110 {
        let _ = write!(
            text,
            "\n// f{i} counts.\nfunc f{i}(n int) string {{\n\ts := 0\n\tfor i := range n {{\n\t\ts += i\n\t}}\n\treturn fmt.Sprint(s)\n}}\n"
        );
    }
    text.push_str("\nfunc main() {\n\tfmt.Println(f1(2), url.\n}\n");
    let at = text.rfind("url.").expect("it is there") + 4;
    let mut service = Service::default();
    for i in 0..5 {
        let start = now();
        let found = service.complete("main.go", &text, at);
        eprintln!("{i}: {} lines, {} items, {:?}", text.lines().count(), found.items.len(), now() - start);
    }
    let start = now();
    let hover = service.hover("main.go", &text, at - 2);
    eprintln!("hover {:?}: {:?}", hover.map(|h| h.decl), now() - start);
}
