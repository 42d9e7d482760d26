//! The words of every message that scanner, parser and branch check can give, as gc says them.
//!
//! A message of the parser is a [`Message`]: gc adds the current token to some of them (`unexpected X, expected Y`)
//! and not to others. Where a message is reported is decided by whoever calls.

use super::token::Token;
use std::borrow::Cow;

/// A syntax error before the current token is put into it.
#[derive(Debug, Clone)]
pub(super) enum Message {
    /// `syntax error: ` and these words.
    Plain(Cow<'static, str>),
    /// `syntax error: unexpected `, the current token, and these words, which bring their own comma or space.
    Unexpected(Cow<'static, str>),
}

const fn plain(words: &'static str) -> Message {
    Message::Plain(Cow::Borrowed(words))
}

const fn unexpected(words: &'static str) -> Message {
    Message::Unexpected(Cow::Borrowed(words))
}

/// How a message calls `token` where its spelling alone would be unclear.
pub(super) fn token_words(token: Token) -> Cow<'static, str> {
    match token {
        Token::Comma => "comma".into(),
        Token::Semi => "semicolon or newline".into(),
        _ if token.is_keyword() => format!("keyword {}", token.text()).into(),
        _ => token.text().into(),
    }
}

// Of the parser.

/// A certain token has to stand here.
pub(super) fn expected_token(token: Token) -> Message {
    Message::Unexpected(format!(", expected {}", token_words(token)).into())
}

/// An element of a list is followed by neither separator nor end.
pub(super) fn in_list(context: &str, separator: Token, close: Token) -> Message {
    let (separator, close) = (token_words(separator), token_words(close));
    Message::Unexpected(format!(" in {context}; possibly missing {separator} or {close}").into())
}

/// A block has to stand here.
pub(super) fn expected_brace_after(context: &str) -> Message {
    Message::Unexpected(format!(", expected {{ after {context}").into())
}

/// Type parameters where the language has none.
pub(super) fn no_type_parameters(context: &str) -> Message {
    Message::Plain(format!("{context} must have no type parameters").into())
}

/// `<-` before a type that is not a channel.
pub(super) fn unexpected_expected_chan(type_text: &str) -> Message {
    Message::Plain(format!("unexpected {type_text}, expected chan").into())
}

/// `var` in the header of a statement.
pub(super) fn var_in_header(keyword: Token) -> Message {
    Message::Plain(format!("var declaration not allowed in {} initializer", keyword.text()).into())
}

/// An `if` header ends after its first statement.
pub(super) fn if_clause_ends(semi: &str) -> Message {
    Message::Plain(format!("unexpected {semi}, expected {{ after if clause").into())
}

/// A statement where a value has to stand.
pub(super) fn cannot_use_as_value(stmt_text: &str) -> Message {
    Message::Plain(format!("cannot use {stmt_text} as value").into())
}

/// `missing type parameter name`, with a hint if the list may have been meant as an array length.
pub(super) fn missing_type_parameter_name(only_one: bool) -> Message {
    if only_one {
        plain("missing type parameter name or invalid array length")
    } else {
        plain("missing type parameter name")
    }
}

pub(super) const PACKAGE_FIRST: Message = plain("package statement must be first");
pub(super) const IMPORTS_FIRST: Message = plain("imports must appear before other declarations");
pub(super) const BRACE_ON_NEXT_LINE: Message = plain("unexpected semicolon or newline before {");
pub(super) const NON_DECLARATION: Message = plain("non-declaration statement outside function body");
pub(super) const AFTER_TOP_LEVEL: Message = unexpected(" after top level declaration");
pub(super) const MISSING_IMPORT_PATH: Message = plain("missing import path");
pub(super) const IMPORT_PATH_STRING: Message = plain("import path must be a string");
pub(super) const IN_TYPE_DECLARATION: Message = unexpected(" in type declaration");
pub(super) const EXPECTED_ASSIGN: Message = unexpected(", expected =");
pub(super) const EXPECTED_NAME: Message = unexpected(", expected name");
pub(super) const EXPECTED_NAME_OR_PAREN: Message = unexpected(", expected name or (");
pub(super) const EXPECTED_EXPRESSION: Message = unexpected(", expected expression");
pub(super) const EXPECTED_OPERAND: Message = unexpected(", expected operand");
pub(super) const EXPECTED_COLON_OR_BRACK: Message = unexpected(", expected comma, : or ]");
pub(super) const EXPECTED_TYPE: Message = unexpected(", expected type");
pub(super) const EXPECTED_TYPE_ARGS: Message = unexpected(", expected type argument list");
pub(super) const EXPECTED_FIELD: Message = unexpected(", expected field name or embedded type");
pub(super) const EXPECTED_TERM: Message = unexpected(", expected ~ term or type");
pub(super) const EXPECTED_ASSIGNMENT: Message = unexpected(", expected := or = or comma");
pub(super) const EXPECTED_LOOP_CONDITION: Message = unexpected(", expected for loop condition");
pub(super) const EXPECTED_CASE: Message = unexpected(", expected case or default or }");
pub(super) const RECV_EXPECTED_CHAN: Message = plain("unexpected <-, expected chan");
pub(super) const PAREN_LITERAL_TYPE: Message = plain("cannot parenthesize type in composite literal");
pub(super) const PAREN_EMBEDDED_TYPE: Message = plain("cannot parenthesize embedded type");
pub(super) const EMPTY_TYPE_PARAMS: Message = plain("empty type parameter list");
pub(super) const COMMA_IN_ARRAY: Message = plain("unexpected comma; expected ]");
pub(super) const MISSING_CHAN_ELEM: Message = plain("missing channel element type");
pub(super) const DOTS_MISSING_TYPE: Message = plain("... is missing type");
pub(super) const MISSING_CONSTRAINT: Message = plain("missing type constraint");
pub(super) const MISSING_PARAM_TYPE: Message = plain("missing parameter type");
pub(super) const MISSING_PARAM_NAME: Message = plain("missing parameter name");
pub(super) const LABEL_WITHOUT_STATEMENT: Message = plain("missing statement after label");
pub(super) const MISSING_IF_CONDITION: Message = plain("missing condition in if statement");
pub(super) const DEFINE_IN_POST: Message = plain("cannot declare in post statement of for loop");
pub(super) const ELSE_FOLLOW: Message = plain("else must be followed by if or statement block");
pub(super) const NO_SWITCH_BRACE: Message = plain("missing { after switch clause");
pub(super) const NO_SELECT_BRACE: Message = plain("missing { after select clause");
pub(super) const AT_END_OF_STATEMENT: Message = unexpected(" at end of statement");
/// Ours: gc has no limit. The words are those of go/parser.
pub(super) const TOO_DEEP: Message = plain("exceeded max nesting depth");

// Of the parser, but not called syntax errors.

pub(super) const NO_RECEIVER: &str = "method has no receiver";
pub(super) const MULTIPLE_RECEIVERS: &str = "method has multiple receivers";
pub(super) const MIDDLE_INDEX: &str = "middle index required in 3-index slice";
pub(super) const FINAL_INDEX: &str = "final index required in 3-index slice";
pub(super) const EMPTY_TYPE_PARAMS_HERE: &str = "empty type parameter list";
pub(super) const EMPTY_TYPE_ARGS_HERE: &str = "empty type argument list";
pub(super) const GENERIC_INTERFACE_METHOD: &str = "interface method must have no type parameters";
pub(super) const DOTS_NOT_FINAL: &str = "can only use ... with final parameter";
pub(super) const DOTS_INVALID: &str = "invalid use of ...";

/// `go (f())`
pub(super) fn parenthesized_call(keyword: Token) -> String {
    format!("expression in {} must not be parenthesized", keyword.text())
}

// Of the scanner.

pub(super) const NUL: &str = "invalid NUL character";
pub(super) const BOM: &str = "invalid BOM in the middle of the file";
pub(super) const RUNE_EMPTY: &str = "empty rune literal or unescaped '";
pub(super) const RUNE_LONG: &str = "more than one character in rune literal";
pub(super) const RUNE_NEWLINE: &str = "newline in rune literal";
pub(super) const RUNE_END: &str = "rune literal not terminated";
pub(super) const STRING_NEWLINE: &str = "newline in string";
pub(super) const STRING_END: &str = "string not terminated";
pub(super) const COMMENT_END: &str = "comment not terminated";
pub(super) const UNKNOWN_ESCAPE: &str = "unknown escape";
pub(super) const SEPARATOR: &str = "'_' must separate successive digits";
pub(super) const EXPONENT_DIGITS: &str = "exponent has no digits";
pub(super) const HEX_EXPONENT: &str = "hexadecimal mantissa requires a 'p' exponent";

/// A character that starts no token.
pub(super) fn invalid_character(c: char) -> String {
    format!("invalid character {}", unicode(c))
}

/// A character that cannot be in a name.
pub(super) fn invalid_in_identifier(c: char) -> String {
    format!("invalid character {} in identifier", unicode(c))
}

/// A name that starts with a digit that is not ASCII.
pub(super) fn identifier_begins_with_digit(c: char) -> String {
    format!("identifier cannot begin with digit {}", unicode(c))
}

/// `0b1.0`
pub(super) fn radix_point(base: u32) -> String {
    format!("invalid radix point in {} literal", base_name(base))
}

/// `0x`
pub(super) fn no_digits(base: u32) -> String {
    format!("{} literal has no digits", base_name(base))
}

/// `0x1e+2` is no such thing, `0b1e2` is.
pub(super) fn needs_decimal_mantissa(e: char) -> String {
    format!("'{e}' exponent requires decimal mantissa")
}

/// `1p2`
pub(super) fn needs_hex_mantissa(p: char) -> String {
    format!("'{p}' exponent requires hexadecimal mantissa")
}

/// `08`
pub(super) fn invalid_digit(digit: char, base: u32) -> String {
    format!("invalid digit '{digit}' in {} literal", base_name(base))
}

/// `"\xg0"`
pub(super) fn invalid_in_escape(c: char, base: u32) -> String {
    format!("invalid character {} in {} escape", quoted(c), base_name(base))
}

/// `"\400"`
pub(super) fn octal_escape(value: u32) -> String {
    format!("octal escape value {value} > 255")
}

/// `"\ud800"`
pub(super) fn escape_code_point(value: u32) -> String {
    format!("escape is invalid Unicode code point U+{value:04X}")
}

fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

// Of the branch check.

pub(super) const BREAK_OUTSIDE: &str = "break is not in a loop, switch, or select";
pub(super) const CONTINUE_OUTSIDE: &str = "continue is not in a loop";
pub(super) const FALLTHROUGH_OUT_OF_PLACE: &str = "fallthrough statement out of place";
pub(super) const FALLTHROUGH_TYPE_SWITCH: &str = "cannot fallthrough in type switch";
pub(super) const FALLTHROUGH_FINAL: &str = "cannot fallthrough final case in switch";

/// A label that no branch names.
pub(super) fn label_unused(name: &str) -> String {
    format!("label {name} defined and not used")
}

/// A `goto` without its label.
pub(super) fn label_undefined(name: &str) -> String {
    format!("label {name} not defined")
}

/// A label declared twice in a function.
pub(super) fn label_redeclared(name: &str, at: &str) -> String {
    format!("label {name} already defined at {at}")
}

/// A `goto` into a block that it does not stand in.
pub(super) fn jumps_into_block(name: &str, block: &str) -> String {
    format!("goto {name} jumps into block starting at {block}")
}

/// A `goto` that skips a variable.
pub(super) fn jumps_over(name: &str, variable: &str, at: &str) -> String {
    format!("goto {name} jumps over declaration of {variable} at {at}")
}

/// `break L` where `L` is no enclosing statement that can be broken.
pub(super) fn invalid_break_label(name: &str) -> String {
    format!("invalid break label {name}")
}

/// `break L` without any `L`.
pub(super) fn break_label_undefined(name: &str) -> String {
    format!("break label not defined: {name}")
}

/// `continue L` where `L` is no enclosing loop.
pub(super) fn invalid_continue_label(name: &str) -> String {
    format!("invalid continue label {name}")
}

/// `continue L` without any `L`.
pub(super) fn continue_label_undefined(name: &str) -> String {
    format!("continue label not defined: {name}")
}

// Characters as Go prints them.

/// As `%#U`: the code point, and the character itself if it can be seen.
pub(super) fn unicode(c: char) -> String {
    if printable(c) { format!("U+{:04X} '{c}'", u32::from(c)) } else { format!("U+{:04X}", u32::from(c)) }
}

/// As `%q` of a rune.
fn quoted(c: char) -> String {
    match c {
        '\x07' => r"'\a'".to_owned(),
        '\x08' => r"'\b'".to_owned(),
        '\x0c' => r"'\f'".to_owned(),
        '\n' => r"'\n'".to_owned(),
        '\r' => r"'\r'".to_owned(),
        '\t' => r"'\t'".to_owned(),
        '\x0b' => r"'\v'".to_owned(),
        '\\' => r"'\\'".to_owned(),
        '\'' => r"'\''".to_owned(),
        c if printable(c) => format!("'{c}'"),
        c if c < ' ' || c == '\x7f' => format!("'\\x{:02x}'", u32::from(c)),
        c if u32::from(c) < 0x10000 => format!("'\\u{:04x}'", u32::from(c)),
        c => format!("'\\U{:08x}'", u32::from(c)),
    }
}

/// Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the ASCII space.
fn printable(c: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup as Group, UnicodeGeneralCategory};
    c == ' ' || !matches!(c.general_category_group(), Group::Other | Group::Separator)
}
