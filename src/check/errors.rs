//! The words of every message of the checker, as gc says them, with Go's name for each.
//!
//! One function a message (`messages!`: with the code of `internal/types/errors`) or part of one (`texts!`).

use crate::types::Builtin;
use std::fmt::Display;

/// A message, still without a place.
#[derive(Debug, Clone)]
pub(super) struct Msg {
    pub(super) code: &'static str,
    pub(super) text: String,
}

/// Every function here passes its words through this, so that tests see which of them are said.
#[cfg(test)]
fn said(name: &'static str, text: String) -> String {
    super::tests::SAID.with_borrow_mut(|said| said.push((name, text.clone())));
    text
}

#[cfg(not(test))]
fn said(_: &'static str, text: String) -> String {
    text
}

macro_rules! messages {
    ($($name:ident($($arg:ident),*) $code:ident $text:literal;)*) => {
        $(pub(super) fn $name($($arg: impl Display),*) -> Msg {
            Msg { code: stringify!($code), text: said(stringify!($name), format!($text)) }
        })*
    };
}

macro_rules! texts {
    ($($name:ident($($arg:ident),*) $text:literal;)*) => {
        $(pub(super) fn $name($($arg: impl Display),*) -> String {
            said(stringify!($name), format!($text))
        })*
    };
}

// Packages, files and declarations.
messages! {
    invalid_package_name() BlankPkgName "invalid package name _";
    file_too_new(minor) TooNew "file requires newer Go version go1.{minor}";
    requires_version(what, minor) UnsupportedFeature "{what} requires go1.{minor} or later";
    cannot_declare_init() InvalidInitDecl "cannot declare init - must be func";
    cannot_declare_main() InvalidMainDecl "cannot declare main - must be func";
    init_without_body() MissingInitBody "func init must have a body";
    main_undeclared() MissingMain "runtime.main_main·f: function main is undeclared in the main package";
    missing_body() MissingBody "missing function body";
    generic_without_body() BadDecl "generic function is missing function body";
    extra_init(x) WrongAssignCount "extra init expr {x}";
    extra_init_at(at) WrongAssignCount "extra init expr at {at}";
    missing_init(x) WrongAssignCount "missing init expr for {x}";
    import_as_init() InvalidInitDecl "cannot import package as init - init must be a func";
    unused_import(path) UnusedImport "\"{path}\" imported and not used";
    unused_import_as(path, name) UnusedImport "\"{path}\" imported as {name} and not used";
    already_declared_import(name, pkg) DuplicateDecl "{name} already declared through import of {pkg}";
    already_declared_dot_import(name, pkg) DuplicateDecl "{name} already declared through dot-import of {pkg}";
    redeclared_in_block(name) DuplicateDecl "{name} redeclared in this block";
    redeclared(name) DuplicateDecl "{name} redeclared";
    recursive_type_itself(name) InvalidDeclCycle "invalid recursive type: {name} refers to itself";
    recursive_type(name) InvalidDeclCycle "invalid recursive type {name}";
    decl_cycle(name) InvalidDeclCycle "invalid cycle in declaration of {name}";
    init_cycle_itself(name) InvalidInitCycle "initialization cycle: {name} refers to itself";
    init_cycle(name) InvalidInitCycle "initialization cycle for {name}";
    invalid_constant_type(ty) InvalidConstType "invalid constant type {ty}";
    method_already_declared(base, name, at) DuplicateMethod "method {base}.{name} already declared at {at}";
    field_and_method(name) DuplicateFieldAndMethod "field and method with the same name {name}";
    anonymous_interface_cycle() InvalidTypeCycle
        "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)";
    type_param_as_alias() MisplacedTypeParam "cannot use type parameter declared in alias declaration as RHS";
    type_param_as_rhs() MisplacedTypeParam "cannot use a type parameter as RHS in type declaration";
    type_param_as_constraint() MisplacedTypeParam "cannot use a type parameter as constraint";
    declared_and_not_used(name) UnusedVar "declared and not used: {name}";
    type_switch_var_not_used(name) UnusedVar "{name} declared and not used";
    instantiation_cycle() InvalidInstanceCycle "instantiation cycle:";
    too_deep() InvalidSyntaxTree "nested too deeply";
    invalid_tree() InvalidSyntaxTree "invalid syntax tree";
}

/// `init` and `main` are not generic.
pub(super) fn no_type_parameters(name: &str, is_main: bool) -> Msg {
    let code = if is_main { "InvalidMainDecl" } else { "InvalidInitDecl" };
    Msg { code, text: said("no_type_parameters", format!("func {name} must have no type parameters")) }
}

/// `init` and `main` take and give nothing.
pub(super) fn no_arguments(name: &str, is_main: bool) -> Msg {
    let code = if is_main { "InvalidMainDecl" } else { "InvalidInitDecl" };
    Msg { code, text: said("no_arguments", format!("func {name} must have no arguments and no return values")) }
}

