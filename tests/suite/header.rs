//! Broken headers against what the go command says about them: `tests/header/*.txtar`, written by `tests/oracle/header.sh`, which
//! also says how bytes are written there that an archive cannot hold.

use crate::archive::goldens;
use golanes::engine::{BuildOptions, SourceText, build, not_utf8};

/// What `golanes run` prints about a file that does not compile; nothing if it does.
fn listing(name: &str, text: &str) -> String {
    let text = text.split_once("{CUT}").map_or(text, |(text, _)| text);
    let text = text.replace("{NUL}", "\0").replace("{BOM}", "\u{FEFF}");
    let name = format!("./{name}");
    let options = BuildOptions::default();
    if text.contains("{FF}") {
        let bytes: Vec<u8> = text.split("{FF}").map(str::as_bytes).collect::<Vec<_>>().join(&0xFF);
        return not_utf8(&name, &options.path, &bytes);
    }
    let built = build(&[SourceText { name, text }], &options);
    let header = built.broken.map_or(String::new(), |package| format!("# {package}\n"));
    if built.program.is_none() { header + &built.listing } else { String::new() }
}

#[test]
fn headers_in_the_words_of_go() {
    let programs = goldens("header");
    assert!(programs.len() >= 100, "only {} goldens found", programs.len());
    let mut wrong = Vec::new();
    for (name, text, want) in &programs {
        let got = listing(name, text);
        if got != *want {
            wrong.push(format!("== {name}\n{text}\nsays\n{got}\ngo says\n{want}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {} differ", wrong.join("\n"), wrong.len(), programs.len());
}
