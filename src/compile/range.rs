//! `for … range`.

use super::func::{Reg, Target};
use super::place::Place;
use super::unit::Unit;
use crate::bytecode::Instr;
use crate::syntax::ast::{Block, ExprId};
use crate::types::{ObjId, Type, TypeId};

/// Register number for "no register".
const NO_REG: Reg = 255;

/// An iteration variable.
#[derive(Debug, Clone, Copy)]
pub(super) enum Dst {
    /// Not wanted.
    None,
    /// A new variable in each iteration.
    New(ObjId),
    /// An existing place, evaluated in each iteration.
    Old(ExprId),
}

impl Unit<'_> {
    pub(super) fn range_stmt(&mut self, lhs: &[ExprId], define: bool, x: ExprId, body: &Block) {
        let label = self.f.pending_label.take();
        let xt = self.type_of(x);
        let dst = |this: &Self, i: usize| match lhs.get(i) {
            None => Dst::None,
            Some(&l) if define => this.defined(l).map_or(Dst::None, Dst::New),
            Some(&l) => {
                let blank = matches!(
                    this.packages[this.f.pkg].ast.exprs[l].kind,
                    crate::syntax::ast::ExprKind::Name(n) if n == crate::base::Symbol::BLANK
                );
                if blank { Dst::None } else { Dst::Old(l) }
            }
        };
        let vars = [dst(self, 0), dst(self, 1)];
        if let Some(sig) = self.range_signature(xt) {
            self.range_func(label, vars, x, &sig, body);
            return;
        }
        let (top, next, end) = (self.f.label(), self.f.label(), self.f.label());
        // Before Go 1.22 the variables are one for the whole loop.
        if !self.f.loop_vars {
            for v in vars {
                if let Dst::New(obj) = v {
                    let ty = self.types.objects[obj].ty;
                    let ty = self.subst(ty);
                    self.declare_var_at(obj, ty, None);
                }
            }
        }
        let target = Target { label, on_break: end, on_continue: Some(next) };
        match self.under(xt) {
            Type::Basic(_) if self.is_string(xt) => {
                let s = self.expr_copy(x, xt);
                let it = self.alloc(3);
                self.emit(Instr::LdI { a: it, m: 0 });
                self.f.place(next);
                self.f.jump(Instr::RangeStr { a: it, b: s, m: 0 }, end);
                self.loop_body(&vars, [it + 1, it + 2], [TypeId::INT, TypeId::INT32], target, body);
                self.f.jump(Instr::Jmp { m: 0 }, next);
            }
            Type::Basic(_) => {
                // for i := range n
                let n = self.expr_copy(x, xt);
                let i = self.alloc(1);
                self.emit(Instr::LdI { a: i, m: 0 });
                self.f.jump(Instr::JGtK { a: n, k: 0, m: 0 }, top);
                self.f.jump(Instr::Jmp { m: 0 }, end);
                self.f.place(top);
                self.loop_body(&vars, [i, i], [xt, xt], target, body);
                self.f.place(next);
                self.f.jump(Instr::IncJLt { a: i, b: n, m: 0 }, top);
            }
            Type::Slice(elem) => {
                let s = self.expr_copy(x, xt);
                let i = self.alloc(1);
                self.emit(Instr::LdI { a: i, m: 0 });
                self.f.jump(Instr::JGtK { a: s + 1, k: 0, m: 0 }, top);
                self.f.jump(Instr::Jmp { m: 0 }, end);
                self.f.place(top);
                self.element_loop(&vars, i, Place::Elem { slice: s, index: i, unsigned: false }, elem, target, body);
                self.f.place(next);
                self.f.jump(Instr::IncJLt { a: i, b: s + 1, m: 0 }, top);
            }
            Type::Array { len, elem } => self.range_array(&vars, x, xt, len, elem, target, body, false),
            Type::Pointer(array) => {
                if let Type::Array { len, elem } = self.under(array) {
                    self.range_array(&vars, x, array, len, elem, target, body, true);
                }
            }
            Type::Map { key, value } => {
                let it = self.alloc(4);
                let m = self.expr(x, None);
                self.emit(Instr::MapIter { a: it, b: m });
                let k = if matches!(vars[0], Dst::None) { NO_REG } else { self.alloc_for(key) };
                let v = if matches!(vars[1], Dst::None) { NO_REG } else { self.alloc_for(value) };
                self.f.place(next);
                self.f.jump(Instr::MapNext { a: it, b: k, c: v, m: 0 }, end);
                self.loop_body(&vars, [k, v], [key, value], target, body);
                self.f.jump(Instr::Jmp { m: 0 }, next);
            }
            Type::Chan { elem, .. } => {
                let c = self.expr_copy(x, xt);
                let n = self.slots(elem);
                let v = self.alloc(n + 1);
                self.f.place(next);
                self.emit(Instr::Recv { a: v, b: c, c: 1, m: 0 });
                self.f.jump(Instr::JF { a: v + n, m: 0 }, end);
                self.loop_body(&vars, [v, v], [elem, elem], target, body);
                self.f.jump(Instr::Jmp { m: 0 }, next);
            }
            // The checker lets nothing else pass.
            _ => {}
        }
        self.f.place(end);
    }

    #[expect(clippy::too_many_arguments, reason = "one loop, described by its parts")]
    fn range_array(
        &mut self,
        vars: &[Dst; 2],
        x: ExprId,
        array: TypeId,
        len: i64,
        elem: TypeId,
        target: Target,
        body: &Block,
        pointer: bool,
    ) {
        let (top, next, end) = (self.f.label(), target.on_continue, target.on_break);
        let wants_value = !matches!(vars[1], Dst::None);
        let i = self.alloc(1);
        let n = self.alloc(1);
        let mut ptr = 0;
        if wants_value {
            ptr = self.alloc(1);
            let mark = self.f.next;
            if pointer {
                self.expr(x, Some(ptr));
            } else {
                // The array is copied before the loop: its elements may be assigned meanwhile.
                let r = self.expr(x, None);
                self.new_box(ptr, array, Some(r));
            }
            self.f.next = mark;
        }
        self.emit(Instr::LdI { a: i, m: 0 });
        self.load_int(n, len);
        self.f.jump(Instr::JGtK { a: n, k: 0, m: 0 }, top);
        self.f.jump(Instr::Jmp { m: 0 }, end);
        self.f.place(top);
        if wants_value {
            // A slice over the array, so that elements are read like those of a slice.
            let s = self.alloc(3);
            self.f.mov(s, ptr, 1);
            self.f.mov(s + 1, n, 1);
            self.element_loop(vars, i, Place::Elem { slice: s, index: i, unsigned: false }, elem, target, body);
        } else {
            self.loop_body(vars, [i, i], [TypeId::INT, elem], target, body);
        }
        if let Some(next) = next {
            self.f.place(next);
        }
        self.f.jump(Instr::IncJLt { a: i, b: n, m: 0 }, top);
    }

    /// A loop over index and element; the element is only loaded if wanted.
    fn element_loop(&mut self, vars: &[Dst; 2], i: Reg, at: Place, elem: TypeId, target: Target, body: &Block) {
        let mark = self.f.next;
        let v = match vars[1] {
            Dst::None => i,
            _ => {
                let v = self.alloc_for(elem);
                self.load(at, elem, Some(v));
                v
            }
        };
        self.loop_body(vars, [i, v], [TypeId::INT, elem], target, body);
        self.f.next = mark;
    }

    /// Gives the values to the variables and runs the body once.
    fn loop_body(&mut self, vars: &[Dst; 2], regs: [Reg; 2], types: [TypeId; 2], target: Target, body: &Block) {
        let mark = self.f.next;
        for (k, &var) in vars.iter().enumerate() {
            match var {
                Dst::None => {}
                Dst::New(obj) => {
                    let ty = self.types.objects[obj].ty;
                    let ty = self.subst(ty);
                    if !self.f.loop_vars {
                        let place = self.var_place(obj);
                        let v = self.convert_reg(regs[k], types[k], ty, None);
                        self.store(place, ty, v);
                    } else {
                        // The body may assign its variable: the loop's own counter must not see that.
                        let v = self.convert_reg(regs[k], types[k], ty, None);
                        self.declare_var_at(obj, ty, Some(v));
                    }
                }
                Dst::Old(l) => {
                    let ty = self.type_of(l);
                    let place = self.place(l);
                    let v = self.convert_reg(regs[k], types[k], ty, None);
                    self.store(place, ty, v);
                }
            }
        }
        self.f.targets.push(target);
        self.block(body);
        self.f.targets.pop();
        self.f.next = mark;
    }
}
