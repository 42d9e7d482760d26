//! Formatting: what real gofmt makes of `tests/fmt/*.input` (`tests/oracle/fmt.sh`) and of the programs of `tests/run`,
//! and random damage, which may be refused but never loses a token or a comment.

use super::fuzz::{corpus, damage, fuzz};
use golanes::base::Rng;
use golanes::engine::{SourceText, format};
use golanes::syntax::ast::LitKind;
use golanes::syntax::scanner::Scanner;
use golanes::syntax::token::Token;
use std::fs;
use std::path::{Path, PathBuf};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn files(dir: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(dir).expect("a folder").filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == extension));
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn formatted(text: &str) -> Result<String, String> {
    format(&SourceText { name: "x.go".into(), text: text.into() }).map_err(|e| e.listing)
}

/// What differs first, for people.
fn first_difference(got: &str, want: &str) -> String {
    let line = got.lines().zip(want.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
    format!("line {}:\n  gofmt   {:?}\n  golanes {:?}", line + 1, show(want), show(got))
}

#[test]
fn inputs_come_out_as_from_gofmt() {
    let inputs = files(&tests().join("fmt"), "input");
    assert!(inputs.len() > 10);
    for input in inputs {
        let want = read(&input.with_extension("golden"));
        let got = formatted(&read(&input)).unwrap_or_else(|listing| panic!("{}: {listing}", input.display()));
        assert!(got == want, "{}, {}", input.display(), first_difference(&got, &want));
        // gofmt needs a second time for some texts.
        let want = fs::read_to_string(input.with_extension("again")).unwrap_or(want);
        let again = formatted(&got).expect("what was formatted parses");
        assert!(again == want, "{} again, {}", input.display(), first_difference(&again, &want));
    }
}

#[test]
fn programs_come_out_as_from_gofmt() {
    for program in files(&tests().join("run"), "go") {
        let text = read(&program);
        let golden = tests().join("fmt/run").join(program.file_stem().expect("a name")).with_extension("golden");
        let want = if golden.exists() { read(&golden) } else { text.clone() };
        let got = formatted(&text).unwrap_or_else(|listing| panic!("{}: {listing}", program.display()));
        assert!(got == want, "{}, {}", program.display(), first_difference(&got, &want));
        assert!(formatted(&got) == Ok(got), "{} again", program.display());
    }
}

#[test]
fn syntax_errors_are_told_and_labels_are_not() {
    let stray = formatted("package p\n\nvar x @ = 1\n");
    assert_eq!(stray, Err("x.go:3:7: invalid character U+0040 '@'\n".into()));
    assert_eq!(formatted("func f() {}\n"), Err("x.go:1:1: syntax error: package statement must be first\n".into()));
    assert_eq!(formatted(""), Err("x.go:1:1: syntax error: package statement must be first\n".into()));
    let jumps = "package p\n\nfunc f() {\n\tgoto nowhere\nunused:\n\tbreak\n}\n";
    assert_eq!(formatted(jumps).as_deref(), Ok(jumps));
}

#[test]
fn what_gofmt_accepts_and_gc_does_not_stays() {
    for text in [
        "package p\n\nfunc () f()            {}\nfunc (a, b T, c U) g() {}\n",
        "package p\n\nfunc f() {\n\tfor ; ; i := 1 {\n\t}\n}\n",
    ] {
        assert_eq!(formatted(text).as_deref(), Ok(text));
    }
}

#[test]
fn an_error_that_hides_another_does_not_make_up_a_brace() {
    for text in ["package p\n\nfunc f() {\n\tgoto nowhere\n}\nfunc g() {\n", "package p\n\nfunc () g() {\n"] {
        assert!(formatted(text).is_err(), "{text}");
    }
}

/// The deepest and longest that the parser accepts, on a stack as small as that of wasm.
#[test]
fn deep_nesting_needs_little_stack() {
    let nest = |open: &str, inner: &str, close: &str, n: usize| format!("{}{inner}{}", open.repeat(n), close.repeat(n));
    let expressions = [
        nest("(", "1", ")", 240),
        nest("f(1, ", "1", ")", 240),
        nest("T{a: ", "1", "}", 240),
        nest("T{\n", "1", ",\n}", 240),
        format!("T{}", nest("{k: ", "1", "}", 240)),
        nest("func() { ", "1", " }", 160),
        nest("g(func() {\nx := ", "1", "\n})", 120),
        format!("{}x", "!".repeat(240)),
        format!("{}1", "1+2*".repeat(490)),
        format!("{}1", "1+\n".repeat(990)),
        format!("x{}", ".y".repeat(990)),
        format!("x{}", ".\ny()".repeat(490)),
        nest("x[", "1", "]", 240),
    ];
    let types = [
        format!("{}int", "[]*".repeat(245)),
        nest("map[", "int", "]int", 490),
        nest("func(", "int", ")", 490),
        nest("struct { a ", "int", " }", 490),
        nest("struct {\na, b ", "int", "\n}", 490),
        nest("interface { m(", "int", ") }", 240),
        nest("(", "int", ")", 490),
    ];
    let statements = [
        nest("{", "", "}", 490),
        nest("if x { ", "", "}", 490),
        format!("{}{{}}", "if x {} else ".repeat(490)),
        nest("switch { case x: ", "", "}", 490),
        nest("select { default: ", "", "}", 490),
        format!("{}x()", "L: ".repeat(490)),
    ];
    let programs = expressions.iter().map(|x| format!("package p\n\nvar x = {x}\n"));
    let programs = programs.chain(types.iter().map(|ty| format!("package p\n\nvar x {ty}\n")));
    let programs = programs.chain(statements.iter().map(|s| format!("package p\n\nfunc f() {{\n{s}\n}}\n")));
    for program in programs {
        let thread = std::thread::Builder::new().stack_size(900 << 10);
        let start: String = program.chars().take(60).collect();
        let result = thread.spawn(move || formatted(&program)).expect("a thread").join().expect("no panic");
        assert!(result.is_ok(), "{start}: {result:?}");
    }
}

/// Pieces that change only the form.
const SPACE: &[&str] = &["\n", "\n\n\n", " ", "\t", "/* c */", " // c\n", "\n// own\n", "/* a\n b */", ";", "\r\n"];

/// A program with white space and comments put in where they like, and perhaps some damage.
fn make(rng: &mut Rng, corpus: &[String]) -> String {
    let mut text = match rng.below(4) {
        0 => damage(rng, corpus),
        _ => corpus[rng.below(corpus.len() as u64) as usize].clone(),
    };
    for _ in 0..rng.below(12) {
        let mut at = rng.below(text.len() as u64 + 1) as usize;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, SPACE[rng.below(SPACE.len() as u64) as usize]);
    }
    text
}

