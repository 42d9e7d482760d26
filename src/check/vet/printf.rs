//! Formats and their arguments. Follows `passes/printf`.
//!
//! `printf_wrappers` finds out which functions print or format, `printf_format` takes a format apart, `printf_types` knows which
//! types a verb takes; here calls are checked.

use super::printf_format::{Operation, parse};
use super::printf_types::{ARG_BYTE, ARG_ERROR, ARG_INT, ARG_RUNE, ARG_STRING, VERBS, is_formatter, match_arg};
use super::printf_wrappers::{Kind, Kinds};
use super::{Vet, messages};
use crate::base::{Pos, Span};
use crate::syntax::ast::{ExprId, ExprKind, LitKind, UnaryOp};
use crate::types::{ObjId, PkgId, Type, TypeId};

pub(super) fn run(vet: &mut Vet<'_>) {
    let mut kinds = Kinds::find(vet);
    for e in vet.tree.exprs() {
        let ExprKind::Call { fun, args, has_dots, .. } = vet.kind(e) else { continue };
        let Some(callee) = vet.callee(*fun) else { continue };
        let Some(kind) = kinds.of(vet, callee) else { continue };
        let call = Call { e, fun: *fun, args, dots: *has_dots, name: vet.callee_name(*fun, callee) };
        match kind {
            Kind::Printf | Kind::Errorf => check_printf(vet, kind, &call),
            Kind::Print => check_print(vet, &call),
        }
    }
}

/// A call of a function that prints.
struct Call<'a> {
    e: ExprId,
    fun: ExprId,
    args: &'a [ExprId],
    /// Whether `...` follows the last argument.
    dots: bool,
    /// The function's full name.
    name: String,
}

fn count(n: usize) -> String {
    if n == 1 { "1 arg".to_owned() } else { format!("{n} args") }
}

/// The index of the format: the last parameter that is not variadic.
fn format_index(vet: &Vet<'_>, call: &Call<'_>) -> Option<usize> {
    match &vet.types.types[vet.ty(call.fun)?] {
        Type::Signature(sig) if sig.variadic => sig.params.len().checked_sub(2),
        _ => None,
    }
}

fn check_printf(vet: &mut Vet<'_>, kind: Kind, call: &Call<'_>) {
    let Some(index) = format_index(vet, call).filter(|&i| i < call.args.len()) else { return };
    let (name, format) = (&call.name, call.args[index]);
    let version = vet.version_at(vet.start(call.e));
    let Some(text) = vet.string_value(format) else {
        if index + 1 == call.args.len() && version >= 24 {
            vet.report_expr(format, messages::non_constant_format(name));
        }
        return;
    };
    let first = index + 1;
    if !text.contains(&b'%') {
        if let Some(&arg) = call.args.get(first) {
            vet.report_expr(arg, messages::no_formatting_directives(name));
        }
        return;
    }
    let operations = match parse(text, index) {
        Ok(operations) => operations,
        Err(problem) => return vet.report_expr(format, messages::bad_format(name, problem)),
    };
    let mut highest = first - 1;
    let mut indexed = false;
    for op in &operations {
        indexed |= op.indexed;
        let mut check = Check { vet, call, op, at: format, first, version, highest: &mut highest };
        if op.verb == 'w' && kind != Kind::Errorf {
            return check.report(messages::no_error_wrapping(name));
        }
        // One error a format is enough.
        if !check.operation() {
            return;
        }
    }
    if call.dots && highest + 2 >= call.args.len() || indexed {
        return;
    }
    if highest + 1 < call.args.len() {
        let message = messages::wrong_number_of_args(name, count(highest + 1 - first), count(call.args.len() - first));
        vet.report_expr(call.e, message);
    }
}

