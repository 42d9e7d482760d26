//! Tree shapes, positions and spans. That valid Go is accepted and what bad Go gets to hear is tested in
//! `tests/suite/syntax.rs`; that positions are gc's, by comparing trees over Go's whole library (`examples`).

use crate::base::{Diagnostics, Interner, SourceMap};
use crate::syntax::ast::{Ast, DeclKind};
use crate::syntax::dump::dump_file;
use crate::syntax::parse_file;
use crate::syntax::short::expr_string;
use expect_test::{Expect, expect};

fn parse(text: &str) -> (SourceMap, Ast, Interner, Diagnostics) {
    let mut sources = SourceMap::new();
    let file = sources.add("x.go", text);
    let (mut ast, mut interner, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
    parse_file(&mut ast, &sources, file, &mut interner, &mut diags);
    (sources, ast, interner, diags)
}

/// The tree of `package p; ` and `text` (so columns are 11 more), then the messages.
fn check(text: &str, want: Expect) {
    let (sources, ast, interner, diags) = parse(&format!("package p; {text}"));
    let tree = dump_file(&ast, &ast.files[0], &sources, &interner, true);
    want.assert_eq(&format!("{tree}{}", diags.render_gc(&sources, "")));
}

#[test]
fn operators_stand_where_they_are_written() {
    check(
        "var x = -a + b*c",
        expect![[r#"
        Var 1:16 `var x = -a + b*c`
         Name x 1:16 1:16 `x`
         -
         values
          Binary + 1:23 1:20 `-a + b*c`
           Unary - 1:20 1:20 `-a`
            Name a 1:21 1:21 `a`
           Binary * 1:26 1:25 `b*c`
            Name b 1:25 1:25 `b`
            Name c 1:27 1:27 `c`
    "#]],
    );
}

#[test]
fn calls_and_selectors() {
    check(
        "var x = a.b(c, d...)[1:2].(T)",
        expect![[r#"
        Var 1:16 `var x = a.b(c, d...)[1:2].(T)`
         Name x 1:16 1:16 `x`
         -
         values
          Assert 1:37 1:32 `a.b(c, d...)[1:2].(T)`
           Slice 1:32 1:32 `a.b(c, d...)[1:2]`
            Call ... 1:23 1:20 `a.b(c, d...)`
             Selector 1:21 1:20 `a.b`
              Name a 1:20 1:20 `a`
              Name b 1:22 1:22 `b`
             Name c 1:24 1:24 `c`
             Name d 1:27 1:27 `d`
            Int "1" 1:33 1:33 `1`
            Int "2" 1:35 1:35 `2`
            -
           Name T 1:39 1:39 `T`
    "#]],
    );
}

#[test]
fn literals_and_keys() {
    check(
        r#"var x = []T{{1}, a: "b"}"#,
        expect![[r#"
        Var 1:16 `var x = []T{{1}, a: "b"}`
         Name x 1:16 1:16 `x`
         -
         values
          CompositeLit 1 1:23 1:20 `[]T{{1}, a: "b"}`
           SliceType 1:20 1:20 `[]T`
            Name T 1:22 1:22 `T`
           CompositeLit 0 1:24 1:24 `{1}`
            -
            Int "1" 1:25 1:25 `1`
            rbrace 1:26
           KeyValue 1:30 1:29 `a: "b"`
            Name a 1:29 1:29 `a`
            String "\"b\"" 1:32 1:32 `"b"`
           rbrace 1:35
    "#]],
    );
}

#[test]
fn type_parameters_or_array_length() {
    check(
        "type (A[P *C,] int; B [P * C]int; D[P *C|~E] int; E[P (C)] int)",
        expect![[r#"
        Type 1:18 `A[P *C,] int`
         Name A 1:18 1:18 `A`
         tparams
          Param 1:20
           Name P 1:20 1:20 `P`
           Unary * 1:22 1:22 `*C`
            Name C 1:23 1:23 `C`
         Name int 1:27 1:27 `int`
        Type 1:32 `B [P * C]int`
         Name B 1:32 1:32 `B`
         tparams
         ArrayType 1:34 1:34 `[P * C]int`
          Binary * 1:37 1:35 `P * C`
           Name P 1:35 1:35 `P`
           Name C 1:39 1:39 `C`
          Name int 1:41 1:41 `int`
        Type 1:46 `D[P *C|~E] int`
         Name D 1:46 1:46 `D`
         tparams
          Param 1:48
           Name P 1:48 1:48 `P`
           Binary | 1:52 1:50 `*C|~E`
            Unary * 1:50 1:50 `*C`
             Name C 1:51 1:51 `C`
            Unary ~ 1:53 1:53 `~E`
             Name E 1:54 1:54 `E`
         Name int 1:57 1:57 `int`
        Type 1:62 `E[P (C)] int`
         Name E 1:62 1:62 `E`
         tparams
         ArrayType 1:63 1:63 `[P (C)] int`
          Call 1:66 1:64 `P (C)`
           Name P 1:64 1:64 `P`
           Name C 1:67 1:67 `C`
          Name int 1:71 1:71 `int`
    "#]],
    );
}

#[test]
fn parameters_share_types() {
    check(
        "func (r *R) m[P any](a, b int, c ...P) (int, error)",
        expect![[r#"
        Func 1:17 `func (r *R) m[P any](a, b int, c ...P) (int, error)`
         recv
          Param 1:18
           Name r 1:18 1:18 `r`
           Unary * 1:20 1:20 `*R`
            Name R 1:21 1:21 `R`
         Name m 1:24 1:24 `m`
         tparams
          Param 1:26
           Name P 1:26 1:26 `P`
           Name any 1:28 1:28 `any`
         FuncType 1:25 1:25 `(a, b int, c ...P) (int, error)`
          params
           Param 1:33
            Name a 1:33 1:33 `a`
            Name int 1:38 1:38 `int`
           Param 1:36
            Name b 1:36 1:36 `b`
            Name int 1:38 1:38 `int`
           Param 1:43
            Name c 1:43 1:43 `c`
            DotsType 1:45 1:45 `...P`
             Name P 1:48 1:48 `P`
          results
           Param 1:52
            -
            Name int 1:52 1:52 `int`
           Param 1:57
            -
            Name error 1:57 1:57 `error`
         -
    "#]],
    );
}

#[test]
fn arrows_belong_to_channels() {
    check(
        "var x = <-chan chan<- int(nil)",
        expect![[r#"
        Var 1:16 `var x = <-chan chan<- int(nil)`
         Name x 1:16 1:16 `x`
         -
         values
          Unary <- 1:20 1:20 `<-chan chan<- int(nil)`
           Call 1:37 1:22 `chan chan<- int(nil)`
            ChanType Both 1:22 1:22 `chan chan<- int`
             ChanType SendOnly 1:27 1:27 `chan<- int`
              Name int 1:34 1:34 `int`
            Name nil 1:38 1:38 `nil`
    "#]],
    );
}

#[test]
fn groups_and_iota() {
    check(
        "const (a, b = iota, 2; c, d); var (); var e int",
        expect![[r#"
        Const 1:19 `a, b = iota, 2`
         Name a 1:19 1:19 `a`
         Name b 1:22 1:22 `b`
         -
         values
          Name iota 1:26 1:26 `iota`
          Int "2" 1:32 1:32 `2`
        Const 1:35 `c, d`
         Name c 1:35 1:35 `c`
         Name d 1:38 1:38 `d`
         -
         values
        Var 1:54 `var e int`
         Name e 1:54 1:54 `e`
         Name int 1:56 1:56 `int`
         values
    "#]],
    );
}

#[test]
fn range_and_switch() {
    check(
        "func f() { for i := range 3 { break }; switch x := y.(type) { case int: default: } }",
        expect![[r#"
        Func 1:17 `func f() { for i := range 3 { break }; switch x := y.(type) { case int: default: } }`
         recv
         Name f 1:17 1:17 `f`
         tparams
         FuncType 1:18 1:18 `()`
          params
          results
         block 1:21 1:95
          Range := 1:23 `for i := range 3 { break }`
           range 1:32
           lhs
            Name i 1:27 1:27 `i`
           Int "3" 1:38 1:38 `3`
           block 1:40 1:48
            Break 1:42 `break`
             -
          Switch 1:51 `switch x := y.(type) { case int: default: }`
           -
           TypeSwitchGuard 1:64 1:58 `x := y.(type)`
            Name x 1:58 1:58 `x`
            Name y 1:63 1:63 `y`
           clause 1:74 1:82
            case
             Name int 1:79 1:79 `int`
           clause 1:84 1:91
            default
           rbrace 1:93
    "#]],
    );
}

#[test]
fn label_before_a_brace() {
    check(
        "func f() { goto L; L: }",
        expect![[r#"
        Func 1:17 `func f() { goto L; L: }`
         recv
         Name f 1:17 1:17 `f`
         tparams
         FuncType 1:18 1:18 `()`
          params
          results
         block 1:21 1:34
          Goto 1:23 `goto L`
           Name L 1:28 1:28 `L`
          Labeled 1:32 `L:`
           Name L 1:31 1:31 `L`
           Empty 1:34 ``
    "#]],
    );
}

#[test]
fn the_best_of_bad_source() {
    check(
        "func f() { if x = 1 { g(2, }; y }",
        expect![[r#"
        Func 1:17 `func f() { if x = 1 { g(2, }; y }`
         recv
         Name f 1:17 1:17 `f`
         tparams
         FuncType 1:18 1:18 `()`
          params
          results
         block 1:21 1:44
          If 1:23 `if x = 1 { g(2, }`
           -
           Bad 1:23 1:23 ``
           block 1:32 1:39
            ExprStmt 1:35 `g(2,`
             Call 1:35 1:34 `g(2,`
              Name g 1:34 1:34 `g`
              Int "2" 1:36 1:36 `2`
              Bad 1:39 1:39 ``
           -
          ExprStmt 1:42 `y`
           Name y 1:42 1:42 `y`
        x.go:1:28: syntax error: cannot use assignment x = 1 as value
    "#]],
    );
}

#[test]
fn parentheses_that_the_tree_does_not_keep() {
    let (sources, ast, interner, _) = parse("package p\nvar x ((*(T))) = &(S{})\n");
    let text = |span: crate::base::Span| {
        let file = &sources.files()[0];
        file.text()[file.offset(span.lo)..file.offset(span.hi)].to_owned()
    };
    let parens: Vec<_> = ast.parens.iter().map(|&(id, span)| (expr_string(&ast, &interner, id), text(span))).collect();
    let want = [("T", "(T)"), ("*T", "(*(T))"), ("*T", "((*(T)))"), ("S{}", "(S{})")];
    assert_eq!(parens, want.map(|(inner, outer)| (inner.to_owned(), outer.to_owned())));
}

#[test]
fn short_form_of_expressions() {
    for text in [
        "f(a, b...)",
        "x.y[i].(T)",
        "x[i:j:k]",
        "x[:]",
        "-a * (b + c)",
        "G[int, string]{…}",
        "func(a, b int, c ...T) (x interface{m(); ~int | string}, err error) {…}",
        "func() {}",
        "struct{a, b int \"tag\"; *T; c G[int]}{}",
        "map[string][]*[3]chan<- int",
        "chan (<-chan int)",
    ] {
        let (_, ast, interner, _) = parse(&format!("package p\nvar x = {}\n", text.replace('…', "1")));
        let DeclKind::Var { values, .. } = &ast.decls[ast.files[0].decls[0]].kind else { panic!("a variable") };
        assert_eq!(expr_string(&ast, &interner, values[0]), text);
    }
}

#[test]
fn version_line_and_comments() {
    let (sources, ast, ..) = parse("//go:build go1.20\n// a\npackage p /* b */ // c\n//go:build go1.19\n");
    assert_eq!(ast.files[0].go_version, Some((1, 20)));
    let file = &sources.files()[0];
    let comments: Vec<_> =
        ast.files[0].comments.iter().map(|c| &file.text()[file.offset(c.lo)..file.offset(c.hi)]).collect();
    assert_eq!(comments, ["//go:build go1.20", "// a", "/* b */", "// c", "//go:build go1.19"]);
    assert_eq!(parse("//go:build go1.20\n//go:build linux\npackage p").1.files[0].go_version, None);
}

#[test]
fn when_types_are_worth_checking() {
    for (text, want) in [
        ("package p; func f() { break }", true),
        ("package p; var x = \"", true),
        ("package p; var x = )", false),
        ("package p #", false),
        ("func f() {}", false),
    ] {
        let mut sources = SourceMap::new();
        let file = sources.add("x.go", text);
        let (mut ast, mut interner, mut diags) = (Ast::default(), Interner::new(), Diagnostics::new());
        assert_eq!(parse_file(&mut ast, &sources, file, &mut interner, &mut diags), want, "{text}");
        assert_eq!(diags.len(), 1);
    }
}

#[test]
fn characters_that_may_not_be_anywhere() {
    let (sources, _, _, diags) = parse("package p\nvar a\0b = \"\0\" // \u{feff}\0\nvar c = \"\0\"\n");
    expect![[r#"
        x.go:2:6: invalid NUL character
        x.go:2:18: invalid BOM in the middle of the file
        x.go:2:21: invalid NUL character
        x.go:3:10: invalid NUL character
    "#]]
    .assert_eq(&diags.render_gc(&sources, ""));
}
