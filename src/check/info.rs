//! What checking finds out: the tables that the compiler reads.
//!
//! Everything is keyed by the ids of the package's [`Ast`]. Inside generic functions types may mention type
//! parameters; the compiler substitutes them for each instance.

use crate::base::{IndexVec, Symbol};
use crate::constant;
use crate::syntax::ast::{Ast, DeclId, ExprId, StmtId};
use crate::types::{Builtin, ObjId, PkgId, TypeId, Types};
use rustc_hash::FxHashMap;

/// A checked program: all packages that are reachable from `main`.
#[derive(Debug)]
pub struct Checked {
    /// Types and objects of all packages.
    pub types: Types,
    /// The packages.
    pub packages: IndexVec<PkgId, Package>,
    /// All packages in initialisation order: imported ones first; `main` is last.
    pub order: Vec<PkgId>,
    /// The package with `main`.
    pub main: PkgId,
    /// Whether functions and methods of values in interfaces may be called by reflection.
    pub reflects_calls: bool,
}

/// One checked package.
#[derive(Debug)]
pub struct Package {
    /// Import path; `main` for the command's package (in symbol names; its import path is `command-line-arguments`).
    pub path: String,
    /// The name in its package clauses.
    pub name: Symbol,
    /// Its syntax.
    pub ast: Ast,
    /// What is known of each expression that was checked.
    pub exprs: IndexVec<ExprId, ExprInfo>,
    /// The object that a name declares, by the name's expression id ([`Ident::id`](crate::syntax::ast::Ident)); also the symbolic variable `t` of
    /// `switch t := x.(type)` has none here, see `clause_vars`.
    pub defs: FxHashMap<ExprId, ObjId>,
    /// The object that a name refers to, by the id of the name (for a selector `x.f`, of `sel`).
    pub uses: FxHashMap<ExprId, ObjId>,
    /// Selector expressions that select a field or method (not qualified names), by the selector's id.
    pub selections: FxHashMap<ExprId, Selection>,
    /// Type arguments of an instantiated function, by the id of the *name* that denotes the function (`f` in `f[int]`, `f(1)`; `sel`
    /// in `p.f[int]`).
    pub instances: FxHashMap<ExprId, Vec<TypeId>>,
    /// The variable that each clause of a type switch with `x :=` declares: (the switch statement, clause index).
    pub clause_vars: FxHashMap<(StmtId, usize), ObjId>,
    /// Package-level variables in initialisation order.
    pub init_order: Vec<Initializer>,
    /// Functions whose bodies were checked (reached), `init` functions and methods included, in source order.
    pub funcs: Vec<FuncInfo>,
    /// Package-level variables, in source order.
    pub vars: Vec<ObjId>,
    /// Language version that applies to each file of `ast.files`, as `(1, N)`.
    pub file_versions: Vec<(u32, u32)>,
}

/// `lhs = rhs` at package level; `lhs` has several entries for a call with several results.
#[derive(Debug, Clone)]
pub struct Initializer {
    /// The variables (blank ones included).
    pub lhs: Vec<ObjId>,
    /// The expression.
    pub rhs: ExprId,
}

/// A function or method declaration that was checked.
#[derive(Debug, Clone)]
pub struct FuncInfo {
    /// The function's object; its type is the signature.
    pub obj: ObjId,
    /// The declaration.
    pub decl: DeclId,
    /// The file in `ast.files` it stands in.
    pub file: usize,
}

/// What is known of an expression.
#[derive(Debug, Clone, Default)]
pub struct ExprInfo {
    /// How it may be used.
    pub mode: Mode,
    /// Its final type: untyped constants and comparisons have been converted to the type their context gives them.
    /// `None` where an expression has none (it was not checked, or is a statement-like call).
    pub ty: Option<TypeId>,
    /// Its value if it is a constant, already representable in `ty`.
    pub value: Option<constant::Value>,
}

/// How an expression may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Not checked, or wrong.
    #[default]
    Invalid,
    /// A call without results.
    NoValue,
    /// A predeclared function.
    Builtin(Builtin),
    /// A type.
    TypeExpr,
    /// A constant.
    Constant,
    /// A variable: addressable.
    Variable,
    /// An element of a map: assignable, not addressable; allows comma-ok.
    MapIndex,
    /// A value.
    Value,
    /// The untyped nil.
    NilValue,
    /// Allows comma-ok: type assertion or receive. When it is used with two results its type is the tuple `(T, bool)`.
    CommaOk,
}

/// What a selector selects.
#[derive(Debug, Clone)]
pub struct Selection {
    /// Which kind.
    pub kind: SelectionKind,
    /// The type of `x` in `x.f`.
    pub recv: TypeId,
    /// The field, or the method (for an interface's method its object in the interface).
    pub obj: ObjId,
    /// The path of field indices through embedded fields; for a field the last is its own, for a method the last
    /// is meaningless for interfaces and otherwise the index in the named type's `methods`.
    pub index: Vec<usize>,
    /// Whether a pointer was followed on the way (automatic dereference included).
    pub indirect: bool,
}

/// Kinds of selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelectionKind {
    /// `x.f`, a field.
    Field,
    /// `x.m`, a method bound to `x` (called or not).
    MethodVal,
    /// `T.m`, a function with the receiver as first parameter.
    MethodExpr,
}