/// One operation of a format against the arguments.
struct Check<'c, 'a> {
    vet: &'c mut Vet<'a>,
    call: &'c Call<'c>,
    op: &'c Operation,
    /// The format's expression.
    at: ExprId,
    /// Index of the first argument after the format.
    first: usize,
    /// Language version of the file.
    version: u32,
    /// The highest argument that was used.
    highest: &'c mut usize,
}

impl Check<'_, '_> {
    /// Reports at the operation if the format is a literal, else at the format.
    fn report(&mut self, message: String) {
        let span = self.vet.ast.exprs[self.at].span;
        let lo = place_in_literal(self.vet, self.at, self.op.range.start);
        let hi = place_in_literal(self.vet, self.at, self.op.range.end);
        let (pos, span) = match (lo, hi) {
            (Some(lo), Some(hi)) => (lo, Span::new(lo, hi)),
            _ => (span.lo, span),
        };
        self.vet.report(pos, span, message);
    }

    /// Whether the argument is there to be looked at; reports if it is missing.
    fn can_be_checked(&mut self, index: usize) -> bool {
        let args = self.call.args.len();
        if index + 1 < args {
            return true;
        }
        if self.call.dots {
            return false;
        }
        if index < args {
            return true;
        }
        let number = (index + 1).saturating_sub(self.first);
        let have = count(args - self.first);
        self.report(messages::reads_missing_arg(&self.call.name, &self.op.text, number, have));
        false
    }

    fn operation(&mut self) -> bool {
        let (name, op) = (&self.call.name, self.op);
        let known = VERBS.iter().find(|v| v.verb == op.verb);
        let mut accepts = known.map_or(0, |v| v.accepts);
        if op.verb == 'q' && self.version >= 26 {
            accepts = ARG_RUNE | ARG_BYTE | ARG_STRING;
        }
        let arg = self.call.args.get(op.arg).copied();
        let arg_type = arg.and_then(|a| self.vet.ty(a));
        let formatter = accepts != ARG_ERROR && arg_type.is_some_and(|ty| is_formatter(self.vet, ty));
        if !formatter {
            let Some(verb) = known else {
                self.report(messages::unknown_verb(name, &op.text, op.verb));
                return false;
            };
            if let Some(flag) = op.flags.chars().find(|&f| f != '0' && !verb.flags.contains(f)) {
                self.report(messages::unrecognized_flag(name, &op.text, flag));
                return false;
            }
        }
        for index in [op.width, op.precision].into_iter().flatten() {
            if !self.can_be_checked(index) {
                return false;
            }
            let star = self.call.args[index];
            if let Err(reason) = match_arg(self.vet, ARG_INT, star) {
                let text = self.vet.format(star);
                self.report(messages::non_int_star(name, &op.text, text, reason));
                return false;
            }
            *self.highest = (*self.highest).max(index);
        }
        if op.verb != '%' {
            *self.highest = (*self.highest).max(op.arg);
        }
        if op.verb == '%' || formatter {
            return true;
        }
        if !self.can_be_checked(op.arg) {
            return false;
        }
        self.argument(accepts, self.call.args[op.arg])
    }

    fn argument(&mut self, accepts: u32, arg: ExprId) -> bool {
        let (name, op) = (&self.call.name, self.op);
        let Some(ty) = self.vet.ty(arg) else { return true };
        if op.verb == 'w'
            && self.version >= 27
            && let Type::Pointer(elem) = *self.vet.types.under_type(ty)
            && self.vet.is_error(elem)
        {
            let own = self.vet.id;
            let short = |vet: &Vet<'_>, ty: TypeId| {
                let qualify = |p: PkgId| match p == own {
                    true => String::new(),
                    false => vet.name(vet.packages[p].name).to_owned(),
                };
                vet.types.type_string(ty, vet.interner, &qualify)
            };
            let message = messages::wraps_pointer(short(self.vet, elem), short(self.vet, ty));
            self.report(message);
            return false;
        }
        if is_func(self.vet, arg) && op.verb != 'p' && op.verb != 'T' {
            let text = self.vet.format(arg);
            self.report(messages::func_not_called(name, &op.text, text));
            return false;
        }
        if let Err(reason) = match_arg(self.vet, accepts, arg) {
            let message = messages::wrong_type(name, &op.text, self.vet.format(arg), self.vet.type_string(ty), reason);
            self.report(message);
            return false;
        }
        let methods_called = !op.flags.contains('#') || matches!(op.verb, 'q' | 'x' | 'X');
        if accepts & ARG_STRING != 0
            && op.verb != 'T'
            && methods_called
            && let Some(method) = recursive_stringer(self.vet, arg)
        {
            let text = self.vet.format(arg);
            self.report(messages::recursive_format(name, &op.text, text, method));
            return false;
        }
        true
    }
}

