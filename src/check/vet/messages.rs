//! The words of every message of vet, as x/tools says them: one function each.

use std::fmt::Display;

macro_rules! messages {
    ($($name:ident($($arg:ident),*) $text:literal;)*) => {
        $(pub(super) fn $name($($arg: impl Display),*) -> String {
            format!($text)
        })*
    };
}

// Small passes.
messages! {
    too_new(package, name, since, what, version) "{package}.{name} requires go1.{since} or later ({what} is go1.{version})";
    append_with_no_values() "append with no values";
    self_assignment(what) "self-assignment of {what}";
    direct_assignment_to_atomic() "direct assignment to atomic value";
    redundant(name, e, op) "redundant {name}: {e} {op} {e}";
    suspect(name, e, op, previous) "suspect {name}: {e} {op} {previous}";
    unkeyed_fields(ty) "{ty} struct literal uses unkeyed fields";
    since_not_deferred() "call to time.Since is not deferred";
    as_target_not_pointer()
        "second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type";
    as_target_is_error_pointer() "second argument to errors.As should not be *error";
    used_before_error_check(name) "using {name} before checking for errors";
    impossible_assertion(v, t, method)
        "impossible type assertion: no type can implement both {v} and {t} (conflicting types for {method} method)";
    loop_variable_captured(name) "loop variable {name} captured by func literal";
    comparison_of_function(name, op, value) "comparison of function {name} {op} nil is always {value}";
    shift_too_long(x, qualifier, bits, amount) "{x} ({qualifier}{bits} bits) too small for shift of {amount}";
    unbuffered_signal_channel() "misuse of unbuffered os.Signal channel as argument to signal.Notify";
    wrong_unwrap() "method Unwrap() should have signature Unwrap() error or Unwrap() []error";
    wrong_signature(have, want) "method {have} should have signature {want}";
    string_of_int(source, target)
        "conversion from {source} to {target} yields a string of one rune, not a string of digits";
    bad_time_format() "2006-02-01 should be 2006-01-02";
    non_pointer(name) "call of {name} passes non-pointer";
    non_pointer_second(name) "call of {name} passes non-pointer as second argument";
    unreachable_code() "unreachable code";
    result_of_method(recv, name) "result of ({recv}).{name} call not used";
    result_of_function(path, name) "result of {path}.{name} call not used";
    add_inside_goroutine() "WaitGroup.Add called from inside new goroutine";
}

// directive
messages! {
    invalid_space(space, verb) "invalid space `{space}` in {verb} directive";
    debug_directive_package() "//go:debug directive only valid in package main or test";
    debug_directive_place() "//go:debug directive only valid before package declaration";
}

// copylocks
messages! {
    declaration_copies_lock(name, path) "variable declaration copies lock value to {name}: {path}";
    assignment_copies_lock(to, path) "assignment copies lock value to {to}: {path}";
    loop_copies_lock(name, path) "for loop iteration copies lock value to {name}: {path}";
    literal_copies_lock(from, path) "literal copies lock value from {from}: {path}";
    return_copies_lock(path) "return copies lock value: {path}";
    call_copies_lock(fun, path) "call of {fun} copies lock value: {path}";
    passes_lock(name, path) "{name} passes lock by value: {path}";
    range_copies_lock(name, path) "range var {name} copies lock: {path}";
}

// lostcancel
messages! {
    cancel_discarded(with)
        "the cancel function returned by context.{with} should be called, not discarded, to avoid a context leak";
    cancel_not_used(name) "the {name} function is not used on all paths (possible context leak)";
    return_without_cancel(name, line)
        "this return statement may be reached without using the {name} var defined on line {line}";
}

