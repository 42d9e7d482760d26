//! State at a step as plain data.

use crate::base::Pos;
use crate::bytecode::{Instr, Kind, Narrow, Program, RTypeId, SelectCase};
use crate::runtime::{
    Frame, GStatus, Machine, NONE, TimerAction, WAIT_GROUP_GO, WaitQueue, Waiting, frames, narrow_of, ptr_id, ptr_off,
};
use crate::trace::WaitReason;

/// Everything that can be seen at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Instructions executed.
    pub tick: u64,
    /// Instructions executed by the run as far as it has come.
    pub head: u64,
    /// Virtual nanoseconds since the start.
    pub time: u64,
    /// Goroutines that are not dead, by number.
    pub goroutines: Vec<GoroutineState>,
    /// Channels that the program can still reach or wait on, by number.
    pub channels: Vec<ChannelState>,
    /// The P's.
    pub processors: Vec<ProcessorState>,
    /// The M's: threads by number.
    pub threads: Vec<ThreadState>,
    /// The global run queue, by goroutine number.
    pub global_queue: Vec<u32>,
    /// Goroutines that the network poller has found ready.
    pub polled: Vec<u32>,
    /// Armed timers in the order in which they will fire, at most a few hundred.
    pub timers: Vec<TimerState>,
    /// Whether the program has ended here, and how.
    pub end: Option<super::End>,
}

/// A goroutine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoroutineState {
    /// Go's number of it.
    pub goid: u32,
    /// The function it started with, without package main: `worker`.
    pub name: String,
    /// `running`, `runnable`, or a wait reason in the runtime's words.
    pub state: String,
    /// What it waits for, if it waits.
    pub reason: Option<WaitReason>,
    /// Who created it, 0 for main.
    pub creator: u32,
    /// Virtual time since which it waits, when it waits.
    pub since: Option<u64>,
    /// The channel it waits on, by number.
    pub waits_on: Option<u32>,
    /// The lock, WaitGroup or the like that it waits for, by address.
    pub waits_at: Option<u64>,
    /// Where it was created, if that is in the program itself.
    pub created: Option<(String, u32)>,
    /// Whether the program has a part in it: false for what only the library does.
    pub ours: bool,
    /// Its stack, innermost first.
    pub frames: Vec<FrameState>,
    /// The cases of the select that it waits in or is about to run.
    pub cases: Vec<CaseState>,
}

/// A case of a select.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseState {
    /// Whether it sends.
    pub send: bool,
    /// The channel, by number; `None` for a nil channel, which is never ready.
    pub channel: Option<u32>,
    /// The value to send.
    pub value: Option<String>,
    /// Whether it would go through now.
    pub ready: bool,
    /// Its file.
    pub file: String,
    /// Its line.
    pub line: u32,
    /// How it stands in the source: `case v := <-jobs`.
    pub text: String,
}

/// A frame of a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameState {
    /// The function.
    pub func: String,
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// Named variables.
    pub variables: Vec<VariableState>,
}

/// A variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableState {
    /// Its name.
    pub name: String,
    /// Its type as Go writes it.
    pub ty: String,
    /// Its value, shortened.
    pub value: String,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelState {
    /// Number in order of making.
    pub number: u32,
    /// The variable it was made for, or `chan N`.
    pub name: String,
    /// Type of its elements.
    pub elem: String,
    /// Capacity.
    pub cap: usize,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether the library made it rather than the program.
    pub library: bool,
    /// The package whose code made it, as it is named in calls: `io`.
    pub package: String,
    /// Whether it is a timer's.
    pub timed: bool,
    /// Buffered values, oldest first.
    pub values: Vec<String>,
    /// Waiting receivers, first come first.
    pub receivers: Vec<u32>,
    /// Waiting senders with what they send.
    pub senders: Vec<QueuedValue>,
}

/// A waiting sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedValue {
    /// The goroutine.
    pub goid: u32,
    /// What it wants to send.
    pub value: String,
}

