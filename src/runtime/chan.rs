//! Channels: a ring buffer, and two queues of goroutines in the order they came.
//!
//! As in Go's `runtime/chan.go`: a sender that finds a waiting receiver hands its value over directly; a receiver that finds a
//! full buffer with waiting senders takes the head and moves the first sender's value in. Values of parked goroutines are read from and
//! written to their saved stacks; the blocking instruction says where.

use super::*;
use crate::bytecode::{Instr, RTypeId};
use crate::trace::{EventKind, WaitReason};

/// A queue of sudogs by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitQueue {
    first: u32,
    last: u32,
}

impl WaitQueue {
    const EMPTY: WaitQueue = WaitQueue { first: NONE, last: NONE };

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.first == NONE
    }
}

/// A goroutine in a wait queue; one that selects is in several.
#[derive(Debug, Clone)]
pub struct Sudog {
    /// The goroutine.
    pub g: u32,
    /// The channel's place.
    pub chan: u32,
    /// The case of its select.
    pub case: u16,
    /// Whether it is in the senders' queue.
    pub sends: bool,
    prev: u32,
    next: u32,
    /// The goroutine's next sudog; on the free list the next free one.
    sibling: u32,
}

impl Sudog {
    /// The next one of the same goroutine, or `NONE`.
    pub(super) fn next_of_goroutine(&self) -> u32 {
        self.sibling
    }
}

/// A channel.
#[derive(Debug, Clone)]
pub struct Chan {
    /// Its number in order of making, from 1.
    pub number: u32,
    /// Its type.
    pub ty: RTypeId,
    /// Slots of an element; one, a pointer, if its type is wide.
    pub elem_slots: usize,
    /// Capacity.
    pub cap: usize,
    /// Elements in the buffer.
    pub len: usize,
    head: usize,
    buf: Box<[u64]>,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is a timer's: it looks unbuffered since Go 1.23.
    pub timed: bool,
    /// The bubble it was made in, 0 for none: nobody else may use it.
    pub bubble: u32,
    /// Waiting receivers.
    pub recvq: WaitQueue,
    /// Waiting senders.
    pub sendq: WaitQueue,
    /// The instruction behind the one that made it.
    pub made_at: u32,
    /// The object that stands for it, or 0 once it was collected.
    pub object: u32,
}

/// What a channel itself is reckoned with, on every target.
const OWN_BYTES: u64 = 96;

impl Chan {
    /// The buffered elements in order, as slots.
    pub fn buffered(&self) -> impl Iterator<Item = &[u64]> {
        let n = self.elem_slots;
        (0..self.len).map(move |i| {
            let at = (self.head + i) % self.cap * n;
            &self.buf[at..at + n]
        })
    }

    /// `len` and `cap` as the program sees them.
    pub fn len_and_cap(&self) -> (usize, usize) {
        if self.timed { (0, 0) } else { (self.len, self.cap) }
    }

    /// All slots of the buffer, for marking.
    pub(super) fn buffer(&self) -> &[u64] {
        &self.buf
    }

    /// Bytes held outside the heap.
    pub fn bytes(&self) -> u64 {
        self.buf.len() as u64 * 8 + OWN_BYTES
    }

    fn push(&mut self, value: &[u64]) {
        let at = (self.head + self.len) % self.cap * self.elem_slots;
        self.buf[at..at + self.elem_slots].copy_from_slice(value);
        self.len += 1;
    }

    fn pop(&mut self, out: &mut [u64]) {
        let at = self.head * self.elem_slots;
        out[..self.elem_slots].copy_from_slice(&self.buf[at..at + self.elem_slots]);
        // A received value must not keep its objects alive.
        self.buf[at..at + self.elem_slots].fill(0);
        self.head = (self.head + 1) % self.cap;
        self.len -= 1;
    }
}

impl Machine {
    /// A channel's place in the slab from its value; `None` for nil.
    #[inline(always)]
    pub fn chan_index(&self, chan: u64) -> Option<usize> {
        self.heap.objs[ptr_id(chan)].data.first().map(|&i| i as usize)
    }

