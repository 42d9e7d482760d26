//! Run-time errors in Go's words, one function each.

/// Which of the runtime's error types a panic value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// `runtime.errorString`: printed behind "runtime error: ".
    ErrorString,
    /// `runtime.boundsError`: likewise.
    Bounds,
    /// `runtime.plainError`: printed as it is.
    Plain,
    /// `*runtime.TypeAssertionError`: printed as it is.
    TypeAssertion,
    /// `*runtime.PanicNilError`.
    PanicNil,
}

/// A run-time error that becomes a Go panic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeError {
    /// Its type.
    pub class: ErrorClass,
    /// What its `Error` method says, without "runtime error: ".
    pub text: String,
    /// Whether Go prints the signal line behind it.
    pub segv: bool,
}

/// What ends the ordinary course of an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trap {
    /// A run-time error: a panic that can be recovered.
    Error(RuntimeError),
    /// A panic with an interface value (type, data).
    Panic(u64, u64),
    /// `fatal error: …`: cannot be recovered.
    Fatal(String),
}

impl From<RuntimeError> for Trap {
    fn from(error: RuntimeError) -> Self {
        Trap::Error(error)
    }
}

fn error(class: ErrorClass, text: impl Into<String>) -> RuntimeError {
    RuntimeError { class, text: text.into(), segv: false }
}

/// `index out of range [i] with length n`
pub fn index(i: i128, len: i64) -> RuntimeError {
    if i < 0 {
        return error(ErrorClass::Bounds, format!("index out of range [{i}]"));
    }
    error(ErrorClass::Bounds, format!("index out of range [{i}] with length {len}"))
}

/// The bounds of a slice expression: which limit was passed is in `what`, such as `[:5] with capacity 3`.
pub fn slice_bounds(what: String) -> RuntimeError {
    error(ErrorClass::Bounds, format!("slice bounds out of range {what}"))
}

/// Nil pointer dereference.
pub fn nil_dereference() -> RuntimeError {
    RuntimeError {
        class: ErrorClass::ErrorString,
        text: "invalid memory address or nil pointer dereference".into(),
        segv: true,
    }
}

/// Integer division by zero.
pub fn divide() -> RuntimeError {
    error(ErrorClass::ErrorString, "integer divide by zero")
}

/// A negative shift count.
pub fn shift() -> RuntimeError {
    error(ErrorClass::ErrorString, "negative shift amount")
}

/// Write to a nil map.
pub fn nil_map_write() -> RuntimeError {
    error(ErrorClass::Plain, "assignment to entry in nil map")
}

/// Two goroutines at one map, one of which writes; `what` is `writes`, `read and map write`, `iteration and map write`.
#[cold]
pub fn concurrent_map(what: &str) -> Trap {
    Trap::Fatal(format!("concurrent map {what}"))
}

/// Send on a closed channel.
pub fn send_on_closed() -> RuntimeError {
    error(ErrorClass::Plain, "send on closed channel")
}

/// Close of a nil channel.
pub fn close_of_nil() -> RuntimeError {
    error(ErrorClass::Plain, "close of nil channel")
}

/// Close of a closed channel.
pub fn close_of_closed() -> RuntimeError {
    error(ErrorClass::Plain, "close of closed channel")
}

/// `make(chan T, n)` with a bad n.
pub fn makechan() -> RuntimeError {
    error(ErrorClass::Plain, "makechan: size out of range")
}

/// `make([]T, n)` with a bad n.
pub fn makeslice_len() -> RuntimeError {
    error(ErrorClass::ErrorString, "makeslice: len out of range")
}

/// `make([]T, n, c)` with a bad c.
pub fn makeslice_cap() -> RuntimeError {
    error(ErrorClass::ErrorString, "makeslice: cap out of range")
}

/// Memory for more values than can have addresses.
pub fn allocation_size() -> RuntimeError {
    error(ErrorClass::Plain, "runtime: allocation size out of range")
}

