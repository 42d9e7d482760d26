//! Predeclared functions.

use super::func::Reg;
use super::layout::Rep;
use super::place::Place;
use super::unit::Unit;
use crate::bytecode::Instr;
use crate::check::info::Mode;
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind};
use crate::types::{Builtin, Type, TypeId};

/// Register number for "no register".
const NO_REG: Reg = 255;

impl Unit<'_> {
    /// A call of a predeclared function.
    pub(super) fn builtin(&mut self, e: ExprId, which: Builtin, args: &[ExprId], dots: bool, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        match which {
            Builtin::Make => self.make(args, dst),
            Builtin::New => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                if self.info(args[0]).mode == crate::check::info::Mode::TypeExpr {
                    let elem = self.type_of(args[0]);
                    self.new_box(a, elem, None);
                } else {
                    // new(expr), Go 1.26
                    let elem = match self.under(ty) {
                        Type::Pointer(elem) => elem,
                        _ => ty,
                    };
                    let r = self.expr_as(args[0], elem, None);
                    self.new_box(a, elem, Some(r));
                }
                self.f.next = mark;
                a
            }
            Builtin::Append => self.append(e, args, dots, dst),
            Builtin::Min | Builtin::Max => {
                let a = self.dst_for(dst, ty);
                let mark = self.f.next;
                let n = self.slots(ty);
                let operands: Vec<_> = args.iter().map(|&a| (a, None)).collect();
                self.order(&operands);
                let acc = self.alloc(n);
                self.expr_as(args[0], ty, Some(acc));
                for &arg in &args[1..] {
                    let inner = self.f.next;
                    let r = self.expr_as(arg, ty, None);
                    self.min_max(acc, r, ty, which == Builtin::Min);
                    self.f.next = inner;
                }
                self.f.mov(a, acc, n);
                self.f.next = mark;
                a
            }
            Builtin::Len | Builtin::Cap => self.len(args[0], which == Builtin::Cap, dst),
            Builtin::Complex => {
                let a = self.dst_for(dst, ty);
                let part = if self.rep(ty) == Rep::C64 { TypeId::FLOAT32 } else { TypeId::FLOAT64 };
                let mark = self.f.next;
                self.order(&[(args[0], None), (args[1], None)]);
                let re = self.expr_as(args[0], part, None);
                let im = self.expr_as(args[1], part, None);
                let t = self.alloc(2);
                self.f.mov(t, re, 1);
                self.f.mov(t + 1, im, 1);
                self.f.mov(a, t, 2);
                self.f.next = mark;
                a
            }
            Builtin::Real | Builtin::Imag => {
                let r = self.expr(args[0], None);
                let part = if which == Builtin::Real { r } else { r + 1 };
                match dst {
                    Some(d) => {
                        self.f.mov(d, part, 1);
                        d
                    }
                    None => part,
                }
            }
            Builtin::Recover => {
                let a = dst.unwrap_or_else(|| self.alloc(2));
                self.emit(Instr::Recover { a });
                a
            }
            Builtin::Copy => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                let dt = self.type_of(args[0]);
                let st = self.type_of(args[1]);
                self.order(&[(args[0], None), (args[1], None)]);
                let b = self.expr(args[0], None);
                let c = self.expr(args[1], None);
                self.copy_regs(a, b, c, dt, st);
                self.f.next = mark;
                a
            }
            // Constant but for types that mention type parameters.
            Builtin::UnsafeSizeof | Builtin::UnsafeAlignof => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let t = self.type_of(args[0]);
                let v = if which == Builtin::UnsafeSizeof { self.types.sizeof(t) } else { self.types.alignof(t) };
                self.load_int(a, v);
                a
            }
            Builtin::UnsafeString | Builtin::UnsafeStringData | Builtin::UnsafeSlice | Builtin::UnsafeSliceData => {
                self.unsafe_view(which, args, dst)
            }
            Builtin::UnsafeAdd | Builtin::UnsafeOffsetof => {
                let pos = self.f.pos;
                let what =
                    if which == Builtin::UnsafeAdd { "unsafe.Add" } else { "unsafe.Offsetof over type parameters" };
                self.diags.push(super::errors::feature(pos, what));
                dst.unwrap_or_else(|| self.alloc(1))
            }
            Builtin::Clear | Builtin::Close | Builtin::Delete | Builtin::Panic | Builtin::Print | Builtin::Println => {
                let outer = self.f.next;
                self.order_builtin(args);
                let mark = self.f.next;
                let types = self.builtin_args(which, args);
                let regs = self.arg_regs(mark, &types);
                self.builtin_effect(which, &regs, &types);
                self.f.next = outer;
                dst.unwrap_or(mark.min(254) as Reg)
            }
        }
    }

    /// Views of memory that pointers and lengths give: a string and a slice of bytes share their form.
    fn unsafe_view(&mut self, which: Builtin, args: &[ExprId], dst: Option<Reg>) -> Reg {
        match which {
            Builtin::UnsafeStringData | Builtin::UnsafeSliceData => {
                let r = self.expr(args[0], None);
                match dst {
                    Some(d) => {
                        self.f.mov(d, r, 1);
                        d
                    }
                    None => r,
                }
            }
            _ => {
                let n = if which == Builtin::UnsafeString { 2 } else { 3 };
                let a = dst.unwrap_or_else(|| self.alloc(n));
                let mark = self.f.next;
                let t = self.alloc(3);
                self.expr(args[0], Some(t));
                self.expr(args[1], Some(t + 1));
                self.f.mov(t + 2, t + 1, 1);
                self.f.mov(a, t, n);
                self.f.next = mark;
                a
            }
        }
    }

    fn arg_regs(&mut self, from: usize, types: &[TypeId]) -> Vec<Reg> {
        let mut at = from;
        let mut regs = Vec::new();
        for &ty in types {
            regs.push(at as Reg);
            at += usize::from(self.slots(ty));
        }
        regs
    }

    pub(super) fn order_builtin(&mut self, args: &[ExprId]) {
        let operands: Vec<_> = args.iter().map(|&a| (a, None)).collect();
        self.order(&operands);
    }

    /// Evaluates the arguments of a builtin into the next registers; their types as they stand there.
    pub(super) fn builtin_args(&mut self, which: Builtin, args: &[ExprId]) -> Vec<TypeId> {
        let mut types = Vec::new();
        for (i, &arg) in args.iter().enumerate() {
            let mut ty = self.type_of(arg);
            let as_iface = matches!(which, Builtin::Print | Builtin::Println | Builtin::Panic);
            if as_iface {
                ty = TypeId::EMPTY_INTERFACE;
            } else if which == Builtin::Delete && i == 1 {
                let mt = types[0];
                if let Type::Map { key, .. } = self.under(mt) {
                    ty = key;
                }
            } else if which == Builtin::Append && i == 0 {
                ty = self.type_of(args[0]);
            }
            self.expr_copy(arg, ty);
            types.push(ty);
        }
        types
    }

    /// Builtins that are called for their effect, with arguments in registers.
    fn builtin_effect(&mut self, which: Builtin, regs: &[Reg], types: &[TypeId]) {
        match which {
            Builtin::Close => {
                self.emit(Instr::Close { a: regs[0] });
            }
            Builtin::Delete => {
                let m = self.rtype(types[0]).0 as i32;
                self.emit(Instr::MapDelete { a: regs[0], b: regs[1], m });
            }
            Builtin::Clear => match self.under(types[0]) {
                Type::Slice(elem) => {
                    let m = self.flat_slots(elem) as i32;
                    self.emit(Instr::ClearSlice { a: regs[0], m });
                }
                _ => {
                    self.emit(Instr::MapClear { a: regs[0] });
                }
            },
            Builtin::Panic => {
                self.emit(Instr::Panic { a: regs[0] });
            }
            Builtin::Print | Builtin::Println => {
                // Count, then the interfaces, in a window of the native.
                let n = regs.len() as u8;
                let base = self.alloc(2 * n + 2) + 1;
                self.load_int(base, i64::from(n));
                for (i, &r) in regs.iter().enumerate() {
                    self.f.mov(base + 1 + 2 * i as u8, r, 2);
                }
                let m = self.native(if which == Builtin::Print { "runtime.print" } else { "runtime.println" });
                self.emit(Instr::CallN { a: base, m });
            }
            Builtin::Copy => {
                let a = self.alloc(1);
                self.copy_regs(a, regs[0], regs[1], types[0], types[1]);
            }
            Builtin::Recover => {
                let a = self.alloc(2);
                self.emit(Instr::Recover { a });
            }
            _ => {}
        }
    }

    fn copy_regs(&mut self, a: Reg, b: Reg, c: Reg, dst: TypeId, src: TypeId) {
        if self.rep(src) == Rep::Str {
            self.emit(Instr::CopyStr { a, b, c });
            return;
        }
        let m = match self.under(dst) {
            Type::Slice(elem) => self.flat_slots(elem) as i32,
            _ => 1,
        };
        self.emit(Instr::Copy { a, b, c, m });
    }

    /// A builtin under `go` or `defer`.
    pub(super) fn builtin_thunk(&mut self, which: Builtin, types: &[TypeId]) {
        let mut total = 0;
        for &ty in types {
            total += self.slots(ty);
        }
        let from = self.f.next;
        self.alloc(total);
        self.f.params = u32::from(total);
        self.f.closure_reg = self.alloc(1);
        let regs = self.arg_regs(from, types);
        self.builtin_effect(which, &regs, types);
        self.emit(Instr::Ret {});
    }

    fn make(&mut self, args: &[ExprId], dst: Option<Reg>) -> Reg {
        let ty = self.type_of(args[0]);
        let a = self.dst_for(dst, ty);
        let mark = self.f.next;
        let operands: Vec<_> = args[1..].iter().map(|&a| (a, None)).collect();
        self.order(&operands);
        let first = args.get(1).map(|&n| self.expr(n, None));
        match self.under(ty) {
            Type::Slice(elem) => {
                let b = first.unwrap_or(a);
                let c = args.get(2).map_or(b, |&n| self.expr(n, None));
                let m = self.elem_layout(elem).0 as i32;
                self.emit(Instr::MakeSlice { a, b, c, m });
            }
            Type::Map { .. } => {
                let m = self.rtype(ty).0 as i32;
                self.emit(Instr::MakeMap { a, b: first.unwrap_or(NO_REG), m });
            }
            _ => {
                let m = self.rtype(ty).0 as i32;
                let at = self.emit(Instr::MakeChan { a, b: first.unwrap_or(NO_REG), m });
                if let Some(name) = self.f.makings.get(&args[0]).or(self.f.making.as_ref()).cloned() {
                    self.f.made.push((at, name));
                }
            }
        }
        self.f.next = mark;
        a
    }

    /// The `n` of `make([]T, n)`, a slice that `append` need not make to add it.
    fn made_length(&mut self, e: ExprId) -> Option<ExprId> {
        let packages = self.packages;
        let e = self.strip_parens(e);
        let ExprKind::Call { fun, args, .. } = &packages[self.f.pkg].ast.exprs[e].kind else { return None };
        let is_make = self.info(*fun).mode == Mode::Builtin(Builtin::Make);
        (is_make && args.len() == 2).then(|| args[1])
    }

    fn append(&mut self, e: ExprId, args: &[ExprId], dots: bool, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        let Type::Slice(elem) = self.under(ty) else { return self.dst_for(dst, ty) };
        let m = self.elem_layout(elem).0 as i32;
        // `s = append(s, x)` for a variable in registers works in place.
        let in_place = match (dst, &self.packages[self.f.pkg].ast.exprs[args[0]].kind) {
            (Some(d), ExprKind::Name(_)) => match self.place(args[0]) {
                Place::Reg(r) => r == d,
                _ => false,
            },
            _ => false,
        };
        let mark = self.f.next;
        let a = match dst {
            Some(d) if in_place => d,
            _ => self.alloc(3),
        };
        let zeros = if dots { self.made_length(args[1]) } else { None };
        let mut operands: Vec<_> =
            args.iter().enumerate().map(|(i, &a)| (a, (i > 0 && !dots).then_some(elem))).collect();
        if let Some(n) = zeros {
            operands[1].0 = n;
        }
        self.order(&operands);
        if !in_place {
            self.expr_as(args[0], ty, Some(a));
        }
        if let Some(n) = zeros {
            let b = self.expr(n, None);
            self.emit(Instr::AppendZero { a, b, m });
        } else if dots {
            let st = self.type_of(args[1]);
            let string = self.rep(st) == Rep::Str;
            let b = self.expr_as(args[1], if string { st } else { ty }, None);
            self.emit(if string { Instr::AppendStr { a, b, m } } else { Instr::AppendSlice { a, b, m } });
        } else {
            let rest = &args[1..];
            self.reserve_first(e, a, rest.len(), elem, m);
            if rest.len() * usize::from(self.slots(elem)) > 32 {
                self.append_staged(a, rest, elem, m);
                return self.appended(a, dst, mark);
            }
            // All operands are evaluated before anything is appended.
            let regs: Vec<Reg> = rest
                .iter()
                .map(|&arg| if rest.len() == 1 { self.expr_as(arg, elem, None) } else { self.expr_copy(arg, elem) })
                .collect();
            if regs.len() > 1 && !self.is_wide(elem) {
                self.append_many(a, &regs, elem, m);
            } else {
                for r in regs {
                    if self.is_wide(elem) {
                        self.append_wide(a, r, m);
                    } else {
                        self.emit(Instr::Append { a, b: r, m });
                    }
                }
            }
        }
        self.appended(a, dst, mark)
    }

    /// The registers that say which variables have had their first array.
    pub(super) fn open_reserve(&mut self) {
        let reserving = std::rc::Rc::clone(&self.f.reserving);
        let mut vars: Vec<_> = reserving.values().copied().collect();
        crate::base::sort(&mut vars);
        for obj in vars {
            let a = self.alloc(1);
            self.f.zero(a, 1);
            self.f.reserved.insert(obj, a);
        }
    }

    /// Before the first append to a variable: gives it an array of gc's size for those on the stack.
    fn reserve_first(&mut self, e: ExprId, a: Reg, count: usize, elem: TypeId, m: i32) {
        let Some(&b) = self.f.reserving.get(&e).and_then(|obj| self.f.reserved.get(obj)) else { return };
        let size = self.types.sizeof(elem);
        if size > 0 && count as i64 <= super::backing::BYTES / size {
            self.emit(Instr::Reserve { a, b, c: (super::backing::BYTES / size) as u8, m });
        }
    }

    fn appended(&mut self, a: Reg, dst: Option<Reg>, mark: usize) -> Reg {
        match dst {
            Some(d) => {
                if d != a {
                    self.f.mov(d, a, 3);
                }
                self.f.next = mark;
                d
            }
            None => {
                self.f.next = mark + 3;
                a
            }
        }
    }

    /// Appends more than registers shall hold: the operands are put into a slice first.
    fn append_staged(&mut self, a: Reg, rest: &[ExprId], elem: TypeId, m: i32) {
        let tmp = self.alloc(3);
        self.load_int(tmp + 1, rest.len() as i64);
        self.emit(Instr::MakeSlice { a: tmp, b: tmp + 1, c: tmp + 1, m });
        let size = self.flat_slots(elem);
        for (i, &arg) in rest.iter().enumerate() {
            let mark = self.f.next;
            let r = self.expr_as(arg, elem, None);
            self.store(Place::Mem { ptr: tmp, off: i as u32 * size, packed: true }, elem, r);
            self.f.next = mark;
        }
        self.emit(Instr::AppendSlice { a, b: tmp, m });
    }

    /// Appends several at once: the capacity grows once, as in Go.
    fn append_many(&mut self, a: Reg, regs: &[Reg], elem: TypeId, m: i32) {
        let tmp = self.alloc(3);
        self.load_int(tmp + 1, regs.len() as i64);
        self.emit(Instr::MakeSlice { a: tmp, b: tmp + 1, c: tmp + 1, m });
        let size = self.flat_slots(elem);
        for (i, &r) in regs.iter().enumerate() {
            self.store(Place::Mem { ptr: tmp, off: i as u32 * size, packed: true }, elem, r);
        }
        self.emit(Instr::AppendSlice { a, b: tmp, m });
    }

    /// A wide element: a slice of one over its memory is appended.
    fn append_wide(&mut self, a: Reg, r: Reg, m: i32) {
        let tmp = self.alloc(3);
        self.f.mov(tmp, r, 1);
        self.load_int(tmp + 1, 1);
        self.load_int(tmp + 2, 1);
        self.emit(Instr::AppendSlice { a, b: tmp, m });
    }

    fn len(&mut self, x: ExprId, cap: bool, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(x);
        let finish = |this: &mut Self, r: Reg| match dst {
            Some(d) => {
                this.f.mov(d, r, 1);
                d
            }
            None => r,
        };
        match self.under(ty) {
            Type::Map { .. } | Type::Chan { .. } => {
                let is_map = matches!(self.under(ty), Type::Map { .. });
                let a = dst.unwrap_or_else(|| self.alloc(1));
                let mark = self.f.next;
                let b = self.expr(x, None);
                self.emit(match (is_map, cap) {
                    (true, _) => Instr::MapLen { a, b },
                    (false, false) => Instr::ChanLen { a, b },
                    (false, true) => Instr::ChanCap { a, b },
                });
                self.f.next = mark;
                a
            }
            Type::Array { len, .. } => {
                self.expr(x, None);
                let a = dst.unwrap_or_else(|| self.alloc(1));
                self.load_int(a, len);
                a
            }
            Type::Pointer(array) => {
                let a = dst.unwrap_or_else(|| self.alloc(1));
                self.expr(x, None);
                if let Type::Array { len, .. } = self.under(array) {
                    self.load_int(a, len);
                }
                a
            }
            Type::Slice(_) => {
                let r = self.expr(x, None);
                finish(self, r + if cap { 2 } else { 1 })
            }
            _ => {
                let r = self.expr(x, None);
                finish(self, r + 1)
            }
        }
    }

    /// acc = min or max of acc and r.
    fn min_max(&mut self, acc: Reg, r: Reg, ty: TypeId, min: bool) {
        let rep = self.rep(ty);
        if matches!(rep, Rep::F64 | Rep::F32) {
            let base = self.alloc(3) + 1;
            if rep == Rep::F32 {
                self.emit(Instr::F32ToF { a: base, b: acc });
                self.emit(Instr::F32ToF { a: base + 1, b: r });
            } else {
                self.f.mov(base, acc, 1);
                self.f.mov(base + 1, r, 1);
            }
            let m = self.native(if min { "runtime.minFloat" } else { "runtime.maxFloat" });
            self.emit(Instr::CallN { a: base, m });
            if rep == Rep::F32 {
                self.emit(Instr::F2F32 { a: acc, b: base });
            } else {
                self.f.mov(acc, base, 1);
            }
            return;
        }
        let t = self.alloc(1);
        let keep = self.f.label();
        // Keep acc unless r is strictly better.
        if min {
            self.compare_regs(BinaryOp::Lss, t, r, acc, ty);
        } else {
            self.compare_regs(BinaryOp::Lss, t, acc, r, ty);
        }
        self.f.jump(Instr::JF { a: t, m: 0 }, keep);
        let n = self.slots(ty);
        self.f.mov(acc, r, n);
        self.f.place(keep);
    }
}