    /// `make(chan T, cap)`
    ///
    /// # Errors
    /// When the capacity is negative or too large.
    pub fn make_chan(&mut self, ty: RTypeId, cap: i64) -> Result<u64, Trap> {
        let elem = self.program.rtypes[ty].elem;
        let elem = &self.program.rtypes[elem];
        let elem_slots = if elem.is_wide() { 1 } else { elem.slots as usize };
        let bytes = (cap as u64).saturating_mul(elem_slots as u64 * 8);
        if cap < 0 || bytes > self.limits.memory {
            return Err(error::makechan().into());
        }
        let number = self.next_chan;
        self.next_chan += 1;
        let mut chan = Chan {
            number,
            ty,
            elem_slots,
            cap: cap as usize,
            len: 0,
            head: 0,
            buf: vec![0; cap as usize * elem_slots].into_boxed_slice(),
            closed: false,
            timed: false,
            bubble: self.gs.get(self.loaded as usize).map_or(0, |g| g.bubble),
            recvq: WaitQueue::EMPTY,
            sendq: WaitQueue::EMPTY,
            made_at: self.pc,
            object: 0,
        };
        self.heap.charge(chan.bytes());
        let index = self.free_chans.pop();
        let place = index.map_or(self.chans.len(), |i| i as usize);
        let value = self.heap.alloc_native(ObjTag::Chan, place);
        chan.object = ptr_id(value) as u32;
        match index {
            Some(i) => self.chans[i as usize] = chan,
            None => self.chans.push(chan),
        }
        self.emit(EventKind::ChanMake { chan: number, cap: cap as u32, ty: ty.0, at: self.pc.saturating_sub(1) });
        Ok(value)
    }

    pub(super) fn enqueue(&mut self, chan: usize, case: u16, sends: bool) {
        let g = self.loaded;
        let queue = if sends { self.chans[chan].sendq } else { self.chans[chan].recvq };
        let sudog = Sudog {
            g,
            chan: chan as u32,
            case,
            sends,
            prev: queue.last,
            next: NONE,
            sibling: self.gs[g as usize].sudog,
        };
        let id = match self.free_sudog {
            NONE => {
                self.sudogs.push(sudog);
                (self.sudogs.len() - 1) as u32
            }
            id => {
                self.free_sudog = self.sudogs[id as usize].sibling;
                self.sudogs[id as usize] = sudog;
                id
            }
        };
        self.gs[g as usize].sudog = id;
        if queue.last != NONE {
            self.sudogs[queue.last as usize].next = id;
        }
        let queue = if sends { &mut self.chans[chan].sendq } else { &mut self.chans[chan].recvq };
        queue.last = id;
        if queue.first == NONE {
            queue.first = id;
        }
    }

    fn unlink(&mut self, id: u32) {
        let Sudog { chan, sends, prev, next, .. } = self.sudogs[id as usize];
        let chan = &mut self.chans[chan as usize];
        let queue = if sends { &mut chan.sendq } else { &mut chan.recvq };
        if prev == NONE {
            queue.first = next;
        }
        if next == NONE {
            queue.last = prev;
        }
        if prev != NONE {
            self.sudogs[prev as usize].next = next;
        }
        if next != NONE {
            self.sudogs[next as usize].prev = prev;
        }
    }

    /// Takes a goroutine out of all queues it waits in.
    fn unlink_all(&mut self, g: u32) {
        let mut id = std::mem::replace(&mut self.gs[g as usize].sudog, NONE);
        while id != NONE {
            self.unlink(id);
            let next = self.sudogs[id as usize].sibling;
            self.sudogs[id as usize].sibling = self.free_sudog;
            self.free_sudog = id;
            id = next;
        }
    }

    /// The first that waits to receive (or to send): the goroutine and the case of its select.
    pub(super) fn first_waiter(&self, chan: usize, sends: bool) -> Option<(u32, u16)> {
        let queue = if sends { self.chans[chan].sendq } else { self.chans[chan].recvq };
        (queue.first != NONE).then(|| {
            let s = &self.sudogs[queue.first as usize];
            (s.g, s.case)
        })
    }

