//! Memory as a program's variables reach it: objects by address with their types, and what of them is a lock, a WaitGroup or a
//! context.
//!
//! The walk follows static types from package-level variables, variables of frames and what closures hold, so it knows of each
//! address what lies there and by which expression it can be had. It changes nothing and trusts nothing: a register may hold
//! something else than its variable.

use super::inspect::{array_text, memory_text, value_text};
use super::reached::{
    ContextState, HolderState, ObjectState, Reached, ReachedChannel, SliceState, SyncKind, SyncState,
};
use crate::bytecode::{Kind, RTypeId};
use crate::runtime::{GStatus, Machine, Waiting, frames, narrow_of, ptr_id, ptr_off};
use crate::trace::WaitReason;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// How many objects are told of.
const MOST: usize = 4_000;
/// How the functions are called that `WaitGroup.Go` makes.
const WAIT_GROUP_GO: &str = "sync.(*WaitGroup).Go.";
/// How many objects' values are told.
const VALUES: usize = 400;
/// How many elements of an array, slice or map are followed.
const ELEMENTS: usize = 64;
/// Frames of a goroutine that are looked at.
const FRAMES: usize = 50;
/// Slices and owners that are told of.
const SLICES: usize = 200;
const OWNERS: usize = 64;
/// Elements of a slice whose values are told.
const SHOWN: usize = 16;

/// Something to look at: a value of a type in memory, and how to say it.
struct Item {
    ty: RTypeId,
    ptr: u64,
    len: usize,
    path: String,
    /// Whether it lies inside of something of the library's own.
    library: bool,
}

/// A context: address, type, expression, and whether that is the program's own.
struct Found {
    ptr: u64,
    ty: RTypeId,
    name: String,
    named: bool,
}

struct Walk<'m> {
    m: &'m Machine,
    out: Reached,
    todo: VecDeque<Item>,
    /// What has been looked at: address, type, and whether as something of the library's.
    seen: FxHashSet<(u64, RTypeId, bool)>,
    /// Natives and functions by whose variables they were looked at.
    seen_by: FxHashSet<(u64, RTypeId, u32)>,
    synced: FxHashSet<(u64, bool)>,
    /// Contexts found: address, type and expression.
    contexts: Vec<Found>,
    /// Functions that cancel a context: the closure's object and the context's address.
    cancels: Vec<(u32, u64)>,
    known: FxHashMap<String, bool>,
    refs: Vec<(String, u64)>,
    /// Whose variables are looked at: a goroutine, 0 for package-level ones; `None` behind them.
    root: Option<u32>,
    /// Whose variables lead straight to an object.
    roots: FxHashMap<u32, Vec<u32>>,
    /// Whether something of the program's own leads to the object that is looked at.
    by_program: bool,
    /// The object that is looked at, and which objects lead to which.
    within: u32,
    edges: FxHashMap<u32, Vec<u32>>,
    /// Objects that are themselves a goroutine's variables.
    boxed: FxHashMap<u64, u32>,
    /// Places of channels in the list by number, and their objects in the list's order.
    chans: FxHashMap<u32, usize>,
    chan_objects: Vec<u32>,
    /// The object of each thing of package sync.
    sync_objects: Vec<u32>,
    /// Who waits at which address, longest first.
    waiting: FxHashMap<u64, Vec<(u32, bool)>>,
    /// Who will call `Done` of the WaitGroup at an address.
    deferred: FxHashMap<u64, Vec<u32>>,
}

/// Walks from all variables of `m`.
pub(super) fn reached(m: &Machine) -> Reached {
    let mut walk = Walk {
        m,
        out: Reached::default(),
        todo: VecDeque::new(),
        seen: FxHashSet::default(),
        seen_by: FxHashSet::default(),
        synced: FxHashSet::default(),
        contexts: Vec::new(),
        cancels: Vec::new(),
        known: FxHashMap::default(),
        refs: Vec::new(),
        root: None,
        roots: FxHashMap::default(),
        by_program: false,
        within: 0,
        edges: FxHashMap::default(),
        boxed: FxHashMap::default(),
        chans: FxHashMap::default(),
        chan_objects: Vec::new(),
        sync_objects: Vec::new(),
        waiting: waiting(m),
        deferred: deferred(m),
    };
    walk.roots();
    walk.root = None;
    while let Some(item) = walk.todo.pop_front() {
        if walk.out.objects.len() >= MOST {
            walk.out.more = true;
            break;
        }
        walk.object(item);
    }
    walk.rest_of_sync();
    walk.context_tree();
    walk.owners();
    walk.out
}

