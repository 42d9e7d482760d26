//! Finalizers, cleanups and weak pointers: what happens when the collector finds an object that nobody reaches.
//!
//! Go code of package runtime runs them, one after the other in a goroutine that is there as long as there are any to run.

use super::memory::Marker;
use super::*;
use crate::bytecode::Program;
use std::collections::VecDeque;

/// Something to be called when an object is not reached any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finalizer {
    /// A pointer to the object.
    pub target: u64,
    /// The function's closure.
    pub closure: u64,
    /// Slots of the function's parameter: 0 a cleanup, 1 a pointer, 2 an interface.
    pub params: u8,
    /// The object's type, for the interface.
    pub ty: u64,
    /// Which one it is, for stopping it.
    pub number: u64,
}

/// All finalizers and weak pointers of a machine.
#[derive(Debug, Clone, Default)]
pub struct Finalizers {
    list: Vec<Finalizer>,
    due: VecDeque<Finalizer>,
    /// The closure of the function that runs what is due.
    runner: u64,
    running: bool,
    next: u64,
    /// Object ids of a target and of the word that points to it weakly.
    weak: Vec<(u32, u32)>,
}

impl Machine {
    /// Adds a finalizer, which takes the place of another of the same object unless it is a cleanup; its number.
    pub fn add_finalizer(&mut self, mut f: Finalizer, runner: u64) -> u64 {
        let all = &mut self.finalizers;
        all.runner = runner;
        all.next += 1;
        f.number = all.next;
        if f.params > 0 {
            all.list.retain(|old| old.params == 0 || ptr_id(old.target) != ptr_id(f.target));
        }
        all.list.push(f);
        f.number
    }

    /// Removes the finalizer of an object.
    pub fn remove_finalizer(&mut self, target: u64) {
        self.finalizers.list.retain(|f| f.params == 0 || ptr_id(f.target) != ptr_id(target));
    }

    /// Removes a cleanup that is not due yet.
    pub fn stop_cleanup(&mut self, number: u64) {
        self.finalizers.list.retain(|f| f.number != number);
    }

    /// The next one to run; with none, the goroutine that asks is taken to end.
    pub fn next_finalizer(&mut self) -> Option<Finalizer> {
        let next = self.finalizers.due.pop_front();
        self.finalizers.running = next.is_some();
        next
    }

    /// A pointer to the word that holds `target` weakly: one for each object and offset.
    pub fn weak_word(&mut self, target: u64) -> u64 {
        let known = self.finalizers.weak.iter().find(|w| self.heap.objs[w.1 as usize].data[0] == target);
        if let Some(&(_, word)) = known {
            return u64::from(word) << 32;
        }
        let word = self.heap.alloc_slots(crate::bytecode::LayoutId(0), &[target]);
        self.finalizers.weak.push((ptr_id(target) as u32, ptr_id(word) as u32));
        word
    }

    /// Marks what finalizers hold, makes those due whose objects are not marked, and clears weak pointers to what will be swept.
    pub(super) fn finalize(&mut self, marker: &mut Marker, program: &Program) {
        if self.finalizers.list.is_empty() && self.finalizers.due.is_empty() && self.finalizers.weak.is_empty() {
            return;
        }
        let mut all = std::mem::take(&mut self.finalizers);
        marker.word(&mut self.heap, all.runner);
        for f in all.list.iter().chain(&all.due) {
            marker.word(&mut self.heap, f.closure);
        }
        for f in &all.due {
            marker.word(&mut self.heap, f.target);
        }
        self.mark_reached(marker, program);
        // Weak pointers go before finalizers run.
        let heap = &mut self.heap;
        all.weak.retain(|&(target, word)| {
            let alive = heap.is_marked(target as usize);
            if !alive && heap.is_marked(word as usize) {
                heap.objs[word as usize].data[0] = 0;
            }
            alive && heap.is_marked(word as usize)
        });
        let mut due = Vec::new();
        all.list.retain(|f| {
            let alive = heap.is_marked(ptr_id(f.target));
            if !alive {
                due.push(*f);
            }
            alive
        });
        for f in &due {
            marker.word(&mut self.heap, f.target);
        }
        self.mark_reached(marker, program);
        // Go runs the youngest first.
        all.due.extend(due.into_iter().rev());
        self.finalizers = all;
    }

    /// Starts the goroutine that runs what is due.
    pub(super) fn run_finalizers(&mut self) {
        if self.finalizers.due.is_empty() || self.finalizers.running {
            return;
        }
        let runner = self.finalizers.runner;
        // It can fail only when there are too many goroutines; the next collection tries again.
        let goid = self.next_goid;
        self.finalizers.running = self.go(runner, &[]).is_ok();
        if let Some(race) = self.race() {
            race.fork(0, goid);
        }
    }
}