/// A P.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessorState {
    /// The goroutine on it, if any.
    pub goid: Option<u32>,
    /// `runnext`.
    pub runnext: Option<u32>,
    /// Its local queue.
    pub queue: Vec<u32>,
    /// Its clock.
    pub clock: u64,
    /// The thread that carries it.
    pub thread: Option<u32>,
    /// Whether it looks for work.
    pub spinning: bool,
    /// Whether it has nothing to do.
    pub idle: bool,
}

/// An M.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadState {
    /// The P it carries.
    pub p: Option<u32>,
    /// The goroutine that keeps it without a P: in a system call, or wired to it and blocked.
    pub kept_by: Option<u32>,
}

/// A timer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerState {
    /// Virtual nanoseconds since the start at which it fires.
    pub when: u64,
    /// Nanoseconds between ticks; 0 fires once.
    pub period: u64,
    /// The P it was armed on.
    pub p: u32,
    /// The goroutine that sleeps on it, if that is its purpose.
    pub goid: Option<u32>,
    /// The channel it sends to, by number.
    pub channel: Option<u32>,
    /// The function it runs.
    pub runs: Option<String>,
}

/// What is known of a channel for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelInfo {
    /// The variable it was made for, if there is one.
    pub name: Option<String>,
    /// Type of its elements.
    pub elem: String,
    /// Whether it is the `Done` channel of a context.
    pub of_context: bool,
    /// Whether the library made it rather than the program.
    pub library: bool,
    /// The package whose code made it, as it is named in calls: `io`.
    pub package: String,
}

/// How many elements of a composite value are shown.
const SHOWN: usize = 8;
/// How deep values are shown.
const DEPTH: usize = 3;
/// How many frames of a stack are shown.
const FRAMES: usize = 50;
/// How many timers.
const TIMERS: usize = 500;
/// How many goroutines and channels a snapshot describes.
const MOST: usize = 2_000;

/// The state of `m`.
pub(super) fn snapshot(m: &Machine, head: u64) -> Snapshot {
    let goid = |g: u32| (g != NONE).then(|| m.goid(g));
    let mut goroutines: Vec<GoroutineState> = (0..m.gs.len() as u32)
        .filter(|&g| m.gs[g as usize].status != GStatus::Dead)
        .take(MOST)
        .map(|g| goroutine(m, g))
        .collect();
    crate::base::sort_by_key(&mut goroutines, |g| g.goid);
    let mut channels: Vec<ChannelState> =
        (0..m.chans.len()).filter(|&c| m.chans[c].object != 0).take(MOST).map(|c| channel(m, c)).collect();
    crate::base::sort_by_key(&mut channels, |c| c.number);
    let processors = m
        .sched
        .ps
        .iter()
        .map(|p| ProcessorState {
            goid: goid(p.g),
            runnext: goid(p.runnext),
            queue: p.runq.iter().map(|&g| m.goid(g)).collect(),
            clock: p.clock,
            thread: (p.m != NONE).then_some(p.m),
            spinning: p.spinning,
            idle: !p.active,
        })
        .collect();
    let threads = &m.sched.threads;
    let timers = m.timers.armed().take(TIMERS).filter_map(|t| {
        let sleeper = match t.action {
            TimerAction::Wake(g) => Some(m.goid(g)),
            TimerAction::Send(_) | TimerAction::Go(_) => None,
        };
        let channel = match t.action {
            TimerAction::Send(chan) => native_at(m, chan).and_then(|i| m.chans.get(i)).map(|c| c.number),
            TimerAction::Wake(_) | TimerAction::Go(_) => None,
        };
        let runs = match t.action {
            TimerAction::Go(closure) => m.heap.peek(closure, 0, Narrow::U32).and_then(|entry| {
                let name = &m.program.funcs[m.program.func_at(entry as u32)?].name;
                Some(name.strip_prefix("main.").unwrap_or(name).to_owned())
            }),
            TimerAction::Wake(_) | TimerAction::Send(_) => None,
        };
        Some(TimerState { when: t.when?, period: t.period, p: t.p, goid: sleeper, channel, runs })
    });
    Snapshot {
        tick: m.executed,
        head,
        time: m.now(),
        goroutines,
        channels,
        processors,
        threads: threads
            .all
            .iter()
            .map(|t| ThreadState { p: (t.p != NONE).then_some(t.p), kept_by: goid(t.g) })
            .collect(),
        polled: threads.ready().map(|g| m.goid(g)).collect(),
        timers: timers.collect(),
        global_queue: match &m.exploration {
            // Who can run is in one queue, from which the schedule takes.
            Some(x) => x.runnable().map(|g| m.goid(g)).collect(),
            None => m.sched.global.iter().map(|&g| m.goid(g)).collect(),
        },
        end: m.exit.as_ref().map(|e| super::End { code: e.code, kind: e.kind.to_owned() }),
    }
}

