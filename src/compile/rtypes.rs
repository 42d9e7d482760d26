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
        let key = self.literal_key(ty);
        if let Some(&id) = key.as_ref().and_then(|k| self.rtype_literals.get(k)) {
            self.rtype_cache.insert(ty, id);
            return id;
        }
        let nil = self.nil_rtype();
        let id = self.program.rtypes.push(nil);
        self.rtype_cache.insert(ty, id);
        if let Some(key) = key {
            self.rtype_literals.insert(key, id);
        }
        if self.types.as_named(ty).is_some() {
            // Types that mention it are described before it is.
            let name = self.named_name(ty, false);
            self.program.rtypes[id].name = name;
        }
        let rtype = self.describe(ty);
        self.program.rtypes[id] = rtype;
        if self.program.rtypes[id].kind == Kind::Interface {
            let methods = self.interface_rtype_methods(ty);
            self.program.rtypes[id].methods = methods;
        }
        id
    }

    /// The descriptor of a type whose values get into interfaces: its methods are compiled, and those of its parts, which
    /// reflection may take out.
    pub(super) fn dynamic_rtype(&mut self, ty: TypeId) -> RTypeId {
        let id = self.rtype(ty);
        let mut parts = vec![ty];
        while let Some(ty) = parts.pop() {
            let ty = self.types.unalias(ty);
            let id = self.rtype(ty);
            if !self.dynamic.insert(id) {
                continue;
            }
            match self.under(ty) {
                Type::Pointer(elem) | Type::Slice(elem) | Type::Array { elem, .. } | Type::Chan { elem, .. } => {
                    parts.push(elem);
                }
                Type::Map { key, value } => parts.extend([key, value]),
                Type::Struct(fields) => parts.extend(fields.iter().map(|f| f.ty)),
                // Who reflects on a function makes values of what it takes and gives.
                Type::Signature(sig) if self.reflects => {
                    parts.extend(sig.params.iter().chain(&sig.results).map(|p| p.ty));
                }
                Type::Interface(_)
                | Type::Basic(_)
                | Type::Named(_)
                | Type::Alias { .. }
                | Type::Signature(_)
                | Type::Tuple(_)
                | Type::TypeParam(_)
                | Type::Union(_) => {}
            }
            let kind = self.program.rtypes[id].kind;
            if kind != Kind::Interface {
                let methods = self.rtype_methods(ty);
                if self.reflects_calls {
                    parts.extend(self.types.called_types(ty));
                }
                self.program.rtypes[id].methods = methods;
            }
            // Reflection makes pointers to whatever it holds.
            if self.reflects && kind != Kind::Pointer {
                parts.push(self.types.pointer(ty));
            }
        }
        id
    }

    /// What identifies a type without a name: its form over the descriptors of its parts. Identical types have equal keys.
    fn literal_key(&mut self, ty: TypeId) -> Option<String> {
        let id = |this: &mut Self, ty: TypeId| this.rtype(ty).0;
        if let Some(named) = self.types.as_named(ty) {
            // Instances with identical arguments are identical, whatever aliases those are written with.
            let (generic, targs) = self.types.named[named].instance_of.clone()?;
            return Some(format!("{generic:?}{:?}", targs.into_iter().map(|t| id(self, t)).collect::<Vec<_>>()));
        }
        Some(match self.types.types[ty].clone() {
            Type::Basic(b) => format!("{b:?}"),
            Type::Pointer(elem) => format!("*{}", id(self, elem)),
            Type::Slice(elem) => format!("[]{}", id(self, elem)),
            Type::Array { len, elem } => format!("[{len}]{}", id(self, elem)),
            Type::Map { key, value } => format!("map[{}]{}", id(self, key), id(self, value)),
            Type::Chan { dir, elem } => format!("{dir:?} {}", id(self, elem)),
            Type::Struct(fields) => {
                let mut key = String::from("struct");
                for f in fields {
                    let ty = id(self, f.ty);
                    let exported = self.interner.name(f.name).chars().next().is_some_and(char::is_uppercase);
                    let pkg = if exported { None } else { f.pkg };
                    key.push_str(&format!(" {:?} {pkg:?} {ty} {} {:?};", f.name, f.embedded, f.tag));
                }
                key
            }
            Type::Signature(sig) => {
                let params: Vec<u32> = sig.params.iter().map(|p| id(self, p.ty)).collect();
                let results: Vec<u32> = sig.results.iter().map(|p| id(self, p.ty)).collect();
                format!("func {params:?} {results:?} {}", sig.variadic)
            }
            Type::Interface(_) => {
                let mut key = String::from("interface");
                if let Some(iface) = self.types.as_interface(ty) {
                    let methods = self.types.type_set(iface).methods.clone();
                    for m in methods {
                        let sig = id(self, m.ty);
                        let number = self.method_number(m.name, m.pkg);
                        key.push_str(&format!(" {} {sig};", number.0));
                    }
                }
                key
            }
            Type::Tuple(types) => format!("{:?}", types.into_iter().map(|t| id(self, t.ty)).collect::<Vec<_>>()),
            Type::Named(_) | Type::Alias { .. } | Type::TypeParam(_) | Type::Union(_) => return None,
        })
    }

    fn describe(&mut self, ty: TypeId) -> RType {
        let mut r = self.nil_rtype();
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
            }
            Type::Chan { dir, elem } => {
                r.kind = Kind::Chan;
                r.elem = self.rtype(elem);
                r.dir = match dir {
                    types::ChanDir::Both => ChanDir::Both,
                    types::ChanDir::SendOnly => ChanDir::SendOnly,
                    types::ChanDir::RecvOnly => ChanDir::RecvOnly,
                };
            }
            Type::Struct(fields) => {
                r.kind = Kind::Struct;
                let mut offset = 0;
                for f in &fields {
                    let ty = self.rtype(f.ty);
                    r.plain_eq &= self.program.rtypes[ty].plain_eq && f.name != Symbol::BLANK;
                    let name = self.interner.name(f.name).to_owned();
                    let exported = name.chars().next().is_some_and(char::is_uppercase);
                    let pkg = f.pkg.filter(|_| !exported);
                    r.fields.push(RField {
                        exported,
                        pkg_path: pkg.map_or_else(String::new, |p| self.packages[p].path.clone()),
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
            Type::Named(_) | Type::Alias { .. } | Type::Tuple(_) | Type::TypeParam(_) | Type::Union(_) => {}
        }
        r.name = if r.named { self.named_name(ty, false) } else { self.literal_name(ty, &r) };
        r
    }

    /// A defined type as `%T` prints it: `main.Pair[int,string]`; inside type arguments with its whole import path.
    fn named_name(&mut self, ty: TypeId, whole_path: bool) -> String {
        let Some(named) = self.types.as_named(ty) else {
            let id = self.rtype(ty);
            return self.program.rtypes[id].name.clone();
        };
        let named = self.types.named[named].clone();
        let obj = &self.types.objects[named.obj];
        let mut text = self.interner.name(obj.name).to_owned();
        if let Some(p) = obj.pkg {
            let package = &self.packages[p];
            let prefix = if whole_path { package.path.as_str() } else { self.interner.name(package.name) };
            text = format!("{prefix}.{text}");
        }
        if let Some((_, targs)) = named.instance_of {
            let args: Vec<String> = targs.iter().map(|&t| self.named_name(t, true)).collect();
            text = format!("{text}[{}]", args.join(","));
        }
        text
    }

    /// A type without a name as `%T` prints it; `r` is its descriptor but for the name.
    fn literal_name(&mut self, ty: TypeId, r: &RType) -> String {
        let name = |this: &Self, id: RTypeId| this.program.rtypes[id].name.clone();
        match r.kind {
            Kind::Pointer => format!("*{}", name(self, r.elem)),
            Kind::Slice => format!("[]{}", name(self, r.elem)),
            Kind::Array => format!("[{}]{}", r.len, name(self, r.elem)),
            Kind::Map => format!("map[{}]{}", name(self, r.key), name(self, r.elem)),
            Kind::Chan => {
                let elem = name(self, r.elem);
                match r.dir {
                    ChanDir::Both if elem.starts_with("<-") => format!("chan ({elem})"),
                    ChanDir::Both => format!("chan {elem}"),
                    ChanDir::SendOnly => format!("chan<- {elem}"),
                    ChanDir::RecvOnly => format!("<-chan {elem}"),
                }
            }
            Kind::Struct if r.fields.is_empty() => "struct {}".into(),
            Kind::Struct => {
                let fields: Vec<String> = r
                    .fields
                    .iter()
                    .map(|f| {
                        let ty = name(self, f.ty);
                        let tag = if f.tag.is_empty() { String::new() } else { format!(" {:?}", f.tag) };
                        if f.embedded { format!("{ty}{tag}") } else { format!("{} {ty}{tag}", f.name) }
                    })
                    .collect();
                format!("struct {{ {} }}", fields.join("; "))
            }
            Kind::Func => format!("func{}", self.signature_name(r)),
            Kind::Interface => self.interface_name(ty),
            _ => self
                .types
                .type_string(ty, self.interner, &|p: PkgId| format!("{}.", self.interner.name(self.packages[p].name))),
        }
    }

    /// `(int, ...string) (bool, error)`
    fn signature_name(&self, r: &RType) -> String {
        let name = |id: RTypeId| self.program.rtypes[id].name.clone();
        let mut params: Vec<String> = r.params.iter().map(|&p| name(p)).collect();
        if let Some(last) = params.last_mut().filter(|_| r.variadic) {
            *last = format!("...{}", last.trim_start_matches("[]"));
        }
        let results: Vec<String> = r.results.iter().map(|&p| name(p)).collect();
        let params = params.join(", ");
        match &results[..] {
            [] => format!("({params})"),
            [one] => format!("({params}) {one}"),
            _ => format!("({params}) ({})", results.join(", ")),
        }
    }

    fn interface_name(&mut self, ty: TypeId) -> String {
        let Some(iface) = self.types.as_interface(ty) else { return "interface {}".into() };
        let methods = self.types.type_set(iface).methods.clone();
        if methods.is_empty() {
            return "interface {}".into();
        }
        let mut parts = Vec::new();
        for m in methods {
            let id = self.rtype(m.ty);
            let r = self.program.rtypes[id].clone();
            let name = self.interner.name(m.name);
            let exported = name.chars().next().is_some_and(char::is_uppercase);
            let package = m.pkg.filter(|_| !exported).map(|p| self.interner.name(self.packages[p].name));
            let prefix = package.map_or_else(String::new, |p| format!("{p}."));
            parts.push(format!("{prefix}{name}{}", self.signature_name(&r)));
        }
        format!("interface {{ {} }}", parts.join("; "))
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
        // A method that was never checked is one that nothing can call.
        for m in self.types.method_set(ty).into_iter().filter(|m| m.ty.is_some()) {
            // A generic method is not one that interfaces could call.
            if matches!(&self.types.types[self.types.objects[m.obj].ty], Type::Signature(s) if !s.tparams.is_empty()) {
                continue;
            }
            let id = self.method_number(m.name, m.pkg);
            let sig = self.rtype(m.ty);
            let func = Some(self.method_entry(ty, m.name, m.pkg));
            out.push(RMethod { id, func, ty: sig });
        }
        crate::base::sort_by_key(&mut out, |m| m.id.index());
        out
    }

    /// What an interface type asks for.
    fn interface_rtype_methods(&mut self, ty: TypeId) -> Vec<RMethod> {
        let Some(iface) = self.types.as_interface(ty) else { return Vec::new() };
        let methods = self.types.type_set(iface).methods.clone();
        let mut out = Vec::new();
        for m in methods {
            let id = self.method_number(m.name, m.pkg);
            let ty = self.rtype(m.ty);
            out.push(RMethod { id, func: None, ty });
        }
        crate::base::sort_by_key(&mut out, |m| m.id.index());
        out
    }

    /// Types and methods that the runtime needs by itself.
    pub(super) fn well_known(&mut self) {
        let byte_slice = self.types.slice(TypeId::UINT8);
        let rune_slice = self.types.slice(TypeId::INT32);
        let names = ["Error", "String", "GoString", "Format"].map(|n| self.interner.intern(n));
        let [error_method, string_method, go_string_method, format_method] = names.map(|n| self.method_number(n, None));
        self.program.well_known = WellKnown {
            string: self.dynamic_rtype(TypeId::STRING),
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
        let ty = if pointer { self.types.pointer(ty) } else { ty };
        self.dynamic_rtype(ty)
    }
}