// Names and types.
messages! {
    cannot_use_blank() InvalidBlank "cannot use _ as value or type";
    lacking(what) UndeclaredImportedName "golanes does not have {what}";
    undefined(name) UndeclaredName "undefined: {name}";
    undefined_imported(name) UndeclaredImportedName "undefined: {name}";
    undefined_but_have(name, alt) UndeclaredImportedName "undefined: {name} (but have {alt})";
    not_exported(name, pkg) UnexportedName "name {name} not exported by package {pkg}";
    not_a_type_kind(name, kind) NotAType "{name} ({kind}) is not a type";
    not_a_type(x) NotAType "{x} is not a type";
    package_not_in_selector(name) InvalidPkgUse "use of package {name} not in selector";
    iota_outside() InvalidIota "cannot use iota outside constant declaration";
    comparable_outside(ty) MisplacedConstraintIface
        "cannot use type {ty} outside a type constraint: interface is (or embeds) comparable";
    constraint_outside(ty) MisplacedConstraintIface
        "cannot use type {ty} outside a type constraint: interface contains type constraints";
    invalid_map_key(ty, why) IncomparableMapKey "invalid map key type {ty}{why}";
    generic_type_without_instantiation(ty) WrongTypeArgCount "cannot use generic type {ty} without instantiation";
    dots_array_outside() BadDotDotDotSyntax "invalid use of [...] array (outside a composite literal)";
    undefined_array_length(name) InvalidArrayLen "undefined array length {name} or missing type constraint";
    invalid_array_length(x) InvalidArrayLen "invalid array length {x}";
    array_length_not_constant(x) InvalidArrayLen "array length {x} must be constant";
    array_length_not_integer(x) InvalidArrayLen "array length {x} must be integer";
    methods_on_instantiated(ty) InvalidRecv "cannot define new methods on instantiated type {ty}";
    methods_on_generic_alias(ty) InvalidRecv "cannot define new methods on generic alias type {ty}";
    methods_on_non_local(ty) InvalidRecv "cannot define new methods on non-local type {ty}";
    plain_invalid_recv(cause) InvalidRecv "{cause}";
    invalid_recv(ty) InvalidRecv "invalid receiver type {ty}";
    invalid_recv_cause(ty, cause) InvalidRecv "invalid receiver type {ty} ({cause})";
    recv_param_not_identifier(x) BadDecl "receiver type parameter {x} must be an identifier";
    recv_param_count(got, want) BadRecv "receiver declares {got}, but receiver base type declares {want}";
    embedded_unsafe_pointer() InvalidPtrEmbed "embedded field type cannot be unsafe.Pointer";
    embedded_pointer() InvalidPtrEmbed "embedded field type cannot be a pointer";
    embedded_type_param() MisplacedTypeParam "embedded field type cannot be a (pointer to a) type parameter";
    embedded_interface_pointer() InvalidPtrEmbed "embedded field type cannot be a pointer to an interface";
    blank_method() BlankIfaceMethod "methods must have a unique non-blank name";
    duplicate_method(name) DuplicateDecl "duplicate method {name}";
    too_many_terms(max) InvalidUnion "cannot handle more than {max} union terms (implementation limitation)";
    tilde_type_param(x) MisplacedTypeParam "type in term {x} cannot be a type parameter";
    term_type_param() MisplacedTypeParam "term cannot be a type parameter";
    tilde_interface(ty) InvalidUnion "invalid use of ~ ({ty} is an interface)";
    tilde_underlying(ty, u) InvalidUnion "invalid use of ~ (underlying type of {ty} is {u})";
    union_methods(ty) InvalidUnion "cannot use {ty} in union ({ty} contains methods)";
    union_comparable() InvalidUnion "cannot use comparable in union";
    union_embeds_comparable(ty) InvalidUnion "cannot use {ty} in union ({ty} embeds comparable)";
    overlapping(a, b) InvalidUnion "overlapping terms {a} and {b}";
    not_generic(x, list, cause) NotAGenericType "invalid operation: {x}{list} ({cause})";
    type_argument_length(qualifier, name, got, want) WrongTypeArgCount
        "{qualifier} type arguments for type {name}: have {got}, want {want}";
    type_argument_count(got, want) WrongTypeArgCount "got {got} type arguments but want {want}";
    invalid_type_argument(cause) InvalidTypeArg "{cause}";
    generic_without_instantiation(what, x) WrongTypeArgCount "cannot use generic {what} {x} without instantiation";
    inference(cause) CannotInferTypeArgs "{cause}";
    in_call(fun, cause) CannotInferTypeArgs "in call to {fun}, {cause}";
}

