//! What can be told of a run: names, values, memory, events.

use super::Session;
use crate::engine::inspect::{self, ChannelInfo, Snapshot};
use crate::engine::microscope::{self, Opened};
use crate::engine::reach;
use crate::engine::reached::Reached;
use crate::engine::reachers::{self, Reachers};
use crate::engine::variables::{self, FrameVariables};
use crate::runtime::{Machine, WAIT_GROUP_GO};
use crate::trace::{Event, EventKind, EventLog};
use crate::vm;

/// Events that are hashed at a time.
const HASHED: u64 = 65_536;

impl Session {
    /// Name of the function that starts at `entry`, without package main.
    pub fn func_name(&self, entry: u32) -> String {
        let program = &self.head.program;
        let name = program.func_at(entry).map_or("", |f| program.funcs[f].name.as_str());
        name.strip_prefix("main.").unwrap_or(name).to_owned()
    }

    /// Where the function starts that a goroutine is there for: that of `WaitGroup.Go` runs another one.
    pub fn task_of(&self, goid: u32, entry: u32) -> u32 {
        let program = &self.head.program;
        let by_group = program.func_at(entry).is_some_and(|f| program.funcs[f].name.starts_with(WAIT_GROUP_GO));
        let inner = || self.head.log.args_of(goid).map(|words| words[0] as u32).filter(|&at| at != 0);
        if by_group { inner().unwrap_or(entry) } else { entry }
    }

    /// What the goroutine was started with as Go writes it, `(1, true)`: numbers and booleans; empty if there are none.
    pub fn func_args(&self, goid: u32, entry: u32) -> String {
        let m = &self.head;
        let (Some(args), Some(func)) = (m.log.args_of(goid), m.program.func_at(entry).map(|f| &m.program.funcs[f]))
        else {
            return String::new();
        };
        let mut params: Vec<_> =
            func.vars.iter().filter(|v| u32::from(v.reg) < func.params && v.from == func.entry && !v.boxed).collect();
        crate::base::sort_by_key(&mut params, |v| v.reg);
        let scalar = |v: &&crate::bytecode::VarInfo| inspect::is_scalar(m.program.rtypes[v.ty].kind);
        let shown: Vec<String> = params
            .into_iter()
            .filter(scalar)
            .filter_map(|v| Some(inspect::value_text(m, v.ty, args.get(usize::from(v.reg)..)?.get(..1)?, 0)))
            .collect();
        if shown.is_empty() { String::new() } else { format!("({})", shown.join(", ")) }
    }

    /// Name and type of elements of the channels that the instruction `at` makes with type number `ty`.
    pub fn channel_info(&self, at: u32, ty: u32) -> ChannelInfo {
        inspect::channel_info(&self.head.program, at, ty)
    }

    /// A value that went through a channel with type number `ty`, from its first two words; `None` if they do not tell all.
    /// Only with `now`, that is for an event of the position, is it looked up in memory.
    pub fn passed_value(&self, ty: u32, words: [u64; 2], now: bool) -> Option<String> {
        inspect::passed_value(self.machine(), ty, words, now)
    }

    /// State at the position.
    pub fn snapshot(&self) -> Snapshot {
        inspect::snapshot(self.machine(), self.head.executed)
    }

    /// Memory at the position, as variables reach it: objects, locks, WaitGroups, contexts.
    pub fn reached(&self) -> Reached {
        reach::reached(self.machine())
    }

    /// Who can still get at each of these channels (by number) at the position; `None` if there is too much memory to look through.
    pub fn channel_reachers(&self, channels: &[u32]) -> Option<Vec<Reachers>> {
        let m = self.machine();
        let object = |n: &u32| m.chans.iter().find(|c| c.number == *n && c.object != 0).map_or(0, |c| c.object);
        reachers::reachers(m, &channels.iter().map(object).collect::<Vec<u32>>())
    }

    /// The same of what lies at these addresses.
    pub fn address_reachers(&self, addrs: &[u64]) -> Option<Vec<Reachers>> {
        let ids: Vec<u32> = addrs.iter().map(|&a| crate::runtime::ptr_id(a) as u32).collect();
        reachers::reachers(self.machine(), &ids)
    }

    /// The variables of a goroutine at the position, innermost frame first, with parts of those for whose path `open` says yes.
    pub fn variables(&self, goid: u32, open: &dyn Fn(&str) -> bool) -> Vec<FrameVariables> {
        variables::variables(self.machine(), goid, open)
    }

    /// The statement that a goroutine is at, opened into what the machine does for it.
    pub fn opened(&self, goid: u32) -> Option<Opened> {
        microscope::opened(self.machine(), goid)
    }

    /// What a goroutine does next to memory that others may see, if that is what it stands before.
    pub fn next_access(&self, goid: u32) -> Option<String> {
        microscope::next_access(self.machine(), goid)
    }

    /// What [`snapshot`](Self::snapshot) tells of this goroutine, which it may leave out where there are very many.
    pub fn goroutine(&self, goid: u32) -> Option<inspect::GoroutineState> {
        inspect::goroutine_state(self.machine(), goid)
    }

