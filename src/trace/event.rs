//! One thing that happened.

use super::WaitReason;

/// An event of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// What the whole program has executed, in nanoseconds of cost: the run's coordinate.
    pub tick: u64,
    /// Virtual nanoseconds since the program started, on the P where it happened.
    pub time: u64,
    /// The goroutine (Go's `goid`) that did it; 0 for the runtime itself.
    pub goid: u32,
    /// The P it happened on.
    pub p: u16,
    /// What happened.
    pub kind: EventKind,
}

/// What happened. Channels are named by their number in order of making, locks and WaitGroups by their address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// A goroutine was created by this one.
    GoCreate {
        /// The new goroutine.
        new: u32,
        /// Instruction of its function's start.
        entry: u32,
    },
    /// It runs now.
    GoStart,
    /// It gave up its P by itself (`runtime.Gosched`) or was preempted.
    GoStop {
        /// Whether after its 10 ms rather than by itself.
        preempted: bool,
    },
    /// It waits.
    GoBlock {
        /// Why.
        reason: WaitReason,
        /// On which channel (0 for none, or several).
        chan: u32,
        /// On which address (lock, WaitGroup).
        addr: u64,
    },
    /// It made another runnable.
    GoUnblock {
        /// The other.
        goid: u32,
    },
    /// It ended.
    GoEnd,
    /// It made a channel.
    ChanMake {
        /// Its number.
        chan: u32,
        /// Its capacity.
        cap: u32,
        /// Its type, by number.
        ty: u32,
        /// The instruction that made it.
        at: u32,
    },
    /// A value went into a channel.
    ChanSend {
        /// Which.
        chan: u32,
        /// Straight to this waiting receiver; 0: into the buffer.
        to: u32,
        /// The first two words of the value.
        value: [u64; 2],
    },
    /// A value came out of a channel.
    ChanRecv {
        /// Which.
        chan: u32,
        /// Straight from this waiting sender, or the sender whose value moved up; 0: from the buffer alone.
        from: u32,
        /// Whether it was a value rather than the zero of a closed channel.
        ok: bool,
        /// The first two words of the value.
        value: [u64; 2],
    },
    /// A channel was closed.
    ChanClose {
        /// Which.
        chan: u32,
    },
    /// A `select` took a case.
    Select {
        /// Its number, in source order; the number of cases for `default`.
        case: u32,
    },
    /// A lock was taken.
    Lock {
        /// Its address.
        addr: u64,
        /// For reading.
        read: bool,
    },
    /// A lock was given back.
    Unlock {
        /// Its address.
        addr: u64,
        /// For reading.
        read: bool,
    },
    /// A WaitGroup's counter changed.
    WaitGroup {
        /// Its address.
        addr: u64,
        /// The counter now.
        count: i32,
    },
    /// A timer fired.
    Timer {
        /// The goroutine it woke; 0 for none.
        goid: u32,
    },
    /// Something was written.
    Output {
        /// How many bytes.
        len: u32,
        /// Standard error rather than standard output.
        err: bool,
    },
    /// A panic started.
    Panic,
    /// A panic was recovered.
    Recover,
    /// The program ended.
    Exit {
        /// With this code.
        code: i32,
    },
    /// A statement begins (only where statements are recorded).
    Stmt {
        /// Its instruction.
        pc: u32,
    },
}

impl Event {
    /// The event as fixed bytes, for hashing: the same on every target.
    pub fn words(&self) -> [u64; 7] {
        let mut last = 0;
        let (tag, x, y, z) = match self.kind {
            EventKind::GoCreate { new, entry } => (1, u64::from(new), u64::from(entry), 0),
            EventKind::GoStart => (2, 0, 0, 0),
            EventKind::GoStop { preempted } => (3, u64::from(preempted), 0, 0),
            EventKind::GoBlock { reason, chan, addr } => (4, reason as u64, u64::from(chan), addr),
            EventKind::GoUnblock { goid } => (5, u64::from(goid), 0, 0),
            EventKind::GoEnd => (6, 0, 0, 0),
            EventKind::ChanMake { chan, cap, ty, at } => {
                (7, u64::from(chan) << 32 | u64::from(cap), u64::from(ty), u64::from(at))
            }
            EventKind::ChanSend { chan, to, value } => {
                last = value[1];
                (8, u64::from(chan), u64::from(to), value[0])
            }
            EventKind::ChanRecv { chan, from, ok, value } => {
                last = value[1];
                (9, u64::from(chan) << 1 | u64::from(ok), u64::from(from), value[0])
            }
            EventKind::ChanClose { chan } => (10, u64::from(chan), 0, 0),
            EventKind::Select { case } => (11, u64::from(case), 0, 0),
            EventKind::Lock { addr, read } => (12, addr, u64::from(read), 0),
            EventKind::Unlock { addr, read } => (13, addr, u64::from(read), 0),
            EventKind::WaitGroup { addr, count } => (14, addr, count as u64, 0),
            EventKind::Timer { goid } => (15, u64::from(goid), 0, 0),
            EventKind::Output { len, err } => (16, u64::from(len), u64::from(err), 0),
            EventKind::Panic => (17, 0, 0, 0),
            EventKind::Recover => (18, 0, 0, 0),
            EventKind::Exit { code } => (19, code as u64, 0, 0),
            EventKind::Stmt { pc } => (20, u64::from(pc), 0, 0),
        };
        let who = u64::from(self.goid) << 32 | u64::from(self.p) << 8 | tag;
        [self.tick, self.time, who, x, y, z, last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_at_most_64_bytes() {
        assert!(size_of::<Event>() <= 64, "{}", size_of::<Event>());
    }
}
