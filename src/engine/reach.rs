//! Memory as a program's variables reach it: objects by address with their types, and what of them is a lock, a WaitGroup or a
//! context.
//!
//! The walk follows static types from package-level variables, variables of frames and what closures hold, so it knows of each
//! address what lies there and by which expression it can be had. It changes nothing and trusts nothing: a register may hold
//! something else than its variable.

use super::inspect::{array_text, memory_text, value_text};
use crate::bytecode::{Kind, RTypeId};
use crate::runtime::{GStatus, Machine, Waiting, frames, narrow_of, ptr_id};
use crate::trace::WaitReason;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// What can be reached at a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// Objects in the order in which the walk finds them: variables first, then what they point to.
    pub objects: Vec<ObjectState>,
    /// Locks, WaitGroups and the like of the user's own, in the same order.
    pub sync: Vec<SyncState>,
    /// Contexts, parents before children.
    pub contexts: Vec<ContextState>,
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
    /// Its value, shortened.
    pub value: String,
    /// What it points to: expression inside of it, and address.
    pub refs: Vec<(String, u64)>,
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
}

/// A lock, WaitGroup, Once or Cond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncState {
    /// Its address, as events name it.
    pub addr: u64,
    /// An expression for it.
    pub name: String,
    /// What it is.
    pub kind: SyncKind,
    /// Goroutines that hold it, and whether for reading.
    pub holders: Vec<(u32, bool)>,
    /// Goroutines that wait for it, longest first, and whether to read.
    pub waiters: Vec<(u32, bool)>,
    /// A WaitGroup's counter; 1 for a Once that is done.
    pub count: i64,
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
}

/// How many objects are told of.
const MOST: usize = 4_000;
/// How many elements of an array, slice or map are followed.
const ELEMENTS: usize = 64;
/// Frames of a goroutine that are looked at.
const FRAMES: usize = 50;

/// Something to look at: a value of a type in memory, and how to say it.
struct Item {
    ty: RTypeId,
    ptr: u64,
    len: usize,
    path: String,
    /// Whether it lies inside of something of the library's own.
    library: bool,
}

struct Walk<'m> {
    m: &'m Machine,
    out: Reached,
    todo: VecDeque<Item>,
    seen: FxHashSet<(u64, RTypeId)>,
    synced: FxHashSet<u64>,
    /// Contexts found: address, type and expression.
    contexts: Vec<(u64, RTypeId, String)>,
    known: FxHashMap<String, bool>,
    refs: Vec<(String, u64)>,
}

/// Walks from all variables of `m`.
pub(super) fn reached(m: &Machine) -> Reached {
    let mut walk = Walk {
        m,
        out: Reached::default(),
        todo: VecDeque::new(),
        seen: FxHashSet::default(),
        synced: FxHashSet::default(),
        contexts: Vec::new(),
        known: FxHashMap::default(),
        refs: Vec::new(),
    };
    walk.roots();
    while let Some(item) = walk.todo.pop_front() {
        if walk.out.objects.len() >= MOST {
            walk.out.more = true;
            break;
        }
        walk.object(item);
    }
    walk.rest_of_sync();
    walk.context_tree();
    walk.out
}

