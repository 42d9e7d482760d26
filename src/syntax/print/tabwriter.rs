//! Cells to columns: the elastic tabs of `text/tabwriter`, with gofmt's settings.
//!
//! A cell is text that a tab ends. Cells one below the other, in lines without a break between them, are a column,
//! and get the width of the widest and a blank. Leading empty cells are indentation and stay tabs. A column in which
//! all cells are empty and ended by `\v` vanishes. This knows no Go.

use super::printer::ESCAPE;

/// The width of an indentation tab.
const TAB_WIDTH: usize = 8;

/// Between a cell and the next.
const PADDING: usize = 1;

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// In bytes.
    size: usize,
    /// In characters.
    width: usize,
    /// Ended by `\t` rather than `\v`.
    htab: bool,
}

#[derive(Debug, Default)]
struct Writer {
    out: Vec<u8>,
    /// The text of all cells that wait, without what ended them.
    buf: Vec<u8>,
    /// Up to where in `buf` the width of the current cell is counted.
    pos: usize,
    cell: Cell,
    lines: Vec<Vec<Cell>>,
    /// Of the columns left of the current one.
    widths: Vec<usize>,
}

/// Aligns the printer's output and removes what only meant something to the tabwriter.
pub(super) fn align(text: &[u8]) -> Vec<u8> {
    let mut writer = Writer { lines: vec![Vec::new()], ..Writer::default() };
    let mut escaped = false;
    let mut start = 0;
    for (i, &byte) in text.iter().enumerate() {
        match byte {
            ESCAPE if escaped => {
                writer.append(&text[start..=i]);
                start = i + 1;
                writer.update_width();
                // The brackets are not seen.
                writer.cell.width -= 2;
                escaped = false;
            }
            _ if escaped => {}
            ESCAPE => {
                writer.append(&text[start..i]);
                writer.update_width();
                start = i;
                escaped = true;
            }
            b'\t' | b'\x0b' | b'\n' | b'\x0c' => {
                writer.append(&text[start..i]);
                writer.update_width();
                start = i + 1;
                let cells = writer.end_cell(byte == b'\t');
                if matches!(byte, b'\n' | b'\x0c') {
                    writer.lines.push(Vec::new());
                    // A line of one cell aligns nothing.
                    if byte == b'\x0c' || cells == 1 {
                        writer.flush();
                    }
                }
            }
            _ => {}
        }
    }
    writer.append(&text[start..]);
    writer.flush();
    trim(&writer.out)
}

impl Writer {
    fn append(&mut self, text: &[u8]) {
        self.buf.extend_from_slice(text);
        self.cell.size += text.len();
    }

    fn update_width(&mut self) {
        // Characters are counted by the bytes that start one.
        self.cell.width += self.buf[self.pos..].iter().filter(|&&b| b & 0xC0 != 0x80).count();
        self.pos = self.buf.len();
    }

    /// Ends the current cell; returns how many the line has.
    fn end_cell(&mut self, htab: bool) -> usize {
        let mut cell = std::mem::take(&mut self.cell);
        cell.htab = htab;
        match self.lines.last_mut() {
            Some(line) => {
                line.push(cell);
                line.len()
            }
            None => 0,
        }
    }

    fn flush(&mut self) {
        if self.cell.size > 0 {
            self.end_cell(false);
        }
        let lines = std::mem::take(&mut self.lines);
        self.format(0, &lines, 0, lines.len());
        self.buf.clear();
        self.pos = 0;
        self.cell = Cell::default();
        self.widths.clear();
        self.lines = lines;
        self.lines.clear();
        self.lines.push(Vec::new());
    }

    /// Formats lines from `line0` up to `line1`, whose text starts at `pos`, of which the columns in `widths` are known.
    /// Returns where the text after them starts.
    fn format(&mut self, mut pos: usize, lines: &[Vec<Cell>], mut line0: usize, line1: usize) -> usize {
        let column = self.widths.len();
        let mut this = line0;
        while this < line1 {
            // The last cell of a line is not ended by a tab and belongs to no column.
            if column + 1 >= lines[this].len() {
                this += 1;
                continue;
            }
            pos = self.write_lines(pos, lines, line0, this);
            line0 = this;
            let (mut width, mut discardable) = (0, true);
            while this < line1 && column + 1 < lines[this].len() {
                let cell = lines[this][column];
                width = width.max(cell.width + PADDING);
                discardable &= cell.width == 0 && !cell.htab;
                this += 1;
            }
            self.widths.push(if discardable { 0 } else { width });
            pos = self.format(pos, lines, line0, this);
            self.widths.pop();
            line0 = this;
            // As in Go, whose loop goes on after the line that ended the block.
            this += 1;
        }
        self.write_lines(pos, lines, line0, line1)
    }

    fn write_lines(&mut self, mut pos: usize, lines: &[Vec<Cell>], line0: usize, line1: usize) -> usize {
        for (i, line) in lines.iter().enumerate().take(line1).skip(line0) {
            let mut indentation = true;
            for (j, cell) in line.iter().enumerate() {
                let width = self.widths.get(j).copied();
                if cell.size > 0 {
                    indentation = false;
                    self.out.extend_from_slice(&self.buf[pos..pos + cell.size]);
                    pos += cell.size;
                }
                let Some(width) = width else { continue };
                if indentation {
                    let tabs = width.div_ceil(TAB_WIDTH) * TAB_WIDTH - cell.width;
                    self.out.extend(std::iter::repeat_n(b'\t', tabs.div_ceil(TAB_WIDTH)));
                } else {
                    self.out.extend(std::iter::repeat_n(b' ', width.saturating_sub(cell.width)));
                }
            }
            if i + 1 < lines.len() {
                self.out.push(b'\n');
            } else {
                self.out.extend_from_slice(&self.buf[pos..pos + self.cell.size]);
                pos += self.cell.size;
            }
        }
        pos
    }
}

/// Removes escapes and trailing white space, and turns `\f` and `\v` into line ends and tabs.
pub(super) fn trim(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    // White space that is written only if text follows.
    let mut space = Vec::new();
    let mut escaped = false;
    for &byte in text {
        if escaped {
            if byte == ESCAPE {
                escaped = false
            } else {
                out.push(byte)
            }
            continue;
        }
        match byte {
            b'\t' | b'\x0b' => space.push(b'\t'),
            b' ' => space.push(b' '),
            b'\n' | b'\x0c' => {
                space.clear();
                out.push(b'\n');
            }
            _ => {
                out.append(&mut space);
                if byte == ESCAPE { escaped = true } else { out.push(byte) }
            }
        }
    }
    out
}
