//! Package `sync`: Go's algorithms over the machine's wait queues.
//!
//! A native that parks starts again when it is woken; what it was woken with (`take_param`) tells it so. State that must outlast the wait
//! stands in the slot behind the receiver.

use super::abi::{Done, NEXT, int, panic_text, set_bool};
use crate::bytecode::{Instr, Narrow};
use crate::runtime::{Flow, Machine, NativeFn, SyncUse, Trap, error, ptr_id};
use crate::trace::{EventKind, WaitReason};

/// Woken by an unlock that left the lock free for anybody, or handed it over.
const WOKEN_BY_UNLOCK: u64 = 1;
/// Woken by what the goroutine waited for having happened.
const WOKEN_DONE: u64 = 2;

const LOCKED: i64 = 1;
const WOKEN: i64 = 2;
const STARVING: i64 = 4;
const SHIFT: u32 = 3;
/// A waiter that waited longer makes the mutex starve, in nanoseconds.
const STARVE_AFTER: u64 = 1_000_000;

fn load(m: &Machine, addr: u64) -> Result<i64, Trap> {
    m.heap.load(addr, 0, Narrow::I32).map(|v| v as i64).ok_or_else(|| error::nil_dereference().into())
}

fn store(m: &mut Machine, addr: u64, v: i64) {
    m.heap.store(addr, 0, v as u64);
}

/// Takes the mutex at `addr`, or parks: `None` when it was taken. Its waiters' queue is its own address; `shown` is the lock that
/// views see.
fn lock_slow(
    m: &mut Machine,
    base: usize,
    addr: u64,
    shown: u64,
    woken: bool,
    reason: WaitReason,
) -> Result<Option<Flow>, Trap> {
    let mut state = load(m, addr)?;
    let mut starving = false;
    if woken {
        starving = m.now().saturating_sub(m.stack[base + 1]) > STARVE_AFTER;
        if state & STARVING != 0 {
            // Handed over by unlock: fix the state up.
            let mut delta = LOCKED - (1 << SHIFT);
            if !starving || state >> SHIFT == 1 {
                delta -= STARVING;
            }
            store(m, addr, state + delta);
            return Ok(None);
        }
    }
    let free = state & (LOCKED | STARVING) == 0;
    let mut new = state;
    if state & STARVING == 0 {
        new |= LOCKED;
    }
    if !free {
        new += 1 << SHIFT;
    }
    if starving && state & LOCKED != 0 {
        new |= STARVING;
    }
    if woken {
        new &= !WOKEN;
    }
    state = new;
    store(m, addr, state);
    if free {
        return Ok(None);
    }
    if !woken {
        m.stack[base + 1] = m.now();
    }
    Ok(Some(m.sema_park_as(addr, shown, reason, woken)))
}

/// Gives the mutex at `addr` back; whether the goroutine must give way to the one it handed the mutex to.
fn unlock_slow(m: &mut Machine, addr: u64) -> Result<bool, Trap> {
    let state = load(m, addr)? - LOCKED;
    if (state + LOCKED) & LOCKED == 0 {
        return Err(Trap::Fatal("sync: unlock of unlocked mutex".into()));
    }
    if state & STARVING != 0 {
        store(m, addr, state);
        m.sema_wake(addr, WOKEN_BY_UNLOCK);
        return Ok(true);
    }
    if state >> SHIFT == 0 || state & (LOCKED | WOKEN) != 0 {
        store(m, addr, state);
        return Ok(false);
    }
    store(m, addr, (state - (1 << SHIFT)) | WOKEN);
    m.sema_wake(addr, WOKEN_BY_UNLOCK);
    Ok(false)
}

fn mutex_lock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let woken = m.take_param() != 0;
    // Most often it is free.
    if !woken && m.heap.load(addr, 0, Narrow::I32) == Some(0) {
        m.heap.store(addr, 0, LOCKED as u64);
        m.took_lock(addr, false);
        return NEXT;
    }
    if let Some(flow) = lock_slow(m, base, addr, addr, woken, WaitReason::SyncMutexLock)? {
        return Ok(flow);
    }
    m.took_lock(addr, false);
    NEXT
}

fn mutex_try_lock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let state = load(m, addr)?;
    let ok = state & (LOCKED | STARVING) == 0;
    if ok {
        store(m, addr, state | LOCKED);
        m.took_lock(addr, false);
    }
    set_bool(m, base, ok);
    NEXT
}

