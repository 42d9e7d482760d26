//! The syntax tree, in arenas.
//!
//! One [`Ast`] holds all files of a package, so that an [`ExprId`] is unique in the package and every fact about an
//! expression can live in a table beside the arena. Node kinds and the choice of each node's `pos` follow gc's
//! `cmd/compile/internal/syntax/nodes.go`: `pos` is where gc's messages point (for a binary operation its operator),
//! the span is all of the node's text. Types are expressions.

use crate::base::{FileId, IndexVec, Pos, Span, Symbol};

crate::define_id! {
    /// An expression or type of an [`Ast`].
    ExprId
}
crate::define_id! {
    /// A statement of an [`Ast`].
    StmtId
}
crate::define_id! {
    /// A declaration of an [`Ast`].
    DeclId
}

/// All files of one package.
#[derive(Debug, Clone, Default)]
pub struct Ast {
    /// Expressions and types.
    pub exprs: IndexVec<ExprId, Expr>,
    /// Statements.
    pub stmts: IndexVec<StmtId, Stmt>,
    /// Declarations, of packages and of functions.
    pub decls: IndexVec<DeclId, Decl>,
    /// The files in the order they were parsed.
    pub files: Vec<File>,
    /// Parenthesised groups of declarations; [`Decl::group`] is an index. Empty groups are here only.
    pub groups: Vec<Group>,
    /// Parentheses that the tree, like gc's, does not keep: around types, and in `&(T{})`. With the expression inside,
    /// innermost first; for the printer.
    pub parens: Vec<(ExprId, Span)>,
}

/// `var ( … )` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Where the keyword stands.
    pub keyword: Pos,
    /// The opening parenthesis.
    pub lparen: Pos,
    /// The closing parenthesis.
    pub rparen: Pos,
}

/// One source file.
#[derive(Debug, Clone)]
pub struct File {
    /// The file in the source map.
    pub file: FileId,
    /// The name in the package clause; [`Symbol::BLANK`] when it is missing.
    pub package: Ident,
    /// Top-level declarations in order, imports included. A group `var ( … )` gives one entry a line.
    pub decls: Vec<DeclId>,
    /// The language version of a `//go:build go1.N` line, as `(1, N)`.
    pub go_version: Option<(u32, u32)>,
    /// All comments, in order, with their markers.
    pub comments: Vec<Span>,
    /// The end of the file.
    pub eof: Pos,
    /// Whether the tree says all of the source, although there may be errors that have nothing to do with its form
    /// (labels, receivers): then it can be printed.
    pub whole: bool,
}

/// A name where it is declared or used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ident {
    /// What it says.
    pub name: Symbol,
    /// The name's own expression node (kind [`ExprKind::Name`]), so that side tables cover declarations too.
    pub id: ExprId,
    /// Where it stands.
    pub pos: Pos,
}

/// An expression or type.
#[derive(Debug, Clone)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where gc reports about it.
    pub pos: Pos,
    /// All of its text.
    pub span: Span,
}

