//! What a run says of itself: the event vocabulary and the log.
//!
//! Names follow Go's `internal/trace/tracev2` and `runtime.waitReason`. An event states what happened in Go's terms at the
//! moment it happened; how it is drawn is for `view`. This layer knows nothing of memory or bytecode: things are named by
//! numbers that mean the same in every replay.

mod clock;
mod event;
mod log;
mod reason;

pub use clock::VectorClock;
pub use event::{Event, EventKind};
pub use log::EventLog;
pub use reason::WaitReason;