    /// Memory at step `tick`, as [`reached`](Self::reached) tells of the position.
    pub fn reached_at(&self, tick: u64) -> Reached {
        if tick >= self.head.executed || self.checkpoints.is_empty() {
            return reach::reached(&self.head);
        }
        let from = self.checkpoints.partition_point(|c| c.machine.executed <= tick).saturating_sub(1);
        let mut machine = self.again(from);
        machine.recording = false;
        vm::run_to(&mut machine, tick);
        reach::reached(&machine)
    }

    /// Whether something at this address lives for ever, as package-level variables do.
    pub fn is_package_level(&self, addr: u64) -> bool {
        crate::runtime::ptr_id(addr) < self.head.heap.permanent as usize
    }

    /// An address as a program prints it at the position.
    pub fn address_text(&self, addr: u64) -> String {
        format!("0x{:x}", self.machine().heap.address(addr))
    }

    /// Whether a select of the program's own has a default.
    pub fn has_default_select(&self) -> bool {
        let program = &self.head.program;
        let ours =
            |t: &crate::bytecode::SelectTable| t.cases.first().is_none_or(|c| !program.sources.in_library(c.pos));
        program.selects.iter().any(|t| t.has_default && ours(t))
    }

    /// What standard error was told last that begins so: the reason why a program died.
    pub fn last_words(&self, start: &str) -> Option<String> {
        let all: Vec<u8> = self.output.iter().filter(|o| o.err).flat_map(|o| o.bytes.iter().copied()).collect();
        let text = String::from_utf8_lossy(&all);
        text.lines().rev().find(|l| l.starts_with(start)).map(str::to_owned)
    }

    /// What a channel operation of event number `event` passed on, looked up where it happened: for values that its words do not
    /// tell. `events` are numbers with the channel's type, in order; the texts come in the same order.
    pub fn passed_values(&self, events: &[(Event, u32)]) -> Vec<Option<String>> {
        let mut out = Vec::new();
        let mut machine: Option<Machine> = None;
        for (event, ty) in events {
            let (EventKind::ChanSend { value, .. } | EventKind::ChanRecv { value, .. }) = event.kind else {
                out.push(None);
                continue;
            };
            let from = self.checkpoints.partition_point(|c| c.machine.executed <= event.tick).saturating_sub(1);
            let nearer = self.checkpoints.get(from).map_or(0, |c| c.machine.executed);
            if machine.as_ref().is_none_or(|m| m.executed > event.tick || m.executed < nearer) {
                let mut again = self.again(from);
                again.recording = false;
                machine = Some(again);
            }
            out.push(machine.as_mut().and_then(|m| {
                vm::run_to(m, event.tick);
                m.output.clear();
                inspect::passed_value(m, *ty, value, true)
            }));
        }
        out
    }

    /// Number of events so far.
    pub fn event_count(&self) -> u64 {
        self.head.log.total()
    }

    /// Hash over all events so far: equal hashes, equal runs.
    pub fn hash(&self) -> u64 {
        self.head.log.hash()
    }

    /// Hash over the first `count` events, if so many have happened: from the nearest checkpoint on.
    pub fn hash_at(&mut self, count: u64) -> Option<u64> {
        let log = &self.head.log;
        if count >= log.total() {
            return (count == log.total()).then(|| log.hash());
        }
        let from = self.checkpoints.partition_point(|c| c.machine.log.total() <= count).checked_sub(1)?;
        let log = &self.checkpoints[from].machine.log;
        let (mut at, mut hash) = (log.total(), log.hash());
        while at < count {
            let events = self.events(at, (count - at).min(HASHED) as usize);
            if events.is_empty() {
                return None;
            }
            at += events.len() as u64;
            hash = events.iter().fold(hash, EventLog::hash_with);
        }
        Some(hash)
    }

    /// An event by number; made again by execution if it is too old to be kept.
    pub fn event(&mut self, number: u64) -> Option<Event> {
        if let Some(event) = self.head.log.get(number) {
            return Some(*event);
        }
        self.events_again(number, 1).first().copied()
    }

    /// Up to `count` events from `number` on.
    pub fn events(&mut self, number: u64, count: usize) -> Vec<Event> {
        if number >= self.head.log.first() {
            return self.head.log.since(number).take(count).copied().collect();
        }
        self.events_again(number, count)
    }

    pub(super) fn events_again(&self, number: u64, count: usize) -> Vec<Event> {
        let from = self.checkpoints.partition_point(|c| c.machine.log.total() <= number);
        let Some(from) = from.checked_sub(1) else { return Vec::new() };
        let mut machine = self.again(from);
        machine.log.keep_from_now();
        let mut out = Vec::new();
        while out.len() < count && machine.exit.is_none() && machine.executed < self.head.executed {
            let next = machine.executed + 1_000_000;
            machine.heap.work = 0;
            vm::run_for(&mut machine, next);
            machine.output.clear();
            let start = number + out.len() as u64;
            out.extend(machine.log.since(start).take(count - out.len()).copied());
            machine.log.forget_events();
        }
        out
    }

    /// The step of the first event at or after `tick` and its number, if there is one.
    pub fn next_event(&self, tick: u64) -> Option<(u64, u64)> {
        let number = self.head.log.at_tick(tick);
        self.head.log.get(number).map(|e| (e.tick, number))
    }
}
