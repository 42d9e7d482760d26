//! The whole state of a running program, in one value that can be cloned.
//!
//! A checkpoint is a clone, seeking is a clone run forward; so everything a run depends on is in here, and nothing that a run
//! depends on is anywhere else.

use super::*;
use crate::base::Rng;
use crate::bytecode::{FuncId, Narrow, Program, RTypeId};
use crate::sched::Strategy;
use crate::trace::{Event, EventKind, EventLog};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Types that a call through an interface remembers at one place in the source.
pub const SITE_WAYS: usize = 4;
/// How the names of functions begin in which `WaitGroup.Go` runs what it was given.
pub const WAIT_GROUP_GO: &str = "sync.(*WaitGroup).Go.";

/// What the VM does after an instruction that left the fast path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on at the machine's pc and frame.
    Next,
    /// The goroutine does not run any more: ask the scheduler.
    Switch,
}

/// A library function in Rust. Arguments stand in the machine's stack from the given place on; results go to the same place.
pub type NativeFn = fn(&mut Machine, usize) -> Result<Flow, Trap>;

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// The process's exit code.
    pub code: i32,
    /// Why, for views: `exit`, `panic`, `deadlock`, `fatal error`, or `waiting` for somebody from outside.
    pub kind: &'static str,
}

/// Bytes that the program wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputChunk {
    /// Instructions executed before.
    pub tick: u64,
    /// Standard error rather than standard output.
    pub err: bool,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What ends a runaway program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of heap.
    pub memory: u64,
    /// Slots of one goroutine's stack.
    pub stack: usize,
    /// Goroutines alive at once.
    pub goroutines: usize,
    /// Bytes written.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 2 << 30, stack: 32 << 20, goroutines: 4 << 20, output: u64::MAX }
    }
}

/// Whether the machine is between instructions or prints a fatal panic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PanicState {
    /// A fatal panic's values are being turned into text; nothing else runs any more.
    pub dying: bool,
    /// How much is told of goroutines then.
    pub level: TraceLevel,
}