// Expressions.
messages! {
    used_as_value(x) TooManyValues "{x} used as value";
    used_as_value_or_type(x) TooManyValues "{x} used as value or type";
    must_be_called(x) UncalledBuiltin "{x} must be called";
    not_an_expression(x) NotAnExpr "{x} is not an expression";
    multiple_value(x) TooManyValues "multiple-value {x} in single-value context";
    type_switch_guard_outside() InvalidSyntaxTree "invalid syntax tree: use of .(type) outside type switch";
    operator_not_defined(op, x) UndefinedOp "invalid operation: operator {op} not defined on {x}";
    cannot_take_address(x) UnaddressableOperand "invalid operation: cannot take address of {x}";
    tilde_outside() UndefinedOp "cannot use ~ outside of interface or type constraint";
    tilde_complement() UndefinedOp
        "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)";
    cannot_indirect(x) InvalidIndirection "invalid operation: cannot indirect {x}";
    pointers_base_types(x) InvalidIndirection "invalid operation: pointers of {x} must have identical base types";
    mismatched_operation(what, x, y) MismatchedTypes "invalid operation: {what} (mismatched types {x} and {y})";
    division_by_zero() DivByZero "invalid operation: division by zero";
    shifted_operand(x) InvalidShiftOperand "invalid operation: shifted operand {x} must be integer";
    shifted_operand_type(x, ty) InvalidShiftOperand
        "invalid operation: shifted operand {x} (type {ty}) must be integer";
    negative_shift_count(x) InvalidShiftCount "invalid operation: negative shift count {x}";
    invalid_shift_count(x) InvalidShiftCount "invalid operation: invalid shift count {x}";
    shift_count_integer(x) InvalidShiftCount "invalid operation: shift count {x} must be integer";
    assert_on_type_param(x) InvalidAssert
        "invalid operation: cannot use type assertion on type parameter value {x}";
    not_an_interface(x) InvalidAssert "invalid operation: {x} is not an interface";
    impossible_assertion(e, ty, x, cause) ImpossibleAssert
        "impossible type assertion: {e}\n\t{ty} does not implement {x} {cause}";
    impossible_case(e, x, ty, cause) ImpossibleAssert
        "impossible type switch case: {e}\n\t{x} cannot have dynamic type {ty} {cause}";
    excessively_long(start, len) InvalidConstVal "excessively long constant: {start}... ({len} chars)";
    malformed_constant(x) InvalidConstVal "malformed constant: {x}";
    not_representable() InvalidConstVal "constant result is not representable";
    string_too_long(len, max) InvalidConstVal "constant string too long ({len} bytes > {max} bytes)";
    constant_overflow(op) InvalidConstVal "constant {op}overflow";
    truncated(x, ty) TruncatedFloat "{x} truncated to {ty}";
    overflows(x, ty) NumericOverflow "{x} overflows {ty}";
    cannot_convert_const(x, ty) InvalidConstVal "cannot convert {x} to type {ty}";
    cannot_convert_untyped(x, ty) InvalidUntypedConversion "cannot convert {x} to type {ty}";
    constant_overflows(x, ty) InvalidConversion "constant {x} overflows {ty}";
    missing_conversion_argument(ty) WrongArgCount "missing argument in conversion to {ty}";
    too_many_conversion_arguments(ty) WrongArgCount "too many arguments in conversion to {ty}";
    constraint_in_conversion(ty) MisplacedConstraintIface
        "cannot use interface {ty} in conversion (contains specific type constraints or is comparable)";
    dots_in_conversion(ty) BadDotDotDotSyntax "invalid use of ... in conversion to {ty}";
    cannot_index(x) NonSliceableOperand "cannot index {x}";
    more_than_one_index() InvalidIndex "invalid operation: more than one index";
    index_out_of_bounds(x, max) InvalidIndex "invalid argument: index {x} out of bounds [0:{max}]";
    cannot_slice(x) NonSliceableOperand "cannot slice {x}";
    slice_unaddressable(x) NonSliceableOperand "cannot slice unaddressable value {x}";
    slice_no_specific_type(x, ty) NonSliceableOperand "cannot slice {x}: no specific type in {ty}";
    slice_different_types(x, a, b) NonSliceableOperand
        "cannot slice {x}: {a} and {b} have different underlying types";
    three_index_string() InvalidSliceExpr "invalid operation: 3-index slice of string";
    invalid_slice_indices(a, b) SwappedSliceIndices "invalid slice indices: {a} < {b}";
    ambiguous_selector(x, sel) AmbiguousSelector "ambiguous selector {x}.{sel}";
    method_expr_needs_pointer(ty, sel) InvalidMethodExpr
        "invalid method expression {ty}.{sel} (needs pointer receiver (*{ty}).{sel})";
    cannot_call_pointer_method(sel, ty) InvalidMethodExpr "cannot call pointer method {sel} on {ty}";
    selector_undefined(x, sel, why) MissingFieldOrMethod "{x}.{sel} undefined ({why})";
    builtin_in_selector(x) UncalledBuiltin "invalid use of {x} in selector expression";
    field_selector_of_type(sel, ty) MissingFieldOrMethod
        "operand for field selector {sel} must be value of type {ty}";
    cannot_call(x, why) InvalidCall "invalid operation: cannot call {x}: {why}";
    argument_count(qualifier, fun) WrongArgCount "{qualifier} arguments in call to {fun}";
    dots_with_multi_value(n, x) InvalidDotDotDot "cannot use ... with {n}-valued {x}";
    dots_non_variadic(fun) NonVariadicDotDotDot "cannot use ... in call to non-variadic {fun}";
}