/// The kinds of expression and type.
#[derive(Debug, Clone)]
pub enum ExprKind {
    /// Something that did not parse; already reported.
    Bad,
    /// `x`
    Name(Symbol),
    /// A literal as written; `bad` when the scanner has reported it.
    Literal {
        /// Its kind.
        kind: LitKind,
        /// Its text as written.
        text: Symbol,
        /// Whether it has a syntax error.
        bad: bool,
    },
    /// `T{…}`, or `{…}` inside another literal, then without a type.
    CompositeLit {
        /// The type, if written.
        ty: Option<ExprId>,
        /// Elements; those with keys are [`ExprKind::KeyValue`].
        elems: Vec<ExprId>,
        /// How many elements have keys.
        keyed: usize,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `key: value` in a composite literal.
    KeyValue {
        /// Before the colon.
        key: ExprId,
        /// After the colon.
        value: ExprId,
    },
    /// `func(…) … { … }`
    FuncLit {
        /// The signature, a [`ExprKind::FuncType`].
        ty: ExprId,
        /// The body, a [`StmtKind::Block`].
        body: StmtId,
    },
    /// `(x)`
    Paren(ExprId),
    /// `x.sel`
    Selector {
        /// Before the dot.
        x: ExprId,
        /// After the dot.
        sel: Ident,
    },
    /// `x[i]`, or `x[T1, T2]`: an instantiation has one or more indices.
    Index {
        /// Before the bracket.
        x: ExprId,
        /// Inside; one for an index, any number for an instantiation.
        indices: Vec<ExprId>,
    },
    /// `x[i:j]` or `x[i:j:k]`
    Slice {
        /// Before the bracket.
        x: ExprId,
        /// The three indices; only the second and third are required in the full form.
        index: [Option<ExprId>; 3],
        /// Whether there were two colons.
        full: bool,
    },
    /// `x.(T)`
    Assert {
        /// The interface value.
        x: ExprId,
        /// The type.
        ty: ExprId,
    },
    /// `x := y.(type)`, only as the tag of a switch.
    TypeSwitchGuard {
        /// The declared name, if any.
        lhs: Option<Ident>,
        /// The interface value.
        x: ExprId,
    },
    /// `-x`, `<-x`, `&x`, `*x` (also the type `*T`), `~T`…
    Unary {
        /// The operator.
        op: UnaryOp,
        /// The operand.
        x: ExprId,
    },
    /// `x + y`…
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left.
        x: ExprId,
        /// Right.
        y: ExprId,
    },
    /// `f(args)`, `f(args...)`; also a conversion.
    Call {
        /// What is called.
        fun: ExprId,
        /// The arguments.
        args: Vec<ExprId>,
        /// Whether `...` follows the last.
        has_dots: bool,
        /// The closing parenthesis.
        rparen: Pos,
    },
    /// `[N]T`; `len` is `None` for `[...]T`.
    ArrayType {
        /// The length.
        len: Option<ExprId>,
        /// The element type.
        elem: ExprId,
    },
    /// `[]T`
    SliceType(ExprId),
    /// `...T` as the last parameter.
    DotsType(ExprId),
    /// `struct { … }`
    StructType(Vec<FieldDecl>),
    /// `interface { … }`
    InterfaceType(Vec<InterfaceElem>),
    /// `func(params) results`
    FuncType {
        /// Parameters.
        params: Vec<Param>,
        /// Results.
        results: Vec<Param>,
    },
    /// `map[K]V`
    MapType {
        /// The key type.
        key: ExprId,
        /// The value type.
        value: ExprId,
    },
    /// `chan T`, `chan<- T`, `<-chan T`
    ChanType {
        /// The direction.
        dir: ChanDir,
        /// The element type.
        elem: ExprId,
    },
}

/// A field of a struct type. Names of one list share `ty`.
#[derive(Debug, Clone)]
pub struct FieldDecl {
    /// The name; `None` for an embedded field.
    pub name: Option<Ident>,
    /// The type; for an embedded field the embedded type as written (`T`, `*T`, `p.T`, `T[A]`).
    pub ty: ExprId,
    /// The tag, a string literal.
    pub tag: Option<ExprId>,
    /// Where gc reports about it.
    pub pos: Pos,
}

/// A line of an interface type.
#[derive(Debug, Clone)]
pub struct InterfaceElem {
    /// The method's name; `None` for an embedded type or union.
    pub name: Option<Ident>,
    /// The method's signature, or the embedded type, union (`|`) or approximation (`~`).
    pub ty: ExprId,
    /// Where gc reports about it.
    pub pos: Pos,
}

/// A parameter, result, receiver or type parameter.
#[derive(Debug, Clone)]
pub struct Param {
    /// The name, if there is one.
    pub name: Option<Ident>,
    /// The type (for a type parameter its constraint). Names of one list share it.
    pub ty: ExprId,
    /// Where gc reports about it.
    pub pos: Pos,
}

