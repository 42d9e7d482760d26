//! Sizes as gc has them on amd64.

use super::{Basic, Type, TypeId, Types};

const WORD: i64 = 8;

impl Types {
    /// The size in bytes; negative if it is too large.
    pub fn sizeof(&mut self, ty: TypeId) -> i64 {
        let u = self.under(ty);
        match &self.types[u] {
            Type::Basic(basic) => match basic {
                Basic::Bool | Basic::Int8 | Basic::Uint8 => 1,
                Basic::Int16 | Basic::Uint16 => 2,
                Basic::Int32 | Basic::Uint32 | Basic::Float32 => 4,
                Basic::Int64 | Basic::Uint64 | Basic::Float64 | Basic::Complex64 => 8,
                Basic::Complex128 | Basic::String => 16,
                _ => WORD,
            },
            &Type::Array { len, elem } => {
                if len <= 0 {
                    return 0;
                }
                let size = self.sizeof(elem);
                if size < 0 { -1 } else { size.checked_mul(len).unwrap_or(-1) }
            }
            Type::Slice(_) => 3 * WORD,
            Type::Interface(_) => 2 * WORD,
            Type::Struct(fields) => {
                let fields: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                let Some(&last) = fields.last() else { return 0 };
                let offsets = self.offsets_of(&fields);
                let offset = offsets.last().copied().unwrap_or(0);
                let mut size = self.sizeof(last);
                if offset < 0 || size < 0 {
                    return -1;
                }
                // A pointer to a last field without size must not point past the struct.
                if offset > 0 && size == 0 {
                    size = 1;
                }
                let align_to = self.alignof(ty);
                offset.checked_add(size).map_or(-1, |end| align(end, align_to))
            }
            _ => WORD,
        }
    }

    /// The alignment in bytes.
    pub fn alignof(&mut self, ty: TypeId) -> i64 {
        let u = self.under(ty);
        match &self.types[u] {
            &Type::Array { elem, .. } => self.alignof(elem),
            Type::Struct(fields) => {
                let fields: Vec<TypeId> = fields.iter().map(|f| f.ty).collect();
                fields.into_iter().map(|f| self.alignof(f)).max().unwrap_or(1).max(1)
            }
            Type::Basic(Basic::Complex64) => 4,
            Type::Basic(Basic::Complex128 | Basic::String) | Type::Slice(_) | Type::Interface(_) => WORD,
            _ => self.sizeof(ty).clamp(1, WORD),
        }
    }

    /// The offsets of fields of these types; negative from where they are too large.
    pub fn offsets_of(&mut self, fields: &[TypeId]) -> Vec<i64> {
        let mut offset: i64 = 0;
        let mut out = Vec::with_capacity(fields.len());
        for &f in fields {
            if offset < 0 {
                out.push(-1);
                continue;
            }
            let a = self.alignof(f);
            offset = align(offset, a);
            out.push(offset);
            let size = self.sizeof(f);
            offset = if size < 0 || offset < 0 { -1 } else { offset.checked_add(size).unwrap_or(-1) };
        }
        out
    }
}

fn align(x: i64, a: i64) -> i64 {
    x.checked_add(a - 1).map_or(-1, |y| y - y % a)
}
