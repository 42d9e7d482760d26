//! The running program's state and Go's runtime over it: memory, goroutines, G-M-P, channels, select, timers, locks, panics.
//!
//! It changes state when the VM or a native asks and says so in events. It executes no instruction, knows no syntax and no
//! checker's types; what is left open by Go is asked of `sched::Strategy`. File names follow Go's `runtime`.

mod chan;
mod collect;
mod disk;
pub mod error;
mod explore;
mod finalize;
mod goroutine;
mod machine;
mod map;
mod memory;
mod panic;
mod proc;
mod race;
mod restore;
mod select;
mod sema;
mod synctest;
mod thread;
mod time;
mod traceback;
mod value;

pub use chan::WaitQueue;
pub use chan::{Chan, Sudog};
pub use disk::{Disk, DiskAnswer, DiskEntry, DiskOp, DiskRequest, DiskView};
pub use error::{ErrorClass, RuntimeError, Trap};
pub use explore::{Bounds, Ended, Exploration, MARK_ACCESS, MARK_LIBRARY, MARK_POINT, MachineEnd};
pub use finalize::{Finalizer, Finalizers};
pub use goroutine::{Defer, G, GStatus, GoPanic, NONE, Unwind, Waiting};
pub use machine::{Exit, Flow, Limits, Machine, NativeFn, OutputChunk, PanicState, SITE_WAYS, WAIT_GROUP_GO};
pub use map::MapObj;
pub use memory::{Heap, Marker, Obj, ObjTag, ZERO_BASE, ptr_id, ptr_off};
pub use proc::{P, Sched};
pub use race::{Access, AtomicUse, Race, RaceDetector, SyncUse};
pub use sema::{Holder, LockOrder, SemaTable};
pub use synctest::{Bubble, Bubbles};
pub use thread::{M, Threads};
pub use time::{Timer, TimerAction, Timers, time_value, unix_nanos};
pub use traceback::{ABORTED, DEEPEST, Frame, TraceLevel, frames, leaked_stacks, stacks};
pub use value::{decode_rune, eq_value, hash_value, narrow_of, print_float, print_float32, string_of};