/// Who waits at which address, longest first, and whether to read.
fn waiting(m: &Machine) -> FxHashMap<u64, Vec<(u32, bool)>> {
    let mut all: Vec<(u64, u32, bool, u64)> = Vec::new();
    for g in m.gs.iter().filter(|g| g.status == GStatus::Waiting) {
        if let Waiting::Addr(addr) = g.waiting {
            all.push((g.since, g.goid, g.reason == WaitReason::SyncRWMutexRLock, addr));
        }
    }
    all.sort_unstable();
    let mut out: FxHashMap<u64, Vec<(u32, bool)>> = FxHashMap::default();
    for (_, goid, read, addr) in all {
        out.entry(addr).or_default().push((goid, read));
    }
    out
}

/// Who will call `Done` of the WaitGroup at an address when it returns.
fn deferred(m: &Machine) -> FxHashMap<u64, Vec<u32>> {
    let mut out: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    let func_of = |closure: u64| {
        let entry = m.heap.peek(closure, 0, NARROW)? as u32;
        m.program.func_at(entry).map(|f| &m.program.funcs[f]).filter(|f| f.entry == entry)
    };
    // What `WaitGroup.Go` has made holds the WaitGroup as its first capture.
    let held = |func: &crate::bytecode::Func, closure: u64| {
        let c = func.captures.iter().find(|c| c.name == "wg" && !c.by_ref)?;
        m.heap.peek(closure, c.at as usize, NARROW)
    };
    for (place, g) in m.gs.iter().enumerate().filter(|(_, g)| g.status != GStatus::Dead) {
        for d in g.unwind.iter().flat_map(|u| &u.defers) {
            let addr = match func_of(d.closure) {
                Some(f) if f.name == "sync.(*WaitGroup).Done" => d.args.first().copied(),
                Some(f) if f.name.starts_with(WAIT_GROUP_GO) => held(f, d.closure),
                _ => None,
            };
            if let Some(addr) = addr {
                note(out.entry(addr).or_default(), g.goid);
            }
        }
        let func = m.program.func_at(g.entry).map(|f| &m.program.funcs[f]);
        if let Some(f) = func.filter(|f| f.name.starts_with(WAIT_GROUP_GO) && g.pc == f.entry) {
            // It has not begun, so its stack is but its closure.
            let stack: &[u64] = if place as u32 == m.loaded { &m.stack } else { &g.saved };
            let closure = stack.get(g.fp as usize + f.params as usize);
            if let Some(addr) = closure.and_then(|&c| held(f, c)) {
                note(out.entry(addr).or_default(), g.goid);
            }
        }
    }
    out
}