/// Whether it is a function and not a call of one. Named function types may have methods to be printed with.
fn is_func(vet: &Vet<'_>, e: ExprId) -> bool {
    vet.ty(e).is_some_and(|ty| matches!(vet.types.types[ty], Type::Signature(_)))
}

/// The String or Error method that printing `e` inside of it would call again.
fn recursive_stringer(vet: &mut Vet<'_>, e: ExprId) -> Option<String> {
    let ty = vet.ty(e)?;
    if is_formatter(vet, ty) {
        return None;
    }
    let at = vet.start(e);
    let encloses = |vet: &Vet<'_>, obj: ObjId| {
        vet.types.objects[obj].pkg == Some(vet.id)
            && vet.func_decl(obj).is_some_and(|d| vet.ast.decls[d].span.contains(at))
    };
    let (string, error) = (vet.method(ty, "String"), vet.method(ty, "Error"));
    let (method, shape) = [string, error].into_iter().flatten().find(|&(obj, _)| encloses(vet, obj))?;
    if !shape.is_stringer() {
        return None;
    }
    let mut e = e;
    if let ExprKind::Unary { op: UnaryOp::Addr, x } = *vet.kind(e) {
        e = x;
    }
    let is_receiver =
        matches!(vet.kind(e), ExprKind::Name(_)) && vet.use_of(e).is_some_and(|v| vet.recv_var(method) == Some(v));
    is_receiver.then(|| vet.full_name(method))
}

/// Whether a variadic parameter takes anything.
pub(super) fn is_any_slice(vet: &Vet<'_>, ty: TypeId) -> bool {
    let Type::Slice(elem) = vet.types.types[ty] else { return false };
    match vet.types.types[vet.types.unalias(elem)] {
        Type::Interface(iface) => {
            let iface = &vet.types.interfaces[iface];
            iface.methods.is_empty() && iface.embeds.is_empty()
        }
        _ => false,
    }
}

fn check_print(vet: &mut Vet<'_>, call: &Call<'_>) {
    let name = &call.name;
    let mut first = 0;
    let Some(ty) = vet.ty(call.fun) else { return };
    let u = vet.types.under(ty);
    if let Type::Signature(sig) = &vet.types.types[u] {
        let (true, Some(last)) = (sig.variadic, sig.params.last()) else { return };
        first = sig.params.len() - 1;
        if !is_any_slice(vet, last.ty) {
            return;
        }
    }
    let Some(args) = call.args.get(first..).filter(|a| !a.is_empty()) else { return };
    if first == 0
        && let ExprKind::Selector { x, sel } = vet.kind(args[0])
        && let ExprKind::Name(pkg) = *vet.kind(*x)
        && vet.name(pkg) == "os"
        && vet.name(sel.name).starts_with("Std")
    {
        vet.report_expr(call.e, messages::takes_no_writer(name, vet.format(args[0])));
    }
    if let Some(directive) = vet.string_value(args[0]).and_then(possible_directive) {
        vet.report_expr(call.e, messages::possible_directive(name, directive));
    }
    if name.ends_with("ln") && vet.string_value(args[args.len() - 1]).is_some_and(|s| s.ends_with(b"\n")) {
        vet.report_expr(call.e, messages::redundant_newline(name));
    }
    for &arg in args {
        if is_func(vet, arg) {
            vet.report_expr(call.e, messages::func_printed(name, vet.format(arg)));
        }
        if let Some(method) = recursive_stringer(vet, arg) {
            vet.report_expr(call.e, messages::recursive_print(name, vet.format(arg), method));
        }
    }
}

