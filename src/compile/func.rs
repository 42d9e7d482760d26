//! A function under construction: its code, registers, labels and variables.

use super::errors;
use super::unit::Unit;
use crate::base::{IndexVec, Pos};
use crate::bytecode::{CaptureInfo, FuncId, Instr, LineInfo, RTypeId, VarInfo};
use crate::syntax::ast::ExprId;
use crate::types::{ObjId, PkgId, TypeId, TypeParamId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// A register.
pub(super) type Reg = u8;

/// Variables take registers up to here; later ones live on the heap, so that expressions always find room.
const VAR_LIMIT: usize = 150;
/// The same for functions with so many variables that not even the pointers to them have room.
const SPILL_FROM: usize = 60;

crate::define_id! {
    /// A place in the code that jumps go to.
    Label
}

/// Where a variable lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Var {
    /// In registers.
    Reg(Reg),
    /// On the heap; the register holds the pointer.
    Boxed(Reg),
    /// On the heap; the pointer is this slot of the function's spill object.
    Spilled(u32),
    /// Captured by value: slots of the closure from here.
    Captured(u32),
    /// Captured by reference: this slot of the closure is the pointer.
    CapturedRef(u32),
}

/// What `break` and `continue` mean in a statement.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) label: Option<crate::base::Symbol>,
    pub(super) on_break: Label,
    pub(super) on_continue: Option<Label>,
}

/// A function under construction.
#[derive(Debug)]
pub(super) struct Func {
    pub(super) id: FuncId,
    pub(super) name: String,
    pub(super) pkg: PkgId,
    pub(super) subst: Rc<[(TypeParamId, TypeId)]>,
    pub(super) code: Vec<Instr>,
    pub(super) lines: Vec<LineInfo>,
    /// First free register.
    pub(super) next: usize,
    max: usize,
    pub(super) vars: FxHashMap<ObjId, Var>,
    pub(super) var_infos: Vec<VarInfo>,
    pub(super) capture_infos: Vec<CaptureInfo>,
    /// Variables that must live on the heap.
    pub(super) boxed: Rc<FxHashSet<ObjId>>,
    /// Calls of `append` that make a first array of gc's size; their variables, and the registers that say whether they have.
    pub(super) reserving: Rc<FxHashMap<crate::syntax::ast::ExprId, ObjId>>,
    pub(super) reserved: FxHashMap<ObjId, Reg>,
    /// What the closure holds, in order: variable and whether by reference.
    pub(super) captures: Vec<(ObjId, bool)>,
    pub(super) capture_slots: u32,
    /// Register of the closure's own pointer.
    pub(super) closure_reg: Reg,
    pub(super) params: u32,
    pub(super) results: Vec<(TypeId, Option<ObjId>)>,
    /// Registers in which they are returned.
    pub(super) result_slots: u32,
    /// Where results stand until the function returns, when `defer` or names need them kept: one register each.
    pub(super) result_vars: Vec<Var>,
    pub(super) has_defer: bool,
    pub(super) epilogue: Option<Label>,
    labels: IndexVec<Label, Option<usize>>,
    fixups: Vec<(usize, Label)>,
    pub(super) targets: Vec<Target>,
    pub(super) gotos: FxHashMap<crate::base::Symbol, Label>,
    pub(super) pos: Pos,
    stmt_starts: bool,
    pub(super) literals: u32,
    /// First free register when the statement began: from here on there are only its temporaries.
    pub(super) stmt_base: usize,
    /// Values evaluated before their turn (`order`).
    pub(super) ordered: FxHashMap<crate::syntax::ast::ExprId, super::order::Kept>,
    /// Literals whose elements are evaluated one by one.
    pub(super) leafwise: rustc_hash::FxHashSet<crate::syntax::ast::ExprId>,
    /// Where those are that found no register.
    pub(super) shelf: Option<super::order::Shelf>,
    pub(super) range_bodies: u32,
    /// Of a function that is the body of a loop over a function.
    pub(super) range: Option<super::rangefunc::RangeBody>,
    /// Label of the statement about to be compiled, for loops.
    pub(super) pending_label: Option<crate::base::Symbol>,
    /// Label of the next case's body, for `fallthrough`.
    pub(super) fallthrough: Option<Label>,
    /// Variables whose declaration was a loop's, per iteration.
    pub(super) loop_vars: bool,
    pub(super) too_complex: bool,
    /// Whether most variables live on the heap, their pointers in one object: it has more than there are registers.
    pub(super) spilling: bool,
    pub(super) spill_reg: Option<Reg>,
    /// The instruction that makes the spill object.
    spill_at: usize,
    spilled: u32,
    /// No peephole may look behind this instruction: a label stands here.
    barrier: usize,
    /// `made_names` of this function: (instruction, name).
    pub(super) made: Vec<(usize, String)>,
    /// Interface types asserted: (instruction, type).
    pub(super) asserted: Vec<(usize, RTypeId)>,
    /// Which indices of an instruction are unsigned words: (instruction, bits).
    pub(super) unsigned: Vec<(usize, u8)>,
    /// The entry of a map that the statement appends to.
    pub(super) updates: Option<ExprId>,
    /// Name for what is being made: the variable it is assigned to.
    pub(super) making: Option<String>,
    /// The same for calls of `make` beside others, by their first argument.
    pub(super) makings: FxHashMap<ExprId, String>,
    pub(super) wrapper: bool,
    pub(super) decl_pos: Pos,
}