/// A goroutine by number.
pub(super) fn goroutine_state(m: &Machine, goid: u32) -> Option<GoroutineState> {
    let is_it = |&g: &u32| m.goid(g) == goid && m.gs[g as usize].status != GStatus::Dead;
    (0..m.gs.len() as u32).find(is_it).map(|g| goroutine(m, g))
}

fn place(program: &Program, pos: Pos) -> (String, u32) {
    program.sources.locate(pos).map_or((String::new(), 0), |(file, at)| (file.to_owned(), at.line))
}

fn goroutine(m: &Machine, g: u32) -> GoroutineState {
    let gr = &m.gs[g as usize];
    let program = &m.program;
    let on_p = m.sched.ps.iter().any(|p| p.g == g);
    let state = match gr.status {
        GStatus::Runnable => "runnable",
        GStatus::Running if on_p => "running",
        GStatus::Running => "runnable",
        GStatus::Waiting | GStatus::Dead => gr.reason.text(),
    };
    let entry = program.func_at(gr.entry).map_or("main", |f| program.funcs[f].name.as_str());
    let entry = if gr.goid == 1 { "main.main" } else { wait_group_func(m, g).unwrap_or(entry) };
    let waiting = gr.status == GStatus::Waiting;
    GoroutineState {
        goid: gr.goid,
        name: entry.strip_prefix("main.").unwrap_or(entry).to_owned(),
        state: state.to_owned(),
        reason: waiting.then_some(gr.reason),
        creator: gr.creator,
        since: waiting.then_some(gr.since),
        waits_on: match gr.waiting {
            Waiting::Chan(c) if waiting => Some(m.chans[c as usize].number),
            Waiting::Chan(_) | Waiting::Nothing | Waiting::Addr(_) => None,
        },
        waits_at: match gr.waiting {
            Waiting::Addr(addr) if waiting => Some(addr),
            Waiting::Addr(_) | Waiting::Nothing | Waiting::Chan(_) => None,
        },
        created: program
            .lines
            .get(gr.created_at as usize)
            .filter(|_| gr.creator != 0)
            .and_then(|l| (!program.sources.in_library(l.pos)).then(|| place(program, l.pos)).filter(|p| p.1 > 0)),
        ours: gr.goid == 1 || {
            let frames = frames(m, g, FRAMES);
            let ours = |f: crate::bytecode::FuncId| {
                let func = &program.funcs[f];
                !func.wrapper && func.pos.is_known() && !program.sources.in_library(func.pos)
            };
            // One that has not started has no frame that tells.
            frames.iter().filter_map(|f| f.func).chain(program.func_at(gr.entry)).any(ours)
        },
        cases: cases(m, g),
        frames: frames(m, g, FRAMES).iter().enumerate().filter_map(|(i, f)| frame(m, g, f, i == 0)).collect(),
    }
}

