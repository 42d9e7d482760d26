//! The order in which package-level variables are initialised.

use super::checker::Checker;
use super::errors;
use super::info::Initializer;
use crate::types::{ObjId, ObjKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

impl Checker<'_> {
    /// Orders the variables of the current package.
    pub(super) fn init_order(&mut self) {
        let pkg = self.env.pkg;
        let objects: Vec<ObjId> = self.pkgs[pkg]
            .objects
            .iter()
            .copied()
            .filter(|&o| {
                let object = self.obj(o);
                object.ty.is_some() && matches!(object.kind, ObjKind::Const(_) | ObjKind::Var(_) | ObjKind::Func)
            })
            .collect();
        let index: FxHashMap<ObjId, usize> = objects.iter().enumerate().map(|(i, &o)| (o, i)).collect();
        // Source order decides between variables that are ready.
        let mut succ: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); objects.len()];
        let mut pred: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); objects.len()];
        for (i, obj) in objects.iter().enumerate() {
            for dep in &self.decls[self.decl_of[obj]].deps {
                if let Some(&j) = index.get(dep) {
                    succ[i].insert(j);
                    pred[j].insert(i);
                }
            }
        }
        // Functions are bridged: who calls them depends on what they depend on.
        let mut funcs: Vec<usize> = (0..objects.len()).filter(|&i| self.obj(objects[i]).is_func()).collect();
        crate::base::sort_by_key(&mut funcs, |&i| pred[i].len() * succ[i].len());
        for n in funcs {
            let (before, after) = (std::mem::take(&mut pred[n]), std::mem::take(&mut succ[n]));
            for &p in &before {
                if p == n {
                    continue;
                }
                for &s in &after {
                    if s != n {
                        succ[p].insert(s);
                        pred[s].insert(p);
                    }
                }
                succ[p].remove(&n);
            }
            for &s in &after {
                pred[s].remove(&n);
            }
        }
        let is_const = |c: &Self, i: usize| c.obj(objects[i]).is_const();
        let mut left: Vec<usize> = succ.iter().map(BTreeSet::len).collect();
        let mut heap = BinaryHeap::new();
        let mut done = vec![false; objects.len()];
        for (i, &obj) in objects.iter().enumerate() {
            if self.obj(obj).is_func() {
                done[i] = true;
            } else {
                heap.push(Reverse((!is_const(self, i), left[i], i)));
            }
        }
        let mut emitted: FxHashSet<usize> = FxHashSet::default();
        while let Some(Reverse((_, n_left, i))) = heap.pop() {
            if done[i] || n_left != left[i] {
                continue;
            }
            done[i] = true;
            if left[i] > 0
                && let Some(cycle) = self.find_path(objects[i], objects[i], &mut FxHashSet::default())
            {
                self.report_cycle(&cycle);
            }
            for &p in &pred[i] {
                left[p] = left[p].saturating_sub(1);
                if !done[p] {
                    heap.push(Reverse((!is_const(self, p), left[p], p)));
                }
            }
            if !self.obj(objects[i]).is_var() {
                continue;
            }
            let decl = self.decl_of[&objects[i]];
            let info = &self.decls[decl];
            let Some(rhs) = info.init else { continue };
            if !emitted.insert(decl) {
                continue;
            }
            let lhs = if info.lhs.is_empty() { vec![objects[i]] } else { info.lhs.clone() };
            self.pkgs[pkg].init_order.push(Initializer { lhs, rhs });
        }
    }

    fn find_path(&self, from: ObjId, to: ObjId, seen: &mut FxHashSet<ObjId>) -> Option<Vec<ObjId>> {
        if !seen.insert(from) {
            return None;
        }
        let mut deps = self.decls[*self.decl_of.get(&from)?].deps.clone();
        crate::base::sort(&mut deps);
        for d in deps {
            if d == to {
                return Some(vec![d]);
            }
            if let Some(mut path) = self.find_path(d, to, seen) {
                path.push(d);
                return Some(path);
            }
        }
        None
    }

    fn report_cycle(&mut self, cycle: &[ObjId]) {
        let name = |c: &Self, o: ObjId| c.name(c.obj(o).name).to_owned();
        let mut obj = cycle[0];
        let pos = self.obj(obj).pos;
        if cycle.len() == 1 {
            let text = name(self, obj);
            self.err(pos, errors::init_cycle_itself(text));
            return;
        }
        let message = errors::init_cycle(name(self, obj));
        let mut more = Vec::new();
        for &next in cycle.iter().rev() {
            more.push((self.obj(obj).pos, errors::refers_to(name(self, obj), name(self, next))));
            obj = next;
        }
        self.err_multi(pos, message, &more);
    }
}
