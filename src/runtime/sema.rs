//! Goroutines that wait on an address: semaphores, as under Go's `sync`.

use super::*;
use crate::trace::{EventKind, WaitReason};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// Somebody who holds a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The goroutine.
    pub goid: u32,
    /// Whether for reading.
    pub read: bool,
    /// The instruction that took it.
    pub pc: u32,
}

/// A lock taken while another was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Nesting {
    goid: u32,
    held: u64,
    taken: u64,
    /// The instruction that took it.
    pc: u32,
}

/// In which order goroutines took locks while they held others.
#[derive(Debug, Clone, Default)]
pub struct LockOrder {
    list: Vec<Nesting>,
}

impl LockOrder {
    /// A run may take any number of locks; more orders than this are not looked at.
    const MOST: usize = 256;

    fn note(&mut self, nesting: Nesting) {
        if self.list.len() < Self::MOST && !self.list.contains(&nesting) {
            self.list.push(nesting);
        }
    }

    /// Two goroutines that took two locks in opposite orders: where each took its second one.
    pub fn inversions(&self) -> impl Iterator<Item = (u32, u32)> {
        self.list.iter().enumerate().flat_map(|(i, &a)| {
            let opposite = move |b: &&Nesting| b.goid != a.goid && (b.held, b.taken) == (a.taken, a.held);
            self.list[i + 1..].iter().filter(opposite).map(move |b| (a.pc, b.pc))
        })
    }
}

/// Wait queues by address. Only looked up by address, never iterated in hash order.
#[derive(Debug, Clone, Default)]
pub struct SemaTable {
    queues: FxHashMap<u64, VecDeque<u32>>,
}

impl SemaTable {
    /// Goroutines that wait on `addr`, first come first.
    pub fn waiters(&self, addr: u64) -> impl Iterator<Item = u32> {
        self.queues.get(&addr).into_iter().flatten().copied()
    }

    /// Takes out all that wait on `addr`, first come first.
    pub(super) fn take(&mut self, addr: u64) -> VecDeque<u32> {
        self.queues.remove(&addr).unwrap_or_default()
    }
}

impl Machine {
    /// Parks the loaded goroutine on `addr`; `front` puts it before those that wait already. Its native starts again when woken.
    pub fn sema_park(&mut self, addr: u64, reason: WaitReason, front: bool) -> Flow {
        let g = self.loaded;
        let queue = self.sema.queues.entry(addr).or_default();
        if front {
            queue.push_front(g);
        } else {
            queue.push_back(g);
        }
        self.park_retry(reason, Waiting::Addr(addr))
    }

    /// Like [`sema_park`](Self::sema_park), but the native is over when woken.
    pub fn sema_park_once(&mut self, addr: u64, reason: WaitReason) -> Flow {
        let g = self.loaded;
        self.sema.queues.entry(addr).or_default().push_back(g);
        let top = self.frame_top();
        self.park(reason, Waiting::Addr(addr), top)
    }

    /// Wakes the first goroutine that waits on `addr`, handing it `param`.
    pub fn sema_wake(&mut self, addr: u64, param: u64) -> Option<u32> {
        let queue = self.sema.queues.get_mut(&addr)?;
        let g = queue.pop_front();
        if queue.is_empty() {
            self.sema.queues.remove(&addr);
        }
        let g = g?;
        self.gs[g as usize].param = param;
        self.ready(g);
        Some(g)
    }

    /// Number of goroutines that wait on `addr`.
    pub fn sema_count(&self, addr: u64) -> usize {
        self.sema.queues.get(&addr).map_or(0, VecDeque::len)
    }
}

impl Machine {
    /// The loaded goroutine has taken the lock at `addr`.
    pub fn took_lock(&mut self, addr: u64, read: bool) {
        self.emit(EventKind::Lock { addr, read });
        let goid = self.goid(self.loaded);
        if let Some(race) = self.race() {
            race.acquire(goid, addr, SyncUse::Main);
            if !read {
                race.acquire(goid, addr, SyncUse::Readers);
            }
        }
        if self.watched {
            let pc = self.users_pc();
            if let Some(x) = self.exploration.as_deref_mut() {
                for (&held, holders) in &self.holders {
                    if held != addr && holders.iter().any(|h| h.goid == goid) {
                        x.lock_order.note(Nesting { goid, held, taken: addr, pc });
                    }
                }
            }
            let holders = self.holders.entry(addr).or_default();
            // Nobody else can hold it with a writer: what says so is of a lock that is no more.
            holders.retain(|h| read && h.read);
            holders.push(Holder { goid, read, pc });
        }
    }

    /// The loaded goroutine has given the lock at `addr` back, which another one may have taken.
    pub fn gave_lock(&mut self, addr: u64, read: bool) {
        self.emit(EventKind::Unlock { addr, read });
        let goid = self.goid(self.loaded);
        if let Some(race) = self.race() {
            race.release(goid, addr, if read { SyncUse::Readers } else { SyncUse::Main });
        }
        let Some(holders) = self.holders.get_mut(&addr) else { return };
        let own = holders.iter().position(|h| (h.goid, h.read) == (goid, read));
        let own = own.or_else(|| holders.iter().position(|h| h.read == read));
        if let Some(own) = own {
            holders.remove(own);
        }
        if holders.is_empty() {
            self.holders.remove(&addr);
        }
    }

    /// Like [`sema_park`](Self::sema_park), but views are told of `shown`: one lock may have several queues.
    pub fn sema_park_as(&mut self, addr: u64, shown: u64, reason: WaitReason, front: bool) -> Flow {
        let g = self.loaded;
        let queue = self.sema.queues.entry(addr).or_default();
        if front {
            queue.push_front(g);
        } else {
            queue.push_back(g);
        }
        self.park_retry(reason, Waiting::Addr(shown))
    }

    /// Wakes goroutine `g` if it waits on `addr`.
    pub fn sema_wake_one(&mut self, addr: u64, g: u32, param: u64) -> bool {
        let Some(queue) = self.sema.queues.get_mut(&addr) else { return false };
        let Some(place) = queue.iter().position(|&w| w == g) else { return false };
        queue.remove(place);
        if queue.is_empty() {
            self.sema.queues.remove(&addr);
        }
        self.gs[g as usize].param = param;
        self.ready(g);
        true
    }

    /// What the loaded goroutine was woken with: not 0 when a native that parked starts again.
    pub fn take_param(&mut self) -> u64 {
        std::mem::take(&mut self.gs[self.loaded as usize].param)
    }
}