/// Kinds of literals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LitKind {
    /// `12`, `0x_ff`
    Int,
    /// `1.5e3`
    Float,
    /// `2i`
    Imag,
    /// `'x'`
    Rune,
    /// `"x"` or `` `x` ``
    String,
}

/// Direction of a channel type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    SendOnly,
    /// `<-chan T`
    RecvOnly,
}

/// Unary operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `+`
    Plus,
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `^`
    Xor,
    /// `*`: dereference or pointer type
    Deref,
    /// `&`
    Addr,
    /// `<-`
    Recv,
    /// `~` in a constraint
    Tilde,
}

/// Binary operators; also those of `x op= y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `||`
    OrOr,
    /// `&&`
    AndAnd,
    /// `==`
    Eql,
    /// `!=`
    Neq,
    /// `<`
    Lss,
    /// `<=`
    Leq,
    /// `>`
    Gtr,
    /// `>=`
    Geq,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `&`
    And,
    /// `&^`
    AndNot,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
}

/// A statement.
#[derive(Debug, Clone)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where gc reports about it.
    pub pos: Pos,
    /// All of its text.
    pub span: Span,
}

/// The kinds of statement.
#[derive(Debug, Clone)]
pub enum StmtKind {
    /// Nothing.
    Empty,
    /// `label: stmt`
    Labeled {
        /// The label.
        label: Ident,
        /// What it labels.
        stmt: StmtId,
    },
    /// `{ … }`
    Block(Block),
    /// An expression for its effect.
    Expr(ExprId),
    /// `ch <- v`
    Send {
        /// The channel.
        chan: ExprId,
        /// The value.
        value: ExprId,
    },
    /// `var`, `const` or `type` inside a function.
    Decl(Vec<DeclId>),
    /// `x, y = a, b`, and `x op= y`, then with one expression on each side.
    Assign {
        /// The operator of `op=`.
        op: Option<BinaryOp>,
        /// Left sides.
        lhs: Vec<ExprId>,
        /// Right sides.
        rhs: Vec<ExprId>,
    },
    /// `x, y := a, b`
    Define {
        /// Left sides; valid ones are names.
        lhs: Vec<ExprId>,
        /// Right sides.
        rhs: Vec<ExprId>,
    },
    /// `x++`, `x--`
    IncDec {
        /// What changes.
        x: ExprId,
        /// `++` rather than `--`.
        inc: bool,
    },
    /// `break`, `continue`, `goto`, `fallthrough`
    Branch {
        /// Which.
        kind: BranchKind,
        /// The label, if written.
        label: Option<Ident>,
    },
    /// `go f()`
    Go(ExprId),
    /// `defer f()`
    Defer(ExprId),
    /// `return …`
    Return(Vec<ExprId>),
    /// `if init; cond { … } else …`
    If {
        /// The statement before the condition.
        init: Option<StmtId>,
        /// The condition.
        cond: ExprId,
        /// The first branch.
        then: Block,
        /// Another `if` or a block.
        els: Option<StmtId>,
    },
    /// `for init; cond; post { … }`
    For {
        /// Runs once.
        init: Option<StmtId>,
        /// Absent: for ever.
        cond: Option<ExprId>,
        /// Runs after each pass.
        post: Option<StmtId>,
        /// The body.
        body: Block,
    },
    /// `for k, v := range x { … }`
    Range {
        /// Iteration variables as written, none to two (more are an error).
        lhs: Vec<ExprId>,
        /// `:=` rather than `=`.
        define: bool,
        /// What is ranged over.
        x: ExprId,
        /// The body.
        body: Block,
        /// Where the word `range` stands.
        range_pos: Pos,
    },
    /// `switch init; tag { … }`; a type switch has a [`ExprKind::TypeSwitchGuard`] as its tag.
    Switch {
        /// The statement before the tag.
        init: Option<StmtId>,
        /// The tag.
        tag: Option<ExprId>,
        /// The clauses in order.
        clauses: Vec<CaseClause>,
        /// The closing brace.
        rbrace: Pos,
    },
    /// `select { … }`
    Select {
        /// The clauses in order.
        clauses: Vec<CommClause>,
        /// The closing brace.
        rbrace: Pos,
    },
}