// printf
messages! {
    missing_dots(kind) "missing ... in args forwarded to {kind}-like function";
    non_constant_format(name) "non-constant format string in call to {name}";
    no_formatting_directives(name) "{name} call has arguments but no formatting directives";
    bad_format(name, problem) "{name} {problem}";
    missing_verb(op) "format {op} is missing verb at end of string";
    missing_bracket(op) "format {op} is missing closing ]";
    invalid_argument_index(index) "format has invalid argument index [{index}]";
    no_error_wrapping(name) "{name} does not support error-wrapping directive %w";
    wrong_number_of_args(name, want, have) "{name} call needs {want} but has {have}";
    reads_missing_arg(name, op, number, have) "{name} format {op} reads arg #{number}, but call has {have}";
    unknown_verb(name, op, verb) "{name} format {op} has unknown verb {verb}";
    unrecognized_flag(name, op, flag) "{name} format {op} has unrecognized flag {flag}";
    non_int_star(name, op, arg, reason) "{name} format {op} uses non-int {arg}{reason} as argument of *";
    wraps_pointer(ty, pointer)
        "%w wants operand of error type {ty}, not pointer type {pointer} (defeats errors.Is)";
    func_not_called(name, op, arg) "{name} format {op} arg {arg} is a func value, not called";
    wrong_type(name, op, arg, ty, reason) "{name} format {op} has arg {arg} of wrong type {ty}{reason}";
    recursive_format(name, op, arg, method) "{name} format {op} with arg {arg} causes recursive {method} method call";
    takes_no_writer(name, arg) "{name} does not take io.Writer but has first arg {arg}";
    possible_directive(name, directive) "{name} call has possible Printf formatting directive {directive}";
    redundant_newline(name) "{name} arg list ends with redundant newline";
    func_printed(name, arg) "{name} arg {arg} is a func value, not called";
    recursive_print(name, arg, method) "{name} arg {arg} causes recursive call to {method} method";
}

// structtag
messages! {
    bad_struct_tag(tag, problem) "struct field tag {tag} not compatible with reflect.StructTag.Get: {problem}";
    tag_not_exported(name, encoding) "struct field {name} has {encoding} tag but is not exported";
    tag_repeated(name, key, value, at) "struct field {name} repeats {key} tag {value} also at {at}";
}

pub(super) const TAG_SYNTAX: &str = "bad syntax for struct tag pair";
pub(super) const TAG_KEY_SYNTAX: &str = "bad syntax for struct tag key";
pub(super) const TAG_VALUE_SYNTAX: &str = "bad syntax for struct tag value";
pub(super) const TAG_VALUE_SPACE: &str = "suspicious space in struct tag value";
pub(super) const TAG_SPACE: &str = "key:\"value\" pairs not separated by spaces";

// tests and testinggoroutine
messages! {
    calls(name, method) " ({name} calls {method})";
    call_from_goroutine(method, context) "call to {method} from a non-test goroutine{context}";
    test_with_type_parameters(name, prefix)
        "{name} has type parameters: it will not be run by go test as a {prefix}XXX function";
    malformed_test_name(name, prefix) "{name} has malformed name: first letter after '{prefix}' must not be lowercase";
    fuzz_not_a_function() "argument to Fuzz must be a function";
    fuzz_returns() "fuzz target must not return any value";
    fuzz_without_arguments() "fuzz target must have 1 or more argument";
    fuzz_first_parameter() "the first parameter of a fuzz target must be *testing.T";
    fuzz_parameter(types) "fuzzing arguments can only have the following types: {types}";
    fuzz_calls_f() "fuzz target must not call any *F methods";
    fuzz_wrong_number(have, want) "wrong number of values in call to (*testing.F).Add: {have}, fuzz target expects {want}";
    fuzz_mismatch(have, want) "mismatched type in call to (*testing.F).Add: {have}, fuzz target expects {want}";
    fuzz_mismatches(have, want) "mismatched types in call to (*testing.F).Add: [{have}], fuzz target expects [{want}]";
    output_not_last() "output comment block must be the last comment block";
    several_outputs() "there can only be one output comment block per example";
    should_be_niladic(name) "{name} should be niladic";
    should_return_nothing(name) "{name} should return nothing";
    should_not_have_type_params(name) "{name} should not have type params";
    example_of_unknown(name, ident) "{name} refers to unknown identifier: {ident}";
    example_of_unknown_member(name, ident, member) "{name} refers to unknown field or method: {ident}.{member}";
    malformed_example_suffix(name, suffix) "{name} has malformed example suffix: {suffix}";
}
