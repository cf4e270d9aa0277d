//! Bodies that are almost JSON: an error's code must not be lost to a text in another encoding, or to a number that
//! nobody reads.

use super::alloc::string::String;

/// The body as JSON, if it is JSON except for a byte order mark, NULs at the end, another encoding than UTF-8, half a
/// surrogate, a control character in a text, or a number that is too large or `NaN`; else anything.
///
/// Such a number becomes a text, and every character that can't be read U+FFFD.
pub(super) fn repaired(body: &[u8]) -> String {
    let text = decoded(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body));
    let mut json = String::with_capacity(text.len());
    let mut rest = text.trim_end_matches('\0');
    // By bytes, here and below: in a hostile body there is often little to skip.
    while let Some(start) = rest.bytes().position(|byte| byte == b'"') {
        push_values(&mut json, &rest[..start]);
        json.push('"');
        rest = push_text(&mut json, &rest[start + 1..]);
    }
    push_values(&mut json, rest);
    json
}

/// The bytes as UTF-8.
fn decoded(mut bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    loop {
        let error = match ::core::str::from_utf8(bytes) {
            Ok(rest) => {
                text.push_str(rest);
                return text;
            }
            Err(error) => error,
        };
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        text.push_str(::core::str::from_utf8(valid).unwrap_or_default());
        text.push(char::REPLACEMENT_CHARACTER);
        // In GBK, Big5 and Shift JIS, the second byte of a character can look like a `\` or a brace.
        let is_pair = ::core::matches!(rest, &[first, second, ..] if first > 0x80 && second >= 0x40);
        bytes = rest.get(if is_pair { 2 } else { 1 }..).unwrap_or_default();
    }
}

/// Adds what is between two texts.
fn push_values(json: &mut String, values: &str) {
    let is_in_word = |byte: u8| byte.is_ascii_alphanumeric() || ::core::matches!(byte, b'-' | b'+' | b'.');
    let mut rest = values;
    while let Some(start) = rest.bytes().position(is_in_word) {
        let (before, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.bytes().position(|byte| !is_in_word(byte)).unwrap_or(word.len()));
        json.push_str(before);
        let is_number = word.parse().is_ok_and(|number: f64| !number.is_finite());
        let quote = if is_number { "\"" } else { "" };
        json.extend([quote, word, quote]);
        rest = after;
    }
    json.push_str(rest);
}

/// Adds a text up to its closing quote, and returns what comes after it.
fn push_text<'t>(json: &mut String, text: &'t str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < b' ') {
        json.push_str(&rest[..at]);
        rest = &rest[at..];
        let (replacement, len) = match rest.as_bytes() {
            [b'"', ..] => {
                json.push('"');
                return &rest[1..];
            }
            [b'\\', b'u', ..] => match [surrogate(rest), rest.get(6..).and_then(surrogate)] {
                [Some(Half::First), Some(Half::Second)] => (&rest[..12], 12),
                [Some(_), _] => ("\u{FFFD}", 6),
                [None, _] => ("\\u", 2),
            },
            [b'\\', _, ..] => (rest.get(..2).unwrap_or("\\"), rest.get(..2).map_or(1, str::len)),
            _ => (" ", 1),
        };
        json.push_str(replacement);
        rest = &rest[len..];
    }
    json.push_str(rest);
    ""
}

enum Half {
    First,
    Second,
}

/// Which half of a surrogate pair the text starts with, escaped as in `\ud83d`.
fn surrogate(text: &str) -> Option<Half> {
    match u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::First),
        0xDC00..=0xDFFF => Some(Half::Second),
        _ => None,
    }
}