    /// Goroutines in a wait queue, first come first, with the case of their select.
    pub fn waiters(&self, queue: WaitQueue) -> impl Iterator<Item = &Sudog> {
        let at = |id: u32| (id != NONE).then(|| &self.sudogs[id as usize]);
        std::iter::successors(at(queue.first), move |s| at(s.next))
    }

    /// Where a parked goroutine's value stands in its saved stack: for a sender what it sends, for a receiver where it goes.
    pub fn parked_value_at(&self, g: u32, case: u16) -> usize {
        let gr = &self.gs[g as usize];
        let reg = match self.program.code[gr.pc as usize - 1] {
            Instr::Send { b, .. } => u32::from(b),
            Instr::Recv { a, .. } => u32::from(a),
            Instr::Select { m, .. } => self.program.selects[m as usize].cases[case as usize].value,
            _ => 0,
        };
        gr.fp as usize + reg as usize
    }

    /// Ends a parked receiver's wait: `value` (or zero) goes to where it wants it, and the ok.
    fn deliver(&mut self, g: u32, case: u16, value: Option<&[u64]>, ok: bool, slots: usize) {
        let gr = &self.gs[g as usize];
        let fp = gr.fp as usize;
        let (dst, ok_reg, chosen) = match self.program.code[gr.pc as usize - 1] {
            Instr::Recv { a, c, .. } => (u32::from(a), (c == 1).then(|| a + slots as u8), None),
            Instr::Select { a, m } => {
                let case = &self.program.selects[m as usize].cases[case as usize];
                (case.value, case.ok, Some(a))
            }
            _ => return,
        };
        let saved = &mut self.gs[g as usize].saved;
        let dst = fp + dst as usize;
        match value {
            Some(v) => saved[dst..dst + slots].copy_from_slice(&v[..slots]),
            None => saved[dst..dst + slots].fill(0),
        }
        if let Some(reg) = ok_reg {
            saved[fp + reg as usize] = u64::from(ok);
        }
        if let Some(a) = chosen {
            saved[fp + a as usize] = u64::from(case);
        }
    }

    /// Ends a parked sender's wait.
    fn complete_send(&mut self, g: u32, case: u16) {
        let gr = &mut self.gs[g as usize];
        if let Instr::Select { a, .. } = self.program.code[gr.pc as usize - 1] {
            let at = gr.fp as usize + a as usize;
            gr.saved[at] = u64::from(case);
        }
    }

    fn wake_from_chan(&mut self, g: u32, case: u16) {
        self.unlink_all(g);
        if self.recording && self.gs[g as usize].reason == WaitReason::Select {
            let goid = self.goid(g);
            self.emit_for(goid, EventKind::Select { case: u32::from(case) });
        }
        self.ready(g);
    }

    /// The first two of the `n` words at `at` of the stack, for events.
    fn two_words(&self, at: usize, n: usize) -> [u64; 2] {
        let word = |i: usize| if i < n { self.stack.get(at + i).copied().unwrap_or(0) } else { 0 };
        [word(0), word(1)]
    }

    /// Sends without blocking the value at `at` of the stack; false if it would block.
    ///
    /// # Errors
    /// When the channel is closed.
    pub fn try_send(&mut self, chan: usize, at: usize) -> Result<bool, Trap> {
        let Chan { closed, elem_slots: n, number, len, cap, .. } = self.chans[chan];
        if closed {
            return Err(error::send_on_closed().into());
        }
        if let Some((g, case)) = self.first_waiter(chan, false) {
            let mut small = [0u64; 4];
            if n <= 4 {
                small[..n].copy_from_slice(&self.stack[at..at + n]);
                self.deliver(g, case, Some(&small[..n]), true, n);
            } else {
                let value: Vec<u64> = self.stack[at..at + n].to_vec();
                self.deliver(g, case, Some(&value), true, n);
            }
            if self.recording {
                let to = self.goid(g);
                self.emit(EventKind::ChanSend { chan: number, to, value: self.two_words(at, n) });
            }
            self.order_passing(number, cap, (self.loaded, g));
            self.wake_from_chan(g, case);
            return Ok(true);
        }
        if len < cap {
            self.chans[chan].push(&self.stack[at..at + n]);
            self.order_passing(number, cap, (self.loaded, NONE));
            self.emit(EventKind::ChanSend { chan: number, to: 0, value: self.two_words(at, n) });
            return Ok(true);
        }
        Ok(false)
    }

