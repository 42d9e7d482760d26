//! Types as gc prints them.

use super::{ChanDir, Field, InterfaceId, Signature, Type, TypeId, TypeParamId, Types};
use crate::base::{Interner, Symbol};
use crate::constant;

/// Which prefix a package's names get, without the dot; empty for none.
pub type Qualifier<'a> = &'a dyn Fn(super::PkgId) -> String;

/// Prints types.
#[expect(missing_debug_implementations, reason = "holds a closure")]
pub struct TypePrinter<'a> {
    /// The arenas.
    pub types: &'a Types,
    /// The names.
    pub interner: &'a Interner,
    /// Prefixes of package names.
    pub qualifier: Qualifier<'a>,
    /// What to add to type parameters named as something predeclared.
    pub shadow_note: Option<&'a dyn Fn(super::ObjId) -> String>,
    /// Whether to write the names of parameters.
    pub param_names: bool,
    /// Whether to say which package the first unexported field belongs to.
    pub pkg_info: bool,
    out: String,
    seen: Vec<TypeId>,
}

impl Types {
    /// A type as gc prints it.
    pub fn type_string(&self, ty: TypeId, interner: &Interner, qualifier: Qualifier<'_>) -> String {
        let mut p = TypePrinter::new(self, interner, qualifier);
        p.ty(ty);
        p.finish()
    }
}

impl<'a> TypePrinter<'a> {
    /// A printer with an empty text.
    pub fn new(types: &'a Types, interner: &'a Interner, qualifier: Qualifier<'a>) -> Self {
        let (out, seen) = (String::new(), Vec::new());
        Self { types, interner, qualifier, shadow_note: None, param_names: true, pkg_info: false, out, seen }
    }

    /// What was printed.
    pub fn finish(self) -> String {
        self.out
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn name(&mut self, name: Symbol) {
        self.out.push_str(self.interner.name(name));
    }

    /// Appends a type.
    pub fn ty(&mut self, ty: TypeId) {
        if ty == TypeId::NONE {
            return self.put("<nil>");
        }
        if self.seen.contains(&ty) && !matches!(self.types.types[ty], Type::Basic(_)) {
            return self.put("<cycle>");
        }
        self.seen.push(ty);
        self.ty_inner(ty);
        self.seen.pop();
    }

    fn ty_inner(&mut self, ty: TypeId) {
        let types = self.types;
        match &types.types[ty] {
            Type::Basic(basic) => self.put(basic.name()),
            Type::Array { len, elem } => {
                self.put(&format!("[{len}]"));
                self.ty(*elem);
            }
            Type::Slice(elem) => {
                self.put("[]");
                self.ty(*elem);
            }
            Type::Struct(fields) => self.fields(fields),
            Type::Pointer(elem) => {
                self.put("*");
                self.ty(*elem);
            }
            Type::Tuple(list) => {
                self.params(list, false);
            }
            Type::Signature(sig) => {
                self.put("func");
                self.signature(sig);
            }
            Type::Union(terms) => {
                for (i, t) in terms.iter().enumerate() {
                    if i > 0 {
                        self.put(" | ");
                    }
                    if t.tilde {
                        self.put("~");
                    }
                    self.ty(t.ty);
                }
            }
            Type::Interface(iface) => self.interface(*iface),
            Type::Map { key, value } => {
                self.put("map[");
                self.ty(*key);
                self.put("]");
                self.ty(*value);
            }
            Type::Chan { dir, elem } => {
                let parens =
                    *dir == ChanDir::Both && matches!(types.types[*elem], Type::Chan { dir: ChanDir::RecvOnly, .. });
                self.put(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::SendOnly => "chan<- ",
                    ChanDir::RecvOnly => "<-chan ",
                });
                if parens {
                    self.put("(");
                }
                self.ty(*elem);
                if parens {
                    self.put(")");
                }
            }
            Type::Named(named) => {
                let named = &types.named[*named];
                self.type_name(named.obj);
                if let Some((_, targs)) = &named.instance_of {
                    self.targs(targs);
                } else if !named.tparams.is_empty() {
                    self.tparams(&named.tparams);
                }
            }
            Type::TypeParam(t) => {
                let obj = types.tparams[*t].obj;
                let name = types.objects[obj].name;
                self.name(name);
                if let (Some(note), true) = (self.shadow_note, types.universe.contains_key(&name)) {
                    let note = note(obj);
                    self.put(&note);
                }
            }
            Type::Alias { obj, targs, .. } => {
                self.type_name(*obj);
                if !targs.is_empty() {
                    self.targs(targs);
                } else if let Some(tparams) = types.alias_tparams.get(obj) {
                    self.tparams(tparams);
                }
            }
        }
    }