/// `a == b` and the like, of what cannot be compared.
pub(super) fn invalid_comparison(
    code: &'static str,
    x: impl Display,
    op: impl Display,
    y: impl Display,
    cause: impl Display,
) -> Msg {
    Msg { code, text: said("invalid_comparison", format!("invalid operation: {x} {op} {y} ({cause})")) }
}

/// A case that cannot be compared with the switch's tag.
pub(super) fn invalid_case(code: &'static str, x: impl Display, y: impl Display, cause: impl Display) -> Msg {
    Msg { code, text: said("invalid_case", format!("invalid case {x} in switch on {y} ({cause})")) }
}

/// An index or length that is no integer.
pub(super) fn must_be_integer(code: &'static str, what: &str, x: String) -> Msg {
    Msg { code, text: said("must_be_integer", format!("invalid argument: {what} {x} must be integer")) }
}

/// A negative index or length.
pub(super) fn must_not_be_negative(code: &'static str, what: &str, x: String) -> Msg {
    Msg { code, text: said("must_not_be_negative", format!("invalid argument: {what} {x} must not be negative")) }
}

/// An index or length that is too large.
pub(super) fn overflows_int(code: &'static str, what: &str, x: String) -> Msg {
    Msg { code, text: said("overflows_int", format!("invalid argument: {what} {x} overflows int")) }
}

/// A conversion that is not allowed.
pub(super) fn cannot_convert(x: impl Display, ty: impl Display, cause: &str) -> Msg {
    let colon = if cause.is_empty() { "" } else { ": " };
    Msg {
        code: "InvalidConversion",
        text: said("cannot_convert", format!("cannot convert {x} to type {ty}{colon}{cause}")),
    }
}

/// Receiving from or sending to what does not allow it.
pub(super) fn cannot_use_channel(recv: bool, tparam: bool, x: String, cause: String) -> Msg {
    let (code, what) = if recv { ("InvalidReceive", "receive from") } else { ("InvalidSend", "send to") };
    let text = if tparam {
        format!("invalid operation: cannot {what} {x}: {cause}")
    } else {
        format!("invalid operation: cannot {what} {cause} {x}")
    };
    Msg { code, text: said("cannot_use_channel", text) }
}

// Composite literals.
messages! {
    missing_literal_type() UntypedLit "missing type in composite literal";
    invalid_composite_literal(qualifier, ty, cause) InvalidLit "invalid composite literal{qualifier} type {ty}{cause}";
    mixed_struct_literal() MixedStructLit "mixture of field:value and value elements in struct literal";
    invalid_field_name(x) InvalidLitField "invalid field name {x} in struct literal";
    missing_literal_field(why) MissingLitField "{why}";
    not_a_field(x) MissingLitField "{x} is not a field";
    implicit_indirection(x) InvalidLitField "invalid implicit pointer indirection to reach {x}";
    duplicate_field(name) DuplicateLitField "duplicate field name {name} in struct literal";
    promoted_and_enclosing(new, old) DuplicateLitField
        "cannot specify promoted field {new} and enclosing embedded field {old}";
    embedded_and_enclosed(new, old) DuplicateLitField
        "cannot specify embedded field {new} and enclosed promoted field {old}";
    too_many_values(ty) InvalidStructLit "too many values in struct literal of type {ty}";
    unexported_assignment(field, ty) UnexportedLitField
        "implicit assignment to unexported field {field} in struct literal of type {ty}";
    missing_key() MissingLitKey "missing key in map literal";
    duplicate_key(x) DuplicateLitKey "duplicate key {x} in map literal";
    duplicate_index(i) DuplicateLitKey "duplicate index {i} in array or slice literal";
    index_not_constant(x) InvalidLitIndex "index {x} must be integer constant";
    literal_index_out_of_bounds(i, len) OversizeArrayLit "index {i} is out of bounds (>= {len})";
}

/// Not all fields have a value.
pub(super) fn too_few_values(ty: impl Display, hidden: bool) -> Msg {
    let hint = if hidden { " (type has unexported fields - use key:value pairs)" } else { "" };
    Msg {
        code: "InvalidStructLit",
        text: said("too_few_values", format!("too few values in struct literal of type {ty}{hint}")),
    }
}