    /// Receives without blocking into `at` of the stack: `Some(ok)`, or `None` if it would block.
    pub fn try_recv(&mut self, chan: usize, at: usize) -> Option<bool> {
        let Chan { closed, elem_slots: n, number, len, cap, .. } = self.chans[chan];
        if len > 0 {
            self.chans[chan].pop(&mut self.stack[at..at + n]);
            self.order_passing(number, cap, (NONE, self.loaded));
            let from = self.refill(chan, n);
            self.emit(EventKind::ChanRecv { chan: number, from, ok: true, value: self.two_words(at, n) });
            return Some(true);
        }
        if let Some((g, case)) = self.first_waiter(chan, true) {
            let from = self.parked_value_at(g, case);
            let saved = &self.gs[g as usize].saved;
            self.stack[at..at + n].copy_from_slice(&saved[from..from + n]);
            self.complete_send(g, case);
            self.order_passing(number, cap, (g, self.loaded));
            if self.recording {
                let from = self.goid(g);
                self.emit(EventKind::ChanRecv { chan: number, from, ok: true, value: self.two_words(at, n) });
            }
            self.wake_from_chan(g, case);
            return Some(true);
        }
        if closed {
            let goid = self.goid(self.loaded);
            if let Some(race) = self.race() {
                race.saw_closed(goid, number);
            }
            self.stack[at..at + n].fill(0);
            self.emit(EventKind::ChanRecv { chan: number, from: 0, ok: false, value: [0; 2] });
            return Some(false);
        }
        None
    }

    /// A value goes from one goroutine to another, or (`NONE`) to or from the buffer: what that orders.
    #[inline(always)]
    fn order_passing(&mut self, number: u32, cap: usize, (from, to): (u32, u32)) {
        if self.exploration.is_none() {
            return;
        }
        let (sender, receiver) = (self.goid(from), self.goid(to));
        let Some(race) = self.race() else { return };
        if cap == 0 {
            race.meet(sender, receiver);
            return;
        }
        if sender != 0 {
            race.pass(sender, number, cap, true);
        }
        if receiver != 0 {
            race.pass(receiver, number, cap, false);
        }
    }

    /// Moves the first waiting sender's value into the buffer's free place; who it was, 0 for nobody.
    fn refill(&mut self, chan: usize, n: usize) -> u32 {
        let Some((g, case)) = self.first_waiter(chan, true) else { return 0 };
        let at = self.parked_value_at(g, case);
        self.chans[chan].push(&self.gs[g as usize].saved[at..at + n]);
        self.complete_send(g, case);
        let goid = self.goid(g);
        let Chan { number, cap, .. } = self.chans[chan];
        self.order_passing(number, cap, (g, NONE));
        self.wake_from_chan(g, case);
        goid
    }

    /// `chan <- value`, with the value in register `reg` of a frame of `frame` slots.
    ///
    /// # Errors
    /// When the channel is closed.
    pub fn send(&mut self, chan: u64, reg: u8, frame: usize) -> Result<Flow, Trap> {
        let Some(index) = self.chan_index(chan) else {
            return Ok(self.park(WaitReason::ChanSendNil, Waiting::Nothing, self.fp + frame));
        };
        if self.chans[index].bubble != 0 && self.outside_of(index) {
            return Ok(self.fatal("send on synctest channel from outside bubble", "fatal error"));
        }
        if self.try_send(index, self.fp + reg as usize)? {
            return Ok(Flow::Next);
        }
        self.enqueue(index, 0, true);
        Ok(self.park(WaitReason::ChanSend, Waiting::Chan(index as u32), self.fp + frame))
    }

