//! Run-time type descriptors from checked types.

use super::layout::Rep;
use super::unit::Unit;
use crate::base::{Id, Symbol};
use crate::bytecode::{ChanDir, Kind, LayoutId, MethodId, RField, RMethod, RType, RTypeId, WellKnown};
use crate::types::{self, Basic, ObjId, PkgId, Type, TypeId};

fn basic_kind(b: Basic) -> Kind {
    match b {
        Basic::Bool | Basic::UntypedBool => Kind::Bool,
        Basic::Int | Basic::UntypedInt => Kind::Int,
        Basic::Int8 => Kind::Int8,
        Basic::Int16 => Kind::Int16,
        Basic::Int32 | Basic::UntypedRune => Kind::Int32,
        Basic::Int64 => Kind::Int64,
        Basic::Uint => Kind::Uint,
        Basic::Uint8 => Kind::Uint8,
        Basic::Uint16 => Kind::Uint16,
        Basic::Uint32 => Kind::Uint32,
        Basic::Uint64 => Kind::Uint64,
        Basic::Uintptr => Kind::Uintptr,
        Basic::Float32 => Kind::Float32,
        Basic::Float64 | Basic::UntypedFloat => Kind::Float64,
        Basic::Complex64 => Kind::Complex64,
        Basic::Complex128 | Basic::UntypedComplex => Kind::Complex128,
        Basic::String | Basic::UntypedString => Kind::String,
        Basic::UnsafePointer | Basic::UntypedNil => Kind::UnsafePointer,
        Basic::Invalid => Kind::Invalid,
    }
}