// Builtins.
messages! {
    dots_with_builtin(name) InvalidDotDotDot "invalid operation: invalid use of ... with built-in {name}";
    builtin_argument_count(qualifier, call, want, got) WrongArgCount
        "invalid operation: {qualifier} arguments for {call} (expected {want}, found {got})";
    invalid_append(why) InvalidAppend "invalid append: {why}";
    invalid_copy(why) InvalidCopy "invalid copy: {why}";
    copy_element_types(x, y, a, b) InvalidCopy
        "invalid copy: arguments {x} and {y} have different element types {a} and {b}";
    cannot_clear(x) InvalidClear
        "invalid argument: cannot clear {x}: argument must be (or constrained by) map or slice";
    close_non_channel(x) InvalidClose "invalid operation: cannot close non-channel {x}";
    close_receive_only(x) InvalidClose "invalid operation: cannot close receive-only channel {x}";
    mismatched_complex(call, x, y) InvalidComplex "invalid operation: {call} (mismatched types {x} and {y})";
    expected_floating_point(ty) InvalidComplex "invalid argument: arguments have type {ty}, expected floating-point";
    not_a_map(x) InvalidDelete "invalid argument: {x} is not a map";
    maps_key_types(x) InvalidDelete "invalid argument: maps of {x} must have identical key types";
    cannot_make(x, why) InvalidMake "invalid argument: cannot make {x}: {why}";
    make_swapped() SwappedMakeArgs "invalid argument: length and capacity swapped";
    cannot_be_ordered(x) InvalidMinMaxOperand "invalid argument: {x} cannot be ordered";
    min_max_mismatch(x, y, a) MismatchedTypes
        "invalid argument: mismatched types {x} (previous argument) and {y} (type of {a})";
    too_large(x) TypeTooLarge "{x} is too large";
    not_a_pointer(x) InvalidUnsafeSlice "invalid argument: {x} is not a pointer";
    not_a_slice(x) InvalidUnsafeSliceData "invalid argument: {x} is not a slice";
    not_a_selector(x) BadOffsetofSyntax "invalid argument: {x} is not a selector expression";
    no_single_field(base, sel) MissingFieldOrMethod "invalid argument: {base} has no single field {sel}";
    offsetof_method(x) InvalidOffsetof "invalid argument: {x} is a method value";
    embedded_via_pointer(sel, base) InvalidOffsetof "invalid argument: field {sel} is embedded via a pointer in {base}";
}

/// `make` with too few or too many sizes.
pub(super) fn make_argument_count(call: impl Display, min: usize, got: usize) -> Msg {
    let max = min + 1;
    let text = format!("invalid operation: {call} expects {min} or {max} arguments; found {got}");
    Msg { code: "WrongArgCount", text: said("make_argument_count", text) }
}

/// `len` or `cap` of what has none.
pub(super) fn invalid_len_cap(x: impl Display, name: &str, is_len: bool) -> Msg {
    let code = if is_len { "InvalidLen" } else { "InvalidCap" };
    Msg { code, text: said("invalid_len_cap", format!("invalid argument: {x} for built-in {name}")) }
}

fn complex_code(id: Builtin) -> &'static str {
    match id {
        Builtin::Real => "InvalidReal",
        Builtin::Imag => "InvalidImag",
        _ => "InvalidComplex",
    }
}

/// `real` or `imag` of what is not complex.
pub(super) fn expected_complex(id: Builtin, ty: impl Display) -> Msg {
    Msg {
        code: complex_code(id),
        text: said("expected_complex", format!("invalid argument: argument has type {ty}, expected complex type")),
    }
}

/// Not implemented in gc.
pub(super) fn type_param_complex(id: Builtin, x: impl Display, name: &str) -> Msg {
    let issue = "for go1.18 (see go.dev/issue/50937)";
    Msg {
        code: complex_code(id),
        text: said("type_param_complex", format!("{x} not supported as argument to built-in {name} {issue}")),
    }
}

// Assignments.
messages! {
    untyped_nil_in(context) UntypedNilUse "use of untyped nil in {context}";
    cannot_use(x, ty, context) IncompatibleAssign "cannot use {x} as {ty} value in {context}";
    cannot_use_truncated(x, ty, context) TruncatedFloat "cannot use {x} as {ty} value in {context} (truncated)";
    cannot_use_overflows(x, ty, context) NumericOverflow "cannot use {x} as {ty} value in {context} (overflows)";
    not_constant(x) InvalidConstInit "{x} is not constant";
    struct_field_in_map(x) UnaddressableFieldAssign "cannot assign to struct field {x} in map";
    cannot_assign_neither(x) UnassignableOperand
        "cannot assign to {x} (neither addressable nor a map index expression)";
    cannot_assign_to(x) UnassignableOperand "cannot assign to {x}";
    assignment_mismatch(vars, vals) WrongAssignCount "assignment mismatch: {vars} but {vals}";
    assignment_mismatch_call(vars, fun, vals) WrongAssignCount "assignment mismatch: {vars} but {fun} returns {vals}";
    return_values(qualifier) WrongResultCount "{qualifier} return values";
    non_name(x) BadDecl "non-name {x} on left side of :=";
    repeated_on_left(x) RepeatedDecl "{x} repeated on left side of :=";
    no_new_variables() NoNewVar "no new variables on left side of :=";
    no_new_variable() NoNewVar "no new variable on left side of :=";
}