fn mutex_unlock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    // Most often nobody waits.
    if m.heap.load(addr, 0, Narrow::I32) == Some(LOCKED as u64) {
        m.heap.store(addr, 0, 0);
        m.gave_lock(addr, false);
        return NEXT;
    }
    let handed = unlock_slow(m, addr)?;
    m.gave_lock(addr, false);
    if handed { Ok(m.yield_now()) } else { NEXT }
}

// RWMutex { w Mutex {state, sema}; writerSem, readerSem uint32; readerCount, readerWait int32 }
const WRITER_SEM: u64 = 2;
const READER_SEM: u64 = 3;
const READER_COUNT: u64 = 4;
const READER_WAIT: u64 = 5;
const MAX_READERS: i64 = 1 << 30;

fn add(m: &mut Machine, addr: u64, delta: i64) -> Result<i64, Trap> {
    let v = load(m, addr)? + delta;
    store(m, addr, v);
    Ok(v)
}

fn rw_rlock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    if m.take_param() == 0 && add(m, addr + READER_COUNT, 1)? < 0 {
        return Ok(m.sema_park_as(addr + READER_SEM, addr, WaitReason::SyncRWMutexRLock, false));
    }
    m.took_lock(addr, true);
    NEXT
}

fn rw_try_rlock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let ok = load(m, addr + READER_COUNT)? >= 0;
    if ok {
        add(m, addr + READER_COUNT, 1)?;
        m.took_lock(addr, true);
    }
    set_bool(m, base, ok);
    NEXT
}

fn rw_runlock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let r = add(m, addr + READER_COUNT, -1)?;
    if r < 0 {
        if r + 1 == 0 || r + 1 == -MAX_READERS {
            return Err(Trap::Fatal("sync: RUnlock of unlocked RWMutex".into()));
        }
        m.gave_lock(addr, true);
        if add(m, addr + READER_WAIT, -1)? == 0 {
            m.sema_wake(addr + WRITER_SEM, WOKEN_DONE);
        }
        return NEXT;
    }
    m.gave_lock(addr, true);
    NEXT
}

fn rw_lock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let woken = m.take_param();
    if woken != WOKEN_DONE {
        // First among the writers, then wait for the readers that are in.
        let reason = WaitReason::SyncMutexLock;
        if let Some(flow) = lock_slow(m, base, addr, addr, woken != 0, reason)? {
            return Ok(flow);
        }
        let readers = add(m, addr + READER_COUNT, -MAX_READERS)? + MAX_READERS;
        if readers != 0 && add(m, addr + READER_WAIT, readers)? != 0 {
            return Ok(m.sema_park_as(addr + WRITER_SEM, addr, WaitReason::SyncRWMutexLock, false));
        }
    }
    m.took_lock(addr, false);
    NEXT
}

fn rw_try_lock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let ok = load(m, addr)? & (LOCKED | STARVING) == 0 && load(m, addr + READER_COUNT)? == 0;
    if ok {
        let state = load(m, addr)?;
        store(m, addr, state | LOCKED);
        store(m, addr + READER_COUNT, -MAX_READERS);
        m.took_lock(addr, false);
    }
    set_bool(m, base, ok);
    NEXT
}

fn rw_unlock(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let readers = add(m, addr + READER_COUNT, MAX_READERS)?;
    if readers >= MAX_READERS {
        return Err(Trap::Fatal("sync: Unlock of unlocked RWMutex".into()));
    }
    m.gave_lock(addr, false);
    for _ in 0..readers {
        m.sema_wake(addr + READER_SEM, WOKEN_DONE);
    }
    let handed = unlock_slow(m, addr)?;
    if handed { Ok(m.yield_now()) } else { NEXT }
}

// WaitGroup { counter, waiters int64 }: above the number of waiters stands the bubble that it belongs to.

fn wg_bubble(bubble: u32) -> u64 {
    u64::from(bubble) << 32
}

