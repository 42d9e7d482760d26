//! What the library exports only since a later version than that of the file. Follows `passes/stdversion`, whose table is
//! `stdversion.list` (`tests/oracle/stdversion.sh`).

use super::{Vet, messages};
use crate::base::Pos;
use crate::types::{NameMatch, ObjId, ObjKind, TypeId, VarKind};
use std::collections::BTreeMap;

/// Before this nothing is newer.
const NEWEST: u32 = 27;
/// Before this the version of a module was no promise.
const FIRST: u32 = 21;

/// What packages export since when, as minor versions.
type Table = BTreeMap<&'static str, Vec<(u32, &'static str)>>;

fn table() -> Table {
    let mut table = Table::new();
    let mut package = None;
    for line in include_str!("stdversion.list").lines() {
        let mut words = line.split(' ');
        let Some(first) = words.next() else { continue };
        match first.parse::<u32>() {
            Ok(version) => {
                let names: Option<&mut Vec<_>> = package.and_then(|p| table.get_mut(p));
                names.into_iter().for_each(|n| n.extend(words.by_ref().map(|name| (version, name))));
            }
            Err(_) => {
                package = Some(first);
                table.insert(first, Vec::new());
            }
        }
    }
    table
}

pub(super) fn run(vet: &mut Vet<'_>) {
    let versions = &vet.pkg.file_versions;
    if versions.iter().all(|v| v.1 >= NEWEST) {
        return;
    }
    let whole = vet.ast.files.iter().zip(versions).find(|(file, _)| file.go_version.is_none());
    let module = whole.map_or(NEWEST, |(_, v)| v.1);
    if module < FIRST {
        return;
    }
    let table = table();
    let mut uses: Vec<(Pos, ObjId)> = vet.pkg.uses.iter().map(|(&e, &obj)| (vet.start(e), obj)).collect();
    uses.sort_unstable_by_key(|&(pos, obj)| (pos, obj.0));
    for (pos, obj) in uses {
        let version = vet.version_at(pos);
        let Some(names) = vet.obj_path(obj).and_then(|path| table.get(path)) else { continue };
        let Some((since, name)) = vet.since(obj, names, version).filter(|_| !vet.is_generated(pos)) else { continue };
        let package = vet.obj_package(obj);
        let what = if version == module { "module" } else { "file" };
        vet.report_at(pos, messages::too_new(package, name, since, what, version));
    }
}

impl Vet<'_> {
    /// Since when there is this object, and its name with that of its type, if `version` is before that.
    fn since(&mut self, obj: ObjId, names: &[(u32, &'static str)], version: u32) -> Option<(u32, &'static str)> {
        let mut newer = names.iter().copied().filter(|&(since, _)| since > version);
        let name = self.obj_name(obj);
        if self.types.objects[obj].package_level {
            return newer.find(|&(_, n)| n == name);
        }
        // Of a type that is too new itself nothing more is said.
        let known = |ty: &str| !names.iter().any(|&(since, n)| since > version && n == ty);
        if self.types.objects[obj].is_func() {
            let named = self.recv_named(obj)?;
            let ty = self.obj_name(self.types.named[self.types.origin(named)].obj);
            let of =
                |n: &'static str| n.strip_prefix('(')?.trim_start_matches('*').strip_prefix(ty)?.strip_prefix(").");
            return newer.find(|(_, n)| of(n) == Some(name)).filter(|_| known(ty));
        }
        if !matches!(self.types.objects[obj].kind, ObjKind::Var(VarKind::Field)) {
            return None;
        }
        let pkg = self.types.objects[obj].pkg;
        let fields: Vec<_> = newer.filter_map(|(since, n)| Some((since, n, n.split_once('.')?))).collect();
        let field = fields.into_iter().find(|&(_, _, (ty, field))| {
            field == name && known(ty) && self.type_of_package(pkg, ty).is_some_and(|t| self.has_field(t, field, obj))
        });
        field.map(|(since, n, _)| (since, n))
    }

    fn type_of_package(&self, pkg: Option<crate::types::PkgId>, name: &str) -> Option<TypeId> {
        let here = |o: &&crate::types::Object| o.package_level && o.pkg == pkg && o.is_type_name();
        self.types.objects.as_slice().iter().filter(here).find(|o| self.name(o.name) == name).map(|o| o.ty)
    }

    fn has_field(&mut self, ty: TypeId, name: &str, field: ObjId) -> bool {
        let Some(symbol) = self.interner.get(name) else { return false };
        self.types.lookup(ty, false, NameMatch::Exact(Some(self.id), symbol)).obj() == Some(field)
    }

    /// Whether the file at a place says that a program has written it.
    fn is_generated(&self, pos: Pos) -> bool {
        let file = self.sources.file_of(pos).map(|f| self.sources.file(f));
        file.is_some_and(|f| {
            f.text().lines().any(|l| l.starts_with("// Code generated ") && l.ends_with(" DO NOT EDIT."))
        })
    }
}