/// A running program.
#[derive(Debug, Clone)]
pub struct Machine {
    /// What runs.
    pub program: Arc<Program>,
    /// The library's functions in Rust, by `NativeId`.
    pub natives: Arc<[NativeFn]>,
    /// Memory.
    pub heap: Heap,
    /// Stack of the goroutine that is loaded.
    pub stack: Vec<u64>,
    /// Next instruction of the loaded goroutine.
    pub pc: u32,
    /// Its frame.
    pub fp: usize,
    /// Instructions executed so far by everybody, each counted by its cost (`bytecode::cost`): the run's coordinate.
    pub executed: u64,
    /// Where the VM's loop must stop next, as a value of `executed`.
    pub limit: u64,
    /// Goroutines by place; places of dead ones are used again.
    pub gs: Vec<G>,
    pub(super) free_gs: Vec<u32>,
    /// Goroutines that are not dead.
    pub living: usize,
    pub(super) next_goid: u32,
    /// The goroutine whose stack is loaded, or `NONE`.
    pub loaded: u32,
    /// Channels.
    pub chans: Vec<Chan>,
    pub(super) free_chans: Vec<u32>,
    pub(super) next_chan: u32,
    /// Maps.
    pub maps: Vec<MapObj>,
    pub(super) free_maps: Vec<u32>,
    /// Entries of wait queues.
    pub sudogs: Vec<Sudog>,
    pub(super) free_sudog: u32,
    /// P's and run queues.
    pub sched: Sched,
    /// Timers.
    pub timers: Timers,
    /// Whether a view may ask who holds a lock; then locks are never taken in the VM's loop.
    pub watched: bool,
    /// Who holds a lock, by its address. Empty unless watched.
    pub holders: BTreeMap<u64, Vec<Holder>>,
    /// Goroutines that wait on addresses.
    pub sema: SemaTable,
    /// Bubbles of `testing/synctest`.
    pub bubbles: Bubbles,
    /// What is written to standard output while an example runs, instead of [`output`](Self::output).
    pub captured: Option<Vec<u8>>,
    /// Whether `os.Exit(0)` panics, as it does in a test.
    pub exit0_panics: bool,
    /// Who makes the open choices.
    pub strategy: Box<dyn Strategy>,
    /// Set while schedules are explored or one is replayed.
    pub exploration: Option<Box<Exploration>>,
    /// What happened.
    pub log: EventLog,
    /// Whether events are made at all.
    pub recording: bool,
    /// What was written and not yet taken away.
    pub output: Vec<OutputChunk>,
    /// Bytes written ever.
    pub written: u64,
    /// Set once the program has ended.
    pub exit: Option<Exit>,
    /// Limits.
    pub limits: Limits,
    /// Nanoseconds since 1970 at the start of the program.
    pub epoch: i64,
    /// Arguments, the program's name first.
    pub args: Arc<[String]>,
    /// Flags of package testing; a program that is no test has none.
    pub test_args: Arc<[String]>,
    /// Environment as `K=V`.
    pub env: Arc<[String]>,
    /// Standard input and how much of it was read.
    pub stdin: (Arc<[u8]>, usize),
    /// Whether more standard input may come.
    pub stdin_open: bool,
    /// Somebody reads standard input that has not come yet: whoever drives the machine must feed it.
    pub input_wanted: bool,
    /// The files it is given, and questions to the disk.
    pub disk: Disk,
    /// How far real time has come, in nanoseconds since the start, if virtual time must not jump beyond it.
    pub real_time: Option<u64>,
    /// When everybody sleeps until, if that is beyond `real_time`: the machine stands still until it is told that time has passed.
    pub time_wanted: Option<u64>,
    /// A fatal panic in progress.
    pub panic_state: PanicState,
    /// Where interface calls went last: (type, first instruction), [`SITE_WAYS`] by site. Only makes things faster.
    pub site_cache: Vec<(u32, u32)>,
    /// Generators made by `rand.New`, by number.
    pub generators: Vec<Rng>,
    /// What is to be called when objects are not reached any more.
    pub finalizers: Finalizers,
    /// Pointers of string constants.
    pub string_ptrs: Vec<u64>,
    /// Pointer to the object of package-level variables.
    pub globals: u64,
}

impl Machine {
    /// Slots that a stack has at least.
    pub(super) const MIN_STACK: usize = 1024;

    /// A program that is about to start, with `procs` P's.
    pub fn new(
        program: Arc<Program>,
        natives: Arc<[NativeFn]>,
        strategy: Box<dyn Strategy>,
        procs: usize,
        limits: Limits,
    ) -> Self {
        let mut heap = Heap::new(limits.memory);
        // The compiler's constants hold these addresses: string constants have none, so order is all that counts.
        let globals = heap.alloc(&program, program.globals, 1);
        for &layout in &program.big_globals {
            heap.alloc(&program, layout, 1);
        }
        for &func in &program.static_closures {
            let entry = program.funcs[func].entry;
            heap.alloc_closure(u64::from(entry), &[]);
        }
        let bytes = program.rtypes.get(program.well_known.byte_slice).map(|t| program.rtypes[t.elem].layout);
        let bytes = bytes.unwrap_or_default();
        let string_ptrs = program.strings.iter().map(|s| heap.alloc_bytes(s, bytes)).collect();
        heap.seal_permanent();
        heap.live = 0;
        heap.fresh = 0;
        let sites = program.sites.len();
        let mut machine = Self {
            natives,
            heap,
            stack: vec![0; Self::MIN_STACK],
            pc: 0,
            fp: 0,
            executed: 0,
            limit: 0,
            gs: Vec::new(),
            free_gs: Vec::new(),
            living: 0,
            next_goid: 1,
            loaded: NONE,
            chans: Vec::new(),
            free_chans: Vec::new(),
            next_chan: 1,
            maps: Vec::new(),
            free_maps: Vec::new(),
            sudogs: Vec::new(),
            free_sudog: NONE,
            sched: Sched::new(procs),
            timers: Timers::default(),
            watched: false,
            holders: BTreeMap::new(),
            sema: SemaTable::default(),
            bubbles: Bubbles::default(),
            captured: None,
            exit0_panics: false,
            strategy,
            exploration: None,
            log: EventLog::new(false),
            recording: false,
            output: Vec::new(),
            written: 0,
            exit: None,
            limits,
            epoch: 1_257_894_000_000_000_000,
            args: Arc::from([String::from("/tmp/main")]),
            test_args: Arc::from([]),
            env: Arc::from([]),
            stdin: (Arc::from([]), 0),
            stdin_open: false,
            input_wanted: false,
            disk: Disk::default(),
            real_time: None,
            time_wanted: None,
            panic_state: PanicState::default(),
            site_cache: vec![(0, 0); sites * SITE_WAYS],
            generators: Vec::new(),
            finalizers: Finalizers::default(),
            string_ptrs,
            globals,
            program,
        };
        let entry = machine.program.funcs[machine.program.entry].entry;
        let main = machine.new_goroutine(entry, Box::from([0, 0]), 1);
        machine.sched.ps[0].runq.push_back(main);
        machine.sched.ps[0].active = true;
        machine
    }

