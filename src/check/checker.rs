//! The checker's state, and the order of its work.

use super::ProgramInput;
use super::info::{Checked, ExprInfo, FuncInfo, Initializer, Package, Selection};
use super::load::{Loaded, LoadedPackage};
use super::mono::MonoGraph;
use super::scope::{Scope, ScopeId};
use crate::base::{Diagnostics, IndexVec, Interner, Pos, SourceMap, Symbol};
use crate::constant::Value;
use crate::syntax::ast::{Ast, DeclId, ExprId, StmtId};
use crate::types::{NamedId, ObjId, ObjKind, Object, PkgId, TypeId, TypeParamId, Types, VarKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::rc::Rc;

/// A package-level declaration, or a method's.
#[derive(Debug)]
pub(super) struct DeclInfo {
    pub(super) pkg: PkgId,
    /// Scope of the file it stands in.
    pub(super) scope: ScopeId,
    pub(super) file: usize,
    pub(super) version: u32,
    /// All variables of an `n:1` declaration.
    pub(super) lhs: Vec<ObjId>,
    pub(super) ty: Option<ExprId>,
    pub(super) init: Option<ExprId>,
    /// The expression is repeated from an earlier constant.
    pub(super) inherited: bool,
    /// The declaration of a type or function.
    pub(super) decl: Option<DeclId>,
    /// Package-level objects that its expression or body mentions, in order.
    pub(super) deps: Vec<ObjId>,
    pub(super) dep_set: FxHashSet<ObjId>,
    /// Of a function whose signature was checked.
    pub(super) func: Option<Rc<FuncEnv>>,
}

/// An index of [`Checker::decls`].
pub(super) type DeclIdx = usize;

/// What a function's body needs of its signature.
#[derive(Debug)]
pub(super) struct FuncEnv {
    pub(super) scope: ScopeId,
    pub(super) ty: TypeId,
    pub(super) results: Vec<ObjId>,
}

/// What changes from declaration to declaration.
#[derive(Debug, Clone)]
pub(super) struct Env {
    pub(super) pkg: PkgId,
    /// The package-level declaration whose expression or body is checked.
    pub(super) decl: Option<DeclIdx>,
    pub(super) scope: ScopeId,
    pub(super) version: u32,
    pub(super) iota: Option<Value>,
    /// If known, where all errors are reported: the name of a constant with an inherited expression.
    pub(super) errpos: Pos,
    pub(super) in_tparam_list: bool,
    pub(super) func: Option<Rc<FuncEnv>>,
    pub(super) has_call_or_recv: bool,
}

/// Work for later, when types are complete.
#[derive(Debug)]
pub(super) enum Action {
    ValidType { obj: ObjId, rhs: Option<TypeId>, at: Option<ExprId> },
    FuncBody { decl: Option<DeclIdx>, func: Rc<FuncEnv>, body: StmtId, iota: Option<Value> },
    VarType { at: ExprId, ty: TypeId },
    MapKey { at: ExprId, key: TypeId },
    Embedded { pos: Pos, ty: TypeId },
    TypeSet { iface: TypeId },
    Union { terms: Vec<crate::types::Term>, at: Vec<ExprId> },
    Recv { pos: Pos, ty: TypeId },
    FieldNames { named: NamedId },
    VerifyType { at: ExprId, list: Vec<ExprId>, generic: TypeId, targs: Vec<TypeId> },
    VerifyFunc { pos: Pos, list: Vec<ExprId>, tparams: Vec<TypeParamId>, targs: Vec<TypeId> },
}

/// One package's tables and scope.
#[derive(Debug)]
pub(super) struct Pkg {
    pub(super) name: Symbol,
    pub(super) path: String,
    pub(super) library: bool,
    /// As [`super::Imported::unexported`].
    pub(super) unexported: Option<Vec<String>>,
    /// As [`super::Imported::lacking`].
    pub(super) lacking: super::load::Lacking,
    pub(super) scope: ScopeId,
    /// Package-level objects and methods, in source order.
    pub(super) objects: Vec<ObjId>,
    /// Methods of types that were not declared yet.
    pub(super) methods: FxHashMap<ObjId, Vec<ObjId>>,
    pub(super) init_funcs: Vec<ObjId>,
    /// Imports to complain about if unused: position, name, path, its object.
    pub(super) imports: Vec<ObjId>,
    pub(super) exprs: IndexVec<ExprId, ExprInfo>,
    pub(super) defs: FxHashMap<ExprId, ObjId>,
    pub(super) uses: FxHashMap<ExprId, ObjId>,
    pub(super) selections: FxHashMap<ExprId, Selection>,
    pub(super) instances: FxHashMap<ExprId, Vec<TypeId>>,
    pub(super) clause_vars: FxHashMap<(StmtId, usize), ObjId>,
    pub(super) init_order: Vec<Initializer>,
    pub(super) file_versions: Vec<(u32, u32)>,
}

pub(super) struct Checker<'a> {
    pub(super) asts: &'a IndexVec<PkgId, Ast>,
    pub(super) loaded: &'a IndexVec<PkgId, LoadedPackage>,
    /// The current package's tree.
    pub(super) ast: &'a Ast,
    pub(super) sources: &'a SourceMap,
    pub(super) interner: &'a mut Interner,
    pub(super) input: &'a ProgramInput,
    pub(super) diags: Diagnostics,
    pub(super) last_error: Option<(crate::base::FileId, u32, String)>,
    /// gc gives up after ten errors.
    pub(super) stopped: bool,
    /// What the parser reported in the current package.
    pub(super) prior_errors: usize,

    pub(super) types: Types,
    pub(super) pkgs: IndexVec<PkgId, Pkg>,
    pub(super) scopes: IndexVec<ScopeId, Scope>,
    pub(super) decls: Vec<DeclInfo>,
    pub(super) decl_of: FxHashMap<ObjId, DeclIdx>,

    main: PkgId,
    pub(super) env: Env,
    pub(super) delayed: Vec<(PkgId, u32, Action)>,
    /// Objects whose declarations are being checked, outermost first.
    pub(super) path: Vec<ObjId>,
    pub(super) path_index: FxHashMap<ObjId, usize>,
    pub(super) used_vars: FxHashSet<ObjId>,
    pub(super) used_imports: FxHashSet<ObjId>,
    /// Dot-imported objects: the import that brought them.
    pub(super) dot_imports: FxHashMap<(ScopeId, Symbol), ObjId>,
    /// Untyped left operands of shifts whose type comes from outside.
    pub(super) shift_operands: FxHashSet<(PkgId, ExprId)>,
    /// Calls of the predeclared panic.
    pub(super) panics: FxHashSet<(PkgId, ExprId)>,
    pub(super) mono: MonoGraph,
    /// Depth of expressions, against stack overflow.
    pub(super) depth: u32,

    /// Functions of library packages whose bodies are or will be checked.
    pub(super) reached: FxHashSet<ObjId>,
    pub(super) work: VecDeque<ObjId>,
    /// Types whose values get into interfaces.
    pub(super) dynamic: FxHashSet<TypeId>,
    /// Those of them whose functions and methods reflection could call, and which of these were looked at.
    pub(super) callable: Vec<TypeId>,
    pub(super) called: usize,
    pub(super) implementing: FxHashSet<(TypeId, TypeId)>,
    /// Defined types that are known to be of finite size.
    pub(super) valid_types: FxHashSet<NamedId>,
    /// Where instances were first written.
    pub(super) instance_pos: FxHashMap<NamedId, Pos>,
    /// Instances whose size is being looked at.
    pub(super) sized: Vec<TypeId>,
    /// Whether the size of an instance depends on type parameters.
    pub(super) var_size: FxHashMap<NamedId, bool>,
    /// Functions without bodies: gc says so after checking.
    pub(super) missing_body: Vec<Pos>,
    pub(super) symbols: Symbols,
    /// What was found out at the cursor.
    pub(super) at_cursor: Option<super::look::AtCursor>,
}

