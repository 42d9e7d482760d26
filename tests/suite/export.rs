//! What leaves the page as a file: pictures of lanes and modules for real Go. `tests/export` holds the programs, each picture as `NAME.svg` and
//! each module as `NAME.module`; `UPDATE_EXPECT=1` writes those anew. `tests/oracle/module.sh` has real Go test the modules.

use golanes::engine::{
    BuildOptions, Check, Endings, Inputs, Schedule, Session, SourceText, Strategy, build, go_module, split_txtar, zip,
};
use golanes::protocol::{AxisKind, Selection, Viewport};
use golanes::view::{Looks, Picture, svg};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export")
}

fn program(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect("a program")
}

/// Compares with the file, or writes it.
fn golden(name: &str, got: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, got).expect("it can be written");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(got == wanted, "{name} differs; UPDATE_EXPECT=1 writes it anew. It is:\n{got}");
}

fn session(text: &str) -> Session {
    let program = build(&split_txtar("main.go", text), &BuildOptions::default()).program.expect("it compiles");
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), true);
    while session.run(5_000_000).end.is_none() {}
    session
}

fn picture(session: &mut Session, view: &Viewport, dark: bool) -> String {
    let selection = Selection { goid: None, event: Some(5) };
    let looks = Looks { view, selection: &selection, folds: &BTreeSet::new() };
    let drawn = svg(&Picture::default().still(session, looks, 64), dark, view.width);
    if let Err(why) = well_formed(&drawn) {
        panic!("{why}\n{drawn}");
    }
    drawn
}

