//! Constants into registers.

use super::func::Reg;
use super::layout::Rep;
use super::unit::Unit;
use crate::bytecode::Instr;
use crate::constant::Value;
use crate::types::TypeId;

impl Unit<'_> {
    /// Loads a constant of type `ty`; of an interface type, boxed as its default type.
    pub(super) fn load_const(&mut self, value: &Value, ty: TypeId, a: Reg) {
        match self.rep(ty) {
            Rep::Bool => {
                let m = i32::from(value.as_bool().unwrap_or(false));
                self.emit(Instr::LdI { a, m });
            }
            Rep::Int { .. } | Rep::Word => {
                let v = value.as_i64().or_else(|| value.as_u64().map(|v| v as i64)).unwrap_or(0);
                self.load_int(a, v);
            }
            Rep::F64 => self.load_float(a, value.to_f64()),
            Rep::F32 => self.load_float32(a, value.to_f32()),
            Rep::C128 => {
                self.load_float(a, value.real().to_f64());
                self.load_float(a + 1, value.imag().to_f64());
            }
            Rep::C64 => {
                self.load_float32(a, value.real().to_f32());
                self.load_float32(a + 1, value.imag().to_f32());
            }
            Rep::Str => {
                let bytes = value.as_bytes().unwrap_or_default();
                let m = self.const_string(bytes);
                self.emit(Instr::LdStr { a, m });
            }
            Rep::Slice | Rep::Iface | Rep::Struct | Rep::Array | Rep::Tuple => {
                let n = self.slots(ty);
                self.f.zero(a, n);
            }
        }
    }

    fn load_float(&mut self, a: Reg, v: f64) {
        let m = self.const_word(v.to_bits());
        self.emit(Instr::LdK { a, m });
    }

    fn load_float32(&mut self, a: Reg, v: f32) {
        let m = self.const_word(u64::from(v.to_bits()));
        self.emit(Instr::LdK { a, m });
    }
}
