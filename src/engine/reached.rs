//! What a walk through memory tells, as plain data.

/// What can be reached at a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// Objects in the order in which the walk finds them: variables first, then what they point to.
    pub objects: Vec<ObjectState>,
    /// Locks, WaitGroups and the like of the user's own, in the same order.
    pub sync: Vec<SyncState>,
    /// Contexts, parents before children.
    pub contexts: Vec<ContextState>,
    /// Slices that variables hold.
    pub slices: Vec<SliceState>,
    /// Channels that variables lead to.
    pub channels: Vec<ReachedChannel>,
    /// Addresses of locks and the like that lie inside of the library's own things.
    pub library_locks: Vec<u64>,
    /// Whether there is more than is told here.
    pub more: bool,
}

/// A variable or other object in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectState {
    /// Its address: equal ones are the same memory.
    pub addr: u64,
    /// How many elements a backing array has from there; 1 for anything else.
    pub len: usize,
    /// Type of it, or of its elements.
    pub ty: String,
    /// An expression for it: `pool.jobs`, `*head.next`, `main.config`.
    pub path: String,
    /// Its value, shortened; empty beyond the first few hundred objects.
    pub value: String,
    /// What it points to: expression inside of it, and address.
    pub refs: Vec<(String, u64)>,
    /// Goroutines whose variables lead to it, the first few by number.
    pub owners: Vec<u32>,
    /// Whether a package-level variable leads to it.
    pub global: bool,
    /// The goroutine whose own variable it is, if it is one that lives in memory: by number, 0 if it is none.
    pub variable_of: u32,
}

/// A channel that variables lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachedChannel {
    /// Its number.
    pub number: u32,
    /// The first expression that leads there; none if only the library's variables do.
    pub path: Option<String>,
    /// Goroutines whose variables lead there, by number; 0 stands for package-level ones.
    pub owners: Vec<u32>,
}

/// A slice: a window on an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SliceState {
    /// An expression for it.
    pub path: String,
    /// The goroutine whose variable it is; 0 for a package-level one.
    pub goid: u32,
    /// Type of its elements.
    pub elem: String,
    /// The array: equal ones are the same memory.
    pub array: u32,
    /// Number of its first element in the array.
    pub first: usize,
    /// Its length.
    pub len: usize,
    /// Its capacity.
    pub cap: usize,
    /// Its elements, the first few.
    pub values: Vec<String>,
}

/// What kind of thing goroutines meet at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are sync's")]
pub enum SyncKind {
    Mutex,
    RWMutex,
    WaitGroup,
    Once,
    Cond,
    /// A type of package `sync/atomic`.
    Atomic,
    Map,
    Pool,
}

/// Somebody who holds a lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderState {
    /// The goroutine.
    pub goid: u32,
    /// Whether for reading.
    pub read: bool,
    /// The file where it was taken.
    pub file: String,
    /// The line.
    pub line: u32,
}

/// A lock, WaitGroup, Once, Cond, atomic or `sync.Map`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncState {
    /// Its address, as events name it.
    pub addr: u64,
    /// An expression for it.
    pub name: String,
    /// What it is.
    pub kind: SyncKind,
    /// Goroutines that hold it.
    pub holders: Vec<HolderState>,
    /// Goroutines that wait for it, longest first, and whether to read.
    pub waiters: Vec<(u32, bool)>,
    /// A WaitGroup's counter; 1 for a Once that is done; how many entries a `sync.Map` has.
    pub count: i64,
    /// Its type: `sync.Mutex`, `atomic.Int64`.
    pub ty: String,
    /// What an atomic or a `sync.Map` holds, shortened.
    pub value: String,
    /// Goroutines whose variables lead to it, by number; 0 stands for package-level ones.
    pub owners: Vec<u32>,
    /// Goroutines that have deferred a WaitGroup's `Done`, or were started by its `Go`: they call it when they return.
    pub deferred: Vec<u32>,
    /// Whether a variable of the program leads to it. Others are the library's, or behind a temporary value.
    pub named: bool,
}

/// A context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextState {
    /// Its address; 0 for `Background` and `TODO`.
    pub addr: u64,
    /// How it was made: `WithCancel`, `WithDeadline`, `WithValue`, `AfterFunc`, `WithoutCancel`, or another type.
    pub kind: String,
    /// An expression for it.
    pub name: String,
    /// The parent's place in the list; `None` if that is `Background`, `TODO` or unknown.
    pub parent: Option<usize>,
    /// When it ends by itself, in virtual nanoseconds since the start.
    pub deadline: Option<u64>,
    /// Why it has ended: `context canceled`, `context deadline exceeded`.
    pub err: Option<String>,
    /// Key and value of `WithValue`.
    pub value: Option<(String, String)>,
    /// The channel of its `Done`, by number, once somebody has asked for it.
    pub done: Option<u32>,
    /// Whether a variable of the program leads to it, rather than only the library's.
    pub named: bool,
    /// Goroutines that have a function which cancels it, by number; 0 stands for package-level variables.
    pub cancellers: Vec<u32>,
}