/// Names the checker looks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Symbols {
    pub(super) init: Symbol,
    pub(super) main: Symbol,
    pub(super) dot: Symbol,
    pub(super) any: Symbol,
    pub(super) comparable: Symbol,
    pub(super) iota: Symbol,
    pub(super) true_: Symbol,
    /// What stands where an editor's cursor is; only in a look.
    pub(super) cursor: Symbol,
}

/// What checking left.
pub(super) struct Tables {
    types: Types,
    pkgs: IndexVec<PkgId, Pkg>,
    funcs: IndexVec<PkgId, Vec<FuncInfo>>,
    vars: IndexVec<PkgId, Vec<ObjId>>,
    reflects_calls: bool,
}

impl Tables {
    /// Puts the trees and the tables together.
    pub(super) fn finish(self, loaded: Loaded) -> Checked {
        let mut asts: Vec<Option<Ast>> = Vec::new();
        let Loaded { asts: trees, order, main, .. } = loaded;
        asts.extend(trees.into_items().into_iter().map(Some));
        let mut packages = IndexVec::new();
        let (mut funcs, mut vars) = (self.funcs.into_items(), self.vars.into_items());
        for (i, pkg) in self.pkgs.into_items().into_iter().enumerate() {
            packages.push(Package {
                path: pkg.path,
                name: pkg.name,
                ast: asts[i].take().unwrap_or_default(),
                exprs: pkg.exprs,
                defs: pkg.defs,
                uses: pkg.uses,
                selections: pkg.selections,
                instances: pkg.instances,
                clause_vars: pkg.clause_vars,
                init_order: pkg.init_order,
                funcs: std::mem::take(&mut funcs[i]),
                vars: std::mem::take(&mut vars[i]),
                file_versions: pkg.file_versions,
            });
        }
        Checked { types: self.types, packages, order, main, reflects_calls: self.reflects_calls }
    }
}