impl Walk<'_> {
    fn roots(&mut self) {
        let m = self.m;
        // Those of the library are not in the list.
        self.root = Some(0);
        for global in &m.program.global_infos {
            self.push(global.ty, global.ptr, 1, global.name.clone(), false);
        }
        for g in 0..m.gs.len() as u32 {
            if self.todo.len() > MOST {
                self.out.more = true;
                break;
            }
            if m.gs[g as usize].status != GStatus::Dead {
                self.root = Some(m.gs[g as usize].goid);
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
                        if !library {
                            self.boxed.entry(ptr).or_insert(m.gs[g as usize].goid);
                        }
                        self.push(v.ty, ptr, 1, v.name.clone(), library);
                    }
                } else if let Some(slots) = stack.get(start..start + m.program.rtypes[v.ty].slots as usize) {
                    self.value(v.ty, slots, &v.name, library);
                }
            }
            self.defers(g, frame.fp);
            if let Some(&closure) = stack.get(frame.fp + func.params as usize).filter(|_| !func.captures.is_empty()) {
                self.captures(closure, library);
            }
        }
    }

    /// Functions that a frame will call when it returns: they may cancel a context.
    fn defers(&mut self, g: u32, fp: usize) {
        let m = self.m;
        let unwind = m.gs[g as usize].unwind.as_ref();
        for d in unwind.iter().flat_map(|u| &u.defers).filter(|d| d.fp as usize == fp) {
            self.leads(d.closure, false);
            self.captures(d.closure, false);
        }
    }

    /// Notes that a variable, or the object that is looked at, leads to what lies at `ptr`.
    fn leads(&mut self, ptr: u64, library: bool) {
        let id = ptr_id(ptr) as u32;
        if id <= 1 || library {
            return;
        }
        // All package-level variables lie in few objects: who has a pointer to one has not all of them.
        let permanent = id < self.m.heap.permanent;
        match self.root {
            Some(root) if root == 0 || !permanent => note(self.roots.entry(id).or_default(), root),
            Some(_) => {}
            None if !permanent => note(self.edges.entry(self.within).or_default(), id),
            None => {}
        }
    }

    /// What a closure holds.
    fn captures(&mut self, closure: u64, library: bool) {
        let m = self.m;
        let Some(entry) = m.heap.peek(closure, 0, crate::bytecode::Narrow::U32) else { return };
        let Some(func) = m.program.func_at(entry as u32).map(|f| &m.program.funcs[f]) else { return };
        // Variables inside of the library's functions are not told of, but they can hold what is the program's.
        let library =
            library || m.program.sources.in_library(func.pos) && !func.name.starts_with("sync.(*WaitGroup).Go");
        if func.name.starts_with("context.With")
            && let Some(c) = func.captures.first()
            && let Some(ctx) = m.heap.peek(closure, c.at as usize, NARROW)
            && !self.cancels.contains(&(ptr_id(closure) as u32, ctx))
        {
            self.cancels.push((ptr_id(closure) as u32, ctx));
        }
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
        self.leads(ptr, library);
        if ptr_id(ptr) > 1
            && ty != RTypeId::NIL
            && self.m.heap.objs.len() > ptr_id(ptr)
            && self.seen.insert((ptr, ty, library))
        {
            self.todo.push_back(Item { ty, ptr, len, path, library });
        }
    }

    fn object(&mut self, item: Item) {
        let m = self.m;
        let Item { ty, ptr, len, path, library } = item;
        let rtype = &m.program.rtypes[ty];
        let item_library = library;
        let library = library || self.of_library(&rtype.pkg_path);
        self.refs.clear();
        self.within = ptr_id(ptr) as u32;
        self.by_program = !item_library;
        for i in 0..len.min(ELEMENTS) {
            let at = ptr.wrapping_add((i * rtype.slots as usize) as u64);
            let inner = if len == 1 { path.clone() } else { format!("{path}[{i}]") };
            self.memory(ty, at, &inner, library);
        }
        if library || matches!(rtype.pkg_path.as_str(), "sync" | "sync/atomic") {
            return;
        }
        let mut refs = std::mem::take(&mut self.refs);
        for r in &mut refs {
            r.0 = r.0.strip_prefix(&path).unwrap_or(&r.0).to_owned();
        }
        let value = match len {
            _ if self.out.objects.len() >= VALUES => String::new(),
            1 => memory_text(m, ty, ptr, 0),
            _ => array_text(m, ty, ptr, len, 0),
        };
        let variable_of = self.boxed.get(&ptr).copied().unwrap_or(0);
        let ty = rtype.name.clone();
        let (owners, global) = (Vec::new(), false);
        self.out.objects.push(ObjectState { addr: ptr, len, ty, path, value, refs, owners, global, variable_of });
    }

    /// Says of everything whose variables lead to it, also through other objects.
    fn owners(&mut self) {
        let mut owners = std::mem::take(&mut self.roots);
        let mut todo: Vec<u32> = owners.keys().copied().collect();
        todo.sort_unstable();
        while let Some(id) = todo.pop() {
            let own = owners.get(&id).cloned().unwrap_or_default();
            for &next in self.edges.get(&id).into_iter().flatten() {
                let theirs = owners.entry(next).or_default();
                let before = theirs.len();
                own.iter().for_each(|&goid| note(theirs, goid));
                if theirs.len() > before {
                    todo.push(next);
                }
            }
        }
        let of = |id: u32| {
            let mut all = owners.get(&id).cloned().unwrap_or_default();
            all.sort_unstable();
            all
        };
        for o in &mut self.out.objects {
            o.owners = of(ptr_id(o.addr) as u32);
            o.global = o.owners.first() == Some(&0);
            o.owners.retain(|&g| g != 0);
        }
        for (s, &id) in self.out.sync.iter_mut().zip(&self.sync_objects) {
            s.owners = of(id);
        }
        for (c, &id) in self.out.channels.iter_mut().zip(&self.chan_objects) {
            c.owners = of(id);
        }
        for &(closure, ctx) in &self.cancels {
            for c in self.out.contexts.iter_mut().filter(|c| c.addr == ctx) {
                of(closure).into_iter().for_each(|goid| note(&mut c.cancellers, goid));
                c.cancellers.sort_unstable();
            }
        }
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
        if matches!(rtype.pkg_path.as_str(), "sync" | "sync/atomic") {
            if !library {
                self.sync(ty, ptr, path);
                return;
            }
            if matches!(rtype.name.as_str(), "sync.Mutex" | "sync.RWMutex") && self.out.library_locks.len() < MOST {
                self.out.library_locks.push(ptr);
            }
        }
        if rtype.pkg_path == "context" {
            if rtype.name.ends_with("Ctx") {
                let (name, named) = (path.to_owned(), self.by_program);
                match self.contexts.iter_mut().find(|c| c.ptr == ptr) {
                    None => self.contexts.push(Found { ptr, ty, name, named }),
                    Some(c) if named && !c.named => (c.name, c.named) = (name, named),
                    Some(_) => {}
                }
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
                if let (Some(goid), false) = (self.root, library) {
                    self.slice(goid, rtype.elem, first, (second, v.get(2).copied().unwrap_or(second)), path);
                }
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
                if !self.seen_by.insert((first, ty, self.root.unwrap_or(u32::MAX))) {
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
                let Some(chan) = m.heap.peek(first, 0, NARROW).and_then(|i| m.chans.get(i as usize)) else { return };
                // What a timer has for everybody to see is the program's.
                let library = library && !(path.ends_with(".C") && chan.timed);
                self.leads(first, library);
                let (number, place) = (chan.number, self.out.channels.len());
                let place = *self.chans.entry(number).or_insert(place);
                if place == self.out.channels.len() {
                    self.chan_objects.push(ptr_id(first) as u32);
                    self.out.channels.push(ReachedChannel { number, path: None, owners: Vec::new() });
                }
                let known = &mut self.out.channels[place].path;
                if !library && known.is_none() {
                    *known = Some(path.to_owned());
                }
                if m.program.rtypes[rtype.elem].is_wide() || !self.seen.insert((first, ty, library)) {
                    return;
                }
                let values: Vec<Vec<u64>> = chan.buffered().take(ELEMENTS).map(<[u64]>::to_vec).collect();
                for v in values {
                    self.value(rtype.elem, &v, &format!("(in {path})"), library);
                }
            }
            Kind::Func if first != 0 => {
                self.leads(first, library);
                if self.seen_by.insert((first, ty, self.root.unwrap_or(u32::MAX))) {
                    self.captures(first, library);
                }
            }
            _ => {}
        }
    }

    fn slice(&mut self, goid: u32, elem: RTypeId, ptr: u64, (len, cap): (u64, u64), path: &str) {
        let m = self.m;
        let rtype = &m.program.rtypes[elem];
        let Some(obj) = m.heap.objs.get(ptr_id(ptr)) else { return };
        let all = obj.data.len() * 8 / obj.width.bytes();
        let step = if obj.width == crate::bytecode::Width::W64 { rtype.slots as usize } else { 1 };
        let (first, len, cap) = (ptr_off(ptr) / step.max(1), len as usize, cap as usize);
        // A register may hold something else than its variable.
        if self.out.slices.len() >= SLICES || step == 0 || len > cap || first.saturating_add(len) > all / step {
            return;
        }
        let values =
            (0..len.min(SHOWN)).map(|i| memory_text(m, elem, ptr.wrapping_add((i * step) as u64), 2)).collect();
        let (path, elem) = (path.to_owned(), rtype.name.clone());
        self.out.slices.push(SliceState { path, goid, elem, array: ptr_id(ptr) as u32, first, len, cap, values });
    }

    fn of_library(&mut self, path: &str) -> bool {
        // What is of package sync is the user's own where it lies in something of his.
        if path.is_empty() || path == "main" || path == "sync" || path == "sync/atomic" {
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
        let rtype = &self.m.program.rtypes[ty];
        if rtype.pkg_path == "sync/atomic" {
            self.atomic(ty, ptr, path);
            return;
        }
        let at = |name: &str| ptr.wrapping_add(self.field(ty, name).map_or(0, |f| f.1));
        let word = |addr| self.m.heap.peek(addr, 0, NARROW).unwrap_or(0);
        // A Cond's goroutines wait on its list, a Once's for its lock.
        let (kind, addr, count) = match rtype.name.as_str() {
            "sync.Mutex" => (SyncKind::Mutex, ptr, 0),
            "sync.RWMutex" => (SyncKind::RWMutex, ptr, 0),
            "sync.WaitGroup" => (SyncKind::WaitGroup, ptr, word(at("counter")) as u32 as i32),
            "sync.Once" => (SyncKind::Once, at("m"), word(at("done")) as i32),
            "sync.Cond" => (SyncKind::Cond, at("notify"), 0),
            "sync.Map" => (SyncKind::Map, at("mu"), 0),
            "sync.Pool" => (SyncKind::Pool, ptr, 0),
            _ => return,
        };
        let (mut count, mut value) = (i64::from(count), String::new());
        if let (SyncKind::Map, Some((held, offset))) = (kind, self.field(ty, "m")) {
            let slots = self.slots(held, ptr.wrapping_add(offset));
            let map = slots.first().filter(|&&v| v != 0).and_then(|&v| self.m.map_index(v));
            count = map.and_then(|i| self.m.maps.get(i)).map_or(0, |map| map.iter().count() as i64);
            value = value_text(self.m, held, &slots, 0);
        }
        let ty = rtype.name.clone();
        self.add_sync(SyncState { count, ty, value, ..nobody(addr, kind, path.to_owned(), true) });
    }

    /// A value of package `sync/atomic`.
    fn atomic(&mut self, ty: RTypeId, ptr: u64, path: &str) {
        let m = self.m;
        let rtype = &m.program.rtypes[ty];
        let Some(field) = rtype.fields.iter().find(|f| f.name == "v").or(rtype.fields.last()) else { return };
        let at = ptr.wrapping_add(u64::from(field.offset));
        let value = memory_text(m, field.ty, at, 0);
        let value = match (rtype.name.as_str(), value.as_str()) {
            ("atomic.Bool", "0") => "false".to_owned(),
            ("atomic.Bool", "1") => "true".to_owned(),
            _ => value,
        };
        let ty = rtype.name.clone();
        self.add_sync(SyncState { ty, value, ..nobody(ptr, SyncKind::Atomic, path.to_owned(), true) });
        // What an atomic pointer or value holds is looked at like any other.
        let slots = self.slots(field.ty, at);
        self.value(field.ty, &slots, path, false);
    }

    fn add_sync(&mut self, mut state: SyncState) {
        let place = state.addr;
        if self.synced.insert((state.addr, state.kind == SyncKind::Atomic)) {
            state.holders = self.holders(state.addr);
            state.deferred = self.deferred.get(&state.addr).cloned().unwrap_or_default();
            state.deferred.sort_unstable();
            state.waiters = self.waiting.get(&state.addr).cloned().unwrap_or_default();
            self.out.sync.push(state);
            self.sync_objects.push(ptr_id(place) as u32);
        }
    }

    fn holders(&self, addr: u64) -> Vec<HolderState> {
        let m = self.m;
        let holder = |h: &crate::runtime::Holder| {
            let pos = m.program.lines.get(h.pc as usize).map(|l| l.pos);
            let at = pos.and_then(|p| m.program.sources.locate(p));
            let (file, line) = at.map_or((String::new(), 0), |(file, at)| (file.to_owned(), at.line));
            HolderState { goid: h.goid, read: h.read, file, line }
        };
        m.holders.get(&addr).into_iter().flatten().map(holder).collect()
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
            let count = match kind {
                SyncKind::WaitGroup => i64::from(m.heap.peek(addr, 0, NARROW).unwrap_or(0) as u32 as i32),
                _ => 0,
            };
            let name = super::inspect::pointer_text(addr);
            let ty = format!("sync.{kind:?}");
            self.add_sync(SyncState { count, ty, ..nobody(addr, kind, name, false) });
        }
    }

    fn context_tree(&mut self) {
        let mut found = std::mem::take(&mut self.contexts);
        // A parent may be known only through its child.
        let mut i = 0;
        while i < found.len() {
            if let Some((ty, ptr)) = self.parent(&found[i])
                && !found.iter().any(|c| c.ptr == ptr)
            {
                let name = format!("{}'s parent", found[i].name);
                found.push(Found { ptr, ty, name, named: false });
            }
            i += 1;
        }
        let parents: Vec<Option<u64>> = found.iter().map(|c| self.parent(c).map(|p| p.1)).collect();
        let mut order: Vec<usize> = Vec::new();
        while order.len() < found.len() {
            let before = order.len();
            for (i, parent) in parents.iter().enumerate() {
                let waits = parent.is_some_and(|p| !order.iter().any(|&o| found[o].ptr == p));
                if !order.contains(&i) && !waits {
                    order.push(i);
                }
            }
            if order.len() == before {
                break;
            }
        }
        for &i in &order {
            let parent = parents[i].and_then(|p| order.iter().position(|&o| found[o].ptr == p));
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
    fn parent(&self, &Found { ptr, ty, .. }: &Found) -> Option<(RTypeId, u64)> {
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

    fn context(&self, &Found { ptr, ty, ref name, named }: &Found, parent: Option<usize>) -> ContextState {
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
        let done = self.cancel_fields(ty, ptr).and_then(|(ty, ptr)| {
            let (stored, at) = self.field(ty, "done")?;
            let slots = self.slots(stored, ptr.wrapping_add(at));
            let chan = m.heap.peek(*slots.get(1).filter(|_| slots[0] != 0)?, 0, NARROW)?;
            m.chans.get(chan as usize).filter(|c| c.object != 0).map(|c| c.number)
        });
        ContextState {
            cancellers: Vec::new(),
            named,
            done,
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

/// Adds to a list that holds everybody once, and not too many.
fn note(list: &mut Vec<u32>, goid: u32) {
    if list.last() != Some(&goid) && list.len() < OWNERS && !list.contains(&goid) {
        list.push(goid);
    }
}

/// Something that nobody holds or waits for.
fn nobody(addr: u64, kind: SyncKind, name: String, named: bool) -> SyncState {
    let (holders, waiters) = (Vec::new(), Vec::new());
    let (ty, value, owners) = (String::new(), String::new(), Vec::new());
    let deferred = Vec::new();
    SyncState { addr, name, kind, holders, waiters, count: 0, ty, value, owners, deferred, named }
}

/// Slots of library structs are read whole.
const NARROW: crate::bytecode::Narrow = crate::bytecode::Narrow::U32;
