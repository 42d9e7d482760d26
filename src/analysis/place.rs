//! Places in the source.

use crate::base::Pos;
use crate::bytecode::FuncId;
use crate::runtime::{Frame, Machine, frames};

/// A place in the source and who was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What happened there: "blocked here", "write".
    pub role: String,
    /// The goroutine (goid), 0 if that is not known.
    pub goroutine: u32,
    /// The function as Go's traces print it.
    pub function: String,
    /// The file as messages name it.
    pub file: String,
    /// Line from 1.
    pub line: u32,
    /// Column in bytes from 1.
    pub column: u32,
    /// The instruction.
    pub pc: u32,
    /// The stack there, innermost first, as `function (file:line)`, without the library's innermost frames.
    pub stack: Vec<String>,
}

/// A stack as instructions that run or call, innermost first, with their functions.
pub type Stack = Vec<(u32, FuncId)>;

/// Frames deeper than this are not told of.
const DEEPEST: usize = 64;

/// The stack of a goroutine, if there is one.
pub fn stack(m: &Machine, g: u32) -> Stack {
    if (g as usize) >= m.gs.len() {
        return Vec::new();
    }
    let at = |f: Frame| {
        f.func.map(|func| (if f.pc == m.program.funcs[func].entry { f.pc } else { f.pc.saturating_sub(1) }, func))
    };
    frames(m, g, DEEPEST).into_iter().filter_map(at).collect()
}

/// Whether an instruction belongs to the user's code rather than to the library's or what we wrote around it.
fn is_users(m: &Machine, pc: u32, func: FuncId) -> bool {
    let f = &m.program.funcs[func];
    // What calls main is nobody's, though it has lines of initialisers.
    !f.wrapper && f.pos.is_known() && position(m, pc, func).is_known() && !m.program.sources.in_library(f.pos) && {
        let (file, _) = m.program.sources.locate(f.pos).unwrap_or(("", crate::base::LineCol { line: 0, col: 0 }));
        !file.ends_with("_testmain.go")
    }
}

fn position(m: &Machine, pc: u32, func: FuncId) -> Pos {
    m.program.lines.get(pc as usize).map_or(m.program.funcs[func].pos, |l| l.pos)
}

/// The innermost place of a stack that is in the user's code.
pub(super) fn users(m: &Machine, stack: &Stack) -> Option<(u32, FuncId)> {
    stack.iter().copied().find(|&(pc, func)| is_users(m, pc, func))
}

/// The place that a stack is at: the innermost one of the user's, else its innermost.
pub(super) fn of_stack(m: &Machine, stack: &Stack, goroutine: u32, role: &str) -> Place {
    let users = stack.iter().position(|&(pc, func)| is_users(m, pc, func));
    let from = users.unwrap_or(0);
    let Some(&(pc, _)) = stack.get(from) else { return of_pc(m, 0, goroutine, role) };
    let frame = |&(pc, func): &(u32, FuncId)| {
        let (file, line) = file_line(m, position(m, pc, func));
        format!("{} ({file}:{line})", m.program.funcs[func].name)
    };
    let shown = stack[from..].iter().filter(|&&(pc, func)| is_users(m, pc, func)).map(frame).collect();
    Place { stack: shown, ..of_pc(m, pc, goroutine, role) }
}

/// The place of an instruction.
pub(super) fn of_pc(m: &Machine, pc: u32, goroutine: u32, role: &str) -> Place {
    let func = m.program.func_at(pc);
    let pos = func.map_or(Pos::NONE, |f| position(m, pc, f));
    let (file, line) = file_line(m, pos);
    let column = m.program.sources.locate(pos).map_or(0, |(_, at)| at.col);
    let function = func.map_or(String::new(), |f| m.program.funcs[f].name.clone());
    Place { role: role.into(), goroutine, function, file, line, column, pc, stack: Vec::new() }
}

fn file_line(m: &Machine, pos: Pos) -> (String, u32) {
    m.program
        .sources
        .locate(pos)
        .map_or((String::new(), 0), |(file, at)| (file.trim_start_matches("./").to_owned(), at.line))
}

/// A number for the source line of an instruction: where it starts.
pub(super) fn line_id(m: &Machine, pc: u32) -> u32 {
    let pos = m.program.func_at(pc).map_or(Pos::NONE, |f| position(m, pc, f));
    let start = m.program.sources.file_of(pos).and_then(|file| {
        let (_, at) = m.program.sources.locate(pos)?;
        m.program.sources.file(file).line_start(at.line)
    });
    start.unwrap_or(pos).0
}

/// The source line of an instruction, without what is around it, if it is not long.
pub(super) fn line_text(m: &Machine, pc: u32) -> Option<String> {
    let func = m.program.func_at(pc)?;
    let pos = position(m, pc, func);
    let file = m.program.sources.file(m.program.sources.file_of(pos)?);
    let (_, at) = m.program.sources.locate(pos)?;
    let line = file.text().lines().nth(at.line as usize - 1)?.trim();
    (!line.is_empty() && line.len() <= 80).then(|| line.to_owned())
}

/// A line of one of the user's files, which is named without its folder.
pub(super) fn source_line(m: &Machine, file: &str, line: u32) -> Option<String> {
    let named = |f: &&crate::base::SourceFile| !f.of_library() && f.name().rsplit('/').next() == Some(file);
    let text = m.program.sources.files().iter().find(named)?.text();
    text.lines().nth((line as usize).checked_sub(1)?).map(str::to_owned)
}

/// Where a test is declared.
pub(super) fn of_test(m: &Machine, name: &str) -> Option<Place> {
    let is_it =
        |f: &&crate::bytecode::Func| f.name.rsplit('.').next() == Some(name) && !m.program.sources.in_library(f.pos);
    let func = m.program.funcs.iter().find(is_it)?;
    Some(of_pc(m, func.entry, 0, "declared here"))
}

/// `a.go:12`
pub(super) fn short(m: &Machine, pc: u32) -> String {
    let Place { file, line, .. } = of_pc(m, pc, 0, "");
    format!("{}:{line}", file.rsplit('/').next().unwrap_or_default())
}
