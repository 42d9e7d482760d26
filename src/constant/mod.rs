//! Exact untyped constants, as in `go/constant`.

/// The value of a constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing known: after an error.
    Unknown,
}
