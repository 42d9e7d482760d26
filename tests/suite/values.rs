//! The programs of `tests/oracle/values` make random calls of the library; the sums of real Go's output are beside them
//! (`tests/oracle/values.sh`, which also compares a hundred thousand lines of each with real Go itself).

use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::fs;
use std::path::Path;

const LINES: usize = 3000;
const CHUNK: usize = 100;

/// The sum that POSIX's `cksum` prints.
fn sum(text: &[u8]) -> u32 {
    let step = |crc: u32, byte: u8| {
        (0..8).fold(crc ^ u32::from(byte) << 24, |c, _| c << 1 ^ if c >> 31 == 1 { 0x04C1_1DB7 } else { 0 })
    };
    let mut crc = text.iter().fold(0, |c, &b| step(c, b));
    let mut len = text.len();
    while len > 0 {
        crc = step(crc, len as u8);
        len >>= 8;
    }
    !crc
}

fn output(dir: &Path, name: &str) -> Result<Vec<u8>, String> {
    let read = |name: &str| -> Result<SourceText, String> {
        let text = fs::read_to_string(dir.join(name)).map_err(|e| e.to_string())?;
        Ok(SourceText { name: name.to_owned(), text })
    };
    let built = build(&[read("common.go")?, read(&format!("{name}.go"))?], &BuildOptions::default());
    let program = built.program.ok_or(format!("does not build:\n{}", built.listing))?;
    let inputs = Inputs { args: vec!["values".into(), "1".into(), LINES.to_string()], ..Inputs::default() };
    let mut session = Session::new(program, &inputs, &Schedule::default(), false);
    let mut out = Vec::new();
    for _ in 0..10_000 {
        let progress = session.run(1_000_000);
        out.extend(session.drain_output().into_iter().flat_map(|c| c.bytes));
        if progress.end.is_some() {
            return Ok(out);
        }
    }
    Err("does not end".into())
}

fn check(dir: &Path, name: &str) -> Result<(), String> {
    let want = fs::read_to_string(dir.join(format!("{name}.sum"))).map_err(|e| e.to_string())?;
    let want: Vec<&str> = want.lines().collect();
    let out = output(dir, name)?;
    let lines: Vec<&[u8]> = out.split_inclusive(|&b| b == b'\n').collect();
    if lines.len() != LINES || want.len() != LINES / CHUNK {
        return Err(format!("{} lines, {} sums", lines.len(), want.len()));
    }
    for (i, (chunk, want)) in lines.chunks(CHUNK).zip(want).enumerate() {
        let text = chunk.concat();
        if sum(&text).to_string() != want {
            return Err(format!(
                "lines from {} differ from real Go's (tests/oracle/values.sh shows them)\n{}",
                i * CHUNK,
                String::from_utf8_lossy(&text)
            ));
        }
    }
    Ok(())
}

#[test]
fn random_calls_give_what_real_go_gives() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/values");
    let mut names: Vec<String> = fs::read_dir(&dir)
        .expect("the programs are there")
        .filter_map(|e| e.ok()?.file_name().to_str()?.strip_suffix(".go").map(str::to_owned))
        .filter(|n| n != "common")
        .collect();
    names.sort();
    assert!(names.len() >= 8, "{names:?}");
    let wrong: Vec<String> =
        names.iter().filter_map(|n| check(&dir, n).err().map(|why| format!("== {n}: {why}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