/// A value that cannot be assigned.
pub(super) fn cannot_use_as(code: &'static str, x: impl Display, ty: impl Display, context: &str, cause: &str) -> Msg {
    let colon = if cause.is_empty() { "" } else { ": " };
    Msg { code, text: said("cannot_use_as", format!("cannot use {x} as {ty} value in {context}{colon}{cause}")) }
}

// Statements.
messages! {
    missing_return() MissingReturn "missing return";
    is_not_used(x) UnusedExpr "{x} is not used";
    non_boolean_condition(what) InvalidCond "non-boolean condition in {what} statement";
    non_numeric_inc_dec(x, op, ty) NonNumericIncDec "invalid operation: {x}{op} (non-numeric type {ty})";
    result_not_in_scope(name) OutOfScopeResult "result parameter {name} not in scope at return";
    invalid_select_case() InvalidSelectCase
        "select case must be send or receive (possibly with assignment)";
    multiple_defaults(at) DuplicateDefault "multiple defaults (first at {at})";
    cannot_switch_on(x, ty) InvalidExprSwitch "cannot switch on {x} ({ty} is not comparable)";
    duplicate_case(x) DuplicateCase "duplicate case {x} in expression switch";
    duplicate_type_case(ty) DuplicateCase "duplicate case {ty} in type switch";
    type_switch_on_type_param(x) InvalidTypeSwitch "cannot use type switch on type parameter value {x}";
    switch_not_an_interface(x) InvalidTypeSwitch "{x} is not an interface";
    range_no_variables(x) InvalidIterVar "range over {x} permits no iteration variables";
    range_one_variable(x) InvalidIterVar "range over {x} permits only one iteration variable";
    range_two_variables() InvalidIterVar "range clause permits at most two iteration variables";
    iteration_variable_type(ty) InvalidRangeExpr "cannot use iteration variable of type {ty}";
}

fn suspended_code(keyword: &str) -> &'static str {
    if keyword == "go" { "InvalidGo" } else { "InvalidDefer" }
}

/// `go` or `defer` of something else.
pub(super) fn must_be_function_call(keyword: &str) -> Msg {
    Msg {
        code: suspended_code(keyword),
        text: said("must_be_function_call", format!("expression in {keyword} must be function call")),
    }
}

/// `go` or `defer` of a conversion.
pub(super) fn requires_call_not_conversion(keyword: &str, x: impl Display) -> Msg {
    Msg {
        code: suspended_code(keyword),
        text: said("requires_call_not_conversion", format!("{keyword} requires function call, not conversion {x}")),
    }
}

/// `go` or `defer` of a builtin whose result matters.
pub(super) fn discards_result(keyword: &str, x: impl Display) -> Msg {
    Msg { code: "UnusedResults", text: said("discards_result", format!("{keyword} discards result of {x}")) }
}

/// Ranging over something that does not allow it.
pub(super) fn cannot_range(x: impl Display, cause: &str) -> Msg {
    let colon = if cause.is_empty() { "" } else { ": " };
    Msg { code: "InvalidRangeExpr", text: said("cannot_range", format!("cannot range over {x}{colon}{cause}")) }
}

