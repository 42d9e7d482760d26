//! Conversions, explicit and by assignment.

use super::func::Reg;
use super::layout::Rep;
use super::unit::Unit;
use crate::bytecode::{Instr, Narrow};
use crate::syntax::ast::ExprId;
use crate::types::{Type, TypeId};

impl Unit<'_> {
    /// The value in `r` of type `from` as type `to` by assignment: only interfaces change form. In `dst` if given.
    pub(super) fn convert_reg(&mut self, r: Reg, from: TypeId, to: TypeId, dst: Option<Reg>) -> Reg {
        let n = self.slots(to);
        if self.rep(to) == Rep::Iface && self.rep(from) != Rep::Iface {
            let a = dst.unwrap_or_else(|| self.alloc(2));
            let m = self.dynamic_rtype(from).0 as i32;
            if self.is_wide(from) {
                // The data word of a wide value is a pointer to a copy.
                let mark = self.f.next;
                let tmp = self.alloc(1);
                self.new_box(tmp, from, Some(r));
                self.emit(Instr::LdI { a, m });
                self.f.mov(a + 1, tmp, 1);
                self.f.next = mark;
            } else {
                self.emit(Instr::MkIface { a, b: r, m });
            }
            return a;
        }
        match dst {
            Some(d) => {
                self.f.mov(d, r, n);
                d
            }
            None => r,
        }
    }

    /// `T(x)`
    pub(super) fn conversion(&mut self, x: ExprId, to: TypeId, dst: Option<Reg>) -> Reg {
        let from = self.type_of(x);
        let (fr, tr) = (self.rep(from), self.rep(to));
        if tr == Rep::Iface {
            return self.expr_as(x, to, dst);
        }
        if fr == Rep::Word || tr == Rep::Word {
            self.check_reinterpretation(x, to);
        }
        // A constant of another kind (a rune to a string) has been folded; one that is not constant any more keeps its own type.
        let a = self.dst_for(dst, to);
        let mark = self.f.next;
        let done = match (fr, tr) {
            (Rep::Int { .. }, Rep::Str) => {
                let b = self.expr(x, None);
                self.emit(Instr::StrConv { a, b, m: 4 });
                true
            }
            (Rep::Slice, Rep::Str) => {
                let b = self.expr(x, None);
                let m = if self.slice_elem_rep(from) == (Rep::Int { signed: true, bits: 32 }) { 2 } else { 0 };
                self.emit(Instr::StrConv { a, b, m });
                true
            }
            (Rep::Str, Rep::Slice) => {
                let b = self.expr(x, None);
                let m = if self.slice_elem_rep(to) == (Rep::Int { signed: true, bits: 32 }) { 3 } else { 1 };
                self.emit(Instr::StrConv { a, b, m });
                true
            }
            (Rep::Slice, Rep::Array) => {
                self.slice_to_array(x, to, a, false);
                true
            }
            (Rep::Slice, Rep::Word) => {
                self.slice_to_array(x, to, a, true);
                true
            }
            _ => false,
        };
        if !done {
            if fr == tr {
                self.f.next = mark;
                return self.expr(x, Some(a));
            }
            let b = self.expr(x, None);
            self.number(a, b, fr, tr);
        }
        self.f.next = mark;
        a
    }

    fn slice_elem_rep(&mut self, ty: TypeId) -> Rep {
        match self.under(ty) {
            Type::Slice(elem) => self.rep(elem),
            _ => Rep::Word,
        }
    }

    fn slice_to_array(&mut self, x: ExprId, to: TypeId, a: Reg, pointer: bool) {
        let array = match self.under(to) {
            Type::Pointer(elem) if pointer => elem,
            _ => to,
        };
        let Type::Array { len, .. } = self.under(array) else { return };
        let b = self.expr(x, None);
        // The native checks the length and gives the pointer (nil for a nil slice).
        let base = self.alloc(3) + 1;
        self.f.mov(base, b, 2);
        self.alloc(1);
        self.load_int(base + 2, len);
        let m = self.native("runtime.sliceToArray");
        self.emit(Instr::CallN { a: base, m });
        if pointer {
            self.f.mov(a, base, 1);
            return;
        }
        if self.is_wide(to) {
            let tmp = self.alloc(1);
            let layout = self.var_layout(to);
            self.emit(Instr::New { a: tmp, m: layout.0 as i32 });
            let m = self.flat_slots(to) as i32;
            let c = self.array_narrow(to).unwrap_or(Narrow::U32) as u8;
            self.emit(Instr::CopyMem { a: tmp, b: base, c, m });
            self.f.mov(a, tmp, 1);
        } else if len > 0 {
            self.load(super::place::Place::Mem { ptr: base, off: 0, packed: true }, to, Some(a));
        }
    }

    /// a = b between number kinds.
    fn number(&mut self, a: Reg, b: Reg, from: Rep, to: Rep) {
        let unsigned64 = |r: Rep| r == Rep::Int { signed: false, bits: 64 };
        match (from, to) {
            (Rep::Int { .. }, Rep::Int { bits: 64, .. }) => self.f.mov(a, b, 1),
            (Rep::Int { .. }, Rep::Int { .. }) => {
                self.f.mov(a, b, 1);
                self.narrow(a, to);
            }
            (Rep::Int { .. }, Rep::F64) => {
                self.emit(if unsigned64(from) { Instr::U2F { a, b } } else { Instr::I2F { a, b } });
            }
            (Rep::Int { .. }, Rep::F32) => {
                self.emit(if unsigned64(from) { Instr::U2F32 { a, b } } else { Instr::I2F32 { a, b } });
            }
            (Rep::F64, Rep::Int { .. }) => {
                self.emit(if unsigned64(to) { Instr::F2U { a, b } } else { Instr::F2I { a, b } });
                self.narrow(a, to);
            }
            (Rep::F32, Rep::Int { .. }) => {
                self.emit(Instr::F32ToF { a, b });
                self.number(a, a, Rep::F64, to);
            }
            (Rep::F64, Rep::F32) => {
                self.emit(Instr::F2F32 { a, b });
            }
            (Rep::F32, Rep::F64) => {
                self.emit(Instr::F32ToF { a, b });
            }
            (Rep::C128, Rep::C64) => {
                self.emit(Instr::F2F32 { a, b });
                self.emit(Instr::F2F32 { a: a + 1, b: b + 1 });
            }
            (Rep::C64, Rep::C128) => {
                let mark = self.f.next;
                let t = self.alloc(1);
                self.emit(Instr::F32ToF { a: t, b: b + 1 });
                self.emit(Instr::F32ToF { a, b });
                self.f.mov(a + 1, t, 1);
                self.f.next = mark;
            }
            _ => self.f.mov(a, b, 1),
        }
    }
}
