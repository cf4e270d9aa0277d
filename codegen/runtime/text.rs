//! Params as they are sent, and as texts, for metadata that contains only texts.
//!
//! A list is its elements joined by `, `, with a `\` before each comma or backslash in an element.

use ::core::fmt;

use super::alloc::borrow::Cow;
use super::alloc::string::String;
use super::alloc::vec::Vec;
use super::value::Value;

/// A param as a text. The empty text is the empty list, so a list with one empty element is a lone `\`.
pub(super) struct Joined<'a>(pub(super) Value<'a>);

impl fmt::Display for Joined<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Value::List(elements) = self.0 else { return self.0.fmt(f) };
        if ::core::matches!(elements, [element] if element.is_empty()) {
            return f.write_str("\\");
        }
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            let mut rest = &**element;
            while let Some(at) = rest.bytes().position(|byte| ::core::matches!(byte, b',' | b'\\')) {
                f.write_str(&rest[..at])?;
                f.write_str("\\")?;
                f.write_str(&rest[at..=at])?;
                rest = &rest[at + 1..];
            }
            f.write_str(rest)?;
        }
        Ok(())
    }
}

/// The elements of a list written as a text. A `\` before any other character is itself.
pub(super) fn split(text: &str) -> Vec<Cow<'static, str>> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut elements = Vec::new();
    let mut element = String::new();
    let mut rest = if text == "\\" { "" } else { text };
    while let Some(at) = rest.find([',', '\\']) {
        element.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with("\\,") || rest.starts_with("\\\\") {
            element.push_str(&rest[1..2]);
            2
        } else if rest.starts_with(", ") {
            elements.push(::core::mem::take(&mut element).into());
            2
        } else {
            element.push_str(&rest[..1]);
            1
        };
        rest = &rest[taken..];
    }
    element.push_str(rest);
    elements.push(element.into());
    elements
}
