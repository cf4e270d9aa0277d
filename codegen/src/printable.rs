//! Text from outside, made safe to print.

use std::borrow::Cow;
use std::fmt::Write;

/// Makes a text safe to print on one line of a terminal: control characters, line breaks and characters that change the
/// direction of text are escaped as in Rust.
///
/// ```
/// assert_eq!(errcat::printable("sold out"), "sold out");
/// assert_eq!(errcat::printable("a\n::error::\u{1b}[2J"), "a\\n::error::\\u{1b}[2J");
/// ```
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.chars().any(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if is_escaped(char) {
            // Writing to a `String` can't fail.
            let _ = write!(escaped, "{}", char.escape_debug());
        } else {
            escaped.push(char);
        }
    }
    Cow::Owned(escaped)
}

/// Whether a character does something to a terminal, or starts a line.
pub(crate) fn is_escaped(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}') || is_bidirectional(char)
}

/// Whether a character changes the direction of the text after it.
pub(crate) fn is_bidirectional(char: char) -> bool {
    matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