/// Whether a text is well-formed XML, as far as ours goes: no comments, sections, processing instructions or doctypes.
fn well_formed(text: &str) -> Result<usize, String> {
    let mut open: Vec<&str> = Vec::new();
    let mut elements = 0;
    let mut rest = text.trim_end();
    let chars =
        |text: &str| match text.chars().find(|&c| (c < ' ' && !"\n\t\r".contains(c)) || "\u{fffe}\u{ffff}".contains(c))
        {
            Some(c) => Err(format!("{c:?} is no character of XML")),
            None => Ok(()),
        };
    let references = |text: &str| {
        let known = ["amp;", "lt;", "gt;", "quot;", "apos;"];
        let bad = text.split('&').skip(1).find(|after| !known.iter().any(|k| after.starts_with(k)));
        bad.map_or(Ok(()), |b| Err(format!("a lone & before {b:.20}")))
    };
    chars(text)?;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        references(before)?;
        if before.contains("]]>") || (open.is_empty() && !before.trim().is_empty()) {
            return Err(format!("text where none may be: {before}"));
        }
        if open.is_empty() && elements > 0 {
            return Err("a second root".into());
        }
        // A `>` in a value would not be the end of the tag.
        let mut quoted = false;
        let end = tag.char_indices().find(|&(_, c)| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let end = end.ok_or("a tag without an end")?.0;
        let inner = &tag[1..end];
        rest = &tag[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (inner, empty) = inner.strip_suffix('/').map_or((inner, false), |i| (i, true));
        let name = inner.split(char::is_whitespace).next().unwrap_or_default();
        if name.is_empty() || !name.chars().all(char::is_alphanumeric) {
            return Err(format!("<{inner}> is no tag"));
        }
        let mut attributes = inner[name.len()..].trim_start();
        let mut names = BTreeSet::new();
        while !attributes.is_empty() {
            let (name, after) = attributes.split_once("=\"").ok_or(format!("{attributes:?} is no attribute"))?;
            let (value, after) = after.split_once('"').ok_or("a value without an end")?;
            references(value)?;
            let fits = name.chars().all(|c| c.is_ascii_alphanumeric() || "-:".contains(c)) && !name.is_empty();
            if !fits || value.contains('<') || !names.insert(name) || !(after.is_empty() || after.starts_with(' ')) {
                return Err(format!("{name:?} is no attribute, or is there twice"));
            }
            attributes = after.trim_start();
        }
        elements += 1;
        if !empty {
            open.push(name);
        }
    }
    if !rest.is_empty() || !open.is_empty() || elements == 0 {
        return Err(format!("it does not end: {open:?} are open before {rest:?}"));
    }
    Ok(elements)
}

#[test]
fn the_checker_sees_what_is_wrong() {
    assert_eq!(well_formed("<a b=\"1 > 2\"><c/>x &amp; y</a>\n"), Ok(2));
    for bad in [
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a>&</a>",
        "<a b=1/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a b=\"<\"/>",
        "<a>\u{1}</a>",
        "x<a/>",
        "<a/>x",
        "<a b=\"1\"c=\"2\"/>",
        "<a>]]></a><",
        "<a><b></a></b>",
        "<>x</>",
    ] {
        assert!(well_formed(bad).is_err(), "{bad}");
    }
}

#[test]
fn pictures_of_lanes() {
    let wide = Viewport { width: 760.0, ..Viewport::default() };
    for (name, moment, dark, view) in [
        ("handover", 10, false, wide.clone()),
        ("handover_end", u64::MAX, true, Viewport { axis: AxisKind::Time, ..wide.clone() }),
        ("hostile", 12, false, wide.clone()),
        ("deadlock", u64::MAX, false, wide.clone()),
        ("sleepers", u64::MAX, false, Viewport { axis: AxisKind::Time, ..wide.clone() }),
        ("many", 300, false, wide),
    ] {
        let source = name.split('_').next().unwrap_or(name);
        let mut session = session(&program(&format!("{source}.go")));
        session.seek_event(moment);
        golden(&format!("{name}.svg"), &picture(&mut session, &view, dark));
    }
}

#[test]
fn a_picture_tells_what_it_shows() {
    let mut session = session(&program("handover.go"));
    session.seek_event(10);
    let drawn = picture(&mut session, &Viewport::default(), false);
    for part in [
        "role=\"img\" aria-labelledby=\"title desc\"",
        "<title id=\"title\">Goroutines of a Go program. Event 10 of ",
        ">G1</text>",
        ">main.func1</text>",
        ">running on P0</text>",
    ] {
        assert!(drawn.contains(part), "{part}\n{drawn}");
    }
    let dark = picture(&mut session, &Viewport::default(), true);
    assert!(drawn.contains("#ffffff") && !dark.contains("#ffffff") && dark.contains("#11181c"));
}

#[test]
fn what_programs_say_is_never_markup() {
    let mut session = session(&program("hostile.go"));
    for event in 0..=session.event_count() {
        session.seek_event(event);
        let drawn = picture(&mut session, &Viewport::default(), false);
        assert!(!drawn.contains("<script") && !drawn.contains('\u{202e}'));
    }
}

#[test]
fn a_still_changes_nothing_for_the_page() {
    let text = program("handover.go");
    let looks = (Viewport { rows: 1, first: 1, ..Viewport::default() }, Selection::default(), BTreeSet::new());
    let looks = Looks { view: &looks.0, selection: &looks.1, folds: &looks.2 };
    let (mut one, mut two) = (session(&text), session(&text));
    let (mut with, mut without) = (Picture::default(), Picture::default());
    for event in [3, 9, 4] {
        one.seek_event(event);
        two.seek_event(event);
        let still = with.still(&mut one, looks, 64);
        assert_eq!((still.first, still.lanes.len()), (0, 2));
        assert_eq!(with.scene(&mut one, looks, false), without.scene(&mut two, looks, false));
    }
    // More lanes than may be: those that the page shows.
    assert_eq!(with.still(&mut one, looks, 1).first, 1);
}

/// The module that a program is exported as, after so many schedules.
fn module(text: &str, schedules: u64, stdin: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let files = split_txtar("main.go", text);
    let program = build(&files, &BuildOptions::default()).program.expect("it compiles");
    let mut inputs = Inputs { stdin: stdin.into(), ..Inputs::default() };
    inputs.add_files(&files);
    let mut check = Check::new(program.clone(), &inputs);
    while check.schedules() < schedules && check.step() {}
    go_module(&files, stdin, &Endings::of(&program, &inputs, &Schedule::default(), &check.report()))
}

/// As an archive that can be read; what is no plain text, escaped.
fn listing(files: &[(String, Vec<u8>)]) -> String {
    let mut out = String::new();
    for (name, data) in files {
        let plain = |text: &&str| !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
        let text = std::str::from_utf8(data).ok().filter(plain);
        let _ = write!(out, "-- {name} --\n{}", text.map_or_else(|| data.escape_ascii().to_string(), str::to_owned));
        if !data.is_empty() && !data.ends_with(b"\n") {
            out.push_str("(no newline)\n");
        }
    }
    out
}

#[test]
fn modules_for_real_go() {
    for name in ["deadlock.go", "dies.go", "exits.go", "sleepers.go", "clock.go", "order.go", "many.go", "module.txtar"]
    {
        let text = program(name);
        let stdin = if name == "exits.go" { "one\ntwo\n" } else { "" };
        let files = module(&text, 50, stdin).expect("it can be exported");
        let own = split_txtar("main.go", &text);
        assert!(own.iter().all(|f| files.iter().any(|g| g.0 == f.name && g.1 == f.text.as_bytes())), "{name}");
        let added: Vec<(String, Vec<u8>)> = files.into_iter().filter(|f| !own.iter().any(|o| o.name == f.0)).collect();
        let stem = name.split('.').next().unwrap_or(name);
        golden(&format!("{stem}.module"), &listing(&added));
    }
}

fn test_of(files: &[(String, Vec<u8>)]) -> Option<String> {
    let test = files.iter().find(|f| f.0.ends_with("_test.go") && f.1.windows(10).any(|w| w == b"TestAsSeen"));
    test.map(|t| String::from_utf8(t.1.clone()).expect("text"))
}

#[test]
fn a_bubble_only_where_real_go_can() {
    let main = |imports: &str, rest: &str, body: &str| {
        format!("package main\n\nimport ({imports})\n\n{rest}\n\nfunc main() {{\n{body}\n}}\n")
    };
    let in_bubble =
        |text: &str| test_of(&module(text, 50, "").expect("a module")).map(|t| t.contains("synctest.Test("));
    let hello = "fmt.Println(1)";
    for (text, bubble) in [
        (main("\"fmt\"", "", hello), true),
        (main("\"fmt\"; \"time\"", "type t struct{}", "time.Sleep(time.Hour)\nfmt.Println(t{})"), true),
        (main("\"fmt\"; \"sync\"", "", "var mu sync.Mutex; mu.Lock(); fmt.Println(1); mu.Unlock()"), false),
        (main("\"fmt\"", "var n = 1", "fmt.Println(n)"), false),
        (main("\"fmt\"", "func init() { fmt.Println(0) }", hello), false),
        (main("\"fmt\"; . \"os\"", "", "fmt.Println(1)\nExit(0)"), false),
        (main("\"fmt\"; u \"strings\"", "", "fmt.Println(u.ToUpper(\"a\"))"), false),
        (main("\"fmt\"; \"os\"", "", "fmt.Println(1); os.Exit(0)"), false),
        (main("\"fmt\"", "func os() {}", hello), false),
        (main("\"fmt\"", "", "fmt.Printf(\"%T\", 1)"), false),
        // A goroutine is left behind.
        (main("\"fmt\"", "", "go func() { select {} }()\nfmt.Println(1)"), false),
        (main("\"fmt\"", "", "fmt.Println(1)\npanic(2)"), false),
    ] {
        assert_eq!(in_bubble(&text), Some(bubble), "{text}");
    }
    // What does not end has no test.
    assert_eq!(test_of(&module(&main("", "", "for {}"), 0, "").expect("a module")), None);
}

#[test]
fn what_a_replay_prints_behind_the_end_is_not_expected() {
    let text =
        "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tgo fmt.Println(\"after\")\n\tfmt.Println(\"main\")\n}\n";
    let files = split_txtar("main.go", text);
    let program = build(&files, &BuildOptions::default()).program.expect("it compiles");
    let inputs = Inputs::default();
    let mut check = Check::new(program.clone(), &inputs);
    while check.schedules() < 50 && check.step() {}
    for strategy in [Strategy::Go, Strategy::Manual(Vec::new()), Strategy::Replay("v1.s1".parse().expect("a schedule"))]
    {
        let schedule = Schedule { strategy, ..Schedule::default() };
        let endings = Endings::of(&program, &inputs, &schedule, &check.report());
        let files = go_module(&files, "", &endings).expect("a module");
        let mut printed: Vec<&[u8]> =
            files.iter().filter(|f| f.0.ends_with(".stdout")).map(|f| f.1.as_slice()).collect();
        printed.sort_unstable();
        // What was printed while main had not returned, which exploring knows.
        let report = check.report();
        let mut wanted: Vec<&[u8]> = report.outcomes.iter().map(|o| o.output.as_slice()).collect();
        wanted.sort_unstable();
        assert_eq!(printed, wanted);
        assert!(wanted.contains(&&b"main\n"[..]) && wanted.contains(&&b"after\nmain\n"[..]));
    }
}

#[test]
fn files_stay_inside_the_module() {
    let file = |name: &str| SourceText { name: name.into(), text: "x".into() };
    for name in ["../x", "/etc/passwd", "a/../../x", "a//b", "c:x", "a\\b", "a/."] {
        let wanted = format!("{name} cannot be a file of a module.");
        assert_eq!(go_module(&[file("main.go"), file(name)], "", &Endings::default()), Err(wanted));
    }
    assert!(go_module(&[file("a.go"), file("./a.go")], "", &Endings::default()).is_err());
    let files = go_module(&[file("./main.go"), file("README.md"), file("go.mod")], "", &Endings::default());
    let names: Vec<String> = files.expect("a module").into_iter().map(|f| f.0).collect();
    assert_eq!(names, ["main.go", "README.md", "go.mod"]);
}

/// The files of an archive, read by its directory as zip readers do. Whether the sums are right `tests/oracle/module.sh` has Info-ZIP say.
fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let word = |at: usize, size: usize| bytes[at..at + size].iter().rev().fold(0usize, |w, b| w << 8 | usize::from(*b));
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let (count, size, start) = (word(end + 10, 2), word(end + 12, 4), word(end + 16, 4));
    assert_eq!((word(end + 8, 2), start + size, word(end + 20, 2)), (count, end, 0));
    let mut at = start;
    let mut out = Vec::new();
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (packed, size, name, local) = (word(at + 20, 4), word(at + 24, 4), word(at + 28, 2), word(at + 42, 4));
        assert_eq!((packed, word(at + 10, 2), word(at + 30, 4)), (size, 0, 0));
        let called = String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).expect("a name");
        // Both heads say the same.
        assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
        assert_eq!(bytes[local + 4..local + 30], bytes[at + 6..at + 32]);
        let data = local + 30 + name;
        assert_eq!(&bytes[local + 30..data], called.as_bytes());
        out.push((called, bytes[data..data + size].to_vec()));
        at += 46 + name;
    }
    assert_eq!(at, end);
    out
}

#[test]
fn an_archive_holds_its_files() {
    let files = vec![
        ("main.go".to_owned(), b"package main\n".to_vec()),
        ("ä/leer".to_owned(), Vec::new()),
        ("all".to_owned(), (0..=255).cycle().take(100_000).collect()),
    ];
    assert_eq!(unzip(&zip(&files)), files);
    assert_eq!(unzip(&zip(&[])), []);
}
