//! Instantiations that would never end: `func f[T any]() { f[*T]() }`.
//!
//! A graph of type parameters with an edge for each flow of one into another's arguments; an edge that wraps the parameter into
//! a larger type has weight 1, and a cycle with weight is an endless instantiation.

use super::checker::Checker;
use super::errors;
use crate::base::Pos;
use crate::syntax::ast::ExprId;
use crate::types::{ObjId, Type, TypeId, TypeParamId};
use rustc_hash::FxHashMap;

#[derive(Debug)]
struct Vertex {
    weight: usize,
    pre: usize,
    len: usize,
    obj: ObjId,
}

#[derive(Debug)]
struct Edge {
    dst: usize,
    src: usize,
    weight: usize,
    pos: Pos,
    ty: TypeId,
}

/// The graph of a package.
#[derive(Debug, Default)]
pub(super) struct MonoGraph {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    /// Receivers' type parameters: those of the type they stand for.
    canon: FxHashMap<TypeParamId, TypeParamId>,
    index: FxHashMap<ObjId, usize>,
}

impl MonoGraph {
    pub(super) fn record_canon(&mut self, method: TypeParamId, of_type: TypeParamId) {
        self.canon.insert(method, of_type);
    }
}

impl Checker<'_> {
    pub(super) fn record_mono(&mut self, pos: Pos, list: &[ExprId], tparams: &[TypeParamId], targs: &[TypeId]) {
        if self.pkgs[self.env.pkg].library {
            return;
        }
        for (i, (&tparam, &targ)) in tparams.iter().zip(targs).enumerate() {
            let at = list.get(i).map_or(pos, |&e| self.start(e));
            if self.obj(self.types.tparams[tparam].obj).pkg == Some(self.env.pkg) {
                self.mono_flow(at, tparam, targ, targ, 0);
            }
        }
    }

    fn vertex(&mut self, tparam: TypeParamId) -> usize {
        let tparam = self.mono.canon.get(&tparam).copied().unwrap_or(tparam);
        let obj = self.types.tparams[tparam].obj;
        if let Some(&at) = self.mono.index.get(&obj) {
            return at;
        }
        self.mono.vertices.push(Vertex { weight: 0, pre: 0, len: 0, obj });
        self.mono.index.insert(obj, self.mono.vertices.len() - 1);
        self.mono.vertices.len() - 1
    }

    fn mono_flow(&mut self, pos: Pos, tparam: TypeParamId, targ: TypeId, part: TypeId, depth: u32) {
        if depth > 100 {
            return;
        }
        let part = self.types.unalias(part);
        let parts: Vec<TypeId> = match &self.types.types[part] {
            Type::TypeParam(from) => {
                let from = *from;
                let weight = usize::from(part != self.types.unalias(targ));
                let (dst, src) = (self.vertex(tparam), self.vertex(from));
                self.mono.edges.push(Edge { dst, src, weight, pos, ty: targ });
                return;
            }
            Type::Named(named) => match &self.types.named[*named].instance_of {
                Some((_, targs)) => targs.clone(),
                None => return,
            },
            &(Type::Pointer(t) | Type::Slice(t) | Type::Array { elem: t, .. } | Type::Chan { elem: t, .. }) => vec![t],
            Type::Map { key, value } => vec![*key, *value],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Signature(sig) => sig.params.iter().chain(&sig.results).map(|p| p.ty).collect(),
            Type::Interface(iface) => {
                let iface = *iface;
                self.types.type_set(iface).methods.iter().map(|m| m.ty).collect()
            }
            _ => return,
        };
        for part in parts {
            self.mono_flow(pos, tparam, targ, part, depth + 1);
        }
    }

    /// Looks for endless instantiation.
    pub(super) fn monomorph(&mut self) {
        let mut again = true;
        while again {
            again = false;
            for i in 0..self.mono.edges.len() {
                let edge = &self.mono.edges[i];
                let (src, dst) = (&self.mono.vertices[edge.src], &self.mono.vertices[edge.dst]);
                let weight = src.weight + edge.weight;
                if weight <= dst.weight {
                    continue;
                }
                let (len, dst) = (src.len + 1, edge.dst);
                let count = self.mono.vertices.len();
                let vertex = &mut self.mono.vertices[dst];
                vertex.pre = i;
                vertex.len = len;
                if len == count {
                    self.report_instance_loop(dst);
                    return;
                }
                vertex.weight = weight;
                again = true;
            }
        }
    }

    fn report_instance_loop(&mut self, start: usize) {
        let mut v = start;
        let mut stack: Vec<usize> = Vec::new();
        while !stack.contains(&v) {
            stack.push(v);
            v = self.mono.edges[self.mono.vertices[v].pre].src;
        }
        let first = stack.iter().position(|&s| s == v).unwrap_or(0);
        let mut more = Vec::new();
        for &s in &stack[first..] {
            let edge = &self.mono.edges[self.mono.vertices[s].pre];
            let obj = self.mono.vertices[edge.dst].obj;
            let text = errors::instantiated_as(self.name(self.obj(obj).name), self.ts(edge.ty));
            more.push((edge.pos, text));
        }
        let pos = self.obj(self.mono.vertices[v].obj).pos;
        self.err_multi(pos, errors::instantiation_cycle(), &more);
    }
}
