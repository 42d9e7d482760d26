//! Formats many Go files in one process and compares with what they should be.
//!
//! `fmt_std [-v] LIST…`: each line of a list is a file, or a file, a tab and the file that real gofmt made of it; without
//! one the file should stay as it is. Prints which differ and where (`-v`: with the lines), which our parser refuses,
//! and the totals; fails if there are any. Formatting again should change nothing, but gofmt is not always stable either:
//! such files are only named.

#![allow(clippy::print_stdout, reason = "a command")]

use golanes::base::SourceMap;
use golanes::syntax::print::format;

fn format_text(name: &str, text: &str) -> Result<String, String> {
    let mut sources = SourceMap::new();
    let file = sources.add(name, text);
    format(&sources, file).map_err(|diags| diags.render_gc(&sources, ""))
}

fn main() -> std::process::ExitCode {
    let mut verbose = false;
    let (mut equal, mut different, mut refused, mut unstable) = (0, 0, 0, 0);
    for arg in std::env::args().skip(1) {
        if arg == "-v" {
            verbose = true;
            continue;
        }
        for line in std::fs::read_to_string(&arg).unwrap_or_default().lines() {
            let (name, golden) = line.split_once('\t').unwrap_or((line, line));
            let read = |path: &str| std::fs::read(path).unwrap_or_default();
            let (Ok(text), want) = (String::from_utf8(read(name)), read(golden)) else {
                println!("{name}: refused: not UTF-8");
                refused += 1;
                continue;
            };
            let got = match format_text(name, &text) {
                Ok(got) => got,
                Err(listing) => {
                    println!("{name}: refused: {}", listing.lines().next().unwrap_or_default());
                    refused += 1;
                    continue;
                }
            };
            if got.as_bytes() == want {
                equal += 1;
            } else {
                different += 1;
                let want = String::from_utf8_lossy(&want);
                let at = got.lines().zip(want.lines()).take_while(|(a, b)| a == b).count();
                println!("{name}: different from line {}", at + 1);
                if verbose {
                    let show = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
                    println!("  gofmt   {:?}\n  golanes {:?}", show(&want), show(&got));
                }
            }
            if format_text(name, &got).ok().as_ref() != Some(&got) {
                unstable += 1;
                println!("{name}: formatting again changes it");
            }
        }
    }
    println!("{equal} equal, {different} different, {refused} refused, {unstable} not stable");
    std::process::ExitCode::from(u8::from(different + refused > 0))
}
