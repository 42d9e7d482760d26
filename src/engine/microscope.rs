//! One statement opened: what the machine does for it, step by step, and how far a goroutine is with that.

use super::inspect::{place_in, value_text};
use crate::analysis::{self, Deed, DeedKind};
use crate::runtime::{GStatus, Machine, frames};

/// A statement that a goroutine is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// What is done for it, in order.
    pub steps: Vec<MicroStep>,
    /// How many of them are done.
    pub done: usize,
}

/// One step of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MicroStep {
    /// Whether memory is read or written that others may see.
    pub kind: DeedKind,
    /// In words, without who does it: `reads counter`.
    pub words: String,
    /// The value, once it is there and as long as its register has it.
    pub value: Option<String>,
}

/// Frames looked through for one of the program's own.
const FRAMES: usize = 50;

/// The statement of the program's own that goroutine `goid` is at.
pub(super) fn opened(m: &Machine, goid: u32) -> Option<Opened> {
    let (at, fp, stack, file, line) = standing(m, goid)?;
    let deeds = analysis::deeds(&m.program, at);
    let done = deeds.partition_point(|d| d.pc < at);
    let value = |i: usize, d: &Deed| {
        let (reg, ty) = d.value.filter(|_| i < done)?;
        let over = deeds[i + 1..done].iter().any(|d| d.kind != DeedKind::Write && d.value.is_some_and(|v| v.0 == reg));
        let slots = stack.get(fp + usize::from(reg)..)?.get(..1).filter(|_| !over)?;
        Some(value_text(m, ty, slots, 1))
    };
    let step = |(i, d): (usize, &Deed)| MicroStep { kind: d.kind, words: d.words.clone(), value: value(i, d) };
    let steps = deeds.iter().enumerate().map(step).collect();
    Some(Opened { file, line, steps, done })
}

/// What goroutine `goid` does next, if it stands before reading or writing memory.
pub(super) fn next_access(m: &Machine, goid: u32) -> Option<String> {
    let (at, ..) = standing(m, goid)?;
    let deed = analysis::deeds(&m.program, at).into_iter().find(|d| d.pc == at)?;
    (deed.kind != DeedKind::Own).then_some(deed.words)
}

/// Where a goroutine is in the program's own code: instruction, frame, stack, file and line.
fn standing(m: &Machine, goid: u32) -> Option<(u32, usize, &[u64], String, u32)> {
    let g = (0..m.gs.len() as u32).find(|&g| m.goid(g) == goid && m.gs[g as usize].status != GStatus::Dead)?;
    let stack: &[u64] = if g == m.loaded { &m.stack } else { &m.gs[g as usize].saved };
    frames(m, g, FRAMES).iter().enumerate().find_map(|(i, frame)| {
        let func = &m.program.funcs[frame.func?];
        if func.wrapper || m.program.sources.in_library(func.pos) {
            return None;
        }
        let at = place_in(m, g, frame, i == 0);
        let (file, line) = m.program.sources.locate(m.program.lines.get(at as usize)?.pos)?;
        Some((at, frame.fp, stack, file.to_owned(), line.line))
    })
}