// Parts of messages, and lines below them.
texts! {
    shadows_predeclared(name, at) " /* with {name} declared at {at} */";
    other_declaration(name) "other declaration of {name}";
    other_declaration_of_method(name) "other declaration of method {name}";
    refers_to(a, b) "{a} refers to {b}";
    previous_case() "previous case";
    inner_declaration(obj) "inner declaration of {obj}";
    have(list) "have {list}";
    want(list) "want {list}";
    instantiated_as(name, ty) "{name} instantiated as {ty}";
    declared_version(minor) " (file declares //go:build go1.{minor})";
    lang_version(minor) " (-lang was set to go1.{minor}; check go.mod)";
    requires(minor) "requires go1.{minor} or later";
    predeclared(name) "predeclared {name}";
    built_in(name) "built-in {name}";
    argument_to(fun) "argument to {fun}";
    argument_to_builtin(name) "argument to built-in {name}";
    signed_shift_count(x) "invalid operation: signed shift count {x}";
    promoted_field(path, ty) "use of promoted field {path} in struct literal of type {ty}";
    embedding_constraint(ty) "embedding constraint interface {ty}";
    embedding_element(ty) "embedding interface element {ty}";
    embedding_type(ty) "embedding non-interface type {ty}";
    using_constraint(ty) "using type constraint {ty}";
    not_a_generic_type(ty) "{ty} is not a generic type";
    mismatched(x, y) "mismatched types {x} and {y}";
    type_param_operator(ty, op) "type parameter {ty} cannot use operator {op}";
    operator_not_defined_on(op, what) "operator {op} not defined on {what}";
    only_compared_to_nil(kind) "{kind} can only be compared to nil";
    struct_cannot_be_compared(ty) "struct containing {ty} cannot be compared";
    cannot_be_compared(ty) "{ty} cannot be compared";
    empty_type_set() "empty type set";
    incomparable_types() "incomparable types in type set";
    no_specific_type() "no specific type";
    no_specific_types(ty) "{ty} does not contain specific types";
    no_specific_channel() "no specific channel type";
    non_channel(ty) "non-channel {ty}";
    send_only_channel(ty) "send-only channel {ty}";
    receive_only_channel(ty) "receive-only channel {ty}";
    receive_from_send_only(ty) "receive from send-only channel {ty}";
    different_channel_elements(a, b) "channels {a} and {b} have different element types";
    conflicting_directions(a, b) "channels {a} and {b} have conflicting directions";
    different_underlying(a, b) "{a} and {b} have different underlying types";
    is_not_a_function(ty) "{ty} is not a function";
    make_kind() "type must be slice, map, or channel";
    must_be_slice(have) "argument must be a slice; have {have}";
    mismatched_slice_elements(a, b, x) "mismatched slice element types {a} and {b} in {x}";
    need_type_assertion() "need type assertion";
    cannot_assign_to_in(x, t, set) "cannot assign {x} to {t} (in {set})";
    cannot_assign_in_to(v, set, t) "cannot assign {v} (in {set}) to {t}";
    cannot_convert_in_in(v, vset, t, tset) "cannot convert {v} (in {vset}) to type {t} (in {tset})";
    cannot_convert_from_in(v, set, t) "cannot convert {v} (in {set}) to type {t}";
    cannot_convert_in(x, t, set) "cannot convert {x} to type {t} (in {set})";
    constant_overflows_in(x, t, set) "constant {x} overflows {t} (in {set})";
    slice_to_array_version() "conversion of slice to array requires go1.20 or later";
    slice_to_array_pointer_version() "conversion of slice to array pointer requires go1.17 or later";
    missing_method(name) "(missing method {name})";
    missing_method_have(name, have, want) "(missing method {name})\n\t\thave {have}\n\t\twant {want}";
    wrong_type_for_method(name) "(wrong type for method {name})";
    wrong_type_for_method_have(name, have, want) "(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}";
    unexported_method(name) "(unexported method {name})";
    ambiguous_method(ty, name) "(ambiguous selector {ty}.{name})";
    pointer_receiver(name) "(method {name} has pointer receiver)";
    field_not_method(ty, name) "({ty}.{name} is a field, not a method)";
    pointer_to_type_param(ty) "type {ty} is pointer to type parameter, not type parameter";
    pointer_to_interface(ty) "type {ty} is pointer to interface, not interface";
    does_not(v, verb, t, rest) "{v} does not {verb} {t}{rest}";
    cannot_verb_empty(verb, t) "cannot {verb} {t} (empty type set)";
    does_not_comparable(v, verb) "{v} does not {verb} comparable";
    comparable_version(v, verb) "{v} to {verb} comparable requires go1.20 or later";
    possibly_missing_tilde(alt, t) "possibly missing ~ for {alt} in {t}";
    mentions(t, v) "{t} mentions {v}, but {v} is not in the type set of {t}";
    missing_in(v, list) "{v} missing in {list}";
    unknown_field(sel, ty) "unknown field {sel} in struct literal of type {ty}";
    unknown_field_but(sel, ty, alt) "unknown field {sel} in struct literal of type {ty}, but does have {alt}";
    unknown_field_but_unexported(sel, ty, alt)
        "unknown field {sel} in struct literal of type {ty}, but does have unexported {alt}";
    unexported_field(alt, ty) "cannot refer to unexported field {alt} in struct literal of type {ty}";
    no_field_or_method(ty, sel) "type {ty} has no field or method {sel}";
    no_field_or_method_but(ty, sel, what, alt) "type {ty} has no field or method {sel}, but does have {what} {alt}";
    no_field_or_method_but_unexported(ty, sel, what, alt)
        "type {ty} has no field or method {sel}, but does have unexported {what} {alt}";
    cannot_refer_unexported(what, alt) "cannot refer to unexported {what} {alt}";
    in_yield_type(why) "in yield type, {why}";
    range_func(why) "func must be func(yield func(...) bool): {why}";
    yield_variadic(ty) "yield func of type {ty} cannot be variadic";
    cannot_infer(name, at) "cannot infer {name} (declared at {at})";
    mismatched_untyped(a, b, name) "mismatched types {a} and {b} (cannot infer {name})";
    does_not_match_cannot_infer(t, x, p, names) "type {t} of {x} does not match {p} (cannot infer {names})";
    does_not_match(t, x, p) "type {t} of {x} does not match {p}";
    does_not_match_inferred(t, x, got, p) "type {t} of {x} does not match inferred type {got} for {p}";
    inferred_does_not_match(got, p, t, x) "inferred type {got} for {p} does not match type {t} of {x}";
    type_does_not_satisfy(p, t, bound, cause) "{p} (type {t}) does not satisfy {bound}{cause}";
}

