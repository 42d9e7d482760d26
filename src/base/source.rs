//! Positions in source text.
//!
//! All files of a compilation lie end to end in one address space, so that a position is a single `u32`: the byte
//! offset in its file plus the file's base, as in Go's `go/token`. Position 0 is "nowhere".

use std::sync::Arc;

/// Where the library stands in names of files; messages show it in a way that holds everywhere.
pub const LIBRARY: &str = "/usr/local/go/src/";

crate::define_id! {
    /// A file of a [`SourceMap`].
    FileId
}

/// A byte position in a [`SourceMap`]; 0 is no position.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Pos(pub u32);

impl Pos {
    /// No position.
    pub const NONE: Pos = Pos(0);

    /// Whether this is a position at all.
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// The bytes from `lo` up to but not including `hi`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Span {
    /// First byte.
    pub lo: Pos,
    /// One past the last byte.
    pub hi: Pos,
}

impl Span {
    /// No span.
    pub const NONE: Span = Span { lo: Pos::NONE, hi: Pos::NONE };

    /// The span from `lo` up to `hi`.
    pub fn new(lo: Pos, hi: Pos) -> Self {
        Self { lo, hi }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// Whether `pos` lies inside.
    pub fn contains(self, pos: Pos) -> bool {
        self.lo <= pos && pos < self.hi
    }
}

/// Line and column as gc prints them: both from 1, columns in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub col: u32,
}

/// One source file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    name: Arc<str>,
    text: Arc<str>,
    base: u32,
    /// Offsets at which lines start; the first is 0.
    lines: Vec<u32>,
}

impl SourceFile {
    /// The name as diagnostics print it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text. Invalid UTF-8 has been replaced before it came here, and reported by whoever read the file.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The position of the byte at `offset`.
    pub fn pos(&self, offset: usize) -> Pos {
        Pos(self.base + u32::try_from(offset).expect("files are below 4 GB"))
    }

    /// The offset of `pos` in this file.
    pub fn offset(&self, pos: Pos) -> usize {
        (pos.0 - self.base) as usize
    }

    /// Line and column of `pos`, which must lie in this file.
    pub fn line_col(&self, pos: Pos) -> LineCol {
        let offset = pos.0 - self.base;
        let line = self.lines.partition_point(|&start| start <= offset);
        LineCol { line: line as u32, col: offset - self.lines[line - 1] + 1 }
    }

    /// The position at which `line` (from 1) starts, if the file has that line.
    pub fn line_start(&self, line: u32) -> Option<Pos> {
        let start = self.lines.get((line as usize).checked_sub(1)?)?;
        Some(Pos(self.base + start))
    }

    /// The number of lines.
    pub fn line_count(&self) -> u32 {
        self.lines.len() as u32
    }
}

/// All files of a compilation.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and returns its id. Ids are given in order from 0.
    pub fn add(&mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        let text: Arc<str> = text.into();
        // One byte between files, so that the end of one is not the start of the next; and 0 stays free.
        let base = self.files.last().map_or(1, |f| f.base + f.text.len() as u32 + 1);
        let lines = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1))
            .collect();
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile { name: name.into(), text, base, lines });
        id
    }

    /// A file by id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files in the order they were added.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Whether `pos` is in the text of a library's package.
    pub fn in_library(&self, pos: Pos) -> bool {
        self.file_of(pos).is_some_and(|f| self.file(f).name().starts_with(LIBRARY))
    }

    /// The file that holds `pos`; `None` for [`Pos::NONE`] and positions past the end.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        let after = self.files.partition_point(|f| f.base <= pos.0);
        let id = after.checked_sub(1)?;
        let file = &self.files[id];
        (pos.0 <= file.base + file.text.len() as u32).then_some(FileId(id as u32))
    }

    /// File name, line and column of `pos`, if it is known.
    pub fn locate(&self, pos: Pos) -> Option<(&str, LineCol)> {
        let file = self.file(self.file_of(pos)?);
        Some((file.name(), file.line_col(pos)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_bytes_and_files_do_not_touch() {
        let mut map = SourceMap::new();
        let a = map.add("a.go", "é\nx");
        let b = map.add("b.go", "");
        let (a, b) = (map.file(a).clone(), map.file(b).clone());
        assert_eq!(a.line_col(a.pos(2)), LineCol { line: 1, col: 3 });
        assert_eq!(a.line_col(a.pos(3)), LineCol { line: 2, col: 1 });
        assert_eq!(map.locate(a.pos(4)).map(|(n, lc)| (n.to_owned(), lc.col)), Some(("a.go".to_owned(), 2)));
        assert_eq!(map.locate(b.pos(0)).map(|(n, _)| n.to_owned()), Some("b.go".to_owned()));
        assert_eq!(map.locate(Pos::NONE), None);
    }
}
