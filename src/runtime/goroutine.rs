//! Goroutines.

use crate::trace::WaitReason;

/// No goroutine, sudog or timer.
pub const NONE: u32 = u32::MAX;

/// Status names as in Go's `runtime2.go`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum GStatus {
    /// In a run queue.
    Runnable,
    /// On a P.
    Running,
    /// Blocked.
    Waiting,
    /// Ended; its place may be used again.
    Dead,
}

/// What a blocked goroutine waits for, beside the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Nothing in particular.
    Nothing,
    /// A channel (its place in the slab), or the channels of a select through its sudogs.
    Chan(u32),
    /// The address of a semaphore, lock or WaitGroup.
    Addr(u64),
}

/// A goroutine. While it runs its stack is the machine's; otherwise what it needs of it is in `saved`.
#[derive(Debug, Clone)]
pub struct G {
    /// Go's number of it, from 1, never used twice.
    pub goid: u32,
    /// Its state.
    pub status: GStatus,
    /// Why it waits.
    pub reason: WaitReason,
    /// Whether the blocking native starts again when it is woken, rather than being over.
    pub retry: bool,
    /// Where it goes on. While it is blocked the instruction before it is the blocking one.
    pub pc: u32,
    /// Its frame.
    pub fp: u32,
    /// Its live stack while it does not run.
    pub saved: Box<[u64]>,
    /// What it waits for.
    pub waiting: Waiting,
    /// First of its sudogs while it waits on channels.
    pub sudog: u32,
    /// Timer that will wake it.
    pub timer: u32,
    /// A word from whoever woke it, for natives.
    pub param: u64,
    /// Who created it (goid), 0 for main.
    pub creator: u32,
    /// The `go` instruction.
    pub created_at: u32,
    /// Its function's first instruction.
    pub entry: u32,
    /// Virtual time at which it began to wait.
    pub since: u64,
    /// The thread it is wired to or makes a system call on, or `NONE`.
    pub m: u32,
    /// How many calls of `runtime.LockOSThread` have wired it.
    pub wired: u32,
    /// The bubble of `testing/synctest` it belongs to, 0 for none.
    pub bubble: u32,
    /// Whether it waits for its bubble: only another goroutine of that, or its clock, can wake it.
    pub durable: bool,
    /// Whether nobody could wake it any more when somebody last asked for such goroutines.
    pub leaked: bool,
    /// Deferred calls and panics; most goroutines have none.
    pub unwind: Option<Box<Unwind>>,
}

/// Deferred calls and panics in progress.
#[derive(Debug, Clone, Default)]
pub struct Unwind {
    /// Deferred calls, innermost last.
    pub defers: Vec<Defer>,
    /// Panics, newest last.
    pub panics: Vec<GoPanic>,
}

/// A deferred call.
#[derive(Debug, Clone)]
pub struct Defer {
    /// Frame that deferred it.
    pub fp: u32,
    /// The `defer` instruction.
    pub pc: u32,
    /// Closure to call.
    pub closure: u64,
    /// Its arguments.
    pub args: Box<[u64]>,
}

/// A panic in progress (or `runtime.Goexit`).
#[derive(Debug, Clone)]
pub struct GoPanic {
    /// The value, an interface.
    pub value: (u64, u64),
    /// Whether a deferred call has recovered it.
    pub recovered: bool,
    /// Whether it is `runtime.Goexit`.
    pub goexit: bool,
    /// Whether the signal line is printed with it.
    pub segv: bool,
    /// Where it panicked.
    pub pc: u32,
    /// Frame and size of the stack when it panicked; deferred calls run above.
    pub fp: u32,
    /// First free slot above that frame.
    pub top: u32,
    /// Frame of the function whose deferred call runs now.
    pub deferring_fp: u32,
    /// The deferred call's frame: only `recover` called from there counts.
    pub call_fp: u32,
    /// Its text once `Error` or `String` has been called for printing.
    pub printed: Option<Vec<u8>>,
}

impl G {
    /// A goroutine that starts at `entry` with `saved` as its stack.
    pub fn new(goid: u32, entry: u32, saved: Box<[u64]>, fp: u32) -> Self {
        Self {
            goid,
            status: GStatus::Runnable,
            reason: WaitReason::None,
            retry: false,
            pc: entry,
            fp,
            saved,
            waiting: Waiting::Nothing,
            sudog: NONE,
            timer: NONE,
            param: 0,
            creator: 0,
            created_at: 0,
            entry,
            since: 0,
            m: NONE,
            wired: 0,
            bubble: 0,
            durable: false,
            leaked: false,
            unwind: None,
        }
    }

    /// Its deferred calls and panics, made when first needed.
    pub fn unwind_mut(&mut self) -> &mut Unwind {
        self.unwind.get_or_insert_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goroutine_is_small() {
        assert!(size_of::<G>() <= 128, "{}", size_of::<G>());
    }
}