    fn targs(&mut self, targs: &[TypeId]) {
        self.put("[");
        for (i, &ty) in targs.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            self.ty(ty);
        }
        self.put("]");
    }

    fn type_name(&mut self, obj: super::ObjId) {
        let object = &self.types.objects[obj];
        if let Some(pkg) = object.pkg {
            let prefix = (self.qualifier)(pkg);
            if !prefix.is_empty() {
                self.put(&prefix);
                self.put(".");
            }
        }
        self.name(object.name);
    }

    fn fields(&mut self, fields: &[Field]) {
        self.put("struct{");
        for (i, f) in fields.iter().enumerate() {
            if i > 0 {
                self.put("; ");
            }
            let annotate = self.pkg_info && f.pkg.is_some();
            if annotate {
                self.pkg_info = false;
            }
            if !f.embedded {
                self.name(f.name);
                self.put(" ");
            }
            self.ty(f.ty);
            if let (true, Some(pkg)) = (annotate, f.pkg) {
                let path = (self.qualifier)(pkg);
                self.put(&format!(" /* package {path} */ "));
            }
            if f.tag != Symbol::EMPTY {
                let tag = constant::quote(self.interner.name(f.tag).as_bytes());
                self.put(" ");
                self.put(&tag);
            }
        }
        self.put("}");
    }

    fn interface(&mut self, iface: InterfaceId) {
        let interface = &self.types.interfaces[iface];
        if let Type::Named(comparable) = self.types.types[TypeId::COMPARABLE]
            && let Some(under) = self.types.named[comparable].underlying
            && matches!(self.types.types[under], Type::Interface(i) if i == iface)
        {
            return self.put("interface{comparable}");
        }
        if interface.implicit {
            if let ([], [embed]) = (interface.methods.as_slice(), interface.embeds.as_slice()) {
                return self.ty(*embed);
            }
            self.put("/* implicit */ ");
        }
        self.put("interface{");
        let mut first = true;
        let mut methods: Vec<_> = interface.methods.iter().collect();
        crate::base::sort_by_key(&mut methods, |m| (m.pkg.is_some(), self.interner.name(m.name)));
        for m in methods {
            if !first {
                self.put("; ");
            }
            first = false;
            self.name(m.name);
            if let Type::Signature(sig) = &self.types.types[m.ty] {
                self.signature(sig);
            }
        }
        for &ty in &interface.embeds {
            if !first {
                self.put("; ");
            }
            first = false;
            self.ty(ty);
        }
        self.put("}");
    }

    /// Appends type parameters with their constraints.
    pub fn tparams(&mut self, list: &[TypeParamId]) {
        self.put("[");
        let mut prev: Option<TypeId> = None;
        for (i, &t) in list.iter().enumerate() {
            let bound = self.types.tparams[t].constraint;
            if let Some(prev) = prev
                && bound != prev
            {
                self.put(" ");
                self.ty(prev);
            }
            if i > 0 {
                self.put(", ");
            }
            prev = Some(bound);
            self.name(self.types.objects[self.types.tparams[t].obj].name);
        }
        if let Some(prev) = prev {
            self.put(" ");
            self.ty(prev);
        }
        self.put("]");
    }

    /// Appends parameters and results.
    pub fn signature(&mut self, sig: &Signature) {
        if !sig.tparams.is_empty() {
            self.tparams(&sig.tparams);
        }
        self.params(&sig.params, sig.variadic);
        match sig.results.as_slice() {
            [] => {}
            [one] if one.name == Symbol::EMPTY => {
                self.put(" ");
                self.ty(one.ty);
            }
            results => {
                self.put(" ");
                self.params(results, false);
            }
        }
    }

    fn params(&mut self, params: &[super::ParamType], variadic: bool) {
        self.put("(");
        for (i, p) in params.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            if p.name != Symbol::EMPTY && self.param_names {
                self.name(p.name);
                self.put(" ");
            }
            if variadic && i + 1 == params.len() {
                if let Type::Slice(elem) = self.types.types[p.ty] {
                    self.put("...");
                    self.ty(elem);
                } else {
                    self.ty(p.ty);
                    self.put("...");
                }
            } else {
                self.ty(p.ty);
            }
        }
        self.put(")");
    }
}