/// All tokens after the imports but those that formatting may add or take away.
fn tokens(text: &str) -> Vec<String> {
    let mut scanner = Scanner::new(text);
    let mut out = Vec::new();
    let (mut depth, mut body) = (0, false);
    loop {
        scanner.next();
        match scanner.tok {
            Token::Eof => return out,
            Token::Lparen | Token::Lbrack | Token::Lbrace => depth += 1,
            Token::Rparen | Token::Rbrack | Token::Rbrace => depth -= 1,
            Token::Const | Token::Func | Token::Type | Token::Var if depth == 0 => body = true,
            _ => {}
        }
        if !body || matches!(scanner.tok, Token::Semi | Token::Comma | Token::Lparen | Token::Rparen) {
            continue;
        }
        let text = scanner.lit();
        out.push(if scanner.tok == Token::Literal {
            match scanner.kind {
                LitKind::Int | LitKind::Float => text.to_lowercase(),
                LitKind::Imag => text.to_lowercase().trim_start_matches(['0', '_']).to_owned(),
                LitKind::Rune | LitKind::String => text.replace('\r', ""),
            }
        } else {
            text.to_owned()
        });
    }
}

/// The letters and digits of all comments, in order of the alphabet: imports may take theirs elsewhere.
fn comments(text: &str) -> Vec<char> {
    let mut scanner = Scanner::new(text);
    loop {
        scanner.next();
        if scanner.tok == Token::Eof {
            break;
        }
    }
    let all = scanner.comments.iter().flat_map(|&(lo, hi)| text[lo..hi].chars());
    let mut all: Vec<char> = all.filter(|c| c.is_alphanumeric()).collect();
    all.sort_unstable();
    all
}

#[test]
fn fuzz_fmt() {
    let corpus = corpus();
    fuzz(
        "fmt",
        3,
        |rng| make(rng, &corpus),
        |text| {
            let Ok(got) = formatted(text) else { return false };
            assert_eq!(tokens(&got), tokens(text), "other tokens");
            assert_eq!(comments(&got), comments(text), "other comments");
            assert!(formatted(&got).is_ok(), "does not parse any more");
            true
        },
    );
}