/// `{ … }`
#[derive(Debug, Clone)]
pub struct Block {
    /// Its statements.
    pub stmts: Vec<StmtId>,
    /// The opening brace.
    pub lbrace: Pos,
    /// The closing brace.
    pub rbrace: Pos,
}

/// A clause of a `switch`.
#[derive(Debug, Clone)]
pub struct CaseClause {
    /// The expressions or types; `None` for `default`.
    pub cases: Option<Vec<ExprId>>,
    /// The statements.
    pub body: Vec<StmtId>,
    /// The word `case` or `default`.
    pub pos: Pos,
    /// The colon.
    pub colon: Pos,
}

/// A clause of a `select`.
#[derive(Debug, Clone)]
pub struct CommClause {
    /// A send, or a receive as expression, assignment or definition; `None` for `default`.
    pub comm: Option<StmtId>,
    /// The statements.
    pub body: Vec<StmtId>,
    /// The word `case` or `default`.
    pub pos: Pos,
    /// The colon.
    pub colon: Pos,
}

/// Kinds of branch statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BranchKind {
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `goto`
    Goto,
    /// `fallthrough`
    Fallthrough,
}

/// A declaration. Each line of a group is one.
#[derive(Debug, Clone)]
pub struct Decl {
    /// What it is.
    pub kind: DeclKind,
    /// Where gc reports about it.
    pub pos: Pos,
    /// All of its text, without the keyword of a group.
    pub span: Span,
    /// The parenthesised group it stands in: equal numbers, same group.
    pub group: Option<u32>,
}

/// The kinds of declaration.
#[derive(Debug, Clone)]
pub enum DeclKind {
    /// `import name "path"`
    Import {
        /// The local name, `.` and `_` included.
        name: Option<Ident>,
        /// The path, a string literal; `None` if it is missing (already reported).
        path: Option<ExprId>,
    },
    /// `const a, b T = x, y`; a line without type and values repeats the one before (the checker does that).
    Const {
        /// The names.
        names: Vec<Ident>,
        /// The type, if written.
        ty: Option<ExprId>,
        /// The values; empty if not written.
        values: Vec<ExprId>,
        /// The value of `iota` on this line.
        iota: u32,
    },
    /// `var a, b T = x, y`
    Var {
        /// The names.
        names: Vec<Ident>,
        /// The type, if written.
        ty: Option<ExprId>,
        /// The values; empty if not written.
        values: Vec<ExprId>,
    },
    /// `type T[P C] U`, `type T = U`
    Type {
        /// The name.
        name: Ident,
        /// Type parameters.
        tparams: Vec<Param>,
        /// Whether it is an alias.
        alias: bool,
        /// The type.
        ty: ExprId,
    },
    /// `func (r R) f[P C](…) … { … }`
    Func(FuncDecl),
}

/// A function or method declaration.
#[derive(Debug, Clone)]
pub struct FuncDecl {
    /// The receiver of a method.
    pub recv: Option<Param>,
    /// Receivers after the first, already reported; for the printer.
    pub more_recvs: Vec<Param>,
    /// The name.
    pub name: Ident,
    /// Type parameters (generic methods included, Go 1.27).
    pub tparams: Vec<Param>,
    /// The signature, a [`ExprKind::FuncType`].
    pub ty: ExprId,
    /// The body, a [`StmtKind::Block`]; `None` for a function that is implemented elsewhere.
    pub body: Option<StmtId>,
}
