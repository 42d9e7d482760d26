//! Arithmetic, comparison and their fused forms.

use super::func::{Label, Reg};
use super::layout::Rep;
use super::place::Place;
use super::unit::Unit;
use crate::bytecode::Instr;
use crate::check::info::Mode;
use crate::syntax::ast::{BinaryOp, ExprId, ExprKind, UnaryOp};
use crate::types::TypeId;

/// From so many operators on, each keeps its left operand where its result goes.
const LONG_CHAIN: u32 = 8;
/// How many strings are joined at once.
const CONCAT_MAX: usize = 40;

fn is_comparison(op: BinaryOp) -> bool {
    use BinaryOp::*;
    matches!(op, Eql | Neq | Lss | Leq | Gtr | Geq)
}

impl Unit<'_> {
    pub(super) fn unary(&mut self, e: ExprId, op: UnaryOp, x: ExprId, dst: Option<Reg>) -> Reg {
        let ty = self.type_of(e);
        if op == UnaryOp::Plus {
            return self.expr(x, dst);
        }
        let a = self.dst_for(dst, ty);
        let mark = self.f.next;
        let b = self.expr(x, None);
        let rep = self.rep(ty);
        match (op, rep) {
            (UnaryOp::Not, _) => {
                self.emit(Instr::Not { a, b });
            }
            (UnaryOp::Neg, Rep::F64) => {
                self.emit(Instr::NegF { a, b });
            }
            (UnaryOp::Neg, Rep::F32) => {
                self.emit(Instr::NegF32 { a, b });
            }
            (UnaryOp::Neg, Rep::C128) => {
                self.emit(Instr::NegF { a, b });
                self.emit(Instr::NegF { a: a + 1, b: b + 1 });
            }
            (UnaryOp::Neg, Rep::C64) => {
                self.emit(Instr::NegF32 { a, b });
                self.emit(Instr::NegF32 { a: a + 1, b: b + 1 });
            }
            (UnaryOp::Neg, _) => {
                self.emit(Instr::Neg { a, b });
                self.narrow(a, rep);
            }
            (UnaryOp::Xor, _) => {
                self.emit(Instr::Com { a, b });
                self.narrow(a, rep);
            }
            _ => {}
        }
        self.f.next = mark;
        a
    }

    /// Cuts a 64-bit result down to an integer type's width.
    pub(super) fn narrow(&mut self, a: Reg, rep: Rep) {
        let instr = match rep {
            Rep::Int { signed: true, bits: 8 } => Instr::Ext8 { a, b: a },
            Rep::Int { signed: true, bits: 16 } => Instr::Ext16 { a, b: a },
            Rep::Int { signed: true, bits: 32 } => Instr::Ext32 { a, b: a },
            Rep::Int { signed: false, bits: 8 } => Instr::ExtU8 { a, b: a },
            Rep::Int { signed: false, bits: 16 } => Instr::ExtU16 { a, b: a },
            Rep::Int { signed: false, bits: 32 } => Instr::ExtU32 { a, b: a },
            _ => return,
        };
        self.emit(instr);
    }

    /// A small constant operand.
    fn small_const(&self, e: ExprId) -> Option<i32> {
        let v = self.const_of(e)?;
        v.as_i64().and_then(|v| i32::try_from(v).ok())
    }

    pub(super) fn binary(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId, dst: Option<Reg>) -> Reg {
        if is_comparison(op) {
            return self.comparison(op, x, y, dst);
        }
        let ty = self.type_of(e);
        let rep = self.rep(ty);
        if rep == Rep::Str && op == BinaryOp::Add {
            return self.concat(e, dst);
        }
        let a = self.dst_for(dst, ty);
        let mark = self.f.next;
        self.order(&[(x, None), (y, None)]);
        if let Rep::Int { .. } = rep
            && let Some(k) = self.small_const(y)
            && self.int_const_op(op, a, x, k, rep)
        {
            self.f.next = mark;
            return a;
        }
        if let (Rep::Int { .. }, BinaryOp::Add | BinaryOp::Mul, Some(k)) = (rep, op, self.small_const(x)) {
            self.int_const_op(op, a, y, k, rep);
            self.f.next = mark;
            return a;
        }
        let b = self.left_operand(x, a);
        let shift = matches!(op, BinaryOp::Shl | BinaryOp::Shr);
        let c = self.expr(y, None);
        if shift {
            let yt = self.type_of(y);
            self.shift_count(c, yt);
        }
        self.arith(op, a, b, c, rep);
        self.f.next = mark;
        a
    }

    /// The left operand of what goes into `a`: in `a` itself if it begins a long chain, so that those need few registers.
    fn left_operand(&mut self, x: ExprId, a: Reg) -> Reg {
        let mut inner = self.strip_parens(x);
        let mut depth = 0;
        while let ExprKind::Binary { x, .. } = self.packages[self.f.pkg].ast.exprs[inner].kind
            && depth < LONG_CHAIN
        {
            inner = self.strip_parens(x);
            depth += 1;
        }
        let chain = depth == LONG_CHAIN;
        let same = |this: &mut Self| {
            let ty = this.type_of(x);
            this.slots(ty) == 1
        };
        // A variable in `a` may yet be read by the right operand.
        let dst = if chain && self.f.is_fresh(a) && same(self) { Some(a) } else { None };
        self.expr(x, dst)
    }

    /// A signed shift count must not be negative.
    fn shift_count(&mut self, c: Reg, ty: TypeId) {
        if let Rep::Int { signed: true, .. } = self.rep(ty) {
            self.emit(Instr::ChkShift { a: c });
        }
    }

    /// a = x op k; false if there is no such form.
    fn int_const_op(&mut self, op: BinaryOp, a: Reg, x: ExprId, k: i32, rep: Rep) -> bool {
        let signed = matches!(rep, Rep::Int { signed: true, .. });
        let ok = match op {
            BinaryOp::Add | BinaryOp::Mul => true,
            BinaryOp::And => true,
            BinaryOp::Sub => k != i32::MIN,
            BinaryOp::Div | BinaryOp::Rem => signed && k != 0 && k != -1,
            BinaryOp::Shl | BinaryOp::Shr => (0..64).contains(&k),
            _ => false,
        };
        if !ok {
            return false;
        }
        let b = self.left_operand(x, a);
        let m = k;
        let instr = match op {
            BinaryOp::Add => Instr::AddK { a, b, m },
            BinaryOp::Sub => Instr::AddK { a, b, m: -m },
            BinaryOp::Mul => Instr::MulK { a, b, m },
            BinaryOp::And => Instr::AndK { a, b, m },
            BinaryOp::Div => Instr::DivK { a, b, m },
            BinaryOp::Rem => Instr::RemK { a, b, m },
            BinaryOp::Shl => Instr::ShlK { a, b, m },
            _ if signed => Instr::ShrK { a, b, m },
            _ => Instr::ShrUK { a, b, m },
        };
        self.emit(instr);
        if !matches!(op, BinaryOp::And | BinaryOp::Rem | BinaryOp::Shr) {
            self.narrow(a, rep);
        }
        true
    }

    /// a = b op c for registers.
    pub(super) fn arith(&mut self, op: BinaryOp, a: Reg, b: Reg, c: Reg, rep: Rep) {
        use BinaryOp::*;
        let instr = match rep {
            Rep::F64 => match op {
                Add => match self.fuse_mul_add(a, b, c, false) {
                    true => return,
                    false => Instr::AddF { a, b, c },
                },
                Sub => match self.fuse_mul_add(a, b, c, true) {
                    true => return,
                    false => Instr::SubF { a, b, c },
                },
                Mul => Instr::MulF { a, b, c },
                _ => Instr::DivF { a, b, c },
            },
            Rep::F32 => match op {
                Add => Instr::AddF32 { a, b, c },
                Sub => Instr::SubF32 { a, b, c },
                Mul => Instr::MulF32 { a, b, c },
                _ => Instr::DivF32 { a, b, c },
            },
            Rep::C64 | Rep::C128 => {
                let how = match op {
                    Add => 0,
                    Sub => 1,
                    Mul => 2,
                    _ => 3,
                };
                Instr::Complex { a, b, c, m: how | if rep == Rep::C64 { 4 } else { 0 } }
            }
            Rep::Str => Instr::Concat { a, b, c },
            _ => {
                let signed = matches!(rep, Rep::Int { signed: true, .. });
                match op {
                    Add => Instr::Add { a, b, c },
                    Sub => Instr::Sub { a, b, c },
                    Mul => Instr::Mul { a, b, c },
                    Div if signed => Instr::Div { a, b, c },
                    Div => Instr::DivU { a, b, c },
                    Rem if signed => Instr::Rem { a, b, c },
                    Rem => Instr::RemU { a, b, c },
                    And => Instr::And { a, b, c },
                    Or => Instr::Or { a, b, c },
                    Xor => Instr::Xor { a, b, c },
                    AndNot => Instr::AndNot { a, b, c },
                    Shl => Instr::Shl { a, b, c },
                    Shr if signed => Instr::Shr { a, b, c },
                    _ => Instr::ShrU { a, b, c },
                }
            }
        };
        self.emit(instr);
        if matches!(op, Add | Sub | Mul | Div | Shl) {
            self.narrow(a, rep);
        }
    }

    /// a = a ± x*y, if c = x*y was the last instruction and only made for this.
    fn fuse_mul_add(&mut self, a: Reg, b: Reg, c: Reg, sub: bool) -> bool {
        let next = self.f.next;
        if a != b || c == a {
            return false;
        }
        match self.f.last() {
            Some(Instr::MulF { a: d, b: x, c: y }) if *d == c && (c as usize) < next && c > a => {
                let (x, y) = (*x, *y);
                // The product's register must be a temporary: variables lie below all temporaries of this expression.
                if !self.is_temp(c) {
                    return false;
                }
                self.f.unemit();
                self.emit(if sub { Instr::MulSubF { a, b: x, c: y } } else { Instr::MulAddF { a, b: x, c: y } });
                true
            }
            _ => false,
        }
    }

    /// Whether no variable lives in this register.
    fn is_temp(&self, r: Reg) -> bool {
        !self.f.vars.values().any(|v| matches!(v, super::func::Var::Reg(at) | super::func::Var::Boxed(at) if *at == r))
    }

    /// A chain of `+` over strings, joined at once.
    fn concat(&mut self, e: ExprId, dst: Option<Reg>) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(2));
        let mark = self.f.next;
        let mut parts = Vec::new();
        self.concat_parts(e, &mut parts);
        let operands: Vec<_> = parts.iter().map(|&p| (p, None)).collect();
        self.order(&operands);
        if let [x, y] = parts[..] {
            let b = self.expr(x, None);
            let c = self.expr(y, None);
            self.emit(Instr::Concat { a, b, c });
            self.f.next = mark;
            return a;
        }
        // A very long chain is joined piece by piece, each time behind what is there already.
        let b = self.alloc(2 * parts.len().min(CONCAT_MAX) as u8);
        let mut at = 0;
        for (i, &part) in parts.iter().enumerate() {
            let m = self.f.next;
            self.expr(part, Some(b + 2 * at));
            self.f.next = m;
            at += 1;
            if at as usize == CONCAT_MAX && i + 1 < parts.len() {
                self.emit(Instr::ConcatN { a: b, b, c: at });
                at = 1;
            }
        }
        self.emit(Instr::ConcatN { a, b, c: at });
        self.f.next = mark;
        a
    }

    fn concat_parts(&self, e: ExprId, out: &mut Vec<ExprId>) {
        match &self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::Binary { op: BinaryOp::Add, x, y } if self.info(e).value.is_none() => {
                self.concat_parts(*x, out);
                self.concat_parts(*y, out);
            }
            ExprKind::Paren(x) if self.info(e).value.is_none() => self.concat_parts(*x, out),
            _ => out.push(e),
        }
    }

    /// The type in which two operands are compared: an interface if one is.
    fn comparison_type(&mut self, x: ExprId, y: ExprId) -> TypeId {
        let (xt, yt) = (self.type_of(x), self.type_of(y));
        if self.info(x).mode == Mode::NilValue {
            return yt;
        }
        if self.rep(yt) == Rep::Iface && self.rep(xt) != Rep::Iface && self.info(y).mode != Mode::NilValue {
            return yt;
        }
        xt
    }

    fn is_nil(&self, e: ExprId) -> bool {
        match &self.packages[self.f.pkg].ast.exprs[e].kind {
            ExprKind::Paren(x) => self.is_nil(*x),
            _ => self.info(e).mode == Mode::NilValue,
        }
    }

    /// A comparison as a value.
    fn comparison(&mut self, op: BinaryOp, x: ExprId, y: ExprId, dst: Option<Reg>) -> Reg {
        let a = dst.unwrap_or_else(|| self.alloc(1));
        let mark = self.f.next;
        if self.is_nil(x) || self.is_nil(y) {
            let (v, _) = if self.is_nil(x) { (y, x) } else { (x, y) };
            let b = self.expr(v, None);
            let c = self.alloc(1);
            self.f.zero(c, 1);
            self.emit(if op == BinaryOp::Eql { Instr::EqI { a, b, c } } else { Instr::NeI { a, b, c } });
            self.f.next = mark;
            return a;
        }
        let ty = self.comparison_type(x, y);
        self.order(&[(x, Some(ty)), (y, Some(ty))]);
        let b = self.expr_as(x, ty, None);
        let c = self.expr_as(y, ty, None);
        self.compare_regs(op, a, b, c, ty);
        self.f.next = mark;
        a
    }

    /// a = b op c for values of type `ty`.
    pub(super) fn compare_regs(&mut self, op: BinaryOp, a: Reg, b: Reg, c: Reg, ty: TypeId) {
        use BinaryOp::*;
        let rep = self.rep(ty);
        let (b, c, op) = match op {
            Gtr => (c, b, Lss),
            Geq => (c, b, Leq),
            other => (b, c, other),
        };
        let instr = match rep {
            Rep::Bool | Rep::Word => match op {
                Eql => Instr::EqI { a, b, c },
                _ => Instr::NeI { a, b, c },
            },
            Rep::Int { signed, .. } => match (op, signed) {
                (Eql, _) => Instr::EqI { a, b, c },
                (Neq, _) => Instr::NeI { a, b, c },
                (Lss, true) => Instr::LtI { a, b, c },
                (Lss, false) => Instr::LtU { a, b, c },
                (_, true) => Instr::LeI { a, b, c },
                (_, false) => Instr::LeU { a, b, c },
            },
            Rep::F64 | Rep::F32 => {
                let (b, c) = if rep == Rep::F32 { (self.widen_f32(b), self.widen_f32(c)) } else { (b, c) };
                match op {
                    Eql => Instr::EqF { a, b, c },
                    Neq => Instr::NeF { a, b, c },
                    Lss => Instr::LtF { a, b, c },
                    _ => Instr::LeF { a, b, c },
                }
            }
            Rep::Str => match op {
                Eql | Neq => Instr::EqS { a, b, c },
                Lss => Instr::LtS { a, b, c },
                _ => Instr::LeS { a, b, c },
            },
            _ => {
                let wide = self.is_wide(ty);
                let m = self.rtype(if wide { TypeId::EMPTY_INTERFACE } else { ty }).0 as i32;
                let (b, c) = if wide { (self.wide_iface(b, ty), self.wide_iface(c, ty)) } else { (b, c) };
                Instr::EqT { a, b, c, m }
            }
        };
        let negate = op == Neq && matches!(instr, Instr::EqS { .. } | Instr::EqT { .. });
        self.emit(instr);
        if negate {
            self.emit(Instr::Not { a, b: a });
        }
    }

    /// A wide value as an interface around its pointer, for comparison.
    fn wide_iface(&mut self, ptr: Reg, ty: TypeId) -> Reg {
        let a = self.alloc(2);
        let m = self.rtype(ty).0 as i32;
        self.emit(Instr::LdI { a, m });
        self.f.mov(a + 1, ptr, 1);
        a
    }

    fn widen_f32(&mut self, r: Reg) -> Reg {
        let a = self.alloc(1);
        self.emit(Instr::F32ToF { a, b: r });
        a
    }

    /// Jumps to `to` if the comparison is `when`; false if there is no fused form.
    pub(super) fn compare_branch(&mut self, op: BinaryOp, x: ExprId, y: ExprId, to: Label, when: bool) -> bool {
        use BinaryOp::*;
        if !is_comparison(op) {
            return false;
        }
        if self.is_nil(x) || self.is_nil(y) {
            let v = if self.is_nil(x) { y } else { x };
            let a = self.expr(v, None);
            let equal = (op == Eql) == when;
            self.f.jump(if equal { Instr::JEqK { a, k: 0, m: 0 } } else { Instr::JNeK { a, k: 0, m: 0 } }, to);
            return true;
        }
        let ty = self.comparison_type(x, y);
        if matches!(self.rep(ty), Rep::Int { .. } | Rep::Bool | Rep::Word | Rep::F64) {
            self.order(&[(x, None), (y, None)]);
        }
        match self.rep(ty) {
            Rep::Int { signed, .. } => self.int_branch(op, x, y, to, when, signed),
            Rep::Bool | Rep::Word => {
                let a = self.expr(x, None);
                let b = self.expr(y, None);
                let equal = (op == Eql) == when;
                self.f.jump(if equal { Instr::JEq { a, b, m: 0 } } else { Instr::JNe { a, b, m: 0 } }, to);
                true
            }
            Rep::F64 => {
                let (a, b) = (self.expr(x, None), self.expr(y, None));
                let (a, b, op) = match op {
                    Gtr => (b, a, Lss),
                    Geq => (b, a, Leq),
                    other => (a, b, other),
                };
                let instr = match (op, when) {
                    (Lss, true) => Instr::JLtF { a, b, m: 0 },
                    (Lss, false) => Instr::JNLtF { a, b, m: 0 },
                    (Leq, true) => Instr::JLeF { a, b, m: 0 },
                    (Leq, false) => Instr::JNLeF { a, b, m: 0 },
                    _ => {
                        let t = self.alloc(1);
                        let c = b;
                        self.emit(Instr::EqF { a: t, b: a, c });
                        if (op == Eql) == when { Instr::JT { a: t, m: 0 } } else { Instr::JF { a: t, m: 0 } }
                    }
                };
                self.f.jump(instr, to);
                true
            }
            _ => false,
        }
    }

    fn int_branch(&mut self, op: BinaryOp, x: ExprId, y: ExprId, to: Label, when: bool, signed: bool) -> bool {
        use BinaryOp::*;
        let op = if when {
            op
        } else {
            match op {
                Eql => Neq,
                Neq => Eql,
                Lss => Geq,
                Geq => Lss,
                Gtr => Leq,
                _ => Gtr,
            }
        };
        let k = self.small_const(y).and_then(|k| i16::try_from(k).ok());
        if let Some(k) = k.filter(|_| signed || matches!(op, Eql | Neq)) {
            let a = self.expr(x, None);
            if op == Lss && self.fuse_inc(a, to, |a| Instr::IncJLtK { a, k, m: 0 }) {
                return true;
            }
            let instr = match op {
                Eql => Instr::JEqK { a, k, m: 0 },
                Neq => Instr::JNeK { a, k, m: 0 },
                Lss => Instr::JLtK { a, k, m: 0 },
                Leq => Instr::JLeK { a, k, m: 0 },
                Gtr => Instr::JGtK { a, k, m: 0 },
                _ => Instr::JGeK { a, k, m: 0 },
            };
            self.f.jump(instr, to);
            return true;
        }
        let (a, b) = (self.expr(x, None), self.expr(y, None));
        let (a, b, op) = match op {
            Gtr => (b, a, Lss),
            Geq => (b, a, Leq),
            other => (a, b, other),
        };
        let fusible = signed && a != b && matches!(op, Lss | Leq);
        if fusible && self.fuse_add(a, b, to, op == Leq) {
            return true;
        }
        let instr = match (op, signed) {
            (Eql, _) => Instr::JEq { a, b, m: 0 },
            (Neq, _) => Instr::JNe { a, b, m: 0 },
            (Lss, true) => Instr::JLt { a, b, m: 0 },
            (Lss, false) => Instr::JLtU { a, b, m: 0 },
            (_, true) => Instr::JLe { a, b, m: 0 },
            (_, false) => Instr::JLeU { a, b, m: 0 },
        };
        self.f.jump(instr, to);
        true
    }

    /// Turns `a += 1; if a < …` into one instruction.
    fn fuse_inc(&mut self, a: Reg, to: Label, make: impl FnOnce(Reg) -> Instr) -> bool {
        match self.f.last() {
            Some(Instr::AddK { a: x, b: y, m: 1 }) if *x == a && *y == a => {
                self.f.unemit();
                self.f.jump(make(a), to);
                true
            }
            _ => false,
        }
    }

    /// Turns `a += 1` or `a += s` before `if a < b` (or `<=`) into one instruction.
    fn fuse_add(&mut self, a: Reg, b: Reg, to: Label, or_equal: bool) -> bool {
        match self.f.last() {
            Some(Instr::AddK { a: x, b: y, m: 1 }) if *x == a && *y == a => {
                self.f.unemit();
                self.f.jump(if or_equal { Instr::IncJLe { a, b, m: 0 } } else { Instr::IncJLt { a, b, m: 0 } }, to);
                true
            }
            Some(Instr::Add { a: x, b: y, c: s }) if *x == a && *y == a && *s != a => {
                let s = *s;
                self.f.unemit();
                let instr = if or_equal {
                    Instr::AddJLe { a, b: s, c: b, m: 0 }
                } else {
                    Instr::AddJLt { a, b: s, c: b, m: 0 }
                };
                self.f.jump(instr, to);
                true
            }
            _ => false,
        }
    }

    /// `place op= y`, `place++`
    pub(super) fn op_assign(&mut self, place: Place, ty: TypeId, op: BinaryOp, y: Option<ExprId>) {
        let rep = self.rep(ty);
        let mark = self.f.next;
        let n = self.slots(ty);
        // In place if the variable is in registers.
        let target = match place {
            Place::Reg(r) => r,
            _ => self.alloc(n),
        };
        // gc looks an entry up once, to assign to it, when it has the other side; but divisions may panic before that.
        let early = match y {
            Some(y) if self.may_not_hash(place) && self.const_of(y).is_none() => Some(self.expr(y, None)),
            _ => None,
        };
        if !matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            self.check_map(place);
        }
        let a = self.load(place, ty, Some(target));
        if matches!(place, Place::Map { .. }) && !matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            self.mark_update();
        }
        match y {
            None => {
                let m = if op == BinaryOp::Add { 1 } else { -1 };
                match rep {
                    Rep::Int { .. } => {
                        self.emit(Instr::AddK { a, b: a, m });
                        self.narrow(a, rep);
                    }
                    _ => {
                        let one = self.alloc(n);
                        self.load_one(one, rep);
                        self.arith(op, a, a, one, rep);
                    }
                }
            }
            Some(y) => {
                let done = match (rep, self.small_const(y)) {
                    (Rep::Int { .. }, Some(k)) => self.int_const_reg(op, a, a, k, rep),
                    _ => false,
                };
                if !done {
                    let c = early.unwrap_or_else(|| self.expr(y, None));
                    if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
                        let yt = self.type_of(y);
                        self.shift_count(c, yt);
                    }
                    self.arith(op, a, a, c, rep);
                }
            }
        }
        if !matches!(place, Place::Reg(_)) {
            self.store(place, ty, a);
        }
        self.f.next = mark;
    }

    fn load_one(&mut self, a: Reg, rep: Rep) {
        match rep {
            Rep::F64 | Rep::C128 => {
                let m = self.const_word(1.0_f64.to_bits());
                self.emit(Instr::LdK { a, m });
            }
            _ => {
                let m = self.const_word(u64::from(1.0_f32.to_bits()));
                self.emit(Instr::LdK { a, m });
            }
        }
        if matches!(rep, Rep::C64 | Rep::C128) {
            self.emit(Instr::LdI { a: a + 1, m: 0 });
        }
    }

    fn int_const_reg(&mut self, op: BinaryOp, a: Reg, b: Reg, m: i32, rep: Rep) -> bool {
        let signed = matches!(rep, Rep::Int { signed: true, .. });
        let instr = match op {
            BinaryOp::Add => Instr::AddK { a, b, m },
            BinaryOp::Sub if m != i32::MIN => Instr::AddK { a, b, m: -m },
            BinaryOp::Mul => Instr::MulK { a, b, m },
            BinaryOp::And => Instr::AndK { a, b, m },
            BinaryOp::Div if signed && m != 0 && m != -1 => Instr::DivK { a, b, m },
            BinaryOp::Rem if signed && m != 0 && m != -1 => Instr::RemK { a, b, m },
            BinaryOp::Shl if (0..64).contains(&m) => Instr::ShlK { a, b, m },
            BinaryOp::Shr if (0..64).contains(&m) && signed => Instr::ShrK { a, b, m },
            BinaryOp::Shr if (0..64).contains(&m) => Instr::ShrUK { a, b, m },
            _ => return false,
        };
        self.emit(instr);
        self.narrow(a, rep);
        true
    }
}