/// A WaitGroup belongs to the bubble in which `Add` was called; package-level ones belong to none.
fn wg_join(m: &mut Machine, addr: u64, used: bool, slot: u64) -> Result<(), Trap> {
    let (bubble, of) = (m.bubble(), (slot >> 32) as u32);
    if of == 0 && ptr_id(addr) < m.heap.permanent as usize {
        return Ok(());
    }
    let text = if bubble == 0 || of == 0 && used {
        "sync: WaitGroup.Add called from inside and outside synctest bubble"
    } else if of == 0 {
        m.heap.store(addr, 1, slot | wg_bubble(bubble));
        return Ok(());
    } else if of != bubble {
        "sync: WaitGroup.Add called from multiple synctest bubbles"
    } else {
        return Ok(());
    };
    Err(Trap::Fatal(text.into()))
}

fn wg_add_delta(m: &mut Machine, addr: u64, delta: i64) -> Done {
    let was = m.heap.load(addr, 0, Narrow::U32).ok_or_else(error::nil_dereference)? as i32;
    let slot = m.heap.load(addr, 1, Narrow::U32).unwrap_or(0);
    let waiters = i64::from(slot as u32);
    if slot >> 32 != 0 || m.bubble() != 0 {
        wg_join(m, addr, was != 0 || waiters != 0, slot)?;
    }
    let now = was.wrapping_add(delta as i32);
    if delta < 0 {
        release(m, addr);
    } else if i64::from(now) == delta {
        // As in Go: the first Add must be ordered with Wait.
        m.observe(addr + 1, false);
    }
    m.heap.store(addr, 0, i64::from(now) as u64);
    m.emit(EventKind::WaitGroup { addr, count: now });
    if now < 0 {
        return Err(panic_text(m, "sync: negative WaitGroup counter"));
    }
    if waiters != 0 && delta > 0 && i64::from(now) == delta {
        return Err(panic_text(m, "sync: WaitGroup misuse: Add called concurrently with Wait"));
    }
    if now == 0 && waiters > 0 {
        m.heap.store(addr, 1, 0);
        for _ in 0..waiters {
            m.sema_wake(addr, WOKEN_DONE);
        }
    }
    NEXT
}

/// The running goroutine goes on from what was released at `addr`.
fn acquire(m: &mut Machine, addr: u64) {
    let goid = m.goid(m.loaded);
    if let Some(race) = m.race() {
        race.acquire(goid, addr, SyncUse::Main);
    }
}

/// What the running goroutine has done happens before what is acquired at `addr`.
fn release(m: &mut Machine, addr: u64) {
    let goid = m.goid(m.loaded);
    if let Some(race) = m.race() {
        race.release(goid, addr, SyncUse::Main);
    }
}

fn wg_add(m: &mut Machine, base: usize) -> Done {
    let (addr, delta) = (m.stack[base], int(m, base + 1));
    wg_add_delta(m, addr, delta)
}

fn wg_done(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    wg_add_delta(m, addr, -1)
}

fn wg_wait(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    if m.take_param() == WOKEN_DONE {
        acquire(m, addr);
        return NEXT;
    }
    let count = m.heap.load(addr, 0, Narrow::U32).ok_or_else(error::nil_dereference)? as i64;
    if count == 0 {
        acquire(m, addr);
        let slot = m.heap.load(addr, 1, Narrow::U32).unwrap_or(0);
        if slot != 0 && slot == wg_bubble(m.bubble()) {
            m.heap.store(addr, 1, 0);
        }
        return NEXT;
    }
    let slot = m.heap.load(addr, 1, Narrow::U32).unwrap_or(0);
    if slot as u32 == 0 {
        m.observe(addr + 1, true);
    }
    m.heap.store(addr, 1, slot + 1);
    Ok(m.sema_park(addr, WaitReason::SyncWaitGroupWait, false))
}

// notifyList { wait, notify uint32 }: tickets given out and tickets called.

/// `func (l *notifyList) add() uint32`
fn notify_add(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    let ticket = load(m, addr)?;
    store(m, addr, i64::from((ticket as u32).wrapping_add(1)));
    m.stack[base] = ticket as u64;
    NEXT
}

/// `func (l *notifyList) sleep(t uint32)`
fn notify_sleep(m: &mut Machine, base: usize) -> Done {
    let (addr, ticket) = (m.stack[base], m.stack[base + 1] as u32);
    if m.take_param() == WOKEN_DONE {
        acquire(m, addr);
        return NEXT;
    }
    let called = load(m, addr + 1)? as u32;
    if (ticket.wrapping_sub(called) as i32) < 0 {
        acquire(m, addr);
        return NEXT;
    }
    Ok(m.sema_park(addr, WaitReason::SyncCondWait, false))
}