impl Func {
    pub(super) fn new(id: FuncId, name: String, pkg: PkgId, subst: Rc<[(TypeParamId, TypeId)]>, pos: Pos) -> Self {
        Self {
            id,
            name,
            pkg,
            subst,
            code: Vec::new(),
            lines: Vec::new(),
            next: 0,
            max: 0,
            vars: FxHashMap::default(),
            var_infos: Vec::new(),
            capture_infos: Vec::new(),
            boxed: Rc::default(),
            reserving: Rc::default(),
            reserved: FxHashMap::default(),
            captures: Vec::new(),
            capture_slots: 0,
            closure_reg: 0,
            params: 0,
            results: Vec::new(),
            result_slots: 0,
            result_vars: Vec::new(),
            has_defer: false,
            epilogue: None,
            labels: IndexVec::new(),
            fixups: Vec::new(),
            targets: Vec::new(),
            gotos: FxHashMap::default(),
            pos,
            stmt_starts: false,
            literals: 0,
            stmt_base: 0,
            ordered: FxHashMap::default(),
            leafwise: rustc_hash::FxHashSet::default(),
            shelf: None,
            range_bodies: 0,
            range: None,
            pending_label: None,
            fallthrough: None,
            loop_vars: false,
            too_complex: false,
            spilling: false,
            spill_reg: None,
            spill_at: 0,
            spilled: 0,
            barrier: 0,
            made: Vec::new(),
            asserted: Vec::new(),
            unsigned: Vec::new(),
            updates: None,
            making: None,
            makings: FxHashMap::default(),
            wrapper: false,
            decl_pos: pos,
        }
    }

    /// The function before anything of it was compiled, to be compiled with few variables in registers.
    pub(super) fn spilling_again(&self) -> Self {
        let mut f = Self::new(self.id, self.name.clone(), self.pkg, Rc::clone(&self.subst), self.decl_pos);
        f.boxed = Rc::clone(&self.boxed);
        f.reserving = Rc::clone(&self.reserving);
        f.loop_vars = self.loop_vars;
        f.spilling = true;
        f
    }

    /// Takes `n` registers.
    pub(super) fn alloc(&mut self, n: u8) -> Reg {
        let reg = self.next;
        self.next += n as usize;
        // 255 is "no register".
        if self.next > 254 {
            self.too_complex = true;
            self.next = 254;
            return 254_usize.saturating_sub(n as usize) as Reg;
        }
        self.max = self.max.max(self.next);
        reg as Reg
    }

    /// Ends the scope of the variables in registers from `mark` on, and gives those back.
    pub(super) fn end_scope(&mut self, mark: usize) {
        let at = self.code.len() as u32;
        for v in self.var_infos.iter_mut().filter(|v| v.reg as usize >= mark) {
            v.to = v.to.min(at);
        }
        self.next = mark;
    }

    /// Whether another variable of `n` slots may have registers.
    pub(super) fn has_room(&self, n: u8) -> bool {
        self.next + n as usize <= if self.spilling { SPILL_FROM } else { VAR_LIMIT }
    }

    /// A place in the spill object for one more variable, if it belongs there.
    pub(super) fn next_spill(&mut self) -> Option<u32> {
        if self.spill_reg.is_none() || self.has_room(1) {
            return None;
        }
        self.spilled += 1;
        Some(self.spilled - 1)
    }

    /// Whether no variable that the statement can name stands in this register.
    pub(super) fn is_fresh(&self, r: Reg) -> bool {
        r as usize >= self.stmt_base
    }

    /// Registers used, with room for what returns: at least the results.
    pub(super) fn frame(&self) -> u32 {
        self.max.max(1) as u32
    }

    pub(super) fn reserve(&mut self, n: usize) {
        self.max = self.max.max(n);
    }

    /// Says that a statement starts here.
    pub(super) fn statement(&mut self, pos: Pos) {
        self.pos = pos;
        self.stmt_starts = true;
    }

    pub(super) fn emit(&mut self, instr: Instr) -> usize {
        self.code.push(instr);
        self.lines.push(LineInfo { pos: self.pos, stmt: std::mem::take(&mut self.stmt_starts) });
        self.code.len() - 1
    }

