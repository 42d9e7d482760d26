//! The only door to the engine: compile a program, run it, look at it, travel in it.
//!
//! What comes out is plain data: no references, no machine, no ids that mean something only inside. Whoever is outside (`cli`,
//! `view`, `worker`, tests) imports this module and nothing behind it.

mod build;
mod check;
mod embed;
mod export;
mod format;
mod inspect;
mod microscope;
mod module;
mod moment;
mod perfetto;
mod reach;
mod reached;
mod reachers;
mod service;
mod session;
mod stops;
mod test;
mod testmain;
mod variables;
mod vet;
mod zip;

pub use crate::analysis::DeedKind;
pub use crate::bytecode::Program;
pub use crate::runtime::{DiskAnswer, DiskEntry, DiskOp, DiskRequest, DiskView};
pub use crate::sched::Choices;
pub use build::{BuildOptions, Built, Problem, SourceText, build, disassembly, install_library, not_utf8, split_txtar};
pub use check::{Check, CheckReport, FindingPlace, FindingReport, OutcomeReport, suspicions};
pub use embed::{DataFile, patterns_of};
pub use export::{Endings, go_module};
pub use format::{NotFormatted, format, format_archive};
pub use inspect::{
    CaseState, ChannelInfo, ChannelState, FrameState, GoroutineState, ProcessorState, QueuedValue, Snapshot,
    ThreadState, TimerState, VariableState,
};
pub use microscope::{MicroStep, Opened};
pub use module::{Module, is_built};
pub use perfetto::chrome_trace;
pub use reached::{ContextState, HolderState, ObjectState, Reached, ReachedChannel, SliceState, SyncKind, SyncState};
pub use reachers::Reachers;
pub use service::{Completion, Completions, Definition, Edit, Fix, Hover, Service, byte_of, file_start, utf16_of};
pub use session::{End, Inputs, Offer, Output, Progress, Schedule, Session, Strategy};
pub use stops::{Condition, Stood, Stop, Stops};
pub use test::{TestBuilt, TestFlags, TestRun, build_test, declares_main, test_packages};
pub use variables::{FrameVariables, Variable};
pub use vet::{VetSet, Vetted, vet};
pub use zip::zip;
