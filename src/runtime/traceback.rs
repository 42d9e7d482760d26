//! Stacks as Go prints them.

use super::*;
use crate::base::{LIBRARY, Pos};
use crate::bytecode::{FuncId, PC_FATAL, PC_PANIC, Program};
use std::fmt::Write;

/// A frame of a goroutine's stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Where it goes on: behind the call, or behind the instruction that runs. Without a function 1 for `runtime.Goexit`, 0 for
    /// `panic`.
    pub pc: u32,
    /// Its registers.
    pub fp: usize,
    /// Its function; `None` for the `panic` or `Goexit` between a deferred call and who called that.
    pub func: Option<FuncId>,
}

/// The exit code that a shell gives a program which SIGABRT has ended.
pub const ABORTED: i32 = 128 + 6;

/// How much is told at a fatal end: what the environment asks for, and debug.SetTraceback beyond that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceLevel {
    env: u32,
    now: u32,
}

impl Default for TraceLevel {
    fn default() -> Self {
        Self::of("")
    }
}

impl TraceLevel {
    const CRASH: u32 = 1;
    const ALL: u32 = 2;
    const SHIFT: u32 = 2;

    /// As the value of `GOTRACEBACK` says.
    pub fn of(level: &str) -> Self {
        let env = Self::bits(level);
        Self { env, now: env }
    }

    /// `debug.SetTraceback`: never less than the environment asks for.
    pub fn set(&mut self, level: &str) {
        self.now = Self::bits(level) | self.env;
    }

    fn bits(level: &str) -> u32 {
        match level {
            "none" => 0,
            "single" | "" => 1 << Self::SHIFT,
            "all" => 1 << Self::SHIFT | Self::ALL,
            "system" => 2 << Self::SHIFT | Self::ALL,
            "crash" => 2 << Self::SHIFT | Self::ALL | Self::CRASH,
            _ => Self::ALL | level.parse::<u32>().map_or(0, |n| n << Self::SHIFT),
        }
    }

    /// Whether any goroutine is shown.
    pub(super) fn shows(self) -> bool {
        self.now >> Self::SHIFT > 0
    }

    /// Whether all are.
    pub(super) fn all(self) -> bool {
        self.now & Self::ALL != 0
    }

    /// Whether the runtime's own frames are shown, and where everything stands.
    fn system(self) -> bool {
        self.now >> Self::SHIFT > 1
    }

    /// The exit code of a fatal end: 2, or what a shell shows of a program that has sent itself SIGABRT.
    pub(super) fn exit_code(self) -> i32 {
        if self.now & Self::CRASH != 0 { ABORTED } else { 2 }
    }
}

/// The frames of the loaded goroutine, innermost first, from the frame at `fp` that is at `pc`.
pub(super) fn walk(machine: &Machine, fp: usize, pc: u32, most: usize) -> Vec<Frame> {
    let panics = machine.gs.get(machine.loaded as usize).and_then(|g| g.unwind.as_ref()).map(|u| &u.panics[..]);
    walk_stack(&machine.program, &machine.stack, panics.unwrap_or_default(), (fp, pc), most)
}

fn walk_stack(
    program: &Program,
    stack: &[u64],
    panics: &[GoPanic],
    (mut fp, mut pc): (usize, u32),
    most: usize,
) -> Vec<Frame> {
    let mut out = Vec::new();
    while out.len() < most {
        // Who has not started yet stands before its function's first instruction.
        let fresh = program.func_at(pc).filter(|&f| out.is_empty() && program.funcs[f].entry == pc);
        let func = fresh.or_else(|| program.func_at(pc.saturating_sub(1))).or_else(|| program.func_at(pc));
        if func.is_some() {
            out.push(Frame { pc, fp, func });
        }
        let Some(&link) = fp.checked_sub(1).and_then(|i| stack.get(i)) else { break };
        if link == 0 {
            break;
        }
        let ret = (link >> 32) as u32;
        fp -= link as u32 as usize;
        pc = ret;
        if ret == PC_PANIC || ret == PC_FATAL {
            let panic = panics.iter().rev().find(|p| p.fp as usize == fp);
            out.push(Frame { pc: u32::from(panic.is_some_and(|p| p.goexit)), fp: 0, func: None });
            pc = panic.map_or(0, |p| p.pc);
        }
    }
    out
}

/// Where the frame at `frame` of the loaded goroutine goes on, however far below the one at `fp` it is.
pub(super) fn resumes_at(machine: &Machine, (mut fp, mut pc): (usize, u32), frame: usize) -> u32 {
    let panics = machine.gs.get(machine.loaded as usize).and_then(|g| g.unwind.as_ref()).map(|u| &u.panics[..]);
    while fp > frame {
        let link = machine.stack[fp - 1];
        pc = (link >> 32) as u32;
        fp -= link as u32 as usize;
        if pc == PC_PANIC || pc == PC_FATAL {
            let panic = panics.unwrap_or_default().iter().rev().find(|p| p.fp as usize == fp);
            pc = panic.map_or(0, |p| p.pc);
        }
    }
    pc
}

/// A trace shows the ends of a very deep stack; this bounds the walk itself.
pub const DEEPEST: usize = 100_000;