/// The function that `WaitGroup.Go` runs in this goroutine, if it does.
fn wait_group_func(m: &Machine, g: u32) -> Option<&str> {
    let gr = &m.gs[g as usize];
    let func = &m.program.funcs[m.program.func_at(gr.entry)?];
    if !func.name.starts_with(WAIT_GROUP_GO) {
        return None;
    }
    let stack: &[u64] = if g == m.loaded { &m.stack } else { &gr.saved };
    let frame = frames(m, g, FRAMES).into_iter().rfind(|f| f.func.is_some());
    let fp = frame.map_or(gr.fp as usize, |f| f.fp);
    let closure = *stack.get(fp + func.params as usize)?;
    let f = func.captures.iter().find(|c| c.name == "f" && !c.by_ref)?;
    let held = m.heap.peek(closure, f.at as usize, Narrow::U32)?;
    let entry = m.heap.peek(held, 0, Narrow::U32)?;
    Some(m.program.funcs[m.program.func_at(entry as u32)?].name.as_str())
}

/// The select that a goroutine waits in, or stands before.
fn cases(m: &Machine, g: u32) -> Vec<CaseState> {
    let gr = &m.gs[g as usize];
    let loaded = g == m.loaded;
    let (stack, fp, pc): (&[u64], _, _) =
        if loaded { (&m.stack, m.fp, m.pc) } else { (&gr.saved, gr.fp as usize, gr.pc) };
    let at = if gr.status == GStatus::Waiting { pc.saturating_sub(1) } else { pc };
    let Some(&Instr::Select { m: table, .. }) = m.program.code.get(at as usize) else { return Vec::new() };
    let word = |reg: u32| stack.get(fp + reg as usize).copied().unwrap_or(0);
    let state = |case: &SelectCase| {
        let chan = m.chan_index(word(case.chan)).and_then(|i| m.chans.get(i));
        let value = chan.filter(|_| case.send).and_then(|c| {
            let elem = m.program.rtypes[c.ty].elem;
            let n = if m.program.rtypes[elem].is_wide() { 1 } else { c.elem_slots };
            let from = fp + case.value as usize;
            Some(element_text(m, elem, stack.get(from..from + n)?))
        });
        CaseState {
            send: case.send,
            channel: chan.map(|c| c.number),
            value,
            ready: m.would_go(word(case.chan), case.send),
            file: place(&m.program, case.pos).0,
            line: place(&m.program, case.pos).1,
            text: case_text(&m.program, case.pos),
        }
    };
    m.program.selects[table as usize].cases.iter().map(state).collect()
}

/// The package whose code an instruction is, as it is named in calls.
fn package_at(program: &Program, at: u32) -> String {
    let name = program.func_at(at).map_or("", |f| program.funcs[f].name.as_str());
    let last = name.rsplit('/').next().unwrap_or_default();
    last.split('.').next().unwrap_or_default().to_owned()
}

/// A case as it stands in the source, up to its colon.
fn case_text(program: &Program, pos: Pos) -> String {
    let Some(file) = program.sources.file_of(pos).map(|id| program.sources.file(id)) else { return String::new() };
    let Some((_, at)) = program.sources.locate(pos) else { return String::new() };
    let line = file.text().lines().nth(at.line as usize - 1).unwrap_or_default();
    let Some(start) = line.find("case ") else { return String::new() };
    let (mut depth, mut quote, mut end) = (0, None, line.len());
    let mut before = ' ';
    for (i, c) in line.char_indices().skip_while(|&(i, _)| i < start) {
        match (quote, c) {
            (Some(q), c) if c == q && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '`' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ':') if depth == 0 && !line[i + 1..].starts_with('=') => {
                end = i;
                break;
            }
            (None, _) => {}
        }
        before = c;
    }
    line[start..end].trim().to_owned()
}

/// An element of a channel in registers.
fn element_text(m: &Machine, elem: RTypeId, v: &[u64]) -> String {
    match v {
        [ptr] if m.program.rtypes[elem].is_wide() => memory_text(m, elem, *ptr, 0),
        _ => value_text(m, elem, v, 0),
    }
}

