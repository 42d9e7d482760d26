//! Data races: accesses that no happens-before edge orders.
//!
//! FastTrack (Flanagan and Freund, 2009): a clock for each goroutine, and for each slot of memory the last write and the last
//! read, or all reads since if they are not ordered. Which operations order what follows the Go memory model and what Go's own
//! race detector does with channels. The VM tells of accesses, the runtime and natives of synchronisation; it knows neither.

use crate::runtime::{ptr_id, ptr_off};
use crate::trace::VectorClock;
use rustc_hash::{FxHashMap, FxHashSet};

/// A read or write of memory by a goroutine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Access {
    /// Who; 0 for nobody.
    pub goid: u32,
    /// Its time then.
    clock: u32,
    /// What the run had executed then.
    pub tick: u64,
    /// The instruction.
    pub pc: u32,
    /// Whether it wrote.
    pub write: bool,
    /// Whether it was an operation of `sync/atomic`.
    pub atomic: bool,
}

/// Two accesses to the same place without order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Race {
    /// The place.
    pub addr: u64,
    /// The one that came first in this run.
    pub first: Access,
    /// The one that came second.
    pub second: Access,
}

/// What is known of a slot.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    write: Access,
    read: Access,
    /// Reads that are not ordered, or atomic operations: a place in `many` plus one.
    many: u32,
}

#[derive(Debug, Clone, Default)]
struct ChanClocks {
    /// By place in the buffer.
    slots: Vec<VectorClock>,
    /// Sends and receives so far.
    sent: u32,
    received: u32,
    closed: VectorClock,
}

/// The detector's state.
#[derive(Debug, Clone, Default)]
pub struct RaceDetector {
    /// By goid.
    clocks: Vec<VectorClock>,
    /// By the channel's number.
    chans: Vec<ChanClocks>,
    /// Of locks, WaitGroups, atomic variables, by address and use. Only looked up, never iterated.
    vars: FxHashMap<(u64, u8), VectorClock>,
    timers: Vec<VectorClock>,
    /// By object.
    shadow: Vec<Vec<Cell>>,
    /// Objects with cells.
    touched: Vec<u32>,
    many: Vec<Vec<Access>>,
    /// Races of this run.
    pub found: Vec<Race>,
    /// Pairs of instructions told of already, in this run or before.
    pub known: FxHashSet<(u32, u32)>,
}

/// Why clocks meet at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum SyncUse {
    /// A lock taken for writing, a WaitGroup, a Cond, a Pool.
    Main,
    /// A lock given back by readers.
    Readers,
    /// A variable of `sync/atomic`.
    Atomic,
    /// A bubble of `testing/synctest`, by number.
    Bubble,
}

impl RaceDetector {
    /// Forgets the run, not the pairs that are known.
    pub fn restart(&mut self) {
        self.clocks.iter_mut().for_each(VectorClock::clear);
        self.clocks.clear();
        self.chans.clear();
        self.vars.clear();
        self.timers.clear();
        for &id in &self.touched {
            self.shadow[id as usize].clear();
        }
        self.touched.clear();
        self.many.clear();
        self.found.clear();
    }

    /// Becomes a copy of `from`, but for the pairs that are known.
    pub fn restore(&mut self, from: &RaceDetector) {
        self.restart();
        self.clocks.clone_from(&from.clocks);
        self.chans.clone_from(&from.chans);
        self.vars.clone_from(&from.vars);
        self.timers.clone_from(&from.timers);
        self.many.clone_from(&from.many);
        self.touched.clone_from(&from.touched);
        if self.shadow.len() < from.shadow.len() {
            self.shadow.resize_with(from.shadow.len(), Vec::new);
        }
        for &id in &from.touched {
            self.shadow[id as usize].clone_from(&from.shadow[id as usize]);
        }
    }

    fn clock(&mut self, goid: u32) -> &mut VectorClock {
        let place = goid as usize;
        while self.clocks.len() <= place {
            let mut clock = VectorClock::default();
            clock.tick(self.clocks.len() as u32);
            self.clocks.push(clock);
        }
        &mut self.clocks[place]
    }

    /// `parent` starts `child`; with 0 the runtime does, of which everything so far is thought to have happened before.
    pub fn fork(&mut self, parent: u32, child: u32) {
        self.clock(child.max(parent));
        let mut own = std::mem::take(&mut self.clocks[child as usize]);
        if parent == 0 {
            self.clocks.iter().for_each(|c| own.join(c));
        } else {
            own.join(&self.clocks[parent as usize]);
            self.clocks[parent as usize].tick(parent);
        }
        self.clocks[child as usize] = own;
    }