    /// The id of a goroutine, 0 for none.
    pub fn goid(&self, g: u32) -> u32 {
        self.gs.get(g as usize).map_or(0, |g| g.goid)
    }

    /// Makes an event of what the running goroutine does.
    pub fn emit(&mut self, kind: EventKind) {
        if self.recording {
            let goid = self.goid(self.loaded);
            self.emit_for(goid, kind);
        }
    }

    /// Makes an event of what `goid` does.
    pub fn emit_for(&mut self, goid: u32, kind: EventKind) {
        if self.recording {
            let event = Event { tick: self.executed, time: self.now(), goid, p: self.sched.current as u16, kind };
            self.log.push(event);
        }
    }

    /// Where the function starts that `WaitGroup.Go` runs, if a goroutine that starts here with these words is its: it has no arguments.
    fn run_by_wait_group(&self, entry: u32, words: &[u64]) -> Option<u64> {
        let func = &self.program.funcs[self.program.func_at(entry)?];
        let capture = func.captures.iter().find(|c| c.name == "f" && !c.by_ref)?;
        if !func.name.starts_with(WAIT_GROUP_GO) {
            return None;
        }
        let held = self.heap.peek(*words.get(func.params as usize)?, capture.at as usize, Narrow::U32)?;
        self.heap.peek(held, 0, Narrow::U32)
    }

    /// Makes a goroutine that is not in any queue yet. `saved[fp - 1]` is its bottom link, the arguments follow.
    pub fn new_goroutine(&mut self, entry: u32, saved: Box<[u64]>, fp: u32) -> u32 {
        let goid = self.next_goid;
        self.next_goid += 1;
        self.living += 1;
        if self.recording {
            let args = saved.get(fp as usize..).unwrap_or_default();
            match self.run_by_wait_group(entry, args) {
                Some(inner) => self.log.start(goid, &[inner]),
                None => self.log.start(goid, args),
            }
        }
        let mut g = G::new(goid, entry, saved, fp);
        g.creator = self.goid(self.loaded);
        g.created_at = self.pc.saturating_sub(1);
        let bubble = self.gs.get(self.loaded as usize).map_or(0, |g| g.bubble);
        if bubble != 0 {
            g.bubble = bubble;
            self.bubbles.started(bubble);
        }
        let index = match self.free_gs.pop() {
            Some(index) => {
                self.gs[index as usize] = g;
                index
            }
            None => {
                self.gs.push(g);
                (self.gs.len() - 1) as u32
            }
        };
        if self.recording {
            self.emit(EventKind::GoCreate { new: goid, entry });
        }
        let parent = self.goid(self.loaded);
        let users = self.users_pc();
        if let Some(x) = self.exploration.as_deref_mut().filter(|_| users != self.pc.saturating_sub(1)) {
            x.started.insert(goid, users);
        }
        // Whoever makes one that nobody started says what happened before.
        if let Some(race) = self.race().filter(|_| parent != 0) {
            race.fork(parent, goid);
        }
        index
    }