/// The innermost frames, at most `most`, of any goroutine that is not dead.
pub fn frames(machine: &Machine, g: u32, most: usize) -> Vec<Frame> {
    if g == machine.loaded {
        return walk(machine, machine.fp, machine.pc, most);
    }
    let gr = &machine.gs[g as usize];
    let panics = gr.unwind.as_ref().map(|u| &u.panics[..]).unwrap_or_default();
    walk_stack(&machine.program, &gr.saved, panics, (gr.fp as usize, gr.pc), most)
}

/// File and line of `pos` as a trace prints it.
pub(super) fn place(program: &Program, pos: Pos) -> (String, u32) {
    match program.sources.locate(pos) {
        Some((file, at)) if file.starts_with('/') => (file.to_owned(), at.line),
        Some((file, at)) => (format!("{}/{}", program.dir, file.trim_start_matches("./")), at.line),
        None => ("?".to_owned(), 0),
    }
}

/// The stacks of the loaded goroutine and, if asked for, of all others that are not dead: what `runtime.Stack` writes.
pub fn stacks(machine: &Machine, all: bool) -> String {
    let mut out =
        if machine.loaded == NONE { String::new() } else { goroutine(machine, machine.loaded, Some("running")) };
    let others = (0..machine.gs.len() as u32).filter(|&g| all && g != machine.loaded);
    for g in others.filter(|&g| machine.gs[g as usize].status != GStatus::Dead) {
        out.push('\n');
        out.push_str(&goroutine(machine, g, None));
    }
    out
}

/// The stacks of goroutines that nobody can wake any more, looked for now.
pub fn leaked_stacks(machine: &mut Machine) -> String {
    let lost = machine.lost_goroutines();
    for g in &mut machine.gs {
        g.leaked = lost.contains(&g.goid);
    }
    let leaked = (0..machine.gs.len() as u32).filter(|&g| machine.gs[g as usize].leaked);
    leaked.map(|g| goroutine(machine, g, None)).collect::<Vec<_>>().join("\n")
}

/// `goroutine N [state]:` and its frames.
pub(super) fn goroutine(machine: &Machine, g: u32, state: Option<&str>) -> String {
    let program = &machine.program;
    let gr = &machine.gs[g as usize];
    let state = state.unwrap_or(match gr.status {
        GStatus::Runnable => "runnable",
        GStatus::Running => "running",
        GStatus::Waiting | GStatus::Dead => gr.reason.text(),
    });
    let leaked = if gr.leaked { " (leaked)" } else { "" };
    let durable = if gr.durable { " (durable)" } else { "" };
    let bubble = if gr.bubble == 0 { String::new() } else { format!(", synctest bubble {}", gr.bubble) };
    let system = machine.panic_state.level.system();
    // Go's addresses; here a goroutine has a number, and frames stand at registers and instructions, as `golanes dis` numbers them.
    let on = match machine.sched.ps.iter().find(|p| p.g == g) {
        _ if !system => String::new(),
        Some(p) => format!(" gp={g:#x} m={} mp={0:#x}", p.m),
        None => format!(" gp={g:#x} m=nil"),
    };
    let mut out = format!("goroutine {}{on} [{state}{leaked}{durable}{bubble}]:\n", gr.goid);
    let own = |f: FuncId| program.funcs[f].wrapper || program.funcs[f].name.starts_with("runtime.");
    let shown: Vec<Frame> =
        frames(machine, g, DEEPEST).into_iter().filter(|f| system || f.func.is_none_or(|f| !own(f))).collect();
    for (i, frame) in shown.iter().enumerate() {
        // Go prints the first and last 50 of a deep stack.
        if shown.len() > 100 && (50..shown.len() - 50).contains(&i) {
            if i == 50 {
                let _ = writeln!(out, "...{} frames elided...", shown.len() - 100);
            }
            continue;
        }
        let Some(func) = frame.func else {
            let (name, line) = if frame.pc == 1 { ("runtime.Goexit()", 694) } else { ("panic(...)", 860) };
            let _ = writeln!(out, "{name}\n\t{LIBRARY}runtime/panic.go:{line} +0x0");
            continue;
        };
        let f = &program.funcs[func];
        let pos = match frame.pc.checked_sub(1).filter(|_| frame.pc != f.entry) {
            Some(at) => program.lines[at as usize].pos,
            None => f.pos,
        };
        // What calls main and init functions is no text of anybody's; in Go it stands there.
        let at_home = || (format!("{LIBRARY}runtime/proc.go"), 302);
        let (file, line) = if program.sources.locate(pos).is_none() { at_home() } else { place(program, pos) };
        let args = if f.params == 0 { "()" } else { "(...)" };
        let _ = write!(out, "{}{args}\n\t{file}:{line} +{:#x}", f.name, frame.pc - f.entry);
        if system {
            let _ = write!(out, " fp={:#x} sp={:#x} pc={:#x}", frame.fp, frame.fp + f.frame as usize, frame.pc);
        }
        out.push('\n');
    }
    if gr.creator != 0
        && let Some(by) = program.func_at(gr.created_at)
    {
        let (file, line) = place(program, program.lines[gr.created_at as usize].pos);
        let f = &program.funcs[by];
        let offset = gr.created_at - f.entry;
        let _ = writeln!(out, "created by {} in goroutine {}\n\t{file}:{line} +{offset:#x}", f.name, gr.creator);
    }
    out
}