/// Who waits in a bubble can be woken only from there.
fn wake_inside(m: &mut Machine, g: u32) -> Result<(), Trap> {
    let g = &m.gs[g as usize];
    if g.bubble != 0 && g.bubble != m.bubble() {
        let line = format!("semaphore wake of synctest goroutine {} from outside bubble\n", g.goid);
        m.write(true, line.as_bytes());
        return Err(Trap::Fatal("semaphore wake of synctest goroutine from outside bubble".into()));
    }
    Ok(())
}

/// `func (l *notifyList) one()`
fn notify_one(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    release(m, addr);
    let (wait, called) = (load(m, addr)? as u32, load(m, addr + 1)? as u32);
    if wait == called {
        return NEXT;
    }
    store(m, addr + 1, i64::from(called.wrapping_add(1)));
    // The one with this ticket, if it sleeps already; else it will see that it was called.
    let waiting: Vec<u32> = m.sema.waiters(addr).collect();
    let holder = waiting.into_iter().find(|&g| {
        let g = &m.gs[g as usize];
        // It waits in this very native, whose arguments start at register `a`.
        let Some(&Instr::CallN { a, .. }) = m.program.code.get(g.pc as usize - 1) else { return false };
        g.saved.get(g.fp as usize + a as usize + 1).is_some_and(|&t| t as u32 == called)
    });
    if let Some(g) = holder {
        wake_inside(m, g)?;
        m.sema_wake_one(addr, g, WOKEN_DONE);
    }
    NEXT
}

/// `func (l *notifyList) all()`
fn notify_all(m: &mut Machine, base: usize) -> Done {
    let addr = m.stack[base];
    release(m, addr);
    let wait = load(m, addr)?;
    store(m, addr + 1, wait);
    let waiting: Vec<u32> = m.sema.waiters(addr).collect();
    for g in waiting {
        wake_inside(m, g)?;
    }
    while m.sema_wake(addr, WOKEN_DONE).is_some() {}
    NEXT
}

/// `func (p *Pool) push(n *poolNode)`: Pool { New func() any; head *poolNode }, poolNode { v any; next *poolNode }
fn pool_push(m: &mut Machine, base: usize) -> Done {
    let (pool, node) = (m.stack[base], m.stack[base + 1]);
    release(m, pool);
    let head = m.heap.load(pool, 1, Narrow::U32).unwrap_or(0);
    m.heap.store(node, 2, head);
    m.heap.store(pool, 1, node);
    NEXT
}

/// `func (p *Pool) pop() *poolNode`
fn pool_pop(m: &mut Machine, base: usize) -> Done {
    let pool = m.stack[base];
    acquire(m, pool);
    let head = m.heap.load(pool, 1, Narrow::U32).unwrap_or(0);
    if head != 0 {
        let next = m.heap.load(head, 2, Narrow::U32).unwrap_or(0);
        m.heap.store(pool, 1, next);
    }
    m.stack[base] = head;
    NEXT
}

/// Natives of `sync`.
pub(super) const SYNC: &[(&str, NativeFn)] = &[
    ("sync.(*Mutex).Lock", mutex_lock),
    ("sync.(*Mutex).TryLock", mutex_try_lock),
    ("sync.(*Mutex).Unlock", mutex_unlock),
    ("sync.(*Pool).pop", pool_pop),
    ("sync.(*Pool).push", pool_push),
    ("sync.(*RWMutex).Lock", rw_lock),
    ("sync.(*RWMutex).RLock", rw_rlock),
    ("sync.(*RWMutex).RUnlock", rw_runlock),
    ("sync.(*RWMutex).TryLock", rw_try_lock),
    ("sync.(*RWMutex).TryRLock", rw_try_rlock),
    ("sync.(*RWMutex).Unlock", rw_unlock),
    ("sync.(*WaitGroup).Add", wg_add),
    ("sync.(*WaitGroup).Done", wg_done),
    ("sync.(*WaitGroup).Wait", wg_wait),
    ("sync.(*notifyList).add", notify_add),
    ("sync.(*notifyList).all", notify_all),
    ("sync.(*notifyList).one", notify_one),
    ("sync.(*notifyList).sleep", notify_sleep),
];