    /// `go closure(args)`: the closure's pointer goes behind the arguments.
    ///
    /// # Errors
    /// When the closure is nil or there are too many goroutines.
    pub fn go(&mut self, closure: u64, args: &[u64]) -> Result<Flow, Trap> {
        let id = ptr_id(closure);
        if id == 0 {
            return Err(Trap::Fatal("go of nil func value".into()));
        }
        if self.living >= self.limits.goroutines {
            return Err(Trap::Fatal(error::OUT_OF_MEMORY.into()));
        }
        let entry = self.heap.objs[id].data[0] as u32;
        let mut saved = Vec::with_capacity(args.len() + 2);
        saved.push(0);
        saved.extend_from_slice(args);
        saved.push(closure);
        let g = self.new_goroutine(entry, saved.into_boxed_slice(), 1);
        self.ready_new(g);
        Ok(Flow::Next)
    }

    /// Ends the loaded goroutine.
    pub fn end_goroutine(&mut self) -> Flow {
        self.emit(EventKind::GoEnd);
        let index = self.loaded;
        let g = &mut self.gs[index as usize];
        g.status = GStatus::Dead;
        g.saved = Box::default();
        g.unwind = None;
        let bubble = g.bubble;
        self.living -= 1;
        self.free_gs.push(index);
        if self.gs[self.loaded as usize].wired > 0 {
            let g = self.loaded;
            self.leave_m();
            self.end_thread(g);
        }
        self.release_p();
        if bubble != 0 {
            self.bubble_goroutine_ended(bubble, index);
        }
        Flow::Switch
    }

    /// Ends the program.
    pub fn exit(&mut self, code: i32, kind: &'static str) -> Flow {
        self.emit(EventKind::Exit { code });
        self.exit = Some(Exit { code, kind });
        Flow::Switch
    }

    /// Writes to standard output or standard error.
    pub fn write(&mut self, err: bool, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        self.written += bytes.len() as u64;
        self.emit(EventKind::Output { len: bytes.len() as u32, err });
        if let Some(captured) = self.captured.as_mut().filter(|_| !err) {
            captured.extend_from_slice(bytes);
            return;
        }
        match self.output.last_mut() {
            Some(last) if last.err == err && (!self.recording || last.tick == self.executed) => {
                last.bytes.extend_from_slice(bytes);
            }
            _ => self.output.push(OutputChunk { tick: self.executed, err, bytes: bytes.to_vec() }),
        }
        // A program that prints for ever must not fill memory before its slice is over.
        self.limit = self.limit.min(self.executed + 10_000_u64.saturating_sub(bytes.len() as u64));
    }

    /// First free slot above the loaded goroutine's frame.
    pub fn frame_top(&self) -> usize {
        let frame = self.program.func_at(self.pc.saturating_sub(1)).map_or(2, |f| self.program.funcs[f].frame);
        self.fp + frame as usize
    }

    /// The same between two instructions, when `pc` is the one to come: perhaps the first of a function just entered, whose
    /// arguments must be kept.
    pub(super) fn entered_top(&self) -> usize {
        let frame = self.program.func_at(self.pc).map_or(2, |f| self.program.funcs[f].frame);
        self.fp + frame as usize
    }

    /// Makes sure that the stack has a window of registers at `fp`.
    ///
    /// # Errors
    /// When the stack is as large as it may become: Go's "stack overflow".
    pub fn grow_stack(&mut self, fp: usize) -> Result<(), Trap> {
        let need = fp + 512;
        if need > self.stack.len() {
            if need > self.limits.stack {
                return Err(Trap::Fatal(error::STACK_OVERFLOW.into()));
            }
            let size = need.next_power_of_two().max(Self::MIN_STACK);
            self.stack.resize(size, 0);
        }
        Ok(())
    }