/// Append beyond what can be.
pub fn growslice() -> RuntimeError {
    error(ErrorClass::ErrorString, "growslice: len out of range")
}

/// Conversion of a slice to a longer array.
pub fn slice_to_array(have: i64, want: i64) -> RuntimeError {
    error(
        ErrorClass::Bounds,
        format!("cannot convert slice with length {have} to array or pointer to array with length {want}"),
    )
}

/// Comparison of interfaces that hold something incomparable.
pub fn uncomparable(ty: &str) -> RuntimeError {
    error(ErrorClass::ErrorString, format!("comparing uncomparable type {ty}"))
}

/// Use of something incomparable as a map key.
pub fn unhashable(ty: &str) -> RuntimeError {
    error(ErrorClass::ErrorString, format!("hash of unhashable type {ty}"))
}

/// The same where the map has no entries, and so hashes the key only to find it wrong.
pub fn unhashable_in_empty(e: RuntimeError) -> RuntimeError {
    match e.text.strip_prefix("hash of unhashable type ") {
        Some(ty) => error(ErrorClass::Plain, format!("hash of unhashable type: {ty}")),
        None => e,
    }
}

/// A failed type assertion: `interface conversion: …`.
pub fn type_assertion(iface: &str, have: Option<&str>, want: &str, missing: Option<&str>) -> RuntimeError {
    let text = match (have, missing) {
        (None, _) => format!("interface conversion: {iface} is nil, not {want}"),
        (Some(have), Some(method)) => {
            format!("interface conversion: {have} is not {want}: missing method {method}")
        }
        (Some(have), None) => format!("interface conversion: {iface} is {have}, not {want}"),
    };
    error(ErrorClass::TypeAssertion, text)
}

/// A failed assertion to a type of the same name.
pub fn type_assertion_same_name(iface: &str, name: &str, same_package: bool) -> RuntimeError {
    let from = if same_package { "scopes" } else { "packages" };
    let text = format!("interface conversion: {iface} is {name}, not {name} (types from different {from})");
    error(ErrorClass::TypeAssertion, text)
}

/// A failed assertion of a nil interface to an interface type.
pub fn type_assertion_nil_iface(want: &str) -> RuntimeError {
    error(ErrorClass::TypeAssertion, format!("interface conversion: interface is nil, not {want}"))
}

/// A bubble of `testing/synctest` with goroutines that nobody will wake; `done` if its function has returned.
pub fn bubble_deadlock(done: bool) -> RuntimeError {
    let text = if done {
        "deadlock: main bubble goroutine has exited but blocked goroutines remain"
    } else {
        "deadlock: all goroutines in bubble are blocked"
    };
    error(ErrorClass::Plain, text)
}

/// `panic(nil)` since Go 1.21.
pub fn panic_nil() -> RuntimeError {
    error(ErrorClass::PanicNil, "runtime error: panic called with nil argument")
}

/// A loop over a function whose iterator breaks the rules; `state` as gc numbers what the body's state is.
pub fn range_state(state: i64) -> RuntimeError {
    let text = match state {
        0 => "range function continued iteration after function for loop body returned false",
        2 => "range function continued iteration after loop body panic",
        3 => "range function continued iteration after whole loop exit",
        _ => "range function recovered a loop body panic and did not resume panicking",
    };
    error(ErrorClass::ErrorString, text)
}

/// `fatal error: all goroutines are asleep - deadlock!`
pub const DEADLOCK: &str = "all goroutines are asleep - deadlock!";
/// `fatal error: stack overflow`
pub const STACK_OVERFLOW: &str = "stack overflow";
/// `fatal error: runtime: out of memory`
pub const OUT_OF_MEMORY: &str = "runtime: out of memory";
/// `fatal error: concurrent map writes` and its like are for the race finder; this one is for `Goexit` of main.
pub const NO_GOROUTINES: &str = "no goroutines (main called runtime.Goexit) - deadlock!";