/// The instruction of a frame that is looked at: a goroutine that runs stands before its next one, all others behind the one that
/// called, blocks or ended the program.
pub(super) fn place_in(m: &Machine, g: u32, f: &Frame, innermost: bool) -> u32 {
    let waits = m.gs[g as usize].status == GStatus::Waiting;
    let ended = m.exit.is_some() && g == m.loaded;
    if innermost && !waits && !ended { f.pc } else { f.pc.saturating_sub(1) }
}

fn frame(m: &Machine, g: u32, f: &Frame, innermost: bool) -> Option<FrameState> {
    let program = &m.program;
    let func = &program.funcs[f.func?];
    if func.wrapper || func.name.starts_with("runtime.") {
        return None;
    }
    let at = place_in(m, g, f, innermost);
    let (file, line) = place(program, program.lines.get(at as usize)?.pos);
    let stack: &[u64] = if g == m.loaded { &m.stack } else { &m.gs[g as usize].saved };
    let variables = func
        .vars
        .iter()
        .filter(|v| v.from <= at && at < v.to)
        .filter_map(|v| {
            let start = f.fp + v.reg as usize;
            let rtype = &program.rtypes[v.ty];
            let value = if v.boxed {
                let ptr = *stack.get(start)?;
                memory_text(m, v.ty, ptr, 0)
            } else {
                let slots = stack.get(start..start + rtype.slots as usize)?;
                value_text(m, v.ty, slots, 0)
            };
            Some(VariableState { name: v.name.clone(), ty: rtype.name.clone(), value })
        })
        .collect();
    Some(FrameState { func: func.name.clone(), file, line, variables })
}

fn channel(m: &Machine, index: usize) -> ChannelState {
    let c = &m.chans[index];
    let program = &m.program;
    let elem = program.rtypes[c.ty].elem;
    let queue = |q: WaitQueue| m.waiters(q);
    let name =
        program.made_name(c.made_at.saturating_sub(1)).map_or_else(|| format!("chan {}", c.number), str::to_owned);
    let shown = |v: &[u64]| element_text(m, elem, v);
    let senders = queue(c.sendq)
        .map(|s| {
            let at = m.parked_value_at(s.g, s.case);
            let value = m.gs[s.g as usize].saved.get(at..at + c.elem_slots).map(shown);
            QueuedValue { goid: m.goid(s.g), value: value.unwrap_or_default() }
        })
        .collect();
    ChannelState {
        number: c.number,
        name,
        elem: program.rtypes[elem].name.clone(),
        cap: c.cap,
        closed: c.closed,
        library: program
            .lines
            .get(c.made_at.saturating_sub(1) as usize)
            .is_some_and(|l| program.sources.in_library(l.pos)),
        package: package_at(program, c.made_at.saturating_sub(1)),
        timed: c.timed,
        values: c.buffered().map(shown).collect(),
        receivers: queue(c.recvq).map(|s| m.goid(s.g)).collect(),
        senders,
    }
}

pub(super) fn channel_info(program: &Program, at: u32, ty: u32) -> ChannelInfo {
    let elem = program.rtypes.get(RTypeId(ty)).and_then(|t| program.rtypes.get(t.elem));
    ChannelInfo {
        name: program.made_name(at).map(str::to_owned),
        elem: elem.map_or_else(String::new, |t| t.name.clone()),
        of_context: program
            .lines
            .get(at as usize)
            .is_some_and(|l| place(program, l.pos).0.ends_with("context/context.go")),
        package: package_at(program, at),
        library: program.lines.get(at as usize).is_some_and(|l| program.sources.in_library(l.pos)),
    }
}

