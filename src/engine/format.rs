//! Formatting of source, for the command and the page.

use super::build::{Problem, SourceText, problems};
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