impl Walk<'_> {
    fn roots(&mut self) {
        let m = self.m;
        for global in &m.program.global_infos {
            self.push(global.ty, global.ptr, 1, global.name.clone(), false);
        }
        for g in 0..m.gs.len() as u32 {
            if self.todo.len() > MOST {
                self.out.more = true;
                break;
            }
            if m.gs[g as usize].status != GStatus::Dead {
                self.goroutine(g);
            }
        }
    }

    fn goroutine(&mut self, g: u32) {
        let m = self.m;
        let stack: &[u64] = if g == m.loaded { &m.stack } else { &m.gs[g as usize].saved };
        for (i, frame) in frames(m, g, FRAMES).into_iter().enumerate() {
            let Some(func) = frame.func.map(|f| &m.program.funcs[f]) else { continue };
            let library = m.program.sources.in_library(func.pos);
            let at = super::inspect::place_in(m, g, &frame, i == 0);
            for v in func.vars.iter().filter(|v| v.from <= at && at < v.to) {
                let start = frame.fp + v.reg as usize;
                if v.boxed {
                    if let Some(&ptr) = stack.get(start) {
                        self.push(v.ty, ptr, 1, v.name.clone(), library);
                    }
                } else if let Some(slots) = stack.get(start..start + m.program.rtypes[v.ty].slots as usize) {
                    self.value(v.ty, slots, &v.name, library);
                }
            }
            if let Some(&closure) = stack.get(frame.fp + func.params as usize).filter(|_| !func.captures.is_empty()) {
                self.captures(closure, library);
            }
        }
    }

    /// What a closure holds.
    fn captures(&mut self, closure: u64, library: bool) {
        let m = self.m;
        let Some(entry) = m.heap.peek(closure, 0, crate::bytecode::Narrow::U32) else { return };
        let Some(func) = m.program.func_at(entry as u32).map(|f| &m.program.funcs[f]) else { return };
        for c in func.captures.iter().filter(|_| func.entry == entry as u32) {
            let slots = if c.by_ref { 1 } else { m.program.rtypes[c.ty].slots };
            let held: Vec<u64> = (0..slots).filter_map(|i| m.heap.peek(closure, (c.at + i) as usize, NARROW)).collect();
            if held.len() < slots as usize {
                return;
            }
            if c.by_ref {
                self.push(c.ty, held[0], 1, c.name.clone(), library);
            } else {
                self.value(c.ty, &held, &c.name, library);
            }
        }
    }

    /// Remembers an object to look at later, once for each type that is seen there.
    fn push(&mut self, ty: RTypeId, ptr: u64, len: usize, path: String, library: bool) {
        if ptr_id(ptr) > 1 && ty != RTypeId::NIL && self.m.heap.objs.len() > ptr_id(ptr) && self.seen.insert((ptr, ty))
        {
            self.todo.push_back(Item { ty, ptr, len, path, library });
        }
    }

    fn object(&mut self, item: Item) {
        let m = self.m;
        let Item { ty, ptr, len, path, library } = item;
        let rtype = &m.program.rtypes[ty];
        let library = library || self.of_library(&rtype.pkg_path);
        self.refs.clear();
        for i in 0..len.min(ELEMENTS) {
            let at = ptr.wrapping_add((i * rtype.slots as usize) as u64);
            let inner = if len == 1 { path.clone() } else { format!("{path}[{i}]") };
            self.memory(ty, at, &inner, library);
        }
        if library || rtype.pkg_path == "sync" {
            return;
        }
        let mut refs = std::mem::take(&mut self.refs);
        for r in &mut refs {
            r.0 = r.0.strip_prefix(&path).unwrap_or(&r.0).to_owned();
        }
        let value = match len {
            1 => memory_text(m, ty, ptr, 0),
            _ => array_text(m, ty, ptr, len, 0),
        };
        self.out.objects.push(ObjectState { addr: ptr, len, ty: rtype.name.clone(), path, value, refs });
    }

    fn slots(&self, ty: RTypeId, ptr: u64) -> Vec<u64> {
        let narrow = narrow_of(&self.m.program, ty);
        let n = self.m.program.rtypes[ty].slots as usize;
        (0..n.min(4_096)).map(|i| self.m.heap.peek(ptr, i, narrow).unwrap_or(0)).collect()
    }

    /// A value in memory: what goroutines meet at is known by its address.
    fn memory(&mut self, ty: RTypeId, ptr: u64, path: &str, library: bool) {
        let m = self.m;
        let rtype = &m.program.rtypes[ty];
        if rtype.pkg_path == "sync" && !library {
            self.sync(ty, ptr, path);
            return;
        }
        if rtype.pkg_path == "context" {
            if rtype.name.ends_with("Ctx") && !self.contexts.iter().any(|c| c.0 == ptr) {
                self.contexts.push((ptr, ty, path.to_owned()));
            }
        }
        match rtype.kind {
            Kind::Struct => {
                for f in &rtype.fields {
                    let library = library || self.of_library(&m.program.rtypes[f.ty].pkg_path);
                    let inner = format!("{path}.{}", f.name);
                    self.memory(f.ty, ptr.wrapping_add(u64::from(f.offset)), &inner, library);
                }
            }
            Kind::Array => {
                let step = u64::from(m.program.rtypes[rtype.elem].slots);
                for i in 0..rtype.len.min(ELEMENTS as u64) {
                    self.memory(rtype.elem, ptr.wrapping_add(i * step), &format!("{path}[{i}]"), library);
                }
            }
            _ => {
                let slots = self.slots(ty, ptr);
                self.value(ty, &slots, path, library);
            }
        }
    }

    /// A value in slots: what it points to is looked at later.
    fn value(&mut self, ty: RTypeId, v: &[u64], path: &str, library: bool) {
        let m = self.m;
        let rtype = &m.program.rtypes[ty];
        let (Some(&first), second) = (v.first(), v.get(1).copied().unwrap_or(0)) else { return };
        match rtype.kind {
            Kind::Pointer if first != 0 => {
                self.refs.push((path.to_owned(), first));
                let plain = m.program.rtypes[rtype.elem].kind == Kind::Struct;
                let path = if plain { path.to_owned() } else { format!("*{path}") };
                self.push(rtype.elem, first, 1, path, library);
            }
            Kind::Slice if first != 0 && second > 0 => {
                self.refs.push((path.to_owned(), first));
                self.push(rtype.elem, first, second as usize, path.to_owned(), library);
            }
            Kind::Struct => {
                for f in &rtype.fields {
                    let n = m.program.rtypes[f.ty].slots as usize;
                    if let Some(v) = v.get(f.offset as usize..f.offset as usize + n) {
                        self.value(f.ty, v, &format!("{path}.{}", f.name), library);
                    }
                }
            }
            Kind::Array => {
                let step = m.program.rtypes[rtype.elem].slots as usize;
                for i in 0..(rtype.len as usize).min(ELEMENTS) {
                    if let Some(v) = v.get(i * step..(i + 1) * step) {
                        self.value(rtype.elem, v, &format!("{path}[{i}]"), library);
                    }
                }
            }
            Kind::Interface => {
                let dynamic = RTypeId(first as u32);
                let Some(held) = m.program.rtypes.get(dynamic).filter(|t| first != 0 && t.kind != Kind::Interface)
                else {
                    return;
                };
                if held.is_direct() {
                    self.value(dynamic, &vec![second; held.slots as usize], path, library);
                } else {
                    self.push(dynamic, second, 1, path.to_owned(), library);
                }
            }
            Kind::Map if first != 0 => {
                let Some(map) = m.map_index(first).and_then(|i| m.maps.get(i)) else { return };
                if !self.seen.insert((first, ty)) {
                    return;
                }
                let (key, elem) = (rtype.key, rtype.elem);
                let entries: Vec<_> = map.iter().take(ELEMENTS).map(|(k, v)| (k.to_vec(), v.to_vec())).collect();
                for (k, v) in entries {
                    let key_text = value_text(m, key, &k, 1);
                    self.value(key, &k, &format!("{path}'s key {key_text}"), library);
                    self.value(elem, &v, &format!("{path}[{key_text}]"), library);
                }
            }
            Kind::Chan if first != 0 => {
                let Some(chan) = m.chan_index(first).and_then(|i| m.chans.get(i)) else { return };
                if m.program.rtypes[rtype.elem].is_wide() || !self.seen.insert((first, ty)) {
                    return;
                }
                let values: Vec<Vec<u64>> = chan.buffered().take(ELEMENTS).map(<[u64]>::to_vec).collect();
                for v in values {
                    self.value(rtype.elem, &v, &format!("(in {path})"), library);
                }
            }
            Kind::Func if first != 0 && self.seen.insert((first, ty)) => self.captures(first, library),
            _ => {}
        }
    }

    fn of_library(&mut self, path: &str) -> bool {
        // What is of package sync is the user's own where it lies in something of his.
        if path.is_empty() || path == "main" || path == "sync" {
            return false;
        }
        if let Some(&known) = self.known.get(path) {
            return known;
        }
        let folder = format!("{}/", crate::stdlib::folder(path));
        let known = self.m.program.sources.files().iter().any(|f| f.name().starts_with(&folder));
        self.known.insert(path.to_owned(), known);
        known
    }

    fn field(&self, ty: RTypeId, name: &str) -> Option<(RTypeId, u64)> {
        let rtype = &self.m.program.rtypes[ty];
        rtype.fields.iter().find(|f| f.name == name).map(|f| (f.ty, u64::from(f.offset)))
    }

    fn sync(&mut self, ty: RTypeId, ptr: u64, path: &str) {
        let (kind, count) = match self.m.program.rtypes[ty].name.as_str() {
            "sync.Mutex" => (SyncKind::Mutex, 0),
            "sync.RWMutex" => (SyncKind::RWMutex, 0),
            "sync.WaitGroup" => {
                let at = self.field(ty, "counter").map_or(0, |f| f.1);
                (SyncKind::WaitGroup, self.m.heap.peek(ptr, at as usize, NARROW).unwrap_or(0) as u32 as i32)
            }
            "sync.Once" => {
                let at = self.field(ty, "done").map_or(0, |f| f.1);
                (SyncKind::Once, self.m.heap.peek(ptr, at as usize, NARROW).unwrap_or(0) as i32)
            }
            "sync.Cond" => (SyncKind::Cond, 0),
            _ => return,
        };
        // A Cond's goroutines wait on its list, a Once's for its lock.
        let inner = match kind {
            SyncKind::Cond => self.field(ty, "notify").map_or(0, |f| f.1),
            SyncKind::Once => self.field(ty, "m").map_or(0, |f| f.1),
            SyncKind::Mutex | SyncKind::RWMutex | SyncKind::WaitGroup => 0,
        };
        let addr = ptr.wrapping_add(inner);
        if self.synced.insert(addr) {
            let name = path.to_owned();
            let (holders, waiters) = (self.holders(addr), self.waiters(addr));
            self.out.sync.push(SyncState { addr, name, kind, holders, waiters, count: i64::from(count) });
        }
    }

    fn holders(&self, addr: u64) -> Vec<(u32, bool)> {
        self.m.holders.get(&addr).into_iter().flatten().map(|h| (h.goid, h.read)).collect()
    }

    fn waiters(&self, addr: u64) -> Vec<(u32, bool)> {
        let on_it = |g: &&crate::runtime::G| g.status == GStatus::Waiting && g.waiting == Waiting::Addr(addr);
        let mut waiting: Vec<_> = self.m.gs.iter().filter(on_it).map(|g| (g.since, g.goid, g.reason)).collect();
        waiting.sort_unstable_by_key(|w| (w.0, w.1));
        waiting.into_iter().map(|(_, goid, reason)| (goid, reason == WaitReason::SyncRWMutexRLock)).collect()
    }

    /// What somebody waits for although no variable leads there: behind a temporary value, or in the library.
    fn rest_of_sync(&mut self) {
        let m = self.m;
        for g in m.gs.iter().filter(|g| g.status == GStatus::Waiting) {
            let Waiting::Addr(addr) = g.waiting else { continue };
            let kind = match g.reason {
                WaitReason::SyncMutexLock => SyncKind::Mutex,
                WaitReason::SyncRWMutexLock | WaitReason::SyncRWMutexRLock => SyncKind::RWMutex,
                WaitReason::SyncWaitGroupWait => SyncKind::WaitGroup,
                WaitReason::SyncCondWait => SyncKind::Cond,
                _ => continue,
            };
            if self.synced.insert(addr) {
                let count = match kind {
                    SyncKind::WaitGroup => m.heap.peek(addr, 0, NARROW).unwrap_or(0) as u32 as i32,
                    _ => 0,
                };
                let name = super::inspect::pointer_text(addr);
                let (holders, waiters) = (self.holders(addr), self.waiters(addr));
                self.out.sync.push(SyncState { addr, name, kind, holders, waiters, count: i64::from(count) });
            }
        }
    }

    fn context_tree(&mut self) {
        let mut found = std::mem::take(&mut self.contexts);
        // A parent may be known only through its child.
        let mut i = 0;
        while i < found.len() {
            if let Some((ty, ptr)) = self.parent(&found[i])
                && !found.iter().any(|c| c.0 == ptr)
            {
                let name = format!("{}'s parent", found[i].2);
                found.push((ptr, ty, name));
            }
            i += 1;
        }
        let parents: Vec<Option<u64>> = found.iter().map(|c| self.parent(c).map(|p| p.1)).collect();
        let mut order: Vec<usize> = Vec::new();
        while order.len() < found.len() {
            let before = order.len();
            for (i, parent) in parents.iter().enumerate() {
                let waits = parent.is_some_and(|p| !order.iter().any(|&o| found[o].0 == p));
                if !order.contains(&i) && !waits {
                    order.push(i);
                }
            }
            if order.len() == before {
                break;
            }
        }
        for &i in &order {
            let parent = parents[i].and_then(|p| order.iter().position(|&o| found[o].0 == p));
            let state = self.context(&found[i], parent);
            self.out.contexts.push(state);
        }
    }

    /// The fields of a context that can be cancelled, which may lie inside of another one.
    fn cancel_fields(&self, ty: RTypeId, ptr: u64) -> Option<(RTypeId, u64)> {
        if self.m.program.rtypes[ty].name == "context.cancelCtx" {
            return Some((ty, ptr));
        }
        let (inner, at) = self.field(ty, "cancelCtx")?;
        Some((inner, ptr.wrapping_add(at)))
    }

    /// Type and address of a context's parent, if that is not `Background` or `TODO`.
    fn parent(&self, &(ptr, ty, _): &(u64, RTypeId, String)) -> Option<(RTypeId, u64)> {
        let (ty, ptr) = self.cancel_fields(ty, ptr).unwrap_or((ty, ptr));
        let (_, at) = self.field(ty, "Context").or_else(|| self.field(ty, "c"))?;
        let dynamic = RTypeId(self.m.heap.peek(ptr, at as usize, NARROW)? as u32);
        let data = self.m.heap.peek(ptr, at as usize + 1, NARROW)?;
        let held = self.m.program.rtypes.get(dynamic).filter(|_| dynamic != RTypeId::NIL)?;
        match held.kind {
            Kind::Pointer => Some((held.elem, data)),
            Kind::Struct if held.slots > 0 && !held.is_direct() => Some((dynamic, data)),
            _ => None,
        }
    }

    fn context(&self, &(ptr, ty, ref name): &(u64, RTypeId, String), parent: Option<usize>) -> ContextState {
        let m = self.m;
        let short = m.program.rtypes[ty].name.strip_prefix("context.").unwrap_or(&m.program.rtypes[ty].name);
        let kind = match short {
            "cancelCtx" => "WithCancel",
            "timerCtx" => "WithDeadline",
            "valueCtx" => "WithValue",
            "afterFuncCtx" => "AfterFunc",
            "withoutCancelCtx" => "WithoutCancel",
            other => other,
        };
        let text = |name: &str| {
            let (ty, at) = self.field(ty, name)?;
            Some(value_text(m, ty, &self.slots(ty, ptr.wrapping_add(at)), 0))
        };
        let err = self.cancel_fields(ty, ptr).and_then(|(ty, ptr)| {
            let (stored, at) = self.field(ty, "err")?;
            let slots = self.slots(stored, ptr.wrapping_add(at));
            let ended = slots.iter().any(|&s| s != 0);
            ended.then(|| self.error_text(&slots))
        });
        let deadline = self.field(ty, "deadline").and_then(|(_, at)| {
            let word = |i| m.heap.peek(ptr, at as usize + i, NARROW);
            let unix = crate::runtime::unix_nanos([word(0)?, word(1)?]);
            u64::try_from(unix - i128::from(m.epoch)).ok()
        });
        ContextState {
            addr: ptr,
            kind: kind.to_owned(),
            name: name.clone(),
            parent,
            deadline,
            err,
            value: text("key").zip(text("val")),
        }
    }

    /// What an `atomic.Value` with a `failure` in it says: package context has two errors.
    fn error_text(&self, slots: &[u64]) -> String {
        let held = slots.get(1).and_then(|&failure| self.m.heap.peek(failure, 0, NARROW));
        let ty = held.and_then(|ty| self.m.program.rtypes.get(RTypeId(ty as u32)));
        let late = ty.is_some_and(|t| t.name == "context.deadlineExceededError");
        if late { "context deadline exceeded" } else { "context canceled" }.to_owned()
    }
}

/// Slots of library structs are read whole.
const NARROW: crate::bytecode::Narrow = crate::bytecode::Narrow::U32;
