//! Which types a verb takes. Follows `passes/printf/types.go`.

use super::Vet;
use crate::syntax::ast::ExprId;
use crate::types::{Basic, ObjId, Type, TypeId};
use rustc_hash::FxHashSet;

pub(super) const ARG_BOOL: u32 = 1;
pub(super) const ARG_BYTE: u32 = 2;
pub(super) const ARG_INT: u32 = 4;
pub(super) const ARG_RUNE: u32 = 8;
pub(super) const ARG_STRING: u32 = 16;
pub(super) const ARG_FLOAT: u32 = 32;
pub(super) const ARG_COMPLEX: u32 = 64;
pub(super) const ARG_POINTER: u32 = 128;
pub(super) const ARG_ERROR: u32 = 256;
pub(super) const ANY: u32 = u32::MAX;

/// A verb, the flags that it knows and the types that it takes.
#[derive(Debug)]
pub(super) struct Verb {
    pub(super) verb: char,
    pub(super) flags: &'static str,
    pub(super) accepts: u32,
}

const NUMBER: &str = " -+.0";
const SHARP: &str = " -+.0#";

const fn verb(verb: char, flags: &'static str, accepts: u32) -> Verb {
    Verb { verb, flags, accepts }
}

pub(super) const VERBS: &[Verb] = &[
    verb('%', "", 0),
    verb('b', SHARP, ARG_INT | ARG_FLOAT | ARG_COMPLEX | ARG_POINTER),
    verb('c', "-", ARG_RUNE | ARG_INT),
    verb('d', NUMBER, ARG_INT | ARG_POINTER),
    verb('e', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('E', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('f', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('F', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('g', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('G', SHARP, ARG_FLOAT | ARG_COMPLEX),
    verb('o', SHARP, ARG_INT | ARG_POINTER),
    verb('O', SHARP, ARG_INT | ARG_POINTER),
    verb('p', "-#", ARG_POINTER),
    verb('q', SHARP, ARG_RUNE | ARG_INT | ARG_STRING),
    verb('s', NUMBER, ARG_STRING),
    verb('t', "-", ARG_BOOL),
    verb('T', "-", ANY),
    verb('U', "-#", ARG_RUNE | ARG_INT),
    verb('v', SHARP, ANY),
    verb('w', SHARP, ARG_ERROR),
    verb('x', SHARP, ARG_RUNE | ARG_INT | ARG_STRING | ARG_POINTER | ARG_FLOAT | ARG_COMPLEX),
    verb('X', SHARP, ARG_RUNE | ARG_INT | ARG_STRING | ARG_POINTER | ARG_FLOAT | ARG_COMPLEX),
];

/// Whether values may be `fmt.Formatter`s, which take any verb.
pub(super) fn is_formatter(vet: &mut Vet<'_>, ty: TypeId) -> bool {
    if vet.types.is_non_tparam_interface(ty) {
        return true;
    }
    vet.method(ty, "Format").is_some_and(|(_, shape)| {
        let [state, verb] = shape.params.as_slice() else { return false };
        state == "fmt.State" && (verb == "rune" || verb == "int32") && shape.results.is_empty()
    })
}

/// Whether an argument is of a type that is wanted; if not, why in brackets, if there is more to say.
pub(super) fn match_arg(vet: &mut Vet<'_>, wanted: u32, arg: ExprId) -> Result<(), String> {
    let Some(ty) = vet.ty(arg).filter(|_| wanted != ANY) else { return Ok(()) };
    let field = vet.pkg.selections.get(&vet.unparen(arg)).map(|s| s.obj);
    let mut matcher =
        Matcher { field, vet, wanted, seen: FxHashSet::default(), reason: String::new(), depth: 0, met: 0 };
    if matcher.matches(ty, true) { Ok(()) } else { Err(matcher.reason) }
}

struct Matcher<'v, 'a> {
    vet: &'v mut Vet<'a>,
    wanted: u32,
    /// Underlying types of names, and type parameters.
    seen: FxHashSet<TypeId>,
    reason: String,
    /// Generic types may contain ever larger instances of themselves.
    depth: u32,
    /// The field that the argument is: in go/types both have the very same type, which was then seen.
    field: Option<ObjId>,
    /// How many types were looked at.
    met: u32,
}

const MAX_DEPTH: u32 = 100;

impl Matcher<'_, '_> {
    fn wants(&self, any: u32) -> bool {
        self.wanted & any != 0
    }

    /// Whether its String or Error method would be called.
    fn is_text(&mut self, ty: TypeId) -> bool {
        ty != TypeId::UNTYPED_NIL
            && (self.vet.is_error(ty) || self.vet.method(ty, "String").is_some_and(|(_, shape)| shape.is_stringer()))
    }

    /// `top` for the argument itself, which may be a pointer to what is wanted. The recursion ends at types that were seen.
    fn matches(&mut self, ty: TypeId, top: bool) -> bool {
        if self.depth >= MAX_DEPTH {
            return true;
        }
        self.depth += 1;
        let fits = self.matches_inner(ty, top);
        self.depth -= 1;
        fits
    }

    fn matches_inner(&mut self, ty: TypeId, top: bool) -> bool {
        if self.wanted == ARG_ERROR {
            return ty == TypeId::UNTYPED_NIL || self.vet.is_error(ty);
        }
        if is_formatter(self.vet, ty) || self.wants(ARG_STRING) && self.is_text(ty) {
            return true;
        }
        if self.vet.types.is_type_param(ty) {
            return self.matches_type_param(ty, top);
        }
        let u = self.vet.types.under(ty);
        // Types that are no names are each their own in go/types, and come to an end by themselves.
        let named = self.vet.types.as_named(ty).is_some();
        self.met += 1;
        if named && !self.seen.insert(u) {
            return true;
        }
        match self.vet.types.types[u].clone() {
            Type::Signature(_) => self.wanted == ARG_POINTER,
            Type::Map { key, value } => {
                self.wanted == ARG_POINTER || self.matches(key, false) && self.matches(value, false)
            }
            Type::Chan { .. } => self.wants(ARG_POINTER),
            Type::Array { elem, .. } => self.is_bytes(elem) || self.matches(elem, false),
            Type::Slice(elem) => self.is_bytes(elem) || self.wanted == ARG_POINTER || self.matches(elem, false),
            Type::Pointer(elem) => self.matches_pointer(elem, top),
            Type::Struct(fields) => fields.iter().all(|f| {
                if self.field == Some(f.obj) && self.vet.types.as_named(f.ty).is_none() {
                    return true;
                }
                let exported = self.vet.types.objects[f.obj].exported;
                // fmt cannot call methods of fields that are not exported.
                self.matches(f.ty, false) && !(self.wants(ARG_STRING) && !exported && self.is_text(f.ty))
            }),
            Type::Interface(_) => true,
            Type::Basic(basic) => self.matches_basic(basic),
            Type::Named(_) | Type::Alias { .. } | Type::Tuple(_) | Type::TypeParam(_) | Type::Union(_) => false,
        }
    }

    fn is_bytes(&mut self, elem: TypeId) -> bool {
        self.wants(ARG_STRING) && self.vet.types.basic(elem) == Some(Basic::Uint8)
    }

    fn matches_type_param(&mut self, ty: TypeId, top: bool) -> bool {
        let ty = self.vet.types.unalias(ty);
        if !self.seen.insert(ty) {
            return true;
        }
        let Some(terms) = self.vet.terms(ty) else { return false };
        self.met += 1;
        let first = self.met == 1;
        for (tilde, term) in terms {
            if !self.matches(term, top) {
                if first {
                    let tilde = if tilde { "~" } else { "" };
                    self.reason = format!(" (contains {tilde}{})", self.vet.type_string(term));
                }
                return false;
            }
        }
        true
    }

    fn matches_pointer(&mut self, elem: TypeId, top: bool) -> bool {
        if elem == TypeId::INVALID || self.wanted == ARG_POINTER || self.vet.types.is_type_param(elem) {
            return true;
        }
        let u = self.vet.types.under(elem);
        match self.vet.types.types[u] {
            Type::Struct(_) | Type::Array { .. } | Type::Slice(_) | Type::Map { .. } => {
                let named = self.vet.types.as_named(elem).is_some();
                top && (named && !self.seen.insert(u) || self.matches(u, false))
            }
            _ => self.wants(ARG_POINTER),
        }
    }

    fn matches_basic(&self, basic: Basic) -> bool {
        self.wants(match basic {
            Basic::Bool | Basic::UntypedBool => ARG_BOOL,
            Basic::Uint8 => ARG_INT | ARG_BYTE,
            Basic::Int32 | Basic::UntypedRune => ARG_INT | ARG_RUNE,
            Basic::Int
            | Basic::Int8
            | Basic::Int16
            | Basic::Int64
            | Basic::Uint
            | Basic::Uint16
            | Basic::Uint32
            | Basic::Uint64
            | Basic::Uintptr
            | Basic::UntypedInt => ARG_INT,
            Basic::Float32 | Basic::Float64 | Basic::UntypedFloat => ARG_FLOAT,
            Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex => ARG_COMPLEX,
            Basic::String | Basic::UntypedString => ARG_STRING,
            Basic::UnsafePointer => ARG_POINTER | ARG_INT,
            Basic::UntypedNil => 0,
            Basic::Invalid => return true,
        })
    }
}