/// Checks all packages.
pub(super) fn run(
    loaded: &Loaded,
    input: &ProgramInput,
    sources: &SourceMap,
    interner: &mut Interner,
) -> (Tables, Diagnostics) {
    let mut checker = Checker::new(loaded, input, sources, interner);
    let mut found = Diagnostics::new();
    let mut unusable: FxHashSet<PkgId> = FxHashSet::default();
    for &pkg in &loaded.order {
        let package = &loaded.packages[pkg];
        if package.imports.values().any(|p| unusable.contains(p)) {
            // Nothing that imports a broken package is compiled.
            unusable.insert(pkg);
            continue;
        }
        found.append(package.syntax.clone());
        checker.prior_errors = package.syntax.len();
        if !package.syntax.is_empty() {
            unusable.insert(pkg);
            checker.stopped = checker.prior_errors >= input.max_errors;
        }
        if !package.parsed && !input.keep_going {
            checker.stopped = false;
            continue;
        }
        checker.package(pkg);
        if pkg != loaded.main && !checker.pkgs[pkg].library {
            checker.reach_all();
            checker.finish_package(pkg);
            if !checker.diags.is_empty() {
                unusable.insert(pkg);
                found.append(std::mem::take(&mut checker.diags));
            }
            (checker.stopped, checker.last_error) = (false, None);
        }
    }
    let main = &loaded.packages[loaded.main];
    let blocked = main.imports.values().any(|p| unusable.contains(p));
    if blocked || !main.parsed && !input.keep_going {
        let (tables, _) = checker.finish();
        return (tables, found);
    }
    checker.reach_all();
    for &pkg in &loaded.order {
        if pkg == loaded.main || checker.pkgs[pkg].library {
            checker.finish_package(pkg);
        }
    }
    if found.is_empty() {
        checker.after_types();
    }
    let (tables, diags) = checker.finish();
    found.append(diags);
    (tables, found)
}

impl<'a> Checker<'a> {
    /// A checker that has looked at nothing yet.
    pub(super) fn new(
        loaded: &'a Loaded,
        input: &'a ProgramInput,
        sources: &'a SourceMap,
        interner: &'a mut Interner,
    ) -> Self {
        let types = Types::new(interner);
        let symbols = Symbols {
            init: interner.intern("init"),
            main: interner.intern("main"),
            dot: interner.intern("."),
            any: interner.intern("any"),
            comparable: interner.intern("comparable"),
            iota: interner.intern("iota"),
            true_: interner.intern("true"),
            cursor: if input.look { interner.intern(super::look::CURSOR) } else { Symbol::EMPTY },
        };
        let mut scopes = IndexVec::new();
        let mut pkgs = IndexVec::new();
        for (id, package) in loaded.packages.iter_enumerated() {
            let scope = scopes.push(Scope::default());
            let ast = &loaded.asts[id];
            let mut exprs = IndexVec::new();
            exprs.resize(ast.exprs.len(), ExprInfo::default());
            pkgs.push(Pkg {
                name: package.name,
                path: package.path.clone(),
                library: package.library,
                unexported: package.unexported.clone(),
                lacking: package.lacking.clone(),
                scope,
                objects: Vec::new(),
                methods: FxHashMap::default(),
                init_funcs: Vec::new(),
                imports: Vec::new(),
                exprs,
                defs: FxHashMap::default(),
                uses: FxHashMap::default(),
                selections: FxHashMap::default(),
                instances: FxHashMap::default(),
                clause_vars: FxHashMap::default(),
                init_order: Vec::new(),
                file_versions: Vec::new(),
            });
        }
        let env = Env {
            pkg: loaded.main,
            decl: None,
            scope: ScopeId(0),
            version: 27,
            iota: None,
            errpos: Pos::NONE,
            in_tparam_list: false,
            func: None,
            has_call_or_recv: false,
        };
        let mut checker = Checker {
            asts: &loaded.asts,
            loaded: &loaded.packages,
            ast: &loaded.asts[loaded.main],
            sources,
            interner,
            input,
            diags: Diagnostics::new(),
            last_error: None,
            stopped: false,
            prior_errors: 0,
            types,
            pkgs,
            scopes,
            decls: Vec::new(),
            decl_of: FxHashMap::default(),
            main: loaded.main,
            env,
            delayed: Vec::new(),
            path: Vec::new(),
            path_index: FxHashMap::default(),
            used_vars: FxHashSet::default(),
            used_imports: FxHashSet::default(),
            dot_imports: FxHashMap::default(),
            shift_operands: FxHashSet::default(),
            panics: FxHashSet::default(),
            mono: MonoGraph::default(),
            depth: 0,
            reached: FxHashSet::default(),
            work: VecDeque::new(),
            dynamic: FxHashSet::default(),
            callable: Vec::new(),
            called: 0,
            implementing: FxHashSet::default(),
            valid_types: FxHashSet::default(),
            instance_pos: FxHashMap::default(),
            sized: Vec::new(),
            var_size: FxHashMap::default(),
            missing_body: Vec::new(),
            symbols,
            at_cursor: None,
        };
        let unsafe_scope = checker.pkgs[PkgId::UNSAFE].scope;
        let mut names: Vec<_> = checker.types.unsafe_names.iter().map(|(&n, &o)| (n, o)).collect();
        crate::base::sort(&mut names);
        for (name, obj) in names {
            checker.scopes[unsafe_scope].insert(name, obj);
        }
        checker
    }
}