    /// `goid` starts by a timer that somebody armed.
    pub fn fork_from_timer(&mut self, timer: u32, child: u32) {
        self.clock(child);
        if let Some(armed) = self.timers.get(timer as usize) {
            self.clocks[child as usize].join(armed);
        }
    }

    /// `goid` arms a timer.
    pub fn arm(&mut self, goid: u32, timer: u32) {
        let place = timer as usize;
        if self.timers.len() <= place {
            self.timers.resize_with(place + 1, VectorClock::default);
        }
        // What it starts is a second goroutine already.
        self.clock(goid.max(2));
        self.timers[place].copy(&self.clocks[goid as usize]);
        self.clocks[goid as usize].tick(goid);
    }

    /// What was released at `addr` happened before whatever `goid` does from now on.
    pub fn acquire(&mut self, goid: u32, addr: u64, by: SyncUse) {
        self.clock(goid);
        if let Some(var) = self.vars.get(&(addr, by as u8)) {
            self.clocks[goid as usize].join(var);
        }
    }

    /// What `goid` did so far happens before later acquisitions at `addr`, beside what was released there before.
    pub fn release(&mut self, goid: u32, addr: u64, by: SyncUse) {
        self.clock(goid);
        let own = &mut self.clocks[goid as usize];
        self.vars.entry((addr, by as u8)).or_default().join(own);
        own.tick(goid);
    }

    /// The same, and what was released there before does not count any more.
    pub fn release_store(&mut self, goid: u32, addr: u64, by: SyncUse) {
        self.clock(goid);
        let own = &mut self.clocks[goid as usize];
        self.vars.entry((addr, by as u8)).or_default().copy(own);
        own.tick(goid);
    }

    fn chan(&mut self, number: u32) -> &mut ChanClocks {
        let place = number as usize;
        if self.chans.len() <= place {
            self.chans.resize_with(place + 1, ChanClocks::default);
        }
        &mut self.chans[place]
    }

    /// `goid` sends to a channel with a buffer, or receives from one. What was done last at that place of the buffer happened before,
    /// and this happens before what comes next there: so a receive happens before the send that needs its room.
    pub fn pass(&mut self, goid: u32, number: u32, cap: usize, sends: bool) {
        self.clock(goid);
        let chan = self.chan(number);
        let count = if sends { &mut chan.sent } else { &mut chan.received };
        let slot = *count as usize % cap.max(1);
        *count = count.wrapping_add(1);
        if chan.slots.len() <= slot {
            chan.slots.resize_with(slot + 1, VectorClock::default);
        }
        let there = &mut self.chans[number as usize].slots[slot];
        let own = &mut self.clocks[goid as usize];
        own.join(there);
        there.copy(own);
        own.tick(goid);
    }

    /// A timer puts its value into the buffer of its channel: that it was armed happened before.
    pub fn pass_time(&mut self, timer: u32, number: u32) {
        let armed = self.timers.get(timer as usize).cloned().unwrap_or_default();
        let chan = self.chan(number);
        chan.sent = chan.sent.wrapping_add(1);
        if chan.slots.is_empty() {
            chan.slots.push(VectorClock::default());
        }
        chan.slots[0].join(&armed);
    }

    /// Two goroutines meet at a channel without a buffer.
    pub fn meet(&mut self, one: u32, other: u32) {
        self.clock(one.max(other));
        let mut first = std::mem::take(&mut self.clocks[one as usize]);
        first.join(&self.clocks[other as usize]);
        self.clocks[other as usize].copy(&first);
        first.tick(one);
        self.clocks[one as usize] = first;
        self.clocks[other as usize].tick(other);
    }

    /// `goid` closes a channel.
    pub fn close(&mut self, goid: u32, number: u32) {
        self.clock(goid);
        self.chan(number);
        let own = &mut self.clocks[goid as usize];
        self.chans[number as usize].closed.join(own);
        own.tick(goid);
    }

    /// `goid` sees that a channel is closed.
    pub fn saw_closed(&mut self, goid: u32, number: u32) {
        self.clock(goid);
        self.chan(number);
        self.clocks[goid as usize].join(&self.chans[number as usize].closed);
    }

    /// `goid` read or wrote `n` slots from `ptr` on.
    pub fn access(&mut self, goid: u32, ptr: u64, n: usize, write: bool, pc: u32, tick: u64) {
        // While there has been one goroutine only, all is in order.
        if self.clocks.len() <= 2 || n == 0 {
            return;
        }
        self.clock(goid);
        let (id, off) = (ptr_id(ptr), ptr_off(ptr));
        if id == 0 {
            return;
        }
        self.grow(id, off + n);
        let clock = self.clocks[goid as usize].get(goid);
        let access = Access { goid, clock, tick, pc, write, atomic: false };
        for at in off..off + n {
            self.one(id, at, access);
        }
    }