/// Whether a value is told whole by one word, wherever it is.
pub(super) fn is_scalar(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Bool
            | Kind::Int
            | Kind::Int8
            | Kind::Int16
            | Kind::Int32
            | Kind::Int64
            | Kind::Uint
            | Kind::Uint8
            | Kind::Uint16
            | Kind::Uint32
            | Kind::Uint64
            | Kind::Uintptr
            | Kind::Float32
            | Kind::Float64
    )
}

pub(super) fn passed_value(m: &Machine, ty: u32, words: [u64; 2], now: bool) -> Option<String> {
    let elem = m.program.rtypes.get(RTypeId(ty))?.elem;
    let rtype = m.program.rtypes.get(elem)?;
    let slots = rtype.slots as usize;
    let told = is_scalar(rtype.kind) || slots == 0;
    (told || now && slots <= 2).then(|| value_text(m, elem, &words[..slots.min(2)], 0))
}

/// The value of type `ty` in memory at `ptr`.
pub(super) fn memory_text(m: &Machine, ty: RTypeId, ptr: u64, depth: usize) -> String {
    let n = m.program.rtypes[ty].slots as usize;
    let narrow = narrow_of(&m.program, ty);
    let shown = n.min(512);
    let slots: Vec<u64> = (0..shown).map(|i| m.heap.peek(ptr, i, narrow).unwrap_or(0)).collect();
    if shown < n {
        return format!("{} of {n} words", m.program.rtypes[ty].name);
    }
    value_text(m, ty, &slots, depth)
}

/// A value in slots as short Go-like text. A register may hold something else than its variable (not yet set, or no more), so
/// nothing read from `v` is trusted.
pub(super) fn value_text(m: &Machine, ty: RTypeId, v: &[u64], depth: usize) -> String {
    let rtype = &m.program.rtypes[ty];
    if depth > DEPTH {
        return "…".into();
    }
    let Some(&first) = v.first() else {
        return if rtype.kind == Kind::Struct { "{}".into() } else { "[]".into() };
    };
    let second = v.get(1).copied().unwrap_or(0);
    match rtype.kind {
        Kind::Bool => (first != 0).to_string(),
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => (first as i64).to_string(),
        Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => first.to_string(),
        Kind::Float64 => f64::from_bits(first).to_string(),
        Kind::Float32 => f32::from_bits(first as u32).to_string(),
        Kind::Complex64 => {
            format!("({}+{}i)", f32::from_bits(first as u32), f32::from_bits(second as u32))
        }
        Kind::Complex128 => format!("({}+{}i)", f64::from_bits(first), f64::from_bits(second)),
        Kind::String => {
            let len = second.min(60) as usize;
            let Some(bytes) = m.heap.peek_bytes(first, len) else { return "?".into() };
            let text = String::from_utf8_lossy(bytes);
            if second > len as u64 { format!("{text:?}…") } else { format!("{text:?}") }
        }
        Kind::Pointer => {
            let elem = &m.program.rtypes[rtype.elem];
            if first == 0 {
                "nil".into()
            } else if elem.kind == Kind::Struct {
                format!("&{}", memory_text(m, rtype.elem, first, depth + 1))
            } else {
                pointer_text(first)
            }
        }
        Kind::Func => if first == 0 { "nil" } else { "func" }.into(),
        Kind::UnsafePointer | Kind::Invalid => pointer_text(first),
        Kind::Chan if first == 0 => "nil".into(),
        Kind::Chan => match native_at(m, first).and_then(|i| m.chans.get(i)) {
            None => "?".into(),
            Some(c) => {
                let made = c.made_at.saturating_sub(1);
                m.program.made_name(made).map_or_else(|| format!("chan {}", c.number), str::to_owned)
            }
        },
        Kind::Map if first == 0 => "nil".into(),
        Kind::Map => match native_at(m, first).and_then(|i| m.maps.get(i)) {
            None => "?".into(),
            Some(map) => {
                let parts: Vec<String> = map
                    .iter()
                    .take(SHOWN)
                    .map(|(k, v)| {
                        let key = value_text(m, rtype.key, k, depth + 1);
                        format!("{key}: {}", value_text(m, rtype.elem, v, depth + 1))
                    })
                    .collect();
                list("map[", parts, map.len(), "]")
            }
        },
        Kind::Slice => {
            if first == 0 {
                return "nil".into();
            }
            array_text(m, rtype.elem, first, second as usize, depth)
        }
        Kind::Array => {
            let step = m.program.rtypes[rtype.elem].slots as usize;
            let len = rtype.len as usize;
            let parts = (0..len.min(SHOWN))
                .map(|i| value_text(m, rtype.elem, v.get(i * step..).unwrap_or(&[]), depth + 1))
                .collect();
            list("[", parts, len, "]")
        }
        // What is inside of a lock says nothing to those who use it; an atomic is what it holds.
        Kind::Struct if rtype.pkg_path == "sync" => rtype.name.clone(),
        Kind::Struct if rtype.pkg_path == "sync/atomic" => {
            let Some(f) = rtype.fields.iter().find(|f| f.name == "v") else { return rtype.name.clone() };
            let n = m.program.rtypes[f.ty].slots as usize;
            let held = v.get(f.offset as usize..f.offset as usize + n).unwrap_or(&[]);
            match rtype.name.as_str() {
                "atomic.Bool" => (held.first() != Some(&0)).to_string(),
                _ => value_text(m, f.ty, held, depth + 1),
            }
        }
        Kind::Struct => {
            let named = rtype.fields.iter().filter(|f| f.name != "_");
            let parts = named
                .take(SHOWN)
                .map(|f| {
                    let n = m.program.rtypes[f.ty].slots as usize;
                    let at = f.offset as usize;
                    format!("{}: {}", f.name, value_text(m, f.ty, v.get(at..at + n).unwrap_or(&[]), depth + 1))
                })
                .collect();
            list("{", parts, rtype.fields.iter().filter(|f| f.name != "_").count(), "}")
        }
        Kind::Interface => {
            if first == 0 {
                return "nil".into();
            }
            let dynamic = RTypeId(first as u32);
            match m.program.rtypes.get(dynamic) {
                None => "?".into(),
                // An interface never holds an interface.
                Some(held) if held.kind == Kind::Interface => "?".into(),
                Some(held) if held.is_direct() => value_text(m, dynamic, &vec![second; held.slots as usize], depth),
                // Structs in structs can be as deep as the program likes.
                Some(held) => {
                    let deeper = matches!(held.kind, Kind::Struct | Kind::Array);
                    memory_text(m, dynamic, second, depth + usize::from(deeper))
                }
            }
        }
    }
}