    /// The last instruction, if a peephole may change it.
    pub(super) fn last(&mut self) -> Option<&mut Instr> {
        if self.code.len() > self.barrier { self.code.last_mut() } else { None }
    }

    /// Takes the last instruction back; only after [`last`](Self::last) has shown it.
    pub(super) fn unemit(&mut self) {
        self.code.pop();
        if let Some(line) = self.lines.pop() {
            self.stmt_starts |= line.stmt;
        }
    }

    /// Says which indices of the next instruction are unsigned words.
    pub(super) fn note_unsigned(&mut self, bits: u8) {
        if bits != 0 {
            self.unsigned.push((self.code.len(), bits));
        }
    }

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None)
    }

    /// Puts a label here.
    pub(super) fn place(&mut self, label: Label) {
        self.labels[label] = Some(self.code.len());
        self.barrier = self.code.len();
    }

    /// Emits a jump to a label.
    pub(super) fn jump(&mut self, instr: Instr, label: Label) {
        let at = self.emit(instr);
        self.fixups.push((at, label));
    }

    /// Writes the distances of all jumps.
    pub(super) fn patch(&mut self) {
        for (at, label) in std::mem::take(&mut self.fixups) {
            let to = self.labels[label].unwrap_or(at + 1);
            self.code[at] = self.code[at].with_m(to as i32 - at as i32 - 1);
        }
    }

    pub(super) fn label_at(&self, label: Label) -> Option<usize> {
        self.labels[label]
    }

    pub(super) fn mov(&mut self, a: Reg, b: Reg, n: u8) {
        if a == b {
            return;
        }
        match n {
            0 => {}
            1 => {
                self.emit(Instr::Mov { a, b });
            }
            2 => {
                self.emit(Instr::Mov2 { a, b });
            }
            3 => {
                self.emit(Instr::Mov3 { a, b });
            }
            _ => {
                self.emit(Instr::MovN { a, b, c: n });
            }
        }
    }

    pub(super) fn zero(&mut self, a: Reg, n: u8) {
        match n {
            0 => {}
            1 => {
                self.emit(Instr::LdI { a, m: 0 });
            }
            _ => {
                self.emit(Instr::Zero { a, c: n });
            }
        }
    }
}

impl Unit<'_> {
    pub(super) fn emit(&mut self, instr: Instr) -> usize {
        self.f.emit(instr)
    }

    pub(super) fn alloc(&mut self, n: u8) -> Reg {
        self.f.alloc(n)
    }

    /// Registers for a value of type `ty`.
    pub(super) fn alloc_for(&mut self, ty: TypeId) -> Reg {
        let n = self.slots(ty);
        self.f.alloc(n)
    }

    /// `dst` if there is one, else new registers.
    pub(super) fn dst_for(&mut self, dst: Option<Reg>, ty: TypeId) -> Reg {
        dst.unwrap_or_else(|| self.alloc_for(ty))
    }

    pub(super) fn load_int(&mut self, a: Reg, v: i64) {
        match i32::try_from(v) {
            Ok(m) => self.emit(Instr::LdI { a, m }),
            Err(_) => {
                let m = self.const_word(v as u64);
                self.emit(Instr::LdK { a, m })
            }
        };
    }

    /// Number of a 64-bit constant.
    pub(super) fn const_word(&mut self, v: u64) -> i32 {
        if let Some(&i) = self.const_ids.get(&v) {
            return i;
        }
        let i = self.program.consts.len() as i32;
        self.program.consts.push(v);
        self.const_ids.insert(v, i);
        i
    }

    /// Number of a string constant.
    pub(super) fn const_string(&mut self, bytes: &[u8]) -> i32 {
        if let Some(&i) = self.string_ids.get(bytes) {
            return i;
        }
        let i = self.program.strings.len() as i32;
        self.program.strings.push(bytes.into());
        self.string_ids.insert(bytes.into(), i);
        i
    }

    /// Makes the object for variables that find no register.
    pub(super) fn open_spill(&mut self) {
        if self.f.spilling {
            let a = self.alloc(1);
            self.f.spill_reg = Some(a);
            self.f.spill_at = self.emit(Instr::New { a, m: 0 });
        }
    }

    /// Now it is known how large that is.
    fn close_spill(&mut self) {
        if self.f.spill_reg.is_some() {
            let slots = self.f.spilled.max(1);
            let layout = self.pointers_layout(slots).0 as i32;
            let at = self.f.spill_at;
            self.f.code[at] = self.f.code[at].with_m(layout);
        }
    }

    /// Reports that the function needs too many registers, once it is finished.
    pub(super) fn check_complexity(&mut self) {
        self.close_spill();
        if self.f.too_complex {
            let pos = self.f.decl_pos;
            self.diags.push(errors::too_complex(pos));
        }
    }
}
