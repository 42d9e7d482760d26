//! What this engine cannot compile, one function a message.

use crate::base::{Diagnostic, Pos, Severity, Span};

fn unsupported(pos: Pos, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Error, pos, span: Span::new(pos, pos), code: "golanes", message }
}

/// A language feature that is not there yet.
pub(super) fn feature(pos: Pos, what: &str) -> Diagnostic {
    unsupported(pos, format!("golanes does not support {what} yet"))
}

/// What gc says of a `//go:embed` line.
pub(super) fn embed(pos: Pos, what: &str) -> Diagnostic {
    unsupported(pos, what.to_owned())
}

/// A function with more values alive at once than there are registers.
pub(super) fn too_complex(pos: Pos) -> Diagnostic {
    unsupported(pos, "function too complex for golanes: too many values in one expression".into())
}

/// A library function declared without a body that Rust does not provide.
pub(super) fn missing_native(pos: Pos, name: &str) -> Diagnostic {
    unsupported(pos, format!("golanes does not implement {name}"))
}

/// An invariant between checker and compiler does not hold: better said than compiled to nonsense.
pub(super) fn no_type(pos: Pos) -> Diagnostic {
    unsupported(pos, "internal compiler error: the checker gave this expression no type".to_owned())
}

/// A pointer made of a number.
pub(super) fn unsafe_address(pos: Pos) -> Diagnostic {
    unsupported(pos, "golanes does not support unsafe.Pointer from a number: memory is not bytes here".into())
}

/// A pointer taken for one to what lies in another form.
pub(super) fn reinterpretation(pos: Pos, have: &str, want: &str) -> Diagnostic {
    unsupported(
        pos,
        format!("golanes does not support a *{have} as a *{want} through unsafe.Pointer: memory is not bytes here"),
    )
}