/// The elements of a backing array from `ptr` on, `depth` values deep in another.
pub(super) fn array_text(m: &Machine, elem: RTypeId, ptr: u64, len: usize, depth: usize) -> String {
    let step = u64::from(m.program.rtypes[elem].slots);
    let at = |i: usize| ptr.wrapping_add(i as u64 * step);
    let parts = (0..len.min(SHOWN)).map(|i| memory_text(m, elem, at(i), depth + 1)).collect();
    list("[", parts, len, "]")
}

/// The number of the channel or map that `value` should be.
fn native_at(m: &Machine, value: u64) -> Option<usize> {
    m.heap.peek(value, 0, Narrow::U32).map(|i| i as usize)
}

pub(super) fn pointer_text(ptr: u64) -> String {
    if ptr == 0 {
        "nil".into()
    } else {
        format!("0x{:x}", 0xc0_0000_0000 + ((ptr_id(ptr) as u64) << 12) + ptr_off(ptr) as u64 * 8)
    }
}

fn list(open: &str, parts: Vec<String>, len: usize, close: &str) -> String {
    let sep = if open == "{" || open == "map[" { ", " } else { " " };
    let more = if len > parts.len() { format!("{sep}… {} more", len - parts.len()) } else { String::new() };
    format!("{open}{}{more}{close}", parts.join(sep))
}