    /// `<-chan` into register `reg`, with the ok behind it if asked for.
    pub fn recv(&mut self, chan: u64, reg: u8, want_ok: bool, frame: usize) -> Flow {
        let Some(index) = self.chan_index(chan) else {
            return self.park(WaitReason::ChanReceiveNil, Waiting::Nothing, self.fp + frame);
        };
        if self.chans[index].bubble != 0 && self.outside_of(index) {
            return self.fatal("receive on synctest channel from outside bubble", "fatal error");
        }
        let at = self.fp + reg as usize;
        if let Some(ok) = self.try_recv(index, at) {
            if want_ok {
                self.stack[at + self.chans[index].elem_slots] = u64::from(ok);
            }
            return Flow::Next;
        }
        self.enqueue(index, 0, false);
        self.park(WaitReason::ChanReceive, Waiting::Chan(index as u32), self.fp + frame)
    }

    /// `close(chan)`: receivers get zeros, senders panic.
    ///
    /// # Errors
    /// When it is nil or closed already.
    pub fn close(&mut self, chan: u64) -> Result<Flow, Trap> {
        let index = self.chan_index(chan).ok_or_else(error::close_of_nil)?;
        if self.chans[index].bubble != 0 && self.outside_of(index) {
            return Ok(self.fatal("close of synctest channel from outside bubble", "fatal error"));
        }
        if self.chans[index].closed {
            return Err(error::close_of_closed().into());
        }
        self.chans[index].closed = true;
        let (number, n) = (self.chans[index].number, self.chans[index].elem_slots);
        self.emit(EventKind::ChanClose { chan: number });
        let goid = self.goid(self.loaded);
        if let Some(race) = self.race() {
            race.close(goid, number);
        }
        let mut woken = Vec::new();
        while let Some((g, case)) = self.first_waiter(index, false) {
            self.deliver(g, case, None, false, n);
            self.unlink_all(g);
            let goid = self.goid(g);
            if let Some(race) = self.race() {
                race.saw_closed(goid, number);
            }
            woken.push((g, case));
        }
        while let Some((g, case)) = self.first_waiter(index, true) {
            // It runs its send again and finds the channel closed.
            self.unlink_all(g);
            self.gs[g as usize].retry = true;
            woken.push((g, case));
        }
        // As Go does, from the last: so the first runs next.
        for (g, case) in woken.into_iter().rev() {
            let (goid, receives) = (self.goid(g), !self.gs[g as usize].retry);
            self.wake_from_chan(g, case);
            if receives {
                self.emit_for(goid, EventKind::ChanRecv { chan: number, from: 0, ok: false, value: [0; 2] });
            }
        }
        Ok(Flow::Next)
    }

    /// Throws away what a timer's channel holds; whether there was anything.
    pub fn drain_chan(&mut self, chan: u64) -> bool {
        let Some(index) = self.chan_index(chan) else { return false };
        let chan = &mut self.chans[index];
        std::mem::take(&mut chan.len) > 0
    }

    /// The channel (capacity 1) of a timer or ticker gets the time when that was due, if there is room.
    pub(super) fn send_time(&mut self, timer: u32, chan: u64) {
        let Some(index) = self.chan_index(chan) else { return };
        let value = self.time_at(self.chans[index].bubble, self.timers.all[timer as usize].due);
        let Chan { elem_slots: n, number, len, cap, .. } = self.chans[index];
        let waiter = self.first_waiter(index, false);
        if (waiter.is_some() || len < cap)
            && let Some(race) = self.race()
        {
            race.pass_time(timer, number);
        }
        if let Some((g, case)) = waiter {
            self.order_passing(number, cap, (NONE, g));
            self.deliver(g, case, Some(&value), true, n);
            self.wake_from_chan(g, case);
        } else if len < cap {
            self.chans[index].push(&value[..n]);
        }
    }
}
