//! Params as texts, for metadata that contains only texts.
//!
//! A list is its elements joined by `, `; violations are joined by `; `, each as `field: reason`. A `\` before one of
//! these characters, or before another `\`, takes its meaning away.

use ::core::fmt::{self, Write as _};
use ::core::mem::take;

use super::alloc::borrow::Cow;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::value::Value;
use super::violation::Violation;

/// A param as a text. The empty text is the empty list, so a list with one empty element is a lone `\`.
pub(super) struct Joined<'a>(pub(super) Value<'a>);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::List([element]) if element.is_empty() => f.write_str("\\"),
            Value::List(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    f.write_str(if index > 0 { ", " } else { "" })?;
                    fmt_escaped(element, IN_LIST, f)?;
                }
                Ok(())
            }
            Value::Violations(violations) => {
                for (index, violation) in violations.iter().enumerate() {
                    f.write_str(if index > 0 { "; " } else { "" })?;
                    fmt_escaped(violation.field(), IN_VIOLATIONS, f)?;
                    f.write_str(": ")?;
                    fmt_escaped(violation.reason(), IN_LAST, f)?;
                }
                Ok(())
            }
            value => value.fmt(f),
        }
    }
}

/// What is escaped in a list, in violations, and in the reason of a violation, which can contain a `: `.
const IN_LIST: &[u8] = b",\\";
const IN_VIOLATIONS: &[u8] = b":;\\";
const IN_LAST: &[u8] = b";\\";

fn fmt_escaped(text: &str, escaped: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| escaped.contains(&byte)) {
        f.write_str(&rest[..at])?;
        f.write_str("\\")?;
        f.write_str(&rest[at..=at])?;
        rest = &rest[at + 1..];
    }
    f.write_str(rest)
}

/// How many elements a list has at most. A text with more is hostile.
const MAX_ELEMENTS: usize = 4096;

/// The elements of a list written as a text, unless there are too many. A `\` before any other character is itself.
pub(super) fn split(text: &str) -> Option<Vec<Cow<'static, str>>> {
    let mut elements = Vec::new();
    if text.is_empty() {
        return Some(elements);
    }
    let mut element = String::new();
    for token in (Tokens { rest: if text == "\\" { "" } else { text }, escaped: IN_LIST }) {
        match token {
            Token::Text(text) => element.push_str(text),
            Token::Separator(_) if elements.len() == MAX_ELEMENTS - 1 => return None,
            Token::Separator(_) => elements.push(take(&mut element).into()),
        }
    }
    elements.push(element.into());
    Some(elements)
}

/// The violations written as a text, unless there are too many, or one has no field.
pub(super) fn violations(text: &str) -> Option<Vec<Violation>> {
    let mut violations = Vec::new();
    if text.is_empty() {
        return Some(violations);
    }
    let (mut field, mut part) = (None, String::new());
    for token in (Tokens { rest: text, escaped: IN_VIOLATIONS }) {
        match token {
            Token::Separator(b':') if field.is_none() => field = Some(take(&mut part)),
            Token::Separator(b';') if violations.len() == MAX_ELEMENTS - 1 => return None,
            Token::Separator(b';') => violations.push(Violation::new(field.take()?, take(&mut part))),
            Token::Separator(_) => part.push_str(": "),
            Token::Text(text) => part.push_str(text),
        }
    }
    violations.push(Violation::new(field?, part));
    Some(violations)
}

/// The parts of a text in which some characters can be escaped: unescaped and with a space after it, such a character
/// is a separator.
struct Tokens<'t> {
    rest: &'t str,
    escaped: &'static [u8],
}

enum Token<'t> {
    Text(&'t str),
    Separator(u8),
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let bytes = self.rest.as_bytes();
        let is_escaped = |byte: &u8| self.escaped.contains(byte);
        let (token, len) = match (bytes.first()?, bytes.get(1)) {
            (b'\\', Some(next)) if is_escaped(next) => (Token::Text(&self.rest[1..2]), 2),
            (&first, Some(b' ')) if first != b'\\' && is_escaped(&first) => (Token::Separator(first), 2),
            _ => {
                let len = bytes.iter().skip(1).position(is_escaped).map_or(bytes.len(), |at| at + 1);
                (Token::Text(&self.rest[..len]), len)
            }
        };
        self.rest = &self.rest[len..];
        Some(token)
    }
}

/// A field as RFC 9457 points to it: a JSON Pointer as the fragment of a URI. The dots of the path become `/`.
pub(super) struct Pointer<'a>(pub(super) &'a str);

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "#" } else { "#/" })?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_!$&'()*+,:;=?@".contains(&byte);
        for byte in self.0.bytes() {
            match byte {
                b'.' => f.write_str("/")?,
                b'/' => f.write_str("~1")?,
                b'~' => f.write_str("~0")?,
                _ if is_plain(byte) => f.write_char(byte.into())?,
                _ => ::core::write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

/// The field that a pointer points to; what is no pointer is the name of a field.
pub(super) fn field(pointer: &str) -> String {
    let decoded = pointer.strip_prefix('#').and_then(percent_decoded);
    let path = decoded.as_deref().unwrap_or(pointer);
    match path.strip_prefix('/') {
        Some(path) => path.replace('/', ".").replace("~1", "/").replace("~0", "~"),
        None => path.into(),
    }
}

/// `None` if it is not encoded correctly.
fn percent_decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = Vec::from(parts.next()?);
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| is_hexadecimal)?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}
