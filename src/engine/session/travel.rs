//! To any step and back: checkpoints, and execution again from the nearest.

use super::{Checkpoint, Session};
use crate::engine::stops::{Stood, Stop, Stops};
use crate::runtime::{Disk, Machine};
use crate::trace::Event;
use crate::vm;
use std::sync::Arc;

/// Bytes that any machine takes, reckoned for a checkpoint.
const STACKS: u64 = 65_536;
/// Bytes all checkpoints may take together.
const CHECKPOINT_BYTES: u64 = 256 << 20;
/// How many instructions [`Session::step_event`] runs on in search of an event.
const EVENT_SEARCH: u64 = 20_000_000;

impl Session {
    /// A machine that goes on from a checkpoint and meets the same disk.
    pub(super) fn again(&self, from: usize) -> Machine {
        let mut machine = self.checkpoints[from].machine.clone();
        machine.disk = Disk { asked: machine.disk.asked, wanted: None, ..self.head.disk.clone() };
        machine
    }

    pub(super) fn next_checkpoint(&self) -> u64 {
        self.checkpoints.last().map_or(0, |c| c.machine.executed + self.spacing.max(2 * (c.bytes - STACKS)))
    }

    pub(super) fn checkpoint(&mut self) {
        let mut machine = self.head.clone();
        machine.log = machine.log.without_events();
        machine.output.clear();
        let stacks: usize = machine.gs.iter().map(|g| g.saved.len() * 8).sum();
        let bytes = machine.heap.live + stacks as u64 + (machine.gs.len() * 128) as u64 + STACKS;
        self.checkpoints.push(Checkpoint { machine, bytes });
        // Too many: every second one goes, and new ones come half as often. The first is the start and stays.
        while self.checkpoints.len() > 2 && self.checkpoints.iter().map(|c| c.bytes).sum::<u64>() > CHECKPOINT_BYTES {
            let mut i = 0;
            self.checkpoints.retain(|_| {
                i += 1;
                i % 2 == 1
            });
            self.spacing *= 2;
        }
    }

    /// The step that is looked at.
    pub fn position(&self) -> u64 {
        self.machine().executed
    }

    pub(super) fn machine(&self) -> &Machine {
        self.at.as_ref().unwrap_or(&self.head)
    }

    /// Goes to step `tick`, backwards or forwards; not beyond the head. The step reached.
    pub fn seek(&mut self, tick: u64) -> u64 {
        if !self.recording || tick >= self.head.executed {
            self.at = None;
            return self.position();
        }
        let reusable = self.at.as_ref().is_some_and(|m| m.executed <= tick);
        let from = self.checkpoints.partition_point(|c| c.machine.executed <= tick).saturating_sub(1);
        let nearest = self.checkpoints[from].machine.executed;
        if !reusable || self.at.as_ref().is_some_and(|m| m.executed < nearest) {
            let mut machine = self.again(from);
            // What happens has been told already.
            machine.recording = false;
            self.at = Some(machine);
        }
        if let Some(machine) = &mut self.at {
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            vm::run_to(machine, tick);
            machine.output.clear();
        }
        self.position()
    }

    /// Goes to where the next event has happened, with all that happen at the same step; runs the head on if need be. The step
    /// reached.
    pub fn step_event(&mut self) -> u64 {
        let here = self.position();
        let mut fuel = 100;
        loop {
            if let Some((tick, _)) = self.next_event(here + 1) {
                return self.seek(tick);
            }
            if !self.head_may_run() || self.head.executed > here + EVENT_SEARCH {
                return self.seek(u64::MAX);
            }
            self.run(fuel);
            fuel = (fuel * 2).min(1_000_000);
        }
    }

    /// Goes to the event before those of the position, or to the start. The step reached.
    pub fn step_event_back(&mut self) -> u64 {
        let number = self.head.log.at_tick(self.position());
        let tick = number.checked_sub(1).and_then(|n| self.event(n)).map_or(0, |e| e.tick);
        self.seek(tick)
    }

    /// How many events have happened at the position.
    pub fn events_here(&self) -> u64 {
        let (log, here) = (&self.head.log, self.position());
        if log.first() == 0 || log.get(log.first()).is_none_or(|e| e.tick <= here) {
            return log.at_tick(here + 1);
        }
        // Older than what is kept: counted again from the checkpoint before.
        let from = self.checkpoints.partition_point(|c| c.machine.executed <= here).saturating_sub(1);
        let count = |i: usize| self.checkpoints.get(i).map_or(log.first(), |c| c.machine.log.total());
        let start = count(from);
        let events = self.events_again(start, count(from + 1).saturating_sub(start) as usize);
        start + events.partition_point(|e| e.tick <= here) as u64
    }

    /// The newest events that happened in one instruction with the one of number `count - 1`, at most `most`.
    pub fn events_at_step(&self, count: u64, most: usize) -> Vec<Event> {
        let Some(tick) = count.checked_sub(1).and_then(|n| self.head.log.get(n)).map(|e| e.tick) else {
            return Vec::new();
        };
        let first = self.head.log.at_tick(tick).max(count.saturating_sub(most as u64));
        self.head.log.since(first).take((count - first) as usize).copied().collect()
    }

    /// The first events from number `count` on that happen in one instruction, at most `most`.
    pub fn events_after(&self, count: u64, most: usize) -> Vec<Event> {
        let Some(tick) = self.head.log.get(count).map(|e| e.tick) else { return Vec::new() };
        self.head.log.since(count).take_while(|e| e.tick == tick).take(most).copied().collect()
    }