    fn grow(&mut self, id: usize, len: usize) {
        if self.shadow.len() <= id {
            self.shadow.resize_with(id + 1, Vec::new);
        }
        let cells = &mut self.shadow[id];
        if cells.is_empty() {
            self.touched.push(id as u32);
        }
        if cells.len() < len {
            cells.resize(len, Cell::default());
        }
    }

    fn one(&mut self, id: usize, at: usize, access: Access) {
        let own = &self.clocks[access.goid as usize];
        let cell = &mut self.shadow[id][at];
        // Most often the same goroutine once more.
        let last = if access.write { cell.write } else { cell.read };
        if last.goid == access.goid && last.clock == access.clock && cell.many == 0 {
            return;
        }
        let unordered = |a: Access| a.goid != 0 && a.goid != access.goid && a.clock > own.get(a.goid);
        let mut racing = unordered(cell.write).then_some(cell.write);
        let many = (cell.many as usize).checked_sub(1).map(|i| &mut self.many[i]);
        if access.write {
            racing = racing.or(unordered(cell.read).then_some(cell.read));
            if let Some(many) = many {
                racing = racing.or(many.iter().copied().find(|&a| unordered(a)));
                many.retain(|a| a.atomic);
            }
            cell.write = access;
            cell.read = Access::default();
        } else {
            let shared = cell.read.goid != 0 && unordered(cell.read);
            match many {
                Some(many) => {
                    let atomic = many.iter().copied().find(|&a| a.atomic && a.write && unordered(a));
                    racing = racing.or(atomic);
                    if shared {
                        many.push(cell.read);
                    }
                }
                None if shared => {
                    self.many.push(vec![cell.read]);
                    cell.many = self.many.len() as u32;
                }
                None => {}
            }
            cell.read = access;
        }
        if let Some(first) = racing {
            self.report((id as u64) << 32 | at as u64, first, access);
        }
    }

    /// An operation of `sync/atomic` of `goid` at `addr`: races with ordinary accesses only. Then it orders.
    pub fn atomic(&mut self, goid: u32, addr: u64, how: AtomicUse, pc: u32, tick: u64) {
        if self.clocks.len() <= 2 {
            return;
        }
        self.clock(goid);
        let (id, at) = (ptr_id(addr), ptr_off(addr));
        if id == 0 {
            return;
        }
        self.grow(id, at + 1);
        let write = how != AtomicUse::Load;
        let own = &self.clocks[goid as usize];
        let access = Access { goid, clock: own.get(goid), tick, pc, write, atomic: true };
        let cell = &mut self.shadow[id][at];
        let unordered = |a: Access| a.goid != 0 && !a.atomic && a.goid != goid && a.clock > own.get(a.goid);
        let mut racing = unordered(cell.write).then_some(cell.write);
        if write {
            racing = racing.or(unordered(cell.read).then_some(cell.read));
        }
        if cell.many == 0 {
            self.many.push(Vec::new());
            cell.many = self.many.len() as u32;
        }
        let many = &mut self.many[cell.many as usize - 1];
        if write {
            racing = racing.or(many.iter().copied().find(|&a| unordered(a)));
        }
        match many.iter_mut().find(|a| a.atomic && a.goid == goid && a.write == write) {
            Some(own) => *own = access,
            None => many.push(access),
        }
        if let Some(first) = racing {
            self.report(addr, first, access);
        }
        if how != AtomicUse::Store {
            self.acquire(goid, addr, SyncUse::Atomic);
        }
        if write {
            self.release_store(goid, addr, SyncUse::Atomic);
        }
    }

    fn report(&mut self, addr: u64, first: Access, second: Access) {
        let pair = (first.pc.min(second.pc), first.pc.max(second.pc));
        if self.known.insert(pair) {
            self.found.push(Race { addr, first, second });
        }
    }

    /// The object is no more: its id may come again.
    pub fn forget(&mut self, id: usize) {
        if let Some(cells) = self.shadow.get_mut(id) {
            // It stays among the touched, which `restart` clears.
            cells.iter_mut().for_each(|c| *c = Cell::default());
        }
    }
}

/// What an operation of `sync/atomic` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomicUse {
    /// Reads.
    Load,
    /// Writes.
    Store,
    /// Both.
    Update,
}
