//! Conversions through `unsafe.Pointer`: memory is slots, not bytes, so a pointer may only be taken for one to what lies there in
//! the same form. What is known to lie there in another is refused; a pointer whose origin is not seen is taken as it is.

use super::errors;
use super::unit::Unit;
use crate::check::info::Mode;
use crate::syntax::ast::{ExprId, ExprKind};
use crate::types::{Basic, Type, TypeId};

/// Packages of ours that know how values lie.
const TRUSTED: [&str; 2] = ["reflect", "runtime"];
/// Larger types are compared as far as this many slots.
const MOST: usize = 64;

/// What a slot holds, as far as it can be taken for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// 64 bits.
    Word,
    /// A number of so many bits, widened.
    Number {
        signed: bool,
        bits: u8,
    },
    Pointer,
    /// A pointer to bytes that a length follows.
    Bytes,
    /// A pointer to elements that a length follows.
    Elems(TypeId),
    /// The halves of an interface.
    IfaceType,
    IfaceData,
}

impl Unit<'_> {
    /// Reports `T(x)` if it takes memory for what it is not.
    pub(super) fn check_reinterpretation(&mut self, x: ExprId, to: TypeId) {
        if TRUSTED.contains(&self.packages[self.f.pkg].path.as_str()) {
            return;
        }
        let from = self.type_of(x);
        let pos = self.f.pos;
        if self.is_unsafe_pointer(to) {
            if matches!(self.under(from), Type::Basic(Basic::Uintptr)) && !self.is_reflected_address(x) {
                self.diags.push(errors::unsafe_address(pos));
            }
            return;
        }
        if !self.is_unsafe_pointer(from) {
            return;
        }
        let Type::Pointer(want) = self.under(to) else { return };
        let Some(have) = self.pointed_to(x) else { return };
        let (mut has, mut wants) = (Vec::new(), Vec::new());
        self.cells(have, &mut has);
        self.cells(want, &mut wants);
        if !has.starts_with(&wants) {
            let (have, want) = (self.named_type(have), self.named_type(want));
            self.diags.push(errors::reinterpretation(pos, &have, &want));
        }
    }

    fn named_type(&mut self, ty: TypeId) -> String {
        let id = self.rtype(ty);
        self.program.rtypes[id].name.clone()
    }

    fn is_unsafe_pointer(&mut self, ty: TypeId) -> bool {
        matches!(self.under(ty), Type::Basic(Basic::UnsafePointer))
    }

    /// Whether `x` calls `UnsafeAddr` or `Pointer` of a `reflect.Value`: a pointer as a number, which may become one again.
    fn is_reflected_address(&mut self, x: ExprId) -> bool {
        let packages = self.packages;
        let exprs = &packages[self.f.pkg].ast.exprs;
        let x = self.strip_parens(x);
        let ExprKind::Call { fun, .. } = &exprs[x].kind else { return false };
        let ExprKind::Selector { x: value, sel } = &exprs[*fun].kind else { return false };
        if !matches!(self.interner.name(sel.name), "UnsafeAddr" | "Pointer") {
            return false;
        }
        let ty = self.type_of(*value);
        self.named_type(ty) == "reflect.Value"
    }

    /// The type that `unsafe.Pointer(p)` points to, if that is what `x` is.
    fn pointed_to(&mut self, x: ExprId) -> Option<TypeId> {
        let packages = self.packages;
        let x = self.strip_parens(x);
        let ExprKind::Call { fun, args, .. } = &packages[self.f.pkg].ast.exprs[x].kind else { return None };
        if self.info(*fun).mode != Mode::TypeExpr {
            return None;
        }
        let &[arg] = &args[..] else { return None };
        let ty = self.type_of(arg);
        match self.under(ty) {
            Type::Pointer(elem) => Some(elem),
            _ => None,
        }
    }

    fn cells(&mut self, ty: TypeId, out: &mut Vec<Cell>) {
        if out.len() >= MOST {
            return;
        }
        match self.under(ty) {
            Type::Basic(b) => match b {
                Basic::Int8 => out.push(Cell::Number { signed: true, bits: 8 }),
                Basic::Int16 => out.push(Cell::Number { signed: true, bits: 16 }),
                Basic::Int32 => out.push(Cell::Number { signed: true, bits: 32 }),
                Basic::Uint8 | Basic::Bool => out.push(Cell::Number { signed: false, bits: 8 }),
                Basic::Uint16 => out.push(Cell::Number { signed: false, bits: 16 }),
                Basic::Uint32 | Basic::Float32 => out.push(Cell::Number { signed: false, bits: 32 }),
                Basic::Complex64 => out.extend([Cell::Number { signed: false, bits: 32 }; 2]),
                Basic::Complex128 => out.extend([Cell::Word; 2]),
                Basic::String => out.extend([Cell::Bytes, Cell::Word]),
                Basic::UnsafePointer => out.push(Cell::Pointer),
                _ => out.push(Cell::Word),
            },
            Type::Pointer(_) | Type::Map { .. } | Type::Chan { .. } | Type::Signature(_) => out.push(Cell::Pointer),
            Type::Slice(elem) => {
                let bytes = matches!(self.under(elem), Type::Basic(Basic::Uint8));
                let elem = self.types.under(elem);
                out.extend([if bytes { Cell::Bytes } else { Cell::Elems(elem) }, Cell::Word, Cell::Word]);
            }
            Type::Interface(_) => out.extend([Cell::IfaceType, Cell::IfaceData]),
            Type::Struct(fields) => {
                for f in fields {
                    self.cells(f.ty, out);
                }
            }
            Type::Array { len, elem } => {
                for _ in 0..len {
                    if out.len() >= MOST {
                        break;
                    }
                    self.cells(elem, out);
                }
            }
            Type::Named(_) | Type::Alias { .. } | Type::Tuple(_) | Type::TypeParam(_) | Type::Union(_) => {}
        }
    }
}