/// Something in a text that looks as if it were for Printf.
fn possible_directive(text: &[u8]) -> Option<String> {
    let text = text.strip_suffix(b"%").unwrap_or(text);
    let mut at = 0;
    while let Some(i) = text[at..].iter().position(|&b| b == b'%') {
        at += i;
        let Some(len) = directive_len(&text[at..]) else {
            at += 1;
            continue;
        };
        let found = &text[at..at + len];
        at += len;
        // `%2F` is common in URLs.
        if !(found.len() >= 3 && found[1..3].iter().all(u8::is_ascii_hexdigit)) {
            return Some(String::from_utf8_lossy(found).into_owned());
        }
    }
    None
}

fn directive_len(text: &[u8]) -> Option<usize> {
    let digits = |i: usize| text[i.min(text.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let index = |i: usize| match text.get(i) {
        Some(b'[') if digits(i + 1) > 0 && text.get(i + 1 + digits(i + 1)) == Some(&b']') => i + 2 + digits(i + 1),
        _ => i,
    };
    let number = |i: usize| match digits(i) {
        0 if text.get(index(i)) == Some(&b'*') => index(i) + 1,
        n => i + n,
    };
    let mut i = 1 + text[1..].iter().take_while(|b| b"+-#".contains(b)).count();
    i = number(i);
    i += usize::from(text.get(i) == Some(&b'.'));
    i = index(number(i));
    text.get(i).is_some_and(|b| b"bcdefgopqstvxEFGTUX".contains(b)).then_some(i + 1)
}

/// Where the byte at `offset` of a string literal's value stands.
fn place_in_literal(vet: &Vet<'_>, e: ExprId, offset: usize) -> Option<Pos> {
    let ExprKind::Literal { kind: LitKind::String, .. } = vet.kind(e) else { return None };
    let source = vet.source(e);
    let raw = source.starts_with('`');
    let inner = source.get(1..source.len().checked_sub(1)?)?;
    let (mut value, mut at) = (0, 0);
    while at < inner.len() {
        let rest = &inner.as_bytes()[at..];
        let (width, length) = match rest {
            // Carriage returns are not part of the value.
            [b'\r', ..] if raw => (1, 0),
            // x/tools looks for escapes in raw strings too.
            [b'\\', ..] => escape(rest, raw).unwrap_or((rest.len(), 1)),
            _ => {
                let n = inner[at..].chars().next().map_or(1, char::len_utf8);
                (n, n)
            }
        };
        if value + length > offset {
            break;
        }
        at += width;
        value += length;
    }
    Some(Pos(vet.start(e).0 + 1 + at as u32))
}

/// How long an escape is, and (as x/tools reckons) what it stands for.
fn escape(text: &[u8], raw: bool) -> Option<(usize, usize)> {
    let number = |from: usize, len: usize, radix: u32| {
        let digits = std::str::from_utf8(text.get(from..from + len)?).ok()?;
        let value = u32::from_str_radix(digits, radix).ok()?;
        Some((from + len, char::from_u32(value).map_or(3, char::len_utf8)))
    };
    match text.get(1)? {
        b'x' => number(2, 2, 16),
        b'u' => number(2, 4, 16),
        b'U' => number(2, 8, 16),
        b'0'..=b'7' => number(1, 3, 8),
        b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => Some((2, 1)),
        b'"' if !raw => Some((2, 1)),
        _ => None,
    }
}