    /// A string value of these bytes: (pointer, length).
    pub fn new_string(&mut self, bytes: &[u8]) -> (u64, u64) {
        let layout = self.bytes_layout();
        (self.heap.alloc_bytes(bytes, layout), bytes.len() as u64)
    }

    /// The layout of bytes.
    pub fn bytes_layout(&self) -> crate::bytecode::LayoutId {
        let slice = &self.program.rtypes[self.program.well_known.byte_slice];
        self.program.rtypes[slice.elem].layout
    }

    /// The bytes of a string whose two slots stand at `at` of the stack.
    pub fn string_at(&self, at: usize) -> &[u8] {
        self.heap.bytes(self.stack[at], self.stack[at + 1] as usize)
    }

    /// The text of a string at `at`, with invalid UTF-8 replaced.
    pub fn text_at(&self, at: usize) -> String {
        String::from_utf8_lossy(self.string_at(at)).into_owned()
    }

    /// Puts a new string into the two slots at `at`.
    pub fn set_string(&mut self, at: usize, bytes: &[u8]) {
        let (ptr, len) = self.new_string(bytes);
        self.stack[at] = ptr;
        self.stack[at + 1] = len;
    }

    /// An interface that holds the value in `slots` of type `ty`.
    pub fn new_iface(&mut self, ty: RTypeId, slots: &[u64]) -> (u64, u64) {
        let rtype = &self.program.rtypes[ty];
        let data = match rtype.slots {
            0 => 0,
            1 => slots[0],
            n => {
                let layout = rtype.layout;
                let n = n as usize;
                if self.program.layouts[layout].width == crate::bytecode::Width::W64 {
                    self.heap.alloc_slots(layout, &slots[..n])
                } else {
                    let ptr = self.heap.alloc(&self.program.clone(), layout, 1);
                    for (i, &v) in slots[..n].iter().enumerate() {
                        self.heap.store(ptr, i, v);
                    }
                    ptr
                }
            }
        };
        (u64::from(ty.0), data)
    }

    /// The slots of the value that an interface of dynamic type `ty` holds in `data`.
    pub fn iface_slots(&self, ty: RTypeId, data: u64) -> Vec<u64> {
        let rtype = &self.program.rtypes[ty];
        if rtype.is_direct() {
            return vec![data; rtype.slots as usize];
        }
        let narrow = value::narrow_of(&self.program, ty);
        (0..rtype.slots as usize).map(|i| self.heap.load(data, i, narrow).unwrap_or(0)).collect()
    }

    /// A map's place in the slab from its value; `None` for nil.
    #[inline(always)]
    pub fn map_index(&self, map: u64) -> Option<usize> {
        self.heap.objs[ptr_id(map)].data.first().map(|&i| i as usize)
    }

    /// Where an iteration over a map begins: the state that [`MapObj::advance`] takes.
    pub fn map_start(&mut self, map: u64) -> [u64; 3] {
        let Some(index) = self.map_index(map).filter(|&i| !self.maps[i].is_empty()) else { return [0, 0, 2] };
        let start = self.strategy.choose(crate::sched::ChoicePoint::MapOrder, self.maps[index].places());
        let seq = u64::from(self.maps[index].seq_at(start));
        [seq, seq, 0]
    }

    /// Makes a map.
    pub fn make_map(&mut self, ty: RTypeId, hint: usize) -> u64 {
        let mut map = MapObj::new(&self.program, ty, hint);
        let bytes = map.bytes();
        let index = self.free_maps.pop();
        let place = index.map_or(self.maps.len(), |i| i as usize);
        let value = self.heap.alloc_native(ObjTag::Map, place);
        map.object = ptr_id(value) as u32;
        self.heap.charge(bytes);
        match index {
            Some(i) => self.maps[i as usize] = map,
            None => self.maps.push(map),
        }
        value
    }

    /// The function of which `entry` is the first instruction.
    pub fn func_of_entry(&self, entry: u32) -> Option<FuncId> {
        self.program.func_at(entry)
    }
}
