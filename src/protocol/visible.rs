//! Text that programs write, made safe to look at: nothing in it turns the direction of what stands beside it, or hides.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with a mark such as `⟨U+202E⟩` for each character that changes the order of others, or does something or nothing without
/// being seen. Line breaks, tabs and carriage returns stay, and so do the joiners that scripts and emoji need.
pub fn visible(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(hides) else { return Cow::Borrowed(text) };
    let (shown, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(shown);
    for c in rest.chars() {
        if hides(c) {
            // Writing to a string does not fail.
            let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn hides(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        // Controls; marks, embeddings, overrides and isolates of direction; separators of lines.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        // Soft hyphen, spaces without width, invisible operators, isolates, annotations, noncharacters, tags.
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}
