//! Formatting of source, for the command and the page.

use super::build::{Problem, SourceText, problems, txtar_name};
use crate::base::SourceMap;
use crate::syntax::print;

/// Why a file was not formatted.
#[derive(Debug, Clone)]
pub struct NotFormatted {
    /// Its syntax errors, sorted by place.
    pub problems: Vec<Problem>,
    /// The same as gc prints them, one a line.
    pub listing: String,
}

/// Formats a file as `gofmt` does.
///
/// # Errors
///
/// The syntax errors of a file that has some.
pub fn format(file: &SourceText) -> Result<String, NotFormatted> {
    let mut sources = SourceMap::new();
    let id = sources.add(file.name.as_str(), file.text.as_str());
    print::format(&sources, id)
        .map_err(|diags| NotFormatted { problems: problems(&diags, &sources), listing: diags.render_gc(&sources, "") })
}

/// Formats every Go file of a text that may be a txtar archive (see [`super::split_txtar`]); all else stays as it is.
///
/// # Errors
///
/// The syntax errors of the first file that has some.
pub fn format_archive(first: &str, text: &str) -> Result<String, NotFormatted> {
    let mut out = String::new();
    let mut file = SourceText { name: first.to_owned(), text: String::new() };
    let close = |file: &mut SourceText, out: &mut String| {
        let text = std::mem::take(&mut file.text);
        if !file.name.ends_with(".go") || text.trim().is_empty() {
            out.push_str(&text);
        } else {
            out.push_str(&format(&SourceText { name: file.name.clone(), text })?);
        }
        Ok(())
    };
    for line in text.split_inclusive('\n') {
        match txtar_name(line) {
            Some(name) => {
                close(&mut file, &mut out)?;
                file.name = name.to_owned();
                out.push_str(line);
            }
            None => file.text.push_str(line),
        }
    }
    close(&mut file, &mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_an_archive_are_formatted_one_by_one() {
        let text = "package  main\n-- go.mod --\nmodule   x\n-- a/b.go --\npackage b\nvar  x int";
        let wanted = "package main\n-- go.mod --\nmodule   x\n-- a/b.go --\npackage b\n\nvar x int\n";
        assert_eq!(format_archive("main.go", text).ok().as_deref(), Some(wanted));
        assert_eq!(
            format_archive("main.go", "\n-- a.go --\npackage a;").ok().as_deref(),
            Some("\n-- a.go --\npackage a\n")
        );
        let broken = format_archive("main.go", "package a\n-- b.go --\npackage b\nfunc {\n");
        assert_eq!(broken.err().map(|e| e.problems[0].file.clone()).as_deref(), Some("b.go"));
    }
}