impl Unit<'_> {
    /// Number 0: no type.
    pub(super) fn nil_rtype(&mut self) -> RType {
        RType {
            name: "nil".into(),
            kind: Kind::Invalid,
            named: false,
            pkg_path: String::new(),
            slots: 0,
            layout: LayoutId(0),
            elem: RTypeId::NIL,
            key: RTypeId::NIL,
            len: 0,
            dir: ChanDir::Both,
            fields: Vec::new(),
            params: Vec::new(),
            results: Vec::new(),
            variadic: false,
            methods: Vec::new(),
            comparable: true,
            plain_eq: true,
        }
    }

    /// The descriptor of a type; identical types share one.
    pub(super) fn rtype(&mut self, ty: TypeId) -> RTypeId {
        if let Some(&id) = self.rtype_cache.get(&ty) {
            return id;
        }
        let plain = self.types.unalias(ty);
        if plain != ty {
            let id = self.rtype(plain);
            self.rtype_cache.insert(ty, id);
            return id;
        }
        if let Some(&(_, id)) = self.rtype_named.iter().find(|&&(other, _)| self.types.identical(other, ty)) {
            self.rtype_cache.insert(ty, id);
            return id;
        }
        let nil = self.nil_rtype();
        let id = self.program.rtypes.push(nil);
        self.rtype_cache.insert(ty, id);
        self.rtype_named.push((ty, id));
        let rtype = self.describe(ty);
        self.program.rtypes[id] = rtype;
        // Methods come last: their code may ask for this very type.
        let methods = self.rtype_methods(ty);
        self.program.rtypes[id].methods = methods;
        id
    }

    fn describe(&mut self, ty: TypeId) -> RType {
        let mut r = self.nil_rtype();
        r.name = self.types.type_string(ty, self.interner, &|p: PkgId| self.packages[p].name);
        r.slots = self.flat_slots(ty);
        r.layout = self.var_layout(ty);
        r.comparable = self.types.comparable(ty);
        if let Type::Named(n) = self.types.types[ty] {
            r.named = true;
            let obj = self.types.named[n].obj;
            r.pkg_path = self.types.objects[obj].pkg.map_or(String::new(), |p| self.packages[p].path.clone());
        }
        let under = self.under(ty);
        match under {
            Type::Basic(b) => {
                r.kind = basic_kind(b);
                r.plain_eq = !matches!(self.rep(ty), Rep::F32 | Rep::F64 | Rep::C64 | Rep::C128 | Rep::Str);
            }
            Type::Pointer(elem) => {
                r.kind = Kind::Pointer;
                r.elem = self.rtype(elem);
            }
            Type::Slice(elem) => {
                r.kind = Kind::Slice;
                r.elem = self.rtype(elem);
                r.plain_eq = false;
            }
            Type::Array { len, elem } => {
                r.kind = Kind::Array;
                r.len = len.max(0) as u64;
                r.elem = self.rtype(elem);
                r.plain_eq = self.program.rtypes[r.elem].plain_eq;
            }
            Type::Map { key, value } => {
                r.kind = Kind::Map;
                r.key = self.rtype(key);
                r.elem = self.rtype(value);
                r.plain_eq = false;
                self.check_width(key, "map keys");
                self.check_width(value, "map values");
            }
            Type::Chan { dir, elem } => {
                r.kind = Kind::Chan;
                r.elem = self.rtype(elem);
                r.dir = match dir {
                    types::ChanDir::Both => ChanDir::Both,
                    types::ChanDir::SendOnly => ChanDir::SendOnly,
                    types::ChanDir::RecvOnly => ChanDir::RecvOnly,
                };
                self.check_width(elem, "channel elements");
            }
            Type::Struct(fields) => {
                r.kind = Kind::Struct;
                let mut offset = 0;
                for f in &fields {
                    let ty = self.rtype(f.ty);
                    r.plain_eq &= self.program.rtypes[ty].plain_eq && f.name != Symbol::BLANK;
                    let name = self.interner.name(f.name).to_owned();
                    r.fields.push(RField {
                        exported: name.chars().next().is_some_and(char::is_uppercase),
                        name,
                        ty,
                        offset,
                        embedded: f.embedded,
                        tag: self.interner.name(f.tag).to_owned(),
                    });
                    offset += self.flat_slots(f.ty);
                }
            }
            Type::Signature(sig) => {
                r.kind = Kind::Func;
                r.params = sig.params.iter().map(|p| self.rtype(p.ty)).collect();
                r.results = sig.results.iter().map(|p| self.rtype(p.ty)).collect();
                r.variadic = sig.variadic;
                r.plain_eq = false;
            }
            Type::Interface(_) => {
                r.kind = Kind::Interface;
                r.plain_eq = false;
            }
            Type::Named(_)
            | Type::Alias { .. }
            | Type::Tuple(_)
            | Type::TypeParam(_)
            | Type::Union(_) => {}
        }
        r
    }

    fn check_width(&mut self, ty: TypeId, what: &str) {
        if self.is_wide(ty) {
            let n = self.flat_slots(ty);
            let pos = self.f.pos;
            self.diags.push(super::errors::too_large(pos, what, n));
        }
    }

    /// The number of a method's name; unexported names differ by package.
    pub(super) fn method_number(&mut self, name: Symbol, pkg: Option<PkgId>) -> MethodId {
        let text = self.interner.name(name);
        let exported = text.chars().next().is_some_and(char::is_uppercase);
        let key = match pkg {
            Some(p) if !exported => format!("{}.{text}", self.packages[p].path),
            _ => text.to_owned(),
        };
        if let Some(&id) = self.method_ids.get(&key) {
            return id;
        }
        let id = self.program.methods.push(key.clone());
        self.method_ids.insert(key, id);
        id
    }

    pub(super) fn method_id(&mut self, obj: ObjId) -> MethodId {
        let o = &self.types.objects[obj];
        self.method_number(o.name, o.pkg)
    }

    fn rtype_methods(&mut self, ty: TypeId) -> Vec<RMethod> {
        let mut out = Vec::new();
        if let Type::Interface(_) = self.under(ty) {
            let under = self.types.under(ty);
            for m in self.types.interface_methods(under) {
                let id = self.method_number(m.name, m.pkg);
                let ty = self.rtype(m.ty);
                out.push(RMethod { id, func: None, ty });
            }
        } else {
            for m in self.types.method_set(ty) {
                let id = self.method_number(m.name, m.pkg);
                let sig = self.rtype(m.sig);
                let func = Some(self.method_entry(ty, m.name, m.pkg));
                out.push(RMethod { id, func, ty: sig });
            }
        }
        out.sort_by_key(|m| m.id.index());
        out
    }

    /// Types and methods that the runtime needs by itself.
    pub(super) fn well_known(&mut self) {
        let byte_slice = self.types.new_slice(TypeId::UINT8);
        let rune_slice = self.types.new_slice(TypeId::INT32);
        let names = ["Error", "String", "GoString", "Format"].map(|n| self.interner.intern(n));
        let [error_method, string_method, go_string_method, format_method] =
            names.map(|n| self.method_number(n, None));
        self.program.well_known = WellKnown {
            string: self.rtype(TypeId::STRING),
            byte_slice: self.rtype(byte_slice),
            rune_slice: self.rtype(rune_slice),
            error_method,
            string_method,
            go_string_method,
            format_method,
            ..WellKnown::default()
        };
        let error_string = self.runtime_type("errorString", false);
        let bounds_error = self.runtime_type("boundsError", false);
        let plain_error = self.runtime_type("plainError", false);
        let type_assertion_error = self.runtime_type("TypeAssertionError", true);
        let panic_nil_error = self.runtime_type("PanicNilError", true);
        let known = &mut self.program.well_known;
        known.error_string = error_string;
        known.bounds_error = bounds_error;
        known.plain_error = plain_error;
        known.type_assertion_error = type_assertion_error;
        known.panic_nil_error = panic_nil_error;
    }

    /// A type that our package `runtime` declares, or a pointer to it.
    fn runtime_type(&mut self, name: &str, pointer: bool) -> RTypeId {
        let name = self.interner.intern(name);
        let found = self.types.objects.iter().find(|o| {
            o.name == name
                && o.package_level
                && matches!(o.kind, types::ObjKind::TypeName)
                && o.pkg.is_some_and(|p| self.packages[p].path == "runtime")
        });
        let Some(ty) = found.map(|o| o.ty) else { return self.program.well_known.string };
        let ty = if pointer { self.types.new_pointer(ty) } else { ty };
        self.rtype(ty)
    }
}