    /// Goes to where `count` events have happened. The step reached.
    pub fn seek_event(&mut self, count: u64) -> u64 {
        if count >= self.event_count() {
            return self.seek(u64::MAX);
        }
        let tick = count.checked_sub(1).and_then(|n| self.event(n)).map_or(0, |e| e.tick);
        self.seek(tick)
    }

    /// Goes on by one instruction, running the head on if the position is there. The step reached.
    pub fn step_instruction(&mut self) -> u64 {
        if self.at.is_some() {
            return self.seek(self.position() + 1);
        }
        if self.head_may_run() {
            let next = self.head.executed + 1;
            vm::run_to(&mut self.head, next);
            self.take_output();
        }
        self.position()
    }

    /// Goes to the next statement that anybody executes; runs the head on if the position is there. The step reached.
    pub fn step(&mut self) -> u64 {
        if self.at.is_none() {
            let start = self.head.executed;
            while self.head_may_run() && self.head.executed < start + 10_000_000 {
                let next = self.head.executed + 1;
                vm::run_to(&mut self.head, next);
                if at_statement(&self.head) {
                    break;
                }
            }
            self.take_output();
            return self.position();
        }
        let head = self.head.executed;
        if let Some(machine) = &mut self.at {
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            while machine.executed < head {
                let next = machine.executed + 1;
                vm::run_to(machine, next);
                if machine.exit.is_some() || at_statement(machine) {
                    break;
                }
            }
            machine.output.clear();
            if machine.executed >= head {
                self.at = None;
            }
        }
        self.position()
    }

    /// Finds places to stop at in this program; and says what is wrong with some of them, by line.
    pub fn find_stops(&self, stops: Vec<Stop>) -> (Stops, Vec<(u32, String)>) {
        Stops::new(&self.head.program, stops)
    }

    /// Goes on, statement by statement, to the next one where a stop holds, or is not clear, the head running on if need be, for at
    /// most `fuel`. If there was none, the position is where the looking ended, and the run may go on from there.
    pub fn run_to_stop(&mut self, stops: &Stops, fuel: u64) -> Stood {
        let mut end = self.position().saturating_add(fuel);
        if let Some(machine) = &mut self.at {
            let head = self.head.executed;
            machine.disk.answers = Arc::clone(&self.head.disk.answers);
            while machine.executed < head.min(end) && machine.exit.is_none() {
                let next = machine.executed + 1;
                vm::run_to(machine, next);
                if machine.executed < head
                    && let stood @ (Stood::Here | Stood::Unclear(_)) = stops.stand(machine)
                {
                    machine.output.clear();
                    return stood;
                }
            }
            machine.output.clear();
            if machine.executed < head {
                return Stood::No;
            }
            self.at = None;
            if let stood @ (Stood::Here | Stood::Unclear(_)) = stops.stand(&self.head) {
                return stood;
            }
            end = end.max(self.head.executed);
        }
        let mut stood = Stood::No;
        while self.head_may_run() && self.head.executed < end && stood == Stood::No {
            let next = self.head.executed + 1;
            vm::run_to(&mut self.head, next);
            stood = stops.stand(&self.head);
            if self.recording && self.head.executed >= self.next_checkpoint() {
                self.checkpoint();
            }
        }
        self.take_output();
        stood
    }

    /// Whether nothing outside must happen before the head can go on.
    pub(super) fn head_may_run(&self) -> bool {
        self.head.exit.is_none()
            && !self.wants_input()
            && self.wants_disk().is_none()
            && self.wants_time().is_none()
            && !self.head.is_undecided()
    }

    /// Goes to the last statement before the position where a stop holds; whether there was one.
    pub fn back_to_stop(&mut self, stops: &Stops) -> bool {
        self.search_back(|machine| stops.stand(machine) == Stood::Here)
    }

    /// Goes to the statement before the position. The step reached.
    pub fn step_back(&mut self) -> u64 {
        if !self.search_back(at_statement) && self.recording {
            self.seek(0);
        }
        self.position()
    }

    /// Goes to the last place before the position of which this is true; whether there was one.
    fn search_back(&mut self, stands: impl Fn(&Machine) -> bool) -> bool {
        let here = self.position();
        if here == 0 || !self.recording {
            return false;
        }
        let mut end = here;
        loop {
            let from = self.checkpoints.partition_point(|c| c.machine.executed < end).saturating_sub(1);
            let mut machine = self.again(from);
            machine.recording = false;
            let start = machine.executed;
            let mut last = stands(&machine).then_some(start);
            while machine.executed < end {
                let next = machine.executed + 1;
                vm::run_to(&mut machine, next);
                if machine.executed < end && stands(&machine) {
                    last = Some(machine.executed);
                }
                if machine.exit.is_some() {
                    break;
                }
            }
            if let Some(tick) = last {
                self.seek(tick);
                return true;
            }
            if start == 0 {
                return false;
            }
            end = start;
        }
    }

    /// Whether the position is the head.
    pub fn snapshot_is_last(&self) -> bool {
        self.at.is_none()
    }
}

/// Whether the machine is about to start a statement.
fn at_statement(machine: &Machine) -> bool {
    machine.loaded != crate::runtime::NONE && machine.program.lines.get(machine.pc as usize).is_some_and(|l| l.stmt)
}
