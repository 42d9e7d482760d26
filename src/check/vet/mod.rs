//! `go vet`: programs that are right and probably not what was meant.
//!
//! The passes are those of `golang.org/x/tools/go/analysis/passes` in the suite of cmd/vet, one file each. A pass is a
//! function over a checked package: it reads the flat [`tree`], the recorded types, and reports in x/tools' words
//! (`messages`). What x/tools knows of other packages by facts, `printf` and `flow` know by name.

mod append;
mod assign;
mod atomic;
mod bools;
mod composite;
mod copylock;
mod defers;
mod directive;
mod errorsas;
mod flow;
mod fuzz;
mod httpresponse;
mod ifaceassert;
mod loopclosure;
mod lostcancel;
mod messages;
mod nilfunc;
mod printf;
mod printf_format;
mod printf_types;
mod printf_wrappers;
mod query;
mod satisfy;
mod shift;
mod sigchanyzer;
mod stdmethods;
mod stdversion;
mod stringintconv;
mod structtag;
mod testinggoroutine;
mod tests;
mod timeformat;
mod tree;
mod unmarshal;
mod unreachable;
mod unusedresult;
mod waitgroup;

use super::info::{Checked, Package};
use crate::base::{Diagnostic, Diagnostics, IndexVec, Interner, Pos, Severity, SourceMap, Span};
use crate::syntax::ast::{Ast, ExprId, StmtId};
use crate::types::{PkgId, Types};
use tree::Tree;

macro_rules! passes {
    ($($variant:ident $name:literal $run:path, $doc:literal;)*) => {
        /// A pass of vet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Pass {
            $(#[doc = $doc] $variant,)*
        }

        impl Pass {
            /// All passes, in the order in which they run: by name, as `go vet -json` prints them.
            pub const ALL: &[Pass] = &[$(Pass::$variant),*];

            /// Its name, as `go vet` has it as a flag.
            pub fn name(self) -> &'static str {
                match self {
                    $(Pass::$variant => $name),*
                }
            }

            /// The code of its diagnostics.
            fn code(self) -> &'static str {
                match self {
                    $(Pass::$variant => concat!("vet/", $name)),*
                }
            }

            fn run(self, vet: &mut Vet<'_>) {
                match self {
                    $(Pass::$variant => $run(vet)),*
                }
            }
        }
    };
}

passes! {
    Appends "appends" append::run, "`append` with nothing to append.";
    Assign "assign" assign::run, "`x = x`.";
    Atomic "atomic" atomic::run, "`x = atomic.AddInt64(&x, 1)`.";
    Bools "bools" bools::run, "`x == 1 && x == 2` and `a || a`.";
    Composites "composites" composite::run, "Literals of other packages' structs without field names.";
    CopyLocks "copylocks" copylock::run, "Copies of what holds a lock.";
    Defers "defers" defers::run, "`defer f(time.Since(t))`.";
    Directive "directive" directive::run, "`//go:debug` where it has no effect.";
    ErrorsAs "errorsas" errorsas::run, "Wrong targets of `errors.As`.";
    HttpResponse "httpresponse" httpresponse::run, "Uses of a response before its error was looked at.";
    IfaceAssert "ifaceassert" ifaceassert::run, "Assertions that no type can fulfil.";
    LoopClosure "loopclosure" loopclosure::run, "Loop variables in closures, before Go 1.22.";
    LostCancel "lostcancel" lostcancel::run, "Contexts that nobody cancels.";
    NilFunc "nilfunc" nilfunc::run, "Comparisons of functions with nil.";
    Printf "printf" printf::run, "Formats that do not fit their arguments.";
    Shift "shift" shift::run, "Shifts by the width of the type or more.";
    SigChanyzer "sigchanyzer" sigchanyzer::run, "Unbuffered channels for signals.";
    StdMethods "stdmethods" stdmethods::run, "Methods with well-known names and other signatures.";
    StdVersion "stdversion" stdversion::run, "What the library has only since a later version.";
    StringIntConv "stringintconv" stringintconv::run, "`string(int)`.";
    StructTag "structtag" structtag::run, "Malformed struct tags.";
    TestingGoroutine "testinggoroutine" testinggoroutine::run, "`t.Fatal` in goroutines of a test.";
    Tests "tests" tests::run, "Misnamed tests and examples.";
    TimeFormat "timeformat" timeformat::run, "Layouts with month and day exchanged.";
    Unmarshal "unmarshal" unmarshal::run, "Non-pointers given to `Unmarshal`.";
    Unreachable "unreachable" unreachable::run, "Code that is never reached.";
    UnusedResult "unusedresult" unusedresult::run, "Calls that are of no use without their result.";
    WaitGroup "waitgroup" waitgroup::run, "`wg.Add` inside of the new goroutine.";
}

impl Pass {
    /// The passes that `go test` runs before tests (those of them that are here).
    pub const GO_TEST: &[Pass] = &[
        Pass::Atomic,
        Pass::Bools,
        Pass::Directive,
        Pass::ErrorsAs,
        Pass::IfaceAssert,
        Pass::NilFunc,
        Pass::Printf,
        Pass::StringIntConv,
        Pass::Tests,
    ];
}

/// What a pass works with.
struct Vet<'a> {
    /// A copy: questions about types may make new ones, which is nobody else's business.
    types: Types,
    packages: &'a IndexVec<PkgId, Package>,
    /// The package being vetted.
    id: PkgId,
    pkg: &'a Package,
    ast: &'a Ast,
    tree: &'a Tree,
    sources: &'a SourceMap,
    interner: &'a Interner,
    /// Import path of the program's own package.
    path: &'a str,
    main: PkgId,
    pass: Pass,
    out: Diagnostics,
}

/// Vets the program's own package, whose import path is `path`: `command-line-arguments` if it is a list of files.
///
/// Diagnostics are warnings with codes such as `vet/printf`, in the order of passes and as each pass reports them.
pub fn vet(checked: &Checked, path: &str, passes: &[Pass], sources: &SourceMap, interner: &Interner) -> Diagnostics {
    vet_package(checked, checked.main, path, passes, sources, interner)
}

/// As [`vet`], for any package that was checked completely.
pub fn vet_package(
    checked: &Checked,
    id: PkgId,
    path: &str,
    passes: &[Pass],
    sources: &SourceMap,
    interner: &Interner,
) -> Diagnostics {
    let pkg = &checked.packages[id];
    let tree = Tree::of_package(&pkg.ast);
    let mut vet = Vet {
        types: checked.types.clone(),
        packages: &checked.packages,
        id,
        pkg,
        ast: &pkg.ast,
        tree: &tree,
        sources,
        interner,
        path,
        main: checked.main,
        pass: Pass::Appends,
        out: Diagnostics::new(),
    };
    for &pass in passes {
        vet.pass = pass;
        pass.run(&mut vet);
    }
    vet.out
}

impl Vet<'_> {
    fn report(&mut self, pos: Pos, span: Span, message: String) {
        let code = self.pass.code();
        self.out.push(Diagnostic { severity: Severity::Warning, pos, span, code, message });
    }

    /// Reports at the start of an expression.
    fn report_expr(&mut self, e: ExprId, message: String) {
        let span = self.ast.exprs[e].span;
        self.report(span.lo, span, message);
    }

    /// Reports at the start of a statement.
    fn report_stmt(&mut self, s: StmtId, message: String) {
        let span = self.ast.stmts[s].span;
        self.report(span.lo, span, message);
    }

    /// Reports at a place.
    fn report_at(&mut self, pos: Pos, message: String) {
        self.report(pos, Span::new(pos, pos), message);
    }
}