impl Checker<'_> {
    /// What is checked once all bodies are.
    fn finish_package(&mut self, pkg: PkgId) {
        if self.stopped {
            return;
        }
        self.enter_package(pkg);
        self.init_order();
        if !self.pkgs[pkg].library {
            self.unused_imports();
            if self.diags.is_empty() {
                self.monomorph();
            }
            if self.diags.is_empty() {
                self.interface_cycles();
            }
        }
    }

    /// Makes `pkg` the current package, outside of all declarations.
    pub(super) fn enter_package(&mut self, pkg: PkgId) {
        self.set_package(pkg);
        self.env.decl = None;
        self.env.scope = self.pkgs[pkg].scope;
        self.env.version = self.loaded[pkg].version.1;
        self.env.iota = None;
        self.env.errpos = Pos::NONE;
        self.env.in_tparam_list = false;
        self.env.func = None;
    }

    pub(super) fn set_package(&mut self, pkg: PkgId) {
        self.env.pkg = pkg;
        self.ast = &self.asts[pkg];
    }

    /// Puts an environment back.
    pub(super) fn restore(&mut self, env: Env) {
        self.ast = &self.asts[env.pkg];
        self.env = env;
    }

    /// What gc's later passes and the linker complain about.
    fn after_types(&mut self) {
        if !self.diags.is_empty() {
            return;
        }
        for pos in std::mem::take(&mut self.missing_body) {
            self.err(pos, super::errors::missing_body());
        }
        let pkg = &self.pkgs[self.main];
        let has_main = self.scopes[pkg.scope].get(self.symbols.main).is_some();
        if pkg.name == self.symbols.main && !has_main && !self.input.test && self.diags.is_empty() {
            self.err(Pos::NONE, super::errors::main_undeclared());
        }
    }

    pub(super) fn package(&mut self, pkg: PkgId) {
        if self.stopped {
            return;
        }
        self.enter_package(pkg);
        self.init_files();
        self.collect_objects();
        if self.pkgs[pkg].library {
            return;
        }
        self.direct_cycles();
        self.package_objects();
        self.process_delayed(0);
    }

    pub(super) fn later(&mut self, action: Action) {
        self.delayed.push((self.env.pkg, self.env.version, action));
    }

    /// Does what was put off since there were `top` actions.
    pub(super) fn process_delayed(&mut self, top: usize) {
        if self.delayed.len() <= top {
            return;
        }
        let saved = self.env.version;
        let mut i = top;
        while i < self.delayed.len() {
            let placeholder = Action::TypeSet { iface: TypeId::NONE };
            let (pkg, version, action) = std::mem::replace(&mut self.delayed[i], (self.env.pkg, 0, placeholder));
            i += 1;
            self.env.version = version;
            if pkg == self.env.pkg {
                self.act(action);
            } else {
                let env = self.env.clone();
                self.enter_package(pkg);
                self.env.version = version;
                self.act(action);
                self.restore(env);
            }
        }
        self.delayed.truncate(top);
        self.env.version = saved;
    }

    fn act(&mut self, action: Action) {
        if self.stopped {
            return;
        }
        match action {
            Action::ValidType { obj, rhs, at } => self.check_valid_type(obj, rhs, at),
            Action::FuncBody { decl, func, body, iota } => self.func_body(decl, func, body, iota),
            Action::VarType { at, ty } => self.check_var_type(at, ty),
            Action::MapKey { at, key } => self.check_map_key(at, key),
            Action::Embedded { pos, ty } => self.check_embedded(pos, ty),
            Action::TypeSet { iface } => self.check_type_set(iface),
            Action::Union { terms, at } => self.check_union(&terms, &at),
            Action::Recv { pos, ty } => self.valid_recv(pos, ty),
            Action::FieldNames { named } => self.check_field_names(named),
            Action::VerifyType { at, list, generic, targs } => self.verify_type(at, &list, generic, &targs),
            Action::VerifyFunc { pos, list, tparams, targs } => self.verify_func(pos, &list, &tparams, &targs),
        }
    }

    fn finish(self) -> (Tables, Diagnostics) {
        let mut funcs = IndexVec::new();
        let mut vars = IndexVec::new();
        for (_, pkg) in self.pkgs.iter_enumerated() {
            let mut list = Vec::new();
            let mut globals = Vec::new();
            for &obj in &pkg.objects {
                let info = &self.decls[self.decl_of[&obj]];
                match self.types.objects[obj].kind {
                    ObjKind::Func => {
                        let checked = !pkg.library || self.reached.contains(&obj);
                        if let (true, Some(decl)) = (checked && info.func.is_some(), info.decl) {
                            list.push(FuncInfo { obj, decl, file: info.file });
                        }
                    }
                    ObjKind::Var(_) if self.types.objects[obj].ty.is_some() => globals.push(obj),
                    _ => {}
                }
            }
            funcs.push(list);
            vars.push(globals);
        }
        let reflects_calls = self.called > 0;
        (Tables { types: self.types, pkgs: self.pkgs, funcs, vars, reflects_calls }, self.diags)
    }

    // Scopes and objects.

    pub(super) fn open_scope(&mut self) -> ScopeId {
        let parent = self.env.scope;
        let scope = self.scopes.push(Scope { parent: Some(parent), ..Scope::default() });
        self.scopes[parent].children.push(scope);
        self.env.scope = scope;
        scope
    }

    pub(super) fn close_scope(&mut self) {
        if let Some(parent) = self.scopes[self.env.scope].parent {
            self.env.scope = parent;
        }
    }

    /// The object that `name` denotes here, and the scope it is in (`None` for the universe).
    pub(super) fn lookup(&self, name: Symbol) -> Option<(Option<ScopeId>, ObjId)> {
        let mut at = Some(self.env.scope);
        while let Some(scope) = at {
            let s = &self.scopes[scope];
            if let Some(obj) = s.get(name) {
                return Some((Some(scope), obj));
            }
            at = s.parent;
        }
        self.types.universe.get(&name).map(|&obj| (None, obj))
    }

    pub(super) fn new_object(&mut self, kind: ObjKind, name: Symbol, ty: TypeId, pos: Pos) -> ObjId {
        let exported = self.is_exported(name);
        let pkg = Some(self.env.pkg);
        self.types.add_object(Object { kind, name, pkg, ty, pos, package_level: false, exported })
    }

    pub(super) fn new_var(&mut self, kind: VarKind, name: Symbol, ty: TypeId, pos: Pos) -> ObjId {
        self.new_object(ObjKind::Var(kind), name, ty, pos)
    }

    pub(super) fn is_exported(&self, name: Symbol) -> bool {
        self.interner.name(name).chars().next().is_some_and(char::is_uppercase)
    }

    /// The package that a field or method of this name belongs to: none if it is exported.
    pub(super) fn pkg_of_name(&self, name: Symbol) -> Option<PkgId> {
        if self.is_exported(name) { None } else { Some(self.env.pkg) }
    }

    pub(super) fn name(&self, name: Symbol) -> &str {
        self.interner.name(name)
    }

    /// A fresh entry for a declaration.
    pub(super) fn new_decl(&mut self, file: usize, scope: ScopeId) -> DeclInfo {
        DeclInfo {
            pkg: self.env.pkg,
            scope,
            file,
            version: self.env.version,
            lhs: Vec::new(),
            ty: None,
            init: None,
            inherited: false,
            decl: None,
            deps: Vec::new(),
            dep_set: FxHashSet::default(),
            func: None,
        }
    }

    pub(super) fn obj(&self, obj: ObjId) -> &Object {
        &self.types.objects[obj]
    }

    pub(super) fn allow_version(&self, minor: u32) -> bool {
        self.env.version >= minor
    }
}