/// `1st function result`…
pub(super) fn nth_result(n: usize) -> String {
    let ext = match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    said("nth_result", format!("{n}{ext} function result"))
}

// Words of the go command.

/// An import that go does not know.
pub fn unknown_package(path: &str) -> String {
    let first = path.split('/').next().unwrap_or(path);
    if first.contains('.') {
        said(
            "unknown_package",
            format!(
                "no required module provides package {path}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
            ),
        )
    } else {
        format!("package {path} is not in std ({}{path})", crate::base::LIBRARY)
    }
}

/// The same inside of a module.
pub fn unknown_in_module(path: &str) -> String {
    let first = path.split('/').next().unwrap_or(path);
    if first.contains('.') {
        said("unknown_in_module", format!("no required module provides package {path}; to add it:\n\tgo get {path}"))
    } else {
        unknown_package(path)
    }
}

/// An import path with what no path may have.
pub(super) fn invalid_import(path: &str) -> String {
    said("invalid_import", format!("invalid import path: {path}"))
}

/// Paths that a file system may take for the same.
pub(super) fn case_collision(path: &str, other: &str) -> String {
    said("case_collision", format!("case-insensitive import collision: \"{path}\" and \"{other}\""))
}

/// `vendor/x`
pub(super) fn vendored(path: &str, short: &str) -> String {
    said("vendored", format!("{path} must be imported as {short}"))
}

/// What the library has taken in.
pub(super) fn vendored_by_library() -> String {
    said("vendored_by_library", "use of vendored package not allowed".to_owned())
}

/// `std`
pub(super) fn pattern_imported(path: &str) -> String {
    said("pattern_imported", format!("\"{path}\" is not an importable package; see 'go help packages'"))
}

/// A NUL where go looks for imports; `reading` names file and action.
pub(super) fn nul_in_file(reading: &str) -> String {
    said("nul_in_file", format!("{reading}: unexpected NUL in input"))
}

/// `./x`
pub(super) fn relative_import(path: &str) -> String {
    said(
        "relative_import",
        format!("\"{path}\" is relative, but relative import paths are not supported in module mode"),
    )
}

/// `/x`
pub(super) fn absolute_import(path: &str) -> String {
    said("absolute_import", format!("\"{path}\" is not a package path; see 'go help packages'"))
}

/// `x@v1.0.0`
pub(super) fn import_with_version(path: &str) -> String {
    said(
        "import_with_version",
        format!("imports {path}: can only use path@version syntax with 'go get' and 'go install' in module-aware mode"),
    )
}

/// An import path that does not follow the rules.
pub(super) fn malformed_import(path: &str, why: impl Display) -> String {
    said("malformed_import", format!("malformed import path \"{path}\": {why}"))
}

/// Packages that import each other: the chain from package main, each with the file that imports it.
pub(super) fn import_cycle(main: &str, chain: &[(String, String)]) -> String {
    let mut text = format!("package {main}");
    for (path, file) in chain {
        text.push_str(&format!("\n\timports {path} from {file}"));
    }
    said("import_cycle", text + ": import cycle not allowed")
}

/// A package below a folder `internal` imported from outside of what that folder belongs to.
pub(super) fn internal_package(path: &str) -> String {
    said("internal_package", format!("use of internal package {path} not allowed"))
}

/// A package main imported.
pub(super) fn program_imported(path: &str) -> String {
    said("program_imported", format!("import \"{path}\" is a program, not an importable package"))
}

/// A folder with files of two packages.
pub(super) fn two_packages(a: &str, a_file: &str, b: &str, b_file: &str, dir: &str) -> String {
    said("two_packages", format!("found packages {a} ({a_file}) and {b} ({b_file}) in {dir}"))
}

/// A package to be run that is not main.
pub(super) fn not_main(path: &str) -> String {
    said("not_main", format!("package {path} is not a main package"))
}
